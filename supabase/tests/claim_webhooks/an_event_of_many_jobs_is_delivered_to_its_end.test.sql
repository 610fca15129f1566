select plan(8);

select tests.as_operator();
select api.subscribe('hook', '{tenant.*.agent.cogo.demo.job_enqueued}', 'webhook', 'https://x.example/in', batch_size => 1);
select count(*) from api.enqueue_jobs('[{"type": "demo.a"}, {"type": "demo.b"}]');
-- Delivers what is due, as a sender does, and answers how many messages.
create function pg_temp.deliver() returns integer language plpgsql as $$
declare
  item jsonb := api.claim_webhooks('w') -> 0;
begin
  perform api.settle_webhooks(jsonb_build_array(jsonb_build_object(
    'subscription_id', item -> 'subscription_id', 'fence', item -> 'fence', 'up_to', item #> '{messages,-1,message,id}'
  ))) where item is not null;
  return coalesce(jsonb_array_length(item -> 'messages'), 0);
end;
$$;
select tests.as_owner();
select tests.settle();
select is((select count(*) from cogo.events where type = 'job_enqueued'), 1::bigint, 'two jobs make one event');
select is(cogo.webhooks_due(), true, 'it is due');
select is(pg_temp.deliver(), 1, 'the first job of it');
select is(cogo.webhooks_due(), true, 'in the middle of an event it is due still');
select is(pg_temp.deliver(), 1, 'the second');
select is(pg_temp.deliver(), 0, 'there is no third');
select is(cogo.webhooks_due(), false, 'after all is settled nothing is due');
select is((select position_ordinal from cogo.subscriptions), 2147483647, 'the event is read to its end');

select * from finish();
