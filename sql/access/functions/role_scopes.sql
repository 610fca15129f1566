create function cogo.role_scopes(role text)
returns text[]
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return array(
    select scope.name from cogo.scopes as scope
    where scope.name ~ ':read$' or (role_scopes.role in ('owner', 'operator', 'fixer') and scope.name in (
      'jobs:write', 'flows:write', 'quality:write', 'artifacts:write', 'events:subscribe'
    )) or role_scopes.role in ('owner', 'operator')
    order by scope.name
  );
end;
$$;

comment on function cogo.role_scopes(text) is
  'What the members of a role may do: a viewer reads, a fixer mends, an operator and an owner do everything.';

revoke execute on function cogo.role_scopes(text) from public;
