create table cogo.alert_silences (
  silence_id bigint generated always as identity primary key,
  slo text not null,
  subject text,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  reason text not null,
  made_by text not null,
  ended_at timestamptz,
  removed_by text,
  constraint reason_has_1_to_500_characters check (length(reason) between 1 and 500),
  constraint made_by_has_1_to_200_characters check (length(made_by) between 1 and 200),
  constraint removed_by_has_1_to_200_characters check (length(removed_by) between 1 and 200)
);

create index alert_silences_not_ended_idx on cogo.alert_silences (ends_at) where ended_at is null;

comment on table cogo.alert_silences is 'Alerts that nobody is told of for a while. They are judged all the same, and the end of a silence is told.';
comment on column cogo.alert_silences.slo is 'The SLO, or * for all of them; subject null = all that it watches.';
comment on column cogo.alert_silences.ended_at is 'When the round that told of its end came by.';
comment on column cogo.alert_silences.made_by is 'Who asked for it, as he said; removed_by: who ended it early.';
comment on column cogo.alert_silences.subject is 'As in cogo.alerts; null = each.';
comment on column cogo.alert_silences.removed_by is 'Who ended it early; null = nobody.';

alter table cogo.alert_silences enable row level security;
