create function api.pause(scope text, name text default null, tenant_id uuid default null, reason text default null)
returns boolean
language plpgsql
volatile
set search_path = ''
as $$
begin
  return cogo.set_paused(pause.scope, pause.name, pause.tenant_id, true, pause.reason);
end;
$$;

comment on function api.pause(text, text, uuid, text) is
  'Stops new starts of a lane (name = a queue, or an executor for all of its lanes), a type (name) or a tenant (tenant_id). What runs goes on. For operators. Errors: bad_argument (400).';

revoke execute on function api.pause(text, text, uuid, text) from public;
grant execute on function api.pause(text, text, uuid, text) to service_role;
