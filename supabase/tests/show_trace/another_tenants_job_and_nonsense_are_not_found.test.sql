select plan(7);

create temporary table theirs (job_id bigint) on commit drop;
grant all on theirs to public;
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
insert into theirs select job_id from api.enqueue_job('demo.a', traceparent => '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01');
select is((select jsonb_array_length(api.show_trace(job_id) -> 'spans') from theirs), 2, 'one''s own');
select tests.as_agent('00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-0000000000b1');
select tests.refuses($$ select api.show_trace(job_id) from theirs $$, 'PT404', 'job_not_found', 'no such job');
create temporary table mine on commit drop as
select job_id from api.enqueue_job('demo.a', traceparent => '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01');
select is(
  (select jsonb_array_length(api.show_trace(job_id) -> 'spans') from mine), 2,
  'the same trace id shows nothing of another tenant'
);
select tests.refuses($$ select api.show_trace(-1) $$, 'PT404', 'job_not_found', '-1');
select tests.refuses($$ select api.show_trace(null) $$, 'PT404', 'job_not_found', 'no such job');
select tests.as_operator();
select is((select jsonb_array_length(api.show_trace(job_id) -> 'spans') from theirs), 2, 'an operator sees the job''s tenant''s');
select tests.as_user('00000000-0000-4000-8000-0000000000c1');
select tests.refuses($$ select api.show_trace(1) $$, 'PT401', 'not_an_agent', 'tenant_id');

select * from finish();
