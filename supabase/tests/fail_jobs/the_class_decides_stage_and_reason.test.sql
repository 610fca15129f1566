select plan(7);

select tests.as_operator();
select tests.fix_random(0.5);
create function pg_temp.letter(error jsonb) returns text language plpgsql as $$
declare
  held record;
  said text;
begin
  select * into held from tests.hold('{"type": "demo.a", "max_attempts": 1}');
  select outcome into said from api.fail_jobs(tests.item(held.job_id, held.fence, jsonb_build_object('error', error || '{"message": "x"}')));
  return concat_ws(' ', said, api.get_job(held.job_id) #>> '{dead_letter,stage}', api.get_job(held.job_id) #>> '{dead_letter,reason}');
end;
$$;
select is(pg_temp.letter('{"class": "transient"}'), 'dead_lettered exec exhausted_retries', 'transient');
select is(pg_temp.letter('{"class": "transient", "reason": "timeout", "stage": "fetch"}'), 'dead_lettered fetch timeout', 'transient with its own words');
select is(pg_temp.letter('{"class": "validation"}'), 'dead_lettered input validation_failed', 'validation');
select is(pg_temp.letter('{"class": "validation", "reason": "parse_error", "stage": "output"}'), 'dead_lettered output parse_error', 'validation with its own words');
select is(pg_temp.letter('{"class": "permanent"}'), 'dead_lettered exec policy_violation', 'permanent');
select is(pg_temp.letter('{"class": "permanent", "reason": "compensation_failed", "stage": "commit"}'), 'dead_lettered commit compensation_failed', 'permanent with its own words');
select is(pg_temp.letter('{"class": "transient", "reason": null, "stage": null}'), 'dead_lettered exec exhausted_retries', 'null counts as left out');

select * from finish();
