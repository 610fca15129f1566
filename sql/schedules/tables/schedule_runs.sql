create table cogo.schedule_runs (
  schedule_id bigint not null references cogo.schedules (id) on delete cascade,
  due_at timestamptz not null,
  planned_at timestamptz not null,
  settled_at timestamptz not null,
  wake_at timestamptz,
  covers_until timestamptz,
  job_id bigint,
  workflow_id uuid,
  covers integer not null default 1,
  by_hand boolean not null default false,
  state text not null,
  reason text,
  idempotency_key text,
  error jsonb,
  constraint schedule_runs_pkey primary key (schedule_id, due_at),
  constraint state_is_known check (state in ('waiting', 'started', 'skipped', 'failed')),
  constraint reason_is_known check (reason in ('missed', 'overlap', 'replaced', 'refused')),
  constraint a_started_run_has_its_work check ((state = 'started') = (num_nonnulls(job_id, workflow_id) = 1)),
  constraint a_skipped_run_says_why check (state <> 'skipped' or reason is not null),
  constraint a_waiting_run_is_looked_at check ((state = 'waiting') = (wake_at is not null)),
  constraint only_a_skipped_run_covers_others check (covers >= 1 and (covers = 1 or state = 'skipped'))
);

create index schedule_runs_waiting_idx on cogo.schedule_runs (schedule_id, due_at) where state = 'waiting';
create unique index schedule_runs_idempotency_key_idx on cogo.schedule_runs (schedule_id, idempotency_key)
where idempotency_key is not null;
create index schedule_runs_settled_at_idx on cogo.schedule_runs using brin (settled_at);

comment on table cogo.schedule_runs is
  'Each due time of a schedule and what became of it. Its primary key is why no run happens twice.';
comment on column cogo.schedule_runs.planned_at is 'due_at with its jitter. Started later than this, a run lags.';
comment on column cogo.schedule_runs.settled_at is 'When it started, was skipped, failed, or began to wait.';
comment on column cogo.schedule_runs.wake_at is 'A waiting run is tried again from here on.';
comment on column cogo.schedule_runs.covers is 'How many due times in a row this row stands for, up to covers_until.';
comment on column cogo.schedule_runs.by_hand is 'Asked for by run_schedule_now.';

alter table cogo.schedule_runs enable row level security;

create trigger note_settled_at_once
after insert on cogo.schedule_runs
referencing new table as new_runs
for each statement execute function cogo.note_schedule_runs();

create trigger note_settled
after update on cogo.schedule_runs
referencing old table as old_runs new table as new_runs
for each statement execute function cogo.note_schedule_runs();
