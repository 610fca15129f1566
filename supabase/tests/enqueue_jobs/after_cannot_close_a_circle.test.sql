select plan(2);

select tests.as_operator();
create function pg_temp.next_id() returns bigint language sql as $$
  select job_id + 1 from api.enqueue_job('demo.a')
$$;
select tests.refuses(
  $$ select api.enqueue_jobs(format('[{"type": "demo.a", "after": [%s]}]', pg_temp.next_id())::jsonb) $$,
  'PT400', 'bad_argument', 'after', 'a job cannot wait for itself by guessing its number'
);
select tests.refuses(
  $$ select api.enqueue_jobs(format('[{"type": "demo.a", "after": [%s]}, {"type": "demo.a"}]', pg_temp.next_id() + 1)::jsonb) $$,
  'PT400', 'bad_argument', 'after', 'nor for a mate of its batch'
);

select * from finish();
