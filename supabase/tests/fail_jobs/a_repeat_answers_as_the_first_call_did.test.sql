select plan(12);

create function pg_temp.twice(class text, said text, description text) returns setof text language plpgsql as $$
declare
  held record;
  first record;
  second record;
  item jsonb;
begin
  select * into held from tests.hold();
  item := tests.item(held.job_id, held.fence, jsonb_build_object('error', jsonb_build_object('class', class, 'message', 'x'), 'retry_in_seconds', 600));
  select * into first from api.fail_jobs(item);
  select * into second from api.fail_jobs(item);
  return next is(first.outcome, said, description || ', first');
  return next is(second.outcome, said, description || ', again');
  return next is(second.retry_at, first.retry_at, description || ', with the same time');
end;
$$;
select tests.fix_random(0.5);
select tests.as_operator();
select pg_temp.twice('transient', 'retried', 'an operator retries');
select pg_temp.twice('permanent', 'dead_lettered', 'an operator buries');
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select pg_temp.twice('transient', 'retried', 'an agent retries');
select pg_temp.twice('permanent', 'dead_lettered', 'an agent buries');

select * from finish();
