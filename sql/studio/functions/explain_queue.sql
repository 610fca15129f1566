create function cogo.explain_queue(lane_id smallint)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  lane cogo.lanes;
begin
  select known.* into lane from cogo.lanes as known where known.lane_id = explain_queue.lane_id;
  execute format(
    'comment on table pgmq.%I is %L', 'q_' || lane.queue_name,
    format(
      'Ready jobs of executor %s, priority %s: a message {job_id, attempt} each, claimed by cogo alone. Send, read and purge nothing here: enqueue with api.enqueue_jobs, see cogo.lane_overview.',
      lane.executor, lane.priority
    )
  );
  execute format(
    'comment on table pgmq.%I is %L', 'a_' || lane.queue_name,
    'Empty: pgmq makes it with the queue. How jobs ended is in cogo.attempts.'
  );
end;
$$;

comment on function cogo.explain_queue(smallint) is 'Writes on the tables of a lane''s queue what they are, for who sees them in Studio.';

revoke execute on function cogo.explain_queue(smallint) from public;
