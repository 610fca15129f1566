select plan(17);

select tests.as_agent('11111111-1111-1111-1111-111111111111', '33333333-3333-3333-3333-333333333333');
create temporary table sent as
select (api.ingress_enqueue('{"type": "demo.echo"}', 'https://example.com/in') ->> 'job_id')::uuid as id;
grant all on sent to public;
select is(api.ingress_job(id) ->> 'state', 'queued', 'a job is seen') from sent;
select is(api.ingress_result(id) -> 'state', 'null', 'it has no result yet') from sent;
select is(jsonb_array_length(api.ingress_events(id)), 1, 'it has an event') from sent;
select is(api.ingress_events(id, (api.ingress_events(id) #>> '{0,id}')::uuid), '[]', 'and none after that') from sent;
select tests.refuses('select api.ingress_job(overlay(id::text placing ''7'' from 1 for 1)::uuid) from sent', 'PT404', 'job_not_found', '');
select tests.as_agent('22222222-2222-2222-2222-222222222222', '33333333-3333-3333-3333-333333333333');
select tests.refuses('select api.ingress_job(id) from sent', 'PT404', 'job_not_found', 'no such job', 'another tenant sees none');
select tests.refuses('select api.ingress_result(id) from sent', 'PT404', 'job_not_found', 'no such job');
select tests.refuses('select api.ingress_events(id) from sent', 'PT404', 'job_not_found', 'no such job');
select tests.refuses('select api.ingress_cancel(id) from sent', 'PT404', 'job_not_found', 'no such job');
select tests.as_agent('11111111-1111-1111-1111-111111111111', '33333333-3333-3333-3333-333333333333', '{jobs:read}');
select tests.as_agent('11111111-1111-1111-1111-111111111111', '33333333-3333-3333-3333-333333333333', '{jobs:write}');
select is(
  api.ingress_enqueue('{"type": "demo.echo"}', 'https://example.com/in') #>> '{refused,details}', 'insufficient_scope', 'an end is told to who may read it'
);
select tests.as_owner();
update cogo.subscriptions set url = 'https://example.org/elsewhere';
select tests.as_agent('11111111-1111-1111-1111-111111111111', '33333333-3333-3333-3333-333333333333');
select is(
  api.ingress_enqueue('{"type": "demo.echo"}', 'https://example.com/in') #>> '{refused,details}', 'subscription_exists', 'and to no other address'
);
select tests.as_agent('11111111-1111-1111-1111-111111111111', '33333333-3333-3333-3333-333333333333', '{jobs:read}');
select tests.refuses('select api.ingress_cancel(id) from sent', 'PT403', 'insufficient_scope', 'jobs:write');
select tests.as_agent('11111111-1111-1111-1111-111111111111', '33333333-3333-3333-3333-333333333333');
select tests.settle();
select is(api.ingress_cancel(id) ->> 'outcome', 'cancelled', 'its own agent cancels it') from sent;

select tests.as_owner();
select cogo.tell_callbacks((select max(id) from cogo.events), cogo.now_());
select cogo.tell_callbacks((select max(id) from cogo.events), cogo.now_());
select results_eq(
  $$select message.type, message.payload ->> 'state', message.payload ->> 'job_id' = sent.id::text from cogo.messages as message, sent$$,
  $$values ('ingress.job_cancelled', 'cancelled', true)$$, 'its end is told to the callback, once'
);
select is_empty('select * from cogo.ingress_callbacks', 'then nobody waits');
select is(
  (select array[kind, name] from cogo.subscriptions), (select array['webhook', agent] from cogo.messages), 'by the webhook of its address'
);
select tests.lives_clean();

select * from finish();
