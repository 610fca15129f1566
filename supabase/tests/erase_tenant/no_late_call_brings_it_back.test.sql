select plan(12);
create function pg_temp.a() returns uuid language sql immutable as $$ select 'aaaaaaaa-0000-4000-8000-00000000000a'::uuid $$;
create function pg_temp.agent() returns uuid language sql immutable as $$ select 'aaaaaaaa-0000-4000-8000-0000000000a1'::uuid $$;
-- It is named in tokens only.
select tests.as_agent(pg_temp.a(), pg_temp.agent());
select api.enqueue_job('leave.a');
select tests.as_operator();
select is(tests.leave(pg_temp.a()) ->> 'state', 'ended', 'its work has ended');
select tests.as_agent(pg_temp.a(), pg_temp.agent());
select tests.refuses($$ select api.enqueue_job('leave.a') $$, 'PT403', 'agent_revoked', 'tenant', 'its token is refused while it leaves');
select tests.as_operator();
-- An operator names it once more.
select count(api.enqueue_job('leave.b', tenant_id => pg_temp.a(), run_at => cogo.now_() + interval '1 minute'));
select is(tests.erase(pg_temp.a()) -> 'is_erased', 'true', 'what comes late is ended and erased with the rest');
select tests.as_owner();
select is((select count(*) from cogo.jobs), 0::bigint, 'no job is left');
select tests.lives_clean();
select tests.as_agent(pg_temp.a(), pg_temp.agent());
select tests.refuses($$ select api.enqueue_job('leave.a') $$, 'PT403', 'agent_revoked', 'tenant', 'its token is refused when it is gone');
select tests.refuses($$ select api.publish('[{"type": "leave.told"}]') $$, 'PT403', 'agent_revoked', 'tenant', 'at every door');
select tests.as_owner();
select is(cogo.open_grant('x', pg_temp.a(), pg_temp.agent(), 'agent:' || pg_temp.agent()) #>> '{refused,details}', 'grant_refused', 'a grant is refused');
select tests.refuses(format('select api.create_tenant(%L, %L)', 'again', pg_temp.a()), 'PT409', 'access_conflict', 'erased');
select is(tests.traces(pg_temp.a(), array[pg_temp.agent()]), null, 'and nothing of that leaves a trace');
select is(cogo.tend_offboarding(), 0, 'the refusal is kept');
select tests.move_clock('91 days');
select is(cogo.tend_offboarding(), 1, 'until no token can live');
select * from finish();
