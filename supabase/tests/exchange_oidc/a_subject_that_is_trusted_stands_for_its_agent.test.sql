select plan(20);

select tests.as_operator();
select api.create_tenant('One', '11111111-1111-1111-1111-111111111111');
select api.create_agent('CI', '{jobs:read}', '11111111-1111-1111-1111-111111111111', agent_id => 'dddddddd-0000-0000-0000-000000000001');
select api.create_agent('CD', '{jobs:write}', '11111111-1111-1111-1111-111111111111', agent_id => 'dddddddd-0000-0000-0000-000000000002');
create temporary table trusted on commit drop as
  select api.set_oidc_trust('dddddddd-0000-0000-0000-000000000001', 'https://token.example', 'cogo', 'repo:octo/a_b:ref:refs/heads/*') as trust;
create function pg_temp.exchange(subject text, jti text, audience text default 'cogo', agent uuid default null) returns text
language sql as $$
  select cogo.exchange_oidc('https://token.example', audience, subject, jti, cogo.now_() + interval '1 minute', null, agent) ->> 'agent_id'
$$;

select is(cogo.find_oidc_issuer('https://token.example'), '{"jwks_url": "https://token.example/.well-known/jwks", "audiences": ["cogo"]}', 'an issuer is known with its keys');
select is(cogo.find_oidc_issuer('https://other.example'), null);
select is(pg_temp.exchange('repo:octo/a_b:ref:refs/heads/main', 'a'), 'dddddddd-0000-0000-0000-000000000001', 'a subject that matches');
select tests.refuses($$select pg_temp.exchange('repo:octo/a_b:ref:refs/heads/main', 'a')$$, 'PT401', 'invalid_credential', 'credential', 'each token once');
select tests.refuses($$select pg_temp.exchange('repo:octo/aXb:ref:refs/heads/main', 'b')$$, 'PT401', 'invalid_credential', 'credential', '_ is no wildcard');
select tests.refuses($$select pg_temp.exchange('repo:octo/a_b:ref:refs/tags/x', 'b')$$, 'PT401', 'invalid_credential', 'credential');
select tests.refuses($$select pg_temp.exchange('xrepo:octo/a_b:ref:refs/heads/main', 'b')$$, 'PT401', 'invalid_credential', 'credential');
select tests.refuses($$select pg_temp.exchange('repo:octo/a_b:ref:refs/heads/main', 'b', 'other')$$, 'PT401', 'invalid_credential', 'credential', 'another audience');
select tests.refuses($$select pg_temp.exchange(null, 'b')$$, 'PT401', 'invalid_credential', 'credential');
select tests.refuses($$select pg_temp.exchange('repo:octo/a_b:ref:refs/heads/' || repeat('x', 600), 'b')$$, 'PT401', 'invalid_credential', 'credential');
select is(api.set_oidc_trust('dddddddd-0000-0000-0000-000000000001', 'https://token.example', 'cogo', 'repo:octo/a_b:ref:refs/heads/*') ->> 'trust_id', (select trust ->> 'trust_id' from trusted), 'twice is once');
select api.set_oidc_trust('dddddddd-0000-0000-0000-000000000002', 'https://token.example', 'cogo', 'repo:octo/a_b:*');
select tests.refuses($$select pg_temp.exchange('repo:octo/a_b:ref:refs/heads/main', 'c')$$, 'PT400', 'bad_argument', 'agent_id', 'of two agents one is to be named');
select is(pg_temp.exchange('repo:octo/a_b:ref:refs/heads/main', 'c', agent => 'dddddddd-0000-0000-0000-000000000002'), 'dddddddd-0000-0000-0000-000000000002');
select tests.refuses($$select api.set_oidc_trust('dddddddd-0000-0000-0000-000000000001', 'http://token.example', 'cogo', 'x')$$, 'PT400', 'bad_argument', 'issuer');
select tests.refuses($$select api.set_oidc_trust('dddddddd-0000-0000-0000-000000000001', 'https://a.example', 'cogo', '*')$$, 'PT400', 'bad_argument', 'subject', 'everybody is nobody');
select tests.refuses($$select api.set_oidc_trust('dddddddd-0000-0000-0000-000000000001', 'https://a.example', '', 'x')$$, 'PT400', 'bad_argument', 'audience');
select tests.refuses($$select api.set_oidc_trust('dddddddd-0000-0000-0000-000000000001', 'https://a.example', 'x', 'x', 'file:///etc')$$, 'PT400', 'bad_argument', 'jwks_url');
select is(api.remove_oidc_trust((select (trust ->> 'trust_id')::uuid from trusted)), true);
select is(api.remove_oidc_trust((select (trust ->> 'trust_id')::uuid from trusted)), false, 'twice is once');
select is(pg_temp.exchange('repo:octo/a_b:ref:refs/heads/main', 'd'), 'dddddddd-0000-0000-0000-000000000002', 'the other one stays');

select * from finish();
