-- Hand-written: queues and the functions that are written per lane live in schema pgmq, which no plan sees.
set local lock_timeout = '10s';

do $$
declare
  queue text;
begin
  for queue in select lane.queue_name from cogo.lanes as lane where lane.state <> 'closed' loop
    execute format('drop index if exists pgmq.%I', 'q_' || queue || '_vt_idx');
  end loop;
end;
$$;

select cogo.write_lane_switch();
