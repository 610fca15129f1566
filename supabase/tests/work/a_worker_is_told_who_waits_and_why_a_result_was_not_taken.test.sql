select plan(9);

select tests.as_operator();
select api.register_job_type('sum.of', max_attempts => 2, retry_base_ms => 1, result_schema => '{"type": "object", "properties": {"sum": {"type": "number"}}, "required": ["sum"]}');
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select is(api.work('w', want => 5) ? 'requests', false, 'nobody waits');
create temporary table asked on commit drop as select api.request('sum.of', timeout_seconds => 30) as told;
select count(*) from api.enqueue_jobs('[{"type": "demo.a"}]');
create temporary table turn on commit drop as select api.work('w', want => 5) as told;
select is((select jsonb_array_length(told -> 'jobs') from turn), 2, 'two jobs');
select is(
  (select turn.told -> 'requests' from turn),
  (select jsonb_build_array(jsonb_build_object('job_id', told -> 'job_id', 'expires_at', told -> 'expires_at', 'asked_by', '00000000-0000-4000-8000-0000000000a1')) from asked),
  'one is waited for'
);
create function pg_temp.settle(result jsonb, want integer default 0) returns jsonb language sql as $$
  with hold as (select job from turn, jsonb_array_elements(turn.told -> 'jobs') as job)
  select api.work('w', (
    select jsonb_agg(jsonb_build_object('job_id', job -> 'job_id', 'fence', job -> 'fence', 'outcome', 'succeeded', 'result', settle.result) order by job ->> 'type' desc) from hold
  ), want => settle.want);
$$;
create temporary table ended on commit drop as select pg_temp.settle('{"sum": "three"}') -> 'finished' as told;
select is((select string_agg(item ->> 'outcome', ' ') from ended, jsonb_array_elements(told) as item), 'retried succeeded', 'a result that breaks its schema is not taken');
select is((select told #>> '{0,error,stage}' from ended), 'output', 'its worker is told at what stage');
select ok((select told #>> '{0,error,message}' like '%result_schema of sum.of at /sum: %' from ended), 'and where');
select is((select told #> '{1,error}' from ended), null, 'of the other nothing');

select tests.move_clock('1 second');
select tests.as_owner();
select cogo.sweep();
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
delete from turn;
insert into turn select api.work('w', want => 5);
select is((select pg_temp.settle('[]') #>> '{finished,0,outcome}'), 'dead_lettered', 'not for ever');
select is(
  (select (api.get_reply((told ->> 'job_id')::bigint) -> 'error') - 'message' from asked),
  '{"class": "transient", "stage": "output", "reason": "validation_failed"}', 'and the asker learns the same'
);

select * from finish();
