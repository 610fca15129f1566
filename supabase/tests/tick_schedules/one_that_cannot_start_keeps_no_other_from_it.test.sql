select plan(7);

select tests.as_owner();
create temporary table start on commit drop as select tests.schedule('good') as at;
select tests.schedule('bad', '{"job": {"type": "bad.a"}}');
select tests.schedule('full', '{"job": {"type": "full.a"}}');
select count(*) from (select api.register_job_type('bad.*', payload_schema => '{"required": ["to"]}')) as registered;
select tests.as_owner();
create function pg_temp.refuse() returns trigger language plpgsql as $$
begin
  if new.type = 'full.a' then
    raise sqlstate 'PT429' using message = 'Cannot enqueue: the queue is full', detail = 'queue_full', hint = 'Wait.';
  end if;
  return new;
end;
$$;
create trigger refuse before insert on cogo.jobs for each row execute function pg_temp.refuse();

select tests.set_clock(at) from start;
select is(cogo.tick_schedules() ->> 'started', '1', 'the one that can start does');
select is(tests.runs('bad'), '00 failed refused', 'one that is refused for good has failed');
select is((select error ->> 'details' from api.schedule_history('bad')), 'schema_mismatch', 'and says why');
select is(tests.runs('full'), '00 waiting refused', 'one for which there is no room waits');
select is(cogo.tick_schedules() ->> 'started', '0', 'for a while');
drop trigger refuse on cogo.jobs;
select tests.set_clock(at + interval '6 seconds') from start;
select is(cogo.tick_schedules() ->> 'started', '1', 'and is tried again');
select is((select lag_ms >= 6000 from api.schedule_history('full')), true, 'late, as its lag tells');

select * from finish();
