import { z } from "zod";

/** What `POST /ingress/jobs` takes; SQL holds the payload against the schema of its type. */
export const jobRequest = z.strictObject({
  /** Such as `quality.lint`: a type that an operator registered. */
  type: z.string().min(1).max(120),
  payload: z.record(z.string(), z.unknown()).default({}),
  priority: z.enum(["urgent", "normal", "bulk"]).optional(),
  run_at: z.iso.datetime({ offset: true }).optional(),
  delay_seconds: z.number().min(0).max(315_360_000).optional(),
  /** The same key again answers the first job; the header Idempotency-Key says the same. */
  idempotency_key: z.string().min(1).max(200).optional(),
  correlation_id: z.uuid().optional(),
  /** Where the end of the job is told, signed as Standard Webhooks says. */
  callback: z.strictObject({ url: z.url().max(2000) }).optional(),
  /** For operators alone. */
  tenant_id: z.guid().optional(),
});

/** {@link jobRequest}, checked. */
export type JobRequest = z.output<typeof jobRequest>;

/** What it answers, with 202. */
export const jobAccepted = z.object({
  job_id: z.uuid(),
  /** False: the job that the key already stands for. */
  created: z.boolean(),
  status_url: z.string(),
  events_url: z.string(),
  result_url: z.string(),
  cancel_url: z.string(),
  /** The webhook that sends the callback; POST to secret_url shows its secret, once. */
  callback: z.object({ webhook: z.string(), secret_url: z.string() }).optional(),
});

/** Where a job may stand. */
export const jobState = z.enum([
  "queued",
  "assigned",
  "running",
  "succeeded",
  "failed",
  "cancelled",
]);

/** How a job stands. */
export const jobStatus = z.object({
  job_id: z.uuid(),
  type: z.string(),
  state: jobState,
  priority: z.string(),
  attempt: z.number().int(),
  max_attempts: z.number().int(),
  created_at: z.string(),
  run_at: z.string().optional(),
  started_at: z.string().optional(),
  finished_at: z.string().optional(),
  cancel_requested: z.boolean().optional(),
  error: z.unknown().optional(),
});

/** {@link jobStatus}, checked. */
export type JobStatus = z.output<typeof jobStatus>;

/** How a job ended; null = it has not. */
export const jobResult = z.object({
  state: jobState.nullable(),
  result: z.unknown(),
  error: z.unknown(),
});

/** What a job went through. */
export const jobEvents = z.array(z.object({
  id: z.uuid(),
  type: z.string(),
  ts: z.string(),
  data: z.record(z.string(), z.unknown()),
}));

/** What a cancel did. */
export const jobCancelled = z.object({
  job_id: z.uuid(),
  outcome: z.enum(["cancelled", "cancel_requested", "already_closed"]),
});

/** What a delivery became. */
export const hookTaken = z.object({
  job_id: z.uuid().nullish(),
  created: z.boolean().optional(),
  /** No rule names its event. */
  ignored: z.boolean().optional(),
});

/** Whether nothing more will happen to a job. */
export function hasEnded(state: string): boolean {
  return state === "succeeded" || state === "failed" || state === "cancelled";
}
