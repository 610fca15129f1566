create function cogo.serving_policy(tenant_id uuid, ticket integer)
returns bigint
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  policy record;
  chosen bigint;
  owner uuid;
begin
  -- Its own before the default tenant's; of each the canary before the live one.
  for policy in
    select known.policy_id, known.tenant_id, known.state, (known.body -> 'canary_percent')::real as share
    from cogo.routing_policies as known
    where known.tenant_id = any (array[serving_policy.tenant_id, cogo.default_tenant()]) and known.state in ('canary', 'live')
    order by known.tenant_id <> serving_policy.tenant_id, known.state
  loop
    if policy.state = 'live' then
      return case when chosen is not null and owner = policy.tenant_id then chosen else policy.policy_id end;
    elsif serving_policy.ticket < policy.share * 100 then
      chosen := policy.policy_id;
      owner := policy.tenant_id;
    end if;
  end loop;
  return null;
end;
$$;

comment on function cogo.serving_policy(uuid, integer) is
  'The policy that serves a tenant: its own live one, else the default tenant''s; the canary beside it for tickets (0 to 9999) below its share. Null = there is none.';

revoke execute on function cogo.serving_policy(uuid, integer) from public;
