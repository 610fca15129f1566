import { callSchemas } from "./call_schemas.ts";
import {
  jobEventTypes,
  type JsonSchema,
  messageSchema,
  payloadSchema,
  schemaHash,
} from "./json_schemas.ts";
import { laidOut } from "./json_layout.ts";
import type { JobEventType } from "./job_events.ts";

/** The files that are written from the zod schemas: path from the repository's root -> content. */
export function generatedFiles(): Map<string, string> {
  const files = new Map<string, string>();
  const schemas = "docs/specs/schemas";
  files.set(`${schemas}/message_v1.json`, `${JSON.stringify(messageSchema(), null, 2)}\n`);
  for (const [name, schema] of Object.entries(callSchemas())) {
    files.set(`${schemas}/${name}_v1.json`, `${JSON.stringify(schema, null, 2)}\n`);
  }
  for (const type of jobEventTypes) {
    files.set(`${schemas}/${type}_v1.json`, `${JSON.stringify(payloadSchema(type), null, 2)}\n`);
  }
  const functions = "sql/events/functions";
  files.set(
    `${functions}/message_schema_v1.sql`,
    sqlFunction({
      signature: "message_schema_v1()",
      body: `  return ${quoted(messageSchema(), 2)};`,
      comment: "The JSON Schema of MESSAGE_SCHEMA_V1, as docs/specs/schemas/message_v1.json.",
    }),
  );
  files.set(
    `${functions}/event_payload_schema.sql`,
    sqlFunction({
      signature: "event_payload_schema(type text)",
      body: cases("event_payload_schema", (type) => quoted(payloadSchema(type), 6)),
      comment: "The JSON Schema of the payload of a job event, or null for another type.",
    }),
  );
  files.set(
    `${functions}/event_schema_hash.sql`,
    sqlFunction({
      signature: "event_schema_hash(type text)",
      returns: "text",
      body: cases("event_schema_hash", (type) => `'${schemaHash(payloadSchema(type))}'`),
      comment: "The schema.hash of a job event's envelope: SHA-256 of its payload schema; or null.",
    }),
  );
  return files;
}

function cases(name: string, of: (type: JobEventType) => string): string {
  const branches = new Map<string, string[]>();
  for (const type of jobEventTypes) {
    const body = `return ${of(type)};`;
    branches.set(body, [...branches.get(body) ?? [], `'${type}'`]);
  }
  const lines = [...branches].map(([body, types]) =>
    `    when ${types.join(", ")} then${
      body.length > 60 && !body.includes("\n") ? "\n      " : " "
    }${body}`
  );
  return `  case ${name}.type\n${lines.join("\n")}\n    else\n      return null;\n  end case;`;
}

interface SqlFunction {
  signature: string;
  returns?: string;
  body: string;
  comment: string;
}

function sqlFunction(part: SqlFunction): string {
  const bare = part.signature.replace(/\w+ text/, "text");
  return `-- Written by npm run build:schemas from functions/_shared/messages. Do not edit.
create function cogo.${part.signature}
returns ${part.returns ?? "jsonb"}
language plpgsql
immutable
set search_path = ''
as $$
begin
${part.body}
end;
$$;

comment on function cogo.${bare} is
  '${part.comment.replaceAll("'", "''")}';

revoke execute on function cogo.${bare} from public;
`;
}

function quoted(value: JsonSchema, indent: number): string {
  return `'${laidOut(value, indent, indent + 9).replaceAll("'", "''")}'::jsonb`;
}
