create function cogo.budget_subjects(tenant_id uuid, project_id text, agent_id uuid)
returns text[]
language plpgsql
immutable
set search_path = ''
as $$
begin
  return array[
    'organisation',
    'tenant:' || budget_subjects.tenant_id::text,
    'project:' || budget_subjects.tenant_id::text || ':' || budget_subjects.project_id,
    'agent:' || budget_subjects.tenant_id::text || ':' || budget_subjects.agent_id::text
  ];
end;
$$;

comment on function cogo.budget_subjects(uuid, text, uuid) is
  'The subjects of cogo.budgets that a call of this tenant, project and agent falls under.';

revoke execute on function cogo.budget_subjects(uuid, text, uuid) from public;
