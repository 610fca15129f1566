create function cogo.survey_jobs(
  jobs jsonb,
  is_operator boolean,
  out new_ids bigint[],
  out only_type text,
  out has_keys boolean,
  out has_later boolean,
  out has_bounds boolean
)
language plpgsql
security definer
set search_path = ''
as $$
declare
  plain boolean;
  largest integer;
begin
  if jsonb_typeof(jobs) is distinct from 'array' or jobs @? '$[*] ? (@.type() != "object")' then
    perform cogo.check_jobs(jobs, is_operator);
  end if;

  -- One walk settles the usual batch; only what is unusual is looked at field by field.
  select
    array_agg(nextval('cogo.jobs_id_seq')),
    coalesce(bool_and(
      item.job - array['type', 'payload', 'idempotency_key'] = '{}'
      and coalesce(jsonb_typeof(item.payload) = 'object', not item.job ? 'payload')
      and coalesce(jsonb_typeof(item.key) = 'string' and length(item.key #>> '{}') between 1 and 200, true)
    ), false),
    bool_or(item.key is not null),
    max(octet_length(item.payload::text)),
    case when count(item.type) = count(*) and min(item.type collate "C") = max(item.type collate "C") then min(item.type collate "C") end,
    exists (select from cogo.tenant_bounds)
  into new_ids, plain, has_keys, largest, only_type, has_bounds
  from rows from (
    jsonb_array_elements(jobs), jsonb_to_recordset(jobs) as (type text, payload jsonb, idempotency_key jsonb)
  ) as item (job, type, payload, key);

  has_later := false;
  if not plain or cardinality(new_ids) > 1000
    or (length(only_type) <= 120 and only_type ~ '^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)+$') is not true
  then
    perform cogo.check_jobs(jobs, is_operator);
    has_later := jobs @? '$[*] ? (exists (@.run_at) || exists (@.delay_seconds) || exists (@.after))';
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
  'Checks the form of a batch, numbers its jobs and says what they need: keys to take, times or jobs to wait for, bounds to be held to. Errors: bad_argument (400), payload_too_large (413).';

revoke execute on function cogo.survey_jobs(jsonb, boolean) from public;
