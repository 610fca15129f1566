create function cogo.subscribe(
  name text,
  patterns text[],
  kind text,
  url text,
  start text,
  batch_size integer,
  lease_seconds integer,
  max_attempts integer,
  retry_base_ms integer,
  retry_factor real,
  retry_max_ms integer,
  pause_after_seconds integer,
  tenant_id uuid
)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  owner uuid := cogo.acting_tenant(subscribe.tenant_id);
  at timestamptz := cogo.now_();
  is_webhook boolean := coalesce(subscribe.kind = 'webhook', false);
  first_number bigint := 0;
  made cogo.subscriptions;
begin
  perform cogo.check_subscription(subscribe.name, subscribe.patterns, subscribe.kind, subscribe.url, subscribe.start, owner);
  if subscribe.start = 'now' then
    first_number := coalesce(pg_sequence_last_value('cogo.events_id_seq'::regclass), 0);
  end if;

  insert into cogo.subscriptions as kept (
    tenant_id, agent_id, name, kind, patterns, url, created_at, start_id, position_id, batch_size, lease_seconds,
    max_attempts, retry_base_ms, retry_factor, retry_max_ms, pause_after_seconds
  )
  values (
    owner, cogo.caller_agent(), subscribe.name, subscribe.kind, subscribe.patterns, subscribe.url, at, first_number,
    first_number, subscribe.batch_size, subscribe.lease_seconds,
    coalesce(subscribe.max_attempts, case when is_webhook then 10 else 5 end),
    coalesce(subscribe.retry_base_ms, case when is_webhook then 5000 else 1000 end),
    coalesce(subscribe.retry_factor, case when is_webhook then 4 else 2 end),
    coalesce(subscribe.retry_max_ms, case when is_webhook then 21600000 else 60000 end), subscribe.pause_after_seconds
  )
  on conflict (tenant_id, name) do update set
    patterns = excluded.patterns, url = excluded.url, batch_size = excluded.batch_size,
    lease_seconds = excluded.lease_seconds, max_attempts = excluded.max_attempts,
    retry_base_ms = excluded.retry_base_ms, retry_factor = excluded.retry_factor,
    retry_max_ms = excluded.retry_max_ms, pause_after_seconds = excluded.pause_after_seconds
    where kept.kind = excluded.kind and (cogo.caller_tenant() is null or kept.agent_id is not distinct from excluded.agent_id)
  returning * into made;
  if made.id is null then
    raise sqlstate 'PT409' using
      message = format('Cannot subscribe as %s: another agent has that name, or it is of another kind', subscribe.name),
      detail = 'subscription_exists',
      hint = 'Choose another name, or unsubscribe the other one first.';
  end if;
  return cogo.subscription_summary(made) || jsonb_build_object('created', made.created_at = at);
exception
  when check_violation or numeric_value_out_of_range or not_null_violation then
    perform cogo.refuse_argument('the subscription', sqlerrm);
    return null;
end;
$$;

comment on function cogo.subscribe(text, text[], text, text, text, integer, integer, integer, integer, real, integer, integer, uuid) is
  'Makes a durable subscription, or changes the settings of the caller''s own one and keeps its cursor.';

revoke execute on function cogo.subscribe(text, text[], text, text, text, integer, integer, integer, integer, real, integer, integer, uuid) from public;
grant execute on function cogo.subscribe(text, text[], text, text, text, integer, integer, integer, integer, real, integer, integer, uuid) to authenticated, service_role;
