create function api.resume(scope text, name text default null, tenant_id uuid default null)
returns boolean
language plpgsql
volatile
set search_path = ''
as $$
begin
  return cogo.set_paused(resume.scope, resume.name, resume.tenant_id, false, null);
end;
$$;

comment on function api.resume(text, text, uuid) is
  'Ends a pause; limits stay. For operators. Errors: bad_argument (400).';

revoke execute on function api.resume(text, text, uuid) from public;
grant execute on function api.resume(text, text, uuid) to service_role;
