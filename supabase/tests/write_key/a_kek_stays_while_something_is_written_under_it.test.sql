select plan(3);
select tests.open_vault();
create function pg_temp.is_held(kek text) returns boolean language sql as $$ select xmax <> '0' from cogo.kek_registry where kek_id = kek $$;
select is(pg_temp.is_held('k1'), false, 'nobody holds the KEK');
select is(cogo.write_key(tests.sealed(1), 'active', null, 'tester') ->> 'outcome', 'written', 'a key is written under it');
select is(pg_temp.is_held('k1'), true, 'who would destroy it waits, and then finds it used');
select * from finish();
