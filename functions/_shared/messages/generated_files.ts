import {
  jobEventTypes,
  type JsonSchema,
  messageSchema,
  payloadSchema,
  schemaOf,
} from "./json_schemas.ts";
import { jobsNamespace } from "./job_events.ts";

/** The files that are written from the zod schemas: path from the repository's root -> content. */
export function generatedFiles(): Map<string, string> {
  const files = new Map<string, string>();
  const schemas = "docs/specs/schemas";
  files.set(`${schemas}/message_v1.json`, `${JSON.stringify(messageSchema(), null, 2)}\n`);
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
      body: cases("event_payload_schema", (type) => payloadSchema(type)),
      comment: "The JSON Schema of the payload of a job event, or null for another type.",
    }),
  );
  files.set(
    `${functions}/event_schema.sql`,
    sqlFunction({
      signature: "event_schema(type text)",
      body: cases("event_schema", (type) => schemaOf(type)),
      comment:
        `The schema part of a job event's envelope: namespace ${jobsNamespace}, name, hash; or null.`,
    }),
  );
  return files;
}

function cases(name: string, of: (type: typeof jobEventTypes[number]) => JsonSchema): string {
  const branches = new Map<string, string[]>();
  for (const type of jobEventTypes) {
    const body = `return ${quoted(of(type), 6)};`;
    branches.set(body, [...branches.get(body) ?? [], `'${type}'`]);
  }
  const lines = [...branches].map(([body, types]) =>
    `    when ${types.join(", ")} then\n      ${body}`
  );
  return `  case ${name}.type\n${lines.join("\n")}\n    else\n      return null;\n  end case;`;
}

function sqlFunction(part: { signature: string; body: string; comment: string }): string {
  const bare = part.signature.replace(/\w+ text/, "text");
  return `-- Written by npm run build:schemas from functions/_shared/messages. Do not edit.
create function cogo.${part.signature}
returns jsonb
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

/** JSON on as few lines of at most 118 columns as it fits into; `used` columns are taken before it. */
function laidOut(value: unknown, indent: number, used: number): string {
  const flat = spaced(value);
  if (used + flat.length <= 112 || typeof value !== "object" || value === null) return flat;
  const inner = " ".repeat(indent + 2);
  if (Array.isArray(value) && value.every((part) => typeof part !== "object")) {
    return filled(value.map(spaced), indent);
  }
  const parts = Array.isArray(value)
    ? value.map((part) => laidOut(part, indent + 2, indent + 2))
    : Object.entries(value).map(([key, part]) => {
      const start = `${JSON.stringify(key)}: `;
      return start + laidOut(part, indent + 2, indent + 2 + start.length);
    });
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return `${open}\n${inner}${parts.join(`,\n${inner}`)}\n${" ".repeat(indent)}${close}`;
}

function filled(words: string[], indent: number): string {
  const lines = [" ".repeat(indent + 1)];
  for (const [place, word] of words.entries()) {
    if (lines.at(-1)!.length + word.length > 112) lines.push(" ".repeat(indent + 1));
    lines[lines.length - 1] += ` ${word}${place < words.length - 1 ? "," : ""}`;
  }
  return `[\n${lines.join("\n")}\n${" ".repeat(indent)}]`;
}

function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const parts = Object.entries(value).map(([key, part]) =>
    `${JSON.stringify(key)}: ${spaced(part)}`
  );
  return `{${parts.join(", ")}}`;
}
