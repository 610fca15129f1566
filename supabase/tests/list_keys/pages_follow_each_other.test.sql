select plan(4);
select tests.keep_key(1), tests.keep_key(2), tests.keep_key(1, '{"provider": "groq"}');
select tests.as_operator();
select is(jsonb_array_length(api.list_keys()), 3, 'all');
select is(jsonb_array_length(api.list_keys(provider => 'groq')), 1, 'of one provider');
select is(jsonb_array_length(api.list_keys(before => (api.list_keys(row_limit => 1) #>> '{0,key_id}')::uuid)), 2, 'the next page');
select tests.refuses('select api.list_keys(row_limit => 0)', 'PT400', 'bad_argument', 'row_limit');
select * from finish();
