select plan(12);
create temporary table made on commit drop as select tests.keep_key() as key_id;
select cogo.register_kek('k2', 'other', 'tester');
create function pg_temp.item(old_iv text, kek text) returns jsonb language sql as $$
  select jsonb_build_array(jsonb_build_object('key_id', key_id, 'old_dek_iv', old_iv, 'kek_id', kek, 'wrapped_dek', '44', 'dek_iv', '55')) from made
$$;
select is(cogo.write_rewraps(pg_temp.item('05', 'k2'), 't') ->> 'written', '0', 'a staged KEK wraps nothing');
select is(cogo.activate_kek('k2', 't') ->> 'state', 'active', 'k2 wraps from now on');
select is(cogo.activate_kek('k2', 't') ->> 'state', 'active', 'twice is once');
select is(cogo.keys_to_rewrap(10) ->> 'left', '1', 'one key is left to rewrap');
select tests.refuses($$ select cogo.destroy_kek('k1', 't') $$, 'PT409', 'key_conflict', '1 keys', 'a KEK that is needed stays');
select tests.refuses($$ select cogo.register_kek('k3', 'x', 't'), cogo.activate_kek('k3', 't') $$, 'PT409', 'key_conflict', 'k1', 'one retained KEK and no more');
select is(cogo.write_rewraps(pg_temp.item('99', 'k2'), 't') ->> 'written', '0', 'a wrap that another one replaced is left alone');
select is(cogo.write_rewraps(pg_temp.item('05', 'k2'), 't') ->> 'written', '1', 'the one that stands is replaced');
select is(cogo.write_rewraps(pg_temp.item('05', 'k2'), 't') ->> 'written', '0', 'once');
select is((select (kek_id, ciphertext, dek_iv)::text from cogo.secure_keys), '(k2,"\\x0102","\\x55")', 'what it encrypts is untouched');
select is(cogo.destroy_kek('k1', 't') ->> 'state', 'destroyed', 'the old KEK goes');
select tests.refuses($$ select cogo.register_kek('k2', 'wrong', 't') $$, 'PT409', 'key_conflict', 'k2', 'another KEK under a known name is refused');
select * from finish();
