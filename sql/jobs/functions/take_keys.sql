create function cogo.take_keys(jobs jsonb, job_ids bigint[], tenant uuid, at timestamptz)
returns bigint[]
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  keyed record;
  clash record;
  first_ids bigint[];
begin
  select
    array_agg(item.ordinal) as ordinals,
    array_agg(cogo.short_hash(format(
      'idem_job:%s:%s:%s', coalesce(take_keys.tenant, (item.job ->> 'tenant_id')::uuid, cogo.default_tenant()),
      split_part(item.job ->> 'type', '.', 1), item.job ->> 'idempotency_key'
    ))) as hashes,
    array_agg(cogo.short_hash(cogo.job_body(item.job)::text)) as bodies
  into keyed
  from jsonb_array_elements(take_keys.jobs) with ordinality as item (job, ordinal)
  where item.job ->> 'idempotency_key' is not null;

  -- In hash order, so two batches that share keys wait for each other instead of locking each other out.
  insert into cogo.idempotency_keys as kept (hash, body_hash, job_id, expires_at)
  select distinct on (item.hash) item.hash, item.body, take_keys.job_ids[item.ordinal::integer], take_keys.at + interval '30 days'
  from unnest(keyed.ordinals, keyed.hashes, keyed.bodies) as item (ordinal, hash, body)
  order by item.hash, item.ordinal
  on conflict (hash) do update
    set body_hash = excluded.body_hash, job_id = excluded.job_id, expires_at = excluded.expires_at
    where kept.expires_at < take_keys.at;

  select item.ordinal - 1 as place, kept.job_id into clash
  from unnest(keyed.ordinals, keyed.hashes, keyed.bodies) as item (ordinal, hash, body)
  join cogo.idempotency_keys as kept on kept.hash = item.hash and kept.body_hash <> item.body
  order by item.ordinal
  limit 1;
  if found then
    raise sqlstate 'PT409' using
      message = format('Cannot enqueue jobs[%s]: its idempotency_key belongs to job %s, which has another body', clash.place, clash.job_id),
      detail = 'idempotency_conflict',
      hint = 'Use a new key for new work, or send the first body again to get the first job.';
  end if;

  select array_agg(coalesce(kept.job_id, given.job_id) order by given.ordinal) into first_ids
  from unnest(take_keys.job_ids) with ordinality as given (job_id, ordinal)
  left join unnest(keyed.ordinals, keyed.hashes) as item (ordinal, hash) on item.ordinal = given.ordinal
  left join cogo.idempotency_keys as kept on kept.hash = item.hash;
  return first_ids;
end;
$$;

comment on function cogo.take_keys(jsonb, bigint[], uuid, timestamptz) is
  'Takes the idempotency keys of a batch. Answers per job the id it has: its own when new, the first one''s when repeated. Errors: idempotency_conflict (409).';

revoke execute on function cogo.take_keys(jsonb, bigint[], uuid, timestamptz) from public;
