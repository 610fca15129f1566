select plan(3);

select tests.fix_random(0.5);
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select tests.bury();
select tests.as_agent('00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-0000000000b1');
select is((select api.redrive_matching('{}') ->> 'redriven'), '0', 'another tenant''s dead letters do not match');
select tests.refuses(
  $$ select api.redrive_matching('{"tenant_id": "00000000-0000-4000-8000-00000000000a"}') $$, 'PT400', 'bad_argument', 'tenant_id'
);
select tests.as_operator();
select is((select api.redrive_matching('{"tenant_id": "00000000-0000-4000-8000-00000000000a"}') ->> 'redriven'), '1', 'an operator may name a tenant');

select * from finish();
