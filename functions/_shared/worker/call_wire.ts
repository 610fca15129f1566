import { z } from "zod";

const moment = z.string().refine((text) => !Number.isNaN(Date.parse(text)), "must be a moment")
  .meta({ format: "date-time" });

/** What `request` takes: INTER_AGENT_CALLS_V1. Payloads end at 262,144 bytes of JSON. */
export const requestV1 = z.strictObject({
  type: z.string().regex(/^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)+$/).max(120)
    .describe("What is asked for: prefix.name."),
  payload: z.looseObject({}).optional().describe("Meets the type's request_schema."),
  timeout_seconds: z.number().int().min(1).max(2_592_000).optional()
    .describe("How long a reply is waited for; 60 by default."),
  idempotency_key: z.string().min(1).max(200).nullable().optional()
    .describe("Asking again with it finds the first request; for 30 days."),
  priority: z.enum(["urgent", "normal", "bulk"]).nullable().optional(),
  correlation_id: z.guid().nullable().optional()
    .describe("Groups all that one request caused; by default that of the cause, else its own id."),
  cause: z.guid().nullable().optional()
    .describe("Id of the job or message because of which it is asked. It ends no later than that."),
  traceparent: z.string().nullable().optional().describe("W3C trace context of the asker."),
  tenant_id: z.guid().nullable().optional().describe("For operators: in whose name."),
});

/** What `request` answers. */
export const askedV1 = z.object({
  request_id: z.guid(),
  job_id: z.number().int(),
  created: z.boolean().describe("false: the idempotency key found a request that was there."),
  expires_at: moment.nullable().describe("Until when a reply counts."),
});

/** Why a request has no result. */
export const failureV1 = z.looseObject({
  class: z.string().describe("transient: asking again may help; validation, permanent: it won't."),
  message: z.string(),
  stage: z.string().optional().describe("input, fetch, exec, output or commit."),
  reason: z.string().optional()
    .describe("A reason code of STATE_MACHINE_V1; timeout and cancelled say what they say."),
});

const told = {
  request_id: z.guid(),
  job_id: z.number().int(),
  expires_at: moment.nullable().describe("Null once it no longer matters, or for a plain job."),
};

/** What `get_reply` and each item of `get_replies` answers: INTER_AGENT_CALLS_V1. */
export const replyV1 = z.union([
  z.object({ ...told, state: z.literal("pending"), result: z.null(), error: z.null() }),
  z.object({ ...told, state: z.literal("replied"), result: z.json(), error: z.null() }),
  z.object({ ...told, state: z.literal("failed"), result: z.null(), error: failureV1 }),
  z.object({ ...told, state: z.literal("timed_out"), result: z.null(), error: failureV1 }),
  z.object({ job_id: z.number().int(), state: z.literal("not_found") }),
]);

/** The answer of `get_replies`. Requests that are left out did not fit: they are asked for again. */
export const repliesV1 = z.object({ now: moment, replies: z.array(replyV1).nullable() });

/** {@link askedV1}, checked. */
export type Asked = z.output<typeof askedV1>;
/** {@link replyV1}, checked. */
export type Reply = z.output<typeof replyV1>;
/** {@link failureV1}, checked. */
export type ReplyFailure = z.output<typeof failureV1>;
