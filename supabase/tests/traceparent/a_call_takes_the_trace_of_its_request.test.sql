select plan(15);

select tests.as_owner();
create function pg_temp.ask(headers jsonb) returns text language sql as $$ select set_config('request.headers', headers::text, true) $$;
create temporary table kept (name text, job_id bigint) on commit drop;
select pg_temp.ask('{"host": "x", "traceparent": "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"}');
insert into kept select 'plain', job_id from api.enqueue_jobs('[{"type": "demo.a"}]');
insert into kept select 'urgent', job_id from api.enqueue_jobs('[{"type": "demo.a", "priority": "urgent"}]');
insert into kept select 'own', job_id from api.enqueue_job('demo.a', traceparent => '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00');
insert into kept select 'nonsense', job_id from api.enqueue_job('demo.a', traceparent => 'nonsense');
insert into kept select 'request', (api.request('demo.a') ->> 'job_id')::bigint;
select count(*) from api.publish('[{"type": "demo.said"}]');
select api.register_workflow('{"name": "demo.flow", "steps": [{"name": "a", "type": "demo.step"}]}');
select api.start_workflow('demo.flow');
select set_config('request.headers', '', true);
insert into kept select 'outside', job_id from api.enqueue_jobs('[{"type": "demo.a"}]');
create function pg_temp.trace(name text) returns text language sql as $$
  select job.traceparent from kept join cogo.jobs as job on job.id = kept.job_id where kept.name = trace.name
$$;

select is(pg_temp.trace('plain'), '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', 'a plain job');
select is(pg_temp.trace('urgent'), '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', 'a job with more to it');
select is(pg_temp.trace('own'), '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00', 'what a job says of itself goes first');
select is(pg_temp.trace('nonsense'), '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', 'nonsense that it says is ignored');
select is(pg_temp.trace('request'), '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', 'a request');
select is(pg_temp.trace('outside'), null, 'outside of a request there is none');
select is((select traceparent from cogo.messages), '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', 'a message');
select is((select traceparent from cogo.workflows), '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', 'a workflow');
select is(
  (select traceparent from cogo.jobs where type = 'demo.step'), '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', 'and its steps'
);

create temporary table header (said text) on commit drop;
insert into header values
  ('{}'), ('{"traceparent": ""}'), ('{"traceparent": null}'), ('{"traceparent": "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01"}'),
  ('{"traceparent": "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"}'), ('{"x-other": "\"traceparent\""}');
select is(
  (select count(*)::integer from header where pg_temp.ask(said::jsonb) is not null and cogo.caller_traceparent() is not null),
  0, 'a request without one, or with one that is none, has none'
);
select set_config('request.headers', '', true);

select is(cogo.w3c_traceparent('00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'), '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', 'as it is');
select is(cogo.w3c_traceparent('cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more'), '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', 'a later version is read as far as it is known');
select is(cogo.w3c_traceparent('cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'), '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', 'also without more');
select is(
  (select array_agg(said) from unnest(array[
    '', ' ', '00', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more',
    '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01 ', '00-00000000000000000000000000000000-00f067aa0ba902b7-01',
    '00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01', 'cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01more',
    'ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', '00-4bf92f3577b34da6a3ce929d0e0e473g-00f067aa0ba902b7-01'
  ]) as said where cogo.w3c_traceparent(said) is not null),
  null, 'what the W3C does not know is none'
);
select is(cogo.w3c_traceparent(null), null, 'nor is null');

select * from finish();
