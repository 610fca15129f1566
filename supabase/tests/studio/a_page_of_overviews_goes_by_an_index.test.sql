select plan(3);

select tests.as_owner();
insert into cogo.jobs (created_at, tenant_id, lane_id, lease_seconds, max_attempts, type, payload)
select cogo.now_(), cogo.default_tenant(), (select min(lane_id) from cogo.lanes), 60, 5, 'demo.a', '{}' from generate_series(1, 4000);
insert into cogo.attempts (job_id, fence, finished_at, attempt, final, outcome)
select id, id, cogo.now_(), 1, true, 'succeeded' from cogo.jobs;
insert into cogo.dead_letters (job_id, tenant_id, dead_at, attempt, stage, reason)
select id, cogo.default_tenant(), cogo.now_() + id * interval '1 second', 1, 'exec', 'timeout' from cogo.jobs;
analyze cogo.jobs, cogo.attempts, cogo.dead_letters;

create function pg_temp.scans(query text) returns text language plpgsql as $$
declare
  line text;
  found_lines text;
begin
  for line in execute 'explain ' || query loop
    -- Places where jobs wait are empty here: whether such a one is sorted says nothing.
    if line ~ 'Seq Scan on (jobs|attempts|dead_letters)\M|Sort Key: (?!(waiting|parked|backlog|over_bound|blocked|held)\.)' then
      found_lines := concat_ws(E'\n', found_lines, line);
    end if;
  end loop;
  return found_lines;
end;
$$;
select is(pg_temp.scans('select * from cogo.job_overview order by id desc limit 100'), null, 'the newest jobs');
select is(pg_temp.scans('select * from cogo.job_overview where id = 471'), null, 'one job');
select is(pg_temp.scans('select * from cogo.dead_letter_overview order by dead_at desc limit 100'), null, 'the newest dead letters');
delete from cogo.dead_letters;
delete from cogo.attempts;
delete from cogo.jobs;

select * from finish();
