select plan(2);

select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select tests.refuses($$ select api.preview_schedule('0 * * * *', after => 'infinity') $$, 'PT400', 'bad_argument', 'after');
select tests.refuses($$ select api.preview_schedule('0 * * * *', after => '-infinity') $$, 'PT400', 'bad_argument', 'after');

select * from finish();
