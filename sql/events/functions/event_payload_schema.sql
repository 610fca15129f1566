-- Written by npm run build:schemas from functions/_shared/messages. Do not edit.
create function cogo.event_payload_schema(type text)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  case event_payload_schema.type
    when 'job_enqueued' then return '{
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": {"job_id": {"type": "integer", "minimum": 1, "maximum": 9007199254740991}},
        "required": ["job_id"],
        "additionalProperties": {}
      }'::jsonb;
    when 'job_claimed', 'job_started', 'job_succeeded', 'job_released', 'job_lease_expired' then return '{
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": {
          "job_id": {"type": "integer", "minimum": 1, "maximum": 9007199254740991},
          "fence": {"type": "integer", "minimum": 1, "maximum": 9007199254740991}
        },
        "required": ["job_id", "fence"],
        "additionalProperties": {}
      }'::jsonb;
    when 'job_lease_renewed', 'job_heartbeat' then return '{
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": {
          "job_id": {"type": "integer", "minimum": 1, "maximum": 9007199254740991},
          "fence": {"type": "integer", "minimum": 1, "maximum": 9007199254740991},
          "lease_expires_at": {"type": "string", "format": "date-time"}
        },
        "required": ["job_id", "fence", "lease_expires_at"],
        "additionalProperties": {}
      }'::jsonb;
    when 'job_failed' then return '{
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": {
          "job_id": {"type": "integer", "minimum": 1, "maximum": 9007199254740991},
          "fence": {"anyOf": [{"type": "integer", "minimum": 1, "maximum": 9007199254740991}, {"type": "null"}]},
          "error": {
            "anyOf": [{"type": "object", "properties": {}, "additionalProperties": {}}, {"type": "null"}]
          }
        },
        "required": ["job_id"],
        "additionalProperties": {}
      }'::jsonb;
    when 'job_retried' then return '{
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": {
          "job_id": {"type": "integer", "minimum": 1, "maximum": 9007199254740991},
          "fence": {"anyOf": [{"type": "integer", "minimum": 1, "maximum": 9007199254740991}, {"type": "null"}]},
          "error": {
            "anyOf": [{"type": "object", "properties": {}, "additionalProperties": {}}, {"type": "null"}]
          },
          "retry_at": {"anyOf": [{"type": "string", "format": "date-time"}, {"type": "null"}]}
        },
        "required": ["job_id"],
        "additionalProperties": {}
      }'::jsonb;
    when 'job_cancelled' then return '{
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": {
          "job_id": {"type": "integer", "minimum": 1, "maximum": 9007199254740991},
          "fence": {"anyOf": [{"type": "integer", "minimum": 1, "maximum": 9007199254740991}, {"type": "null"}]},
          "error": {
            "anyOf": [{"type": "object", "properties": {}, "additionalProperties": {}}, {"type": "null"}]
          },
          "reason": {"anyOf": [{"type": "string", "maxLength": 1000}, {"type": "null"}]}
        },
        "required": ["job_id"],
        "additionalProperties": {}
      }'::jsonb;
    when 'job_dead_lettered' then return '{
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": {
          "job_id": {"type": "integer", "minimum": 1, "maximum": 9007199254740991},
          "fence": {"anyOf": [{"type": "integer", "minimum": 1, "maximum": 9007199254740991}, {"type": "null"}]},
          "error": {
            "anyOf": [{"type": "object", "properties": {}, "additionalProperties": {}}, {"type": "null"}]
          },
          "stage": {"type": "string", "enum": ["input", "fetch", "exec", "output", "commit"]},
          "reason": {
            "type": "string",
            "enum": [
              "parse_error", "validation_failed", "dependency_unavailable", "timeout", "exhausted_retries",
              "policy_violation", "infrastructure_failure", "compensation_failed"
            ]
          }
        },
        "required": ["job_id"],
        "additionalProperties": {}
      }'::jsonb;
    when 'job_compensated' then return '{
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": {
          "job_id": {"type": "integer", "minimum": 1, "maximum": 9007199254740991},
          "compensated_job_id": {"type": "integer", "minimum": 1, "maximum": 9007199254740991}
        },
        "required": ["job_id"],
        "additionalProperties": {}
      }'::jsonb;
    else
      return null;
  end case;
end;
$$;

comment on function cogo.event_payload_schema(text) is
  'The JSON Schema of the payload of a job event, or null for another type.';

revoke execute on function cogo.event_payload_schema(text) from public;
