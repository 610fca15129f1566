create function cogo.reply_of(job cogo.jobs)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  final cogo.attempts;
  asked cogo.requests;
  letter cogo.dead_letters;
  timed_out boolean;
begin
  select * into final from cogo.attempts as ended where ended.job_id = job.id and ended.final;
  select * into asked from cogo.requests as known where known.job_id = job.id;
  timed_out := asked.timed_out_at is not null and coalesce(final.outcome = 'cancelled', true);
  if final.outcome = 'failed' then
    select * into letter from cogo.dead_letters as dead where dead.job_id = job.id;
  end if;
  return jsonb_build_object(
    'request_id', cogo.uuid_v7(job.created_at, job.id),
    'job_id', job.id,
    'state', case
      when timed_out then 'timed_out'
      when final.outcome is null then 'pending'
      when final.outcome = 'succeeded' then 'replied'
      else 'failed'
    end,
    'expires_at', asked.expires_at,
    'result', final.result,
    'error', case
      when timed_out then '{"class": "permanent", "reason": "timeout", "message": "the request timed out"}'::jsonb
      when final.outcome = 'cancelled' then jsonb_build_object(
        'class', 'permanent', 'reason', 'cancelled', 'message', coalesce(final.error ->> 'message', 'the job was cancelled')
      )
      when final.outcome = 'failed' then jsonb_build_object('class', 'transient', 'message', 'the job failed')
        || jsonb_strip_nulls(jsonb_build_object('stage', letter.stage, 'reason', letter.reason))
        || coalesce(final.error, '{}')
    end
  );
end;
$$;

comment on function cogo.reply_of(cogo.jobs) is
  'How a request stands, or any job: pending, replied, failed or timed_out; an error has class, message and, as far as known, stage and reason.';

revoke execute on function cogo.reply_of(cogo.jobs) from public;
