select plan(16);
select tests.grant_for(tests.keep_key(), 1, '{"agent_id": "00000000-0000-4000-8000-0000000000a1"}');

create function pg_temp.reason(answer jsonb) returns text language sql as $$ select substr(answer #>> '{refused,message}', 22) $$;

select is(pg_temp.reason(tests.open(7)), 'there is no such grant', 'a grant nobody gave');
select is(
  pg_temp.reason(tests.open(1, '00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-0000000000a1')),
  'there is no such grant', 'another tenant''s grant is as not there'
);
select is(
  (select tenant_id from cogo.secure_keys_audit order by audit_id desc limit 1), '00000000-0000-4000-8000-00000000000b'::uuid,
  'and stands in the audit of the one who tried'
);
select is(
  pg_temp.reason(tests.open(1, cogo.default_tenant(), '00000000-0000-4000-8000-0000000000a2')),
  'there is no such grant', 'another agent''s grant'
);
select is(
  pg_temp.reason(tests.open(1, cogo.default_tenant(), null)), 'there is no such grant', 'a token of the tenant that names no agent'
);
select is(
  pg_temp.reason(tests.open(1, null, null, '00000000-0000-4000-8000-0000000000d9')), 'the grant is of another decision',
  'a grant of another decision'
);
select is(
  (select count(*) from cogo.secure_keys_audit where action = 'open' and not ok), 5::bigint, 'each refusal is audited'
);
select is((select state from cogo.reservations), 'reserved', 'and opened nothing');

select ok(tests.open(1, cogo.default_tenant(), '00000000-0000-4000-8000-0000000000a1') ? 'opening', 'its own agent opens it');
select is((select (state, used_xid = pg_current_xact_id())::text from cogo.reservations), '(opened,t)', 'the reservation is opened');
select ok((select expires_at >= cogo.now_() + interval '9 minutes' from cogo.reservations), 'and lives for the longest call');
select tests.move_clock('5 minutes');
select ok(tests.open(1, cogo.default_tenant(), '00000000-0000-4000-8000-0000000000a1') ? 'opening', 'again while the call may last');
select tests.move_clock('6 minutes');
select is(pg_temp.reason(tests.open(1)), 'the grant has expired', 'then its time is over, however often it was opened');

select tests.grant_for((select key_id from cogo.secure_keys), 2);
select tests.move_clock('61 seconds');
select is(pg_temp.reason(tests.open(2)), 'the grant has expired', 'one never opened has a minute');
select tests.grant_for((select key_id from cogo.secure_keys), 3, '{"state": "settled"}');
insert into cogo.routing_outcomes (decision_id, attempt, tenant_id, model_id, status, usage, cost_nano, is_estimate, settled_at)
select decision_id, attempt, tenant_id, model_id, 'succeeded', '{}', 0, false, cogo.now_() from cogo.reservations where state = 'settled';
select is(pg_temp.reason(tests.open(3)), 'the attempt is settled', 'a replay after the bill');
select tests.grant_for(null, 4);
select is(tests.open(4) -> 'key_id', 'null'::jsonb, 'a provider without keys is opened as well, for the money');
select * from finish();
