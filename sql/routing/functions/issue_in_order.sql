create function cogo.issue_in_order(
  decision cogo.routing_decisions, attempt integer, list cogo.route_lists, model_ids bigint[], price_ids bigint[], states smallint[],
  providers smallint[], key_ids uuid[], at timestamptz, out route jsonb, out passed jsonb, out refused jsonb
)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  below_nano bigint;
begin
  for nth in 1 .. cardinality(issue_in_order.model_ids) loop
    route := cogo.issue_route(
      decision.decision_id, issue_in_order.attempt, decision.tenant_id, decision.agent_id, list, decision.context,
      issue_in_order.model_ids[nth], issue_in_order.price_ids[nth], issue_in_order.providers, issue_in_order.key_ids,
      issue_in_order.states[nth] = 2, below_nano, issue_in_order.at
    );
    if not route ? 'passed' then
      return;
    end if;
    passed := coalesce(passed, '[]') || jsonb_build_array(jsonb_build_array(issue_in_order.model_ids[nth], route -> 'passed'));
    if route ? 'budget' then
      below_nano := (route -> 'estimate_nano')::bigint;
      refused := coalesce(refused, route -> 'budget');
    end if;
    route := null;
  end loop;
end;
$$;

comment on function cogo.issue_in_order(cogo.routing_decisions, integer, cogo.route_lists, bigint[], bigint[], smallint[], smallint[], uuid[], timestamptz) is
  'Issues the first model in this order that can be had; after a budget refused one, only cheaper ones are tried. passed: [[model_id, reason], …]; refused: what the budget told first.';

revoke execute on function cogo.issue_in_order(cogo.routing_decisions, integer, cogo.route_lists, bigint[], bigint[], smallint[], smallint[], uuid[], timestamptz) from public;
