create function cogo.list_decisions(since_min integer, agent_id uuid, row_limit integer, before uuid, tenant_id uuid)
returns setof jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := coalesce(cogo.caller_tenant(), list_decisions.tenant_id);
  least_id uuid;
  before_id uuid := coalesce(list_decisions.before, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
begin
  if (list_decisions.since_min between 1 and 10080) is not true then
    perform cogo.refuse_argument('since_min', 'it must be a number from 1 to 10080');
  elsif (list_decisions.row_limit between 1 and 500) is not true then
    perform cogo.refuse_argument('row_limit', 'it must be a number from 1 to 500');
  end if;
  least_id := cogo.uuid_v7(cogo.now_() - list_decisions.since_min * interval '1 minute', 0);
  return query
  select jsonb_build_object(
    'decision_id', decision.decision_id, 'at', decision.at, 'tenant_id', decision.tenant_id, 'agent_id', decision.agent_id,
    'policy_id', decision.policy_id, 'snapshot_version', decision.snapshot_id, 'provider', model.provider, 'model', model.model,
    'region', model.region, 'candidates', cardinality(decision.candidates),
    'odds', round((decision.weights[array_position(decision.candidates, decision.choice)])::numeric
      / nullif((select sum(weight) from unnest(decision.weights) as weight), 0), 6),
    'asked', decision.context
  )
  from (
    -- Compared as rows, so that only the tenant's own index has the order and no row of another is read.
    (
      select known.* from cogo.routing_decisions as known
      where tenant is not null
        and (known.tenant_id, known.decision_id) >= (tenant, least_id) and (known.tenant_id, known.decision_id) < (tenant, before_id)
        and (list_decisions.agent_id is null or known.agent_id = list_decisions.agent_id)
      order by known.tenant_id desc, known.decision_id desc
      limit list_decisions.row_limit
    )
    union all
    (
      select known.* from cogo.routing_decisions as known
      where tenant is null and known.decision_id >= least_id and known.decision_id < before_id
        and (list_decisions.agent_id is null or known.agent_id = list_decisions.agent_id)
      order by known.decision_id desc
      limit list_decisions.row_limit
    )
  ) as decision
  left join cogo.llm_models as model on model.model_id = decision.choice
  order by decision.decision_id desc;
end;
$$;

comment on function cogo.list_decisions(integer, uuid, integer, uuid, uuid) is 'The last decisions of some minutes, newest first; before continues a page.';

revoke execute on function cogo.list_decisions(integer, uuid, integer, uuid, uuid) from public;
grant execute on function cogo.list_decisions(integer, uuid, integer, uuid, uuid) to authenticated, service_role;
