select plan(2);
select tests.as_owner(), tests.freeze_clock('2030-01-01 12:00+00');
select tests.keep_key(1, '{"expires_at": "2030-01-02"}'), tests.keep_key(1, '{"expires_at": "2030-01-02", "provider": "acme"}');
select api.silence_alert('key_expiry', cogo.now_() + interval '1 hour', 'known', 'ann', subject => 'acme');
select is(tests.alert('key_expiry'), 'firing/critical firing/critical, told fired', 'both fire, one is told');
select is((select subject from cogo.alert_notices), 'openai', 'the other');
select * from finish();
