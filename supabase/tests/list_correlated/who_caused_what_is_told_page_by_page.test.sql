select plan(15);

select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
create temporary table root on commit drop as select (made ->> 'request_id')::uuid as id from api.request('ask.b', timeout_seconds => 9) as made;
grant select on root to service_role;
create temporary table child on commit drop as select (made ->> 'request_id')::uuid as id from root, api.request('ask.c', cause => root.id) as made;
create temporary table job on commit drop as
  select made.* from child, root, api.enqueue_jobs(jsonb_build_array(jsonb_build_object('type', 'demo.a', 'cause', child.id, 'correlation_id', root.id))) as made;
select count(*) from root, child, api.publish(jsonb_build_array(jsonb_build_object('type', 'order.paid', 'correlation_id', root.id, 'cause', child.id), '{"type": "order.other"}'::jsonb));
select count(*) from api.enqueue_jobs('[{"type": "demo.other"}]');

create temporary table told on commit drop as select api.list_correlated(root.id) as told from root;
select is((select string_agg(item ->> 'type', ' ') from told, jsonb_array_elements(told -> 'jobs') as item), 'ask.b ask.c demo.a', 'all of it and nothing else, in order');
select is(
  (select array_agg((item ->> 'cause')::uuid) from told, jsonb_array_elements(told -> 'jobs') as item), (select array[null, root.id, child.id] from root, child), 'each with its cause'
);
select is((select string_agg(item ->> 'is_request', ' ') from told, jsonb_array_elements(told -> 'jobs') as item), 'true true false', 'who is waited for');
select is((select told #>> '{jobs,1,asked_by}' from told), '00000000-0000-4000-8000-0000000000a1', 'by whom');
select is((select jsonb_array_length(told -> 'messages') from told), 1, 'and what was published');
select is((select told #>> '{messages,0,cause}' from told), (select id::text from child), 'because of what');
select is((select told -> 'next' from told), 'null'::jsonb, 'that is all');

create temporary table page on commit drop as select api.list_correlated(root.id, row_limit => 2) as told from root;
select is((select jsonb_array_length(told -> 'jobs') from page), 2, 'a page');
select is(
  (select string_agg(item ->> 'type', ' ') from root, page,
    jsonb_array_elements(api.list_correlated(root.id, (page.told #>> '{next,after_job_id}')::bigint, (page.told #>> '{next,after_message}')::uuid, 2) -> 'jobs') as item),
  'demo.a', 'the next one'
);
select is(
  (select jsonb_array_length(api.list_correlated(root.id, (page.told #>> '{next,after_job_id}')::bigint, (page.told #>> '{next,after_message}')::uuid, 2) -> 'messages') from root, page),
  0, 'without what was told'
);
select tests.move_clock('10 seconds');
select api.get_reply(request_id => id) from root;
select is((select api.list_correlated(root.id) #>> '{jobs,0,state}' from root), 'timed_out', 'a request whose time is over');

select tests.as_agent('00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-0000000000b1');
select is(
  (select api.list_correlated(root.id) - 'correlation_id' from root), '{"jobs": [], "messages": [], "next": null}', 'another tenant finds nothing'
);
select tests.refuses((select format('select api.list_correlated(%L, tenant_id => %L)', id, '00000000-0000-4000-8000-00000000000a') from root), 'PT400', 'bad_argument', 'tenant_id');
select tests.refuses('select api.list_correlated(null)', 'PT400', 'bad_argument', 'correlation_id');
select tests.as_operator();
select is(
  (select jsonb_array_length(api.list_correlated(root.id, tenant_id => '00000000-0000-4000-8000-00000000000a') -> 'jobs') from root), 3, 'an operator names the tenant'
);

select * from finish();
