create table cogo.ingress_rates (
  bucket uuid primary key,
  full_at timestamptz not null
) with (fillfactor = 50);

comment on table cogo.ingress_rates is
  'How much of each rate of cogo.ingress_limits is used. A row that is missing means nothing is.';
comment on column cogo.ingress_rates.bucket is 'cogo.short_hash of the scope and of whom it counts.';
comment on column cogo.ingress_rates.full_at is 'When all will be refilled; GCRA calls it the theoretical arrival time.';

alter table cogo.ingress_rates enable row level security;
