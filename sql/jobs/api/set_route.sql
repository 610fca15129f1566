create function api.set_route(executor text, type_pattern text default '*', tenant_id uuid default null)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
begin
  return to_jsonb(cogo.set_route(set_route.executor, set_route.type_pattern, set_route.tenant_id));
end;
$$;

comment on function api.set_route(text, text, uuid) is
  'Sends jobs of a type pattern (mail.send, mail.*, *), of one tenant or of all, to an executor''s workers. Nearest first: the tenant''s own routes, then everybody''s, then the type''s settings; an executor named in the job goes before all. Errors: bad_argument (400).';

revoke execute on function api.set_route(text, text, uuid) from public;
grant execute on function api.set_route(text, text, uuid) to service_role;
