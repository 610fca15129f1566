create function cogo.receive_hook(hook_id uuid, delivery_id text, events text[], body jsonb)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  hook cogo.inbound_hooks;
  delivery uuid := cogo.short_hash(format('hook:%s:%s', receive_hook.hook_id, receive_hook.delivery_id));
  type text;
  event text;
  job jsonb;
  refused jsonb;
  made record;
begin
  select known.* into hook from cogo.inbound_hooks as known where known.hook_id = receive_hook.hook_id and not known.paused
    and not exists (select from cogo.revocations as refused where refused.tenant_id = known.tenant_id and refused.subject_id = known.tenant_id);
  if hook.name is null or length(receive_hook.delivery_id) not between 1 and 500 then
    perform cogo.refuse_argument('the delivery', 'its hook is gone or its id has not 1 to 500 characters');
  end if;
  type := hook.job_type;
  foreach event in array receive_hook.events loop
    if hook.event_types ? event then
      type := hook.event_types ->> event;
      exit;
    end if;
  end loop;
  if type is null then
    return jsonb_build_object('ignored', true);
  end if;

  select known.job_id, job.created_at into made from cogo.inbound_deliveries as known
  left join cogo.jobs as job on job.id = known.job_id where known.hash = delivery;
  if found then
    return jsonb_build_object('job_id', cogo.uuid_v7(made.created_at, made.job_id), 'created', false);
  end if;
  job := jsonb_build_object('type', type, 'tenant_id', hook.tenant_id, 'payload', jsonb_build_object(
    'hook', hook.name, 'provider', hook.provider, 'event', receive_hook.events[1], 'delivery_id', receive_hook.delivery_id,
    'body', receive_hook.body
  ));
  refused := coalesce(
    cogo.take_ingress_rates(hook.tenant_id, 'hook:' || hook.hook_id, null, at), cogo.ingress_room(job, hook.tenant_id, at)
  );
  if refused is not null then
    return refused;
  end if;
  -- Two at once: the second waits here for the end of the first.
  insert into cogo.inbound_deliveries (hash, received_at) values (delivery, at) on conflict (hash) do nothing;
  if not found then
    return (
      select jsonb_build_object('job_id', cogo.uuid_v7(job.created_at, job.id), 'created', false)
      from cogo.inbound_deliveries as known join cogo.jobs as job on job.id = known.job_id where known.hash = delivery
    );
  end if;
  select enqueued.job_id, enqueued.id into made from cogo.enqueue_jobs(jsonb_build_array(job)) as enqueued;
  update cogo.inbound_deliveries as known set job_id = made.job_id where known.hash = delivery;
  return jsonb_build_object('job_id', made.id, 'created', true);
end;
$$;

comment on function cogo.receive_hook(uuid, text, text[], jsonb) is
  'Enqueues the job of a delivery whose signature was checked, once per delivery id; its events are tried in order, the nearest first. Errors: bad_argument (400), payload_too_large (413), schema_mismatch (422), queue_full (429).';

revoke execute on function cogo.receive_hook(uuid, text, text[], jsonb) from public;
grant execute on function cogo.receive_hook(uuid, text, text[], jsonb) to service_role;
