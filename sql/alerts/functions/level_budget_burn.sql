create function cogo.level_budget_burn(slo cogo.slos, at timestamptz)
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
    format('budget %s', told.summary ->> 'budget_id'),
    jsonb_strip_nulls(jsonb_build_object(
      'budget_id', told.summary -> 'budget_id', 'scope', told.summary -> 'scope', 'period', told.summary -> 'period',
      'tenant_id', told.summary -> 'tenant_id'
    )),
    round((told.summary ->> 'forecast_nano')::numeric / account.limit_nano, 4),
    format(
      'the %s budget of this %s will cost %s dollars, its limit is %s%s', told.summary ->> 'scope', told.summary ->> 'period',
      round((told.summary ->> 'forecast_nano')::numeric / 1e9, 2), round(account.limit_nano / 1e9, 2),
      ': used up at ' || (told.summary ->> 'exhausted_at')
    )
  from cogo.budget_levels(slo.tenant_id, level_budget_burn.at) as account
  cross join lateral (select cogo.budget_summary(account.budget_id, level_budget_burn.at) as summary) as told
  where account.used_nano * 20 >= account.limit_nano and told.summary ->> 'forecast_nano' is not null;
end;
$$;

comment on function cogo.level_budget_burn(cogo.slos, timestamptz) is
  'Of each budget with a limit, the 2000 widest: what its period will cost at the pace so far over its limit. Nothing is foretold before a twentieth is spent.';

revoke execute on function cogo.level_budget_burn(cogo.slos, timestamptz) from public;
