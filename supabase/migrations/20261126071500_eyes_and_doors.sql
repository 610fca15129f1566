-- What gets columns, checks and indexes here is new in this very migration, or small in any project that has it.
-- squawk-ignore-file ban-drop-column, ban-drop-table, constraint-missing-not-valid, adding-foreign-key-constraint, require-concurrent-index-creation, require-concurrent-index-deletion, adding-field-with-default, disallowed-unique-constraint, prefer-robust-stmts

set local lock_timeout = '5s';

set local check_function_bodies = off;

ALTER TABLE "cogo"."artifacts" DROP CONSTRAINT "kind_is_known";

ALTER TABLE "cogo"."quality_runs" DROP CONSTRAINT "kind_is_known";

ALTER TABLE "cogo"."quality_runs" DROP CONSTRAINT "one_run_per_tenant_week_target_and_number";

DROP FUNCTION "api"."finish_quality_run"(uuid, jsonb);

DROP FUNCTION "api"."gate_summary"(integer);

DROP FUNCTION "api"."get_quality_run"(uuid);

DROP FUNCTION "api"."list_jobs"(text, text, bigint, integer);

DROP FUNCTION "api"."list_quality_runs"(text, text, uuid, integer);

DROP FUNCTION "api"."metrics_health"();

DROP FUNCTION "api"."metrics_summary"(integer);

DROP FUNCTION "api"."metrics_totals"();

DROP FUNCTION "api"."plan_quality_run"(uuid, jsonb, uuid);

DROP FUNCTION "api"."quality_gate_recent"(integer);

DROP FUNCTION "api"."queue_stats"();

DROP FUNCTION "api"."record_artifacts"(jsonb);

DROP FUNCTION "api"."record_gate_results"(jsonb);

DROP FUNCTION "api"."schedule_weekly"(text, text, boolean, integer);

DROP FUNCTION "api"."select_route"(text, integer, integer, text, integer, real, text[], text, text, text[], text, text, integer, boolean, bigint, text, uuid);

DROP FUNCTION "cogo"."decide_route"(uuid, uuid, jsonb, uuid, timestamp with time zone);

DROP FUNCTION "cogo"."fold_executor_minutes"(bigint, bigint, timestamp with time zone);

DROP FUNCTION "cogo"."list_jobs"(text, text, bigint, integer);

DROP FUNCTION "cogo"."list_window"(text, text, uuid, bigint, bigint, integer);

DROP FUNCTION "cogo"."own_fences"(bigint[]);

DROP FUNCTION "cogo"."queue_stats"();

DROP FUNCTION "cogo"."select_route"(text, integer, integer, text, integer, real, text[], text, text, text[], text, text, integer, boolean, bigint, text, uuid);

DROP TABLE "cogo"."executor_minutes";

CREATE SEQUENCE "cogo"."lease_renewals" AS bigint INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1 NO CYCLE;

CREATE TABLE "cogo"."access_audit" ("audit_id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "at" timestamp with time zone NOT NULL, "tenant_id" uuid, "actor" text NOT NULL, "act" text NOT NULL, "subject" text NOT NULL, "before" jsonb, "after" jsonb, CONSTRAINT "access_audit_pkey" PRIMARY KEY (audit_id), CONSTRAINT "actor_is_named" CHECK (((length(actor) >= 1) AND (length(actor) <= 200))), CONSTRAINT "an_act_changes_something" CHECK ((before IS DISTINCT FROM after)));

ALTER TABLE "cogo"."access_audit" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."agent_credentials" ("credential_id" uuid NOT NULL, "agent_id" uuid NOT NULL, "secret_sha256" bytea NOT NULL, "hint" text NOT NULL, "created_at" timestamp with time zone NOT NULL, "expires_at" timestamp with time zone NOT NULL, "revoked_at" timestamp with time zone, "last_used_at" timestamp with time zone, "free_at" timestamp with time zone NOT NULL, CONSTRAINT "a_secret_is_given_once" UNIQUE (secret_sha256), CONSTRAINT "agent_credentials_pkey" PRIMARY KEY (credential_id), CONSTRAINT "credential_ends_after_it_begins" CHECK ((expires_at > created_at)), CONSTRAINT "secret_is_kept_as_sha_256" CHECK ((length(secret_sha256) = 32)));

ALTER TABLE "cogo"."agent_credentials" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."agent_credentials" SET (fillfactor=70);

CREATE TABLE "cogo"."agent_keys" ("key_id" uuid NOT NULL, "agent_id" uuid NOT NULL, "kid" text NOT NULL, "public_jwk" jsonb NOT NULL, "created_at" timestamp with time zone NOT NULL, "revoked_at" timestamp with time zone, CONSTRAINT "agent_key_is_public" CHECK ((NOT (public_jwk ?| ARRAY['d'::text, 'k'::text, 'p'::text, 'q'::text]))), CONSTRAINT "agent_keys_pkey" PRIMARY KEY (key_id), CONSTRAINT "an_agent_names_a_key_once" UNIQUE (agent_id, kid), CONSTRAINT "kid_has_1_to_100_characters" CHECK (((length(kid) >= 1) AND (length(kid) <= 100))));

ALTER TABLE "cogo"."agent_keys" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."agents" ("agent_id" uuid NOT NULL, "tenant_id" uuid NOT NULL, "project" text, "name" text NOT NULL, "scopes" text[] NOT NULL, "type_prefixes" text[] NOT NULL DEFAULT '{}'::text[], "state" text NOT NULL DEFAULT 'active'::text, "created_at" timestamp with time zone NOT NULL, "changed_at" timestamp with time zone NOT NULL, "revoked_at" timestamp with time zone, CONSTRAINT "agent_name_has_1_to_200_characters" CHECK (((length(name) >= 1) AND (length(name) <= 200))), CONSTRAINT "agent_state_is_known" CHECK ((state = ANY (ARRAY['active'::text, 'revoked'::text]))), CONSTRAINT "agents_pkey" PRIMARY KEY (agent_id), CONSTRAINT "revoked_agents_say_when" CHECK (((state = 'revoked'::text) = (revoked_at IS NOT NULL))));

ALTER TABLE "cogo"."agents" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."alert_notices" ("notice_id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "slo" text NOT NULL, "subject" text NOT NULL, "episode" bigint NOT NULL, "what" text NOT NULL, "severity" text NOT NULL, "message" jsonb NOT NULL, "made_at" timestamp with time zone NOT NULL, "handed_at" timestamp with time zone, "job_ids" bigint[], "tries" integer NOT NULL DEFAULT 0, "next_try_at" timestamp with time zone, "error" text, CONSTRAINT "alert_notices_pkey" PRIMARY KEY (notice_id), CONSTRAINT "severity_is_known" CHECK ((severity = ANY (ARRAY['info'::text, 'warning'::text, 'critical'::text, 'recovered'::text]))), CONSTRAINT "what_is_known" CHECK ((what = ANY (ARRAY['fired'::text, 'escalated'::text, 'eased'::text, 'reminded'::text, 'recovered'::text, 'silence_ended'::text]))), CONSTRAINT "what_is_not_handed_over_is_tried_again" CHECK (((handed_at IS NULL) = (next_try_at IS NOT NULL))));

ALTER TABLE "cogo"."alert_notices" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."alert_rounds" ("only_row" boolean NOT NULL DEFAULT true, "round" bigint NOT NULL DEFAULT 0, "evaluated_at" timestamp with time zone, "took_ms" double precision, "runbook_base" text NOT NULL DEFAULT 'docs/runbook.md'::text, "audit_id" bigint NOT NULL DEFAULT 0, "audit_found" integer NOT NULL DEFAULT 0, "audit_broken" integer NOT NULL DEFAULT 0, CONSTRAINT "alert_rounds_pkey" PRIMARY KEY (only_row), CONSTRAINT "runbook_base_is_short" CHECK (((length(runbook_base) >= 1) AND (length(runbook_base) <= 500))), CONSTRAINT "there_is_one_row" CHECK (only_row));

ALTER TABLE "cogo"."alert_rounds" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."alert_rounds" SET (fillfactor=50);

CREATE TABLE "cogo"."alert_silences" ("silence_id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "slo" text NOT NULL, "subject" text, "starts_at" timestamp with time zone NOT NULL, "ends_at" timestamp with time zone NOT NULL, "reason" text NOT NULL, "made_by" text NOT NULL, "ended_at" timestamp with time zone, "removed_by" text, CONSTRAINT "alert_silences_pkey" PRIMARY KEY (silence_id), CONSTRAINT "made_by_has_1_to_200_characters" CHECK (((length(made_by) >= 1) AND (length(made_by) <= 200))), CONSTRAINT "reason_has_1_to_500_characters" CHECK (((length(reason) >= 1) AND (length(reason) <= 500))), CONSTRAINT "removed_by_has_1_to_200_characters" CHECK (((length(removed_by) >= 1) AND (length(removed_by) <= 200))));

ALTER TABLE "cogo"."alert_silences" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."alerts" ("slo" text NOT NULL, "subject" text NOT NULL, "labels" jsonb NOT NULL, "state" text NOT NULL, "severity" text, "since" timestamp with time zone NOT NULL, "episode" bigint NOT NULL DEFAULT 0, "calm_since" timestamp with time zone, "value" numeric, "figures" jsonb NOT NULL DEFAULT '{}'::jsonb, "message" text NOT NULL, "has_data" boolean NOT NULL, "notified_severity" text, "notified_at" timestamp with time zone, "evaluated_at" timestamp with time zone NOT NULL, "round" bigint NOT NULL, CONSTRAINT "a_firing_alert_has_an_episode" CHECK (((state <> 'firing'::text) OR (episode > 0))), CONSTRAINT "alerts_pkey" PRIMARY KEY (slo, subject), CONSTRAINT "notified_severity_is_known" CHECK ((notified_severity = ANY (ARRAY['warning'::text, 'critical'::text]))), CONSTRAINT "only_a_firing_alert_calms_down" CHECK (((calm_since IS NULL) OR (state = 'firing'::text))), CONSTRAINT "only_what_is_ok_has_no_severity" CHECK (((severity IS NULL) = (state = 'ok'::text))), CONSTRAINT "severity_is_known" CHECK ((severity = ANY (ARRAY['warning'::text, 'critical'::text]))), CONSTRAINT "state_is_known" CHECK ((state = ANY (ARRAY['ok'::text, 'pending'::text, 'firing'::text]))), CONSTRAINT "subject_is_short" CHECK ((length(subject) <= 200)), CONSTRAINT "who_was_told_was_told_at_a_time" CHECK (((notified_severity IS NULL) OR (notified_at IS NOT NULL))));

ALTER TABLE "cogo"."alerts" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."alerts" SET (fillfactor=50);

CREATE TABLE "cogo"."conflict_notes" ("note_id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "at" timestamp with time zone NOT NULL, "tenant_id" uuid, "jobs" integer NOT NULL, CONSTRAINT "conflict_notes_pkey" PRIMARY KEY (note_id));

ALTER TABLE "cogo"."conflict_notes" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."gate_fixes" ("fix_id" uuid NOT NULL DEFAULT gen_random_uuid(), "tenant_id" uuid NOT NULL, "run_id" uuid NOT NULL, "gate" text NOT NULL, "fixer" text NOT NULL, "job_id" bigint NOT NULL, "fence" bigint NOT NULL, "command" text NOT NULL, "files_changed" integer NOT NULL, "lines_added" integer NOT NULL, "lines_removed" integer NOT NULL, "before" jsonb NOT NULL, "after" jsonb NOT NULL, "applies" boolean NOT NULL, "result" text NOT NULL, "diff" text NOT NULL, "artifacts" text[] NOT NULL, "created_at" timestamp with time zone NOT NULL DEFAULT clock_timestamp(), CONSTRAINT "a_fix_changes_a_file" CHECK ((files_changed >= 1)), CONSTRAINT "a_run_has_one_fix_per_gate_and_fixer" UNIQUE (run_id, gate, fixer), CONSTRAINT "at_most_20_artifacts" CHECK ((cardinality(artifacts) <= 20)), CONSTRAINT "command_has_1_to_2000_characters" CHECK (((char_length(command) >= 1) AND (char_length(command) <= 2000))), CONSTRAINT "diff_is_one_of_its_artifacts" CHECK ((diff = ANY (artifacts))), CONSTRAINT "fixer_has_1_to_80_characters" CHECK (((char_length(fixer) >= 1) AND (char_length(fixer) <= 80))), CONSTRAINT "gate_fixes_pkey" PRIMARY KEY (fix_id), CONSTRAINT "gate_is_known" CHECK ((gate = ANY (ARRAY['lint'::text, 'check'::text, 'test'::text]))), CONSTRAINT "lines_are_not_negative" CHECK (((lines_added >= 0) AND (lines_removed >= 0))), CONSTRAINT "result_is_known" CHECK ((result = ANY (ARRAY['fixed'::text, 'not_enough'::text, 'worse'::text]))));

ALTER TABLE "cogo"."gate_fixes" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."http_flushes" ("flush_id" uuid NOT NULL, "at" timestamp with time zone NOT NULL, "folded" boolean NOT NULL DEFAULT false, "counts" jsonb NOT NULL, CONSTRAINT "counts_are_a_list" CHECK ((jsonb_typeof(counts) = 'array'::text)), CONSTRAINT "http_flushes_pkey" PRIMARY KEY (flush_id));

ALTER TABLE "cogo"."http_flushes" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."http_flushes" SET (fillfactor=70);

CREATE TABLE "cogo"."inbound_deliveries" ("hash" uuid NOT NULL, "received_at" timestamp with time zone NOT NULL, "job_id" bigint, CONSTRAINT "inbound_deliveries_pkey" PRIMARY KEY (hash));

ALTER TABLE "cogo"."inbound_deliveries" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."inbound_hooks" ("name" text NOT NULL, "hook_id" uuid NOT NULL, "tenant_id" uuid NOT NULL, "provider" text NOT NULL, "secret_env" text, "key_version" smallint NOT NULL DEFAULT 1, "job_type" text, "event_types" jsonb NOT NULL DEFAULT '{}'::jsonb, "paused" boolean NOT NULL DEFAULT false, "created_at" timestamp with time zone NOT NULL, CONSTRAINT "event_types_are_an_object" CHECK ((jsonb_typeof(event_types) = 'object'::text)), CONSTRAINT "hook_key_version_is_positive" CHECK ((key_version > 0)), CONSTRAINT "hook_name_is_short" CHECK ((name ~ '^[a-z0-9][a-z0-9_-]{0,79}$'::text)), CONSTRAINT "hook_provider_is_known" CHECK ((provider = ANY (ARRAY['github'::text, 'stripe'::text, 'standard'::text]))), CONSTRAINT "hook_secrets_have_names_of_their_own" CHECK ((secret_env ~ '^HOOK_[A-Z0-9_]{1,80}$'::text)), CONSTRAINT "inbound_hooks_hook_id_key" UNIQUE (hook_id), CONSTRAINT "inbound_hooks_pkey" PRIMARY KEY (name));

ALTER TABLE "cogo"."inbound_hooks" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."ingress_callbacks" ("job_id" bigint NOT NULL, "tenant_id" uuid NOT NULL, "receiver" text NOT NULL, "asked_at" timestamp with time zone NOT NULL, CONSTRAINT "ingress_callbacks_pkey" PRIMARY KEY (job_id), CONSTRAINT "receiver_is_a_part_of_a_channel" CHECK ((receiver ~ '^callback-[0-9a-f]{16}$'::text)));

ALTER TABLE "cogo"."ingress_callbacks" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."ingress_cursor" ("only_row" boolean NOT NULL DEFAULT true, "read_id" bigint NOT NULL, CONSTRAINT "ingress_cursor_pkey" PRIMARY KEY (only_row), CONSTRAINT "there_is_one_ingress_cursor" CHECK (only_row));

ALTER TABLE "cogo"."ingress_cursor" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."ingress_cursor" SET (fillfactor=50);

CREATE TABLE "cogo"."ingress_limits" ("scope" text NOT NULL, "tenant_id" uuid, "max_count" integer NOT NULL, "per_seconds" integer NOT NULL, CONSTRAINT "addresses_and_queues_belong_to_no_tenant" CHECK (((tenant_id IS NULL) OR (scope = ANY (ARRAY['key'::text, 'tenant'::text])))), CONSTRAINT "ingress_count_is_not_negative" CHECK (((max_count >= 0) AND (max_count <= 1000000))), CONSTRAINT "ingress_period_is_a_second_to_an_hour" CHECK (((per_seconds >= 1) AND (per_seconds <= 3600))), CONSTRAINT "ingress_scope_is_known" CHECK ((scope = ANY (ARRAY['key'::text, 'tenant'::text, 'address'::text, 'queue'::text]))), CONSTRAINT "one_ingress_limit_per_scope_and_tenant" UNIQUE NULLS NOT DISTINCT (scope, tenant_id));

ALTER TABLE "cogo"."ingress_limits" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."ingress_rates" ("bucket" uuid NOT NULL, "full_at" timestamp with time zone NOT NULL, CONSTRAINT "ingress_rates_pkey" PRIMARY KEY (bucket));

ALTER TABLE "cogo"."ingress_rates" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."ingress_rates" SET (fillfactor=50);

CREATE TABLE "cogo"."members" ("tenant_id" uuid NOT NULL, "user_id" uuid NOT NULL, "role" text NOT NULL, "added_at" timestamp with time zone NOT NULL, "changed_at" timestamp with time zone NOT NULL, CONSTRAINT "member_role_is_known" CHECK ((role = ANY (ARRAY['owner'::text, 'operator'::text, 'fixer'::text, 'viewer'::text]))), CONSTRAINT "members_pkey" PRIMARY KEY (tenant_id, user_id));

ALTER TABLE "cogo"."members" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."metric_horizon" ("only_row" boolean NOT NULL DEFAULT true, "minutes_from" timestamp with time zone NOT NULL DEFAULT '-infinity'::timestamp with time zone, "hours_from" timestamp with time zone NOT NULL DEFAULT '-infinity'::timestamp with time zone, "sampled_at" timestamp with time zone, "renewals" bigint NOT NULL DEFAULT 0, "samples" jsonb NOT NULL DEFAULT '[]'::jsonb, CONSTRAINT "metric_horizon_pkey" PRIMARY KEY (only_row), CONSTRAINT "there_is_one_horizon" CHECK (only_row));

ALTER TABLE "cogo"."metric_horizon" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."metric_horizon" SET (fillfactor=50);

CREATE TABLE "cogo"."metric_rows" ("series_id" bigint NOT NULL, "at" timestamp with time zone NOT NULL, "step" text NOT NULL, "rolled" boolean NOT NULL DEFAULT false, "ms" double precision NOT NULL DEFAULT 0, "counts" jsonb NOT NULL DEFAULT '{}'::jsonb, "bins" smallint[] NOT NULL DEFAULT '{}'::smallint[], "bin_counts" bigint[] NOT NULL DEFAULT '{}'::bigint[], CONSTRAINT "counts_are_an_object" CHECK ((jsonb_typeof(counts) = 'object'::text)), CONSTRAINT "days_are_the_widest" CHECK ((NOT (rolled AND (step = '1d'::text)))), CONSTRAINT "each_bin_has_its_count" CHECK ((cardinality(bins) = cardinality(bin_counts))), CONSTRAINT "metric_rows_pkey" PRIMARY KEY (series_id, step, at), CONSTRAINT "step_is_a_minute_an_hour_or_a_day" CHECK ((step = ANY (ARRAY['1m'::text, '1h'::text, '1d'::text]))));

ALTER TABLE "cogo"."metric_rows" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."metric_rows" SET (fillfactor=70);

CREATE TABLE "cogo"."metric_series" ("series_id" bigint NOT NULL, "name" text NOT NULL, "tenant_id" uuid, "labels" jsonb NOT NULL DEFAULT '{}'::jsonb, CONSTRAINT "labels_are_an_object" CHECK ((jsonb_typeof(labels) = 'object'::text)), CONSTRAINT "metric_series_pkey" PRIMARY KEY (series_id));

ALTER TABLE "cogo"."metric_series" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."notification_channels" ("name" text NOT NULL, "kind" text NOT NULL, "settings" jsonb NOT NULL DEFAULT '{}'::jsonb, "secret_env" text NOT NULL, "kinds" text[] NOT NULL DEFAULT '{*}'::text[], "min_severity" text NOT NULL DEFAULT 'info'::text, "changed_at" timestamp with time zone NOT NULL, CONSTRAINT "a_channel_hears_1_to_50_kinds" CHECK (((cardinality(kinds) >= 1) AND (cardinality(kinds) <= 50))), CONSTRAINT "channel_kind_is_known" CHECK ((kind = ANY (ARRAY['slack'::text, 'google_chat'::text, 'github_issue'::text, 'email'::text, 'webhook'::text]))), CONSTRAINT "channel_name_is_short" CHECK ((name ~ '^[a-z][a-z0-9_.-]{0,79}$'::text)), CONSTRAINT "channel_settings_are_an_object" CHECK ((jsonb_typeof(settings) = 'object'::text)), CONSTRAINT "kinds_are_a_plain_list" CHECK ((array_ndims(kinds) = 1)), CONSTRAINT "min_severity_is_known" CHECK ((min_severity = ANY (ARRAY['info'::text, 'warning'::text, 'critical'::text]))), CONSTRAINT "notification_channels_pkey" PRIMARY KEY (name), CONSTRAINT "secret_env_names_a_variable_for_notifications" CHECK ((secret_env ~ '^(NOTIFY|SLACK|GOOGLE_CHAT|GITHUB|SMTP)_[A-Z0-9_]{1,80}$'::text)));

ALTER TABLE "cogo"."notification_channels" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."notifications" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "dedupe_key" text NOT NULL, "kind" text NOT NULL, "message" jsonb NOT NULL, "created_at" timestamp with time zone NOT NULL, CONSTRAINT "dedupe_key_has_1_to_200_characters" CHECK (((length(dedupe_key) >= 1) AND (length(dedupe_key) <= 200))), CONSTRAINT "notification_kind_is_short" CHECK ((kind ~ '^[a-z][a-z0-9_.-]{0,79}$'::text)), CONSTRAINT "notification_message_is_an_object" CHECK ((jsonb_typeof(message) = 'object'::text)), CONSTRAINT "notifications_dedupe_key_key" UNIQUE (dedupe_key), CONSTRAINT "notifications_pkey" PRIMARY KEY (id));

ALTER TABLE "cogo"."notifications" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."oidc_trusts" ("trust_id" uuid NOT NULL, "agent_id" uuid NOT NULL, "issuer" text NOT NULL, "audience" text NOT NULL, "subject" text NOT NULL, "jwks_url" text NOT NULL, "created_at" timestamp with time zone NOT NULL, CONSTRAINT "a_trust_is_given_once" UNIQUE (agent_id, issuer, audience, subject), CONSTRAINT "issuer_is_an_address" CHECK (((issuer ~ '^(https://|http://(127\.0\.0\.1|localhost)[:/])'::text) AND (length(issuer) <= 300))), CONSTRAINT "oidc_trusts_pkey" PRIMARY KEY (trust_id), CONSTRAINT "subject_has_1_to_300_characters" CHECK (((length(subject) >= 1) AND (length(subject) <= 300))), CONSTRAINT "subject_has_at_most_4_stars" CHECK (((length(subject) - length(replace(subject, '*'::text, ''::text))) <= 4)));

ALTER TABLE "cogo"."oidc_trusts" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."projects" ("tenant_id" uuid NOT NULL, "project" text NOT NULL, "created_at" timestamp with time zone NOT NULL, CONSTRAINT "project_is_a_short_word" CHECK ((project ~ '^[a-z0-9][a-z0-9_-]{0,62}$'::text)), CONSTRAINT "projects_pkey" PRIMARY KEY (tenant_id, project));

ALTER TABLE "cogo"."projects" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."ready_notes" ("job_id" bigint NOT NULL, "ready_at" timestamp with time zone NOT NULL, CONSTRAINT "ready_notes_pkey" PRIMARY KEY (job_id));

ALTER TABLE "cogo"."ready_notes" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."revocations" ("tenant_id" uuid NOT NULL, "subject_id" uuid NOT NULL, "kind" text NOT NULL, "revoked_at" timestamp with time zone NOT NULL, CONSTRAINT "revocation_kind_is_known" CHECK ((kind = ANY (ARRAY['tenant'::text, 'agent'::text, 'member'::text]))), CONSTRAINT "revocations_pkey" PRIMARY KEY (tenant_id, subject_id));

ALTER TABLE "cogo"."revocations" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."schedule_notes" ("note_id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "at" timestamp with time zone NOT NULL, "tenant_id" uuid NOT NULL, "state" text NOT NULL, "runs" integer NOT NULL, "lags_ms" double precision[] NOT NULL, CONSTRAINT "schedule_notes_pkey" PRIMARY KEY (note_id));

ALTER TABLE "cogo"."schedule_notes" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."signing_keys" ("kid" text NOT NULL, "alg" text NOT NULL, "public_jwk" jsonb NOT NULL, "state" text NOT NULL, "created_at" timestamp with time zone NOT NULL, "changed_at" timestamp with time zone NOT NULL, CONSTRAINT "signing_algorithm_is_es256" CHECK ((alg = 'ES256'::text)), CONSTRAINT "signing_key_is_public" CHECK ((NOT (public_jwk ?| ARRAY['d'::text, 'k'::text]))), CONSTRAINT "signing_keys_pkey" PRIMARY KEY (kid), CONSTRAINT "signing_state_is_known" CHECK ((state = ANY (ARRAY['standby'::text, 'in_use'::text, 'previous'::text, 'retired'::text]))));

ALTER TABLE "cogo"."signing_keys" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."slo_burns" ("slo" text NOT NULL, "seconds" integer NOT NULL, "measured_at" timestamp with time zone NOT NULL, "bad" numeric NOT NULL, "total" numeric NOT NULL, CONSTRAINT "slo_burns_pkey" PRIMARY KEY (slo, seconds));

ALTER TABLE "cogo"."slo_burns" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."slo_burns" SET (fillfactor=50);

CREATE TABLE "cogo"."slos" ("name" text NOT NULL, "kind" text NOT NULL, "title" text NOT NULL, "enabled" boolean NOT NULL DEFAULT true, "objective" numeric(9,8), "threshold_ms" integer, "warning_at" numeric, "critical_at" numeric, "window_days" smallint NOT NULL DEFAULT 30, "scope" text NOT NULL DEFAULT 'all'::text, "tenant_id" uuid, "executor" text, "rules" jsonb NOT NULL DEFAULT '[]'::jsonb, "min_events" integer NOT NULL DEFAULT 10, "min_bad" integer NOT NULL DEFAULT 3, "for_seconds" integer NOT NULL DEFAULT 0, "clear_seconds" integer NOT NULL DEFAULT 300, "remind_seconds" integer NOT NULL DEFAULT 14400, "runbook" text NOT NULL, "problem" text, "changed_at" timestamp with time zone NOT NULL, CONSTRAINT "a_share_has_rules" CHECK (((objective IS NULL) = (rules = '[]'::jsonb))), CONSTRAINT "a_window_is_1_to_90_days" CHECK (((window_days >= 1) AND (window_days <= 90))), CONSTRAINT "it_clears_within_a_week" CHECK (((clear_seconds >= 0) AND (clear_seconds <= 604800))), CONSTRAINT "it_fires_within_a_week" CHECK (((for_seconds >= 0) AND (for_seconds <= 604800))), CONSTRAINT "it_promises_a_share_or_has_a_level" CHECK (((objective IS NULL) = (COALESCE(warning_at, critical_at) IS NOT NULL))), CONSTRAINT "min_bad_is_a_million_at_most" CHECK (((min_bad >= 1) AND (min_bad <= 1000000))), CONSTRAINT "min_events_is_a_million_at_most" CHECK (((min_events >= 1) AND (min_events <= 1000000))), CONSTRAINT "name_is_a_short_word" CHECK ((name ~ '^[a-z][a-z0-9_]{0,59}$'::text)), CONSTRAINT "objective_is_a_share" CHECK (((objective > (0)::numeric) AND (objective < (1)::numeric))), CONSTRAINT "reminders_come_never_or_after_a_minute" CHECK (((remind_seconds = 0) OR ((remind_seconds >= 60) AND (remind_seconds <= 2592000)))), CONSTRAINT "rules_are_a_list" CHECK ((jsonb_typeof(rules) = 'array'::text)), CONSTRAINT "runbook_is_an_anchor" CHECK ((runbook ~ '^[a-z0-9][a-z0-9_-]{0,79}$'::text)), CONSTRAINT "scope_is_known" CHECK ((scope = ANY (ARRAY['all'::text, 'tenant'::text, 'executor'::text]))), CONSTRAINT "scope_names_its_executor" CHECK (((scope = 'executor'::text) = (executor IS NOT NULL))), CONSTRAINT "scope_names_its_tenant" CHECK (((scope = 'tenant'::text) = (tenant_id IS NOT NULL))), CONSTRAINT "slos_pkey" PRIMARY KEY (name), CONSTRAINT "threshold_is_a_millisecond_to_a_day" CHECK (((threshold_ms >= 1) AND (threshold_ms <= 86400000))), CONSTRAINT "title_has_1_to_120_characters" CHECK (((length(title) >= 1) AND (length(title) <= 120))));

ALTER TABLE "cogo"."slos" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."tenants" ("tenant_id" uuid NOT NULL, "name" text NOT NULL, "state" text NOT NULL DEFAULT 'active'::text, "settings" jsonb NOT NULL DEFAULT '{}'::jsonb, "created_at" timestamp with time zone NOT NULL, "changed_at" timestamp with time zone NOT NULL, CONSTRAINT "tenant_name_has_1_to_200_characters" CHECK (((length(name) >= 1) AND (length(name) <= 200))), CONSTRAINT "tenant_settings_are_an_object" CHECK ((jsonb_typeof(settings) = 'object'::text)), CONSTRAINT "tenant_state_is_known" CHECK ((state = ANY (ARRAY['active'::text, 'suspended'::text, 'leaving'::text]))), CONSTRAINT "tenants_pkey" PRIMARY KEY (tenant_id));

ALTER TABLE "cogo"."tenants" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."time_totals" ("name" text NOT NULL, "labels" jsonb NOT NULL, "ms" double precision NOT NULL, "buckets" bigint[] NOT NULL, CONSTRAINT "each_limit_has_a_bucket_and_one_is_beyond" CHECK ((cardinality(buckets) = 18)), CONSTRAINT "labels_are_an_object" CHECK ((jsonb_typeof(labels) = 'object'::text)), CONSTRAINT "time_totals_pkey" PRIMARY KEY (name, labels));

ALTER TABLE "cogo"."time_totals" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."time_totals" SET (fillfactor=50);

CREATE TABLE "cogo"."used_assertions" ("assertion_hash" uuid NOT NULL, "expires_at" timestamp with time zone NOT NULL, CONSTRAINT "used_assertions_pkey" PRIMARY KEY (assertion_hash));

ALTER TABLE "cogo"."used_assertions" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."routing_decisions" ADD COLUMN "traceparent" text;

ALTER TABLE "cogo"."routing_decisions" ADD COLUMN "job_id" bigint;

CREATE OR REPLACE FUNCTION api.ack_subscription(name text, fence bigint, failures jsonb DEFAULT '[]'::jsonb, up_to uuid DEFAULT NULL::uuid, tenant_id uuid DEFAULT NULL::uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('events:subscribe');
  return cogo.ack_subscription(ack_subscription.name, ack_subscription.fence, ack_subscription.failures, ack_subscription.up_to, ack_subscription.tenant_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.add_agent_key(agent_id uuid, jwk jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.add_agent_key(add_agent_key.agent_id, add_agent_key.jwk);
end;
$function$;

CREATE OR REPLACE FUNCTION api.add_member(user_id uuid, role text, tenant_id uuid DEFAULT NULL::uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.add_member(add_member.user_id, add_member.role, add_member.tenant_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.add_signing_key(jwk jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.add_signing_key(add_signing_key.jwk);
end;
$function$;

CREATE OR REPLACE FUNCTION api.cancel_jobs(job_ids bigint[], hard boolean DEFAULT false, reason text DEFAULT NULL::text)
 RETURNS TABLE(job_id bigint, outcome text)
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:write');
  return query select * from cogo.cancel_jobs(cancel_jobs.job_ids, cancel_jobs.hard, cancel_jobs.reason);
end;
$function$;

CREATE OR REPLACE FUNCTION api.cancel_workflow(workflow_id uuid, reason text DEFAULT NULL::text, compensate boolean DEFAULT true)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  perform cogo.caller_tenant('flows:write');
  return cogo.cancel_workflow(cancel_workflow.workflow_id, cancel_workflow.reason, cancel_workflow.compensate);
end;
$function$;

CREATE OR REPLACE FUNCTION api.claim_notifications(worker text, want integer DEFAULT 10)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
AS $function$
begin
  return cogo.claim_notifications(claim_notifications.worker, claim_notifications.want);
end;
$function$;

CREATE OR REPLACE FUNCTION api.complete_jobs(results jsonb)
 RETURNS TABLE(job_id bigint, outcome text)
 LANGUAGE plpgsql
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:work');
  return query select * from cogo.complete_jobs(complete_jobs.results);
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
  perform cogo.caller_tenant('jobs:read');
  return query select * from cogo.count_dead_letters(count_dead_letters.since);
end;
$function$;

CREATE OR REPLACE FUNCTION api.create_agent(name text, scopes text[], tenant_id uuid DEFAULT NULL::uuid, project text DEFAULT NULL::text, type_prefixes text[] DEFAULT '{}'::text[], agent_id uuid DEFAULT NULL::uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.create_agent(
    create_agent.name, create_agent.scopes, create_agent.tenant_id, create_agent.project, create_agent.type_prefixes, create_agent.agent_id
  );
end;
$function$;

CREATE OR REPLACE FUNCTION api.create_tenant(name text, tenant_id uuid DEFAULT NULL::uuid, settings jsonb DEFAULT '{}'::jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.create_tenant(create_tenant.name, create_tenant.tenant_id, create_tenant.settings);
end;
$function$;

CREATE OR REPLACE FUNCTION api.discard_dead_letters(job_ids bigint[], reason text)
 RETURNS TABLE(job_id bigint, outcome text)
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:write');
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
  perform cogo.caller_tenant('jobs:write');
  return cogo.set_worker_drain(drain_worker.worker, drain_worker.tenant_id, true);
end;
$function$;

CREATE OR REPLACE FUNCTION api.draw_budget_lease(amount_nano numeric, seconds integer DEFAULT 600, lease_id uuid DEFAULT NULL::uuid, tenant_id uuid DEFAULT NULL::uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
AS $function$
begin
  perform cogo.caller_tenant('route:select');
  return cogo.draw_budget_lease(
    draw_budget_lease.amount_nano, draw_budget_lease.seconds, draw_budget_lease.lease_id, draw_budget_lease.tenant_id
  );
end;
$function$;

CREATE OR REPLACE FUNCTION api.enqueue_job(type text, payload jsonb DEFAULT '{}'::jsonb, idempotency_key text DEFAULT NULL::text, run_at timestamp with time zone DEFAULT NULL::timestamp with time zone, priority text DEFAULT NULL::text, executor text DEFAULT NULL::text, max_attempts integer DEFAULT NULL::integer, correlation_id uuid DEFAULT NULL::uuid, cause uuid DEFAULT NULL::uuid, traceparent text DEFAULT NULL::text, after bigint[] DEFAULT NULL::bigint[], tenant_id uuid DEFAULT NULL::uuid, concurrency_key text DEFAULT NULL::text, OUT job_id bigint, OUT id uuid, OUT created boolean)
 RETURNS record
 LANGUAGE plpgsql
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
AS $function$
begin
  perform cogo.caller_tenant('jobs:write');
  select enqueued.job_id, enqueued.id, enqueued.created into job_id, id, created
  from cogo.enqueue_jobs(jsonb_build_array(jsonb_strip_nulls(jsonb_build_object(
    'type', type, 'idempotency_key', idempotency_key, 'run_at', run_at, 'priority', priority, 'executor', executor,
    'max_attempts', max_attempts, 'correlation_id', correlation_id, 'cause', cause, 'traceparent', traceparent,
    'after', after, 'tenant_id', tenant_id, 'concurrency_key', concurrency_key
  )) || jsonb_build_object('payload', payload))) as enqueued;
end;
$function$;

CREATE OR REPLACE FUNCTION api.enqueue_jobs(jobs jsonb)
 RETURNS TABLE(ordinal integer, job_id bigint, id uuid, created boolean)
 LANGUAGE plpgsql
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:write');
  return query select * from cogo.enqueue_jobs(enqueue_jobs.jobs);
end;
$function$;

CREATE OR REPLACE FUNCTION api.explain_route(decision_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('route:select');
  return cogo.explain_route(explain_route.decision_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.finish_quality_run(run_id uuid, summary jsonb DEFAULT '{}'::jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  perform cogo.caller_tenant('quality:write');
  return cogo.finish_quality_run(finish_quality_run.run_id, finish_quality_run.summary);
end;
$function$;

CREATE OR REPLACE FUNCTION api.gate_summary(window_days integer DEFAULT 30)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  perform cogo.caller_tenant('quality:read');
  return cogo.gate_summary(gate_summary.window_days);
end;
$function$;

CREATE OR REPLACE FUNCTION api.get_agent(agent_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.get_agent(get_agent.agent_id);
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
  perform cogo.caller_tenant('jobs:read');
  return cogo.get_dead_letter(get_dead_letter.job_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.get_job(job_id bigint)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:read');
  return cogo.get_job(get_job.job_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.get_quality_run(run_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  perform cogo.caller_tenant('quality:read');
  return cogo.get_quality_run(get_quality_run.run_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.get_reply(job_id bigint DEFAULT NULL::bigint, request_id uuid DEFAULT NULL::uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:read');
  return cogo.get_reply(get_reply.job_id, get_reply.request_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.get_workflow(workflow_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  perform cogo.caller_tenant('flows:read');
  return cogo.get_workflow(get_workflow.workflow_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.ingress_cancel(id uuid, reason text DEFAULT NULL::text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:write');
  return cogo.ingress_cancel(ingress_cancel.id, ingress_cancel.reason);
end;
$function$;

CREATE OR REPLACE FUNCTION api.ingress_enqueue(job jsonb, callback_url text DEFAULT NULL::text, address text DEFAULT NULL::text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:write');
  return cogo.ingress_enqueue(ingress_enqueue.job, ingress_enqueue.callback_url, ingress_enqueue.address);
end;
$function$;

CREATE OR REPLACE FUNCTION api.ingress_events(id uuid, after_event_id uuid DEFAULT NULL::uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:read');
  return cogo.ingress_events(ingress_events.id, ingress_events.after_event_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.ingress_job(id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:read');
  return cogo.ingress_job(ingress_job.id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.ingress_result(id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:read');
  return cogo.ingress_result(ingress_result.id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.issue_credential(agent_id uuid, valid_days integer DEFAULT 90)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.issue_credential(issue_credential.agent_id, issue_credential.valid_days);
end;
$function$;

CREATE OR REPLACE FUNCTION api.job_events(job_id bigint, after_event_id uuid DEFAULT NULL::uuid, row_limit integer DEFAULT 100)
 RETURNS TABLE(id uuid, version text, type text, ts timestamp with time zone, trace_id text, correlation_id uuid, cause uuid, tenant_id uuid, actor jsonb, payload jsonb, schema jsonb)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:read');
  return query select * from cogo.job_events(job_events.job_id, job_events.after_event_id, job_events.row_limit);
end;
$function$;

CREATE OR REPLACE FUNCTION api.list_access_audit(tenant_id uuid DEFAULT NULL::uuid, before bigint DEFAULT NULL::bigint, row_limit integer DEFAULT 100)
 RETURNS SETOF jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query select told from cogo.list_access_audit(list_access_audit.tenant_id, list_access_audit.before, list_access_audit.row_limit) as told;
end;
$function$;

CREATE OR REPLACE FUNCTION api.list_agents(tenant_id uuid DEFAULT NULL::uuid, after uuid DEFAULT NULL::uuid, row_limit integer DEFAULT 100)
 RETURNS SETOF jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query select told from cogo.list_agents(list_agents.tenant_id, list_agents.after, list_agents.row_limit) as told;
end;
$function$;

CREATE OR REPLACE FUNCTION api.list_alert_notices(row_limit integer DEFAULT 100)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return cogo.list_alert_notices(list_alert_notices.row_limit);
end;
$function$;

CREATE OR REPLACE FUNCTION api.list_alerts()
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  perform cogo.caller_tenant('metrics:read');
  return cogo.list_alerts();
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
  perform cogo.caller_tenant('jobs:read');
  return query select * from cogo.list_dead_letters(
    list_dead_letters.only_stage, list_dead_letters.only_reason, list_dead_letters.type_prefix, list_dead_letters.since,
    list_dead_letters.only_state, list_dead_letters.page, list_dead_letters.row_limit
  );
end;
$function$;

CREATE OR REPLACE FUNCTION api.list_decisions(since_min integer DEFAULT 60, agent_id uuid DEFAULT NULL::uuid, row_limit integer DEFAULT 50, before uuid DEFAULT NULL::uuid, tenant_id uuid DEFAULT NULL::uuid)
 RETURNS SETOF jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('route:select');
  return query select * from cogo.list_decisions(list_decisions.since_min, list_decisions.agent_id, list_decisions.row_limit, list_decisions.before, list_decisions.tenant_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.list_inbound_hooks(only_tenant_id uuid DEFAULT NULL::uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.list_inbound_hooks(list_inbound_hooks.only_tenant_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.list_ingress_limits()
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.list_ingress_limits();
end;
$function$;

CREATE OR REPLACE FUNCTION api.list_jobs(only_state text DEFAULT NULL::text, type_prefix text DEFAULT NULL::text, before_job_id bigint DEFAULT NULL::bigint, row_limit integer DEFAULT 50, only_executor text DEFAULT NULL::text, only_tenant uuid DEFAULT NULL::uuid, since timestamp with time zone DEFAULT NULL::timestamp with time zone, until timestamp with time zone DEFAULT NULL::timestamp with time zone)
 RETURNS TABLE(job_id bigint, id uuid, tenant_id uuid, type text, executor text, priority text, state text, attempt integer, created_at timestamp with time zone, finished_at timestamp with time zone, worker text, next_before_job_id bigint)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:read');
  return query select * from cogo.list_jobs(
    list_jobs.only_state, list_jobs.type_prefix, list_jobs.before_job_id, list_jobs.row_limit, list_jobs.only_executor,
    list_jobs.only_tenant, list_jobs.since, list_jobs.until
  );
end;
$function$;

CREATE OR REPLACE FUNCTION api.list_members(tenant_id uuid DEFAULT NULL::uuid, after uuid DEFAULT NULL::uuid, row_limit integer DEFAULT 100)
 RETURNS SETOF jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query select told from cogo.list_members(list_members.tenant_id, list_members.after, list_members.row_limit) as told;
end;
$function$;

CREATE OR REPLACE FUNCTION api.list_models(only_provider text DEFAULT NULL::text, only_service text DEFAULT NULL::text, only_enabled boolean DEFAULT NULL::boolean)
 RETURNS TABLE(model_id bigint, provider text, model text, region text, service text, family text, context_tokens integer, max_output_tokens integer, capabilities text[], quality real, enabled boolean, sunset_at timestamp with time zone, price jsonb, source text, changed_at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('route:select');
  return query select known.* from cogo.list_models(list_models.only_provider, list_models.only_service, list_models.only_enabled) as known;
end;
$function$;

CREATE OR REPLACE FUNCTION api.list_notification_channels()
 RETURNS TABLE(name text, kind text, settings jsonb, secret_env text, kinds text[], min_severity text, changed_at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query select * from cogo.list_notification_channels();
end;
$function$;

CREATE OR REPLACE FUNCTION api.list_policies()
 RETURNS SETOF jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('route:select');
  return query select * from cogo.list_policies();
end;
$function$;

CREATE OR REPLACE FUNCTION api.list_quality_runs(only_target text DEFAULT NULL::text, only_iso_week text DEFAULT NULL::text, before_run_id uuid DEFAULT NULL::uuid, row_limit integer DEFAULT 50)
 RETURNS TABLE(run_id uuid, tenant_id uuid, kind text, iso_week text, target text, run_number integer, verdict text, gates jsonb, created_at timestamp with time zone, started_at timestamp with time zone, finished_at timestamp with time zone, next_before_run_id uuid)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('quality:read');
  return query select * from cogo.list_quality_runs(
    list_quality_runs.only_target,
    list_quality_runs.only_iso_week,
    list_quality_runs.before_run_id,
    list_quality_runs.row_limit
  );
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
  perform cogo.caller_tenant('schedules:read');
  return query select * from cogo.list_schedules(list_schedules.name_prefix, list_schedules.after_schedule_id, list_schedules.row_limit);
end;
$function$;

CREATE OR REPLACE FUNCTION api.list_signing_keys()
 RETURNS SETOF jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query select told from cogo.list_signing_keys() as told;
end;
$function$;

CREATE OR REPLACE FUNCTION api.list_silences(with_ended boolean DEFAULT false)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return cogo.list_silences(list_silences.with_ended);
end;
$function$;

CREATE OR REPLACE FUNCTION api.list_slos()
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  perform cogo.caller_tenant('metrics:read');
  return cogo.list_slos();
end;
$function$;

CREATE OR REPLACE FUNCTION api.list_snapshot_parts()
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return cogo.list_snapshot_parts();
end;
$function$;

CREATE OR REPLACE FUNCTION api.list_subscription_dead_letters(name text, row_limit integer DEFAULT 100, tenant_id uuid DEFAULT NULL::uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('events:subscribe');
  return cogo.list_subscription_dead_letters(list_subscription_dead_letters.name, list_subscription_dead_letters.row_limit, list_subscription_dead_letters.tenant_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.list_subscriptions(tenant_id uuid DEFAULT NULL::uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('events:subscribe');
  return cogo.list_subscriptions(list_subscriptions.tenant_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.list_tenants(after uuid DEFAULT NULL::uuid, row_limit integer DEFAULT 100)
 RETURNS SETOF jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query select told from cogo.list_tenants(list_tenants.after, list_tenants.row_limit) as told;
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
  perform cogo.caller_tenant('jobs:read');
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
  perform cogo.caller_tenant('flows:read');
  return query select * from cogo.list_workflows(
    list_workflows.only_state, list_workflows.name_prefix, list_workflows.before_workflow_id, list_workflows.row_limit
  );
end;
$function$;

CREATE OR REPLACE FUNCTION api.metrics_gauges()
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  perform cogo.caller_tenant('metrics:read');
  return cogo.metrics_gauges();
end;
$function$;

CREATE OR REPLACE FUNCTION api.metrics_health()
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  perform cogo.caller_tenant('metrics:read');
  return cogo.metrics_health();
end;
$function$;

CREATE OR REPLACE FUNCTION api.metrics_history(series text, since timestamp with time zone DEFAULT NULL::timestamp with time zone, until timestamp with time zone DEFAULT NULL::timestamp with time zone, step text DEFAULT '1m'::text, labels jsonb DEFAULT '{}'::jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  perform cogo.caller_tenant('metrics:read');
  return cogo.metrics_history(
    metrics_history.series, metrics_history.since, metrics_history.until, metrics_history.step, metrics_history.labels
  );
end;
$function$;

CREATE OR REPLACE FUNCTION api.metrics_keys()
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  perform cogo.caller_tenant('metrics:read');
  return cogo.metrics_keys();
end;
$function$;

CREATE OR REPLACE FUNCTION api.metrics_routing(service text DEFAULT NULL::text, since_min integer DEFAULT 60)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  perform cogo.caller_tenant('metrics:read');
  return cogo.metrics_routing(metrics_routing.service, metrics_routing.since_min);
end;
$function$;

CREATE OR REPLACE FUNCTION api.metrics_summary(window_minutes integer DEFAULT 60)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  perform cogo.caller_tenant('metrics:read');
  return cogo.metrics_summary(metrics_summary.window_minutes);
end;
$function$;

CREATE OR REPLACE FUNCTION api.metrics_totals()
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  perform cogo.caller_tenant('metrics:read');
  return cogo.metrics_totals();
end;
$function$;

CREATE OR REPLACE FUNCTION api.next_route(decision_id uuid, failure jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('route:select');
  return cogo.next_route(next_route.decision_id, next_route.failure);
end;
$function$;

CREATE OR REPLACE FUNCTION api.pause_schedule(name text, tenant_id uuid DEFAULT NULL::uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('schedules:write');
  return cogo.pause_schedule(pause_schedule.name, true, pause_schedule.tenant_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.pause_subscription(name text, tenant_id uuid DEFAULT NULL::uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('events:subscribe');
  return cogo.set_subscription_paused(pause_subscription.name, true, pause_subscription.tenant_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.plan_quality_run(run_id uuid, plan jsonb, cause uuid DEFAULT NULL::uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  perform cogo.caller_tenant('quality:write');
  return cogo.plan_quality_run(plan_quality_run.run_id, plan_quality_run.plan, plan_quality_run.cause);
end;
$function$;

CREATE OR REPLACE FUNCTION api.poll_subscription(name text, consumer text, want integer DEFAULT 100, tenant_id uuid DEFAULT NULL::uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('events:subscribe');
  return cogo.poll_subscription(poll_subscription.name, poll_subscription.consumer, poll_subscription.want, poll_subscription.tenant_id);
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
  perform cogo.caller_tenant('schedules:read');
  return query
  select * from cogo.preview_schedule(preview_schedule.cron, preview_schedule.time_zone, preview_schedule.count, preview_schedule.after);
end;
$function$;

CREATE OR REPLACE FUNCTION api.promote_signing_key(kid text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.promote_signing_key(promote_signing_key.kid);
end;
$function$;

CREATE OR REPLACE FUNCTION api.provider_health(since_min integer DEFAULT 60)
 RETURNS SETOF jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('metrics:read');
  return query select * from cogo.provider_health_summary(provider_health.since_min);
end;
$function$;

CREATE OR REPLACE FUNCTION api.publish(messages jsonb)
 RETURNS TABLE(ordinal integer, id uuid, created boolean)
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('events:publish');
  return query select * from cogo.publish(publish.messages);
end;
$function$;

CREATE OR REPLACE FUNCTION api.quality_gate_recent(row_limit integer DEFAULT 20)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  perform cogo.caller_tenant('quality:read');
  return cogo.quality_gate_recent(quality_gate_recent.row_limit);
end;
$function$;

CREATE OR REPLACE FUNCTION api.queue_stats()
 RETURNS TABLE(executor text, priority text, queue_name text, depth bigint, oldest_age_seconds double precision, held bigint, waiting bigint, blocked bigint, parked bigint, backlog bigint, paused boolean)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:read');
  return query select * from cogo.queue_stats();
end;
$function$;

CREATE OR REPLACE FUNCTION api.record_artifacts(artifacts jsonb)
 RETURNS TABLE(run_id uuid, name text, id uuid, outcome text)
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('quality:write');
  return query select * from cogo.record_artifacts(record_artifacts.artifacts);
end;
$function$;

CREATE OR REPLACE FUNCTION api.record_gate_fixes(fixes jsonb)
 RETURNS TABLE(run_id uuid, gate text, fixer text, outcome text, result text)
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('quality:write');
  return query select * from cogo.record_gate_fixes(record_gate_fixes.fixes);
end;
$function$;

CREATE OR REPLACE FUNCTION api.record_gate_results(results jsonb)
 RETURNS TABLE(run_id uuid, gate text, outcome text)
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('quality:write');
  return query select * from cogo.record_gate_results(record_gate_results.results);
end;
$function$;

CREATE OR REPLACE FUNCTION api.record_http(flush_id uuid, counts jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return cogo.record_http(record_http.flush_id, record_http.counts);
end;
$function$;

CREATE OR REPLACE FUNCTION api.redrive_dead_letter(job_id bigint, payload jsonb DEFAULT NULL::jsonb, delay_seconds double precision DEFAULT 0)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:write');
  return cogo.redrive_dead_letter(
    redrive_dead_letter.job_id, redrive_dead_letter.payload, redrive_dead_letter.delay_seconds
  );
end;
$function$;

CREATE OR REPLACE FUNCTION api.redrive_dead_letters(job_ids bigint[])
 RETURNS TABLE(dead_job_id bigint, job_id bigint, outcome text)
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:write');
  return query select * from cogo.redrive_dead_letters(redrive_dead_letters.job_ids);
end;
$function$;

CREATE OR REPLACE FUNCTION api.redrive_matching(filter jsonb, max_jobs integer DEFAULT 1000, per_minute double precision DEFAULT NULL::double precision)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:write');
  return cogo.redrive_matching(redrive_matching.filter, redrive_matching.max_jobs, redrive_matching.per_minute);
end;
$function$;

CREATE OR REPLACE FUNCTION api.redrive_subscription(name text, message_ids uuid[] DEFAULT NULL::uuid[], tenant_id uuid DEFAULT NULL::uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('events:subscribe');
  return cogo.redrive_subscription(redrive_subscription.name, redrive_subscription.message_ids, redrive_subscription.tenant_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.register_worker(worker text, executor text DEFAULT 'default'::text, version text DEFAULT NULL::text, capabilities jsonb DEFAULT '{}'::jsonb, concurrency integer DEFAULT 10, prefetch_max integer DEFAULT NULL::integer, max_per_minute integer DEFAULT NULL::integer, beat_seconds integer DEFAULT 15)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:work');
  return cogo.register_worker(
    register_worker.worker, register_worker.executor, register_worker.version, register_worker.capabilities,
    register_worker.concurrency, register_worker.prefetch_max, register_worker.max_per_minute, register_worker.beat_seconds
  );
end;
$function$;

CREATE OR REPLACE FUNCTION api.remove_inbound_hook(name text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.remove_inbound_hook(remove_inbound_hook.name);
end;
$function$;

CREATE OR REPLACE FUNCTION api.remove_member(user_id uuid, tenant_id uuid DEFAULT NULL::uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.remove_member(remove_member.user_id, remove_member.tenant_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.remove_notification_channel(name text)
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return cogo.remove_notification_channel(remove_notification_channel.name);
end;
$function$;

CREATE OR REPLACE FUNCTION api.remove_oidc_trust(trust_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.remove_oidc_trust(remove_oidc_trust.trust_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.remove_schedule(name text, tenant_id uuid DEFAULT NULL::uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('schedules:write');
  return cogo.remove_schedule(remove_schedule.name, remove_schedule.tenant_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.remove_silence(silence_id bigint, by text)
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return cogo.remove_silence(remove_silence.silence_id, remove_silence.by);
end;
$function$;

CREATE OR REPLACE FUNCTION api.remove_slo(name text)
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return cogo.remove_slo(remove_slo.name);
end;
$function$;

CREATE OR REPLACE FUNCTION api.request(type text, payload jsonb DEFAULT '{}'::jsonb, timeout_seconds integer DEFAULT 60, idempotency_key text DEFAULT NULL::text, priority text DEFAULT NULL::text, correlation_id uuid DEFAULT NULL::uuid, cause uuid DEFAULT NULL::uuid, traceparent text DEFAULT NULL::text, tenant_id uuid DEFAULT NULL::uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:write');
  return cogo.request(jsonb_strip_nulls(jsonb_build_object(
    'type', request.type, 'idempotency_key', request.idempotency_key, 'priority', request.priority,
    'correlation_id', request.correlation_id, 'cause', request.cause, 'traceparent', request.traceparent,
    'tenant_id', request.tenant_id
  )) || jsonb_build_object('payload', request.payload), request.timeout_seconds);
end;
$function$;

CREATE OR REPLACE FUNCTION api.resume_schedule(name text, tenant_id uuid DEFAULT NULL::uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('schedules:write');
  return cogo.pause_schedule(resume_schedule.name, false, resume_schedule.tenant_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.resume_subscription(name text, tenant_id uuid DEFAULT NULL::uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('events:subscribe');
  return cogo.set_subscription_paused(resume_subscription.name, false, resume_subscription.tenant_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.resume_tenant(tenant_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.set_tenant_state(resume_tenant.tenant_id, 'active');
end;
$function$;

CREATE OR REPLACE FUNCTION api.resume_worker(worker text, tenant_id uuid DEFAULT NULL::uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:write');
  return cogo.set_worker_drain(resume_worker.worker, resume_worker.tenant_id, false);
end;
$function$;

CREATE OR REPLACE FUNCTION api.retire_signing_key(kid text, force boolean DEFAULT false)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.retire_signing_key(retire_signing_key.kid, retire_signing_key.force);
end;
$function$;

CREATE OR REPLACE FUNCTION api.return_budget_lease(lease_id uuid, spent_nano numeric, tenant_id uuid DEFAULT NULL::uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
AS $function$
begin
  perform cogo.caller_tenant('route:select');
  return cogo.return_budget_lease(return_budget_lease.lease_id, return_budget_lease.spent_nano, return_budget_lease.tenant_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.revoke_agent(agent_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.revoke_agent(revoke_agent.agent_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.revoke_agent_key(key_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.revoke_agent_key(revoke_agent_key.key_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.revoke_credential(credential_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.revoke_credential(revoke_credential.credential_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.run_schedule_now(name text, idempotency_key text DEFAULT NULL::text, tenant_id uuid DEFAULT NULL::uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('schedules:write');
  return cogo.run_schedule_now(run_schedule_now.name, run_schedule_now.idempotency_key, run_schedule_now.tenant_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.schedule_gate(target text DEFAULT '.'::text, iso_week text DEFAULT NULL::text, dry boolean DEFAULT false, run_number integer DEFAULT 1)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  perform cogo.caller_tenant('quality:write');
  return cogo.schedule_gate(schedule_gate.target, schedule_gate.iso_week, schedule_gate.dry, schedule_gate.run_number);
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
  perform cogo.caller_tenant('schedules:read');
  return query
  select * from cogo.schedule_history(
    schedule_history.name, schedule_history.before_due_at, schedule_history.row_limit, schedule_history.tenant_id
  );
end;
$function$;

CREATE OR REPLACE FUNCTION api.schedule_weekly(target text DEFAULT '.'::text, iso_week text DEFAULT NULL::text, dry boolean DEFAULT false, run_number integer DEFAULT 1)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  perform cogo.caller_tenant('quality:write');
  return cogo.schedule_weekly(
    schedule_weekly.target,
    schedule_weekly.iso_week,
    schedule_weekly.dry,
    schedule_weekly.run_number
  );
end;
$function$;

CREATE OR REPLACE FUNCTION api.select_route(service text, context_tokens integer, max_output_tokens integer DEFAULT NULL::integer, intended_model text DEFAULT NULL::text, sla_ms integer DEFAULT NULL::integer, cost_sensitivity real DEFAULT NULL::real, domain_tags text[] DEFAULT '{}'::text[], region text DEFAULT NULL::text, data_policy text DEFAULT NULL::text, capabilities text[] DEFAULT '{}'::text[], session text DEFAULT NULL::text, prefix_hash text DEFAULT NULL::text, cached_tokens integer DEFAULT NULL::integer, critical boolean DEFAULT false, max_cost_nano bigint DEFAULT NULL::bigint, idempotency_key text DEFAULT NULL::text, tenant_id uuid DEFAULT NULL::uuid, traceparent text DEFAULT NULL::text, job_id bigint DEFAULT NULL::bigint)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('route:select');
  return cogo.select_route(
    select_route.service, select_route.context_tokens, select_route.max_output_tokens, select_route.intended_model,
    select_route.sla_ms, select_route.cost_sensitivity, select_route.domain_tags, select_route.region, select_route.data_policy,
    select_route.capabilities, select_route.session, select_route.prefix_hash, select_route.cached_tokens, select_route.critical,
    select_route.max_cost_nano, select_route.idempotency_key, select_route.tenant_id,
    select_route.traceparent, select_route.job_id
  );
end;
$function$;

CREATE OR REPLACE FUNCTION api.send_notification(kind text, dedupe_key text, message jsonb, channels text[] DEFAULT NULL::text[])
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return cogo.send_notification(
    send_notification.kind, send_notification.dedupe_key, send_notification.message, send_notification.channels
  );
end;
$function$;

CREATE OR REPLACE FUNCTION api.send_test_notification(channel text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return cogo.send_test_notification(send_test_notification.channel);
end;
$function$;

CREATE OR REPLACE FUNCTION api.set_inbound_hook(name text, provider text, job_type text DEFAULT NULL::text, event_types jsonb DEFAULT '{}'::jsonb, tenant_id uuid DEFAULT NULL::uuid, secret_env text DEFAULT NULL::text, paused boolean DEFAULT false, rotate boolean DEFAULT false)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.set_inbound_hook(
    set_inbound_hook.name, set_inbound_hook.provider, set_inbound_hook.job_type, set_inbound_hook.event_types,
    set_inbound_hook.tenant_id, set_inbound_hook.secret_env, set_inbound_hook.paused, set_inbound_hook.rotate
  );
end;
$function$;

CREATE OR REPLACE FUNCTION api.set_ingress_limit(scope text, max_count integer DEFAULT NULL::integer, per_seconds integer DEFAULT 60, tenant_id uuid DEFAULT NULL::uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.set_ingress_limit(
    set_ingress_limit.scope, set_ingress_limit.max_count, set_ingress_limit.per_seconds, set_ingress_limit.tenant_id
  );
end;
$function$;

CREATE OR REPLACE FUNCTION api.set_notification_channel(name text, kind text, settings jsonb DEFAULT '{}'::jsonb, secret_env text DEFAULT NULL::text, kinds text[] DEFAULT '{*}'::text[], min_severity text DEFAULT 'info'::text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return to_jsonb(cogo.set_notification_channel(
    set_notification_channel.name, set_notification_channel.kind, set_notification_channel.settings,
    set_notification_channel.secret_env, set_notification_channel.kinds, set_notification_channel.min_severity
  ));
end;
$function$;

CREATE OR REPLACE FUNCTION api.set_oidc_trust(agent_id uuid, issuer text, audience text, subject text, jwks_url text DEFAULT NULL::text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.set_oidc_trust(
    set_oidc_trust.agent_id, set_oidc_trust.issuer, set_oidc_trust.audience, set_oidc_trust.subject, set_oidc_trust.jwks_url
  );
end;
$function$;

CREATE OR REPLACE FUNCTION api.set_runbook_base(url text)
 RETURNS text
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return cogo.set_runbook_base(set_runbook_base.url);
end;
$function$;

CREATE OR REPLACE FUNCTION api.set_schedule(name text, cron text DEFAULT NULL::text, every_seconds integer DEFAULT NULL::integer, time_zone text DEFAULT 'UTC'::text, job jsonb DEFAULT NULL::jsonb, workflow jsonb DEFAULT NULL::jsonb, missed text DEFAULT 'one'::text, missed_limit integer DEFAULT 10, grace_seconds integer DEFAULT 60, overlap text DEFAULT 'allow'::text, jitter_seconds integer DEFAULT 0, paused boolean DEFAULT NULL::boolean, starts_at timestamp with time zone DEFAULT NULL::timestamp with time zone, ends_at timestamp with time zone DEFAULT NULL::timestamp with time zone, tenant_id uuid DEFAULT NULL::uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('schedules:write');
  return cogo.set_schedule(jsonb_build_object(
    'name', name, 'cron', cron, 'every_seconds', every_seconds, 'time_zone', time_zone, 'job', job, 'workflow', workflow,
    'missed', missed, 'missed_limit', missed_limit, 'grace_seconds', grace_seconds, 'overlap', overlap,
    'jitter_seconds', jitter_seconds, 'starts_at', starts_at, 'ends_at', ends_at
  ), paused, tenant_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.set_slo(name text, settings jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return cogo.set_slo(set_slo.name, set_slo.settings);
end;
$function$;

CREATE OR REPLACE FUNCTION api.settle_route(decision_id uuid, attempt integer DEFAULT 1, usage jsonb DEFAULT NULL::jsonb, status text DEFAULT 'succeeded'::text, http_status integer DEFAULT NULL::integer, first_token_ms integer DEFAULT NULL::integer, total_ms integer DEFAULT NULL::integer, retry_after_ms bigint DEFAULT NULL::bigint)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
AS $function$
begin
  perform cogo.caller_tenant('route:select');
  return cogo.settle_route(jsonb_build_object(
    'decision_id', settle_route.decision_id, 'attempt', settle_route.attempt, 'usage', settle_route.usage,
    'status', settle_route.status, 'http_status', settle_route.http_status, 'first_token_ms', settle_route.first_token_ms,
    'total_ms', settle_route.total_ms, 'retry_after_ms', settle_route.retry_after_ms
  ));
end;
$function$;

CREATE OR REPLACE FUNCTION api.settle_routes(routes jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
AS $function$
begin
  perform cogo.caller_tenant('route:select');
  return cogo.settle_routes(settle_routes.routes);
end;
$function$;

CREATE OR REPLACE FUNCTION api.show_trace(job_id bigint)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:read');
  return cogo.show_trace(show_trace.job_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.show_webhook_key(name text, rotate boolean DEFAULT false, tenant_id uuid DEFAULT NULL::uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('events:subscribe');
  return cogo.show_webhook_key(show_webhook_key.name, show_webhook_key.rotate, show_webhook_key.tenant_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.signal_workflow(workflow_id uuid, signal text, payload jsonb DEFAULT '{}'::jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  perform cogo.caller_tenant('flows:write');
  return cogo.signal_workflow(signal_workflow.workflow_id, signal_workflow.signal, signal_workflow.payload);
end;
$function$;

CREATE OR REPLACE FUNCTION api.silence_alert(slo text, until timestamp with time zone, reason text, by text, subject text DEFAULT NULL::text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return cogo.silence_alert(silence_alert.slo, silence_alert.until, silence_alert.reason, silence_alert.by, silence_alert.subject);
end;
$function$;

CREATE OR REPLACE FUNCTION api.spend_summary(tenant_id uuid DEFAULT NULL::uuid, since_hours integer DEFAULT 24)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  perform cogo.caller_tenant('money:read');
  return cogo.spend_summary(spend_summary.tenant_id, spend_summary.since_hours);
end;
$function$;

CREATE OR REPLACE FUNCTION api.start_workflow(name text, input jsonb DEFAULT '{}'::jsonb, idempotency_key text DEFAULT NULL::text, version integer DEFAULT NULL::integer, tenant_id uuid DEFAULT NULL::uuid, traceparent text DEFAULT NULL::text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  perform cogo.caller_tenant('flows:write');
  return cogo.start_workflows(jsonb_build_array(jsonb_strip_nulls(jsonb_build_object(
    'name', name, 'idempotency_key', idempotency_key, 'version', version, 'tenant_id', tenant_id, 'traceparent', traceparent
  )) || jsonb_build_object('input', input))) -> 0;
end;
$function$;

CREATE OR REPLACE FUNCTION api.start_workflows(workflows jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  perform cogo.caller_tenant('flows:write');
  return cogo.start_workflows(start_workflows.workflows);
end;
$function$;

CREATE OR REPLACE FUNCTION api.subscribe(name text, patterns text[], kind text DEFAULT 'pull'::text, url text DEFAULT NULL::text, start text DEFAULT 'now'::text, batch_size integer DEFAULT 100, lease_seconds integer DEFAULT 60, max_attempts integer DEFAULT NULL::integer, retry_base_ms integer DEFAULT NULL::integer, retry_factor real DEFAULT NULL::real, retry_max_ms integer DEFAULT NULL::integer, pause_after_seconds integer DEFAULT 432000, tenant_id uuid DEFAULT NULL::uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('events:subscribe');
  return cogo.subscribe(
    subscribe.name, subscribe.patterns, subscribe.kind, subscribe.url, subscribe.start, subscribe.batch_size,
    subscribe.lease_seconds, subscribe.max_attempts, subscribe.retry_base_ms, subscribe.retry_factor,
    subscribe.retry_max_ms, subscribe.pause_after_seconds, subscribe.tenant_id
  );
end;
$function$;

CREATE OR REPLACE FUNCTION api.suspend_tenant(tenant_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.set_tenant_state(suspend_tenant.tenant_id, 'suspended');
end;
$function$;

CREATE OR REPLACE FUNCTION api.take_snapshot(part text, after jsonb DEFAULT NULL::jsonb, row_limit integer DEFAULT 2000)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return coalesce(
    cogo.snapshot_document(take_snapshot.part),
    cogo.snapshot_rows(take_snapshot.part, take_snapshot.after, take_snapshot.row_limit)
  );
end;
$function$;

CREATE OR REPLACE FUNCTION api.unregister_worker(worker text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:work');
  return cogo.unregister_worker(unregister_worker.worker);
end;
$function$;

CREATE OR REPLACE FUNCTION api.unsubscribe(name text, tenant_id uuid DEFAULT NULL::uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('events:subscribe');
  return cogo.unsubscribe(unsubscribe.name, unsubscribe.tenant_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.update_agent(agent_id uuid, name text DEFAULT NULL::text, scopes text[] DEFAULT NULL::text[], type_prefixes text[] DEFAULT NULL::text[], project text DEFAULT NULL::text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.update_agent(update_agent.agent_id, update_agent.name, update_agent.scopes, update_agent.type_prefixes, update_agent.project);
end;
$function$;

CREATE OR REPLACE FUNCTION api.work(worker text, finished jsonb DEFAULT '[]'::jsonb, renew bigint[] DEFAULT '{}'::bigint[], want integer DEFAULT 0, executor text DEFAULT 'default'::text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:work');
  return cogo.work(work.worker, work.finished, work.renew, work.want, work.executor);
end;
$function$;

CREATE OR REPLACE FUNCTION api.worker_heartbeat(worker text, load real DEFAULT NULL::real, held integer DEFAULT NULL::integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:work');
  return cogo.worker_heartbeat(worker_heartbeat.worker, worker_heartbeat.load, worker_heartbeat.held);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.access_token_hook(event jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  claims jsonb := coalesce(access_token_hook.event -> 'claims', '{}');
  member cogo.members;
begin
  select known.* into member from cogo.members as known
  join cogo.tenants as tenant on tenant.tenant_id = known.tenant_id
  where known.user_id::text = lower(access_token_hook.event ->> 'user_id') and tenant.state = 'active'
  -- Of several tenants the one that an administrator chose for the person, else the first.
  order by (known.tenant_id::text = lower(claims #>> '{app_metadata,tenant_id}')) is true desc, known.added_at, known.tenant_id
  limit 1;
  claims := claims - array['tenant_id', 'agent_id', 'project_id', 'scopes', 'member_role'];
  if found then
    claims := claims || jsonb_build_object(
      'tenant_id', member.tenant_id, 'member_role', member.role, 'scopes', to_jsonb(cogo.role_scopes(member.role))
    );
  end if;
  return access_token_hook.event || jsonb_build_object('claims', claims);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.add_agent_key(agent_id uuid, jwk jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  agent cogo.agents := cogo.own_agent(add_agent_key.agent_id);
  key cogo.agent_keys;
begin
  if agent.state <> 'active' then
    perform cogo.refuse_access('the agent is revoked', 'Create another agent.');
  elsif (
    jsonb_typeof(jwk) = 'object' and not jwk ?| array['d', 'k', 'p', 'q'] and length(jwk ->> 'kid') between 1 and 100 and length(jwk::text) <= 2000
    and ((jwk ->> 'kty' = 'EC' and jwk ->> 'crv' = 'P-256') or (jwk ->> 'kty' = 'OKP' and jwk ->> 'crv' = 'Ed25519'))
  ) is not true then
    perform cogo.refuse_argument('jwk', 'it must be the public half of a P-256 or Ed25519 key, with a kid');
  end if;
  insert into cogo.agent_keys (key_id, agent_id, kid, public_jwk, created_at)
  values (gen_random_uuid(), agent.agent_id, jwk ->> 'kid', jwk, cogo.now_())
  on conflict do nothing
  returning * into key;
  if not found then
    perform cogo.refuse_access('the agent has a key of that kid', 'Give each key a kid of its own, also those that are revoked.');
  end if;
  perform cogo.note_access(agent.tenant_id, 'add_agent_key', agent.agent_id::text, null, to_jsonb(key));
  return to_jsonb(key);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.add_member(user_id uuid, role text, tenant_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  tenant cogo.tenants := cogo.own_tenant(add_member.tenant_id);
  before cogo.members;
  after cogo.members;
begin
  if add_member.user_id is null then
    perform cogo.refuse_argument('user_id', 'it must be given');
  elsif (add_member.role in ('owner', 'operator', 'fixer', 'viewer')) is not true then
    perform cogo.refuse_argument('role', 'it must be owner, operator, fixer or viewer');
  end if;
  select member.* into before from cogo.members as member
  where member.tenant_id = tenant.tenant_id and member.user_id = add_member.user_id;
  if before.role = add_member.role then
    return to_jsonb(before);
  elsif before.role = 'owner' then
    perform cogo.keep_an_owner(tenant.tenant_id, add_member.user_id);
  end if;
  insert into cogo.members as member (tenant_id, user_id, role, added_at, changed_at)
  values (tenant.tenant_id, add_member.user_id, add_member.role, at, at)
  on conflict on constraint members_pkey do update set role = excluded.role, changed_at = excluded.changed_at
  returning * into after;
  delete from cogo.revocations as refused where refused.tenant_id = tenant.tenant_id and refused.subject_id = add_member.user_id;
  perform cogo.note_access(
    tenant.tenant_id, 'add_member', after.user_id::text, case when before.user_id is not null then to_jsonb(before) end, to_jsonb(after)
  );
  return to_jsonb(after);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.add_metric_rows(step text, deltas jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
declare
  unit constant text := cogo.metric_unit(add_metric_rows.step);
  late jsonb;
begin
  with given as materialized (
    select delta.series_id, date_trunc(unit, delta.at, 'UTC') as at, delta.counts, delta.ms, delta.bins, delta.bin_counts
    from jsonb_to_recordset(add_metric_rows.deltas) as delta (
      series_id bigint, at timestamptz, counts jsonb, ms double precision, bins smallint[], bin_counts bigint[]
    )
  ),
  counted as (
    select each.series_id, each.at, jsonb_object_agg(each.key, each.total) as counts
    from (
      select given.series_id, given.at, item.key, sum(item.value::numeric) as total
      from given cross join lateral jsonb_each_text(given.counts) as item group by given.series_id, given.at, item.key
    ) as each
    group by each.series_id, each.at
  ),
  binned as (
    select each.series_id, each.at, array_agg(each.bin order by each.bin) as bins, array_agg(each.total order by each.bin) as bin_counts
    from (
      select given.series_id, given.at, item.bin, sum(item.many)::bigint as total
      from given cross join lateral unnest(given.bins, given.bin_counts) as item (bin, many) group by given.series_id, given.at, item.bin
    ) as each
    group by each.series_id, each.at
  ),
  merged as materialized (
    select whole.*, coalesce(counted.counts, '{}') as counts, coalesce(binned.bins, '{}') as bins, coalesce(binned.bin_counts, '{}') as bin_counts
    from (select given.series_id, given.at, coalesce(sum(given.ms), 0) as ms from given group by given.series_id, given.at) as whole
    left join counted on counted.series_id = whole.series_id and counted.at = whole.at
    left join binned on binned.series_id = whole.series_id and binned.at = whole.at
  ),
  written as (
    insert into cogo.metric_rows as known (series_id, at, step, ms, counts, bins, bin_counts)
    -- In order, so that two who add to the same rows wait for each other but never in a circle.
    select merged.series_id, merged.at, add_metric_rows.step, merged.ms, merged.counts, merged.bins, merged.bin_counts
    from merged order by merged.series_id, merged.at
    on conflict (series_id, step, at) do update set
      ms = known.ms + excluded.ms, counts = cogo.added_counts(known.counts, excluded.counts),
      (bins, bin_counts) = (
        select coalesce(array_agg(each.bin order by each.bin), '{}'), coalesce(array_agg(each.total order by each.bin), '{}')
        from (
          select item.bin, sum(item.many)::bigint as total
          from (select * from unnest(known.bins, known.bin_counts) union all select * from unnest(excluded.bins, excluded.bin_counts)) as item (bin, many)
          group by item.bin
        ) as each
      )
    returning known.series_id, known.at, known.rolled
  )
  select jsonb_agg(to_jsonb(merged)) into late
  from written join merged on merged.series_id = written.series_id and merged.at = written.at
  where written.rolled;
  if late is not null then
    perform cogo.add_metric_rows(case add_metric_rows.step when '1m' then '1h' else '1d' end, late);
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.add_metrics(deltas jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
declare
  numbered jsonb;
begin
  select jsonb_agg(delta.value || jsonb_build_object('series_id', cogo.series_id(
    delta.value ->> 'name', (delta.value ->> 'tenant_id')::uuid, coalesce(delta.value -> 'labels', '{}')
  )))
  into numbered
  from jsonb_array_elements(add_metrics.deltas) as item
  -- Each counts once as what it is and once with all others of its name.
  cross join lateral (
    values (item.value), (item.value || jsonb_build_object('name', item.value ->> 'name' || ':all', 'tenant_id', null, 'labels', '{}'::jsonb))
  ) as delta (value);
  if numbered is null then
    return;
  end if;
  insert into cogo.metric_series (series_id, name, tenant_id, labels)
  select distinct on (delta.series_id) delta.series_id, delta.name, delta.tenant_id, coalesce(delta.labels, '{}')
  from jsonb_to_recordset(numbered) as delta (series_id bigint, name text, tenant_id uuid, labels jsonb)
  where not exists (select from cogo.metric_series as known where known.series_id = delta.series_id)
  order by delta.series_id
  on conflict do nothing;
  perform cogo.add_metric_rows('1m', numbered);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.add_signing_key(jwk jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  key cogo.signing_keys;
begin
  if (
    jsonb_typeof(jwk) = 'object' and not jwk ?| array['d', 'k'] and jwk ->> 'kty' = 'EC' and jwk ->> 'crv' = 'P-256'
    and length(jwk ->> 'kid') between 1 and 100 and length(jwk::text) <= 2000
  ) is not true then
    perform cogo.refuse_argument('jwk', 'it must be the public half of a P-256 key, with a kid');
  end if;
  insert into cogo.signing_keys (kid, alg, public_jwk, state, created_at, changed_at)
  values (jwk ->> 'kid', 'ES256', jwk, 'standby', at, at)
  on conflict do nothing
  returning * into key;
  if not found then
    select known.* into key from cogo.signing_keys as known where known.kid = jwk ->> 'kid';
    if key.public_jwk <> jwk then
      perform cogo.refuse_access('another key has that kid', 'Give each key a kid of its own.');
    end if;
    return to_jsonb(key);
  end if;
  perform cogo.note_access(null, 'add_signing_key', key.kid, null, to_jsonb(key));
  return to_jsonb(key);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.add_times(times jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
begin
  insert into cogo.time_totals as known (name, labels, ms, buckets)
  select whole.name, whole.labels, sum(counted.ms), array_agg(coalesce(counted.many, 0) order by slot.place)
  from (
    select distinct item.name, item.within as labels from jsonb_to_recordset(add_times.times) as item (name text, within jsonb)
  ) as whole
  cross join generate_series(1, 18) as slot (place)
  left join (
    select item.name, item.within as labels, item.place, sum(item.ms) as ms, sum(item.many)::bigint as many
    from jsonb_to_recordset(add_times.times) as item (name text, within jsonb, place integer, ms double precision, many bigint)
    group by item.name, item.within, item.place
  ) as counted on counted.name = whole.name and counted.labels = whole.labels and counted.place = slot.place
  group by whole.name, whole.labels
  on conflict (name, labels) do update set
    ms = known.ms + excluded.ms,
    buckets = array(select a + b from unnest(known.buckets, excluded.buckets) with ordinality as each (a, b, place) order by place);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.added_counts(a jsonb, b jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return (
    select coalesce(jsonb_object_agg(summed.key, summed.total), '{}')
    from (
      select item.key, sum(item.value::numeric) as total
      from (select * from jsonb_each_text(added_counts.a) union all select * from jsonb_each_text(added_counts.b)) as item
      group by item.key
    ) as summed
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.admin_tenant(tenant_id uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  caller uuid := cogo.caller_tenant();
begin
  if caller is null then
    return admin_tenant.tenant_id;
  elsif not exists (
    select from cogo.members as member
    where member.tenant_id = caller and member.user_id::text = lower(cogo.claim('sub')) and member.role = 'owner'
  ) or cogo.claim('agent_id') is not null or exists (
    select from cogo.revocations as refused where refused.tenant_id = caller and refused.subject_id::text in (caller::text, lower(cogo.claim('sub')))
  ) then
    raise sqlstate 'PT403' using
      message = 'Cannot administer access: the caller is no owner of the tenant', detail = 'owners_only',
      hint = 'Ask an owner of the tenant, or an operator.';
  elsif admin_tenant.tenant_id <> caller then
    perform cogo.raise_access_not_found('tenant_not_found', 'the tenant', admin_tenant.tenant_id::text);
  end if;
  return caller;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.alert_gauges()
 RETURNS TABLE(slo text, severity text, firing integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
begin
  return query
  select known.name, each.severity, count(alert.slo)::integer
  from cogo.slos as known
  cross join (values ('critical'), ('warning')) as each (severity)
  left join cogo.alerts as alert on alert.slo = known.name and alert.state = 'firing' and alert.severity = each.severity
    and not cogo.is_silenced(alert.slo, alert.subject, at)
  where known.enabled
  group by known.name, each.severity
  order by known.name, each.severity;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.alert_message(alert cogo.alerts, what text, severity text, remark text, at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  slo cogo.slos;
  about text;
  runbook text;
begin
  select * into slo from cogo.slos as known where known.name = alert.slo;
  runbook := cogo.runbook_url(slo.runbook);
  about := concat_ws(' ', slo.title, '(' || concat_ws(', ', slo.name, nullif(alert.subject, '')) || ')');
  return jsonb_build_object(
    'title', left(case alert_message.what
      when 'recovered' then 'Recovered: '
      when 'reminded' then 'Still ' || alert_message.severity || ': '
      when 'escalated' then 'Now critical: '
      when 'eased' then 'No longer critical: '
      when 'silence_ended' then 'Silence over: '
      else initcap(alert_message.severity) || ': '
    end || about, 200),
    'severity', alert_message.severity,
    'text', concat_ws(E'\n', initcap(left(alert.message, 1)) || substr(alert.message, 2) || '.', alert_message.remark, 'What to do: ' || runbook),
    'facts', (
      select jsonb_agg(jsonb_build_object('name', fact.name, 'value', fact.value) order by fact.place)
      from (
        values
          (1, 'slo', slo.name), (2, 'subject', nullif(alert.subject, '')), (3, 'state', alert.state),
          (4, 'since', to_char(alert.since at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS "UTC"')),
          (5, case when slo.objective is null then 'value' else 'burn' end, trim_scale(alert.value)::text)
      ) as fact (place, name, value)
      where fact.value is not null
    ),
    'links', case
      when runbook like 'http%' then jsonb_build_array(jsonb_build_object('title', 'What to do', 'url', runbook)) else '[]'
    end,
    -- One thread per episode: its end closes what its beginning opened.
    'thread', format('alert:%s:%s:%s', alert.slo, alert.episode, md5(alert.subject)),
    'at', alert_message.at
  ) || case
    when alert_message.severity = 'recovered' then jsonb_build_object('recovered_from', alert.notified_severity) else '{}'
  end;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.alert_rank(severity text)
 RETURNS integer
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return case alert_rank.severity when 'critical' then 2 when 'warning' then 1 else 0 end;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.are_gate_verdicts(told jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return coalesce(jsonb_typeof(are_gate_verdicts.told), 'null') = 'object'
    and (are_gate_verdicts.told - array['lint', 'check', 'test']) = '{}'
    and are_gate_verdicts.told #>> '{lint,verdict}' is not null
    and are_gate_verdicts.told #>> '{check,verdict}' is not null
    and are_gate_verdicts.told #>> '{test,verdict}' is not null
    and not exists (
      select from jsonb_each(are_gate_verdicts.told) as gate (name, line)
      where jsonb_typeof(gate.line) <> 'object'
        or gate.line ->> 'verdict' not in ('passed', 'failed', 'skipped', 'error')
    );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.artifact_line(artifact cogo.artifacts)
 RETURNS jsonb
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return jsonb_build_object(
    'name', (artifact).name, 'kind', (artifact).kind, 'media_type', (artifact).media_type,
    'size_bytes', (artifact).size_bytes, 'sha256', (artifact).sha256, 'job_id', (artifact).job_id,
    'location', (artifact).location,
    'url', case
      when (artifact).location like 'storage:%' then '/storage/v1/object/authenticated/' || substr((artifact).location, 9)
      else '/artifacts/' || (artifact).sha256
    end
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.artifacts_of(artifacts jsonb)
 RETURNS TABLE(ordinal bigint, run_id uuid, job_id bigint, fence bigint, name text, kind text, media_type text, size_bytes bigint, sha256 text, location text)
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  problem text;
begin
  begin
    return query
    select item.ordinal, (item.value ->> 'run_id')::uuid, (item.value ->> 'job_id')::bigint,
      coalesce((item.value ->> 'fence')::bigint, 0), item.value ->> 'name',
      coalesce(item.value ->> 'kind', 'other'), item.value ->> 'media_type',
      (item.value ->> 'size_bytes')::bigint, item.value ->> 'sha256', item.value ->> 'location'
    from jsonb_array_elements(artifacts_of.artifacts) with ordinality as item (value, ordinal);
  exception when data_exception then
    problem := sqlerrm;
  end;

  if problem is null then
    select format('artifacts[%s] has a name, kind, media_type, size_bytes, sha256 or location that is not allowed',
      item.ordinal - 1)
    into problem
    from jsonb_array_elements(artifacts_of.artifacts) with ordinality as item (value, ordinal)
    where item.value ->> 'run_id' is null
      or coalesce(item.value ->> 'name', '') !~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$'
      or coalesce(item.value ->> 'kind', 'other') not in ('log', 'report', 'coverage', 'summary', 'diff', 'eslint', 'other')
      or coalesce(item.value ->> 'media_type', '') !~ '^[a-z]+/[a-z0-9.+-]+(;.*)?$'
      or coalesce((item.value ->> 'size_bytes')::bigint, -1) < 0
      or coalesce(item.value ->> 'sha256', '') !~ '^[0-9a-f]{64}$'
      or coalesce(item.value ->> 'location', '') !~ '^(local|storage):.+$'
      or char_length(item.value ->> 'location') > 500
    limit 1;
  end if;

  if problem is not null then
    raise sqlstate 'PT400' using
      message = format('Cannot record artifacts: %s', problem),
      detail = 'bad_argument',
      hint = 'Each artifact: run_id, name, kind, media_type, size_bytes, sha256, location (local:… or storage:…).';
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.await_callback(job_id bigint, tenant uuid, url text, is_new boolean, at timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  -- One receiver for each agent and address, whose secret only that agent may see.
  receiver text := 'callback-' || substr(replace(cogo.short_hash(
    format('callback:%s:%s:%s', await_callback.tenant, cogo.caller_agent(), await_callback.url)
  )::text, '-', ''), 1, 16);
  known cogo.subscriptions;
  pattern text := format('tenant.%s.agent.%s.>', await_callback.tenant, receiver);
begin
  if not await_callback.is_new then
    return receiver;
  end if;
  -- The end tells the result, so who asks for it must be one who may read it.
  perform cogo.caller_tenant('jobs:read');
  select webhook.* into known from cogo.subscriptions as webhook
  where webhook.tenant_id = await_callback.tenant and webhook.name = receiver;
  if found and (known.kind, known.url, known.agent_id) is distinct from ('webhook', await_callback.url, cogo.caller_agent()) then
    raise sqlstate 'PT409' using
      message = format('Cannot tell the end to that address: the subscription %s is another', receiver),
      detail = 'subscription_exists',
      hint = 'Unsubscribe it, or use another address; nothing was enqueued.';
  elsif not found then
    perform cogo.check_callback_url(await_callback.url);
    if (select count(*) from cogo.subscriptions as each_one where each_one.tenant_id = await_callback.tenant) >= 200 then
      perform cogo.refuse_argument('callback.url', 'the tenant has 200 subscriptions; use one address for all jobs, or unsubscribe old ones');
    end if;
    insert into cogo.subscriptions (
      tenant_id, agent_id, name, kind, patterns, url, created_at, start_id, position_id, batch_size, lease_seconds, max_attempts,
      retry_base_ms, retry_factor, retry_max_ms, pause_after_seconds
    )
    select await_callback.tenant, cogo.caller_agent(), receiver, 'webhook', array[pattern], await_callback.url, await_callback.at,
      now_at.number, now_at.number, 100, 60, 10, 5000, 4, 21600000, 432000
    from (select coalesce(pg_sequence_last_value('cogo.events_id_seq'::regclass), 0) as number) as now_at
    on conflict (tenant_id, name) do nothing;
  end if;
  insert into cogo.ingress_callbacks (job_id, tenant_id, receiver, asked_at)
  values (await_callback.job_id, await_callback.tenant, receiver, await_callback.at)
  on conflict (job_id) do nothing;
  return receiver;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.backlog_depths(only_executor text)
 RETURNS TABLE(executor text, depth bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
begin
  if not exists (select from cogo.backlog) then
    return;
  end if;
  return query
  select lane.executor, near.jobs
  from cogo.lanes as lane
  cross join lateral (
    select count(*) as jobs from (
      select from cogo.backlog as behind where behind.lane_id = lane.lane_id limit 10000
    ) as seen
  ) as near
  where near.jobs > 0 and (backlog_depths.only_executor is null or lane.executor = backlog_depths.only_executor);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.bin_ms(bin smallint)
 RETURNS double precision
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
AS $function$
  select case when bin = -32768 then 0 else power(1.01 / 0.99::double precision, bin) * 0.99 end;
$function$;

CREATE OR REPLACE FUNCTION cogo.binned_times(times jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
begin
  return (
    select coalesce(jsonb_agg(to_jsonb(line)), '[]')
    from (
      select bin.name, bin.tenant_id, bin.labels, bin.at, sum(bin.ms) as ms,
        array_agg(bin.bin order by bin.bin) as bins, array_agg(bin.many order by bin.bin) as bin_counts
      from (
        select item.name, item.tenant_id, item.labels, item.at, item.bin, sum(item.ms) as ms, sum(item.many)::bigint as many
        from jsonb_to_recordset(binned_times.times) as item (
          name text, tenant_id uuid, labels jsonb, at timestamptz, bin smallint, ms double precision, many bigint
        )
        group by item.name, item.tenant_id, item.labels, item.at, item.bin
      ) as bin
      group by bin.name, bin.tenant_id, bin.labels, bin.at
    ) as line
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.bins_quantile(bins smallint[], bin_counts bigint[], q double precision)
 RETURNS double precision
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  -- Bins may repeat and stand in any order, as they come from several rows.
  return (
    select cogo.bin_ms(min(reached.bin))
    from (
      select each.bin, sum(each.many) over (order by each.bin) as so_far, sum(each.many) over () as total
      from (
        select item.bin, sum(item.many) as many from unnest(bins_quantile.bins, bins_quantile.bin_counts) as item (bin, many) group by item.bin
      ) as each
    ) as reached
    where reached.so_far >= greatest(bins_quantile.q * reached.total, 1)
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.bins_spread(bins smallint[], bin_counts bigint[], ms double precision)
 RETURNS jsonb
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  many constant numeric := coalesce((select sum(one) from unnest(bin_counts) as one), 0);
begin
  return jsonb_build_object(
    'count', many, 'avg', round((ms / nullif(many, 0)::double precision)::numeric, 1)
  ) || (
    select jsonb_object_agg(quantile.name, round(cogo.bins_quantile(bins, bin_counts, quantile.q)::numeric, 1))
    from (values ('p50', 0.5), ('p90', 0.9), ('p95', 0.95), ('p99', 0.99), ('max', 1)) as quantile (name, q)
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.budget_levels(tenant_id uuid, at timestamp with time zone)
 RETURNS TABLE(budget_id bigint, scope text, tenant uuid, period text, mode text, limit_nano bigint, used_nano bigint, reserved_nano bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query
  select
    known.budget_id, known.scope, known.tenant_id, known.period, known.mode, known.limit_nano,
    account.spent_nano + account.debt_nano, account.reserved_nano
  from (
    select budget.* from cogo.budgets as budget
    where budget.limit_nano > 0 and (budget_levels.tenant_id is null or budget.tenant_id = budget_levels.tenant_id)
    order by budget.depth desc, budget.budget_id limit 2000
  ) as known
  cross join lateral (
    select open.* from cogo.budget_windows as open
    where open.budget_id = known.budget_id and open.opens_at <= budget_levels.at order by open.opens_at desc limit 1
  ) as account
  where account.closes_at > budget_levels.at;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.burn_of(slo cogo.slos, seconds integer, at timestamp with time zone, OUT bad numeric, OUT total numeric, OUT burn numeric)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  counted record;
begin
  select known.bad, known.total into bad, total
  from cogo.slo_burns as known
  where known.slo = slo.name and known.seconds = burn_of.seconds
    and known.measured_at <= burn_of.at and known.measured_at > burn_of.at - make_interval(secs => burn_of.seconds / 240.0);
  if not found then
    counted := cogo.slo_events(slo, burn_of.at - make_interval(secs => burn_of.seconds), burn_of.at);
    total := counted.total;
    bad := counted.total - counted.good;
    insert into cogo.slo_burns as known (slo, seconds, measured_at, bad, total)
    values (slo.name, burn_of.seconds, burn_of.at, burn_of.bad, burn_of.total)
    on conflict (slo, seconds) do update set measured_at = excluded.measured_at, bad = excluded.bad, total = excluded.total;
  end if;
  burn := case when total > 0 then round(bad / total / (1 - slo.objective), 2) else 0 end;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.burn_rules(objective numeric)
 RETURNS jsonb
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return (
    select jsonb_agg(jsonb_build_object(
      'severity', rule.severity, 'long_seconds', rule.long_seconds, 'short_seconds', rule.short_seconds,
      -- Where a tenth may be bad, no more than ten times that can be.
      'burn', trim_scale(round(least(rule.burn, 0.9 / (1 - burn_rules.objective)), 2))
    ) order by rule.long_seconds)
    from (
      values ('critical', 3600, 300, 14.4), ('critical', 21600, 1800, 6), ('warning', 86400, 7200, 3), ('warning', 259200, 21600, 1)
    ) as rule (severity, long_seconds, short_seconds, burn)
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.caller_agent()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  agent text := nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'agent_id';
begin
  if agent ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
    return agent::uuid;
  end if;
  return null;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.caller_limits(scope text)
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  scopes jsonb := nullif(current_setting('request.jwt.claims', true), '')::jsonb -> 'scopes';
begin
  if (scopes ? caller_limits.scope) is true or cogo.caller_tenant() is null then
    return null;
  elsif jsonb_typeof(scopes) is distinct from 'array' then
    return '{}'::text[];
  end if;
  return array(
    select substr(held, length(caller_limits.scope) + 2) from jsonb_array_elements_text(scopes) as held
    where starts_with(held, caller_limits.scope || ':') and held <> caller_limits.scope || ':'
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.caller_tenant(scope text)
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  claims jsonb := nullif(current_setting('request.jwt.claims', true), '')::jsonb;
  tenant text := claims ->> 'tenant_id';
begin
  -- As cogo.caller_tenant() decides it, without a second call: every RPC comes by here.
  if coalesce(claims ->> 'role', 'service_role') = 'service_role'
    and pg_has_role(coalesce(nullif(current_setting('role', true), 'none'), session_user), 'service_role', 'member') then
    return null;
  elsif tenant is null or tenant !~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
    perform cogo.caller_tenant(); -- raises not_an_agent
  end if;
  if (claims -> 'scopes' ? caller_tenant.scope) is not true and cogo.caller_limits(caller_tenant.scope) = '{}' then
    raise sqlstate 'PT403' using
      message = format('Cannot do this: the token lacks the scope %s', caller_tenant.scope),
      detail = 'insufficient_scope',
      hint = 'Ask for a token with that scope; who administers the tenant grants it with update_agent.';
  end if;
  if exists (
    select from cogo.revocations as refused
    where refused.tenant_id = tenant::uuid
      and refused.subject_id::text in (lower(tenant), lower(coalesce(claims ->> 'agent_id', claims ->> 'sub')))
  ) then
    raise sqlstate 'PT403' using
      message = 'Cannot act any more: the agent, the member or the tenant of this token was revoked or suspended',
      detail = 'agent_revoked',
      hint = 'Ask who administers the tenant; a new token will not help.';
  end if;
  return tenant::uuid;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.caller_traceparent()
 RETURNS text
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  headers text := current_setting('request.headers', true);
begin
  if strpos(headers, '"traceparent"') > 0 then
    return cogo.w3c_traceparent(headers::json ->> 'traceparent');
  end if;
  return null;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.channel_problem(kind text, settings jsonb)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  known text[] := case kind
    when 'github_issue' then array['repository', 'labels']
    when 'email' then array['to', 'from']
    when 'webhook' then array['signing_secret_env']
    else '{}'
  end;
begin
  return case
    when jsonb_typeof(settings) is distinct from 'object' then 'it must be an object'
    when settings - known <> '{}' then format('%s takes %s', kind, coalesce(nullif(array_to_string(known, ', '), ''), 'none'))
    when kind = 'github_issue' and (settings ->> 'repository' ~ '^[A-Za-z0-9_.-]{1,100}/[A-Za-z0-9_.-]{1,100}$') is not true
      then 'repository must be owner/name'
    when settings ? 'labels' and not (
      jsonb_typeof(settings -> 'labels') = 'array'
      and not jsonb_path_exists(settings, '$.labels[*] ? (@.type() != "string" || @ like_regex "^.{51}")')
      and jsonb_array_length(settings -> 'labels') <= 10
    ) then 'labels must be at most 10 texts of 50 characters'
    when kind = 'email' and not (
      jsonb_typeof(settings -> 'to') is not distinct from 'array' and jsonb_array_length(settings -> 'to') between 1 and 50
      and not jsonb_path_exists(settings, '$.to[*] ? (@.type() != "string" || !(@ like_regex "^[^\\s@<>,;]{1,64}@[^\\s@<>,;]{1,190}$"))')
    ) then 'to must be 1 to 50 addresses'
    when settings ? 'from' and (settings ->> 'from' ~ '^[^\r\n@]{1,200}@[^\r\n@]{1,190}$') is not true
      then 'from must be an address'
    when settings ? 'signing_secret_env' and (settings ->> 'signing_secret_env' ~ '^NOTIFY_[A-Z0-9_]{1,80}$') is not true
      then 'signing_secret_env must name a variable NOTIFY_…'
  end;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.channels_for(kind text, message jsonb, channels text[])
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  unknown text;
begin
  if channels_for.channels is null then
    return array(
      select channel.name from cogo.notification_channels as channel
      where channel.kinds && array['*', channels_for.kind]
        and array_position(array['info', 'warning', 'critical'], channel.min_severity) <= cogo.message_rank(channels_for.message)
      order by channel.name
    );
  end if;
  select named.name into unknown from unnest(channels_for.channels) as named (name)
  where not exists (select from cogo.notification_channels as channel where channel.name = named.name) limit 1;
  if found then
    perform cogo.refuse_argument('channels', format('there is no channel %L', unknown));
  end if;
  return array(select distinct named.name from unnest(channels_for.channels) as named (name) order by named.name);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.check_agent(name text, scopes text[], type_prefixes text[], project text)
 RETURNS void
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if (length(check_agent.name) between 1 and 200) is not true then
    perform cogo.refuse_argument('name', 'it must have 1 to 200 characters');
  elsif cogo.scope_problem(check_agent.scopes) is not null then
    perform cogo.refuse_argument('scopes', cogo.scope_problem(check_agent.scopes));
  elsif check_agent.type_prefixes is null or array_ndims(check_agent.type_prefixes) > 1 or cogo.scope_problem(array(
    select concat('jobs:work:', prefix) from unnest(check_agent.type_prefixes) as prefix
  )) is not null then
    perform cogo.refuse_argument('type_prefixes', 'it must be a list of at most 64 beginnings of types, such as mail.');
  elsif (check_agent.project ~ '^[a-z0-9][a-z0-9_-]{0,62}$') is false then
    perform cogo.refuse_argument('project', 'it must be 1 to 63 of a-z, 0-9, _ and -');
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.check_callback_url(url text)
 RETURNS void
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  if (check_callback_url.url ~ '^(https://[^\s/@?#]+|http://(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?)([/?#]\S*)?$'
    and length(check_callback_url.url) <= 2000) is not true then
    perform cogo.refuse_argument('callback.url', 'it must begin with https:// (http:// for this very machine), hold no password and have at most 2000 characters');
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.check_channels(channels text[])
 RETURNS void
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  allowed text := cogo.channel_regex(cogo.granted_patterns(cogo.caller_tenant(), cogo.caller_agent(), 'publish'));
  limits text[] := cogo.caller_limits('events:publish');
  wrong record;
begin
  select item.channel, item.ordinal - 1 as place into wrong
  from unnest(check_channels.channels) with ordinality as item (channel, ordinal)
  where item.channel !~ allowed or (cardinality(limits) > 0 and item.channel !~ cogo.channel_regex(limits))
  order by item.ordinal
  limit 1;
  if found then
    raise sqlstate 'PT403' using
      message = format('Cannot publish messages[%s]: the caller may not publish on %s', wrong.place, wrong.channel),
      detail = 'channel_forbidden',
      hint = 'Publish as yourself (leave tenant_id and agent_id out), or ask an operator for grant_channel.';
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.check_history(series text, step text, labels jsonb)
 RETURNS void
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  unknown text;
begin
  if (cogo.history_source(check_history.series)).name is null then
    perform cogo.refuse_argument('series', format('no series is called %L; docs/guides/metrics.md lists them', check_history.series));
  end if;
  if cogo.metric_unit(check_history.step) is null then
    perform cogo.refuse_argument('step', 'it must be 1m, 1h or 1d');
  end if;
  if jsonb_typeof(check_history.labels) <> 'object' then
    perform cogo.refuse_argument('labels', 'they must be an object');
  end if;
  select key into unknown
  from jsonb_each(check_history.labels) as item
  where key not in ('executor', 'type', 'priority', 'function', 'route', 'status', 'provider', 'model', 'by') or jsonb_typeof(value) <> 'string'
    or (key = 'by' and (value <> '"lane"' or check_history.series not in ('depth', 'oldest_age_seconds')))
  limit 1;
  if unknown is not null then
    perform cogo.refuse_argument('labels', format('%L is no label of this series, or its value is no text', unknown));
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.check_notification(kind text, dedupe_key text, message jsonb)
 RETURNS void
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  problem text := cogo.message_text_problem(message);
  list text;
begin
  if (check_notification.kind ~ '^[a-z][a-z0-9_.-]{0,79}$') is not true then
    perform cogo.refuse_argument('kind', 'it must be 1 to 80 of a-z, 0-9, _, . and -, beginning with a letter');
  end if;
  if (length(check_notification.dedupe_key) between 1 and 200) is not true then
    perform cogo.refuse_argument('dedupe_key', 'it must have 1 to 200 characters');
  end if;
  foreach list in array array['facts', 'links'] loop
    exit when problem is not null;
    continue when jsonb_typeof(coalesce(message -> list, 'null')) = 'null';
    if jsonb_typeof(message -> list) <> 'array' or jsonb_array_length(message -> list) > 50 then
      problem := format('%s must be an array of at most 50', list);
    elsif exists (
      select from jsonb_array_elements(message -> list) as item
      where case list
        when 'facts' then (
          jsonb_typeof(item) = 'object' and jsonb_typeof(item -> 'name') = 'string'
          and jsonb_typeof(item -> 'value') in ('string', 'number', 'boolean') and item - array['name', 'value'] = '{}'
        )
        else (
          jsonb_typeof(item) = 'object' and jsonb_typeof(item -> 'title') = 'string' and item - array['title', 'url'] = '{}'
          and item ->> 'url' ~ '^https?://[^\s<>"|]+$' and length(item ->> 'url') <= 2000
        )
      end is not true
    ) then
      problem := format('%s must be %s', list, case list when 'facts' then '{name, value}' else '{title, url}, the url http(s)' end);
    end if;
  end loop;
  if problem is not null then
    perform cogo.refuse_argument('message', problem);
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.check_subscription(name text, patterns text[], kind text, url text, start text, owner uuid)
 RETURNS void
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  pattern text;
  problem text;
begin
  if (check_subscription.name ~ '^[a-z][a-z0-9_.-]{0,79}$') is not true then
    perform cogo.refuse_argument('name', 'it must be 1 to 80 of a-z, 0-9, _, . and -, beginning with a letter');
  end if;
  if (check_subscription.kind in ('pull', 'webhook')) is not true then
    perform cogo.refuse_argument('kind', 'it must be pull or webhook');
  end if;
  if (check_subscription.start in ('now', 'beginning')) is not true then
    perform cogo.refuse_argument('start', 'it must be now or beginning');
  end if;
  if (check_subscription.kind = 'webhook') <> (check_subscription.url is not null) then
    perform cogo.refuse_argument('url', 'a webhook has one, a pull subscription has none');
  end if;
  if check_subscription.url is not null and (
    check_subscription.url !~ '^(https://[^\s/@?#]+|http://(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?)([/?#]\S*)?$'
    or length(check_subscription.url) > 2000
  ) then
    perform cogo.refuse_argument('url', 'it must begin with https:// (http:// for this very machine), hold no password and have at most 2000 characters');
  end if;
  if (cardinality(check_subscription.patterns) between 1 and 16 and array_ndims(check_subscription.patterns) = 1) is not true then
    perform cogo.refuse_argument('patterns', 'it must hold 1 to 16 patterns');
  end if;

  foreach pattern in array check_subscription.patterns loop
    problem := cogo.channel_pattern_problem(pattern);
    if problem is not null then
      perform cogo.refuse_argument('patterns', problem);
    end if;
    if not cogo.is_granted(check_subscription.owner, cogo.caller_agent(), 'subscribe', pattern)
      or not cogo.is_within_scope('events:subscribe', pattern) then
      raise sqlstate 'PT403' using
        message = format('Cannot subscribe to %s: the caller may not read all of it', pattern),
        detail = 'channel_forbidden',
        hint = format('Begin the pattern with tenant.%s, or ask an operator for grant_channel.', check_subscription.owner);
    end if;
  end loop;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.check_timed(name text)
 RETURNS void
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  if check_timed.name is null or check_timed.name not in ('wait', 'run', 'http', 'schedule_lag') then
    perform cogo.refuse_argument('name', 'it must be wait, run, http or schedule_lag');
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
  tenant uuid := cogo.caller_tenant('jobs:work');
  at timestamptz := cogo.now_();
  agent uuid := case when tenant is not null then cogo.caller_agent() end;
  gate record;
  popped record;
  new_fence bigint;
  device bigint;
begin
  perform cogo.check_claim(claim_jobs.worker, claim_jobs.want, claim_jobs.executor);
  if cogo.random_() < 0.01 then
    perform cogo.sweep();
  end if;
  select
    exists (select from cogo.worker_devices as known where known.worker = claim_jobs.worker) as is_device,
    exists (select from cogo.limits) or exists (select from cogo.parked) as is_limited
  into gate;
  if gate.is_device then
    select greeted.device_id, greeted.allowed into device, claim_jobs.want
    from cogo.greet_device(claim_jobs.worker, claim_jobs.want, tenant, agent, at) as greeted;
    if claim_jobs.want = 0 then
      return;
    end if;
  end if;

  if gate.is_limited then
    popped := cogo.pop_permitted(claim_jobs.executor, claim_jobs.want, tenant, at, claim_jobs.worker);
  else
    popped := cogo.pop_live(claim_jobs.executor, claim_jobs.want, tenant, at, claim_jobs.worker);
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

CREATE OR REPLACE FUNCTION cogo.claim_notifications(worker text, want integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return coalesce((
    select jsonb_agg(jsonb_build_object(
      'job_id', job.job_id, 'fence', job.fence, 'attempt', job.attempt, 'lease_expires_at', job.lease_expires_at,
      'notification', (
        select jsonb_build_object('id', told.id, 'kind', told.kind, 'dedupe_key', told.dedupe_key, 'message', told.message)
        from cogo.notifications as told where told.id = (job.payload ->> 'notification_id')::bigint
      ),
      'channel', (
        select to_jsonb(known) - array['kinds', 'min_severity', 'changed_at']
        from cogo.notification_channels as known where known.name = job.payload ->> 'channel'
      )
    ) order by job.job_id)
    from cogo.claim_jobs(claim_notifications.worker, claim_notifications.want, 'notify', true) as job
  ), '[]');
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
  tenant uuid := cogo.caller_tenant('jobs:work');
  at timestamptz := cogo.now_();
  held_fences bigint[] := complete.fences;
  checked boolean := false;
  done record;
begin
  if (cardinality(complete.job_ids) = cardinality(complete.fences) and cardinality(complete.job_ids) <= 1000) is not true then
    perform cogo.refuse_argument('job_ids and fences', 'they must be arrays of the same length, at most 1000');
  end if;

  if tenant is not null then
    held_fences := cogo.own_fences(complete.fences, tenant);
  end if;

  if exists (select from cogo.job_types as job_type where job_type.result_schema is not null) then
    checked := true;
    perform cogo.fail_broken_results(complete.job_ids, held_fences, complete.results, at);
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
    return query select * from cogo.told_outcomes(complete.job_ids, held_fences, case when not checked then array['succeeded'] end);
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.create_agent(name text, scopes text[], tenant_id uuid, project text, type_prefixes text[], agent_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  tenant cogo.tenants := cogo.own_tenant(create_agent.tenant_id);
  agent cogo.agents;
begin
  perform cogo.check_agent(create_agent.name, create_agent.scopes, create_agent.type_prefixes, create_agent.project);
  if create_agent.project is not null then
    insert into cogo.projects (tenant_id, project, created_at) values (tenant.tenant_id, create_agent.project, at) on conflict do nothing;
  end if;
  insert into cogo.agents (agent_id, tenant_id, project, name, scopes, type_prefixes, created_at, changed_at)
  values (
    coalesce(create_agent.agent_id, gen_random_uuid()), tenant.tenant_id, create_agent.project, create_agent.name,
    create_agent.scopes, create_agent.type_prefixes, at, at
  )
  on conflict do nothing
  returning * into agent;
  if not found then
    select known.* into agent from cogo.agents as known
    where known.agent_id = create_agent.agent_id and known.tenant_id = tenant.tenant_id;
    if not found then
      perform cogo.refuse_argument('agent_id', 'it is taken');
    end if;
    return to_jsonb(agent) || '{"created": false}';
  end if;
  perform cogo.note_access(tenant.tenant_id, 'create_agent', agent.agent_id::text, null, to_jsonb(agent));
  return to_jsonb(agent) || '{"created": true}';
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.create_tenant(name text, tenant_id uuid, settings jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  tenant cogo.tenants;
begin
  if (length(create_tenant.name) between 1 and 200) is not true then
    perform cogo.refuse_argument('name', 'it must have 1 to 200 characters');
  elsif jsonb_typeof(coalesce(create_tenant.settings, '{}')) <> 'object' or length(create_tenant.settings::text) > 65536 then
    perform cogo.refuse_argument('settings', 'it must be an object of at most 65536 characters');
  end if;
  insert into cogo.tenants (tenant_id, name, settings, created_at, changed_at)
  values (coalesce(create_tenant.tenant_id, gen_random_uuid()), create_tenant.name, coalesce(create_tenant.settings, '{}'), at, at)
  on conflict do nothing
  returning * into tenant;
  if not found then
    select known.* into tenant from cogo.tenants as known where known.tenant_id = create_tenant.tenant_id;
    return to_jsonb(tenant) || '{"created": false}';
  end if;
  perform cogo.note_access(tenant.tenant_id, 'create_tenant', tenant.tenant_id::text, null, to_jsonb(tenant));
  return to_jsonb(tenant) || '{"created": true}';
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.decide_route(tenant_id uuid, agent_id uuid, ask jsonb, key_hash uuid, at timestamp with time zone, traceparent text, job_id bigint)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  seed bigint := least((cogo.random_() * 4503599627370496)::bigint, 4503599627370495);
  list cogo.route_lists := cogo.list_for(decide_route.tenant_id, ask, seed, decide_route.at);
  -- Nobody has published health for a minute: it is not believed.
  is_old boolean := not exists (select from cogo.routing_clock as clock where clock.only_row and clock.ticked_at > decide_route.at - interval '60 seconds');
  context jsonb;
  decision cogo.routing_decisions;
  whole cogo.route_lists;
  keys record;
  ranked record;
  place integer;
begin
  for turn in 1 .. 2 loop
    if is_old then
      list := cogo.with_health(list, null);
    end if;
    keys := cogo.usable_keys(list, decide_route.tenant_id, decide_route.at);
    context := ask || jsonb_build_object('list', list.list_id, 'providers', to_jsonb(keys.providers));
    if keys.shut is not null or ask ?| array['intended_model', 'session'] then
      context := cogo.route_context(context, list, keys.shut, decide_route.at);
    end if;
    ranked := cogo.rank_models(list, context);
    exit when turn = 2 or not list.is_cut
      or (ranked.passing >= 16 and (not ask ? 'intended_model' or context -> 'intended' @> to_jsonb(ranked.candidates[1])));
    -- The best 64 do not have enough: all of them.
    whole := cogo.whole_list(list);
    exit when whole.list_id is null;
    list := whole;
  end loop;
  if is_old then
    context := context || '{"stale": true}';
  end if;
  if ask ? 'intended_model' and not coalesce(context -> 'intended' @> to_jsonb(ranked.candidates[1]), false) then
    context := context || jsonb_build_object('degraded', cogo.degrade_reason(list, context));
  end if;
  if cardinality(ranked.candidates) = 0 then
    return cogo.no_candidate(list, context, keys.opens_at, decide_route.at);
  end if;

  place := cogo.draw_place(ranked.weights, seed);
  -- Before the money: its rows are the ones that others wait for.
  insert into cogo.routing_decisions (
    decision_id, at, tenant_id, agent_id, policy_id, snapshot_id, seed, context, candidates, weights, choice, key_hash,
    traceparent, job_id
  )
  values (
    cogo.uuid_v7(decide_route.at, (cogo.random_() * 4503599627370496)::bigint * 1024 + (seed & 1023)),
    decide_route.at, decide_route.tenant_id, decide_route.agent_id, list.policy_id, list.snapshot_id, seed, context,
    ranked.candidates, ranked.weights, ranked.candidates[place], decide_route.key_hash,
    decide_route.traceparent, decide_route.job_id
  )
  returning * into decision;
  return cogo.issue_decision(
    decision, list,
    ranked.candidates[place] || ranked.candidates[: place - 1] || ranked.candidates[place + 1 :],
    ranked.price_ids[place] || ranked.price_ids[: place - 1] || ranked.price_ids[place + 1 :],
    ranked.states[place] || ranked.states[: place - 1] || ranked.states[place + 1 :],
    keys.providers, keys.key_ids
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.decision_quality(since timestamp with time zone, tenant uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
declare
  most constant integer := 5000;
  figures jsonb;
begin
  with decided as materialized (
    select known.decision_id
    from cogo.routing_decisions as known
    -- Ids begin with the time: the window is the end of the primary key.
    where known.decision_id >= cogo.uuid_v7(decision_quality.since, 0)
      and (decision_quality.tenant is null or known.tenant_id = decision_quality.tenant)
    order by known.decision_id desc
    limit most
  ),
  answered as (
    select
      coalesce(bool_or(ended.kind = 'succeeded'), false) as worked,
      coalesce(bool_or(ended.kind in ('succeeded', 'failed', 'throttled', 'key_refused')), false) as is_judged
    from decided
    cross join lateral (
      select cogo.outcome_kind(outcome.status, outcome.http_status) as kind
      from cogo.routing_outcomes as outcome
      where outcome.decision_id = decided.decision_id
    ) as ended
    group by decided.decision_id
  )
  select jsonb_build_object(
    'count', count(*) filter (where worked),
    'of', count(*) filter (where is_judged),
    'rate', cogo.pass_rate(count(*) filter (where worked), count(*) filter (where is_judged)),
    'is_capped', (select count(*) = most from decided)
  )
  into figures
  from answered;
  return figures;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.default_slos()
 RETURNS TABLE(name text, kind text, title text, objective numeric, threshold_ms integer, warning_at numeric, critical_at numeric, for_seconds integer)
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return query
  select listed.*
  from (
    values
      ('availability', 'availability', 'HTTP requests fail', 0.999, null::integer, null::numeric, null::numeric, 0),
      ('wait_p95', 'wait', 'Jobs wait too long', 0.95, 5000, null, null, 0),
      ('wait_p90', 'wait', 'A tenth of the jobs waits too long', 0.9, 5000, null, null, 0),
      ('failure_rate', 'failure_rate', 'Jobs fail', 0.95, null, null, null, 0),
      ('schedule_lag', 'schedule_lag', 'Schedules run late', 0.99, 60000, null, null, 0),
      ('lease_expiry', 'lease_expiry', 'Workers lose their leases', 0.99, null, null, null, 0),
      ('audit', 'audit', 'The audit does not verify', null, null, null, 1, 0),
      ('budget_burn', 'budget_burn', 'A budget will not last', null, null, 1, null, 900),
      ('budget_used', 'budget_used', 'A budget is used up', null, null, 0.8, 1, 0),
      ('claim_conflicts', 'claim_conflicts', 'Workers report on jobs that they lost', null, null, 1, 100, 0),
      ('dead_letters', 'dead_letters', 'Dead letters grow', null, null, 10, 100, 60),
      ('dead_rows', 'dead_rows', 'A table is not vacuumed', null, null, 1000000, 20000000, 600),
      ('fold_lag', 'fold_lag', 'Figures are late', null, null, 300, 1800, 60),
      ('housekeeping', 'housekeeping', 'Housekeeping is late', null, null, 60, 300, 60),
      ('key_expiry', 'key_expiry', 'A key expires', null, null, 14, 2, 0),
      ('overspend', 'overspend', 'More is spent than a limit allows', null, null, null, 1, 0),
      ('provider_health', 'provider_health', 'A provider is down', null, null, null, 1, 60),
      ('queue_age', 'queue_age', 'Nobody takes an executor''s jobs', null, null, 300, 1800, 60),
      ('transaction_age', 'transaction_age', 'Transaction numbers run out', null, null, 500000000, 1200000000, 600),
      ('webhooks', 'webhooks', 'A webhook was given up', null, null, 1, null, 0)
  ) as listed (name, kind, title, objective, threshold_ms, warning_at, critical_at, for_seconds);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.demand_empty_project()
 RETURNS void
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if exists (select from cogo.jobs) or exists (select from cogo.quality_runs) or exists (select from cogo.llm_providers)
    or exists (select from cogo.schedules) or exists (select from cogo.budgets) then
    raise sqlstate 'PT409' using
      message = 'Cannot restore: the project has jobs, runs, providers, schedules or budgets already',
      detail = 'project_not_empty',
      hint = 'Restore into a project that was migrated and not used yet.';
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.describe_schema()
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return jsonb_build_object(
    'tables', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'name', namespace.nspname || '.' || class.relname,
        'kind', case class.relkind when 'v' then 'view' else 'table' end,
        'comment', obj_description(class.oid, 'pg_class'),
        'columns', (
          select jsonb_agg(jsonb_build_object(
            'name', attribute.attname, 'type', format_type(attribute.atttypid, attribute.atttypmod), 'not_null', attribute.attnotnull,
            'default', pg_get_expr(fallback.adbin, fallback.adrelid)
          ) order by attribute.attnum)
          from pg_catalog.pg_attribute as attribute
          left join pg_catalog.pg_attrdef as fallback on fallback.adrelid = class.oid and fallback.adnum = attribute.attnum
          where attribute.attrelid = class.oid and attribute.attnum > 0 and not attribute.attisdropped
        ),
        'constraints', (
          select coalesce(jsonb_agg(jsonb_build_object('name', rule.conname, 'is', pg_get_constraintdef(rule.oid)) order by rule.conname), '[]')
          from pg_catalog.pg_constraint as rule where rule.conrelid = class.oid and rule.contype <> 'n'
        ),
        'indexes', (
          select coalesce(jsonb_agg(pg_get_indexdef(index.indexrelid) order by index.indexrelid::regclass::text), '[]')
          from pg_catalog.pg_index as index where index.indrelid = class.oid
        )
      ) order by namespace.nspname, class.relname), '[]')
      from pg_catalog.pg_class as class
      join pg_catalog.pg_namespace as namespace on namespace.oid = class.relnamespace
      where namespace.nspname in ('cogo', 'api') and class.relkind in ('r', 'v')
    ),
    'functions', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'name', namespace.nspname || '.' || routine.proname, 'arguments', pg_get_function_arguments(routine.oid),
        'result', pg_get_function_result(routine.oid), 'is_definer', routine.prosecdef,
        'sha256', encode(sha256(convert_to(routine.prosrc, 'UTF8')), 'hex')
      ) order by namespace.nspname, routine.proname, pg_get_function_arguments(routine.oid)), '[]')
      from pg_catalog.pg_proc as routine
      join pg_catalog.pg_namespace as namespace on namespace.oid = routine.pronamespace
      where namespace.nspname in ('cogo', 'api') and routine.prokind = 'f'
    )
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.drop_jobs(job_ids bigint[], at timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
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

CREATE OR REPLACE FUNCTION cogo.drop_workflows(at timestamp with time zone, row_limit integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
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

CREATE OR REPLACE FUNCTION cogo.end_silences(at timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  silence cogo.alert_silences;
  alert cogo.alerts;
  remark text;
  told integer;
  ended integer := 0;
begin
  for silence in
    update cogo.alert_silences as over set ended_at = end_silences.at
    where over.ended_at is null and over.ends_at <= end_silences.at returning over.*
  loop
    ended := ended + 1;
    told := 0;
    remark := format(
      'The silence of %s (%s) is over%s.', silence.made_by, silence.reason, coalesce(', removed by ' || silence.removed_by, '')
    );
    for alert in
      select known.* from cogo.alerts as known
      where silence.slo in ('*', known.slo) and (silence.subject is null or known.subject = silence.subject)
        and (known.state = 'firing' or (known.state = 'ok' and known.notified_severity is not null))
        and not cogo.is_silenced(known.slo, known.subject, end_silences.at)
      order by known.slo, known.subject
    loop
      perform cogo.tell_alert(alert, 'silence_ended', remark, end_silences.at);
      told := told + 1;
    end loop;
    if told = 0 then
      insert into cogo.alert_notices (slo, subject, episode, what, severity, message, made_at, next_try_at)
      values (silence.slo, coalesce(silence.subject, ''), 0, 'silence_ended', 'info', jsonb_build_object(
        'title', format('Silence over: %s', case silence.slo when '*' then 'all alerts' else silence.slo end), 'severity', 'info',
        'text', remark || E'\nNothing that it hid fires.', 'facts', '[]'::jsonb, 'links', '[]'::jsonb, 'at', end_silences.at
      ), end_silences.at, end_silences.at);
    end if;
  end loop;
  return ended;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.enqueue_gate(run cogo.quality_runs)
 RETURNS cogo.quality_runs
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  opened cogo.quality_runs;
  gate_id bigint;
  closing_id bigint;
begin
  select enqueued.job_id into gate_id
  from cogo.enqueue_jobs(cogo.quality_jobs(enqueue_gate.run, array['gate'], null, null)) as enqueued;

  -- Whatever becomes of the gate's job, the aggregate closes the run.
  select enqueued.job_id into closing_id
  from cogo.enqueue_jobs(cogo.quality_jobs(enqueue_gate.run, array['aggregate'], array[gate_id], null)) as enqueued;

  update cogo.quality_runs as known
  set job_ids = array[gate_id, closing_id], aggregate_job_id = closing_id
  where known.id = (enqueue_gate.run).id
  returning known.* into opened;
  return opened;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.evaluate_alerts()
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  state cogo.alert_rounds;
  began constant timestamptz := clock_timestamp();
  at constant timestamptz := cogo.now_();
  answer jsonb;
begin
  insert into cogo.alert_rounds default values on conflict do nothing;
  -- Two rounds at once would tell the same; the second leaves it to the first.
  select * into state from cogo.alert_rounds for update skip locked;
  if not found then
    return '{"busy": true}'::jsonb;
  end if;
  perform cogo.mend_alert_times(state.evaluated_at, at);
  if exists (select from cogo.slos as slo where slo.kind = 'audit' and slo.enabled) then
    perform cogo.walk_audit(200);
  end if;
  answer := jsonb_build_object(
    'round', state.round + 1,
    'judged', cogo.judge_slos(at, state.round + 1),
    'silences_ended', cogo.end_silences(at),
    'told', cogo.tell_alerts(at),
    'handed_over', cogo.hand_over_notices(at),
    'forgotten', cogo.forget_alerts(at)
  );
  update cogo.alert_rounds as kept
  set round = state.round + 1, evaluated_at = at, took_ms = extract(epoch from clock_timestamp() - began) * 1000;
  return answer;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.event_counts()
 RETURNS TABLE(type text, jobs bigint, calls bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query
  select counted.type, sum(counted.jobs)::bigint, sum(counted.calls)::bigint
  from (
    select total.type, total.jobs, total.calls from cogo.event_totals as total
    union all
    select tail.type, cardinality(tail.job_ids), 1
    from (
      select event.type, event.job_ids
      from cogo.events as event
      where event.id > coalesce((select fold.folded_id from cogo.event_folds as fold), 0)
      order by event.id
      limit 20000
    ) as tail
  ) as counted
  group by counted.type;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.exchange_assertion(key_id uuid, jti text, expires_at timestamp with time zone, scopes text[])
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  agent uuid;
begin
  select key.agent_id into agent from cogo.agent_keys as key where key.key_id = exchange_assertion.key_id and key.revoked_at is null;
  if not found then
    perform cogo.raise_invalid_credential();
  end if;
  perform cogo.use_assertion(cogo.short_hash(format('assertion:%s:%s', key_id, jti)), exchange_assertion.expires_at);
  return cogo.token_claims(agent, exchange_assertion.scopes);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.exchange_credential(secret_sha256 bytea, scopes text[])
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  credential cogo.agent_credentials;
begin
  perform set_config('synchronous_commit', 'off', true);
  update cogo.agent_credentials as known
  set last_used_at = at, free_at = greatest(known.free_at, at) + interval '2 seconds'
  where known.secret_sha256 = exchange_credential.secret_sha256 and known.revoked_at is null and known.expires_at > at
  returning * into credential;
  if not found then
    perform cogo.raise_invalid_credential();
  elsif credential.free_at > at + interval '60 seconds' then
    raise sqlstate 'PT429' using
      message = 'Cannot give a token: this credential asks too often', detail = 'rate_limited',
      hint = format('Use the token you have; ask again in %s seconds.', ceil(extract(epoch from credential.free_at - at - interval '60 seconds')));
  end if;
  return cogo.token_claims(credential.agent_id, exchange_credential.scopes);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.exchange_oidc(issuer text, audience text, subject text, jti text, expires_at timestamp with time zone, scopes text[], agent_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  agents uuid[];
begin
  select array_agg(distinct trust.agent_id) into agents from cogo.oidc_trusts as trust
  where trust.issuer = exchange_oidc.issuer and trust.audience = exchange_oidc.audience
    and exchange_oidc.subject like replace(replace(replace(replace(trust.subject, '\', '\\'), '%', '\%'), '_', '\_'), '*', '%')
    and (exchange_oidc.agent_id is null or trust.agent_id = exchange_oidc.agent_id);
  if cardinality(agents) > 1 then
    perform cogo.refuse_argument('agent_id', 'several agents trust this token; name one');
  elsif agents is null or length(exchange_oidc.subject) > 500 then
    perform cogo.raise_invalid_credential();
  end if;
  perform cogo.use_assertion(cogo.short_hash(format('oidc:%s:%s', issuer, jti)), exchange_oidc.expires_at);
  return cogo.token_claims(agents[1], exchange_oidc.scopes);
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
  of_it constant jsonb := jsonb_build_object('executor', executor_rates.executor);
  since constant timestamptz := executor_rates.at - interval '6 minutes';
  until constant timestamptz := executor_rates.at + interval '1 minute';
  seconds double precision;
  done record;
begin
  select
    min(line.at) as first_minute, coalesce(sum((line.counts ->> 'succeeded')::bigint), 0) as succeeded,
    coalesce(sum((line.counts ->> 'failed')::bigint), 0) as failed,
    coalesce(sum((line.counts ->> 'enqueued')::bigint), 0) + coalesce(sum((line.counts ->> 'retried')::bigint), 0)
      + coalesce(sum((line.counts ->> 'lease_expired')::bigint), 0) as arrived
  into done
  from cogo.metric_slices('jobs', since, until, null, of_it, '1m') as line;
  -- From the first known of the last five minutes up to now, less what the fold has not seen yet.
  seconds := greatest(extract(epoch from executor_rates.at - done.first_minute) - 15, 15);
  arrival := coalesce(done.arrived / seconds, 0);
  service := coalesce((done.succeeded + done.failed) / seconds, 0);
  failure_rate := case when done.succeeded + done.failed >= 10 then done.failed::double precision / (done.succeeded + done.failed) end;

  select sum(line.ms) / nullif(sum(many.runs), 0) / 1000 into run_seconds
  from cogo.metric_slices('run', since, until, null, of_it, '1m') as line
  cross join lateral (select sum(one) as runs from unnest(line.bin_counts) as one) as many;
  select round(cogo.bins_quantile(array_agg(item.bin), array_agg(item.many), 0.95)) into wait_p95_ms
  from cogo.metric_slices('wait', since, until, null, of_it, '1m') as line
  cross join lateral unnest(line.bins, line.bin_counts) as item (bin, many);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.explain_queue(lane_id smallint)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  lane cogo.lanes;
begin
  select known.* into lane from cogo.lanes as known where known.lane_id = explain_queue.lane_id;
  execute format(
    'comment on table pgmq.%I is %L', 'q_' || lane.queue_name,
    format(
      'Ready jobs of executor %s, priority %s: a message {job_id, attempt} each, claimed by cogo alone. Send, read and purge nothing here: enqueue with api.enqueue_jobs, see cogo.lane_overview.',
      lane.executor, lane.priority
    )
  );
  execute format(
    'comment on table pgmq.%I is %L', 'a_' || lane.queue_name,
    'Empty: pgmq makes it with the queue. How jobs ended is in cogo.attempts.'
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.explain_route(decision_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  decision cogo.routing_decisions := cogo.own_decision(explain_route.decision_id);
  again record;
begin
  select made.* into again from cogo.replay_route(decision) as made;
  return jsonb_build_object(
    'decision_id', decision.decision_id, 'at', decision.at, 'tenant_id', decision.tenant_id, 'agent_id', decision.agent_id,
    'traceparent', decision.traceparent, 'job_id', decision.job_id,
    'policy', (
      select jsonb_build_object('id', policy.policy_id, 'name', policy.name, 'version', policy.version, 'algorithm', policy.algorithm, 'body', policy.body)
      from cogo.routing_policies as policy where policy.policy_id = decision.policy_id
    ),
    'snapshot_version', decision.snapshot_id, 'seed', decision.seed, 'asked', decision.context,
    'candidates', (
      select jsonb_agg(jsonb_build_object(
        'model_id', candidate.model_id, 'provider', model.provider, 'model', model.model, 'region', model.region,
        'weight', candidate.weight, 'odds', round(candidate.weight::numeric / nullif(total.weight, 0), 9)
      ) order by candidate.place)
      from unnest(decision.candidates, decision.weights) with ordinality as candidate (model_id, weight, place)
      cross join (select sum(weight) as weight from unnest(decision.weights) as weight) as total
      left join cogo.llm_models as model on model.model_id = candidate.model_id
    ),
    'drawn', again.drawn, 'choice', decision.choice,
    'rejected', cogo.count_rejections(cogo.logged_list(decision), decision.context),
    'attempts', (
      select jsonb_agg(jsonb_build_object(
        'attempt', held.attempt, 'model_id', held.model_id, 'state', held.state, 'estimate_nano', held.estimate_nano,
        'status', outcome.status, 'http_status', outcome.http_status, 'cost_nano', outcome.cost_nano
      ) order by held.attempt)
      from cogo.reservations as held
      left join cogo.routing_outcomes as outcome on outcome.decision_id = held.decision_id and outcome.attempt = held.attempt
      where held.decision_id = decision.decision_id
    ),
    'replay', jsonb_build_object(
      'is_equal', (again.candidates, again.weights, again.choice) is not distinct from (decision.candidates, decision.weights, decision.choice),
      'candidates', again.candidates, 'weights', again.weights, 'choice', again.choice
    )
  ) || cogo.route_remarks(decision);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.fail_jobs(failures jsonb)
 RETURNS TABLE(job_id bigint, outcome text, retry_at timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant('jobs:work');
  at timestamptz := cogo.now_();
  given record;
  settled jsonb;
begin
  perform cogo.check_failures(fail_jobs.failures);
  select
    array_agg((item.value ->> 'job_id')::bigint order by item.ordinal) as job_ids,
    array_agg((item.value ->> 'fence')::bigint order by item.ordinal) as fences,
    array_agg(item.value -> 'error' order by item.ordinal) as errors,
    array_agg((item.value ->> 'retry_in_seconds')::double precision order by item.ordinal) as retry_seconds
  into given
  from jsonb_array_elements(fail_jobs.failures) with ordinality as item (value, ordinal);
  if given.job_ids is null then
    return;
  end if;

  given.fences := cogo.own_fences(given.fences, tenant);
  select jsonb_agg(to_jsonb(settled_job)) into settled
  from cogo.settle_failures(given.job_ids, given.fences, given.errors, given.retry_seconds, at, 'retried') as settled_job;

  return query
  select
    item.job_id,
    case when told.outcome = 'failed' then 'dead_lettered' else told.outcome end,
    coalesce(
      now_settled.retry_at,
      (select waiting.run_at from cogo.waiting where waiting.job_id = item.job_id and told.outcome = 'retried')
    )
  from unnest(given.job_ids, given.fences) with ordinality as item (job_id, fence, ordinal)
  join cogo.told_outcomes(given.job_ids, given.fences, array['failed', 'retried', 'released', 'cancelled'])
    with ordinality as told (job_id, outcome, ordinal) on told.ordinal = item.ordinal
  left join jsonb_to_recordset(settled) as now_settled (job_id bigint, fence bigint, outcome text, retry_at timestamptz)
    on now_settled.job_id = item.job_id and now_settled.fence = item.fence
  order by item.ordinal;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.file_notification(kind text, dedupe_key text, message jsonb, channels text[])
 RETURNS TABLE(channel text, job_id bigint, created boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  kept cogo.notifications;
  heard text[];
begin
  perform cogo.check_notification(file_notification.kind, file_notification.dedupe_key, file_notification.message);
  if file_notification.channels is null and not exists (select from cogo.notification_channels) then
    return;
  end if;

  delete from cogo.notifications as old
  where old.dedupe_key = file_notification.dedupe_key and old.created_at < at - interval '720 hours';
  insert into cogo.notifications as told (dedupe_key, kind, message, created_at)
  values (
    file_notification.dedupe_key, file_notification.kind,
    jsonb_build_object('at', at) || jsonb_strip_nulls(file_notification.message), at
  )
  on conflict (dedupe_key) do nothing
  returning * into kept;
  if not found then
    select * into kept from cogo.notifications as told where told.dedupe_key = file_notification.dedupe_key;
  end if;
  heard := cogo.channels_for(kept.kind, kept.message, file_notification.channels);
  if heard = '{}' then
    return;
  end if;

  return query
  select heard[job.ordinal], job.job_id, job.created
  from cogo.enqueue_jobs((
    select jsonb_agg(jsonb_build_object(
      'type', 'notify.send',
      'tenant_id', cogo.notification_tenant(),
      'idempotency_key', format('%s:%s', kept.id, item.name),
      'payload', jsonb_build_object('notification_id', kept.id, 'channel', item.name)
    ) order by item.ordinal)
    from unnest(heard) with ordinality as item (name, ordinal)
  )) as job;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.find_agent_key(agent_id uuid, kid text)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return (
    select jsonb_build_object('key_id', key.key_id, 'jwk', key.public_jwk) from cogo.agent_keys as key
    where key.agent_id = find_agent_key.agent_id and key.kid = find_agent_key.kid and key.revoked_at is null
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.find_inbound_hook(name text)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return (
    select jsonb_build_object(
      'hook_id', known.hook_id, 'provider', known.provider, 'secret_env', known.secret_env, 'key_version', known.key_version
    )
    from cogo.inbound_hooks as known where known.name = find_inbound_hook.name and not known.paused
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.find_oidc_issuer(issuer text)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return (
    select jsonb_build_object('jwks_url', min(trust.jwks_url), 'audiences', jsonb_agg(distinct trust.audience))
    from cogo.oidc_trusts as trust
    where trust.issuer = find_oidc_issuer.issuer
    having count(*) > 0
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.fix_result(gate text, before jsonb, after jsonb, applies boolean)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  -- From good to bad; a gate that is skipped tells less than one that passed.
  ranks constant text[] := array['passed', 'skipped', 'failed', 'error'];
begin
  if exists (
    select from jsonb_each(fix_result.before) as was (gate, line),
      lateral (select fix_result.after -> was.gate as line) as now_is
    where array_position(ranks, now_is.line ->> 'verdict') > array_position(ranks, was.line ->> 'verdict')
      or (now_is.line #>> '{tests,failed}')::numeric > (was.line #>> '{tests,failed}')::numeric
      or (now_is.line #>> '{tests,passed}')::numeric < (was.line #>> '{tests,passed}')::numeric
  ) then
    return 'worse';
  elsif fix_result.applies and fix_result.after -> fix_result.gate ->> 'verdict' = 'passed' then
    return 'fixed';
  end if;
  return 'not_enough';
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.fix_side(gates jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return (
    select jsonb_build_object(
      'verdict', cogo.verdict_of(array_agg(fix_side.gates -> name ->> 'verdict')),
      'gates', jsonb_agg(jsonb_build_object('gate', name, 'reason', null) || (fix_side.gates -> name) order by place)
    )
    from unnest(array['lint', 'check', 'test']) with ordinality as gate (name, place)
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.flow_spans(flow_ids bigint[])
 RETURNS TABLE(span_id text, parent_span_id text, under_job bigint, name text, kind text, started_at timestamp with time zone, ended_at timestamp with time zone, status text, attributes jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query
  select
    cogo.span_id(cogo.uuid_v7(flow.created_at, flow.id) || ':workflow'),
    coalesce(
      (
        select cogo.span_id(cogo.uuid_v7(parent.created_at, parent.id) || ':step:' || flow.parent_step || ':-1')
        from cogo.workflows as parent where parent.id = flow.parent_id
      ),
      substr(flow.traceparent, 37, 16)
    ),
    (
      select job.id from cogo.jobs as job
      where job.id = cogo.uuid_number(flow.cause) and cogo.uuid_v7(job.created_at, job.id) = flow.cause
    ),
    'workflow ' || definition.name, 'internal', flow.created_at, flow.finished_at,
    case when flow.state = 'succeeded' then 'ok' when flow.state in ('failed', 'stuck', 'compensated') then 'error' else 'unset' end,
    jsonb_strip_nulls(jsonb_build_object(
      'cogo.workflow.id', cogo.uuid_v7(flow.created_at, flow.id), 'cogo.workflow.name', definition.name,
      'cogo.workflow.version', definition.version, 'cogo.workflow.state', flow.state, 'error.message', left(flow.error ->> 'message', 500)
    ))
  from cogo.workflows as flow
  join cogo.workflow_definitions as definition on definition.id = flow.definition_id
  where flow.id = any(flow_spans.flow_ids)
  union all
  (
    select
      cogo.span_id(cogo.uuid_v7(flow.created_at, flow.id) || ':step:' || begun.step || ':' || begun.item),
      case
        when begun.item >= 0 then cogo.span_id(cogo.uuid_v7(flow.created_at, flow.id) || ':step:' || begun.step || ':-1')
        else cogo.span_id(cogo.uuid_v7(flow.created_at, flow.id) || ':workflow')
      end,
      null, 'step ' || plan.name || case when begun.item >= 0 then '[' || begun.item || ']' else '' end,
      'internal', begun.started_at, begun.finished_at,
      case when begun.state = 'succeeded' then 'ok' when begun.state = 'failed' then 'error' else 'unset' end,
      jsonb_strip_nulls(jsonb_build_object(
        'cogo.step.job_id', begun.job_id, 'cogo.step.follow_job_id', begun.follow_job_id, 'cogo.step.kind', plan.kind,
        'cogo.step.state', begun.state, 'cogo.step.follow_up', begun.follow_up, 'error.message', left(begun.error ->> 'message', 500)
      ))
    from cogo.workflow_steps as begun
    join cogo.workflows as flow on flow.id = begun.workflow_id
    join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = begun.step
    where begun.workflow_id = any(flow_spans.flow_ids)
    order by begun.item >= 0, begun.started_at, begun.step, begun.item limit 501
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.fold_audit(after_id bigint, up_to bigint)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
declare
  last_id constant bigint := least(fold_audit.up_to, fold_audit.after_id + 20000);
begin
  perform cogo.count_calls(counted.name, counted.labels, count(*))
  from (
    select
      case when not entry.ok then 'key_failures' when entry.action in ('open', 'break_glass') then 'key_reads' else 'key_writes' end as name,
      case when entry.ok then jsonb_build_object('action', entry.action) else jsonb_build_object('reason', entry.reason) end as labels
    from cogo.secure_keys_audit as entry
    where entry.audit_id > fold_audit.after_id and entry.audit_id <= last_id
      -- The emergency that was asked for, and agreed to, is no failure, and its reason is anybody's words.
      and (entry.ok or entry.action = 'open')
  ) as counted
  group by counted.name, counted.labels;
  return greatest(last_id, fold_audit.after_id);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.fold_calls()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  fold cogo.call_folds;
  refused integer;
  is_done boolean := false;
  tail constant bigint := coalesce(pg_sequence_last_value('cogo.secure_keys_audit_audit_id_seq'::regclass), 0);
begin
  insert into cogo.call_folds default values on conflict do nothing;
  -- Two rounds at once would count twice; the second leaves it to the first.
  select * into fold from cogo.call_folds for update skip locked;
  if not found then
    return 0;
  end if;
  refused := cogo.fold_refusals();
  perform cogo.fold_metric_notes(at);

  -- A number that was not given out yet is of another cluster, before a restore: all its transactions have ended.
  if pg_snapshot_xmin(pg_current_snapshot()) >= fold.seen_xid or fold.seen_xid >= pg_snapshot_xmax(pg_current_snapshot()) then
    fold.decision_id := cogo.fold_decisions(fold.decision_id, fold.seen_decision_id);
    fold.audit_id := cogo.fold_audit(fold.audit_id, fold.seen_audit_id);
    is_done := fold.decision_id >= fold.seen_decision_id and fold.audit_id >= fold.seen_audit_id;
  end if;
  if is_done then
    -- Who made a decision id ten seconds ago has written something since, and so has a transaction number.
    fold.seen_decision_id := greatest(fold.seen_decision_id, cogo.uuid_v7(at - interval '10 seconds', 0));
    fold.seen_audit_id := fold.next_audit_id;
    fold.seen_xid := pg_current_xact_id();
  end if;
  update cogo.call_folds as known
  set decision_id = fold.decision_id, seen_decision_id = fold.seen_decision_id, audit_id = fold.audit_id,
    seen_audit_id = fold.seen_audit_id, next_audit_id = tail, seen_xid = fold.seen_xid, folded_at = at;
  return refused;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.fold_decisions(after_id uuid, up_to uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
declare
  last_id uuid;
begin
  -- Ids begin with the time, so what is new lies together at the end of the primary key.
  select least(fold_decisions.up_to, (
    select decision.decision_id from cogo.routing_decisions as decision
    where decision.decision_id > fold_decisions.after_id and decision.decision_id <= fold_decisions.up_to
    order by decision.decision_id offset 19999 limit 1
  )) into last_id;
  perform cogo.count_calls('decisions', jsonb_build_object(
    'provider', coalesce(model.provider, ''), 'model', coalesce(model.model, ''), 'region', coalesce(model.region, ''),
    'policy', coalesce(policy.name || '/' || policy.version, '')
  ), counted.many)
  from (
    select decision.choice, decision.policy_id, count(*) as many from cogo.routing_decisions as decision
    where decision.decision_id > fold_decisions.after_id and decision.decision_id <= last_id
    group by decision.choice, decision.policy_id
  ) as counted
  left join cogo.llm_models as model on model.model_id = counted.choice
  left join cogo.routing_policies as policy on policy.policy_id = counted.policy_id;
  return last_id;
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
  -- The tail before our own number: whoever drew an id up to it had his transaction number by then, a smaller one. The
  -- end of a snapshot would not do for that, since transactions may be running beyond it.
  tail constant bigint := coalesce(pg_sequence_last_value('cogo.events_id_seq'::regclass), 0);
  looks constant boolean := pg_current_xact_id_if_assigned() is null;
begin
  insert into cogo.event_folds default values on conflict do nothing;
  -- Two rounds at once would count twice; the second leaves it to the first.
  select * into state from cogo.event_folds for update skip locked;
  if not found then
    return 0;
  end if;

  up_to := state.folded_id;
  if pg_snapshot_xmin(pg_current_snapshot()) >= state.seen_xid then
    up_to := cogo.fold_reach(state.folded_id, state.seen_tail);
  end if;
  if up_to > state.folded_id then
    insert into cogo.event_totals as total (type, jobs, calls)
    select event.type, sum(cardinality(event.job_ids)), count(*)
    from cogo.events as event
    where event.id > state.folded_id and event.id <= up_to
    group by event.type
    on conflict (type) do update set jobs = total.jobs + excluded.jobs, calls = total.calls + excluded.calls;
    perform cogo.fold_job_metrics(state.folded_id, up_to);
  end if;

  update cogo.event_folds as fold
  set
    folded_id = up_to,
    seen_tail = case when looks and up_to >= fold.seen_tail then tail else fold.seen_tail end,
    seen_xid = case when looks and up_to >= fold.seen_tail then pg_current_xact_id() else fold.seen_xid end,
    folded_at = cogo.now_();
  return up_to - state.folded_id;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.fold_http(at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  lines jsonb;
begin
  with taken as (
    update cogo.http_flushes as flush set folded = true
    where flush.flush_id in (
      select oldest.flush_id from cogo.http_flushes as oldest where not oldest.folded order by oldest.at limit 2000 for update skip locked
    )
    returning flush.at, flush.counts
  )
  select jsonb_agg(line.value || jsonb_build_object('at', taken.at)) into lines
  from taken cross join lateral jsonb_array_elements(taken.counts) as line;
  delete from cogo.http_flushes as old where old.folded and old.at < fold_http.at - interval '1 hour';
  if lines is null then
    return;
  end if;
  perform cogo.add_metrics((
    select jsonb_agg(jsonb_build_object(
      'name', 'http', 'at', line -> 'at', 'ms', line -> 'ms', 'bins', line -> 'bins', 'bin_counts', line -> 'bin_counts',
      'labels', jsonb_build_object('function', line -> 'function', 'route', line -> 'route', 'status', line -> 'status'),
      'counts', jsonb_build_object('requests', many.total, 'errors', case when line ->> 'status' >= '500' then many.total else 0 end)
    ))
    from jsonb_array_elements(lines) as line
    cross join lateral (select sum(one::bigint) as total from jsonb_array_elements_text(line -> 'bin_counts') as one) as many
  ));
  perform cogo.add_times((
    select jsonb_agg(jsonb_build_object(
      'name', 'http', 'within', jsonb_build_object('function', line -> 'function', 'route', line -> 'route', 'status', line -> 'status'),
      'place', slot.place, 'many', slot.many, 'ms', case slot.place when 1 then line -> 'ms' else '0' end
    ))
    from jsonb_array_elements(lines) as line
    cross join lateral jsonb_array_elements(line -> 'places') with ordinality as slot (many, place)
  ));
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.fold_job_metrics(after_id bigint, up_to bigint)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_sort TO 'off'
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
declare
  counted jsonb;
  timed jsonb;
begin
  with moved as materialized (
    select told.*, date_trunc('minute', told.ts, 'UTC') as at
    from cogo.job_moves(fold_job_metrics.after_id, fold_job_metrics.up_to) as told
  ),
  deeds as (
    select moved.lane_id, moved.tenant_id, moved.type, moved.at, deed.name, sum(moved.jobs) as jobs
    from moved
    cross join lateral unnest(case when moved.orphaned then moved.deeds || '{orphaned}' else moved.deeds end) as deed (name)
    group by moved.lane_id, moved.tenant_id, moved.type, moved.at, deed.name
  ),
  times as (
    select item.name, moved.lane_id, moved.tenant_id, moved.type, moved.at, cogo.time_bin(item.ms) as bin, cogo.time_place(item.ms) as place,
      sum(item.ms * moved.jobs) as ms, sum(moved.jobs) as many
    from moved cross join lateral (values ('wait', moved.waited_ms), ('run', moved.ran_ms)) as item (name, ms)
    where item.ms is not null
    group by item.name, moved.lane_id, moved.tenant_id, moved.type, moved.at, bin, place
  )
  select
    (
      select jsonb_agg(jsonb_build_object(
        'name', 'jobs', 'tenant_id', line.tenant_id, 'labels', jsonb_build_object('executor', line.executor, 'type', line.type),
        'at', line.at, 'counts', line.counts
      ))
      from (
        select lane.executor, deeds.tenant_id, deeds.type, deeds.at, jsonb_object_agg(deeds.name, deeds.jobs) as counts
        from deeds join cogo.lanes as lane on lane.lane_id = deeds.lane_id
        group by lane.lane_id, lane.executor, deeds.tenant_id, deeds.type, deeds.at
      ) as line
    ),
    (
      select jsonb_agg(jsonb_build_object(
        'name', times.name, 'tenant_id', times.tenant_id, 'labels', jsonb_build_object('executor', lane.executor, 'type', times.type),
        'within', jsonb_build_object('executor', lane.executor), 'at', times.at, 'bin', times.bin, 'place', times.place,
        'ms', times.ms, 'many', times.many
      ))
      from times join cogo.lanes as lane on lane.lane_id = times.lane_id
    )
  into counted, timed;
  if counted is not null then
    perform cogo.add_metrics(counted || cogo.binned_times(coalesce(timed, '[]')));
    perform cogo.add_times(coalesce(timed, '[]'));
    perform cogo.fold_losses(counted, fold_job_metrics.after_id, fold_job_metrics.up_to);
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.fold_leases(at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tail constant bigint := coalesce(pg_sequence_last_value('cogo.lease_renewals'::regclass), 0);
  known bigint;
  lost record;
begin
  insert into cogo.metric_horizon default values on conflict do nothing;
  select horizon.renewals into known from cogo.metric_horizon as horizon;
  if tail <> known then
    update cogo.metric_horizon set renewals = tail;
    -- A sequence that stands lower than before is of a restored database.
    if tail > known then
      perform cogo.count_calls('lease_renewals', '{}', tail - known);
      perform cogo.add_metrics(jsonb_build_array(jsonb_build_object(
        'name', 'leases', 'at', fold_leases.at, 'counts', jsonb_build_object('leases_renewed', tail - known)
      )));
    end if;
  end if;

  with taken as (
    delete from cogo.conflict_notes as note
    where note.note_id in (select oldest.note_id from cogo.conflict_notes as oldest order by oldest.note_id limit 20000)
    returning note.*
  )
  select sum(counted.jobs)::bigint as jobs, jsonb_agg(jsonb_build_object(
    'name', 'leases', 'tenant_id', counted.tenant_id, 'at', counted.at, 'counts', jsonb_build_object('claim_conflicts', counted.jobs)
  )) as deltas
  into lost
  from (
    select taken.tenant_id, date_trunc('minute', taken.at, 'UTC') as at, sum(taken.jobs) as jobs from taken group by 1, 2
  ) as counted;
  if lost.jobs > 0 then
    perform cogo.count_calls('claim_conflicts', '{}', lost.jobs);
    perform cogo.add_metrics(lost.deltas);
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.fold_losses(counted jsonb, after_id bigint, up_to bigint)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
declare
  orphaned bigint;
begin
  select sum((line -> 'counts' ->> 'orphaned')::bigint) into orphaned from jsonb_array_elements(fold_losses.counted) as line;
  if orphaned > 0 then
    perform cogo.count_calls('lease_expiries', '{}', orphaned);
  end if;
  if jsonb_path_exists(fold_losses.counted, '$[*].counts.dead_lettered') then
    perform cogo.count_calls('dead_letters', jsonb_build_object('stage', died.stage, 'reason', died.reason), died.many)
    from (
      select letter.stage, letter.reason, count(*) as many
      from cogo.events as event
      cross join lateral unnest(event.job_ids) as named (job_id)
      cross join lateral (
        select known.stage, known.reason from cogo.dead_letters as known where known.job_id = named.job_id limit 1
      ) as letter
      where event.id > fold_losses.after_id and event.id <= fold_losses.up_to and event.type = 'job_dead_lettered'
      group by letter.stage, letter.reason
    ) as died;
  end if;
  if exists (select from cogo.ready_notes) then
    delete from cogo.ready_notes as note
    using cogo.events as event, unnest(event.job_ids) as named (job_id)
    where event.id > fold_losses.after_id and event.id <= fold_losses.up_to and event.type in ('job_claimed', 'job_cancelled')
      and note.job_id = named.job_id;
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.fold_metric_notes(at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform cogo.fold_leases(fold_metric_notes.at);
  if exists (select from cogo.schedule_notes) then
    perform cogo.fold_schedule_notes();
  end if;
  if exists (select from cogo.http_flushes) then
    perform cogo.fold_http(fold_metric_notes.at);
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.fold_reach(after_id bigint, up_to bigint)
 RETURNS bigint
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
begin
  -- Always one event, so that it goes on.
  return coalesce((
    select min(near.id) - 1
    from (
      select event.id, row_number() over in_order as place, sum(cardinality(event.job_ids)) over in_order as jobs
      from (
        select known.id, known.job_ids from cogo.events as known
        where known.id > fold_reach.after_id and known.id <= least(fold_reach.up_to, fold_reach.after_id + 100000)
        order by known.id
      ) as event
      window in_order as (order by event.id rows unbounded preceding)
    ) as near
    where near.jobs > 500000 and near.place > 1
  ), least(fold_reach.up_to, fold_reach.after_id + 100000));
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.fold_schedule_notes()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  notes cogo.schedule_notes[];
  times jsonb;
begin
  with taken as (
    delete from cogo.schedule_notes as note
    where note.note_id in (select oldest.note_id from cogo.schedule_notes as oldest order by oldest.note_id limit 20000)
    returning note.*
  )
  select array_agg(taken::cogo.schedule_notes) into notes from taken;

  perform cogo.count_calls('schedule_runs', jsonb_build_object('state', counted.state), counted.runs)
  from (select note.state, sum(note.runs)::bigint as runs from unnest(notes) as note group by note.state) as counted;
  select coalesce(jsonb_agg(jsonb_build_object(
    'name', 'schedule_lag', 'tenant_id', lag.tenant_id, 'labels', '{}'::jsonb, 'within', '{}'::jsonb, 'at', lag.at,
    'bin', cogo.time_bin(lag.ms), 'place', cogo.time_place(lag.ms), 'ms', lag.ms, 'many', 1
  )), '[]')
  into times
  from (select note.tenant_id, date_trunc('minute', note.at, 'UTC') as at, unnest(note.lags_ms) as ms from unnest(notes) as note) as lag;
  perform cogo.add_times(times);
  perform cogo.add_metrics(cogo.binned_times(times) || (
    select jsonb_agg(jsonb_build_object('name', 'schedule_lag', 'tenant_id', each.tenant_id, 'labels', '{}'::jsonb, 'at', each.at, 'counts', each.counts))
    from (
      select note.tenant_id, note.at, jsonb_build_object(
        'runs', note.runs, note.state, note.runs, 'late', (select count(*) from unnest(note.lags_ms) as ms where ms > 60000)
      ) as counts
      from unnest(notes) as note
    ) as each
  ));
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.fold_usage(used jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  line record;
begin
  if used is null then
    return;
  end if;
  perform cogo.add_metrics((
    select jsonb_agg(jsonb_build_object(
      'name', 'llm', 'tenant_id', item.tenant_id, 'at', item.at,
      'labels', jsonb_build_object('provider', coalesce(model.provider, ''), 'model', coalesce(model.model, '')),
      'counts', jsonb_build_object(
        'requests', item.requests, 'tokens', item.input + item.cache_read + item.cache_write + item.output, 'cost_nano', item.cost_nano
      )
    ))
    from jsonb_to_recordset(used) as item (
      tenant_id uuid, model_id bigint, at timestamptz, requests bigint, input bigint, cache_read bigint, cache_write bigint, output bigint,
      cost_nano bigint
    )
    left join cogo.llm_models as model on model.model_id = item.model_id
  ));
  -- In order, so that two who count at once do not wait in a circle.
  for line in
    select kind.name, jsonb_strip_nulls(jsonb_build_object(
      'provider', coalesce(model.provider, ''), 'model', coalesce(model.model, ''), 'kind', kind.kind
    )) as labels, sum(greatest((item.told ->> coalesce(kind.kind, 'cost_nano'))::bigint, 0))::bigint as total
    from jsonb_array_elements(used) as item (told)
    left join cogo.llm_models as model on model.model_id = (item.told ->> 'model_id')::bigint
    cross join (
      values ('llm_tokens', 'input'), ('llm_tokens', 'cache_read'), ('llm_tokens', 'cache_write'), ('llm_tokens', 'output'), ('llm_cost_nano', null)
    ) as kind (name, kind)
    group by 1, 2 order by 1, 2
  loop
    if line.total > 0 then
      perform cogo.count_calls(line.name, line.labels, line.total);
    end if;
  end loop;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.forget_alerts(at timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  forgotten integer;
begin
  delete from cogo.alert_notices as old
  where old.notice_id in (
    select oldest.notice_id from cogo.alert_notices as oldest
    where oldest.made_at < forget_alerts.at - interval '90 days' order by oldest.made_at limit 500
  );
  get diagnostics forgotten = row_count;
  delete from cogo.alert_silences as old where old.ended_at < forget_alerts.at - interval '90 days';
  -- Providers and budgets that are gone.
  delete from cogo.alerts as gone
  where gone.state = 'ok' and gone.notified_severity is null and not gone.has_data and gone.subject <> ''
    and gone.since < forget_alerts.at - interval '7 days';
  return forgotten;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.forget_metrics(row_limit integer DEFAULT 50000)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  now_ constant timestamptz := cogo.now_();
  each record;
  gone integer;
  forgotten integer := 0;
begin
  insert into cogo.metric_horizon default values on conflict do nothing;
  -- Told before anything goes: who reads in the meantime reads the wider rows.
  update cogo.metric_horizon as horizon
  set minutes_from = greatest(horizon.minutes_from, date_trunc('hour', now_ - interval '2 days', 'UTC')),
    hours_from = greatest(horizon.hours_from, date_trunc('day', now_ - interval '60 days', 'UTC'));
  for each in
    select level.* from cogo.metric_horizon as horizon, lateral (
      values ('1m', horizon.minutes_from), ('1h', horizon.hours_from), ('1d', now_ - interval '2 years')
    ) as level (step, older_than)
  loop
    delete from cogo.metric_rows as line
    using (
      select old.series_id, old.at
      from cogo.metric_series as series
      join cogo.metric_rows as old on old.series_id = series.series_id
      where old.step = each.step and old.at < each.older_than and (old.rolled or old.step = '1d')
      limit forget_metrics.row_limit
    ) as old
    where line.series_id = old.series_id and line.step = each.step and line.at = old.at and (line.rolled or line.step = '1d');
    get diagnostics gone = row_count;
    forgotten := forgotten + gone;
  end loop;

  delete from cogo.ready_notes as note where note.ready_at < now_ - interval '30 days';
  delete from cogo.metric_series as series
  where series.series_id in (
    select known.series_id from cogo.metric_series as known
    where not exists (select from cogo.metric_rows as line where line.series_id = known.series_id)
    for update skip locked
  );
  return forgotten;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.gate_fixes_of(fixes jsonb)
 RETURNS TABLE(ordinal bigint, run_id uuid, gate text, fixer text, job_id bigint, fence bigint, command text, files_changed integer, lines_added integer, lines_removed integer, before jsonb, after jsonb, applies boolean, diff text, artifacts text[])
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  problem text;
begin
  begin
    return query
    select item.ordinal, (item.value ->> 'run_id')::uuid, item.value ->> 'gate', item.value ->> 'fixer',
      (item.value ->> 'job_id')::bigint, coalesce((item.value ->> 'fence')::bigint, 0), item.value ->> 'command',
      (item.value ->> 'files_changed')::integer, (item.value ->> 'lines_added')::integer, (item.value ->> 'lines_removed')::integer,
      item.value -> 'before', item.value -> 'after', (item.value ->> 'applies')::boolean, item.value ->> 'diff',
      -- The diff is always one of them.
      array(select item.value ->> 'diff' union select jsonb_array_elements_text(coalesce(item.value -> 'artifacts', '[]')) order by 1)
    from jsonb_array_elements(gate_fixes_of.fixes) with ordinality as item (value, ordinal);
  exception when data_exception then
    problem := sqlerrm;
  end;

  if problem is null then
    select format('fixes[%s] has a gate, fixer, count, verdict or artifact that is not allowed', item.ordinal - 1)
    into problem
    from jsonb_array_elements(gate_fixes_of.fixes) with ordinality as item (value, ordinal)
    where item.value ->> 'run_id' is null or item.value ->> 'job_id' is null or item.value ->> 'applies' is null
      or coalesce(item.value ->> 'gate', '') not in ('lint', 'check', 'test')
      or char_length(coalesce(item.value ->> 'fixer', '')) not between 1 and 80
      or char_length(coalesce(item.value ->> 'command', '')) not between 1 and 2000
      or coalesce((item.value ->> 'files_changed')::integer, 0) < 1
      or coalesce((item.value ->> 'lines_added')::integer, -1) < 0
      or coalesce((item.value ->> 'lines_removed')::integer, -1) < 0
      or not cogo.are_gate_verdicts(item.value -> 'before')
      or not cogo.are_gate_verdicts(item.value -> 'after')
      or coalesce(item.value ->> 'diff', '') !~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$'
      or jsonb_array_length(coalesce(item.value -> 'artifacts', '[]')) > 19
      or pg_column_size(item.value) > 65536
    limit 1;
  end if;

  if problem is not null then
    raise sqlstate 'PT400' using
      message = format('Cannot record gate fixes: %s', problem),
      detail = 'bad_argument',
      hint = 'Each: run_id, job_id, fence, gate, fixer, command, files_changed, lines_added, lines_removed, '
        'before and after (a verdict for lint, check and test), applies, diff, artifacts.';
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.gate_operations(since timestamp with time zone, until timestamp with time zone, tenant uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  failed numeric := cogo.metric_sum('jobs_failed', gate_operations.since, gate_operations.until, gate_operations.tenant);
  succeeded numeric := cogo.metric_sum('jobs_succeeded', gate_operations.since, gate_operations.until, gate_operations.tenant);
begin
  return jsonb_build_object(
    'failures', jsonb_build_object(
      'count', failed, 'of', failed + succeeded, 'rate', cogo.pass_rate(failed::bigint, (failed + succeeded)::bigint)
    ),
    'wait', cogo.gate_wait(gate_operations.since, gate_operations.until, gate_operations.tenant),
    'decisions', cogo.decision_quality(gate_operations.since, gate_operations.tenant)
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.gate_summary(window_days integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  tenant uuid := cogo.caller_tenant();
  at timestamptz := cogo.now_();
  since timestamptz;
  runs jsonb;
begin
  if gate_summary.window_days is null or gate_summary.window_days not between 1 and 366 then
    perform cogo.refuse_argument('window_days', 'it must be 1 to 366');
  end if;
  since := at - make_interval(days => gate_summary.window_days);

  with newest as materialized (
    select run.verdict, cogo.milliseconds(run.created_at, run.finished_at) as took_ms
    from cogo.quality_runs as run
    where run.created_at >= since and (tenant is null or run.tenant_id = tenant)
    order by run.created_at desc, run.id desc
    limit 1000
  )
  select jsonb_build_object(
    'count', count(*),
    'open', count(*) filter (where verdict is null),
    'passed', count(*) filter (where verdict = 'passed'),
    'failed', count(*) filter (where verdict = 'failed'),
    'error', count(*) filter (where verdict = 'error'),
    'pass_rate', cogo.pass_rate(count(*) filter (where verdict = 'passed'), count(verdict)),
    'duration_ms', cogo.spread(array_agg(took_ms)),
    'is_capped', count(*) = 1000
  )
  into runs
  from newest;

  return jsonb_build_object(
    'at', at, 'tenant_id', tenant, 'window_days', gate_summary.window_days, 'since', since,
    'runs', runs,
    'gates', cogo.metrics_gates(since, tenant),
    'operations', cogo.gate_operations(since, at, tenant),
    'last_runs', cogo.quality_gate_recent(10) -> 'runs'
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.gate_wait(since timestamp with time zone, until timestamp with time zone, tenant uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return (
    select jsonb_build_object(
      'count', coalesce(sum(item.many), 0),
      'p90_ms', round(cogo.bins_quantile(array_agg(item.bin), array_agg(item.many), 0.9)::numeric, 1)
    )
    from cogo.metric_slices('wait', gate_wait.since, gate_wait.until, gate_wait.tenant, '{}') as line
    join cogo.metric_series as series on series.series_id = line.series_id
    cross join lateral unnest(line.bins, line.bin_counts) as item (bin, many)
    -- They wait for the runner that somebody starts, and for each other.
    where series.labels ->> 'executor' <> all (array['orchestrator', 'quality'])
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.get_agent(agent_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  agent cogo.agents := cogo.own_agent(get_agent.agent_id);
begin
  return to_jsonb(agent) || jsonb_build_object(
    'credentials', coalesce((
      select jsonb_agg(to_jsonb(credential) - array['secret_sha256', 'free_at'] order by credential.created_at, credential.credential_id)
      from cogo.agent_credentials as credential where credential.agent_id = agent.agent_id
    ), '[]'),
    'keys', coalesce((
      select jsonb_agg(to_jsonb(key) order by key.created_at, key.key_id) from cogo.agent_keys as key where key.agent_id = agent.agent_id
    ), '[]'),
    'trusts', coalesce((
      select jsonb_agg(to_jsonb(trust) order by trust.created_at, trust.trust_id) from cogo.oidc_trusts as trust where trust.agent_id = agent.agent_id
    ), '[]')
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.get_quality_run(run_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  run cogo.quality_runs;
begin
  select * into run from cogo.quality_runs as known
  where known.id = get_quality_run.run_id and (tenant is null or known.tenant_id = tenant);

  if run.id is null then
    perform cogo.raise_quality_run_not_found(get_quality_run.run_id);
  end if;

  return jsonb_build_object(
    'run_id', run.id, 'tenant_id', run.tenant_id, 'kind', run.kind, 'iso_week', run.iso_week,
    'target', run.target, 'run_number', run.run_number, 'verdict', run.verdict, 'summary', run.summary,
    'plan', run.plan, 'decide_job_id', run.decide_job_id, 'aggregate_job_id', run.aggregate_job_id,
    'created_at', run.created_at, 'started_at', run.started_at, 'finished_at', run.finished_at,
    'jobs', cogo.quality_run_jobs(run.job_ids),
    'gates', (
      select coalesce(jsonb_agg(jsonb_build_object('gate', result.gate, 'job_id', result.job_id,
        'verdict', result.verdict, 'reason', result.reason, 'duration_ms', result.duration_ms,
        'details', result.details) order by array_position(array['lint', 'check', 'test'], result.gate)), '[]')
      from cogo.gate_results as result where result.run_id = run.id
    ),
    'artifacts', (
      select coalesce(jsonb_agg(jsonb_build_object('id', artifact.id, 'job_id', artifact.job_id,
        'name', artifact.name, 'kind', artifact.kind, 'media_type', artifact.media_type,
        'size_bytes', artifact.size_bytes, 'sha256', artifact.sha256, 'location', artifact.location,
        'created_at', artifact.created_at) order by artifact.job_id, artifact.name), '[]')
      from cogo.artifacts as artifact where artifact.run_id = run.id
    ),
    'fixes', cogo.run_fixes(run.id)
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.hand_over_notices(at timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  notice cogo.alert_notices;
  jobs bigint[];
  handed integer := 0;
begin
  for notice in
    select * from cogo.alert_notices as due
    -- A try that is further off than any is planned stems from a clock that went back.
    where due.handed_at is null and (due.next_try_at <= hand_over_notices.at or due.next_try_at > hand_over_notices.at + interval '1 hour')
    order by due.notice_id limit 50
  loop
    begin
      jobs := cogo.notify('alert', format('alert:%s:%s:%s', notice.slo, notice.notice_id, extract(epoch from notice.made_at)::bigint), notice.message);
      update cogo.alert_notices as known set handed_at = hand_over_notices.at, job_ids = jobs, next_try_at = null, error = null
      where known.notice_id = notice.notice_id;
      handed := handed + 1;
    exception when others then
      update cogo.alert_notices as known
      set
        tries = known.tries + 1, error = left(format('%s (%s)', sqlerrm, sqlstate), 500),
        next_try_at = hand_over_notices.at + make_interval(secs => least(15 * 2 ^ least(known.tries, 10), 3600))
      where known.notice_id = notice.notice_id;
    end;
  end loop;
  return handed;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.history_finished(since timestamp with time zone, until timestamp with time zone, tenant uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
declare
  figures jsonb;
begin
  with slice as materialized (
    select known.name, known.labels ->> 'executor' as executor, known.labels ->> 'type' as type, line.counts, line.ms, line.bins, line.bin_counts
    from unnest(array['jobs', 'wait', 'run']) as kind (name)
    cross join lateral cogo.metric_slices(kind.name, history_finished.since, history_finished.until, history_finished.tenant, '{}') as line
    join cogo.metric_series as known on known.series_id = line.series_id
  ),
  counted as materialized (
    select grouping(slice.executor, slice.type) as by_what, coalesce(slice.executor, slice.type) as name,
      coalesce(sum((slice.counts ->> 'succeeded')::bigint), 0) as succeeded, coalesce(sum((slice.counts ->> 'failed')::bigint), 0) as failed,
      coalesce(sum((slice.counts ->> 'cancelled')::bigint), 0) as cancelled
    from slice where slice.name = 'jobs' group by grouping sets ((), (slice.executor), (slice.type))
  ),
  timed as materialized (
    select grouping(slice.executor, slice.type) as by_what, coalesce(slice.executor, slice.type) as name,
      cogo.bins_spread(
        array_agg(item.bin) filter (where slice.name = 'wait'), array_agg(item.many) filter (where slice.name = 'wait'),
        sum(slice.ms / cardinality(slice.bins)) filter (where slice.name = 'wait')
      ) as wait_ms,
      cogo.bins_spread(
        array_agg(item.bin) filter (where slice.name = 'run'), array_agg(item.many) filter (where slice.name = 'run'),
        sum(slice.ms / cardinality(slice.bins)) filter (where slice.name = 'run')
      ) as run_ms
    from slice cross join lateral unnest(slice.bins, slice.bin_counts) as item (bin, many)
    group by grouping sets ((), (slice.executor), (slice.type))
  ),
  lines as (
    select counted.by_what, counted.succeeded + counted.failed + counted.cancelled as jobs, jsonb_build_object(
      'name', counted.name, 'succeeded', counted.succeeded, 'failed', counted.failed, 'cancelled', counted.cancelled,
      'wait_ms', coalesce(timed.wait_ms, cogo.bins_spread(null, null, null)), 'run_ms', coalesce(timed.run_ms, cogo.bins_spread(null, null, null))
    ) as line
    from counted left join timed on timed.by_what = counted.by_what and timed.name is not distinct from counted.name
  )
  select jsonb_build_object(
    'sample', whole.jobs, 'is_capped', false, 'wait_ms', whole.line -> 'wait_ms', 'run_ms', whole.line -> 'run_ms',
    -- grouping() says which is not told apart: 1 = the type, 2 = the executor.
    'by_executor', (select coalesce(jsonb_agg(lines.line order by lines.jobs desc), '[]') from lines where lines.by_what = 1 and lines.jobs > 0),
    'by_type', (
      select coalesce(jsonb_agg(top.line order by top.jobs desc), '[]')
      from (select * from lines where lines.by_what = 2 and lines.jobs > 0 order by lines.jobs desc limit 20) as top
    )
  )
  into figures
  from lines as whole where whole.by_what = 3;
  return figures;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.history_lines(series text, from_at timestamp with time zone, to_at timestamp with time zone, step text, tenant uuid, only_labels jsonb, by_lane boolean)
 RETURNS TABLE(labels jsonb, points jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
declare
  source record := cogo.history_source(history_lines.series);
  unit constant text := cogo.metric_unit(history_lines.step);
begin
  return query
  with slice as materialized (
    select date_trunc(unit, line.at, 'UTC') as at, line.counts, line.bins, line.bin_counts,
      case when by_lane then known.labels else '{}' end as labels
    from cogo.metric_slices(source.name, history_lines.from_at, history_lines.to_at, history_lines.tenant,
      case when by_lane or history_lines.only_labels <> '{}' then history_lines.only_labels end, history_lines.step) as line
    join cogo.metric_series as known on known.series_id = line.series_id
  ),
  counted as (
    select summed.labels, summed.at, jsonb_object_agg(summed.key, summed.total) as counts
    from (
      select slice.labels, slice.at, item.key, sum(item.value::numeric) as total
      from slice cross join lateral jsonb_each_text(slice.counts) as item
      where source.kind not in ('quantile', 'age') group by slice.labels, slice.at, item.key
    ) as summed
    group by summed.labels, summed.at
  ),
  timed as (
    select slice.labels, slice.at, array_agg(item.bin) as bins, array_agg(item.many) as bin_counts
    from slice cross join lateral unnest(slice.bins, slice.bin_counts) as item (bin, many)
    where source.kind in ('quantile', 'age') group by slice.labels, slice.at
  ),
  -- A level is a mean over the looks that were taken, also over those that found nothing.
  looked as (
    select date_trunc(unit, look.at, 'UTC') as at, sum((look.counts ->> 'looks')::numeric) as looks
    from cogo.metric_slices('looks', history_lines.from_at, history_lines.to_at, null, null, history_lines.step) as look
    where source.kind = 'level' group by 1
  ),
  line as (
    select distinct slice.labels from slice union select '{}' where not by_lane
  )
  select line.labels, jsonb_agg(jsonb_build_object('at', slot.at, 'value', cogo.history_value(
    source.kind, source.part, coalesce(counted.counts, '{}'), timed.bins, timed.bin_counts, looked.looks, unit
  )) order by slot.at)
  from line
  cross join generate_series(history_lines.from_at, history_lines.to_at, ('1 ' || unit)::interval) as slot (at)
  left join counted on counted.labels = line.labels and counted.at = slot.at
  left join timed on timed.labels = line.labels and timed.at = slot.at
  left join looked on looked.at = slot.at
  where slot.at < history_lines.to_at
  group by line.labels;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.history_source(series text, OUT name text, OUT kind text, OUT part text)
 RETURNS record
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
AS $function$
  select known.name, known.kind, known.part
  from (
    values
      ('throughput', 'jobs', 'rate', null), ('enqueued', 'jobs', 'count', 'enqueued'), ('claimed', 'jobs', 'count', 'claimed'),
      ('succeeded', 'jobs', 'count', 'succeeded'), ('failed', 'jobs', 'count', 'failed'), ('cancelled', 'jobs', 'count', 'cancelled'),
      ('retried', 'jobs', 'count', 'retried'), ('dead_lettered', 'jobs', 'count', 'dead_lettered'),
      ('failure_rate', 'jobs', 'share', null), ('lease_expiries', 'jobs', 'count', 'orphaned'),
      ('wait_p50', 'wait', 'quantile', '0.5'), ('wait_p95', 'wait', 'quantile', '0.95'), ('wait_p99', 'wait', 'quantile', '0.99'),
      ('run_p50', 'run', 'quantile', '0.5'), ('run_p95', 'run', 'quantile', '0.95'), ('run_p99', 'run', 'quantile', '0.99'),
      ('http_p95', 'http', 'quantile', '0.95'), ('http_requests', 'http', 'count', 'requests'), ('http_errors', 'http', 'count', 'errors'),
      ('schedule_lag_p95', 'schedule_lag', 'quantile', '0.95'), ('schedule_runs', 'schedule_lag', 'count', 'runs'),
      ('schedule_late', 'schedule_lag', 'count', 'late'),
      ('lease_renewals', 'leases', 'count', 'leases_renewed'), ('claim_conflicts', 'leases', 'count', 'claim_conflicts'),
      ('tokens', 'llm', 'count', 'tokens'), ('cost_nano', 'llm', 'count', 'cost_nano'),
      ('depth', 'depth', 'level', 'depth'), ('oldest_age_seconds', 'depth', 'age', null)
  ) as known (series, name, kind, part)
  where known.series = history_source.series;
$function$;

CREATE OR REPLACE FUNCTION cogo.history_transitions(since timestamp with time zone, until timestamp with time zone, tenant uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
begin
  return (
    select coalesce(jsonb_object_agg('job_' || counted.key, counted.jobs), '{}')
    from (
      select item.key, sum(item.value::bigint) as jobs
      from cogo.metric_slices('jobs', history_transitions.since, history_transitions.until, history_transitions.tenant) as line
      cross join lateral jsonb_each_text(line.counts) as item
      where item.key <> 'orphaned'
      group by item.key
    ) as counted
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.history_value(kind text, part text, counts jsonb, bins smallint[], bin_counts bigint[], looks numeric, unit text)
 RETURNS numeric
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  succeeded constant numeric := coalesce((counts ->> 'succeeded')::numeric, 0);
  failed constant numeric := coalesce((counts ->> 'failed')::numeric, 0);
begin
  return case kind
    when 'count' then coalesce((counts ->> part)::numeric, 0)
    when 'rate' then round(
      (succeeded + failed + coalesce((counts ->> 'cancelled')::numeric, 0)) / case unit when 'minute' then 1 when 'hour' then 60 else 1440 end, 2
    )
    when 'share' then round(failed / nullif(succeeded + failed, 0), 4)
    when 'level' then round(coalesce((counts ->> part)::numeric, 0) / looks, 1)
    when 'quantile' then round(cogo.bins_quantile(bins, bin_counts, part::double precision)::numeric, 1)
    -- Ages are kept as times; the oldest is the last of them.
    when 'age' then round(cogo.bins_quantile(bins, bin_counts, 1)::numeric / 1000, 1)
  end;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.ids_around(moment timestamp with time zone, OUT low bigint, OUT high bigint)
 RETURNS record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  middle bigint;
  made timestamptz;
begin
  low := 0;
  high := coalesce(pg_sequence_last_value('cogo.jobs_id_seq'::regclass), 0);
  -- A thousand ids more or less cost less than the last ten steps.
  while ids_around.moment is not null and high - low > 1000 loop
    middle := (low + high) / 2;
    select job.created_at into made from cogo.jobs as job where job.id > middle order by job.id limit 1;
    if made < ids_around.moment then
      low := middle;
    else
      high := middle;
    end if;
  end loop;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.ingress_cancel(id uuid, reason text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  job cogo.jobs := cogo.own_job(ingress_cancel.id);
begin
  return (
    select jsonb_build_object('job_id', ingress_cancel.id, 'outcome', told.outcome)
    from cogo.cancel_jobs(array[job.id], false, ingress_cancel.reason) as told
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.ingress_enqueue(job jsonb, callback_url text, address text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  caller uuid := cogo.caller_tenant();
  at timestamptz := cogo.now_();
  tenant uuid;
  refused jsonb;
  made record;
  webhook text;
  state text;
  told text;
  word text;
  next_step text;
begin
  perform cogo.check_jobs(jsonb_build_array(ingress_enqueue.job), caller is null);
  tenant := coalesce(caller, (ingress_enqueue.job ->> 'tenant_id')::uuid, cogo.default_tenant());
  if caller is not null then
    refused := cogo.take_ingress_rates(
      tenant, coalesce(cogo.claim('agent_id'), cogo.claim('sub'), 'unnamed'), left(ingress_enqueue.address, 100), at
    );
  end if;
  refused := coalesce(refused, cogo.ingress_room(ingress_enqueue.job, tenant, at));
  if refused is not null then
    return refused;
  end if;
  -- What enqueue refuses is answered, not raised: the request was made and counts.
  begin
    select enqueued.job_id, enqueued.id, enqueued.created into made
    from cogo.enqueue_jobs(jsonb_build_array(ingress_enqueue.job)) as enqueued;
    if ingress_enqueue.callback_url is not null then
      webhook := cogo.await_callback(made.job_id, tenant, ingress_enqueue.callback_url, made.created, at);
    end if;
  exception when others then
    get stacked diagnostics state = returned_sqlstate, told = message_text, word = pg_exception_detail, next_step = pg_exception_hint;
    if state !~ '^PT4' then
      raise;
    end if;
    return cogo.refusal(word, right(state, 3)::integer, told, next_step, jsonb_build_object('retry_after_ms', case
      when word = 'queue_full' then (cogo.bound_of(tenant)).retry_after_seconds * 1000
    end));
  end;
  return jsonb_strip_nulls(jsonb_build_object('job_id', made.id, 'created', made.created, 'webhook', webhook));
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.ingress_events(id uuid, after_event_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  job cogo.jobs := cogo.own_job(ingress_events.id);
begin
  return coalesce((
    select jsonb_agg(jsonb_build_object(
      'id', told.id, 'type', told.type, 'ts', told.ts,
      'data', jsonb_strip_nulls(jsonb_build_object(
        'job_id', ingress_events.id, 'type', job.type, 'attempt', told.payload -> 'attempt', 'error', told.payload -> 'error'
      ))
    ) order by told.id)
    from cogo.job_events(job.id, ingress_events.after_event_id, 100) as told
  ), '[]');
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.ingress_job(id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  job cogo.jobs := cogo.own_job(ingress_job.id);
begin
  return (
    select jsonb_strip_nulls(jsonb_build_object(
      'job_id', standing.id, 'type', standing.type, 'state', standing.state, 'priority', standing.priority,
      'attempt', coalesce(standing.attempt, last.attempt + case when last.outcome = 'released' then 0 else 1 end, 1),
      'max_attempts', standing.max_attempts, 'created_at', standing.created_at, 'run_at', standing.run_at,
      'started_at', standing.started_at, 'finished_at', standing.finished_at,
      'cancel_requested', nullif(standing.cancel_requested and standing.finished_at is null, false),
      'error', case when standing.state <> 'succeeded' then last.error end
    ))
    from cogo.job_states as standing
    left join lateral (
      select ended.attempt, ended.outcome, ended.error from cogo.attempts as ended
      where ended.job_id = standing.job_id order by ended.fence desc limit 1
    ) as last on true
    where standing.job_id = job.id
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.ingress_limit(scope text, tenant uuid, OUT max_count integer, OUT per_seconds integer)
 RETURNS record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  select known.max_count, known.per_seconds into max_count, per_seconds
  from cogo.ingress_limits as known
  where known.scope = ingress_limit.scope and (known.tenant_id = ingress_limit.tenant or known.tenant_id is null)
  order by known.tenant_id nulls last
  limit 1;
  if not found then
    max_count := case ingress_limit.scope when 'key' then 600 when 'tenant' then 3000 when 'address' then 1200 when 'queue' then 10000 end;
    per_seconds := case ingress_limit.scope when 'queue' then 5 else 60 end;
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.ingress_refusal(scope text, retry_after_ms integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  more jsonb := jsonb_build_object('scope', ingress_refusal.scope, 'retry_after_ms', greatest(ingress_refusal.retry_after_ms, 1));
begin
  if ingress_refusal.scope = 'queue' then
    return cogo.refusal(
      'overloaded', 503, 'Cannot take the job: too many are ready for the workers of its type',
      'Send it again after Retry-After, with the same idempotency key; nothing was enqueued.', more
    );
  end if;
  return cogo.refusal(
    'rate_limited', 429, format('Cannot take the request: the rate of this %s is used up', ingress_refusal.scope),
    'Send it again after Retry-After, with the same idempotency key; nothing was enqueued.', more
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.ingress_result(id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  job cogo.jobs := cogo.own_job(ingress_result.id);
begin
  return coalesce((
    select jsonb_build_object('state', final.outcome, 'result', final.result, 'error', final.error)
    from cogo.attempts as final where final.job_id = job.id and final.final
  ), '{"state": null, "result": null, "error": null}');
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.ingress_room(job jsonb, tenant uuid, at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  pool text := ingress_room.job ->> 'executor';
  bound record;
  spent record;
begin
  if pool is null and exists (select from cogo.routes) then
    pool := cogo.routed_executor(ingress_room.job ->> 'type', ingress_room.tenant);
  end if;
  pool := coalesce(pool, (cogo.resolve_job_type(ingress_room.job ->> 'type')).executor);
  bound := cogo.ingress_limit('queue', null);
  if pool is not null and cogo.queue_depth(pool, bound.max_count) > bound.max_count then
    return cogo.ingress_refusal('queue', bound.per_seconds * 1000);
  end if;

  if exists (select from cogo.budgets) then
    select budget.scope, account.closes_at into spent
    from cogo.budgets as budget
    join cogo.budget_windows as account on account.budget_id = budget.budget_id
      and account.opens_at <= ingress_room.at and account.closes_at > ingress_room.at
    where budget.mode = 'hard'
      and account.limit_nano - account.reserved_nano - account.spent_nano - account.debt_nano <= 0
      and budget.subject in (
        'organisation', 'tenant:' || ingress_room.tenant, 'project:' || ingress_room.tenant || ':' || cogo.claim('project_id'),
        'agent:' || ingress_room.tenant || ':' || cogo.caller_agent()
      )
    order by account.closes_at desc limit 1;
    if found then
      return cogo.refusal(
        'budget_exceeded', 402, format('Cannot take the job: the budget of the %s is used up', spent.scope),
        'Wait until the period ends, or have an operator raise the budget: set_budget.',
        jsonb_build_object('scope', 'budget', 'resets_at', nullif(spent.closes_at, 'infinity'), 'retry_after_ms', case
          when spent.closes_at < 'infinity' then ceil(extract(epoch from spent.closes_at - ingress_room.at) * 1000)
        end)
      );
    end if;
  end if;
  return null;
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
  trace text := cogo.caller_traceparent();
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
    (item.flow ->> 'correlation_id')::uuid, coalesce(cogo.w3c_traceparent(item.flow ->> 'traceparent'), trace),
    coalesce(item.flow -> 'input', '{}'), 'running'
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

CREATE OR REPLACE FUNCTION cogo.insert_jobs(jobs jsonb, new_ids bigint[], first_ids bigint[], tenant uuid, at timestamp with time zone, has_later boolean, over_ids bigint[])
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
  trace text := cogo.caller_traceparent();
begin
  route := cogo.job_routes(insert_jobs.jobs, insert_jobs.tenant);
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
    coalesce(item.job -> 'payload', '{}'), coalesce(cogo.w3c_traceparent(item.job ->> 'traceparent'), trace),
    item.job ->> 'concurrency_key'
  from jsonb_array_elements(insert_jobs.jobs) with ordinality as item (job, ordinal)
  join unnest(route.tenants, route.types, route.priorities, route.executors, route.lanes, route.leases, route.limits)
    as ruling (tenant_id, type, priority, executor, lane_id, lease_seconds, max_attempts)
    on ruling.type = item.job ->> 'type' and ruling.priority = coalesce(item.job ->> 'priority', 'normal')
    and ruling.executor is not distinct from item.job ->> 'executor'
    and (ruling.tenant_id is null or ruling.tenant_id = coalesce((item.job ->> 'tenant_id')::uuid, cogo.default_tenant()))
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
  if cardinality(insert_jobs.over_ids) > 0 then
    insert into cogo.over_bound (job_id, tenant_id, lane_id)
    select job.id, job.tenant_id, job.lane_id from cogo.jobs as job where job.id = any(insert_jobs.over_ids);
    select array_agg(item.job_id order by item.job_id), array_agg(item.lane_id order by item.job_id) into fresh_ids, fresh_lanes
    from unnest(fresh_ids, fresh_lanes) as item (job_id, lane_id) where item.job_id <> all(insert_jobs.over_ids);
    if fresh_ids is null then
      return;
    end if;
  end if;
  if insert_jobs.has_later then
    perform cogo.place_jobs(insert_jobs.jobs, insert_jobs.new_ids, fresh_ids, fresh_lanes, insert_jobs.at);
  else
    perform cogo.push_ready(
      fresh_ids, fresh_lanes, array_fill(1::smallint, array[cardinality(fresh_ids)]), insert_jobs.at
    );
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.insert_plain_jobs(jobs jsonb, payloads jsonb[], only_type text, new_ids bigint[], first_ids bigint[], tenant uuid, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  route record;
  fresh_ids bigint[] := insert_plain_jobs.new_ids;
  owner uuid := coalesce(insert_plain_jobs.tenant, cogo.default_tenant());
  trace text := cogo.caller_traceparent();
begin
  route := cogo.job_route(insert_plain_jobs.only_type, 'normal', null, owner);
  if route.payload_schema is not null then
    perform cogo.check_payloads(insert_plain_jobs.jobs, array[insert_plain_jobs.only_type], array[route.payload_schema]);
  end if;
  if insert_plain_jobs.first_ids <> insert_plain_jobs.new_ids then
    fresh_ids := cogo.fresh_ids(insert_plain_jobs.new_ids, insert_plain_jobs.first_ids);
    if cardinality(fresh_ids) = 0 then
      return;
    end if;
  end if;

  insert into cogo.jobs (id, created_at, tenant_id, lane_id, lease_seconds, max_attempts, type, payload, traceparent)
  select
    item.new_id, insert_plain_jobs.at, owner, route.lane_id, route.lease_seconds, route.max_attempts,
    insert_plain_jobs.only_type, item.payload, trace
  from (
    select
      unnest(insert_plain_jobs.new_ids) as new_id, unnest(insert_plain_jobs.first_ids) as first_id,
      unnest(insert_plain_jobs.payloads) as payload
  ) as item
  where item.first_id = item.new_id;

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

CREATE OR REPLACE FUNCTION cogo.is_http_line(line jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return jsonb_typeof(line) = 'object'
    and line ->> 'function' ~ '^[a-z][a-z0-9-]{0,59}$'
    and length(line ->> 'route') between 1 and 120
    and line ->> 'status' ~ '^[1-5]\d\d$'
    and (line ->> 'ms')::double precision >= 0
    and jsonb_array_length(line -> 'places') = 18
    and jsonb_array_length(line -> 'bins') between 1 and 2000
    and jsonb_array_length(line -> 'bins') = jsonb_array_length(line -> 'bin_counts')
    and (select bool_and(bin::smallint::text = bin) from jsonb_array_elements_text(line -> 'bins') as bin)
    and (select bool_and(many::integer > 0) from jsonb_array_elements_text(line -> 'bin_counts') as many)
    and (select bool_and(many::integer >= 0) from jsonb_array_elements_text(line -> 'places') as many);
exception when data_exception then
  return false;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.is_silenced(slo text, subject text, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return exists (
    select from cogo.alert_silences as silence
    where silence.ended_at is null and silence.ends_at > is_silenced.at and silence.starts_at <= is_silenced.at
      and silence.slo in ('*', is_silenced.slo) and (silence.subject is null or silence.subject = is_silenced.subject)
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.is_within_scope(scope text, pattern text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  limits text[] := cogo.caller_limits(is_within_scope.scope);
begin
  return limits is null or exists (
    select from unnest(limits) as given (pattern) where cogo.channel_pattern_covers(given.pattern, is_within_scope.pattern)
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.issue_credential(agent_id uuid, valid_days integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  agent cogo.agents := cogo.own_agent(issue_credential.agent_id);
  credential cogo.agent_credentials;
  secret text;
begin
  if (issue_credential.valid_days between 1 and 365) is not true then
    perform cogo.refuse_argument('valid_days', 'it must be 1 to 365');
  elsif agent.state <> 'active' then
    perform cogo.refuse_access('the agent is revoked', 'Create another agent.');
  elsif (
    select count(*) from cogo.agent_credentials as live
    where live.agent_id = agent.agent_id and live.revoked_at is null and live.expires_at > at
  ) >= 5 then
    perform cogo.refuse_access('the agent has 5 credentials that hold', 'Revoke one with revoke_credential; get_agent shows them.');
  end if;
  -- 366 bits of the server's own randomness in, 256 out. Not cogo.random_(), which tests can foretell.
  secret := 'cga_' || translate(encode(sha256(
    uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
  ), 'base64'), '+/=', '-_');
  insert into cogo.agent_credentials (credential_id, agent_id, secret_sha256, hint, created_at, expires_at, free_at)
  values (
    gen_random_uuid(), agent.agent_id, sha256(convert_to(secret, 'UTF8')), left(secret, 8), at,
    at + make_interval(days => issue_credential.valid_days), at
  )
  returning * into credential;
  perform cogo.note_access(
    agent.tenant_id, 'issue_credential', agent.agent_id::text, null, to_jsonb(credential) - array['secret_sha256', 'free_at', 'last_used_at']
  );
  return jsonb_build_object(
    'credential_id', credential.credential_id, 'agent_id', agent.agent_id, 'credential', secret, 'expires_at', credential.expires_at
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.job_moves(after_id bigint, up_to bigint)
 RETURNS TABLE(deeds text[], ts timestamp with time zone, lane_id smallint, tenant_id uuid, type text, orphaned boolean, waited_ms double precision, ran_ms double precision, jobs bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET enable_bitmapscan TO 'off'
 SET enable_mergejoin TO 'off'
 SET enable_sort TO 'off'
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
begin
  return query
  with reached as materialized (
    -- Ids without a gap, in their order, are told by the first and the last.
    select event.id, substr(event.type, 5) as deed, event.ts, event.fence, cardinality(event.job_ids) as jobs, ends.lo,
      ends.hi - ends.lo + 1 = cardinality(event.job_ids) and ends.lo <= all(event.job_ids) and ends.hi >= all(event.job_ids) as has_no_gap
    from (
      select known.*, known.job_ids[1] as first_id, known.job_ids[cardinality(known.job_ids)] as last_id from cogo.events as known
      where known.id > job_moves.after_id and known.id <= job_moves.up_to
    ) as event
    cross join lateral (select least(event.first_id, event.last_id) as lo, greatest(event.first_id, event.last_id) as hi) as ends
  ),
  moved as materialized (
    -- What the same jobs did at the same instant is one move: claimed and started, failed and dead.
    select array_agg(reached.deed) as deeds, min(reached.id) as event_id, reached.ts, reached.fence, reached.lo, reached.jobs, reached.has_no_gap
    from reached
    group by reached.ts, reached.fence, reached.lo, reached.jobs, reached.has_no_gap, case when not reached.has_no_gap then reached.id end
  ),
  sets as materialized (
    select same.lo, same.lo + same.jobs - 1 as hi, same.jobs
    from (select distinct moved.lo, moved.jobs from moved where moved.has_no_gap) as same
    where not exists (
      select from cogo.attempts as other where other.outcome <> 'succeeded' and other.job_id between same.lo and same.lo + same.jobs - 1
    ) and not exists (
      select from cogo.ready_notes as note where note.job_id between same.lo and same.lo + same.jobs - 1
    )
  ),
  -- Jobs in a row, neither delayed nor ever tried in vain, are read in a row, once for all their moves.
  keyed as materialized (
    select sets.lo, sets.jobs as of_jobs, seen.*
    from sets cross join lateral (
      select body.lane_id, body.tenant_id, body.type, body.created_at, count(*) as jobs
      from cogo.jobs as body where body.id between sets.lo and sets.hi
      group by body.lane_id, body.tenant_id, body.type, body.created_at
    ) as seen
  ),
  ran as materialized (
    select sets.lo, sets.jobs as of_jobs, seen.*
    from sets cross join lateral (
      select ended.finished_at, ended.started_at, count(*) as jobs
      from cogo.attempts as ended where ended.job_id between sets.lo and sets.hi
      group by ended.finished_at, ended.started_at
    ) as seen
    where seen.jobs = sets.jobs
  ),
  known as materialized (
    select moved.*, sets.lo is not null and ('succeeded' <> all(moved.deeds) or ran.lo is not null) as is_plain, ran.started_at
    from moved
    left join sets on moved.has_no_gap and sets.lo = moved.lo and sets.jobs = moved.jobs
    left join ran on ran.lo = sets.lo and ran.of_jobs = sets.jobs and ran.finished_at = moved.ts
  )
  select known.deeds, known.ts, keyed.lane_id, keyed.tenant_id, keyed.type, false,
    case when 'claimed' <> all(known.deeds) then null when keyed.created_at > known.ts then 0 else cogo.milliseconds(keyed.created_at, known.ts) end,
    case when 'succeeded' <> all(known.deeds) then null when known.started_at > known.ts then 0 else cogo.milliseconds(known.started_at, known.ts) end,
    keyed.jobs
  from known join keyed on keyed.lo = known.lo and keyed.of_jobs = known.jobs
  where known.is_plain
  union all
  select known.deeds, known.ts, seen.*
  from known
  join cogo.events as event on event.id = known.event_id
  cross join lateral cogo.metric_moves(known.deeds, event.job_ids, known.ts, known.fence) as seen
  where not known.is_plain;
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
    -- A text that is none is ignored, as the W3C asks.
    when (jsonb_typeof(job -> 'traceparent') = 'string') is false then 'traceparent must be a text'
    when job ? 'after' then cogo.after_problem(job -> 'after')
  end;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.job_spans(job_ids bigint[])
 RETURNS TABLE(span_id text, parent_span_id text, under_job bigint, name text, kind text, started_at timestamp with time zone, ended_at timestamp with time zone, status text, attributes jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query
  with member as materialized (
    select job.*, cogo.uuid_v7(job.created_at, job.id) as public_id, lane.executor, lane.priority
    from cogo.jobs as job join cogo.lanes as lane on lane.lane_id = job.lane_id
    where job.id = any(job_spans.job_ids)
  ),
  hold as materialized (
    select member.id as job_id, held.fence, claim.claimed_at, held.started_at, null::timestamptz as finished_at, held.attempt,
      null::text as outcome, claim.worker, null::jsonb as error
    from member join cogo.held on held.job_id = member.id join cogo.claims as claim on claim.fence = held.fence
    union all
    select member.id, past.fence, past.claimed_at, past.started_at, past.finished_at, past.attempt, past.outcome, past.worker, past.error
    from member cross join lateral (
      select ended.* from cogo.attempts as ended where ended.job_id = member.id order by ended.fence limit 100
    ) as past
  ),
  -- A wait begins where the hold before it ended, and ends with the next one; the last of an open job has no end yet.
  wait as (
    select member.id as job_id, member.public_id, hold.fence,
      coalesce(lag(hold.finished_at) over in_order, member.created_at) as began, coalesce(hold.claimed_at, hold.finished_at) as ended
    from member left join hold on hold.job_id = member.id
    window in_order as (partition by member.id order by hold.fence)
    union all
    select member.id, member.public_id, 0, last.finished_at, null
    from member cross join lateral (
      select hold.* from hold where hold.job_id = member.id order by hold.fence desc limit 1
    ) as last
    where last.outcome in ('retried', 'released', 'lease_expired')
  )
  select
    cogo.span_id(member.public_id || ':job'), substr(member.traceparent, 37, 16), cause.id, 'enqueue ' || member.type,
    'producer', member.created_at, member.created_at, 'ok',
    jsonb_strip_nulls(jsonb_build_object(
      'cogo.job.id', member.id, 'cogo.job.public_id', member.public_id, 'cogo.job.type', member.type,
      'cogo.job.executor', member.executor, 'cogo.job.priority', member.priority, 'cogo.job.max_attempts', member.max_attempts,
      'cogo.caller.span_id', substr(member.traceparent, 37, 16)
    ))
  from member left join member as cause on cause.public_id = member.cause and cause.id < member.id
  union all
  select
    cogo.span_id(wait.public_id || ':wait:' || coalesce(wait.fence::text, '')), cogo.span_id(wait.public_id || ':job'), null, 'wait',
    'internal', wait.began, wait.ended, 'unset', jsonb_build_object('cogo.job.id', wait.job_id)
  from wait
  union all
  select
    cogo.span_id(member.public_id || ':' || hold.fence), cogo.span_id(member.public_id || ':job'), null, 'attempt ' || hold.attempt,
    'consumer', hold.claimed_at, hold.finished_at,
    case when hold.outcome = 'succeeded' then 'ok' when hold.outcome in ('failed', 'retried', 'lease_expired') then 'error' else 'unset' end,
    jsonb_strip_nulls(jsonb_build_object(
      'cogo.job.id', member.id, 'cogo.job.type', member.type, 'cogo.job.attempt', hold.attempt, 'cogo.job.fence', hold.fence,
      'cogo.job.outcome', hold.outcome, 'cogo.worker', hold.worker, 'error.type', hold.error ->> 'class',
      'cogo.error.stage', hold.error ->> 'stage', 'cogo.error.reason', hold.error ->> 'reason',
      'error.message', left(hold.error ->> 'message', 500)
    ))
  from hold join member on member.id = hold.job_id
  where hold.claimed_at is not null
  union all
  select
    cogo.span_id(member.public_id || ':run:' || hold.fence), cogo.span_id(member.public_id || ':' || hold.fence), null, 'run',
    'internal', hold.started_at, hold.finished_at, 'unset', jsonb_build_object('cogo.job.id', member.id)
  from hold join member on member.id = hold.job_id
  where hold.started_at > hold.claimed_at;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.judge_level(slo cogo.slos, at timestamp with time zone)
 RETURNS TABLE(subject text, labels jsonb, severity text, kept text, value numeric, figures jsonb, message text, has_data boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  worse text := (select known.worse from cogo.slo_kinds() as known where known.kind = slo.kind);
  -- As numbers that grow when it gets worse.
  sign integer := case worse when 'below' then -1 else 1 end;
  slack numeric := case worse when 'below' then 1.25 else 0.8 end;
  level record;
begin
  for level in
    execute format('select * from cogo.%I($1, $2) order by value * %s desc nulls last limit 100', 'level_' || slo.kind, sign)
    using slo, judge_level.at
  loop
    subject := left(level.subject, 200);
    labels := level.labels;
    value := level.value;
    has_data := true;
    severity := case
      when level.value * sign >= slo.critical_at * sign then 'critical'
      when level.value * sign >= slo.warning_at * sign then 'warning'
    end;
    kept := case
      when level.value * sign >= slo.critical_at * slack * sign then 'critical'
      when level.value * sign >= slo.warning_at * slack * sign then 'warning'
    end;
    figures := jsonb_strip_nulls(jsonb_build_object('value', level.value, 'warning_at', slo.warning_at, 'critical_at', slo.critical_at));
    message := level.says;
    return next;
  end loop;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.judge_share(slo cogo.slos, at timestamp with time zone)
 RETURNS TABLE(subject text, labels jsonb, severity text, kept text, value numeric, figures jsonb, message text, has_data boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  rule record;
  short record;
  long record;
  holds boolean;
  is_firing boolean := exists (select from cogo.alerts as alert where alert.slo = slo.name and alert.state = 'firing');
  says text[] := string_to_array((select known.says from cogo.slo_kinds() as known where known.kind = slo.kind), '|');
begin
  subject := '';
  labels := '{}';
  has_data := false;
  for rule in
    select * from jsonb_to_recordset(slo.rules) as given (severity text, long_seconds integer, short_seconds integer, burn numeric)
    order by given.severity, given.long_seconds
  loop
    short := cogo.burn_of(slo, rule.short_seconds, judge_share.at);
    has_data := has_data or short.total > 0;
    value := coalesce(value, short.burn);
    -- Nothing happened of late: no reason to fire, and none to say that it is over while the long window burns.
    continue when case when short.total > 0 then short.burn < rule.burn * 0.8 else not is_firing end;
    long := cogo.burn_of(slo, rule.long_seconds, judge_share.at);
    has_data := has_data or long.total > 0;
    continue when long.total < slo.min_events or long.bad < slo.min_bad or long.burn < rule.burn * 0.8;
    holds := short.total > 0 and short.burn >= rule.burn and long.burn >= rule.burn;
    if kept is null or (holds and kept <> rule.severity) then
      value := greatest(short.burn, long.burn);
      message := format(
        '%s of %s %s %s in the last %s: %s times the allowed rate (objective %s %%), alerts at %s times', trim_scale(long.bad),
        trim_scale(long.total), says[1], format(says[2], slo.threshold_ms), cogo.span_text(rule.long_seconds), trim_scale(long.burn),
        trim_scale(slo.objective * 100), trim_scale(rule.burn)
      );
      figures := jsonb_build_object(
        'bad', long.bad, 'total', long.total, 'burn_long', long.burn, 'burn_short', short.burn, 'burn_allowed', rule.burn,
        'long_seconds', rule.long_seconds, 'short_seconds', rule.short_seconds
      );
    end if;
    kept := coalesce(kept, rule.severity);
    if holds then
      severity := rule.severity;
      exit;
    end if;
  end loop;
  message := coalesce(message, case when has_data then 'within its objective' else 'nothing happened that could be measured' end);
  figures := coalesce(figures, '{}');
  return next;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.judge_slos(at timestamp with time zone, round bigint)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  slo cogo.slos;
  reading jsonb;
  trouble text;
  judged integer := 0;
begin
  for slo in select * from cogo.slos order by name loop
    trouble := null;
    begin
      if slo.enabled then
        for reading in
          select to_jsonb(told) from cogo.judge_share(slo, judge_slos.at) as told where slo.objective is not null
          union all
          select to_jsonb(told) from cogo.judge_level(slo, judge_slos.at) as told where slo.objective is null
        loop
          perform cogo.settle_alert(slo, reading, judge_slos.at, judge_slos.round);
        end loop;
      end if;
      -- What is no longer there, or no longer watched, is over.
      for reading in
        select jsonb_build_object(
          'subject', gone.subject, 'labels', gone.labels, 'figures', '{}'::jsonb, 'has_data', false,
          'message', case when slo.enabled then 'there is nothing to measure any more' else 'it is not watched at present' end
        )
        from cogo.alerts as gone where gone.slo = slo.name and gone.round < judge_slos.round
      loop
        perform cogo.settle_alert(slo, reading, judge_slos.at, judge_slos.round);
      end loop;
      judged := judged + 1;
    -- One that cannot be judged keeps its state and does not blind the others.
    exception when others then
      trouble := left(format('%s (%s)', sqlerrm, sqlstate), 500);
    end;
    update cogo.slos as known set problem = trouble
    where known.name = slo.name and known.problem is distinct from trouble;
  end loop;
  return judged;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.keep_an_owner(tenant_id uuid, without uuid)
 RETURNS void
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  if not exists (
    select from cogo.members as member
    where member.tenant_id = keep_an_owner.tenant_id and member.role = 'owner' and member.user_id <> keep_an_owner.without
  ) then
    perform cogo.refuse_access('the tenant would have no owner', 'Make somebody else an owner first.');
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.lay_slos()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  laid integer;
begin
  insert into cogo.slos (name, kind, title, objective, threshold_ms, warning_at, critical_at, for_seconds, rules, runbook, changed_at)
  select
    given.name, given.kind, given.title, given.objective, given.threshold_ms, given.warning_at, given.critical_at, given.for_seconds,
    case when given.objective is null then '[]' else cogo.burn_rules(given.objective) end, given.name, cogo.now_()
  from cogo.default_slos() as given
  on conflict (name) do nothing;
  get diagnostics laid = row_count;
  return laid;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.level_audit(slo cogo.slos, at timestamp with time zone)
 RETURNS TABLE(subject text, labels jsonb, value numeric, says text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query
  select '', '{}'::jsonb, state.audit_broken::numeric, format('%s audit rows or seals are not as they were sealed', state.audit_broken)
  from cogo.alert_rounds as state;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.level_budget_burn(slo cogo.slos, at timestamp with time zone)
 RETURNS TABLE(subject text, labels jsonb, value numeric, says text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query
  select
    format('budget %s', told.summary ->> 'budget_id'),
    jsonb_strip_nulls(jsonb_build_object(
      'budget_id', told.summary -> 'budget_id', 'scope', told.summary -> 'scope', 'period', told.summary -> 'period',
      'tenant_id', told.summary -> 'tenant_id'
    )),
    round((told.summary ->> 'forecast_nano')::numeric / account.limit_nano, 4),
    format(
      'the %s budget of this %s will cost %s dollars, its limit is %s%s', told.summary ->> 'scope', told.summary ->> 'period',
      round((told.summary ->> 'forecast_nano')::numeric / 1e9, 2), round(account.limit_nano / 1e9, 2),
      ': used up at ' || (told.summary ->> 'exhausted_at')
    )
  from cogo.budget_levels(slo.tenant_id, level_budget_burn.at) as account
  cross join lateral (select cogo.budget_summary(account.budget_id, level_budget_burn.at) as summary) as told
  where account.used_nano * 20 >= account.limit_nano and told.summary ->> 'forecast_nano' is not null;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.level_budget_used(slo cogo.slos, at timestamp with time zone)
 RETURNS TABLE(subject text, labels jsonb, value numeric, says text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query
  select
    format('budget %s', account.budget_id),
    jsonb_strip_nulls(jsonb_build_object(
      'budget_id', account.budget_id, 'scope', account.scope, 'period', account.period, 'tenant_id', account.tenant
    )),
    round((account.used_nano + account.reserved_nano)::numeric / account.limit_nano, 4),
    format(
      '%s of %s dollars of the %s budget (%s) are used%s', round((account.used_nano + account.reserved_nano) / 1e9, 2),
      round(account.limit_nano / 1e9, 2), account.scope, account.period,
      case when account.mode = 'hard' then '; calls that do not fit are refused' end
    )
  from cogo.budget_levels(slo.tenant_id, level_budget_used.at) as account;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.level_claim_conflicts(slo cogo.slos, at timestamp with time zone)
 RETURNS TABLE(subject text, labels jsonb, value numeric, says text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  value := cogo.metric_sum('claim_conflicts', level_claim_conflicts.at - interval '1 hour', level_claim_conflicts.at);
  subject := '';
  labels := '{}';
  says := format('%s times in the last hour a worker reported on a job that it no longer held', trim_scale(coalesce(value, 0)));
  return next;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.level_dead_letters(slo cogo.slos, at timestamp with time zone)
 RETURNS TABLE(subject text, labels jsonb, value numeric, says text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
begin
  select count(*) into value
  from (
    select from cogo.dead_letters as letter
    where letter.redriven_job_id is null and letter.discarded_at is null
      and letter.dead_at > level_dead_letters.at - interval '1 hour' and letter.dead_at <= level_dead_letters.at
      and (slo.tenant_id is null or letter.tenant_id = slo.tenant_id)
    limit 10000
  ) as fresh;
  subject := '';
  labels := '{}';
  says := format('%s%s jobs became dead letters in the last hour and are not dealt with', case when value = 10000 then 'more than ' end, value);
  return next;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.level_dead_rows(slo cogo.slos, at timestamp with time zone)
 RETURNS TABLE(subject text, labels jsonb, value numeric, says text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query
  select
    format('%s.%s', counted.schemaname, counted.relname), jsonb_build_object('table', format('%s.%s', counted.schemaname, counted.relname)),
    counted.n_dead_tup::numeric,
    format(
      '%s.%s has %s dead rows and %s live ones; last vacuum %s', counted.schemaname, counted.relname, counted.n_dead_tup, counted.n_live_tup,
      coalesce(greatest(counted.last_vacuum, counted.last_autovacuum)::text, 'never')
    )
  from pg_stat_user_tables as counted
  where counted.schemaname in ('cogo', 'pgmq') and counted.n_dead_tup > counted.n_live_tup
  order by counted.n_dead_tup desc limit 10;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.level_fold_lag(slo cogo.slos, at timestamp with time zone)
 RETURNS TABLE(subject text, labels jsonb, value numeric, says text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
begin
  return query
  select told.subject, jsonb_build_object('figures', told.subject), told.seconds, format('%s are %s behind', told.subject, cogo.span_text(told.seconds))
  from (
    select
      behind.subject, round(greatest(extract(epoch from level_fold_lag.at - coalesce(behind.oldest_at, level_fold_lag.at)), 0)::numeric, 1) as seconds
    from (
      values
        ('counters of transitions', (
          select event.ts from cogo.events as event
          where event.id > coalesce((select fold.folded_id from cogo.event_folds as fold), 0) order by event.id limit 1
        )),
        -- A minute is added to its hour when it is two minutes old, once a minute.
        ('history by the hour', (
          select min(line.at) + interval '5 minutes' from cogo.metric_rows as line where not line.rolled and line.step = '1m'
        )),
        ('counters of usage', (select min(outcome.settled_at) from cogo.routing_outcomes as outcome where not outcome.is_counted))
    ) as behind (subject, oldest_at)
  ) as told;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.level_housekeeping(slo cogo.slos, at timestamp with time zone)
 RETURNS TABLE(subject text, labels jsonb, value numeric, says text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
begin
  return query
  select told.subject, jsonb_build_object('part', told.subject), told.seconds, format('%s: %s late', told.subject, cogo.span_text(told.seconds))
  from (
    select
      left_over.subject,
      round(greatest(extract(epoch from level_housekeeping.at - coalesce(left_over.oldest_at, level_housekeeping.at)), 0)::numeric, 1) as seconds
    from (
      values
        ('waiting jobs become ready', (select min(waiting.run_at) from cogo.waiting)),
        ('expired leases are swept', (select min(claim.lease_expires_at) from cogo.claims as claim)),
        ('schedules are ticked', (select min(schedule.next_run_at) from cogo.schedules as schedule)),
        ('reservations are reaped', (
          select min(held.expires_at) from cogo.reservations as held where held.state in ('reserved', 'opened')
        )),
        ('audit rows are sealed', (
          select entry.at from cogo.secure_keys_audit as entry
          where (entry.xid, entry.audit_id) > (
            coalesce((select place.xid from cogo.audit_cursor as place), '0'),
            coalesce((select place.audit_id from cogo.audit_cursor as place), 0)
          )
          order by entry.xid, entry.audit_id limit 1
        ))
    ) as left_over (subject, oldest_at)
  ) as told;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.level_key_expiry(slo cogo.slos, at timestamp with time zone)
 RETURNS TABLE(subject text, labels jsonb, value numeric, says text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query
  select
    key.provider, jsonb_build_object('provider', key.provider),
    round((extract(epoch from min(key.expires_at) - level_key_expiry.at) / 86400)::numeric, 2),
    case
      when min(key.expires_at) <= level_key_expiry.at then format('a key for %s has expired', key.provider)
      else format('a key for %s expires in %s', key.provider, cogo.span_text(extract(epoch from min(key.expires_at) - level_key_expiry.at)::numeric))
    end
  from cogo.secure_keys as key
  join cogo.vault_settings as setting on setting.env = key.env
  where key.state = 'active' and key.expires_at < level_key_expiry.at + interval '90 days'
  group by key.provider;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.level_overspend(slo cogo.slos, at timestamp with time zone)
 RETURNS TABLE(subject text, labels jsonb, value numeric, says text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  select coalesce(sum(greatest(account.spent_nano + account.reserved_nano - account.ceiling_nano, 0)), 0) into value
  from (select budget.budget_id from cogo.budgets as budget order by budget.depth desc, budget.budget_id limit 10000) as known
  cross join lateral (
    select period.* from cogo.budget_windows as period
    where period.budget_id = known.budget_id and period.opens_at <= level_overspend.at order by period.opens_at desc limit 1
  ) as account;
  subject := '';
  labels := '{}';
  says := format('%s dollars are spent and reserved beyond limits', round(value / 1e9, 9));
  return next;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.level_provider_health(slo cogo.slos, at timestamp with time zone)
 RETURNS TABLE(subject text, labels jsonb, value numeric, says text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query
  select
    model.provider, jsonb_build_object('provider', model.provider),
    round(count(*) filter (where health.state <> 'closed')::numeric / count(*), 4),
    format('%s of %s models of %s answer no calls', count(*) filter (where health.state <> 'closed'), count(*), model.provider)
  from cogo.provider_health as health
  join cogo.llm_models as model on model.model_id = health.model_id
  where model.enabled and (
    health.state = 'closed'
    or greatest(health.retry_at, health.probe_until, health.changed_at) > level_provider_health.at - interval '10 minutes'
  )
  group by model.provider;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.level_queue_age(slo cogo.slos, at timestamp with time zone)
 RETURNS TABLE(subject text, labels jsonb, value numeric, says text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
 SET enable_bitmapscan TO 'off'
AS $function$
#variable_conflict use_column
declare
  lane record;
  head_at timestamptz;
  ready_at timestamptz;
begin
  for lane in
    select known.executor, hint.queue_name, hint.floor_at, hint.tail, lead(known.executor) over lanes_in_order is distinct from known.executor as is_last
    from cogo.lane_hints(slo.executor) as hint join cogo.lanes as known on known.lane_id = hint.lane_id
    where not hint.paused
    window lanes_in_order as (order by known.executor, hint.lane_id)
    order by known.executor, hint.lane_id
  loop
    head_at := null;
    if lane.tail > lane.floor_at then
      execute format('select vt from pgmq.%I where msg_id > %s order by msg_id limit 1', 'q_' || lane.queue_name, lane.floor_at) into head_at;
    end if;
    ready_at := least(ready_at, head_at);
    if lane.is_last then
      subject := lane.executor;
      labels := jsonb_build_object('executor', lane.executor);
      value := round(greatest(extract(epoch from level_queue_age.at - coalesce(ready_at, level_queue_age.at)), 0)::numeric, 1);
      says := format('the oldest ready job of %s has been waiting for %s', lane.executor, cogo.span_text(value));
      ready_at := null;
      return next;
    end if;
  end loop;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.level_transaction_age(slo cogo.slos, at timestamp with time zone)
 RETURNS TABLE(subject text, labels jsonb, value numeric, says text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  select age(known.datfrozenxid)::numeric into value from pg_database as known where known.datname = current_database();
  subject := '';
  labels := '{}';
  says := format('the oldest row is %s transactions old; at 2,000,000,000 the database refuses to write', value);
  return next;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.level_webhooks(slo cogo.slos, at timestamp with time zone)
 RETURNS TABLE(subject text, labels jsonb, value numeric, says text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  select count(*) into value from cogo.subscriptions as known where known.pause_reason in ('failing', 'gone');
  subject := '';
  labels := '{}';
  says := format('%s webhooks are paused because their receiver fails or is gone', value);
  return next;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.list_access_audit(tenant_id uuid, before bigint, row_limit integer)
 RETURNS SETOF jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  admin uuid := cogo.admin_tenant(list_access_audit.tenant_id);
begin
  if (row_limit between 1 and 1000) is not true then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 1000');
  end if;
  return query
  select to_jsonb(entry) from cogo.access_audit as entry
  where (admin is null or entry.tenant_id = admin) and (list_access_audit.before is null or entry.audit_id < list_access_audit.before)
  order by entry.audit_id desc limit row_limit;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.list_agents(tenant_id uuid, after uuid, row_limit integer)
 RETURNS SETOF jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  admin uuid := cogo.admin_tenant(list_agents.tenant_id);
begin
  if (row_limit between 1 and 1000) is not true then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 1000');
  end if;
  return query
  select to_jsonb(agent) from cogo.agents as agent
  where (admin is null or agent.tenant_id = admin) and (list_agents.after is null or agent.agent_id > list_agents.after)
  order by agent.agent_id limit row_limit;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.list_alert_notices(row_limit integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  if (list_alert_notices.row_limit between 1 and 1000) is not true then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 1000');
  end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'notice_id', told.notice_id, 'slo', told.slo, 'subject', told.subject, 'episode', told.episode, 'what', told.what,
      'severity', told.severity, 'message', told.message, 'made_at', told.made_at, 'handed_at', told.handed_at, 'job_ids', told.job_ids,
      'tries', told.tries, 'next_try_at', told.next_try_at, 'error', told.error
    ) order by told.notice_id desc), '[]')
    from (select known.* from cogo.alert_notices as known order by known.notice_id desc limit list_alert_notices.row_limit) as told
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.list_alerts()
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  at timestamptz := cogo.now_();
  evaluated_at timestamptz := (select state.evaluated_at from cogo.alert_rounds as state);
begin
  return jsonb_build_object(
    'at', at, 'evaluated_at', evaluated_at, 'is_late', coalesce(evaluated_at < at - interval '2 minutes', true),
    'alerts', (
      select coalesce(jsonb_agg(told.line order by array_position(array['firing', 'silenced', 'ok'], told.line ->> 'state'),
        told.line ->> 'severity', told.slo, told.subject), '[]')
      from (
        select slo.name as slo, alert.subject, jsonb_build_object(
          'slo', slo.name, 'subject', alert.subject, 'title', slo.title, 'labels', alert.labels,
          'severity', case when alert.state = 'firing' then alert.severity end,
          'state', case when alert.state <> 'firing' then 'ok' when cogo.is_silenced(slo.name, alert.subject, at) then 'silenced' else 'firing' end,
          'is_pending', alert.state = 'pending', 'since', alert.since, 'burn', alert.value, 'figures', alert.figures,
          'message', alert.message, 'has_data', alert.has_data, 'runbook', cogo.runbook_url(slo.runbook), 'problem', slo.problem,
          'evaluated_at', alert.evaluated_at, 'notified_at', case when alert.notified_severity is not null then alert.notified_at end
        ) as line
        from cogo.alerts as alert
        join cogo.slos as slo on slo.name = alert.slo
        where tenant is null or slo.tenant_id = tenant
        order by alert.state = 'firing' desc, alert.slo, alert.subject limit 1000
      ) as told
    )
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.list_inbound_hooks(only_tenant_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return coalesce((
    select jsonb_agg(to_jsonb(shown) order by shown.name)
    from (
      select known.* from cogo.inbound_hooks as known
      where list_inbound_hooks.only_tenant_id is null or known.tenant_id = list_inbound_hooks.only_tenant_id
      order by known.name limit 1000
    ) as shown
  ), '[]');
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.list_ingress_limits()
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return (
    select jsonb_agg(to_jsonb(item) order by item.scope, item.tenant_id nulls first)
    from (
      select known.scope, known.tenant_id, known.max_count, known.per_seconds from cogo.ingress_limits as known
      union all
      select given.scope, null, ruling.max_count, ruling.per_seconds
      from unnest(array['key', 'tenant', 'address', 'queue']) as given (scope), lateral cogo.ingress_limit(given.scope, null) as ruling
      where not exists (select from cogo.ingress_limits as known where known.scope = given.scope and known.tenant_id is null)
      limit 1000
    ) as item
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.list_jobs(only_state text, type_prefix text, before_job_id bigint, row_limit integer, only_executor text, only_tenant uuid, since timestamp with time zone, until timestamp with time zone)
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
  floor_id bigint := 0;
  call_length constant interval := interval '10 minutes'; -- calls that overlap may take ids in another order than times
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
  if tenant is not null and list_jobs.only_tenant <> tenant then
    perform cogo.refuse_argument('only_tenant', 'it comes from the token and may not be another');
  end if;
  newest := least(newest, before_job_id - 1, (cogo.ids_around(list_jobs.until + call_length)).high);
  if list_jobs.since is not null then
    floor_id := (cogo.ids_around(list_jobs.since - call_length)).low;
  end if;

  -- Windows of ids, not an index per filter, until something is found: a page costs about the same whoever asks.
  for turn in 1 .. 100 loop
    -- Over what retention has dropped in one leap.
    newest := coalesce((select max(job.id) from cogo.jobs as job where job.id <= newest), 0);
    exit when newest <= floor_id;
    oldest := greatest(newest - 9999, floor_id + 1);
    return query select * from cogo.list_window(
      only_state, type_prefix, list_jobs.only_executor, coalesce(tenant, list_jobs.only_tenant), list_jobs.since,
      list_jobs.until, oldest, newest, row_limit
    );
    if found then
      return;
    end if;
    newest := oldest - 1;
  end loop;

  if newest > floor_id then
    next_before_job_id := oldest;
    return next;
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.list_members(tenant_id uuid, after uuid, row_limit integer)
 RETURNS SETOF jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  admin uuid := cogo.admin_tenant(list_members.tenant_id);
begin
  if (row_limit between 1 and 1000) is not true then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 1000');
  elsif admin is null then
    perform cogo.refuse_argument('tenant_id', 'an operator names it');
  end if;
  return query
  select to_jsonb(member) from cogo.members as member
  where member.tenant_id = admin and (list_members.after is null or member.user_id > list_members.after)
  order by member.user_id limit row_limit;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.list_notification_channels()
 RETURNS SETOF cogo.notification_channels
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return query select * from cogo.notification_channels as known order by known.name;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.list_signing_keys()
 RETURNS SETOF jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query
  select to_jsonb(key) from cogo.signing_keys as key order by key.created_at desc, key.kid limit 100;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.list_silences(with_ended boolean)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
begin
  return (
    select coalesce(jsonb_agg(cogo.silence_document(silence, at) order by silence.silence_id desc), '[]')
    from (
      select known.* from cogo.alert_silences as known
      where list_silences.with_ended or (known.ended_at is null and known.ends_at > at)
      order by known.silence_id desc limit 500
    ) as silence
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.list_slos()
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
  return jsonb_build_object('at', at, 'slos', (
    select coalesce(jsonb_agg(cogo.slo_document(slo, at) order by slo.name), '[]')
    from cogo.slos as slo
    where tenant is null or slo.tenant_id = tenant
  ));
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.list_snapshot_parts()
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return jsonb_build_object(
    'documents', '["versions", "schema", "metrics_summary", "gate_summary", "verify"]'::jsonb,
    'tables', (select jsonb_agg(known.part order by known.ordinal) from cogo.snapshot_parts() with ordinality
      as known (part, relation, omits, restores_where, ordinal))
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.list_tenants(after uuid, row_limit integer)
 RETURNS SETOF jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  if (row_limit between 1 and 1000) is not true then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 1000');
  end if;
  return query
  select to_jsonb(tenant) from cogo.tenants as tenant
  where list_tenants.after is null or tenant.tenant_id > list_tenants.after
  order by tenant.tenant_id limit row_limit;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.list_window(only_state text, type_prefix text, only_executor text, tenant uuid, since timestamp with time zone, until timestamp with time zone, oldest bigint, newest bigint, row_limit integer)
 RETURNS TABLE(job_id bigint, id uuid, tenant_id uuid, type text, executor text, priority text, state text, attempt integer, created_at timestamp with time zone, finished_at timestamp with time zone, worker text, next_before_job_id bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query
  with page as (
    select found.*
    from cogo.job_states as found
    where found.job_id between oldest and newest
      and (tenant is null or found.tenant_id = tenant)
      and (only_state is null or found.state = only_state)
      and (type_prefix is null or starts_with(found.type, type_prefix))
      and (list_window.only_executor is null or found.executor = list_window.only_executor)
      and (list_window.since is null or found.created_at >= list_window.since)
      and (list_window.until is null or found.created_at < list_window.until)
    order by found.job_id desc
    limit row_limit
  )
  select
    page.job_id, page.id, page.tenant_id, page.type, page.executor, page.priority, page.state, page.attempt,
    page.created_at, page.finished_at, page.worker,
    case
      when (select count(*) from page) = row_limit then nullif((select min(last.job_id) from page as last), 1)
      when oldest > 1 then oldest
    end
  from page
  order by page.job_id desc;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.lock_outlived_flows(flow_ids bigint[])
 RETURNS bigint[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
begin
  return array(
    select flow.id from cogo.workflows as flow
    where flow.id = any(lock_outlived_flows.flow_ids)
      and not exists (select from cogo.workflows as parent where parent.id = flow.parent_id)
      and not exists (select from cogo.flow_inbox as message where message.workflow_id = flow.id)
      and not exists (
        select from cogo.workflow_steps as begun
        cross join lateral unnest(array[begun.job_id, begun.follow_job_id]) as link (job_id)
        join cogo.jobs as job on job.id = link.job_id
        where begun.workflow_id = flow.id
      )
    order by flow.id
    for update skip locked
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.make_queue(lane_id smallint)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  queue text := (select lane.queue_name from cogo.lanes as lane where lane.lane_id = make_queue.lane_id);
begin
  perform pgmq.create(queue);
  -- Claims go by msg_id and never by vt: this index of pgmq's would cost each job a tenth of its enqueue.
  execute format('drop index if exists pgmq.%I', 'q_' || queue || '_vt_idx');
  execute format('create sequence if not exists pgmq.%I minvalue 0 start 0', 'f_' || queue);
  execute format('alter table pgmq.%I enable row level security', 'q_' || queue);
  execute format('alter table pgmq.%I enable row level security', 'a_' || queue);
  execute format(
    'alter table pgmq.%I set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000)', 'q_' || queue
  );
  perform cogo.explain_queue(make_queue.lane_id);
  insert into cogo.backlog_turns (lane_id, tenant_id) values (make_queue.lane_id, '00000000-0000-0000-0000-000000000000')
  on conflict do nothing;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.mend_alert_times(last_at timestamp with time zone, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  unseen interval := mend_alert_times.at - mend_alert_times.last_at - interval '1 minute';
begin
  if mend_alert_times.at < mend_alert_times.last_at then
    -- The clock went back: what lies ahead of it would hold everything up.
    update cogo.alerts as known
    set since = least(known.since, mend_alert_times.at),
      calm_since = case when known.calm_since is not null then least(known.calm_since, mend_alert_times.at) end,
      notified_at = case when known.notified_at is not null then least(known.notified_at, mend_alert_times.at) end
    where greatest(known.since, known.calm_since, known.notified_at) > mend_alert_times.at;
    update cogo.alert_silences as known
    set starts_at = mend_alert_times.at, ends_at = known.ends_at - (known.starts_at - mend_alert_times.at)
    where known.ended_at is null and known.starts_at > mend_alert_times.at;
  elsif mend_alert_times.at > mend_alert_times.last_at + interval '5 minutes' then
    -- Nobody looked for a while: what was so before and is so now need not have been so in between. A minute of it counts.
    update cogo.alerts as known
    set since = case when known.state = 'pending' then known.since + unseen else known.since end, calm_since = known.calm_since + unseen
    where known.state = 'pending' or known.calm_since is not null;
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.message_problem(message jsonb)
 RETURNS text
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  field text;
  uuid_form constant text := '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$';
  name_form constant text := '^[a-z][a-z0-9_.-]{0,119}$';
begin
  if jsonb_typeof(message) is distinct from 'object' then
    return 'it must be an object';
  end if;
  select key into field from jsonb_object_keys(message - array[
    'type', 'payload', 'stream', 'event_id', 'tenant_id', 'agent_id', 'role', 'correlation_id', 'cause', 'traceparent', 'schema'
  ]) as key limit 1;
  if field is not null then
    return format('unknown field %L', left(field, 100));
  end if;
  message := jsonb_strip_nulls(message - 'payload') || jsonb_build_object('payload', coalesce(message -> 'payload', '{}'));

  return case
    when (jsonb_typeof(message -> 'type') = 'string' and length(message ->> 'type') <= 120
      and message ->> 'type' ~ '^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)+$') is not true
      then 'type must read like prefix.event, of a-z, 0-9, _ and -, at most 120 characters'
    when jsonb_typeof(message -> 'payload') <> 'object' then 'payload must be an object'
    when (jsonb_typeof(message -> 'event_id') = 'string' and length(message ->> 'event_id') between 1 and 200) is false
      then 'event_id must be a text of 1 to 200 characters'
    when (jsonb_typeof(message -> 'stream') = 'string' and length(message ->> 'stream') between 1 and 200) is false
      then 'stream must be a text of 1 to 200 characters'
    when message ? 'stream' and not message ? 'event_id' then 'stream is of use with event_id only'
    when (message ->> 'tenant_id' ~ uuid_form) is false then 'tenant_id must be a UUID'
    when (message ->> 'agent_id' ~ uuid_form) is false then 'agent_id must be a UUID'
    when (message ->> 'correlation_id' ~ uuid_form) is false then 'correlation_id must be a UUID'
    when (message ->> 'cause' ~ uuid_form) is false then 'cause must be a UUID'
    when (message ->> 'role' in ('actor', 'critic', 'tool', 'system')) is false then 'role must be actor, critic, tool or system'
    -- A text that is none is ignored, as the W3C asks.
    when (jsonb_typeof(message -> 'traceparent') = 'string') is false then 'traceparent must be a text'
    when message ? 'schema' and (
      jsonb_typeof(message -> 'schema') = 'object' and (message -> 'schema') - array['namespace', 'name', 'hash'] = '{}'
      and message #>> '{schema,namespace}' ~ name_form and message #>> '{schema,namespace}' !~ '^cogo(\.|$)'
      and message #>> '{schema,name}' ~ name_form and message #>> '{schema,hash}' ~ '^[0-9a-f]{64}$'
    ) is not true
      then 'schema must be {namespace, name, hash}: two names, not below cogo, and a SHA-256 in hex'
  end;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.message_rank(message jsonb)
 RETURNS integer
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  -- Who heard of the trouble hears of its end.
  return array_position(
    array['info', 'warning', 'critical'],
    case message ->> 'severity' when 'recovered' then coalesce(message ->> 'recovered_from', 'critical') else message ->> 'severity' end
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.message_spans(trace text, tenant_id uuid)
 RETURNS TABLE(span_id text, parent_span_id text, under_job bigint, name text, kind text, started_at timestamp with time zone, ended_at timestamp with time zone, status text, attributes jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query
  select
    cogo.span_id('message:' || message.id), substr(message.traceparent, 37, 16),
    (
      select job.id from cogo.jobs as job
      where job.id = cogo.uuid_number(message.cause) and cogo.uuid_v7(job.created_at, job.id) = message.cause
    ),
    'publish ' || message.type, 'producer', message.ts, message.ts, 'ok',
    jsonb_build_object(
      'cogo.message.id', cogo.uuid_v7(message.ts, (message.id << 24) | 1), 'cogo.message.type', message.type, 'cogo.agent', message.agent
    )
  from cogo.messages as message
  where message.traceparent is not null and substr(message.traceparent, 4, 32) = message_spans.trace
    and message.tenant_id = message_spans.tenant_id
  order by message.id limit 201;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.message_text_problem(message jsonb)
 RETURNS text
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return case
    when jsonb_typeof(message) is distinct from 'object' then 'it must be an object with title and severity'
    when message - array['title', 'severity', 'text', 'facts', 'links', 'at', 'thread', 'recovered_from'] <> '{}'
      then 'it has a field other than title, severity, text, facts, links, at, thread and recovered_from'
    when octet_length(message::text) > 65536 then 'it must have at most 65536 bytes'
    when (jsonb_typeof(message -> 'title') = 'string' and length(message ->> 'title') between 1 and 200) is not true
      then 'title must be a text of 1 to 200 characters'
    when (message ->> 'severity' in ('info', 'warning', 'critical', 'recovered')) is not true
      then 'severity must be info, warning, critical or recovered'
    when (message ->> 'recovered_from' in ('info', 'warning', 'critical')) is false
      then 'recovered_from must be info, warning or critical'
    when jsonb_typeof(message -> 'text') not in ('string', 'null') then 'text must be plain lines'
    when jsonb_typeof(message -> 'thread') not in ('string', 'null') or length(message ->> 'thread') not between 1 and 200
      then 'thread must be a text of 1 to 200 characters'
    when message ->> 'at' is not null and not cogo.is_timestamp(message ->> 'at') then 'at must be a timestamp'
  end;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.metric_moves(deeds text[], job_ids bigint[], ts timestamp with time zone, fence bigint)
 RETURNS TABLE(lane_id smallint, tenant_id uuid, type text, orphaned boolean, waited_ms double precision, ran_ms double precision, jobs bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
 SET enable_sort TO 'off'
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
declare
  again bigint[] := '{}'::bigint[];
begin
  if deeds && '{succeeded,failed,retried,lease_expired}' then
    return query
    select job.lane_id, job.tenant_id, job.type, ended.orphaned,
      null::double precision, case when ended.orphaned then null when ended.started_at > ts then 0 else cogo.milliseconds(ended.started_at, ts) end, count(*)
    from cogo.jobs as job
    left join lateral (
      select attempt.started_at, coalesce(attempt.error ->> 'class' = 'lease_expired', false) as orphaned
      from cogo.attempts as attempt where attempt.job_id = job.id and attempt.finished_at = ts limit 1
    ) as ended on true
    where job.id = any(metric_moves.job_ids)
    group by job.lane_id, job.tenant_id, job.type, ended.orphaned, ended.started_at;
    return;
  end if;
  if 'claimed' = any(deeds) then
    -- Whoever was held before and came back: only first tries tell how long work waited.
    again := array(
      select earlier.job_id from cogo.attempts as earlier
      where earlier.job_id = any(metric_moves.job_ids) and earlier.fence < metric_moves.fence and earlier.outcome <> 'succeeded'
    );
  end if;
  return query
  select told.lane_id, told.tenant_id, told.type, false, case when told.since > ts then 0 else cogo.milliseconds(told.since, ts) end, null::double precision, told.jobs
  from (
    select job.lane_id, job.tenant_id, job.type,
      case when 'claimed' = any(deeds) and job.id <> all(again) then
        coalesce((select note.ready_at from cogo.ready_notes as note where note.job_id = job.id), job.created_at)
      end as since, count(*) as jobs
    from cogo.jobs as job
    where job.id = any(metric_moves.job_ids)
    group by 1, 2, 3, 4
  ) as told;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.metric_place(metric text, OUT series text, OUT counter text)
 RETURNS record
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  series := case
    when metric in (
      'jobs_enqueued', 'jobs_claimed', 'jobs_started', 'jobs_succeeded', 'jobs_failed', 'jobs_cancelled', 'jobs_retried',
      'jobs_released', 'jobs_dead_lettered', 'leases_expired'
    ) then 'jobs'
    when metric in ('leases_renewed', 'claim_conflicts') then 'leases'
    when metric in ('schedule_runs', 'schedule_late') then 'schedule_lag'
    when metric in ('http_requests', 'http_errors') then 'http'
    when metric in ('tokens', 'cost_nano') then 'llm'
  end;
  if series is null then
    perform cogo.refuse_argument('name', format('no metric is called %L', metric));
  end if;
  counter := case
    when metric = 'leases_expired' then 'orphaned'
    when series in ('jobs', 'schedule_lag', 'http') then substr(metric, strpos(metric, '_') + 1)
    else metric
  end;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.metric_quantile(name text, q double precision, since timestamp with time zone, until timestamp with time zone, tenant uuid DEFAULT NULL::uuid)
 RETURNS double precision
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.check_timed(metric_quantile.name);
  if (metric_quantile.q between 0 and 1) is not true then
    perform cogo.refuse_argument('q', 'it must be 0 to 1');
  end if;
  return (
    select cogo.bins_quantile(array_agg(item.bin), array_agg(item.many), metric_quantile.q)
    from cogo.metric_slices(metric_quantile.name, metric_quantile.since, metric_quantile.until, metric_quantile.tenant) as line
    cross join lateral unnest(line.bins, line.bin_counts) as item (bin, many)
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.metric_row_items(line cogo.metric_rows)
 RETURNS TABLE(key text, value numeric)
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
AS $function$
  select item.key, item.value::numeric from jsonb_each_text((line).counts) as item
  union all
  select 'bin ' || item.bin, item.many from unnest((line).bins, (line).bin_counts) as item (bin, many);
$function$;

CREATE OR REPLACE FUNCTION cogo.metric_rows_apart()
 RETURNS TABLE(series_id bigint, step text, at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query
  with level as (
    select of.step, of.wider, of.unit, coalesce(of.kept_from, '-infinity') as kept_from
    from (select horizon.* from (select) as one left join cogo.metric_horizon as horizon on true) as horizon
    cross join lateral (
      values ('1m', '1h', 'hour', horizon.minutes_from), ('1h', '1d', 'day', horizon.hours_from)
    ) as of (step, wider, unit, kept_from)
  ),
  -- Each counter and bin as a line of its own; those of the narrow rows under the time of their wide one.
  narrow as (
    select line.series_id, level.wider as step, date_trunc(level.unit, line.at, 'UTC') as at, item.key, sum(item.value) as value
    from level
    join cogo.metric_rows as line on line.step = level.step and line.rolled and line.at >= level.kept_from
    cross join lateral cogo.metric_row_items(line) as item
    group by 1, 2, 3, 4
  ),
  wide as (
    select line.series_id, line.step, line.at, item.key, item.value
    from level
    join cogo.metric_rows as line on line.step = level.wider and line.at >= level.kept_from
    cross join lateral cogo.metric_row_items(line) as item
  )
  select distinct coalesce(narrow.series_id, wide.series_id), coalesce(narrow.step, wide.step), coalesce(narrow.at, wide.at)
  from narrow full join wide on wide.series_id = narrow.series_id and wide.step = narrow.step and wide.at = narrow.at and wide.key = narrow.key
  where coalesce(narrow.value, 0) <> coalesce(wide.value, 0);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.metric_share_within(name text, limit_ms double precision, since timestamp with time zone, until timestamp with time zone, tenant uuid DEFAULT NULL::uuid, OUT good numeric, OUT total numeric)
 RETURNS record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  -- The highest bin that stands for no more.
  last_bin constant double precision := case
    when metric_share_within.limit_ms > 0 then floor(ln(metric_share_within.limit_ms / 0.99) / ln(1.01 / 0.99::double precision) + 1e-9) else -32768
  end;
begin
  perform cogo.check_timed(metric_share_within.name);
  select coalesce(sum(item.many) filter (where item.bin <= last_bin), 0), coalesce(sum(item.many), 0)
  into good, total
  from cogo.metric_slices(
    metric_share_within.name, metric_share_within.since, metric_share_within.until, metric_share_within.tenant
  ) as line
  cross join lateral unnest(line.bins, line.bin_counts) as item (bin, many);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.metric_slices(name text, since timestamp with time zone, until timestamp with time zone, tenant uuid, labels jsonb DEFAULT NULL::jsonb, step text DEFAULT NULL::text)
 RETURNS SETOF cogo.metric_rows
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET enable_bitmapscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
declare
  -- Of everything together there is one series, whatever the number of tenants and types.
  is_whole constant boolean := metric_slices.tenant is null and metric_slices.labels is null;
  wanted constant text := metric_slices.name || case when is_whole then ':all' else '' end;
  wanted_labels constant jsonb := coalesce(metric_slices.labels, '{}');
  span record;
begin
  for span in select * from cogo.metric_spans(metric_slices.since, metric_slices.until, metric_slices.step) loop
    if span.not_rolled then
      return query
      select line.*
      from cogo.metric_series as series
      join cogo.metric_rows as line on line.series_id = series.series_id
      where not line.rolled and line.step = span.step and line.at >= span.from_at and line.at < span.to_at
        and series.name = wanted and (metric_slices.tenant is null or series.tenant_id = metric_slices.tenant)
        and series.labels @> wanted_labels;
    else
      return query
      select line.*
      from cogo.metric_series as series
      join cogo.metric_rows as line on line.series_id = series.series_id
      where line.rolled and line.step = span.step and line.at >= span.from_at and line.at < span.to_at
        and series.name = wanted and (metric_slices.tenant is null or series.tenant_id = metric_slices.tenant)
        and series.labels @> wanted_labels;
    end if;
  end loop;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.metric_spans(since timestamp with time zone, until timestamp with time zone, only_step text)
 RETURNS TABLE(step text, from_at timestamp with time zone, to_at timestamp with time zone, not_rolled boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  horizon cogo.metric_horizon;
  lo timestamptz := date_trunc('minute', since, 'UTC');
  hour_lo timestamptz;
  hour_hi timestamptz;
begin
  select * into horizon from cogo.metric_horizon;
  if metric_spans.only_step = '1m' then
    return query values ('1m', lo, until, false), ('1m', lo, until, true);
    return;
  elsif metric_spans.only_step = '1d' or (metric_spans.only_step is null and lo < horizon.hours_from) then
    lo := date_trunc('day', since, 'UTC');
    return query values ('1d', lo, until, true), ('1h', lo, until, true), ('1m', lo, until, true);
    return;
  end if;

  hour_lo := date_trunc('hour', lo, 'UTC');
  hour_hi := date_trunc('hour', until, 'UTC');
  if metric_spans.only_step = '1h' or lo < horizon.minutes_from then
    return query values ('1h', hour_lo, until, false), ('1h', hour_lo, until, true), ('1m', hour_lo, until, true);
    return;
  end if;
  -- Whole hours from their rows, what is left at both ends from minutes.
  hour_lo := case when hour_lo < lo then hour_lo + interval '1 hour' else hour_lo end;
  if hour_hi <= hour_lo then
    return query values ('1m', lo, until, false), ('1m', lo, until, true);
    return;
  end if;
  return query values
    ('1m', lo, hour_lo, false), ('1m', lo, hour_lo, true),
    ('1h', hour_lo, hour_hi, false), ('1h', hour_lo, hour_hi, true), ('1m', hour_lo, hour_hi, true),
    ('1m', hour_hi, until, false), ('1m', hour_hi, until, true);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.metric_sum(name text, since timestamp with time zone, until timestamp with time zone, tenant uuid DEFAULT NULL::uuid)
 RETURNS numeric
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  place record := cogo.metric_place(metric_sum.name);
begin
  return (
    select coalesce(sum((line.counts ->> place.counter)::numeric), 0)
    from cogo.metric_slices(place.series, metric_sum.since, metric_sum.until, metric_sum.tenant) as line
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.metric_unit(step text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
AS $function$
  select case metric_unit.step when '1m' then 'minute' when '1h' then 'hour' when '1d' then 'day' end;
$function$;

CREATE OR REPLACE FUNCTION cogo.metrics_gauges()
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
declare
  at constant timestamptz := cogo.now_();
  since constant timestamptz := at - interval '5 minutes';
  failed numeric;
  decided numeric;
begin
  if cogo.caller_tenant() is not null then
    raise sqlstate 'PT403' using
      message = 'Cannot read the gauges of the whole engine: the token speaks for one tenant',
      detail = 'operators_only',
      hint = 'Call with a secret key, or read metrics_summary, which shows your tenant.';
  end if;
  failed := cogo.metric_sum('jobs_failed', since, at);
  decided := failed + cogo.metric_sum('jobs_succeeded', since, at);
  return jsonb_build_object(
    'at', at,
    'sampled_at', (select horizon.sampled_at from cogo.metric_horizon as horizon),
    'samples', coalesce((select horizon.samples from cogo.metric_horizon as horizon), '[]'),
    'times', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'name', total.name, 'labels', total.labels, 'ms', total.ms, 'buckets', total.buckets
      )), '[]')
      from cogo.time_totals as total
    ),
    'failure_ratio', cogo.pass_rate(failed::bigint, decided::bigint),
    'gates', cogo.metrics_gates(at - interval '30 days', null),
    'alerts_evaluated_at', (select state.evaluated_at from cogo.alert_rounds as state),
    'alerts', (select coalesce(jsonb_agg(to_jsonb(gauge)), '[]') from cogo.alert_gauges() as gauge)
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.metrics_history(series text, since timestamp with time zone, until timestamp with time zone, step text, labels jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  to_at timestamptz := coalesce(metrics_history.until, cogo.now_());
  from_at timestamptz;
  unit constant text := cogo.metric_unit(metrics_history.step);
  each interval;
  by_lane constant boolean := coalesce(metrics_history.labels ->> 'by' = 'lane', false);
  lines jsonb;
begin
  perform cogo.check_history(metrics_history.series, metrics_history.step, metrics_history.labels);
  each := ('1 ' || unit)::interval;
  if to_at not between '0001-01-01' and '9999-12-31' then -- an endless one would be stepped towards for ever
    perform cogo.refuse_argument('until', 'it must be a time of the years 1 to 9999');
  end if;
  from_at := date_trunc(unit, coalesce(metrics_history.since, to_at - each * case unit when 'minute' then 60 when 'hour' then 24 else 30 end), 'UTC');
  if from_at > to_at or from_at + each * 3000 < to_at then
    perform cogo.refuse_argument('since', 'it must be before until, and at most 3,000 steps');
  end if;

  select coalesce(jsonb_agg(jsonb_build_object('labels', told.labels, 'points', told.points) order by told.labels), '[]')
  into lines
  from cogo.history_lines(
    metrics_history.series, from_at, to_at, metrics_history.step, tenant, coalesce(metrics_history.labels, '{}') - 'by', by_lane
  ) as told;
  return jsonb_build_object(
    'series', metrics_history.series, 'step', metrics_history.step, 'since', from_at,
    'until', date_trunc(unit, to_at + each - interval '1 microsecond', 'UTC'), 'tenant_id', tenant,
    'labels', coalesce(metrics_history.labels, '{}')
  ) || case when by_lane then jsonb_build_object('lines', lines) else jsonb_build_object('points', coalesce(lines #> '{0,points}', '[]')) end;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.metrics_summary(window_minutes integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET jit TO 'off'
AS $function$
declare
  tenant uuid := cogo.caller_tenant();
  at timestamptz := cogo.now_();
  since timestamptz;
  reach record;
  took jsonb;
  finished jsonb;
  minutes double precision;
begin
  if metrics_summary.window_minutes is null or metrics_summary.window_minutes not between 1 and 10080 then
    perform cogo.refuse_argument('window_minutes', 'it must be 1 to 10080 (a week)');
  end if;
  since := at - make_interval(mins => metrics_summary.window_minutes);
  reach := cogo.events_reach(since);
  if reach.is_capped then
    -- More than is read job by job: the history knows, as of the last fold.
    reach.covered_from := date_trunc('minute', since);
    took := cogo.history_transitions(since, at, tenant);
    finished := cogo.history_finished(since, at, tenant);
  else
    took := cogo.metrics_transitions(reach.first_id, reach.covered_from, tenant);
    finished := cogo.metrics_finished(reach.first_id, reach.covered_from, tenant);
  end if;
  minutes := greatest(extract(epoch from at - reach.covered_from) / 60, 1.0 / 60);

  return jsonb_build_object(
    'at', at,
    'tenant_id', tenant,
    'window', jsonb_build_object(
      'minutes', metrics_summary.window_minutes, 'since', since, 'covered_from', reach.covered_from, 'is_capped', false,
      'source', case when reach.is_capped then 'history' else 'events' end
    ),
    'health', cogo.metrics_health(),
    'now', cogo.metrics_now(tenant),
    'transitions', took,
    'per_minute', jsonb_build_object(
      'enqueued', round((coalesce((took ->> 'job_enqueued')::numeric, 0) / minutes::numeric), 2),
      'succeeded', round((coalesce((took ->> 'job_succeeded')::numeric, 0) / minutes::numeric), 2)
    ),
    'failure_rate', cogo.pass_rate(
      coalesce((took ->> 'job_failed')::bigint, 0),
      coalesce((took ->> 'job_failed')::bigint, 0) + coalesce((took ->> 'job_succeeded')::bigint, 0)
    ),
    'finished', finished,
    'dead_letters', cogo.metrics_dead_letters(since, tenant),
    'gates', jsonb_build_object('days', 30, 'by_gate', cogo.metrics_gates(at - interval '30 days', tenant)),
    'leases', jsonb_build_object(
      'renewed', case when tenant is null then cogo.metric_sum('leases_renewed', since, at) end,
      'expired', cogo.metric_sum('leases_expired', since, at, tenant)
    ),
    'claim_conflicts', cogo.metric_sum('claim_conflicts', since, at, tenant),
    'reasons', case when tenant is null then '{}' else jsonb_build_object(
      'leases.renewed', 'Renewals are counted for all tenants together.'
    ) end
  ) || cogo.metrics_usage(since, tenant);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.metrics_totals()
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  tenant uuid := cogo.caller_tenant();
begin
  if tenant is not null then
    raise sqlstate 'PT403' using
      message = 'Cannot read the totals of the whole engine: the token speaks for one tenant',
      detail = 'operators_only',
      hint = 'Call with a secret key, or read metrics_summary, which shows your tenant.';
  end if;
  return (
    select jsonb_build_object(
      'transitions', coalesce(jsonb_object_agg(counted.type, counted.jobs), '{}'),
      'calls', coalesce(jsonb_object_agg(counted.type, counted.calls), '{}')
    )
    from cogo.event_counts() as counted
  ) || jsonb_build_object(
    'folded_at', (select fold.folded_at from cogo.event_folds as fold),
    'counters', (
      select coalesce(jsonb_agg(jsonb_build_object('name', counted.name, 'labels', counted.labels, 'total', counted.total)
        order by counted.name, counted.labels), '[]')
      from cogo.call_totals as counted
    ),
    'routing', cogo.route_gauges()
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.metrics_usage(since timestamp with time zone, tenant uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
declare
  from_hour constant timestamptz := date_trunc('hour', metrics_usage.since, 'UTC');
begin
  return (
    select jsonb_build_object(
      'tokens', jsonb_build_object(
        'since', from_hour, 'requests', coalesce(sum(counter.requests), 0), 'input', coalesce(sum(counter.input_tokens), 0),
        'cache_read', coalesce(sum(counter.cache_read_tokens), 0), 'cache_write', coalesce(sum(counter.cache_write_tokens), 0),
        'output', coalesce(sum(counter.output_tokens), 0)
      ),
      'cost', jsonb_build_object('since', from_hour, 'nano', coalesce(sum(counter.cost_nano), 0))
    )
    from cogo.usage_counters as counter
    where counter.hour >= from_hour and (metrics_usage.tenant is null or counter.tenant_id = metrics_usage.tenant)
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.note_access(tenant_id uuid, act text, subject text, before jsonb, after jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  if note_access.before is not distinct from note_access.after then
    return;
  end if;
  insert into cogo.access_audit (at, tenant_id, actor, act, subject, before, after)
  values (
    cogo.now_(), note_access.tenant_id,
    case when cogo.caller_tenant() is null then 'operator' else 'user:' || cogo.claim('sub') end,
    note_access.act, note_access.subject, note_access.before, note_access.after
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.note_conflicts(jobs integer)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if note_conflicts.jobs > 0 then
    insert into cogo.conflict_notes (at, tenant_id, jobs) values (cogo.now_(), cogo.caller_tenant(), note_conflicts.jobs);
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.note_schedule_runs()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if tg_op = 'INSERT' then
    insert into cogo.schedule_notes (at, tenant_id, state, runs, lags_ms)
    select max(run.settled_at), schedule.tenant_id, run.state, sum(run.covers),
      coalesce(array_agg(cogo.milliseconds(least(run.planned_at, run.settled_at), run.settled_at)) filter (where run.state = 'started'), '{}')
    from new_runs as run join cogo.schedules as schedule on schedule.id = run.schedule_id
    where run.state <> 'waiting'
    group by schedule.tenant_id, run.state;
  else
    insert into cogo.schedule_notes (at, tenant_id, state, runs, lags_ms)
    select max(run.settled_at), schedule.tenant_id, run.state, sum(run.covers),
      coalesce(array_agg(cogo.milliseconds(least(run.planned_at, run.settled_at), run.settled_at)) filter (where run.state = 'started'), '{}')
    from new_runs as run
    join old_runs as before on before.schedule_id = run.schedule_id and before.due_at = run.due_at
    join cogo.schedules as schedule on schedule.id = run.schedule_id
    where run.state <> 'waiting' and before.state = 'waiting'
    group by schedule.tenant_id, run.state;
  end if;
  return null;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.notification_tenant()
 RETURNS uuid
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return '00000000-0000-0000-0000-000000000001'::uuid;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.notifications_due()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  lane record;
  is_due boolean := false;
begin
  for lane in
    select hint.queue_name, hint.floor_at from cogo.lane_hints('notify') as hint where hint.tail > hint.floor_at and not hint.paused
  loop
    -- A floor stays behind while an old transaction is open: without a look the function would be asked all the while.
    execute format('select exists (select from pgmq.%I as queued where queued.msg_id > %s)', 'q_' || lane.queue_name, lane.floor_at)
    into is_due;
    exit when is_due;
  end loop;
  return is_due;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.notify(kind text, dedupe_key text, message jsonb, channels text[] DEFAULT NULL::text[])
 RETURNS bigint[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return array(
    select filed.job_id
    from cogo.file_notification(notify.kind, notify.dedupe_key, notify.message, notify.channels) as filed
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.open_grant(grant_hash bytea, tenant_id uuid, agent_id uuid, actor text, decision_id uuid DEFAULT NULL::uuid, attempt integer DEFAULT NULL::integer, purpose text DEFAULT NULL::text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET lock_timeout TO '2s'
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  held cogo.reservations;
  key cogo.secure_keys;
  problem text;
  opening bigint;
begin
  -- What this commits is what an audit can rely on, whatever the session chose.
  if current_setting('synchronous_commit') = 'off' then
    perform set_config('synchronous_commit', 'on', true);
  end if;
  select * into held from cogo.reservations as known where known.grant_hash = open_grant.grant_hash for update;
  select * into key from cogo.secure_keys as known where known.key_id = held.key_id;
  problem := case
    when held.decision_id is null then 'there is no such grant'
    when open_grant.tenant_id is not null
      and (held.tenant_id, held.agent_id) is distinct from (open_grant.tenant_id, open_grant.agent_id)
      then 'there is no such grant'
    when exists (
      select from cogo.revocations as refused
      where refused.tenant_id = open_grant.tenant_id and refused.subject_id in (open_grant.tenant_id, open_grant.agent_id)
    ) then 'the agent or its tenant was revoked or suspended'
    when held.decision_id <> open_grant.decision_id or held.attempt <> open_grant.attempt
      then 'the grant is of another decision'
    when held.state not in ('reserved', 'opened') then 'the attempt is ' || held.state
    when (held.grant_expires_at > at) is not true then 'the grant has expired'
    when held.key_id is not null then cogo.key_problem(key, held.tenant_id, at)
  end;
  if problem = 'there is no such grant' then
    held := null;
    key := null;
  end if;
  opening := cogo.audit_key(
    'open', key, open_grant.actor, at, problem, problem is null, open_grant.purpose,
    coalesce(held.tenant_id, open_grant.tenant_id), held.decision_id, held.attempt
  );
  if problem is not null then
    return cogo.refused_opening(problem);
  end if;

  update cogo.reservations as opened
  set state = 'opened', opened_at = coalesce(opened.opened_at, at), used_xid = pg_current_xact_id(),
    grant_expires_at = greatest(opened.grant_expires_at, coalesce(opened.opened_at, at) + setting.longest_call),
    expires_at = greatest(opened.expires_at, at + setting.longest_call)
  from (
    select make_interval(secs => coalesce(max(one.longest_call_seconds), 600)) as longest_call
    from cogo.vault_settings as one
  ) as setting
  where opened.decision_id = held.decision_id and opened.attempt = held.attempt;
  perform cogo.note_key_use(held.key_id, at);
  return jsonb_build_object('opening', opening, 'key_id', held.key_id);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.open_quality_run(kind text, target text, iso_week text, dry boolean, run_number integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := coalesce(cogo.caller_tenant(), cogo.default_tenant());
  week text := cogo.resolve_iso_week(open_quality_run.iso_week);
  run cogo.quality_runs;
  is_new boolean := false;
begin
  perform cogo.check_quality_target(open_quality_run.target);
  if open_quality_run.run_number is null or open_quality_run.run_number not between 1 and 10000 then
    raise sqlstate 'PT400' using
      message = 'Cannot schedule a quality run: run_number must be from 1 to 10000',
      detail = 'bad_argument',
      hint = 'Leave run_number out for the week''s first run; take the latest one plus 1 to run again.';
  end if;

  if not open_quality_run.dry then
    -- A second caller waits here for the first one's commit and then finds its row.
    insert into cogo.quality_runs (tenant_id, kind, iso_week, target, run_number, created_at)
    values (tenant, open_quality_run.kind, week, open_quality_run.target, open_quality_run.run_number, cogo.now_())
    on conflict do nothing
    returning * into run;
    is_new := run.id is not null;
  end if;

  if is_new and run.kind = 'weekly' then
    run := cogo.enqueue_decide(run);
  elsif is_new then
    run := cogo.enqueue_gate(run);
  else
    select * into run from cogo.quality_runs as known
    where known.tenant_id = tenant and known.kind = open_quality_run.kind and known.iso_week = week
      and known.target = open_quality_run.target and known.run_number = open_quality_run.run_number;
  end if;

  return jsonb_build_object(
    'run_id', run.id, 'job_id', run.job_ids[1], 'created', is_new, 'iso_week', week,
    'target', open_quality_run.target, 'run_number', open_quality_run.run_number,
    'latest_run_number', (
      select max(known.run_number) from cogo.quality_runs as known
      where known.tenant_id = tenant and known.kind = open_quality_run.kind and known.iso_week = week
        and known.target = open_quality_run.target
    ),
    'dry', open_quality_run.dry, 'verdict', run.verdict,
    'plan', case open_quality_run.kind
      when 'weekly' then
        '["orchestrator.decide", "quality.lint", "quality.check", "quality.test", "quality.aggregate"]'::jsonb
      else '["quality.gate", "quality.aggregate"]'
    end
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.own_agent(agent_id uuid)
 RETURNS cogo.agents
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  admin uuid := cogo.admin_tenant(null);
  agent cogo.agents;
begin
  select known.* into agent from cogo.agents as known
  where known.agent_id = own_agent.agent_id and (admin is null or known.tenant_id = admin)
  for update;
  if not found then
    perform cogo.raise_access_not_found('agent_not_found', 'the agent', own_agent.agent_id::text);
  end if;
  return agent;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.own_fences(fences bigint[], tenant uuid)
 RETURNS bigint[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  agent uuid;
begin
  if own_fences.tenant is null then
    return own_fences.fences;
  end if;
  agent := cogo.caller_agent();
  return array(
    select case when claim.fence is null or (claim.tenant_id = own_fences.tenant and claim.agent_id is not distinct from agent) then given.fence end
    from unnest(own_fences.fences) with ordinality as given (fence, ordinal)
    left join cogo.claims as claim on claim.fence = given.fence
    order by given.ordinal
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.own_job(id uuid)
 RETURNS cogo.jobs
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  job cogo.jobs;
begin
  select known.* into job from cogo.jobs as known
  where known.id = cogo.uuid_number(own_job.id) and (tenant is null or known.tenant_id = tenant);
  if job.id is null or cogo.uuid_v7(job.created_at, job.id) <> own_job.id then
    raise sqlstate 'PT404' using
      message = format('Cannot find job %s: there is no such job', own_job.id),
      detail = 'job_not_found',
      hint = 'Check the id; POST /ingress/jobs answered it.';
  end if;
  return job;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.own_subscription(name text, tenant_id uuid)
 RETURNS cogo.subscriptions
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  acting uuid := cogo.acting_tenant(own_subscription.tenant_id);
  owned cogo.subscriptions;
begin
  select * into owned from cogo.subscriptions as subscription
  where subscription.name = own_subscription.name and subscription.tenant_id is not distinct from acting
    and (tenant is null or subscription.agent_id is not distinct from cogo.caller_agent())
  for update;
  if owned.id is null then
    raise sqlstate 'PT404' using
      message = format('Cannot find the subscription %s: the caller has none of that name', coalesce(left(own_subscription.name, 100), '(null)')),
      detail = 'subscription_not_found',
      hint = 'list_subscriptions shows what you have; an operator names the tenant_id.';
  end if;
  if tenant is not null and not (select bool_and(cogo.is_within_scope('events:subscribe', pattern)) from unnest(owned.patterns) as pattern) then
    raise sqlstate 'PT403' using
      message = format('Cannot use the subscription %s: the token may not read all of its channels', owned.name),
      detail = 'channel_forbidden', hint = 'Ask for a token with events:subscribe, or subscribe to fewer channels.';
  end if;
  return owned;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.own_tenant(tenant_id uuid)
 RETURNS cogo.tenants
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  admin uuid := cogo.admin_tenant(own_tenant.tenant_id);
  tenant cogo.tenants;
begin
  select known.* into tenant from cogo.tenants as known where known.tenant_id = admin for update;
  if not found then
    perform cogo.raise_access_not_found('tenant_not_found', 'the tenant', admin::text);
  end if;
  return tenant;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.plan_quality_run(run_id uuid, plan jsonb, cause uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  run cogo.quality_runs := cogo.lock_quality_run(plan_quality_run.run_id);
  gate_job_ids bigint[];
  closing_job_id bigint;
begin
  if coalesce(jsonb_typeof(plan_quality_run.plan), 'null') <> 'object'
    or pg_column_size(plan_quality_run.plan) > 65536 then
    raise sqlstate 'PT400' using
      message = 'Cannot plan a quality run: plan must be a JSON object of at most 64 KB',
      detail = 'bad_argument',
      hint = 'Pass {"source": {…}, "gates": [{"gate": "lint", "command": "…"}, …]}.';
  end if;

  -- The first plan stands; a planner that crashed and came back gets that one and its jobs.
  if run.plan is null and run.verdict is null then
    if run.kind = 'weekly' then
      select array_agg(enqueued.job_id order by enqueued.ordinal) into gate_job_ids
      from cogo.enqueue_jobs(cogo.quality_jobs(run, array['lint', 'check', 'test'], null, plan_quality_run.cause))
        as enqueued;

      select enqueued.job_id into closing_job_id
      from cogo.enqueue_jobs(cogo.quality_jobs(run, array['aggregate'], gate_job_ids, plan_quality_run.cause))
        as enqueued;
    end if;

    update cogo.quality_runs as planned
    set plan = plan_quality_run.plan,
      started_at = cogo.now_(),
      aggregate_job_id = coalesce(closing_job_id, planned.aggregate_job_id),
      job_ids = case when planned.kind = 'weekly'
        then array_remove(array[planned.decide_job_id] || gate_job_ids || closing_job_id, null) else planned.job_ids end
    where planned.id = run.id
    returning * into run;
  end if;

  return jsonb_build_object('run_id', run.id, 'plan', run.plan, 'job_ids', to_jsonb(run.job_ids),
    'aggregate_job_id', run.aggregate_job_id, 'verdict', run.verdict);
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
  if preview_schedule.after not between '0001-01-01' and '9999-12-31' then
    perform cogo.refuse_argument('after', 'it must be a time of the years 1 to 9999');
  end if;
  perform cogo.check_time_zone(preview_schedule.time_zone);
  return query
  select times.run_at, to_char(times.run_at at time zone preview_schedule.time_zone, 'Dy YYYY-MM-DD HH24:MI:SS')
  from cogo.cron_times(
    preview_schedule.cron, preview_schedule.time_zone, coalesce(preview_schedule.after, cogo.now_()), null, preview_schedule.count
  ) as times (run_at);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.promote_signing_key(kid text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  key cogo.signing_keys;
  old text;
begin
  -- One rotation after the other.
  perform pg_advisory_xact_lock(hashtextextended('cogo.signing_keys', 0));
  select known.* into key from cogo.signing_keys as known where known.kid = promote_signing_key.kid;
  if not found then
    perform cogo.raise_access_not_found('access_not_found', 'the signing key', promote_signing_key.kid);
  elsif key.state = 'in_use' then
    return to_jsonb(key);
  elsif key.state = 'retired' then
    perform cogo.refuse_access('a retired key does not come back', 'Create another one: npm run agent-keys -- create');
  end if;
  select known.kid into old from cogo.signing_keys as known where known.state = 'in_use';
  if found then
    perform cogo.set_signing_state(old, 'previous');
  end if;
  return to_jsonb(cogo.set_signing_state(key.kid, 'in_use'));
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.promote_waiting(at timestamp with time zone, row_limit integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  job_ids bigint[];
  lane_ids smallint[];
  attempts smallint[];
begin
  with due as (
    select waiting.job_id
    from cogo.waiting
    where waiting.run_at <= promote_waiting.at
    order by waiting.run_at, waiting.job_id
    limit promote_waiting.row_limit
    for update skip locked
  ),
  gone as (
    delete from cogo.waiting using due where waiting.job_id = due.job_id
    returning waiting.job_id, waiting.run_at, waiting.attempt
  ),
  noted as (
    -- How long it waits counts from here: for metrics, which read it with the claim.
    insert into cogo.ready_notes (job_id, ready_at)
    select gone.job_id, gone.run_at from gone where gone.attempt = 1
    on conflict do nothing
  )
  select
    array_agg(gone.job_id order by gone.run_at, gone.job_id),
    array_agg(job.lane_id order by gone.run_at, gone.job_id),
    array_agg(gone.attempt order by gone.run_at, gone.job_id)
  into job_ids, lane_ids, attempts
  from gone join cogo.jobs as job on job.id = gone.job_id;

  if job_ids is null then
    return 0;
  end if;
  perform cogo.push_ready(job_ids, lane_ids, attempts, promote_waiting.at);
  return cardinality(job_ids);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.publish(messages jsonb)
 RETURNS TABLE(ordinal integer, id uuid, created boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  self text := coalesce(cogo.caller_agent()::text, case when tenant is null then 'operator' else 'unnamed' end);
  at timestamptz := cogo.now_();
  trace text := cogo.caller_traceparent();
  batch record;
  first_ids uuid[];
begin
  perform cogo.check_messages(publish.messages);
  -- The transaction's number before the messages' numbers: cogo.settled_events relies on it.
  perform pg_current_xact_id();
  select
    array_agg(item.number order by item.ordinal) as numbers,
    array_agg(cogo.uuid_v7(at, (item.number << 24) | 1) order by item.ordinal) as ids,
    array_agg(item.tenant order by item.ordinal) as tenants,
    array_agg(format('tenant.%s.agent.%s.%s', item.tenant, item.agent, item.type) order by item.ordinal) as channels,
    bool_or(item.is_keyed) as has_keys,
    bool_or(item.is_foreign) as has_foreign
  into batch
  from (
    select
      given.ordinal, nextval('cogo.events_id_seq') as number, given.message ->> 'type' as type,
      coalesce((given.message ->> 'tenant_id')::uuid, tenant, cogo.default_tenant()) as tenant,
      coalesce(lower(given.message ->> 'agent_id'), self) as agent,
      given.message ->> 'event_id' is not null as is_keyed,
      coalesce(given.message ->> 'tenant_id', given.message ->> 'agent_id') is not null as is_foreign
    from jsonb_array_elements(publish.messages) with ordinality as given (message, ordinal)
    order by given.ordinal
  ) as item;
  if tenant is not null and (batch.has_foreign or cardinality(cogo.caller_limits('events:publish')) > 0) then
    perform cogo.check_channels(batch.channels);
  end if;
  first_ids := batch.ids;
  if batch.has_keys then
    first_ids := cogo.take_message_keys(publish.messages, batch.tenants, batch.ids, at);
  end if;

  insert into cogo.messages (id, ts, tenant_id, agent, type, role, correlation_id, cause, traceparent, schema, payload)
  select
    batch.numbers[item.ordinal::integer], at, batch.tenants[item.ordinal::integer],
    split_part(batch.channels[item.ordinal::integer], '.', 4), item.message ->> 'type',
    coalesce(item.message ->> 'role', case when tenant is null then 'system' else 'actor' end),
    (item.message ->> 'correlation_id')::uuid, (item.message ->> 'cause')::uuid,
    coalesce(cogo.w3c_traceparent(item.message ->> 'traceparent'), trace),
    nullif(item.message -> 'schema', 'null'), coalesce(item.message -> 'payload', '{}')
  from jsonb_array_elements(publish.messages) with ordinality as item (message, ordinal)
  where first_ids[item.ordinal::integer] = batch.ids[item.ordinal::integer];

  if to_regprocedure('realtime.send(jsonb, text, text, boolean)') is not null then
    perform cogo.broadcast_messages(batch.numbers);
  end if;
  return query
  select given.ordinal::integer, first_ids[given.ordinal::integer], first_ids[given.ordinal::integer] = given.id
  from unnest(batch.ids) with ordinality as given (id, ordinal);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.quality_verdict(run_id uuid)
 RETURNS TABLE(verdict text, reason text)
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select
    cogo.verdict_of(tally.verdicts),
    case
      when tally.failed > 0 then format('%s of 3 gates failed: %s.', tally.failed, tally.which_failed)
      when tally.broken > 0 then format('It could not be told: %s.', tally.which_broke)
      when tally.passed = 0 then 'Nothing in this target could be checked.'
      else format('%s of 3 gates ran and passed.', tally.passed)
    end
  from (
    select
      array_agg(result.verdict) as verdicts,
      count(*) filter (where result.verdict = 'failed') as failed,
      count(*) filter (where result.verdict = 'passed') as passed,
      count(*) filter (where coalesce(result.verdict, 'error') = 'error') as broken,
      string_agg(planned.gate, ', ') filter (where result.verdict = 'failed') as which_failed,
      string_agg(planned.gate || case when result.verdict is null then ' left no result' else ' broke' end, ', ')
        filter (where coalesce(result.verdict, 'error') = 'error') as which_broke
    from unnest(array['lint', 'check', 'test']) as planned (gate)
    left join cogo.gate_results as result
      on result.run_id = quality_verdict.run_id and result.gate = planned.gate
  ) as tally;
$function$;

CREATE OR REPLACE FUNCTION cogo.queue_depth(executor text, most bigint)
 RETURNS bigint
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  lane record;
  part bigint;
  depth bigint;
begin
  select coalesce(sum(greatest(hint.tail - hint.floor_at, 0)), 0) into depth from cogo.lane_hints(queue_depth.executor) as hint;
  if depth > queue_depth.most then
    -- The hints count gaps as well; only when they say too many is it worth to look.
    depth := 0;
    for lane in select hint.* from cogo.lane_hints(queue_depth.executor) as hint where hint.tail > hint.floor_at loop
      execute format(
        'select count(*) from (select from pgmq.%I as ready where ready.msg_id > $1 limit $2) as near', 'q_' || lane.queue_name
      ) into part using lane.floor_at, queue_depth.most + 1 - depth;
      depth := depth + part;
      exit when depth > queue_depth.most;
    end loop;
  end if;
  if depth <= queue_depth.most and exists (select from cogo.backlog) then
    select depth + count(*) into depth from (
      select from cogo.lanes as behind join cogo.backlog as waiting on waiting.lane_id = behind.lane_id
      where behind.executor = queue_depth.executor limit queue_depth.most + 1 - depth
    ) as near;
  end if;
  return depth;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.queue_stats()
 RETURNS TABLE(executor text, priority text, queue_name text, depth bigint, oldest_age_seconds double precision, held bigint, waiting bigint, blocked bigint, parked bigint, backlog bigint, paused boolean)
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
      union all select 'backlog', later.job_id from cogo.over_bound as later
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
    paused := lane.paused;
    return next;
  end loop;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.raise_access_not_found(word text, what text, id text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  raise sqlstate 'PT404' using
    message = format('Cannot find %s %s', raise_access_not_found.what, coalesce(left(raise_access_not_found.id, 100), '(null)')),
    detail = raise_access_not_found.word,
    hint = 'Check the id; list_tenants, list_agents, get_agent and list_signing_keys show what there is.';
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.raise_invalid_credential()
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  raise sqlstate 'PT401' using
    message = 'Cannot give a token: the credential is not valid', detail = 'invalid_credential',
    hint = 'Check it, its expiry and the agent with who administers the tenant; why is not told here.';
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.ready_heads(only_executor text)
 RETURNS TABLE(executor text, depth bigint, oldest_at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
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

CREATE OR REPLACE FUNCTION cogo.receive_hook(hook_id uuid, delivery_id text, events text[], body jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  hook cogo.inbound_hooks;
  delivery uuid := cogo.short_hash(format('hook:%s:%s', receive_hook.hook_id, receive_hook.delivery_id));
  type text;
  event text;
  job jsonb;
  refused jsonb;
  made record;
begin
  select known.* into hook from cogo.inbound_hooks as known where known.hook_id = receive_hook.hook_id and not known.paused;
  if hook.name is null or length(receive_hook.delivery_id) not between 1 and 500 then
    perform cogo.refuse_argument('the delivery', 'its hook is gone or its id has not 1 to 500 characters');
  end if;
  type := hook.job_type;
  foreach event in array receive_hook.events loop
    if hook.event_types ? event then
      type := hook.event_types ->> event;
      exit;
    end if;
  end loop;
  if type is null then
    return jsonb_build_object('ignored', true);
  end if;

  select known.job_id, job.created_at into made from cogo.inbound_deliveries as known
  left join cogo.jobs as job on job.id = known.job_id where known.hash = delivery;
  if found then
    return jsonb_build_object('job_id', cogo.uuid_v7(made.created_at, made.job_id), 'created', false);
  end if;
  job := jsonb_build_object('type', type, 'tenant_id', hook.tenant_id, 'payload', jsonb_build_object(
    'hook', hook.name, 'provider', hook.provider, 'event', receive_hook.events[1], 'delivery_id', receive_hook.delivery_id,
    'body', receive_hook.body
  ));
  refused := coalesce(
    cogo.take_ingress_rates(hook.tenant_id, 'hook:' || hook.hook_id, null, at), cogo.ingress_room(job, hook.tenant_id, at)
  );
  if refused is not null then
    return refused;
  end if;
  -- Two at once: the second waits here for the end of the first.
  insert into cogo.inbound_deliveries (hash, received_at) values (delivery, at) on conflict (hash) do nothing;
  if not found then
    return (
      select jsonb_build_object('job_id', cogo.uuid_v7(job.created_at, job.id), 'created', false)
      from cogo.inbound_deliveries as known join cogo.jobs as job on job.id = known.job_id where known.hash = delivery
    );
  end if;
  select enqueued.job_id, enqueued.id into made from cogo.enqueue_jobs(jsonb_build_array(job)) as enqueued;
  update cogo.inbound_deliveries as known set job_id = made.job_id where known.hash = delivery;
  return jsonb_build_object('job_id', made.id, 'created', true);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.record_gate_fixes(fixes jsonb)
 RETURNS TABLE(run_id uuid, gate text, fixer text, outcome text, result text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  item record;
  run cogo.quality_runs;
begin
  perform cogo.require_quality_batch(record_gate_fixes.fixes, 'fixes',
    array['run_id', 'gate', 'fixer', 'job_id', 'fence', 'command', 'files_changed', 'lines_added', 'lines_removed',
      'before', 'after', 'applies', 'diff', 'artifacts']);

  -- Runs are locked in id order, so two batches cannot wait for each other.
  for item in
    select given.* from cogo.gate_fixes_of(record_gate_fixes.fixes) as given
    order by given.run_id, given.ordinal
  loop
    run := cogo.lock_quality_run(item.run_id);
    run_id := run.id;
    gate := item.gate;
    fixer := item.fixer;
    result := null;

    if run.verdict is null then
      perform cogo.require_fix_artifacts(run.id, item.job_id, item.artifacts);
      insert into cogo.gate_fixes as known (tenant_id, run_id, gate, fixer, job_id, fence, command, files_changed,
        lines_added, lines_removed, before, after, applies, result, diff, artifacts, created_at)
      values (run.tenant_id, run.id, item.gate, item.fixer, item.job_id, item.fence, item.command, item.files_changed,
        item.lines_added, item.lines_removed, item.before, item.after, item.applies,
        cogo.fix_result(item.gate, item.before, item.after, item.applies), item.diff, item.artifacts, cogo.now_())
      on conflict (run_id, gate, fixer) do update
      set job_id = excluded.job_id, fence = excluded.fence, command = excluded.command,
        files_changed = excluded.files_changed, lines_added = excluded.lines_added,
        lines_removed = excluded.lines_removed, before = excluded.before, after = excluded.after,
        applies = excluded.applies, result = excluded.result, diff = excluded.diff, artifacts = excluded.artifacts,
        created_at = excluded.created_at
      where known.fence <= excluded.fence
      returning known.result into result;
    end if;

    outcome := case when run.verdict is not null then 'run_finished' when result is null then 'superseded' else 'recorded' end;
    return next;
  end loop;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.record_http(flush_id uuid, counts jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  wrong text;
begin
  if record_http.flush_id is null then
    perform cogo.refuse_argument('flush_id', 'it must be a UUID, the same when a flush is repeated');
  end if;
  if jsonb_typeof(record_http.counts) is distinct from 'array' or jsonb_array_length(record_http.counts) > 500 then
    perform cogo.refuse_argument('counts', 'it must be a list of at most 500');
  end if;
  select line.place::text into wrong
  from jsonb_array_elements(record_http.counts) with ordinality as line (value, place)
  where cogo.is_http_line(line.value) is not true
  limit 1;
  if wrong is not null then
    perform cogo.refuse_argument('counts', format('number %s must be {function, route, status, bins, bin_counts, places, ms}', wrong));
  end if;
  insert into cogo.http_flushes (flush_id, at, counts)
  values (record_http.flush_id, cogo.now_(), record_http.counts)
  on conflict do nothing;
  return found;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.refuse_access(problem text, next_step text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  raise sqlstate 'PT409' using
    message = format('Cannot change access: %s', refuse_access.problem), detail = 'access_conflict', hint = refuse_access.next_step;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.refuse_access_audit_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  raise exception 'cogo: the audit of access is appended to and never changed' using errcode = 'insufficient_privilege';
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.release_jobs(jobs jsonb)
 RETURNS TABLE(job_id bigint, outcome text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant('jobs:work');
  at timestamptz := cogo.now_();
  given record;
begin
  perform cogo.check_holds('jobs', release_jobs.jobs, array['job_id', 'fence', 'outcome', 'delay_seconds']);
  if exists (
    select from jsonb_array_elements(release_jobs.jobs) as item
    where jsonb_typeof(item -> 'delay_seconds') not in ('number', 'null')
      or (jsonb_typeof(item -> 'delay_seconds') = 'number' and (item ->> 'delay_seconds')::numeric not between 0 and 2592000)
  ) then
    perform cogo.refuse_argument('delay_seconds', 'it must be a number from 0 to 2592000');
  end if;
  select
    array_agg((item.value ->> 'job_id')::bigint order by item.ordinal) as job_ids,
    array_agg((item.value ->> 'fence')::bigint order by item.ordinal) as fences,
    array_agg('{"class": "lease_conflict"}'::jsonb) as errors,
    array_agg(coalesce((item.value ->> 'delay_seconds')::double precision, 0) order by item.ordinal) as delays
  into given
  from jsonb_array_elements(release_jobs.jobs) with ordinality as item (value, ordinal);
  if given.job_ids is null then
    return;
  end if;

  given.fences := cogo.own_fences(given.fences, tenant);
  perform cogo.settle_failures(given.job_ids, given.fences, given.errors, given.delays, at, 'retried');
  return query select * from cogo.told_outcomes(given.job_ids, given.fences, array['released', 'cancelled']);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.remove_inbound_hook(name text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  delete from cogo.inbound_hooks as known where known.name = remove_inbound_hook.name;
  return jsonb_build_object('removed', found);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.remove_member(user_id uuid, tenant_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant cogo.tenants := cogo.own_tenant(remove_member.tenant_id);
  before cogo.members;
begin
  select member.* into before from cogo.members as member
  where member.tenant_id = tenant.tenant_id and member.user_id = remove_member.user_id;
  if not found then
    return false;
  elsif before.role = 'owner' then
    perform cogo.keep_an_owner(tenant.tenant_id, before.user_id);
  end if;
  delete from cogo.members as member where member.tenant_id = tenant.tenant_id and member.user_id = before.user_id;
  insert into cogo.revocations (tenant_id, subject_id, kind, revoked_at)
  values (tenant.tenant_id, before.user_id, 'member', cogo.now_())
  on conflict do nothing;
  perform cogo.note_access(tenant.tenant_id, 'remove_member', before.user_id::text, to_jsonb(before), null);
  return true;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.remove_notification_channel(name text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  delete from cogo.notification_channels as known where known.name = remove_notification_channel.name;
  return found;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.remove_oidc_trust(trust_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  trust cogo.oidc_trusts;
begin
  delete from cogo.oidc_trusts as known where known.trust_id = remove_oidc_trust.trust_id returning * into trust;
  if not found then
    return false;
  end if;
  perform cogo.note_access(
    (select agent.tenant_id from cogo.agents as agent where agent.agent_id = trust.agent_id),
    'remove_oidc_trust', trust.agent_id::text, to_jsonb(trust), null
  );
  return true;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.remove_silence(silence_id bigint, removed_by text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
begin
  if (length(trim(remove_silence.removed_by)) between 1 and 200) is not true then
    perform cogo.refuse_argument('by', 'it must have 1 to 200 characters');
  end if;
  -- The next round tells of its end.
  update cogo.alert_silences as known set ends_at = at, removed_by = trim(remove_silence.removed_by)
  where known.silence_id = remove_silence.silence_id and known.ended_at is null and known.ends_at > at;
  return found;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.remove_slo(name text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  alert cogo.alerts;
begin
  -- A round may not be judging it meanwhile.
  perform from cogo.alert_rounds for update;
  for alert in
    select * from cogo.alerts as known where known.slo = remove_slo.name and known.notified_severity is not null order by known.subject
  loop
    alert.state := 'ok';
    alert.severity := null;
    perform cogo.tell_alert(alert, 'recovered', 'The SLO was removed, so nothing watches this any more.', cogo.now_());
  end loop;
  delete from cogo.slos as known where known.name = remove_slo.name;
  return found;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.renew_claims(fences bigint[])
 RETURNS TABLE(fence bigint, lease_expires_at timestamp with time zone, cancelled bigint[])
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant('jobs:work');
  at timestamptz := cogo.now_();
  own bigint[];
begin
  if renew_claims.fences is null or cardinality(renew_claims.fences) > 1000 then
    perform cogo.refuse_argument('fences', 'it must be an array of at most 1000 numbers');
  end if;
  own := cogo.own_fences(renew_claims.fences, tenant);

  return query
  with locked as materialized (
    select claim.fence from cogo.claims as claim
    where claim.fence = any(own)
    order by claim.fence
    for update
  ),
  renewed as (
    update cogo.claims
    set lease_expires_at = greatest(claims.lease_expires_at, at + make_interval(secs => claims.lease_seconds))
    from locked
    where claims.fence = locked.fence
    returning claims.fence, claims.lease_expires_at, nextval('cogo.lease_renewals') as counted
  ),
  wished as (
    select told.fence, array_agg(told.job_id order by told.job_id) as job_ids
    from (
      select held.fence, held.job_id
      from cogo.cancels join cogo.held on held.job_id = cancels.job_id
      union all
      select taken.fence, taken.job_id
      from cogo.cancels join cogo.attempts as taken on taken.job_id = cancels.job_id
      where cancels.hard and taken.outcome = 'cancelled'
    ) as told
    where told.fence = any(own)
    group by told.fence
  )
  select given.fence, renewed.lease_expires_at, coalesce(wished.job_ids, '{}')
  from unnest(renew_claims.fences) with ordinality as given (fence, ordinal)
  left join renewed on renewed.fence = given.fence
  left join wished on wished.fence = given.fence
  order by given.ordinal;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.require_fix_artifacts(run_id uuid, job_id bigint, names text[])
 RETURNS void
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  missing text;
begin
  select wanted.name into missing
  from unnest(require_fix_artifacts.names) as wanted (name)
  where not exists (
    select from cogo.artifacts as artifact
    where artifact.run_id = require_fix_artifacts.run_id and artifact.job_id = require_fix_artifacts.job_id
      and artifact.name = wanted.name
  )
  limit 1;

  if found then
    raise sqlstate 'PT400' using
      message = format('Cannot record gate fixes: the job has no artifact %L', missing),
      detail = 'bad_argument',
      hint = 'Call record_artifacts first; diff and artifacts are names of files of the same run and job.';
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.restart_identity(relation text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  numbered record;
begin
  for numbered in
    select attribute.attname as name, pg_get_serial_sequence('cogo.' || restart_identity.relation, attribute.attname) as sequence
    from pg_catalog.pg_attribute as attribute
    where attribute.attrelid = to_regclass('cogo.' || restart_identity.relation) and attribute.attidentity <> ''
  loop
    execute format(
      'select setval(%L, greatest((select max(%I) from cogo.%I), (select last_value from %s)))',
      numbered.sequence, numbered.name, restart_identity.relation, numbered.sequence
    );
  end loop;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.restore_part(part text, rows jsonb)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  pool record;
begin
  if restore_part.part = 'lanes' then
    -- A lane is also a queue: it is opened, not inserted.
    for pool in
      select line ->> 'executor' as executor, count(distinct line ->> 'shard')::integer as shards,
        max((line ->> 'fair_window')::integer) as fair_window, bool_and(line ->> 'paused_at' is not null) as paused
      from jsonb_array_elements(restore_part.rows) as line
      where line ->> 'state' = 'open'
      group by 1 order by 1
    loop
      perform cogo.open_lanes(pool.executor, pool.shards);
      if pool.fair_window is not null then
        perform cogo.set_fairness(pool.executor, pool.fair_window);
      end if;
      update cogo.lanes as lane set paused_at = cogo.now_() where lane.executor = pool.executor and pool.paused;
    end loop;
    return jsonb_array_length(restore_part.rows);
  end if;
  if restore_part.part = 'schedules' then
    -- The project that the snapshot is of may live on: nothing fires until somebody resumes it.
    restore_part.rows := (
      select coalesce(jsonb_agg(line || '{"paused": true, "next_due_at": null, "next_run_at": null}'), '[]')
      from jsonb_array_elements(restore_part.rows) as line
    );
  end if;
  return cogo.restore_rows(restore_part.part, restore_part.rows);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.restore_rows(part text, rows jsonb)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  spec record;
  columns record;
  given text[];
  restored integer;
begin
  select known.* into spec from cogo.snapshot_parts() as known where known.part = restore_rows.part;
  if not found then
    perform cogo.refuse_argument('part', format('this version has no %L', restore_rows.part));
  end if;
  columns := cogo.snapshot_columns(spec.relation, spec.omits);
  given := array(select distinct named.name from jsonb_array_elements(restore_rows.rows) as line, jsonb_object_keys(line) as named (name));
  if not given <@ columns.kept then
    perform cogo.refuse_argument(
      restore_rows.part, format('this version has no %s', array_to_string(array(select unnest(given) except select unnest(columns.kept)), ', '))
    );
  end if;
  if jsonb_array_length(restore_rows.rows) = 0 then
    return 0;
  end if;
  -- What a migration has laid gives way to what the snapshot says.
  execute format(
    'insert into cogo.%1$I (%2$s) overriding system value select %3$s from jsonb_populate_recordset(null::cogo.%1$I, $1) as one where %4$s on conflict %5$s',
    spec.relation,
    (select string_agg(format('%I', name), ', ') from unnest(given) as name),
    (select string_agg(format('one.%I', name), ', ') from unnest(given) as name),
    spec.restores_where,
    case when columns.keys is null or given <@ columns.keys then 'do nothing' else format(
      '(%s) do update set %s',
      (select string_agg(format('%I', name), ', ') from unnest(columns.keys) as name),
      (select string_agg(format('%1$I = excluded.%1$I', name), ', ') from unnest(given) as name where name <> all (columns.keys))
    ) end
  ) using restore_rows.rows;
  get diagnostics restored = row_count;
  perform cogo.restart_identity(spec.relation);
  return restored;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.retire_signing_key(kid text, force boolean)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  key cogo.signing_keys;
begin
  perform pg_advisory_xact_lock(hashtextextended('cogo.signing_keys', 0));
  select known.* into key from cogo.signing_keys as known where known.kid = retire_signing_key.kid;
  if not found then
    perform cogo.raise_access_not_found('access_not_found', 'the signing key', retire_signing_key.kid);
  elsif key.state = 'retired' then
    return to_jsonb(key);
  elsif key.state = 'in_use' then
    perform cogo.refuse_access('the key is in use', 'Promote another one first.');
  elsif key.state = 'previous' and key.changed_at > cogo.now_() - interval '20 minutes' and retire_signing_key.force is not true then
    perform cogo.refuse_access(
      'tokens that the key signed may still hold', 'Wait for 20 minutes after the promotion, or use force where the key was stolen.'
    );
  end if;
  return to_jsonb(cogo.set_signing_state(key.kid, 'retired'));
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.revoke_agent(agent_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  before cogo.agents := cogo.own_agent(revoke_agent.agent_id);
  after cogo.agents;
begin
  if before.state = 'revoked' then
    return to_jsonb(before);
  end if;
  update cogo.agents as agent set state = 'revoked', revoked_at = at, changed_at = at
  where agent.agent_id = before.agent_id
  returning * into after;
  update cogo.agent_credentials as credential set revoked_at = at
  where credential.agent_id = before.agent_id and credential.revoked_at is null;
  update cogo.agent_keys as key set revoked_at = at where key.agent_id = before.agent_id and key.revoked_at is null;
  delete from cogo.oidc_trusts as trust where trust.agent_id = before.agent_id;
  insert into cogo.revocations (tenant_id, subject_id, kind, revoked_at) values (after.tenant_id, after.agent_id, 'agent', at);
  perform cogo.note_access(after.tenant_id, 'revoke_agent', after.agent_id::text, to_jsonb(before), to_jsonb(after));
  return to_jsonb(after);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.revoke_agent_key(key_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  admin uuid := cogo.admin_tenant(null);
  before cogo.agent_keys;
  after cogo.agent_keys;
  tenant uuid;
begin
  select key.* into before from cogo.agent_keys as key where key.key_id = revoke_agent_key.key_id for update;
  select agent.tenant_id into tenant from cogo.agents as agent
  where agent.agent_id = before.agent_id and (admin is null or agent.tenant_id = admin);
  if not found then
    perform cogo.raise_access_not_found('access_not_found', 'the key', revoke_agent_key.key_id::text);
  end if;
  update cogo.agent_keys as key set revoked_at = coalesce(key.revoked_at, cogo.now_())
  where key.key_id = before.key_id
  returning * into after;
  perform cogo.note_access(tenant, 'revoke_agent_key', before.agent_id::text, to_jsonb(before), to_jsonb(after));
  return to_jsonb(after);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.revoke_credential(credential_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  admin uuid := cogo.admin_tenant(null);
  before cogo.agent_credentials;
  after cogo.agent_credentials;
  tenant uuid;
begin
  select credential.* into before from cogo.agent_credentials as credential
  where credential.credential_id = revoke_credential.credential_id for update;
  select agent.tenant_id into tenant from cogo.agents as agent
  where agent.agent_id = before.agent_id and (admin is null or agent.tenant_id = admin);
  if not found then
    perform cogo.raise_access_not_found('access_not_found', 'the credential', revoke_credential.credential_id::text);
  end if;
  update cogo.agent_credentials as credential set revoked_at = coalesce(credential.revoked_at, cogo.now_())
  where credential.credential_id = before.credential_id
  returning * into after;
  perform cogo.note_access(
    tenant, 'revoke_credential', before.agent_id::text,
    to_jsonb(before) - array['secret_sha256', 'free_at'], to_jsonb(after) - array['secret_sha256', 'free_at']
  );
  return to_jsonb(after) - array['secret_sha256', 'free_at'];
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.ring_function(path text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  settings jsonb;
begin
  if to_regprocedure('net.http_post(text, jsonb, jsonb, jsonb, integer)') is null or to_regclass('vault.decrypted_secrets') is null then
    return 'no pg_net';
  end if;
  execute format(
    'select jsonb_object_agg(name, decrypted_secret) from %I.%I where name in (''cogo_functions_url'', ''cogo_secret_key'')',
    'vault', 'decrypted_secrets'
  ) into settings;
  if settings is null or not settings ?& array['cogo_functions_url', 'cogo_secret_key'] then
    return 'no settings';
  end if;
  execute format('select %I.http_post($1, $2, $3, $4, $5)', 'net') using
    rtrim(settings ->> 'cogo_functions_url', '/') || '/' || ring_function.path, '{}'::jsonb, '{}'::jsonb,
    jsonb_build_object('content-type', 'application/json', 'apikey', settings ->> 'cogo_secret_key'), 60000;
  return 'rung';
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.ring_webhooks()
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return case when cogo.webhooks_due() then cogo.ring_function('events/deliver') else 'nothing due' end;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.role_scopes(role text)
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return array(
    select scope.name from cogo.scopes as scope
    where scope.name ~ ':read$' or (role_scopes.role in ('owner', 'operator', 'fixer') and scope.name in (
      'jobs:write', 'flows:write', 'quality:write', 'artifacts:write', 'events:subscribe'
    )) or role_scopes.role in ('owner', 'operator')
    order by scope.name
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.roll_up_metrics(row_limit integer DEFAULT 5000)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  now_ constant timestamptz := cogo.now_();
  each record;
  moved jsonb;
  rolled integer := 0;
begin
  for each in
    select * from (values ('1m', '1h', interval '2 minutes'), ('1h', '1d', interval '62 minutes')) as level (step, wider, age)
  loop
    for round_ in 1..4 loop
      with due as (
        select line.series_id, line.at from cogo.metric_rows as line
        where not line.rolled and line.step = each.step and line.at <= now_ - each.age
        order by line.at, line.series_id
        limit roll_up_metrics.row_limit
        for update skip locked
      ),
      taken as (
        update cogo.metric_rows as line set rolled = true from due
        where line.series_id = due.series_id and line.step = each.step and line.at = due.at
        returning line.*
      )
      select jsonb_agg(to_jsonb(taken)) into moved from taken;
      exit when moved is null;
      perform cogo.add_metric_rows(each.wider, moved);
      rolled := rolled + jsonb_array_length(moved);
    end loop;
  end loop;
  return rolled;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.roll_usage(row_limit integer DEFAULT 20000)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  rolled integer;
  told jsonb;
begin
  with due as materialized (
    select known.* from cogo.routing_outcomes as known
    where not known.is_counted
    order by known.settled_at limit roll_usage.row_limit
    for update skip locked
  ),
  marked as (
    update cogo.routing_outcomes as known set is_counted = true, counted_nano = due.cost_nano
    from due where known.decision_id = due.decision_id and known.attempt = due.attempt
    returning 1
  ),
  added as (
    insert into cogo.usage_counters as counter
    select due.tenant_id, due.model_id, date_trunc('hour', due.settled_at, 'UTC') as hour,
      -- What was counted before is a booking that was replaced: it had no usage.
      count(*) filter (where due.counted_nano is null),
      coalesce(sum((due.usage ->> 'input_tokens')::bigint), 0),
      coalesce(sum((due.usage ->> 'cache_read_tokens')::bigint), 0),
      coalesce(sum((due.usage ->> 'cache_write_tokens')::bigint + (due.usage ->> 'cache_write_1h_tokens')::bigint), 0),
      coalesce(sum((due.usage ->> 'output_tokens')::bigint), 0),
      coalesce(sum((due.usage ->> 'reasoning_tokens')::bigint), 0),
      sum(due.cost_nano - coalesce(due.counted_nano, 0))
    from due
    group by due.tenant_id, due.model_id, hour
    order by due.tenant_id, due.model_id, hour
    on conflict (tenant_id, hour, model_id) do update set
      requests = counter.requests + excluded.requests,
      input_tokens = counter.input_tokens + excluded.input_tokens,
      cache_read_tokens = counter.cache_read_tokens + excluded.cache_read_tokens,
      cache_write_tokens = counter.cache_write_tokens + excluded.cache_write_tokens,
      output_tokens = counter.output_tokens + excluded.output_tokens,
      reasoning_tokens = counter.reasoning_tokens + excluded.reasoning_tokens,
      cost_nano = counter.cost_nano + excluded.cost_nano
    returning 1
  )
  select (select count(*)::integer from marked), jsonb_agg(to_jsonb(line)) into rolled, told
  from (
    select due.tenant_id, due.model_id, date_trunc('minute', due.settled_at, 'UTC') as at,
      count(*) filter (where due.counted_nano is null) as requests,
      coalesce(sum((due.usage ->> 'input_tokens')::bigint), 0) as input,
      coalesce(sum((due.usage ->> 'cache_read_tokens')::bigint), 0) as cache_read,
      coalesce(sum((due.usage ->> 'cache_write_tokens')::bigint + (due.usage ->> 'cache_write_1h_tokens')::bigint), 0) as cache_write,
      coalesce(sum((due.usage ->> 'output_tokens')::bigint), 0) as output,
      sum(due.cost_nano - coalesce(due.counted_nano, 0)) as cost_nano
    from due group by due.tenant_id, due.model_id, 3
  ) as line;
  perform cogo.fold_usage(told);
  return rolled;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.route_gauges()
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  held record;
  money record;
begin
  -- Along the index of what is open, the first to expire first; what nobody reaps comes to stand at its head.
  select coalesce(extract(epoch from at - min(open.created_at)), 0) as age, coalesce(extract(epoch from at - min(open.expires_at)), 0) as late
  into held
  from (
    select reservation.created_at, reservation.expires_at from cogo.reservations as reservation
    where reservation.state in ('reserved', 'opened') order by reservation.expires_at limit 10000
  ) as open;
  select
    coalesce(sum(greatest(account.spent_nano + account.reserved_nano - account.ceiling_nano, 0)), 0) as over,
    coalesce(sum(account.debt_nano), 0) as debt
  into money
  from (select budget.budget_id from cogo.budgets as budget order by budget.depth desc, budget.budget_id limit 10000) as known
  cross join lateral (
    select period.* from cogo.budget_windows as period
    where period.budget_id = known.budget_id and period.opens_at <= at order by period.opens_at desc limit 1
  ) as account;
  return jsonb_build_object(
    'reservation_age_seconds', round(held.age, 1), 'reservation_overdue_seconds', round(greatest(held.late, 0), 1),
    'overspend_nano', money.over, 'debt_nano', money.debt,
    'models', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'provider', model.provider, 'model', model.model, 'region', model.region, 'service', model.service, 'state', health.state,
        'error_rate', health.error_rate, 'first_token_ms', health.first_token_ms
      ) order by model.provider, model.model, model.region, model.service), '[]')
      from cogo.provider_health as health join cogo.llm_models as model on model.model_id = health.model_id
    ),
    'key_alerts', (
      select coalesce(jsonb_object_agg(counted.alert, counted.many), '{}')
      from (select told.alert, count(*) as many from cogo.key_alerts(at) as told group by told.alert) as counted
    )
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.route_spans(trace text, tenant_id uuid, job_ids bigint[])
 RETURNS TABLE(span_id text, parent_span_id text, under_job bigint, name text, kind text, started_at timestamp with time zone, ended_at timestamp with time zone, status text, attributes jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query
  with decision as materialized (
    (
      select made.* from cogo.routing_decisions as made
      where made.traceparent is not null and substr(made.traceparent, 4, 32) = route_spans.trace
        and made.tenant_id = route_spans.tenant_id
      order by made.at limit 201
    )
    union
    (
      select made.* from cogo.routing_decisions as made
      where made.job_id is not null and made.job_id = any(route_spans.job_ids) and made.tenant_id = route_spans.tenant_id
      order by made.at limit 201
    )
  )
  select
    cogo.span_id(made.decision_id || ':route'), substr(made.traceparent, 37, 16), made.job_id,
    'route ' || coalesce(made.context ->> 'service', 'chat'), 'internal', made.at, made.at, 'ok',
    jsonb_strip_nulls(jsonb_build_object(
      'cogo.decision.id', made.decision_id, 'cogo.decision.candidates', cardinality(made.candidates),
      'cogo.policy.id', made.policy_id, 'gen_ai.request.model', made.context ->> 'intended_model', 'cogo.job.id', made.job_id
    ))
  from decision as made
  union all
  select
    cogo.span_id(made.decision_id || ':attempt:' || held.attempt), cogo.span_id(made.decision_id || ':route'), null,
    coalesce(made.context ->> 'service', 'chat') || ' ' || coalesce(model.model, 'model ' || held.model_id), 'client',
    coalesce(held.opened_at, held.created_at),
    case
      when outcome.total_ms is not null then coalesce(held.opened_at, held.created_at) + outcome.total_ms * interval '1 millisecond'
      when outcome.decision_id is not null then outcome.settled_at
      when held.state = 'freed' then coalesce(held.opened_at, held.created_at)
    end,
    case outcome.status when 'succeeded' then 'ok' when 'failed' then 'error' else 'unset' end,
    jsonb_strip_nulls(jsonb_build_object(
      'cogo.decision.id', made.decision_id, 'cogo.decision.attempt', held.attempt, 'gen_ai.operation.name', made.context ->> 'service',
      'gen_ai.provider.name', model.provider, 'gen_ai.request.model', model.model,
      'http.response.status_code', outcome.http_status, 'cogo.outcome', coalesce(outcome.status, held.state),
      'gen_ai.usage.input_tokens', outcome.usage -> 'input_tokens', 'gen_ai.usage.output_tokens', outcome.usage -> 'output_tokens',
      'cogo.usage.cache_read_tokens', outcome.usage -> 'cache_read_tokens', 'cogo.cost_nano', outcome.cost_nano,
      'cogo.cost_is_estimate', nullif(outcome.is_estimate, false), 'cogo.first_token_ms', outcome.first_token_ms
    ))
  from decision as made
  join cogo.reservations as held on held.decision_id = made.decision_id
  left join cogo.llm_models as model on model.model_id = held.model_id
  left join cogo.routing_outcomes as outcome on outcome.decision_id = held.decision_id and outcome.attempt = held.attempt;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.run_fixes(run_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'fix_id', fix.fix_id, 'fixer', fix.fixer, 'gate', fix.gate, 'command', fix.command, 'result', fix.result,
      'files_changed', fix.files_changed, 'lines_added', fix.lines_added, 'lines_removed', fix.lines_removed,
      'before', cogo.fix_side(fix.before), 'after', cogo.fix_side(fix.after), 'applies', fix.applies,
      'job_id', fix.job_id, 'created_at', fix.created_at,
      'diff', files.diff, 'artifacts', coalesce(files.lines, '[]')
    ) order by array_position(array['lint', 'check', 'test'], fix.gate), fix.fixer), '[]')
    from cogo.gate_fixes as fix
    cross join lateral (
      select
        jsonb_agg(cogo.artifact_line(artifact) order by artifact.name) as lines,
        (array_agg(cogo.artifact_line(artifact)) filter (where artifact.name = fix.diff))[1] as diff
      from cogo.artifacts as artifact
      where artifact.run_id = fix.run_id and artifact.job_id = fix.job_id and artifact.name = any (fix.artifacts)
    ) as files
    where fix.run_id = run_fixes.run_id
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.run_line(run cogo.quality_runs)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return jsonb_build_object(
    'run_id', (run).id,
    'kind', (run).kind,
    'iso_week', (run).iso_week,
    'target', (run).target,
    'run_number', (run).run_number,
    'verdict', (run).verdict,
    'created_at', (run).created_at,
    'started_at', (run).started_at,
    'finished_at', (run).finished_at,
    'duration_ms', round(cogo.milliseconds((run).created_at, (run).finished_at)),
    'jobs', case when (run).finished_at is null then (
      select coalesce(jsonb_agg(jsonb_build_object('job_id', state.job_id, 'type', state.type, 'state', state.state) order by state.job_id), '[]')
      from cogo.job_states as state
      where state.job_id = any((run).job_ids)
    ) else '[]' end,
    'gates', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'gate', result.gate, 'verdict', result.verdict, 'reason', result.reason, 'duration_ms', result.duration_ms,
        'job_id', result.job_id, 'tests', result.details -> 'tests', 'coverage', result.details -> 'coverage'
      ) order by array_position(array['lint', 'check', 'test'], result.gate), result.gate), '[]')
      from cogo.gate_results as result
      where result.run_id = (run).id
    ),
    'artifacts', (
      select coalesce(jsonb_agg(cogo.artifact_line(kept.artifact) order by kept.name), '[]')
      from (
        select each_artifact as artifact, each_artifact.name
        from cogo.artifacts as each_artifact where each_artifact.run_id = (run).id order by each_artifact.name limit 100
      ) as kept
    ),
    'fixes', cogo.run_fixes((run).id)
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.runbook_url(section text)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return coalesce((select state.runbook_base from cogo.alert_rounds as state), 'docs/runbook.md') || '#' || runbook_url.section;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.sample_gauges()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  looked_at constant timestamptz := cogo.now_();
  lanes jsonb;
  seen jsonb;
begin
  insert into cogo.metric_horizon default values on conflict do nothing;
  -- Two looks at once would count as two; the second leaves it to the first.
  perform from cogo.metric_horizon for update skip locked;
  if not found then
    return 0;
  end if;
  select jsonb_agg(to_jsonb(lane)) into lanes from cogo.sample_lanes(looked_at) as lane;

  select jsonb_agg(to_jsonb(gauge)) into seen
  from (
    select kind.name, lane.labels || jsonb_strip_nulls(jsonb_build_object('tenant', lane.tenant_id)) as labels, kind.value, lane.is_capped
    from jsonb_to_recordset(lanes) as lane (labels jsonb, tenant_id uuid, depth bigint, age_ms double precision, is_capped boolean)
    cross join lateral (values ('lane_depth', lane.depth), ('lane_age', coalesce(lane.age_ms, 0) / 1000)) as kind (name, value)
    where kind.name = 'lane_depth' or not lane.is_capped
    union all
    select 'jobs', jsonb_build_object('executor', coalesce(stands.executor, ''), 'place', stands.place), stands.jobs, stands.is_capped
    from (
      select place.executor, place.place, sum(place.jobs) as jobs, bool_or(place.is_capped) as is_capped
      from cogo.metrics_places(null) as place group by place.executor, place.place
      union all
      select lane.labels ->> 'executor', 'ready', sum(lane.depth), bool_or(lane.is_capped)
      from jsonb_to_recordset(lanes) as lane (labels jsonb, depth bigint, is_capped boolean) group by 1
    ) as stands
    union all
    select 'health', jsonb_build_object('check', told ->> 'name'), case when (told ->> 'is_healthy')::boolean then 1 else 0 end, false
    from jsonb_array_elements(cogo.metrics_health() -> 'checks') as told
  ) as gauge (name, labels, value, is_capped);
  update cogo.metric_horizon as horizon set sampled_at = looked_at, samples = coalesce(seen, '[]');

  perform cogo.add_metrics('[]'::jsonb || jsonb_build_object('name', 'looks', 'at', looked_at, 'counts', '{"looks": 1}'::jsonb) || coalesce((
    select jsonb_agg(jsonb_build_object(
      'name', 'depth', 'tenant_id', lane.tenant_id, 'labels', lane.labels, 'at', looked_at, 'counts', jsonb_build_object('depth', lane.depth),
      'ms', coalesce(lane.age_ms, 0), 'bins', case when lane.age_ms is null then '[]' else jsonb_build_array(cogo.time_bin(lane.age_ms)) end,
      'bin_counts', case when lane.age_ms is null then '[]' else '[1]'::jsonb end
    ))
    from jsonb_to_recordset(lanes) as lane (labels jsonb, tenant_id uuid, depth bigint, age_ms double precision)
    where lane.depth > 0
  ), '[]'));
  return jsonb_array_length(seen);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.sample_lanes(at timestamp with time zone)
 RETURNS TABLE(labels jsonb, tenant_id uuid, depth bigint, age_ms double precision, is_capped boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
declare
  lane record;
  head record;
  counted bigint;
  last_id bigint;
  row_limit integer;
begin
  -- All lanes together cost at most about 100,000 look-ups, however deep they are.
  select greatest(50, least(2000, 100000 / greatest(count(*), 1))) into row_limit
  from cogo.lane_hints(null) as hint where hint.tail > hint.floor_at;
  for lane in
    select jsonb_build_object('executor', known.executor, 'priority', known.priority, 'shard', known.shard::text) as labels,
      hint.queue_name, hint.floor_at, hint.tail
    from cogo.lane_hints(null) as hint join cogo.lanes as known on known.lane_id = hint.lane_id
  loop
    labels := lane.labels;
    counted := 0;
    last_id := lane.floor_at;
    if lane.tail > lane.floor_at then
      for head in execute format(
        $sql$
          select job.tenant_id, count(*) as jobs, min(near.vt) as since, max(near.msg_id) as last_id
          from (select queued.msg_id, queued.vt, queued.message from pgmq.%I as queued where queued.msg_id > $1 order by queued.msg_id limit $2) as near
          cross join lateral (
            select body.tenant_id from cogo.jobs as body where body.id = (near.message ->> 'job_id')::bigint limit 1
          ) as job
          group by job.tenant_id
        $sql$, 'q_' || lane.queue_name
      ) using lane.floor_at, row_limit loop
        tenant_id := head.tenant_id;
        depth := head.jobs;
        age_ms := greatest(cogo.milliseconds(head.since, sample_lanes.at), 0);
        counted := counted + head.jobs;
        last_id := greatest(last_id, head.last_id);
        is_capped := false;
        return next;
      end loop;
    end if;
    -- What lies beyond the bound is told from the tail, of no tenant; an empty lane says so.
    if counted = 0 or counted >= row_limit then
      tenant_id := null;
      is_capped := counted >= row_limit;
      depth := case when is_capped then greatest(lane.tail - last_id, 0) else 0 end;
      age_ms := null;
      return next;
    end if;
  end loop;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.schedule_gate(target text, iso_week text, dry boolean, run_number integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return cogo.open_quality_run('gate_fix', schedule_gate.target, schedule_gate.iso_week, schedule_gate.dry,
    schedule_gate.run_number);
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
      ('cogo: roll up metrics', null, '* * * * *', 'select cogo.roll_up_metrics()'),
      ('cogo: sample gauges', 30, '* * * * *', 'select cogo.sample_gauges()'),
      ('cogo: forget metrics', null, '37 * * * *', 'select cogo.forget_metrics()'),
      ('cogo: drop closed', 10, '* * * * *', 'select cogo.drop_closed()'),
      ('cogo: tick schedules', 1, '* * * * *', 'select cogo.tick_schedules()'),
      ('cogo: forget schedule runs', null, '17 * * * *', 'select cogo.forget_schedule_runs()'),
      ('cogo: forget cron runs', null, '47 * * * *', 'select cogo.forget_cron_runs()'),
      ('cogo: tend notifications', 5, '* * * * *', 'select cogo.tend_notifications()'),
      ('cogo: tend events', 1, '* * * * *', 'select cogo.tend_events()'),
      ('cogo: tend money', 15, '* * * * *', 'select cogo.tend_money()'),
      ('cogo: tend keys', 3, '* * * * *', 'select cogo.tend_keys()'),
      ('cogo: fold calls', 5, '* * * * *', 'select cogo.fold_calls()'),
      ('cogo: evaluate alerts', 15, '* * * * *', 'select cogo.evaluate_alerts()'),
      ('cogo: tick routes', 5, '* * * * *', 'select cogo.tick_routes()'),
      ('cogo: forget routes', null, '23 * * * *', 'select cogo.forget_routes()')
  ) as listed (name, every_seconds, cron, command);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.schedule_weekly(target text, iso_week text, dry boolean, run_number integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return cogo.open_quality_run('weekly', schedule_weekly.target, schedule_weekly.iso_week, schedule_weekly.dry,
    schedule_weekly.run_number);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.scope_covers(granted text, asked text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  base text := concat(split_part(granted, ':', 1), ':', split_part(granted, ':', 2));
begin
  if asked = granted or starts_with(asked, granted || ':') then
    return true;
  elsif granted = base or not starts_with(asked, base || ':') then
    return false;
  elsif base = 'jobs:work' then
    return starts_with(asked, granted);
  end if;
  return cogo.channel_pattern_covers(substr(granted, length(base) + 2), substr(asked, length(base) + 2));
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.scope_problem(scopes text[])
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  given text;
  known record;
  suffix text;
begin
  if scopes is null or array_position(scopes, null) is not null or coalesce(array_ndims(scopes), 1) <> 1 or cardinality(scopes) > 64 then
    return 'it must be a list of at most 64 scopes';
  end if;
  foreach given in array scopes loop
    select scope.name, scope.suffix into known from cogo.scopes as scope
    where scope.name = concat(split_part(given, ':', 1), ':', split_part(given, ':', 2));
    suffix := substr(given, length(known.name) + 2);
    if known.name is null or (given <> known.name and (known.suffix is null or suffix = '')) then
      return format('there is no scope %s', left(given, 100));
    elsif known.suffix = 'type_prefix' and given <> known.name and suffix !~ '^[a-z][a-z0-9_.-]{0,99}$' then
      return format('%s is no prefix of a job''s type', left(suffix, 100));
    elsif known.suffix = 'channel' and given <> known.name and cogo.channel_pattern_problem(suffix) is not null then
      return cogo.channel_pattern_problem(suffix);
    end if;
  end loop;
  return null;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.select_route(service text, context_tokens integer, max_output_tokens integer, intended_model text, sla_ms integer, cost_sensitivity real, domain_tags text[], region text, data_policy text, capabilities text[], session text, prefix_hash text, cached_tokens integer, critical boolean, max_cost_nano bigint, idempotency_key text, tenant_id uuid, traceparent text, job_id bigint)
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
  answer := case when limited is null then cogo.decide_route(
    tenant, agent, ask, hash, at, coalesce(cogo.w3c_traceparent(select_route.traceparent), cogo.caller_traceparent()), select_route.job_id
  ) else cogo.rate_refusal(limited) end;
  if answer ? 'refused' then
    perform cogo.note_refusal(answer);
  end if;
  return answer;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.send_notification(kind text, dedupe_key text, message jsonb, channels text[])
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return jsonb_build_object('jobs', coalesce((
    select jsonb_agg(to_jsonb(filed) order by filed.channel)
    from cogo.file_notification(
      send_notification.kind, send_notification.dedupe_key, send_notification.message, send_notification.channels
    ) as filed
  ), '[]'));
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.send_test_notification(channel text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  at timestamptz := cogo.now_();
begin
  if send_test_notification.channel is null then
    perform cogo.refuse_argument('channel', 'it is missing');
  end if;
  return cogo.send_notification(
    'test', format('test:%s:%s', send_test_notification.channel, gen_random_uuid()),
    jsonb_build_object(
      'title', 'Test of the channel ' || send_test_notification.channel, 'severity', 'info', 'at', at,
      'text', 'Somebody asked for a test notification. Nothing is wrong.', 'thread', 'test:' || send_test_notification.channel
    ),
    array[send_test_notification.channel]
  ) #> '{jobs,0}';
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.series_id(name text, tenant uuid, labels jsonb)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
AS $function$
  select ('x' || left(md5(concat_ws(' ', series_id.name, coalesce(series_id.tenant::text, '-'), series_id.labels)), 16))::bit(64)::bigint;
$function$;

CREATE OR REPLACE FUNCTION cogo.set_inbound_hook(name text, provider text, job_type text, event_types jsonb, tenant_id uuid, secret_env text, paused boolean, rotate boolean)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  owner uuid := coalesce(set_inbound_hook.tenant_id, cogo.default_tenant());
  named record;
  made cogo.inbound_hooks;
begin
  for named in
    select entry.value #>> '{}' as type from jsonb_each(set_inbound_hook.event_types) as entry where entry.value <> 'null'
    union all select set_inbound_hook.job_type where set_inbound_hook.job_type is not null
  loop
    if (cogo.resolve_job_type(named.type)).type is null then
      perform cogo.refuse_argument('job_type', format('no settings rule %L', left(named.type, 100)));
    end if;
  end loop;
  insert into cogo.inbound_hooks as known (name, hook_id, tenant_id, provider, secret_env, job_type, event_types, paused, created_at)
  values (
    set_inbound_hook.name, cogo.uuid_v7(at, (cogo.random_() * 4611686018427387903)::bigint), owner, set_inbound_hook.provider,
    set_inbound_hook.secret_env, set_inbound_hook.job_type, set_inbound_hook.event_types, set_inbound_hook.paused, at
  )
  on conflict (name) do update set
    provider = excluded.provider, secret_env = excluded.secret_env, job_type = excluded.job_type, event_types = excluded.event_types,
    paused = excluded.paused, key_version = known.key_version + case when set_inbound_hook.rotate then 1 else 0 end
    where known.tenant_id = excluded.tenant_id
  returning * into made;
  if made.name is null then
    perform cogo.refuse_argument('name', 'another tenant has a hook of that name');
  end if;
  return to_jsonb(made);
exception
  when check_violation or not_null_violation or numeric_value_out_of_range then
    perform cogo.refuse_argument('the hook', sqlerrm);
    return null;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.set_ingress_limit(scope text, max_count integer, per_seconds integer, tenant_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  made cogo.ingress_limits;
begin
  if set_ingress_limit.max_count is null then
    delete from cogo.ingress_limits as known
    where known.scope = set_ingress_limit.scope and known.tenant_id is not distinct from set_ingress_limit.tenant_id;
    return jsonb_build_object('removed', found);
  end if;
  insert into cogo.ingress_limits as known (scope, tenant_id, max_count, per_seconds)
  values (set_ingress_limit.scope, set_ingress_limit.tenant_id, set_ingress_limit.max_count, set_ingress_limit.per_seconds)
  on conflict (scope, tenant_id) do update set max_count = excluded.max_count, per_seconds = excluded.per_seconds
  returning * into made;
  return to_jsonb(made);
exception
  when check_violation or not_null_violation then
    perform cogo.refuse_argument('the limit', sqlerrm);
    return null;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.set_notification_channel(name text, kind text, settings jsonb, secret_env text, kinds text[], min_severity text)
 RETURNS cogo.notification_channels
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  kept cogo.notification_channels;
  problem text := cogo.channel_problem(set_notification_channel.kind, set_notification_channel.settings);
  variable text := coalesce(set_notification_channel.secret_env, case set_notification_channel.kind
    when 'slack' then 'SLACK_WEBHOOK_URL'
    when 'google_chat' then 'GOOGLE_CHAT_WEBHOOK_URL'
    when 'github_issue' then 'GITHUB_TOKEN'
    when 'email' then 'SMTP_URL'
    when 'webhook' then 'NOTIFY_WEBHOOK_URL'
  end);
begin
  if variable is null then
    perform cogo.refuse_argument('kind', 'it must be slack, google_chat, github_issue, email or webhook');
  end if;
  if problem is not null then
    perform cogo.refuse_argument('settings', problem);
  end if;
  -- Other variables hold keys of this project, which no channel may be given.
  if variable !~ '^(NOTIFY|SLACK|GOOGLE_CHAT|GITHUB|SMTP)_[A-Z0-9_]{1,80}$' then
    perform cogo.refuse_argument(
      'secret_env', 'it must be the name of a variable NOTIFY_…, SLACK_…, GOOGLE_CHAT_…, GITHUB_… or SMTP_…, never the secret itself'
    );
  end if;
  insert into cogo.notification_channels as known (name, kind, settings, secret_env, kinds, min_severity, changed_at)
  values (
    set_notification_channel.name, set_notification_channel.kind, set_notification_channel.settings, variable,
    set_notification_channel.kinds, set_notification_channel.min_severity, cogo.now_()
  )
  on conflict (name) do update set
    kind = excluded.kind, settings = excluded.settings, secret_env = excluded.secret_env, kinds = excluded.kinds,
    min_severity = excluded.min_severity, changed_at = excluded.changed_at
  returning * into kept;
  return kept;
exception
  when check_violation or not_null_violation then
    perform cogo.refuse_argument('the channel', sqlerrm);
    return null;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.set_oidc_trust(agent_id uuid, issuer text, audience text, subject text, jwks_url text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  agent cogo.agents := cogo.own_agent(set_oidc_trust.agent_id);
  trust cogo.oidc_trusts;
  address constant text := '^(https://[^\s/@?#]+|http://(localhost|127\.0\.0\.1)(:\d{1,5})?)(/[^\s?#]*)?$';
begin
  if agent.state <> 'active' then
    perform cogo.refuse_access('the agent is revoked', 'Create another agent.');
  elsif (issuer ~ address and length(issuer) <= 300) is not true then
    perform cogo.refuse_argument('issuer', 'it must begin with https:// (http:// for this very machine)');
  elsif (jwks_url ~ address and length(jwks_url) <= 300) is false then
    perform cogo.refuse_argument('jwks_url', 'it must begin with https:// (http:// for this very machine)');
  elsif (length(audience) between 1 and 300) is not true then
    perform cogo.refuse_argument('audience', 'it must have 1 to 300 characters');
  elsif (length(subject) between 1 and 300 and subject !~ '^\*' and length(subject) - length(replace(subject, '*', '')) <= 4) is not true then
    perform cogo.refuse_argument('subject', 'it must have 1 to 300 characters, not begin with * and hold at most 4 *');
  end if;
  insert into cogo.oidc_trusts as kept (trust_id, agent_id, issuer, audience, subject, jwks_url, created_at)
  values (
    gen_random_uuid(), agent.agent_id, set_oidc_trust.issuer, set_oidc_trust.audience, set_oidc_trust.subject,
    coalesce(set_oidc_trust.jwks_url, rtrim(set_oidc_trust.issuer, '/') || '/.well-known/jwks'), cogo.now_()
  )
  on conflict on constraint a_trust_is_given_once do nothing
  returning * into trust;
  if not found then
    select known.* into trust from cogo.oidc_trusts as known
    where known.agent_id = agent.agent_id and known.issuer = set_oidc_trust.issuer and known.audience = set_oidc_trust.audience
      and known.subject = set_oidc_trust.subject;
    return to_jsonb(trust);
  end if;
  perform cogo.note_access(agent.tenant_id, 'set_oidc_trust', agent.agent_id::text, null, to_jsonb(trust));
  return to_jsonb(trust);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.set_runbook_base(url text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if (length(set_runbook_base.url) between 1 and 500 and set_runbook_base.url !~ '[\s#<>"]') is not true then
    perform cogo.refuse_argument('url', 'it must be an address of 1 to 500 characters without a #');
  end if;
  insert into cogo.alert_rounds as state (runbook_base) values (set_runbook_base.url)
  on conflict (only_row) do update set runbook_base = excluded.runbook_base;
  return set_runbook_base.url;
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
  elsif given.starts_at not between '0001-01-01' and '9999-12-31' then
    perform cogo.refuse_argument('starts_at', 'it must be a time of the years 1 to 9999');
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

CREATE OR REPLACE FUNCTION cogo.set_signing_state(kid text, state text)
 RETURNS cogo.signing_keys
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  before cogo.signing_keys;
  after cogo.signing_keys;
begin
  select key.* into before from cogo.signing_keys as key where key.kid = set_signing_state.kid;
  update cogo.signing_keys as key set state = set_signing_state.state, changed_at = cogo.now_()
  where key.kid = before.kid
  returning * into after;
  perform cogo.note_access(null, 'set_signing_state', after.kid, to_jsonb(before), to_jsonb(after));
  return after;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.set_slo(name text, settings jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  slo cogo.slos;
  rules_follow boolean;
  problem text;
begin
  if jsonb_typeof(set_slo.settings) is distinct from 'object' then
    perform cogo.refuse_argument('settings', 'it must be an object');
  end if;
  select format('there is no setting %s', given.key) into problem
  from jsonb_object_keys(set_slo.settings) as given (key)
  where given.key not in (
    'kind', 'title', 'enabled', 'objective', 'threshold_ms', 'warning_at', 'critical_at', 'window_days', 'tenant_id', 'executor', 'rules',
    'min_events', 'min_bad', 'for_seconds', 'clear_seconds', 'remind_seconds', 'runbook'
  ) limit 1;
  perform cogo.refuse_argument('settings', problem) where problem is not null;

  -- A round may not be judging it meanwhile.
  insert into cogo.alert_rounds default values on conflict do nothing;
  perform from cogo.alert_rounds for update;
  select * into slo from cogo.slos as known where known.name = set_slo.name;
  rules_follow := not found or slo.rules = cogo.burn_rules(slo.objective);
  if slo.name is null then
    slo := jsonb_populate_record(null::cogo.slos, jsonb_build_object(
      'name', set_slo.name, 'title', set_slo.name, 'enabled', true, 'window_days', 30, 'rules', '[]'::jsonb, 'min_events', 10, 'min_bad', 3,
      'for_seconds', 0, 'clear_seconds', 300, 'remind_seconds', 14400,
      'runbook', coalesce(
        (select min(known.name) from cogo.default_slos() as known where known.kind = set_slo.settings ->> 'kind'),
        case set_slo.settings ->> 'kind' when 'http_latency' then 'availability' else 'wait_p95' end
      )
    ));
  end if;
  slo := jsonb_populate_record(slo, set_slo.settings);
  slo.scope := case when slo.tenant_id is not null then 'tenant' when slo.executor is not null then 'executor' else 'all' end;
  slo.changed_at := cogo.now_();
  slo.problem := null;
  if rules_follow and not set_slo.settings ? 'rules' then
    slo.rules := case when slo.objective > 0 and slo.objective < 1 then cogo.burn_rules(slo.objective) else '[]' end;
  end if;
  problem := cogo.slo_problem(slo);
  perform cogo.refuse_argument(split_part(problem, ': ', 1), substr(problem, strpos(problem, ': ') + 2)) where problem is not null;

  delete from cogo.slos as old where old.name = set_slo.name and old.kind <> slo.kind;
  insert into cogo.slos as known select slo.*
  on conflict (name) do update set
    title = excluded.title, enabled = excluded.enabled, objective = excluded.objective, threshold_ms = excluded.threshold_ms,
    warning_at = excluded.warning_at, critical_at = excluded.critical_at, window_days = excluded.window_days, scope = excluded.scope,
    tenant_id = excluded.tenant_id, executor = excluded.executor, rules = excluded.rules, min_events = excluded.min_events,
    min_bad = excluded.min_bad, for_seconds = excluded.for_seconds, clear_seconds = excluded.clear_seconds,
    remind_seconds = excluded.remind_seconds, runbook = excluded.runbook, problem = null, changed_at = excluded.changed_at;
  delete from cogo.slo_burns as counted where counted.slo = slo.name;
  return cogo.slo_document(slo, cogo.now_());
exception
  when check_violation or not_null_violation then
    get stacked diagnostics problem = constraint_name;
    perform cogo.refuse_argument('settings', coalesce(nullif(replace(problem, '_', ' '), ''), 'a setting that must be there is null'));
    return null;
  when data_exception or datatype_mismatch then
    perform cogo.refuse_argument('settings', sqlerrm);
    return null;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.set_tenant_state(tenant_id uuid, state text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  before cogo.tenants := cogo.own_tenant(set_tenant_state.tenant_id);
  after cogo.tenants;
begin
  if before.state = 'leaving' then
    perform cogo.refuse_access('the tenant is leaving', 'What is being deleted is not brought back; create another tenant.');
  elsif before.state = set_tenant_state.state then
    return to_jsonb(before);
  end if;
  update cogo.tenants as tenant set state = set_tenant_state.state, changed_at = at
  where tenant.tenant_id = before.tenant_id
  returning * into after;
  delete from cogo.revocations as refused where refused.tenant_id = after.tenant_id and refused.kind = 'tenant';
  if set_tenant_state.state <> 'active' then
    insert into cogo.revocations (tenant_id, subject_id, kind, revoked_at) values (after.tenant_id, after.tenant_id, 'tenant', at);
  end if;
  perform cogo.note_access(after.tenant_id, 'set_tenant_state', after.tenant_id::text, to_jsonb(before), to_jsonb(after));
  return to_jsonb(after);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.settle_alert(slo cogo.slos, reading jsonb, at timestamp with time zone, round bigint)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  alert cogo.alerts;
  seen cogo.alerts := jsonb_populate_record(null::cogo.alerts, settle_alert.reading);
  kept text := reading ->> 'kept';
  wanted text := seen.severity;
begin
  select * into alert from cogo.alerts as known where known.slo = slo.name and known.subject = seen.subject;
  if not found then
    alert.slo := slo.name;
    alert.subject := seen.subject;
    alert.state := 'ok';
    alert.since := settle_alert.at;
    alert.episode := 0;
  end if;
  -- A firing alert ends where it is clearly better, not where it is just better: between the two it stays as it is.
  if alert.state = 'firing' and cogo.alert_rank(kept) > cogo.alert_rank(wanted) then
    wanted := case when cogo.alert_rank(kept) < cogo.alert_rank(alert.severity) then kept else alert.severity end;
  end if;

  if alert.state = 'firing' then
    if cogo.alert_rank(wanted) >= cogo.alert_rank(alert.severity) then
      alert.severity := wanted;
      alert.calm_since := null;
    else
      alert.calm_since := coalesce(alert.calm_since, settle_alert.at);
      if settle_alert.at >= alert.calm_since + make_interval(secs => slo.clear_seconds) then
        alert.state := case when wanted is null then 'ok' else 'firing' end;
        alert.since := case when wanted is null then settle_alert.at else alert.since end;
        alert.severity := wanted;
        alert.calm_since := null;
      end if;
    end if;
  else
    if wanted is null or alert.state = 'ok' then
      alert.since := case when (alert.state = 'ok') = (wanted is null) then alert.since else settle_alert.at end;
      alert.state := case when wanted is null then 'ok' else 'pending' end;
    end if;
    alert.severity := wanted;
    if wanted is not null and settle_alert.at >= alert.since + make_interval(secs => slo.for_seconds) then
      alert.state := 'firing';
      alert.since := settle_alert.at;
      alert.episode := settle_alert.round;
    end if;
  end if;

  insert into cogo.alerts as known
  select
    alert.slo, alert.subject, seen.labels, alert.state, alert.severity, alert.since, alert.episode, alert.calm_since, seen.value, seen.figures,
    seen.message, seen.has_data, alert.notified_severity, alert.notified_at, settle_alert.at, settle_alert.round
  on conflict (slo, subject) do update set
    labels = excluded.labels, state = excluded.state, severity = excluded.severity, since = excluded.since, episode = excluded.episode,
    calm_since = excluded.calm_since, value = excluded.value, figures = excluded.figures, message = excluded.message,
    has_data = excluded.has_data, evaluated_at = excluded.evaluated_at, round = excluded.round;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.show_trace(job_id bigint)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  most constant integer := 500;
  asked cogo.jobs;
  trace text;
  members record;
  drawn jsonb;
begin
  select job.* into asked from cogo.jobs as job
  where job.id = show_trace.job_id and (tenant is null or job.tenant_id = tenant);
  if not found then
    raise sqlstate 'PT404' using
      message = format('Cannot draw the trace of job %s: there is no such job', show_trace.job_id),
      detail = 'job_not_found',
      hint = 'Check the number; list_jobs shows the jobs you may see.';
  end if;
  trace := cogo.trace_of(asked);
  members := cogo.trace_members(asked, trace);

  with kept as materialized (
    select told.*, told.kind = 'consumer' as is_hold, told.name like 'enqueue %' as is_job, told.name like 'route %' as is_call,
      (told.attributes ->> 'cogo.job.id')::bigint as of_job
    from cogo.trace_spans(asked, trace, members.job_ids, members.flow_ids, most) as told
  ),
  -- A step is the parent of what it enqueued, and of what undoes it.
  step as (
    select distinct on (link.job_id) link.job_id, kept.span_id
    from kept cross join lateral (
      values ((kept.attributes ->> 'cogo.step.job_id')::bigint), ((kept.attributes ->> 'cogo.step.follow_job_id')::bigint)
    ) as link (job_id)
    where kept.attributes ? 'cogo.step.kind' and link.job_id is not null
    order by link.job_id, kept.span_id
  ),
  placed as (
    select child.*, coalesce(
      step.span_id,
      known.span_id,
      -- A parent that only its program knows: the attempt that was under way, of the job that is named or, for a call, of any.
      case when child.is_call or child.under_job is not null then (
        select hold.span_id from kept as hold
        where hold.is_hold and (hold.of_job = child.under_job or (child.is_call and child.under_job is null))
          and hold.started_at <= child.started_at and coalesce(hold.ended_at >= child.started_at, true)
        order by hold.started_at desc limit 1
      ) end,
      cause.span_id
    ) as parent
    from kept as child
    left join step on child.is_job and step.job_id = child.of_job
    left join kept as known
      on known.span_id = child.parent_span_id and known.span_id <> child.span_id and known.started_at <= child.started_at
    left join kept as cause
      on cause.is_job and cause.of_job = child.under_job and cause.span_id <> child.span_id and cause.started_at <= child.started_at
  )
  select jsonb_agg(jsonb_build_object(
    'span_id', placed.span_id, 'parent_span_id', placed.parent, 'name', placed.name, 'kind', placed.kind,
    'started_at', placed.started_at, 'ended_at', placed.ended_at, 'status', placed.status, 'attributes', placed.attributes
  ) order by placed.started_at, placed.kind <> 'internal' or placed.name like 'workflow %', placed.ended_at, placed.span_id)
  into drawn from placed;

  return jsonb_build_object(
    'trace_id', trace, 'job_id', asked.id, 'spans', drawn,
    'is_capped', jsonb_array_length(drawn) = most or cardinality(members.job_ids) > 200
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.signing_jwks()
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return coalesce((
    select jsonb_agg(key.public_jwk || jsonb_build_object('alg', key.alg, 'use', 'sig') order by key.created_at desc, key.kid)
    from cogo.signing_keys as key where key.state <> 'retired'
  ), '[]');
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.silence_alert(slo text, until timestamp with time zone, reason text, made_by text, subject text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  kept cogo.alert_silences;
begin
  if silence_alert.slo is distinct from '*' and not exists (select from cogo.slos as known where known.name = silence_alert.slo) then
    perform cogo.refuse_argument('slo', format('there is none called %L; * is all of them', silence_alert.slo));
  elsif (silence_alert.until > at and silence_alert.until <= at + interval '90 days') is not true then
    perform cogo.refuse_argument('until', 'it must lie in the next 90 days');
  elsif (length(trim(silence_alert.reason)) between 1 and 500) is not true then
    perform cogo.refuse_argument('reason', 'it must have 1 to 500 characters');
  elsif (length(trim(silence_alert.made_by)) between 1 and 200) is not true then
    perform cogo.refuse_argument('by', 'it must have 1 to 200 characters');
  elsif length(silence_alert.subject) > 200 then
    perform cogo.refuse_argument('subject', 'it must have at most 200 characters');
  end if;
  insert into cogo.alert_silences (slo, subject, starts_at, ends_at, reason, made_by)
  values (silence_alert.slo, silence_alert.subject, at, silence_alert.until, trim(silence_alert.reason), trim(silence_alert.made_by))
  returning * into kept;
  return cogo.silence_document(kept, at);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.silence_document(silence cogo.alert_silences, at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return jsonb_build_object(
    'silence_id', silence.silence_id, 'slo', silence.slo, 'subject', silence.subject, 'starts_at', silence.starts_at,
    'until', silence.ends_at, 'reason', silence.reason, 'by', silence.made_by, 'removed_by', silence.removed_by,
    'is_active', silence.ended_at is null and silence.ends_at > silence_document.at
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.slo_document(slo cogo.slos, at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  counted record;
  hour record;
  now_ jsonb;
begin
  if slo.objective is not null then
    counted := cogo.slo_events(slo, slo_document.at - make_interval(days => slo.window_days), slo_document.at);
    hour := cogo.slo_events(slo, slo_document.at - interval '1 hour', slo_document.at);
    now_ := jsonb_build_object(
      'good', counted.good, 'total', counted.total, 'share', round(counted.good / nullif(counted.total, 0), 6),
      'budget_left', round(1 - (counted.total - counted.good) / nullif(counted.total * (1 - slo.objective), 0), 4),
      'burn_1h', round((hour.total - hour.good) / nullif(hour.total * (1 - slo.objective), 0), 2)
    );
  else
    select jsonb_build_object('levels', coalesce(jsonb_agg(jsonb_build_object(
      'subject', told.subject, 'value', told.value, 'says', told.message
    )), '[]')) into now_
    from cogo.judge_level(slo, slo_document.at) as told;
  end if;
  return jsonb_build_object(
    'name', slo.name, 'kind', slo.kind, 'title', slo.title, 'enabled', slo.enabled, 'objective', slo.objective,
    'threshold_ms', slo.threshold_ms, 'warning_at', slo.warning_at, 'critical_at', slo.critical_at, 'window_days', slo.window_days,
    'scope', slo.scope, 'tenant_id', slo.tenant_id, 'executor', slo.executor, 'rules', slo.rules, 'min_events', slo.min_events,
    'min_bad', slo.min_bad, 'for_seconds', slo.for_seconds, 'clear_seconds', slo.clear_seconds, 'remind_seconds', slo.remind_seconds,
    'runbook', cogo.runbook_url(slo.runbook), 'problem', slo.problem, 'changed_at', slo.changed_at, 'now', now_
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.slo_events(slo cogo.slos, since timestamp with time zone, until timestamp with time zone, OUT good numeric, OUT total numeric)
 RETURNS record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  series text := case slo.kind
    when 'availability' then 'http' when 'http_latency' then 'http' when 'failure_rate' then 'jobs' when 'lease_expiry' then 'jobs'
    else slo.kind
  end;
  labels jsonb := case when slo.executor is null then '{}' else jsonb_build_object('executor', slo.executor) end;
begin
  if slo.threshold_ms is not null then
    select sum(item.many) filter (where cogo.bin_ms(item.bin) <= slo.threshold_ms), sum(item.many) into good, total
    from cogo.metric_slices(series, slo_events.since, slo_events.until, slo.tenant_id, labels) as line
    cross join lateral unnest(line.bins, line.bin_counts) as item (bin, many);
  else
    select sum(told.all_ - told.bad), sum(told.all_) into good, total
    from (
      select
        coalesce((line.counts ->> case slo.kind when 'availability' then 'requests' when 'lease_expiry' then 'claimed' else 'succeeded' end)::numeric, 0)
          + case when slo.kind = 'failure_rate' then coalesce((line.counts ->> 'failed')::numeric, 0) else 0 end as all_,
        coalesce((line.counts ->> case slo.kind when 'availability' then 'errors' when 'lease_expiry' then 'orphaned' else 'failed' end)::numeric, 0) as bad
      from cogo.metric_slices(series, slo_events.since, slo_events.until, slo.tenant_id, labels) as line
    ) as told;
  end if;
  total := coalesce(total, 0);
  -- A lease may expire in another window than its claim.
  good := least(greatest(coalesce(good, 0), 0), total);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.slo_kinds()
 RETURNS TABLE(kind text, measures text, worse text, scopes text[], says text)
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return query
  select listed.*
  from (
    values
      -- Shares: what the events are | what the bad ones did.
      ('availability', 'share', null, '{all}'::text[], 'HTTP answers|were server errors'),
      ('http_latency', 'share', null, '{all}', 'HTTP answers|took longer than %s ms'),
      ('wait', 'share', null, '{all,tenant,executor}', 'first claims|came later than %s ms after the job'),
      ('run', 'share', null, '{all,tenant,executor}', 'runs|took longer than %s ms'),
      ('failure_rate', 'share', null, '{all,tenant,executor}', 'ended jobs|failed for good'),
      ('schedule_lag', 'share', null, '{all,tenant}', 'runs of schedules|started later than %s ms after their time'),
      ('lease_expiry', 'share', null, '{all,tenant,executor}', 'claimed jobs|lost their lease'),
      -- Levels: each in a function of its own, cogo.level_<kind>.
      ('audit', 'level', 'above', '{all}', 'sealed audit rows that do not verify'),
      ('budget_burn', 'level', 'above', '{all,tenant}', 'forecast of a budget''s period over its limit'),
      ('budget_used', 'level', 'above', '{all,tenant}', 'what is spent, owed and reserved of a budget over its limit'),
      ('claim_conflicts', 'level', 'above', '{all}', 'reports of the last hour on jobs that the worker no longer held'),
      ('dead_letters', 'level', 'above', '{all,tenant}', 'dead letters of the last hour that nobody dealt with'),
      ('dead_rows', 'level', 'above', '{all}', 'dead rows of a table that has more of them than live ones'),
      ('fold_lag', 'level', 'above', '{all}', 'seconds that figures are behind'),
      ('housekeeping', 'level', 'above', '{all}', 'seconds that a part of the housekeeping is late'),
      ('key_expiry', 'level', 'below', '{all}', 'days until the first active key of a provider expires'),
      ('overspend', 'level', 'above', '{all}', 'nano-dollars reserved and spent beyond limits'),
      ('provider_health', 'level', 'above', '{all}', 'share of a provider''s called models whose breaker is not closed'),
      ('queue_age', 'level', 'above', '{all,executor}', 'age in seconds of the oldest ready job of an executor'),
      ('transaction_age', 'level', 'above', '{all}', 'transactions since the oldest unfrozen row of the database'),
      ('webhooks', 'level', 'above', '{all}', 'subscriptions that were paused because they fail')
  ) as listed (kind, measures, worse, scopes, says);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.slo_problem(slo cogo.slos)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  kind record;
  wrong jsonb;
begin
  select * into kind from cogo.slo_kinds() as known where known.kind = slo.kind;
  if not found then
    return format('kind: it must be one of %s', (select string_agg(known.kind, ', ' order by known.kind) from cogo.slo_kinds() as known));
  elsif kind.measures = 'share' and (coalesce(slo.objective <= 0 or slo.objective >= 1, true) or slo.warning_at is not null or slo.critical_at is not null) then
    return format('objective: %s promises a share, such as 0.99, and has no levels', slo.kind);
  elsif kind.measures = 'level' and (slo.objective is not null or coalesce(slo.warning_at, slo.critical_at) is null) then
    return format('warning_at: %s has a level, warning_at or critical_at or both, and no objective', slo.kind);
  elsif (slo.threshold_ms is not null) <> (kind.measures = 'share' and kind.says like '%\%s%') then
    return format('threshold_ms: %s %s', slo.kind, case when slo.threshold_ms is null then 'needs one' else 'has none' end);
  elsif slo.scope <> all (kind.scopes) then
    return format('%s_id: %s cannot be narrowed to one', slo.scope, slo.kind);
  elsif ((slo.critical_at - slo.warning_at) * (case kind.worse when 'below' then -1 else 1 end) < 0) then
    return 'critical_at: it must be worse than warning_at';
  end if;
  select rule into wrong
  from jsonb_array_elements(slo.rules) as rule
  where (
    jsonb_typeof(rule) = 'object' and rule ->> 'severity' in ('warning', 'critical')
    and jsonb_typeof(rule -> 'long_seconds') = 'number' and jsonb_typeof(rule -> 'short_seconds') = 'number'
    and jsonb_typeof(rule -> 'burn') = 'number'
    and (rule ->> 'long_seconds') ~ '^\d{2,7}$' and (rule ->> 'short_seconds') ~ '^\d{2,7}$'
    and (rule ->> 'short_seconds')::integer between 60 and (rule ->> 'long_seconds')::integer
    and (rule ->> 'burn')::numeric > 0 and (rule ->> 'burn')::numeric * (1 - slo.objective) <= 1
  ) is not true
  limit 1;
  if found or jsonb_array_length(slo.rules) > 8 then
    return format(
      'rules: at most 8 of {severity warning or critical, long_seconds, short_seconds from 60 up to that, burn above 0 and at most %s, which all events bad make}; %s is none',
      trim_scale(round(1 / (1 - slo.objective), 2)), coalesce(wrong::text, 'a longer list')
    );
  end if;
  return null;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.snapshot_columns(relation text, omits text[], OUT kept text[], OUT keys text[])
 RETURNS record
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  select array_agg(attribute.attname::text order by attribute.attnum) into kept
  from pg_catalog.pg_attribute as attribute
  where attribute.attrelid = to_regclass('cogo.' || snapshot_columns.relation) and attribute.attnum > 0
    and not attribute.attisdropped and attribute.attgenerated = '' and attribute.attname <> all (snapshot_columns.omits);
  select array_agg(attribute.attname::text order by place.ordinal) into keys
  from pg_catalog.pg_index as index
  cross join lateral unnest(index.indkey::smallint[]) with ordinality as place (attnum, ordinal)
  join pg_catalog.pg_attribute as attribute on attribute.attrelid = index.indrelid and attribute.attnum = place.attnum
  where index.indrelid = to_regclass('cogo.' || snapshot_columns.relation) and index.indisprimary;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.snapshot_document(part text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  versions text[];
begin
  case snapshot_document.part
    when 'schema' then
      return cogo.describe_schema();
    when 'verify' then
      return (select coalesce(jsonb_agg(to_jsonb(broken)), '[]') from cogo.verify() as broken);
    when 'metrics_summary' then
      return cogo.metrics_summary(10080);
    when 'gate_summary' then
      return cogo.gate_summary(30);
    when 'versions' then
      if to_regclass('supabase_migrations.schema_migrations') is not null then
        execute 'select array_agg(version order by version) from supabase_migrations.schema_migrations' into versions;
      end if;
      return jsonb_build_object(
        'at', cogo.now_(), 'postgres', current_setting('server_version'), 'migrations', to_jsonb(versions),
        'extensions', (select jsonb_object_agg(extname, extversion) from pg_catalog.pg_extension)
      );
    else
      return null;
  end case;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.snapshot_parts()
 RETURNS TABLE(part text, relation text, omits text[], restores_where text)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  -- In an order in which each finds what it refers to. Not here: keys, jobs and what stands where, subscriptions (their URLs
  -- may hold secrets), workflow runs, counters that Prometheus reads as restarted.
  return query
  select listed.*
  from (
    values
      ('lanes', 'lanes', '{queue_name,moved_to_lane_id,drained_xid}'::text[], 'state = ''open'''),
      ('job_types', 'job_types', '{}', 'true'),
      ('routes', 'routes', '{}', 'true'),
      ('limits', 'limits', '{}', 'scope <> ''key'' or name is not null'),
      ('tenant_bounds', 'tenant_bounds', '{counting_xid,is_counted}', 'true'),
      ('schedules', 'schedules', '{}', 'true'),
      ('channel_grants', 'channel_grants', '{}', 'true'),
      ('workflow_definitions', 'workflow_definitions', '{}', 'true'),
      ('definition_steps', 'definition_steps', '{}', 'true'),
      ('providers', 'llm_providers', '{}', 'true'),
      ('models', 'llm_models', '{}', 'true'),
      ('prices', 'llm_prices', '{}', 'true'),
      ('policies', 'routing_policies', '{}', 'true'),
      ('budgets', 'budgets', '{}', 'true'),
      ('rate_limits', 'rate_limits', '{}', 'key_id is null'),
      -- Told, but it would be nobody's: verify holds it against the outcomes of calls.
      ('usage', 'usage_counters', '{}', 'false'),
      ('notification_channels', 'notification_channels', '{}', 'true'),
      ('slos', 'slos', '{}', 'true'),
      ('alert_silences', 'alert_silences', '{}', 'true'),
      ('quality_runs', 'quality_runs', '{}', 'verdict is not null'),
      ('gate_results', 'gate_results', '{}', 'run_id in (select run.id from cogo.quality_runs as run)'),
      ('artifacts', 'artifacts', '{}', 'run_id in (select run.id from cogo.quality_runs as run)'),
      ('gate_fixes', 'gate_fixes', '{}', 'run_id in (select run.id from cogo.quality_runs as run)'),
      ('metric_series', 'metric_series', '{}', 'true'),
      ('metric_rows', 'metric_rows', '{}', 'true'),
      -- How far back the history is whole: hours older than their minutes would look wrong without.
      ('metric_horizon', 'metric_horizon', '{sampled_at,renewals,samples}', 'true')
  ) as listed (part, relation, omits, restores_where)
  where to_regclass('cogo.' || listed.relation) is not null;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.snapshot_rows(part text, after jsonb, row_limit integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  spec record;
  columns record;
  key_list text;
  exact text;
  rows jsonb;
begin
  select known.* into spec from cogo.snapshot_parts() as known where known.part = snapshot_rows.part;
  if not found then
    perform cogo.refuse_argument('part', format('there is no part %L; list_snapshot_parts names them', snapshot_rows.part));
  end if;
  if (snapshot_rows.row_limit between 1 and 10000) is not true then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 10000');
  end if;
  columns := cogo.snapshot_columns(spec.relation, spec.omits);
  -- A table without a primary key is small: settings, which come in one page.
  select string_agg(format('one.%I', name), ', ' order by ordinal) into key_list
  from unnest(coalesce(columns.keys, columns.kept)) with ordinality as key (name, ordinal);
  -- Readers of JSON round what has more than 53 bits: such numbers go as text.
  select coalesce(string_agg(format('%L, one.%I::text', attribute.attname, attribute.attname), ', '), '') into exact
  from pg_catalog.pg_attribute as attribute
  where attribute.attrelid = to_regclass('cogo.' || spec.relation) and attribute.attname = any (columns.kept)
    and attribute.atttypid in ('bigint'::regtype, 'numeric'::regtype);
  execute format(
    $sql$
      select coalesce(jsonb_agg(page.line order by page.place), '[]')
      from (
        select row_number() over (order by %1$s) as place, (to_jsonb(one) - $3) || jsonb_build_object(%4$s) as line
        from cogo.%2$I as one
        where %3$s
        order by %1$s
        limit $2
      ) as page
    $sql$,
    key_list, spec.relation,
    case when snapshot_rows.after is null then 'true' else format(
      '(%s) > (select %s from jsonb_populate_record(null::cogo.%I, $1) as one)', key_list, key_list, spec.relation
    ) end,
    exact
  ) into rows using snapshot_rows.after, snapshot_rows.row_limit,
    array(select name::text from unnest(spec.omits) as name union select attname::text from pg_catalog.pg_attribute
      where attrelid = to_regclass('cogo.' || spec.relation) and attgenerated <> '');
  return jsonb_build_object(
    'rows', rows,
    'next', case when columns.keys is not null and jsonb_array_length(rows) = snapshot_rows.row_limit then (
      select jsonb_object_agg(key.name, rows -> -1 -> key.name) from unnest(columns.keys) as key (name)
    ) end
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.span_id(seed text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return left(encode(sha256(convert_to(span_id.seed, 'UTF8')), 'hex'), 16);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.span_text(seconds numeric)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return case
    when seconds >= 172800 then round(seconds / 86400) || ' days'
    when seconds >= 7200 then round(seconds / 3600) || ' hours'
    when seconds >= 120 then round(seconds / 60) || ' minutes'
    else round(seconds) || ' seconds'
  end;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.start_jobs(jobs jsonb)
 RETURNS TABLE(job_id bigint, outcome text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant('jobs:work');
  at timestamptz := cogo.now_();
  given record;
  started record;
begin
  perform cogo.check_holds('jobs', start_jobs.jobs, array['job_id', 'fence']);
  select
    array_agg((item.value ->> 'job_id')::bigint order by item.ordinal) as job_ids,
    cogo.own_fences(array_agg((item.value ->> 'fence')::bigint order by item.ordinal), tenant) as fences
  into given
  from jsonb_array_elements(start_jobs.jobs) with ordinality as item (value, ordinal);
  if given.job_ids is null then
    return;
  end if;

  -- Claims first, in the order of their fences: the one order in which everybody locks.
  with locked as materialized (
    select claim.fence from cogo.claims as claim where claim.fence = any(given.fences) order by claim.fence for update
  ),
  begun as (
    update cogo.held set started_at = at
    from locked, unnest(given.job_ids, given.fences) as item (job_id, fence)
    where item.fence = locked.fence and held.job_id = item.job_id and held.fence = item.fence
      and held.started_at is null and not exists (select from cogo.cancels where cancels.job_id = held.job_id)
    returning held.job_id, held.fence
  )
  select array_agg(begun.job_id) as job_ids, min(begun.fence) as fence into started from begun;
  if started.job_ids is not null then
    perform cogo.record_events(array['job_started'], started.job_ids, at, null, started.fence, null);
  end if;
  if cardinality(started.job_ids) is distinct from cardinality(given.job_ids) then
    perform cogo.note_conflicts((
      select count(*)::integer from unnest(given.job_ids, given.fences) as item (job_id, fence)
      where not exists (select from cogo.held where held.job_id = item.job_id and held.fence = item.fence)
    ));
  end if;

  return query
  select
    item.job_id,
    case
      when held.job_id is null then 'lease_lost'
      when held.started_at is null then 'cancel_requested'
      else 'started'
    end
  from unnest(given.job_ids, given.fences) with ordinality as item (job_id, fence, ordinal)
  left join cogo.held on held.job_id = item.job_id and held.fence = item.fence
  order by item.ordinal;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.take_ingress_rates(tenant uuid, caller text, address text, at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  scopes constant text[] := array['key', 'tenant', 'address'];
  whom text[] := array[
    take_ingress_rates.tenant || ':' || take_ingress_rates.caller, take_ingress_rates.tenant::text, take_ingress_rates.address
  ];
  asked record;
  buckets uuid[] := '{}'::uuid[];
  taken uuid[];
  steps interval[] := '{}'::interval[];
  spans interval[] := '{}'::interval[];
  names text[] := '{}'::text[];
  missing record;
begin
  for place in 1 .. 3 loop
    continue when whom[place] is null;
    asked := cogo.ingress_limit(scopes[place], take_ingress_rates.tenant);
    if asked.max_count = 0 then
      return cogo.ingress_refusal(scopes[place], asked.per_seconds * 1000);
    end if;
    buckets := buckets || cogo.short_hash('ingress:' || scopes[place] || ':' || whom[place]);
    steps := steps || make_interval(secs => asked.per_seconds::double precision / asked.max_count);
    spans := spans || make_interval(secs => asked.per_seconds);
    names := names || scopes[place];
  end loop;

  -- A look without a lock first: a flood that is refused waits for nobody and writes nothing.
  select item.name, item.bucket, rate.full_at + item.step - at - item.span as wait, item.step, item.span into missing
  from unnest(buckets, steps, spans, names) as item (bucket, step, span, name)
  join cogo.ingress_rates as rate on rate.bucket = item.bucket
  where rate.full_at + item.step > at + item.span
  order by 2 desc limit 1;
  if found then
    -- Further ahead than it can be used: the limit was raised, or the clock went back. All is used now, and refills from here.
    if missing.wait > missing.step + interval '10 seconds' then
      update cogo.ingress_rates as rate set full_at = at + missing.span
      where rate.bucket = missing.bucket and rate.full_at > at + missing.span + interval '10 seconds';
      missing.wait := missing.step;
    end if;
    return cogo.ingress_refusal(missing.name, ceil(extract(epoch from missing.wait) * 1000)::integer);
  end if;

  -- Locked in one order, so that no two calls wait for each other.
  with fresh as (
    insert into cogo.ingress_rates as rate (bucket, full_at)
    select item.bucket, at + item.step from unnest(buckets, steps) as item (bucket, step) order by item.bucket
    on conflict (bucket) do update set full_at = greatest(rate.full_at, at) + (excluded.full_at - at)
    where greatest(rate.full_at, at) + (excluded.full_at - at) <= at + spans[array_position(buckets, excluded.bucket)]
    returning rate.bucket
  )
  select array_agg(fresh.bucket) into taken from fresh;
  if cardinality(taken) = cardinality(buckets) then
    return null;
  end if;
  select item.name, ceil(extract(epoch from item.step) * 1000)::integer as wait_ms into missing
  from unnest(buckets, steps, names) as item (bucket, step, name)
  where (item.bucket = any(taken)) is not true
  order by 2 desc limit 1;
  update cogo.ingress_rates as rate set full_at = rate.full_at - steps[array_position(buckets, rate.bucket)]
  where rate.bucket = any(taken);
  return cogo.ingress_refusal(missing.name, missing.wait_ms);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.take_woken(executor text, want integer, tenant uuid, at timestamp with time zone, OUT job_ids bigint[], OUT attempts smallint[], OUT hashes uuid[], OUT paid_for jsonb[])
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  prefixes text[] := case when tenant is not null then cogo.caller_limits('jobs:work') end;
begin
  with gone as (
    delete from cogo.parked where ctid = any (array(
      select woken.ctid
      from cogo.lanes as lane, lateral (
        select parked.ctid, parked.woken_at, parked.job_id from cogo.parked
        where parked.lane_id = lane.lane_id and parked.woken_at <= take_woken.at
          and (take_woken.tenant is null or parked.tenant_id = take_woken.tenant)
          and (prefixes is null or exists (
            select from cogo.jobs as job where job.id = parked.job_id and job.type ^@ any (prefixes)
          ))
        order by parked.woken_at, parked.job_id
        limit take_woken.want
        for update skip locked
      ) as woken
      where lane.executor = take_woken.executor and lane.paused_at is null
      order by lane.weight desc, woken.woken_at, woken.job_id
      limit take_woken.want
    ))
    returning parked.*
  )
  select
    array_agg(gone.job_id order by gone.job_id), array_agg(gone.attempt order by gone.job_id),
    array_agg(gone.limit_hash order by gone.job_id), array_agg(to_jsonb(gone.paid_for) order by gone.job_id)
  into job_ids, attempts, hashes, paid_for
  from gone;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.tell_alert(alert cogo.alerts, what text, remark text, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  severity text := coalesce(case when alert.state = 'firing' then alert.severity end, 'recovered');
begin
  insert into cogo.alert_notices (slo, subject, episode, what, severity, message, made_at, next_try_at)
  values (
    alert.slo, alert.subject, alert.episode, tell_alert.what, severity,
    cogo.alert_message(alert, tell_alert.what, severity, tell_alert.remark, tell_alert.at), tell_alert.at, tell_alert.at
  );
  update cogo.alerts as known
  set notified_severity = case when alert.state = 'firing' then alert.severity end, notified_at = tell_alert.at
  where known.slo = alert.slo and known.subject = alert.subject;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.tell_alerts(at timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  due record;
  told integer := 0;
begin
  for due in
    select alert, case
      when alert.state = 'ok' then 'recovered'
      when alert.notified_severity is null then 'fired'
      when cogo.alert_rank(alert.severity) > cogo.alert_rank(alert.notified_severity) then 'escalated'
      when cogo.alert_rank(alert.severity) < cogo.alert_rank(alert.notified_severity) then 'eased'
      else 'reminded'
    end as what
    from cogo.alerts as alert
    join cogo.slos as slo on slo.name = alert.slo
    where not cogo.is_silenced(alert.slo, alert.subject, tell_alerts.at) and case alert.state
      -- He is told when what he believes is not so, and again when it is so for long.
      when 'ok' then alert.notified_severity is not null
      when 'firing' then
        alert.severity is distinct from alert.notified_severity
        or (slo.remind_seconds > 0 and alert.calm_since is null and tell_alerts.at >= alert.notified_at + make_interval(secs => slo.remind_seconds))
      else false
    end
    order by alert.severity, alert.slo, alert.subject
  loop
    perform cogo.tell_alert(due.alert, due.what, null, tell_alerts.at);
    told := told + 1;
  end loop;
  return told;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.tell_callbacks(settled bigint, at timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  from_id bigint;
  to_id bigint := tell_callbacks.settled;
  told integer := 0;
begin
  select place.read_id into from_id from cogo.ingress_cursor as place;
  if not found then
    insert into cogo.ingress_cursor (read_id)
    select case when exists (select from cogo.ingress_callbacks) then 0 else to_id end
    on conflict do nothing;
    return 0;
  elsif from_id >= to_id or (to_id - from_id < 1000 and not exists (select from cogo.ingress_callbacks)) then
    return 0; -- nobody waits: a round writes nothing, and now and then the place
  end if;
  select place.read_id into from_id from cogo.ingress_cursor as place for update skip locked;
  if not found or from_id >= to_id then
    return 0;
  end if;
  -- Whoever ended up to there began before: what they ask for is seen by this look.
  if exists (select from cogo.ingress_callbacks) then
    to_id := least(to_id, from_id + 5000);
    -- The transaction's number before the messages' numbers: cogo.settled_events relies on it.
    perform pg_current_xact_id();
    with ended as (
      select asked.job_id, asked.tenant_id, asked.receiver, final.outcome, final.result, final.error, final.finished_at,
        job.type, job.created_at, job.correlation_id, job.traceparent, cogo.uuid_v7(job.created_at, job.id) as id
      from (
        select distinct unnest(event.job_ids) as job_id from cogo.events as event
        where event.id > from_id and event.id <= to_id and event.type not in ('job_enqueued', 'job_claimed', 'job_started')
      ) as moved
      join cogo.ingress_callbacks as asked on asked.job_id = moved.job_id
      join cogo.jobs as job on job.id = asked.job_id
      join cogo.attempts as final on final.job_id = asked.job_id and final.final
      order by final.finished_at, asked.job_id
    ),
    published as (
      insert into cogo.messages (id, ts, tenant_id, agent, type, role, correlation_id, cause, traceparent, payload)
      select nextval('cogo.events_id_seq'), tell_callbacks.at, ended.tenant_id, ended.receiver, 'ingress.job_' || ended.outcome, 'system',
        coalesce(ended.correlation_id, ended.id), ended.id, ended.traceparent,
        jsonb_strip_nulls(jsonb_build_object(
          'job_id', ended.id, 'type', ended.type, 'state', ended.outcome, 'created_at', ended.created_at,
          'finished_at', ended.finished_at, 'error', case when ended.outcome <> 'succeeded' then ended.error end
        )) || case
          when octet_length(ended.result::text) <= 65536 then jsonb_build_object('result', ended.result) else '{}'
        end
      from ended
    ),
    done as (
      delete from cogo.ingress_callbacks as asked using ended where asked.job_id = ended.job_id returning 1
    )
    select count(*) into told from done;
  end if;
  update cogo.ingress_cursor as place set read_id = to_id;
  return told;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.tend_events()
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  at timestamptz := cogo.now_();
  -- First of all: what this transaction writes would hold it back.
  settled bigint := cogo.settled_events();
begin
  return jsonb_build_object(
    'settled', settled,
    'timed_out', cogo.expire_requests(null, at, 200),
    'callbacks', cogo.tend_ingress(settled, at),
    'rung', cogo.ring_doorbells(),
    'webhooks', cogo.ring_webhooks(),
    'dropped', cogo.drop_messages(at, 1000)
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.tend_ingress(settled bigint, at timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  -- About once a minute: what is full again, and deliveries past their age.
  if extract(second from tend_ingress.at) < 1 then
    delete from cogo.ingress_rates as rate where rate.bucket = any(array(
      select old.bucket from cogo.ingress_rates as old where old.full_at < tend_ingress.at limit 5000 for update skip locked
    ));
    delete from cogo.inbound_deliveries as delivery where delivery.hash = any(array(
      select old.hash from cogo.inbound_deliveries as old where old.received_at < tend_ingress.at - interval '720 hours'
      limit 5000 for update skip locked
    ));
  end if;
  return cogo.tell_callbacks(tend_ingress.settled, tend_ingress.at);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.tend_notifications()
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  dropped integer;
begin
  -- Told longer ago than any notify.send job of theirs can wait.
  delete from cogo.notifications as told
  where told.id in (
    select old.id from cogo.notifications as old
    where old.created_at < cogo.now_() - interval '60 days'
    order by old.created_at limit 1000
  );
  get diagnostics dropped = row_count;
  return jsonb_build_object(
    'notifications', case when cogo.notifications_due() then cogo.ring_function('notify/deliver') else 'nothing due' end,
    'dropped', dropped
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.time_bin(ms double precision)
 RETURNS smallint
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
AS $function$
  select case when ms > 0.001 then ceil(ln(ms) / ln(1.01 / 0.99::double precision)) else -32768 end::smallint;
$function$;

CREATE OR REPLACE FUNCTION cogo.time_place(ms double precision)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
AS $function$
  -- Within a limit is up to it, as Prometheus' le has it; width_bucket has a limit beyond itself.
  select width_bucket(ms - 1e-9, '{5,10,25,50,100,250,500,1000,2500,5000,10000,30000,60000,120000,300000,900000,3600000}'::double precision[]) + 1;
$function$;

CREATE OR REPLACE FUNCTION cogo.token_claims(agent_id uuid, scopes text[])
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  agent cogo.agents;
  held text[];
  missing text;
begin
  select known.* into agent from cogo.agents as known
  join cogo.tenants as tenant on tenant.tenant_id = known.tenant_id
  where known.agent_id = token_claims.agent_id and known.state = 'active' and tenant.state = 'active'
    and not exists (select from cogo.revocations as refused where refused.tenant_id = known.tenant_id and refused.subject_id = known.agent_id);
  if not found then
    perform cogo.raise_invalid_credential();
  end if;
  held := agent.scopes;
  if agent.type_prefixes <> '{}' and 'jobs:work' = any(held) then
    held := array_remove(held, 'jobs:work') || array(select 'jobs:work:' || prefix from unnest(agent.type_prefixes) as prefix);
  end if;
  if token_claims.scopes is not null then
    if cogo.scope_problem(token_claims.scopes) is not null then
      perform cogo.refuse_argument('scopes', cogo.scope_problem(token_claims.scopes));
    end if;
    select asked into missing from unnest(token_claims.scopes) as asked
    where not exists (select from unnest(held) as granted where cogo.scope_covers(granted, asked))
    limit 1;
    if found then
      raise sqlstate 'PT403' using
        message = format('Cannot give a token: the agent lacks the scope %s', missing), detail = 'insufficient_scope',
        hint = 'Ask for fewer scopes, or ask who administers the tenant for update_agent.';
    end if;
    held := token_claims.scopes;
  end if;
  return jsonb_strip_nulls(jsonb_build_object('tenant_id', agent.tenant_id, 'agent_id', agent.agent_id, 'project_id', agent.project))
    || jsonb_build_object(
      'scopes', to_jsonb(held), 'signing_kid', (select key.kid from cogo.signing_keys as key where key.state = 'in_use')
    );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.told_outcomes(job_ids bigint[], fences bigint[], expected text[])
 RETURNS TABLE(job_id bigint, outcome text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  outcomes text[];
begin
  if told_outcomes.expected is null then
    outcomes := array(select checked.outcome from cogo.checked_outcomes(told_outcomes.job_ids, told_outcomes.fences) as checked);
  else
    outcomes := array(
      select settled.outcome from cogo.settled_outcomes(told_outcomes.job_ids, told_outcomes.fences, told_outcomes.expected) as settled
    );
  end if;
  if 'lease_lost' = any(outcomes) then
    perform cogo.note_conflicts(cardinality(array_positions(outcomes, 'lease_lost')));
  end if;
  return query select * from unnest(told_outcomes.job_ids, outcomes);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.trace_members(job cogo.jobs, trace text, OUT job_ids bigint[], OUT flow_ids bigint[])
 RETURNS record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  most constant integer := 201;
begin
  job_ids := array(
    -- What the trace is named after, if it is named after a job.
    select root.id from cogo.jobs as root
    where root.id = cogo.uuid_number(trace::uuid) and root.tenant_id = job.tenant_id
      and cogo.uuid_v7(root.created_at, root.id) = trace::uuid
    union all
    (
      select other.id from cogo.jobs as other
      where other.traceparent is not null and substr(other.traceparent, 4, 32) = trace and other.tenant_id = job.tenant_id
      order by other.id limit most
    )
  );
  job_ids := array(
    with recursive up (id, cause, depth) as (
      select job.id, job.cause, 0
      union all
      select cause.id, cause.cause, up.depth + 1 from up
      join cogo.jobs as cause on cause.id = cogo.uuid_number(up.cause) and cause.id < up.id
        and cogo.uuid_v7(cause.created_at, cause.id) = up.cause and cause.tenant_id = job.tenant_id
      where up.depth < 20
    )
    select id from up
  ) || job_ids;

  flow_ids := array(
    with recursive up (id, parent_id) as (
      select flow.id, flow.parent_id
      from (
        select trace::uuid union select member.correlation_id from cogo.jobs as member where member.id = any(job_ids)
      ) as named (id)
      join cogo.workflows as flow on flow.id = cogo.uuid_number(named.id)
        and cogo.uuid_v7(flow.created_at, flow.id) = named.id and flow.tenant_id = job.tenant_id
      union
      select parent.id, parent.parent_id from up join cogo.workflows as parent on parent.id = up.parent_id
    ),
    tree (id) as (
      select up.id from up
      union
      select child.id from tree join cogo.workflows as child on child.parent_id = tree.id
    )
    select tree.id from tree limit 50
  );
  job_ids := job_ids || array(
    select follower.id from cogo.workflow_steps as begun
    cross join lateral (values (begun.job_id), (begun.follow_job_id)) as follower (id)
    where begun.workflow_id = any(flow_ids) and follower.id is not null limit most
  );
  job_ids := job_ids || array(
    with recursive again (id) as (
      select unnest(job_ids)
      union
      select letter.redriven_job_id from again
      join cogo.dead_letters as letter on letter.job_id = again.id where letter.redriven_job_id is not null
    )
    select again.id from again limit 2 * most
  );
  job_ids := array(
    select item.id from unnest(job_ids) with ordinality as item (id, place) group by item.id order by min(item.place) limit most
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.trace_of(job cogo.jobs)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  -- A trace id of zeros alone is none (cogo.default_tenant() is the UUID of zeros).
  return coalesce(
    substr(job.traceparent, 4, 32),
    replace(coalesce(nullif(job.correlation_id, cogo.default_tenant()), cogo.uuid_v7(job.created_at, job.id))::text, '-', '')
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.trace_spans(job cogo.jobs, trace text, job_ids bigint[], flow_ids bigint[], most integer)
 RETURNS TABLE(span_id text, parent_span_id text, under_job bigint, name text, kind text, started_at timestamp with time zone, ended_at timestamp with time zone, status text, attributes jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query
  select told.*
  from (
    select * from cogo.job_spans(trace_spans.job_ids)
    union all select * from cogo.flow_spans(trace_spans.flow_ids)
    union all select * from cogo.route_spans(trace_spans.trace, job.tenant_id, trace_spans.job_ids)
    union all select * from cogo.message_spans(trace_spans.trace, job.tenant_id)
  ) as told
  order by told.attributes -> 'cogo.job.id' is not distinct from to_jsonb(job.id) desc, told.started_at, told.span_id
  limit trace_spans.most;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.update_agent(agent_id uuid, name text, scopes text[], type_prefixes text[], project text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  before cogo.agents := cogo.own_agent(update_agent.agent_id);
  after cogo.agents := before;
begin
  if before.state = 'revoked' then
    perform cogo.refuse_access('the agent is revoked', 'Create another agent.');
  end if;
  after.name := coalesce(update_agent.name, before.name);
  after.scopes := coalesce(update_agent.scopes, before.scopes);
  after.type_prefixes := coalesce(update_agent.type_prefixes, before.type_prefixes);
  after.project := coalesce(update_agent.project, before.project);
  if after = before then
    return to_jsonb(before);
  end if;
  perform cogo.check_agent(after.name, after.scopes, after.type_prefixes, after.project);
  after.changed_at := cogo.now_();
  if after.project is not null then
    insert into cogo.projects (tenant_id, project, created_at) values (after.tenant_id, after.project, after.changed_at) on conflict do nothing;
  end if;
  update cogo.agents as agent
  set name = after.name, scopes = after.scopes, type_prefixes = after.type_prefixes, project = after.project, changed_at = after.changed_at
  where agent.agent_id = before.agent_id;
  perform cogo.note_access(after.tenant_id, 'update_agent', after.agent_id::text, to_jsonb(before), to_jsonb(after));
  return to_jsonb(after);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.use_assertion(assertion_hash uuid, expires_at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
begin
  insert into cogo.used_assertions (assertion_hash, expires_at) values (use_assertion.assertion_hash, use_assertion.expires_at)
  on conflict do nothing;
  if not found then
    perform cogo.raise_invalid_credential();
  end if;
  delete from cogo.used_assertions where ctid = any (array(
    select old.ctid from cogo.used_assertions as old where old.expires_at < at order by old.expires_at limit 10 for update skip locked
  ));
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.verdict_of(verdicts text[])
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return case
    when 'failed' = any (verdict_of.verdicts) then 'failed'
    when 'error' = any (verdict_of.verdicts) or array_position(verdict_of.verdicts, null) is not null then 'error'
    when 'passed' = any (verdict_of.verdicts) then 'passed'
    else 'error'
  end;
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
  union all select * from cogo.verify_lanes()
  union all select * from cogo.verify_quality()
  union all select * from cogo.verify_flows()
  union all select * from cogo.verify_schedules()
  union all select * from cogo.verify_events()
  union all select * from cogo.verify_notifications()
  union all select * from cogo.verify_catalogue()
  union all select * from cogo.verify_money()
  union all select * from cogo.verify_keys()
  union all select * from cogo.verify_calls()
  union all select * from cogo.verify_alerts()
  union all select * from cogo.verify_metrics()
  union all select * from cogo.verify_routing()
  union all select * from cogo.verify_access()
  union all select * from cogo.verify_ingress();
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.verify_access()
 RETURNS TABLE(invariant text, problem text, sample jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return query
  select 'a revoked agent is refused', format('%s are not', count(*)), jsonb_agg(agent.agent_id)
  from cogo.agents as agent
  where (agent.state = 'revoked') <> exists (
    select from cogo.revocations as refused
    where refused.tenant_id = agent.tenant_id and refused.subject_id = agent.agent_id and refused.kind = 'agent'
  )
  having count(*) > 0
  union all
  select 'a tenant that is not active is refused', format('%s are not', count(*)), jsonb_agg(tenant.tenant_id)
  from cogo.tenants as tenant
  where (tenant.state <> 'active') <> exists (
    select from cogo.revocations as refused where refused.tenant_id = tenant.tenant_id and refused.subject_id = tenant.tenant_id
  )
  having count(*) > 0
  union all
  select 'a member is not refused', format('%s are', count(*)), jsonb_agg(member.user_id)
  from cogo.members as member
  join cogo.revocations as refused on refused.tenant_id = member.tenant_id and refused.subject_id = member.user_id
  having count(*) > 0
  union all
  select 'a revoked agent has nothing to get tokens by', format('%s have', count(*)), jsonb_agg(agent.agent_id)
  from cogo.agents as agent
  where agent.state = 'revoked' and (
    exists (select from cogo.agent_credentials as held where held.agent_id = agent.agent_id and held.revoked_at is null)
    or exists (select from cogo.agent_keys as held where held.agent_id = agent.agent_id and held.revoked_at is null)
    or exists (select from cogo.oidc_trusts as held where held.agent_id = agent.agent_id)
  )
  having count(*) > 0
  union all
  select 'an agent has scopes that there are', format('%s have others', count(*)), jsonb_agg(agent.agent_id)
  from cogo.agents as agent
  where cogo.scope_problem(agent.scopes) is not null
  having count(*) > 0
  union all
  select 'a key signs once another has', format('none of %s does', count(*)), jsonb_agg(key.kid)
  from cogo.signing_keys as key
  where key.state in ('previous', 'in_use')
  having count(*) filter (where key.state = 'in_use') = 0 and count(*) > 0
  union all
  select 'who was let in is in the audit', format('%s are not', count(*)), jsonb_agg(given.subject)
  from (
    select agent.agent_id::text as subject, 'create_agent' as act from cogo.agents as agent
    union all select member.user_id::text, 'add_member' from cogo.members as member
    union all select key.kid, 'add_signing_key' from cogo.signing_keys as key
  ) as given
  where not exists (select from cogo.access_audit as entry where entry.subject = given.subject and entry.act = given.act)
  having count(*) > 0;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.verify_alerts()
 RETURNS TABLE(invariant text, problem text, sample jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return query
  select 'an alert that fires was told, unless it is silenced', format('%s were not', count(*)), jsonb_agg(alert.slo)
  from cogo.alerts as alert
  where alert.state = 'firing' and alert.notified_severity is null
    and not cogo.is_silenced(alert.slo, alert.subject, alert.evaluated_at)
  having count(*) > 0
  union all
  select 'what operators believe of an alert they were told', format('%s have no notice', count(*)), jsonb_agg(alert.slo)
  from cogo.alerts as alert
  where alert.notified_severity is not null and alert.notified_at > alert.evaluated_at - interval '89 days' and not exists (
    select from cogo.alert_notices as notice where notice.slo = alert.slo and notice.subject = alert.subject
  )
  having count(*) > 0
  union all
  select 'every alert was judged in the last round', format('%s were not', count(*)), jsonb_agg(alert.slo)
  from cogo.alerts as alert
  join cogo.slos as slo on slo.name = alert.slo and slo.problem is null
  where alert.round <> (select state.round from cogo.alert_rounds as state)
  having count(*) > 0
  union all
  select 'an SLO can be broken', format('%s cannot: %s', count(*), min(cogo.slo_problem(slo))), jsonb_agg(slo.name)
  from cogo.slos as slo
  where cogo.slo_problem(slo) is not null
  having count(*) > 0;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.verify_ingress()
 RETURNS TABLE(invariant text, problem text, sample jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return query
  select 'a callback waits for a job that is there', format('%s wait for none', count(*)), jsonb_agg(asked.job_id)
  from cogo.ingress_callbacks as asked
  where not exists (select from cogo.jobs as job where job.id = asked.job_id and job.tenant_id = asked.tenant_id)
  having count(*) > 0
  union all
  select 'the end of a job is told to its callback', format('%s were passed by', count(*)), jsonb_agg(asked.job_id)
  from cogo.ingress_callbacks as asked
  join cogo.attempts as final on final.job_id = asked.job_id and final.final
  cross join cogo.ingress_cursor as place
  where not exists (
    select from cogo.events as event
    where event.id > place.read_id and event.ts = final.finished_at and event.job_ids @> array[asked.job_id]
  )
  having count(*) > 0
  union all
  select 'a delivery has its job', format('%s have none', count(*)), jsonb_agg(delivery.hash)
  from cogo.inbound_deliveries as delivery where delivery.job_id is null
  having count(*) > 0;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.verify_metrics()
 RETURNS TABLE(invariant text, problem text, sample jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query
  select 'an hour holds its minutes, and a day its hours', format('%s rows differ', count(*)), jsonb_agg(apart.line)
  from (
    select jsonb_build_object('series_id', apart.series_id, 'step', apart.step, 'at', apart.at) as line
    from cogo.metric_rows_apart() as apart limit 10
  ) as apart
  having count(*) > 0
  union all
  select 'no more was measured than happened', format('%s minutes have more times than transitions', count(*)), jsonb_agg(over.line)
  from (
    select jsonb_build_object('name', timed.name, 'at', line.at, 'labels', timed.labels) as line
    from cogo.metric_series as timed
    join cogo.metric_rows as line on line.series_id = timed.series_id and line.step = '1m'
    left join cogo.metric_rows as jobs
      on jobs.series_id = cogo.series_id('jobs', timed.tenant_id, timed.labels) and jobs.step = '1m' and jobs.at = line.at
    where timed.name in ('wait', 'run') and (select sum(many) from unnest(line.bin_counts) as many) > coalesce(case timed.name
      when 'wait' then (jobs.counts ->> 'claimed')::numeric
      else coalesce((jobs.counts ->> 'succeeded')::numeric, 0) + coalesce((jobs.counts ->> 'failed')::numeric, 0)
        + coalesce((jobs.counts ->> 'retried')::numeric, 0)
    end, 0)
    limit 10
  ) as over
  having count(*) > 0
  union all
  select 'all together is the sum of each', format('%s minutes differ', count(*)), jsonb_agg(apart.line)
  from (
    select jsonb_build_object('name', summed.name, 'at', summed.at, 'key', summed.key) as line
    from (
      select replace(known.name, ':all', '') as name, line.at, item.key,
        sum(case when known.name like '%:all' then -item.value else item.value end) as apart
      from cogo.metric_series as known
      join cogo.metric_rows as line on line.series_id = known.series_id and line.step = '1m'
      cross join lateral cogo.metric_row_items(line) as item
      where line.at >= coalesce((select horizon.minutes_from from cogo.metric_horizon as horizon), '-infinity')
      group by 1, 2, 3
    ) as summed
    where summed.apart <> 0 limit 10
  ) as apart
  having count(*) > 0
  union all
  select 'a series is what its number says', format('%s have another number', count(*)), jsonb_agg(known.series_id)
  from cogo.metric_series as known
  where known.series_id <> cogo.series_id(known.name, known.tenant_id, known.labels)
  having count(*) > 0;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.verify_notifications()
 RETURNS TABLE(invariant text, problem text, sample jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return query
  select 'a notification still to be sent has its message', format('%s have none', count(*)), jsonb_agg(job.id)
  from cogo.jobs as job
  where job.type = 'notify.send' and job.created_at > cogo.now_() - interval '59 days'
    and not exists (select from cogo.notifications as told where told.id = (job.payload ->> 'notification_id')::bigint)
    and not exists (select from cogo.attempts as final where final.job_id = job.id and final.final)
  having count(*) > 0
  union all
  select 'a channel names a variable, not a secret', format('%s do not', count(*)), jsonb_agg(channel.name)
  from cogo.notification_channels as channel
  where cogo.channel_problem(channel.kind, channel.settings) is not null
  having count(*) > 0;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.verify_quality()
 RETURNS TABLE(invariant text, problem text, sample jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return query
  select 'a run has the verdict of its gates', format('%s runs have another', count(*)), to_jsonb((array_agg(run.id))[1:5])
  from cogo.quality_runs as run
  where run.verdict is not null and exists (select from cogo.gate_results as gate where gate.run_id = run.id)
    and run.verdict is distinct from (select told.verdict from cogo.quality_verdict(run.id) as told)
  having count(*) > 0
  union all
  select 'what a run holds is its tenant''s', format('%s rows are another''s', count(*)), to_jsonb((array_agg(held.run_id))[1:5])
  from (
    select gate.run_id, gate.tenant_id from cogo.gate_results as gate
    union all select artifact.run_id, artifact.tenant_id from cogo.artifacts as artifact
    union all select fix.run_id, fix.tenant_id from cogo.gate_fixes as fix
  ) as held
  join cogo.quality_runs as run on run.id = held.run_id
  where held.tenant_id <> run.tenant_id
  having count(*) > 0
  union all
  select 'a fix is called what its gates say', format('%s fixes are not', count(*)), to_jsonb((array_agg(fix.fix_id))[1:5])
  from cogo.gate_fixes as fix
  where fix.result <> cogo.fix_result(fix.gate, fix.before, fix.after, fix.applies)
  having count(*) > 0
  union all
  select 'a fix has its diff and its other artifacts', format('%s are missing', count(*)), to_jsonb((array_agg(fix.fix_id))[1:5])
  from cogo.gate_fixes as fix, unnest(fix.artifacts) as wanted (name)
  where not exists (
    select from cogo.artifacts as artifact
    where artifact.run_id = fix.run_id and artifact.job_id = fix.job_id and artifact.name = wanted.name
  )
  having count(*) > 0;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.w3c_traceparent(value text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE STRICT
 SET search_path TO ''
AS $function$
begin
  -- Later versions may have more fields behind the four that are known.
  return '00-' || substring(
    value from '^(?!ff)[0-9a-f]{2}-((?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2})' || case when value like '00%' then '$' else '($|-)' end
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.walk_audit(row_limit integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
declare
  state cogo.alert_rounds;
  ids bigint[];
  wrong integer;
begin
  select * into state from cogo.alert_rounds;
  -- By number, so that rows without a seal and seals without their row are both met.
  ids := array(
    (select entry.audit_id from cogo.secure_keys_audit as entry where entry.audit_id > state.audit_id order by entry.audit_id limit walk_audit.row_limit)
    union
    (select seal.audit_id from cogo.secure_keys_seals as seal where seal.audit_id > state.audit_id order by seal.audit_id limit walk_audit.row_limit)
    order by 1 limit walk_audit.row_limit
  );
  select count(*) into wrong
  from unnest(ids) as each (audit_id)
  left join cogo.secure_keys_audit as entry on entry.audit_id = each.audit_id
  left join cogo.secure_keys_seals as seal on seal.audit_id = each.audit_id
  left join cogo.secure_keys_seals as previous on previous.tenant_id = seal.tenant_id and previous.seq = seal.seq - 1
  where case
    when seal.audit_id is null then
      (entry.xid, entry.audit_id) <= (select place.xid, place.audit_id from cogo.audit_cursor as place)
    else
      entry.audit_id is null or entry.tenant_id <> seal.tenant_id or (seal.seq > 1 and previous.seq is null)
      or cogo.audit_hash(previous.hash, seal.seq, entry) <> seal.hash
  end;
  state.audit_found := state.audit_found + wrong;
  if cardinality(ids) < walk_audit.row_limit then
    -- At the end: the chains end in their heads, and what was mended is forgotten.
    state.audit_broken := state.audit_found + (
      select count(*) from cogo.secure_keys_heads as head
      where not exists (
        select from cogo.secure_keys_seals as seal where seal.tenant_id = head.tenant_id and seal.seq = head.seq and seal.hash = head.hash
      )
    );
    state.audit_found := 0;
    state.audit_id := 0;
  else
    state.audit_id := ids[cardinality(ids)];
    state.audit_broken := greatest(state.audit_broken, state.audit_found);
  end if;
  update cogo.alert_rounds as kept set audit_id = state.audit_id, audit_found = state.audit_found, audit_broken = state.audit_broken
  where (kept.audit_id, kept.audit_found, kept.audit_broken) is distinct from (state.audit_id, state.audit_found, state.audit_broken);
  return state.audit_broken;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.walk_events(keep_seconds integer, at timestamp with time zone, row_limit integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
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

CREATE OR REPLACE FUNCTION cogo.write_lane_switch()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  pops text;
  pushes text;
begin
  select
    string_agg(format(
      $branch$
      when %1$s then
        if tenant is null then
          with gone as (
            delete from pgmq.%2$I where ctid = any (array(
              select queued.ctid from pgmq.%2$I as queued where queued.msg_id > floor_at
              order by queued.msg_id limit want for update skip locked
            )) returning msg_id, message
          )
          select array_agg((message ->> 'job_id')::bigint order by msg_id), array_agg(coalesce((message ->> 'attempt')::smallint, 1::smallint) order by msg_id)
          into job_ids, attempts from gone;
        else
          with gone as (
            delete from pgmq.%2$I where ctid = any (array(
              select queued.ctid from pgmq.%2$I as queued where queued.msg_id > floor_at and exists (
                select from cogo.jobs as job where job.id = (queued.message ->> 'job_id')::bigint and job.tenant_id = tenant
                  and (prefixes is null or job.type ^@ any (prefixes))
              )
              order by queued.msg_id limit want for update of queued skip locked
            )) returning msg_id, message
          )
          select array_agg((message ->> 'job_id')::bigint order by msg_id), array_agg(coalesce((message ->> 'attempt')::smallint, 1::smallint) order by msg_id)
          into job_ids, attempts from gone;
        end if;
      $branch$, lane.lane_id, 'q_' || lane.queue_name), '' order by lane.lane_id) filter (where lane.state <> 'closed'),
    string_agg(format(
      $branch$
      when %1$s then
        insert into pgmq.%2$I (vt, message)
        select at, case
          when item.attempt = 1 then jsonb_build_object('job_id', item.job_id)
          else jsonb_build_object('job_id', item.job_id, 'attempt', item.attempt)
        end
        from (select unnest(job_ids) as job_id, unnest(attempts) as attempt) as item;
      $branch$, lane.lane_id, 'q_' || leads.queue_name), '' order by lane.lane_id) filter (where leads.lane_id is not null)
  into pops, pushes
  from cogo.lanes as lane
  -- A lane that is not open any more leads to the one that took its place.
  left join cogo.lanes as leads on leads.lane_id = coalesce(lane.moved_to_lane_id, lane.lane_id) and leads.state <> 'closed';

  execute format(
    $text$
      create or replace function pgmq.cogo_pop(
        lane_id smallint, floor_at bigint, want integer, tenant uuid, out job_ids bigint[], out attempts smallint[]
      ) language plpgsql security definer
      set search_path = '' set plan_cache_mode = force_generic_plan set jit = off
      set enable_seqscan = off set enable_bitmapscan = off
      as $body$
        -- What the caller's token lets it claim: jobs:work:<prefix>. Asked only where its text may hold one (or hide it).
        declare prefixes text[] := case
          when tenant is not null and current_setting('request.jwt.claims', true) like any ('{%%jobs:work:%%,%%\\\\u%%}')
            then cogo.caller_limits('jobs:work')
        end;
        begin case lane_id %s else null; end case; end;
      $body$
    $text$, pops
  );
  execute format(
    $text$
      create or replace function pgmq.cogo_push(lane_id smallint, job_ids bigint[], attempts smallint[], at timestamptz)
      returns void language plpgsql security definer
      set search_path = '' set plan_cache_mode = force_generic_plan
      as $body$ begin case lane_id %s else perform cogo.refuse_lane(lane_id); end case; end; $body$
    $text$, pushes
  );
  revoke execute on function pgmq.cogo_pop(smallint, bigint, integer, uuid) from public;
  revoke execute on function pgmq.cogo_push(smallint, bigint[], smallint[], timestamptz) from public;
end;
$function$;

ALTER TABLE "cogo"."agent_credentials" ADD CONSTRAINT "agent_credentials_agent_id_fkey" FOREIGN KEY (agent_id) REFERENCES cogo.agents(agent_id);

ALTER TABLE "cogo"."agent_keys" ADD CONSTRAINT "agent_keys_agent_id_fkey" FOREIGN KEY (agent_id) REFERENCES cogo.agents(agent_id);

ALTER TABLE "cogo"."artifacts" ADD CONSTRAINT "kind_is_known" CHECK ((kind = ANY (ARRAY['log'::text, 'report'::text, 'coverage'::text, 'summary'::text, 'diff'::text, 'eslint'::text, 'other'::text])));

ALTER TABLE "cogo"."gate_fixes" ADD CONSTRAINT "gate_fixes_run_id_fkey" FOREIGN KEY (run_id) REFERENCES cogo.quality_runs(id) ON DELETE CASCADE;

ALTER TABLE "cogo"."metric_rows" ADD CONSTRAINT "metric_rows_series_id_fkey" FOREIGN KEY (series_id) REFERENCES cogo.metric_series(series_id);

ALTER TABLE "cogo"."oidc_trusts" ADD CONSTRAINT "oidc_trusts_agent_id_fkey" FOREIGN KEY (agent_id) REFERENCES cogo.agents(agent_id);

ALTER TABLE "cogo"."agents" ADD CONSTRAINT "agent_belongs_to_a_project" FOREIGN KEY (tenant_id, project) REFERENCES cogo.projects(tenant_id, project);

ALTER TABLE "cogo"."quality_runs" ADD CONSTRAINT "kind_is_known" CHECK ((kind = ANY (ARRAY['weekly'::text, 'gate_fix'::text])));

ALTER TABLE "cogo"."quality_runs" ADD CONSTRAINT "one_run_per_tenant_kind_week_target_and_number" UNIQUE (tenant_id, kind, iso_week, target, run_number);

ALTER TABLE "cogo"."alerts" ADD CONSTRAINT "alerts_slo_fkey" FOREIGN KEY (slo) REFERENCES cogo.slos(name) ON DELETE CASCADE;

ALTER TABLE "cogo"."slo_burns" ADD CONSTRAINT "slo_burns_slo_fkey" FOREIGN KEY (slo) REFERENCES cogo.slos(name) ON DELETE CASCADE;

ALTER TABLE "cogo"."agents" ADD CONSTRAINT "agent_belongs_to_a_tenant" FOREIGN KEY (tenant_id) REFERENCES cogo.tenants(tenant_id);

ALTER TABLE "cogo"."members" ADD CONSTRAINT "members_tenant_id_fkey" FOREIGN KEY (tenant_id) REFERENCES cogo.tenants(tenant_id);

ALTER TABLE "cogo"."projects" ADD CONSTRAINT "projects_tenant_id_fkey" FOREIGN KEY (tenant_id) REFERENCES cogo.tenants(tenant_id);

CREATE VIEW "cogo"."dead_letter_overview" WITH (security_invoker=true) AS  SELECT letter.job_id,
    letter.tenant_id,
    job.type,
        CASE
            WHEN (letter.redriven_job_id IS NOT NULL) THEN 'redriven'::text
            WHEN (letter.discarded_at IS NOT NULL) THEN 'discarded'::text
            ELSE 'open'::text
        END AS state,
    letter.stage,
    letter.reason,
    (letter.error ->> 'message'::text) AS error,
    (letter.attempt)::integer AS attempt,
    date_trunc('second'::text, (clock.at - letter.dead_at)) AS age,
    lane.executor,
    letter.redriven_job_id,
    letter.discarded_by,
    letter.discard_reason,
    letter.dead_at
   FROM (((cogo.dead_letters letter
     CROSS JOIN ( SELECT cogo.now_() AS at) clock)
     JOIN cogo.jobs job ON ((job.id = letter.job_id)))
     JOIN cogo.lanes lane ON ((lane.lane_id = job.lane_id)));

CREATE VIEW "cogo"."gauge_samples" WITH (security_invoker=true) AS  SELECT sample.name,
    ((sample.labels ->> 'tenant'::text))::uuid AS tenant_id,
    (sample.labels - 'tenant'::text) AS labels,
    sample.value,
    sample.is_capped
   FROM (cogo.metric_horizon horizon
     CROSS JOIN LATERAL jsonb_to_recordset(horizon.samples) sample(name text, labels jsonb, value double precision, is_capped boolean));

CREATE VIEW "cogo"."job_overview" WITH (security_invoker=true) AS  SELECT job.id,
    cogo.uuid_v7(job.created_at, job.id) AS public_id,
    job.tenant_id,
    job.type,
        CASE
            WHEN (final.outcome IS NOT NULL) THEN final.outcome
            WHEN (held.started_at IS NOT NULL) THEN 'running'::text
            WHEN (held.job_id IS NOT NULL) THEN 'assigned'::text
            ELSE 'queued'::text
        END AS state,
        CASE
            WHEN (final.outcome IS NOT NULL) THEN 'closed'::text
            WHEN (held.job_id IS NOT NULL) THEN ('with '::text || claim.worker)
            WHEN (waiting.job_id IS NOT NULL) THEN (('waits until '::text || to_char((waiting.run_at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD HH24:MI:SS'::text)) || ' UTC'::text)
            WHEN (blocked.job_id IS NOT NULL) THEN 'waits for other jobs'::text
            WHEN (parked.job_id IS NOT NULL) THEN 'waits at a limit'::text
            WHEN (backlog.job_id IS NOT NULL) THEN 'waits for its tenant''s turn'::text
            WHEN (over_bound.job_id IS NOT NULL) THEN 'waits for room under its tenant''s bound'::text
            ELSE 'ready in its lane'::text
        END AS place,
    lane.queue_name AS lane,
    COALESCE((final.attempt)::integer, (held.attempt)::integer, (waiting.attempt)::integer, (parked.attempt)::integer, (backlog.attempt)::integer, ( SELECT (past.attempt +
                CASE
                    WHEN (past.outcome = 'released'::text) THEN 0
                    ELSE 1
                END)
           FROM cogo.attempts past
          WHERE (past.job_id = job.id)
          ORDER BY past.fence DESC
         LIMIT 1), 1) AS attempt,
    (job.max_attempts)::integer AS max_attempts,
    date_trunc('second'::text, (COALESCE(final.finished_at, clock.at) - job.created_at)) AS age,
    ( SELECT (past.error ->> 'message'::text)
           FROM cogo.attempts past
          WHERE ((past.job_id = job.id) AND (past.error IS NOT NULL))
          ORDER BY past.fence DESC
         LIMIT 1) AS last_error,
    COALESCE(final.worker, claim.worker) AS worker,
    (cancels.job_id IS NOT NULL) AS is_cancel_asked,
    job.created_at,
    COALESCE(final.started_at, held.started_at) AS started_at,
    final.finished_at
   FROM (((((((((((cogo.jobs job
     CROSS JOIN ( SELECT cogo.now_() AS at) clock)
     JOIN cogo.lanes lane ON ((lane.lane_id = job.lane_id)))
     LEFT JOIN cogo.attempts final ON (((final.job_id = job.id) AND final.final)))
     LEFT JOIN cogo.held ON ((held.job_id = job.id)))
     LEFT JOIN cogo.claims claim ON ((claim.fence = held.fence)))
     LEFT JOIN cogo.waiting ON ((waiting.job_id = job.id)))
     LEFT JOIN cogo.blocked ON ((blocked.job_id = job.id)))
     LEFT JOIN cogo.parked ON ((parked.job_id = job.id)))
     LEFT JOIN cogo.backlog ON ((backlog.job_id = job.id)))
     LEFT JOIN cogo.over_bound ON ((over_bound.job_id = job.id)))
     LEFT JOIN cogo.cancels ON ((cancels.job_id = job.id)));

CREATE VIEW "cogo"."key_overview" WITH (security_invoker=true) AS  SELECT known.key_id,
    known.tenant_id,
    known.provider,
    known.alias,
    known.service,
    known.region,
    known.env,
    known.version,
    known.state,
        CASE
            WHEN (known.state <> ALL (ARRAY['active'::text, 'retiring'::text])) THEN 'not in use'::text
            WHEN (known.expires_at <= cogo.now_()) THEN 'expired'::text
            WHEN (health.state = 'dead'::text) THEN 'refused by its provider'::text
            WHEN ((health.state = 'throttled'::text) AND (health.until > cogo.now_())) THEN 'throttled by its provider'::text
            WHEN (known.rotate_after <= cogo.now_()) THEN 'rotation is due'::text
            ELSE 'fine'::text
        END AS condition,
    ('…'::text || known.last4) AS ends_with,
    known.shared,
    known.kek_id,
    known.last_used_at,
    known.expires_at,
    known.rotate_after,
    known.created_at
   FROM (cogo.secure_keys known
     LEFT JOIN cogo.key_health health ON ((health.key_id = known.key_id)));

CREATE VIEW "cogo"."lane_overview" WITH (security_invoker=true) AS  SELECT lane.lane_id,
    lane.executor,
    lane.priority,
    lane.shard,
    lane.queue_name,
        CASE
            WHEN (lane.paused_at IS NOT NULL) THEN 'paused'::text
            ELSE lane.state
        END AS state,
    stats.depth AS ready,
    make_interval(secs => round(stats.oldest_age_seconds)) AS oldest_ready,
    stats.held,
    stats.waiting,
    stats.blocked,
    stats.parked,
    stats.backlog,
    lane.weight,
    lane.fair_window,
    heir.queue_name AS moved_to,
    lane.paused_at
   FROM ((cogo.lanes lane
     LEFT JOIN cogo.queue_stats() stats(executor, priority, queue_name, depth, oldest_age_seconds, held, waiting, blocked, parked, backlog, paused) ON ((stats.queue_name = lane.queue_name)))
     LEFT JOIN cogo.lanes heir ON ((heir.lane_id = lane.moved_to_lane_id)));

CREATE VIEW "cogo"."schedule_overview" WITH (security_invoker=true) AS  SELECT schedule.id,
    schedule.name,
    schedule.tenant_id,
    COALESCE((((schedule.cron || ' ('::text) || schedule.time_zone) || ')'::text), (('every '::text || schedule.every_seconds) || ' s'::text)) AS timing,
    COALESCE(('job '::text || (schedule.job ->> 'type'::text)), ('workflow '::text || (schedule.workflow ->> 'name'::text))) AS starts,
        CASE
            WHEN schedule.paused THEN 'paused'::text
            WHEN (schedule.next_due_at IS NULL) THEN 'over'::text
            WHEN (schedule.next_run_at < (cogo.now_() - '00:01:00'::interval)) THEN 'late'::text
            ELSE 'due'::text
        END AS state,
    schedule.next_run_at,
    last.state AS last_state,
    COALESCE(last.reason, (last.error ->> 'message'::text)) AS last_reason,
    last.due_at AS last_due_at,
    date_trunc('milliseconds'::text, (last.settled_at - last.planned_at)) AS last_lag,
    last.job_id AS last_job_id,
    last.workflow_id AS last_workflow_id,
    schedule.missed,
    schedule.overlap
   FROM (cogo.schedules schedule
     LEFT JOIN LATERAL ( SELECT run.schedule_id,
            run.due_at,
            run.planned_at,
            run.settled_at,
            run.wake_at,
            run.covers_until,
            run.job_id,
            run.workflow_id,
            run.covers,
            run.by_hand,
            run.state,
            run.reason,
            run.idempotency_key,
            run.error
           FROM cogo.schedule_runs run
          WHERE (run.schedule_id = schedule.id)
          ORDER BY run.due_at DESC
         LIMIT 1) last ON (true));

CREATE VIEW "cogo"."scopes" WITH (security_invoker=true) AS  SELECT name,
    suffix,
    meaning
   FROM ( VALUES ('jobs:read'::text,NULL::text,'see jobs, their events, dead letters, queues and workers'::text), ('jobs:write'::text,NULL::text,'enqueue, cancel, redrive and discard jobs; request; drain workers'::text), ('jobs:work'::text,'type_prefix'::text,'claim jobs and settle them'::text), ('flows:read'::text,NULL::text,'see workflows'::text), ('flows:write'::text,NULL::text,'start, signal and cancel workflows'::text), ('schedules:read'::text,NULL::text,'see schedules and their runs'::text), ('schedules:write'::text,NULL::text,'set, pause, run and remove schedules, and so what they enqueue'::text), ('route:select'::text,NULL::text,'choose models, see how they are chosen, settle what calls cost'::text), ('keys:resolve'::text,NULL::text,'open the key that a decision granted'::text), ('events:publish'::text,'channel'::text,'publish messages'::text), ('events:subscribe'::text,'channel'::text,'subscribe to channels and read from them'::text), ('quality:read'::text,NULL::text,'see quality runs'::text), ('quality:write'::text,NULL::text,'plan quality runs and record their results'::text), ('metrics:read'::text,NULL::text,'see figures and health'::text), ('money:read'::text,NULL::text,'see what was spent'::text), ('artifacts:read'::text,NULL::text,'read artifacts'::text), ('artifacts:write'::text,NULL::text,'write artifacts'::text)) scope(name, suffix, meaning);

CREATE VIEW "cogo"."spend_overview" WITH (security_invoker=true) AS  SELECT used.day,
    used.tenant_id,
    model.provider,
    COALESCE(model.model,
        CASE used.model_id
            WHEN 0 THEN '(budget leases)'::text
            ELSE NULL::text
        END) AS model,
    used.requests,
    used.input_tokens,
    used.output_tokens,
    used.cached_tokens,
    round((used.cost_nano / 1000000000.0), 6) AS dollars
   FROM (( SELECT ((counter.hour AT TIME ZONE 'UTC'::text))::date AS day,
            counter.tenant_id,
            counter.model_id,
            (sum(counter.requests))::bigint AS requests,
            (sum(counter.input_tokens))::bigint AS input_tokens,
            (sum(counter.output_tokens))::bigint AS output_tokens,
            (sum(counter.cache_read_tokens))::bigint AS cached_tokens,
            sum(counter.cost_nano) AS cost_nano
           FROM cogo.usage_counters counter
          WHERE (counter.hour >= ( SELECT (date_trunc('day'::text, cogo.now_(), 'UTC'::text) - '30 days'::interval)))
          GROUP BY (((counter.hour AT TIME ZONE 'UTC'::text))::date), counter.tenant_id, counter.model_id) used
     LEFT JOIN cogo.llm_models model ON ((model.model_id = used.model_id)));

CREATE VIEW "cogo"."worker_overview" WITH (security_invoker=true) AS  SELECT device.device_id AS id,
    device.worker,
    device.executor,
    device.tenant_id,
    cogo.device_state(device.*, beat.beat_at, cogo.now_()) AS state,
    cogo.device_holds(device.device_id) AS holds,
    (device.concurrency)::integer AS concurrency,
    beat.load,
    date_trunc('second'::text, (cogo.now_() - beat.beat_at)) AS silent_for,
    device.version,
    device.drain_requested_at,
    device.registered_at
   FROM (cogo.worker_devices device
     JOIN cogo.worker_heartbeats beat ON ((beat.device_id = device.device_id)));

CREATE INDEX access_audit_tenant_idx ON cogo.access_audit USING btree (tenant_id, audit_id DESC);

CREATE INDEX agent_credentials_agent_idx ON cogo.agent_credentials USING btree (agent_id);

CREATE INDEX agents_tenant_idx ON cogo.agents USING btree (tenant_id, project);

CREATE INDEX alert_notices_made_at_idx ON cogo.alert_notices USING btree (made_at);

CREATE INDEX alert_notices_to_hand_over_idx ON cogo.alert_notices USING btree (notice_id) WHERE (handed_at IS NULL);

CREATE INDEX alert_silences_not_ended_idx ON cogo.alert_silences USING btree (ends_at) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX an_episode_fires_once ON cogo.alert_notices USING btree (slo, subject, episode) WHERE (what = 'fired'::text);

CREATE INDEX gate_fixes_tenant_newest_idx ON cogo.gate_fixes USING btree (tenant_id, created_at DESC);

CREATE INDEX http_flushes_not_folded_idx ON cogo.http_flushes USING btree (at) WHERE (NOT folded);

CREATE INDEX inbound_deliveries_received_at_idx ON cogo.inbound_deliveries USING brin (received_at);

CREATE INDEX jobs_trace_idx ON cogo.jobs USING btree (substr(traceparent, 4, 32), tenant_id, id) WHERE (traceparent IS NOT NULL);

CREATE INDEX members_user_idx ON cogo.members USING btree (user_id, added_at);

CREATE INDEX messages_trace_idx ON cogo.messages USING btree (substr(traceparent, 4, 32), tenant_id, id) WHERE (traceparent IS NOT NULL);

CREATE INDEX metric_rows_not_rolled_idx ON cogo.metric_rows USING btree (series_id, step, at) WHERE (NOT rolled);

CREATE INDEX metric_series_name_idx ON cogo.metric_series USING btree (name);

CREATE INDEX notifications_age_idx ON cogo.notifications USING btree (created_at);

CREATE INDEX oidc_trusts_issuer_idx ON cogo.oidc_trusts USING btree (issuer);

CREATE UNIQUE INDEX one_signing_key_is_in_use ON cogo.signing_keys USING btree ((true)) WHERE (state = 'in_use'::text);

CREATE INDEX routing_decisions_job_idx ON cogo.routing_decisions USING btree (job_id, tenant_id, at) WHERE (job_id IS NOT NULL);

CREATE INDEX routing_decisions_trace_idx ON cogo.routing_decisions USING btree (substr(traceparent, 4, 32), tenant_id, at) WHERE (traceparent IS NOT NULL);

CREATE INDEX used_assertions_expiry_idx ON cogo.used_assertions USING btree (expires_at);

CREATE TRIGGER access_audit_is_appended_only BEFORE DELETE OR UPDATE ON cogo.access_audit FOR EACH ROW EXECUTE FUNCTION cogo.refuse_access_audit_change();

CREATE TRIGGER access_audit_is_not_truncated BEFORE TRUNCATE ON cogo.access_audit FOR EACH STATEMENT EXECUTE FUNCTION cogo.refuse_access_audit_change();

CREATE TRIGGER note_settled_at_once AFTER INSERT ON cogo.schedule_runs REFERENCING NEW TABLE AS new_runs FOR EACH STATEMENT EXECUTE FUNCTION cogo.note_schedule_runs();

CREATE TRIGGER note_settled AFTER UPDATE ON cogo.schedule_runs REFERENCING OLD TABLE AS old_runs NEW TABLE AS new_runs FOR EACH STATEMENT EXECUTE FUNCTION cogo.note_schedule_runs();

COMMENT ON COLUMN "cogo"."access_audit"."act" IS 'The RPC, such as revoke_agent.';

COMMENT ON COLUMN "cogo"."access_audit"."actor" IS 'operator, or user:<id> for an owner.';

COMMENT ON COLUMN "cogo"."access_audit"."after" IS 'Its row after the act; null = it is gone.';

COMMENT ON COLUMN "cogo"."access_audit"."before" IS 'Its row before the act; null = there was none. after likewise.';

COMMENT ON COLUMN "cogo"."access_audit"."subject" IS 'Whom or what the act changed: agent:<id>, user:<id>, credential:<id>, key:<kid>, tenant:<id> or trust:<id>.';

COMMENT ON COLUMN "cogo"."agent_credentials"."free_at" IS 'When its bucket of exchanges is full again (GCRA): each moves it 2 seconds on, more than 60 seconds ahead is refused.';

COMMENT ON COLUMN "cogo"."agent_credentials"."hint" IS 'The first characters of the secret, by which a person finds it again.';

COMMENT ON COLUMN "cogo"."agent_keys"."kid" IS 'What the agent calls it: the kid of its assertions.';

COMMENT ON COLUMN "cogo"."agent_keys"."public_jwk" IS 'The public half, as a JSON Web Key.';

COMMENT ON COLUMN "cogo"."agents"."project" IS 'The part of its tenant that it works for; null = none.';

COMMENT ON COLUMN "cogo"."agents"."scopes" IS 'What its tokens allow at most (cogo.scopes).';

COMMENT ON COLUMN "cogo"."agents"."type_prefixes" IS 'Of which types of jobs it may claim; none = all. Its tokens hold jobs:work:<prefix> for each.';

COMMENT ON COLUMN "cogo"."alert_notices"."episode" IS 'The firing that it is about (cogo.alerts.episode).';

COMMENT ON COLUMN "cogo"."alert_notices"."error" IS 'Why cogo.notify refused it the last time.';

COMMENT ON COLUMN "cogo"."alert_notices"."job_ids" IS 'The notify.send jobs, one per channel; empty = no channel wanted it.';

COMMENT ON COLUMN "cogo"."alert_notices"."severity" IS 'As the message says it.';

COMMENT ON COLUMN "cogo"."alert_notices"."slo" IS 'Whose alert; its name stays when the SLO is gone.';

COMMENT ON COLUMN "cogo"."alert_notices"."subject" IS 'As in cogo.alerts.';

COMMENT ON COLUMN "cogo"."alert_notices"."tries" IS 'How often it was handed over in vain.';

COMMENT ON COLUMN "cogo"."alert_notices"."what" IS 'fired, escalated, eased, reminded, recovered or silence_ended.';

COMMENT ON COLUMN "cogo"."alert_rounds"."audit_broken" IS 'What is broken in the audit, by the last whole walk or already by this one.';

COMMENT ON COLUMN "cogo"."alert_rounds"."audit_found" IS 'What the present walk along the audit has found broken so far.';

COMMENT ON COLUMN "cogo"."alert_rounds"."audit_id" IS 'How far the present walk along the sealed audit has come; audit_found: what it has found broken so far.';

COMMENT ON COLUMN "cogo"."alert_rounds"."only_row" IS 'Always true.';

COMMENT ON COLUMN "cogo"."alert_rounds"."round" IS 'How many rounds there were.';

COMMENT ON COLUMN "cogo"."alert_rounds"."runbook_base" IS 'What stands before #section in links to the runbook: an address that your operators can open.';

COMMENT ON COLUMN "cogo"."alert_silences"."ended_at" IS 'When the round that told of its end came by.';

COMMENT ON COLUMN "cogo"."alert_silences"."made_by" IS 'Who asked for it, as he said; removed_by: who ended it early.';

COMMENT ON COLUMN "cogo"."alert_silences"."removed_by" IS 'Who ended it early; null = nobody.';

COMMENT ON COLUMN "cogo"."alert_silences"."slo" IS 'The SLO, or * for all of them; subject null = all that it watches.';

COMMENT ON COLUMN "cogo"."alert_silences"."subject" IS 'As in cogo.alerts; null = each.';

COMMENT ON COLUMN "cogo"."alerts"."calm_since" IS 'Since when a firing alert is better than its severity; recovers after clear_seconds of it.';

COMMENT ON COLUMN "cogo"."alerts"."episode" IS 'The round in which it last began to fire: one episode is told once.';

COMMENT ON COLUMN "cogo"."alerts"."figures" IS 'What was measured, as the message tells it.';

COMMENT ON COLUMN "cogo"."alerts"."has_data" IS 'Whether the last round found anything to measure.';

COMMENT ON COLUMN "cogo"."alerts"."labels" IS 'The subject as {name: value}, for messages and metrics.';

COMMENT ON COLUMN "cogo"."alerts"."notified_severity" IS 'What the operator believes: the severity that he was told last; null = that all is well.';

COMMENT ON COLUMN "cogo"."alerts"."round" IS 'The round that judged it last.';

COMMENT ON COLUMN "cogo"."alerts"."severity" IS 'warning or critical while it is pending or fires.';

COMMENT ON COLUMN "cogo"."alerts"."since" IS 'When it came to its state.';

COMMENT ON COLUMN "cogo"."alerts"."slo" IS 'The SLO that is judged.';

COMMENT ON COLUMN "cogo"."alerts"."subject" IS 'Which of the things that the SLO watches: a provider, a budget, a table; empty = it watches one.';

COMMENT ON COLUMN "cogo"."alerts"."value" IS 'How many times as fast as allowed the error budget burns, or the level.';

COMMENT ON COLUMN "cogo"."attempts"."fence" IS 'The claim under which it was held.';

COMMENT ON COLUMN "cogo"."attempts"."final" IS 'Whether it closed the job.';

COMMENT ON COLUMN "cogo"."attempts"."outcome" IS 'succeeded, failed, cancelled: closed. retried, released, lease_expired: to be tried again.';

COMMENT ON COLUMN "cogo"."audit_checkpoints"."public_key" IS 'What the signature is checked with.';

COMMENT ON COLUMN "cogo"."audit_checkpoints"."seq" IS 'The place in the tenant''s chain.';

COMMENT ON COLUMN "cogo"."audit_cursor"."only_row" IS 'One row: this is what keeps it one.';

COMMENT ON COLUMN "cogo"."audit_cursor"."xid" IS 'Rows of transactions below this one are sealed.';

COMMENT ON COLUMN "cogo"."break_glass"."minutes" IS 'For how long it may be opened once it is approved.';

COMMENT ON COLUMN "cogo"."budgets"."scope" IS 'organisation, tenant, project or agent.';

COMMENT ON COLUMN "cogo"."cancels"."hard" IS 'Whether it is closed at once, instead of when its holder hears of it.';

COMMENT ON COLUMN "cogo"."channel_grants"."action" IS 'publish or subscribe.';

COMMENT ON COLUMN "cogo"."channel_grants"."pattern" IS 'Channels, part by part; * stands for one part, > for all that follow.';

COMMENT ON COLUMN "cogo"."claims"."fence" IS 'Grows with each claim; who comes with an older one has lost the job.';

COMMENT ON COLUMN "cogo"."conflict_notes"."jobs" IS 'How many holds of the call were lost.';

COMMENT ON COLUMN "cogo"."conflict_notes"."tenant_id" IS 'The tenant whose agent was refused; null for an operator''s worker.';

COMMENT ON COLUMN "cogo"."definition_steps"."confirm_type" IS 'The job that confirms a tcc.';

COMMENT ON COLUMN "cogo"."definition_steps"."input" IS 'What its job gets, with references to be filled in.';

COMMENT ON COLUMN "cogo"."definition_steps"."kind" IS 'job, map (a job per element), tcc, sleep, signal (waits for one) or workflow.';

COMMENT ON COLUMN "cogo"."definition_steps"."optional" IS 'Its failure does not fail the run.';

COMMENT ON COLUMN "cogo"."definition_steps"."over" IS 'The reference to the list that a map goes over.';

COMMENT ON COLUMN "cogo"."definition_steps"."seconds" IS 'How long a sleep sleeps.';

COMMENT ON COLUMN "cogo"."definition_steps"."signal" IS 'The name of the signal that it waits for.';

COMMENT ON COLUMN "cogo"."event_horizon"."only_row" IS 'One row: this is what keeps it one.';

COMMENT ON COLUMN "cogo"."events"."actor" IS 'Which worker did it; null = the engine or a caller.';

COMMENT ON COLUMN "cogo"."events"."job_ids" IS 'All jobs that took the step in this call.';

COMMENT ON COLUMN "cogo"."flow_inbox"."note" IS 'What was to be told beside the kind.';

COMMENT ON COLUMN "cogo"."gate_fixes"."after" IS 'The same with the fix applied to a fresh copy.';

COMMENT ON COLUMN "cogo"."gate_fixes"."applies" IS 'Whether git apply --check takes the diff on the untouched target.';

COMMENT ON COLUMN "cogo"."gate_fixes"."artifacts" IS 'Names of all its artifacts: the diff, ESLint reports, coverage.';

COMMENT ON COLUMN "cogo"."gate_fixes"."before" IS 'Each gate without the fix: {"lint": {"verdict", "reason", "duration_ms", "tests", "coverage"}, "check": …, "test": …}.';

COMMENT ON COLUMN "cogo"."gate_fixes"."command" IS 'What was run in the copy, as a line for /bin/sh.';

COMMENT ON COLUMN "cogo"."gate_fixes"."diff" IS 'Name of the artifact, of the same run and job, that holds the unified diff.';

COMMENT ON COLUMN "cogo"."gate_fixes"."fence" IS 'Fence of the attempt that wrote the row; a fix under a lower fence never replaces it.';

COMMENT ON COLUMN "cogo"."gate_fixes"."files_changed" IS 'By the diff; lines_added and lines_removed likewise.';

COMMENT ON COLUMN "cogo"."gate_fixes"."fixer" IS 'Names of the tools, for example eslint + prettier.';

COMMENT ON COLUMN "cogo"."gate_fixes"."gate" IS 'The gate that failed and that the fixer is for.';

COMMENT ON COLUMN "cogo"."gate_fixes"."lines_added" IS 'By the diff.';

COMMENT ON COLUMN "cogo"."gate_fixes"."lines_removed" IS 'By the diff.';

COMMENT ON COLUMN "cogo"."gate_fixes"."result" IS 'fixed: its gate passes and none is worse; worse: a gate is worse than before, whatever its own says; else not_enough.';

COMMENT ON COLUMN "cogo"."held"."fence" IS 'The claim that holds it.';

COMMENT ON COLUMN "cogo"."held"."tenant_hash" IS 'The limit of its tenant of which it holds a permit, or null.';

COMMENT ON COLUMN "cogo"."held"."type_hash" IS 'The limit of its type of which it holds a permit, or null.';

COMMENT ON COLUMN "cogo"."http_flushes"."counts" IS '[{function, route, status, bins, bin_counts, places, ms}]: bins as in cogo.metric_rows, places as in cogo.time_totals.';

COMMENT ON COLUMN "cogo"."http_flushes"."folded" IS 'Whether it is in the history.';

COMMENT ON COLUMN "cogo"."inbound_deliveries"."hash" IS 'cogo.short_hash of the hook_id and the provider''s delivery id.';

COMMENT ON COLUMN "cogo"."inbound_deliveries"."job_id" IS 'Null only within the transaction that enqueues it.';

COMMENT ON COLUMN "cogo"."inbound_hooks"."event_types" IS 'Types of jobs by event, the nearest first: {"pull_request.opened": …, "pull_request": …, "push": null}; null = ignored.';

COMMENT ON COLUMN "cogo"."inbound_hooks"."hook_id" IS 'What the derived secret belongs to: another hook of the same name has another.';

COMMENT ON COLUMN "cogo"."inbound_hooks"."job_type" IS 'The type of what event_types does not name; null = that is ignored.';

COMMENT ON COLUMN "cogo"."inbound_hooks"."key_version" IS 'Grows when its derived secret is made anew.';

COMMENT ON COLUMN "cogo"."inbound_hooks"."secret_env" IS 'The function''s environment variable with the secret, HOOK_…; null = derived from WEBHOOK_SIGNING_KEY, hook_id and key_version.';

COMMENT ON COLUMN "cogo"."ingress_callbacks"."receiver" IS 'The agent part of the channel tenant.<tenant_id>.agent.<receiver>.ingress.*, which the webhook of that name reads.';

COMMENT ON COLUMN "cogo"."ingress_cursor"."only_row" IS 'One row: this is what keeps it one.';

COMMENT ON COLUMN "cogo"."ingress_limits"."max_count" IS 'As many in per_seconds, evenly refilled; of a queue, as many at a time. 0 = none.';

COMMENT ON COLUMN "cogo"."ingress_limits"."per_seconds" IS 'Of a queue: after how long who was refused may ask again.';

COMMENT ON COLUMN "cogo"."ingress_limits"."scope" IS 'key: each agent, person or hook of a tenant; tenant; address: each address of the network; queue: how many jobs may be ready for one executor.';

COMMENT ON COLUMN "cogo"."ingress_limits"."tenant_id" IS 'Null = each tenant without a row of its own.';

COMMENT ON COLUMN "cogo"."ingress_rates"."bucket" IS 'cogo.short_hash of the scope and of whom it counts.';

COMMENT ON COLUMN "cogo"."ingress_rates"."full_at" IS 'When all will be refilled; GCRA calls it the theoretical arrival time.';

COMMENT ON COLUMN "cogo"."lane_rounds"."seen_tail" IS 'The newest message number that was handed out then.';

COMMENT ON COLUMN "cogo"."lane_rounds"."seen_xid" IS 'Once every transaction below this one has ended, nothing can appear below seen_tail.';

COMMENT ON COLUMN "cogo"."lanes"."queue_name" IS 'The pgmq queue; its tables are pgmq.q_<name> and pgmq.a_<name>.';

COMMENT ON COLUMN "cogo"."lanes"."shard" IS '0, or more where an executor and priority are split for throughput.';

COMMENT ON COLUMN "cogo"."leaders"."holder" IS 'Which process leads.';

COMMENT ON COLUMN "cogo"."leaders"."released" IS 'Whether the term was given up instead of lost.';

COMMENT ON COLUMN "cogo"."leaders"."renewals" IS 'Of this term.';

COMMENT ON COLUMN "cogo"."limits"."paused" IS 'Whether none of them may start.';

COMMENT ON COLUMN "cogo"."limits"."reason" IS 'Why it was paused, in somebody''s words.';

COMMENT ON COLUMN "cogo"."limits"."scope" IS 'key, type or tenant.';

COMMENT ON COLUMN "cogo"."llm_models"."service" IS 'chat or embeddings.';

COMMENT ON COLUMN "cogo"."llm_models"."source" IS 'Where the row was taken from, with its date.';

COMMENT ON COLUMN "cogo"."llm_providers"."api_format" IS 'Which API it speaks: openai, anthropic, google or bedrock.';

COMMENT ON COLUMN "cogo"."llm_providers"."base_url" IS 'Where its API begins.';

COMMENT ON COLUMN "cogo"."members"."role" IS 'owner, operator, fixer or viewer.';

COMMENT ON COLUMN "cogo"."messages"."role" IS 'actor, critic, tool or system.';

COMMENT ON COLUMN "cogo"."messages"."schema" IS '{namespace, name, hash} of the payload''s JSON Schema, if the sender named one.';

COMMENT ON COLUMN "cogo"."metric_horizon"."hours_from" IS 'From here on all hours are still kept.';

COMMENT ON COLUMN "cogo"."metric_horizon"."minutes_from" IS 'From here on all minutes of cogo.metric_rows are still kept; hours_from likewise.';

COMMENT ON COLUMN "cogo"."metric_horizon"."only_row" IS 'Always true.';

COMMENT ON COLUMN "cogo"."metric_horizon"."renewals" IS 'How many of cogo.lease_renewals are in the history.';

COMMENT ON COLUMN "cogo"."metric_horizon"."sampled_at" IS 'When cogo.sample_gauges last looked.';

COMMENT ON COLUMN "cogo"."metric_horizon"."samples" IS 'What it saw, [{name, labels, value, is_capped}], ready to be told: whoever scrapes counts no lane. cogo.gauge_samples shows it as rows.';

COMMENT ON COLUMN "cogo"."metric_rows"."at" IS 'When the minute, hour or day (UTC) began.';

COMMENT ON COLUMN "cogo"."metric_rows"."bin_counts" IS 'How many times each bin holds.';

COMMENT ON COLUMN "cogo"."metric_rows"."bins" IS 'The measured times by size: bin n holds those up to 1.0202^n ms and above the bin before, so each is known to 1 %. cogo.time_bin, cogo.bin_ms.';

COMMENT ON COLUMN "cogo"."metric_rows"."counts" IS 'Counters by name, such as {"enqueued": 50, "claimed": 48}.';

COMMENT ON COLUMN "cogo"."metric_rows"."ms" IS 'The measured times together, in milliseconds.';

COMMENT ON COLUMN "cogo"."metric_rows"."rolled" IS 'Whether the row is in its wider row. What comes later is added to both, so that nothing is counted twice or lost.';

COMMENT ON COLUMN "cogo"."metric_rows"."step" IS '1m, 1h or 1d: how wide the row is.';

COMMENT ON COLUMN "cogo"."metric_series"."labels" IS 'Who or what it is of, as {name: value}.';

COMMENT ON COLUMN "cogo"."metric_series"."name" IS 'jobs, wait and run (labels executor, type), depth (executor, priority, shard), looks, leases, schedule_lag, http (function, route, status), llm (provider, model). With :all behind it, all of that name together.';

COMMENT ON COLUMN "cogo"."metric_series"."series_id" IS 'cogo.series_id: derived from name, tenant and labels.';

COMMENT ON COLUMN "cogo"."metric_series"."tenant_id" IS 'Null for what is nobody''s or everybody''s, such as an HTTP request.';

COMMENT ON COLUMN "cogo"."notification_channels"."kinds" IS 'The kinds of notifications it wants, such as alert or weekly; * = all.';

COMMENT ON COLUMN "cogo"."notification_channels"."min_severity" IS 'It hears of nothing that is less severe.';

COMMENT ON COLUMN "cogo"."notification_channels"."secret_env" IS 'Name of the environment variable of the notify function that holds the URL (slack, google_chat, webhook), the token (github_issue) or the SMTP URL (email).';

COMMENT ON COLUMN "cogo"."notification_channels"."settings" IS 'What is no secret: github_issue {repository, labels}, email {to, from}, webhook {signing_secret_env}; slack and google_chat none.';

COMMENT ON COLUMN "cogo"."notifications"."dedupe_key" IS 'Says what is told, such as weekly:2026-W48; the same again within 30 days tells nobody twice.';

COMMENT ON COLUMN "cogo"."oidc_trusts"."audience" IS 'What aud must be or hold.';

COMMENT ON COLUMN "cogo"."oidc_trusts"."issuer" IS 'Who signs: what iss must be.';

COMMENT ON COLUMN "cogo"."oidc_trusts"."jwks_url" IS 'Where the public keys of the issuer are.';

COMMENT ON COLUMN "cogo"."oidc_trusts"."subject" IS 'What sub must be; * stands for anything, such as repo:octo/app:ref:refs/heads/*.';

COMMENT ON COLUMN "cogo"."projects"."project" IS 'Its name within the tenant.';

COMMENT ON COLUMN "cogo"."provider_health"."calls" IS 'That were told of, ever.';

COMMENT ON COLUMN "cogo"."provider_health"."good_probes" IS 'In a row since it was opened.';

COMMENT ON COLUMN "cogo"."provider_health"."share" IS 'Percent of its odds that it has while it comes back.';

COMMENT ON COLUMN "cogo"."provider_health"."state" IS 'closed: it is called. open: it is left alone. half_open: it comes back by shares.';

COMMENT ON COLUMN "cogo"."provider_health_minutes"."first_token_ms_sum" IS 'Milliseconds to the first token, added up.';

COMMENT ON COLUMN "cogo"."provider_health_minutes"."throttled" IS 'Calls that met a 429.';

COMMENT ON COLUMN "cogo"."quality_runs"."aggregate_job_id" IS 'The quality.aggregate job that closes this run; null until a weekly run is planned.';

COMMENT ON COLUMN "cogo"."quality_runs"."decide_job_id" IS 'The orchestrator.decide job that plans this run; null for a gate_fix run, whose quality.gate job plans it.';

COMMENT ON COLUMN "cogo"."quality_runs"."job_ids" IS 'Every job of the run: decide first (weekly), then the gates, aggregate last.';

COMMENT ON COLUMN "cogo"."quality_runs"."kind" IS 'weekly: each gate is a job of its own; gate_fix: one quality.gate job runs all and tries the fixers in a scratch copy.';

COMMENT ON COLUMN "cogo"."quality_runs"."run_number" IS '1 for the week''s first run of a kind and target; a forced repeat takes the next number.';

COMMENT ON COLUMN "cogo"."rate_limits"."scope" IS 'tenant, agent or key.';

COMMENT ON COLUMN "cogo"."rate_limits"."subject" IS 'What a call looks its limits up by.';

COMMENT ON COLUMN "cogo"."rate_limits"."unit" IS 'requests or tokens.';

COMMENT ON COLUMN "cogo"."retention"."dropped_jobs" IS 'How many since the beginning; likewise events and workflows.';

COMMENT ON COLUMN "cogo"."retention"."only_row" IS 'One row: this is what keeps it one.';

COMMENT ON COLUMN "cogo"."retention_walks"."keep_seconds" IS 'The age that this walk looks for.';

COMMENT ON COLUMN "cogo"."retention_walks"."kind" IS 'What it drops: jobs or events.';

COMMENT ON COLUMN "cogo"."revocations"."subject_id" IS 'The agent_id or sub of the token; the tenant itself when it is suspended.';

COMMENT ON COLUMN "cogo"."route_lists"."capability_names" IS 'The names that the bits of capabilities stand for.';

COMMENT ON COLUMN "cogo"."route_lists"."data_ranks" IS 'How strict the provider''s promise is: 2 zero_retention, 1 no_training, 0 any.';

COMMENT ON COLUMN "cogo"."route_lists"."model_ids" IS 'The models, best first; every array below has one element for each.';

COMMENT ON COLUMN "cogo"."route_lists"."providers" IS 'The names that provider_nos count, from 1.';

COMMENT ON COLUMN "cogo"."route_lists"."regions" IS 'The names that region_nos count, from 1.';

COMMENT ON COLUMN "cogo"."route_lists"."shares" IS 'Percent of its odds that a model has while it comes back.';

COMMENT ON COLUMN "cogo"."route_lists"."states" IS '0 closed, 1 open, 2 open and due for its one probe, 3 half open.';

COMMENT ON COLUMN "cogo"."route_lists"."task" IS 'The policy''s task whose quality counts, or * for any.';

COMMENT ON COLUMN "cogo"."route_lists"."token_ms" IS 'Milliseconds per token, as health has it.';

COMMENT ON COLUMN "cogo"."route_lists"."wait_ms" IS 'Milliseconds to the first token, as health has it.';

COMMENT ON COLUMN "cogo"."router_reports"."body" IS 'The report whole.';

COMMENT ON COLUMN "cogo"."router_reports"."passed" IS 'Whether all gates did.';

COMMENT ON COLUMN "cogo"."routes"."type_pattern" IS 'A full name, prefix.* or *.';

COMMENT ON COLUMN "cogo"."routing_clock"."catalogue_mark" IS 'What models and prices were when the lists were made; another mark makes them anew.';

COMMENT ON COLUMN "cogo"."routing_clock"."only_row" IS 'One row: this is what keeps it one.';

COMMENT ON COLUMN "cogo"."routing_decisions"."job_id" IS 'The job that the call was made for, as its worker told.';

COMMENT ON COLUMN "cogo"."routing_decisions"."seed" IS 'What the draw was made with.';

COMMENT ON COLUMN "cogo"."routing_decisions"."traceparent" IS 'W3C trace context of the call, if one was told.';

COMMENT ON COLUMN "cogo"."routing_policies"."version" IS 'Grows with each body; the decision names it by policy_id.';

COMMENT ON COLUMN "cogo"."saga_log"."item" IS 'The element of a map, or -1.';

COMMENT ON COLUMN "cogo"."saga_log"."move" IS 'What happened: whose turn it was, and how it went.';

COMMENT ON COLUMN "cogo"."schedule_notes"."lags_ms" IS 'Of started runs: how long after their planned time.';

COMMENT ON COLUMN "cogo"."schedule_runs"."state" IS 'waiting, started, skipped or failed.';

COMMENT ON COLUMN "cogo"."schedules"."missed" IS 'What happens to runs that were missed: skip, one or all.';

COMMENT ON COLUMN "cogo"."schedules"."overlap" IS 'What happens while the run before goes on: allow, skip, buffer_one or cancel_previous.';

COMMENT ON COLUMN "cogo"."secure_keys"."alg" IS 'A256GCM: sealed. plain: in dev alone.';

COMMENT ON COLUMN "cogo"."secure_keys"."alias" IS 'Tells several keys for one place apart.';

COMMENT ON COLUMN "cogo"."secure_keys"."ciphertext" IS 'The key, sealed under its own DEK.';

COMMENT ON COLUMN "cogo"."secure_keys"."dek_iv" IS 'Of the wrapped DEK.';

COMMENT ON COLUMN "cogo"."secure_keys"."iv" IS 'Of the ciphertext.';

COMMENT ON COLUMN "cogo"."secure_keys"."kek_id" IS 'The KEK, which is in the environment of the function and nowhere here.';

COMMENT ON COLUMN "cogo"."secure_keys"."last4" IS 'The last characters, to be compared with the provider''s page.';

COMMENT ON COLUMN "cogo"."secure_keys"."resource" IS 'A deployment or an account of the provider, or * for all.';

COMMENT ON COLUMN "cogo"."secure_keys"."wrapped_dek" IS 'The DEK, sealed under the KEK; shredding a key empties it.';

COMMENT ON COLUMN "cogo"."secure_keys_audit"."action" IS 'open, write, rotate, retire, revoke, shred, rewrap, break_glass or kek.';

COMMENT ON COLUMN "cogo"."secure_keys_audit"."ok" IS 'Whether it was done; refusals are kept too.';

COMMENT ON COLUMN "cogo"."secure_keys_audit"."purpose" IS 'What it was opened for.';

COMMENT ON COLUMN "cogo"."secure_keys_heads"."seq" IS 'How many rows of the tenant are sealed.';

COMMENT ON COLUMN "cogo"."secure_keys_seals"."seq" IS 'The place in the tenant''s chain, from 1, without gaps.';

COMMENT ON COLUMN "cogo"."signing_keys"."alg" IS 'ES256.';

COMMENT ON COLUMN "cogo"."signing_keys"."kid" IS 'Names it in the header of each token.';

COMMENT ON COLUMN "cogo"."signing_keys"."public_jwk" IS 'The public half, as a JSON Web Key: what the JWKS shows.';

COMMENT ON COLUMN "cogo"."slo_burns"."bad" IS 'How many of total were not as they should be.';

COMMENT ON COLUMN "cogo"."slo_burns"."seconds" IS 'How long the window is.';

COMMENT ON COLUMN "cogo"."slo_burns"."slo" IS 'The SLO that was counted.';

COMMENT ON COLUMN "cogo"."slos"."for_seconds" IS 'How long it must be so before it fires; clear_seconds: how long it must be over before it recovers.';

COMMENT ON COLUMN "cogo"."slos"."kind" IS 'What is measured: a row of cogo.slo_kinds().';

COMMENT ON COLUMN "cogo"."slos"."min_bad" IS 'See min_events.';

COMMENT ON COLUMN "cogo"."slos"."min_events" IS 'A long window with fewer events, or fewer bad ones than min_bad, alerts nobody.';

COMMENT ON COLUMN "cogo"."slos"."objective" IS 'The share that must be good, as 0.999; its error budget is what is left to 1.';

COMMENT ON COLUMN "cogo"."slos"."problem" IS 'Why the last round could not judge it; null = it could.';

COMMENT ON COLUMN "cogo"."slos"."remind_seconds" IS 'After how long one that still fires is told again; 0 = never.';

COMMENT ON COLUMN "cogo"."slos"."rules" IS '[{severity, long_seconds, short_seconds, burn}]: an alert when both windows burn the error budget so many times as fast as is allowed.';

COMMENT ON COLUMN "cogo"."slos"."runbook" IS 'The section of docs/runbook.md.';

COMMENT ON COLUMN "cogo"."slos"."scope" IS 'all, or the tenant or executor that its own column names.';

COMMENT ON COLUMN "cogo"."slos"."threshold_ms" IS 'Within how many milliseconds an event is good, where it is about time.';

COMMENT ON COLUMN "cogo"."slos"."title" IS 'What messages and pages call it.';

COMMENT ON COLUMN "cogo"."slos"."warning_at" IS 'The level that warns, critical_at that which wakes somebody; null = it never does.';

COMMENT ON COLUMN "cogo"."slos"."window_days" IS 'Over how many days the error budget counts.';

COMMENT ON COLUMN "cogo"."step_jobs"."item" IS 'The element of a map, from 0; -1 = the step itself.';

COMMENT ON COLUMN "cogo"."step_jobs"."role" IS 'action: the step''s own job; compensation, confirm, cancel: what follows it.';

COMMENT ON COLUMN "cogo"."step_jobs"."step" IS 'The step''s place in the definition, from 0.';

COMMENT ON COLUMN "cogo"."subscriptions"."acked_fence" IS 'Of the newest batch that was settled.';

COMMENT ON COLUMN "cogo"."subscriptions"."batch_end_id" IS 'Where the batch ends, as position_id.';

COMMENT ON COLUMN "cogo"."subscriptions"."batch_end_ordinal" IS 'Where the batch ends, as position_ordinal.';

COMMENT ON COLUMN "cogo"."subscriptions"."batch_is_retry" IS 'Whether the batch is of messages that failed before.';

COMMENT ON COLUMN "cogo"."subscriptions"."batch_size" IS 'How many messages it gets at a time, at most.';

COMMENT ON COLUMN "cogo"."subscriptions"."consumer" IS 'Who has the batch in hand.';

COMMENT ON COLUMN "cogo"."subscriptions"."failures" IS 'Of a webhook, in a row.';

COMMENT ON COLUMN "cogo"."subscriptions"."fence" IS 'Of the newest batch; an older one is refused.';

COMMENT ON COLUMN "cogo"."subscriptions"."kind" IS 'pull: its reader asks. webhook: the function events sends.';

COMMENT ON COLUMN "cogo"."subscriptions"."leased_until" IS 'Until when it is theirs.';

COMMENT ON COLUMN "cogo"."subscriptions"."patterns" IS 'The channels that it reads.';

COMMENT ON COLUMN "cogo"."subscriptions"."pause_after_seconds" IS 'It pauses itself when it has failed for so long.';

COMMENT ON COLUMN "cogo"."subscriptions"."position_ordinal" IS 'The place within that event, whose jobs are messages one by one.';

COMMENT ON COLUMN "cogo"."subscriptions"."previous_key_until" IS 'Until when a webhook is signed with the key before, too.';

COMMENT ON COLUMN "cogo"."tenant_bounds"."max_open" IS 'How many jobs of the tenant may be open at a time.';

COMMENT ON COLUMN "cogo"."tenant_bounds"."policy" IS 'What happens to more: refuse, or park (kept until others close).';

COMMENT ON COLUMN "cogo"."tenant_loads"."jobs" IS 'Jobs opened (positive) or closed (negative) by one call.';

COMMENT ON COLUMN "cogo"."tenants"."settings" IS 'For the operator''s own use; nothing here reads it.';

COMMENT ON COLUMN "cogo"."tenants"."state" IS 'active; suspended: every call of its agents and members is refused; leaving: so, until its data is gone.';

COMMENT ON COLUMN "cogo"."time_totals"."buckets" IS 'How many were within each limit and not within the one before; the last holds those beyond all.';

COMMENT ON COLUMN "cogo"."time_totals"."labels" IS 'Such as {"executor": …}; http has function, route and status.';

COMMENT ON COLUMN "cogo"."time_totals"."ms" IS 'All the times together, in milliseconds.';

COMMENT ON COLUMN "cogo"."time_totals"."name" IS 'wait, run, http or schedule_lag.';

COMMENT ON COLUMN "cogo"."vault_settings"."only_row" IS 'One row: this is what keeps it one.';

COMMENT ON COLUMN "cogo"."wake_notes"."permits" IS 'How many were given back.';

COMMENT ON COLUMN "cogo"."workflow_definitions"."definition" IS 'As it was registered.';

COMMENT ON COLUMN "cogo"."workflow_definitions"."saga" IS 'Whether what was done is undone when it fails.';

COMMENT ON COLUMN "cogo"."workflow_signals"."signal" IS 'Its name.';

COMMENT ON COLUMN "cogo"."workflow_steps"."step" IS 'The step''s place in the definition, from 0.';

COMMENT ON COLUMN "cogo"."workflow_timers"."kind" IS 'wake: a sleep is over. timeout, force: a step takes too long, softly and hard. deadline: the run does.';

COMMENT ON COLUMN "cogo"."workflows"."parent_step" IS 'The step of the parent that started it.';

COMMENT ON FUNCTION "api"."ack_subscription"(text, bigint, jsonb, uuid, uuid) IS 'Ends a batch: {outcome: acked | lease_lost}. failures [{id, error, retry_in_seconds}] are delivered again with backoff, then dead letters; messages after up_to go back untouched. Scope: events:subscribe. Errors: bad_argument (400), not_an_agent (401), agent_revoked, channel_forbidden, insufficient_scope (403), subscription_not_found (404).';

COMMENT ON FUNCTION "api"."add_agent_key"(uuid, jsonb) IS 'The public half (P-256 or Ed25519, with a kid) of a key with which the agent signs assertions. For operators, and owners of the tenant. Errors: bad_argument (400), not_an_agent (401), owners_only (403), agent_not_found (404), access_conflict (409).';

COMMENT ON FUNCTION "api"."add_member"(uuid, text, uuid) IS 'A person joins the tenant as owner, operator, fixer or viewer, or gets that role. For operators, and owners of the tenant. Errors: bad_argument (400), not_an_agent (401), owners_only (403), tenant_not_found (404), access_conflict (409).';

COMMENT ON FUNCTION "api"."add_signing_key"(jsonb) IS 'Publishes the public half of a signing key as standby. For operators. Errors: bad_argument (400), access_conflict (409).';

COMMENT ON FUNCTION "api"."cancel_jobs"(bigint[], boolean, text) IS 'Cancels jobs: cancelled, cancel_requested (its worker learns at the next renewal; with hard it loses its fence now), already_closed or not_found. Scope: jobs:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."cancel_workflow"(uuid, text, boolean) IS 'Ends a run: {outcome: cancelled | cancel_requested | already_ending | already_closed, state}. A saga undoes what it did and ends as compensated, unless compensate is false. Scope: flows:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), workflow_not_found (404).';

COMMENT ON FUNCTION "api"."claim_jobs"(text, integer, text, boolean) IS 'Takes up to want ready jobs of an executor under one new fence and lease. No work answers no rows. With start they run at once, else call start_jobs. Scope: jobs:work. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."claim_notifications"(text, integer) IS 'Takes up to want due notifications for a sender: [{job_id, fence, attempt, lease_expires_at, notification, channel}]; work settles them. For operators. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."complete"(bigint[], bigint[]) IS 'The shortest way to end many held jobs as succeeded without results: the job at each place under the fence at the same place. Scope: jobs:work. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."complete_jobs"(jsonb) IS 'Ends held jobs [{job_id, fence, result}] as succeeded. Each is decided alone: succeeded, also when repeated, or lease_lost. Scope: jobs:work. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), payload_too_large (413).';

COMMENT ON FUNCTION "api"."count_dead_letters"(timestamp with time zone) IS 'How many dead letters there are by stage and reason, and what was decided about them. Scope: jobs:read. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."create_agent"(text, text[], uuid, text, text[], uuid) IS 'Creates an agent that may get tokens for these scopes. For operators, and owners of the tenant. Errors: bad_argument (400), not_an_agent (401), owners_only (403), tenant_not_found (404).';

COMMENT ON FUNCTION "api"."create_tenant"(text, uuid, jsonb) IS 'Creates a tenant; with a tenant_id that is there it answers that one, created false. For operators. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."discard_dead_letters"(bigint[], text) IS 'Decides that dead letters are not to be redriven, and notes who, when and why: discarded, already_discarded, already_redriven or not_found. Final. Scope: jobs:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."drain_worker"(text, uuid) IS 'Asks a registered worker to drain: it is given no more jobs and learns it at its next work or beat. Answers {worker, state, held}; it is done when held is 0. tenant_id: operators only, whose worker it is. Scope: jobs:write. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403), worker_not_found (404).';

COMMENT ON FUNCTION "api"."draw_budget_lease"(numeric, integer, uuid, uuid) IS 'Draws money beforehand, to spend it without asking while the database is away. Answers {lease_id, amount_nano, expires_at}, or {refused: budget_exceeded}. With a lease_id of the caller''s a repeat answers the first. Not returned in time, it counts as spent. Scope: route:select. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."enqueue_job"(text, jsonb, text, timestamp with time zone, text, text, integer, uuid, uuid, text, bigint[], uuid, text) IS 'Enqueues one job; see enqueue_jobs. Scope: jobs:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), idempotency_conflict (409), payload_too_large (413), schema_mismatch (422), queue_full (429).';

COMMENT ON FUNCTION "api"."enqueue_jobs"(jsonb) IS 'Enqueues 1 to 1000 jobs, all or none: {type, payload, idempotency_key, run_at | delay_seconds, priority, executor, max_attempts, correlation_id, cause, traceparent, after}. Answers in their order; created = false names the job that a used key stands for. Scope: jobs:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), idempotency_conflict (409), payload_too_large (413), schema_mismatch (422), queue_full (429).';

COMMENT ON FUNCTION "api"."explain_route"(uuid) IS 'A decision''s receipt: what was asked, all candidates with their odds, how many were rejected and why, its attempts, and the choice made again from policy, snapshot and seed. Scope: route:select. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403), decision_not_found (404).';

COMMENT ON FUNCTION "api"."fail_jobs"(jsonb) IS 'Ends held jobs [{job_id, fence, error: {class, message, reason, stage, details}, retry_in_seconds}] as failed. Each is decided alone: retried, dead_lettered, cancelled, released (lease_conflict) or lease_lost. Scope: jobs:work. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."finish_quality_run"(uuid, jsonb) IS 'Closes a run with the verdict of its gate results; a repeat returns the first. Scope: quality:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), quality_run_not_found (404).';

COMMENT ON FUNCTION "api"."gate_summary"(integer) IS 'Pass rate of quality runs and of each gate in the last window_days (1 to 366), what the operational gates are judged by, and the last ten runs. Scope: quality:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."get_agent"(uuid) IS 'An agent with its credentials, keys and trusts; no secret. For operators, and owners of the tenant. Errors: not_an_agent (401), owners_only (403), agent_not_found (404).';

COMMENT ON FUNCTION "api"."get_dead_letter"(bigint) IS 'One dead letter whole, as JSON: what get_job tells, and dead_letter {state, stage, reason, dead_at, redriven_job_id, discarded_at, discarded_by, discard_reason} and history. Scope: jobs:read. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403), dead_letter_not_found (404).';

COMMENT ON FUNCTION "api"."get_job"(bigint) IS 'One job whole: body, state, attempts, result or error, dead letter, what it waits for. Scope: jobs:read. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403), job_not_found (404).';

COMMENT ON FUNCTION "api"."get_quality_run"(uuid) IS 'One run with plan, job states, gates, artifacts and fixes. Scope: quality:read. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403), quality_run_not_found (404).';

COMMENT ON FUNCTION "api"."get_reply"(bigint, uuid) IS 'How a request stands: {request_id, job_id, state: pending | replied | failed | timed_out, result, error}. Scope: jobs:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), job_not_found (404).';

COMMENT ON FUNCTION "api"."get_workflow"(uuid) IS 'One run whole: state, steps with their jobs, results and errors, timers, signals, saga log. Scope: flows:read. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403), workflow_not_found (404).';

COMMENT ON FUNCTION "api"."ingress_cancel"(uuid, text) IS 'Cancels a job by its public id: {job_id, outcome: cancelled | cancel_requested | already_closed}. Scope: jobs:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), job_not_found (404).';

COMMENT ON FUNCTION "api"."ingress_enqueue"(jsonb, text, text) IS 'Lets one job in, as enqueue_jobs takes it, or answers why not: {refused: {status, details: rate_limited | overloaded | budget_exceeded | …, retry_after_ms}}. The function ingress calls it. Scope: jobs:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."ingress_events"(uuid, uuid) IS 'What a job went through after an event: [{id, type, ts, data}], at most 100. Scope: jobs:read. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403), job_not_found (404).';

COMMENT ON FUNCTION "api"."ingress_job"(uuid) IS 'How a job stands, by its public id: without payload and result. Scope: jobs:read. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403), job_not_found (404).';

COMMENT ON FUNCTION "api"."ingress_result"(uuid) IS 'How a job ended: {state, result, error}; state null = it has not. Scope: jobs:read. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403), job_not_found (404).';

COMMENT ON FUNCTION "api"."issue_credential"(uuid, integer) IS 'A secret by which the agent gets tokens: told this once, only its hash is kept. For operators, and owners of the tenant. Errors: bad_argument (400), not_an_agent (401), owners_only (403), agent_not_found (404), access_conflict (409).';

COMMENT ON FUNCTION "api"."job_events"(bigint, uuid, integer) IS 'The transitions of one job in order, each in the envelope of MESSAGE_SCHEMA_V1. Scope: jobs:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), job_not_found (404).';

COMMENT ON FUNCTION "api"."list_access_audit"(uuid, bigint, integer) IS 'Who gave or took which access, newest first; give the last audit_id as before for the next page. For operators, and owners of the tenant. Errors: bad_argument (400), not_an_agent (401), owners_only (403), tenant_not_found (404).';

COMMENT ON FUNCTION "api"."list_agents"(uuid, uuid, integer) IS 'Agents in the order of their ids; give the last one as after for the next page. For operators, and owners of the tenant. Errors: bad_argument (400), not_an_agent (401), owners_only (403), tenant_not_found (404).';

COMMENT ON FUNCTION "api"."list_alert_notices"(integer) IS 'What operators were told of alerts, the newest first: [{slo, subject, episode, what, severity, message, made_at, handed_at, job_ids, tries, error}]. For operators. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."list_alerts"() IS '{at, evaluated_at, is_late, alerts: [{slo, subject, title, severity, state firing, silenced or ok, is_pending, since, burn, figures, message, has_data, runbook, …}]}, what fires first; burn is the level where an SLO has one. Agents see those of their tenant. Scope: metrics:read. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."list_dead_letters"(text, text, text, timestamp with time zone, text, text, integer) IS 'Dead letters, newest first. Pass the last row''s next_page as page; a page shorter than row_limit is the last, unless its last row has no job_id: go on from that one. Scope: jobs:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."list_decisions"(integer, uuid, integer, uuid, uuid) IS 'The last decisions, newest first: what was asked, what was chosen, at which odds. Scope: route:select. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."list_inbound_hooks"(uuid) IS 'Inbound hooks, of all tenants or of one; at most 1000. For operators. No errors.';

COMMENT ON FUNCTION "api"."list_ingress_limits"() IS 'What ingress lets in: [{scope, tenant_id, max_count, per_seconds}], defaults included. For operators. No errors.';

COMMENT ON FUNCTION "api"."list_jobs"(text, text, bigint, integer, text, uuid, timestamp with time zone, timestamp with time zone) IS 'Jobs, newest first; since and until (exclusive) look at created_at; only_tenant is for operators. Pass next_before_job_id as before_job_id for the next page; a page may be short, and a lone row without job_id says that a million jobs held no match: go on from its cursor. Scope: jobs:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."list_members"(uuid, uuid, integer) IS 'The members of a tenant; give the last one as after for the next page. For operators, and owners of the tenant. Errors: bad_argument (400), not_an_agent (401), owners_only (403), tenant_not_found (404).';

COMMENT ON FUNCTION "api"."list_models"(text, text, boolean) IS 'The models of the catalogue, each with its price now (null = unknown), in nano-dollars per million tokens. Scope: route:select. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."list_notification_channels"() IS 'All channels; none holds a secret. For operators. No errors.';

COMMENT ON FUNCTION "api"."list_policies"() IS 'Policies with their last report, newest first; an agent sees its tenant''s and the default ones. Scope: route:select. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."list_quality_runs"(text, text, uuid, integer) IS 'Runs, newest first, keyset pages of 1 to 500. Scope: quality:read. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."list_schedules"(text, bigint, integer) IS 'Schedules with next_run_at and last_run, in the order in which they were made; pass the last schedule_id as after_schedule_id for the next page. Scope: schedules:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."list_signing_keys"() IS 'Signing keys, newest first, without their private halves. For operators. No errors.';

COMMENT ON FUNCTION "api"."list_silences"(boolean) IS '[{silence_id, slo, subject, starts_at, until, reason, by, removed_by, is_active}], the newest first, 500 at most. For operators. No errors.';

COMMENT ON FUNCTION "api"."list_slos"() IS '{at, slos: [{name, kind, objective, …, now: {good, total, share, budget_left, burn_1h} or {levels: [{subject, value, says}]}}]}. Agents see those of their tenant. Scope: metrics:read. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."list_snapshot_parts"() IS 'What a snapshot is made of: {documents, tables}, in the order in which tables come back. For operators. No errors.';

COMMENT ON FUNCTION "api"."list_subscription_dead_letters"(text, integer, uuid) IS 'Messages that failed as often as the subscription allows. Scope: events:subscribe. Errors: bad_argument (400), not_an_agent (401), agent_revoked, channel_forbidden, insufficient_scope (403), subscription_not_found (404).';

COMMENT ON FUNCTION "api"."list_subscriptions"(uuid) IS 'The caller''s subscriptions with state, cursor, retries and dead letters; for operators those of a tenant, or all. Scope: events:subscribe. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."list_tenants"(uuid, integer) IS 'Tenants in the order of their ids; give the last one as after for the next page. For operators. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."list_workers"(text, text, bigint, integer) IS 'Registered workers and their state: live, late, orphaned, draining or gone. Pass the last worker_id as after_worker_id for the next page. Scope: jobs:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."list_workflows"(text, text, uuid, integer) IS 'Runs, newest first. Pass next_before_workflow_id as before_workflow_id for the next page; a page may be short, as in list_jobs. Scope: flows:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."metrics_gauges"() IS 'How things stood at the last look (lanes by tenant, places, health), histograms of times, gates: what Prometheus reads beside metrics_totals. Scope: metrics:read. Errors: not_an_agent (401), agent_revoked, insufficient_scope, operators_only (403).';

COMMENT ON FUNCTION "api"."metrics_health"() IS 'Whether housekeeping keeps up: overdue waiting jobs and expired leases. Scope: metrics:read. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."metrics_history"(text, timestamp with time zone, timestamp with time zone, text, jsonb) IS 'A series over time, a point a step (1m for two days, 1h for 60 days, 1d for two years); labels narrow by executor, type, priority, function, route, status, provider or model. Scope: metrics:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."metrics_keys"() IS 'Keys in use: metadata, age, last use, alerts; never a value. Scope: metrics:read. Errors: not_an_agent (401), agent_revoked, insufficient_scope, operators_only (403).';

COMMENT ON FUNCTION "api"."metrics_routing"(text, integer) IS 'Serving policies, health per provider and the last decisions of since_min minutes (1 to 10080), of one service or all. Scope: metrics:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."metrics_summary"(integer) IS 'Jobs by state and lane, transitions, wait and run times, failure rate, dead letters, gate latency of the last window_minutes (1 to 10080). Scope: metrics:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."metrics_totals"() IS 'Transitions since the beginning by event type, counters of routing and keys, and what is so now of both. Scope: metrics:read. Errors: not_an_agent (401), agent_revoked, insufficient_scope, operators_only (403).';

COMMENT ON FUNCTION "api"."next_route"(uuid, jsonb) IS 'The next attempt after one failed: {attempt, http_status, retry_after_ms, first_token_ms, total_ms, usage, error}, all optional; without a status it is a failure that told nothing. Answers as select_route, or {refused: …}; wait_ms says to pause first. The same attempt told twice gets the same answer. Scope: route:select. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), decision_not_found (404).';

COMMENT ON FUNCTION "api"."pause_schedule"(text, uuid) IS 'Lets a schedule rest until resume_schedule. Answers it. Scope: schedules:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), schedule_not_found (404).';

COMMENT ON FUNCTION "api"."pause_subscription"(text, uuid) IS 'Pauses a subscription; it keeps its cursor. Scope: events:subscribe. Errors: bad_argument (400), not_an_agent (401), agent_revoked, channel_forbidden, insufficient_scope (403), subscription_not_found (404).';

COMMENT ON FUNCTION "api"."plan_quality_run"(uuid, jsonb, uuid) IS 'Keeps a run''s plan and enqueues a weekly run''s gates and aggregate; a repeat returns the first plan. Scope: quality:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), quality_run_not_found (404).';

COMMENT ON FUNCTION "api"."poll_subscription"(text, text, integer, uuid) IS 'Takes the next batch of a pull subscription: {fence, lease_expires_at, paused, messages: [{message, channel, attempt}]}. One batch is in hand at a time. Scope: events:subscribe. Errors: bad_argument (400), not_an_agent (401), agent_revoked, channel_forbidden, insufficient_scope (403), subscription_not_found (404).';

COMMENT ON FUNCTION "api"."preview_schedule"(text, text, integer, timestamp with time zone) IS 'The next count (1 to 1000) times of a cron expression in a time zone, after now or a time. Scope: schedules:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."promote_signing_key"(text) IS 'agent-token signs with this key from now on; the one before is previous. For operators. Errors: access_not_found (404), access_conflict (409).';

COMMENT ON FUNCTION "api"."provider_health"(integer) IS 'Health of every model that was called: breaker, error rate, speed, and what the last minutes counted. Scope: metrics:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."publish"(jsonb) IS 'Publishes 1 to 1000 messages [{type, payload, event_id, stream, tenant_id, agent_id, role, correlation_id, cause, traceparent, schema}], all or none, in the caller''s transaction. Scope: events:publish. Errors: bad_argument (400), not_an_agent (401), agent_revoked, channel_forbidden, insufficient_scope (403), idempotency_conflict (409), payload_too_large (413).';

COMMENT ON FUNCTION "api"."quality_gate_recent"(integer) IS 'The newest row_limit (1 to 100) quality runs with gates, artifacts, fixes and, while open, their jobs. Scope: quality:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."queue_stats"() IS 'What stands where: per lane, the ready jobs (counted up to 100,000) and those held, waiting and blocked. Scope: jobs:read. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."record_artifacts"(jsonb) IS 'Keeps 1 to 100 artifact rows, all or none; outcome recorded or superseded. Scope: quality:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), quality_run_not_found (404).';

COMMENT ON FUNCTION "api"."record_gate_fixes"(jsonb) IS 'Keeps 1 to 100 gate fixes, all or none; outcome recorded, superseded or run_finished, result fixed, not_enough or worse. Scope: quality:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), quality_run_not_found (404).';

COMMENT ON FUNCTION "api"."record_gate_results"(jsonb) IS 'Keeps 1 to 100 gate verdicts, all or none; outcome recorded, superseded or run_finished. Scope: quality:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), quality_run_not_found (404).';

COMMENT ON FUNCTION "api"."record_http"(uuid, jsonb) IS 'For functions: what was answered since the last flush [{function, route, status, bins, bin_counts, places, ms}]. A repeated flush_id counts once, and answers false. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."redrive_dead_letter"(bigint, jsonb, double precision) IS 'Enqueues one dead job anew, with an edited payload where one is given; the dead one stays as it was. Answers {dead_job_id, job_id, outcome: redriven | already_redriven | discarded}. Scope: jobs:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), dead_letter_not_found (404), payload_too_large (413), schema_mismatch (422).';

COMMENT ON FUNCTION "api"."redrive_dead_letters"(bigint[]) IS 'Enqueues dead jobs anew as new jobs whose cause is the dead one: redriven, already_redriven (with the first new job), discarded, workflow_moved_on (the step''s failure has been acted upon) or not_found. Scope: jobs:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."redrive_matching"(jsonb, integer, double precision) IS 'Redrives undecided dead letters that match {stage, reason, type_prefix, since, until}, oldest first, at most max_jobs; with per_minute they become ready at that rate. Answers {redriven, job_ids, last_run_at, more}. Scope: jobs:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."redrive_subscription"(text, uuid[], uuid) IS 'Sends dead letters again, all or the ones named, at most 1000 a call: {redriven}. Scope: events:subscribe. Errors: bad_argument (400), not_an_agent (401), agent_revoked, channel_forbidden, insufficient_scope (403), subscription_not_found (404).';

COMMENT ON FUNCTION "api"."register_worker"(text, text, text, jsonb, integer, integer, integer, integer) IS 'Says who a worker is, so that it is listed, can be drained and loses its jobs two missed beats after it died. Every work call is a beat. Answers {worker, executor, drain, beat_seconds, prefetch_max, max_per_minute, now}. Scope: jobs:work. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), worker_taken (409).';

COMMENT ON FUNCTION "api"."release_jobs"(jsonb) IS 'Gives held jobs [{job_id, fence, delay_seconds}] back without using an attempt. Each is decided alone: released, cancelled or lease_lost. Scope: jobs:work. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."remove_inbound_hook"(text) IS 'Removes an inbound hook: {removed}. For operators. No errors.';

COMMENT ON FUNCTION "api"."remove_member"(uuid, uuid) IS 'A person leaves the tenant, from the next call on; false when it was no member. For operators, and owners of the tenant. Errors: not_an_agent (401), owners_only (403), tenant_not_found (404), access_conflict (409).';

COMMENT ON FUNCTION "api"."remove_notification_channel"(text) IS 'Removes a channel; answers whether there was one. For operators. No errors.';

COMMENT ON FUNCTION "api"."remove_oidc_trust"(uuid) IS 'Ends a trust; false when there is none. For operators. No errors.';

COMMENT ON FUNCTION "api"."remove_schedule"(text, uuid) IS 'Removes a schedule and its history; what it started stays. Answers whether there was one. Scope: schedules:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."remove_silence"(bigint, text) IS 'Ends a silence now; the next round tells so. Answers whether it still lasted. For operators. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."remove_slo"(text) IS 'Removes an SLO with its alerts; answers whether there was one. For operators. No errors.';

COMMENT ON FUNCTION "api"."renew_claims"(bigint[]) IS 'Extends leases. Per fence: the new end, or null when the claim is lost, and the jobs to stop because somebody cancelled them. Scope: jobs:work. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."request"(text, jsonb, integer, text, text, uuid, uuid, text, uuid) IS 'Asks another agent: enqueues a job that is cancelled hard when no reply came in time. Answers {request_id, job_id, created, expires_at}. Scope: jobs:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), idempotency_conflict (409), payload_too_large (413), schema_mismatch (422).';

COMMENT ON FUNCTION "api"."resume_schedule"(text, uuid) IS 'Lets a schedule run on, from now: what fell due while it was paused is not made up for. Answers it. Scope: schedules:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), schedule_not_found (404).';

COMMENT ON FUNCTION "api"."resume_subscription"(text, uuid) IS 'Resumes a subscription where it stood, also one that was paused because its endpoint failed or was gone. Scope: events:subscribe. Errors: bad_argument (400), not_an_agent (401), agent_revoked, channel_forbidden, insufficient_scope (403), subscription_not_found (404).';

COMMENT ON FUNCTION "api"."resume_tenant"(uuid) IS 'Ends suspend_tenant. For operators. Errors: tenant_not_found (404), access_conflict (409).';

COMMENT ON FUNCTION "api"."resume_worker"(text, uuid) IS 'Takes a drain back: the worker is given jobs again. Answers {worker, state, held}. tenant_id: operators only, whose worker it is. Scope: jobs:write. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403), worker_not_found (404).';

COMMENT ON FUNCTION "api"."retire_signing_key"(text, boolean) IS 'Publishes a standby or previous key no more; one whose tokens may still hold only by force. For operators. Errors: access_not_found (404), access_conflict (409).';

COMMENT ON FUNCTION "api"."return_budget_lease"(uuid, numeric, uuid) IS 'Returns what is left of a lease, by what was spent of it; late returns count as well, and a second one answers the first: {lease_id, spent_nano}. Scope: route:select. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), lease_not_found (404).';

COMMENT ON FUNCTION "api"."revoke_agent"(uuid) IS 'Ends an agent for good; its tokens are refused from the next call on. For operators, and owners of the tenant. Errors: not_an_agent (401), owners_only (403), agent_not_found (404).';

COMMENT ON FUNCTION "api"."revoke_agent_key"(uuid) IS 'Assertions signed with the key are refused from now on. For operators, and owners of the tenant. Errors: not_an_agent (401), owners_only (403), access_not_found (404).';

COMMENT ON FUNCTION "api"."revoke_credential"(uuid) IS 'The credential gives no more tokens. For operators, and owners of the tenant. Errors: not_an_agent (401), owners_only (403), access_not_found (404).';

COMMENT ON FUNCTION "api"."run_schedule_now"(text, text, uuid) IS 'Runs a schedule now, paused or not, as its overlap policy allows: {due_at, state: started | waiting | skipped | failed, reason, job_id, workflow_id, error, created}. A repeated key answers the first run. Scope: schedules:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), schedule_not_found (404).';

COMMENT ON FUNCTION "api"."schedule_gate"(text, text, boolean, integer) IS 'Opens the gate_fix run of a target and ISO week (default: now, UTC) and enqueues quality.gate; idempotent. Scope: quality:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope, target_not_allowed (403).';

COMMENT ON FUNCTION "api"."schedule_history"(text, timestamp with time zone, integer, uuid) IS 'Runs of a schedule, newest first: started, waiting, skipped (missed, overlap, replaced; covers says how many due times) or failed. Pass the last due_at as before_due_at for the next page. Scope: schedules:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."schedule_weekly"(text, text, boolean, integer) IS 'Opens the quality run of a target and ISO week (default: now, UTC) and enqueues orchestrator.decide; idempotent. Scope: quality:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope, target_not_allowed (403).';

COMMENT ON FUNCTION "api"."select_route"(text, integer, integer, text, integer, real, text[], text, text, text[], text, text, integer, boolean, bigint, text, uuid, text, bigint) IS 'Chooses a model by the published policy, holds the money and gives a grant that alone opens the key. A refusal is an answer: {refused: {status, details: no_candidate | budget_exceeded | rate_limited, …}}. Scope: route:select. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope, tenant_forbidden (403), idempotency_conflict (409).';

COMMENT ON FUNCTION "api"."send_notification"(text, text, jsonb, text[]) IS 'Tells operators {title, severity, text, facts, links, at, thread, recovered_from} through the channels named, or those subscribed to the kind; once per dedupe_key within 30 days. Answers {jobs: [{channel, job_id, created}]}. For operators. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."send_test_notification"(text) IS 'Sends a test message to one channel, whatever it is subscribed to. Answers {channel, job_id, created}. For operators. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."set_inbound_hook"(text, text, text, jsonb, uuid, text, boolean, boolean) IS 'Adds or changes a rule by which webhooks of github, stripe or standard become jobs: event_types maps events to types of jobs (null = ignored), job_type is for the rest. For operators. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."set_ingress_limit"(text, integer, integer, uuid) IS 'What ingress lets in: max_count per_seconds of each key, tenant or address, or (queue) as many ready jobs of an executor; null removes the row. For operators. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."set_notification_channel"(text, text, jsonb, text, text[], text) IS 'Adds or replaces a channel: kind slack, google_chat, github_issue {repository, labels}, email {to, from} or webhook {signing_secret_env}. secret_env names the variable of the notify function with its URL or token. For operators. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."set_oidc_trust"(uuid, text, text, text, text) IS 'Lets OIDC tokens of an issuer (such as GitHub) for this subject, where * stands for anything, give tokens of the agent. For operators. Errors: bad_argument (400), agent_not_found (404), access_conflict (409).';

COMMENT ON FUNCTION "api"."set_runbook_base"(text) IS 'Where links of alerts lead: #section is put behind it; docs/runbook.md unless set. For operators. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."set_schedule"(text, text, integer, text, jsonb, jsonb, text, integer, integer, text, integer, boolean, timestamp with time zone, timestamp with time zone, uuid) IS 'Creates or replaces a schedule: when (cron or every_seconds, in a time zone), what (job or workflow), and its policies: missed skip | one | all, overlap allow | skip | buffer_one | cancel_previous. Scope: schedules:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), payload_too_large (413), schema_mismatch (422).';

COMMENT ON FUNCTION "api"."set_slo"(text, jsonb) IS 'Makes an SLO, or changes the given settings of one (a null takes it away): {kind, title, objective 0..1 with threshold_ms, or warning_at and critical_at, tenant_id or executor, window_days, rules [{severity, long_seconds, short_seconds, burn}], min_events, min_bad, for_seconds, clear_seconds, remind_seconds, runbook, enabled}. Answers it with how it stands. For operators. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."settle_route"(uuid, integer, jsonb, text, integer, integer, integer, bigint) IS 'Ends an attempt and bills it: usage as the provider told it (null = not told: the estimate is billed). Answers {decision_id, attempt, cost_nano, is_estimate, usage}; the same again answers the same. Scope: route:select. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), decision_not_found (404), already_settled (409).';

COMMENT ON FUNCTION "api"."settle_routes"(jsonb) IS 'Settles many attempts [{decision_id, attempt, usage, status, http_status, first_token_ms, total_ms, retry_after_ms}], up to 1000, each as settle_route does; one that cannot be answers {refused: {…}} and stops no other. Scope: route:select. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."show_trace"(bigint) IS 'The trace that a job belongs to: {trace_id, job_id, spans: [{span_id, parent_span_id, name, kind, started_at, ended_at, status, attributes}], is_capped}. Jobs, waits, attempts, workflow steps, calls of models, messages. Scope: jobs:read. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403), job_not_found (404).';

COMMENT ON FUNCTION "api"."show_webhook_key"(text, boolean, uuid) IS 'For the events function, which derives the signing secret that this notes as shown; it returns no secret. Scope: events:subscribe. Errors: bad_argument (400), not_an_agent (401), agent_revoked, channel_forbidden, insufficient_scope (403), subscription_not_found (404), secret_already_shown (409).';

COMMENT ON FUNCTION "api"."signal_workflow"(uuid, text, jsonb) IS 'Gives a run a signal: {outcome: accepted | already_signalled | closed}. The first of a name counts, and it may come early. Scope: flows:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), workflow_not_found (404), payload_too_large (413).';

COMMENT ON FUNCTION "api"."silence_alert"(text, timestamp with time zone, text, text, text) IS 'Lets nobody be told of an SLOs alerts (slo *: of any), or of one subjects, until a time in the next 90 days; its end is told. Answers {silence_id, slo, subject, until, reason, by, is_active}. For operators. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."spend_summary"(uuid, integer) IS 'What an agent''s tenant (operators: any, or all) has spent: {budgets: as list_budgets, models: [{model, requests, tokens, cost_nano}] of the last hours}, some seconds late. Scope: money:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."start_jobs"(jsonb) IS 'Moves assigned jobs [{job_id, fence}] to running. Each is decided alone: started, cancel_requested (not started, release it) or lease_lost. Scope: jobs:work. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."start_workflow"(text, jsonb, text, integer, uuid, text) IS 'Starts one workflow: {workflow_id, created, state, version}; see start_workflows. Scope: flows:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), idempotency_conflict (409), payload_too_large (413).';

COMMENT ON FUNCTION "api"."start_workflows"(jsonb) IS 'Starts 1 to 1000 workflows [{name, input?, idempotency_key?, version?, tenant_id?, correlation_id?, cause?, traceparent?}], all or none. Answers [{workflow_id, created, state, version}] in order. Scope: flows:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), idempotency_conflict, try_again (409), payload_too_large (413).';

COMMENT ON FUNCTION "api"."subscribe"(text, text[], text, text, text, integer, integer, integer, integer, real, integer, integer, uuid) IS 'Makes a durable subscription (kind pull or webhook) from now or the beginning; the same name again changes its settings and keeps its cursor. Scope: events:subscribe. Errors: bad_argument (400), not_an_agent (401), agent_revoked, channel_forbidden, insufficient_scope (403), subscription_exists (409).';

COMMENT ON FUNCTION "api"."suspend_tenant"(uuid) IS 'From the next call on everything with a token of this tenant is refused. For operators. Errors: tenant_not_found (404), access_conflict (409).';

COMMENT ON FUNCTION "api"."take_snapshot"(text, jsonb, integer) IS 'A part of a snapshot: a document, or a page {rows, next} of a table without secrets. For operators. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."unregister_worker"(text) IS 'A worker says goodbye: {worker, outcome: gone | not_registered}. What it still holds goes back at the next sweep. Scope: jobs:work. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."unsubscribe"(text, uuid) IS 'Removes a subscription with its cursor, its retries and its dead letters. Scope: events:subscribe. Errors: bad_argument (400), not_an_agent (401), agent_revoked, channel_forbidden, insufficient_scope (403), subscription_not_found (404).';

COMMENT ON FUNCTION "api"."update_agent"(uuid, text, text[], text[], text) IS 'Changes what is given; tokens handed out before keep their scopes until they expire. For operators, and owners of the tenant. Errors: bad_argument (400), not_an_agent (401), owners_only (403), agent_not_found (404), access_conflict (409).';

COMMENT ON FUNCTION "api"."work"(text, jsonb, bigint[], integer, text) IS 'A worker''s whole turn in one round trip: settles finished [{job_id, fence, outcome: succeeded | failed | released, ...}], renews fences, claims and starts up to want jobs. Answers {now, finished, renewed, jobs}. Scope: jobs:work. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), payload_too_large (413).';

COMMENT ON FUNCTION "api"."worker_heartbeat"(text, real, integer) IS 'A beat, for a worker that makes no work call within beat_seconds. Answers as register_worker does: stop claiming when drain is true. Scope: jobs:work. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), worker_not_found (404).';

COMMENT ON FUNCTION "cogo"."access_token_hook"(jsonb) IS 'The custom access token hook of Supabase Auth: a member''s token says its tenant, role and scopes; nobody else''s does.';

COMMENT ON FUNCTION "cogo"."add_agent_key"(uuid, jsonb) IS 'The public half of a key with which an agent signs its assertions.';

COMMENT ON FUNCTION "cogo"."add_member"(uuid, text, uuid) IS 'A person joins a tenant, or gets another role there.';

COMMENT ON FUNCTION "cogo"."add_metric_rows"(text, jsonb) IS 'Adds [{series_id, at, counts, ms, bins, bin_counts}] to the rows of a step, and to the wider row as well where that has been rolled up already.';

COMMENT ON FUNCTION "cogo"."add_metrics"(jsonb) IS 'Adds [{name, tenant_id, labels, at, counts, ms, bins, bin_counts}] to the history. Whoever calls sees to it that nothing is given twice.';

COMMENT ON FUNCTION "cogo"."add_signing_key"(jsonb) IS 'Publishes a key that does not sign yet, so that verifiers learn it.';

COMMENT ON FUNCTION "cogo"."add_times"(jsonb) IS 'Adds times [{name, within, place, ms, many}] to the histograms of cogo.time_totals whose labels are within. To be called by one at a time.';

COMMENT ON FUNCTION "cogo"."added_counts"(jsonb, jsonb) IS 'Two objects of numbers added name by name.';

COMMENT ON FUNCTION "cogo"."admin_tenant"(uuid) IS 'The tenant whose access the caller may administer: an owner''s own, for an operator the one named (null = any). Errors: not_an_agent (401), owners_only (403), tenant_not_found (404).';

COMMENT ON FUNCTION "cogo"."alert_gauges"() IS 'How many alerts fire by SLO and severity, silenced ones apart; zeros too, so that a rule can name each.';

COMMENT ON FUNCTION "cogo"."alert_message"(cogo.alerts, text, text, text, timestamp with time zone) IS 'What operators read of an alert: the message that cogo.notify takes.';

COMMENT ON FUNCTION "cogo"."alert_rank"(text) IS '2 critical, 1 warning, 0 all is well.';

COMMENT ON FUNCTION "cogo"."are_gate_verdicts"(jsonb) IS 'Whether this tells a verdict for each of lint, check and test, and of no other gate.';

COMMENT ON FUNCTION "cogo"."artifact_line"(cogo.artifacts) IS 'An artifact as the readers tell it; url is relative to the project''s address.';

COMMENT ON FUNCTION "cogo"."await_callback"(bigint, uuid, text, boolean, timestamp with time zone) IS 'Has the end of a new job told to an address, by the webhook of that address, which is made when it is missing. Answers its name. Errors: bad_argument (400), insufficient_scope (403), subscription_exists (409).';

COMMENT ON FUNCTION "cogo"."bin_ms"(smallint) IS 'The time in milliseconds that a bin stands for, no more than 1 % from any in it.';

COMMENT ON FUNCTION "cogo"."binned_times"(jsonb) IS 'What cogo.add_metrics takes, of times [{name, tenant_id, labels, at, bin, ms, many}].';

COMMENT ON FUNCTION "cogo"."bins_quantile"(smallint[], bigint[], double precision) IS 'The time in milliseconds that a share q (0 to 1) of the binned times does not exceed, right to 1 %; null when there are none.';

COMMENT ON FUNCTION "cogo"."bins_spread"(smallint[], bigint[], double precision) IS 'cogo.spread of binned times that took ms together: percentiles and maximum are right to 1 %.';

COMMENT ON FUNCTION "cogo"."budget_levels"(uuid, timestamp with time zone) IS 'The open accounts of budgets with a limit, of a tenant or of all, the 2000 widest. used_nano: spent and owed.';

COMMENT ON FUNCTION "cogo"."burn_of"(cogo.slos, integer, timestamp with time zone) IS 'How fast an SLO''s error budget burned in the last seconds: 1 = just as fast as is allowed, 0 = no bad event, or none at all. A window is counted again after a 240th of it: the hour every 15 seconds.';

COMMENT ON FUNCTION "cogo"."burn_rules"(numeric) IS 'The windows of Google''s SRE workbook for an objective: they alert when 2 % of a month''s error budget go in an hour, 5 % in six, 10 % in a day or in three.';

COMMENT ON FUNCTION "cogo"."caller_limits"(text) IS 'The suffixes that narrow a scope in the caller''s token; null = it holds the whole scope, or is an operator; none = it does not hold it.';

COMMENT ON FUNCTION "cogo"."caller_tenant"(text) IS 'Whom the caller acts for, if its token allows the scope (whole, or narrowed by a suffix) and nobody revoked it; null for an operator. Each door asks it first. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "cogo"."caller_traceparent"() IS 'The traceparent header of the request that PostgREST is answering, or null: what a call belongs to that names no other.';

COMMENT ON FUNCTION "cogo"."channel_problem"(text, jsonb) IS 'What is wrong with the settings of a channel, or null. Never repeats what was given.';

COMMENT ON FUNCTION "cogo"."channels_for"(text, jsonb, text[]) IS 'The channels that hear a message: those named, else those subscribed to its kind at its severity. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."check_agent"(text, text[], text[], text) IS 'Refuses an agent that makes no sense. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."check_callback_url"(text) IS 'Refuses an address that no webhook may have; whether it is a public one is judged when it is sent to. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."check_history"(text, text, jsonb) IS 'Refuses an unknown series, step or label. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."check_notification"(text, text, jsonb) IS 'Refuses a notification whose form is wrong. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."check_timed"(text) IS 'Refuses what no times are kept of. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."claim_notifications"(text, integer) IS 'Takes up to want due notify.send jobs under a fence, each with its message and its channel as it is now; null where the row is gone.';

COMMENT ON FUNCTION "cogo"."create_agent"(text, text[], uuid, text, text[], uuid) IS 'Creates an agent; one of the tenant whose agent_id is there is answered as it is.';

COMMENT ON FUNCTION "cogo"."create_tenant"(text, uuid, jsonb) IS 'Creates a tenant; one whose tenant_id is there is answered as it is.';

COMMENT ON FUNCTION "cogo"."decide_route"(uuid, uuid, jsonb, uuid, timestamp with time zone, text, bigint) IS 'Ranks, draws, writes the receipt, and issues what was drawn; what cannot be had is followed by the others, best first.';

COMMENT ON FUNCTION "cogo"."decision_quality"(timestamp with time zone, uuid) IS 'Of the newest 5,000 routing decisions since a time: how many ended in an answer, on whichever attempt, of those that were tried. Left out: what is open, what the caller gave up or got wrong (4xx), what nobody told.';

COMMENT ON FUNCTION "cogo"."default_slos"() IS 'The SLOs that an installation begins with; cogo.lay_slos writes them.';

COMMENT ON FUNCTION "cogo"."demand_empty_project"() IS 'Refuses to restore over what is there. Errors: project_not_empty (409).';

COMMENT ON FUNCTION "cogo"."describe_schema"() IS 'The schemas cogo and api from the catalogue: tables and views with columns, constraints and indexes; functions with the hash of their text.';

COMMENT ON FUNCTION "cogo"."end_silences"(timestamp with time zone) IS 'Ends silences whose time is over and says so, with how the alerts stand that they hid. Answers how many.';

COMMENT ON FUNCTION "cogo"."enqueue_gate"(cogo.quality_runs) IS 'Enqueues the quality.gate job of a new run and the aggregate that waits for it, and notes their ids there.';

COMMENT ON FUNCTION "cogo"."evaluate_alerts"() IS 'One round: judges every SLO, moves its alerts, ends silences, tells operators what changed and hands it to cogo.notify. Runs every 15 seconds; any number may run at once.';

COMMENT ON FUNCTION "cogo"."event_counts"() IS 'Transitions since the beginning by event type: the folded ones and up to 20,000 newer events.';

COMMENT ON FUNCTION "cogo"."exchange_assertion"(uuid, text, timestamp with time zone, text[]) IS 'What the token of an agent says that signed an assertion; the function has checked the signature. Errors: bad_argument (400), invalid_credential (401), insufficient_scope (403).';

COMMENT ON FUNCTION "cogo"."exchange_credential"(bytea, text[]) IS 'Whose secret it is and what its token may say. A burst of 30, then one in 2 seconds; what is refused uses nothing up. Errors: bad_argument (400), invalid_credential (401), insufficient_scope (403), rate_limited (429).';

COMMENT ON FUNCTION "cogo"."exchange_oidc"(text, text, text, text, timestamp with time zone, text[], uuid) IS 'What the token of the agent says that trusts an OIDC subject; the function has checked the signature. Errors: bad_argument (400), invalid_credential (401), insufficient_scope (403).';

COMMENT ON FUNCTION "cogo"."executor_rates"(text, timestamp with time zone) IS 'Jobs in and out a second, mean run, share of failures among at least ten ends, and the 95th percentile of the wait (to 1 %) of the last five minutes or so.';

COMMENT ON FUNCTION "cogo"."explain_queue"(smallint) IS 'Writes on the tables of a lane''s queue what they are, for who sees them in Studio.';

COMMENT ON FUNCTION "cogo"."file_notification"(text, text, jsonb, text[]) IS 'Keeps a message under its dedupe_key and enqueues a notify.send job per channel that hears it. Within 30 days a repeat answers the first jobs, created = false, whatever it says. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."find_agent_key"(uuid, text) IS 'The public key by which an assertion is checked, or null.';

COMMENT ON FUNCTION "cogo"."find_inbound_hook"(text) IS 'How the signature of a hook is to be checked; null = there is none, or it is paused.';

COMMENT ON FUNCTION "cogo"."find_oidc_issuer"(text) IS 'Where the keys of a trusted issuer are, and for whom its tokens may be; null for any other.';

COMMENT ON FUNCTION "cogo"."fix_result"(text, jsonb, jsonb, boolean) IS 'What a fix came to. worse: a gate ranks lower than before, more tests fail or fewer pass; fixed: it applies and its own gate passes; else not_enough.';

COMMENT ON FUNCTION "cogo"."fix_side"(jsonb) IS 'One side of a fix as the readers tell it: the verdict that a run with these gates would have, and the gates in their order.';

COMMENT ON FUNCTION "cogo"."flow_spans"(bigint[]) IS 'Runs of workflows as spans, with their steps; what a step enqueues, and what undoes it, names it as its parent by cogo.step.job_id.';

COMMENT ON FUNCTION "cogo"."fold_events"() IS 'Adds settled events to cogo.event_totals and to the history, in bounded rounds (cogo.fold_reach), and answers how many ids it passed. Run it every few seconds.';

COMMENT ON FUNCTION "cogo"."fold_http"(timestamp with time zone) IS 'Adds what functions counted of their answers to the history and to cogo.time_totals, at most 2,000 flushes a round.';

COMMENT ON FUNCTION "cogo"."fold_job_metrics"(bigint, bigint) IS 'Adds settled events to the history, job by job: every transition, and how long each waited for its first claim and ran.';

COMMENT ON FUNCTION "cogo"."fold_leases"(timestamp with time zone) IS 'Adds renewed leases and refused claims to the history and to cogo.call_totals, at most 20,000 notes a round.';

COMMENT ON FUNCTION "cogo"."fold_losses"(jsonb, bigint, bigint) IS 'Adds holds whose worker fell silent, and dead letters by stage and reason, to cogo.call_totals; forgets since when the jobs were ready that have been claimed.';

COMMENT ON FUNCTION "cogo"."fold_metric_notes"(timestamp with time zone) IS 'Moves what was noted on the way into the history: renewals, conflicts, runs of schedules, answers of functions. By one at a time, see cogo.fold_calls.';

COMMENT ON FUNCTION "cogo"."fold_reach"(bigint, bigint) IS 'How far one fold goes: 100,000 numbers or 500,000 transitions of jobs, whatever is less.';

COMMENT ON FUNCTION "cogo"."fold_schedule_notes"() IS 'Moves settled runs of schedules into the history: how many came to which state, how many started more than 60 s late, and the lag. At most 20,000 notes a round.';

COMMENT ON FUNCTION "cogo"."fold_usage"(jsonb) IS 'Adds tokens and cost [{tenant_id, model_id, at, requests, input, cache_read, cache_write, output, cost_nano}] to the history and to cogo.call_totals. Totals never shrink: a bill below what was booked lowers the history alone.';

COMMENT ON FUNCTION "cogo"."forget_alerts"(timestamp with time zone) IS 'Forgets notices and silences after 90 days, alerts of things that are gone after a week. Answers how many notices.';

COMMENT ON FUNCTION "cogo"."forget_metrics"(integer) IS 'Drops minutes after 2 days, hours after 60 and days after 2 years, none that is not in its wider row, and series of which nothing is left. Answers how many rows.';

COMMENT ON FUNCTION "cogo"."gate_fixes_of"(jsonb) IS 'Reads a batch of gate fixes into columns; refuses what does not fit.';

COMMENT ON FUNCTION "cogo"."gate_operations"(timestamp with time zone, timestamp with time zone, uuid) IS 'What the operational gates are judged by: jobs that failed for good of those that ended, p90 of the wait, decisions that worked out.';

COMMENT ON FUNCTION "cogo"."gate_summary"(integer) IS 'Pass rate of quality runs and gates in a window of days (at most 1,000 runs), what the operational gates are judged by, and the last ten runs. Open runs count in no rate. Errors: bad_argument (400), not_an_agent (401).';

COMMENT ON FUNCTION "cogo"."gate_wait"(timestamp with time zone, timestamp with time zone, uuid) IS 'How many jobs were measured in a span and within how many milliseconds nine in ten of them began, from enqueue to first claim. Without the jobs of quality runs, which wait for a runner on purpose.';

COMMENT ON FUNCTION "cogo"."get_agent"(uuid) IS 'An agent and all that it can get tokens by; no secret and no hash.';

COMMENT ON FUNCTION "cogo"."get_quality_run"(uuid) IS 'A run with its plan, the states of its jobs, its gate results, its artifacts and its fixes.';

COMMENT ON FUNCTION "cogo"."hand_over_notices"(timestamp with time zone) IS 'Makes notify.send jobs of what operators are to be told; from there on the job engine sees to it. What is refused is tried again, later and later up to an hour. Answers how many were handed over.';

COMMENT ON FUNCTION "cogo"."history_finished"(timestamp with time zone, timestamp with time zone, uuid) IS 'cogo.metrics_finished from the history: of all jobs of a span, however many. A retry''s end counts among the runs.';

COMMENT ON FUNCTION "cogo"."history_lines"(text, timestamp with time zone, timestamp with time zone, text, uuid, jsonb, boolean) IS 'The points of one line, or of a line per lane.';

COMMENT ON FUNCTION "cogo"."history_source"(text) IS 'What a series of cogo.metrics_history is drawn from: the name in cogo.metric_series, how, and the count or quantile.';

COMMENT ON FUNCTION "cogo"."history_transitions"(timestamp with time zone, timestamp with time zone, uuid) IS 'cogo.metrics_transitions from the history: {event type: jobs}, however many.';

COMMENT ON FUNCTION "cogo"."history_value"(text, text, jsonb, smallint[], bigint[], numeric, text) IS 'The value of one point: a count, closed jobs a minute, a share of 0 to 1, a mean level, a quantile in milliseconds or an age in seconds.';

COMMENT ON FUNCTION "cogo"."ids_around"(timestamp with time zone) IS 'Two job ids with a moment between them: up to low all were made before it, above high none. Halves the ids, since they follow created_at but for calls that overlap. For null: all ids.';

COMMENT ON FUNCTION "cogo"."ingress_cancel"(uuid, text) IS 'Cancels a job: {outcome: cancelled | cancel_requested | already_closed}. Errors: bad_argument (400), job_not_found (404).';

COMMENT ON FUNCTION "cogo"."ingress_enqueue"(jsonb, text, text) IS 'Decides whether a request from outside is let in, and enqueues its job: one call. A refusal is an answer: {refused: {status, …}}. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."ingress_events"(uuid, uuid) IS 'What a job went through after an event, in order, at most 100: [{id, type, ts, data}]. Errors: job_not_found (404).';

COMMENT ON FUNCTION "cogo"."ingress_job"(uuid) IS 'How a job stands, as who asked for it sees it: without payload and result. Errors: job_not_found (404).';

COMMENT ON FUNCTION "cogo"."ingress_limit"(text, uuid) IS 'The limit that rules: the tenant''s own, everybody''s, or the default.';

COMMENT ON FUNCTION "cogo"."ingress_refusal"(text, integer) IS 'The refusal of a request that comes too often (429) or when too much waits (503). Errors: rate_limited (429), overloaded (503).';

COMMENT ON FUNCTION "cogo"."ingress_result"(uuid) IS 'How a job ended, {state, result, error}; state null = it has not. Errors: job_not_found (404).';

COMMENT ON FUNCTION "cogo"."ingress_room"(jsonb, uuid, timestamp with time zone) IS 'Whether there is room for a job: in the queue of its executor, and in the budgets that it may be held against. Null = yes, else the refusal. Errors: budget_exceeded (402), overloaded (503).';

COMMENT ON FUNCTION "cogo"."is_http_line"(jsonb) IS 'Whether it is what cogo.fold_http can read.';

COMMENT ON FUNCTION "cogo"."is_silenced"(text, text, timestamp with time zone) IS 'Whether nobody is to be told of an alert at a moment.';

COMMENT ON FUNCTION "cogo"."is_within_scope"(text, text) IS 'Whether the caller''s token covers the channels of a pattern: its scope is whole, or one of its suffixes covers them.';

COMMENT ON FUNCTION "cogo"."issue_credential"(uuid, integer) IS 'A new secret for an agent, told this once: only its hash is kept.';

COMMENT ON FUNCTION "cogo"."job_moves"(bigint, bigint) IS 'What jobs did, by settled events: how many took which transitions when, by lane, tenant and type, and how long they had waited or run.';

COMMENT ON FUNCTION "cogo"."job_spans"(bigint[]) IS 'Jobs as spans: each one''s enqueue, and under it its waits and attempts; a run within its attempt where it did not start at once.';

COMMENT ON FUNCTION "cogo"."judge_level"(cogo.slos, timestamp with time zone) IS 'Holds what an SLO of levels watches, the worst 100, against its levels. kept: what a firing alert keeps until the level is a fifth better.';

COMMENT ON FUNCTION "cogo"."judge_share"(cogo.slos, timestamp with time zone) IS 'Holds an SLO''s burn rates against its rules, the gravest first. severity: a rule holds now. kept: what a firing alert keeps until the burn is a fifth below the rule. Long windows are read only when the short one burns.';

COMMENT ON FUNCTION "cogo"."judge_slos"(timestamp with time zone, bigint) IS 'Judges every SLO, each for itself, and settles its alerts. Answers how many could be judged.';

COMMENT ON FUNCTION "cogo"."keep_an_owner"(uuid, uuid) IS 'Refuses to take the last owner of a tenant away. Its caller holds the lock on the tenant. Errors: access_conflict (409).';

COMMENT ON FUNCTION "cogo"."lay_slos"() IS 'Writes the default SLOs that are not there; what an operator has set stays. Answers how many. Run by the migration; again to get removed ones back.';

COMMENT ON FUNCTION "cogo"."level_audit"(cogo.slos, timestamp with time zone) IS 'How many rows of the sealed audit do not verify, as far as cogo.walk_audit has come.';

COMMENT ON FUNCTION "cogo"."level_budget_burn"(cogo.slos, timestamp with time zone) IS 'Of each budget with a limit, the 2000 widest: what its period will cost at the pace so far over its limit. Nothing is foretold before a twentieth is spent.';

COMMENT ON FUNCTION "cogo"."level_budget_used"(cogo.slos, timestamp with time zone) IS 'Of each budget with a limit, the 2000 widest: what is spent, owed and reserved over its limit.';

COMMENT ON FUNCTION "cogo"."level_claim_conflicts"(cogo.slos, timestamp with time zone) IS 'Reports that the fence refused in the last hour: the worker no longer held the job.';

COMMENT ON FUNCTION "cogo"."level_dead_letters"(cogo.slos, timestamp with time zone) IS 'Open dead letters of the last hour, along their index, 10,000 at most.';

COMMENT ON FUNCTION "cogo"."level_dead_rows"(cogo.slos, timestamp with time zone) IS 'Tables of the engine with more dead rows than live ones, as autovacuum counts them.';

COMMENT ON FUNCTION "cogo"."level_fold_lag"(cogo.slos, timestamp with time zone) IS 'How many seconds figures are behind: the age of the oldest event or bill that is not in them yet.';

COMMENT ON FUNCTION "cogo"."level_housekeeping"(cogo.slos, timestamp with time zone) IS 'How many seconds each part of the housekeeping is late, told by what it has left lying. One look at the head of an index each.';

COMMENT ON FUNCTION "cogo"."level_key_expiry"(cogo.slos, timestamp with time zone) IS 'Per provider in how many days its first active key expires; of those that do within 90 days.';

COMMENT ON FUNCTION "cogo"."level_overspend"(cogo.slos, timestamp with time zone) IS 'Nano-dollars that are spent and reserved beyond a limit, in the open accounts of the 10,000 widest budgets; 0 unless money is lost.';

COMMENT ON FUNCTION "cogo"."level_provider_health"(cogo.slos, timestamp with time zone) IS 'Per provider the share of its models whose breaker is not closed. Of those that were called of late: an open breaker that nobody probes for 10 minutes says nothing.';

COMMENT ON FUNCTION "cogo"."level_queue_age"(cogo.slos, timestamp with time zone) IS 'Per executor how long its first ready job has been ready, in lanes that are not paused: one look at the head of each.';

COMMENT ON FUNCTION "cogo"."level_transaction_age"(cogo.slos, timestamp with time zone) IS 'How many transactions ago the oldest row of this database was frozen; at 2,000,000,000 it stops.';

COMMENT ON FUNCTION "cogo"."level_webhooks"(cogo.slos, timestamp with time zone) IS 'How many subscriptions were paused because their receiver failed or is gone.';

COMMENT ON FUNCTION "cogo"."list_access_audit"(uuid, bigint, integer) IS 'Acts on access, newest first.';

COMMENT ON FUNCTION "cogo"."list_agents"(uuid, uuid, integer) IS 'Agents in the order of their ids.';

COMMENT ON FUNCTION "cogo"."list_alert_notices"(integer) IS 'What operators were told, the newest first, and what became of it. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."list_alerts"() IS 'How every SLO stands, what fires first, 1000 at most; to an agent, those of its tenant. Errors: not_an_agent (401).';

COMMENT ON FUNCTION "cogo"."list_inbound_hooks"(uuid) IS 'Inbound hooks by name, at most 1000; no secret is in them.';

COMMENT ON FUNCTION "cogo"."list_ingress_limits"() IS 'What ingress lets in, defaults included; at most 1000 rows.';

COMMENT ON FUNCTION "cogo"."list_jobs"(text, text, bigint, integer, text, uuid, timestamp with time zone, timestamp with time zone) IS 'A page of jobs, newest first. next_before_job_id is null on the last page; a lone row without job_id says that a million jobs held no match.';

COMMENT ON FUNCTION "cogo"."list_members"(uuid, uuid, integer) IS 'The members of a tenant in the order of their ids.';

COMMENT ON FUNCTION "cogo"."list_notification_channels"() IS 'All channels, by name.';

COMMENT ON FUNCTION "cogo"."list_signing_keys"() IS 'Signing keys, newest first.';

COMMENT ON FUNCTION "cogo"."list_silences"(boolean) IS 'The newest 500 silences that last, or also those that are over.';

COMMENT ON FUNCTION "cogo"."list_slos"() IS 'The SLOs with how they stand; to an agent, those of its tenant. Errors: not_an_agent (401).';

COMMENT ON FUNCTION "cogo"."list_snapshot_parts"() IS 'What a snapshot is made of: {documents, tables}, in the order in which tables come back.';

COMMENT ON FUNCTION "cogo"."list_tenants"(uuid, integer) IS 'Tenants in the order of their ids.';

COMMENT ON FUNCTION "cogo"."list_window"(text, text, text, uuid, timestamp with time zone, timestamp with time zone, bigint, bigint, integer) IS 'One window of cogo.list_jobs: the newest matching jobs between two ids, and where to go on.';

COMMENT ON FUNCTION "cogo"."mend_alert_times"(timestamp with time zone, timestamp with time zone) IS 'Before a round: makes the times of alerts fit a clock that went back, or that went on while nobody looked.';

COMMENT ON FUNCTION "cogo"."message_rank"(jsonb) IS 'How much a message weighs against a channel''s min_severity: 1 info, 2 warning, 3 critical. A recovery weighs what it recovers from.';

COMMENT ON FUNCTION "cogo"."message_spans"(text, uuid) IS 'Published messages that carry a trace, as spans.';

COMMENT ON FUNCTION "cogo"."message_text_problem"(jsonb) IS 'What is wrong with a message but for its facts and links, or null.';

COMMENT ON FUNCTION "cogo"."metric_moves"(text[], bigint[], timestamp with time zone, bigint) IS 'The jobs of one move by lane, tenant, type and time: two look-ups by key per job at most.';

COMMENT ON FUNCTION "cogo"."metric_place"(text) IS 'Where a metric''s growth is kept: the series, and the name in its counts. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."metric_quantile"(text, double precision, timestamp with time zone, timestamp with time zone, uuid) IS 'The time in milliseconds that a share q (0 to 1) of those measured in a span does not exceed (wait, run, http or schedule_lag), right to 1 %; null when there are none. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."metric_row_items"(cogo.metric_rows) IS 'The counters and bins of a row, a line each.';

COMMENT ON FUNCTION "cogo"."metric_rows_apart"() IS 'Hours and days that are not the sum of what was rolled up into them, as far as that is kept.';

COMMENT ON FUNCTION "cogo"."metric_share_within"(text, double precision, timestamp with time zone, timestamp with time zone, uuid) IS 'Of the times measured in a span (wait, run, http or schedule_lag): how many were within limit_ms, known to 1 % of it, and how many there are. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."metric_slices"(text, timestamp with time zone, timestamp with time zone, uuid, jsonb, text) IS 'The rows that tell of a span: of a tenant''s series, or of all that have these labels ({} = each), or, without labels, of all together.';

COMMENT ON FUNCTION "cogo"."metric_spans"(timestamp with time zone, timestamp with time zone, text) IS 'Which rows tell of a span, each thing once: rolled and not rolled ones by step and time. Without a step the fewest that are exact to the minute, where minutes are kept.';

COMMENT ON FUNCTION "cogo"."metric_sum"(text, timestamp with time zone, timestamp with time zone, uuid) IS 'How much a counter grew in a span, of a tenant or of all: jobs_enqueued, jobs_claimed, jobs_started, jobs_succeeded, jobs_failed, jobs_cancelled, jobs_retried, jobs_released, jobs_dead_lettered, leases_renewed, leases_expired, claim_conflicts, schedule_runs, schedule_late, http_requests, http_errors, tokens, cost_nano. To the minute, for two days; then to the hour, then to the day. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."metric_unit"(text) IS 'What date_trunc calls a step of the history; null for what is none.';

COMMENT ON FUNCTION "cogo"."metrics_gauges"() IS 'What Prometheus reads beside cogo.metrics_totals: the last samples, histograms, and the last five minutes. Small tables only. Operators only. Errors: operators_only (403), not_an_agent (401).';

COMMENT ON FUNCTION "cogo"."metrics_history"(text, timestamp with time zone, timestamp with time zone, text, jsonb) IS 'One series over time: a point a step, zero where nothing was counted, null where nothing was measured. An agent sees its tenant. Errors: bad_argument (400), not_an_agent (401).';

COMMENT ON FUNCTION "cogo"."metrics_summary"(integer) IS 'What the engine does now and did in a window of minutes. Of more than cogo.events_reach reads job by job, the history tells, as of the last fold. An agent sees its tenant. Errors: bad_argument (400), not_an_agent (401).';

COMMENT ON FUNCTION "cogo"."note_access"(uuid, text, text, jsonb, jsonb) IS 'Keeps who did it, what was before and what is after; nothing where nothing changed.';

COMMENT ON FUNCTION "cogo"."note_conflicts"(integer) IS 'Counts jobs that a caller did not hold any more. Appends a row, on the rare path that refuses; the next tick folds it.';

COMMENT ON FUNCTION "cogo"."note_schedule_runs"() IS 'Trigger of cogo.schedule_runs: notes for metrics what has been settled, and how late it started.';

COMMENT ON FUNCTION "cogo"."notification_tenant"() IS 'The tenant of notify.send jobs: one of its own, so that no bound or limit that holds up others'' work holds up word of it.';

COMMENT ON FUNCTION "cogo"."notifications_due"() IS 'Whether a notification is ready to be sent.';

COMMENT ON FUNCTION "cogo"."notify"(text, text, jsonb, text[]) IS 'Tells operators: one notify.send job per channel; channels null = those subscribed to the kind. message = {title, severity: info | warning | critical | recovered, text, facts [{name, value}], links [{title, url}], at, thread, recovered_from}. Messages of one thread (dedupe_key unless given) share an issue, which a recovery closes. A dedupe_key is told once within 30 days. No channel = no job. For operators and the clock. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."open_quality_run"(text, text, text, boolean, integer) IS 'Opens the run of a kind, target and ISO week and enqueues its first jobs; a repeat returns the first.';

COMMENT ON FUNCTION "cogo"."own_agent"(uuid) IS 'An agent that the caller may administer, locked; another tenant''s is as not there. Errors: not_an_agent (401), owners_only (403), agent_not_found (404).';

COMMENT ON FUNCTION "cogo"."own_fences"(bigint[], uuid) IS 'The fences as given, with null in place of each live claim of somebody else than the calling agent of this tenant (null = an operator): not yours and not there answer alike.';

COMMENT ON FUNCTION "cogo"."own_job"(uuid) IS 'The caller''s job of a public id. Another tenant''s is answered as one that is not there. Errors: job_not_found (404).';

COMMENT ON FUNCTION "cogo"."own_subscription"(text, uuid) IS 'The caller''s subscription of that name, locked; an operator''s with tenant_id null, or that tenant''s. Errors: bad_argument (400), channel_forbidden (403), subscription_not_found (404).';

COMMENT ON FUNCTION "cogo"."own_tenant"(uuid) IS 'A tenant that the caller may administer, locked. Errors: not_an_agent (401), owners_only (403), tenant_not_found (404).';

COMMENT ON FUNCTION "cogo"."plan_quality_run"(uuid, jsonb, uuid) IS 'Keeps the plan of a run; a weekly one also gets its gates and the aggregate that waits for them, in the same transaction.';

COMMENT ON FUNCTION "cogo"."promote_signing_key"(text) IS 'The key signs from now on; the one before is previous: its tokens hold until they expire.';

COMMENT ON FUNCTION "cogo"."quality_gate_recent"(integer) IS 'The newest quality runs with their gates, artifacts and fixes. An agent sees its tenant. Errors: bad_argument (400), not_an_agent (401).';

COMMENT ON FUNCTION "cogo"."quality_verdict"(uuid) IS 'The verdict of a run (see cogo.verdict_of) and one sentence that says why.';

COMMENT ON FUNCTION "cogo"."queue_depth"(text, bigint) IS 'About how many jobs are ready for an executor, in its lanes and behind them. Exact, or an upper bound that is at most most; beyond most it stops counting.';

COMMENT ON FUNCTION "cogo"."queue_stats"() IS 'What stands where, per lane, as far as the caller may see. Depth is counted up to 100,000.';

COMMENT ON FUNCTION "cogo"."raise_access_not_found"(text, text, text) IS 'Raises one of the 404 words of access.';

COMMENT ON FUNCTION "cogo"."raise_invalid_credential"() IS 'One answer to everything that is unknown, wrong, expired, revoked or suspended.';

COMMENT ON FUNCTION "cogo"."receive_hook"(uuid, text, text[], jsonb) IS 'Enqueues the job of a delivery whose signature was checked, once per delivery id; its events are tried in order, the nearest first. Errors: bad_argument (400), payload_too_large (413), schema_mismatch (422), queue_full (429).';

COMMENT ON FUNCTION "cogo"."record_gate_fixes"(jsonb) IS 'Keeps gate fixes and says what each came to; a later fence replaces an earlier one, and a finished run is never changed.';

COMMENT ON FUNCTION "cogo"."record_http"(uuid, jsonb) IS 'Takes what a function counted of its answers since its last flush. Answers false when this flush was taken before. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."refuse_access"(text, text) IS 'Raises access_conflict (409).';

COMMENT ON FUNCTION "cogo"."refuse_access_audit_change"() IS 'Keeps honest hands off the audit.';

COMMENT ON FUNCTION "cogo"."remove_inbound_hook"(text) IS 'Removes an inbound hook; what it enqueued stays.';

COMMENT ON FUNCTION "cogo"."remove_member"(uuid, uuid) IS 'A person leaves a tenant; its tokens for it are refused from the next call on. False when it was no member.';

COMMENT ON FUNCTION "cogo"."remove_notification_channel"(text) IS 'Removes a channel; answers whether there was one. What still waits for it ends as not sent.';

COMMENT ON FUNCTION "cogo"."remove_oidc_trust"(uuid) IS 'Ends a trust; false when there is none.';

COMMENT ON FUNCTION "cogo"."remove_silence"(bigint, text) IS 'Ends a silence now. Answers whether it still lasted. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."remove_slo"(text) IS 'Removes an SLO with its alerts; of those that operators were told of they are told that they are over. Answers whether there was one.';

COMMENT ON FUNCTION "cogo"."require_fix_artifacts"(uuid, bigint, text[]) IS 'Refuses a fix that names a file which its job has not recorded.';

COMMENT ON FUNCTION "cogo"."restart_identity"(text) IS 'Lets a table count on behind the rows that were put into it.';

COMMENT ON FUNCTION "cogo"."restore_part"(text, jsonb) IS 'Puts a part of a snapshot back. Lanes are opened; schedules come back paused. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."restore_rows"(text, jsonb) IS 'Puts rows of a part back; answers how many. For a restore, which runs as one transaction over an empty project. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."retire_signing_key"(text, boolean) IS 'The key is published no more: what it signed is refused.';

COMMENT ON FUNCTION "cogo"."revoke_agent"(uuid) IS 'Ends an agent for good, with all that it could get tokens by. Its tokens are refused from the next call on.';

COMMENT ON FUNCTION "cogo"."revoke_agent_key"(uuid) IS 'Assertions signed with the key are refused from now on.';

COMMENT ON FUNCTION "cogo"."revoke_credential"(uuid) IS 'A credential gives no more tokens; those it gave hold until they expire, or until revoke_agent.';

COMMENT ON FUNCTION "cogo"."ring_function"(text) IS 'Asks an edge function to do its round, where pg_net is there and Vault holds cogo_functions_url and cogo_secret_key. Elsewhere npm start or a sender process does it.';

COMMENT ON FUNCTION "cogo"."ring_webhooks"() IS 'Asks the events function to deliver, when there is something to deliver.';

COMMENT ON FUNCTION "cogo"."role_scopes"(text) IS 'What the members of a role may do: a viewer reads, a fixer mends, an operator and an owner do everything.';

COMMENT ON FUNCTION "cogo"."roll_up_metrics"(integer) IS 'Adds minutes that are over to their hours, and hours to their days, each once, in bounded rounds. Answers how many rows. Any number may run at once.';

COMMENT ON FUNCTION "cogo"."route_spans"(text, uuid, bigint[]) IS 'Calls of models as spans: the choice, and under it each attempt with its model, tokens and cost; of decisions that carry the trace or name one of the jobs.';

COMMENT ON FUNCTION "cogo"."run_fixes"(uuid) IS 'The gate fixes of a run as the readers tell them, with their artifacts.';

COMMENT ON FUNCTION "cogo"."run_line"(cogo.quality_runs) IS 'One quality run as the readers tell it: verdict, times, its jobs while it is open, gates, up to 100 artifacts, and its fixes.';

COMMENT ON FUNCTION "cogo"."runbook_url"(text) IS 'Where a section of the runbook is read.';

COMMENT ON FUNCTION "cogo"."sample_gauges"() IS 'Looks how things stand (lanes by tenant, open jobs by place, health) and keeps it for whoever scrapes, and depth and age in the history. Bounded; answers how many gauges.';

COMMENT ON FUNCTION "cogo"."sample_lanes"(timestamp with time zone) IS 'Ready jobs and the oldest''s age by lane and tenant: the first 2,000 of each lane (fewer when there are many lanes); those beyond, gaps included, as of no tenant, with is_capped.';

COMMENT ON FUNCTION "cogo"."schedule_gate"(text, text, boolean, integer) IS 'Opens the gate_fix run of a target and ISO week and enqueues its quality.gate job; a repeat returns the first.';

COMMENT ON FUNCTION "cogo"."scope_covers"(text, text) IS 'Whether a scope allows all that another does: the same one, one that it narrows, a longer prefix or a channel within.';

COMMENT ON FUNCTION "cogo"."scope_problem"(text[]) IS 'What is wrong with a list of scopes, or null.';

COMMENT ON FUNCTION "cogo"."select_route"(text, integer, integer, text, integer, real, text[], text, text, text[], text, text, integer, boolean, bigint, text, uuid, text, bigint) IS 'Who asks, for what, whether it asks again, whether it may ask now; then cogo.decide_route.';

COMMENT ON FUNCTION "cogo"."send_notification"(text, text, jsonb, text[]) IS 'As cogo.notify, and tells per channel which job it is and whether it is new.';

COMMENT ON FUNCTION "cogo"."send_test_notification"(text) IS 'Sends a test message to one channel, whatever it is subscribed to. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."series_id"(text, uuid, jsonb) IS 'The number of a series: the same for the same name, tenant and labels, so that nobody has to ask for it.';

COMMENT ON FUNCTION "cogo"."set_inbound_hook"(text, text, text, jsonb, uuid, text, boolean, boolean) IS 'Adds or changes an inbound hook; its tenant stays. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."set_ingress_limit"(text, integer, integer, uuid) IS 'Sets or, without max_count, removes what ingress lets in. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."set_notification_channel"(text, text, jsonb, text, text[], text) IS 'Adds or replaces a channel; what is told from now on follows it, and what waits goes where it now leads.';

COMMENT ON FUNCTION "cogo"."set_oidc_trust"(uuid, text, text, text, text) IS 'Whose OIDC tokens stand for an agent. For operators: the address of the keys is one that the function reads.';

COMMENT ON FUNCTION "cogo"."set_runbook_base"(text) IS 'Where links of alerts lead: #section is put behind it. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."set_signing_state"(text, text) IS 'Writes a key''s state and keeps who did it.';

COMMENT ON FUNCTION "cogo"."set_slo"(text, jsonb) IS 'Makes an SLO or changes the given settings of one; a null takes a setting away. Rules follow a new objective unless they were set by hand. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."set_tenant_state"(uuid, text) IS 'Suspends or resumes a tenant: from the next call on its tokens are refused, or hold again.';

COMMENT ON FUNCTION "cogo"."settle_alert"(cogo.slos, jsonb, timestamp with time zone, bigint) IS 'Takes one alert from state to state by what was seen: ok, pending until for_seconds have gone by, firing, and ok again once it was better for clear_seconds.';

COMMENT ON FUNCTION "cogo"."show_trace"(bigint) IS 'Draws the trace of a job from the tables alone: at most 500 spans, its own first. Errors: job_not_found (404), also for another tenant''s job.';

COMMENT ON FUNCTION "cogo"."signing_jwks"() IS 'The public keys by which tokens are checked: standby, in use and previous.';

COMMENT ON FUNCTION "cogo"."silence_alert"(text, timestamp with time zone, text, text, text) IS 'Lets nobody be told of an SLO''s alerts (*: of any), or of one subject''s, until a time. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."silence_document"(cogo.alert_silences, timestamp with time zone) IS 'A silence as operators read it.';

COMMENT ON FUNCTION "cogo"."slo_document"(cogo.slos, timestamp with time zone) IS 'An SLO with how it stands: of a share, what is left of its error budget (1 = all, negative = overdrawn) and its burn of the last hour; of levels, the worst of them.';

COMMENT ON FUNCTION "cogo"."slo_events"(cogo.slos, timestamp with time zone, timestamp with time zone) IS 'How many events of an SLO there were in a span, and how many of them were good, as the history (cogo.metric_rows) tells: to the minute, times to 1 %.';

COMMENT ON FUNCTION "cogo"."slo_kinds"() IS 'What an SLO can be about. A share is held against an objective by burn rates; a level alerts when it is worse (above, below) than it may be.';

COMMENT ON FUNCTION "cogo"."slo_problem"(cogo.slos) IS 'What is wrong with an SLO beyond its constraints, as "field: problem"; null = nothing.';

COMMENT ON FUNCTION "cogo"."snapshot_columns"(text, text[]) IS 'The columns of a table that a snapshot keeps (none that is generated), and those of its primary key, null where it has none.';

COMMENT ON FUNCTION "cogo"."snapshot_document"(text) IS 'A part of a snapshot that is told and does not come back: schema, verify, metrics_summary, gate_summary, versions. Null for another name.';

COMMENT ON FUNCTION "cogo"."snapshot_parts"() IS 'The tables that a snapshot holds, without omits, and which of their rows come back. Of tables that this version has.';

COMMENT ON FUNCTION "cogo"."snapshot_rows"(text, jsonb, integer) IS 'A page of a part: {rows, next}; next is what to give as after for the next page, null at the end. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."span_id"(text) IS 'A W3C span id that needs no column: the first 8 bytes of the SHA-256 of what the span is of. Workers make that of an attempt, <public id>:<fence>, in the same way.';

COMMENT ON FUNCTION "cogo"."span_text"(numeric) IS 'A span of time as a person says it: 90 seconds, 5 minutes, 6 hours, 3 days.';

COMMENT ON FUNCTION "cogo"."take_ingress_rates"(uuid, text, text, timestamp with time zone) IS 'Takes one request from the rates of a caller, its tenant and its address, or from none. Null = admitted, else the refusal.';

COMMENT ON FUNCTION "cogo"."tell_alert"(cogo.alerts, text, text, timestamp with time zone) IS 'Writes down that operators are to be told of an alert, and what they believe from then on.';

COMMENT ON FUNCTION "cogo"."tell_alerts"(timestamp with time zone) IS 'Tells operators of each alert whose state is not what they believe, once, and reminds them of what still fires and does not calm down. Silenced ones wait. Answers how many.';

COMMENT ON FUNCTION "cogo"."tell_callbacks"(bigint, timestamp with time zone) IS 'Publishes the ends of jobs that a callback waits for, each once, in the order of the ends; at most 5000 events a round.';

COMMENT ON FUNCTION "cogo"."tend_events"() IS 'One bounded round: settled numbers, requests whose time is over, callbacks, doorbells, webhooks, old messages.';

COMMENT ON FUNCTION "cogo"."tend_ingress"(bigint, timestamp with time zone) IS 'One bounded round: callbacks, rates that nobody uses, old deliveries. Answers how many callbacks were published.';

COMMENT ON FUNCTION "cogo"."tend_notifications"() IS 'One bounded round: asks the notify function to send what is due, and forgets what was told 60 days ago.';

COMMENT ON FUNCTION "cogo"."time_bin"(double precision) IS 'The bin of a time in milliseconds: powers of 1.0202, so that cogo.bin_ms of it is right to 1 %. What took no time, or less, has the lowest.';

COMMENT ON FUNCTION "cogo"."time_place"(double precision) IS 'Which bucket of cogo.time_totals a time in milliseconds belongs to: up to 5 ms, 10, 25, 50, 100, 250, 500, 1 s, 2.5, 5, 10, 30, 60, 2 min, 5, 15, an hour, beyond. Changing them means beginning those anew.';

COMMENT ON FUNCTION "cogo"."token_claims"(uuid, text[]) IS 'What a token of an agent says, its scopes or the narrower ones that it asks for, and (signing_kid) which key signs it; null while none is kept here. Errors: bad_argument (400), invalid_credential (401), insufficient_scope (403).';

COMMENT ON FUNCTION "cogo"."told_outcomes"(bigint[], bigint[], text[]) IS 'cogo.settled_outcomes (cogo.checked_outcomes where nothing is expected), with those that lost their lease noted for metrics.';

COMMENT ON FUNCTION "cogo"."trace_members"(cogo.jobs, text) IS 'The jobs and runs of a job''s trace, of its tenant alone, at most 201 and 50: the job and what caused it first, then all that carry the trace, the steps of their workflows, and redrives.';

COMMENT ON FUNCTION "cogo"."trace_of"(cogo.jobs) IS 'The trace id of a job: its caller''s, else its correlation id, which is its own public id by default. Workers do the same.';

COMMENT ON FUNCTION "cogo"."trace_spans"(cogo.jobs, text, bigint[], bigint[], integer) IS 'All spans of a trace, the job''s own first. parent_span_id and under_job (a job''s number) say what each told of its parent, which may be elsewhere.';

COMMENT ON FUNCTION "cogo"."update_agent"(uuid, text, text[], text[], text) IS 'Changes what is given; tokens handed out before keep their scopes until they expire.';

COMMENT ON FUNCTION "cogo"."use_assertion"(uuid, timestamp with time zone) IS 'Takes an assertion: of two that are the same, one is refused. Drops what has expired, ten at a time. Errors: invalid_credential (401).';

COMMENT ON FUNCTION "cogo"."verdict_of"(text[]) IS 'The verdict rule: failed if a gate failed; else error if one broke or left no result (null), or if none ran; else passed.';

COMMENT ON FUNCTION "cogo"."verify_access"() IS 'The part of cogo.verify about who may do what.';

COMMENT ON FUNCTION "cogo"."verify_alerts"() IS 'The part of cogo.verify about alerts: nobody is left untold, and nothing is told of what was not seen.';

COMMENT ON FUNCTION "cogo"."verify_ingress"() IS 'The part of cogo.verify about requests from outside.';

COMMENT ON FUNCTION "cogo"."verify_metrics"() IS 'The part of cogo.verify about the history.';

COMMENT ON FUNCTION "cogo"."verify_notifications"() IS 'The part of cogo.verify about notifications and their channels.';

COMMENT ON FUNCTION "cogo"."verify_quality"() IS 'The part of cogo.verify about quality runs: verdicts, tenants, fixes and their files.';

COMMENT ON FUNCTION "cogo"."w3c_traceparent"(text) IS 'A W3C traceparent as version 00; null for what is none: by the standard that is ignored, never an error.';

COMMENT ON FUNCTION "cogo"."walk_audit"(integer) IS 'Verifies the next rows of the sealed audit, round and round, so that damage anywhere is met in the end. Answers how many rows or seals are known to be wrong. cogo.verify_audit does it whole.';

COMMENT ON SEQUENCE "cogo"."lease_renewals" IS 'Counts renewed leases: drawn once for each by cogo.renew_claims, since a sequence is locked by nobody. What was rolled back counts as well.';

COMMENT ON TABLE "cogo"."access_audit" IS 'Who gave or took which access, what was before and what after. Appended to in the transaction of the act, never changed. Holds no secret.';

COMMENT ON TABLE "cogo"."agent_credentials" IS 'Long-lived secrets of agents, as hashes. Several at once, so that one can be replaced without a pause.';

COMMENT ON TABLE "cogo"."agent_keys" IS 'Public keys of agents that sign an assertion (RFC 7523) with a key of their own instead of holding a secret of ours.';

COMMENT ON TABLE "cogo"."agents" IS 'Who may ask agent-token for tokens, and for which scopes at most. An agent whose tokens are signed elsewhere needs no row.';

COMMENT ON TABLE "cogo"."alert_notices" IS 'What operators were told, and what is still to be handed to cogo.notify: written with the state it tells of, so neither is without the other. Kept for 90 days.';

COMMENT ON TABLE "cogo"."alert_rounds" IS 'How far cogo.evaluate_alerts has come. One row; its lock lets one round run at a time.';

COMMENT ON TABLE "cogo"."alert_silences" IS 'Alerts that nobody is told of for a while. They are judged all the same, and the end of a silence is told.';

COMMENT ON TABLE "cogo"."alerts" IS 'How each SLO stands, one row per thing that it watches. Written by cogo.evaluate_alerts alone.';

COMMENT ON TABLE "cogo"."conflict_notes" IS 'Answers of lease_lost since cogo.fold_metric_notes came by: who came too late was refused. Appended only, so nobody waits for anybody.';

COMMENT ON TABLE "cogo"."gate_fixes" IS 'What a fixer did to a failing gate in a scratch copy of the target, and what all gates said before and after. The target itself is never written.';

COMMENT ON TABLE "cogo"."http_flushes" IS 'What functions counted of their answers, a row a flush. Its number makes a repeated flush count once; kept for an hour.';

COMMENT ON TABLE "cogo"."inbound_deliveries" IS 'Deliveries of inbound hooks that became jobs, for 30 days: the same delivery again is answered with its first job.';

COMMENT ON TABLE "cogo"."inbound_hooks" IS 'Webhooks of others that become jobs: POST /ingress/hooks/<name>. The rules are data; the signature is checked by the function.';

COMMENT ON TABLE "cogo"."ingress_callbacks" IS 'Jobs whose end is to be told to a webhook. The row goes in the transaction that publishes the message.';

COMMENT ON TABLE "cogo"."ingress_cursor" IS 'Up to which event the ends of jobs were told to cogo.ingress_callbacks. One row, or none yet.';

COMMENT ON TABLE "cogo"."ingress_limits" IS 'What the function ingress lets in. A tenant''s own row rules before everybody''s, and that before the defaults of cogo.ingress_limit.';

COMMENT ON TABLE "cogo"."ingress_rates" IS 'How much of each rate of cogo.ingress_limits is used. A row that is missing means nothing is.';

COMMENT ON TABLE "cogo"."members" IS 'People of a tenant, by their id in Supabase Auth. cogo.role_scopes says what a role may do; an owner may also administer the tenant.';

COMMENT ON TABLE "cogo"."metric_horizon" IS 'How far metrics have come. One row.';

COMMENT ON TABLE "cogo"."metric_rows" IS 'History: what each series did in a minute (kept 2 days), an hour (60 days) or a day (2 years). Rows are added to, never set.';

COMMENT ON TABLE "cogo"."metric_series" IS 'What is counted over time: a name and who or what it is of. Forgotten when its last row of cogo.metric_rows is.';

COMMENT ON TABLE "cogo"."notification_channels" IS 'Where operators are told: a Slack or Google Chat space, a repository''s issues, mail, a webhook. Holds no secret.';

COMMENT ON TABLE "cogo"."notifications" IS 'What was told, once per dedupe_key within 30 days. A notify.send job per channel names its row, so a repeat has the same body and is the same job.';

COMMENT ON TABLE "cogo"."oidc_trusts" IS 'Whose tokens stand for an agent: such as GitHub''s for a workflow of one repository. Nothing has to be kept as a secret there.';

COMMENT ON TABLE "cogo"."projects" IS 'Parts of a tenant; a budget may stand on one. There since an agent was first created in it.';

COMMENT ON TABLE "cogo"."ready_notes" IS 'Since when delayed and blocked jobs are ready, until cogo.fold_job_metrics has counted how long they waited from then.';

COMMENT ON TABLE "cogo"."revocations" IS 'Whose tokens are refused though they are signed and not expired: every RPC looks here once (cogo.caller_tenant(scope)).';

COMMENT ON TABLE "cogo"."schedule_notes" IS 'Runs of schedules that were settled since cogo.fold_metric_notes came by. Appended by a trigger of cogo.schedule_runs, a row a statement, tenant and state.';

COMMENT ON TABLE "cogo"."signing_keys" IS 'Which key signs the tokens of agents. standby: published, so that verifiers learn it; in_use: signs; previous: its tokens still hold; retired: published no more. The private half is never here.';

COMMENT ON TABLE "cogo"."slo_burns" IS 'What was counted last in each window of each SLO: for a 240th of the window it is not counted again, so long windows cost little.';

COMMENT ON TABLE "cogo"."slos" IS 'What the operator promises and watches: a share of events that must be good (objective), or a level that may not be passed.';

COMMENT ON TABLE "cogo"."tenants" IS 'Whom the project serves. A tenant that is only named in tokens needs no row; one whose agents and members are kept here does.';

COMMENT ON TABLE "cogo"."time_totals" IS 'Measured times since the beginning by cogo.time_place, for the histograms that Prometheus reads.';

COMMENT ON TABLE "cogo"."used_assertions" IS 'Assertions and OIDC tokens that were exchanged, until they expire: each gives one token.';

COMMENT ON VIEW "cogo"."dead_letter_overview" IS 'Jobs that failed for good, for people. Sort by dead_at: it goes by an index. select api.redrive_dead_letter(job_id) tries one again.';

COMMENT ON VIEW "cogo"."gauge_samples" IS 'How things stood when cogo.sample_gauges last looked: lane_depth and lane_age in seconds (labels executor, priority, shard), jobs (executor, place), health (check).';

COMMENT ON VIEW "cogo"."job_overview" IS 'Every job with its state and where it stands, for people. Sort by id, or look one up by it: both go by an index.';

COMMENT ON VIEW "cogo"."key_overview" IS 'What may be shown of provider keys, for people. The keys themselves are sealed, and no page of Studio can open one.';

COMMENT ON VIEW "cogo"."lane_overview" IS 'Every lane with what stands in it, for people. Reading it counts: up to 100,000 ready jobs a lane.';

COMMENT ON VIEW "cogo"."schedule_overview" IS 'Every schedule with its next and its last run, for people. select api.run_schedule_now(name) runs one at once. What pg_cron runs is the engine''s own upkeep.';

COMMENT ON VIEW "cogo"."scopes" IS 'Everything that a token can allow. A suffix (jobs:work:mail., events:publish:<channel>) narrows a scope; without it the scope is whole.';

COMMENT ON VIEW "cogo"."spend_overview" IS 'What each tenant used and paid per day (UTC) and model in the last 31 days, for people; rolled up every few seconds. Budgets: select api.list_budgets().';

COMMENT ON VIEW "cogo"."worker_overview" IS 'Workers that said who they are, for people. One that did not is known by its claims alone.';

REVOKE ALL ON FUNCTION "api"."add_agent_key"(uuid, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."add_agent_key"(uuid, jsonb) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."add_member"(uuid, text, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."add_member"(uuid, text, uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."add_signing_key"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."add_signing_key"(jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "api"."claim_notifications"(text, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."claim_notifications"(text, integer) TO "service_role";

REVOKE ALL ON FUNCTION "api"."create_agent"(text, text[], uuid, text, text[], uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."create_agent"(text, text[], uuid, text, text[], uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."create_tenant"(text, uuid, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."create_tenant"(text, uuid, jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "api"."finish_quality_run"(uuid, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."finish_quality_run"(uuid, jsonb) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."gate_summary"(integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."gate_summary"(integer) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."get_agent"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."get_agent"(uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."get_quality_run"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."get_quality_run"(uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."ingress_cancel"(uuid, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."ingress_cancel"(uuid, text) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."ingress_enqueue"(jsonb, text, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."ingress_enqueue"(jsonb, text, text) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."ingress_events"(uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."ingress_events"(uuid, uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."ingress_job"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."ingress_job"(uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."ingress_result"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."ingress_result"(uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."issue_credential"(uuid, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."issue_credential"(uuid, integer) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."list_access_audit"(uuid, bigint, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."list_access_audit"(uuid, bigint, integer) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."list_agents"(uuid, uuid, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."list_agents"(uuid, uuid, integer) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."list_alert_notices"(integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."list_alert_notices"(integer) TO "service_role";

REVOKE ALL ON FUNCTION "api"."list_alerts"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."list_alerts"() TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."list_inbound_hooks"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."list_inbound_hooks"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "api"."list_ingress_limits"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."list_ingress_limits"() TO "service_role";

REVOKE ALL ON FUNCTION "api"."list_jobs"(text, text, bigint, integer, text, uuid, timestamp with time zone, timestamp with time zone) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."list_jobs"(text, text, bigint, integer, text, uuid, timestamp with time zone, timestamp with time zone) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."list_members"(uuid, uuid, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."list_members"(uuid, uuid, integer) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."list_notification_channels"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."list_notification_channels"() TO "service_role";

REVOKE ALL ON FUNCTION "api"."list_quality_runs"(text, text, uuid, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."list_quality_runs"(text, text, uuid, integer) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."list_signing_keys"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."list_signing_keys"() TO "service_role";

REVOKE ALL ON FUNCTION "api"."list_silences"(boolean) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."list_silences"(boolean) TO "service_role";

REVOKE ALL ON FUNCTION "api"."list_slos"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."list_slos"() TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."list_snapshot_parts"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."list_snapshot_parts"() TO "service_role";

REVOKE ALL ON FUNCTION "api"."list_tenants"(uuid, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."list_tenants"(uuid, integer) TO "service_role";

REVOKE ALL ON FUNCTION "api"."metrics_gauges"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."metrics_gauges"() TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."metrics_health"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."metrics_health"() TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."metrics_history"(text, timestamp with time zone, timestamp with time zone, text, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."metrics_history"(text, timestamp with time zone, timestamp with time zone, text, jsonb) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."metrics_summary"(integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."metrics_summary"(integer) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."metrics_totals"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."metrics_totals"() TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."plan_quality_run"(uuid, jsonb, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."plan_quality_run"(uuid, jsonb, uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."promote_signing_key"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."promote_signing_key"(text) TO "service_role";

REVOKE ALL ON FUNCTION "api"."quality_gate_recent"(integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."quality_gate_recent"(integer) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."queue_stats"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."queue_stats"() TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."record_artifacts"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."record_artifacts"(jsonb) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."record_gate_fixes"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."record_gate_fixes"(jsonb) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."record_gate_results"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."record_gate_results"(jsonb) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."record_http"(uuid, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."record_http"(uuid, jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "api"."remove_inbound_hook"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."remove_inbound_hook"(text) TO "service_role";

REVOKE ALL ON FUNCTION "api"."remove_member"(uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."remove_member"(uuid, uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."remove_notification_channel"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."remove_notification_channel"(text) TO "service_role";

REVOKE ALL ON FUNCTION "api"."remove_oidc_trust"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."remove_oidc_trust"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "api"."remove_silence"(bigint, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."remove_silence"(bigint, text) TO "service_role";

REVOKE ALL ON FUNCTION "api"."remove_slo"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."remove_slo"(text) TO "service_role";

REVOKE ALL ON FUNCTION "api"."resume_tenant"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."resume_tenant"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "api"."retire_signing_key"(text, boolean) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."retire_signing_key"(text, boolean) TO "service_role";

REVOKE ALL ON FUNCTION "api"."revoke_agent"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."revoke_agent"(uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."revoke_agent_key"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."revoke_agent_key"(uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."revoke_credential"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."revoke_credential"(uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."schedule_gate"(text, text, boolean, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."schedule_gate"(text, text, boolean, integer) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."schedule_weekly"(text, text, boolean, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."schedule_weekly"(text, text, boolean, integer) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."select_route"(text, integer, integer, text, integer, real, text[], text, text, text[], text, text, integer, boolean, bigint, text, uuid, text, bigint) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."select_route"(text, integer, integer, text, integer, real, text[], text, text, text[], text, text, integer, boolean, bigint, text, uuid, text, bigint) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."send_notification"(text, text, jsonb, text[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."send_notification"(text, text, jsonb, text[]) TO "service_role";

REVOKE ALL ON FUNCTION "api"."send_test_notification"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."send_test_notification"(text) TO "service_role";

REVOKE ALL ON FUNCTION "api"."set_inbound_hook"(text, text, text, jsonb, uuid, text, boolean, boolean) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."set_inbound_hook"(text, text, text, jsonb, uuid, text, boolean, boolean) TO "service_role";

REVOKE ALL ON FUNCTION "api"."set_ingress_limit"(text, integer, integer, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."set_ingress_limit"(text, integer, integer, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "api"."set_notification_channel"(text, text, jsonb, text, text[], text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."set_notification_channel"(text, text, jsonb, text, text[], text) TO "service_role";

REVOKE ALL ON FUNCTION "api"."set_oidc_trust"(uuid, text, text, text, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."set_oidc_trust"(uuid, text, text, text, text) TO "service_role";

REVOKE ALL ON FUNCTION "api"."set_runbook_base"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."set_runbook_base"(text) TO "service_role";

REVOKE ALL ON FUNCTION "api"."set_slo"(text, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."set_slo"(text, jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "api"."show_trace"(bigint) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."show_trace"(bigint) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."silence_alert"(text, timestamp with time zone, text, text, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."silence_alert"(text, timestamp with time zone, text, text, text) TO "service_role";

REVOKE ALL ON FUNCTION "api"."suspend_tenant"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."suspend_tenant"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "api"."take_snapshot"(text, jsonb, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."take_snapshot"(text, jsonb, integer) TO "service_role";

REVOKE ALL ON FUNCTION "api"."update_agent"(uuid, text, text[], text[], text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."update_agent"(uuid, text, text[], text[], text) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."access_token_hook"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."access_token_hook"(jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."add_agent_key"(uuid, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."add_agent_key"(uuid, jsonb) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."add_member"(uuid, text, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."add_member"(uuid, text, uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."add_metric_rows"(text, jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."add_metrics"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."add_signing_key"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."add_signing_key"(jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."add_times"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."added_counts"(jsonb, jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."admin_tenant"(uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."alert_gauges"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."alert_gauges"() TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."alert_message"(cogo.alerts, text, text, text, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."alert_rank"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."are_gate_verdicts"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."artifact_line"(cogo.artifacts) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."await_callback"(bigint, uuid, text, boolean, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."bin_ms"(smallint) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."binned_times"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."bins_quantile"(smallint[], bigint[], double precision) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."bins_spread"(smallint[], bigint[], double precision) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."budget_levels"(uuid, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."burn_of"(cogo.slos, integer, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."burn_rules"(numeric) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."caller_limits"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."caller_limits"(text) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."caller_tenant"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."caller_tenant"(text) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."caller_traceparent"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."channel_problem"(text, jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."channels_for"(text, jsonb, text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."check_agent"(text, text[], text[], text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."check_callback_url"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."check_history"(text, text, jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."check_notification"(text, text, jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."check_timed"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."claim_notifications"(text, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."claim_notifications"(text, integer) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."create_agent"(text, text[], uuid, text, text[], uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."create_agent"(text, text[], uuid, text, text[], uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."create_tenant"(text, uuid, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."create_tenant"(text, uuid, jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."decide_route"(uuid, uuid, jsonb, uuid, timestamp with time zone, text, bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."decision_quality"(timestamp with time zone, uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."default_slos"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."demand_empty_project"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."demand_empty_project"() TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."describe_schema"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."end_silences"(timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."enqueue_gate"(cogo.quality_runs) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."evaluate_alerts"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."evaluate_alerts"() TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."exchange_assertion"(uuid, text, timestamp with time zone, text[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."exchange_assertion"(uuid, text, timestamp with time zone, text[]) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."exchange_credential"(bytea, text[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."exchange_credential"(bytea, text[]) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."exchange_oidc"(text, text, text, text, timestamp with time zone, text[], uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."exchange_oidc"(text, text, text, text, timestamp with time zone, text[], uuid) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."explain_queue"(smallint) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."file_notification"(text, text, jsonb, text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."find_agent_key"(uuid, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."find_agent_key"(uuid, text) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."find_inbound_hook"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."find_inbound_hook"(text) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."find_oidc_issuer"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."find_oidc_issuer"(text) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."fix_result"(text, jsonb, jsonb, boolean) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."fix_side"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."flow_spans"(bigint[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."fold_http"(timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."fold_job_metrics"(bigint, bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."fold_leases"(timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."fold_losses"(jsonb, bigint, bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."fold_metric_notes"(timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."fold_reach"(bigint, bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."fold_schedule_notes"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."fold_usage"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."forget_alerts"(timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."forget_metrics"(integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."forget_metrics"(integer) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."gate_fixes_of"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."gate_operations"(timestamp with time zone, timestamp with time zone, uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."gate_wait"(timestamp with time zone, timestamp with time zone, uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."get_agent"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."get_agent"(uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."hand_over_notices"(timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."history_finished"(timestamp with time zone, timestamp with time zone, uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."history_lines"(text, timestamp with time zone, timestamp with time zone, text, uuid, jsonb, boolean) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."history_source"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."history_transitions"(timestamp with time zone, timestamp with time zone, uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."history_value"(text, text, jsonb, smallint[], bigint[], numeric, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."ids_around"(timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."ingress_cancel"(uuid, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."ingress_cancel"(uuid, text) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."ingress_enqueue"(jsonb, text, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."ingress_enqueue"(jsonb, text, text) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."ingress_events"(uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."ingress_events"(uuid, uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."ingress_job"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."ingress_job"(uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."ingress_limit"(text, uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."ingress_refusal"(text, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."ingress_result"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."ingress_result"(uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."ingress_room"(jsonb, uuid, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."is_http_line"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."is_silenced"(text, text, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."is_within_scope"(text, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."issue_credential"(uuid, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."issue_credential"(uuid, integer) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."job_moves"(bigint, bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."job_spans"(bigint[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."judge_level"(cogo.slos, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."judge_share"(cogo.slos, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."judge_slos"(timestamp with time zone, bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."keep_an_owner"(uuid, uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."lay_slos"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."lay_slos"() TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."level_audit"(cogo.slos, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."level_budget_burn"(cogo.slos, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."level_budget_used"(cogo.slos, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."level_claim_conflicts"(cogo.slos, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."level_dead_letters"(cogo.slos, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."level_dead_rows"(cogo.slos, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."level_fold_lag"(cogo.slos, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."level_housekeeping"(cogo.slos, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."level_key_expiry"(cogo.slos, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."level_overspend"(cogo.slos, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."level_provider_health"(cogo.slos, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."level_queue_age"(cogo.slos, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."level_transaction_age"(cogo.slos, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."level_webhooks"(cogo.slos, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."list_access_audit"(uuid, bigint, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."list_access_audit"(uuid, bigint, integer) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."list_agents"(uuid, uuid, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."list_agents"(uuid, uuid, integer) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."list_alert_notices"(integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."list_alert_notices"(integer) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."list_alerts"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."list_alerts"() TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."list_inbound_hooks"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."list_inbound_hooks"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."list_ingress_limits"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."list_ingress_limits"() TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."list_jobs"(text, text, bigint, integer, text, uuid, timestamp with time zone, timestamp with time zone) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."list_jobs"(text, text, bigint, integer, text, uuid, timestamp with time zone, timestamp with time zone) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."list_members"(uuid, uuid, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."list_members"(uuid, uuid, integer) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."list_notification_channels"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."list_notification_channels"() TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."list_signing_keys"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."list_signing_keys"() TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."list_silences"(boolean) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."list_silences"(boolean) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."list_slos"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."list_slos"() TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."list_snapshot_parts"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."list_snapshot_parts"() TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."list_tenants"(uuid, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."list_tenants"(uuid, integer) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."list_window"(text, text, text, uuid, timestamp with time zone, timestamp with time zone, bigint, bigint, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."mend_alert_times"(timestamp with time zone, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."message_rank"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."message_spans"(text, uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."message_text_problem"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."metric_moves"(text[], bigint[], timestamp with time zone, bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."metric_place"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."metric_quantile"(text, double precision, timestamp with time zone, timestamp with time zone, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."metric_quantile"(text, double precision, timestamp with time zone, timestamp with time zone, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."metric_row_items"(cogo.metric_rows) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."metric_rows_apart"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."metric_share_within"(text, double precision, timestamp with time zone, timestamp with time zone, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."metric_share_within"(text, double precision, timestamp with time zone, timestamp with time zone, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."metric_slices"(text, timestamp with time zone, timestamp with time zone, uuid, jsonb, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."metric_spans"(timestamp with time zone, timestamp with time zone, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."metric_sum"(text, timestamp with time zone, timestamp with time zone, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."metric_sum"(text, timestamp with time zone, timestamp with time zone, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."metric_unit"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."metrics_gauges"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."metrics_gauges"() TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."metrics_history"(text, timestamp with time zone, timestamp with time zone, text, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."metrics_history"(text, timestamp with time zone, timestamp with time zone, text, jsonb) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."note_access"(uuid, text, text, jsonb, jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."note_conflicts"(integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."note_schedule_runs"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."notification_tenant"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."notifications_due"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."notifications_due"() TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."notify"(text, text, jsonb, text[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."notify"(text, text, jsonb, text[]) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."open_quality_run"(text, text, text, boolean, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."own_agent"(uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."own_fences"(bigint[], uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."own_job"(uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."own_tenant"(uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."promote_signing_key"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."promote_signing_key"(text) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."queue_depth"(text, bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."queue_stats"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."queue_stats"() TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."raise_access_not_found"(text, text, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."raise_invalid_credential"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."receive_hook"(uuid, text, text[], jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."receive_hook"(uuid, text, text[], jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."record_gate_fixes"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."record_gate_fixes"(jsonb) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."record_http"(uuid, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."record_http"(uuid, jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."refuse_access"(text, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."refuse_access_audit_change"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."remove_inbound_hook"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."remove_inbound_hook"(text) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."remove_member"(uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."remove_member"(uuid, uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."remove_notification_channel"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."remove_notification_channel"(text) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."remove_oidc_trust"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."remove_oidc_trust"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."remove_silence"(bigint, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."remove_silence"(bigint, text) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."remove_slo"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."remove_slo"(text) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."require_fix_artifacts"(uuid, bigint, text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."restart_identity"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."restore_part"(text, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."restore_part"(text, jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."restore_rows"(text, jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."retire_signing_key"(text, boolean) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."retire_signing_key"(text, boolean) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."revoke_agent"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."revoke_agent"(uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."revoke_agent_key"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."revoke_agent_key"(uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."revoke_credential"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."revoke_credential"(uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."ring_function"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."role_scopes"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."roll_up_metrics"(integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."roll_up_metrics"(integer) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."route_spans"(text, uuid, bigint[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."run_fixes"(uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."runbook_url"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."sample_gauges"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."sample_gauges"() TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."sample_lanes"(timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."schedule_gate"(text, text, boolean, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."schedule_gate"(text, text, boolean, integer) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."scope_covers"(text, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."scope_problem"(text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."select_route"(text, integer, integer, text, integer, real, text[], text, text, text[], text, text, integer, boolean, bigint, text, uuid, text, bigint) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."select_route"(text, integer, integer, text, integer, real, text[], text, text, text[], text, text, integer, boolean, bigint, text, uuid, text, bigint) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."send_notification"(text, text, jsonb, text[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."send_notification"(text, text, jsonb, text[]) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."send_test_notification"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."send_test_notification"(text) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."series_id"(text, uuid, jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."set_inbound_hook"(text, text, text, jsonb, uuid, text, boolean, boolean) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."set_inbound_hook"(text, text, text, jsonb, uuid, text, boolean, boolean) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."set_ingress_limit"(text, integer, integer, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."set_ingress_limit"(text, integer, integer, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."set_notification_channel"(text, text, jsonb, text, text[], text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."set_notification_channel"(text, text, jsonb, text, text[], text) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."set_oidc_trust"(uuid, text, text, text, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."set_oidc_trust"(uuid, text, text, text, text) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."set_runbook_base"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."set_runbook_base"(text) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."set_signing_state"(text, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."set_slo"(text, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."set_slo"(text, jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."set_tenant_state"(uuid, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."set_tenant_state"(uuid, text) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."settle_alert"(cogo.slos, jsonb, timestamp with time zone, bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."show_trace"(bigint) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."show_trace"(bigint) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."signing_jwks"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."signing_jwks"() TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."silence_alert"(text, timestamp with time zone, text, text, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."silence_alert"(text, timestamp with time zone, text, text, text) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."silence_document"(cogo.alert_silences, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."slo_document"(cogo.slos, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."slo_events"(cogo.slos, timestamp with time zone, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."slo_kinds"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."slo_problem"(cogo.slos) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."snapshot_columns"(text, text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."snapshot_document"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."snapshot_document"(text) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."snapshot_parts"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."snapshot_rows"(text, jsonb, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."snapshot_rows"(text, jsonb, integer) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."span_id"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."span_text"(numeric) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."take_ingress_rates"(uuid, text, text, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."tell_alert"(cogo.alerts, text, text, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."tell_alerts"(timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."tell_callbacks"(bigint, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."tend_ingress"(bigint, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."tend_notifications"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."tend_notifications"() TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."time_bin"(double precision) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."time_place"(double precision) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."token_claims"(uuid, text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."told_outcomes"(bigint[], bigint[], text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."trace_members"(cogo.jobs, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."trace_of"(cogo.jobs) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."trace_spans"(cogo.jobs, text, bigint[], bigint[], integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."update_agent"(uuid, text, text[], text[], text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."update_agent"(uuid, text, text[], text[], text) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."use_assertion"(uuid, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."verdict_of"(text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."verify_access"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."verify_alerts"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."verify_ingress"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."verify_metrics"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."verify_notifications"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."verify_quality"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."w3c_traceparent"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."walk_audit"(integer) FROM PUBLIC;

ALTER TABLE "cogo"."gate_fixes" ADD CONSTRAINT "before_and_after_tell_every_gate" CHECK ((cogo.are_gate_verdicts(before) AND cogo.are_gate_verdicts(after)));
