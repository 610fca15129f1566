create function cogo.find_accounts(
  decision_id uuid, attempt integer, tenant_id uuid, agent_id uuid, estimate_nano bigint, at timestamptz,
  out window_ids bigint[], out fits boolean
)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  subjects text[];
begin
  if find_accounts.attempt > 1 then
    select held.window_ids, true into window_ids, fits
    from cogo.reservations as held
    where held.decision_id = find_accounts.decision_id and held.tenant_id = find_accounts.tenant_id
    order by held.attempt limit 1;
    if found then
      return;
    end if;
  end if;

  subjects := array[
    'organisation',
    'tenant:' || find_accounts.tenant_id::text,
    'project:' || find_accounts.tenant_id::text || ':' || cogo.claim('project_id'),
    'agent:' || find_accounts.tenant_id::text || ':' || find_accounts.agent_id::text
  ];
  for round in 1 .. 2 loop
    select array_agg(found.window_id), coalesce(bool_and(found.fits), true)
    into window_ids, fits
    from (
      select account.window_id, account.limit_nano is null or find_accounts.estimate_nano = 0
        or account.limit_nano - account.reserved_nano - account.spent_nano - account.debt_nano >= find_accounts.estimate_nano as fits
      from cogo.budgets as budget
      left join cogo.budget_windows as account
        on account.budget_id = budget.budget_id
        and account.opens_at = case budget.period
          when 'total' then '-infinity' else date_trunc(budget.period, find_accounts.at, 'UTC')
        end
      where budget.subject = any (subjects)
      order by budget.depth, budget.budget_id
    ) as found;
    exit when window_ids is null or array_position(window_ids, null) is null;
    perform cogo.open_windows(subjects, find_accounts.at);
  end loop;
  window_ids := array_remove(coalesce(window_ids, '{}'), null);
end;
$$;

comment on function cogo.find_accounts(uuid, integer, uuid, uuid, bigint, timestamptz) is
  'The accounts that an attempt is held against, leaf first: those of its decision''s first attempt, or else those of the moment. fits = a look without a lock finds room in all of them.';

revoke execute on function cogo.find_accounts(uuid, integer, uuid, uuid, bigint, timestamptz) from public;
