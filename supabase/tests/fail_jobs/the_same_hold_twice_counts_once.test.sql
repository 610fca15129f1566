select plan(3);

select tests.as_operator();
select tests.fix_random(0.5);
create function pg_temp.twice(class text) returns text language plpgsql as $$
declare
  held record;
  item jsonb;
begin
  select * into held from tests.hold();
  item := tests.item(held.job_id, held.fence, jsonb_build_object('error', jsonb_build_object('class', class, 'message', 'x')));
  return (select string_agg(outcome, ' ') from api.fail_jobs(item || item)) || ': ' || tests.history(held.job_id);
end;
$$;
select is(pg_temp.twice('transient'), 'retried retried: enqueued claimed started retried', 'transient');
select is(pg_temp.twice('permanent'), 'dead_lettered dead_lettered: enqueued claimed started failed dead_lettered', 'permanent');
select is(pg_temp.twice('lease_conflict'), 'released released: enqueued claimed started released', 'lease_conflict');

select * from finish();
