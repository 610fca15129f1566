select plan(11);

select tests.as_operator();
select api.set_notification_channel('one', 'slack');
select api.set_notification_channel('two', 'email', '{"to": ["a@b.example"]}');
select api.send_notification('alert', 'k', '{"title": "t", "severity": "info"}');
create temporary table claimed on commit drop as select api.claim_notifications('w') as items;
select is((select jsonb_array_length(items) from claimed), 2, 'both');
select is(
  (select items #> '{1,channel}' from claimed),
  '{"name": "two", "kind": "email", "settings": {"to": ["a@b.example"]}, "secret_env": "SMTP_URL"}', 'where to'
);
select is((select items #>> '{0,notification,message,title}' from claimed), 't', 'what');
select is((select items #>> '{0,notification,dedupe_key}' from claimed), 'k', 'under which key');
select is(api.claim_notifications('w'), '[]', 'two senders share nothing');
select is(
  (select api.work('w', jsonb_build_array(
    jsonb_build_object('job_id', items #> '{0,job_id}', 'fence', items #> '{0,fence}', 'outcome', 'succeeded', 'result', '{}'::jsonb),
    jsonb_build_object('job_id', items #> '{1,job_id}', 'fence', items #> '{1,fence}', 'outcome', 'failed',
      'error', '{"class": "permanent", "message": "it answered 404"}'::jsonb)
  )) from claimed) #>> '{finished,1,outcome}',
  'dead_lettered', 'the engine settles them'
);

select api.send_notification('alert', 'k2', '{"title": "t", "severity": "info"}');
select api.remove_notification_channel('one');
select is(
  (select array_agg(item #>> '{channel,name}' order by item ->> 'job_id') from jsonb_array_elements(api.claim_notifications('w')) as item),
  array[null, 'two'], 'a channel that was removed is null'
);
select tests.refuses($$ select api.claim_notifications('') $$, 'PT400', 'bad_argument', 'worker');
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select throws_ok($$ select api.claim_notifications('w') $$, '42501', null, 'an agent sends nothing');
select is((select count(*) from api.claim_jobs('w', 10, 'notify')), 0::bigint, 'and takes none of an operator''s');
select tests.as_owner();
select is((select count(*) from cogo.verify_notifications()), 0::bigint, 'all is well');

select * from finish();
