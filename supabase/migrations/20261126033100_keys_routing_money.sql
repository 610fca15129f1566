-- What gets columns and checks here is new in this very migration, or small in any project that has it (settings).
-- squawk-ignore-file constraint-missing-not-valid, adding-foreign-key-constraint, require-concurrent-index-creation, adding-field-with-default

set local lock_timeout = '5s';

set local check_function_bodies = off;

ALTER TABLE "cogo"."saga_log" DROP CONSTRAINT "move_is_known";

DROP FUNCTION "cogo"."insert_plain_jobs"(jsonb, text, bigint[], bigint[], uuid, timestamp with time zone);

DROP FUNCTION "cogo"."survey_jobs"(jsonb, boolean);

CREATE TABLE "cogo"."audit_checkpoints" ("tenant_id" uuid NOT NULL, "seq" bigint NOT NULL, "hash" bytea NOT NULL, "at" timestamp with time zone NOT NULL, "signature" bytea NOT NULL, "public_key" bytea NOT NULL, CONSTRAINT "audit_checkpoints_pkey" PRIMARY KEY (tenant_id, seq));

ALTER TABLE "cogo"."audit_checkpoints" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."audit_cursor" ("only_row" boolean NOT NULL DEFAULT true, "xid" xid8 NOT NULL, "audit_id" bigint NOT NULL, "tended_at" timestamp with time zone, CONSTRAINT "audit_cursor_pkey" PRIMARY KEY (only_row), CONSTRAINT "there_is_one_row" CHECK (only_row));

ALTER TABLE "cogo"."audit_cursor" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."audit_cursor" SET (fillfactor=50);

CREATE TABLE "cogo"."break_glass" ("break_glass_id" uuid NOT NULL, "key_id" uuid NOT NULL, "reason" text NOT NULL, "minutes" integer NOT NULL, "requested_by" text NOT NULL, "requested_at" timestamp with time zone NOT NULL, "approved_by" text, "approved_at" timestamp with time zone, "expires_at" timestamp with time zone NOT NULL, "opened_at" timestamp with time zone, CONSTRAINT "a_reason_has_10_to_500_characters" CHECK (((length(reason) >= 10) AND (length(reason) <= 500))), CONSTRAINT "approved_says_when" CHECK (((approved_by IS NULL) = (approved_at IS NULL))), CONSTRAINT "break_glass_pkey" PRIMARY KEY (break_glass_id), CONSTRAINT "it_lasts_1_to_240_minutes" CHECK (((minutes >= 1) AND (minutes <= 240))), CONSTRAINT "two_people_break_the_glass" CHECK ((approved_by <> requested_by)));

ALTER TABLE "cogo"."break_glass" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."budget_windows" ("window_id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "budget_id" bigint NOT NULL, "opens_at" timestamp with time zone NOT NULL, "closes_at" timestamp with time zone NOT NULL, "limit_nano" bigint, "ceiling_nano" bigint, "reserved_nano" bigint NOT NULL DEFAULT 0, "spent_nano" bigint NOT NULL DEFAULT 0, "debt_nano" bigint NOT NULL DEFAULT 0, CONSTRAINT "a_window_has_a_length" CHECK ((opens_at < closes_at)), CONSTRAINT "budget_windows_pkey" PRIMARY KEY (window_id), CONSTRAINT "debt_is_not_negative" CHECK ((debt_nano >= 0)), CONSTRAINT "one_window_at_a_time" UNIQUE (budget_id, opens_at), CONSTRAINT "reserved_is_not_negative" CHECK ((reserved_nano >= 0)), CONSTRAINT "spent_is_not_negative" CHECK ((spent_nano >= 0)));

ALTER TABLE "cogo"."budget_windows" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."budget_windows" SET (fillfactor=50);

CREATE TABLE "cogo"."budgets" ("budget_id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "scope" text NOT NULL, "tenant_id" uuid, "project_id" text, "agent_id" uuid, "period" text NOT NULL, "limit_nano" bigint, "mode" text NOT NULL DEFAULT 'hard'::text, "created_at" timestamp with time zone NOT NULL, "changed_at" timestamp with time zone NOT NULL, CONSTRAINT "a_project_budget_names_its_project" CHECK (((project_id IS NOT NULL) = (scope = 'project'::text))), CONSTRAINT "all_but_the_organisation_have_a_tenant" CHECK (((tenant_id IS NULL) = (scope = 'organisation'::text))), CONSTRAINT "an_agent_budget_names_its_agent" CHECK (((agent_id IS NOT NULL) = (scope = 'agent'::text))), CONSTRAINT "budgets_pkey" PRIMARY KEY (budget_id), CONSTRAINT "limit_is_not_negative" CHECK ((limit_nano >= 0)), CONSTRAINT "mode_is_known" CHECK ((mode = ANY (ARRAY['hard'::text, 'warn'::text]))), CONSTRAINT "period_is_known" CHECK ((period = ANY (ARRAY['total'::text, 'hour'::text, 'day'::text, 'week'::text, 'month'::text]))), CONSTRAINT "project_has_1_to_200_characters" CHECK (((length(project_id) >= 1) AND (length(project_id) <= 200))), CONSTRAINT "scope_is_known" CHECK ((scope = ANY (ARRAY['organisation'::text, 'tenant'::text, 'project'::text, 'agent'::text]))));

ALTER TABLE "cogo"."budgets" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."call_folds" ("only_row" boolean NOT NULL DEFAULT true, "decision_id" uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid, "seen_decision_id" uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid, "audit_id" bigint NOT NULL DEFAULT 0, "seen_audit_id" bigint NOT NULL DEFAULT 0, "next_audit_id" bigint NOT NULL DEFAULT 0, "seen_xid" xid8 NOT NULL DEFAULT '0'::xid8, "folded_at" timestamp with time zone, CONSTRAINT "call_folds_pkey" PRIMARY KEY (only_row), CONSTRAINT "there_is_one_row" CHECK (only_row));

ALTER TABLE "cogo"."call_folds" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."call_folds" SET (fillfactor=50);

CREATE TABLE "cogo"."call_totals" ("name" text NOT NULL, "labels" jsonb NOT NULL, "total" bigint NOT NULL, CONSTRAINT "call_totals_pkey" PRIMARY KEY (name, labels), CONSTRAINT "labels_are_an_object" CHECK ((jsonb_typeof(labels) = 'object'::text)), CONSTRAINT "totals_only_grow_from_zero" CHECK ((total >= 0)));

ALTER TABLE "cogo"."call_totals" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."call_totals" SET (fillfactor=50);

CREATE TABLE "cogo"."kek_registry" ("kek_id" text NOT NULL, "state" text NOT NULL, "check_value" text NOT NULL, "created_at" timestamp with time zone NOT NULL, "changed_at" timestamp with time zone NOT NULL, CONSTRAINT "kek_id_is_a_word" CHECK ((kek_id ~ '^[a-z0-9_]{1,32}$'::text)), CONSTRAINT "kek_registry_pkey" PRIMARY KEY (kek_id), CONSTRAINT "kek_state_is_known" CHECK ((state = ANY (ARRAY['staged'::text, 'active'::text, 'retained'::text, 'destroyed'::text]))));

ALTER TABLE "cogo"."kek_registry" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."key_health" ("key_id" uuid NOT NULL, "state" text NOT NULL, "until" timestamp with time zone, "http_status" smallint NOT NULL, "changed_at" timestamp with time zone NOT NULL, CONSTRAINT "key_health_pkey" PRIMARY KEY (key_id), CONSTRAINT "state_is_known" CHECK ((state = ANY (ARRAY['throttled'::text, 'dead'::text]))), CONSTRAINT "throttled_says_until_when" CHECK (((state <> 'throttled'::text) OR (until IS NOT NULL))));

ALTER TABLE "cogo"."key_health" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."key_health" SET (fillfactor=80);

CREATE TABLE "cogo"."llm_models" ("model_id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "provider" text NOT NULL, "model" text NOT NULL, "region" text NOT NULL DEFAULT 'global'::text, "service" text NOT NULL DEFAULT 'chat'::text, "family" text, "context_tokens" integer NOT NULL, "max_output_tokens" integer, "capabilities" text[] NOT NULL DEFAULT '{}'::text[], "quality" real NOT NULL DEFAULT 0.5, "enabled" boolean NOT NULL DEFAULT true, "sunset_at" timestamp with time zone, "source" text NOT NULL, "source_sha256" text, "changed_at" timestamp with time zone NOT NULL, CONSTRAINT "a_model_is_served_once_per_region" UNIQUE (provider, model, region, service), CONSTRAINT "context_is_positive" CHECK ((context_tokens > 0)), CONSTRAINT "llm_models_pkey" PRIMARY KEY (model_id), CONSTRAINT "max_output_is_positive" CHECK ((max_output_tokens > 0)), CONSTRAINT "model_has_1_to_200_characters" CHECK (((length(model) >= 1) AND (length(model) <= 200))), CONSTRAINT "quality_is_a_share" CHECK (((quality >= (0)::double precision) AND (quality <= (1)::double precision))), CONSTRAINT "region_is_a_word" CHECK ((region ~ '^[a-z0-9-]{1,40}$'::text)), CONSTRAINT "service_is_known" CHECK ((service = ANY (ARRAY['chat'::text, 'embeddings'::text]))));

ALTER TABLE "cogo"."llm_models" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."llm_prices" ("price_id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "model_id" bigint NOT NULL, "valid_from" timestamp with time zone NOT NULL, "input_price" bigint NOT NULL, "output_price" bigint NOT NULL, "cache_read_price" bigint, "cache_write_price" bigint, "cache_write_1h_price" bigint, "reasoning_price" bigint, "request_price" bigint NOT NULL DEFAULT 0, "tiers" jsonb NOT NULL DEFAULT '[]'::jsonb, "source" text NOT NULL, "source_sha256" text NOT NULL, "imported_at" timestamp with time zone NOT NULL, CONSTRAINT "llm_prices_pkey" PRIMARY KEY (price_id), CONSTRAINT "one_price_at_a_time" UNIQUE (model_id, valid_from), CONSTRAINT "prices_are_not_negative" CHECK ((LEAST(input_price, output_price, cache_read_price, cache_write_price, cache_write_1h_price, reasoning_price, request_price) >= 0)), CONSTRAINT "tiers_are_a_list" CHECK ((jsonb_typeof(tiers) = 'array'::text)));

ALTER TABLE "cogo"."llm_prices" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."llm_providers" ("provider" text NOT NULL, "name" text NOT NULL, "api_format" text NOT NULL, "base_url" text NOT NULL, "allowed_hosts" text[] NOT NULL, "auth_style" text NOT NULL DEFAULT 'bearer'::text, "key_field" text NOT NULL DEFAULT 'api_key'::text, "static_headers" jsonb NOT NULL DEFAULT '{}'::jsonb, "data_policy" text NOT NULL DEFAULT 'any'::text, "enabled" boolean NOT NULL DEFAULT true, "source" text NOT NULL, "source_sha256" text, "changed_at" timestamp with time zone NOT NULL, CONSTRAINT "a_provider_has_hosts" CHECK (((cardinality(allowed_hosts) >= 1) AND (cardinality(allowed_hosts) <= 20))), CONSTRAINT "api_format_is_known" CHECK ((api_format = ANY (ARRAY['openai'::text, 'anthropic'::text, 'google'::text, 'bedrock'::text]))), CONSTRAINT "auth_style_is_known" CHECK ((auth_style = ANY (ARRAY['bearer'::text, 'x-api-key'::text, 'x-goog-api-key'::text, 'api-key'::text, 'sigv4'::text, 'none'::text]))), CONSTRAINT "base_url_is_absolute" CHECK (((base_url ~ '^https?://[^\s@?#]+$'::text) AND (length(base_url) <= 500))), CONSTRAINT "data_policy_is_known" CHECK ((data_policy = ANY (ARRAY['zero_retention'::text, 'no_training'::text, 'any'::text]))), CONSTRAINT "key_field_is_a_name" CHECK ((key_field ~ '^[a-z][a-z0-9_]{0,62}$'::text)), CONSTRAINT "llm_providers_pkey" PRIMARY KEY (provider), CONSTRAINT "provider_is_a_slug" CHECK ((provider ~ '^[a-z][a-z0-9_-]{0,62}$'::text)), CONSTRAINT "static_headers_are_an_object" CHECK ((jsonb_typeof(static_headers) = 'object'::text)));

ALTER TABLE "cogo"."llm_providers" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."outcome_notes" ("note_id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "at" timestamp with time zone NOT NULL, "model_id" bigint NOT NULL, "key_id" uuid, "status" text NOT NULL, "http_status" integer, "retry_after_ms" bigint, "first_token_ms" integer, "tokens_per_second" real, CONSTRAINT "outcome_notes_pkey" PRIMARY KEY (note_id));

ALTER TABLE "cogo"."outcome_notes" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."provider_health_minutes" ("model_id" bigint NOT NULL, "minute" timestamp with time zone NOT NULL, "calls" integer NOT NULL, "errors" integer NOT NULL, "throttled" integer NOT NULL, "first_token_ms_sum" double precision NOT NULL, "first_tokens" integer NOT NULL, CONSTRAINT "provider_health_minutes_pkey" PRIMARY KEY (minute, model_id));

ALTER TABLE "cogo"."provider_health_minutes" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."provider_health_minutes" SET (fillfactor=80);

CREATE TABLE "cogo"."provider_health" ("model_id" bigint NOT NULL, "state" text NOT NULL DEFAULT 'closed'::text, "share" smallint NOT NULL DEFAULT 100, "trips" smallint NOT NULL DEFAULT 0, "failures" smallint NOT NULL DEFAULT 0, "good_probes" smallint NOT NULL DEFAULT 0, "retry_at" timestamp with time zone, "probe_until" timestamp with time zone, "calls" bigint NOT NULL DEFAULT 0, "error_rate" real NOT NULL DEFAULT 0, "first_token_ms" real, "tokens_per_second" real, "changed_at" timestamp with time zone NOT NULL, CONSTRAINT "open_says_until_when" CHECK (((state <> 'open'::text) OR (retry_at IS NOT NULL))), CONSTRAINT "provider_health_pkey" PRIMARY KEY (model_id), CONSTRAINT "share_is_a_percentage" CHECK (((share >= 1) AND (share <= 100))), CONSTRAINT "state_is_known" CHECK ((state = ANY (ARRAY['closed'::text, 'open'::text, 'half_open'::text]))));

ALTER TABLE "cogo"."provider_health" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."provider_health" SET (fillfactor=50);

CREATE TABLE "cogo"."rate_limits" ("limit_id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "scope" text NOT NULL, "tenant_id" uuid, "agent_id" uuid, "key_id" uuid, "unit" text NOT NULL, "max_count" bigint NOT NULL, "per_seconds" integer NOT NULL, "changed_at" timestamp with time zone NOT NULL, CONSTRAINT "a_key_limit_names_no_tenant" CHECK (((scope <> 'key'::text) OR (tenant_id IS NULL))), CONSTRAINT "a_period_is_a_second_to_a_day" CHECK (((per_seconds >= 1) AND (per_seconds <= 86400))), CONSTRAINT "at_most_ten_million_a_second" CHECK (((max_count / per_seconds) <= 10000000)), CONSTRAINT "count_is_not_negative" CHECK ((max_count >= 0)), CONSTRAINT "only_a_key_limit_names_a_key" CHECK (((key_id IS NULL) OR (scope = 'key'::text))), CONSTRAINT "only_an_agent_limit_names_an_agent" CHECK (((agent_id IS NULL) OR ((scope = 'agent'::text) AND (tenant_id IS NOT NULL)))), CONSTRAINT "rate_limits_pkey" PRIMARY KEY (limit_id), CONSTRAINT "scope_is_known" CHECK ((scope = ANY (ARRAY['tenant'::text, 'agent'::text, 'key'::text]))), CONSTRAINT "unit_is_known" CHECK ((unit = ANY (ARRAY['requests'::text, 'tokens'::text]))));

ALTER TABLE "cogo"."rate_limits" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."rate_states" ("limit_id" bigint NOT NULL, "subject_id" uuid NOT NULL, "full_at_ns" bigint NOT NULL, CONSTRAINT "rate_states_pkey" PRIMARY KEY (limit_id, subject_id));

ALTER TABLE "cogo"."rate_states" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."rate_states" SET (fillfactor=50);

CREATE TABLE "cogo"."refusal_notes" ("note_id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "word" text NOT NULL, "rejected" jsonb, CONSTRAINT "refusal_notes_pkey" PRIMARY KEY (note_id), CONSTRAINT "rejected_is_an_object" CHECK ((jsonb_typeof(rejected) = 'object'::text)));

ALTER TABLE "cogo"."refusal_notes" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."reservations" ("decision_id" uuid NOT NULL, "attempt" smallint NOT NULL, "tenant_id" uuid NOT NULL, "agent_id" uuid, "model_id" bigint NOT NULL, "price_id" bigint, "key_id" uuid, "budget_ids" bigint[] NOT NULL, "window_ids" bigint[] NOT NULL DEFAULT '{}'::bigint[], "estimate_nano" bigint NOT NULL, "state" text NOT NULL DEFAULT 'reserved'::text, "grant_hash" bytea, "grant_expires_at" timestamp with time zone, "expires_at" timestamp with time zone NOT NULL, "opened_at" timestamp with time zone, "used_xid" xid8, "created_at" timestamp with time zone NOT NULL, CONSTRAINT "attempt_is_positive" CHECK ((attempt >= 1)), CONSTRAINT "estimate_is_not_negative" CHECK ((estimate_nano >= 0)), CONSTRAINT "opened_says_when" CHECK (((state <> 'opened'::text) OR (opened_at IS NOT NULL))), CONSTRAINT "reservations_pkey" PRIMARY KEY (decision_id, attempt), CONSTRAINT "state_is_known" CHECK ((state = ANY (ARRAY['reserved'::text, 'opened'::text, 'settled'::text, 'freed'::text, 'booked'::text]))));

ALTER TABLE "cogo"."reservations" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."reservations" SET (fillfactor=80);

CREATE TABLE "cogo"."route_lists" ("list_id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "policy_id" bigint NOT NULL, "policy_name" text NOT NULL, "policy_version" integer NOT NULL, "service" text NOT NULL, "task" text NOT NULL, "size_class" text NOT NULL, "sha256" bytea NOT NULL, "algorithm" text NOT NULL, "terms" double precision[] NOT NULL, "is_cut" boolean NOT NULL, "left_out" jsonb NOT NULL, "providers" text[] NOT NULL, "keyless" smallint[] NOT NULL, "regions" text[] NOT NULL, "capability_names" text[] NOT NULL, "model_ids" bigint[] NOT NULL, "price_ids" bigint[] NOT NULL, "provider_nos" smallint[] NOT NULL, "region_nos" smallint[] NOT NULL, "data_ranks" smallint[] NOT NULL, "context_tokens" integer[] NOT NULL, "max_output_tokens" integer[] NOT NULL, "capabilities" bigint[] NOT NULL, "qualities" real[] NOT NULL, "input_prices" real[] NOT NULL, "output_prices" real[] NOT NULL, "cache_read_prices" real[] NOT NULL, "cache_write_prices" real[] NOT NULL, "request_prices" real[] NOT NULL, "snapshot_id" bigint, "states" smallint[], "shares" smallint[], "merits" real[], "wait_ms" real[], "token_ms" real[], "made_at" timestamp with time zone NOT NULL, "retired_at" timestamp with time zone, CONSTRAINT "route_lists_pkey" PRIMARY KEY (list_id), CONSTRAINT "service_is_known" CHECK ((service = ANY (ARRAY['chat'::text, 'embeddings'::text]))), CONSTRAINT "size_class_is_known" CHECK ((size_class = ANY (ARRAY['small'::text, 'medium'::text, 'large'::text, 'huge'::text, 'all'::text]))));

ALTER TABLE "cogo"."route_lists" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."route_lists" SET (fillfactor=50, toast_tuple_target=8160);

CREATE TABLE "cogo"."route_sessions" ("session_key" uuid NOT NULL, "model_id" bigint NOT NULL, "prefix_hash" text, "used_at" timestamp with time zone NOT NULL, CONSTRAINT "route_sessions_pkey" PRIMARY KEY (session_key));

ALTER TABLE "cogo"."route_sessions" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."route_sessions" SET (fillfactor=70);

CREATE TABLE "cogo"."router_reports" ("report_id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "policy_v1" bigint NOT NULL, "policy_v2" bigint NOT NULL, "gates" jsonb NOT NULL, "passed" boolean NOT NULL, "body" jsonb NOT NULL, "at" timestamp with time zone NOT NULL, CONSTRAINT "a_policy_is_compared_with_another" CHECK ((policy_v1 <> policy_v2)), CONSTRAINT "gates_are_an_object" CHECK ((jsonb_typeof(gates) = 'object'::text)), CONSTRAINT "router_reports_pkey" PRIMARY KEY (report_id));

ALTER TABLE "cogo"."router_reports" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."routing_clock" ("only_row" boolean NOT NULL DEFAULT true, "ticked_at" timestamp with time zone NOT NULL, "snapshot_id" bigint NOT NULL, "catalogue_mark" text NOT NULL, CONSTRAINT "routing_clock_pkey" PRIMARY KEY (only_row), CONSTRAINT "there_is_one_row" CHECK (only_row));

ALTER TABLE "cogo"."routing_clock" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."routing_clock" SET (fillfactor=10);

CREATE TABLE "cogo"."routing_decisions" ("decision_id" uuid NOT NULL, "at" timestamp with time zone NOT NULL, "tenant_id" uuid NOT NULL, "agent_id" uuid, "policy_id" bigint NOT NULL, "snapshot_id" bigint NOT NULL, "seed" bigint NOT NULL, "context" jsonb NOT NULL, "candidates" bigint[] NOT NULL, "weights" integer[] NOT NULL, "choice" bigint NOT NULL, "key_hash" uuid, CONSTRAINT "routing_decisions_pkey" PRIMARY KEY (decision_id));

ALTER TABLE "cogo"."routing_decisions" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."routing_outcomes" ("decision_id" uuid NOT NULL, "attempt" smallint NOT NULL, "tenant_id" uuid NOT NULL, "model_id" bigint NOT NULL, "status" text NOT NULL, "http_status" smallint, "usage" jsonb NOT NULL, "cost_nano" bigint NOT NULL, "is_estimate" boolean NOT NULL, "first_token_ms" integer, "total_ms" integer, "settled_at" timestamp with time zone NOT NULL, "is_counted" boolean NOT NULL DEFAULT false, "counted_nano" bigint, CONSTRAINT "cost_is_not_negative" CHECK ((cost_nano >= 0)), CONSTRAINT "routing_outcomes_pkey" PRIMARY KEY (decision_id, attempt), CONSTRAINT "status_is_known" CHECK ((status = ANY (ARRAY['succeeded'::text, 'failed'::text, 'cancelled'::text, 'unknown'::text]))));

ALTER TABLE "cogo"."routing_outcomes" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."routing_policies" ("policy_id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "tenant_id" uuid NOT NULL, "name" text NOT NULL, "version" integer NOT NULL, "algorithm" text NOT NULL, "body" jsonb NOT NULL, "body_sha256" bytea NOT NULL, "state" text NOT NULL DEFAULT 'draft'::text, "created_at" timestamp with time zone NOT NULL, "changed_at" timestamp with time zone NOT NULL, "live_at" timestamp with time zone, CONSTRAINT "a_version_of_a_policy_is_made_once" UNIQUE (tenant_id, name, version), CONSTRAINT "algorithm_is_known" CHECK ((algorithm = ANY (ARRAY['v1'::text, 'v2'::text]))), CONSTRAINT "body_is_an_object" CHECK ((jsonb_typeof(body) = 'object'::text)), CONSTRAINT "live_says_since_when" CHECK (((state <> 'live'::text) OR (live_at IS NOT NULL))), CONSTRAINT "name_is_a_word" CHECK ((name ~ '^[a-z0-9][a-z0-9._-]{0,62}$'::text)), CONSTRAINT "routing_policies_pkey" PRIMARY KEY (policy_id), CONSTRAINT "state_is_known" CHECK ((state = ANY (ARRAY['draft'::text, 'shadow'::text, 'canary'::text, 'live'::text, 'retired'::text]))), CONSTRAINT "version_is_positive" CHECK ((version >= 1)));

ALTER TABLE "cogo"."routing_policies" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."routing_snapshots" ("snapshot_id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "sha256" bytea NOT NULL, "model_ids" bigint[] NOT NULL, "states" smallint[] NOT NULL, "shares" smallint[] NOT NULL, "error_rates" real[] NOT NULL, "first_token_ms" real[] NOT NULL, "tokens_per_second" real[] NOT NULL, "in_flight" integer[] NOT NULL, "published_at" timestamp with time zone NOT NULL, CONSTRAINT "routing_snapshots_pkey" PRIMARY KEY (snapshot_id), CONSTRAINT "the_same_content_is_one_snapshot" UNIQUE (sha256));

ALTER TABLE "cogo"."routing_snapshots" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."secure_keys_audit" ("audit_id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "xid" xid8 NOT NULL DEFAULT pg_current_xact_id(), "at" timestamp with time zone NOT NULL, "tenant_id" uuid NOT NULL, "action" text NOT NULL, "ok" boolean NOT NULL, "reason" text, "actor" text NOT NULL, "key_id" uuid, "version" integer, "purpose" text, "decision_id" uuid, "attempt" smallint, CONSTRAINT "a_refusal_says_why" CHECK ((ok OR (reason IS NOT NULL))), CONSTRAINT "action_is_known" CHECK ((action = ANY (ARRAY['open'::text, 'write'::text, 'rotate'::text, 'retire'::text, 'revoke'::text, 'shred'::text, 'rewrap'::text, 'break_glass'::text, 'kek'::text]))), CONSTRAINT "actor_has_1_to_200_characters" CHECK (((length(actor) >= 1) AND (length(actor) <= 200))), CONSTRAINT "purpose_is_short" CHECK ((length(purpose) <= 500)), CONSTRAINT "reason_is_short" CHECK ((length(reason) <= 500)), CONSTRAINT "secure_keys_audit_pkey" PRIMARY KEY (audit_id));

ALTER TABLE "cogo"."secure_keys_audit" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."secure_keys_heads" ("tenant_id" uuid NOT NULL, "seq" bigint NOT NULL, "hash" bytea NOT NULL, "sealed_at" timestamp with time zone NOT NULL, CONSTRAINT "secure_keys_heads_pkey" PRIMARY KEY (tenant_id));

ALTER TABLE "cogo"."secure_keys_heads" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."secure_keys_heads" SET (fillfactor=50);

CREATE TABLE "cogo"."secure_keys_seals" ("tenant_id" uuid NOT NULL, "seq" bigint NOT NULL, "audit_id" bigint NOT NULL, "hash" bytea NOT NULL, CONSTRAINT "a_row_is_sealed_once" UNIQUE (audit_id), CONSTRAINT "hash_is_a_sha256" CHECK ((length(hash) = 32)), CONSTRAINT "secure_keys_seals_pkey" PRIMARY KEY (tenant_id, seq), CONSTRAINT "seq_counts_from_1" CHECK ((seq >= 1)));

ALTER TABLE "cogo"."secure_keys_seals" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."secure_keys" ("key_id" uuid NOT NULL, "tenant_id" uuid NOT NULL, "provider" text NOT NULL, "service" text NOT NULL DEFAULT '*'::text, "resource" text NOT NULL DEFAULT '*'::text, "region" text NOT NULL DEFAULT '*'::text, "field" text NOT NULL DEFAULT 'api_key'::text, "alias" text NOT NULL DEFAULT 'default'::text, "env" text NOT NULL, "version" integer NOT NULL, "state" text NOT NULL, "alg" text NOT NULL, "ciphertext" bytea NOT NULL, "iv" bytea NOT NULL, "wrapped_dek" bytea, "dek_iv" bytea, "kek_id" text, "checksum" bytea NOT NULL, "last4" text NOT NULL, "shared" boolean NOT NULL DEFAULT false, "expires_at" timestamp with time zone, "rotate_after" timestamp with time zone, "retires_at" timestamp with time zone, "created_at" timestamp with time zone NOT NULL, "changed_at" timestamp with time zone NOT NULL, "last_used_at" timestamp with time zone, "warned_at" timestamp with time zone, CONSTRAINT "a_sealed_key_has_its_envelope" CHECK (((alg = 'plain'::text) OR (state = 'shredded'::text) OR ((wrapped_dek IS NOT NULL) AND (dek_iv IS NOT NULL) AND (kek_id IS NOT NULL)))), CONSTRAINT "a_shredded_key_has_no_dek" CHECK (((state <> 'shredded'::text) OR (wrapped_dek IS NULL))), CONSTRAINT "alg_is_known" CHECK ((alg = ANY (ARRAY['A256GCM'::text, 'plain'::text]))), CONSTRAINT "last4_is_short" CHECK ((length(last4) <= 4)), CONSTRAINT "one_version_of_a_key" UNIQUE (tenant_id, provider, service, resource, region, field, alias, env, version), CONSTRAINT "only_dev_is_plain" CHECK (((alg <> 'plain'::text) OR (env = 'dev'::text))), CONSTRAINT "secure_keys_pkey" PRIMARY KEY (key_id), CONSTRAINT "state_is_known" CHECK ((state = ANY (ARRAY['next'::text, 'active'::text, 'retiring'::text, 'revoked'::text, 'shredded'::text]))), CONSTRAINT "version_is_positive" CHECK ((version >= 1)));

ALTER TABLE "cogo"."secure_keys" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."secure_keys" SET (fillfactor=80);

CREATE TABLE "cogo"."usage_counters" ("tenant_id" uuid NOT NULL, "model_id" bigint NOT NULL, "hour" timestamp with time zone NOT NULL, "requests" bigint NOT NULL, "input_tokens" bigint NOT NULL, "cache_read_tokens" bigint NOT NULL, "cache_write_tokens" bigint NOT NULL, "output_tokens" bigint NOT NULL, "reasoning_tokens" bigint NOT NULL, "cost_nano" bigint NOT NULL, CONSTRAINT "usage_counters_pkey" PRIMARY KEY (tenant_id, hour, model_id));

ALTER TABLE "cogo"."usage_counters" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."usage_counters" SET (fillfactor=80);

CREATE TABLE "cogo"."vault_settings" ("only_row" boolean NOT NULL DEFAULT true, "env" text NOT NULL, "longest_call_seconds" integer NOT NULL DEFAULT 600, "overlap_seconds" integer NOT NULL DEFAULT 3600, "warn_days" integer NOT NULL DEFAULT 14, "changed_at" timestamp with time zone NOT NULL, CONSTRAINT "a_call_lasts_a_minute_to_an_hour" CHECK (((longest_call_seconds >= 60) AND (longest_call_seconds <= 3600))), CONSTRAINT "an_overlap_lasts_up_to_30_days" CHECK (((overlap_seconds >= 0) AND (overlap_seconds <= 2592000))), CONSTRAINT "env_is_a_word" CHECK ((env ~ '^[a-z0-9_-]{1,40}$'::text)), CONSTRAINT "there_is_one_row" CHECK (only_row), CONSTRAINT "vault_settings_pkey" PRIMARY KEY (only_row), CONSTRAINT "warnings_come_1_to_90_days_before" CHECK (((warn_days >= 1) AND (warn_days <= 90))));

ALTER TABLE "cogo"."vault_settings" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."budgets" ADD COLUMN "subject" text GENERATED ALWAYS AS (
CASE scope
    WHEN 'agent'::text THEN ((('agent:'::text || (tenant_id)::text) || ':'::text) || (agent_id)::text)
    WHEN 'project'::text THEN ((('project:'::text || (tenant_id)::text) || ':'::text) || project_id)
    WHEN 'tenant'::text THEN ('tenant:'::text || (tenant_id)::text)
    ELSE 'organisation'::text
END) STORED NOT NULL;

ALTER TABLE "cogo"."budgets" ADD COLUMN "depth" smallint GENERATED ALWAYS AS (
CASE scope
    WHEN 'agent'::text THEN 1
    WHEN 'project'::text THEN 2
    WHEN 'tenant'::text THEN 3
    ELSE 4
END) STORED NOT NULL;

ALTER TABLE "cogo"."rate_limits" ADD COLUMN "subject" text GENERATED ALWAYS AS (
CASE scope
    WHEN 'agent'::text THEN ((('agent:'::text || COALESCE((tenant_id)::text, '*'::text)) || ':'::text) || COALESCE((agent_id)::text, '*'::text))
    WHEN 'key'::text THEN ('key:'::text || COALESCE((key_id)::text, '*'::text))
    ELSE ('tenant:'::text || COALESCE((tenant_id)::text, '*'::text))
END) STORED NOT NULL;

ALTER TABLE "cogo"."retention" ADD COLUMN "dropped_event_id" bigint NOT NULL DEFAULT 0;

ALTER TABLE "cogo"."retention" ADD COLUMN "keep_workflows_seconds" integer NOT NULL DEFAULT 2592000;

ALTER TABLE "cogo"."retention" ADD COLUMN "workflow_walk" bigint NOT NULL DEFAULT 0;

ALTER TABLE "cogo"."retention" ADD COLUMN "dropped_workflows" bigint NOT NULL DEFAULT 0;

CREATE OR REPLACE FUNCTION api.compare_routes(policy_v1 bigint, policy_v2 bigint, since timestamp with time zone DEFAULT NULL::timestamp with time zone, before uuid DEFAULT NULL::uuid, max_count integer DEFAULT 500)
 RETURNS SETOF jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
AS $function$
begin
  return query select * from cogo.compare_routes(
    compare_routes.policy_v1, compare_routes.policy_v2, compare_routes.since, compare_routes.before, compare_routes.max_count
  );
end;
$function$;

CREATE OR REPLACE FUNCTION api.create_policy(name text, body jsonb, algorithm text DEFAULT 'v2'::text, tenant_id uuid DEFAULT NULL::uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.create_policy(create_policy.name, create_policy.body, create_policy.algorithm, create_policy.tenant_id);
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
  return cogo.draw_budget_lease(
    draw_budget_lease.amount_nano, draw_budget_lease.seconds, draw_budget_lease.lease_id, draw_budget_lease.tenant_id
  );
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
  return cogo.explain_route(explain_route.decision_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.import_catalogue(catalogue jsonb, dry_run boolean DEFAULT false)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.import_catalogue(import_catalogue.catalogue, coalesce(import_catalogue.dry_run, false));
end;
$function$;

CREATE OR REPLACE FUNCTION api.list_budgets(tenant_id uuid DEFAULT NULL::uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return cogo.list_budgets(list_budgets.tenant_id);
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
  return query select * from cogo.list_decisions(list_decisions.since_min, list_decisions.agent_id, list_decisions.row_limit, list_decisions.before, list_decisions.tenant_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.list_keks()
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return cogo.list_keks();
end;
$function$;

CREATE OR REPLACE FUNCTION api.list_key_alerts()
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return cogo.list_key_alerts();
end;
$function$;

CREATE OR REPLACE FUNCTION api.list_keys(tenant_id uuid DEFAULT NULL::uuid, provider text DEFAULT NULL::text, state text DEFAULT NULL::text, before uuid DEFAULT NULL::uuid, row_limit integer DEFAULT 100)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return cogo.list_keys(list_keys.tenant_id, list_keys.provider, list_keys.state, null, list_keys.before, list_keys.row_limit);
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
  return query select known.* from cogo.list_models(list_models.only_provider, list_models.only_service, list_models.only_enabled) as known;
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
  return query select * from cogo.list_policies();
end;
$function$;

CREATE OR REPLACE FUNCTION api.list_providers()
 RETURNS TABLE(provider text, name text, api_format text, base_url text, allowed_hosts text[], auth_style text, key_field text, static_headers jsonb, data_policy text, enabled boolean, source text, source_sha256 text, changed_at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query select known.* from cogo.list_providers() as known;
end;
$function$;

CREATE OR REPLACE FUNCTION api.list_rate_limits()
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return cogo.list_rate_limits();
end;
$function$;

CREATE OR REPLACE FUNCTION api.metrics_keys()
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
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
  return cogo.metrics_routing(metrics_routing.service, metrics_routing.since_min);
end;
$function$;

CREATE OR REPLACE FUNCTION api.next_route(decision_id uuid, failure jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.next_route(next_route.decision_id, next_route.failure);
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
  return query select * from cogo.provider_health_summary(provider_health.since_min);
end;
$function$;

CREATE OR REPLACE FUNCTION api.publish_policy(policy_id bigint, state text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.publish_policy(publish_policy.policy_id, publish_policy.state);
end;
$function$;

CREATE OR REPLACE FUNCTION api.record_router_report(policy_v1 bigint, policy_v2 bigint, gates jsonb, body jsonb DEFAULT '{}'::jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.record_router_report(record_router_report.policy_v1, record_router_report.policy_v2, record_router_report.gates, record_router_report.body);
end;
$function$;

CREATE OR REPLACE FUNCTION api.remove_budget(budget_id bigint)
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return cogo.remove_budget(remove_budget.budget_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.remove_rate_limit(limit_id bigint)
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return cogo.remove_rate_limit(remove_rate_limit.limit_id);
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
  return cogo.return_budget_lease(return_budget_lease.lease_id, return_budget_lease.spent_nano, return_budget_lease.tenant_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.revive_key(key_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.revive_key(revive_key.key_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.revoke_key(key_id uuid, reason text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return cogo.revoke_key(revoke_key.key_id, revoke_key.reason, 'operator');
end;
$function$;

CREATE OR REPLACE FUNCTION api.rotate_key(key_id uuid, overlap_seconds integer DEFAULT NULL::integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return cogo.rotate_key(rotate_key.key_id, rotate_key.overlap_seconds, 'operator');
end;
$function$;

CREATE OR REPLACE FUNCTION api.select_route(service text, context_tokens integer, max_output_tokens integer DEFAULT NULL::integer, intended_model text DEFAULT NULL::text, sla_ms integer DEFAULT NULL::integer, cost_sensitivity real DEFAULT NULL::real, domain_tags text[] DEFAULT '{}'::text[], region text DEFAULT NULL::text, data_policy text DEFAULT NULL::text, capabilities text[] DEFAULT '{}'::text[], session text DEFAULT NULL::text, prefix_hash text DEFAULT NULL::text, cached_tokens integer DEFAULT NULL::integer, critical boolean DEFAULT false, max_cost_nano bigint DEFAULT NULL::bigint, idempotency_key text DEFAULT NULL::text, tenant_id uuid DEFAULT NULL::uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
begin
  return cogo.select_route(
    select_route.service, select_route.context_tokens, select_route.max_output_tokens, select_route.intended_model,
    select_route.sla_ms, select_route.cost_sensitivity, select_route.domain_tags, select_route.region, select_route.data_policy,
    select_route.capabilities, select_route.session, select_route.prefix_hash, select_route.cached_tokens, select_route.critical,
    select_route.max_cost_nano, select_route.idempotency_key, select_route.tenant_id
  );
end;
$function$;

CREATE OR REPLACE FUNCTION api.set_budget(limit_nano numeric, scope text DEFAULT 'tenant'::text, period text DEFAULT 'month'::text, tenant_id uuid DEFAULT NULL::uuid, project_id text DEFAULT NULL::text, agent_id uuid DEFAULT NULL::uuid, mode text DEFAULT 'hard'::text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return cogo.set_budget(
    set_budget.limit_nano, set_budget.scope, set_budget.period, set_budget.tenant_id, set_budget.project_id, set_budget.agent_id,
    set_budget.mode
  );
end;
$function$;

CREATE OR REPLACE FUNCTION api.set_model(provider text, model text, region text DEFAULT NULL::text, service text DEFAULT NULL::text, enabled boolean DEFAULT NULL::boolean, quality real DEFAULT NULL::real)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.set_model(
    set_model.provider, set_model.model, set_model.region, set_model.service, set_model.enabled, set_model.quality
  );
end;
$function$;

CREATE OR REPLACE FUNCTION api.set_provider(provider text, enabled boolean DEFAULT NULL::boolean, data_policy text DEFAULT NULL::text, base_url text DEFAULT NULL::text, allowed_hosts text[] DEFAULT NULL::text[])
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.set_provider(
    set_provider.provider, set_provider.enabled, set_provider.data_policy, set_provider.base_url, set_provider.allowed_hosts
  );
end;
$function$;

CREATE OR REPLACE FUNCTION api.set_rate_limit(scope text, unit text, max_count bigint, per_seconds integer DEFAULT 60, tenant_id uuid DEFAULT NULL::uuid, agent_id uuid DEFAULT NULL::uuid, key_id uuid DEFAULT NULL::uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return cogo.set_rate_limit(
    set_rate_limit.scope, set_rate_limit.unit, set_rate_limit.max_count, set_rate_limit.per_seconds, set_rate_limit.tenant_id,
    set_rate_limit.agent_id, set_rate_limit.key_id
  );
end;
$function$;

CREATE OR REPLACE FUNCTION api.set_vault_env(env text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return cogo.set_vault_env(set_vault_env.env);
end;
$function$;

CREATE OR REPLACE FUNCTION api.set_workflow_retention(keep_seconds integer)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  perform cogo.set_workflow_retention(set_workflow_retention.keep_seconds);
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
  return cogo.settle_routes(settle_routes.routes);
end;
$function$;

CREATE OR REPLACE FUNCTION api.shred_key(key_id uuid, reason text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  return cogo.shred_key(shred_key.key_id, shred_key.reason, 'operator');
end;
$function$;

CREATE OR REPLACE FUNCTION api.spend_summary(tenant_id uuid DEFAULT NULL::uuid, since_hours integer DEFAULT 24)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return cogo.spend_summary(spend_summary.tenant_id, spend_summary.since_hours);
end;
$function$;

CREATE OR REPLACE FUNCTION api.verify_audit(tenant_id uuid DEFAULT NULL::uuid, checkpoints jsonb DEFAULT '[]'::jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return cogo.verify_audit(verify_audit.tenant_id, verify_audit.checkpoints);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.accept_follow_ups(dead bigint[], at timestamp with time zone)
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
    where flow.id in (select link.workflow_id from cogo.step_jobs as link where link.job_id = any(accept_follow_ups.dead))
    order by flow.id
    for update
  );
  if flow_ids = '{}' then
    return;
  end if;
  perform set_config('cogo.flow_locks', 'held', true);

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

CREATE OR REPLACE FUNCTION cogo.activate_kek(kek_id text, actor text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  known cogo.kek_registry;
  retained text;
begin
  perform pg_advisory_xact_lock(hashtextextended('cogo.kek_registry', 0));
  select * into known from cogo.kek_registry as kek where kek.kek_id = activate_kek.kek_id;
  select kek.kek_id into retained from cogo.kek_registry as kek where kek.state = 'retained';
  if known.state = 'active' then
    return to_jsonb(known);
  elsif (known.state = 'staged') is not true then
    perform cogo.refuse_key_state('activate the KEK', coalesce(known.kek_id || ' is ' || known.state, 'there is no such one'), 'Register it first.');
  elsif retained is not null then
    perform cogo.refuse_key_state('activate the KEK', retained || ' is still retained', 'Finish the rewrap and destroy it: npm run keys -- rewrap.');
  end if;
  update cogo.kek_registry as kek set state = 'retained', changed_at = at where kek.state = 'active';
  update cogo.kek_registry as kek set state = 'active', changed_at = at where kek.kek_id = activate_kek.kek_id
  returning kek.* into known;
  perform cogo.audit_key('kek', null, activate_kek.actor, at, known.kek_id || ' is active');
  return to_jsonb(known);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.approve_break_glass(break_glass_id uuid, actor text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  asked cogo.break_glass := cogo.find_break_glass(approve_break_glass.break_glass_id);
  key cogo.secure_keys := cogo.find_key(asked.key_id);
begin
  if asked.requested_by = approve_break_glass.actor then
    raise sqlstate 'PT403' using
      message = 'Cannot approve: the one who asked may not agree',
      detail = 'second_person_needed',
      hint = 'Another person approves it, with a secret key of their own.';
  elsif asked.approved_by is not null then
    perform cogo.refuse_key_state('approve', asked.approved_by || ' did already', 'Open it, or ask anew.');
  end if;
  update cogo.break_glass as known
  set approved_by = approve_break_glass.actor, approved_at = at, expires_at = at + make_interval(mins => known.minutes)
  where known.break_glass_id = asked.break_glass_id
  returning known.* into asked;
  perform cogo.audit_key('break_glass', key, asked.approved_by, at, 'approved: ' || asked.reason, false);
  perform cogo.tell_key('key.break_glass_approved', key, to_jsonb(asked));
  return to_jsonb(asked);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.asked_terms(terms double precision[], capability_names text[], region_names text[], context jsonb, OUT input double precision, OUT cached double precision, OUT fresh double precision, OUT output double precision, OUT most_output double precision, OUT asked_output integer, OUT window_tokens double precision, OUT ceiling double precision, OUT cost_weight double precision, OUT latency_weight double precision, OUT sla double precision, OUT mask bigint, OUT regions smallint[], OUT rank smallint, OUT usable smallint[], OUT intended bigint[], OUT warm bigint, OUT is_critical boolean, OUT is_narrow boolean)
 RETURNS record
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  plain constant text[] := '{service,context_tokens,max_output_tokens,list,providers}'::text[];
begin
  input := (context -> 'context_tokens')::double precision;
  asked_output := coalesce((context -> 'max_output_tokens')::integer, 0);
  window_tokens := input + asked_output;
  most_output := case when context ->> 'service' = 'embeddings' then 0 when asked_output > 0 then asked_output else terms[10] end;
  output := least(most_output, terms[10]);
  usable := translate(context ->> 'providers', '[]', '{}')::smallint[];
  cached := 0;
  ceiling := terms[15];
  cost_weight := terms[4];
  latency_weight := terms[5];
  sla := terms[9];
  mask := 0;
  rank := 0;
  is_critical := false;
  -- Most requests ask for nothing else.
  if context - plain <> '{}' then
    cached := least(coalesce((context -> 'cached_tokens')::double precision, 0), input);
    ceiling := least((context -> 'max_cost_nano')::double precision, ceiling);
    cost_weight := cost_weight * coalesce((context -> 'cost_sensitivity')::double precision, 1);
    sla := coalesce((context -> 'sla_ms')::double precision, sla);
    mask := case when context ? 'capabilities' then cogo.capability_mask(capability_names, context -> 'capabilities') else 0 end;
    regions := case when context ? 'region' then cogo.region_numbers(region_names, context ->> 'region') end;
    rank := cogo.data_rank(context ->> 'data_policy');
    intended := translate(context ->> 'intended', '[]', '{}')::bigint[];
    warm := (context -> 'warm')::bigint;
    is_critical := coalesce((context -> 'critical')::boolean, false);
  end if;
  fresh := input - cached;
  is_narrow := regions is not null or rank > 0 or ceiling < 'Infinity';
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.audit_hash(previous bytea, seq bigint, entry cogo.secure_keys_audit)
 RETURNS bytea
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return sha256(coalesce(audit_hash.previous, '') || convert_to(jsonb_build_array(
    'sa1', audit_hash.seq, entry.audit_id, entry.xid::text, (extract(epoch from entry.at) * 1000000)::bigint,
    entry.tenant_id, entry.action, entry.ok, entry.reason, entry.actor, entry.key_id, entry.version, entry.purpose,
    entry.decision_id, entry.attempt
  )::text, 'UTF8'));
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.audit_heads()
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'tenant_id', head.tenant_id, 'seq', head.seq, 'hash', encode(head.hash, 'hex')
    ) order by head.tenant_id), '[]')
    from cogo.secure_keys_heads as head
    where not exists (
      select from cogo.audit_checkpoints as kept where kept.tenant_id = head.tenant_id and kept.seq = head.seq
    )
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.audit_key(action text, key cogo.secure_keys, actor text, at timestamp with time zone, reason text DEFAULT NULL::text, ok boolean DEFAULT true, purpose text DEFAULT NULL::text, tenant_id uuid DEFAULT NULL::uuid, decision_id uuid DEFAULT NULL::uuid, attempt integer DEFAULT NULL::integer)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  written bigint;
begin
  insert into cogo.secure_keys_audit
    (at, tenant_id, action, ok, reason, actor, key_id, version, purpose, decision_id, attempt)
  values (
    audit_key.at, coalesce(audit_key.tenant_id, key.tenant_id, cogo.default_tenant()), audit_key.action, audit_key.ok,
    left(audit_key.reason, 500), left(coalesce(audit_key.actor, 'operator'), 200), key.key_id, key.version,
    left(audit_key.purpose, 500), audit_key.decision_id, audit_key.attempt
  )
  returning audit_id into written;
  return written;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.backlog_depths(only_executor text)
 RETURNS TABLE(executor text, depth bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
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

CREATE OR REPLACE FUNCTION cogo.base_url_problem(base_url text, allowed_hosts text[])
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  -- Scheme, host, port, path. Nothing else has a place: no userinfo, query, fragment, backslash, escape or line break.
  part text[] := regexp_match(base_url_problem.base_url, '^(https?)://(\[[0-9a-f:]+\]|[a-z0-9.-]+)(?::([0-9]{1,5}))?((?:/[A-Za-z0-9._~-]+)*)/?$');
  problem text := cogo.host_problem(part[2]);
begin
  return case
    when part is null then 'it must read https://host[:port][/path], the host in lower case, without user, query, fragment or escapes'
    when problem is not null then problem
    when part[1] = 'http' and part[2] not in ('localhost', '127.0.0.1', '[::1]') then 'http is for the loopback alone; use https'
    when part[3] is not null and part[3]::integer not between 1 and 65535 then 'a port is a number from 1 to 65535'
    when part[4] ~ '/\.\.?(/|$)' then 'a path without . and .. segments is needed'
    when not part[2] = any (base_url_problem.allowed_hosts) then format('allowed_hosts does not hold its host %s', part[2])
  end;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.bill_reservation(held cogo.reservations, outcome cogo.routing_outcomes)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  billed_nano bigint;
  -- What was given back is no longer held for it: all that it costs is debt.
  held_nano bigint := case held.state when 'freed' then 0 else held.estimate_nano end;
  is_open boolean := held.state in ('reserved', 'opened');
begin
  if held.state in ('settled', 'booked') then
    select known.cost_nano into billed_nano from cogo.routing_outcomes as known
    where known.decision_id = held.decision_id and known.attempt = held.attempt;
  end if;
  insert into cogo.routing_outcomes (
    decision_id, attempt, tenant_id, model_id, status, http_status, usage, cost_nano, is_estimate, first_token_ms, total_ms, settled_at
  )
  values (
    held.decision_id, held.attempt, held.tenant_id, held.model_id, outcome.status, outcome.http_status, outcome.usage,
    outcome.cost_nano, outcome.is_estimate, outcome.first_token_ms, outcome.total_ms, outcome.settled_at
  )
  on conflict (decision_id, attempt) do update set
    status = excluded.status, http_status = excluded.http_status, usage = excluded.usage, cost_nano = excluded.cost_nano,
    is_estimate = excluded.is_estimate, first_token_ms = excluded.first_token_ms, total_ms = excluded.total_ms, is_counted = false;
  update cogo.reservations as known
  set state = case outcome.status when 'unknown' then 'booked' else 'settled' end, estimate_nano = held_nano
  where known.decision_id = held.decision_id and known.attempt = held.attempt;

  -- Last: here others wait until this transaction ends.
  perform cogo.move_money(
    held.window_ids,
    case when is_open then -held_nano else 0 end,
    least(outcome.cost_nano, held_nano) - least(coalesce(billed_nano, 0), held_nano),
    greatest(outcome.cost_nano - held_nano, 0) - greatest(coalesce(billed_nano, 0) - held_nano, 0)
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.budget_exceeded(told jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return cogo.refusal(
    'budget_exceeded', 402,
    format('Cannot route: the budget of the %s has %s nano-dollars left, which is less than any model here would cost', told ->> 'scope', told ->> 'remaining_nano'),
    'Ask for less, wait until resets_at, or have an operator raise the budget: set_budget.', told
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.budget_refusal(window_ids bigint[], estimate_nano bigint)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  narrow record;
begin
  select budget.budget_id, budget.scope, account.closes_at,
    account.limit_nano - account.reserved_nano - account.spent_nano - account.debt_nano as left_nano
  into narrow
  from cogo.budget_windows as account
  join cogo.budgets as budget on budget.budget_id = account.budget_id
  where account.window_id = any (budget_refusal.window_ids)
  order by (
    account.limit_nano - account.reserved_nano - account.spent_nano - account.debt_nano < budget_refusal.estimate_nano
  ) is true desc, budget.depth, budget.budget_id
  limit 1;
  return jsonb_build_object(
    'outcome', 'budget_exceeded', 'budget_id', narrow.budget_id, 'scope', narrow.scope,
    'remaining_nano', greatest(narrow.left_nano, 0), 'resets_at', nullif(narrow.closes_at, 'infinity')
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.budget_summary(budget_id bigint, at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  budget cogo.budgets;
  account cogo.budget_windows;
  span record;
  used bigint;
  -- Nano-dollars a second so far; nothing is foretold from less than a minute.
  speed numeric;
  elapsed numeric;
begin
  select known.* into budget from cogo.budgets as known where known.budget_id = budget_summary.budget_id;
  span := cogo.window_span(budget.period, budget_summary.at);
  select known.* into account from cogo.budget_windows as known
  where known.budget_id = budget.budget_id and known.opens_at = span.opens_at;
  used := coalesce(account.spent_nano + account.debt_nano, 0);
  elapsed := extract(epoch from budget_summary.at - greatest(span.opens_at, budget.created_at));
  speed := case when elapsed >= 60 then used / elapsed end;
  return jsonb_build_object(
    'budget_id', budget.budget_id, 'scope', budget.scope, 'tenant_id', budget.tenant_id, 'project_id', budget.project_id,
    'agent_id', budget.agent_id, 'period', budget.period, 'mode', budget.mode, 'limit_nano', budget.limit_nano,
    'reserved_nano', coalesce(account.reserved_nano, 0), 'spent_nano', coalesce(account.spent_nano, 0),
    'debt_nano', coalesce(account.debt_nano, 0),
    'remaining_nano', greatest(budget.limit_nano - used - coalesce(account.reserved_nano, 0), 0),
    'opens_at', nullif(span.opens_at, '-infinity'), 'resets_at', nullif(span.closes_at, 'infinity'),
    'forecast_nano', case when budget.period <> 'total' then
      used + trunc(speed * extract(epoch from span.closes_at - budget_summary.at)) end,
    'exhausted_at', case
      when used >= budget.limit_nano then budget_summary.at
      when speed > 0 and (budget.limit_nano - used) / speed < least(
        case when budget.period = 'total' then 315360000 else extract(epoch from span.closes_at - budget_summary.at) end, 315360000
      ) then budget_summary.at + make_interval(secs => ((budget.limit_nano - used) / speed)::double precision)
    end
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.capability_mask(capability_names text[], capabilities jsonb)
 RETURNS bigint
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  mask bigint := 0;
  word text;
begin
  for word in select jsonb_array_elements_text(capability_mask.capabilities) loop
    -- Bit 62 stands for what no model has.
    mask := mask | (1::bigint << (coalesce(array_position(capability_mask.capability_names, word), 63) - 1));
  end loop;
  return mask;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.catalogue_mark(at timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return (
    select concat_ws(' ', count(*), count(*) filter (where model.enabled), count(*) filter (where model.sunset_at <= catalogue_mark.at),
      max(model.changed_at), sum(model.quality), sum(model.context_tokens), sum(model.max_output_tokens))
    from cogo.llm_models as model
  ) || ' | ' || (
    select concat_ws(' ', max(price.price_id), count(*), count(*) filter (where price.valid_from <= catalogue_mark.at))
    from cogo.llm_prices as price
  ) || ' | ' || (
    select concat_ws(' ', count(*), count(*) filter (where provider.enabled), max(provider.changed_at),
      string_agg(provider.data_policy || cogo.provider_has_key(provider.provider, provider.auth_style), '' order by provider.provider))
    from cogo.llm_providers as provider
  ) || ' | ' || (
    select coalesce(string_agg(policy.policy_id || policy.state, ' ' order by policy.policy_id), '')
    from cogo.routing_policies as policy where policy.state in ('shadow', 'canary', 'live')
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.check_ask(ask jsonb)
 RETURNS void
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  field text;
  problem record;
begin
  select checks.field, checks.problem into problem
  from (values
    ('service', ask ->> 'service' in ('chat', 'embeddings'), 'it must be chat or embeddings'),
    ('context_tokens', (ask ->> 'context_tokens')::numeric between 0 and 100000000, 'it must be a number from 0 to 100000000'),
    ('max_output_tokens', (ask ->> 'max_output_tokens')::numeric between 1 and 10000000, 'it must be a number from 1 to 10000000'),
    ('cached_tokens', (ask ->> 'cached_tokens')::numeric between 0 and 100000000, 'it must be a number from 0 to 100000000'),
    ('sla_ms', (ask ->> 'sla_ms')::numeric between 1 and 3600000, 'it must be a number from 1 to 3600000'),
    ('cost_sensitivity', (ask ->> 'cost_sensitivity')::float between 0 and 100, 'it must be a number from 0 to 100'),
    ('max_cost_nano', (ask ->> 'max_cost_nano')::numeric >= 0, 'it must be a number from 0 on'),
    ('data_policy', ask ->> 'data_policy' in ('any', 'no_training', 'zero_retention'), 'it must be any, no_training or zero_retention'),
    ('region', ask ->> 'region' ~ '^[a-z0-9-]{1,40}$', 'it must be 1 to 40 of a-z, 0-9 and -'),
    ('intended_model', length(ask ->> 'intended_model') between 1 and 200, 'it must have 1 to 200 characters'),
    ('prefix_hash', length(ask ->> 'prefix_hash') between 1 and 128, 'it must have 1 to 128 characters'),
    ('domain_tags', jsonb_array_length(ask -> 'domain_tags') <= 16, 'there may be 16 at most'),
    ('capabilities', jsonb_array_length(ask -> 'capabilities') <= 16, 'there may be 16 at most')
  ) as checks (field, fine, problem)
  where ask ? checks.field and not coalesce(checks.fine, false) or (checks.field in ('service', 'context_tokens') and not ask ? checks.field)
  limit 1;
  if found then
    perform cogo.refuse_argument(problem.field, problem.problem);
  end if;
  foreach field in array array['domain_tags', 'capabilities'] loop
    if exists (select from jsonb_array_elements(ask -> field) as item where (length(item #>> '{}') between 1 and 60) is not true) then
      perform cogo.refuse_argument(field, 'each must have 1 to 60 characters');
    end if;
  end loop;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.check_catalogue(catalogue jsonb)
 RETURNS void
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  stray text;
  list text;
  double record;
begin
  if jsonb_typeof(check_catalogue.catalogue) is distinct from 'object' then
    perform cogo.refuse_argument('catalogue', 'it is an object of source, source_sha256, providers and models');
  end if;
  select key into stray from jsonb_object_keys(check_catalogue.catalogue) as key
  where key not in ('source', 'source_sha256', 'enable_new', 'providers', 'models') limit 1;
  if stray is not null then
    perform cogo.refuse_argument('catalogue.' || stray, 'there is no such field');
  elsif coalesce(catalogue ->> 'source', '') !~ '^[^[:cntrl:]]+$' or length(catalogue ->> 'source') > 500 then
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

CREATE OR REPLACE FUNCTION cogo.check_checkpoints(checkpoints jsonb)
 RETURNS void
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  wrong integer;
begin
  if jsonb_typeof(checkpoints) is distinct from 'array' or jsonb_array_length(checkpoints) > 10000 then
    perform cogo.refuse_argument('checkpoints', 'it must be an array of at most 10000 objects {tenant_id, seq, hash}');
  end if;
  select item.ordinal - 1 into wrong
  from jsonb_array_elements(checkpoints) with ordinality as item (value, ordinal)
  where (
    jsonb_typeof(item.value) = 'object'
    and item.value ->> 'tenant_id' ~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'
    and item.value ->> 'seq' ~ '^\d{1,18}$'
    and item.value ->> 'hash' ~ '^[0-9a-fA-F]{64}$'
  ) is not true
  limit 1;
  if found then
    perform cogo.refuse_argument(format('checkpoints[%s]', wrong), 'it must be {tenant_id, seq, hash (64 hexadecimal digits)}');
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.check_failure(failure jsonb)
 RETURNS void
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  field text;
begin
  if (jsonb_typeof(failure) = 'object') is not true then
    perform cogo.refuse_argument('failure', 'it must be an object, such as {"attempt": 1, "http_status": 503}');
  end if;
  foreach field in array array(select jsonb_object_keys(failure)) loop
    if field not in ('attempt', 'http_status', 'retry_after_ms', 'first_token_ms', 'total_ms', 'usage', 'error') then
      perform cogo.refuse_argument('failure', format('there is no field %L', left(field, 60)));
    elsif field in ('attempt', 'http_status', 'retry_after_ms', 'first_token_ms', 'total_ms') and failure -> field <> 'null' and not (
      jsonb_typeof(failure -> field) = 'number' and (failure -> field)::text ~ '^-?\d{1,9}$'
    ) then
      perform cogo.refuse_argument('failure', format('%s must be a whole number', field));
    end if;
  end loop;
  if (failure ->> 'http_status')::integer not between 100 and 599 then
    perform cogo.refuse_argument('failure', 'http_status must be from 100 to 599');
  elsif failure ? 'usage' and jsonb_typeof(failure -> 'usage') not in ('object', 'null') then
    perform cogo.refuse_argument('failure', 'usage must be an object of token counts');
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.check_fields(item jsonb, known text[], place text)
 RETURNS void
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  stray text;
begin
  select key into stray from jsonb_object_keys(check_fields.item) as key where not key = any (check_fields.known) limit 1;
  if stray is not null then
    perform cogo.refuse_argument(format('%s.%s', check_fields.place, left(stray, 60)), 'there is no such field');
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.check_provider(given cogo.llm_providers, place text)
 RETURNS void
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  problem text := cogo.base_url_problem(given.base_url, given.allowed_hosts);
  host text;
  header record;
begin
  if problem is not null then
    perform cogo.refuse_argument(check_provider.place || '.base_url', problem);
  end if;
  foreach host in array given.allowed_hosts loop
    problem := cogo.host_problem(host);
    if problem is not null then
      perform cogo.refuse_argument(check_provider.place || '.allowed_hosts', problem);
    end if;
  end loop;
  if jsonb_typeof(given.static_headers) is distinct from 'object' then
    perform cogo.refuse_argument(check_provider.place || '.static_headers', 'it is an object of strings');
  end if;
  for header in select field.key as name, field.value from jsonb_each(given.static_headers) as field loop
    if header.name !~ '^[a-z0-9-]{1,64}$' or jsonb_typeof(header.value) <> 'string' or header.value #>> '{}' !~ '^[ -~]{1,250}$' then
      perform cogo.refuse_argument(check_provider.place || '.static_headers', 'a header is a name in lower case and one line of printable ASCII');
    elsif header.name ~ '^(authorization|proxy-.*|cookie|host|connection|content-length|transfer-encoding|forwarded|.*(api-?key|token|secret).*)$' then
      perform cogo.refuse_argument(check_provider.place || '.static_headers', format('%s is not for static headers; secrets are keys', header.name));
    end if;
  end loop;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.check_publication(policy cogo.routing_policies, state text)
 RETURNS void
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  serving bigint;
begin
  if (check_publication.state = 'shadow' and policy.state not in ('draft', 'canary'))
    or (check_publication.state = 'canary' and policy.state not in ('draft', 'shadow'))
    or (check_publication.state = 'live' and policy.state = 'retired' and policy.live_at is null) then
    raise sqlstate 'PT409' using
      message = format('Cannot publish policy %s as %s: it is %s', policy.policy_id, check_publication.state, policy.state),
      detail = 'policy_state', hint = 'The order is draft, shadow, canary, live, retired; what was live may be live again.';
  end if;
  -- Back to what served before, or the first of all: no report can be had or is needed.
  if check_publication.state <> 'live' or policy.live_at is not null then
    return;
  end if;
  select known.policy_id into serving
  from cogo.routing_policies as known
  where known.tenant_id = policy.tenant_id and known.live_at is not null
  order by (known.state = 'live') desc, known.live_at desc
  limit 1;
  if serving is not null and not exists (
    select from cogo.router_reports as report
    where report.policy_v2 = policy.policy_id and report.policy_v1 = serving and report.passed
  ) then
    raise sqlstate 'PT409' using
      message = format('Cannot publish policy %s as live: no report that passed compares it with policy %s, which serves', policy.policy_id, serving),
      detail = 'report_missing', hint = 'Run npm run router:compare:v1v2, then publish again.';
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.check_sealed_key(sealed cogo.secure_keys, state text)
 RETURNS void
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
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
    select known.state into kek from cogo.kek_registry as known where known.kek_id = sealed.kek_id;
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

CREATE OR REPLACE FUNCTION cogo.check_settlements(routes jsonb)
 RETURNS void
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  item jsonb;
  place text;
  name text;
  told jsonb;
  lowest integer;
  highest integer;
begin
  if jsonb_typeof(routes) is distinct from 'array' or jsonb_array_length(routes) not between 1 and 1000 then
    perform cogo.refuse_argument('routes', 'it must be a list of 1 to 1000 items');
  end if;
  for nth in 0 .. jsonb_array_length(routes) - 1 loop
    item := routes -> nth;
    place := format('routes[%s]', nth);
    if jsonb_typeof(item) <> 'object' then
      perform cogo.refuse_argument(place, 'it must be an object');
    elsif coalesce(item ->> 'decision_id', '') !~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
      perform cogo.refuse_argument(place || '.decision_id', 'it must be a UUID');
    elsif coalesce(item ->> 'status', 'succeeded') not in ('succeeded', 'failed', 'cancelled') then
      perform cogo.refuse_argument(place || '.status', 'it must be succeeded, failed or cancelled');
    end if;
    foreach name in array array['attempt', 'http_status', 'first_token_ms', 'total_ms', 'retry_after_ms'] loop
      told := item -> name;
      continue when told is null or told = 'null';
      lowest := case name when 'attempt' then 1 when 'http_status' then 100 else 0 end;
      highest := case name when 'attempt' then 32767 when 'http_status' then 999 else 2147483647 end;
      if not (case jsonb_typeof(told)
        when 'number' then told::numeric between lowest and highest and told::numeric = trunc(told::numeric)
        else false
      end) then
        perform cogo.refuse_argument(place || '.' || name, format('it must be a whole number from %s to %s', lowest, highest));
      end if;
    end loop;
  end loop;
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

CREATE OR REPLACE FUNCTION cogo.claim_probe(model_id bigint, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  -- Nobody waits: who finds it locked is not the one.
  perform from cogo.provider_health as health
  where health.model_id = claim_probe.model_id and health.state = 'open' and health.retry_at <= claim_probe.at
    and (health.probe_until is null or health.probe_until <= claim_probe.at)
  for update skip locked;
  if not found then
    return false;
  end if;
  update cogo.provider_health as health set probe_until = claim_probe.at + interval '2 minutes'
  where health.model_id = claim_probe.model_id;
  return true;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.compare_decision(decision cogo.routing_decisions, policy_v1 bigint, policy_v2 bigint, at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  again record;
  outcome cogo.routing_outcomes;
  usage jsonb;
  tokens bigint := (decision.context -> 'context_tokens')::bigint + coalesce((decision.context -> 'max_output_tokens')::bigint, 0);
begin
  select made.* into again from cogo.replay_route(decision) as made;
  select known.* into outcome from cogo.routing_outcomes as known
  where known.decision_id = decision.decision_id and known.attempt = 1;
  if outcome.status = 'succeeded' and not outcome.is_estimate then
    usage := outcome.usage;
  end if;
  return jsonb_build_object(
    'decision_id', decision.decision_id, 'policy_id', decision.policy_id,
    'session', coalesce(decision.context ->> 'session', decision.decision_id::text),
    'service', decision.context ->> 'service', 'size', (cogo.size_class(tokens)).name,
    'is_equal', (again.candidates, again.weights, again.choice) is not distinct from (decision.candidates, decision.weights, decision.choice),
    'is_passed', decision.context ? 'passed',
    'choice', decision.choice, 'candidates', to_jsonb(decision.candidates), 'weights', to_jsonb(decision.weights),
    'v1', cogo.rank_logged(compare_decision.policy_v1, decision, usage, compare_decision.at),
    'v2', cogo.rank_logged(compare_decision.policy_v2, decision, usage, compare_decision.at),
    'outcome', case when outcome.decision_id is not null then jsonb_build_object(
      'status', outcome.status, 'cost_nano', outcome.cost_nano, 'first_token_ms', outcome.first_token_ms, 'total_ms', outcome.total_ms
    ) end
  );
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
      and known.decision_id >= cogo.uuid_v7(coalesce(compare_routes.since, at - interval '7 days'), 0)
      and (compare_routes.before is null or known.decision_id < compare_routes.before)
    order by known.decision_id desc
    limit compare_routes.max_count
  loop
    return next cogo.compare_decision(decision, compare_routes.policy_v1, compare_routes.policy_v2, at);
  end loop;
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
    if cogo.fault('flow.compensated') then end if;
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

CREATE OR REPLACE FUNCTION cogo.context_for(list cogo.route_lists, decision cogo.routing_decisions)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  context jsonb := decision.context - array['passed', 'degraded', 'shut', 'intended'];
  known text[];
  usable text[];
  keyed text[];
begin
  select former.providers, array(select former.providers[no] from unnest(translate(context ->> 'providers', '[]', '{}')::smallint[]) as no)
  into known, usable
  from cogo.route_lists as former where former.list_id = (context -> 'list')::bigint;
  if not list.providers <@ known then
    keyed := array(select has.provider from cogo.keyed_providers(decision.tenant_id) as has);
  end if;
  context := context || jsonb_build_object('list', list.list_id, 'providers', array(
    select no
    from generate_subscripts(list.providers, 1) as no
    where list.providers[no] = any (usable)
      or (list.providers[no] <> all (known) and (no = any (list.keyless) or list.providers[no] = any (keyed)))
  ));
  if context ? 'intended_model' then
    context := context || jsonb_build_object('intended', cogo.intended_models(list.policy_id, list.service, context ->> 'intended_model'));
  end if;
  return context;
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
    and (held.state = 'reserved' or (cost_of.status = 'failed' and cost_of.http_status between 400 and 599)) then
    -- No key was released, or the provider refused: nothing was used.
    cost_nano := 0;
    is_estimate := false;
  end if;
  cost_nano := coalesce(cost_nano, held.estimate_nano);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.count_calls(name text, labels jsonb, total bigint)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  insert into cogo.call_totals as known (name, labels, total)
  values (count_calls.name, count_calls.labels, count_calls.total)
  on conflict (name, labels) do update set total = known.total + excluded.total;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.count_changes(changes jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return (
    select jsonb_build_object(
      'providers_added', count(*) filter (where what = 'provider' and added),
      'providers_changed', count(*) filter (where what = 'provider' and not added),
      'models_added', count(*) filter (where what = 'model' and added),
      'models_changed', count(*) filter (where what = 'model' and not added),
      'prices_added', count(*) filter (where what = 'price' and added),
      'prices_changed', count(*) filter (where what = 'price' and not added)
    )
    from (
      select entry ->> 'what' as what, entry -> 'before' = 'null' as added from jsonb_array_elements(count_changes.changes) as entry
    ) as counted
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.count_rejections(list cogo.route_lists, context jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return (
    select coalesce(jsonb_object_agg(counted.reason, counted.many), '{}')
    from (
      select told.reason, sum(told.many) as many
      from (
        select reason, 1 as many from cogo.model_rejections(list, count_rejections.context) where reason is not null
        union all
        select key, value::integer from jsonb_each_text(list.left_out)
      ) as told
      group by told.reason
    ) as counted
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.create_policy(name text, body jsonb, algorithm text, tenant_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := coalesce(cogo.acting_tenant(create_policy.tenant_id), cogo.default_tenant());
  problem text := cogo.policy_problem(create_policy.body);
  defaults jsonb := cogo.policy_defaults();
  whole jsonb;
  at timestamptz := cogo.now_();
  made record;
begin
  if create_policy.name is null or create_policy.name !~ '^[a-z0-9][a-z0-9._-]{0,62}$' then
    perform cogo.refuse_argument('name', 'it must be 1 to 63 of a-z, 0-9, ., _ and -');
  elsif create_policy.algorithm is null or create_policy.algorithm not in ('v1', 'v2') then
    perform cogo.refuse_argument('algorithm', 'it must be v1 or v2');
  elsif problem is not null then
    perform cogo.refuse_argument('body', problem);
  end if;
  whole := defaults || create_policy.body
    || jsonb_build_object('weights', (defaults -> 'weights') || coalesce(create_policy.body -> 'weights', '{}'));

  perform pg_advisory_xact_lock(hashtextextended('cogo.policy ' || tenant::text || create_policy.name, 0));
  insert into cogo.routing_policies (tenant_id, name, version, algorithm, body, body_sha256, created_at, changed_at)
  select tenant, create_policy.name, coalesce(max(policy.version), 0) + 1, create_policy.algorithm, whole,
    sha256(convert_to(whole::text, 'UTF8')), at, at
  from cogo.routing_policies as policy
  where policy.tenant_id = tenant and policy.name = create_policy.name
  returning policy_id, version, state into made;
  return jsonb_build_object('policy_id', made.policy_id, 'name', create_policy.name, 'version', made.version, 'state', made.state);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.data_rank(data_policy text)
 RETURNS smallint
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return case data_rank.data_policy when 'zero_retention' then 2 when 'no_training' then 1 else 0 end;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.decide_route(tenant_id uuid, agent_id uuid, ask jsonb, key_hash uuid, at timestamp with time zone)
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
    decision_id, at, tenant_id, agent_id, policy_id, snapshot_id, seed, context, candidates, weights, choice, key_hash
  )
  values (
    cogo.uuid_v7(decide_route.at, (cogo.random_() * 4503599627370496)::bigint * 1024 + (seed & 1023)),
    decide_route.at, decide_route.tenant_id, decide_route.agent_id, list.policy_id, list.snapshot_id, seed, context,
    ranked.candidates, ranked.weights, ranked.candidates[place], decide_route.key_hash
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

CREATE OR REPLACE FUNCTION cogo.decision_key(tenant_id uuid, idempotency_key text)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  hash uuid := cogo.short_hash(decision_key.idempotency_key);
begin
  if length(decision_key.idempotency_key) not between 1 and 200 then
    perform cogo.refuse_argument('idempotency_key', 'it must have 1 to 200 characters');
  end if;
  -- Two at once with one key: the second waits and finds the first's decision.
  perform pg_advisory_xact_lock(hashtextextended('cogo.decision ' || decision_key.tenant_id::text || hash::text, 0));
  return hash;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.degrade_reason(list cogo.route_lists, context jsonb)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  intended bigint[] := translate(context ->> 'intended', '[]', '{}')::bigint[];
begin
  if cardinality(intended) = 0 then
    return 'unknown_model';
  end if;
  return coalesce(
    (select told.reason from cogo.model_rejections(list, degrade_reason.context) as told
      where told.model_id = any (intended) and told.reason is not null limit 1),
    (select 'disabled' from cogo.llm_models as model join cogo.llm_providers as provider on provider.provider = model.provider
      where model.model_id = any (intended) having not bool_or(model.enabled and provider.enabled)),
    (select 'context' from cogo.llm_models as model
      where model.model_id = any (intended)
      having max(model.context_tokens) < (context -> 'context_tokens')::integer + coalesce((context -> 'max_output_tokens')::integer, 0)),
    case when intended && list.model_ids then 'health' else 'not_allowed' end
  );
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
  select * into known from cogo.kek_registry as kek where kek.kek_id = destroy_kek.kek_id;
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
  if exists (select from cogo.step_jobs) then
    perform cogo.accept_follow_ups(discarded, at);
  end if;

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
      return jsonb_build_object('refused', (answer - 'outcome') || jsonb_build_object(
        'code', 'PT402', 'status', 402, 'details', 'budget_exceeded',
        'message', format('Cannot draw %s nano-dollars: the budget of the %s has %s left', amount, answer ->> 'scope', answer ->> 'remaining_nano'),
        'hint', 'Draw less, wait for resets_at, or ask an operator for a higher limit.'
      ));
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

CREATE OR REPLACE FUNCTION cogo.draw_place(weights integer[], seed bigint)
 RETURNS integer
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  total bigint := 0;
  point bigint;
  weight integer;
begin
  foreach weight in array weights loop
    total := total + weight;
  end loop;
  -- The upper 28 of the seed's 52 bits, as a share of the sum, which is below 2^35.
  point := ((draw_place.seed >> 24) * total) >> 28;
  for place in 1 .. cardinality(weights) loop
    point := point - weights[place];
    if point < 0 then
      return place;
    end if;
  end loop;
  return null;
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
  set dropped_jobs = total.dropped_jobs + jobs, dropped_events = total.dropped_events + events, dropped_at = at;
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
  update cogo.retention as total
  set workflow_walk = state.workflow_walk, dropped_workflows = total.dropped_workflows + dropped;
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
  if held.state not in ('reserved', 'opened') then
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
  perform cogo.note_outcome(
    held.model_id, held.key_id, 'failed', (failure ->> 'http_status')::integer, (failure ->> 'retry_after_ms')::bigint,
    (failure ->> 'first_token_ms')::integer, null, end_attempt.at
  );
  perform cogo.free_reservation(held.decision_id, held.attempt::integer);
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
  over_ids bigint[] := '{}'::bigint[];
  prefix text := left(replace(cogo.uuid_v7(at, 0)::text, '-', ''), 16);
begin
  batch := cogo.survey_jobs(enqueue_jobs.jobs, tenant is null);
  first_ids := batch.new_ids;
  if batch.has_keys then
    select taken.first_ids, taken.first_times into first_ids, first_times
    from cogo.take_keys(enqueue_jobs.jobs, batch.new_ids, tenant, at) as taken;
  end if;

  if cogo.fault('enqueue.keyed') then end if;
  if batch.has_bounds then
    over_ids := cogo.hold_to_bounds(enqueue_jobs.jobs, batch.new_ids, first_ids, tenant);
  end if;
  if batch.only_type is not null and over_ids = '{}' then
    perform cogo.insert_plain_jobs(
      enqueue_jobs.jobs, batch.payloads, batch.only_type, batch.new_ids, first_ids, tenant, at
    );
  else
    perform cogo.insert_jobs(enqueue_jobs.jobs, batch.new_ids, first_ids, tenant, at, batch.has_later, over_ids);
  end if;
  if batch.has_bounds then
    perform cogo.tell_loads(array(
      select fresh_id from unnest(cogo.fresh_ids(batch.new_ids, first_ids)) as fresh_id where fresh_id <> all(over_ids)
    ), 1);
  end if;

  if first_ids = batch.new_ids then
    return query
    select item.ordinal, item.job_id, (prefix || to_hex((-9223372036854775808) | item.job_id))::uuid, true
    from (
      select generate_series(1, cardinality(batch.new_ids)) as ordinal, unnest(batch.new_ids) as job_id
    ) as item;
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

CREATE OR REPLACE FUNCTION cogo.estimate_nano(price cogo.llm_prices, input_tokens bigint, cached_tokens bigint, output_tokens bigint)
 RETURNS bigint
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  input numeric := greatest(coalesce(estimate_nano.input_tokens, 0), 0);
  cached numeric := least(greatest(coalesce(estimate_nano.cached_tokens, 0), 0), input);
  rates cogo.llm_prices := case
    when price.tiers <> '[]' then cogo.price_for_input(estimate_nano.price, input::bigint) else estimate_nano.price end;
begin
  return ceil((
    (input - cached) * rates.input_price
    + cached * coalesce(rates.cache_read_price, rates.input_price)
    + greatest(coalesce(estimate_nano.output_tokens, 0), 0)::numeric * greatest(rates.output_price, rates.reasoning_price)
  ) / 1000000) + rates.request_price;
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

CREATE OR REPLACE FUNCTION cogo.fill_lists(snapshot_id bigint)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  list cogo.route_lists;
  health record;
  filled integer := 0;
begin
  for list in
    select known.* from cogo.route_lists as known
    where known.retired_at is null and known.snapshot_id <> fill_lists.snapshot_id
    order by known.list_id
  loop
    select seen.* into health from cogo.list_health(list, fill_lists.snapshot_id) as seen;
    if (health.states, health.shares, health.merits, health.wait_ms, health.token_ms)
      is distinct from (list.states, list.shares, list.merits, list.wait_ms, list.token_ms) then
      update cogo.route_lists as known set
        snapshot_id = fill_lists.snapshot_id, states = health.states, shares = health.shares, merits = health.merits,
        wait_ms = health.wait_ms, token_ms = health.token_ms
      where known.list_id = list.list_id;
      filled := filled + 1;
    end if;
  end loop;
  return filled;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.find_accounts(decision_id uuid, attempt integer, tenant_id uuid, agent_id uuid, estimate_nano bigint, at timestamp with time zone, OUT budget_ids bigint[], OUT window_ids bigint[], OUT fits boolean)
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
    select held.budget_ids, held.window_ids, true into budget_ids, window_ids, fits
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
    select array_agg(found.budget_id), array_agg(found.window_id), coalesce(bool_and(found.fits), true)
    into budget_ids, window_ids, fits
    from (
      select budget.budget_id, account.window_id, account.limit_nano is null or find_accounts.estimate_nano = 0
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
    exit when budget_ids is null or array_position(window_ids, null) is null;
    perform cogo.open_windows(subjects, find_accounts.at);
  end loop;
  budget_ids := coalesce(budget_ids, '{}');
  window_ids := array_remove(coalesce(window_ids, '{}'), null);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.find_break_glass(break_glass_id uuid)
 RETURNS cogo.break_glass
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  asked cogo.break_glass;
begin
  select * into asked from cogo.break_glass as known where known.break_glass_id = find_break_glass.break_glass_id for update;
  if asked.break_glass_id is null then
    raise sqlstate 'PT404' using
      message = 'Cannot break the glass: there is no such request',
      detail = 'key_not_found',
      hint = 'Ask first: npm run keys -- break-glass request.';
  elsif asked.expires_at <= cogo.now_() then
    perform cogo.refuse_key_state('break the glass', 'its time is over', 'Ask anew: npm run keys -- break-glass request.');
  end if;
  return asked;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.find_key(key_id uuid)
 RETURNS cogo.secure_keys
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  found_key cogo.secure_keys;
begin
  select * into found_key from cogo.secure_keys as key where key.key_id = find_key.key_id for update;
  if found_key.key_id is null then
    raise sqlstate 'PT404' using
      message = format('Cannot find key %s: there is no such version', coalesce(find_key.key_id::text, 'null')),
      detail = 'key_not_found',
      hint = 'list_keys shows the versions that are there.';
  end if;
  return found_key;
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
  if cogo.fault('flow.fired') then end if;
  perform cogo.move_flows(locked, fire_timers.at);
  return cardinality(locked);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.fold_audit(after_id bigint, up_to bigint)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
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

CREATE OR REPLACE FUNCTION cogo.fold_key_outcomes(notes cogo.outcome_notes[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  insert into cogo.key_health as health (key_id, state, until, http_status, changed_at)
  select distinct on (note.key_id) note.key_id, refused.state, refused.until, note.http_status, note.at
  from unnest(fold_key_outcomes.notes) as note
  cross join lateral cogo.key_refusal(note.http_status, note.retry_after_ms, note.at) as refused
  where note.key_id is not null and refused.state is not null
  order by note.key_id, (refused.state = 'dead') desc, refused.until desc
  on conflict (key_id) do update
    set state = excluded.state, until = excluded.until, http_status = excluded.http_status, changed_at = excluded.changed_at
    where health.state <> 'dead' and (excluded.state = 'dead' or excluded.until > health.until);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.fold_minutes(notes cogo.outcome_notes[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  insert into cogo.provider_health_minutes as kept (model_id, minute, calls, errors, throttled, first_token_ms_sum, first_tokens)
  select note.model_id, date_trunc('minute', note.at, 'UTC'), count(*),
    count(*) filter (where cogo.outcome_kind(note.status, note.http_status) = 'failed'), count(*) filter (where note.http_status = 429),
    coalesce(sum(note.first_token_ms), 0), count(note.first_token_ms)
  from unnest(fold_minutes.notes) as note
  group by 1, 2
  on conflict (minute, model_id) do update set
    calls = kept.calls + excluded.calls, errors = kept.errors + excluded.errors, throttled = kept.throttled + excluded.throttled,
    first_token_ms_sum = kept.first_token_ms_sum + excluded.first_token_ms_sum, first_tokens = kept.first_tokens + excluded.first_tokens;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.fold_outcomes(at timestamp with time zone)
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

  -- Who came back gets twice its share at each tick.
  update cogo.provider_health as known
  set share = least(known.share * 2, 100), trips = case when known.share >= 50 then 0 else known.trips end
  where known.state = 'closed' and known.share < 100 and known.changed_at < fold_outcomes.at - interval '4 seconds';
  return cardinality(notes);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.fold_refusals()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  notes cogo.refusal_notes[];
begin
  with taken as (
    delete from cogo.refusal_notes as known
    where known.note_id in (select oldest.note_id from cogo.refusal_notes as oldest order by oldest.note_id limit 20000)
    returning known.*
  )
  select array_agg(taken::cogo.refusal_notes) into notes from taken;
  if notes is null then
    return 0;
  end if;
  perform cogo.count_calls('refusals', jsonb_build_object('reason', counted.word), counted.many)
  from (select note.word, count(*) as many from unnest(notes) as note group by note.word) as counted;
  perform cogo.count_calls('rejections', jsonb_build_object('reason', counted.key), counted.many)
  from (
    -- {reason: how many models}, or of keys {provider: throttled | dead}.
    select told.key, sum(told.many)::bigint as many
    from unnest(notes) as note
    cross join lateral jsonb_each(note.rejected) as item
    cross join lateral (
      select case jsonb_typeof(item.value) when 'number' then item.key else item.value #>> '{}' end as key,
        case jsonb_typeof(item.value) when 'number' then (item.value #>> '{}')::bigint else 1 end as many
    ) as told
    group by told.key
  ) as counted;
  return cardinality(notes);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.follow_order(decision cogo.routing_decisions, list cogo.route_lists, failed_id bigint, at timestamp with time zone, OUT model_ids bigint[], OUT price_ids bigint[], OUT states smallint[], OUT repeats bigint)
 RETURNS record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tried bigint[] := array(select held.model_id from cogo.reservations as held where held.decision_id = decision.decision_id);
begin
  select coalesce(array_agg(left_over.model_id order by place), '{}'), coalesce(array_agg(left_over.price_id order by place), '{}'),
    coalesce(array_agg(left_over.state order by place), '{}')
  into model_ids, price_ids, states
  from (
    select candidate.model_id, place, list.price_ids[array_position(list.model_ids, candidate.model_id)] as price_id,
      case when health.state = 'open' then 2 else 0 end::smallint as state
    from unnest(decision.candidates) with ordinality as candidate (model_id, place)
    left join cogo.provider_health as health on health.model_id = candidate.model_id
    where candidate.model_id <> all (tried)
  ) as left_over;
  select health.model_id into repeats from cogo.provider_health as health
  where health.model_id = follow_order.failed_id and health.state = 'open' and health.retry_at > follow_order.at;
  repeats := case when repeats is null then follow_order.failed_id end;
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
  wait_ms bigint;
begin
  select found.* into keys from cogo.usable_keys(list, decision.tenant_id, follow_route.at) as found;
  select found.* into ordered from cogo.follow_order(decision, list, held.model_id, follow_route.at) as found;
  select done.* into issued from cogo.issue_in_order(
    decision, held.attempt + 1, list, ordered.model_ids, ordered.price_ids, ordered.states, keys.providers, keys.key_ids, follow_route.at
  ) as done;
  if issued.route is null and ordered.repeats is not null then
    -- Nobody else is left: the same once more, after a pause.
    select done.* into issued from cogo.issue_in_order(
      decision, held.attempt + 1, list, array[held.model_id], array[held.price_id], array[0::smallint],
      keys.providers, keys.key_ids, follow_route.at
    ) as done;
    wait_ms := greatest(least(coalesce((failure ->> 'retry_after_ms')::bigint, 0), 30000), 250 * 2 ^ held.attempt);
  end if;
  if issued.route is null then
    if keys.opens_at is not null then
      return cogo.refusal(
        'rate_limited', 429, 'Cannot route further: what is left of the candidates is throttled by its provider',
        'Send again after retry_after_ms.',
        jsonb_build_object('retry_after_ms', ceil(extract(epoch from keys.opens_at - follow_route.at) * 1000), 'rejected', keys.shut)
      );
    end if;
    return case when issued.refused is not null then cogo.budget_exceeded(issued.refused)
      else cogo.no_candidate(list, decision.context || jsonb_build_object('passed', coalesce(issued.passed, '[]')), null, follow_route.at) end;
  end if;
  return cogo.route_answer(decision, list, issued.route, ordered.model_ids)
    || jsonb_strip_nulls(jsonb_build_object('wait_ms', wait_ms));
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.forget_cron_runs()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  forgotten integer;
begin
  if to_regclass('cron.job_run_details') is null or to_regclass('cron.job') is null then
    return 0;
  end if;
  -- pg_cron keeps a row for each run and drops none: ticks of a second make 86,400 a day.
  execute format($sql$
    delete from %1$I.job_run_details as told using %1$I.job as job
    where job.jobid = told.jobid and job.jobname like 'cogo: %%'
      and told.end_time < $1 - case told.status when 'succeeded' then interval '1 hour' else interval '7 days' end
  $sql$, 'cron') using cogo.now_();
  get diagnostics forgotten = row_count;
  return forgotten;
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
begin
  delete from cogo.route_sessions as session where session.used_at < at - interval '1 day';
  get diagnostics sessions = row_count;
  delete from cogo.provider_health_minutes as kept where kept.minute < at - interval '7 days';
  get diagnostics minutes = row_count;
  return jsonb_build_object('sessions', sessions, 'minutes', minutes);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.free_reservation(decision_id uuid, attempt integer)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  held record;
begin
  update cogo.reservations as known set state = 'freed'
  where known.decision_id = free_reservation.decision_id and known.attempt = free_reservation.attempt
    and known.state = 'reserved'
  returning known.window_ids, known.estimate_nano into held;
  if not found then
    return false;
  end if;
  perform cogo.move_money(held.window_ids, -held.estimate_nano, 0, 0);
  return true;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.glob_patterns(globs jsonb)
 RETURNS text[]
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return array(
    select replace(replace(replace(replace(glob, '\', '\\'), '%', '\%'), '_', '\_'), '*', '%')
    from jsonb_array_elements_text(glob_patterns.globs) as glob
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.grant_permits(job_ids bigint[], attempts smallint[], want integer, woken_from uuid[], paid_for jsonb[], taken uuid[], at timestamp with time zone, OUT granted_ids bigint[], OUT granted_attempts smallint[], OUT key_hashes uuid[], OUT type_hashes uuid[], OUT tenant_hashes uuid[])
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION cogo.guard_key_states()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  rank constant text[] := array['next', 'active', 'retiring', 'revoked', 'shredded'];
begin
  if tg_op = 'DELETE' then
    raise exception 'cogo: a key is shredded, never deleted' using errcode = 'insufficient_privilege';
  end if;
  if array_position(rank, new.state) < array_position(rank, old.state) then
    raise exception 'cogo: a key does not go from % back to %', old.state, new.state using errcode = 'check_violation';
  end if;
  if (new.key_id, new.tenant_id, new.provider, new.field, new.alias, new.env, new.version)
    is distinct from (old.key_id, old.tenant_id, old.provider, old.field, old.alias, old.env, old.version)
  then
    raise exception 'cogo: a key does not become another one' using errcode = 'check_violation';
  end if;
  return new;
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

CREATE OR REPLACE FUNCTION cogo.host_problem(host text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return case
    when host_problem.host is null then 'a host is missing'
    when host_problem.host in ('localhost', '127.0.0.1', '[::1]') then null
    when length(host_problem.host) > 253 or host_problem.host !~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$'
      then 'a host is a name in lower case, without port, wildcard or a dot at its end'
    -- What inet_aton reads as an address: 2130706433, 0x7f.1, 127.1, 0177.0.0.1.
    when host_problem.host ~ '(^|\.)(0x[0-9a-f]*|[0-9]+)$' then 'an address is no host; only 127.0.0.1 and [::1] are'
    when host_problem.host ~ '(^|\.)localhost$' then 'the loopback is called localhost'
    when host_problem.host = 'metadata.google.internal' then 'a metadata service serves no models'
  end;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.import_catalogue(catalogue jsonb, dry_run boolean)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at constant timestamptz := cogo.now_();
  source constant text := catalogue ->> 'source';
  sha256 constant text := catalogue ->> 'source_sha256';
  providers constant jsonb := coalesce(catalogue -> 'providers', '[]');
  models constant jsonb := coalesce(catalogue -> 'models', '[]');
  place text;
  item jsonb;
  model_id bigint;
  change jsonb;
  changes jsonb[] := '{}'::jsonb[];
begin
  perform cogo.check_catalogue(import_catalogue.catalogue);
  -- Imports take turns; who chooses a model only reads.
  lock table cogo.llm_models in share row exclusive mode;
  begin
    for item, place in
      select entry.value, format('providers[%s]', entry.ordinality - 1) from jsonb_array_elements(providers) with ordinality as entry
    loop
      change := cogo.import_provider(item, source, sha256, at, place);
      changes := case when change is null then changes else changes || change end;
    end loop;
    for item, place in
      select entry.value, format('models[%s] (%s/%s)', entry.ordinality - 1, entry.value ->> 'provider', left(entry.value ->> 'model', 80))
      from jsonb_array_elements(models) with ordinality as entry
    loop
      select added.model_id, added.change into model_id, change
      from cogo.import_model(item, catalogue -> 'enable_new' is distinct from 'false', source, sha256, at, place) as added;
      changes := case when change is null then changes else changes || change end;
      if jsonb_typeof(item -> 'price') <> 'null' then
        change := cogo.import_price(model_id, item -> 'price', source, sha256, at, place || '.price');
        changes := case when change is null then changes else changes || (
          change || jsonb_build_object('provider', item -> 'provider', 'model', item -> 'model', 'region', coalesce(item ->> 'region', 'global'))
        ) end;
      end if;
    end loop;
    if import_catalogue.dry_run then
      raise sqlstate 'CG000';
    end if;
  exception
    when sqlstate 'CG000' then null;
    when data_exception or integrity_constraint_violation then
      perform cogo.refuse_argument(place, sqlerrm);
  end;
  return cogo.count_changes(to_jsonb(changes)) || jsonb_build_object(
    'providers', jsonb_array_length(providers), 'models', jsonb_array_length(models),
    'unknown_prices', (select count(*) from jsonb_array_elements(models) as entry where coalesce(jsonb_typeof(entry -> 'price'), 'null') = 'null'),
    'dry_run', import_catalogue.dry_run, 'changes', to_jsonb(changes)
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.import_model(given jsonb, enable_new boolean, source text, source_sha256 text, at timestamp with time zone, place text, OUT model_id bigint, OUT change jsonb)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  fields constant text[] := '{provider,model,region,service,family,context_tokens,max_output_tokens,capabilities,quality,enabled,sunset_at,price}'::text[];
  meta constant text[] := '{model_id,source,source_sha256,changed_at}'::text[];
  before cogo.llm_models;
  after cogo.llm_models;
begin
  perform cogo.check_fields(import_model.given, fields, import_model.place);
  select known.* into before from cogo.llm_models as known
  where known.provider = given ->> 'provider' and known.model = given ->> 'model'
    and known.region = coalesce(given ->> 'region', 'global') and known.service = coalesce(given ->> 'service', 'chat');
  after := jsonb_populate_record(
    before,
    case when found then '{}' else jsonb_build_object(
      'region', 'global', 'service', 'chat', 'capabilities', '[]'::jsonb, 'quality', 0.5, 'enabled', import_model.enable_new
    ) end || (import_model.given - 'price')
  );
  model_id := before.model_id;
  if to_jsonb(before) - meta = to_jsonb(after) - meta then
    return;
  elsif after.model ~ '[[:cntrl:]]' or after.model ~ '^\s|\s$' then
    perform cogo.refuse_argument(import_model.place || '.model', 'a name has no control characters and no space at its ends');
  elsif array_to_string(after.capabilities, ',', '?') !~ '^([a-z][a-z0-9_-]{0,39}(,|$))*$' or cardinality(after.capabilities) > 50 then
    perform cogo.refuse_argument(import_model.place || '.capabilities', 'it is a list of words such as tools or vision');
  elsif not exists (select from cogo.llm_providers as known where known.provider = after.provider) then
    perform cogo.refuse_argument(import_model.place || '.provider', format('%s is in neither the catalogue nor the table', after.provider));
  end if;

  -- Two statements, for on conflict would draw a number for each model at each import.
  if model_id is null then
    insert into cogo.llm_models as added (
      provider, model, region, service, family, context_tokens, max_output_tokens, capabilities, quality, enabled, sunset_at, source,
      source_sha256, changed_at
    )
    values (
      after.provider, after.model, after.region, after.service, after.family, after.context_tokens, after.max_output_tokens,
      after.capabilities, after.quality, after.enabled, after.sunset_at, import_model.source, import_model.source_sha256, import_model.at
    )
    returning added.model_id into model_id;
  else
    update cogo.llm_models as known set
      family = after.family, context_tokens = after.context_tokens, max_output_tokens = after.max_output_tokens,
      capabilities = after.capabilities, quality = after.quality, enabled = after.enabled, sunset_at = after.sunset_at,
      source = import_model.source, source_sha256 = import_model.source_sha256, changed_at = import_model.at
    where known.model_id = import_model.model_id;
  end if;
  change := jsonb_build_object(
    'what', 'model', 'provider', after.provider, 'model', after.model, 'region', after.region, 'service', after.service,
    'before', case when before.model_id is not null then to_jsonb(before) - meta end, 'after', to_jsonb(after) - meta
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.import_price(model_id bigint, price jsonb, source text, source_sha256 text, at timestamp with time zone, place text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  meta constant text[] := '{price_id,model_id,valid_from,source,source_sha256,imported_at}'::text[];
  after cogo.llm_prices := cogo.read_price(import_price.price, import_price.place);
  begins timestamptz := greatest(after.valid_from, import_price.at);
  before cogo.llm_prices := cogo.price_at(import_price.model_id, begins);
begin
  if to_jsonb(before) - meta = to_jsonb(after) - meta then
    return null;
  elsif before.valid_from = begins and begins > import_price.at then
    perform cogo.refuse_argument(import_price.place, 'another price is announced from that moment on; prices are added, never changed');
  elsif before.valid_from = begins then
    begins := begins + interval '1 microsecond';
  end if;
  insert into cogo.llm_prices (
    model_id, valid_from, input_price, output_price, cache_read_price, cache_write_price, cache_write_1h_price, reasoning_price,
    request_price, tiers, source, source_sha256, imported_at
  )
  values (
    import_price.model_id, begins, after.input_price, after.output_price, after.cache_read_price, after.cache_write_price,
    after.cache_write_1h_price, after.reasoning_price, after.request_price, after.tiers, import_price.source,
    import_price.source_sha256, import_price.at
  );
  return jsonb_build_object(
    'what', 'price', 'valid_from', begins,
    'before', case when before.price_id is not null then to_jsonb(before) - meta end, 'after', to_jsonb(after) - meta
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.import_provider(given jsonb, source text, source_sha256 text, at timestamp with time zone, place text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  fields constant text[] := '{provider,name,api_format,base_url,allowed_hosts,auth_style,key_field,static_headers,data_policy,enabled}'::text[];
  meta constant text[] := '{source,source_sha256,changed_at}'::text[];
  before cogo.llm_providers;
  after cogo.llm_providers;
begin
  perform cogo.check_fields(import_provider.given, fields, import_provider.place);
  select * into before from cogo.llm_providers as known where known.provider = given ->> 'provider';
  after := jsonb_populate_record(
    before,
    case when found then '{}' else
      '{"auth_style": "bearer", "key_field": "api_key", "static_headers": {}, "data_policy": "any", "enabled": true}'::jsonb
    end || import_provider.given
  );
  if to_jsonb(before) - meta = to_jsonb(after) - meta then
    return null;
  end if;
  after.source := import_provider.source;
  after.source_sha256 := import_provider.source_sha256;
  after.changed_at := import_provider.at;
  perform cogo.check_provider(after, import_provider.place);

  insert into cogo.llm_providers select after.*
  on conflict (provider) do update set
    name = excluded.name, api_format = excluded.api_format, base_url = excluded.base_url, allowed_hosts = excluded.allowed_hosts,
    auth_style = excluded.auth_style, key_field = excluded.key_field, static_headers = excluded.static_headers,
    data_policy = excluded.data_policy, enabled = excluded.enabled, source = excluded.source,
    source_sha256 = excluded.source_sha256, changed_at = excluded.changed_at;
  return jsonb_build_object(
    'what', 'provider', 'provider', after.provider,
    'before', case when before.provider is not null then to_jsonb(before) - meta end, 'after', to_jsonb(after) - meta
  );
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

  insert into cogo.jobs (id, created_at, tenant_id, lane_id, lease_seconds, max_attempts, type, payload)
  select
    item.new_id, insert_plain_jobs.at, owner, route.lane_id, route.lease_seconds, route.max_attempts,
    insert_plain_jobs.only_type, item.payload
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

CREATE OR REPLACE FUNCTION cogo.intended_models(policy_id bigint, service text, name text)
 RETURNS bigint[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  meant text := coalesce(
    (select policy.body #>> array['aliases', intended_models.name] from cogo.routing_policies as policy
      where policy.policy_id = intended_models.policy_id),
    intended_models.name
  );
begin
  return array(
    select model.model_id from cogo.llm_models as model
    where model.service = intended_models.service and (
      model.model = meant or model.family = meant
      or (model.provider = split_part(meant, '/', 1) and model.model = substr(meant, strpos(meant, '/') + 1) and strpos(meant, '/') > 0)
    )
    order by model.model_id
    limit 64
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.is_round_over(queue_name text, seen_xid xid8)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if is_round_over.seen_xid is null or pg_snapshot_xmin(pg_current_snapshot()) >= is_round_over.seen_xid then
    return true;
  end if;
  -- An older transaction is open. Whoever draws a message number keeps the queue locked until its end, so it matters only
  -- if it does. Its messages show to snapshots taken after this; in repeatable read there are none.
  return current_setting('transaction_isolation') = 'read committed' and not exists (
    with lock as materialized (
      select known.locktype, known.database, known.relation, known.transactionid, known.virtualtransaction, known.mode
      from pg_catalog.pg_locks as known where known.granted and known.locktype in ('relation', 'transactionid')
    )
    select from lock as writes
    join lock as number on number.virtualtransaction = writes.virtualtransaction
      and number.locktype = 'transactionid' and number.mode = 'ExclusiveLock'
    where writes.locktype = 'relation' and writes.mode <> 'AccessShareLock'
      and writes.relation = to_regclass('pgmq.q_' || is_round_over.queue_name)::oid
      and writes.database = (select base.oid from pg_catalog.pg_database as base where base.datname = current_database())
      and age(number.transactionid) > age(is_round_over.seen_xid::xid)
  );
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
  if kept.context ? 'session' then
    perform cogo.warm_session(kept.context, kept.choice, kept.at);
  end if;
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
    reason := case
      when is_served is not true then 'disabled'
      when place is null then 'key'
      when estimate > least((decision.context -> 'max_cost_nano')::double precision, list.terms[15]) then 'price_ceiling'
      when estimate >= below_nano then 'budget'
      when issue_in_order.states[nth] = 2 and not cogo.claim_probe(issue_in_order.model_ids[nth], issue_in_order.at) then 'breaker_open'
      when key_id is not null and cogo.take_key_rates(key_id, input + output, issue_in_order.at) is not null then 'key_rate'
    end;
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
    passed := coalesce(passed, '[]') || jsonb_build_array(jsonb_build_array(issue_in_order.model_ids[nth], reason));
    route := null;
  end loop;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.judge_outcome(health cogo.provider_health, note cogo.outcome_notes)
 RETURNS cogo.provider_health
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  judged cogo.provider_health := judge_outcome.health;
  failed boolean := cogo.outcome_kind(note.status, note.http_status) = 'failed';
  -- Calls that were under way when it opened say nothing: while it is open, only a probe does.
  counts boolean := judged.state <> 'open' or judged.probe_until is not null;
begin
  judged.calls := judged.calls + 1;
  judged.changed_at := note.at;
  judged.error_rate := judged.error_rate + 0.1 * (failed::integer - judged.error_rate);
  if not failed then
    judged.first_token_ms := coalesce(0.9 * judged.first_token_ms + 0.1 * note.first_token_ms, judged.first_token_ms, note.first_token_ms);
    judged.tokens_per_second := coalesce(
      0.9 * judged.tokens_per_second + 0.1 * nullif(greatest(note.tokens_per_second, 0), 0), judged.tokens_per_second,
      nullif(greatest(note.tokens_per_second, 0), 0)
    );
  end if;
  if not counts then
    return judged;
  end if;

  judged.failures := case when failed then least(judged.failures + 1, 1000) else 0 end;
  if failed and (judged.state <> 'closed' or judged.failures >= 5 or (judged.error_rate > 0.5 and judged.calls >= 10)) then
    judged.state := 'open';
    judged.retry_at := note.at + least(interval '5 seconds' * (2 ^ judged.trips), interval '5 minutes');
    judged.trips := least(judged.trips + 1, 10);
    judged.share := 10;
    judged.good_probes := 0;
    judged.probe_until := null;
  elsif not failed and judged.state <> 'closed' then
    judged.good_probes := judged.good_probes + 1;
    judged.state := case when judged.good_probes >= 2 then 'closed' else 'half_open' end;
    judged.probe_until := null;
    judged.retry_at := null;
  end if;
  return judged;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.key_alerts(at timestamp with time zone)
 RETURNS TABLE(key_id uuid, alert text, due_at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query
  select key.key_id, due.alert, due.at
  from cogo.secure_keys as key
  cross join cogo.vault_settings as setting
  cross join lateral (values
    (case when key.expires_at <= key_alerts.at then 'expired' else 'expires_soon' end, key.expires_at,
      key.expires_at - make_interval(days => setting.warn_days)),
    ('rotation_due', key.rotate_after, key.rotate_after)
  ) as due (alert, at, warn_at)
  where key.state = 'active' and key.env = setting.env and due.warn_at <= key_alerts.at;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.key_metadata(key cogo.secure_keys)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return to_jsonb(key) - array['ciphertext', 'iv', 'wrapped_dek', 'dek_iv', 'checksum'];
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.key_problem(key cogo.secure_keys, tenant_id uuid, at timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return case
    when key.key_id is null then 'the key is not there'
    when key.tenant_id <> key_problem.tenant_id and not (key.shared and key.tenant_id = cogo.default_tenant())
      then 'the key is not there'
    when key.env is distinct from cogo.vault_env() then 'the key is of another environment'
    when key.state not in ('active', 'retiring') then 'the version is ' || key.state
    when key.state = 'retiring' and (key.retires_at > key_problem.at) is not true then 'the version is retired'
    when key.expires_at <= key_problem.at then 'the key has expired'
  end;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.key_refusal(http_status integer, retry_after_ms bigint, at timestamp with time zone, OUT state text, OUT until timestamp with time zone)
 RETURNS record
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  if key_refusal.http_status = 429 then
    state := 'throttled';
    -- What a provider says is kept between nothing and an hour; what it does not say, or says wrongly, is 10 s.
    until := key_refusal.at + least(
      case when key_refusal.retry_after_ms >= 0 then key_refusal.retry_after_ms else 10000 end, 3600000
    ) * interval '1 millisecond';
  elsif key_refusal.http_status in (401, 402, 403) then
    state := 'dead';
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.keyed_providers(tenant_id uuid)
 RETURNS TABLE(provider text, key_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  setting text := cogo.vault_env();
  at timestamptz := cogo.now_();
begin
  return query
  select distinct on (key.provider) key.provider, key.key_id
  from cogo.secure_keys as key
  join cogo.llm_providers as served on served.provider = key.provider and served.key_field = key.field
  where key.state = 'active' and key.env = setting and key.alias = 'default'
    and key.service = '*' and key.resource = '*' and key.region = '*'
    and key.tenant_id in (keyed_providers.tenant_id, cogo.default_tenant())
    and (key.tenant_id = keyed_providers.tenant_id or key.shared)
    and coalesce(key.expires_at > at, true)
  order by key.provider, key.tenant_id = keyed_providers.tenant_id desc;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.keys_to_rewrap(row_limit integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return jsonb_build_object(
    'kek_id', (select kek.kek_id from cogo.kek_registry as kek where kek.state = 'active'),
    'left', (
      select count(*) from cogo.secure_keys as key
      join cogo.kek_registry as kek on kek.kek_id = key.kek_id and kek.state = 'retained'
      where key.state <> 'shredded'
    ),
    'keys', (
      select coalesce(jsonb_agg(
        cogo.key_metadata(old) || jsonb_build_object(
          'wrapped_dek', encode(old.wrapped_dek, 'hex'), 'dek_iv', encode(old.dek_iv, 'hex')
        )
      ), '[]')
      from (
        select key.* from cogo.secure_keys as key
        join cogo.kek_registry as kek on kek.kek_id = key.kek_id and kek.state = 'retained'
        where key.state <> 'shredded'
        order by key.key_id
        limit least(greatest(keys_to_rewrap.row_limit, 1), 500)
      ) as old
    )
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.list_budgets(tenant_id uuid)
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
    select coalesce(jsonb_agg(cogo.budget_summary(known.budget_id, at) order by known.depth desc, known.budget_id), '[]')
    from (
      select budget.budget_id, budget.depth from cogo.budgets as budget
      where list_budgets.tenant_id is null or budget.tenant_id = list_budgets.tenant_id
      order by budget.depth desc, budget.budget_id limit 1000
    ) as known
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.list_content(policy cogo.routing_policies, service text, task text, size_class text, at timestamp with time zone)
 RETURNS cogo.route_lists
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  list cogo.route_lists;
  terms double precision[] := cogo.policy_terms(policy.body);
  size record := cogo.size_class(case list_content.size_class when 'medium' then 16000 when 'large' then 64000 when 'huge' then 400000 else 4000 end);
  width integer := case when list_content.size_class = 'all' then 1000000 else 64 end;
  ranked jsonb;
begin
  if list_content.size_class = 'all' then
    size.above := 0;
  end if;
  with seen as materialized (
    select model.*, cogo.provider_has_key(model.provider, model.auth_style) as has_key
    from cogo.routable_models(policy, list_content.service, list_content.task, size.typical, list_content.at) as model
  ),
  fit as (
    select seen.*, (
      size.typical * coalesce((seen.price).input_price, terms[16]) + terms[10] * coalesce((seen.price).output_price, terms[16])
    ) / 1e6 as typical_cost
    from seen where left_out is null and context_tokens > size.above
  ),
  best as (
    select fit.*, count(*) over () as total, row_number() over (
      order by has_key desc,
        case when policy.algorithm = 'v1' then -typical_cost
          else terms[3] * quality - terms[4] * ln(1 + typical_cost / terms[8]) end desc,
        model_id
    ) as place
    from fit
  ),
  kept as (select * from best where place <= width)
  select
    coalesce(max(kept.total), 0) > width,
    array(select distinct kept.provider from kept order by 1),
    array(select distinct kept.region from kept order by 1),
    array(select distinct word from kept cross join lateral unnest(kept.capabilities) as word order by 1 limit 62),
    coalesce((select jsonb_object_agg(why.left_out, why.count) from (
      select coalesce(seen.left_out, 'context') as left_out, count(*)
      from seen where seen.left_out is not null or seen.context_tokens <= size.above group by 1
    ) as why), '{}'),
    coalesce(array_agg(kept.model_id order by place), '{}'), coalesce(array_agg((kept.price).price_id order by place), '{}'),
    coalesce(array_agg(kept.data_rank order by place), '{}'), coalesce(array_agg(kept.context_tokens order by place), '{}'),
    coalesce(array_agg(coalesce(kept.max_output_tokens, kept.context_tokens) order by place), '{}'),
    coalesce(array_agg(kept.quality order by place), '{}'),
    coalesce(array_agg(coalesce((kept.price).input_price, terms[16])::real order by place), '{}'),
    coalesce(array_agg(coalesce((kept.price).output_price, terms[16])::real order by place), '{}'),
    coalesce(array_agg(coalesce((kept.price).cache_read_price, (kept.price).input_price, terms[16])::real order by place), '{}'),
    coalesce(array_agg(coalesce((kept.price).cache_write_price, (kept.price).input_price, terms[16])::real order by place), '{}'),
    coalesce(array_agg(coalesce((kept.price).request_price, 0)::real order by place), '{}'),
    jsonb_agg(jsonb_build_array(kept.provider, kept.region, kept.capabilities, kept.auth_style) order by place)
  into list.is_cut, list.providers, list.regions, list.capability_names, list.left_out,
    list.model_ids, list.price_ids, list.data_ranks, list.context_tokens, list.max_output_tokens, list.qualities,
    list.input_prices, list.output_prices, list.cache_read_prices, list.cache_write_prices, list.request_prices, ranked
  from kept;

  list.policy_id := policy.policy_id;
  list.policy_name := policy.name;
  list.policy_version := policy.version;
  list.service := list_content.service;
  list.task := list_content.task;
  list.size_class := list_content.size_class;
  list.algorithm := policy.algorithm;
  list.terms := terms;
  return cogo.number_list(list, coalesce(ranked, '[]'));
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.list_decisions(since_min integer, agent_id uuid, row_limit integer, before uuid, tenant_id uuid)
 RETURNS SETOF jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := coalesce(cogo.caller_tenant(), list_decisions.tenant_id);
  least_id uuid;
begin
  if (list_decisions.since_min between 1 and 10080) is not true then
    perform cogo.refuse_argument('since_min', 'it must be a number from 1 to 10080');
  elsif (list_decisions.row_limit between 1 and 500) is not true then
    perform cogo.refuse_argument('row_limit', 'it must be a number from 1 to 500');
  end if;
  least_id := cogo.uuid_v7(cogo.now_() - list_decisions.since_min * interval '1 minute', 0);
  return query
  select jsonb_build_object(
    'decision_id', decision.decision_id, 'at', decision.at, 'tenant_id', decision.tenant_id, 'agent_id', decision.agent_id,
    'policy_id', decision.policy_id, 'snapshot_version', decision.snapshot_id, 'provider', model.provider, 'model', model.model,
    'region', model.region, 'candidates', cardinality(decision.candidates),
    'odds', round((decision.weights[array_position(decision.candidates, decision.choice)])::numeric
      / nullif((select sum(weight) from unnest(decision.weights) as weight), 0), 6),
    'asked', decision.context
  )
  from (
    select known.* from cogo.routing_decisions as known
    where known.decision_id >= least_id and (list_decisions.before is null or known.decision_id < list_decisions.before)
      and (tenant is null or known.tenant_id = tenant)
      and (list_decisions.agent_id is null or known.agent_id = list_decisions.agent_id)
    order by known.decision_id desc
    limit list_decisions.row_limit
  ) as decision
  left join cogo.llm_models as model on model.model_id = decision.choice
  order by decision.decision_id desc;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.list_for(tenant_id uuid, ask jsonb, seed bigint, at timestamp with time zone)
 RETURNS cogo.route_lists
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  list cogo.route_lists;
  ticket integer := case when ask ? 'session'
    then ('x' || left(ask ->> 'session', 8))::bit(32)::bigint & 1048575 else seed & 1048575 end * 10000::bigint >> 20;
  wanted_size text := (cogo.size_class((ask -> 'context_tokens')::bigint + coalesce((ask -> 'max_output_tokens')::bigint, 0))).name;
begin
  for turn in 1 .. 2 loop
    -- Its own policy before the default tenant's, of those with a live one; of each the canary, for tickets below its share, before the live one.
    select known.* into list
    from (
      select policy.policy_id, case when ask ? 'domain_tags' then cogo.policy_task(policy.body, ask -> 'domain_tags') else '*' end as task
      from cogo.routing_policies as policy
      where policy.tenant_id = any (array[list_for.tenant_id, cogo.default_tenant()])
        and (policy.state = 'live' or (
          policy.state = 'canary' and ticket < (policy.body -> 'canary_percent')::real * 100
          and exists (select from cogo.routing_policies as live where live.tenant_id = policy.tenant_id and live.state = 'live')
        ))
      order by policy.tenant_id <> list_for.tenant_id, policy.state
      limit 1
    ) as serving
    join cogo.route_lists as known on known.policy_id = serving.policy_id and known.task = serving.task
    where known.service = ask ->> 'service' and known.size_class = wanted_size and known.retired_at is null;
    exit when found or turn = 2;
    -- The first call needs no set-up, and a list that the tick has not made is made now.
    if not exists (
      select from cogo.routing_policies as policy
      where policy.tenant_id = any (array[list_for.tenant_id, cogo.default_tenant()]) and policy.state = 'live'
    ) then
      perform cogo.serve_default(list_for.at);
    end if;
    perform cogo.refresh_lists(list_for.at);
  end loop;
  return list;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.list_health(list cogo.route_lists, snapshot_id bigint, OUT states smallint[], OUT shares smallint[], OUT merits real[], OUT wait_ms real[], OUT token_ms real[])
 RETURNS record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  select
    coalesce(array_agg(coalesce(health.state, 0::smallint) order by model.place), '{}'),
    coalesce(array_agg(coalesce(health.share, 100::smallint) order by model.place), '{}'),
    coalesce(array_agg((list.terms[3] * model.quality - list.terms[6] * coalesce(health.error_rate, 0))::real order by model.place), '{}'),
    coalesce(array_agg((busy.factor * coalesce(health.first_token_ms, 800))::real order by model.place), '{}'),
    coalesce(array_agg((busy.factor * 1000 / coalesce(health.tokens_per_second, 50))::real order by model.place), '{}')
  into states, shares, merits, wait_ms, token_ms
  from unnest(list.model_ids, list.qualities) with ordinality as model (model_id, quality, place)
  left join (
    select seen.*
    from cogo.routing_snapshots as snapshot
    cross join lateral unnest(
      snapshot.model_ids, snapshot.states, snapshot.shares, snapshot.error_rates, snapshot.first_token_ms,
      snapshot.tokens_per_second, snapshot.in_flight
    ) as seen (model_id, state, share, error_rate, first_token_ms, tokens_per_second, in_flight)
    where snapshot.snapshot_id = list_health.snapshot_id
  ) as health on health.model_id = model.model_id
  cross join lateral (select 1 + coalesce(health.in_flight, 0) / list.terms[11] as factor) as busy;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.list_keks()
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return (
    select coalesce(jsonb_agg(to_jsonb(kek) || jsonb_build_object('wraps', (
      select count(*) from cogo.secure_keys as key where key.kek_id = kek.kek_id and key.state <> 'shredded'
    )) order by kek.created_at), '[]')
    from cogo.kek_registry as kek
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.list_key_alerts()
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return (
    select coalesce(jsonb_agg(cogo.key_metadata(key) || jsonb_build_object('alert', warning.alert, 'due_at', warning.due_at)
      order by warning.due_at, key.key_id), '[]')
    from cogo.key_alerts(cogo.now_()) as warning
    join cogo.secure_keys as key on key.key_id = warning.key_id
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.list_keys(tenant_id uuid, provider text, state text, key_id uuid, before uuid, row_limit integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  if (list_keys.row_limit between 1 and 500) is not true then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 500');
  end if;
  return (
    select coalesce(jsonb_agg(cogo.key_metadata(shown)), '[]')
    from (
      select known.* from cogo.secure_keys as known
      where (list_keys.tenant_id is null or known.tenant_id = list_keys.tenant_id)
        and (list_keys.provider is null or known.provider = list_keys.provider)
        and (list_keys.state is null or known.state = list_keys.state)
        and (list_keys.key_id is null or known.key_id = list_keys.key_id)
        and (list_keys.before is null or known.key_id < list_keys.before)
      order by known.key_id desc
      limit list_keys.row_limit
    ) as shown
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.list_models(only_provider text, only_service text, only_enabled boolean)
 RETURNS TABLE(model_id bigint, provider text, model text, region text, service text, family text, context_tokens integer, max_output_tokens integer, capabilities text[], quality real, enabled boolean, sunset_at timestamp with time zone, price jsonb, source text, changed_at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query
  select known.model_id, known.provider, known.model, known.region, known.service, known.family, known.context_tokens,
    known.max_output_tokens, known.capabilities, known.quality, known.enabled and server.enabled, known.sunset_at,
    case when priced.price_id is not null then to_jsonb(priced) - 'model_id' end, known.source, known.changed_at
  from cogo.llm_models as known
  join cogo.llm_providers as server on server.provider = known.provider
  left join lateral cogo.price_at(known.model_id, cogo.now_()) as priced on true
  where (list_models.only_provider is null or known.provider = list_models.only_provider)
    and (list_models.only_service is null or known.service = list_models.only_service)
    and (list_models.only_enabled is null or (known.enabled and server.enabled) = list_models.only_enabled)
  order by known.provider, known.model, known.region, known.service;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.list_policies()
 RETURNS SETOF jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
begin
  return query
  select to_jsonb(policy) - 'body_sha256' || jsonb_build_object(
    'last_report', (
      select jsonb_build_object('report_id', report.report_id, 'passed', report.passed, 'policy_v1', report.policy_v1, 'at', report.at)
      from cogo.router_reports as report
      where report.policy_v2 = policy.policy_id
      order by report.report_id desc
      limit 1
    )
  )
  from cogo.routing_policies as policy
  where tenant is null or policy.tenant_id in (tenant, cogo.default_tenant())
  order by policy.policy_id desc
  limit 1000;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.list_providers()
 RETURNS SETOF cogo.llm_providers
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return query select * from cogo.llm_providers as known order by known.provider;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.list_rate_limits()
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return (
    select coalesce(jsonb_agg(to_jsonb(known) - 'subject' order by known.subject, known.unit), '[]')
    from (select * from cogo.rate_limits as listed order by listed.subject, listed.unit limit 1000) as known
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.lock_outlived_flows(flow_ids bigint[])
 RETURNS bigint[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
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

CREATE OR REPLACE FUNCTION cogo.lock_windows(window_ids bigint[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform from cogo.budget_windows as account
  join cogo.budgets as budget on budget.budget_id = account.budget_id
  where account.window_id = any (lock_windows.window_ids)
  order by budget.depth, budget.budget_id, account.window_id
  for update of account;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.logged_list(decision cogo.routing_decisions)
 RETURNS cogo.route_lists
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return cogo.with_health(
    (select known from cogo.route_lists as known where known.list_id = (decision.context -> 'list')::bigint),
    case when decision.context ? 'stale' then null else decision.snapshot_id end
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
  insert into cogo.backlog_turns (lane_id, tenant_id) values (make_queue.lane_id, '00000000-0000-0000-0000-000000000000')
  on conflict do nothing;
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
        'alerts', coalesce((
          select jsonb_agg(warning.alert order by warning.due_at) from cogo.key_alerts(at) as warning where warning.key_id = key.key_id
        ), '[]'),
        'refused', (
          select jsonb_build_object('state', health.state, 'until', health.until, 'http_status', health.http_status)
          from cogo.key_health as health where health.key_id = key.key_id and (health.state = 'dead' or health.until > at)
        )
      ) order by key.provider, key.alias, key.version desc), '[]')
      from (
        select known.* from cogo.secure_keys as known
        where known.state in ('next', 'active', 'retiring') order by known.key_id desc limit 100
      ) as key
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
    -- Out of their lane until a limit has a permit for them, or until it is their tenant's turn.
    (select parked.job_id, 'waiting', 'parked' from cogo.parked limit 20000)
    union all
    (select backlog.job_id, 'waiting', 'backlog' from cogo.backlog limit 20000)
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

CREATE OR REPLACE FUNCTION cogo.metrics_providers(service text, since_min integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return (
    select coalesce(jsonb_agg(provider.line order by provider.name), '[]')
    from (
      select
        told ->> 'provider' as name,
        jsonb_build_object(
          'provider', told ->> 'provider',
          -- As bad as its worst model.
          'state', (array['closed', 'half_open', 'open'])[max(array_position(array['closed', 'half_open', 'open'], told ->> 'state'))],
          'calls', sum((told ->> 'calls')::bigint), 'errors', sum((told ->> 'errors')::bigint), 'throttled', sum((told ->> 'throttled')::bigint),
          'error_rate', round(sum((told ->> 'errors')::numeric) / nullif(sum((told ->> 'calls')::numeric), 0), 4),
          'first_token_ms', round((
            sum((told ->> 'mean_first_token_ms')::numeric * (told ->> 'calls')::numeric)
            / nullif(sum((told ->> 'calls')::numeric) filter (where told ->> 'mean_first_token_ms' is not null), 0)
          ), 1),
          'models', jsonb_agg(told - 'provider' order by told ->> 'model', told ->> 'region')
        ) as line
      from cogo.provider_health_summary(metrics_providers.since_min) as told
      join cogo.llm_models as model on model.model_id = (told ->> 'model_id')::bigint
      where metrics_providers.service is null or model.service = metrics_providers.service
      group by told ->> 'provider'
    ) as provider
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.metrics_routing(service text, since_min integer)
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
  if metrics_routing.service is not null and metrics_routing.service not in ('chat', 'embeddings') then
    perform cogo.refuse_argument('service', 'it must be chat or embeddings');
  end if;
  return jsonb_build_object(
    'at', at, 'tenant_id', tenant, 'service', metrics_routing.service,
    'window', jsonb_build_object('minutes', metrics_routing.since_min, 'since', at - make_interval(mins => metrics_routing.since_min)),
    'setup', jsonb_build_object(
      'has_models', exists (select from cogo.llm_models as model where model.enabled),
      'keyed_providers', (
        select coalesce(jsonb_agg(keyed.provider order by keyed.provider), '[]')
        from cogo.keyed_providers(coalesce(tenant, cogo.default_tenant())) as keyed
      )
    ),
    'policies', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'policy_id', policy.policy_id, 'name', policy.name, 'version', policy.version, 'algorithm', policy.algorithm,
        'state', policy.state, 'live_at', policy.live_at
      ) order by policy.state desc, policy.policy_id), '[]')
      from cogo.routing_policies as policy
      where policy.tenant_id = coalesce(tenant, cogo.default_tenant()) and policy.state in ('canary', 'live')
    ),
    'providers', cogo.metrics_providers(metrics_routing.service, metrics_routing.since_min),
    'decisions', (
      select coalesce(jsonb_agg(decision), '[]')
      from (
        select told as decision from cogo.list_decisions(metrics_routing.since_min, null, 100, null, null) as told
        where metrics_routing.service is null or told #>> '{asked,service}' = metrics_routing.service
        limit 12
      ) as newest
    )
  );
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
  minutes double precision;
begin
  if metrics_summary.window_minutes is null or metrics_summary.window_minutes not between 1 and 10080 then
    perform cogo.refuse_argument('window_minutes', 'it must be 1 to 10080 (a week)');
  end if;
  since := at - make_interval(mins => metrics_summary.window_minutes);
  reach := cogo.events_reach(since);
  took := cogo.metrics_transitions(reach.first_id, reach.covered_from, tenant);
  minutes := greatest(extract(epoch from at - reach.covered_from) / 60, 1.0 / 60);

  return jsonb_build_object(
    'at', at,
    'tenant_id', tenant,
    'window', jsonb_build_object(
      'minutes', metrics_summary.window_minutes, 'since', since, 'covered_from', reach.covered_from, 'is_capped', reach.is_capped
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
    'finished', cogo.metrics_finished(reach.first_id, reach.covered_from, tenant),
    'dead_letters', cogo.metrics_dead_letters(since, tenant),
    'gates', jsonb_build_object('days', 30, 'by_gate', cogo.metrics_gates(at - interval '30 days', tenant)),
    'claim_conflicts', null,
    'reasons', jsonb_build_object(
      'claim_conflicts', 'Answers of lease_lost are given to the worker and not recorded yet.'
    )
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
  return jsonb_build_object(
    'transitions', (select coalesce(jsonb_object_agg(counted.type, counted.jobs), '{}') from cogo.event_counts() as counted),
    'calls', (select coalesce(jsonb_object_agg(counted.type, counted.calls), '{}') from cogo.event_counts() as counted),
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

CREATE OR REPLACE FUNCTION cogo.mix_weights(scores double precision[], wanted boolean[], shares integer[], algorithm text, temperature double precision, epsilon integer)
 RETURNS integer[]
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  weights integer[] := '{}'::integer[];
  weight bigint;
  total bigint := 0;
  width bigint;
begin
  if scores is null then
    return '{}'::integer[];
  elsif mix_weights.algorithm = 'v1' then
    return array[1] || array_fill(0, array[cardinality(scores) - 1]);
  end if;
  -- The wanted come first: where there is one, only they have odds.
  width := case when wanted[1] then cardinality(array_positions(wanted, true)) else cardinality(scores) end;
  for place in 1 .. width loop
    -- Truncated, since exp differs in its last bit between machines.
    weight := trunc(exp((scores[place] - scores[1]) / mix_weights.temperature) * 65536)::bigint * shares[place] / 100;
    total := total + weight;
    weights := weights || weight::integer;
  end loop;
  if epsilon > 0 then
    for place in 1 .. width loop
      weights[place] := weights[place] * (1024 - epsilon) * width + total * epsilon;
    end loop;
  end if;
  return weights || array_fill(0, array[cardinality(scores) - width::integer]);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.model_rejections(list cogo.route_lists, context jsonb)
 RETURNS TABLE(model_id bigint, reason text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  asked record := cogo.asked_terms(list.terms, list.capability_names, list.regions, model_rejections.context);
begin
  return query
  select list.model_ids[i], case
    when list.provider_nos[i] <> all (asked.usable) then coalesce('key_' || (context #>> array['shut', list.providers[list.provider_nos[i]]]), 'no_key')
    when list.region_nos[i] <> all (asked.regions) then 'region'
    when list.data_ranks[i] < asked.rank then 'data_policy'
    when list.capabilities[i] & asked.mask <> asked.mask then 'capability'
    when list.context_tokens[i] < asked.window_tokens then 'context'
    when list.max_output_tokens[i] < asked.asked_output then 'max_output'
    when (asked.input * list.input_prices[i] + asked.most_output * list.output_prices[i]) / 1e6 + list.request_prices[i] > asked.ceiling then 'price_ceiling'
    when list.states[i] = 1 then 'breaker_open'
  end
  from generate_series(1, cardinality(list.model_ids)) as i;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.money_limit(field text, amount numeric)
 RETURNS bigint
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  -- A billion dollars. NaN is above every number.
  if money_limit.amount < 0 or money_limit.amount > 1000000000000000000 or money_limit.amount <> trunc(money_limit.amount) then
    perform cogo.refuse_argument(money_limit.field, 'it must be whole nano-dollars, from 0 to 1000000000000000000 (a billion dollars)');
  end if;
  return money_limit.amount::bigint;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.move_money(window_ids bigint[], reserved_nano bigint, spent_nano bigint, debt_nano bigint)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  for nth in 1 .. cardinality(move_money.window_ids) loop
    update cogo.budget_windows as account set
      reserved_nano = account.reserved_nano + move_money.reserved_nano,
      spent_nano = account.spent_nano + move_money.spent_nano,
      debt_nano = account.debt_nano + move_money.debt_nano
    where account.window_id = move_money.window_ids[nth];
  end loop;
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
  perform cogo.end_attempt(held, failure, at);

  select known.* into list from cogo.route_lists as known where known.list_id = (decision.context -> 'list')::bigint;
  if held.attempt >= list.terms[12] then
    answer := cogo.refusal(
      'no_candidate', 409, format('Cannot route decision %s further: its %s attempts are used', decision.decision_id, held.attempt),
      'Ask for a new decision, later.', jsonb_build_object('rejected', jsonb_build_object('attempts', held.attempt))
    );
  else
    limited := cogo.take_rates(
      decision.tenant_id, decision.agent_id,
      (decision.context -> 'context_tokens')::bigint + coalesce((decision.context -> 'max_output_tokens')::bigint, 0), at
    );
    answer := case when limited is null then cogo.follow_route(decision, list, held, failure, at) else cogo.rate_refusal(limited) end;
  end if;
  if answer ? 'refused' then
    perform cogo.note_refusal(answer);
  end if;
  return answer;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.no_candidate(list cogo.route_lists, context jsonb, opens_at timestamp with time zone, at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  rejected jsonb := cogo.count_rejections(list, no_candidate.context);
  passed jsonb := (select jsonb_object_agg(reason, many) from (
    select item ->> 1 as reason, count(*) as many from jsonb_array_elements(no_candidate.context -> 'passed') as item group by 1
  ) as counted);
begin
  return cogo.refusal(
    'no_candidate', 409,
    format('Cannot route: no model passes (%s)', coalesce(
      (select string_agg(format('%s: %s', key, value), ', ' order by key) from jsonb_each_text(rejected || coalesce(passed, '{}'))),
      'the catalogue has none for this service'
    )),
    case when rejected ? 'no_key' then 'Add a provider''s key, or ask for less.' else 'Ask for less; rejected counts what stood in the way.' end,
    jsonb_build_object(
      'rejected', rejected || coalesce(passed, '{}'), 'intended_model', no_candidate.context -> 'intended_model',
      'intended_refused', no_candidate.context -> 'degraded',
      'retry_after_ms', ceil(extract(epoch from no_candidate.opens_at - no_candidate.at) * 1000)
    )
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.normal_usage(raw jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  told jsonb := coalesce(raw -> 'usageMetadata', raw -> 'usage', raw);
  read_whole bigint;
  cached bigint;
  written bigint := 0;
  written_1h bigint := 0;
  output bigint;
  reasoning bigint := 0;
  includes_cached boolean := true;
begin
  if told ? 'prompt_tokens' then
    read_whole := cogo.token_count(told -> 'prompt_tokens');
    cached := cogo.token_count(coalesce(
      told #> '{prompt_tokens_details,cached_tokens}', told -> 'prompt_cache_hit_tokens', told -> 'cached_tokens'
    ));
    written := cogo.token_count(told #> '{prompt_tokens_details,cache_write_tokens}');
    output := cogo.token_count(told -> 'completion_tokens');
    reasoning := cogo.token_count(told #> '{completion_tokens_details,reasoning_tokens}');
  elsif told ? 'promptTokenCount' then
    read_whole := cogo.token_count(told -> 'promptTokenCount') + cogo.token_count(told -> 'toolUsePromptTokenCount');
    cached := cogo.token_count(told -> 'cachedContentTokenCount');
    reasoning := cogo.token_count(told -> 'thoughtsTokenCount');
    output := cogo.token_count(told -> 'candidatesTokenCount') + reasoning;
  elsif told ? 'inputTokens' then
    includes_cached := false;
    read_whole := cogo.token_count(told -> 'inputTokens');
    cached := cogo.token_count(told -> 'cacheReadInputTokens');
    written := cogo.token_count(told -> 'cacheWriteInputTokens');
    output := cogo.token_count(told -> 'outputTokens');
  elsif told ? 'input_tokens' and told ?| array['cache_read_input_tokens', 'cache_creation_input_tokens', 'cache_creation'] then
    includes_cached := false;
    read_whole := cogo.token_count(told -> 'input_tokens');
    cached := cogo.token_count(told -> 'cache_read_input_tokens');
    written_1h := cogo.token_count(told #> '{cache_creation,ephemeral_1h_input_tokens}');
    written := coalesce(
      cogo.token_count(nullif(told -> 'cache_creation_input_tokens', 'null')) - written_1h,
      cogo.token_count(told #> '{cache_creation,ephemeral_5m_input_tokens}')
    );
    output := cogo.token_count(told -> 'output_tokens');
  elsif told ?| array['input_tokens_details', 'output_tokens_details'] then
    read_whole := cogo.token_count(told -> 'input_tokens');
    cached := cogo.token_count(told #> '{input_tokens_details,cached_tokens}');
    output := cogo.token_count(told -> 'output_tokens');
    reasoning := cogo.token_count(told #> '{output_tokens_details,reasoning_tokens}');
  elsif told ? 'input_tokens' then
    includes_cached := false;
    read_whole := cogo.token_count(told -> 'input_tokens');
    cached := cogo.token_count(told -> 'cache_read_tokens');
    written := cogo.token_count(told -> 'cache_write_tokens');
    written_1h := cogo.token_count(told -> 'cache_write_1h_tokens');
    output := cogo.token_count(told -> 'output_tokens');
    reasoning := cogo.token_count(told -> 'reasoning_tokens');
  end if;

  if includes_cached then
    read_whole := read_whole - cached - written;
  end if;
  -- Also null where any of them is: a null sum is not from 0 on.
  if (least(read_whole, written, 0) < 0 or read_whole + cached + written + written_1h + output + reasoning is null) then
    return null;
  end if;
  return jsonb_build_object(
    'input_tokens', read_whole, 'cache_read_tokens', cached, 'cache_write_tokens', written,
    'cache_write_1h_tokens', written_1h, 'reasoning_tokens', reasoning,
    -- Some providers count what was thought beside what was said.
    'output_tokens', case when reasoning > output then output + reasoning else output end
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.note_key_use(key_id uuid, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  -- Whoever finds the row locked leaves it: another one is noting the same minute.
  update cogo.secure_keys as used set last_used_at = date_trunc('minute', note_key_use.at)
  where used.key_id = (
    select known.key_id from cogo.secure_keys as known
    where known.key_id = note_key_use.key_id
      and coalesce(known.last_used_at < date_trunc('minute', note_key_use.at), true)
    for update skip locked
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.note_outcome(model_id bigint, key_id uuid, status text, http_status integer, retry_after_ms bigint, first_token_ms integer, tokens_per_second real, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into cogo.outcome_notes (at, model_id, key_id, status, http_status, retry_after_ms, first_token_ms, tokens_per_second)
  values (
    note_outcome.at, note_outcome.model_id, note_outcome.key_id, note_outcome.status, note_outcome.http_status,
    note_outcome.retry_after_ms, note_outcome.first_token_ms, note_outcome.tokens_per_second
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.note_refusal(answer jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into cogo.refusal_notes (word, rejected)
  values (answer #>> '{refused,details}', answer #> '{refused,rejected}');
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.number_list(list cogo.route_lists, rows jsonb)
 RETURNS cogo.route_lists
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  numbered cogo.route_lists := number_list.list;
begin
  select
    coalesce(array_agg(array_position(list.providers, item ->> 0)::smallint order by place), '{}'),
    coalesce(array_agg(array_position(list.regions, item ->> 1)::smallint order by place), '{}'),
    coalesce(array_agg((
      select coalesce(bit_or(1::bigint << (array_position(list.capability_names, word) - 1)), 0)
      from jsonb_array_elements_text(item -> 2) as word
    ) order by place), '{}'),
    coalesce(array_agg(distinct array_position(list.providers, item ->> 0)::smallint) filter (where item ->> 3 = 'none'), '{}')
  into numbered.provider_nos, numbered.region_nos, numbered.capabilities, numbered.keyless
  from jsonb_array_elements(number_list.rows) with ordinality as listed (item, place);
  numbered.sha256 := sha256(convert_to(numbered::text, 'UTF8'));
  return numbered;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.open_break_glass(break_glass_id uuid, actor text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET lock_timeout TO '2s'
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  asked cogo.break_glass := cogo.find_break_glass(open_break_glass.break_glass_id);
  key cogo.secure_keys := cogo.find_key(asked.key_id);
  opening bigint;
begin
  if current_setting('synchronous_commit') = 'off' then
    perform set_config('synchronous_commit', 'on', true);
  end if;
  if asked.approved_by is null or open_break_glass.actor not in (asked.requested_by, asked.approved_by) then
    raise sqlstate 'PT403' using
      message = 'Cannot open: ' || case when asked.approved_by is null then 'nobody has agreed' else 'you are neither of the two' end,
      detail = 'second_person_needed',
      hint = 'One asks, another approves, then either of them opens.';
  end if;
  update cogo.break_glass as known set opened_at = coalesce(known.opened_at, at)
  where known.break_glass_id = asked.break_glass_id;
  opening := cogo.audit_key('break_glass', key, open_break_glass.actor, at, 'opened: ' || asked.reason, true, asked.reason);
  perform cogo.tell_key('key.break_glass_opened', key, to_jsonb(asked));
  return jsonb_build_object('opening', opening, 'key_id', key.key_id);
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
    return jsonb_build_object('refused', jsonb_build_object(
      'code', 'PT404', 'status', 404, 'details', 'key_not_found',
      'message', format('Cannot open a key of %s: there is none that fits', left(open_key.provider, 63)),
      'hint', 'list shows the keys that are there.'
    ));
  elsif problem is not null then
    return cogo.refused_opening(problem);
  end if;
  perform cogo.note_key_use(key.key_id, at);
  return jsonb_build_object('opening', opening, 'key_id', key.key_id);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.open_windows(subjects text[], at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  -- Shared with other openers, not with cogo.set_budget: a new window begins with the limit that stands.
  insert into cogo.budget_windows (budget_id, opens_at, closes_at, limit_nano, ceiling_nano)
  select budget.budget_id, span.opens_at, span.closes_at, budget.enforced_nano, budget.enforced_nano
  from (
    select known.budget_id, known.period, case known.mode when 'hard' then known.limit_nano end as enforced_nano
    from cogo.budgets as known
    where known.subject = any (open_windows.subjects)
    order by known.depth, known.budget_id
    for share
  ) as budget
  cross join lateral cogo.window_span(budget.period, open_windows.at) as span
  on conflict (budget_id, opens_at) do nothing;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.outcome_kind(status text, http_status integer)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return case
    when outcome_kind.http_status = 429 then 'throttled'
    when outcome_kind.http_status in (401, 402, 403) then 'key_refused'
    when outcome_kind.http_status between 400 and 499 and outcome_kind.http_status <> 408 then 'callers_fault'
    when outcome_kind.status = 'failed' or outcome_kind.http_status >= 500 then 'failed'
    when outcome_kind.status = 'succeeded' then 'succeeded'
    else 'unknown'
  end;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.own_decision(decision_id uuid)
 RETURNS cogo.routing_decisions
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  decision cogo.routing_decisions;
begin
  select known.* into decision from cogo.routing_decisions as known
  where known.decision_id = own_decision.decision_id and (tenant is null or known.tenant_id = tenant);
  if not found then
    raise sqlstate 'PT404' using
      message = format('Cannot find decision %s', own_decision.decision_id),
      detail = 'decision_not_found', hint = 'Check the id; list_decisions shows what you may see.';
  end if;
  return decision;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.plan_key(tenant_id uuid, provider text, service text, resource text, region text, field text, alias text, env text)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  newest record;
  setting text := cogo.vault_env();
begin
  if setting <> plan_key.env then
    perform cogo.refuse_key_state(
      'write a key', format('APP_ENV is %s here and %s in the database', plan_key.env, setting),
      'Call the key-vault of the right project, or set_vault_env when this database was moved.'
    );
  end if;
  select max(key.version) as version,
    max(encode(key.checksum, 'hex')) filter (where key.state = 'active') as checksum into newest
  from cogo.secure_keys as key
  where key.tenant_id = coalesce(plan_key.tenant_id, cogo.default_tenant()) and key.provider = plan_key.provider
    and key.service = plan_key.service and key.resource = plan_key.resource and key.region = plan_key.region
    and key.field = plan_key.field and key.alias = plan_key.alias and key.env = plan_key.env;
  return jsonb_build_object(
    'version', coalesce(newest.version, 0) + 1,
    'active_checksum', newest.checksum,
    'kek_id', (select kek.kek_id from cogo.kek_registry as kek where kek.state = 'active'),
    'tenant_id', coalesce(plan_key.tenant_id, cogo.default_tenant())
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.policy_defaults()
 RETURNS jsonb
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return '{
    "weights": {"quality": 1, "cost": 0.1, "latency": 0.15, "risk": 0.5, "affinity": 1},
    "temperature": 0.05, "epsilon": 0.02, "cost_scale_nano": 1000000, "sla_ms": 30000, "output_tokens": 1024,
    "in_flight_scale": 20, "max_attempts": 3, "grant_seconds": 60, "warm_seconds": 300, "canary_percent": 5,
    "max_cost_nano": null, "unknown_price_nano": null,
    "allow": ["*"], "deny": [], "regions": [], "data_policy": "any", "quality": {}, "aliases": {}
  }'::jsonb;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.policy_list(policy_id bigint, ask jsonb, at timestamp with time zone)
 RETURNS cogo.route_lists
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  list cogo.route_lists;
  wanted_size text := (cogo.size_class((ask -> 'context_tokens')::bigint + coalesce((ask -> 'max_output_tokens')::bigint, 0))).name;
  wanted_task text := coalesce((
    select cogo.policy_task(policy.body, ask -> 'domain_tags') from cogo.routing_policies as policy
    where policy.policy_id = policy_list.policy_id and ask ? 'domain_tags'
  ), '*');
begin
  for turn in 1 .. 2 loop
    select known.* into list from cogo.route_lists as known
    where known.policy_id = policy_list.policy_id and known.service = ask ->> 'service'
      and known.task = wanted_task and known.size_class = wanted_size and known.retired_at is null;
    exit when found or turn = 2;
    perform cogo.refresh_lists(policy_list.at);
  end loop;
  return list;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.policy_names_problem(body jsonb)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  listed record;
  task record;
begin
  for listed in
    select lists.name, item.value
    from (values ('allow'), ('deny'), ('regions')) as lists (name)
    cross join lateral jsonb_array_elements(coalesce(body -> lists.name, '[]')) as item
  loop
    if jsonb_typeof(listed.value) <> 'string' or length(listed.value #>> '{}') not between 1 and 200 then
      return format('%s must hold texts of 1 to 200 characters', listed.name);
    end if;
  end loop;
  if coalesce(body ->> 'data_policy', 'any') not in ('any', 'no_training', 'zero_retention') then
    return 'data_policy must be any, no_training or zero_retention';
  end if;
  for listed in select key, value from jsonb_each(coalesce(body -> 'aliases', '{}')) loop
    if jsonb_typeof(listed.value) <> 'string' or length(listed.value #>> '{}') not between 1 and 200 then
      return format('aliases.%s must be the name of a model', left(listed.key, 60));
    end if;
  end loop;
  if (select count(*) from jsonb_object_keys(coalesce(body -> 'quality', '{}'))) > 8 then
    return 'quality may know 8 tasks at most';
  end if;
  for task in select key, value from jsonb_each(coalesce(body -> 'quality', '{}')) loop
    if (task.key ~ '^([a-z0-9][a-z0-9._-]{0,39}|\*)$') is not true or jsonb_typeof(task.value) <> 'object' then
      return format('quality.%s must be a task (a-z, 0-9, ., _, -; * = any) with an object of models', left(task.key, 60));
    end if;
    for listed in select key, value from jsonb_each(task.value) loop
      if jsonb_typeof(listed.value) <> 'number' or not (listed.value::numeric between 0 and 1) then
        return format('quality.%s.%s must be a number from 0 to 1', task.key, left(listed.key, 60));
      end if;
    end loop;
  end loop;
  return null;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.policy_problem(body jsonb)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  defaults jsonb := cogo.policy_defaults();
  field text;
  bounds record;
begin
  if jsonb_typeof(body) is distinct from 'object' then
    return 'it must be an object';
  end if;
  foreach field in array array(select jsonb_object_keys(body)) loop
    if not defaults ? field then
      return format('there is no field %L; there are %s', left(field, 60), (select string_agg(key, ', ') from jsonb_object_keys(defaults) as key));
    elsif jsonb_typeof(body -> field) <> jsonb_typeof(defaults -> field)
      and not (field in ('max_cost_nano', 'unknown_price_nano') and jsonb_typeof(body -> field) = 'number') then
      return format('%s must be of type %s', field, replace(jsonb_typeof(defaults -> field), 'null', 'number or null'));
    end if;
  end loop;

  for bounds in
    select limits.name, limits.least, limits.most, limits.whole, body -> limits.name as given
    from (values
      ('temperature', 0.001, 10, false), ('epsilon', 0, 0.5, false), ('cost_scale_nano', 1, 1e15, true),
      ('sla_ms', 1, 3600000, true), ('output_tokens', 0, 1000000, true), ('in_flight_scale', 1, 1000000, false),
      ('max_attempts', 1, 8, true), ('grant_seconds', 5, 300, true), ('warm_seconds', 0, 86400, true),
      ('canary_percent', 0, 100, false), ('max_cost_nano', 0, 1e15, true), ('unknown_price_nano', 1, 1e15, true)
    ) as limits (name, least, most, whole)
    where jsonb_typeof(body -> limits.name) = 'number'
  loop
    if not (bounds.given::numeric between bounds.least and bounds.most) or (bounds.whole and bounds.given::numeric % 1 <> 0) then
      return format('%s must be a %snumber from %s to %s', bounds.name, case when bounds.whole then 'whole ' else '' end, bounds.least, bounds.most);
    end if;
  end loop;
  return coalesce(
    cogo.policy_weights_problem(coalesce(body -> 'weights', '{}'), defaults -> 'weights'),
    cogo.policy_names_problem(body)
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.policy_task(body jsonb, domain_tags jsonb)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  for nth in 0 .. jsonb_array_length(policy_task.domain_tags) - 1 loop
    if policy_task.body -> 'quality' ? (policy_task.domain_tags ->> nth) then
      return policy_task.domain_tags ->> nth;
    end if;
  end loop;
  return '*';
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.policy_terms(body jsonb)
 RETURNS double precision[]
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return array[
    (body -> 'temperature')::double precision,
    round((body -> 'epsilon')::numeric * 1024)::double precision,
    (body #> '{weights,quality}')::double precision,
    (body #> '{weights,cost}')::double precision,
    (body #> '{weights,latency}')::double precision,
    (body #> '{weights,risk}')::double precision,
    (body #> '{weights,affinity}')::double precision,
    (body -> 'cost_scale_nano')::double precision,
    (body -> 'sla_ms')::double precision,
    (body -> 'output_tokens')::double precision,
    (body -> 'in_flight_scale')::double precision,
    (body -> 'max_attempts')::double precision,
    (body -> 'grant_seconds')::double precision,
    (body -> 'warm_seconds')::double precision,
    coalesce((body ->> 'max_cost_nano')::double precision, 'Infinity'),
    coalesce((body ->> 'unknown_price_nano')::double precision, 0)
  ];
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.policy_weights_problem(weights jsonb, defaults jsonb)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  weight record;
  merged jsonb := policy_weights_problem.defaults || policy_weights_problem.weights;
begin
  for weight in select key, value from jsonb_each(policy_weights_problem.weights) loop
    if not policy_weights_problem.defaults ? weight.key then
      return format('weights has no field %L', left(weight.key, 60));
    elsif jsonb_typeof(weight.value) <> 'number' then
      return format('weights.%s must be a number', weight.key);
    elsif not (weight.value::numeric between 0 and 100) then
      return format('weights.%s must be from 0 to 100', weight.key);
    end if;
  end loop;
  if (merged -> 'quality')::numeric + (merged -> 'cost')::numeric + (merged -> 'latency')::numeric = 0 then
    return 'weights must not all be 0: nothing would tell one model from another';
  end if;
  return null;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.pop_permitted(executor text, want integer, tenant uuid, at timestamp with time zone, worker text, OUT job_ids bigint[], OUT attempts smallint[], OUT key_hashes uuid[], OUT type_hashes uuid[], OUT tenant_hashes uuid[])
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  found_jobs record;
  granted record;
  gate record;
  missing integer := pop_permitted.want;
  ask integer;
begin
  select
    exists (select from cogo.wake_notes) as notes,
    exists (select from cogo.parked where parked.woken_at is not null) as woken,
    not exists (select from cogo.limits where limits.scope in ('type', 'tenant')) as only_keys
  into gate;
  if gate.notes then
    perform cogo.read_wake_notes(pop_permitted.at);
  end if;

  for round in 0 .. 4 loop
    -- First what was parked and is woken, then the lanes. Where the head of a lane is full of jobs that have to park, more
    -- is taken at a time, or a claim of one would find nothing behind them for long; what is too much it parks awake.
    if round = 0 then
      continue when not (gate.woken or gate.notes);
      found_jobs := cogo.take_woken(pop_permitted.executor, missing, pop_permitted.tenant, pop_permitted.at);
      continue when found_jobs.job_ids is null;
      granted := cogo.grant_permits(
        found_jobs.job_ids, found_jobs.attempts, missing, found_jobs.hashes, found_jobs.paid_for, null, pop_permitted.at
      );
    else
      ask := case round when 1 then missing else greatest(missing, 50) end;
      found_jobs := cogo.pop_live(pop_permitted.executor, ask, pop_permitted.tenant, pop_permitted.at, pop_permitted.worker);
      exit when found_jobs.job_ids is null;
      -- Once keys are in use every claim comes here: jobs without one have nothing to ask.
      if gate.only_keys and cardinality(found_jobs.job_ids) <= missing and not exists (
        select from cogo.jobs as job where job.id = any(found_jobs.job_ids) and job.concurrency_key is not null
      ) then
        select
          found_jobs.job_ids as granted_ids, found_jobs.attempts as granted_attempts,
          none.hashes as key_hashes, none.hashes as type_hashes, none.hashes as tenant_hashes
        into granted
        from (select array_fill(null::uuid, array[cardinality(found_jobs.job_ids)]) as hashes) as none;
      else
        granted := cogo.grant_permits(
          found_jobs.job_ids, found_jobs.attempts, missing, null, null, key_hashes || type_hashes || tenant_hashes, pop_permitted.at
        );
      end if;
    end if;
    job_ids := job_ids || granted.granted_ids;
    attempts := attempts || granted.granted_attempts;
    key_hashes := key_hashes || granted.key_hashes;
    type_hashes := type_hashes || granted.type_hashes;
    tenant_hashes := tenant_hashes || granted.tenant_hashes;
    missing := pop_permitted.want - coalesce(cardinality(job_ids), 0);
    exit when missing <= 0 or (round > 0 and cardinality(found_jobs.job_ids) < ask);
  end loop;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.price_at(model_id bigint, at timestamp with time zone)
 RETURNS cogo.llm_prices
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  price cogo.llm_prices;
begin
  select known.* into price
  from cogo.llm_prices as known
  where known.model_id = price_at.model_id and known.valid_from <= price_at.at
  order by known.valid_from desc
  limit 1;
  return price;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.price_for_input(price cogo.llm_prices, input_tokens bigint)
 RETURNS cogo.llm_prices
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  tier jsonb;
begin
  if price.tiers is null or price.tiers = '[]' then
    return price;
  end if;
  select known into tier
  from jsonb_array_elements(price.tiers) as known
  where (known ->> 'above')::bigint < price_for_input.input_tokens
  order by (known ->> 'above')::bigint desc
  limit 1;
  -- The importer lets a tier hold names of prices and above only.
  return case when tier is null then price else jsonb_populate_record(price, tier) end;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.price_usage(price cogo.llm_prices, usage jsonb)
 RETURNS bigint
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  fresh numeric := coalesce((usage ->> 'input_tokens')::numeric, 0);
  cache_read numeric := coalesce((usage ->> 'cache_read_tokens')::numeric, 0);
  cache_write numeric := coalesce((usage ->> 'cache_write_tokens')::numeric, 0);
  cache_write_1h numeric := coalesce((usage ->> 'cache_write_1h_tokens')::numeric, 0);
  output numeric := coalesce((usage ->> 'output_tokens')::numeric, 0);
  reasoning numeric := coalesce((usage ->> 'reasoning_tokens')::numeric, 0);
  rates cogo.llm_prices := cogo.price_for_input(price_usage.price, (fresh + cache_read + cache_write + cache_write_1h)::bigint);
begin
  return ceil((
    fresh * rates.input_price
    + cache_read * coalesce(rates.cache_read_price, rates.input_price)
    + cache_write * coalesce(rates.cache_write_price, rates.input_price)
    + cache_write_1h * coalesce(rates.cache_write_1h_price, rates.cache_write_price, rates.input_price)
    -- A provider that tells more reasoning than output counts it beside the output.
    + greatest(output - reasoning, 0) * rates.output_price
    + reasoning * coalesce(rates.reasoning_price, rates.output_price)
  ) / 1000000) + rates.request_price;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.promote_key(key cogo.secure_keys, overlap_seconds integer, actor text, at timestamp with time zone)
 RETURNS cogo.secure_keys
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  old cogo.secure_keys;
  overlap interval;
begin
  select make_interval(secs => coalesce(promote_key.overlap_seconds, setting.overlap_seconds)) into overlap
  from cogo.vault_settings as setting;
  for old in
    update cogo.secure_keys as other
    set state = 'retiring', retires_at = promote_key.at + overlap, changed_at = promote_key.at
    where other.state = 'active' and other.tenant_id = key.tenant_id and other.provider = key.provider
      and other.service = key.service and other.resource = key.resource and other.region = key.region
      and other.field = key.field and other.alias = key.alias and other.env = key.env
    returning other.*
  loop
    perform cogo.audit_key('retire', old, promote_key.actor, promote_key.at);
  end loop;
  update cogo.secure_keys as promoted set state = 'active', changed_at = promote_key.at
  where promoted.key_id = key.key_id
  returning promoted.* into key;
  perform cogo.audit_key('rotate', key, promote_key.actor, promote_key.at);
  perform cogo.tell_key('key.rotated', key, jsonb_build_object('old_retires_at', old.retires_at));
  return key;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.provider_has_key(provider text, auth_style text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return provider_has_key.auth_style = 'none' or exists (
    select from cogo.secure_keys as known where known.provider = provider_has_key.provider and known.state = 'active'
  );
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
  left join lateral (
    select sum(kept.calls) as calls, sum(kept.errors) as errors, sum(kept.throttled) as throttled,
      sum(kept.first_token_ms_sum) / nullif(sum(kept.first_tokens), 0) as mean_ms
    from cogo.provider_health_minutes as kept
    where kept.model_id = health.model_id and kept.minute >= from_minute
  ) as counted on true
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

  select health.* into list.states, list.shares, list.merits, list.wait_ms, list.token_ms
  from cogo.list_health(list, publish_list.snapshot_id) as health;
  list.list_id := nextval('cogo.route_lists_list_id_seq');
  list.snapshot_id := publish_list.snapshot_id;
  list.made_at := publish_list.at;
  insert into cogo.route_lists overriding system value select list.*;
  return true;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.publish_policy(policy_id bigint, state text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  policy cogo.routing_policies;
  at timestamptz := cogo.now_();
  old_state text;
begin
  if publish_policy.state is null or publish_policy.state not in ('shadow', 'canary', 'live', 'retired') then
    perform cogo.refuse_argument('state', 'it must be shadow, canary, live or retired');
  end if;
  select known.* into policy from cogo.routing_policies as known where known.policy_id = publish_policy.policy_id;
  if not found then
    raise sqlstate 'PT404' using
      message = format('Cannot publish policy %s: there is none', publish_policy.policy_id),
      detail = 'policy_not_found', hint = 'list_policies shows what there is.';
  end if;
  -- One publication of a tenant at a time: which policy is live decides what the next one needs.
  perform pg_advisory_xact_lock(hashtextextended('cogo.publish ' || policy.tenant_id::text, 0));
  select known.* into policy from cogo.routing_policies as known where known.policy_id = publish_policy.policy_id for update;
  old_state := policy.state;
  if old_state = publish_policy.state then
    return jsonb_build_object('policy_id', policy.policy_id, 'state', old_state);
  end if;
  perform cogo.check_publication(policy, publish_policy.state);

  if publish_policy.state in ('live', 'canary') then
    update cogo.routing_policies as former set state = 'retired', changed_at = at
    where former.tenant_id = policy.tenant_id and former.state = publish_policy.state;
  end if;
  update cogo.routing_policies as known
  set state = publish_policy.state, changed_at = at, live_at = case when publish_policy.state = 'live' then at else known.live_at end
  where known.policy_id = publish_policy.policy_id;
  perform cogo.refresh_lists(at);
  return jsonb_build_object('policy_id', policy.policy_id, 'state', publish_policy.state);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.publish_snapshot(at timestamp with time zone)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  snapshot cogo.routing_snapshots;
  current_id bigint;
begin
  select
    coalesce(array_agg(seen.model_id order by seen.model_id), '{}'), coalesce(array_agg(seen.state order by seen.model_id), '{}'),
    coalesce(array_agg(seen.share order by seen.model_id), '{}'), coalesce(array_agg(seen.error_rate order by seen.model_id), '{}'),
    coalesce(array_agg(seen.first_token_ms order by seen.model_id), '{}'),
    coalesce(array_agg(seen.tokens_per_second order by seen.model_id), '{}'), coalesce(array_agg(seen.in_flight order by seen.model_id), '{}')
  into snapshot.model_ids, snapshot.states, snapshot.shares, snapshot.error_rates, snapshot.first_token_ms,
    snapshot.tokens_per_second, snapshot.in_flight
  from cogo.health_seen(publish_snapshot.at) as seen;
  snapshot.sha256 := sha256(convert_to(snapshot::text, 'UTF8'));

  select known.snapshot_id into current_id from cogo.routing_snapshots as known where known.sha256 = snapshot.sha256;
  if current_id is null then
    insert into cogo.routing_snapshots (
      sha256, model_ids, states, shares, error_rates, first_token_ms, tokens_per_second, in_flight, published_at
    )
    values (
      snapshot.sha256, snapshot.model_ids, snapshot.states, snapshot.shares, snapshot.error_rates, snapshot.first_token_ms,
      snapshot.tokens_per_second, snapshot.in_flight, publish_snapshot.at
    )
    returning snapshot_id into current_id;
  end if;
  insert into cogo.routing_clock as clock (ticked_at, snapshot_id, catalogue_mark)
  values (publish_snapshot.at, current_id, '')
  on conflict (only_row) do update set ticked_at = excluded.ticked_at, snapshot_id = excluded.snapshot_id;
  return current_id;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.raise_floors()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  lane record;
  oldest bigint;
begin
  -- A floor cannot be rolled back, deletes can: a transaction that has written may have taken messages that come back.
  if pg_current_xact_id_if_assigned() is not null then
    return;
  end if;

  for lane in
    select hint.*, round.seen_tail, round.seen_xid
    from cogo.lane_hints(null) as hint
    left join cogo.lane_rounds as round on round.lane_id = hint.lane_id
    where hint.tail > hint.floor_at
    order by hint.lane_id
  loop
    continue when not pg_try_advisory_xact_lock(hashtext('cogo.raise_floors'), lane.lane_id);
    -- Whoever drew a message number up to that tail had its own number by then (push_ready says so), a smaller one than
    -- ours, which is drawn after all tails were read. Once all of those have ended, their messages show or never will.
    continue when not cogo.is_round_over(lane.queue_name, lane.seen_xid);
    if lane.seen_xid is not null then
      execute format('select min(msg_id) from pgmq.%I where msg_id > %s', 'q_' || lane.queue_name, lane.floor_at) into oldest;
      if least(oldest - 1, lane.seen_tail) > lane.floor_at then
        perform setval(('pgmq.f_' || lane.queue_name)::regclass, least(oldest - 1, lane.seen_tail));
      end if;
    end if;
    insert into cogo.lane_rounds as round (lane_id, seen_tail, seen_xid)
    values (lane.lane_id, lane.tail, pg_current_xact_id())
    on conflict (lane_id) do update set seen_tail = excluded.seen_tail, seen_xid = excluded.seen_xid;
  end loop;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.rank_logged(policy_id bigint, decision cogo.routing_decisions, usage jsonb, at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  input bigint := (decision.context -> 'context_tokens')::bigint;
  asked_output bigint := coalesce((decision.context -> 'max_output_tokens')::bigint, 0);
  list cogo.route_lists := cogo.policy_list(rank_logged.policy_id, decision.context, rank_logged.at);
  whole cogo.route_lists;
  context jsonb;
  ranked record;
  most_output bigint;
  ceiling numeric;
  answer jsonb;
begin
  for turn in 1 .. 2 loop
    list := cogo.with_health(list, case when decision.context ? 'stale' then null else decision.snapshot_id end);
    context := cogo.context_for(list, decision);
    ranked := cogo.rank_models(list, context);
    exit when turn = 2 or not list.is_cut
      or (ranked.passing >= 16 and (not context ? 'intended' or context -> 'intended' @> to_jsonb(ranked.candidates[1])));
    whole := cogo.whole_list(list);
    exit when whole.list_id is null;
    list := whole;
  end loop;
  most_output := case when list.service = 'embeddings' then 0 when asked_output > 0 then asked_output else list.terms[10]::bigint end;
  ceiling := least((context ->> 'max_cost_nano')::numeric, nullif(list.terms[15], 'Infinity')::numeric);
  with candidate as (
    select ranked.candidates[i] as model_id, ranked.weights[i]::bigint as weight, i as place,
      coalesce(cogo.estimate_nano(price, input, 0, most_output), ceil((input + most_output) * list.terms[16]::numeric / 1000000)) as estimate,
      coalesce(
        cogo.price_usage(price, coalesce(rank_logged.usage, jsonb_build_object('input_tokens', input, 'output_tokens', most_output))),
        ceil((input + most_output) * list.terms[16]::numeric / 1000000)
      ) as cost
    from generate_subscripts(ranked.candidates, 1) as i
    left join cogo.llm_prices as price on price.price_id = ranked.price_ids[i]
  ),
  -- Who is over the ceiling by the exact price is passed over when it is drawn: the best of the others is issued.
  issued as (
    select model_id, place, cost, weight + case when place = min(place) over ()
      then (select coalesce(sum(left_out.weight), 0) from candidate as left_out where left_out.estimate > ceiling) else 0 end as weight
    from candidate where (estimate > ceiling) is not true
  )
  select jsonb_build_object(
    'candidates', coalesce(jsonb_agg(model_id order by place), '[]'), 'weights', coalesce(jsonb_agg(weight order by place), '[]'),
    'costs', coalesce(jsonb_agg(cost order by place), '[]'),
    'violations', cogo.route_violations(array_agg(model_id order by place), list.policy_id, decision.context, rank_logged.at)
  )
  into answer
  from issued;
  return answer || jsonb_build_object('task', list.task);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.rank_models(list cogo.route_lists, context jsonb, OUT candidates bigint[], OUT weights integer[], OUT price_ids bigint[], OUT states smallint[], OUT passing integer)
 RETURNS record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  terms double precision[] := list.terms;
  scale double precision := terms[8];
  asked record := cogo.asked_terms(terms, list.capability_names, list.regions, context);
  is_v1 boolean := list.algorithm = 'v1';
  are_believed boolean;
  scores double precision[];
  wanted boolean[];
  shares integer[];
begin
  -- Once; twice where breakers are shut: first all that pass, to see whether the breakers are believed.
  for turn in case when 0 < any (list.states) then 1 else 2 end .. 2 loop
    select array_agg(list.model_ids[best.i]), array_agg(list.price_ids[best.i]), array_agg(list.states[best.i]), array_agg(list.shares[best.i]),
      array_agg(best.score), array_agg(best.wanted)
    into candidates, price_ids, states, shares, scores, wanted
    from (
      select i, asked.intended is not null and list.model_ids[i] = any (asked.intended) as wanted,
        case
          when is_v1 then -((asked.input * list.input_prices[i] + asked.output * list.output_prices[i]) / 1e6 + list.request_prices[i])
          else list.merits[i]
            - asked.cost_weight * ln(1 + ((asked.fresh * list.input_prices[i] + asked.output * list.output_prices[i] + case
                when asked.cached = 0 then 0
                when list.model_ids[i] = asked.warm then asked.cached * list.cache_read_prices[i]
                else asked.cached * list.cache_write_prices[i] end) / 1e6 + list.request_prices[i]) / scale)
            - asked.latency_weight * least((list.wait_ms[i] + asked.output * list.token_ms[i]) / asked.sla, 4)
            + case when list.model_ids[i] = asked.warm then terms[7] else 0 end
        end as score
      from generate_series(1, cardinality(list.model_ids)) as i
      -- What is asked for is never relaxed.
      where list.capabilities[i] & asked.mask = asked.mask and list.context_tokens[i] >= asked.window_tokens and list.max_output_tokens[i] >= asked.asked_output
        and list.provider_nos[i] = any (asked.usable)
        and (not asked.is_narrow or (
          (asked.regions is null or list.region_nos[i] = any (asked.regions))
          and list.data_ranks[i] >= asked.rank
          and (asked.ceiling = 'Infinity'
            or (asked.input * list.input_prices[i] + asked.most_output * list.output_prices[i]) / 1e6 + list.request_prices[i] <= asked.ceiling)
        ))
        and (are_believed is not true or list.states[i] = 0 or not (list.states[i] = 1 or asked.is_critical))
      order by 2 desc, 3 desc, list.model_ids[i]
      limit case when turn = 2 then 16 end
    ) as best;
    if turn = 1 then
      passing := cardinality(states);
      -- More than half of them shut: they are not.
      are_believed := passing >= 2 * cardinality(case when asked.is_critical
        then array_remove(states, 0::smallint) else array_positions(states, 1::smallint) end);
    end if;
  end loop;
  candidates := coalesce(candidates, '{}');
  passing := coalesce(passing, cardinality(candidates));
  weights := cogo.mix_weights(scores, wanted, shares, list.algorithm, terms[1], case
    when asked.is_critical or asked.warm = any (candidates) then 0 else terms[2]::integer end);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.rate_refusal(limited jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return cogo.refusal(
    'rate_limited', 429, format('Cannot route: the limit %s is used up', limited ->> 'limit'), 'Send again after retry_after_ms.', limited
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.read_key(opening bigint)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  at timestamptz := cogo.now_();
  written cogo.secure_keys_audit;
  key cogo.secure_keys;
  problem text;
begin
  select * into written from cogo.secure_keys_audit as entry where entry.audit_id = read_key.opening;
  if written.audit_id is null or not written.ok or written.action not in ('open', 'break_glass') then
    return cogo.refused_opening('no opening stands in the audit');
  end if;
  -- Another transaction's row that is seen is a committed one; only one's own may yet be rolled back.
  if written.xid is not distinct from pg_current_xact_id_if_assigned() then
    return cogo.refused_opening('its audit row is not committed');
  end if;
  if written.at < at - interval '30 seconds' then
    return cogo.refused_opening('the opening is too old');
  end if;
  if written.decision_id is not null and not exists (
    select from cogo.reservations as held
    where held.decision_id = written.decision_id and held.attempt = written.attempt
      and held.opened_at is not null and held.used_xid is distinct from pg_current_xact_id_if_assigned()
  ) then
    return cogo.refused_opening('no reservation is opened');
  end if;
  select * into key from cogo.secure_keys as known where known.key_id = written.key_id;
  problem := case
    when written.action = 'open' then cogo.key_problem(key, written.tenant_id, at)
    when key.state = 'shredded' then 'the version is shredded'
  end;
  if problem is not null then
    return cogo.refused_opening(problem);
  end if;
  return cogo.key_metadata(key) || jsonb_build_object(
    'ciphertext', encode(key.ciphertext, 'hex'), 'iv', encode(key.iv, 'hex'), 'checksum', encode(key.checksum, 'hex'),
    'wrapped_dek', encode(key.wrapped_dek, 'hex'), 'dek_iv', encode(key.dek_iv, 'hex')
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.read_price(price jsonb, place text)
 RETURNS cogo.llm_prices
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  names constant text[] := '{input_price,output_price,cache_read_price,cache_write_price,cache_write_1h_price,reasoning_price}'::text[];
  rates jsonb;
  is_tier boolean;
  rate record;
begin
  if jsonb_typeof(read_price.price) <> 'object' then
    perform cogo.refuse_argument(read_price.place, 'a price is an object, or left out where it is unknown');
  end if;
  perform cogo.check_fields(read_price.price, names || '{request_price,tiers,valid_from}'::text[], read_price.place);
  if jsonb_typeof(coalesce(price -> 'tiers', '[]')) <> 'array' or jsonb_array_length(coalesce(price -> 'tiers', '[]')) > 10 then
    perform cogo.refuse_argument(read_price.place || '.tiers', 'it is a list of at most 10');
  elsif price -> 'input_price' is null or price -> 'output_price' is null then
    perform cogo.refuse_argument(read_price.place, 'it needs input_price and output_price; leave out a price that is not known whole');
  end if;
  for rates, is_tier in
    select price - 'tiers' - 'valid_from', false union all select jsonb_array_elements(price -> 'tiers'), true
  loop
    if jsonb_typeof(rates) <> 'object' then
      perform cogo.refuse_argument(read_price.place || '.tiers', 'a tier is an object');
    elsif is_tier and (rates - 'above' = '{}' or not rates ? 'above') then
      perform cogo.refuse_argument(read_price.place || '.tiers', 'a tier has above and the prices that differ');
    end if;
    perform cogo.check_fields(rates, names || case when is_tier then '{above}' else '{request_price}' end::text[], read_price.place || '.tiers');
    for rate in select field.key as name, field.value from jsonb_each(rates) as field loop
      -- A nano-dollar amount above this is 10,000 dollars the million tokens: a wrong unit, not a price.
      if jsonb_typeof(rate.value) <> 'number' or (rate.value::numeric <> trunc(rate.value::numeric))
        or rate.value::numeric not between 0 and 10000000000000 then
        perform cogo.refuse_argument(
          format('%s.%s', read_price.place, rate.name),
          format('%s is no whole number of nano-dollars from 0 to 10000000000000', left(rate.value::text, 60))
        );
      end if;
    end loop;
  end loop;
  return jsonb_populate_record(null::cogo.llm_prices, '{"request_price": 0, "tiers": []}' || read_price.price);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.reap_reservations(row_limit integer DEFAULT 1000)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  expired cogo.reservations[];
  held cogo.reservations;
  outcome cogo.routing_outcomes;
  booked integer := 0;
begin
  select array_agg(due.row) into expired from (
    select known as row from cogo.reservations as known
    where known.state in ('reserved', 'opened') and known.expires_at < at
    order by known.expires_at limit reap_reservations.row_limit
    for update skip locked
  ) as due;
  if expired is null then
    return '{"freed": 0, "booked": 0}'::jsonb;
  end if;
  perform cogo.lock_windows(array(select distinct unnest(due.window_ids) from unnest(expired) as due));
  foreach held in array expired loop
    if held.state = 'reserved' then
      perform cogo.free_reservation(held.decision_id, held.attempt);
    else
      outcome.status := 'unknown';
      outcome.usage := '{}'::jsonb;
      outcome.cost_nano := held.estimate_nano;
      outcome.is_estimate := true;
      outcome.settled_at := at;
      perform cogo.bill_reservation(held, outcome);
      booked := booked + 1;
    end if;
  end loop;
  return jsonb_build_object('freed', cardinality(expired) - booked, 'booked', booked);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.record_router_report(policy_v1 bigint, policy_v2 bigint, gates jsonb, body jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  names constant text[] := array['determinism', 'constraints', 'cost', 'quality', 'report'];
  passed boolean := true;
  gate text;
  report_id bigint;
begin
  if (jsonb_typeof(record_router_report.gates) = 'object') is not true then
    perform cogo.refuse_argument('gates', 'it must be an object of five gates');
  end if;
  foreach gate in array names loop
    if (jsonb_typeof(record_router_report.gates #> array[gate, 'passed']) = 'boolean') is not true then
      perform cogo.refuse_argument('gates', format('%s must have passed: true or false', gate));
    end if;
    passed := passed and (record_router_report.gates #> array[gate, 'passed'])::boolean;
  end loop;
  if record_router_report.policy_v1 is not distinct from record_router_report.policy_v2 or 2 <> (
    select count(*) from cogo.routing_policies as policy
    where policy.policy_id in (record_router_report.policy_v1, record_router_report.policy_v2)
  ) then
    perform cogo.refuse_argument('policy_v2', 'two different policies must be compared that are there');
  end if;
  insert into cogo.router_reports (policy_v1, policy_v2, gates, passed, body, at)
  values (
    record_router_report.policy_v1, record_router_report.policy_v2, record_router_report.gates, passed,
    coalesce(record_router_report.body, '{}'), cogo.now_()
  )
  returning report_id into report_id;
  return jsonb_build_object('report_id', report_id, 'passed', passed);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.refresh_lists(at timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  policy cogo.routing_policies;
  asked record;
  content cogo.route_lists;
  changed integer := 0;
  current_snapshot bigint;
begin
  -- One at a time: publications and the tick build the same lists.
  perform pg_advisory_xact_lock(hashtextextended('cogo.refresh_lists', 0));
  current_snapshot := cogo.publish_snapshot(refresh_lists.at);
  for policy in select known.* from cogo.routing_policies as known where known.state in ('shadow', 'canary', 'live') order by known.policy_id loop
    for asked in
      select service, task, size_class
      from unnest(array['chat', 'embeddings']) as service
      cross join (select '*' as task union select jsonb_object_keys(policy.body -> 'quality')) as tasks
      cross join unnest(array['small', 'medium', 'large', 'huge', 'all']) with ordinality as sizes (size_class, place)
      order by service, task, place
    loop
      -- Every model once more only where a list had to leave some out.
      continue when asked.size_class = 'all' and not exists (
        select from cogo.route_lists as known
        where known.policy_id = policy.policy_id and known.service = asked.service and known.task = asked.task
          and known.retired_at is null and known.size_class <> 'all' and known.is_cut
      );
      content := cogo.list_content(policy, asked.service, asked.task, asked.size_class, refresh_lists.at);
      changed := changed + cogo.publish_list(content, current_snapshot, refresh_lists.at)::integer;
    end loop;
  end loop;
  update cogo.route_lists as list set retired_at = refresh_lists.at
  from cogo.routing_policies as former
  where list.retired_at is null and former.policy_id = list.policy_id and former.state in ('draft', 'retired');
  return changed;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.refusal(word text, status integer, message text, hint text, more jsonb DEFAULT '{}'::jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return jsonb_build_object('refused', jsonb_build_object(
    'code', 'PT' || refusal.status, 'status', refusal.status, 'message', refusal.message,
    'details', refusal.word, 'hint', refusal.hint
  ) || jsonb_strip_nulls(refusal.more));
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.refuse_audit_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  raise exception 'cogo: the audit of keys is appended to and never changed' using errcode = 'insufficient_privilege';
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.refuse_key_state(action text, problem text, hint text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  raise sqlstate 'PT409' using
    message = format('Cannot %s: %s', refuse_key_state.action, refuse_key_state.problem),
    detail = 'key_conflict',
    hint = refuse_key_state.hint;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.refuse_rates(asked bigint[], taken bigint[], tenant_id uuid, agent_id uuid, key_id uuid, tokens bigint, at_ns bigint)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  -- Calls that stand in line for a row have read the clock earlier than those before them.
  patience_ns constant bigint := 10000000000;
  limited record;
  wait_ns bigint;
  longest_ns bigint := 0;
  narrowest text;
begin
  for limited in
    select known.*, known.per_seconds * 1000000000::bigint as span_ns, known.limit_id = any (refuse_rates.taken) as is_taken,
      case known.scope when 'agent' then refuse_rates.agent_id when 'key' then refuse_rates.key_id else refuse_rates.tenant_id end as subject_id,
      case known.unit when 'tokens' then greatest(refuse_rates.tokens, 0) else 1 end as wanted
    from cogo.rate_limits as known
    where known.limit_id = any (refuse_rates.asked)
    order by known.scope, known.unit
  loop
    if limited.is_taken then
      update cogo.rate_states as rate
      set full_at_ns = rate.full_at_ns - floor(limited.wanted::double precision * limited.span_ns / limited.max_count)::bigint
      where rate.limit_id = limited.limit_id and rate.subject_id = limited.subject_id;
      continue;
    end if;
    -- Further ahead than it can be used: the clock went back. It counts as all used now, and refills from here.
    update cogo.rate_states as rate set full_at_ns = refuse_rates.at_ns + limited.span_ns
    where rate.limit_id = limited.limit_id and rate.subject_id = limited.subject_id
      and rate.full_at_ns > refuse_rates.at_ns + limited.span_ns + patience_ns;
    wait_ns := null;
    if limited.max_count > 0 and limited.wanted <= limited.max_count then
      select greatest(rate.full_at_ns - refuse_rates.at_ns - limited.span_ns
        + floor(limited.wanted::double precision * limited.span_ns / limited.max_count)::bigint, 1)
      into wait_ns
      from cogo.rate_states as rate
      where rate.limit_id = limited.limit_id and rate.subject_id = limited.subject_id;
    end if;
    if wait_ns is null or wait_ns > longest_ns then
      longest_ns := wait_ns;
      narrowest := format('%s per %s s of the %s', limited.unit, limited.per_seconds, limited.scope);
    end if;
  end loop;
  return jsonb_build_object('limit', narrowest, 'retry_after_ms', ceil(longest_ns / 1000000.0));
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.refused_opening(reason text)
 RETURNS jsonb
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return jsonb_build_object('refused', jsonb_build_object(
    'code', 'PT403', 'status', 403, 'message', 'Cannot open the key: ' || refused_opening.reason,
    'details', 'grant_refused', 'hint', 'Ask router-select for a new decision; its grant opens the key of that moment.'
  ));
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.region_fits(region text, wanted text[])
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  one text;
begin
  foreach one in array region_fits.wanted loop
    if region_fits.region = one or starts_with(region_fits.region, one || '-') then
      return true;
    end if;
  end loop;
  return false;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.region_numbers(region_names text[], region text)
 RETURNS smallint[]
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  numbers smallint[] := '{}'::smallint[];
begin
  for place in 1 .. cardinality(region_numbers.region_names) loop
    if cogo.region_fits(region_numbers.region_names[place], array[region_numbers.region]) then
      numbers := numbers || place::smallint;
    end if;
  end loop;
  return numbers;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.register_kek(kek_id text, check_value text, actor text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  known cogo.kek_registry;
begin
  if (register_kek.kek_id ~ '^[a-z0-9_]{1,32}$') is not true then
    perform cogo.refuse_argument('kek_id', 'it must be 1 to 32 of a-z, 0-9 and _');
  end if;
  perform pg_advisory_xact_lock(hashtextextended('cogo.kek_registry', 0));
  select * into known from cogo.kek_registry as kek where kek.kek_id = register_kek.kek_id;
  if known.check_value <> register_kek.check_value or known.state = 'destroyed' then
    perform cogo.refuse_key_state(
      'register the KEK', format('%s is %s', known.kek_id, case when known.state = 'destroyed' then 'destroyed' else 'another key' end),
      'Give a new KEK a name of its own; under an old name only the old key opens what it wrapped.'
    );
  elsif known.kek_id is null then
    insert into cogo.kek_registry (kek_id, state, check_value, created_at, changed_at)
    select register_kek.kek_id,
      case when exists (select from cogo.kek_registry as other where other.state = 'active') then 'staged' else 'active' end,
      register_kek.check_value, at, at
    returning * into known;
    perform cogo.audit_key('kek', null, register_kek.actor, at, format('%s is %s', known.kek_id, known.state));
  end if;
  return to_jsonb(known);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.regrant_route(decision cogo.routing_decisions, at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  held cogo.reservations;
  list cogo.route_lists;
  place jsonb;
  grant_text text := gen_random_uuid()::text;
begin
  select known.* into held from cogo.reservations as known
  where known.decision_id = decision.decision_id order by known.attempt desc limit 1 for update;
  select known.* into list from cogo.route_lists as known where known.list_id = (decision.context -> 'list')::bigint;
  select known.place into place from cogo.route_places as known where known.model_id = held.model_id;

  if held.state in ('reserved', 'opened') and held.expires_at > regrant_route.at then
    held.grant_expires_at := least(regrant_route.at + list.terms[13] * interval '1 second', held.expires_at);
    update cogo.reservations as known
    set grant_hash = sha256(convert_to(grant_text, 'UTF8')), grant_expires_at = held.grant_expires_at
    where known.decision_id = held.decision_id and known.attempt = held.attempt;
  else
    grant_text := null;
  end if;
  return cogo.route_answer(decision, list, place || jsonb_build_object(
    'attempt', held.attempt, 'state', held.state, 'grant', grant_text, 'grant_expires_at', held.grant_expires_at,
    'estimate_nano', held.estimate_nano, 'limits', jsonb_build_object('remaining_nano', null, 'requests_remaining', null)
  ), array[held.model_id] || decision.candidates);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.remove_budget(budget_id bigint)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  delete from cogo.budgets as budget where budget.budget_id = remove_budget.budget_id;
  return found;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.remove_rate_limit(limit_id bigint)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  delete from cogo.rate_limits as known where known.limit_id = remove_rate_limit.limit_id;
  if not found then
    return false;
  end if;
  delete from cogo.rate_states as rate where rate.limit_id = remove_rate_limit.limit_id;
  return true;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.repeat_route(decision cogo.routing_decisions, agent_id uuid, ask jsonb, at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  derived constant text[] := array['list', 'providers', 'shut', 'intended', 'warm', 'stale', 'degraded', 'passed'];
begin
  if decision.agent_id is distinct from repeat_route.agent_id or decision.context - derived <> ask then
    raise sqlstate 'PT409' using
      message = format('Cannot route: the idempotency_key belongs to decision %s, which was asked otherwise', decision.decision_id),
      detail = 'idempotency_conflict', hint = 'Use a new key for new work, or send the first request again.';
  end if;
  return cogo.regrant_route(decision, repeat_route.at) || '{"repeated": true}';
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.replay_route(decision cogo.routing_decisions, OUT candidates bigint[], OUT weights integer[], OUT drawn bigint, OUT choice bigint)
 RETURNS record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  ranked record;
  passed bigint[] := array(select (item -> 0)::bigint from jsonb_array_elements(decision.context -> 'passed') as item);
  place integer;
begin
  ranked := cogo.rank_models(cogo.logged_list(decision), decision.context);
  candidates := ranked.candidates;
  weights := ranked.weights;
  place := cogo.draw_place(weights, decision.seed);
  drawn := candidates[place];
  -- What was passed over came in this order, too.
  select ordered.model_id into choice
  from unnest(drawn || candidates[: place - 1] || candidates[place + 1 :]) with ordinality as ordered (model_id, nth)
  where ordered.model_id <> all (passed)
  order by nth
  limit 1;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.request_break_glass(break_glass_id uuid, key_id uuid, reason text, minutes integer, actor text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  key cogo.secure_keys := cogo.find_key(request_break_glass.key_id);
  asked cogo.break_glass;
begin
  if coalesce(length(btrim(request_break_glass.reason)), 0) not between 10 and 500 then
    perform cogo.refuse_argument('reason', 'it must say in 10 to 500 characters what happened');
  elsif (request_break_glass.minutes between 1 and 240) is not true then
    perform cogo.refuse_argument('minutes', 'it must be 1 to 240');
  elsif key.state = 'shredded' then
    perform cogo.refuse_key_state('ask for the key', 'the version is shredded', 'Nothing opens it any more.');
  end if;
  insert into cogo.break_glass (break_glass_id, key_id, reason, minutes, requested_by, requested_at, expires_at)
  values (
    request_break_glass.break_glass_id, key.key_id, btrim(request_break_glass.reason), request_break_glass.minutes,
    request_break_glass.actor, at, at + interval '1 hour'
  )
  returning * into asked;
  perform cogo.audit_key('break_glass', key, asked.requested_by, at, 'requested: ' || asked.reason, false);
  perform cogo.tell_key('key.break_glass_requested', key, to_jsonb(asked));
  return to_jsonb(asked);
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
    decision_id, attempt, tenant_id, agent_id, model_id, price_id, key_id, budget_ids, window_ids, estimate_nano,
    grant_hash, grant_expires_at, expires_at, created_at
  )
  values (
    reserve.decision_id, reserve.attempt, reserve.tenant_id, reserve.agent_id, reserve.model_id, reserve.price_id,
    reserve.key_id, accounts.budget_ids, accounts.window_ids, reserve.estimate_nano,
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

CREATE OR REPLACE FUNCTION cogo.return_budget_lease(lease_id uuid, spent_nano numeric, tenant_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.acting_tenant(return_budget_lease.tenant_id);
  spent bigint := cogo.money_limit('spent_nano', return_budget_lease.spent_nano);
  held cogo.reservations;
  outcome cogo.routing_outcomes;
begin
  if spent is null then
    perform cogo.refuse_argument('spent_nano', 'it must be given; 0 = nothing was spent');
  end if;
  select known.* into held from cogo.reservations as known
  where known.decision_id = return_budget_lease.lease_id and known.attempt = 1 and known.model_id = 0
    and (tenant is null or known.tenant_id = tenant)
  for update;
  if not found then
    raise sqlstate 'PT404' using
      message = format('Cannot return lease %s: there is no such lease', return_budget_lease.lease_id),
      detail = 'lease_not_found', hint = 'draw_budget_lease answers its id.';
  elsif held.state = 'settled' then
    -- The first return stands.
    select known.cost_nano into spent from cogo.routing_outcomes as known
    where known.decision_id = held.decision_id and known.attempt = 1;
  else
    outcome.status := 'succeeded';
    outcome.usage := '{}';
    outcome.cost_nano := spent;
    outcome.is_estimate := false;
    outcome.settled_at := cogo.now_();
    perform cogo.bill_reservation(held, outcome);
  end if;
  return jsonb_build_object('lease_id', held.decision_id, 'spent_nano', spent);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.revive_key(key_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  delete from cogo.outcome_notes as note where note.key_id = revive_key.key_id and note.http_status in (401, 402, 403, 429);
  delete from cogo.key_health as health where health.key_id = revive_key.key_id;
  return found;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.revoke_key(key_id uuid, reason text, actor text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  at timestamptz := cogo.now_();
  key cogo.secure_keys := cogo.find_key(revoke_key.key_id);
begin
  if key.state in ('revoked', 'shredded') then
    return cogo.key_metadata(key);
  end if;
  update cogo.secure_keys as dead set state = 'revoked', changed_at = at
  where dead.key_id = revoke_key.key_id
  returning dead.* into key;
  perform cogo.audit_key('revoke', key, revoke_key.actor, at, revoke_key.reason);
  perform cogo.tell_key('key.revoked', key, jsonb_build_object('reason', left(revoke_key.reason, 500)));
  return cogo.key_metadata(key);
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
  select count(*)::integer into rolled from marked;
  return rolled;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.rotate_key(key_id uuid, overlap_seconds integer, actor text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  at timestamptz := cogo.now_();
  key cogo.secure_keys := cogo.find_key(rotate_key.key_id);
begin
  if (rotate_key.overlap_seconds not between 0 and 2592000) then
    perform cogo.refuse_argument('overlap_seconds', 'it must be 0 to 2592000');
  end if;
  if key.state = 'active' then
    return cogo.key_metadata(key);
  elsif key.state <> 'next' then
    perform cogo.refuse_key_state('rotate', format('version %s is %s', key.version, key.state), 'Write the new secret as a next version first: upsert.');
  elsif key.expires_at <= at then
    perform cogo.refuse_key_state('rotate', format('version %s has expired', key.version), 'Write the new secret as a next version first: upsert.');
  end if;
  return cogo.key_metadata(cogo.promote_key(key, rotate_key.overlap_seconds, rotate_key.actor, at));
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.routable_models(policy cogo.routing_policies, service text, task text, tokens bigint, at timestamp with time zone)
 RETURNS TABLE(model_id bigint, provider text, name text, region text, auth_style text, data_rank smallint, context_tokens integer, max_output_tokens integer, capabilities text[], quality real, price cogo.llm_prices, left_out text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  body jsonb := policy.body;
  allow text[] := cogo.glob_patterns(policy.body -> 'allow');
  deny text[] := cogo.glob_patterns(policy.body -> 'deny');
  regions text[] := array(select jsonb_array_elements_text(policy.body -> 'regions'));
  -- What the policy believes of this task, over what it believes of any.
  believed jsonb := coalesce(policy.body #> '{quality,*}', '{}') || coalesce(policy.body #> array['quality', routable_models.task], '{}');
  floor_rank smallint := cogo.data_rank(policy.body ->> 'data_policy');
begin
  return query
  select model.model_id, model.provider, named.name, model.region, provider.auth_style, cogo.data_rank(provider.data_policy),
    model.context_tokens, model.max_output_tokens, model.capabilities,
    coalesce(believed ->> named.name, believed ->> model.model, believed ->> model.family, model.quality::text)::real,
    cogo.price_for_input(priced, routable_models.tokens),
    case
      when not model.enabled or not provider.enabled then 'disabled'
      when model.sunset_at <= routable_models.at then 'sunset'
      when not (named.name like any (allow) or coalesce(model.family like any (allow), false)) then 'not_allowed'
      when named.name like any (deny) or coalesce(model.family like any (deny), false) then 'not_allowed'
      when cardinality(regions) > 0 and not cogo.region_fits(model.region, regions) then 'region'
      when cogo.data_rank(provider.data_policy) < floor_rank then 'data_policy'
      when priced.price_id is null and body -> 'unknown_price_nano' = 'null' then 'no_price'
    end
  from cogo.llm_models as model
  join cogo.llm_providers as provider on provider.provider = model.provider
  cross join lateral (select model.provider || '/' || model.model as name) as named
  left join lateral (
    select known.* from cogo.llm_prices as known
    where known.model_id = model.model_id and known.valid_from <= routable_models.at
    order by known.valid_from desc
    limit 1
  ) as priced on true
  where model.service = routable_models.service;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.route_answer(decision cogo.routing_decisions, list cogo.route_lists, route jsonb, model_ids bigint[])
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  chosen bigint := (route_answer.route -> 'model_id')::bigint;
  tried bigint[] := (chosen || array_remove(route_answer.model_ids, chosen))[: list.terms[12]::integer];
  answer jsonb;
begin
  select route_answer.route || jsonb_build_object(
    'decision_id', decision.decision_id, 'snapshot_version', decision.snapshot_id,
    'policy', jsonb_build_object('id', list.policy_id, 'name', list.policy_name, 'version', list.policy_version),
    'attempts', jsonb_agg(
      jsonb_build_object('provider', model.provider, 'model', model.model, 'region', model.region)
      order by array_position(tried, model.model_id)
    )
  )
  into answer
  from cogo.llm_models as model
  where model.model_id = any (tried);
  if decision.context ?| array['degraded', 'passed', 'stale'] then
    answer := answer || cogo.route_remarks(decision);
  end if;
  return answer;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.route_context(ask jsonb, list cogo.route_lists, shut jsonb, at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  context jsonb := ask;
  warm bigint;
begin
  if route_context.shut is not null then
    context := context || jsonb_build_object('shut', route_context.shut);
  end if;
  if ask ? 'intended_model' then
    context := context || jsonb_build_object('intended', cogo.intended_models(list.policy_id, list.service, ask ->> 'intended_model'));
  end if;
  if ask ? 'session' then
    select session.model_id into warm from cogo.route_sessions as session
    where session.session_key = (ask ->> 'session')::uuid
      and session.used_at > route_context.at - list.terms[14] * interval '1 second'
      and coalesce(session.prefix_hash = ask ->> 'prefix_hash', true);
    if found then
      context := context || jsonb_build_object('warm', warm);
    end if;
  end if;
  return context;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.route_gauges()
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
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

CREATE OR REPLACE FUNCTION cogo.route_remarks(decision cogo.routing_decisions)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return jsonb_strip_nulls(jsonb_build_object(
    'degraded', case when decision.context ? 'degraded' then jsonb_build_object(
      'intended_model', decision.context -> 'intended_model', 'reason', decision.context -> 'degraded') end,
    'passed_over', (
      select jsonb_agg(jsonb_build_object('provider', model.provider, 'model', model.model, 'reason', item -> 1) order by place)
      from jsonb_array_elements(decision.context -> 'passed') with ordinality as listed (item, place)
      left join cogo.llm_models as model on model.model_id = (item -> 0)::bigint
    ),
    'health_is_old', decision.context -> 'stale'
  ));
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.route_session(tenant_id uuid, agent_id uuid, session text, prefix_hash text)
 RETURNS uuid
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  if length(route_session.session) not between 1 and 200 then
    perform cogo.refuse_argument('session', 'it must have 1 to 200 characters');
  end if;
  return cogo.short_hash(concat_ws(
    '|', route_session.tenant_id, coalesce(route_session.agent_id::text, ''),
    coalesce('s' || route_session.session, 'p' || route_session.prefix_hash)
  ));
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.route_tenant(tenant_id uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  tenant uuid := cogo.caller_tenant();
begin
  if tenant is not null and route_tenant.tenant_id <> tenant then
    raise sqlstate 'PT403' using
      message = 'Cannot act for this tenant_id: the token belongs to another tenant',
      detail = 'tenant_forbidden', hint = 'Leave tenant_id out, or call as an operator.';
  end if;
  return coalesce(tenant, route_tenant.tenant_id, cogo.default_tenant());
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.route_violations(model_ids bigint[], policy_id bigint, context jsonb, at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  body jsonb := (select policy.body from cogo.routing_policies as policy where policy.policy_id = route_violations.policy_id);
  allow text[] := cogo.glob_patterns(body -> 'allow');
  deny text[] := cogo.glob_patterns(body -> 'deny');
  regions text[] := array(select jsonb_array_elements_text(body -> 'regions'));
  wanted text[] := array(select jsonb_array_elements_text(context -> 'capabilities'));
  rank smallint := greatest(cogo.data_rank(context ->> 'data_policy'), cogo.data_rank(body ->> 'data_policy'));
  input bigint := (context -> 'context_tokens')::bigint;
  asked_output bigint := coalesce((context -> 'max_output_tokens')::bigint, 0);
  most_output bigint := case when context ->> 'service' = 'embeddings' then 0 when asked_output > 0 then asked_output else (body -> 'output_tokens')::bigint end;
  ceiling numeric := least((context ->> 'max_cost_nano')::numeric, (body ->> 'max_cost_nano')::numeric);
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_array(found.model_id, found.reason) order by found.place), '[]')
    from (
      select candidate.model_id, candidate.place, case
        when model.model_id is null then 'unknown_model'
        when not (named.name like any (allow) or coalesce(model.family like any (allow), false))
          or named.name like any (deny) or coalesce(model.family like any (deny), false) then 'allow_list'
        when (cardinality(regions) > 0 and not cogo.region_fits(model.region, regions))
          or (context ? 'region' and not cogo.region_fits(model.region, array[context ->> 'region'])) then 'region'
        when cogo.data_rank(provider.data_policy) < rank then 'data_policy'
        when not model.capabilities @> wanted then 'capability'
        when model.context_tokens < input + asked_output then 'context'
        when coalesce(model.max_output_tokens, model.context_tokens) < asked_output then 'max_output'
        when coalesce(
          cogo.estimate_nano(cogo.price_at(model.model_id, route_violations.at), input, 0, most_output),
          ceil((input + most_output) * (body ->> 'unknown_price_nano')::numeric / 1000000)
        ) > ceiling then 'price_ceiling'
      end as reason
      from unnest(route_violations.model_ids) with ordinality as candidate (model_id, place)
      left join cogo.llm_models as model on model.model_id = candidate.model_id
      left join cogo.llm_providers as provider on provider.provider = model.provider
      cross join lateral (select model.provider || '/' || model.model as name) as named
    ) as found
    where found.reason is not null
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
    when move in ('redriven', 'accepted') then array['compensation_failed', 'cancel_failed', 'confirm_failed']
    when move ~ '^(compensation|confirm|cancel)_' then array[role || '_started', 'redriven']
    when move = 'succeeded' then array['nothing', 'confirming']
    when move = 'compensated' then array['compensating']
    else array['nothing']
  end;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.save_health(health cogo.provider_health)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  update cogo.provider_health as known
  set state = health.state, share = health.share, trips = health.trips, failures = health.failures,
    good_probes = health.good_probes, retry_at = health.retry_at, probe_until = health.probe_until, calls = health.calls,
    error_rate = health.error_rate, first_token_ms = health.first_token_ms, tokens_per_second = health.tokens_per_second,
    changed_at = health.changed_at
  where known.model_id = health.model_id;
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
    from (
      select lane.executor, lane.depth, lane.oldest_at from cogo.ready_heads(scaling_advice.executor) as lane
      union all
      select behind.executor, behind.depth, null from cogo.backlog_depths(scaling_advice.executor) as behind
    ) as head
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
      ('cogo: forget schedule runs', null, '17 * * * *', 'select cogo.forget_schedule_runs()'),
      ('cogo: forget cron runs', null, '47 * * * *', 'select cogo.forget_cron_runs()'),
      ('cogo: tend events', 1, '* * * * *', 'select cogo.tend_events()'),
      ('cogo: tend money', 15, '* * * * *', 'select cogo.tend_money()'),
      ('cogo: tend keys', 3, '* * * * *', 'select cogo.tend_keys()'),
      ('cogo: fold calls', 5, '* * * * *', 'select cogo.fold_calls()'),
      ('cogo: tick routes', 5, '* * * * *', 'select cogo.tick_routes()'),
      ('cogo: forget routes', null, '23 * * * *', 'select cogo.forget_routes()')
  ) as listed (name, every_seconds, cron, command);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.seal_audit(row_limit integer DEFAULT 5000)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  place cogo.audit_cursor;
  entry cogo.secure_keys_audit;
  head cogo.secure_keys_heads;
  sealed integer := 0;
  horizon xid8 := pg_snapshot_xmin(pg_current_snapshot());
begin
  insert into cogo.audit_cursor (xid, audit_id) values ('0', 0) on conflict do nothing;
  select * into place from cogo.audit_cursor as known for update skip locked;
  if place.only_row is null then
    return 0;
  end if;
  -- In another cluster, after a restore, numbers of transactions begin anew: then every row is looked at again.
  if place.xid >= pg_snapshot_xmax(pg_current_snapshot()) then
    place.xid := '0';
    place.audit_id := 0;
  end if;
  for entry in
    select * from cogo.secure_keys_audit as flat
    where (flat.xid, flat.audit_id) > (place.xid, place.audit_id)
      -- A row that is seen beyond all numbers given out was restored from elsewhere, or is this transaction's own.
      and (flat.xid < horizon or flat.xid >= pg_snapshot_xmax(pg_current_snapshot()))
      and flat.xid is distinct from pg_current_xact_id_if_assigned()
      and not exists (select from cogo.secure_keys_seals as seal where seal.audit_id = flat.audit_id)
    order by flat.xid, flat.audit_id
    limit seal_audit.row_limit
  loop
    select * into head from cogo.secure_keys_heads as newest where newest.tenant_id = entry.tenant_id;
    head.seq := coalesce(head.seq, 0) + 1;
    head.hash := cogo.audit_hash(head.hash, head.seq, entry);
    insert into cogo.secure_keys_seals (tenant_id, seq, audit_id, hash)
    values (entry.tenant_id, head.seq, entry.audit_id, head.hash);
    insert into cogo.secure_keys_heads (tenant_id, seq, hash, sealed_at)
    values (entry.tenant_id, head.seq, head.hash, cogo.now_())
    on conflict (tenant_id) do update set seq = excluded.seq, hash = excluded.hash, sealed_at = excluded.sealed_at;
    if entry.xid < horizon then
      place.xid := entry.xid;
      place.audit_id := entry.audit_id;
    end if;
    sealed := sealed + 1;
  end loop;
  update cogo.audit_cursor as known set xid = place.xid, audit_id = place.audit_id
  where (known.xid, known.audit_id) is distinct from (place.xid, place.audit_id);
  return sealed;
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
  if not is_plain or select_route.max_output_tokens < 1
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

CREATE OR REPLACE FUNCTION cogo.serve_default(at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  whole jsonb := cogo.policy_defaults();
begin
  insert into cogo.routing_policies (tenant_id, name, version, algorithm, body, body_sha256, state, created_at, changed_at, live_at)
  select cogo.default_tenant(), 'default', coalesce(max(known.version), 0) + 1, 'v2', whole, sha256(convert_to(whole::text, 'UTF8')), 'live',
    serve_default.at, serve_default.at, serve_default.at
  from cogo.routing_policies as known
  where known.tenant_id = cogo.default_tenant() and known.name = 'default'
  having not exists (
    select from cogo.routing_policies as policy where policy.tenant_id = cogo.default_tenant() and policy.live_at is not null
  )
  on conflict do nothing;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.set_budget(limit_nano numeric, scope text, period text, tenant_id uuid, project_id text, agent_id uuid, mode text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  amount bigint := cogo.money_limit('limit_nano', set_budget.limit_nano);
  kept cogo.budgets;
  enforced bigint;
begin
  insert into cogo.budgets as budget (scope, tenant_id, project_id, agent_id, period, limit_nano, mode, created_at, changed_at)
  values (
    set_budget.scope,
    case when set_budget.scope = 'organisation' then set_budget.tenant_id else coalesce(set_budget.tenant_id, cogo.default_tenant()) end,
    set_budget.project_id, set_budget.agent_id, set_budget.period, amount, set_budget.mode, at, at
  )
  on conflict (subject, period) do update
  set limit_nano = excluded.limit_nano, mode = excluded.mode, changed_at = excluded.changed_at
  returning * into kept;

  enforced := case kept.mode when 'hard' then kept.limit_nano end;
  update cogo.budget_windows as account set
    limit_nano = enforced,
    ceiling_nano = case when account.ceiling_nano is not null and enforced is not null then greatest(account.ceiling_nano, enforced) end
  where account.budget_id = kept.budget_id and account.closes_at > at;
  return cogo.budget_summary(kept.budget_id, at);
exception
  when check_violation or not_null_violation then
    perform cogo.refuse_argument('the budget', concat(
      'scope must be organisation (without a tenant), tenant, project (with project_id) or agent (with agent_id), ',
      'period total, hour, day, week or month, mode hard or warn'
    ));
    return null;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.set_model(provider text, model text, region text, service text, enabled boolean, quality real)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  kept jsonb;
begin
  with changed as (
    update cogo.llm_models as known set
      enabled = coalesce(set_model.enabled, known.enabled),
      quality = coalesce(set_model.quality, known.quality),
      changed_at = cogo.now_()
    where known.provider = set_model.provider and known.model = set_model.model
      and (set_model.region is null or known.region = set_model.region)
      and (set_model.service is null or known.service = set_model.service)
    returning known.*
  )
  select jsonb_agg(to_jsonb(changed) order by changed.region, changed.service) into kept from changed;
  if kept is null then
    raise sqlstate 'PT404' using
      message = format('Cannot change model %s/%s: it is not in the catalogue', left(set_model.provider, 80), left(set_model.model, 200)),
      detail = 'model_not_found',
      hint = 'list_models shows those there are; import_catalogue adds one.';
  end if;
  return kept;
exception
  when check_violation then
    perform cogo.refuse_argument('the model', sqlerrm);
    return null;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.set_provider(provider text, enabled boolean, data_policy text, base_url text, allowed_hosts text[])
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  kept cogo.llm_providers;
begin
  update cogo.llm_providers as known set
    enabled = coalesce(set_provider.enabled, known.enabled),
    data_policy = coalesce(set_provider.data_policy, known.data_policy),
    base_url = coalesce(set_provider.base_url, known.base_url),
    allowed_hosts = coalesce(set_provider.allowed_hosts, known.allowed_hosts),
    changed_at = cogo.now_()
  where known.provider = set_provider.provider
  returning * into kept;
  if not found then
    raise sqlstate 'PT404' using
      message = format('Cannot change provider %s: it is not in the catalogue', left(set_provider.provider, 80)),
      detail = 'provider_not_found',
      hint = 'list_providers shows those there are; import_catalogue adds one.';
  end if;
  perform cogo.check_provider(kept, 'the provider');
  return to_jsonb(kept);
exception
  when check_violation then
    perform cogo.refuse_argument('the provider', sqlerrm);
    return null;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.set_rate_limit(scope text, unit text, max_count bigint, per_seconds integer, tenant_id uuid, agent_id uuid, key_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  kept cogo.rate_limits;
begin
  insert into cogo.rate_limits as known (scope, tenant_id, agent_id, key_id, unit, max_count, per_seconds, changed_at)
  values (
    set_rate_limit.scope, set_rate_limit.tenant_id, set_rate_limit.agent_id, set_rate_limit.key_id, set_rate_limit.unit,
    set_rate_limit.max_count, set_rate_limit.per_seconds, cogo.now_()
  )
  on conflict (subject, unit) do update
  set max_count = excluded.max_count, per_seconds = excluded.per_seconds, changed_at = excluded.changed_at
  returning * into kept;
  return to_jsonb(kept) - 'subject';
exception
  when check_violation or not_null_violation then
    perform cogo.refuse_argument('the limit', concat(
      'scope must be tenant, agent (agent_id only with tenant_id) or key (without a tenant), unit requests or tokens, ',
      'max_count 0 or more and at most ten million a second, per_seconds 1 to 86400'
    ));
    return null;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.set_vault_env(env text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  setting cogo.vault_settings;
begin
  if (set_vault_env.env ~ '^[a-z0-9_-]{1,40}$') is not true then
    perform cogo.refuse_argument('env', 'it must be 1 to 40 of a-z, 0-9, _ and -');
  end if;
  insert into cogo.vault_settings (env, changed_at) values (set_vault_env.env, cogo.now_())
  on conflict (only_row) do update set env = excluded.env, changed_at = excluded.changed_at
  returning * into setting;
  perform cogo.audit_key('kek', null, 'operator', cogo.now_(), 'the environment is ' || setting.env);
  return to_jsonb(setting);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.set_workflow_retention(keep_seconds integer)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if (set_workflow_retention.keep_seconds between 3600 and 315360000) is not true then
    perform cogo.refuse_argument('keep_seconds', 'it must be 3600 (an hour) to 315360000 (ten years)');
  end if;
  insert into cogo.retention (keep_workflows_seconds) values (set_workflow_retention.keep_seconds)
  on conflict (only_row) do update set keep_workflows_seconds = excluded.keep_workflows_seconds;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.settle_answer(held cogo.reservations, outcome cogo.routing_outcomes)
 RETURNS jsonb
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return jsonb_build_object(
    'decision_id', held.decision_id, 'attempt', held.attempt, 'cost_nano', outcome.cost_nano,
    'is_estimate', outcome.is_estimate, 'usage', outcome.usage
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.settle_flows(job_ids bigint[], flow_ids bigint[], at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
 SET jit TO 'off'
AS $function$
declare
  locked bigint[] := cogo.lock_flows(settle_flows.flow_ids);
begin
  if locked <> '{}' then
    perform cogo.record_ends(settle_flows.job_ids, locked, settle_flows.at);
    if cogo.fault('flow.ended') then end if;
    perform cogo.move_flows(locked, settle_flows.at);
  end if;
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
  if before.decision_id is null or before.status = 'unknown' then
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
    when 'already_settled' then jsonb_build_object('refused', jsonb_build_object(
      'code', 'PT409', 'status', 409, 'details', 'already_settled',
      'message', format('Cannot settle %s: it was settled with another usage', name),
      'hint', 'The first settlement stands; explain_route shows it.'
    ))
    else jsonb_build_object('refused', jsonb_build_object(
      'code', 'PT404', 'status', 404, 'details', 'decision_not_found',
      'message', format('Cannot settle %s: there is no such attempt', name),
      'hint', 'Check both; select_route and next_route answer them.'
    ))
  end;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.settle_route(route jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  answer jsonb;
begin
  answer := cogo.settle_routes(jsonb_build_array(route)) -> 0;
  if answer #>> '{refused,details}' = 'decision_not_found' then
    raise sqlstate 'PT404' using
      message = answer #>> '{refused,message}', detail = 'decision_not_found', hint = answer #>> '{refused,hint}';
  elsif answer ? 'refused' then
    raise sqlstate 'PT409' using
      message = answer #>> '{refused,message}', detail = 'already_settled', hint = answer #>> '{refused,hint}';
  end if;
  return answer;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.settle_routes(routes jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  tenant uuid := cogo.caller_tenant();
  answer jsonb := '[]'::jsonb;
  accounts bigint[];
begin
  perform set_config('synchronous_commit', 'off', true);
  perform cogo.check_settlements(routes);
  if jsonb_array_length(routes) > 1 then
    with mine as (
      select known.window_ids from cogo.reservations as known
      where (known.decision_id, known.attempt) in (
          select (item ->> 'decision_id')::uuid, coalesce((item ->> 'attempt')::smallint, 1::smallint)
          from jsonb_array_elements(routes) as item
        )
        and (tenant is null or known.tenant_id = tenant)
      order by known.decision_id, known.attempt
      for update
    )
    select array_agg(distinct window_id) into accounts from mine cross join lateral unnest(mine.window_ids) as window_id;
    perform cogo.lock_windows(accounts);
  end if;
  for nth in 0 .. jsonb_array_length(routes) - 1 loop
    answer := answer || jsonb_build_array(cogo.settle_item(routes -> nth, tenant, at));
  end loop;
  return answer;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.shred_key(key_id uuid, reason text, actor text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  at timestamptz := cogo.now_();
  key cogo.secure_keys := cogo.find_key(shred_key.key_id);
begin
  if key.state = 'shredded' then
    return cogo.key_metadata(key);
  elsif key.state in ('active', 'retiring') then
    perform cogo.refuse_key_state('shred', format('version %s is %s', key.version, key.state), 'Revoke it first; shredding cannot be undone.');
  end if;
  update cogo.secure_keys as dead
  set state = 'shredded', ciphertext = '', iv = '', wrapped_dek = null, dek_iv = null, kek_id = null, changed_at = at
  where dead.key_id = shred_key.key_id
  returning dead.* into key;
  perform cogo.audit_key('shred', key, shred_key.actor, at, shred_key.reason);
  perform cogo.tell_key('key.shredded', key);
  return cogo.key_metadata(key);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.shut_keys(key_ids uuid[], at timestamp with time zone)
 RETURNS TABLE(key_id uuid, state text, until timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query
  select distinct on (known.key_id) known.*
  from (
    select health.key_id, health.state, health.until from cogo.key_health as health where health.key_id = any (shut_keys.key_ids)
    union all
    -- Not folded yet.
    select note.key_id, refused.state, refused.until
    from cogo.outcome_notes as note
    cross join lateral cogo.key_refusal(note.http_status, note.retry_after_ms, note.at) as refused
    where note.key_id = any (shut_keys.key_ids) and note.http_status in (401, 402, 403, 429)
  ) as known
  where known.state = 'dead' or known.until > shut_keys.at
  order by known.key_id, (known.state = 'dead') desc, known.until desc;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.size_class(tokens bigint, OUT name text, OUT above bigint, OUT typical bigint)
 RETURNS record
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  if size_class.tokens <= 8000 then
    name := 'small'; above := 0; typical := 4000;
  elsif size_class.tokens <= 32000 then
    name := 'medium'; above := 8000; typical := 16000;
  elsif size_class.tokens <= 200000 then
    name := 'large'; above := 32000; typical := 64000;
  else
    name := 'huge'; above := 200000; typical := 400000;
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.spend_summary(tenant_id uuid, since_hours integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  tenant uuid := cogo.acting_tenant(spend_summary.tenant_id);
  since timestamptz;
begin
  if spend_summary.since_hours is null or spend_summary.since_hours not between 1 and 8784 then
    perform cogo.refuse_argument('since_hours', 'it must be from 1 to 8784');
  end if;
  since := date_trunc('hour', at, 'UTC') - make_interval(hours => spend_summary.since_hours - 1);
  return jsonb_build_object(
    'at', at, 'since', since, 'budgets', cogo.list_budgets(tenant),
    'models', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'model_id', used.model_id, 'provider', model.provider, 'model', coalesce(model.model, case used.model_id when 0 then 'leases' end),
        'requests', used.requests, 'input_tokens', used.input_tokens, 'cache_read_tokens', used.cache_read_tokens,
        'cache_write_tokens', used.cache_write_tokens, 'output_tokens', used.output_tokens, 'cost_nano', used.cost_nano
      ) order by used.cost_nano desc, used.model_id), '[]')
      from (
        select counter.model_id, sum(counter.requests) as requests, sum(counter.input_tokens) as input_tokens,
          sum(counter.cache_read_tokens) as cache_read_tokens, sum(counter.cache_write_tokens) as cache_write_tokens,
          sum(counter.output_tokens) as output_tokens, sum(counter.cost_nano) as cost_nano
        from cogo.usage_counters as counter
        where counter.hour >= since and (tenant is null or counter.tenant_id = tenant)
        group by counter.model_id
      ) as used
      left join cogo.llm_models as model on model.model_id = used.model_id
    )
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.steady(value real, shown real, step real, share real)
 RETURNS real
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  if abs(value - shown) <= greatest(step, share * abs(shown)) then
    return shown;
  end if;
  return (round(value::numeric / step::numeric) * step::numeric)::real;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.subscription_summary(subscription cogo.subscriptions)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return jsonb_build_object(
    'subscription_id', cogo.uuid_v7(subscription.created_at, subscription.id),
    'name', subscription.name,
    'tenant_id', subscription.tenant_id,
    'agent_id', subscription.agent_id,
    'kind', subscription.kind,
    'patterns', to_jsonb(subscription.patterns),
    'url', subscription.url,
    'state', case
      when subscription.paused_at is not null then 'paused'
      when subscription.failing_since is not null then 'failing'
      else 'active'
    end,
    'paused_at', subscription.paused_at,
    'pause_reason', subscription.pause_reason,
    'failing_since', subscription.failing_since,
    'last_error', subscription.last_error,
    'resume_at', subscription.resume_at,
    'consumer', case when subscription.leased_until > cogo.now_() then subscription.consumer end,
    'unread_numbers', greatest(
      (select max(horizon.settled_id) from cogo.event_horizon as horizon) - subscription.position_id, 0
    ),
    -- It had not read up to there when retention passed by: events of jobs go with them.
    'may_have_missed', coalesce(
      (select horizon.dropped_id > subscription.position_id from cogo.event_horizon as horizon), false
    ) or (
      (cogo.wanted_job_events(subscription.patterns)).wanted and coalesce(
        (select gone.dropped_event_id > subscription.position_id from cogo.retention as gone), false
      )
    ),
    'retrying', (select count(*) from cogo.redeliveries as retry where retry.subscription_id = subscription.id),
    'dead_letters', (
      select count(*) from cogo.subscription_dead_letters as letter where letter.subscription_id = subscription.id
    ),
    'key_version', case when subscription.kind = 'webhook' then subscription.key_version end,
    'batch_size', subscription.batch_size,
    'lease_seconds', subscription.lease_seconds,
    'max_attempts', subscription.max_attempts,
    'created_at', subscription.created_at
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.survey_jobs(jobs jsonb, is_operator boolean, OUT new_ids bigint[], OUT payloads jsonb[], OUT only_type text, OUT has_keys boolean, OUT has_later boolean, OUT has_bounds boolean)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  plain boolean;
  largest integer;
  first_type text := jobs -> 0 ->> 'type';
begin
  if jsonb_typeof(jobs) is distinct from 'array' then
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
    max(octet_length(item.payload::text)),
    case when bool_and(coalesce(item.type = first_type, false)) then first_type end,
    exists (select from cogo.tenant_bounds)
  into new_ids, payloads, plain, has_keys, largest, only_type, has_bounds
  from (
    select
      nextval('cogo.jobs_id_seq') as id, each_job ->> 'type' as type, each_job -> 'payload' as payload,
      each_job -> 'idempotency_key' as key,
      case when jsonb_typeof(each_job) = 'object' then each_job - '{type,payload,idempotency_key}'::text[] end as rest
    from jsonb_array_elements(jobs) as each_job
  ) as item;

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

CREATE OR REPLACE FUNCTION cogo.take_key_rates(key_id uuid, tokens bigint, at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  subjects text[] := array['key:' || take_key_rates.key_id::text, 'key:*'];
begin
  if not exists (select from cogo.rate_limits as known where known.subject = any (subjects)) then
    return null;
  end if;
  return cogo.take_rates_of(subjects, null, null, take_key_rates.key_id, take_key_rates.tokens, take_key_rates.at);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.take_rates(tenant_id uuid, agent_id uuid, tokens bigint, at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if not exists (select from cogo.rate_limits) then
    return null;
  end if;
  return cogo.take_rates_of(
    array[
      'tenant:' || take_rates.tenant_id::text, 'tenant:*', 'agent:' || take_rates.tenant_id::text || ':' || take_rates.agent_id::text,
      'agent:' || take_rates.tenant_id::text || ':*', 'agent:*:*'
    ],
    take_rates.tenant_id, take_rates.agent_id, null, take_rates.tokens, take_rates.at
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.take_rates_of(subjects text[], tenant_id uuid, agent_id uuid, key_id uuid, tokens bigint, at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at_ns bigint := (extract(epoch from take_rates_of.at) * 1000000000)::bigint;
  asked bigint[];
  taken bigint[];
begin
  -- A conflict's row is judged under its lock, in the order of the select: leaf first, as all do.
  with nearest as materialized (
    select distinct on (known.scope, known.unit) known.limit_id, known.scope, known.unit, known.max_count,
      known.per_seconds * 1000000000::bigint as span_ns,
      case known.scope when 'agent' then take_rates_of.agent_id when 'key' then take_rates_of.key_id else take_rates_of.tenant_id end as subject_id,
      case known.unit when 'tokens' then greatest(take_rates_of.tokens, 0) else 1 end as wanted
    from cogo.rate_limits as known
    where known.subject = any (take_rates_of.subjects)
    order by known.scope, known.unit, array_position(take_rates_of.subjects, known.subject)
  ),
  rates as (
    insert into cogo.rate_states as rate (limit_id, subject_id, full_at_ns)
    select nearest.limit_id, nearest.subject_id,
      at_ns + floor(nearest.wanted::double precision * nearest.span_ns / nearest.max_count)::bigint
    from nearest
    where nearest.subject_id is not null and nearest.max_count > 0 and nearest.wanted <= nearest.max_count
    order by nearest.scope, nearest.unit
    on conflict (limit_id, subject_id) do update
    set full_at_ns = greatest(rate.full_at_ns, at_ns) + excluded.full_at_ns - at_ns
    where greatest(rate.full_at_ns, at_ns) + excluded.full_at_ns - at_ns <= at_ns
      + (select nearest.span_ns from nearest where nearest.limit_id = excluded.limit_id)
    returning rate.limit_id
  )
  select array(select nearest.limit_id from nearest where nearest.subject_id is not null), array(select rates.limit_id from rates)
  into asked, taken;

  if cardinality(asked) = cardinality(taken) then
    return null;
  end if;
  return cogo.refuse_rates(
    asked, taken, take_rates_of.tenant_id, take_rates_of.agent_id, take_rates_of.key_id, take_rates_of.tokens, at_ns
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.tell_key(type text, key cogo.secure_keys, more jsonb DEFAULT '{}'::jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform cogo.publish(jsonb_build_array(jsonb_build_object(
    'type', tell_key.type, 'tenant_id', key.tenant_id,
    'payload', jsonb_build_object(
      'key_id', key.key_id, 'provider', key.provider, 'field', key.field, 'alias', key.alias,
      'version', key.version, 'state', key.state, 'expires_at', key.expires_at, 'rotate_after', key.rotate_after
    ) || tell_key.more
  )));
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.tend_keys()
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  sealed integer := cogo.seal_audit();
  key cogo.secure_keys;
  due record;
  retired integer := 0;
  warned integer := 0;
begin
  update cogo.audit_cursor as known set tended_at = at
  where coalesce(known.tended_at <= at - interval '1 minute', true);
  if not found then
    return jsonb_build_object('sealed', sealed);
  end if;
  for key in
    select * from cogo.secure_keys as old where old.state = 'retiring' and old.retires_at <= at
    order by old.key_id limit 500 for update skip locked
  loop
    perform cogo.revoke_key(key.key_id, 'its overlap is over', 'clock');
    retired := retired + 1;
  end loop;
  for due in
    select warning.key_id, jsonb_object_agg(warning.alert, warning.due_at) as alerts
    from cogo.key_alerts(at) as warning
    join cogo.secure_keys as known on known.key_id = warning.key_id
    where coalesce(known.warned_at <= at - interval '1 day', true)
    group by warning.key_id order by warning.key_id limit 500
  loop
    update cogo.secure_keys as known set warned_at = at where known.key_id = due.key_id returning known.* into key;
    perform cogo.tell_key('key.needs_rotation', key, jsonb_build_object('alerts', due.alerts));
    warned := warned + 1;
  end loop;
  return jsonb_build_object('sealed', sealed, 'retired', retired, 'warned', warned);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.tend_money()
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  -- The reaper last: it locks accounts.
  return jsonb_build_object('rolled', cogo.roll_usage()) || cogo.reap_reservations();
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
  folded := cogo.fold_outcomes(at);
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

CREATE OR REPLACE FUNCTION cogo.token_count(told jsonb)
 RETURNS bigint
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  count numeric;
begin
  if token_count.told is null or token_count.told = 'null' then
    return 0;
  elsif jsonb_typeof(token_count.told) <> 'number' then
    return null;
  end if;
  count := token_count.told::numeric;
  -- No model reads or writes a hundred million tokens in one call.
  return case when count between 0 and 100000000 and count = trunc(count) then count::bigint end;
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
    exists (select from cogo.key_health) or exists (select from cogo.outcome_notes as note where note.http_status in (401, 402, 403, 429))
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

CREATE OR REPLACE FUNCTION cogo.vault_env()
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return (select setting.env from cogo.vault_settings as setting);
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
  union all select * from cogo.verify_flows()
  union all select * from cogo.verify_schedules()
  union all select * from cogo.verify_events()
  union all select * from cogo.verify_catalogue()
  union all select * from cogo.verify_money()
  union all select * from cogo.verify_keys()
  union all select * from cogo.verify_calls()
  union all select * from cogo.verify_routing();
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.verify_audit(tenant_id uuid DEFAULT NULL::uuid, checkpoints jsonb DEFAULT '[]'::jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.check_checkpoints(coalesce(verify_audit.checkpoints, '[]'));
  return (
  with link as (
    select seal.tenant_id, seal.seq, seal.audit_id, seal.hash, entry,
      lag(seal.hash) over chain as previous, lag(seal.seq) over chain as previous_seq
    from cogo.secure_keys_seals as seal
    left join cogo.secure_keys_audit as entry on entry.audit_id = seal.audit_id and entry.tenant_id = seal.tenant_id
    where verify_audit.tenant_id is null or seal.tenant_id = verify_audit.tenant_id
    window chain as (partition by seal.tenant_id order by seal.seq)
  ),
  newest as (
    select distinct on (link.tenant_id) link.tenant_id, link.seq, link.hash from link order by link.tenant_id, link.seq desc
  ),
  noted as (
    select given.tenant_id, given.seq, given.hash
    from jsonb_to_recordset(coalesce(verify_audit.checkpoints, '[]')) as given (tenant_id uuid, seq bigint, hash text)
    union
    select kept.tenant_id, kept.seq, encode(kept.hash, 'hex') from cogo.audit_checkpoints as kept
  ),
  broken (tenant_id, seq, problem) as (
  select link.tenant_id, link.seq, case
    when link.seq <> coalesce(link.previous_seq, 0) + 1 then 'a seal before it is gone'
    when (link.entry).audit_id is null then 'its audit row is gone'
    else 'it is not the row that was sealed here'
  end
  from link
  where link.seq <> coalesce(link.previous_seq, 0) + 1 or (link.entry).audit_id is null
    or cogo.audit_hash(link.previous, link.seq, link.entry) is distinct from link.hash
  union all
  select head.tenant_id, head.seq, 'the end of the chain is gone, or is not its head'
  from cogo.secure_keys_heads as head
  left join newest on newest.tenant_id = head.tenant_id
  where (verify_audit.tenant_id is null or head.tenant_id = verify_audit.tenant_id)
    and (newest.seq, newest.hash) is distinct from (head.seq, head.hash)
  union all
  select entry.tenant_id, null, format('audit row %s was slipped in behind the seal', entry.audit_id)
  from cogo.secure_keys_audit as entry, cogo.audit_cursor as place
  where (verify_audit.tenant_id is null or entry.tenant_id = verify_audit.tenant_id)
    and (entry.xid, entry.audit_id) <= (place.xid, place.audit_id)
    and not exists (select from cogo.secure_keys_seals as seal where seal.audit_id = entry.audit_id)
  union all
  select noted.tenant_id, noted.seq, 'a checkpoint that was given out does not fit: the chain was cut or made anew'
  from noted
  where (verify_audit.tenant_id is null or noted.tenant_id = verify_audit.tenant_id)
    and not exists (
      select from link
      where link.tenant_id = noted.tenant_id and link.seq = noted.seq and encode(link.hash, 'hex') = lower(noted.hash)
    )
  )
  select coalesce(jsonb_agg(to_jsonb(broken) order by broken.tenant_id, broken.seq), '[]') from broken
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.verify_calls()
 RETURNS TABLE(invariant text, problem text, sample jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return query
  -- Fewer are possible: the clock went back, and a decision came in before those that were counted.
  select 'a decision is counted once', format('%s more than there are', told.counted - told.made), '[]'::jsonb
  from (
    select
      coalesce((select sum(total.total) from cogo.call_totals as total where total.name = 'decisions'), 0) as counted,
      (select count(*) from cogo.routing_decisions as decision
        where decision.decision_id <= (select fold.decision_id from cogo.call_folds as fold)) as made
  ) as told
  where told.counted > told.made
  union all
  select 'what was done with keys is counted once', format('%s apart', told.counted - told.done), '[]'
  from (
    select
      coalesce((select sum(total.total) from cogo.call_totals as total where total.name like 'key\_%'), 0) as counted,
      (select count(*) from cogo.secure_keys_audit as entry
        where entry.audit_id <= (select fold.audit_id from cogo.call_folds as fold) and (entry.ok or entry.action = 'open')) as done
  ) as told
  where told.counted <> told.done;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.verify_catalogue()
 RETURNS TABLE(invariant text, problem text, sample jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return query
  select 'a provider''s keys go to its allowed hosts alone', format('%s would send them elsewhere', count(*)), jsonb_agg(bad.provider)
  from (
    select known.provider from cogo.llm_providers as known
    where cogo.base_url_problem(known.base_url, known.allowed_hosts) is not null
      or exists (select from unnest(known.allowed_hosts) as host where cogo.host_problem(host) is not null)
    limit 5
  ) as bad
  having count(*) > 0
  union all
  select 'a tier of a price says prices and where they begin', format('%s do not', count(*)), jsonb_agg(bad.price_id)
  from (
    select known.price_id
    from cogo.llm_prices as known
    cross join jsonb_array_elements(known.tiers) as tier
    where known.tiers <> '[]' and (
      coalesce(jsonb_typeof(tier -> 'above'), '') <> 'number'
      or exists (
        select from jsonb_each(case jsonb_typeof(tier) when 'object' then tier else '{}' end) as field
        where field.key !~ '^(above|(input|output|cache_read|cache_write|cache_write_1h|reasoning)_price)$'
          or field.value::text !~ '^[0-9]+$'
      )
    )
    limit 5
  ) as bad
  having count(*) > 0;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.verify_decisions()
 RETURNS TABLE(invariant text, problem text, sample jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return query
  with latest as materialized (
    select decision.* from cogo.routing_decisions as decision order by decision.decision_id desc limit 1000
  )
  select 'a choice is one of its candidates', format('%s are not', count(*)), jsonb_agg(latest.decision_id)
  from latest
  where latest.choice <> all (latest.candidates) or cardinality(latest.candidates) <> cardinality(latest.weights)
    or 0 >= (select sum(weight) from unnest(latest.weights) as weight)
  having count(*) > 0
  union all
  select 'a decision holds its money', format('%s hold none', count(*)), jsonb_agg(latest.decision_id)
  from latest
  where not exists (select from cogo.reservations as held where held.decision_id = latest.decision_id)
  having count(*) > 0
  union all
  select 'a receipt can be made again', format('%s come out otherwise', count(*)), jsonb_agg(receipt.decision_id)
  from (select latest.* from latest order by latest.decision_id desc limit 20) as receipt
  cross join lateral cogo.replay_route(receipt::text::cogo.routing_decisions) as again
  where (again.candidates, again.weights, again.choice) is distinct from (receipt.candidates, receipt.weights, receipt.choice)
  having count(*) > 0;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.verify_keys()
 RETURNS TABLE(invariant text, problem text, sample jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return query
  select 'a sealed key is under a KEK that is kept', format('%s are not', count(*)), jsonb_agg(key.key_id)
  from cogo.secure_keys as key
  where key.alg = 'A256GCM' and key.state <> 'shredded' and not exists (
    select from cogo.kek_registry as kek where kek.kek_id = key.kek_id and kek.state in ('active', 'retained')
  )
  having count(*) > 0
  union all
  select 'a key that was revoked stays revoked', format('%s came back', count(*)), jsonb_agg(key.key_id)
  from cogo.secure_keys as key
  where key.state in ('next', 'active', 'retiring') and exists (
    select from cogo.secure_keys_audit as entry
    where entry.key_id = key.key_id and entry.action in ('revoke', 'shred') and entry.ok
  )
  having count(*) > 0
  union all
  select 'an opened reservation has its audit row', format('%s have none', count(*)), jsonb_agg(held.decision_id)
  from cogo.reservations as held
  where held.used_xid is not null and not exists (
    select from cogo.secure_keys_audit as entry
    where entry.xid = held.used_xid and entry.decision_id = held.decision_id and entry.attempt = held.attempt and entry.ok
  )
  having count(*) > 0
  union all
  select 'a chain ends at its head', format('%s do not', count(*)), jsonb_agg(head.tenant_id)
  from cogo.secure_keys_heads as head
  where not exists (
    select from cogo.secure_keys_seals as seal
    where seal.tenant_id = head.tenant_id and seal.seq = head.seq and seal.hash = head.hash
  ) or exists (select from cogo.secure_keys_seals as seal where seal.tenant_id = head.tenant_id and seal.seq > head.seq)
  having count(*) > 0
  union all
  select 'an active key has its environment', format('%s have none', count(*)), jsonb_agg(key.key_id)
  from cogo.secure_keys as key
  where key.state = 'active' and not exists (select from cogo.vault_settings)
  having count(*) > 0;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.verify_money()
 RETURNS TABLE(invariant text, problem text, sample jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return query
  with booked as materialized (
    select window_id,
      sum(held.estimate_nano) filter (where held.state in ('reserved', 'opened')) as reserved_nano,
      sum(outcome.cost_nano) as cost_nano
    from cogo.reservations as held
    left join cogo.routing_outcomes as outcome on outcome.decision_id = held.decision_id and outcome.attempt = held.attempt
    cross join lateral unnest(held.window_ids) as window_id
    group by window_id
  )
  select 'an account reserves what its open reservations hold', format('%s differ', count(*)), jsonb_agg(account.window_id)
  from cogo.budget_windows as account left join booked on booked.window_id = account.window_id
  where account.reserved_nano <> coalesce(booked.reserved_nano, 0)
  having count(*) > 0
  union all
  select 'an account has spent and owes what its outcomes cost', format('%s differ', count(*)), jsonb_agg(account.window_id)
  from cogo.budget_windows as account left join booked on booked.window_id = account.window_id
  where account.spent_nano + account.debt_nano <> coalesce(booked.cost_nano, 0)
  having count(*) > 0
  union all
  select 'nothing is reserved beyond a limit', format('%s are over', count(*)), jsonb_agg(account.window_id)
  from cogo.budget_windows as account
  where account.spent_nano + account.reserved_nano > account.ceiling_nano
  having count(*) > 0
  union all
  select 'what is billed has an outcome, what is open has none', format('%s differ', count(*)), jsonb_agg(held.decision_id)
  from cogo.reservations as held
  left join cogo.routing_outcomes as outcome on outcome.decision_id = held.decision_id and outcome.attempt = held.attempt
  where (held.state in ('settled', 'booked')) <> (outcome.decision_id is not null)
  having count(*) > 0
  union all
  select 'usage counters have what is counted', format('%s nano-dollars apart', told.counters - told.outcomes), '[]'
  from (
    select coalesce((select sum(counter.cost_nano) from cogo.usage_counters as counter), 0) as counters,
      coalesce((select sum(outcome.counted_nano) from cogo.routing_outcomes as outcome), 0) as outcomes
  ) as told
  where told.counters <> told.outcomes;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.verify_routing()
 RETURNS TABLE(invariant text, problem text, sample jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return query
  select 'a version of a policy never changes', format('%s did', count(*)), jsonb_agg(policy.policy_id)
  from cogo.routing_policies as policy
  where policy.body_sha256 <> sha256(convert_to(policy.body::text, 'UTF8'))
  having count(*) > 0
  union all
  select 'a live policy was the first or has a report that passed', format('%s are neither', count(*)), jsonb_agg(policy.policy_id)
  from cogo.routing_policies as policy
  where policy.state = 'live'
    and exists (
      select from cogo.routing_policies as former
      where former.tenant_id = policy.tenant_id and former.live_at < policy.live_at and former.policy_id <> policy.policy_id
    )
    and policy.policy_id > (
      select min(first.policy_id) from cogo.routing_policies as first
      where first.tenant_id = policy.tenant_id and first.live_at is not null
    )
    and not exists (select from cogo.router_reports as report where report.policy_v2 = policy.policy_id and report.passed)
  having count(*) > 0
  union all
  select 'a list''s arrays are side by side', format('%s have others', count(*)), jsonb_agg(list.list_id)
  from cogo.route_lists as list
  where list.retired_at is null and array[
    cardinality(list.price_ids), cardinality(list.provider_nos), cardinality(list.region_nos), cardinality(list.data_ranks),
    cardinality(list.context_tokens), cardinality(list.capabilities), cardinality(list.qualities), cardinality(list.input_prices),
    cardinality(list.states), cardinality(list.shares), cardinality(list.merits), cardinality(list.wait_ms), cardinality(list.token_ms)
  ] <> array_fill(cardinality(list.model_ids), array[13])
  having count(*) > 0
  union all
  select 'an open breaker knows when it may be probed', format('%s do not', count(*)), jsonb_agg(health.model_id)
  from cogo.provider_health as health
  where (health.state = 'open' and health.retry_at > health.changed_at + interval '5 minutes')
    or (health.state = 'closed' and (health.probe_until is not null or health.failures >= 5))
  having count(*) > 0
  union all
  select * from cogo.verify_decisions();
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
  ) and not exists (
    select from cogo.saga_log as log where log.workflow_id = done.workflow_id and log.job_id = job.id and log.move = 'accepted'
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
        and log.move ~ '^((compensation|cancel|confirm)_succeeded|accepted)$'
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
      and exists (select from cogo.attempts as final where final.job_id = job.id and final.outcome = 'succeeded')
  ) as done
  full join (
    select named.job_id, count(*) as times from cogo.events as event, unnest(event.job_ids) as named (job_id)
    join cogo.jobs as job on job.id = named.job_id
    where event.type = 'job_compensated' group by named.job_id
  ) as told on told.job_id = done.job_id
  where done.job_id is null or told.times is distinct from 1
  having count(*) > 0;
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
  before integer;
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
    before := dropped;
    dropped := dropped + cogo.drop_jobs(
      cogo.past_their_age(step.job_ids, walk_jobs.keep_seconds, walk_jobs.at), walk_jobs.at
    );
    if dropped > before then
      update cogo.retention as state set dropped_event_id = greatest(state.dropped_event_id, step.last_id);
    end if;
  end loop;
  if is_done then
    walk.walked_to := due;
  end if;
  update cogo.retention_walks as known set event_id = walk.event_id, walked_to = walk.walked_to
  where known.keep_seconds = walk.keep_seconds and known.kind = 'jobs';
  return dropped;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.warm_session(context jsonb, model_id bigint, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  insert into cogo.route_sessions as session (session_key, model_id, prefix_hash, used_at)
  values ((context ->> 'session')::uuid, warm_session.model_id, context ->> 'prefix_hash', warm_session.at)
  on conflict (session_key) do update
    set model_id = excluded.model_id, prefix_hash = excluded.prefix_hash, used_at = excluded.used_at
    where session.model_id <> excluded.model_id or session.prefix_hash is distinct from excluded.prefix_hash
      or session.used_at < excluded.used_at - interval '30 seconds';
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.whole_list(list cogo.route_lists)
 RETURNS cogo.route_lists
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  whole cogo.route_lists;
begin
  -- Unpacked once: what is read from a row's own arrays would be unpacked for each model.
  select known.list_id, known.policy_id, known.policy_name, known.policy_version, known.service, known.task, known.size_class, known.sha256, known.algorithm, known.terms,
    known.is_cut, known.left_out, known.providers, known.keyless, known.regions, known.capability_names,
    known.model_ids || '{}', known.price_ids || '{}', known.provider_nos || '{}', known.region_nos || '{}', known.data_ranks || '{}',
    known.context_tokens || '{}', known.max_output_tokens || '{}', known.capabilities || '{}', known.qualities || '{}',
    known.input_prices || '{}', known.output_prices || '{}', known.cache_read_prices || '{}', known.cache_write_prices || '{}',
    known.request_prices || '{}', known.snapshot_id, known.states || '{}', known.shares || '{}', known.merits || '{}',
    known.wait_ms || '{}', known.token_ms || '{}', known.made_at, known.retired_at
  into whole
  from cogo.route_lists as known
  where known.policy_id = list.policy_id and known.service = list.service and known.task = list.task
    and known.size_class = 'all' and known.retired_at is null;
  return whole;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.window_span(period text, at timestamp with time zone, OUT opens_at timestamp with time zone, OUT closes_at timestamp with time zone)
 RETURNS record
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  if window_span.period = 'total' then
    opens_at := '-infinity';
    closes_at := 'infinity';
  else
    opens_at := date_trunc(window_span.period, window_span.at, 'UTC');
    -- A month has no fixed length and a day may lack an hour where the session lives: the sum is made in UTC.
    closes_at := (opens_at at time zone 'UTC' + ('1 ' || window_span.period)::interval) at time zone 'UTC';
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.with_health(list cogo.route_lists, snapshot_id bigint)
 RETURNS cogo.route_lists
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  seen record;
  filled cogo.route_lists := with_health.list;
begin
  select health.* into seen from cogo.list_health(list, with_health.snapshot_id) as health;
  filled.states := seen.states;
  filled.shares := seen.shares;
  filled.merits := seen.merits;
  filled.wait_ms := seen.wait_ms;
  filled.token_ms := seen.token_ms;
  return filled;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.write_checkpoints(checkpoints jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  written integer;
begin
  insert into cogo.audit_checkpoints (tenant_id, seq, hash, at, signature, public_key)
  select given.tenant_id, given.seq, decode(given.hash, 'hex'), given.at, decode(given.signature, 'hex'), decode(given.public_key, 'hex')
  from jsonb_to_recordset(write_checkpoints.checkpoints)
    as given (tenant_id uuid, seq bigint, hash text, at timestamptz, signature text, public_key text)
  on conflict do nothing;
  get diagnostics written = row_count;
  return jsonb_build_object('written', written);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.write_key(sealed jsonb, state text, overlap_seconds integer, actor text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  written cogo.secure_keys := jsonb_populate_record(null::cogo.secure_keys, write_key.sealed);
  newest cogo.secure_keys;
begin
  insert into cogo.vault_settings (env, changed_at) values (written.env, at) on conflict do nothing;
  perform cogo.check_sealed_key(written, write_key.state);
  -- One writer at a time for one key; whoever waited sees the version of the one before.
  perform pg_advisory_xact_lock(hashtextextended(concat_ws('|',
    'cogo.secure_keys', written.tenant_id, written.provider, written.service, written.resource, written.region,
    written.field, written.alias, written.env
  ), 0));
  select * into newest from cogo.secure_keys as key
  where key.tenant_id = written.tenant_id and key.provider = written.provider and key.service = written.service
    and key.resource = written.resource and key.region = written.region and key.field = written.field
    and key.alias = written.alias and key.env = written.env
  order by key.version desc limit 1;
  if newest.checksum = written.checksum and newest.state in ('next', 'active') then
    return jsonb_build_object('outcome', 'there', 'key', cogo.key_metadata(newest));
  elsif coalesce(newest.version, 0) >= written.version then
    return jsonb_build_object('outcome', 'version_taken', 'version', newest.version + 1);
  end if;

  written.state := 'next';
  written.created_at := at;
  written.changed_at := at;
  written.shared := coalesce(written.shared, false);
  insert into cogo.secure_keys select written.*;
  perform cogo.audit_key('write', written, write_key.actor, at);
  if write_key.state = 'active' then
    written := cogo.promote_key(written, write_key.overlap_seconds, write_key.actor, at);
  end if;
  return jsonb_build_object('outcome', 'written', 'key', cogo.key_metadata(written));
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
      as $body$ begin case lane_id %s else null; end case; end; $body$
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
begin
  for item in
    select * from jsonb_to_recordset(write_rewraps.rewraps)
      as given (key_id uuid, old_dek_iv text, kek_id text, wrapped_dek text, dek_iv text)
    order by given.key_id
  loop
    update cogo.secure_keys as wrapped
    set kek_id = item.kek_id, wrapped_dek = decode(item.wrapped_dek, 'hex'), dek_iv = decode(item.dek_iv, 'hex'), changed_at = at
    where wrapped.key_id = item.key_id and wrapped.dek_iv = decode(item.old_dek_iv, 'hex') and wrapped.state <> 'shredded'
      and item.kek_id = (select kek.kek_id from cogo.kek_registry as kek where kek.state = 'active')
    returning wrapped.* into key;
    if found then
      perform cogo.audit_key('rewrap', key, write_rewraps.actor, at, 'now under ' || item.kek_id);
      written := written + 1;
    end if;
  end loop;
  return jsonb_build_object('written', written);
end;
$function$;

ALTER TABLE "cogo"."budget_windows" ADD CONSTRAINT "budget_windows_budget_id_fkey" FOREIGN KEY (budget_id) REFERENCES cogo.budgets(budget_id) ON DELETE CASCADE;

ALTER TABLE "cogo"."budgets" ADD CONSTRAINT "one_budget_per_subject_and_period" UNIQUE (subject, period);

ALTER TABLE "cogo"."llm_prices" ADD CONSTRAINT "llm_prices_model_id_fkey" FOREIGN KEY (model_id) REFERENCES cogo.llm_models(model_id);

ALTER TABLE "cogo"."llm_models" ADD CONSTRAINT "llm_models_provider_fkey" FOREIGN KEY (provider) REFERENCES cogo.llm_providers(provider);

ALTER TABLE "cogo"."provider_health" ADD CONSTRAINT "provider_health_model_id_fkey" FOREIGN KEY (model_id) REFERENCES cogo.llm_models(model_id);

ALTER TABLE "cogo"."rate_limits" ADD CONSTRAINT "one_limit_per_subject_and_unit" UNIQUE (subject, unit);

ALTER TABLE "cogo"."retention" ADD CONSTRAINT "runs_are_kept_an_hour_to_ten_years" CHECK (((keep_workflows_seconds >= 3600) AND (keep_workflows_seconds <= 315360000)));

ALTER TABLE "cogo"."route_lists" ADD CONSTRAINT "route_lists_policy_id_fkey" FOREIGN KEY (policy_id) REFERENCES cogo.routing_policies(policy_id);

ALTER TABLE "cogo"."router_reports" ADD CONSTRAINT "router_reports_policy_v1_fkey" FOREIGN KEY (policy_v1) REFERENCES cogo.routing_policies(policy_id);

ALTER TABLE "cogo"."router_reports" ADD CONSTRAINT "router_reports_policy_v2_fkey" FOREIGN KEY (policy_v2) REFERENCES cogo.routing_policies(policy_id);

ALTER TABLE "cogo"."routing_clock" ADD CONSTRAINT "routing_clock_snapshot_id_fkey" FOREIGN KEY (snapshot_id) REFERENCES cogo.routing_snapshots(snapshot_id);

ALTER TABLE "cogo"."saga_log" ADD CONSTRAINT "move_is_known" CHECK ((move = ANY (ARRAY['action_started'::text, 'action_succeeded'::text, 'action_failed'::text, 'action_cancelled'::text, 'compensating'::text, 'compensation_started'::text, 'compensation_succeeded'::text, 'compensation_failed'::text, 'compensation_cancelled'::text, 'cancel_started'::text, 'cancel_succeeded'::text, 'cancel_failed'::text, 'cancel_cancelled'::text, 'confirming'::text, 'confirm_started'::text, 'confirm_succeeded'::text, 'confirm_failed'::text, 'confirm_cancelled'::text, 'redriven'::text, 'accepted'::text, 'succeeded'::text, 'failed'::text, 'compensated'::text, 'cancelled'::text])));

ALTER TABLE "cogo"."break_glass" ADD CONSTRAINT "break_glass_key_id_fkey" FOREIGN KEY (key_id) REFERENCES cogo.secure_keys(key_id);

CREATE VIEW "cogo"."route_places" WITH (security_invoker=true) AS  SELECT model.model_id,
    model.provider,
    (model.enabled AND provider.enabled) AS enabled,
    model.sunset_at,
    jsonb_build_object('provider', model.provider, 'model', model.model, 'region', model.region, 'service', model.service, 'model_id', model.model_id, 'api_format', provider.api_format, 'base_url', provider.base_url, 'headers', provider.static_headers, 'allowed_hosts', to_jsonb(provider.allowed_hosts), 'auth', jsonb_build_object('style', provider.auth_style, 'field', provider.key_field)) AS place
   FROM (cogo.llm_models model
     JOIN cogo.llm_providers provider ON ((provider.provider = model.provider)));

CREATE UNIQUE INDEX a_grant_opens_one_reservation ON cogo.reservations USING btree (grant_hash) WHERE (grant_hash IS NOT NULL);

CREATE UNIQUE INDEX a_tenant_has_one_canary ON cogo.routing_policies USING btree (tenant_id) WHERE (state = 'canary'::text);

CREATE UNIQUE INDEX a_tenant_has_one_live_policy ON cogo.routing_policies USING btree (tenant_id) WHERE (state = 'live'::text);

CREATE UNIQUE INDEX a_tenants_key_decides_once ON cogo.routing_decisions USING btree (tenant_id, key_hash) WHERE (key_hash IS NOT NULL);

CREATE INDEX llm_models_family_idx ON cogo.llm_models USING btree (family) WHERE (family IS NOT NULL);

CREATE INDEX llm_models_model_idx ON cogo.llm_models USING btree (model);

CREATE UNIQUE INDEX one_active_kek ON cogo.kek_registry USING btree (state) WHERE (state = 'active'::text);

CREATE UNIQUE INDEX one_active_version_of_a_key ON cogo.secure_keys USING btree (tenant_id, provider, service, resource, region, field, alias, env) WHERE (state = 'active'::text);

CREATE UNIQUE INDEX one_list_is_current ON cogo.route_lists USING btree (policy_id, service, task, size_class) WHERE (retired_at IS NULL);

CREATE UNIQUE INDEX one_retained_kek ON cogo.kek_registry USING btree (state) WHERE (state = 'retained'::text);

CREATE INDEX outcome_notes_of_keys_idx ON cogo.outcome_notes USING btree (key_id) WHERE (http_status = ANY (ARRAY[401, 402, 403, 429]));

CREATE INDEX reservations_expire_idx ON cogo.reservations USING btree (expires_at) WHERE (state = ANY (ARRAY['reserved'::text, 'opened'::text]));

CREATE INDEX router_reports_policy_idx ON cogo.router_reports USING btree (policy_v2);

CREATE INDEX routing_decisions_at_idx ON cogo.routing_decisions USING brin (at) WITH (pages_per_range='16', autosummarize='on');

CREATE INDEX routing_outcomes_at_idx ON cogo.routing_outcomes USING brin (settled_at) WITH (pages_per_range='16', autosummarize='on');

CREATE INDEX routing_outcomes_to_count_idx ON cogo.routing_outcomes USING btree (settled_at) WHERE (NOT is_counted);

CREATE INDEX routing_policies_serving_idx ON cogo.routing_policies USING btree (tenant_id) WHERE (state = ANY (ARRAY['canary'::text, 'live'::text]));

CREATE INDEX secure_keys_audit_key_idx ON cogo.secure_keys_audit USING btree (key_id, audit_id DESC);

CREATE INDEX secure_keys_audit_seal_idx ON cogo.secure_keys_audit USING btree (xid, audit_id);

CREATE INDEX secure_keys_due_idx ON cogo.secure_keys USING btree (state) WHERE (state = ANY (ARRAY['active'::text, 'retiring'::text]));

CREATE INDEX secure_keys_kek_idx ON cogo.secure_keys USING btree (kek_id) WHERE (state <> 'shredded'::text);

CREATE INDEX usage_counters_hour_idx ON cogo.usage_counters USING btree (hour);

CREATE TRIGGER a_key_never_comes_back BEFORE DELETE OR UPDATE ON cogo.secure_keys FOR EACH ROW EXECUTE FUNCTION cogo.guard_key_states();

CREATE TRIGGER audit_is_appended_only BEFORE DELETE OR UPDATE ON cogo.secure_keys_audit FOR EACH ROW EXECUTE FUNCTION cogo.refuse_audit_change();

CREATE TRIGGER audit_is_not_truncated BEFORE TRUNCATE ON cogo.secure_keys_audit FOR EACH STATEMENT EXECUTE FUNCTION cogo.refuse_audit_change();

CREATE TRIGGER seals_are_appended_only BEFORE DELETE OR UPDATE ON cogo.secure_keys_seals FOR EACH ROW EXECUTE FUNCTION cogo.refuse_audit_change();

CREATE TRIGGER seals_are_not_truncated BEFORE TRUNCATE ON cogo.secure_keys_seals FOR EACH STATEMENT EXECUTE FUNCTION cogo.refuse_audit_change();

COMMENT ON COLUMN "cogo"."audit_checkpoints"."signature" IS 'Ed25519 over ["cp1", tenant_id, seq, hash in hex, at]; the key is the function''s.';

COMMENT ON COLUMN "cogo"."audit_cursor"."tended_at" IS 'When keys were last looked over for what is due.';

COMMENT ON COLUMN "cogo"."break_glass"."expires_at" IS 'Until when it may be approved (an hour), then until when it opens.';

COMMENT ON COLUMN "cogo"."budget_windows"."ceiling_nano" IS 'The highest limit in force while it was open, null = none: what cogo.verify holds it to after a limit was lowered.';

COMMENT ON COLUMN "cogo"."budget_windows"."debt_nano" IS 'What was billed beyond its reservation.';

COMMENT ON COLUMN "cogo"."budget_windows"."limit_nano" IS 'What is enforced; null = nothing is. What counts against it is reserved + spent + debt.';

COMMENT ON COLUMN "cogo"."budget_windows"."reserved_nano" IS 'The estimates of open reservations.';

COMMENT ON COLUMN "cogo"."budget_windows"."spent_nano" IS 'What was billed, as far as it had been reserved.';

COMMENT ON COLUMN "cogo"."budgets"."depth" IS 'Accounts are locked in this order, leaf first: what all calls share is locked last and shortest.';

COMMENT ON COLUMN "cogo"."budgets"."limit_nano" IS 'Nano-dollars per period; null = metered only.';

COMMENT ON COLUMN "cogo"."budgets"."mode" IS 'hard: what does not fit is refused. warn: it is counted and shown, never refused.';

COMMENT ON COLUMN "cogo"."budgets"."period" IS 'Of the calendar in UTC, weeks from Monday; total has no end. One subject may have several.';

COMMENT ON COLUMN "cogo"."budgets"."subject" IS 'What a call looks its budgets up by.';

COMMENT ON COLUMN "cogo"."call_folds"."decision_id" IS 'Decisions up to this id are in cogo.call_totals; audit_id likewise.';

COMMENT ON COLUMN "cogo"."call_folds"."next_audit_id" IS 'The newest audit_id that the last round saw: who drew it has a transaction number by the next round.';

COMMENT ON COLUMN "cogo"."call_folds"."seen_xid" IS 'Once every transaction below this one has ended, no row up to seen_decision_id and seen_audit_id can appear any more.';

COMMENT ON COLUMN "cogo"."call_totals"."labels" IS 'Such as {"provider": …, "model": …, "region": …, "policy": "default/1"}.';

COMMENT ON COLUMN "cogo"."call_totals"."name" IS 'decisions, refusals, rejections, key_reads, key_writes or key_failures.';

COMMENT ON COLUMN "cogo"."kek_registry"."check_value" IS 'Tells a wrong KEK under a right name; says nothing about the KEK.';

COMMENT ON COLUMN "cogo"."kek_registry"."state" IS 'staged: known, wraps nothing yet. active: wraps what is written. retained: opens old wraps until they are rewrapped. destroyed: gone.';

COMMENT ON COLUMN "cogo"."llm_models"."capabilities" IS 'Such as tools, vision, json, reasoning, cache, streaming.';

COMMENT ON COLUMN "cogo"."llm_models"."context_tokens" IS 'Input and output together.';

COMMENT ON COLUMN "cogo"."llm_models"."family" IS 'The same model at several providers has one family, such as claude-sonnet-4.5.';

COMMENT ON COLUMN "cogo"."llm_models"."model" IS 'The name that the provider''s API knows.';

COMMENT ON COLUMN "cogo"."llm_models"."quality" IS 'What is believed of it before anything was observed, 0 to 1; a policy may know better per task.';

COMMENT ON COLUMN "cogo"."llm_models"."region" IS 'Where the data is handled: global, eu, us, or a cloud''s region.';

COMMENT ON COLUMN "cogo"."llm_prices"."cache_read_price" IS 'Null = as input. Likewise cache_write_price and cache_write_1h_price.';

COMMENT ON COLUMN "cogo"."llm_prices"."input_price" IS 'Nano-dollars per million tokens, as all prices here: 3 dollars a million are 3000000000.';

COMMENT ON COLUMN "cogo"."llm_prices"."reasoning_price" IS 'Null = as output.';

COMMENT ON COLUMN "cogo"."llm_prices"."request_price" IS 'Nano-dollars per request.';

COMMENT ON COLUMN "cogo"."llm_prices"."source_sha256" IS 'Of the file that the price was read from.';

COMMENT ON COLUMN "cogo"."llm_prices"."tiers" IS 'Other prices for long inputs: [{"above": 200000, "input_price": …, "output_price": …}], the highest that applies.';

COMMENT ON COLUMN "cogo"."llm_providers"."allowed_hosts" IS 'The only hosts that this provider''s keys may be sent to. No wildcards.';

COMMENT ON COLUMN "cogo"."llm_providers"."auth_style" IS 'The header that carries the key; never a part of the URL. none = no key is needed.';

COMMENT ON COLUMN "cogo"."llm_providers"."data_policy" IS 'The strictest promise: zero_retention includes no_training, which includes any.';

COMMENT ON COLUMN "cogo"."llm_providers"."key_field" IS 'The field of secure_keys that holds the key.';

COMMENT ON COLUMN "cogo"."llm_providers"."source" IS 'Where the row was taken from, with its date.';

COMMENT ON COLUMN "cogo"."llm_providers"."static_headers" IS 'Headers of every call, such as a version. Never a secret.';

COMMENT ON COLUMN "cogo"."provider_health"."error_rate" IS 'Moving average; the newest call counts a tenth. Likewise the speeds.';

COMMENT ON COLUMN "cogo"."provider_health"."failures" IS 'In a row.';

COMMENT ON COLUMN "cogo"."provider_health"."probe_until" IS 'A caller probes until then; afterwards another may.';

COMMENT ON COLUMN "cogo"."provider_health"."retry_at" IS 'From when on one caller may probe.';

COMMENT ON COLUMN "cogo"."provider_health"."trips" IS 'How often it opened in a row: each doubles the pause, up to 5 minutes.';

COMMENT ON COLUMN "cogo"."provider_health_minutes"."first_tokens" IS 'How many calls first_token_ms_sum adds up.';

COMMENT ON COLUMN "cogo"."rate_limits"."agent_id" IS 'Null = each agent without a row of its own.';

COMMENT ON COLUMN "cogo"."rate_limits"."max_count" IS 'As many in per_seconds, evenly refilled; as many at once when nothing came before. 0 = none.';

COMMENT ON COLUMN "cogo"."rate_limits"."tenant_id" IS 'Null = each tenant (scope tenant), or the agents of each (scope agent), without a row of its own.';

COMMENT ON COLUMN "cogo"."rate_states"."full_at_ns" IS 'When all will be refilled, in nanoseconds since 1970; GCRA calls it the theoretical arrival time. Never further ahead than the limit''s per_seconds, unless the clock went back.';

COMMENT ON COLUMN "cogo"."refusal_notes"."rejected" IS 'How many models were not to be had, by reason.';

COMMENT ON COLUMN "cogo"."refusal_notes"."word" IS 'no_candidate, budget_exceeded or rate_limited.';

COMMENT ON COLUMN "cogo"."reservations"."budget_ids" IS 'The budgets that hold the estimate, leaf first.';

COMMENT ON COLUMN "cogo"."reservations"."grant_hash" IS 'SHA-256 of the grant; the grant itself is nowhere.';

COMMENT ON COLUMN "cogo"."reservations"."key_id" IS 'The secure_keys row that the grant opens; null = the provider needs no key.';

COMMENT ON COLUMN "cogo"."reservations"."price_id" IS 'The price it was estimated with and will be billed by; null = a configured ceiling.';

COMMENT ON COLUMN "cogo"."reservations"."state" IS 'reserved: held, never opened. opened: the key was released, money may have been spent. settled: billed by usage. freed: given back. booked: the reaper billed the estimate; a late settle replaces it.';

COMMENT ON COLUMN "cogo"."reservations"."used_xid" IS 'The transaction that opened it last: the key is read in a later one only, when the audit row is committed.';

COMMENT ON COLUMN "cogo"."reservations"."window_ids" IS 'Their accounts (cogo.budget_windows), in the same order. All attempts of a decision have those of its first.';

COMMENT ON COLUMN "cogo"."retention"."dropped_event_id" IS 'Jobs that were dropped had closed by this event: a subscription that has not read as far may have missed some.';

COMMENT ON COLUMN "cogo"."retention"."keep_workflows_seconds" IS 'How long a closed run of a workflow is kept; api.set_workflow_retention.';

COMMENT ON COLUMN "cogo"."retention"."workflow_walk" IS 'Runs up to this id were looked at in the present way along them; 0 = at its beginning.';

COMMENT ON COLUMN "cogo"."route_lists"."capabilities" IS 'Bit n stands for capability_names[n + 1].';

COMMENT ON COLUMN "cogo"."route_lists"."input_prices" IS 'Nano-dollars per million tokens at this size, for scores; money is counted with the price row.';

COMMENT ON COLUMN "cogo"."route_lists"."is_cut" IS 'There are more than these.';

COMMENT ON COLUMN "cogo"."route_lists"."keyless" IS 'Numbers of providers that need no key.';

COMMENT ON COLUMN "cogo"."route_lists"."left_out" IS 'How many the policy or the catalogue left out, by reason.';

COMMENT ON COLUMN "cogo"."route_lists"."merits" IS 'Weighed quality less weighed risk.';

COMMENT ON COLUMN "cogo"."route_lists"."sha256" IS 'Of everything but health: the same content is not published twice.';

COMMENT ON COLUMN "cogo"."route_lists"."size_class" IS 'all: every model, read when the best 64 are too few.';

COMMENT ON COLUMN "cogo"."route_lists"."snapshot_id" IS 'Whose health stands in states to token_ms.';

COMMENT ON COLUMN "cogo"."route_lists"."terms" IS 'The policy''s numbers, in the order of cogo.policy_terms.';

COMMENT ON COLUMN "cogo"."route_sessions"."session_key" IS 'Of tenant, agent and session: two agents never share one.';

COMMENT ON COLUMN "cogo"."route_sessions"."used_at" IS 'To the half minute.';

COMMENT ON COLUMN "cogo"."router_reports"."gates" IS '{determinism, constraints, cost, quality, report}, each with passed and its figures.';

COMMENT ON COLUMN "cogo"."router_reports"."policy_v1" IS 'What served when the two were compared.';

COMMENT ON COLUMN "cogo"."router_reports"."policy_v2" IS 'What would replace it.';

COMMENT ON COLUMN "cogo"."routing_decisions"."candidates" IS 'The model ids that could have been chosen, best first.';

COMMENT ON COLUMN "cogo"."routing_decisions"."choice" IS 'The model id of the first attempt.';

COMMENT ON COLUMN "cogo"."routing_decisions"."context" IS 'What was asked, as the choice saw it, without what has its own column.';

COMMENT ON COLUMN "cogo"."routing_decisions"."decision_id" IS 'A UUIDv7.';

COMMENT ON COLUMN "cogo"."routing_decisions"."key_hash" IS 'Of the idempotency key, if one was given.';

COMMENT ON COLUMN "cogo"."routing_decisions"."snapshot_id" IS 'The published view of health, prices and models that was chosen from.';

COMMENT ON COLUMN "cogo"."routing_decisions"."weights" IS 'Their integer weights; the odds of one are its share of the sum.';

COMMENT ON COLUMN "cogo"."routing_outcomes"."is_counted" IS 'Whether cogo.usage_counters know the row as it is; counted_nano is the cost that they know, null = none.';

COMMENT ON COLUMN "cogo"."routing_outcomes"."is_estimate" IS 'The provider told no usage; the cost is what was reserved, or counted by the caller.';

COMMENT ON COLUMN "cogo"."routing_outcomes"."settled_at" IS 'When it was first billed; what replaces a booking keeps it.';

COMMENT ON COLUMN "cogo"."routing_outcomes"."status" IS 'unknown: nobody told, the reaper booked the estimate.';

COMMENT ON COLUMN "cogo"."routing_outcomes"."usage" IS 'Normalised token counts: input_tokens (without cached), cache_read_tokens, cache_write_tokens, cache_write_1h_tokens, output_tokens (with reasoning), reasoning_tokens.';

COMMENT ON COLUMN "cogo"."routing_policies"."algorithm" IS 'v1: the cheapest that is healthy, deterministic. v2: the odds of docs/specs/ROUTER_V2.md.';

COMMENT ON COLUMN "cogo"."routing_policies"."body" IS 'Every field is there: what was left out got its default when the version was made.';

COMMENT ON COLUMN "cogo"."routing_policies"."live_at" IS 'When it became live last.';

COMMENT ON COLUMN "cogo"."routing_policies"."state" IS 'draft: not used. shadow: compared over logged decisions. canary: serves its share. live: serves. retired: served once, or never.';

COMMENT ON COLUMN "cogo"."routing_snapshots"."in_flight" IS 'Attempts that held money, rounded down to a power of two.';

COMMENT ON COLUMN "cogo"."routing_snapshots"."shares" IS 'Percent of its odds that a model has while it comes back.';

COMMENT ON COLUMN "cogo"."routing_snapshots"."states" IS '0 closed, 1 open, 2 open and due for its one probe, 3 half open.';

COMMENT ON COLUMN "cogo"."secure_keys"."checksum" IS 'HMAC of the secret under a key apart from the KEK: tells duplicates without opening.';

COMMENT ON COLUMN "cogo"."secure_keys"."env" IS 'APP_ENV it belongs to; plaintext is possible in dev alone.';

COMMENT ON COLUMN "cogo"."secure_keys"."field" IS 'Which secret of the provider it is, such as api_key.';

COMMENT ON COLUMN "cogo"."secure_keys"."last_used_at" IS 'To the minute.';

COMMENT ON COLUMN "cogo"."secure_keys"."service" IS 'chat, embeddings, or * for all; likewise resource and region.';

COMMENT ON COLUMN "cogo"."secure_keys"."shared" IS 'The default tenant''s key that other tenants'' decisions may use.';

COMMENT ON COLUMN "cogo"."secure_keys"."warned_at" IS 'When its coming end, or a rotation that is due, was told as an event.';

COMMENT ON COLUMN "cogo"."secure_keys_audit"."actor" IS 'agent:<id>, secret:<name of the key>, user:<id>, or clock.';

COMMENT ON COLUMN "cogo"."secure_keys_audit"."xid" IS 'The transaction that wrote it: what it releases is read in a later one only.';

COMMENT ON COLUMN "cogo"."usage_counters"."cache_write_tokens" IS 'For five minutes and for an hour together.';

COMMENT ON COLUMN "cogo"."usage_counters"."model_id" IS '0 = what budget leases spent.';

COMMENT ON COLUMN "cogo"."vault_settings"."env" IS 'The APP_ENV in force: keys of another one are neither chosen nor opened.';

COMMENT ON COLUMN "cogo"."vault_settings"."longest_call_seconds" IS 'How long a grant and its reservation live on after the first opening.';

COMMENT ON COLUMN "cogo"."vault_settings"."overlap_seconds" IS 'How long a replaced version stays readable, unless told otherwise.';

COMMENT ON COLUMN "cogo"."vault_settings"."warn_days" IS 'How many days before expires_at a key is listed as expiring.';

COMMENT ON FUNCTION "api"."compare_routes"(bigint, bigint, timestamp with time zone, uuid, integer) IS 'What router:compare:v1v2 reads: logged decisions of two policies (since: 7 days ago), each made again and ranked by both as they are published now. Errors: bad_argument (400), policy_not_found (404), policy_state (409).';

COMMENT ON FUNCTION "api"."create_policy"(text, jsonb, text, uuid) IS 'Makes the next version of a policy, as a draft; fields left out get their defaults. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."draw_budget_lease"(numeric, integer, uuid, uuid) IS 'Draws money beforehand, to spend it without asking while the database is away. Answers {lease_id, amount_nano, expires_at}, or {refused: budget_exceeded}. With a lease_id of the caller''s a repeat answers the first. Not returned in time, it counts as spent. Errors: bad_argument (400), not_an_agent (401).';

COMMENT ON FUNCTION "api"."explain_route"(uuid) IS 'A decision''s receipt: what was asked, all candidates with their odds, how many were rejected and why, its attempts, and the choice made again from policy, snapshot and seed. Errors: not_an_agent (401), decision_not_found (404).';

COMMENT ON FUNCTION "api"."import_catalogue"(jsonb, boolean) IS 'Takes in {source, source_sha256, providers, models}, all or nothing, and answers counts and changes; a price is added only where it changed. With dry_run nothing is kept. For operators. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."list_budgets"(uuid) IS 'The budgets of a tenant, or all, at most 1000, each with its account: {budget_id, scope, period, limit_nano, reserved_nano, spent_nano, debt_nano, remaining_nano, resets_at, forecast_nano, exhausted_at, …}. For operators. No errors.';

COMMENT ON FUNCTION "api"."list_decisions"(integer, uuid, integer, uuid, uuid) IS 'The last decisions, newest first: what was asked, what was chosen, at which odds. Errors: bad_argument (400), not_an_agent (401).';

COMMENT ON FUNCTION "api"."list_keks"() IS 'Every KEK by name, its state, and how many keys it wraps. Operators only. No errors.';

COMMENT ON FUNCTION "api"."list_key_alerts"() IS 'Active keys that have expired, will soon, or are due for rotation. Operators only. No errors.';

COMMENT ON FUNCTION "api"."list_keys"(uuid, text, text, uuid, integer) IS 'What may be shown of keys, newest first; the next page is before the last key_id. Operators only. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."list_models"(text, text, boolean) IS 'The models of the catalogue, each with its price now (null = unknown), in nano-dollars per million tokens. No errors.';

COMMENT ON FUNCTION "api"."list_policies"() IS 'Policies with their last report, newest first; an agent sees its tenant''s and the default ones. Errors: not_an_agent (401).';

COMMENT ON FUNCTION "api"."list_providers"() IS 'All providers: where they are, in which format they speak and how a call proves itself. For operators. No errors.';

COMMENT ON FUNCTION "api"."list_rate_limits"() IS 'All rate limits, at most 1000. For operators. No errors.';

COMMENT ON FUNCTION "api"."metrics_keys"() IS 'Keys in use: metadata, age, last use, alerts; never a value. Errors: operators_only (403), not_an_agent (401).';

COMMENT ON FUNCTION "api"."metrics_routing"(text, integer) IS 'Serving policies, health per provider and the last decisions of since_min minutes (1 to 10080), of one service or all. Errors: bad_argument (400), not_an_agent (401).';

COMMENT ON FUNCTION "api"."metrics_totals"() IS 'Transitions since the beginning by event type, counters of routing and keys, and what is so now of both. Errors: operators_only (403), not_an_agent (401).';

COMMENT ON FUNCTION "api"."next_route"(uuid, jsonb) IS 'The next attempt after one failed: {attempt, http_status, retry_after_ms, first_token_ms, total_ms, usage, error}, all optional; without a status it is a failure that told nothing. Answers as select_route, or {refused: …}; wait_ms says to pause first. The same attempt told twice gets the same answer. Errors: bad_argument (400), not_an_agent (401), decision_not_found (404).';

COMMENT ON FUNCTION "api"."provider_health"(integer) IS 'Health of every model that was called: breaker, error rate, speed, and what the last minutes counted. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."publish_policy"(bigint, text) IS 'Moves a policy to shadow, canary, live or retired; the one it replaces is retired. live demands a report that passed, but for a tenant''s first. Errors: bad_argument (400), policy_not_found (404), policy_state (409), report_missing (409).';

COMMENT ON FUNCTION "api"."record_router_report"(bigint, bigint, jsonb, jsonb) IS 'Keeps a comparison of the policy that serves with one that shall. gates: {determinism, constraints, cost, quality, report}, each {passed, …}. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."remove_budget"(bigint) IS 'Removes a budget; answers whether there was one. For operators. No errors.';

COMMENT ON FUNCTION "api"."remove_rate_limit"(bigint) IS 'Removes a rate limit; answers whether there was one. For operators. No errors.';

COMMENT ON FUNCTION "api"."return_budget_lease"(uuid, numeric, uuid) IS 'Returns what is left of a lease, by what was spent of it; late returns count as well, and a second one answers the first: {lease_id, spent_nano}. Errors: bad_argument (400), not_an_agent (401), lease_not_found (404).';

COMMENT ON FUNCTION "api"."revive_key"(uuid) IS 'Forgets that a provider refused or throttled a key; answers whether that was known. No errors.';

COMMENT ON FUNCTION "api"."revoke_key"(uuid, text) IS 'From now on no grant opens this version. Operators only. Errors: key_not_found (404).';

COMMENT ON FUNCTION "api"."rotate_key"(uuid, integer) IS 'Makes a next version the active one; the one before stays readable for overlap_seconds (an hour). Operators only. Errors: bad_argument (400), key_not_found (404), key_conflict (409).';

COMMENT ON FUNCTION "api"."select_route"(text, integer, integer, text, integer, real, text[], text, text, text[], text, text, integer, boolean, bigint, text, uuid) IS 'Chooses a model by the published policy, holds the money and gives a grant that alone opens the key. A refusal is an answer: {refused: {status, details: no_candidate | budget_exceeded | rate_limited, …}}. Errors: bad_argument (400), not_an_agent (401), tenant_forbidden (403), idempotency_conflict (409).';

COMMENT ON FUNCTION "api"."set_budget"(numeric, text, text, uuid, text, uuid, text) IS 'Limits what the organisation, a tenant (null: the default one), a project or an agent of it may spend per period in UTC, in nano-dollars (null: it is metered only); one subject may have several periods. Answers the budget with its account. For operators. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."set_model"(text, text, text, text, boolean, real) IS 'Enables or disables a model, or says how good it is believed to be (0 to 1), in all regions unless one is named. For operators. Errors: bad_argument (400), model_not_found (404).';

COMMENT ON FUNCTION "api"."set_provider"(text, boolean, text, text, text[]) IS 'Enables or disables a provider, or changes where it is; what is left out stays. For operators. Errors: bad_argument (400), provider_not_found (404).';

COMMENT ON FUNCTION "api"."set_rate_limit"(text, text, bigint, integer, uuid, uuid, uuid) IS 'Limits requests or tokens of a tenant, agent or provider key (null: of each without a row of its own) to max_count per_seconds, evenly refilled. For operators. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."set_vault_env"(text) IS 'Says which APP_ENV this database belongs to, after it was moved. Operators only. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."set_workflow_retention"(integer) IS 'Sets for how many seconds after its end a run of a workflow is kept, an hour to ten years; thirty days until it is set. A run never goes before its jobs. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."settle_route"(uuid, integer, jsonb, text, integer, integer, integer, bigint) IS 'Ends an attempt and bills it: usage as the provider told it (null = not told: the estimate is billed). Answers {decision_id, attempt, cost_nano, is_estimate, usage}; the same again answers the same. Errors: bad_argument (400), not_an_agent (401), decision_not_found (404), already_settled (409).';

COMMENT ON FUNCTION "api"."settle_routes"(jsonb) IS 'Settles many attempts [{decision_id, attempt, usage, status, http_status, first_token_ms, total_ms, retry_after_ms}], up to 1000, each as settle_route does; one that cannot be answers {refused: {…}} and stops no other. Errors: bad_argument (400), not_an_agent (401).';

COMMENT ON FUNCTION "api"."shred_key"(uuid, text) IS 'Destroys what could open a revoked version, for good. Operators only. Errors: key_not_found (404), key_conflict (409).';

COMMENT ON FUNCTION "api"."spend_summary"(uuid, integer) IS 'What an agent''s tenant (operators: any, or all) has spent: {budgets: as list_budgets, models: [{model, requests, tokens, cost_nano}] of the last hours}, some seconds late. Errors: bad_argument (400), not_an_agent (401).';

COMMENT ON FUNCTION "api"."verify_audit"(uuid, jsonb) IS 'Recomputes the audit chains and holds them against checkpoints [{tenant_id, seq, hash}] kept outside. Answers what is wrong: [{tenant_id, seq, problem}]; [] = as it was sealed. Operators only. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."accept_follow_ups"(bigint[], timestamp with time zone) IS 'Whoever discards a dead compensation or confirm has done it by hand, or lives without it: its step counts as undone or confirmed, the saga log says that it was accepted, and the run goes on.';

COMMENT ON FUNCTION "cogo"."activate_kek"(text, text) IS 'A staged KEK wraps from now on; the one before is retained until all is rewrapped. Errors: key_conflict (409).';

COMMENT ON FUNCTION "cogo"."approve_break_glass"(uuid, text) IS 'The second person agrees; the time begins. Told as an event. Errors: second_person_needed (403), key_not_found (404), key_conflict (409).';

COMMENT ON FUNCTION "cogo"."asked_terms"(double precision[], text[], text[], jsonb) IS 'What a context asks of the models of a list, as numbers: tokens, ceilings, weights, and what they must be able to do.';

COMMENT ON FUNCTION "cogo"."audit_hash"(bytea, bigint, cogo.secure_keys_audit) IS 'One link of a chain: SHA-256 over the previous hash and the row as a fixed JSON array.';

COMMENT ON FUNCTION "cogo"."audit_heads"() IS 'The heads of chains that no checkpoint was signed for yet.';

COMMENT ON FUNCTION "cogo"."audit_key"(text, cogo.secure_keys, text, timestamp with time zone, text, boolean, text, uuid, uuid, integer) IS 'Appends one audit row. When it cannot be written, neither is what it tells of.';

COMMENT ON FUNCTION "cogo"."backlog_depths"(text) IS 'Per lane how many jobs wait behind it for their tenant''s turn: counts at most 10,000 of each, along the index. Parked jobs are not here: they wait for a permit, which no worker brings.';

COMMENT ON FUNCTION "cogo"."base_url_problem"(text, text[]) IS 'Why keys may not be sent to this address; null = they may.';

COMMENT ON FUNCTION "cogo"."bill_reservation"(cogo.reservations, cogo.routing_outcomes) IS 'Bills a locked reservation: what was reserved becomes spent, the rest of the cost debt; what was billed before is replaced. Status unknown books it.';

COMMENT ON FUNCTION "cogo"."budget_exceeded"(jsonb) IS 'The refusal for what cogo.reserve answered.';

COMMENT ON FUNCTION "cogo"."budget_refusal"(bigint[], bigint) IS 'Which of these accounts, leaf first, has no room for an estimate, what is left in it and when it begins anew (null = never).';

COMMENT ON FUNCTION "cogo"."budget_summary"(bigint, timestamp with time zone) IS 'A budget with its account at a moment. forecast_nano: what will be spent when the period closes, at the pace so far. exhausted_at: when the limit is reached at that pace, null = not in this period.';

COMMENT ON FUNCTION "cogo"."capability_mask"(text[], jsonb) IS 'The bits of capabilities in a list.';

COMMENT ON FUNCTION "cogo"."catalogue_mark"(timestamp with time zone) IS 'A text that changes when what lists are made of does: models, prices in force, providers, keys, policies.';

COMMENT ON FUNCTION "cogo"."check_ask"(jsonb) IS 'Raises bad_argument (400) naming what is wrong with a request for a route.';

COMMENT ON FUNCTION "cogo"."check_catalogue"(jsonb) IS 'Refuses what is no catalogue at all, and one that says a thing twice.';

COMMENT ON FUNCTION "cogo"."check_checkpoints"(jsonb) IS 'Refuses a list of checkpoints whose form is wrong. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."check_failure"(jsonb) IS 'Raises bad_argument (400) naming what is wrong with what is told of a failure.';

COMMENT ON FUNCTION "cogo"."check_fields"(jsonb, text[], text) IS 'Refuses a field that nobody reads: a word misspelt would be a price lost.';

COMMENT ON FUNCTION "cogo"."check_provider"(cogo.llm_providers, text) IS 'Refuses a provider that would send keys where they must not go. What its table checks is not checked here.';

COMMENT ON FUNCTION "cogo"."check_publication"(cogo.routing_policies, text) IS 'Raises policy_state (409) for a step that is none, and report_missing (409) for a live policy that nothing speaks for.';

COMMENT ON FUNCTION "cogo"."check_sealed_key"(cogo.secure_keys, text) IS 'Refuses a version that this vault could not open, or should not keep. Errors: bad_argument (400), key_conflict (409).';

COMMENT ON FUNCTION "cogo"."check_settlements"(jsonb) IS 'Refuses settlements whose form is wrong. Usage is not checked here: what a provider tells wrongly is still billed, by the estimate. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."claim_probe"(bigint, timestamp with time zone) IS 'Lets one caller try a model whose breaker is open and whose pause is over. A probe that never tells how it ended is over after two minutes.';

COMMENT ON FUNCTION "cogo"."compare_decision"(cogo.routing_decisions, bigint, bigint, timestamp with time zone) IS 'A logged decision made again, and what two policies make of its context. Costs are of the tokens that were used, or else of those asked for.';

COMMENT ON FUNCTION "cogo"."compare_routes"(bigint, bigint, timestamp with time zone, uuid, integer) IS 'The decisions that either policy made, newest first, each with what both make of it now; before continues a page.';

COMMENT ON FUNCTION "cogo"."context_for"(cogo.route_lists, cogo.routing_decisions) IS 'A decision''s context as another list would have seen it. Of providers that its own list does not name, the keys that are there now count.';

COMMENT ON FUNCTION "cogo"."cost_of"(cogo.reservations, jsonb, text, integer) IS 'What normalised usage costs by the price that the reservation saw; its estimate where usage or price is unknown; nothing where the provider refused or never was called.';

COMMENT ON FUNCTION "cogo"."count_calls"(text, jsonb, bigint) IS 'Adds to a total. To be called by one at a time.';

COMMENT ON FUNCTION "cogo"."count_changes"(jsonb) IS 'How many of each kind the changes of an import are.';

COMMENT ON FUNCTION "cogo"."count_rejections"(cogo.route_lists, jsonb) IS 'How many models were not to be chosen, by reason: those of a list and those that were left out of it.';

COMMENT ON FUNCTION "cogo"."create_policy"(text, jsonb, text, uuid) IS 'Makes the next version of a policy, as a draft.';

COMMENT ON FUNCTION "cogo"."data_rank"(text) IS 'How strict a promise about data is: each includes those below.';

COMMENT ON FUNCTION "cogo"."decide_route"(uuid, uuid, jsonb, uuid, timestamp with time zone) IS 'Ranks, draws, writes the receipt, and issues what was drawn; what cannot be had is followed by the others, best first.';

COMMENT ON FUNCTION "cogo"."decision_key"(uuid, text) IS 'The hash of an idempotency key, which from here on is this transaction''s alone.';

COMMENT ON FUNCTION "cogo"."degrade_reason"(cogo.route_lists, jsonb) IS 'Why none of the intended models is a candidate. not_allowed: the policy leaves it out, or the catalogue knows no price.';

COMMENT ON FUNCTION "cogo"."destroy_kek"(text, text) IS 'Notes that a KEK may be removed from the function''s secrets: nothing is wrapped by it. Errors: key_conflict (409).';

COMMENT ON FUNCTION "cogo"."discard_dead_letters"(bigint[], text) IS 'Decides that dead letters are not to be redriven: who, when and why stay with them. Final. A run that was stuck for one goes on as if it had been done. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."draw_budget_lease"(numeric, integer, uuid, uuid) IS 'Holds money for calls that will be made without asking: a reservation of model 0, open from the start, so it is billed whole if it is not returned. Errors: bad_argument (400), not_an_agent (401).';

COMMENT ON FUNCTION "cogo"."draw_place"(integer[], bigint) IS 'Where a seed (52 bits) falls among odds: inverse of their cumulative sum.';

COMMENT ON FUNCTION "cogo"."drop_closed"(integer) IS 'One bounded round of retention: drops closed jobs past the age of their type, at most row_limit, events that name none that is kept, and closed runs of workflows. A second round at once leaves it to the first. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."drop_workflows"(timestamp with time zone, integer) IS 'One bounded round of retention of runs: drops closed ones past their age with all that is known of them. Answers how many. The caller holds the row of cogo.retention.';

COMMENT ON FUNCTION "cogo"."end_attempt"(cogo.reservations, jsonb, timestamp with time zone) IS 'Ends a failed attempt: frees what was never opened, settles what the provider refused or told the usage of. Health hears of it once.';

COMMENT ON FUNCTION "cogo"."estimate_nano"(cogo.llm_prices, bigint, bigint, bigint) IS 'What a call will cost at most, in nano-dollars: cached_tokens are those of input_tokens that are expected to be read from a cache. Null where the price is unknown.';

COMMENT ON FUNCTION "cogo"."explain_route"(uuid) IS 'A receipt: what was asked, who could be chosen at which odds, and the choice made again.';

COMMENT ON FUNCTION "cogo"."fill_lists"(bigint) IS 'Writes a snapshot''s health into the current lists that it changes. The others keep the number of the snapshot they were filled from.';

COMMENT ON FUNCTION "cogo"."find_accounts"(uuid, integer, uuid, uuid, bigint, timestamp with time zone) IS 'The budgets and their accounts that an attempt is held against, leaf first: those of its decision''s first attempt, or else those of the moment. fits = a look without a lock finds room in all of them.';

COMMENT ON FUNCTION "cogo"."find_break_glass"(uuid) IS 'A request whose time is not over, locked. Errors: key_not_found (404), key_conflict (409).';

COMMENT ON FUNCTION "cogo"."find_key"(uuid) IS 'A version of a key, locked until the end of the transaction. Errors: key_not_found (404).';

COMMENT ON FUNCTION "cogo"."fold_audit"(bigint, bigint) IS 'Adds what was done with keys to cogo.call_totals, at most 20,000 ids a round, and answers up to which.';

COMMENT ON FUNCTION "cogo"."fold_calls"() IS 'Counts decisions, refusals and what was done with keys into cogo.call_totals, in bounded rounds, each row once. Run it every few seconds.';

COMMENT ON FUNCTION "cogo"."fold_decisions"(uuid, uuid) IS 'Adds decisions to cogo.call_totals, at most 20,000 a round, and answers up to which id.';

COMMENT ON FUNCTION "cogo"."fold_key_outcomes"(cogo.outcome_notes[]) IS 'Keeps which keys were throttled or refused. A dead key stays dead.';

COMMENT ON FUNCTION "cogo"."fold_minutes"(cogo.outcome_notes[]) IS 'Adds outcomes to the minutes of their models.';

COMMENT ON FUNCTION "cogo"."fold_outcomes"(timestamp with time zone) IS 'Folds what callers told since the last time into health of models and keys. To be called by one at a time. Answers how many.';

COMMENT ON FUNCTION "cogo"."fold_refusals"() IS 'Moves noted refusals into cogo.call_totals, at most 20,000 a round. Answers how many.';

COMMENT ON FUNCTION "cogo"."follow_order"(cogo.routing_decisions, cogo.route_lists, bigint, timestamp with time zone) IS 'The candidates that were not tried yet, best first, with health as it is now; repeats: the failed one, unless its breaker is open.';

COMMENT ON FUNCTION "cogo"."follow_route"(cogo.routing_decisions, cogo.route_lists, cogo.reservations, jsonb, timestamp with time zone) IS 'Issues the best candidate that was not tried; when there is none, the failed one again with wait_ms. Keys that were throttled or refused are left out.';

COMMENT ON FUNCTION "cogo"."forget_cron_runs"() IS 'Drops what pg_cron wrote down of our schedules: successes after an hour, failures after a week. Other jobs'' runs stay. Answers how many rows; 0 where there is no pg_cron.';

COMMENT ON FUNCTION "cogo"."forget_routes"() IS 'Forgets sessions after a day and minutes of health after a week. Receipts stay.';

COMMENT ON FUNCTION "cogo"."free_reservation"(uuid, integer) IS 'Gives back what an attempt held whose grant was never opened. Answers whether it did.';

COMMENT ON FUNCTION "cogo"."glob_patterns"(jsonb) IS 'Patterns for like from names in which * stands for anything.';

COMMENT ON FUNCTION "cogo"."guard_key_states"() IS 'A version only ever goes forward: next, active, retiring, revoked, shredded.';

COMMENT ON FUNCTION "cogo"."health_seen"(timestamp with time zone) IS 'Health as the next snapshot shows it. Figures that moved by less than a tenth stay as they were shown.';

COMMENT ON FUNCTION "cogo"."host_problem"(text) IS 'Why keys may not be sent to this host; null = they may. Addresses are refused, for they have too many spellings.';

COMMENT ON FUNCTION "cogo"."import_catalogue"(jsonb, boolean) IS 'Takes in providers, models and prices, all or nothing; with dry_run it undoes them and answers what they would have changed.';

COMMENT ON FUNCTION "cogo"."import_model"(jsonb, boolean, text, text, timestamp with time zone, text) IS 'Adds a model, or changes what the catalogue says of it and leaves what it does not say, such as its quality; answers the change or null.';

COMMENT ON FUNCTION "cogo"."import_price"(bigint, jsonb, text, text, timestamp with time zone, text) IS 'Adds a price where it differs from the one that is in force when it begins: now, or later if valid_from says so. Answers the change or null.';

COMMENT ON FUNCTION "cogo"."import_provider"(jsonb, text, text, timestamp with time zone, text) IS 'Adds a provider, or changes what the catalogue says of it and leaves what it does not say; answers the change or null.';

COMMENT ON FUNCTION "cogo"."insert_plain_jobs"(jsonb, jsonb[], text, bigint[], bigint[], uuid, timestamp with time zone) IS 'cogo.insert_jobs for the usual batch: one type, ready at once, nothing else said: no routes to join, no fields to look for.';

COMMENT ON FUNCTION "cogo"."intended_models"(bigint, text, text) IS 'The models that a name means: a model, provider/model, a family, or an alias of the policy. No wildcards. What it means is filtered like all others.';

COMMENT ON FUNCTION "cogo"."is_round_over"(text, xid8) IS 'Whether all have ended that were open when a sweep saw a lane''s tail and may still bring or bring back messages up to it. An old transaction that wrote elsewhere holds up no floor.';

COMMENT ON FUNCTION "cogo"."issue_decision"(cogo.routing_decisions, cogo.route_lists, bigint[], bigint[], smallint[], smallint[], uuid[]) IS 'Holds the money of a decision, and answers the route; a decision that nobody could be paid for is not kept.';

COMMENT ON FUNCTION "cogo"."issue_in_order"(cogo.routing_decisions, integer, cogo.route_lists, bigint[], bigint[], smallint[], smallint[], uuid[], timestamp with time zone) IS 'Holds the money for the first model in this order that can be had, and makes its grant, whose hash alone is kept; after a budget refused one, only cheaper ones are tried. passed: [[model_id, disabled | key | price_ceiling | budget | breaker_open | key_rate], …]; refused: what the budget told first.';

COMMENT ON FUNCTION "cogo"."judge_outcome"(cogo.provider_health, cogo.outcome_notes) IS 'Health after one more outcome. Five failures in a row, or more than half, open the breaker for 5 s, 10 s, … 5 min; one good probe half opens it, a second closes it, at a tenth of its odds.';

COMMENT ON FUNCTION "cogo"."key_alerts"(timestamp with time zone) IS 'Active keys that have expired, will within warn_days, or are past rotate_after.';

COMMENT ON FUNCTION "cogo"."key_metadata"(cogo.secure_keys) IS 'What may be shown of a key.';

COMMENT ON FUNCTION "cogo"."key_problem"(cogo.secure_keys, uuid, timestamp with time zone) IS 'Why a tenant may not have this version opened now, or null.';

COMMENT ON FUNCTION "cogo"."key_refusal"(integer, bigint, timestamp with time zone) IS 'What an HTTP status does to the key it was called with: throttled until a time, dead, or nothing.';

COMMENT ON FUNCTION "cogo"."keyed_providers"(uuid) IS 'The active key that a tenant''s decisions use per provider: its own before a shared one. Keys bound to a service, resource or region are found by their fields alone.';

COMMENT ON FUNCTION "cogo"."keys_to_rewrap"(integer) IS 'The next versions that the retained KEK still wraps, without what they hold: a rewrap needs no secret.';

COMMENT ON FUNCTION "cogo"."list_budgets"(uuid) IS 'The budgets of a tenant (null: all), the widest first, at most 1000, as cogo.budget_summary tells them.';

COMMENT ON FUNCTION "cogo"."list_content"(cogo.routing_policies, text, text, text, timestamp with time zone) IS 'What a list holds, without its number and health: the best 64 that the policy allows, those first whose provider somebody has a key of.';

COMMENT ON FUNCTION "cogo"."list_decisions"(integer, uuid, integer, uuid, uuid) IS 'The last decisions of some minutes, newest first; before continues a page.';

COMMENT ON FUNCTION "cogo"."list_for"(uuid, jsonb, bigint, timestamp with time zone) IS 'The current list to choose from: of the policy that serves the tenant, of the first tag that it knows as a task, and of the request''s size. A session sees the canary or never does; others by chance.';

COMMENT ON FUNCTION "cogo"."list_health"(cogo.route_lists, bigint) IS 'A snapshot''s health side by side with a list''s models, as choices read it. Of whom nothing is known: 800 ms to the first token, then 50 a second.';

COMMENT ON FUNCTION "cogo"."list_keks"() IS 'Every KEK, its state, and how many keys it wraps.';

COMMENT ON FUNCTION "cogo"."list_key_alerts"() IS 'Active keys that have expired, will soon, or are due for rotation.';

COMMENT ON FUNCTION "cogo"."list_keys"(uuid, text, text, uuid, uuid, integer) IS 'What may be shown of keys, newest first; the next page is before the last key_id. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."list_models"(text, text, boolean) IS 'The models with the price in force, null where it is unknown. One whose provider is disabled is disabled.';

COMMENT ON FUNCTION "cogo"."list_policies"() IS 'Policies, newest first: an agent sees its tenant''s and the default ones, an operator all.';

COMMENT ON FUNCTION "cogo"."list_providers"() IS 'All providers.';

COMMENT ON FUNCTION "cogo"."list_rate_limits"() IS 'All rate limits, at most 1000.';

COMMENT ON FUNCTION "cogo"."lock_outlived_flows"(bigint[]) IS 'Which of these closed runs nothing needs any more, locked: their jobs are gone, and so is the run that started them. Never waits.';

COMMENT ON FUNCTION "cogo"."lock_windows"(bigint[]) IS 'Locks accounts in the order in which cogo.reserve takes them, for batches: one item after the other would mix the orders.';

COMMENT ON FUNCTION "cogo"."logged_list"(cogo.routing_decisions) IS 'The list that a decision chose from, with the health of then.';

COMMENT ON FUNCTION "cogo"."metrics_keys"() IS 'The newest 100 keys that are in use: metadata, age, last use, what is due, what a provider refused. Never a value. Operators only. Errors: operators_only (403), not_an_agent (401).';

COMMENT ON FUNCTION "cogo"."metrics_places"(uuid) IS 'Jobs that are assigned, running, waiting (for their time, a permit or their turn) or blocked, by executor; reads at most 20,000 of each and says so.';

COMMENT ON FUNCTION "cogo"."metrics_providers"(text, integer) IS 'How each provider did in the last minutes, its models together. Of those that were called; error_rate is a share of 0 to 1.';

COMMENT ON FUNCTION "cogo"."metrics_routing"(text, integer) IS 'What routing does: who serves by which policy, how providers do, the last 12 decisions. An agent sees its tenant''s decisions. Errors: bad_argument (400), not_an_agent (401).';

COMMENT ON FUNCTION "cogo"."metrics_totals"() IS 'Transitions and calls since the beginning by event type, decisions, refusals and uses of keys, and what is so now of routing, for Prometheus. Operators only. Errors: operators_only (403), not_an_agent (401).';

COMMENT ON FUNCTION "cogo"."metrics_usage"(timestamp with time zone, uuid) IS 'Tokens and cost from the roll-up by the hour, since the hour in which a window began.';

COMMENT ON FUNCTION "cogo"."mix_weights"(double precision[], boolean[], integer[], text, double precision, integer) IS 'Odds as integers: (1 - e) softmax + e/n, e in 1024ths. Where a model was named, only such models have any. v1: all for the first.';

COMMENT ON FUNCTION "cogo"."model_rejections"(cogo.route_lists, jsonb) IS 'Why each model of a list may not be chosen in a context: the first reason that holds, or null.';

COMMENT ON FUNCTION "cogo"."money_limit"(text, numeric) IS 'An amount that someone typed, as nano-dollars; null stays null. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."move_money"(bigint[], bigint, bigint, bigint) IS 'Adds to what accounts have reserved, spent and owe, one after the other in the order given: leaf first, as all do.';

COMMENT ON FUNCTION "cogo"."next_route"(uuid, jsonb) IS 'The next attempt of a decision whose last one failed: ends that one, asks rates and budgets again, and stays within what was asked.';

COMMENT ON FUNCTION "cogo"."no_candidate"(cogo.route_lists, jsonb, timestamp with time zone, timestamp with time zone) IS 'The refusal when no model passes, with how many were rejected by reason, and when a throttled key opens.';

COMMENT ON FUNCTION "cogo"."normal_usage"(jsonb) IS 'Usage as OpenAI (both APIs and what imitates them), Anthropic, Google or Bedrock tell it, or already normalised, as routing_outcomes keeps it: cached input apart from the rest, reasoning within the output. Null where it is missing, negative or absurd.';

COMMENT ON FUNCTION "cogo"."note_key_use"(uuid, timestamp with time zone) IS 'Notes, once a minute, that a key is in use.';

COMMENT ON FUNCTION "cogo"."note_outcome"(bigint, uuid, text, integer, bigint, integer, real, timestamp with time zone) IS 'Tells health how an attempt ended. Appends a row; the next tick folds it.';

COMMENT ON FUNCTION "cogo"."note_refusal"(jsonb) IS 'Counts a refusal that is returned. Appends a row; the next tick folds it.';

COMMENT ON FUNCTION "cogo"."number_list"(cogo.route_lists, jsonb) IS 'Writes providers, regions and capabilities ([provider, region, capabilities, auth_style] per model) as numbers, and the hash of it all.';

COMMENT ON FUNCTION "cogo"."open_break_glass"(uuid, text) IS 'As open_grant, for a version that two people agreed to see. Told as an event. Errors: second_person_needed (403), key_not_found (404), key_conflict (409).';

COMMENT ON FUNCTION "cogo"."open_grant"(bytea, uuid, uuid, text, uuid, integer, text) IS 'First of two transactions: audits the opening of a grant''s key and marks the reservation. Refused: grant_refused (403), and that is audited too. tenant_id and agent_id are those of the caller''s token, null for an operator.';

COMMENT ON FUNCTION "cogo"."open_key"(uuid, text, text, text, text, text, text, text, integer, text, text) IS 'As open_grant, for a service that names the key by its fields and says why. Refused: key_not_found (404), grant_refused (403). Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."open_windows"(text[], timestamp with time zone) IS 'Opens the accounts of these subjects'' budgets for the periods of a moment, where they are not open.';

COMMENT ON FUNCTION "cogo"."outcome_kind"(text, integer) IS 'What an outcome says: of the model (failed, succeeded), of the key (throttled, key_refused), or of neither. An error inside a 200 is failed.';

COMMENT ON FUNCTION "cogo"."own_decision"(uuid) IS 'A decision that the caller may see. Another tenant''s is as not there. Errors: not_an_agent (401), decision_not_found (404).';

COMMENT ON FUNCTION "cogo"."plan_key"(uuid, text, text, text, text, text, text, text) IS 'What a new version must be sealed with: its number and the active KEK. Errors: key_conflict (409).';

COMMENT ON FUNCTION "cogo"."policy_defaults"() IS 'The fields of a policy''s body and what they are when left out. docs/specs/ROUTER_V2.md tells why.';

COMMENT ON FUNCTION "cogo"."policy_list"(bigint, jsonb, timestamp with time zone) IS 'The current list of one policy for what is asked, whoever is served by which. Made now if the tick has not made it.';

COMMENT ON FUNCTION "cogo"."policy_names_problem"(jsonb) IS 'What is wrong with the lists and tasks of a policy, or null.';

COMMENT ON FUNCTION "cogo"."policy_problem"(jsonb) IS 'What is wrong with a policy''s body, or null.';

COMMENT ON FUNCTION "cogo"."policy_task"(jsonb, jsonb) IS 'The first of a request''s tags that a policy knows as a task, or * for any task.';

COMMENT ON FUNCTION "cogo"."policy_terms"(jsonb) IS 'A policy''s numbers as a choice reads them: 1 temperature, 2 epsilon in 1024ths, 3 quality, 4 cost, 5 latency, 6 risk, 7 affinity, 8 cost_scale_nano, 9 sla_ms, 10 output_tokens, 11 in_flight_scale, 12 max_attempts, 13 grant_seconds, 14 warm_seconds, 15 max_cost_nano, 16 unknown_price_nano (0 = refuse).';

COMMENT ON FUNCTION "cogo"."policy_weights_problem"(jsonb, jsonb) IS 'What is wrong with the weights of a policy, or null.';

COMMENT ON FUNCTION "cogo"."price_at"(bigint, timestamp with time zone) IS 'The price in force at that moment; null where none is known, which never means that it costs nothing.';

COMMENT ON FUNCTION "cogo"."price_for_input"(cogo.llm_prices, bigint) IS 'The price as its tier for that many input tokens, cached ones included, says. What the tier leaves out stays.';

COMMENT ON FUNCTION "cogo"."price_usage"(cogo.llm_prices, jsonb) IS 'What the usage of routing_outcomes costs, in nano-dollars, rounded up. Counts left out are 0; null where the price is unknown.';

COMMENT ON FUNCTION "cogo"."promote_key"(cogo.secure_keys, integer, text, timestamp with time zone) IS 'Makes a next version active; the one before stays readable to grants that hold it until retires_at.';

COMMENT ON FUNCTION "cogo"."provider_has_key"(text, text) IS 'Whether any tenant can call a provider. Orders lists; who may use which key is decided per call.';

COMMENT ON FUNCTION "cogo"."provider_health_summary"(integer) IS 'Health of every model that was called, with what its last minutes counted.';

COMMENT ON FUNCTION "cogo"."publish_list"(cogo.route_lists, bigint, timestamp with time zone) IS 'Puts a list in the place of the current one, unless that says the same. Answers whether it did.';

COMMENT ON FUNCTION "cogo"."publish_policy"(bigint, text) IS 'Moves a policy on and makes its lists. The one that it replaces is retired.';

COMMENT ON FUNCTION "cogo"."publish_snapshot"(timestamp with time zone) IS 'Publishes health as it is, or finds the snapshot that says the same. To be called by one at a time.';

COMMENT ON FUNCTION "cogo"."rank_logged"(bigint, cogo.routing_decisions, jsonb, timestamp with time zone) IS 'Whom a policy as it is published now would choose in a logged context under the health of then: {candidates, weights, costs in nano-dollars for the usage, violations, task}.';

COMMENT ON FUNCTION "cogo"."rank_models"(cogo.route_lists, jsonb) IS 'The best 16 of a list that meet what a context asks for, best first, with their odds as integers; passing is exact below 16. The same list and context give the same answer, always: receipts are replayed with it.';

COMMENT ON FUNCTION "cogo"."rate_refusal"(jsonb) IS 'The refusal for what cogo.take_rates answered.';

COMMENT ON FUNCTION "cogo"."read_key"(bigint) IS 'Second of two transactions: the sealed version that an opening, committed before and not older than 30 seconds, releases. Refused: grant_refused (403).';

COMMENT ON FUNCTION "cogo"."read_price"(jsonb, text) IS 'A price of a catalogue as a row, without its model; refuses one that is half, negative, absurd or no number.';

COMMENT ON FUNCTION "cogo"."reap_reservations"(integer) IS 'Ends what nobody settled in time: an opened reservation is billed by its estimate, since its money may be spent; one never opened is given back. What others hold locked is left for the next round.';

COMMENT ON FUNCTION "cogo"."record_router_report"(bigint, bigint, jsonb, jsonb) IS 'Keeps a comparison. It passed when each of its five gates did.';

COMMENT ON FUNCTION "cogo"."refresh_lists"(timestamp with time zone) IS 'Makes the lists of all policies in use from the catalogue as it is. Answers how many changed.';

COMMENT ON FUNCTION "cogo"."refusal"(text, integer, text, text, jsonb) IS 'A refusal that is returned, since raising it would undo what must be kept. The function router-select gives it that status.';

COMMENT ON FUNCTION "cogo"."refuse_audit_change"() IS 'Keeps honest hands off the audit. Who owns the database can drop it; the chain and its checkpoints tell what was done then.';

COMMENT ON FUNCTION "cogo"."refuse_key_state"(text, text, text) IS 'Raises key_conflict (409).';

COMMENT ON FUNCTION "cogo"."refuse_rates"(bigint[], bigint[], uuid, uuid, uuid, bigint, bigint) IS 'Gives back what was taken of some rates when others had not enough, and tells which of those takes longest.';

COMMENT ON FUNCTION "cogo"."refused_opening"(text) IS 'The answer to an opening that is refused: returned, not raised, so that its audit row stays.';

COMMENT ON FUNCTION "cogo"."region_fits"(text, text[]) IS 'Whether a region is one of these or lies in one: eu-west-1 lies in eu; global lies in none.';

COMMENT ON FUNCTION "cogo"."region_numbers"(text[], text) IS 'The numbers of a list''s regions that lie in one.';

COMMENT ON FUNCTION "cogo"."register_kek"(text, text, text) IS 'Makes a KEK known: the first is active at once, later ones are staged. Errors: bad_argument (400), key_conflict (409).';

COMMENT ON FUNCTION "cogo"."regrant_route"(cogo.routing_decisions, timestamp with time zone) IS 'A decision''s last attempt with a new grant; the old one opens nothing any more. grant is null when it is settled or over.';

COMMENT ON FUNCTION "cogo"."remove_budget"(bigint) IS 'Removes a budget with its accounts; what was billed stays in the outcomes. Answers whether there was one.';

COMMENT ON FUNCTION "cogo"."remove_rate_limit"(bigint) IS 'Removes a rate limit. Answers whether there was one.';

COMMENT ON FUNCTION "cogo"."repeat_route"(cogo.routing_decisions, uuid, jsonb, timestamp with time zone) IS 'The same decision once more, with a new grant, since the first is kept nowhere. Errors: idempotency_conflict (409).';

COMMENT ON FUNCTION "cogo"."replay_route"(cogo.routing_decisions) IS 'Makes a choice again from its list, snapshot, seed and context, whatever has changed since.';

COMMENT ON FUNCTION "cogo"."request_break_glass"(uuid, uuid, text, integer, text) IS 'One person asks to see a version; another has an hour to agree. Told as an event. Errors: bad_argument (400), key_not_found (404), key_conflict (409).';

COMMENT ON FUNCTION "cogo"."reserve"(uuid, integer, uuid, uuid, bigint, bigint, uuid, bigint, bytea, timestamp with time zone, timestamp with time zone, timestamp with time zone) IS 'Holds an estimate against every budget that a call falls under, or against none: {outcome: reserved, remaining_nano} (null = no limit), or {outcome: budget_exceeded, budget_id, scope, remaining_nano, resets_at}. To be called last: the accounts stay locked until the transaction ends.';

COMMENT ON FUNCTION "cogo"."return_budget_lease"(uuid, numeric, uuid) IS 'Bills what was spent of a lease and gives back the rest, also after it expired; a second return answers the first. Errors: bad_argument (400), not_an_agent (401), lease_not_found (404).';

COMMENT ON FUNCTION "cogo"."revive_key"(uuid) IS 'Forgets that a provider refused a key. Answers whether it was known.';

COMMENT ON FUNCTION "cogo"."revoke_key"(uuid, text, text) IS 'From now on no grant opens this version, those given out included. Errors: key_not_found (404).';

COMMENT ON FUNCTION "cogo"."roll_usage"(integer) IS 'Adds outcomes that are not counted, or are billed anew, to cogo.usage_counters, each exactly once. Answers how many.';

COMMENT ON FUNCTION "cogo"."rotate_key"(uuid, integer, text) IS 'Makes a next version the active one; of an active one it changes nothing. Errors: bad_argument (400), key_not_found (404), key_conflict (409).';

COMMENT ON FUNCTION "cogo"."routable_models"(cogo.routing_policies, text, text, bigint, timestamp with time zone) IS 'Every model of a service as a policy sees it for a task and that many input tokens; left_out says why it may never be chosen.';

COMMENT ON FUNCTION "cogo"."route_answer"(cogo.routing_decisions, cogo.route_lists, jsonb, bigint[]) IS 'The door''s answer: the route, who comes next if it fails, by which policy, and what had to be given up.';

COMMENT ON FUNCTION "cogo"."route_context"(jsonb, cogo.route_lists, jsonb, timestamp with time zone) IS 'What was asked and what a choice depends on beside it: which keys are shut, what the intended name means, whose cache is warm.';

COMMENT ON FUNCTION "cogo"."route_gauges"() IS 'Of routing, keys and money what is so now, for Prometheus. Bounded: the 10,000 reservations that expire first, the 10,000 widest budgets.';

COMMENT ON FUNCTION "cogo"."route_remarks"(cogo.routing_decisions) IS 'Why it is not the intended model, which models were passed over and why, and whether health was too old to be believed.';

COMMENT ON FUNCTION "cogo"."route_session"(uuid, uuid, text, text) IS 'The key of cogo.route_sessions: agents that give the same session its name do not share it. Without a session, the prefix stands for it.';

COMMENT ON FUNCTION "cogo"."route_tenant"(uuid) IS 'The tenant whose policy, keys and money are used: an agent''s own; for an operator the one named, or the default one. Errors: tenant_forbidden (403).';

COMMENT ON FUNCTION "cogo"."route_violations"(bigint[], bigint, jsonb, timestamp with time zone) IS 'What models break of a context''s and a policy''s demands: [[model_id, reason], …]. Read from the catalogue, not from lists, so that it can find a choice wrong.';

COMMENT ON FUNCTION "cogo"."save_health"(cogo.provider_health) IS 'Writes a model''s health; nothing for null.';

COMMENT ON FUNCTION "cogo"."scaling_advice"(text) IS 'How many workers each executor wants, and why. Reads folded minutes, lane heads, up to 10,000 jobs behind each window and registered workers only. Jobs parked for want of a permit are no reason for more workers and are not counted.';

COMMENT ON FUNCTION "cogo"."seal_audit"(integer) IS 'Links audit rows of finished transactions into their tenants'' chains; one at a time, others pass by. Answers how many.';

COMMENT ON FUNCTION "cogo"."select_route"(text, integer, integer, text, integer, real, text[], text, text, text[], text, text, integer, boolean, bigint, text, uuid) IS 'Who asks, for what, whether it asks again, whether it may ask now; then cogo.decide_route.';

COMMENT ON FUNCTION "cogo"."serve_default"(timestamp with time zone) IS 'Makes the policy default/1 live when the default tenant never had a live one: the first call needs no set-up.';

COMMENT ON FUNCTION "cogo"."set_budget"(numeric, text, text, uuid, text, uuid, text) IS 'Sets the budget of a subject and period; what is reserved and spent stays and counts. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."set_model"(text, text, text, text, boolean, real) IS 'Changes what is given of a model, in all its regions and services unless one is named.';

COMMENT ON FUNCTION "cogo"."set_provider"(text, boolean, text, text, text[]) IS 'Changes what is given of a provider and leaves the rest.';

COMMENT ON FUNCTION "cogo"."set_rate_limit"(text, text, bigint, integer, uuid, uuid, uuid) IS 'Sets a rate of a subject and unit; what was used of it stays used. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."set_vault_env"(text) IS 'Says which APP_ENV this database belongs to. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."set_workflow_retention"(integer) IS 'Sets how long closed runs of workflows are kept. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."settle_answer"(cogo.reservations, cogo.routing_outcomes) IS 'What a settled attempt answers.';

COMMENT ON FUNCTION "cogo"."settle_item"(jsonb, uuid, timestamp with time zone) IS 'Settles one attempt, of this tenant (null: of any), or refuses to. Its reservation is locked before its accounts.';

COMMENT ON FUNCTION "cogo"."settle_refusal"(jsonb, text) IS 'The answer to an attempt that cannot be settled.';

COMMENT ON FUNCTION "cogo"."settle_route"(jsonb) IS 'Settles one attempt. Errors: bad_argument (400), not_an_agent (401), decision_not_found (404), already_settled (409).';

COMMENT ON FUNCTION "cogo"."settle_routes"(jsonb) IS 'Settles attempts one by one in the order given, each for itself: one that is refused stops no other. Errors: bad_argument (400), not_an_agent (401).';

COMMENT ON FUNCTION "cogo"."shred_key"(uuid, text, text) IS 'Destroys what could open a version; its audit stays. Copies in backups go when those do. Errors: key_not_found (404), key_conflict (409).';

COMMENT ON FUNCTION "cogo"."shut_keys"(uuid[], timestamp with time zone) IS 'Which of these keys may not be used now, and why.';

COMMENT ON FUNCTION "cogo"."size_class"(bigint) IS 'The list for a request of that many tokens, input and output: its name, what all of its requests are above, and a typical one.';

COMMENT ON FUNCTION "cogo"."spend_summary"(uuid, integer) IS 'Budgets with their forecast, and what each model used and cost in the last hours, as far as it was rolled up. An agent sees its tenant. Errors: bad_argument (400), not_an_agent (401).';

COMMENT ON FUNCTION "cogo"."steady"(real, real, real, real) IS 'A figure in whole steps, or what was shown before where it moved by no more than a step or that share.';

COMMENT ON FUNCTION "cogo"."survey_jobs"(jsonb, boolean) IS 'Checks the form of a batch, numbers its jobs and says what they need: keys to take, times or jobs to wait for, bounds to be held to. Errors: bad_argument (400), payload_too_large (413).';

COMMENT ON FUNCTION "cogo"."take_key_rates"(uuid, bigint, timestamp with time zone) IS 'As cogo.take_rates, for the provider key that was chosen.';

COMMENT ON FUNCTION "cogo"."take_rates"(uuid, uuid, bigint, timestamp with time zone) IS 'Takes a request and its tokens from the rates of a tenant and an agent, or from none. Null = admitted; else {limit, retry_after_ms}, null = it can never be.';

COMMENT ON FUNCTION "cogo"."take_rates_of"(text[], uuid, uuid, uuid, bigint, timestamp with time zone) IS 'Takes from the nearest limit of each scope and unit, the most particular subject first, in one statement.';

COMMENT ON FUNCTION "cogo"."tell_key"(text, cogo.secure_keys, jsonb) IS 'Publishes what happened to a key on its tenant''s channel of the operator. Never anything secret.';

COMMENT ON FUNCTION "cogo"."tend_keys"() IS 'One bounded round: seals audit rows; once a minute revokes versions whose overlap is over and tells, daily, of keys to be rotated.';

COMMENT ON FUNCTION "cogo"."tend_money"() IS 'One bounded round: usage counters, then reservations past their time.';

COMMENT ON FUNCTION "cogo"."tick_routes"() IS 'One round of health, every 5 s: folds outcomes, publishes a snapshot if something changed, makes lists anew where the catalogue did.';

COMMENT ON FUNCTION "cogo"."token_count"(jsonb) IS 'A count of tokens as a provider tells it: 0 where it is left out, null where it cannot be one.';

COMMENT ON FUNCTION "cogo"."usable_keys"(cogo.route_lists, uuid, timestamp with time zone) IS 'The providers of a list that a tenant may call now, as numbers, and their keys side by side; those without a key at the end. shut: {provider: throttled | dead}; opens_at: when the first of them may be called again.';

COMMENT ON FUNCTION "cogo"."vault_env"() IS 'The APP_ENV in force, or null before the first key was written.';

COMMENT ON FUNCTION "cogo"."verify_audit"(uuid, jsonb) IS 'Recomputes the chains and holds them against their heads and against checkpoints [{tenant_id, seq, hash}] kept outside. Answers what is wrong: [{tenant_id, seq, problem}]; [] = as it was sealed.';

COMMENT ON FUNCTION "cogo"."verify_calls"() IS 'The part of cogo.verify about the counters that Prometheus reads.';

COMMENT ON FUNCTION "cogo"."verify_catalogue"() IS 'Part of cogo.verify(): where keys may go, and what prices say.';

COMMENT ON FUNCTION "cogo"."verify_decisions"() IS 'The part of cogo.verify_routing about the last receipts; the twenty newest are made again.';

COMMENT ON FUNCTION "cogo"."verify_keys"() IS 'The part of cogo.verify about keys. The whole chain is checked by verify_audit.';

COMMENT ON FUNCTION "cogo"."verify_money"() IS 'The part of cogo.verify about budgets: every nano-dollar is in its account, once.';

COMMENT ON FUNCTION "cogo"."verify_routing"() IS 'The part of cogo.verify about policies, lists, health and receipts.';

COMMENT ON FUNCTION "cogo"."warm_session"(jsonb, bigint, timestamp with time zone) IS 'Keeps which model a session speaks to, for the next turn.';

COMMENT ON FUNCTION "cogo"."whole_list"(cogo.route_lists) IS 'Every model of the policy, service and task of a list that was cut.';

COMMENT ON FUNCTION "cogo"."window_span"(text, timestamp with time zone) IS 'The hour, day, week (from Monday) or month in UTC that a moment falls in, its end excluded; total is all time.';

COMMENT ON FUNCTION "cogo"."with_health"(cogo.route_lists, bigint) IS 'A list as it was under a snapshot; null = as if nothing were known of anybody.';

COMMENT ON FUNCTION "cogo"."write_checkpoints"(jsonb) IS 'Notes the checkpoints [{tenant_id, seq, hash, at, signature, public_key}] that are given out.';

COMMENT ON FUNCTION "cogo"."write_key"(jsonb, text, integer, text) IS 'Keeps a sealed version as next, or makes it active at once. Outcomes: written; there (the newest version holds this very secret); version_taken (seal again with the version told). Errors: bad_argument (400), key_conflict (409).';

COMMENT ON FUNCTION "cogo"."write_rewraps"(jsonb, text) IS 'Keeps new wraps [{key_id, old_dek_iv, kek_id, wrapped_dek, dek_iv}] where the old one still stands; what another one rewrapped or shredded meanwhile is left alone.';

COMMENT ON TABLE "cogo"."audit_checkpoints" IS 'Which heads were signed and given out. The copies outside count: this one can be cut as well.';

COMMENT ON TABLE "cogo"."audit_cursor" IS 'How far audit rows are sealed, in the order of transactions: those below all running ones are finished.';

COMMENT ON TABLE "cogo"."break_glass" IS 'Emergencies: one person asks to see a version that nothing else opens any more, another agrees, for a short time, aloud.';

COMMENT ON TABLE "cogo"."budget_windows" IS 'The account of a budget in one period. All money of a decision belongs to the windows in which it was made, whenever it is settled, so a new period begins at zero and the old one loses nothing.';

COMMENT ON TABLE "cogo"."budgets" IS 'How much may be spent: by the organisation, a tenant, a project of it, an agent of it. A call is held against every budget that it falls under. No rows = metered without limit.';

COMMENT ON TABLE "cogo"."call_folds" IS 'How far cogo.fold_calls has come. One row.';

COMMENT ON TABLE "cogo"."call_totals" IS 'Decisions, refusals and what was done with keys, since the beginning, up to where cogo.call_folds says. Prometheus reads it.';

COMMENT ON TABLE "cogo"."kek_registry" IS 'The key-encryption keys by name. No key material: that is in the function''s secrets as KEK_<kek_id>.';

COMMENT ON TABLE "cogo"."key_health" IS 'Keys that a provider refused. throttled: until a time. dead: until the key is rotated, which gives it another id.';

COMMENT ON TABLE "cogo"."llm_models" IS 'A model as one provider serves it in one region.';

COMMENT ON TABLE "cogo"."llm_prices" IS 'What a model costs from a moment on, until its next row. Rows are added, never changed: a decision is billed by the price it saw.';

COMMENT ON TABLE "cogo"."llm_providers" IS 'Who serves models: where, in which format, and how a call proves itself. Rows come from a catalogue and are kept by operators.';

COMMENT ON TABLE "cogo"."outcome_notes" IS 'Outcomes that the next tick folds into health. Appended only, so nobody waits for anybody; what concerns keys is seen at once.';

COMMENT ON TABLE "cogo"."provider_health" IS 'How a model at a provider does, by what callers told. Rows are there for models that were called.';

COMMENT ON TABLE "cogo"."provider_health_minutes" IS 'Calls per model and minute, for pictures. Kept for a week.';

COMMENT ON TABLE "cogo"."rate_limits" IS 'How fast calls may be admitted: requests or tokens per tenant, agent or provider key. The nearest row rules. No rows = no limit.';

COMMENT ON TABLE "cogo"."rate_states" IS 'How much of each rate is used: one number per limit and subject. A row that is missing means nothing is.';

COMMENT ON TABLE "cogo"."refusal_notes" IS 'Routes that were refused since cogo.fold_calls came by. Appended only, so nobody waits for anybody.';

COMMENT ON TABLE "cogo"."reservations" IS 'Money held for one attempt of one decision, and the grant that alone opens its key.';

COMMENT ON TABLE "cogo"."route_lists" IS 'The models that a policy chooses from, best first, per service, task and size of request, as arrays side by side. What was published stays; only health is written over.';

COMMENT ON TABLE "cogo"."route_sessions" IS 'The model whose prompt cache is warm for a session of an agent. Kept for a day.';

COMMENT ON TABLE "cogo"."router_reports" IS 'Comparisons of two policies. A policy becomes live with a report that passed.';

COMMENT ON TABLE "cogo"."routing_clock" IS 'When health was published last, and what the lists were made of. Old health is not believed.';

COMMENT ON TABLE "cogo"."routing_decisions" IS 'The receipt of a choice: with the policy, the snapshot and the seed it can be made again, by anyone, forever.';

COMMENT ON TABLE "cogo"."routing_outcomes" IS 'How an attempt ended and what it cost. One row per attempt, in the end.';

COMMENT ON TABLE "cogo"."routing_policies" IS 'How models are chosen for a tenant. A version never changes; another body is another version. Tenants without a live one use the default tenant''s.';

COMMENT ON TABLE "cogo"."routing_snapshots" IS 'Published views of health: what choices saw. Models that are not in it were as new. The same content is the same snapshot.';

COMMENT ON TABLE "cogo"."secure_keys" IS 'Provider keys, each version sealed in an envelope whose key the database never sees. No client reads this table; what is released is released by a grant.';

COMMENT ON TABLE "cogo"."secure_keys_audit" IS 'Who did what to which key, refusals too. Appended flat and sealed a few seconds later by cogo.secure_keys_seals.';

COMMENT ON TABLE "cogo"."secure_keys_heads" IS 'The newest seal of each tenant''s chain.';

COMMENT ON TABLE "cogo"."secure_keys_seals" IS 'The hash chain of each tenant over its audit rows: hash = SHA-256(previous hash, seq, the row as text).';

COMMENT ON TABLE "cogo"."usage_counters" IS 'What was used and billed per tenant, model and hour, rolled up from the outcomes every few seconds; never written by a call.';

COMMENT ON TABLE "cogo"."vault_settings" IS 'One row: what is true of the whole vault. Made by the first key that is written.';

COMMENT ON VIEW "cogo"."route_places" IS 'Where a model is called and how, and whether it may be. place holds no secret: auth says which header the opened key goes into.';

REVOKE ALL ON FUNCTION "api"."compare_routes"(bigint, bigint, timestamp with time zone, uuid, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."compare_routes"(bigint, bigint, timestamp with time zone, uuid, integer) TO "service_role";

REVOKE ALL ON FUNCTION "api"."create_policy"(text, jsonb, text, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."create_policy"(text, jsonb, text, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "api"."draw_budget_lease"(numeric, integer, uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."draw_budget_lease"(numeric, integer, uuid, uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."explain_route"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."explain_route"(uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."import_catalogue"(jsonb, boolean) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."import_catalogue"(jsonb, boolean) TO "service_role";

REVOKE ALL ON FUNCTION "api"."list_budgets"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."list_budgets"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "api"."list_decisions"(integer, uuid, integer, uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."list_decisions"(integer, uuid, integer, uuid, uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."list_keks"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."list_keks"() TO "service_role";

REVOKE ALL ON FUNCTION "api"."list_key_alerts"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."list_key_alerts"() TO "service_role";

REVOKE ALL ON FUNCTION "api"."list_keys"(uuid, text, text, uuid, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."list_keys"(uuid, text, text, uuid, integer) TO "service_role";

REVOKE ALL ON FUNCTION "api"."list_models"(text, text, boolean) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."list_models"(text, text, boolean) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."list_policies"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."list_policies"() TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."list_providers"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."list_providers"() TO "service_role";

REVOKE ALL ON FUNCTION "api"."list_rate_limits"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."list_rate_limits"() TO "service_role";

REVOKE ALL ON FUNCTION "api"."metrics_keys"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."metrics_keys"() TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."metrics_routing"(text, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."metrics_routing"(text, integer) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."next_route"(uuid, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."next_route"(uuid, jsonb) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."provider_health"(integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."provider_health"(integer) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."publish_policy"(bigint, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."publish_policy"(bigint, text) TO "service_role";

REVOKE ALL ON FUNCTION "api"."record_router_report"(bigint, bigint, jsonb, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."record_router_report"(bigint, bigint, jsonb, jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "api"."remove_budget"(bigint) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."remove_budget"(bigint) TO "service_role";

REVOKE ALL ON FUNCTION "api"."remove_rate_limit"(bigint) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."remove_rate_limit"(bigint) TO "service_role";

REVOKE ALL ON FUNCTION "api"."return_budget_lease"(uuid, numeric, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."return_budget_lease"(uuid, numeric, uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."revive_key"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."revive_key"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "api"."revoke_key"(uuid, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."revoke_key"(uuid, text) TO "service_role";

REVOKE ALL ON FUNCTION "api"."rotate_key"(uuid, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."rotate_key"(uuid, integer) TO "service_role";

REVOKE ALL ON FUNCTION "api"."select_route"(text, integer, integer, text, integer, real, text[], text, text, text[], text, text, integer, boolean, bigint, text, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."select_route"(text, integer, integer, text, integer, real, text[], text, text, text[], text, text, integer, boolean, bigint, text, uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."set_budget"(numeric, text, text, uuid, text, uuid, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."set_budget"(numeric, text, text, uuid, text, uuid, text) TO "service_role";

REVOKE ALL ON FUNCTION "api"."set_model"(text, text, text, text, boolean, real) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."set_model"(text, text, text, text, boolean, real) TO "service_role";

REVOKE ALL ON FUNCTION "api"."set_provider"(text, boolean, text, text, text[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."set_provider"(text, boolean, text, text, text[]) TO "service_role";

REVOKE ALL ON FUNCTION "api"."set_rate_limit"(text, text, bigint, integer, uuid, uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."set_rate_limit"(text, text, bigint, integer, uuid, uuid, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "api"."set_vault_env"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."set_vault_env"(text) TO "service_role";

REVOKE ALL ON FUNCTION "api"."set_workflow_retention"(integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."set_workflow_retention"(integer) TO "service_role";

REVOKE ALL ON FUNCTION "api"."settle_route"(uuid, integer, jsonb, text, integer, integer, integer, bigint) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."settle_route"(uuid, integer, jsonb, text, integer, integer, integer, bigint) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."settle_routes"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."settle_routes"(jsonb) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."shred_key"(uuid, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."shred_key"(uuid, text) TO "service_role";

REVOKE ALL ON FUNCTION "api"."spend_summary"(uuid, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."spend_summary"(uuid, integer) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."verify_audit"(uuid, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."verify_audit"(uuid, jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."accept_follow_ups"(bigint[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."activate_kek"(text, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."activate_kek"(text, text) TO "cogo_key_vault";

REVOKE ALL ON FUNCTION "cogo"."approve_break_glass"(uuid, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."approve_break_glass"(uuid, text) TO "cogo_key_vault";

REVOKE ALL ON FUNCTION "cogo"."asked_terms"(double precision[], text[], text[], jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."audit_hash"(bytea, bigint, cogo.secure_keys_audit) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."audit_heads"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."audit_heads"() TO "cogo_key_vault";

REVOKE ALL ON FUNCTION "cogo"."audit_key"(text, cogo.secure_keys, text, timestamp with time zone, text, boolean, text, uuid, uuid, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."backlog_depths"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."base_url_problem"(text, text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."bill_reservation"(cogo.reservations, cogo.routing_outcomes) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."budget_exceeded"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."budget_refusal"(bigint[], bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."budget_summary"(bigint, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."capability_mask"(text[], jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."catalogue_mark"(timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."check_ask"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."check_catalogue"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."check_checkpoints"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."check_failure"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."check_fields"(jsonb, text[], text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."check_provider"(cogo.llm_providers, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."check_publication"(cogo.routing_policies, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."check_sealed_key"(cogo.secure_keys, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."check_settlements"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."claim_probe"(bigint, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."compare_decision"(cogo.routing_decisions, bigint, bigint, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."compare_routes"(bigint, bigint, timestamp with time zone, uuid, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."compare_routes"(bigint, bigint, timestamp with time zone, uuid, integer) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."context_for"(cogo.route_lists, cogo.routing_decisions) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."cost_of"(cogo.reservations, jsonb, text, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."count_calls"(text, jsonb, bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."count_changes"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."count_rejections"(cogo.route_lists, jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."create_policy"(text, jsonb, text, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."create_policy"(text, jsonb, text, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."data_rank"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."decide_route"(uuid, uuid, jsonb, uuid, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."decision_key"(uuid, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."degrade_reason"(cogo.route_lists, jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."destroy_kek"(text, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."destroy_kek"(text, text) TO "cogo_key_vault";

REVOKE ALL ON FUNCTION "cogo"."draw_budget_lease"(numeric, integer, uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."draw_budget_lease"(numeric, integer, uuid, uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."draw_place"(integer[], bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."drop_workflows"(timestamp with time zone, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."end_attempt"(cogo.reservations, jsonb, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."estimate_nano"(cogo.llm_prices, bigint, bigint, bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."explain_route"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."explain_route"(uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."fill_lists"(bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."find_accounts"(uuid, integer, uuid, uuid, bigint, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."find_break_glass"(uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."find_key"(uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."fold_audit"(bigint, bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."fold_calls"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."fold_calls"() TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."fold_decisions"(uuid, uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."fold_key_outcomes"(cogo.outcome_notes[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."fold_minutes"(cogo.outcome_notes[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."fold_outcomes"(timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."fold_refusals"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."follow_order"(cogo.routing_decisions, cogo.route_lists, bigint, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."follow_route"(cogo.routing_decisions, cogo.route_lists, cogo.reservations, jsonb, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."forget_cron_runs"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."forget_cron_runs"() TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."forget_routes"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."forget_routes"() TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."free_reservation"(uuid, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."glob_patterns"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."guard_key_states"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."health_seen"(timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."host_problem"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."import_catalogue"(jsonb, boolean) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."import_catalogue"(jsonb, boolean) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."import_model"(jsonb, boolean, text, text, timestamp with time zone, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."import_price"(bigint, jsonb, text, text, timestamp with time zone, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."import_provider"(jsonb, text, text, timestamp with time zone, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."insert_plain_jobs"(jsonb, jsonb[], text, bigint[], bigint[], uuid, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."intended_models"(bigint, text, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."is_round_over"(text, xid8) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."issue_decision"(cogo.routing_decisions, cogo.route_lists, bigint[], bigint[], smallint[], smallint[], uuid[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."issue_in_order"(cogo.routing_decisions, integer, cogo.route_lists, bigint[], bigint[], smallint[], smallint[], uuid[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."judge_outcome"(cogo.provider_health, cogo.outcome_notes) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."key_alerts"(timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."key_metadata"(cogo.secure_keys) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."key_problem"(cogo.secure_keys, uuid, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."key_refusal"(integer, bigint, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."keyed_providers"(uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."keys_to_rewrap"(integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."keys_to_rewrap"(integer) TO "cogo_key_vault";

REVOKE ALL ON FUNCTION "cogo"."list_budgets"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."list_budgets"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."list_content"(cogo.routing_policies, text, text, text, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."list_decisions"(integer, uuid, integer, uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."list_decisions"(integer, uuid, integer, uuid, uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."list_for"(uuid, jsonb, bigint, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."list_health"(cogo.route_lists, bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."list_keks"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."list_keks"() TO "cogo_key_vault", "service_role";

REVOKE ALL ON FUNCTION "cogo"."list_key_alerts"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."list_key_alerts"() TO "cogo_key_vault", "service_role";

REVOKE ALL ON FUNCTION "cogo"."list_keys"(uuid, text, text, uuid, uuid, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."list_keys"(uuid, text, text, uuid, uuid, integer) TO "cogo_key_vault", "service_role";

REVOKE ALL ON FUNCTION "cogo"."list_models"(text, text, boolean) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."list_models"(text, text, boolean) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."list_policies"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."list_policies"() TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."list_providers"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."list_providers"() TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."list_rate_limits"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."list_rate_limits"() TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."lock_outlived_flows"(bigint[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."lock_windows"(bigint[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."logged_list"(cogo.routing_decisions) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."metrics_keys"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."metrics_keys"() TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."metrics_providers"(text, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."metrics_routing"(text, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."metrics_routing"(text, integer) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."metrics_usage"(timestamp with time zone, uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."mix_weights"(double precision[], boolean[], integer[], text, double precision, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."model_rejections"(cogo.route_lists, jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."money_limit"(text, numeric) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."move_money"(bigint[], bigint, bigint, bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."next_route"(uuid, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."next_route"(uuid, jsonb) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."no_candidate"(cogo.route_lists, jsonb, timestamp with time zone, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."normal_usage"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."note_key_use"(uuid, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."note_outcome"(bigint, uuid, text, integer, bigint, integer, real, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."note_refusal"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."number_list"(cogo.route_lists, jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."open_break_glass"(uuid, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."open_break_glass"(uuid, text) TO "cogo_key_vault";

REVOKE ALL ON FUNCTION "cogo"."open_grant"(bytea, uuid, uuid, text, uuid, integer, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."open_grant"(bytea, uuid, uuid, text, uuid, integer, text) TO "cogo_key_vault";

REVOKE ALL ON FUNCTION "cogo"."open_key"(uuid, text, text, text, text, text, text, text, integer, text, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."open_key"(uuid, text, text, text, text, text, text, text, integer, text, text) TO "cogo_key_vault";

REVOKE ALL ON FUNCTION "cogo"."open_windows"(text[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."outcome_kind"(text, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."own_decision"(uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."plan_key"(uuid, text, text, text, text, text, text, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."plan_key"(uuid, text, text, text, text, text, text, text) TO "cogo_key_vault";

REVOKE ALL ON FUNCTION "cogo"."policy_defaults"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."policy_list"(bigint, jsonb, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."policy_names_problem"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."policy_problem"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."policy_task"(jsonb, jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."policy_terms"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."policy_weights_problem"(jsonb, jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."price_at"(bigint, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."price_for_input"(cogo.llm_prices, bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."price_usage"(cogo.llm_prices, jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."promote_key"(cogo.secure_keys, integer, text, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."provider_has_key"(text, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."provider_health_summary"(integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."provider_health_summary"(integer) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."publish_list"(cogo.route_lists, bigint, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."publish_policy"(bigint, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."publish_policy"(bigint, text) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."publish_snapshot"(timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."rank_logged"(bigint, cogo.routing_decisions, jsonb, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."rank_models"(cogo.route_lists, jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."rate_refusal"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."read_key"(bigint) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."read_key"(bigint) TO "cogo_key_vault";

REVOKE ALL ON FUNCTION "cogo"."read_price"(jsonb, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."reap_reservations"(integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."reap_reservations"(integer) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."record_router_report"(bigint, bigint, jsonb, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."record_router_report"(bigint, bigint, jsonb, jsonb) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."refresh_lists"(timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."refusal"(text, integer, text, text, jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."refuse_audit_change"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."refuse_key_state"(text, text, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."refuse_rates"(bigint[], bigint[], uuid, uuid, uuid, bigint, bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."refused_opening"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."region_fits"(text, text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."region_numbers"(text[], text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."register_kek"(text, text, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."register_kek"(text, text, text) TO "cogo_key_vault";

REVOKE ALL ON FUNCTION "cogo"."regrant_route"(cogo.routing_decisions, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."remove_budget"(bigint) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."remove_budget"(bigint) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."remove_rate_limit"(bigint) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."remove_rate_limit"(bigint) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."repeat_route"(cogo.routing_decisions, uuid, jsonb, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."replay_route"(cogo.routing_decisions) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."request_break_glass"(uuid, uuid, text, integer, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."request_break_glass"(uuid, uuid, text, integer, text) TO "cogo_key_vault";

REVOKE ALL ON FUNCTION "cogo"."reserve"(uuid, integer, uuid, uuid, bigint, bigint, uuid, bigint, bytea, timestamp with time zone, timestamp with time zone, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."return_budget_lease"(uuid, numeric, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."return_budget_lease"(uuid, numeric, uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."revive_key"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."revive_key"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."revoke_key"(uuid, text, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."revoke_key"(uuid, text, text) TO "cogo_key_vault", "service_role";

REVOKE ALL ON FUNCTION "cogo"."roll_usage"(integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."roll_usage"(integer) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."rotate_key"(uuid, integer, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."rotate_key"(uuid, integer, text) TO "cogo_key_vault", "service_role";

REVOKE ALL ON FUNCTION "cogo"."routable_models"(cogo.routing_policies, text, text, bigint, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."route_answer"(cogo.routing_decisions, cogo.route_lists, jsonb, bigint[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."route_context"(jsonb, cogo.route_lists, jsonb, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."route_gauges"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."route_remarks"(cogo.routing_decisions) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."route_session"(uuid, uuid, text, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."route_tenant"(uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."route_violations"(bigint[], bigint, jsonb, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."save_health"(cogo.provider_health) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."seal_audit"(integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."select_route"(text, integer, integer, text, integer, real, text[], text, text, text[], text, text, integer, boolean, bigint, text, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."select_route"(text, integer, integer, text, integer, real, text[], text, text, text[], text, text, integer, boolean, bigint, text, uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."serve_default"(timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."set_budget"(numeric, text, text, uuid, text, uuid, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."set_budget"(numeric, text, text, uuid, text, uuid, text) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."set_model"(text, text, text, text, boolean, real) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."set_model"(text, text, text, text, boolean, real) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."set_provider"(text, boolean, text, text, text[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."set_provider"(text, boolean, text, text, text[]) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."set_rate_limit"(text, text, bigint, integer, uuid, uuid, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."set_rate_limit"(text, text, bigint, integer, uuid, uuid, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."set_vault_env"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."set_vault_env"(text) TO "cogo_key_vault", "service_role";

REVOKE ALL ON FUNCTION "cogo"."set_workflow_retention"(integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."set_workflow_retention"(integer) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."settle_answer"(cogo.reservations, cogo.routing_outcomes) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."settle_item"(jsonb, uuid, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."settle_refusal"(jsonb, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."settle_route"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."settle_route"(jsonb) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."settle_routes"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."settle_routes"(jsonb) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."shred_key"(uuid, text, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."shred_key"(uuid, text, text) TO "cogo_key_vault", "service_role";

REVOKE ALL ON FUNCTION "cogo"."shut_keys"(uuid[], timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."size_class"(bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."spend_summary"(uuid, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."spend_summary"(uuid, integer) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."steady"(real, real, real, real) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."survey_jobs"(jsonb, boolean) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."take_key_rates"(uuid, bigint, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."take_rates"(uuid, uuid, bigint, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."take_rates_of"(text[], uuid, uuid, uuid, bigint, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."tell_key"(text, cogo.secure_keys, jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."tend_keys"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."tend_keys"() TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."tend_money"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."tend_money"() TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."tick_routes"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."tick_routes"() TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."token_count"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."usable_keys"(cogo.route_lists, uuid, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."vault_env"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."verify_audit"(uuid, jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."verify_audit"(uuid, jsonb) TO "cogo_key_vault", "service_role";

REVOKE ALL ON FUNCTION "cogo"."verify_calls"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."verify_catalogue"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."verify_decisions"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."verify_keys"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."verify_money"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."verify_routing"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."warm_session"(jsonb, bigint, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."whole_list"(cogo.route_lists) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."window_span"(text, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."with_health"(cogo.route_lists, bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."write_checkpoints"(jsonb) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."write_checkpoints"(jsonb) TO "cogo_key_vault";

REVOKE ALL ON FUNCTION "cogo"."write_key"(jsonb, text, integer, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."write_key"(jsonb, text, integer, text) TO "cogo_key_vault";

REVOKE ALL ON FUNCTION "cogo"."write_rewraps"(jsonb, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."write_rewraps"(jsonb, text) TO "cogo_key_vault";

REVOKE ALL ON SCHEMA "cogo" FROM "cogo_key_vault";

GRANT USAGE ON SCHEMA "cogo" TO "cogo_key_vault";

