select plan(28);

select tests.as_operator();
select api.create_tenant('One', '11111111-1111-1111-1111-111111111111');
select api.create_agent('Mail', '{jobs:read,jobs:work,events:publish}', '11111111-1111-1111-1111-111111111111', 'mail', '{mail.,post.}', 'dddddddd-0000-0000-0000-000000000001');
create temporary table issued on commit drop as select api.issue_credential('dddddddd-0000-0000-0000-000000000001') as told;
create function pg_temp.exchange(scopes text[] default null, secret text default 'the one that was issued') returns jsonb
language sql as $$ select cogo.exchange_credential(sha256(convert_to(case secret when 'the one that was issued' then (select told ->> 'credential' from issued) else secret end, 'UTF8')), scopes) $$;

select matches((select told ->> 'credential' from issued), '^cga_[A-Za-z0-9_-]{43}$', 'a secret of 256 bits');
select is(pg_temp.exchange(), '{
  "tenant_id": "11111111-1111-1111-1111-111111111111", "agent_id": "dddddddd-0000-0000-0000-000000000001", "project_id": "mail",
  "scopes": ["jobs:read", "events:publish", "jobs:work:mail.", "jobs:work:post."], "signing_kid": null
}', 'gives the claims of a token, with work narrowed to the types of the agent');
select is(pg_temp.exchange('{jobs:read}') -> 'scopes', '["jobs:read"]', 'or fewer scopes');
select is(pg_temp.exchange('{jobs:work:mail.in}') -> 'scopes', '["jobs:work:mail.in"]', 'or narrower ones');
select is(pg_temp.exchange('{events:publish:tenant.a.>}') -> 'scopes', '["events:publish:tenant.a.>"]');
select is(pg_temp.exchange('{}') -> 'scopes', '[]', 'or none');
select tests.refuses($$select pg_temp.exchange('{jobs:work}')$$, 'PT403', 'insufficient_scope', 'jobs:work', 'never wider ones');
select tests.refuses($$select pg_temp.exchange('{jobs:work:mai}')$$, 'PT403', 'insufficient_scope', 'jobs:work:mai');
select tests.refuses($$select pg_temp.exchange('{jobs:read,jobs:write}')$$, 'PT403', 'insufficient_scope', 'jobs:write');
select tests.refuses($$select pg_temp.exchange('{root}')$$, 'PT400', 'bad_argument', 'scopes');
select tests.refuses($$select pg_temp.exchange(secret => 'cga_wrong')$$, 'PT401', 'invalid_credential', 'credential', 'a wrong secret gives nothing');
select tests.refuses($$select pg_temp.exchange(secret => null)$$, 'PT401', 'invalid_credential', 'credential');
select is((api.get_agent('dddddddd-0000-0000-0000-000000000001') #> '{credentials,0}') ?| array['secret_sha256', 'credential'], false, 'the secret is told once');

select tests.refuses(
  $$select pg_temp.exchange() from generate_series(1, 31)$$, 'PT429', 'rate_limited', 'too often', 'a burst of 30 is let through, then one every two seconds'
);
select lives_ok($$select pg_temp.exchange() from generate_series(1, 20)$$, 'what was refused used nothing up');
select tests.move_clock(interval '10 minutes');
select lives_ok($$select pg_temp.exchange() from generate_series(1, 30)$$);
select tests.move_clock(interval '10 minutes');

select api.issue_credential('dddddddd-0000-0000-0000-000000000001', 1) from generate_series(1, 4);
select tests.refuses($$select api.issue_credential('dddddddd-0000-0000-0000-000000000001')$$, 'PT409', 'access_conflict', '5 credentials', 'five hold at a time');
select tests.refuses($$select api.issue_credential('dddddddd-0000-0000-0000-000000000001', 366)$$, 'PT400', 'bad_argument', 'valid_days');
select tests.refuses($$select api.issue_credential('99999999-9999-9999-9999-999999999999')$$, 'PT404', 'agent_not_found', '9999');
select tests.move_clock(interval '2 days');
select lives_ok($$select api.issue_credential('dddddddd-0000-0000-0000-000000000001')$$, 'those that expired do not count');

select isnt(api.revoke_credential((select (told ->> 'credential_id')::uuid from issued)) ->> 'revoked_at', null);
select lives_ok($$select api.revoke_credential((select (told ->> 'credential_id')::uuid from issued))$$, 'twice is once');
select tests.refuses($$select pg_temp.exchange()$$, 'PT401', 'invalid_credential', 'credential', 'a revoked one gives nothing, with the words of a wrong one');
select tests.refuses($$select api.revoke_credential('99999999-9999-9999-9999-999999999999')$$, 'PT404', 'access_not_found', '9999');
update issued set told = api.issue_credential('dddddddd-0000-0000-0000-000000000001', 1);
select lives_ok($$select pg_temp.exchange()$$, 'another one does');
select api.suspend_tenant('11111111-1111-1111-1111-111111111111');
select tests.refuses($$select pg_temp.exchange()$$, 'PT401', 'invalid_credential', 'credential', 'nothing for a suspended tenant');
select api.resume_tenant('11111111-1111-1111-1111-111111111111');
select tests.move_clock(interval '25 hours');
select tests.refuses($$select pg_temp.exchange()$$, 'PT401', 'invalid_credential', 'credential', 'nor after its end');
select is((select count(*)::integer from api.list_access_audit('11111111-1111-1111-1111-111111111111') as entry where entry::text ~ 'cga_[A-Za-z0-9_-]{20}|secret_sha256'), 0, 'no secret is in the audit');

select * from finish();
