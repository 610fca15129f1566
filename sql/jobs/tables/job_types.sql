create table cogo.job_types (
  type text primary key,
  executor text not null default 'default',
  lease_seconds smallint not null default 60,
  max_attempts smallint not null default 5,
  retry_base_ms integer not null default 500,
  retry_factor real not null default 2,
  retry_max_ms integer not null default 60000,
  payload_schema jsonb,
  result_schema jsonb,
  key_limit integer not null default 1,
  key_strict boolean not null default false,
  keep_succeeded_seconds integer not null default 604800,
  keep_failed_seconds integer not null default 2592000,
  constraint type_is_a_name_a_prefix_or_everything
    check (type ~ '^(\*|[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)*(\.\*)?)$' and length(type) <= 120),
  constraint executor_is_a_short_name check (executor ~ '^[a-z][a-z0-9_]{0,29}$'),
  constraint lease_lasts_30_to_120_seconds check (lease_seconds between 30 and 120),
  constraint attempts_are_1_to_100 check (max_attempts between 1 and 100),
  constraint retry_base_is_positive check (retry_base_ms >= 1),
  constraint retry_base_is_at_most_its_maximum check (retry_base_ms <= retry_max_ms),
  constraint retry_waits_a_day_at_most check (retry_max_ms <= 86400000),
  constraint retry_factor_is_1_to_100 check (retry_factor between 1 and 100),
  constraint key_limit_is_positive check (key_limit >= 1),
  constraint a_strict_key_runs_one_at_a_time check (not key_strict or key_limit = 1),
  constraint closed_jobs_are_kept_an_hour_to_ten_years check (keep_succeeded_seconds between 3600 and 315360000),
  constraint failed_jobs_are_kept_an_hour_to_ten_years check (keep_failed_seconds between 3600 and 315360000)
);

create index job_types_result_schema_idx on cogo.job_types (type) where result_schema is not null;

comment on table cogo.job_types is
  'What a type of job needs: executor, lease, retry policy, payload schema. The longest match rules: name, then prefix.*, then *.';
comment on column cogo.job_types.type is 'A full name (quality.lint), a prefix (quality.*) or * for everything else.';
comment on column cogo.job_types.retry_base_ms is 'Delay = least(retry_max_ms, retry_base_ms * retry_factor^(attempt - 1) * random 0.5..1.5).';
comment on column cogo.job_types.payload_schema is 'JSON Schema that a payload must meet at enqueue, or null.';
comment on column cogo.job_types.result_schema is 'JSON Schema that a result must meet when a job succeeds, or null.';
comment on column cogo.job_types.key_limit is 'How many jobs of one concurrency_key may be held at a time.';
comment on column cogo.job_types.key_strict is
  'Whether jobs of one concurrency_key run in the order in which they were enqueued, each after the end of the one before.';
comment on column cogo.job_types.keep_succeeded_seconds is 'How long a succeeded or cancelled job is kept after its end.';
comment on column cogo.job_types.keep_failed_seconds is 'How long a failed job and its dead letter are kept after its end.';

alter table cogo.job_types enable row level security;

create trigger rewind_retention
after insert or update of keep_succeeded_seconds, keep_failed_seconds on cogo.job_types
for each row execute function cogo.rewind_retention();
