select plan(1);

create temporary table theirs (job_id bigint) on commit drop;
grant all on theirs to public;
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
insert into theirs select job_id from api.enqueue_job('demo.a');
select tests.as_agent('00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-0000000000b1');
select tests.refuses(
  $$ select api.enqueue_job('demo.a', after => array[(select job_id from theirs)]) $$,
  'PT400', 'bad_argument', 'after', 'another tenant''s job is not there'
);

select * from finish();
