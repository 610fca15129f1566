import type { ErrorCode } from "../platform/errors.ts";
import { json, meaningsOf, ref, refusalsOf } from "../platform/openapi.ts";

const asking: readonly ErrorCode[] = [
  "bad_argument",
  "missing_key",
  "invalid_token",
  "invalid_credential",
  "not_an_agent",
  "agent_revoked",
  "insufficient_scope",
];
/** What may be refused. */
export const failing: readonly ErrorCode[] = ["internal", "database_unreachable"];
/** What may be refused. */
export const submitting: readonly ErrorCode[] = [
  ...asking,
  "budget_exceeded",
  "idempotency_conflict",
  "lane_closed",
  "subscription_exists",
  "body_timeout",
  "payload_too_large",
  "schema_mismatch",
  "rate_limited",
  "queue_full",
  "overloaded",
  ...failing,
];
/** What may be refused. */
export const seeing: readonly ErrorCode[] = [
  ...asking,
  "job_not_found",
  "rate_limited",
  ...failing,
];

/** A schema. */
export const text = { type: "string" };
/** Who may ask. */
export const security = [{ agentToken: [] }, { credential: [] }, { secretKey: [] }];
/** The answers that refuse. */
export const refusals = (words: readonly ErrorCode[]) => refusalsOf(words, meaningsOf, "Error");
/** An answer of one shape. */
export const answer = (description: string, schema: string) => ({
  description,
  content: json(ref(schema)),
});
/** A parameter; those of a path must be there. */
export const parameter = (
  name: string,
  place: string,
  description: string,
  schema: object = text,
) => ({
  name,
  in: place,
  required: place === "path",
  description,
  schema,
});
