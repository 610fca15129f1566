create function api.set_budget(
  limit_nano numeric, scope text default 'tenant', period text default 'month', tenant_id uuid default null, project_id text default null,
  agent_id uuid default null, mode text default 'hard'
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
begin
  return cogo.set_budget(
    set_budget.limit_nano, set_budget.scope, set_budget.period, set_budget.tenant_id, set_budget.project_id, set_budget.agent_id,
    set_budget.mode
  );
end;
$$;

comment on function api.set_budget(numeric, text, text, uuid, text, uuid, text) is
  'Limits what the organisation, a tenant (null: the default one), a project or an agent of it may spend per period in UTC, in nano-dollars (null: it is metered only); one subject may have several periods. Answers the budget with its account. For operators. Errors: bad_argument (400).';

revoke execute on function api.set_budget(numeric, text, text, uuid, text, uuid, text) from public;
grant execute on function api.set_budget(numeric, text, text, uuid, text, uuid, text) to service_role;
