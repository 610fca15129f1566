create table cogo.slo_burns (
  slo text not null references cogo.slos (name) on delete cascade,
  seconds integer not null,
  measured_at timestamptz not null,
  bad numeric not null,
  total numeric not null,
  constraint slo_burns_pkey primary key (slo, seconds)
) with (fillfactor = 50);

comment on table cogo.slo_burns is
  'What was counted last in each window of each SLO: for a 240th of the window it is not counted again, so long windows cost little.';
comment on column cogo.slo_burns.bad is 'How many of total were not as they should be.';
comment on column cogo.slo_burns.slo is 'The SLO that was counted.';
comment on column cogo.slo_burns.seconds is 'How long the window is.';

alter table cogo.slo_burns enable row level security;
