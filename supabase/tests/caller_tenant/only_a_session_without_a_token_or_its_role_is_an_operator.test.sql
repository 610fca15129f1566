select plan(9);

-- As a function calls it: a session of the server's own code, and the claims of whoever asked.
create function pg_temp.in_a_function(claims jsonb) returns void language sql as $$
  select set_config('role', 'none', false), set_config('request.jwt.claims', coalesce(claims::text, ''), false);
$$;
create function pg_temp.agent(more jsonb) returns jsonb language sql as $$
  select '{"tenant_id": "11111111-1111-1111-1111-111111111111", "agent_id": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"}'::jsonb || more
$$;

select pg_temp.in_a_function(null);
select is(cogo.caller_tenant(), null, 'a session without a token is an operator');
select pg_temp.in_a_function('{"role": "service_role"}');
select is(cogo.caller_tenant('jobs:read'), null, 'as is a token of that role');
select pg_temp.in_a_function(pg_temp.agent('{"scopes": ["jobs:read"]}'));
select is(cogo.caller_tenant(), '11111111-1111-1111-1111-111111111111', 'a token that says no role is none');
select is(cogo.caller_tenant('jobs:read'), '11111111-1111-1111-1111-111111111111');
select pg_temp.in_a_function('{}');
select tests.refuses($$select cogo.caller_tenant()$$, 'PT401', 'not_an_agent', 'tenant_id', 'nor is one that says nothing');
select tests.refuses($$select cogo.caller_tenant('jobs:read')$$, 'PT401', 'not_an_agent', 'tenant_id');

-- Scopes are a list. A text or an object that holds the word grants nothing.
select pg_temp.in_a_function(pg_temp.agent('{"scopes": "jobs:read"}'));
select tests.refuses($$select cogo.caller_tenant('jobs:read')$$, 'PT403', 'insufficient_scope', 'jobs:read', 'a text is no list of scopes');
select pg_temp.in_a_function(pg_temp.agent('{"scopes": {"jobs:read": false}}'));
select tests.refuses($$select cogo.caller_tenant('jobs:read')$$, 'PT403', 'insufficient_scope', 'jobs:read', 'nor is an object');
select is(cogo.caller_limits('jobs:read'), '{}', 'nor do they narrow what is not there');

select * from finish();
