create table cogo.router_reports (
  report_id bigint generated always as identity primary key,
  policy_v1 bigint not null references cogo.routing_policies (policy_id),
  policy_v2 bigint not null references cogo.routing_policies (policy_id),
  gates jsonb not null,
  passed boolean not null,
  body jsonb not null,
  at timestamptz not null,
  constraint a_policy_is_compared_with_another check (policy_v1 <> policy_v2),
  constraint gates_are_an_object check (jsonb_typeof(gates) = 'object')
);

create index router_reports_policy_idx on cogo.router_reports (policy_v2);

comment on table cogo.router_reports is 'Comparisons of two policies. A policy becomes live with a report that passed.';
comment on column cogo.router_reports.policy_v1 is 'What served when the two were compared.';
comment on column cogo.router_reports.policy_v2 is 'What would replace it.';
comment on column cogo.router_reports.gates is '{determinism, constraints, cost, quality, report}, each with passed and its figures.';
comment on column cogo.router_reports.passed is 'Whether all gates did.';
comment on column cogo.router_reports.body is 'The report whole.';

alter table cogo.router_reports enable row level security;
