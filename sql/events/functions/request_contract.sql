create function cogo.request_contract(
  ruling cogo.job_types, type text, tenant uuid,
  out version text, out executor text, out request_schema jsonb, out reply_schema jsonb
)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  version := left(encode(sha256(convert_to(format('%s|%s', ruling.payload_schema, ruling.result_schema), 'UTF8')), 'hex'), 16);
  executor := ruling.executor;
  if exists (select from cogo.routes) and strpos(request_contract.type, '*') = 0 then
    executor := coalesce(cogo.routed_executor(request_contract.type, request_contract.tenant), executor);
  end if;
  request_schema := cogo.published_schema(
    coalesce(ruling.payload_schema, '{"type": "object"}'), format('urn:cogo:request:%s:%s', request_contract.type, version)
  );
  reply_schema := cogo.published_schema(
    coalesce(ruling.result_schema, '{}'), format('urn:cogo:reply:%s:%s', request_contract.type, version)
  );
end;
$$;

comment on function cogo.request_contract(cogo.job_types, text, uuid) is
  'What a type that these settings rule asks for and answers: schemas with their $id, a version that is another one when either changes, and the pool that serves the tenant.';

revoke execute on function cogo.request_contract(cogo.job_types, text, uuid) from public;
