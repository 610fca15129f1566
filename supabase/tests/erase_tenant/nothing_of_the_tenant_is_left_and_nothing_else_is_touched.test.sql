select plan(17);
create function pg_temp.a() returns uuid language sql immutable as $$ select 'aaaaaaaa-0000-4000-8000-00000000000a'::uuid $$;
create function pg_temp.b() returns uuid language sql immutable as $$ select 'bbbbbbbb-0000-4000-8000-00000000000b'::uuid $$;
select tests.furnish_ground();
select tests.furnish_accounts(pg_temp.a(), 'aaaaaaaa-0000-4000-8000-0000000000a1', 'leaves'), tests.furnish_accounts(pg_temp.b(), 'bbbbbbbb-0000-4000-8000-0000000000b1', 'stays');
select tests.furnish_work(pg_temp.a(), 'aaaaaaaa-0000-4000-8000-0000000000a1', 'leaves');
select tests.furnish_work(pg_temp.b(), 'bbbbbbbb-0000-4000-8000-0000000000b1', 'stays');
-- One event of jobs of both, and an operator's reader whose letters are of both.
select count(*) from cogo.enqueue_jobs(jsonb_build_array(
  jsonb_build_object('type', 'leave.both', 'tenant_id', pg_temp.a(), 'delay_seconds', 60), jsonb_build_object('type', 'leave.both', 'tenant_id', pg_temp.b(), 'delay_seconds', 60)));
select api.subscribe('all', '{>}'), api.subscribe('one', array['tenant.' || pg_temp.a() || '.>']);
insert into cogo.subscription_dead_letters
select sub.id, cogo.uuid_v7(cogo.now_(), 5), cogo.now_(), 3, format('tenant.%s.agent.x.y', tenant), jsonb_build_object('tenant', tenant)
from cogo.subscriptions as sub, unnest(array[pg_temp.a()]) as tenant where sub.name = 'all';

-- So that the proof is not hollow.
create temporary table there as select tenant, cogo.count_tenant_rows(tenant) as parts from unnest(array[pg_temp.a(), pg_temp.b()]) as tenant;
select is(
  (select array_agg(part) from there, cogo.tenant_parts() where not parts ? part), '{offboardings,offboardings}',
  'both tenants have something in every part of the registry'
);
select cogo.sweep();
select tests.lives_clean();
select api.start_offboarding(pg_temp.a());
create temporary table ids as select ids || 'aaaaaaaa-0000-4000-8000-0000000000a1'::uuid as told from cogo.offboardings;
select ok(
  (select count(distinct trace ->> 'table') from jsonb_array_elements(api.tenant_traces(pg_temp.a()) -> 'traces') as trace) >= 60, 'the scan finds it in many tables'
);
create temporary table was as select tests.tenant_print(pg_temp.b()) as told, count(*) as accounts, sum(spent_nano) as spent from cogo.budget_windows
  where budget_id in (select budget_id from cogo.budgets where scope = 'organisation');

select is(tests.leave(pg_temp.a()) ->> 'state', 'ended', 'its work ends');
select is((cogo.count_tenant_rows(pg_temp.a()) ?| array(select part from cogo.tenant_parts() where erased = 'work')), false, 'no job stands in any place');
select tests.lives_clean();
create temporary table left_over as select cogo.count_tenant_rows(pg_temp.a()) as parts;
create temporary table done as select tests.erase(pg_temp.a()) as told;

select is(tests.traces(pg_temp.a(), (select told from ids)), null, 'the scan finds nothing in any table');
select is(cogo.count_tenant_rows(pg_temp.a()), '{}', 'nor does the registry');
select is(
  (select jsonb_agg(jsonb_build_array(part, was.told -> part, here.told -> part))
    from was, (select tests.tenant_print(pg_temp.b()) as told offset 0) as here, jsonb_object_keys(was.told) as part where was.told -> part is distinct from here.told -> part),
  null, 'every row of the other tenant is as it was'
);
select is((select sum(spent_nano) from cogo.budget_windows where budget_id in (select budget_id from cogo.budgets where scope = 'organisation')), (select spent from was), 'what was spent stays spent');
select ok((select spent > 0 from was), 'which was something');
select tests.lives_clean();
select is(cogo.verify_audit(), '[]', 'the audit of keys verifies');
select is((select array_agg(known.part) from left_over, jsonb_object_keys(parts) as counted, done, cogo.tenant_parts() as known
  where known.part = counted and known.erased <> 'last' and known.part <> 'kept_back' and not told -> 'counts' ? known.part), null, 'the proof counts each part');
select is(api.find_erasure(pg_temp.a(), (select told ->> 'salt' from done)) ->> 'proof', (select told ->> 'proof' from done), 'who has the salt finds the proof');
select is(api.find_erasure(pg_temp.a(), 'another'), null, 'nobody else does');
select is(api.find_erasure(pg_temp.b(), (select told ->> 'salt' from done)), null, 'and for no other tenant');
select * from finish();
