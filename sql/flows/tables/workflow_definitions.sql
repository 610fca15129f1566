create table cogo.workflow_definitions (
  id integer generated always as identity primary key,
  name text not null,
  version integer not null,
  registered_at timestamptz not null,
  shape_hash uuid not null,
  saga boolean not null,
  depth smallint not null,
  step_count smallint not null,
  deadline_seconds integer,
  definition jsonb not null,
  constraint name_is_dotted_words check (name ~ '^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)*$' and length(name) <= 120),
  constraint one_definition_per_version unique (name, version),
  constraint one_version_per_shape unique (name, shape_hash),
  constraint flows_nest_five_deep_at_most check (depth between 1 and 5)
);

comment on table cogo.workflow_definitions is
  'Workflows as data, one row per version. Never changed but for registered_at: the version registered last is the one that starts.';
comment on column cogo.workflow_definitions.shape_hash is
  'First 16 bytes of the SHA-256 of the definition and the versions of the workflows that it starts.';
comment on column cogo.workflow_definitions.depth is '1, or one more than the deepest workflow that it starts.';
comment on column cogo.workflow_definitions.saga is 'Whether what was done is undone when it fails.';
comment on column cogo.workflow_definitions.definition is 'As it was registered.';

alter table cogo.workflow_definitions enable row level security;
