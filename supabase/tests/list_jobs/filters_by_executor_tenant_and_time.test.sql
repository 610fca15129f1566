-- commits: it moves a sequence, which no rollback undoes
select plan(10);

select tests.set_clock('2026-11-20T10:00:00Z');
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select count(*) from api.enqueue_job('demo.monday');
select tests.as_owner();
select setval('cogo.jobs_id_seq', 40000);
select tests.set_clock('2026-11-22T10:00:00Z');
select tests.as_operator();
select count(*) from api.open_lanes('crawler');
select count(*) from api.enqueue_jobs('[{"type": "demo.tuesday"}, {"type": "demo.crawl", "executor": "crawler"}]');
select tests.as_owner();
select setval('cogo.jobs_id_seq', 90000);
select tests.set_clock('2026-11-24T10:00:00Z');
select tests.as_operator();
select count(*) from api.enqueue_job('demo.wednesday');

create function pg_temp.found(since timestamptz, until timestamptz) returns text language sql as $$
  select string_agg(type, ' ' order by job_id) from api.list_jobs(since => found.since, until => found.until) where job_id is not null
$$;
select is(pg_temp.found('2026-11-24T10:00:00Z', null), 'demo.wednesday', 'since includes its moment');
select is(pg_temp.found(null, '2026-11-22T10:00:00Z'), 'demo.monday', 'until excludes its moment');
select is(pg_temp.found('2026-11-21T00:00:00Z', '2026-11-23T00:00:00Z'), 'demo.tuesday demo.crawl', 'a span in between');
select is(pg_temp.found('2026-11-25T00:00:00Z', null), null, 'nothing was made later');
select is((select count(*) from api.list_jobs(until => '2026-11-20T10:00:00Z')), 0::bigint, 'nothing was made earlier, and no cursor is left');
select results_eq($$ select type from api.list_jobs(only_executor => 'crawler') $$, array['demo.crawl'], 'an executor');
select results_eq(
  $$ select type from api.list_jobs(only_tenant => '00000000-0000-4000-8000-00000000000a', until => '2026-11-21T00:00:00Z') $$,
  array['demo.monday'], 'an operator asks for a tenant'
);
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select is((select count(*) from api.list_jobs(only_tenant => '00000000-0000-4000-8000-00000000000a')), 1::bigint, 'an agent may name its own');
select tests.refuses(
  $$ select api.list_jobs(only_tenant => '00000000-0000-4000-8000-00000000000b') $$, 'PT400', 'bad_argument', 'only_tenant'
);
select is((select count(*) from api.list_jobs(since => '2026-11-24T00:00:00Z')), 0::bigint, 'and sees no other''s by their time');

select * from finish();
