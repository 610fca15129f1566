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

DROP FUNCTION "cogo"."take_keys"(jsonb, bigint[], uuid, timestamp with time zone);

CREATE TABLE "cogo"."backlog_turns" ("lane_id" smallint NOT NULL, "tenant_id" uuid NOT NULL, CONSTRAINT "backlog_turns_pkey" PRIMARY KEY (lane_id));

ALTER TABLE "cogo"."backlog_turns" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."backlog_turns" SET (fillfactor=50);

CREATE TABLE "cogo"."backlog" ("job_id" bigint NOT NULL, "tenant_id" uuid NOT NULL, "lane_id" smallint NOT NULL, "attempt" smallint NOT NULL, CONSTRAINT "backlog_pkey" PRIMARY KEY (job_id));

ALTER TABLE "cogo"."backlog" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."backlog" SET (autovacuum_vacuum_scale_factor=0, autovacuum_vacuum_threshold=2000);

CREATE TABLE "cogo"."definition_steps" ("definition_id" integer NOT NULL, "step" smallint NOT NULL, "child_id" integer, "timeout_seconds" integer, "seconds" integer, "max_attempts" smallint, "undo_max_attempts" smallint, "confirm_max_attempts" smallint, "optional" boolean NOT NULL, "is_last" boolean NOT NULL, "name" text NOT NULL, "kind" text NOT NULL, "type" text, "undo_type" text, "confirm_type" text, "signal" text, "needs" smallint[] NOT NULL, "before" smallint[] NOT NULL, "input" jsonb, "over" jsonb, CONSTRAINT "a_job_has_a_type" CHECK (((kind = ANY (ARRAY['job'::text, 'map'::text, 'tcc'::text])) = (type IS NOT NULL))), CONSTRAINT "definition_steps_pkey" PRIMARY KEY (definition_id, step), CONSTRAINT "kind_is_known" CHECK ((kind = ANY (ARRAY['job'::text, 'map'::text, 'tcc'::text, 'sleep'::text, 'signal'::text, 'workflow'::text]))), CONSTRAINT "only_tcc_confirms" CHECK (((kind = 'tcc'::text) = (confirm_type IS NOT NULL))));

ALTER TABLE "cogo"."definition_steps" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."executor_minutes" ("executor" text NOT NULL, "minute" timestamp with time zone NOT NULL, "arrived" bigint NOT NULL, "claimed" bigint NOT NULL, "succeeded" bigint NOT NULL, "failed" bigint NOT NULL, "retried" bigint NOT NULL, "runs" bigint NOT NULL, "run_ms" double precision NOT NULL, "waits" bigint[] NOT NULL, CONSTRAINT "executor_minutes_pkey" PRIMARY KEY (executor, minute), CONSTRAINT "waits_have_32_classes" CHECK ((cardinality(waits) = 32)));

ALTER TABLE "cogo"."executor_minutes" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."executor_minutes" SET (fillfactor=70);

CREATE TABLE "cogo"."flow_inbox" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "workflow_id" bigint NOT NULL, "job_id" bigint, "kind" text NOT NULL, "note" jsonb, CONSTRAINT "flow_inbox_pkey" PRIMARY KEY (id), CONSTRAINT "kind_is_known" CHECK ((kind = ANY (ARRAY['look'::text, 'cancel'::text, 'wish'::text, 'retry'::text]))));

ALTER TABLE "cogo"."flow_inbox" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."kept_back" ("job_id" bigint NOT NULL, "checked_at" timestamp with time zone NOT NULL, CONSTRAINT "kept_back_pkey" PRIMARY KEY (job_id));

ALTER TABLE "cogo"."kept_back" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."key_queue" ("limit_hash" uuid NOT NULL, "job_id" bigint NOT NULL, CONSTRAINT "key_queue_pkey" PRIMARY KEY (limit_hash, job_id));

ALTER TABLE "cogo"."key_queue" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."leaders" ("name" text NOT NULL, "holder" text NOT NULL, "fence" bigint NOT NULL DEFAULT 1, "taken_at" timestamp with time zone NOT NULL, "renewed_at" timestamp with time zone NOT NULL, "lease_expires_at" timestamp with time zone NOT NULL, "lease_seconds" integer NOT NULL, "renewals" bigint NOT NULL DEFAULT 0, "lost_leases" bigint NOT NULL DEFAULT 0, "longest_gap" interval NOT NULL DEFAULT '00:00:00'::interval, "longest_renewal" interval NOT NULL DEFAULT '00:00:00'::interval, "released" boolean NOT NULL DEFAULT false, CONSTRAINT "holder_is_short" CHECK (((length(holder) >= 1) AND (length(holder) <= 200))), CONSTRAINT "leaders_pkey" PRIMARY KEY (name), CONSTRAINT "lease_lasts_2_seconds_to_5_minutes" CHECK (((lease_seconds >= 2) AND (lease_seconds <= 300))), CONSTRAINT "name_is_short" CHECK (((length(name) >= 1) AND (length(name) <= 60))));

ALTER TABLE "cogo"."leaders" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."leaders" SET (fillfactor=50);

CREATE TABLE "cogo"."limits" ("limit_id" integer GENERATED ALWAYS AS IDENTITY NOT NULL, "scope" text NOT NULL, "name" text, "tenant_id" uuid, "max_running" integer, "rate_count" integer, "rate_seconds" integer, "paused" boolean NOT NULL DEFAULT false, "reason" text, "changed_at" timestamp with time zone NOT NULL, CONSTRAINT "a_key_limit_names_a_tenants_key_or_all" CHECK (((scope <> 'key'::text) OR ((name IS NULL) = (tenant_id IS NULL)))), CONSTRAINT "a_rate_is_a_count_in_seconds" CHECK ((((rate_count IS NULL) = (rate_seconds IS NULL)) AND ((rate_count >= 1) AND (rate_count <= 1000000)) AND ((rate_seconds >= 1) AND (rate_seconds <= 86400)))), CONSTRAINT "a_tenant_limit_has_no_name" CHECK (((scope <> 'tenant'::text) OR (name IS NULL))), CONSTRAINT "a_type_limit_names_a_type" CHECK (((scope <> 'type'::text) OR ((name IS NOT NULL) AND (tenant_id IS NULL)))), CONSTRAINT "limits_pkey" PRIMARY KEY (limit_id), CONSTRAINT "max_running_is_positive" CHECK ((max_running >= 1)), CONSTRAINT "one_limit_per_subject" UNIQUE NULLS NOT DISTINCT (scope, name, tenant_id), CONSTRAINT "reason_is_short" CHECK ((length(reason) <= 1000)), CONSTRAINT "scope_is_known" CHECK ((scope = ANY (ARRAY['key'::text, 'type'::text, 'tenant'::text]))));

ALTER TABLE "cogo"."limits" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."parked" ("job_id" bigint NOT NULL, "tenant_id" uuid NOT NULL, "limit_hash" uuid NOT NULL, "woken_at" timestamp with time zone, "lane_id" smallint NOT NULL, "attempt" smallint NOT NULL, "paid" boolean NOT NULL, CONSTRAINT "parked_pkey" PRIMARY KEY (job_id));

ALTER TABLE "cogo"."parked" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."permit_locks" ("limit_hash" uuid NOT NULL, "due_at" timestamp with time zone, CONSTRAINT "permit_locks_pkey" PRIMARY KEY (limit_hash));

ALTER TABLE "cogo"."permit_locks" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."permit_locks" SET (autovacuum_vacuum_scale_factor=0, autovacuum_vacuum_threshold=500, fillfactor=50);

CREATE TABLE "cogo"."retention_walks" ("keep_seconds" integer NOT NULL, "kind" text NOT NULL, "event_id" bigint NOT NULL DEFAULT 0, "walked_to" timestamp with time zone NOT NULL DEFAULT '-infinity'::timestamp with time zone, CONSTRAINT "kind_is_known" CHECK ((kind = ANY (ARRAY['jobs'::text, 'events'::text]))), CONSTRAINT "retention_walks_pkey" PRIMARY KEY (keep_seconds, kind));

ALTER TABLE "cogo"."retention_walks" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."retention_walks" SET (fillfactor=50);

CREATE TABLE "cogo"."retention" ("only_row" boolean NOT NULL DEFAULT true, "last_dropped_id" bigint NOT NULL DEFAULT 0, "dropped_jobs" bigint NOT NULL DEFAULT 0, "dropped_events" bigint NOT NULL DEFAULT 0, "dropped_at" timestamp with time zone, CONSTRAINT "retention_pkey" PRIMARY KEY (only_row), CONSTRAINT "there_is_one_row" CHECK (only_row));

ALTER TABLE "cogo"."retention" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."retention" SET (fillfactor=50);

CREATE TABLE "cogo"."saga_log" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "workflow_id" bigint NOT NULL, "at" timestamp with time zone NOT NULL, "job_id" bigint, "item" integer, "step" smallint, "move" text NOT NULL, CONSTRAINT "move_is_known" CHECK ((move = ANY (ARRAY['action_started'::text, 'action_succeeded'::text, 'action_failed'::text, 'action_cancelled'::text, 'compensating'::text, 'compensation_started'::text, 'compensation_succeeded'::text, 'compensation_failed'::text, 'compensation_cancelled'::text, 'cancel_started'::text, 'cancel_succeeded'::text, 'cancel_failed'::text, 'cancel_cancelled'::text, 'confirming'::text, 'confirm_started'::text, 'confirm_succeeded'::text, 'confirm_failed'::text, 'confirm_cancelled'::text, 'redriven'::text, 'succeeded'::text, 'failed'::text, 'compensated'::text, 'cancelled'::text]))), CONSTRAINT "saga_log_pkey" PRIMARY KEY (id));

ALTER TABLE "cogo"."saga_log" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."schedule_runs" ("schedule_id" bigint NOT NULL, "due_at" timestamp with time zone NOT NULL, "planned_at" timestamp with time zone NOT NULL, "settled_at" timestamp with time zone NOT NULL, "wake_at" timestamp with time zone, "covers_until" timestamp with time zone, "job_id" bigint, "workflow_id" uuid, "covers" integer NOT NULL DEFAULT 1, "by_hand" boolean NOT NULL DEFAULT false, "state" text NOT NULL, "reason" text, "idempotency_key" text, "error" jsonb, CONSTRAINT "a_skipped_run_says_why" CHECK (((state <> 'skipped'::text) OR (reason IS NOT NULL))), CONSTRAINT "a_started_run_has_its_work" CHECK (((state = 'started'::text) = (num_nonnulls(job_id, workflow_id) = 1))), CONSTRAINT "a_waiting_run_is_looked_at" CHECK (((state = 'waiting'::text) = (wake_at IS NOT NULL))), CONSTRAINT "only_a_skipped_run_covers_others" CHECK (((covers >= 1) AND ((covers = 1) OR (state = 'skipped'::text)))), CONSTRAINT "reason_is_known" CHECK ((reason = ANY (ARRAY['missed'::text, 'overlap'::text, 'replaced'::text, 'refused'::text]))), CONSTRAINT "schedule_runs_pkey" PRIMARY KEY (schedule_id, due_at), CONSTRAINT "state_is_known" CHECK ((state = ANY (ARRAY['waiting'::text, 'started'::text, 'skipped'::text, 'failed'::text]))));

ALTER TABLE "cogo"."schedule_runs" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."schedules" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "tenant_id" uuid NOT NULL, "created_at" timestamp with time zone NOT NULL, "changed_at" timestamp with time zone NOT NULL, "anchor" timestamp with time zone NOT NULL, "starts_at" timestamp with time zone, "ends_at" timestamp with time zone, "next_due_at" timestamp with time zone, "next_run_at" timestamp with time zone, "last_started_due_at" timestamp with time zone, "every_seconds" integer, "missed_limit" integer NOT NULL, "grace_seconds" integer NOT NULL, "jitter_seconds" integer NOT NULL, "paused" boolean NOT NULL, "name" text NOT NULL, "cron" text, "time_zone" text NOT NULL, "missed" text NOT NULL, "overlap" text NOT NULL, "job" jsonb, "workflow" jsonb, CONSTRAINT "a_name_is_its_tenants_once" UNIQUE (tenant_id, name), CONSTRAINT "a_paused_one_is_not_due" CHECK ((NOT (paused AND (next_due_at IS NOT NULL)))), CONSTRAINT "grace_is_1_second_to_a_day" CHECK (((grace_seconds >= 1) AND (grace_seconds <= 86400))), CONSTRAINT "it_ends_after_it_starts" CHECK ((starts_at < ends_at)), CONSTRAINT "it_runs_by_cron_or_by_seconds" CHECK ((num_nonnulls(cron, every_seconds) = 1)), CONSTRAINT "it_starts_a_job_or_a_workflow" CHECK ((num_nonnulls(job, workflow) = 1)), CONSTRAINT "jitter_is_an_hour_at_most" CHECK (((jitter_seconds >= 0) AND (jitter_seconds <= 3600))), CONSTRAINT "jitter_is_less_than_a_step" CHECK ((jitter_seconds < every_seconds)), CONSTRAINT "missed_is_known" CHECK ((missed = ANY (ARRAY['skip'::text, 'one'::text, 'all'::text]))), CONSTRAINT "missed_limit_is_1_to_1000" CHECK (((missed_limit >= 1) AND (missed_limit <= 1000))), CONSTRAINT "name_is_1_to_120_characters" CHECK (((length(name) >= 1) AND (length(name) <= 120))), CONSTRAINT "overlap_is_known" CHECK ((overlap = ANY (ARRAY['allow'::text, 'skip'::text, 'buffer_one'::text, 'cancel_previous'::text]))), CONSTRAINT "schedules_pkey" PRIMARY KEY (id), CONSTRAINT "seconds_are_1_to_a_year" CHECK (((every_seconds >= 1) AND (every_seconds <= 31536000))), CONSTRAINT "what_is_due_has_a_time_to_run" CHECK (((next_due_at IS NULL) = (next_run_at IS NULL))));

ALTER TABLE "cogo"."schedules" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."step_jobs" ("job_id" bigint NOT NULL, "workflow_id" bigint NOT NULL, "item" integer NOT NULL, "step" smallint NOT NULL, "role" text NOT NULL, CONSTRAINT "role_is_known" CHECK ((role = ANY (ARRAY['action'::text, 'compensation'::text, 'confirm'::text, 'cancel'::text]))), CONSTRAINT "step_jobs_pkey" PRIMARY KEY (job_id));

ALTER TABLE "cogo"."step_jobs" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."step_jobs" SET (autovacuum_vacuum_scale_factor=0, autovacuum_vacuum_threshold=1000);

