create function cogo.set_ingress_limit(scope text, max_count integer, per_seconds integer, tenant_id uuid)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  made cogo.ingress_limits;
begin
  if set_ingress_limit.max_count is null then
    delete from cogo.ingress_limits as known
    where known.scope = set_ingress_limit.scope and known.tenant_id is not distinct from set_ingress_limit.tenant_id;
    return jsonb_build_object('removed', found);
  end if;
  insert into cogo.ingress_limits as known (scope, tenant_id, max_count, per_seconds)
  values (set_ingress_limit.scope, set_ingress_limit.tenant_id, set_ingress_limit.max_count, set_ingress_limit.per_seconds)
  on conflict (scope, tenant_id) do update set max_count = excluded.max_count, per_seconds = excluded.per_seconds
  returning * into made;
  return to_jsonb(made);
exception
  when check_violation or not_null_violation then
    perform cogo.refuse_argument('the limit', sqlerrm);
    return null;
end;
$$;

comment on function cogo.set_ingress_limit(text, integer, integer, uuid) is
  'Sets or, without max_count, removes what ingress lets in. Errors: bad_argument (400).';

revoke execute on function cogo.set_ingress_limit(text, integer, integer, uuid) from public;
grant execute on function cogo.set_ingress_limit(text, integer, integer, uuid) to service_role;
