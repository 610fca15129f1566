create function cogo.demand_empty_project()
returns void
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  if exists (select from cogo.jobs) or exists (select from cogo.quality_runs) or exists (select from cogo.llm_providers)
    or exists (select from cogo.schedules) or exists (select from cogo.budgets) then
    raise sqlstate 'PT409' using
      message = 'Cannot restore: the project has jobs, runs, providers, schedules or budgets already',
      detail = 'project_not_empty',
      hint = 'Restore into a project that was migrated and not used yet.';
  end if;
end;
$$;

comment on function cogo.demand_empty_project() is
  'Refuses to restore over what is there. Errors: project_not_empty (409).';

revoke execute on function cogo.demand_empty_project() from public;
grant execute on function cogo.demand_empty_project() to service_role;
