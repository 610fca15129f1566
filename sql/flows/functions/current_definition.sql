create function cogo.current_definition(name text, version integer)
returns cogo.workflow_definitions
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  found_definition cogo.workflow_definitions;
begin
  select * into found_definition from cogo.workflow_definitions as known
  where known.name = current_definition.name
    and (current_definition.version is null or known.version = current_definition.version)
  order by known.registered_at desc, known.version desc
  limit 1;
  return found_definition;
end;
$$;

comment on function cogo.current_definition(text, integer) is
  'The definition that starts under a name: the version asked for, else the one registered last.';

revoke execute on function cogo.current_definition(text, integer) from public;
