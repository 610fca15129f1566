select plan(13);

select tests.as_operator();
select api.create_tenant('One', '11111111-1111-1111-1111-111111111111');
select api.create_agent('Mail', '{jobs:read}', '11111111-1111-1111-1111-111111111111', agent_id => 'dddddddd-0000-0000-0000-000000000001');
create temporary table issued on commit drop as select api.issue_credential('dddddddd-0000-0000-0000-000000000001') as told;
select api.add_agent_key('dddddddd-0000-0000-0000-000000000001', '{"kty": "EC", "crv": "P-256", "x": "x", "y": "y", "kid": "k"}');
select api.set_oidc_trust('dddddddd-0000-0000-0000-000000000001', 'https://issuer.example', 'us', 'repo:a/b:*');

select tests.as_agent('11111111-1111-1111-1111-111111111111', 'dddddddd-0000-0000-0000-000000000001', '{jobs:read}');
select lives_ok($$select * from api.list_jobs()$$, 'its token holds');
select tests.as_operator();
select is(api.revoke_agent('dddddddd-0000-0000-0000-000000000001') ->> 'state', 'revoked');
select is(api.revoke_agent('dddddddd-0000-0000-0000-000000000001') ->> 'state', 'revoked', 'twice is once');
select tests.as_agent('11111111-1111-1111-1111-111111111111', 'dddddddd-0000-0000-0000-000000000001', '{jobs:read}');
select tests.refuses($$select * from api.list_jobs()$$, 'PT403', 'agent_revoked', 'revoked', 'the same token no more');
select tests.as_operator();
select tests.refuses($$select cogo.exchange_credential(sha256(convert_to(told ->> 'credential', 'UTF8')), null) from issued$$, 'PT401', 'invalid_credential', 'credential', 'its secret gives nothing');
select is(cogo.find_agent_key('dddddddd-0000-0000-0000-000000000001', 'k'), null, 'nor does its key');
select is(cogo.find_oidc_issuer('https://issuer.example'), null, 'nor a trust');
select tests.refuses($$select api.issue_credential('dddddddd-0000-0000-0000-000000000001')$$, 'PT409', 'access_conflict', 'revoked');
select tests.refuses($$select api.update_agent('dddddddd-0000-0000-0000-000000000001', 'x')$$, 'PT409', 'access_conflict', 'revoked');
select tests.refuses($$select api.add_agent_key('dddddddd-0000-0000-0000-000000000001', '{}')$$, 'PT409', 'access_conflict', 'revoked');
select tests.refuses($$select api.set_oidc_trust('dddddddd-0000-0000-0000-000000000001', 'https://a.example', 'us', 'x')$$, 'PT409', 'access_conflict', 'revoked');
select tests.refuses($$select api.revoke_agent('99999999-9999-9999-9999-999999999999')$$, 'PT404', 'agent_not_found', '9999');
select is((select count(*)::integer from api.list_access_audit() as entry where entry ->> 'act' = 'revoke_agent'), 1, 'the audit holds it once');

select * from finish();
