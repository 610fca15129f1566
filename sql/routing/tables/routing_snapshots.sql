create table cogo.routing_snapshots (
  snapshot_id bigint generated always as identity primary key,
  sha256 bytea not null,
  model_ids bigint[] not null,
  states smallint[] not null,
  shares smallint[] not null,
  error_rates real[] not null,
  first_token_ms real[] not null,
  tokens_per_second real[] not null,
  in_flight integer[] not null,
  published_at timestamptz not null,
  left_at timestamptz,
  constraint the_same_content_is_one_snapshot unique (sha256)
);

comment on table cogo.routing_snapshots is
  'Published views of health: what choices saw. Models that are not in it were as new. The same content is the same snapshot.';
comment on column cogo.routing_snapshots.states is '0 closed, 1 open, 2 open and due for its one probe, 3 half open.';
comment on column cogo.routing_snapshots.shares is 'Percent of its odds that a model has while it comes back.';
comment on column cogo.routing_snapshots.left_at is 'When a list last took another in its place; null = none did.';
comment on column cogo.routing_snapshots.in_flight is 'Attempts that held money, rounded down to a power of two.';

alter table cogo.routing_snapshots enable row level security;
