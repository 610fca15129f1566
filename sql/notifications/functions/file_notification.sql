create function cogo.file_notification(kind text, dedupe_key text, message jsonb, channels text[])
returns table (channel text, job_id bigint, created boolean)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  kept cogo.notifications;
  heard text[];
begin
  perform cogo.check_notification(file_notification.kind, file_notification.dedupe_key, file_notification.message);
  if file_notification.channels is null and not exists (select from cogo.notification_channels) then
    return;
  end if;

  delete from cogo.notifications as old
  where old.dedupe_key = file_notification.dedupe_key and old.created_at < at - interval '720 hours';
  insert into cogo.notifications as told (dedupe_key, kind, message, created_at)
  values (
    file_notification.dedupe_key, file_notification.kind,
    jsonb_build_object('at', at) || jsonb_strip_nulls(file_notification.message), at
  )
  on conflict (dedupe_key) do nothing
  returning * into kept;
  if not found then
    select * into kept from cogo.notifications as told where told.dedupe_key = file_notification.dedupe_key;
  end if;
  heard := cogo.channels_for(kept.kind, kept.message, file_notification.channels);
  if heard = '{}' then
    return;
  end if;

  return query
  select heard[job.ordinal], job.job_id, job.created
  from cogo.enqueue_jobs((
    select jsonb_agg(jsonb_build_object(
      'type', 'notify.send',
      'tenant_id', cogo.notification_tenant(),
      'idempotency_key', format('%s:%s', kept.id, item.name),
      'payload', jsonb_build_object('notification_id', kept.id, 'channel', item.name)
    ) order by item.ordinal)
    from unnest(heard) with ordinality as item (name, ordinal)
  )) as job;
end;
$$;

comment on function cogo.file_notification(text, text, jsonb, text[]) is
  'Keeps a message under its dedupe_key and enqueues a notify.send job per channel that hears it. Within 30 days a repeat answers the first jobs, created = false, whatever it says. Errors: bad_argument (400).';

revoke execute on function cogo.file_notification(text, text, jsonb, text[]) from public;
