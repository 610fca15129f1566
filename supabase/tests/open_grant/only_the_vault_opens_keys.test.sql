select plan(6);
select is(
  (select array_agg(distinct role order by role) from unnest(array['anon', 'authenticated', 'authenticator', 'cogo_key_vault', 'service_role']) as role
  where has_function_privilege(role, 'cogo.open_grant(bytea, uuid, uuid, text, uuid, integer, text)', 'execute')
    or has_function_privilege(role, 'cogo.read_key(bigint)', 'execute')
    or has_function_privilege(role, 'cogo.open_key(uuid, text, text, text, text, text, text, text, integer, text, text)', 'execute')
    or has_function_privilege(role, 'cogo.open_break_glass(uuid, text)', 'execute')
    or has_function_privilege(role, 'cogo.write_key(jsonb, text, integer, text)', 'execute')),
  array['cogo_key_vault'], 'one role opens and writes'
);
select is_empty(
  $$ select role, class from unnest(array['anon', 'authenticated', 'service_role', 'cogo_key_vault']) as role,
    unnest(array['secure_keys', 'secure_keys_audit', 'secure_keys_seals', 'secure_keys_heads', 'kek_registry', 'break_glass', 'reservations', 'vault_settings', 'audit_checkpoints', 'audit_cursor']) as class
    where has_table_privilege(role, 'cogo.' || class, 'select, insert, update, delete') $$,
  'nobody reads a table of keys'
);
select tests.keep_key();
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select throws_ok('select * from cogo.secure_keys', '42501', null, 'an agent sees no table');
select throws_ok('select api.list_keys()', '42501', null, 'an agent lists no keys');
select throws_ok($$ select api.revoke_key(gen_random_uuid(), 'x') $$, '42501', null, 'an agent revokes none');
select tests.as_operator();
select ok(not (api.list_keys() -> 0 ?| array['ciphertext', 'iv', 'wrapped_dek', 'dek_iv', 'checksum']), 'an operator sees what a key is not');
select * from finish();
