create function cogo.survey_jobs(
  jobs jsonb,
  is_operator boolean,
  out new_ids bigint[],
  out only_type text,
  out has_keys boolean,
  out has_later boolean
)
language plpgsql
security definer
set search_path = ''
as $$
declare
  plain boolean;
  largest integer;
begin
  if jsonb_typeof(jobs) is distinct from 'array' then
    perform cogo.check_jobs(jobs, is_operator);
  end if;

  -- One walk settles the usual batch; only what is unusual is looked at field by field.
  select
    array_agg(nextval('cogo.jobs_id_seq')),
    coalesce(bool_and((
      jsonb_typeof(job) = 'object'
      and job - array['type', 'payload', 'idempotency_key'] = '{}'
      and length(job ->> 'type') <= 120 and job ->> 'type' ~ '^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)+$'
      and jsonb_typeof(coalesce(job -> 'payload', '{}')) = 'object'
      and jsonb_typeof(coalesce(job -> 'idempotency_key', '"-"')) = 'string'
      and length(coalesce(job ->> 'idempotency_key', '-')) between 1 and 200
    ) is true), false),
    bool_or(job ->> 'idempotency_key' is not null),
    bool_or(job ?| array['run_at', 'delay_seconds', 'after']),
    max(octet_length(job ->> 'payload')),
    case when min(job ->> 'type' collate "C") = max(job ->> 'type' collate "C") then min(job ->> 'type' collate "C") end
  into new_ids, plain, has_keys, has_later, largest, only_type
  from jsonb_array_elements(jobs) as job;

  if not plain or cardinality(new_ids) > 1000 then
    perform cogo.check_jobs(jobs, is_operator);
    only_type := null;
  end if;
  if largest > 262144 then
    raise sqlstate 'PT413' using
      message = format('Cannot enqueue jobs: a payload has %s bytes, the limit is 262144', largest),
      detail = 'payload_too_large',
      hint = 'Store the bytes as an artifact and put its address into the payload.';
  end if;
end;
$$;

comment on function cogo.survey_jobs(jsonb, boolean) is
  'Checks the form of a batch, numbers its jobs and says what they need: keys to take, times or jobs to wait for. Errors: bad_argument (400), payload_too_large (413).';

revoke execute on function cogo.survey_jobs(jsonb, boolean) from public;
