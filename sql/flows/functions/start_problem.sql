create function cogo.start_problem(item jsonb, is_operator boolean)
returns text
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  uuid_form constant text := '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$';
begin
  if jsonb_typeof(item) is distinct from 'object' then
    return 'it must be an object';
  elsif item - array['name', 'input', 'idempotency_key', 'version', 'tenant_id', 'correlation_id', 'cause', 'traceparent'] <> '{}' then
    return 'it may have name, input, idempotency_key, version, tenant_id, correlation_id, cause and traceparent only';
  elsif jsonb_typeof(item -> 'name') is distinct from 'string' then
    return 'name must name a registered workflow';
  elsif jsonb_typeof(coalesce(nullif(item -> 'input', 'null'), '{}')) <> 'object' or octet_length(item ->> 'input') > 262144 then
    return 'input must be an object of at most 262144 bytes';
  elsif jsonb_typeof(coalesce(item -> 'idempotency_key', 'null')) not in ('string', 'null') or length(item ->> 'idempotency_key') not between 1 and 200 then
    return 'idempotency_key must be a text of 1 to 200 characters';
  elsif jsonb_typeof(coalesce(item -> 'version', 'null')) not in ('number', 'null') or item ->> 'version' !~ '^\d{1,9}$' then
    return 'version must be a whole number';
  elsif item ->> 'tenant_id' is not null and not is_operator then
    return 'tenant_id comes from the token and may not be given';
  elsif (item ->> 'tenant_id') !~ uuid_form or (item ->> 'correlation_id') !~ uuid_form or (item ->> 'cause') !~ uuid_form then
    return 'tenant_id, correlation_id and cause must be UUIDs';
  elsif (item ->> 'traceparent') !~ '^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$' then
    return 'traceparent must be in W3C form';
  elsif not exists (
    select from cogo.workflow_definitions as known
    where known.name = item ->> 'name' and (item ->> 'version' is null or known.version = (item ->> 'version')::integer)
  ) then
    return format('no workflow is called %s%s; an operator registers it with register_workflow', left(item ->> 'name', 120),
      coalesce(' in version ' || (item ->> 'version'), ''));
  end if;
  return null;
end;
$$;

comment on function cogo.start_problem(jsonb, boolean) is
  'What is wrong with the form of one workflow to start, or null.';

revoke execute on function cogo.start_problem(jsonb, boolean) from public;
