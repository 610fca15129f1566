select plan(4);

select tests.as_owner();
select api.register_workflow('{"name": "demo.flow", "steps": [{"name": "one", "type": "demo.a"}]}');
create temporary table start on commit drop as select tests.schedule('a', '{"job": null, "workflow": {"name": "demo.flow"}}') as at;
-- As if the key's first run stood in the way, and retention dropped it before it could be read.
create function pg_temp.go() returns trigger language plpgsql as $$ begin return null; end; $$;
create trigger go before insert on cogo.workflows for each row execute function pg_temp.go();

select tests.set_clock(at) from start;
select is(cogo.tick_schedules() ->> 'started', '0', 'it cannot start just now');
select is(tests.runs('a'), '00 waiting refused', 'and waits');
select is((select error ->> 'details' from api.schedule_history('a')), 'try_again', 'as it was told');
drop trigger go on cogo.workflows;
select tests.set_clock(at + interval '6 seconds') from start;
select is(cogo.tick_schedules() ->> 'started', '1', 'then it starts');

select * from finish();
