create function cogo.caller_limits(scope text)
returns text[]
language plpgsql
stable
set search_path = ''
as $$
declare
  scopes jsonb := nullif(current_setting('request.jwt.claims', true), '')::jsonb -> 'scopes';
begin
  if (jsonb_typeof(scopes) = 'array' and scopes ? caller_limits.scope) is true or cogo.caller_tenant() is null then
    return null;
  elsif jsonb_typeof(scopes) is distinct from 'array' then
    return '{}'::text[];
  end if;
  return array(
    select substr(held, length(caller_limits.scope) + 2) from jsonb_array_elements_text(scopes) as held
    where starts_with(held, caller_limits.scope || ':') and held <> caller_limits.scope || ':'
  );
end;
$$;

comment on function cogo.caller_limits(text) is
  'The suffixes that narrow a scope in the caller''s token; null = it holds the whole scope, or is an operator; none = it does not hold it.';

revoke execute on function cogo.caller_limits(text) from public;
grant execute on function cogo.caller_limits(text) to authenticated, service_role;
