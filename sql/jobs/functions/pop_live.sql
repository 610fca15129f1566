create function cogo.pop_live(
  executor text,
  want integer,
  tenant uuid,
  at timestamptz,
  out job_ids bigint[],
  out attempts smallint[]
)
language plpgsql
security definer
set search_path = ''
as $$
declare
  popped record;
begin
  popped := cogo.pop_ready(pop_live.executor, pop_live.want, pop_live.tenant);
  if coalesce(cardinality(popped.job_ids), 0) < pop_live.want
    and exists (select from cogo.waiting where waiting.run_at <= pop_live.at)
    and cogo.promote_waiting(pop_live.at, 500) > 0
    and popped.job_ids is null
  then
    popped := cogo.pop_ready(pop_live.executor, pop_live.want, pop_live.tenant);
  end if;

  if popped.job_ids is not null and exists (select from cogo.cancels)
    and exists (select from cogo.cancels where cancels.job_id = any(popped.job_ids))
  then
    perform cogo.close_unheld(array_agg(item.job_id), array_agg(item.attempt), pop_live.at)
    from unnest(popped.job_ids, popped.attempts) as item (job_id, attempt)
    join cogo.cancels on cancels.job_id = item.job_id;

    select
      array_agg(item.job_id order by item.ordinal) as job_ids,
      array_agg(item.attempt order by item.ordinal) as attempts
    into popped
    from unnest(popped.job_ids, popped.attempts) with ordinality as item (job_id, attempt, ordinal)
    where not exists (select from cogo.attempts as closed where closed.job_id = item.job_id and closed.final);
  end if;

  job_ids := popped.job_ids;
  attempts := popped.attempts;
end;
$$;

comment on function cogo.pop_live(text, integer, uuid, timestamptz) is
  'Ready jobs out of the lanes: brings in those whose time has come when the lanes are dry, and closes cancelled ones on the way.';

revoke execute on function cogo.pop_live(text, integer, uuid, timestamptz) from public;
