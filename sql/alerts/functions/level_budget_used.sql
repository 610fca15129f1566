create function cogo.level_budget_used(slo cogo.slos, at timestamptz)
returns table (subject text, labels jsonb, value numeric, says text)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  select
    format('budget %s', account.budget_id),
    jsonb_strip_nulls(jsonb_build_object(
      'budget_id', account.budget_id, 'scope', account.scope, 'period', account.period, 'tenant_id', account.tenant
    )),
    round((account.used_nano + account.reserved_nano)::numeric / account.limit_nano, 4),
    format(
      '%s of %s dollars of the %s budget (%s) are used%s', round((account.used_nano + account.reserved_nano) / 1e9, 2),
      round(account.limit_nano / 1e9, 2), account.scope, account.period,
      case when account.mode = 'hard' then '; calls that do not fit are refused' end
    )
  from cogo.budget_levels(slo.tenant_id, level_budget_used.at) as account;
end;
$$;

comment on function cogo.level_budget_used(cogo.slos, timestamptz) is
  'Of each budget with a limit, the 2000 widest: what is spent, owed and reserved over its limit.';

revoke execute on function cogo.level_budget_used(cogo.slos, timestamptz) from public;
