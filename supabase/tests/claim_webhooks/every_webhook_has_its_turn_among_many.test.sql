select plan(6);

select tests.as_operator();
select api.subscribe('idle', '{tenant.*.agent.none.>}', 'webhook', 'https://x.example/idle');
select tests.as_owner();
select tests.settle();
-- 600 that have read all there is, and were served less often than the one that has something to read.
insert into cogo.subscriptions (
  name, kind, patterns, created_at, start_id, position_id, batch_size, lease_seconds, max_attempts, retry_base_ms,
  retry_factor, retry_max_ms, pause_after_seconds, url
)
select
  'idle.' || nth, kind, patterns, created_at, start_id, (select settled_id from cogo.event_horizon), batch_size, lease_seconds,
  max_attempts, retry_base_ms, retry_factor, retry_max_ms, pause_after_seconds, url
from cogo.subscriptions, generate_series(1, 600) as nth;
select is(cogo.webhooks_due(), false, 'who has read everything is not due');
select is(api.claim_webhooks('w'), '[]', 'and gets nothing');

select tests.as_operator();
select api.subscribe('busy', '{tenant.>}', 'webhook', 'https://x.example/busy');
select api.publish('[{"type": "a.one", "tenant_id": "00000000-0000-4000-8000-00000000000a"}]');
select tests.as_owner();
select tests.settle();
-- The idle ones have read past it already.
update cogo.subscriptions set position_id = (select settled_id from cogo.event_horizon) where name ~ '^idle';
update cogo.subscriptions set fence = 9, acked_fence = 9 where name = 'busy';
select is(cogo.webhooks_due(), true, 'one is due');
select is(api.claim_webhooks('w') #>> '{0,name}', 'busy', 'behind 600 that are not it is found');

update cogo.subscriptions set leased_until = null, batch = null, position_id = (select settled_id from cogo.event_horizon);
insert into cogo.redeliveries (subscription_id, message_id, attempt, due_at, channel, message)
select id, cogo.uuid_v7(cogo.now_(), (1::bigint << 24) | 1), 2, cogo.now_(), 'tenant.x', '{}' from cogo.subscriptions where name = 'busy';
select is(cogo.webhooks_due(), true, 'a delivery that is due again');
select is(api.claim_webhooks('w') #>> '{0,name}', 'busy', 'is found as well');

select * from finish();
