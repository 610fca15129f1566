create function cogo.await_callback(job_id bigint, tenant uuid, url text, is_new boolean, at timestamptz)
returns text
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  -- One receiver for each agent and address, whose secret only that agent may see.
  receiver text := 'callback-' || substr(replace(cogo.short_hash(
    format('callback:%s:%s:%s', await_callback.tenant, cogo.caller_agent(), await_callback.url)
  )::text, '-', ''), 1, 16);
  known cogo.subscriptions;
  pattern text := format('tenant.%s.agent.%s.>', await_callback.tenant, receiver);
begin
  if not await_callback.is_new then
    return receiver;
  end if;
  -- The end tells the result, so who asks for it must be one who may read it.
  perform cogo.caller_tenant('jobs:read');
  select webhook.* into known from cogo.subscriptions as webhook
  where webhook.tenant_id = await_callback.tenant and webhook.name = receiver;
  if found and (known.kind, known.url, known.agent_id) is distinct from ('webhook', await_callback.url, cogo.caller_agent()) then
    raise sqlstate 'PT409' using
      message = format('Cannot tell the end to that address: the subscription %s is another', receiver),
      detail = 'subscription_exists',
      hint = 'Unsubscribe it, or use another address; nothing was enqueued.';
  elsif not found then
    perform cogo.check_callback_url(await_callback.url);
    if (select count(*) from cogo.subscriptions as each_one where each_one.tenant_id = await_callback.tenant) >= 200 then
      perform cogo.refuse_argument('callback.url', 'the tenant has 200 subscriptions; use one address for all jobs, or unsubscribe old ones');
    end if;
    insert into cogo.subscriptions (
      tenant_id, agent_id, name, kind, patterns, url, created_at, start_id, position_id, batch_size, lease_seconds, max_attempts,
      retry_base_ms, retry_factor, retry_max_ms, pause_after_seconds
    )
    select await_callback.tenant, cogo.caller_agent(), receiver, 'webhook', array[pattern], await_callback.url, await_callback.at,
      now_at.number, now_at.number, 100, 60, 10, 5000, 4, 21600000, 432000
    from (select coalesce(pg_sequence_last_value('cogo.events_id_seq'::regclass), 0) as number) as now_at
    on conflict (tenant_id, name) do nothing;
  end if;
  insert into cogo.ingress_callbacks (job_id, tenant_id, receiver, asked_at)
  values (await_callback.job_id, await_callback.tenant, receiver, await_callback.at)
  on conflict (job_id) do nothing;
  return receiver;
end;
$$;

comment on function cogo.await_callback(bigint, uuid, text, boolean, timestamptz) is
  'Has the end of a new job told to an address, by the webhook of that address, which is made when it is missing. Answers its name. Errors: bad_argument (400), insufficient_scope (403), subscription_exists (409).';

revoke execute on function cogo.await_callback(bigint, uuid, text, boolean, timestamptz) from public;
