select plan(3);

select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select tests.refuses(
  $$ select api.set_schedule('x', '* * * * *', job => '{"type": "demo.a"}', starts_at => 'infinity') $$, 'PT400', 'bad_argument', 'starts_at'
);
select tests.refuses(
  $$ select api.set_schedule('x', every_seconds => 60, job => '{"type": "demo.a"}', starts_at => 'infinity') $$, 'PT400', 'bad_argument', 'starts_at'
);
select lives_ok(
  $$ select api.set_schedule('x', '* * * * *', job => '{"type": "demo.a"}', ends_at => 'infinity') $$, 'an endless end is none'
);

select * from finish();
