create function cogo.set_budget(
  limit_nano numeric, scope text, period text, tenant_id uuid, project_id text, agent_id uuid, mode text
)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  amount bigint := cogo.money_limit('limit_nano', set_budget.limit_nano);
  kept cogo.budgets;
  enforced bigint;
begin
  insert into cogo.budgets as budget (scope, tenant_id, project_id, agent_id, period, limit_nano, mode, created_at, changed_at)
  values (
    set_budget.scope,
    case when set_budget.scope = 'organisation' then set_budget.tenant_id else coalesce(set_budget.tenant_id, cogo.default_tenant()) end,
    set_budget.project_id, set_budget.agent_id, set_budget.period, amount, set_budget.mode, at, at
  )
  on conflict (subject, period) do update
  set limit_nano = excluded.limit_nano, mode = excluded.mode, changed_at = excluded.changed_at
  returning * into kept;

  enforced := case kept.mode when 'hard' then kept.limit_nano end;
  update cogo.budget_windows as account set
    limit_nano = enforced,
    ceiling_nano = case when account.ceiling_nano is not null and enforced is not null then greatest(account.ceiling_nano, enforced) end
  where account.budget_id = kept.budget_id and account.closes_at > at;
  return cogo.budget_summary(kept.budget_id, at);
exception
  when check_violation or not_null_violation then
    perform cogo.refuse_argument('the budget', concat(
      'scope must be organisation (without a tenant), tenant, project (with project_id) or agent (with agent_id), ',
      'period total, hour, day, week or month, mode hard or warn'
    ));
    return null;
end;
$$;

comment on function cogo.set_budget(numeric, text, text, uuid, text, uuid, text) is
  'Sets the budget of a subject and period; what is reserved and spent stays and counts. Errors: bad_argument (400).';

revoke execute on function cogo.set_budget(numeric, text, text, uuid, text, uuid, text) from public;
grant execute on function cogo.set_budget(numeric, text, text, uuid, text, uuid, text) to service_role;
