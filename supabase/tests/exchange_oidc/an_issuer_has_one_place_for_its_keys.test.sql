select plan(5);

select tests.as_operator();
select api.create_tenant('One', '11111111-1111-1111-1111-111111111111'), api.create_tenant('Two', '22222222-2222-2222-2222-222222222222');
select api.create_agent('CI', '{jobs:read}', '11111111-1111-1111-1111-111111111111', agent_id => 'dddddddd-0000-0000-0000-000000000001');
select api.create_agent('CI', '{jobs:read}', '22222222-2222-2222-2222-222222222222', agent_id => 'dddddddd-0000-0000-0000-000000000002');
select api.set_oidc_trust('dddddddd-0000-0000-0000-000000000001', 'https://token.example', 'cogo', 'a:*');

select tests.refuses(
  $$select api.set_oidc_trust('dddddddd-0000-0000-0000-000000000002', 'https://token.example', 'cogo', 'b:*', 'https://elsewhere.example/keys')$$,
  'PT400', 'bad_argument', 'jwks_url', 'the keys of one trust never open another'
);
select is(
  api.set_oidc_trust('dddddddd-0000-0000-0000-000000000002', 'https://token.example', 'cogo', 'b:*') ->> 'jwks_url',
  'https://token.example/.well-known/jwks', 'the same place for both'
);
select is(cogo.find_oidc_issuer('https://token.example') ->> 'jwks_url', 'https://token.example/.well-known/jwks');

-- Trusts from before this rule.
select tests.as_owner();
update cogo.oidc_trusts set jwks_url = 'https://elsewhere.example/keys' where agent_id = 'dddddddd-0000-0000-0000-000000000002';
select is(cogo.find_oidc_issuer('https://token.example'), null, 'an issuer with two places is trusted by nobody');
delete from cogo.oidc_trusts where agent_id = 'dddddddd-0000-0000-0000-000000000002';
select is(cogo.find_oidc_issuer('https://token.example') ->> 'jwks_url', 'https://token.example/.well-known/jwks', 'until one is removed');

select * from finish();
