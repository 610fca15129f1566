select plan(6);

create temporary table noon on commit drop as select cogo.now_() - interval '1 day' as at;
-- A decision per line: its attempts' ends in order, as status and HTTP status.
create temporary table ended (line integer, status text, http_status smallint) on commit drop;
insert into ended values
  (1, 'succeeded', 200),
  (2, 'failed', 500), (2, 'succeeded', 200), -- a fallback that worked
  (3, 'failed', 500), (3, 'failed', 503),
  (4, 'failed', 429),
  (5, 'failed', 401), (5, 'succeeded', null),
  (6, 'failed', 400), -- the caller's fault
  (7, 'cancelled', null), -- the caller gave up
  (8, 'unknown', null), -- nobody told
  (9, null, null); -- open
insert into cogo.routing_decisions (decision_id, at, tenant_id, policy_id, snapshot_id, seed, context, candidates, weights, choice)
select cogo.uuid_v7(noon.at, line), noon.at,
  case when line <= 2 then 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa'::uuid else cogo.default_tenant() end, 1, 1, 1, '{}', '{1}', '{1}', 1
from (select distinct line from ended) as decision, noon;
insert into cogo.routing_outcomes (decision_id, attempt, tenant_id, model_id, status, http_status, usage, cost_nano, is_estimate, settled_at)
select cogo.uuid_v7(noon.at, line), row_number() over (partition by line), cogo.default_tenant(), 1, status, http_status, '{}', 0, false, cogo.now_()
from ended, noon where status is not null;

select tests.as_operator();
create temporary table told on commit drop as select api.gate_summary(7) -> 'operations' as operations;
select is(operations -> 'decisions' ->> 'of', '5', 'five decisions were tried and told') from told;
select is(operations -> 'decisions' ->> 'count', '3', 'three ended in an answer, on whichever attempt') from told;
select is(operations -> 'decisions' ->> 'rate', '0.6000', 'which is the decision quality') from told;
select is(operations -> 'wait' -> 'p90_ms', 'null', 'no job, no wait') from told;
select is(operations -> 'failures' -> 'rate', 'null', 'and no fail rate') from told;

select tests.as_agent('aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa', '11111111-1111-4111-8111-111111111111');
select is(api.gate_summary(7) #>> '{operations,decisions,rate}', '1.0000', 'an agent sees its tenant''s');

select tests.as_owner();
-- No call of a model was behind them: verify would say so.
delete from cogo.routing_outcomes;
delete from cogo.routing_decisions;
select * from finish();
