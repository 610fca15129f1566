create function cogo.take_keys(
  jobs jsonb, job_ids bigint[], tenant uuid, at timestamptz, out first_ids bigint[], out first_times timestamptz[]
)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  keyed record;
  taken integer;
  found_keys record;
begin
  select
    -- cogo.short_hash, written out: every keyed job passes here.
    array_agg(item.ordinal) as ordinals,
    array_agg(encode(substr(sha256(convert_to(format(
      'idem_job:%s:%s:%s', coalesce(take_keys.tenant, (item.job ->> 'tenant_id')::uuid, cogo.default_tenant()),
      split_part(item.job ->> 'type', '.', 1), item.job ->> 'idempotency_key'
    ), 'UTF8')), 1, 16), 'hex')::uuid) as hashes,
    -- What the job says, with its defaults spelt out and without what may differ from call to call.
    array_agg(encode(substr(sha256(convert_to((
      jsonb_strip_nulls(item.job - array['payload', 'idempotency_key', 'traceparent', 'correlation_id', 'cause'])
      || jsonb_build_object(
        'payload', coalesce(item.job -> 'payload', '{}'), 'priority', coalesce(item.job ->> 'priority', 'normal')
      )
    )::text, 'UTF8')), 1, 16), 'hex')::uuid) as bodies
  into keyed
  from jsonb_array_elements(take_keys.jobs) with ordinality as item (job, ordinal)
  where item.job ->> 'idempotency_key' is not null;

  -- In hash order, so two batches that share keys wait for each other instead of locking each other out.
  insert into cogo.idempotency_keys as kept (hash, body_hash, job_id, expires_at)
  select distinct on (item.hash) item.hash, item.body, take_keys.job_ids[item.ordinal::integer], take_keys.at + interval '720 hours'
  from unnest(keyed.ordinals, keyed.hashes, keyed.bodies) as item (ordinal, hash, body)
  order by item.hash, item.ordinal
  on conflict (hash) do update
    set body_hash = excluded.body_hash, job_id = excluded.job_id, expires_at = excluded.expires_at
    where kept.expires_at < take_keys.at;

  get diagnostics taken = row_count;
  if taken = cardinality(keyed.ordinals) then
    first_ids := take_keys.job_ids;
    return;
  end if;

  select
    array_agg(coalesce(kept.job_id, given.job_id) order by given.ordinal) as first_ids,
    -- Thirty days in hours, which no change of clocks alters: the job's own time, though retention may have dropped the job.
    array_agg(kept.expires_at - interval '720 hours' order by given.ordinal) as first_times,
    min(given.ordinal) filter (where kept.body_hash <> item.body) as clash
  into found_keys
  from unnest(take_keys.job_ids) with ordinality as given (job_id, ordinal)
  left join unnest(keyed.ordinals, keyed.hashes, keyed.bodies) as item (ordinal, hash, body) on item.ordinal = given.ordinal
  left join cogo.idempotency_keys as kept on kept.hash = item.hash;
  if found_keys.clash is not null then
    raise sqlstate 'PT409' using
      message = format(
        'Cannot enqueue jobs[%s]: its idempotency_key belongs to job %s, which has another body',
        found_keys.clash - 1, found_keys.first_ids[found_keys.clash::integer]
      ),
      detail = 'idempotency_conflict',
      hint = 'Use a new key for new work, or send the first body again to get the first job.';
  end if;
  first_ids := found_keys.first_ids;
  first_times := found_keys.first_times;
end;
$$;

comment on function cogo.take_keys(jsonb, bigint[], uuid, timestamptz) is
  'Takes the idempotency keys of a batch. Answers per job the id it has: its own when new, the first one''s when repeated, and then when that was enqueued. Errors: idempotency_conflict (409).';

revoke execute on function cogo.take_keys(jsonb, bigint[], uuid, timestamptz) from public;
