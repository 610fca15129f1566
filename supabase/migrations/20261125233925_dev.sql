set local lock_timeout = '5s';

set local check_function_bodies = off;

DROP VIEW "cogo"."job_states";

DROP FUNCTION "api"."queue_stats"();

DROP FUNCTION "api"."register_job_type"(text, text, integer, integer, integer, real, integer, jsonb);

DROP FUNCTION "cogo"."lane_hints"(text);

DROP FUNCTION "cogo"."queue_stats"();

DROP FUNCTION "cogo"."register_job_type"(text, text, integer, integer, integer, real, integer, jsonb);

CREATE TABLE "cogo"."key_queue" ("limit_hash" uuid NOT NULL, "job_id" bigint NOT NULL, CONSTRAINT "key_queue_pkey" PRIMARY KEY (limit_hash, job_id));

ALTER TABLE "cogo"."key_queue" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."limits" ("limit_id" integer GENERATED ALWAYS AS IDENTITY NOT NULL, "scope" text NOT NULL, "name" text, "tenant_id" uuid, "max_running" integer, "rate_count" integer, "rate_seconds" integer, "paused" boolean NOT NULL DEFAULT false, "reason" text, "changed_at" timestamp with time zone NOT NULL, CONSTRAINT "a_key_limit_names_a_tenants_key_or_all" CHECK (((scope <> 'key'::text) OR ((name IS NULL) = (tenant_id IS NULL)))), CONSTRAINT "a_rate_is_a_count_in_seconds" CHECK ((((rate_count IS NULL) = (rate_seconds IS NULL)) AND ((rate_count >= 1) AND (rate_count <= 1000000)) AND ((rate_seconds >= 1) AND (rate_seconds <= 86400)))), CONSTRAINT "a_tenant_limit_has_no_name" CHECK (((scope <> 'tenant'::text) OR (name IS NULL))), CONSTRAINT "a_type_limit_names_a_type" CHECK (((scope <> 'type'::text) OR ((name IS NOT NULL) AND (tenant_id IS NULL)))), CONSTRAINT "limits_pkey" PRIMARY KEY (limit_id), CONSTRAINT "max_running_is_positive" CHECK ((max_running >= 1)), CONSTRAINT "one_limit_per_subject" UNIQUE NULLS NOT DISTINCT (scope, name, tenant_id), CONSTRAINT "reason_is_short" CHECK ((length(reason) <= 1000)), CONSTRAINT "scope_is_known" CHECK ((scope = ANY (ARRAY['key'::text, 'type'::text, 'tenant'::text]))));

ALTER TABLE "cogo"."limits" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."parked" ("job_id" bigint NOT NULL, "tenant_id" uuid NOT NULL, "limit_hash" uuid NOT NULL, "woken_at" timestamp with time zone, "lane_id" smallint NOT NULL, "attempt" smallint NOT NULL, "paid" boolean NOT NULL, CONSTRAINT "parked_pkey" PRIMARY KEY (job_id));

ALTER TABLE "cogo"."parked" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."permit_locks" ("limit_hash" uuid NOT NULL, "due_at" timestamp with time zone, CONSTRAINT "permit_locks_pkey" PRIMARY KEY (limit_hash));

ALTER TABLE "cogo"."permit_locks" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."permit_locks" SET (autovacuum_vacuum_scale_factor=0, autovacuum_vacuum_threshold=500, fillfactor=50);

