create function cogo.ingress_limit(scope text, tenant uuid, out max_count integer, out per_seconds integer)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  select known.max_count, known.per_seconds into max_count, per_seconds
  from cogo.ingress_limits as known
  where known.scope = ingress_limit.scope and (known.tenant_id = ingress_limit.tenant or known.tenant_id is null)
  order by known.tenant_id nulls last
  limit 1;
  if not found then
    max_count := case ingress_limit.scope when 'key' then 600 when 'tenant' then 3000 when 'address' then 1200 when 'queue' then 10000 end;
    per_seconds := case ingress_limit.scope when 'queue' then 5 else 60 end;
  end if;
end;
$$;

comment on function cogo.ingress_limit(text, uuid) is
  'The limit that rules: the tenant''s own, everybody''s, or the default.';

revoke execute on function cogo.ingress_limit(text, uuid) from public;
