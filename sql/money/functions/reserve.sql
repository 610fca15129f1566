create function cogo.reserve(
  decision_id uuid, attempt integer, tenant_id uuid, agent_id uuid, model_id bigint, price_id bigint, key_id uuid,
  estimate_nano bigint, grant_hash bytea, grant_expires_at timestamptz, expires_at timestamptz, at timestamptz
)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  accounts record;
  taken bigint[] := '{}'::bigint[];
  left_nano bigint;
  least_nano bigint;
begin
  if coalesce(reserve.estimate_nano, -1) < 0 then
    perform cogo.refuse_argument('estimate_nano', 'it must be a number from 0 on; a price that is not known is never 0');
  end if;
  accounts := cogo.find_accounts(
    reserve.decision_id, reserve.attempt, reserve.tenant_id, reserve.agent_id, reserve.estimate_nano, reserve.at
  );
  if not accounts.fits then
    return cogo.budget_refusal(accounts.window_ids, reserve.estimate_nano);
  end if;

  insert into cogo.reservations (
    decision_id, attempt, tenant_id, agent_id, model_id, price_id, key_id, window_ids, estimate_nano,
    grant_hash, grant_expires_at, expires_at, created_at
  )
  values (
    reserve.decision_id, reserve.attempt, reserve.tenant_id, reserve.agent_id, reserve.model_id, reserve.price_id,
    reserve.key_id, accounts.window_ids, reserve.estimate_nano,
    reserve.grant_hash, reserve.grant_expires_at, reserve.expires_at, reserve.at
  );

  -- Last, and in the order of the array: from here on others wait until this transaction ends.
  for nth in 1 .. cardinality(accounts.window_ids) loop
    update cogo.budget_windows as account set reserved_nano = account.reserved_nano + reserve.estimate_nano
    where account.window_id = accounts.window_ids[nth]
      and (
        account.limit_nano is null or reserve.estimate_nano = 0
        or account.limit_nano - account.reserved_nano - account.spent_nano - account.debt_nano >= reserve.estimate_nano
      )
    returning account.limit_nano - account.reserved_nano - account.spent_nano - account.debt_nano into left_nano;
    if found then
      taken := taken || accounts.window_ids[nth];
      least_nano := least(least_nano, left_nano);
    elsif exists (select from cogo.budget_windows as account where account.window_id = accounts.window_ids[nth]) then
      perform cogo.move_money(taken, -reserve.estimate_nano, 0, 0);
      delete from cogo.reservations as held
      where held.decision_id = reserve.decision_id and held.attempt = reserve.attempt;
      return cogo.budget_refusal(accounts.window_ids[nth : nth], reserve.estimate_nano);
    end if;
  end loop;
  return jsonb_build_object('outcome', 'reserved', 'remaining_nano', least_nano);
end;
$$;

comment on function cogo.reserve(uuid, integer, uuid, uuid, bigint, bigint, uuid, bigint, bytea, timestamptz, timestamptz, timestamptz) is
  'Holds an estimate against every budget that a call falls under, or against none: {outcome: reserved, remaining_nano} (null = no limit), or {outcome: budget_exceeded, budget_id, scope, remaining_nano, resets_at}. To be called last: the accounts stay locked until the transaction ends.';

revoke execute on function cogo.reserve(uuid, integer, uuid, uuid, bigint, bigint, uuid, bigint, bytea, timestamptz, timestamptz, timestamptz) from public;
