create table cogo.alert_notices (
  notice_id bigint generated always as identity primary key,
  slo text not null,
  subject text not null,
  episode bigint not null,
  what text not null,
  severity text not null,
  message jsonb not null,
  made_at timestamptz not null,
  handed_at timestamptz,
  job_ids bigint[],
  tries integer not null default 0,
  next_try_at timestamptz,
  error text,
  constraint what_is_known check (what in ('fired', 'escalated', 'eased', 'reminded', 'recovered', 'silence_ended')),
  constraint severity_is_known check (severity in ('info', 'warning', 'critical', 'recovered')),
  constraint what_is_not_handed_over_is_tried_again check ((handed_at is null) = (next_try_at is not null))
);

create unique index an_episode_fires_once on cogo.alert_notices (slo, subject, episode) where what = 'fired';
create index alert_notices_to_hand_over_idx on cogo.alert_notices (notice_id) where handed_at is null;
create index alert_notices_made_at_idx on cogo.alert_notices (made_at);

comment on table cogo.alert_notices is
  'What operators were told, and what is still to be handed to cogo.notify: written with the state it tells of, so neither is without the other. Kept for 90 days.';
comment on column cogo.alert_notices.episode is 'The firing that it is about (cogo.alerts.episode).';
comment on column cogo.alert_notices.job_ids is 'The notify.send jobs, one per channel; empty = no channel wanted it.';
comment on column cogo.alert_notices.error is 'Why cogo.notify refused it the last time.';
comment on column cogo.alert_notices.tries is 'How often it was handed over in vain.';
comment on column cogo.alert_notices.slo is 'Whose alert; its name stays when the SLO is gone.';
comment on column cogo.alert_notices.subject is 'As in cogo.alerts.';
comment on column cogo.alert_notices.what is 'fired, escalated, eased, reminded, recovered or silence_ended.';
comment on column cogo.alert_notices.severity is 'As the message says it.';

alter table cogo.alert_notices enable row level security;
