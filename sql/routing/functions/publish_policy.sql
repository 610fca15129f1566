create function cogo.publish_policy(policy_id bigint, state text)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  policy cogo.routing_policies;
  at timestamptz := cogo.now_();
  old_state text;
begin
  if publish_policy.state is null or publish_policy.state not in ('shadow', 'canary', 'live', 'retired') then
    perform cogo.refuse_argument('state', 'it must be shadow, canary, live or retired');
  end if;
  select known.* into policy from cogo.routing_policies as known where known.policy_id = publish_policy.policy_id;
  if not found then
    raise sqlstate 'PT404' using
      message = format('Cannot publish policy %s: there is none', publish_policy.policy_id),
      detail = 'policy_not_found', hint = 'list_policies shows what there is.';
  end if;
  -- One publication of a tenant at a time: which policy is live decides what the next one needs.
  perform pg_advisory_xact_lock(hashtextextended('cogo.publish ' || policy.tenant_id::text, 0));
  select known.* into policy from cogo.routing_policies as known where known.policy_id = publish_policy.policy_id for update;
  old_state := policy.state;
  if old_state = publish_policy.state then
    return jsonb_build_object('policy_id', policy.policy_id, 'state', old_state);
  end if;
  perform cogo.check_publication(policy, publish_policy.state);

  if publish_policy.state in ('live', 'canary') then
    update cogo.routing_policies as former set state = 'retired', changed_at = at
    where former.tenant_id = policy.tenant_id and former.state = publish_policy.state;
  end if;
  update cogo.routing_policies as known
  set state = publish_policy.state, changed_at = at, live_at = case when publish_policy.state = 'live' then at else known.live_at end
  where known.policy_id = publish_policy.policy_id;
  perform cogo.refresh_lists(at);
  return jsonb_build_object('policy_id', policy.policy_id, 'state', publish_policy.state);
end;
$$;

comment on function cogo.publish_policy(bigint, text) is
  'Moves a policy on and makes its lists. The one that it replaces is retired.';

revoke execute on function cogo.publish_policy(bigint, text) from public;
grant execute on function cogo.publish_policy(bigint, text) to service_role;
