select plan(18);

select tests.as_operator();
select api.register_job_type('sum.of', lease_seconds => 30, max_attempts => 3, payload_schema => '{"type": "object", "required": ["numbers"]}', result_schema => '{"$id": "https://example.com/sum", "type": "number"}');
select api.register_job_type('ask.*', payload_schema => 'false');
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
create temporary table told on commit drop as select api.describe_request_type('sum.of') as sum, api.describe_request_type('ask.me') as ask;
grant select on told to service_role, authenticated;
select is((select sum - array['version', 'request_schema', 'reply_schema'] from told), '{
  "type": "sum.of", "ruled_by": "sum.of", "timeout_seconds": {"default": 60, "maximum": 2592000}, "max_attempts": 3, "lease_seconds": 30,
  "max_bytes": 262144, "answered_by": {"executor": "default", "scope": "jobs:work:sum.of", "has_live_workers": false}
}', 'the contract');
select is((select (sum -> 'request_schema') - '$id' from told), '{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "required": ["numbers"]}', 'what is sent');
select is((select sum #>> '{request_schema,$id}' from told), (select 'urn:cogo:request:sum.of:' || (sum ->> 'version') from told), 'under a name of its own');
select is((select sum #>> '{reply_schema,$id}' from told), 'https://example.com/sum', 'or under the one that it has');
select is((select ask ->> 'ruled_by' from told), 'ask.*', 'a prefix rules what has no settings of its own');
select is((select ask -> 'request_schema' -> 'not' from told), '{}', 'a schema that allows nothing is an object too');
select is((select (ask -> 'reply_schema') - '$id' from told), '{"$schema": "https://json-schema.org/draft/2020-12/schema"}', 'none allows everything');
select tests.as_owner();
select is((select cogo.schema_problems(sum -> 'request_schema') || cogo.schema_problems(ask -> 'reply_schema') from told), '{}', 'what is told could be registered');
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select is(api.describe_request_type('sum.of') ->> 'version', (select sum ->> 'version' from told), 'the version stays');

select tests.as_operator();
select api.register_job_type('sum.of', payload_schema => '{"type": "object"}', result_schema => '{"$id": "https://example.com/sum", "type": "number"}');
select isnt(api.describe_request_type('sum.of') ->> 'version', (select sum ->> 'version' from told), 'until a schema changes');
select api.open_lanes('fast');
select api.set_route('fast', 'sum.of', '00000000-0000-4000-8000-00000000000b');
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select is(api.describe_request_type('sum.of') #>> '{answered_by,executor}', 'default', 'another tenant''s route does not show');
select tests.as_agent('00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-0000000000b1');
select is(api.describe_request_type('sum.of') #>> '{answered_by,executor}', 'fast', 'one''s own does');
select api.register_worker('there', 'fast');
select is(api.describe_request_type('sum.of') #>> '{answered_by,has_live_workers}', 'true', 'somebody is there to answer');
select tests.refuses($$ select api.describe_request_type('Sum') $$, 'PT400', 'bad_argument', 'type');
select tests.refuses($$ select api.describe_request_type(null) $$, 'PT400', 'bad_argument', 'type');
select tests.as_agent('00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-0000000000b1', '{jobs:write}');
select tests.refuses($$ select api.describe_request_type('sum.of') $$, 'PT403', 'insufficient_scope', 'jobs:read');
select tests.as_owner();
delete from cogo.job_types where type = '*';
select tests.as_agent('00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-0000000000b1');
select tests.refuses($$ select api.describe_request_type('none.such') $$, 'PT400', 'bad_argument', 'none.such');
select ok(api.describe_request_type('ask.you.too') ->> 'ruled_by' = 'ask.*', 'however deep');

select * from finish();
