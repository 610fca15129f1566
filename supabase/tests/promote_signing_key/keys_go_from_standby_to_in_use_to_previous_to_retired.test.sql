select plan(19);

create function pg_temp.jwk(kid text) returns jsonb language sql as $$
  select jsonb_build_object('kty', 'EC', 'crv', 'P-256', 'x', 'x', 'y', 'y', 'kid', kid)
$$;
create function pg_temp.states() returns text language sql as $$
  select string_agg(concat(key ->> 'kid', ':', key ->> 'state'), ' ' order by key ->> 'kid') from api.list_signing_keys() as key
$$;

select tests.as_operator();
select is(api.add_signing_key(pg_temp.jwk('a')) ->> 'state', 'standby');
select lives_ok($$select api.add_signing_key(pg_temp.jwk('a'))$$, 'twice is once');
select tests.refuses($$select api.add_signing_key(pg_temp.jwk('a') || '{"x": "z"}')$$, 'PT409', 'access_conflict', 'kid', 'another key of that kid');
select tests.refuses($$select api.add_signing_key(pg_temp.jwk('b') || '{"d": "z"}')$$, 'PT400', 'bad_argument', 'jwk', 'a private half is refused');
select tests.refuses($$select api.add_signing_key('{}')$$, 'PT400', 'bad_argument', 'jwk');
select tests.refuses($$select api.promote_signing_key('z')$$, 'PT404', 'access_not_found', 'z');
select is(api.promote_signing_key('a') ->> 'state', 'in_use');
select is(api.promote_signing_key('a') ->> 'state', 'in_use', 'twice is once');
select api.add_signing_key(pg_temp.jwk('b'));
select tests.refuses($$select api.retire_signing_key('a')$$, 'PT409', 'access_conflict', 'in use', 'what signs is not retired');
select is(api.promote_signing_key('b') ->> 'state', 'in_use');
select is(pg_temp.states(), 'a:previous b:in_use', 'the one before holds on');
select tests.refuses($$select api.retire_signing_key('a')$$, 'PT409', 'access_conflict', 'still hold', 'its tokens may still be there');
select api.add_signing_key(pg_temp.jwk('c'));
select is(api.retire_signing_key('c') ->> 'state', 'retired', 'one that never signed goes at once');
select tests.move_clock(interval '21 minutes');
select is(api.retire_signing_key('a') ->> 'state', 'retired');
select is(api.retire_signing_key('a') ->> 'state', 'retired', 'twice is once');
select tests.refuses($$select api.promote_signing_key('a')$$, 'PT409', 'access_conflict', 'retired', 'and it does not come back');
select is(api.promote_signing_key('b') ->> 'state', 'in_use');
select api.add_signing_key(pg_temp.jwk('d'));
select api.promote_signing_key('d');
select is(api.retire_signing_key('b', true) ->> 'state', 'retired', 'a stolen key goes by force');

select is((select string_agg(key ->> 'kid', ' ') from jsonb_array_elements(cogo.signing_jwks()) as key), 'd', 'retired keys are published no more');

select * from finish();
