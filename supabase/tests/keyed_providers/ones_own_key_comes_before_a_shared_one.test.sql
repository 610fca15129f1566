select plan(6);
insert into cogo.llm_providers (provider, name, api_format, base_url, allowed_hosts, source, changed_at)
select name, name, 'openai', 'https://' || name || '.test', array[name || '.test'], 'test', cogo.now_() from unnest(array['openai', 'groq']) as name;
create temporary table made on commit drop as select
  tests.keep_key(1, '{"shared": true}') as shared, tests.keep_key(1, '{"provider": "groq"}') as private,
  tests.keep_key(1, '{"tenant_id": "00000000-0000-4000-8000-00000000000a"}') as own;
select results_eq($$ select key_id from cogo.keyed_providers('00000000-0000-4000-8000-00000000000a') $$, 'select own from made', 'its own');
select results_eq($$ select key_id from cogo.keyed_providers('00000000-0000-4000-8000-00000000000b') $$, 'select shared from made', 'else a shared one');
select set_eq('select key_id from cogo.keyed_providers(cogo.default_tenant())', 'select unnest(array[shared, private]) from made', 'the default tenant has all of its own');
select cogo.revoke_key(own, 'x', 't') from made;
select results_eq($$ select key_id from cogo.keyed_providers('00000000-0000-4000-8000-00000000000a') $$, 'select shared from made', 'a revoked one counts no more');
update cogo.secure_keys set expires_at = cogo.now_() - interval '1 second' where shared;
select is_empty($$ select key_id from cogo.keyed_providers('00000000-0000-4000-8000-00000000000a') $$, 'an expired one neither');
update cogo.vault_settings set env = 'staging';
select is_empty('select key_id from cogo.keyed_providers(cogo.default_tenant())', 'nor one of another environment');
select * from finish();
