import { z } from "zod";
import { gateNameSchema, gateVerdictSchema } from "./gates.ts";

export const runVerdictSchema = z.enum(["passed", "failed", "error"]);
export type RunVerdict = z.infer<typeof runVerdictSchema>;

export const gateResultSchema = z.object({
  gate: gateNameSchema,
  job_id: z.number().int().nullable(),
  verdict: gateVerdictSchema,
  reason: z.string().nullable(),
  duration_ms: z.number(),
  details: z.record(z.string(), z.unknown()),
});
export type GateResult = z.infer<typeof gateResultSchema>;

export const artifactSchema = z.object({
  id: z.uuid(),
  job_id: z.number().int().nullable(),
  name: z.string(),
  kind: z.enum(["log", "report", "coverage", "summary", "other"]),
  media_type: z.string(),
  size_bytes: z.number().int(),
  sha256: z.string(),
  location: z.string(),
  created_at: z.string(),
});
export type ArtifactRow = z.infer<typeof artifactSchema>;

export const runJobSchema = z.object({
  job_id: z.number().int(),
  type: z.string(),
  state: z.enum(["queued", "assigned", "running", "succeeded", "failed", "cancelled"]),
});

/** Answer of the RPC `get_quality_run`. */
export const qualityRunSchema = z.object({
  run_id: z.uuid(),
  tenant_id: z.guid(),
  iso_week: z.string(),
  target: z.string(),
  run_number: z.number().int(),
  /** Null while the run is open. */
  verdict: runVerdictSchema.nullable(),
  summary: z.record(z.string(), z.unknown()),
  plan: z.unknown(),
  decide_job_id: z.number().int().nullable(),
  aggregate_job_id: z.number().int().nullable(),
  created_at: z.string(),
  started_at: z.string().nullable(),
  finished_at: z.string().nullable(),
  jobs: z.array(runJobSchema),
  gates: z.array(gateResultSchema),
  artifacts: z.array(artifactSchema),
});
export type QualityRun = z.infer<typeof qualityRunSchema>;
