create function cogo.verify_routing()
returns table (invariant text, problem text, sample jsonb)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return query
  select 'a version of a policy never changes', format('%s did', count(*)), jsonb_agg(policy.policy_id)
  from cogo.routing_policies as policy
  where policy.body_sha256 <> sha256(convert_to(policy.body::text, 'UTF8'))
  having count(*) > 0
  union all
  select 'a live policy was the first or has a report that passed', format('%s are neither', count(*)), jsonb_agg(policy.policy_id)
  from cogo.routing_policies as policy
  where policy.state = 'live'
    and exists (
      select from cogo.routing_policies as former
      where former.tenant_id = policy.tenant_id and former.live_at < policy.live_at and former.policy_id <> policy.policy_id
    )
    and policy.policy_id > (
      select min(first.policy_id) from cogo.routing_policies as first
      where first.tenant_id = policy.tenant_id and first.live_at is not null
    )
    and not exists (select from cogo.router_reports as report where report.policy_v2 = policy.policy_id and report.passed)
  having count(*) > 0
  union all
  select 'a list''s arrays are side by side', format('%s have others', count(*)), jsonb_agg(list.list_id)
  from cogo.route_lists as list
  where list.retired_at is null and array[
    cardinality(list.price_ids), cardinality(list.provider_nos), cardinality(list.region_nos), cardinality(list.data_ranks),
    cardinality(list.context_tokens), cardinality(list.capabilities), cardinality(list.qualities), cardinality(list.input_prices),
    cardinality(list.states), cardinality(list.shares), cardinality(list.merits), cardinality(list.wait_ms), cardinality(list.token_ms)
  ] <> array_fill(cardinality(list.model_ids), array[13])
  having count(*) > 0
  union all
  select 'an open breaker knows when it may be probed', format('%s do not', count(*)), jsonb_agg(health.model_id)
  from cogo.provider_health as health
  where (health.state = 'open' and health.retry_at > health.changed_at + interval '5 minutes')
    or (health.state = 'closed' and (health.probe_until is not null or health.failures >= 5))
  having count(*) > 0
  union all
  select * from cogo.verify_decisions();
end;
$$;

comment on function cogo.verify_routing() is 'The part of cogo.verify about policies, lists, health and receipts.';

revoke execute on function cogo.verify_routing() from public;
