create function cogo.create_policy(name text, body jsonb, algorithm text, tenant_id uuid)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := coalesce(cogo.acting_tenant(create_policy.tenant_id), cogo.default_tenant());
  problem text := cogo.policy_problem(create_policy.body);
  defaults jsonb := cogo.policy_defaults();
  whole jsonb;
  at timestamptz := cogo.now_();
  made record;
begin
  if create_policy.name is null or create_policy.name !~ '^[a-z0-9][a-z0-9._-]{0,62}$' then
    perform cogo.refuse_argument('name', 'it must be 1 to 63 of a-z, 0-9, ., _ and -');
  elsif create_policy.algorithm is null or create_policy.algorithm not in ('v1', 'v2') then
    perform cogo.refuse_argument('algorithm', 'it must be v1 or v2');
  elsif problem is not null then
    perform cogo.refuse_argument('body', problem);
  end if;
  whole := defaults || create_policy.body
    || jsonb_build_object('weights', (defaults -> 'weights') || coalesce(create_policy.body -> 'weights', '{}'));

  perform pg_advisory_xact_lock(hashtextextended('cogo.policy ' || tenant::text || create_policy.name, 0));
  insert into cogo.routing_policies (tenant_id, name, version, algorithm, body, body_sha256, created_at, changed_at)
  select tenant, create_policy.name, coalesce(max(policy.version), 0) + 1, create_policy.algorithm, whole,
    sha256(convert_to(whole::text, 'UTF8')), at, at
  from cogo.routing_policies as policy
  where policy.tenant_id = tenant and policy.name = create_policy.name
  returning policy_id, version, state into made;
  return jsonb_build_object('policy_id', made.policy_id, 'name', create_policy.name, 'version', made.version, 'state', made.state);
end;
$$;

comment on function cogo.create_policy(text, jsonb, text, uuid) is 'Makes the next version of a policy, as a draft.';

revoke execute on function cogo.create_policy(text, jsonb, text, uuid) from public;
grant execute on function cogo.create_policy(text, jsonb, text, uuid) to service_role;
