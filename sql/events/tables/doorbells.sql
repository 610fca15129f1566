create table cogo.doorbells (
  executor text primary key,
  rung_tail bigint not null,
  rung_at timestamptz not null
) with (fillfactor = 50);

comment on table cogo.doorbells is
  'When and for what each executor''s workers were last woken over Realtime. Filled only where realtime.send exists.';
comment on column cogo.doorbells.rung_tail is 'The sum of the executor''s lane tails then.';

alter table cogo.doorbells enable row level security;
