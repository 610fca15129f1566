select plan(3);

select tests.as_operator();
select tests.fix_random(0.5);
select count(*) from api.register_job_type('slow.*', retry_base_ms => 10000, retry_factor => 3, retry_max_ms => 40000);
create temporary table hold on commit drop as select * from tests.hold('{"type": "slow.a"}');
create function pg_temp.fails() returns numeric language plpgsql as $$
declare
  next record;
  wait numeric;
begin
  select * into next from hold;
  select round(extract(epoch from retry_at - cogo.now_())) into wait
  from api.fail_jobs(tests.item(next.job_id, next.fence, '{"error": {"class": "transient", "message": "x"}}'));
  perform tests.move_clock(make_interval(secs => wait + 1));
  delete from hold;
  insert into hold select job_id, fence from api.claim_jobs('worker', 1, start => true);
  return wait;
end;
$$;
select is(pg_temp.fails(), 10::numeric, 'base');
select is(pg_temp.fails(), 30::numeric, 'times its factor');
select is(pg_temp.fails(), 40::numeric, 'up to its cap');

select * from finish();
