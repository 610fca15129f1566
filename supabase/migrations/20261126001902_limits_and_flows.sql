set local lock_timeout = '5s';

set local check_function_bodies = off;

DROP VIEW "cogo"."job_states";

DROP FUNCTION "api"."queue_stats"();

DROP FUNCTION "api"."register_job_type"(text, text, integer, integer, integer, real, integer, jsonb);

DROP FUNCTION "cogo"."job_route"(text, text, text);

DROP FUNCTION "cogo"."lane_hints"(text);

DROP FUNCTION "cogo"."pop_live"(text, integer, uuid, timestamp with time zone);

DROP FUNCTION "cogo"."queue_stats"();

DROP FUNCTION "cogo"."register_job_type"(text, text, integer, integer, integer, real, integer, jsonb);

CREATE TABLE "cogo"."backlog_turns" ("lane_id" smallint NOT NULL, "tenant_id" uuid NOT NULL, CONSTRAINT "backlog_turns_pkey" PRIMARY KEY (lane_id));

ALTER TABLE "cogo"."backlog_turns" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."backlog_turns" SET (fillfactor=50);

CREATE TABLE "cogo"."backlog" ("job_id" bigint NOT NULL, "tenant_id" uuid NOT NULL, "lane_id" smallint NOT NULL, "attempt" smallint NOT NULL, CONSTRAINT "backlog_pkey" PRIMARY KEY (job_id));

ALTER TABLE "cogo"."backlog" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."backlog" SET (autovacuum_vacuum_scale_factor=0, autovacuum_vacuum_threshold=2000);

CREATE TABLE "cogo"."definition_steps" ("definition_id" integer NOT NULL, "step" smallint NOT NULL, "child_id" integer, "timeout_seconds" double precision, "seconds" double precision, "max_attempts" smallint, "undo_max_attempts" smallint, "confirm_max_attempts" smallint, "optional" boolean NOT NULL, "is_last" boolean NOT NULL, "name" text NOT NULL, "kind" text NOT NULL, "type" text, "undo_type" text, "confirm_type" text, "signal" text, "needs" smallint[] NOT NULL, "input" jsonb, "over" jsonb, CONSTRAINT "a_job_has_a_type" CHECK (((kind = ANY (ARRAY['job'::text, 'map'::text, 'tcc'::text])) = (type IS NOT NULL))), CONSTRAINT "definition_steps_pkey" PRIMARY KEY (definition_id, step), CONSTRAINT "kind_is_known" CHECK ((kind = ANY (ARRAY['job'::text, 'map'::text, 'tcc'::text, 'sleep'::text, 'signal'::text, 'workflow'::text]))), CONSTRAINT "only_tcc_confirms" CHECK (((kind = 'tcc'::text) = (confirm_type IS NOT NULL))));

ALTER TABLE "cogo"."definition_steps" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."flow_inbox" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "workflow_id" bigint NOT NULL, "job_id" bigint, "kind" text NOT NULL, CONSTRAINT "flow_inbox_pkey" PRIMARY KEY (id), CONSTRAINT "kind_is_known" CHECK ((kind = ANY (ARRAY['look'::text, 'cancel'::text, 'wish'::text, 'force'::text]))));

ALTER TABLE "cogo"."flow_inbox" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."key_queue" ("limit_hash" uuid NOT NULL, "job_id" bigint NOT NULL, CONSTRAINT "key_queue_pkey" PRIMARY KEY (limit_hash, job_id));

ALTER TABLE "cogo"."key_queue" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."limits" ("limit_id" integer GENERATED ALWAYS AS IDENTITY NOT NULL, "scope" text NOT NULL, "name" text, "tenant_id" uuid, "max_running" integer, "rate_count" integer, "rate_seconds" integer, "paused" boolean NOT NULL DEFAULT false, "reason" text, "changed_at" timestamp with time zone NOT NULL, CONSTRAINT "a_key_limit_names_a_tenants_key_or_all" CHECK (((scope <> 'key'::text) OR ((name IS NULL) = (tenant_id IS NULL)))), CONSTRAINT "a_rate_is_a_count_in_seconds" CHECK ((((rate_count IS NULL) = (rate_seconds IS NULL)) AND ((rate_count >= 1) AND (rate_count <= 1000000)) AND ((rate_seconds >= 1) AND (rate_seconds <= 86400)))), CONSTRAINT "a_tenant_limit_has_no_name" CHECK (((scope <> 'tenant'::text) OR (name IS NULL))), CONSTRAINT "a_type_limit_names_a_type" CHECK (((scope <> 'type'::text) OR ((name IS NOT NULL) AND (tenant_id IS NULL)))), CONSTRAINT "limits_pkey" PRIMARY KEY (limit_id), CONSTRAINT "max_running_is_positive" CHECK ((max_running >= 1)), CONSTRAINT "one_limit_per_subject" UNIQUE NULLS NOT DISTINCT (scope, name, tenant_id), CONSTRAINT "reason_is_short" CHECK ((length(reason) <= 1000)), CONSTRAINT "scope_is_known" CHECK ((scope = ANY (ARRAY['key'::text, 'type'::text, 'tenant'::text]))));

ALTER TABLE "cogo"."limits" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."parked" ("job_id" bigint NOT NULL, "tenant_id" uuid NOT NULL, "limit_hash" uuid NOT NULL, "woken_at" timestamp with time zone, "lane_id" smallint NOT NULL, "attempt" smallint NOT NULL, "paid" boolean NOT NULL, CONSTRAINT "parked_pkey" PRIMARY KEY (job_id));

ALTER TABLE "cogo"."parked" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."permit_locks" ("limit_hash" uuid NOT NULL, "due_at" timestamp with time zone, CONSTRAINT "permit_locks_pkey" PRIMARY KEY (limit_hash));

ALTER TABLE "cogo"."permit_locks" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."permit_locks" SET (autovacuum_vacuum_scale_factor=0, autovacuum_vacuum_threshold=500, fillfactor=50);

CREATE TABLE "cogo"."saga_log" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "workflow_id" bigint NOT NULL, "at" timestamp with time zone NOT NULL, "job_id" bigint, "item" integer, "step" smallint, "move" text NOT NULL, CONSTRAINT "move_is_known" CHECK ((move = ANY (ARRAY['step_started'::text, 'step_succeeded'::text, 'step_failed'::text, 'step_cancelled'::text, 'compensating'::text, 'confirming'::text, 'undo_started'::text, 'undo_succeeded'::text, 'undo_failed'::text, 'undo_cancelled'::text, 'confirm_started'::text, 'confirm_succeeded'::text, 'confirm_failed'::text, 'confirm_cancelled'::text, 'redriven'::text, 'stuck'::text, 'succeeded'::text, 'failed'::text, 'compensated'::text, 'cancelled'::text]))), CONSTRAINT "saga_log_pkey" PRIMARY KEY (id));

ALTER TABLE "cogo"."saga_log" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."step_jobs" ("job_id" bigint NOT NULL, "workflow_id" bigint NOT NULL, "item" integer NOT NULL, "step" smallint NOT NULL, "role" text NOT NULL, CONSTRAINT "role_is_known" CHECK ((role = ANY (ARRAY['action'::text, 'compensation'::text, 'confirm'::text, 'cancel'::text]))), CONSTRAINT "step_jobs_pkey" PRIMARY KEY (job_id));

ALTER TABLE "cogo"."step_jobs" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."step_jobs" SET (autovacuum_vacuum_scale_factor=0, autovacuum_vacuum_threshold=1000);

