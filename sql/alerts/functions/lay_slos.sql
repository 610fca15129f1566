create function cogo.lay_slos()
returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  laid integer;
begin
  insert into cogo.slos (name, kind, title, objective, threshold_ms, warning_at, critical_at, for_seconds, rules, runbook, changed_at)
  select
    given.name, given.kind, given.title, given.objective, given.threshold_ms, given.warning_at, given.critical_at, given.for_seconds,
    case when given.objective is null then '[]' else cogo.burn_rules(given.objective) end, given.name, cogo.now_()
  from cogo.default_slos() as given
  on conflict (name) do nothing;
  get diagnostics laid = row_count;
  return laid;
end;
$$;

comment on function cogo.lay_slos() is
  'Writes the default SLOs that are not there; what an operator has set stays. Answers how many. Run by the migration; again to get removed ones back.';

revoke execute on function cogo.lay_slos() from public;
grant execute on function cogo.lay_slos() to service_role;
