create function cogo.pop_ready(
  executor text,
  want integer,
  tenant uuid,
  out job_ids bigint[],
  out attempts smallint[]
)
language plpgsql
security definer
set search_path = ''
as $$
declare
  lane record;
  popped record;
  ask integer;
  dry text[] := '{}';
begin
  -- Weighted draw without replacement (Efraimidis and Spirakis): a lane of weight 16 goes first 16 times as often as one
  -- of weight 1 and takes its share of the batch; a second round gives what is left to lanes that still have work.
  for lane in
    select
      hint.queue_name,
      hint.floor_at,
      ceil(pop_ready.want * hint.weight::numeric / sum(hint.weight) over ())::integer as share,
      round_no
    from cogo.lane_hints(pop_ready.executor) as hint, generate_series(1, 2) as round_no
    where hint.tail > hint.floor_at
    order by round_no, -ln(1 - cogo.random_()) / hint.weight
  loop
    ask := pop_ready.want - coalesce(cardinality(job_ids), 0);
    exit when ask <= 0;
    continue when lane.queue_name = any(dry);
    if lane.round_no = 1 then
      ask := least(ask, lane.share * 2);
    end if;
    popped := cogo.pop_lane(lane.queue_name, lane.floor_at, ask, pop_ready.tenant);
    if coalesce(cardinality(popped.job_ids), 0) < ask then
      dry := dry || lane.queue_name;
    end if;
    job_ids := job_ids || popped.job_ids;
    attempts := attempts || popped.attempts;
  end loop;
end;
$$;

comment on function cogo.pop_ready(text, integer, uuid) is
  'Takes up to want ready jobs from the lanes of an executor, urgent, normal and bulk by weight 16 : 4 : 1. Touches only lanes that may hold work.';

revoke execute on function cogo.pop_ready(text, integer, uuid) from public;
