create table cogo.slos (
  name text primary key,
  kind text not null,
  title text not null,
  enabled boolean not null default true,
  objective numeric(9, 8),
  threshold_ms integer,
  warning_at numeric,
  critical_at numeric,
  window_days smallint not null default 30,
  scope text not null default 'all',
  tenant_id uuid,
  executor text,
  rules jsonb not null default '[]',
  min_events integer not null default 10,
  min_bad integer not null default 3,
  for_seconds integer not null default 0,
  clear_seconds integer not null default 300,
  remind_seconds integer not null default 14400,
  runbook text not null,
  problem text,
  changed_at timestamptz not null,
  constraint name_is_a_short_word check (name ~ '^[a-z][a-z0-9_]{0,59}$'),
  constraint title_has_1_to_120_characters check (length(title) between 1 and 120),
  constraint objective_is_a_share check (objective > 0 and objective < 1),
  constraint threshold_is_a_millisecond_to_a_day check (threshold_ms between 1 and 86400000),
  constraint it_promises_a_share_or_has_a_level check ((objective is null) = (coalesce(warning_at, critical_at) is not null)),
  constraint a_window_is_1_to_90_days check (window_days between 1 and 90),
  constraint scope_is_known check (scope in ('all', 'tenant', 'executor')),
  constraint scope_names_its_tenant check ((scope = 'tenant') = (tenant_id is not null)),
  constraint scope_names_its_executor check ((scope = 'executor') = (executor is not null)),
  constraint rules_are_a_list check (jsonb_typeof(rules) = 'array'),
  constraint a_share_has_rules check ((objective is null) = (rules = '[]')),
  constraint min_events_is_a_million_at_most check (min_events between 1 and 1000000),
  constraint min_bad_is_a_million_at_most check (min_bad between 1 and 1000000),
  constraint it_fires_within_a_week check (for_seconds between 0 and 604800),
  constraint it_clears_within_a_week check (clear_seconds between 0 and 604800),
  constraint reminders_come_never_or_after_a_minute check (remind_seconds = 0 or remind_seconds between 60 and 2592000),
  constraint runbook_is_an_anchor check (runbook ~ '^[a-z0-9][a-z0-9_-]{0,79}$')
);

comment on table cogo.slos is
  'What the operator promises and watches: a share of events that must be good (objective), or a level that may not be passed.';
comment on column cogo.slos.kind is 'What is measured: a row of cogo.slo_kinds().';
comment on column cogo.slos.objective is 'The share that must be good, as 0.999; its error budget is what is left to 1.';
comment on column cogo.slos.threshold_ms is 'Within how many milliseconds an event is good, where it is about time.';
comment on column cogo.slos.warning_at is 'The level that warns, critical_at that which wakes somebody; null = it never does.';
comment on column cogo.slos.window_days is 'Over how many days the error budget counts.';
comment on column cogo.slos.rules is
  '[{severity, long_seconds, short_seconds, burn}]: an alert when both windows burn the error budget so many times as fast as is allowed.';
comment on column cogo.slos.min_events is 'A long window with fewer events, or fewer bad ones than min_bad, alerts nobody.';
comment on column cogo.slos.for_seconds is 'How long it must be so before it fires; clear_seconds: how long it must be over before it recovers.';
comment on column cogo.slos.remind_seconds is 'After how long one that still fires is told again; 0 = never.';
comment on column cogo.slos.runbook is 'The section of docs/runbook.md.';
comment on column cogo.slos.problem is 'Why the last round could not judge it; null = it could.';
comment on column cogo.slos.min_bad is 'See min_events.';
comment on column cogo.slos.scope is 'all, or the tenant or executor that its own column names.';
comment on column cogo.slos.title is 'What messages and pages call it.';

alter table cogo.slos enable row level security;
