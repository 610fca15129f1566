create function cogo.list_ingress_limits()
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return (
    select jsonb_agg(to_jsonb(item) order by item.scope, item.tenant_id nulls first)
    from (
      select known.scope, known.tenant_id, known.max_count, known.per_seconds from cogo.ingress_limits as known
      union all
      select given.scope, null, ruling.max_count, ruling.per_seconds
      from unnest(array['key', 'tenant', 'address', 'queue']) as given (scope), lateral cogo.ingress_limit(given.scope, null) as ruling
      where not exists (select from cogo.ingress_limits as known where known.scope = given.scope and known.tenant_id is null)
      limit 1000
    ) as item
  );
end;
$$;

comment on function cogo.list_ingress_limits() is
  'What ingress lets in, defaults included; at most 1000 rows.';

revoke execute on function cogo.list_ingress_limits() from public;
grant execute on function cogo.list_ingress_limits() to service_role;
