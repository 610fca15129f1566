create function api.publish_policy(policy_id bigint, state text)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.publish_policy(publish_policy.policy_id, publish_policy.state);
end;
$$;

comment on function api.publish_policy(bigint, text) is
  'Moves a policy to shadow, canary, live or retired; the one it replaces is retired. live demands a report that passed, but for a tenant''s first. Errors: bad_argument (400), policy_not_found (404), policy_state (409), report_missing (409).';

revoke execute on function api.publish_policy(bigint, text) from public;
grant execute on function api.publish_policy(bigint, text) to service_role;
