create table cogo.http_flushes (
  flush_id uuid primary key,
  at timestamptz not null,
  folded boolean not null default false,
  counts jsonb not null,
  constraint counts_are_a_list check (jsonb_typeof(counts) = 'array')
) with (fillfactor = 70);

create index http_flushes_not_folded_idx on cogo.http_flushes (at) where not folded;

comment on table cogo.http_flushes is
  'What functions counted of their answers, a row a flush. Its number makes a repeated flush count once; kept for an hour.';
comment on column cogo.http_flushes.counts is
  '[{function, route, status, bins, bin_counts, places, ms}]: bins as in cogo.metric_rows, places as in cogo.time_totals.';
comment on column cogo.http_flushes.folded is 'Whether it is in the history.';

alter table cogo.http_flushes enable row level security;
