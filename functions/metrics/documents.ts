import { z } from "zod";

/** Percentiles of times in milliseconds; null where nothing was measured. */
export const spread = z.object({
  p50: z.number().nullable(),
  p90: z.number().nullable(),
  p95: z.number().nullable(),
  p99: z.number().nullable(),
});
export type Spread = z.infer<typeof spread>;

const labels = z.record(z.string(), z.string());

/** What the RPC metrics_gauges answers. */
export const gaugesDocument = z.object({
  at: z.string(),
  sampled_at: z.string().nullable(),
  samples: z.array(z.object({
    name: z.string(),
    labels,
    value: z.number(),
    is_capped: z.boolean(),
  })),
  times: z.array(z.object({
    name: z.string(),
    labels,
    /** All times together, in milliseconds. */
    ms: z.number(),
    /** How many were within each limit of cogo.time_place and not within the one before. */
    buckets: z.array(z.number()),
  })),
  failure_ratio: z.number().nullable(),
  gates: z.array(z.object({
    gate: z.string(),
    passed: z.number(),
    failed: z.number(),
    error: z.number(),
    skipped: z.number(),
    duration_ms: spread,
  })),
  /** How many alerts fire, silenced ones apart; see docs/guides/alerts.md. */
  alerts: z.array(z.object({ slo: z.string(), severity: z.string(), firing: z.number() }))
    .default([]),
  alerts_evaluated_at: z.string().nullable().default(null),
});
export type GaugesDocument = z.infer<typeof gaugesDocument>;

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
  counters: z.array(z.object({ name: z.string(), labels, total: z.number() })),
  routing: routingGauges,
});
export type TotalsDocument = z.infer<typeof totalsDocument>;
