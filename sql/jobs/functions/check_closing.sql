create function cogo.check_closing(executor text, keep_shards integer, move_to text)
returns void
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  user_of text;
begin
  if not exists (select from cogo.lanes as lane where lane.executor = check_closing.executor) then
    perform cogo.refuse_argument('executor', format('no lane is open for %L', check_closing.executor));
  end if;
  if check_closing.keep_shards is null or check_closing.keep_shards not between 0 and 63 then
    perform cogo.refuse_argument('keep_shards', 'it must be 0 to 63');
  end if;
  if check_closing.move_to is not null and (
    check_closing.keep_shards > 0 or check_closing.move_to = check_closing.executor or not exists (
      select from cogo.lanes as lane where lane.executor = check_closing.move_to and lane.state = 'open' and lane.shard = 0
    )
  ) then
    perform cogo.refuse_argument('move_to', 'it must be another executor whose lanes are open, and leaves no shard to keep');
  end if;
  if check_closing.keep_shards > 0 or check_closing.move_to is not null then
    return;
  end if;
  select used.name into user_of from (
    select 'the type ' || ruling.type as name from cogo.job_types as ruling where ruling.executor = check_closing.executor
    union all
    select 'the route ' || route.type_pattern from cogo.routes as route where route.executor = check_closing.executor
    union all
    select 'the lanes of ' || other.executor from cogo.lanes as other join cogo.lanes as leads on leads.lane_id = other.moved_to_lane_id
    where leads.executor = check_closing.executor and other.executor <> check_closing.executor
  ) as used limit 1;
  if user_of is not null then
    perform cogo.refuse_argument('executor', format('%s leads to it; change that, or say where its jobs go with move_to', user_of));
  end if;
end;
$$;

comment on function cogo.check_closing(text, integer, text) is 'Refuses to close lanes that are needed. Errors: bad_argument (400).';

revoke execute on function cogo.check_closing(text, integer, text) from public;
