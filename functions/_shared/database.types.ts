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
            "cancel_jobs":
{ Args: { "hard"?: boolean,"job_ids": (number)[],"reason"?: string }; Returns: {
              "job_id": number,"outcome": string
            }[]
                           },
"claim_jobs":
{ Args: { "executor"?: string,"start"?: boolean,"want"?: number,"worker": string }; Returns: {
              "attempt": number,"cause": string,"correlation_id": string,"created_at": string,"fence": number,"id": string,"job_id": number,"lease_expires_at": string,"max_attempts": number,"payload": Json,"tenant_id": string,"traceparent": string,"type": string
            }[]
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
"enqueue_job":
{ Args: { "after"?: (number)[],"cause"?: string,"correlation_id"?: string,"executor"?: string,"idempotency_key"?: string,"max_attempts"?: number,"payload"?: Json,"priority"?: string,"run_at"?: string,"tenant_id"?: string,"traceparent"?: string,"type": string }; Returns: Record<string, unknown>
                           },
"enqueue_jobs":
{ Args: { "jobs": Json }; Returns: {
              "created": boolean,"id": string,"job_id": number,"ordinal": number
            }[]
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
"get_job":
{ Args: { "job_id": number }; Returns: Json
                           },
"get_quality_run":
{ Args: { "run_id": string }; Returns: Json
                           },
"job_events":
{ Args: { "after_event_id"?: string,"job_id": number,"row_limit"?: number }; Returns: {
              "actor": Json,"cause": string,"correlation_id": string,"id": string,"payload": Json,"schema": Json,"tenant_id": string,"trace_id": string,"ts": string,"type": string,"version": string
            }[]
                           },
"list_jobs":
{ Args: { "before_job_id"?: number,"only_state"?: string,"row_limit"?: number,"type_prefix"?: string }; Returns: {
              "attempt": number,"created_at": string,"executor": string,"finished_at": string,"id": string,"job_id": number,"next_before_job_id": number,"priority": string,"state": string,"tenant_id": string,"type": string,"worker": string
            }[]
                           },
"list_quality_runs":
{ Args: { "before_run_id"?: string,"only_iso_week"?: string,"only_target"?: string,"row_limit"?: number }; Returns: {
              "created_at": string,"finished_at": string,"gates": Json,"iso_week": string,"kind": string,"next_before_run_id": string,"run_id": string,"run_number": number,"started_at": string,"target": string,"tenant_id": string,"verdict": string
            }[]
                           },
"metrics_health":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"metrics_summary":
{ Args: { "window_minutes"?: number }; Returns: Json
                           },
"metrics_totals":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"open_lanes":
{ Args: { "executor": string }; Returns: {
              "lane_id": number,"priority": string,"queue_name": string,"weight": number
            }[]
                           },
"plan_quality_run":
{ Args: { "cause"?: string,"plan": Json,"run_id": string }; Returns: Json
                           },
"quality_gate_recent":
{ Args: { "row_limit"?: number }; Returns: Json
                           },
"queue_stats":
{ Args: Record<PropertyKey, never>; Returns: {
              "blocked": number,"depth": number,"executor": string,"held": number,"oldest_age_seconds": number,"priority": string,"queue_name": string,"waiting": number
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
"redrive_dead_letters":
{ Args: { "job_ids": (number)[] }; Returns: {
              "dead_job_id": number,"job_id": number,"outcome": string
            }[]
                           },
"register_job_type":
{ Args: { "executor"?: string,"lease_seconds"?: number,"max_attempts"?: number,"payload_schema"?: Json,"retry_base_ms"?: number,"retry_factor"?: number,"retry_max_ms"?: number,"type": string }; Returns: Json
                           },
"release_jobs":
{ Args: { "jobs": Json }; Returns: {
              "job_id": number,"outcome": string
            }[]
                           },
"renew_claims":
{ Args: { "fences": (number)[] }; Returns: {
              "cancelled": (number)[],"fence": number,"lease_expires_at": string
            }[]
                           },
"schedule_weekly":
{ Args: { "dry"?: boolean,"iso_week"?: string,"run_number"?: number,"target"?: string }; Returns: Json
                           },
"start_jobs":
{ Args: { "jobs": Json }; Returns: {
              "job_id": number,"outcome": string
            }[]
                           },
"work":
{ Args: { "executor"?: string,"finished"?: Json,"renew"?: (number)[],"want"?: number,"worker": string }; Returns: Json
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
                },"claims": {
                  Row: {
                    "agent_id": string | null,"claimed_at": string,"fence": number,"lease_expires_at": string,"lease_seconds": number,"open": number,"tenant_id": string | null,"worker": string
                  }
                  ComputedFields: never
                  Insert: {
                    "agent_id"?: string | null,"claimed_at": string,"fence"?: number,"lease_expires_at": string,"lease_seconds": number,"open": number,"tenant_id"?: string | null,"worker": string
                  }
                  Update: {
                    "agent_id"?: string | null,"claimed_at"?: string,"fence"?: number,"lease_expires_at"?: string,"lease_seconds"?: number,"open"?: number,"tenant_id"?: string | null,"worker"?: string
                  }
                  Relationships: [

                  ]
                },"dead_letters": {
                  Row: {
                    "attempt": number,"dead_at": string,"error": Json | null,"job_id": number,"reason": string,"redriven_job_id": number | null,"stage": string,"tenant_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "attempt": number,"dead_at": string,"error"?: Json | null,"job_id": number,"reason": string,"redriven_job_id"?: number | null,"stage": string,"tenant_id": string
                  }
                  Update: {
                    "attempt"?: number,"dead_at"?: string,"error"?: Json | null,"job_id"?: number,"reason"?: string,"redriven_job_id"?: number | null,"stage"?: string,"tenant_id"?: string
                  }
                  Relationships: [

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
                    "attempt": number,"fence": number,"job_id": number,"started_at": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "attempt": number,"fence": number,"job_id": number,"started_at"?: string | null
                  }
                  Update: {
                    "attempt"?: number,"fence"?: number,"job_id"?: number,"started_at"?: string | null
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
                    "executor": string,"lease_seconds": number,"max_attempts": number,"payload_schema": Json | null,"retry_base_ms": number,"retry_factor": number,"retry_max_ms": number,"type": string
                  }
                  ComputedFields: never
                  Insert: {
                    "executor"?: string,"lease_seconds"?: number,"max_attempts"?: number,"payload_schema"?: Json | null,"retry_base_ms"?: number,"retry_factor"?: number,"retry_max_ms"?: number,"type": string
                  }
                  Update: {
                    "executor"?: string,"lease_seconds"?: number,"max_attempts"?: number,"payload_schema"?: Json | null,"retry_base_ms"?: number,"retry_factor"?: number,"retry_max_ms"?: number,"type"?: string
                  }
                  Relationships: [

                  ]
                },"jobs": {
                  Row: {
                    "cause": string | null,"correlation_id": string | null,"created_at": string,"id": number,"lane_id": number,"lease_seconds": number,"max_attempts": number,"payload": NonNullable<Json>,"tenant_id": string,"traceparent": string | null,"type": string
                  }
                  ComputedFields: never
                  Insert: {
                    "cause"?: string | null,"correlation_id"?: string | null,"created_at": string,"id"?: number,"lane_id": number,"lease_seconds": number,"max_attempts": number,"payload": NonNullable<Json>,"tenant_id": string,"traceparent"?: string | null,"type": string
                  }
                  Update: {
                    "cause"?: string | null,"correlation_id"?: string | null,"created_at"?: string,"id"?: number,"lane_id"?: number,"lease_seconds"?: number,"max_attempts"?: number,"payload"?: NonNullable<Json>,"tenant_id"?: string,"traceparent"?: string | null,"type"?: string
                  }
                  Relationships: [

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
                    "executor": string,"lane_id": number,"priority": string,"queue_name": string,"shard": number,"weight": number
                  }
                  ComputedFields: never
                  Insert: {
                    "executor": string,"lane_id"?: never,"priority": string,"queue_name": string,"shard"?: number,"weight": number
                  }
                  Update: {
                    "executor"?: string,"lane_id"?: never,"priority"?: string,"queue_name"?: string,"shard"?: number,"weight"?: number
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
                }
          }
          Views: {
            "job_states": {
                  Row: {
                    "assigned_at": string | null,"attempt": number | null,"blocked": boolean | null,"cancel_requested": boolean | null,"created_at": string,"executor": string,"fence": number | null,"finished_at": string | null,"id": string | null,"job_id": number,"lease_expires_at": string | null,"max_attempts": number | null,"priority": string,"run_at": string | null,"started_at": string | null,"state": string | null,"tenant_id": string,"type": string,"worker": string | null
                  }
                  ComputedFields: never
                  Relationships: [

                  ]
                }
          }
          Functions: {
            "after_close":
{ Args: { "at": string,"job_ids": (number)[] }; Returns: undefined
                           },
"after_problem":
{ Args: { "needed": Json }; Returns: string
                           },
"artifacts_of":
{ Args: { "artifacts": Json }; Returns: {
              "fence": number,"job_id": number,"kind": string,"location": string,"media_type": string,"name": string,"ordinal": number,"run_id": string,"sha256": string,"size_bytes": number
            }[]
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
"check_claim":
{ Args: { "executor": string,"want": number,"worker": string }; Returns: undefined
                           },
"check_failures":
{ Args: { "failures": Json }; Returns: undefined
                           },
"check_holds":
{ Args: { "allowed": (string)[],"items": Json,"name": string }; Returns: undefined
                           },
"check_jobs":
{ Args: { "is_operator": boolean,"jobs": Json }; Returns: undefined
                           },
"check_payloads":
{ Args: { "jobs": Json,"schemas": (Json)[],"types": (string)[] }; Returns: undefined
                           },
"check_quality_target":
{ Args: { "target": string }; Returns: undefined
                           },
"claim":
{ Args: { "name": string }; Returns: string
                           },
"claim_jobs":
{ Args: { "executor": string,"start": boolean,"want": number,"worker": string }; Returns: {
              "attempt": number,"cause": string,"correlation_id": string,"created_at": string,"fence": number,"id": string,"job_id": number,"lease_expires_at": string,"max_attempts": number,"payload": Json,"tenant_id": string,"traceparent": string,"type": string
            }[]
                           },
"close_cancelled":
{ Args: { "at": string,"only_job_ids": (number)[],"row_limit": number }; Returns: number
                           },
"close_unheld":
{ Args: { "at": string,"attempts": (number)[],"job_ids": (number)[] }; Returns: undefined
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
"default_tenant":
{ Args: Record<PropertyKey, never>; Returns: string
                           },
"end_claim_holds":
{ Args: { "at": string,"claim_fence": number,"errors": (Json)[],"job_ids": (number)[],"outcomes": (string)[],"results": (Json)[] }; Returns: {
              "attempt": number,"fence": number,"job_id": number,"outcome": string,"was_running": boolean,"worker": string
            }[]
                           },
"end_holds":
{ Args: { "at": string,"errors": (Json)[],"fences": (number)[],"job_ids": (number)[],"outcomes": (string)[],"results": (Json)[] }; Returns: {
              "attempt": number,"fence": number,"job_id": number,"outcome": string,"was_running": boolean,"worker": string
            }[]
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
"enqueue_jobs":
{ Args: { "jobs": Json }; Returns: {
              "created": boolean,"id": string,"job_id": number,"ordinal": number
            }[]
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
"expire_claims":
{ Args: { "at": string,"row_limit": number }; Returns: number
                           },
"fail_jobs":
{ Args: { "failures": Json }; Returns: {
              "job_id": number,"outcome": string,"retry_at": string
            }[]
                           },
"finish_quality_run":
{ Args: { "run_id": string,"summary": Json }; Returns: Json
                           },
"fold_events":
{ Args: Record<PropertyKey, never>; Returns: number
                           },
"follow_failures":
{ Args: { "at": string,"ended": Json,"retry_event": string }; Returns: undefined
                           },
"forget_idempotency_keys":
{ Args: { "at": string,"row_limit": number }; Returns: number
                           },
"forget_wishes":
{ Args: { "job_ids": (number)[] }; Returns: undefined
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
"get_job":
{ Args: { "job_id": number }; Returns: Json
                           },
"get_quality_run":
{ Args: { "run_id": string }; Returns: Json
                           },
"insert_jobs":
{ Args: { "at": string,"first_ids": (number)[],"has_later": boolean,"jobs": Json,"new_ids": (number)[],"tenant": string }; Returns: undefined
                           },
"insert_plain_jobs":
{ Args: { "at": string,"first_ids": (number)[],"jobs": Json,"new_ids": (number)[],"only_type": string,"tenant": string }; Returns: undefined
                           },
"install_schedules":
{ Args: Record<PropertyKey, never>; Returns: number
                           },
"is_leap_year":
{ Args: { "year": number }; Returns: boolean
                           },
"is_timestamp":
{ Args: { "value": string }; Returns: boolean
                           },
"iso_week":
{ Args: { "moment": string }; Returns: string
                           },
"job_events":
{ Args: { "after_event_id": string,"job_id": number,"row_limit": number }; Returns: {
              "actor": Json,"cause": string,"correlation_id": string,"id": string,"payload": Json,"schema": Json,"tenant_id": string,"trace_id": string,"ts": string,"type": string,"version": string
            }[]
                           },
"job_problem":
{ Args: { "is_operator": boolean,"job": Json }; Returns: string
                           },
"job_route":
{ Args: { "executor": string,"priority": string,"type": string }; Returns: Record<string, unknown>
                           },
"job_routes":
{ Args: { "jobs": Json }; Returns: Record<string, unknown>
                           },
"judge_failures":
{ Args: { "at": string,"errors": (Json)[],"fences": (number)[],"job_ids": (number)[],"retry_seconds": (number)[] }; Returns: {
              "error": Json,"fence": number,"job_id": number,"next_attempt": number,"outcome": string,"retry_at": string
            }[]
                           },
"lane_hints":
{ Args: { "executor": string }; Returns: {
              "floor_at": number,"lane_id": number,"queue_name": string,"tail": number,"weight": number
            }[]
                           },
"list_jobs":
{ Args: { "before_job_id": number,"only_state": string,"row_limit": number,"type_prefix": string }; Returns: {
              "attempt": number,"created_at": string,"executor": string,"finished_at": string,"id": string,"job_id": number,"next_before_job_id": number,"priority": string,"state": string,"tenant_id": string,"type": string,"worker": string
            }[]
                           },
"list_quality_runs":
{ Args: { "before_run_id": string,"only_iso_week": string,"only_target": string,"row_limit": number }; Returns: {
              "created_at": string,"finished_at": string,"gates": Json,"iso_week": string,"kind": string,"next_before_run_id": string,"run_id": string,"run_number": number,"started_at": string,"target": string,"tenant_id": string,"verdict": string
            }[]
                           },
"list_window":
{ Args: { "newest": number,"oldest": number,"only_state": string,"row_limit": number,"tenant": string,"type_prefix": string }; Returns: {
              "attempt": number,"created_at": string,"executor": string,"finished_at": string,"id": string,"job_id": number,"next_before_job_id": number,"priority": string,"state": string,"tenant_id": string,"type": string,"worker": string
            }[]
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
"metrics_summary":
{ Args: { "window_minutes": number }; Returns: Json
                           },
"metrics_totals":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"metrics_transitions":
{ Args: { "first_id": number,"since": string,"tenant": string }; Returns: Json
                           },
"milliseconds":
{ Args: { "began": string,"ended": string }; Returns: number
                           },
"now_":
{ Args: Record<PropertyKey, never>; Returns: string
                           },
"open_lanes":
{ Args: { "executor": string }; Returns: {
              "executor": string,
"lane_id": number,
"priority": string,
"queue_name": string,
"shard": number,
"weight": number
            }[]
                          SetofOptions: {
        from: "*"
        to: "lanes"
        isOneToOne: false
        isSetofReturn: true
      } },
"own_fences":
{ Args: { "fences": (number)[] }; Returns: (number)[]
                           },
"part_finished":
{ Args: { "finished": Json }; Returns: Record<string, unknown>
                           },
"pass_rate":
{ Args: { "decided": number,"passed": number }; Returns: number
                           },
"place_jobs":
{ Args: { "at": string,"jobs": Json,"lane_ids": (number)[],"new_ids": (number)[],"written_ids": (number)[] }; Returns: undefined
                           },
"plan_quality_run":
{ Args: { "cause": string,"plan": Json,"run_id": string }; Returns: Json
                           },
"pop_live":
{ Args: { "at": string,"executor": string,"tenant": string,"want": number }; Returns: Record<string, unknown>
                           },
"pop_ready":
{ Args: { "executor": string,"tenant": string,"want": number }; Returns: Record<string, unknown>
                           },
"promote_waiting":
{ Args: { "at": string,"row_limit": number }; Returns: number
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
              "blocked": number,"depth": number,"executor": string,"held": number,"oldest_age_seconds": number,"priority": string,"queue_name": string,"waiting": number
            }[]
                           },
"raise_floors":
{ Args: Record<PropertyKey, never>; Returns: undefined
                           },
"raise_quality_run_not_found":
{ Args: { "run_id": string }; Returns: undefined
                           },
"random_":
{ Args: Record<PropertyKey, never>; Returns: number
                           },
"ready_messages":
{ Args: Record<PropertyKey, never>; Returns: {
              "attempt": number,"job_id": number,"lane_id": number,"msg_id": number
            }[]
                           },
"record_artifacts":
{ Args: { "artifacts": Json }; Returns: {
              "id": string,"name": string,"outcome": string,"run_id": string
            }[]
                           },
"record_events":
{ Args: { "actor": string,"at": string,"fence": number,"job_ids": (number)[],"tenant": string,"types": (string)[] }; Returns: undefined
                           },
"record_gate_results":
{ Args: { "results": Json }; Returns: {
              "gate": string,"outcome": string,"run_id": string
            }[]
                           },
"redrive_dead_letters":
{ Args: { "job_ids": (number)[] }; Returns: {
              "dead_job_id": number,"job_id": number,"outcome": string
            }[]
                           },
"refuse_argument":
{ Args: { "field": string,"problem": string }; Returns: undefined
                           },
"register_job_type":
{ Args: { "executor": string,"lease_seconds": number,"max_attempts": number,"payload_schema": Json,"retry_base_ms": number,"retry_factor": number,"retry_max_ms": number,"type": string }; Returns: {
              "executor": string,
"lease_seconds": number,
"max_attempts": number,
"payload_schema": Json | null,
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
"release_jobs":
{ Args: { "jobs": Json }; Returns: {
              "job_id": number,"outcome": string
            }[]
                           },
"renew_claims":
{ Args: { "fences": (number)[] }; Returns: {
              "cancelled": (number)[],"fence": number,"lease_expires_at": string
            }[]
                           },
"require_quality_batch":
{ Args: { "batch": Json,"field": string,"known_keys": (string)[] }; Returns: undefined
                           },
"resolve_iso_week":
{ Args: { "wanted": string }; Returns: string
                           },
"resolve_job_type":
{ Args: { "type": string }; Returns: {
              "executor": string,
"lease_seconds": number,
"max_attempts": number,
"payload_schema": Json | null,
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
"retry_delay":
{ Args: { "attempt": number,"policy": Omit<Database["cogo"]['Tables']["job_types"]['Row'], Database["cogo"]['Tables']["job_types"]['ComputedFields']> }; Returns: string
                           },
"run_line":
{ Args: { "run": Omit<Database["cogo"]['Tables']["quality_runs"]['Row'], Database["cogo"]['Tables']["quality_runs"]['ComputedFields']> }; Returns: Json
                           },
"run_schedule":
{ Args: { "name": string }; Returns: undefined
                           },
"schedule_list":
{ Args: Record<PropertyKey, never>; Returns: {
              "command": string,"cron": string,"every_seconds": number,"name": string
            }[]
                           },
"schedule_weekly":
{ Args: { "dry": boolean,"iso_week": string,"run_number": number,"target": string }; Returns: Json
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
"settle_failures":
{ Args: { "at": string,"errors": (Json)[],"fences": (number)[],"job_ids": (number)[],"retry_event": string,"retry_seconds": (number)[] }; Returns: {
              "fence": number,"job_id": number,"outcome": string,"retry_at": string
            }[]
                           },
"settled_outcomes":
{ Args: { "expected": (string)[],"fences": (number)[],"job_ids": (number)[] }; Returns: {
              "job_id": number,"outcome": string
            }[]
                           },
"spread":
{ Args: { "milliseconds": (number)[] }; Returns: Json
                           },
"start_jobs":
{ Args: { "jobs": Json }; Returns: {
              "job_id": number,"outcome": string
            }[]
                           },
"state_after":
{ Args: { "type": string }; Returns: string
                           },
"survey_jobs":
{ Args: { "is_operator": boolean,"jobs": Json }; Returns: Record<string, unknown>
                           },
"sweep":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"take_keys":
{ Args: { "at": string,"job_ids": (number)[],"jobs": Json,"tenant": string }; Returns: (number)[]
                           },
"take_unheld":
{ Args: { "job_ids": (number)[] }; Returns: {
              "attempt": number,"job_id": number
            }[]
                           },
"type_patterns":
{ Args: { "type": string }; Returns: (string)[]
                           },
"uuid_v7":
{ Args: { "at": string,"tail": number }; Returns: string
                           },
"verify":
{ Args: Record<PropertyKey, never>; Returns: {
              "invariant": string,"problem": string,"sample": Json
            }[]
                           },
"verify_claims":
{ Args: Record<PropertyKey, never>; Returns: {
              "invariant": string,"problem": string,"sample": Json
            }[]
                           },
"verify_history":
{ Args: Record<PropertyKey, never>; Returns: {
              "invariant": string,"problem": string,"sample": Json
            }[]
                           },
"verify_places":
{ Args: { "floors": Json }; Returns: {
              "invariant": string,"problem": string,"sample": Json
            }[]
                           },
"wake_blocked":
{ Args: { "at": string,"row_limit": number }; Returns: number
                           },
"work":
{ Args: { "executor": string,"finished": Json,"renew": (number)[],"want": number,"worker": string }; Returns: Json
                           },
"write_lane_switch":
{ Args: Record<PropertyKey, never>; Returns: undefined
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
