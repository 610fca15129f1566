select plan(4);

create temporary table made on commit drop as select tests.keep_key() as key_id;
select tests.grant_for(key_id, 1, jsonb_build_object('agent_id', 'dddddddd-0000-0000-0000-000000000001')) from made;
create function pg_temp.open(tenant uuid default cogo.default_tenant()) returns text language sql as $$
  select coalesce(answer #>> '{refused,message}', 'open') from tests.open(1, tenant, 'dddddddd-0000-0000-0000-000000000001') as answer
$$;

select is(pg_temp.open(), 'open', 'its grant opens the key');
insert into cogo.revocations values (cogo.default_tenant(), 'dddddddd-0000-0000-0000-000000000001', 'agent', cogo.now_());
select matches(pg_temp.open(), 'revoked or suspended', 'until the agent is revoked');
delete from cogo.revocations;
insert into cogo.revocations values (cogo.default_tenant(), cogo.default_tenant(), 'tenant', cogo.now_());
select matches(pg_temp.open(), 'revoked or suspended', 'or its tenant suspended');
select is(tests.open(1) ? 'opening', true, 'an operator opens it all the same');

select * from finish();
