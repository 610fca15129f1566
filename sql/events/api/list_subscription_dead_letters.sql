create function api.list_subscription_dead_letters(name text, row_limit integer default 100, tenant_id uuid default null)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('events:subscribe');
  return cogo.list_subscription_dead_letters(list_subscription_dead_letters.name, list_subscription_dead_letters.row_limit, list_subscription_dead_letters.tenant_id);
end;
$$;

comment on function api.list_subscription_dead_letters(text, integer, uuid) is
  'Messages that failed as often as the subscription allows. Scope: events:subscribe. Errors: bad_argument (400), not_an_agent (401), agent_revoked, channel_forbidden, insufficient_scope (403), subscription_not_found (404).';

revoke execute on function api.list_subscription_dead_letters(text, integer, uuid) from public;
grant execute on function api.list_subscription_dead_letters(text, integer, uuid) to authenticated, service_role;
