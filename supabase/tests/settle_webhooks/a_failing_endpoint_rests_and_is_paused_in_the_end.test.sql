select plan(16);

select tests.as_operator();
select tests.fix_random(0.5);
select api.subscribe('hook', '{>}', 'webhook', 'https://x.example/in', pause_after_seconds => 3600);
select api.publish('[{"type": "a.one"}, {"type": "a.two"}]');
select tests.settle();
create function pg_temp.settled(more jsonb) returns text language plpgsql as $$
declare
  claimed jsonb := api.claim_webhooks('w') -> 0;
  failed jsonb := '[]';
begin
  if claimed is null then
    return 'nothing';
  end if;
  if more ? 'fail' then
    failed := jsonb_build_array(jsonb_build_object('id', claimed #> '{messages,0,message,id}', 'error', '{"message": "500"}'::jsonb));
    more := more - 'fail' || jsonb_build_object('up_to', claimed #> '{messages,0,message,id}');
  end if;
  return api.settle_webhooks(jsonb_build_array(jsonb_build_object(
    'subscription_id', claimed -> 'subscription_id', 'fence', claimed -> 'fence', 'failures', failed
  ) || more)) #>> '{0,outcome}';
end $$;
select is(pg_temp.settled('{"fail": true, "error": "it answered 500"}'), 'acked', 'the first message failed');
select is(api.list_subscriptions() #>> '{0,state}', 'failing', 'which is seen');
select is(api.list_subscriptions() #>> '{0,last_error}', 'it answered 500', 'with the reason');
select is(pg_temp.settled('{}'), 'nothing', 'it rests');
select tests.move_clock('6 seconds');
select is(pg_temp.settled('{"up_to": "00000000-0000-0000-0000-000000000000", "error": "it answered 429", "wait_seconds": 60}'), 'acked', 'it asks to wait');
select tests.move_clock('59 seconds');
select is(pg_temp.settled('{}'), 'nothing', 'it is left alone so long');
select tests.move_clock('2 seconds');
select is(pg_temp.settled('{}'), 'acked', 'then the failed message is taken');
select is(api.list_subscriptions() #>> '{0,state}', 'active', 'and it is well again');
select is(pg_temp.settled('{}'), 'acked', 'what came after it follows');
select is(pg_temp.settled('{}'), 'nothing', 'and that is all');

select api.publish('[{"type": "a.three"}]');
select tests.settle();
select pg_temp.settled('{"up_to": "00000000-0000-0000-0000-000000000000", "error": "no route", "wait_seconds": 0}');
select tests.move_clock('2 hours');
select is(pg_temp.settled('{"up_to": "00000000-0000-0000-0000-000000000000", "error": "no route"}'), 'acked', 'failing for longer than it may');
select is(api.list_subscriptions() #>> '{0,pause_reason}', 'failing', 'it is paused');
select is(api.resume_subscription('hook') ->> 'state', 'active', 'until somebody resumes it');
select is(pg_temp.settled('{"up_to": "00000000-0000-0000-0000-000000000000", "error": "410", "gone": true}'), 'acked', 'an endpoint that is gone');
select is(api.list_subscriptions() #>> '{0,pause_reason}', 'gone', 'is paused at once');
select tests.refuses($$ select api.settle_webhooks('[{"fence": 1}]') $$, 'PT400', 'bad_argument', 'results[0]');

select * from finish();
