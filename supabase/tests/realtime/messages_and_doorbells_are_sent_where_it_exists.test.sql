select plan(15);

select tests.as_owner();
select is(cogo.ring_doorbells(), 0, 'without Realtime nothing rings');
create schema realtime;
create table realtime.sent (payload jsonb, event text, topic text, private boolean);
create function realtime.send(payload jsonb, event text, topic text, private boolean default true) returns void
language sql as 'insert into realtime.sent values (payload, event, topic, private)';

select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select api.publish('[{"type": "order.paid.late", "payload": {"n": 1}}]');
select tests.as_owner();
select is((select topic from realtime.sent), 'tenant.00000000-0000-4000-8000-00000000000a.agent.00000000-0000-4000-8000-0000000000a1.order', 'a message goes to its channel''s topic');
select is((select event from realtime.sent), 'paid.late', 'under its event');
select is((select payload #>> '{payload,n}' from realtime.sent), '1', 'as its envelope');
select ok((select private from realtime.sent), 'privately');
truncate realtime.sent;

-- How often the default executor is rung for now. Lane sequences are shared with tests that ran before, so theirs may ring too.
create function pg_temp.rings() returns bigint language plpgsql as $$
begin
  delete from realtime.sent;
  perform cogo.ring_doorbells();
  return (select count(*) from realtime.sent where topic = 'executor.default' and event = 'work');
end;
$$;
select count(*) from (select pg_temp.rings()) as primed;
select tests.move_clock('200 milliseconds');
select is(pg_temp.rings(), 0::bigint, 'no work, no bell');
select api.enqueue_jobs('[{"type": "demo.a"}, {"type": "demo.a"}]');
select is((select count(*) from realtime.sent), 0::bigint, 'enqueueing sends nothing itself');
select is(pg_temp.rings(), 1::bigint, 'work rings once for its executor');
select is((select count(*) from realtime.sent where private), (select count(*) from realtime.sent), 'privately');
select api.enqueue_jobs('[{"type": "demo.a"}]');
select tests.move_clock('-10 seconds');
select is(pg_temp.rings(), 0::bigint, 'not twice within 100 ms');
select tests.move_clock('10200 milliseconds');
select is(pg_temp.rings(), 1::bigint, 'then again for what is new');
select tests.move_clock('200 milliseconds');
select is(pg_temp.rings(), 0::bigint, 'nothing new, no bell');
select tests.move_clock('1 second');
select is(pg_temp.rings(), 1::bigint, 'what still lies there rings each second');

create or replace function realtime.send(payload jsonb, event text, topic text, private boolean default true) returns void
language plpgsql as 'begin raise exception ''down''; end';
select lives_ok($$ select api.publish('[{"type": "a.b"}]') $$, 'Realtime that is down stops no publisher');
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select lives_ok($$ select api.publish('[{"type": "a.b"}]') $$, 'nor an agent');

select * from finish();
