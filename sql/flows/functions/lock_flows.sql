create function cogo.lock_flows(flow_ids bigint[])
returns bigint[]
language plpgsql
security definer
set search_path = ''
as $$
declare
  locked bigint[];
begin
  -- The first time in a transaction runs are waited for, in the order of their ids. From then on it holds some, so it never
  -- waits again: what is locked by others gets a message, which the sweep reads (docs/adr/0017).
  if coalesce(current_setting('cogo.flow_locks', true), '') = '' then
    locked := array(
      select flow.id from cogo.workflows as flow where flow.id = any(lock_flows.flow_ids) order by flow.id for update
    );
    perform set_config('cogo.flow_locks', 'held', true);
    return locked;
  end if;

  locked := array(
    select flow.id from cogo.workflows as flow where flow.id = any(lock_flows.flow_ids) order by flow.id for update skip locked
  );
  if cardinality(locked) < cardinality(lock_flows.flow_ids) then
    insert into cogo.flow_inbox (workflow_id, kind)
    select busy.id, 'look' from unnest(lock_flows.flow_ids) as busy (id) where busy.id <> all(locked);
  end if;
  return locked;
end;
$$;

comment on function cogo.lock_flows(bigint[]) is 'Locks runs and answers those that it got; the others find a message to look.';

revoke execute on function cogo.lock_flows(bigint[]) from public;
