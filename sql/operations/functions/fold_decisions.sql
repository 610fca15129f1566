create function cogo.fold_decisions(after_id uuid, up_to uuid)
returns uuid
language plpgsql
security definer
set search_path = ''
set enable_seqscan = off
set jit = off
as $$
#variable_conflict use_column
declare
  last_id uuid;
begin
  -- Ids begin with the time, so what is new lies together at the end of the primary key.
  select least(fold_decisions.up_to, (
    select decision.decision_id from cogo.routing_decisions as decision
    where decision.decision_id > fold_decisions.after_id and decision.decision_id <= fold_decisions.up_to
    order by decision.decision_id offset 19999 limit 1
  )) into last_id;
  perform cogo.count_calls('decisions', jsonb_build_object(
    'provider', coalesce(model.provider, ''), 'model', coalesce(model.model, ''), 'region', coalesce(model.region, ''),
    'policy', coalesce(policy.name || '/' || policy.version, '')
  ), counted.many)
  from (
    select decision.choice, decision.policy_id, count(*) as many from cogo.routing_decisions as decision
    where decision.decision_id > fold_decisions.after_id and decision.decision_id <= last_id
    group by decision.choice, decision.policy_id
  ) as counted
  left join cogo.llm_models as model on model.model_id = counted.choice
  left join cogo.routing_policies as policy on policy.policy_id = counted.policy_id;
  return last_id;
end;
$$;

comment on function cogo.fold_decisions(uuid, uuid) is
  'Adds decisions to cogo.call_totals, at most 20,000 a round, and answers up to which id.';

revoke execute on function cogo.fold_decisions(uuid, uuid) from public;
