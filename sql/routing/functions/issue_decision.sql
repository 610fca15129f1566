create function cogo.issue_decision(
  decision cogo.routing_decisions, list cogo.route_lists, model_ids bigint[], price_ids bigint[], states smallint[],
  providers smallint[], key_ids uuid[]
)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  kept cogo.routing_decisions := issue_decision.decision;
  issued record;
begin
  issued := cogo.issue_in_order(
    kept, 1, list, issue_decision.model_ids, issue_decision.price_ids, issue_decision.states,
    issue_decision.providers, issue_decision.key_ids, kept.at
  );

  if issued.passed is not null then
    kept.context := kept.context || jsonb_build_object('passed', issued.passed);
    if issued.route is null then
      delete from cogo.routing_decisions as known where known.decision_id = kept.decision_id;
      return case when issued.refused is null
        then cogo.no_candidate(list, kept.context, null, kept.at) else cogo.budget_exceeded(issued.refused) end;
    end if;
    kept.choice := (issued.route -> 'model_id')::bigint;
    update cogo.routing_decisions as known set choice = kept.choice, context = kept.context
    where known.decision_id = kept.decision_id;
  end if;
  if kept.context ? 'session' then
    perform cogo.warm_session(kept.context, kept.choice, kept.at);
  end if;
  return cogo.route_answer(kept, list, issued.route, issue_decision.model_ids);
end;
$$;

comment on function cogo.issue_decision(cogo.routing_decisions, cogo.route_lists, bigint[], bigint[], smallint[], smallint[], uuid[]) is
  'Holds the money of a decision, and answers the route; a decision that nobody could be paid for is not kept.';

revoke execute on function cogo.issue_decision(cogo.routing_decisions, cogo.route_lists, bigint[], bigint[], smallint[], smallint[], uuid[]) from public;
