import { z } from "zod";

const share = z.object({ count: z.number(), of: z.number() });

/** What the gate is judged by: a part of the answer of `gate_summary`. */
export const gateSummarySchema = z.object({
  window_days: z.number(),
  since: z.string(),
  runs: z.object({
    count: z.number(),
    open: z.number(),
    passed: z.number(),
    failed: z.number(),
    error: z.number(),
    is_capped: z.boolean(),
  }),
  operations: z.object({
    /** Jobs that failed for good, of those that ended either way. */
    failures: share,
    /** Jobs that were measured, and within which time nine in ten of them began. */
    wait: z.object({ count: z.number(), p90_ms: z.number().nullable() }),
    /** Routing decisions that ended in an answer, of those that were tried. */
    decisions: share,
  }),
});
export type GateSummary = z.infer<typeof gateSummarySchema>;
