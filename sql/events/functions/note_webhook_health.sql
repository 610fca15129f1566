create function cogo.note_webhook_health(
  webhook cogo.subscriptions,
  error text,
  wait_seconds double precision,
  gone boolean,
  at timestamptz
)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  policy cogo.job_types;
  pause text;
begin
  if note_webhook_health.error is null then
    update cogo.subscriptions as reader
    set failures = 0, failing_since = null, resume_at = null, last_error = null
    where reader.id = webhook.id and reader.failing_since is not null;
    return;
  end if;
  policy.retry_base_ms := webhook.retry_base_ms;
  policy.retry_factor := webhook.retry_factor;
  policy.retry_max_ms := webhook.retry_max_ms;
  pause := case
    when note_webhook_health.gone then 'gone'
    when webhook.failing_since < note_webhook_health.at - make_interval(secs => webhook.pause_after_seconds) then 'failing'
  end;
  update cogo.subscriptions as reader
  set
    failures = least(reader.failures + 1, 1000000),
    failing_since = coalesce(reader.failing_since, note_webhook_health.at),
    last_error = left(note_webhook_health.error, 1000),
    resume_at = note_webhook_health.at + coalesce(
      make_interval(secs => note_webhook_health.wait_seconds), cogo.retry_delay(policy, reader.failures + 1)
    ),
    paused_at = case when pause is not null then coalesce(reader.paused_at, note_webhook_health.at) else reader.paused_at end,
    pause_reason = coalesce(reader.pause_reason, pause)
  where reader.id = webhook.id;
end;
$$;

comment on function cogo.note_webhook_health(cogo.subscriptions, text, double precision, boolean, timestamptz) is
  'After a delivery: a well endpoint goes on, a failing one rests with backoff, one that is gone or has failed for pause_after_seconds is paused.';

revoke execute on function cogo.note_webhook_health(cogo.subscriptions, text, double precision, boolean, timestamptz) from public;
