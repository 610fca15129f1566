create function cogo.lock_flows(flow_ids bigint[])
returns bigint[]
language plpgsql
security definer
set search_path = ''
as $$
declare
  mine bigint[];
begin
  -- Only a transaction's first call may wait: two that wait for each other's runs would never end. What a later call does
  -- not get is noted, and whoever reads the inbox next looks after it.
  if current_setting('cogo.flows_locked', true) = 'on' then
    mine := array(
      select flow.id from cogo.workflows as flow where flow.id = any(lock_flows.flow_ids) order by flow.id for update skip locked
    );
    insert into cogo.flow_inbox (workflow_id, kind)
    select missed.id, 'look' from unnest(lock_flows.flow_ids) as missed (id) where missed.id <> all(mine);
  else
    mine := array(
      select flow.id from cogo.workflows as flow where flow.id = any(lock_flows.flow_ids) order by flow.id for update
    );
    perform set_config('cogo.flows_locked', 'on', true);
  end if;
  return mine;
end;
$$;

comment on function cogo.lock_flows(bigint[]) is
  'Locks runs in the order of their numbers. Answers those it holds.';

revoke execute on function cogo.lock_flows(bigint[]) from public;
