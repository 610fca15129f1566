select plan(6);

create function pg_temp.twice(description text) returns setof text language plpgsql as $$
declare
  held record;
  list jsonb;
begin
  select * into held from tests.hold();
  list := tests.item(held.job_id, held.fence, '{"outcome": "succeeded"}');
  return next is(api.work('worker', list) #>> '{finished,0,outcome}', 'succeeded', description || ', first');
  return next is(api.work('worker', list) #>> '{finished,0,outcome}', 'succeeded', description || ', again');
  return next is(tests.history(held.job_id), 'enqueued claimed started succeeded', description || ', one event');
end;
$$;
select tests.fix_random(0.5);
select tests.as_operator();
select pg_temp.twice('an operator''s worker');
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select pg_temp.twice('an agent');

select * from finish();
