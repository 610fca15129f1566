create function cogo.own_decision(decision_id uuid)
returns cogo.routing_decisions
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  decision cogo.routing_decisions;
begin
  select known.* into decision from cogo.routing_decisions as known
  where known.decision_id = own_decision.decision_id and (tenant is null or known.tenant_id = tenant);
  if not found then
    raise sqlstate 'PT404' using
      message = format('Cannot find decision %s', own_decision.decision_id),
      detail = 'decision_not_found', hint = 'Check the id; list_decisions shows what you may see.';
  end if;
  return decision;
end;
$$;

comment on function cogo.own_decision(uuid) is
  'A decision that the caller may see. Another tenant''s is as not there. Errors: not_an_agent (401), decision_not_found (404).';

revoke execute on function cogo.own_decision(uuid) from public;
