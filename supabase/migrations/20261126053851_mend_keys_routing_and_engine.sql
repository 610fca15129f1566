-- squawk-ignore-file ban-drop-column, require-concurrent-index-deletion, require-concurrent-index-creation
-- The dropped columns and indexes are used by no released version; the new index is on a small table.
set local lock_timeout = '5s';

set local check_function_bodies = off;

DROP INDEX "cogo"."routing_decisions_at_idx";

DROP INDEX "cogo"."routing_outcomes_at_idx";

DROP FUNCTION "cogo"."find_accounts"(uuid, integer, uuid, uuid, bigint, timestamp with time zone);

DROP FUNCTION "cogo"."flow_number"(uuid);

DROP FUNCTION "cogo"."fold_outcomes"(timestamp with time zone);

DROP FUNCTION "cogo"."tenant_lane"(text, uuid, smallint);

ALTER TABLE "cogo"."lane_moves" DROP COLUMN "moved_at";

ALTER TABLE "cogo"."reservations" DROP COLUMN "budget_ids";

CREATE OR REPLACE FUNCTION cogo.accept_follow_ups(dead bigint[], at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  flow_ids bigint[] := cogo.lock_flows_of(accept_follow_ups.dead);
begin
  if flow_ids = '{}' then
    return;
  end if;

  with gone as (
    delete from cogo.step_jobs as link where link.job_id = any(accept_follow_ups.dead) and link.role <> 'action'
    returning link.*
  ),
  told as (
    insert into cogo.saga_log (workflow_id, at, job_id, item, step, move)
    select workflow_id, accept_follow_ups.at, job_id, item, step, 'accepted' from gone
  )
  update cogo.workflow_steps as begun
  set follow_up = case gone.role when 'confirm' then 'confirmed' else 'compensated' end
  from gone
  where begun.workflow_id = gone.workflow_id and begun.step = gone.step and begun.item = gone.item;

  update cogo.workflows as flow set state = case when flow.ends_as is null then 'confirming' else 'compensating' end
  where flow.id = any(flow_ids) and flow.state = 'stuck' and not exists (
    select from cogo.workflow_steps as other where other.workflow_id = flow.id and other.follow_up = 'stuck'
  );
  perform cogo.settle_flows('{}', flow_ids, accept_follow_ups.at);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.check_catalogue(catalogue jsonb)
 RETURNS void
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  list text;
  double record;
begin
  if jsonb_typeof(check_catalogue.catalogue) is distinct from 'object' then
    perform cogo.refuse_argument('catalogue', 'it is an object of source, source_sha256, providers and models');
  end if;
  perform cogo.check_fields(check_catalogue.catalogue, array['source', 'source_sha256', 'enable_new', 'providers', 'models'], 'catalogue');
  if coalesce(catalogue ->> 'source', '') !~ '^[^[:cntrl:]]+$' or length(catalogue ->> 'source') > 500 then
    perform cogo.refuse_argument('catalogue.source', 'a line of 1 to 500 characters says where it was taken from');
  elsif coalesce(catalogue ->> 'source_sha256', '') !~ '^[0-9a-f]{64}$' then
    perform cogo.refuse_argument('catalogue.source_sha256', 'it is the SHA-256 of the file, in 64 hexadecimal digits');
  elsif jsonb_typeof(coalesce(catalogue -> 'enable_new', 'true')) <> 'boolean' then
    perform cogo.refuse_argument('catalogue.enable_new', 'it is true or false');
  end if;
  foreach list in array array['providers', 'models'] loop
    if jsonb_typeof(coalesce(catalogue -> list, '[]')) <> 'array' or jsonb_array_length(coalesce(catalogue -> list, '[]')) > 10000 then
      perform cogo.refuse_argument('catalogue.' || list, 'it is a list of at most 10000');
    end if;
    select format('%s[%s]', list, item.ordinality - 1) as place, item.value into double
    from jsonb_array_elements(coalesce(catalogue -> list, '[]')) with ordinality as item
    where jsonb_typeof(item.value) <> 'object' limit 1;
    if double.place is not null then
      perform cogo.refuse_argument(double.place, 'it is no object');
    end if;
    select format('%s[%s]', list, max(item.ordinality) - 1) as place, min(item.ordinality) - 1 as first into double
    from jsonb_array_elements(coalesce(catalogue -> list, '[]')) with ordinality as item
    group by item.value ->> 'provider', item.value ->> 'model',
      coalesce(item.value ->> 'region', 'global'), coalesce(item.value ->> 'service', 'chat')
    having count(*) > 1 limit 1;
    if double.place is not null then
      perform cogo.refuse_argument(double.place, format('it is number %s again', double.first));
    end if;
  end loop;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.check_schedule(schedule cogo.schedules)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  starts text := case when schedule.workflow is null then 'job' else 'workflow' end;
  body jsonb := coalesce(schedule.workflow, schedule.job);
  field text;
begin
  perform cogo.check_time_zone(schedule.time_zone);
  if cogo.next_due(schedule, schedule.anchor - interval '1 second') is null then
    perform cogo.refuse_argument(
      case when schedule.cron is null then 'every_seconds' else 'cron' end, 'no time matches it between starts_at and ends_at'
    );
  end if;

  if jsonb_typeof(body) <> 'object' then
    perform cogo.refuse_argument(starts, 'it must be an object');
  end if;
  select key into field from jsonb_object_keys(body) as key
  where key in ('idempotency_key', 'tenant_id', 'run_at', 'delay_seconds', 'after') limit 1;
  if field is not null then
    perform cogo.refuse_argument(starts, format('%s may not be given: the schedule sets it', field));
  end if;
  -- Whether it can be started is best told by starting it, and taking that back.
  begin
    perform cogo.start_bodies(starts, jsonb_build_array(
      cogo.fill_template(body, schedule.name, cogo.now_())
        || case when cogo.caller_tenant() is null then jsonb_build_object('tenant_id', schedule.tenant_id) else '{}' end
    ));
    raise sqlstate 'CG000';
  exception
    -- PGRST: a full queue, as it is raised over HTTP.
    when sqlstate 'CG000' or sqlstate 'PT429' or sqlstate 'PT503' or sqlstate 'PGRST' then null;
  end;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.check_sealed_key(sealed cogo.secure_keys, state text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  bound text := cogo.vault_env();
  kek text;
begin
  if (check_sealed_key.state in ('next', 'active')) is not true then
    perform cogo.refuse_argument('state', 'it must be next or active');
  end if;
  if sealed.env is distinct from bound then
    perform cogo.refuse_key_state(
      'write a key', format('APP_ENV is %s here and %s in the database', sealed.env, bound),
      'Call the key-vault of the right project, or set_vault_env when this database was moved.'
    );
  end if;
  if sealed.alg = 'plain' and (sealed.env <> 'dev') is not false then
    perform cogo.refuse_argument('alg', 'only APP_ENV=dev may store a key in clear');
  end if;
  if sealed.alg = 'A256GCM' then
    -- It is not destroyed before what it wraps is written.
    select known.state into kek from cogo.kek_registry as known where known.kek_id = sealed.kek_id for share;
    if (kek in ('active', 'retained')) is not true then
      perform cogo.refuse_key_state(
        'write a key', format('KEK %s is %s', coalesce(sealed.kek_id, 'none'), coalesce(kek, 'not registered')),
        'Register and activate it: npm run keys -- init.'
      );
    end if;
  end if;
  if (sealed.expires_at <= cogo.now_()) then
    perform cogo.refuse_argument('expires_at', 'it is over already');
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.check_time_zone(time_zone text)
 RETURNS void
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  -- Postgres also takes abbreviations and POSIX rules, which know no future change; and reading the list of names takes 0.1 s.
  if (check_time_zone.time_zone ~ '^(UTC|GMT|Etc/GMT(\+(\d|1[0-2])|-(\d|1[0-4]))|[A-Z][A-Za-z]+(/[A-Z][A-Za-z_-]+){1,2})$') is true then
    perform timestamptz '2000-01-01Z' at time zone check_time_zone.time_zone;
    return;
  end if;
  raise invalid_parameter_value;
exception
  when invalid_parameter_value then
    perform cogo.refuse_argument(
      'time_zone', format('%L is no IANA time zone, such as Europe/Berlin or UTC', left(check_time_zone.time_zone, 60))
    );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.claim_webhooks(worker text, want integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  at timestamptz := cogo.now_();
  settled bigint := cogo.settled_events();
  webhook cogo.subscriptions;
  leased jsonb;
  answer jsonb := '[]'::jsonb;
begin
  perform cogo.check_claim(claim_webhooks.worker, claim_webhooks.want, 'default');
  for webhook in
    select * from cogo.subscriptions as subscription
    where subscription.kind = 'webhook' and subscription.paused_at is null
      and (subscription.resume_at is null or subscription.resume_at <= at)
      and (subscription.leased_until is null or subscription.leased_until <= at)
      -- Due as cogo.webhooks_due says: however many others are not, none of them stands in the way.
      and (
        subscription.position_id < settled or subscription.position_ordinal < 2147483647 or subscription.leased_until is not null
        or exists (select from cogo.redeliveries as retry where retry.subscription_id = subscription.id and retry.due_at <= at)
      )
    order by subscription.position_id, subscription.position_ordinal, subscription.id
    limit 500
    for update skip locked
  loop
    leased := cogo.lease_batch(webhook, claim_webhooks.worker, 1000, settled, at);
    continue when leased is null;
    answer := answer || jsonb_build_array(leased || jsonb_build_object(
      'subscription_id', cogo.uuid_v7(webhook.created_at, webhook.id),
      'name', webhook.name,
      'url', webhook.url,
      'key_versions', to_jsonb(
        array[webhook.key_version] || case when webhook.previous_key_until > at then array[webhook.key_version - 1] else '{}' end
      )
    ));
    exit when jsonb_array_length(answer) >= claim_webhooks.want;
  end loop;
  return answer;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.compare_routes(policy_v1 bigint, policy_v2 bigint, since timestamp with time zone, before uuid, max_count integer)
 RETURNS SETOF jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  -- Before the query, where at is the column.
  from_time timestamptz := coalesce(compare_routes.since, at - interval '7 days');
  decision cogo.routing_decisions;
  missing bigint;
  unused record;
begin
  if (compare_routes.max_count between 1 and 2000) is not true then
    perform cogo.refuse_argument('max_count', 'it must be a number from 1 to 2000');
  elsif compare_routes.policy_v1 is not distinct from compare_routes.policy_v2 then
    perform cogo.refuse_argument('policy_v2', 'a policy is compared with another');
  end if;
  select asked.id into missing from unnest(array[compare_routes.policy_v1, compare_routes.policy_v2]) as asked (id)
  where not exists (select from cogo.routing_policies as policy where policy.policy_id = asked.id);
  if found then
    raise sqlstate 'PT404' using
      message = format('Cannot compare with policy %s: there is none', missing),
      detail = 'policy_not_found', hint = 'list_policies shows what there is.';
  end if;
  select policy.policy_id, policy.state into unused from cogo.routing_policies as policy
  where policy.policy_id in (compare_routes.policy_v1, compare_routes.policy_v2) and policy.state in ('draft', 'retired');
  if found then
    raise sqlstate 'PT409' using
      message = format('Cannot compare with policy %s: it is %s and has no lists', unused.policy_id, unused.state),
      detail = 'policy_state', hint = case unused.state
        when 'draft' then format('Call publish_policy(%s, ''shadow''): it then has lists and serves nobody.', unused.policy_id)
        else 'Compare with what serves now; create_policy makes a new version of the same body.' end;
  end if;
  for decision in
    select known.* from cogo.routing_decisions as known
    where known.policy_id in (compare_routes.policy_v1, compare_routes.policy_v2)
      and known.decision_id >= cogo.uuid_v7(from_time, 0)
      and (compare_routes.before is null or known.decision_id < compare_routes.before)
    order by known.decision_id desc
    limit compare_routes.max_count
  loop
    return next cogo.compare_decision(decision, compare_routes.policy_v1, compare_routes.policy_v2, at);
  end loop;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.cost_of(held cogo.reservations, usage jsonb, status text, http_status integer, OUT cost_nano bigint, OUT is_estimate boolean)
 RETURNS record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  price cogo.llm_prices;
begin
  if cost_of.usage is not null and held.price_id is not null then
    select known.* into price from cogo.llm_prices as known where known.price_id = held.price_id;
    cost_nano := cogo.price_usage(price, cost_of.usage);
  end if;
  is_estimate := cost_nano is null;
  if cost_nano is null and cost_of.status <> 'succeeded' and cost_of.usage is null
    and (held.state in ('reserved', 'freed') or (cost_of.status = 'failed' and cost_of.http_status between 400 and 599)) then
    -- No key was released, or the provider refused: nothing was used.
    cost_nano := 0;
    is_estimate := false;
  end if;
  cost_nano := coalesce(cost_nano, held.estimate_nano);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.destroy_kek(kek_id text, actor text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  known cogo.kek_registry;
  wrapped bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended('cogo.kek_registry', 0));
  -- Writers under it hold its row until they end: they are counted, or find it destroyed.
  select * into known from cogo.kek_registry as kek where kek.kek_id = destroy_kek.kek_id for update;
  select count(*) into wrapped from cogo.secure_keys as key where key.kek_id = destroy_kek.kek_id and key.state <> 'shredded';
  if known.state = 'destroyed' then
    return to_jsonb(known);
  elsif (known.state in ('staged', 'retained')) is not true then
    perform cogo.refuse_key_state('destroy the KEK', coalesce(known.kek_id || ' is ' || known.state, 'there is no such one'), 'Activate another one first.');
  elsif wrapped > 0 then
    perform cogo.refuse_key_state('destroy the KEK', format('%s keys are wrapped by it', wrapped), 'Rewrap them first: npm run keys -- rewrap.');
  end if;
  update cogo.kek_registry as kek set state = 'destroyed', changed_at = at where kek.kek_id = destroy_kek.kek_id
  returning kek.* into known;
  perform cogo.audit_key('kek', null, destroy_kek.actor, at, known.kek_id || ' is destroyed');
  return to_jsonb(known);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.drain_lane(lane_id smallint, heir smallint)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  update cogo.lanes as lane set
    state = case when lane.state = 'closed' then 'closed' else 'draining' end, moved_to_lane_id = drain_lane.heir, drained_xid = null
  where lane.lane_id = drain_lane.lane_id;
  if drain_lane.heir is null then
    return;
  end if;

  -- Whoever led here leads on to the heir at once, and whatever came here may stand there.
  update cogo.lanes as lane set moved_to_lane_id = drain_lane.heir where lane.moved_to_lane_id = drain_lane.lane_id;
  insert into cogo.lane_moves (from_lane_id, to_lane_id)
  select source.lane_id, drain_lane.heir
  from (
    select drain_lane.lane_id
    union
    select move.from_lane_id from cogo.lane_moves as move where move.to_lane_id = drain_lane.lane_id
  ) as source (lane_id)
  where source.lane_id <> drain_lane.heir
  on conflict do nothing;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.draw_budget_lease(amount_nano numeric, seconds integer, lease_id uuid, tenant_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  tenant uuid := coalesce(cogo.acting_tenant(draw_budget_lease.tenant_id), cogo.default_tenant());
  amount bigint := cogo.money_limit('amount_nano', draw_budget_lease.amount_nano);
  lease uuid := coalesce(draw_budget_lease.lease_id, cogo.uuid_v7(at, trunc(cogo.random_() * 4611686018427387000)::bigint));
  held cogo.reservations;
  answer jsonb;
begin
  if coalesce(amount, 0) = 0 then
    perform cogo.refuse_argument('amount_nano', 'it must be above 0');
  elsif draw_budget_lease.seconds is null or draw_budget_lease.seconds not between 1 and 86400 then
    perform cogo.refuse_argument('seconds', 'it must be from 1 to 86400');
  end if;
  -- One after the other: a repeat of what is being drawn waits for it.
  perform pg_advisory_xact_lock(hashtextextended(lease::text, 0));
  select known.* into held from cogo.reservations as known where known.decision_id = lease and known.attempt = 1;
  if held.decision_id is null then
    answer := cogo.reserve(
      lease, 1, tenant, cogo.caller_agent(), 0, null, null, amount, null, null, at + make_interval(secs => draw_budget_lease.seconds), at
    );
    if answer ->> 'outcome' <> 'reserved' then
      return cogo.refusal(
        'budget_exceeded', 402,
        format('Cannot draw %s nano-dollars: the budget of the %s has %s left', amount, answer ->> 'scope', answer ->> 'remaining_nano'),
        'Draw less, wait for resets_at, or ask an operator for a higher limit.', answer - 'outcome'
      );
    end if;
    update cogo.reservations as known set state = 'opened', opened_at = at
    where known.decision_id = lease and known.attempt = 1
    returning known.* into held;
  elsif held.tenant_id <> tenant or held.model_id <> 0 or held.estimate_nano <> amount then
    perform cogo.refuse_argument('lease_id', 'it is taken by something else');
  end if;
  return jsonb_build_object('lease_id', lease, 'amount_nano', amount, 'expires_at', held.expires_at);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.drop_closed(row_limit integer DEFAULT 5000)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  keep integer;
  jobs integer := 0;
  events integer := 0;
  workers integer := 0;
  workflows integer := 0;
begin
  if drop_closed.row_limit is null or drop_closed.row_limit not between 1 and 1000000 then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 1000000');
  end if;
  insert into cogo.retention default values on conflict do nothing;
  perform from cogo.retention for update skip locked;
  if not found then
    return jsonb_build_object('jobs', 0, 'events', 0, 'workers', 0, 'workflows', 0);
  end if;

  perform cogo.plan_walks();
  jobs := cogo.recheck_kept_back(at, 500);
  for keep in select walk.keep_seconds from cogo.retention_walks as walk where walk.kind = 'jobs' order by walk.keep_seconds loop
    jobs := jobs + cogo.walk_jobs(keep, at, drop_closed.row_limit - jobs);
    events := events + cogo.walk_events(keep, at, 4 * drop_closed.row_limit - events);
  end loop;
  perform cogo.heal_dependencies(at);
  if exists (select from cogo.worker_devices) then
    workers := cogo.forget_workers(at, 500);
  end if;
  if exists (select from cogo.workflows) then
    workflows := cogo.drop_workflows(at, drop_closed.row_limit);
  end if;
  update cogo.retention as total
  set
    dropped_jobs = total.dropped_jobs + jobs, dropped_events = total.dropped_events + events,
    dropped_workflows = total.dropped_workflows + workflows, dropped_at = at;
  return jsonb_build_object('jobs', jobs, 'events', events, 'workers', workers, 'workflows', workflows);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.drop_workflows(at timestamp with time zone, row_limit integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
AS $function$
#variable_conflict use_column
declare
  state cogo.retention;
  due timestamptz;
  page record;
  victims bigint[];
  dropped integer := 0;
begin
  select * into state from cogo.retention;
  due := drop_workflows.at - make_interval(secs => state.keep_workflows_seconds);
  -- In the order in which runs began, round and round: those that were on their way, or kept, are met again the next time.
  for turn in 1 .. 10 loop
    exit when dropped >= drop_workflows.row_limit;
    select max(flow.id) as last_id, count(*) as seen, max(flow.created_at) as began,
      array_agg(flow.id) filter (where flow.finished_at < due) as closed
    into page
    from (
      select known.id, known.created_at, known.finished_at from cogo.workflows as known
      where known.id > state.workflow_walk order by known.id limit 500
    ) as flow;
    victims := cogo.lock_outlived_flows(page.closed);
    dropped := dropped + cardinality(victims);
    delete from cogo.workflow_steps as begun where begun.workflow_id = any(victims);
    delete from cogo.workflow_signals as received where received.workflow_id = any(victims);
    delete from cogo.saga_log as log where log.workflow_id = any(victims);
    delete from cogo.workflows as flow where flow.id = any(victims);
    state.workflow_walk := case when page.seen = 500 and page.began < due then page.last_id else 0 end;
    exit when state.workflow_walk = 0;
  end loop;
  update cogo.retention as total set workflow_walk = state.workflow_walk where total.workflow_walk <> state.workflow_walk;
  return dropped;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.end_attempt(held cogo.reservations, failure jsonb, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  is_told boolean := (failure ->> 'http_status')::integer >= 400 or jsonb_typeof(failure -> 'usage') = 'object';
begin
  if held.state not in ('reserved', 'opened') or (held.grant_hash is null and not coalesce(is_told, false)) then
    return;
  elsif held.state = 'opened' and is_told then
    perform cogo.settle_item(jsonb_strip_nulls(jsonb_build_object(
      'decision_id', held.decision_id, 'attempt', held.attempt, 'status', 'failed', 'usage', failure -> 'usage',
      'http_status', failure -> 'http_status', 'retry_after_ms', failure -> 'retry_after_ms',
      'first_token_ms', failure -> 'first_token_ms', 'total_ms', failure -> 'total_ms'
    )), held.tenant_id, end_attempt.at);
    return;
  end if;
  -- Opened, and nobody knows whether it was billed: its caller settles it, or the reaper books the estimate.
  -- Its grant is over, which tells that health has heard of it.
  update cogo.reservations as known set grant_hash = null
  where known.decision_id = held.decision_id and known.attempt = held.attempt and known.state in ('reserved', 'opened');
  if not found then
    return;
  end if;
  perform cogo.note_outcome(
    held.model_id, held.key_id, 'failed', (failure ->> 'http_status')::integer, (failure ->> 'retry_after_ms')::bigint,
    (failure ->> 'first_token_ms')::integer, null, end_attempt.at
  );
  perform cogo.free_reservation(held.decision_id, held.attempt::integer);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.enqueue_actions(flow_ids bigint[], steps smallint[], items integer[], payloads jsonb[], at timestamp with time zone)
 RETURNS bigint[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  -- Only where something depends on it is each run's tenant asked for alone.
  by_tenant boolean := exists (select from cogo.routes) or exists (select from cogo.lanes as lane where lane.open_shards > 1);
  route record;
  made record;
begin
  route := cogo.step_routes(array(
    select plan.type
    from (select distinct item.flow_id, item.step from unnest(enqueue_actions.flow_ids, enqueue_actions.steps) as item (flow_id, step)) as item
    join cogo.workflows as flow on flow.id = item.flow_id
    join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = item.step
  ));

  with given as materialized (
    select
      item.*, flow.tenant_id, flow.created_at, flow.traceparent, plan.type, definition.saga,
      case when by_tenant and ruling.lane_id is not null
        then (cogo.job_route(plan.type, 'normal', null, flow.tenant_id)).lane_id else ruling.lane_id
      end as lane_id,
      ruling.lease_seconds, coalesce(plan.max_attempts, ruling.max_attempts) as max_attempts,
      case
        when ruling.lane_id is not null and ruling.payload_schema is null and jsonb_typeof(item.payload) = 'object'
          and octet_length(item.payload::text) <= 262144
          then null
        else cogo.payload_problem(plan.type, item.payload, ruling.lane_id, ruling.payload_schema)
      end as problem
    from unnest(enqueue_actions.flow_ids, enqueue_actions.steps, enqueue_actions.items, enqueue_actions.payloads)
      with ordinality as item (flow_id, step, item, payload, ordinal)
    join cogo.workflows as flow on flow.id = item.flow_id
    join cogo.workflow_definitions as definition on definition.id = flow.definition_id
    join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = item.step
    left join unnest(route.types, route.lanes, route.leases, route.limits, route.schemas)
      as ruling (type, lane_id, lease_seconds, max_attempts, payload_schema) on ruling.type = plan.type
    order by item.ordinal
  ),
  numbered as materialized (
    select given.*, case when problem is null then nextval('cogo.jobs_id_seq') end as job_id from given
  ),
  bodies as (
    insert into cogo.jobs (
      id, created_at, tenant_id, correlation_id, lane_id, lease_seconds, max_attempts, type, payload, traceparent
    )
    select
      job_id, enqueue_actions.at, tenant_id,
      -- cogo.uuid_v7(created_at, flow_id), written out as in claim_jobs.
      (
        lpad(to_hex((extract(epoch from created_at) * 1000000)::bigint / 1000), 12, '0') || '7'
        || lpad(to_hex((extract(epoch from created_at) * 1000000)::bigint % 1000 * 4096 / 1000), 3, '0')
        || to_hex((-9223372036854775808) | flow_id)
      )::uuid,
      lane_id, lease_seconds, max_attempts, type, payload, traceparent
    from numbered where job_id is not null
  ),
  links as (
    insert into cogo.step_jobs (job_id, workflow_id, item, step, role)
    select job_id, flow_id, item, step, 'action' from numbered where job_id is not null
  ),
  begun as (
    insert into cogo.workflow_steps (workflow_id, job_id, started_at, finished_at, item, step, state, error)
    select
      flow_id, job_id, enqueue_actions.at, case when problem is not null then enqueue_actions.at end, item, step,
      case when problem is null then 'running' else 'failed' end, problem
    from numbered
  ),
  told as (
    insert into cogo.saga_log (workflow_id, at, job_id, item, step, move)
    select flow_id, enqueue_actions.at, job_id, item, step, case when problem is null then 'action_started' else 'action_failed' end
    from numbered where saga
  )
  select
    array_agg(job_id order by ordinal) filter (where job_id is not null) as job_ids,
    array_agg(lane_id order by ordinal) filter (where job_id is not null) as lanes,
    array_agg(distinct flow_id) filter (where problem is not null) as failed
  into made from numbered;

  if made.job_ids is not null then
    if exists (select from cogo.tenant_bounds) then
      perform cogo.tell_loads(made.job_ids, 1);
    end if;
    perform cogo.record_events(array['job_enqueued'], made.job_ids, enqueue_actions.at, null, null, null);
    perform cogo.push_ready(
      made.job_ids, made.lanes, array_fill(1::smallint, array[cardinality(made.job_ids)]), enqueue_actions.at
    );
  end if;
  return coalesce(made.failed, '{}');
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.enqueue_follow_ups(flow_ids bigint[], steps smallint[], items integer[], confirm boolean, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  -- Only where something depends on it is each run's tenant asked for alone.
  by_tenant boolean := exists (select from cogo.routes) or exists (select from cogo.lanes as lane where lane.open_shards > 1);
  route record;
  made record;
begin
  route := cogo.step_routes(array(
    select case when enqueue_follow_ups.confirm then plan.confirm_type else plan.undo_type end
    from unnest(enqueue_follow_ups.flow_ids, enqueue_follow_ups.steps) as item (flow_id, step)
    join cogo.workflows as flow on flow.id = item.flow_id
    join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = item.step
  ));

  with given as materialized (
    select
      begun.workflow_id, begun.step, begun.item, flow.tenant_id, flow.traceparent, ruling.type, ruling.lease_seconds, ruling.most,
      case when by_tenant and ruling.lane_id is not null
        then (cogo.job_route(ruling.type, 'normal', null, flow.tenant_id)).lane_id else ruling.lane_id
      end as lane_id,
      cogo.uuid_v7(flow.created_at, flow.id) as correlation_id,
      (select cogo.uuid_v7(job.created_at, job.id) from cogo.jobs as job where job.id = begun.job_id) as cause,
      coalesce(case when enqueue_follow_ups.confirm then plan.confirm_max_attempts else plan.undo_max_attempts end, ruling.most) as max_attempts,
      case when enqueue_follow_ups.confirm then 'confirm' when plan.kind = 'tcc' then 'cancel' else 'compensation' end as role,
      jsonb_build_object(
        'input', cogo.action_input(flow.id, flow.input, plan, begun.job_id, begun.item), 'result', begun.result,
        'step', plan.name, 'workflow_id', cogo.uuid_v7(flow.created_at, flow.id)
      ) || case when begun.item >= 0 then jsonb_build_object('index', begun.item) else '{}' end as payload
    from unnest(enqueue_follow_ups.flow_ids, enqueue_follow_ups.steps, enqueue_follow_ups.items) with ordinality
      as wanted (flow_id, step, item, ordinal)
    join cogo.workflow_steps as begun
      on begun.workflow_id = wanted.flow_id and begun.step = wanted.step and begun.item = wanted.item
    join cogo.workflows as flow on flow.id = wanted.flow_id
    join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = wanted.step
    left join unnest(route.types, route.lanes, route.leases, route.limits) as ruling (type, lane_id, lease_seconds, most)
      on ruling.type = case when enqueue_follow_ups.confirm then plan.confirm_type else plan.undo_type end
    order by wanted.ordinal
  ),
  numbered as materialized (
    select given.*, nextval('cogo.jobs_id_seq') as job_id from given where lane_id is not null
  ),
  bodies as (
    insert into cogo.jobs (
      id, created_at, tenant_id, correlation_id, cause, lane_id, lease_seconds, max_attempts, type, payload, traceparent
    )
    select
      job_id, enqueue_follow_ups.at, tenant_id, correlation_id, cause, lane_id, lease_seconds, max_attempts, type, payload, traceparent
    from numbered
  ),
  links as (
    insert into cogo.step_jobs (job_id, workflow_id, item, step, role) select job_id, workflow_id, item, step, role from numbered
  ),
  followed as (
    update cogo.workflow_steps as begun
    set follow_up = case when enqueue_follow_ups.confirm then 'confirming' else 'compensating' end, follow_job_id = numbered.job_id
    from numbered
    where begun.workflow_id = numbered.workflow_id and begun.step = numbered.step and begun.item = numbered.item
  ),
  told as (
    insert into cogo.saga_log (workflow_id, at, job_id, item, step, move)
    select workflow_id, enqueue_follow_ups.at, job_id, item, step, role || '_started' from numbered
  ),
  -- No lane takes the type: an undo may not be left out, so the sweep tries again until an operator has opened one.
  late as (
    insert into cogo.flow_inbox (workflow_id, kind) select distinct workflow_id, 'retry' from given where lane_id is null
  )
  select array_agg(job_id order by job_id) as job_ids, array_agg(lane_id order by job_id) as lanes into made from numbered;

  if made.job_ids is not null then
    if exists (select from cogo.tenant_bounds) then
      perform cogo.tell_loads(made.job_ids, 1);
    end if;
    perform cogo.record_events(array['job_enqueued'], made.job_ids, enqueue_follow_ups.at, null, null, null);
    perform cogo.push_ready(
      made.job_ids, made.lanes, array_fill(1::smallint, array[cardinality(made.job_ids)]), enqueue_follow_ups.at
    );
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.event_envelope(event cogo.events, job cogo.jobs)
 RETURNS TABLE(id uuid, version text, type text, ts timestamp with time zone, trace_id text, correlation_id uuid, cause uuid, tenant_id uuid, actor jsonb, payload jsonb, schema jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  job_uuid uuid := cogo.uuid_v7(job.created_at, job.id);
  ended cogo.attempts;
  held_now record;
begin
  -- An event names one fence for its whole batch; the job's own rows know under which one it stood. A fence that agrees
  -- comes first, since a clock may give several holds the same time.
  if event.type <> 'job_enqueued' then
    select past.* into ended from cogo.attempts as past
    where past.job_id = job.id and event.ts = case event.type
      when 'job_claimed' then past.claimed_at when 'job_started' then past.started_at else past.finished_at
    end
    order by past.fence = event.fence desc, past.fence desc limit 1;
  end if;
  if event.type in ('job_claimed', 'job_started') and ended.fence is distinct from event.fence then
    select hold.fence, hold.attempt, claim.worker into held_now
    from cogo.held as hold join cogo.claims as claim on claim.fence = hold.fence
    where hold.job_id = job.id and (ended.fence is null or hold.fence = event.fence);
    if found then
      ended.fence := held_now.fence;
      ended.attempt := held_now.attempt;
      ended.worker := held_now.worker;
    end if;
  end if;
  id := cogo.uuid_v7(event.ts, (event.id << 24) | array_position(event.job_ids, job.id));
  version := '1';
  type := event.type;
  ts := event.ts;
  trace_id := substr(job.traceparent, 4, 32);
  correlation_id := coalesce(job.correlation_id, job_uuid);
  cause := job_uuid;
  tenant_id := job.tenant_id;
  actor := jsonb_build_object('agent', coalesce(ended.worker, event.actor, 'cogo'), 'role', 'system');
  payload := jsonb_strip_nulls(jsonb_build_object(
    'job_id', job.id, 'type', job.type, 'fence', coalesce(ended.fence, event.fence), 'attempt', ended.attempt,
    'error', case when event.type not in ('job_claimed', 'job_started') then ended.error end,
    'compensated_job_id', case when event.type = 'job_compensated' then (
      select undone.job_id from cogo.workflow_steps as undone
      where undone.workflow_id = cogo.uuid_number(job.correlation_id) and undone.follow_job_id = job.id
    ) end
  ));
  schema := jsonb_build_object('namespace', 'cogo.jobs', 'name', event.type, 'hash', cogo.event_schema_hash(event.type));
  return next;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.find_accounts(decision_id uuid, attempt integer, tenant_id uuid, agent_id uuid, estimate_nano bigint, at timestamp with time zone, OUT window_ids bigint[], OUT fits boolean)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  subjects text[];
begin
  if find_accounts.attempt > 1 then
    select held.window_ids, true into window_ids, fits
    from cogo.reservations as held
    where held.decision_id = find_accounts.decision_id and held.tenant_id = find_accounts.tenant_id
    order by held.attempt limit 1;
    if found then
      return;
    end if;
  end if;

  subjects := array[
    'organisation',
    'tenant:' || find_accounts.tenant_id::text,
    'project:' || find_accounts.tenant_id::text || ':' || cogo.claim('project_id'),
    'agent:' || find_accounts.tenant_id::text || ':' || find_accounts.agent_id::text
  ];
  for round in 1 .. 2 loop
    select array_agg(found.window_id), coalesce(bool_and(found.fits), true)
    into window_ids, fits
    from (
      select account.window_id, account.limit_nano is null or find_accounts.estimate_nano = 0
        or account.limit_nano - account.reserved_nano - account.spent_nano - account.debt_nano >= find_accounts.estimate_nano as fits
      from cogo.budgets as budget
      left join cogo.budget_windows as account
        on account.budget_id = budget.budget_id
        and account.opens_at = case budget.period
          when 'total' then '-infinity' else date_trunc(budget.period, find_accounts.at, 'UTC')
        end
      where budget.subject = any (subjects)
      order by budget.depth, budget.budget_id
    ) as found;
    exit when window_ids is null or array_position(window_ids, null) is null;
    perform cogo.open_windows(subjects, find_accounts.at);
  end loop;
  window_ids := array_remove(coalesce(window_ids, '{}'), null);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.find_workflow(workflow_id uuid)
 RETURNS cogo.workflows
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  known cogo.workflows;
begin
  -- The number stands in the last 62 bits of the id (docs/adr/0003); the time before it proves that the id is whole.
  select flow.* into known from cogo.workflows as flow
  where flow.id = cogo.uuid_number(find_workflow.workflow_id)
    and cogo.uuid_v7(flow.created_at, flow.id) = find_workflow.workflow_id and (tenant is null or flow.tenant_id = tenant);
  if known.id is null then
    raise sqlstate 'PT404' using
      message = format('Cannot find workflow %s: there is no such run', coalesce(find_workflow.workflow_id::text, 'null')),
      detail = 'workflow_not_found',
      hint = 'Check the id; list_workflows shows the runs you may see.';
  end if;
  return known;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.fire_runs(schedule_ids bigint[], due_ats timestamp with time zone[], at timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  kind record;
  fired integer := 0;
  said_state text;
  said_message text;
  said_detail text;
begin
  for kind in
    select run.starts, array_agg(run.schedule_id) as ids, array_agg(run.due_at) as due, jsonb_agg(run.body) as bodies,
      array_agg(run.schedule_id) filter (where run.overlap <> 'allow') as watched
    from cogo.run_bodies(fire_runs.schedule_ids, fire_runs.due_ats) as run
    group by run.starts
  loop
    begin
      with work as (
        select * from cogo.start_bodies(kind.starts, kind.bodies)
      )
      update cogo.schedule_runs as run
      set state = 'started', job_id = work.job_id, workflow_id = work.workflow_id, settled_at = fire_runs.at,
        wake_at = null, reason = null, error = null
      from unnest(kind.ids, kind.due) with ordinality as given (schedule_id, due_at, place)
      join work on work.place = given.place
      where run.schedule_id = given.schedule_id and run.due_at = given.due_at;
      fired := fired + cardinality(kind.ids);
      if kind.watched is not null then
        update cogo.schedules as schedule set last_started_due_at = given.due_at
        from unnest(kind.ids, kind.due) as given (id, due_at)
        where schedule.id = given.id and schedule.id = any(kind.watched);
      end if;
    exception when others then
      get stacked diagnostics said_state = returned_sqlstate, said_message = message_text, said_detail = pg_exception_detail;
      -- A full queue, as it is raised over HTTP.
      if said_state = 'PGRST' then
        said_detail := said_message::jsonb ->> 'details';
        said_state := said_message::jsonb ->> 'code';
        said_message := said_message::jsonb ->> 'message';
      end if;
      if cardinality(kind.ids) > 1 then
        -- One that cannot start must not keep the others from it.
        for nth in 1..cardinality(kind.ids) loop
          fired := fired + cogo.fire_runs(kind.ids[nth:nth], kind.due[nth:nth], fire_runs.at);
        end loop;
      else
        perform cogo.refuse_run(kind.ids[1], kind.due[1], fire_runs.at, said_state, said_message, said_detail);
      end if;
    end;
  end loop;
  return fired;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.fold_outcomes()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  notes cogo.outcome_notes[];
  note cogo.outcome_notes;
  health cogo.provider_health;
begin
  -- Who came back gets twice its share at each tick. First: who comes back in this one begins with its tenth.
  update cogo.provider_health as known
  set share = least(known.share * 2, 100), trips = case when known.share >= 50 then 0 else known.trips end
  where known.state = 'closed' and known.share < 100;
  with taken as (
    delete from cogo.outcome_notes as known
    where known.note_id in (select oldest.note_id from cogo.outcome_notes as oldest order by oldest.note_id limit 20000)
    returning known.*
  )
  select array_agg(taken::cogo.outcome_notes order by model_id, note_id) into notes from taken;
  notes := coalesce(notes, '{}');
  perform cogo.fold_key_outcomes(notes);
  perform cogo.fold_minutes(notes);

  foreach note in array notes loop
    continue when cogo.outcome_kind(note.status, note.http_status) not in ('failed', 'succeeded');
    if health.model_id is distinct from note.model_id then
      perform cogo.save_health(health);
      select known.* into health from cogo.provider_health as known where known.model_id = note.model_id for update;
      if not found then
        continue when not exists (select from cogo.llm_models as model where model.model_id = note.model_id);
        insert into cogo.provider_health (model_id, changed_at) values (note.model_id, note.at) returning * into health;
      end if;
    end if;
    health := cogo.judge_outcome(health, note);
  end loop;
  perform cogo.save_health(health);
  return cardinality(notes);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.follow_route(decision cogo.routing_decisions, list cogo.route_lists, held cogo.reservations, failure jsonb, at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  keys record;
  ordered record;
  issued record;
  refused jsonb;
  wait_ms bigint;
begin
  select found.* into keys from cogo.usable_keys(list, decision.tenant_id, follow_route.at) as found;
  select found.* into ordered from cogo.follow_order(decision, list, held.model_id, follow_route.at) as found;
  select done.* into issued from cogo.issue_in_order(
    decision, held.attempt + 1, list, ordered.model_ids, ordered.price_ids, ordered.states, keys.providers, keys.key_ids, follow_route.at
  ) as done;
  refused := issued.refused;
  if issued.route is null and ordered.repeats is not null then
    -- Nobody else is left: the same once more, after a pause.
    select done.* into issued from cogo.issue_in_order(
      decision, held.attempt + 1, list, array[held.model_id], array[held.price_id], array[0::smallint],
      keys.providers, keys.key_ids, follow_route.at
    ) as done;
    refused := coalesce(refused, issued.refused);
    wait_ms := greatest(least(coalesce((failure ->> 'retry_after_ms')::bigint, 0), 30000), 250 * 2 ^ held.attempt);
  end if;
  if issued.route is null then
    if keys.opens_at is not null and refused is null then
      return cogo.refusal(
        'rate_limited', 429, 'Cannot route further: what is left of the candidates is throttled by its provider',
        'Send again after retry_after_ms.',
        jsonb_build_object('retry_after_ms', ceil(extract(epoch from keys.opens_at - follow_route.at) * 1000), 'rejected', keys.shut)
      );
    end if;
    return case when refused is not null then cogo.budget_exceeded(refused)
      else cogo.no_candidate(list, decision.context || jsonb_build_object('passed', coalesce(issued.passed, '[]')), null, follow_route.at) end;
  end if;
  return cogo.route_answer(decision, list, issued.route, ordered.model_ids)
    || jsonb_strip_nulls(jsonb_build_object('wait_ms', wait_ms));
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.forget_routes()
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  sessions integer;
  minutes integer;
  keys integer;
begin
  delete from cogo.route_sessions as session where session.used_at < at - interval '1 day';
  get diagnostics sessions = row_count;
  delete from cogo.provider_health_minutes as kept where kept.minute < at - interval '7 days';
  get diagnostics minutes = row_count;
  delete from cogo.key_health as health where health.state = 'throttled' and health.until < at - interval '1 day';
  get diagnostics keys = row_count;
  return jsonb_build_object('sessions', sessions, 'minutes', minutes, 'keys', keys);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.get_reply(job_id bigint, request_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  job cogo.jobs;
  final cogo.attempts;
  timed_out boolean;
begin
  if (get_reply.job_id is null) = (get_reply.request_id is null) then
    perform cogo.refuse_argument('job_id and request_id', 'give one of them');
  end if;
  select * into job from cogo.jobs as known
  where known.id = coalesce(get_reply.job_id, cogo.uuid_number(get_reply.request_id))
    and (get_reply.request_id is null or cogo.uuid_v7(known.created_at, known.id) = get_reply.request_id)
    and (tenant is null or known.tenant_id = tenant);
  if job.id is null then
    raise sqlstate 'PT404' using
      message = format('Cannot find request %s: there is no such job', coalesce(get_reply.request_id::text, get_reply.job_id::text)),
      detail = 'job_not_found',
      hint = 'Check the number; list_jobs shows the jobs you may see.';
  end if;

  perform cogo.expire_requests(job.id, cogo.now_(), 1);
  select * into final from cogo.attempts as ended where ended.job_id = job.id and ended.final;
  timed_out := exists (
    select from cogo.requests as asked where asked.job_id = job.id and asked.timed_out_at is not null
  ) and coalesce(final.outcome = 'cancelled', true);
  return jsonb_build_object(
    'request_id', cogo.uuid_v7(job.created_at, job.id),
    'job_id', job.id,
    'state', case
      when timed_out then 'timed_out'
      when final.outcome is null then 'pending'
      when final.outcome = 'succeeded' then 'replied'
      else 'failed'
    end,
    'result', final.result,
    'error', case
      when timed_out then jsonb_build_object('class', 'permanent', 'reason', 'timeout', 'message', 'the request timed out')
      when final.outcome = 'cancelled' then coalesce(final.error, jsonb_build_object('message', 'the job was cancelled'))
      else final.error
    end
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.health_seen(at timestamp with time zone)
 RETURNS TABLE(model_id bigint, state smallint, share smallint, error_rate real, first_token_ms real, tokens_per_second real, in_flight integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query
  with shown as (
    select seen.*
    from cogo.routing_clock as clock
    join cogo.routing_snapshots as snapshot on snapshot.snapshot_id = clock.snapshot_id
    cross join lateral unnest(
      snapshot.model_ids, snapshot.error_rates, snapshot.first_token_ms, snapshot.tokens_per_second
    ) as seen (model_id, error_rate, first_token_ms, tokens_per_second)
  ),
  open_attempts as (
    select held.model_id, (2 ^ floor(log(2, count(*))))::integer as in_flight
    from cogo.reservations as held
    where held.state in ('reserved', 'opened') and held.expires_at > health_seen.at
      -- Leases are of no model.
      and held.model_id <> 0
    group by held.model_id
  ),
  seen as (
    select model_id,
      case health.state when 'half_open' then 3 when 'open' then case when health.retry_at <= health_seen.at then 2 else 1 end else 0 end::smallint as state,
      coalesce(health.share, 100::smallint) as share,
      cogo.steady(health.error_rate, shown.error_rate, 0.02, 0.1) as error_rate,
      cogo.steady(health.first_token_ms, shown.first_token_ms, 1, 0.1) as first_token_ms,
      cogo.steady(health.tokens_per_second, shown.tokens_per_second, 0.1, 0.1) as tokens_per_second,
      coalesce(busy.in_flight, 0) as in_flight
    from cogo.provider_health as health
    full join open_attempts as busy using (model_id)
    left join shown using (model_id)
  )
  select seen.* from seen
  where (seen.state, seen.share, seen.error_rate, seen.in_flight) <> (0, 100, 0, 0)
    or seen.first_token_ms is not null or seen.tokens_per_second is not null;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.insert_flows(workflows jsonb, at timestamp with time zone)
 RETURNS TABLE(ordinal bigint, flow_id bigint, created boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  given record;
  clash record;
begin
  perform cogo.check_flows(insert_flows.workflows, tenant is null);
  select
    array_agg(nextval('cogo.workflows_id_seq') order by item.ordinal) as ids,
    array_agg(kind.definition_id order by item.ordinal) as definitions,
    array_agg(coalesce(tenant, (item.flow ->> 'tenant_id')::uuid, cogo.default_tenant()) order by item.ordinal) as tenants,
    array_agg(case when item.flow ->> 'idempotency_key' is not null then cogo.short_hash(format(
      'idem_flow:%s:%s:%s', coalesce(tenant, (item.flow ->> 'tenant_id')::uuid, cogo.default_tenant()),
      item.flow ->> 'name', item.flow ->> 'idempotency_key'
    )) end order by item.ordinal) as hashes,
    array_agg(case when item.flow ->> 'idempotency_key' is not null then cogo.short_hash(jsonb_build_object(
      'input', coalesce(item.flow -> 'input', '{}'), 'version', item.flow -> 'version'
    )::text) end order by item.ordinal) as bodies,
    array_agg(item.flow order by item.ordinal) as flows
  into given
  from jsonb_array_elements(insert_flows.workflows) with ordinality as item (flow, ordinal)
  join cogo.flow_kinds(insert_flows.workflows) as kind
    on kind.name = item.flow ->> 'name' and kind.asked is not distinct from (item.flow ->> 'version')::integer;

  -- In hash order, so two batches that share keys wait for each other instead of locking each other out.
  insert into cogo.workflows (
    id, created_at, tenant_id, definition_id, idempotency_hash, body_hash, cause, correlation_id, traceparent, input, state
  )
  select
    item.id, insert_flows.at, item.tenant_id, item.definition_id, item.hash, item.body, (item.flow ->> 'cause')::uuid,
    (item.flow ->> 'correlation_id')::uuid, item.flow ->> 'traceparent', coalesce(item.flow -> 'input', '{}'), 'running'
  from unnest(given.ids, given.definitions, given.tenants, given.hashes, given.bodies, given.flows)
    as item (id, definition_id, tenant_id, hash, body, flow)
  order by item.hash, item.id
  on conflict (idempotency_hash) where idempotency_hash is not null do nothing;

  return query
  select item.ordinal, coalesce(made.id, first.id), made.id is not null
  from unnest(given.ids, given.hashes) with ordinality as item (id, hash, ordinal)
  left join cogo.workflows as made on made.id = item.id
  left join cogo.workflows as first on first.idempotency_hash = item.hash and made.id is null;

  select item.ordinal - 1 as place, cogo.uuid_v7(first.created_at, first.id) as id into clash
  from unnest(given.hashes, given.bodies) with ordinality as item (hash, body, ordinal)
  join cogo.workflows as first on first.idempotency_hash = item.hash
  where first.body_hash <> item.body
  order by item.ordinal
  limit 1;
  if found then
    raise sqlstate 'PT409' using
      message = format('Cannot start workflows[%s]: its idempotency_key belongs to workflow %s, which has another input', clash.place, clash.id),
      detail = 'idempotency_conflict',
      hint = 'Use a new key for a new run, or send the first input again to get the first run.';
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.issue_decision(decision cogo.routing_decisions, list cogo.route_lists, model_ids bigint[], price_ids bigint[], states smallint[], providers smallint[], key_ids uuid[])
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  kept cogo.routing_decisions := issue_decision.decision;
  issued record;
begin
  issued := cogo.issue_in_order(
    kept, 1, list, issue_decision.model_ids, issue_decision.price_ids, issue_decision.states,
    issue_decision.providers, issue_decision.key_ids, kept.at
  );

  if issued.passed is not null then
    kept.context := kept.context || jsonb_build_object('passed', issued.passed);
    if issued.route is null then
      delete from cogo.routing_decisions as known where known.decision_id = kept.decision_id;
      return case when issued.refused is null
        then cogo.no_candidate(list, kept.context, null, kept.at) else cogo.budget_exceeded(issued.refused) end;
    end if;
    kept.choice := (issued.route -> 'model_id')::bigint;
    update cogo.routing_decisions as known set choice = kept.choice, context = kept.context
    where known.decision_id = kept.decision_id;
  end if;
  if kept.context ? 'session' then
    perform cogo.warm_session(kept.context, kept.choice, kept.at);
  end if;
  return cogo.route_answer(kept, list, issued.route, issue_decision.model_ids);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.issue_in_order(decision cogo.routing_decisions, attempt integer, list cogo.route_lists, model_ids bigint[], price_ids bigint[], states smallint[], providers smallint[], key_ids uuid[], at timestamp with time zone, OUT route jsonb, OUT passed jsonb, OUT refused jsonb)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  input bigint := (decision.context -> 'context_tokens')::bigint;
  output bigint := case when decision.context ->> 'service' = 'embeddings' then 0
    else coalesce((decision.context -> 'max_output_tokens')::bigint, list.terms[10]::bigint) end;
  expires_at timestamptz := issue_in_order.at + list.terms[13] * interval '1 second';
  below_nano bigint;
  is_served boolean;
  key_id uuid;
  place integer;
  estimate bigint;
  reason text;
  is_probe boolean;
  grant_text text;
  held jsonb;
begin
  for nth in 1 .. cardinality(issue_in_order.model_ids) loop
    -- As they are now: what was switched off since the last tick is not called. The estimate counts no cache, so it holds when the cache is cold.
    select known.enabled and coalesce(known.sunset_at > issue_in_order.at, true), known.place,
      array_position(issue_in_order.providers, array_position(list.providers, known.provider)::smallint),
      coalesce(cogo.estimate_nano(price, input, 0, output), ceil((input + output)::numeric * list.terms[16]::numeric / 1000000)::bigint)
    into is_served, route, place, estimate
    from cogo.route_places as known
    left join cogo.llm_prices as price on price.price_id = issue_in_order.price_ids[nth]
    where known.model_id = issue_in_order.model_ids[nth];
    key_id := issue_in_order.key_ids[place];
    -- Rates of keys come behind the accounts where a budget refused one, or next_route freed one, before: whom to ask is known here only.
    reason := case
      when is_served is not true then 'disabled'
      when place is null then 'key'
      when estimate > least((decision.context -> 'max_cost_nano')::double precision, list.terms[15]) then 'price_ceiling'
      when estimate >= below_nano then 'budget'
      when issue_in_order.states[nth] = 2 and not cogo.claim_probe(issue_in_order.model_ids[nth], issue_in_order.at) then 'breaker_open'
      when key_id is not null and cogo.take_key_rates(key_id, input + output, issue_in_order.at) is not null then 'key_rate'
    end;
    is_probe := issue_in_order.states[nth] = 2 and coalesce(reason = 'key_rate', true);
    if reason is null then
      grant_text := gen_random_uuid()::text;
      held := cogo.reserve(
        decision.decision_id, issue_in_order.attempt, decision.tenant_id, decision.agent_id, issue_in_order.model_ids[nth],
        issue_in_order.price_ids[nth], key_id, estimate, sha256(convert_to(grant_text, 'UTF8')), expires_at, expires_at, issue_in_order.at
      );
      if held ->> 'outcome' = 'reserved' then
        route := route || jsonb_build_object(
          'attempt', issue_in_order.attempt, 'grant', grant_text, 'grant_expires_at', expires_at, 'estimate_nano', estimate,
          'limits', jsonb_build_object('remaining_nano', held -> 'remaining_nano', 'requests_remaining', null)
        );
        return;
      end if;
      reason := 'budget';
      below_nano := estimate;
      refused := coalesce(refused, held - 'outcome');
    end if;
    if is_probe then
      -- Nobody was called: the next one may try.
      update cogo.provider_health as health set probe_until = null where health.model_id = issue_in_order.model_ids[nth];
    end if;
    passed := coalesce(passed, '[]') || jsonb_build_array(jsonb_build_array(issue_in_order.model_ids[nth], reason));
    route := null;
  end loop;
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

  -- What makes claims look for keys at all, whatever limits operators set and remove. Written once in the life of a database.
  if not exists (select from cogo.limits where limits.scope = 'key' and limits.name is null) then
    insert into cogo.limits (scope, reason, changed_at) values ('key', 'Keys are in use; their types limit them.', cogo.now_())
    on conflict do nothing;
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.keep_bounds(at timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  tenant uuid;
  bound cogo.tenant_bounds;
  room bigint;
  entered integer := 0;
begin
  if exists (select from cogo.tenant_bounds as fresh where not fresh.is_counted) then
    if not exists (
      select from cogo.tenant_bounds as fresh
      where not fresh.is_counted
        and (fresh.counting_xid is null or pg_snapshot_xmin(pg_current_snapshot()) < fresh.counting_xid)
    ) then
      perform cogo.count_tenants();
    end if;
    update cogo.tenant_bounds set counting_xid = pg_current_xact_id() where ctid = any (array(
      select fresh.ctid from cogo.tenant_bounds as fresh
      where not fresh.is_counted and fresh.counting_xid is null for update skip locked
    ));
  end if;

  for tenant in
    select load.tenant_id from cogo.tenant_loads as load group by load.tenant_id having count(*) > 10 limit 100
  loop
    perform cogo.fold_load(tenant);
  end loop;

  -- From tenant to tenant by the index: there may be many jobs of few.
  select first.tenant_id into tenant from cogo.over_bound as first order by first.tenant_id limit 1;
  while tenant is not null loop
    bound := cogo.bound_of(tenant);
    room := case when bound.policy is null then 1000 else bound.max_open - cogo.tenant_load(tenant) end;
    if room > 0 then
      entered := entered + cogo.let_in(tenant, room, keep_bounds.at);
    end if;
    select next.tenant_id into tenant from cogo.over_bound as next
    where next.tenant_id > tenant order by next.tenant_id limit 1;
  end loop;
  -- Nobody tells any more what becomes of them: a bound set later would count jobs that have long closed.
  delete from cogo.tenant_loads where ctid = any (array(
    select load.ctid from cogo.tenant_loads as load
    where not exists (select from cogo.tenant_bounds as known where known.tenant_id is null or known.tenant_id = load.tenant_id)
    for update skip locked
  ));
  return entered;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.list_workflows(only_state text, name_prefix text, before_workflow_id uuid, row_limit integer)
 RETURNS TABLE(workflow_id uuid, tenant_id uuid, name text, version integer, state text, created_at timestamp with time zone, finished_at timestamp with time zone, parent_workflow_id uuid, next_before_workflow_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  newest bigint := coalesce(pg_sequence_last_value('cogo.workflows_id_seq'::regclass), 0);
  oldest bigint;
begin
  if (only_state in ('running', 'confirming', 'compensating', 'stuck', 'succeeded', 'failed', 'compensated', 'cancelled')) is false then
    perform cogo.refuse_argument('only_state', 'it must be running, confirming, compensating, stuck, succeeded, failed, compensated or cancelled');
  end if;
  if row_limit is null or row_limit not between 1 and 1000 then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 1000');
  end if;
  newest := least(newest, cogo.uuid_number(before_workflow_id) - 1);

  -- Windows of ids, as list_jobs reads them (docs/adr/0008).
  for turn in 1 .. 100 loop
    exit when newest < 1;
    oldest := greatest(newest - 9999, 1);
    return query select * from cogo.list_flow_window(only_state, name_prefix, tenant, oldest, newest, row_limit);
    if found then
      return;
    end if;
    newest := oldest - 1;
  end loop;
  if newest >= 1 then
    next_before_workflow_id := cogo.uuid_v7(cogo.now_(), oldest);
    return next;
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.lock_flows_of(job_ids bigint[])
 RETURNS bigint[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  flow_ids bigint[];
begin
  flow_ids := array(
    select flow.id from cogo.workflows as flow
    where flow.id in (select link.workflow_id from cogo.step_jobs as link where link.job_id = any(lock_flows_of.job_ids))
    order by flow.id
    for update
  );
  if flow_ids <> '{}' then
    perform set_config('cogo.flow_locks', 'held', true);
  end if;
  return flow_ids;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.message_place(message_id uuid, OUT event_id bigint, OUT ordinal integer)
 RETURNS record
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  tail bigint := cogo.uuid_number(message_place.message_id);
begin
  event_id := tail >> 24;
  ordinal := tail & 16777215;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.metrics_keys()
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  at timestamptz := cogo.now_();
begin
  if tenant is not null then
    raise sqlstate 'PT403' using
      message = 'Cannot list keys: the token speaks for one tenant', detail = 'operators_only', hint = 'Call with a secret key.';
  end if;
  return jsonb_build_object(
    'at', at, 'env', cogo.vault_env(),
    'keys', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'key_id', key.key_id, 'tenant_id', key.tenant_id, 'provider', key.provider, 'field', key.field, 'alias', key.alias,
        'service', key.service, 'resource', key.resource, 'region', key.region, 'env', key.env, 'version', key.version,
        'state', key.state, 'last4', key.last4, 'shared', key.shared, 'created_at', key.created_at, 'last_used_at', key.last_used_at,
        'expires_at', key.expires_at, 'rotate_after', key.rotate_after, 'retires_at', key.retires_at,
        'alerts', coalesce(due.alerts, '[]'),
        'refused', (
          select jsonb_build_object('state', health.state, 'until', health.until, 'http_status', health.http_status)
          from cogo.key_health as health where health.key_id = key.key_id and (health.state = 'dead' or health.until > at)
        )
      ) order by key.provider, key.alias, key.version desc), '[]')
      from (
        select known.* from cogo.secure_keys as known
        where known.state in ('next', 'active', 'retiring') order by known.key_id desc limit 100
      ) as key
      left join (
        select warning.key_id, jsonb_agg(warning.alert order by warning.due_at) as alerts
        from cogo.key_alerts(at) as warning group by warning.key_id
      ) as due on due.key_id = key.key_id
    )
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.metrics_places(tenant uuid)
 RETURNS TABLE(executor text, place text, jobs bigint, is_capped boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query
  with standing as materialized (
    (
      select held.job_id, case when held.started_at is null then 'assigned' else 'running' end as place, 'held' as kind
      from cogo.held limit 20000
    )
    union all
    (select waiting.job_id, 'waiting', 'waiting' from cogo.waiting limit 20000)
    union all
    (select blocked.job_id, 'blocked', 'blocked' from cogo.blocked limit 20000)
    union all
    -- Out of their lane until a limit has a permit for them, it is their tenant's turn, or its bound has room.
    (select parked.job_id, 'waiting', 'parked' from cogo.parked limit 20000)
    union all
    (select backlog.job_id, 'waiting', 'backlog' from cogo.backlog limit 20000)
    union all
    (select over_bound.job_id, 'waiting', 'over_bound' from cogo.over_bound limit 20000)
  ),
  full_kind as (
    select standing.kind from standing group by standing.kind having count(*) = 20000
  )
  select lane.executor, standing.place, count(*), standing.kind in (select full_kind.kind from full_kind)
  from standing
  -- By key, one after the other: a hash join would read all jobs there ever were.
  cross join lateral (
    select job.lane_id, job.tenant_id from cogo.jobs as job where job.id = standing.job_id limit 1
  ) as body
  left join cogo.lanes as lane on lane.lane_id = body.lane_id
  where metrics_places.tenant is null or body.tenant_id = metrics_places.tenant
  group by lane.executor, standing.place, standing.kind;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.next_route(decision_id uuid, failure jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  decision cogo.routing_decisions := cogo.own_decision(next_route.decision_id);
  at timestamptz := cogo.now_();
  held cogo.reservations;
  list cogo.route_lists;
  may_follow boolean;
  limited jsonb;
  answer jsonb;
begin
  perform set_config('synchronous_commit', 'off', true);
  perform cogo.check_failure(failure);
  -- Two at once: the second sees what the first did.
  perform pg_advisory_xact_lock(hashtextextended('cogo.next ' || next_route.decision_id::text, 0));
  select known.* into held from cogo.reservations as known
  where known.decision_id = next_route.decision_id order by known.attempt desc limit 1;
  if (failure ->> 'attempt')::integer < held.attempt then
    return cogo.regrant_route(decision, at) || '{"repeated": true}';
  elsif (failure ->> 'attempt')::integer > held.attempt then
    perform cogo.refuse_argument('failure', format('attempt %s has not begun; the last is %s', failure ->> 'attempt', held.attempt));
  end if;
  select known.* into list from cogo.route_lists as known where known.list_id = (decision.context -> 'list')::bigint;
  may_follow := held.attempt < list.terms[12];
  if may_follow then
    -- Rates before money, as in select_route: both are locked until the transaction ends.
    limited := cogo.take_rates(
      decision.tenant_id, decision.agent_id,
      (decision.context -> 'context_tokens')::bigint + coalesce((decision.context -> 'max_output_tokens')::bigint, 0), at
    );
  end if;
  perform cogo.end_attempt(held, failure, at);
  if not may_follow then
    answer := cogo.refusal(
      'no_candidate', 409, format('Cannot route decision %s further: its %s attempts are used', decision.decision_id, held.attempt),
      'Ask for a new decision, later.', jsonb_build_object('rejected', jsonb_build_object('attempts', held.attempt))
    );
  else
    answer := case when limited is null then cogo.follow_route(decision, list, held, failure, at) else cogo.rate_refusal(limited) end;
  end if;
  if answer ? 'refused' then
    perform cogo.note_refusal(answer);
  end if;
  return answer;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.open_key(tenant_id uuid, provider text, service text, resource text, region text, field text, alias text, env text, version integer, purpose text, actor text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET lock_timeout TO '2s'
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  tenant uuid := coalesce(open_key.tenant_id, cogo.default_tenant());
  key cogo.secure_keys;
  problem text;
  opening bigint;
begin
  if current_setting('synchronous_commit') = 'off' then
    perform set_config('synchronous_commit', 'on', true);
  end if;
  if coalesce(length(btrim(open_key.purpose)), 0) not between 3 and 500 then
    perform cogo.refuse_argument('purpose', 'it must say in 3 to 500 characters what the key is for');
  end if;
  -- The narrowest key that covers what is asked; * covers all.
  select * into key from cogo.secure_keys as known
  where known.tenant_id = tenant and known.provider = open_key.provider and known.field = open_key.field
    and known.alias = open_key.alias and known.env = open_key.env
    and known.service in (open_key.service, '*') and known.resource in (open_key.resource, '*')
    and known.region in (open_key.region, '*')
    and case when open_key.version is null then known.state = 'active' else known.version = open_key.version end
  order by (known.service <> '*')::integer + (known.resource <> '*')::integer + (known.region <> '*')::integer desc,
    known.service desc, known.resource desc, known.region desc
  limit 1;
  problem := cogo.key_problem(key, tenant, at);
  opening := cogo.audit_key('open', key, open_key.actor, at, problem, problem is null, open_key.purpose, tenant);
  if key.key_id is null then
    return cogo.refusal(
      'key_not_found', 404, format('Cannot open a key of %s: there is none that fits', left(open_key.provider, 63)),
      'list shows the keys that are there.'
    );
  elsif problem is not null then
    return cogo.refused_opening(problem);
  end if;
  perform cogo.note_key_use(key.key_id, at);
  return jsonb_build_object('opening', opening, 'key_id', key.key_id);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.provider_health_summary(since_min integer)
 RETURNS SETOF jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  from_minute timestamptz;
begin
  if (provider_health_summary.since_min between 1 and 10080) is not true then
    perform cogo.refuse_argument('since_min', 'it must be a number from 1 to 10080');
  end if;
  from_minute := date_trunc('minute', cogo.now_() - provider_health_summary.since_min * interval '1 minute', 'UTC');
  return query
  select jsonb_build_object(
    'model_id', model.model_id, 'provider', model.provider, 'model', model.model, 'region', model.region,
    'state', health.state, 'share', health.share, 'retry_at', health.retry_at, 'error_rate', health.error_rate,
    'first_token_ms', health.first_token_ms, 'tokens_per_second', health.tokens_per_second,
    'calls', coalesce(counted.calls, 0), 'errors', coalesce(counted.errors, 0), 'throttled', coalesce(counted.throttled, 0),
    'mean_first_token_ms', counted.mean_ms, 'changed_at', health.changed_at
  )
  from cogo.provider_health as health
  join cogo.llm_models as model on model.model_id = health.model_id
  left join (
    select kept.model_id, sum(kept.calls) as calls, sum(kept.errors) as errors, sum(kept.throttled) as throttled,
      sum(kept.first_token_ms_sum) / nullif(sum(kept.first_tokens), 0) as mean_ms
    from cogo.provider_health_minutes as kept
    where kept.minute >= from_minute
    group by kept.model_id
  ) as counted on counted.model_id = health.model_id
  order by model.provider, model.model, model.region;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.publish_list(content cogo.route_lists, snapshot_id bigint, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  list cogo.route_lists := publish_list.content;
begin
  if exists (
    select from cogo.route_lists as known
    where known.policy_id = list.policy_id and known.service = list.service and known.task = list.task
      and known.size_class = list.size_class and known.retired_at is null and known.sha256 = list.sha256
  ) then
    return false;
  end if;
  update cogo.route_lists as known set retired_at = publish_list.at
  where known.policy_id = list.policy_id and known.service = list.service and known.task = list.task
    and known.size_class = list.size_class and known.retired_at is null;

  list := cogo.with_health(list, publish_list.snapshot_id);
  list.list_id := nextval('cogo.route_lists_list_id_seq');
  list.snapshot_id := publish_list.snapshot_id;
  list.made_at := publish_list.at;
  insert into cogo.route_lists overriding system value select list.*;
  return true;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.redrivable(job_ids bigint[])
 RETURNS bigint[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return array(
    select dead.id
    from unnest(redrivable.job_ids) as dead (id)
    join cogo.jobs as job on job.id = dead.id
    where exists (select from cogo.step_jobs as link where link.job_id = dead.id)
      or not exists (
        select from cogo.workflow_steps as begun
        where begun.workflow_id = cogo.uuid_number(job.correlation_id)
          and (begun.job_id = dead.id or begun.follow_job_id = dead.id)
      )
    order by dead.id
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.refuse_run(schedule_id bigint, due_at timestamp with time zone, at timestamp with time zone, state text, message text, detail text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  waits boolean;
begin
  -- What may pass by itself is tried again: a full queue, a lock, a server in trouble. But a queue that stays full must not pile runs up.
  waits := (refuse_run.state ~ '^(PT429|PT503|40|53|55P03|57)' or refuse_run.detail in ('try_again')) and (
    select count(*) from (
      select from cogo.schedule_runs as run
      where run.schedule_id = refuse_run.schedule_id and run.state = 'waiting' and run.reason = 'refused' limit 10
    ) as others
  ) < 10;
  update cogo.schedule_runs as run
  set
    state = case when waits then 'waiting' else 'failed' end, reason = 'refused', settled_at = refuse_run.at,
    wake_at = case when waits then refuse_run.at + interval '5 seconds' end,
    error = jsonb_build_object('code', refuse_run.state, 'message', left(refuse_run.message, 1000), 'details', left(refuse_run.detail, 1000))
  where run.schedule_id = refuse_run.schedule_id and run.due_at = refuse_run.due_at;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.refused_opening(reason text)
 RETURNS jsonb
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return cogo.refusal(
    'grant_refused', 403, 'Cannot open the key: ' || refused_opening.reason,
    'Ask router-select for a new decision; its grant opens the key of that moment.'
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.register_workflow(definition jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  children record;
  shape uuid;
  known cogo.workflow_definitions;
begin
  perform cogo.check_definition(register_workflow.definition);
  -- One registration at a time; starts only read and go on.
  lock table cogo.workflow_definitions in share row exclusive mode;
  children := cogo.child_definitions(register_workflow.definition);
  shape := cogo.short_hash(register_workflow.definition::text || children.ids::text);

  update cogo.workflow_definitions set registered_at = at
  where workflow_definitions.name = register_workflow.definition ->> 'name' and workflow_definitions.shape_hash = shape
  returning * into known;
  if found then
    return jsonb_build_object('name', known.name, 'version', known.version, 'created', false);
  end if;

  insert into cogo.workflow_definitions as made (
    name, version, registered_at, shape_hash, saga, depth, step_count, deadline_seconds, definition
  )
  select
    register_workflow.definition ->> 'name',
    1 + coalesce(max(earlier.version), 0), at, shape, coalesce((register_workflow.definition -> 'saga')::boolean, false),
    children.depth, jsonb_array_length(register_workflow.definition -> 'steps'),
    (register_workflow.definition ->> 'deadline_seconds')::integer, register_workflow.definition
  from cogo.workflow_definitions as earlier
  where earlier.name = register_workflow.definition ->> 'name'
  returning made.* into known;
  perform cogo.compile_definition(known.id, known.definition, children.ids);
  return jsonb_build_object('name', known.name, 'version', known.version, 'created', true);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.replace_step_jobs(dead bigint[], new_ids bigint[], at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  flow_ids bigint[] := cogo.lock_flows_of(replace_step_jobs.dead);
begin
  if flow_ids = '{}' then
    return;
  end if;

  with moved as (
    update cogo.step_jobs as link set job_id = item.new_id
    from unnest(replace_step_jobs.dead, replace_step_jobs.new_ids) as item (dead_id, new_id)
    where link.job_id = item.dead_id
    returning link.*
  ),
  told as (
    insert into cogo.saga_log (workflow_id, at, job_id, item, step, move)
    select workflow_id, replace_step_jobs.at, job_id, item, step, 'redriven' from moved
  )
  update cogo.workflow_steps as begun
  set follow_up = case moved.role when 'confirm' then 'confirming' else 'compensating' end, follow_job_id = moved.job_id
  from moved
  where begun.workflow_id = moved.workflow_id and begun.step = moved.step and begun.item = moved.item;

  update cogo.workflows as flow set state = case when flow.ends_as is null then 'confirming' else 'compensating' end
  where flow.id = any(flow_ids) and flow.state = 'stuck' and not exists (
    select from cogo.workflow_steps as other where other.workflow_id = flow.id and other.follow_up = 'stuck'
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.reserve(decision_id uuid, attempt integer, tenant_id uuid, agent_id uuid, model_id bigint, price_id bigint, key_id uuid, estimate_nano bigint, grant_hash bytea, grant_expires_at timestamp with time zone, expires_at timestamp with time zone, at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  accounts record;
  taken bigint[] := '{}'::bigint[];
  left_nano bigint;
  least_nano bigint;
begin
  if coalesce(reserve.estimate_nano, -1) < 0 then
    perform cogo.refuse_argument('estimate_nano', 'it must be a number from 0 on; a price that is not known is never 0');
  end if;
  accounts := cogo.find_accounts(
    reserve.decision_id, reserve.attempt, reserve.tenant_id, reserve.agent_id, reserve.estimate_nano, reserve.at
  );
  if not accounts.fits then
    return cogo.budget_refusal(accounts.window_ids, reserve.estimate_nano);
  end if;

  insert into cogo.reservations (
    decision_id, attempt, tenant_id, agent_id, model_id, price_id, key_id, window_ids, estimate_nano,
    grant_hash, grant_expires_at, expires_at, created_at
  )
  values (
    reserve.decision_id, reserve.attempt, reserve.tenant_id, reserve.agent_id, reserve.model_id, reserve.price_id,
    reserve.key_id, accounts.window_ids, reserve.estimate_nano,
    reserve.grant_hash, reserve.grant_expires_at, reserve.expires_at, reserve.at
  );

  -- Last, and in the order of the array: from here on others wait until this transaction ends.
  for nth in 1 .. cardinality(accounts.window_ids) loop
    update cogo.budget_windows as account set reserved_nano = account.reserved_nano + reserve.estimate_nano
    where account.window_id = accounts.window_ids[nth]
      and (
        account.limit_nano is null or reserve.estimate_nano = 0
        or account.limit_nano - account.reserved_nano - account.spent_nano - account.debt_nano >= reserve.estimate_nano
      )
    returning account.limit_nano - account.reserved_nano - account.spent_nano - account.debt_nano into left_nano;
    if found then
      taken := taken || accounts.window_ids[nth];
      least_nano := least(least_nano, left_nano);
    elsif exists (select from cogo.budget_windows as account where account.window_id = accounts.window_ids[nth]) then
      perform cogo.move_money(taken, -reserve.estimate_nano, 0, 0);
      delete from cogo.reservations as held
      where held.decision_id = reserve.decision_id and held.attempt = reserve.attempt;
      return cogo.budget_refusal(accounts.window_ids[nth : nth], reserve.estimate_nano);
    end if;
  end loop;
  return jsonb_build_object('outcome', 'reserved', 'remaining_nano', least_nano);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.revive_key(key_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  was_noted boolean;
begin
  delete from cogo.outcome_notes as note where note.key_id = revive_key.key_id and note.http_status in (401, 402, 403, 429);
  was_noted := found;
  delete from cogo.key_health as health where health.key_id = revive_key.key_id;
  return was_noted or found;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.select_route(service text, context_tokens integer, max_output_tokens integer, intended_model text, sla_ms integer, cost_sensitivity real, domain_tags text[], region text, data_policy text, capabilities text[], session text, prefix_hash text, cached_tokens integer, critical boolean, max_cost_nano bigint, idempotency_key text, tenant_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.route_tenant(select_route.tenant_id);
  is_plain boolean := num_nonnulls(
    select_route.intended_model, select_route.sla_ms, select_route.cost_sensitivity, select_route.region, select_route.data_policy,
    select_route.prefix_hash, select_route.cached_tokens, select_route.max_cost_nano,
    nullif(select_route.domain_tags, '{}'), nullif(select_route.capabilities, '{}'), nullif(select_route.critical, false)
  ) = 0;
  agent uuid := cogo.caller_agent();
  at timestamptz := cogo.now_();
  ask jsonb;
  hash uuid;
  known cogo.routing_decisions;
  limited jsonb;
  answer jsonb;
begin
  -- No reservation is spent before its opening, which commits on disk, and with it all that was written before.
  perform set_config('synchronous_commit', 'off', true);
  ask := jsonb_build_object(
    'service', select_route.service, 'context_tokens', select_route.context_tokens, 'max_output_tokens', select_route.max_output_tokens
  );
  if not is_plain then
    ask := ask || jsonb_build_object(
      'intended_model', select_route.intended_model, 'sla_ms', select_route.sla_ms, 'cost_sensitivity', select_route.cost_sensitivity,
      'domain_tags', nullif(select_route.domain_tags, '{}'), 'region', select_route.region, 'data_policy', select_route.data_policy,
      'capabilities', nullif(select_route.capabilities, '{}'), 'prefix_hash', select_route.prefix_hash,
      'cached_tokens', select_route.cached_tokens, 'critical', nullif(select_route.critical, false), 'max_cost_nano', select_route.max_cost_nano
    );
  end if;
  ask := jsonb_strip_nulls(ask);
  if not is_plain or select_route.max_output_tokens not between 1 and 10000000
    or (select_route.context_tokens between 0 and 1000000 and select_route.service in ('chat', 'embeddings')) is not true then
    perform cogo.check_ask(ask);
  end if;
  if select_route.session is not null or select_route.prefix_hash is not null then
    ask := ask || jsonb_build_object('session', cogo.route_session(tenant, agent, select_route.session, select_route.prefix_hash));
  end if;

  if select_route.idempotency_key is not null then
    hash := cogo.decision_key(tenant, select_route.idempotency_key);
    select decision.* into known from cogo.routing_decisions as decision
    where decision.tenant_id = tenant and decision.key_hash = hash;
    if found then
      return cogo.repeat_route(known, agent, ask, at);
    end if;
  end if;

  limited := cogo.take_rates(tenant, agent, select_route.context_tokens + coalesce(select_route.max_output_tokens, 0), at);
  answer := case when limited is null then cogo.decide_route(tenant, agent, ask, hash, at) else cogo.rate_refusal(limited) end;
  if answer ? 'refused' then
    perform cogo.note_refusal(answer);
  end if;
  return answer;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.settle_item(item jsonb, tenant_id uuid, at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  held cogo.reservations;
  before cogo.routing_outcomes;
  outcome cogo.routing_outcomes;
  usage jsonb := cogo.normal_usage(item -> 'usage');
  seconds real;
begin
  select known.* into held from cogo.reservations as known
  where known.decision_id = (item ->> 'decision_id')::uuid and known.attempt = coalesce((item ->> 'attempt')::integer, 1)
    and known.model_id <> 0 and (settle_item.tenant_id is null or known.tenant_id = settle_item.tenant_id)
  for update;
  if not found then
    return cogo.settle_refusal(item, 'decision_not_found');
  end if;
  outcome.status := coalesce(item ->> 'status', 'succeeded');
  outcome.usage := coalesce(usage, '{}');

  if held.state in ('settled', 'booked') then
    select known.* into before from cogo.routing_outcomes as known
    where known.decision_id = held.decision_id and known.attempt = held.attempt;
    if held.state = 'settled' and not (before.usage = '{}' and usage is not null) then
      if before.usage = outcome.usage and before.status = outcome.status then
        return cogo.settle_answer(held, before) || '{"repeated": true}';
      end if;
      return cogo.settle_refusal(item, 'already_settled');
    end if;
  end if;

  select billed.cost_nano, billed.is_estimate into outcome.cost_nano, outcome.is_estimate
  from cogo.cost_of(held, usage, outcome.status, (item ->> 'http_status')::integer) as billed;
  outcome.is_estimate := outcome.is_estimate or coalesce((item #>> '{usage,is_estimate}') = 'true', false);
  outcome.http_status := (item ->> 'http_status')::smallint;
  outcome.first_token_ms := (item ->> 'first_token_ms')::integer;
  outcome.total_ms := (item ->> 'total_ms')::integer;
  outcome.settled_at := settle_item.at;
  if held.grant_hash is not null and (before.decision_id is null or before.status = 'unknown') then
    seconds := (outcome.total_ms - coalesce(outcome.first_token_ms, 0)) / 1000.0;
    perform cogo.note_outcome(
      held.model_id, held.key_id, outcome.status, outcome.http_status::integer, (item ->> 'retry_after_ms')::bigint,
      outcome.first_token_ms, case when seconds > 0 then (usage ->> 'output_tokens')::real / seconds end, settle_item.at
    );
  end if;
  perform cogo.bill_reservation(held, outcome);
  return cogo.settle_answer(held, outcome);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.settle_refusal(item jsonb, word text)
 RETURNS jsonb
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  name text := format('attempt %s of decision %s', coalesce(item ->> 'attempt', '1'), item ->> 'decision_id');
begin
  return jsonb_build_object('decision_id', item -> 'decision_id', 'attempt', coalesce((item ->> 'attempt')::integer, 1)) || case word
    when 'already_settled' then cogo.refusal(
      'already_settled', 409, format('Cannot settle %s: it was settled with another usage', name),
      'The first settlement stands; explain_route shows it.'
    )
    else cogo.refusal(
      'decision_not_found', 404, format('Cannot settle %s: there is no such attempt', name),
      'Check both; select_route and next_route answer them.'
    )
  end;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.settle_webhooks(results jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  at timestamptz := cogo.now_();
  result record;
  webhook cogo.subscriptions;
  outcome text;
  answer jsonb := '[]'::jsonb;
begin
  perform cogo.check_webhook_results(settle_webhooks.results);
  for result in
    select item.* from jsonb_to_recordset(settle_webhooks.results) as item (
      subscription_id uuid, fence bigint, up_to uuid, failures jsonb, wait_seconds double precision, error text, gone boolean
    )
    -- In one order, so that two senders cannot lock each other out.
    order by item.subscription_id
  loop
    select * into webhook from cogo.subscriptions as subscription
    where subscription.id = cogo.uuid_number(result.subscription_id)
      and cogo.uuid_v7(subscription.created_at, subscription.id) = result.subscription_id
    for update;
    outcome := 'lease_lost';
    if found then
      outcome := cogo.settle_batch(webhook, result.fence, result.up_to, coalesce(result.failures, '[]'), at);
      -- A batch given back untouched says nothing about its endpoint.
      if outcome = 'acked' and webhook.acked_fence < result.fence
        and (result.error is not null or result.up_to is distinct from '00000000-0000-0000-0000-000000000000') then
        perform cogo.note_webhook_health(webhook, result.error, result.wait_seconds, coalesce(result.gone, false), at);
      end if;
    end if;
    answer := answer || jsonb_build_array(jsonb_build_object('subscription_id', result.subscription_id, 'outcome', outcome));
  end loop;
  return answer;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.start_workflows(workflows jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  started record;
  answer jsonb;
begin
  select
    array_agg(item.flow_id order by item.ordinal) as ids, array_agg(item.created order by item.ordinal) as created,
    array_agg(item.flow_id order by item.ordinal) filter (where item.created) as fresh
  into started
  from cogo.insert_flows(start_workflows.workflows, at) as item;
  if started.fresh is not null then
    perform cogo.begin_flows(started.fresh, at);
  end if;

  select
    jsonb_agg(jsonb_build_object(
      -- cogo.uuid_v7(flow.created_at, flow.id), written out as in claim_jobs.
      'workflow_id', (
        lpad(to_hex((extract(epoch from flow.created_at) * 1000000)::bigint / 1000), 12, '0') || '7'
        || lpad(to_hex((extract(epoch from flow.created_at) * 1000000)::bigint % 1000 * 4096 / 1000), 3, '0')
        || to_hex((-9223372036854775808) | flow.id)
      )::uuid, 'created', item.created, 'state', flow.state,
      'version', definition.version
    ) order by item.ordinal)
  into answer
  from unnest(started.ids, started.created) with ordinality as item (id, created, ordinal)
  join cogo.workflows as flow on flow.id = item.id
  join cogo.workflow_definitions as definition on definition.id = flow.definition_id;
  if jsonb_array_length(answer) is distinct from cardinality(started.ids) then
    -- Retention dropped the closed run of a repeated key just now.
    raise sqlstate 'PT409' using
      message = 'Cannot start workflows: the first run of an idempotency_key is being dropped at this moment',
      detail = 'try_again',
      hint = 'Send the same call again; nothing was started.';
  end if;
  return answer;
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
  alone boolean := cogo.defer_flows();
begin
  -- Inside a call that holds workflows nothing may be waited for: the clock's next sweep does it.
  if not alone and current_setting('cogo.flow_locks', true) = 'held' then
    return '{}'::jsonb;
  end if;
  if alone and exists (select from cogo.flow_inbox) then
    perform cogo.grant_wishes(at, 500);
  end if;
  perform cogo.raise_floors();
  swept := jsonb_build_object(
    'expired', cogo.expire_claims(at, 200),
    'promoted', cogo.promote_waiting(at, 500),
    'woken', case when exists (select from cogo.blocked) then cogo.wake_blocked(at, 500) else 0 end,
    'in_turn', case when exists (select from cogo.backlog) then cogo.heal_backlog(at, 1000) else 0 end,
    'moved', case when exists (select from cogo.lanes as lane where lane.state = 'draining') then cogo.drain_lanes(at, 1000) else 0 end,
    'let_in', case
      when exists (select from cogo.tenant_bounds) or exists (select from cogo.over_bound) or exists (select from cogo.tenant_loads)
        then cogo.keep_bounds(at)
      else 0
    end,
    'unparked', case when exists (select from cogo.parked) then cogo.heal_parked(at, 50) else 0 end,
    'cancelled', case when exists (select from cogo.cancels) then cogo.close_cancelled(null, at, 500) else 0 end,
    'forgotten', cogo.forget_idempotency_keys(at, 500)
  );
  if exists (select from cogo.wake_notes) then
    perform cogo.read_wake_notes(at);
  end if;
  if exists (select from cogo.permit_locks) then
    perform cogo.forget_permit_locks(at, 100);
  end if;
  if alone then
    perform cogo.advance_deferred(at);
    swept := swept || cogo.sweep_flows(at);
  end if;
  if cogo.fault('sweep.swept') then end if;
  return swept;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.take_keys(jobs jsonb, job_ids bigint[], tenant uuid, at timestamp with time zone, OUT first_ids bigint[], OUT first_times timestamp with time zone[])
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION cogo.take_message_keys(messages jsonb, tenants uuid[], ids uuid[], at timestamp with time zone)
 RETURNS uuid[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  keyed record;
  found_keys record;
begin
  select
    array_agg(item.ordinal) as ordinals,
    array_agg(cogo.short_hash(format(
      'idem_evt:%s:%s:%s', take_message_keys.tenants[item.ordinal::integer],
      coalesce(item.message ->> 'stream', item.message ->> 'type'), item.message ->> 'event_id'
    ))) as hashes,
    array_agg(cogo.short_hash((
      jsonb_strip_nulls(item.message - array['payload', 'correlation_id', 'cause', 'traceparent', 'tenant_id'])
      || jsonb_build_object('payload', coalesce(item.message -> 'payload', '{}'))
    )::text)) as bodies
  into keyed
  from jsonb_array_elements(take_message_keys.messages) with ordinality as item (message, ordinal)
  where item.message ->> 'event_id' is not null;

  -- In hash order, so two batches that share keys wait for each other instead of locking each other out.
  insert into cogo.message_keys as kept (hash, body_hash, message_id, expires_at)
  select distinct on (item.hash)
    item.hash, item.body, take_message_keys.ids[item.ordinal::integer], take_message_keys.at + interval '30 days'
  from unnest(keyed.ordinals, keyed.hashes, keyed.bodies) as item (ordinal, hash, body)
  order by item.hash, item.ordinal
  on conflict (hash) do update
    set body_hash = excluded.body_hash, message_id = excluded.message_id, expires_at = excluded.expires_at
    where kept.expires_at < take_message_keys.at;

  select
    array_agg(coalesce(kept.message_id, given.id) order by given.ordinal) as first_ids,
    min(given.ordinal) filter (where kept.body_hash <> item.body) as clash
  into found_keys
  from unnest(take_message_keys.ids) with ordinality as given (id, ordinal)
  left join unnest(keyed.ordinals, keyed.hashes, keyed.bodies) as item (ordinal, hash, body) on item.ordinal = given.ordinal
  left join cogo.message_keys as kept on kept.hash = item.hash;
  if found_keys.clash is not null then
    raise sqlstate 'PT409' using
      message = format(
        'Cannot publish messages[%s]: its event_id belongs to message %s, which has another body',
        found_keys.clash - 1, found_keys.first_ids[found_keys.clash::integer]
      ),
      detail = 'idempotency_conflict',
      hint = 'Use a new event_id for a new message, or send the first body again to get the first message.';
  end if;
  return found_keys.first_ids;
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
  parked_ones record;
  wakes record;
  over_ids bigint[];
begin
  return query
  delete from cogo.waiting where waiting.job_id = any(take_unheld.job_ids)
  returning waiting.job_id, waiting.attempt;

  return query
  delete from cogo.blocked where blocked.job_id = any(take_unheld.job_ids)
  returning blocked.job_id, 1::smallint;

  return query
  delete from cogo.backlog where backlog.job_id = any(take_unheld.job_ids)
  returning backlog.job_id, backlog.attempt;

  with gone as (
    delete from cogo.parked where parked.job_id = any(take_unheld.job_ids) returning parked.*
  )
  select
    array_agg(gone.job_id) as job_ids, array_agg(gone.attempt) as attempts,
    array_agg(gone.limit_hash) filter (where gone.woken_at is not null and gone.limit_hash is not null) as woken_by
  into parked_ones
  from gone;
  return query select item.job_id, item.attempt from unnest(parked_ones.job_ids, parked_ones.attempts) as item (job_id, attempt);
  -- A wake that goes with its job would be missed by the others that sleep on that limit: as many of them wake instead.
  if parked_ones.woken_by is not null then
    select array_agg(per_limit.hash) as hashes, array_agg(per_limit.jobs) as counts into wakes
    from (select woken.hash, count(*)::integer as jobs from unnest(parked_ones.woken_by) as woken (hash) group by woken.hash) as per_limit;
    perform cogo.wake_parked(wakes.hashes, wakes.counts, cogo.now_());
  end if;

  if exists (select from cogo.over_bound) then
    with gone as (
      delete from cogo.over_bound where over_bound.job_id = any(take_unheld.job_ids) returning over_bound.job_id
    )
    select array_agg(gone.job_id) into over_ids from gone;
    -- It was not counted as open; now it is, since its end will be.
    perform cogo.tell_loads(over_ids, 1);
    return query select item.job_id, 1::smallint from unnest(over_ids) as item (job_id);
  end if;

  -- Messages have no index by job. A short lane is searched; in a long one the claim that pops the job closes it.
  for lane in
    select hint.queue_name, hint.floor_at
    from cogo.lane_hints(null) as hint
    where hint.tail > hint.floor_at and hint.tail - hint.floor_at <= 20000
      and hint.lane_id in (
        select job.lane_id from cogo.jobs as job where job.id = any(take_unheld.job_ids)
        union all
        select move.to_lane_id from cogo.jobs as job join cogo.lane_moves as move on move.from_lane_id = job.lane_id
        where job.id = any(take_unheld.job_ids)
      )
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

CREATE OR REPLACE FUNCTION cogo.tick_routes()
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  folded integer;
  snapshot bigint;
  mark text;
  lists integer := 0;
begin
  if not pg_try_advisory_xact_lock(hashtextextended('cogo.refresh_lists', 0)) then
    return '{"busy": true}'::jsonb;
  end if;
  folded := cogo.fold_outcomes();
  perform cogo.serve_default(at);
  snapshot := cogo.publish_snapshot(at);
  mark := cogo.catalogue_mark(at);
  if exists (select from cogo.routing_clock as clock where clock.catalogue_mark <> mark) then
    lists := cogo.refresh_lists(at);
    update cogo.routing_clock as clock set catalogue_mark = mark;
  end if;
  return jsonb_build_object('folded', folded, 'snapshot', snapshot, 'lists', lists, 'filled', cogo.fill_lists(snapshot));
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.usable_keys(list cogo.route_lists, tenant_id uuid, at timestamp with time zone, OUT providers smallint[], OUT key_ids uuid[], OUT shut jsonb, OUT opens_at timestamp with time zone)
 RETURNS record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  is_any_refused boolean;
begin
  select array_agg(named.no::smallint), array_agg(keyed.key_id),
    exists (select from cogo.key_health as health where health.state = 'dead' or health.until > usable_keys.at)
      or exists (select from cogo.outcome_notes as note where note.http_status in (401, 402, 403, 429))
  into providers, key_ids, is_any_refused
  from cogo.keyed_providers(usable_keys.tenant_id) as keyed
  join unnest(list.providers) with ordinality as named (provider, no) on named.provider = keyed.provider
  where named.no::smallint <> all (list.keyless);
  if is_any_refused then
    select jsonb_object_agg(list.providers[keyed.no], closed.state) filter (where closed.state is not null), min(closed.until),
      array_agg(keyed.no) filter (where closed.state is null), array_agg(keyed.key_id) filter (where closed.state is null)
    into shut, opens_at, providers, key_ids
    from unnest(providers, key_ids) as keyed (no, key_id)
    left join cogo.shut_keys(key_ids, usable_keys.at) as closed on closed.key_id = keyed.key_id;
  end if;
  providers := coalesce(providers, '{}') || list.keyless;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.uuid_number(id uuid)
 RETURNS bigint
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return ('x' || right(replace(uuid_number.id::text, '-', ''), 16))::bit(64)::bigint & 4611686018427387903;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.webhooks_due()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  at timestamptz := cogo.now_();
  settled bigint := (select horizon.settled_id from cogo.event_horizon as horizon);
begin
  return exists (
    select from cogo.subscriptions as webhook
    where webhook.kind = 'webhook' and webhook.paused_at is null
      and (webhook.resume_at is null or webhook.resume_at <= at)
      and (webhook.leased_until is null or webhook.leased_until <= at)
      and (
        webhook.position_id < settled or webhook.position_ordinal < 2147483647 or webhook.leased_until is not null
        or exists (select from cogo.redeliveries as retry where retry.subscription_id = webhook.id and retry.due_at <= at)
      )
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.write_rewraps(rewraps jsonb, actor text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  item record;
  key cogo.secure_keys;
  written integer := 0;
  active text;
begin
  -- It is not retained and destroyed before what it wraps is written.
  select kek.kek_id into active from cogo.kek_registry as kek where kek.state = 'active' for share;
  for item in
    select * from jsonb_to_recordset(write_rewraps.rewraps)
      as given (key_id uuid, old_dek_iv text, kek_id text, wrapped_dek text, dek_iv text)
    order by given.key_id
  loop
    update cogo.secure_keys as wrapped
    set kek_id = item.kek_id, wrapped_dek = decode(item.wrapped_dek, 'hex'), dek_iv = decode(item.dek_iv, 'hex'), changed_at = at
    where wrapped.key_id = item.key_id and wrapped.dek_iv = decode(item.old_dek_iv, 'hex') and wrapped.state <> 'shredded'
      and item.kek_id = active
    returning wrapped.* into key;
    if found then
      perform cogo.audit_key('rewrap', key, write_rewraps.actor, at, 'now under ' || item.kek_id);
      written := written + 1;
    end if;
  end loop;
  return jsonb_build_object('written', written);
end;
$function$;

CREATE INDEX requests_timed_out_idx ON cogo.requests USING btree (timed_out_at) WHERE (timed_out_at IS NOT NULL);

COMMENT ON COLUMN "cogo"."reservations"."grant_hash" IS 'SHA-256 of the grant; the grant itself is nowhere. Null = its attempt ended and health heard of it, or a lease.';

COMMENT ON COLUMN "cogo"."reservations"."window_ids" IS 'The accounts (cogo.budget_windows) that hold the estimate, leaf first. All attempts of a decision have those of its first.';

COMMENT ON COLUMN "cogo"."routing_decisions"."snapshot_id" IS 'Whose health was chosen from (cogo.routing_snapshots); prices and models are in the list that context names.';

COMMENT ON FUNCTION "api"."start_workflows"(jsonb) IS 'Starts 1 to 1000 workflows [{name, input?, idempotency_key?, version?, tenant_id?, correlation_id?, cause?, traceparent?}], all or none. Answers [{workflow_id, created, state, version}] in order. Errors: bad_argument (400), not_an_agent (401), idempotency_conflict (409), try_again (409), payload_too_large (413).';

COMMENT ON FUNCTION "cogo"."after_close"(bigint[], timestamp with time zone) IS 'What follows when jobs close: workflows whose steps they were move on, wishes to cancel them are void, what waited for them alone may run, the next of their strict keys may, and their tenants have fewer open.';

COMMENT ON FUNCTION "cogo"."claim_webhooks"(text, integer) IS 'Takes the next batch of up to want webhooks under a fence each, for a sender. Who is farthest behind comes first; at most 500 that are due are looked at in one call.';

COMMENT ON FUNCTION "cogo"."drop_workflows"(timestamp with time zone, integer) IS 'One bounded round of retention of runs: drops closed ones past their age with all that is known of them. Answers how many; the caller, who holds the row of cogo.retention, counts them there.';

COMMENT ON FUNCTION "cogo"."find_accounts"(uuid, integer, uuid, uuid, bigint, timestamp with time zone) IS 'The accounts that an attempt is held against, leaf first: those of its decision''s first attempt, or else those of the moment. fits = a look without a lock finds room in all of them.';

COMMENT ON FUNCTION "cogo"."fold_outcomes"() IS 'Folds what callers told since the last time into health of models and keys. To be called by one at a time. Answers how many.';

COMMENT ON FUNCTION "cogo"."forget_routes"() IS 'Forgets sessions and what throttled keys after a day, minutes of health after a week. Receipts and dead keys stay.';

COMMENT ON FUNCTION "cogo"."keep_bounds"(timestamp with time zone) IS 'The sweep''s part for bounded tenants: counts what was open when a bound was set, folds what calls told, forgets it where the bound is gone, and lets in what a lost moment left outside. Answers how many jobs became ready.';

COMMENT ON FUNCTION "cogo"."lock_flows_of"(bigint[]) IS 'Locks the runs whose steps these jobs are, in id order, and answers them. From then on this transaction waits for no claim.';

COMMENT ON FUNCTION "cogo"."metrics_places"(uuid) IS 'Jobs that are assigned, running, waiting (for their time, a permit, their turn or room under a bound) or blocked, by executor; reads at most 20,000 of each and says so.';

COMMENT ON FUNCTION "cogo"."start_workflows"(jsonb) IS 'Starts 1 to 1000 workflows, all or none, and enqueues their first steps. One whose idempotency_key was used before is answered with the first run and created = false. Errors: those of insert_flows, try_again (409).';

COMMENT ON FUNCTION "cogo"."uuid_number"(uuid) IS 'The number in the last 62 bits of a public id (see cogo.uuid_v7). Whose id it is, the creation time in it must tell.';

COMMENT ON TABLE "cogo"."tenant_bounds" IS 'How many open jobs a tenant may have, and what becomes of more: refused, or kept in cogo.over_bound until others close.';

REVOKE ALL ON FUNCTION "cogo"."find_accounts"(uuid, integer, uuid, uuid, bigint, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."fold_outcomes"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."lock_flows_of"(bigint[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."uuid_number"(uuid) FROM PUBLIC;

