export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

export type Database = {

  "api": {
          Tables: {
            [_ in never]: never
          }
          Views: {
            [_ in never]: never
          }
          Functions: {
            "ack_subscription":
{ Args: { "failures"?: Json,"fence": number,"name": string,"tenant_id"?: string,"up_to"?: string }; Returns: Json
                           },
"add_agent_key":
{ Args: { "agent_id": string,"jwk": Json }; Returns: Json
                           },
"add_member":
{ Args: { "role": string,"tenant_id"?: string,"user_id": string }; Returns: Json
                           },
"add_signing_key":
{ Args: { "jwk": Json }; Returns: Json
                           },
"artifact_usage":
{ Args: { "tenant_id"?: string }; Returns: Json
                           },
"begin_artifact":
{ Args: { "fence": number,"job_id": number,"name": string,"size_bytes"?: number }; Returns: Json
                           },
"cancel_jobs":
{ Args: { "hard"?: boolean,"job_ids": (number)[],"reason"?: string }; Returns: {
              "job_id": number,"outcome": string
            }[]
                           },
"cancel_workflow":
{ Args: { "compensate"?: boolean,"reason"?: string,"workflow_id": string }; Returns: Json
                           },
"claim_jobs":
{ Args: { "executor"?: string,"start"?: boolean,"want"?: number,"worker": string }; Returns: {
              "attempt": number,"cause": string,"correlation_id": string,"created_at": string,"fence": number,"id": string,"job_id": number,"lease_expires_at": string,"max_attempts": number,"payload": Json,"tenant_id": string,"traceparent": string,"type": string
            }[]
                           },
"claim_notifications":
{ Args: { "want"?: number,"worker": string }; Returns: Json
                           },
"claim_webhooks":
{ Args: { "want"?: number,"worker": string }; Returns: Json
                           },
"close_lanes":
{ Args: { "executor": string,"keep_shards"?: number,"move_to"?: string }; Returns: {
              "jobs_left": number,"lane_id": number,"moved_to_lane_id": number,"priority": string,"shard": number,"state": string
            }[]
                           },
"compare_routes":
{ Args: { "before"?: string,"max_count"?: number,"policy_v1": number,"policy_v2": number,"since"?: string }; Returns: Json[]
                           },
"complete":
{ Args: { "fences": (number)[],"job_ids": (number)[] }; Returns: {
              "job_id": number,"outcome": string
            }[]
                           },
"complete_jobs":
{ Args: { "results": Json }; Returns: {
              "job_id": number,"outcome": string
            }[]
                           },
"count_dead_letters":
{ Args: { "since"?: string }; Returns: {
              "discarded": number,"is_capped": boolean,"newest_at": string,"open": number,"reason": string,"redriven": number,"stage": string
            }[]
                           },
"create_agent":
{ Args: { "agent_id"?: string,"name": string,"project"?: string,"scopes": (string)[],"tenant_id"?: string,"type_prefixes"?: (string)[] }; Returns: Json
                           },
"create_policy":
{ Args: { "algorithm"?: string,"body": Json,"name": string,"tenant_id"?: string }; Returns: Json
                           },
"create_tenant":
{ Args: { "name": string,"settings"?: Json,"tenant_id"?: string }; Returns: Json
                           },
"describe_request_type":
{ Args: { "type": string }; Returns: Json
                           },
"discard_dead_letters":
{ Args: { "job_ids": (number)[],"reason": string }; Returns: {
              "job_id": number,"outcome": string
            }[]
                           },
"drain_worker":
{ Args: { "tenant_id"?: string,"worker": string }; Returns: Json
                           },
"draw_budget_lease":
{ Args: { "amount_nano": number,"lease_id"?: string,"seconds"?: number,"tenant_id"?: string }; Returns: Json
                           },
"enqueue_job":
{ Args: { "after"?: (number)[],"cause"?: string,"concurrency_key"?: string,"correlation_id"?: string,"executor"?: string,"idempotency_key"?: string,"max_attempts"?: number,"payload"?: Json,"priority"?: string,"run_at"?: string,"tenant_id"?: string,"traceparent"?: string,"type": string }; Returns: Record<string, unknown>
                           },
"enqueue_jobs":
{ Args: { "jobs": Json }; Returns: {
              "created": boolean,"id": string,"job_id": number,"ordinal": number
            }[]
                           },
"erase_tenant":
{ Args: { "export_sha256"?: string,"row_limit"?: number,"tenant_id": string,"waive_export"?: boolean }; Returns: Json
                           },
"explain_route":
{ Args: { "decision_id": string }; Returns: Json
                           },
"export_tenant":
{ Args: { "after"?: Json,"part": string,"row_limit"?: number,"tenant_id": string }; Returns: Json
                           },
"fail_jobs":
{ Args: { "failures": Json }; Returns: {
              "job_id": number,"outcome": string,"retry_at": string
            }[]
                           },
"find_erasure":
{ Args: { "salt": string,"tenant_id": string }; Returns: Json
                           },
"finish_quality_run":
{ Args: { "run_id": string,"summary"?: Json }; Returns: Json
                           },
"gate_summary":
{ Args: { "window_days"?: number }; Returns: Json
                           },
"get_agent":
{ Args: { "agent_id": string }; Returns: Json
                           },
"get_artifacts":
{ Args: { "artifact_ids": (string)[] }; Returns: Json
                           },
"get_dead_letter":
{ Args: { "job_id": number }; Returns: Json
                           },
"get_job":
{ Args: { "job_id": number }; Returns: Json
                           },
"get_offboarding":
{ Args: { "count_rows"?: boolean,"tenant_id": string }; Returns: Json
                           },
"get_quality_run":
{ Args: { "run_id": string }; Returns: Json
                           },
"get_replies":
{ Args: { "job_ids": (number)[] }; Returns: Json
                           },
"get_reply":
{ Args: { "job_id"?: number,"request_id"?: string }; Returns: Json
                           },
"get_workflow":
{ Args: { "workflow_id": string }; Returns: Json
                           },
"grant_channel":
{ Args: { "action": string,"agent_id"?: string,"pattern": string,"tenant_id"?: string }; Returns: Json
                           },
"import_catalogue":
{ Args: { "catalogue": Json,"dry_run"?: boolean }; Returns: Json
                           },
"ingress_cancel":
{ Args: { "id": string,"reason"?: string }; Returns: Json
                           },
"ingress_enqueue":
{ Args: { "address"?: string,"callback_url"?: string,"job": Json }; Returns: Json
                           },
"ingress_events":
{ Args: { "after_event_id"?: string,"id": string }; Returns: Json
                           },
"ingress_job":
{ Args: { "id": string }; Returns: Json
                           },
"ingress_result":
{ Args: { "id": string }; Returns: Json
                           },
"issue_credential":
{ Args: { "agent_id": string,"valid_days"?: number }; Returns: Json
                           },
"job_events":
{ Args: { "after_event_id"?: string,"job_id": number,"row_limit"?: number }; Returns: {
              "actor": Json,"cause": string,"correlation_id": string,"id": string,"payload": Json,"schema": Json,"tenant_id": string,"trace_id": string,"ts": string,"type": string,"version": string
            }[]
                           },
"list_access_audit":
{ Args: { "before"?: number,"row_limit"?: number,"tenant_id"?: string }; Returns: Json[]
                           },
"list_agents":
{ Args: { "after"?: string,"row_limit"?: number,"tenant_id"?: string }; Returns: Json[]
                           },
"list_alert_notices":
{ Args: { "row_limit"?: number }; Returns: Json
                           },
"list_alerts":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"list_artifacts":
{ Args: { "after"?: string,"job_id"?: number,"row_limit"?: number,"run_id"?: string }; Returns: Json
                           },
"list_budgets":
{ Args: { "tenant_id"?: string }; Returns: Json
                           },
"list_channel_grants":
{ Args: { "tenant_id"?: string }; Returns: Json
                           },
"list_correlated":
{ Args: { "after_job_id"?: number,"after_message"?: string,"correlation_id": string,"row_limit"?: number,"tenant_id"?: string }; Returns: Json
                           },
"list_dead_letters":
{ Args: { "only_reason"?: string,"only_stage"?: string,"only_state"?: string,"page"?: string,"row_limit"?: number,"since"?: string,"type_prefix"?: string }; Returns: {
              "attempt": number,"dead_at": string,"discard_reason": string,"discarded_at": string,"discarded_by": string,"job_id": number,"message": string,"next_page": string,"reason": string,"redriven_job_id": number,"stage": string,"state": string,"tenant_id": string,"type": string
            }[]
                           },
"list_decisions":
{ Args: { "agent_id"?: string,"before"?: string,"row_limit"?: number,"since_min"?: number,"tenant_id"?: string }; Returns: Json[]
                           },
"list_export_parts":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"list_inbound_hooks":
{ Args: { "only_tenant_id"?: string }; Returns: Json
                           },
"list_ingress_limits":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"list_jobs":
{ Args: { "before_job_id"?: number,"only_executor"?: string,"only_state"?: string,"only_tenant"?: string,"row_limit"?: number,"since"?: string,"type_prefix"?: string,"until"?: string }; Returns: {
              "attempt": number,"created_at": string,"executor": string,"finished_at": string,"id": string,"job_id": number,"next_before_job_id": number,"priority": string,"state": string,"tenant_id": string,"type": string,"worker": string
            }[]
                           },
"list_keks":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"list_key_alerts":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"list_keys":
{ Args: { "before"?: string,"provider"?: string,"row_limit"?: number,"state"?: string,"tenant_id"?: string }; Returns: Json
                           },
"list_limits":
{ Args: Record<PropertyKey, never>; Returns: {
              "changed_at": string,"max_running": number,"name": string,"paused": boolean,"rate_count": number,"rate_seconds": number,"reason": string,"scope": string,"tenant_id": string
            }[]
                           },
"list_members":
{ Args: { "after"?: string,"row_limit"?: number,"tenant_id"?: string }; Returns: Json[]
                           },
"list_models":
{ Args: { "only_enabled"?: boolean,"only_provider"?: string,"only_service"?: string }; Returns: {
              "capabilities": (string)[],"changed_at": string,"context_tokens": number,"enabled": boolean,"family": string,"max_output_tokens": number,"model": string,"model_id": number,"price": Json,"provider": string,"quality": number,"region": string,"service": string,"source": string,"sunset_at": string
            }[]
                           },
"list_notification_channels":
{ Args: Record<PropertyKey, never>; Returns: {
              "changed_at": string,"kind": string,"kinds": (string)[],"min_severity": string,"name": string,"secret_env": string,"settings": Json
            }[]
                           },
"list_policies":
{ Args: Record<PropertyKey, never>; Returns: Json[]
                           },
"list_providers":
{ Args: Record<PropertyKey, never>; Returns: {
              "allowed_hosts": (string)[],"api_format": string,"auth_style": string,"base_url": string,"changed_at": string,"data_policy": string,"enabled": boolean,"key_field": string,"name": string,"provider": string,"source": string,"source_sha256": string,"static_headers": Json
            }[]
                           },
"list_quality_runs":
{ Args: { "before_run_id"?: string,"only_iso_week"?: string,"only_target"?: string,"row_limit"?: number }; Returns: {
              "created_at": string,"finished_at": string,"gates": Json,"iso_week": string,"kind": string,"next_before_run_id": string,"run_id": string,"run_number": number,"started_at": string,"target": string,"tenant_id": string,"verdict": string
            }[]
                           },
"list_rate_limits":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"list_request_types":
{ Args: { "after"?: string,"row_limit"?: number,"type_prefix"?: string }; Returns: {
              "executor": string,"has_reply_schema": boolean,"has_request_schema": boolean,"is_pattern": boolean,"type": string,"version": string
            }[]
                           },
"list_routes":
{ Args: Record<PropertyKey, never>; Returns: {
              "executor": string,"tenant_id": string,"type_pattern": string
            }[]
                           },
"list_schedules":
{ Args: { "after_schedule_id"?: number,"name_prefix"?: string,"row_limit"?: number }; Returns: Json[]
                           },
"list_signing_keys":
{ Args: Record<PropertyKey, never>; Returns: Json[]
                           },
"list_silences":
{ Args: { "with_ended"?: boolean }; Returns: Json
                           },
"list_slos":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"list_snapshot_parts":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"list_subscription_dead_letters":
{ Args: { "name": string,"row_limit"?: number,"tenant_id"?: string }; Returns: Json
                           },
"list_subscriptions":
{ Args: { "tenant_id"?: string }; Returns: Json
                           },
"list_tenant_bounds":
{ Args: Record<PropertyKey, never>; Returns: {
              "is_counted": boolean,"max_open": number,"open": number,"over_bound": number,"policy": string,"retry_after_seconds": number,"tenant_id": string
            }[]
                           },
"list_tenant_bytes":
{ Args: { "after"?: string,"row_limit"?: number,"tenant_id": string }; Returns: Json
                           },
"list_tenants":
{ Args: { "after"?: string,"row_limit"?: number }; Returns: Json[]
                           },
"list_workers":
{ Args: { "after_worker_id"?: number,"only_executor"?: string,"only_state"?: string,"row_limit"?: number }; Returns: {
              "agent_id": string,"beat_at": string,"beat_seconds": number,"capabilities": Json,"concurrency": number,"drain_requested_at": string,"executor": string,"held": number,"load": number,"max_per_minute": number,"prefetch_max": number,"registered_at": string,"state": string,"tenant_id": string,"version": string,"worker": string,"worker_id": number
            }[]
                           },
"list_workflows":
{ Args: { "before_workflow_id"?: string,"name_prefix"?: string,"only_state"?: string,"row_limit"?: number }; Returns: {
              "created_at": string,"finished_at": string,"name": string,"next_before_workflow_id": string,"parent_workflow_id": string,"state": string,"tenant_id": string,"version": number,"workflow_id": string
            }[]
                           },
"metrics_gauges":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"metrics_health":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"metrics_history":
{ Args: { "labels"?: Json,"series": string,"since"?: string,"step"?: string,"until"?: string }; Returns: Json
                           },
"metrics_keys":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"metrics_routing":
{ Args: { "service"?: string,"since_min"?: number }; Returns: Json
                           },
"metrics_summary":
{ Args: { "window_minutes"?: number }; Returns: Json
                           },
"metrics_totals":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"next_route":
{ Args: { "decision_id": string,"failure": Json }; Returns: Json
                           },
"open_lanes":
{ Args: { "executor": string,"shards"?: number }; Returns: {
              "lane_id": number,"priority": string,"queue_name": string,"shard": number,"state": string,"weight": number
            }[]
                           },
"pause":
{ Args: { "name"?: string,"reason"?: string,"scope": string,"tenant_id"?: string }; Returns: boolean
                           },
"pause_schedule":
{ Args: { "name": string,"tenant_id"?: string }; Returns: Json
                           },
"pause_subscription":
{ Args: { "name": string,"tenant_id"?: string }; Returns: Json
                           },
"plan_quality_run":
{ Args: { "cause"?: string,"plan": Json,"run_id": string }; Returns: Json
                           },
"poll_subscription":
{ Args: { "consumer": string,"name": string,"tenant_id"?: string,"want"?: number }; Returns: Json
                           },
"preview_schedule":
{ Args: { "after"?: string,"count"?: number,"cron": string,"time_zone"?: string }; Returns: {
              "local_time": string,"run_at": string
            }[]
                           },
"promote_signing_key":
{ Args: { "kid": string }; Returns: Json
                           },
"provider_health":
{ Args: { "since_min"?: number }; Returns: Json[]
                           },
"publish":
{ Args: { "messages": Json }; Returns: {
              "created": boolean,"id": string,"ordinal": number
            }[]
                           },
"publish_policy":
{ Args: { "policy_id": number,"state": string }; Returns: Json
                           },
"put_artifact":
{ Args: { "bucket"?: string,"fence": number,"job_id": number,"kind"?: string,"media_type": string,"name": string,"sha256": string,"size_bytes": number }; Returns: Json
                           },
"quality_gate_recent":
{ Args: { "row_limit"?: number }; Returns: Json
                           },
"queue_stats":
{ Args: Record<PropertyKey, never>; Returns: {
              "backlog": number,"blocked": number,"depth": number,"executor": string,"held": number,"oldest_age_seconds": number,"parked": number,"paused": boolean,"priority": string,"queue_name": string,"waiting": number
            }[]
                           },
"record_artifacts":
{ Args: { "artifacts": Json }; Returns: {
              "id": string,"name": string,"outcome": string,"run_id": string
            }[]
                           },
"record_gate_fixes":
{ Args: { "fixes": Json }; Returns: {
              "fixer": string,"gate": string,"outcome": string,"result": string,"run_id": string
            }[]
                           },
"record_gate_results":
{ Args: { "results": Json }; Returns: {
              "gate": string,"outcome": string,"run_id": string
            }[]
                           },
"record_http":
{ Args: { "counts": Json,"flush_id": string }; Returns: boolean
                           },
"record_router_report":
{ Args: { "body"?: Json,"gates": Json,"policy_v1": number,"policy_v2": number }; Returns: Json
                           },
"redrive_dead_letter":
{ Args: { "delay_seconds"?: number,"job_id": number,"payload"?: Json }; Returns: Json
                           },
"redrive_dead_letters":
{ Args: { "job_ids": (number)[] }; Returns: {
              "dead_job_id": number,"job_id": number,"outcome": string
            }[]
                           },
"redrive_matching":
{ Args: { "filter": Json,"max_jobs"?: number,"per_minute"?: number }; Returns: Json
                           },
"redrive_subscription":
{ Args: { "message_ids"?: (string)[],"name": string,"tenant_id"?: string }; Returns: Json
                           },
"register_job_type":
{ Args: { "executor"?: string,"keep_failed_seconds"?: number,"keep_succeeded_seconds"?: number,"key_limit"?: number,"key_strict"?: boolean,"lease_seconds"?: number,"max_attempts"?: number,"payload_schema"?: Json,"result_schema"?: Json,"retry_base_ms"?: number,"retry_factor"?: number,"retry_max_ms"?: number,"type": string }; Returns: Json
                           },
"register_worker":
{ Args: { "beat_seconds"?: number,"capabilities"?: Json,"concurrency"?: number,"executor"?: string,"max_per_minute"?: number,"prefetch_max"?: number,"version"?: string,"worker": string }; Returns: Json
                           },
"register_workflow":
{ Args: { "definition": Json }; Returns: Json
                           },
"release_jobs":
{ Args: { "jobs": Json }; Returns: {
              "job_id": number,"outcome": string
            }[]
                           },
"remove_budget":
{ Args: { "budget_id": number }; Returns: boolean
                           },
"remove_inbound_hook":
{ Args: { "name": string }; Returns: Json
                           },
"remove_limit":
{ Args: { "name"?: string,"scope": string,"tenant_id"?: string }; Returns: boolean
                           },
"remove_member":
{ Args: { "tenant_id"?: string,"user_id": string }; Returns: boolean
                           },
"remove_notification_channel":
{ Args: { "name": string }; Returns: boolean
                           },
"remove_oidc_trust":
{ Args: { "trust_id": string }; Returns: boolean
                           },
"remove_rate_limit":
{ Args: { "limit_id": number }; Returns: boolean
                           },
"remove_route":
{ Args: { "tenant_id"?: string,"type_pattern"?: string }; Returns: boolean
                           },
"remove_schedule":
{ Args: { "name": string,"tenant_id"?: string }; Returns: boolean
                           },
"remove_silence":
{ Args: { "by": string,"silence_id": number }; Returns: boolean
                           },
"remove_slo":
{ Args: { "name": string }; Returns: boolean
                           },
"remove_tenant_bound":
{ Args: { "tenant_id"?: string }; Returns: boolean
                           },
"renew_claims":
{ Args: { "fences": (number)[] }; Returns: {
              "cancelled": (number)[],"fence": number,"lease_expires_at": string
            }[]
                           },
"request":
{ Args: { "cause"?: string,"correlation_id"?: string,"idempotency_key"?: string,"payload"?: Json,"priority"?: string,"tenant_id"?: string,"timeout_seconds"?: number,"traceparent"?: string,"type": string }; Returns: Json
                           },
"resume":
{ Args: { "name"?: string,"scope": string,"tenant_id"?: string }; Returns: boolean
                           },
"resume_schedule":
{ Args: { "name": string,"tenant_id"?: string }; Returns: Json
                           },
"resume_subscription":
{ Args: { "name": string,"tenant_id"?: string }; Returns: Json
                           },
"resume_tenant":
{ Args: { "tenant_id": string }; Returns: Json
                           },
"resume_worker":
{ Args: { "tenant_id"?: string,"worker": string }; Returns: Json
                           },
"retire_signing_key":
{ Args: { "force"?: boolean,"kid": string }; Returns: Json
                           },
"return_budget_lease":
{ Args: { "lease_id": string,"spent_nano": number,"tenant_id"?: string }; Returns: Json
                           },
"revive_key":
{ Args: { "key_id": string }; Returns: boolean
                           },
"revoke_agent":
{ Args: { "agent_id": string }; Returns: Json
                           },
"revoke_agent_key":
{ Args: { "key_id": string }; Returns: Json
                           },
"revoke_channel":
{ Args: { "action": string,"agent_id"?: string,"pattern": string,"tenant_id"?: string }; Returns: Json
                           },
"revoke_credential":
{ Args: { "credential_id": string }; Returns: Json
                           },
"revoke_key":
{ Args: { "key_id": string,"reason": string }; Returns: Json
                           },
"rotate_key":
{ Args: { "key_id": string,"overlap_seconds"?: number }; Returns: Json
                           },
"run_schedule_now":
{ Args: { "idempotency_key"?: string,"name": string,"tenant_id"?: string }; Returns: Json
                           },
"scaling_advice":
{ Args: { "executor"?: string }; Returns: Json
                           },
"schedule_gate":
{ Args: { "dry"?: boolean,"iso_week"?: string,"run_number"?: number,"target"?: string }; Returns: Json
                           },
"schedule_history":
{ Args: { "before_due_at"?: string,"name": string,"row_limit"?: number,"tenant_id"?: string }; Returns: {
              "by_hand": boolean,"covers": number,"covers_until": string,"due_at": string,"error": Json,"fired_at": string,"job_id": number,"lag_ms": number,"outcome": string,"reason": string,"state": string,"workflow_id": string
            }[]
                           },
"schedule_weekly":
{ Args: { "dry"?: boolean,"iso_week"?: string,"run_number"?: number,"target"?: string }; Returns: Json
                           },
"scheduler_status":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"select_route":
{ Args: { "cached_tokens"?: number,"capabilities"?: (string)[],"context_tokens": number,"cost_sensitivity"?: number,"critical"?: boolean,"data_policy"?: string,"domain_tags"?: (string)[],"idempotency_key"?: string,"intended_model"?: string,"job_id"?: number,"max_cost_nano"?: number,"max_output_tokens"?: number,"prefix_hash"?: string,"region"?: string,"service": string,"session"?: string,"sla_ms"?: number,"tenant_id"?: string,"traceparent"?: string }; Returns: Json
                           },
"send_notification":
{ Args: { "channels"?: (string)[],"dedupe_key": string,"kind": string,"message": Json }; Returns: Json
                           },
"send_test_notification":
{ Args: { "channel": string }; Returns: Json
                           },
"set_artifact_quota":
{ Args: { "max_bytes": number,"tenant_id"?: string }; Returns: Json
                           },
"set_budget":
{ Args: { "agent_id"?: string,"limit_nano": number,"mode"?: string,"period"?: string,"project_id"?: string,"scope"?: string,"tenant_id"?: string }; Returns: Json
                           },
"set_fairness":
{ Args: { "executor": string,"fair_window": number }; Returns: number
                           },
"set_inbound_hook":
{ Args: { "event_types"?: Json,"job_type"?: string,"name": string,"paused"?: boolean,"provider": string,"rotate"?: boolean,"secret_env"?: string,"tenant_id"?: string }; Returns: Json
                           },
"set_ingress_limit":
{ Args: { "max_count"?: number,"per_seconds"?: number,"scope": string,"tenant_id"?: string }; Returns: Json
                           },
"set_limit":
{ Args: { "max_running"?: number,"name"?: string,"rate_count"?: number,"rate_seconds"?: number,"reason"?: string,"scope": string,"tenant_id"?: string }; Returns: Json
                           },
"set_model":
{ Args: { "enabled"?: boolean,"model": string,"provider": string,"quality"?: number,"region"?: string,"service"?: string }; Returns: Json
                           },
"set_notification_channel":
{ Args: { "kind": string,"kinds"?: (string)[],"min_severity"?: string,"name": string,"secret_env"?: string,"settings"?: Json }; Returns: Json
                           },
"set_oidc_trust":
{ Args: { "agent_id": string,"audience": string,"issuer": string,"jwks_url"?: string,"subject": string }; Returns: Json
                           },
"set_provider":
{ Args: { "allowed_hosts"?: (string)[],"base_url"?: string,"data_policy"?: string,"enabled"?: boolean,"provider": string }; Returns: Json
                           },
"set_rate_limit":
{ Args: { "agent_id"?: string,"key_id"?: string,"max_count": number,"per_seconds"?: number,"scope": string,"tenant_id"?: string,"unit": string }; Returns: Json
                           },
"set_receipt_retention":
{ Args: { "keep_days": number }; Returns: undefined
                           },
"set_route":
{ Args: { "executor": string,"tenant_id"?: string,"type_pattern"?: string }; Returns: Json
                           },
"set_runbook_base":
{ Args: { "url": string }; Returns: string
                           },
"set_schedule":
{ Args: { "cron"?: string,"ends_at"?: string,"every_seconds"?: number,"grace_seconds"?: number,"jitter_seconds"?: number,"job"?: Json,"missed"?: string,"missed_limit"?: number,"name": string,"overlap"?: string,"paused"?: boolean,"starts_at"?: string,"tenant_id"?: string,"time_zone"?: string,"workflow"?: Json }; Returns: Json
                           },
"set_slo":
{ Args: { "name": string,"settings": Json }; Returns: Json
                           },
"set_tenant_bound":
{ Args: { "max_open": number,"policy"?: string,"retry_after_seconds"?: number,"tenant_id"?: string }; Returns: Json
                           },
"set_vault_env":
{ Args: { "env": string }; Returns: Json
                           },
"set_workflow_retention":
{ Args: { "keep_seconds": number }; Returns: undefined
                           },
"settle_route":
{ Args: { "attempt"?: number,"decision_id": string,"first_token_ms"?: number,"http_status"?: number,"retry_after_ms"?: number,"status"?: string,"total_ms"?: number,"usage"?: Json }; Returns: Json
                           },
"settle_routes":
{ Args: { "routes": Json }; Returns: Json
                           },
"settle_webhooks":
{ Args: { "results": Json }; Returns: Json
                           },
"show_trace":
{ Args: { "job_id": number }; Returns: Json
                           },
"show_webhook_key":
{ Args: { "name": string,"rotate"?: boolean,"tenant_id"?: string }; Returns: Json
                           },
"shred_key":
{ Args: { "key_id": string,"reason": string }; Returns: Json
                           },
"signal_workflow":
{ Args: { "payload"?: Json,"signal": string,"workflow_id": string }; Returns: Json
                           },
"silence_alert":
{ Args: { "by": string,"reason": string,"slo": string,"subject"?: string,"until": string }; Returns: Json
                           },
"spend_summary":
{ Args: { "since_hours"?: number,"tenant_id"?: string }; Returns: Json
                           },
"start_jobs":
{ Args: { "jobs": Json }; Returns: {
              "job_id": number,"outcome": string
            }[]
                           },
"start_offboarding":
{ Args: { "tenant_id": string }; Returns: Json
                           },
"start_workflow":
{ Args: { "idempotency_key"?: string,"input"?: Json,"name": string,"tenant_id"?: string,"traceparent"?: string,"version"?: number }; Returns: Json
                           },
"start_workflows":
{ Args: { "workflows": Json }; Returns: Json
                           },
"subscribe":
{ Args: { "batch_size"?: number,"kind"?: string,"lease_seconds"?: number,"max_attempts"?: number,"name": string,"patterns": (string)[],"pause_after_seconds"?: number,"retry_base_ms"?: number,"retry_factor"?: number,"retry_max_ms"?: number,"start"?: string,"tenant_id"?: string,"url"?: string }; Returns: Json
                           },
"suspend_tenant":
{ Args: { "tenant_id": string }; Returns: Json
                           },
"take_snapshot":
{ Args: { "after"?: Json,"part": string,"row_limit"?: number }; Returns: Json
                           },
"tenant_traces":
{ Args: { "after"?: string,"ids"?: (string)[],"tenant_id": string }; Returns: Json
                           },
"unregister_worker":
{ Args: { "worker": string }; Returns: Json
                           },
"unsubscribe":
{ Args: { "name": string,"tenant_id"?: string }; Returns: Json
                           },
"update_agent":
{ Args: { "agent_id": string,"name"?: string,"project"?: string,"scopes"?: (string)[],"type_prefixes"?: (string)[] }; Returns: Json
                           },
"verify_audit":
{ Args: { "checkpoints"?: Json,"tenant_id"?: string }; Returns: Json
                           },
"work":
{ Args: { "executor"?: string,"finished"?: Json,"renew"?: (number)[],"want"?: number,"worker": string }; Returns: Json
                           },
"worker_heartbeat":
{ Args: { "held"?: number,"load"?: number,"worker": string }; Returns: Json
                           }
          }
          Enums: {
            [_ in never]: never
          }
          CompositeTypes: {
            [_ in never]: never
          }
        },"cogo": {
          Tables: {
            "access_audit": {
                  Row: {
                    "act": string,"actor": string,"after": Json | null,"at": string,"audit_id": number,"before": Json | null,"subject": string,"tenant_id": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "act": string,"actor": string,"after"?: Json | null,"at": string,"audit_id"?: never,"before"?: Json | null,"subject": string,"tenant_id"?: string | null
                  }
                  Update: {
                    "act"?: string,"actor"?: string,"after"?: Json | null,"at"?: string,"audit_id"?: never,"before"?: Json | null,"subject"?: string,"tenant_id"?: string | null
                  }
                  Relationships: [

                  ]
                },"agent_credentials": {
                  Row: {
                    "agent_id": string,"created_at": string,"credential_id": string,"expires_at": string,"free_at": string,"hint": string,"last_used_at": string | null,"revoked_at": string | null,"secret_sha256": string
                  }
                  ComputedFields: never
                  Insert: {
                    "agent_id": string,"created_at": string,"credential_id": string,"expires_at": string,"free_at": string,"hint": string,"last_used_at"?: string | null,"revoked_at"?: string | null,"secret_sha256": string
                  }
                  Update: {
                    "agent_id"?: string,"created_at"?: string,"credential_id"?: string,"expires_at"?: string,"free_at"?: string,"hint"?: string,"last_used_at"?: string | null,"revoked_at"?: string | null,"secret_sha256"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "agent_credentials_agent_id_fkey"
      columns: ["agent_id"]
isOneToOne: false
      referencedRelation: "agents"
      referencedColumns: ["agent_id"]
    }
                  ]
                },"agent_keys": {
                  Row: {
                    "agent_id": string,"created_at": string,"key_id": string,"kid": string,"public_jwk": NonNullable<Json>,"revoked_at": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "agent_id": string,"created_at": string,"key_id": string,"kid": string,"public_jwk": NonNullable<Json>,"revoked_at"?: string | null
                  }
                  Update: {
                    "agent_id"?: string,"created_at"?: string,"key_id"?: string,"kid"?: string,"public_jwk"?: NonNullable<Json>,"revoked_at"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "agent_keys_agent_id_fkey"
      columns: ["agent_id"]
isOneToOne: false
      referencedRelation: "agents"
      referencedColumns: ["agent_id"]
    }
                  ]
                },"agents": {
                  Row: {
                    "agent_id": string,"changed_at": string,"created_at": string,"name": string,"project": string | null,"revoked_at": string | null,"scopes": (string)[],"state": string,"tenant_id": string,"type_prefixes": (string)[]
                  }
                  ComputedFields: never
                  Insert: {
                    "agent_id": string,"changed_at": string,"created_at": string,"name": string,"project"?: string | null,"revoked_at"?: string | null,"scopes": (string)[],"state"?: string,"tenant_id": string,"type_prefixes"?: (string)[]
                  }
                  Update: {
                    "agent_id"?: string,"changed_at"?: string,"created_at"?: string,"name"?: string,"project"?: string | null,"revoked_at"?: string | null,"scopes"?: (string)[],"state"?: string,"tenant_id"?: string,"type_prefixes"?: (string)[]
                  }
                  Relationships: [
                    {
      foreignKeyName: "agent_belongs_to_a_project"
      columns: ["tenant_id","project"]
isOneToOne: false
      referencedRelation: "projects"
      referencedColumns: ["tenant_id","project"]
    },{
      foreignKeyName: "agent_belongs_to_a_tenant"
      columns: ["tenant_id"]
isOneToOne: false
      referencedRelation: "tenants"
      referencedColumns: ["tenant_id"]
    }
                  ]
                },"alert_notices": {
                  Row: {
                    "episode": number,"error": string | null,"handed_at": string | null,"job_ids": (number)[] | null,"made_at": string,"message": NonNullable<Json>,"next_try_at": string | null,"notice_id": number,"severity": string,"slo": string,"subject": string,"tries": number,"what": string
                  }
                  ComputedFields: never
                  Insert: {
                    "episode": number,"error"?: string | null,"handed_at"?: string | null,"job_ids"?: (number)[] | null,"made_at": string,"message": NonNullable<Json>,"next_try_at"?: string | null,"notice_id"?: never,"severity": string,"slo": string,"subject": string,"tries"?: number,"what": string
                  }
                  Update: {
                    "episode"?: number,"error"?: string | null,"handed_at"?: string | null,"job_ids"?: (number)[] | null,"made_at"?: string,"message"?: NonNullable<Json>,"next_try_at"?: string | null,"notice_id"?: never,"severity"?: string,"slo"?: string,"subject"?: string,"tries"?: number,"what"?: string
                  }
                  Relationships: [

                  ]
                },"alert_rounds": {
                  Row: {
                    "audit_broken": number,"audit_found": number,"audit_id": number,"evaluated_at": string | null,"only_row": boolean,"round": number,"runbook_base": string,"took_ms": number | null
                  }
                  ComputedFields: never
                  Insert: {
                    "audit_broken"?: number,"audit_found"?: number,"audit_id"?: number,"evaluated_at"?: string | null,"only_row"?: boolean,"round"?: number,"runbook_base"?: string,"took_ms"?: number | null
                  }
                  Update: {
                    "audit_broken"?: number,"audit_found"?: number,"audit_id"?: number,"evaluated_at"?: string | null,"only_row"?: boolean,"round"?: number,"runbook_base"?: string,"took_ms"?: number | null
                  }
                  Relationships: [

                  ]
                },"alert_silences": {
                  Row: {
                    "ended_at": string | null,"ends_at": string,"made_by": string,"reason": string,"removed_by": string | null,"silence_id": number,"slo": string,"starts_at": string,"subject": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "ended_at"?: string | null,"ends_at": string,"made_by": string,"reason": string,"removed_by"?: string | null,"silence_id"?: never,"slo": string,"starts_at": string,"subject"?: string | null
                  }
                  Update: {
                    "ended_at"?: string | null,"ends_at"?: string,"made_by"?: string,"reason"?: string,"removed_by"?: string | null,"silence_id"?: never,"slo"?: string,"starts_at"?: string,"subject"?: string | null
                  }
                  Relationships: [

                  ]
                },"alerts": {
                  Row: {
                    "calm_since": string | null,"episode": number,"evaluated_at": string,"figures": NonNullable<Json>,"has_data": boolean,"labels": NonNullable<Json>,"message": string,"notified_at": string | null,"notified_severity": string | null,"round": number,"severity": string | null,"since": string,"slo": string,"state": string,"subject": string,"value": number | null
                  }
                  ComputedFields: never
                  Insert: {
                    "calm_since"?: string | null,"episode"?: number,"evaluated_at": string,"figures"?: NonNullable<Json>,"has_data": boolean,"labels": NonNullable<Json>,"message": string,"notified_at"?: string | null,"notified_severity"?: string | null,"round": number,"severity"?: string | null,"since": string,"slo": string,"state": string,"subject": string,"value"?: number | null
                  }
                  Update: {
                    "calm_since"?: string | null,"episode"?: number,"evaluated_at"?: string,"figures"?: NonNullable<Json>,"has_data"?: boolean,"labels"?: NonNullable<Json>,"message"?: string,"notified_at"?: string | null,"notified_severity"?: string | null,"round"?: number,"severity"?: string | null,"since"?: string,"slo"?: string,"state"?: string,"subject"?: string,"value"?: number | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "alerts_slo_fkey"
      columns: ["slo"]
isOneToOne: false
      referencedRelation: "slos"
      referencedColumns: ["name"]
    }
                  ]
                },"artifact_quotas": {
                  Row: {
                    "max_bytes": number,"tenant_id": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "max_bytes": number,"tenant_id"?: string | null
                  }
                  Update: {
                    "max_bytes"?: number,"tenant_id"?: string | null
                  }
                  Relationships: [

                  ]
                },"artifact_rounds": {
                  Row: {
                    "due_at": string,"only_row": boolean
                  }
                  ComputedFields: never
                  Insert: {
                    "due_at": string,"only_row"?: boolean
                  }
                  Update: {
                    "due_at"?: string,"only_row"?: boolean
                  }
                  Relationships: [

                  ]
                },"artifact_sweeps": {
                  Row: {
                    "doomed_at": string,"location": string
                  }
                  ComputedFields: never
                  Insert: {
                    "doomed_at": string,"location": string
                  }
                  Update: {
                    "doomed_at"?: string,"location"?: string
                  }
                  Relationships: [

                  ]
                },"artifacts": {
                  Row: {
                    "created_at": string,"fence": number,"id": string,"job_id": number | null,"kind": string,"location": string,"media_type": string,"name": string,"run_id": string | null,"sha256": string,"size_bytes": number,"tenant_id": string,"artifact_line": Json | null
                  }
                  ComputedFields: "artifact_line"
                  Insert: {
                    "created_at"?: string,"fence"?: number,"id"?: string,"job_id"?: number | null,"kind": string,"location": string,"media_type": string,"name": string,"run_id"?: string | null,"sha256": string,"size_bytes": number,"tenant_id": string
                  }
                  Update: {
                    "created_at"?: string,"fence"?: number,"id"?: string,"job_id"?: number | null,"kind"?: string,"location"?: string,"media_type"?: string,"name"?: string,"run_id"?: string | null,"sha256"?: string,"size_bytes"?: number,"tenant_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "artifacts_run_id_fkey"
      columns: ["run_id"]
isOneToOne: false
      referencedRelation: "quality_runs"
      referencedColumns: ["id"]
    }
                  ]
                },"attempts": {
                  Row: {
                    "attempt": number,"claimed_at": string | null,"error": Json | null,"fence": number,"final": boolean,"finished_at": string,"job_id": number,"outcome": string,"result": Json | null,"started_at": string | null,"worker": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "attempt": number,"claimed_at"?: string | null,"error"?: Json | null,"fence": number,"final": boolean,"finished_at": string,"job_id": number,"outcome": string,"result"?: Json | null,"started_at"?: string | null,"worker"?: string | null
                  }
                  Update: {
                    "attempt"?: number,"claimed_at"?: string | null,"error"?: Json | null,"fence"?: number,"final"?: boolean,"finished_at"?: string,"job_id"?: number,"outcome"?: string,"result"?: Json | null,"started_at"?: string | null,"worker"?: string | null
                  }
                  Relationships: [

                  ]
                },"audit_checkpoints": {
                  Row: {
                    "at": string,"hash": string,"public_key": string,"seq": number,"signature": string,"tenant_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "at": string,"hash": string,"public_key": string,"seq": number,"signature": string,"tenant_id": string
                  }
                  Update: {
                    "at"?: string,"hash"?: string,"public_key"?: string,"seq"?: number,"signature"?: string,"tenant_id"?: string
                  }
                  Relationships: [

                  ]
                },"audit_cursor": {
                  Row: {
                    "audit_id": number,"only_row": boolean,"tended_at": string | null,"xid": unknown
                  }
                  ComputedFields: never
                  Insert: {
                    "audit_id": number,"only_row"?: boolean,"tended_at"?: string | null,"xid": unknown
                  }
                  Update: {
                    "audit_id"?: number,"only_row"?: boolean,"tended_at"?: string | null,"xid"?: unknown
                  }
                  Relationships: [

                  ]
                },"backlog": {
                  Row: {
                    "attempt": number,"job_id": number,"lane_id": number,"tenant_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "attempt": number,"job_id": number,"lane_id": number,"tenant_id": string
                  }
                  Update: {
                    "attempt"?: number,"job_id"?: number,"lane_id"?: number,"tenant_id"?: string
                  }
                  Relationships: [

                  ]
                },"backlog_turns": {
                  Row: {
                    "lane_id": number,"tenant_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "lane_id": number,"tenant_id": string
                  }
                  Update: {
                    "lane_id"?: number,"tenant_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "backlog_turns_lane_id_fkey"
      columns: ["lane_id"]
isOneToOne: true
      referencedRelation: "lane_overview"
      referencedColumns: ["lane_id"]
    },{
      foreignKeyName: "backlog_turns_lane_id_fkey"
      columns: ["lane_id"]
isOneToOne: true
      referencedRelation: "lanes"
      referencedColumns: ["lane_id"]
    }
                  ]
                },"blocked": {
                  Row: {
                    "job_id": number,"run_at": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "job_id": number,"run_at"?: string | null
                  }
                  Update: {
                    "job_id"?: number,"run_at"?: string | null
                  }
                  Relationships: [

                  ]
                },"break_glass": {
                  Row: {
                    "approved_at": string | null,"approved_by": string | null,"break_glass_id": string,"expires_at": string,"key_id": string,"minutes": number,"opened_at": string | null,"reason": string,"requested_at": string,"requested_by": string
                  }
                  ComputedFields: never
                  Insert: {
                    "approved_at"?: string | null,"approved_by"?: string | null,"break_glass_id": string,"expires_at": string,"key_id": string,"minutes": number,"opened_at"?: string | null,"reason": string,"requested_at": string,"requested_by": string
                  }
                  Update: {
                    "approved_at"?: string | null,"approved_by"?: string | null,"break_glass_id"?: string,"expires_at"?: string,"key_id"?: string,"minutes"?: number,"opened_at"?: string | null,"reason"?: string,"requested_at"?: string,"requested_by"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "break_glass_key_id_fkey"
      columns: ["key_id"]
isOneToOne: false
      referencedRelation: "key_overview"
      referencedColumns: ["key_id"]
    },{
      foreignKeyName: "break_glass_key_id_fkey"
      columns: ["key_id"]
isOneToOne: false
      referencedRelation: "secure_keys"
      referencedColumns: ["key_id"]
    }
                  ]
                },"budget_windows": {
                  Row: {
                    "budget_id": number,"ceiling_nano": number | null,"closes_at": string,"debt_nano": number,"limit_nano": number | null,"opens_at": string,"reserved_nano": number,"spent_nano": number,"window_id": number
                  }
                  ComputedFields: never
                  Insert: {
                    "budget_id": number,"ceiling_nano"?: number | null,"closes_at": string,"debt_nano"?: number,"limit_nano"?: number | null,"opens_at": string,"reserved_nano"?: number,"spent_nano"?: number,"window_id"?: never
                  }
                  Update: {
                    "budget_id"?: number,"ceiling_nano"?: number | null,"closes_at"?: string,"debt_nano"?: number,"limit_nano"?: number | null,"opens_at"?: string,"reserved_nano"?: number,"spent_nano"?: number,"window_id"?: never
                  }
                  Relationships: [
                    {
      foreignKeyName: "budget_windows_budget_id_fkey"
      columns: ["budget_id"]
isOneToOne: false
      referencedRelation: "budgets"
      referencedColumns: ["budget_id"]
    }
                  ]
                },"budgets": {
                  Row: {
                    "agent_id": string | null,"budget_id": number,"changed_at": string,"created_at": string,"depth": number,"limit_nano": number | null,"mode": string,"period": string,"project_id": string | null,"scope": string,"subject": string,"tenant_id": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "agent_id"?: string | null,"budget_id"?: never,"changed_at": string,"created_at": string,"depth"?: never,"limit_nano"?: number | null,"mode"?: string,"period": string,"project_id"?: string | null,"scope": string,"subject"?: never,"tenant_id"?: string | null
                  }
                  Update: {
                    "agent_id"?: string | null,"budget_id"?: never,"changed_at"?: string,"created_at"?: string,"depth"?: never,"limit_nano"?: number | null,"mode"?: string,"period"?: string,"project_id"?: string | null,"scope"?: string,"subject"?: never,"tenant_id"?: string | null
                  }
                  Relationships: [

                  ]
                },"call_folds": {
                  Row: {
                    "audit_id": number,"decision_id": string,"erased_audits": number,"folded_at": string | null,"next_audit_id": number,"only_row": boolean,"seen_audit_id": number,"seen_decision_id": string,"seen_xid": unknown
                  }
                  ComputedFields: never
                  Insert: {
                    "audit_id"?: number,"decision_id"?: string,"erased_audits"?: number,"folded_at"?: string | null,"next_audit_id"?: number,"only_row"?: boolean,"seen_audit_id"?: number,"seen_decision_id"?: string,"seen_xid"?: unknown
                  }
                  Update: {
                    "audit_id"?: number,"decision_id"?: string,"erased_audits"?: number,"folded_at"?: string | null,"next_audit_id"?: number,"only_row"?: boolean,"seen_audit_id"?: number,"seen_decision_id"?: string,"seen_xid"?: unknown
                  }
                  Relationships: [

                  ]
                },"call_totals": {
                  Row: {
                    "labels": NonNullable<Json>,"name": string,"total": number
                  }
                  ComputedFields: never
                  Insert: {
                    "labels": NonNullable<Json>,"name": string,"total": number
                  }
                  Update: {
                    "labels"?: NonNullable<Json>,"name"?: string,"total"?: number
                  }
                  Relationships: [

                  ]
                },"cancels": {
                  Row: {
                    "hard": boolean,"job_id": number,"reason": string | null,"requested_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "hard": boolean,"job_id": number,"reason"?: string | null,"requested_at": string
                  }
                  Update: {
                    "hard"?: boolean,"job_id"?: number,"reason"?: string | null,"requested_at"?: string
                  }
                  Relationships: [

                  ]
                },"channel_grants": {
                  Row: {
                    "action": string,"agent_id": string | null,"granted_at": string,"id": number,"pattern": string,"tenant_id": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "action": string,"agent_id"?: string | null,"granted_at": string,"id"?: number,"pattern": string,"tenant_id"?: string | null
                  }
                  Update: {
                    "action"?: string,"agent_id"?: string | null,"granted_at"?: string,"id"?: number,"pattern"?: string,"tenant_id"?: string | null
                  }
                  Relationships: [

                  ]
                },"claims": {
                  Row: {
                    "agent_id": string | null,"claimed_at": string,"device_id": number | null,"fence": number,"lease_expires_at": string,"lease_seconds": number,"limited": boolean,"open": number,"tenant_id": string | null,"worker": string
                  }
                  ComputedFields: never
                  Insert: {
                    "agent_id"?: string | null,"claimed_at": string,"device_id"?: number | null,"fence"?: number,"lease_expires_at": string,"lease_seconds": number,"limited"?: boolean,"open": number,"tenant_id"?: string | null,"worker": string
                  }
                  Update: {
                    "agent_id"?: string | null,"claimed_at"?: string,"device_id"?: number | null,"fence"?: number,"lease_expires_at"?: string,"lease_seconds"?: number,"limited"?: boolean,"open"?: number,"tenant_id"?: string | null,"worker"?: string
                  }
                  Relationships: [

                  ]
                },"conflict_notes": {
                  Row: {
                    "at": string,"jobs": number,"note_id": number,"tenant_id": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "at": string,"jobs": number,"note_id"?: never,"tenant_id"?: string | null
                  }
                  Update: {
                    "at"?: string,"jobs"?: number,"note_id"?: never,"tenant_id"?: string | null
                  }
                  Relationships: [

                  ]
                },"dead_letters": {
                  Row: {
                    "attempt": number,"dead_at": string,"discard_reason": string | null,"discarded_at": string | null,"discarded_by": string | null,"error": Json | null,"job_id": number,"reason": string,"redriven_job_id": number | null,"stage": string,"tenant_id": string,"letter_page": string | null,"letter_state": string | null
                  }
                  ComputedFields: "letter_page" | "letter_state"
                  Insert: {
                    "attempt": number,"dead_at": string,"discard_reason"?: string | null,"discarded_at"?: string | null,"discarded_by"?: string | null,"error"?: Json | null,"job_id": number,"reason": string,"redriven_job_id"?: number | null,"stage": string,"tenant_id": string
                  }
                  Update: {
                    "attempt"?: number,"dead_at"?: string,"discard_reason"?: string | null,"discarded_at"?: string | null,"discarded_by"?: string | null,"error"?: Json | null,"job_id"?: number,"reason"?: string,"redriven_job_id"?: number | null,"stage"?: string,"tenant_id"?: string
                  }
                  Relationships: [

                  ]
                },"definition_steps": {
                  Row: {
                    "before": (number)[],"child_id": number | null,"confirm_max_attempts": number | null,"confirm_type": string | null,"definition_id": number,"input": Json | null,"is_last": boolean,"kind": string,"max_attempts": number | null,"name": string,"needs": (number)[],"optional": boolean,"over": Json | null,"seconds": number | null,"signal": string | null,"step": number,"timeout_seconds": number | null,"type": string | null,"undo_max_attempts": number | null,"undo_type": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "before": (number)[],"child_id"?: number | null,"confirm_max_attempts"?: number | null,"confirm_type"?: string | null,"definition_id": number,"input"?: Json | null,"is_last": boolean,"kind": string,"max_attempts"?: number | null,"name": string,"needs": (number)[],"optional": boolean,"over"?: Json | null,"seconds"?: number | null,"signal"?: string | null,"step": number,"timeout_seconds"?: number | null,"type"?: string | null,"undo_max_attempts"?: number | null,"undo_type"?: string | null
                  }
                  Update: {
                    "before"?: (number)[],"child_id"?: number | null,"confirm_max_attempts"?: number | null,"confirm_type"?: string | null,"definition_id"?: number,"input"?: Json | null,"is_last"?: boolean,"kind"?: string,"max_attempts"?: number | null,"name"?: string,"needs"?: (number)[],"optional"?: boolean,"over"?: Json | null,"seconds"?: number | null,"signal"?: string | null,"step"?: number,"timeout_seconds"?: number | null,"type"?: string | null,"undo_max_attempts"?: number | null,"undo_type"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "definition_steps_child_id_fkey"
      columns: ["child_id"]
isOneToOne: false
      referencedRelation: "workflow_definitions"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "definition_steps_definition_id_fkey"
      columns: ["definition_id"]
isOneToOne: false
      referencedRelation: "workflow_definitions"
      referencedColumns: ["id"]
    }
                  ]
                },"dependencies": {
                  Row: {
                    "job_id": number,"needed_job_id": number
                  }
                  ComputedFields: never
                  Insert: {
                    "job_id": number,"needed_job_id": number
                  }
                  Update: {
                    "job_id"?: number,"needed_job_id"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "dependencies_job_id_fkey"
      columns: ["job_id"]
isOneToOne: false
      referencedRelation: "blocked"
      referencedColumns: ["job_id"]
    }
                  ]
                },"doorbells": {
                  Row: {
                    "executor": string,"rung_at": string,"rung_tail": number
                  }
                  ComputedFields: never
                  Insert: {
                    "executor": string,"rung_at": string,"rung_tail": number
                  }
                  Update: {
                    "executor"?: string,"rung_at"?: string,"rung_tail"?: number
                  }
                  Relationships: [

                  ]
                },"dropped_spend": {
                  Row: {
                    "cost_nano": number,"window_id": number
                  }
                  ComputedFields: never
                  Insert: {
                    "cost_nano": number,"window_id": number
                  }
                  Update: {
                    "cost_nano"?: number,"window_id"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "dropped_spend_window_id_fkey"
      columns: ["window_id"]
isOneToOne: true
      referencedRelation: "budget_windows"
      referencedColumns: ["window_id"]
    }
                  ]
                },"erased_tenants": {
                  Row: {
                    "erased_at": string,"tenant_hash": string
                  }
                  ComputedFields: never
                  Insert: {
                    "erased_at": string,"tenant_hash": string
                  }
                  Update: {
                    "erased_at"?: string,"tenant_hash"?: string
                  }
                  Relationships: [

                  ]
                },"erasures": {
                  Row: {
                    "counts": NonNullable<Json>,"ended_at": string,"erased_at": string,"export_sha256": string | null,"proof": string,"started_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "counts": NonNullable<Json>,"ended_at": string,"erased_at": string,"export_sha256"?: string | null,"proof": string,"started_at": string
                  }
                  Update: {
                    "counts"?: NonNullable<Json>,"ended_at"?: string,"erased_at"?: string,"export_sha256"?: string | null,"proof"?: string,"started_at"?: string
                  }
                  Relationships: [

                  ]
                },"event_folds": {
                  Row: {
                    "folded_at": string | null,"folded_id": number,"only_row": boolean,"seen_tail": number,"seen_xid": unknown
                  }
                  ComputedFields: never
                  Insert: {
                    "folded_at"?: string | null,"folded_id"?: number,"only_row"?: boolean,"seen_tail"?: number,"seen_xid"?: unknown
                  }
                  Update: {
                    "folded_at"?: string | null,"folded_id"?: number,"only_row"?: boolean,"seen_tail"?: number,"seen_xid"?: unknown
                  }
                  Relationships: [

                  ]
                },"event_horizon": {
                  Row: {
                    "dropped_id": number,"keep_messages_seconds": number,"only_row": boolean,"seen_tail": number,"seen_xid": unknown,"settled_id": number
                  }
                  ComputedFields: never
                  Insert: {
                    "dropped_id"?: number,"keep_messages_seconds"?: number,"only_row"?: boolean,"seen_tail"?: number,"seen_xid"?: unknown,"settled_id"?: number
                  }
                  Update: {
                    "dropped_id"?: number,"keep_messages_seconds"?: number,"only_row"?: boolean,"seen_tail"?: number,"seen_xid"?: unknown,"settled_id"?: number
                  }
                  Relationships: [

                  ]
                },"event_totals": {
                  Row: {
                    "calls": number,"jobs": number,"type": string
                  }
                  ComputedFields: never
                  Insert: {
                    "calls": number,"jobs": number,"type": string
                  }
                  Update: {
                    "calls"?: number,"jobs"?: number,"type"?: string
                  }
                  Relationships: [

                  ]
                },"events": {
                  Row: {
                    "actor": string | null,"fence": number | null,"id": number,"job_ids": (number)[],"tenant_id": string | null,"ts": string,"type": string,"xid": unknown
                  }
                  ComputedFields: never
                  Insert: {
                    "actor"?: string | null,"fence"?: number | null,"id"?: never,"job_ids": (number)[],"tenant_id"?: string | null,"ts": string,"type": string,"xid"?: unknown
                  }
                  Update: {
                    "actor"?: string | null,"fence"?: number | null,"id"?: never,"job_ids"?: (number)[],"tenant_id"?: string | null,"ts"?: string,"type"?: string,"xid"?: unknown
                  }
                  Relationships: [

                  ]
                },"flow_inbox": {
                  Row: {
                    "id": number,"job_id": number | null,"kind": string,"note": Json | null,"workflow_id": number
                  }
                  ComputedFields: never
                  Insert: {
                    "id"?: never,"job_id"?: number | null,"kind": string,"note"?: Json | null,"workflow_id": number
                  }
                  Update: {
                    "id"?: never,"job_id"?: number | null,"kind"?: string,"note"?: Json | null,"workflow_id"?: number
                  }
                  Relationships: [

                  ]
                },"gate_fixes": {
                  Row: {
                    "after": NonNullable<Json>,"applies": boolean,"artifacts": (string)[],"before": NonNullable<Json>,"command": string,"created_at": string,"diff": string,"fence": number,"files_changed": number,"fix_id": string,"fixer": string,"gate": string,"job_id": number,"lines_added": number,"lines_removed": number,"result": string,"run_id": string,"tenant_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "after": NonNullable<Json>,"applies": boolean,"artifacts": (string)[],"before": NonNullable<Json>,"command": string,"created_at"?: string,"diff": string,"fence": number,"files_changed": number,"fix_id"?: string,"fixer": string,"gate": string,"job_id": number,"lines_added": number,"lines_removed": number,"result": string,"run_id": string,"tenant_id": string
                  }
                  Update: {
                    "after"?: NonNullable<Json>,"applies"?: boolean,"artifacts"?: (string)[],"before"?: NonNullable<Json>,"command"?: string,"created_at"?: string,"diff"?: string,"fence"?: number,"files_changed"?: number,"fix_id"?: string,"fixer"?: string,"gate"?: string,"job_id"?: number,"lines_added"?: number,"lines_removed"?: number,"result"?: string,"run_id"?: string,"tenant_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "gate_fixes_run_id_fkey"
      columns: ["run_id"]
isOneToOne: false
      referencedRelation: "quality_runs"
      referencedColumns: ["id"]
    }
                  ]
                },"gate_results": {
                  Row: {
                    "created_at": string,"details": NonNullable<Json>,"duration_ms": number,"fence": number,"gate": string,"job_id": number | null,"reason": string | null,"run_id": string,"tenant_id": string,"verdict": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"details"?: NonNullable<Json>,"duration_ms"?: number,"fence"?: number,"gate": string,"job_id"?: number | null,"reason"?: string | null,"run_id": string,"tenant_id": string,"verdict": string
                  }
                  Update: {
                    "created_at"?: string,"details"?: NonNullable<Json>,"duration_ms"?: number,"fence"?: number,"gate"?: string,"job_id"?: number | null,"reason"?: string | null,"run_id"?: string,"tenant_id"?: string,"verdict"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "gate_results_run_id_fkey"
      columns: ["run_id"]
isOneToOne: false
      referencedRelation: "quality_runs"
      referencedColumns: ["id"]
    }
                  ]
                },"held": {
                  Row: {
                    "attempt": number,"fence": number,"job_id": number,"key_hash": string | null,"started_at": string | null,"tenant_hash": string | null,"type_hash": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "attempt": number,"fence": number,"job_id": number,"key_hash"?: string | null,"started_at"?: string | null,"tenant_hash"?: string | null,"type_hash"?: string | null
                  }
                  Update: {
                    "attempt"?: number,"fence"?: number,"job_id"?: number,"key_hash"?: string | null,"started_at"?: string | null,"tenant_hash"?: string | null,"type_hash"?: string | null
                  }
                  Relationships: [

                  ]
                },"http_flushes": {
                  Row: {
                    "at": string,"counts": NonNullable<Json>,"flush_id": string,"folded": boolean
                  }
                  ComputedFields: never
                  Insert: {
                    "at": string,"counts": NonNullable<Json>,"flush_id": string,"folded"?: boolean
                  }
                  Update: {
                    "at"?: string,"counts"?: NonNullable<Json>,"flush_id"?: string,"folded"?: boolean
                  }
                  Relationships: [

                  ]
                },"idempotency_keys": {
                  Row: {
                    "body_hash": string,"expires_at": string,"hash": string,"job_id": number
                  }
                  ComputedFields: never
                  Insert: {
                    "body_hash": string,"expires_at": string,"hash": string,"job_id": number
                  }
                  Update: {
                    "body_hash"?: string,"expires_at"?: string,"hash"?: string,"job_id"?: number
                  }
                  Relationships: [

                  ]
                },"inbound_deliveries": {
                  Row: {
                    "hash": string,"job_id": number | null,"received_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "hash": string,"job_id"?: number | null,"received_at": string
                  }
                  Update: {
                    "hash"?: string,"job_id"?: number | null,"received_at"?: string
                  }
                  Relationships: [

                  ]
                },"inbound_hooks": {
                  Row: {
                    "created_at": string,"event_types": NonNullable<Json>,"hook_id": string,"job_type": string | null,"key_version": number,"name": string,"paused": boolean,"provider": string,"secret_env": string | null,"tenant_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at": string,"event_types"?: NonNullable<Json>,"hook_id": string,"job_type"?: string | null,"key_version"?: number,"name": string,"paused"?: boolean,"provider": string,"secret_env"?: string | null,"tenant_id": string
                  }
                  Update: {
                    "created_at"?: string,"event_types"?: NonNullable<Json>,"hook_id"?: string,"job_type"?: string | null,"key_version"?: number,"name"?: string,"paused"?: boolean,"provider"?: string,"secret_env"?: string | null,"tenant_id"?: string
                  }
                  Relationships: [

                  ]
                },"ingress_callbacks": {
                  Row: {
                    "asked_at": string,"job_id": number,"receiver": string,"tenant_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "asked_at": string,"job_id": number,"receiver": string,"tenant_id": string
                  }
                  Update: {
                    "asked_at"?: string,"job_id"?: number,"receiver"?: string,"tenant_id"?: string
                  }
                  Relationships: [

                  ]
                },"ingress_cursor": {
                  Row: {
                    "only_row": boolean,"read_id": number
                  }
                  ComputedFields: never
                  Insert: {
                    "only_row"?: boolean,"read_id": number
                  }
                  Update: {
                    "only_row"?: boolean,"read_id"?: number
                  }
                  Relationships: [

                  ]
                },"ingress_limits": {
                  Row: {
                    "max_count": number,"per_seconds": number,"scope": string,"tenant_id": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "max_count": number,"per_seconds": number,"scope": string,"tenant_id"?: string | null
                  }
                  Update: {
                    "max_count"?: number,"per_seconds"?: number,"scope"?: string,"tenant_id"?: string | null
                  }
                  Relationships: [

                  ]
                },"ingress_rates": {
                  Row: {
                    "bucket": string,"full_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "bucket": string,"full_at": string
                  }
                  Update: {
                    "bucket"?: string,"full_at"?: string
                  }
                  Relationships: [

                  ]
                },"job_types": {
                  Row: {
                    "executor": string,"keep_failed_seconds": number,"keep_succeeded_seconds": number,"key_limit": number,"key_strict": boolean,"lease_seconds": number,"max_attempts": number,"payload_schema": Json | null,"result_schema": Json | null,"retry_base_ms": number,"retry_factor": number,"retry_max_ms": number,"type": string
                  }
                  ComputedFields: never
                  Insert: {
                    "executor"?: string,"keep_failed_seconds"?: number,"keep_succeeded_seconds"?: number,"key_limit"?: number,"key_strict"?: boolean,"lease_seconds"?: number,"max_attempts"?: number,"payload_schema"?: Json | null,"result_schema"?: Json | null,"retry_base_ms"?: number,"retry_factor"?: number,"retry_max_ms"?: number,"type": string
                  }
                  Update: {
                    "executor"?: string,"keep_failed_seconds"?: number,"keep_succeeded_seconds"?: number,"key_limit"?: number,"key_strict"?: boolean,"lease_seconds"?: number,"max_attempts"?: number,"payload_schema"?: Json | null,"result_schema"?: Json | null,"retry_base_ms"?: number,"retry_factor"?: number,"retry_max_ms"?: number,"type"?: string
                  }
                  Relationships: [

                  ]
                },"jobs": {
                  Row: {
                    "cause": string | null,"concurrency_key": string | null,"correlation_id": string | null,"created_at": string,"id": number,"lane_id": number,"lease_seconds": number,"max_attempts": number,"payload": NonNullable<Json>,"tenant_id": string,"traceparent": string | null,"type": string,"reply_of": Json | null,"trace_of": string | null
                  }
                  ComputedFields: "reply_of" | "trace_of"
                  Insert: {
                    "cause"?: string | null,"concurrency_key"?: string | null,"correlation_id"?: string | null,"created_at": string,"id"?: number,"lane_id": number,"lease_seconds": number,"max_attempts": number,"payload": NonNullable<Json>,"tenant_id": string,"traceparent"?: string | null,"type": string
                  }
                  Update: {
                    "cause"?: string | null,"concurrency_key"?: string | null,"correlation_id"?: string | null,"created_at"?: string,"id"?: number,"lane_id"?: number,"lease_seconds"?: number,"max_attempts"?: number,"payload"?: NonNullable<Json>,"tenant_id"?: string,"traceparent"?: string | null,"type"?: string
                  }
                  Relationships: [

                  ]
                },"kek_registry": {
                  Row: {
                    "changed_at": string,"check_value": string,"created_at": string,"kek_id": string,"state": string
                  }
                  ComputedFields: never
                  Insert: {
                    "changed_at": string,"check_value": string,"created_at": string,"kek_id": string,"state": string
                  }
                  Update: {
                    "changed_at"?: string,"check_value"?: string,"created_at"?: string,"kek_id"?: string,"state"?: string
                  }
                  Relationships: [

                  ]
                },"kept_back": {
                  Row: {
                    "checked_at": string,"job_id": number
                  }
                  ComputedFields: never
                  Insert: {
                    "checked_at": string,"job_id": number
                  }
                  Update: {
                    "checked_at"?: string,"job_id"?: number
                  }
                  Relationships: [

                  ]
                },"key_health": {
                  Row: {
                    "changed_at": string,"http_status": number,"key_id": string,"state": string,"until": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "changed_at": string,"http_status": number,"key_id": string,"state": string,"until"?: string | null
                  }
                  Update: {
                    "changed_at"?: string,"http_status"?: number,"key_id"?: string,"state"?: string,"until"?: string | null
                  }
                  Relationships: [

                  ]
                },"key_queue": {
                  Row: {
                    "granted_xmin": unknown,"job_id": number,"limit_hash": string,"queued_xid": unknown
                  }
                  ComputedFields: never
                  Insert: {
                    "granted_xmin"?: unknown,"job_id": number,"limit_hash": string,"queued_xid"?: unknown
                  }
                  Update: {
                    "granted_xmin"?: unknown,"job_id"?: number,"limit_hash"?: string,"queued_xid"?: unknown
                  }
                  Relationships: [

                  ]
                },"lane_moves": {
                  Row: {
                    "from_lane_id": number,"to_lane_id": number
                  }
                  ComputedFields: never
                  Insert: {
                    "from_lane_id": number,"to_lane_id": number
                  }
                  Update: {
                    "from_lane_id"?: number,"to_lane_id"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "lane_moves_from_lane_id_fkey"
      columns: ["from_lane_id"]
isOneToOne: false
      referencedRelation: "lane_overview"
      referencedColumns: ["lane_id"]
    },{
      foreignKeyName: "lane_moves_from_lane_id_fkey"
      columns: ["from_lane_id"]
isOneToOne: false
      referencedRelation: "lanes"
      referencedColumns: ["lane_id"]
    },{
      foreignKeyName: "lane_moves_to_lane_id_fkey"
      columns: ["to_lane_id"]
isOneToOne: false
      referencedRelation: "lane_overview"
      referencedColumns: ["lane_id"]
    },{
      foreignKeyName: "lane_moves_to_lane_id_fkey"
      columns: ["to_lane_id"]
isOneToOne: false
      referencedRelation: "lanes"
      referencedColumns: ["lane_id"]
    }
                  ]
                },"lane_rounds": {
                  Row: {
                    "lane_id": number,"seen_tail": number,"seen_xid": unknown
                  }
                  ComputedFields: never
                  Insert: {
                    "lane_id": number,"seen_tail": number,"seen_xid": unknown
                  }
                  Update: {
                    "lane_id"?: number,"seen_tail"?: number,"seen_xid"?: unknown
                  }
                  Relationships: [
                    {
      foreignKeyName: "lane_rounds_lane_id_fkey"
      columns: ["lane_id"]
isOneToOne: true
      referencedRelation: "lane_overview"
      referencedColumns: ["lane_id"]
    },{
      foreignKeyName: "lane_rounds_lane_id_fkey"
      columns: ["lane_id"]
isOneToOne: true
      referencedRelation: "lanes"
      referencedColumns: ["lane_id"]
    }
                  ]
                },"lanes": {
                  Row: {
                    "drained_xid": unknown,"executor": string,"fair_window": number | null,"lane_id": number,"moved_to_lane_id": number | null,"open_shards": number,"paused_at": string | null,"priority": string,"queue_name": string,"shard": number,"state": string,"weight": number
                  }
                  ComputedFields: never
                  Insert: {
                    "drained_xid"?: unknown,"executor": string,"fair_window"?: number | null,"lane_id"?: never,"moved_to_lane_id"?: number | null,"open_shards"?: number,"paused_at"?: string | null,"priority": string,"queue_name": string,"shard"?: number,"state"?: string,"weight": number
                  }
                  Update: {
                    "drained_xid"?: unknown,"executor"?: string,"fair_window"?: number | null,"lane_id"?: never,"moved_to_lane_id"?: number | null,"open_shards"?: number,"paused_at"?: string | null,"priority"?: string,"queue_name"?: string,"shard"?: number,"state"?: string,"weight"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "lanes_moved_to_lane_id_fkey"
      columns: ["moved_to_lane_id"]
isOneToOne: false
      referencedRelation: "lane_overview"
      referencedColumns: ["lane_id"]
    },{
      foreignKeyName: "lanes_moved_to_lane_id_fkey"
      columns: ["moved_to_lane_id"]
isOneToOne: false
      referencedRelation: "lanes"
      referencedColumns: ["lane_id"]
    }
                  ]
                },"leaders": {
                  Row: {
                    "fence": number,"holder": string,"lease_expires_at": string,"lease_seconds": number,"longest_gap": string,"longest_renewal": string,"lost_leases": number,"name": string,"released": boolean,"renewals": number,"renewed_at": string,"taken_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "fence"?: number,"holder": string,"lease_expires_at": string,"lease_seconds": number,"longest_gap"?: string,"longest_renewal"?: string,"lost_leases"?: number,"name": string,"released"?: boolean,"renewals"?: number,"renewed_at": string,"taken_at": string
                  }
                  Update: {
                    "fence"?: number,"holder"?: string,"lease_expires_at"?: string,"lease_seconds"?: number,"longest_gap"?: string,"longest_renewal"?: string,"lost_leases"?: number,"name"?: string,"released"?: boolean,"renewals"?: number,"renewed_at"?: string,"taken_at"?: string
                  }
                  Relationships: [

                  ]
                },"limits": {
                  Row: {
                    "changed_at": string,"limit_id": number,"max_running": number | null,"name": string | null,"paused": boolean,"rate_count": number | null,"rate_seconds": number | null,"reason": string | null,"scope": string,"tenant_id": string | null,"wake_limit": undefined | null
                  }
                  ComputedFields: "wake_limit"
                  Insert: {
                    "changed_at": string,"limit_id"?: never,"max_running"?: number | null,"name"?: string | null,"paused"?: boolean,"rate_count"?: number | null,"rate_seconds"?: number | null,"reason"?: string | null,"scope": string,"tenant_id"?: string | null
                  }
                  Update: {
                    "changed_at"?: string,"limit_id"?: never,"max_running"?: number | null,"name"?: string | null,"paused"?: boolean,"rate_count"?: number | null,"rate_seconds"?: number | null,"reason"?: string | null,"scope"?: string,"tenant_id"?: string | null
                  }
                  Relationships: [

                  ]
                },"llm_models": {
                  Row: {
                    "capabilities": (string)[],"changed_at": string,"context_tokens": number,"enabled": boolean,"family": string | null,"max_output_tokens": number | null,"model": string,"model_id": number,"provider": string,"quality": number,"region": string,"service": string,"source": string,"source_sha256": string | null,"sunset_at": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "capabilities"?: (string)[],"changed_at": string,"context_tokens": number,"enabled"?: boolean,"family"?: string | null,"max_output_tokens"?: number | null,"model": string,"model_id"?: never,"provider": string,"quality"?: number,"region"?: string,"service"?: string,"source": string,"source_sha256"?: string | null,"sunset_at"?: string | null
                  }
                  Update: {
                    "capabilities"?: (string)[],"changed_at"?: string,"context_tokens"?: number,"enabled"?: boolean,"family"?: string | null,"max_output_tokens"?: number | null,"model"?: string,"model_id"?: never,"provider"?: string,"quality"?: number,"region"?: string,"service"?: string,"source"?: string,"source_sha256"?: string | null,"sunset_at"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "llm_models_provider_fkey"
      columns: ["provider"]
isOneToOne: false
      referencedRelation: "llm_providers"
      referencedColumns: ["provider"]
    }
                  ]
                },"llm_prices": {
                  Row: {
                    "cache_read_price": number | null,"cache_write_1h_price": number | null,"cache_write_price": number | null,"imported_at": string,"input_price": number,"model_id": number,"output_price": number,"price_id": number,"reasoning_price": number | null,"request_price": number,"source": string,"source_sha256": string,"tiers": NonNullable<Json>,"valid_from": string
                  }
                  ComputedFields: never
                  Insert: {
                    "cache_read_price"?: number | null,"cache_write_1h_price"?: number | null,"cache_write_price"?: number | null,"imported_at": string,"input_price": number,"model_id": number,"output_price": number,"price_id"?: never,"reasoning_price"?: number | null,"request_price"?: number,"source": string,"source_sha256": string,"tiers"?: NonNullable<Json>,"valid_from": string
                  }
                  Update: {
                    "cache_read_price"?: number | null,"cache_write_1h_price"?: number | null,"cache_write_price"?: number | null,"imported_at"?: string,"input_price"?: number,"model_id"?: number,"output_price"?: number,"price_id"?: never,"reasoning_price"?: number | null,"request_price"?: number,"source"?: string,"source_sha256"?: string,"tiers"?: NonNullable<Json>,"valid_from"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "llm_prices_model_id_fkey"
      columns: ["model_id"]
isOneToOne: false
      referencedRelation: "llm_models"
      referencedColumns: ["model_id"]
    },{
      foreignKeyName: "llm_prices_model_id_fkey"
      columns: ["model_id"]
isOneToOne: false
      referencedRelation: "route_places"
      referencedColumns: ["model_id"]
    }
                  ]
                },"llm_providers": {
                  Row: {
                    "allowed_hosts": (string)[],"api_format": string,"auth_style": string,"base_url": string,"changed_at": string,"data_policy": string,"enabled": boolean,"key_field": string,"name": string,"provider": string,"source": string,"source_sha256": string | null,"static_headers": NonNullable<Json>
                  }
                  ComputedFields: never
                  Insert: {
                    "allowed_hosts": (string)[],"api_format": string,"auth_style"?: string,"base_url": string,"changed_at": string,"data_policy"?: string,"enabled"?: boolean,"key_field"?: string,"name": string,"provider": string,"source": string,"source_sha256"?: string | null,"static_headers"?: NonNullable<Json>
                  }
                  Update: {
                    "allowed_hosts"?: (string)[],"api_format"?: string,"auth_style"?: string,"base_url"?: string,"changed_at"?: string,"data_policy"?: string,"enabled"?: boolean,"key_field"?: string,"name"?: string,"provider"?: string,"source"?: string,"source_sha256"?: string | null,"static_headers"?: NonNullable<Json>
                  }
                  Relationships: [

                  ]
                },"members": {
                  Row: {
                    "added_at": string,"changed_at": string,"role": string,"tenant_id": string,"user_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "added_at": string,"changed_at": string,"role": string,"tenant_id": string,"user_id": string
                  }
                  Update: {
                    "added_at"?: string,"changed_at"?: string,"role"?: string,"tenant_id"?: string,"user_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "members_tenant_id_fkey"
      columns: ["tenant_id"]
isOneToOne: false
      referencedRelation: "tenants"
      referencedColumns: ["tenant_id"]
    }
                  ]
                },"message_keys": {
                  Row: {
                    "body_hash": string,"expires_at": string,"hash": string,"message_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "body_hash": string,"expires_at": string,"hash": string,"message_id": string
                  }
                  Update: {
                    "body_hash"?: string,"expires_at"?: string,"hash"?: string,"message_id"?: string
                  }
                  Relationships: [

                  ]
                },"messages": {
                  Row: {
                    "agent": string,"cause": string | null,"correlation_id": string | null,"id": number,"payload": NonNullable<Json>,"role": string,"schema": Json | null,"tenant_id": string,"traceparent": string | null,"ts": string,"type": string,"message_envelope": Json | null
                  }
                  ComputedFields: "message_envelope"
                  Insert: {
                    "agent": string,"cause"?: string | null,"correlation_id"?: string | null,"id": number,"payload": NonNullable<Json>,"role": string,"schema"?: Json | null,"tenant_id": string,"traceparent"?: string | null,"ts": string,"type": string
                  }
                  Update: {
                    "agent"?: string,"cause"?: string | null,"correlation_id"?: string | null,"id"?: number,"payload"?: NonNullable<Json>,"role"?: string,"schema"?: Json | null,"tenant_id"?: string,"traceparent"?: string | null,"ts"?: string,"type"?: string
                  }
                  Relationships: [

                  ]
                },"metric_horizon": {
                  Row: {
                    "hours_from": string,"minutes_from": string,"only_row": boolean,"renewals": number,"sampled_at": string | null,"samples": NonNullable<Json>
                  }
                  ComputedFields: never
                  Insert: {
                    "hours_from"?: string,"minutes_from"?: string,"only_row"?: boolean,"renewals"?: number,"sampled_at"?: string | null,"samples"?: NonNullable<Json>
                  }
                  Update: {
                    "hours_from"?: string,"minutes_from"?: string,"only_row"?: boolean,"renewals"?: number,"sampled_at"?: string | null,"samples"?: NonNullable<Json>
                  }
                  Relationships: [

                  ]
                },"metric_rows": {
                  Row: {
                    "at": string,"bin_counts": (number)[],"bins": (number)[],"counts": NonNullable<Json>,"ms": number,"rolled": boolean,"series_id": number,"step": string,"metric_row_items": {
              "key": string,"value": number
            } | null
                  }
                  ComputedFields: "metric_row_items"
                  Insert: {
                    "at": string,"bin_counts"?: (number)[],"bins"?: (number)[],"counts"?: NonNullable<Json>,"ms"?: number,"rolled"?: boolean,"series_id": number,"step": string
                  }
                  Update: {
                    "at"?: string,"bin_counts"?: (number)[],"bins"?: (number)[],"counts"?: NonNullable<Json>,"ms"?: number,"rolled"?: boolean,"series_id"?: number,"step"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "metric_rows_series_id_fkey"
      columns: ["series_id"]
isOneToOne: false
      referencedRelation: "metric_series"
      referencedColumns: ["series_id"]
    }
                  ]
                },"metric_series": {
                  Row: {
                    "labels": NonNullable<Json>,"name": string,"series_id": number,"tenant_id": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "labels"?: NonNullable<Json>,"name": string,"series_id": number,"tenant_id"?: string | null
                  }
                  Update: {
                    "labels"?: NonNullable<Json>,"name"?: string,"series_id"?: number,"tenant_id"?: string | null
                  }
                  Relationships: [

                  ]
                },"notification_channels": {
                  Row: {
                    "changed_at": string,"kind": string,"kinds": (string)[],"min_severity": string,"name": string,"secret_env": string,"settings": NonNullable<Json>
                  }
                  ComputedFields: never
                  Insert: {
                    "changed_at": string,"kind": string,"kinds"?: (string)[],"min_severity"?: string,"name": string,"secret_env": string,"settings"?: NonNullable<Json>
                  }
                  Update: {
                    "changed_at"?: string,"kind"?: string,"kinds"?: (string)[],"min_severity"?: string,"name"?: string,"secret_env"?: string,"settings"?: NonNullable<Json>
                  }
                  Relationships: [

                  ]
                },"notifications": {
                  Row: {
                    "created_at": string,"dedupe_key": string,"id": number,"kind": string,"message": NonNullable<Json>
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at": string,"dedupe_key": string,"id"?: never,"kind": string,"message": NonNullable<Json>
                  }
                  Update: {
                    "created_at"?: string,"dedupe_key"?: string,"id"?: never,"kind"?: string,"message"?: NonNullable<Json>
                  }
                  Relationships: [

                  ]
                },"offboardings": {
                  Row: {
                    "after": Json | null,"counts": NonNullable<Json>,"ended_at": string | null,"erasable_at": string,"erasing_since": string | null,"export_sha256": string | null,"exported": (string)[],"ids": (string)[],"nobody": string,"pass_found": boolean,"salt": string,"started_at": string,"step": number,"tenant_id": string,"walk": string,"walk_after": number,"walk_began_at": string | null,"walk_found": boolean,"finish_erasure": Json | null
                  }
                  ComputedFields: "finish_erasure"
                  Insert: {
                    "after"?: Json | null,"counts"?: NonNullable<Json>,"ended_at"?: string | null,"erasable_at": string,"erasing_since"?: string | null,"export_sha256"?: string | null,"exported"?: (string)[],"ids": (string)[],"nobody": string,"pass_found"?: boolean,"salt": string,"started_at": string,"step"?: number,"tenant_id": string,"walk"?: string,"walk_after"?: number,"walk_began_at"?: string | null,"walk_found"?: boolean
                  }
                  Update: {
                    "after"?: Json | null,"counts"?: NonNullable<Json>,"ended_at"?: string | null,"erasable_at"?: string,"erasing_since"?: string | null,"export_sha256"?: string | null,"exported"?: (string)[],"ids"?: (string)[],"nobody"?: string,"pass_found"?: boolean,"salt"?: string,"started_at"?: string,"step"?: number,"tenant_id"?: string,"walk"?: string,"walk_after"?: number,"walk_began_at"?: string | null,"walk_found"?: boolean
                  }
                  Relationships: [
                    {
      foreignKeyName: "offboardings_tenant_id_fkey"
      columns: ["tenant_id"]
isOneToOne: true
      referencedRelation: "tenants"
      referencedColumns: ["tenant_id"]
    }
                  ]
                },"oidc_trusts": {
                  Row: {
                    "agent_id": string,"audience": string,"created_at": string,"issuer": string,"jwks_url": string,"subject": string,"trust_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "agent_id": string,"audience": string,"created_at": string,"issuer": string,"jwks_url": string,"subject": string,"trust_id": string
                  }
                  Update: {
                    "agent_id"?: string,"audience"?: string,"created_at"?: string,"issuer"?: string,"jwks_url"?: string,"subject"?: string,"trust_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "oidc_trusts_agent_id_fkey"
      columns: ["agent_id"]
isOneToOne: false
      referencedRelation: "agents"
      referencedColumns: ["agent_id"]
    }
                  ]
                },"outcome_notes": {
                  Row: {
                    "at": string,"first_token_ms": number | null,"http_status": number | null,"key_id": string | null,"model_id": number,"note_id": number,"retry_after_ms": number | null,"status": string,"tokens_per_second": number | null
                  }
                  ComputedFields: never
                  Insert: {
                    "at": string,"first_token_ms"?: number | null,"http_status"?: number | null,"key_id"?: string | null,"model_id": number,"note_id"?: never,"retry_after_ms"?: number | null,"status": string,"tokens_per_second"?: number | null
                  }
                  Update: {
                    "at"?: string,"first_token_ms"?: number | null,"http_status"?: number | null,"key_id"?: string | null,"model_id"?: number,"note_id"?: never,"retry_after_ms"?: number | null,"status"?: string,"tokens_per_second"?: number | null
                  }
                  Relationships: [

                  ]
                },"over_bound": {
                  Row: {
                    "job_id": number,"lane_id": number,"tenant_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "job_id": number,"lane_id": number,"tenant_id": string
                  }
                  Update: {
                    "job_id"?: number,"lane_id"?: number,"tenant_id"?: string
                  }
                  Relationships: [

                  ]
                },"parked": {
                  Row: {
                    "attempt": number,"job_id": number,"lane_id": number,"limit_hash": string | null,"paid_for": (string)[] | null,"tenant_id": string,"woken_at": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "attempt": number,"job_id": number,"lane_id": number,"limit_hash"?: string | null,"paid_for"?: (string)[] | null,"tenant_id": string,"woken_at"?: string | null
                  }
                  Update: {
                    "attempt"?: number,"job_id"?: number,"lane_id"?: number,"limit_hash"?: string | null,"paid_for"?: (string)[] | null,"tenant_id"?: string,"woken_at"?: string | null
                  }
                  Relationships: [

                  ]
                },"permit_locks": {
                  Row: {
                    "due_at": string | null,"limit_hash": string,"max_running": number | null
                  }
                  ComputedFields: never
                  Insert: {
                    "due_at"?: string | null,"limit_hash": string,"max_running"?: number | null
                  }
                  Update: {
                    "due_at"?: string | null,"limit_hash"?: string,"max_running"?: number | null
                  }
                  Relationships: [

                  ]
                },"projects": {
                  Row: {
                    "created_at": string,"project": string,"tenant_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at": string,"project": string,"tenant_id": string
                  }
                  Update: {
                    "created_at"?: string,"project"?: string,"tenant_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "projects_tenant_id_fkey"
      columns: ["tenant_id"]
isOneToOne: false
      referencedRelation: "tenants"
      referencedColumns: ["tenant_id"]
    }
                  ]
                },"provider_health": {
                  Row: {
                    "calls": number,"changed_at": string,"error_rate": number,"failures": number,"first_token_ms": number | null,"good_probes": number,"model_id": number,"probe_until": string | null,"retry_at": string | null,"share": number,"state": string,"tokens_per_second": number | null,"trips": number,"save_health": undefined | null
                  }
                  ComputedFields: "save_health"
                  Insert: {
                    "calls"?: number,"changed_at": string,"error_rate"?: number,"failures"?: number,"first_token_ms"?: number | null,"good_probes"?: number,"model_id": number,"probe_until"?: string | null,"retry_at"?: string | null,"share"?: number,"state"?: string,"tokens_per_second"?: number | null,"trips"?: number
                  }
                  Update: {
                    "calls"?: number,"changed_at"?: string,"error_rate"?: number,"failures"?: number,"first_token_ms"?: number | null,"good_probes"?: number,"model_id"?: number,"probe_until"?: string | null,"retry_at"?: string | null,"share"?: number,"state"?: string,"tokens_per_second"?: number | null,"trips"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "provider_health_model_id_fkey"
      columns: ["model_id"]
isOneToOne: true
      referencedRelation: "llm_models"
      referencedColumns: ["model_id"]
    },{
      foreignKeyName: "provider_health_model_id_fkey"
      columns: ["model_id"]
isOneToOne: true
      referencedRelation: "route_places"
      referencedColumns: ["model_id"]
    }
                  ]
                },"provider_health_minutes": {
                  Row: {
                    "calls": number,"errors": number,"first_token_ms_sum": number,"first_tokens": number,"minute": string,"model_id": number,"throttled": number
                  }
                  ComputedFields: never
                  Insert: {
                    "calls": number,"errors": number,"first_token_ms_sum": number,"first_tokens": number,"minute": string,"model_id": number,"throttled": number
                  }
                  Update: {
                    "calls"?: number,"errors"?: number,"first_token_ms_sum"?: number,"first_tokens"?: number,"minute"?: string,"model_id"?: number,"throttled"?: number
                  }
                  Relationships: [

                  ]
                },"quality_runs": {
                  Row: {
                    "aggregate_job_id": number | null,"created_at": string,"decide_job_id": number | null,"finished_at": string | null,"id": string,"iso_week": string,"job_ids": (number)[],"kind": string,"plan": Json | null,"run_number": number,"started_at": string | null,"summary": NonNullable<Json>,"target": string,"tenant_id": string,"verdict": string | null,"enqueue_decide": {
              "aggregate_job_id": number | null,
"created_at": string,
"decide_job_id": number | null,
"finished_at": string | null,
"id": string,
"iso_week": string,
"job_ids": (number)[],
"kind": string,
"plan": Json | null,
"run_number": number,
"started_at": string | null,
"summary": NonNullable<Json>,
"target": string,
"tenant_id": string,
"verdict": string | null
            } | null,"enqueue_gate": {
              "aggregate_job_id": number | null,
"created_at": string,
"decide_job_id": number | null,
"finished_at": string | null,
"id": string,
"iso_week": string,
"job_ids": (number)[],
"kind": string,
"plan": Json | null,
"run_number": number,
"started_at": string | null,
"summary": NonNullable<Json>,
"target": string,
"tenant_id": string,
"verdict": string | null
            } | null,"run_line": Json | null
                  }
                  ComputedFields: "enqueue_decide" | "enqueue_gate" | "run_line"
                  Insert: {
                    "aggregate_job_id"?: number | null,"created_at"?: string,"decide_job_id"?: number | null,"finished_at"?: string | null,"id"?: string,"iso_week": string,"job_ids"?: (number)[],"kind"?: string,"plan"?: Json | null,"run_number"?: number,"started_at"?: string | null,"summary"?: NonNullable<Json>,"target": string,"tenant_id": string,"verdict"?: string | null
                  }
                  Update: {
                    "aggregate_job_id"?: number | null,"created_at"?: string,"decide_job_id"?: number | null,"finished_at"?: string | null,"id"?: string,"iso_week"?: string,"job_ids"?: (number)[],"kind"?: string,"plan"?: Json | null,"run_number"?: number,"started_at"?: string | null,"summary"?: NonNullable<Json>,"target"?: string,"tenant_id"?: string,"verdict"?: string | null
                  }
                  Relationships: [

                  ]
                },"rate_limits": {
                  Row: {
                    "agent_id": string | null,"changed_at": string,"key_id": string | null,"limit_id": number,"max_count": number,"per_seconds": number,"scope": string,"subject": string,"tenant_id": string | null,"unit": string
                  }
                  ComputedFields: never
                  Insert: {
                    "agent_id"?: string | null,"changed_at": string,"key_id"?: string | null,"limit_id"?: never,"max_count": number,"per_seconds": number,"scope": string,"subject"?: never,"tenant_id"?: string | null,"unit": string
                  }
                  Update: {
                    "agent_id"?: string | null,"changed_at"?: string,"key_id"?: string | null,"limit_id"?: never,"max_count"?: number,"per_seconds"?: number,"scope"?: string,"subject"?: never,"tenant_id"?: string | null,"unit"?: string
                  }
                  Relationships: [

                  ]
                },"rate_states": {
                  Row: {
                    "full_at_ns": number,"limit_id": number,"subject_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "full_at_ns": number,"limit_id": number,"subject_id": string
                  }
                  Update: {
                    "full_at_ns"?: number,"limit_id"?: number,"subject_id"?: string
                  }
                  Relationships: [

                  ]
                },"ready_notes": {
                  Row: {
                    "job_id": number,"ready_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "job_id": number,"ready_at": string
                  }
                  Update: {
                    "job_id"?: number,"ready_at"?: string
                  }
                  Relationships: [

                  ]
                },"receipt_retention": {
                  Row: {
                    "dropped_decisions": number,"dropped_nano": number,"keep_days": number | null,"only_row": boolean
                  }
                  ComputedFields: never
                  Insert: {
                    "dropped_decisions"?: number,"dropped_nano"?: number,"keep_days"?: number | null,"only_row"?: boolean
                  }
                  Update: {
                    "dropped_decisions"?: number,"dropped_nano"?: number,"keep_days"?: number | null,"only_row"?: boolean
                  }
                  Relationships: [

                  ]
                },"redeliveries": {
                  Row: {
                    "attempt": number,"channel": string,"due_at": string,"error": Json | null,"message": NonNullable<Json>,"message_id": string,"subscription_id": number
                  }
                  ComputedFields: never
                  Insert: {
                    "attempt": number,"channel": string,"due_at": string,"error"?: Json | null,"message": NonNullable<Json>,"message_id": string,"subscription_id": number
                  }
                  Update: {
                    "attempt"?: number,"channel"?: string,"due_at"?: string,"error"?: Json | null,"message"?: NonNullable<Json>,"message_id"?: string,"subscription_id"?: number
                  }
                  Relationships: [

                  ]
                },"refusal_notes": {
                  Row: {
                    "note_id": number,"rejected": Json | null,"word": string
                  }
                  ComputedFields: never
                  Insert: {
                    "note_id"?: never,"rejected"?: Json | null,"word": string
                  }
                  Update: {
                    "note_id"?: never,"rejected"?: Json | null,"word"?: string
                  }
                  Relationships: [

                  ]
                },"requests": {
                  Row: {
                    "asked_by": string | null,"expires_at": string,"job_id": number,"timed_out_at": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "asked_by"?: string | null,"expires_at": string,"job_id": number,"timed_out_at"?: string | null
                  }
                  Update: {
                    "asked_by"?: string | null,"expires_at"?: string,"job_id"?: number,"timed_out_at"?: string | null
                  }
                  Relationships: [

                  ]
                },"reservations": {
                  Row: {
                    "agent_id": string | null,"attempt": number,"created_at": string,"decision_id": string,"estimate_nano": number,"expires_at": string,"grant_expires_at": string | null,"grant_hash": string | null,"key_id": string | null,"model_id": number,"opened_at": string | null,"price_id": number | null,"state": string,"tenant_id": string,"used_xid": unknown,"window_ids": (number)[]
                  }
                  ComputedFields: never
                  Insert: {
                    "agent_id"?: string | null,"attempt": number,"created_at": string,"decision_id": string,"estimate_nano": number,"expires_at": string,"grant_expires_at"?: string | null,"grant_hash"?: string | null,"key_id"?: string | null,"model_id": number,"opened_at"?: string | null,"price_id"?: number | null,"state"?: string,"tenant_id": string,"used_xid"?: unknown,"window_ids"?: (number)[]
                  }
                  Update: {
                    "agent_id"?: string | null,"attempt"?: number,"created_at"?: string,"decision_id"?: string,"estimate_nano"?: number,"expires_at"?: string,"grant_expires_at"?: string | null,"grant_hash"?: string | null,"key_id"?: string | null,"model_id"?: number,"opened_at"?: string | null,"price_id"?: number | null,"state"?: string,"tenant_id"?: string,"used_xid"?: unknown,"window_ids"?: (number)[]
                  }
                  Relationships: [

                  ]
                },"retention": {
                  Row: {
                    "dropped_at": string | null,"dropped_event_id": number,"dropped_events": number,"dropped_jobs": number,"dropped_workflows": number,"keep_workflows_seconds": number,"last_dropped_id": number,"only_row": boolean,"workflow_walk": number
                  }
                  ComputedFields: never
                  Insert: {
                    "dropped_at"?: string | null,"dropped_event_id"?: number,"dropped_events"?: number,"dropped_jobs"?: number,"dropped_workflows"?: number,"keep_workflows_seconds"?: number,"last_dropped_id"?: number,"only_row"?: boolean,"workflow_walk"?: number
                  }
                  Update: {
                    "dropped_at"?: string | null,"dropped_event_id"?: number,"dropped_events"?: number,"dropped_jobs"?: number,"dropped_workflows"?: number,"keep_workflows_seconds"?: number,"last_dropped_id"?: number,"only_row"?: boolean,"workflow_walk"?: number
                  }
                  Relationships: [

                  ]
                },"retention_walks": {
                  Row: {
                    "event_id": number,"keep_seconds": number,"kind": string,"walked_to": string
                  }
                  ComputedFields: never
                  Insert: {
                    "event_id"?: number,"keep_seconds": number,"kind": string,"walked_to"?: string
                  }
                  Update: {
                    "event_id"?: number,"keep_seconds"?: number,"kind"?: string,"walked_to"?: string
                  }
                  Relationships: [

                  ]
                },"revocations": {
                  Row: {
                    "kind": string,"revoked_at": string,"subject_id": string,"tenant_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "kind": string,"revoked_at": string,"subject_id": string,"tenant_id": string
                  }
                  Update: {
                    "kind"?: string,"revoked_at"?: string,"subject_id"?: string,"tenant_id"?: string
                  }
                  Relationships: [

                  ]
                },"route_lists": {
                  Row: {
                    "algorithm": string,"cache_read_prices": (number)[],"cache_write_prices": (number)[],"capabilities": (number)[],"capability_names": (string)[],"context_tokens": (number)[],"data_ranks": (number)[],"input_prices": (number)[],"is_cut": boolean,"keyless": (number)[],"left_out": NonNullable<Json>,"list_id": number,"made_at": string,"max_output_tokens": (number)[],"merits": (number)[] | null,"model_ids": (number)[],"output_prices": (number)[],"policy_id": number,"policy_name": string,"policy_version": number,"price_ids": (number)[],"provider_nos": (number)[],"providers": (string)[],"qualities": (number)[],"region_nos": (number)[],"regions": (string)[],"request_prices": (number)[],"retired_at": string | null,"service": string,"sha256": string,"shares": (number)[] | null,"size_class": string,"snapshot_id": number | null,"states": (number)[] | null,"task": string,"terms": (number)[],"token_ms": (number)[] | null,"wait_ms": (number)[] | null,"whole_list": {
              "algorithm": string,
"cache_read_prices": (number)[],
"cache_write_prices": (number)[],
"capabilities": (number)[],
"capability_names": (string)[],
"context_tokens": (number)[],
"data_ranks": (number)[],
"input_prices": (number)[],
"is_cut": boolean,
"keyless": (number)[],
"left_out": NonNullable<Json>,
"list_id": number,
"made_at": string,
"max_output_tokens": (number)[],
"merits": (number)[] | null,
"model_ids": (number)[],
"output_prices": (number)[],
"policy_id": number,
"policy_name": string,
"policy_version": number,
"price_ids": (number)[],
"provider_nos": (number)[],
"providers": (string)[],
"qualities": (number)[],
"region_nos": (number)[],
"regions": (string)[],
"request_prices": (number)[],
"retired_at": string | null,
"service": string,
"sha256": string,
"shares": (number)[] | null,
"size_class": string,
"snapshot_id": number | null,
"states": (number)[] | null,
"task": string,
"terms": (number)[],
"token_ms": (number)[] | null,
"wait_ms": (number)[] | null
            } | null
                  }
                  ComputedFields: "whole_list"
                  Insert: {
                    "algorithm": string,"cache_read_prices": (number)[],"cache_write_prices": (number)[],"capabilities": (number)[],"capability_names": (string)[],"context_tokens": (number)[],"data_ranks": (number)[],"input_prices": (number)[],"is_cut": boolean,"keyless": (number)[],"left_out": NonNullable<Json>,"list_id"?: never,"made_at": string,"max_output_tokens": (number)[],"merits"?: (number)[] | null,"model_ids": (number)[],"output_prices": (number)[],"policy_id": number,"policy_name": string,"policy_version": number,"price_ids": (number)[],"provider_nos": (number)[],"providers": (string)[],"qualities": (number)[],"region_nos": (number)[],"regions": (string)[],"request_prices": (number)[],"retired_at"?: string | null,"service": string,"sha256": string,"shares"?: (number)[] | null,"size_class": string,"snapshot_id"?: number | null,"states"?: (number)[] | null,"task": string,"terms": (number)[],"token_ms"?: (number)[] | null,"wait_ms"?: (number)[] | null
                  }
                  Update: {
                    "algorithm"?: string,"cache_read_prices"?: (number)[],"cache_write_prices"?: (number)[],"capabilities"?: (number)[],"capability_names"?: (string)[],"context_tokens"?: (number)[],"data_ranks"?: (number)[],"input_prices"?: (number)[],"is_cut"?: boolean,"keyless"?: (number)[],"left_out"?: NonNullable<Json>,"list_id"?: never,"made_at"?: string,"max_output_tokens"?: (number)[],"merits"?: (number)[] | null,"model_ids"?: (number)[],"output_prices"?: (number)[],"policy_id"?: number,"policy_name"?: string,"policy_version"?: number,"price_ids"?: (number)[],"provider_nos"?: (number)[],"providers"?: (string)[],"qualities"?: (number)[],"region_nos"?: (number)[],"regions"?: (string)[],"request_prices"?: (number)[],"retired_at"?: string | null,"service"?: string,"sha256"?: string,"shares"?: (number)[] | null,"size_class"?: string,"snapshot_id"?: number | null,"states"?: (number)[] | null,"task"?: string,"terms"?: (number)[],"token_ms"?: (number)[] | null,"wait_ms"?: (number)[] | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "route_lists_policy_id_fkey"
      columns: ["policy_id"]
isOneToOne: false
      referencedRelation: "routing_policies"
      referencedColumns: ["policy_id"]
    }
                  ]
                },"route_sessions": {
                  Row: {
                    "model_id": number,"prefix_hash": string | null,"session_key": string,"used_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "model_id": number,"prefix_hash"?: string | null,"session_key": string,"used_at": string
                  }
                  Update: {
                    "model_id"?: number,"prefix_hash"?: string | null,"session_key"?: string,"used_at"?: string
                  }
                  Relationships: [

                  ]
                },"router_reports": {
                  Row: {
                    "at": string,"body": NonNullable<Json>,"gates": NonNullable<Json>,"passed": boolean,"policy_v1": number,"policy_v2": number,"report_id": number
                  }
                  ComputedFields: never
                  Insert: {
                    "at": string,"body": NonNullable<Json>,"gates": NonNullable<Json>,"passed": boolean,"policy_v1": number,"policy_v2": number,"report_id"?: never
                  }
                  Update: {
                    "at"?: string,"body"?: NonNullable<Json>,"gates"?: NonNullable<Json>,"passed"?: boolean,"policy_v1"?: number,"policy_v2"?: number,"report_id"?: never
                  }
                  Relationships: [
                    {
      foreignKeyName: "router_reports_policy_v1_fkey"
      columns: ["policy_v1"]
isOneToOne: false
      referencedRelation: "routing_policies"
      referencedColumns: ["policy_id"]
    },{
      foreignKeyName: "router_reports_policy_v2_fkey"
      columns: ["policy_v2"]
isOneToOne: false
      referencedRelation: "routing_policies"
      referencedColumns: ["policy_id"]
    }
                  ]
                },"routes": {
                  Row: {
                    "executor": string,"tenant_id": string | null,"type_pattern": string
                  }
                  ComputedFields: never
                  Insert: {
                    "executor": string,"tenant_id"?: string | null,"type_pattern": string
                  }
                  Update: {
                    "executor"?: string,"tenant_id"?: string | null,"type_pattern"?: string
                  }
                  Relationships: [

                  ]
                },"routing_clock": {
                  Row: {
                    "catalogue_mark": string,"only_row": boolean,"snapshot_id": number,"ticked_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "catalogue_mark": string,"only_row"?: boolean,"snapshot_id": number,"ticked_at": string
                  }
                  Update: {
                    "catalogue_mark"?: string,"only_row"?: boolean,"snapshot_id"?: number,"ticked_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "routing_clock_snapshot_id_fkey"
      columns: ["snapshot_id"]
isOneToOne: false
      referencedRelation: "routing_snapshots"
      referencedColumns: ["snapshot_id"]
    }
                  ]
                },"routing_decisions": {
                  Row: {
                    "agent_id": string | null,"at": string,"candidates": (number)[],"choice": number,"context": NonNullable<Json>,"decision_id": string,"job_id": number | null,"key_hash": string | null,"policy_id": number,"seed": number,"snapshot_id": number,"tenant_id": string,"traceparent": string | null,"weights": (number)[],"logged_list": {
              "algorithm": string,
"cache_read_prices": (number)[],
"cache_write_prices": (number)[],
"capabilities": (number)[],
"capability_names": (string)[],
"context_tokens": (number)[],
"data_ranks": (number)[],
"input_prices": (number)[],
"is_cut": boolean,
"keyless": (number)[],
"left_out": NonNullable<Json>,
"list_id": number,
"made_at": string,
"max_output_tokens": (number)[],
"merits": (number)[] | null,
"model_ids": (number)[],
"output_prices": (number)[],
"policy_id": number,
"policy_name": string,
"policy_version": number,
"price_ids": (number)[],
"provider_nos": (number)[],
"providers": (string)[],
"qualities": (number)[],
"region_nos": (number)[],
"regions": (string)[],
"request_prices": (number)[],
"retired_at": string | null,
"service": string,
"sha256": string,
"shares": (number)[] | null,
"size_class": string,
"snapshot_id": number | null,
"states": (number)[] | null,
"task": string,
"terms": (number)[],
"token_ms": (number)[] | null,
"wait_ms": (number)[] | null
            } | null,"replay_route": Record<string, unknown> | null,"route_remarks": Json | null
                  }
                  ComputedFields: "logged_list" | "replay_route" | "route_remarks"
                  Insert: {
                    "agent_id"?: string | null,"at": string,"candidates": (number)[],"choice": number,"context": NonNullable<Json>,"decision_id": string,"job_id"?: number | null,"key_hash"?: string | null,"policy_id": number,"seed": number,"snapshot_id": number,"tenant_id": string,"traceparent"?: string | null,"weights": (number)[]
                  }
                  Update: {
                    "agent_id"?: string | null,"at"?: string,"candidates"?: (number)[],"choice"?: number,"context"?: NonNullable<Json>,"decision_id"?: string,"job_id"?: number | null,"key_hash"?: string | null,"policy_id"?: number,"seed"?: number,"snapshot_id"?: number,"tenant_id"?: string,"traceparent"?: string | null,"weights"?: (number)[]
                  }
                  Relationships: [

                  ]
                },"routing_outcomes": {
                  Row: {
                    "attempt": number,"cost_nano": number,"counted_nano": number | null,"decision_id": string,"first_token_ms": number | null,"http_status": number | null,"is_counted": boolean,"is_estimate": boolean,"model_id": number,"settled_at": string,"status": string,"tenant_id": string,"total_ms": number | null,"usage": NonNullable<Json>
                  }
                  ComputedFields: never
                  Insert: {
                    "attempt": number,"cost_nano": number,"counted_nano"?: number | null,"decision_id": string,"first_token_ms"?: number | null,"http_status"?: number | null,"is_counted"?: boolean,"is_estimate": boolean,"model_id": number,"settled_at": string,"status": string,"tenant_id": string,"total_ms"?: number | null,"usage": NonNullable<Json>
                  }
                  Update: {
                    "attempt"?: number,"cost_nano"?: number,"counted_nano"?: number | null,"decision_id"?: string,"first_token_ms"?: number | null,"http_status"?: number | null,"is_counted"?: boolean,"is_estimate"?: boolean,"model_id"?: number,"settled_at"?: string,"status"?: string,"tenant_id"?: string,"total_ms"?: number | null,"usage"?: NonNullable<Json>
                  }
                  Relationships: [

                  ]
                },"routing_policies": {
                  Row: {
                    "algorithm": string,"body": NonNullable<Json>,"body_sha256": string,"changed_at": string,"created_at": string,"live_at": string | null,"name": string,"policy_id": number,"state": string,"tenant_id": string,"version": number
                  }
                  ComputedFields: never
                  Insert: {
                    "algorithm": string,"body": NonNullable<Json>,"body_sha256": string,"changed_at": string,"created_at": string,"live_at"?: string | null,"name": string,"policy_id"?: never,"state"?: string,"tenant_id": string,"version": number
                  }
                  Update: {
                    "algorithm"?: string,"body"?: NonNullable<Json>,"body_sha256"?: string,"changed_at"?: string,"created_at"?: string,"live_at"?: string | null,"name"?: string,"policy_id"?: never,"state"?: string,"tenant_id"?: string,"version"?: number
                  }
                  Relationships: [

                  ]
                },"routing_snapshots": {
                  Row: {
                    "error_rates": (number)[],"first_token_ms": (number)[],"in_flight": (number)[],"left_at": string | null,"model_ids": (number)[],"published_at": string,"sha256": string,"shares": (number)[],"snapshot_id": number,"states": (number)[],"tokens_per_second": (number)[]
                  }
                  ComputedFields: never
                  Insert: {
                    "error_rates": (number)[],"first_token_ms": (number)[],"in_flight": (number)[],"left_at"?: string | null,"model_ids": (number)[],"published_at": string,"sha256": string,"shares": (number)[],"snapshot_id"?: never,"states": (number)[],"tokens_per_second": (number)[]
                  }
                  Update: {
                    "error_rates"?: (number)[],"first_token_ms"?: (number)[],"in_flight"?: (number)[],"left_at"?: string | null,"model_ids"?: (number)[],"published_at"?: string,"sha256"?: string,"shares"?: (number)[],"snapshot_id"?: never,"states"?: (number)[],"tokens_per_second"?: (number)[]
                  }
                  Relationships: [

                  ]
                },"saga_log": {
                  Row: {
                    "at": string,"id": number,"item": number | null,"job_id": number | null,"move": string,"step": number | null,"workflow_id": number
                  }
                  ComputedFields: never
                  Insert: {
                    "at": string,"id"?: never,"item"?: number | null,"job_id"?: number | null,"move": string,"step"?: number | null,"workflow_id": number
                  }
                  Update: {
                    "at"?: string,"id"?: never,"item"?: number | null,"job_id"?: number | null,"move"?: string,"step"?: number | null,"workflow_id"?: number
                  }
                  Relationships: [

                  ]
                },"schedule_notes": {
                  Row: {
                    "at": string,"lags_ms": (number)[],"note_id": number,"runs": number,"state": string,"tenant_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "at": string,"lags_ms": (number)[],"note_id"?: never,"runs": number,"state": string,"tenant_id": string
                  }
                  Update: {
                    "at"?: string,"lags_ms"?: (number)[],"note_id"?: never,"runs"?: number,"state"?: string,"tenant_id"?: string
                  }
                  Relationships: [

                  ]
                },"schedule_runs": {
                  Row: {
                    "by_hand": boolean,"covers": number,"covers_until": string | null,"due_at": string,"error": Json | null,"idempotency_key": string | null,"job_id": number | null,"planned_at": string,"reason": string | null,"schedule_id": number,"settled_at": string,"state": string,"wake_at": string | null,"workflow_id": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "by_hand"?: boolean,"covers"?: number,"covers_until"?: string | null,"due_at": string,"error"?: Json | null,"idempotency_key"?: string | null,"job_id"?: number | null,"planned_at": string,"reason"?: string | null,"schedule_id": number,"settled_at": string,"state": string,"wake_at"?: string | null,"workflow_id"?: string | null
                  }
                  Update: {
                    "by_hand"?: boolean,"covers"?: number,"covers_until"?: string | null,"due_at"?: string,"error"?: Json | null,"idempotency_key"?: string | null,"job_id"?: number | null,"planned_at"?: string,"reason"?: string | null,"schedule_id"?: number,"settled_at"?: string,"state"?: string,"wake_at"?: string | null,"workflow_id"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "schedule_runs_schedule_id_fkey"
      columns: ["schedule_id"]
isOneToOne: false
      referencedRelation: "schedule_overview"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "schedule_runs_schedule_id_fkey"
      columns: ["schedule_id"]
isOneToOne: false
      referencedRelation: "schedules"
      referencedColumns: ["id"]
    }
                  ]
                },"schedules": {
                  Row: {
                    "anchor": string,"changed_at": string,"created_at": string,"cron": string | null,"ends_at": string | null,"every_seconds": number | null,"grace_seconds": number,"id": number,"jitter_seconds": number,"job": Json | null,"last_started_due_at": string | null,"missed": string,"missed_limit": number,"name": string,"next_due_at": string | null,"next_run_at": string | null,"overlap": string,"paused": boolean,"starts_at": string | null,"tenant_id": string,"time_zone": string,"workflow": Json | null,"check_schedule": undefined | null,"schedule_document": Json | null
                  }
                  ComputedFields: "check_schedule" | "schedule_document"
                  Insert: {
                    "anchor": string,"changed_at": string,"created_at": string,"cron"?: string | null,"ends_at"?: string | null,"every_seconds"?: number | null,"grace_seconds": number,"id"?: never,"jitter_seconds": number,"job"?: Json | null,"last_started_due_at"?: string | null,"missed": string,"missed_limit": number,"name": string,"next_due_at"?: string | null,"next_run_at"?: string | null,"overlap": string,"paused": boolean,"starts_at"?: string | null,"tenant_id": string,"time_zone": string,"workflow"?: Json | null
                  }
                  Update: {
                    "anchor"?: string,"changed_at"?: string,"created_at"?: string,"cron"?: string | null,"ends_at"?: string | null,"every_seconds"?: number | null,"grace_seconds"?: number,"id"?: never,"jitter_seconds"?: number,"job"?: Json | null,"last_started_due_at"?: string | null,"missed"?: string,"missed_limit"?: number,"name"?: string,"next_due_at"?: string | null,"next_run_at"?: string | null,"overlap"?: string,"paused"?: boolean,"starts_at"?: string | null,"tenant_id"?: string,"time_zone"?: string,"workflow"?: Json | null
                  }
                  Relationships: [

                  ]
                },"secure_keys": {
                  Row: {
                    "alg": string,"alias": string,"changed_at": string,"checksum": string,"ciphertext": string,"created_at": string,"dek_iv": string | null,"env": string,"expires_at": string | null,"field": string,"iv": string,"kek_id": string | null,"key_id": string,"last_used_at": string | null,"last4": string,"provider": string,"region": string,"resource": string,"retires_at": string | null,"rotate_after": string | null,"service": string,"shared": boolean,"state": string,"tenant_id": string,"version": number,"warned_at": string | null,"wrapped_dek": string | null,"key_metadata": Json | null
                  }
                  ComputedFields: "key_metadata"
                  Insert: {
                    "alg": string,"alias"?: string,"changed_at": string,"checksum": string,"ciphertext": string,"created_at": string,"dek_iv"?: string | null,"env": string,"expires_at"?: string | null,"field"?: string,"iv": string,"kek_id"?: string | null,"key_id": string,"last_used_at"?: string | null,"last4": string,"provider": string,"region"?: string,"resource"?: string,"retires_at"?: string | null,"rotate_after"?: string | null,"service"?: string,"shared"?: boolean,"state": string,"tenant_id": string,"version": number,"warned_at"?: string | null,"wrapped_dek"?: string | null
                  }
                  Update: {
                    "alg"?: string,"alias"?: string,"changed_at"?: string,"checksum"?: string,"ciphertext"?: string,"created_at"?: string,"dek_iv"?: string | null,"env"?: string,"expires_at"?: string | null,"field"?: string,"iv"?: string,"kek_id"?: string | null,"key_id"?: string,"last_used_at"?: string | null,"last4"?: string,"provider"?: string,"region"?: string,"resource"?: string,"retires_at"?: string | null,"rotate_after"?: string | null,"service"?: string,"shared"?: boolean,"state"?: string,"tenant_id"?: string,"version"?: number,"warned_at"?: string | null,"wrapped_dek"?: string | null
                  }
                  Relationships: [

                  ]
                },"secure_keys_audit": {
                  Row: {
                    "action": string,"actor": string,"at": string,"attempt": number | null,"audit_id": number,"decision_id": string | null,"key_id": string | null,"ok": boolean,"purpose": string | null,"reason": string | null,"tenant_id": string,"version": number | null,"xid": unknown
                  }
                  ComputedFields: never
                  Insert: {
                    "action": string,"actor": string,"at": string,"attempt"?: number | null,"audit_id"?: never,"decision_id"?: string | null,"key_id"?: string | null,"ok": boolean,"purpose"?: string | null,"reason"?: string | null,"tenant_id": string,"version"?: number | null,"xid"?: unknown
                  }
                  Update: {
                    "action"?: string,"actor"?: string,"at"?: string,"attempt"?: number | null,"audit_id"?: never,"decision_id"?: string | null,"key_id"?: string | null,"ok"?: boolean,"purpose"?: string | null,"reason"?: string | null,"tenant_id"?: string,"version"?: number | null,"xid"?: unknown
                  }
                  Relationships: [

                  ]
                },"secure_keys_heads": {
                  Row: {
                    "hash": string,"sealed_at": string,"seq": number,"tenant_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "hash": string,"sealed_at": string,"seq": number,"tenant_id": string
                  }
                  Update: {
                    "hash"?: string,"sealed_at"?: string,"seq"?: number,"tenant_id"?: string
                  }
                  Relationships: [

                  ]
                },"secure_keys_seals": {
                  Row: {
                    "audit_id": number,"hash": string,"seq": number,"tenant_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "audit_id": number,"hash": string,"seq": number,"tenant_id": string
                  }
                  Update: {
                    "audit_id"?: number,"hash"?: string,"seq"?: number,"tenant_id"?: string
                  }
                  Relationships: [

                  ]
                },"signing_keys": {
                  Row: {
                    "alg": string,"changed_at": string,"created_at": string,"kid": string,"public_jwk": NonNullable<Json>,"state": string
                  }
                  ComputedFields: never
                  Insert: {
                    "alg": string,"changed_at": string,"created_at": string,"kid": string,"public_jwk": NonNullable<Json>,"state": string
                  }
                  Update: {
                    "alg"?: string,"changed_at"?: string,"created_at"?: string,"kid"?: string,"public_jwk"?: NonNullable<Json>,"state"?: string
                  }
                  Relationships: [

                  ]
                },"slo_burns": {
                  Row: {
                    "bad": number,"measured_at": string,"seconds": number,"slo": string,"total": number
                  }
                  ComputedFields: never
                  Insert: {
                    "bad": number,"measured_at": string,"seconds": number,"slo": string,"total": number
                  }
                  Update: {
                    "bad"?: number,"measured_at"?: string,"seconds"?: number,"slo"?: string,"total"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "slo_burns_slo_fkey"
      columns: ["slo"]
isOneToOne: false
      referencedRelation: "slos"
      referencedColumns: ["name"]
    }
                  ]
                },"slos": {
                  Row: {
                    "changed_at": string,"clear_seconds": number,"critical_at": number | null,"enabled": boolean,"executor": string | null,"for_seconds": number,"kind": string,"min_bad": number,"min_events": number,"name": string,"objective": number | null,"problem": string | null,"remind_seconds": number,"rules": NonNullable<Json>,"runbook": string,"scope": string,"tenant_id": string | null,"threshold_ms": number | null,"title": string,"warning_at": number | null,"window_days": number,"slo_problem": string | null
                  }
                  ComputedFields: "slo_problem"
                  Insert: {
                    "changed_at": string,"clear_seconds"?: number,"critical_at"?: number | null,"enabled"?: boolean,"executor"?: string | null,"for_seconds"?: number,"kind": string,"min_bad"?: number,"min_events"?: number,"name": string,"objective"?: number | null,"problem"?: string | null,"remind_seconds"?: number,"rules"?: NonNullable<Json>,"runbook": string,"scope"?: string,"tenant_id"?: string | null,"threshold_ms"?: number | null,"title": string,"warning_at"?: number | null,"window_days"?: number
                  }
                  Update: {
                    "changed_at"?: string,"clear_seconds"?: number,"critical_at"?: number | null,"enabled"?: boolean,"executor"?: string | null,"for_seconds"?: number,"kind"?: string,"min_bad"?: number,"min_events"?: number,"name"?: string,"objective"?: number | null,"problem"?: string | null,"remind_seconds"?: number,"rules"?: NonNullable<Json>,"runbook"?: string,"scope"?: string,"tenant_id"?: string | null,"threshold_ms"?: number | null,"title"?: string,"warning_at"?: number | null,"window_days"?: number
                  }
                  Relationships: [

                  ]
                },"step_jobs": {
                  Row: {
                    "item": number,"job_id": number,"role": string,"step": number,"workflow_id": number
                  }
                  ComputedFields: never
                  Insert: {
                    "item": number,"job_id": number,"role": string,"step": number,"workflow_id": number
                  }
                  Update: {
                    "item"?: number,"job_id"?: number,"role"?: string,"step"?: number,"workflow_id"?: number
                  }
                  Relationships: [

                  ]
                },"subscription_dead_letters": {
                  Row: {
                    "attempts": number,"channel": string,"died_at": string,"error": Json | null,"message": NonNullable<Json>,"message_id": string,"subscription_id": number
                  }
                  ComputedFields: never
                  Insert: {
                    "attempts": number,"channel": string,"died_at": string,"error"?: Json | null,"message": NonNullable<Json>,"message_id": string,"subscription_id": number
                  }
                  Update: {
                    "attempts"?: number,"channel"?: string,"died_at"?: string,"error"?: Json | null,"message"?: NonNullable<Json>,"message_id"?: string,"subscription_id"?: number
                  }
                  Relationships: [

                  ]
                },"subscriptions": {
                  Row: {
                    "acked_fence": number,"agent_id": string | null,"batch": (string)[] | null,"batch_end_id": number | null,"batch_end_ordinal": number | null,"batch_is_retry": boolean,"batch_size": number,"consumer": string | null,"created_at": string,"failing_since": string | null,"failures": number,"fence": number,"id": number,"key_version": number,"kind": string,"last_error": string | null,"lease_seconds": number,"leased_until": string | null,"losses": number,"max_attempts": number,"name": string,"patterns": (string)[],"pause_after_seconds": number,"pause_reason": string | null,"paused_at": string | null,"position_id": number,"position_ordinal": number,"previous_key_until": string | null,"resume_at": string | null,"retry_base_ms": number,"retry_factor": number,"retry_max_ms": number,"shown_version": number,"start_id": number,"tenant_id": string | null,"url": string | null,"readable_patterns": (string)[] | null,"subscription_summary": Json | null
                  }
                  ComputedFields: "readable_patterns" | "subscription_summary"
                  Insert: {
                    "acked_fence"?: number,"agent_id"?: string | null,"batch"?: (string)[] | null,"batch_end_id"?: number | null,"batch_end_ordinal"?: number | null,"batch_is_retry"?: boolean,"batch_size": number,"consumer"?: string | null,"created_at": string,"failing_since"?: string | null,"failures"?: number,"fence"?: number,"id"?: number,"key_version"?: number,"kind": string,"last_error"?: string | null,"lease_seconds": number,"leased_until"?: string | null,"losses"?: number,"max_attempts": number,"name": string,"patterns": (string)[],"pause_after_seconds": number,"pause_reason"?: string | null,"paused_at"?: string | null,"position_id": number,"position_ordinal"?: number,"previous_key_until"?: string | null,"resume_at"?: string | null,"retry_base_ms": number,"retry_factor": number,"retry_max_ms": number,"shown_version"?: number,"start_id": number,"tenant_id"?: string | null,"url"?: string | null
                  }
                  Update: {
                    "acked_fence"?: number,"agent_id"?: string | null,"batch"?: (string)[] | null,"batch_end_id"?: number | null,"batch_end_ordinal"?: number | null,"batch_is_retry"?: boolean,"batch_size"?: number,"consumer"?: string | null,"created_at"?: string,"failing_since"?: string | null,"failures"?: number,"fence"?: number,"id"?: number,"key_version"?: number,"kind"?: string,"last_error"?: string | null,"lease_seconds"?: number,"leased_until"?: string | null,"losses"?: number,"max_attempts"?: number,"name"?: string,"patterns"?: (string)[],"pause_after_seconds"?: number,"pause_reason"?: string | null,"paused_at"?: string | null,"position_id"?: number,"position_ordinal"?: number,"previous_key_until"?: string | null,"resume_at"?: string | null,"retry_base_ms"?: number,"retry_factor"?: number,"retry_max_ms"?: number,"shown_version"?: number,"start_id"?: number,"tenant_id"?: string | null,"url"?: string | null
                  }
                  Relationships: [

                  ]
                },"tenant_bounds": {
                  Row: {
                    "counting_xid": unknown,"is_counted": boolean,"max_open": number,"policy": string,"retry_after_seconds": number,"tenant_id": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "counting_xid"?: unknown,"is_counted"?: boolean,"max_open": number,"policy"?: string,"retry_after_seconds"?: number,"tenant_id"?: string | null
                  }
                  Update: {
                    "counting_xid"?: unknown,"is_counted"?: boolean,"max_open"?: number,"policy"?: string,"retry_after_seconds"?: number,"tenant_id"?: string | null
                  }
                  Relationships: [

                  ]
                },"tenant_loads": {
                  Row: {
                    "jobs": number,"tenant_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "jobs": number,"tenant_id": string
                  }
                  Update: {
                    "jobs"?: number,"tenant_id"?: string
                  }
                  Relationships: [

                  ]
                },"tenants": {
                  Row: {
                    "changed_at": string,"created_at": string,"name": string,"settings": NonNullable<Json>,"state": string,"tenant_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "changed_at": string,"created_at": string,"name": string,"settings"?: NonNullable<Json>,"state"?: string,"tenant_id": string
                  }
                  Update: {
                    "changed_at"?: string,"created_at"?: string,"name"?: string,"settings"?: NonNullable<Json>,"state"?: string,"tenant_id"?: string
                  }
                  Relationships: [

                  ]
                },"time_totals": {
                  Row: {
                    "buckets": (number)[],"labels": NonNullable<Json>,"ms": number,"name": string
                  }
                  ComputedFields: never
                  Insert: {
                    "buckets": (number)[],"labels": NonNullable<Json>,"ms": number,"name": string
                  }
                  Update: {
                    "buckets"?: (number)[],"labels"?: NonNullable<Json>,"ms"?: number,"name"?: string
                  }
                  Relationships: [

                  ]
                },"usage_counters": {
                  Row: {
                    "cache_read_tokens": number,"cache_write_tokens": number,"cost_nano": number,"hour": string,"input_tokens": number,"model_id": number,"output_tokens": number,"reasoning_tokens": number,"requests": number,"tenant_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "cache_read_tokens": number,"cache_write_tokens": number,"cost_nano": number,"hour": string,"input_tokens": number,"model_id": number,"output_tokens": number,"reasoning_tokens": number,"requests": number,"tenant_id": string
                  }
                  Update: {
                    "cache_read_tokens"?: number,"cache_write_tokens"?: number,"cost_nano"?: number,"hour"?: string,"input_tokens"?: number,"model_id"?: number,"output_tokens"?: number,"reasoning_tokens"?: number,"requests"?: number,"tenant_id"?: string
                  }
                  Relationships: [

                  ]
                },"used_assertions": {
                  Row: {
                    "assertion_hash": string,"expires_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "assertion_hash": string,"expires_at": string
                  }
                  Update: {
                    "assertion_hash"?: string,"expires_at"?: string
                  }
                  Relationships: [

                  ]
                },"vault_settings": {
                  Row: {
                    "changed_at": string,"env": string,"longest_call_seconds": number,"only_row": boolean,"overlap_seconds": number,"warn_days": number
                  }
                  ComputedFields: never
                  Insert: {
                    "changed_at": string,"env": string,"longest_call_seconds"?: number,"only_row"?: boolean,"overlap_seconds"?: number,"warn_days"?: number
                  }
                  Update: {
                    "changed_at"?: string,"env"?: string,"longest_call_seconds"?: number,"only_row"?: boolean,"overlap_seconds"?: number,"warn_days"?: number
                  }
                  Relationships: [

                  ]
                },"waiting": {
                  Row: {
                    "attempt": number,"job_id": number,"run_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "attempt": number,"job_id": number,"run_at": string
                  }
                  Update: {
                    "attempt"?: number,"job_id"?: number,"run_at"?: string
                  }
                  Relationships: [

                  ]
                },"wake_notes": {
                  Row: {
                    "limit_hash": string,"note_id": number,"permits": number
                  }
                  ComputedFields: never
                  Insert: {
                    "limit_hash": string,"note_id"?: never,"permits": number
                  }
                  Update: {
                    "limit_hash"?: string,"note_id"?: never,"permits"?: number
                  }
                  Relationships: [

                  ]
                },"worker_devices": {
                  Row: {
                    "agent_id": string | null,"beat_seconds": number,"capabilities": NonNullable<Json>,"concurrency": number,"device_id": number,"drain_requested_at": string | null,"executor": string,"gone_at": string | null,"max_per_minute": number | null,"prefetch_max": number | null,"registered_at": string,"tenant_id": string | null,"version": string | null,"worker": string
                  }
                  ComputedFields: never
                  Insert: {
                    "agent_id"?: string | null,"beat_seconds": number,"capabilities": NonNullable<Json>,"concurrency": number,"device_id"?: never,"drain_requested_at"?: string | null,"executor": string,"gone_at"?: string | null,"max_per_minute"?: number | null,"prefetch_max"?: number | null,"registered_at": string,"tenant_id"?: string | null,"version"?: string | null,"worker": string
                  }
                  Update: {
                    "agent_id"?: string | null,"beat_seconds"?: number,"capabilities"?: NonNullable<Json>,"concurrency"?: number,"device_id"?: never,"drain_requested_at"?: string | null,"executor"?: string,"gone_at"?: string | null,"max_per_minute"?: number | null,"prefetch_max"?: number | null,"registered_at"?: string,"tenant_id"?: string | null,"version"?: string | null,"worker"?: string
                  }
                  Relationships: [

                  ]
                },"worker_heartbeats": {
                  Row: {
                    "beat_at": string,"device_id": number,"held": number | null,"load": number | null,"tokens": number,"tokens_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "beat_at": string,"device_id": number,"held"?: number | null,"load"?: number | null,"tokens": number,"tokens_at": string
                  }
                  Update: {
                    "beat_at"?: string,"device_id"?: number,"held"?: number | null,"load"?: number | null,"tokens"?: number,"tokens_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "worker_heartbeats_device_id_fkey"
      columns: ["device_id"]
isOneToOne: true
      referencedRelation: "worker_devices"
      referencedColumns: ["device_id"]
    },{
      foreignKeyName: "worker_heartbeats_device_id_fkey"
      columns: ["device_id"]
isOneToOne: true
      referencedRelation: "worker_overview"
      referencedColumns: ["id"]
    }
                  ]
                },"workflow_definitions": {
                  Row: {
                    "deadline_seconds": number | null,"definition": NonNullable<Json>,"depth": number,"id": number,"name": string,"registered_at": string,"saga": boolean,"shape_hash": string,"step_count": number,"version": number
                  }
                  ComputedFields: never
                  Insert: {
                    "deadline_seconds"?: number | null,"definition": NonNullable<Json>,"depth": number,"id"?: never,"name": string,"registered_at": string,"saga": boolean,"shape_hash": string,"step_count": number,"version": number
                  }
                  Update: {
                    "deadline_seconds"?: number | null,"definition"?: NonNullable<Json>,"depth"?: number,"id"?: never,"name"?: string,"registered_at"?: string,"saga"?: boolean,"shape_hash"?: string,"step_count"?: number,"version"?: number
                  }
                  Relationships: [

                  ]
                },"workflow_signals": {
                  Row: {
                    "payload": NonNullable<Json>,"received_at": string,"signal": string,"workflow_id": number
                  }
                  ComputedFields: never
                  Insert: {
                    "payload": NonNullable<Json>,"received_at": string,"signal": string,"workflow_id": number
                  }
                  Update: {
                    "payload"?: NonNullable<Json>,"received_at"?: string,"signal"?: string,"workflow_id"?: number
                  }
                  Relationships: [

                  ]
                },"workflow_steps": {
                  Row: {
                    "attempts": number,"error": Json | null,"finished_at": string | null,"follow_job_id": number | null,"follow_up": string | null,"item": number,"job_id": number | null,"result": Json | null,"started_at": string,"state": string,"step": number,"workflow_id": number
                  }
                  ComputedFields: never
                  Insert: {
                    "attempts"?: number,"error"?: Json | null,"finished_at"?: string | null,"follow_job_id"?: number | null,"follow_up"?: string | null,"item"?: number,"job_id"?: number | null,"result"?: Json | null,"started_at": string,"state": string,"step": number,"workflow_id": number
                  }
                  Update: {
                    "attempts"?: number,"error"?: Json | null,"finished_at"?: string | null,"follow_job_id"?: number | null,"follow_up"?: string | null,"item"?: number,"job_id"?: number | null,"result"?: Json | null,"started_at"?: string,"state"?: string,"step"?: number,"workflow_id"?: number
                  }
                  Relationships: [

                  ]
                },"workflow_timers": {
                  Row: {
                    "due_at": string,"kind": string,"step": number,"workflow_id": number
                  }
                  ComputedFields: never
                  Insert: {
                    "due_at": string,"kind": string,"step": number,"workflow_id": number
                  }
                  Update: {
                    "due_at"?: string,"kind"?: string,"step"?: number,"workflow_id"?: number
                  }
                  Relationships: [

                  ]
                },"workflows": {
                  Row: {
                    "body_hash": string | null,"cause": string | null,"correlation_id": string | null,"created_at": string,"definition_id": number,"ends_as": string | null,"error": Json | null,"finished_at": string | null,"id": number,"idempotency_hash": string | null,"input": NonNullable<Json>,"parent_id": number | null,"parent_step": number | null,"state": string,"tenant_id": string,"traceparent": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "body_hash"?: string | null,"cause"?: string | null,"correlation_id"?: string | null,"created_at": string,"definition_id": number,"ends_as"?: string | null,"error"?: Json | null,"finished_at"?: string | null,"id"?: number,"idempotency_hash"?: string | null,"input": NonNullable<Json>,"parent_id"?: number | null,"parent_step"?: number | null,"state": string,"tenant_id": string,"traceparent"?: string | null
                  }
                  Update: {
                    "body_hash"?: string | null,"cause"?: string | null,"correlation_id"?: string | null,"created_at"?: string,"definition_id"?: number,"ends_as"?: string | null,"error"?: Json | null,"finished_at"?: string | null,"id"?: number,"idempotency_hash"?: string | null,"input"?: NonNullable<Json>,"parent_id"?: number | null,"parent_step"?: number | null,"state"?: string,"tenant_id"?: string,"traceparent"?: string | null
                  }
                  Relationships: [

                  ]
                }
          }
          Views: {
            "dead_letter_overview": {
                  Row: {
                    "age": string | null,"attempt": number | null,"dead_at": string,"discard_reason": string | null,"discarded_by": string | null,"error": string | null,"executor": string,"job_id": number,"reason": string,"redriven_job_id": number | null,"stage": string,"state": string | null,"tenant_id": string,"type": string
                  }
                  ComputedFields: never
                  Relationships: [

                  ]
                },"gauge_samples": {
                  Row: {
                    "is_capped": boolean | null,"labels": Json | null,"name": string | null,"tenant_id": string | null,"value": number | null
                  }
                  ComputedFields: never
                  Relationships: [

                  ]
                },"job_overview": {
                  Row: {
                    "age": string | null,"attempt": number | null,"created_at": string,"finished_at": string | null,"id": number,"is_cancel_asked": boolean | null,"lane": string,"last_error": string | null,"max_attempts": number | null,"place": string | null,"public_id": string | null,"started_at": string | null,"state": string | null,"tenant_id": string,"type": string,"worker": string | null
                  }
                  ComputedFields: never
                  Relationships: [

                  ]
                },"job_states": {
                  Row: {
                    "assigned_at": string | null,"attempt": number | null,"blocked": boolean | null,"cancel_requested": boolean | null,"created_at": string,"executor": string,"fence": number | null,"finished_at": string | null,"id": string | null,"job_id": number,"lease_expires_at": string | null,"max_attempts": number | null,"parked_at": string | null,"priority": string,"run_at": string | null,"started_at": string | null,"state": string | null,"tenant_id": string,"type": string,"worker": string | null
                  }
                  ComputedFields: never
                  Relationships: [

                  ]
                },"key_overview": {
                  Row: {
                    "alias": string,"condition": string | null,"created_at": string,"ends_with": string | null,"env": string,"expires_at": string | null,"kek_id": string | null,"key_id": string,"last_used_at": string | null,"provider": string,"region": string,"rotate_after": string | null,"service": string,"shared": boolean,"state": string,"tenant_id": string,"version": number
                  }
                  ComputedFields: never
                  Relationships: [

                  ]
                },"lane_overview": {
                  Row: {
                    "backlog": number | null,"blocked": number | null,"executor": string,"fair_window": number | null,"held": number | null,"lane_id": number,"moved_to": string | null,"oldest_ready": string | null,"parked": number | null,"paused_at": string | null,"priority": string,"queue_name": string,"ready": number | null,"shard": number,"state": string | null,"waiting": number | null,"weight": number
                  }
                  ComputedFields: never
                  Relationships: [

                  ]
                },"route_places": {
                  Row: {
                    "enabled": boolean | null,"model_id": number,"place": Json | null,"provider": string,"sunset_at": string | null
                  }
                  ComputedFields: never
                  Relationships: [
                    {
      foreignKeyName: "llm_models_provider_fkey"
      columns: ["provider"]
isOneToOne: false
      referencedRelation: "llm_providers"
      referencedColumns: ["provider"]
    }
                  ]
                },"schedule_overview": {
                  Row: {
                    "id": number,"last_due_at": string | null,"last_job_id": number | null,"last_lag": string | null,"last_reason": string | null,"last_state": string | null,"last_workflow_id": string | null,"missed": string,"name": string,"next_run_at": string | null,"overlap": string,"starts": string | null,"state": string | null,"tenant_id": string,"timing": string | null
                  }
                  ComputedFields: never
                  Relationships: [

                  ]
                },"scopes": {
                  Row: {
                    "meaning": string | null,"name": string | null,"suffix": string | null
                  }
                  ComputedFields: never
                  Relationships: [

                  ]
                },"spend_overview": {
                  Row: {
                    "cached_tokens": number | null,"day": string | null,"dollars": number | null,"input_tokens": number | null,"model": string | null,"output_tokens": number | null,"provider": string | null,"requests": number | null,"tenant_id": string
                  }
                  ComputedFields: never
                  Relationships: [
                    {
      foreignKeyName: "llm_models_provider_fkey"
      columns: ["provider"]
isOneToOne: false
      referencedRelation: "llm_providers"
      referencedColumns: ["provider"]
    }
                  ]
                },"worker_overview": {
                  Row: {
                    "concurrency": number | null,"drain_requested_at": string | null,"executor": string,"holds": number | null,"id": number,"load": number | null,"registered_at": string,"silent_for": string | null,"state": string | null,"tenant_id": string | null,"version": string | null,"worker": string
                  }
                  ComputedFields: never
                  Relationships: [

                  ]
                }
          }
          Functions: {
            "accept_follow_ups":
{ Args: { "at": string,"dead": (number)[] }; Returns: undefined
                           },
"access_token_hook":
{ Args: { "event": Json }; Returns: Json
                           },
"ack_subscription":
{ Args: { "failures": Json,"fence": number,"name": string,"tenant_id": string,"up_to": string }; Returns: Json
                           },
"acting_tenant":
{ Args: { "tenant_id": string }; Returns: string
                           },
"action_input":
{ Args: { "flow_id": number,"input": Json,"item": number,"job_id": number,"plan": Omit<Database["cogo"]['Tables']["definition_steps"]['Row'], Database["cogo"]['Tables']["definition_steps"]['ComputedFields']> }; Returns: Json
                           },
"activate_kek":
{ Args: { "actor": string,"kek_id": string }; Returns: Json
                           },
"add_agent_key":
{ Args: { "agent_id": string,"jwk": Json }; Returns: Json
                           },
"add_member":
{ Args: { "role": string,"tenant_id": string,"user_id": string }; Returns: Json
                           },
"add_metric_rows":
{ Args: { "deltas": Json,"step": string }; Returns: undefined
                           },
"add_metrics":
{ Args: { "deltas": Json }; Returns: undefined
                           },
"add_signing_key":
{ Args: { "jwk": Json }; Returns: Json
                           },
"add_times":
{ Args: { "times": Json }; Returns: undefined
                           },
"added_counts":
{ Args: { "a": Json,"b": Json }; Returns: Json
                           },
"admin_tenant":
{ Args: { "tenant_id": string }; Returns: string
                           },
"admit":
{ Args: { "at": string,"attempts": (number)[],"fair_window": number,"job_ids": (number)[],"lane_id": number }; Returns: undefined
                           },
"advance_deferred":
{ Args: { "at": string }; Returns: undefined
                           },
"advance_flows":
{ Args: { "at": string,"job_ids": (number)[] }; Returns: undefined
                           },
"advise_executor":
{ Args: { "at": string,"concurrency": number,"depth": number,"draining": number,"executor": string,"held": number,"live": number,"oldest_seconds": number }; Returns: Json
                           },
"after_close":
{ Args: { "at": string,"job_ids": (number)[] }; Returns: undefined
                           },
"after_problem":
{ Args: { "needed": Json }; Returns: string
                           },
"alert_gauges":
{ Args: Record<PropertyKey, never>; Returns: {
              "firing": number,"severity": string,"slo": string
            }[]
                           },
"alert_message":
{ Args: { "alert": Omit<Database["cogo"]['Tables']["alerts"]['Row'], Database["cogo"]['Tables']["alerts"]['ComputedFields']>,"at": string,"remark": string,"severity": string,"what": string }; Returns: Json
                           },
"alert_rank":
{ Args: { "severity": string }; Returns: number
                           },
"approve_break_glass":
{ Args: { "actor": string,"break_glass_id": string }; Returns: Json
                           },
"are_gate_verdicts":
{ Args: { "told": Json }; Returns: boolean
                           },
"artifact_line":
{ Args: { "artifact": Omit<Database["cogo"]['Tables']["artifacts"]['Row'], Database["cogo"]['Tables']["artifacts"]['ComputedFields']> }; Returns: Json
                           },
"artifact_room":
{ Args: { "tenant_id": string }; Returns: {
              "artifacts": number,"bytes": number,"max_bytes": number
            }[]
                           },
"artifact_usage":
{ Args: { "tenant_id": string }; Returns: Json
                           },
"artifacts_due":
{ Args: Record<PropertyKey, never>; Returns: boolean
                           },
"artifacts_of":
{ Args: { "artifacts": Json }; Returns: {
              "fence": number,"job_id": number,"kind": string,"location": string,"media_type": string,"name": string,"ordinal": number,"run_id": string,"sha256": string,"size_bytes": number
            }[]
                           },
"artifacts_swept":
{ Args: { "is_last": boolean,"locations": (string)[] }; Returns: undefined
                           },
"ask_limits":
{ Args: { "job_ids": (number)[],"late_ids": (number)[],"paid_for": (Json)[] }; Returns: Record<string, unknown>
                           },
"asked_terms":
{ Args: { "capability_names": (string)[],"context": Json,"region_names": (string)[],"terms": (number)[] }; Returns: Record<string, unknown>
                           },
"audit_hash":
{ Args: { "entry": Omit<Database["cogo"]['Tables']["secure_keys_audit"]['Row'], Database["cogo"]['Tables']["secure_keys_audit"]['ComputedFields']>,"previous": string,"seq": number }; Returns: string
                           },
"audit_heads":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"audit_key":
{ Args: { "action": string,"actor": string,"at": string,"attempt"?: number,"decision_id"?: string,"key": Omit<Database["cogo"]['Tables']["secure_keys"]['Row'], Database["cogo"]['Tables']["secure_keys"]['ComputedFields']>,"ok"?: boolean,"purpose"?: string,"reason"?: string,"tenant_id"?: string }; Returns: number
                           },
"await_callback":
{ Args: { "at": string,"is_new": boolean,"job_id": number,"tenant": string,"url": string }; Returns: string
                           },
"backlog_depths":
{ Args: { "only_executor": string }; Returns: {
              "depth": number,"executor": string
            }[]
                           },
"base_url_problem":
{ Args: { "allowed_hosts": (string)[],"base_url": string }; Returns: string
                           },
"begin_artifact":
{ Args: { "fence": number,"job_id": number,"name": string,"size_bytes": number }; Returns: Json
                           },
"begin_flows":
{ Args: { "at": string,"flow_ids": (number)[] }; Returns: undefined
                           },
"bill_reservation":
{ Args: { "held": Omit<Database["cogo"]['Tables']["reservations"]['Row'], Database["cogo"]['Tables']["reservations"]['ComputedFields']>,"outcome": Omit<Database["cogo"]['Tables']["routing_outcomes"]['Row'], Database["cogo"]['Tables']["routing_outcomes"]['ComputedFields']> }; Returns: undefined
                           },
"bin_ms":
{ Args: { "bin": number }; Returns: number
                           },
"binned_times":
{ Args: { "times": Json }; Returns: Json
                           },
"bins_quantile":
{ Args: { "bin_counts": (number)[],"bins": (number)[],"q": number }; Returns: number
                           },
"bins_spread":
{ Args: { "bin_counts": (number)[],"bins": (number)[],"ms": number }; Returns: Json
                           },
"bound_of":
{ Args: { "tenant": string }; Returns: {
              "counting_xid": unknown,
"is_counted": boolean,
"max_open": number,
"policy": string,
"retry_after_seconds": number,
"tenant_id": string | null
            }
                          SetofOptions: {
        from: "*"
        to: "tenant_bounds"
        isOneToOne: true
        isSetofReturn: false
      } },
"broadcast_messages":
{ Args: { "numbers": (number)[] }; Returns: undefined
                           },
"broken_results":
{ Args: { "fences": (number)[],"job_ids": (number)[],"results": (Json)[] }; Returns: {
              "error": Json,"fence": number,"job_id": number
            }[]
                           },
"budget_exceeded":
{ Args: { "told": Json }; Returns: Json
                           },
"budget_levels":
{ Args: { "at": string,"tenant_id": string }; Returns: {
              "budget_id": number,"limit_nano": number,"mode": string,"period": string,"reserved_nano": number,"scope": string,"tenant": string,"used_nano": number
            }[]
                           },
"budget_refusal":
{ Args: { "estimate_nano": number,"window_ids": (number)[] }; Returns: Json
                           },
"budget_summary":
{ Args: { "at": string,"budget_id": number }; Returns: Json
                           },
"burn_of":
{ Args: { "at": string,"seconds": number,"slo": Omit<Database["cogo"]['Tables']["slos"]['Row'], Database["cogo"]['Tables']["slos"]['ComputedFields']> }; Returns: Record<string, unknown>
                           },
"burn_rules":
{ Args: { "objective": number }; Returns: Json
                           },
"bury":
{ Args: { "at": string,"ended": Json }; Returns: undefined
                           },
"caller_agent":
{ Args: Record<PropertyKey, never>; Returns: string
                           },
"caller_limits":
{ Args: { "scope": string }; Returns: (string)[]
                           },
"caller_tenant":
{ Args: Record<PropertyKey, never>; Returns: string
                           } |
{ Args: { "scope": string }; Returns: string
                           },
"caller_traceparent":
{ Args: Record<PropertyKey, never>; Returns: string
                           },
"cancel_held":
{ Args: { "at": string,"fences": (number)[],"job_ids": (number)[] }; Returns: number
                           },
"cancel_jobs":
{ Args: { "hard": boolean,"job_ids": (number)[],"reason": string }; Returns: {
              "job_id": number,"outcome": string
            }[]
                           },
"cancel_last_runs":
{ Args: { "schedule_ids": (number)[] }; Returns: undefined
                           },
"cancel_workflow":
{ Args: { "compensate": boolean,"reason": string,"workflow_id": string }; Returns: Json
                           },
"capability_mask":
{ Args: { "capabilities": Json,"capability_names": (string)[] }; Returns: number
                           },
"catalogue_mark":
{ Args: { "at": string }; Returns: string
                           },
"catch_up":
{ Args: { "at": string,"schedule": Omit<Database["cogo"]['Tables']["schedules"]['Row'], Database["cogo"]['Tables']["schedules"]['ComputedFields']> }; Returns: string
                           },
"caused_jobs":
{ Args: { "job_ids": (number)[] }; Returns: Json
                           },
"caused_messages":
{ Args: { "message_ids": (number)[] }; Returns: Json
                           },
"channel_pattern_covers":
{ Args: { "narrow": string,"wide": string }; Returns: boolean
                           },
"channel_pattern_problem":
{ Args: { "pattern": string }; Returns: string
                           },
"channel_problem":
{ Args: { "kind": string,"settings": Json }; Returns: string
                           },
"channel_regex":
{ Args: { "patterns": (string)[] }; Returns: string
                           },
"channels_for":
{ Args: { "channels": (string)[],"kind": string,"message": Json }; Returns: (string)[]
                           },
"check_agent":
{ Args: { "name": string,"project": string,"scopes": (string)[],"type_prefixes": (string)[] }; Returns: undefined
                           },
"check_artifact":
{ Args: { "bucket": string,"kind": string,"media_type": string,"name": string,"sha256": string,"size_bytes": number }; Returns: undefined
                           },
"check_ask":
{ Args: { "ask": Json }; Returns: undefined
                           },
"check_callback_url":
{ Args: { "url": string }; Returns: undefined
                           },
"check_catalogue":
{ Args: { "catalogue": Json }; Returns: undefined
                           },
"check_channels":
{ Args: { "channels": (string)[] }; Returns: undefined
                           },
"check_checkpoints":
{ Args: { "checkpoints": Json }; Returns: undefined
                           },
"check_claim":
{ Args: { "executor": string,"want": number,"worker": string }; Returns: undefined
                           },
"check_closing":
{ Args: { "executor": string,"keep_shards": number,"move_to": string }; Returns: undefined
                           },
"check_definition":
{ Args: { "definition": Json }; Returns: undefined
                           },
"check_edited_payload":
{ Args: { "job_id": number,"payload": Json }; Returns: undefined
                           },
"check_failure":
{ Args: { "failure": Json }; Returns: undefined
                           },
"check_failures":
{ Args: { "failures": Json }; Returns: undefined
                           },
"check_fields":
{ Args: { "item": Json,"known": (string)[],"place": string }; Returns: undefined
                           },
"check_flows":
{ Args: { "is_operator": boolean,"workflows": Json }; Returns: undefined
                           },
"check_history":
{ Args: { "labels": Json,"series": string,"step": string }; Returns: undefined
                           },
"check_holds":
{ Args: { "allowed": (string)[],"items": Json,"name": string }; Returns: boolean
                           },
"check_items":
{ Args: { "items": Json,"name": string }; Returns: boolean
                           },
"check_jobs":
{ Args: { "is_operator": boolean,"jobs": Json }; Returns: undefined
                           },
"check_json":
{ Args: { "field": string,"most": number,"value": Json }; Returns: undefined
                           },
"check_message_failures":
{ Args: { "failures": Json }; Returns: undefined
                           },
"check_messages":
{ Args: { "messages": Json }; Returns: undefined
                           },
"check_notification":
{ Args: { "dedupe_key": string,"kind": string,"message": Json }; Returns: undefined
                           },
"check_payloads":
{ Args: { "jobs": Json,"schemas": (Json)[],"types": (string)[] }; Returns: undefined
                           },
"check_provider":
{ Args: { "given": Omit<Database["cogo"]['Tables']["llm_providers"]['Row'], Database["cogo"]['Tables']["llm_providers"]['ComputedFields']>,"place": string }; Returns: undefined
                           },
"check_publication":
{ Args: { "policy": Omit<Database["cogo"]['Tables']["routing_policies"]['Row'], Database["cogo"]['Tables']["routing_policies"]['ComputedFields']>,"state": string }; Returns: undefined
                           },
"check_quality_target":
{ Args: { "target": string }; Returns: undefined
                           },
"check_schedule":
{ Args: { "schedule": Omit<Database["cogo"]['Tables']["schedules"]['Row'], Database["cogo"]['Tables']["schedules"]['ComputedFields']> }; Returns: undefined
                           },
"check_sealed_key":
{ Args: { "sealed": Omit<Database["cogo"]['Tables']["secure_keys"]['Row'], Database["cogo"]['Tables']["secure_keys"]['ComputedFields']>,"state": string }; Returns: undefined
                           },
"check_settlements":
{ Args: { "routes": Json }; Returns: undefined
                           },
"check_stage_and_reason":
{ Args: { "reason": string,"stage": string }; Returns: undefined
                           },
"check_subscription":
{ Args: { "kind": string,"name": string,"owner": string,"patterns": (string)[],"start": string,"url": string }; Returns: undefined
                           },
"check_time_zone":
{ Args: { "time_zone": string }; Returns: undefined
                           },
"check_timed":
{ Args: { "name": string }; Returns: undefined
                           },
"check_webhook_results":
{ Args: { "results": Json }; Returns: undefined
                           },
"checked_outcomes":
{ Args: { "fences": (number)[],"job_ids": (number)[] }; Returns: {
              "job_id": number,"outcome": string
            }[]
                           },
"child_definitions":
{ Args: { "definition": Json }; Returns: Record<string, unknown>
                           },
"claim":
{ Args: { "name": string }; Returns: string
                           },
"claim_jobs":
{ Args: { "executor": string,"start": boolean,"want": number,"worker": string }; Returns: {
              "attempt": number,"cause": string,"correlation_id": string,"created_at": string,"fence": number,"id": string,"job_id": number,"lease_expires_at": string,"max_attempts": number,"payload": Json,"tenant_id": string,"traceparent": string,"type": string
            }[]
                           },
"claim_notifications":
{ Args: { "want": number,"worker": string }; Returns: Json
                           },
"claim_probe":
{ Args: { "at": string,"model_id": number }; Returns: boolean
                           },
"claim_webhooks":
{ Args: { "want": number,"worker": string }; Returns: Json
                           },
"close_artifact_bucket":
{ Args: { "bucket"?: string }; Returns: string
                           },
"close_cancelled":
{ Args: { "at": string,"only_job_ids": (number)[],"row_limit": number }; Returns: number
                           },
"close_flows":
{ Args: { "at": string,"flow_ids": (number)[],"state": string }; Returns: undefined
                           },
"close_lanes":
{ Args: { "executor": string,"keep_shards": number,"move_to": string }; Returns: {
              "jobs_left": number,"lane_id": number,"moved_to_lane_id": number,"priority": string,"shard": number,"state": string
            }[]
                           },
"close_loads":
{ Args: { "at": string,"job_ids": (number)[] }; Returns: undefined
                           },
"close_maps":
{ Args: { "at": string,"flow_ids": (number)[] }; Returns: undefined
                           },
"close_unheld":
{ Args: { "at": string,"attempts": (number)[],"job_ids": (number)[] }; Returns: undefined
                           },
"collect_due_runs":
{ Args: { "at": string,"row_limit": number }; Returns: number
                           },
"compare_decision":
{ Args: { "at": string,"decision": Omit<Database["cogo"]['Tables']["routing_decisions"]['Row'], Database["cogo"]['Tables']["routing_decisions"]['ComputedFields']>,"policy_v1": number,"policy_v2": number }; Returns: Json
                           },
"compare_routes":
{ Args: { "before": string,"max_count": number,"policy_v1": number,"policy_v2": number,"since": string }; Returns: Json[]
                           },
"compensate_flows":
{ Args: { "at": string,"flow_ids": (number)[] }; Returns: undefined
                           },
"compile_definition":
{ Args: { "children": Json,"definition": Json,"definition_id": number }; Returns: undefined
                           },
"complete":
{ Args: { "fences": (number)[],"job_ids": (number)[],"results": (Json)[] }; Returns: {
              "job_id": number,"outcome": string
            }[]
                           },
"complete_jobs":
{ Args: { "results": Json }; Returns: {
              "job_id": number,"outcome": string
            }[]
                           },
"confirm_flows":
{ Args: { "at": string,"flow_ids": (number)[] }; Returns: undefined
                           },
"context_for":
{ Args: { "decision": Omit<Database["cogo"]['Tables']["routing_decisions"]['Row'], Database["cogo"]['Tables']["routing_decisions"]['ComputedFields']>,"list": Omit<Database["cogo"]['Tables']["route_lists"]['Row'], Database["cogo"]['Tables']["route_lists"]['ComputedFields']> }; Returns: Json
                           },
"cost_of":
{ Args: { "held": Omit<Database["cogo"]['Tables']["reservations"]['Row'], Database["cogo"]['Tables']["reservations"]['ComputedFields']>,"http_status": number,"status": string,"usage": Json }; Returns: Record<string, unknown>
                           },
"count_calls":
{ Args: { "labels": Json,"name": string,"total": number }; Returns: undefined
                           },
"count_changes":
{ Args: { "changes": Json }; Returns: Json
                           },
"count_dead_letters":
{ Args: { "since": string }; Returns: {
              "discarded": number,"is_capped": boolean,"newest_at": string,"open": number,"reason": string,"redriven": number,"stage": string
            }[]
                           },
"count_job_rows":
{ Args: { "job_ids": (number)[] }; Returns: Record<string, unknown>
                           },
"count_permits":
{ Args: { "hashes": (string)[],"mine": (string)[],"scopes": (string)[],"taken": (string)[] }; Returns: {
              "due_at": string,"locked": boolean,"max_running": number,"ordinal": number,"running": number
            }[]
                           },
"count_rejections":
{ Args: { "context": Json,"list": Omit<Database["cogo"]['Tables']["route_lists"]['Row'], Database["cogo"]['Tables']["route_lists"]['ComputedFields']> }; Returns: Json
                           },
"count_shards":
{ Args: { "executor": string }; Returns: undefined
                           },
"count_tenant_rows":
{ Args: { "tenant_id": string }; Returns: Json
                           },
"count_tenants":
{ Args: Record<PropertyKey, never>; Returns: undefined
                           },
"create_agent":
{ Args: { "agent_id": string,"name": string,"project": string,"scopes": (string)[],"tenant_id": string,"type_prefixes": (string)[] }; Returns: Json
                           },
"create_policy":
{ Args: { "algorithm": string,"body": Json,"name": string,"tenant_id": string }; Returns: Json
                           },
"create_tenant":
{ Args: { "name": string,"settings": Json,"tenant_id": string }; Returns: Json
                           },
"cron_field":
{ Args: { "field": string,"high": number,"low": number,"names": (string)[],"value": string }; Returns: (number)[]
                           },
"cron_matches_day":
{ Args: { "day": string,"days": (number)[],"either_day": boolean,"months": (number)[],"weekdays": (number)[] }; Returns: boolean
                           },
"cron_next":
{ Args: { "after": string,"cron": string,"time_zone": string }; Returns: string
                           },
"cron_number":
{ Args: { "low": number,"names": (string)[],"value": string }; Returns: number
                           },
"cron_quiet_next":
{ Args: { "after": string,"cron": string,"time_zone": string }; Returns: Record<string, unknown>
                           },
"cron_times":
{ Args: { "after": string,"cron": string,"row_limit": number,"time_zone": string,"upto": string }; Returns: string[]
                           },
"cron_weekdays":
{ Args: { "value": string }; Returns: (number)[]
                           },
"current_definition":
{ Args: { "name": string,"version": number }; Returns: {
              "deadline_seconds": number | null,
"definition": NonNullable<Json>,
"depth": number,
"id": number,
"name": string,
"registered_at": string,
"saga": boolean,
"shape_hash": string,
"step_count": number,
"version": number
            }
                          SetofOptions: {
        from: "*"
        to: "workflow_definitions"
        isOneToOne: true
        isSetofReturn: false
      } },
"data_rank":
{ Args: { "data_policy": string }; Returns: number
                           },
"decide_route":
{ Args: { "agent_id": string,"ask": Json,"at": string,"job_id": number,"key_hash": string,"tenant_id": string,"traceparent": string }; Returns: Json
                           },
"decision_key":
{ Args: { "idempotency_key": string,"tenant_id": string }; Returns: string
                           },
"decision_quality":
{ Args: { "since": string,"tenant": string }; Returns: Json
                           },
"default_slos":
{ Args: Record<PropertyKey, never>; Returns: {
              "critical_at": number,"for_seconds": number,"kind": string,"name": string,"objective": number,"threshold_ms": number,"title": string,"warning_at": number
            }[]
                           },
"default_tenant":
{ Args: Record<PropertyKey, never>; Returns: string
                           },
"defer_flows":
{ Args: Record<PropertyKey, never>; Returns: boolean
                           },
"definition_problem":
{ Args: { "definition": Json }; Returns: string
                           },
"degrade_reason":
{ Args: { "context": Json,"list": Omit<Database["cogo"]['Tables']["route_lists"]['Row'], Database["cogo"]['Tables']["route_lists"]['ComputedFields']> }; Returns: string
                           },
"demand_empty_project":
{ Args: Record<PropertyKey, never>; Returns: undefined
                           },
"demand_leadership":
{ Args: { "at": string,"fence": number,"name": string }; Returns: boolean
                           },
"describe_request_type":
{ Args: { "type": string }; Returns: Json
                           },
"describe_schema":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"destroy_kek":
{ Args: { "actor": string,"kek_id": string }; Returns: Json
                           },
"device_holds":
{ Args: { "device_id": number }; Returns: number
                           },
"device_orders":
{ Args: { "at": string,"worker": string }; Returns: Json
                           },
"device_state":
{ Args: { "at": string,"beat_at": string,"device": Omit<Database["cogo"]['Tables']["worker_devices"]['Row'], Database["cogo"]['Tables']["worker_devices"]['ComputedFields']> }; Returns: string
                           },
"discard_dead_letters":
{ Args: { "job_ids": (number)[],"reason": string }; Returns: {
              "job_id": number,"outcome": string
            }[]
                           },
"doom_artifacts":
{ Args: { "locations": (string)[] }; Returns: (string)[]
                           },
"drain_lane":
{ Args: { "heir": number,"lane_id": number }; Returns: undefined
                           },
"drain_lanes":
{ Args: { "at": string,"row_limit": number }; Returns: number
                           },
"draw_budget_lease":
{ Args: { "amount_nano": number,"lease_id": string,"seconds": number,"tenant_id": string }; Returns: Json
                           },
"draw_place":
{ Args: { "seed": number,"weights": (number)[] }; Returns: number
                           },
"drop_cancelled":
{ Args: { "at": string,"given_attempts": (number)[],"given_ids": (number)[] }; Returns: Record<string, unknown>
                           },
"drop_closed":
{ Args: { "row_limit"?: number }; Returns: Json
                           },
"drop_decisions":
{ Args: { "ids": (string)[] }; Returns: Json
                           },
"drop_jobs":
{ Args: { "at": string,"job_ids": (number)[] }; Returns: number
                           },
"drop_messages":
{ Args: { "at": string,"row_limit": number }; Returns: number
                           },
"drop_queue":
{ Args: { "lane_id": number }; Returns: undefined
                           },
"drop_receipts":
{ Args: { "row_limit"?: number }; Returns: Json
                           },
"drop_timers":
{ Args: { "flow_ids": (number)[] }; Returns: undefined
                           },
"drop_workflows":
{ Args: { "at": string,"row_limit": number }; Returns: number
                           },
"due_times":
{ Args: { "after": string,"row_limit": number,"schedule": Omit<Database["cogo"]['Tables']["schedules"]['Row'], Database["cogo"]['Tables']["schedules"]['ComputedFields']>,"upto": string }; Returns: string[]
                           },
"end_attempt":
{ Args: { "at": string,"failure": Json,"held": Omit<Database["cogo"]['Tables']["reservations"]['Row'], Database["cogo"]['Tables']["reservations"]['ComputedFields']> }; Returns: undefined
                           },
"end_claim_holds":
{ Args: { "at": string,"claim_fence": number,"errors": (Json)[],"job_ids": (number)[],"outcomes": (string)[],"results": (Json)[] }; Returns: {
              "attempt": number,"fence": number,"job_id": number,"outcome": string,"was_running": boolean,"worker": string
            }[]
                           },
"end_flows":
{ Args: { "at": string,"compensate": boolean,"ends_as": string,"error": Json,"flow_ids": (number)[] }; Returns: undefined
                           },
"end_holds":
{ Args: { "at": string,"errors": (Json)[],"fences": (number)[],"job_ids": (number)[],"outcomes": (string)[],"results": (Json)[] }; Returns: {
              "attempt": number,"fence": number,"job_id": number,"outcome": string,"was_running": boolean,"worker": string
            }[]
                           },
"end_in_long_lanes":
{ Args: { "at": string,"job_ids": (number)[],"longer_than": number }; Returns: number
                           },
"end_silences":
{ Args: { "at": string }; Returns: number
                           },
"end_tenant_work":
{ Args: { "tenant_id": string }; Returns: undefined
                           },
"enqueue_actions":
{ Args: { "at": string,"flow_ids": (number)[],"items": (number)[],"payloads": (Json)[],"steps": (number)[] }; Returns: (number)[]
                           },
"enqueue_decide":
{ Args: { "run": Omit<Database["cogo"]['Tables']["quality_runs"]['Row'], Database["cogo"]['Tables']["quality_runs"]['ComputedFields']> }; Returns: {
              "aggregate_job_id": number | null,
"created_at": string,
"decide_job_id": number | null,
"finished_at": string | null,
"id": string,
"iso_week": string,
"job_ids": (number)[],
"kind": string,
"plan": Json | null,
"run_number": number,
"started_at": string | null,
"summary": NonNullable<Json>,
"target": string,
"tenant_id": string,
"verdict": string | null
            }
                          SetofOptions: {
        from: "cogo.quality_runs"
        to: "quality_runs"
        isOneToOne: true
        isSetofReturn: false
      } },
"enqueue_follow_ups":
{ Args: { "at": string,"confirm": boolean,"flow_ids": (number)[],"items": (number)[],"steps": (number)[] }; Returns: undefined
                           },
"enqueue_gate":
{ Args: { "run": Omit<Database["cogo"]['Tables']["quality_runs"]['Row'], Database["cogo"]['Tables']["quality_runs"]['ComputedFields']> }; Returns: {
              "aggregate_job_id": number | null,
"created_at": string,
"decide_job_id": number | null,
"finished_at": string | null,
"id": string,
"iso_week": string,
"job_ids": (number)[],
"kind": string,
"plan": Json | null,
"run_number": number,
"started_at": string | null,
"summary": NonNullable<Json>,
"target": string,
"tenant_id": string,
"verdict": string | null
            }
                          SetofOptions: {
        from: "cogo.quality_runs"
        to: "quality_runs"
        isOneToOne: true
        isSetofReturn: false
      } },
"enqueue_jobs":
{ Args: { "jobs": Json }; Returns: {
              "created": boolean,"id": string,"job_id": number,"ordinal": number
            }[]
                           },
"erase_agents":
{ Args: { "leaving": Omit<Database["cogo"]['Tables']["offboardings"]['Row'], Database["cogo"]['Tables']["offboardings"]['ComputedFields']>,"row_limit": number }; Returns: Record<string, unknown>
                           },
"erase_budgets":
{ Args: { "leaving": Omit<Database["cogo"]['Tables']["offboardings"]['Row'], Database["cogo"]['Tables']["offboardings"]['ComputedFields']>,"row_limit": number }; Returns: Record<string, unknown>
                           },
"erase_events":
{ Args: { "leaving": Omit<Database["cogo"]['Tables']["offboardings"]['Row'], Database["cogo"]['Tables']["offboardings"]['ComputedFields']>,"row_limit": number }; Returns: Record<string, unknown>
                           },
"erase_jobs":
{ Args: { "leaving": Omit<Database["cogo"]['Tables']["offboardings"]['Row'], Database["cogo"]['Tables']["offboardings"]['ComputedFields']>,"row_limit": number }; Returns: Record<string, unknown>
                           },
"erase_metric_series":
{ Args: { "leaving": Omit<Database["cogo"]['Tables']["offboardings"]['Row'], Database["cogo"]['Tables']["offboardings"]['ComputedFields']>,"row_limit": number }; Returns: Record<string, unknown>
                           },
"erase_part":
{ Args: { "leaving": Omit<Database["cogo"]['Tables']["offboardings"]['Row'], Database["cogo"]['Tables']["offboardings"]['ComputedFields']>,"part": string,"row_limit": number }; Returns: Record<string, unknown>
                           },
"erase_quality_runs":
{ Args: { "leaving": Omit<Database["cogo"]['Tables']["offboardings"]['Row'], Database["cogo"]['Tables']["offboardings"]['ComputedFields']>,"row_limit": number }; Returns: Record<string, unknown>
                           },
"erase_routing_decisions":
{ Args: { "leaving": Omit<Database["cogo"]['Tables']["offboardings"]['Row'], Database["cogo"]['Tables']["offboardings"]['ComputedFields']>,"row_limit": number }; Returns: Record<string, unknown>
                           },
"erase_rows":
{ Args: { "leaving": Omit<Database["cogo"]['Tables']["offboardings"]['Row'], Database["cogo"]['Tables']["offboardings"]['ComputedFields']>,"part": string,"row_limit": number }; Returns: Record<string, unknown>
                           },
"erase_secure_keys_audit":
{ Args: { "leaving": Omit<Database["cogo"]['Tables']["offboardings"]['Row'], Database["cogo"]['Tables']["offboardings"]['ComputedFields']>,"row_limit": number }; Returns: Record<string, unknown>
                           },
"erase_slos":
{ Args: { "leaving": Omit<Database["cogo"]['Tables']["offboardings"]['Row'], Database["cogo"]['Tables']["offboardings"]['ComputedFields']>,"row_limit": number }; Returns: Record<string, unknown>
                           },
"erase_tenant":
{ Args: { "export_sha256": string,"row_limit": number,"tenant_id": string,"waive_export": boolean }; Returns: Json
                           },
"erase_usage_counters":
{ Args: { "leaving": Omit<Database["cogo"]['Tables']["offboardings"]['Row'], Database["cogo"]['Tables']["offboardings"]['ComputedFields']>,"row_limit": number }; Returns: Record<string, unknown>
                           },
"erase_with":
{ Args: { "keys": (string)[],"part": string }; Returns: Json
                           },
"erase_workflows":
{ Args: { "leaving": Omit<Database["cogo"]['Tables']["offboardings"]['Row'], Database["cogo"]['Tables']["offboardings"]['ComputedFields']>,"row_limit": number }; Returns: Record<string, unknown>
                           },
"estimate_nano":
{ Args: { "cached_tokens": number,"input_tokens": number,"output_tokens": number,"price": Omit<Database["cogo"]['Tables']["llm_prices"]['Row'], Database["cogo"]['Tables']["llm_prices"]['ComputedFields']> }; Returns: number
                           },
"evaluate_alerts":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"event_counts":
{ Args: Record<PropertyKey, never>; Returns: {
              "calls": number,"jobs": number,"type": string
            }[]
                           },
"event_envelope":
{ Args: { "event": Omit<Database["cogo"]['Tables']["events"]['Row'], Database["cogo"]['Tables']["events"]['ComputedFields']>,"job": Omit<Database["cogo"]['Tables']["jobs"]['Row'], Database["cogo"]['Tables']["jobs"]['ComputedFields']> }; Returns: {
              "actor": Json,"cause": string,"correlation_id": string,"id": string,"payload": Json,"schema": Json,"tenant_id": string,"trace_id": string,"ts": string,"type": string,"version": string
            }[]
                           },
"event_message":
{ Args: { "event_id": number,"job_id": number }; Returns: Json
                           },
"event_payload_schema":
{ Args: { "type": string }; Returns: Json
                           },
"event_schema_hash":
{ Args: { "type": string }; Returns: string
                           },
"events_before":
{ Args: { "type": string }; Returns: (string)[]
                           },
"events_reach":
{ Args: { "since": string }; Returns: Record<string, unknown>
                           },
"exchange_assertion":
{ Args: { "expires_at": string,"jti": string,"key_id": string,"scopes": (string)[] }; Returns: Json
                           },
"exchange_credential":
{ Args: { "scopes": (string)[],"secret_sha256": string }; Returns: Json
                           },
"exchange_oidc":
{ Args: { "agent_id": string,"audience": string,"expires_at": string,"issuer": string,"jti": string,"scopes": (string)[],"subject": string }; Returns: Json
                           },
"executor_rates":
{ Args: { "at": string,"executor": string }; Returns: Record<string, unknown>
                           },
"expire_claims":
{ Args: { "at": string,"row_limit": number }; Returns: number
                           },
"expire_requests":
{ Args: { "at": string,"only_job_ids": (number)[],"row_limit": number }; Returns: number
                           },
"explain_queue":
{ Args: { "lane_id": number }; Returns: undefined
                           },
"explain_route":
{ Args: { "decision_id": string }; Returns: Json
                           },
"export_tenant":
{ Args: { "after": Json,"part": string,"row_limit": number,"tenant_id": string }; Returns: Json
                           },
"fail_broken_results":
{ Args: { "at": string,"fences": (number)[],"job_ids": (number)[],"results": (Json)[] }; Returns: undefined
                           },
"fail_jobs":
{ Args: { "failures": Json }; Returns: {
              "job_id": number,"outcome": string,"retry_at": string
            }[]
                           },
"fail_messages":
{ Args: { "at": string,"failures": Json,"subscription": Omit<Database["cogo"]['Tables']["subscriptions"]['Row'], Database["cogo"]['Tables']["subscriptions"]['ComputedFields']> }; Returns: undefined
                           },
"fault":
{ Args: { "point": string }; Returns: boolean
                           },
"file_notification":
{ Args: { "channels": (string)[],"dedupe_key": string,"kind": string,"message": Json }; Returns: {
              "channel": string,"created": boolean,"job_id": number
            }[]
                           },
"fill_lists":
{ Args: { "snapshot_id": number }; Returns: number
                           },
"fill_template":
{ Args: { "due_at": string,"schedule_name": string,"template": Json }; Returns: Json
                           },
"find_accounts":
{ Args: { "agent_id": string,"at": string,"attempt": number,"decision_id": string,"estimate_nano": number,"tenant_id": string }; Returns: Record<string, unknown>
                           },
"find_agent_key":
{ Args: { "agent_id": string,"kid": string }; Returns: Json
                           },
"find_break_glass":
{ Args: { "break_glass_id": string }; Returns: {
              "approved_at": string | null,
"approved_by": string | null,
"break_glass_id": string,
"expires_at": string,
"key_id": string,
"minutes": number,
"opened_at": string | null,
"reason": string,
"requested_at": string,
"requested_by": string
            }
                          SetofOptions: {
        from: "*"
        to: "break_glass"
        isOneToOne: true
        isSetofReturn: false
      } },
"find_erasure":
{ Args: { "salt": string,"tenant_id": string }; Returns: Json
                           },
"find_inbound_hook":
{ Args: { "name": string }; Returns: Json
                           },
"find_key":
{ Args: { "key_id": string }; Returns: {
              "alg": string,
"alias": string,
"changed_at": string,
"checksum": string,
"ciphertext": string,
"created_at": string,
"dek_iv": string | null,
"env": string,
"expires_at": string | null,
"field": string,
"iv": string,
"kek_id": string | null,
"key_id": string,
"last_used_at": string | null,
"last4": string,
"provider": string,
"region": string,
"resource": string,
"retires_at": string | null,
"rotate_after": string | null,
"service": string,
"shared": boolean,
"state": string,
"tenant_id": string,
"version": number,
"warned_at": string | null,
"wrapped_dek": string | null
            }
                          SetofOptions: {
        from: "*"
        to: "secure_keys"
        isOneToOne: true
        isSetofReturn: false
      } },
"find_oidc_issuer":
{ Args: { "issuer": string }; Returns: Json
                           },
"find_workflow":
{ Args: { "workflow_id": string }; Returns: {
              "body_hash": string | null,
"cause": string | null,
"correlation_id": string | null,
"created_at": string,
"definition_id": number,
"ends_as": string | null,
"error": Json | null,
"finished_at": string | null,
"id": number,
"idempotency_hash": string | null,
"input": NonNullable<Json>,
"parent_id": number | null,
"parent_step": number | null,
"state": string,
"tenant_id": string,
"traceparent": string | null
            }
                          SetofOptions: {
        from: "*"
        to: "workflows"
        isOneToOne: true
        isSetofReturn: false
      } },
"finish_erasure":
{ Args: { "leaving": Omit<Database["cogo"]['Tables']["offboardings"]['Row'], Database["cogo"]['Tables']["offboardings"]['ComputedFields']> }; Returns: Json
                           },
"finish_quality_run":
{ Args: { "run_id": string,"summary": Json }; Returns: Json
                           },
"fire_runs":
{ Args: { "at": string,"due_ats": (string)[],"schedule_ids": (number)[] }; Returns: number
                           },
"fire_timers":
{ Args: { "at": string,"row_limit": number }; Returns: number
                           },
"fix_result":
{ Args: { "after": Json,"applies": boolean,"before": Json,"gate": string }; Returns: string
                           },
"fix_side":
{ Args: { "gates": Json }; Returns: Json
                           },
"flow_kinds":
{ Args: { "workflows": Json }; Returns: {
              "asked": number,"definition_id": number,"name": string,"version": number
            }[]
                           },
"flow_problem":
{ Args: { "flow": Json,"is_operator": boolean }; Returns: string
                           },
"flow_result":
{ Args: { "flow_id": number }; Returns: Json
                           },
"flow_spans":
{ Args: { "flow_ids": (number)[] }; Returns: {
              "attributes": Json,"ended_at": string,"kind": string,"name": string,"parent_span_id": string,"span_id": string,"started_at": string,"status": string,"under_job": number
            }[]
                           },
"fold_audit":
{ Args: { "after_id": number,"up_to": number }; Returns: number
                           },
"fold_calls":
{ Args: Record<PropertyKey, never>; Returns: number
                           },
"fold_decisions":
{ Args: { "after_id": string,"up_to": string }; Returns: string
                           },
"fold_events":
{ Args: Record<PropertyKey, never>; Returns: number
                           },
"fold_http":
{ Args: { "at": string }; Returns: undefined
                           },
"fold_job_metrics":
{ Args: { "after_id": number,"up_to": number }; Returns: undefined
                           },
"fold_key_outcomes":
{ Args: { "notes": (Database["cogo"]['Tables']["outcome_notes"]['Row'])[] }; Returns: undefined
                           },
"fold_leases":
{ Args: { "at": string }; Returns: undefined
                           },
"fold_load":
{ Args: { "tenant": string }; Returns: undefined
                           },
"fold_losses":
{ Args: { "after_id": number,"counted": Json,"up_to": number }; Returns: undefined
                           },
"fold_metric_notes":
{ Args: { "at": string }; Returns: undefined
                           },
"fold_minutes":
{ Args: { "notes": (Database["cogo"]['Tables']["outcome_notes"]['Row'])[] }; Returns: undefined
                           },
"fold_outcomes":
{ Args: Record<PropertyKey, never>; Returns: number
                           },
"fold_reach":
{ Args: { "after_id": number,"up_to": number }; Returns: number
                           },
"fold_refusals":
{ Args: Record<PropertyKey, never>; Returns: number
                           },
"fold_schedule_notes":
{ Args: Record<PropertyKey, never>; Returns: undefined
                           },
"fold_usage":
{ Args: { "used": Json }; Returns: undefined
                           },
"follow_failures":
{ Args: { "at": string,"ended": Json,"retry_event": string }; Returns: undefined
                           },
"follow_order":
{ Args: { "at": string,"decision": Omit<Database["cogo"]['Tables']["routing_decisions"]['Row'], Database["cogo"]['Tables']["routing_decisions"]['ComputedFields']>,"failed_id": number,"list": Omit<Database["cogo"]['Tables']["route_lists"]['Row'], Database["cogo"]['Tables']["route_lists"]['ComputedFields']> }; Returns: Record<string, unknown>
                           },
"follow_route":
{ Args: { "at": string,"decision": Omit<Database["cogo"]['Tables']["routing_decisions"]['Row'], Database["cogo"]['Tables']["routing_decisions"]['ComputedFields']>,"failure": Json,"held": Omit<Database["cogo"]['Tables']["reservations"]['Row'], Database["cogo"]['Tables']["reservations"]['ComputedFields']>,"list": Omit<Database["cogo"]['Tables']["route_lists"]['Row'], Database["cogo"]['Tables']["route_lists"]['ComputedFields']> }; Returns: Json
                           },
"forget_alerts":
{ Args: { "at": string }; Returns: number
                           },
"forget_cron_runs":
{ Args: Record<PropertyKey, never>; Returns: number
                           },
"forget_idempotency_keys":
{ Args: { "at": string,"row_limit": number }; Returns: number
                           },
"forget_lists":
{ Args: { "at": string }; Returns: Json
                           },
"forget_metrics":
{ Args: { "row_limit"?: number }; Returns: number
                           },
"forget_permit_locks":
{ Args: { "at": string,"row_limit": number }; Returns: number
                           },
"forget_routes":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"forget_schedule_runs":
{ Args: { "row_limit"?: number }; Returns: number
                           },
"forget_wishes":
{ Args: { "job_ids": (number)[] }; Returns: undefined
                           },
"forget_workers":
{ Args: { "at": string,"row_limit": number }; Returns: number
                           },
"free_reservation":
{ Args: { "attempt": number,"decision_id": string }; Returns: boolean
                           },
"fresh_ids":
{ Args: { "first_ids": (number)[],"new_ids": (number)[] }; Returns: (number)[]
                           },
"gate_fixes_of":
{ Args: { "fixes": Json }; Returns: {
              "after": Json,"applies": boolean,"artifacts": (string)[],"before": Json,"command": string,"diff": string,"fence": number,"files_changed": number,"fixer": string,"gate": string,"job_id": number,"lines_added": number,"lines_removed": number,"ordinal": number,"run_id": string
            }[]
                           },
"gate_operations":
{ Args: { "since": string,"tenant": string,"until": string }; Returns: Json
                           },
"gate_results_of":
{ Args: { "results": Json }; Returns: {
              "details": Json,"duration_ms": number,"fence": number,"gate": string,"job_id": number,"ordinal": number,"reason": string,"run_id": string,"verdict": string
            }[]
                           },
"gate_summary":
{ Args: { "window_days": number }; Returns: Json
                           },
"gate_wait":
{ Args: { "since": string,"tenant": string,"until": string }; Returns: Json
                           },
"get_agent":
{ Args: { "agent_id": string }; Returns: Json
                           },
"get_artifacts":
{ Args: { "artifact_ids": (string)[] }; Returns: Json
                           },
"get_dead_letter":
{ Args: { "job_id": number }; Returns: Json
                           },
"get_job":
{ Args: { "job_id": number }; Returns: Json
                           },
"get_offboarding":
{ Args: { "count_rows": boolean,"tenant_id": string }; Returns: Json
                           },
"get_quality_run":
{ Args: { "run_id": string }; Returns: Json
                           },
"get_replies":
{ Args: { "job_ids": (number)[] }; Returns: Json
                           },
"get_reply":
{ Args: { "job_id": number,"request_id": string }; Returns: Json
                           },
"get_workflow":
{ Args: { "workflow_id": string }; Returns: Json
                           },
"glob_patterns":
{ Args: { "globs": Json }; Returns: (string)[]
                           },
"grant_permits":
{ Args: { "at": string,"attempts": (number)[],"job_ids": (number)[],"paid_for": (Json)[],"taken": (string)[],"want": number,"woken_from": (string)[] }; Returns: Record<string, unknown>
                           },
"grant_wishes":
{ Args: { "at": string,"row_limit": number }; Returns: number
                           },
"granted_patterns":
{ Args: { "action": string,"agent": string,"tenant": string }; Returns: (string)[]
                           },
"greet_device":
{ Args: { "agent": string,"at": string,"tenant": string,"want": number,"worker": string }; Returns: Record<string, unknown>
                           },
"hand_over_notices":
{ Args: { "at": string }; Returns: number
                           },
"has_tenant_rows":
{ Args: { "tenant_id": string }; Returns: boolean
                           },
"heal_backlog":
{ Args: { "at": string,"row_limit": number }; Returns: number
                           },
"heal_dependencies":
{ Args: { "at": string }; Returns: undefined
                           },
"heal_parked":
{ Args: { "at": string,"row_limit": number }; Returns: number
                           },
"health_seen":
{ Args: { "at": string }; Returns: {
              "error_rate": number,"first_token_ms": number,"in_flight": number,"model_id": number,"share": number,"state": number,"tokens_per_second": number
            }[]
                           },
"heir_lane":
{ Args: { "keep_shards": number,"lane_id": number,"move_to": string }; Returns: number
                           },
"history_finished":
{ Args: { "since": string,"tenant": string,"until": string }; Returns: Json
                           },
"history_lines":
{ Args: { "by_lane": boolean,"from_at": string,"only_labels": Json,"series": string,"step": string,"tenant": string,"to_at": string }; Returns: {
              "labels": Json,"points": Json
            }[]
                           },
"history_source":
{ Args: { "series": string }; Returns: Record<string, unknown>
                           },
"history_transitions":
{ Args: { "since": string,"tenant": string,"until": string }; Returns: Json
                           },
"history_value":
{ Args: { "bin_counts": (number)[],"bins": (number)[],"counts": Json,"kind": string,"looks": number,"part": string,"unit": string }; Returns: number
                           },
"hold_to_bounds":
{ Args: { "first_ids": (number)[],"jobs": Json,"new_ids": (number)[],"tenant": string }; Returns: (number)[]
                           },
"host_problem":
{ Args: { "host": string }; Returns: string
                           },
"ids_around":
{ Args: { "moment": string }; Returns: Record<string, unknown>
                           },
"import_catalogue":
{ Args: { "catalogue": Json,"dry_run": boolean }; Returns: Json
                           },
"import_model":
{ Args: { "at": string,"enable_new": boolean,"given": Json,"place": string,"source": string,"source_sha256": string }; Returns: Record<string, unknown>
                           },
"import_price":
{ Args: { "at": string,"model_id": number,"place": string,"price": Json,"source": string,"source_sha256": string }; Returns: Json
                           },
"import_provider":
{ Args: { "at": string,"given": Json,"place": string,"source": string,"source_sha256": string }; Returns: Json
                           },
"ingress_cancel":
{ Args: { "id": string,"reason": string }; Returns: Json
                           },
"ingress_enqueue":
{ Args: { "address": string,"callback_url": string,"job": Json }; Returns: Json
                           },
"ingress_events":
{ Args: { "after_event_id": string,"id": string }; Returns: Json
                           },
"ingress_job":
{ Args: { "id": string }; Returns: Json
                           },
"ingress_limit":
{ Args: { "scope": string,"tenant": string }; Returns: Record<string, unknown>
                           },
"ingress_refusal":
{ Args: { "retry_after_ms": number,"scope": string }; Returns: Json
                           },
"ingress_result":
{ Args: { "id": string }; Returns: Json
                           },
"ingress_room":
{ Args: { "at": string,"job": Json,"tenant": string }; Returns: Json
                           },
"insert_flows":
{ Args: { "at": string,"workflows": Json }; Returns: {
              "created": boolean,"flow_id": number,"ordinal": number
            }[]
                           },
"insert_jobs":
{ Args: { "at": string,"first_ids": (number)[],"has_later": boolean,"jobs": Json,"new_ids": (number)[],"over_ids": (number)[],"tenant": string }; Returns: undefined
                           },
"insert_missed":
{ Args: { "at": string,"due": (string)[],"schedule_id": number }; Returns: undefined
                           },
"insert_plain_jobs":
{ Args: { "at": string,"first_ids": (number)[],"jobs": Json,"new_ids": (number)[],"only_type": string,"payloads": (Json)[],"tenant": string }; Returns: undefined
                           },
"insert_runs":
{ Args: { "at": string,"due": (string)[],"planned": (string)[],"schedule": Omit<Database["cogo"]['Tables']["schedules"]['Row'], Database["cogo"]['Tables']["schedules"]['ComputedFields']> }; Returns: undefined
                           },
"install_schedules":
{ Args: Record<PropertyKey, never>; Returns: number
                           },
"intended_models":
{ Args: { "name": string,"policy_id": number,"service": string }; Returns: (number)[]
                           },
"is_being_erased":
{ Args: { "tenant_id": string }; Returns: boolean
                           },
"is_erased_tenant":
{ Args: { "tenant_id": string }; Returns: boolean
                           },
"is_granted":
{ Args: { "action": string,"agent": string,"pattern": string,"tenant": string }; Returns: boolean
                           },
"is_http_line":
{ Args: { "line": Json }; Returns: boolean
                           },
"is_leap_year":
{ Args: { "year": number }; Returns: boolean
                           },
"is_round_over":
{ Args: { "queue_name": string,"seen_xid": unknown }; Returns: boolean
                           },
"is_silenced":
{ Args: { "at": string,"slo": string,"subject": string }; Returns: boolean
                           },
"is_timestamp":
{ Args: { "value": string }; Returns: boolean
                           },
"is_within_scope":
{ Args: { "pattern": string,"scope": string }; Returns: boolean
                           },
"iso_week":
{ Args: { "moment": string }; Returns: string
                           },
"issue_credential":
{ Args: { "agent_id": string,"valid_days": number }; Returns: Json
                           },
"issue_decision":
{ Args: { "decision": Omit<Database["cogo"]['Tables']["routing_decisions"]['Row'], Database["cogo"]['Tables']["routing_decisions"]['ComputedFields']>,"key_ids": (string)[],"list": Omit<Database["cogo"]['Tables']["route_lists"]['Row'], Database["cogo"]['Tables']["route_lists"]['ComputedFields']>,"model_ids": (number)[],"price_ids": (number)[],"providers": (number)[],"states": (number)[] }; Returns: Json
                           },
"issue_in_order":
{ Args: { "at": string,"attempt": number,"decision": Omit<Database["cogo"]['Tables']["routing_decisions"]['Row'], Database["cogo"]['Tables']["routing_decisions"]['ComputedFields']>,"key_ids": (string)[],"list": Omit<Database["cogo"]['Tables']["route_lists"]['Row'], Database["cogo"]['Tables']["route_lists"]['ComputedFields']>,"model_ids": (number)[],"price_ids": (number)[],"providers": (number)[],"states": (number)[] }; Returns: Record<string, unknown>
                           },
"job_events":
{ Args: { "after_event_id": string,"job_id": number,"row_limit": number }; Returns: {
              "actor": Json,"cause": string,"correlation_id": string,"id": string,"payload": Json,"schema": Json,"tenant_id": string,"trace_id": string,"ts": string,"type": string,"version": string
            }[]
                           },
"job_limits":
{ Args: { "job_ids": (number)[] }; Returns: {
              "hash": string,"max_running": number,"ordinal": number,"paused": boolean,"rate_count": number,"rate_seconds": number,"scope": string
            }[]
                           },
"job_moves":
{ Args: { "after_id": number,"up_to": number }; Returns: {
              "deeds": (string)[],"jobs": number,"lane_id": number,"orphaned": boolean,"ran_ms": number,"tenant_id": string,"ts": string,"type": string,"waited_ms": number
            }[]
                           },
"job_problem":
{ Args: { "is_operator": boolean,"job": Json }; Returns: string
                           },
"job_reference_problem":
{ Args: { "field": string,"reference": Json }; Returns: string
                           },
"job_route":
{ Args: { "executor": string,"priority": string,"tenant": string,"type": string }; Returns: Record<string, unknown>
                           },
"job_routes":
{ Args: { "jobs": Json,"tenant": string }; Returns: Record<string, unknown>
                           },
"job_spans":
{ Args: { "job_ids": (number)[] }; Returns: {
              "attributes": Json,"ended_at": string,"kind": string,"name": string,"parent_span_id": string,"span_id": string,"started_at": string,"status": string,"under_job": number
            }[]
                           },
"join_key_queues":
{ Args: { "job_ids": (number)[] }; Returns: undefined
                           },
"json_bytes":
{ Args: { "value": Json }; Returns: number
                           },
"judge_failures":
{ Args: { "at": string,"errors": (Json)[],"fences": (number)[],"job_ids": (number)[],"retry_seconds": (number)[] }; Returns: {
              "error": Json,"fence": number,"job_id": number,"next_attempt": number,"outcome": string,"retry_at": string
            }[]
                           },
"judge_level":
{ Args: { "at": string,"slo": Omit<Database["cogo"]['Tables']["slos"]['Row'], Database["cogo"]['Tables']["slos"]['ComputedFields']> }; Returns: {
              "figures": Json,"has_data": boolean,"kept": string,"labels": Json,"message": string,"severity": string,"subject": string,"value": number
            }[]
                           },
"judge_outcome":
{ Args: { "health": Omit<Database["cogo"]['Tables']["provider_health"]['Row'], Database["cogo"]['Tables']["provider_health"]['ComputedFields']>,"note": Omit<Database["cogo"]['Tables']["outcome_notes"]['Row'], Database["cogo"]['Tables']["outcome_notes"]['ComputedFields']> }; Returns: {
              "calls": number,
"changed_at": string,
"error_rate": number,
"failures": number,
"first_token_ms": number | null,
"good_probes": number,
"model_id": number,
"probe_until": string | null,
"retry_at": string | null,
"share": number,
"state": string,
"tokens_per_second": number | null,
"trips": number
            }
                          SetofOptions: {
        from: "*"
        to: "provider_health"
        isOneToOne: true
        isSetofReturn: false
      } },
"judge_permits":
{ Args: { "allowed": (number)[],"ask_ends": (number)[],"at": string,"bursts": (string)[],"due_at": (string)[],"late": (boolean)[],"locked": (boolean)[],"maxima": (number)[],"paces": (string)[],"paid": (boolean)[],"places": (number)[],"running": (number)[],"want": number }; Returns: Record<string, unknown>
                           },
"judge_runs":
{ Args: { "at": string,"schedule_ids": (number)[] }; Returns: {
              "batch": number,"due_at": string,"says": string,"schedule_id": number
            }[]
                           },
"judge_share":
{ Args: { "at": string,"slo": Omit<Database["cogo"]['Tables']["slos"]['Row'], Database["cogo"]['Tables']["slos"]['ComputedFields']> }; Returns: {
              "figures": Json,"has_data": boolean,"kept": string,"labels": Json,"message": string,"severity": string,"subject": string,"value": number
            }[]
                           },
"judge_slos":
{ Args: { "at": string,"round": number }; Returns: number
                           },
"keep_an_owner":
{ Args: { "tenant_id": string,"without": string }; Returns: undefined
                           },
"keep_bounds":
{ Args: { "at": string }; Returns: number
                           },
"key_alerts":
{ Args: { "at": string }; Returns: {
              "alert": string,"due_at": string,"key_id": string
            }[]
                           },
"key_metadata":
{ Args: { "key": Omit<Database["cogo"]['Tables']["secure_keys"]['Row'], Database["cogo"]['Tables']["secure_keys"]['ComputedFields']> }; Returns: Json
                           },
"key_problem":
{ Args: { "at": string,"key": Omit<Database["cogo"]['Tables']["secure_keys"]['Row'], Database["cogo"]['Tables']["secure_keys"]['ComputedFields']>,"tenant_id": string }; Returns: string
                           },
"key_refusal":
{ Args: { "at": string,"http_status": number,"retry_after_ms": number }; Returns: Record<string, unknown>
                           },
"keyed_providers":
{ Args: { "tenant_id": string }; Returns: {
              "key_id": string,"provider": string
            }[]
                           },
"keys_to_rewrap":
{ Args: { "row_limit": number }; Returns: Json
                           },
"lane_hints":
{ Args: { "executor": string }; Returns: {
              "floor_at": number,"lane_id": number,"paused": boolean,"queue_name": string,"shard": number,"tail": number,"weight": number
            }[]
                           },
"lane_jobs":
{ Args: { "lane_id": number }; Returns: number
                           },
"lane_room":
{ Args: { "fair_window": number,"lane_id": number }; Returns: number
                           },
"late_jobs":
{ Args: { "job_ids": (number)[] }; Returns: (number)[]
                           },
"lay_slos":
{ Args: Record<PropertyKey, never>; Returns: number
                           },
"lease_batch":
{ Args: { "at": string,"consumer": string,"settled": number,"subscription": Omit<Database["cogo"]['Tables']["subscriptions"]['Row'], Database["cogo"]['Tables']["subscriptions"]['ComputedFields']>,"want": number }; Returns: Json
                           },
"lease_is_live":
{ Args: { "at": string,"leader": Omit<Database["cogo"]['Tables']["leaders"]['Row'], Database["cogo"]['Tables']["leaders"]['ComputedFields']> }; Returns: boolean
                           },
"leave_key_queues":
{ Args: { "at": string,"job_ids": (number)[] }; Returns: undefined
                           },
"let_in":
{ Args: { "at": string,"room": number,"tenant": string }; Returns: number
                           },
"letter_filter":
{ Args: { "filter": Json,"tenant": string }; Returns: Record<string, unknown>
                           },
"letter_page":
{ Args: { "letter": Omit<Database["cogo"]['Tables']["dead_letters"]['Row'], Database["cogo"]['Tables']["dead_letters"]['ComputedFields']> }; Returns: string
                           },
"letter_state":
{ Args: { "letter": Omit<Database["cogo"]['Tables']["dead_letters"]['Row'], Database["cogo"]['Tables']["dead_letters"]['ComputedFields']> }; Returns: string
                           },
"level_audit":
{ Args: { "at": string,"slo": Omit<Database["cogo"]['Tables']["slos"]['Row'], Database["cogo"]['Tables']["slos"]['ComputedFields']> }; Returns: {
              "labels": Json,"says": string,"subject": string,"value": number
            }[]
                           },
"level_budget_burn":
{ Args: { "at": string,"slo": Omit<Database["cogo"]['Tables']["slos"]['Row'], Database["cogo"]['Tables']["slos"]['ComputedFields']> }; Returns: {
              "labels": Json,"says": string,"subject": string,"value": number
            }[]
                           },
"level_budget_used":
{ Args: { "at": string,"slo": Omit<Database["cogo"]['Tables']["slos"]['Row'], Database["cogo"]['Tables']["slos"]['ComputedFields']> }; Returns: {
              "labels": Json,"says": string,"subject": string,"value": number
            }[]
                           },
"level_claim_conflicts":
{ Args: { "at": string,"slo": Omit<Database["cogo"]['Tables']["slos"]['Row'], Database["cogo"]['Tables']["slos"]['ComputedFields']> }; Returns: {
              "labels": Json,"says": string,"subject": string,"value": number
            }[]
                           },
"level_dead_letters":
{ Args: { "at": string,"slo": Omit<Database["cogo"]['Tables']["slos"]['Row'], Database["cogo"]['Tables']["slos"]['ComputedFields']> }; Returns: {
              "labels": Json,"says": string,"subject": string,"value": number
            }[]
                           },
"level_dead_rows":
{ Args: { "at": string,"slo": Omit<Database["cogo"]['Tables']["slos"]['Row'], Database["cogo"]['Tables']["slos"]['ComputedFields']> }; Returns: {
              "labels": Json,"says": string,"subject": string,"value": number
            }[]
                           },
"level_fold_lag":
{ Args: { "at": string,"slo": Omit<Database["cogo"]['Tables']["slos"]['Row'], Database["cogo"]['Tables']["slos"]['ComputedFields']> }; Returns: {
              "labels": Json,"says": string,"subject": string,"value": number
            }[]
                           },
"level_housekeeping":
{ Args: { "at": string,"slo": Omit<Database["cogo"]['Tables']["slos"]['Row'], Database["cogo"]['Tables']["slos"]['ComputedFields']> }; Returns: {
              "labels": Json,"says": string,"subject": string,"value": number
            }[]
                           },
"level_key_expiry":
{ Args: { "at": string,"slo": Omit<Database["cogo"]['Tables']["slos"]['Row'], Database["cogo"]['Tables']["slos"]['ComputedFields']> }; Returns: {
              "labels": Json,"says": string,"subject": string,"value": number
            }[]
                           },
"level_overspend":
{ Args: { "at": string,"slo": Omit<Database["cogo"]['Tables']["slos"]['Row'], Database["cogo"]['Tables']["slos"]['ComputedFields']> }; Returns: {
              "labels": Json,"says": string,"subject": string,"value": number
            }[]
                           },
"level_provider_health":
{ Args: { "at": string,"slo": Omit<Database["cogo"]['Tables']["slos"]['Row'], Database["cogo"]['Tables']["slos"]['ComputedFields']> }; Returns: {
              "labels": Json,"says": string,"subject": string,"value": number
            }[]
                           },
"level_queue_age":
{ Args: { "at": string,"slo": Omit<Database["cogo"]['Tables']["slos"]['Row'], Database["cogo"]['Tables']["slos"]['ComputedFields']> }; Returns: {
              "labels": Json,"says": string,"subject": string,"value": number
            }[]
                           },
"level_transaction_age":
{ Args: { "at": string,"slo": Omit<Database["cogo"]['Tables']["slos"]['Row'], Database["cogo"]['Tables']["slos"]['ComputedFields']> }; Returns: {
              "labels": Json,"says": string,"subject": string,"value": number
            }[]
                           },
"level_webhooks":
{ Args: { "at": string,"slo": Omit<Database["cogo"]['Tables']["slos"]['Row'], Database["cogo"]['Tables']["slos"]['ComputedFields']> }; Returns: {
              "labels": Json,"says": string,"subject": string,"value": number
            }[]
                           },
"limit_hash":
{ Args: { "name": string,"scope": string,"tenant": string }; Returns: string
                           },
"limit_of":
{ Args: { "job": Omit<Database["cogo"]['Tables']["jobs"]['Row'], Database["cogo"]['Tables']["jobs"]['ComputedFields']>,"limit_hash": string }; Returns: string
                           },
"list_access_audit":
{ Args: { "before": number,"row_limit": number,"tenant_id": string }; Returns: Json[]
                           },
"list_agents":
{ Args: { "after": string,"row_limit": number,"tenant_id": string }; Returns: Json[]
                           },
"list_alert_notices":
{ Args: { "row_limit": number }; Returns: Json
                           },
"list_alerts":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"list_artifacts":
{ Args: { "after": string,"job_id": number,"row_limit": number,"run_id": string }; Returns: Json
                           },
"list_budgets":
{ Args: { "tenant_id": string }; Returns: Json
                           },
"list_channel_grants":
{ Args: { "tenant_id": string }; Returns: Json
                           },
"list_content":
{ Args: { "at": string,"policy": Omit<Database["cogo"]['Tables']["routing_policies"]['Row'], Database["cogo"]['Tables']["routing_policies"]['ComputedFields']>,"service": string,"size_class": string,"task": string }; Returns: {
              "algorithm": string,
"cache_read_prices": (number)[],
"cache_write_prices": (number)[],
"capabilities": (number)[],
"capability_names": (string)[],
"context_tokens": (number)[],
"data_ranks": (number)[],
"input_prices": (number)[],
"is_cut": boolean,
"keyless": (number)[],
"left_out": NonNullable<Json>,
"list_id": number,
"made_at": string,
"max_output_tokens": (number)[],
"merits": (number)[] | null,
"model_ids": (number)[],
"output_prices": (number)[],
"policy_id": number,
"policy_name": string,
"policy_version": number,
"price_ids": (number)[],
"provider_nos": (number)[],
"providers": (string)[],
"qualities": (number)[],
"region_nos": (number)[],
"regions": (string)[],
"request_prices": (number)[],
"retired_at": string | null,
"service": string,
"sha256": string,
"shares": (number)[] | null,
"size_class": string,
"snapshot_id": number | null,
"states": (number)[] | null,
"task": string,
"terms": (number)[],
"token_ms": (number)[] | null,
"wait_ms": (number)[] | null
            }
                          SetofOptions: {
        from: "*"
        to: "route_lists"
        isOneToOne: true
        isSetofReturn: false
      } },
"list_correlated":
{ Args: { "after_job_id": number,"after_message": string,"correlation_id": string,"only_tenant": string,"row_limit": number }; Returns: Json
                           },
"list_dead_letters":
{ Args: { "only_reason": string,"only_stage": string,"only_state": string,"page": string,"row_limit": number,"since": string,"type_prefix": string }; Returns: {
              "attempt": number,"dead_at": string,"discard_reason": string,"discarded_at": string,"discarded_by": string,"job_id": number,"message": string,"next_page": string,"reason": string,"redriven_job_id": number,"stage": string,"state": string,"tenant_id": string,"type": string
            }[]
                           },
"list_decisions":
{ Args: { "agent_id": string,"before": string,"row_limit": number,"since_min": number,"tenant_id": string }; Returns: Json[]
                           },
"list_export_parts":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"list_flow_window":
{ Args: { "name_prefix": string,"newest": number,"oldest": number,"only_state": string,"row_limit": number,"tenant": string }; Returns: {
              "created_at": string,"finished_at": string,"name": string,"next_before_workflow_id": string,"parent_workflow_id": string,"state": string,"tenant_id": string,"version": number,"workflow_id": string
            }[]
                           },
"list_for":
{ Args: { "ask": Json,"at": string,"seed": number,"tenant_id": string }; Returns: {
              "algorithm": string,
"cache_read_prices": (number)[],
"cache_write_prices": (number)[],
"capabilities": (number)[],
"capability_names": (string)[],
"context_tokens": (number)[],
"data_ranks": (number)[],
"input_prices": (number)[],
"is_cut": boolean,
"keyless": (number)[],
"left_out": NonNullable<Json>,
"list_id": number,
"made_at": string,
"max_output_tokens": (number)[],
"merits": (number)[] | null,
"model_ids": (number)[],
"output_prices": (number)[],
"policy_id": number,
"policy_name": string,
"policy_version": number,
"price_ids": (number)[],
"provider_nos": (number)[],
"providers": (string)[],
"qualities": (number)[],
"region_nos": (number)[],
"regions": (string)[],
"request_prices": (number)[],
"retired_at": string | null,
"service": string,
"sha256": string,
"shares": (number)[] | null,
"size_class": string,
"snapshot_id": number | null,
"states": (number)[] | null,
"task": string,
"terms": (number)[],
"token_ms": (number)[] | null,
"wait_ms": (number)[] | null
            }
                          SetofOptions: {
        from: "*"
        to: "route_lists"
        isOneToOne: true
        isSetofReturn: false
      } },
"list_health":
{ Args: { "list": Omit<Database["cogo"]['Tables']["route_lists"]['Row'], Database["cogo"]['Tables']["route_lists"]['ComputedFields']>,"snapshot_id": number }; Returns: Record<string, unknown>
                           },
"list_inbound_hooks":
{ Args: { "only_tenant_id": string }; Returns: Json
                           },
"list_ingress_limits":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"list_jobs":
{ Args: { "before_job_id": number,"only_executor": string,"only_state": string,"only_tenant": string,"row_limit": number,"since": string,"type_prefix": string,"until": string }; Returns: {
              "attempt": number,"created_at": string,"executor": string,"finished_at": string,"id": string,"job_id": number,"next_before_job_id": number,"priority": string,"state": string,"tenant_id": string,"type": string,"worker": string
            }[]
                           },
"list_keks":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"list_key_alerts":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"list_keys":
{ Args: { "before": string,"key_id": string,"provider": string,"row_limit": number,"state": string,"tenant_id": string }; Returns: Json
                           },
"list_limits":
{ Args: Record<PropertyKey, never>; Returns: {
              "changed_at": string,
"limit_id": number,
"max_running": number | null,
"name": string | null,
"paused": boolean,
"rate_count": number | null,
"rate_seconds": number | null,
"reason": string | null,
"scope": string,
"tenant_id": string | null
            }[]
                          SetofOptions: {
        from: "*"
        to: "limits"
        isOneToOne: false
        isSetofReturn: true
      } },
"list_members":
{ Args: { "after": string,"row_limit": number,"tenant_id": string }; Returns: Json[]
                           },
"list_models":
{ Args: { "only_enabled": boolean,"only_provider": string,"only_service": string }; Returns: {
              "capabilities": (string)[],"changed_at": string,"context_tokens": number,"enabled": boolean,"family": string,"max_output_tokens": number,"model": string,"model_id": number,"price": Json,"provider": string,"quality": number,"region": string,"service": string,"source": string,"sunset_at": string
            }[]
                           },
"list_notification_channels":
{ Args: Record<PropertyKey, never>; Returns: {
              "changed_at": string,
"kind": string,
"kinds": (string)[],
"min_severity": string,
"name": string,
"secret_env": string,
"settings": NonNullable<Json>
            }[]
                          SetofOptions: {
        from: "*"
        to: "notification_channels"
        isOneToOne: false
        isSetofReturn: true
      } },
"list_policies":
{ Args: Record<PropertyKey, never>; Returns: Json[]
                           },
"list_providers":
{ Args: Record<PropertyKey, never>; Returns: {
              "allowed_hosts": (string)[],
"api_format": string,
"auth_style": string,
"base_url": string,
"changed_at": string,
"data_policy": string,
"enabled": boolean,
"key_field": string,
"name": string,
"provider": string,
"source": string,
"source_sha256": string | null,
"static_headers": NonNullable<Json>
            }[]
                          SetofOptions: {
        from: "*"
        to: "llm_providers"
        isOneToOne: false
        isSetofReturn: true
      } },
"list_quality_runs":
{ Args: { "before_run_id": string,"only_iso_week": string,"only_target": string,"row_limit": number }; Returns: {
              "created_at": string,"finished_at": string,"gates": Json,"iso_week": string,"kind": string,"next_before_run_id": string,"run_id": string,"run_number": number,"started_at": string,"target": string,"tenant_id": string,"verdict": string
            }[]
                           },
"list_rate_limits":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"list_request_types":
{ Args: { "after": string,"row_limit": number,"type_prefix": string }; Returns: {
              "executor": string,"has_reply_schema": boolean,"has_request_schema": boolean,"is_pattern": boolean,"type": string,"version": string
            }[]
                           },
"list_routes":
{ Args: Record<PropertyKey, never>; Returns: {
              "executor": string,
"tenant_id": string | null,
"type_pattern": string
            }[]
                          SetofOptions: {
        from: "*"
        to: "routes"
        isOneToOne: false
        isSetofReturn: true
      } },
"list_schedules":
{ Args: { "after_schedule_id": number,"name_prefix": string,"row_limit": number }; Returns: Json[]
                           },
"list_signing_keys":
{ Args: Record<PropertyKey, never>; Returns: Json[]
                           },
"list_silences":
{ Args: { "with_ended": boolean }; Returns: Json
                           },
"list_slos":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"list_snapshot_parts":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"list_subscription_dead_letters":
{ Args: { "name": string,"row_limit": number,"tenant_id": string }; Returns: Json
                           },
"list_subscriptions":
{ Args: { "tenant_id": string }; Returns: Json
                           },
"list_tenant_bounds":
{ Args: Record<PropertyKey, never>; Returns: {
              "is_counted": boolean,"max_open": number,"open": number,"over_bound": number,"policy": string,"retry_after_seconds": number,"tenant_id": string
            }[]
                           },
"list_tenant_bytes":
{ Args: { "after": string,"row_limit": number,"tenant_id": string }; Returns: Json
                           },
"list_tenants":
{ Args: { "after": string,"row_limit": number }; Returns: Json[]
                           },
"list_window":
{ Args: { "newest": number,"oldest": number,"only_executor": string,"only_state": string,"row_limit": number,"since": string,"tenant": string,"type_prefix": string,"until": string }; Returns: {
              "attempt": number,"created_at": string,"executor": string,"finished_at": string,"id": string,"job_id": number,"next_before_job_id": number,"priority": string,"state": string,"tenant_id": string,"type": string,"worker": string
            }[]
                           },
"list_workers":
{ Args: { "after_worker_id": number,"only_executor": string,"only_state": string,"row_limit": number }; Returns: {
              "agent_id": string,"beat_at": string,"beat_seconds": number,"capabilities": Json,"concurrency": number,"drain_requested_at": string,"executor": string,"held": number,"load": number,"max_per_minute": number,"prefetch_max": number,"registered_at": string,"state": string,"tenant_id": string,"version": string,"worker": string,"worker_id": number
            }[]
                           },
"list_workflows":
{ Args: { "before_workflow_id": string,"name_prefix": string,"only_state": string,"row_limit": number }; Returns: {
              "created_at": string,"finished_at": string,"name": string,"next_before_workflow_id": string,"parent_workflow_id": string,"state": string,"tenant_id": string,"version": number,"workflow_id": string
            }[]
                           },
"local_instants":
{ Args: { "is_wild": boolean,"local_second": number,"offset_after": number,"offset_before": number,"time_zone": string }; Returns: number[]
                           },
"location_tenant":
{ Args: { "location": string }; Returns: string
                           },
"lock_artifacts":
{ Args: { "tenants": (string)[] }; Returns: undefined
                           },
"lock_erasable":
{ Args: { "export_sha256": string,"row_limit": number,"tenant_id": string,"waive_export": boolean }; Returns: {
              "after": Json | null,
"counts": NonNullable<Json>,
"ended_at": string | null,
"erasable_at": string,
"erasing_since": string | null,
"export_sha256": string | null,
"exported": (string)[],
"ids": (string)[],
"nobody": string,
"pass_found": boolean,
"salt": string,
"started_at": string,
"step": number,
"tenant_id": string,
"walk": string,
"walk_after": number,
"walk_began_at": string | null,
"walk_found": boolean
            }
                          SetofOptions: {
        from: "*"
        to: "offboardings"
        isOneToOne: true
        isSetofReturn: false
      } },
"lock_flows":
{ Args: { "flow_ids": (number)[] }; Returns: (number)[]
                           },
"lock_flows_of":
{ Args: { "job_ids": (number)[] }; Returns: (number)[]
                           },
"lock_outlived_flows":
{ Args: { "flow_ids": (number)[] }; Returns: (number)[]
                           },
"lock_permits":
{ Args: { "hashes": (string)[] }; Returns: (string)[]
                           },
"lock_quality_run":
{ Args: { "run_id": string }; Returns: {
              "aggregate_job_id": number | null,
"created_at": string,
"decide_job_id": number | null,
"finished_at": string | null,
"id": string,
"iso_week": string,
"job_ids": (number)[],
"kind": string,
"plan": Json | null,
"run_number": number,
"started_at": string | null,
"summary": NonNullable<Json>,
"target": string,
"tenant_id": string,
"verdict": string | null
            }
                          SetofOptions: {
        from: "*"
        to: "quality_runs"
        isOneToOne: true
        isSetofReturn: false
      } },
"lock_schedule":
{ Args: { "name": string,"tenant_id": string }; Returns: {
              "anchor": string,
"changed_at": string,
"created_at": string,
"cron": string | null,
"ends_at": string | null,
"every_seconds": number | null,
"grace_seconds": number,
"id": number,
"jitter_seconds": number,
"job": Json | null,
"last_started_due_at": string | null,
"missed": string,
"missed_limit": number,
"name": string,
"next_due_at": string | null,
"next_run_at": string | null,
"overlap": string,
"paused": boolean,
"starts_at": string | null,
"tenant_id": string,
"time_zone": string,
"workflow": Json | null
            }
                          SetofOptions: {
        from: "*"
        to: "schedules"
        isOneToOne: true
        isSetofReturn: false
      } },
"lock_windows":
{ Args: { "window_ids": (number)[] }; Returns: undefined
                           },
"logged_list":
{ Args: { "decision": Omit<Database["cogo"]['Tables']["routing_decisions"]['Row'], Database["cogo"]['Tables']["routing_decisions"]['ComputedFields']> }; Returns: {
              "algorithm": string,
"cache_read_prices": (number)[],
"cache_write_prices": (number)[],
"capabilities": (number)[],
"capability_names": (string)[],
"context_tokens": (number)[],
"data_ranks": (number)[],
"input_prices": (number)[],
"is_cut": boolean,
"keyless": (number)[],
"left_out": NonNullable<Json>,
"list_id": number,
"made_at": string,
"max_output_tokens": (number)[],
"merits": (number)[] | null,
"model_ids": (number)[],
"output_prices": (number)[],
"policy_id": number,
"policy_name": string,
"policy_version": number,
"price_ids": (number)[],
"provider_nos": (number)[],
"providers": (string)[],
"qualities": (number)[],
"region_nos": (number)[],
"regions": (string)[],
"request_prices": (number)[],
"retired_at": string | null,
"service": string,
"sha256": string,
"shares": (number)[] | null,
"size_class": string,
"snapshot_id": number | null,
"states": (number)[] | null,
"task": string,
"terms": (number)[],
"token_ms": (number)[] | null,
"wait_ms": (number)[] | null
            }
                          SetofOptions: {
        from: "cogo.routing_decisions"
        to: "route_lists"
        isOneToOne: true
        isSetofReturn: false
      } },
"long_trail":
{ Args: { "closed": (number)[] }; Returns: Record<string, unknown>
                           },
"look_at_flows":
{ Args: { "at": string,"flow_ids": (number)[] }; Returns: undefined
                           },
"lose_batch":
{ Args: { "at": string,"subscription": Omit<Database["cogo"]['Tables']["subscriptions"]['Row'], Database["cogo"]['Tables']["subscriptions"]['ComputedFields']> }; Returns: {
              "acked_fence": number,
"agent_id": string | null,
"batch": (string)[] | null,
"batch_end_id": number | null,
"batch_end_ordinal": number | null,
"batch_is_retry": boolean,
"batch_size": number,
"consumer": string | null,
"created_at": string,
"failing_since": string | null,
"failures": number,
"fence": number,
"id": number,
"key_version": number,
"kind": string,
"last_error": string | null,
"lease_seconds": number,
"leased_until": string | null,
"losses": number,
"max_attempts": number,
"name": string,
"patterns": (string)[],
"pause_after_seconds": number,
"pause_reason": string | null,
"paused_at": string | null,
"position_id": number,
"position_ordinal": number,
"previous_key_until": string | null,
"resume_at": string | null,
"retry_base_ms": number,
"retry_factor": number,
"retry_max_ms": number,
"shown_version": number,
"start_id": number,
"tenant_id": string | null,
"url": string | null
            }
                          SetofOptions: {
        from: "*"
        to: "subscriptions"
        isOneToOne: true
        isSetofReturn: false
      } },
"make_queue":
{ Args: { "lane_id": number }; Returns: undefined
                           },
"mend_alert_times":
{ Args: { "at": string,"last_at": string }; Returns: undefined
                           },
"message_by_id":
{ Args: { "message_id": string }; Returns: Json
                           },
"message_channel":
{ Args: { "message_id": string }; Returns: string
                           },
"message_envelope":
{ Args: { "message": Omit<Database["cogo"]['Tables']["messages"]['Row'], Database["cogo"]['Tables']["messages"]['ComputedFields']> }; Returns: Json
                           },
"message_place":
{ Args: { "message_id": string }; Returns: Record<string, unknown>
                           },
"message_problem":
{ Args: { "message": Json }; Returns: string
                           },
"message_rank":
{ Args: { "message": Json }; Returns: number
                           },
"message_schema_v1":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"message_spans":
{ Args: { "tenant_id": string,"trace": string }; Returns: {
              "attributes": Json,"ended_at": string,"kind": string,"name": string,"parent_span_id": string,"span_id": string,"started_at": string,"status": string,"under_job": number
            }[]
                           },
"message_text_problem":
{ Args: { "message": Json }; Returns: string
                           },
"message_violations":
{ Args: { "message": Json }; Returns: {
              "path": string,"problem": string
            }[]
                           },
"metric_moves":
{ Args: { "deeds": (string)[],"fence": number,"job_ids": (number)[],"ts": string }; Returns: {
              "jobs": number,"lane_id": number,"orphaned": boolean,"ran_ms": number,"tenant_id": string,"type": string,"waited_ms": number
            }[]
                           },
"metric_place":
{ Args: { "metric": string }; Returns: Record<string, unknown>
                           },
"metric_quantile":
{ Args: { "name": string,"q": number,"since": string,"tenant"?: string,"until": string }; Returns: number
                           },
"metric_row_items":
{ Args: { "line": Omit<Database["cogo"]['Tables']["metric_rows"]['Row'], Database["cogo"]['Tables']["metric_rows"]['ComputedFields']> }; Returns: {
              "key": string,"value": number
            }[]
                           },
"metric_rows_apart":
{ Args: Record<PropertyKey, never>; Returns: {
              "at": string,"series_id": number,"step": string
            }[]
                           },
"metric_share_within":
{ Args: { "limit_ms": number,"name": string,"since": string,"tenant"?: string,"until": string }; Returns: Record<string, unknown>
                           },
"metric_slices":
{ Args: { "labels"?: Json,"name": string,"since": string,"step"?: string,"tenant": string,"until": string }; Returns: {
              "at": string,
"bin_counts": (number)[],
"bins": (number)[],
"counts": NonNullable<Json>,
"ms": number,
"rolled": boolean,
"series_id": number,
"step": string
            }[]
                          SetofOptions: {
        from: "*"
        to: "metric_rows"
        isOneToOne: false
        isSetofReturn: true
      } },
"metric_spans":
{ Args: { "only_step": string,"since": string,"until": string }; Returns: {
              "from_at": string,"not_rolled": boolean,"step": string,"to_at": string
            }[]
                           },
"metric_sum":
{ Args: { "name": string,"since": string,"tenant"?: string,"until": string }; Returns: number
                           },
"metric_unit":
{ Args: { "step": string }; Returns: string
                           },
"metrics_dead_letters":
{ Args: { "since": string,"tenant": string }; Returns: Json
                           },
"metrics_finished":
{ Args: { "first_id": number,"since": string,"tenant": string }; Returns: Json
                           },
"metrics_gates":
{ Args: { "since": string,"tenant": string }; Returns: Json
                           },
"metrics_gauges":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"metrics_health":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"metrics_history":
{ Args: { "labels": Json,"series": string,"since": string,"step": string,"until": string }; Returns: Json
                           },
"metrics_keys":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"metrics_lanes":
{ Args: { "at": string,"tenant": string }; Returns: {
              "depth": number,"executor": string,"is_capped": boolean,"oldest_age_seconds": number,"priority": string,"queue_name": string,"shard": number
            }[]
                           },
"metrics_now":
{ Args: { "tenant": string }; Returns: Json
                           },
"metrics_places":
{ Args: { "tenant": string }; Returns: {
              "executor": string,"is_capped": boolean,"jobs": number,"place": string
            }[]
                           },
"metrics_providers":
{ Args: { "service": string,"since_min": number }; Returns: Json
                           },
"metrics_routing":
{ Args: { "service": string,"since_min": number }; Returns: Json
                           },
"metrics_summary":
{ Args: { "window_minutes": number }; Returns: Json
                           },
"metrics_totals":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"metrics_transitions":
{ Args: { "first_id": number,"since": string,"tenant": string }; Returns: Json
                           },
"metrics_usage":
{ Args: { "since": string,"tenant": string }; Returns: Json
                           },
"milliseconds":
{ Args: { "began": string,"ended": string }; Returns: number
                           },
"mix_weights":
{ Args: { "algorithm": string,"epsilon": number,"scores": (number)[],"shares": (number)[],"temperature": number,"wanted": (boolean)[] }; Returns: (number)[]
                           },
"model_rejections":
{ Args: { "context": Json,"list": Omit<Database["cogo"]['Tables']["route_lists"]['Row'], Database["cogo"]['Tables']["route_lists"]['ComputedFields']> }; Returns: {
              "model_id": number,"reason": string
            }[]
                           },
"money_limit":
{ Args: { "amount": number,"field": string }; Returns: number
                           },
"move_flows":
{ Args: { "at": string,"flow_ids": (number)[] }; Returns: undefined
                           },
"move_leftovers":
{ Args: { "at": string,"lane_id": number,"row_limit": number }; Returns: number
                           },
"move_money":
{ Args: { "debt_nano": number,"reserved_nano": number,"spent_nano": number,"window_ids": (number)[] }; Returns: undefined
                           },
"needed_closed":
{ Args: { "job_ids": (number)[] }; Returns: (number)[]
                           },
"next_due":
{ Args: { "after": string,"schedule": Omit<Database["cogo"]['Tables']["schedules"]['Row'], Database["cogo"]['Tables']["schedules"]['ComputedFields']> }; Returns: string
                           },
"next_events":
{ Args: { "after_id": number,"due": string,"job_limit": number,"only_closing": boolean }; Returns: Record<string, unknown>
                           },
"next_in_turn":
{ Args: { "after_tenant": string,"lane_id": number }; Returns: string
                           },
"next_route":
{ Args: { "decision_id": string,"failure": Json }; Returns: Json
                           },
"no_candidate":
{ Args: { "at": string,"context": Json,"list": Omit<Database["cogo"]['Tables']["route_lists"]['Row'], Database["cogo"]['Tables']["route_lists"]['ComputedFields']>,"opens_at": string }; Returns: Json
                           },
"normal_usage":
{ Args: { "raw": Json }; Returns: Json
                           },
"note_access":
{ Args: { "act": string,"after": Json,"before": Json,"subject": string,"tenant_id": string }; Returns: undefined
                           },
"note_beat":
{ Args: { "at": string,"beat_seconds": number,"device_id": number }; Returns: undefined
                           },
"note_conflicts":
{ Args: { "jobs": number }; Returns: undefined
                           },
"note_key_use":
{ Args: { "at": string,"key_id": string }; Returns: undefined
                           },
"note_outcome":
{ Args: { "at": string,"first_token_ms": number,"http_status": number,"key_id": string,"model_id": number,"retry_after_ms": number,"status": string,"tokens_per_second": number }; Returns: undefined
                           },
"note_refusal":
{ Args: { "answer": Json }; Returns: undefined
                           },
"note_webhook_health":
{ Args: { "at": string,"error": string,"gone": boolean,"wait_seconds": number,"webhook": Omit<Database["cogo"]['Tables']["subscriptions"]['Row'], Database["cogo"]['Tables']["subscriptions"]['ComputedFields']> }; Returns: undefined
                           },
"notification_tenant":
{ Args: Record<PropertyKey, never>; Returns: string
                           },
"notifications_due":
{ Args: Record<PropertyKey, never>; Returns: boolean
                           },
"notify":
{ Args: { "channels"?: (string)[],"dedupe_key": string,"kind": string,"message": Json }; Returns: (number)[]
                           },
"now_":
{ Args: Record<PropertyKey, never>; Returns: string
                           },
"number_list":
{ Args: { "list": Omit<Database["cogo"]['Tables']["route_lists"]['Row'], Database["cogo"]['Tables']["route_lists"]['ComputedFields']>,"rows": Json }; Returns: {
              "algorithm": string,
"cache_read_prices": (number)[],
"cache_write_prices": (number)[],
"capabilities": (number)[],
"capability_names": (string)[],
"context_tokens": (number)[],
"data_ranks": (number)[],
"input_prices": (number)[],
"is_cut": boolean,
"keyless": (number)[],
"left_out": NonNullable<Json>,
"list_id": number,
"made_at": string,
"max_output_tokens": (number)[],
"merits": (number)[] | null,
"model_ids": (number)[],
"output_prices": (number)[],
"policy_id": number,
"policy_name": string,
"policy_version": number,
"price_ids": (number)[],
"provider_nos": (number)[],
"providers": (string)[],
"qualities": (number)[],
"region_nos": (number)[],
"regions": (string)[],
"request_prices": (number)[],
"retired_at": string | null,
"service": string,
"sha256": string,
"shares": (number)[] | null,
"size_class": string,
"snapshot_id": number | null,
"states": (number)[] | null,
"task": string,
"terms": (number)[],
"token_ms": (number)[] | null,
"wait_ms": (number)[] | null
            }
                          SetofOptions: {
        from: "*"
        to: "route_lists"
        isOneToOne: true
        isSetofReturn: false
      } },
"old_receipts":
{ Args: { "before": string,"row_limit": number }; Returns: (string)[]
                           },
"open_artifact_link":
{ Args: { "artifact_id": string }; Returns: Json
                           },
"open_break_glass":
{ Args: { "actor": string,"break_glass_id": string }; Returns: Json
                           },
"open_by_tenant":
{ Args: Record<PropertyKey, never>; Returns: {
              "jobs": number,"tenant_id": string
            }[]
                           },
"open_grant":
{ Args: { "actor": string,"agent_id": string,"attempt"?: number,"decision_id"?: string,"grant_hash": string,"purpose"?: string,"tenant_id": string }; Returns: Json
                           },
"open_jobs_of":
{ Args: { "after": number,"row_limit": number,"tenant_id": string }; Returns: Record<string, unknown>
                           },
"open_key":
{ Args: { "actor": string,"alias": string,"env": string,"field": string,"provider": string,"purpose": string,"region": string,"resource": string,"service": string,"tenant_id": string,"version": number }; Returns: Json
                           },
"open_lanes":
{ Args: { "executor": string,"shards"?: number }; Returns: {
              "drained_xid": unknown,
"executor": string,
"fair_window": number | null,
"lane_id": number,
"moved_to_lane_id": number | null,
"open_shards": number,
"paused_at": string | null,
"priority": string,
"queue_name": string,
"shard": number,
"state": string,
"weight": number
            }[]
                          SetofOptions: {
        from: "*"
        to: "lanes"
        isOneToOne: false
        isSetofReturn: true
      } },
"open_quality_run":
{ Args: { "dry": boolean,"iso_week": string,"kind": string,"run_number": number,"target": string }; Returns: Json
                           },
"open_windows":
{ Args: { "at": string,"subjects": (string)[] }; Returns: undefined
                           },
"open_workflows_of":
{ Args: { "after": number,"row_limit": number,"tenant_id": string }; Returns: Record<string, unknown>
                           },
"order_hash":
{ Args: { "key_hash": string }; Returns: string
                           },
"orphaned_devices":
{ Args: { "at": string }; Returns: (number)[]
                           },
"outcome_kind":
{ Args: { "http_status": number,"status": string }; Returns: string
                           },
"own_agent":
{ Args: { "agent_id": string }; Returns: {
              "agent_id": string,
"changed_at": string,
"created_at": string,
"name": string,
"project": string | null,
"revoked_at": string | null,
"scopes": (string)[],
"state": string,
"tenant_id": string,
"type_prefixes": (string)[]
            }
                          SetofOptions: {
        from: "*"
        to: "agents"
        isOneToOne: true
        isSetofReturn: false
      } },
"own_decision":
{ Args: { "decision_id": string }; Returns: {
              "agent_id": string | null,
"at": string,
"candidates": (number)[],
"choice": number,
"context": NonNullable<Json>,
"decision_id": string,
"job_id": number | null,
"key_hash": string | null,
"policy_id": number,
"seed": number,
"snapshot_id": number,
"tenant_id": string,
"traceparent": string | null,
"weights": (number)[]
            }
                          SetofOptions: {
        from: "*"
        to: "routing_decisions"
        isOneToOne: true
        isSetofReturn: false
      } },
"own_device":
{ Args: { "agent": string,"tenant": string,"worker": string }; Returns: {
              "agent_id": string | null,
"beat_seconds": number,
"capabilities": NonNullable<Json>,
"concurrency": number,
"device_id": number,
"drain_requested_at": string | null,
"executor": string,
"gone_at": string | null,
"max_per_minute": number | null,
"prefetch_max": number | null,
"registered_at": string,
"tenant_id": string | null,
"version": string | null,
"worker": string
            }
                          SetofOptions: {
        from: "*"
        to: "worker_devices"
        isOneToOne: true
        isSetofReturn: false
      } },
"own_fences":
{ Args: { "fences": (number)[],"tenant": string }; Returns: (number)[]
                           },
"own_hold":
{ Args: { "fence": number,"job_id": number }; Returns: string
                           },
"own_job":
{ Args: { "id": string }; Returns: {
              "cause": string | null,
"concurrency_key": string | null,
"correlation_id": string | null,
"created_at": string,
"id": number,
"lane_id": number,
"lease_seconds": number,
"max_attempts": number,
"payload": NonNullable<Json>,
"tenant_id": string,
"traceparent": string | null,
"type": string
            }
                          SetofOptions: {
        from: "*"
        to: "jobs"
        isOneToOne: true
        isSetofReturn: false
      } },
"own_subscription":
{ Args: { "name": string,"tenant_id": string }; Returns: {
              "acked_fence": number,
"agent_id": string | null,
"batch": (string)[] | null,
"batch_end_id": number | null,
"batch_end_ordinal": number | null,
"batch_is_retry": boolean,
"batch_size": number,
"consumer": string | null,
"created_at": string,
"failing_since": string | null,
"failures": number,
"fence": number,
"id": number,
"key_version": number,
"kind": string,
"last_error": string | null,
"lease_seconds": number,
"leased_until": string | null,
"losses": number,
"max_attempts": number,
"name": string,
"patterns": (string)[],
"pause_after_seconds": number,
"pause_reason": string | null,
"paused_at": string | null,
"position_id": number,
"position_ordinal": number,
"previous_key_until": string | null,
"resume_at": string | null,
"retry_base_ms": number,
"retry_factor": number,
"retry_max_ms": number,
"shown_version": number,
"start_id": number,
"tenant_id": string | null,
"url": string | null
            }
                          SetofOptions: {
        from: "*"
        to: "subscriptions"
        isOneToOne: true
        isSetofReturn: false
      } },
"own_tenant":
{ Args: { "tenant_id": string }; Returns: {
              "changed_at": string,
"created_at": string,
"name": string,
"settings": NonNullable<Json>,
"state": string,
"tenant_id": string
            }
                          SetofOptions: {
        from: "*"
        to: "tenants"
        isOneToOne: true
        isSetofReturn: false
      } },
"park_jobs":
{ Args: { "attempts": (number)[],"hashes": (string)[],"job_ids": (number)[],"limits": (number)[],"mine": (string)[],"paid_for": (Json)[],"refused_by": (number)[],"retry_at": (string)[],"verdicts": (string)[] }; Returns: undefined
                           },
"parse_cron":
{ Args: { "cron": string }; Returns: Record<string, unknown>
                           },
"part_finished":
{ Args: { "finished": Json }; Returns: Record<string, unknown>
                           },
"pass_rate":
{ Args: { "decided": number,"passed": number }; Returns: number
                           },
"past_their_age":
{ Args: { "at": string,"job_ids": (number)[],"up_to_seconds": number }; Returns: (number)[]
                           },
"pause_schedule":
{ Args: { "name": string,"paused": boolean,"tenant_id": string }; Returns: Json
                           },
"payload_problem":
{ Args: { "job_type": string,"lane_id": number,"payload": Json,"payload_schema": Json }; Returns: Json
                           },
"place_jobs":
{ Args: { "at": string,"jobs": Json,"lane_ids": (number)[],"new_ids": (number)[],"written_ids": (number)[] }; Returns: undefined
                           },
"placed_lane":
{ Args: { "first_lane_id": number,"tenant": string }; Returns: Record<string, unknown>
                           },
"plan_artifact_round":
{ Args: Record<PropertyKey, never>; Returns: undefined
                           },
"plan_key":
{ Args: { "alias": string,"env": string,"field": string,"provider": string,"region": string,"resource": string,"service": string,"tenant_id": string }; Returns: Json
                           },
"plan_next":
{ Args: { "at": string,"schedule": Omit<Database["cogo"]['Tables']["schedules"]['Row'], Database["cogo"]['Tables']["schedules"]['ComputedFields']> }; Returns: {
              "anchor": string,
"changed_at": string,
"created_at": string,
"cron": string | null,
"ends_at": string | null,
"every_seconds": number | null,
"grace_seconds": number,
"id": number,
"jitter_seconds": number,
"job": Json | null,
"last_started_due_at": string | null,
"missed": string,
"missed_limit": number,
"name": string,
"next_due_at": string | null,
"next_run_at": string | null,
"overlap": string,
"paused": boolean,
"starts_at": string | null,
"tenant_id": string,
"time_zone": string,
"workflow": Json | null
            }
                          SetofOptions: {
        from: "*"
        to: "schedules"
        isOneToOne: true
        isSetofReturn: false
      } },
"plan_quality_run":
{ Args: { "cause": string,"plan": Json,"run_id": string }; Returns: Json
                           },
"plan_walks":
{ Args: Record<PropertyKey, never>; Returns: undefined
                           },
"planned_run":
{ Args: { "due_at": string,"jitter_seconds": number,"schedule_id": number }; Returns: string
                           },
"policy_defaults":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"policy_list":
{ Args: { "ask": Json,"at": string,"policy_id": number }; Returns: {
              "algorithm": string,
"cache_read_prices": (number)[],
"cache_write_prices": (number)[],
"capabilities": (number)[],
"capability_names": (string)[],
"context_tokens": (number)[],
"data_ranks": (number)[],
"input_prices": (number)[],
"is_cut": boolean,
"keyless": (number)[],
"left_out": NonNullable<Json>,
"list_id": number,
"made_at": string,
"max_output_tokens": (number)[],
"merits": (number)[] | null,
"model_ids": (number)[],
"output_prices": (number)[],
"policy_id": number,
"policy_name": string,
"policy_version": number,
"price_ids": (number)[],
"provider_nos": (number)[],
"providers": (string)[],
"qualities": (number)[],
"region_nos": (number)[],
"regions": (string)[],
"request_prices": (number)[],
"retired_at": string | null,
"service": string,
"sha256": string,
"shares": (number)[] | null,
"size_class": string,
"snapshot_id": number | null,
"states": (number)[] | null,
"task": string,
"terms": (number)[],
"token_ms": (number)[] | null,
"wait_ms": (number)[] | null
            }
                          SetofOptions: {
        from: "*"
        to: "route_lists"
        isOneToOne: true
        isSetofReturn: false
      } },
"policy_names_problem":
{ Args: { "body": Json }; Returns: string
                           },
"policy_problem":
{ Args: { "body": Json }; Returns: string
                           },
"policy_task":
{ Args: { "body": Json,"domain_tags": Json }; Returns: string
                           },
"policy_terms":
{ Args: { "body": Json }; Returns: (number)[]
                           },
"policy_weights_problem":
{ Args: { "defaults": Json,"weights": Json }; Returns: string
                           },
"poll_subscription":
{ Args: { "consumer": string,"name": string,"tenant_id": string,"want": number }; Returns: Json
                           },
"pop_live":
{ Args: { "at": string,"executor": string,"tenant": string,"want": number,"worker": string }; Returns: Record<string, unknown>
                           },
"pop_permitted":
{ Args: { "at": string,"executor": string,"tenant": string,"want": number,"worker": string }; Returns: Record<string, unknown>
                           },
"pop_ready":
{ Args: { "executor": string,"tenant": string,"want": number,"worker": string }; Returns: Record<string, unknown>
                           },
"preview_schedule":
{ Args: { "after": string,"count": number,"cron": string,"time_zone": string }; Returns: {
              "local_time": string,"run_at": string
            }[]
                           },
"price_at":
{ Args: { "at": string,"model_id": number }; Returns: {
              "cache_read_price": number | null,
"cache_write_1h_price": number | null,
"cache_write_price": number | null,
"imported_at": string,
"input_price": number,
"model_id": number,
"output_price": number,
"price_id": number,
"reasoning_price": number | null,
"request_price": number,
"source": string,
"source_sha256": string,
"tiers": NonNullable<Json>,
"valid_from": string
            }
                          SetofOptions: {
        from: "*"
        to: "llm_prices"
        isOneToOne: true
        isSetofReturn: false
      } },
"price_for_input":
{ Args: { "input_tokens": number,"price": Omit<Database["cogo"]['Tables']["llm_prices"]['Row'], Database["cogo"]['Tables']["llm_prices"]['ComputedFields']> }; Returns: {
              "cache_read_price": number | null,
"cache_write_1h_price": number | null,
"cache_write_price": number | null,
"imported_at": string,
"input_price": number,
"model_id": number,
"output_price": number,
"price_id": number,
"reasoning_price": number | null,
"request_price": number,
"source": string,
"source_sha256": string,
"tiers": NonNullable<Json>,
"valid_from": string
            }
                          SetofOptions: {
        from: "*"
        to: "llm_prices"
        isOneToOne: true
        isSetofReturn: false
      } },
"price_usage":
{ Args: { "price": Omit<Database["cogo"]['Tables']["llm_prices"]['Row'], Database["cogo"]['Tables']["llm_prices"]['ComputedFields']>,"usage": Json }; Returns: number
                           },
"promote_backlog":
{ Args: { "at": string,"lane_id": number,"only_tenant": string,"row_limit": number }; Returns: number
                           },
"promote_key":
{ Args: { "actor": string,"at": string,"key": Omit<Database["cogo"]['Tables']["secure_keys"]['Row'], Database["cogo"]['Tables']["secure_keys"]['ComputedFields']>,"overlap_seconds": number }; Returns: {
              "alg": string,
"alias": string,
"changed_at": string,
"checksum": string,
"ciphertext": string,
"created_at": string,
"dek_iv": string | null,
"env": string,
"expires_at": string | null,
"field": string,
"iv": string,
"kek_id": string | null,
"key_id": string,
"last_used_at": string | null,
"last4": string,
"provider": string,
"region": string,
"resource": string,
"retires_at": string | null,
"rotate_after": string | null,
"service": string,
"shared": boolean,
"state": string,
"tenant_id": string,
"version": number,
"warned_at": string | null,
"wrapped_dek": string | null
            }
                          SetofOptions: {
        from: "*"
        to: "secure_keys"
        isOneToOne: true
        isSetofReturn: false
      } },
"promote_signing_key":
{ Args: { "kid": string }; Returns: Json
                           },
"promote_waiting":
{ Args: { "at": string,"row_limit": number }; Returns: number
                           },
"provider_has_key":
{ Args: { "auth_style": string,"provider": string }; Returns: boolean
                           },
"provider_health_summary":
{ Args: { "since_min": number }; Returns: Json[]
                           },
"publish":
{ Args: { "messages": Json }; Returns: {
              "created": boolean,"id": string,"ordinal": number
            }[]
                           },
"publish_list":
{ Args: { "at": string,"content": Omit<Database["cogo"]['Tables']["route_lists"]['Row'], Database["cogo"]['Tables']["route_lists"]['ComputedFields']>,"snapshot_id": number }; Returns: boolean
                           },
"publish_policy":
{ Args: { "policy_id": number,"state": string }; Returns: Json
                           },
"publish_snapshot":
{ Args: { "at": string }; Returns: number
                           },
"published_schema":
{ Args: { "id": string,"schema": Json }; Returns: Json
                           },
"push_lane":
{ Args: { "at": string,"attempts": (number)[],"job_ids": (number)[],"lane_id": number }; Returns: undefined
                           },
"push_ready":
{ Args: { "at": string,"attempts": (number)[],"job_ids": (number)[],"lane_ids": (number)[] }; Returns: undefined
                           },
"put_artifact":
{ Args: { "bucket": string,"fence": number,"job_id": number,"kind": string,"media_type": string,"name": string,"sha256": string,"size_bytes": number }; Returns: Json
                           },
"put_back":
{ Args: { "at": string,"attempts": (number)[],"job_ids": (number)[],"run_ats": (string)[] }; Returns: undefined
                           },
"quality_gate_recent":
{ Args: { "row_limit": number }; Returns: Json
                           },
"quality_jobs":
{ Args: { "cause": string,"run": Omit<Database["cogo"]['Tables']["quality_runs"]['Row'], Database["cogo"]['Tables']["quality_runs"]['ComputedFields']>,"steps": (string)[],"waits_for": (number)[] }; Returns: Json
                           },
"quality_run_jobs":
{ Args: { "job_ids": (number)[] }; Returns: Json
                           },
"quality_verdict":
{ Args: { "run_id": string }; Returns: {
              "reason": string,"verdict": string
            }[]
                           },
"queue_depth":
{ Args: { "executor": string,"most": number }; Returns: number
                           },
"queue_stats":
{ Args: Record<PropertyKey, never>; Returns: {
              "backlog": number,"blocked": number,"depth": number,"executor": string,"held": number,"oldest_age_seconds": number,"parked": number,"paused": boolean,"priority": string,"queue_name": string,"waiting": number
            }[]
                           },
"raise_access_not_found":
{ Args: { "id": string,"what": string,"word": string }; Returns: undefined
                           },
"raise_dead_letter_not_found":
{ Args: { "job_id": number }; Returns: undefined
                           },
"raise_floors":
{ Args: Record<PropertyKey, never>; Returns: undefined
                           },
"raise_invalid_credential":
{ Args: Record<PropertyKey, never>; Returns: undefined
                           },
"raise_not_ready":
{ Args: { "next_step": string,"problem": string,"tried": string }; Returns: undefined
                           },
"raise_quality_run_not_found":
{ Args: { "run_id": string }; Returns: undefined
                           },
"raise_worker_not_found":
{ Args: { "worker": string }; Returns: undefined
                           },
"random_":
{ Args: Record<PropertyKey, never>; Returns: number
                           },
"rank_logged":
{ Args: { "at": string,"decision": Omit<Database["cogo"]['Tables']["routing_decisions"]['Row'], Database["cogo"]['Tables']["routing_decisions"]['ComputedFields']>,"policy_id": number,"usage": Json }; Returns: Json
                           },
"rank_models":
{ Args: { "context": Json,"list": Omit<Database["cogo"]['Tables']["route_lists"]['Row'], Database["cogo"]['Tables']["route_lists"]['ComputedFields']> }; Returns: Record<string, unknown>
                           },
"rate_refusal":
{ Args: { "limited": Json }; Returns: Json
                           },
"read_inbox":
{ Args: { "at": string,"row_limit": number }; Returns: number
                           },
"read_key":
{ Args: { "opening": number }; Returns: Json
                           },
"read_price":
{ Args: { "place": string,"price": Json }; Returns: {
              "cache_read_price": number | null,
"cache_write_1h_price": number | null,
"cache_write_price": number | null,
"imported_at": string,
"input_price": number,
"model_id": number,
"output_price": number,
"price_id": number,
"reasoning_price": number | null,
"request_price": number,
"source": string,
"source_sha256": string,
"tiers": NonNullable<Json>,
"valid_from": string
            }
                          SetofOptions: {
        from: "*"
        to: "llm_prices"
        isOneToOne: true
        isSetofReturn: false
      } },
"read_wake_notes":
{ Args: { "at": string }; Returns: undefined
                           },
"readable_patterns":
{ Args: { "subscription": Omit<Database["cogo"]['Tables']["subscriptions"]['Row'], Database["cogo"]['Tables']["subscriptions"]['ComputedFields']> }; Returns: (string)[]
                           },
"ready_heads":
{ Args: { "only_executor": string }; Returns: {
              "depth": number,"executor": string,"oldest_at": string,"paused": boolean
            }[]
                           },
"ready_messages":
{ Args: Record<PropertyKey, never>; Returns: {
              "attempt": number,"job_id": number,"lane_id": number,"msg_id": number
            }[]
                           },
"reap_reservations":
{ Args: { "row_limit"?: number }; Returns: Json
                           },
"receive_hook":
{ Args: { "body": Json,"delivery_id": string,"events": (string)[],"hook_id": string }; Returns: Json
                           },
"recheck_kept_back":
{ Args: { "at": string,"row_limit": number }; Returns: number
                           },
"record_artifacts":
{ Args: { "artifacts": Json }; Returns: {
              "id": string,"name": string,"outcome": string,"run_id": string
            }[]
                           },
"record_children":
{ Args: { "at": string,"flow_ids": (number)[] }; Returns: undefined
                           },
"record_ends":
{ Args: { "at": string,"flow_ids": (number)[],"job_ids": (number)[] }; Returns: undefined
                           },
"record_events":
{ Args: { "actor": string,"at": string,"fence": number,"job_ids": (number)[],"tenant": string,"types": (string)[] }; Returns: undefined
                           },
"record_follow_ups":
{ Args: { "flow_ids": (number)[],"job_ids": (number)[] }; Returns: undefined
                           },
"record_gate_fixes":
{ Args: { "fixes": Json }; Returns: {
              "fixer": string,"gate": string,"outcome": string,"result": string,"run_id": string
            }[]
                           },
"record_gate_results":
{ Args: { "results": Json }; Returns: {
              "gate": string,"outcome": string,"run_id": string
            }[]
                           },
"record_http":
{ Args: { "counts": Json,"flush_id": string }; Returns: boolean
                           },
"record_router_report":
{ Args: { "body": Json,"gates": Json,"policy_v1": number,"policy_v2": number }; Returns: Json
                           },
"redrivable":
{ Args: { "job_ids": (number)[] }; Returns: (number)[]
                           },
"redrive_dead_letter":
{ Args: { "delay_seconds": number,"job_id": number,"payload": Json }; Returns: Json
                           },
"redrive_dead_letters":
{ Args: { "job_ids": (number)[] }; Returns: {
              "dead_job_id": number,"job_id": number,"outcome": string
            }[]
                           },
"redrive_jobs":
{ Args: { "at": string,"dead_ids": (number)[],"payloads": (Json)[],"run_ats": (string)[],"tenant": string }; Returns: (number)[]
                           },
"redrive_matching":
{ Args: { "filter": Json,"max_jobs": number,"per_minute": number }; Returns: Json
                           },
"redrive_subscription":
{ Args: { "message_ids": (string)[],"name": string,"tenant_id": string }; Returns: Json
                           },
"reference_problem":
{ Args: { "field": string,"known": (string)[],"of_a_map": boolean,"template": Json }; Returns: string
                           },
"refill_lanes":
{ Args: { "at": string,"executor": string,"missing": number,"popped_ids": (number)[],"tenant": string }; Returns: number
                           },
"refresh_lists":
{ Args: { "at": string }; Returns: number
                           },
"refusal":
{ Args: { "hint": string,"message": string,"more"?: Json,"status": number,"word": string }; Returns: Json
                           },
"refuse_access":
{ Args: { "next_step": string,"problem": string }; Returns: undefined
                           },
"refuse_argument":
{ Args: { "field": string,"problem": string }; Returns: undefined
                           },
"refuse_doomed":
{ Args: { "locations": (string)[] }; Returns: undefined
                           },
"refuse_full_queue":
{ Args: { "bound": Omit<Database["cogo"]['Tables']["tenant_bounds"]['Row'], Database["cogo"]['Tables']["tenant_bounds"]['ComputedFields']>,"jobs": number,"load": number,"tenant": string }; Returns: undefined
                           },
"refuse_key_state":
{ Args: { "action": string,"hint": string,"problem": string }; Returns: undefined
                           },
"refuse_lane":
{ Args: { "lane_id": number }; Returns: undefined
                           },
"refuse_over_quota":
{ Args: { "more_bytes": number,"tenant_id": string }; Returns: undefined
                           },
"refuse_rates":
{ Args: { "agent_id": string,"asked": (number)[],"at_ns": number,"key_id": string,"taken": (number)[],"tenant_id": string,"tokens": number }; Returns: Json
                           },
"refuse_run":
{ Args: { "at": string,"detail": string,"due_at": string,"message": string,"schedule_id": number,"state": string }; Returns: undefined
                           },
"refused_opening":
{ Args: { "reason": string }; Returns: Json
                           },
"region_fits":
{ Args: { "region": string,"wanted": (string)[] }; Returns: boolean
                           },
"region_numbers":
{ Args: { "region": string,"region_names": (string)[] }; Returns: (number)[]
                           },
"register_job_type":
{ Args: { "executor": string,"keep_failed_seconds": number,"keep_succeeded_seconds": number,"key_limit": number,"key_strict": boolean,"lease_seconds": number,"max_attempts": number,"payload_schema": Json,"result_schema": Json,"retry_base_ms": number,"retry_factor": number,"retry_max_ms": number,"type": string }; Returns: {
              "executor": string,
"keep_failed_seconds": number,
"keep_succeeded_seconds": number,
"key_limit": number,
"key_strict": boolean,
"lease_seconds": number,
"max_attempts": number,
"payload_schema": Json | null,
"result_schema": Json | null,
"retry_base_ms": number,
"retry_factor": number,
"retry_max_ms": number,
"type": string
            }
                          SetofOptions: {
        from: "*"
        to: "job_types"
        isOneToOne: true
        isSetofReturn: false
      } },
"register_kek":
{ Args: { "actor": string,"check_value": string,"kek_id": string }; Returns: Json
                           },
"register_worker":
{ Args: { "beat_seconds": number,"capabilities": Json,"concurrency": number,"executor": string,"max_per_minute": number,"prefetch_max": number,"version": string,"worker": string }; Returns: Json
                           },
"register_workflow":
{ Args: { "definition": Json }; Returns: Json
                           },
"regrant_route":
{ Args: { "at": string,"decision": Omit<Database["cogo"]['Tables']["routing_decisions"]['Row'], Database["cogo"]['Tables']["routing_decisions"]['ComputedFields']> }; Returns: Json
                           },
"release_jobs":
{ Args: { "jobs": Json }; Returns: {
              "job_id": number,"outcome": string
            }[]
                           },
"release_leadership":
{ Args: { "fence": number,"holder": string,"name": string }; Returns: boolean
                           },
"release_permits":
{ Args: { "at": string,"hashes": (string)[],"sleep_hashes": (string)[] }; Returns: undefined
                           },
"remove_budget":
{ Args: { "budget_id": number }; Returns: boolean
                           },
"remove_inbound_hook":
{ Args: { "name": string }; Returns: Json
                           },
"remove_limit":
{ Args: { "name": string,"scope": string,"tenant_id": string }; Returns: boolean
                           },
"remove_member":
{ Args: { "tenant_id": string,"user_id": string }; Returns: boolean
                           },
"remove_notification_channel":
{ Args: { "name": string }; Returns: boolean
                           },
"remove_oidc_trust":
{ Args: { "trust_id": string }; Returns: boolean
                           },
"remove_rate_limit":
{ Args: { "limit_id": number }; Returns: boolean
                           },
"remove_route":
{ Args: { "tenant_id": string,"type_pattern": string }; Returns: boolean
                           },
"remove_schedule":
{ Args: { "name": string,"tenant_id": string }; Returns: boolean
                           },
"remove_silence":
{ Args: { "removed_by": string,"silence_id": number }; Returns: boolean
                           },
"remove_slo":
{ Args: { "name": string }; Returns: boolean
                           },
"remove_tenant_bound":
{ Args: { "tenant_id": string }; Returns: boolean
                           },
"renew_claims":
{ Args: { "fences": (number)[] }; Returns: {
              "cancelled": (number)[],"fence": number,"lease_expires_at": string
            }[]
                           },
"renew_leadership":
{ Args: { "fence": number,"holder": string,"name": string }; Returns: string
                           },
"repeat_route":
{ Args: { "agent_id": string,"ask": Json,"at": string,"decision": Omit<Database["cogo"]['Tables']["routing_decisions"]['Row'], Database["cogo"]['Tables']["routing_decisions"]['ComputedFields']> }; Returns: Json
                           },
"replace_step_jobs":
{ Args: { "at": string,"dead": (number)[],"new_ids": (number)[] }; Returns: undefined
                           },
"replay_route":
{ Args: { "decision": Omit<Database["cogo"]['Tables']["routing_decisions"]['Row'], Database["cogo"]['Tables']["routing_decisions"]['ComputedFields']> }; Returns: Record<string, unknown>
                           },
"reply_of":
{ Args: { "job": Omit<Database["cogo"]['Tables']["jobs"]['Row'], Database["cogo"]['Tables']["jobs"]['ComputedFields']> }; Returns: Json
                           },
"request":
{ Args: { "job": Json,"timeout_seconds": number }; Returns: Json
                           },
"request_break_glass":
{ Args: { "actor": string,"break_glass_id": string,"key_id": string,"minutes": number,"reason": string }; Returns: Json
                           },
"request_cause":
{ Args: { "at": string,"job": Json }; Returns: Record<string, unknown>
                           },
"request_contract":
{ Args: { "ruling": Omit<Database["cogo"]['Tables']["job_types"]['Row'], Database["cogo"]['Tables']["job_types"]['ComputedFields']>,"tenant": string,"type": string }; Returns: Record<string, unknown>
                           },
"requests_in_hand":
{ Args: { "jobs": Json }; Returns: Json
                           },
"require_fix_artifacts":
{ Args: { "job_id": number,"names": (string)[],"run_id": string }; Returns: undefined
                           },
"require_quality_batch":
{ Args: { "batch": Json,"field": string,"known_keys": (string)[] }; Returns: undefined
                           },
"reserve":
{ Args: { "agent_id": string,"at": string,"attempt": number,"decision_id": string,"estimate_nano": number,"expires_at": string,"grant_expires_at": string,"grant_hash": string,"key_id": string,"model_id": number,"price_id": number,"tenant_id": string }; Returns: Json
                           },
"resolve_iso_week":
{ Args: { "wanted": string }; Returns: string
                           },
"resolve_job_type":
{ Args: { "type": string }; Returns: {
              "executor": string,
"keep_failed_seconds": number,
"keep_succeeded_seconds": number,
"key_limit": number,
"key_strict": boolean,
"lease_seconds": number,
"max_attempts": number,
"payload_schema": Json | null,
"result_schema": Json | null,
"retry_base_ms": number,
"retry_factor": number,
"retry_max_ms": number,
"type": string
            }
                          SetofOptions: {
        from: "*"
        to: "job_types"
        isOneToOne: true
        isSetofReturn: false
      } },
"resolve_references":
{ Args: { "context": Json,"template": Json }; Returns: Json
                           },
"restart_identity":
{ Args: { "relation": string }; Returns: undefined
                           },
"restore_part":
{ Args: { "part": string,"rows": Json }; Returns: number
                           },
"restore_rows":
{ Args: { "part": string,"rows": Json }; Returns: number
                           },
"retire_signing_key":
{ Args: { "force": boolean,"kid": string }; Returns: Json
                           },
"retry_delay":
{ Args: { "attempt": number,"policy": Omit<Database["cogo"]['Tables']["job_types"]['Row'], Database["cogo"]['Tables']["job_types"]['ComputedFields']> }; Returns: string
                           },
"return_budget_lease":
{ Args: { "lease_id": string,"spent_nano": number,"tenant_id": string }; Returns: Json
                           },
"revive_key":
{ Args: { "key_id": string }; Returns: boolean
                           },
"revoke_agent":
{ Args: { "agent_id": string }; Returns: Json
                           },
"revoke_agent_key":
{ Args: { "key_id": string }; Returns: Json
                           },
"revoke_credential":
{ Args: { "credential_id": string }; Returns: Json
                           },
"revoke_key":
{ Args: { "actor": string,"key_id": string,"reason": string }; Returns: Json
                           },
"ring_artifacts":
{ Args: Record<PropertyKey, never>; Returns: string
                           },
"ring_doorbells":
{ Args: Record<PropertyKey, never>; Returns: number
                           },
"ring_function":
{ Args: { "path": string }; Returns: string
                           },
"ring_webhooks":
{ Args: Record<PropertyKey, never>; Returns: string
                           },
"role_scopes":
{ Args: { "role": string }; Returns: (string)[]
                           },
"roll_up_metrics":
{ Args: { "row_limit"?: number }; Returns: number
                           },
"roll_usage":
{ Args: { "row_limit"?: number }; Returns: number
                           },
"rotate_key":
{ Args: { "actor": string,"key_id": string,"overlap_seconds": number }; Returns: Json
                           },
"routable_models":
{ Args: { "at": string,"policy": Omit<Database["cogo"]['Tables']["routing_policies"]['Row'], Database["cogo"]['Tables']["routing_policies"]['ComputedFields']>,"service": string,"task": string,"tokens": number }; Returns: {
              "auth_style": string,"capabilities": (string)[],"context_tokens": number,"data_rank": number,"left_out": string,"max_output_tokens": number,"model_id": number,"name": string,"price": Database["cogo"]['Tables']["llm_prices"]['Row'],"provider": string,"quality": number,"region": string
            }[]
                           },
"route_answer":
{ Args: { "decision": Omit<Database["cogo"]['Tables']["routing_decisions"]['Row'], Database["cogo"]['Tables']["routing_decisions"]['ComputedFields']>,"list": Omit<Database["cogo"]['Tables']["route_lists"]['Row'], Database["cogo"]['Tables']["route_lists"]['ComputedFields']>,"model_ids": (number)[],"route": Json }; Returns: Json
                           },
"route_context":
{ Args: { "ask": Json,"at": string,"list": Omit<Database["cogo"]['Tables']["route_lists"]['Row'], Database["cogo"]['Tables']["route_lists"]['ComputedFields']>,"shut": Json }; Returns: Json
                           },
"route_gauges":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"route_remarks":
{ Args: { "decision": Omit<Database["cogo"]['Tables']["routing_decisions"]['Row'], Database["cogo"]['Tables']["routing_decisions"]['ComputedFields']> }; Returns: Json
                           },
"route_session":
{ Args: { "agent_id": string,"prefix_hash": string,"session": string,"tenant_id": string }; Returns: string
                           },
"route_spans":
{ Args: { "job_ids": (number)[],"tenant_id": string,"trace": string }; Returns: {
              "attributes": Json,"ended_at": string,"kind": string,"name": string,"parent_span_id": string,"span_id": string,"started_at": string,"status": string,"under_job": number
            }[]
                           },
"route_tenant":
{ Args: { "tenant_id": string }; Returns: string
                           },
"route_violations":
{ Args: { "at": string,"context": Json,"model_ids": (number)[],"policy_id": number }; Returns: Json
                           },
"routed_executor":
{ Args: { "tenant": string,"type": string }; Returns: string
                           },
"run_bodies":
{ Args: { "due_ats": (string)[],"schedule_ids": (number)[] }; Returns: {
              "body": Json,"due_at": string,"overlap": string,"schedule_id": number,"starts": string
            }[]
                           },
"run_fixes":
{ Args: { "run_id": string }; Returns: Json
                           },
"run_is_open":
{ Args: { "job_id": number,"workflow_id": string }; Returns: boolean
                           },
"run_line":
{ Args: { "run": Omit<Database["cogo"]['Tables']["quality_runs"]['Row'], Database["cogo"]['Tables']["quality_runs"]['ComputedFields']> }; Returns: Json
                           },
"run_schedule":
{ Args: { "name": string }; Returns: undefined
                           },
"run_schedule_now":
{ Args: { "idempotency_key": string,"name": string,"tenant_id": string }; Returns: Json
                           },
"runbook_url":
{ Args: { "section": string }; Returns: string
                           },
"saga_moves_before":
{ Args: { "move": string }; Returns: (string)[]
                           },
"sample_gauges":
{ Args: Record<PropertyKey, never>; Returns: number
                           },
"sample_lanes":
{ Args: { "at": string }; Returns: {
              "age_ms": number,"depth": number,"is_capped": boolean,"labels": Json,"tenant_id": string
            }[]
                           },
"save_health":
{ Args: { "health": Omit<Database["cogo"]['Tables']["provider_health"]['Row'], Database["cogo"]['Tables']["provider_health"]['ComputedFields']> }; Returns: undefined
                           },
"scaling_advice":
{ Args: { "executor": string }; Returns: Json
                           },
"scan_reach":
{ Args: { "after_id": number,"settled": number,"tenants": (string)[],"types": (string)[],"wanted": boolean }; Returns: number
                           },
"scan_subscription":
{ Args: { "settled": number,"subscription": Omit<Database["cogo"]['Tables']["subscriptions"]['Row'], Database["cogo"]['Tables']["subscriptions"]['ComputedFields']>,"want": number }; Returns: Record<string, unknown>
                           },
"schedule_document":
{ Args: { "schedule": Omit<Database["cogo"]['Tables']["schedules"]['Row'], Database["cogo"]['Tables']["schedules"]['ComputedFields']> }; Returns: Json
                           },
"schedule_gate":
{ Args: { "dry": boolean,"iso_week": string,"run_number": number,"target": string }; Returns: Json
                           },
"schedule_history":
{ Args: { "before_due_at": string,"name": string,"row_limit": number,"tenant_id": string }; Returns: {
              "by_hand": boolean,"covers": number,"covers_until": string,"due_at": string,"error": Json,"fired_at": string,"job_id": number,"lag_ms": number,"outcome": string,"reason": string,"state": string,"workflow_id": string
            }[]
                           },
"schedule_list":
{ Args: Record<PropertyKey, never>; Returns: {
              "command": string,"cron": string,"every_seconds": number,"name": string
            }[]
                           },
"schedule_tenant":
{ Args: { "tenant_id": string }; Returns: string
                           },
"schedule_weekly":
{ Args: { "dry": boolean,"iso_week": string,"run_number": number,"target": string }; Returns: Json
                           },
"scheduler_status":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"schema_faults":
{ Args: { "depth": number,"path": string,"root": Json,"schema": Json,"value": Json }; Returns: (string)[]
                           },
"schema_faults_of_array":
{ Args: { "depth": number,"path": string,"root": Json,"schema": Json,"value": Json }; Returns: (string)[]
                           },
"schema_faults_of_branches":
{ Args: { "depth": number,"path": string,"root": Json,"schema": Json,"value": Json }; Returns: (string)[]
                           },
"schema_faults_of_names":
{ Args: { "depth": number,"path": string,"root": Json,"schema": Json,"value": Json }; Returns: (string)[]
                           },
"schema_faults_of_number":
{ Args: { "path": string,"schema": Json,"value": Json }; Returns: (string)[]
                           },
"schema_faults_of_object":
{ Args: { "depth": number,"path": string,"root": Json,"schema": Json,"value": Json }; Returns: (string)[]
                           },
"schema_faults_of_text":
{ Args: { "path": string,"schema": Json,"value": string }; Returns: (string)[]
                           },
"schema_format_holds":
{ Args: { "format": string,"value": string }; Returns: boolean
                           },
"schema_keyword_problem":
{ Args: { "keyword": string,"node": Json,"root": Json,"setting": Json }; Returns: string
                           },
"schema_list_has":
{ Args: { "list": Json,"value": Json }; Returns: boolean
                           },
"schema_path":
{ Args: { "name": string,"path": string }; Returns: string
                           },
"schema_pattern_by_line":
{ Args: { "pattern": string }; Returns: string
                           },
"schema_pattern_problem":
{ Args: { "pattern": string }; Returns: string
                           },
"schema_problems":
{ Args: { "schema": Json }; Returns: (string)[]
                           },
"schema_problems_of_node":
{ Args: { "depth": number,"node": Json,"path": string,"root": Json }; Returns: (string)[]
                           },
"schema_target":
{ Args: { "reference": string,"root": Json }; Returns: Json
                           },
"schema_violations":
{ Args: { "schema": Json,"value": Json }; Returns: {
              "path": string,"problem": string
            }[]
                           },
"schema_words":
{ Args: { "wanted": Json }; Returns: string
                           },
"scope_covers":
{ Args: { "asked": string,"granted": string }; Returns: boolean
                           },
"scope_problem":
{ Args: { "scopes": (string)[] }; Returns: string
                           },
"scrub_rows":
{ Args: { "leaving": Omit<Database["cogo"]['Tables']["offboardings"]['Row'], Database["cogo"]['Tables']["offboardings"]['ComputedFields']>,"part": string }; Returns: Record<string, unknown>
                           },
"seal_audit":
{ Args: { "row_limit"?: number }; Returns: number
                           },
"select_route":
{ Args: { "cached_tokens": number,"capabilities": (string)[],"context_tokens": number,"cost_sensitivity": number,"critical": boolean,"data_policy": string,"domain_tags": (string)[],"idempotency_key": string,"intended_model": string,"job_id": number,"max_cost_nano": number,"max_output_tokens": number,"prefix_hash": string,"region": string,"service": string,"session": string,"sla_ms": number,"tenant_id": string,"traceparent": string }; Returns: Json
                           },
"send_notification":
{ Args: { "channels": (string)[],"dedupe_key": string,"kind": string,"message": Json }; Returns: Json
                           },
"send_test_notification":
{ Args: { "channel": string }; Returns: Json
                           },
"series_id":
{ Args: { "labels": Json,"name": string,"tenant": string }; Returns: number
                           },
"serve_default":
{ Args: { "at": string }; Returns: undefined
                           },
"set_artifact_quota":
{ Args: { "max_bytes": number,"tenant_id": string }; Returns: Json
                           },
"set_budget":
{ Args: { "agent_id": string,"limit_nano": number,"mode": string,"period": string,"project_id": string,"scope": string,"tenant_id": string }; Returns: Json
                           },
"set_channel_grant":
{ Args: { "action": string,"agent_id": string,"granted": boolean,"pattern": string,"tenant_id": string }; Returns: Json
                           },
"set_fairness":
{ Args: { "executor": string,"fair_window": number }; Returns: number
                           },
"set_inbound_hook":
{ Args: { "event_types": Json,"job_type": string,"name": string,"paused": boolean,"provider": string,"rotate": boolean,"secret_env": string,"tenant_id": string }; Returns: Json
                           },
"set_ingress_limit":
{ Args: { "max_count": number,"per_seconds": number,"scope": string,"tenant_id": string }; Returns: Json
                           },
"set_limit":
{ Args: { "max_running": number,"name": string,"rate_count": number,"rate_seconds": number,"reason": string,"scope": string,"tenant_id": string }; Returns: {
              "changed_at": string,
"limit_id": number,
"max_running": number | null,
"name": string | null,
"paused": boolean,
"rate_count": number | null,
"rate_seconds": number | null,
"reason": string | null,
"scope": string,
"tenant_id": string | null
            }
                          SetofOptions: {
        from: "*"
        to: "limits"
        isOneToOne: true
        isSetofReturn: false
      } },
"set_model":
{ Args: { "enabled": boolean,"model": string,"provider": string,"quality": number,"region": string,"service": string }; Returns: Json
                           },
"set_notification_channel":
{ Args: { "kind": string,"kinds": (string)[],"min_severity": string,"name": string,"secret_env": string,"settings": Json }; Returns: {
              "changed_at": string,
"kind": string,
"kinds": (string)[],
"min_severity": string,
"name": string,
"secret_env": string,
"settings": NonNullable<Json>
            }
                          SetofOptions: {
        from: "*"
        to: "notification_channels"
        isOneToOne: true
        isSetofReturn: false
      } },
"set_oidc_trust":
{ Args: { "agent_id": string,"audience": string,"issuer": string,"jwks_url": string,"subject": string }; Returns: Json
                           },
"set_paused":
{ Args: { "name": string,"paused": boolean,"reason": string,"scope": string,"tenant_id": string }; Returns: boolean
                           },
"set_provider":
{ Args: { "allowed_hosts": (string)[],"base_url": string,"data_policy": string,"enabled": boolean,"provider": string }; Returns: Json
                           },
"set_rate_limit":
{ Args: { "agent_id": string,"key_id": string,"max_count": number,"per_seconds": number,"scope": string,"tenant_id": string,"unit": string }; Returns: Json
                           },
"set_receipt_retention":
{ Args: { "keep_days": number }; Returns: undefined
                           },
"set_role_limits":
{ Args: Record<PropertyKey, never>; Returns: string[]
                           },
"set_route":
{ Args: { "executor": string,"tenant_id": string,"type_pattern": string }; Returns: {
              "executor": string,
"tenant_id": string | null,
"type_pattern": string
            }
                          SetofOptions: {
        from: "*"
        to: "routes"
        isOneToOne: true
        isSetofReturn: false
      } },
"set_runbook_base":
{ Args: { "url": string }; Returns: string
                           },
"set_schedule":
{ Args: { "paused": boolean,"settings": Json,"tenant_id": string }; Returns: Json
                           },
"set_signing_state":
{ Args: { "kid": string,"state": string }; Returns: {
              "alg": string,
"changed_at": string,
"created_at": string,
"kid": string,
"public_jwk": NonNullable<Json>,
"state": string
            }
                          SetofOptions: {
        from: "*"
        to: "signing_keys"
        isOneToOne: true
        isSetofReturn: false
      } },
"set_slo":
{ Args: { "name": string,"settings": Json }; Returns: Json
                           },
"set_subscription_paused":
{ Args: { "name": string,"paused": boolean,"tenant_id": string }; Returns: Json
                           },
"set_tenant_bound":
{ Args: { "max_open": number,"policy": string,"retry_after_seconds": number,"tenant_id": string }; Returns: {
              "counting_xid": unknown,
"is_counted": boolean,
"max_open": number,
"policy": string,
"retry_after_seconds": number,
"tenant_id": string | null
            }
                          SetofOptions: {
        from: "*"
        to: "tenant_bounds"
        isOneToOne: true
        isSetofReturn: false
      } },
"set_tenant_state":
{ Args: { "state": string,"tenant_id": string }; Returns: Json
                           },
"set_vault_env":
{ Args: { "env": string }; Returns: Json
                           },
"set_worker_drain":
{ Args: { "drain": boolean,"tenant_id": string,"worker": string }; Returns: Json
                           },
"set_workflow_retention":
{ Args: { "keep_seconds": number }; Returns: undefined
                           },
"settle_alert":
{ Args: { "at": string,"reading": Json,"round": number,"slo": Omit<Database["cogo"]['Tables']["slos"]['Row'], Database["cogo"]['Tables']["slos"]['ComputedFields']> }; Returns: undefined
                           },
"settle_answer":
{ Args: { "held": Omit<Database["cogo"]['Tables']["reservations"]['Row'], Database["cogo"]['Tables']["reservations"]['ComputedFields']>,"outcome": Omit<Database["cogo"]['Tables']["routing_outcomes"]['Row'], Database["cogo"]['Tables']["routing_outcomes"]['ComputedFields']> }; Returns: Json
                           },
"settle_batch":
{ Args: { "at": string,"failures": Json,"fence": number,"subscription": Omit<Database["cogo"]['Tables']["subscriptions"]['Row'], Database["cogo"]['Tables']["subscriptions"]['ComputedFields']>,"up_to": string }; Returns: string
                           },
"settle_failures":
{ Args: { "at": string,"errors": (Json)[],"fences": (number)[],"job_ids": (number)[],"retry_event": string,"retry_seconds": (number)[] }; Returns: {
              "fence": number,"job_id": number,"outcome": string,"retry_at": string
            }[]
                           },
"settle_flows":
{ Args: { "at": string,"flow_ids": (number)[],"job_ids": (number)[] }; Returns: undefined
                           },
"settle_item":
{ Args: { "at": string,"item": Json,"tenant_id": string }; Returns: Json
                           },
"settle_refusal":
{ Args: { "item": Json,"word": string }; Returns: Json
                           },
"settle_route":
{ Args: { "route": Json }; Returns: Json
                           },
"settle_routes":
{ Args: { "routes": Json }; Returns: Json
                           },
"settle_webhooks":
{ Args: { "results": Json }; Returns: Json
                           },
"settled_events":
{ Args: Record<PropertyKey, never>; Returns: number
                           },
"settled_outcomes":
{ Args: { "expected": (string)[],"fences": (number)[],"job_ids": (number)[] }; Returns: {
              "job_id": number,"outcome": string
            }[]
                           },
"shard_weights":
{ Args: { "lane_ids": (number)[],"weights": (number)[],"worker": string }; Returns: (number)[]
                           },
"short_hash":
{ Args: { "value": string }; Returns: string
                           },
"show_trace":
{ Args: { "job_id": number }; Returns: Json
                           },
"show_webhook_key":
{ Args: { "name": string,"rotate": boolean,"tenant_id": string }; Returns: Json
                           },
"shred_key":
{ Args: { "actor": string,"key_id": string,"reason": string }; Returns: Json
                           },
"shut_keys":
{ Args: { "at": string,"key_ids": (string)[] }; Returns: {
              "key_id": string,"state": string,"until": string
            }[]
                           },
"shut_lane":
{ Args: { "lane_id": number }; Returns: boolean
                           },
"signal_workflow":
{ Args: { "payload": Json,"signal": string,"workflow_id": string }; Returns: Json
                           },
"signing_jwks":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"silence_alert":
{ Args: { "made_by": string,"reason": string,"slo": string,"subject": string,"until": string }; Returns: Json
                           },
"silence_document":
{ Args: { "at": string,"silence": Omit<Database["cogo"]['Tables']["alert_silences"]['Row'], Database["cogo"]['Tables']["alert_silences"]['ComputedFields']> }; Returns: Json
                           },
"size_class":
{ Args: { "tokens": number }; Returns: Record<string, unknown>
                           },
"slo_document":
{ Args: { "at": string,"slo": Omit<Database["cogo"]['Tables']["slos"]['Row'], Database["cogo"]['Tables']["slos"]['ComputedFields']> }; Returns: Json
                           },
"slo_events":
{ Args: { "since": string,"slo": Omit<Database["cogo"]['Tables']["slos"]['Row'], Database["cogo"]['Tables']["slos"]['ComputedFields']>,"until": string }; Returns: Record<string, unknown>
                           },
"slo_kinds":
{ Args: Record<PropertyKey, never>; Returns: {
              "kind": string,"measures": string,"says": string,"scopes": (string)[],"worse": string
            }[]
                           },
"slo_problem":
{ Args: { "slo": Omit<Database["cogo"]['Tables']["slos"]['Row'], Database["cogo"]['Tables']["slos"]['ComputedFields']> }; Returns: string
                           },
"snapshot_columns":
{ Args: { "omits": (string)[],"relation": string }; Returns: Record<string, unknown>
                           },
"snapshot_document":
{ Args: { "part": string }; Returns: Json
                           },
"snapshot_parts":
{ Args: Record<PropertyKey, never>; Returns: {
              "omits": (string)[],"part": string,"relation": string,"restores_where": string
            }[]
                           },
"snapshot_rows":
{ Args: { "after": Json,"part": string,"row_limit": number }; Returns: Json
                           },
"span_id":
{ Args: { "seed": string }; Returns: string
                           },
"span_text":
{ Args: { "seconds": number }; Returns: string
                           },
"spend_summary":
{ Args: { "since_hours": number,"tenant_id": string }; Returns: Json
                           },
"spend_tokens":
{ Args: { "device_id": number,"jobs": number }; Returns: undefined
                           },
"spread":
{ Args: { "milliseconds": (number)[] }; Returns: Json
                           },
"start_bodies":
{ Args: { "bodies": Json,"starts": string }; Returns: {
              "job_id": number,"place": number,"workflow_id": string
            }[]
                           },
"start_children":
{ Args: { "at": string,"flow_ids": (number)[],"steps": (number)[] }; Returns: (number)[]
                           },
"start_job_steps":
{ Args: { "at": string,"flow_ids": (number)[],"steps": (number)[] }; Returns: (number)[]
                           },
"start_jobs":
{ Args: { "jobs": Json }; Returns: {
              "job_id": number,"outcome": string
            }[]
                           },
"start_map_steps":
{ Args: { "at": string,"flow_ids": (number)[],"steps": (number)[] }; Returns: (number)[]
                           },
"start_offboarding":
{ Args: { "tenant_id": string }; Returns: Json
                           },
"start_ready":
{ Args: { "at": string,"flow_ids": (number)[] }; Returns: (number)[]
                           },
"start_runs":
{ Args: { "at": string,"only_schedule_id": number }; Returns: number
                           },
"start_steps":
{ Args: { "at": string,"flow_ids": (number)[],"kinds": (string)[],"steps": (number)[] }; Returns: (number)[]
                           },
"start_waits":
{ Args: { "at": string,"flow_ids": (number)[],"steps": (number)[] }; Returns: (number)[]
                           },
"start_workflows":
{ Args: { "workflows": Json }; Returns: Json
                           },
"state_after":
{ Args: { "type": string }; Returns: string
                           },
"steady":
{ Args: { "share": number,"shown": number,"step": number,"value": number }; Returns: number
                           },
"step_context":
{ Args: { "flow_id": number,"input": Json,"plan": Omit<Database["cogo"]['Tables']["definition_steps"]['Row'], Database["cogo"]['Tables']["definition_steps"]['ComputedFields']> }; Returns: Json
                           },
"step_fields":
{ Args: { "kind": string }; Returns: (string)[]
                           },
"step_payload":
{ Args: { "context": Json,"index": number,"item": Json,"template": Json }; Returns: Json
                           },
"step_problem":
{ Args: { "saga": boolean,"step": Json }; Returns: string
                           },
"step_routes":
{ Args: { "wanted": (string)[] }; Returns: Record<string, unknown>
                           },
"steps_before":
{ Args: { "steps": Json }; Returns: {
              "before": string,"name": string
            }[]
                           },
"still_tenant":
{ Args: { "tenant_id": string }; Returns: undefined
                           },
"subscribe":
{ Args: { "batch_size": number,"kind": string,"lease_seconds": number,"max_attempts": number,"name": string,"patterns": (string)[],"pause_after_seconds": number,"retry_base_ms": number,"retry_factor": number,"retry_max_ms": number,"start": string,"tenant_id": string,"url": string }; Returns: Json
                           },
"subscription_summary":
{ Args: { "subscription": Omit<Database["cogo"]['Tables']["subscriptions"]['Row'], Database["cogo"]['Tables']["subscriptions"]['ComputedFields']> }; Returns: Json
                           },
"survey_flows":
{ Args: { "flow_ids": (number)[] }; Returns: {
              "flow_id": number,"move": string
            }[]
                           },
"survey_jobs":
{ Args: { "is_operator": boolean,"jobs": Json }; Returns: Record<string, unknown>
                           },
"sweep":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"sweep_flows":
{ Args: { "at": string }; Returns: Json
                           },
"table_page":
{ Args: { "after": Json,"condition": string,"is_walked": boolean,"omits": (string)[],"relation": string,"row_limit": number,"tenant_id": string }; Returns: Json
                           },
"take_in_turn":
{ Args: { "after_tenant": string,"lane_id": number,"want": number }; Returns: Record<string, unknown>
                           },
"take_ingress_rates":
{ Args: { "address": string,"at": string,"caller": string,"tenant": string }; Returns: Json
                           },
"take_key_rates":
{ Args: { "at": string,"key_id": string,"tokens": number }; Returns: Json
                           },
"take_keys":
{ Args: { "at": string,"job_ids": (number)[],"jobs": Json,"tenant": string }; Returns: Record<string, unknown>
                           },
"take_leadership":
{ Args: { "holder": string,"lease_seconds"?: number,"name": string }; Returns: Record<string, unknown>
                           },
"take_message_keys":
{ Args: { "at": string,"ids": (string)[],"messages": Json,"tenants": (string)[] }; Returns: (string)[]
                           },
"take_own":
{ Args: { "lane_id": number,"tenant": string,"want": number }; Returns: Record<string, unknown>
                           },
"take_rates":
{ Args: { "agent_id": string,"at": string,"tenant_id": string,"tokens": number }; Returns: Json
                           },
"take_rates_of":
{ Args: { "agent_id": string,"at": string,"key_id": string,"subjects": (string)[],"tenant_id": string,"tokens": number }; Returns: Json
                           },
"take_unheld":
{ Args: { "job_ids": (number)[] }; Returns: {
              "attempt": number,"job_id": number
            }[]
                           },
"take_woken":
{ Args: { "at": string,"executor": string,"tenant": string,"want": number }; Returns: Record<string, unknown>
                           },
"tell_alert":
{ Args: { "alert": Omit<Database["cogo"]['Tables']["alerts"]['Row'], Database["cogo"]['Tables']["alerts"]['ComputedFields']>,"at": string,"remark": string,"what": string }; Returns: undefined
                           },
"tell_alerts":
{ Args: { "at": string }; Returns: number
                           },
"tell_callbacks":
{ Args: { "at": string,"settled": number }; Returns: number
                           },
"tell_key":
{ Args: { "key": Omit<Database["cogo"]['Tables']["secure_keys"]['Row'], Database["cogo"]['Tables']["secure_keys"]['ComputedFields']>,"more"?: Json,"type": string }; Returns: undefined
                           },
"tell_loads":
{ Args: { "job_ids": (number)[],"sign": number }; Returns: undefined
                           },
"template_references":
{ Args: { "template": Json }; Returns: {
              "holder": Json,"path": string
            }[]
                           },
"tenant_batch":
{ Args: { "leaving": Omit<Database["cogo"]['Tables']["offboardings"]['Row'], Database["cogo"]['Tables']["offboardings"]['ComputedFields']>,"part": string,"row_limit": number }; Returns: Record<string, unknown>
                           },
"tenant_condition":
{ Args: { "alias"?: string,"part": string }; Returns: string
                           },
"tenant_ids":
{ Args: { "tenant_id": string }; Returns: (string)[]
                           },
"tenant_load":
{ Args: { "tenant": string }; Returns: number
                           },
"tenant_parts":
{ Args: Record<PropertyKey, never>; Returns: {
              "also": string,"erased": string,"is_exported": boolean,"is_walked": boolean,"omits": (string)[],"parent": string,"part": string,"step": number,"through": string
            }[]
                           },
"tenant_parts_of_accounts":
{ Args: Record<PropertyKey, never>; Returns: {
              "also": string,"erased": string,"is_exported": boolean,"is_walked": boolean,"omits": (string)[],"parent": string,"part": string,"through": string
            }[]
                           },
"tenant_parts_of_work":
{ Args: Record<PropertyKey, never>; Returns: {
              "also": string,"erased": string,"is_exported": boolean,"is_walked": boolean,"omits": (string)[],"parent": string,"part": string,"through": string
            }[]
                           },
"tenant_traces":
{ Args: { "after": string,"ids": (string)[],"tenant_id": string }; Returns: Json
                           },
"tenantless_tables":
{ Args: Record<PropertyKey, never>; Returns: {
              "reason": string,"relation": string
            }[]
                           },
"tenants_parked":
{ Args: { "row_limit": number }; Returns: (string)[]
                           },
"tend_events":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"tend_ingress":
{ Args: { "at": string,"settled": number }; Returns: number
                           },
"tend_keys":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"tend_money":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"tend_notifications":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"tend_offboarding":
{ Args: Record<PropertyKey, never>; Returns: number
                           },
"tick_routes":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"tick_schedules":
{ Args: { "fence"?: number,"row_limit"?: number }; Returns: Json
                           },
"time_bin":
{ Args: { "ms": number }; Returns: number
                           },
"time_out_steps":
{ Args: { "at": string,"flow_ids": (number)[],"forced": (boolean)[],"steps": (number)[] }; Returns: undefined
                           },
"time_place":
{ Args: { "ms": number }; Returns: number
                           },
"token_claims":
{ Args: { "agent_id": string,"scopes": (string)[] }; Returns: Json
                           },
"token_count":
{ Args: { "told": Json }; Returns: number
                           },
"told_outcomes":
{ Args: { "expected": (string)[],"fences": (number)[],"job_ids": (number)[] }; Returns: {
              "job_id": number,"outcome": string
            }[]
                           },
"trace_members":
{ Args: { "job": Omit<Database["cogo"]['Tables']["jobs"]['Row'], Database["cogo"]['Tables']["jobs"]['ComputedFields']>,"trace": string }; Returns: Record<string, unknown>
                           },
"trace_of":
{ Args: { "job": Omit<Database["cogo"]['Tables']["jobs"]['Row'], Database["cogo"]['Tables']["jobs"]['ComputedFields']> }; Returns: string
                           },
"trace_spans":
{ Args: { "flow_ids": (number)[],"job": Omit<Database["cogo"]['Tables']["jobs"]['Row'], Database["cogo"]['Tables']["jobs"]['ComputedFields']>,"job_ids": (number)[],"most": number,"trace": string }; Returns: {
              "attributes": Json,"ended_at": string,"kind": string,"name": string,"parent_span_id": string,"span_id": string,"started_at": string,"status": string,"under_job": number
            }[]
                           },
"traces_in":
{ Args: { "ids": (string)[],"name": string,"relation": unknown }; Returns: Json
                           },
"type_patterns":
{ Args: { "type": string }; Returns: (string)[]
                           },
"unregister_worker":
{ Args: { "worker": string }; Returns: Json
                           },
"unsubscribe":
{ Args: { "name": string,"tenant_id": string }; Returns: Json
                           },
"update_agent":
{ Args: { "agent_id": string,"name": string,"project": string,"scopes": (string)[],"type_prefixes": (string)[] }; Returns: Json
                           },
"usable_keys":
{ Args: { "at": string,"list": Omit<Database["cogo"]['Tables']["route_lists"]['Row'], Database["cogo"]['Tables']["route_lists"]['ComputedFields']>,"tenant_id": string }; Returns: Record<string, unknown>
                           },
"use_assertion":
{ Args: { "assertion_hash": string,"expires_at": string }; Returns: undefined
                           },
"uuid_number":
{ Args: { "id": string }; Returns: number
                           },
"uuid_v7":
{ Args: { "at": string,"tail": number }; Returns: string
                           },
"vault_env":
{ Args: Record<PropertyKey, never>; Returns: string
                           },
"verdict_of":
{ Args: { "verdicts": (string)[] }; Returns: string
                           },
"verify":
{ Args: Record<PropertyKey, never>; Returns: {
              "invariant": string,"problem": string,"sample": Json
            }[]
                           },
"verify_access":
{ Args: Record<PropertyKey, never>; Returns: {
              "invariant": string,"problem": string,"sample": Json
            }[]
                           },
"verify_alerts":
{ Args: Record<PropertyKey, never>; Returns: {
              "invariant": string,"problem": string,"sample": Json
            }[]
                           },
"verify_artifacts":
{ Args: Record<PropertyKey, never>; Returns: {
              "invariant": string,"problem": string,"sample": Json
            }[]
                           },
"verify_audit":
{ Args: { "checkpoints"?: Json,"tenant_id"?: string }; Returns: Json
                           },
"verify_calls":
{ Args: Record<PropertyKey, never>; Returns: {
              "invariant": string,"problem": string,"sample": Json
            }[]
                           },
"verify_catalogue":
{ Args: Record<PropertyKey, never>; Returns: {
              "invariant": string,"problem": string,"sample": Json
            }[]
                           },
"verify_claims":
{ Args: Record<PropertyKey, never>; Returns: {
              "invariant": string,"problem": string,"sample": Json
            }[]
                           },
"verify_decisions":
{ Args: Record<PropertyKey, never>; Returns: {
              "invariant": string,"problem": string,"sample": Json
            }[]
                           },
"verify_events":
{ Args: Record<PropertyKey, never>; Returns: {
              "invariant": string,"problem": string,"sample": Json
            }[]
                           },
"verify_flow_states":
{ Args: Record<PropertyKey, never>; Returns: {
              "invariant": string,"problem": string,"sample": Json
            }[]
                           },
"verify_flows":
{ Args: Record<PropertyKey, never>; Returns: {
              "invariant": string,"problem": string,"sample": Json
            }[]
                           },
"verify_history":
{ Args: Record<PropertyKey, never>; Returns: {
              "invariant": string,"problem": string,"sample": Json
            }[]
                           },
"verify_ingress":
{ Args: Record<PropertyKey, never>; Returns: {
              "invariant": string,"problem": string,"sample": Json
            }[]
                           },
"verify_keys":
{ Args: Record<PropertyKey, never>; Returns: {
              "invariant": string,"problem": string,"sample": Json
            }[]
                           },
"verify_lanes":
{ Args: Record<PropertyKey, never>; Returns: {
              "invariant": string,"problem": string,"sample": Json
            }[]
                           },
"verify_limits":
{ Args: Record<PropertyKey, never>; Returns: {
              "invariant": string,"problem": string,"sample": Json
            }[]
                           },
"verify_metrics":
{ Args: Record<PropertyKey, never>; Returns: {
              "invariant": string,"problem": string,"sample": Json
            }[]
                           },
"verify_money":
{ Args: Record<PropertyKey, never>; Returns: {
              "invariant": string,"problem": string,"sample": Json
            }[]
                           },
"verify_notifications":
{ Args: Record<PropertyKey, never>; Returns: {
              "invariant": string,"problem": string,"sample": Json
            }[]
                           },
"verify_offboarding":
{ Args: Record<PropertyKey, never>; Returns: {
              "invariant": string,"problem": string,"sample": Json
            }[]
                           },
"verify_places":
{ Args: { "floors": Json }; Returns: {
              "invariant": string,"problem": string,"sample": Json
            }[]
                           },
"verify_quality":
{ Args: Record<PropertyKey, never>; Returns: {
              "invariant": string,"problem": string,"sample": Json
            }[]
                           },
"verify_routing":
{ Args: Record<PropertyKey, never>; Returns: {
              "invariant": string,"problem": string,"sample": Json
            }[]
                           },
"verify_sagas":
{ Args: Record<PropertyKey, never>; Returns: {
              "invariant": string,"problem": string,"sample": Json
            }[]
                           },
"verify_schedules":
{ Args: Record<PropertyKey, never>; Returns: {
              "invariant": string,"problem": string,"sample": Json
            }[]
                           },
"verify_upkeep":
{ Args: Record<PropertyKey, never>; Returns: {
              "invariant": string,"problem": string,"sample": Json
            }[]
                           },
"w3c_traceparent":
{ Args: { "value": string }; Returns: string
                           },
"wake_blocked":
{ Args: { "at": string,"row_limit": number }; Returns: number
                           },
"wake_limit":
{ Args: { "changed": Omit<Database["cogo"]['Tables']["limits"]['Row'], Database["cogo"]['Tables']["limits"]['ComputedFields']> }; Returns: undefined
                           },
"wake_next":
{ Args: { "at": string,"claimed": number,"hashes": (string)[],"limits": (number)[],"mine": (string)[],"running": (number)[],"woken_from": (string)[] }; Returns: undefined
                           },
"wake_parked":
{ Args: { "at": string,"counts": (number)[],"hashes": (string)[] }; Returns: number
                           },
"walk_audit":
{ Args: { "row_limit": number }; Returns: number
                           },
"walk_events":
{ Args: { "at": string,"keep_seconds": number,"row_limit": number }; Returns: number
                           },
"walk_jobs":
{ Args: { "at": string,"keep_seconds": number,"row_limit": number }; Returns: number
                           },
"wanted_job_events":
{ Args: { "patterns": (string)[] }; Returns: Record<string, unknown>
                           },
"warm_session":
{ Args: { "at": string,"context": Json,"model_id": number }; Returns: undefined
                           },
"webhooks_due":
{ Args: Record<PropertyKey, never>; Returns: boolean
                           },
"whole_list":
{ Args: { "list": Omit<Database["cogo"]['Tables']["route_lists"]['Row'], Database["cogo"]['Tables']["route_lists"]['ComputedFields']> }; Returns: {
              "algorithm": string,
"cache_read_prices": (number)[],
"cache_write_prices": (number)[],
"capabilities": (number)[],
"capability_names": (string)[],
"context_tokens": (number)[],
"data_ranks": (number)[],
"input_prices": (number)[],
"is_cut": boolean,
"keyless": (number)[],
"left_out": NonNullable<Json>,
"list_id": number,
"made_at": string,
"max_output_tokens": (number)[],
"merits": (number)[] | null,
"model_ids": (number)[],
"output_prices": (number)[],
"policy_id": number,
"policy_name": string,
"policy_version": number,
"price_ids": (number)[],
"provider_nos": (number)[],
"providers": (string)[],
"qualities": (number)[],
"region_nos": (number)[],
"regions": (string)[],
"request_prices": (number)[],
"retired_at": string | null,
"service": string,
"sha256": string,
"shares": (number)[] | null,
"size_class": string,
"snapshot_id": number | null,
"states": (number)[] | null,
"task": string,
"terms": (number)[],
"token_ms": (number)[] | null,
"wait_ms": (number)[] | null
            }
                          SetofOptions: {
        from: "cogo.route_lists"
        to: "route_lists"
        isOneToOne: true
        isSetofReturn: false
      } },
"window_span":
{ Args: { "at": string,"period": string }; Returns: Record<string, unknown>
                           },
"with_broken_results":
{ Args: { "settled": Json,"succeeded": Json }; Returns: Json
                           },
"with_health":
{ Args: { "list": Omit<Database["cogo"]['Tables']["route_lists"]['Row'], Database["cogo"]['Tables']["route_lists"]['ComputedFields']>,"snapshot_id": number }; Returns: {
              "algorithm": string,
"cache_read_prices": (number)[],
"cache_write_prices": (number)[],
"capabilities": (number)[],
"capability_names": (string)[],
"context_tokens": (number)[],
"data_ranks": (number)[],
"input_prices": (number)[],
"is_cut": boolean,
"keyless": (number)[],
"left_out": NonNullable<Json>,
"list_id": number,
"made_at": string,
"max_output_tokens": (number)[],
"merits": (number)[] | null,
"model_ids": (number)[],
"output_prices": (number)[],
"policy_id": number,
"policy_name": string,
"policy_version": number,
"price_ids": (number)[],
"provider_nos": (number)[],
"providers": (string)[],
"qualities": (number)[],
"region_nos": (number)[],
"regions": (string)[],
"request_prices": (number)[],
"retired_at": string | null,
"service": string,
"sha256": string,
"shares": (number)[] | null,
"size_class": string,
"snapshot_id": number | null,
"states": (number)[] | null,
"task": string,
"terms": (number)[],
"token_ms": (number)[] | null,
"wait_ms": (number)[] | null
            }
                          SetofOptions: {
        from: "*"
        to: "route_lists"
        isOneToOne: true
        isSetofReturn: false
      } },
"work":
{ Args: { "executor": string,"finished": Json,"renew": (number)[],"want": number,"worker": string }; Returns: Json
                           },
"worker_heartbeat":
{ Args: { "held": number,"load": number,"worker": string }; Returns: Json
                           },
"worker_orders":
{ Args: { "at": string,"device": Omit<Database["cogo"]['Tables']["worker_devices"]['Row'], Database["cogo"]['Tables']["worker_devices"]['ComputedFields']> }; Returns: Json
                           },
"workflow_step_rows":
{ Args: { "definition_id": number,"flow_id": number }; Returns: Json
                           },
"write_checkpoints":
{ Args: { "checkpoints": Json }; Returns: Json
                           },
"write_key":
{ Args: { "actor": string,"overlap_seconds": number,"sealed": Json,"state": string }; Returns: Json
                           },
"write_lane_switch":
{ Args: Record<PropertyKey, never>; Returns: undefined
                           },
"write_rewraps":
{ Args: { "actor": string,"rewraps": Json }; Returns: Json
                           },
"zone_change":
{ Args: { "high": number,"low": number,"time_zone": string }; Returns: number
                           },
"zone_offset":
{ Args: { "at_second": number,"time_zone": string }; Returns: number
                           }
          }
          Enums: {
            [_ in never]: never
          }
          CompositeTypes: {
            [_ in never]: never
          }
        }
}

type DatabaseWithoutInternals = Omit<Database, '__InternalSupabase'>

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, "api">]

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])[TableName] extends {
      Row: infer R
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
  ? (DefaultSchema["Tables"] & DefaultSchema["Views"])[DefaultSchemaTableNameOrOptions] extends {
      Row: infer R
    }
    ? R
    : never
  : never

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Insert: infer I
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
  ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
      Insert: infer I
    }
    ? I
    : never
  : never

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Update: infer U
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
  ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
      Update: infer U
    }
    ? U
    : never
  : never

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    | keyof DefaultSchema["Enums"]
    | { schema: keyof DatabaseWithoutInternals },
  EnumName extends DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"]
    : never = never
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"]
  ? DefaultSchema["Enums"][DefaultSchemaEnumNameOrOptions]
  : never

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema["CompositeTypes"]
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"]
    : never = never
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"]
  ? DefaultSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions]
  : never

export const Constants = {
  "api": {
          Enums: {

          }
        },"cogo": {
          Enums: {

          }
        }
} as const
