create function api.show_webhook_key(name text, rotate boolean default false, tenant_id uuid default null)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('events:subscribe');
  return cogo.show_webhook_key(show_webhook_key.name, show_webhook_key.rotate, show_webhook_key.tenant_id);
end;
$$;

comment on function api.show_webhook_key(text, boolean, uuid) is
  'For the events function, which derives the signing secret that this notes as shown; it returns no secret. Scope: events:subscribe. Errors: bad_argument (400), not_an_agent (401), agent_revoked, channel_forbidden, insufficient_scope (403), subscription_not_found (404), secret_already_shown (409).';

revoke execute on function api.show_webhook_key(text, boolean, uuid) from public;
grant execute on function api.show_webhook_key(text, boolean, uuid) to authenticated, service_role;
