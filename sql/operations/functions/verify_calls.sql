create function cogo.verify_calls()
returns table (invariant text, problem text, sample jsonb)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return query
  -- Fewer are possible: the clock went back, and a decision came in before those that were counted.
  select 'a decision is counted once', format('%s more than there are', told.counted - told.made), '[]'::jsonb
  from (
    select
      coalesce((select sum(total.total) from cogo.call_totals as total where total.name = 'decisions'), 0) as counted,
      (select count(*) from cogo.routing_decisions as decision
        where decision.decision_id <= (select fold.decision_id from cogo.call_folds as fold))
        + coalesce((select gone.dropped_decisions from cogo.receipt_retention as gone), 0) as made
  ) as told
  where told.counted > told.made
  union all
  select 'what was done with keys is counted once', format('%s apart', told.counted - told.done), '[]'
  from (
    select
      coalesce((select sum(total.total) from cogo.call_totals as total where total.name like 'key\_%'), 0) as counted,
      (select count(*) from cogo.secure_keys_audit as entry
        where entry.audit_id <= (select fold.audit_id from cogo.call_folds as fold) and (entry.ok or entry.action = 'open'))
        + coalesce((select fold.erased_audits from cogo.call_folds as fold), 0) as done
  ) as told
  where told.counted <> told.done;
end;
$$;

comment on function cogo.verify_calls() is 'The part of cogo.verify about the counters that Prometheus reads.';

revoke execute on function cogo.verify_calls() from public;
