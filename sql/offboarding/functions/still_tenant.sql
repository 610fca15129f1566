create function cogo.still_tenant(tenant_id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  update cogo.schedules as schedule set paused = true, next_due_at = null, next_run_at = null
  where schedule.tenant_id = still_tenant.tenant_id and not schedule.paused;
  update cogo.subscriptions as reader set paused_at = cogo.now_(), pause_reason = 'asked'
  where reader.tenant_id = still_tenant.tenant_id and reader.paused_at is null;
  update cogo.inbound_hooks as hook set paused = true where hook.tenant_id = still_tenant.tenant_id and not hook.paused;
end;
$$;

comment on function cogo.still_tenant(uuid) is 'Pauses the schedules, subscriptions and hooks of a tenant.';

revoke execute on function cogo.still_tenant(uuid) from public;
