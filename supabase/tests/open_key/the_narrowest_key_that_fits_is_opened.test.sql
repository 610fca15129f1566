select plan(7);
create temporary table made on commit drop as select tests.keep_key() as wide, tests.keep_key(1, '{"service": "embeddings", "checksum": "\\x99"}') as narrow;
create function pg_temp.open(service text, version integer default null, purpose text default 'a nightly job', tenant uuid default null) returns jsonb language sql as
  $$ select cogo.open_key(tenant, 'openai', service, '*', '*', 'api_key', 'default', 'production', version, purpose, 'secret:x') $$;
select is((pg_temp.open('embeddings') ->> 'key_id')::uuid, narrow, 'the one for embeddings') from made;
select is((pg_temp.open('chat') ->> 'key_id')::uuid, wide, 'else the one for all') from made;
select is(pg_temp.open('chat', 9) #>> '{refused,details}', 'key_not_found', 'a version of the future');
select is(pg_temp.open('chat', null, 'a nightly job', gen_random_uuid()) #>> '{refused,details}', 'key_not_found', 'another tenant has none');
select tests.refuses($$ select pg_temp.open('chat', null, ' ') $$, 'PT400', 'bad_argument', 'purpose');
select is((select purpose from cogo.secure_keys_audit where action = 'open' order by audit_id limit 1), 'a nightly job', 'the purpose is in the audit');
select is((select last_used_at = date_trunc('minute', last_used_at) from cogo.secure_keys, made where key_id = wide), true, 'its use is noted to the minute');
select * from finish();
