create function cogo.return_budget_lease(lease_id uuid, spent_nano numeric, tenant_id uuid)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.acting_tenant(return_budget_lease.tenant_id);
  spent bigint := cogo.money_limit('spent_nano', return_budget_lease.spent_nano);
  held cogo.reservations;
  outcome cogo.routing_outcomes;
begin
  if spent is null then
    perform cogo.refuse_argument('spent_nano', 'it must be given; 0 = nothing was spent');
  end if;
  select known.* into held from cogo.reservations as known
  where known.decision_id = return_budget_lease.lease_id and known.attempt = 1 and known.model_id = 0
    and (tenant is null or known.tenant_id = tenant)
  for update;
  if not found then
    raise sqlstate 'PT404' using
      message = format('Cannot return lease %s: there is no such lease', return_budget_lease.lease_id),
      detail = 'lease_not_found', hint = 'draw_budget_lease answers its id.';
  elsif held.state = 'settled' then
    -- The first return stands.
    select known.cost_nano into spent from cogo.routing_outcomes as known
    where known.decision_id = held.decision_id and known.attempt = 1;
  else
    outcome.status := 'succeeded';
    outcome.usage := '{}';
    outcome.cost_nano := spent;
    outcome.is_estimate := false;
    outcome.settled_at := cogo.now_();
    perform cogo.bill_reservation(held, outcome);
  end if;
  return jsonb_build_object('lease_id', held.decision_id, 'spent_nano', spent);
end;
$$;

comment on function cogo.return_budget_lease(uuid, numeric, uuid) is
  'Bills what was spent of a lease and gives back the rest, also after it expired; a second return answers the first. Errors: bad_argument (400), not_an_agent (401), lease_not_found (404).';

revoke execute on function cogo.return_budget_lease(uuid, numeric, uuid) from public;
grant execute on function cogo.return_budget_lease(uuid, numeric, uuid) to authenticated, service_role;
