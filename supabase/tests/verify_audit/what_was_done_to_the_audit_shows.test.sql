select plan(14);
select tests.keep_key();
select cogo.revoke_key(key_id, 'one', 't') from cogo.secure_keys;
select tests.keep_key(2);
select is(tests.seal(), 6, 'six rows are sealed');
select is(cogo.seal_audit(), 0, 'once');
create temporary table place on commit drop as select audit_id as second from cogo.secure_keys_seals where seq = 2;
create temporary table kept on commit drop as
  select jsonb_build_array(jsonb_build_object('tenant_id', tenant_id, 'seq', seq, 'hash', encode(hash, 'hex'))) as checkpoints from cogo.secure_keys_heads;
select is(tests.audit_says('select 1', (select checkpoints from kept)), 'holds', 'untouched it holds');
select is(tests.audit_says($$ update cogo.secure_keys_audit set actor = 'nobody' where audit_id = (select audit_id from cogo.secure_keys_seals where seq = 3) $$), 'it is not the row that was sealed here', 'an edited row');
select is(tests.audit_says($$ update cogo.secure_keys_audit set reason = null where action = 'revoke' $$), 'it is not the row that was sealed here', 'a reason taken away');
select is(tests.audit_says($$ delete from cogo.secure_keys_audit where action = 'revoke' $$), 'its audit row is gone', 'a deleted row');
select is(tests.audit_says($$ delete from cogo.secure_keys_audit where action = 'revoke'; delete from cogo.secure_keys_seals where seq = 4 $$), 'a seal before it is gone', 'deleted with its seal');
select matches(tests.audit_says($$ insert into cogo.secure_keys_audit (audit_id, xid, at, tenant_id, action, ok, actor) overriding system value values (0, '3', now(), cogo.default_tenant(), 'open', true, 'x') $$), '^audit row 0 was slipped in', 'a row slipped in');
select is(tests.audit_says($$
  insert into cogo.secure_keys_audit (audit_id, xid, at, tenant_id, action, ok, actor) overriding system value values (0, '3', now(), cogo.default_tenant(), 'open', true, 'x');
  delete from cogo.secure_keys_seals where seq = 2; insert into cogo.secure_keys_seals values (cogo.default_tenant(), 2, 0, sha256('x')) $$),
  (select 'audit row ' || second || ' was slipped in behind the seal; it is not the row that was sealed here' from place), 'one put in the place of another');
select is(tests.audit_says($$
  with pair as (select seq, audit_id, lead(audit_id) over (order by seq) as next, lag(audit_id) over (order by seq) as last from cogo.secure_keys_seals where seq in (2, 3))
  update cogo.secure_keys_audit as entry set (action, reason, actor, at, version, key_id) = (select action, reason, actor, at, version, key_id from cogo.secure_keys_audit as other where other.audit_id = coalesce(pair.next, pair.last)) from pair where entry.audit_id = pair.audit_id $$),
  'it is not the row that was sealed here', 'two rows that changed places');
select is(tests.audit_says($$ delete from cogo.secure_keys_seals where seq > 4; delete from cogo.secure_keys_audit where audit_id > (select max(audit_id) from cogo.secure_keys_seals) $$), 'the end of the chain is gone, or is not its head', 'a tail that was cut');
select is(
  tests.audit_says($$ delete from cogo.secure_keys_seals where seq > 4; delete from cogo.secure_keys_audit where audit_id > (select max(audit_id) from cogo.secure_keys_seals); update cogo.secure_keys_heads as head set seq = 4, hash = seal.hash from cogo.secure_keys_seals as seal where seal.seq = 4 $$),
  'holds', 'a tail that was cut with its head, the chain alone does not see'
);
select is(
  tests.audit_says($$ delete from cogo.secure_keys_seals where seq > 4; delete from cogo.secure_keys_audit where audit_id > (select max(audit_id) from cogo.secure_keys_seals); update cogo.secure_keys_heads as head set seq = 4, hash = seal.hash from cogo.secure_keys_seals as seal where seal.seq = 4 $$, (select checkpoints from kept)),
  'a checkpoint that was given out does not fit: the chain was cut or made anew', 'a checkpoint outside does'
);
select is(tests.audit_says($$ select setval(pg_get_serial_sequence('cogo.secure_keys_audit', 'audit_id'), 10000) $$), 'holds', 'gaps in the numbers say nothing');
select * from finish();
