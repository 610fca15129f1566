create function api.subscribe(
  name text,
  patterns text[],
  kind text default 'pull',
  url text default null,
  start text default 'now',
  batch_size integer default 100,
  lease_seconds integer default 60,
  max_attempts integer default null,
  retry_base_ms integer default null,
  retry_factor real default null,
  retry_max_ms integer default null,
  pause_after_seconds integer default 432000,
  tenant_id uuid default null
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('events:subscribe');
  return cogo.subscribe(
    subscribe.name, subscribe.patterns, subscribe.kind, subscribe.url, subscribe.start, subscribe.batch_size,
    subscribe.lease_seconds, subscribe.max_attempts, subscribe.retry_base_ms, subscribe.retry_factor,
    subscribe.retry_max_ms, subscribe.pause_after_seconds, subscribe.tenant_id
  );
end;
$$;

comment on function api.subscribe(text, text[], text, text, text, integer, integer, integer, integer, real, integer, integer, uuid) is
  'Makes a durable subscription (kind pull or webhook) from now or the beginning; the same name again changes its settings and keeps its cursor. Scope: events:subscribe. Errors: bad_argument (400), not_an_agent (401), agent_revoked, channel_forbidden, insufficient_scope (403), subscription_exists (409).';

revoke execute on function api.subscribe(text, text[], text, text, text, integer, integer, integer, integer, real, integer, integer, uuid) from public;
grant execute on function api.subscribe(text, text[], text, text, text, integer, integer, integer, integer, real, integer, integer, uuid) to authenticated, service_role;
