create function cogo.verify_decisions()
returns table (invariant text, problem text, sample jsonb)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return query
  with latest as materialized (
    select decision.* from cogo.routing_decisions as decision order by decision.decision_id desc limit 1000
  )
  select 'a choice is one of its candidates', format('%s are not', count(*)), jsonb_agg(latest.decision_id)
  from latest
  where latest.choice <> all (latest.candidates) or cardinality(latest.candidates) <> cardinality(latest.weights)
    or 0 >= (select sum(weight) from unnest(latest.weights) as weight)
  having count(*) > 0
  union all
  select 'a decision holds its money', format('%s hold none', count(*)), jsonb_agg(latest.decision_id)
  from latest
  where not exists (select from cogo.reservations as held where held.decision_id = latest.decision_id)
  having count(*) > 0
  union all
  select 'a receipt can be made again', format('%s come out otherwise', count(*)), jsonb_agg(receipt.decision_id)
  from (select latest.* from latest order by latest.decision_id desc limit 20) as receipt
  cross join lateral cogo.replay_route(receipt::text::cogo.routing_decisions) as again
  where (again.candidates, again.weights, again.choice) is distinct from (receipt.candidates, receipt.weights, receipt.choice)
  having count(*) > 0;
end;
$$;

comment on function cogo.verify_decisions() is 'The part of cogo.verify_routing about the last receipts; the twenty newest are made again.';

revoke execute on function cogo.verify_decisions() from public;
