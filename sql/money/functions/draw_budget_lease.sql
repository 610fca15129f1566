create function cogo.draw_budget_lease(amount_nano numeric, seconds integer, lease_id uuid, tenant_id uuid)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  tenant uuid := coalesce(cogo.acting_tenant(draw_budget_lease.tenant_id), cogo.default_tenant());
  amount bigint := cogo.money_limit('amount_nano', draw_budget_lease.amount_nano);
  lease uuid := coalesce(draw_budget_lease.lease_id, cogo.uuid_v7(at, trunc(cogo.random_() * 4611686018427387000)::bigint));
  held cogo.reservations;
  answer jsonb;
begin
  if coalesce(amount, 0) = 0 then
    perform cogo.refuse_argument('amount_nano', 'it must be above 0');
  elsif draw_budget_lease.seconds is null or draw_budget_lease.seconds not between 1 and 86400 then
    perform cogo.refuse_argument('seconds', 'it must be from 1 to 86400');
  end if;
  -- One after the other: a repeat of what is being drawn waits for it.
  perform pg_advisory_xact_lock(hashtextextended(lease::text, 0));
  select known.* into held from cogo.reservations as known where known.decision_id = lease and known.attempt = 1;
  if held.decision_id is null then
    answer := cogo.reserve(
      lease, 1, tenant, cogo.caller_agent(), 0, null, null, amount, null, null, at + make_interval(secs => draw_budget_lease.seconds), at
    );
    if answer ->> 'outcome' <> 'reserved' then
      return cogo.refusal(
        'budget_exceeded', 402,
        format('Cannot draw %s nano-dollars: the budget of the %s has %s left', amount, answer ->> 'scope', answer ->> 'remaining_nano'),
        'Draw less, wait for resets_at, or ask an operator for a higher limit.', answer - 'outcome'
      );
    end if;
    update cogo.reservations as known set state = 'opened', opened_at = at
    where known.decision_id = lease and known.attempt = 1
    returning known.* into held;
  elsif held.tenant_id <> tenant or held.model_id <> 0 or held.estimate_nano <> amount then
    perform cogo.refuse_argument('lease_id', 'it is taken by something else');
  end if;
  return jsonb_build_object('lease_id', lease, 'amount_nano', amount, 'expires_at', held.expires_at);
end;
$$;

comment on function cogo.draw_budget_lease(numeric, integer, uuid, uuid) is
  'Holds money for calls that will be made without asking: a reservation of model 0, open from the start, so it is billed whole if it is not returned. Errors: bad_argument (400), not_an_agent (401).';

revoke execute on function cogo.draw_budget_lease(numeric, integer, uuid, uuid) from public;
grant execute on function cogo.draw_budget_lease(numeric, integer, uuid, uuid) to authenticated, service_role;