CREATE TABLE "cogo"."wake_notes" ("note_id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "limit_hash" uuid NOT NULL, "permits" integer NOT NULL, CONSTRAINT "wake_notes_pkey" PRIMARY KEY (note_id));

ALTER TABLE "cogo"."wake_notes" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."workflow_definitions" ("id" integer GENERATED ALWAYS AS IDENTITY NOT NULL, "name" text NOT NULL, "version" integer NOT NULL, "registered_at" timestamp with time zone NOT NULL, "shape_hash" uuid NOT NULL, "saga" boolean NOT NULL, "depth" smallint NOT NULL, "step_count" smallint NOT NULL, "deadline_seconds" double precision, "definition" jsonb NOT NULL, CONSTRAINT "flows_nest_five_deep_at_most" CHECK (((depth >= 1) AND (depth <= 5))), CONSTRAINT "name_is_dotted_words" CHECK (((name ~ '^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)*$'::text) AND (length(name) <= 120))), CONSTRAINT "one_definition_per_version" UNIQUE (name, version), CONSTRAINT "one_version_per_shape" UNIQUE (name, shape_hash), CONSTRAINT "workflow_definitions_pkey" PRIMARY KEY (id));

ALTER TABLE "cogo"."workflow_definitions" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."workflow_signals" ("workflow_id" bigint NOT NULL, "received_at" timestamp with time zone NOT NULL, "signal" text NOT NULL, "payload" jsonb NOT NULL, CONSTRAINT "workflow_signals_pkey" PRIMARY KEY (workflow_id, signal));

ALTER TABLE "cogo"."workflow_signals" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."workflow_steps" ("workflow_id" bigint NOT NULL, "job_id" bigint, "follow_job_id" bigint, "started_at" timestamp with time zone NOT NULL, "finished_at" timestamp with time zone, "item" integer NOT NULL DEFAULT '-1'::integer, "step" smallint NOT NULL, "attempts" smallint NOT NULL DEFAULT 0, "state" text NOT NULL, "follow_up" text, "error" jsonb, "result" jsonb, CONSTRAINT "an_end_has_its_time" CHECK (((state = 'running'::text) = (finished_at IS NULL))), CONSTRAINT "follow_up_is_known" CHECK ((follow_up = ANY (ARRAY['owed'::text, 'compensating'::text, 'compensated'::text, 'confirming'::text, 'confirmed'::text, 'stuck'::text]))), CONSTRAINT "state_is_known" CHECK ((state = ANY (ARRAY['running'::text, 'succeeded'::text, 'failed'::text, 'cancelled'::text]))), CONSTRAINT "workflow_steps_pkey" PRIMARY KEY (workflow_id, step, item));

ALTER TABLE "cogo"."workflow_steps" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."workflow_steps" SET (fillfactor=70);

CREATE TABLE "cogo"."workflow_timers" ("workflow_id" bigint NOT NULL, "due_at" timestamp with time zone NOT NULL, "step" smallint NOT NULL, "kind" text NOT NULL, CONSTRAINT "kind_is_known" CHECK ((kind = ANY (ARRAY['wake'::text, 'timeout'::text, 'force'::text, 'deadline'::text]))), CONSTRAINT "workflow_timers_pkey" PRIMARY KEY (workflow_id, step, kind));

ALTER TABLE "cogo"."workflow_timers" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."workflows" ("id" bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL, "created_at" timestamp with time zone NOT NULL, "tenant_id" uuid NOT NULL, "parent_id" bigint, "definition_id" integer NOT NULL, "parent_step" smallint, "idempotency_hash" uuid, "body_hash" uuid, "cause" uuid, "correlation_id" uuid, "traceparent" text, "input" jsonb NOT NULL, "state" text NOT NULL, "finished_at" timestamp with time zone, "ends_as" text, "undo" boolean NOT NULL DEFAULT true, "error" jsonb, CONSTRAINT "a_bad_end_is_known" CHECK ((ends_as = ANY (ARRAY['failed'::text, 'compensated'::text, 'cancelled'::text]))), CONSTRAINT "a_closed_flow_has_its_end" CHECK (((state = ANY (ARRAY['succeeded'::text, 'failed'::text, 'compensated'::text, 'cancelled'::text])) = (finished_at IS NOT NULL))), CONSTRAINT "input_is_an_object" CHECK ((jsonb_typeof(input) = 'object'::text)), CONSTRAINT "state_is_known" CHECK ((state = ANY (ARRAY['running'::text, 'confirming'::text, 'compensating'::text, 'stuck'::text, 'succeeded'::text, 'failed'::text, 'compensated'::text, 'cancelled'::text]))), CONSTRAINT "workflows_pkey" PRIMARY KEY (id));

ALTER TABLE "cogo"."workflows" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."workflows" SET (fillfactor=70);

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

ALTER TABLE "cogo"."lanes" ADD COLUMN "fair_window" integer;

CREATE OR REPLACE FUNCTION api.cancel_workflow(workflow_id uuid, reason text DEFAULT NULL::text, compensate boolean DEFAULT true)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return cogo.cancel_workflow(cancel_workflow.workflow_id, cancel_workflow.reason, cancel_workflow.compensate);
end;
$function$;

CREATE OR REPLACE FUNCTION api.get_workflow(workflow_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return cogo.get_workflow(get_workflow.workflow_id);
end;
$function$;

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

CREATE OR REPLACE FUNCTION api.list_workflows(only_state text DEFAULT NULL::text, name_prefix text DEFAULT NULL::text, before_workflow_id uuid DEFAULT NULL::uuid, row_limit integer DEFAULT 100)
 RETURNS TABLE(workflow_id uuid, name text, version integer, state text, tenant_id uuid, created_at timestamp with time zone, finished_at timestamp with time zone, steps_done integer, steps integer)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query select * from cogo.list_workflows(
    list_workflows.only_state, list_workflows.name_prefix, list_workflows.before_workflow_id, list_workflows.row_limit
  );
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
 RETURNS TABLE(executor text, priority text, queue_name text, depth bigint, oldest_age_seconds double precision, held bigint, waiting bigint, blocked bigint, parked bigint, backlog bigint)
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

CREATE OR REPLACE FUNCTION api.register_workflow(definition jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return cogo.register_workflow(register_workflow.definition);
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

CREATE OR REPLACE FUNCTION api.set_fairness(executor text, fair_window integer)
 RETURNS integer
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return cogo.set_fairness(set_fairness.executor, set_fairness.fair_window);
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

CREATE OR REPLACE FUNCTION api.signal_workflow(workflow_id uuid, signal text, payload jsonb DEFAULT '{}'::jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return jsonb_build_object('outcome', cogo.signal_workflow(signal_workflow.workflow_id, signal_workflow.signal, signal_workflow.payload));
end;
$function$;

CREATE OR REPLACE FUNCTION api.start_workflow(name text, input jsonb DEFAULT '{}'::jsonb, idempotency_key text DEFAULT NULL::text, version integer DEFAULT NULL::integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return (
    select to_jsonb(started) - 'ordinal' from cogo.start_workflows(jsonb_build_array(jsonb_build_object(
      'name', start_workflow.name, 'input', start_workflow.input, 'idempotency_key', start_workflow.idempotency_key,
      'version', start_workflow.version
    ))) as started
  );
end;
$function$;

CREATE OR REPLACE FUNCTION api.start_workflows(workflows jsonb)
 RETURNS TABLE(ordinal integer, workflow_id uuid, created boolean, state text, version integer)
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query select * from cogo.start_workflows(start_workflows.workflows);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.admit(lane_id smallint, fair_window integer, job_ids bigint[], attempts smallint[], at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  room integer := cogo.lane_room(admit.lane_id, admit.fair_window);
  admitted record;
begin
  -- Who has run before does not wait for a turn again: its tenant's newer jobs would be between it and its end.
  select
    array_agg(item.job_id order by item.ordinal) filter (where item.attempt > 1 or item.ordinal <= room) as job_ids,
    array_agg(item.attempt order by item.ordinal) filter (where item.attempt > 1 or item.ordinal <= room) as attempts
  into admitted
  from unnest(admit.job_ids, admit.attempts) with ordinality as item (job_id, attempt, ordinal);
  if admitted.job_ids is not null then
    perform pgmq.cogo_push(admit.lane_id, admitted.job_ids, admitted.attempts, admit.at);
  end if;

  insert into cogo.backlog (job_id, tenant_id, lane_id, attempt)
  select item.job_id, job.tenant_id, admit.lane_id, item.attempt
  from unnest(admit.job_ids, admit.attempts) with ordinality as item (job_id, attempt, ordinal)
  join cogo.jobs as job on job.id = item.job_id
  where item.attempt = 1 and item.ordinal > room;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.advance_flows(job_ids bigint[], at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  flow_ids bigint[];
begin
  flow_ids := array(
    select distinct step_job.workflow_id from cogo.step_jobs as step_job where step_job.job_id = any(advance_flows.job_ids)
  );
  if cardinality(flow_ids) = 0 then
    return;
  end if;
  flow_ids := cogo.lock_flows(flow_ids);
  perform cogo.settle_steps(flow_ids, advance_flows.job_ids, advance_flows.at);
  perform cogo.move_flows(flow_ids, advance_flows.at);
  perform cogo.read_flow_inbox(advance_flows.at, 20);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.after_close(job_ids bigint[], at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  -- The usual call has nothing to follow up, and asks so once.
  if not (
    exists (select from cogo.cancels) or exists (select from cogo.dependencies) or exists (select from cogo.step_jobs)
    or exists (select from cogo.key_queue)
  ) then
    return;
  end if;
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
  if exists (select from cogo.step_jobs) then
    perform cogo.advance_flows(after_close.job_ids, after_close.at);
  end if;
  if exists (select from cogo.key_queue) then
    perform cogo.leave_key_queues(after_close.job_ids, after_close.at);
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.back_out(flow_ids bigint[], ends_as text, undo boolean, error jsonb, at timestamp with time zone)
 RETURNS bigint[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  changed bigint[];
begin
  with going as (
    update cogo.workflows as flow set
      state = 'compensating', ends_as = back_out.ends_as, undo = back_out.undo, finished_at = null,
      error = coalesce(flow.error, back_out.error)
    where flow.id = any(back_out.flow_ids)
      -- A run that has gone well goes back only with its parent.
      and (flow.state = 'running' or (flow.state = 'succeeded' and flow.parent_id is not null and back_out.ends_as = 'compensated'))
    returning flow.id
  ),
  logged as (
    insert into cogo.saga_log (workflow_id, at, move) select going.id, back_out.at, 'compensating' from going
  )
  select array_agg(going.id) into changed from going;

  if changed is not null then
    if not back_out.undo then
      update cogo.workflow_steps as step set follow_up = null where step.workflow_id = any(changed) and step.follow_up = 'owed';
    end if;
    perform cogo.stop_steps(changed, back_out.at);
    perform cogo.undo_steps(changed, back_out.at);
    perform cogo.finish_flows(changed, back_out.at);
  end if;
  return coalesce(changed, '{}');
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.begin_children(begun jsonb, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  child_ids bigint[];
begin
  with born as (
    insert into cogo.workflows (
      created_at, tenant_id, parent_id, parent_step, definition_id, cause, correlation_id, traceparent, input, state
    )
    select
      begin_children.at, flow.tenant_id, flow.id, item.step, defined.child_id, cogo.flow_id(flow.created_at, flow.id),
      coalesce(flow.correlation_id, cogo.flow_id(flow.created_at, flow.id)), flow.traceparent,
      case when jsonb_typeof(given.input) = 'object' then given.input else jsonb_build_object('value', given.input) end, 'running'
    from jsonb_to_recordset(begin_children.begun) as item (workflow_id bigint, step smallint, kind text)
    join cogo.workflows as flow on flow.id = item.workflow_id
    join cogo.definition_steps as defined on defined.definition_id = flow.definition_id and defined.step = item.step,
    lateral (select cogo.step_payload(flow, defined, cogo.flow_scope(flow)) as input) as given
    where item.kind = 'workflow'
    returning workflows.id
  )
  select array_agg(born.id) into child_ids from born;
  if child_ids is not null then
    perform cogo.set_deadlines(child_ids, begin_children.at);
    perform cogo.move_flows(child_ids, begin_children.at);
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.begin_jobs(begun jsonb, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  specs jsonb;
begin
  perform cogo.begin_maps(begin_jobs.begun, begin_jobs.at);

  select jsonb_agg(jsonb_build_object(
    'workflow_id', flow.id, 'step', item.step, 'item', element.item, 'role', 'action',
    'job', cogo.step_job(flow, defined.type, element.payload, defined.max_attempts, cogo.flow_id(flow.created_at, flow.id))
  ) order by flow.id, item.step, element.item)
  into specs
  from jsonb_to_recordset(begin_jobs.begun) as item (workflow_id bigint, step smallint, kind text)
  join cogo.workflows as flow on flow.id = item.workflow_id
  join cogo.definition_steps as defined on defined.definition_id = flow.definition_id and defined.step = item.step,
  lateral (select cogo.flow_scope(flow) as scope) as named,
  lateral (
    select -1 as item, cogo.step_payload(flow, defined, named.scope) as payload where item.kind in ('job', 'tcc')
    union all
    select map_item.item, cogo.step_payload(flow, defined, named.scope || jsonb_build_object(
      'item', cogo.resolve_refs(defined.over, named.scope) -> map_item.item, 'index', map_item.item
    ))
    from cogo.workflow_steps as map_item
    where item.kind = 'map' and map_item.workflow_id = flow.id and map_item.step = item.step and map_item.item >= 0
  ) as element
  where item.kind in ('job', 'tcc', 'map');

  if specs is not null then
    perform cogo.enqueue_steps(specs, begin_jobs.at);
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.begin_maps(begun jsonb, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  map record;
begin
  for map in
    select flow.id, item.step, cogo.resolve_refs(defined.over, cogo.flow_scope(flow)) as items
    from jsonb_to_recordset(begin_maps.begun) as item (workflow_id bigint, step smallint, kind text)
    join cogo.workflows as flow on flow.id = item.workflow_id
    join cogo.definition_steps as defined on defined.definition_id = flow.definition_id and defined.step = item.step
    where item.kind = 'map'
  loop
    if jsonb_typeof(map.items) = 'array' and jsonb_array_length(map.items) <= 1000 then
      insert into cogo.workflow_steps (workflow_id, step, item, state, started_at)
      select map.id, map.step, nth, 'running', begin_maps.at
      from generate_series(0, jsonb_array_length(map.items) - 1) as nth;
    else
      update cogo.workflow_steps as step set state = 'failed', finished_at = begin_maps.at, error = jsonb_build_object(
        'class', 'validation', 'stage', 'input', 'reason', 'validation_failed',
        'message', 'What the map goes over must be an array of at most 1000 elements.'
      )
      where step.workflow_id = map.id and step.step = map.step and step.item = -1;
    end if;
  end loop;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.begin_steps(flow_ids bigint[], at timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  begun jsonb;
begin
  with startable as (
    select flow.id as workflow_id, defined.step, defined.kind, defined.seconds, defined.timeout_seconds, defined.signal
    from cogo.workflows as flow
    join cogo.definition_steps as defined on defined.definition_id = flow.definition_id
    where flow.id = any(begin_steps.flow_ids) and flow.state = 'running'
      and not exists (
        select from cogo.workflow_steps as begun where begun.workflow_id = flow.id and begun.step = defined.step and begun.item = -1
      )
      and not exists (
        select from unnest(defined.needs) as need (step)
        where not exists (
          select from cogo.workflow_steps as done
          where done.workflow_id = flow.id and done.step = need.step and done.item = -1 and done.state <> 'running'
        )
      )
  ),
  written as (
    insert into cogo.workflow_steps (workflow_id, step, state, started_at)
    select startable.workflow_id, startable.step, 'running', begin_steps.at from startable
  ),
  timed as (
    insert into cogo.workflow_timers (workflow_id, step, kind, due_at)
    select startable.workflow_id, startable.step, case startable.kind when 'sleep' then 'wake' else 'timeout' end,
      begin_steps.at + make_interval(secs => coalesce(startable.seconds, startable.timeout_seconds))
    from startable where coalesce(startable.seconds, startable.timeout_seconds) is not null
  )
  select jsonb_agg(to_jsonb(startable)) into begun from startable;
  if begun is null then
    return 0;
  end if;

  perform cogo.take_early_signals(begun, begin_steps.at);
  perform cogo.begin_children(begun, begin_steps.at);
  perform cogo.begin_jobs(begun, begin_steps.at);
  return jsonb_array_length(begun);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.bury(ended jsonb, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into cogo.dead_letters (job_id, tenant_id, dead_at, attempt, stage, reason, error)
  select
    item.job_id,
    job.tenant_id,
    bury.at,
    item.next_attempt,
    coalesce(item.error ->> 'stage', case item.error ->> 'class' when 'validation' then 'input' else 'exec' end),
    case
      -- An undoing or a confirmation that is given up is one thing to an operator, whatever its worker said.
      when step_job.job_id is not null then 'compensation_failed'
      when item.error ->> 'class' = 'validation' then coalesce(item.error ->> 'reason', 'validation_failed')
      when item.error ->> 'class' = 'permanent' then coalesce(item.error ->> 'reason', 'policy_violation')
      else coalesce(item.error ->> 'reason', 'exhausted_retries')
    end,
    item.error
  from jsonb_to_recordset(bury.ended) as item (job_id bigint, outcome text, next_attempt smallint, error jsonb)
  join cogo.jobs as job on job.id = item.job_id
  left join cogo.step_jobs as step_job on step_job.job_id = item.job_id and step_job.role <> 'action'
  where item.outcome = 'failed';
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.cancel_workflow(workflow_id uuid, reason text, compensate boolean)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  flow cogo.workflows := cogo.find_flow(cancel_workflow.workflow_id);
  outcome text;
begin
  if length(cancel_workflow.reason) > 1000 then
    perform cogo.refuse_argument('reason', 'it must have at most 1000 characters');
  end if;
  select locked.* into flow from cogo.workflows as locked where locked.id = flow.id for update;
  perform set_config('cogo.flows_locked', 'on', true);
  outcome := case
    when flow.state = 'running' then 'cancelling'
    when flow.state = 'cancelled' then 'cancelled'
    when flow.finished_at is not null then 'already_closed'
    when flow.ends_as is not null then 'already_going_back'
    else 'too_late'
  end;
  if outcome = 'cancelling' then
    perform cogo.back_out(array[flow.id], 'cancelled', coalesce(cancel_workflow.compensate, true), jsonb_strip_nulls(jsonb_build_object(
      'message', 'The run was cancelled.', 'reason', cancel_workflow.reason
    )), at);
    perform cogo.read_flow_inbox(at, 20);
    select now_standing.* into flow from cogo.workflows as now_standing where now_standing.id = flow.id;
  end if;
  return jsonb_build_object('outcome', case when flow.state = 'cancelled' then 'cancelled' else outcome end, 'state', flow.state);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.check_started(given jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  clash record;
begin
  select item.ordinal - 1 as place, cogo.flow_id(flow.created_at, flow.id) as id into clash
  from jsonb_to_recordset(check_started.given) as item (ordinal integer, id bigint, hash uuid, body uuid)
  join cogo.workflows as flow on flow.idempotency_hash = item.hash
  where flow.body_hash <> item.body
  order by item.ordinal limit 1;
  if found then
    raise sqlstate 'PT409' using
      message = format('Cannot start workflows[%s]: its idempotency_key belongs to run %s, which has another input', clash.place, clash.id),
      detail = 'idempotency_conflict',
      hint = 'Use a new key for new work, or send the first input again to get the first run.';
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
    popped := cogo.pop_live(claim_jobs.executor, claim_jobs.want, tenant, at);
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

CREATE OR REPLACE FUNCTION cogo.close_maps(flow_ids bigint[], at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  update cogo.workflow_steps as step set
    finished_at = close_maps.at,
    state = case
      when flow.state = 'compensating' and not elements.all_well then 'cancelled' when elements.all_well then 'succeeded' else 'failed'
    end,
    result = case when elements.all_well then elements.results end,
    error = elements.error
  from cogo.workflows as flow
  join cogo.definition_steps as defined on defined.definition_id = flow.definition_id and defined.kind = 'map',
  lateral (
    select
      coalesce(bool_and(element.state = 'succeeded'), true) as all_well,
      coalesce(jsonb_agg(coalesce(element.result, 'null') order by element.item), '[]') as results,
      (array_agg(element.error order by element.item) filter (where element.state <> 'succeeded'))[1] as error
    from cogo.workflow_steps as element
    where element.workflow_id = flow.id and element.step = defined.step and element.item >= 0
  ) as elements
  where flow.id = any(close_maps.flow_ids)
    and step.workflow_id = flow.id and step.step = defined.step and step.item = -1 and step.state = 'running'
    and not exists (
      select from cogo.workflow_steps as open
      where open.workflow_id = flow.id and open.step = defined.step and open.item >= 0 and open.state = 'running'
    );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.count_permits(hashes uuid[], mine uuid[], rules jsonb, taken uuid[])
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
    )::integer - coalesce(cardinality(array_positions(count_permits.taken, item.hash)), 0) end,
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

CREATE OR REPLACE FUNCTION cogo.definition_problem(definition jsonb)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  problem text;
begin
  if jsonb_typeof(definition) is distinct from 'object' then
    return 'it must be an object with name and steps';
  elsif definition - array['name', 'saga', 'deadline_seconds', 'steps', 'output'] <> '{}' then
    return format('unknown field %L', (select key from jsonb_object_keys(definition - array['name', 'saga', 'deadline_seconds', 'steps', 'output']) as key limit 1));
  elsif (jsonb_typeof(definition -> 'name') = 'string' and length(definition ->> 'name') <= 120
    and definition ->> 'name' ~ '^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)*$') is not true then
    return 'name must read like prefix.name, of a-z, 0-9, _ and -, at most 120 characters';
  elsif jsonb_typeof(coalesce(definition -> 'saga', 'false')) <> 'boolean' then
    return 'saga must be true or false';
  elsif definition ? 'deadline_seconds' and cogo.is_duration(definition -> 'deadline_seconds') is not true then
    return 'deadline_seconds must be a number above 0, to 31536000';
  elsif (jsonb_typeof(definition -> 'steps') = 'array' and jsonb_array_length(definition -> 'steps') between 1 and 1000) is not true then
    return 'steps must be an array of 1 to 1000 steps';
  elsif octet_length(definition::text) > 262144 then
    return 'it must have at most 262144 bytes';
  end if;

  select format('steps[%s]: %s', item.ordinal - 1, told.problem) into problem
  from jsonb_array_elements(definition -> 'steps') with ordinality as item (value, ordinal),
    lateral (select cogo.step_problem(item.value, coalesce((definition ->> 'saga')::boolean, false)) as problem) as told
  where told.problem is not null
  order by item.ordinal limit 1;
  if found then
    return problem;
  end if;
  return cogo.graph_problem(definition);
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

CREATE OR REPLACE FUNCTION cogo.enqueue_steps(specs jsonb, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  spec jsonb;
begin
  begin
    perform cogo.write_step_jobs(enqueue_steps.specs, enqueue_steps.at);
    return;
  exception when sqlstate 'PT400' or sqlstate 'PT413' or sqlstate 'PT422' then
    null;
  end;
  -- Some job cannot be enqueued. Its step fails; the worker whose call brought the run here is not to blame.
  for spec in select value from jsonb_array_elements(enqueue_steps.specs) loop
    begin
      perform cogo.write_step_jobs(jsonb_build_array(spec), enqueue_steps.at);
    exception when sqlstate 'PT400' or sqlstate 'PT413' or sqlstate 'PT422' then
      perform cogo.refuse_step(spec, sqlerrm, enqueue_steps.at);
    end;
  end loop;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.events_before(type text)
 RETURNS text[]
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return case events_before.type
    when 'job_enqueued' then array['nothing']
    when 'job_claimed' then array['job_enqueued', 'job_retried', 'job_released', 'job_lease_expired']
    when 'job_started' then array['job_claimed']
    when 'job_succeeded' then array['job_started']
    when 'job_retried' then array['job_started']
    when 'job_failed' then array['job_started', 'job_claimed']
    when 'job_released' then array['job_claimed', 'job_started']
    when 'job_lease_expired' then array['job_claimed', 'job_started']
    when 'job_cancelled' then array[
      'job_enqueued', 'job_claimed', 'job_started', 'job_retried', 'job_released', 'job_lease_expired'
    ]
    when 'job_compensated' then array['job_succeeded']
    else '{}'
  end;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.fail_flows(flow_ids bigint[], at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  failed bigint[];
begin
  with first_failure as (
    select distinct on (step.workflow_id) step.workflow_id, defined.name, step.state, step.error
    from cogo.workflow_steps as step
    join cogo.workflows as flow on flow.id = step.workflow_id
    join cogo.definition_steps as defined on defined.definition_id = flow.definition_id and defined.step = step.step
    where step.workflow_id = any(fail_flows.flow_ids) and flow.state = 'running' and step.item = -1
      and step.state in ('failed', 'cancelled') and not defined.optional
    order by step.workflow_id, step.finished_at, step.step
  )
  update cogo.workflows as flow set
    state = 'compensating', ends_as = case when defined.saga then 'compensated' else 'failed' end,
    error = jsonb_build_object(
      'step', first_failure.name, 'state', first_failure.state, 'error', first_failure.error,
      'message', format('Step %s %s.', first_failure.name, first_failure.state)
    )
  from first_failure, cogo.workflow_definitions as defined
  where flow.id = first_failure.workflow_id and defined.id = flow.definition_id;

  select array_agg(flow.id) into failed
  from cogo.workflows as flow
  where flow.id = any(fail_flows.flow_ids) and flow.state = 'compensating'
    and exists (select from cogo.workflow_timers as timer where timer.workflow_id = flow.id and timer.kind <> 'force'
      union all select from cogo.workflow_steps as open where open.workflow_id = flow.id and open.state = 'running');
  if failed is not null then
    perform cogo.stop_steps(failed, fail_flows.at);
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.find_flow(workflow_id uuid)
 RETURNS cogo.workflows
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  flow cogo.workflows;
begin
  -- The last 62 bits of the public id are the number of the run.
  select known.* into flow from cogo.workflows as known
  where known.id = (('x' || right(replace(find_flow.workflow_id::text, '-', ''), 16))::bit(64)::bigint & 4611686018427387903)
    and cogo.uuid_v7(known.created_at, known.id) = find_flow.workflow_id
    and (tenant is null or known.tenant_id = tenant);
  if flow.id is null then
    raise sqlstate 'PT404' using
      message = format('Cannot find workflow %s: there is no such run', find_flow.workflow_id),
      detail = 'workflow_not_found',
      hint = 'Check the id; list_workflows shows the runs you may see.';
  end if;
  return flow;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.finish_flows(flow_ids bigint[], at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  closed bigint[];
begin
  update cogo.workflows as flow set state = 'confirming'
  from cogo.workflow_definitions as defined
  where flow.id = any(finish_flows.flow_ids) and flow.state = 'running' and defined.id = flow.definition_id
    and defined.step_count = (
      select count(*) from cogo.workflow_steps as step
      where step.workflow_id = flow.id and step.item = -1 and step.state <> 'running'
    );
  if found then
    perform cogo.undo_steps(finish_flows.flow_ids, finish_flows.at);
  end if;

  with standing as (
    select
      flow.id, flow.state, flow.ends_as,
      exists (
        select from cogo.workflow_steps as step
        join cogo.definition_steps as defined on defined.definition_id = flow.definition_id and defined.step = step.step
        where step.workflow_id = flow.id and (
          step.state = 'running' or step.follow_up in ('compensating', 'confirming')
          or (step.follow_up = 'owed' and (flow.ends_as is not null or defined.kind = 'tcc'))
        )
      ) as busy,
      exists (select from cogo.workflow_steps as step where step.workflow_id = flow.id and step.follow_up = 'stuck') as is_stuck
    from cogo.workflows as flow
    where flow.id = any(finish_flows.flow_ids) and flow.state in ('confirming', 'compensating', 'stuck')
  ),
  moved as (
    update cogo.workflows as flow set
      state = case when standing.is_stuck then 'stuck' else coalesce(standing.ends_as, 'succeeded') end,
      finished_at = case when not standing.is_stuck then finish_flows.at end
    from standing
    where flow.id = standing.id and (standing.is_stuck or not standing.busy) and not (standing.is_stuck and flow.state = 'stuck')
    returning flow.id, flow.state, flow.parent_id, flow.definition_id
  ),
  logged as (
    insert into cogo.saga_log (workflow_id, at, move)
    select moved.id, finish_flows.at, moved.state
    from moved join cogo.workflow_definitions as defined on defined.id = moved.definition_id where defined.saga
  ),
  told as (
    insert into cogo.flow_inbox (workflow_id, kind)
    select distinct moved.parent_id, 'look' from moved where moved.parent_id is not null
  )
  select array_agg(moved.id) into closed from moved where moved.state <> 'stuck';

  if closed is not null then
    delete from cogo.workflow_timers as timer where timer.workflow_id = any(closed);
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.fire_flow_timers(at timestamp with time zone, row_limit integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  mine bigint[];
  due jsonb;
  told constant jsonb := '{"class": "permanent", "reason": "timeout", "stage": "exec", "message": "It took longer than its timeout."}';
begin
  mine := array(
    select flow.id from cogo.workflows as flow
    where flow.id = any(array(
      select timer.workflow_id from cogo.workflow_timers as timer
      where timer.due_at <= fire_flow_timers.at order by timer.due_at limit fire_flow_timers.row_limit
    ))
    order by flow.id for update skip locked
  );
  if cardinality(mine) = 0 then
    return 0;
  end if;
  perform set_config('cogo.flows_locked', 'on', true);

  with gone as (
    delete from cogo.workflow_timers as timer
    where timer.workflow_id = any(mine) and timer.due_at <= fire_flow_timers.at
    returning timer.workflow_id, timer.step, timer.kind
  )
  select jsonb_agg(to_jsonb(gone)) into due from gone;
  if due is null then
    return 0;
  end if;

  update cogo.workflow_steps as step set
    state = case item.kind when 'wake' then 'succeeded' else case when defined.kind = 'signal' then 'failed' else step.state end end,
    finished_at = case when item.kind = 'wake' or defined.kind = 'signal' then fire_flow_timers.at end,
    error = case item.kind when 'wake' then step.error else told end
  from jsonb_to_recordset(due) as item (workflow_id bigint, step smallint, kind text)
  join cogo.workflows as flow on flow.id = item.workflow_id
  join cogo.definition_steps as defined on defined.definition_id = flow.definition_id and defined.step = item.step
  where item.kind in ('wake', 'timeout') and step.workflow_id = item.workflow_id and step.step = item.step and step.state = 'running';

  perform cogo.time_out_jobs(due, fire_flow_timers.at);
  perform cogo.back_out(array[flow.id], case when defined.saga then 'compensated' else 'failed' end, true,
    '{"message": "The run was not done by its deadline.", "reason": "timeout"}', fire_flow_timers.at)
  from jsonb_to_recordset(due) as item (workflow_id bigint, kind text)
  join cogo.workflows as flow on flow.id = item.workflow_id
  join cogo.workflow_definitions as defined on defined.id = flow.definition_id
  where item.kind = 'deadline';
  perform cogo.move_flows(mine, fire_flow_timers.at);
  return jsonb_array_length(due);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.flow_id(created_at timestamp with time zone, number bigint)
 RETURNS uuid
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return cogo.uuid_v7(flow_id.created_at, flow_id.number);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.flow_of_dead(job cogo.jobs)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  -- A job of a run bears the run's id as its correlation_id, whose last 62 bits are the run's number.
  return exists (
    select from cogo.workflow_steps as step
    where step.workflow_id = (('x' || right(replace(job.correlation_id::text, '-', ''), 16))::bit(64)::bigint & 4611686018427387903)
      and step.job_id = job.id
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.flow_result(flow cogo.workflows)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  template jsonb;
begin
  select defined.definition -> 'output' into template
  from cogo.workflow_definitions as defined where defined.id = flow.definition_id;
  if template is not null then
    return cogo.resolve_refs(template, cogo.flow_scope(flow));
  end if;
  return (
    select coalesce(jsonb_object_agg(defined.name, coalesce(step.result, 'null')), '{}')
    from cogo.definition_steps as defined
    join cogo.workflow_steps as step on step.workflow_id = flow.id and step.step = defined.step and step.item = -1
    where defined.definition_id = flow.definition_id and defined.is_last
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.flow_scope(flow cogo.workflows)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return jsonb_build_object('input', flow.input, 'steps', (
    select coalesce(jsonb_object_agg(defined.name, coalesce(step.result, 'null')), '{}')
    from cogo.workflow_steps as step
    join cogo.definition_steps as defined on defined.definition_id = flow.definition_id and defined.step = step.step
    where step.workflow_id = flow.id and step.item = -1 and step.state <> 'running'
  ));
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.flow_steps(flow cogo.workflows)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return (
    select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
      'name', defined.name, 'kind', defined.kind, 'type', defined.type, 'optional', nullif(defined.optional, false),
      'after', (
        select jsonb_agg(need.name order by need.step) from cogo.definition_steps as need
        where need.definition_id = flow.definition_id and need.step = any(defined.needs)
      ),
      'state', coalesce(step.state, case when flow.finished_at is null and flow.ends_as is null then 'waiting' else 'skipped' end),
      'follow_up', case when step.follow_up = 'owed' and flow.state = 'succeeded' then null else step.follow_up end,
      'job_id', step.job_id, 'follow_job_id', step.follow_job_id, 'attempts', nullif(step.attempts, 0),
      'started_at', step.started_at, 'finished_at', step.finished_at, 'error', step.error,
      'due_at', (
        select min(timer.due_at) from cogo.workflow_timers as timer where timer.workflow_id = flow.id and timer.step = defined.step
      ),
      'child_workflow_id', (
        select cogo.flow_id(child.created_at, child.id) from cogo.workflows as child
        where child.parent_id = flow.id and child.parent_step = defined.step
      ),
      'items', (
        select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
          'item', element.item, 'state', element.state, 'job_id', element.job_id, 'follow_up', element.follow_up, 'error', element.error
        )) order by element.item)
        from cogo.workflow_steps as element
        where element.workflow_id = flow.id and element.step = defined.step and element.item >= 0
      )
    )) || jsonb_build_object('result', step.result) order by defined.step)
    from cogo.definition_steps as defined
    left join cogo.workflow_steps as step on step.workflow_id = flow.id and step.step = defined.step and step.item = -1
    where defined.definition_id = flow.definition_id
  );
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

CREATE OR REPLACE FUNCTION cogo.get_workflow(workflow_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  flow cogo.workflows := cogo.find_flow(get_workflow.workflow_id);
  defined cogo.workflow_definitions;
begin
  select known.* into defined from cogo.workflow_definitions as known where known.id = flow.definition_id;
  return jsonb_build_object(
    'workflow_id', get_workflow.workflow_id, 'name', defined.name, 'version', defined.version, 'state', flow.state,
    'tenant_id', flow.tenant_id, 'created_at', flow.created_at, 'finished_at', flow.finished_at, 'input', flow.input,
    'result', case when flow.state = 'succeeded' then cogo.flow_result(flow) end, 'error', flow.error,
    'correlation_id', coalesce(flow.correlation_id, get_workflow.workflow_id), 'cause', flow.cause, 'traceparent', flow.traceparent,
    'parent_workflow_id', (select cogo.flow_id(parent.created_at, parent.id) from cogo.workflows as parent where parent.id = flow.parent_id),
    'steps', cogo.flow_steps(flow),
    'signals', (
      select coalesce(jsonb_agg(jsonb_build_object('signal', got.signal, 'payload', got.payload, 'received_at', got.received_at) order by got.received_at), '[]')
      from cogo.workflow_signals as got where got.workflow_id = flow.id
    ),
    'saga_log', (
      select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
        'at', entry.at, 'move', entry.move, 'step', step.name, 'item', entry.item, 'job_id', entry.job_id
      )) order by entry.id), '[]')
      from cogo.saga_log as entry
      left join cogo.definition_steps as step on step.definition_id = flow.definition_id and step.step = entry.step
      where entry.workflow_id = flow.id
    )
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.grant_permits(job_ids bigint[], attempts smallint[], parked_at uuid[], paid boolean[], taken uuid[], at timestamp with time zone, OUT granted_ids bigint[], OUT granted_attempts smallint[], OUT key_hashes uuid[], OUT type_hashes uuid[], OUT tenant_hashes uuid[])
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
$function$;

CREATE OR REPLACE FUNCTION cogo.graph_problem(definition jsonb)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  problem text;
begin
  select format('two steps are called %s', body ->> 'name') into problem
  from jsonb_array_elements(definition -> 'steps') as body group by body ->> 'name' having count(*) > 1 limit 1;
  if found then
    return problem;
  end if;

  select format('step %s comes after %s, which is no step', body ->> 'name', need) into problem
  from jsonb_array_elements(definition -> 'steps') as body, jsonb_array_elements_text(coalesce(body -> 'after', '[]')) as need
  where not exists (select from jsonb_array_elements(definition -> 'steps') as known where known ->> 'name' = need) limit 1;
  if found then
    return problem;
  end if;

  with recursive edge as (
    select body ->> 'name' as step, need
    from jsonb_array_elements(definition -> 'steps') as body, jsonb_array_elements_text(coalesce(body -> 'after', '[]')) as need
  ),
  before as (
    select step, need from edge
    union
    select before.step, edge.need from before join edge on edge.step = before.need
  )
  select coalesce(
    (select format('step %s comes after itself: its after runs in a circle', step) from before where step = need limit 1),
    (
      select format('step %s refers to steps.%s, which is not before it: add it to after', body ->> 'name', split_part(ref, '.', 2))
      from jsonb_array_elements(definition -> 'steps') as body, cogo.refs_of(body) as ref
      where split_part(ref, '.', 1) = 'steps'
        and not exists (select from before where before.step = body ->> 'name' and before.need = split_part(ref, '.', 2)) limit 1
    ),
    (
      select format('step %s refers to %s: a path begins with input, steps%s', body ->> 'name', ref,
        case when body ->> 'kind' = 'map' then ', item or index' else '' end)
      from jsonb_array_elements(definition -> 'steps') as body, cogo.refs_of(body) as ref
      where not (split_part(ref, '.', 1) in ('input', 'steps') or (body ->> 'kind' = 'map' and split_part(ref, '.', 1) in ('item', 'index')))
      limit 1
    )
  ) into problem;
  return coalesce(problem, cogo.parts_problem(definition));
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.heal_backlog(at timestamp with time zone, row_limit integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  lane record;
  room integer;
  promoted integer := 0;
begin
  for lane in
    select hint.*, known.fair_window from cogo.lane_hints(null) as hint join cogo.lanes as known on known.lane_id = hint.lane_id
    where exists (select from cogo.backlog where backlog.lane_id = known.lane_id)
  loop
    execute format(
      'select count(*) from (select from pgmq.%I where msg_id > %s limit %s) as ready',
      'q_' || lane.queue_name, lane.floor_at, coalesce(lane.fair_window, 1)
    ) into room;
    room := case when lane.fair_window is null then heal_backlog.row_limit else least(lane.fair_window - room, heal_backlog.row_limit) end;
    if room > 0 then
      promoted := promoted + cogo.promote_backlog(lane.lane_id, room, null, heal_backlog.at);
    end if;
  end loop;
  return promoted;
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

CREATE OR REPLACE FUNCTION cogo.insert_plain_jobs(jobs jsonb, only_type text, new_ids bigint[], first_ids bigint[], tenant uuid, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  route record;
  fresh_ids bigint[] := insert_plain_jobs.new_ids;
  owner uuid := coalesce(insert_plain_jobs.tenant, cogo.default_tenant());
begin
  route := cogo.job_route(insert_plain_jobs.only_type, 'normal', null);
  if route.payload_schema is not null then
    perform cogo.check_payloads(insert_plain_jobs.jobs, array[insert_plain_jobs.only_type], array[route.payload_schema]);
  end if;
  if insert_plain_jobs.first_ids <> insert_plain_jobs.new_ids then
    fresh_ids := cogo.fresh_ids(insert_plain_jobs.new_ids, insert_plain_jobs.first_ids);
    if cardinality(fresh_ids) = 0 then
      return;
    end if;
  end if;

  insert into cogo.jobs (id, created_at, tenant_id, lane_id, lease_seconds, max_attempts, type, payload)
  select
    insert_plain_jobs.new_ids[item.ordinal::integer], insert_plain_jobs.at, owner, route.lane_id, route.lease_seconds,
    route.max_attempts, insert_plain_jobs.only_type, coalesce(item.payload, '{}')
  from rows from (jsonb_to_recordset(insert_plain_jobs.jobs) as (payload jsonb)) with ordinality as item (payload, ordinal)
  where insert_plain_jobs.first_ids[item.ordinal::integer] = insert_plain_jobs.new_ids[item.ordinal::integer];

  perform cogo.record_events(array['job_enqueued'], fresh_ids, insert_plain_jobs.at, owner, null, null);
  if route.fair_window is null then
    perform pgmq.cogo_push(
      route.lane_id, fresh_ids, array_fill(1::smallint, array[cardinality(fresh_ids)]), insert_plain_jobs.at
    );
  else
    perform cogo.admit(
      route.lane_id, route.fair_window, fresh_ids, array_fill(1::smallint, array[cardinality(fresh_ids)]), insert_plain_jobs.at
    );
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.is_duration(value jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return jsonb_typeof(value) = 'number' and (value #>> '{}')::numeric > 0 and (value #>> '{}')::numeric <= 31536000;
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

CREATE OR REPLACE FUNCTION cogo.job_route(type text, priority text, executor text, OUT lane_id smallint, OUT lease_seconds smallint, OUT max_attempts smallint, OUT payload_schema jsonb, OUT fair_window integer)
 RETURNS record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  ruling cogo.job_types := cogo.resolve_job_type(job_route.type);
begin
  if ruling.type is null then
    perform cogo.refuse_argument('type', format('no settings rule %L and there is no * to fall back on', job_route.type));
  end if;

  select lane.lane_id, lane.fair_window into lane_id, fair_window
  from cogo.lanes as lane
  where lane.executor = coalesce(job_route.executor, ruling.executor) and lane.priority = job_route.priority and lane.shard = 0;
  if not found then
    perform cogo.refuse_argument(
      'executor',
      format('no lane is open for %s; an operator opens it with open_lanes', coalesce(job_route.executor, 'the executor of ' || ruling.type))
    );
  end if;
  lease_seconds := ruling.lease_seconds;
  max_attempts := ruling.max_attempts;
  payload_schema := ruling.payload_schema;
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

CREATE OR REPLACE FUNCTION cogo.lane_room(lane_id smallint, fair_window integer)
 RETURNS integer
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  hint record;
  ready integer;
begin
  if exists (select from cogo.backlog where backlog.lane_id = lane_room.lane_id) then
    return 0;
  end if;
  select told.queue_name, told.floor_at, told.tail into hint
  from cogo.lane_hints((select lane.executor from cogo.lanes as lane where lane.lane_id = lane_room.lane_id)) as told
  where told.lane_id = lane_room.lane_id;
  if hint.tail - hint.floor_at <= lane_room.fair_window / 2 then
    return lane_room.fair_window - (hint.tail - hint.floor_at);
  end if;
  -- The floor lags behind: what looks full is counted, as far as the window goes.
  execute format(
    'select count(*) from (select from pgmq.%I where msg_id > %s limit %s) as ready',
    'q_' || hint.queue_name, hint.floor_at, lane_room.fair_window
  ) into ready;
  return lane_room.fair_window - ready;
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
  return cogo.short_hash(
    format('%s:%s:%s', limit_hash.scope, coalesce(limit_hash.tenant::text, '*'), coalesce(limit_hash.name, '*'))
  );
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

CREATE OR REPLACE FUNCTION cogo.list_workflows(only_state text, name_prefix text, before_workflow_id uuid, row_limit integer)
 RETURNS TABLE(workflow_id uuid, name text, version integer, state text, tenant_id uuid, created_at timestamp with time zone, finished_at timestamp with time zone, steps_done integer, steps integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  before_number bigint := 9223372036854775807;
begin
  if list_workflows.row_limit is null or list_workflows.row_limit not between 1 and 1000 then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 1000');
  elsif (list_workflows.only_state in (
    'running', 'confirming', 'compensating', 'stuck', 'succeeded', 'failed', 'compensated', 'cancelled'
  )) is false then
    perform cogo.refuse_argument('only_state', 'it must be a state of docs/guides/flows.md');
  end if;
  if list_workflows.before_workflow_id is not null then
    before_number := (cogo.find_flow(list_workflows.before_workflow_id)).id;
  end if;
  return query
  select
    cogo.flow_id(flow.created_at, flow.id), defined.name, defined.version, flow.state, flow.tenant_id, flow.created_at, flow.finished_at,
    (
      select count(*)::integer from cogo.workflow_steps as step
      where step.workflow_id = flow.id and step.item = -1 and step.state <> 'running'
    ),
    defined.step_count::integer
  from cogo.workflows as flow
  join cogo.workflow_definitions as defined on defined.id = flow.definition_id
  where flow.id < before_number
    and (tenant is null or flow.tenant_id = tenant)
    and (list_workflows.only_state is null or flow.state = list_workflows.only_state)
    and (list_workflows.name_prefix is null or starts_with(defined.name, list_workflows.name_prefix))
  order by flow.id desc
  limit list_workflows.row_limit;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.lock_flows(flow_ids bigint[])
 RETURNS bigint[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  mine bigint[];
begin
  -- Only a transaction's first call may wait: two that wait for each other's runs would never end. What a later call does
  -- not get is noted, and whoever reads the inbox next looks after it.
  if current_setting('cogo.flows_locked', true) = 'on' then
    mine := array(
      select flow.id from cogo.workflows as flow where flow.id = any(lock_flows.flow_ids) order by flow.id for update skip locked
    );
    insert into cogo.flow_inbox (workflow_id, kind)
    select missed.id, 'look' from unnest(lock_flows.flow_ids) as missed (id) where missed.id <> all(mine);
  else
    mine := array(
      select flow.id from cogo.workflows as flow where flow.id = any(lock_flows.flow_ids) order by flow.id for update
    );
    perform set_config('cogo.flows_locked', 'on', true);
  end if;
  return mine;
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
  -- Two claims that make the same row would wait for each other, and a claim comes here more than once: an advisory lock,
  -- which nobody waits for, says who makes it. A claim takes few of those, since a server has few.
  insert into cogo.permit_locks (limit_hash)
  select wanted.hash
  from (
    select missing.hash from unnest(lock_permits.hashes) as missing (hash)
    where not exists (select from cogo.permit_locks as known where known.limit_hash = missing.hash)
    limit 50
  ) as wanted
  where pg_try_advisory_xact_lock(hashtext('cogo.permit_locks'), hashtext(wanted.hash::text))
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

CREATE OR REPLACE FUNCTION cogo.log_steps(moves jsonb, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  undone bigint[];
begin
  insert into cogo.saga_log (workflow_id, at, job_id, item, step, move)
  select
    item.workflow_id, log_steps.at, item.job_id, nullif(item.item, -1), item.step,
    case item.role when 'action' then 'step_' when 'confirm' then 'confirm_' else 'undo_' end || item.outcome
  from rows from (
    jsonb_to_recordset(log_steps.moves) as (job_id bigint, workflow_id bigint, step smallint, item integer, role text, outcome text)
  ) with ordinality as item (job_id, workflow_id, step, item, role, outcome, ordinal)
  join cogo.workflows as flow on flow.id = item.workflow_id
  join cogo.workflow_definitions as defined on defined.id = flow.definition_id
  where defined.saga or item.role <> 'action'
  order by item.ordinal;

  select array_agg(item.job_id) into undone
  from jsonb_to_recordset(log_steps.moves) as item (job_id bigint, role text, outcome text)
  where item.role in ('compensation', 'cancel') and item.outcome = 'succeeded';
  if undone is not null then
    perform cogo.record_events(array['job_compensated'], undone, log_steps.at, null, null, null);
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.move_flows(flow_ids bigint[], at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  -- Steps that need no worker (a sleep of nothing, a signal that came early, an empty map) may end at once: hence rounds.
  for round in 1 .. 1002 loop
    perform cogo.settle_children(move_flows.flow_ids, move_flows.at);
    perform cogo.close_maps(move_flows.flow_ids, move_flows.at);
    perform cogo.fail_flows(move_flows.flow_ids, move_flows.at);
    exit when cogo.begin_steps(move_flows.flow_ids, move_flows.at) = 0;
  end loop;
  perform cogo.undo_steps(move_flows.flow_ids, move_flows.at);
  perform cogo.finish_flows(move_flows.flow_ids, move_flows.at);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.name_starts(workflows jsonb, tenant uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return (
    select jsonb_agg(jsonb_build_object(
      'ordinal', item.ordinal, 'id', nextval('cogo.workflows_id_seq'), 'tenant_id', owner.tenant_id, 'definition_id', defined.id,
      'cause', item.value ->> 'cause', 'correlation_id', item.value ->> 'correlation_id', 'traceparent', item.value ->> 'traceparent',
      'input', coalesce(nullif(item.value -> 'input', 'null'), '{}'),
      'hash', case when item.value ->> 'idempotency_key' is not null then cogo.short_hash(format(
        'idem_flow:%s:%s:%s', owner.tenant_id, item.value ->> 'name', item.value ->> 'idempotency_key'
      )) end,
      'body', cogo.short_hash(coalesce(nullif(item.value -> 'input', 'null'), '{}')::text)
    ) order by item.ordinal)
    from jsonb_array_elements(name_starts.workflows) with ordinality as item (value, ordinal),
      lateral (
        select coalesce(name_starts.tenant, (item.value ->> 'tenant_id')::uuid, cogo.default_tenant()) as tenant_id
      ) as owner,
      lateral (
        select known.id from cogo.workflow_definitions as known
        where known.name = item.value ->> 'name'
          and (item.value ->> 'version' is null or known.version = (item.value ->> 'version')::integer)
        order by known.registered_at desc, known.version desc limit 1
      ) as defined
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.parse_definition(definition jsonb)
 RETURNS SETOF cogo.definition_steps
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query
  with step as (
    select item.value as body, (item.ordinal - 1)::smallint as place, coalesce(item.value ->> 'kind', 'job') as kind
    from jsonb_array_elements(parse_definition.definition -> 'steps') with ordinality as item (value, ordinal)
  )
  select
    0, step.place,
    (select max(child.id) from cogo.workflow_definitions as child where child.name = step.body ->> 'workflow' and child.registered_at = (
      select max(newest.registered_at) from cogo.workflow_definitions as newest where newest.name = child.name
    )),
    (step.body ->> 'timeout_seconds')::double precision,
    (step.body ->> 'seconds')::double precision,
    (step.body -> 'retry' ->> 'max_attempts')::smallint,
    (coalesce(step.body -> 'compensate', step.body -> 'cancel') -> 'retry' ->> 'max_attempts')::smallint,
    (step.body -> 'confirm' -> 'retry' ->> 'max_attempts')::smallint,
    coalesce((step.body ->> 'optional')::boolean, false),
    not exists (select from step as later where later.body -> 'after' ? (step.body ->> 'name')),
    step.body ->> 'name', step.kind,
    coalesce(step.body ->> 'type', step.body -> 'try' ->> 'type'),
    coalesce(step.body -> 'compensate' ->> 'type', step.body -> 'cancel' ->> 'type'),
    step.body -> 'confirm' ->> 'type',
    step.body ->> 'signal',
    array(
      select before.place from step as before where step.body -> 'after' ? (before.body ->> 'name') order by before.place
    ),
    step.body -> 'input', step.body -> 'over'
  from step order by step.place;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.parts_problem(definition jsonb)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  step record;
  ruling cogo.job_types;
begin
  for step in
    select parsed.name, parsed.kind, part.type, parsed.child_id
    from cogo.parse_definition(definition) as parsed,
      lateral unnest(array[parsed.type, parsed.undo_type, parsed.confirm_type]) as part (type)
    where part.type is not null or parsed.kind = 'workflow'
  loop
    if step.kind = 'workflow' then
      if step.child_id is null then
        return format('step %s starts a workflow that is not registered: register it first', step.name);
      end if;
      continue;
    end if;
    ruling := cogo.resolve_job_type(step.type);
    if step.type !~ '^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)+$' or length(step.type) > 120 then
      return format('step %s: type %L must read like prefix.name', step.name, step.type);
    elsif ruling.type is null then
      return format('step %s: no settings rule the type %s; an operator registers it with register_job_type', step.name, step.type);
    elsif not exists (select from cogo.lanes as lane where lane.executor = ruling.executor) then
      return format('step %s: no lane is open for the executor %s of type %s', step.name, ruling.executor, step.type);
    end if;
  end loop;
  return null;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.pop_live(executor text, want integer, tenant uuid, at timestamp with time zone, OUT job_ids bigint[], OUT attempts smallint[], OUT key_hashes uuid[], OUT type_hashes uuid[], OUT tenant_hashes uuid[])
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  popped record;
  more record;
begin
  popped := cogo.pop_ready(pop_live.executor, pop_live.want, pop_live.tenant);
  if coalesce(cardinality(popped.job_ids), 0) < pop_live.want
    and exists (select from cogo.waiting where waiting.run_at <= pop_live.at)
    and cogo.promote_waiting(pop_live.at, 500) > 0
    and popped.job_ids is null
  then
    popped := cogo.pop_ready(pop_live.executor, pop_live.want, pop_live.tenant);
  end if;

  job_ids := popped.job_ids;
  attempts := popped.attempts;
  if not (exists (select from cogo.backlog) or exists (select from cogo.cancels)) then
    return;
  end if;
  if exists (select from cogo.backlog) and cogo.refill_lanes(
    pop_live.executor, popped.job_ids, pop_live.want - coalesce(cardinality(popped.job_ids), 0), pop_live.tenant, pop_live.at
  ) > 0 then
    more := cogo.pop_ready(pop_live.executor, pop_live.want - coalesce(cardinality(popped.job_ids), 0), pop_live.tenant);
    popped.job_ids := popped.job_ids || more.job_ids;
    popped.attempts := popped.attempts || more.attempts;
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
      granted := cogo.grant_permits(found_jobs.job_ids, found_jobs.attempts, found_jobs.hashes, found_jobs.paid, null, pop_permitted.at);
    else
      found_jobs := cogo.pop_live(pop_permitted.executor, missing, pop_permitted.tenant, pop_permitted.at);
      exit when found_jobs.job_ids is null;
      granted := cogo.grant_permits(found_jobs.job_ids, found_jobs.attempts, null, null, key_hashes || type_hashes || tenant_hashes, pop_permitted.at);
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

CREATE OR REPLACE FUNCTION cogo.promote_backlog(lane_id smallint, row_limit integer, only_tenant uuid, at timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  last_tenant uuid;
  tenants uuid[];
  next_tenant uuid;
  promoted record;
begin
  select turn.tenant_id into last_tenant from cogo.backlog_turns as turn
  where turn.lane_id = promote_backlog.lane_id for update skip locked;
  if not found and promote_backlog.only_tenant is null then
    return 0;
  end if;

  tenants := case when promote_backlog.only_tenant is not null then array[promote_backlog.only_tenant] else '{}' end;
  next_tenant := last_tenant;
  while promote_backlog.only_tenant is null and cardinality(tenants) < promote_backlog.row_limit loop
    select backlog.tenant_id into next_tenant from cogo.backlog
    where backlog.lane_id = promote_backlog.lane_id and backlog.tenant_id > next_tenant
    order by backlog.tenant_id limit 1;
    if not found then
      select backlog.tenant_id into next_tenant from cogo.backlog
      where backlog.lane_id = promote_backlog.lane_id order by backlog.tenant_id limit 1;
    end if;
    exit when next_tenant is null or next_tenant = any(tenants);
    tenants := tenants || next_tenant;
  end loop;
  if cardinality(tenants) = 0 then
    return 0;
  end if;

  -- One round for all, then what is left to those that still have some: the order of the row numbers.
  with picked as (
    select oldest.job_id, oldest.tenant_id, row_number() over (order by oldest.nth, turn.ordinal) as place
    from unnest(tenants) with ordinality as turn (tenant_id, ordinal), lateral (
      select head.job_id, head.tenant_id, row_number() over (order by head.job_id) as nth
      from (
        select backlog.job_id, backlog.tenant_id from cogo.backlog
        where backlog.lane_id = promote_backlog.lane_id and backlog.tenant_id = turn.tenant_id
        order by backlog.job_id
        limit promote_backlog.row_limit
        for update skip locked
      ) as head
    ) as oldest
    order by place
    limit promote_backlog.row_limit
  ),
  gone as (
    delete from cogo.backlog using picked where backlog.job_id = picked.job_id
    returning backlog.job_id, backlog.attempt, backlog.tenant_id, picked.place
  )
  select
    array_agg(gone.job_id order by gone.place) as job_ids, array_agg(gone.attempt order by gone.place) as attempts,
    (array_agg(gone.tenant_id order by gone.place desc))[1] as last_tenant
  into promoted from gone;
  if promoted.job_ids is null then
    return 0;
  end if;

  perform pgmq.cogo_push(promote_backlog.lane_id, promoted.job_ids, promoted.attempts, promote_backlog.at);
  if promote_backlog.only_tenant is null then
    update cogo.backlog_turns as turn set tenant_id = promoted.last_tenant where turn.lane_id = promote_backlog.lane_id;
  end if;
  return cardinality(promoted.job_ids);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.push_lane(lane_id smallint, job_ids bigint[], attempts smallint[], at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  fair_window integer;
begin
  select lane.fair_window into fair_window from cogo.lanes as lane where lane.lane_id = push_lane.lane_id;
  if fair_window is null then
    perform pgmq.cogo_push(push_lane.lane_id, push_lane.job_ids, push_lane.attempts, push_lane.at);
  else
    perform cogo.admit(push_lane.lane_id, fair_window, push_lane.job_ids, push_lane.attempts, push_lane.at);
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.push_ready(job_ids bigint[], lane_ids smallint[], attempts smallint[], at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  first_lane smallint := push_ready.lane_ids[1];
  lane record;
begin
  if push_ready.lane_ids = array_fill(first_lane, array[cardinality(push_ready.lane_ids)]) then
    perform cogo.push_lane(first_lane, push_ready.job_ids, push_ready.attempts, push_ready.at);
    return;
  end if;

  for lane in
    select item.lane_id, array_agg(item.job_id order by item.ordinal) as job_ids, array_agg(item.attempt order by item.ordinal) as attempts
    from unnest(push_ready.job_ids, push_ready.lane_ids, push_ready.attempts) with ordinality
      as item (job_id, lane_id, attempt, ordinal)
    group by item.lane_id
  loop
    perform cogo.push_lane(lane.lane_id, lane.job_ids, lane.attempts, push_ready.at);
  end loop;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.queue_stats()
 RETURNS TABLE(executor text, priority text, queue_name text, depth bigint, oldest_age_seconds double precision, held bigint, waiting bigint, blocked bigint, parked bigint, backlog bigint)
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
      count(*) filter (where place.name = 'parked') as parked,
      count(*) filter (where place.name = 'backlog') as backlog
    from (
      select 'held' as name, hold.job_id from cogo.held as hold
      union all select 'waiting', later.job_id from cogo.waiting as later
      union all select 'blocked', stopped.job_id from cogo.blocked as stopped
      union all select 'parked', limited.job_id from cogo.parked as limited
      union all select 'backlog', later.job_id from cogo.backlog as later
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
    backlog := coalesce((places -> lane.lane_id::text ->> 'backlog')::bigint, 0);
    return next;
  end loop;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.read_flow_inbox(at timestamp with time zone, row_limit integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  mine bigint[];
  read_kinds record;
begin
  if not exists (select from cogo.flow_inbox where flow_inbox.kind in ('look', 'cancel')) then
    return 0;
  end if;
  mine := array(
    select flow.id from cogo.workflows as flow
    where flow.id = any(array(
      select sent.workflow_id from cogo.flow_inbox as sent where sent.kind in ('look', 'cancel') order by sent.id limit read_flow_inbox.row_limit
    ))
    order by flow.id for update skip locked
  );
  if cardinality(mine) = 0 then
    return 0;
  end if;
  perform set_config('cogo.flows_locked', 'on', true);

  with gone as (
    delete from cogo.flow_inbox as sent where sent.ctid = any (array(
      select note.ctid from cogo.flow_inbox as note
      where note.workflow_id = any(mine) and note.kind in ('look', 'cancel') for update skip locked
    ))
    returning sent.workflow_id, sent.kind
  )
  select array_agg(gone.workflow_id) filter (where gone.kind = 'cancel') as cancelled into read_kinds from gone;

  perform cogo.settle_steps(mine, null, read_flow_inbox.at);
  perform cogo.back_out(read_kinds.cancelled, 'compensated', true, '{"message": "The parent run goes back."}', read_flow_inbox.at);
  perform cogo.move_flows(mine, read_flow_inbox.at);
  return cardinality(mine);
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

CREATE OR REPLACE FUNCTION cogo.record_events(types text[], job_ids bigint[], at timestamp with time zone, tenant uuid, fence bigint, actor text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  type text;
begin
  foreach type in array record_events.types loop
    -- A row of many numbers would be compressed and stored aside, which costs more than all the rest of it.
    if cardinality(record_events.job_ids) > 200 then
      insert into cogo.events (ts, fence, tenant_id, type, actor, job_ids)
      select
        record_events.at, record_events.fence, record_events.tenant, type, record_events.actor,
        record_events.job_ids[200 * part + 1 : 200 * part + 200]
      from generate_series(0, (cardinality(record_events.job_ids) - 1) / 200) as part;
      continue;
    end if;
    insert into cogo.events (ts, fence, tenant_id, type, actor, job_ids)
    values (
      record_events.at, record_events.fence, record_events.tenant, type, record_events.actor, record_events.job_ids
    );
  end loop;
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
    select letter.job_id from cogo.dead_letters as letter join cogo.jobs as job on job.id = letter.job_id
    where not cogo.flow_of_dead(job) and letter.job_id = any(redrive_dead_letters.job_ids)
      and letter.redriven_job_id is null and (tenant is null or letter.tenant_id = tenant)
    order by letter.job_id
    for update of letter
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
    if exists (select from cogo.step_jobs) then
      perform cogo.redrive_steps(dead, new_ids, at);
    end if;
    select array_agg(job.lane_id order by job.id) into lane_ids from cogo.jobs as job where job.id = any(new_ids);
    perform cogo.push_ready(new_ids, lane_ids, array_fill(1::smallint, array[cardinality(new_ids)]), at);
    perform cogo.record_events(array['job_enqueued'], new_ids, at, tenant, null, null);
  end if;

  return query
  select
    given.job_id,
    letter.redriven_job_id,
    case
      when letter.job_id is null then 'not_found'
      when given.job_id = any(dead) then 'redriven'
      when letter.redriven_job_id is null then 'belongs_to_a_workflow'
      else 'already_redriven'
    end
  from unnest(redrive_dead_letters.job_ids) with ordinality as given (job_id, ordinal)
  left join cogo.dead_letters as letter
    on letter.job_id = given.job_id and (tenant is null or letter.tenant_id = tenant)
  order by given.ordinal;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.redrive_steps(dead_ids bigint[], new_ids bigint[], at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  flow_ids bigint[];
begin
  flow_ids := array(
    select distinct step_job.workflow_id from cogo.step_jobs as step_job where step_job.job_id = any(redrive_steps.dead_ids)
  );
  if cardinality(flow_ids) = 0 then
    return;
  end if;
  perform from cogo.workflows as flow where flow.id = any(flow_ids) order by flow.id for update;
  perform set_config('cogo.flows_locked', 'on', true);

  with moved as (
    update cogo.step_jobs as step_job set job_id = item.new_id
    from unnest(redrive_steps.dead_ids, redrive_steps.new_ids) as item (dead_id, new_id)
    where step_job.job_id = item.dead_id
    returning step_job.*
  ),
  revived as (
    update cogo.workflow_steps as step set
      follow_up = case moved.role when 'confirm' then 'confirming' else 'compensating' end, follow_job_id = moved.job_id
    from moved
    where step.workflow_id = moved.workflow_id and step.step = moved.step and step.item = moved.item
  )
  insert into cogo.saga_log (workflow_id, at, job_id, item, step, move)
  select moved.workflow_id, redrive_steps.at, moved.job_id, nullif(moved.item, -1), moved.step, 'redriven' from moved;

  update cogo.workflows as flow set state = case when flow.ends_as is null then 'confirming' else 'compensating' end
  where flow.id = any(flow_ids) and flow.state = 'stuck'
    and not exists (select from cogo.workflow_steps as step where step.workflow_id = flow.id and step.follow_up = 'stuck');
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.refill_lanes(executor text, popped_ids bigint[], missing integer, tenant uuid, at timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  lane record;
  promoted integer := 0;
begin
  for lane in
    select known.lane_id, (
      select count(*)::integer from cogo.jobs as job where job.id = any(refill_lanes.popped_ids) and job.lane_id = known.lane_id
    ) as popped
    from cogo.lanes as known
    where known.executor = refill_lanes.executor
      and exists (select from cogo.backlog where backlog.lane_id = known.lane_id)
  loop
    if refill_lanes.missing > 0 and refill_lanes.tenant is not null then
      promoted := promoted + cogo.promote_backlog(lane.lane_id, refill_lanes.missing, refill_lanes.tenant, refill_lanes.at);
    end if;
    -- As many as went out; and as many as somebody came for in vain.
    perform cogo.promote_backlog(lane.lane_id, lane.popped, null, refill_lanes.at) where lane.popped > 0;
    if refill_lanes.missing > 0 and refill_lanes.tenant is null then
      promoted := promoted + cogo.promote_backlog(lane.lane_id, refill_lanes.missing, null, refill_lanes.at);
    end if;
  end loop;
  return promoted;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.refs_of(template jsonb)
 RETURNS SETOF text
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return query
  select named.ref #>> '{}'
  from jsonb_path_query(coalesce(template, 'null'), 'strict $.**."$ref"', silent => true) as named (ref)
  where jsonb_typeof(named.ref) = 'string';
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.refuse_step(spec jsonb, problem text, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  told jsonb := jsonb_build_object(
    'class', 'validation', 'stage', 'input', 'reason', 'validation_failed', 'message', refuse_step.problem
  );
begin
  if spec ->> 'role' = 'action' then
    update cogo.workflow_steps as step set state = 'failed', finished_at = refuse_step.at, error = told
    where step.workflow_id = (spec ->> 'workflow_id')::bigint and step.step = (spec ->> 'step')::smallint
      and step.item = (spec ->> 'item')::integer;
  else
    -- Nothing to redrive: it stays owed, and the sweep tries again when somebody has mended what is wrong.
    update cogo.workflow_steps as step set follow_up = 'owed', error = coalesce(step.error, told)
    where step.workflow_id = (spec ->> 'workflow_id')::bigint and step.step = (spec ->> 'step')::smallint
      and step.item = (spec ->> 'item')::integer;
  end if;
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

CREATE OR REPLACE FUNCTION cogo.register_workflow(definition jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  problem text := cogo.definition_problem(register_workflow.definition);
  at timestamptz := cogo.now_();
  known cogo.workflow_definitions;
  shape uuid;
  nesting smallint;
  created boolean := false;
begin
  if problem is not null then
    perform cogo.refuse_argument('the definition', problem);
  end if;
  -- Two who register the same name take turns, or both would make the same version.
  perform pg_advisory_xact_lock(hashtext('cogo.register_workflow'), hashtext(register_workflow.definition ->> 'name'));

  select
    encode(substr(sha256(convert_to(register_workflow.definition::text || coalesce(string_agg(step.child_id::text, ',' order by step.step), ''), 'UTF8')), 1, 16), 'hex')::uuid,
    1 + coalesce(max(child.depth), 0)
  into shape, nesting
  from cogo.parse_definition(register_workflow.definition) as step
  left join cogo.workflow_definitions as child on child.id = step.child_id;
  if nesting > 5 then
    perform cogo.refuse_argument('the definition', 'workflows nest five deep at most');
  end if;

  update cogo.workflow_definitions as same set registered_at = at
  where same.name = register_workflow.definition ->> 'name' and same.shape_hash = shape
  returning * into known;
  if not found then
    created := true;
    insert into cogo.workflow_definitions (name, version, registered_at, shape_hash, saga, depth, step_count, deadline_seconds, definition)
    select
      register_workflow.definition ->> 'name', 1 + coalesce(max(earlier.version), 0), at, shape,
      coalesce((register_workflow.definition ->> 'saga')::boolean, false), nesting,
      jsonb_array_length(register_workflow.definition -> 'steps'),
      (register_workflow.definition ->> 'deadline_seconds')::double precision, register_workflow.definition
    from cogo.workflow_definitions as earlier where earlier.name = register_workflow.definition ->> 'name'
    returning * into known;
    insert into cogo.definition_steps
    select (jsonb_populate_record(parsed, jsonb_build_object('definition_id', known.id))).*
    from cogo.parse_definition(register_workflow.definition) as parsed;
  end if;
  return jsonb_build_object('name', known.name, 'version', known.version, 'created', created);
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

CREATE OR REPLACE FUNCTION cogo.resolve_refs(template jsonb, scope jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  path text[];
begin
  case jsonb_typeof(template)
    when 'object' then
      if template ? '$ref' and template - '$ref' = '{}' then
        path := string_to_array(template ->> '$ref', '.');
        return coalesce(scope #> path, 'null');
      end if;
      return (
        select coalesce(jsonb_object_agg(field.key, cogo.resolve_refs(field.value, scope)), '{}')
        from jsonb_each(template) as field
      );
    when 'array' then
      return (
        select coalesce(jsonb_agg(cogo.resolve_refs(item.value, scope) order by item.ordinal), '[]')
        from jsonb_array_elements(template) with ordinality as item (value, ordinal)
      );
    else
      return template;
  end case;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.send_flow_wishes(at timestamp with time zone, row_limit integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  job_ids bigint[];
begin
  with gone as (
    delete from cogo.flow_inbox as sent where sent.ctid = any (array(
      select note.ctid from cogo.flow_inbox as note
      where note.kind in ('wish', 'force') order by note.id limit send_flow_wishes.row_limit for update skip locked
    ))
    returning sent.job_id, sent.kind
  ),
  wished as (
    insert into cogo.cancels as wish (job_id, requested_at, hard, reason)
    select gone.job_id, send_flow_wishes.at, bool_or(gone.kind = 'force'), 'Its workflow has no more use for it.'
    from gone
    where exists (select from cogo.step_jobs as open where open.job_id = gone.job_id)
      and not exists (select from cogo.attempts as final where final.job_id = gone.job_id and final.final)
    group by gone.job_id order by gone.job_id
    on conflict (job_id) do update set hard = wish.hard or excluded.hard
    returning wish.job_id
  )
  select array_agg(wished.job_id) into job_ids from wished;
  if job_ids is null then
    return 0;
  end if;
  perform cogo.close_cancelled(job_ids, send_flow_wishes.at, cardinality(job_ids));
  return cardinality(job_ids);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.set_deadlines(flow_ids bigint[], at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into cogo.workflow_timers (workflow_id, step, kind, due_at)
  select flow.id, -1, 'deadline', set_deadlines.at + make_interval(secs => defined.deadline_seconds)
  from cogo.workflows as flow
  join cogo.workflow_definitions as defined on defined.id = flow.definition_id
  where flow.id = any(set_deadlines.flow_ids) and defined.deadline_seconds is not null;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.set_fairness(executor text, fair_window integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  changed integer;
begin
  update cogo.lanes as lane set fair_window = set_fairness.fair_window where lane.executor = set_fairness.executor;
  get diagnostics changed = row_count;
  if changed = 0 then
    perform cogo.refuse_argument('executor', format('no lane is open for %L', set_fairness.executor));
  end if;
  insert into cogo.backlog_turns (lane_id, tenant_id)
  select lane.lane_id, '00000000-0000-0000-0000-000000000000' from cogo.lanes as lane where lane.executor = set_fairness.executor
  on conflict do nothing;
  return changed;
exception
  when check_violation then
    perform cogo.refuse_argument('fair_window', 'it must be 1 to 100000, or null for first in, first out');
    return null;
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

CREATE OR REPLACE FUNCTION cogo.settle_children(flow_ids bigint[], at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  update cogo.workflow_steps as step set
    state = case when child.state = 'succeeded' then 'succeeded' when child.state = 'cancelled' then 'cancelled' else 'failed' end,
    finished_at = settle_children.at,
    result = case when child.state = 'succeeded' then cogo.flow_result(child) end,
    error = coalesce(child.error, step.error),
    follow_up = case when child.state = 'succeeded' and parent.undo and defined.saga then 'owed' end
  from cogo.workflows as child
  join cogo.workflows as parent on parent.id = child.parent_id
  join cogo.workflow_definitions as defined on defined.id = child.definition_id
  where child.parent_id = any(settle_children.flow_ids) and child.finished_at is not null
    and step.workflow_id = child.parent_id and step.step = child.parent_step and step.item = -1 and step.state = 'running';

  update cogo.workflow_steps as step set follow_up = 'compensated'
  from cogo.workflows as child
  where child.parent_id = any(settle_children.flow_ids) and child.state in ('compensated', 'cancelled', 'failed')
    and step.workflow_id = child.parent_id and step.step = child.parent_step and step.item = -1
    and step.follow_up = 'compensating';
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.settle_steps(flow_ids bigint[], only_job_ids bigint[], at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  ended jsonb;
begin
  select jsonb_agg(jsonb_build_object(
    'job_id', step_job.job_id, 'workflow_id', step_job.workflow_id, 'step', step_job.step, 'item', step_job.item,
    'role', step_job.role, 'outcome', final.outcome, 'attempts', final.attempt, 'result', final.result, 'error', final.error,
    'acted', exists (
      select from cogo.attempts as tried where tried.job_id = step_job.job_id and (tried.started_at is not null or tried.outcome = 'lease_expired')
    )
  ) order by step_job.job_id)
  into ended
  from cogo.step_jobs as step_job
  join cogo.attempts as final on final.job_id = step_job.job_id and final.final
  where step_job.workflow_id = any(settle_steps.flow_ids)
    and (settle_steps.only_job_ids is null or step_job.job_id = any(settle_steps.only_job_ids));
  if ended is null then
    return;
  end if;

  update cogo.workflow_steps as step set
    state = case when item.outcome = 'cancelled' and step.error ->> 'reason' = 'timeout' then 'failed' else item.outcome end,
    finished_at = settle_steps.at, attempts = item.attempts, result = item.result,
    error = coalesce(item.error, step.error),
    follow_up = case
      when not flow.undo then null
      when item.outcome = 'succeeded' and (defined.undo_type is not null or defined.confirm_type is not null) then 'owed'
      when defined.undo_type is not null and item.acted and (item.error ->> 'class') is distinct from 'validation' then 'owed'
    end
  from jsonb_to_recordset(ended) as item (
    job_id bigint, workflow_id bigint, step smallint, item integer, role text, outcome text, attempts smallint, result jsonb,
    error jsonb, acted boolean
  )
  join cogo.workflows as flow on flow.id = item.workflow_id
  join cogo.definition_steps as defined on defined.definition_id = flow.definition_id and defined.step = item.step
  where item.role = 'action' and step.workflow_id = item.workflow_id and step.step = item.step and step.item = item.item
    and step.state = 'running';

  -- Nobody can cancel an undoing away: a new job takes the place of a cancelled one. A dead one waits for its redrive.
  update cogo.workflow_steps as step set
    follow_up = case
      when item.outcome = 'succeeded' then case when item.role = 'confirm' then 'confirmed' else 'compensated' end
      when item.outcome = 'cancelled' then 'owed'
      else 'stuck'
    end
  from jsonb_to_recordset(ended) as item (workflow_id bigint, step smallint, item integer, role text, outcome text)
  where item.role <> 'action' and step.workflow_id = item.workflow_id and step.step = item.step and step.item = item.item
    and step.follow_up in ('compensating', 'confirming');

  delete from cogo.step_jobs
  using jsonb_to_recordset(ended) as item (job_id bigint, role text, outcome text)
  where step_jobs.job_id = item.job_id and (item.role = 'action' or item.outcome <> 'failed');
  perform cogo.log_steps(ended, settle_steps.at);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.short_hash(value text)
 RETURNS uuid
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return encode(substr(sha256(convert_to(short_hash.value, 'UTF8')), 1, 16), 'hex')::uuid;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.signal_workflow(workflow_id uuid, signal text, payload jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  flow cogo.workflows := cogo.find_flow(signal_workflow.workflow_id);
  waiting smallint[];
begin
  if (signal_workflow.signal ~ '^[a-z][a-zA-Z0-9_-]{0,62}$') is not true then
    perform cogo.refuse_argument('signal', 'it must be a name like approved');
  elsif signal_workflow.payload is null or octet_length(signal_workflow.payload::text) > 262144 then
    perform cogo.refuse_argument('payload', 'it must be JSON of at most 262144 bytes');
  end if;
  if not exists (
    select from cogo.definition_steps as step where step.definition_id = flow.definition_id and step.signal = signal_workflow.signal
  ) then
    perform cogo.refuse_argument('signal', format('no step of this workflow waits for %L', signal_workflow.signal));
  end if;

  select locked.* into flow from cogo.workflows as locked where locked.id = flow.id for update;
  perform set_config('cogo.flows_locked', 'on', true);
  if exists (select from cogo.workflow_signals as first where first.workflow_id = flow.id and first.signal = signal_workflow.signal) then
    return 'already_signalled';
  elsif flow.state <> 'running' then
    return 'closed';
  end if;
  insert into cogo.workflow_signals (workflow_id, received_at, signal, payload)
  values (flow.id, at, signal_workflow.signal, signal_workflow.payload);

  select array_agg(step.step) into waiting
  from cogo.definition_steps as step
  join cogo.workflow_steps as begun on begun.workflow_id = flow.id and begun.step = step.step and begun.state = 'running'
  where step.definition_id = flow.definition_id and step.kind = 'signal' and step.signal = signal_workflow.signal;
  if waiting is not null then
    perform cogo.take_early_signals((
      select jsonb_agg(jsonb_build_object('workflow_id', flow.id, 'step', step, 'kind', 'signal', 'signal', signal_workflow.signal))
      from unnest(waiting) as step
    ), at);
    perform cogo.move_flows(array[flow.id], at);
    perform cogo.read_flow_inbox(at, 20);
  end if;
  return 'accepted';
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.start_problem(item jsonb, is_operator boolean)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  uuid_form constant text := '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$';
begin
  if jsonb_typeof(item) is distinct from 'object' then
    return 'it must be an object';
  elsif item - array['name', 'input', 'idempotency_key', 'version', 'tenant_id', 'correlation_id', 'cause', 'traceparent'] <> '{}' then
    return 'it may have name, input, idempotency_key, version, tenant_id, correlation_id, cause and traceparent only';
  elsif jsonb_typeof(item -> 'name') is distinct from 'string' then
    return 'name must name a registered workflow';
  elsif jsonb_typeof(coalesce(nullif(item -> 'input', 'null'), '{}')) <> 'object' or octet_length(item ->> 'input') > 262144 then
    return 'input must be an object of at most 262144 bytes';
  elsif jsonb_typeof(coalesce(item -> 'idempotency_key', 'null')) not in ('string', 'null') or length(item ->> 'idempotency_key') not between 1 and 200 then
    return 'idempotency_key must be a text of 1 to 200 characters';
  elsif jsonb_typeof(coalesce(item -> 'version', 'null')) not in ('number', 'null') or item ->> 'version' !~ '^\d{1,9}$' then
    return 'version must be a whole number';
  elsif item ->> 'tenant_id' is not null and not is_operator then
    return 'tenant_id comes from the token and may not be given';
  elsif (item ->> 'tenant_id') !~ uuid_form or (item ->> 'correlation_id') !~ uuid_form or (item ->> 'cause') !~ uuid_form then
    return 'tenant_id, correlation_id and cause must be UUIDs';
  elsif (item ->> 'traceparent') !~ '^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$' then
    return 'traceparent must be in W3C form';
  elsif not exists (
    select from cogo.workflow_definitions as known
    where known.name = item ->> 'name' and (item ->> 'version' is null or known.version = (item ->> 'version')::integer)
  ) then
    return format('no workflow is called %s%s; an operator registers it with register_workflow', left(item ->> 'name', 120),
      coalesce(' in version ' || (item ->> 'version'), ''));
  end if;
  return null;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.start_workflows(workflows jsonb)
 RETURNS TABLE(ordinal integer, workflow_id uuid, created boolean, state text, version integer)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  at timestamptz := cogo.now_();
  wrong record;
  given jsonb;
  born bigint[];
begin
  if jsonb_typeof(start_workflows.workflows) is distinct from 'array' or jsonb_array_length(start_workflows.workflows) not between 1 and 1000 then
    perform cogo.refuse_argument('workflows', 'it must be an array of 1 to 1000 workflows');
  end if;
  select item.ordinal - 1 as place, told.problem into wrong
  from jsonb_array_elements(start_workflows.workflows) with ordinality as item (value, ordinal),
    lateral (select cogo.start_problem(item.value, tenant is null) as problem) as told
  where told.problem is not null order by item.ordinal limit 1;
  if found then
    perform cogo.refuse_argument(format('workflows[%s]', wrong.place), wrong.problem);
  end if;

  given := cogo.name_starts(start_workflows.workflows, tenant);
  -- In hash order, so that two batches that share keys wait for each other instead of locking each other out.
  with written as (
    insert into cogo.workflows (
      id, created_at, tenant_id, definition_id, idempotency_hash, body_hash, cause, correlation_id, traceparent, input, state
    )
    select distinct on (item.hash, case when item.hash is null then item.id end)
      item.id, at, item.tenant_id, item.definition_id, item.hash, item.body, item.cause, item.correlation_id, item.traceparent, item.input, 'running'
    from jsonb_to_recordset(given) as item (
      ordinal integer, id bigint, tenant_id uuid, definition_id integer, hash uuid, body uuid, cause uuid, correlation_id uuid,
      traceparent text, input jsonb
    )
    order by item.hash, case when item.hash is null then item.id end, item.ordinal
    on conflict (idempotency_hash) where idempotency_hash is not null do nothing
    returning workflows.id
  )
  select array_agg(written.id) into born from written;
  perform cogo.check_started(given);

  if born is not null then
    perform cogo.set_deadlines(born, at);
    perform cogo.move_flows(born, at);
  end if;
  return query
  select item.ordinal, cogo.flow_id(flow.created_at, flow.id), flow.id = item.id, flow.state, defined.version
  from jsonb_to_recordset(given) as item (ordinal integer, id bigint, hash uuid)
  join cogo.workflows as flow on flow.id = item.id or flow.idempotency_hash = item.hash
  join cogo.workflow_definitions as defined on defined.id = flow.definition_id
  order by item.ordinal;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.state_after(type text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return case
    when state_after.type in ('job_enqueued', 'job_retried', 'job_released', 'job_lease_expired') then 'queued'
    when state_after.type = 'job_claimed' then 'assigned'
    when state_after.type = 'job_started' then 'running'
    when state_after.type = 'job_compensated' then 'succeeded'
    when state_after.type in ('job_succeeded', 'job_failed', 'job_cancelled') then substr(state_after.type, 5)
  end;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.step_job(flow cogo.workflows, type text, payload jsonb, max_attempts smallint, cause uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return jsonb_strip_nulls(jsonb_build_object(
    'type', step_job.type, 'tenant_id', flow.tenant_id, 'max_attempts', step_job.max_attempts,
    'correlation_id', cogo.flow_id(flow.created_at, flow.id), 'cause', step_job.cause, 'traceparent', flow.traceparent
  )) || jsonb_build_object('payload', case
    when jsonb_typeof(step_job.payload) = 'object' then step_job.payload else jsonb_build_object('value', step_job.payload)
  end);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.step_payload(flow cogo.workflows, defined cogo.definition_steps, scope jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if defined.input is not null then
    return cogo.resolve_refs(defined.input, scope);
  elsif defined.kind = 'map' then
    return jsonb_build_object('item', scope -> 'item', 'index', scope -> 'index');
  end if;
  return jsonb_build_object('input', flow.input, 'steps', (
    select coalesce(jsonb_object_agg(need.name, coalesce(scope -> 'steps' -> need.name, 'null')), '{}')
    from cogo.definition_steps as need
    where need.definition_id = defined.definition_id and need.step = any(defined.needs)
  ));
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.step_problem(step jsonb, saga boolean)
 RETURNS text
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  kind text := coalesce(step ->> 'kind', 'job');
  name_form constant text := '^[a-z][a-zA-Z0-9_-]{0,62}$';
  allowed text[] := array['name', 'kind', 'after', 'optional'] || case kind
    when 'job' then array['type', 'input', 'retry', 'timeout_seconds', 'compensate']
    when 'map' then array['type', 'over', 'input', 'retry', 'timeout_seconds', 'compensate']
    when 'tcc' then array['try', 'confirm', 'cancel', 'input', 'retry', 'timeout_seconds']
    when 'sleep' then array['seconds']
    when 'signal' then array['signal', 'timeout_seconds']
    when 'workflow' then array['workflow', 'input']
  end;
  part text;
begin
  if jsonb_typeof(step) is distinct from 'object' then
    return 'it must be an object';
  elsif (jsonb_typeof(step -> 'name') = 'string' and step ->> 'name' ~ name_form) is not true then
    return 'name must be a letter a-z and up to 62 of a-z, A-Z, 0-9, _ and -';
  elsif kind not in ('job', 'map', 'tcc', 'sleep', 'signal', 'workflow') then
    return 'kind must be job, map, tcc, sleep, signal or workflow';
  elsif step - allowed <> '{}' then
    return format('a step of kind %s has no field %L', kind, (select key from jsonb_object_keys(step - allowed) as key limit 1));
  elsif jsonb_typeof(coalesce(step -> 'after', '[]')) <> 'array'
    or exists (select from jsonb_array_elements(coalesce(step -> 'after', '[]')) as need where jsonb_typeof(need) <> 'string') then
    return 'after must be an array of names of steps';
  elsif jsonb_typeof(coalesce(step -> 'optional', 'false')) <> 'boolean' then
    return 'optional must be true or false';
  elsif kind in ('job', 'map') and jsonb_typeof(step -> 'type') is distinct from 'string' then
    return 'type must name a job type';
  elsif kind = 'map' and jsonb_typeof(step -> 'over' -> '$ref') is distinct from 'string' then
    return 'over must be a reference to an array: {"$ref": "steps.name.field"}';
  elsif kind in ('job', 'map') and saga and not step ? 'compensate' and (step -> 'optional') is distinct from 'true'::jsonb then
    return 'compensate is missing: in a saga a step says what undoes it, {"type": "prefix.name"}, or null when there is nothing to undo';
  elsif step ? 'retry' and (step -> 'retry' ->> 'max_attempts' ~ '^([1-9]\d?|100)$' and (step -> 'retry') - 'max_attempts' = '{}') is not true then
    return 'retry must be {"max_attempts": 1 to 100}';
  elsif step ? 'timeout_seconds' and cogo.is_duration(step -> 'timeout_seconds') is not true then
    return 'timeout_seconds must be a number from 1 to 31536000';
  elsif kind = 'sleep' and cogo.is_duration(step -> 'seconds') is not true then
    return 'seconds must be a number above 0, to 31536000';
  elsif kind = 'signal' and (jsonb_typeof(step -> 'signal') = 'string' and step ->> 'signal' ~ name_form) is not true then
    return 'signal must be a name like approved';
  elsif kind = 'workflow' and jsonb_typeof(step -> 'workflow') is distinct from 'string' then
    return 'workflow must name a registered workflow';
  end if;
  foreach part in array case kind when 'tcc' then array['try', 'confirm', 'cancel'] else array['compensate'] end loop
    if kind = 'tcc' or jsonb_typeof(coalesce(step -> part, 'null')) <> 'null' then
      if (jsonb_typeof(step -> part -> 'type') = 'string' and (step -> part) - array['type', 'retry'] = '{}') is not true then
        return format('%s must be {"type": "prefix.name"}', part);
      end if;
    end if;
  end loop;
  return null;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.stop_steps(flow_ids bigint[], at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  delete from cogo.workflow_timers as timer where timer.workflow_id = any(stop_steps.flow_ids) and timer.kind <> 'force';

  update cogo.workflow_steps as step set state = 'cancelled', finished_at = stop_steps.at
  from cogo.workflows as flow
  join cogo.definition_steps as defined on defined.definition_id = flow.definition_id and defined.kind in ('sleep', 'signal')
  where flow.id = any(stop_steps.flow_ids) and step.workflow_id = flow.id and step.step = defined.step and step.state = 'running';

  -- Wishes are written by whoever reads the inbox: this transaction holds runs and must not wait for anybody's job.
  insert into cogo.flow_inbox (workflow_id, job_id, kind)
  select step_job.workflow_id, step_job.job_id, 'wish' from cogo.step_jobs as step_job
  where step_job.workflow_id = any(stop_steps.flow_ids) and step_job.role = 'action'
    and not exists (select from cogo.cancels where cancels.job_id = step_job.job_id)
    and not exists (
      select from cogo.flow_inbox as sent where sent.workflow_id = step_job.workflow_id and sent.job_id = step_job.job_id and sent.kind = 'wish'
    );

  insert into cogo.flow_inbox (workflow_id, kind)
  select child.id, 'cancel' from cogo.workflows as child
  where child.parent_id = any(stop_steps.flow_ids) and child.state in ('running', 'confirming')
    and not exists (select from cogo.flow_inbox as sent where sent.workflow_id = child.id and sent.kind = 'cancel');
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.survey_jobs(jobs jsonb, is_operator boolean, OUT new_ids bigint[], OUT only_type text, OUT has_keys boolean, OUT has_later boolean)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
    case when count(item.type) = count(*) and min(item.type collate "C") = max(item.type collate "C") then min(item.type collate "C") end
  into new_ids, plain, has_keys, largest, only_type
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
    'in_turn', case when exists (select from cogo.backlog) then cogo.heal_backlog(at, 1000) else 0 end,
    'unparked', case when exists (select from cogo.parked) then cogo.heal_parked(at, 50) else 0 end,
    'cancelled', case when exists (select from cogo.cancels) then cogo.close_cancelled(null, at, 500) else 0 end,
    'timers', case when exists (select from cogo.workflow_timers where due_at <= at) then cogo.fire_flow_timers(at, 200) else 0 end,
    'wishes', case when exists (select from cogo.flow_inbox) then cogo.send_flow_wishes(at, 500) + cogo.read_flow_inbox(at, 200) else 0 end,
    'forgotten', cogo.forget_idempotency_keys(at, 500)
  );
  if exists (select from cogo.permit_locks) then
    perform cogo.forget_permit_locks(at, 100);
  end if;
  return swept;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.take_early_signals(begun jsonb, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  with early as (
    update cogo.workflow_steps as step set state = 'succeeded', finished_at = take_early_signals.at, result = received.payload
    from jsonb_to_recordset(take_early_signals.begun) as item (workflow_id bigint, step smallint, kind text, signal text)
    join cogo.workflow_signals as received on received.workflow_id = item.workflow_id and received.signal = item.signal
    where item.kind = 'signal' and step.workflow_id = item.workflow_id and step.step = item.step and step.item = -1
    returning step.workflow_id, step.step
  )
  delete from cogo.workflow_timers as timer using early
  where timer.workflow_id = early.workflow_id and timer.step = early.step and timer.kind = 'timeout';
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
  delete from cogo.backlog where backlog.job_id = any(take_unheld.job_ids)
  returning backlog.job_id, backlog.attempt;

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

CREATE OR REPLACE FUNCTION cogo.time_out_jobs(due jsonb, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  -- Softly first: its worker may still finish. After the longest lease the job is taken from it.
  insert into cogo.flow_inbox (workflow_id, job_id, kind)
  select step_job.workflow_id, step_job.job_id, case item.kind when 'timeout' then 'wish' else 'force' end
  from jsonb_to_recordset(time_out_jobs.due) as item (workflow_id bigint, step smallint, kind text)
  join cogo.step_jobs as step_job
    on step_job.workflow_id = item.workflow_id and step_job.step = item.step and step_job.role = 'action'
  where item.kind in ('timeout', 'force');

  insert into cogo.workflow_timers (workflow_id, step, kind, due_at)
  select distinct item.workflow_id, item.step, 'force', time_out_jobs.at + interval '120 seconds'
  from jsonb_to_recordset(time_out_jobs.due) as item (workflow_id bigint, step smallint, kind text)
  join cogo.step_jobs as step_job
    on step_job.workflow_id = item.workflow_id and step_job.step = item.step and step_job.role = 'action'
  where item.kind = 'timeout'
  on conflict do nothing;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.undo_children(flow_ids bigint[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  with ripe as (
    update cogo.workflow_steps as step set follow_up = 'compensating'
    from cogo.workflows as flow
    join cogo.definition_steps as defined on defined.definition_id = flow.definition_id and defined.kind = 'workflow'
    where flow.id = any(undo_children.flow_ids) and flow.state in ('compensating', 'stuck')
      and step.workflow_id = flow.id and step.step = defined.step and step.follow_up = 'owed'
      and not exists (
        select from cogo.definition_steps as later
        join cogo.workflow_steps as begun on begun.workflow_id = flow.id and begun.step = later.step
        where later.definition_id = flow.definition_id and defined.step = any(later.needs)
          and (begun.state = 'running' or begun.follow_up in ('owed', 'compensating', 'stuck'))
      )
    returning step.workflow_id, step.step
  )
  insert into cogo.flow_inbox (workflow_id, kind)
  select child.id, 'cancel' from ripe
  join cogo.workflows as child on child.parent_id = ripe.workflow_id and child.parent_step = ripe.step;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.undo_steps(flow_ids bigint[], at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  specs jsonb;
begin
  perform cogo.undo_children(undo_steps.flow_ids);

  with ripe as (
    update cogo.workflow_steps as step set
      follow_up = case when flow.state = 'confirming' then 'confirming' else 'compensating' end
    from cogo.workflows as flow
    join cogo.definition_steps as defined on defined.definition_id = flow.definition_id
    where flow.id = any(undo_steps.flow_ids) and step.workflow_id = flow.id and step.step = defined.step
      and step.follow_up = 'owed' and defined.kind in ('job', 'map', 'tcc')
      and (
        (flow.state = 'confirming' and defined.kind = 'tcc')
        or (flow.state in ('compensating', 'stuck') and not exists (
          -- Backwards: first what came after it, and what of that is still open may yet act.
          select from cogo.definition_steps as later
          join cogo.workflow_steps as begun on begun.workflow_id = flow.id and begun.step = later.step
          where later.definition_id = flow.definition_id and defined.step = any(later.needs)
            and (begun.state = 'running' or begun.follow_up in ('owed', 'compensating', 'stuck'))
        ))
      )
    returning step.workflow_id, step.step, step.item, step.job_id, step.result, step.follow_up
  )
  select jsonb_agg(jsonb_build_object(
    'workflow_id', flow.id, 'step', ripe.step, 'item', ripe.item,
    'role', case when ripe.follow_up = 'confirming' then 'confirm' when defined.kind = 'tcc' then 'cancel' else 'compensation' end,
    'job', cogo.step_job(
      flow, case when ripe.follow_up = 'confirming' then defined.confirm_type else defined.undo_type end,
      jsonb_build_object(
        'input', action.payload, 'result', ripe.result, 'step', defined.name, 'workflow_id', cogo.flow_id(flow.created_at, flow.id)
      ),
      coalesce(case when ripe.follow_up = 'confirming' then defined.confirm_max_attempts else defined.undo_max_attempts end, 20::smallint),
      cogo.uuid_v7(action.created_at, action.id)
    )
  ) order by ripe.workflow_id, ripe.step desc, ripe.item desc)
  into specs
  from ripe
  join cogo.workflows as flow on flow.id = ripe.workflow_id
  join cogo.definition_steps as defined on defined.definition_id = flow.definition_id and defined.step = ripe.step
  join cogo.jobs as action on action.id = ripe.job_id;

  if specs is not null then
    perform cogo.enqueue_steps(specs, undo_steps.at);
  end if;
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
  union all select * from cogo.verify_limits()
  union all select * from cogo.verify_flows();
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.verify_flows()
 RETURNS TABLE(invariant text, problem text, sample jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return query
  select 'an open step has something that will end it', format('%s steps have nothing', count(*)), jsonb_agg(jsonb_build_array(step.workflow_id, step.step, step.item))
  from cogo.workflow_steps as step
  join cogo.workflows as flow on flow.id = step.workflow_id
  join cogo.definition_steps as defined on defined.definition_id = flow.definition_id and defined.step = step.step
  where step.state = 'running' and not case
    when defined.kind = 'sleep' then exists (
      select from cogo.workflow_timers as timer where timer.workflow_id = flow.id and timer.step = step.step and timer.kind = 'wake')
    when defined.kind = 'signal' then true
    when defined.kind = 'workflow' then exists (
      select from cogo.workflows as child where child.parent_id = flow.id and child.parent_step = step.step
        and (child.finished_at is null or exists (select from cogo.flow_inbox as sent where sent.workflow_id = flow.id)))
    when defined.kind = 'map' and step.item = -1 then exists (
      select from cogo.workflow_steps as element
      where element.workflow_id = flow.id and element.step = step.step and element.item >= 0 and element.state = 'running')
    else exists (select from cogo.step_jobs as open where open.job_id = step.job_id and open.role = 'action')
  end
  having count(*) > 0
  union all
  select 'a follow-up on its way has a job', format('%s have none', count(*)), jsonb_agg(jsonb_build_array(step.workflow_id, step.step, step.item))
  from cogo.workflow_steps as step
  join cogo.workflows as flow on flow.id = step.workflow_id
  join cogo.definition_steps as defined on defined.definition_id = flow.definition_id and defined.step = step.step
  where step.follow_up in ('compensating', 'confirming', 'stuck') and defined.kind <> 'workflow'
    and not exists (select from cogo.step_jobs as open where open.job_id = step.follow_job_id and open.role <> 'action')
  having count(*) > 0
  union all
  select 'a job of a step is open, dead, or told of', format('%s are not', count(*)), jsonb_agg(open.job_id)
  from cogo.step_jobs as open
  join cogo.attempts as final on final.job_id = open.job_id and final.final
  where not (open.role <> 'action' and final.outcome = 'failed')
    and not exists (select from cogo.flow_inbox as sent where sent.workflow_id = open.workflow_id)
  having count(*) > 0
  union all
  select 'a closed run has nothing open', format('%s have', count(*)), jsonb_agg(flow.id)
  from cogo.workflows as flow
  where flow.finished_at is not null and (
    exists (select from cogo.step_jobs as open where open.workflow_id = flow.id)
    or exists (select from cogo.workflow_steps as step where step.workflow_id = flow.id and step.state = 'running')
    or exists (select from cogo.workflow_timers as timer where timer.workflow_id = flow.id)
  )
  having count(*) > 0
  union all
  select 'a run that went back has undone what it did', format('%s have not', count(*)), jsonb_agg(distinct flow.id)
  from cogo.workflows as flow
  join cogo.workflow_steps as step on step.workflow_id = flow.id
  join cogo.definition_steps as defined on defined.definition_id = flow.definition_id and defined.step = step.step
  where flow.finished_at is not null and flow.ends_as is not null and flow.undo and defined.undo_type is not null
    and (step.item >= 0 or defined.kind <> 'map')
    and step.follow_up is distinct from 'compensated'
    and (step.state = 'succeeded' or (step.error ->> 'class') is distinct from 'validation' and exists (
      select from cogo.attempts as tried where tried.job_id = step.job_id and tried.started_at is not null))
  having count(*) > 0
  union all
  select 'a step has one job per role', format('%s have more', count(*)), jsonb_agg(jsonb_build_array(twice.workflow_id, twice.step))
  from (
    select open.workflow_id, open.step from cogo.step_jobs as open
    group by open.workflow_id, open.step, open.item, open.role having count(*) > 1
  ) as twice
  having count(*) > 0
  union all
  select 'a memoised result is that of its job', format('%s differ', count(*)), jsonb_agg(step.job_id)
  from cogo.workflow_steps as step
  join cogo.attempts as final on final.job_id = step.job_id and final.outcome = 'succeeded'
  where step.state = 'succeeded' and step.result is distinct from final.result
  having count(*) > 0;
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
    union all select 'backlog', backlog.job_id, backlog.attempt from cogo.backlog
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

CREATE OR REPLACE FUNCTION cogo.write_step_jobs(specs jsonb, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  batch record;
begin
  for batch in
    select jsonb_agg(item.value order by item.ordinal) as specs, jsonb_agg(item.value -> 'job' order by item.ordinal) as jobs,
      array_agg(nextval('cogo.jobs_id_seq') order by item.ordinal) as ids
    from jsonb_array_elements(write_step_jobs.specs) with ordinality as item (value, ordinal)
    group by (item.ordinal - 1) / 1000
  loop
    perform cogo.check_jobs(batch.jobs, true);
    if (select max(octet_length(job ->> 'payload')) from jsonb_array_elements(batch.jobs) as job) > 262144 then
      raise sqlstate 'PT413' using message = 'Cannot begin a step: its payload has more than 262144 bytes',
        detail = 'payload_too_large', hint = 'Let steps hand on addresses of artifacts instead of the bytes.';
    end if;
    perform cogo.insert_jobs(batch.jobs, batch.ids, batch.ids, null, write_step_jobs.at, false);

    insert into cogo.step_jobs (job_id, workflow_id, step, item, role)
    select batch.ids[item.ordinal::integer], (item.value ->> 'workflow_id')::bigint, (item.value ->> 'step')::smallint,
      (item.value ->> 'item')::integer, item.value ->> 'role'
    from jsonb_array_elements(batch.specs) with ordinality as item (value, ordinal);

    update cogo.workflow_steps as step set
      job_id = case when item.value ->> 'role' = 'action' then batch.ids[item.ordinal::integer] else step.job_id end,
      follow_job_id = case when item.value ->> 'role' <> 'action' then batch.ids[item.ordinal::integer] else step.follow_job_id end
    from jsonb_array_elements(batch.specs) with ordinality as item (value, ordinal)
    where step.workflow_id = (item.value ->> 'workflow_id')::bigint and step.step = (item.value ->> 'step')::smallint
      and step.item = (item.value ->> 'item')::integer;

    perform cogo.log_steps((
      select jsonb_agg(item.value - 'job' || jsonb_build_object('job_id', batch.ids[item.ordinal::integer], 'outcome', 'started'))
      from jsonb_array_elements(batch.specs) with ordinality as item (value, ordinal)
    ), write_step_jobs.at);
  end loop;
end;
$function$;

ALTER TABLE "cogo"."backlog_turns" ADD CONSTRAINT "backlog_turns_lane_id_fkey" FOREIGN KEY (lane_id) REFERENCES cogo.lanes(lane_id) ON DELETE CASCADE;

ALTER TABLE "cogo"."job_types" ADD CONSTRAINT "a_strict_key_runs_one_at_a_time" CHECK (((NOT key_strict) OR (key_limit = 1)));

ALTER TABLE "cogo"."job_types" ADD CONSTRAINT "closed_jobs_are_kept_an_hour_to_ten_years" CHECK ((((keep_succeeded_seconds >= 3600) AND (keep_succeeded_seconds <= 315360000)) AND ((keep_failed_seconds >= 3600) AND (keep_failed_seconds <= 315360000))));

ALTER TABLE "cogo"."job_types" ADD CONSTRAINT "key_limit_is_positive" CHECK ((key_limit >= 1));

ALTER TABLE "cogo"."lanes" ADD CONSTRAINT "a_window_holds_1_to_100000_messages" CHECK (((fair_window >= 1) AND (fair_window <= 100000)));

ALTER TABLE "cogo"."definition_steps" ADD CONSTRAINT "definition_steps_child_id_fkey" FOREIGN KEY (child_id) REFERENCES cogo.workflow_definitions(id);

ALTER TABLE "cogo"."definition_steps" ADD CONSTRAINT "definition_steps_definition_id_fkey" FOREIGN KEY (definition_id) REFERENCES cogo.workflow_definitions(id) ON DELETE CASCADE;

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
    (COALESCE(final.attempt, held.attempt, waiting.attempt, parked.attempt, backlog.attempt))::integer AS attempt,
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
   FROM (((((((((cogo.jobs job
     JOIN cogo.lanes lane ON ((lane.lane_id = job.lane_id)))
     LEFT JOIN cogo.attempts final ON (((final.job_id = job.id) AND final.final)))
     LEFT JOIN cogo.held ON ((held.job_id = job.id)))
     LEFT JOIN cogo.claims claim ON ((claim.fence = held.fence)))
     LEFT JOIN cogo.waiting ON ((waiting.job_id = job.id)))
     LEFT JOIN cogo.blocked ON ((blocked.job_id = job.id)))
     LEFT JOIN cogo.backlog ON ((backlog.job_id = job.id)))
     LEFT JOIN cogo.parked ON ((parked.job_id = job.id)))
     LEFT JOIN cogo.cancels ON ((cancels.job_id = job.id)));

CREATE INDEX backlog_in_turn_idx ON cogo.backlog USING btree (lane_id, tenant_id, job_id);

CREATE INDEX flow_inbox_workflow_id_idx ON cogo.flow_inbox USING btree (workflow_id);

CREATE INDEX held_key_hash_idx ON cogo.held USING btree (key_hash) WHERE (key_hash IS NOT NULL);

CREATE INDEX held_tenant_hash_idx ON cogo.held USING btree (tenant_hash) WHERE (tenant_hash IS NOT NULL);

CREATE INDEX held_type_hash_idx ON cogo.held USING btree (type_hash) WHERE (type_hash IS NOT NULL);

CREATE INDEX key_queue_job_id_idx ON cogo.key_queue USING btree (job_id);

CREATE INDEX parked_asleep_idx ON cogo.parked USING btree (limit_hash, job_id) WHERE (woken_at IS NULL);

CREATE INDEX parked_woken_idx ON cogo.parked USING btree (lane_id, woken_at, job_id) WHERE (woken_at IS NOT NULL);

CREATE INDEX saga_log_workflow_id_idx ON cogo.saga_log USING btree (workflow_id, id);

CREATE INDEX step_jobs_workflow_id_idx ON cogo.step_jobs USING btree (workflow_id);

CREATE INDEX workflow_timers_due_at_idx ON cogo.workflow_timers USING btree (due_at);

CREATE UNIQUE INDEX workflows_idempotency_hash_key ON cogo.workflows USING btree (idempotency_hash) WHERE (idempotency_hash IS NOT NULL);

CREATE INDEX workflows_parent_id_idx ON cogo.workflows USING btree (parent_id) WHERE (parent_id IS NOT NULL);

COMMENT ON COLUMN "cogo"."claims"."limited" IS 'Whether a job of it holds a permit.';

COMMENT ON COLUMN "cogo"."definition_steps"."child_id" IS 'The version of the workflow that the step starts, as it was at registration.';

COMMENT ON COLUMN "cogo"."definition_steps"."is_last" IS 'No other step comes after it: its result is part of the workflow''s.';

COMMENT ON COLUMN "cogo"."definition_steps"."needs" IS 'The steps of after.';

COMMENT ON COLUMN "cogo"."definition_steps"."step" IS 'Place in the definition, from 0.';

COMMENT ON COLUMN "cogo"."definition_steps"."undo_type" IS 'The job that undoes the step: its compensation, or the cancel of a tcc; null = nothing to undo.';

COMMENT ON COLUMN "cogo"."flow_inbox"."kind" IS 'look: something of yours has ended; cancel: end; wish: ask the worker of job_id to stop; force: take job_id from it.';

COMMENT ON COLUMN "cogo"."held"."key_hash" IS 'The limit it holds a permit of (cogo.limit_hash), or null; likewise for its type and tenant. The row is the permit: it ends with the hold.';

COMMENT ON COLUMN "cogo"."job_types"."keep_failed_seconds" IS 'How long a failed job and its dead letter are kept after its end.';

COMMENT ON COLUMN "cogo"."job_types"."keep_succeeded_seconds" IS 'How long a succeeded or cancelled job is kept after its end.';

COMMENT ON COLUMN "cogo"."job_types"."key_limit" IS 'How many jobs of one concurrency_key may be held at a time.';

COMMENT ON COLUMN "cogo"."job_types"."key_strict" IS 'Whether jobs of one concurrency_key run in the order in which they were enqueued, each after the end of the one before.';

COMMENT ON COLUMN "cogo"."job_types"."result_schema" IS 'JSON Schema that a result must meet when a job succeeds, or null.';

COMMENT ON COLUMN "cogo"."jobs"."concurrency_key" IS 'Jobs of one tenant with the same key run key_limit of their type at a time.';

COMMENT ON COLUMN "cogo"."lanes"."fair_window" IS 'About how many messages stand in the lane while more jobs wait in cogo.backlog for their tenant''s turn; null = first in, first out.';

COMMENT ON COLUMN "cogo"."lanes"."paused_at" IS 'Since when no claim looks into it; null = it is open.';

COMMENT ON COLUMN "cogo"."limits"."max_running" IS 'How many jobs may be held at a time; null = a key''s type says so, or there is no such limit.';

COMMENT ON COLUMN "cogo"."limits"."name" IS 'scope key: the key. scope type: a name, prefix.* or *, the nearest rules. scope tenant: null.';

COMMENT ON COLUMN "cogo"."limits"."rate_count" IS 'How many jobs may start within rate_seconds, evenly spread; bursts up to rate_count.';

COMMENT ON COLUMN "cogo"."limits"."tenant_id" IS 'scope key: the tenant of the key. scope tenant: the tenant, or null for each that has no row of its own.';

COMMENT ON COLUMN "cogo"."parked"."limit_hash" IS 'The limit that refused it (cogo.limit_hash).';

COMMENT ON COLUMN "cogo"."parked"."paid" IS 'Whether its place in the rate of limit_hash is counted already.';

COMMENT ON COLUMN "cogo"."parked"."woken_at" IS 'From when a claim may try it again; null = until a permit is given back.';

COMMENT ON COLUMN "cogo"."permit_locks"."due_at" IS 'When the next job would start if all came evenly (GCRA); null = no rate was asked for. A job may start up to a burst earlier.';

COMMENT ON COLUMN "cogo"."saga_log"."step" IS 'The step that moved; null = the run itself.';

COMMENT ON COLUMN "cogo"."workflow_definitions"."depth" IS '1, or one more than the deepest workflow that it starts.';

COMMENT ON COLUMN "cogo"."workflow_definitions"."shape_hash" IS 'First 16 bytes of the SHA-256 of the definition and the versions of the workflows that it starts.';

COMMENT ON COLUMN "cogo"."workflow_steps"."attempts" IS 'How often its job was started; 0 = never, so it has no effect to undo.';

COMMENT ON COLUMN "cogo"."workflow_steps"."follow_job_id" IS 'The job that undoes or confirms it, last tried.';

COMMENT ON COLUMN "cogo"."workflow_steps"."follow_up" IS 'What comes after the end: owed (would be undone or confirmed), compensating, compensated, confirming, confirmed, stuck (dead-lettered). Null = nothing.';

COMMENT ON COLUMN "cogo"."workflow_steps"."item" IS 'The element of a map step, from 0; -1 = the step itself.';

COMMENT ON COLUMN "cogo"."workflow_timers"."step" IS 'The step, or -1 for the run.';

COMMENT ON COLUMN "cogo"."workflows"."ends_as" IS 'How it will end, once it goes wrong: open work is being stopped, or undone. Null while all is well.';

COMMENT ON COLUMN "cogo"."workflows"."idempotency_hash" IS 'First 16 bytes of the SHA-256 of idem_flow:<tenant>:<name>:<key>.';

COMMENT ON COLUMN "cogo"."workflows"."undo" IS 'Whether finished steps are undone when the run goes wrong; false after a cancel that wished so.';

COMMENT ON FUNCTION "api"."cancel_workflow"(uuid, text, boolean) IS 'Stops a run and undoes what it did: {outcome: cancelling | cancelled | already_going_back | already_closed | too_late, state}. Errors: bad_argument (400), not_an_agent (401), workflow_not_found (404).';

COMMENT ON FUNCTION "api"."get_workflow"(uuid) IS 'A run whole: state, result, error, steps with jobs and results, signals, saga log. Errors: not_an_agent (401), workflow_not_found (404).';

COMMENT ON FUNCTION "api"."list_limits"() IS 'All limits and pauses of types, keys and tenants. For operators. No errors.';

COMMENT ON FUNCTION "api"."list_workflows"(text, text, uuid, integer) IS 'Runs, newest first; go on with before_workflow_id. Errors: bad_argument (400), not_an_agent (401), workflow_not_found (404).';

COMMENT ON FUNCTION "api"."pause"(text, text, uuid, text) IS 'Stops new starts of a lane (name = a queue, or an executor for all of its lanes), a type (name) or a tenant (tenant_id). What runs goes on. For operators. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."queue_stats"() IS 'What stands where: per lane, the ready jobs (counted up to 100,000) and those held, waiting and blocked. Errors: not_an_agent (401).';

COMMENT ON FUNCTION "api"."register_job_type"(text, text, integer, integer, integer, real, integer, jsonb, jsonb, integer, boolean, integer, integer) IS 'Adds or replaces the settings of a job type (prefix.name), of a prefix (prefix.*) or of everything else (*). Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."register_workflow"(jsonb) IS 'Makes a workflow known: {name, saga, deadline_seconds, output, steps: [{name, kind, type, after, input, compensate, …}]} (docs/guides/flows.md). Answers {name, version, created}. For operators. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."remove_limit"(text, text, uuid) IS 'Removes a limit; answers whether there was one. For operators. No errors.';

COMMENT ON FUNCTION "api"."resume"(text, text, uuid) IS 'Ends a pause; limits stay. For operators. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."set_fairness"(text, integer) IS 'Lets tenants take turns in the lanes of an executor: about fair_window jobs are ready at a time, the others wait for their tenants turn. Null = first in, first out. For operators. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."set_limit"(text, text, uuid, integer, integer, integer, text) IS 'Limits how many jobs of a key, type (name, prefix.* or *) or tenant (null = each) run at a time, and how many start in rate_seconds. For operators. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."signal_workflow"(uuid, text, jsonb) IS 'Gives a run a signal: {outcome: accepted | already_signalled | closed}. The first of a name wins, and may come early. Errors: bad_argument (400), not_an_agent (401), workflow_not_found (404).';

COMMENT ON FUNCTION "api"."start_workflow"(text, jsonb, text, integer) IS 'Starts a workflow. Answers {workflow_id, created, state, version}; a used idempotency_key answers with its first run. Errors: bad_argument (400), not_an_agent (401), idempotency_conflict (409).';

COMMENT ON FUNCTION "api"."start_workflows"(jsonb) IS 'Starts 1 to 1000 workflows, all or none: {name, input, idempotency_key, version, correlation_id, cause, traceparent}. Answers in their order. Errors: bad_argument (400), not_an_agent (401), idempotency_conflict (409).';

COMMENT ON FUNCTION "cogo"."admit"(smallint, integer, bigint[], smallint[], timestamp with time zone) IS 'Puts jobs into a lane with a window as far as there is room; the others wait for their tenants turn.';

COMMENT ON FUNCTION "cogo"."advance_flows"(bigint[], timestamp with time zone) IS 'Jobs have closed: records the ends of their steps and moves their runs on.';

COMMENT ON FUNCTION "cogo"."back_out"(bigint[], text, boolean, jsonb, timestamp with time zone) IS 'Makes locked runs go back: what is open stops, what was done is undone if so wished. Answers which did.';

COMMENT ON FUNCTION "cogo"."begin_children"(jsonb, timestamp with time zone) IS 'Starts the runs that steps of kind workflow stand for.';

COMMENT ON FUNCTION "cogo"."begin_jobs"(jsonb, timestamp with time zone) IS 'Enqueues the jobs of steps that begin.';

COMMENT ON FUNCTION "cogo"."begin_maps"(jsonb, timestamp with time zone) IS 'Writes a row per element of the maps that begin; one that goes over no array fails.';

COMMENT ON FUNCTION "cogo"."begin_steps"(bigint[], timestamp with time zone) IS 'Begins every step whose needs have ended: a job, a map, a timer, a wait, a child run. Answers how many.';

COMMENT ON FUNCTION "cogo"."cancel_workflow"(uuid, text, boolean) IS 'Makes a run stop and, unless compensate is false, undo what it did. Confirming runs go on: too_late. Errors: workflow_not_found (404), bad_argument (400).';

COMMENT ON FUNCTION "cogo"."check_started"(jsonb) IS 'Refuses a repeated key with another input. Errors: idempotency_conflict (409).';

COMMENT ON FUNCTION "cogo"."close_maps"(bigint[], timestamp with time zone) IS 'Ends map steps whose elements have all ended; the result is the array of theirs.';

COMMENT ON FUNCTION "cogo"."count_permits"(uuid[], uuid[], jsonb, uuid[]) IS 'What each limit still allows: permits that are free, when its rate allows the next job, and which job of a strict key comes first.';

COMMENT ON FUNCTION "cogo"."definition_problem"(jsonb) IS 'What is wrong with a definition, naming the step, or null.';

COMMENT ON FUNCTION "cogo"."drop_cancelled"(bigint[], smallint[], timestamp with time zone) IS 'Closes those of some jobs, just taken out of their place, that somebody wishes to cancel; answers the others.';

COMMENT ON FUNCTION "cogo"."enqueue_steps"(jsonb, timestamp with time zone) IS 'Enqueues jobs of steps; where one cannot be, its step fails with the reason.';

COMMENT ON FUNCTION "cogo"."fail_flows"(bigint[], timestamp with time zone) IS 'Runs with a failed step that is not optional go back from here: what is open is asked to stop.';

COMMENT ON FUNCTION "cogo"."find_flow"(uuid) IS 'The run with that public id, if the caller may see it. Errors: workflow_not_found (404).';

COMMENT ON FUNCTION "cogo"."finish_flows"(bigint[], timestamp with time zone) IS 'Ends runs that have nothing left to do, well or badly, or says that they are stuck; tells their parents.';

COMMENT ON FUNCTION "cogo"."fire_flow_timers"(timestamp with time zone, integer) IS 'What runs do at a time: wake from sleeps, end waits and steps that take too long, go back at the deadline. Answers how many.';

COMMENT ON FUNCTION "cogo"."flow_id"(timestamp with time zone, bigint) IS 'The public id of a run.';

COMMENT ON FUNCTION "cogo"."flow_of_dead"(cogo.jobs) IS 'Whether a job was the action of a step: its run has gone on without it, so it cannot be redriven alone.';

COMMENT ON FUNCTION "cogo"."flow_result"(cogo.workflows) IS 'What a run answers: its output, or the results of its last steps by name.';

COMMENT ON FUNCTION "cogo"."flow_scope"(cogo.workflows) IS 'What references of a run may name: its input and the results of the steps that have ended.';

COMMENT ON FUNCTION "cogo"."flow_steps"(cogo.workflows) IS 'The steps of a run as get_workflow tells them.';

COMMENT ON FUNCTION "cogo"."forget_permit_locks"(timestamp with time zone, integer) IS 'Drops some rows of limits that nobody uses; a claim makes them again.';

COMMENT ON FUNCTION "cogo"."get_workflow"(uuid) IS 'One run whole, as JSON. Errors: workflow_not_found (404).';

COMMENT ON FUNCTION "cogo"."grant_permits"(bigint[], smallint[], uuid[], boolean[], uuid[], timestamp with time zone) IS 'Gives permits to the jobs of a claim, in their order, as far as their limits allow; parks the others. taken = limits whose permits this claim has given before. A permit is the row of cogo.held that the claim then writes, so it ends with the hold.';

COMMENT ON FUNCTION "cogo"."graph_problem"(jsonb) IS 'What is wrong with how the steps of a definition hang together, or null: names, circles, references.';

COMMENT ON FUNCTION "cogo"."heal_backlog"(timestamp with time zone, integer) IS 'Fills lanes that have room while jobs wait for their turn; empties the backlog of lanes whose window was taken away.';

COMMENT ON FUNCTION "cogo"."heal_parked"(timestamp with time zone, integer) IS 'Wakes the first sleeper of some limits. The claim that tries it counts the limit and wakes as many more as it allows, so a wake that was lost is found again.';

COMMENT ON FUNCTION "cogo"."is_duration"(jsonb) IS 'Whether a JSON value is a number of seconds, above 0 and at most a year.';

COMMENT ON FUNCTION "cogo"."job_limits"(bigint[], smallint[]) IS 'Which limits each job of a claim stands under, with what they allow, by their hash.';

COMMENT ON FUNCTION "cogo"."job_route"(text, text, text) IS 'Where a kind of job goes and what rules it: the longest match of its type, and the lane of that executor and priority. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."join_key_queues"(bigint[]) IS 'Notes new jobs with a concurrency_key: those of strict keys queue in order.';

COMMENT ON FUNCTION "cogo"."judge_permits"(bigint[], jsonb, integer[], jsonb, timestamp with time zone) IS 'Decides job by job, in their order: granted; asleep until a permit is given back; later, when its rate allows it; again, because another claim is counting that limit right now.';

COMMENT ON FUNCTION "cogo"."lane_hints"(text) IS 'Per lane: every message up to floor_at is gone, none is above tail. tail > floor_at = perhaps work. Two sequences, so no row versions. Null asks for all lanes.';

COMMENT ON FUNCTION "cogo"."lane_room"(smallint, integer) IS 'How many more jobs may become ready in a lane with a window; none while others wait for their turn.';

COMMENT ON FUNCTION "cogo"."leave_key_queues"(bigint[], timestamp with time zone) IS 'Closed jobs leave the queues of their strict keys; the next of each may run.';

COMMENT ON FUNCTION "cogo"."limit_hash"(text, uuid, text) IS 'The name of a limit in cogo.held, cogo.parked and cogo.permit_locks: the first 16 bytes of a SHA-256.';

COMMENT ON FUNCTION "cogo"."limit_of"(uuid, cogo.jobs) IS 'What keeps a parked job: its concurrency_key, its type or its tenant; null for a job that is not parked.';

COMMENT ON FUNCTION "cogo"."list_limits"() IS 'All limits and pauses.';

COMMENT ON FUNCTION "cogo"."list_workflows"(text, text, uuid, integer) IS 'Runs, newest first. Errors: bad_argument (400), workflow_not_found (404).';

COMMENT ON FUNCTION "cogo"."lock_flows"(bigint[]) IS 'Locks runs in the order of their numbers. Answers those it holds.';

COMMENT ON FUNCTION "cogo"."lock_permits"(uuid[]) IS 'Locks limits for this transaction, so that it alone counts and gives their permits. Answers those it got; who has the others decides on them now.';

COMMENT ON FUNCTION "cogo"."log_steps"(jsonb, timestamp with time zone) IS 'Writes moves of steps into the saga log, and the event of each undoing that succeeded.';

COMMENT ON FUNCTION "cogo"."move_flows"(bigint[], timestamp with time zone) IS 'Moves locked runs as far as they go now: ends maps, notices failures, begins steps, undoes, finishes.';

COMMENT ON FUNCTION "cogo"."name_starts"(jsonb, uuid) IS 'A checked batch with its defaults: numbers, owners, definitions, and the hashes of keys and inputs.';

COMMENT ON FUNCTION "cogo"."parse_definition"(jsonb) IS 'The steps of a well-formed definition as rows.';

COMMENT ON FUNCTION "cogo"."parts_problem"(jsonb) IS 'What a definition needs and is not there, or null: job types, lanes, workflows.';

COMMENT ON FUNCTION "cogo"."pop_live"(text, integer, uuid, timestamp with time zone) IS 'Ready jobs out of the lanes: brings in those whose time has come when the lanes are dry, and closes cancelled ones on the way. The hashes are null: no limit was asked (cogo.pop_permitted has the same shape).';

COMMENT ON FUNCTION "cogo"."pop_permitted"(text, integer, uuid, timestamp with time zone) IS 'Ready jobs that their limits let run, with the limits whose permits they take.';

COMMENT ON FUNCTION "cogo"."promote_backlog"(smallint, integer, uuid, timestamp with time zone) IS 'Makes jobs of a lanes backlog ready, a tenant after the other, each tenants oldest first. One promoter a lane; others pass. Answers how many.';

COMMENT ON FUNCTION "cogo"."push_lane"(smallint, bigint[], smallint[], timestamp with time zone) IS 'Makes jobs ready in one lane, or lets them wait for their tenants turn where the lane has a window.';

COMMENT ON FUNCTION "cogo"."queue_stats"() IS 'What stands where, per lane, as far as the caller may see. Depth is counted up to 100,000.';

COMMENT ON FUNCTION "cogo"."read_flow_inbox"(timestamp with time zone, integer) IS 'Looks after runs that somebody left a note for, as far as nobody else holds them. Waits for nobody.';

COMMENT ON FUNCTION "cogo"."read_wake_notes"(timestamp with time zone) IS 'Wakes the sleepers that wake_notes speak of.';

COMMENT ON FUNCTION "cogo"."redrive_steps"(bigint[], bigint[], timestamp with time zone) IS 'A redriven compensation or confirmation takes the place of the dead one, and its run goes on.';

COMMENT ON FUNCTION "cogo"."refill_lanes"(text, bigint[], integer, uuid, timestamp with time zone) IS 'After a pop: lets jobs of the backlog follow into the lanes. Answers how many of those the caller itself came for in vain.';

COMMENT ON FUNCTION "cogo"."refs_of"(jsonb) IS 'The paths that a template refers to.';

COMMENT ON FUNCTION "cogo"."refuse_step"(jsonb, text, timestamp with time zone) IS 'A job of a step cannot be enqueued: the step fails, or its undoing stays owed.';

COMMENT ON FUNCTION "cogo"."register_job_type"(text, text, integer, integer, integer, real, integer, jsonb, jsonb, integer, boolean, integer, integer) IS 'Adds or replaces the settings of a job type or prefix; jobs enqueued from now on follow them.';

COMMENT ON FUNCTION "cogo"."register_workflow"(jsonb) IS 'Keeps a definition. The same shape answers the version that it has; another is the next version. Runs go on with theirs.';

COMMENT ON FUNCTION "cogo"."release_permits"(uuid[], timestamp with time zone) IS 'Permits have come free: wakes as many jobs that sleep on their limits. Waits for nobody.';

COMMENT ON FUNCTION "cogo"."remove_limit"(text, text, uuid) IS 'Removes a limit. Answers whether there was one.';

COMMENT ON FUNCTION "cogo"."resolve_refs"(jsonb, jsonb) IS 'A template with each {"$ref": "path"} replaced by what the path names; what is not there is null.';

COMMENT ON FUNCTION "cogo"."send_flow_wishes"(timestamp with time zone, integer) IS 'Asks jobs of runs that go back to stop. Called by the sweep, which holds no run by then.';

COMMENT ON FUNCTION "cogo"."set_deadlines"(bigint[], timestamp with time zone) IS 'Notes when new runs have to be done.';

COMMENT ON FUNCTION "cogo"."set_fairness"(text, integer) IS 'Lets tenants of an executor take turns, with a window of ready jobs per lane; null ends that. Answers how many lanes changed.';

COMMENT ON FUNCTION "cogo"."set_limit"(text, text, uuid, integer, integer, integer, text) IS 'Adds or replaces a limit; it holds from the next claim on. What is held above a lowered limit may end in peace.';

COMMENT ON FUNCTION "cogo"."set_paused"(text, text, uuid, boolean, text) IS 'Pauses or resumes a lane, a type or a tenant. Jobs that run go on; no new one starts.';

COMMENT ON FUNCTION "cogo"."settle_children"(bigint[], timestamp with time zone) IS 'Records the ends of child runs in the steps that started them.';

COMMENT ON FUNCTION "cogo"."settle_steps"(bigint[], bigint[], timestamp with time zone) IS 'Records the ends of jobs in the steps that they belong to; a result stands there from now on.';

COMMENT ON FUNCTION "cogo"."short_hash"(text) IS 'The first 16 bytes of the SHA-256 of a text.';

COMMENT ON FUNCTION "cogo"."signal_workflow"(uuid, text, jsonb) IS 'Gives a run a signal. The first of a name wins, and may come before the step that waits for it. Errors: workflow_not_found (404), bad_argument (400).';

COMMENT ON FUNCTION "cogo"."start_problem"(jsonb, boolean) IS 'What is wrong with the form of one workflow to start, or null.';

COMMENT ON FUNCTION "cogo"."start_workflows"(jsonb) IS 'Starts 1 to 1000 workflows, all or none. One whose idempotency_key was used before is answered with the first run and created = false.';

COMMENT ON FUNCTION "cogo"."step_job"(cogo.workflows, text, jsonb, smallint, uuid) IS 'The job of a step, as enqueue_jobs takes it. A payload that is no object stands under value.';

COMMENT ON FUNCTION "cogo"."step_payload"(cogo.workflows, cogo.definition_steps, jsonb) IS 'What a step is given: its input with references resolved, or what its needs answered.';

COMMENT ON FUNCTION "cogo"."step_problem"(jsonb, boolean) IS 'What is wrong with the form of one step of a definition, or null.';

COMMENT ON FUNCTION "cogo"."stop_steps"(bigint[], timestamp with time zone) IS 'Asks what is open in runs that go back to stop: waits end at once, jobs and child runs get a wish.';

COMMENT ON FUNCTION "cogo"."take_early_signals"(jsonb, timestamp with time zone) IS 'Steps that wait for a signal which has come already end at once.';

COMMENT ON FUNCTION "cogo"."take_woken"(text, integer, uuid, timestamp with time zone) IS 'Jobs that were parked and may be tried again: they had reached the head of their lane before, so they go before it.';

COMMENT ON FUNCTION "cogo"."time_out_jobs"(jsonb, timestamp with time zone) IS 'Steps whose time is over: their jobs are asked to stop, and taken from their workers later on.';

COMMENT ON FUNCTION "cogo"."undo_children"(bigint[]) IS 'Child runs that had gone well are told to undo themselves when their parent goes back.';

COMMENT ON FUNCTION "cogo"."undo_steps"(bigint[], timestamp with time zone) IS 'Enqueues the undoing of steps, last first along the graph, or the confirmations of a run that has gone well.';

COMMENT ON FUNCTION "cogo"."verify_flows"() IS 'The part of cogo.verify about workflows: nothing hangs, nothing is left open, what went back is undone.';

COMMENT ON FUNCTION "cogo"."verify_limits"() IS 'The part of cogo.verify about limits: permits within them, strict keys in order.';

COMMENT ON FUNCTION "cogo"."wake_limit"(cogo.limits) IS 'After a change of a limit: lets the first of those that sleep on it be tried again; the claims that try them wake the others.';

COMMENT ON FUNCTION "cogo"."wake_next"(uuid[], uuid[], integer[], uuid[], integer, timestamp with time zone) IS 'Whoever counted a limit leaves no permit free while jobs sleep on it.';

COMMENT ON FUNCTION "cogo"."wake_parked"(uuid[], integer[], timestamp with time zone) IS 'Lets as many parked jobs of each limit be tried again as were freed, in the order of their ids. Answers how many.';

COMMENT ON FUNCTION "cogo"."write_step_jobs"(jsonb, timestamp with time zone) IS 'Enqueues jobs of steps and notes which step each belongs to, all or none.';

COMMENT ON TABLE "cogo"."backlog" IS 'Jobs of lanes with a fair_window that wait for their tenant''s turn to become ready.';

COMMENT ON TABLE "cogo"."backlog_turns" IS 'The tenant whose turn came last, for each lane that has or had a window. Who holds the row promotes; all others pass it by.';

COMMENT ON TABLE "cogo"."definition_steps" IS 'The steps of a definition, ready to be joined: what cogo.register_workflow made of its text.';

COMMENT ON TABLE "cogo"."flow_inbox" IS 'Messages from one run to another, and from runs to the sweep. Who holds a run''s lock writes one instead of waiting for another lock.';

COMMENT ON TABLE "cogo"."key_queue" IS 'The open jobs of strict keys, in order. Only the first of a key may run; it leaves when it is closed for good.';

COMMENT ON TABLE "cogo"."limits" IS 'How much may run at a time and how fast: per concurrency_key, per type, per tenant. No rows = no job is held against any limit.';

COMMENT ON TABLE "cogo"."parked" IS 'Jobs that a claim took out of their lane and may not run yet: a limit has no permit for them. A claim takes woken ones before it looks into lanes.';

COMMENT ON TABLE "cogo"."permit_locks" IS 'A row per limit in use. A claim locks it while it counts permits, which are rows of cogo.held: nothing here can drift.';

COMMENT ON TABLE "cogo"."saga_log" IS 'What runs of sagas did, in order. Append-only. Undo is a compensation or the cancel of a tcc.';

COMMENT ON TABLE "cogo"."step_jobs" IS 'The open job of each step that has one, and the dead ones that a stuck workflow waits for. The row goes when the job''s end is recorded.';

COMMENT ON TABLE "cogo"."wake_notes" IS 'Permits given back while a claim was counting their limit, and so could not be told of: the next claim wakes a sleeper for each.';

COMMENT ON TABLE "cogo"."workflow_definitions" IS 'Workflows as data, one row per version. Never changed but for registered_at: the version registered last is the one that starts.';

COMMENT ON TABLE "cogo"."workflow_signals" IS 'Signals that runs received. The first of a name wins; it may come before the step that waits for it.';

COMMENT ON TABLE "cogo"."workflow_steps" IS 'Steps that a run has begun, with their memoised results. A step that has not begun has no row. A map has a row of its own and one per element.';

COMMENT ON TABLE "cogo"."workflow_timers" IS 'What a run does at a time: wake from a sleep, end a step that takes too long (softly, then by force), or end the run at its deadline.';

COMMENT ON TABLE "cogo"."workflows" IS 'A run of a workflow. Its row is the lock of all that belongs to the run: who changes a step holds it.';

COMMENT ON VIEW "cogo"."job_states" IS 'The state machine of docs/specs/STATE_MACHINE_V1.md, derived from where each job stands. There is no state column to fall out of step.';

REVOKE ALL ON FUNCTION "api"."cancel_workflow"(uuid, text, boolean) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."cancel_workflow"(uuid, text, boolean) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."get_workflow"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."get_workflow"(uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."list_limits"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."list_limits"() TO "service_role";

REVOKE ALL ON FUNCTION "api"."list_workflows"(text, text, uuid, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."list_workflows"(text, text, uuid, integer) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."pause"(text, text, uuid, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."pause"(text, text, uuid, text) TO "service_role";

REVOKE ALL ON FUNCTION "api"."queue_stats"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."queue_stats"() TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."register_job_type"(text, text, integer, integer, integer, real, integer, jsonb, jsonb, integer, boolean, integer, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."register_job_type"(text, text, integer, integer, integer, real, integer, jsonb, jsonb, integer, boolean, integer, integer) TO "service_role";

REVOKE ALL ON FUNCTION "api"."register_workflow"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."register_workflow"(jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "api"."remove_limit"(text, text, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."remove_limit"(text, text, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "api"."resume"(text, text, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."resume"(text, text, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "api"."set_fairness"(text, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."set_fairness"(text, integer) TO "service_role";

REVOKE ALL ON FUNCTION "api"."set_limit"(text, text, uuid, integer, integer, integer, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."set_limit"(text, text, uuid, integer, integer, integer, text) TO "service_role";

REVOKE ALL ON FUNCTION "api"."signal_workflow"(uuid, text, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."signal_workflow"(uuid, text, jsonb) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."start_workflow"(text, jsonb, text, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."start_workflow"(text, jsonb, text, integer) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."start_workflows"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."start_workflows"(jsonb) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."admit"(smallint, integer, bigint[], smallint[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."advance_flows"(bigint[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."back_out"(bigint[], text, boolean, jsonb, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."begin_children"(jsonb, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."begin_jobs"(jsonb, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."begin_maps"(jsonb, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."begin_steps"(bigint[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."cancel_workflow"(uuid, text, boolean) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."cancel_workflow"(uuid, text, boolean) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."check_started"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."close_maps"(bigint[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."count_permits"(uuid[], uuid[], jsonb, uuid[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."definition_problem"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."drop_cancelled"(bigint[], smallint[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."enqueue_steps"(jsonb, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."fail_flows"(bigint[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."find_flow"(uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."finish_flows"(bigint[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."fire_flow_timers"(timestamp with time zone, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."flow_id"(timestamp with time zone, bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."flow_of_dead"(cogo.jobs) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."flow_result"(cogo.workflows) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."flow_scope"(cogo.workflows) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."flow_steps"(cogo.workflows) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."forget_permit_locks"(timestamp with time zone, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."get_workflow"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."get_workflow"(uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."grant_permits"(bigint[], smallint[], uuid[], boolean[], uuid[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."graph_problem"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."heal_backlog"(timestamp with time zone, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."heal_parked"(timestamp with time zone, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."is_duration"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."job_limits"(bigint[], smallint[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."job_route"(text, text, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."join_key_queues"(bigint[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."judge_permits"(bigint[], jsonb, integer[], jsonb, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."lane_hints"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."lane_room"(smallint, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."leave_key_queues"(bigint[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."limit_hash"(text, uuid, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."limit_of"(uuid, cogo.jobs) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."list_limits"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."list_limits"() TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."list_workflows"(text, text, uuid, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."list_workflows"(text, text, uuid, integer) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."lock_flows"(bigint[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."lock_permits"(uuid[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."log_steps"(jsonb, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."move_flows"(bigint[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."name_starts"(jsonb, uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."parse_definition"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."parts_problem"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."pop_live"(text, integer, uuid, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."pop_permitted"(text, integer, uuid, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."promote_backlog"(smallint, integer, uuid, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."push_lane"(smallint, bigint[], smallint[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."queue_stats"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."queue_stats"() TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."read_flow_inbox"(timestamp with time zone, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."read_wake_notes"(timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."redrive_steps"(bigint[], bigint[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."refill_lanes"(text, bigint[], integer, uuid, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."refs_of"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."refuse_step"(jsonb, text, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."register_job_type"(text, text, integer, integer, integer, real, integer, jsonb, jsonb, integer, boolean, integer, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."register_job_type"(text, text, integer, integer, integer, real, integer, jsonb, jsonb, integer, boolean, integer, integer) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."register_workflow"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."register_workflow"(jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."release_permits"(uuid[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."remove_limit"(text, text, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."remove_limit"(text, text, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."resolve_refs"(jsonb, jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."send_flow_wishes"(timestamp with time zone, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."set_deadlines"(bigint[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."set_fairness"(text, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."set_fairness"(text, integer) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."set_limit"(text, text, uuid, integer, integer, integer, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."set_limit"(text, text, uuid, integer, integer, integer, text) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."set_paused"(text, text, uuid, boolean, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."set_paused"(text, text, uuid, boolean, text) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."settle_children"(bigint[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."settle_steps"(bigint[], bigint[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."short_hash"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."signal_workflow"(uuid, text, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."signal_workflow"(uuid, text, jsonb) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."start_problem"(jsonb, boolean) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."start_workflows"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."start_workflows"(jsonb) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."step_job"(cogo.workflows, text, jsonb, smallint, uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."step_payload"(cogo.workflows, cogo.definition_steps, jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."step_problem"(jsonb, boolean) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."stop_steps"(bigint[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."take_early_signals"(jsonb, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."take_woken"(text, integer, uuid, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."time_out_jobs"(jsonb, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."undo_children"(bigint[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."undo_steps"(bigint[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."verify_flows"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."verify_limits"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."wake_limit"(cogo.limits) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."wake_next"(uuid[], uuid[], integer[], uuid[], integer, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."wake_parked"(uuid[], integer[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."write_step_jobs"(jsonb, timestamp with time zone) FROM PUBLIC;

