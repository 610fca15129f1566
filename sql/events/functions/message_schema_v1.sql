-- Written by npm run build:schemas from functions/_shared/messages. Do not edit.
create function cogo.message_schema_v1()
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  return '{
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "properties": {
      "id": {
        "type": "string",
        "format": "uuid",
        "pattern": "^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-7[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$",
        "description": "Time-ordered id of this message (UUIDv7)."
      },
      "version": {"type": "string", "const": "1", "description": "Version of the envelope."},
      "type": {
        "type": "string",
        "maxLength": 120,
        "pattern": "^[a-z][a-z0-9_.-]*$",
        "description": "What happened or is asked, for example job_succeeded."
      },
      "ts": {"type": "string", "format": "date-time", "description": "When it happened."},
      "trace_id": {
        "anyOf": [
          {"type": "string", "allOf": [{"pattern": "^[0-9a-f]{32}$"}, {"pattern": "[1-9a-f]"}]},
          {"type": "null"}
        ],
        "description": "W3C trace id: 32 lower-case hex digits, not all zero."
      },
      "correlation_id": {
        "type": "string",
        "format": "uuid",
        "pattern": "^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})$",
        "description": "Groups all that one request caused."
      },
      "cause": {
        "anyOf": [
          {
            "type": "string",
            "format": "uuid",
            "pattern": "^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})$"
          },
          {"type": "null"}
        ],
        "description": "Id of the message or job that caused this one."
      },
      "tenant_id": {
        "type": "string",
        "format": "uuid",
        "pattern": "^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})$",
        "description": "Whose message it is."
      },
      "actor": {
        "type": "object",
        "properties": {
          "agent": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200,
            "description": "Name or id of who acts."
          },
          "role": {"type": "string", "enum": ["actor", "critic", "tool", "system"]}
        },
        "required": ["agent", "role"],
        "additionalProperties": false
      },
      "payload": {"type": "object", "properties": {}, "additionalProperties": {}, "description": "The content."},
      "schema": {
        "type": "object",
        "properties": {
          "namespace": {"type": "string", "maxLength": 120, "pattern": "^[a-z][a-z0-9_.-]*$"},
          "name": {"type": "string", "maxLength": 120, "pattern": "^[a-z][a-z0-9_.-]*$"},
          "hash": {
            "type": "string",
            "pattern": "^[0-9a-f]{64}$",
            "description": "SHA-256 of the payload''s JSON Schema in canonical form."
          }
        },
        "required": ["namespace", "name", "hash"],
        "additionalProperties": false
      },
      "traceparent": {
        "description": "W3C trace context, beside trace_id where the sender has a span.",
        "anyOf": [
          {"type": "string", "pattern": "^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$"},
          {"type": "null"}
        ]
      }
    },
    "required": [
      "id", "version", "type", "ts", "trace_id", "correlation_id", "cause", "tenant_id", "actor", "payload",
      "schema"
    ],
    "additionalProperties": false,
    "title": "MESSAGE_SCHEMA_V1"
  }'::jsonb;
end;
$$;

comment on function cogo.message_schema_v1() is
  'The JSON Schema of MESSAGE_SCHEMA_V1, as docs/specs/schemas/message_v1.json.';

revoke execute on function cogo.message_schema_v1() from public;
