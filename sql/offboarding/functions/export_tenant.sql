create function cogo.export_tenant(tenant_id uuid, part text, after jsonb, row_limit integer)
returns jsonb
language plpgsql
security definer
set search_path = ''
set enable_hashjoin = off
set enable_mergejoin = off
set jit = off
as $$
#variable_conflict use_column
declare
  spec record;
  page jsonb;
begin
  select known.* into spec from cogo.tenant_parts() as known where known.part = export_tenant.part and known.is_exported;
  if not found then
    perform cogo.refuse_argument('part', format('there is no part %L; list_export_parts names them', export_tenant.part));
  elsif (export_tenant.row_limit between 1 and 10000) is not true then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 10000');
  elsif export_tenant.tenant_id is null then
    perform cogo.refuse_argument('tenant_id', 'it is missing');
  end if;
  page := cogo.table_page(
    spec.part, spec.omits, cogo.tenant_condition(spec.part), export_tenant.tenant_id, spec.is_walked, export_tenant.after, export_tenant.row_limit
  );
  -- An event of a call may name jobs of several tenants: each is told of its own.
  if spec.part = 'events' then
    page := page || jsonb_build_object('rows', (
      select coalesce(jsonb_agg(line || jsonb_build_object('job_ids', (
        select coalesce(jsonb_agg(job.id order by job.id), '[]') from cogo.jobs as job
        where job.id in (select named::bigint from jsonb_array_elements_text(line -> 'job_ids') as named) and job.tenant_id = export_tenant.tenant_id
      ))), '[]')
      from jsonb_array_elements(page -> 'rows') as line
    ));
  end if;
  if jsonb_typeof(page -> 'next') = 'null' then
    update cogo.offboardings as leaving set exported = array_append(leaving.exported, spec.part)
    where leaving.tenant_id = export_tenant.tenant_id and leaving.ended_at is not null and spec.part <> all (leaving.exported);
  end if;
  return page;
end;
$$;

comment on function cogo.export_tenant(uuid, text, jsonb, integer) is
  'A page {rows, next} of a part of a tenant, without secrets. A page may be empty and not the last: next says so. Once work has ended it is kept which parts were read to their end. Errors: bad_argument (400).';

revoke execute on function cogo.export_tenant(uuid, text, jsonb, integer) from public;
grant execute on function cogo.export_tenant(uuid, text, jsonb, integer) to service_role;
