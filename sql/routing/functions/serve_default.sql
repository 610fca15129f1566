create function cogo.serve_default(at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  whole jsonb := cogo.policy_defaults();
begin
  insert into cogo.routing_policies (tenant_id, name, version, algorithm, body, body_sha256, state, created_at, changed_at, live_at)
  select cogo.default_tenant(), 'default', coalesce(max(known.version), 0) + 1, 'v2', whole, sha256(convert_to(whole::text, 'UTF8')), 'live',
    serve_default.at, serve_default.at, serve_default.at
  from cogo.routing_policies as known
  where known.tenant_id = cogo.default_tenant() and known.name = 'default'
  having not exists (
    select from cogo.routing_policies as policy where policy.tenant_id = cogo.default_tenant() and policy.live_at is not null
  )
  on conflict do nothing;
end;
$$;

comment on function cogo.serve_default(timestamptz) is
  'Makes the policy default/1 live when the default tenant never had a live one: the first call needs no set-up.';

revoke execute on function cogo.serve_default(timestamptz) from public;
