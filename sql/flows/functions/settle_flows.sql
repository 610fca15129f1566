create function cogo.settle_flows(job_ids bigint[], flow_ids bigint[], at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set jit = off
as $$
declare
  locked bigint[] := cogo.lock_flows(settle_flows.flow_ids);
begin
  if locked <> '{}' then
    perform cogo.record_ends(settle_flows.job_ids, locked, settle_flows.at);
    if cogo.fault('flow.ended') then end if;
    perform cogo.move_flows(locked, settle_flows.at);
  end if;
end;
$$;

comment on function cogo.settle_flows(bigint[], bigint[], timestamptz) is
  'Locks runs, writes how their jobs ended and moves them on. Its settings keep every join below on the indexes, also while tables are empty.';

revoke execute on function cogo.settle_flows(bigint[], bigint[], timestamptz) from public;
