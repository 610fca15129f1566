create table cogo.alerts (
  slo text not null references cogo.slos (name) on delete cascade,
  subject text not null,
  labels jsonb not null,
  state text not null,
  severity text,
  since timestamptz not null,
  episode bigint not null default 0,
  calm_since timestamptz,
  value numeric,
  figures jsonb not null default '{}',
  message text not null,
  has_data boolean not null,
  notified_severity text,
  notified_at timestamptz,
  evaluated_at timestamptz not null,
  round bigint not null,
  constraint alerts_pkey primary key (slo, subject),
  constraint subject_is_short check (length(subject) <= 200),
  constraint state_is_known check (state in ('ok', 'pending', 'firing')),
  constraint severity_is_known check (severity in ('warning', 'critical')),
  constraint only_what_is_ok_has_no_severity check ((severity is null) = (state = 'ok')),
  constraint only_a_firing_alert_calms_down check (calm_since is null or state = 'firing'),
  constraint a_firing_alert_has_an_episode check (state <> 'firing' or episode > 0),
  constraint who_was_told_was_told_at_a_time check (notified_severity is null or notified_at is not null),
  constraint notified_severity_is_known check (notified_severity in ('warning', 'critical'))
) with (fillfactor = 50);

comment on table cogo.alerts is 'How each SLO stands, one row per thing that it watches. Written by cogo.evaluate_alerts alone.';
comment on column cogo.alerts.subject is 'Which of the things that the SLO watches: a provider, a budget, a table; empty = it watches one.';
comment on column cogo.alerts.since is 'When it came to its state.';
comment on column cogo.alerts.episode is 'The round in which it last began to fire: one episode is told once.';
comment on column cogo.alerts.calm_since is 'Since when a firing alert is better than its severity; recovers after clear_seconds of it.';
comment on column cogo.alerts.value is 'How many times as fast as allowed the error budget burns, or the level.';
comment on column cogo.alerts.has_data is 'Whether the last round found anything to measure.';
comment on column cogo.alerts.notified_severity is 'What the operator believes: the severity that he was told last; null = that all is well.';
comment on column cogo.alerts.round is 'The round that judged it last.';
comment on column cogo.alerts.labels is 'The subject as {name: value}, for messages and metrics.';
comment on column cogo.alerts.slo is 'The SLO that is judged.';
comment on column cogo.alerts.severity is 'warning or critical while it is pending or fires.';
comment on column cogo.alerts.figures is 'What was measured, as the message tells it.';

alter table cogo.alerts enable row level security;
