select plan(6);
create temporary table made on commit drop as select tests.keep_key() as key_id;
select tests.refuses(format('select cogo.shred_key(%L, %L, %L)', key_id, 'gone', 't'), 'PT409', 'key_conflict', 'active', 'a key in use is revoked first') from made;
select is(cogo.revoke_key(key_id, 'leaked', 'tester') ->> 'state', 'revoked', 'revoked') from made;
select is(cogo.shred_key(key_id, 'gone', 'tester') ->> 'state', 'shredded', 'shredded') from made;
select is(cogo.shred_key(key_id, 'gone', 'tester') ->> 'state', 'shredded', 'twice is once') from made;
select is((select (length(ciphertext), wrapped_dek, dek_iv, kek_id)::text from cogo.secure_keys), '(0,,,)', 'neither the secret nor its DEK is there');
select is((select count(*) from cogo.secure_keys_audit where version = 1), 4::bigint, 'its audit is');
select * from finish();
