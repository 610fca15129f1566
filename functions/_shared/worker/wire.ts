import { z } from "zod";

const id = z.number().int();
const text = z.string().nullable();

/** The answer of the `work` RPC. `now`, where the engine tells it, corrects the local clock. */
export const workAnswer = z.object({
  finished: z.array(z.object({
    job_id: id,
    outcome: z.string(),
    retry_at: text.optional(),
    /** Why a result was not taken: it breaks the type's result_schema. */
    error: z.looseObject({ message: z.string() }).optional(),
  })).default([]),
  renewed: z.array(z.object({
    fence: id,
    lease_expires_at: text,
    cancelled: z.array(id).nullable().optional(),
  })).default([]),
  jobs: z.array(z.object({
    job_id: id,
    fence: id,
    attempt: id,
    max_attempts: id,
    type: z.string(),
    payload: z.record(z.string(), z.unknown()),
    tenant_id: z.string(),
    id: z.string(),
    correlation_id: text,
    cause: text,
    traceparent: text,
    created_at: z.string(),
    lease_expires_at: z.string(),
  })).default([]),
  /** Of those of the jobs for whose reply somebody waits. */
  requests: z.array(z.object({ job_id: id, expires_at: z.string(), asked_by: text })).default([]),
  now: z.string().optional(),
  /** Told to a registered worker in a turn without jobs: whether it is to drain. */
  drain: z.boolean().optional(),
});

/** {@link workAnswer}, checked. */
export type WorkAnswer = z.output<typeof workAnswer>;

/** A job in the answer of `work`, with the end of its lease. */
export type ClaimedJob = WorkAnswer["jobs"][number];

/** What a registered worker is told when it registers and at each beat. */
export const workerOrders = z.object({ drain: z.boolean(), beat_seconds: z.number() });

/** The rows that `enqueue_jobs` answers. */
export const enqueueAnswer = z.array(z.object({
  ordinal: id.optional(),
  job_id: id,
  id: z.string(),
  created: z.boolean(),
}));

/** What the function `artifacts` answers to an upload. */
export const keptArtifact = z.object({
  artifact_id: z.string(),
  sha256: z.string(),
  size_bytes: id,
  url: z.string(),
  outcome: z.enum(["created", "unchanged", "replaced"]),
});
