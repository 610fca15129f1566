create function cogo.make_queue(lane_id smallint)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  queue text := (select lane.queue_name from cogo.lanes as lane where lane.lane_id = make_queue.lane_id);
begin
  perform pgmq.create(queue);
  -- Claims go by msg_id and never by vt: this index of pgmq's would cost each job a tenth of its enqueue.
  execute format('drop index if exists pgmq.%I', 'q_' || queue || '_vt_idx');
  execute format('create sequence if not exists pgmq.%I minvalue 0 start 0', 'f_' || queue);
  execute format('alter table pgmq.%I enable row level security', 'q_' || queue);
  execute format('alter table pgmq.%I enable row level security', 'a_' || queue);
  execute format(
    'alter table pgmq.%I set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000)', 'q_' || queue
  );
  perform cogo.explain_queue(make_queue.lane_id);
  insert into cogo.backlog_turns (lane_id, tenant_id) values (make_queue.lane_id, '00000000-0000-0000-0000-000000000000')
  on conflict do nothing;
end;
$$;

comment on function cogo.make_queue(smallint) is 'Makes what a lane stands on: the pgmq queue and the sequence of its floor.';

revoke execute on function cogo.make_queue(smallint) from public;
