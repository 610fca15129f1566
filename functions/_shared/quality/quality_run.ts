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
  kind: z.enum(["log", "report", "coverage", "summary", "diff", "eslint", "other"]),
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

/** What a fix came to: `fixed`, its gate passes and none is worse; `worse`, one is; else `not_enough`. */
export const fixResultSchema = z.enum(["fixed", "not_enough", "worse"]);

/** Gates without a fix, or with it, and the verdict that a run with them would have. */
const fixSideSchema = z.object({
  verdict: runVerdictSchema,
  gates: z.array(z.object({
    gate: gateNameSchema,
    verdict: gateVerdictSchema,
    reason: z.string().nullable(),
  })),
});

export const gateFixSchema = z.object({
  fix_id: z.uuid(),
  fixer: z.string(),
  gate: gateNameSchema,
  command: z.string(),
  result: fixResultSchema,
  files_changed: z.number().int(),
  lines_added: z.number().int(),
  lines_removed: z.number().int(),
  before: fixSideSchema,
  after: fixSideSchema,
  applies: z.boolean(),
  /** Relative to the project's address; null when the row is gone. */
  diff: z.object({ name: z.string(), url: z.string() }).nullable(),
});
export type GateFix = z.infer<typeof gateFixSchema>;

/** Answer of the RPC `get_quality_run`. */
export const qualityRunSchema = z.object({
  run_id: z.uuid(),
  tenant_id: z.guid(),
  kind: z.enum(["weekly", "gate_fix"]),
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
  fixes: z.array(gateFixSchema),
});
export type QualityRun = z.infer<typeof qualityRunSchema>;
