create function cogo.claim_notifications(worker text, want integer)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return coalesce((
    select jsonb_agg(jsonb_build_object(
      'job_id', job.job_id, 'fence', job.fence, 'attempt', job.attempt, 'lease_expires_at', job.lease_expires_at,
      'notification', (
        select jsonb_build_object('id', told.id, 'kind', told.kind, 'dedupe_key', told.dedupe_key, 'message', told.message)
        from cogo.notifications as told where told.id = (job.payload ->> 'notification_id')::bigint
      ),
      'channel', (
        select to_jsonb(known) - array['kinds', 'min_severity', 'changed_at']
        from cogo.notification_channels as known where known.name = job.payload ->> 'channel'
      )
    ) order by job.job_id)
    from cogo.claim_jobs(claim_notifications.worker, claim_notifications.want, 'notify', true) as job
  ), '[]');
end;
$$;

comment on function cogo.claim_notifications(text, integer) is
  'Takes up to want due notify.send jobs under a fence, each with its message and its channel as it is now; null where the row is gone.';

revoke execute on function cogo.claim_notifications(text, integer) from public;
grant execute on function cogo.claim_notifications(text, integer) to service_role;
