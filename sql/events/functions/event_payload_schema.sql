-- Written by npm run build:schemas from functions/_shared/messages. Do not edit.
create function cogo.event_payload_schema(type text)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  case event_payload_schema.type
    when 'job_enqueued' then
      return '{
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": {
          "job_id": {
            "type": "integer",
            "minimum": 1,
            "maximum": 9007199254740991,
            "description": "The job that took this transition."
          }
        },
        "required": ["job_id"],
        "additionalProperties": {},
        "title": "cogo.jobs job_enqueued"
      }'::jsonb;
    when 'job_claimed' then
      return '{
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": {
          "job_id": {
            "type": "integer",
            "minimum": 1,
            "maximum": 9007199254740991,
            "description": "The job that took this transition."
          },
          "fence": {
            "type": "integer",
            "minimum": 1,
            "maximum": 9007199254740991,
            "description": "The claim it was held under: monotonic, never reused."
          }
        },
        "required": ["job_id", "fence"],
        "additionalProperties": {},
        "title": "cogo.jobs job_claimed"
      }'::jsonb;
    when 'job_started' then
      return '{
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": {
          "job_id": {
            "type": "integer",
            "minimum": 1,
            "maximum": 9007199254740991,
            "description": "The job that took this transition."
          },
          "fence": {
            "type": "integer",
            "minimum": 1,
            "maximum": 9007199254740991,
            "description": "The claim it was held under: monotonic, never reused."
          }
        },
        "required": ["job_id", "fence"],
        "additionalProperties": {},
        "title": "cogo.jobs job_started"
      }'::jsonb;
    when 'job_lease_renewed' then
      return '{
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": {
          "job_id": {
            "type": "integer",
            "minimum": 1,
            "maximum": 9007199254740991,
            "description": "The job that took this transition."
          },
          "fence": {
            "type": "integer",
            "minimum": 1,
            "maximum": 9007199254740991,
            "description": "The claim it was held under: monotonic, never reused."
          },
          "lease_expires_at": {"type": "string", "format": "date-time", "description": "The lease''s new end."}
        },
        "required": ["job_id", "fence", "lease_expires_at"],
        "additionalProperties": {},
        "title": "cogo.jobs job_lease_renewed"
      }'::jsonb;
    when 'job_heartbeat' then
      return '{
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": {
          "job_id": {
            "type": "integer",
            "minimum": 1,
            "maximum": 9007199254740991,
            "description": "The job that took this transition."
          },
          "fence": {
            "type": "integer",
            "minimum": 1,
            "maximum": 9007199254740991,
            "description": "The claim it was held under: monotonic, never reused."
          },
          "lease_expires_at": {"type": "string", "format": "date-time", "description": "The lease''s new end."}
        },
        "required": ["job_id", "fence", "lease_expires_at"],
        "additionalProperties": {},
        "title": "cogo.jobs job_heartbeat"
      }'::jsonb;
    when 'job_succeeded' then
      return '{
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": {
          "job_id": {
            "type": "integer",
            "minimum": 1,
            "maximum": 9007199254740991,
            "description": "The job that took this transition."
          },
          "fence": {
            "type": "integer",
            "minimum": 1,
            "maximum": 9007199254740991,
            "description": "The claim it was held under: monotonic, never reused."
          }
        },
        "required": ["job_id", "fence"],
        "additionalProperties": {},
        "title": "cogo.jobs job_succeeded"
      }'::jsonb;
    when 'job_failed' then
      return '{
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": {
          "job_id": {
            "type": "integer",
            "minimum": 1,
            "maximum": 9007199254740991,
            "description": "The job that took this transition."
          },
          "fence": {
            "description": "The claim it was held under; absent if none.",
            "anyOf": [{"type": "integer", "minimum": 1, "maximum": 9007199254740991}, {"type": "null"}]
          },
          "error": {
            "description": "What went wrong, as the worker said.",
            "anyOf": [{"type": "object", "properties": {}, "additionalProperties": {}}, {"type": "null"}]
          }
        },
        "required": ["job_id"],
        "additionalProperties": {},
        "title": "cogo.jobs job_failed"
      }'::jsonb;
    when 'job_retried' then
      return '{
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": {
          "job_id": {
            "type": "integer",
            "minimum": 1,
            "maximum": 9007199254740991,
            "description": "The job that took this transition."
          },
          "fence": {
            "description": "The claim it was held under; absent if none.",
            "anyOf": [{"type": "integer", "minimum": 1, "maximum": 9007199254740991}, {"type": "null"}]
          },
          "error": {
            "description": "What went wrong, as the worker said.",
            "anyOf": [{"type": "object", "properties": {}, "additionalProperties": {}}, {"type": "null"}]
          },
          "retry_at": {
            "description": "Not before this moment.",
            "anyOf": [{"type": "string", "format": "date-time"}, {"type": "null"}]
          }
        },
        "required": ["job_id"],
        "additionalProperties": {},
        "title": "cogo.jobs job_retried"
      }'::jsonb;
    when 'job_released' then
      return '{
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": {
          "job_id": {
            "type": "integer",
            "minimum": 1,
            "maximum": 9007199254740991,
            "description": "The job that took this transition."
          },
          "fence": {
            "type": "integer",
            "minimum": 1,
            "maximum": 9007199254740991,
            "description": "The claim it was held under: monotonic, never reused."
          }
        },
        "required": ["job_id", "fence"],
        "additionalProperties": {},
        "title": "cogo.jobs job_released"
      }'::jsonb;
    when 'job_lease_expired' then
      return '{
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": {
          "job_id": {
            "type": "integer",
            "minimum": 1,
            "maximum": 9007199254740991,
            "description": "The job that took this transition."
          },
          "fence": {
            "type": "integer",
            "minimum": 1,
            "maximum": 9007199254740991,
            "description": "The claim it was held under: monotonic, never reused."
          }
        },
        "required": ["job_id", "fence"],
        "additionalProperties": {},
        "title": "cogo.jobs job_lease_expired"
      }'::jsonb;
    when 'job_cancelled' then
      return '{
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": {
          "job_id": {
            "type": "integer",
            "minimum": 1,
            "maximum": 9007199254740991,
            "description": "The job that took this transition."
          },
          "fence": {
            "description": "The claim it was held under; absent if none.",
            "anyOf": [{"type": "integer", "minimum": 1, "maximum": 9007199254740991}, {"type": "null"}]
          },
          "error": {
            "description": "What went wrong, as the worker said.",
            "anyOf": [{"type": "object", "properties": {}, "additionalProperties": {}}, {"type": "null"}]
          },
          "reason": {
            "description": "Why, in the caller''s words.",
            "anyOf": [{"type": "string", "maxLength": 1000}, {"type": "null"}]
          }
        },
        "required": ["job_id"],
        "additionalProperties": {},
        "title": "cogo.jobs job_cancelled"
      }'::jsonb;
    when 'job_dead_lettered' then
      return '{
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": {
          "job_id": {
            "type": "integer",
            "minimum": 1,
            "maximum": 9007199254740991,
            "description": "The job that took this transition."
          },
          "fence": {
            "description": "The claim it was held under; absent if none.",
            "anyOf": [{"type": "integer", "minimum": 1, "maximum": 9007199254740991}, {"type": "null"}]
          },
          "error": {
            "description": "What went wrong, as the worker said.",
            "anyOf": [{"type": "object", "properties": {}, "additionalProperties": {}}, {"type": "null"}]
          },
          "stage": {"type": "string", "enum": ["input", "fetch", "exec", "output", "commit"]},
          "reason": {
            "type": "string",
            "enum": [
              "parse_error",
              "validation_failed",
              "dependency_unavailable",
              "timeout",
              "exhausted_retries",
              "policy_violation",
              "infrastructure_failure",
              "compensation_failed"
            ]
          }
        },
        "required": ["job_id"],
        "additionalProperties": {},
        "title": "cogo.jobs job_dead_lettered"
      }'::jsonb;
    when 'job_compensated' then
      return '{
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": {
          "job_id": {
            "type": "integer",
            "minimum": 1,
            "maximum": 9007199254740991,
            "description": "The job that took this transition."
          },
          "compensated_job_id": {
            "description": "The job whose effects were undone.",
            "type": "integer",
            "minimum": 1,
            "maximum": 9007199254740991
          }
        },
        "required": ["job_id"],
        "additionalProperties": {},
        "title": "cogo.jobs job_compensated"
      }'::jsonb;
    else
      return null;
  end case;
end;
$$;

comment on function cogo.event_payload_schema(text) is
  'The JSON Schema of the payload of a job event, or null for another type.';

revoke execute on function cogo.event_payload_schema(text) from public;
