create function api.import_catalogue(catalogue jsonb, dry_run boolean default false)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.import_catalogue(import_catalogue.catalogue, coalesce(import_catalogue.dry_run, false));
end;
$$;

comment on function api.import_catalogue(jsonb, boolean) is
  'Takes in {source, source_sha256, providers, models}, all or nothing, and answers counts and changes; a price is added only where it changed. With dry_run nothing is kept. For operators. Errors: bad_argument (400).';

revoke execute on function api.import_catalogue(jsonb, boolean) from public;
grant execute on function api.import_catalogue(jsonb, boolean) to service_role;
