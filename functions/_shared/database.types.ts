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
"create_policy":
{ Args: { "algorithm"?: string,"body": Json,"name": string,"tenant_id"?: string }; Returns: Json
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
"explain_route":
{ Args: { "decision_id": string }; Returns: Json
                           },
"fail_jobs":
{ Args: { "failures": Json }; Returns: {
              "job_id": number,"outcome": string,"retry_at": string
            }[]
                           },
"finish_quality_run":
{ Args: { "run_id": string,"summary"?: Json }; Returns: Json
                           },
"gate_summary":
{ Args: { "window_days"?: number }; Returns: Json
                           },
"get_dead_letter":
{ Args: { "job_id": number }; Returns: Json
                           },
"get_job":
{ Args: { "job_id": number }; Returns: Json
                           },
"get_quality_run":
{ Args: { "run_id": string }; Returns: Json
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
"job_events":
{ Args: { "after_event_id"?: string,"job_id": number,"row_limit"?: number }; Returns: {
              "actor": Json,"cause": string,"correlation_id": string,"id": string,"payload": Json,"schema": Json,"tenant_id": string,"trace_id": string,"ts": string,"type": string,"version": string
            }[]
                           },
"list_budgets":
{ Args: { "tenant_id"?: string }; Returns: Json
                           },
"list_channel_grants":
{ Args: { "tenant_id"?: string }; Returns: Json
                           },
"list_dead_letters":
{ Args: { "only_reason"?: string,"only_stage"?: string,"only_state"?: string,"page"?: string,"row_limit"?: number,"since"?: string,"type_prefix"?: string }; Returns: {
              "attempt": number,"dead_at": string,"discard_reason": string,"discarded_at": string,"discarded_by": string,"job_id": number,"message": string,"next_page": string,"reason": string,"redriven_job_id": number,"stage": string,"state": string,"tenant_id": string,"type": string
            }[]
                           },
"list_decisions":
{ Args: { "agent_id"?: string,"before"?: string,"row_limit"?: number,"since_min"?: number,"tenant_id"?: string }; Returns: Json[]
                           },
"list_jobs":
{ Args: { "before_job_id"?: number,"only_state"?: string,"row_limit"?: number,"type_prefix"?: string }; Returns: {
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
"list_models":
{ Args: { "only_enabled"?: boolean,"only_provider"?: string,"only_service"?: string }; Returns: {
              "capabilities": (string)[],"changed_at": string,"context_tokens": number,"enabled": boolean,"family": string,"max_output_tokens": number,"model": string,"model_id": number,"price": Json,"provider": string,"quality": number,"region": string,"service": string,"source": string,"sunset_at": string
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
"list_routes":
{ Args: Record<PropertyKey, never>; Returns: {
              "executor": string,"tenant_id": string,"type_pattern": string
            }[]
                           },
"list_schedules":
{ Args: { "after_schedule_id"?: number,"name_prefix"?: string,"row_limit"?: number }; Returns: Json[]
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
"metrics_health":
{ Args: Record<PropertyKey, never>; Returns: Json
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
"quality_gate_recent":
{ Args: { "row_limit"?: number }; Returns: Json
                           },
"queue_stats":
{ Args: Record<PropertyKey, never>; Returns: {
              "backlog": number,"blocked": number,"depth": number,"executor": string,"held": number,"oldest_age_seconds": number,"parked": number,"priority": string,"queue_name": string,"waiting": number
            }[]
                           },
"record_artifacts":
{ Args: { "artifacts": Json }; Returns: {
              "id": string,"name": string,"outcome": string,"run_id": string
            }[]
                           },
"record_gate_results":
{ Args: { "results": Json }; Returns: {
              "gate": string,"outcome": string,"run_id": string
            }[]
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
"remove_limit":
{ Args: { "name"?: string,"scope": string,"tenant_id"?: string }; Returns: boolean
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
"resume_worker":
{ Args: { "tenant_id"?: string,"worker": string }; Returns: Json
                           },
"return_budget_lease":
{ Args: { "lease_id": string,"spent_nano": number,"tenant_id"?: string }; Returns: Json
                           },
"revive_key":
{ Args: { "key_id": string }; Returns: boolean
                           },
"revoke_channel":
{ Args: { "action": string,"agent_id"?: string,"pattern": string,"tenant_id"?: string }; Returns: Json
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
{ Args: { "cached_tokens"?: number,"capabilities"?: (string)[],"context_tokens": number,"cost_sensitivity"?: number,"critical"?: boolean,"data_policy"?: string,"domain_tags"?: (string)[],"idempotency_key"?: string,"intended_model"?: string,"max_cost_nano"?: number,"max_output_tokens"?: number,"prefix_hash"?: string,"region"?: string,"service": string,"session"?: string,"sla_ms"?: number,"tenant_id"?: string }; Returns: Json
                           },
"set_budget":
{ Args: { "agent_id"?: string,"limit_nano": number,"mode"?: string,"period"?: string,"project_id"?: string,"scope"?: string,"tenant_id"?: string }; Returns: Json
                           },
"set_fairness":
{ Args: { "executor": string,"fair_window": number }; Returns: number
                           },
"set_limit":
{ Args: { "max_running"?: number,"name"?: string,"rate_count"?: number,"rate_seconds"?: number,"reason"?: string,"scope": string,"tenant_id"?: string }; Returns: Json
                           },
"set_model":
{ Args: { "enabled"?: boolean,"model": string,"provider": string,"quality"?: number,"region"?: string,"service"?: string }; Returns: Json
                           },
"set_provider":
{ Args: { "allowed_hosts"?: (string)[],"base_url"?: string,"data_policy"?: string,"enabled"?: boolean,"provider": string }; Returns: Json
                           },
"set_rate_limit":
{ Args: { "agent_id"?: string,"key_id"?: string,"max_count": number,"per_seconds"?: number,"scope": string,"tenant_id"?: string,"unit": string }; Returns: Json
                           },
"set_route":
{ Args: { "executor": string,"tenant_id"?: string,"type_pattern"?: string }; Returns: Json
                           },
"set_schedule":
{ Args: { "cron"?: string,"ends_at"?: string,"every_seconds"?: number,"grace_seconds"?: number,"jitter_seconds"?: number,"job"?: Json,"missed"?: string,"missed_limit"?: number,"name": string,"overlap"?: string,"paused"?: boolean,"starts_at"?: string,"tenant_id"?: string,"time_zone"?: string,"workflow"?: Json }; Returns: Json
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
"show_webhook_key":
{ Args: { "name": string,"rotate"?: boolean,"tenant_id"?: string }; Returns: Json
                           },
"shred_key":
{ Args: { "key_id": string,"reason": string }; Returns: Json
                           },
"signal_workflow":
{ Args: { "payload"?: Json,"signal": string,"workflow_id": string }; Returns: Json
                           },
"spend_summary":
{ Args: { "since_hours"?: number,"tenant_id"?: string }; Returns: Json
                           },
"start_jobs":
{ Args: { "jobs": Json }; Returns: {
              "job_id": number,"outcome": string
            }[]
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
"unregister_worker":
{ Args: { "worker": string }; Returns: Json
                           },
"unsubscribe":
{ Args: { "name": string,"tenant_id"?: string }; Returns: Json
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
            "artifacts": {
                  Row: {
                    "created_at": string,"fence": number,"id": string,"job_id": number | null,"kind": string,"location": string,"media_type": string,"name": string,"run_id": string,"sha256": string,"size_bytes": number,"tenant_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"fence"?: number,"id"?: string,"job_id"?: number | null,"kind": string,"location": string,"media_type": string,"name": string,"run_id": string,"sha256": string,"size_bytes": number,"tenant_id": string
                  }
                  Update: {
                    "created_at"?: string,"fence"?: number,"id"?: string,"job_id"?: number | null,"kind"?: string,"location"?: string,"media_type"?: string,"name"?: string,"run_id"?: string,"sha256"?: string,"size_bytes"?: number,"tenant_id"?: string
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
                    "audit_id": number,"decision_id": string,"folded_at": string | null,"next_audit_id": number,"only_row": boolean,"seen_audit_id": number,"seen_decision_id": string,"seen_xid": unknown
                  }
                  ComputedFields: never
                  Insert: {
                    "audit_id"?: number,"decision_id"?: string,"folded_at"?: string | null,"next_audit_id"?: number,"only_row"?: boolean,"seen_audit_id"?: number,"seen_decision_id"?: string,"seen_xid"?: unknown
                  }
                  Update: {
                    "audit_id"?: number,"decision_id"?: string,"folded_at"?: string | null,"next_audit_id"?: number,"only_row"?: boolean,"seen_audit_id"?: number,"seen_decision_id"?: string,"seen_xid"?: unknown
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
                },"executor_minutes": {
                  Row: {
                    "arrived": number,"claimed": number,"executor": string,"failed": number,"minute": string,"retried": number,"run_ms": number,"runs": number,"succeeded": number,"waits": (number)[]
                  }
                  ComputedFields: never
                  Insert: {
                    "arrived": number,"claimed": number,"executor": string,"failed": number,"minute": string,"retried": number,"run_ms": number,"runs": number,"succeeded": number,"waits": (number)[]
                  }
                  Update: {
                    "arrived"?: number,"claimed"?: number,"executor"?: string,"failed"?: number,"minute"?: string,"retried"?: number,"run_ms"?: number,"runs"?: number,"succeeded"?: number,"waits"?: (number)[]
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
                    "cause": string | null,"concurrency_key": string | null,"correlation_id": string | null,"created_at": string,"id": number,"lane_id": number,"lease_seconds": number,"max_attempts": number,"payload": NonNullable<Json>,"tenant_id": string,"traceparent": string | null,"type": string
                  }
                  ComputedFields: never
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
      referencedRelation: "lanes"
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
            } | null,"run_line": Json | null
                  }
                  ComputedFields: "enqueue_decide" | "run_line"
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
                    "expires_at": string,"job_id": number,"timed_out_at": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "expires_at": string,"job_id": number,"timed_out_at"?: string | null
                  }
                  Update: {
                    "expires_at"?: string,"job_id"?: number,"timed_out_at"?: string | null
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
                    "agent_id": string | null,"at": string,"candidates": (number)[],"choice": number,"context": NonNullable<Json>,"decision_id": string,"key_hash": string | null,"policy_id": number,"seed": number,"snapshot_id": number,"tenant_id": string,"weights": (number)[],"logged_list": {
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
                    "agent_id"?: string | null,"at": string,"candidates": (number)[],"choice": number,"context": NonNullable<Json>,"decision_id": string,"key_hash"?: string | null,"policy_id": number,"seed": number,"snapshot_id": number,"tenant_id": string,"weights": (number)[]
                  }
                  Update: {
                    "agent_id"?: string | null,"at"?: string,"candidates"?: (number)[],"choice"?: number,"context"?: NonNullable<Json>,"decision_id"?: string,"key_hash"?: string | null,"policy_id"?: number,"seed"?: number,"snapshot_id"?: number,"tenant_id"?: string,"weights"?: (number)[]
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
                    "error_rates": (number)[],"first_token_ms": (number)[],"in_flight": (number)[],"model_ids": (number)[],"published_at": string,"sha256": string,"shares": (number)[],"snapshot_id": number,"states": (number)[],"tokens_per_second": (number)[]
                  }
                  ComputedFields: never
                  Insert: {
                    "error_rates": (number)[],"first_token_ms": (number)[],"in_flight": (number)[],"model_ids": (number)[],"published_at": string,"sha256": string,"shares": (number)[],"snapshot_id"?: never,"states": (number)[],"tokens_per_second": (number)[]
                  }
                  Update: {
                    "error_rates"?: (number)[],"first_token_ms"?: (number)[],"in_flight"?: (number)[],"model_ids"?: (number)[],"published_at"?: string,"sha256"?: string,"shares"?: (number)[],"snapshot_id"?: never,"states"?: (number)[],"tokens_per_second"?: (number)[]
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
                    "acked_fence": number,"agent_id": string | null,"batch": (string)[] | null,"batch_end_id": number | null,"batch_end_ordinal": number | null,"batch_is_retry": boolean,"batch_size": number,"consumer": string | null,"created_at": string,"failing_since": string | null,"failures": number,"fence": number,"id": number,"key_version": number,"kind": string,"last_error": string | null,"lease_seconds": number,"leased_until": string | null,"losses": number,"max_attempts": number,"name": string,"patterns": (string)[],"pause_after_seconds": number,"pause_reason": string | null,"paused_at": string | null,"position_id": number,"position_ordinal": number,"previous_key_until": string | null,"resume_at": string | null,"retry_base_ms": number,"retry_factor": number,"retry_max_ms": number,"shown_version": number,"start_id": number,"tenant_id": string | null,"url": string | null,"subscription_summary": Json | null
                  }
                  ComputedFields: "subscription_summary"
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
            "job_states": {
                  Row: {
                    "assigned_at": string | null,"attempt": number | null,"blocked": boolean | null,"cancel_requested": boolean | null,"created_at": string,"executor": string,"fence": number | null,"finished_at": string | null,"id": string | null,"job_id": number,"lease_expires_at": string | null,"max_attempts": number | null,"parked_at": string | null,"priority": string,"run_at": string | null,"started_at": string | null,"state": string | null,"tenant_id": string,"type": string,"worker": string | null
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
                }
          }
          Functions: {
            "accept_follow_ups":
{ Args: { "at": string,"dead": (number)[] }; Returns: undefined
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
"approve_break_glass":
{ Args: { "actor": string,"break_glass_id": string }; Returns: Json
                           },
"artifacts_of":
{ Args: { "artifacts": Json }; Returns: {
              "fence": number,"job_id": number,"kind": string,"location": string,"media_type": string,"name": string,"ordinal": number,"run_id": string,"sha256": string,"size_bytes": number
            }[]
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
"backlog_depths":
{ Args: { "only_executor": string }; Returns: {
              "depth": number,"executor": string
            }[]
                           },
"base_url_problem":
{ Args: { "allowed_hosts": (string)[],"base_url": string }; Returns: string
                           },
"begin_flows":
{ Args: { "at": string,"flow_ids": (number)[] }; Returns: undefined
                           },
"bill_reservation":
{ Args: { "held": Omit<Database["cogo"]['Tables']["reservations"]['Row'], Database["cogo"]['Tables']["reservations"]['ComputedFields']>,"outcome": Omit<Database["cogo"]['Tables']["routing_outcomes"]['Row'], Database["cogo"]['Tables']["routing_outcomes"]['ComputedFields']> }; Returns: undefined
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
"budget_refusal":
{ Args: { "estimate_nano": number,"window_ids": (number)[] }; Returns: Json
                           },
"budget_summary":
{ Args: { "at": string,"budget_id": number }; Returns: Json
                           },
"bury":
{ Args: { "at": string,"ended": Json }; Returns: undefined
                           },
"caller_agent":
{ Args: Record<PropertyKey, never>; Returns: string
                           },
"caller_tenant":
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
"channel_pattern_covers":
{ Args: { "narrow": string,"wide": string }; Returns: boolean
                           },
"channel_pattern_problem":
{ Args: { "pattern": string }; Returns: string
                           },
"channel_regex":
{ Args: { "patterns": (string)[] }; Returns: string
                           },
"check_ask":
{ Args: { "ask": Json }; Returns: undefined
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
"check_holds":
{ Args: { "allowed": (string)[],"items": Json,"name": string }; Returns: undefined
                           },
"check_jobs":
{ Args: { "is_operator": boolean,"jobs": Json }; Returns: undefined
                           },
"check_message_failures":
{ Args: { "failures": Json }; Returns: undefined
                           },
"check_messages":
{ Args: { "messages": Json }; Returns: undefined
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
"claim_probe":
{ Args: { "at": string,"model_id": number }; Returns: boolean
                           },
"claim_webhooks":
{ Args: { "want": number,"worker": string }; Returns: Json
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
"count_tenants":
{ Args: Record<PropertyKey, never>; Returns: undefined
                           },
"create_policy":
{ Args: { "algorithm": string,"body": Json,"name": string,"tenant_id": string }; Returns: Json
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
{ Args: { "agent_id": string,"ask": Json,"at": string,"key_hash": string,"tenant_id": string }; Returns: Json
                           },
"decision_key":
{ Args: { "idempotency_key": string,"tenant_id": string }; Returns: string
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
"demand_leadership":
{ Args: { "at": string,"fence": number,"name": string }; Returns: boolean
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
"drop_jobs":
{ Args: { "at": string,"job_ids": (number)[] }; Returns: number
                           },
"drop_messages":
{ Args: { "at": string,"row_limit": number }; Returns: number
                           },
"drop_queue":
{ Args: { "lane_id": number }; Returns: undefined
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
"enqueue_jobs":
{ Args: { "jobs": Json }; Returns: {
              "created": boolean,"id": string,"job_id": number,"ordinal": number
            }[]
                           },
"estimate_nano":
{ Args: { "cached_tokens": number,"input_tokens": number,"output_tokens": number,"price": Omit<Database["cogo"]['Tables']["llm_prices"]['Row'], Database["cogo"]['Tables']["llm_prices"]['ComputedFields']> }; Returns: number
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
"executor_rates":
{ Args: { "at": string,"executor": string }; Returns: Record<string, unknown>
                           },
"expire_claims":
{ Args: { "at": string,"row_limit": number }; Returns: number
                           },
"expire_requests":
{ Args: { "at": string,"only_job_id": number,"row_limit": number }; Returns: number
                           },
"explain_route":
{ Args: { "decision_id": string }; Returns: Json
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
"fill_lists":
{ Args: { "snapshot_id": number }; Returns: number
                           },
"fill_template":
{ Args: { "due_at": string,"schedule_name": string,"template": Json }; Returns: Json
                           },
"find_accounts":
{ Args: { "agent_id": string,"at": string,"attempt": number,"decision_id": string,"estimate_nano": number,"tenant_id": string }; Returns: Record<string, unknown>
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
"finish_quality_run":
{ Args: { "run_id": string,"summary": Json }; Returns: Json
                           },
"fire_runs":
{ Args: { "at": string,"due_ats": (string)[],"schedule_ids": (number)[] }; Returns: number
                           },
"fire_timers":
{ Args: { "at": string,"row_limit": number }; Returns: number
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
"fold_executor_minutes":
{ Args: { "after_id": number,"at": string,"up_to": number }; Returns: undefined
                           },
"fold_key_outcomes":
{ Args: { "notes": (Database["cogo"]['Tables']["outcome_notes"]['Row'])[] }; Returns: undefined
                           },
"fold_load":
{ Args: { "tenant": string }; Returns: undefined
                           },
"fold_minutes":
{ Args: { "notes": (Database["cogo"]['Tables']["outcome_notes"]['Row'])[] }; Returns: undefined
                           },
"fold_outcomes":
{ Args: Record<PropertyKey, never>; Returns: number
                           },
"fold_refusals":
{ Args: Record<PropertyKey, never>; Returns: number
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
"forget_cron_runs":
{ Args: Record<PropertyKey, never>; Returns: number
                           },
"forget_idempotency_keys":
{ Args: { "at": string,"row_limit": number }; Returns: number
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
"gate_results_of":
{ Args: { "results": Json }; Returns: {
              "details": Json,"duration_ms": number,"fence": number,"gate": string,"job_id": number,"ordinal": number,"reason": string,"run_id": string,"verdict": string
            }[]
                           },
"gate_summary":
{ Args: { "window_days": number }; Returns: Json
                           },
"get_dead_letter":
{ Args: { "job_id": number }; Returns: Json
                           },
"get_job":
{ Args: { "job_id": number }; Returns: Json
                           },
"get_quality_run":
{ Args: { "run_id": string }; Returns: Json
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
"hold_to_bounds":
{ Args: { "first_ids": (number)[],"jobs": Json,"new_ids": (number)[],"tenant": string }; Returns: (number)[]
                           },
"host_problem":
{ Args: { "host": string }; Returns: string
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
"is_granted":
{ Args: { "action": string,"agent": string,"pattern": string,"tenant": string }; Returns: boolean
                           },
"is_leap_year":
{ Args: { "year": number }; Returns: boolean
                           },
"is_round_over":
{ Args: { "queue_name": string,"seen_xid": unknown }; Returns: boolean
                           },
"is_timestamp":
{ Args: { "value": string }; Returns: boolean
                           },
"iso_week":
{ Args: { "moment": string }; Returns: string
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
"join_key_queues":
{ Args: { "job_ids": (number)[] }; Returns: undefined
                           },
"judge_failures":
{ Args: { "at": string,"errors": (Json)[],"fences": (number)[],"job_ids": (number)[],"retry_seconds": (number)[] }; Returns: {
              "error": Json,"fence": number,"job_id": number,"next_attempt": number,"outcome": string,"retry_at": string
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
"limit_hash":
{ Args: { "name": string,"scope": string,"tenant": string }; Returns: string
                           },
"limit_of":
{ Args: { "job": Omit<Database["cogo"]['Tables']["jobs"]['Row'], Database["cogo"]['Tables']["jobs"]['ComputedFields']>,"limit_hash": string }; Returns: string
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
"list_dead_letters":
{ Args: { "only_reason": string,"only_stage": string,"only_state": string,"page": string,"row_limit": number,"since": string,"type_prefix": string }; Returns: {
              "attempt": number,"dead_at": string,"discard_reason": string,"discarded_at": string,"discarded_by": string,"job_id": number,"message": string,"next_page": string,"reason": string,"redriven_job_id": number,"stage": string,"state": string,"tenant_id": string,"type": string
            }[]
                           },
"list_decisions":
{ Args: { "agent_id": string,"before": string,"row_limit": number,"since_min": number,"tenant_id": string }; Returns: Json[]
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
"list_jobs":
{ Args: { "before_job_id": number,"only_state": string,"row_limit": number,"type_prefix": string }; Returns: {
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
"list_models":
{ Args: { "only_enabled": boolean,"only_provider": string,"only_service": string }; Returns: {
              "capabilities": (string)[],"changed_at": string,"context_tokens": number,"enabled": boolean,"family": string,"max_output_tokens": number,"model": string,"model_id": number,"price": Json,"provider": string,"quality": number,"region": string,"service": string,"source": string,"sunset_at": string
            }[]
                           },
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
"list_window":
{ Args: { "newest": number,"oldest": number,"only_state": string,"row_limit": number,"tenant": string,"type_prefix": string }; Returns: {
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
"message_schema_v1":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"message_violations":
{ Args: { "message": Json }; Returns: {
              "path": string,"problem": string
            }[]
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
"metrics_health":
{ Args: Record<PropertyKey, never>; Returns: Json
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
"note_beat":
{ Args: { "at": string,"beat_seconds": number,"device_id": number }; Returns: undefined
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
"open_windows":
{ Args: { "at": string,"subjects": (string)[] }; Returns: undefined
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
"own_decision":
{ Args: { "decision_id": string }; Returns: {
              "agent_id": string | null,
"at": string,
"candidates": (number)[],
"choice": number,
"context": NonNullable<Json>,
"decision_id": string,
"key_hash": string | null,
"policy_id": number,
"seed": number,
"snapshot_id": number,
"tenant_id": string,
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
{ Args: { "fences": (number)[] }; Returns: (number)[]
                           },
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
"push_lane":
{ Args: { "at": string,"attempts": (number)[],"job_ids": (number)[],"lane_id": number }; Returns: undefined
                           },
"push_ready":
{ Args: { "at": string,"attempts": (number)[],"job_ids": (number)[],"lane_ids": (number)[] }; Returns: undefined
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
"queue_stats":
{ Args: Record<PropertyKey, never>; Returns: {
              "backlog": number,"blocked": number,"depth": number,"executor": string,"held": number,"oldest_age_seconds": number,"parked": number,"priority": string,"queue_name": string,"waiting": number
            }[]
                           },
"raise_dead_letter_not_found":
{ Args: { "job_id": number }; Returns: undefined
                           },
"raise_floors":
{ Args: Record<PropertyKey, never>; Returns: undefined
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
"ready_heads":
{ Args: { "only_executor": string }; Returns: {
              "depth": number,"executor": string,"oldest_at": string
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
"record_gate_results":
{ Args: { "results": Json }; Returns: {
              "gate": string,"outcome": string,"run_id": string
            }[]
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
"refuse_argument":
{ Args: { "field": string,"problem": string }; Returns: undefined
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
"remove_limit":
{ Args: { "name": string,"scope": string,"tenant_id": string }; Returns: boolean
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
"request":
{ Args: { "job": Json,"timeout_seconds": number }; Returns: Json
                           },
"request_break_glass":
{ Args: { "actor": string,"break_glass_id": string,"key_id": string,"minutes": number,"reason": string }; Returns: Json
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
"retry_delay":
{ Args: { "attempt": number,"policy": Omit<Database["cogo"]['Tables']["job_types"]['Row'], Database["cogo"]['Tables']["job_types"]['ComputedFields']> }; Returns: string
                           },
"return_budget_lease":
{ Args: { "lease_id": string,"spent_nano": number,"tenant_id": string }; Returns: Json
                           },
"revive_key":
{ Args: { "key_id": string }; Returns: boolean
                           },
"revoke_key":
{ Args: { "actor": string,"key_id": string,"reason": string }; Returns: Json
                           },
"ring_doorbells":
{ Args: Record<PropertyKey, never>; Returns: number
                           },
"ring_webhooks":
{ Args: Record<PropertyKey, never>; Returns: string
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
"saga_moves_before":
{ Args: { "move": string }; Returns: (string)[]
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
"seal_audit":
{ Args: { "row_limit"?: number }; Returns: number
                           },
"select_route":
{ Args: { "cached_tokens": number,"capabilities": (string)[],"context_tokens": number,"cost_sensitivity": number,"critical": boolean,"data_policy": string,"domain_tags": (string)[],"idempotency_key": string,"intended_model": string,"max_cost_nano": number,"max_output_tokens": number,"prefix_hash": string,"region": string,"service": string,"session": string,"sla_ms": number,"tenant_id": string }; Returns: Json
                           },
"serve_default":
{ Args: { "at": string }; Returns: undefined
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
"set_paused":
{ Args: { "name": string,"paused": boolean,"reason": string,"scope": string,"tenant_id": string }; Returns: boolean
                           },
"set_provider":
{ Args: { "allowed_hosts": (string)[],"base_url": string,"data_policy": string,"enabled": boolean,"provider": string }; Returns: Json
                           },
"set_rate_limit":
{ Args: { "agent_id": string,"key_id": string,"max_count": number,"per_seconds": number,"scope": string,"tenant_id": string,"unit": string }; Returns: Json
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
"set_schedule":
{ Args: { "paused": boolean,"settings": Json,"tenant_id": string }; Returns: Json
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
"set_vault_env":
{ Args: { "env": string }; Returns: Json
                           },
"set_worker_drain":
{ Args: { "drain": boolean,"tenant_id": string,"worker": string }; Returns: Json
                           },
"set_workflow_retention":
{ Args: { "keep_seconds": number }; Returns: undefined
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
"size_class":
{ Args: { "tokens": number }; Returns: Record<string, unknown>
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
"take_in_turn":
{ Args: { "after_tenant": string,"lane_id": number,"want": number }; Returns: Record<string, unknown>
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
"tenant_load":
{ Args: { "tenant": string }; Returns: number
                           },
"tenants_parked":
{ Args: { "row_limit": number }; Returns: (string)[]
                           },
"tend_events":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"tend_keys":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"tend_money":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"tick_routes":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"tick_schedules":
{ Args: { "fence"?: number,"row_limit"?: number }; Returns: Json
                           },
"time_out_steps":
{ Args: { "at": string,"flow_ids": (number)[],"forced": (boolean)[],"steps": (number)[] }; Returns: undefined
                           },
"token_count":
{ Args: { "told": Json }; Returns: number
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
"usable_keys":
{ Args: { "at": string,"list": Omit<Database["cogo"]['Tables']["route_lists"]['Row'], Database["cogo"]['Tables']["route_lists"]['ComputedFields']>,"tenant_id": string }; Returns: Record<string, unknown>
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
"verify":
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
"verify_money":
{ Args: Record<PropertyKey, never>; Returns: {
              "invariant": string,"problem": string,"sample": Json
            }[]
                           },
"verify_places":
{ Args: { "floors": Json }; Returns: {
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
