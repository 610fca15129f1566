import { z } from "zod";
import { instant, text } from "./texts.ts";

/** The namespace of the payloads that the job engine itself sends. */
export const jobsNamespace = "cogo.jobs";

const number = z.int().min(1);
// job_id: who took the transition. fence: the claim it was held under, monotonic, never reused;
// null where the job was not held. error: what went wrong, as the worker said it.
const ofJob = { job_id: number };
const ofHold = {
  ...ofJob,
  fence: number,
};
const closing = {
  ...ofJob,
  fence: number.nullable().optional(),
  error: z.looseObject({}).nullable().optional(),
};
const renewal = { ...ofHold, lease_expires_at: instant() };

export const failureStages = ["input", "fetch", "exec", "output", "commit"] as const;
export const failureReasons = [
  "parse_error",
  "validation_failed",
  "dependency_unavailable",
  "timeout",
  "exhausted_retries",
  "policy_violation",
  "infrastructure_failure",
  "compensation_failed",
] as const;

/**
 * The payload of each event of a job's life. Open: a reader ignores what it does not know.
 * `job_lease_renewed` and `job_heartbeat` are reserved: the engine counts renewals, it does not
 * write a row for each; `job_compensated` belongs to flows.
 */
export const jobEventPayloads = {
  job_enqueued: z.looseObject(ofJob),
  job_claimed: z.looseObject(ofHold),
  job_started: z.looseObject(ofHold),
  job_lease_renewed: z.looseObject(renewal),
  job_heartbeat: z.looseObject(renewal),
  job_succeeded: z.looseObject(ofHold),
  job_failed: z.looseObject(closing),
  job_retried: z.looseObject({
    ...closing,
    retry_at: instant().nullable().optional(),
  }),
  job_released: z.looseObject(ofHold),
  job_lease_expired: z.looseObject(ofHold),
  job_cancelled: z.looseObject({
    ...closing,
    reason: text({ max: 1000 }).nullable().optional(),
  }),
  job_dead_lettered: z.looseObject({
    ...closing,
    stage: z.enum(failureStages).optional(),
    reason: z.enum(failureReasons).optional(),
  }),
  job_compensated: z.looseObject({
    ...ofJob,
    compensated_job_id: number.optional(),
  }),
} as const;

/** The name of an event in a job's life. */
export type JobEventType = keyof typeof jobEventPayloads;

/** Whether a text names an event of {@link jobEventPayloads}. */
export function isJobEventType(type: string): type is JobEventType {
  return Object.hasOwn(jobEventPayloads, type);
}
