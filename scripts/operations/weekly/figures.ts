import { z } from "zod";

const number = z.number().nullish();
const spread = z.object({ count: number, p50: number, p90: number }).nullish();

/** What of `metrics_summary` the report tells. */
export const summarySchema = z.object({
  window: z.object({ since: z.string(), is_capped: z.boolean() }),
  transitions: z.record(z.string(), z.number()).default({}),
  failure_rate: number,
  finished: z.object({ wait_ms: spread, run_ms: spread }),
  dead_letters: z.object({
    count: z.number(),
    not_redriven: z.number(),
    by_reason: z.array(z.object({ stage: z.string(), reason: z.string(), count: z.number() })),
  }),
  tokens: z.object({ requests: number, input: number, output: number }).nullish(),
  cost: z.object({ nano: number }).nullish(),
});

/** What of `gate_summary` the report tells. */
const gatesSchema = z.object({
  runs: z.object({
    count: z.number(),
    passed: z.number(),
    failed: z.number(),
    error: z.number(),
    pass_rate: number,
  }),
});

/** What of `metrics_routing` the report tells. */
const routingSchema = z.object({
  providers: z.array(z.object({
    provider: z.string(),
    state: z.string().nullish(),
    calls: number,
    error_rate: number,
  })),
});

const artifact = z.object({
  artifact_id: z.string().nullish(),
  name: z.string(),
  url: z.string().nullish(),
});
const side = z.object({ verdict: z.string().nullish() }).nullish();

/** What of `quality_gate_recent` the report tells. */
export const recentSchema = z.object({
  runs: z.array(z.object({
    target: z.string(),
    fixes: z.array(z.object({
      fixer: z.string(),
      gate: z.string(),
      files_changed: number,
      lines_added: number,
      lines_removed: number,
      before: side,
      after: side,
      diff: artifact.nullish(),
      artifacts: z.array(artifact).default([]),
      created_at: z.string().nullish(),
    })).default([]),
  })),
});

/** What of `list_alerts` the report tells. */
const alertsSchema = z.object({
  alerts: z.array(z.object({
    slo: z.string(),
    title: z.string().nullish(),
    severity: z.string().nullish(),
    state: z.string(),
    since: z.string().nullish(),
    message: z.string().nullish(),
  })),
});

/** Everything that the weekly report is made of. */
export interface WeeklyFigures {
  readonly summary: z.output<typeof summarySchema>;
  readonly gates: z.output<typeof gatesSchema>;
  readonly routing: z.output<typeof routingSchema>;
  readonly recent: z.output<typeof recentSchema>;
  /** Undefined where the project has no alerts. */
  readonly alerts: z.output<typeof alertsSchema> | undefined;
}

/** Reads one of the RPCs that the report needs; undefined where the project does not have it. */
export type ReadRpc = (
  rpc:
    | "metrics_summary"
    | "gate_summary"
    | "metrics_routing"
    | "quality_gate_recent"
    | "list_alerts",
  args: Readonly<Record<string, number>>,
) => Promise<unknown>;

/** Minutes of a week. */
const week = 10_080;

/**
 * Reads the figures of the last seven days.
 * @throws what `read` throws, and an error for an answer of another shape
 */
export async function readFigures(read: ReadRpc): Promise<WeeklyFigures> {
  const alerts = await read("list_alerts", {});
  return {
    summary: summarySchema.parse(await read("metrics_summary", { window_minutes: week })),
    gates: gatesSchema.parse(await read("gate_summary", { window_days: 7 })),
    routing: routingSchema.parse(await read("metrics_routing", { since_min: 60 })),
    recent: recentSchema.parse(await read("quality_gate_recent", { row_limit: 20 })),
    alerts: alerts === undefined ? undefined : alertsSchema.parse(alerts),
  };
}
