create function api.set_inbound_hook(
  name text, provider text, job_type text default null, event_types jsonb default '{}', tenant_id uuid default null,
  secret_env text default null, paused boolean default false, rotate boolean default false
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.set_inbound_hook(
    set_inbound_hook.name, set_inbound_hook.provider, set_inbound_hook.job_type, set_inbound_hook.event_types,
    set_inbound_hook.tenant_id, set_inbound_hook.secret_env, set_inbound_hook.paused, set_inbound_hook.rotate
  );
end;
$$;

comment on function api.set_inbound_hook(text, text, text, jsonb, uuid, text, boolean, boolean) is
  'Adds or changes a rule by which webhooks of github, stripe or standard become jobs: event_types maps events to types of jobs (null = ignored), job_type is for the rest. For operators. Errors: bad_argument (400).';

revoke execute on function api.set_inbound_hook(text, text, text, jsonb, uuid, text, boolean, boolean) from public;
grant execute on function api.set_inbound_hook(text, text, text, jsonb, uuid, text, boolean, boolean) to service_role;