CREATE TABLE "cogo"."wake_notes" ("note_id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "limit_hash" uuid NOT NULL, "permits" integer NOT NULL, CONSTRAINT "wake_notes_pkey" PRIMARY KEY (note_id));

ALTER TABLE "cogo"."wake_notes" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."claims" ADD COLUMN "limited" boolean NOT NULL DEFAULT false;

ALTER TABLE "cogo"."held" ADD COLUMN "key_hash" uuid;

ALTER TABLE "cogo"."held" ADD COLUMN "type_hash" uuid;

ALTER TABLE "cogo"."held" ADD COLUMN "tenant_hash" uuid;

ALTER TABLE "cogo"."job_types" ADD COLUMN "result_schema" jsonb;

ALTER TABLE "cogo"."job_types" ADD COLUMN "key_limit" integer NOT NULL DEFAULT 1;

ALTER TABLE "cogo"."job_types" ADD COLUMN "key_strict" boolean NOT NULL DEFAULT false;

ALTER TABLE "cogo"."job_types" ADD COLUMN "keep_succeeded_seconds" integer NOT NULL DEFAULT 604800;

ALTER TABLE "cogo"."job_types" ADD COLUMN "keep_failed_seconds" integer NOT NULL DEFAULT 2592000;

ALTER TABLE "cogo"."jobs" ADD COLUMN "concurrency_key" text;

ALTER TABLE "cogo"."lanes" ADD COLUMN "paused_at" timestamp with time zone;

CREATE OR REPLACE FUNCTION api.list_limits()
 RETURNS TABLE(scope text, name text, tenant_id uuid, max_running integer, rate_count integer, rate_seconds integer, paused boolean, reason text, changed_at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query
  select known.scope, known.name, known.tenant_id, known.max_running, known.rate_count, known.rate_seconds, known.paused,
    known.reason, known.changed_at
  from cogo.list_limits() as known;
end;
$function$;

CREATE OR REPLACE FUNCTION api.pause(scope text, name text DEFAULT NULL::text, tenant_id uuid DEFAULT NULL::uuid, reason text DEFAULT NULL::text)
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return cogo.set_paused(pause.scope, pause.name, pause.tenant_id, true, pause.reason);
end;
$function$;

CREATE OR REPLACE FUNCTION api.queue_stats()
 RETURNS TABLE(executor text, priority text, queue_name text, depth bigint, oldest_age_seconds double precision, held bigint, waiting bigint, blocked bigint, parked bigint)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query select * from cogo.queue_stats();
end;
$function$;

CREATE OR REPLACE FUNCTION api.register_job_type(type text, executor text DEFAULT 'default'::text, lease_seconds integer DEFAULT 60, max_attempts integer DEFAULT 5, retry_base_ms integer DEFAULT 500, retry_factor real DEFAULT 2, retry_max_ms integer DEFAULT 60000, payload_schema jsonb DEFAULT NULL::jsonb, result_schema jsonb DEFAULT NULL::jsonb, key_limit integer DEFAULT 1, key_strict boolean DEFAULT false, keep_succeeded_seconds integer DEFAULT 604800, keep_failed_seconds integer DEFAULT 2592000)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return to_jsonb(cogo.register_job_type(
    register_job_type.type, register_job_type.executor, register_job_type.lease_seconds,
    register_job_type.max_attempts, register_job_type.retry_base_ms, register_job_type.retry_factor,
    register_job_type.retry_max_ms, register_job_type.payload_schema, register_job_type.result_schema,
    register_job_type.key_limit, register_job_type.key_strict, register_job_type.keep_succeeded_seconds,
    register_job_type.keep_failed_seconds
  ));
end;
$function$;

CREATE OR REPLACE FUNCTION api.remove_limit(scope text, name text DEFAULT NULL::text, tenant_id uuid DEFAULT NULL::uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return cogo.remove_limit(remove_limit.scope, remove_limit.name, remove_limit.tenant_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.resume(scope text, name text DEFAULT NULL::text, tenant_id uuid DEFAULT NULL::uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return cogo.set_paused(resume.scope, resume.name, resume.tenant_id, false, null);
end;
$function$;

CREATE OR REPLACE FUNCTION api.set_limit(scope text, name text DEFAULT NULL::text, tenant_id uuid DEFAULT NULL::uuid, max_running integer DEFAULT NULL::integer, rate_count integer DEFAULT NULL::integer, rate_seconds integer DEFAULT NULL::integer, reason text DEFAULT NULL::text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return to_jsonb(cogo.set_limit(
    set_limit.scope, set_limit.name, set_limit.tenant_id, set_limit.max_running, set_limit.rate_count, set_limit.rate_seconds,
    set_limit.reason
  ));
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.after_close(job_ids bigint[], at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if exists (select from cogo.cancels) then
    perform cogo.forget_wishes(after_close.job_ids);
  end if;
  if exists (select from cogo.dependencies) then
    -- Skips what others hold, as forget_wishes does; the sweep heals it.
    delete from cogo.dependencies where ctid = any (array(
      select need.ctid from cogo.dependencies as need
      where need.needed_job_id = any(after_close.job_ids)
      for update skip locked
    ));
    if found then
      perform cogo.wake_blocked(after_close.at, 1000);
    end if;
  end if;
  if exists (select from cogo.key_queue) then
    perform cogo.leave_key_queues(after_close.job_ids, after_close.at);
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.claim_jobs(worker text, want integer, executor text, start boolean)
 RETURNS TABLE(job_id bigint, fence bigint, attempt integer, max_attempts integer, type text, payload jsonb, tenant_id uuid, id uuid, correlation_id uuid, cause uuid, traceparent text, created_at timestamp with time zone, lease_expires_at timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  at timestamptz := cogo.now_();
  agent uuid := case when tenant is not null then cogo.caller_agent() end;
  popped record;
  new_fence bigint;
begin
  perform cogo.check_claim(claim_jobs.worker, claim_jobs.want, claim_jobs.executor);
  if cogo.random_() < 0.01 then
    perform cogo.sweep();
  end if;

  if exists (select from cogo.limits) or exists (select from cogo.parked) then
    popped := cogo.pop_permitted(claim_jobs.executor, claim_jobs.want, tenant, at);
  else
    select live.*, null::uuid[] as key_hashes, null::uuid[] as type_hashes, null::uuid[] as tenant_hashes into popped
    from cogo.pop_live(claim_jobs.executor, claim_jobs.want, tenant, at) as live;
  end if;
  if popped.job_ids is null then
    return;
  end if;

  new_fence := nextval('cogo.claims_fence_seq');
  return query
  with body as materialized (
    select job.*, item.attempt, item.key_hash, item.type_hash, item.tenant_hash
    from unnest(popped.job_ids, popped.attempts, popped.key_hashes, popped.type_hashes, popped.tenant_hashes)
      as item (job_id, attempt, key_hash, type_hash, tenant_hash)
    join cogo.jobs as job on job.id = item.job_id
  ),
  lease as materialized (
    select max(body.lease_seconds) as seconds, count(*)::smallint as jobs,
      bool_or(coalesce(body.key_hash, body.type_hash, body.tenant_hash) is not null) as limited
    from body
  ),
  holds as (
    insert into cogo.held (job_id, fence, started_at, attempt, key_hash, type_hash, tenant_hash)
    select body.id, new_fence, case when claim_jobs.start then at end, body.attempt, body.key_hash, body.type_hash, body.tenant_hash
    from body
  ),
  header as (
    insert into cogo.claims (fence, claimed_at, lease_expires_at, tenant_id, agent_id, lease_seconds, open, limited, worker)
    select
      new_fence, at, at + make_interval(secs => lease.seconds), tenant, agent, lease.seconds, lease.jobs,
      lease.limited, claim_jobs.worker
    from lease
  )
  select
    body.id, new_fence, body.attempt::integer, body.max_attempts::integer, body.type, body.payload, body.tenant_id,
    -- cogo.uuid_v7(body.created_at, body.id), written out: a call per job would be a twentieth of the whole.
    (
      lpad(to_hex((extract(epoch from body.created_at) * 1000000)::bigint / 1000), 12, '0') || '7'
      || lpad(to_hex((extract(epoch from body.created_at) * 1000000)::bigint % 1000 * 4096 / 1000), 3, '0')
      || to_hex((-9223372036854775808) | body.id)
    )::uuid,
    body.correlation_id, body.cause, body.traceparent, body.created_at, at + make_interval(secs => lease.seconds)
  from body, lease;

  perform cogo.record_events(
    case when claim_jobs.start then array['job_claimed', 'job_started'] else array['job_claimed'] end,
    popped.job_ids, at, tenant, new_fence, claim_jobs.worker
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.count_permits(hashes uuid[], mine uuid[], rules jsonb)
 RETURNS TABLE(ordinal integer, locked boolean, paused boolean, free integer, due_at timestamp with time zone, pace interval, burst interval, head bigint)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query
  select
    item.ordinal::integer, item.hash = any(count_permits.mine), rule.paused,
    case when rule.max_running is null then 2147483647 else rule.max_running - (
      case rule.scope
        when 'type' then (select count(*) from cogo.held where held.type_hash = item.hash)
        when 'tenant' then (select count(*) from cogo.held where held.tenant_hash = item.hash)
        else (select count(*) from cogo.held where held.key_hash = item.hash)
      end
    )::integer end,
    known.due_at,
    make_interval(secs => rule.rate_seconds::double precision / rule.rate_count),
    make_interval(secs => rule.rate_seconds::double precision / rule.rate_count * (rule.rate_count - 1)),
    (select first.job_id from cogo.key_queue as first where first.limit_hash = item.hash order by first.job_id limit 1)
  from unnest(count_permits.hashes) with ordinality as item (hash, ordinal)
  cross join lateral (
    select coalesce(told ->> 'scope', 'key') as scope, coalesce((told ->> 'paused')::boolean, false) as paused,
      (told ->> 'max_running')::integer as max_running, (told ->> 'rate_count')::integer as rate_count,
      (told ->> 'rate_seconds')::integer as rate_seconds
    from (select count_permits.rules -> item.hash::text as told) as given
  ) as rule
  left join cogo.permit_locks as known on known.limit_hash = item.hash
  order by item.ordinal;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.drop_cancelled(given_ids bigint[], given_attempts smallint[], at timestamp with time zone, OUT job_ids bigint[], OUT attempts smallint[])
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  job_ids := drop_cancelled.given_ids;
  attempts := drop_cancelled.given_attempts;
  if not exists (select from cogo.cancels where cancels.job_id = any(drop_cancelled.given_ids)) then
    return;
  end if;

  perform cogo.close_unheld(array_agg(item.job_id), array_agg(item.attempt), drop_cancelled.at)
  from unnest(drop_cancelled.given_ids, drop_cancelled.given_attempts) as item (job_id, attempt)
  join cogo.cancels on cancels.job_id = item.job_id;

  select array_agg(item.job_id order by item.ordinal), array_agg(item.attempt order by item.ordinal)
  into job_ids, attempts
  from unnest(drop_cancelled.given_ids, drop_cancelled.given_attempts) with ordinality as item (job_id, attempt, ordinal)
  where not exists (select from cogo.attempts as closed where closed.job_id = item.job_id and closed.final);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.end_claim_holds(claim_fence bigint, job_ids bigint[], outcomes text[], errors jsonb[], results jsonb[], at timestamp with time zone)
 RETURNS TABLE(job_id bigint, fence bigint, attempt smallint, worker text, was_running boolean, outcome text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  header record;
  ended integer;
  permits uuid[];
begin
  select claim.worker, claim.claimed_at, claim.open, claim.limited into header
  from cogo.claims as claim where claim.fence = end_claim_holds.claim_fence for update;
  if not found then
    return;
  end if;
  if header.limited then
    select array_agg(permit.hash) into permits
    from cogo.held, unnest(array[held.key_hash, held.type_hash, held.tenant_hash]) as permit (hash)
    where held.job_id = any(end_claim_holds.job_ids) and held.fence = end_claim_holds.claim_fence and permit.hash is not null;
  end if;

  return query
  with gone as (
    delete from cogo.held
    using unnest(end_claim_holds.job_ids, end_claim_holds.outcomes, end_claim_holds.errors, end_claim_holds.results)
      as item (job_id, outcome, error, result)
    where held.job_id = item.job_id and held.fence = end_claim_holds.claim_fence
    returning held.job_id, held.attempt, held.started_at, item.outcome, item.error, item.result
  ),
  written as (
    insert into cogo.attempts (
      job_id, fence, claimed_at, started_at, finished_at, attempt, final, outcome, worker, error, result
    )
    select
      gone.job_id, end_claim_holds.claim_fence, header.claimed_at,
      -- What ends without having been started starts and ends at once; only a silent worker leaves it unstarted.
      case
        when gone.started_at is not null then gone.started_at
        when gone.outcome in ('succeeded', 'failed', 'retried') and gone.error ->> 'class' is distinct from 'lease_expired'
          then end_claim_holds.at
      end,
      end_claim_holds.at, gone.attempt, gone.outcome in ('succeeded', 'failed', 'cancelled'), gone.outcome,
      header.worker, gone.error, gone.result
    from gone
  )
  select gone.job_id, end_claim_holds.claim_fence, gone.attempt, header.worker, gone.started_at is not null, gone.outcome
  from gone;
  get diagnostics ended = row_count;

  if ended >= header.open then
    delete from cogo.claims where claims.fence = end_claim_holds.claim_fence;
  elsif ended > 0 then
    update cogo.claims set open = claims.open - ended where claims.fence = end_claim_holds.claim_fence;
  end if;
  if permits is not null then
    perform cogo.release_permits(permits, end_claim_holds.at);
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.forget_permit_locks(at timestamp with time zone, row_limit integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  forgotten integer;
begin
  delete from cogo.permit_locks where ctid = any (array(
    select known.ctid from (
      select lock_row.limit_hash from cogo.permit_locks as lock_row
      where lock_row.limit_hash >= cogo.limit_hash('probe', null, cogo.random_()::text)
      order by lock_row.limit_hash limit forget_permit_locks.row_limit
    ) as candidate
    join cogo.permit_locks as known on known.limit_hash = candidate.limit_hash
    where (known.due_at is null or known.due_at < forget_permit_locks.at)
      and not exists (select from cogo.parked where parked.limit_hash = known.limit_hash and parked.woken_at is null)
      and not exists (select from cogo.held where held.key_hash = known.limit_hash)
      and not exists (select from cogo.held where held.type_hash = known.limit_hash)
      and not exists (select from cogo.held where held.tenant_hash = known.limit_hash)
    for update of known skip locked
  ));
  get diagnostics forgotten = row_count;
  return forgotten;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.get_job(job_id bigint)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  found_job jsonb;
begin
  select
    to_jsonb(standing) - array['blocked', 'parked_at']
    || jsonb_build_object(
      'attempt', coalesce(
        standing.attempt,
        (
          select ended.attempt + case when ended.outcome = 'released' then 0 else 1 end
          from cogo.attempts as ended where ended.job_id = job.id order by ended.fence desc limit 1
        ),
        1
      ),
      'payload', job.payload,
      'result', final.result,
      'error', (
        select last.error from cogo.attempts as last
        where last.job_id = job.id and last.error is not null order by last.fence desc limit 1
      ),
      'correlation_id', coalesce(job.correlation_id, standing.id),
      'cause', job.cause,
      'traceparent', job.traceparent,
      'waits_for', (
        select coalesce(jsonb_agg(needed.needed_job_id order by needed.needed_job_id), '[]')
        from cogo.dependencies as needed where needed.job_id = job.id
      ),
      'limited_by', cogo.limit_of(standing.parked_at, job),
      'attempts', (
        select coalesce(jsonb_agg(to_jsonb(ended) - 'job_id' - 'result' order by ended.fence), '[]')
        from cogo.attempts as ended where ended.job_id = job.id
      ),
      'dead_letter', (
        select jsonb_build_object('stage', letter.stage, 'reason', letter.reason, 'redriven_job_id', letter.redriven_job_id)
        from cogo.dead_letters as letter where letter.job_id = job.id
      )
    )
  into found_job
  from cogo.jobs as job
  join cogo.job_states as standing on standing.job_id = job.id
  left join cogo.attempts as final on final.job_id = job.id and final.final
  where job.id = get_job.job_id and (tenant is null or job.tenant_id = tenant);

  if found_job is null then
    raise sqlstate 'PT404' using
      message = format('Cannot read job %s: there is no such job', get_job.job_id),
      detail = 'job_not_found',
      hint = 'Check the number; list_jobs shows the jobs you may see.';
  end if;
  return found_job;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.grant_permits(job_ids bigint[], attempts smallint[], parked_at uuid[], paid boolean[], at timestamp with time zone, OUT granted_ids bigint[], OUT granted_attempts smallint[], OUT key_hashes uuid[], OUT type_hashes uuid[], OUT tenant_hashes uuid[])
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
    (select coalesce(jsonb_agg(to_jsonb(state)), '[]') from cogo.count_permits(subject.hashes, mine, subject.rules) as state), at
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
$function$;

CREATE OR REPLACE FUNCTION cogo.heal_parked(at timestamp with time zone, row_limit integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  hash uuid;
  hashes uuid[];
begin
  -- From a random place on, so that every limit has its turn however many there are.
  select parked.limit_hash into hash from cogo.parked
  where parked.woken_at is null and parked.limit_hash >= cogo.limit_hash('probe', null, cogo.random_()::text)
  order by parked.limit_hash limit 1;
  if hash is null then
    select parked.limit_hash into hash from cogo.parked
    where parked.woken_at is null
    order by parked.limit_hash limit 1;
  end if;
  while hash is not null and coalesce(cardinality(hashes), 0) < heal_parked.row_limit loop
    hashes := hashes || hash;
    select parked.limit_hash into hash from cogo.parked
    where parked.woken_at is null and parked.limit_hash > hashes[cardinality(hashes)]
    order by parked.limit_hash limit 1;
  end loop;
  if hashes is null then
    return 0;
  end if;
  return cogo.wake_parked(hashes, array_fill(1, array[cardinality(hashes)]), heal_parked.at);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.insert_jobs(jobs jsonb, new_ids bigint[], first_ids bigint[], tenant uuid, at timestamp with time zone, has_later boolean)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  route record;
  fresh_ids bigint[];
  fresh_lanes smallint[];
  fresh_tenant uuid;
begin
  route := cogo.job_routes(insert_jobs.jobs);
  if cardinality(array_remove(route.schemas, null)) > 0 then
    perform cogo.check_payloads(insert_jobs.jobs, route.types, route.schemas);
  end if;

  insert into cogo.jobs (
    id, created_at, tenant_id, correlation_id, cause, lane_id, lease_seconds, max_attempts, type, payload, traceparent,
    concurrency_key
  )
  select
    insert_jobs.new_ids[item.ordinal::integer], insert_jobs.at,
    coalesce(insert_jobs.tenant, (item.job ->> 'tenant_id')::uuid, cogo.default_tenant()),
    (item.job ->> 'correlation_id')::uuid, (item.job ->> 'cause')::uuid, ruling.lane_id, ruling.lease_seconds,
    coalesce((item.job ->> 'max_attempts')::smallint, ruling.max_attempts), item.job ->> 'type',
    coalesce(item.job -> 'payload', '{}'), item.job ->> 'traceparent',
    item.job ->> 'concurrency_key'
  from jsonb_array_elements(insert_jobs.jobs) with ordinality as item (job, ordinal)
  join unnest(route.types, route.priorities, route.executors, route.lanes, route.leases, route.limits)
    as ruling (type, priority, executor, lane_id, lease_seconds, max_attempts)
    on ruling.type = item.job ->> 'type' and ruling.priority = coalesce(item.job ->> 'priority', 'normal')
    and ruling.executor is not distinct from item.job ->> 'executor'
  where insert_jobs.first_ids[item.ordinal::integer] = insert_jobs.new_ids[item.ordinal::integer];

  fresh_ids := insert_jobs.new_ids;
  if insert_jobs.first_ids <> insert_jobs.new_ids then
    fresh_ids := cogo.fresh_ids(insert_jobs.new_ids, insert_jobs.first_ids);
    if cardinality(fresh_ids) = 0 then
      return;
    end if;
  end if;
  select
    array_agg(job.lane_id order by job.id),
    case when count(distinct job.tenant_id) = 1 then (array_agg(job.tenant_id))[1] end
  into fresh_lanes, fresh_tenant
  from cogo.jobs as job where job.id = any(fresh_ids);

  if exists (select from cogo.jobs as job where job.id = any(fresh_ids) and job.concurrency_key is not null) then
    perform cogo.join_key_queues(fresh_ids);
  end if;
  perform cogo.record_events(array['job_enqueued'], fresh_ids, insert_jobs.at, fresh_tenant, null, null);
  if insert_jobs.has_later then
    perform cogo.place_jobs(insert_jobs.jobs, insert_jobs.new_ids, fresh_ids, fresh_lanes, insert_jobs.at);
  else
    perform cogo.push_ready(
      fresh_ids, fresh_lanes, array_fill(1::smallint, array[cardinality(fresh_ids)]), insert_jobs.at
    );
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.job_limits(job_ids bigint[], attempts smallint[])
 RETURNS TABLE(ordinal integer, job_id bigint, tenant_id uuid, lane_id smallint, attempt smallint, key_hash uuid, type_hash uuid, tenant_hash uuid, limits jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query
  select
    item.ordinal::integer, job.id, job.tenant_id, job.lane_id, item.attempt,
    key_rule.hash, type_rule.hash, tenant_rule.hash,
    coalesce(key_rule.allowance, '{}') || coalesce(type_rule.allowance, '{}') || coalesce(tenant_rule.allowance, '{}')
  from unnest(job_limits.job_ids, job_limits.attempts) with ordinality as item (job_id, attempt, ordinal)
  join cogo.jobs as job on job.id = item.job_id
  left join lateral (
    select named.hash, jsonb_build_object(named.hash, jsonb_build_object(
      'scope', 'key', 'max_running', coalesce(own.max_running, (cogo.resolve_job_type(job.type)).key_limit),
      'rate_count', own.rate_count, 'rate_seconds', own.rate_seconds
    )) as allowance
    from (select cogo.limit_hash('key', job.tenant_id, job.concurrency_key) as hash) as named
    left join cogo.limits as own
      on own.scope = 'key' and own.name = job.concurrency_key and own.tenant_id = job.tenant_id
    where job.concurrency_key is not null
  ) as key_rule on true
  left join lateral (
    select named.hash, jsonb_build_object(named.hash, to_jsonb(rule)) as allowance
    from (
      select * from cogo.limits where scope = 'type' and name = any(cogo.type_patterns(job.type)) order by length(name) desc limit 1
    ) as rule, lateral (select cogo.limit_hash('type', null, rule.name) as hash) as named
  ) as type_rule on true
  left join lateral (
    select named.hash, jsonb_build_object(named.hash, to_jsonb(rule)) as allowance
    from (
      select * from cogo.limits
      where scope = 'tenant' and (limits.tenant_id = job.tenant_id or limits.tenant_id is null)
      order by limits.tenant_id nulls last limit 1
    ) as rule, lateral (select cogo.limit_hash('tenant', job.tenant_id, null) as hash) as named
  ) as tenant_rule on true
  order by item.ordinal;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.job_problem(job jsonb, is_operator boolean)
 RETURNS text
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  field text;
  uuid_form constant text := '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$';
begin
  if jsonb_typeof(job) is distinct from 'object' then
    return 'it must be an object';
  end if;
  select key into field from jsonb_object_keys(job - array[
    'type', 'payload', 'tenant_id', 'idempotency_key', 'run_at', 'delay_seconds', 'priority', 'executor',
    'max_attempts', 'correlation_id', 'cause', 'traceparent', 'after', 'concurrency_key'
  ]) as key limit 1;
  if field is not null then
    return format('unknown field %L', left(field, 100));
  end if;
  job := jsonb_strip_nulls(job - 'payload') || jsonb_build_object('payload', coalesce(job -> 'payload', '{}'));

  return case
    when (jsonb_typeof(job -> 'type') = 'string' and length(job ->> 'type') <= 120
      and job ->> 'type' ~ '^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)+$') is not true
      then 'type must read like prefix.name, of a-z, 0-9, _ and -, at most 120 characters'
    when jsonb_typeof(job -> 'payload') <> 'object' then 'payload must be an object'
    when job ? 'tenant_id' and not is_operator then 'tenant_id comes from the token and may not be given'
    when (job ->> 'tenant_id' ~ uuid_form) is false then 'tenant_id must be a UUID'
    when (job ->> 'correlation_id' ~ uuid_form) is false then 'correlation_id must be a UUID'
    when (job ->> 'cause' ~ uuid_form) is false then 'cause must be a UUID'
    when (jsonb_typeof(job -> 'idempotency_key') = 'string' and length(job ->> 'idempotency_key') between 1 and 200) is false
      then 'idempotency_key must be a text of 1 to 200 characters'
    when (jsonb_typeof(job -> 'concurrency_key') = 'string' and length(job ->> 'concurrency_key') between 1 and 200) is false
      then 'concurrency_key must be a text of 1 to 200 characters'
    when job ? 'run_at' and job ? 'delay_seconds' then 'run_at and delay_seconds exclude each other'
    when (jsonb_typeof(job -> 'run_at') = 'string' and cogo.is_timestamp(job ->> 'run_at')) is false
      then 'run_at must be a time in ISO 8601 with its zone, within ten years'
    when (jsonb_typeof(job -> 'delay_seconds') = 'number'
      and (job ->> 'delay_seconds')::numeric between 0 and 315360000) is false
      then 'delay_seconds must be a number from 0 to 315360000'
    when (job ->> 'priority' in ('urgent', 'normal', 'bulk')) is false then 'priority must be urgent, normal or bulk'
    when (jsonb_typeof(job -> 'executor') = 'string' and job ->> 'executor' ~ '^[a-z][a-z0-9_]{0,29}$') is false
      then 'executor must be 1 to 30 of a-z, 0-9 and _, beginning with a letter'
    when (jsonb_typeof(job -> 'max_attempts') = 'number' and job ->> 'max_attempts' ~ '^(\d{1,2}|100)$'
      and job ->> 'max_attempts' !~ '^0+$') is false
      then 'max_attempts must be 1 to 100'
    when (jsonb_typeof(job -> 'traceparent') = 'string'
      and job ->> 'traceparent' ~ '^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$'
      and job ->> 'traceparent' !~ '^ff|^..-0{32}|-0{16}-..$') is false
      then 'traceparent must be in W3C form, 00-<32 hex>-<16 hex>-<2 hex>, with ids that are not zero'
    when job ? 'after' then cogo.after_problem(job -> 'after')
  end;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.join_key_queues(job_ids bigint[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into cogo.key_queue (limit_hash, job_id)
  select cogo.limit_hash('key', job.tenant_id, job.concurrency_key), job.id
  from cogo.jobs as job
  where job.id = any(join_key_queues.job_ids) and job.concurrency_key is not null
    and (cogo.resolve_job_type(job.type)).key_strict
  order by job.id;

  -- What makes claims look for keys at all. Written once in the life of a database.
  if not exists (select from cogo.limits where limits.scope = 'key') then
    insert into cogo.limits (scope, reason, changed_at) values ('key', 'Keys are in use; their types limit them.', cogo.now_())
    on conflict do nothing;
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.judge_permits(job_ids bigint[], places jsonb, paid integer[], states jsonb, at timestamp with time zone, OUT verdicts text[], OUT refused_by integer[], OUT retry_at timestamp with time zone[], OUT free integer[], OUT due_at timestamp with time zone[])
 RETURNS record
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  locked boolean[];
  paused boolean[];
  heads bigint[];
  paces interval[];
  bursts interval[];
  place integer;
  verdict text;
  blocker integer;
  wait_until timestamptz;
begin
  select
    array_agg(state.free order by state.ordinal), array_agg(state.due_at order by state.ordinal),
    array_agg(state.locked order by state.ordinal), array_agg(state.paused order by state.ordinal),
    array_agg(state.head order by state.ordinal), array_agg(state.pace order by state.ordinal),
    array_agg(state.burst order by state.ordinal)
  into free, due_at, locked, paused, heads, paces, bursts
  from jsonb_to_recordset(judge_permits.states) as state (
    ordinal integer, locked boolean, paused boolean, free integer, due_at timestamptz, pace interval, burst interval, head bigint
  );

  for nth in 1 .. cardinality(judge_permits.job_ids) loop
    verdict := 'granted';
    blocker := null;
    wait_until := null;
    for place in select value::integer from jsonb_array_elements_text(judge_permits.places -> (nth - 1)) loop
      if paused[place] or free[place] <= 0 or heads[place] < judge_permits.job_ids[nth] then
        verdict := 'asleep';
        blocker := place;
        exit;
      elsif not locked[place] then
        verdict := 'again';
        blocker := place;
      elsif verdict = 'granted' and paces[place] is not null and place is distinct from judge_permits.paid[nth]
        and due_at[place] - bursts[place] > judge_permits.at
      then
        verdict := 'later';
        blocker := place;
        wait_until := due_at[place] - bursts[place];
      end if;
    end loop;

    -- A job that may start counts in every rate; one that must wait for its turn has its place in that rate from now on.
    for place in select value::integer from jsonb_array_elements_text(judge_permits.places -> (nth - 1)) loop
      if verdict = 'granted' then
        free[place] := free[place] - 1;
      end if;
      if paces[place] is not null and place is distinct from judge_permits.paid[nth]
        and (verdict = 'granted' or (verdict = 'later' and place = blocker))
      then
        due_at[place] := greatest(due_at[place], judge_permits.at) + paces[place];
      end if;
    end loop;
    verdicts := verdicts || verdict;
    refused_by := refused_by || blocker;
    retry_at := retry_at || case verdict when 'later' then wait_until when 'again' then judge_permits.at end;
  end loop;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.lane_hints(executor text)
 RETURNS TABLE(lane_id smallint, queue_name text, weight smallint, floor_at bigint, tail bigint, paused boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query
  select
    lane.lane_id,
    lane.queue_name,
    lane.weight,
    coalesce(pg_sequence_last_value(('pgmq.f_' || lane.queue_name)::regclass), 0),
    coalesce(pg_sequence_last_value(('pgmq.q_' || lane.queue_name || '_msg_id_seq')::regclass), 0),
    lane.paused_at is not null
  from cogo.lanes as lane
  where lane_hints.executor is null or lane.executor = lane_hints.executor;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.leave_key_queues(job_ids bigint[], at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  hashes uuid[];
begin
  with gone as (
    delete from cogo.key_queue where key_queue.job_id = any(leave_key_queues.job_ids) returning key_queue.limit_hash
  )
  select array_agg(distinct gone.limit_hash) into hashes from gone;
  if hashes is not null then
    perform cogo.release_permits(hashes, leave_key_queues.at);
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.limit_hash(scope text, tenant uuid, name text)
 RETURNS uuid
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return encode(substr(sha256(convert_to(
    format('%s:%s:%s', limit_hash.scope, coalesce(limit_hash.tenant::text, '*'), coalesce(limit_hash.name, '*')), 'UTF8'
  )), 1, 16), 'hex')::uuid;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.limit_of(limit_hash uuid, job cogo.jobs)
 RETURNS text
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return case
    when limit_of.limit_hash is null then null
    when limit_of.limit_hash = cogo.limit_hash('key', job.tenant_id, job.concurrency_key) then 'key'
    when limit_of.limit_hash = cogo.limit_hash('tenant', job.tenant_id, null) then 'tenant'
    else 'type'
  end;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.list_limits()
 RETURNS SETOF cogo.limits
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return query select * from cogo.limits as known order by known.scope, known.name nulls first, known.tenant_id nulls first;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.lock_permits(hashes uuid[])
 RETURNS uuid[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  mine uuid[];
begin
  insert into cogo.permit_locks (limit_hash)
  select wanted.hash from unnest(lock_permits.hashes) as wanted (hash)
  where not exists (select from cogo.permit_locks as known where known.limit_hash = wanted.hash)
  order by wanted.hash
  on conflict do nothing;

  select array_agg(picked.limit_hash) into mine
  from (
    select known.limit_hash from cogo.permit_locks as known
    where known.limit_hash = any(lock_permits.hashes)
    order by known.limit_hash
    for update skip locked
  ) as picked;
  return coalesce(mine, '{}');
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.pop_live(executor text, want integer, tenant uuid, at timestamp with time zone, OUT job_ids bigint[], OUT attempts smallint[])
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  popped record;
begin
  popped := cogo.pop_ready(pop_live.executor, pop_live.want, pop_live.tenant);
  if coalesce(cardinality(popped.job_ids), 0) < pop_live.want
    and exists (select from cogo.waiting where waiting.run_at <= pop_live.at)
    and cogo.promote_waiting(pop_live.at, 500) > 0
    and popped.job_ids is null
  then
    popped := cogo.pop_ready(pop_live.executor, pop_live.want, pop_live.tenant);
  end if;

  if popped.job_ids is not null and exists (select from cogo.cancels) then
    popped := cogo.drop_cancelled(popped.job_ids, popped.attempts, pop_live.at);
  end if;

  job_ids := popped.job_ids;
  attempts := popped.attempts;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.pop_permitted(executor text, want integer, tenant uuid, at timestamp with time zone, OUT job_ids bigint[], OUT attempts smallint[], OUT key_hashes uuid[], OUT type_hashes uuid[], OUT tenant_hashes uuid[])
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  found_jobs record;
  granted record;
  missing integer := pop_permitted.want;
begin
  if exists (select from cogo.wake_notes) then
    perform cogo.read_wake_notes(pop_permitted.at);
  end if;

  -- First what was parked and is woken, then the lanes; a few times, since the head of a lane may be full of jobs that
  -- have to park.
  for round in 0 .. 4 loop
    if round = 0 then
      found_jobs := cogo.take_woken(pop_permitted.executor, missing, pop_permitted.tenant, pop_permitted.at);
      continue when found_jobs.job_ids is null;
      granted := cogo.grant_permits(found_jobs.job_ids, found_jobs.attempts, found_jobs.hashes, found_jobs.paid, pop_permitted.at);
    else
      found_jobs := cogo.pop_live(pop_permitted.executor, missing, pop_permitted.tenant, pop_permitted.at);
      exit when found_jobs.job_ids is null;
      granted := cogo.grant_permits(found_jobs.job_ids, found_jobs.attempts, null, null, pop_permitted.at);
    end if;
    job_ids := job_ids || granted.granted_ids;
    attempts := attempts || granted.granted_attempts;
    key_hashes := key_hashes || granted.key_hashes;
    type_hashes := type_hashes || granted.type_hashes;
    tenant_hashes := tenant_hashes || granted.tenant_hashes;
    missing := pop_permitted.want - coalesce(cardinality(job_ids), 0);
    exit when missing <= 0;
  end loop;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.pop_ready(executor text, want integer, tenant uuid, OUT job_ids bigint[], OUT attempts smallint[])
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  busy record;
  drawn record;
  popped record;
  ask integer;
  nth integer;
begin
  select array_agg(hint.lane_id) as lanes, array_agg(hint.floor_at) as floors, array_agg(hint.weight) as weights
  into busy
  from cogo.lane_hints(pop_ready.executor) as hint
  where hint.tail > hint.floor_at and not hint.paused;
  if cardinality(busy.lanes) = 1 then
    select * into job_ids, attempts
    from pgmq.cogo_pop(busy.lanes[1], busy.floors[1], pop_ready.want, pop_ready.tenant);
    return;
  end if;

  -- Weighted draw without replacement (Efraimidis and Spirakis): a lane of weight 16 goes first 16 times as often as one
  -- of weight 1. Its share of the batch comes first; a second round gives what is left to lanes that still have work.
  select
    array_agg(item.lane_id order by item.draw) as lanes, array_agg(item.floor_at order by item.draw) as floors,
    array_agg(item.weight order by item.draw) as weights, sum(item.weight) as weight
  into drawn
  from (
    select lane_id, floor_at, weight, -ln(1 - cogo.random_()) / weight as draw
    from unnest(busy.lanes, busy.floors, busy.weights) as hint (lane_id, floor_at, weight)
  ) as item;

  for turn in 0 .. 2 * coalesce(cardinality(drawn.lanes), 0) - 1 loop
    nth := 1 + turn % cardinality(drawn.lanes);
    ask := pop_ready.want - coalesce(cardinality(job_ids), 0);
    exit when ask <= 0;
    continue when drawn.lanes[nth] is null;
    if turn < cardinality(drawn.lanes) then
      ask := least(ask, ceil(pop_ready.want * drawn.weights[nth]::numeric / drawn.weight)::integer);
    end if;
    popped := pgmq.cogo_pop(drawn.lanes[nth], drawn.floors[nth], ask, pop_ready.tenant);
    if coalesce(cardinality(popped.job_ids), 0) < ask then
      drawn.lanes[nth] := null;
    end if;
    job_ids := job_ids || popped.job_ids;
    attempts := attempts || popped.attempts;
  end loop;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.queue_stats()
 RETURNS TABLE(executor text, priority text, queue_name text, depth bigint, oldest_age_seconds double precision, held bigint, waiting bigint, blocked bigint, parked bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  lane record;
  ready record;
  places jsonb;
begin
  select jsonb_object_agg(counted.lane_id, to_jsonb(counted)) into places
  from (
    select
      job.lane_id, count(*) filter (where place.name = 'held') as held,
      count(*) filter (where place.name = 'waiting') as waiting, count(*) filter (where place.name = 'blocked') as blocked,
      count(*) filter (where place.name = 'parked') as parked
    from (
      select 'held' as name, hold.job_id from cogo.held as hold
      union all select 'waiting', later.job_id from cogo.waiting as later
      union all select 'blocked', stopped.job_id from cogo.blocked as stopped
      union all select 'parked', limited.job_id from cogo.parked as limited
    ) as place
    join cogo.jobs as job on job.id = place.job_id
    where tenant is null or job.tenant_id = tenant
    group by job.lane_id
  ) as counted;

  for lane in
    select hint.*, known.executor, known.priority
    from cogo.lane_hints(null) as hint join cogo.lanes as known on known.lane_id = hint.lane_id
    order by hint.lane_id
  loop
    execute format(
      $sql$
        select count(*) as depth, case when count(*) > 0 then greatest(extract(epoch from $1 - min(head.enqueued_at)), 0)::double precision end as age
        from (
          select queued.enqueued_at from pgmq.%I as queued %s
          where queued.msg_id > %s %s
          limit 100000
        ) as head
      $sql$,
      'q_' || lane.queue_name,
      case when tenant is not null then 'join cogo.jobs as job on job.id = (queued.message ->> ''job_id'')::bigint' else '' end,
      lane.floor_at,
      case when tenant is not null then 'and job.tenant_id = $2' else '' end
    ) into ready using cogo.now_(), tenant;

    executor := lane.executor;
    priority := lane.priority;
    queue_name := lane.queue_name;
    depth := ready.depth;
    oldest_age_seconds := ready.age;
    held := coalesce((places -> lane.lane_id::text ->> 'held')::bigint, 0);
    waiting := coalesce((places -> lane.lane_id::text ->> 'waiting')::bigint, 0);
    blocked := coalesce((places -> lane.lane_id::text ->> 'blocked')::bigint, 0);
    parked := coalesce((places -> lane.lane_id::text ->> 'parked')::bigint, 0);
    return next;
  end loop;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.read_wake_notes(at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  told record;
begin
  with gone as (
    delete from cogo.wake_notes where ctid = any (array(
      select note.ctid from cogo.wake_notes as note order by note.note_id limit 100 for update skip locked
    ))
    returning wake_notes.limit_hash, wake_notes.permits
  )
  select array_agg(item.limit_hash) as hashes, array_agg(item.permits) as permits into told
  from (select gone.limit_hash, sum(gone.permits)::integer as permits from gone group by gone.limit_hash) as item;
  if told.hashes is not null then
    perform cogo.wake_parked(told.hashes, told.permits, read_wake_notes.at);
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.redrive_dead_letters(job_ids bigint[])
 RETURNS TABLE(dead_job_id bigint, job_id bigint, outcome text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  at timestamptz := cogo.now_();
  dead bigint[];
  new_ids bigint[];
  lane_ids smallint[];
begin
  if redrive_dead_letters.job_ids is null or cardinality(redrive_dead_letters.job_ids) > 1000 then
    perform cogo.refuse_argument('job_ids', 'it must be an array of at most 1000 numbers');
  end if;

  dead := array(
    select letter.job_id from cogo.dead_letters as letter
    where letter.job_id = any(redrive_dead_letters.job_ids)
      and letter.redriven_job_id is null and (tenant is null or letter.tenant_id = tenant)
    order by letter.job_id
    for update
  );
  new_ids := array(select nextval('cogo.jobs_id_seq') from generate_series(1, cardinality(dead)));

  insert into cogo.jobs (
    id, created_at, tenant_id, correlation_id, cause, lane_id, lease_seconds, max_attempts, type, payload, traceparent,
    concurrency_key
  )
  select
    item.new_id, at, job.tenant_id, coalesce(job.correlation_id, cogo.uuid_v7(job.created_at, job.id)),
    cogo.uuid_v7(job.created_at, job.id), job.lane_id, job.lease_seconds, job.max_attempts, job.type, job.payload,
    job.traceparent, job.concurrency_key
  from unnest(dead, new_ids) as item (dead_id, new_id)
  join cogo.jobs as job on job.id = item.dead_id
  order by item.new_id;

  if cardinality(dead) > 0 then
    update cogo.dead_letters set redriven_job_id = item.new_id
    from unnest(dead, new_ids) as item (dead_id, new_id) where dead_letters.job_id = item.dead_id;

    if exists (select from cogo.jobs as job where job.id = any(new_ids) and job.concurrency_key is not null) then
      perform cogo.join_key_queues(new_ids);
    end if;
    select array_agg(job.lane_id order by job.id) into lane_ids from cogo.jobs as job where job.id = any(new_ids);
    perform cogo.push_ready(new_ids, lane_ids, array_fill(1::smallint, array[cardinality(new_ids)]), at);
    perform cogo.record_events(array['job_enqueued'], new_ids, at, tenant, null, null);
  end if;

  return query
  select
    given.job_id,
    letter.redriven_job_id,
    case when letter.job_id is null then 'not_found' when given.job_id = any(dead) then 'redriven' else 'already_redriven' end
  from unnest(redrive_dead_letters.job_ids) with ordinality as given (job_id, ordinal)
  left join cogo.dead_letters as letter
    on letter.job_id = given.job_id and (tenant is null or letter.tenant_id = tenant)
  order by given.ordinal;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.register_job_type(type text, executor text, lease_seconds integer, max_attempts integer, retry_base_ms integer, retry_factor real, retry_max_ms integer, payload_schema jsonb, result_schema jsonb, key_limit integer, key_strict boolean, keep_succeeded_seconds integer, keep_failed_seconds integer)
 RETURNS cogo.job_types
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  registered cogo.job_types;
  given record;
  problems text[];
begin
  if register_job_type.type is null then
    perform cogo.refuse_argument('type', 'it is missing');
  end if;
  if not exists (select from cogo.lanes as lane where lane.executor = register_job_type.executor) then
    perform cogo.refuse_argument('executor', format('no lane is open for %L; call open_lanes first', register_job_type.executor));
  end if;
  for given in
    select * from (values ('payload_schema', register_job_type.payload_schema), ('result_schema', register_job_type.result_schema))
      as schemas (name, schema)
    where schema is not null
  loop
    problems := cogo.schema_problems(given.schema);
    if cardinality(problems) > 0 then
      perform cogo.refuse_argument(given.name, array_to_string(problems[1:5], '; '));
    end if;
  end loop;

  insert into cogo.job_types as job_type (
    type, executor, lease_seconds, max_attempts, retry_base_ms, retry_factor, retry_max_ms, payload_schema,
    result_schema, key_limit, key_strict, keep_succeeded_seconds, keep_failed_seconds
  )
  values (
    register_job_type.type, register_job_type.executor, register_job_type.lease_seconds,
    register_job_type.max_attempts, register_job_type.retry_base_ms, register_job_type.retry_factor,
    register_job_type.retry_max_ms, register_job_type.payload_schema, register_job_type.result_schema,
    register_job_type.key_limit, register_job_type.key_strict, register_job_type.keep_succeeded_seconds,
    register_job_type.keep_failed_seconds
  )
  on conflict (type) do update set
    executor = excluded.executor,
    lease_seconds = excluded.lease_seconds,
    max_attempts = excluded.max_attempts,
    retry_base_ms = excluded.retry_base_ms,
    retry_factor = excluded.retry_factor,
    retry_max_ms = excluded.retry_max_ms,
    payload_schema = excluded.payload_schema,
    result_schema = excluded.result_schema,
    key_limit = excluded.key_limit,
    key_strict = excluded.key_strict,
    keep_succeeded_seconds = excluded.keep_succeeded_seconds,
    keep_failed_seconds = excluded.keep_failed_seconds
  returning * into registered;
  return registered;
exception
  when check_violation or numeric_value_out_of_range or not_null_violation then
    perform cogo.refuse_argument('the job type', sqlerrm);
    return null;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.release_permits(hashes uuid[], at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  mine uuid[];
  freed record;
begin
  mine := array(
    select known.limit_hash from cogo.permit_locks as known
    where known.limit_hash = any(release_permits.hashes)
    order by known.limit_hash
    for update skip locked
  );
  select
    array_agg(item.hash) filter (where item.hash = any(mine)) as hashes,
    array_agg(item.count) filter (where item.hash = any(mine)) as counts
  into freed
  from (
    select given.hash, count(*)::integer as count from unnest(release_permits.hashes) as given (hash)
    where given.hash is not null group by given.hash
  ) as item;

  if freed.hashes is not null then
    perform cogo.wake_parked(freed.hashes, freed.counts, release_permits.at);
  end if;
  -- A claim that counts right now still sees these permits taken, and may put a job to sleep that nobody would wake.
  insert into cogo.wake_notes (limit_hash, permits)
  select given.hash, count(*) from unnest(release_permits.hashes) as given (hash)
  where given.hash <> all(mine)
  group by given.hash;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.remove_limit(scope text, name text, tenant_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  gone cogo.limits;
begin
  delete from cogo.limits as known
  where known.scope = remove_limit.scope and known.name is not distinct from remove_limit.name
    and known.tenant_id is not distinct from remove_limit.tenant_id
    and (known.scope <> 'key' or known.name is not null)
  returning * into gone;
  if gone.limit_id is null then
    return false;
  end if;
  perform cogo.wake_limit(gone);
  return true;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.set_limit(scope text, name text, tenant_id uuid, max_running integer, rate_count integer, rate_seconds integer, reason text)
 RETURNS cogo.limits
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  kept cogo.limits;
begin
  if set_limit.scope = 'key' and set_limit.name is null then
    perform cogo.refuse_argument('name', 'a limit of scope key names a key and its tenant_id');
  end if;
  insert into cogo.limits as known (scope, name, tenant_id, max_running, rate_count, rate_seconds, reason, changed_at)
  values (
    set_limit.scope, set_limit.name, set_limit.tenant_id, set_limit.max_running, set_limit.rate_count, set_limit.rate_seconds,
    set_limit.reason, cogo.now_()
  )
  on conflict (scope, name, tenant_id) do update set
    max_running = excluded.max_running, rate_count = excluded.rate_count, rate_seconds = excluded.rate_seconds,
    reason = excluded.reason, changed_at = excluded.changed_at
  returning * into kept;
  perform cogo.wake_limit(kept);
  return kept;
exception
  when check_violation or not_null_violation then
    perform cogo.refuse_argument('the limit', sqlerrm);
    return null;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.set_paused(scope text, name text, tenant_id uuid, paused boolean, reason text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  kept cogo.limits;
begin
  if set_paused.scope = 'lane' then
    update cogo.lanes as lane set paused_at = case when set_paused.paused then coalesce(lane.paused_at, cogo.now_()) end
    where lane.queue_name = set_paused.name or lane.executor = set_paused.name;
    if not found then
      perform cogo.refuse_argument('name', format('no lane and no executor is called %L', set_paused.name));
    end if;
    return set_paused.paused;
  end if;
  if (set_paused.scope in ('type', 'tenant')) is not true then
    perform cogo.refuse_argument('scope', 'it must be lane, type or tenant');
  end if;

  insert into cogo.limits as known (scope, name, tenant_id, paused, reason, changed_at)
  values (set_paused.scope, set_paused.name, set_paused.tenant_id, set_paused.paused, set_paused.reason, cogo.now_())
  on conflict (scope, name, tenant_id) do update set
    paused = excluded.paused, reason = coalesce(excluded.reason, known.reason), changed_at = excluded.changed_at
  returning * into kept;
  if not kept.paused then
    perform cogo.wake_limit(kept);
    delete from cogo.limits as known
    where known.limit_id = kept.limit_id and known.max_running is null and known.rate_count is null;
  end if;
  return kept.paused;
exception
  when check_violation or not_null_violation then
    perform cogo.refuse_argument('the pause', sqlerrm);
    return null;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.sweep()
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  at timestamptz := cogo.now_();
  swept jsonb;
begin
  perform cogo.raise_floors();
  swept := jsonb_build_object(
    'expired', cogo.expire_claims(at, 200),
    'promoted', cogo.promote_waiting(at, 500),
    'woken', case when exists (select from cogo.blocked) then cogo.wake_blocked(at, 500) else 0 end,
    'unparked', case when exists (select from cogo.parked) then cogo.heal_parked(at, 50) else 0 end,
    'cancelled', case when exists (select from cogo.cancels) then cogo.close_cancelled(null, at, 500) else 0 end,
    'forgotten', cogo.forget_idempotency_keys(at, 500)
  );
  if exists (select from cogo.permit_locks) then
    perform cogo.forget_permit_locks(at, 100);
  end if;
  return swept;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.take_unheld(job_ids bigint[])
 RETURNS TABLE(job_id bigint, attempt smallint)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  lane record;
begin
  return query
  delete from cogo.waiting where waiting.job_id = any(take_unheld.job_ids)
  returning waiting.job_id, waiting.attempt;

  return query
  delete from cogo.blocked where blocked.job_id = any(take_unheld.job_ids)
  returning blocked.job_id, 1::smallint;

  return query
  delete from cogo.parked where parked.job_id = any(take_unheld.job_ids)
  returning parked.job_id, parked.attempt;

  -- Messages have no index by job. A short lane is searched; in a long one the claim that pops the job closes it.
  for lane in
    select hint.queue_name, hint.floor_at
    from cogo.lane_hints(null) as hint
    where hint.tail > hint.floor_at and hint.tail - hint.floor_at <= 20000
      and hint.lane_id in (select job.lane_id from cogo.jobs as job where job.id = any(take_unheld.job_ids))
  loop
    return query execute format(
      $sql$
        delete from pgmq.%1$I
        where ctid = any (array(
          select queued.ctid from pgmq.%1$I as queued
          where queued.msg_id > %2$s and (queued.message ->> 'job_id')::bigint = any($1)
          for update skip locked
        ))
        returning (message ->> 'job_id')::bigint, coalesce((message ->> 'attempt')::smallint, 1::smallint)
      $sql$,
      'q_' || lane.queue_name, lane.floor_at
    ) using take_unheld.job_ids;
  end loop;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.take_woken(executor text, want integer, tenant uuid, at timestamp with time zone, OUT job_ids bigint[], OUT attempts smallint[], OUT hashes uuid[], OUT paid boolean[])
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  with gone as (
    delete from cogo.parked where ctid = any (array(
      select woken.ctid
      from cogo.lanes as lane, lateral (
        select parked.ctid, parked.woken_at, parked.job_id from cogo.parked
        where parked.lane_id = lane.lane_id and parked.woken_at <= take_woken.at
          and (take_woken.tenant is null or parked.tenant_id = take_woken.tenant)
        order by parked.woken_at, parked.job_id
        limit take_woken.want
        for update skip locked
      ) as woken
      where lane.executor = take_woken.executor and lane.paused_at is null
      limit take_woken.want
    ))
    returning parked.*
  )
  select
    array_agg(gone.job_id order by gone.job_id), array_agg(gone.attempt order by gone.job_id),
    array_agg(gone.limit_hash order by gone.job_id), array_agg(gone.paid order by gone.job_id)
  into job_ids, attempts, hashes, paid
  from gone;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.verify()
 RETURNS TABLE(invariant text, problem text, sample jsonb)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  floors jsonb;
begin
  -- Floors first: they are sequences, which no snapshot holds back, and may pass what the snapshot below still shows.
  select jsonb_object_agg(hint.lane_id, hint.floor_at) into floors from cogo.lane_hints(null) as hint;

  -- One statement over stable functions: the whole check reads one snapshot, so work that goes on cannot mislead it.
  return query
  select * from cogo.verify_places(floors)
  union all select * from cogo.verify_claims()
  union all select * from cogo.verify_history()
  union all select * from cogo.verify_limits();
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.verify_limits()
 RETURNS TABLE(invariant text, problem text, sample jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return query
  select 'a key is held by no more jobs than its type allows', format('%s keys are', count(*)), jsonb_agg(over_limit.key_hash)
  from (
    select held.key_hash
    from cogo.held join cogo.jobs as job on job.id = held.job_id
    where held.key_hash is not null
    group by held.key_hash
    having count(*) > max(greatest(
      (cogo.resolve_job_type(job.type)).key_limit,
      (
        select own.max_running from cogo.limits as own
        where own.scope = 'key' and own.name = job.concurrency_key and own.tenant_id = job.tenant_id
      )
    ))
  ) as over_limit
  having count(*) > 0
  union all
  select 'a permit is of the job that holds it', format('%s are not', count(*)), jsonb_agg(held.job_id)
  from cogo.held join cogo.jobs as job on job.id = held.job_id
  where held.key_hash <> cogo.limit_hash('key', job.tenant_id, job.concurrency_key)
    or (held.key_hash is not null and job.concurrency_key is null)
  having count(*) > 0
  union all
  select 'a claim that holds permits says so', format('%s do not', count(*)), jsonb_agg(distinct claim.fence)
  from cogo.held join cogo.claims as claim on claim.fence = held.fence
  where coalesce(held.key_hash, held.type_hash, held.tenant_hash) is not null and not claim.limited
  having count(*) > 0
  union all
  select 'only the first of a strict key is held', format('%s others are', count(*)), jsonb_agg(held.job_id)
  from cogo.key_queue as later join cogo.held on held.job_id = later.job_id
  where exists (
    select from cogo.key_queue as earlier where earlier.limit_hash = later.limit_hash and earlier.job_id < later.job_id
  )
  having count(*) > 0
  union all
  select 'a strict key queues open jobs', format('%s are closed', count(*)), jsonb_agg(queued.job_id)
  from cogo.key_queue as queued
  where exists (select from cogo.attempts as final where final.job_id = queued.job_id and final.final)
  having count(*) > 0;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.verify_places(floors jsonb)
 RETURNS TABLE(invariant text, problem text, sample jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return query
  with place as materialized (
    select 'ready' as name, ready.job_id, ready.attempt from cogo.ready_messages() as ready
    union all select 'waiting', waiting.job_id, waiting.attempt from cogo.waiting
    union all select 'blocked', blocked.job_id, 1 from cogo.blocked
    union all select 'parked', parked.job_id, parked.attempt from cogo.parked
    union all select 'held', held.job_id, held.attempt from cogo.held
    union all select 'closed', final.job_id, final.attempt from cogo.attempts as final where final.final
  ),
  standing as (
    select job.id as job_id, array_remove(array_agg(place.name order by place.name), null) as places, max(place.attempt) as attempt
    from cogo.jobs as job left join place on place.job_id = job.id
    group by job.id
  )
  select 'a job stands in exactly one place', format('%s jobs stand elsewhere', count(*)), jsonb_agg(to_jsonb(bad)) filter (where bad.nth <= 5)
  from (
    select standing.job_id, standing.places, row_number() over (order by standing.job_id) as nth
    from standing where cardinality(standing.places) <> 1
  ) as bad
  having count(*) > 0
  union all
  select 'a place belongs to a job', format('%s places belong to none', count(*)), jsonb_agg(to_jsonb(bad)) filter (where bad.nth <= 5)
  from (
    select place.*, row_number() over () as nth from place
    where not exists (select from cogo.jobs as job where job.id = place.job_id)
  ) as bad
  having count(*) > 0
  union all
  select 'attempts count up to their limit', format('%s jobs are past it', count(*)), jsonb_agg(standing.job_id)
  from standing join cogo.jobs as job on job.id = standing.job_id
  where standing.attempt > job.max_attempts
  having count(*) > 0;

  return query
  select 'a ready message lies above its lane''s floor', format('%s lie below', count(*)), jsonb_agg(ready.job_id)
  from cogo.ready_messages() as ready where ready.msg_id <= (verify_places.floors ->> ready.lane_id::text)::bigint
  having count(*) > 0
  union all
  select 'a job waits in the lane it was routed to', format('%s wait in another', count(*)), jsonb_agg(ready.job_id)
  from cogo.ready_messages() as ready join cogo.jobs as job on job.id = ready.job_id
  where job.lane_id <> ready.lane_id
  having count(*) > 0
  union all
  select 'a dependency blocks a blocked job', format('%s block none', count(*)), jsonb_agg(dependencies.job_id)
  from cogo.dependencies where not exists (select from cogo.blocked where blocked.job_id = dependencies.job_id)
  having count(*) > 0;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.wake_limit(changed cogo.limits)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  at timestamptz := cogo.now_();
  hashes uuid[] := array[cogo.limit_hash(changed.scope, changed.tenant_id, changed.name)];
begin
  -- The row for all tenants stands for a limit each.
  if changed.scope = 'tenant' and changed.tenant_id is null then
    hashes := array(
      select distinct cogo.limit_hash('tenant', parked.tenant_id, null) from cogo.parked limit 1000
    );
  end if;
  -- Turns that a rate gave out before it changed are void.
  update cogo.parked set woken_at = null, paid = false where parked.limit_hash = any(hashes) and parked.woken_at > at;
  update cogo.permit_locks set due_at = null where permit_locks.limit_hash = any(hashes);
  perform cogo.wake_parked(hashes, array_fill(1000, array[cardinality(hashes)]), at)
  where cardinality(hashes) > 0;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.wake_next(parked_at uuid[], hashes uuid[], free integer[], mine uuid[], claimed integer, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  wakes record;
begin
  if not exists (select from cogo.parked where parked.woken_at is null) then
    return;
  end if;
  select array_agg(item.hash) as hashes, array_agg(item.count) as counts into wakes
  from (
    -- A limit that this claim counted and that has permits left.
    select counted.hash, counted.free as count
    from unnest(wake_next.hashes, wake_next.free) as counted (hash, free)
    where counted.free > 0 and counted.hash = any(wake_next.mine)
    union all
    -- A limit that exists no more: what slept on it wakes as fast as it is claimed.
    select gone.hash, 2 * wake_next.claimed
    from (select distinct unnest(wake_next.parked_at) as hash) as gone
    where gone.hash <> all(coalesce(wake_next.hashes, '{}'))
  ) as item;
  if wakes.hashes is not null then
    perform cogo.wake_parked(wakes.hashes, wakes.counts, wake_next.at);
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.wake_parked(hashes uuid[], counts integer[], at timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  woken integer;
begin
  update cogo.parked set woken_at = wake_parked.at where ctid = any (array(
    select sleeper.ctid
    from unnest(wake_parked.hashes, wake_parked.counts) as freed (limit_hash, count), lateral (
      select parked.ctid from cogo.parked
      where parked.limit_hash = freed.limit_hash and parked.woken_at is null
      order by parked.job_id
      limit freed.count
      for update skip locked
    ) as sleeper
  ));
  get diagnostics woken = row_count;
  return woken;
end;
$function$;

ALTER TABLE "cogo"."job_types" ADD CONSTRAINT "a_strict_key_runs_one_at_a_time" CHECK (((NOT key_strict) OR (key_limit = 1)));

ALTER TABLE "cogo"."job_types" ADD CONSTRAINT "closed_jobs_are_kept_an_hour_to_ten_years" CHECK ((((keep_succeeded_seconds >= 3600) AND (keep_succeeded_seconds <= 315360000)) AND ((keep_failed_seconds >= 3600) AND (keep_failed_seconds <= 315360000))));

ALTER TABLE "cogo"."job_types" ADD CONSTRAINT "key_limit_is_positive" CHECK ((key_limit >= 1));

CREATE VIEW "cogo"."job_states" WITH (security_invoker=true) AS  SELECT job.id AS job_id,
    cogo.uuid_v7(job.created_at, job.id) AS id,
    job.tenant_id,
    job.type,
    lane.executor,
    lane.priority,
        CASE
            WHEN (final.outcome IS NOT NULL) THEN final.outcome
            WHEN (held.started_at IS NOT NULL) THEN 'running'::text
            WHEN (held.job_id IS NOT NULL) THEN 'assigned'::text
            ELSE 'queued'::text
        END AS state,
    (COALESCE(final.attempt, held.attempt, waiting.attempt, parked.attempt))::integer AS attempt,
    (job.max_attempts)::integer AS max_attempts,
    job.created_at,
    COALESCE(waiting.run_at, parked.woken_at) AS run_at,
    COALESCE(final.claimed_at, claim.claimed_at) AS assigned_at,
    COALESCE(final.started_at, held.started_at) AS started_at,
    final.finished_at,
    COALESCE(final.worker, claim.worker) AS worker,
    COALESCE(held.fence, final.fence) AS fence,
    claim.lease_expires_at,
    (cancels.job_id IS NOT NULL) AS cancel_requested,
    (blocked.job_id IS NOT NULL) AS blocked,
    parked.limit_hash AS parked_at
   FROM ((((((((cogo.jobs job
     JOIN cogo.lanes lane ON ((lane.lane_id = job.lane_id)))
     LEFT JOIN cogo.attempts final ON (((final.job_id = job.id) AND final.final)))
     LEFT JOIN cogo.held ON ((held.job_id = job.id)))
     LEFT JOIN cogo.claims claim ON ((claim.fence = held.fence)))
     LEFT JOIN cogo.waiting ON ((waiting.job_id = job.id)))
     LEFT JOIN cogo.blocked ON ((blocked.job_id = job.id)))
     LEFT JOIN cogo.parked ON ((parked.job_id = job.id)))
     LEFT JOIN cogo.cancels ON ((cancels.job_id = job.id)));

CREATE INDEX held_key_hash_idx ON cogo.held USING btree (key_hash) WHERE (key_hash IS NOT NULL);

CREATE INDEX held_tenant_hash_idx ON cogo.held USING btree (tenant_hash) WHERE (tenant_hash IS NOT NULL);

CREATE INDEX held_type_hash_idx ON cogo.held USING btree (type_hash) WHERE (type_hash IS NOT NULL);

CREATE INDEX key_queue_job_id_idx ON cogo.key_queue USING btree (job_id);

CREATE INDEX parked_asleep_idx ON cogo.parked USING btree (limit_hash, job_id) WHERE (woken_at IS NULL);

CREATE INDEX parked_woken_idx ON cogo.parked USING btree (lane_id, woken_at, job_id) WHERE (woken_at IS NOT NULL);

COMMENT ON COLUMN "cogo"."claims"."limited" IS 'Whether a job of it holds a permit.';

COMMENT ON COLUMN "cogo"."held"."key_hash" IS 'The limit it holds a permit of (cogo.limit_hash), or null; likewise for its type and tenant. The row is the permit: it ends with the hold.';

COMMENT ON COLUMN "cogo"."job_types"."keep_failed_seconds" IS 'How long a failed job and its dead letter are kept after its end.';

COMMENT ON COLUMN "cogo"."job_types"."keep_succeeded_seconds" IS 'How long a succeeded or cancelled job is kept after its end.';

COMMENT ON COLUMN "cogo"."job_types"."key_limit" IS 'How many jobs of one concurrency_key may be held at a time.';

COMMENT ON COLUMN "cogo"."job_types"."key_strict" IS 'Whether jobs of one concurrency_key run in the order in which they were enqueued, each after the end of the one before.';

COMMENT ON COLUMN "cogo"."job_types"."result_schema" IS 'JSON Schema that a result must meet when a job succeeds, or null.';

COMMENT ON COLUMN "cogo"."jobs"."concurrency_key" IS 'Jobs of one tenant with the same key run key_limit of their type at a time.';

COMMENT ON COLUMN "cogo"."lanes"."paused_at" IS 'Since when no claim looks into it; null = it is open.';

COMMENT ON COLUMN "cogo"."limits"."max_running" IS 'How many jobs may be held at a time; null = a key''s type says so, or there is no such limit.';

COMMENT ON COLUMN "cogo"."limits"."name" IS 'scope key: the key. scope type: a name, prefix.* or *, the nearest rules. scope tenant: null.';

COMMENT ON COLUMN "cogo"."limits"."rate_count" IS 'How many jobs may start within rate_seconds, evenly spread; bursts up to rate_count.';

COMMENT ON COLUMN "cogo"."limits"."tenant_id" IS 'scope key: the tenant of the key. scope tenant: the tenant, or null for each that has no row of its own.';

COMMENT ON COLUMN "cogo"."parked"."limit_hash" IS 'The limit that refused it (cogo.limit_hash).';

COMMENT ON COLUMN "cogo"."parked"."paid" IS 'Whether its place in the rate of limit_hash is counted already.';

COMMENT ON COLUMN "cogo"."parked"."woken_at" IS 'From when a claim may try it again; null = until a permit is given back.';

COMMENT ON COLUMN "cogo"."permit_locks"."due_at" IS 'When the next job would start if all came evenly (GCRA); null = no rate was asked for. A job may start up to a burst earlier.';

COMMENT ON FUNCTION "api"."list_limits"() IS 'All limits and pauses of types, keys and tenants. For operators. Errors: none.';

COMMENT ON FUNCTION "api"."pause"(text, text, uuid, text) IS 'Stops new starts of a lane (name = a queue, or an executor for all of its lanes), a type (name) or a tenant (tenant_id). What runs goes on. For operators. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."queue_stats"() IS 'What stands where: per lane, the ready jobs (counted up to 100,000) and those held, waiting and blocked. Errors: not_an_agent (401).';

COMMENT ON FUNCTION "api"."register_job_type"(text, text, integer, integer, integer, real, integer, jsonb, jsonb, integer, boolean, integer, integer) IS 'Adds or replaces the settings of a job type (prefix.name), of a prefix (prefix.*) or of everything else (*). Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."remove_limit"(text, text, uuid) IS 'Removes a limit; answers whether there was one. For operators. Errors: none.';

COMMENT ON FUNCTION "api"."resume"(text, text, uuid) IS 'Ends a pause; limits stay. For operators. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."set_limit"(text, text, uuid, integer, integer, integer, text) IS 'Limits how many jobs of a key, type (name, prefix.* or *) or tenant (null = each) run at a time, and how many start in rate_seconds. For operators. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."count_permits"(uuid[], uuid[], jsonb) IS 'What each limit still allows: permits that are free, when its rate allows the next job, and which job of a strict key comes first.';

COMMENT ON FUNCTION "cogo"."drop_cancelled"(bigint[], smallint[], timestamp with time zone) IS 'Closes those of some jobs, just taken out of their place, that somebody wishes to cancel; answers the others.';

COMMENT ON FUNCTION "cogo"."forget_permit_locks"(timestamp with time zone, integer) IS 'Drops some rows of limits that nobody uses; a claim makes them again.';

COMMENT ON FUNCTION "cogo"."grant_permits"(bigint[], smallint[], uuid[], boolean[], timestamp with time zone) IS 'Gives permits to the jobs of a claim, in their order, as far as their limits allow; parks the others. A permit is the row of cogo.held that the claim then writes, so it ends with the hold.';

COMMENT ON FUNCTION "cogo"."heal_parked"(timestamp with time zone, integer) IS 'Wakes the first sleeper of some limits. The claim that tries it counts the limit and wakes as many more as it allows, so a wake that was lost is found again.';

COMMENT ON FUNCTION "cogo"."job_limits"(bigint[], smallint[]) IS 'Which limits each job of a claim stands under, with what they allow, by their hash.';

COMMENT ON FUNCTION "cogo"."join_key_queues"(bigint[]) IS 'Notes new jobs with a concurrency_key: those of strict keys queue in order.';

COMMENT ON FUNCTION "cogo"."judge_permits"(bigint[], jsonb, integer[], jsonb, timestamp with time zone) IS 'Decides job by job, in their order: granted; asleep until a permit is given back; later, when its rate allows it; again, because another claim is counting that limit right now.';

COMMENT ON FUNCTION "cogo"."lane_hints"(text) IS 'Per lane: every message up to floor_at is gone, none is above tail. tail > floor_at = perhaps work. Two sequences, so no row versions. Null asks for all lanes.';

COMMENT ON FUNCTION "cogo"."leave_key_queues"(bigint[], timestamp with time zone) IS 'Closed jobs leave the queues of their strict keys; the next of each may run.';

COMMENT ON FUNCTION "cogo"."limit_hash"(text, uuid, text) IS 'The name of a limit in cogo.held, cogo.parked and cogo.permit_locks: the first 16 bytes of a SHA-256.';

COMMENT ON FUNCTION "cogo"."limit_of"(uuid, cogo.jobs) IS 'What keeps a parked job: its concurrency_key, its type or its tenant; null for a job that is not parked.';

COMMENT ON FUNCTION "cogo"."list_limits"() IS 'All limits and pauses.';

COMMENT ON FUNCTION "cogo"."lock_permits"(uuid[]) IS 'Locks limits for this transaction, so that it alone counts and gives their permits. Answers those it got; who has the others decides on them now.';

COMMENT ON FUNCTION "cogo"."pop_permitted"(text, integer, uuid, timestamp with time zone) IS 'Ready jobs that their limits let run, with the limits whose permits they take.';

COMMENT ON FUNCTION "cogo"."queue_stats"() IS 'What stands where, per lane, as far as the caller may see. Depth is counted up to 100,000.';

COMMENT ON FUNCTION "cogo"."read_wake_notes"(timestamp with time zone) IS 'Wakes the sleepers that wake_notes speak of.';

COMMENT ON FUNCTION "cogo"."register_job_type"(text, text, integer, integer, integer, real, integer, jsonb, jsonb, integer, boolean, integer, integer) IS 'Adds or replaces the settings of a job type or prefix; jobs enqueued from now on follow them.';

COMMENT ON FUNCTION "cogo"."release_permits"(uuid[], timestamp with time zone) IS 'Permits have come free: wakes as many jobs that sleep on their limits. Waits for nobody.';

COMMENT ON FUNCTION "cogo"."remove_limit"(text, text, uuid) IS 'Removes a limit. Answers whether there was one.';

COMMENT ON FUNCTION "cogo"."set_limit"(text, text, uuid, integer, integer, integer, text) IS 'Adds or replaces a limit; it holds from the next claim on. What is held above a lowered limit may end in peace.';

COMMENT ON FUNCTION "cogo"."set_paused"(text, text, uuid, boolean, text) IS 'Pauses or resumes a lane, a type or a tenant. Jobs that run go on; no new one starts.';

COMMENT ON FUNCTION "cogo"."take_woken"(text, integer, uuid, timestamp with time zone) IS 'Jobs that were parked and may be tried again: they had reached the head of their lane before, so they go before it.';

COMMENT ON FUNCTION "cogo"."verify_limits"() IS 'The part of cogo.verify about limits: permits within them, strict keys in order.';

COMMENT ON FUNCTION "cogo"."wake_limit"(cogo.limits) IS 'After a change of a limit: lets the first of those that sleep on it be tried again; the claims that try them wake the others.';

COMMENT ON FUNCTION "cogo"."wake_next"(uuid[], uuid[], integer[], uuid[], integer, timestamp with time zone) IS 'Whoever counted a limit leaves no permit free while jobs sleep on it.';

COMMENT ON FUNCTION "cogo"."wake_parked"(uuid[], integer[], timestamp with time zone) IS 'Lets as many parked jobs of each limit be tried again as were freed, in the order of their ids. Answers how many.';

COMMENT ON TABLE "cogo"."key_queue" IS 'The open jobs of strict keys, in order. Only the first of a key may run; it leaves when it is closed for good.';

COMMENT ON TABLE "cogo"."limits" IS 'How much may run at a time and how fast: per concurrency_key, per type, per tenant. No rows = no job is held against any limit.';

COMMENT ON TABLE "cogo"."parked" IS 'Jobs that a claim took out of their lane and may not run yet: a limit has no permit for them. A claim takes woken ones before it looks into lanes.';

COMMENT ON TABLE "cogo"."permit_locks" IS 'A row per limit in use. A claim locks it while it counts permits, which are rows of cogo.held: nothing here can drift.';

COMMENT ON TABLE "cogo"."wake_notes" IS 'Permits given back while a claim was counting their limit, and so could not be told of: the next claim wakes a sleeper for each.';

COMMENT ON VIEW "cogo"."job_states" IS 'The state machine of docs/specs/STATE_MACHINE_V1.md, derived from where each job stands. There is no state column to fall out of step.';

REVOKE ALL ON FUNCTION "api"."list_limits"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."list_limits"() TO "service_role";

REVOKE ALL ON FUNCTION "api"."pause"(text, text, uuid, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."pause"(text, text, uuid, text) TO "service_role";

REVOKE ALL ON FUNCTION "api"."queue_stats"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."queue_stats"() TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."register_job_type"(text, text, integer, integer, integer, real, integer, jsonb, jsonb, integer, boolean, integer, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."register_job_type"(text, text, integer, integer, integer, real, integer, jsonb, jsonb, integer, boolean, integer, integer) TO "service_role";

REVOKE ALL ON FUNCTION "api"."remove_limit"(text, text, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."remove_limit"(text, text, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "api"."resume"(text, text, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."resume"(text, text, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "api"."set_limit"(text, text, uuid, integer, integer, integer, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."set_limit"(text, text, uuid, integer, integer, integer, text) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."count_permits"(uuid[], uuid[], jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."drop_cancelled"(bigint[], smallint[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."forget_permit_locks"(timestamp with time zone, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."grant_permits"(bigint[], smallint[], uuid[], boolean[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."heal_parked"(timestamp with time zone, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."job_limits"(bigint[], smallint[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."join_key_queues"(bigint[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."judge_permits"(bigint[], jsonb, integer[], jsonb, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."lane_hints"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."leave_key_queues"(bigint[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."limit_hash"(text, uuid, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."limit_of"(uuid, cogo.jobs) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."list_limits"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."list_limits"() TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."lock_permits"(uuid[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."pop_permitted"(text, integer, uuid, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."queue_stats"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."queue_stats"() TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."read_wake_notes"(timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."register_job_type"(text, text, integer, integer, integer, real, integer, jsonb, jsonb, integer, boolean, integer, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."register_job_type"(text, text, integer, integer, integer, real, integer, jsonb, jsonb, integer, boolean, integer, integer) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."release_permits"(uuid[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."remove_limit"(text, text, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."remove_limit"(text, text, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."set_limit"(text, text, uuid, integer, integer, integer, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."set_limit"(text, text, uuid, integer, integer, integer, text) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."set_paused"(text, text, uuid, boolean, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."set_paused"(text, text, uuid, boolean, text) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."take_woken"(text, integer, uuid, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."verify_limits"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."wake_limit"(cogo.limits) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."wake_next"(uuid[], uuid[], integer[], uuid[], integer, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."wake_parked"(uuid[], integer[], timestamp with time zone) FROM PUBLIC;

