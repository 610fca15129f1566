create function api.start_offboarding(tenant_id uuid)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.start_offboarding(start_offboarding.tenant_id);
end;
$$;

comment on function api.start_offboarding(uuid) is
  'Lets a tenant leave: its tokens are refused from the next call on, its schedules, subscriptions and hooks are paused, and its open work is cancelled in batches: by the clock, and by each repeat of the call. It cannot be taken back. Answers as get_offboarding. For operators. Errors: bad_argument (400), tenant_not_found (404).';

revoke execute on function api.start_offboarding(uuid) from public;
grant execute on function api.start_offboarding(uuid) to service_role;
