create function cogo.finish_erasure(leaving cogo.offboardings)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  proof cogo.erasures;
begin
  -- The refusal first, in the form that names nobody: there is no moment without one.
  insert into cogo.erased_tenants (tenant_hash, erased_at) values (cogo.short_hash('erased:' || leaving.tenant_id), cogo.now_())
  on conflict do nothing;
  delete from cogo.offboardings as known where known.tenant_id = leaving.tenant_id;
  delete from cogo.revocations as refused where refused.tenant_id = leaving.tenant_id;
  delete from cogo.tenants as known where known.tenant_id = leaving.tenant_id;
  insert into cogo.erasures (proof, started_at, ended_at, erased_at, counts, export_sha256)
  values (
    encode(sha256(convert_to(leaving.salt || ':' || leaving.tenant_id, 'UTF8')), 'hex'), leaving.started_at, leaving.ended_at, cogo.now_(),
    leaving.counts, leaving.export_sha256
  )
  returning * into proof;
  return jsonb_build_object('is_erased', true, 'salt', leaving.salt) || to_jsonb(proof);
end;
$$;

comment on function cogo.finish_erasure(cogo.offboardings) is
  'Erases the tenant''s own row and its leaving, keeps the proof and a refusal that names nobody.';

revoke execute on function cogo.finish_erasure(cogo.offboardings) from public;
