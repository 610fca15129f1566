select plan(11);

select tests.as_operator();
create temporary table tenant on commit drop as select (api.create_tenant('Acme') ->> 'tenant_id')::uuid as id;
create temporary table agent on commit drop as
  select nth, (api.create_agent('A' || nth, scopes, tenant.id) ->> 'agent_id')::uuid as id
  from tenant, (values (1, '{events:subscribe}'::text[]), (2, '{events:subscribe}')) as given (nth, scopes);
grant select on tenant, agent to authenticated, service_role;
create function pg_temp.subscribe(nth integer) returns jsonb language sql as $$
  select api.subscribe('hook' || subscribe.nth, array[format('tenant.%s.>', tenant.id)], 'webhook', 'https://example.com/in') from tenant
$$;
select tests.as_agent(tenant.id, agent.id, '{events:subscribe}') from tenant, agent where nth = 1;
select pg_temp.subscribe(1);
select tests.as_agent(tenant.id, agent.id, '{events:subscribe}') from tenant, agent where nth = 2;
select pg_temp.subscribe(2);
create function pg_temp.sent(message text default null) returns text language plpgsql as $$
declare
  claimed jsonb;
begin
  perform tests.as_operator();
  if message is not null then
    perform api.publish(jsonb_build_array(jsonb_build_object('type', message, 'tenant_id', (select id from tenant))));
  end if;
  perform tests.settle();
  claimed := api.claim_webhooks('sender', 10);
  perform api.settle_webhooks(jsonb_agg(jsonb_build_object('subscription_id', hook -> 'subscription_id', 'fence', hook -> 'fence')))
  from jsonb_array_elements(claimed) as hook having count(*) > 0;
  return (
    select string_agg(hook ->> 'name' || ':' || jsonb_array_length(hook -> 'messages'), ' ' order by hook ->> 'name') from jsonb_array_elements(claimed) as hook
  );
end;
$$;
select is(pg_temp.sent('a.one'), 'hook1:1 hook2:1', 'both are sent what they subscribed to');
select api.revoke_agent(id) from agent where nth = 1;
select is(pg_temp.sent('a.two'), 'hook2:1', 'who was revoked is sent nothing more');
select is(cogo.webhooks_due(), false, 'and wakes nobody');
select api.suspend_tenant(id) from tenant;
select is(pg_temp.sent('a.three'), null, 'a suspended tenant is sent nothing');
select is(cogo.webhooks_due(), false, 'and wakes nobody');
select api.resume_tenant(id) from tenant;
select is(cogo.webhooks_due(), true, 'resumed there is something to send');
select is(pg_temp.sent(), 'hook2:1', 'what came meanwhile');
select api.update_agent(id, scopes => '{jobs:read}') from agent where nth = 2;
select is(pg_temp.sent('a.four'), null, 'a scope that was taken away ends what it allowed');
select api.update_agent(agent.id, scopes => array[format('events:subscribe:tenant.%s.agent.*.a.*', tenant.id)]) from agent, tenant where nth = 2;
select is(pg_temp.sent('a.five'), null, 'one that is narrower than the subscription does not cover it');
select api.update_agent(agent.id, scopes => array[format('events:subscribe:tenant.%s.>', tenant.id)]) from agent, tenant where nth = 2;
select is(pg_temp.sent('a.six'), 'hook2:1', 'one that covers it opens it for what comes then');
select is(cogo.webhooks_due(), false, 'nothing is left');

select * from finish();
