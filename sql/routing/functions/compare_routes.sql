create function cogo.compare_routes(policy_v1 bigint, policy_v2 bigint, since timestamptz, before uuid, max_count integer)
returns setof jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  -- Before the query, where at is the column.
  from_time timestamptz := coalesce(compare_routes.since, at - interval '7 days');
  decision cogo.routing_decisions;
  missing bigint;
  unused record;
begin
  if (compare_routes.max_count between 1 and 2000) is not true then
    perform cogo.refuse_argument('max_count', 'it must be a number from 1 to 2000');
  elsif compare_routes.policy_v1 is not distinct from compare_routes.policy_v2 then
    perform cogo.refuse_argument('policy_v2', 'a policy is compared with another');
  end if;
  select asked.id into missing from unnest(array[compare_routes.policy_v1, compare_routes.policy_v2]) as asked (id)
  where not exists (select from cogo.routing_policies as policy where policy.policy_id = asked.id);
  if found then
    raise sqlstate 'PT404' using
      message = format('Cannot compare with policy %s: there is none', missing),
      detail = 'policy_not_found', hint = 'list_policies shows what there is.';
  end if;
  select policy.policy_id, policy.state into unused from cogo.routing_policies as policy
  where policy.policy_id in (compare_routes.policy_v1, compare_routes.policy_v2) and policy.state in ('draft', 'retired');
  if found then
    raise sqlstate 'PT409' using
      message = format('Cannot compare with policy %s: it is %s and has no lists', unused.policy_id, unused.state),
      detail = 'policy_state', hint = case unused.state
        when 'draft' then format('Call publish_policy(%s, ''shadow''): it then has lists and serves nobody.', unused.policy_id)
        else 'Compare with what serves now; create_policy makes a new version of the same body.' end;
  end if;
  for decision in
    select known.* from cogo.routing_decisions as known
    where known.policy_id in (compare_routes.policy_v1, compare_routes.policy_v2)
      and known.decision_id >= cogo.uuid_v7(from_time, 0)
      and (compare_routes.before is null or known.decision_id < compare_routes.before)
    order by known.decision_id desc
    limit compare_routes.max_count
  loop
    return next cogo.compare_decision(decision, compare_routes.policy_v1, compare_routes.policy_v2, at);
  end loop;
end;
$$;

comment on function cogo.compare_routes(bigint, bigint, timestamptz, uuid, integer) is
  'The decisions that either policy made, newest first, each with what both make of it now; before continues a page.';

revoke execute on function cogo.compare_routes(bigint, bigint, timestamptz, uuid, integer) from public;
grant execute on function cogo.compare_routes(bigint, bigint, timestamptz, uuid, integer) to service_role;
