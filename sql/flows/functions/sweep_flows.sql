create function cogo.sweep_flows(at timestamptz)
returns jsonb
language plpgsql
security definer
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set jit = off
as $$
#variable_conflict use_column
begin
  if exists (select from cogo.flow_inbox where kind = 'retry') then
    update cogo.flow_inbox set kind = 'look' where ctid = any (array(
      select message.ctid from cogo.flow_inbox as message where message.kind = 'retry' limit 100 for update skip locked
    ));
  end if;
  return jsonb_build_object(
    'timers', case when exists (select from cogo.workflow_timers where due_at <= sweep_flows.at) then cogo.fire_timers(sweep_flows.at, 200) else 0 end,
    'messages', case when exists (select from cogo.flow_inbox) then cogo.read_inbox(sweep_flows.at, 200) else 0 end
  );
end;
$$;

comment on function cogo.sweep_flows(timestamptz) is
  'The sweep''s round over workflows: timers that are due and messages that nobody read. Never waits.';

revoke execute on function cogo.sweep_flows(timestamptz) from public;
