create function cogo.check_publication(policy cogo.routing_policies, state text)
returns void
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  serving bigint;
begin
  if (check_publication.state = 'shadow' and policy.state not in ('draft', 'canary'))
    or (check_publication.state = 'canary' and policy.state not in ('draft', 'shadow'))
    or (check_publication.state = 'live' and policy.state = 'retired' and policy.live_at is null) then
    raise sqlstate 'PT409' using
      message = format('Cannot publish policy %s as %s: it is %s', policy.policy_id, check_publication.state, policy.state),
      detail = 'policy_state', hint = 'The order is draft, shadow, canary, live, retired; what was live may be live again.';
  end if;
  -- Back to what served before, or the first of all: no report can be had or is needed.
  if check_publication.state <> 'live' or policy.live_at is not null then
    return;
  end if;
  select known.policy_id into serving
  from cogo.routing_policies as known
  where known.tenant_id = policy.tenant_id and known.live_at is not null
  order by (known.state = 'live') desc, known.live_at desc
  limit 1;
  if serving is not null and not exists (
    select from cogo.router_reports as report
    where report.policy_v2 = policy.policy_id and report.policy_v1 = serving and report.passed
  ) then
    raise sqlstate 'PT409' using
      message = format('Cannot publish policy %s as live: no report that passed compares it with policy %s, which serves', policy.policy_id, serving),
      detail = 'report_missing', hint = 'Run npm run router:compare:v1v2, then publish again.';
  end if;
end;
$$;

comment on function cogo.check_publication(cogo.routing_policies, text) is
  'Raises policy_state (409) for a step that is none, and report_missing (409) for a live policy that nothing speaks for.';

revoke execute on function cogo.check_publication(cogo.routing_policies, text) from public;
