import { z } from "zod";

/** The gates of a run, in the order in which they are shown. */
export const gateNames = ["lint", "check", "test"] as const;
export const gateNameSchema = z.enum(gateNames);
export type GateName = z.infer<typeof gateNameSchema>;

/** What the planner found for one gate. */
export const gatePlanSchema = z.object({
  gate: gateNameSchema,
  /** A line for /bin/sh, run in the copy of the target; null when there is nothing to run. */
  command: z.string().nullable(),
  /** Where the command comes from, or why there is none. One sentence. */
  reason: z.string(),
  /** True when the command needs the target's npm dependencies. */
  needs_dependencies: z.boolean().default(false),
  /** How coverage is measured: `v8` and `deno` by us, `own` by the target's tool, else none. */
  coverage: z.enum(["v8", "own", "none"]).default("none"),
});
export type GatePlan = z.infer<typeof gatePlanSchema>;

/** Where the files of a target come from. */
export const sourceSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("checkout"),
    path: z.string(),
    commit: z.string(),
    dirty: z.boolean(),
  }),
  z.object({ kind: z.literal("folder"), path: z.string() }),
  z.object({ kind: z.literal("git"), url: z.string(), commit: z.string() }),
]);
export type Source = z.infer<typeof sourceSchema>;

/** The plan of a run, kept in cogo.quality_runs.plan. */
export const planSchema = z.object({ source: sourceSchema, gates: z.array(gatePlanSchema) });
export type Plan = z.infer<typeof planSchema>;

export const gateVerdictSchema = z.enum(["passed", "failed", "skipped", "error"]);
export type GateVerdict = z.infer<typeof gateVerdictSchema>;

/** Counts of a test run. */
export const testCountsSchema = z.object({
  total: z.number().int(),
  passed: z.number().int(),
  failed: z.number().int(),
  skipped: z.number().int(),
});
export type TestCounts = z.infer<typeof testCountsSchema>;

/** Lines of the files that were loaded. */
export const coverageSchema = z.object({
  lines: z.number().int(),
  covered: z.number().int(),
  /** 0 to 100, one decimal. */
  percent: z.number(),
  files: z.number().int(),
});
export type CoverageSummary = z.infer<typeof coverageSchema>;
