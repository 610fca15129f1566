select plan(7);

select tests.as_operator();
select api.register_job_type(type, payload_schema => schema) from (values ('sum.a', null), ('sum.b', '{"type": "object"}'::jsonb), ('sum.*', null), ('other.x', null)) as given (type, schema);
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select is((select array_agg(type) from api.list_request_types('sum.')), '{sum.*,sum.a,sum.b}', 'by name');
select is((select array_agg(type) from api.list_request_types('sum.', row_limit => 2)), '{sum.*,sum.a}', 'a page');
select is((select array_agg(type) from api.list_request_types('sum.', 'sum.a')), '{sum.b}', 'the next one');
select is((select (is_pattern, has_request_schema, has_reply_schema)::text from api.list_request_types('sum.b')), '(f,t,f)', 'what each has');
select ok((select is_pattern from api.list_request_types('sum.*')), 'a prefix is a pattern');
select is((select version from api.list_request_types('sum.b')), api.describe_request_type('sum.b') ->> 'version', 'the version is the contract''s');
select tests.refuses($$ select * from api.list_request_types(row_limit => 0) $$, 'PT400', 'bad_argument', 'row_limit');

select * from finish();