CREATE TABLE "cogo"."wake_notes" ("note_id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "limit_hash" uuid NOT NULL, "permits" integer NOT NULL, CONSTRAINT "wake_notes_pkey" PRIMARY KEY (note_id));

ALTER TABLE "cogo"."wake_notes" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."worker_devices" ("device_id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "tenant_id" uuid, "agent_id" uuid, "registered_at" timestamp with time zone NOT NULL, "drain_requested_at" timestamp with time zone, "gone_at" timestamp with time zone, "prefetch_max" integer, "max_per_minute" integer, "beat_seconds" smallint NOT NULL, "concurrency" smallint NOT NULL, "worker" text NOT NULL, "executor" text NOT NULL, "version" text, "capabilities" jsonb NOT NULL, CONSTRAINT "a_beat_comes_every_10_to_30_seconds" CHECK (((beat_seconds >= 10) AND (beat_seconds <= 30))), CONSTRAINT "a_minute_brings_1_to_a_million_jobs" CHECK (((max_per_minute >= 1) AND (max_per_minute <= 1000000))), CONSTRAINT "a_worker_is_registered_once" UNIQUE NULLS NOT DISTINCT (worker, tenant_id), CONSTRAINT "capabilities_are_an_object_of_8_kb" CHECK (((jsonb_typeof(capabilities) = 'object'::text) AND (octet_length((capabilities)::text) <= 8192))), CONSTRAINT "concurrency_is_1_to_1000" CHECK (((concurrency >= 1) AND (concurrency <= 1000))), CONSTRAINT "executor_is_a_short_name" CHECK ((executor ~ '^[a-z][a-z0-9_]{0,29}$'::text)), CONSTRAINT "prefetch_is_1_to_10000" CHECK (((prefetch_max >= 1) AND (prefetch_max <= 10000))), CONSTRAINT "version_is_short" CHECK ((length(version) <= 100)), CONSTRAINT "worker_devices_pkey" PRIMARY KEY (device_id), CONSTRAINT "worker_is_a_name" CHECK (((length(worker) >= 1) AND (length(worker) <= 200))));

ALTER TABLE "cogo"."worker_devices" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."worker_heartbeats" ("device_id" bigint NOT NULL, "beat_at" timestamp with time zone NOT NULL, "tokens_at" timestamp with time zone NOT NULL, "tokens" real NOT NULL, "load" real, "held" integer, CONSTRAINT "worker_heartbeats_pkey" PRIMARY KEY (device_id));

ALTER TABLE "cogo"."worker_heartbeats" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."worker_heartbeats" SET (autovacuum_vacuum_scale_factor=0, autovacuum_vacuum_threshold=500, fillfactor=50);

CREATE TABLE "cogo"."workflow_definitions" ("id" integer GENERATED ALWAYS AS IDENTITY NOT NULL, "name" text NOT NULL, "version" integer NOT NULL, "registered_at" timestamp with time zone NOT NULL, "shape_hash" uuid NOT NULL, "saga" boolean NOT NULL, "depth" smallint NOT NULL, "step_count" smallint NOT NULL, "deadline_seconds" integer, "definition" jsonb NOT NULL, CONSTRAINT "flows_nest_five_deep_at_most" CHECK (((depth >= 1) AND (depth <= 5))), CONSTRAINT "name_is_dotted_words" CHECK (((name ~ '^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)*$'::text) AND (length(name) <= 120))), CONSTRAINT "one_definition_per_version" UNIQUE (name, version), CONSTRAINT "one_version_per_shape" UNIQUE (name, shape_hash), CONSTRAINT "workflow_definitions_pkey" PRIMARY KEY (id));

ALTER TABLE "cogo"."workflow_definitions" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."workflow_signals" ("workflow_id" bigint NOT NULL, "received_at" timestamp with time zone NOT NULL, "signal" text NOT NULL, "payload" jsonb NOT NULL, CONSTRAINT "workflow_signals_pkey" PRIMARY KEY (workflow_id, signal));

ALTER TABLE "cogo"."workflow_signals" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."workflow_steps" ("workflow_id" bigint NOT NULL, "job_id" bigint, "follow_job_id" bigint, "started_at" timestamp with time zone NOT NULL, "finished_at" timestamp with time zone, "item" integer NOT NULL DEFAULT '-1'::integer, "step" smallint NOT NULL, "attempts" smallint NOT NULL DEFAULT 0, "state" text NOT NULL, "follow_up" text, "error" jsonb, "result" jsonb, CONSTRAINT "an_end_has_its_time" CHECK (((state = 'running'::text) = (finished_at IS NULL))), CONSTRAINT "follow_up_is_known" CHECK ((follow_up = ANY (ARRAY['owed'::text, 'compensating'::text, 'compensated'::text, 'confirming'::text, 'confirmed'::text, 'stuck'::text]))), CONSTRAINT "state_is_known" CHECK ((state = ANY (ARRAY['running'::text, 'succeeded'::text, 'failed'::text, 'cancelled'::text]))), CONSTRAINT "workflow_steps_pkey" PRIMARY KEY (workflow_id, step, item));

ALTER TABLE "cogo"."workflow_steps" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."workflow_steps" SET (fillfactor=70);

CREATE TABLE "cogo"."workflow_timers" ("workflow_id" bigint NOT NULL, "due_at" timestamp with time zone NOT NULL, "step" smallint NOT NULL, "kind" text NOT NULL, CONSTRAINT "kind_is_known" CHECK ((kind = ANY (ARRAY['wake'::text, 'timeout'::text, 'force'::text, 'deadline'::text]))), CONSTRAINT "workflow_timers_pkey" PRIMARY KEY (workflow_id, step, kind));

ALTER TABLE "cogo"."workflow_timers" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."workflows" ("id" bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL, "created_at" timestamp with time zone NOT NULL, "tenant_id" uuid NOT NULL, "parent_id" bigint, "definition_id" integer NOT NULL, "parent_step" smallint, "idempotency_hash" uuid, "body_hash" uuid, "cause" uuid, "correlation_id" uuid, "traceparent" text, "input" jsonb NOT NULL, "state" text NOT NULL, "finished_at" timestamp with time zone, "ends_as" text, "error" jsonb, CONSTRAINT "a_bad_end_is_known" CHECK ((ends_as = ANY (ARRAY['failed'::text, 'compensated'::text, 'cancelled'::text]))), CONSTRAINT "a_closed_flow_has_its_end" CHECK (((state = ANY (ARRAY['succeeded'::text, 'failed'::text, 'compensated'::text, 'cancelled'::text])) = (finished_at IS NOT NULL))), CONSTRAINT "input_is_an_object" CHECK ((jsonb_typeof(input) = 'object'::text)), CONSTRAINT "state_is_known" CHECK ((state = ANY (ARRAY['running'::text, 'confirming'::text, 'compensating'::text, 'stuck'::text, 'succeeded'::text, 'failed'::text, 'compensated'::text, 'cancelled'::text]))), CONSTRAINT "workflows_pkey" PRIMARY KEY (id));

ALTER TABLE "cogo"."workflows" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."workflows" SET (fillfactor=70);

ALTER TABLE "cogo"."claims" ADD COLUMN "device_id" bigint;

ALTER TABLE "cogo"."claims" ADD COLUMN "limited" boolean NOT NULL DEFAULT false;

ALTER TABLE "cogo"."dead_letters" ADD COLUMN "discarded_at" timestamp with time zone;

ALTER TABLE "cogo"."dead_letters" ADD COLUMN "discarded_by" text;

ALTER TABLE "cogo"."dead_letters" ADD COLUMN "discard_reason" text;

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

CREATE OR REPLACE FUNCTION api.count_dead_letters(since timestamp with time zone DEFAULT NULL::timestamp with time zone)
 RETURNS TABLE(stage text, reason text, open bigint, redriven bigint, discarded bigint, newest_at timestamp with time zone, is_capped boolean)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query select * from cogo.count_dead_letters(count_dead_letters.since);
end;
$function$;

CREATE OR REPLACE FUNCTION api.discard_dead_letters(job_ids bigint[], reason text)
 RETURNS TABLE(job_id bigint, outcome text)
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query select * from cogo.discard_dead_letters(discard_dead_letters.job_ids, discard_dead_letters.reason);
end;
$function$;

CREATE OR REPLACE FUNCTION api.drain_worker(worker text, tenant_id uuid DEFAULT NULL::uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.set_worker_drain(drain_worker.worker, drain_worker.tenant_id, true);
end;
$function$;

CREATE OR REPLACE FUNCTION api.get_dead_letter(job_id bigint)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.get_dead_letter(get_dead_letter.job_id);
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

CREATE OR REPLACE FUNCTION api.list_dead_letters(only_stage text DEFAULT NULL::text, only_reason text DEFAULT NULL::text, type_prefix text DEFAULT NULL::text, since timestamp with time zone DEFAULT NULL::timestamp with time zone, only_state text DEFAULT NULL::text, page text DEFAULT NULL::text, row_limit integer DEFAULT 50)
 RETURNS TABLE(job_id bigint, tenant_id uuid, type text, stage text, reason text, state text, attempt integer, message text, dead_at timestamp with time zone, redriven_job_id bigint, discarded_at timestamp with time zone, discarded_by text, discard_reason text, next_page text)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query select * from cogo.list_dead_letters(
    list_dead_letters.only_stage, list_dead_letters.only_reason, list_dead_letters.type_prefix, list_dead_letters.since,
    list_dead_letters.only_state, list_dead_letters.page, list_dead_letters.row_limit
  );
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

CREATE OR REPLACE FUNCTION api.list_schedules(name_prefix text DEFAULT NULL::text, after_schedule_id bigint DEFAULT NULL::bigint, row_limit integer DEFAULT 100)
 RETURNS SETOF jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query select * from cogo.list_schedules(list_schedules.name_prefix, list_schedules.after_schedule_id, list_schedules.row_limit);
end;
$function$;

CREATE OR REPLACE FUNCTION api.list_workers(only_executor text DEFAULT NULL::text, only_state text DEFAULT NULL::text, after_worker_id bigint DEFAULT NULL::bigint, row_limit integer DEFAULT 100)
 RETURNS TABLE(worker_id bigint, worker text, tenant_id uuid, agent_id uuid, executor text, version text, capabilities jsonb, state text, held integer, load real, beat_at timestamp with time zone, registered_at timestamp with time zone, drain_requested_at timestamp with time zone, concurrency integer, prefetch_max integer, max_per_minute integer, beat_seconds integer)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query select * from cogo.list_workers(
    list_workers.only_executor, list_workers.only_state, list_workers.after_worker_id, list_workers.row_limit
  );
end;
$function$;

CREATE OR REPLACE FUNCTION api.list_workflows(only_state text DEFAULT NULL::text, name_prefix text DEFAULT NULL::text, before_workflow_id uuid DEFAULT NULL::uuid, row_limit integer DEFAULT 50)
 RETURNS TABLE(workflow_id uuid, tenant_id uuid, name text, version integer, state text, created_at timestamp with time zone, finished_at timestamp with time zone, parent_workflow_id uuid, next_before_workflow_id uuid)
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

CREATE OR REPLACE FUNCTION api.pause_schedule(name text, tenant_id uuid DEFAULT NULL::uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.pause_schedule(pause_schedule.name, true, pause_schedule.tenant_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.preview_schedule(cron text, time_zone text DEFAULT 'UTC'::text, count integer DEFAULT 10, after timestamp with time zone DEFAULT NULL::timestamp with time zone)
 RETURNS TABLE(run_at timestamp with time zone, local_time text)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query
  select * from cogo.preview_schedule(preview_schedule.cron, preview_schedule.time_zone, preview_schedule.count, preview_schedule.after);
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

CREATE OR REPLACE FUNCTION api.redrive_dead_letter(job_id bigint, payload jsonb DEFAULT NULL::jsonb, delay_seconds double precision DEFAULT 0)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.redrive_dead_letter(
    redrive_dead_letter.job_id, redrive_dead_letter.payload, redrive_dead_letter.delay_seconds
  );
end;
$function$;

CREATE OR REPLACE FUNCTION api.redrive_matching(filter jsonb, max_jobs integer DEFAULT 1000, per_minute double precision DEFAULT NULL::double precision)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.redrive_matching(redrive_matching.filter, redrive_matching.max_jobs, redrive_matching.per_minute);
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

CREATE OR REPLACE FUNCTION api.register_worker(worker text, executor text DEFAULT 'default'::text, version text DEFAULT NULL::text, capabilities jsonb DEFAULT '{}'::jsonb, concurrency integer DEFAULT 10, prefetch_max integer DEFAULT NULL::integer, max_per_minute integer DEFAULT NULL::integer, beat_seconds integer DEFAULT 15)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.register_worker(
    register_worker.worker, register_worker.executor, register_worker.version, register_worker.capabilities,
    register_worker.concurrency, register_worker.prefetch_max, register_worker.max_per_minute, register_worker.beat_seconds
  );
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

CREATE OR REPLACE FUNCTION api.remove_schedule(name text, tenant_id uuid DEFAULT NULL::uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.remove_schedule(remove_schedule.name, remove_schedule.tenant_id);
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

CREATE OR REPLACE FUNCTION api.resume_schedule(name text, tenant_id uuid DEFAULT NULL::uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.pause_schedule(resume_schedule.name, false, resume_schedule.tenant_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.resume_worker(worker text, tenant_id uuid DEFAULT NULL::uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.set_worker_drain(resume_worker.worker, resume_worker.tenant_id, false);
end;
$function$;

CREATE OR REPLACE FUNCTION api.run_schedule_now(name text, idempotency_key text DEFAULT NULL::text, tenant_id uuid DEFAULT NULL::uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.run_schedule_now(run_schedule_now.name, run_schedule_now.idempotency_key, run_schedule_now.tenant_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.scaling_advice(executor text DEFAULT NULL::text)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.scaling_advice(scaling_advice.executor);
end;
$function$;

CREATE OR REPLACE FUNCTION api.schedule_history(name text, before_due_at timestamp with time zone DEFAULT NULL::timestamp with time zone, row_limit integer DEFAULT 50, tenant_id uuid DEFAULT NULL::uuid)
 RETURNS TABLE(due_at timestamp with time zone, state text, reason text, covers integer, covers_until timestamp with time zone, by_hand boolean, fired_at timestamp with time zone, lag_ms double precision, job_id bigint, workflow_id uuid, outcome text, error jsonb)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query
  select * from cogo.schedule_history(
    schedule_history.name, schedule_history.before_due_at, schedule_history.row_limit, schedule_history.tenant_id
  );
end;
$function$;

CREATE OR REPLACE FUNCTION api.scheduler_status()
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.scheduler_status();
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

CREATE OR REPLACE FUNCTION api.set_schedule(name text, cron text DEFAULT NULL::text, every_seconds integer DEFAULT NULL::integer, time_zone text DEFAULT 'UTC'::text, job jsonb DEFAULT NULL::jsonb, workflow jsonb DEFAULT NULL::jsonb, missed text DEFAULT 'one'::text, missed_limit integer DEFAULT 10, grace_seconds integer DEFAULT 60, overlap text DEFAULT 'allow'::text, jitter_seconds integer DEFAULT 0, paused boolean DEFAULT NULL::boolean, starts_at timestamp with time zone DEFAULT NULL::timestamp with time zone, ends_at timestamp with time zone DEFAULT NULL::timestamp with time zone, tenant_id uuid DEFAULT NULL::uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.set_schedule(jsonb_build_object(
    'name', name, 'cron', cron, 'every_seconds', every_seconds, 'time_zone', time_zone, 'job', job, 'workflow', workflow,
    'missed', missed, 'missed_limit', missed_limit, 'grace_seconds', grace_seconds, 'overlap', overlap,
    'jitter_seconds', jitter_seconds, 'starts_at', starts_at, 'ends_at', ends_at
  ), paused, tenant_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.signal_workflow(workflow_id uuid, signal text, payload jsonb DEFAULT '{}'::jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return cogo.signal_workflow(signal_workflow.workflow_id, signal_workflow.signal, signal_workflow.payload);
end;
$function$;

CREATE OR REPLACE FUNCTION api.start_workflow(name text, input jsonb DEFAULT '{}'::jsonb, idempotency_key text DEFAULT NULL::text, version integer DEFAULT NULL::integer, tenant_id uuid DEFAULT NULL::uuid, traceparent text DEFAULT NULL::text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
AS $function$
begin
  return cogo.start_workflows(jsonb_build_array(jsonb_strip_nulls(jsonb_build_object(
    'name', name, 'idempotency_key', idempotency_key, 'version', version, 'tenant_id', tenant_id, 'traceparent', traceparent
  )) || jsonb_build_object('input', input))) -> 0;
end;
$function$;

CREATE OR REPLACE FUNCTION api.start_workflows(workflows jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
AS $function$
begin
  return cogo.start_workflows(start_workflows.workflows);
end;
$function$;

CREATE OR REPLACE FUNCTION api.unregister_worker(worker text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.unregister_worker(unregister_worker.worker);
end;
$function$;

CREATE OR REPLACE FUNCTION api.worker_heartbeat(worker text, load real DEFAULT NULL::real, held integer DEFAULT NULL::integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.worker_heartbeat(worker_heartbeat.worker, worker_heartbeat.load, worker_heartbeat.held);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.action_input(flow_id bigint, input jsonb, plan cogo.definition_steps, job_id bigint, item integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  known jsonb;
  context jsonb;
begin
  select job.payload into known from cogo.jobs as job where job.id = action_input.job_id;
  if plan.kind = 'workflow' then
    select child.input into known from cogo.workflows as child
    where child.parent_id = action_input.flow_id and child.parent_step = plan.step;
  end if;
  if known is not null then
    return known;
  end if;

  -- The job may be past its retention; what it was made of is still here.
  context := cogo.step_context(action_input.flow_id, action_input.input, plan);
  return cogo.step_payload(plan.input, context, cogo.resolve_references(plan.over, context) -> action_input.item, action_input.item);
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

CREATE OR REPLACE FUNCTION cogo.advance_deferred(at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  job_ids bigint[] := current_setting('cogo.ended_step_jobs')::bigint[];
begin
  perform set_config('cogo.ended_step_jobs', '', true);
  if job_ids <> '{}' then
    perform cogo.advance_flows(job_ids, advance_deferred.at);
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.advance_flows(job_ids bigint[], at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  deferred text := current_setting('cogo.ended_step_jobs', true);
  ended record;
  flow_ids bigint[];
begin
  select array_agg(link.job_id) as job_ids, array_agg(distinct link.workflow_id) as flow_ids into ended
  from cogo.step_jobs as link where link.job_id = any(advance_flows.job_ids);
  if ended.job_ids is null then
    return;
  end if;
  if deferred <> '' then
    perform set_config('cogo.ended_step_jobs', (deferred::bigint[] || ended.job_ids)::text, true);
    return;
  end if;

  flow_ids := cogo.lock_flows(ended.flow_ids);
  if cardinality(flow_ids) > 0 then
    perform cogo.record_ends(ended.job_ids, flow_ids, advance_flows.at);
    perform cogo.move_flows(flow_ids, advance_flows.at);
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.advise_executor(executor text, depth bigint, oldest_seconds numeric, live integer, draining integer, concurrency double precision, held integer, at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  told record;
  each_does double precision := coalesce(advise_executor.concurrency, 10);
  at_a_time double precision;
  wanted integer;
  reason text;
begin
  told := cogo.executor_rates(advise_executor.executor, advise_executor.at);
  at_a_time := told.run_seconds * (told.arrival + advise_executor.depth / 60.0);
  wanted := ceil(at_a_time / (0.8 * each_does));

  if depth = 0 and held = 0 and told.arrival = 0 then
    wanted := 0;
    reason := 'nothing to do: no job is ready, held or has come for five minutes';
  elsif wanted is null then
    wanted := greatest(live, 1);
    reason := 'how long these jobs run is not known yet';
  else
    wanted := greatest(wanted, 1);
    reason := format(
      '%s jobs at a time: %s a second come, each runs %s s, and %s that are ready should be gone in a minute; a worker does %s, four fifths of it by plan',
      round(at_a_time::numeric, 1), round(told.arrival::numeric, 2), round(told.run_seconds::numeric, 3), depth, round(each_does::numeric)
    );
    if oldest_seconds > 60 and told.arrival > told.service and wanted <= live then
      wanted := live + 1;
      reason := 'jobs wait for more than a minute, and more come than are done: one more than there are';
    end if;
    if told.failure_rate > 0.5 and wanted > greatest(live, 1) then
      wanted := greatest(live, 1);
      reason := 'most of these jobs fail: more workers would only fail more of them';
    end if;
  end if;

  return jsonb_build_object(
    'executor', executor, 'depth', depth, 'oldest_wait_seconds', round(greatest(oldest_seconds, 0), 1),
    'wait_p95_ms', told.wait_p95_ms, 'arrival_per_second', round(told.arrival::numeric, 3),
    'service_per_second', round(told.service::numeric, 3), 'run_ms', round((told.run_seconds * 1000)::numeric, 1),
    'failure_rate', round(told.failure_rate::numeric, 3), 'held', held, 'live_workers', live, 'draining_workers', draining,
    'jobs_per_worker', each_does, 'wanted_workers', wanted, 'reason', reason
  );
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

CREATE OR REPLACE FUNCTION cogo.begin_flows(flow_ids bigint[], at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  roots record;
  again bigint[];
begin
  insert into cogo.workflow_timers (workflow_id, due_at, step, kind)
  select flow.id, begin_flows.at + make_interval(secs => definition.deadline_seconds), -1, 'deadline'
  from cogo.workflows as flow join cogo.workflow_definitions as definition on definition.id = flow.definition_id
  where flow.id = any(begin_flows.flow_ids) and definition.deadline_seconds is not null;

  select
    array_agg(flow.id order by flow.id, plan.step) as flow_ids, array_agg(plan.step order by flow.id, plan.step) as steps,
    array_agg(plan.kind order by flow.id, plan.step) as kinds
  into roots
  from cogo.workflows as flow join cogo.definition_steps as plan on plan.definition_id = flow.definition_id
  where flow.id = any(begin_flows.flow_ids) and plan.needs = '{}';

  again := cogo.start_steps(roots.flow_ids, roots.steps, roots.kinds, begin_flows.at);
  if again <> '{}' then
    perform cogo.move_flows(again, begin_flows.at);
  end if;
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
      when link.role in ('compensation', 'cancel') then 'compensation_failed'
      when item.error ->> 'class' = 'validation' then coalesce(item.error ->> 'reason', 'validation_failed')
      when item.error ->> 'class' = 'permanent' then coalesce(item.error ->> 'reason', 'policy_violation')
      else coalesce(item.error ->> 'reason', 'exhausted_retries')
    end,
    item.error
  from jsonb_to_recordset(bury.ended) as item (job_id bigint, outcome text, next_attempt smallint, error jsonb)
  join cogo.jobs as job on job.id = item.job_id
  left join cogo.step_jobs as link on link.job_id = item.job_id
  where item.outcome = 'failed';
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.cancel_last_runs(schedule_ids bigint[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  open_run record;
begin
  for open_run in
    select last.job_id, last.workflow_id
    from cogo.schedules as schedule
    join cogo.schedule_runs as last
      on last.schedule_id = schedule.id and last.due_at = schedule.last_started_due_at
    where schedule.id = any(cancel_last_runs.schedule_ids)
      and not exists (select from cogo.cancels where cancels.job_id = last.job_id)
    order by last.job_id, last.workflow_id
  loop
    if open_run.job_id is not null then
      perform * from cogo.cancel_jobs(array[open_run.job_id], false, 'the next run of its schedule is due');
    else
      -- A repeat is answered with already_ending.
      execute 'select api.cancel_workflow($1, $2)' using open_run.workflow_id, 'the next run of its schedule is due';
    end if;
  end loop;
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
  flow cogo.workflows := cogo.find_workflow(cancel_workflow.workflow_id);
begin
  if length(cancel_workflow.reason) > 1000 then
    perform cogo.refuse_argument('reason', 'it must have at most 1000 characters');
  end if;
  select locked.* into flow from cogo.workflows as locked where locked.id = flow.id for update;
  perform set_config('cogo.flow_locks', 'held', true);
  if flow.id is null or flow.finished_at is not null then
    return jsonb_build_object('outcome', 'already_closed', 'state', flow.state);
  end if;
  if flow.state <> 'running' or flow.ends_as is not null then
    return jsonb_build_object('outcome', 'already_ending', 'state', flow.state);
  end if;

  perform cogo.end_flows(array[flow.id], 'cancelled', jsonb_build_object(
    'class', 'cancelled', 'reason', 'cancelled', 'message', coalesce(cancel_workflow.reason, 'The workflow was cancelled.')
  ), coalesce(cancel_workflow.compensate, true), at);
  perform cogo.move_flows(array[flow.id], at);
  select now_flow.* into flow from cogo.workflows as now_flow where now_flow.id = flow.id;
  return jsonb_build_object(
    'outcome', case when flow.finished_at is null then 'cancel_requested' else 'cancelled' end, 'state', flow.state
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.catch_up(schedule cogo.schedules, at timestamp with time zone)
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  due timestamptz[];
  planned timestamptz[];
  first_later integer;
begin
  due := array(
    select run_at from cogo.due_times(schedule, schedule.next_due_at - interval '1 microsecond', catch_up.at, 100001) as run_at
  );
  if cardinality(due) = 100001 then
    -- No policy wants more than the last thousand, so the first ones were missed whatever is still to come.
    perform cogo.insert_missed(schedule.id, due[1:99000], catch_up.at);
    return due[99001];
  end if;

  planned := array(
    select cogo.planned_run(schedule.id, schedule.jitter_seconds, run_at)
    from unnest(due) with ordinality as each (run_at, place) order by place
  );
  if schedule.jitter_seconds > 0 then
    select min(place) into first_later
    from unnest(planned) with ordinality as each (run_at, place) where run_at > catch_up.at;
  end if;
  if first_later is not null then
    perform cogo.insert_runs(schedule, due[1:first_later - 1], planned[1:first_later - 1], catch_up.at);
    return due[first_later];
  end if;
  perform cogo.insert_runs(schedule, due, planned, catch_up.at);
  return cogo.next_due(schedule, due[cardinality(due)]);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.check_definition(definition jsonb)
 RETURNS void
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  problem text := cogo.definition_problem(definition);
  saga boolean;
  steps jsonb;
  names text[];
  item record;
  before jsonb;
begin
  if problem is not null then
    perform cogo.refuse_argument('definition', problem);
  end if;
  saga := coalesce((definition -> 'saga')::boolean, false);
  steps := definition -> 'steps';
  names := array(select step ->> 'name' from jsonb_array_elements(steps) as step);

  for item in
    select listed.step, listed.step ->> 'name' as name, coalesce(listed.step -> 'after', '[]') as needs, listed.ordinal
    from jsonb_array_elements(steps) with ordinality as listed (step, ordinal)
  loop
    problem := case
      when (jsonb_typeof(item.step -> 'name') = 'string' and item.name ~ '^[a-z][a-z0-9_-]{0,59}$') is not true
        then 'name must be 1 to 60 of a-z, 0-9, _ and -, beginning with a letter'
      when cardinality(array_positions(names, item.name)) > 1 then 'another step has the same name; rename one'
      else cogo.step_problem(item.step, saga)
    end;
    if problem is null and exists (select from jsonb_array_elements_text(item.needs) as need where need <> all(names)) then
      problem := format(
        'after names %L, which is no step of this workflow; correct the name or add the step',
        (select need from jsonb_array_elements_text(item.needs) as need where need <> all(names) limit 1)
      );
    end if;
    if problem is not null then
      perform cogo.refuse_argument(format('step %s', coalesce(format('%L', left(item.name, 60)), (item.ordinal - 1)::text)), problem);
    end if;
  end loop;

  select jsonb_object_agg(chain.name, chain.steps) into before
  from (select pair.name, jsonb_agg(pair.before) as steps from cogo.steps_before(steps) as pair group by pair.name) as chain;
  for item in select step, step ->> 'name' as name, array(select jsonb_array_elements_text(before -> (step ->> 'name'))) as known from jsonb_array_elements(steps) as step loop
    problem := case
      when item.name = any(item.known) then 'it comes after itself; break the circle in after'
      else coalesce(
        cogo.reference_problem(item.step -> 'over', 'over', item.known, false),
        cogo.reference_problem(item.step -> 'input', 'input', item.known, coalesce(item.step ->> 'kind' = 'map', false))
      )
    end;
    if problem is not null then
      perform cogo.refuse_argument(format('step %L', item.name), problem);
    end if;
  end loop;
  problem := cogo.reference_problem(definition -> 'output', 'it', names, false);
  if problem is not null then
    perform cogo.refuse_argument('output', problem);
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.check_edited_payload(job_id bigint, payload jsonb)
 RETURNS void
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  type text := (select job.type from cogo.jobs as job where job.id = check_edited_payload.job_id);
  schema jsonb := (cogo.resolve_job_type(type)).payload_schema;
  wrong record;
begin
  if jsonb_typeof(check_edited_payload.payload) <> 'object' then
    perform cogo.refuse_argument('payload', 'it must be an object');
  end if;
  if octet_length(check_edited_payload.payload::text) > 262144 then
    raise sqlstate 'PT413' using
      message = format('Cannot redrive job %s: the payload has %s bytes, the limit is 262144', check_edited_payload.job_id, octet_length(check_edited_payload.payload::text)),
      detail = 'payload_too_large',
      hint = 'Store the bytes as an artifact and put its address into the payload.';
  end if;
  if schema is null then
    return;
  end if;
  select violation.path, violation.problem into wrong
  from cogo.schema_violations(schema, check_edited_payload.payload) as violation limit 1;
  if found then
    raise sqlstate 'PT422' using
      message = format(
        'Cannot redrive job %s: the payload does not meet the schema of %s at %s: %s',
        check_edited_payload.job_id, type, coalesce(nullif(wrong.path, ''), '/'), wrong.problem
      ),
      detail = 'schema_mismatch',
      hint = 'Correct the payload, or register another payload_schema for the type; nothing was enqueued.';
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.check_flows(workflows jsonb, is_operator boolean)
 RETURNS void
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  wrong record;
  largest integer;
begin
  if jsonb_typeof(workflows) is distinct from 'array' or jsonb_array_length(workflows) not between 1 and 1000 then
    perform cogo.refuse_argument('workflows', 'it must be an array of 1 to 1000 workflows');
  end if;
  select item.ordinal - 1 as place, judged.problem into wrong
  from jsonb_array_elements(workflows) with ordinality as item (value, ordinal),
    lateral cogo.flow_problem(item.value, is_operator) as judged (problem)
  where judged.problem is not null
  order by item.ordinal
  limit 1;
  if found then
    perform cogo.refuse_argument(format('workflows[%s]', wrong.place), wrong.problem);
  end if;

  select max(octet_length(item ->> 'input')) into largest from jsonb_array_elements(workflows) as item;
  if largest > 262144 then
    raise sqlstate 'PT413' using
      message = format('Cannot start workflows: an input has %s bytes, the limit is 262144', largest),
      detail = 'payload_too_large',
      hint = 'Store the bytes as an artifact and put its address into the input.';
  end if;
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
  if not exists (select from pg_catalog.pg_timezone_names as zone where zone.name = schedule.time_zone) then
    perform cogo.refuse_argument('time_zone', format('%L is no IANA time zone, such as Europe/Berlin', left(schedule.time_zone, 60)));
  end if;
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
      replace(replace(body::text, '{"$ref": "due_at"}', to_jsonb(cogo.now_())::text), '{"$ref": "schedule"}', to_jsonb(schedule.name)::text)::jsonb
        || case when cogo.caller_tenant() is null then jsonb_build_object('tenant_id', schedule.tenant_id) else '{}' end
    ));
    raise sqlstate 'CG000';
  exception
    when sqlstate 'CG000' or sqlstate 'PT429' or sqlstate 'PT503' then null;
  end;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.check_stage_and_reason(stage text, reason text)
 RETURNS void
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  if (check_stage_and_reason.stage in ('input', 'fetch', 'exec', 'output', 'commit')) is false then
    perform cogo.refuse_argument('stage', 'it must be input, fetch, exec, output or commit');
  end if;
  if (check_stage_and_reason.reason in (
    'parse_error', 'validation_failed', 'dependency_unavailable', 'timeout', 'exhausted_retries', 'policy_violation',
    'infrastructure_failure', 'compensation_failed'
  )) is false then
    perform cogo.refuse_argument('reason', 'it is no reason code; docs/specs/STATE_MACHINE_V1.md lists them');
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.child_definitions(definition jsonb, OUT ids jsonb, OUT depth smallint)
 RETURNS record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  item record;
  child cogo.workflow_definitions;
begin
  ids := '{}';
  depth := 1;
  for item in
    select step ->> 'name' as name, step ->> 'workflow' as workflow
    from jsonb_array_elements(definition -> 'steps') as step where step ->> 'kind' = 'workflow'
  loop
    child := cogo.current_definition(item.workflow, null);
    if child.id is null then
      perform cogo.refuse_argument(
        format('step %L', item.name), format('no workflow %L is registered; register it first', left(item.workflow, 120))
      );
    end if;
    ids := ids || jsonb_build_object(item.name, child.id);
    depth := greatest(depth, child.depth + 1);
  end loop;
  if depth > 5 then
    perform cogo.refuse_argument('definition', 'its workflows start each other more than five deep; join two of them');
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
  device bigint;
begin
  perform cogo.check_claim(claim_jobs.worker, claim_jobs.want, claim_jobs.executor);
  if cogo.random_() < 0.01 then
    perform cogo.sweep();
  end if;
  if exists (select from cogo.worker_devices as known where known.worker = claim_jobs.worker) then
    select greeted.device_id, greeted.allowed into device, claim_jobs.want
    from cogo.greet_device(claim_jobs.worker, claim_jobs.want, tenant, agent, at) as greeted;
    if claim_jobs.want = 0 then
      return;
    end if;
  end if;

  if exists (select from cogo.limits) or exists (select from cogo.parked) then
    popped := cogo.pop_permitted(claim_jobs.executor, claim_jobs.want, tenant, at);
  else
    popped := cogo.pop_live(claim_jobs.executor, claim_jobs.want, tenant, at);
  end if;
  if popped.job_ids is null then
    return;
  end if;

  if cogo.fault('claim.popped') then end if;
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
    insert into cogo.claims (
      fence, claimed_at, lease_expires_at, tenant_id, agent_id, device_id, lease_seconds, open, limited, worker
    )
    select
      new_fence, at, at + make_interval(secs => lease.seconds), tenant, agent, device, lease.seconds, lease.jobs, lease.limited,
      claim_jobs.worker
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
  if device is not null then
    perform cogo.spend_tokens(device, cardinality(popped.job_ids));
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.close_cancelled(only_job_ids bigint[], at timestamp with time zone, row_limit integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  wanted bigint[];
  taken record;
  hard record;
  closed integer := 0;
  flows boolean;
begin
  select array_agg(pick.job_id) into wanted
  from (
    select cancels.job_id from cogo.cancels
    where close_cancelled.only_job_ids is null or cancels.job_id = any(close_cancelled.only_job_ids)
    order by cancels.job_id limit close_cancelled.row_limit
  ) as pick;
  if wanted is null then
    return 0;
  end if;

  -- Workflows come after claims: both kinds of jobs close before the first workflow is locked.
  flows := exists (select from cogo.step_jobs) and cogo.defer_flows();
  select array_agg(item.job_id) as job_ids, array_agg(item.attempt) as attempts into taken
  from cogo.take_unheld(wanted) as item;
  if taken.job_ids is not null then
    perform cogo.close_unheld(taken.job_ids, taken.attempts, close_cancelled.at);
    closed := cardinality(taken.job_ids);
  end if;

  select array_agg(held.job_id) as job_ids, array_agg(held.fence) as fences into hard
  from cogo.held join cogo.cancels on cancels.job_id = held.job_id
  where held.job_id = any(wanted) and cancels.hard;
  if hard.job_ids is not null then
    closed := closed + cogo.cancel_held(hard.job_ids, hard.fences, close_cancelled.at);
  end if;

  if flows then
    perform cogo.advance_deferred(close_cancelled.at);
  end if;
  -- A wish that came after the job had closed is void.
  perform cogo.forget_wishes(wanted);
  return closed;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.close_flows(flow_ids bigint[], state text, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  with closed as (
    update cogo.workflows as flow
    set state = coalesce(close_flows.state, flow.ends_as), finished_at = close_flows.at
    where flow.id = any(close_flows.flow_ids)
    returning flow.id, flow.definition_id, flow.parent_id, flow.state
  ),
  told as (
    insert into cogo.saga_log (workflow_id, at, move)
    select closed.id, close_flows.at, closed.state
    from closed join cogo.workflow_definitions as definition on definition.id = closed.definition_id
    where definition.saga
  )
  insert into cogo.flow_inbox (workflow_id, kind)
  select distinct closed.parent_id, 'look' from closed where closed.parent_id is not null;
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
  update cogo.workflow_steps as whole
  set
    state = case when found_ends.failed and flow.ends_as is not null then 'cancelled' when found_ends.failed then 'failed' else 'succeeded' end,
    finished_at = close_maps.at,
    error = case when found_ends.failed then coalesce(whole.error, found_ends.error) end,
    result = case when not found_ends.failed then (
      select jsonb_agg(coalesce(element.result, 'null') order by element.item)
      from cogo.workflow_steps as element
      where element.workflow_id = whole.workflow_id and element.step = whole.step and element.item >= 0
    ) end
  from cogo.workflows as flow
  join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.kind = 'map',
  lateral (
    select
      bool_or(element.state in ('failed', 'cancelled')) as failed, bool_or(element.state = 'running') as running,
      (array_agg(element.error || jsonb_build_object('item', element.item) order by element.item) filter (where element.state <> 'succeeded' and element.error is not null))[1] as error
    from cogo.workflow_steps as element
    where element.workflow_id = flow.id and element.step = plan.step and element.item >= 0
  ) as found_ends
  where flow.id = any(close_maps.flow_ids) and whole.workflow_id = flow.id and whole.step = plan.step and whole.item = -1
    and whole.state = 'running' and (not found_ends.running or found_ends.failed and not plan.optional);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.collect_due_runs(at timestamp with time zone, row_limit integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  schedule cogo.schedules;
  next_due timestamptz;
  collected integer := 0;
  -- Real time, whatever the engine's clock says: after a long outage the rest is left to the next tick.
  enough constant timestamptz := clock_timestamp() + interval '2 seconds';
begin
  for schedule in
    select * from cogo.schedules as due
    where due.next_run_at <= collect_due_runs.at
    order by due.next_run_at, due.id
    limit collect_due_runs.row_limit
    for update skip locked
  loop
    next_due := cogo.next_due(schedule, schedule.next_due_at);
    if next_due <= collect_due_runs.at then
      next_due := cogo.catch_up(schedule, collect_due_runs.at);
    else
      perform cogo.insert_runs(schedule, array[schedule.next_due_at], array[schedule.next_run_at], collect_due_runs.at);
    end if;
    update cogo.schedules as settled
    set next_due_at = next_due, next_run_at = cogo.planned_run(settled.id, settled.jitter_seconds, next_due)
    where settled.id = schedule.id;
    collected := collected + 1;
    exit when clock_timestamp() > enough;
  end loop;
  return collected;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.compensate_flows(flow_ids bigint[], at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  due record;
  done bigint[];
begin
  -- Last first: a step is undone once all that came after it has ended and has been undone.
  select
    array_agg(owed.workflow_id order by owed.workflow_id, owed.step desc, owed.item desc) as flow_ids,
    array_agg(owed.step order by owed.workflow_id, owed.step desc, owed.item desc) as steps,
    array_agg(owed.item order by owed.workflow_id, owed.step desc, owed.item desc) as items
  into due
  from cogo.workflow_steps as owed
  join cogo.workflows as flow on flow.id = owed.workflow_id
  where owed.workflow_id = any(compensate_flows.flow_ids) and owed.follow_up = 'owed'
    and not exists (
      select from cogo.workflow_steps as later
      join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = later.step
      where later.workflow_id = owed.workflow_id and (
        later.step = owed.step and later.state = 'running'
        or owed.step = any(plan.before) and (later.state = 'running' or later.follow_up in ('owed', 'compensating', 'stuck'))
      )
    );
  if due.steps is not null then
    perform cogo.enqueue_follow_ups(due.flow_ids, due.steps, due.items, false, compensate_flows.at);
  end if;

  done := array(
    select flow.id from cogo.workflows as flow
    where flow.id = any(compensate_flows.flow_ids) and not exists (
      select from cogo.workflow_steps as open
      where open.workflow_id = flow.id and (open.state = 'running' or open.follow_up in ('owed', 'compensating', 'stuck'))
    )
  );
  if done <> '{}' then
    perform cogo.close_flows(done, 'compensated', compensate_flows.at);
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.compile_definition(definition_id integer, definition jsonb, children jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into cogo.definition_steps (
    definition_id, step, child_id, timeout_seconds, seconds, max_attempts, undo_max_attempts, confirm_max_attempts,
    optional, is_last, name, kind, type, undo_type, confirm_type, signal, needs, before, input, over
  )
  select
    compile_definition.definition_id, listed.ordinal - 1, (children ->> (step ->> 'name'))::integer,
    (step ->> 'timeout_seconds')::integer, (step ->> 'seconds')::integer,
    (coalesce(step -> 'try', step) #>> '{retry,max_attempts}')::smallint,
    (coalesce(step -> 'cancel', step -> 'compensate') #>> '{retry,max_attempts}')::smallint,
    (step #>> '{confirm,retry,max_attempts}')::smallint,
    coalesce((step -> 'optional')::boolean, false),
    not exists (select from jsonb_array_elements(definition -> 'steps') as other where other -> 'after' ? (step ->> 'name')),
    step ->> 'name', coalesce(step ->> 'kind', 'job'),
    coalesce(step #>> '{try,type}', step ->> 'type'), coalesce(step #>> '{cancel,type}', step #>> '{compensate,type}'),
    step #>> '{confirm,type}', step ->> 'signal',
    array(
      select (needed.ordinal - 1)::smallint
      from jsonb_array_elements(definition -> 'steps') with ordinality as needed (step, ordinal)
      where listed.step -> 'after' ? (needed.step ->> 'name')
      order by 1
    ),
    array(
      select (earlier.ordinal - 1)::smallint
      from jsonb_array_elements(definition -> 'steps') with ordinality as earlier (step, ordinal)
      join cogo.steps_before(definition -> 'steps') as pair on pair.before = earlier.step ->> 'name'
      where pair.name = listed.step ->> 'name'
      order by 1
    ),
    step -> 'input', step -> 'over'
  from jsonb_array_elements(definition -> 'steps') with ordinality as listed (step, ordinal);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.complete(job_ids bigint[], fences bigint[], results jsonb[])
 RETURNS TABLE(job_id bigint, outcome text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  held_fences bigint[] := complete.fences;
  done record;
begin
  if (cardinality(complete.job_ids) = cardinality(complete.fences) and cardinality(complete.job_ids) <= 1000) is not true then
    perform cogo.refuse_argument('job_ids and fences', 'they must be arrays of the same length, at most 1000');
  end if;

  if cogo.caller_tenant() is not null then
    held_fences := cogo.own_fences(complete.fences);
  end if;

  select
    array_agg(hold.job_id) as job_ids,
    array_agg(hold.job_id) filter (where not hold.was_running) as unstarted,
    min(hold.fence) as fence,
    min(hold.worker) as worker
  into done
  from cogo.end_holds(
    complete.job_ids, held_fences, array_fill('succeeded'::text, array[cardinality(complete.job_ids)]),
    null, complete.results, at
  ) as hold;

  if cogo.fault('complete.ended') then end if;
  if done.job_ids is not null then
    if done.unstarted is not null then
      perform cogo.record_events(array['job_started'], done.unstarted, at, null, done.fence, done.worker);
    end if;
    perform cogo.record_events(array['job_succeeded'], done.job_ids, at, null, done.fence, done.worker);
    perform cogo.after_close(done.job_ids, at);
  end if;

  if cardinality(done.job_ids) = cardinality(complete.job_ids) then
    return query select item.job_id, 'succeeded'::text from unnest(complete.job_ids) as item (job_id);
  else
    return query select * from cogo.settled_outcomes(complete.job_ids, held_fences, array['succeeded']);
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.confirm_flows(flow_ids bigint[], at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  due record;
begin
  with turned as (
    update cogo.workflows as flow set state = 'confirming'
    where flow.id = any(confirm_flows.flow_ids) and flow.state = 'running'
    returning flow.id
  )
  insert into cogo.saga_log (workflow_id, at, move) select turned.id, confirm_flows.at, 'confirming' from turned;

  select
    array_agg(tried.workflow_id order by tried.workflow_id, tried.step) as flow_ids,
    array_agg(tried.step order by tried.workflow_id, tried.step) as steps
  into due
  from cogo.workflow_steps as tried
  join cogo.workflows as flow on flow.id = tried.workflow_id
  join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = tried.step
  where tried.workflow_id = any(confirm_flows.flow_ids) and tried.follow_up = 'owed' and plan.kind = 'tcc';
  perform cogo.enqueue_follow_ups(
    due.flow_ids, due.steps, array_fill(-1, array[cardinality(due.steps)]), true, confirm_flows.at
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.count_dead_letters(since timestamp with time zone)
 RETURNS TABLE(stage text, reason text, open bigint, redriven bigint, discarded bigint, newest_at timestamp with time zone, is_capped boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
begin
  return query
  with newest as materialized (
    select letter.tenant_id, letter.stage, letter.reason, letter.dead_at, letter.redriven_job_id, letter.discarded_at
    from cogo.dead_letters as letter
    where count_dead_letters.since is null or letter.dead_at >= count_dead_letters.since
    order by letter.dead_at desc, letter.job_id desc
    limit 100000
  )
  select
    newest.stage, newest.reason,
    count(*) filter (where newest.redriven_job_id is null and newest.discarded_at is null),
    count(newest.redriven_job_id), count(newest.discarded_at), max(newest.dead_at),
    (select count(*) = 100000 from newest as all_read)
  from newest
  where tenant is null or newest.tenant_id = tenant
  group by newest.stage, newest.reason
  order by 3 desc, newest.stage, newest.reason;
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

CREATE OR REPLACE FUNCTION cogo.cron_field(field text, value text, low integer, high integer, names text[])
 RETURNS smallint[]
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  part text;
  range text;
  step integer;
  first integer;
  last integer;
  found smallint[] := '{}';
begin
  foreach part in array string_to_array(value, ',') loop
    range := split_part(part, '/', 1);
    step := case when strpos(part, '/') = 0 then 1 else cogo.cron_number(substr(part, length(range) + 2), 0, null) end;
    if range = '*' then
      first := low;
      last := high;
    else
      first := cogo.cron_number(split_part(range, '-', 1), low, names);
      last := case
        when strpos(range, '-') > 0 then
          -- A week that ends on Sunday ends on its day 7.
          case when high = 7 and range like '%-sun' then 7
            else cogo.cron_number(substr(range, strpos(range, '-') + 1), low, names) end
        when strpos(part, '/') > 0 then high
        else first
      end;
    end if;
    if (step >= 1 and first between low and last and last <= high) is not true then
      perform cogo.refuse_argument('cron', format(
        'its %s %L is none: give numbers from %s to %s%s, ranges a-b, steps */n or a-b/n, lists of these, or *',
        field, left(part, 20), low, high, case when names is not null then ' or names such as ' || names[2] else '' end
      ));
    end if;
    while first <= last loop
      found := found || first::smallint;
      first := first + step;
    end loop;
  end loop;
  if strpos(value, ',') > 0 then
    found := array(select distinct each from unnest(found) as each order by each);
  end if;
  return found;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.cron_matches_day(day date, days smallint[], months smallint[], weekdays smallint[], either_day boolean)
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  nth integer := extract(day from day);
  weekday integer := extract(dow from day);
  by_day boolean;
  by_weekday boolean;
begin
  if not extract(month from day)::smallint = any(months) then
    return false;
  end if;
  by_day := nth = any(days) or (32 = any(days) and extract(day from day + 1) = 1);
  by_weekday := weekday = any(weekdays)
    or weekday + 10 * ((nth + 6) / 7) = any(weekdays)
    or (weekday + 60 = any(weekdays) and extract(day from day + 7) <= 7);
  return case when either_day then by_day or by_weekday else by_day and by_weekday end;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.cron_next(cron text, time_zone text, after timestamp with time zone)
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  found timestamptz := (cogo.cron_quiet_next(cron, time_zone, after)).run_at;
begin
  if found is null then
    select run_at into found from cogo.cron_times(cron, time_zone, after, null, 1) as run_at;
  end if;
  return found;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.cron_number(value text, low integer, names text[])
 RETURNS integer
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  if value ~ '^\d\d?$' then
    return value::integer;
  end if;
  return array_position(names, value) - 1 + low;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.cron_quiet_next(cron text, time_zone text, after timestamp with time zone, OUT run_at timestamp with time zone, OUT not_before timestamp with time zone)
 RETURNS record
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  field record := cogo.parse_cron(cron);
  start bigint := floor(extract(epoch from after));
  zone integer := cogo.zone_offset(time_zone, start);
  zone_then integer;
  day date := date '1970-01-01' + ((start + zone) / 86400)::integer;
  last_day constant date := day + 14610;
  second integer := (start + zone) % 86400;
  hour smallint := second / 3600;
  minute smallint := second / 60 % 60;
  next_one integer;
  found bigint;
begin
  if cogo.cron_matches_day(day, field.days, field.months, field.weekdays, field.either_day) then
    if hour = any(field.hours) then
      if minute = any(field.minutes) then
        next_one := hour * 3600 + minute * 60 + field.seconds[width_bucket((second % 60)::smallint, field.seconds) + 1];
      end if;
      next_one := coalesce(next_one, hour * 3600 + field.minutes[width_bucket(minute, field.minutes) + 1] * 60 + field.seconds[1]);
    end if;
    next_one := coalesce(next_one, field.hours[width_bucket(hour, field.hours) + 1] * 3600 + field.minutes[1] * 60 + field.seconds[1]);
  end if;
  if next_one is null then
    next_one := field.hours[1] * 3600 + field.minutes[1] * 60 + field.seconds[1];
    loop
      day := day + 1;
      if not extract(month from day)::smallint = any(field.months) then
        day := (date_trunc('month', day::timestamp) + interval '1 month')::date;
      end if;
      exit when cogo.cron_matches_day(day, field.days, field.months, field.weekdays, field.either_day);
      if day > last_day then
        not_before := 'infinity';
        return;
      end if;
    end loop;
  end if;

  found := (day - date '1970-01-01')::bigint * 86400 + next_one - zone;
  zone_then := cogo.zone_offset(time_zone, found - 172800);
  if zone <> cogo.zone_offset(time_zone, start - 172800) or zone <> cogo.zone_offset(time_zone, start + 172800) then
    not_before := after;
  elsif zone_then <> cogo.zone_offset(time_zone, found + 172800) then
    not_before := greatest(after, to_timestamp(found - 172800));
  else
    run_at := to_timestamp(found + zone - zone_then);
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.cron_times(cron text, time_zone text, after timestamp with time zone, upto timestamp with time zone, row_limit integer)
 RETURNS SETOF timestamp with time zone
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET jit TO 'off'
AS $function$
declare
  field record := cogo.parse_cron(cron);
  low bigint := floor(extract(epoch from after));
  -- A 29th of February that must be a certain weekday comes every 40 years at the latest.
  horizon bigint := least(floor(extract(epoch from upto)), floor(extract(epoch from after)) + 1262304000);
  span bigint := 60 + 86400 * (row_limit + 1)::bigint
    / (cardinality(field.seconds) * cardinality(field.minutes) * cardinality(field.hours));
  high bigint;
  quiet record;
  step bigint := span / 4;
  offset_before integer;
  offset_after integer;
  missing integer := row_limit;
  found_now integer;
begin
  while missing > 0 and low < horizon loop
    -- In quiet times each round begins at a match; near a change of the clock it feels its way in growing steps.
    quiet := cogo.cron_quiet_next(cron, time_zone, to_timestamp(low));
    exit when quiet.not_before = 'infinity';
    step := case when quiet.run_at is not null then span else least(step * 4, greatest(span, 86400)) end;
    low := least(coalesce(extract(epoch from quiet.run_at)::bigint - 1, floor(extract(epoch from quiet.not_before))::bigint), horizon);
    high := least(low + step, horizon);
    offset_before := cogo.zone_offset(time_zone, low - 86400);
    offset_after := cogo.zone_offset(time_zone, high);

    return query
    with day as (
      select extract(epoch from each.day)::bigint as second, coalesce(near.before, offset_after) as before, coalesce(near.after, offset_after) as after
      from (
        select date '1970-01-01' + nth::integer as day
        from generate_series(
          (low + least(offset_before, offset_after)) / 86400, (high + greatest(offset_before, offset_after)) / 86400
        ) as nth
      ) as each
      left join lateral (
        select cogo.zone_offset(time_zone, extract(epoch from each.day)::bigint - 86400) as before,
          cogo.zone_offset(time_zone, extract(epoch from each.day)::bigint + 172800) as after
      ) as near on offset_before <> offset_after or step > 86400
      where cogo.cron_matches_day(each.day, field.days, field.months, field.weekdays, field.either_day)
    )
    select distinct to_timestamp(instant.at_second)
    from day
    cross join lateral (
      select day.second + hour * 3600 as at_hour from unnest(field.hours) as hour
    ) as by_hour
    cross join lateral (
      select by_hour.at_hour + minute * 60 as at_minute from unnest(field.minutes) as minute
    ) as by_minute
    cross join lateral (
      select by_minute.at_minute + second_of_minute as at_local from unnest(field.seconds) as second_of_minute
    ) as by_second
    cross join lateral (
      select by_second.at_local - day.before as at_second where day.before = day.after
      union all
      select near.at_second
      from cogo.local_instants(time_zone, by_second.at_local, day.before, day.after, field.is_wild) as near (at_second)
      where day.before <> day.after
    ) as instant
    where by_hour.at_hour between low + least(day.before, day.after) - 3599 and high + greatest(day.before, day.after)
      and by_minute.at_minute between low + least(day.before, day.after) - 59 and high + greatest(day.before, day.after)
      and by_second.at_local between low + least(day.before, day.after) and high + greatest(day.before, day.after)
      and instant.at_second > low and instant.at_second <= high
    order by 1
    limit missing;

    get diagnostics found_now = row_count;
    missing := missing - found_now;
    low := high;
  end loop;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.cron_weekdays(value text)
 RETURNS smallint[]
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  part text;
  said text[];
  found smallint[] := '{}';
  names constant text[] := array['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
begin
  if value = '*' then
    return '{0,1,2,3,4,5,6}';
  end if;
  if strpos(value, '#') + strpos(value, 'l') = 0 then
    return array(
      select distinct (each % 7)::smallint from unnest(cogo.cron_field('day of week', value, 0, 7, names)) as each
    );
  end if;
  foreach part in array string_to_array(value, ',') loop
    said := regexp_match(part, '^(\d|[a-z]{3}?)(?:#([1-5])|#?(l))$');
    if said is null then
      found := found || cogo.cron_weekdays(translate(part, '#', '?'));
    else
      found := found || (
        (cogo.cron_field('day of week', said[1], 0, 7, names))[1] % 7 + 10 * coalesce(said[2]::integer, 6)
      )::smallint;
    end if;
  end loop;
  return found;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.current_definition(name text, version integer)
 RETURNS cogo.workflow_definitions
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  found_definition cogo.workflow_definitions;
begin
  select * into found_definition from cogo.workflow_definitions as known
  where known.name = current_definition.name
    and (current_definition.version is null or known.version = current_definition.version)
  order by known.registered_at desc, known.version desc
  limit 1;
  return found_definition;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.defer_flows()
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if coalesce(current_setting('cogo.ended_step_jobs', true), '') <> '' then
    return false;
  end if;
  perform set_config('cogo.ended_step_jobs', '{}', true);
  return true;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.definition_problem(definition jsonb)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  unknown text;
begin
  if jsonb_typeof(definition) is distinct from 'object' then
    return 'it must be an object';
  end if;
  if octet_length(definition::text) > 262144 then
    return 'it has more than 262144 bytes; move what is large into the input';
  end if;
  select key into unknown from jsonb_object_keys(definition - array['name', 'saga', 'deadline_seconds', 'steps', 'output']) as key limit 1;
  return case
    when unknown is not null then format('unknown field %L; it may have name, saga, deadline_seconds, steps, output', left(unknown, 40))
    when (jsonb_typeof(definition -> 'name') = 'string' and length(definition ->> 'name') <= 120
      and definition ->> 'name' ~ '^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)*$') is not true
      then 'name must be words of a-z, 0-9, _ and - joined by dots, at most 120 characters'
    when definition ? 'saga' and jsonb_typeof(definition -> 'saga') <> 'boolean' then 'saga must be true or false'
    when definition ? 'deadline_seconds' and (jsonb_typeof(definition -> 'deadline_seconds') = 'number'
      and definition ->> 'deadline_seconds' ~ '^[1-9]\d{0,8}$' and (definition ->> 'deadline_seconds')::integer <= 315360000) is not true
      then 'deadline_seconds must be a whole number from 1 to 315360000'
    when jsonb_typeof(definition -> 'steps') is distinct from 'array' or jsonb_array_length(definition -> 'steps') not between 1 and 200
      then 'steps must be an array of 1 to 200 steps'
    when exists (select from jsonb_array_elements(definition -> 'steps') as step where jsonb_typeof(step) <> 'object')
      then 'each of steps must be an object'
  end;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.demand_leadership(name text, fence bigint, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  known cogo.leaders;
begin
  if demand_leadership.fence is null then
    select * into known from cogo.leaders as leader where leader.name = demand_leadership.name;
    return not found or not cogo.lease_is_live(known, at);
  end if;

  -- Held to the end of this transaction, so that nobody can take the lead while it fires.
  select * into known from cogo.leaders as leader where leader.name = demand_leadership.name for share;
  if (known.fence = demand_leadership.fence and cogo.lease_is_live(known, at)) is not true then
    raise sqlstate 'PT409' using
      message = format('Cannot act as leader of %s under fence %s: the lease is over', demand_leadership.name, demand_leadership.fence),
      detail = 'leadership_lost',
      hint = 'Call take_leadership again; until it says is_leader, somebody else leads.';
  end if;
  -- A leader that hangs in the middle of a transaction must not keep the others out for longer than its lease.
  perform set_config('idle_in_transaction_session_timeout', known.lease_seconds || 's', true);
  return true;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.device_holds(device_id bigint)
 RETURNS integer
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return (select coalesce(sum(claim.open), 0)::integer from cogo.claims as claim where claim.device_id = device_holds.device_id);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.device_orders(worker text, at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  tenant uuid := cogo.caller_tenant();
  device cogo.worker_devices := cogo.own_device(
    device_orders.worker, tenant, case when tenant is not null then cogo.caller_agent() end
  );
begin
  if device.device_id is null then
    return '{}';
  end if;
  perform cogo.note_beat(device.device_id, device.beat_seconds, device_orders.at);
  return jsonb_build_object('drain', device.drain_requested_at is not null);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.device_state(device cogo.worker_devices, beat_at timestamp with time zone, at timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  silent double precision := extract(epoch from device_state.at - device_state.beat_at);
begin
  return case
    when device.gone_at is not null or silent > 3600 then 'gone'
    when silent > 2 * device.beat_seconds then 'orphaned'
    when device.drain_requested_at is not null then 'draining'
    when silent > device.beat_seconds then 'late'
    else 'live'
  end;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.discard_dead_letters(job_ids bigint[], reason text)
 RETURNS TABLE(job_id bigint, outcome text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  at timestamptz := cogo.now_();
  discarded bigint[];
begin
  if discard_dead_letters.job_ids is null or cardinality(discard_dead_letters.job_ids) > 1000 then
    perform cogo.refuse_argument('job_ids', 'it must be an array of at most 1000 numbers');
  end if;
  if (length(trim(discard_dead_letters.reason)) > 0 and length(discard_dead_letters.reason) <= 1000) is not true then
    perform cogo.refuse_argument('reason', 'it must be a text of 1 to 1000 characters');
  end if;

  discarded := array(
    select letter.job_id from cogo.dead_letters as letter
    where letter.job_id = any(discard_dead_letters.job_ids) and letter.redriven_job_id is null
      and letter.discarded_at is null and (tenant is null or letter.tenant_id = tenant)
    order by letter.job_id
    for update
  );
  update cogo.dead_letters as letter
  set
    discarded_at = at,
    discarded_by = case when tenant is null then 'operator' else concat('agent ', coalesce(cogo.caller_agent()::text, 'without an id')) end,
    discard_reason = discard_dead_letters.reason
  where letter.job_id = any(discarded);

  return query
  select
    given.job_id,
    case
      when letter.job_id is null then 'not_found'
      when given.job_id = any(discarded) then 'discarded'
      when letter.discarded_at is not null then 'already_discarded'
      else 'already_redriven'
    end
  from unnest(discard_dead_letters.job_ids) with ordinality as given (job_id, ordinal)
  left join cogo.dead_letters as letter on letter.job_id = given.job_id and (tenant is null or letter.tenant_id = tenant)
  order by given.ordinal;
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

CREATE OR REPLACE FUNCTION cogo.drop_closed(row_limit integer DEFAULT 5000)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  keep integer;
  jobs integer := 0;
  events integer := 0;
  workers integer := 0;
begin
  if drop_closed.row_limit is null or drop_closed.row_limit not between 1 and 1000000 then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 1000000');
  end if;
  insert into cogo.retention default values on conflict do nothing;
  perform from cogo.retention for update skip locked;
  if not found then
    return jsonb_build_object('jobs', 0, 'events', 0, 'workers', 0);
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
  update cogo.retention as total
  set dropped_jobs = total.dropped_jobs + jobs, dropped_events = total.dropped_events + events, dropped_at = at;
  return jsonb_build_object('jobs', jobs, 'events', events, 'workers', workers);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.drop_jobs(job_ids bigint[], at timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
AS $function$
#variable_conflict use_column
declare
  needed bigint[];
  victims bigint[];
  trail record;
begin
  if cardinality(drop_jobs.job_ids) = 0 then
    return 0;
  end if;
  -- A letter in somebody's hands is being redriven or discarded: it is asked again in the next round.
  needed := cogo.needed_closed(drop_jobs.job_ids) || array(
    select letter.job_id from cogo.dead_letters as letter where letter.job_id = any(drop_jobs.job_ids)
    except all
    select locked.job_id from (
      select letter.job_id from cogo.dead_letters as letter
      where letter.job_id = any(drop_jobs.job_ids) for update skip locked
    ) as locked
  );
  insert into cogo.kept_back as kept (job_id, checked_at)
  select distinct each_needed.job_id, drop_jobs.at from unnest(needed) as each_needed (job_id)
  on conflict (job_id) do update set checked_at = excluded.checked_at;
  victims := array(
    select given.job_id from unnest(drop_jobs.job_ids) as given (job_id) where given.job_id <> all(needed) order by given.job_id
  );
  if cardinality(victims) = 0 then
    return 0;
  end if;

  trail := cogo.long_trail(victims);
  delete from cogo.attempts as ended where ended.job_id = any(victims);
  delete from cogo.dead_letters as letter where letter.job_id = any(victims);
  delete from cogo.cancels as wish where wish.job_id = any(victims);
  delete from cogo.kept_back as kept where kept.job_id = any(victims);
  delete from cogo.jobs as job where job.id = any(victims);
  update cogo.retention as state set last_dropped_id = greatest(state.last_dropped_id, victims[cardinality(victims)]);
  if trail.job_ids is not null then
    delete from cogo.events as event
    where event.ts = any(trail.times) and event.job_ids && trail.job_ids
      and not exists (select from cogo.jobs as job where job.id = any(event.job_ids));
  end if;
  return cardinality(victims);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.drop_timers(flow_ids bigint[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  delete from cogo.workflow_timers as timer
  using cogo.workflows as flow
  where timer.workflow_id = any(drop_timers.flow_ids) and flow.id = timer.workflow_id
    and (
      flow.finished_at is not null or timer.step = -1 and flow.ends_as is not null
      or timer.step >= 0 and not exists (
        select from cogo.workflow_steps as begun
        where begun.workflow_id = timer.workflow_id and begun.step = timer.step and begun.state = 'running'
      )
    );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.due_times(schedule cogo.schedules, after timestamp with time zone, upto timestamp with time zone, row_limit integer)
 RETURNS SETOF timestamp with time zone
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  since timestamptz := greatest(after, schedule.starts_at - interval '1 microsecond');
  last_at timestamptz := least(upto, schedule.ends_at);
  nth bigint;
begin
  if schedule.cron is not null then
    if row_limit = 1 then
      return query
      select run_at from cogo.cron_next(schedule.cron, schedule.time_zone, since) as run_at
      where (run_at <= coalesce(last_at, 'infinity'));
    else
      return query select * from cogo.cron_times(schedule.cron, schedule.time_zone, since, last_at, row_limit);
    end if;
    return;
  end if;

  nth := greatest(
    floor(extract(epoch from since - schedule.anchor) / schedule.every_seconds)::bigint + 1,
    case when schedule.starts_at is null then 1 else 0 end
  );
  return query
  select step.run_at
  from generate_series(nth, nth + row_limit - 1) as each,
    lateral (select schedule.anchor + make_interval(secs => each * schedule.every_seconds) as run_at) as step
  where step.run_at <= coalesce(last_at, 'infinity');
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

CREATE OR REPLACE FUNCTION cogo.end_flows(flow_ids bigint[], ends_as text, error jsonb, compensate boolean, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  ending bigint[];
  reason text := coalesce(end_flows.error ->> 'message', 'The workflow ends because a step failed.');
begin
  with turned as (
    update cogo.workflows as flow
    set
      ends_as = case when definition.saga and end_flows.compensate then 'compensated' else end_flows.ends_as end,
      state = case when definition.saga and end_flows.compensate then 'compensating' else flow.state end,
      error = coalesce(end_flows.error, (
        select coalesce(broken.error, '{}') || jsonb_build_object('step', plan.name)
        from cogo.workflow_steps as broken
        join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = broken.step
        where broken.workflow_id = flow.id and broken.item = -1 and broken.state = 'failed' and not plan.optional
        order by broken.finished_at, broken.step limit 1
      ))
    from cogo.workflow_definitions as definition
    where flow.id = any(end_flows.flow_ids) and definition.id = flow.definition_id
      and flow.state = 'running' and flow.ends_as is null
    returning flow.id, flow.state
  ),
  told as (
    insert into cogo.saga_log (workflow_id, at, move)
    select turned.id, end_flows.at, 'compensating' from turned where turned.state = 'compensating'
  )
  select array_agg(turned.id order by turned.id) into ending from turned;

  update cogo.workflow_steps as begun set state = 'cancelled', finished_at = end_flows.at
  from cogo.workflows as flow
  join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.kind in ('sleep', 'signal')
  where flow.id = any(ending) and begun.workflow_id = flow.id and begun.step = plan.step and begun.state = 'running';

  -- Messages, not rows of cogo.cancels: whoever has one of those may be waiting for the run that is held here.
  insert into cogo.flow_inbox (workflow_id, job_id, kind, note)
  select begun.workflow_id, begun.job_id, 'wish', jsonb_build_object('reason', reason)
  from cogo.workflow_steps as begun
  where begun.workflow_id = any(ending) and begun.state = 'running' and begun.job_id is not null
  order by begun.job_id;
  insert into cogo.flow_inbox (workflow_id, kind, note)
  select child.id, 'cancel', jsonb_build_object('compensate', end_flows.compensate, 'reason', reason)
  from cogo.workflows as child
  where child.parent_id = any(ending) and child.finished_at is null
  order by child.id;
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
      item.*, flow.tenant_id, flow.created_at, flow.traceparent, plan.type, definition.saga, ruling.lane_id,
      ruling.lease_seconds, coalesce(plan.max_attempts, ruling.max_attempts) as max_attempts,
      cogo.payload_problem(plan.type, item.payload, ruling.lane_id, ruling.payload_schema) as problem
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
      job_id, enqueue_actions.at, tenant_id, cogo.uuid_v7(created_at, flow_id), lane_id, lease_seconds, max_attempts, type,
      payload, traceparent
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
      begun.workflow_id, begun.step, begun.item, flow.tenant_id, flow.traceparent, ruling.*,
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
    perform cogo.record_events(array['job_enqueued'], made.job_ids, enqueue_follow_ups.at, null, null, null);
    perform cogo.push_ready(
      made.job_ids, made.lanes, array_fill(1::smallint, array[cardinality(made.job_ids)]), enqueue_follow_ups.at
    );
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.enqueue_jobs(jobs jsonb)
 RETURNS TABLE(ordinal integer, job_id bigint, id uuid, created boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  at timestamptz := cogo.now_();
  batch record;
  first_ids bigint[];
  first_times timestamptz[];
  prefix text := left(replace(cogo.uuid_v7(at, 0)::text, '-', ''), 16);
begin
  batch := cogo.survey_jobs(enqueue_jobs.jobs, tenant is null);
  first_ids := batch.new_ids;
  if batch.has_keys then
    select taken.first_ids, taken.first_times into first_ids, first_times
    from cogo.take_keys(enqueue_jobs.jobs, batch.new_ids, tenant, at) as taken;
  end if;

  if cogo.fault('enqueue.keyed') then end if;
  if batch.only_type is not null then
    perform cogo.insert_plain_jobs(enqueue_jobs.jobs, batch.only_type, batch.new_ids, first_ids, tenant, at);
  else
    perform cogo.insert_jobs(enqueue_jobs.jobs, batch.new_ids, first_ids, tenant, at, batch.has_later);
  end if;

  if first_ids = batch.new_ids then
    return query
    select item.ordinal::integer, item.job_id, (prefix || to_hex((-9223372036854775808) | item.job_id))::uuid, true
    from unnest(batch.new_ids) with ordinality as item (job_id, ordinal);
  else
    return query
    select
      item.ordinal::integer, item.job_id, cogo.uuid_v7(coalesce(job.created_at, item.first_at), item.job_id),
      item.job_id = item.new_id
    from unnest(first_ids, batch.new_ids, first_times) with ordinality as item (job_id, new_id, first_at, ordinal)
    left join cogo.jobs as job on job.id = item.job_id
    order by item.ordinal;
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
      where undone.workflow_id = cogo.flow_number(job.correlation_id) and undone.follow_job_id = job.id
    ) end
  ));
  schema := jsonb_build_object('namespace', 'cogo.jobs', 'name', event.type, 'hash', cogo.event_schema_hash(event.type));
  return next;
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

CREATE OR REPLACE FUNCTION cogo.executor_rates(executor text, at timestamp with time zone, OUT arrival double precision, OUT service double precision, OUT run_seconds double precision, OUT failure_rate double precision, OUT wait_p95_ms bigint)
 RETURNS record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  seconds double precision;
  first_minute timestamptz;
  waits bigint[];
begin
  select min(minute.minute) into first_minute
  from cogo.executor_minutes as minute
  where minute.executor = executor_rates.executor and minute.minute >= executor_rates.at - interval '6 minutes';
  -- From the first known of the last five minutes up to now, less what the fold has not seen yet.
  seconds := greatest(extract(epoch from executor_rates.at - first_minute) - 15, 15);

  select
    coalesce(sum(minute.arrived) / seconds, 0), coalesce(sum(minute.succeeded + minute.failed) / seconds, 0),
    sum(minute.run_ms) / nullif(sum(minute.runs), 0) / 1000,
    case when sum(minute.succeeded + minute.failed) >= 10 then sum(minute.failed) / sum(minute.succeeded + minute.failed) end
  into arrival, service, run_seconds, failure_rate
  from cogo.executor_minutes as minute
  where minute.executor = executor_rates.executor and minute.minute >= first_minute;

  waits := array(
    select sum(one.jobs) from cogo.executor_minutes as minute, unnest(minute.waits) with ordinality as one (jobs, class)
    where minute.executor = executor_rates.executor and minute.minute >= first_minute
    group by one.class order by one.class
  );
  select min(class_limit) into wait_p95_ms
  from (
    select power(2, one.class - 1)::bigint as class_limit, sum(one.jobs) over (order by one.class) as so_far, sum(one.jobs) over () as total
    from unnest(waits) with ordinality as one (jobs, class)
  ) as reached
  where reached.total > 0 and reached.so_far >= 0.95 * reached.total;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.expire_claims(at timestamp with time zone, row_limit integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  expired bigint[];
  lost record;
  orphans bigint[] := '{}';
begin
  if exists (select from cogo.worker_devices) then
    orphans := cogo.orphaned_devices(expire_claims.at);
  end if;
  expired := array(
    select claim.fence from cogo.claims as claim
    where claim.lease_expires_at < expire_claims.at or claim.device_id = any(orphans)
    order by claim.fence
    limit expire_claims.row_limit
    for update skip locked
  );
  if cardinality(expired) = 0 then
    return 0;
  end if;

  select
    array_agg(held.job_id) as job_ids,
    array_agg(held.fence) as fences,
    array_agg(jsonb_build_object(
      'class', 'lease_expired', 'reason', 'infrastructure_failure', 'stage', 'exec',
      'message', case
        when claim.lease_expires_at < expire_claims.at then 'The worker did not renew its lease in time.'
        else 'The worker was orphaned: it missed two beats.'
      end
    )) as errors
  into lost
  from cogo.held join cogo.claims as claim on claim.fence = held.fence where held.fence = any(expired);
  if lost.job_ids is null then
    return 0;
  end if;

  perform cogo.settle_failures(
    lost.job_ids, lost.fences, lost.errors, array_fill(0::double precision, array[cardinality(lost.job_ids)]),
    expire_claims.at, 'lease_expired'
  );
  return cardinality(lost.job_ids);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.fault(point text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
AS $function$
  select false;
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
  where flow.id = cogo.flow_number(find_workflow.workflow_id)
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

CREATE OR REPLACE FUNCTION cogo.fire_timers(at timestamp with time zone, row_limit integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  locked bigint[];
  due record;
begin
  locked := array(
    select flow.id from cogo.workflows as flow
    where flow.id in (
      select timer.workflow_id from cogo.workflow_timers as timer
      where timer.due_at <= fire_timers.at order by timer.due_at limit fire_timers.row_limit
    )
    order by flow.id
    for update skip locked
  );
  if locked = '{}' then
    return 0;
  end if;
  perform set_config('cogo.flow_locks', 'held', true);

  with gone as (
    delete from cogo.workflow_timers as timer where timer.workflow_id = any(locked) and timer.due_at <= fire_timers.at
    returning timer.workflow_id, timer.step, timer.kind
  )
  select
    array_agg(gone.workflow_id) filter (where gone.kind = 'wake') as woken, array_agg(gone.step) filter (where gone.kind = 'wake') as woken_steps,
    array_agg(gone.workflow_id) filter (where gone.kind in ('timeout', 'force')) as late,
    array_agg(gone.step) filter (where gone.kind in ('timeout', 'force')) as late_steps,
    array_agg(gone.kind = 'force') filter (where gone.kind in ('timeout', 'force')) as forced,
    array_agg(gone.workflow_id) filter (where gone.kind = 'deadline') as overdue
  into due from gone;

  update cogo.workflow_steps as begun set state = 'succeeded', finished_at = fire_timers.at
  from unnest(due.woken, due.woken_steps) as item (flow_id, step)
  where begun.workflow_id = item.flow_id and begun.step = item.step and begun.item = -1 and begun.state = 'running';
  if due.late is not null then
    perform cogo.time_out_steps(due.late, due.late_steps, due.forced, fire_timers.at);
  end if;
  if due.overdue is not null then
    perform cogo.end_flows(due.overdue, 'failed', jsonb_build_object(
      'class', 'permanent', 'reason', 'timeout', 'message', 'The deadline of the workflow has passed.'
    ), true, fire_timers.at);
  end if;
  perform cogo.move_flows(locked, fire_timers.at);
  return cardinality(locked);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.flow_kinds(workflows jsonb)
 RETURNS TABLE(name text, asked integer, definition_id integer, version integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  missing record;
begin
  return query
  select kind.name, kind.version, ruling.id, ruling.version
  from (
    select distinct item ->> 'name' as name, (item ->> 'version')::integer as version
    from jsonb_array_elements(flow_kinds.workflows) as item
  ) as kind,
  lateral cogo.current_definition(kind.name, kind.version) as ruling
  where ruling.id is not null;

  select distinct item ->> 'name' as name, (item ->> 'version')::integer as version into missing
  from jsonb_array_elements(flow_kinds.workflows) as item
  where (cogo.current_definition(item ->> 'name', (item ->> 'version')::integer)).id is null
  limit 1;
  if found then
    perform cogo.refuse_argument('name', format(
      'no workflow %L%s is registered; an operator registers it with register_workflow',
      left(missing.name, 120), ' of version ' || missing.version
    ));
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.flow_number(workflow_id uuid)
 RETURNS bigint
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return ('x' || right(replace(flow_number.workflow_id::text, '-', ''), 16))::bit(64)::bigint & 4611686018427387903;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.flow_problem(flow jsonb, is_operator boolean)
 RETURNS text
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  unknown text;
  uuid_form constant text := '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$';
begin
  if jsonb_typeof(flow) is distinct from 'object' then
    return 'it must be an object';
  end if;
  select key into unknown from jsonb_object_keys(flow - array[
    'name', 'input', 'idempotency_key', 'version', 'tenant_id', 'correlation_id', 'cause', 'traceparent'
  ]) as key limit 1;
  return case
    when unknown is not null then format('unknown field %L', left(unknown, 100))
    when jsonb_typeof(flow -> 'name') is distinct from 'string' then 'name must be the name of a registered workflow'
    when jsonb_typeof(coalesce(flow -> 'input', '{}')) <> 'object' then 'input must be an object'
    when jsonb_typeof(coalesce(flow -> 'version', 'null')) <> 'null'
      and (jsonb_typeof(flow -> 'version') = 'number' and flow ->> 'version' ~ '^[1-9]\d{0,8}$') is not true
      then 'version must be a whole number, 1 or more'
    else cogo.job_problem(
      jsonb_strip_nulls(flow - array['name', 'input', 'version'])
      || jsonb_build_object('type', 'any.job'), is_operator
    )
  end;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.flow_result(flow_id bigint)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  told record;
begin
  select
    definition.definition -> 'output' as output, flow.input,
    jsonb_object_agg(plan.name, coalesce(done.result, 'null')) as steps,
    jsonb_object_agg(plan.name, coalesce(done.result, 'null')) filter (where plan.is_last) as last_steps
  into told
  from cogo.workflows as flow
  join cogo.workflow_definitions as definition on definition.id = flow.definition_id
  join cogo.definition_steps as plan on plan.definition_id = flow.definition_id
  left join cogo.workflow_steps as done on done.workflow_id = flow.id and done.step = plan.step and done.item = -1
  where flow.id = flow_result.flow_id
  group by definition.id, flow.id;
  if told.output is null then
    return told.last_steps;
  end if;
  return cogo.resolve_references(told.output, jsonb_build_object('input', told.input, 'steps', told.steps));
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.fold_events()
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  state cogo.event_folds;
  up_to bigint;
  tail bigint;
begin
  insert into cogo.event_folds default values on conflict do nothing;
  -- Two rounds at once would count twice; the second leaves it to the first.
  select * into state from cogo.event_folds for update skip locked;
  if not found then
    return 0;
  end if;

  up_to := state.folded_id;
  if pg_snapshot_xmin(pg_current_snapshot()) >= state.seen_xid then
    up_to := least(state.seen_tail, state.folded_id + 100000);
    insert into cogo.event_totals as total (type, jobs, calls)
    select event.type, sum(cardinality(event.job_ids)), count(*)
    from cogo.events as event
    where event.id > state.folded_id and event.id <= up_to
    group by event.type
    on conflict (type) do update set jobs = total.jobs + excluded.jobs, calls = total.calls + excluded.calls;
    perform cogo.fold_executor_minutes(state.folded_id, up_to, cogo.now_());
  end if;

  -- The tail before the snapshot: whoever drew an id up to it had his transaction number by then.
  tail := coalesce(pg_sequence_last_value('cogo.events_id_seq'::regclass), 0);
  update cogo.event_folds as fold
  set
    folded_id = up_to,
    seen_tail = case when up_to >= fold.seen_tail then tail else fold.seen_tail end,
    seen_xid = case when up_to >= fold.seen_tail then pg_snapshot_xmax(pg_current_snapshot()) else fold.seen_xid end,
    folded_at = cogo.now_();
  return up_to - state.folded_id;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.fold_executor_minutes(after_id bigint, up_to bigint, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
AS $function$
begin
  -- The jobs of one row are of one executor, as one worker claims and ends them: its first job speaks for all.
  with told as materialized (
    select
      lane.executor, date_trunc('minute', event.ts) as minute, event.type, cardinality(event.job_ids) as jobs,
      extract(epoch from ended.finished_at - ended.started_at) * 1000 as run_ms,
      case when event.type = 'job_claimed' and not exists (
        select from cogo.attempts as earlier where earlier.job_id = event.job_ids[1] and earlier.fence < event.fence
      ) then least(greatest(ceil(log(2, greatest(extract(epoch from event.ts - job.created_at) * 1000, 1))), 0), 31)::integer + 1 end as class
    from cogo.events as event
    cross join lateral (
      select body.lane_id, body.created_at from cogo.jobs as body where body.id = event.job_ids[1] limit 1
    ) as job
    join cogo.lanes as lane on lane.lane_id = job.lane_id
    left join lateral (
      select attempt.started_at, attempt.finished_at from cogo.attempts as attempt
      where attempt.job_id = event.job_ids[1] and attempt.fence = event.fence limit 1
    ) as ended on event.type in ('job_succeeded', 'job_failed', 'job_retried')
    where event.id > fold_executor_minutes.after_id and event.id <= fold_executor_minutes.up_to
      and event.type in ('job_enqueued', 'job_claimed', 'job_succeeded', 'job_failed', 'job_retried', 'job_lease_expired')
  )
  insert into cogo.executor_minutes as total (
    executor, minute, arrived, claimed, succeeded, failed, retried, runs, run_ms, waits
  )
  select
    told.executor, told.minute,
    coalesce(sum(told.jobs) filter (where told.type in ('job_enqueued', 'job_retried', 'job_lease_expired')), 0),
    coalesce(sum(told.jobs) filter (where told.type = 'job_claimed'), 0),
    coalesce(sum(told.jobs) filter (where told.type = 'job_succeeded'), 0),
    coalesce(sum(told.jobs) filter (where told.type = 'job_failed'), 0),
    coalesce(sum(told.jobs) filter (where told.type = 'job_retried'), 0),
    coalesce(sum(told.jobs) filter (where told.run_ms is not null), 0),
    coalesce(sum(told.jobs * told.run_ms), 0),
    array(
      select coalesce((
        select sum(one.jobs) from told as one
        where one.class = nth and one.executor = told.executor and one.minute = told.minute
      ), 0)::bigint from generate_series(1, 32) as nth
    )
  from told
  group by told.executor, told.minute
  on conflict (executor, minute) do update set
    arrived = total.arrived + excluded.arrived, claimed = total.claimed + excluded.claimed,
    succeeded = total.succeeded + excluded.succeeded, failed = total.failed + excluded.failed,
    retried = total.retried + excluded.retried, runs = total.runs + excluded.runs, run_ms = total.run_ms + excluded.run_ms,
    waits = array(select before + now_ from unnest(total.waits, excluded.waits) with ordinality as item (before, now_, nth) order by nth);

  delete from cogo.executor_minutes as old where old.minute < fold_executor_minutes.at - interval '1 day';
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

CREATE OR REPLACE FUNCTION cogo.forget_schedule_runs(row_limit integer DEFAULT 10000)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  at timestamptz := cogo.now_();
  forgotten integer;
begin
  with old as (
    select run.schedule_id, run.due_at from cogo.schedule_runs as run
    where run.settled_at < at - interval '30 days' and run.state <> 'waiting'
      and not exists (
        select from cogo.schedules as schedule
        where schedule.id = run.schedule_id and schedule.last_started_due_at = run.due_at
      )
    limit forget_schedule_runs.row_limit
    for update skip locked
  )
  delete from cogo.schedule_runs as run using old
  where run.schedule_id = old.schedule_id and run.due_at = old.due_at;
  get diagnostics forgotten = row_count;
  return forgotten;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.forget_workers(at timestamp with time zone, row_limit integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  forgotten integer;
begin
  delete from cogo.worker_devices where ctid = any (array(
    select device.ctid
    from cogo.worker_devices as device join cogo.worker_heartbeats as beat on beat.device_id = device.device_id
    where greatest(device.gone_at, beat.beat_at) < forget_workers.at - interval '1 day'
      and not exists (select from cogo.claims as claim where claim.device_id = device.device_id)
    limit forget_workers.row_limit
    for update skip locked
  ));
  get diagnostics forgotten = row_count;
  return forgotten;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.get_dead_letter(job_id bigint)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  letter cogo.dead_letters;
begin
  select * into letter from cogo.dead_letters as known
  where known.job_id = get_dead_letter.job_id and (tenant is null or known.tenant_id = tenant);
  if letter.job_id is null then
    perform cogo.raise_dead_letter_not_found(get_dead_letter.job_id);
  end if;
  return cogo.get_job(letter.job_id) || jsonb_build_object(
    'dead_letter', to_jsonb(letter) - 'job_id' - 'tenant_id' - 'error' || jsonb_build_object('state', cogo.letter_state(letter)),
    'error', letter.error,
    'history', (
      select jsonb_agg(jsonb_build_object('type', told.type, 'ts', told.ts, 'actor', told.actor) order by told.ts, told.id)
      from cogo.job_events(letter.job_id, null, 1000) as told
    )
  );
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
  flow cogo.workflows := cogo.find_workflow(get_workflow.workflow_id);
  definition cogo.workflow_definitions;
begin
  select known.* into definition from cogo.workflow_definitions as known where known.id = flow.definition_id;
  return jsonb_build_object(
    'workflow_id', get_workflow.workflow_id, 'name', definition.name, 'version', definition.version, 'saga', definition.saga,
    'tenant_id', flow.tenant_id, 'state', flow.state, 'ends_as', flow.ends_as, 'input', flow.input,
    'result', case when flow.state = 'succeeded' then cogo.flow_result(flow.id) end, 'error', flow.error,
    'created_at', flow.created_at, 'finished_at', flow.finished_at,
    'deadline_at', flow.created_at + make_interval(secs => definition.deadline_seconds),
    'correlation_id', flow.correlation_id, 'cause', flow.cause, 'traceparent', flow.traceparent,
    'parent', (
      select jsonb_build_object('workflow_id', cogo.uuid_v7(parent.created_at, parent.id), 'step', plan.name)
      from cogo.workflows as parent
      join cogo.definition_steps as plan on plan.definition_id = parent.definition_id and plan.step = flow.parent_step
      where parent.id = flow.parent_id
    ),
    'steps', cogo.workflow_step_rows(flow.id, flow.definition_id),
    'timers', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'kind', timer.kind, 'due_at', timer.due_at, 'step', plan.name
      ) order by timer.due_at, timer.step), '[]')
      from cogo.workflow_timers as timer
      left join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = timer.step
      where timer.workflow_id = flow.id
    ),
    'signals', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'signal', received.signal, 'payload', received.payload, 'received_at', received.received_at
      ) order by received.received_at), '[]')
      from cogo.workflow_signals as received where received.workflow_id = flow.id
    ),
    'saga_log', (
      select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
        'at', log.at, 'move', log.move, 'step', plan.name, 'index', nullif(log.item, -1), 'job_id', log.job_id
      )) order by log.id), '[]')
      from cogo.saga_log as log
      left join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = log.step
      where log.workflow_id = flow.id
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

CREATE OR REPLACE FUNCTION cogo.grant_wishes(at timestamp with time zone, row_limit integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  wishes integer;
begin
  with gone as (
    delete from cogo.flow_inbox where ctid = any (array(
      select message.ctid from cogo.flow_inbox as message
      where message.kind = 'wish' order by message.id limit grant_wishes.row_limit for update skip locked
    ))
    returning job_id, note
  )
  insert into cogo.cancels as wish (job_id, requested_at, hard, reason)
  select gone.job_id, grant_wishes.at, coalesce(bool_or((gone.note -> 'hard')::boolean), false), max(gone.note ->> 'reason')
  from gone
  where not exists (select from cogo.attempts as final where final.job_id = gone.job_id and final.final)
  group by gone.job_id
  order by gone.job_id
  on conflict (job_id) do update set hard = wish.hard or excluded.hard;
  get diagnostics wishes = row_count;
  return wishes;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.greet_device(worker text, want integer, tenant uuid, agent uuid, at timestamp with time zone, OUT device_id bigint, OUT allowed integer)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  device cogo.worker_devices;
  beat cogo.worker_heartbeats;
begin
  allowed := greet_device.want;
  device := cogo.own_device(greet_device.worker, greet_device.tenant, greet_device.agent);
  if device.device_id is null then
    return;
  end if;
  device_id := device.device_id;
  perform cogo.note_beat(device.device_id, device.beat_seconds, greet_device.at);
  if device.drain_requested_at is not null then
    allowed := 0;
    return;
  end if;
  if device.prefetch_max is null and device.max_per_minute is null then
    return;
  end if;

  -- Of two calls of one worker at once the second gets nothing: both would count the same room. It never waits.
  select * into beat from cogo.worker_heartbeats as known
  where known.device_id = device.device_id for update skip locked;
  if not found then
    allowed := 0;
    return;
  end if;
  if device.prefetch_max is not null then
    allowed := least(allowed, device.prefetch_max - cogo.device_holds(device.device_id));
  end if;
  if device.max_per_minute is not null then
    beat.tokens := least(
      greatest(device.max_per_minute / 6.0, 1),
      beat.tokens + device.max_per_minute / 60.0 * greatest(extract(epoch from greet_device.at - beat.tokens_at), 0)
    );
    update cogo.worker_heartbeats as known set tokens = beat.tokens, tokens_at = greet_device.at
    where known.device_id = device.device_id and floor(beat.tokens) > 0;
    allowed := least(allowed, floor(beat.tokens)::integer);
  end if;
  allowed := greatest(allowed, 0);
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

CREATE OR REPLACE FUNCTION cogo.heal_dependencies(at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  -- A job enqueued after another in the very moment in which that one was dropped: what it waits for closed long ago.
  delete from cogo.dependencies where ctid = any (array(
    select need.ctid from cogo.dependencies as need
    where need.needed_job_id <= (select state.last_dropped_id from cogo.retention as state)
      and not exists (select from cogo.jobs as job where job.id = need.needed_job_id)
    limit 1000
    for update of need skip locked
  ));
  if found then
    perform cogo.wake_blocked(heal_dependencies.at, 1000);
  end if;
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
    array_agg(case when item.flow ->> 'idempotency_key' is not null then encode(substr(sha256(convert_to(format(
      'idem_flow:%s:%s:%s', coalesce(tenant, (item.flow ->> 'tenant_id')::uuid, cogo.default_tenant()),
      item.flow ->> 'name', item.flow ->> 'idempotency_key'
    ), 'UTF8')), 1, 16), 'hex')::uuid end order by item.ordinal) as hashes,
    array_agg(case when item.flow ->> 'idempotency_key' is not null then encode(substr(sha256(convert_to(jsonb_build_object(
      'input', coalesce(item.flow -> 'input', '{}'), 'version', item.flow -> 'version'
    )::text, 'UTF8')), 1, 16), 'hex')::uuid end order by item.ordinal) as bodies,
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

CREATE OR REPLACE FUNCTION cogo.insert_missed(schedule_id bigint, due timestamp with time zone[], at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into cogo.schedule_runs (schedule_id, due_at, planned_at, settled_at, covers, covers_until, state, reason)
  values (
    insert_missed.schedule_id, due[1], due[1], insert_missed.at, cardinality(due),
    case when cardinality(due) > 1 then due[cardinality(due)] end, 'skipped', 'missed'
  )
  on conflict do nothing;
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

CREATE OR REPLACE FUNCTION cogo.insert_runs(schedule cogo.schedules, due timestamp with time zone[], planned timestamp with time zone[], at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  many constant integer := cardinality(due);
  late integer := 0;
  missed integer;
begin
  if many = 0 then
    return;
  end if;
  if planned[1] < at - make_interval(secs => schedule.grace_seconds) then
    select count(*) into late from unnest(planned) as run_at
    where run_at < at - make_interval(secs => schedule.grace_seconds);
  end if;
  missed := case schedule.missed
    when 'skip' then late
    when 'one' then least(late, many - 1)
    else greatest(late - schedule.missed_limit, 0)
  end;
  missed := greatest(missed, many - 1000);
  if missed > 0 then
    perform cogo.insert_missed(schedule.id, due[1:missed], at);
  end if;

  insert into cogo.schedule_runs (schedule_id, due_at, planned_at, settled_at, wake_at, state)
  select schedule.id, each.due_at, each.planned_at, insert_runs.at, insert_runs.at, 'waiting'
  from unnest(due[missed + 1:], planned[missed + 1:]) as each (due_at, planned_at)
  on conflict do nothing;
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

CREATE OR REPLACE FUNCTION cogo.job_reference_problem(field text, reference jsonb)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  ruling cogo.job_types;
  job_type text := reference ->> 'type';
begin
  if jsonb_typeof(reference) is distinct from 'object' then
    return format('%s must be an object with a type', field);
  end if;
  if reference - array['type', 'retry'] <> '{}' then
    return format('%s may hold type and retry only', field);
  end if;
  if (jsonb_typeof(reference -> 'type') = 'string' and length(job_type) <= 120
    and job_type ~ '^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)+$') is not true
  then
    return format('%s needs a type like prefix.name, of a-z, 0-9, _ and -, at most 120 characters', field);
  end if;
  if reference ? 'retry' and (
    jsonb_typeof(reference -> 'retry') = 'object' and (reference -> 'retry') - 'max_attempts' = '{}'
    and jsonb_typeof(reference #> '{retry,max_attempts}') = 'number'
    and reference #>> '{retry,max_attempts}' ~ '^([1-9]\d?|100)$'
  ) is not true then
    return format('the retry of %s must be {"max_attempts": 1 to 100}', field);
  end if;

  ruling := cogo.resolve_job_type(job_type);
  if ruling.type is null then
    return format('no settings rule the type %s; register it with register_job_type first', job_type);
  end if;
  if not exists (select from cogo.lanes as lane where lane.executor = ruling.executor and lane.priority = 'normal') then
    return format('no lane is open for %s, the executor of type %s; open it with open_lanes first', ruling.executor, job_type);
  end if;
  return null;
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

CREATE OR REPLACE FUNCTION cogo.judge_runs(schedule_ids bigint[], at timestamp with time zone)
 RETURNS TABLE(schedule_id bigint, due_at timestamp with time zone, says text, batch bigint)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query
  with busy as materialized (
    select schedule.id, schedule.overlap, schedule.paused,
      schedule.overlap <> 'allow' and cogo.run_is_open(last.job_id, last.workflow_id) as is_busy
    from cogo.schedules as schedule
    left join cogo.schedule_runs as last
      on last.schedule_id = schedule.id and last.due_at = schedule.last_started_due_at
    where schedule.id = any(judge_runs.schedule_ids)
  ),
  waiting as (
    select run.schedule_id, run.due_at, busy.overlap, busy.is_busy,
      row_number() over (partition by run.schedule_id order by run.due_at) as nth,
      row_number() over (partition by run.schedule_id order by run.due_at desc) as nth_last
    from busy
    join cogo.schedule_runs as run on run.schedule_id = busy.id and run.state = 'waiting'
    where (not busy.paused or run.by_hand)
      and (busy.overlap <> 'allow' or run.wake_at <= judge_runs.at or run.wake_at > judge_runs.at + interval '1 minute')
  ),
  verdict as (
    select waiting.schedule_id, waiting.due_at,
      case waiting.overlap
        when 'allow' then 'start'
        when 'skip' then case when waiting.nth = 1 and not waiting.is_busy then 'start' else 'overlap' end
        when 'buffer_one' then case
          when waiting.nth = 1 and not waiting.is_busy then 'start'
          when waiting.nth > case when waiting.is_busy then 1 else 2 end then 'overlap'
        end
        else case
          when waiting.nth_last > 1 then 'replaced'
          when waiting.is_busy then 'cancel_previous'
          else 'start'
        end
      end as says
    from waiting
  )
  select verdict.schedule_id, verdict.due_at, verdict.says,
    row_number() over (partition by verdict.says order by verdict.due_at, verdict.schedule_id) / 1000
  from verdict
  where verdict.says is not null;
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

CREATE OR REPLACE FUNCTION cogo.lease_is_live(leader cogo.leaders, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  -- A lease that ends later than a whole lease from now was made before the clock went back: it says nothing any more.
  return not leader.released
    and leader.lease_expires_at > at
    and leader.lease_expires_at <= at + make_interval(secs => leader.lease_seconds);
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

CREATE OR REPLACE FUNCTION cogo.letter_filter(filter jsonb, tenant uuid, OUT tenant_id uuid, OUT stage text, OUT reason text, OUT type_prefix text, OUT since timestamp with time zone, OUT until timestamp with time zone)
 RETURNS record
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  uuid_form constant text := '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$';
  given jsonb := letter_filter.filter;
  wrong record;
begin
  if jsonb_typeof(given) is distinct from 'object' then
    perform cogo.refuse_argument('filter', 'it must be an object');
  end if;
  select key, value into wrong from jsonb_each(given)
  where (key in ('stage', 'reason', 'type_prefix', 'since', 'until', 'tenant_id') and jsonb_typeof(value) = 'string') is not true
  limit 1;
  if found then
    perform cogo.refuse_argument('filter', format('it may hold stage, reason, type_prefix, since, until and tenant_id as texts, not %L: %s', left(wrong.key, 100), left(wrong.value::text, 100)));
  end if;
  if given ? 'tenant_id' and letter_filter.tenant is not null then
    perform cogo.refuse_argument('filter', 'tenant_id comes from the token and may not be given');
  elsif (given ->> 'tenant_id' ~ uuid_form) is false then
    perform cogo.refuse_argument('filter', 'tenant_id must be a UUID');
  elsif given ? 'since' and not cogo.is_timestamp(given ->> 'since') then
    perform cogo.refuse_argument('filter', 'since must be a time in ISO 8601 with its zone, within ten years');
  elsif given ? 'until' and not cogo.is_timestamp(given ->> 'until') then
    perform cogo.refuse_argument('filter', 'until must be a time in ISO 8601 with its zone, within ten years');
  end if;
  tenant_id := coalesce(letter_filter.tenant, (given ->> 'tenant_id')::uuid);
  stage := given ->> 'stage';
  reason := given ->> 'reason';
  type_prefix := given ->> 'type_prefix';
  since := (given ->> 'since')::timestamptz;
  until := (given ->> 'until')::timestamptz;
  perform cogo.check_stage_and_reason(stage, reason);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.letter_page(letter cogo.dead_letters)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return format('%s-%s', (extract(epoch from letter.dead_at) * 1000000)::bigint, letter.job_id);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.letter_state(letter cogo.dead_letters)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return case
    when letter.discarded_at is not null then 'discarded'
    when letter.redriven_job_id is not null then 'redriven'
    else 'open'
  end;
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

CREATE OR REPLACE FUNCTION cogo.list_dead_letters(only_stage text, only_reason text, type_prefix text, since timestamp with time zone, only_state text, page text, row_limit integer)
 RETURNS TABLE(job_id bigint, tenant_id uuid, type text, stage text, reason text, state text, attempt integer, message text, dead_at timestamp with time zone, redriven_job_id bigint, discarded_at timestamp with time zone, discarded_by text, discard_reason text, next_page text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  place text[] := regexp_match(list_dead_letters.page, '^(\d{1,17})-(\d{1,18})$');
  before_at timestamptz;
  before_id bigint := coalesce(place[2]::bigint, 0);
  from_time timestamptz := coalesce(list_dead_letters.since, '-infinity');
  told bigint;
begin
  perform cogo.check_stage_and_reason(list_dead_letters.only_stage, list_dead_letters.only_reason);
  if (list_dead_letters.only_state in ('open', 'redriven', 'discarded')) is false then
    perform cogo.refuse_argument('only_state', 'it must be open, redriven or discarded');
  end if;
  if list_dead_letters.row_limit is null or list_dead_letters.row_limit not between 1 and 1000 then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 1000');
  end if;
  if list_dead_letters.page is not null and place is null then
    perform cogo.refuse_argument('page', 'it must be the next_page of a row');
  end if;
  before_at := case when place is null then 'infinity' else timestamptz 'epoch' + place[1]::bigint * interval '1 microsecond' end;

  return query
  select
    letter.job_id, letter.tenant_id, job.type, letter.stage, letter.reason, cogo.letter_state(letter), letter.attempt::integer,
    left(letter.error ->> 'message', 300), letter.dead_at, letter.redriven_job_id, letter.discarded_at, letter.discarded_by,
    letter.discard_reason, cogo.letter_page(letter)
  from (
    select * from cogo.dead_letters as newest
    where (newest.dead_at, newest.job_id) < (before_at, before_id) and newest.dead_at >= from_time
    order by newest.dead_at desc, newest.job_id desc
    limit 10000
  ) as letter
  cross join lateral (select body.type from cogo.jobs as body where body.id = letter.job_id limit 1) as job
  where (tenant is null or letter.tenant_id = tenant)
    and (only_stage is null or letter.stage = only_stage)
    and (only_reason is null or letter.reason = only_reason)
    and (only_state is null or cogo.letter_state(letter) = only_state)
    and (list_dead_letters.type_prefix is null or starts_with(job.type, list_dead_letters.type_prefix))
  order by letter.dead_at desc, letter.job_id desc
  limit list_dead_letters.row_limit;
  get diagnostics told = row_count;

  -- A short page is the last one, unless the reading was cut: then a lone row says where to go on.
  if told < list_dead_letters.row_limit then
    select cogo.letter_page(last) into next_page from cogo.dead_letters as last
    where (last.dead_at, last.job_id) < (before_at, before_id) and last.dead_at >= from_time
    order by last.dead_at desc, last.job_id desc
    offset 9999 limit 1;
    if next_page is not null then
      return next;
    end if;
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.list_flow_window(only_state text, name_prefix text, tenant uuid, oldest bigint, newest bigint, row_limit integer)
 RETURNS TABLE(workflow_id uuid, tenant_id uuid, name text, version integer, state text, created_at timestamp with time zone, finished_at timestamp with time zone, parent_workflow_id uuid, next_before_workflow_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query
  with page as (
    select flow.*, definition.name, definition.version
    from cogo.workflows as flow
    join cogo.workflow_definitions as definition on definition.id = flow.definition_id
    where flow.id between oldest and newest
      and (tenant is null or flow.tenant_id = tenant)
      and (only_state is null or flow.state = only_state)
      and (name_prefix is null or starts_with(definition.name, name_prefix))
    order by flow.id desc
    limit row_limit
  ),
  onward as (
    select case when count(*) = row_limit then nullif(min(page.id), 1) when oldest > 1 then oldest end as id from page
  )
  select
    cogo.uuid_v7(page.created_at, page.id), page.tenant_id, page.name, page.version, page.state, page.created_at,
    page.finished_at, (
      select cogo.uuid_v7(parent.created_at, parent.id) from cogo.workflows as parent where parent.id = page.parent_id
    ),
    cogo.uuid_v7(page.created_at, onward.id)
  from page, onward
  order by page.id desc;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.list_jobs(only_state text, type_prefix text, before_job_id bigint, row_limit integer)
 RETURNS TABLE(job_id bigint, id uuid, tenant_id uuid, type text, executor text, priority text, state text, attempt integer, created_at timestamp with time zone, finished_at timestamp with time zone, worker text, next_before_job_id bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  newest bigint := coalesce(pg_sequence_last_value('cogo.jobs_id_seq'::regclass), 0);
  oldest bigint;
begin
  if (only_state in ('queued', 'assigned', 'running', 'succeeded', 'failed', 'cancelled')) is false then
    perform cogo.refuse_argument('only_state', 'it must be queued, assigned, running, succeeded, failed or cancelled');
  end if;
  if row_limit is null or row_limit not between 1 and 1000 then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 1000');
  end if;
  if before_job_id < 1 then
    perform cogo.refuse_argument('before_job_id', 'it must be a job id, 1 or more');
  end if;
  newest := least(newest, before_job_id - 1);

  -- Windows of ids, not an index per filter, until something is found: a page costs about the same whoever asks.
  for turn in 1 .. 100 loop
    -- Over what retention has dropped in one leap.
    newest := coalesce((select max(job.id) from cogo.jobs as job where job.id <= newest), 0);
    exit when newest < 1;
    oldest := greatest(newest - 9999, 1);
    return query select * from cogo.list_window(only_state, type_prefix, tenant, oldest, newest, row_limit);
    if found then
      return;
    end if;
    newest := oldest - 1;
  end loop;

  if newest >= 1 then
    next_before_job_id := oldest;
    return next;
  end if;
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

CREATE OR REPLACE FUNCTION cogo.list_schedules(name_prefix text, after_schedule_id bigint, row_limit integer)
 RETURNS SETOF jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
begin
  if (list_schedules.row_limit between 1 and 1000) is not true then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 1000');
  end if;
  return query
  select cogo.schedule_document(schedule)
  from cogo.schedules as schedule
  where (tenant is null or schedule.tenant_id = tenant)
    and (list_schedules.name_prefix is null or starts_with(schedule.name, list_schedules.name_prefix))
    and schedule.id > coalesce(list_schedules.after_schedule_id, 0)
  order by schedule.id
  limit list_schedules.row_limit;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.list_workers(only_executor text, only_state text, after_worker_id bigint, row_limit integer)
 RETURNS TABLE(worker_id bigint, worker text, tenant_id uuid, agent_id uuid, executor text, version text, capabilities jsonb, state text, held integer, load real, beat_at timestamp with time zone, registered_at timestamp with time zone, drain_requested_at timestamp with time zone, concurrency integer, prefetch_max integer, max_per_minute integer, beat_seconds integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  at timestamptz := cogo.now_();
begin
  if (list_workers.only_state in ('live', 'late', 'orphaned', 'draining', 'gone')) is false then
    perform cogo.refuse_argument('only_state', 'it must be live, late, orphaned, draining or gone');
  end if;
  if list_workers.row_limit is null or list_workers.row_limit not between 1 and 1000 then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 1000');
  end if;

  return query
  select
    device.device_id, device.worker, device.tenant_id, device.agent_id, device.executor, device.version,
    device.capabilities, told.state, cogo.device_holds(device.device_id), beat.load, beat.beat_at, device.registered_at,
    device.drain_requested_at, device.concurrency::integer, device.prefetch_max, device.max_per_minute,
    device.beat_seconds::integer
  from cogo.worker_devices as device
  join cogo.worker_heartbeats as beat on beat.device_id = device.device_id
  cross join lateral (select cogo.device_state(device, beat.beat_at, at) as state) as told
  where (tenant is null or device.tenant_id = tenant)
    and (list_workers.only_executor is null or device.executor = list_workers.only_executor)
    and (list_workers.only_state is null or told.state = list_workers.only_state)
    and (list_workers.after_worker_id is null or device.device_id > list_workers.after_worker_id)
  order by device.device_id
  limit list_workers.row_limit;
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
  newest := least(newest, cogo.flow_number(before_workflow_id) - 1);

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

CREATE OR REPLACE FUNCTION cogo.local_instants(time_zone text, local_second bigint, offset_before integer, offset_after integer, is_wild boolean)
 RETURNS SETOF bigint
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  early bigint := local_second - greatest(offset_before, offset_after);
  late bigint := local_second - least(offset_before, offset_after);
  is_early boolean := early + cogo.zone_offset(time_zone, early) = local_second;
  is_late boolean := late + cogo.zone_offset(time_zone, late) = local_second;
begin
  if is_early then
    return next early;
  end if;
  if is_late and not (is_early and not is_wild) then
    return next late;
  end if;
  if not is_early and not is_late and not is_wild then
    return next cogo.zone_change(time_zone, early, late);
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.lock_flows(flow_ids bigint[])
 RETURNS bigint[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  locked bigint[];
begin
  -- The first time in a transaction runs are waited for, in the order of their ids. From then on it holds some, so it never
  -- waits again: what is locked by others gets a message, which the sweep reads (docs/adr/0017).
  if coalesce(current_setting('cogo.flow_locks', true), '') = '' then
    locked := array(
      select flow.id from cogo.workflows as flow where flow.id = any(lock_flows.flow_ids) order by flow.id for update
    );
    perform set_config('cogo.flow_locks', 'held', true);
    return locked;
  end if;

  locked := array(
    select flow.id from cogo.workflows as flow where flow.id = any(lock_flows.flow_ids) order by flow.id for update skip locked
  );
  if cardinality(locked) < cardinality(lock_flows.flow_ids) then
    insert into cogo.flow_inbox (workflow_id, kind)
    select busy.id, 'look' from unnest(lock_flows.flow_ids) as busy (id) where busy.id <> all(locked);
  end if;
  return locked;
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

CREATE OR REPLACE FUNCTION cogo.lock_schedule(name text, tenant_id uuid)
 RETURNS cogo.schedules
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.schedule_tenant(lock_schedule.tenant_id);
  found_one cogo.schedules;
begin
  select * into found_one from cogo.schedules as schedule
  where schedule.tenant_id = tenant and schedule.name = lock_schedule.name
  for update;
  if not found then
    raise sqlstate 'PT404' using
      message = format('Cannot find a schedule %L', left(lock_schedule.name, 120)),
      detail = 'schedule_not_found',
      hint = 'Check its name and tenant; list_schedules shows what there is.';
  end if;
  return found_one;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.long_trail(closed bigint[], OUT job_ids bigint[], OUT times timestamp with time zone[])
 RETURNS record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  -- By key, one after the other: these are few among many.
  with slow as materialized (
    select job.id, job.created_at
    from unnest(long_trail.closed) as given (id)
    cross join lateral (select * from cogo.jobs as body where body.id = given.id limit 1) as job
    cross join lateral (
      select * from cogo.attempts as attempt where attempt.job_id = given.id and attempt.final limit 1
    ) as final
    where final.finished_at > job.created_at + interval '1 day'
      or exists (select from cogo.kept_back as kept where kept.job_id = given.id)
  )
  select array_agg(distinct moment.job_id), array_agg(distinct moment.ts) into job_ids, times
  from (
    select slow.id as job_id, slow.created_at as ts from slow
    union all
    select slow.id, named.ts
    from slow
    cross join lateral (select * from cogo.attempts as attempt where attempt.job_id = slow.id) as ended
    cross join lateral unnest(array[ended.claimed_at, ended.started_at, ended.finished_at]) as named (ts)
  ) as moment
  where moment.ts is not null;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.look_at_flows(flow_ids bigint[], at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  ended bigint[];
begin
  ended := array(
    select link.job_id
    from cogo.workflow_steps as begun, unnest(array[begun.job_id, begun.follow_job_id]) as link (job_id)
    where begun.workflow_id = any(look_at_flows.flow_ids)
      and (begun.state = 'running' or begun.follow_up in ('compensating', 'confirming'))
      and exists (select from cogo.attempts as final where final.job_id = link.job_id and final.final)
  );
  if ended <> '{}' then
    perform cogo.record_ends(ended, look_at_flows.flow_ids, look_at_flows.at);
  end if;
  perform cogo.record_children(look_at_flows.flow_ids, look_at_flows.at);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.metrics_dead_letters(since timestamp with time zone, tenant uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  figures jsonb;
begin
  with newest as materialized (
    select letter.*
    from cogo.dead_letters as letter
    where letter.dead_at >= metrics_dead_letters.since
      and (metrics_dead_letters.tenant is null or letter.tenant_id = metrics_dead_letters.tenant)
    order by letter.dead_at desc, letter.job_id desc
    limit 10000
  ),
  counted as (
    select newest.stage, newest.reason, count(*) as jobs from newest group by newest.stage, newest.reason
  ),
  shown as (
    select first_ten.*, (select job.type from cogo.jobs as job where job.id = first_ten.job_id) as type
    from (select * from newest order by newest.dead_at desc, newest.job_id desc limit 10) as first_ten
  )
  select jsonb_build_object(
    'count', (select count(*) from newest),
    'not_redriven', (select count(*) from newest where redriven_job_id is null and discarded_at is null),
    'is_capped', (select count(*) = 10000 from newest),
    'by_reason', coalesce(
      (
        select jsonb_agg(jsonb_build_object('stage', stage, 'reason', reason, 'count', jobs) order by jobs desc, stage, reason)
        from counted
      ),
      '[]'
    ),
    'recent', coalesce(
      (
        select jsonb_agg(jsonb_build_object(
          'job_id', job_id, 'type', type, 'stage', stage, 'reason', reason, 'attempt', attempt,
          'message', left(error ->> 'message', 300), 'dead_at', dead_at, 'redriven_job_id', redriven_job_id
        ) order by dead_at desc, job_id desc)
        from shown
      ),
      '[]'
    )
  )
  into figures;
  return figures;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.move_flows(flow_ids bigint[], at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  pending bigint[] := move_flows.flow_ids;
  again bigint[];
  part record;
begin
  while pending <> '{}' loop
    again := '{}';
    for part in
      select survey.move, array_agg(survey.flow_id order by survey.flow_id) as ids
      from cogo.survey_flows(pending) as survey where survey.move is not null group by survey.move
    loop
      case part.move
        when 'succeed' then perform cogo.close_flows(part.ids, 'succeeded', move_flows.at);
        when 'start' then again := again || cogo.start_ready(part.ids, move_flows.at);
        when 'break' then
          perform cogo.end_flows(part.ids, 'failed', null, true, move_flows.at);
          again := again || part.ids;
        when 'stop' then perform cogo.close_flows(part.ids, null, move_flows.at);
        when 'compensate' then perform cogo.compensate_flows(part.ids, move_flows.at);
        when 'confirm' then perform cogo.confirm_flows(part.ids, move_flows.at);
      end case;
    end loop;
    pending := again;
  end loop;

  if exists (select from cogo.workflow_timers) then
    perform cogo.drop_timers(move_flows.flow_ids);
  end if;
  if exists (select from cogo.flow_inbox) then
    perform cogo.read_inbox(move_flows.at, 100);
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.needed_closed(job_ids bigint[])
 RETURNS bigint[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  needed bigint[];
  of_flows bigint[];
begin
  needed := array(
    select need.needed_job_id from cogo.dependencies as need where need.needed_job_id = any(needed_closed.job_ids)
    union
    -- A redrive that still runs may fail: until it has ended, what it was made of is kept.
    select letter.job_id
    from cogo.dead_letters as letter join cogo.jobs as next on next.id = letter.redriven_job_id
    where letter.job_id = any(needed_closed.job_ids)
      and not exists (select from cogo.attempts as final where final.job_id = next.id and final.final)
  );
  -- Steps of workflows that are still on their way, where there are workflows.
  if to_regclass('cogo.step_jobs') is not null then
    execute 'select array_agg(step.job_id) from cogo.step_jobs as step where step.job_id = any($1)'
    into of_flows using needed_closed.job_ids;
  end if;
  return needed || coalesce(of_flows, '{}');
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.next_due(schedule cogo.schedules, after timestamp with time zone)
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return (select run_at from cogo.due_times(schedule, after, null, 1) as run_at);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.next_events(after_id bigint, due timestamp with time zone, job_limit integer, only_closing boolean, OUT last_id bigint, OUT last_ts timestamp with time zone, OUT job_ids bigint[], OUT event_ids bigint[])
 RETURNS record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
 SET enable_bitmapscan TO 'off'
AS $function$
declare
  -- No event up to here can appear any more: see cogo.fold_events.
  settled bigint := coalesce((select fold.folded_id from cogo.event_folds as fold), 0);
begin
  if not exists (
    select from (
      select event.ts from cogo.events as event
      where event.id > next_events.after_id and event.id <= settled order by event.id limit 1
    ) as first where first.ts < next_events.due
  ) then
    return;
  end if;

  select
    max(told.id), max(told.ts),
    array_agg(distinct named.job_id) filter (where told.is_wanted),
    array_agg(distinct told.id) filter (where told.is_wanted)
  into last_id, last_ts, job_ids, event_ids
  from (
    select
      event.id, event.ts, event.job_ids, event.is_wanted,
      bool_and(event.ts < next_events.due) over in_order as is_due,
      coalesce(sum(cardinality(event.job_ids)) filter (where event.is_wanted) over in_order, 0) as jobs_so_far,
      row_number() over in_order as place
    from (
      select
        each_event.id, each_event.ts, each_event.job_ids,
        not next_events.only_closing or each_event.type in ('job_succeeded', 'job_failed', 'job_cancelled') as is_wanted
      from cogo.events as each_event
      where each_event.id > next_events.after_id and each_event.id <= settled
      order by each_event.id
      limit 4000
    ) as event
    window in_order as (order by event.id rows unbounded preceding)
  ) as told
  cross join lateral unnest(told.job_ids) as named (job_id)
  where told.is_due and (told.place = 1 or told.jobs_so_far <= next_events.job_limit);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.note_beat(device_id bigint, beat_seconds integer, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  -- Written when half a beat has gone by, so that a worker that calls once a beat is never late; skipped, not waited
  -- for, when another call of the worker is writing it.
  update cogo.worker_heartbeats set beat_at = note_beat.at
  where ctid = any (array(
    select beat.ctid from cogo.worker_heartbeats as beat
    where beat.device_id = note_beat.device_id
      and beat.beat_at < note_beat.at - make_interval(secs => note_beat.beat_seconds / 2.0)
    for update skip locked
  ));
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.orphaned_devices(at timestamp with time zone)
 RETURNS bigint[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return array(
    select device.device_id
    from cogo.worker_devices as device join cogo.worker_heartbeats as beat on beat.device_id = device.device_id
    where (device.gone_at is not null or beat.beat_at < orphaned_devices.at - make_interval(secs => 2 * device.beat_seconds))
      and exists (select from cogo.claims as claim where claim.device_id = device.device_id)
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.own_device(worker text, tenant uuid, agent uuid)
 RETURNS cogo.worker_devices
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  device cogo.worker_devices;
begin
  select * into device from cogo.worker_devices as known
  where known.worker = own_device.worker and known.tenant_id is not distinct from own_device.tenant
    and known.agent_id is not distinct from own_device.agent and known.gone_at is null;
  return device;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.parse_cron(cron text, OUT seconds smallint[], OUT minutes smallint[], OUT hours smallint[], OUT days smallint[], OUT months smallint[], OUT weekdays smallint[], OUT either_day boolean, OUT is_wild boolean)
 RETURNS record
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  field text[] := array_remove(string_to_array(lower(translate(cron, E'\t\n', '  ')), ' '), '');
  month_names constant text[] := array['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
begin
  if cardinality(field) = 1 then
    field := string_to_array(case field[1]
      when '@yearly' then '0 0 1 1 *' when '@annually' then '0 0 1 1 *' when '@monthly' then '0 0 1 * *'
      when '@weekly' then '0 0 * * 0' when '@daily' then '0 0 * * *' when '@midnight' then '0 0 * * *'
      when '@hourly' then '0 * * * *' else field[1]
    end, ' ');
  end if;
  if cardinality(field) = 5 then
    field := array_prepend('0', field);
  end if;
  if cardinality(field) is distinct from 6 or length(cron) > 200 then
    perform cogo.refuse_argument('cron', 'it must be 5 fields (minute hour day month weekday), 6 with seconds first, or one of @hourly @daily @weekly @monthly @yearly');
  end if;
  field[4] := translate(field[4], '?', '*');
  field[6] := translate(field[6], '?', '*');

  seconds := cogo.cron_field('second', field[1], 0, 59, null);
  minutes := cogo.cron_field('minute', field[2], 0, 59, null);
  hours := cogo.cron_field('hour', field[3], 0, 23, null);
  months := cogo.cron_field('month', field[5], 1, 12, month_names);
  weekdays := cogo.cron_weekdays(field[6]);
  -- The last day of a month is day 32.
  days := case
    when field[4] = 'l' then '{32}'
    when field[4] ~ '(^|,)l(,|$)' then
      cogo.cron_field('day', regexp_replace(field[4], '^l,|,l(?=,|$)', '', 'g'), 1, 31, null) || 32::smallint
    else cogo.cron_field('day', field[4], 1, 31, null)
  end;
  -- Both as Vixie cron has it: a field that begins with * restricts nothing, whatever its step.
  either_day := field[4] !~ '^\*' and field[6] !~ '^\*';
  is_wild := field[1] ~ '^\*' or field[2] ~ '^\*' or field[3] ~ '^\*';
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.past_their_age(job_ids bigint[], up_to_seconds integer, at timestamp with time zone)
 RETURNS bigint[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return array(
    with closed as materialized (
      select job.id, job.type, final.finished_at, final.outcome
      from unnest(past_their_age.job_ids) as given (id)
      cross join lateral (select * from cogo.jobs as body where body.id = given.id limit 1) as job
      cross join lateral (
        select * from cogo.attempts as attempt where attempt.job_id = job.id and attempt.final limit 1
      ) as final
    ),
    ruling as (
      select named.type, ruled.keep_succeeded_seconds, ruled.keep_failed_seconds
      from (select distinct closed.type from closed) as named, lateral cogo.resolve_job_type(named.type) as ruled
    )
    select closed.id
    from closed join ruling on ruling.type = closed.type
    cross join lateral (
      select case closed.outcome when 'failed' then ruling.keep_failed_seconds else ruling.keep_succeeded_seconds end as seconds
    ) as keep
    where keep.seconds <= past_their_age.up_to_seconds
      and closed.finished_at < past_their_age.at - make_interval(secs => keep.seconds)
    order by closed.id
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.pause_schedule(name text, paused boolean, tenant_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  schedule cogo.schedules := cogo.lock_schedule(pause_schedule.name, pause_schedule.tenant_id);
begin
  update cogo.schedules as known
  set paused = pause_schedule.paused, next_due_at = null, next_run_at = null
  where known.id = schedule.id
  returning * into schedule;
  return cogo.schedule_document(cogo.plan_next(schedule, cogo.now_()));
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.payload_problem(job_type text, payload jsonb, lane_id smallint, payload_schema jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  violation record;
  message text;
begin
  if lane_id is null then
    return jsonb_build_object(
      'class', 'permanent', 'reason', 'dependency_unavailable', 'stage', 'input',
      'message', format('No settings or no lane take type %s any more.', job_type)
    );
  end if;
  if jsonb_typeof(payload) <> 'object' then
    message := format('The input is %s, not an object.', jsonb_typeof(payload));
  elsif octet_length(payload::text) > 262144 then
    message := format('The input has %s bytes, the limit is 262144.', octet_length(payload::text));
  elsif payload_schema is not null then
    select found.path, found.problem into violation from cogo.schema_violations(payload_schema, payload) as found limit 1;
    if found then
      message := format('The input does not meet the schema of %s at %s: %s', job_type, coalesce(nullif(violation.path, ''), '/'), violation.problem);
    end if;
  end if;
  if message is not null then
    return jsonb_build_object('class', 'validation', 'reason', 'validation_failed', 'stage', 'input', 'message', message);
  end if;
  return null;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.plan_next(schedule cogo.schedules, at timestamp with time zone)
 RETURNS cogo.schedules
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  next_due timestamptz := case when not schedule.paused then coalesce(schedule.next_due_at, cogo.next_due(schedule, at)) end;
begin
  update cogo.schedules as planned
  set next_due_at = next_due, next_run_at = cogo.planned_run(planned.id, planned.jitter_seconds, next_due)
  where planned.id = schedule.id
  returning * into schedule;
  return schedule;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.plan_walks()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into cogo.retention_walks (keep_seconds, kind)
  select distinct age.keep_seconds, kinds.kind
  from cogo.job_types as ruling
  cross join lateral (values (ruling.keep_succeeded_seconds), (ruling.keep_failed_seconds)) as age (keep_seconds)
  cross join (values ('jobs'), ('events')) as kinds (kind)
  on conflict do nothing;
  delete from cogo.retention_walks as walk
  where not exists (
    select from cogo.job_types as ruling
    where walk.keep_seconds in (ruling.keep_succeeded_seconds, ruling.keep_failed_seconds)
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.planned_run(schedule_id bigint, jitter_seconds integer, due_at timestamp with time zone)
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  if planned_run.jitter_seconds = 0 then
    return planned_run.due_at;
  end if;
  -- Drawn from the due time itself, so that whoever looks, and whenever, sees the same.
  return planned_run.due_at + make_interval(secs => (
    hashint8extended((extract(epoch from planned_run.due_at) * 1000000)::bigint, planned_run.schedule_id)
    & 9223372036854775807
  ) % (planned_run.jitter_seconds * 1000 + 1) / 1000.0);
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

CREATE OR REPLACE FUNCTION cogo.preview_schedule(cron text, time_zone text, count integer, after timestamp with time zone)
 RETURNS TABLE(run_at timestamp with time zone, local_time text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  if (preview_schedule.count between 1 and 1000) is not true then
    perform cogo.refuse_argument('count', 'it must be 1 to 1000');
  end if;
  if not exists (select from pg_catalog.pg_timezone_names as zone where zone.name = preview_schedule.time_zone) then
    perform cogo.refuse_argument('time_zone', format('%L is no IANA time zone, such as Europe/Berlin', left(preview_schedule.time_zone, 60)));
  end if;
  return query
  select times.run_at, to_char(times.run_at at time zone preview_schedule.time_zone, 'Dy YYYY-MM-DD HH24:MI:SS')
  from cogo.cron_times(
    preview_schedule.cron, preview_schedule.time_zone, coalesce(preview_schedule.after, cogo.now_()), null, preview_schedule.count
  ) as times (run_at);
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

CREATE OR REPLACE FUNCTION cogo.raise_dead_letter_not_found(job_id bigint)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  raise sqlstate 'PT404' using
    message = format('Cannot find a dead letter of job %s: there is none', raise_dead_letter_not_found.job_id),
    detail = 'dead_letter_not_found',
    hint = 'Check the number; list_dead_letters shows what you may see.';
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.raise_worker_not_found(worker text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  raise sqlstate 'PT404' using
    message = format('Cannot find worker %L: it is not registered', raise_worker_not_found.worker),
    detail = 'worker_not_found',
    hint = 'Call register_worker first; list_workers shows the workers you may see.';
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.read_inbox(at timestamp with time zone, row_limit integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  locked bigint[];
  asked record;
begin
  locked := array(
    select flow.id from cogo.workflows as flow
    where flow.id in (
      select message.workflow_id from cogo.flow_inbox as message
      where message.kind in ('look', 'cancel') order by message.id limit read_inbox.row_limit
    )
    order by flow.id
    for update skip locked
  );
  if locked = '{}' then
    return 0;
  end if;
  perform set_config('cogo.flow_locks', 'held', true);

  for asked in
    with gone as (
      delete from cogo.flow_inbox where workflow_id = any(locked) and kind in ('look', 'cancel') returning workflow_id, kind, note
    )
    select workflow_id, (array_agg(note))[1] as note from gone where kind = 'cancel' group by workflow_id
  loop
    perform cogo.end_flows(
      array[asked.workflow_id], 'cancelled',
      jsonb_build_object('class', 'cancelled', 'reason', 'cancelled', 'message', asked.note ->> 'reason'),
      (asked.note -> 'compensate')::boolean, read_inbox.at
    );
  end loop;
  perform cogo.look_at_flows(locked, read_inbox.at);
  perform cogo.move_flows(locked, read_inbox.at);
  return cardinality(locked);
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

CREATE OR REPLACE FUNCTION cogo.ready_heads(only_executor text)
 RETURNS TABLE(executor text, depth bigint, oldest_at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
 SET enable_bitmapscan TO 'off'
AS $function$
#variable_conflict use_column
declare
  lane record;
  head record;
begin
  for lane in
    select known.executor, hint.queue_name, hint.floor_at, hint.tail
    from cogo.lane_hints(ready_heads.only_executor) as hint join cogo.lanes as known on known.lane_id = hint.lane_id
  loop
    executor := lane.executor;
    depth := 0;
    oldest_at := null;
    if lane.tail > lane.floor_at then
      execute format(
        'select msg_id, vt from pgmq.%I where msg_id > %s order by msg_id limit 1', 'q_' || lane.queue_name, lane.floor_at
      ) into head;
      if head.msg_id is not null then
        depth := greatest(lane.tail - head.msg_id + 1, 1);
        oldest_at := head.vt;
      end if;
    end if;
    return next;
  end loop;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.recheck_kept_back(at timestamp with time zone, row_limit integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  asked bigint[];
  due bigint[];
begin
  asked := array(
    select kept.job_id from cogo.kept_back as kept order by kept.checked_at limit recheck_kept_back.row_limit
  );
  if cardinality(asked) = 0 then
    return 0;
  end if;
  due := cogo.past_their_age(asked, 2147483647, recheck_kept_back.at);
  -- A type that keeps its jobs longer now: the walk of that age is still to come.
  delete from cogo.kept_back as kept where kept.job_id = any(asked) and kept.job_id <> all(due);
  return cogo.drop_jobs(due, recheck_kept_back.at);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.record_children(flow_ids bigint[], at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  with ended as (
    select child.*, parent.ends_as as parent_ends_as, plan.undo_type, definition.saga, cogo.uuid_v7(child.created_at, child.id) as public_id
    from cogo.workflows as child
    join cogo.workflows as parent on parent.id = child.parent_id
    join cogo.workflow_definitions as definition on definition.id = parent.definition_id
    join cogo.definition_steps as plan on plan.definition_id = parent.definition_id and plan.step = child.parent_step
    where child.parent_id = any(record_children.flow_ids) and child.finished_at is not null
  ),
  closed as (
    update cogo.workflow_steps as begun
    set
      state = case when ended.state = 'succeeded' then 'succeeded' when ended.parent_ends_as is null then 'failed' else 'cancelled' end,
      finished_at = record_children.at,
      result = case when ended.state = 'succeeded' then cogo.flow_result(ended.id) end,
      error = case when ended.state <> 'succeeded' then coalesce(begun.error, jsonb_build_object(
        'class', 'permanent', 'reason', coalesce(ended.error ->> 'reason', 'dependency_unavailable'),
        'message', format('Workflow %s ended as %s.', ended.public_id, ended.state), 'details', ended.error
      )) end,
      -- A child that was compensated has undone itself.
      follow_up = case when ended.undo_type is not null and ended.state <> 'compensated' then 'owed' end
    from ended
    where begun.workflow_id = ended.parent_id and begun.step = ended.parent_step and begun.item = -1 and begun.state = 'running'
    returning begun.workflow_id, begun.step, begun.state, ended.saga
  )
  insert into cogo.saga_log (workflow_id, at, item, step, move)
  select closed.workflow_id, record_children.at, -1, closed.step, 'action_' || closed.state from closed where closed.saga;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.record_ends(job_ids bigint[], flow_ids bigint[], at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  has_elements boolean;
begin
  with gone as (
    delete from cogo.step_jobs as link using cogo.attempts as final
    where link.job_id = any(record_ends.job_ids) and link.workflow_id = any(record_ends.flow_ids) and link.role = 'action'
      and final.job_id = link.job_id and final.final
    returning link.workflow_id, link.step, link.item, link.job_id, final.outcome, final.attempt, final.finished_at, final.result, final.error
  ),
  judged as materialized (
    select
      gone.*, plan.undo_type is not null as may_be_undone, definition.saga,
      case
        when gone.outcome in ('succeeded', 'failed') then gone.outcome
        when flow.ends_as is null then 'failed'
        else 'cancelled'
      end as state,
      case when gone.outcome = 'succeeded' then gone.attempt else (
        select count(*) from cogo.attempts as tried where tried.job_id = gone.job_id and tried.started_at is not null
      ) end as tries
    from gone
    join cogo.workflows as flow on flow.id = gone.workflow_id
    join cogo.workflow_definitions as definition on definition.id = flow.definition_id
    join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = gone.step
  ),
  ended as (
    update cogo.workflow_steps as begun
    set
      state = judged.state,
      finished_at = judged.finished_at,
      attempts = judged.tries,
      result = judged.result,
      follow_up = case when judged.may_be_undone and (
        judged.state = 'succeeded' or judged.tries > 0 and judged.error ->> 'class' is distinct from 'validation'
      ) then 'owed' end,
      error = case judged.outcome
        when 'failed' then judged.error
        when 'cancelled' then coalesce(begun.error, jsonb_build_object(
          'class', 'cancelled', 'reason', 'cancelled', 'message', coalesce(judged.error ->> 'message', 'Its job was cancelled.')
        ))
      end
    from judged
    where begun.workflow_id = judged.workflow_id and begun.step = judged.step and begun.item = judged.item
  ),
  told as (
    insert into cogo.saga_log (workflow_id, at, job_id, item, step, move)
    select judged.workflow_id, judged.finished_at, judged.job_id, judged.item, judged.step, 'action_' || judged.state
    from judged where judged.saga
  )
  select bool_or(judged.item >= 0) into has_elements from judged;

  if has_elements then
    perform cogo.close_maps(record_ends.flow_ids, record_ends.at);
  end if;
  if exists (select from cogo.step_jobs as link where link.job_id = any(record_ends.job_ids) and link.workflow_id = any(record_ends.flow_ids)) then
    perform cogo.record_follow_ups(record_ends.job_ids, record_ends.flow_ids, record_ends.at);
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

CREATE OR REPLACE FUNCTION cogo.record_follow_ups(job_ids bigint[], flow_ids bigint[], at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  undone record;
begin
  for undone in
    with ended as materialized (
      select link.*, final.outcome, final.finished_at
      from cogo.step_jobs as link join cogo.attempts as final on final.job_id = link.job_id and final.final
      where link.job_id = any(record_follow_ups.job_ids) and link.workflow_id = any(record_follow_ups.flow_ids) and link.role <> 'action'
    ),
    -- The link to a dead one stays: its redrive takes that place.
    gone as (
      delete from cogo.step_jobs as link using ended where link.job_id = ended.job_id and ended.outcome <> 'failed'
    ),
    followed as (
      update cogo.workflow_steps as begun
      set follow_up = case ended.outcome
        when 'succeeded' then case ended.role when 'confirm' then 'confirmed' else 'compensated' end
        when 'failed' then 'stuck'
        -- It cannot be cancelled away: it is enqueued again.
        else 'owed'
      end
      from ended
      where begun.workflow_id = ended.workflow_id and begun.step = ended.step and begun.item = ended.item
    ),
    told as (
      insert into cogo.saga_log (workflow_id, at, job_id, item, step, move)
      select workflow_id, finished_at, job_id, item, step, role || '_' || outcome from ended
    ),
    stuck as (
      update cogo.workflows as flow set state = 'stuck'
      from (select distinct workflow_id from ended where outcome = 'failed') as dead
      where flow.id = dead.workflow_id
    )
    select ended.finished_at as ts, array_agg(ended.job_id order by ended.job_id) as job_ids
    from ended where ended.outcome = 'succeeded' and ended.role <> 'confirm'
    group by ended.finished_at
  loop
    perform cogo.record_events(array['job_compensated'], undone.job_ids, undone.ts, null, null, null);
  end loop;
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
        where begun.workflow_id = cogo.flow_number(job.correlation_id)
          and (begun.job_id = dead.id or begun.follow_job_id = dead.id)
      )
    order by dead.id
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.redrive_dead_letter(job_id bigint, payload jsonb, delay_seconds double precision)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  at timestamptz := cogo.now_();
  letter cogo.dead_letters;
  outcome text;
begin
  if (redrive_dead_letter.delay_seconds between 0 and 315360000) is not true then
    perform cogo.refuse_argument('delay_seconds', 'it must be 0 to 315360000');
  end if;
  select * into letter from cogo.dead_letters as known
  where known.job_id = redrive_dead_letter.job_id and (tenant is null or known.tenant_id = tenant)
  for update;
  if letter.job_id is null then
    perform cogo.raise_dead_letter_not_found(redrive_dead_letter.job_id);
  end if;

  outcome := case
    when letter.discarded_at is not null then 'discarded'
    when letter.redriven_job_id is not null then 'already_redriven'
    else 'redriven'
  end;
  if outcome = 'redriven' then
    if redrive_dead_letter.payload is not null then
      perform cogo.check_edited_payload(letter.job_id, redrive_dead_letter.payload);
    end if;
    letter.redriven_job_id := (cogo.redrive_jobs(
      array[letter.job_id], array[redrive_dead_letter.payload],
      array[at + make_interval(secs => redrive_dead_letter.delay_seconds)], tenant, at
    ))[1];
  end if;
  return jsonb_build_object('dead_job_id', letter.job_id, 'job_id', letter.redriven_job_id, 'outcome', outcome);
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
begin
  if redrive_dead_letters.job_ids is null or cardinality(redrive_dead_letters.job_ids) > 1000 then
    perform cogo.refuse_argument('job_ids', 'it must be an array of at most 1000 numbers');
  end if;

  dead := array(
    select letter.job_id from cogo.dead_letters as letter
    where letter.job_id = any(redrive_dead_letters.job_ids) and letter.redriven_job_id is null
      and letter.discarded_at is null and (tenant is null or letter.tenant_id = tenant)
    order by letter.job_id
    for update of letter
  );
  if exists (select from cogo.workflows) then
    dead := cogo.redrivable(dead);
  end if;
  if cardinality(dead) > 0 then
    perform cogo.redrive_jobs(dead, null, null, tenant, at);
  end if;

  return query
  select
    given.job_id,
    letter.redriven_job_id,
    case
      when letter.job_id is null then 'not_found'
      when given.job_id = any(dead) then 'redriven'
      when letter.discarded_at is not null then 'discarded'
      when letter.redriven_job_id is null then 'workflow_moved_on'
      else 'already_redriven'
    end
  from unnest(redrive_dead_letters.job_ids) with ordinality as given (job_id, ordinal)
  left join cogo.dead_letters as letter
    on letter.job_id = given.job_id and (tenant is null or letter.tenant_id = tenant)
  order by given.ordinal;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.redrive_jobs(dead_ids bigint[], payloads jsonb[], run_ats timestamp with time zone[], tenant uuid, at timestamp with time zone)
 RETURNS bigint[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  new_ids bigint[] := array(select nextval('cogo.jobs_id_seq') from generate_series(1, cardinality(redrive_jobs.dead_ids)));
begin
  insert into cogo.jobs (
    id, created_at, tenant_id, correlation_id, cause, lane_id, lease_seconds, max_attempts, type, payload, traceparent,
    concurrency_key
  )
  select
    item.new_id, redrive_jobs.at, job.tenant_id, coalesce(job.correlation_id, cogo.uuid_v7(job.created_at, job.id)),
    cogo.uuid_v7(job.created_at, job.id), job.lane_id, job.lease_seconds, job.max_attempts, job.type,
    coalesce(item.payload, job.payload), job.traceparent, job.concurrency_key
  from unnest(redrive_jobs.dead_ids, new_ids, redrive_jobs.payloads) as item (dead_id, new_id, payload)
  join cogo.jobs as job on job.id = item.dead_id
  order by item.new_id;

  update cogo.dead_letters set redriven_job_id = item.new_id
  from unnest(redrive_jobs.dead_ids, new_ids) as item (dead_id, new_id) where dead_letters.job_id = item.dead_id;

  if exists (select from cogo.jobs as job where job.id = any(new_ids) and job.concurrency_key is not null) then
    perform cogo.join_key_queues(new_ids);
  end if;
  if exists (select from cogo.step_jobs) then
    perform cogo.replace_step_jobs(redrive_jobs.dead_ids, new_ids, redrive_jobs.at);
  end if;
  perform cogo.put_back(
    new_ids, array_fill(1::smallint, array[cardinality(new_ids)]), redrive_jobs.run_ats, redrive_jobs.at
  );
  perform cogo.record_events(array['job_enqueued'], new_ids, redrive_jobs.at, redrive_jobs.tenant, null, null);
  return new_ids;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.redrive_matching(filter jsonb, max_jobs integer, per_minute double precision)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  at timestamptz := cogo.now_();
  wanted record;
  dead bigint[];
  new_ids bigint[] := '{}';
  part integer := 0;
begin
  wanted := cogo.letter_filter(redrive_matching.filter, tenant);
  if redrive_matching.max_jobs is null or redrive_matching.max_jobs not between 1 and 10000 then
    perform cogo.refuse_argument('max_jobs', 'it must be 1 to 10000');
  end if;
  if (redrive_matching.per_minute between 0.01 and 1000000) is false then
    perform cogo.refuse_argument('per_minute', 'it must be 0.01 to 1000000');
  end if;

  dead := array(
    select letter.job_id
    from cogo.dead_letters as letter
    where letter.redriven_job_id is null and letter.discarded_at is null
      and (wanted.tenant_id is null or letter.tenant_id = wanted.tenant_id)
      and (wanted.stage is null or letter.stage = wanted.stage)
      and (wanted.reason is null or letter.reason = wanted.reason)
      and (wanted.since is null or letter.dead_at >= wanted.since)
      and (wanted.until is null or letter.dead_at < wanted.until)
      and (wanted.type_prefix is null or exists (
        select from cogo.jobs as job where job.id = letter.job_id and starts_with(job.type, wanted.type_prefix)
      ))
    order by letter.dead_at, letter.job_id
    limit redrive_matching.max_jobs
    for update skip locked
  );

  while part < cardinality(dead) loop
    new_ids := new_ids || cogo.redrive_jobs(
      dead[part + 1 : part + 1000], null,
      array(
        select at + make_interval(secs => coalesce(nth * 60 / redrive_matching.per_minute, 0))
        from generate_series(part, least(part + 1000, cardinality(dead)) - 1) as nth
      ),
      tenant, at
    );
    part := part + 1000;
  end loop;
  return jsonb_build_object(
    'redriven', cardinality(dead),
    'job_ids', to_jsonb(new_ids),
    'last_run_at', case when cardinality(dead) > 0 then at + make_interval(secs => coalesce((cardinality(dead) - 1) * 60 / redrive_matching.per_minute, 0)) end,
    'more', cardinality(dead) = redrive_matching.max_jobs
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.reference_problem(template jsonb, field text, known text[], of_a_map boolean)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  reference record;
  head text;
begin
  if strpos(template::text, '"$ref"') = 0 then
    return null;
  end if;
  for reference in select * from cogo.template_references(reference_problem.template) order by 2 loop
    head := split_part(reference.path, '.', 1);
    if reference.path is null or reference.holder - '$ref' <> '{}' then
      return format('%s holds a $ref that is not alone in its object or not a text; write {"$ref": "input.path"}', field);
    end if;
    if head in ('item', 'index') and not of_a_map then
      return format('%s refers to %s, which only the input of a map step has', field, head);
    end if;
    if head not in ('input', 'steps', 'item', 'index') or reference.path ~ '(^|\.)(\.|$)' then
      return format('%s has the $ref %L; a path begins with input or steps.NAME, with dots between', field, left(reference.path, 100));
    end if;
    if head = 'steps' and split_part(reference.path, '.', 2) <> all(known) then
      return format(
        '%s refers to step %L, which is not done before it; name it in after, or one that comes after it',
        field, split_part(reference.path, '.', 2)
      );
    end if;
  end loop;
  return null;
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
  waits := refuse_run.state ~ '^(PT429|PT503|40|53|55P03|57)' and (
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

CREATE OR REPLACE FUNCTION cogo.register_worker(worker text, executor text, version text, capabilities jsonb, concurrency integer, prefetch_max integer, max_per_minute integer, beat_seconds integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  at timestamptz := cogo.now_();
  device cogo.worker_devices;
begin
  if not exists (select from cogo.lanes as lane where lane.executor = register_worker.executor) then
    perform cogo.refuse_argument('executor', format('no lane is open for %L', register_worker.executor));
  end if;
  insert into cogo.worker_devices as known (
    worker, tenant_id, agent_id, registered_at, prefetch_max, max_per_minute, beat_seconds, concurrency, executor, version,
    capabilities
  )
  values (
    register_worker.worker, tenant, case when tenant is not null then cogo.caller_agent() end, at,
    register_worker.prefetch_max, register_worker.max_per_minute, register_worker.beat_seconds,
    register_worker.concurrency, register_worker.executor, register_worker.version,
    coalesce(register_worker.capabilities, '{}')
  )
  on conflict (worker, tenant_id) do update set
    agent_id = excluded.agent_id, registered_at = excluded.registered_at, prefetch_max = excluded.prefetch_max,
    max_per_minute = excluded.max_per_minute, beat_seconds = excluded.beat_seconds, concurrency = excluded.concurrency,
    executor = excluded.executor, version = excluded.version, capabilities = excluded.capabilities, gone_at = null,
    -- Who was asked to drain and comes back without having said goodbye is still asked.
    drain_requested_at = case when known.gone_at is null then known.drain_requested_at end
  where known.agent_id is not distinct from excluded.agent_id or known.gone_at is not null or exists (
    select from cogo.worker_heartbeats as beat
    where beat.device_id = known.device_id and beat.beat_at < at - make_interval(secs => 2 * known.beat_seconds)
  )
  returning * into device;
  if device.device_id is null then
    raise sqlstate 'PT409' using
      message = format('Cannot register worker %s: another agent''s worker of this name is alive', register_worker.worker),
      detail = 'worker_taken',
      hint = 'Give each worker a name of its own.';
  end if;

  insert into cogo.worker_heartbeats as beat (device_id, beat_at, tokens_at, tokens)
  values (device.device_id, at, at, greatest(device.max_per_minute / 6.0, 1))
  on conflict (device_id) do update set beat_at = excluded.beat_at, load = null, held = null;
  return cogo.worker_orders(device, at);
exception
  when check_violation or numeric_value_out_of_range or not_null_violation then
    perform cogo.refuse_argument('the worker', sqlerrm);
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
  at timestamptz := cogo.now_();
  children record;
  shape uuid;
  known cogo.workflow_definitions;
begin
  perform cogo.check_definition(register_workflow.definition);
  -- One registration at a time; starts only read and go on.
  lock table cogo.workflow_definitions in share row exclusive mode;
  children := cogo.child_definitions(register_workflow.definition);
  shape := encode(substr(sha256(convert_to(register_workflow.definition::text || children.ids::text, 'UTF8')), 1, 16), 'hex')::uuid;

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

CREATE OR REPLACE FUNCTION cogo.release_leadership(name text, holder text, fence bigint)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
begin
  update cogo.leaders as leader
  set released = true, lease_expires_at = least(leader.lease_expires_at, at)
  where leader.name = release_leadership.name and leader.holder = release_leadership.holder
    and leader.fence = release_leadership.fence and not leader.released;
  return found;
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

CREATE OR REPLACE FUNCTION cogo.remove_schedule(name text, tenant_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.schedule_tenant(remove_schedule.tenant_id);
begin
  delete from cogo.schedules as schedule
  where schedule.tenant_id = tenant and schedule.name = remove_schedule.name;
  return found;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.renew_leadership(name text, holder text, fence bigint)
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  renewed_until timestamptz;
begin
  update cogo.leaders as leader
  set
    lease_expires_at = at + make_interval(secs => leader.lease_seconds), renewed_at = at, renewals = leader.renewals + 1,
    longest_renewal = greatest(leader.longest_renewal, at - leader.renewed_at)
  where leader.name = renew_leadership.name and leader.holder = renew_leadership.holder
    and leader.fence = renew_leadership.fence and cogo.lease_is_live(leader, at)
  returning leader.lease_expires_at into renewed_until;
  return renewed_until;
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
  flow_ids bigint[];
begin
  flow_ids := array(
    select flow.id from cogo.workflows as flow
    where flow.id in (select link.workflow_id from cogo.step_jobs as link where link.job_id = any(replace_step_jobs.dead))
    order by flow.id
    for update
  );
  if flow_ids = '{}' then
    return;
  end if;
  perform set_config('cogo.flow_locks', 'held', true);

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

CREATE OR REPLACE FUNCTION cogo.resolve_references(template jsonb, context jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  if strpos(template::text, '"$ref"') = 0 then
    return template;
  end if;
  if template ? '$ref' and jsonb_typeof(template) = 'object' then
    return coalesce(context #> string_to_array(template ->> '$ref', '.'), 'null');
  end if;
  if jsonb_typeof(template) = 'object' then
    return (select jsonb_object_agg(field.key, cogo.resolve_references(field.value, context)) from jsonb_each(template) as field);
  end if;
  return (
    select jsonb_agg(cogo.resolve_references(element.value, context) order by element.ordinal)
    from jsonb_array_elements(template) with ordinality as element (value, ordinal)
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.rewind_retention()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  before cogo.job_types := case when tg_op = 'UPDATE' then old end;
begin
  if tg_op = 'INSERT' then
    select * into before from cogo.job_types as ruling
    where ruling.type = any(cogo.type_patterns(new.type)) and ruling.type <> new.type
    order by length(ruling.type) desc
    limit 1;
  end if;
  -- Jobs that closed under a longer age may lie behind the walk of the shorter one: it goes the way again.
  delete from cogo.retention_walks as walk
  where (walk.keep_seconds = new.keep_succeeded_seconds and new.keep_succeeded_seconds < before.keep_succeeded_seconds)
    or (walk.keep_seconds = new.keep_failed_seconds and new.keep_failed_seconds < before.keep_failed_seconds);
  return null;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.run_bodies(schedule_ids bigint[], due_ats timestamp with time zone[])
 RETURNS TABLE(schedule_id bigint, due_at timestamp with time zone, starts text, body jsonb, overlap text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  is_operator boolean := cogo.caller_tenant() is null;
begin
  -- jsonb has one way to write a thing, and within a string its quotes are escaped: text may stand for a parse.
  return query
  select
    schedule.id, given.due_at, case when schedule.job is not null then 'job' else 'workflow' end,
    replace(replace(
      coalesce(schedule.job, schedule.workflow)::text, '{"$ref": "due_at"}', to_jsonb(given.due_at)::text
    ), '{"$ref": "schedule"}', to_jsonb(schedule.name)::text)::jsonb
      || jsonb_build_object(
        'idempotency_key', format('schedule:%s:%s', schedule.id, (extract(epoch from given.due_at) * 1000000)::bigint)
      )
      || case when is_operator then jsonb_build_object('tenant_id', schedule.tenant_id) else '{}' end,
    schedule.overlap
  from unnest(run_bodies.schedule_ids, run_bodies.due_ats) as given (schedule_id, due_at)
  join cogo.schedules as schedule on schedule.id = given.schedule_id;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.run_is_open(job_id bigint, workflow_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  state text;
begin
  if run_is_open.job_id is not null then
    return exists (select from cogo.jobs as job where job.id = run_is_open.job_id)
      and not exists (select from cogo.attempts as final where final.job_id = run_is_open.job_id and final.final);
  end if;
  if run_is_open.workflow_id is null then
    return false;
  end if;
  execute 'select api.get_workflow($1) ->> ''state''' into state using run_is_open.workflow_id;
  return state not in ('succeeded', 'failed', 'compensated', 'cancelled');
exception
  when sqlstate 'PT404' then
    return false;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.run_schedule_now(name text, idempotency_key text, tenant_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  schedule cogo.schedules;
  at timestamptz := cogo.now_();
  due timestamptz;
  run cogo.schedule_runs;
  is_new boolean := false;
begin
  if length(run_schedule_now.idempotency_key) not between 1 and 200 then
    perform cogo.refuse_argument('idempotency_key', 'it must have 1 to 200 characters');
  end if;
  schedule := cogo.lock_schedule(run_schedule_now.name, run_schedule_now.tenant_id);
  select known.due_at into due from cogo.schedule_runs as known
  where known.schedule_id = schedule.id and known.idempotency_key = run_schedule_now.idempotency_key;

  if due is null then
    due := at;
    while exists (select from cogo.schedule_runs as taken where taken.schedule_id = schedule.id and taken.due_at = due) loop
      due := due + interval '1 microsecond';
    end loop;
    insert into cogo.schedule_runs (schedule_id, due_at, planned_at, settled_at, wake_at, by_hand, state, idempotency_key)
    values (schedule.id, due, due, at, at, true, 'waiting', run_schedule_now.idempotency_key);
    is_new := true;
    perform cogo.start_runs(at, schedule.id);
  end if;
  select * into run from cogo.schedule_runs as known where known.schedule_id = schedule.id and known.due_at = due;
  return jsonb_build_object(
    'schedule_id', schedule.id, 'due_at', run.due_at, 'state', run.state, 'reason', run.reason, 'job_id', run.job_id,
    'workflow_id', run.workflow_id, 'error', run.error, 'created', is_new
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.saga_moves_before(move text)
 RETURNS text[]
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  role text := split_part(saga_moves_before.move, '_', 1);
begin
  return case
    when move in ('compensating', 'confirming', 'action_started') then array['nothing']
    -- A child workflow's end is told without its start, and so is a step that could not be enqueued.
    when move ~ '^action_' then array['action_started', 'nothing']
    when move = 'confirm_started' then array['action_succeeded', 'confirm_cancelled']
    when move ~ '_started$' then array['action_succeeded', 'action_failed', 'action_cancelled', role || '_cancelled']
    when move = 'redriven' then array['compensation_failed', 'cancel_failed', 'confirm_failed']
    when move ~ '^(compensation|confirm|cancel)_' then array[role || '_started', 'redriven']
    when move = 'succeeded' then array['nothing', 'confirming']
    when move = 'compensated' then array['compensating']
    else array['nothing']
  end;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.scaling_advice(executor text)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  lines jsonb;
begin
  if scaling_advice.executor is not null and not exists (
    select from cogo.lanes as lane where lane.executor = scaling_advice.executor
  ) then
    perform cogo.refuse_argument('executor', format('no lane is open for %L', scaling_advice.executor));
  end if;

  with ready as (
    select head.executor, sum(head.depth)::bigint as depth, min(head.oldest_at) as oldest_at
    from cogo.ready_heads(scaling_advice.executor) as head
    group by head.executor
  ),
  crew as (
    select
      device.executor,
      count(*) filter (where told.state in ('live', 'late')) as live,
      count(*) filter (where told.state = 'draining') as draining,
      avg(device.concurrency) filter (where told.state in ('live', 'late')) as concurrency,
      sum(cogo.device_holds(device.device_id)) as held
    from cogo.worker_devices as device
    join cogo.worker_heartbeats as beat on beat.device_id = device.device_id
    cross join lateral (select cogo.device_state(device, beat.beat_at, at) as state) as told
    group by device.executor
  )
  select jsonb_agg(cogo.advise_executor(
    ready.executor, ready.depth, extract(epoch from at - ready.oldest_at), coalesce(crew.live, 0)::integer,
    coalesce(crew.draining, 0)::integer, crew.concurrency::double precision, coalesce(crew.held, 0)::integer, at
  ) order by ready.executor)
  into lines
  from ready left join crew on crew.executor = ready.executor;
  return jsonb_build_object('at', at, 'executors', coalesce(lines, '[]'));
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.schedule_document(schedule cogo.schedules)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return to_jsonb(schedule) - array['id', 'anchor', 'last_started_due_at'] || jsonb_build_object(
    'schedule_id', schedule.id,
    'last_run', (
      select jsonb_strip_nulls(jsonb_build_object(
        'due_at', run.due_at, 'state', run.state, 'reason', run.reason, 'settled_at', run.settled_at,
        'job_id', run.job_id, 'workflow_id', run.workflow_id
      ))
      from cogo.schedule_runs as run where run.schedule_id = schedule.id
      order by run.due_at desc limit 1
    )
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.schedule_history(name text, before_due_at timestamp with time zone, row_limit integer, tenant_id uuid)
 RETURNS TABLE(due_at timestamp with time zone, state text, reason text, covers integer, covers_until timestamp with time zone, by_hand boolean, fired_at timestamp with time zone, lag_ms double precision, job_id bigint, workflow_id uuid, outcome text, error jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.schedule_tenant(schedule_history.tenant_id);
begin
  if (schedule_history.row_limit between 1 and 1000) is not true then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 1000');
  end if;
  return query
  select
    run.due_at, run.state, run.reason, run.covers, run.covers_until, run.by_hand,
    case when run.state = 'started' then run.settled_at end,
    case when run.state = 'started' then cogo.milliseconds(run.planned_at, run.settled_at) end,
    run.job_id, run.workflow_id,
    (select final.outcome from cogo.attempts as final where final.job_id = run.job_id and final.final), run.error
  from cogo.schedules as schedule
  join cogo.schedule_runs as run on run.schedule_id = schedule.id
  where schedule.tenant_id = tenant and schedule.name = schedule_history.name
    and (schedule_history.before_due_at is null or run.due_at < schedule_history.before_due_at)
  order by run.due_at desc
  limit schedule_history.row_limit;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.schedule_list()
 RETURNS TABLE(name text, every_seconds integer, cron text, command text)
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return query
  select listed.*
  from (
    values
      ('cogo: sweep', 2, '* * * * *', 'select cogo.sweep()'),
      ('cogo: fold events', 10, '* * * * *', 'select cogo.fold_events()'),
      ('cogo: drop closed', 10, '* * * * *', 'select cogo.drop_closed()'),
      ('cogo: tick schedules', 1, '* * * * *', 'select cogo.tick_schedules()'),
      ('cogo: forget schedule runs', null, '17 * * * *', 'select cogo.forget_schedule_runs()')
  ) as listed (name, every_seconds, cron, command);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.schedule_tenant(tenant_id uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  caller uuid := cogo.caller_tenant();
begin
  if caller is not null and schedule_tenant.tenant_id is not null then
    perform cogo.refuse_argument('tenant_id', 'it comes from the token and may not be given');
  end if;
  return coalesce(caller, schedule_tenant.tenant_id, cogo.default_tenant());
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.scheduler_status()
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  at timestamptz := cogo.now_();
begin
  return jsonb_build_object(
    'at', at,
    'leaders', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'name', leader.name, 'holder', leader.holder, 'fence', leader.fence, 'is_live', cogo.lease_is_live(leader, at),
        'taken_at', leader.taken_at, 'renewed_at', leader.renewed_at, 'lease_expires_at', leader.lease_expires_at,
        'terms', leader.fence, 'renewals', leader.renewals, 'lost_leases', leader.lost_leases,
        'longest_gap_seconds', extract(epoch from leader.longest_gap),
        'longest_renewal_seconds', extract(epoch from leader.longest_renewal)
      ) order by leader.name), '[]')
      from cogo.leaders as leader
    ),
    'schedules', (
      select jsonb_build_object(
        'count', count(*), 'paused', count(*) filter (where schedule.paused),
        'due', count(*) filter (where schedule.next_run_at <= at),
        'next_run_at', min(schedule.next_run_at),
        'overdue_seconds', round(greatest(extract(epoch from at - min(schedule.next_run_at)), 0), 3)
      )
      from cogo.schedules as schedule
    ),
    'waiting_runs', (select count(*) from cogo.schedule_runs as run where run.state = 'waiting'),
    'last_hour', (
      select jsonb_build_object(
        'started', count(*) filter (where run.state = 'started'), 'failed', count(*) filter (where run.state = 'failed'),
        'skipped', coalesce(sum(run.covers) filter (where run.state = 'skipped'), 0),
        'lag_ms', cogo.spread(array_agg(cogo.milliseconds(run.planned_at, run.settled_at)) filter (where run.state = 'started'))
      )
      from cogo.schedule_runs as run where run.settled_at > at - interval '1 hour'
    )
  );
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

CREATE OR REPLACE FUNCTION cogo.set_schedule(settings jsonb, paused boolean, tenant_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  given cogo.schedules := jsonb_populate_record(null::cogo.schedules, set_schedule.settings);
  kept cogo.schedules;
begin
  given.tenant_id := cogo.schedule_tenant(set_schedule.tenant_id);
  if num_nonnulls(given.cron, given.every_seconds) <> 1 then
    perform cogo.refuse_argument('cron', 'give either cron or every_seconds');
  elsif num_nonnulls(given.job, given.workflow) <> 1 then
    perform cogo.refuse_argument('job', 'give either job or workflow');
  end if;
  given.anchor := coalesce(given.starts_at, date_trunc('second', at));

  insert into cogo.schedules as known (
    tenant_id, created_at, changed_at, anchor, starts_at, ends_at, every_seconds, missed_limit, grace_seconds,
    jitter_seconds, paused, name, cron, time_zone, missed, overlap, job, workflow
  )
  values (
    given.tenant_id, at, at, given.anchor, given.starts_at, given.ends_at, given.every_seconds, given.missed_limit,
    given.grace_seconds, given.jitter_seconds, coalesce(set_schedule.paused, false), given.name, given.cron, given.time_zone,
    given.missed, given.overlap, given.job, given.workflow
  )
  -- A schedule that is set again as it was, at each start of a program say, goes on counting where it was: what was missed is still due.
  on conflict (tenant_id, name) do update set
    changed_at = at, starts_at = excluded.starts_at, ends_at = excluded.ends_at, every_seconds = excluded.every_seconds,
    missed_limit = excluded.missed_limit, grace_seconds = excluded.grace_seconds,
    jitter_seconds = excluded.jitter_seconds, paused = coalesce(set_schedule.paused, known.paused), cron = excluded.cron,
    time_zone = excluded.time_zone, missed = excluded.missed, overlap = excluded.overlap, job = excluded.job,
    workflow = excluded.workflow,
    (anchor, next_due_at, next_run_at) = (
      select
        case when same.timing then known.anchor else excluded.anchor end,
        case when same.timing and not coalesce(set_schedule.paused, false) then known.next_due_at end,
        case when same.timing and not coalesce(set_schedule.paused, false) then known.next_run_at end
      from (
        select (known.cron, known.every_seconds, known.time_zone, known.starts_at, known.ends_at)
          is not distinct from (excluded.cron, excluded.every_seconds, excluded.time_zone, excluded.starts_at, excluded.ends_at)
          as timing
      ) as same
    ),
    last_started_due_at = (
      select run.due_at from cogo.schedule_runs as run
      where run.schedule_id = known.id and run.state = 'started' order by run.due_at desc limit 1
    )
  returning * into kept;

  perform cogo.check_schedule(kept);
  kept := cogo.plan_next(kept, at);
  return cogo.schedule_document(kept) || jsonb_build_object('created', kept.created_at = at);
exception
  when check_violation or numeric_value_out_of_range or not_null_violation then
    perform cogo.refuse_argument('the schedule', sqlerrm);
    return null;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.set_worker_drain(worker text, tenant_id uuid, drain boolean)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  at timestamptz := cogo.now_();
  device cogo.worker_devices;
begin
  update cogo.worker_devices as known
  set drain_requested_at = case when set_worker_drain.drain then coalesce(known.drain_requested_at, at) end
  where known.worker = set_worker_drain.worker
    and known.tenant_id is not distinct from coalesce(set_worker_drain.tenant_id, tenant)
    and (tenant is null or known.tenant_id = tenant)
  returning * into device;
  if device.device_id is null then
    perform cogo.raise_worker_not_found(set_worker_drain.worker);
  end if;
  return jsonb_build_object(
    'worker', device.worker,
    'state', (
      select cogo.device_state(device, beat.beat_at, at) from cogo.worker_heartbeats as beat
      where beat.device_id = device.device_id
    ),
    'held', cogo.device_holds(device.device_id)
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.settle_failures(job_ids bigint[], fences bigint[], errors jsonb[], retry_seconds double precision[], at timestamp with time zone, retry_event text)
 RETURNS TABLE(job_id bigint, fence bigint, outcome text, retry_at timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  ended jsonb;
begin
  -- Judged from rows that cannot change under the same fence, so no lock is needed before the holds are ended.
  with judged as materialized (
    select * from cogo.judge_failures(
      settle_failures.job_ids, settle_failures.fences, settle_failures.errors, settle_failures.retry_seconds, settle_failures.at
    )
  ),
  hold as (
    select hold.*
    from (
      select
        array_agg(judged.job_id) as job_ids, array_agg(judged.fence) as fences,
        array_agg(case when judged.outcome = 'retried' then settle_failures.retry_event else judged.outcome end) as outcomes,
        array_agg(nullif(judged.error, '{"class": "lease_conflict"}')) as errors
      from judged
    ) as lists,
    lateral cogo.end_holds(lists.job_ids, lists.fences, lists.outcomes, lists.errors, null, settle_failures.at) as hold
  )
  select jsonb_agg(to_jsonb(judged) || jsonb_build_object('was_running', hold.was_running, 'worker', hold.worker))
  into ended
  from hold join judged on judged.job_id = hold.job_id and judged.fence = hold.fence;

  if cogo.fault('fail.ended') then end if;
  if ended is not null then
    perform cogo.follow_failures(ended, settle_failures.at, settle_failures.retry_event);
  end if;
  return query
  select item.job_id, item.fence, item.outcome, item.retry_at
  from jsonb_to_recordset(ended) as item (job_id bigint, fence bigint, outcome text, retry_at timestamptz);
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
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  flow cogo.workflows := cogo.find_workflow(signal_workflow.workflow_id);
  known text[] := array(
    select distinct plan.signal from cogo.definition_steps as plan
    where plan.definition_id = flow.definition_id and plan.signal is not null order by 1
  );
begin
  if (signal_workflow.signal = any(known)) is not true then
    perform cogo.refuse_argument('signal', case
      when known = '{}' then 'the workflow waits for no signal'
      else format('the workflow waits for %s', array_to_string(known, ', '))
    end);
  end if;
  if octet_length(signal_workflow.payload::text) > 262144 then
    raise sqlstate 'PT413' using
      message = format('Cannot signal workflow %s: the payload has %s bytes, the limit is 262144', signal_workflow.workflow_id, octet_length(signal_workflow.payload::text)),
      detail = 'payload_too_large',
      hint = 'Store the bytes as an artifact and put its address into the payload.';
  end if;

  select locked.* into flow from cogo.workflows as locked where locked.id = flow.id for update;
  perform set_config('cogo.flow_locks', 'held', true);
  if flow.id is null or flow.state <> 'running' or flow.ends_as is not null then
    return jsonb_build_object('outcome', 'closed');
  end if;
  insert into cogo.workflow_signals (workflow_id, received_at, signal, payload)
  values (flow.id, at, signal_workflow.signal, coalesce(signal_workflow.payload, 'null'))
  on conflict do nothing;
  if not found then
    return jsonb_build_object('outcome', 'already_signalled');
  end if;

  update cogo.workflow_steps as begun
  set state = 'succeeded', finished_at = at, result = coalesce(signal_workflow.payload, 'null')
  from cogo.definition_steps as plan
  where begun.workflow_id = flow.id and begun.state = 'running' and plan.definition_id = flow.definition_id
    and plan.step = begun.step and plan.signal = signal_workflow.signal;
  if found then
    perform cogo.move_flows(array[flow.id], at);
  end if;
  return jsonb_build_object('outcome', 'accepted');
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.spend_tokens(device_id bigint, jobs integer)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update cogo.worker_heartbeats as beat set tokens = beat.tokens - spend_tokens.jobs
  from cogo.worker_devices as device
  where beat.device_id = spend_tokens.device_id and device.device_id = spend_tokens.device_id
    and device.max_per_minute is not null;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.start_bodies(starts text, bodies jsonb)
 RETURNS TABLE(place bigint, job_id bigint, workflow_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  if start_bodies.starts = 'job' then
    return query
    select enqueued.ordinal::bigint, enqueued.job_id, null::uuid from cogo.enqueue_jobs(start_bodies.bodies) as enqueued;
  elsif to_regprocedure('cogo.start_workflows(jsonb)') is null then
    perform cogo.refuse_argument('workflow', 'this database has no workflows');
  else
    return query execute
      'select started.place, null::bigint, (started.answer ->> ''workflow_id'')::uuid
       from jsonb_array_elements(cogo.start_workflows($1)) with ordinality as started (answer, place)'
    using start_bodies.bodies;
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.start_children(flow_ids bigint[], steps smallint[], at timestamp with time zone)
 RETURNS bigint[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  failed bigint[];
  children bigint[];
begin
  with given as materialized (
    select flow.*, plan.step, plan.child_id, cogo.step_payload(plan.input, cogo.step_context(flow.id, flow.input, plan), null, null) as payload
    from unnest(start_children.flow_ids, start_children.steps) as item (flow_id, step)
    join cogo.workflows as flow on flow.id = item.flow_id
    join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = item.step
    order by flow.id, plan.step
  ),
  judged as materialized (
    select given.*, case when octet_length(given.payload::text) > 262144 or jsonb_typeof(given.payload) <> 'object' then jsonb_build_object(
      'class', 'validation', 'reason', 'validation_failed', 'stage', 'input',
      'message', 'The input is not an object of at most 262144 bytes.'
    ) end as problem from given
  ),
  begun as (
    insert into cogo.workflow_steps (workflow_id, started_at, finished_at, step, attempts, state, error)
    select
      judged.id, start_children.at, case when problem is not null then start_children.at end, judged.step,
      case when problem is null then 1 else 0 end, case when problem is null then 'running' else 'failed' end, problem
    from judged
  ),
  born as (
    insert into cogo.workflows (
      created_at, tenant_id, parent_id, definition_id, parent_step, cause, correlation_id, traceparent, input, state
    )
    select
      start_children.at, judged.tenant_id, judged.id, judged.child_id, judged.step, cogo.uuid_v7(judged.created_at, judged.id),
      coalesce(judged.correlation_id, cogo.uuid_v7(judged.created_at, judged.id)), judged.traceparent, judged.payload, 'running'
    from judged where problem is null
    returning id
  )
  select
    (select array_agg(judged.id) from judged where problem is not null),
    (select array_agg(born.id order by born.id) from born)
  into failed, children;

  if children is not null then
    perform cogo.begin_flows(children, start_children.at);
  end if;
  return coalesce(failed, '{}');
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.start_job_steps(flow_ids bigint[], steps smallint[], at timestamp with time zone)
 RETURNS bigint[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  given record;
begin
  select
    array_agg(item.flow_id order by item.ordinal) as flow_ids,
    array_agg(item.step order by item.ordinal) as steps,
    array_agg(
      cogo.step_payload(plan.input, cogo.step_context(flow.id, flow.input, plan), null, null) order by item.ordinal
    ) as payloads
  into given
  from unnest(start_job_steps.flow_ids, start_job_steps.steps) with ordinality as item (flow_id, step, ordinal)
  join cogo.workflows as flow on flow.id = item.flow_id
  join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = item.step;
  return cogo.enqueue_actions(
    given.flow_ids, given.steps, array_fill(-1, array[cardinality(given.steps)]), given.payloads, start_job_steps.at
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.start_map_steps(flow_ids bigint[], steps smallint[], at timestamp with time zone)
 RETURNS bigint[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  part record;
  again bigint[] := '{}';
  elements record;
  problem text;
begin
  for part in
    select flow.id as flow_id, plan.step, plan.input, context.value as context,
      cogo.resolve_references(plan.over, context.value) as over
    from unnest(start_map_steps.flow_ids, start_map_steps.steps) as item (flow_id, step)
    join cogo.workflows as flow on flow.id = item.flow_id
    join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = item.step,
    lateral cogo.step_context(flow.id, flow.input, plan) as context (value)
    order by flow.id, plan.step
  loop
    problem := case
      when jsonb_typeof(part.over) <> 'array' then format('over is %s, not an array.', jsonb_typeof(part.over))
      when jsonb_array_length(part.over) > 1000 then format('over has %s elements, the limit is 1000.', jsonb_array_length(part.over))
    end;
    insert into cogo.workflow_steps (workflow_id, started_at, finished_at, step, state, error, result)
    select
      part.flow_id, start_map_steps.at, case when is_over then start_map_steps.at end, part.step,
      case when problem is not null then 'failed' when is_over then 'succeeded' else 'running' end,
      case when problem is not null then jsonb_build_object(
        'class', 'validation', 'reason', 'validation_failed', 'stage', 'input', 'message', problem
      ) end,
      case when problem is null and is_over then '[]'::jsonb end
    from (select problem is not null or part.over = '[]' as is_over) as judged;

    if problem is not null or part.over = '[]' then
      again := again || part.flow_id;
    else
      select
        array_agg((element.ordinal - 1)::integer order by element.ordinal) as items,
        array_agg(
          cogo.step_payload(part.input, part.context, element.value, (element.ordinal - 1)::integer) order by element.ordinal
        ) as payloads
      into elements
      from jsonb_array_elements(part.over) with ordinality as element (value, ordinal);
      again := again || cogo.enqueue_actions(
        array_fill(part.flow_id, array[cardinality(elements.items)]),
        array_fill(part.step, array[cardinality(elements.items)]), elements.items, elements.payloads, start_map_steps.at
      );
    end if;
  end loop;
  return again;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.start_ready(flow_ids bigint[], at timestamp with time zone)
 RETURNS bigint[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  ready record;
begin
  select
    array_agg(flow.id order by flow.id, plan.step) as flow_ids, array_agg(plan.step order by flow.id, plan.step) as steps,
    array_agg(plan.kind order by flow.id, plan.step) as kinds
  into ready
  from cogo.workflows as flow
  join cogo.definition_steps as plan on plan.definition_id = flow.definition_id
  where flow.id = any(start_ready.flow_ids)
    and not exists (
      select from cogo.workflow_steps as begun where begun.workflow_id = flow.id and begun.step = plan.step and begun.item = -1
    )
    and not exists (
      select from unnest(plan.needs) as need (step)
      where not exists (
        select from cogo.workflow_steps as done
        where done.workflow_id = flow.id and done.step = need.step and done.item = -1 and done.state <> 'running'
      )
    );
  if ready.steps is null then
    return '{}';
  end if;
  return cogo.start_steps(ready.flow_ids, ready.steps, ready.kinds, start_ready.at);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.start_runs(at timestamp with time zone, only_schedule_id bigint)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  schedule_ids bigint[];
  judged record;
  started integer := 0;
begin
  -- A schedule's runs are decided upon by one session at a time.
  schedule_ids := array(
    select schedule.id from cogo.schedules as schedule
    where schedule.id in (
      select run.schedule_id from cogo.schedule_runs as run
      where run.state = 'waiting' and (run.wake_at <= start_runs.at or run.wake_at > start_runs.at + interval '1 minute')
        and (start_runs.only_schedule_id is null or run.schedule_id = start_runs.only_schedule_id)
    )
    order by schedule.id
    for update skip locked
  );
  if cardinality(schedule_ids) = 0 then
    return 0;
  end if;

  for judged in
    select verdict.says, array_agg(verdict.schedule_id order by verdict.due_at, verdict.schedule_id) as schedule_ids,
      array_agg(verdict.due_at order by verdict.due_at, verdict.schedule_id) as due_ats
    from cogo.judge_runs(schedule_ids, start_runs.at) as verdict
    group by verdict.says, verdict.batch
  loop
    if judged.says = 'start' then
      started := started + cogo.fire_runs(judged.schedule_ids, judged.due_ats, start_runs.at);
    elsif judged.says = 'cancel_previous' then
      perform cogo.cancel_last_runs(judged.schedule_ids);
    else
      update cogo.schedule_runs as run
      set state = 'skipped', reason = judged.says, wake_at = null, settled_at = start_runs.at
      from unnest(judged.schedule_ids, judged.due_ats) as out_of (schedule_id, due_at)
      where run.schedule_id = out_of.schedule_id and run.due_at = out_of.due_at;
    end if;
  end loop;
  return started;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.start_steps(flow_ids bigint[], steps smallint[], kinds text[], at timestamp with time zone)
 RETURNS bigint[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  part record;
  again bigint[] := '{}';
begin
  for part in
    select
      case when kind in ('job', 'tcc') then 'job' when kind in ('sleep', 'signal') then 'wait' else kind end as kind,
      array_agg(flow_id order by flow_id, step) as flow_ids, array_agg(step order by flow_id, step) as steps
    from unnest(start_steps.flow_ids, start_steps.steps, start_steps.kinds) as item (flow_id, step, kind)
    group by 1
    order by 1
  loop
    again := again || case part.kind
      when 'job' then cogo.start_job_steps(part.flow_ids, part.steps, start_steps.at)
      when 'map' then cogo.start_map_steps(part.flow_ids, part.steps, start_steps.at)
      when 'wait' then cogo.start_waits(part.flow_ids, part.steps, start_steps.at)
      when 'workflow' then cogo.start_children(part.flow_ids, part.steps, start_steps.at)
    end;
  end loop;

  insert into cogo.workflow_timers (workflow_id, due_at, step, kind)
  select begun.workflow_id, start_steps.at + make_interval(secs => plan.timeout_seconds), begun.step, 'timeout'
  from unnest(start_steps.flow_ids, start_steps.steps) as item (flow_id, step)
  join cogo.workflow_steps as begun on begun.workflow_id = item.flow_id and begun.step = item.step and begun.item = -1
  join cogo.workflows as flow on flow.id = item.flow_id
  join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = item.step
  where plan.timeout_seconds is not null and begun.state = 'running';
  return again;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.start_waits(flow_ids bigint[], steps smallint[], at timestamp with time zone)
 RETURNS bigint[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  ended bigint[];
begin
  with begun as (
    insert into cogo.workflow_steps (workflow_id, started_at, finished_at, step, state, result)
    select
      flow.id, start_waits.at, case when judged.over then start_waits.at end, plan.step,
      case when judged.over then 'succeeded' else 'running' end, early.payload
    from unnest(start_waits.flow_ids, start_waits.steps) as item (flow_id, step)
    join cogo.workflows as flow on flow.id = item.flow_id
    join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = item.step
    left join cogo.workflow_signals as early on early.workflow_id = flow.id and early.signal = plan.signal,
    lateral (select early.signal is not null or plan.seconds = 0 as over) as judged
    returning workflow_id, step, state
  ),
  alarms as (
    insert into cogo.workflow_timers (workflow_id, due_at, step, kind)
    select flow.id, start_waits.at + make_interval(secs => plan.seconds), plan.step, 'wake'
    from begun
    join cogo.workflows as flow on flow.id = begun.workflow_id
    join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = begun.step
    where begun.state = 'running' and plan.kind = 'sleep'
  )
  select array_agg(distinct begun.workflow_id) into ended from begun where begun.state <> 'running';
  return coalesce(ended, '{}');
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.start_workflows(workflows jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  started record;
begin
  select
    array_agg(item.flow_id order by item.ordinal) as ids, array_agg(item.created order by item.ordinal) as created,
    array_agg(item.flow_id order by item.ordinal) filter (where item.created) as fresh
  into started
  from cogo.insert_flows(start_workflows.workflows, at) as item;
  if started.fresh is not null then
    perform cogo.begin_flows(started.fresh, at);
  end if;

  return (
    select jsonb_agg(jsonb_build_object(
      'workflow_id', cogo.uuid_v7(flow.created_at, flow.id), 'created', item.created, 'state', flow.state,
      'version', definition.version
    ) order by item.ordinal)
    from unnest(started.ids, started.created) with ordinality as item (id, created, ordinal)
    join cogo.workflows as flow on flow.id = item.id
    join cogo.workflow_definitions as definition on definition.id = flow.definition_id
  );
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

CREATE OR REPLACE FUNCTION cogo.step_context(flow_id bigint, input jsonb, plan cogo.definition_steps)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  template text := concat(plan.input::text, plan.over::text);
  results jsonb;
begin
  if cardinality(plan.needs) > 0 then
    select jsonb_object_agg(other.name, coalesce(done.result, 'null')) into results
    from cogo.definition_steps as other
    join cogo.workflow_steps as done on done.step = other.step and done.item = -1
    where done.workflow_id = step_context.flow_id and other.definition_id = plan.definition_id
      and (plan.input is null and other.step = any(plan.needs) or strpos(template, 'steps.' || other.name) > 0);
  end if;
  return jsonb_build_object('input', step_context.input, 'steps', coalesce(results, '{}'));
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.step_fields(kind text)
 RETURNS text[]
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return case step_fields.kind
    when 'job' then array['name', 'kind', 'after', 'optional', 'type', 'input', 'retry', 'timeout_seconds', 'compensate']
    when 'map' then array['name', 'kind', 'after', 'optional', 'type', 'input', 'over', 'retry', 'timeout_seconds', 'compensate']
    when 'tcc' then array['name', 'kind', 'after', 'try', 'confirm', 'cancel', 'input', 'timeout_seconds']
    when 'sleep' then array['name', 'kind', 'after', 'seconds']
    when 'signal' then array['name', 'kind', 'after', 'optional', 'signal', 'timeout_seconds']
    when 'workflow' then array['name', 'kind', 'after', 'optional', 'workflow', 'input', 'timeout_seconds', 'compensate']
  end;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.step_payload(template jsonb, context jsonb, item jsonb, index integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  if index >= 0 then
    context := context || jsonb_build_object('item', item, 'index', index);
  end if;
  return case when template is null then context else cogo.resolve_references(template, context) end;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.step_problem(step jsonb, saga boolean)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  kind text := coalesce(step ->> 'kind', 'job');
  fields text[] := cogo.step_fields(kind);
  unknown text;
  is_seconds constant text := '^(0|[1-9]\d{0,8})$';
begin
  if fields is null then
    return format('kind %L is none of job, map, tcc, sleep, signal, workflow', left(kind, 40));
  end if;
  select key into unknown from jsonb_object_keys(step) as key where key <> all(fields) limit 1;
  if unknown is not null then
    return format('a step of kind %s has no field %L; it may have %s', kind, left(unknown, 40), array_to_string(fields, ', '));
  end if;
  return case
    when step ? 'after' and (jsonb_typeof(step -> 'after') = 'array'
      and not exists (select from jsonb_array_elements(step -> 'after') as needed where jsonb_typeof(needed) <> 'string')) is not true
      then 'after must be an array of names of steps'
    when step ? 'optional' and jsonb_typeof(step -> 'optional') <> 'boolean' then 'optional must be true or false'
    when step ? 'input' and jsonb_typeof(step -> 'input') <> 'object' then 'input must be an object'
    when step ? 'timeout_seconds' and (jsonb_typeof(step -> 'timeout_seconds') = 'number'
      and step ->> 'timeout_seconds' ~ is_seconds and (step ->> 'timeout_seconds')::integer between 1 and 31536000) is not true
      then 'timeout_seconds must be a whole number from 1 to 31536000'
    when kind = 'sleep' and (jsonb_typeof(step -> 'seconds') = 'number' and step ->> 'seconds' ~ is_seconds
      and (step ->> 'seconds')::integer <= 315360000) is not true
      then 'seconds must be a whole number from 0 to 315360000'
    when kind = 'signal' and (jsonb_typeof(step -> 'signal') = 'string' and step ->> 'signal' ~ '^[a-z][a-z0-9_.-]{0,59}$') is not true
      then 'signal must be the name of a signal: 1 to 60 of a-z, 0-9, _, . and -, beginning with a letter'
    when kind = 'map' and not step ? 'over' then 'over is missing; say which array the map goes over, like {"$ref": "input.items"}'
    when kind = 'map' and jsonb_typeof(step -> 'over') not in ('object', 'array') then 'over must be an array or a $ref to one'
    when kind = 'workflow' and jsonb_typeof(step -> 'workflow') is distinct from 'string'
      then 'workflow must be the name of a registered workflow'
    when kind = 'tcc' and not saga then 'a tcc step is undone by its cancel; set "saga": true in the workflow'
    when jsonb_typeof(step -> 'compensate') = 'object' and not saga
      then 'compensate has no use without "saga": true in the workflow'
    when kind in ('job', 'map') and saga and not step ? 'compensate' and step -> 'optional' is distinct from 'true'
      then 'compensate is missing; give {"type": …}, or null when there is nothing to undo'
    when kind in ('job', 'map', 'workflow') then coalesce(
      case when kind <> 'workflow' then cogo.job_reference_problem('the step', jsonb_strip_nulls(
        jsonb_build_object('type', step -> 'type', 'retry', step -> 'retry')
      )) end,
      case when step -> 'compensate' <> 'null' then cogo.job_reference_problem('compensate', step -> 'compensate') end
    )
    when kind = 'tcc' then coalesce(
      cogo.job_reference_problem('try', step -> 'try'), cogo.job_reference_problem('confirm', step -> 'confirm'),
      cogo.job_reference_problem('cancel', step -> 'cancel')
    )
  end;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.step_routes(wanted text[], OUT types text[], OUT lanes smallint[], OUT leases smallint[], OUT limits smallint[], OUT schemas jsonb[])
 RETURNS record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  job_type text;
  route record;
begin
  for job_type in select distinct item from unnest(step_routes.wanted) as item loop
    begin
      route := cogo.job_route(job_type, 'normal', null);
      types := types || job_type;
      lanes := lanes || route.lane_id;
      leases := leases || route.lease_seconds;
      limits := limits || route.max_attempts;
      schemas := schemas || array[route.payload_schema];
    exception when sqlstate 'PT400' then
      -- Settings may have gone since the definition was registered. The step says so; its worker is not to blame.
      null;
    end;
  end loop;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.steps_before(steps jsonb)
 RETURNS TABLE(name text, before text)
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query
  with recursive needed as (
    select step ->> 'name' as name, need #>> '{}' as before
    from jsonb_array_elements(steps_before.steps) as step, jsonb_array_elements(coalesce(step -> 'after', '[]')) as need
  ),
  reached as (
    select needed.name, needed.before from needed
    union
    select reached.name, needed.before from reached join needed on needed.name = reached.before
  )
  select reached.name, reached.before from reached;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.survey_flows(flow_ids bigint[])
 RETURNS TABLE(flow_id bigint, move text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query
  select
    flow.id,
    case
      when flow.finished_at is not null then null
      when flow.ends_as = 'compensated' then 'compensate'
      when flow.ends_as is not null then case when steps.running then null else 'stop' end
      when steps.broken then 'break'
      when steps.begun < definition.step_count then 'start'
      when steps.running then null
      when steps.unconfirmed > 0 then 'confirm'
      when steps.confirming > 0 then null
      else 'succeed'
    end
  from cogo.workflows as flow
  join cogo.workflow_definitions as definition on definition.id = flow.definition_id,
  lateral (
    select
      count(*) filter (where begun.item = -1) as begun,
      bool_or(begun.state = 'running') as running,
      bool_or(begun.state in ('failed', 'cancelled') and begun.item = -1 and not plan.optional) as broken,
      count(*) filter (where plan.kind = 'tcc' and begun.follow_up = 'owed') as unconfirmed,
      count(*) filter (where begun.follow_up in ('confirming', 'stuck')) as confirming
    from cogo.workflow_steps as begun
    join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = begun.step
    where begun.workflow_id = flow.id
  ) as steps
  where flow.id = any(survey_flows.flow_ids);
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
  alone boolean := cogo.defer_flows();
begin
  -- Inside a call that holds workflows nothing may be waited for: the clock's next sweep does it.
  if not alone and current_setting('cogo.flow_locks', true) = 'held' then
    return '{}';
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
    'unparked', case when exists (select from cogo.parked) then cogo.heal_parked(at, 50) else 0 end,
    'cancelled', case when exists (select from cogo.cancels) then cogo.close_cancelled(null, at, 500) else 0 end,
    'forgotten', cogo.forget_idempotency_keys(at, 500)
  );
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

CREATE OR REPLACE FUNCTION cogo.sweep_flows(at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  if exists (select from cogo.flow_inbox where kind = 'retry') then
    update cogo.flow_inbox set kind = 'look' where ctid = any (array(
      select message.ctid from cogo.flow_inbox as message where message.kind = 'retry' limit 100 for update skip locked
    ));
  end if;
  return jsonb_build_object(
    'timers', case when exists (select from cogo.workflow_timers where due_at <= sweep_flows.at) then cogo.fire_timers(sweep_flows.at, 200) else 0 end,
    'messages', case when exists (select from cogo.flow_inbox) then cogo.read_inbox(sweep_flows.at, 200) else 0 end
  );
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

CREATE OR REPLACE FUNCTION cogo.take_leadership(name text, holder text, lease_seconds integer DEFAULT 15, OUT is_leader boolean, OUT fence bigint, OUT lease_expires_at timestamp with time zone)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  known cogo.leaders;
begin
  if (length(take_leadership.name) between 1 and 60 and length(take_leadership.holder) between 1 and 200
    and take_leadership.lease_seconds between 2 and 300) is not true
  then
    perform cogo.refuse_argument('the leadership', 'name (60 characters), holder (200) and lease_seconds (2 to 300) must be given');
  end if;
  is_leader := false;
  lease_expires_at := at + make_interval(secs => take_leadership.lease_seconds);

  insert into cogo.leaders (name, holder, taken_at, renewed_at, lease_expires_at, lease_seconds)
  values (take_leadership.name, take_leadership.holder, at, at, lease_expires_at, take_leadership.lease_seconds)
  on conflict do nothing
  returning true, leaders.fence into is_leader, fence;
  if is_leader then
    return;
  end if;

  -- Whoever is firing or deciding right now holds the row: he leads, or will have been decided upon at the next try.
  select * into known from cogo.leaders as leader where leader.name = take_leadership.name for update skip locked;
  if not found or (known.holder <> take_leadership.holder and cogo.lease_is_live(known, at)) then
    is_leader := false;
    lease_expires_at := null;
    return;
  end if;

  update cogo.leaders as leader
  set
    holder = take_leadership.holder, fence = leader.fence + 1, taken_at = at, renewed_at = at,
    lease_expires_at = take_leadership.lease_expires_at, lease_seconds = take_leadership.lease_seconds, released = false,
    lost_leases = leader.lost_leases + (not leader.released)::integer,
    longest_gap = greatest(leader.longest_gap, at - leader.lease_expires_at)
  where leader.name = take_leadership.name
  returning true, leader.fence into is_leader, fence;
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

CREATE OR REPLACE FUNCTION cogo.template_references(template jsonb)
 RETURNS TABLE(holder jsonb, path text)
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return query
  select distinct found.value, case when jsonb_typeof(found.value -> '$ref') = 'string' then found.value ->> '$ref' end
  from jsonb_path_query(template_references.template, 'strict $.** ? (@.type() == "object" && exists (@."$ref"))')
    as found (value);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.tick_schedules(fence bigint DEFAULT NULL::bigint, row_limit integer DEFAULT 1000)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
AS $function$
declare
  at timestamptz := cogo.now_();
  due integer := 0;
  started integer := 0;
begin
  if tick_schedules.fence is not null then
    perform cogo.demand_leadership('schedules', tick_schedules.fence, at);
  end if;
  if exists (select from cogo.schedules as schedule where schedule.next_run_at <= at)
    or exists (select from cogo.schedule_runs as run where run.state = 'waiting')
  then
    if tick_schedules.fence is null and not cogo.demand_leadership('schedules', null, at) then
      return jsonb_build_object('leads', false, 'due', 0, 'started', 0);
    end if;
    due := cogo.collect_due_runs(at, tick_schedules.row_limit);
    started := cogo.start_runs(at, null);
  end if;
  return jsonb_build_object('leads', true, 'due', due, 'started', started);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.time_out_steps(flow_ids bigint[], steps smallint[], forced boolean[], at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  with late as materialized (
    select begun.workflow_id, begun.step, begun.item, begun.job_id, plan.kind, plan.timeout_seconds, item.forced
    from unnest(time_out_steps.flow_ids, time_out_steps.steps, time_out_steps.forced) as item (flow_id, step, forced)
    join cogo.workflow_steps as begun on begun.workflow_id = item.flow_id and begun.step = item.step and begun.state = 'running'
    join cogo.workflows as flow on flow.id = item.flow_id
    join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = item.step
  ),
  noted as (
    -- A step without a job or a run of its own ends here; the others end when those do, with this error.
    update cogo.workflow_steps as begun
    set
      state = case when late.kind = 'signal' then 'failed' else begun.state end,
      finished_at = case when late.kind = 'signal' then time_out_steps.at end,
      error = jsonb_build_object(
        'class', 'transient', 'reason', 'timeout', 'message', format('The step did not end within %s seconds.', late.timeout_seconds)
      )
    from late
    where begun.workflow_id = late.workflow_id and begun.step = late.step and begun.item = late.item
  ),
  asked as (
    insert into cogo.flow_inbox (workflow_id, job_id, kind, note)
    select late.workflow_id, late.job_id, 'wish', jsonb_build_object('hard', late.forced, 'reason', 'The step took too long.')
    from late where late.job_id is not null
  ),
  told as (
    insert into cogo.flow_inbox (workflow_id, kind, note)
    select child.id, 'cancel', jsonb_build_object('compensate', true, 'reason', 'The step that started it took too long.')
    from late join cogo.workflows as child
      on child.parent_id = late.workflow_id and child.parent_step = late.step and child.finished_at is null
    where late.kind = 'workflow'
  )
  -- A worker that does not listen has thirty seconds more; then its fence is taken away.
  insert into cogo.workflow_timers (workflow_id, due_at, step, kind)
  select distinct late.workflow_id, time_out_steps.at + interval '30 seconds', late.step, 'force'
  from late where late.job_id is not null and not late.forced
  on conflict do nothing;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.unregister_worker(worker text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  device cogo.worker_devices := cogo.own_device(
    unregister_worker.worker, tenant, case when tenant is not null then cogo.caller_agent() end
  );
begin
  update cogo.worker_devices as known set gone_at = cogo.now_()
  where known.device_id = device.device_id and known.gone_at is null;
  return jsonb_build_object(
    'worker', unregister_worker.worker, 'outcome', case when device.device_id is null then 'not_registered' else 'gone' end
  );
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
  union all select * from cogo.verify_upkeep()
  union all select * from cogo.verify_limits()
  union all select * from cogo.verify_flows()
  union all select * from cogo.verify_schedules();
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.verify_claims()
 RETURNS TABLE(invariant text, problem text, sample jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return query
  select 'a claim counts the jobs it holds', format('%s claims miscount', count(*)), jsonb_agg(counted.fence)
  from (
    select coalesce(claim.fence, hold.fence) as fence, claim.open, hold.jobs
    from cogo.claims as claim
    full join (select held.fence, count(*) as jobs from cogo.held group by held.fence) as hold on hold.fence = claim.fence
    where claim.open is distinct from hold.jobs
  ) as counted
  having count(*) > 0
  union all
  select 'a job runs after it was claimed', format('%s ran before', count(*)), jsonb_agg(held.job_id)
  from cogo.held join cogo.claims as claim on claim.fence = held.fence
  where held.started_at < claim.claimed_at
  having count(*) > 0
  union all
  select 'no hold outlives its end', format('%s holds ended and are still held', count(*)), jsonb_agg(held.job_id)
  from cogo.held join cogo.attempts as ended on ended.job_id = held.job_id and ended.fence = held.fence
  having count(*) > 0
  union all
  select 'fences grow from attempt to attempt', format('%s attempts go back', count(*)), jsonb_agg(ordered.job_id)
  from (
    select ended.job_id, ended.attempt, lag(ended.attempt) over (partition by ended.job_id order by ended.fence) as before
    from cogo.attempts as ended
  ) as ordered
  where ordered.attempt < ordered.before
  having count(*) > 0
  union all
  select 'a held job has a newer fence than its past', format('%s have an older one', count(*)), jsonb_agg(distinct held.job_id)
  from cogo.held join cogo.attempts as ended on ended.job_id = held.job_id and ended.fence >= held.fence
  having count(*) > 0
  union all
  select 'a job has one final attempt at most', format('%s have more', count(*)), jsonb_agg(finals.job_id)
  from (select final.job_id from cogo.attempts as final where final.final group by final.job_id having count(*) > 1) as finals
  having count(*) > 0
  union all
  select 'a dead letter is a failed job and the other way round', format('%s differ', count(*)), jsonb_agg(differing.job_id)
  from (
    select coalesce(letter.job_id, failed.job_id) as job_id
    from cogo.dead_letters as letter
    full join (select final.job_id from cogo.attempts as final where final.outcome = 'failed') as failed
      on failed.job_id = letter.job_id
    where letter.job_id is null or failed.job_id is null
  ) as differing
  having count(*) > 0
  union all
  select 'an idempotency key names a job', format('%s name none', count(*)), jsonb_agg(key.job_id)
  from cogo.idempotency_keys as key
  where not exists (select from cogo.jobs as job where job.id = key.job_id)
    -- Retention drops jobs and leaves their keys, but none that is younger than an hour.
    and not exists (
      select from cogo.retention as dropped
      where key.job_id <= dropped.last_dropped_id and key.expires_at - interval '720 hours' < cogo.now_() - interval '1 hour'
    )
  having count(*) > 0;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.verify_flow_states()
 RETURNS TABLE(invariant text, problem text, sample jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query
  with told as materialized (
    select flow.id, flow.state, flow.ends_as, survey.move,
      exists (select from cogo.workflow_steps as open where open.workflow_id = flow.id and (
        open.state = 'running' or open.follow_up in ('compensating', 'confirming', 'stuck')
      )) as open,
      exists (select from cogo.workflow_steps as open where open.workflow_id = flow.id and open.follow_up = 'stuck') as stuck,
      exists (select from cogo.flow_inbox as message where message.workflow_id = flow.id) as awaited
    from cogo.workflows as flow
    join cogo.survey_flows(array(select every_flow.id from cogo.workflows as every_flow where every_flow.finished_at is null)) as survey on survey.flow_id = flow.id
  )
  select 'an open workflow waits for something', format('%s wait for nothing', count(*)), jsonb_agg(told.id)
  from told where not told.open and not told.awaited
  having count(*) > 0
  union all
  select 'a workflow''s state follows from its steps', format('%s do not', count(*)), jsonb_agg(jsonb_build_array(told.id, told.state, told.move))
  from told
  where not told.awaited and (
    told.move in ('break', 'stop', 'succeed') or (told.state = 'stuck') <> told.stuck
    or told.state = 'compensating' and told.ends_as is distinct from 'compensated'
    or told.state = 'confirming' and told.ends_as is not null
  )
  having count(*) > 0
  union all
  select 'a workflow that succeeded has all its steps', format('%s have not', count(*)), jsonb_agg(flow.id)
  from cogo.workflows as flow
  where flow.state = 'succeeded' and exists (
    select from cogo.definition_steps as plan
    left join cogo.workflow_steps as begun on begun.workflow_id = flow.id and begun.step = plan.step and begun.item = -1
    where plan.definition_id = flow.definition_id
      and not coalesce(begun.state = 'succeeded' or begun.state = 'failed' and plan.optional, false)
  )
  having count(*) > 0
  union all
  select 'a step begins after what it needs has ended', format('%s began before', count(*)), jsonb_agg(jsonb_build_array(begun.workflow_id, begun.step))
  from cogo.workflow_steps as begun
  join cogo.workflows as flow on flow.id = begun.workflow_id
  join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = begun.step
  where begun.item = -1 and exists (
    select from unnest(plan.needs) as need (step)
    left join cogo.workflow_steps as done on done.workflow_id = flow.id and done.step = need.step and done.item = -1
    where done.finished_at is null
  )
  having count(*) > 0
  union all
  select 'a job is one step of one workflow', format('%s are more', count(*)), jsonb_agg(twice.job_id)
  from (
    select link.job_id from cogo.workflow_steps as begun, unnest(array[begun.job_id, begun.follow_job_id]) as link (job_id)
    where link.job_id is not null group by link.job_id having count(*) > 1
  ) as twice
  having count(*) > 0
  union all
  select 'a step keeps the result of its job', format('%s keep another', count(*)), jsonb_agg(jsonb_build_array(begun.workflow_id, begun.step, begun.item))
  from cogo.workflow_steps as begun
  join cogo.attempts as final on final.job_id = begun.job_id and final.final
  where begun.state <> 'running' and (
    begun.result is distinct from final.result or (begun.state = 'succeeded') <> (final.outcome = 'succeeded')
  )
  having count(*) > 0
  union all
  select 'a step is enqueued once', format('%s are enqueued more often', count(*)), jsonb_agg(jsonb_build_array(twice.workflow_id, twice.step, twice.item))
  from (
    select link.workflow_id, link.step, link.item from cogo.step_jobs as link group by 1, 2, 3 having count(*) > 1
    union
    select log.workflow_id, log.step, log.item from cogo.saga_log as log where log.move = 'action_started' group by 1, 2, 3 having count(*) > 1
  ) as twice
  having count(*) > 0
  union all
  select 'a step whose needs have ended has begun', format('%s have not', count(*)), jsonb_agg(jsonb_build_array(told.id, plan.step))
  from told
  join cogo.workflows as flow on flow.id = told.id
  join cogo.definition_steps as plan on plan.definition_id = flow.definition_id
  where told.move = 'start' and not told.awaited
    and not exists (select from cogo.workflow_steps as begun where begun.workflow_id = flow.id and begun.step = plan.step)
    and not exists (
      select from unnest(plan.needs) as need (step)
      left join cogo.workflow_steps as done on done.workflow_id = flow.id and done.step = need.step and done.item = -1
      where done.finished_at is null
    )
  having count(*) > 0;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.verify_flows()
 RETURNS TABLE(invariant text, problem text, sample jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query
  with link as materialized (
    select flow.id as flow_id, begun.step, begun.item, flow.finished_at, plan.kind, begun.state, begun.follow_up,
      case when begun.state = 'running' then begun.job_id else begun.follow_job_id end as job_id
    from cogo.workflow_steps as begun
    join cogo.workflows as flow on flow.id = begun.workflow_id
    join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = begun.step
    where begun.state = 'running' or begun.follow_up in ('compensating', 'confirming', 'stuck')
  )
  select 'an open step has exactly one thing that it waits for', format('%s steps do not', count(*)), jsonb_agg(jsonb_build_array(link.flow_id, link.step, link.item))
  from link
  where case
    when link.state <> 'running' or link.kind in ('job', 'tcc') or link.item >= 0 then not exists (
      select from cogo.step_jobs as open where open.job_id = link.job_id and open.workflow_id = link.flow_id and open.step = link.step and open.item = link.item
    )
    when link.kind = 'map' then not exists (
      select from link as element where element.flow_id = link.flow_id and element.step = link.step and element.item >= 0 and element.state = 'running'
    )
    when link.kind = 'sleep' then not exists (
      select from cogo.workflow_timers as timer where timer.workflow_id = link.flow_id and timer.step = link.step and timer.kind = 'wake'
    )
    when link.kind = 'workflow' then 1 <> (
      select count(*) from cogo.workflows as child where child.parent_id = link.flow_id and child.parent_step = link.step and (
        child.finished_at is null or exists (select from cogo.flow_inbox as told where told.workflow_id = link.flow_id and told.kind = 'look')
      )
    )
    when link.kind = 'signal' then exists (
      select from cogo.workflow_signals as received
      join cogo.workflows as flow on flow.id = received.workflow_id
      join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.signal = received.signal
      where received.workflow_id = link.flow_id and plan.step = link.step
    )
  end
  having count(*) > 0
  union all
  select 'a closed workflow has nothing open', format('%s have', count(distinct open.flow_id)), jsonb_agg(distinct open.flow_id)
  from (
    select link.flow_id from link where link.finished_at is not null
    union all select timer.workflow_id from cogo.workflow_timers as timer join cogo.workflows as flow on flow.id = timer.workflow_id where flow.finished_at is not null
    union all select stray.workflow_id from cogo.step_jobs as stray join cogo.workflows as flow on flow.id = stray.workflow_id where flow.finished_at is not null
    union all select child.parent_id from cogo.workflows as child join cogo.workflows as flow on flow.id = child.parent_id
      where flow.finished_at is not null and child.finished_at is null
  ) as open
  having count(*) > 0
  union all
  select 'a step job belongs to an open step', format('%s belong to none', count(*)), jsonb_agg(open.job_id)
  from cogo.step_jobs as open
  where not exists (
    select from link where link.flow_id = open.workflow_id and link.step = open.step and link.item = open.item and link.job_id = open.job_id
  )
  having count(*) > 0
  union all
  select 'a closed job has left its step', format('%s have not', count(*)), jsonb_agg(open.job_id)
  from cogo.step_jobs as open
  left join cogo.attempts as final on final.job_id = open.job_id and final.final
  left join link on link.job_id = open.job_id
  where (final.job_id is not null or not exists (select from cogo.jobs as job where job.id = open.job_id))
    and link.follow_up is distinct from 'stuck'
    and not exists (select from cogo.flow_inbox as told where told.workflow_id = open.workflow_id and told.kind = 'look')
  having count(*) > 0;

  return query select * from cogo.verify_flow_states();
  return query select * from cogo.verify_sagas();
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.verify_history()
 RETURNS TABLE(invariant text, problem text, sample jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return query
  with told as materialized (
    select event.job_id, event.type,
      lag(event.type) over (partition by event.job_id order by event.id) as before,
      lead(event.type) over (partition by event.job_id order by event.id) is null as is_last
    from (
      select named.job_id, event.type, event.id
      from cogo.events as event, unnest(event.job_ids) as named (job_id)
      where event.type not in ('job_dead_lettered', 'job_compensated')
        and exists (select from cogo.jobs as kept where kept.id = named.job_id)
    ) as event
  )
  select 'events tell only allowed transitions', format('%s do not', count(*)), jsonb_agg(to_jsonb(told)) filter (where told.is_last)
  from told
  where not (coalesce(told.before, 'nothing') = any(cogo.events_before(told.type)))
  having count(*) > 0
  union all
  select 'the last event tells the state', format('%s jobs differ', count(*)), jsonb_agg(jsonb_build_array(state.job_id, state.state, told.type))
  from cogo.job_states as state
  left join told on told.job_id = state.job_id and told.is_last
  where state.state is distinct from cogo.state_after(told.type)
  having count(*) > 0
  union all
  select 'each attempt has its ending event and no other exists', format('%s attempts, %s events', attempts.total, endings.total), null
  from
    (select count(*) as total from cogo.attempts) as attempts,
    (
      select count(*) as total from told
      where told.type in ('job_succeeded', 'job_failed', 'job_retried', 'job_released', 'job_lease_expired', 'job_cancelled')
    ) as endings
  where attempts.total <> endings.total;

  return query
  select 'each dead letter is told once', format('%s are not', count(*)), jsonb_agg(letter.job_id)
  from cogo.dead_letters as letter
  full join (
    select named.job_id, count(*) as times
    from cogo.events as event, unnest(event.job_ids) as named (job_id)
    where event.type = 'job_dead_lettered' and exists (select from cogo.jobs as kept where kept.id = named.job_id)
    group by named.job_id
  ) as told on told.job_id = letter.job_id
  where letter.job_id is null or told.times is distinct from 1
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

CREATE OR REPLACE FUNCTION cogo.verify_sagas()
 RETURNS TABLE(invariant text, problem text, sample jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query
  select 'a compensated saga has undone all that it did', format('%s steps are not undone', count(*)), jsonb_agg(jsonb_build_array(done.workflow_id, done.step, done.item))
  from cogo.workflow_steps as done
  join cogo.workflows as flow on flow.id = done.workflow_id
  join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = done.step
  where flow.state = 'compensated' and done.follow_up is distinct from 'compensated' and (
    done.follow_up is not null
    or plan.undo_type is not null and (plan.kind <> 'map' or done.item >= 0) and (
      done.state = 'succeeded'
      or done.attempts > 0 and plan.kind <> 'workflow' and done.error ->> 'class' is distinct from 'validation'
    )
  )
  having count(*) > 0
  union all
  select 'a follow-up that is told done has succeeded', format('%s have not', count(*)), jsonb_agg(done.follow_job_id)
  from cogo.workflow_steps as done
  join cogo.jobs as job on job.id = done.follow_job_id
  where done.follow_up in ('compensated', 'confirmed') and not exists (
    select from cogo.attempts as final where final.job_id = job.id and final.outcome = 'succeeded'
  )
  having count(*) > 0
  union all
  select 'the saga log tells only allowed moves, in order', format('%s are not', count(*)), jsonb_agg(told.id)
  from (
    select log.id, log.move, coalesce(lag(log.move) over moves, 'nothing') as before
    from cogo.saga_log as log
    window moves as (partition by log.workflow_id, log.step, log.item order by log.id)
  ) as told
  where not (told.before = any(cogo.saga_moves_before(told.move)))
  having count(*) > 0
  union all
  select 'the saga log tells what its steps did', format('%s steps differ', count(*)), jsonb_agg(jsonb_build_array(done.workflow_id, done.step, done.item))
  from cogo.workflow_steps as done
  join cogo.workflows as flow on flow.id = done.workflow_id
  join cogo.workflow_definitions as definition on definition.id = flow.definition_id and definition.saga
  join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = done.step
  where (plan.kind in ('job', 'tcc', 'workflow') or done.item >= 0) and (
    done.state <> 'running' and not exists (
      select from cogo.saga_log as log
      where log.workflow_id = flow.id and log.step = done.step and log.item = done.item and log.move = 'action_' || done.state
    )
    or done.follow_up in ('compensated', 'confirmed') and not exists (
      select from cogo.saga_log as log
      where log.workflow_id = flow.id and log.step = done.step and log.item = done.item and log.job_id = done.follow_job_id
        and log.move ~ '^(compensation|cancel|confirm)_succeeded$'
    )
  )
  having count(*) > 0
  union all
  select 'a closed saga''s log ends with its state', format('%s do not', count(*)), jsonb_agg(flow.id)
  from cogo.workflows as flow
  join cogo.workflow_definitions as definition on definition.id = flow.definition_id and definition.saga
  where flow.finished_at is not null and flow.state is distinct from (
    select log.move from cogo.saga_log as log where log.workflow_id = flow.id order by log.id desc limit 1
  )
  having count(*) > 0
  union all
  select 'each compensation that succeeded is told once', format('%s are not', count(*)), jsonb_agg(coalesce(done.job_id, told.job_id))
  from (
    select undone.follow_job_id as job_id from cogo.workflow_steps as undone
    join cogo.jobs as job on job.id = undone.follow_job_id
    where undone.follow_up = 'compensated'
  ) as done
  full join (
    select named.job_id, count(*) as times from cogo.events as event, unnest(event.job_ids) as named (job_id)
    where event.type = 'job_compensated' group by named.job_id
  ) as told on told.job_id = done.job_id
  where done.job_id is null or told.times is distinct from 1
  having count(*) > 0;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.verify_schedules()
 RETURNS TABLE(invariant text, problem text, sample jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return query
  select 'a run of a schedule has a job of its own', format('%s share theirs', count(*)), jsonb_agg(bad.job_id)
  from (
    select run.job_id from cogo.schedule_runs as run
    where run.job_id is not null group by run.job_id having count(*) > 1 limit 5
  ) as bad
  having count(*) > 0
  union all
  select 'a schedule is planned unless it is paused or over', format('%s are not', count(*)), jsonb_agg(schedule.id)
  from cogo.schedules as schedule
  where not schedule.paused and schedule.next_due_at is null and cogo.next_due(schedule, cogo.now_()) is not null
  having count(*) > 0
  union all
  select 'a schedule runs at its due time and jitter', format('%s do not', count(*)), jsonb_agg(schedule.id)
  from cogo.schedules as schedule
  where schedule.next_run_at <> cogo.planned_run(schedule.id, schedule.jitter_seconds, schedule.next_due_at)
  having count(*) > 0
  union all
  select 'runs that may not overlap do not', format('%s schedules have two open', count(*)), jsonb_agg(bad.id)
  from (
    select schedule.id
    from cogo.schedules as schedule
    join cogo.schedule_runs as run
      on run.schedule_id = schedule.id and run.state = 'started' and run.settled_at > schedule.changed_at
    join cogo.jobs as job on job.id = run.job_id
    where schedule.overlap <> 'allow'
      and not exists (select from cogo.attempts as final where final.job_id = run.job_id and final.final)
    group by schedule.id having count(*) > 1
    limit 5
  ) as bad
  having count(*) > 0
  union all
  select 'a run''s job is its schedule''s tenant''s', format('%s are another''s', count(*)), jsonb_agg(run.job_id)
  from cogo.schedule_runs as run
  join cogo.schedules as schedule on schedule.id = run.schedule_id
  join cogo.jobs as job on job.id = run.job_id
  where job.tenant_id <> schedule.tenant_id
  having count(*) > 0;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.verify_upkeep()
 RETURNS TABLE(invariant text, problem text, sample jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return query
  select 'nothing is left of a job that was dropped', format('%s rows are', count(*)), jsonb_agg(left_over.job_id)
  from (
    select ended.job_id from cogo.attempts as ended
    union all select letter.job_id from cogo.dead_letters as letter
    union all select wish.job_id from cogo.cancels as wish
    union all select kept.job_id from cogo.kept_back as kept
  ) as left_over
  where not exists (select from cogo.jobs as job where job.id = left_over.job_id)
  having count(*) > 0
  union all
  select 'only closed jobs are kept back', format('%s are open', count(*)), jsonb_agg(kept.job_id)
  from cogo.kept_back as kept
  where not exists (select from cogo.attempts as final where final.job_id = kept.job_id and final.final)
  having count(*) > 0
  union all
  select 'a claim of a registered worker names it', format('%s name none', count(*)), jsonb_agg(claim.fence)
  from cogo.claims as claim
  where claim.device_id is not null and not exists (
    select from cogo.worker_devices as device where device.device_id = claim.device_id and device.worker = claim.worker
  )
  having count(*) > 0
  union all
  select 'a registered worker has its beat', format('%s have none', count(*)), jsonb_agg(device.worker)
  from cogo.worker_devices as device
  where not exists (select from cogo.worker_heartbeats as beat where beat.device_id = device.device_id)
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

CREATE OR REPLACE FUNCTION cogo.walk_events(keep_seconds integer, at timestamp with time zone, row_limit integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
AS $function$
#variable_conflict use_column
declare
  due timestamptz;
  walk cogo.retention_walks;
  step record;
  gone integer;
  dropped integer := 0;
  looked_at integer := 0;
begin
  -- A day behind the walk that drops the jobs: by then all that closed within a day of the event are gone.
  select least(walk_events.at - make_interval(secs => walk_events.keep_seconds), jobs.walked_to) - interval '1 day' into due
  from cogo.retention_walks as jobs where jobs.keep_seconds = walk_events.keep_seconds and jobs.kind = 'jobs';
  select * into walk from cogo.retention_walks as known
  where known.keep_seconds = walk_events.keep_seconds and known.kind = 'events';
  while looked_at < walk_events.row_limit loop
    step := cogo.next_events(walk.event_id, due, 4000, false);
    exit when step.last_id is null;
    walk.event_id := step.last_id;
    delete from cogo.events as event
    where event.id = any(step.event_ids)
      and not exists (select from cogo.jobs as job where job.id = any(event.job_ids));
    get diagnostics gone = row_count;
    dropped := dropped + gone;
    looked_at := looked_at + cardinality(step.event_ids);
  end loop;
  update cogo.retention_walks as known set event_id = walk.event_id, walked_to = due
  where known.keep_seconds = walk.keep_seconds and known.kind = 'events';
  return dropped;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.walk_jobs(keep_seconds integer, at timestamp with time zone, row_limit integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  due timestamptz := walk_jobs.at - make_interval(secs => walk_jobs.keep_seconds);
  walk cogo.retention_walks;
  step record;
  dropped integer := 0;
  is_done boolean := false;
begin
  select * into walk from cogo.retention_walks as known
  where known.keep_seconds = walk_jobs.keep_seconds and known.kind = 'jobs';
  -- Steps are counted, too: a way that is gone again may hold nothing to drop.
  for turn in 1 .. 50 loop
    exit when dropped >= walk_jobs.row_limit;
    step := cogo.next_events(walk.event_id, due, least(walk_jobs.row_limit - dropped, 1000), true);
    is_done := step.last_id is null;
    exit when is_done;
    walk.event_id := step.last_id;
    walk.walked_to := step.last_ts;
    dropped := dropped + cogo.drop_jobs(
      cogo.past_their_age(step.job_ids, walk_jobs.keep_seconds, walk_jobs.at), walk_jobs.at
    );
  end loop;
  if is_done then
    walk.walked_to := due;
  end if;
  update cogo.retention_walks as known set event_id = walk.event_id, walked_to = walk.walked_to
  where known.keep_seconds = walk.keep_seconds and known.kind = 'jobs';
  return dropped;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.work(worker text, finished jsonb, renew bigint[], want integer, executor text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  answer jsonb := jsonb_build_object('now', cogo.now_(), 'finished', '[]'::jsonb, 'renewed', '[]'::jsonb, 'jobs', '[]'::jsonb);
  ended jsonb;
  parted record;
  flows boolean;
begin
  if work.want is null or work.want not between 0 and 1000 then
    perform cogo.refuse_argument('want', 'it must be 0 to 1000');
  end if;
  -- Workflows come after all claims, and before new work is taken: a step that becomes ready now may be part of it.
  flows := exists (select from cogo.step_jobs) and cogo.defer_flows();
  if work.finished is not null and work.finished <> '[]' then
    parted := cogo.part_finished(work.finished);
    select coalesce(jsonb_agg(settled), '[]') into ended
    from (
      select job_id, outcome, null::timestamptz as retry_at from cogo.complete_jobs(parted.succeeded)
      union all
      select job_id, outcome, retry_at from cogo.fail_jobs(parted.failed)
      union all
      select job_id, outcome, null from cogo.release_jobs(parted.released)
    ) as settled;
    answer := answer || jsonb_build_object('finished', ended);
  end if;

  if cardinality(work.renew) > 0 then
    select answer || jsonb_build_object('renewed', coalesce(jsonb_agg(renewal), '[]')) into answer
    from cogo.renew_claims(work.renew) as renewal;
  end if;

  if flows then
    perform cogo.advance_deferred(cogo.now_());
    perform cogo.defer_flows();
  end if;
  if work.want > 0 then
    select answer || jsonb_build_object('jobs', coalesce(jsonb_agg(job), '[]')) into answer
    from cogo.claim_jobs(work.worker, work.want, work.executor, true) as job;
  end if;
  if flows then
    perform cogo.advance_deferred(cogo.now_());
  end if;
  -- Who was given jobs has been heard and is not draining: only an empty turn need be looked at.
  if answer -> 'jobs' = '[]' and exists (select from cogo.worker_devices as known where known.worker = work.worker) then
    answer := answer || cogo.device_orders(work.worker, cogo.now_());
  end if;
  return answer;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.worker_heartbeat(worker text, load real, held integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  at timestamptz := cogo.now_();
  device cogo.worker_devices := cogo.own_device(
    worker_heartbeat.worker, tenant, case when tenant is not null then cogo.caller_agent() end
  );
begin
  if (worker_heartbeat.load between 0 and 1) is false then
    perform cogo.refuse_argument('load', 'it must be 0 to 1');
  end if;
  if worker_heartbeat.held < 0 then
    perform cogo.refuse_argument('held', 'it must be 0 or more');
  end if;
  if device.device_id is null then
    perform cogo.raise_worker_not_found(worker_heartbeat.worker);
  end if;
  update cogo.worker_heartbeats set beat_at = at, load = worker_heartbeat.load, held = worker_heartbeat.held
  where ctid = any (array(
    select beat.ctid from cogo.worker_heartbeats as beat where beat.device_id = device.device_id for update skip locked
  ));
  return cogo.worker_orders(device, at);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.worker_orders(device cogo.worker_devices, at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return jsonb_build_object(
    'worker', device.worker,
    'executor', device.executor,
    'drain', device.drain_requested_at is not null,
    'beat_seconds', device.beat_seconds,
    'prefetch_max', device.prefetch_max,
    'max_per_minute', device.max_per_minute,
    'now', worker_orders.at
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.workflow_step_rows(flow_id bigint, definition_id integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return (
    select jsonb_agg(
      jsonb_build_object(
        'name', plan.name, 'kind', plan.kind, 'state', coalesce(begun.state, 'pending'), 'optional', plan.optional,
        'result', begun.result, 'error', begun.error, 'attempts', coalesce(begun.attempts, 0),
        'after', (
          select coalesce(jsonb_agg(other.name order by other.step), '[]') from cogo.definition_steps as other
          where other.definition_id = plan.definition_id and other.step = any(plan.needs)
        )
      )
      || jsonb_strip_nulls(jsonb_build_object(
        'type', plan.type, 'started_at', begun.started_at, 'finished_at', begun.finished_at, 'job_id', begun.job_id,
        'follow_up', begun.follow_up, 'follow_job_id', begun.follow_job_id, 'signal', plan.signal,
        'workflow_id', (
          select cogo.uuid_v7(child.created_at, child.id) from cogo.workflows as child
          where child.parent_id = workflow_step_rows.flow_id and child.parent_step = plan.step
        ),
        'items', (
          select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
            'index', element.item, 'state', element.state, 'job_id', element.job_id, 'attempts', element.attempts,
            'error', element.error, 'follow_up', element.follow_up, 'follow_job_id', element.follow_job_id
          )) order by element.item)
          from cogo.workflow_steps as element
          where element.workflow_id = workflow_step_rows.flow_id and element.step = plan.step and element.item >= 0
        )
      ))
      order by plan.step
    )
    from cogo.definition_steps as plan
    left join cogo.workflow_steps as begun
      on begun.workflow_id = workflow_step_rows.flow_id and begun.step = plan.step and begun.item = -1
    where plan.definition_id = workflow_step_rows.definition_id
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.zone_change(time_zone text, low bigint, high bigint)
 RETURNS bigint
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  new_offset integer := cogo.zone_offset(time_zone, high);
  middle bigint;
begin
  while high - low > 1 loop
    middle := low + (high - low) / 2;
    if cogo.zone_offset(time_zone, middle) = new_offset then
      high := middle;
    else
      low := middle;
    end if;
  end loop;
  return high;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.zone_offset(time_zone text, at_second bigint)
 RETURNS integer
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return extract(epoch from
    (to_timestamp(at_second) at time zone time_zone) - (to_timestamp(at_second) at time zone 'UTC')
  )::integer;
end;
$function$;

ALTER TABLE "cogo"."backlog_turns" ADD CONSTRAINT "backlog_turns_lane_id_fkey" FOREIGN KEY (lane_id) REFERENCES cogo.lanes(lane_id) ON DELETE CASCADE;

ALTER TABLE "cogo"."dead_letters" ADD CONSTRAINT "a_discard_says_who_when_and_why" CHECK (((num_nonnulls(discarded_at, discarded_by, discard_reason) = ANY (ARRAY[0, 3])) AND ((length(discard_reason) >= 1) AND (length(discard_reason) <= 1000))));

ALTER TABLE "cogo"."dead_letters" ADD CONSTRAINT "what_is_discarded_is_not_redriven" CHECK (((discarded_at IS NULL) OR (redriven_job_id IS NULL)));

ALTER TABLE "cogo"."job_types" ADD CONSTRAINT "a_strict_key_runs_one_at_a_time" CHECK (((NOT key_strict) OR (key_limit = 1)));

ALTER TABLE "cogo"."job_types" ADD CONSTRAINT "closed_jobs_are_kept_an_hour_to_ten_years" CHECK ((((keep_succeeded_seconds >= 3600) AND (keep_succeeded_seconds <= 315360000)) AND ((keep_failed_seconds >= 3600) AND (keep_failed_seconds <= 315360000))));

ALTER TABLE "cogo"."job_types" ADD CONSTRAINT "key_limit_is_positive" CHECK ((key_limit >= 1));

ALTER TABLE "cogo"."lanes" ADD CONSTRAINT "a_window_holds_1_to_100000_messages" CHECK (((fair_window >= 1) AND (fair_window <= 100000)));

ALTER TABLE "cogo"."schedule_runs" ADD CONSTRAINT "schedule_runs_schedule_id_fkey" FOREIGN KEY (schedule_id) REFERENCES cogo.schedules(id) ON DELETE CASCADE;

ALTER TABLE "cogo"."worker_heartbeats" ADD CONSTRAINT "worker_heartbeats_device_id_fkey" FOREIGN KEY (device_id) REFERENCES cogo.worker_devices(device_id) ON DELETE CASCADE;

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

CREATE INDEX claims_device_id_idx ON cogo.claims USING btree (device_id) WHERE (device_id IS NOT NULL);

CREATE INDEX dead_letters_open_idx ON cogo.dead_letters USING btree (dead_at, job_id) WHERE ((redriven_job_id IS NULL) AND (discarded_at IS NULL));

CREATE INDEX flow_inbox_workflow_id_idx ON cogo.flow_inbox USING btree (workflow_id);

CREATE INDEX held_key_hash_idx ON cogo.held USING btree (key_hash) WHERE (key_hash IS NOT NULL);

CREATE INDEX held_tenant_hash_idx ON cogo.held USING btree (tenant_hash) WHERE (tenant_hash IS NOT NULL);

CREATE INDEX held_type_hash_idx ON cogo.held USING btree (type_hash) WHERE (type_hash IS NOT NULL);

CREATE INDEX kept_back_checked_at_idx ON cogo.kept_back USING btree (checked_at);

CREATE INDEX key_queue_job_id_idx ON cogo.key_queue USING btree (job_id);

CREATE INDEX parked_asleep_idx ON cogo.parked USING btree (limit_hash, job_id) WHERE (woken_at IS NULL);

CREATE INDEX parked_woken_idx ON cogo.parked USING btree (lane_id, woken_at, job_id) WHERE (woken_at IS NOT NULL);

CREATE INDEX saga_log_workflow_id_idx ON cogo.saga_log USING btree (workflow_id, id);

CREATE UNIQUE INDEX schedule_runs_idempotency_key_idx ON cogo.schedule_runs USING btree (schedule_id, idempotency_key) WHERE (idempotency_key IS NOT NULL);

CREATE INDEX schedule_runs_settled_at_idx ON cogo.schedule_runs USING brin (settled_at);

CREATE INDEX schedule_runs_waiting_idx ON cogo.schedule_runs USING btree (schedule_id, due_at) WHERE (state = 'waiting'::text);

CREATE INDEX schedules_next_run_at_idx ON cogo.schedules USING btree (next_run_at, id) WHERE (next_run_at IS NOT NULL);

CREATE INDEX workflow_timers_due_at_idx ON cogo.workflow_timers USING btree (due_at);

CREATE UNIQUE INDEX workflows_idempotency_hash_key ON cogo.workflows USING btree (idempotency_hash) WHERE (idempotency_hash IS NOT NULL);

CREATE INDEX workflows_parent_id_idx ON cogo.workflows USING btree (parent_id) WHERE (parent_id IS NOT NULL);

CREATE TRIGGER rewind_retention AFTER INSERT OR UPDATE OF keep_succeeded_seconds, keep_failed_seconds ON cogo.job_types FOR EACH ROW EXECUTE FUNCTION cogo.rewind_retention();

COMMENT ON COLUMN "cogo"."claims"."device_id" IS 'The registered worker that claimed; null when it is none.';

COMMENT ON COLUMN "cogo"."claims"."limited" IS 'Whether a job of it holds a permit.';

COMMENT ON COLUMN "cogo"."dead_letters"."discarded_by" IS 'agent <id>, or operator.';

COMMENT ON COLUMN "cogo"."definition_steps"."before" IS 'All steps that are done before it begins, near and far.';

COMMENT ON COLUMN "cogo"."definition_steps"."child_id" IS 'The version of the workflow that the step starts, as it was at registration.';

COMMENT ON COLUMN "cogo"."definition_steps"."is_last" IS 'No other step comes after it: its result is part of the workflow''s.';

COMMENT ON COLUMN "cogo"."definition_steps"."needs" IS 'The steps of after.';

COMMENT ON COLUMN "cogo"."definition_steps"."step" IS 'Place in the definition, from 0.';

COMMENT ON COLUMN "cogo"."definition_steps"."undo_type" IS 'The job that undoes the step: its compensation, or the cancel of a tcc; null = nothing to undo.';

COMMENT ON COLUMN "cogo"."executor_minutes"."arrived" IS 'Jobs enqueued, tried again, or back from a silent worker.';

COMMENT ON COLUMN "cogo"."executor_minutes"."run_ms" IS 'How long the sampled runs took together.';

COMMENT ON COLUMN "cogo"."executor_minutes"."waits" IS 'First tries by their time from enqueue to claim: class n (from 1) holds those under 2^(n - 1) ms and not under the class before.';

COMMENT ON COLUMN "cogo"."flow_inbox"."kind" IS 'look: something of yours has ended; cancel: end; wish: ask the worker of job_id to stop; retry: a follow-up found no lane.';

COMMENT ON COLUMN "cogo"."held"."key_hash" IS 'The limit it holds a permit of (cogo.limit_hash), or null; likewise for its type and tenant. The row is the permit: it ends with the hold.';

COMMENT ON COLUMN "cogo"."job_types"."keep_failed_seconds" IS 'How long a failed job and its dead letter are kept after its end.';

COMMENT ON COLUMN "cogo"."job_types"."keep_succeeded_seconds" IS 'How long a succeeded or cancelled job is kept after its end.';

COMMENT ON COLUMN "cogo"."job_types"."key_limit" IS 'How many jobs of one concurrency_key may be held at a time.';

COMMENT ON COLUMN "cogo"."job_types"."key_strict" IS 'Whether jobs of one concurrency_key run in the order in which they were enqueued, each after the end of the one before.';

COMMENT ON COLUMN "cogo"."job_types"."result_schema" IS 'JSON Schema that a result must meet when a job succeeds, or null.';

COMMENT ON COLUMN "cogo"."jobs"."concurrency_key" IS 'Jobs of one tenant with the same key run key_limit of their type at a time.';

COMMENT ON COLUMN "cogo"."lanes"."fair_window" IS 'About how many messages stand in the lane while more jobs wait in cogo.backlog for their tenant''s turn; null = first in, first out.';

COMMENT ON COLUMN "cogo"."lanes"."paused_at" IS 'Since when no claim looks into it; null = it is open.';

COMMENT ON COLUMN "cogo"."leaders"."fence" IS 'The number of the term: grows with each new leader, and whoever has an older one is refused.';

COMMENT ON COLUMN "cogo"."leaders"."longest_gap" IS 'The longest time without a leader between two terms.';

COMMENT ON COLUMN "cogo"."leaders"."longest_renewal" IS 'The longest time between two renewals of one term.';

COMMENT ON COLUMN "cogo"."leaders"."lost_leases" IS 'Terms that ended because nobody renewed, or that a new process of the same name ended.';

COMMENT ON COLUMN "cogo"."limits"."max_running" IS 'How many jobs may be held at a time; null = a key''s type says so, or there is no such limit.';

COMMENT ON COLUMN "cogo"."limits"."name" IS 'scope key: the key. scope type: a name, prefix.* or *, the nearest rules. scope tenant: null.';

COMMENT ON COLUMN "cogo"."limits"."rate_count" IS 'How many jobs may start within rate_seconds, evenly spread; bursts up to rate_count.';

COMMENT ON COLUMN "cogo"."limits"."tenant_id" IS 'scope key: the tenant of the key. scope tenant: the tenant, or null for each that has no row of its own.';

COMMENT ON COLUMN "cogo"."parked"."limit_hash" IS 'The limit that refused it (cogo.limit_hash).';

COMMENT ON COLUMN "cogo"."parked"."paid" IS 'Whether its place in the rate of limit_hash is counted already.';

COMMENT ON COLUMN "cogo"."parked"."woken_at" IS 'From when a claim may try it again; null = until a permit is given back.';

COMMENT ON COLUMN "cogo"."permit_locks"."due_at" IS 'When the next job would start if all came evenly (GCRA); null = no rate was asked for. A job may start up to a burst earlier.';

COMMENT ON COLUMN "cogo"."retention"."last_dropped_id" IS 'No job above this id was ever dropped.';

COMMENT ON COLUMN "cogo"."retention_walks"."event_id" IS 'Events up to this one have been looked at.';

COMMENT ON COLUMN "cogo"."retention_walks"."walked_to" IS 'What closed before this time has been looked at.';

COMMENT ON COLUMN "cogo"."saga_log"."step" IS 'The step that moved; null = the run itself.';

COMMENT ON COLUMN "cogo"."schedule_runs"."by_hand" IS 'Asked for by run_schedule_now.';

COMMENT ON COLUMN "cogo"."schedule_runs"."covers" IS 'How many due times in a row this row stands for, up to covers_until.';

COMMENT ON COLUMN "cogo"."schedule_runs"."planned_at" IS 'due_at with its jitter. Started later than this, a run lags.';

COMMENT ON COLUMN "cogo"."schedule_runs"."settled_at" IS 'When it started, was skipped, failed, or began to wait.';

COMMENT ON COLUMN "cogo"."schedule_runs"."wake_at" IS 'A waiting run is tried again from here on.';

COMMENT ON COLUMN "cogo"."schedules"."anchor" IS 'every_seconds counts from here: starts_at, or when its timing was set.';

COMMENT ON COLUMN "cogo"."schedules"."grace_seconds" IS 'A run that the tick sees later than this was missed.';

COMMENT ON COLUMN "cogo"."schedules"."job" IS 'What enqueue_jobs takes; {"$ref": "due_at"} and {"$ref": "schedule"} are filled in.';

COMMENT ON COLUMN "cogo"."schedules"."last_started_due_at" IS 'Which of its runs started last: the one that overlap looks at.';

COMMENT ON COLUMN "cogo"."schedules"."next_due_at" IS 'The first due time that is not settled; null when paused or over. Never goes back by the clock.';

COMMENT ON COLUMN "cogo"."schedules"."next_run_at" IS 'next_due_at with its jitter: what the tick looks for.';

COMMENT ON COLUMN "cogo"."schedules"."workflow" IS 'What start_workflows takes; filled in likewise.';

COMMENT ON COLUMN "cogo"."worker_devices"."beat_seconds" IS 'It is heard of this often; after two missed beats what it holds goes back to the queue.';

COMMENT ON COLUMN "cogo"."worker_devices"."concurrency" IS 'How many jobs it works on at a time, as it says.';

COMMENT ON COLUMN "cogo"."worker_devices"."gone_at" IS 'When it said goodbye.';

COMMENT ON COLUMN "cogo"."worker_devices"."max_per_minute" IS 'How many jobs it gets a minute; null = as many as it asks for.';

COMMENT ON COLUMN "cogo"."worker_devices"."prefetch_max" IS 'How many jobs it may hold at a time, begun or not; null = as many as it asks for.';

COMMENT ON COLUMN "cogo"."worker_devices"."tenant_id" IS 'The tenant of the agent that registered it; null for an operator''s worker.';

COMMENT ON COLUMN "cogo"."worker_heartbeats"."held" IS 'How many jobs it says it holds; what the engine counts is in cogo.claims.';

COMMENT ON COLUMN "cogo"."worker_heartbeats"."load" IS 'How busy it says it is, 0 to 1.';

COMMENT ON COLUMN "cogo"."worker_heartbeats"."tokens" IS 'How many jobs max_per_minute left it at tokens_at; refilled by the time since.';

COMMENT ON COLUMN "cogo"."workflow_definitions"."depth" IS '1, or one more than the deepest workflow that it starts.';

COMMENT ON COLUMN "cogo"."workflow_definitions"."shape_hash" IS 'First 16 bytes of the SHA-256 of the definition and the versions of the workflows that it starts.';

COMMENT ON COLUMN "cogo"."workflow_steps"."attempts" IS 'How often its job was started; 0 = never, so it has no effect to undo.';

COMMENT ON COLUMN "cogo"."workflow_steps"."follow_job_id" IS 'The job that undoes or confirms it, last tried.';

COMMENT ON COLUMN "cogo"."workflow_steps"."follow_up" IS 'What comes after the end: owed (would be undone or confirmed), compensating, compensated, confirming, confirmed, stuck (dead-lettered). Null = nothing.';

COMMENT ON COLUMN "cogo"."workflow_steps"."item" IS 'The element of a map step, from 0; -1 = the step itself.';

COMMENT ON COLUMN "cogo"."workflow_timers"."step" IS 'The step, or -1 for the run.';

COMMENT ON COLUMN "cogo"."workflows"."ends_as" IS 'How it will end, once it goes wrong: open work is being stopped, or undone. Null while all is well.';

COMMENT ON COLUMN "cogo"."workflows"."idempotency_hash" IS 'First 16 bytes of the SHA-256 of idem_flow:<tenant>:<name>:<key>.';

COMMENT ON FUNCTION "api"."cancel_workflow"(uuid, text, boolean) IS 'Ends a run: {outcome: cancelled | cancel_requested | already_ending | already_closed, state}. A saga undoes what it did and ends as compensated, unless compensate is false. Errors: bad_argument (400), not_an_agent (401), workflow_not_found (404).';

COMMENT ON FUNCTION "api"."count_dead_letters"(timestamp with time zone) IS 'How many dead letters there are by stage and reason, and what was decided about them. Errors: not_an_agent (401).';

COMMENT ON FUNCTION "api"."discard_dead_letters"(bigint[], text) IS 'Decides that dead letters are not to be redriven, and notes who, when and why: discarded, already_discarded, already_redriven or not_found. Final. Errors: bad_argument (400), not_an_agent (401).';

COMMENT ON FUNCTION "api"."drain_worker"(text, uuid) IS 'Asks a registered worker to drain: it is given no more jobs and learns it at its next work or beat. Answers {worker, state, held}; it is done when held is 0. tenant_id: operators only, whose worker it is. Errors: not_an_agent (401), worker_not_found (404).';

COMMENT ON FUNCTION "api"."get_dead_letter"(bigint) IS 'One dead letter whole, as JSON: what get_job tells, and dead_letter {state, stage, reason, dead_at, redriven_job_id, discarded_at, discarded_by, discard_reason} and history. Errors: not_an_agent (401), dead_letter_not_found (404).';

COMMENT ON FUNCTION "api"."get_workflow"(uuid) IS 'One run whole: state, steps with their jobs, results and errors, timers, signals, saga log. Errors: not_an_agent (401), workflow_not_found (404).';

COMMENT ON FUNCTION "api"."list_dead_letters"(text, text, text, timestamp with time zone, text, text, integer) IS 'Dead letters, newest first. Pass the last row''s next_page as page; a page shorter than row_limit is the last, unless its last row has no job_id: go on from that one. Errors: bad_argument (400), not_an_agent (401).';

COMMENT ON FUNCTION "api"."list_limits"() IS 'All limits and pauses of types, keys and tenants. For operators. No errors.';

COMMENT ON FUNCTION "api"."list_schedules"(text, bigint, integer) IS 'Schedules with next_run_at and last_run, in the order in which they were made; pass the last schedule_id as after_schedule_id for the next page. Errors: bad_argument (400), not_an_agent (401).';

COMMENT ON FUNCTION "api"."list_workers"(text, text, bigint, integer) IS 'Registered workers and their state: live, late, orphaned, draining or gone. Pass the last worker_id as after_worker_id for the next page. Errors: bad_argument (400), not_an_agent (401).';

COMMENT ON FUNCTION "api"."list_workflows"(text, text, uuid, integer) IS 'Runs, newest first. Pass next_before_workflow_id as before_workflow_id for the next page; a page may be short, as in list_jobs. Errors: bad_argument (400), not_an_agent (401).';

COMMENT ON FUNCTION "api"."pause"(text, text, uuid, text) IS 'Stops new starts of a lane (name = a queue, or an executor for all of its lanes), a type (name) or a tenant (tenant_id). What runs goes on. For operators. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."pause_schedule"(text, uuid) IS 'Lets a schedule rest until resume_schedule. Answers it. Errors: bad_argument (400), not_an_agent (401), schedule_not_found (404).';

COMMENT ON FUNCTION "api"."preview_schedule"(text, text, integer, timestamp with time zone) IS 'The next count (1 to 1000) times of a cron expression in a time zone, after now or a time. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."queue_stats"() IS 'What stands where: per lane, the ready jobs (counted up to 100,000) and those held, waiting and blocked. Errors: not_an_agent (401).';

COMMENT ON FUNCTION "api"."redrive_dead_letter"(bigint, jsonb, double precision) IS 'Enqueues one dead job anew, with an edited payload where one is given; the dead one stays as it was. Answers {dead_job_id, job_id, outcome: redriven | already_redriven | discarded}. Errors: bad_argument (400), not_an_agent (401), dead_letter_not_found (404), payload_too_large (413), schema_mismatch (422).';

COMMENT ON FUNCTION "api"."redrive_dead_letters"(bigint[]) IS 'Enqueues dead jobs anew as new jobs whose cause is the dead one: redriven, already_redriven (with the first new job), discarded, workflow_moved_on (the step''s failure has been acted upon) or not_found. Errors: bad_argument (400), not_an_agent (401).';

COMMENT ON FUNCTION "api"."redrive_matching"(jsonb, integer, double precision) IS 'Redrives undecided dead letters that match {stage, reason, type_prefix, since, until}, oldest first, at most max_jobs; with per_minute they become ready at that rate. Answers {redriven, job_ids, last_run_at, more}. Errors: bad_argument (400), not_an_agent (401).';

COMMENT ON FUNCTION "api"."register_job_type"(text, text, integer, integer, integer, real, integer, jsonb, jsonb, integer, boolean, integer, integer) IS 'Adds or replaces the settings of a job type (prefix.name), of a prefix (prefix.*) or of everything else (*). Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."register_worker"(text, text, text, jsonb, integer, integer, integer, integer) IS 'Says who a worker is, so that it is listed, can be drained and loses its jobs two missed beats after it died. Every work call is a beat. Answers {worker, executor, drain, beat_seconds, prefetch_max, max_per_minute, now}. Errors: bad_argument (400), not_an_agent (401), worker_taken (409).';

COMMENT ON FUNCTION "api"."register_workflow"(jsonb) IS 'Checks a workflow''s definition and keeps it: {name, version, created}. The same shape answers the version it has; another shape makes the next, and runs keep theirs. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."remove_limit"(text, text, uuid) IS 'Removes a limit; answers whether there was one. For operators. No errors.';

COMMENT ON FUNCTION "api"."remove_schedule"(text, uuid) IS 'Removes a schedule and its history; what it started stays. Answers whether there was one. Errors: bad_argument (400), not_an_agent (401).';

COMMENT ON FUNCTION "api"."resume"(text, text, uuid) IS 'Ends a pause; limits stay. For operators. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."resume_schedule"(text, uuid) IS 'Lets a schedule run on, from now: what fell due while it was paused is not made up for. Answers it. Errors: bad_argument (400), not_an_agent (401), schedule_not_found (404).';

COMMENT ON FUNCTION "api"."resume_worker"(text, uuid) IS 'Takes a drain back: the worker is given jobs again. Answers {worker, state, held}. tenant_id: operators only, whose worker it is. Errors: not_an_agent (401), worker_not_found (404).';

COMMENT ON FUNCTION "api"."run_schedule_now"(text, text, uuid) IS 'Runs a schedule now, paused or not, as its overlap policy allows: {due_at, state: started | waiting | skipped | failed, reason, job_id, workflow_id, error, created}. A repeated key answers the first run. Errors: bad_argument (400), not_an_agent (401), schedule_not_found (404).';

COMMENT ON FUNCTION "api"."scaling_advice"(text) IS 'Per executor: depth, oldest wait, wait p95, arrival and service rate, failure rate, live workers, wanted_workers and reason. Costs the same whatever the depth. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."schedule_history"(text, timestamp with time zone, integer, uuid) IS 'Runs of a schedule, newest first: started, waiting, skipped (missed, overlap, replaced; covers says how many due times) or failed. Pass the last due_at as before_due_at for the next page. Errors: bad_argument (400), not_an_agent (401).';

COMMENT ON FUNCTION "api"."scheduler_status"() IS 'Leaders with terms, renewals, lost leases and longest gap; schedules due and overdue; lag of the last hour''s runs. No errors.';

COMMENT ON FUNCTION "api"."set_fairness"(text, integer) IS 'Lets tenants take turns in the lanes of an executor: about fair_window jobs are ready at a time, the others wait for their tenants turn. Null = first in, first out. For operators. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."set_limit"(text, text, uuid, integer, integer, integer, text) IS 'Limits how many jobs of a key, type (name, prefix.* or *) or tenant (null = each) run at a time, and how many start in rate_seconds. For operators. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."set_schedule"(text, text, integer, text, jsonb, jsonb, text, integer, integer, text, integer, boolean, timestamp with time zone, timestamp with time zone, uuid) IS 'Creates or replaces a schedule: when (cron or every_seconds, in a time zone), what (job or workflow), and its policies: missed skip | one | all, overlap allow | skip | buffer_one | cancel_previous. Errors: bad_argument (400), not_an_agent (401), payload_too_large (413), schema_mismatch (422).';

COMMENT ON FUNCTION "api"."signal_workflow"(uuid, text, jsonb) IS 'Gives a run a signal: {outcome: accepted | already_signalled | closed}. The first of a name counts, and it may come early. Errors: bad_argument (400), not_an_agent (401), workflow_not_found (404), payload_too_large (413).';

COMMENT ON FUNCTION "api"."start_workflow"(text, jsonb, text, integer, uuid, text) IS 'Starts one workflow: {workflow_id, created, state, version}; see start_workflows. Errors: bad_argument (400), not_an_agent (401), idempotency_conflict (409), payload_too_large (413).';

COMMENT ON FUNCTION "api"."start_workflows"(jsonb) IS 'Starts 1 to 1000 workflows [{name, input?, idempotency_key?, version?, tenant_id?, correlation_id?, cause?, traceparent?}], all or none. Answers [{workflow_id, created, state, version}] in order. Errors: bad_argument (400), not_an_agent (401), idempotency_conflict (409), payload_too_large (413).';

COMMENT ON FUNCTION "api"."unregister_worker"(text) IS 'A worker says goodbye: {worker, outcome: gone | not_registered}. What it still holds goes back at the next sweep. Errors: not_an_agent (401).';

COMMENT ON FUNCTION "api"."worker_heartbeat"(text, real, integer) IS 'A beat, for a worker that makes no work call within beat_seconds. Answers as register_worker does: stop claiming when drain is true. Errors: bad_argument (400), not_an_agent (401), worker_not_found (404).';

COMMENT ON FUNCTION "cogo"."action_input"(bigint, jsonb, cogo.definition_steps, bigint, integer) IS 'The payload that a step''s action had.';

COMMENT ON FUNCTION "cogo"."admit"(smallint, integer, bigint[], smallint[], timestamp with time zone) IS 'Puts jobs into a lane with a window as far as there is room; the others wait for their tenants turn.';

COMMENT ON FUNCTION "cogo"."advance_deferred"(timestamp with time zone) IS 'Ends what cogo.defer_flows began: moves the workflows of the jobs that have closed since.';

COMMENT ON FUNCTION "cogo"."advance_flows"(bigint[], timestamp with time zone) IS 'Takes closed jobs into the workflows whose steps they were, and moves those on. Called wherever jobs close (cogo.after_close).';

COMMENT ON FUNCTION "cogo"."advise_executor"(text, bigint, numeric, integer, integer, double precision, integer, timestamp with time zone) IS 'Wanted workers of one executor by Little''s law: what comes in a second and what should be gone in a minute, times how long a job runs, over what a worker does at a time.';

COMMENT ON FUNCTION "cogo"."after_close"(bigint[], timestamp with time zone) IS 'What follows when jobs close: workflows whose steps they were move on, wishes to cancel them are void, and what waited for them alone may run.';

COMMENT ON FUNCTION "cogo"."begin_flows"(bigint[], timestamp with time zone) IS 'Starts the first steps of runs that the caller has just inserted.';

COMMENT ON FUNCTION "cogo"."cancel_last_runs"(bigint[]) IS 'Asks the runs that started last to stop. Only asks: a worker that holds one is told at its next renewal, and its fence stays.';

COMMENT ON FUNCTION "cogo"."cancel_workflow"(uuid, text, boolean) IS 'Ends a run: its open jobs are asked to stop, and a saga undoes what was done unless told not to. Answers cancelled, cancel_requested, already_ending or already_closed.';

COMMENT ON FUNCTION "cogo"."catch_up"(cogo.schedules, timestamp with time zone) IS 'Makes runs of all due times up to now of a schedule that is behind. Answers the first due time that is left.';

COMMENT ON FUNCTION "cogo"."check_definition"(jsonb) IS 'Refuses a definition that could not run, naming the step and the mend. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."check_edited_payload"(bigint, jsonb) IS 'Holds an edited payload against what enqueue_jobs would demand. Errors: bad_argument (400), payload_too_large (413), schema_mismatch (422).';

COMMENT ON FUNCTION "cogo"."check_flows"(jsonb, boolean) IS 'Refuses workflows to start whose form is wrong, naming the first. Errors: bad_argument (400), payload_too_large (413).';

COMMENT ON FUNCTION "cogo"."check_schedule"(cogo.schedules) IS 'Refuses a schedule that never runs, or whose job or workflow could not be started today. Errors: bad_argument (400) and those of enqueue_jobs and start_workflows.';

COMMENT ON FUNCTION "cogo"."check_stage_and_reason"(text, text) IS 'Refuses a stage or reason that no dead letter can have; null asks for none. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."child_definitions"(jsonb) IS 'The versions of the workflows that a definition starts, by step. Only what is registered may be named, so no workflow starts itself. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."close_flows"(bigint[], text, timestamp with time zone) IS 'Closes runs, in the state given or the one that they were to end in, and tells their parents.';

COMMENT ON FUNCTION "cogo"."close_maps"(bigint[], timestamp with time zone) IS 'Ends maps whose elements have all ended, or one of whose elements failed when the map is not optional.';

COMMENT ON FUNCTION "cogo"."collect_due_runs"(timestamp with time zone, integer) IS 'Turns the due times of schedules that nobody else looks at into runs, and moves each on to its next one. Answers how many schedules.';

COMMENT ON FUNCTION "cogo"."compensate_flows"(bigint[], timestamp with time zone) IS 'Undoes steps in reverse along the graph, as far as it goes now; a run with nothing left to undo is compensated.';

COMMENT ON FUNCTION "cogo"."compile_definition"(integer, jsonb, jsonb) IS 'Writes the steps of a checked definition as rows.';

COMMENT ON FUNCTION "cogo"."confirm_flows"(bigint[], timestamp with time zone) IS 'All has succeeded: enqueues the confirms of all tcc steps. From here on there is no way back.';

COMMENT ON FUNCTION "cogo"."count_dead_letters"(timestamp with time zone) IS 'Dead letters by stage and reason, and what was decided about them; reads the newest 100,000 at most and says so.';

COMMENT ON FUNCTION "cogo"."count_permits"(uuid[], uuid[], jsonb, uuid[]) IS 'What each limit still allows: permits that are free, when its rate allows the next job, and which job of a strict key comes first.';

COMMENT ON FUNCTION "cogo"."cron_field"(text, text, integer, integer, text[]) IS 'The numbers that one field of a cron expression stands for, in order. names count from low. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."cron_matches_day"(date, smallint[], smallint[], smallint[], boolean) IS 'Whether the day fields of a parsed cron expression admit a date.';

COMMENT ON FUNCTION "cogo"."cron_next"(text, text, timestamp with time zone) IS 'The next instant of a cron expression in a time zone, later than after; null if none comes within 40 years.';

COMMENT ON FUNCTION "cogo"."cron_number"(text, integer, text[]) IS 'A number of a cron field, or the place of its name counted from low; null if it is neither.';

COMMENT ON FUNCTION "cogo"."cron_quiet_next"(text, text, timestamp with time zone) IS 'The next instant of a cron expression by arithmetic alone. Near a change of the clock cogo.cron_times must look, and needs not look before not_before (infinity: none comes within 40 years).';

COMMENT ON FUNCTION "cogo"."cron_times"(text, text, timestamp with time zone, timestamp with time zone, integer) IS 'The first row_limit instants of a cron expression in a time zone, later than after and not later than upto (null = within 40 years), in order.';

COMMENT ON FUNCTION "cogo"."cron_weekdays"(text) IS 'The weekdays that a cron field stands for: 0 (Sunday) to 6; 10 times n more for the n-th of the month (fri#2), 60 more for the last (friL). Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."current_definition"(text, integer) IS 'The definition that starts under a name: the version asked for, else the one registered last.';

COMMENT ON FUNCTION "cogo"."defer_flows"() IS 'From here on jobs that close leave their workflows alone, until advance_deferred: a call that takes several claims takes them all before the first workflow. False when a caller has said so already.';

COMMENT ON FUNCTION "cogo"."definition_problem"(jsonb) IS 'What is wrong with a definition apart from its steps, and how to mend it; null when nothing is.';

COMMENT ON FUNCTION "cogo"."demand_leadership"(text, bigint, timestamp with time zone) IS 'With a fence: true while it leads, refused otherwise. Without one: whether nobody leads, so that whoever asks may act. Errors: leadership_lost (409).';

COMMENT ON FUNCTION "cogo"."device_holds"(bigint) IS 'How many jobs a registered worker holds now.';

COMMENT ON FUNCTION "cogo"."device_orders"(text, timestamp with time zone) IS 'A turn without new jobs counts as a beat, too, and tells a registered worker whether it is to drain; {} for any other.';

COMMENT ON FUNCTION "cogo"."device_state"(cogo.worker_devices, timestamp with time zone, timestamp with time zone) IS 'live; late = a beat is overdue; orphaned = two are; draining; gone = it said goodbye, or was silent for an hour.';

COMMENT ON FUNCTION "cogo"."discard_dead_letters"(bigint[], text) IS 'Decides that dead letters are not to be redriven: who, when and why stay with them. Final. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."drop_cancelled"(bigint[], smallint[], timestamp with time zone) IS 'Closes those of some jobs, just taken out of their place, that somebody wishes to cancel; answers the others.';

COMMENT ON FUNCTION "cogo"."drop_closed"(integer) IS 'One bounded round of retention: drops closed jobs past the age of their type, at most row_limit, and events that name none that is kept. A second round at once leaves it to the first. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."drop_jobs"(bigint[], timestamp with time zone) IS 'Drops closed jobs with all that is known of them; those that something open needs are kept back. Answers how many went.';

COMMENT ON FUNCTION "cogo"."drop_timers"(bigint[]) IS 'Drops timers of steps and runs that have ended meanwhile.';

COMMENT ON FUNCTION "cogo"."due_times"(cogo.schedules, timestamp with time zone, timestamp with time zone, integer) IS 'The first row_limit due times of a schedule, later than after and not later than upto (null = ever), in order.';

COMMENT ON FUNCTION "cogo"."end_flows"(bigint[], text, jsonb, boolean, timestamp with time zone) IS 'Turns running runs towards a bad end: sagas compensate (unless told not to), and whatever is open is asked to stop. A null error is that of the step that failed.';

COMMENT ON FUNCTION "cogo"."enqueue_actions"(bigint[], smallint[], integer[], jsonb[], timestamp with time zone) IS 'Begins steps (item -1) and elements of maps that are jobs: their jobs, rows and events. What cannot be enqueued fails at once; answers the runs where that happened.';

COMMENT ON FUNCTION "cogo"."enqueue_follow_ups"(bigint[], smallint[], integer[], boolean, timestamp with time zone) IS 'Enqueues what comes after steps: their compensations (a tcc''s cancel), or their confirms. Payload: {input, result, step, workflow_id, index?}.';

COMMENT ON FUNCTION "cogo"."executor_rates"(text, timestamp with time zone) IS 'Jobs in and out a second, mean run, share of failures among at least ten ends, and the 95th percentile of the wait (rounded up to a power of two) of the last five minutes or so.';

COMMENT ON FUNCTION "cogo"."fault"(text) IS 'A seam where tests let something go wrong: written as if cogo.fault(''claim.popped'') then end if. Immutable, so that it is planned away; databases to be thrown away get one that raises, sleeps or answers true, by tests.faults.';

COMMENT ON FUNCTION "cogo"."find_workflow"(uuid) IS 'The run of a public id. Errors: workflow_not_found (404), also for another tenant''s run.';

COMMENT ON FUNCTION "cogo"."fire_runs"(bigint[], timestamp with time zone[], timestamp with time zone) IS 'Starts runs, all in one call where that works, else each by itself. Answers how many started; the others say why not.';

COMMENT ON FUNCTION "cogo"."fire_timers"(timestamp with time zone, integer) IS 'Does what is due in runs that nobody holds: wakes sleeps, ends steps and runs that take too long. Answers how many runs. Never waits.';

COMMENT ON FUNCTION "cogo"."flow_kinds"(jsonb) IS 'The definitions of a batch of workflows to start, one row per name and version asked for. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."flow_number"(uuid) IS 'The number in the last 62 bits of a public id (see cogo.uuid_v7). Whether the id is that of a run, its creation time must tell.';

COMMENT ON FUNCTION "cogo"."flow_problem"(jsonb, boolean) IS 'What is wrong with the form of one workflow to start, or null. What a job has too is judged as a job''s.';

COMMENT ON FUNCTION "cogo"."flow_result"(bigint) IS 'The result of a run that succeeded: its definition''s output with references resolved, else {name: result} of its last steps. Told by its steps, not stored again.';

COMMENT ON FUNCTION "cogo"."fold_executor_minutes"(bigint, bigint, timestamp with time zone) IS 'Adds settled events to cogo.executor_minutes: a look-up or two by key per event row, not per job.';

COMMENT ON FUNCTION "cogo"."forget_permit_locks"(timestamp with time zone, integer) IS 'Drops some rows of limits that nobody uses; a claim makes them again.';

COMMENT ON FUNCTION "cogo"."forget_schedule_runs"(integer) IS 'Drops runs that were settled 30 days ago, except those that wait and those that overlap looks at. Answers how many.';

COMMENT ON FUNCTION "cogo"."forget_workers"(timestamp with time zone, integer) IS 'Drops workers that were not heard of for a day and hold nothing. Answers how many.';

COMMENT ON FUNCTION "cogo"."get_dead_letter"(bigint) IS 'One dead letter with all of its job: payload, error, attempts, history, and what was decided about it. Errors: dead_letter_not_found (404).';

COMMENT ON FUNCTION "cogo"."get_workflow"(uuid) IS 'One run whole, as JSON: its state, steps, jobs, results, errors, timers, signals and saga log. Errors: workflow_not_found (404).';

COMMENT ON FUNCTION "cogo"."grant_permits"(bigint[], smallint[], uuid[], boolean[], uuid[], timestamp with time zone) IS 'Gives permits to the jobs of a claim, in their order, as far as their limits allow; parks the others. taken = limits whose permits this claim has given before. A permit is the row of cogo.held that the claim then writes, so it ends with the hold.';

COMMENT ON FUNCTION "cogo"."grant_wishes"(timestamp with time zone, integer) IS 'Turns the wishes of runs into wishes to cancel. For the sweep alone, before it holds anything. Answers how many.';

COMMENT ON FUNCTION "cogo"."greet_device"(text, integer, uuid, uuid, timestamp with time zone) IS 'A claim of a registered worker: counts as its beat, and clips its want to what draining, prefetch_max and max_per_minute leave. No device = not registered, want as given.';

COMMENT ON FUNCTION "cogo"."heal_backlog"(timestamp with time zone, integer) IS 'Fills lanes that have room while jobs wait for their turn; empties the backlog of lanes whose window was taken away.';

COMMENT ON FUNCTION "cogo"."heal_dependencies"(timestamp with time zone) IS 'Frees jobs that wait for one that is no longer there.';

COMMENT ON FUNCTION "cogo"."heal_parked"(timestamp with time zone, integer) IS 'Wakes the first sleeper of some limits. The claim that tries it counts the limit and wakes as many more as it allows, so a wake that was lost is found again.';

COMMENT ON FUNCTION "cogo"."insert_flows"(jsonb, timestamp with time zone) IS 'Writes the runs of a batch that are new. Answers each with its own id, or the first one''s when its key was used before. Errors: bad_argument (400), idempotency_conflict (409), payload_too_large (413).';

COMMENT ON FUNCTION "cogo"."insert_missed"(bigint, timestamp with time zone[], timestamp with time zone) IS 'Notes due times in a row as missed, in one row however many they are.';

COMMENT ON FUNCTION "cogo"."insert_runs"(cogo.schedules, timestamp with time zone[], timestamp with time zone[], timestamp with time zone) IS 'Lets due times in a row wait for their start, except those that the schedule''s policy leaves out as missed. What is there already stays.';

COMMENT ON FUNCTION "cogo"."job_limits"(bigint[], smallint[]) IS 'Which limits each job of a claim stands under, with what they allow, by their hash.';

COMMENT ON FUNCTION "cogo"."job_reference_problem"(text, jsonb) IS 'What is wrong with {type, retry?} in a step (action, compensation, try, confirm or cancel), and how to mend it; null when nothing is.';

COMMENT ON FUNCTION "cogo"."job_route"(text, text, text) IS 'Where a kind of job goes and what rules it: the longest match of its type, and the lane of that executor and priority. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."join_key_queues"(bigint[]) IS 'Notes new jobs with a concurrency_key: those of strict keys queue in order.';

COMMENT ON FUNCTION "cogo"."judge_permits"(bigint[], jsonb, integer[], jsonb, timestamp with time zone) IS 'Decides job by job, in their order: granted; asleep until a permit is given back; later, when its rate allows it; again, because another claim is counting that limit right now.';

COMMENT ON FUNCTION "cogo"."judge_runs"(bigint[], timestamp with time zone) IS 'What overlap says of the waiting runs of schedules: start, overlap or replaced (skip it), cancel_previous (ask the one before to stop); none = wait on. In batches of 1000.';

COMMENT ON FUNCTION "cogo"."lane_hints"(text) IS 'Per lane: every message up to floor_at is gone, none is above tail. tail > floor_at = perhaps work. Two sequences, so no row versions. Null asks for all lanes.';

COMMENT ON FUNCTION "cogo"."lane_room"(smallint, integer) IS 'How many more jobs may become ready in a lane with a window; none while others wait for their turn.';

COMMENT ON FUNCTION "cogo"."lease_is_live"(cogo.leaders, timestamp with time zone) IS 'Whether a leader''s lease holds at a time.';

COMMENT ON FUNCTION "cogo"."leave_key_queues"(bigint[], timestamp with time zone) IS 'Closed jobs leave the queues of their strict keys; the next of each may run.';

COMMENT ON FUNCTION "cogo"."letter_filter"(jsonb, uuid) IS 'A filter of dead letters, checked and taken apart; an agent''s is bound to its tenant. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."letter_page"(cogo.dead_letters) IS 'Where a list of dead letters goes on after this one.';

COMMENT ON FUNCTION "cogo"."letter_state"(cogo.dead_letters) IS 'What was decided about a dead letter: open, redriven or discarded.';

COMMENT ON FUNCTION "cogo"."limit_hash"(text, uuid, text) IS 'The name of a limit in cogo.held, cogo.parked and cogo.permit_locks: the first 16 bytes of a SHA-256.';

COMMENT ON FUNCTION "cogo"."limit_of"(uuid, cogo.jobs) IS 'What keeps a parked job: its concurrency_key, its type or its tenant; null for a job that is not parked.';

COMMENT ON FUNCTION "cogo"."list_dead_letters"(text, text, text, timestamp with time zone, text, text, integer) IS 'Dead letters, newest first; reads at most 10,000 a call. Errors: bad_argument (400), not_an_agent (401).';

COMMENT ON FUNCTION "cogo"."list_flow_window"(text, text, uuid, bigint, bigint, integer) IS 'One window of cogo.list_workflows: the newest matching runs between two numbers, and where to go on.';

COMMENT ON FUNCTION "cogo"."list_limits"() IS 'All limits and pauses.';

COMMENT ON FUNCTION "cogo"."list_schedules"(text, bigint, integer) IS 'Schedules in the order in which they were made, an agent''s tenant''s only.';

COMMENT ON FUNCTION "cogo"."list_workers"(text, text, bigint, integer) IS 'Registered workers in the order of their first registration. Errors: bad_argument (400), not_an_agent (401).';

COMMENT ON FUNCTION "cogo"."list_workflows"(text, text, uuid, integer) IS 'A page of runs, newest first. next_before_workflow_id is null on the last page; a lone row without workflow_id says that a million runs held no match.';

COMMENT ON FUNCTION "cogo"."local_instants"(text, bigint, integer, integer, boolean) IS 'When a local time is there near a change of the clock. A time that comes twice is its first instant, both if wild; one that is skipped is the first instant after the gap, none if wild. In seconds.';

COMMENT ON FUNCTION "cogo"."lock_flows"(bigint[]) IS 'Locks runs and answers those that it got; the others find a message to look.';

COMMENT ON FUNCTION "cogo"."lock_permits"(uuid[]) IS 'Locks limits for this transaction, so that it alone counts and gives their permits. Answers those it got; who has the others decides on them now.';

COMMENT ON FUNCTION "cogo"."lock_schedule"(text, uuid) IS 'The schedule of that name and tenant, locked. Errors: schedule_not_found (404), bad_argument (400), not_an_agent (401).';

COMMENT ON FUNCTION "cogo"."long_trail"(bigint[]) IS 'The jobs whose events cogo.walk_events, which comes a day after cogo.walk_jobs, has passed while they were kept: open for longer than a day, or kept back. And the times of those events.';

COMMENT ON FUNCTION "cogo"."look_at_flows"(bigint[], timestamp with time zone) IS 'Finds what has ended in runs without their being told: jobs and child runs. The caller holds the runs.';

COMMENT ON FUNCTION "cogo"."move_flows"(bigint[], timestamp with time zone) IS 'Moves runs on as far as they go now. The caller holds them. What ends concerns other runs too: messages for those that nobody holds are read at once.';

COMMENT ON FUNCTION "cogo"."needed_closed"(bigint[]) IS 'Which of these closed jobs something open needs: a job that waits for them, a redrive that has not ended, a workflow.';

COMMENT ON FUNCTION "cogo"."next_due"(cogo.schedules, timestamp with time zone) IS 'The first due time of a schedule later than after; null when it is over.';

COMMENT ON FUNCTION "cogo"."next_events"(bigint, timestamp with time zone, integer, boolean) IS 'The next settled events after an id that are older than a time, and the jobs they name (of closing events only, if so asked), up to job_limit. Nulls when the next one is younger.';

COMMENT ON FUNCTION "cogo"."note_beat"(bigint, integer, timestamp with time zone) IS 'Notes that a worker was heard of, at most twice a beat.';

COMMENT ON FUNCTION "cogo"."orphaned_devices"(timestamp with time zone) IS 'Registered workers that hold claims and are gone, or were not heard of for two beats.';

COMMENT ON FUNCTION "cogo"."own_device"(text, uuid, uuid) IS 'The registered worker of this name that the caller itself is; empty when there is none, or it said goodbye.';

COMMENT ON FUNCTION "cogo"."parse_cron"(text) IS 'What a cron expression stands for. either_day: a day matches by day or weekday, as both are restricted. is_wild: it follows real hours through changes of the clock. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."past_their_age"(bigint[], integer, timestamp with time zone) IS 'Which of these jobs closed longer ago than their type keeps them, among types that keep them no longer than up_to_seconds.';

COMMENT ON FUNCTION "cogo"."pause_schedule"(text, boolean, uuid) IS 'Pauses a schedule, or lets it run on from now: what fell due in between is not made up for.';

COMMENT ON FUNCTION "cogo"."payload_problem"(text, jsonb, smallint, jsonb) IS 'Why a step''s job cannot be enqueued, as the error of the step, or null. Nothing is raised: the caller may be the worker of another step.';

COMMENT ON FUNCTION "cogo"."plan_next"(cogo.schedules, timestamp with time zone) IS 'Sets when a schedule runs next: as it was, or else counted from a time.';

COMMENT ON FUNCTION "cogo"."plan_walks"() IS 'Two walks along the events for each age that some job type asks for, and no others.';

COMMENT ON FUNCTION "cogo"."planned_run"(bigint, integer, timestamp with time zone) IS 'A due time with its jitter: 0 to jitter_seconds later, the same at each call.';

COMMENT ON FUNCTION "cogo"."pop_live"(text, integer, uuid, timestamp with time zone) IS 'Ready jobs out of the lanes: brings in those whose time has come when the lanes are dry, and closes cancelled ones on the way. The hashes are null: no limit was asked (cogo.pop_permitted has the same shape).';

COMMENT ON FUNCTION "cogo"."pop_permitted"(text, integer, uuid, timestamp with time zone) IS 'Ready jobs that their limits let run, with the limits whose permits they take.';

COMMENT ON FUNCTION "cogo"."preview_schedule"(text, text, integer, timestamp with time zone) IS 'The next times of a cron expression, before anybody schedules it. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."promote_backlog"(smallint, integer, uuid, timestamp with time zone) IS 'Makes jobs of a lanes backlog ready, a tenant after the other, each tenants oldest first. One promoter a lane; others pass. Answers how many.';

COMMENT ON FUNCTION "cogo"."push_lane"(smallint, bigint[], smallint[], timestamp with time zone) IS 'Makes jobs ready in one lane, or lets them wait for their tenants turn where the lane has a window.';

COMMENT ON FUNCTION "cogo"."queue_stats"() IS 'What stands where, per lane, as far as the caller may see. Depth is counted up to 100,000.';

COMMENT ON FUNCTION "cogo"."raise_dead_letter_not_found"(bigint) IS 'Raises dead_letter_not_found (404).';

COMMENT ON FUNCTION "cogo"."raise_worker_not_found"(text) IS 'Raises worker_not_found (404).';

COMMENT ON FUNCTION "cogo"."read_inbox"(timestamp with time zone, integer) IS 'Reads messages of runs that nobody holds: they look at what has ended, or end themselves. Answers how many runs. Never waits.';

COMMENT ON FUNCTION "cogo"."read_wake_notes"(timestamp with time zone) IS 'Wakes the sleepers that wake_notes speak of.';

COMMENT ON FUNCTION "cogo"."ready_heads"(text) IS 'Per lane about how many jobs are ready, and since when the first: from its head and its tail, by one look-up, whatever its depth. Gaps count as jobs.';

COMMENT ON FUNCTION "cogo"."recheck_kept_back"(timestamp with time zone, integer) IS 'Asks again for jobs that were kept back, those that were not asked for longest first. Answers how many went.';

COMMENT ON FUNCTION "cogo"."record_children"(bigint[], timestamp with time zone) IS 'Writes how child runs ended into the steps that started them.';

COMMENT ON FUNCTION "cogo"."record_ends"(bigint[], bigint[], timestamp with time zone) IS 'Writes how jobs ended into their steps, whose results are kept from here on. The caller holds the runs.';

COMMENT ON FUNCTION "cogo"."record_follow_ups"(bigint[], bigint[], timestamp with time zone) IS 'Writes how compensations and confirms ended. A dead one makes its run stuck until it is redriven.';

COMMENT ON FUNCTION "cogo"."redrivable"(bigint[]) IS 'The dead jobs that may be redriven: not those whose failure a workflow has already acted upon.';

COMMENT ON FUNCTION "cogo"."redrive_dead_letter"(bigint, jsonb, double precision) IS 'Makes a new job of one dead letter, with an edited payload where one is given; the dead job stays as it was. Errors: bad_argument (400), dead_letter_not_found (404), payload_too_large (413), schema_mismatch (422).';

COMMENT ON FUNCTION "cogo"."redrive_jobs"(bigint[], jsonb[], timestamp with time zone[], uuid, timestamp with time zone) IS 'Makes a new job of each dead one, whose letters the caller has locked: with another payload or a time to wait for where given. Answers the new ids in the order given.';

COMMENT ON FUNCTION "cogo"."redrive_matching"(jsonb, integer, double precision) IS 'Redrives the oldest undecided dead letters that match, spread over time when a rate is given: the later ones wait for their turn. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."reference_problem"(jsonb, text, text[], boolean) IS 'What is wrong with the $refs of a template that may use the results of the known steps, and how to mend it; null when nothing is.';

COMMENT ON FUNCTION "cogo"."refill_lanes"(text, bigint[], integer, uuid, timestamp with time zone) IS 'After a pop: lets jobs of the backlog follow into the lanes. Answers how many of those the caller itself came for in vain.';

COMMENT ON FUNCTION "cogo"."refuse_run"(bigint, timestamp with time zone, timestamp with time zone, text, text, text) IS 'Notes that a run could not start: it waits 5 s if that may pass, with at most ten at a time, else it has failed.';

COMMENT ON FUNCTION "cogo"."register_job_type"(text, text, integer, integer, integer, real, integer, jsonb, jsonb, integer, boolean, integer, integer) IS 'Adds or replaces the settings of a job type or prefix; jobs enqueued from now on follow them.';

COMMENT ON FUNCTION "cogo"."register_worker"(text, text, text, jsonb, integer, integer, integer, integer) IS 'Adds a worker to the devices, or renews what it said of itself. Errors: bad_argument (400), worker_taken (409).';

COMMENT ON FUNCTION "cogo"."register_workflow"(jsonb) IS 'Checks a definition and keeps it. The same shape answers the version it has and makes it current; another shape makes the next version. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."release_leadership"(text, text, bigint) IS 'Gives a leadership up, so that the next one need not wait for the lease to end. Answers whether it was still held.';

COMMENT ON FUNCTION "cogo"."release_permits"(uuid[], timestamp with time zone) IS 'Permits have come free: wakes as many jobs that sleep on their limits. Waits for nobody.';

COMMENT ON FUNCTION "cogo"."remove_limit"(text, text, uuid) IS 'Removes a limit. Answers whether there was one.';

COMMENT ON FUNCTION "cogo"."remove_schedule"(text, uuid) IS 'Removes a schedule and its history; jobs and workflows that it started stay. Answers whether there was one.';

COMMENT ON FUNCTION "cogo"."renew_leadership"(text, text, bigint) IS 'Prolongs a live lease and answers its new end; null when it is over: take it again, if you can.';

COMMENT ON FUNCTION "cogo"."replace_step_jobs"(bigint[], bigint[], timestamp with time zone) IS 'Redriven compensations and confirms take the places of the dead ones; a run that was stuck only for them goes on.';

COMMENT ON FUNCTION "cogo"."resolve_references"(jsonb, jsonb) IS 'A template with each {"$ref": path} replaced by what the path leads to in the context; a path that leads nowhere gives null.';

COMMENT ON FUNCTION "cogo"."rewind_retention"() IS 'Trigger of cogo.job_types: what is to be kept for a shorter time now is looked for anew.';

COMMENT ON FUNCTION "cogo"."run_bodies"(bigint[], timestamp with time zone[]) IS 'What to enqueue or start for runs: the template filled in, its tenant, and the key that makes a run happen once.';

COMMENT ON FUNCTION "cogo"."run_is_open"(bigint, uuid) IS 'Whether a run''s job or workflow has not ended. One that is no longer kept has.';

COMMENT ON FUNCTION "cogo"."run_schedule_now"(text, text, uuid) IS 'Runs a schedule now, paused or not, as its overlap policy allows. A repeated idempotency_key is answered with the first run.';

COMMENT ON FUNCTION "cogo"."saga_moves_before"(text) IS 'Which moves of the same step, or of the run itself, may stand directly before a move in the saga log.';

COMMENT ON FUNCTION "cogo"."scaling_advice"(text) IS 'How many workers each executor wants, and why. Reads folded minutes, lane heads and registered workers only.';

COMMENT ON FUNCTION "cogo"."schedule_document"(cogo.schedules) IS 'A schedule as callers see it, with its next run and its last.';

COMMENT ON FUNCTION "cogo"."schedule_history"(text, timestamp with time zone, integer, uuid) IS 'The runs of a schedule, newest first: what was due, what became of it, how late it was, and how its job ended.';

COMMENT ON FUNCTION "cogo"."schedule_tenant"(uuid) IS 'Whose schedule is meant: an agent''s tenant by its token, an operator''s by tenant_id or the default one. Errors: bad_argument (400), not_an_agent (401).';

COMMENT ON FUNCTION "cogo"."scheduler_status"() IS 'Who leads and the figures of the lease, how many schedules are due, and how late runs of the last hour started.';

COMMENT ON FUNCTION "cogo"."set_fairness"(text, integer) IS 'Lets tenants of an executor take turns, with a window of ready jobs per lane; null ends that. Answers how many lanes changed.';

COMMENT ON FUNCTION "cogo"."set_limit"(text, text, uuid, integer, integer, integer, text) IS 'Adds or replaces a limit; it holds from the next claim on. What is held above a lowered limit may end in peace.';

COMMENT ON FUNCTION "cogo"."set_paused"(text, text, uuid, boolean, text) IS 'Pauses or resumes a lane, a type or a tenant. Jobs that run go on; no new one starts.';

COMMENT ON FUNCTION "cogo"."set_schedule"(jsonb, boolean, uuid) IS 'Creates or replaces a schedule. A changed timing counts from now; the same timing goes on where it was.';

COMMENT ON FUNCTION "cogo"."set_worker_drain"(text, uuid, boolean) IS 'Asks a registered worker to drain, or takes that back. From the next call on it is given no jobs. Errors: worker_not_found (404).';

COMMENT ON FUNCTION "cogo"."short_hash"(text) IS 'The first 16 bytes of the SHA-256 of a text.';

COMMENT ON FUNCTION "cogo"."signal_workflow"(uuid, text, jsonb) IS 'Gives a run a signal: accepted (also when no step waits for it yet), already_signalled (the first one counts), or closed.';

COMMENT ON FUNCTION "cogo"."spend_tokens"(bigint, integer) IS 'Takes what a worker was given off its minute. Its row is locked already, by cogo.greet_device.';

COMMENT ON FUNCTION "cogo"."start_bodies"(text, jsonb) IS 'Enqueues jobs or starts workflows, all or none, and answers their ids in order. Errors: those of enqueue_jobs and start_workflows.';

COMMENT ON FUNCTION "cogo"."start_children"(bigint[], smallint[], timestamp with time zone) IS 'Begins steps of kind workflow: starts the child runs and their first steps. A child tells its parent of its end through cogo.flow_inbox.';

COMMENT ON FUNCTION "cogo"."start_job_steps"(bigint[], smallint[], timestamp with time zone) IS 'Begins steps of kind job and tcc (its try).';

COMMENT ON FUNCTION "cogo"."start_map_steps"(bigint[], smallint[], timestamp with time zone) IS 'Begins map steps: a job per element of over. No elements = succeeded at once; no array, or more than 1000 = failed at once.';

COMMENT ON FUNCTION "cogo"."start_ready"(bigint[], timestamp with time zone) IS 'Begins the steps whose needed steps have all ended. Answers the runs in which something ended at once.';

COMMENT ON FUNCTION "cogo"."start_runs"(timestamp with time zone, bigint) IS 'Starts the waiting runs, of all schedules or one, that may start now, and skips those that overlap leaves out. Answers how many started.';

COMMENT ON FUNCTION "cogo"."start_steps"(bigint[], smallint[], text[], timestamp with time zone) IS 'Begins steps, each in its kind''s way. Answers the runs in which something ended at once.';

COMMENT ON FUNCTION "cogo"."start_waits"(bigint[], smallint[], timestamp with time zone) IS 'Begins steps of kind sleep and signal. A signal that came before ends its step at once.';

COMMENT ON FUNCTION "cogo"."start_workflows"(jsonb) IS 'Starts 1 to 1000 workflows, all or none, and enqueues their first steps. One whose idempotency_key was used before is answered with the first run and created = false.';

COMMENT ON FUNCTION "cogo"."step_context"(bigint, jsonb, cogo.definition_steps) IS 'What the $refs of a step may read: {input, steps: {name: result}}, with only the results that it names. Without an input of its own, those of after.';

COMMENT ON FUNCTION "cogo"."step_fields"(text) IS 'The fields that a step of a kind may have; null for a kind that there is not.';

COMMENT ON FUNCTION "cogo"."step_payload"(jsonb, jsonb, jsonb, integer) IS 'The payload of a step''s job: its input with references resolved, else {input, steps}; elements of a map (index >= 0) have item and index too.';

COMMENT ON FUNCTION "cogo"."step_problem"(jsonb, boolean) IS 'What is wrong with a step taken by itself, and how to mend it; null when nothing is.';

COMMENT ON FUNCTION "cogo"."step_routes"(text[]) IS 'cogo.job_route for each type, as arrays of the same order; a type that no lane takes any more is missing.';

COMMENT ON FUNCTION "cogo"."steps_before"(jsonb) IS 'Every pair of a step and one that is done before it begins, near or far. A step before itself is a circle.';

COMMENT ON FUNCTION "cogo"."survey_flows"(bigint[]) IS 'What each run does next: break (a step failed), start steps, confirm, succeed, stop (all open work has ended), compensate; null = it waits.';

COMMENT ON FUNCTION "cogo"."sweep_flows"(timestamp with time zone) IS 'The sweep''s round over workflows: timers that are due and messages that nobody read. Never waits.';

COMMENT ON FUNCTION "cogo"."take_keys"(jsonb, bigint[], uuid, timestamp with time zone) IS 'Takes the idempotency keys of a batch. Answers per job the id it has: its own when new, the first one''s when repeated, and then when that was enqueued. Errors: idempotency_conflict (409).';

COMMENT ON FUNCTION "cogo"."take_leadership"(text, text, integer) IS 'Makes holder the leader if nobody''s lease is live, or if he was it: always a new term with a new fence. Renew with renew_leadership. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."take_woken"(text, integer, uuid, timestamp with time zone) IS 'Jobs that were parked and may be tried again: they had reached the head of their lane before, so they go before it.';

COMMENT ON FUNCTION "cogo"."template_references"(jsonb) IS 'The objects of a template that hold a $ref, and its path where that is a text.';

COMMENT ON FUNCTION "cogo"."tick_schedules"(bigint, integer) IS 'Settles what is due in at most row_limit schedules. Any number may call at once. With a fence: as leader of schedules, refused when the lease is over. Without: steps back while somebody outside leads. Errors: leadership_lost (409).';

COMMENT ON FUNCTION "cogo"."time_out_steps"(bigint[], smallint[], boolean[], timestamp with time zone) IS 'Steps whose time is over: a wait for a signal fails, a job is asked to stop and later made to, a child run is cancelled.';

COMMENT ON FUNCTION "cogo"."unregister_worker"(text) IS 'A worker''s goodbye. What it still holds goes back to the queue with the next sweep.';

COMMENT ON FUNCTION "cogo"."verify_flow_states"() IS 'The part of cogo.verify about the states of workflows and their steps.';

COMMENT ON FUNCTION "cogo"."verify_flows"() IS 'The part of cogo.verify about workflows: what is open, what is closed, and that nothing waits for nothing.';

COMMENT ON FUNCTION "cogo"."verify_limits"() IS 'The part of cogo.verify about limits: permits within them, strict keys in order.';

COMMENT ON FUNCTION "cogo"."verify_sagas"() IS 'The part of cogo.verify about sagas: all that was done is undone or confirmed, and told in order.';

COMMENT ON FUNCTION "cogo"."verify_schedules"() IS 'The part of cogo.verify about schedules and their runs.';

COMMENT ON FUNCTION "cogo"."verify_upkeep"() IS 'The part of cogo.verify about what retention leaves behind and about registered workers.';

COMMENT ON FUNCTION "cogo"."wake_limit"(cogo.limits) IS 'After a change of a limit: lets the first of those that sleep on it be tried again; the claims that try them wake the others.';

COMMENT ON FUNCTION "cogo"."wake_next"(uuid[], uuid[], integer[], uuid[], integer, timestamp with time zone) IS 'Whoever counted a limit leaves no permit free while jobs sleep on it.';

COMMENT ON FUNCTION "cogo"."wake_parked"(uuid[], integer[], timestamp with time zone) IS 'Lets as many parked jobs of each limit be tried again as were freed, in the order of their ids. Answers how many.';

COMMENT ON FUNCTION "cogo"."walk_events"(integer, timestamp with time zone, integer) IS 'Goes on along the events and drops those that name no job which is kept. Answers how many.';

COMMENT ON FUNCTION "cogo"."walk_jobs"(integer, timestamp with time zone, integer) IS 'Goes on along the events of closed jobs as far as one age reaches and drops those whose type says so. Answers how many.';

COMMENT ON FUNCTION "cogo"."worker_heartbeat"(text, real, integer) IS 'A beat of a registered worker, and what it is to do. A beat that meets another call of the worker leaves it to that one. Errors: bad_argument (400), worker_not_found (404).';

COMMENT ON FUNCTION "cogo"."worker_orders"(cogo.worker_devices, timestamp with time zone) IS 'What a registered worker is told when it registers and at each beat.';

COMMENT ON FUNCTION "cogo"."workflow_step_rows"(bigint, integer) IS 'The steps of a run in the order of its definition, those that have not begun as pending.';

COMMENT ON FUNCTION "cogo"."zone_change"(text, bigint, bigint) IS 'The first second after a change of a zone''s clocks, which lies after low and not after high.';

COMMENT ON FUNCTION "cogo"."zone_offset"(text, bigint) IS 'Seconds by which a zone''s clocks are ahead of UTC at an instant, given in seconds since 1970.';

COMMENT ON TABLE "cogo"."backlog" IS 'Jobs of lanes with a fair_window that wait for their tenant''s turn to become ready.';

COMMENT ON TABLE "cogo"."backlog_turns" IS 'The tenant whose turn came last, for each lane that has or had a window. Who holds the row promotes; all others pass it by.';

COMMENT ON TABLE "cogo"."definition_steps" IS 'The steps of a definition, ready to be joined: what cogo.register_workflow made of its text.';

COMMENT ON TABLE "cogo"."executor_minutes" IS 'What each executor''s jobs did in a minute, for cogo.scaling_advice. Folded from events by cogo.fold_executor_minutes, kept for a day.';

COMMENT ON TABLE "cogo"."flow_inbox" IS 'Messages from one run to another, and from runs to the sweep. Who holds a run''s lock writes one instead of waiting for another lock.';

COMMENT ON TABLE "cogo"."kept_back" IS 'Closed jobs past their age that something open still needs. cogo.drop_closed asks again.';

COMMENT ON TABLE "cogo"."key_queue" IS 'The open jobs of strict keys, in order. Only the first of a key may run; it leaves when it is closed for good.';

COMMENT ON TABLE "cogo"."leaders" IS 'Who leads, under which fence and until when. One row per role; its counters are the figures of the lease.';

COMMENT ON TABLE "cogo"."limits" IS 'How much may run at a time and how fast: per concurrency_key, per type, per tenant. No rows = no job is held against any limit.';

COMMENT ON TABLE "cogo"."parked" IS 'Jobs that a claim took out of their lane and may not run yet: a limit has no permit for them. A claim takes woken ones before it looks into lanes.';

COMMENT ON TABLE "cogo"."permit_locks" IS 'A row per limit in use. A claim locks it while it counts permits, which are rows of cogo.held: nothing here can drift.';

COMMENT ON TABLE "cogo"."retention" IS 'What cogo.drop_closed has dropped so far. One row; its lock lets one round run at a time.';

COMMENT ON TABLE "cogo"."retention_walks" IS 'How far along the events, which stand in the order in which jobs closed, retention has come for each age that a job type keeps its jobs.';

COMMENT ON TABLE "cogo"."saga_log" IS 'What sagas did, in order. Append-only.';

COMMENT ON TABLE "cogo"."schedule_runs" IS 'Each due time of a schedule and what became of it. Its primary key is why no run happens twice.';

COMMENT ON TABLE "cogo"."schedules" IS 'What runs by the clock for a tenant: when, what it starts, and what happens to runs that are missed or overlap.';

COMMENT ON TABLE "cogo"."step_jobs" IS 'The open job of each step that has one, and the dead ones that a stuck workflow waits for. The row goes when the job''s end is recorded.';

COMMENT ON TABLE "cogo"."wake_notes" IS 'Permits given back while a claim was counting their limit, and so could not be told of: the next claim wakes a sleeper for each.';

COMMENT ON TABLE "cogo"."worker_devices" IS 'Workers that said who they are. Nobody must: one that did not is served by its leases alone.';

COMMENT ON TABLE "cogo"."worker_heartbeats" IS 'When each registered worker was last heard of, and what it said then.';

COMMENT ON TABLE "cogo"."workflow_definitions" IS 'Workflows as data, one row per version. Never changed but for registered_at: the version registered last is the one that starts.';

COMMENT ON TABLE "cogo"."workflow_signals" IS 'Signals that runs received. The first of a name wins; it may come before the step that waits for it.';

COMMENT ON TABLE "cogo"."workflow_steps" IS 'Steps that a run has begun, with their memoised results. A step that has not begun has no row. A map has a row of its own and one per element.';

COMMENT ON TABLE "cogo"."workflow_timers" IS 'What a run does at a time: wake from a sleep, end a step that takes too long (softly, then by force), or end the run at its deadline.';

COMMENT ON TABLE "cogo"."workflows" IS 'A run of a workflow. Its row is the lock of all that belongs to the run: who changes a step holds it (docs/adr/0017).';

COMMENT ON VIEW "cogo"."job_states" IS 'The state machine of docs/specs/STATE_MACHINE_V1.md, derived from where each job stands. There is no state column to fall out of step.';

REVOKE ALL ON FUNCTION "api"."cancel_workflow"(uuid, text, boolean) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."cancel_workflow"(uuid, text, boolean) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."count_dead_letters"(timestamp with time zone) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."count_dead_letters"(timestamp with time zone) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."discard_dead_letters"(bigint[], text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."discard_dead_letters"(bigint[], text) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."drain_worker"(text, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."drain_worker"(text, uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."get_dead_letter"(bigint) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."get_dead_letter"(bigint) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."get_workflow"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."get_workflow"(uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."list_dead_letters"(text, text, text, timestamp with time zone, text, text, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."list_dead_letters"(text, text, text, timestamp with time zone, text, text, integer) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."list_limits"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."list_limits"() TO "service_role";

REVOKE ALL ON FUNCTION "api"."list_schedules"(text, bigint, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."list_schedules"(text, bigint, integer) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."list_workers"(text, text, bigint, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."list_workers"(text, text, bigint, integer) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."list_workflows"(text, text, uuid, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."list_workflows"(text, text, uuid, integer) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."pause"(text, text, uuid, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."pause"(text, text, uuid, text) TO "service_role";

REVOKE ALL ON FUNCTION "api"."pause_schedule"(text, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."pause_schedule"(text, uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."preview_schedule"(text, text, integer, timestamp with time zone) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."preview_schedule"(text, text, integer, timestamp with time zone) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."queue_stats"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."queue_stats"() TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."redrive_dead_letter"(bigint, jsonb, double precision) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."redrive_dead_letter"(bigint, jsonb, double precision) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."redrive_matching"(jsonb, integer, double precision) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."redrive_matching"(jsonb, integer, double precision) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."register_job_type"(text, text, integer, integer, integer, real, integer, jsonb, jsonb, integer, boolean, integer, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."register_job_type"(text, text, integer, integer, integer, real, integer, jsonb, jsonb, integer, boolean, integer, integer) TO "service_role";

REVOKE ALL ON FUNCTION "api"."register_worker"(text, text, text, jsonb, integer, integer, integer, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."register_worker"(text, text, text, jsonb, integer, integer, integer, integer) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."register_workflow"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."register_workflow"(jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "api"."remove_limit"(text, text, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."remove_limit"(text, text, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "api"."remove_schedule"(text, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."remove_schedule"(text, uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."resume"(text, text, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."resume"(text, text, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "api"."resume_schedule"(text, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."resume_schedule"(text, uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."resume_worker"(text, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."resume_worker"(text, uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."run_schedule_now"(text, text, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."run_schedule_now"(text, text, uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."scaling_advice"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."scaling_advice"(text) TO "service_role";

REVOKE ALL ON FUNCTION "api"."schedule_history"(text, timestamp with time zone, integer, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."schedule_history"(text, timestamp with time zone, integer, uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."scheduler_status"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."scheduler_status"() TO "service_role";

REVOKE ALL ON FUNCTION "api"."set_fairness"(text, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."set_fairness"(text, integer) TO "service_role";

REVOKE ALL ON FUNCTION "api"."set_limit"(text, text, uuid, integer, integer, integer, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."set_limit"(text, text, uuid, integer, integer, integer, text) TO "service_role";

REVOKE ALL ON FUNCTION "api"."set_schedule"(text, text, integer, text, jsonb, jsonb, text, integer, integer, text, integer, boolean, timestamp with time zone, timestamp with time zone, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."set_schedule"(text, text, integer, text, jsonb, jsonb, text, integer, integer, text, integer, boolean, timestamp with time zone, timestamp with time zone, uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."signal_workflow"(uuid, text, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."signal_workflow"(uuid, text, jsonb) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."start_workflow"(text, jsonb, text, integer, uuid, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."start_workflow"(text, jsonb, text, integer, uuid, text) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."start_workflows"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."start_workflows"(jsonb) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."unregister_worker"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."unregister_worker"(text) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."worker_heartbeat"(text, real, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."worker_heartbeat"(text, real, integer) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."action_input"(bigint, jsonb, cogo.definition_steps, bigint, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."admit"(smallint, integer, bigint[], smallint[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."advance_deferred"(timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."advance_flows"(bigint[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."advise_executor"(text, bigint, numeric, integer, integer, double precision, integer, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."begin_flows"(bigint[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."cancel_last_runs"(bigint[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."cancel_workflow"(uuid, text, boolean) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."cancel_workflow"(uuid, text, boolean) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."catch_up"(cogo.schedules, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."check_definition"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."check_edited_payload"(bigint, jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."check_flows"(jsonb, boolean) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."check_schedule"(cogo.schedules) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."check_stage_and_reason"(text, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."child_definitions"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."close_flows"(bigint[], text, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."close_maps"(bigint[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."collect_due_runs"(timestamp with time zone, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."compensate_flows"(bigint[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."compile_definition"(integer, jsonb, jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."confirm_flows"(bigint[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."count_dead_letters"(timestamp with time zone) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."count_dead_letters"(timestamp with time zone) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."count_permits"(uuid[], uuid[], jsonb, uuid[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."cron_field"(text, text, integer, integer, text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."cron_matches_day"(date, smallint[], smallint[], smallint[], boolean) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."cron_next"(text, text, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."cron_number"(text, integer, text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."cron_quiet_next"(text, text, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."cron_times"(text, text, timestamp with time zone, timestamp with time zone, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."cron_weekdays"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."current_definition"(text, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."defer_flows"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."definition_problem"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."demand_leadership"(text, bigint, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."device_holds"(bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."device_orders"(text, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."device_state"(cogo.worker_devices, timestamp with time zone, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."discard_dead_letters"(bigint[], text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."discard_dead_letters"(bigint[], text) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."drop_cancelled"(bigint[], smallint[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."drop_closed"(integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."drop_closed"(integer) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."drop_jobs"(bigint[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."drop_timers"(bigint[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."due_times"(cogo.schedules, timestamp with time zone, timestamp with time zone, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."end_flows"(bigint[], text, jsonb, boolean, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."enqueue_actions"(bigint[], smallint[], integer[], jsonb[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."enqueue_follow_ups"(bigint[], smallint[], integer[], boolean, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."executor_rates"(text, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."fault"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."find_workflow"(uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."fire_runs"(bigint[], timestamp with time zone[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."fire_timers"(timestamp with time zone, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."flow_kinds"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."flow_number"(uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."flow_problem"(jsonb, boolean) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."flow_result"(bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."fold_executor_minutes"(bigint, bigint, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."forget_permit_locks"(timestamp with time zone, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."forget_schedule_runs"(integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."forget_schedule_runs"(integer) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."forget_workers"(timestamp with time zone, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."get_dead_letter"(bigint) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."get_dead_letter"(bigint) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."get_workflow"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."get_workflow"(uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."grant_permits"(bigint[], smallint[], uuid[], boolean[], uuid[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."grant_wishes"(timestamp with time zone, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."greet_device"(text, integer, uuid, uuid, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."heal_backlog"(timestamp with time zone, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."heal_dependencies"(timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."heal_parked"(timestamp with time zone, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."insert_flows"(jsonb, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."insert_missed"(bigint, timestamp with time zone[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."insert_runs"(cogo.schedules, timestamp with time zone[], timestamp with time zone[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."job_limits"(bigint[], smallint[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."job_reference_problem"(text, jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."job_route"(text, text, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."join_key_queues"(bigint[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."judge_permits"(bigint[], jsonb, integer[], jsonb, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."judge_runs"(bigint[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."lane_hints"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."lane_room"(smallint, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."lease_is_live"(cogo.leaders, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."leave_key_queues"(bigint[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."letter_filter"(jsonb, uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."letter_page"(cogo.dead_letters) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."letter_state"(cogo.dead_letters) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."limit_hash"(text, uuid, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."limit_of"(uuid, cogo.jobs) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."list_dead_letters"(text, text, text, timestamp with time zone, text, text, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."list_dead_letters"(text, text, text, timestamp with time zone, text, text, integer) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."list_flow_window"(text, text, uuid, bigint, bigint, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."list_limits"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."list_limits"() TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."list_schedules"(text, bigint, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."list_schedules"(text, bigint, integer) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."list_workers"(text, text, bigint, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."list_workers"(text, text, bigint, integer) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."list_workflows"(text, text, uuid, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."list_workflows"(text, text, uuid, integer) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."local_instants"(text, bigint, integer, integer, boolean) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."lock_flows"(bigint[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."lock_permits"(uuid[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."lock_schedule"(text, uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."long_trail"(bigint[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."look_at_flows"(bigint[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."move_flows"(bigint[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."needed_closed"(bigint[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."next_due"(cogo.schedules, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."next_events"(bigint, timestamp with time zone, integer, boolean) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."note_beat"(bigint, integer, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."orphaned_devices"(timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."own_device"(text, uuid, uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."parse_cron"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."past_their_age"(bigint[], integer, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."pause_schedule"(text, boolean, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."pause_schedule"(text, boolean, uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."payload_problem"(text, jsonb, smallint, jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."plan_next"(cogo.schedules, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."plan_walks"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."planned_run"(bigint, integer, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."pop_live"(text, integer, uuid, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."pop_permitted"(text, integer, uuid, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."preview_schedule"(text, text, integer, timestamp with time zone) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."preview_schedule"(text, text, integer, timestamp with time zone) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."promote_backlog"(smallint, integer, uuid, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."push_lane"(smallint, bigint[], smallint[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."queue_stats"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."queue_stats"() TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."raise_dead_letter_not_found"(bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."raise_worker_not_found"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."read_inbox"(timestamp with time zone, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."read_wake_notes"(timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."ready_heads"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."recheck_kept_back"(timestamp with time zone, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."record_children"(bigint[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."record_ends"(bigint[], bigint[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."record_follow_ups"(bigint[], bigint[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."redrivable"(bigint[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."redrive_dead_letter"(bigint, jsonb, double precision) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."redrive_dead_letter"(bigint, jsonb, double precision) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."redrive_jobs"(bigint[], jsonb[], timestamp with time zone[], uuid, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."redrive_matching"(jsonb, integer, double precision) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."redrive_matching"(jsonb, integer, double precision) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."reference_problem"(jsonb, text, text[], boolean) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."refill_lanes"(text, bigint[], integer, uuid, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."refuse_run"(bigint, timestamp with time zone, timestamp with time zone, text, text, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."register_job_type"(text, text, integer, integer, integer, real, integer, jsonb, jsonb, integer, boolean, integer, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."register_job_type"(text, text, integer, integer, integer, real, integer, jsonb, jsonb, integer, boolean, integer, integer) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."register_worker"(text, text, text, jsonb, integer, integer, integer, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."register_worker"(text, text, text, jsonb, integer, integer, integer, integer) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."register_workflow"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."register_workflow"(jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."release_leadership"(text, text, bigint) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."release_leadership"(text, text, bigint) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."release_permits"(uuid[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."remove_limit"(text, text, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."remove_limit"(text, text, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."remove_schedule"(text, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."remove_schedule"(text, uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."renew_leadership"(text, text, bigint) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."renew_leadership"(text, text, bigint) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."replace_step_jobs"(bigint[], bigint[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."resolve_references"(jsonb, jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."rewind_retention"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."run_bodies"(bigint[], timestamp with time zone[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."run_is_open"(bigint, uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."run_schedule_now"(text, text, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."run_schedule_now"(text, text, uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."saga_moves_before"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."scaling_advice"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."scaling_advice"(text) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."schedule_document"(cogo.schedules) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."schedule_history"(text, timestamp with time zone, integer, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."schedule_history"(text, timestamp with time zone, integer, uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."schedule_tenant"(uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."scheduler_status"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."scheduler_status"() TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."set_fairness"(text, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."set_fairness"(text, integer) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."set_limit"(text, text, uuid, integer, integer, integer, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."set_limit"(text, text, uuid, integer, integer, integer, text) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."set_paused"(text, text, uuid, boolean, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."set_paused"(text, text, uuid, boolean, text) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."set_schedule"(jsonb, boolean, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."set_schedule"(jsonb, boolean, uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."set_worker_drain"(text, uuid, boolean) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."set_worker_drain"(text, uuid, boolean) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."short_hash"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."signal_workflow"(uuid, text, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."signal_workflow"(uuid, text, jsonb) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."spend_tokens"(bigint, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."start_bodies"(text, jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."start_children"(bigint[], smallint[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."start_job_steps"(bigint[], smallint[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."start_map_steps"(bigint[], smallint[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."start_ready"(bigint[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."start_runs"(timestamp with time zone, bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."start_steps"(bigint[], smallint[], text[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."start_waits"(bigint[], smallint[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."start_workflows"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."start_workflows"(jsonb) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."step_context"(bigint, jsonb, cogo.definition_steps) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."step_fields"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."step_payload"(jsonb, jsonb, jsonb, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."step_problem"(jsonb, boolean) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."step_routes"(text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."steps_before"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."survey_flows"(bigint[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."sweep_flows"(timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."take_keys"(jsonb, bigint[], uuid, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."take_leadership"(text, text, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."take_leadership"(text, text, integer) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."take_woken"(text, integer, uuid, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."template_references"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."tick_schedules"(bigint, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."tick_schedules"(bigint, integer) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."time_out_steps"(bigint[], smallint[], boolean[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."unregister_worker"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."unregister_worker"(text) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."verify_flow_states"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."verify_flows"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."verify_limits"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."verify_sagas"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."verify_schedules"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."verify_upkeep"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."wake_limit"(cogo.limits) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."wake_next"(uuid[], uuid[], integer[], uuid[], integer, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."wake_parked"(uuid[], integer[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."walk_events"(integer, timestamp with time zone, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."walk_jobs"(integer, timestamp with time zone, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."worker_heartbeat"(text, real, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."worker_heartbeat"(text, real, integer) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."worker_orders"(cogo.worker_devices, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."workflow_step_rows"(bigint, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."zone_change"(text, bigint, bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."zone_offset"(text, bigint) FROM PUBLIC;

