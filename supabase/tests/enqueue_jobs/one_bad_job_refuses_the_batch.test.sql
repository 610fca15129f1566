select plan(5);

select tests.as_operator();
select tests.refuses(
  $$ select api.enqueue_jobs('[{"type": "demo.a"}, {"type": "demo.b", "priority": "soon"}]') $$,
  'PT400', 'bad_argument', 'jobs[1]', 'the bad job is named by its place'
);
select tests.refuses(
  $$ select api.enqueue_jobs('[{"type": "demo.a"}, {"type": "demo.b", "executor": "nobody"}]') $$,
  'PT400', 'bad_argument', 'executor', 'a job without a lane'
);
select is_empty('select * from api.list_jobs()', 'none of either batch was kept');
select tests.as_owner();
select is_empty('select * from cogo.events', 'nor an event');
select is_empty('select * from cogo.ready_messages()', 'nor a message');

select * from finish();
