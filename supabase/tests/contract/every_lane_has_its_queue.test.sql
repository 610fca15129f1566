select plan(4);

select set_eq(
  'select queue_name from cogo.lanes',
  'select queue_name::text from pgmq.list_queues()',
  'the queues of pgmq are the lanes'
);

select set_eq(
  'select distinct executor from cogo.lanes',
  array['default', 'notify', 'orchestrator', 'quality'],
  'four executors are there from the start'
);

select is_empty(
  $$
    select lane.queue_name from cogo.lanes as lane
    left join pg_class as queue
      on queue.relname = 'q_' || lane.queue_name and queue.relnamespace = 'pgmq'::regnamespace
    where queue.relrowsecurity is not true
  $$,
  'every queue has row level security enabled'
);

select set_eq(
  $$select indexname::text from pg_indexes where schemaname = 'pgmq' and tablename like 'q\_cogo\_%'$$,
  $$select 'q_' || queue_name || '_pkey' from cogo.lanes$$,
  'a lane keeps only the index that claims go by'
);

select * from finish();
