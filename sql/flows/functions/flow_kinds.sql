create function cogo.flow_kinds(workflows jsonb)
returns table (name text, asked integer, definition_id integer, version integer)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  missing record;
begin
  return query
  select kind.name, kind.version, ruling.id, ruling.version
  from (
    select distinct item ->> 'name' as name, (item ->> 'version')::integer as version
    from jsonb_array_elements(flow_kinds.workflows) as item
  ) as kind,
  lateral cogo.current_definition(kind.name, kind.version) as ruling
  where ruling.id is not null;

  select kind.name, kind.version into missing
  from (
    select distinct item ->> 'name' as name, (item ->> 'version')::integer as version
    from jsonb_array_elements(flow_kinds.workflows) as item
  ) as kind
  where not exists (
    select from cogo.workflow_definitions as known
    where known.name = kind.name and (kind.version is null or known.version = kind.version)
  )
  limit 1;
  if found then
    perform cogo.refuse_argument('name', format(
      'no workflow %L%s is registered; an operator registers it with register_workflow',
      left(missing.name, 120), ' of version ' || missing.version
    ));
  end if;
end;
$$;

comment on function cogo.flow_kinds(jsonb) is
  'The definitions of a batch of workflows to start, one row per name and version asked for. Errors: bad_argument (400).';

revoke execute on function cogo.flow_kinds(jsonb) from public;
