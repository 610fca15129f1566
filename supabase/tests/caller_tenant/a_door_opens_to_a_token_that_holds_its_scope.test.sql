select plan(16);

create function pg_temp.as_agent_with(scopes jsonb) returns void language sql as $$
  select tests.as_agent('11111111-1111-1111-1111-111111111111', 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa');
  select set_config('request.jwt.claims', (current_setting('request.jwt.claims')::jsonb - 'scopes' || case when scopes is null then '{}' else jsonb_build_object('scopes', scopes) end)::text, false);
$$;

select pg_temp.as_agent_with('["jobs:read"]');
select lives_ok($$select * from api.list_jobs()$$, 'a token with the scope may');
select tests.refuses($$select * from api.enqueue_jobs('[{"type": "demo.a"}]')$$, 'PT403', 'insufficient_scope', 'jobs:write', 'another scope is named');
select tests.refuses($$select api.work('w')$$, 'PT403', 'insufficient_scope', 'jobs:work');

select pg_temp.as_agent_with('["jobs:work:mail."]');
select lives_ok($$select api.work('w')$$, 'a narrowed scope opens the door');
select tests.refuses($$select * from api.list_jobs()$$, 'PT403', 'insufficient_scope', 'jobs:read', 'and no other one');

select pg_temp.as_agent_with('["jobs:worker", "jobs", "*", "jobs:*", "JOBS:WORK", "jobs:work ", "jobs:work:"]');
select tests.refuses($$select api.work('w')$$, 'PT403', 'insufficient_scope', 'jobs:work', 'what only looks like the scope opens nothing');

select pg_temp.as_agent_with('[]');
select tests.refuses($$select api.work('w')$$, 'PT403', 'insufficient_scope', 'jobs:work', 'a token without scopes may do nothing');
select pg_temp.as_agent_with(null);
select tests.refuses($$select api.work('w')$$, 'PT403', 'insufficient_scope', 'jobs:work', 'nor one that says none');
select pg_temp.as_agent_with('"jobs:read jobs:work"');
select tests.refuses($$select api.work('w')$$, 'PT403', 'insufficient_scope', 'jobs:work', 'nor one with a text in place of the list');
select pg_temp.as_agent_with('[["jobs:work"], {"jobs:work": 1}, 7, null]');
select tests.refuses($$select api.work('w')$$, 'PT403', 'insufficient_scope', 'jobs:work', 'nor one with other things in it');

select tests.as_user('cccccccc-cccc-cccc-cccc-cccccccccccc');
select tests.refuses($$select api.work('w')$$, 'PT401', 'not_an_agent', 'tenant_id', 'without a tenant there is nobody to act for');

select tests.as_operator();
select lives_ok($$select api.work('w')$$, 'an operator needs no scope');

select pg_temp.as_agent_with('["jobs:work"]');
select lives_ok($$select api.work('w')$$, 'an agent that no table knows is who its signature says');
select tests.as_owner();
insert into cogo.revocations values ('11111111-1111-1111-1111-111111111111', 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa', 'agent', cogo.now_());
select pg_temp.as_agent_with('["jobs:work"]');
select tests.refuses($$select api.work('w')$$, 'PT403', 'agent_revoked', 'revoked', 'one that was revoked is refused');
select set_config('request.jwt.claims', replace(current_setting('request.jwt.claims'), 'aaaa', 'AAAA'), false);
select tests.refuses($$select api.work('w')$$, 'PT403', 'agent_revoked', 'revoked', 'however its id is written');
select tests.as_agent('22222222-2222-2222-2222-222222222222', 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa');
select lives_ok($$select api.work('w')$$, 'one of that id in another tenant is not');

select * from finish();
