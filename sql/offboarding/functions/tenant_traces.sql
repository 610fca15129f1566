create function cogo.tenant_traces(tenant_id uuid, ids uuid[], after text)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
set jit = off
as $$
#variable_conflict use_column
declare
  began constant timestamptz := clock_timestamp();
  sought uuid[];
  each record;
  traces jsonb := '[]'::jsonb;
begin
  if tenant_traces.tenant_id is null then
    perform cogo.refuse_argument('tenant_id', 'it is missing');
  elsif cardinality(tenant_traces.ids) > 100000 then
    perform cogo.refuse_argument('ids', 'there may be 100000 at most');
  end if;
  sought := cogo.tenant_ids(tenant_traces.tenant_id) || coalesce(tenant_traces.ids, '{}')
    || coalesce((select leaving.ids from cogo.offboardings as leaving where leaving.tenant_id = tenant_traces.tenant_id), '{}');
  for each in
    select format('%s.%s', namespace.nspname, class.relname) as name, class.oid
    from pg_catalog.pg_class as class
    join pg_catalog.pg_namespace as namespace on namespace.oid = class.relnamespace
    where namespace.nspname in ('cogo', 'pgmq') and class.relkind in ('r', 'm')
      and (tenant_traces.after is null or format('%s.%s', namespace.nspname, class.relname) collate "C" > tenant_traces.after collate "C")
    order by format('%s.%s', namespace.nspname, class.relname) collate "C"
  loop
    traces := traces || cogo.traces_in(each.oid, each.name, sought);
    if clock_timestamp() > began + interval '2 seconds' then
      return jsonb_build_object('traces', traces, 'next', each.name);
    end if;
  end loop;
  return jsonb_build_object('traces', traces, 'next', null);
end;
$$;

comment on function cogo.tenant_traces(uuid, uuid[], text) is
  'Where a tenant is still named: {traces: [{table, column, count}], next}. Reads every row of every table of the schemas cogo and pgmq, by the catalogue; after 2 seconds it answers up to which table, to be given as after. ids: what else is sought, such as the ids that get_offboarding told. Errors: bad_argument (400).';

revoke execute on function cogo.tenant_traces(uuid, uuid[], text) from public;
grant execute on function cogo.tenant_traces(uuid, uuid[], text) to service_role;
