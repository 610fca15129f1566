create table cogo.job_types (
  type text primary key,
  executor text not null default 'default',
  lease_seconds smallint not null default 60,
  max_attempts smallint not null default 5,
  retry_base_ms integer not null default 500,
  retry_factor real not null default 2,
  retry_max_ms integer not null default 60000,
  payload_schema jsonb,
  constraint type_is_a_name_a_prefix_or_everything
    check (type ~ '^(\*|[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)*(\.\*)?)$' and length(type) <= 120),
  constraint executor_is_a_short_name check (executor ~ '^[a-z][a-z0-9_]{0,29}$'),
  constraint lease_lasts_30_to_120_seconds check (lease_seconds between 30 and 120),
  constraint attempts_are_1_to_100 check (max_attempts between 1 and 100),
  constraint retry_base_is_positive check (retry_base_ms >= 1),
  constraint retry_base_is_at_most_its_maximum check (retry_base_ms <= retry_max_ms),
  constraint retry_waits_a_day_at_most check (retry_max_ms <= 86400000),
  constraint retry_factor_is_1_to_100 check (retry_factor between 1 and 100)
);

comment on table cogo.job_types is
  'What a type of job needs: executor, lease, retry policy, payload schema. The longest match rules: name, then prefix.*, then *.';
comment on column cogo.job_types.type is 'A full name (quality.lint), a prefix (quality.*) or * for everything else.';
comment on column cogo.job_types.retry_base_ms is 'Delay = least(retry_max_ms, retry_base_ms * retry_factor^(attempt - 1) * random 0.5..1.5).';
comment on column cogo.job_types.payload_schema is 'JSON Schema that a payload must meet at enqueue, or null.';

alter table cogo.job_types enable row level security;
