create table cogo.artifacts (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null,
  run_id uuid references cogo.quality_runs (id) on delete cascade,
  job_id bigint,
  fence bigint not null default 0,
  name text not null,
  kind text not null,
  media_type text not null,
  size_bytes bigint not null,
  sha256 text not null,
  location text not null,
  created_at timestamptz not null default clock_timestamp(),

  constraint name_is_a_plain_file_name check (name ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$'),
  constraint kind_is_known check (kind in ('log', 'report', 'coverage', 'summary', 'diff', 'eslint', 'other')),
  constraint media_type_reads_like_one check (media_type ~ '^[a-z]+/[a-z0-9.+-]+(;.*)?$'),
  constraint size_is_not_negative check (size_bytes >= 0),
  constraint sha256_is_lower_case_hex check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint location_is_local_or_storage check (location ~ '^(local|storage):.+'),
  constraint an_artifact_is_a_runs_or_a_jobs check (run_id is not null or job_id is not null),
  constraint a_job_names_an_artifact_once unique nulls not distinct (run_id, job_id, name)
);

create index artifacts_location_idx on cogo.artifacts (location);
create index artifacts_job_idx on cogo.artifacts (job_id, id) where job_id is not null;
create index artifacts_bytes_idx on cogo.artifacts (tenant_id) include (size_bytes);
create index artifacts_newest_idx on cogo.artifacts (created_at desc, id desc);
create index artifacts_tenant_newest_idx on cogo.artifacts (tenant_id, created_at desc, id desc);

alter table cogo.artifacts enable row level security;

comment on table cogo.artifacts is
  'Files that a job or a quality run left behind (logs, reports, coverage): where the bytes are and what they hash to.';
comment on column cogo.artifacts.run_id is
  'The quality run it belongs to and goes with; null = it belongs to its job, and goes with that.';
comment on column cogo.artifacts.fence is
  'Fence of the attempt that wrote the row; an artifact under a lower fence never replaces it.';
comment on column cogo.artifacts.name is 'File name, unique within one job, for example lint.stdout.log.';
comment on column cogo.artifacts.size_bytes is 'Size of the stored bytes, which are cut to the runner''s output limit.';
comment on column cogo.artifacts.location is
  'local:<tenant>/<sha256> (bytes in ARTIFACTS_DIR) or storage:<bucket>/<tenant>/<sha256>; the function artifacts serves both. Older rows: local:<sha256>, storage:<bucket>/quality/….';
