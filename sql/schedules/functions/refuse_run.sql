create function cogo.refuse_run(schedule_id bigint, due_at timestamptz, at timestamptz, state text, message text, detail text)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  waits boolean;
begin
  -- What may pass by itself is tried again: a full queue, a lock, a server in trouble. But a queue that stays full must not pile runs up.
  waits := (refuse_run.state ~ '^(PT429|PT503|40|53|55P03|57)' or refuse_run.detail in ('try_again')) and (
    select count(*) from (
      select from cogo.schedule_runs as run
      where run.schedule_id = refuse_run.schedule_id and run.state = 'waiting' and run.reason = 'refused' limit 10
    ) as others
  ) < 10;
  update cogo.schedule_runs as run
  set
    state = case when waits then 'waiting' else 'failed' end, reason = 'refused', settled_at = refuse_run.at,
    wake_at = case when waits then refuse_run.at + interval '5 seconds' end,
    error = jsonb_build_object('code', refuse_run.state, 'message', left(refuse_run.message, 1000), 'details', left(refuse_run.detail, 1000))
  where run.schedule_id = refuse_run.schedule_id and run.due_at = refuse_run.due_at;
end;
$$;

comment on function cogo.refuse_run(bigint, timestamptz, timestamptz, text, text, text) is
  'Notes that a run could not start: it waits 5 s if that may pass, with at most ten at a time, else it has failed.';

revoke execute on function cogo.refuse_run(bigint, timestamptz, timestamptz, text, text, text) from public;
