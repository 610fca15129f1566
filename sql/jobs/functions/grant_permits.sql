create function cogo.grant_permits(
  job_ids bigint[],
  attempts smallint[],
  want integer,
  woken_from uuid[],
  paid_for jsonb[],
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
  asked record;
  state record;
  judged record;
  mine uuid[];
  late_ids bigint[] := '{}'::bigint[];
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    perform cogo.refuse_argument('the isolation level', 'jobs under limits are claimed in read committed transactions only');
  end if;

  if exists (select from cogo.key_queue) then
    late_ids := cogo.late_jobs(grant_permits.job_ids);
  end if;
  asked := cogo.ask_limits(grant_permits.job_ids, grant_permits.paid_for, late_ids);
  mine := cogo.lock_permits(asked.hashes);
  select
    array_agg(counted.locked order by counted.ordinal) as locked, array_agg(counted.running order by counted.ordinal) as running,
    array_agg(counted.due_at order by counted.ordinal) as due_at, array_agg(counted.max_running order by counted.ordinal) as allowed
  into state
  from cogo.count_permits(asked.hashes, asked.scopes, mine, grant_permits.taken) as counted;
  judged := cogo.judge_permits(
    grant_permits.want, asked.ask_ends, asked.places, asked.maxima, asked.late, asked.paid,
    state.locked, asked.paces, asked.bursts, at, state.running, state.due_at, state.allowed
  );

  update cogo.permit_locks set due_at = item.due_at, max_running = item.allowed
  from unnest(asked.hashes, judged.due_at, judged.allowed) as item (limit_hash, due_at, allowed)
  where permit_locks.limit_hash = item.limit_hash and permit_locks.limit_hash = any(mine)
    and (permit_locks.due_at, permit_locks.max_running) is distinct from (item.due_at, item.allowed);
  perform cogo.park_jobs(
    grant_permits.job_ids, grant_permits.attempts, judged.verdicts, judged.refused_by, judged.retry_at,
    asked.hashes, asked.limits, mine, grant_permits.paid_for
  );
  perform cogo.wake_next(
    grant_permits.woken_from, asked.hashes, asked.limits, judged.running, mine, cardinality(grant_permits.job_ids), at
  );

  select
    array_agg(item.job_id order by item.ordinal), array_agg(item.attempt order by item.ordinal),
    array_agg(item.key_hash order by item.ordinal), array_agg(item.type_hash order by item.ordinal),
    array_agg(item.tenant_hash order by item.ordinal)
  into granted_ids, granted_attempts, key_hashes, type_hashes, tenant_hashes
  from unnest(
    grant_permits.job_ids, grant_permits.attempts, asked.key_hashes, asked.type_hashes, asked.tenant_hashes, judged.verdicts
  ) with ordinality as item (job_id, attempt, key_hash, type_hash, tenant_hash, verdict, ordinal)
  where item.verdict = 'granted';

  if granted_ids is not null and exists (select from cogo.key_queue) then
    update cogo.key_queue set granted_xmin = pg_snapshot_xmin(pg_current_snapshot()) where key_queue.job_id = any(granted_ids);
  end if;
end;
$$;

comment on function cogo.grant_permits(bigint[], smallint[], integer, uuid[], jsonb[], uuid[], timestamptz) is
  'Gives permits to up to want jobs of a claim, in their order, as far as their limits allow; parks the others. taken = limits whose permits this claim has given before. A permit is the row of cogo.held that the claim then writes, so it ends with the hold.';

revoke execute on function cogo.grant_permits(bigint[], smallint[], integer, uuid[], jsonb[], uuid[], timestamptz) from public;
