-- commits: it moves a sequence, which no rollback undoes
select plan(2);

select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select count(*) from api.enqueue_job('demo.old');
select tests.as_owner();
select setval('cogo.jobs_id_seq', 50000);
select tests.as_operator();
select count(*) from api.enqueue_job('demo.new');

select is(
  (with recursive page as (
    select job_id, type, next_before_job_id from api.list_jobs(type_prefix => 'demo.old')
    union all
    select older.job_id, older.type, older.next_before_job_id
    from page, lateral api.list_jobs(type_prefix => 'demo.old', before_job_id => page.next_before_job_id) as older
    where page.next_before_job_id is not null
  ) select count(*) from page where type = 'demo.old'), 1::bigint,
  'following the cursor finds what lies further back than a page looks'
);
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select is((select count(*) from api.list_jobs()), 1::bigint, 'others'' new jobs do not hide a tenant''s old ones');

select * from finish();
