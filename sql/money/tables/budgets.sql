create table cogo.budgets (
  budget_id bigint generated always as identity primary key,
  scope text not null,
  tenant_id uuid,
  project_id text,
  agent_id uuid,
  period text not null,
  limit_nano bigint,
  mode text not null default 'hard',
  subject text not null generated always as (
    case scope
      when 'agent' then 'agent:' || tenant_id::text || ':' || agent_id::text
      when 'project' then 'project:' || tenant_id::text || ':' || project_id
      when 'tenant' then 'tenant:' || tenant_id::text
      else 'organisation'
    end
  ) stored,
  depth smallint not null generated always as (
    case scope when 'agent' then 1 when 'project' then 2 when 'tenant' then 3 else 4 end
  ) stored,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint one_budget_per_subject_and_period unique (subject, period),
  constraint scope_is_known check (scope in ('organisation', 'tenant', 'project', 'agent')),
  constraint period_is_known check (period in ('total', 'hour', 'day', 'week', 'month')),
  constraint mode_is_known check (mode in ('hard', 'warn')),
  constraint limit_is_not_negative check (limit_nano >= 0),
  constraint all_but_the_organisation_have_a_tenant check ((tenant_id is null) = (scope = 'organisation')),
  constraint a_project_budget_names_its_project check ((project_id is not null) = (scope = 'project')),
  constraint an_agent_budget_names_its_agent check ((agent_id is not null) = (scope = 'agent')),
  constraint project_has_1_to_200_characters check (length(project_id) between 1 and 200)
);

comment on table cogo.budgets is
  'How much may be spent: by the organisation, a tenant, a project of it, an agent of it. A call is held against every budget that it falls under. No rows = metered without limit.';
comment on column cogo.budgets.period is 'Of the calendar in UTC, weeks from Monday; total has no end. One subject may have several.';
comment on column cogo.budgets.limit_nano is 'Nano-dollars per period; null = metered only.';
comment on column cogo.budgets.mode is 'hard: what does not fit is refused. warn: it is counted and shown, never refused.';
comment on column cogo.budgets.subject is 'What a call looks its budgets up by.';
comment on column cogo.budgets.depth is 'Accounts are locked in this order, leaf first: what all calls share is locked last and shortest.';
comment on column cogo.budgets.scope is 'organisation, tenant, project or agent.';

alter table cogo.budgets enable row level security;
