create function cogo.snapshot_document(part text)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  versions text[];
begin
  case snapshot_document.part
    when 'schema' then
      return cogo.describe_schema();
    when 'verify' then
      return (select coalesce(jsonb_agg(to_jsonb(broken)), '[]') from cogo.verify() as broken);
    when 'metrics_summary' then
      return cogo.metrics_summary(10080);
    when 'gate_summary' then
      return cogo.gate_summary(30);
    when 'versions' then
      if to_regclass('supabase_migrations.schema_migrations') is not null then
        execute 'select array_agg(version order by version) from supabase_migrations.schema_migrations' into versions;
      end if;
      return jsonb_build_object(
        'at', cogo.now_(), 'postgres', current_setting('server_version'), 'migrations', to_jsonb(versions),
        'extensions', (select jsonb_object_agg(extname, extversion) from pg_catalog.pg_extension)
      );
    else
      return null;
  end case;
end;
$$;

comment on function cogo.snapshot_document(text) is
  'A part of a snapshot that is told and does not come back: schema, verify, metrics_summary, gate_summary, versions. Null for another name.';

revoke execute on function cogo.snapshot_document(text) from public;
grant execute on function cogo.snapshot_document(text) to service_role;
