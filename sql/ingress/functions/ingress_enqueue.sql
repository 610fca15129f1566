create function cogo.ingress_enqueue(job jsonb, callback_url text, address text)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  caller uuid := cogo.caller_tenant();
  at timestamptz := cogo.now_();
  tenant uuid;
  refused jsonb;
  made record;
  webhook text;
  state text;
  told text;
  word text;
  next_step text;
begin
  perform cogo.check_json('job', ingress_enqueue.job, 278528);
  perform cogo.check_jobs(jsonb_build_array(ingress_enqueue.job), caller is null);
  tenant := coalesce(caller, (ingress_enqueue.job ->> 'tenant_id')::uuid, cogo.default_tenant());
  if caller is not null then
    -- The function saw the address. Who calls the RPC itself could name anybody's, and use up that rate.
    refused := cogo.take_ingress_rates(
      tenant, coalesce(cogo.claim('agent_id'), cogo.claim('sub'), 'unnamed'),
      case when pg_has_role(coalesce(nullif(current_setting('role', true), 'none'), session_user), 'service_role', 'member')
        then left(ingress_enqueue.address, 100) end,
      at
    );
  end if;
  refused := coalesce(refused, cogo.ingress_room(ingress_enqueue.job, tenant, at));
  if refused is not null then
    return refused;
  end if;
  -- What enqueue refuses is answered, not raised: the request was made and counts.
  begin
    select enqueued.job_id, enqueued.id, enqueued.created into made
    from cogo.enqueue_jobs(jsonb_build_array(ingress_enqueue.job)) as enqueued;
    if ingress_enqueue.callback_url is not null then
      webhook := cogo.await_callback(made.job_id, tenant, ingress_enqueue.callback_url, made.created, at);
    end if;
  exception when others then
    get stacked diagnostics state = returned_sqlstate, told = message_text, word = pg_exception_detail, next_step = pg_exception_hint;
    if state !~ '^PT4' then
      raise;
    end if;
    return cogo.refusal(word, right(state, 3)::integer, told, next_step, jsonb_build_object('retry_after_ms', case
      when word = 'queue_full' then (cogo.bound_of(tenant)).retry_after_seconds * 1000
    end));
  end;
  return jsonb_strip_nulls(jsonb_build_object('job_id', made.id, 'created', made.created, 'webhook', webhook));
end;
$$;

comment on function cogo.ingress_enqueue(jsonb, text, text) is
  'Decides whether a request from outside is let in, and enqueues its job: one call. A refusal is an answer: {refused: {status, …}}. Errors: bad_argument (400), payload_too_large (413).';

revoke execute on function cogo.ingress_enqueue(jsonb, text, text) from public;
grant execute on function cogo.ingress_enqueue(jsonb, text, text) to authenticated, service_role;
