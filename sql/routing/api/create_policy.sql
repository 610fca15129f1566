create function api.create_policy(name text, body jsonb, algorithm text default 'v2', tenant_id uuid default null)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.create_policy(create_policy.name, create_policy.body, create_policy.algorithm, create_policy.tenant_id);
end;
$$;

comment on function api.create_policy(text, jsonb, text, uuid) is
  'Makes the next version of a policy, as a draft; fields left out get their defaults. Errors: bad_argument (400).';

revoke execute on function api.create_policy(text, jsonb, text, uuid) from public;
grant execute on function api.create_policy(text, jsonb, text, uuid) to service_role;
