import { z } from "zod";
import { anyUuid, instant, text } from "./texts.ts";

/** Who may stand in `actor.role`. */
export const actorRoles = ["actor", "critic", "tool", "system"] as const;

const name = z.string().regex(/^[a-z][a-z0-9_.-]*$/).max(120);

/**
 * The envelope of every message, MESSAGE_SCHEMA_V1: who said what to whom, when and because of
 * what. Closed: a new field is a new version. Sizes are code points; times are RFC 3339.
 */
export const messageV1 = z.strictObject({
  id: z.uuidv7().describe("Time-ordered id of this message (UUIDv7)."),
  version: z.literal("1").describe("Version of the envelope."),
  type: name.describe("What happened or is asked, for example job_succeeded."),
  ts: instant().describe("When it happened."),
  trace_id: z.string().regex(/^[0-9a-f]{32}$/).regex(/[1-9a-f]/).nullable()
    .describe("W3C trace id: 32 lower-case hex digits, not all zero."),
  correlation_id: anyUuid().describe("Groups all that one request caused."),
  cause: anyUuid().nullable().describe("Id of the message or job that caused this one."),
  tenant_id: anyUuid().describe("Whose message it is."),
  actor: z.strictObject({
    agent: text({ min: 1, max: 200 }).describe("Name or id of who acts."),
    role: z.enum(actorRoles),
  }),
  payload: z.looseObject({}).describe("The content."),
  schema: z.strictObject({
    namespace: name,
    name,
    hash: z.string().regex(/^[0-9a-f]{64}$/)
      .describe("SHA-256 of the payload's JSON Schema in canonical form."),
  }),
  traceparent: z.string().regex(/^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/).nullable()
    .optional().describe("W3C trace context, beside trace_id where the sender has a span."),
});

/** A message as {@link messageV1} has checked it. */
export type MessageV1 = z.output<typeof messageV1>;
