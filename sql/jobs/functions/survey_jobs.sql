create function cogo.survey_jobs(
  jobs jsonb,
  is_operator boolean,
  out new_ids bigint[],
  out payloads jsonb[],
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
  has_large boolean := cogo.check_items('jobs', jobs);
  first_type jsonb := jobs -> 0 -> 'type';
begin
  if jsonb_typeof(jobs) is distinct from 'array' or jsonb_array_length(jobs) > 1000 then
    perform cogo.check_jobs(jobs, is_operator);
  end if;

  -- One walk settles the usual batch; only what is unusual is looked at field by field.
  select
    array_agg(item.id),
    array_agg(coalesce(item.payload, '{}')),
    coalesce(bool_and(
      coalesce(item.rest = '{}', false)
      and coalesce(jsonb_typeof(item.payload) = 'object', true)
      and coalesce(jsonb_typeof(item.key) = 'string' and length(item.key #>> '{}') between 1 and 200, true)
    ), false),
    bool_or(item.key is not null),
    max(case when has_large then cogo.json_bytes(item.payload) end),
    case when bool_and(coalesce(item.type = first_type, false)) and jsonb_typeof(first_type) = 'string' then first_type #>> '{}' end,
    exists (select from cogo.tenant_bounds)
  into new_ids, payloads, plain, has_keys, largest, only_type, has_bounds
  from (
    select
      nextval('cogo.jobs_id_seq') as id, each_job -> 'type' as type, each_job -> 'payload' as payload,
      each_job -> 'idempotency_key' as key,
      case when jsonb_typeof(each_job) = 'object' then each_job - '{type,payload,idempotency_key}'::text[] end as rest
    from jsonb_array_elements(jobs) as each_job
  ) as item;

  has_later := false;
  if not plain
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
