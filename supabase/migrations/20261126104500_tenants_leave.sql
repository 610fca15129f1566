-- What gets columns, checks and indexes here is small in any project, or new in this very migration.
-- squawk-ignore-file ban-drop-column, ban-drop-table, constraint-missing-not-valid, adding-foreign-key-constraint, require-concurrent-index-creation, require-concurrent-index-deletion, adding-field-with-default, ban-drop-not-null, disallowed-unique-constraint, prefer-robust-stmts

set local lock_timeout = '5s';

set local check_function_bodies = off;

DROP INDEX "cogo"."artifacts_sha256_idx";

DROP FUNCTION "cogo"."check_holds"(text, jsonb, text[]);

DROP FUNCTION "cogo"."expire_requests"(bigint, timestamp with time zone, integer);

CREATE TABLE "cogo"."artifact_quotas" ("tenant_id" uuid, "max_bytes" bigint NOT NULL, CONSTRAINT "an_artifact_quota_is_not_negative" CHECK ((max_bytes >= 0)), CONSTRAINT "one_artifact_quota_per_tenant" UNIQUE NULLS NOT DISTINCT (tenant_id));

ALTER TABLE "cogo"."artifact_quotas" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."artifact_rounds" ("only_row" boolean NOT NULL DEFAULT true, "due_at" timestamp with time zone NOT NULL, CONSTRAINT "artifact_rounds_pkey" PRIMARY KEY (only_row), CONSTRAINT "there_is_one_round_of_artifacts" CHECK (only_row));

ALTER TABLE "cogo"."artifact_rounds" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."artifact_sweeps" ("location" text NOT NULL, "doomed_at" timestamp with time zone NOT NULL, CONSTRAINT "artifact_sweeps_pkey" PRIMARY KEY (location));

ALTER TABLE "cogo"."artifact_sweeps" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."dropped_spend" ("window_id" bigint NOT NULL, "cost_nano" bigint NOT NULL, CONSTRAINT "cost_is_not_negative" CHECK ((cost_nano >= 0)), CONSTRAINT "dropped_spend_pkey" PRIMARY KEY (window_id));

ALTER TABLE "cogo"."dropped_spend" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."dropped_spend" SET (fillfactor=50);

CREATE TABLE "cogo"."erased_tenants" ("tenant_hash" uuid NOT NULL, "erased_at" timestamp with time zone NOT NULL, CONSTRAINT "erased_tenants_pkey" PRIMARY KEY (tenant_hash));

ALTER TABLE "cogo"."erased_tenants" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."erasures" ("proof" text NOT NULL, "started_at" timestamp with time zone NOT NULL, "ended_at" timestamp with time zone NOT NULL, "erased_at" timestamp with time zone NOT NULL, "counts" jsonb NOT NULL, "export_sha256" text, CONSTRAINT "counts_are_an_object" CHECK ((jsonb_typeof(counts) = 'object'::text)), CONSTRAINT "erasures_pkey" PRIMARY KEY (proof), CONSTRAINT "proof_is_lower_case_hex" CHECK ((proof ~ '^[0-9a-f]{64}$'::text)));

ALTER TABLE "cogo"."erasures" ENABLE ROW LEVEL SECURITY;

CREATE TABLE "cogo"."offboardings" ("tenant_id" uuid NOT NULL, "started_at" timestamp with time zone NOT NULL, "erasable_at" timestamp with time zone NOT NULL, "salt" text NOT NULL, "nobody" uuid NOT NULL, "ids" uuid[] NOT NULL, "walk" text NOT NULL DEFAULT 'workflows'::text, "walk_after" bigint NOT NULL DEFAULT 0, "walk_began_at" timestamp with time zone, "walk_found" boolean NOT NULL DEFAULT false, "ended_at" timestamp with time zone, "exported" text[] NOT NULL DEFAULT '{}'::text[], "erasing_since" timestamp with time zone, "export_sha256" text, "step" integer NOT NULL DEFAULT 1, "after" jsonb, "pass_found" boolean NOT NULL DEFAULT false, "counts" jsonb NOT NULL DEFAULT '{}'::jsonb, CONSTRAINT "counts_are_an_object" CHECK ((jsonb_typeof(counts) = 'object'::text)), CONSTRAINT "export_digest_is_lower_case_hex" CHECK ((export_sha256 ~ '^[0-9a-f]{64}$'::text)), CONSTRAINT "nothing_is_erased_before_work_ended" CHECK (((erasing_since IS NULL) OR (ended_at IS NOT NULL))), CONSTRAINT "offboardings_pkey" PRIMARY KEY (tenant_id), CONSTRAINT "what_is_walked_is_known" CHECK ((walk = ANY (ARRAY['workflows'::text, 'jobs'::text]))));

ALTER TABLE "cogo"."offboardings" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."offboardings" SET (fillfactor=50);

CREATE TABLE "cogo"."receipt_retention" ("only_row" boolean NOT NULL DEFAULT true, "keep_days" integer DEFAULT 90, "dropped_decisions" bigint NOT NULL DEFAULT 0, "dropped_nano" numeric NOT NULL DEFAULT 0, CONSTRAINT "receipt_retention_pkey" PRIMARY KEY (only_row), CONSTRAINT "receipts_are_kept_a_day_to_ten_years" CHECK (((keep_days >= 1) AND (keep_days <= 3650))), CONSTRAINT "there_is_one_row" CHECK (only_row));

ALTER TABLE "cogo"."receipt_retention" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "cogo"."receipt_retention" SET (fillfactor=50);

ALTER TABLE "cogo"."call_folds" ADD COLUMN "erased_audits" bigint NOT NULL DEFAULT 0;

ALTER TABLE "cogo"."requests" ADD COLUMN "asked_by" uuid;

ALTER TABLE "cogo"."routing_snapshots" ADD COLUMN "left_at" timestamp with time zone;

ALTER TABLE "cogo"."artifacts" ALTER COLUMN "run_id" DROP NOT NULL;

CREATE OR REPLACE FUNCTION api.artifact_usage(tenant_id uuid DEFAULT NULL::uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('artifacts:read');
  return cogo.artifact_usage(artifact_usage.tenant_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.begin_artifact(job_id bigint, fence bigint, name text, size_bytes bigint DEFAULT 0)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('artifacts:write');
  return cogo.begin_artifact(begin_artifact.job_id, begin_artifact.fence, begin_artifact.name, begin_artifact.size_bytes);
end;
$function$;

CREATE OR REPLACE FUNCTION api.describe_request_type(type text)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:read');
  return cogo.describe_request_type(describe_request_type.type);
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
    'after', after[1:1001], 'tenant_id', tenant_id, 'concurrency_key', concurrency_key
  )) || jsonb_build_object('payload', payload))) as enqueued;
end;
$function$;

CREATE OR REPLACE FUNCTION api.erase_tenant(tenant_id uuid, export_sha256 text DEFAULT NULL::text, waive_export boolean DEFAULT false, row_limit integer DEFAULT 2000)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.erase_tenant(erase_tenant.tenant_id, erase_tenant.export_sha256, erase_tenant.waive_export, erase_tenant.row_limit);
end;
$function$;

CREATE OR REPLACE FUNCTION api.export_tenant(tenant_id uuid, part text, after jsonb DEFAULT NULL::jsonb, row_limit integer DEFAULT 2000)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.export_tenant(export_tenant.tenant_id, export_tenant.part, export_tenant.after, export_tenant.row_limit);
end;
$function$;

CREATE OR REPLACE FUNCTION api.find_erasure(tenant_id uuid, salt text)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.find_erasure(find_erasure.tenant_id, find_erasure.salt);
end;
$function$;

CREATE OR REPLACE FUNCTION api.get_artifacts(artifact_ids uuid[])
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('artifacts:read');
  return cogo.get_artifacts(get_artifacts.artifact_ids);
end;
$function$;

CREATE OR REPLACE FUNCTION api.get_offboarding(tenant_id uuid, count_rows boolean DEFAULT false)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.get_offboarding(get_offboarding.tenant_id, get_offboarding.count_rows);
end;
$function$;

CREATE OR REPLACE FUNCTION api.get_replies(job_ids bigint[])
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:read');
  return cogo.get_replies(get_replies.job_ids);
end;
$function$;

CREATE OR REPLACE FUNCTION api.list_artifacts(job_id bigint DEFAULT NULL::bigint, run_id uuid DEFAULT NULL::uuid, after uuid DEFAULT NULL::uuid, row_limit integer DEFAULT 100)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('artifacts:read');
  return cogo.list_artifacts(list_artifacts.job_id, list_artifacts.run_id, list_artifacts.after, list_artifacts.row_limit);
end;
$function$;

CREATE OR REPLACE FUNCTION api.list_correlated(correlation_id uuid, after_job_id bigint DEFAULT NULL::bigint, after_message uuid DEFAULT NULL::uuid, row_limit integer DEFAULT 100, tenant_id uuid DEFAULT NULL::uuid)
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
  return cogo.list_correlated(
    list_correlated.correlation_id, list_correlated.after_job_id, list_correlated.after_message, list_correlated.row_limit,
    list_correlated.tenant_id
  );
end;
$function$;

CREATE OR REPLACE FUNCTION api.list_export_parts()
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.list_export_parts();
end;
$function$;

CREATE OR REPLACE FUNCTION api.list_request_types(type_prefix text DEFAULT NULL::text, after text DEFAULT NULL::text, row_limit integer DEFAULT 100)
 RETURNS TABLE(type text, is_pattern boolean, version text, executor text, has_request_schema boolean, has_reply_schema boolean)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:read');
  return query select * from cogo.list_request_types(
    list_request_types.type_prefix, list_request_types.after, list_request_types.row_limit
  );
end;
$function$;

CREATE OR REPLACE FUNCTION api.list_tenant_bytes(tenant_id uuid, after uuid DEFAULT NULL::uuid, row_limit integer DEFAULT 2000)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.list_tenant_bytes(list_tenant_bytes.tenant_id, list_tenant_bytes.after, list_tenant_bytes.row_limit);
end;
$function$;

