import { createHash } from "node:crypto";
import { z } from "zod";
import { messageV1 } from "./envelope.ts";
import { jobEventPayloads, type JobEventType } from "./job_events.ts";

/** A JSON Schema document (2020-12) as plain JSON. */
export type JsonSchema = Record<string, unknown>;

/** The JSON Schema of the envelope, as docs/specs/schemas/message_v1.json holds it. */
export function messageSchema(): JsonSchema {
  return { ...z.toJSONSchema(messageV1), title: "MESSAGE_SCHEMA_V1" };
}

/** The JSON Schema of one job event's payload. */
export function payloadSchema(type: JobEventType): JsonSchema {
  return z.toJSONSchema(jobEventPayloads[type]);
}

/** All events of a job's life, in the order of its life. */
export const jobEventTypes = Object.keys(jobEventPayloads) as JobEventType[];

/** JSON with sorted keys and no spaces: the form that is hashed. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`)}}`;
}

/** The `schema.hash` of a payload: SHA-256 of its JSON Schema in canonical form, lower-case hex. */
export function schemaHash(schema: JsonSchema): string {
  return createHash("sha256").update(canonicalJson(schema)).digest("hex");
}
