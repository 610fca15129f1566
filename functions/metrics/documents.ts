import { z } from "zod";

/** Count, mean and percentiles of times in milliseconds; null where nothing was measured. */
export const spread = z.object({
  count: z.number(),
  avg: z.number().nullable(),
  p50: z.number().nullable(),
  p90: z.number().nullable(),
  p95: z.number().nullable(),
  p99: z.number().nullable(),
  max: z.number().nullable(),
});
export type Spread = z.infer<typeof spread>;

const finishedLine = z.object({
  name: z.string(),
  succeeded: z.number(),
  failed: z.number(),
  cancelled: z.number(),
  wait_ms: spread,
  run_ms: spread,
});

/** What `/health` answers, and `/summary` under `health`. */
const healthDocument = z.object({
  is_healthy: z.boolean(),
  checks: z.array(z.object({ name: z.string(), is_healthy: z.boolean(), says: z.string() })),
});

/** What `/summary` answers, as far as `/prometheus` needs it. */
export const summaryDocument = z.object({
  health: healthDocument,
  window: z.object({ minutes: z.number(), is_capped: z.boolean() }),
  now: z.object({
    is_capped: z.boolean(),
    by_executor: z.array(z.object({
      executor: z.string(),
      ready: z.number(),
      waiting: z.number(),
      blocked: z.number(),
      assigned: z.number(),
      running: z.number(),
    })),
    lanes: z.array(z.object({
      executor: z.string(),
      priority: z.string(),
      shard: z.number(),
      depth: z.number(),
      oldest_age_seconds: z.number().nullable(),
    })),
  }),
  failure_rate: z.number().nullable(),
  finished: z.object({ by_executor: z.array(finishedLine) }),
  dead_letters: z.object({
    by_reason: z.array(z.object({ stage: z.string(), reason: z.string(), count: z.number() })),
  }),
  gates: z.object({
    by_gate: z.array(z.object({
      gate: z.string(),
      passed: z.number(),
      failed: z.number(),
      error: z.number(),
      skipped: z.number(),
      duration_ms: spread,
    })),
  }),
});
export type SummaryDocument = z.infer<typeof summaryDocument>;

/** What of routing, keys and money is so now, in metrics_totals. */
const routingGauges = z.object({
  reservation_age_seconds: z.number(),
  reservation_overdue_seconds: z.number(),
  overspend_nano: z.number(),
  debt_nano: z.number(),
  models: z.array(z.object({
    provider: z.string(),
    model: z.string(),
    region: z.string(),
    service: z.string(),
    state: z.enum(["closed", "open", "half_open"]),
    error_rate: z.number(),
    first_token_ms: z.number().nullable(),
  })),
  key_alerts: z.record(z.string(), z.number()),
});

/** What the RPC metrics_totals answers. */
export const totalsDocument = z.object({
  transitions: z.record(z.string(), z.number()),
  counters: z.array(z.object({
    name: z.string(),
    labels: z.record(z.string(), z.string()),
    total: z.number(),
  })),
  routing: routingGauges,
});
export type TotalsDocument = z.infer<typeof totalsDocument>;