CREATE OR REPLACE FUNCTION api.put_artifact(job_id bigint, fence bigint, name text, media_type text, size_bytes bigint, sha256 text, kind text DEFAULT 'other'::text, bucket text DEFAULT NULL::text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('artifacts:write');
  return cogo.put_artifact(
    put_artifact.job_id, put_artifact.fence, put_artifact.name, put_artifact.media_type, put_artifact.size_bytes,
    put_artifact.sha256, put_artifact.kind, put_artifact.bucket
  );
end;
$function$;

CREATE OR REPLACE FUNCTION api.set_artifact_quota(max_bytes bigint, tenant_id uuid DEFAULT NULL::uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.set_artifact_quota(set_artifact_quota.max_bytes, set_artifact_quota.tenant_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.set_receipt_retention(keep_days integer)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  perform cogo.set_receipt_retention(set_receipt_retention.keep_days);
end;
$function$;

CREATE OR REPLACE FUNCTION api.start_offboarding(tenant_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.start_offboarding(start_offboarding.tenant_id);
end;
$function$;

CREATE OR REPLACE FUNCTION api.tenant_traces(tenant_id uuid, ids uuid[] DEFAULT '{}'::uuid[], after text DEFAULT NULL::text)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return cogo.tenant_traces(tenant_traces.tenant_id, tenant_traces.ids, tenant_traces.after);
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
  end if;
  perform cogo.check_json('jwk', jwk, 2000);
  if (
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
  -- Only what remove_member laid: an owner who calls an agent a person does not bring it back.
  delete from cogo.revocations as refused
  where refused.tenant_id = tenant.tenant_id and refused.subject_id = add_member.user_id and refused.kind = 'member';
  perform cogo.note_access(
    tenant.tenant_id, 'add_member', after.user_id::text, case when before.user_id is not null then to_jsonb(before) end, to_jsonb(after)
  );
  return to_jsonb(after);
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
    'artifact_id', (artifact).id, 'name', (artifact).name, 'kind', (artifact).kind, 'media_type', (artifact).media_type,
    'size_bytes', (artifact).size_bytes, 'sha256', (artifact).sha256, 'job_id', (artifact).job_id,
    'location', (artifact).location, 'url', '/functions/v1/artifacts/' || (artifact).id
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.artifact_room(tenant_id uuid)
 RETURNS TABLE(bytes bigint, artifacts bigint, max_bytes bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query
  select coalesce(sum(kept.size_bytes), 0)::bigint, count(kept.size_bytes), coalesce(
    (
      select quota.max_bytes from cogo.artifact_quotas as quota
      where quota.tenant_id = artifact_room.tenant_id or quota.tenant_id is null
      order by quota.tenant_id nulls last limit 1
    ),
    10737418240
  )
  from cogo.artifacts as kept
  where kept.tenant_id = artifact_room.tenant_id;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.artifact_usage(tenant_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  tenant uuid := cogo.caller_tenant('artifacts:read');
begin
  if tenant <> artifact_usage.tenant_id then
    perform cogo.refuse_argument('tenant_id', 'it comes from the token and may not be another');
  end if;
  tenant := coalesce(tenant, artifact_usage.tenant_id, cogo.default_tenant());
  return (
    select jsonb_build_object('tenant_id', tenant) || to_jsonb(room) from cogo.artifact_room(tenant) as room
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.artifacts_due()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return exists (select from cogo.artifact_rounds as round where round.due_at <= cogo.now_());
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.artifacts_swept(locations text[], is_last boolean)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  delete from cogo.artifact_sweeps as swept where swept.location = any(artifacts_swept.locations);
  if artifacts_swept.is_last then
    update cogo.artifact_rounds set due_at = cogo.now_() + interval '50 minutes';
  end if;
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
  -- A late token brings nobody back who was erased: that it was refused is kept without a name.
  if exists (select from cogo.erased_tenants) and cogo.is_erased_tenant(audit_key.tenant_id) then
    audit_key.tenant_id := cogo.default_tenant();
    audit_key.actor := 'a tenant that was erased';
  end if;
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

CREATE OR REPLACE FUNCTION cogo.begin_artifact(job_id bigint, fence bigint, name text, size_bytes bigint)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  owner uuid := cogo.own_hold(begin_artifact.job_id, begin_artifact.fence);
  known bigint;
begin
  perform cogo.check_artifact(begin_artifact.name, 'text/plain', begin_artifact.size_bytes, repeat('0', 64), 'other', null);
  select artifact.size_bytes into known from cogo.artifacts as artifact
  where artifact.run_id is null and artifact.job_id = begin_artifact.job_id and artifact.name = begin_artifact.name;
  perform cogo.refuse_over_quota(owner, greatest(begin_artifact.size_bytes, 1) - coalesce(known, 0));
  perform cogo.plan_artifact_round();
  return jsonb_build_object('tenant_id', owner);
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
  if (jsonb_typeof(scopes) = 'array' and scopes ? caller_limits.scope) is true or cogo.caller_tenant() is null then
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

CREATE OR REPLACE FUNCTION cogo.caller_tenant()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  role_name text := coalesce(nullif(current_setting('role', true), 'none'), session_user);
  claims jsonb := nullif(current_setting('request.jwt.claims', true), '')::jsonb;
  tenant text;
begin
  if (claims is null or claims ->> 'role' = 'service_role') and pg_has_role(role_name, 'service_role', 'member') then
    return null;
  end if;

  tenant := claims ->> 'tenant_id';
  if tenant is null or tenant !~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
    raise sqlstate 'PT401' using
      message = 'Cannot act for a tenant: the token has no tenant_id claim',
      detail = 'not_an_agent',
      hint = 'Call with an agent token whose claims hold tenant_id and agent_id.';
  end if;

  return tenant::uuid;
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
  subject text := coalesce(claims ->> 'agent_id', claims ->> 'sub');
begin
  -- As cogo.caller_tenant() decides it, without a second call: every RPC comes by here.
  if (claims is null or claims ->> 'role' = 'service_role')
    and pg_has_role(coalesce(nullif(current_setting('role', true), 'none'), session_user), 'service_role', 'member') then
    return null;
  elsif tenant is null or tenant !~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
    perform cogo.caller_tenant(); -- raises not_an_agent
  end if;
  if (jsonb_typeof(claims -> 'scopes') = 'array' and claims -> 'scopes' ? caller_tenant.scope) is not true and (
    -- A suffix that nothing looks at would be no limit: only these scopes can be narrowed (cogo.scopes).
    caller_tenant.scope not in ('jobs:work', 'events:publish', 'events:subscribe') or cogo.caller_limits(caller_tenant.scope) = '{}'
  ) then
    raise sqlstate 'PT403' using
      message = format('Cannot do this: the token lacks the scope %s', caller_tenant.scope),
      detail = 'insufficient_scope',
      hint = 'Ask for a token with that scope; who administers the tenant grants it with update_agent.';
  end if;
  if exists (
    select from cogo.revocations as refused
    where refused.tenant_id = tenant::uuid and refused.subject_id in (
      tenant::uuid, case when subject ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then subject::uuid end
    )
  ) or (exists (select from cogo.erased_tenants) and cogo.is_erased_tenant(tenant::uuid)) then
    raise sqlstate 'PT403' using
      message = 'Cannot act any more: the agent, the member or the tenant of this token was revoked or suspended',
      detail = 'agent_revoked',
      hint = 'Ask who administers the tenant; a new token will not help.';
  end if;
  return tenant::uuid;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.caused_jobs(job_ids bigint[])
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return coalesce((
    select jsonb_agg(jsonb_build_object(
      'id', standing.id, 'job_id', standing.job_id, 'type', standing.type, 'cause', job.cause,
      'state', case when asked.timed_out_at is not null and standing.state = 'cancelled' then 'timed_out' else standing.state end,
      'is_request', asked.job_id is not null, 'asked_by', asked.asked_by, 'expires_at', asked.expires_at, 'worker', standing.worker,
      'attempt', standing.attempt, 'created_at', standing.created_at, 'finished_at', standing.finished_at,
      'error', final.error - 'details'
    ) order by job.id)
    from (
      -- The ids go to the view itself: it has more joins than a plan puts in another order.
      select known.* from cogo.job_states as known where known.job_id = any(caused_jobs.job_ids) offset 0
    ) as standing
    join cogo.jobs as job on job.id = standing.job_id
    left join cogo.requests as asked on asked.job_id = job.id
    left join cogo.attempts as final on final.job_id = job.id and final.final
  ), '[]');
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.caused_messages(message_ids bigint[])
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return coalesce((
    select jsonb_agg(jsonb_build_object(
      'id', cogo.uuid_v7(message.ts, (message.id << 24) | 1), 'type', message.type, 'cause', message.cause,
      'channel', format('tenant.%s.agent.%s.%s', message.tenant_id, message.agent, message.type), 'ts', message.ts
    ) order by message.id)
    from cogo.messages as message
    where message.id = any(caused_messages.message_ids)
  ), '[]');
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.check_artifact(name text, media_type text, size_bytes bigint, sha256 text, kind text, bucket text)
 RETURNS void
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  if coalesce(check_artifact.name, '') !~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$' then
    perform cogo.refuse_argument('name', 'it must be a plain file name of at most 120 letters, digits, dots, dashes and underscores');
  elsif coalesce(check_artifact.media_type, '') !~ '^[a-z]+/[a-z0-9.+-]+(;.*)?$' or length(check_artifact.media_type) > 200 then
    perform cogo.refuse_argument('media_type', 'it must be one, in lower case, such as text/plain');
  elsif coalesce(check_artifact.size_bytes, -1) < 0 then
    perform cogo.refuse_argument('size_bytes', 'it must be a count of bytes');
  elsif coalesce(check_artifact.sha256, '') !~ '^[0-9a-f]{64}$' then
    perform cogo.refuse_argument('sha256', 'it must be 64 hexadecimal digits in lower case');
  elsif check_artifact.kind is null or check_artifact.kind not in ('log', 'report', 'coverage', 'summary', 'diff', 'eslint', 'other') then
    perform cogo.refuse_argument('kind', 'it must be log, report, coverage, summary, diff, eslint or other');
  elsif check_artifact.bucket !~ '^[A-Za-z0-9_][A-Za-z0-9_.-]{0,62}$' then
    perform cogo.refuse_argument('bucket', 'it must be the name of a bucket');
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
  perform cogo.check_json('payload', check_edited_payload.payload, 262144);
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
  perform cogo.check_json('failure', failure, 65536);
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

CREATE OR REPLACE FUNCTION cogo.check_failures(failures jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  item record;
  problem text;
begin
  perform cogo.check_holds(
    'failures', check_failures.failures, array['job_id', 'fence', 'outcome', 'error', 'retry_in_seconds']
  );
  for item in
    select value, value -> 'error' as error, ordinal - 1 as place
    from jsonb_array_elements(check_failures.failures) with ordinality as given (value, ordinal)
  loop
    problem := case
      when jsonb_typeof(item.error) is distinct from 'object' then 'error must be an object with class and message'
      when cogo.json_bytes(item.error) > 16384 then 'error must have at most 16384 bytes'
      when item.error - array['class', 'message', 'reason', 'stage', 'details'] <> '{}'
        then 'error has a field other than class, message, reason, stage and details'
      when (item.error ->> 'class' in ('transient', 'validation', 'permanent', 'lease_conflict')) is not true
        then 'error.class must be transient, validation, permanent or lease_conflict'
      when jsonb_typeof(item.error -> 'message') is distinct from 'string' then 'error.message must be a text'
      when (item.error ->> 'stage' in ('input', 'fetch', 'exec', 'output', 'commit')) is false
        then 'error.stage must be input, fetch, exec, output or commit'
      when (item.error ->> 'reason' in (
        'parse_error', 'validation_failed', 'dependency_unavailable', 'timeout', 'exhausted_retries',
        'policy_violation', 'infrastructure_failure', 'compensation_failed'
      )) is false then 'error.reason must be a reason code of docs/specs/STATE_MACHINE_V1.md'
      when jsonb_typeof(item.value -> 'retry_in_seconds') not in ('number', 'null')
        then 'retry_in_seconds must be a number'
      when (jsonb_typeof(item.value -> 'retry_in_seconds') = 'number'
        and item.value -> 'retry_in_seconds' not between '0' and '2592000')
        then 'retry_in_seconds must be 0 to 2592000'
    end;
    if problem is not null then
      perform cogo.refuse_argument(format('failures[%s]', item.place), problem);
    end if;
  end loop;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.check_flows(workflows jsonb, is_operator boolean)
 RETURNS void
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  plain boolean;
  wrong record;
  largest integer;
  has_large boolean;
begin
  if jsonb_typeof(workflows) is distinct from 'array' or jsonb_array_length(workflows) not between 1 and 1000 then
    perform cogo.refuse_argument('workflows', 'it must be an array of 1 to 1000 workflows');
  end if;
  has_large := cogo.check_items('workflows', workflows);
  -- One walk settles the usual batch; only what is unusual is looked at field by field.
  select
    coalesce(bool_and((
      jsonb_typeof(item) = 'object' and item - array['name', 'input', 'idempotency_key'] = '{}'
      and jsonb_typeof(item -> 'name') = 'string' and jsonb_typeof(coalesce(item -> 'input', '{}')) = 'object'
      and jsonb_typeof(coalesce(item -> 'idempotency_key', '"-"')) = 'string'
      and length(coalesce(item ->> 'idempotency_key', '-')) between 1 and 200
    ) is true), false),
    max(case when has_large then cogo.json_bytes(item -> 'input') end)
  into plain, largest
  from jsonb_array_elements(workflows) as item;

  if not plain then
    select judged.ordinal - 1 as place, judged.problem into wrong
    from (
      select item.ordinal, cogo.flow_problem(item.value, is_operator) as problem
      from jsonb_array_elements(workflows) with ordinality as item (value, ordinal)
      offset 0
    ) as judged
    where judged.problem is not null
    limit 1;
    if found then
      perform cogo.refuse_argument(format('workflows[%s]', wrong.place), wrong.problem);
    end if;
  end if;
  if largest > 262144 then
    raise sqlstate 'PT413' using
      message = format('Cannot start workflows: an input has %s bytes, the limit is 262144', largest),
      detail = 'payload_too_large',
      hint = 'Store the bytes as an artifact and put its address into the input.';
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
  perform cogo.check_json('labels', check_history.labels, 8192);
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

CREATE OR REPLACE FUNCTION cogo.check_holds(name text, items jsonb, allowed text[])
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  has_large boolean;
  wrong record;
begin
  if check_holds.items is null or jsonb_typeof(check_holds.items) <> 'array' then
    perform cogo.refuse_argument(check_holds.name, 'it must be an array of objects with job_id and fence');
  end if;
  if jsonb_array_length(check_holds.items) > 1000 then
    perform cogo.refuse_argument(check_holds.name, 'it holds more than 1000 items');
  end if;
  has_large := cogo.check_items(check_holds.name, check_holds.items);

  select item.ordinal - 1 as place, item.value into wrong
  from jsonb_array_elements(check_holds.items) with ordinality as item (value, ordinal)
  where (
    jsonb_typeof(item.value) = 'object'
    and item.value ->> 'job_id' ~ '^\d{1,18}$' and item.value ->> 'fence' ~ '^\d{1,18}$'
    and item.value - check_holds.allowed = '{}'
  ) is not true
  limit 1;
  if not found then
    return has_large;
  end if;

  perform cogo.refuse_argument(
    format('%s[%s]', check_holds.name, wrong.place),
    case
      when jsonb_typeof(wrong.value) <> 'object' then 'it must be an object'
      when (wrong.value ->> 'job_id' ~ '^\d{1,18}$') is not true then 'job_id must be the number that claim_jobs gave'
      when (wrong.value ->> 'fence' ~ '^\d{1,18}$') is not true then 'fence must be the number that claim_jobs gave'
      else format('unknown field %L', (select key from jsonb_object_keys(wrong.value - check_holds.allowed) as key limit 1))
    end
  );
  return null;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.check_items(name text, items jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  most_all constant integer := 16777216;
  most_each integer := 262144;
  beside_payload constant integer := 16384;
  large record;
begin
  if jsonb_typeof(items) <> 'array' then
    return false;
  elsif pg_column_size(items) <= 512 then
    return octet_length(items::text) > most_each;
  end if;
  loop
    -- Measured one by one, so that the first that is too large is also the last that is written out.
    select measured.ordinal - 1 as place, measured.bytes, measured.all_bytes into large
    from (
      select sized.ordinal, sized.bytes, sum(sized.bytes) over (rows between unbounded preceding and current row) as all_bytes
      from (
        select
          item.ordinal,
          case when pg_column_size(item.value) > 1024 then cogo.json_bytes(item.value) else octet_length(item.value::text) end as bytes
        from jsonb_array_elements(items) with ordinality as item (value, ordinal)
        offset 0
      ) as sized
    ) as measured
    where measured.all_bytes > most_all or measured.bytes > most_each
    limit 1;
    if not found then
      return most_each > 262144;
    end if;
    exit when large.all_bytes > most_all or large.bytes > 262144 + beside_payload;
    most_each := 262144 + beside_payload;
  end loop;
  raise sqlstate 'PT413' using
    message = case
      when large.bytes > most_each then format('Cannot take %s[%s]: it has more bytes than the limit of 262144', check_items.name, large.place)
      else format('Cannot take %s: together they have more bytes than the limit of %s', check_items.name, most_all)
    end,
    detail = 'payload_too_large',
    hint = 'Store large parts as artifacts and send their addresses, or fewer items at once.';
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.check_jobs(jobs jsonb, is_operator boolean)
 RETURNS void
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  wrong record;
begin
  if jsonb_typeof(jobs) is distinct from 'array' or jsonb_array_length(jobs) not between 1 and 1000 then
    perform cogo.refuse_argument('jobs', 'it must be an array of 1 to 1000 jobs');
  end if;

  select judged.ordinal - 1 as place, judged.problem into wrong
  from (
    select item.ordinal, cogo.job_problem(item.value, is_operator) as problem
    from jsonb_array_elements(jobs) with ordinality as item (value, ordinal)
    offset 0
  ) as judged
  where judged.problem is not null
  limit 1;
  if found then
    perform cogo.refuse_argument(format('jobs[%s]', wrong.place), wrong.problem);
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.check_json(field text, value jsonb, most integer)
 RETURNS void
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  if value is null or cogo.json_bytes(value) <= most then
    return;
  elsif most >= 262144 then
    raise sqlstate 'PT413' using
      message = format('Cannot accept %s: it has more bytes than the limit of %s', check_json.field, most),
      detail = 'payload_too_large',
      hint = 'Store the bytes as an artifact and send its address.';
  end if;
  perform cogo.refuse_argument(check_json.field, format('it may have at most %s bytes as JSON text', most));
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.check_message_failures(failures jsonb)
 RETURNS void
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  wrong integer;
begin
  if jsonb_typeof(failures) is distinct from 'array' or jsonb_array_length(failures) > 1000 then
    perform cogo.refuse_argument('failures', 'it must be an array of at most 1000 objects with id');
  end if;
  perform cogo.check_items('failures', failures);
  select item.ordinal - 1 into wrong
  from jsonb_array_elements(failures) with ordinality as item (value, ordinal)
  where (
    jsonb_typeof(item.value) = 'object'
    and item.value - array['id', 'error', 'retry_in_seconds'] = '{}'
    and item.value ->> 'id' ~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'
    and (item.value -> 'error' is null or cogo.json_bytes(item.value -> 'error') <= 16384)
    and case jsonb_typeof(coalesce(item.value -> 'retry_in_seconds', 'null'))
      when 'null' then true when 'number' then item.value -> 'retry_in_seconds' between '0' and '2592000'
    end
  ) is not true
  limit 1;
  if found then
    perform cogo.refuse_argument(
      format('failures[%s]', wrong), 'it must be {id, error (at most 16 KB), retry_in_seconds (0 to 2592000)}'
    );
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.check_messages(messages jsonb)
 RETURNS void
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  wrong record;
  largest integer;
  has_large boolean;
begin
  if jsonb_typeof(messages) is distinct from 'array' then
    perform cogo.refuse_argument('messages', 'it must be an array of 1 to 1000 messages');
  end if;
  if jsonb_array_length(messages) not between 1 and 1000 then
    perform cogo.refuse_argument('messages', format('it must hold 1 to 1000 messages, not %s', jsonb_array_length(messages)));
  end if;
  has_large := cogo.check_items('messages', messages);
  select judged.ordinal - 1 as place, judged.problem into wrong
  from (
    select item.ordinal, cogo.message_problem(item.value) as problem
    from jsonb_array_elements(messages) with ordinality as item (value, ordinal)
    offset 0
  ) as judged
  where judged.problem is not null
  limit 1;
  if found then
    perform cogo.refuse_argument(format('messages[%s]', wrong.place), wrong.problem);
  end if;

  if has_large then
    select max(cogo.json_bytes(item.value -> 'payload')) into largest from jsonb_array_elements(messages) as item (value);
  end if;
  if largest > 262144 then
    raise sqlstate 'PT413' using
      message = format('Cannot publish: a payload has %s bytes, the limit is 262144', largest),
      detail = 'payload_too_large',
      hint = 'Store the bytes as an artifact and put its address into the payload.';
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
  perform cogo.check_items('routes', routes);
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
      and not exists (
        select from cogo.revocations as refused
        where refused.tenant_id = subscription.tenant_id and refused.subject_id in (subscription.tenant_id, subscription.agent_id)
      )
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

CREATE OR REPLACE FUNCTION cogo.close_artifact_bucket(bucket text DEFAULT 'artifacts'::text)
 RETURNS text
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  rule text := close_artifact_bucket.bucket || ' is for the function artifacts alone';
begin
  perform cogo.check_artifact('a', 'a/a', 0, repeat('0', 64), 'other', close_artifact_bucket.bucket);
  if to_regclass('storage.buckets') is null or to_regclass('storage.objects') is null then
    return 'no Storage';
  end if;
  execute format('insert into %I.%I (id, name, public) values ($1, $1, false) on conflict (id) do update set public = false', 'storage', 'buckets')
    using close_artifact_bucket.bucket;
  -- Restrictive: whatever other policies let people do with objects, with these they may do nothing. service_role passes by.
  execute format('drop policy if exists %I on %I.%I', rule, 'storage', 'objects');
  execute format(
    'create policy %I on %I.%I as restrictive for all to public using (bucket_id <> %L) with check (bucket_id <> %L)',
    rule, 'storage', 'objects', close_artifact_bucket.bucket, close_artifact_bucket.bucket
  );
  return 'closed';
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.complete_jobs(results jsonb)
 RETURNS TABLE(job_id bigint, outcome text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  given record;
  has_large boolean;
begin
  has_large := cogo.check_holds('results', complete_jobs.results, array['job_id', 'fence', 'outcome', 'result']);
  select
    array_agg((item.value ->> 'job_id')::bigint order by item.ordinal) as job_ids,
    array_agg((item.value ->> 'fence')::bigint order by item.ordinal) as fences,
    array_agg(item.value -> 'result' order by item.ordinal) as results,
    max(case when has_large then cogo.json_bytes(item.value -> 'result') end) as largest
  into given
  from jsonb_array_elements(complete_jobs.results) with ordinality as item (value, ordinal);

  if given.largest > 262144 then
    raise sqlstate 'PT413' using
      message = format('Cannot complete jobs: a result has %s bytes, the limit is 262144', given.largest),
      detail = 'payload_too_large',
      hint = 'Store the bytes as an artifact and put its address into the result.';
  end if;
  if given.job_ids is not null then
    return query select * from cogo.complete(given.job_ids, given.fences, given.results);
  end if;
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
  from_time timestamptz := coalesce(count_dead_letters.since, '-infinity');
begin
  return query
  with newest as materialized (
    (
      select letter.stage, letter.reason, letter.dead_at, letter.redriven_job_id, letter.discarded_at
      from cogo.dead_letters as letter
      where tenant is null and letter.dead_at >= from_time
      order by letter.dead_at desc, letter.job_id desc
      limit 100000
    )
    union all
    (
      select letter.stage, letter.reason, letter.dead_at, letter.redriven_job_id, letter.discarded_at
      from cogo.dead_letters as letter
      where tenant is not null and letter.tenant_id between tenant and tenant and letter.dead_at >= from_time
      order by letter.tenant_id, letter.dead_at desc, letter.job_id desc
      limit 100000
    )
  )
  select
    newest.stage, newest.reason,
    count(*) filter (where newest.redriven_job_id is null and newest.discarded_at is null),
    count(newest.redriven_job_id), count(newest.discarded_at), max(newest.dead_at),
    (select count(*) = 100000 from newest as all_read)
  from newest
  group by newest.stage, newest.reason
  order by 3 desc, newest.stage, newest.reason;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.count_job_rows(job_ids bigint[], OUT attempts bigint, OUT letters bigint)
 RETURNS record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
AS $function$
begin
  select count(*) into attempts from cogo.attempts as ended where ended.job_id = any (count_job_rows.job_ids);
  select count(*) into letters from cogo.dead_letters as letter where letter.job_id = any (count_job_rows.job_ids);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.count_tenant_rows(tenant_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET jit TO 'off'
AS $function$
declare
  spec record;
  many bigint;
  counted jsonb := '{}'::jsonb;
begin
  for spec in select known.part from cogo.tenant_parts() as known order by known.step loop
    execute format('select count(*) from cogo.%I as one where %s', spec.part, cogo.tenant_condition(spec.part))
    into many using count_tenant_rows.tenant_id;
    if many > 0 then
      counted := counted || jsonb_build_object(spec.part, many);
    end if;
  end loop;
  return counted;
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
  if exists (select from cogo.erased_tenants) and cogo.is_erased_tenant(create_tenant.tenant_id) then
    perform cogo.refuse_access('the tenant was erased', 'Create another tenant: tokens of this one may still be about.');
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
  least_id constant uuid := cogo.uuid_v7(decision_quality.since, 0);
  figures jsonb;
begin
  with decided as materialized (
    -- Ids begin with the time: the window is the end of the primary key, or of the tenant's part of its index.
    (
      select known.decision_id
      from cogo.routing_decisions as known
      where decision_quality.tenant is null and known.decision_id >= least_id
      order by known.decision_id desc
      limit most
    )
    union all
    (
      select known.decision_id
      from cogo.routing_decisions as known
      where decision_quality.tenant is not null
        and (known.tenant_id, known.decision_id) >= (decision_quality.tenant, least_id) and known.tenant_id <= decision_quality.tenant
      order by known.tenant_id desc, known.decision_id desc
      limit most
    )
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

CREATE OR REPLACE FUNCTION cogo.describe_request_type(type text)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  at timestamptz := cogo.now_();
  ruling cogo.job_types;
  contract record;
begin
  if (length(describe_request_type.type) <= 120 and describe_request_type.type ~ '^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)+$') is not true then
    perform cogo.refuse_argument('type', 'it must read like prefix.name, of a-z, 0-9, _ and -, at most 120 characters');
  end if;
  ruling := cogo.resolve_job_type(describe_request_type.type);
  if ruling.type is null then
    perform cogo.refuse_argument('type', format('no settings rule %L', describe_request_type.type));
  end if;
  contract := cogo.request_contract(ruling, describe_request_type.type, tenant);

  return jsonb_build_object(
    'type', describe_request_type.type,
    'ruled_by', ruling.type,
    'version', contract.version,
    'request_schema', contract.request_schema,
    'reply_schema', contract.reply_schema,
    'timeout_seconds', '{"default": 60, "maximum": 2592000}'::jsonb,
    'max_attempts', ruling.max_attempts,
    'lease_seconds', ruling.lease_seconds,
    'max_bytes', 262144,
    'answered_by', jsonb_build_object(
      'executor', contract.executor,
      'scope', 'jobs:work:' || describe_request_type.type,
      'has_live_workers', exists (
        select from cogo.worker_devices as device join cogo.worker_heartbeats as beat on beat.device_id = device.device_id
        where device.executor = contract.executor and (device.tenant_id is null or tenant is null or device.tenant_id = tenant)
          and cogo.device_state(device, beat.beat_at, at) in ('live', 'late')
      )
    )
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.doom_artifacts(locations text[])
 RETURNS text[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  doomed text[];
begin
  if doom_artifacts.locations is null or cardinality(doom_artifacts.locations) > 1000 then
    perform cogo.refuse_argument('locations', 'it must be an array of at most 1000 texts');
  end if;
  perform cogo.lock_artifacts(array(select cogo.location_tenant(place) from unnest(doom_artifacts.locations) as place));
  delete from cogo.artifact_sweeps as swept where swept.doomed_at < cogo.now_() - interval '10 minutes';
  with marked as (
    insert into cogo.artifact_sweeps as swept (location, doomed_at)
    select distinct place, cogo.now_() from unnest(doom_artifacts.locations) as place
    where not exists (select from cogo.artifacts as artifact where artifact.location = place)
    on conflict (location) do update set doomed_at = excluded.doomed_at
    returning swept.location
  )
  select coalesce(array_agg(marked.location), '{}') into doomed from marked;
  return doomed;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.drop_decisions(ids uuid[])
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
declare
  counted_to uuid;
  outcomes integer;
  held integer;
  decisions integer;
begin
  -- Neither counted nor billed anew from here on.
  perform from cogo.routing_outcomes as outcome where outcome.decision_id = any (ids) for update;
  insert into cogo.dropped_spend as total (window_id, cost_nano)
  select account.window_id, sum(outcome.cost_nano)
  from cogo.reservations as held
  join cogo.routing_outcomes as outcome on outcome.decision_id = held.decision_id and outcome.attempt = held.attempt
  join cogo.budget_windows as account on account.window_id = any (held.window_ids)
  where held.decision_id = any (ids)
  group by account.window_id
  order by account.window_id
  on conflict (window_id) do update set cost_nano = total.cost_nano + excluded.cost_nano;
  -- What all share is locked last, the sums before the fold, as drop_receipts does; the fold so that none is counted meanwhile.
  insert into cogo.receipt_retention default values on conflict do nothing;
  perform from cogo.receipt_retention for update;
  select fold.decision_id into counted_to from cogo.call_folds as fold for update;
  update cogo.receipt_retention as total set
    dropped_decisions = total.dropped_decisions + (
      select count(*) from cogo.routing_decisions as decision where decision.decision_id = any (ids) and decision.decision_id <= counted_to
    ),
    dropped_nano = total.dropped_nano + coalesce((
      select sum(outcome.counted_nano) from cogo.routing_outcomes as outcome where outcome.decision_id = any (ids)
    ), 0);
  delete from cogo.routing_outcomes as outcome where outcome.decision_id = any (ids);
  get diagnostics outcomes = row_count;
  delete from cogo.reservations as reservation where reservation.decision_id = any (ids);
  get diagnostics held = row_count;
  delete from cogo.routing_decisions as decision where decision.decision_id = any (ids);
  get diagnostics decisions = row_count;
  return jsonb_build_object('routing_decisions', decisions, 'reservations', held, 'routing_outcomes', outcomes);
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
  if exists (select from cogo.artifact_rounds) then
    delete from cogo.artifacts as artifact where artifact.job_id = any(victims) and artifact.run_id is null;
  end if;
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

CREATE OR REPLACE FUNCTION cogo.drop_receipts(row_limit integer DEFAULT 5000)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  days integer;
  ids uuid[];
begin
  if drop_receipts.row_limit is null or drop_receipts.row_limit not between 1 and 100000 then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 100000');
  end if;
  insert into cogo.receipt_retention default values on conflict do nothing;
  select known.keep_days into days from cogo.receipt_retention as known for update skip locked;
  if days is null then
    return '{"receipts": 0}'::jsonb;
  end if;

  ids := cogo.old_receipts(at - make_interval(days => days), drop_receipts.row_limit);
  if cardinality(ids) > 0 then
    perform cogo.drop_decisions(ids);
  end if;
  return jsonb_build_object('receipts', cardinality(ids));
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.end_in_long_lanes(job_ids bigint[], longer_than integer, at timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
declare
  lane record;
  taken record;
  flows boolean;
  ended integer := 0;
begin
  for lane in
    select hint.queue_name, hint.floor_at from cogo.lane_hints(null) as hint
    where hint.tail - hint.floor_at > end_in_long_lanes.longer_than and exists (
      select from cogo.jobs as job
      left join cogo.lane_moves as move on move.from_lane_id = job.lane_id
      where job.id = any (end_in_long_lanes.job_ids) and hint.lane_id in (job.lane_id, move.to_lane_id)
        and not exists (select from cogo.attempts as final where final.job_id = job.id and final.final)
    )
  loop
    execute format(
      $sql$
        with gone as (
          delete from pgmq.%1$I where ctid = any (array(
            select queued.ctid from pgmq.%1$I as queued
            where queued.msg_id > %2$s and (queued.message ->> 'job_id')::bigint = any ($1) for update skip locked
          ))
          returning (message ->> 'job_id')::bigint as job_id, coalesce((message ->> 'attempt')::smallint, 1::smallint) as attempt
        )
        select array_agg(gone.job_id) as job_ids, array_agg(gone.attempt) as attempts from gone
      $sql$, 'q_' || lane.queue_name, lane.floor_at
    ) into taken using end_in_long_lanes.job_ids;
    if taken.job_ids is not null then
      flows := exists (select from cogo.step_jobs) and cogo.defer_flows();
      perform cogo.close_unheld(taken.job_ids, taken.attempts, end_in_long_lanes.at);
      if flows then
        perform cogo.advance_deferred(end_in_long_lanes.at);
      end if;
      perform cogo.forget_wishes(taken.job_ids);
      ended := ended + cardinality(taken.job_ids);
    end if;
  end loop;
  return ended;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.end_tenant_work(tenant_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  leaving cogo.offboardings;
  runs record;
  jobs record;
  last_id bigint;
  is_met boolean;
begin
  select known.* into leaving from cogo.offboardings as known where known.tenant_id = end_tenant_work.tenant_id for update skip locked;
  if leaving.tenant_id is null or leaving.ended_at is not null then
    return;
  end if;
  leaving.walk_began_at := coalesce(leaving.walk_began_at, at);
  -- One batch a call: who has ended workflows holds their locks, and may not wait for claims any more.
  for turn in 1 .. 50 loop
    if leaving.walk = 'workflows' then
      runs := cogo.open_workflows_of(leaving.tenant_id, leaving.walk_after, 5000);
      perform cogo.cancel_workflow(run.id, 'The tenant is leaving.', false) from unnest(runs.ids) as run (id);
      is_met := runs.ids is not null;
      last_id := runs.last_id;
    else
      jobs := cogo.open_jobs_of(leaving.tenant_id, leaving.walk_after, 5000);
      is_met := jobs.ids is not null;
      last_id := jobs.last_id;
      if is_met then
        perform cogo.cancel_jobs(jobs.ids, true, 'The tenant is leaving.');
        -- Not with jobs that were just closed: their workflows are locked, in an order that this would not keep.
        if not exists (select from cogo.attempts as final where final.job_id = any (jobs.ids) and final.final) then
          perform cogo.end_in_long_lanes(jobs.ids, 20000, at);
        end if;
      end if;
    end if;
    leaving.walk_found := leaving.walk_found or is_met;
    leaving.walk_after := coalesce(last_id, 0);
    if last_id is null and leaving.walk = 'workflows' then
      leaving.walk := 'jobs';
    elsif last_id is null then
      if not leaving.walk_found and leaving.walk_began_at >= leaving.erasable_at then
        leaving.ended_at := at;
      end if;
      leaving.walk := 'workflows';
      leaving.walk_began_at := null;
      leaving.walk_found := false;
      exit;
    end if;
    exit when is_met;
  end loop;
  update cogo.offboardings as known
  set walk = leaving.walk, walk_after = leaving.walk_after, walk_began_at = leaving.walk_began_at, walk_found = leaving.walk_found,
    ended_at = leaving.ended_at
  where known.tenant_id = leaving.tenant_id;
  perform cogo.still_tenant(leaving.tenant_id);
  if at >= leaving.erasable_at then
    -- Nobody is left to settle what is still held: the reaper gives it back, or books it.
    update cogo.reservations as held set expires_at = at - interval '1 second'
    where held.tenant_id = leaving.tenant_id and held.state in ('reserved', 'opened') and held.expires_at > at;
  end if;
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
          and cogo.json_bytes(item.payload) <= 262144
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

CREATE OR REPLACE FUNCTION cogo.erase_agents(leaving cogo.offboardings, row_limit integer, OUT counts jsonb, OUT is_met boolean, OUT next jsonb)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  ids uuid[];
begin
  ids := array(select agent.agent_id from cogo.agents as agent where agent.tenant_id = leaving.tenant_id limit erase_agents.row_limit for update);
  is_met := cardinality(ids) > 0;
  next := case when cardinality(ids) = erase_agents.row_limit then '{}'::jsonb end;
  delete from cogo.revocations as refused where refused.tenant_id = leaving.tenant_id and refused.subject_id = any (ids);
  counts := cogo.erase_with('agents', ids::text[]);
  delete from cogo.agents as agent where agent.agent_id = any (ids);
  counts := counts || jsonb_build_object('agents', cardinality(ids));
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.erase_budgets(leaving cogo.offboardings, row_limit integer, OUT counts jsonb, OUT is_met boolean, OUT next jsonb)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  batch record := cogo.tenant_batch('budgets', leaving, erase_budgets.row_limit);
  gone integer;
begin
  is_met := batch.met > 0;
  next := batch.next;
  delete from cogo.dropped_spend as spend using cogo.budget_windows as account
  where account.budget_id = any (batch.keys::bigint[]) and spend.window_id = account.window_id;
  get diagnostics gone = row_count;
  counts := jsonb_build_object('dropped_spend', gone) || cogo.erase_with('budgets', batch.keys);
  delete from cogo.budgets as budget where budget.ctid = any (batch.places);
  counts := counts || jsonb_build_object('budgets', cardinality(batch.places));
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.erase_events(leaving cogo.offboardings, row_limit integer, OUT counts jsonb, OUT is_met boolean, OUT next jsonb)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  last_id bigint;
  looked integer;
  gone integer;
  masked integer;
begin
  select max(page.id), count(*) into last_id, looked
  from (
    select event.id from cogo.events as event
    where event.id > coalesce((leaving.after ->> 'id')::bigint, 0) order by event.id limit erase_events.row_limit
  ) as page;
  next := case when looked = erase_events.row_limit then jsonb_build_object('id', last_id) end;
  delete from cogo.events as event
  where event.id > coalesce((leaving.after ->> 'id')::bigint, 0) and event.id <= last_id and event.tenant_id = leaving.tenant_id;
  get diagnostics gone = row_count;
  -- What a call did to jobs of several tenants: a number whose job is gone becomes 0, so the others keep their places.
  update cogo.events as event
  set job_ids = array(
    select case when exists (select from cogo.jobs as job where job.id = named.id) then named.id else 0 end
    from unnest(event.job_ids) with ordinality as named (id, ordinal) order by named.ordinal
  )
  where event.id > coalesce((leaving.after ->> 'id')::bigint, 0) and event.id <= last_id and event.tenant_id is null
    and exists (
      select from unnest(event.job_ids) as named (id)
      where named.id <> 0 and not exists (select from cogo.jobs as job where job.id = named.id)
    );
  get diagnostics masked = row_count;
  counts := jsonb_build_object('events', gone + masked);
  is_met := gone > 0;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.erase_jobs(leaving cogo.offboardings, row_limit integer, OUT counts jsonb, OUT is_met boolean, OUT next jsonb)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  page record;
  late record := cogo.open_jobs_of(leaving.tenant_id, coalesce((leaving.after ->> 'id')::bigint, 0), erase_jobs.row_limit);
  gone bigint[];
  before record;
  after record;
begin
  if late.ids is not null then
    -- Enqueued since its work had ended: ended as before, and met again.
    perform cogo.cancel_jobs(late.ids, true, 'The tenant is leaving.');
  end if;
  select array_agg(looked.id order by looked.id) filter (where looked.tenant_id = leaving.tenant_id) as ids,
    case when count(*) = erase_jobs.row_limit then max(looked.id) end as last_id
  into page
  from (
    select job.id, job.tenant_id from cogo.jobs as job
    where job.id > coalesce((leaving.after ->> 'id')::bigint, 0) order by job.id limit erase_jobs.row_limit
  ) as looked;
  is_met := page.ids is not null;
  next := case when page.last_id is not null then jsonb_build_object('id', page.last_id) end;
  if is_met then
    before := cogo.count_job_rows(page.ids);
    perform cogo.drop_jobs(array(
      select given.id from unnest(page.ids) as given (id)
      where exists (select from cogo.attempts as final where final.job_id = given.id and final.final)
    ), cogo.now_());
    gone := array(
      select given.id from unnest(page.ids) as given (id) where not exists (select from cogo.jobs as job where job.id = given.id)
    );
    after := cogo.count_job_rows(page.ids);
    counts := cogo.erase_with('jobs', gone::text[]) || jsonb_build_object(
      'jobs', cardinality(gone), 'attempts', before.attempts - after.attempts, 'dead_letters', before.letters - after.letters
    );
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.erase_metric_series(leaving cogo.offboardings, row_limit integer, OUT counts jsonb, OUT is_met boolean, OUT next jsonb)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  -- Another at each batch: what is counted since the last one has a place of its own.
  nobody constant uuid := gen_random_uuid();
  label_sets jsonb[];
  moved integer;
begin
  -- Those of the same labels together: what was measured is held against what happened.
  label_sets := array(
    select distinct series.labels from cogo.metric_series as series where series.tenant_id = leaving.tenant_id
    limit greatest(erase_metric_series.row_limit / 1000, 1)
  );
  is_met := cardinality(label_sets) > 0;
  next := case when is_met then '{}'::jsonb end;
  insert into cogo.metric_series (series_id, name, tenant_id, labels)
  select cogo.series_id(series.name, nobody, series.labels), series.name, nobody, series.labels
  from cogo.metric_series as series where series.tenant_id = leaving.tenant_id and series.labels = any (label_sets)
  on conflict do nothing;
  update cogo.metric_rows as line set series_id = cogo.series_id(series.name, nobody, series.labels)
  from cogo.metric_series as series
  where line.series_id = series.series_id and series.tenant_id = leaving.tenant_id and series.labels = any (label_sets);
  get diagnostics moved = row_count;
  delete from cogo.metric_series as series where series.tenant_id = leaving.tenant_id and series.labels = any (label_sets);
  counts := jsonb_build_object('metric_rows', moved, 'metric_series', cardinality(label_sets));
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.erase_part(part text, leaving cogo.offboardings, row_limit integer, OUT counts jsonb, OUT is_met boolean, OUT next jsonb)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  how text;
begin
  select known.erased into how from cogo.tenant_parts() as known where known.part = erase_part.part;
  if how in ('rows', 'own', 'scrub') then
    execute format(
      'select done.counts, done.is_met, done.next from cogo.%I(%s) as done',
      case how when 'rows' then 'erase_rows' when 'scrub' then 'scrub_rows' else 'erase_' || erase_part.part end,
      concat_ws(', ', case when how <> 'own' then quote_literal(erase_part.part) end, '$1', case when how <> 'scrub' then '$2' end)
    ) into counts, is_met, next using erase_part.leaving, erase_part.row_limit;
  end if;
  counts := (select coalesce(jsonb_object_agg(each.key, each.value), '{}') from jsonb_each(counts) as each where each.value <> '0');
  is_met := coalesce(is_met, false);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.erase_quality_runs(leaving cogo.offboardings, row_limit integer, OUT counts jsonb, OUT is_met boolean, OUT next jsonb)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  batch record := cogo.tenant_batch('quality_runs', leaving, erase_quality_runs.row_limit);
  gone integer;
begin
  is_met := batch.met > 0;
  next := batch.next;
  counts := cogo.erase_with('quality_runs', batch.keys);
  delete from cogo.artifacts as artifact where artifact.run_id = any (batch.keys::uuid[]);
  get diagnostics gone = row_count;
  delete from cogo.quality_runs as run where run.ctid = any (batch.places);
  counts := counts || jsonb_build_object('artifacts', gone, 'quality_runs', cardinality(batch.places));
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.erase_routing_decisions(leaving cogo.offboardings, row_limit integer, OUT counts jsonb, OUT is_met boolean, OUT next jsonb)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  batch record := cogo.tenant_batch('reservations', leaving, erase_routing_decisions.row_limit);
  made uuid[];
  gone integer;
begin
  is_met := batch.met > 0;
  next := batch.next;
  -- What is still held is booked or given back by the reaper when its time is over, and met again.
  made := array(
    select distinct held.decision_id from cogo.reservations as held where held.decision_id = any (batch.keys::uuid[])
    except
    select held.decision_id from cogo.reservations as held
    where held.decision_id = any (batch.keys::uuid[]) and held.state in ('reserved', 'opened')
  );
  delete from cogo.route_sessions as session using cogo.routing_decisions as decision
  where decision.decision_id = any (made) and session.session_key = (decision.context ->> 'session')::uuid;
  get diagnostics gone = row_count;
  counts := jsonb_build_object('route_sessions', gone) || cogo.drop_decisions(made);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.erase_rows(part text, leaving cogo.offboardings, row_limit integer, OUT counts jsonb, OUT is_met boolean, OUT next jsonb)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  batch record := cogo.tenant_batch(erase_rows.part, leaving, erase_rows.row_limit);
begin
  is_met := batch.met > 0;
  next := batch.next;
  counts := cogo.erase_with(erase_rows.part, batch.keys);
  execute format('delete from cogo.%I where ctid = any ($1)', erase_rows.part) using batch.places;
  counts := counts || jsonb_build_object(erase_rows.part, cardinality(batch.places));
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.erase_secure_keys_audit(leaving cogo.offboardings, row_limit integer, OUT counts jsonb, OUT is_met boolean, OUT next jsonb)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  place cogo.audit_cursor;
  newest bigint;
  fold cogo.call_folds;
  victims bigint[];
  rest record;
  gone integer;
begin
  -- Nobody seals while a chain grows shorter: in the order in which rounds take these rows.
  select * into place from cogo.audit_cursor for update;
  select * into fold from cogo.call_folds for update;
  select max(seal.seq) into newest from cogo.secure_keys_seals as seal where seal.tenant_id = leaving.tenant_id;
  -- From its end, so that what is left is a whole chain after each batch; what is not sealed yet is behind its end.
  victims := array(
    select entry.audit_id from cogo.secure_keys_audit as entry
    where (entry.xid, entry.audit_id) > (coalesce(place.xid, '0'::xid8), coalesce(place.audit_id, 0::bigint)) and entry.tenant_id = leaving.tenant_id
      and not exists (select from cogo.secure_keys_seals as seal where seal.audit_id = entry.audit_id)
    union
    select seal.audit_id from cogo.secure_keys_seals as seal
    where seal.tenant_id = leaving.tenant_id and seal.seq > newest - erase_secure_keys_audit.row_limit
  );
  is_met := cardinality(victims) > 0;
  next := case when newest > erase_secure_keys_audit.row_limit then '{}'::jsonb end;
  delete from cogo.audit_checkpoints as given
  where given.tenant_id = leaving.tenant_id and given.seq > newest - erase_secure_keys_audit.row_limit;
  get diagnostics gone = row_count;
  counts := jsonb_build_object('audit_checkpoints', gone);
  delete from cogo.secure_keys_seals as seal where seal.tenant_id = leaving.tenant_id and seal.audit_id = any (victims);
  get diagnostics gone = row_count;
  counts := counts || jsonb_build_object('secure_keys_seals', gone);
  select seal.seq, seal.hash into rest from cogo.secure_keys_seals as seal
  where seal.tenant_id = leaving.tenant_id order by seal.seq desc limit 1;
  update cogo.secure_keys_heads as head set seq = rest.seq, hash = rest.hash where head.tenant_id = leaving.tenant_id and rest.seq is not null;
  delete from cogo.secure_keys_heads as head where head.tenant_id = leaving.tenant_id and rest.seq is null;
  get diagnostics gone = row_count;
  counts := counts || jsonb_build_object('secure_keys_heads', gone);
  update cogo.call_folds as known set erased_audits = known.erased_audits + (
    select count(*) from cogo.secure_keys_audit as entry
    where entry.audit_id = any (victims) and entry.audit_id <= fold.audit_id and (entry.ok or entry.action = 'open')
  );
  delete from cogo.secure_keys_audit as entry where entry.audit_id = any (victims);
  get diagnostics gone = row_count;
  counts := counts || jsonb_build_object('secure_keys_audit', gone);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.erase_slos(leaving cogo.offboardings, row_limit integer, OUT counts jsonb, OUT is_met boolean, OUT next jsonb)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  names text[];
begin
  -- In one transaction: an SLO that is left would fire again, and one that fires has its notices.
  names := array(select slo.name from cogo.slos as slo where slo.tenant_id = leaving.tenant_id limit erase_slos.row_limit for update);
  is_met := cardinality(names) > 0;
  next := case when cardinality(names) = erase_slos.row_limit then '{}'::jsonb end;
  delete from cogo.alert_silences as silence where silence.slo = any (names);
  delete from cogo.alerts as alert where alert.slo = any (names);
  delete from cogo.alert_notices as notice where notice.slo = any (names);
  counts := cogo.erase_with('slos', names);
  delete from cogo.slos as slo where slo.name = any (names);
  counts := counts || jsonb_build_object('slos', cardinality(names));
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.erase_tenant(tenant_id uuid, export_sha256 text, waive_export boolean, row_limit integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
declare
  leaving cogo.offboardings := cogo.lock_erasable(
    erase_tenant.tenant_id, erase_tenant.export_sha256, coalesce(erase_tenant.waive_export, false), erase_tenant.row_limit
  );
  spec record;
  batch record;
  steps constant integer := (select count(*) from cogo.tenant_parts());
  is_through boolean := false;
  began constant timestamptz := clock_timestamp();
begin
  while clock_timestamp() < began + interval '1 second' loop
    select known.* into spec from cogo.tenant_parts() as known where known.step = leaving.step;
    batch := cogo.erase_part(spec.part, leaving, erase_tenant.row_limit);
    leaving.counts := cogo.added_counts(leaving.counts, batch.counts);
    leaving.pass_found := leaving.pass_found or batch.is_met;
    leaving.after := batch.next;
    if batch.next is null then
      leaving.step := leaving.step + 1;
    end if;
    if leaving.step > steps then
      is_through := not leaving.pass_found;
      leaving.step := 1;
      leaving.pass_found := false;
      -- What somebody holds a lock on is met again in the next call, not at once.
      exit;
    end if;
    -- What these lock, the accounts of all tenants and the clock's rounds need; and who holds runs may not wait for claims.
    exit when batch.is_met and spec.part in ('workflows', 'routing_decisions', 'secure_keys_audit');
  end loop;
  if is_through then
    return cogo.finish_erasure(leaving);
  end if;
  update cogo.offboardings as known
  set step = leaving.step, after = leaving.after, pass_found = leaving.pass_found, counts = leaving.counts
  where known.tenant_id = leaving.tenant_id;
  return jsonb_build_object('is_erased', false, 'erased', leaving.counts);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.erase_usage_counters(leaving cogo.offboardings, row_limit integer, OUT counts jsonb, OUT is_met boolean, OUT next jsonb)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  batch record := cogo.tenant_batch('usage_counters', leaving, erase_usage_counters.row_limit);
begin
  is_met := batch.met > 0;
  next := batch.next;
  -- Their outcomes went before: of what they cost, nothing tells any more.
  update cogo.receipt_retention as total
  set dropped_nano = total.dropped_nano - (select sum(counter.cost_nano) from cogo.usage_counters as counter where counter.ctid = any (batch.places))
  where is_met;
  delete from cogo.usage_counters as counter where counter.ctid = any (batch.places);
  counts := jsonb_build_object('usage_counters', cardinality(batch.places));
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.erase_with(part text, keys text[])
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  spec record;
  gone integer;
  counts jsonb := '{}'::jsonb;
begin
  if cardinality(erase_with.keys) > 0 then
    for spec in select known.* from cogo.tenant_parts() as known where known.erased = erase_with.part and known.parent = erase_with.part loop
      execute format(
        'delete from cogo.%1$I as one where one.%2$I = any ($1::%3$s[])', spec.part, spec.through,
        (select format_type(attribute.atttypid, null) from pg_catalog.pg_attribute as attribute
          where attribute.attrelid = to_regclass('cogo.' || spec.part) and attribute.attname = spec.through)
      ) using erase_with.keys;
      get diagnostics gone = row_count;
      counts := counts || jsonb_build_object(spec.part, gone);
    end loop;
  end if;
  return counts;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.erase_workflows(leaving cogo.offboardings, row_limit integer, OUT counts jsonb, OUT is_met boolean, OUT next jsonb)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  batch record := cogo.tenant_batch('workflows', leaving, erase_workflows.row_limit);
  runs bigint[];
begin
  is_met := batch.met > 0;
  next := batch.next;
  -- One that runs all the same was started since: it is ended as before, and met again.
  perform cogo.cancel_workflow(cogo.uuid_v7(flow.created_at, flow.id), 'The tenant is leaving.', false)
  from cogo.workflows as flow
  where flow.ctid = any (batch.places) and flow.finished_at is null and flow.state <> 'stuck';
  runs := array(
    select flow.id from cogo.workflows as flow where flow.id = any (batch.keys::bigint[]) and (flow.finished_at is not null or flow.state = 'stuck')
  );
  delete from cogo.step_jobs as link using cogo.workflow_steps as begun
  where begun.workflow_id = any (runs) and link.job_id in (begun.job_id, begun.follow_job_id);
  counts := cogo.erase_with('workflows', runs::text[]);
  delete from cogo.workflows as flow where flow.id = any (runs);
  counts := counts || jsonb_build_object('workflows', cardinality(runs));
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.expire_requests(only_job_ids bigint[], at timestamp with time zone, row_limit integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  due bigint[];
  late bigint[];
begin
  due := array(
    select asked.job_id from cogo.requests as asked
    where asked.timed_out_at is null and asked.expires_at <= expire_requests.at
      and (expire_requests.only_job_ids is null or asked.job_id = any(expire_requests.only_job_ids))
    order by asked.expires_at
    limit expire_requests.row_limit
    for update skip locked
  );
  if cardinality(due) = 0 then
    return 0;
  end if;
  delete from cogo.requests as answered
  where answered.job_id = any(due)
    and (
      exists (select from cogo.attempts as final where final.job_id = answered.job_id and final.final)
      or not exists (select from cogo.jobs as job where job.id = answered.job_id)
    );
  with noted as (
    update cogo.requests as asked set timed_out_at = expire_requests.at
    where asked.job_id = any(due)
    returning asked.job_id
  )
  select array_agg(noted.job_id order by noted.job_id) into late from noted;
  if late is null then
    return 0;
  end if;

  insert into cogo.cancels as wish (job_id, requested_at, hard, reason)
  select job_id, expire_requests.at, true, 'the request timed out' from unnest(late) as job_id order by job_id
  on conflict (job_id) do update set hard = true;
  perform cogo.close_cancelled(late, expire_requests.at, 1000);
  return cardinality(late);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.export_tenant(tenant_id uuid, part text, after jsonb, row_limit integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
declare
  spec record;
  page jsonb;
begin
  select known.* into spec from cogo.tenant_parts() as known where known.part = export_tenant.part and known.is_exported;
  if not found then
    perform cogo.refuse_argument('part', format('there is no part %L; list_export_parts names them', export_tenant.part));
  elsif (export_tenant.row_limit between 1 and 10000) is not true then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 10000');
  elsif export_tenant.tenant_id is null then
    perform cogo.refuse_argument('tenant_id', 'it is missing');
  end if;
  page := cogo.table_page(
    spec.part, spec.omits, cogo.tenant_condition(spec.part), export_tenant.tenant_id, spec.is_walked, export_tenant.after, export_tenant.row_limit
  );
  -- An event of a call may name jobs of several tenants: each is told of its own.
  if spec.part = 'events' then
    page := page || jsonb_build_object('rows', (
      select coalesce(jsonb_agg(line || jsonb_build_object('job_ids', (
        select coalesce(jsonb_agg(job.id order by job.id), '[]') from cogo.jobs as job
        where job.id in (select named::bigint from jsonb_array_elements_text(line -> 'job_ids') as named) and job.tenant_id = export_tenant.tenant_id
      ))), '[]')
      from jsonb_array_elements(page -> 'rows') as line
    ));
  end if;
  if jsonb_typeof(page -> 'next') = 'null' then
    update cogo.offboardings as leaving set exported = array_append(leaving.exported, spec.part)
    where leaving.tenant_id = export_tenant.tenant_id and leaving.ended_at is not null and spec.part <> all (leaving.exported);
  end if;
  return page;
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
      update cogo.routing_snapshots as former set left_at = cogo.now_() where former.snapshot_id = list.snapshot_id;
      filled := filled + 1;
    end if;
  end loop;
  return filled;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.find_erasure(tenant_id uuid, salt text)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return (
    select to_jsonb(known) from cogo.erasures as known
    where known.proof = encode(sha256(convert_to(find_erasure.salt || ':' || find_erasure.tenant_id, 'UTF8')), 'hex')
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
      -- A suspended tenant is refused by this way in too.
      and not exists (select from cogo.revocations as refused where refused.tenant_id = known.tenant_id and refused.subject_id = known.tenant_id)
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
    having count(distinct trust.jwks_url) = 1
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.finish_erasure(leaving cogo.offboardings)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  proof cogo.erasures;
begin
  -- The refusal first, in the form that names nobody: there is no moment without one.
  insert into cogo.erased_tenants (tenant_hash, erased_at) values (cogo.short_hash('erased:' || leaving.tenant_id), cogo.now_())
  on conflict do nothing;
  delete from cogo.offboardings as known where known.tenant_id = leaving.tenant_id;
  delete from cogo.revocations as refused where refused.tenant_id = leaving.tenant_id;
  delete from cogo.tenants as known where known.tenant_id = leaving.tenant_id;
  insert into cogo.erasures (proof, started_at, ended_at, erased_at, counts, export_sha256)
  values (
    encode(sha256(convert_to(leaving.salt || ':' || leaving.tenant_id, 'UTF8')), 'hex'), leaving.started_at, leaving.ended_at, cogo.now_(),
    leaving.counts, leaving.export_sha256
  )
  returning * into proof;
  return jsonb_build_object('is_erased', true, 'salt', leaving.salt) || to_jsonb(proof);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.finish_quality_run(run_id uuid, summary jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  run cogo.quality_runs := cogo.lock_quality_run(finish_quality_run.run_id);
  ruling record;
  is_new boolean := run.verdict is null;
begin
  if coalesce(jsonb_typeof(finish_quality_run.summary), 'null') <> 'object'
    or cogo.json_bytes(finish_quality_run.summary) > 65536 then
    raise sqlstate 'PT400' using
      message = 'Cannot finish a quality run: summary must be a JSON object of at most 64 KB',
      detail = 'bad_argument',
      hint = 'Pass {} when there is nothing to add.';
  end if;

  if is_new then
    select * into ruling from cogo.quality_verdict(run.id);

    update cogo.quality_runs as finished
    set verdict = ruling.verdict,
      finished_at = cogo.now_(),
      summary = jsonb_build_object('reason', ruling.reason) || finish_quality_run.summary
    where finished.id = run.id
    returning * into run;
  end if;

  return jsonb_build_object('run_id', run.id, 'verdict', run.verdict, 'summary', run.summary,
    'finished_at', run.finished_at, 'finished_now', is_new);
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
      and (flow -> 'version' between '1' and '999999999' and flow ->> 'version' ~ '^[1-9]\d{0,8}$') is not true
      then 'version must be a whole number, 1 or more'
    else cogo.job_problem(
      jsonb_strip_nulls(flow - array['name', 'input', 'version'])
      || jsonb_build_object('type', 'any.job'), is_operator
    )
  end;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.forget_lists(at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  -- A choice that is being made may still read a list of a moment ago.
  horizon timestamptz := coalesce(
    (select decision.at from cogo.routing_decisions as decision order by decision.decision_id limit 1), forget_lists.at
  ) - interval '1 hour';
  lists integer;
  snapshots integer;
begin
  delete from cogo.route_lists as list where list.retired_at < horizon;
  get diagnostics lists = row_count;
  delete from cogo.routing_snapshots as snapshot
  where snapshot.published_at < horizon and coalesce(snapshot.left_at, snapshot.published_at) < horizon
    and not exists (select from cogo.routing_clock as clock where clock.snapshot_id = snapshot.snapshot_id)
    and not exists (select from cogo.route_lists as list where list.snapshot_id = snapshot.snapshot_id);
  get diagnostics snapshots = row_count;
  return jsonb_build_object('lists', lists, 'snapshots', snapshots);
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
  return jsonb_build_object('sessions', sessions, 'minutes', minutes, 'keys', keys) || cogo.forget_lists(at);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.get_artifacts(artifact_ids uuid[])
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant('artifacts:read');
begin
  if get_artifacts.artifact_ids is null or cardinality(get_artifacts.artifact_ids) not between 1 and 100 then
    perform cogo.refuse_argument('artifact_ids', 'it must be an array of 1 to 100 ids');
  end if;
  return (
    select coalesce(jsonb_agg(
      cogo.artifact_line(artifact) || jsonb_build_object('run_id', artifact.run_id, 'created_at', artifact.created_at)
      order by given.ordinal
    ), '[]')
    from unnest(get_artifacts.artifact_ids) with ordinality as given (id, ordinal)
    join cogo.artifacts as artifact on artifact.id = given.id
    where tenant is null or artifact.tenant_id = tenant
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.get_offboarding(tenant_id uuid, count_rows boolean)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  leaving cogo.offboardings;
begin
  select known.* into leaving from cogo.offboardings as known where known.tenant_id = get_offboarding.tenant_id;
  if not found and not exists (select from cogo.tenants as known where known.tenant_id = get_offboarding.tenant_id)
    and not cogo.has_tenant_rows(get_offboarding.tenant_id)
  then
    perform cogo.raise_access_not_found('tenant_not_found', 'the tenant', get_offboarding.tenant_id::text);
  end if;
  return jsonb_build_object(
    'tenant_id', get_offboarding.tenant_id,
    'state', case
      when leaving.tenant_id is null then 'not_leaving'
      when leaving.ended_at is null then 'ending'
      when leaving.erasing_since is null then 'ended'
      else 'erasing'
    end,
    'started_at', leaving.started_at, 'erasable_at', leaving.erasable_at, 'ended_at', leaving.ended_at, 'has_met_work', coalesce(leaving.walk_found, false), 'salt', leaving.salt,
    'ids', coalesce(leaving.ids, cogo.tenant_ids(get_offboarding.tenant_id)),
    'to_export', (
      select coalesce(jsonb_agg(known.part order by known.step), '[]') from cogo.tenant_parts() as known
      where known.is_exported and known.part <> all (coalesce(leaving.exported, '{}'))
    ),
    'erased', coalesce(leaving.counts, '{}')
  ) || case when get_offboarding.count_rows then jsonb_build_object('left', cogo.count_tenant_rows(get_offboarding.tenant_id)) else '{}' end;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.get_replies(job_ids bigint[])
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  at timestamptz := cogo.now_();
  known bigint[];
  told jsonb;
begin
  if (cardinality(get_replies.job_ids) between 1 and 1000 and array_position(get_replies.job_ids, null) is null) is not true then
    perform cogo.refuse_argument('job_ids', 'it must hold 1 to 1000 numbers');
  end if;
  known := array(
    select job.id from cogo.jobs as job
    where job.id = any(get_replies.job_ids) and (tenant is null or job.tenant_id = tenant)
  );
  perform cogo.expire_requests(known, at, 1000);

  with answered as (
    select given.job_id, given.ordinal, sum(octet_length(final.result::text)) over (order by given.ordinal) as bytes
    from unnest(get_replies.job_ids) with ordinality as given (job_id, ordinal)
    left join cogo.attempts as final on final.job_id = given.job_id and final.final and final.job_id = any(known)
  )
  select jsonb_agg(case
    when job.id is null then jsonb_build_object('job_id', answered.job_id, 'state', 'not_found')
    else cogo.reply_of(job)
  end order by answered.ordinal) into told
  from answered left join cogo.jobs as job on job.id = answered.job_id and job.id = any(known)
  -- What would make the answer too large is left out, but never the first of them.
  where answered.bytes is null or answered.bytes <= 2097152 or answered.ordinal = 1;
  return jsonb_build_object('now', at, 'replies', told);
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

  perform cogo.expire_requests(array[job.id], cogo.now_(), 1);
  return cogo.reply_of(job);
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
    if cogo.is_being_erased(old.tenant_id) then
      return old;
    end if;
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

CREATE OR REPLACE FUNCTION cogo.has_tenant_rows(tenant_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  spec record;
  there boolean;
begin
  for spec in select known.part from cogo.tenant_parts() as known order by known.is_walked, known.step loop
    execute format('select exists (select from cogo.%I as one where %s)', spec.part, cogo.tenant_condition(spec.part))
    into there using has_tenant_rows.tenant_id;
    if there then
      return true;
    end if;
  end loop;
  return false;
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
  perform cogo.check_json('job', ingress_enqueue.job, 278528);
  perform cogo.check_jobs(jsonb_build_array(ingress_enqueue.job), caller is null);
  tenant := coalesce(caller, (ingress_enqueue.job ->> 'tenant_id')::uuid, cogo.default_tenant());
  if caller is not null then
    -- The function saw the address. Who calls the RPC itself could name anybody's, and use up that rate.
    refused := cogo.take_ingress_rates(
      tenant, coalesce(cogo.claim('agent_id'), cogo.claim('sub'), 'unnamed'),
      case when pg_has_role(coalesce(nullif(current_setting('role', true), 'none'), session_user), 'service_role', 'member')
        then left(ingress_enqueue.address, 100) end,
      at
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

CREATE OR REPLACE FUNCTION cogo.is_being_erased(tenant_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return exists (
    select from cogo.offboardings as leaving
    where leaving.tenant_id = is_being_erased.tenant_id and leaving.erasing_since is not null
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.is_erased_tenant(tenant_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return exists (
    select from cogo.erased_tenants as gone where gone.tenant_hash = cogo.short_hash('erased:' || is_erased_tenant.tenant_id)
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.job_events(job_id bigint, after_event_id uuid, row_limit integer)
 RETURNS TABLE(id uuid, version text, type text, ts timestamp with time zone, trace_id text, correlation_id uuid, cause uuid, tenant_id uuid, actor jsonb, payload jsonb, schema jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  job cogo.jobs;
  times timestamptz[];
begin
  if row_limit is null or row_limit not between 1 and 1000 then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 1000');
  end if;
  select known.* into job from cogo.jobs as known
  where known.id = job_events.job_id and (tenant is null or known.tenant_id = tenant);
  if job.id is null then
    raise sqlstate 'PT404' using
      message = format('Cannot read the events of job %s: there is no such job', job_events.job_id),
      detail = 'job_not_found',
      hint = 'Check the number; list_jobs shows the jobs you may see.';
  end if;

  -- A transition carries the very time of the row it left behind, so the job's own rows name the events to look up.
  select array_agg(moment.ts) into times
  from (
    select job.created_at as ts
    union select unnest(array[ended.claimed_at, ended.started_at, ended.finished_at])
    from cogo.attempts as ended where ended.job_id = job.id
    union select unnest(array[claim.claimed_at, held.started_at])
    from cogo.held join cogo.claims as claim on claim.fence = held.fence where held.job_id = job.id
  ) as moment;

  return query
  -- A step of its own: for the order and the limit below, the whole table would be walked by its ids.
  with touched as materialized (
    select each_event as event from cogo.events as each_event where each_event.ts = any(times) and each_event.job_ids @> array[job.id]
  )
  select told.id, told.version, told.type, told.ts, told.trace_id, told.correlation_id, told.cause, told.tenant_id,
    told.actor, told.payload, told.schema
  from touched, lateral cogo.event_envelope(touched.event, job) as told
  where after_event_id is null or told.id > after_event_id
  order by (touched.event).id
  limit row_limit;
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
      and job -> 'delay_seconds' between '0' and '315360000') is false
      then 'delay_seconds must be a number from 0 to 315360000'
    when (job ->> 'priority' in ('urgent', 'normal', 'bulk')) is false then 'priority must be urgent, normal or bulk'
    when (jsonb_typeof(job -> 'executor') = 'string' and job ->> 'executor' ~ '^[a-z][a-z0-9_]{0,29}$') is false
      then 'executor must be 1 to 30 of a-z, 0-9 and _, beginning with a letter'
    when (job -> 'max_attempts' between '1' and '100' and job ->> 'max_attempts' ~ '^(\d{1,2}|100)$'
      and job ->> 'max_attempts' !~ '^0+$') is false
      then 'max_attempts must be 1 to 100'
    -- A text that is none is ignored, as the W3C asks.
    when (jsonb_typeof(job -> 'traceparent') = 'string') is false then 'traceparent must be a text'
    when job ? 'after' then cogo.after_problem(job -> 'after')
  end;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.json_bytes(value jsonb)
 RETURNS integer
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  -- 1e131071 takes 12 bytes of jsonb and 131,072 of text: what holds many such numbers is not written out to be measured.
  if pg_column_size(value) > 1024 and jsonb_path_exists(value, 'strict $.** ? (@ > 1e308 || @ < -1e308)') then
    return 2147483647;
  elsif pg_column_size(value) > 8192 and exists (
    -- 0e-16383 is equal to 0.
    select from (
      select jsonb_path_query(value, 'strict $.** ? (@ < 1e-308 && @ > -1e-308)') as tiny offset 0
    ) as found where scale(tiny::numeric) > 308
  ) then
    return 2147483647;
  end if;
  -- A list of digits takes six times as much as jsonb: a thousand payloads must fit into one answer of 255 MB.
  return greatest(octet_length(value::text), case when pg_column_size(value) > 266240 then pg_column_size(value) - 4096 end);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.lease_batch(subscription cogo.subscriptions, consumer text, want integer, settled bigint, at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  size integer := least(lease_batch.want, subscription.batch_size);
  is_retry boolean := true;
  batch record;
begin
  if subscription.leased_until is not null then
    if subscription.leased_until > lease_batch.at then
      return null;
    end if;
    subscription := cogo.lose_batch(subscription, lease_batch.at);
  end if;

  -- What failed was kept while its channel could be read; the cursor leaves out what no longer can, and so does this.
  delete from cogo.redeliveries as retry
  where retry.subscription_id = subscription.id and retry.due_at <= lease_batch.at
    and retry.channel !~ cogo.channel_regex(cogo.readable_patterns(subscription));
  select array_agg(due.message_id order by due.due_at, due.message_id) as ids, jsonb_agg(jsonb_build_object(
    'channel', due.channel, 'attempt', due.attempt, 'message', due.message
  ) order by due.due_at, due.message_id) as messages, null::bigint as end_id, null::integer as end_ordinal
  into batch
  from (
    select * from cogo.redeliveries as retry
    where retry.subscription_id = subscription.id and retry.due_at <= lease_batch.at
    order by retry.due_at, retry.message_id
    limit size
  ) as due;
  if batch.ids is null then
    is_retry := false;
    batch := cogo.scan_subscription(subscription, lease_batch.settled, case when subscription.losses > 0 then 1 else size end);
  end if;

  if batch.ids is null then
    -- Nothing for it up to there.
    if (batch.end_id, batch.end_ordinal) > (subscription.position_id, subscription.position_ordinal) then
      update cogo.subscriptions as reader
      set position_id = batch.end_id, position_ordinal = batch.end_ordinal
      where reader.id = subscription.id;
    end if;
    return null;
  end if;
  update cogo.subscriptions as reader
  set
    fence = reader.fence + 1, consumer = lease_batch.consumer,
    leased_until = lease_batch.at + make_interval(secs => reader.lease_seconds),
    batch = batch.ids, batch_is_retry = is_retry, batch_end_id = batch.end_id, batch_end_ordinal = batch.end_ordinal
  where reader.id = subscription.id
  returning * into subscription;
  return jsonb_build_object(
    'fence', subscription.fence, 'lease_expires_at', subscription.leased_until, 'messages', batch.messages
  );
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
  perform cogo.check_json('filter', given, 8192);
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

CREATE OR REPLACE FUNCTION cogo.list_artifacts(job_id bigint, run_id uuid, after uuid, row_limit integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant('artifacts:read');
begin
  if num_nonnulls(list_artifacts.job_id, list_artifacts.run_id) <> 1 then
    perform cogo.refuse_argument('job_id or run_id', 'one of them, and not both, says whose artifacts');
  end if;
  if list_artifacts.row_limit is null or list_artifacts.row_limit not between 1 and 1000 then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 1000');
  end if;
  return (
    select coalesce(jsonb_agg(page.line order by page.id), '[]')
    from (
      select artifact.id,
        cogo.artifact_line(artifact) || jsonb_build_object('run_id', artifact.run_id, 'created_at', artifact.created_at) as line
      from cogo.artifacts as artifact
      where (artifact.job_id = list_artifacts.job_id or artifact.run_id = list_artifacts.run_id)
        and (list_artifacts.after is null or artifact.id > list_artifacts.after)
        and (tenant is null or artifact.tenant_id = tenant)
      order by artifact.id
      limit list_artifacts.row_limit
    ) as page
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.list_correlated(correlation_id uuid, after_job_id bigint, after_message uuid, row_limit integer, only_tenant uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := coalesce(cogo.acting_tenant(list_correlated.only_tenant), cogo.caller_tenant(), cogo.default_tenant());
  group_id uuid := list_correlated.correlation_id;
  last_job bigint := coalesce(list_correlated.after_job_id, 0);
  last_message bigint := coalesce((cogo.message_place(list_correlated.after_message)).event_id, 0);
  job_ids bigint[];
  message_ids bigint[];
begin
  if group_id is null then
    perform cogo.refuse_argument('correlation_id', 'it is missing');
  end if;
  if list_correlated.row_limit is null or list_correlated.row_limit not between 1 and 1000 then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 1000');
  end if;
  job_ids := array(
    select member.id from (
      -- The beginning of it all, if that is a job: its correlation is its own id.
      (select root.id from cogo.jobs as root
      where root.id = cogo.uuid_number(group_id) and root.id > last_job and root.tenant_id = tenant
        and root.correlation_id is null and cogo.uuid_v7(root.created_at, root.id) = group_id)
      union all
      (select job.id from cogo.jobs as job
      where job.correlation_id = group_id and job.tenant_id = tenant and job.id > last_job
      order by job.id limit list_correlated.row_limit)
    ) as member
    order by member.id limit list_correlated.row_limit
  );
  message_ids := array(
    select message.id from cogo.messages as message
    where message.correlation_id = group_id and message.tenant_id = tenant and message.id > last_message
    order by message.id limit list_correlated.row_limit
  );
  return jsonb_build_object(
    'correlation_id', group_id,
    'jobs', cogo.caused_jobs(job_ids),
    'messages', cogo.caused_messages(message_ids),
    'next', case when greatest(cardinality(job_ids), cardinality(message_ids)) = list_correlated.row_limit then jsonb_build_object(
      'after_job_id', coalesce(job_ids[cardinality(job_ids)], last_job),
      'after_message', coalesce((
        select cogo.uuid_v7(message.ts, (message.id << 24) | 1) from cogo.messages as message
        where message.id = message_ids[cardinality(message_ids)]
      ), list_correlated.after_message)
    ) end
  );
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
    -- A tenant's in the order that only its own index has: no row of another is read.
    (
      select * from cogo.dead_letters as newest
      where tenant is null and (newest.dead_at, newest.job_id) < (before_at, before_id) and newest.dead_at >= from_time
      order by newest.dead_at desc, newest.job_id desc
      limit 10000
    )
    union all
    (
      select * from cogo.dead_letters as newest
      where tenant is not null and newest.tenant_id between tenant and tenant
        and (newest.dead_at, newest.job_id) < (before_at, before_id) and newest.dead_at >= from_time
      order by newest.tenant_id, newest.dead_at desc, newest.job_id desc
      limit 10000
    )
  ) as letter
  cross join lateral (select body.type from cogo.jobs as body where body.id = letter.job_id limit 1) as job
  where (only_stage is null or letter.stage = only_stage)
    and (only_reason is null or letter.reason = only_reason)
    and (only_state is null or cogo.letter_state(letter) = only_state)
    and (list_dead_letters.type_prefix is null or starts_with(job.type, list_dead_letters.type_prefix))
  order by letter.dead_at desc, letter.job_id desc
  limit list_dead_letters.row_limit;
  get diagnostics told = row_count;

  -- A short page is the last one, unless the reading was cut: then a lone row says where to go on.
  if told < list_dead_letters.row_limit then
    if tenant is null then
      select cogo.letter_page(last) into next_page from cogo.dead_letters as last
      where (last.dead_at, last.job_id) < (before_at, before_id) and last.dead_at >= from_time
      order by last.dead_at desc, last.job_id desc
      offset 9999 limit 1;
    else
      select cogo.letter_page(last) into next_page from cogo.dead_letters as last
      where last.tenant_id between tenant and tenant
        and (last.dead_at, last.job_id) < (before_at, before_id) and last.dead_at >= from_time
      order by last.tenant_id, last.dead_at desc, last.job_id desc
      offset 9999 limit 1;
    end if;
    if next_page is not null then
      return next;
    end if;
  end if;
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
  before_id uuid := coalesce(list_decisions.before, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
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
    -- Compared as rows, so that only the tenant's own index has the order and no row of another is read.
    (
      select known.* from cogo.routing_decisions as known
      where tenant is not null
        and (known.tenant_id, known.decision_id) >= (tenant, least_id) and (known.tenant_id, known.decision_id) < (tenant, before_id)
        and (list_decisions.agent_id is null or known.agent_id = list_decisions.agent_id)
      order by known.tenant_id desc, known.decision_id desc
      limit list_decisions.row_limit
    )
    union all
    (
      select known.* from cogo.routing_decisions as known
      where tenant is null and known.decision_id >= least_id and known.decision_id < before_id
        and (list_decisions.agent_id is null or known.agent_id = list_decisions.agent_id)
      order by known.decision_id desc
      limit list_decisions.row_limit
    )
  ) as decision
  left join cogo.llm_models as model on model.model_id = decision.choice
  order by decision.decision_id desc;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.list_export_parts()
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return (select jsonb_agg(known.part order by known.step) from cogo.tenant_parts() as known where known.is_exported);
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
    from (
      select * from cogo.workflows as any_flow where tenant is null and any_flow.id between oldest and newest
      union all
      -- Compared as rows, so that only the tenant's own index has the order and no row of another is read.
      select * from cogo.workflows as own_flow
      where tenant is not null and (own_flow.tenant_id, own_flow.id) >= (tenant, oldest) and (own_flow.tenant_id, own_flow.id) <= (tenant, newest)
    ) as flow
    join cogo.workflow_definitions as definition on definition.id = flow.definition_id
    where (only_state is null or flow.state = only_state)
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
  for turn in 1 .. case when tenant is null then 100 else 10 end loop
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

CREATE OR REPLACE FUNCTION cogo.list_request_types(type_prefix text, after text, row_limit integer)
 RETURNS TABLE(type text, is_pattern boolean, version text, executor text, has_request_schema boolean, has_reply_schema boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
begin
  if list_request_types.row_limit is null or list_request_types.row_limit not between 1 and 1000 then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 1000');
  end if;
  return query
  select (page.ruling).type, strpos((page.ruling).type, '*') > 0, contract.version, contract.executor,
    (page.ruling).payload_schema is not null, (page.ruling).result_schema is not null
  from (
    select known as ruling from cogo.job_types as known
    where (list_request_types.type_prefix is null or starts_with(known.type, list_request_types.type_prefix))
      and (list_request_types.after is null or known.type collate "C" > list_request_types.after)
    order by known.type collate "C"
    limit list_request_types.row_limit
  ) as page
  cross join lateral cogo.request_contract(page.ruling, (page.ruling).type, tenant) as contract
  order by (page.ruling).type collate "C";
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.list_subscription_dead_letters(name text, row_limit integer, tenant_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  owned cogo.subscriptions;
begin
  if list_subscription_dead_letters.row_limit is null or list_subscription_dead_letters.row_limit not between 1 and 1000 then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 1000');
  end if;
  owned := cogo.own_subscription(list_subscription_dead_letters.name, list_subscription_dead_letters.tenant_id);
  return coalesce((
    select jsonb_agg(jsonb_build_object(
      'id', letter.message_id, 'died_at', letter.died_at, 'attempts', letter.attempts, 'channel', letter.channel,
      'error', letter.error, 'message', letter.message
    ) order by letter.message_id)
    from (
      select * from cogo.subscription_dead_letters as dead
      where dead.subscription_id = owned.id and dead.channel ~ cogo.channel_regex(cogo.readable_patterns(owned))
      order by dead.message_id
      limit list_subscription_dead_letters.row_limit
    ) as letter
  ), '[]');
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.list_tenant_bytes(tenant_id uuid, after uuid, row_limit integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  if (list_tenant_bytes.row_limit between 1 and 10000) is not true then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 10000');
  end if;
  return (
    with page as (
      select held.id, held.location, held.sha256 from cogo.artifacts as held
      where held.tenant_id = list_tenant_bytes.tenant_id and held.id > coalesce(list_tenant_bytes.after, '00000000-0000-0000-0000-000000000000')
      order by held.id limit list_tenant_bytes.row_limit
    )
    select jsonb_build_object(
      'bytes', coalesce(jsonb_agg(jsonb_build_object('location', page.location, 'is_shared', exists (
        select from cogo.artifacts as other where other.sha256 = page.sha256 and other.location = page.location and other.tenant_id <> list_tenant_bytes.tenant_id
      )) order by page.id), '[]'),
      'next', case when count(*) = list_tenant_bytes.row_limit then (array_agg(page.id order by page.id desc))[1] end
    )
    from page
  );
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
    if tenant is not null then
      -- Over the runs of others in one leap.
      newest := coalesce((
        select own.id from cogo.workflows as own
        where (own.tenant_id, own.id) <= (tenant, newest) and (own.tenant_id, own.id) >= (tenant, 1)
        order by own.tenant_id desc, own.id desc limit 1
      ), 0);
    end if;
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

CREATE OR REPLACE FUNCTION cogo.location_tenant(location text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  -- local:<tenant>/<sha256>, storage:<bucket>/<tenant>/<sha256>; empty for what is older.
  return coalesce(substring(location_tenant.location from '([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/[0-9a-f]{64}$'), '');
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.lock_artifacts(tenants text[])
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  tenant text;
begin
  -- In one order, so that no two wait for each other; after claims, before quality runs.
  for tenant in select distinct each_tenant from unnest(lock_artifacts.tenants) as each_tenant order by each_tenant loop
    perform pg_advisory_xact_lock(hashtextextended('cogo artifacts ' || tenant, 0));
  end loop;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.lock_erasable(tenant_id uuid, export_sha256 text, waive_export boolean, row_limit integer)
 RETURNS cogo.offboardings
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  tried constant text := 'erase the tenant';
  leaving cogo.offboardings;
begin
  if (lock_erasable.row_limit between 1 and 100000) is not true then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 100000');
  elsif lock_erasable.export_sha256 !~ '^[0-9a-f]{64}$' then
    perform cogo.refuse_argument('export_sha256', 'it must be a SHA-256 in lower-case hex');
  end if;
  select known.* into leaving from cogo.offboardings as known where known.tenant_id = lock_erasable.tenant_id for update;
  if not found then
    perform cogo.own_tenant(lock_erasable.tenant_id);
    perform cogo.raise_not_ready(tried, 'it is not leaving', 'start_offboarding refuses its tokens and ends its work.');
  elsif leaving.ended_at is null then
    perform cogo.raise_not_ready(
      tried, 'its work has not ended' || case when leaving.erasable_at > cogo.now_() then
        format(', and its tokens may live until %s', to_char(leaving.erasable_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS "UTC"')) else '' end,
      'Call start_offboarding again until get_offboarding says ended.'
    );
  elsif leaving.erasing_since is null then
    if not lock_erasable.waive_export
      and exists (select from cogo.tenant_parts() as known where known.is_exported and known.part <> all (leaving.exported))
    then
      perform cogo.raise_not_ready(
        tried, 'it was not exported since its work ended', 'Read every part of to_export with export_tenant, or give waive_export.'
      );
    end if;
    update cogo.offboardings as known
    set erasing_since = cogo.now_(), export_sha256 = lock_erasable.export_sha256
    where known.tenant_id = leaving.tenant_id
    returning * into leaving;
  end if;
  return leaving;
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
    (
      select letter.*
      from cogo.dead_letters as letter
      where metrics_dead_letters.tenant is null and letter.dead_at >= metrics_dead_letters.since
      order by letter.dead_at desc, letter.job_id desc
      limit 10000
    )
    union all
    (
      select letter.*
      from cogo.dead_letters as letter
      where metrics_dead_letters.tenant is not null
        and letter.tenant_id between metrics_dead_letters.tenant and metrics_dead_letters.tenant
        and letter.dead_at >= metrics_dead_letters.since
      order by letter.tenant_id, letter.dead_at desc, letter.job_id desc
      limit 10000
    )
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
  by_lane constant boolean := coalesce(metrics_history.labels -> 'by' = '"lane"', false);
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

CREATE OR REPLACE FUNCTION cogo.old_receipts(before timestamp with time zone, row_limit integer)
 RETURNS uuid[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
declare
  -- Ids begin with the time. A decision that no counter has seen yet is not dropped.
  up_to uuid := least(cogo.uuid_v7(old_receipts.before, 0), (select fold.decision_id from cogo.call_folds as fold));
  ids uuid[];
begin
  select array_agg(due.decision_id) into ids
  from (
    (
      select held.decision_id from cogo.reservations as held
      where held.decision_id < up_to and held.attempt = 1 and held.created_at < old_receipts.before
      order by held.decision_id limit old_receipts.row_limit
    )
    union
    (
      -- Who draws a lease may name it, so its id need not tell its time.
      select held.decision_id from cogo.reservations as held
      where held.model_id = 0 and held.created_at < old_receipts.before
      order by held.created_at limit old_receipts.row_limit
    )
    limit old_receipts.row_limit
  ) as due;
  -- Whoever settles one of them now is not waited for: the next round looks again.
  select array_agg(whole.decision_id) into ids
  from (
    select mine.decision_id, count(*) as many
    from (
      select held.decision_id from cogo.reservations as held
      where held.decision_id = any (ids) and held.state not in ('reserved', 'opened')
      for update skip locked
    ) as mine
    group by mine.decision_id
  ) as whole
  where whole.many = (select count(*) from cogo.reservations as each_ where each_.decision_id = whole.decision_id);
  return array(
    select due.decision_id from unnest(ids) as due (decision_id)
    where not exists (
      select from cogo.routing_outcomes as outcome where outcome.decision_id = due.decision_id and not outcome.is_counted
    )
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.open_artifact_link(artifact_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return (
    select cogo.artifact_line(artifact) from cogo.artifacts as artifact
    where artifact.id = open_artifact_link.artifact_id and not exists (
      select from cogo.revocations as refused
      where refused.tenant_id = artifact.tenant_id and refused.subject_id = artifact.tenant_id
    )
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.open_jobs_of(tenant_id uuid, after bigint, row_limit integer, OUT ids bigint[], OUT last_id bigint)
 RETURNS record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
begin
  with looked as materialized (
    select job.id, job.tenant_id from cogo.jobs as job where job.id > open_jobs_of.after order by job.id limit open_jobs_of.row_limit
  ),
  open as (
    select looked.id from looked
    where looked.tenant_id = open_jobs_of.tenant_id
      and not exists (select from cogo.attempts as final where final.job_id = looked.id and final.final)
    order by looked.id limit 1000
  )
  select (select array_agg(open.id order by open.id) from open), case
    when (select count(*) from open) = 1000 then (select max(open.id) from open)
    when (select count(*) from looked) = open_jobs_of.row_limit then (select max(looked.id) from looked)
  end into ids, last_id;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.open_workflows_of(tenant_id uuid, after bigint, row_limit integer, OUT ids uuid[], OUT last_id bigint)
 RETURNS record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
begin
  -- A run that is stuck waits for a person, who will not come: it ends with its rows.
  with looked as materialized (
    select flow.* from cogo.workflows as flow
    where flow.id > open_workflows_of.after order by flow.id limit open_workflows_of.row_limit
  ),
  open as (
    select looked.id, cogo.uuid_v7(looked.created_at, looked.id) as public_id from looked
    where looked.tenant_id = open_workflows_of.tenant_id and looked.finished_at is null and looked.state <> 'stuck'
    order by looked.id limit 200
  )
  select (select array_agg(open.public_id order by open.id) from open), case
    when (select count(*) from open) = 200 then (select max(open.id) from open)
    when (select count(*) from looked) = open_workflows_of.row_limit then (select max(looked.id) from looked)
  end into ids, last_id;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.own_hold(job_id bigint, fence bigint)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  own bigint[] := cogo.own_fences(array[own_hold.fence], cogo.caller_tenant('artifacts:write'));
  owner uuid;
begin
  -- Held until the end of the transaction: who ends the hold locks the claim first, who renews it does not wait for this.
  perform from cogo.claims as claim where claim.fence = any(own) for key share;
  select job.tenant_id into owner
  from cogo.held join cogo.jobs as job on job.id = held.job_id
  where held.job_id = own_hold.job_id and held.fence = any(own);

  if owner is null then
    raise sqlstate 'PT409' using
      message = format('Cannot keep an artifact of job %s: you do not hold it under fence %s', own_hold.job_id, own_hold.fence),
      detail = 'lease_lost',
      hint = 'Stop working on it: the hold has ended, or was never yours. Whoever holds the job now keeps its artifacts.';
  end if;
  return owner;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.parse_cron(cron text, OUT seconds smallint[], OUT minutes smallint[], OUT hours smallint[], OUT days smallint[], OUT months smallint[], OUT weekdays smallint[], OUT either_day boolean, OUT is_wild boolean)
 RETURNS record
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  field text[] := array_remove(string_to_array(lower(translate(left(cron, 201), E'\t\n', '  ')), ' '), '');
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

CREATE OR REPLACE FUNCTION cogo.part_finished(finished jsonb, OUT succeeded jsonb, OUT failed jsonb, OUT released jsonb)
 RETURNS record
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  wrong integer;
begin
  perform cogo.check_holds(
    'finished', part_finished.finished,
    array['job_id', 'fence', 'outcome', 'result', 'error', 'retry_in_seconds', 'delay_seconds']
  );
  select
    coalesce(jsonb_agg(item.value order by item.ordinal) filter (where item.value -> 'outcome' = '"succeeded"'), '[]'),
    coalesce(jsonb_agg(item.value order by item.ordinal) filter (where item.value -> 'outcome' = '"failed"'), '[]'),
    coalesce(jsonb_agg(item.value order by item.ordinal) filter (where item.value -> 'outcome' = '"released"'), '[]'),
    min(item.ordinal - 1) filter (where (item.value - array['job_id', 'fence', 'outcome'] - case item.value -> 'outcome'
      when '"succeeded"' then array['result']
      when '"failed"' then array['error', 'retry_in_seconds']
      when '"released"' then array['delay_seconds']
    end = '{}') is not true)
  into succeeded, failed, released, wrong
  from jsonb_array_elements(part_finished.finished) with ordinality as item (value, ordinal);
  if wrong is not null then
    perform cogo.refuse_argument(format('finished[%s]', wrong), 'outcome must be succeeded (with result), failed (with error, retry_in_seconds) or released (with delay_seconds)');
  end if;
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
  elsif cogo.json_bytes(payload) > 262144 then
    message := 'The input has more bytes than the limit of 262144.';
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

CREATE OR REPLACE FUNCTION cogo.plan_artifact_round()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if not exists (select from cogo.artifact_rounds) then
    insert into cogo.artifact_rounds (due_at) values (cogo.now_() + interval '1 hour') on conflict do nothing;
  end if;
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
    or cogo.json_bytes(plan_quality_run.plan) > 65536 then
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

CREATE OR REPLACE FUNCTION cogo.published_schema(schema jsonb, id text)
 RETURNS jsonb
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return jsonb_build_object('$schema', 'https://json-schema.org/draft/2020-12/schema', '$id', published_schema.id) || case published_schema.schema
    when 'true' then '{}'
    when 'false' then '{"not": {}}'
    else published_schema.schema
  end;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.put_artifact(job_id bigint, fence bigint, name text, media_type text, size_bytes bigint, sha256 text, kind text, bucket text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  owner uuid := cogo.own_hold(put_artifact.job_id, put_artifact.fence);
  place text;
  known cogo.artifacts;
  kept cogo.artifacts;
begin
  perform cogo.check_artifact(put_artifact.name, put_artifact.media_type, put_artifact.size_bytes, put_artifact.sha256,
    put_artifact.kind, put_artifact.bucket);
  place := concat('local:', owner, '/', put_artifact.sha256);
  if put_artifact.bucket is not null then
    place := concat('storage:', put_artifact.bucket, '/', owner, '/', put_artifact.sha256);
  end if;
  perform cogo.lock_artifacts(array[owner::text]);
  perform cogo.refuse_doomed(array[place]);
  select * into known from cogo.artifacts as artifact
  where artifact.run_id is null and artifact.job_id = put_artifact.job_id and artifact.name = put_artifact.name;
  perform cogo.refuse_over_quota(owner, put_artifact.size_bytes - coalesce(known.size_bytes, 0));

  insert into cogo.artifacts as artifact
    (tenant_id, job_id, fence, name, kind, media_type, size_bytes, sha256, location, created_at)
  values (owner, put_artifact.job_id, put_artifact.fence, put_artifact.name, put_artifact.kind, put_artifact.media_type,
    put_artifact.size_bytes, put_artifact.sha256, place, cogo.now_())
  on conflict (run_id, job_id, name) do update set
    fence = excluded.fence, kind = excluded.kind, media_type = excluded.media_type, size_bytes = excluded.size_bytes,
    sha256 = excluded.sha256, location = excluded.location,
    created_at = case when artifact.sha256 = excluded.sha256 then artifact.created_at else excluded.created_at end
  returning * into kept;
  perform cogo.plan_artifact_round();
  return cogo.artifact_line(kept) || jsonb_build_object('outcome', case
    when known.id is null then 'created' when known.sha256 = kept.sha256 then 'unchanged' else 'replaced' end);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.raise_not_ready(tried text, problem text, next_step text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  raise sqlstate 'PT409' using
    message = format('Cannot %s: %s', raise_not_ready.tried, raise_not_ready.problem), detail = 'offboarding_not_ready',
    hint = raise_not_ready.next_step;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.readable_patterns(subscription cogo.subscriptions)
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  scopes text[];
begin
  -- Who polls shows a token that was checked; what is sent has only what the agent may have today.
  if subscription.kind = 'webhook' then
    select agent.scopes into scopes from cogo.agents as agent
    where agent.agent_id = subscription.agent_id and agent.tenant_id = subscription.tenant_id;
  end if;
  return array(
    select pattern from unnest(subscription.patterns) as pattern
    where cogo.is_granted(subscription.tenant_id, subscription.agent_id, 'subscribe', pattern)
      and (scopes is null or exists (
        select from unnest(scopes) as held where cogo.scope_covers(held, 'events:subscribe:' || pattern)
      ))
  );
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
  select known.* into hook from cogo.inbound_hooks as known where known.hook_id = receive_hook.hook_id and not known.paused
    and not exists (select from cogo.revocations as refused where refused.tenant_id = known.tenant_id and refused.subject_id = known.tenant_id);
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

CREATE OR REPLACE FUNCTION cogo.record_artifacts(artifacts jsonb)
 RETURNS TABLE(run_id uuid, name text, id uuid, outcome text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  item record;
  run cogo.quality_runs;
begin
  perform cogo.require_quality_batch(record_artifacts.artifacts, 'artifacts',
    array['run_id', 'job_id', 'fence', 'name', 'kind', 'media_type', 'size_bytes', 'sha256', 'location']);

  perform cogo.lock_artifacts(array(
    select run.tenant_id::text from cogo.artifacts_of(record_artifacts.artifacts) as given
    join cogo.quality_runs as run on run.id = given.run_id
  ));
  perform cogo.refuse_doomed(array(select given.location from cogo.artifacts_of(record_artifacts.artifacts) as given));
  for item in
    select given.* from cogo.artifacts_of(record_artifacts.artifacts) as given
    order by given.run_id, given.ordinal
  loop
    run := cogo.lock_quality_run(item.run_id);
    run_id := run.id;
    name := item.name;
    -- Whoever reads the row is shown the bytes: an agent may name those of its tenant alone.
    if cogo.caller_tenant() is not null
      and item.location !~ concat('^(local:|storage:[A-Za-z0-9_][A-Za-z0-9_.-]{0,62}/)', run.tenant_id, '/', item.sha256, '$') then
      perform cogo.refuse_argument('location', 'an agent''s is local:<its tenant>/<sha256> or storage:<bucket>/<its tenant>/<sha256>');
    end if;

    insert into cogo.artifacts as known
      (tenant_id, run_id, job_id, fence, name, kind, media_type, size_bytes, sha256, location, created_at)
    values (run.tenant_id, run.id, item.job_id, item.fence, item.name, item.kind, item.media_type,
      item.size_bytes, item.sha256, item.location, cogo.now_())
    on conflict (run_id, job_id, name) do update
    set fence = excluded.fence, kind = excluded.kind, media_type = excluded.media_type,
      size_bytes = excluded.size_bytes, sha256 = excluded.sha256, location = excluded.location,
      created_at = excluded.created_at
    where known.fence <= excluded.fence
    returning known.id into id;

    outcome := case when id is null then 'superseded' else 'recorded' end;
    return next;
  end loop;
  perform cogo.plan_artifact_round();
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
  new_ids bigint[] := '{}'::bigint[];
  part integer := 0;
begin
  wanted := cogo.letter_filter(redrive_matching.filter, tenant);
  if redrive_matching.max_jobs is null or redrive_matching.max_jobs not between 1 and 10000 then
    perform cogo.refuse_argument('max_jobs', 'it must be 1 to 10000');
  end if;
  if (redrive_matching.per_minute between 0.01 and 1000000) is false then
    perform cogo.refuse_argument('per_minute', 'it must be 0.01 to 1000000');
  end if;

  if wanted.tenant_id is null then
    dead := array(
      select letter.job_id
      from cogo.dead_letters as letter
      where letter.redriven_job_id is null and letter.discarded_at is null
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
  else
    dead := array( -- in the order that only the tenant's own index has
      select letter.job_id
      from cogo.dead_letters as letter
      where letter.redriven_job_id is null and letter.discarded_at is null
        and letter.tenant_id between wanted.tenant_id and wanted.tenant_id
        and (wanted.stage is null or letter.stage = wanted.stage)
        and (wanted.reason is null or letter.reason = wanted.reason)
        and (wanted.since is null or letter.dead_at >= wanted.since)
        and (wanted.until is null or letter.dead_at < wanted.until)
        and (wanted.type_prefix is null or exists (
          select from cogo.jobs as job where job.id = letter.job_id and starts_with(job.type, wanted.type_prefix)
        ))
      order by letter.tenant_id desc, letter.dead_at, letter.job_id
      limit redrive_matching.max_jobs
      for update skip locked
    );
  end if;

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

CREATE OR REPLACE FUNCTION cogo.refuse_access_audit_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  -- A tenant that is erased takes its rows along; nobody else's go.
  if tg_op = 'DELETE' and cogo.is_being_erased(old.tenant_id) then
    return old;
  end if;
  raise exception 'cogo: the audit of access is appended to and never changed' using errcode = 'insufficient_privilege';
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.refuse_audit_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  -- A tenant that is erased takes its chain along; nobody else's goes.
  if tg_op = 'DELETE' and cogo.is_being_erased(old.tenant_id) then
    return old;
  end if;
  raise exception 'cogo: the audit of keys is appended to and never changed' using errcode = 'insufficient_privilege';
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.refuse_doomed(locations text[])
 RETURNS void
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if exists (
    select from cogo.artifact_sweeps as swept
    where swept.location = any(refuse_doomed.locations) and swept.doomed_at > cogo.now_() - interval '10 minutes'
  ) then
    raise sqlstate 'PT409' using
      message = 'Cannot record the artifact: bytes like these, which nobody needed, are being deleted just now',
      detail = 'try_again',
      hint = 'Store the bytes again and record them again, after a second.';
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.refuse_over_quota(tenant_id uuid, more_bytes bigint)
 RETURNS void
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  room record;
begin
  select * into room from cogo.artifact_room(refuse_over_quota.tenant_id);
  if more_bytes > 0 and room.bytes + more_bytes > room.max_bytes then
    raise sqlstate 'PT409' using
      message = format('Cannot keep %s more bytes: the tenant''s artifacts take %s of %s bytes', more_bytes, room.bytes, room.max_bytes),
      detail = 'artifact_quota_exceeded',
      hint = 'Artifacts go with their jobs and runs; an operator raises the quota with set_artifact_quota.';
  end if;
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
  perform cogo.check_json('capabilities', register_worker.capabilities, 8192);
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
      or (jsonb_typeof(item -> 'delay_seconds') = 'number' and item -> 'delay_seconds' not between '0' and '2592000')
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

CREATE OR REPLACE FUNCTION cogo.reply_of(job cogo.jobs)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  final cogo.attempts;
  asked cogo.requests;
  letter cogo.dead_letters;
  timed_out boolean;
begin
  select * into final from cogo.attempts as ended where ended.job_id = job.id and ended.final;
  select * into asked from cogo.requests as known where known.job_id = job.id;
  timed_out := asked.timed_out_at is not null and coalesce(final.outcome = 'cancelled', true);
  if final.outcome = 'failed' then
    select * into letter from cogo.dead_letters as dead where dead.job_id = job.id;
  end if;
  return jsonb_build_object(
    'request_id', cogo.uuid_v7(job.created_at, job.id),
    'job_id', job.id,
    'state', case
      when timed_out then 'timed_out'
      when final.outcome is null then 'pending'
      when final.outcome = 'succeeded' then 'replied'
      else 'failed'
    end,
    'expires_at', asked.expires_at,
    'result', final.result,
    'error', case
      when timed_out then '{"class": "permanent", "reason": "timeout", "message": "the request timed out"}'::jsonb
      when final.outcome = 'cancelled' then jsonb_build_object(
        'class', 'permanent', 'reason', 'cancelled', 'message', coalesce(final.error ->> 'message', 'the job was cancelled')
      )
      when final.outcome = 'failed' then jsonb_build_object('class', 'transient', 'message', 'the job failed')
        || jsonb_strip_nulls(jsonb_build_object('stage', letter.stage, 'reason', letter.reason))
        || coalesce(final.error, '{}')
    end
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.request(job jsonb, timeout_seconds integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  at timestamptz := cogo.now_();
  expires timestamptz;
  cause record;
  asked record;
begin
  if request.timeout_seconds is null or request.timeout_seconds not between 1 and 2592000 then
    perform cogo.refuse_argument('timeout_seconds', 'it must be 1 to 2592000');
  end if;
  expires := at + make_interval(secs => request.timeout_seconds);
  if request.job ? 'cause' then
    cause := cogo.request_cause(request.job, at);
    expires := least(expires, cause.expires_at);
    job := coalesce(cause.inherited, '{}') || request.job;
  end if;

  select enqueued.job_id, enqueued.id, enqueued.created into asked from cogo.enqueue_jobs(jsonb_build_array(request.job)) as enqueued;
  if asked.created then
    insert into cogo.requests (job_id, expires_at, asked_by) values (asked.job_id, expires, cogo.caller_agent());
  else
    -- The first call's clock goes on; a job that was not asked for as a request gets none.
    select known.expires_at into expires from cogo.requests as known where known.job_id = asked.job_id;
  end if;
  return jsonb_build_object('request_id', asked.id, 'job_id', asked.job_id, 'created', asked.created, 'expires_at', expires);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.request_cause(job jsonb, at timestamp with time zone, OUT inherited jsonb, OUT expires_at timestamp with time zone)
 RETURNS record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  cause_id uuid := (request_cause.job ->> 'cause')::uuid;
  caller uuid := cogo.caller_tenant();
  tenant uuid := coalesce(caller, (request_cause.job ->> 'tenant_id')::uuid);
begin
  -- Another tenant's job is no cause that anything follows from, as one that is not there.
  select
    jsonb_strip_nulls(jsonb_build_object(
      'correlation_id', coalesce(cause.correlation_id, cause_id), 'tenant_id', case when caller is null then cause.tenant_id end
    )),
    asked.expires_at
  into inherited, expires_at
  from cogo.jobs as cause left join cogo.requests as asked on asked.job_id = cause.id
  where cause.id = cogo.uuid_number(cause_id) and cogo.uuid_v7(cause.created_at, cause.id) = cause_id
    and (tenant is null or cause.tenant_id = tenant);
  if expires_at <= request_cause.at then
    raise sqlstate 'PT409' using
      message = format('Cannot request: the time of its cause, request %s, is over', cause_id),
      detail = 'request_timed_out',
      hint = 'Nobody waits for what would follow; stop working on that request.';
  end if;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.request_contract(ruling cogo.job_types, type text, tenant uuid, OUT version text, OUT executor text, OUT request_schema jsonb, OUT reply_schema jsonb)
 RETURNS record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  version := left(encode(sha256(convert_to(format('%s|%s', ruling.payload_schema, ruling.result_schema), 'UTF8')), 'hex'), 16);
  executor := ruling.executor;
  if exists (select from cogo.routes) and strpos(request_contract.type, '*') = 0 then
    executor := coalesce(cogo.routed_executor(request_contract.type, request_contract.tenant), executor);
  end if;
  request_schema := cogo.published_schema(
    coalesce(ruling.payload_schema, '{"type": "object"}'), format('urn:cogo:request:%s:%s', request_contract.type, version)
  );
  reply_schema := cogo.published_schema(
    coalesce(ruling.result_schema, '{}'), format('urn:cogo:reply:%s:%s', request_contract.type, version)
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.requests_in_hand(jobs jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  told jsonb;
begin
  select jsonb_agg(jsonb_build_object('job_id', asked.job_id, 'expires_at', asked.expires_at, 'asked_by', asked.asked_by)) into told
  from jsonb_array_elements(requests_in_hand.jobs) as item (job)
  join cogo.requests as asked on asked.job_id = (item.job ->> 'job_id')::bigint;
  return case when told is null then '{}' else jsonb_build_object('requests', told) end;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.require_quality_batch(batch jsonb, field text, known_keys text[])
 RETURNS void
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  unknown_key text;
begin
  if coalesce(jsonb_typeof(require_quality_batch.batch), 'null') <> 'array'
    or jsonb_array_length(require_quality_batch.batch) not between 1 and 100
    or exists (
      select from jsonb_array_elements(require_quality_batch.batch) as item (value)
      where jsonb_typeof(item.value) <> 'object'
    ) then
    raise sqlstate 'PT400' using
      message = format('Cannot record: %s must be an array of 1 to 100 objects', require_quality_batch.field),
      detail = 'bad_argument',
      hint = format('Pass {"%s": [{…}, …]}.', require_quality_batch.field);
  end if;

  perform cogo.check_items(require_quality_batch.field, require_quality_batch.batch);
  select used.key into unknown_key
  from jsonb_array_elements(require_quality_batch.batch) as item (value),
    jsonb_object_keys(item.value) as used (key)
  where used.key <> all (require_quality_batch.known_keys)
  limit 1;

  if unknown_key is not null then
    raise sqlstate 'PT400' using
      message = format('Cannot record: %s has the unknown key %L', require_quality_batch.field, unknown_key),
      detail = 'bad_argument',
      hint = format('Known keys: %s.', array_to_string(require_quality_batch.known_keys, ', '));
  end if;
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
  insert into cogo.revocations (tenant_id, subject_id, kind, revoked_at) values (after.tenant_id, after.agent_id, 'agent', at)
  on conflict (tenant_id, subject_id) do update set kind = 'agent', revoked_at = at;
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
  select agent.tenant_id into tenant from cogo.agent_keys as key
  join cogo.agents as agent on agent.agent_id = key.agent_id
  where key.key_id = revoke_agent_key.key_id and (admin is null or agent.tenant_id = admin);
  if not found then
    perform cogo.raise_access_not_found('access_not_found', 'the key', revoke_agent_key.key_id::text);
  end if;
  -- Locked once it is known to be the caller's: another tenant's row waits for nobody here.
  select key.* into before from cogo.agent_keys as key where key.key_id = revoke_agent_key.key_id for update;
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
  select agent.tenant_id into tenant from cogo.agent_credentials as credential
  join cogo.agents as agent on agent.agent_id = credential.agent_id
  where credential.credential_id = revoke_credential.credential_id and (admin is null or agent.tenant_id = admin);
  if not found then
    perform cogo.raise_access_not_found('access_not_found', 'the credential', revoke_credential.credential_id::text);
  end if;
  -- Locked once it is known to be the caller's: another tenant's row waits for nobody here.
  select credential.* into before from cogo.agent_credentials as credential
  where credential.credential_id = revoke_credential.credential_id for update;
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

CREATE OR REPLACE FUNCTION cogo.ring_artifacts()
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return case when cogo.artifacts_due() then cogo.ring_function('artifacts/sweep') else 'nothing due' end;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.scan_subscription(subscription cogo.subscriptions, settled bigint, want integer, OUT ids uuid[], OUT messages jsonb, OUT end_id bigint, OUT end_ordinal integer)
 RETURNS record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  patterns text[] := cogo.readable_patterns(subscription);
  channels text := cogo.channel_regex(patterns);
  job_events record := cogo.wanted_job_events(patterns);
  tenants uuid[];
  reach bigint;
  last_place bigint[];
begin
  select case when bool_and(split_part(pattern, '.', 2) ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$')
    then array_agg(split_part(pattern, '.', 2))::uuid[] end
  into tenants
  from unnest(patterns) as pattern;
  reach := cogo.scan_reach(subscription.position_id, settled, job_events.wanted, job_events.types, tenants);

  with found as (
    select event.id, item.ordinal::integer, item.job_id, format(
      'tenant.%s.agent.cogo.%s.%s', job.tenant_id, split_part(job.type, '.', 1), event.type
    ) as channel, event.ts
    from cogo.events as event
    cross join lateral unnest(event.job_ids) with ordinality as item (job_id, ordinal)
    join cogo.jobs as job on job.id = item.job_id
    where job_events.wanted and event.id >= subscription.position_id and event.id <= reach
      and (job_events.types is null or event.type = any(job_events.types))
      and (tenants is null or event.tenant_id is null or event.tenant_id = any(tenants))
      and (event.id > subscription.position_id or item.ordinal > subscription.position_ordinal)
      and format('tenant.%s.agent.cogo.%s.%s', job.tenant_id, split_part(job.type, '.', 1), event.type) ~ channels
    union all
    select message.id, 1, null, format('tenant.%s.agent.%s.%s', message.tenant_id, message.agent, message.type), message.ts
    from cogo.messages as message
    where message.id > subscription.position_id and message.id <= reach
      and (tenants is null or message.tenant_id = any(tenants))
      and format('tenant.%s.agent.%s.%s', message.tenant_id, message.agent, message.type) ~ channels
    order by 1, 2
    limit scan_subscription.want
  )
  select
    array_agg(cogo.uuid_v7(found.ts, (found.id << 24) | found.ordinal) order by found.id, found.ordinal),
    jsonb_agg(jsonb_build_object(
      'channel', found.channel, 'attempt', 1 + subscription.losses, 'message', cogo.event_message(found.id, found.job_id)
    ) order by found.id, found.ordinal),
    max(array[found.id, found.ordinal])
  into ids, messages, last_place
  from found;

  if cardinality(ids) = scan_subscription.want then
    end_id := last_place[1];
    end_ordinal := last_place[2];
  else
    end_id := greatest(reach, subscription.position_id);
    end_ordinal := 2147483647;
  end if;
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
      ('cogo: drop receipts', 10, '* * * * *', 'select cogo.drop_receipts()'),
      ('cogo: forget routes', null, '23 * * * *', 'select cogo.forget_routes()'),
      ('cogo: ring artifacts', null, '53 * * * *', 'select cogo.ring_artifacts()'),
      ('cogo: tend offboarding', 2, '* * * * *', 'select cogo.tend_offboarding()')
  ) as listed (name, every_seconds, cron, command);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.scrub_rows(part text, leaving cogo.offboardings, OUT counts jsonb, OUT is_met boolean, OUT next jsonb)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  named record;
  id uuid;
  changed integer;
  total integer := 0;
begin
  for named in
    select attribute.attname as name, format_type(attribute.atttypid, null) as type from pg_catalog.pg_attribute as attribute
    where attribute.attrelid = to_regclass('cogo.' || scrub_rows.part) and attribute.attnum > 0 and not attribute.attisdropped
      and attribute.atttypid = any ('{text,jsonb,uuid,text[],uuid[]}'::regtype[])
  loop
    foreach id in array leaving.ids loop
      execute format(
        'update cogo.%1$I as one set %2$I = replace(one.%2$I::text, $1::text, $2::text)::%3$s where one.%2$I::text like ''%%'' || $1::text || ''%%''',
        scrub_rows.part, named.name, named.type
      ) using id, leaving.nobody;
      get diagnostics changed = row_count;
      total := total + changed;
    end loop;
  end loop;
  counts := jsonb_build_object(scrub_rows.part, total);
  is_met := total > 0;
  next := null;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.set_artifact_quota(max_bytes bigint, tenant_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  if set_artifact_quota.max_bytes is null or set_artifact_quota.max_bytes < 0 then
    perform cogo.refuse_argument('max_bytes', 'it must be a count of bytes, 0 or more');
  end if;
  insert into cogo.artifact_quotas as quota (tenant_id, max_bytes)
  values (set_artifact_quota.tenant_id, set_artifact_quota.max_bytes)
  on conflict on constraint one_artifact_quota_per_tenant do update set max_bytes = excluded.max_bytes;
  return jsonb_build_object('tenant_id', set_artifact_quota.tenant_id, 'max_bytes', set_artifact_quota.max_bytes);
end;
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
  if jsonb_typeof(set_inbound_hook.event_types) <> 'object' then
    perform cogo.refuse_argument('event_types', 'it must be an object of events and the job types that they make');
  end if;
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
  keys_at text := coalesce(set_oidc_trust.jwks_url, rtrim(set_oidc_trust.issuer, '/') || '/.well-known/jwks');
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
  -- One issuer, one place of its keys, whoever trusts it: else the keys of one tenant's trust would open another's.
  perform pg_advisory_xact_lock(hashtextextended('oidc_issuer:' || set_oidc_trust.issuer, 0));
  if exists (select from cogo.oidc_trusts as known where known.issuer = set_oidc_trust.issuer and known.jwks_url <> keys_at) then
    perform cogo.refuse_argument('jwks_url', 'another trust of this issuer reads its keys elsewhere; remove that one first');
  end if;
  insert into cogo.oidc_trusts as kept (trust_id, agent_id, issuer, audience, subject, jwks_url, created_at)
  values (
    gen_random_uuid(), agent.agent_id, set_oidc_trust.issuer, set_oidc_trust.audience, set_oidc_trust.subject,
    keys_at, cogo.now_()
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

CREATE OR REPLACE FUNCTION cogo.set_receipt_retention(keep_days integer)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if set_receipt_retention.keep_days not between 1 and 3650 then
    perform cogo.refuse_argument('keep_days', 'it must be 1 to 3650, or null to keep receipts for good');
  end if;
  insert into cogo.receipt_retention (keep_days) values (set_receipt_retention.keep_days)
  on conflict (only_row) do update set keep_days = excluded.keep_days;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.set_role_limits()
 RETURNS SETOF text
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  wanted record;
begin
  for wanted in
    select limits.role, limits.setting, limits.most
    from (values
      ('anon', 'statement_timeout', '3s'),
      ('anon', 'lock_timeout', '2s'),
      ('anon', 'idle_in_transaction_session_timeout', '10s'),
      ('authenticated', 'statement_timeout', '8s'),
      ('authenticated', 'lock_timeout', '5s'),
      ('authenticated', 'idle_in_transaction_session_timeout', '15s')
    ) as limits (role, setting, most)
    join pg_catalog.pg_roles as known on known.rolname = limits.role
    -- What is set already stays: a project may have chosen less, or more.
    where not exists (
      select from unnest(known.rolconfig) as config where starts_with(config, limits.setting || '=')
    )
  loop
    begin
      execute format('alter role %I set %s = %L', wanted.role, wanted.setting, wanted.most);
      return next format('%s: %s = %s', wanted.role, wanted.setting, wanted.most);
    exception when insufficient_privilege or internal_error then
      -- internal_error: another database of this server did it in the same moment.
      raise notice 'Cannot set % of role %: %. Next step: run as a role that may: alter role % set % = ''%'';',
        wanted.setting, wanted.role, sqlerrm, wanted.role, wanted.setting, wanted.most;
    end;
  end loop;
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
  perform cogo.check_json('job', set_schedule.settings -> 'job', 278528), cogo.check_json('workflow', set_schedule.settings -> 'workflow', 278528);
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

CREATE OR REPLACE FUNCTION cogo.signal_workflow(workflow_id uuid, signal text, payload jsonb)
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
  perform cogo.check_json('payload', signal_workflow.payload, 262144);

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

CREATE OR REPLACE FUNCTION cogo.snapshot_rows(part text, after jsonb, row_limit integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  spec record;
begin
  select known.* into spec from cogo.snapshot_parts() as known where known.part = snapshot_rows.part;
  if not found then
    perform cogo.refuse_argument('part', format('there is no part %L; list_snapshot_parts names them', snapshot_rows.part));
  end if;
  if (snapshot_rows.row_limit between 1 and 10000) is not true then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 10000');
  end if;
  return cogo.table_page(spec.relation, spec.omits, 'true', null, false, snapshot_rows.after, snapshot_rows.row_limit);
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
    select given.*, case when cogo.json_bytes(given.payload) > 262144 or jsonb_typeof(given.payload) <> 'object' then jsonb_build_object(
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

CREATE OR REPLACE FUNCTION cogo.start_offboarding(tenant_id uuid)
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
  if start_offboarding.tenant_id in (cogo.default_tenant(), cogo.notification_tenant()) is not false then
    perform cogo.refuse_argument('tenant_id', 'it must name a tenant; the operator''s own do not leave');
  end if;
  -- Who is only named in tokens gets a row: it holds the refusal of those.
  if not exists (select from cogo.tenants as known where known.tenant_id = start_offboarding.tenant_id)
    and cogo.has_tenant_rows(start_offboarding.tenant_id)
  then
    perform cogo.create_tenant('named in tokens only', start_offboarding.tenant_id, '{}');
  end if;
  tenant := cogo.own_tenant(start_offboarding.tenant_id);
  if not exists (select from cogo.offboardings as leaving where leaving.tenant_id = tenant.tenant_id) then
    if tenant.state <> 'leaving' then
      perform cogo.set_tenant_state(tenant.tenant_id, 'leaving');
    end if;
    insert into cogo.offboardings (tenant_id, started_at, erasable_at, salt, nobody, ids)
    values (
      tenant.tenant_id, at, at + interval '16 minutes', replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''),
      gen_random_uuid(), cogo.tenant_ids(tenant.tenant_id)
    );
    -- Before any job is ended: what would start the next one.
    perform cogo.still_tenant(tenant.tenant_id);
  else
    perform cogo.end_tenant_work(tenant.tenant_id);
  end if;
  return cogo.get_offboarding(tenant.tenant_id, false);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.still_tenant(tenant_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  update cogo.schedules as schedule set paused = true, next_due_at = null, next_run_at = null
  where schedule.tenant_id = still_tenant.tenant_id and not schedule.paused;
  update cogo.subscriptions as reader set paused_at = cogo.now_(), pause_reason = 'asked'
  where reader.tenant_id = still_tenant.tenant_id and reader.paused_at is null;
  update cogo.inbound_hooks as hook set paused = true where hook.tenant_id = still_tenant.tenant_id and not hook.paused;
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
  has_large boolean := cogo.check_items('jobs', jobs);
  first_type jsonb := jobs -> 0 -> 'type';
begin
  if jsonb_typeof(jobs) is distinct from 'array' or jsonb_array_length(jobs) > 1000 then
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
    max(case when has_large then cogo.json_bytes(item.payload) end),
    case when bool_and(coalesce(item.type = first_type, false)) and jsonb_typeof(first_type) = 'string' then first_type #>> '{}' end,
    exists (select from cogo.tenant_bounds)
  into new_ids, payloads, plain, has_keys, largest, only_type, has_bounds
  from (
    select
      nextval('cogo.jobs_id_seq') as id, each_job -> 'type' as type, each_job -> 'payload' as payload,
      each_job -> 'idempotency_key' as key,
      case when jsonb_typeof(each_job) = 'object' then each_job - '{type,payload,idempotency_key}'::text[] end as rest
    from jsonb_array_elements(jobs) as each_job
  ) as item;

  has_later := false;
  if not plain
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

CREATE OR REPLACE FUNCTION cogo.table_page(relation text, omits text[], condition text, tenant_id uuid, is_walked boolean, after jsonb, row_limit integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  columns record := cogo.snapshot_columns(table_page.relation, table_page.omits);
  key_list text;
  exact text;
  beyond text := 'true';
  page record;
begin
  -- A table without a primary key is small: settings, which come in one page.
  select string_agg(format('one.%I', name), ', ' order by ordinal) into key_list
  from unnest(coalesce(columns.keys, columns.kept)) with ordinality as key (name, ordinal);
  if table_page.after is not null then
    beyond := format('(%s) > (select %s from jsonb_populate_record(null::cogo.%I, $1) as one)', key_list, key_list, table_page.relation);
  end if;
  -- Readers of JSON round what has more than 53 bits: such numbers go as text.
  select coalesce(string_agg(format('%L, one.%I::text', attribute.attname, attribute.attname), ', '), '') into exact
  from pg_catalog.pg_attribute as attribute
  where attribute.attrelid = to_regclass('cogo.' || table_page.relation) and attribute.attname = any (columns.kept)
    and attribute.atttypid in ('bigint'::regtype, 'numeric'::regtype);
  execute format(
    $sql$
      select coalesce(jsonb_agg(looked.line order by looked.place) filter (where looked.is_wanted), '[]') as lines,
        count(*) as looked, jsonb_agg(looked.line order by looked.place desc) -> 0 as last_line
      from (
        select row_number() over (order by %1$s) as place, (to_jsonb(one) - $3) || jsonb_build_object(%4$s) as line, (%5$s) as is_wanted
        from cogo.%2$I as one
        where %3$s and (%6$s)
        order by %1$s
        limit $2
      ) as looked
    $sql$,
    key_list, table_page.relation, beyond, exact, case when table_page.is_walked then replace(table_page.condition, '$1', '$4') else 'true' end,
    case when table_page.is_walked then 'true' else replace(table_page.condition, '$1', '$4') end
  ) into page using table_page.after, table_page.row_limit,
    array(select name::text from unnest(table_page.omits) as name union select attname::text from pg_catalog.pg_attribute
      where attrelid = to_regclass('cogo.' || table_page.relation) and attgenerated <> ''), table_page.tenant_id;
  return jsonb_build_object(
    'rows', page.lines,
    'next', case when columns.keys is not null and page.looked = table_page.row_limit then (
      select jsonb_object_agg(key.name, page.last_line -> key.name) from unnest(columns.keys) as key (name)
    ) end
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.tenant_batch(part text, leaving cogo.offboardings, row_limit integer, OUT places tid[], OUT keys text[], OUT met bigint, OUT next jsonb)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  spec record;
  key_columns text[] := (cogo.snapshot_columns(tenant_batch.part, '{}')).keys;
  key_list text := (select string_agg(format('one.%I', name), ', ' order by ordinal) from unnest(key_columns) with ordinality as key (name, ordinal));
begin
  select known.* into spec from cogo.tenant_parts() as known where known.part = tenant_batch.part;
  execute format(
    $sql$
      with looked as materialized (
        select one.* , one.ctid as place from cogo.%1$I as one where %2$s %3$s limit $3
      ),
      wanted as materialized (select one.place, %4$s from looked as one where %5$s),
      locked as materialized (
        select one.ctid as place, %6$s as key from cogo.%1$I as one
        where one.ctid = any (array(select wanted.place from wanted)) for update skip locked
      )
      select coalesce((select array_agg(locked.place) from locked), '{}'), (select array_agg(locked.key) from locked),
        (select count(*) from wanted), case when (select count(*) from looked) = $3 then %7$s end
    $sql$,
    spec.part,
    case
      when not spec.is_walked then cogo.tenant_condition(spec.part)
      when leaving.after is null then 'true'
      else format('(%s) > (select %s from jsonb_populate_record(null::cogo.%I, $2) as one)', key_list, key_list, spec.part)
    end,
    case when spec.is_walked then 'order by ' || key_list else '' end,
    coalesce('one.' || quote_ident(key_columns[1]), 'null'),
    case when spec.is_walked then cogo.tenant_condition(spec.part) else 'true' end,
    coalesce('one.' || quote_ident(key_columns[1]), 'null') || '::text',
    case when spec.is_walked then format(
      '(select jsonb_build_object(%s) from looked as one order by %s limit 1)',
      (select string_agg(format('%L, one.%I', name, name), ', ') from unnest(key_columns) as name), replace(key_list, ',', ' desc,') || ' desc'
    ) else '''{}''::jsonb' end
  ) into places, keys, met, next using leaving.tenant_id, leaving.after, tenant_batch.row_limit;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.tenant_condition(part text, alias text DEFAULT 'one'::text)
 RETURNS text
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  spec record;
  outer_alias constant text := tenant_condition.alias || '_of';
begin
  select known.* into spec from cogo.tenant_parts() as known where known.part = tenant_condition.part;
  return concat_ws(' or ',
    case
      when spec.through is null then null
      when spec.parent is null then format('%I.%I = $1', tenant_condition.alias, spec.through)
      else format(
        'exists (select from cogo.%1$I as %2$I where %2$I.%3$I = %4$I.%5$I and (%6$s))', spec.parent, outer_alias,
        (cogo.snapshot_columns(spec.parent, '{}')).keys[1], tenant_condition.alias, spec.through, cogo.tenant_condition(spec.parent, outer_alias)
      )
    end,
    replace('(' || spec.also || ')', 'one.', quote_ident(tenant_condition.alias) || '.')
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.tenant_ids(tenant_id uuid)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return array(
    select tenant_ids.tenant_id
    union select one.agent_id from cogo.agents as one where one.tenant_id = tenant_ids.tenant_id
    union select one.agent_id from cogo.budgets as one where one.tenant_id = tenant_ids.tenant_id
    union select one.agent_id from cogo.subscriptions as one where one.tenant_id = tenant_ids.tenant_id
    union select one.agent_id from cogo.worker_devices as one where one.tenant_id = tenant_ids.tenant_id
    union select one.agent_id from cogo.rate_limits as one where one.tenant_id = tenant_ids.tenant_id
    union select one.agent_id from cogo.channel_grants as one where one.tenant_id = tenant_ids.tenant_id
    union select held.credential_id from cogo.agent_credentials as held join cogo.agents as one on one.agent_id = held.agent_id
      where one.tenant_id = tenant_ids.tenant_id
    union select one.key_id from cogo.secure_keys as one where one.tenant_id = tenant_ids.tenant_id
    union select one.hook_id from cogo.inbound_hooks as one where one.tenant_id = tenant_ids.tenant_id
    -- What is kept as a hash of the tenant alone.
    union select cogo.limit_hash('tenant', tenant_ids.tenant_id, null)
    union select cogo.short_hash('ingress:tenant:' || tenant_ids.tenant_id)
    except select null
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.tenant_parts()
 RETURNS TABLE(step bigint, part text, through text, parent text, erased text, is_exported boolean, is_walked boolean, omits text[], also text)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return query
  select row_number() over (), listed.*
  from (select * from cogo.tenant_parts_of_work() union all select * from cogo.tenant_parts_of_accounts()) as listed
  where to_regclass('cogo.' || listed.part) is not null;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.tenant_parts_of_accounts()
 RETURNS TABLE(part text, through text, parent text, erased text, is_exported boolean, is_walked boolean, omits text[], also text)
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  told constant text := 'one::text like ''%'' || $1::text || ''%''';
begin
  return query
  select listed.*
  from (
    values
      ('dropped_spend', 'window_id', 'budget_windows', 'budgets', false, false, '{}'::text[], null),
      ('budget_windows', 'budget_id', 'budgets', 'budgets', true, false, '{}', null),
      ('budgets', 'tenant_id', null, 'own', true, false, '{}', null),
      ('reservations', 'tenant_id', null, 'routing_decisions', true, true, '{grant_hash}', null),
      ('routing_outcomes', 'tenant_id', null, 'routing_decisions', true, true, '{}', null),
      ('route_sessions', null, null, 'routing_decisions', false, true, '{}',
        'one.session_key in (select (made.context ->> ''session'')::uuid from cogo.routing_decisions as made where made.tenant_id = $1)'),
      ('routing_decisions', 'tenant_id', null, 'own', true, true, '{}', null),
      ('usage_counters', 'tenant_id', null, 'own', true, false, '{}', null),
      ('rate_states', 'limit_id', 'rate_limits', 'rows', false, false, '{}',
        'one.subject_id = $1 or one.subject_id in (select agent_id from cogo.agents where tenant_id = $1 union all select key_id from cogo.secure_keys where tenant_id = $1)'),
      ('rate_limits', 'tenant_id', null, 'rows', true, false, '{}', 'one.key_id in (select key_id from cogo.secure_keys where tenant_id = $1)'),
      ('route_lists', 'policy_id', 'routing_policies', 'rows', false, false, '{}', null),
      ('router_reports', 'policy_v2', 'routing_policies', 'rows', true, false, '{}',
        'one.policy_v1 in (select policy_id from cogo.routing_policies where tenant_id = $1)'),
      ('routing_policies', 'tenant_id', null, 'rows', true, false, '{}', null),
      ('secure_keys_seals', 'tenant_id', null, 'secure_keys_audit', true, false, '{}', null),
      ('secure_keys_heads', 'tenant_id', null, 'secure_keys_audit', true, false, '{}', null),
      ('audit_checkpoints', 'tenant_id', null, 'secure_keys_audit', true, false, '{}', null),
      ('secure_keys_audit', 'tenant_id', null, 'own', true, true, '{}', null),
      ('outcome_notes', 'key_id', 'secure_keys', 'secure_keys', false, false, '{}', null),
      ('key_health', 'key_id', 'secure_keys', 'secure_keys', true, false, '{}', null),
      ('break_glass', 'key_id', 'secure_keys', 'secure_keys', true, false, '{}', null),
      ('secure_keys', 'tenant_id', null, 'rows', true, false, '{ciphertext,iv,wrapped_dek,dek_iv,checksum}', null),
      ('slo_burns', 'slo', 'slos', 'slos', true, false, '{}', null),
      ('slos', 'tenant_id', null, 'own', true, false, '{}', null),
      ('metric_rows', 'series_id', 'metric_series', 'metric_series', true, false, '{}', null),
      ('metric_series', 'tenant_id', null, 'own', true, false, '{}', null),
      ('alerts', null, null, 'scrub', false, false, '{}', told),
      ('alert_notices', null, null, 'scrub', false, false, '{}', told),
      ('alert_silences', null, null, 'scrub', false, false, '{}', told),
      ('notifications', null, null, 'scrub', false, false, '{}', told),
      ('metric_horizon', null, null, 'scrub', false, false, '{}', told),
      ('backlog_turns', null, null, 'scrub', false, false, '{}', told),
      ('members', 'tenant_id', null, 'rows', true, false, '{}', null),
      ('agent_credentials', 'agent_id', 'agents', 'agents', true, false, '{secret_sha256}', null),
      ('agent_keys', 'agent_id', 'agents', 'agents', true, false, '{}', null),
      ('oidc_trusts', 'agent_id', 'agents', 'agents', true, false, '{}', null),
      ('agents', 'tenant_id', null, 'own', true, false, '{}', null),
      ('access_audit', 'tenant_id', null, 'rows', true, false, '{}', null),
      ('projects', 'tenant_id', null, 'rows', true, false, '{}', null),
      ('revocations', 'tenant_id', null, 'last', true, false, '{}', null),
      ('offboardings', 'tenant_id', null, 'last', false, false, '{}', null),
      ('tenants', 'tenant_id', null, 'last', true, false, '{}', null)
  ) as listed (part, through, parent, erased, is_exported, is_walked, omits, also);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.tenant_parts_of_work()
 RETURNS TABLE(part text, through text, parent text, erased text, is_exported boolean, is_walked boolean, omits text[], also text)
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  channel constant text := 'one.channel like ''tenant.'' || $1::text || ''.%''';
  patterns constant text := '''.'' || $1::text || ''.'' = any(array(select substr(pattern, 7, 38) from unnest(one.patterns) as pattern))';
begin
  return query
  select listed.*
  from (
    values
      ('schedule_runs', 'schedule_id', 'schedules', 'rows', true, false, '{}'::text[], null),
      ('schedules', 'tenant_id', null, 'rows', true, false, '{}', null),
      ('subscription_dead_letters', 'subscription_id', 'subscriptions', 'rows', true, false, '{}', channel),
      ('redeliveries', 'subscription_id', 'subscriptions', 'rows', true, false, '{}', channel),
      ('subscriptions', 'tenant_id', null, 'rows', true, false, '{}', patterns),
      ('channel_grants', 'tenant_id', null, 'rows', true, false, '{}', replace(patterns, 'unnest(one.patterns)', 'unnest(array[one.pattern])')),
      ('inbound_deliveries', 'job_id', 'jobs', 'rows', true, true, '{}', null),
      ('inbound_hooks', 'tenant_id', null, 'rows', true, false, '{}', null),
      ('ingress_limits', 'tenant_id', null, 'rows', true, false, '{}', null),
      ('ingress_rates', null, null, 'rows', false, false, '{}', 'one.bucket = cogo.short_hash(''ingress:tenant:'' || $1::text)'),
      ('message_keys', null, null, 'rows', false, true, '{}',
        'exists (select from cogo.messages as message where message.id = (cogo.message_place(one.message_id)).event_id and message.tenant_id = $1)'),
      ('messages', 'tenant_id', null, 'rows', true, false, '{}', null),
      ('idempotency_keys', 'job_id', 'jobs', 'rows', false, true, '{}', null),
      ('workflow_timers', 'workflow_id', 'workflows', 'workflows', false, true, '{}', null),
      ('workflow_signals', 'workflow_id', 'workflows', 'workflows', true, true, '{}', null),
      ('workflow_steps', 'workflow_id', 'workflows', 'workflows', true, true, '{}', null),
      ('saga_log', 'workflow_id', 'workflows', 'workflows', true, true, '{}', null),
      ('flow_inbox', 'workflow_id', 'workflows', 'workflows', false, true, '{}', null),
      ('workflows', 'tenant_id', null, 'own', true, true, '{}', null),
      ('gate_results', 'run_id', 'quality_runs', 'quality_runs', true, false, '{}', null),
      ('gate_fixes', 'run_id', 'quality_runs', 'quality_runs', true, false, '{}', null),
      ('quality_runs', 'tenant_id', null, 'own', true, false, '{}', null),
      ('artifacts', 'tenant_id', null, 'rows', true, false, '{}', null),
      ('artifact_quotas', 'tenant_id', null, 'rows', true, false, '{}', null),
      ('artifact_sweeps', null, null, 'rows', false, false, '{}', 'one.location like ''%'' || $1::text || ''/%'''),
      ('attempts', 'job_id', 'jobs', 'jobs', true, true, '{}', null),
      ('dead_letters', 'tenant_id', null, 'jobs', true, true, '{}', null),
      ('cancels', 'job_id', 'jobs', 'jobs', true, true, '{}', null),
      ('kept_back', 'job_id', 'jobs', 'jobs', false, true, '{}', null),
      ('ready_notes', 'job_id', 'jobs', 'jobs', false, true, '{}', null),
      ('requests', 'job_id', 'jobs', 'jobs', true, true, '{}', null),
      ('ingress_callbacks', 'job_id', 'jobs', 'jobs', true, true, '{}', null),
      ('step_jobs', 'job_id', 'jobs', 'jobs', false, true, '{}', null),
      ('held', 'job_id', 'jobs', 'work', false, true, '{}', null),
      ('waiting', 'job_id', 'jobs', 'work', false, true, '{}', null),
      ('blocked', 'job_id', 'jobs', 'work', false, true, '{}', null),
      ('dependencies', 'job_id', 'jobs', 'work', false, true, '{}', null),
      ('parked', 'tenant_id', null, 'work', false, true, '{}', null),
      ('backlog', 'tenant_id', null, 'work', false, true, '{}', null),
      ('over_bound', 'tenant_id', null, 'work', false, true, '{}', null),
      ('key_queue', 'job_id', 'jobs', 'work', false, true, '{}', null),
      ('claims', 'tenant_id', null, 'work', false, true, '{}', null),
      ('jobs', 'tenant_id', null, 'own', true, true, '{}', null),
      ('events', 'tenant_id', null, 'own', true, true, '{}',
        'one.tenant_id is null and exists (select from cogo.jobs as named where named.id = any(one.job_ids) and named.tenant_id = $1)'),
      ('worker_heartbeats', 'device_id', 'worker_devices', 'worker_devices', true, false, '{}', null),
      ('worker_devices', 'tenant_id', null, 'rows', true, false, '{}', null),
      ('limits', 'tenant_id', null, 'rows', true, false, '{}', null),
      ('permit_locks', null, null, 'rows', false, false, '{}', 'one.limit_hash = cogo.limit_hash(''tenant'', $1, null)'),
      ('routes', 'tenant_id', null, 'rows', true, false, '{}', null),
      ('tenant_bounds', 'tenant_id', null, 'rows', true, false, '{}', null),
      ('tenant_loads', 'tenant_id', null, 'rows', false, false, '{}', null),
      ('conflict_notes', 'tenant_id', null, 'rows', false, false, '{}', null),
      ('schedule_notes', 'tenant_id', null, 'rows', false, false, '{}', null)
  ) as listed (part, through, parent, erased, is_exported, is_walked, omits, also);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.tenant_traces(tenant_id uuid, ids uuid[], after text)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
declare
  began constant timestamptz := clock_timestamp();
  sought uuid[];
  each record;
  traces jsonb := '[]'::jsonb;
begin
  if tenant_traces.tenant_id is null then
    perform cogo.refuse_argument('tenant_id', 'it is missing');
  elsif cardinality(tenant_traces.ids) > 100000 then
    perform cogo.refuse_argument('ids', 'there may be 100000 at most');
  end if;
  sought := cogo.tenant_ids(tenant_traces.tenant_id) || coalesce(tenant_traces.ids, '{}')
    || coalesce((select leaving.ids from cogo.offboardings as leaving where leaving.tenant_id = tenant_traces.tenant_id), '{}');
  for each in
    select format('%s.%s', namespace.nspname, class.relname) as name, class.oid
    from pg_catalog.pg_class as class
    join pg_catalog.pg_namespace as namespace on namespace.oid = class.relnamespace
    where namespace.nspname in ('cogo', 'pgmq') and class.relkind in ('r', 'm')
      and (tenant_traces.after is null or format('%s.%s', namespace.nspname, class.relname) collate "C" > tenant_traces.after collate "C")
    order by format('%s.%s', namespace.nspname, class.relname) collate "C"
  loop
    traces := traces || cogo.traces_in(each.oid, each.name, sought);
    if clock_timestamp() > began + interval '2 seconds' then
      return jsonb_build_object('traces', traces, 'next', each.name);
    end if;
  end loop;
  return jsonb_build_object('traces', traces, 'next', null);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.tenantless_tables()
 RETURNS TABLE(relation text, reason text)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return query
  select named.relation, listed.reason
  from (
    values
      ('{lanes,lane_rounds,lane_moves,doorbells}'::text[], 'of executors; a message in a queue names a job by number and goes with its end'),
      ('{job_types,workflow_definitions,definition_steps,notification_channels,vault_settings,kek_registry,signing_keys}',
        'what operators set for the whole project'),
      ('{llm_providers,llm_models,llm_prices,provider_health,provider_health_minutes,routing_snapshots,routing_clock}',
        'of models, not of those who call them'),
      ('{event_totals,event_folds,call_totals,call_folds,time_totals,http_flushes,refusal_notes}', 'sums over all tenants, by type, model or route'),
      ('{event_horizon,audit_cursor,ingress_cursor,retention,retention_walks,receipt_retention,alert_rounds,leaders,artifact_rounds}', 'how far the clock''s rounds have come'),
      ('{wake_notes}', 'hashes of limits, read by the next claim'),
      ('{used_assertions}', 'hashes of assertions until they expire, minutes later'),
      ('{erasures,erased_tenants}', 'what shows an erasure; neither names its tenant')
  ) as listed (relations, reason)
  cross join lateral unnest(listed.relations) as named (relation)
  where to_regclass('cogo.' || named.relation) is not null;
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
    'timed_out', cogo.expire_requests(null, at, 1000),
    'callbacks', cogo.tend_ingress(settled, at),
    'rung', cogo.ring_doorbells(),
    'webhooks', cogo.ring_webhooks(),
    'dropped', cogo.drop_messages(at, 1000)
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.tend_offboarding()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  leaving uuid;
  forgotten integer;
begin
  delete from cogo.erased_tenants as gone where gone.erased_at < cogo.now_() - interval '90 days';
  get diagnostics forgotten = row_count;
  -- One of them a round: two in one transaction would wait for each other's claims while they hold workflows.
  select known.tenant_id into leaving from cogo.offboardings as known
  where known.ended_at is null order by cogo.random_() limit 1 for update skip locked;
  if found then
    perform cogo.end_tenant_work(leaving);
  end if;
  return forgotten;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.traces_in(relation oid, name text, ids uuid[])
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  pattern constant text := '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
  counters text;
  counted jsonb;
begin
  select string_agg(format(
    '%L, count(*) filter (where %s)', attribute.attname, case attribute.atttypid
      when 'uuid'::regtype then format('one.%I = any ($1)', attribute.attname)
      when 'uuid[]'::regtype then format('one.%I && $1', attribute.attname)
      else format(
        'exists (select from regexp_matches(lower(one.%I::text), %L, ''g'') as found (words) where found.words[1]::uuid = any ($1))',
        attribute.attname, pattern
      )
    end
  ), ', ') into counters
  from pg_catalog.pg_attribute as attribute
  where attribute.attrelid = traces_in.relation and attribute.attnum > 0 and not attribute.attisdropped
    and attribute.atttypid = any ('{uuid,uuid[],text,text[],varchar,json,jsonb,jsonb[]}'::regtype[]);
  if counters is null then
    return '[]'::jsonb;
  end if;
  execute format('select jsonb_build_object(%s) from %s as one', counters, traces_in.relation::regclass) into counted using traces_in.ids;
  return (
    select coalesce(jsonb_agg(jsonb_build_object('table', traces_in.name, 'column', each.key, 'count', each.value) order by each.key), '[]')
    from jsonb_each(counted) as each where each.value <> '0'
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
  union all select * from cogo.verify_ingress()
  union all select * from cogo.verify_artifacts()
  union all select * from cogo.verify_offboarding();
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
  join cogo.revocations as refused on refused.tenant_id = member.tenant_id and refused.subject_id = member.user_id and refused.kind = 'member'
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

CREATE OR REPLACE FUNCTION cogo.verify_artifacts()
 RETURNS TABLE(invariant text, problem text, sample jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return query
  select 'an artifact of a job goes with it and is its tenant''s', format('%s are not', count(*)), to_jsonb((array_agg(artifact.id))[1:5])
  from cogo.artifacts as artifact
  where artifact.run_id is null
    and not exists (select from cogo.jobs as job where job.id = artifact.job_id and job.tenant_id = artifact.tenant_id)
  having count(*) > 0
  union all
  select 'bytes lie in the folder of their tenant', format('%s lie in another''s', count(*)), to_jsonb((array_agg(artifact.id))[1:5])
  from cogo.artifacts as artifact
  where cogo.location_tenant(artifact.location) not in ('', artifact.tenant_id::text)
  having count(*) > 0
  union all
  select 'what is being swept has no row', format('%s have', count(*)), jsonb_agg(swept.location)
  from cogo.artifact_sweeps as swept
  where swept.doomed_at > cogo.now_() - interval '10 minutes'
    and exists (select from cogo.artifacts as artifact where artifact.location = swept.location)
  having count(*) > 0
  union all
  select 'where artifacts are kept, sweeps are planned', format('%s are kept and none is', count(*)), to_jsonb((array_agg(artifact.id))[1:5])
  from cogo.artifacts as artifact
  where artifact.run_id is null and not exists (select from cogo.artifact_rounds)
  having count(*) > 0;
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
        where decision.decision_id <= (select fold.decision_id from cogo.call_folds as fold))
        + coalesce((select gone.dropped_decisions from cogo.receipt_retention as gone), 0) as made
  ) as told
  where told.counted > told.made
  union all
  select 'what was done with keys is counted once', format('%s apart', told.counted - told.done), '[]'
  from (
    select
      coalesce((select sum(total.total) from cogo.call_totals as total where total.name like 'key\_%'), 0) as counted,
      (select count(*) from cogo.secure_keys_audit as entry
        where entry.audit_id <= (select fold.audit_id from cogo.call_folds as fold) and (entry.ok or entry.action = 'open'))
        + coalesce((select fold.erased_audits from cogo.call_folds as fold), 0) as done
  ) as told
  where told.counted <> told.done;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.verify_events()
 RETURNS TABLE(invariant text, problem text, sample jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return query
  select 'a cursor stays below the settled number', format('%s have read further', count(*)), jsonb_agg(reader.name)
  from cogo.subscriptions as reader
  where reader.position_id > greatest(reader.start_id, (select max(horizon.settled_id) from cogo.event_horizon as horizon), 0)
  having count(*) > 0
  union all
  select 'a batch in hand is under the newest fence', format('%s are under an old one', count(*)), jsonb_agg(reader.name)
  from cogo.subscriptions as reader
  where reader.batch is not null and reader.acked_fence >= reader.fence
  having count(*) > 0
  union all
  select 'a message is retried or still to be read', format('%s are both', count(*)), jsonb_agg(retry.message_id)
  from cogo.redeliveries as retry
  join cogo.subscriptions as reader on reader.id = retry.subscription_id
  cross join lateral cogo.message_place(retry.message_id) as place
  where (place.event_id, place.ordinal) > (reader.position_id, reader.position_ordinal)
  having count(*) > 0
  union all
  select 'a message is retried or dead', format('%s are both', count(*)), jsonb_agg(retry.message_id)
  from cogo.redeliveries as retry
  join cogo.subscription_dead_letters as letter
    on letter.subscription_id = retry.subscription_id and letter.message_id = retry.message_id
  having count(*) > 0
  union all
  select 'a retried or dead message has its subscription', format('%s have none', count(*)), jsonb_agg(kept.message_id)
  from (
    select retry.subscription_id, retry.message_id from cogo.redeliveries as retry
    union all select letter.subscription_id, letter.message_id from cogo.subscription_dead_letters as letter
  ) as kept
  where not exists (select from cogo.subscriptions as reader where reader.id = kept.subscription_id)
  having count(*) > 0
  union all
  select 'a number is an event or a message', format('%s are both', count(*)), jsonb_agg(message.id)
  from cogo.messages as message
  where exists (select from cogo.events as event where event.id = message.id)
  having count(*) > 0
  union all
  select 'a settled number stays below the newest', format('%s lies above', max(horizon.settled_id)), jsonb_agg(horizon.settled_id)
  from cogo.event_horizon as horizon
  where horizon.settled_id > coalesce(pg_sequence_last_value('cogo.events_id_seq'::regclass), 0)
  having count(*) > 0
  union all
  select 'a request that timed out does not stay open', format('%s do', count(*)), jsonb_agg(asked.job_id)
  from cogo.requests as asked
  where asked.timed_out_at is not null
    and not exists (select from cogo.attempts as final where final.job_id = asked.job_id and final.final)
    and not exists (select from cogo.cancels as wish where wish.job_id = asked.job_id and wish.hard)
    and exists (select from cogo.jobs as job where job.id = asked.job_id)
  having count(*) > 0
  union all
  select 'a request ends no later than its cause', format('%s do', count(*)), jsonb_agg(asked.job_id)
  from cogo.requests as asked
  join cogo.jobs as job on job.id = asked.job_id
  join cogo.requests as first on first.job_id = cogo.uuid_number(job.cause)
  join cogo.jobs as cause on cause.id = first.job_id
    and cogo.uuid_v7(cause.created_at, cause.id) = job.cause and cause.tenant_id = job.tenant_id
  where asked.expires_at > first.expires_at
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
    + coalesce((select gone.cost_nano from cogo.dropped_spend as gone where gone.window_id = account.window_id), 0)
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
      coalesce((select sum(outcome.counted_nano) from cogo.routing_outcomes as outcome), 0)
        + coalesce((select gone.dropped_nano from cogo.receipt_retention as gone), 0) as outcomes
  ) as told
  where told.counters <> told.outcomes;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.verify_offboarding()
 RETURNS TABLE(invariant text, problem text, sample jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return query
  select 'a tenant that leaves is refused', format('%s are not', count(*)), jsonb_agg(leaving.tenant_id)
  from cogo.offboardings as leaving
  where not exists (
    select from cogo.tenants as tenant
    join cogo.revocations as refused on refused.tenant_id = tenant.tenant_id and refused.subject_id = tenant.tenant_id
    where tenant.tenant_id = leaving.tenant_id and tenant.state = 'leaving'
  )
  having count(*) > 0
  union all
  select 'nothing of a tenant that leaves runs by itself', format('%s schedules or hooks do', count(*)), jsonb_agg(running.name)
  from (
    select schedule.tenant_id, schedule.name from cogo.schedules as schedule where not schedule.paused
    union all select hook.tenant_id, hook.name from cogo.inbound_hooks as hook where not hook.paused
  ) as running
  join cogo.offboardings as leaving on leaving.tenant_id = running.tenant_id
  having count(*) > 0
  union all
  select 'what was erased has no tenant', format('%s have one', count(*)), jsonb_agg(tenant.tenant_id)
  from cogo.tenants as tenant
  where exists (select from cogo.erased_tenants) and cogo.is_erased_tenant(tenant.tenant_id)
  having count(*) > 0;
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
      and not exists (
        select from cogo.revocations as refused
        where refused.tenant_id = webhook.tenant_id and refused.subject_id in (webhook.tenant_id, webhook.agent_id)
      )
      and (
        webhook.position_id < settled or webhook.position_ordinal < 2147483647 or webhook.leased_until is not null
        or exists (select from cogo.redeliveries as retry where retry.subscription_id = webhook.id and retry.due_at <= at)
      )
  );
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.with_broken_results(settled jsonb, succeeded jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return (
    select coalesce(jsonb_agg(
      case when broken.error is null then item.value else item.value || jsonb_build_object('error', broken.error) end
      order by item.ordinal
    ), '[]')
    from jsonb_array_elements(with_broken_results.settled) with ordinality as item (value, ordinal)
    left join lateral (
      select ended.error from jsonb_to_recordset(with_broken_results.succeeded) as given (job_id bigint, fence bigint)
      join cogo.attempts as ended on ended.job_id = given.job_id and ended.fence = given.fence
      where item.value ->> 'outcome' in ('retried', 'dead_lettered') and given.job_id = (item.value ->> 'job_id')::bigint
      limit 1
    ) as broken on true
  );
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
    if parted.succeeded <> '[]' and exists (select from cogo.job_types as ruled where ruled.result_schema is not null) then
      ended := cogo.with_broken_results(ended, parted.succeeded);
    end if;
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
    if exists (select from cogo.requests) then
      answer := answer || cogo.requests_in_hand(answer -> 'jobs');
    end if;
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

ALTER TABLE "cogo"."artifacts" ADD CONSTRAINT "an_artifact_is_a_runs_or_a_jobs" CHECK (((run_id IS NOT NULL) OR (job_id IS NOT NULL)));

ALTER TABLE "cogo"."dropped_spend" ADD CONSTRAINT "dropped_spend_window_id_fkey" FOREIGN KEY (window_id) REFERENCES cogo.budget_windows(window_id) ON DELETE CASCADE;

ALTER TABLE "cogo"."offboardings" ADD CONSTRAINT "offboardings_tenant_id_fkey" FOREIGN KEY (tenant_id) REFERENCES cogo.tenants(tenant_id);

CREATE INDEX artifacts_bytes_idx ON cogo.artifacts USING btree (tenant_id) INCLUDE (size_bytes);

CREATE INDEX artifacts_job_idx ON cogo.artifacts USING btree (job_id, id) WHERE (job_id IS NOT NULL);

CREATE INDEX artifacts_location_idx ON cogo.artifacts USING btree (location);

CREATE INDEX dead_letters_tenant_idx ON cogo.dead_letters USING btree (tenant_id, dead_at DESC, job_id DESC);

CREATE INDEX jobs_correlation_idx ON cogo.jobs USING btree (correlation_id, tenant_id, id) WHERE (correlation_id IS NOT NULL);

CREATE INDEX messages_correlation_idx ON cogo.messages USING btree (correlation_id, tenant_id, id) WHERE (correlation_id IS NOT NULL);

CREATE INDEX reservations_leases_idx ON cogo.reservations USING btree (created_at) WHERE (model_id = 0);

CREATE INDEX routing_decisions_tenant_idx ON cogo.routing_decisions USING btree (tenant_id, decision_id);

CREATE INDEX workflows_tenant_idx ON cogo.workflows USING btree (tenant_id, id);

COMMENT ON COLUMN "cogo"."artifact_quotas"."max_bytes" IS 'Bytes of all artifacts of the tenant together; 0 lets none in.';

COMMENT ON COLUMN "cogo"."artifact_quotas"."tenant_id" IS 'Null = each tenant that has no quota of its own.';

COMMENT ON COLUMN "cogo"."artifact_rounds"."due_at" IS 'From then on cogo.artifacts_due says yes; each sweep puts it off, so that the clocks hourly look finds it due again.';

COMMENT ON COLUMN "cogo"."artifact_rounds"."only_row" IS 'One row: this is what keeps it one.';

COMMENT ON COLUMN "cogo"."artifact_sweeps"."doomed_at" IS 'A mark of before ten minutes is of a sweep that died, and counts no more.';

COMMENT ON COLUMN "cogo"."artifact_sweeps"."location" IS 'As cogo.artifacts.location has it.';

COMMENT ON COLUMN "cogo"."artifacts"."location" IS 'local:<tenant>/<sha256> (bytes in ARTIFACTS_DIR) or storage:<bucket>/<tenant>/<sha256>; the function artifacts serves both. Older rows: local:<sha256>, storage:<bucket>/quality/….';

COMMENT ON COLUMN "cogo"."artifacts"."run_id" IS 'The quality run it belongs to and goes with; null = it belongs to its job, and goes with that.';

COMMENT ON COLUMN "cogo"."call_folds"."erased_audits" IS 'How many rows of the audit of keys that were counted went with their tenants.';

COMMENT ON COLUMN "cogo"."erased_tenants"."tenant_hash" IS 'cogo.short_hash of erased: and the tenant_id.';

COMMENT ON COLUMN "cogo"."erasures"."counts" IS 'How many rows of each part were erased.';

COMMENT ON COLUMN "cogo"."erasures"."ended_at" IS 'When its work had ended.';

COMMENT ON COLUMN "cogo"."erasures"."export_sha256" IS 'The digest of the export''s manifest; null = the export was waived.';

COMMENT ON COLUMN "cogo"."erasures"."proof" IS 'SHA-256 of the salt, a colon and the tenant_id.';

COMMENT ON COLUMN "cogo"."erasures"."started_at" IS 'When it began to leave; ended_at: when its work had ended.';

COMMENT ON COLUMN "cogo"."offboardings"."after" IS 'The key up to which its table was walked; null = from the beginning.';

COMMENT ON COLUMN "cogo"."offboardings"."counts" IS 'How many rows of each part are erased.';

COMMENT ON COLUMN "cogo"."offboardings"."ended_at" IS 'When a way that began after erasable_at had met none.';

COMMENT ON COLUMN "cogo"."offboardings"."erasable_at" IS 'From when on no token that was given out before the start can be in use any more.';

COMMENT ON COLUMN "cogo"."offboardings"."erasing_since" IS 'When erasing began; from then on, and of this tenant alone, what is only appended to may be deleted.';

COMMENT ON COLUMN "cogo"."offboardings"."export_sha256" IS 'The digest of the export, as who took it told it; null = it was waived.';

COMMENT ON COLUMN "cogo"."offboardings"."exported" IS 'Parts that were read to their end since ended_at.';

COMMENT ON COLUMN "cogo"."offboardings"."ids" IS 'What the scan looks for: the tenant, its agents, keys, credentials and hooks (cogo.tenant_ids).';

COMMENT ON COLUMN "cogo"."offboardings"."nobody" IS 'Takes the place of the tenant''s ids in what operators were told. Random, kept nowhere else.';

COMMENT ON COLUMN "cogo"."offboardings"."pass_found" IS 'Whether the present pass over all parts met rows: the last one meets none.';

COMMENT ON COLUMN "cogo"."offboardings"."salt" IS 'Hashed with the tenant_id it gives the proof''s number; whoever asked keeps it, it goes with the row.';

COMMENT ON COLUMN "cogo"."offboardings"."step" IS 'Which of cogo.tenant_parts is being erased.';

COMMENT ON COLUMN "cogo"."offboardings"."walk" IS 'What is looked through for open work at present: workflows, then jobs.';

COMMENT ON COLUMN "cogo"."offboardings"."walk_after" IS 'Up to which id.';

COMMENT ON COLUMN "cogo"."offboardings"."walk_began_at" IS 'When the present way along both began.';

COMMENT ON COLUMN "cogo"."offboardings"."walk_found" IS 'Whether it met open work.';

COMMENT ON COLUMN "cogo"."receipt_retention"."dropped_decisions" IS 'How many since the beginning.';

COMMENT ON COLUMN "cogo"."receipt_retention"."dropped_nano" IS 'What they cost, as cogo.usage_counters still know.';

COMMENT ON COLUMN "cogo"."receipt_retention"."keep_days" IS 'Null = for good; api.set_receipt_retention.';

COMMENT ON COLUMN "cogo"."receipt_retention"."only_row" IS 'One row: this is what keeps it one.';

COMMENT ON COLUMN "cogo"."requests"."asked_by" IS 'The agent that asked; null = an operator, or a token without agent_id.';

COMMENT ON COLUMN "cogo"."requests"."expires_at" IS 'Until when a reply counts; never later than that of the request that caused it.';

COMMENT ON COLUMN "cogo"."routing_snapshots"."left_at" IS 'When a list last took another in its place; null = none did.';

COMMENT ON FUNCTION "api"."ack_subscription"(text, bigint, jsonb, uuid, uuid) IS 'Ends a batch: {outcome: acked | lease_lost}. failures [{id, error, retry_in_seconds}] are delivered again with backoff, then dead letters; messages after up_to go back untouched. Scope: events:subscribe. Errors: bad_argument (400), not_an_agent (401), agent_revoked, channel_forbidden, insufficient_scope (403), subscription_not_found (404), payload_too_large (413).';

COMMENT ON FUNCTION "api"."artifact_usage"(uuid) IS 'What a tenant''s artifacts take and may take: {tenant_id, bytes, artifacts, max_bytes}. Scope: artifacts:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."begin_artifact"(bigint, bigint, text, bigint) IS 'Whether a file may be uploaded for a job that the caller holds: {tenant_id}. The function artifacts asks it before it takes the bytes. Scope: artifacts:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), artifact_quota_exceeded, lease_lost (409).';

COMMENT ON FUNCTION "api"."create_tenant"(text, uuid, jsonb) IS 'Creates a tenant; with a tenant_id that is there it answers that one, created false. For operators. Errors: bad_argument (400), access_conflict (409).';

COMMENT ON FUNCTION "api"."describe_request_type"(text) IS 'The contract of a request type: {type, ruled_by, version, request_schema, reply_schema, timeout_seconds: {default, maximum}, max_attempts, lease_seconds, max_bytes, answered_by: {executor, scope, has_live_workers}}. The schemas are JSON Schema 2020-12 with an $id. Scope: jobs:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."erase_tenant"(uuid, text, boolean, integer) IS 'Erases a tenant whose work has ended and which was exported: about a second of it, so call it until is_erased. A call that was killed changed nothing. Answers {is_erased, erased}, at last {is_erased, proof, salt, started_at, ended_at, erased_at, counts, export_sha256}. For operators. Errors: bad_argument (400), tenant_not_found (404), offboarding_not_ready (409).';

COMMENT ON FUNCTION "api"."export_tenant"(uuid, text, jsonb, integer) IS 'A page of a part of a tenant, without secrets: {rows, next}; give next as after until it is null, also when rows is empty. For operators. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."fail_jobs"(jsonb) IS 'Ends held jobs [{job_id, fence, error: {class, message, reason, stage, details}, retry_in_seconds}] as failed. Each is decided alone: retried, dead_lettered, cancelled, released (lease_conflict) or lease_lost. Scope: jobs:work. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), payload_too_large (413).';

COMMENT ON FUNCTION "api"."find_erasure"(uuid, text) IS 'The proof that a tenant was erased, found by its id and the salt that who erased it was given: {proof, started_at, ended_at, erased_at, counts, export_sha256}; null = there is none. For operators. No errors.';

COMMENT ON FUNCTION "api"."get_artifacts"(uuid[]) IS 'Artifacts by 1 to 100 ids, in the order given; what is not there is left out. Scope: artifacts:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."get_offboarding"(uuid, boolean) IS 'How far a tenant''s leaving has come: {tenant_id, state, started_at, erasable_at, ended_at, has_met_work, salt, ids, to_export, erased}; state is not_leaving, ending, ended or erasing. count_rows adds left, how many rows of each part are there: it reads whole tables. For operators. Errors: tenant_not_found (404).';

COMMENT ON FUNCTION "api"."get_replies"(bigint[]) IS 'How up to 1000 requests stand: {now, replies: [{request_id, job_id, state: pending | replied | failed | timed_out | not_found, expires_at, result, error}]}, in the order given. Those left out did not fit into 2 MB: ask again for them. Scope: jobs:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."get_reply"(bigint, uuid) IS 'How a request stands: {request_id, job_id, state: pending | replied | failed | timed_out, expires_at, result, error: {class, message, stage, reason}}. Scope: jobs:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), job_not_found (404).';

COMMENT ON FUNCTION "api"."ingress_enqueue"(jsonb, text, text) IS 'Lets one job in, as enqueue_jobs takes it, or answers why not: {refused: {status, details: rate_limited | overloaded | budget_exceeded | …, retry_after_ms}}. The function ingress calls it. Scope: jobs:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), payload_too_large (413).';

COMMENT ON FUNCTION "api"."list_artifacts"(bigint, uuid, uuid, integer) IS 'A page (1 to 1000) of the artifacts of a job, or of a quality run; after is the last artifact_id of the page before. Of another tenant''s: none. Scope: artifacts:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."list_correlated"(uuid, bigint, uuid, integer, uuid) IS 'Who caused what: {correlation_id, jobs: [{id, job_id, type, cause, state, is_request, asked_by, expires_at, worker, attempt, created_at, finished_at, error}], messages: [{id, type, cause, channel, ts}], next: {after_job_id, after_message} or null}. A cause is the id of another one. Pass what next says for the next page; tenant_id is for operators. Scope: jobs:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."list_export_parts"() IS 'What an export of a tenant is made of, in order. For operators. No errors.';

COMMENT ON FUNCTION "api"."list_jobs"(text, text, bigint, integer, text, uuid, timestamp with time zone, timestamp with time zone) IS 'Jobs, newest first; since and until (exclusive) look at created_at; only_tenant is for operators. Pass next_before_job_id as before_job_id for the next page; a page may be short, and a lone row without job_id says that a million jobs (for an agent: 100,000 of all tenants'') held no match: go on from its cursor. Scope: jobs:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."list_request_types"(text, text, integer) IS 'What may be asked for: registered types, and prefixes (is_pattern) that rule all below them, by name. Pass the last type as after for the next page; describe_request_type tells one whole. Scope: jobs:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

COMMENT ON FUNCTION "api"."list_tenant_bytes"(uuid, uuid, integer) IS 'Where the bytes of a tenant''s artifacts are: {bytes: [{location, is_shared}], next}; another tenant has the same bytes where is_shared. For operators. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."put_artifact"(bigint, bigint, text, text, bigint, text, text, text) IS 'Records a file of a job that the caller holds, once its bytes are stored, as the function artifacts does: {artifact_id, …, outcome: created | unchanged | replaced}. Scope: artifacts:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), artifact_quota_exceeded, lease_lost, try_again (409).';

COMMENT ON FUNCTION "api"."record_artifacts"(jsonb) IS 'Keeps 1 to 100 artifact rows, all or none; outcome recorded or superseded. Scope: quality:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), quality_run_not_found (404), try_again (409), payload_too_large (413).';

COMMENT ON FUNCTION "api"."record_gate_fixes"(jsonb) IS 'Keeps 1 to 100 gate fixes, all or none; outcome recorded, superseded or run_finished, result fixed, not_enough or worse. Scope: quality:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), quality_run_not_found (404), payload_too_large (413).';

COMMENT ON FUNCTION "api"."record_gate_results"(jsonb) IS 'Keeps 1 to 100 gate verdicts, all or none; outcome recorded, superseded or run_finished. Scope: quality:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), quality_run_not_found (404), payload_too_large (413).';

COMMENT ON FUNCTION "api"."release_jobs"(jsonb) IS 'Gives held jobs [{job_id, fence, delay_seconds}] back without using an attempt. Each is decided alone: released, cancelled or lease_lost. Scope: jobs:work. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), payload_too_large (413).';

COMMENT ON FUNCTION "api"."request"(text, jsonb, integer, text, text, uuid, uuid, text, uuid) IS 'Asks another agent: enqueues a job that is cancelled hard when no reply came in time. A cause (a job''s public id) gives its correlation, and its own time where it is a request. Answers {request_id, job_id, created, expires_at}. Scope: jobs:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), idempotency_conflict, request_timed_out (409), payload_too_large (413), schema_mismatch (422).';

COMMENT ON FUNCTION "api"."set_artifact_quota"(bigint, uuid) IS 'Bounds the bytes of artifacts that a tenant (null: each without a quota of its own) may keep. For operators. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."set_receipt_retention"(integer) IS 'Sets for how many days the receipt of a decision is kept, with what its attempts reserved and cost: 1 to 3650, null = for good; ninety until it is set. Counters and accounts keep the sums. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."settle_route"(uuid, integer, jsonb, text, integer, integer, integer, bigint) IS 'Ends an attempt and bills it: usage as the provider told it (null = not told: the estimate is billed). Answers {decision_id, attempt, cost_nano, is_estimate, usage}; the same again answers the same. Scope: route:select. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), decision_not_found (404), already_settled (409), payload_too_large (413).';

COMMENT ON FUNCTION "api"."settle_routes"(jsonb) IS 'Settles many attempts [{decision_id, attempt, usage, status, http_status, first_token_ms, total_ms, retry_after_ms}], up to 1000, each as settle_route does; one that cannot be answers {refused: {…}} and stops no other. Scope: route:select. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), payload_too_large (413).';

COMMENT ON FUNCTION "api"."start_jobs"(jsonb) IS 'Moves assigned jobs [{job_id, fence}] to running. Each is decided alone: started, cancel_requested (not started, release it) or lease_lost. Scope: jobs:work. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), payload_too_large (413).';

COMMENT ON FUNCTION "api"."start_offboarding"(uuid) IS 'Lets a tenant leave: its tokens are refused from the next call on, its schedules, subscriptions and hooks are paused, and its open work is cancelled in batches: by the clock, and by each repeat of the call. It cannot be taken back. Answers as get_offboarding. For operators. Errors: bad_argument (400), tenant_not_found (404).';

COMMENT ON FUNCTION "api"."tenant_traces"(uuid, uuid[], text) IS 'Where a tenant, or one of ids, is still named: {traces: [{table, column, count}], next}. Reads every row of every table; give next as after until it is null. For operators. Errors: bad_argument (400).';

COMMENT ON FUNCTION "api"."work"(text, jsonb, bigint[], integer, text) IS 'A worker''s whole turn in one round trip: settles finished [{job_id, fence, outcome: succeeded | failed | released, ...}], renews fences, claims and starts up to want jobs. Answers {now, finished, renewed, jobs} and, where somebody waits for a reply, requests [{job_id, expires_at, asked_by}]; a result that breaks its schema is told in finished with its error. Scope: jobs:work. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), payload_too_large (413).';

COMMENT ON FUNCTION "cogo"."artifact_line"(cogo.artifacts) IS 'An artifact as the readers tell it; url is relative to the project''s address and wants a token or key.';

COMMENT ON FUNCTION "cogo"."artifact_room"(uuid) IS 'What a tenant''s artifacts take and may take, in bytes. Counted over an index that holds both; artifacts are few beside jobs.';

COMMENT ON FUNCTION "cogo"."artifact_usage"(uuid) IS 'What a tenant''s artifacts take: {tenant_id, bytes, artifacts, max_bytes}. Of the caller''s own; an operator names one.';

COMMENT ON FUNCTION "cogo"."artifacts_due"() IS 'Whether it is time to look for bytes that no artifact names.';

COMMENT ON FUNCTION "cogo"."artifacts_swept"(text[], boolean) IS 'The bytes at these places are gone; after the last ones of a round the next is due at the clock''s next hour.';

COMMENT ON FUNCTION "cogo"."begin_artifact"(bigint, bigint, text, bigint) IS 'Whether an upload may begin, before its bytes are taken: {tenant_id}. What it comes to put_artifact decides.';

COMMENT ON FUNCTION "cogo"."caused_jobs"(bigint[]) IS 'Jobs as cogo.list_correlated tells them.';

COMMENT ON FUNCTION "cogo"."caused_messages"(bigint[]) IS 'Published messages as cogo.list_correlated tells them.';

COMMENT ON FUNCTION "cogo"."check_artifact"(text, text, bigint, text, text, text) IS 'Refuses what makes no artifact; a null bucket means the local store. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."check_holds"(text, jsonb, text[]) IS 'Refuses a list of holds that is not an array of objects with whole job_id and fence and known fields. Answers as check_items. Errors: bad_argument (400), payload_too_large (413).';

COMMENT ON FUNCTION "cogo"."check_items"(text, jsonb) IS 'Refuses a batch of more than 16 MiB as JSON text, or with an item far over 262144 bytes, before anything else reads it. Answers whether an item is over 262144 bytes with what stands beside its payload. Errors: payload_too_large (413).';

COMMENT ON FUNCTION "cogo"."check_json"(text, jsonb, integer) IS 'Refuses a value of more bytes as JSON text, before anything else reads it. Errors: bad_argument (400), payload_too_large (413).';

COMMENT ON FUNCTION "cogo"."close_artifact_bucket"(text) IS 'Makes the bucket of artifacts, private, and closes its objects to everybody but the secret key, whatever other policies say. Run by the project''s owner. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."count_job_rows"(bigint[]) IS 'How many attempts and dead letters some jobs have.';

COMMENT ON FUNCTION "cogo"."count_tenant_rows"(uuid) IS 'How many rows of each part are a tenant''s; parts without any are left out. Reads whole tables: for the rare act of an operator.';

COMMENT ON FUNCTION "cogo"."describe_request_type"(text) IS 'The contract of a request type, as the caller''s tenant is served. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."doom_artifacts"(text[]) IS 'Of these places, those that no artifact names: their bytes may be deleted within ten minutes, for until cogo.artifacts_swept nobody can record them. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."drop_decisions"(uuid[]) IS 'Drops decisions and budget leases, whose reservations the caller has locked, with their outcomes. What they cost stays: per account in cogo.dropped_spend, in all in cogo.receipt_retention. Answers how many rows went, by table.';

COMMENT ON FUNCTION "cogo"."drop_receipts"(integer) IS 'One bounded round: drops decisions past their age with their reservations and outcomes, and budget leases likewise, at most row_limit. What they cost stays in counters and accounts. A second round at once leaves it to the first. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."end_in_long_lanes"(bigint[], integer, timestamp with time zone) IS 'Closes those of some cancelled jobs that are ready in a lane so long that cancel_jobs leaves them to the claim that pops them: no worker may ever come. Reads the whole lane. Answers how many.';

COMMENT ON FUNCTION "cogo"."end_tenant_work"(uuid) IS 'A bounded look for open work of a leaving tenant: runs, then jobs, at most 1000 of which are cancelled hard. Work has ended when a whole way along both, begun after erasable_at, met none.';

COMMENT ON FUNCTION "cogo"."erase_agents"(cogo.offboardings, integer) IS 'Erases agents with what they got tokens by and with their refusals. Answers as erase_part.';

COMMENT ON FUNCTION "cogo"."erase_budgets"(cogo.offboardings, integer) IS 'Erases budgets of the tenant with their accounts. Answers as erase_part.';

COMMENT ON FUNCTION "cogo"."erase_events"(cogo.offboardings, integer) IS 'Erases events, after the jobs that they tell of. Answers as erase_part.';

COMMENT ON FUNCTION "cogo"."erase_jobs"(cogo.offboardings, integer) IS 'Erases closed jobs as retention does (cogo.drop_jobs), whatever their age, and what retention leaves to its time. Answers as erase_part.';

COMMENT ON FUNCTION "cogo"."erase_metric_series"(cogo.offboardings, integer) IS 'Lets the history of the tenant be that of nobody, since sums over all tenants are held against it. Answers as erase_part.';

COMMENT ON FUNCTION "cogo"."erase_part"(text, cogo.offboardings, integer) IS 'Erases a batch of a part. counts: how many rows went, by part. is_met: it met rows, also such as somebody holds a lock on. next: from where to go on; null = the part is through.';

COMMENT ON FUNCTION "cogo"."erase_quality_runs"(cogo.offboardings, integer) IS 'Erases quality runs with their results, fixes and artifacts. Answers as erase_part.';

COMMENT ON FUNCTION "cogo"."erase_routing_decisions"(cogo.offboardings, integer) IS 'Erases decisions with their reservations and outcomes. Accounts that others share keep what was spent. Answers as erase_part.';

COMMENT ON FUNCTION "cogo"."erase_rows"(text, cogo.offboardings, integer) IS 'Erases a batch of rows of a part, with what goes with them. Answers as erase_part.';

COMMENT ON FUNCTION "cogo"."erase_secure_keys_audit"(cogo.offboardings, integer) IS 'Takes the tenant''s chain of the audit of keys back from its end. Answers as erase_part.';

COMMENT ON FUNCTION "cogo"."erase_slos"(cogo.offboardings, integer) IS 'Erases SLOs of the tenant with their alerts, notices and silences. Answers as erase_part.';

COMMENT ON FUNCTION "cogo"."erase_tenant"(uuid, text, boolean, integer) IS 'About a second of erasing a tenant whose work has ended: call it until is_erased. A call that is killed changed nothing. Over when a whole pass over all parts met no row. Answers {is_erased, erased}, at the end {is_erased, proof, …}. Errors: bad_argument (400), tenant_not_found (404), offboarding_not_ready (409).';

COMMENT ON FUNCTION "cogo"."erase_usage_counters"(cogo.offboardings, integer) IS 'Erases usage counters of the tenant. Answers as erase_part.';

COMMENT ON FUNCTION "cogo"."erase_with"(text, text[]) IS 'Erases what goes with rows of a part, by their keys. Answers how many rows, by part.';

COMMENT ON FUNCTION "cogo"."erase_workflows"(cogo.offboardings, integer) IS 'Erases runs of workflows with all that is known of them. Answers as erase_part.';

COMMENT ON FUNCTION "cogo"."expire_requests"(bigint[], timestamp with time zone, integer) IS 'Cancels unanswered requests whose time is over, each once, and forgets the answered ones. A reply that came late but before this still counts. Answers how many timed out.';

COMMENT ON FUNCTION "cogo"."export_tenant"(uuid, text, jsonb, integer) IS 'A page {rows, next} of a part of a tenant, without secrets. A page may be empty and not the last: next says so. Once work has ended it is kept which parts were read to their end. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."find_erasure"(uuid, text) IS 'The proof that a tenant was erased, for who has its id and the salt; null = there is none.';

COMMENT ON FUNCTION "cogo"."find_inbound_hook"(text) IS 'How the signature of a hook is to be checked; null = there is none, it is paused, or its tenant is suspended.';

COMMENT ON FUNCTION "cogo"."find_oidc_issuer"(text) IS 'Where the keys of a trusted issuer are, and for whom its tokens may be; null for any other, and for one whose trusts name several places.';

COMMENT ON FUNCTION "cogo"."finish_erasure"(cogo.offboardings) IS 'Erases the tenant''s own row and its leaving, keeps the proof and a refusal that names nobody.';

COMMENT ON FUNCTION "cogo"."forget_lists"(timestamp with time zone) IS 'Forgets lists and snapshots that were left before the oldest receipt: what can be made again keeps all that it was made from.';

COMMENT ON FUNCTION "cogo"."forget_routes"() IS 'Forgets sessions and what throttled keys after a day, minutes of health after a week. Lists and snapshots go after the last receipt that was made from them; dead keys stay.';

COMMENT ON FUNCTION "cogo"."get_artifacts"(uuid[]) IS 'Artifacts by their ids, in the order given; what is not there, or another tenant''s, is left out.';

COMMENT ON FUNCTION "cogo"."get_offboarding"(uuid, boolean) IS 'How far a tenant''s leaving has come: {tenant_id, state, started_at, erasable_at, ended_at, has_met_work, salt, ids, to_export, erased, left}. left, the rows of each part, is counted when asked for: it reads whole tables. Errors: tenant_not_found (404).';

COMMENT ON FUNCTION "cogo"."get_replies"(bigint[]) IS 'How many requests stand, each as get_reply tells it or not_found, in the order given. What does not fit into 2 MB is left out. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."has_tenant_rows"(uuid) IS 'Whether anything of a tenant is kept. May read whole tables: for the rare act of an operator.';

COMMENT ON FUNCTION "cogo"."ingress_enqueue"(jsonb, text, text) IS 'Decides whether a request from outside is let in, and enqueues its job: one call. A refusal is an answer: {refused: {status, …}}. Errors: bad_argument (400), payload_too_large (413).';

COMMENT ON FUNCTION "cogo"."is_being_erased"(uuid) IS 'Whether rows of the tenant may go from tables that are only appended to: since cogo.erase_tenant began, and until it is through.';

COMMENT ON FUNCTION "cogo"."is_erased_tenant"(uuid) IS 'Whether the tenant was erased, as long as its tokens may live. Ask cogo.erased_tenants first whether there is any: this hashes.';

COMMENT ON FUNCTION "cogo"."json_bytes"(jsonb) IS 'Bytes of a value as JSON text, or as jsonb where that is more than 260 KB: what its limits count. 2147483647 when more than 1 KB of it holds numbers that no double can (1e309, or 0 with 309 places): a few of their bytes would be written out as gigabytes.';

COMMENT ON FUNCTION "cogo"."list_artifacts"(bigint, uuid, uuid, integer) IS 'A page of the artifacts of a job or of a quality run, by their ids. Of what is not there, or another tenant''s: none.';

COMMENT ON FUNCTION "cogo"."list_correlated"(uuid, bigint, uuid, integer, uuid) IS 'A page of the jobs and published messages of one correlation, each with its cause, of one tenant: the caller''s; for an operator the one named, else the default one. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."list_export_parts"() IS 'What an export of a tenant is made of.';

COMMENT ON FUNCTION "cogo"."list_jobs"(text, text, bigint, integer, text, uuid, timestamp with time zone, timestamp with time zone) IS 'A page of jobs, newest first. next_before_job_id is null on the last page; a lone row without job_id says that a million jobs (for an agent: 100,000 of all tenants'') held no match.';

COMMENT ON FUNCTION "cogo"."list_request_types"(text, text, integer) IS 'The registered types and prefixes by name, as the caller''s tenant is served. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."list_tenant_bytes"(uuid, uuid, integer) IS 'Where the bytes of a tenant''s artifacts are: {bytes: [{location, is_shared}], next}. What another tenant has too is shared, and not to be deleted. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."location_tenant"(text) IS 'In whose folder the bytes of an artifact are; empty where they are in nobody''s.';

COMMENT ON FUNCTION "cogo"."lock_artifacts"(text[]) IS 'Lets one transaction at a time record artifacts of a tenant, or doom bytes that have no row: neither misses what the other does.';

COMMENT ON FUNCTION "cogo"."lock_erasable"(uuid, text, boolean, integer) IS 'The leaving of a tenant that may be erased, locked; the first time it is noted that erasing began. Errors: bad_argument (400), tenant_not_found (404), offboarding_not_ready (409).';

COMMENT ON FUNCTION "cogo"."old_receipts"(timestamp with time zone, integer) IS 'Locks decisions and leases made before a time of which every attempt is at its end and counted, and answers their ids.';

COMMENT ON FUNCTION "cogo"."open_artifact_link"(uuid) IS 'What a signed link stands for, before its signature is checked; null where it is gone, or its tenant suspended. For the function artifacts alone.';

COMMENT ON FUNCTION "cogo"."open_jobs_of"(uuid, bigint, integer) IS 'The open jobs of a tenant among the next ones behind an id, 1000 at most, and up to which id it looked; null = to the end.';

COMMENT ON FUNCTION "cogo"."open_workflows_of"(uuid, bigint, integer) IS 'The open runs of a tenant among the next ones behind an id, 200 at most, and up to which id it looked; null = to the end.';

COMMENT ON FUNCTION "cogo"."own_hold"(bigint, bigint) IS 'The tenant of a job that the caller holds under this fence; the hold cannot end before the transaction does. Another''s and none answer alike. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403), lease_lost (409).';

COMMENT ON FUNCTION "cogo"."plan_artifact_round"() IS 'Has bytes without rows swept from now on.';

COMMENT ON FUNCTION "cogo"."published_schema"(jsonb, text) IS 'A registered schema as others read it: an object that says which JSON Schema it is and what it is called, unless it says so itself.';

COMMENT ON FUNCTION "cogo"."put_artifact"(bigint, bigint, text, text, bigint, text, text, text) IS 'Records a file whose bytes are safe: one per job and name, the newest hold''s. Where the bytes are follows from tenant and hash, never from what a caller says.';

COMMENT ON FUNCTION "cogo"."raise_not_ready"(text, text, text) IS 'Raises offboarding_not_ready (409).';

COMMENT ON FUNCTION "cogo"."readable_patterns"(cogo.subscriptions) IS 'Those patterns of a subscription that its owner may still read: a grant or, for a webhook, a scope that was taken back ends what it allowed.';

COMMENT ON FUNCTION "cogo"."refuse_doomed"(text[]) IS 'Refuses to record bytes that a sweep is deleting. Asked under cogo.lock_artifacts. Errors: try_again (409).';

COMMENT ON FUNCTION "cogo"."refuse_over_quota"(uuid, bigint) IS 'Refuses bytes for which a tenant''s quota has no room. Errors: artifact_quota_exceeded (409).';

COMMENT ON FUNCTION "cogo"."reply_of"(cogo.jobs) IS 'How a request stands, or any job: pending, replied, failed or timed_out; an error has class, message and, as far as known, stage and reason.';

COMMENT ON FUNCTION "cogo"."request"(jsonb, integer) IS 'Enqueues one job whose answer is awaited for timeout_seconds, and no longer than the request that is its cause; then it is cancelled hard. Errors: request_timed_out (409), those of enqueue_jobs.';

COMMENT ON FUNCTION "cogo"."request_cause"(jsonb, timestamp with time zone) IS 'What a request takes over from the job that is its cause: the correlation, for an operator the tenant, and the end of its time where that is a request too. Errors: request_timed_out (409).';

COMMENT ON FUNCTION "cogo"."request_contract"(cogo.job_types, text, uuid) IS 'What a type that these settings rule asks for and answers: schemas with their $id, a version that is another one when either changes, and the pool that serves the tenant.';

COMMENT ON FUNCTION "cogo"."requests_in_hand"(jsonb) IS 'What a worker is told of those claimed jobs whose asker waits: {requests: [{job_id, expires_at, asked_by}]}, or {}.';

COMMENT ON FUNCTION "cogo"."ring_artifacts"() IS 'Asks the artifacts function to sweep, when it is time.';

COMMENT ON FUNCTION "cogo"."scrub_rows"(text, cogo.offboardings) IS 'In rows that are an operator''s, nobody''s number takes the place of the tenant''s ids. These tables are small. Answers as erase_part.';

COMMENT ON FUNCTION "cogo"."set_artifact_quota"(bigint, uuid) IS 'Says how many bytes of artifacts a tenant (null: each without a quota of its own) may keep. What is over it already stays.';

COMMENT ON FUNCTION "cogo"."set_receipt_retention"(integer) IS 'Sets how long receipts of decisions are kept. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."set_role_limits"() IS 'Gives anon and authenticated the timeouts that they lack; answers what it set. PostgREST applies them to each request of these roles (notify pgrst, ''reload config''). Where it may not, it says so and goes on.';

COMMENT ON FUNCTION "cogo"."start_offboarding"(uuid) IS 'Lets a tenant leave: its tokens are refused from the next call on, what starts by itself is stilled. Called again, it ends more of the open work; the clock does so too. Answers as get_offboarding.';

COMMENT ON FUNCTION "cogo"."still_tenant"(uuid) IS 'Pauses the schedules, subscriptions and hooks of a tenant.';

COMMENT ON FUNCTION "cogo"."table_page"(text, text[], text, uuid, boolean, jsonb, integer) IS 'A page of a table along its primary key: {rows, next} of the rows that the condition ($1 = tenant_id) wants. is_walked: row_limit rows are looked at, wanted or not; else as many are found.';

COMMENT ON FUNCTION "cogo"."tenant_batch"(text, cogo.offboardings, integer) IS 'The next rows of a part that are the tenant''s, locked: where they lie and the first column of their keys. met: how many there are, with those that somebody else has locked. next: from where to go on; null = to the end.';

COMMENT ON FUNCTION "cogo"."tenant_condition"(text, text) IS 'Which rows of a part, called alias, are the tenant''s, as SQL over $1.';

COMMENT ON FUNCTION "cogo"."tenant_ids"(uuid) IS 'Ids that belong to a tenant and to nobody else: its own, its agents'', credentials'', keys'' and hooks'', and hashes of it.';

COMMENT ON FUNCTION "cogo"."tenant_parts"() IS 'Where a tenant''s data lives, in the order in which it is erased. The one registry: a test holds it against the catalogue.
through: the column that names the tenant, or a row of parent. erased: rows = in batches; own = by cogo.erase_<part>; another
part = in one transaction with its rows; scrub = the row is an operator''s and forgets the ids; work = nothing is there once work
has ended; last = in the last call. is_walked: no index leads to the tenant, so the table is walked along its primary key.
also: what else is the tenant''s, $1 being its id. Of tables that this version has.';

COMMENT ON FUNCTION "cogo"."tenant_parts_of_accounts"() IS 'The part of cogo.tenant_parts about money, keys, figures and access.';

COMMENT ON FUNCTION "cogo"."tenant_parts_of_work"() IS 'The part of cogo.tenant_parts about work and messages.';

COMMENT ON FUNCTION "cogo"."tenant_traces"(uuid, uuid[], text) IS 'Where a tenant is still named: {traces: [{table, column, count}], next}. Reads every row of every table of the schemas cogo and pgmq, by the catalogue; after 2 seconds it answers up to which table, to be given as after. ids: what else is sought, such as the ids that get_offboarding told. Errors: bad_argument (400).';

COMMENT ON FUNCTION "cogo"."tenantless_tables"() IS 'The tables that hold nothing of any tenant, and why. What is not here is in cogo.tenant_parts; a test says so.';

COMMENT ON FUNCTION "cogo"."tend_offboarding"() IS 'One bounded round: ends open work of a leaving tenant, and forgets erased ones whose tokens are long over. Answers how many were forgotten.';

COMMENT ON FUNCTION "cogo"."traces_in"(oid, text, uuid[]) IS 'How many rows of a table name one of the ids, by column: as uuid, or anywhere in text and JSON. [{table, column, count}], without zeros.';

COMMENT ON FUNCTION "cogo"."verify_artifacts"() IS 'The part of cogo.verify about artifacts: whose they are, and what a sweep may delete.';

COMMENT ON FUNCTION "cogo"."verify_offboarding"() IS 'The part of cogo.verify about tenants that leave or have left.';

COMMENT ON FUNCTION "cogo"."with_broken_results"(jsonb, jsonb) IS 'Adds to what became of a worker''s jobs why a result was not taken: where it breaks the type''s result_schema.';

COMMENT ON TABLE "cogo"."artifact_quotas" IS 'How many bytes of artifacts a tenant may keep. Without a row: 10 GiB (cogo.artifact_room).';

COMMENT ON TABLE "cogo"."artifact_rounds" IS 'When bytes without rows are to be swept next. Empty until the first artifact comes, so that nothing runs where nothing is kept.';

COMMENT ON TABLE "cogo"."artifact_sweeps" IS 'Bytes without a row that a sweep is deleting just now: who uploads the same bytes meanwhile is told to try again (cogo.refuse_doomed).';

COMMENT ON TABLE "cogo"."artifacts" IS 'Files that a job or a quality run left behind (logs, reports, coverage): where the bytes are and what they hash to.';

COMMENT ON TABLE "cogo"."dropped_spend" IS 'What was billed to an account by outcomes that retention dropped: what it has spent is this and its outcomes. A row of its own, so that retention locks no account.';

COMMENT ON TABLE "cogo"."erased_tenants" IS 'Tenants whose tokens are refused though nothing names them any more, by hash. Forgotten after 90 days: no token lives as long.';

COMMENT ON TABLE "cogo"."erasures" IS 'Proofs that tenants were erased, a row each. None names its tenant: who has the id and the salt finds the row.';

COMMENT ON TABLE "cogo"."offboardings" IS 'Tenants that are leaving: how far their work has ended, what was exported, how far they are erased. The row goes with the tenant''s last rows.';

COMMENT ON TABLE "cogo"."receipt_retention" IS 'How long receipts of decisions are kept, and what cogo.drop_receipts has dropped so far. One row; its lock lets one round run at a time.';

COMMENT ON TABLE "cogo"."routing_decisions" IS 'The receipt of a choice: with the policy, the snapshot and the seed it can be made again, by anyone, as long as it is kept.';

REVOKE ALL ON FUNCTION "api"."artifact_usage"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."artifact_usage"(uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."begin_artifact"(bigint, bigint, text, bigint) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."begin_artifact"(bigint, bigint, text, bigint) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."describe_request_type"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."describe_request_type"(text) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."erase_tenant"(uuid, text, boolean, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."erase_tenant"(uuid, text, boolean, integer) TO "service_role";

REVOKE ALL ON FUNCTION "api"."export_tenant"(uuid, text, jsonb, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."export_tenant"(uuid, text, jsonb, integer) TO "service_role";

REVOKE ALL ON FUNCTION "api"."find_erasure"(uuid, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."find_erasure"(uuid, text) TO "service_role";

REVOKE ALL ON FUNCTION "api"."get_artifacts"(uuid[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."get_artifacts"(uuid[]) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."get_offboarding"(uuid, boolean) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."get_offboarding"(uuid, boolean) TO "service_role";

REVOKE ALL ON FUNCTION "api"."get_replies"(bigint[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."get_replies"(bigint[]) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."list_artifacts"(bigint, uuid, uuid, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."list_artifacts"(bigint, uuid, uuid, integer) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."list_correlated"(uuid, bigint, uuid, integer, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."list_correlated"(uuid, bigint, uuid, integer, uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."list_export_parts"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."list_export_parts"() TO "service_role";

REVOKE ALL ON FUNCTION "api"."list_request_types"(text, text, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."list_request_types"(text, text, integer) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."list_tenant_bytes"(uuid, uuid, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."list_tenant_bytes"(uuid, uuid, integer) TO "service_role";

REVOKE ALL ON FUNCTION "api"."put_artifact"(bigint, bigint, text, text, bigint, text, text, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."put_artifact"(bigint, bigint, text, text, bigint, text, text, text) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "api"."set_artifact_quota"(bigint, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."set_artifact_quota"(bigint, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "api"."set_receipt_retention"(integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."set_receipt_retention"(integer) TO "service_role";

REVOKE ALL ON FUNCTION "api"."start_offboarding"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."start_offboarding"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "api"."tenant_traces"(uuid, uuid[], text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "api"."tenant_traces"(uuid, uuid[], text) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."artifact_room"(uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."artifact_usage"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."artifact_usage"(uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."artifacts_due"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."artifacts_due"() TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."artifacts_swept"(text[], boolean) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."artifacts_swept"(text[], boolean) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."begin_artifact"(bigint, bigint, text, bigint) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."begin_artifact"(bigint, bigint, text, bigint) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."caused_jobs"(bigint[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."caused_messages"(bigint[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."check_artifact"(text, text, bigint, text, text, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."check_holds"(text, jsonb, text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."check_items"(text, jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."check_json"(text, jsonb, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."close_artifact_bucket"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."count_job_rows"(bigint[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."count_tenant_rows"(uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."describe_request_type"(text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."describe_request_type"(text) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."doom_artifacts"(text[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."doom_artifacts"(text[]) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."drop_decisions"(uuid[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."drop_receipts"(integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."drop_receipts"(integer) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."end_in_long_lanes"(bigint[], integer, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."end_tenant_work"(uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."erase_agents"(cogo.offboardings, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."erase_budgets"(cogo.offboardings, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."erase_events"(cogo.offboardings, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."erase_jobs"(cogo.offboardings, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."erase_metric_series"(cogo.offboardings, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."erase_part"(text, cogo.offboardings, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."erase_quality_runs"(cogo.offboardings, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."erase_routing_decisions"(cogo.offboardings, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."erase_rows"(text, cogo.offboardings, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."erase_secure_keys_audit"(cogo.offboardings, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."erase_slos"(cogo.offboardings, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."erase_tenant"(uuid, text, boolean, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."erase_tenant"(uuid, text, boolean, integer) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."erase_usage_counters"(cogo.offboardings, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."erase_with"(text, text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."erase_workflows"(cogo.offboardings, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."expire_requests"(bigint[], timestamp with time zone, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."export_tenant"(uuid, text, jsonb, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."export_tenant"(uuid, text, jsonb, integer) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."find_erasure"(uuid, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."find_erasure"(uuid, text) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."finish_erasure"(cogo.offboardings) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."forget_lists"(timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."get_artifacts"(uuid[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."get_artifacts"(uuid[]) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."get_offboarding"(uuid, boolean) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."get_offboarding"(uuid, boolean) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."get_replies"(bigint[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."get_replies"(bigint[]) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."has_tenant_rows"(uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."is_being_erased"(uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."is_erased_tenant"(uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."json_bytes"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."list_artifacts"(bigint, uuid, uuid, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."list_artifacts"(bigint, uuid, uuid, integer) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."list_correlated"(uuid, bigint, uuid, integer, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."list_correlated"(uuid, bigint, uuid, integer, uuid) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."list_export_parts"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."list_export_parts"() TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."list_request_types"(text, text, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."list_request_types"(text, text, integer) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."list_tenant_bytes"(uuid, uuid, integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."list_tenant_bytes"(uuid, uuid, integer) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."location_tenant"(text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."lock_artifacts"(text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."lock_erasable"(uuid, text, boolean, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."old_receipts"(timestamp with time zone, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."open_artifact_link"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."open_artifact_link"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."open_jobs_of"(uuid, bigint, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."open_workflows_of"(uuid, bigint, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."own_hold"(bigint, bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."plan_artifact_round"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."published_schema"(jsonb, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."put_artifact"(bigint, bigint, text, text, bigint, text, text, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."put_artifact"(bigint, bigint, text, text, bigint, text, text, text) TO "authenticated", "service_role";

REVOKE ALL ON FUNCTION "cogo"."raise_not_ready"(text, text, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."readable_patterns"(cogo.subscriptions) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."refuse_doomed"(text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."refuse_over_quota"(uuid, bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."reply_of"(cogo.jobs) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."request_cause"(jsonb, timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."request_contract"(cogo.job_types, text, uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."requests_in_hand"(jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."ring_artifacts"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."ring_artifacts"() TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."scrub_rows"(text, cogo.offboardings) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."set_artifact_quota"(bigint, uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."set_artifact_quota"(bigint, uuid) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."set_receipt_retention"(integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."set_receipt_retention"(integer) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."set_role_limits"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."start_offboarding"(uuid) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."start_offboarding"(uuid) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."still_tenant"(uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."table_page"(text, text[], text, uuid, boolean, jsonb, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."tenant_batch"(text, cogo.offboardings, integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."tenant_condition"(text, text) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."tenant_ids"(uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."tenant_parts"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."tenant_parts_of_accounts"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."tenant_parts_of_work"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."tenant_traces"(uuid, uuid[], text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."tenant_traces"(uuid, uuid[], text) TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."tenantless_tables"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."tend_offboarding"() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION "cogo"."tend_offboarding"() TO "service_role";

REVOKE ALL ON FUNCTION "cogo"."traces_in"(oid, text, uuid[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."verify_artifacts"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."verify_offboarding"() FROM PUBLIC;

REVOKE ALL ON FUNCTION "cogo"."with_broken_results"(jsonb, jsonb) FROM PUBLIC;


select cogo.set_role_limits();
