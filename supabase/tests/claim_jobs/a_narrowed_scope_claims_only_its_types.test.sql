select plan(11);

create function pg_temp.as_worker(scopes text[]) returns void language sql as $$
  select tests.as_agent('11111111-1111-1111-1111-111111111111', 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa', scopes);
$$;
create function pg_temp.claimed(want integer default 10) returns text language sql as $$
  select string_agg(job.type, ' ' order by job.job_id) from api.claim_jobs('worker', want) as job
$$;

select tests.as_agent('11111111-1111-1111-1111-111111111111', 'bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb');
select count(*) from api.enqueue_jobs('[
  {"type": "code.a"}, {"type": "mail.a"}, {"type": "mailing.a"}, {"type": "mail.b", "priority": "urgent"}, {"type": "post.a"}, {"type": "code.b"}
]');
select pg_temp.as_worker('{jobs:work:mail.}');
select matches(pg_temp.claimed(1), '^mail\.[ab]$', 'what it may not claim is passed by, whatever stands before it');
select matches(pg_temp.claimed(), '^mail\.[ab]$', 'a prefix is taken as it is');
select is(pg_temp.claimed(), null, 'and no more');
select is(jsonb_array_length(api.work('worker', want => 10) -> 'jobs'), 0, 'nor by work');
select pg_temp.as_worker('{jobs:work:mail.,jobs:work:post.,jobs:read}');
select is(pg_temp.claimed(), 'post.a', 'several prefixes are several kinds of work');
select pg_temp.as_worker('{jobs:work:%,jobs:work:.*}');
select is(pg_temp.claimed(), null, 'a prefix is no pattern');
select set_config('request.jwt.claims', replace(current_setting('request.jwt.claims'), 'jobs:work:', 'jobs\u003awork:'), false);
select is(pg_temp.claimed(), null, 'nor is it overlooked when it is written otherwise');
select pg_temp.as_worker('{jobs:work,jobs:work:mail.}');
select is(pg_temp.claimed(), 'code.a mailing.a code.b', 'the whole scope is not narrowed by a part of it');

-- Through limits: jobs that were parked and woken.
select tests.as_operator();
select tests.as_agent('11111111-1111-1111-1111-111111111111', 'bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb');
select count(*) from api.enqueue_jobs('[{"type": "code.a", "concurrency_key": "k"}, {"type": "mail.a", "concurrency_key": "k"}, {"type": "code.b", "concurrency_key": "k"}]');
select pg_temp.as_worker('{jobs:work}');
create temporary table first_one on commit drop as select * from api.claim_jobs('worker', 3, start => true);
select is((select string_agg(type, ' ') from first_one), 'code.a', 'of three with a key of one, one runs');
select count(*) from api.complete_jobs((select tests.item(job_id, fence) from first_one));
select pg_temp.as_worker('{jobs:work:code.}');
select is(pg_temp.claimed(), null, 'a woken job of another type stays for others');
select pg_temp.as_worker('{jobs:work:mail.}');
select is(pg_temp.claimed(), 'mail.a', 'who may take it');

select * from finish();
