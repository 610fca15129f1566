create function cogo.grant_permits(
  job_ids bigint[],
  attempts smallint[],
  parked_at uuid[],
  paid boolean[],
  taken uuid[],
  at timestamptz,
  out granted_ids bigint[],
  out granted_attempts smallint[],
  out key_hashes uuid[],
  out type_hashes uuid[],
  out tenant_hashes uuid[]
)
language plpgsql
security definer
set search_path = ''
as $$
declare
  subject record;
  mine uuid[];
  judged record;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    perform cogo.refuse_argument('the isolation level', 'jobs under limits are claimed in read committed transactions only');
  end if;

  with limited as materialized (
    select * from cogo.job_limits(grant_permits.job_ids, grant_permits.attempts)
  ),
  rules as materialized (
    select rule.key::uuid as hash, (array_agg(rule.value))[1] as rule, row_number() over (order by rule.key::uuid) as place
    from limited, jsonb_each(limited.limits) as rule group by rule.key
  )
  select
    (select array_agg(rules.hash order by rules.place) from rules) as hashes,
    (select jsonb_object_agg(rules.hash, rules.rule) from rules) as rules,
    jsonb_agg((
      select coalesce(jsonb_agg(rules.place), '[]') from rules where rules.hash in (limited.key_hash, limited.type_hash, limited.tenant_hash)
    ) order by limited.ordinal) as places,
    array_agg((
      select rules.place::integer from rules
      where rules.hash = grant_permits.parked_at[limited.ordinal] and grant_permits.paid[limited.ordinal]
    ) order by limited.ordinal) as paid,
    array_agg(limited.tenant_id order by limited.ordinal) as tenant_ids, array_agg(limited.lane_id order by limited.ordinal) as lane_ids,
    array_agg(limited.key_hash order by limited.ordinal) as key_hashes,
    array_agg(limited.type_hash order by limited.ordinal) as type_hashes,
    array_agg(limited.tenant_hash order by limited.ordinal) as tenant_hashes
  into subject
  from limited;

  mine := cogo.lock_permits(subject.hashes);
  judged := cogo.judge_permits(
    grant_permits.job_ids, subject.places, subject.paid,
    (select coalesce(jsonb_agg(to_jsonb(state)), '[]') from cogo.count_permits(subject.hashes, mine, subject.rules, grant_permits.taken) as state), at
  );

  update cogo.permit_locks set due_at = item.due_at
  from unnest(subject.hashes, judged.due_at) as item (limit_hash, due_at)
  where permit_locks.limit_hash = item.limit_hash and permit_locks.due_at is distinct from item.due_at
    and permit_locks.limit_hash = any(mine);

  insert into cogo.parked (job_id, tenant_id, limit_hash, woken_at, lane_id, attempt, paid)
  select item.job_id, item.tenant_id, subject.hashes[item.place], item.retry_at, item.lane_id, item.attempt, item.verdict = 'later'
  from unnest(
    grant_permits.job_ids, grant_permits.attempts, subject.tenant_ids, subject.lane_ids, judged.verdicts, judged.refused_by, judged.retry_at
  ) as item (job_id, attempt, tenant_id, lane_id, verdict, place, retry_at)
  where item.verdict <> 'granted';

  perform cogo.wake_next(grant_permits.parked_at, subject.hashes, judged.free, mine, cardinality(grant_permits.job_ids), at);

  select
    array_agg(item.job_id order by item.ordinal), array_agg(item.attempt order by item.ordinal),
    array_agg(item.key_hash order by item.ordinal), array_agg(item.type_hash order by item.ordinal),
    array_agg(item.tenant_hash order by item.ordinal)
  into granted_ids, granted_attempts, key_hashes, type_hashes, tenant_hashes
  from unnest(
    grant_permits.job_ids, grant_permits.attempts, subject.key_hashes, subject.type_hashes, subject.tenant_hashes, judged.verdicts
  ) with ordinality as item (job_id, attempt, key_hash, type_hash, tenant_hash, verdict, ordinal)
  where item.verdict = 'granted';
end;
$$;

comment on function cogo.grant_permits(bigint[], smallint[], uuid[], boolean[], uuid[], timestamptz) is
  'Gives permits to the jobs of a claim, in their order, as far as their limits allow; parks the others. taken = limits whose permits this claim has given before. A permit is the row of cogo.held that the claim then writes, so it ends with the hold.';

revoke execute on function cogo.grant_permits(bigint[], smallint[], uuid[], boolean[], uuid[], timestamptz) from public;
