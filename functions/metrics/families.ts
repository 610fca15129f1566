import type { Spread, SummaryDocument, TotalsDocument } from "./documents.ts";
import type { Family, Sample } from "./exposition.ts";

type Labels = Record<string, string>;

/** A family of type gauge. */
export const gauge = (name: string, help: string, samples: Sample[]): Family => ({
  name,
  help,
  type: "gauge",
  samples,
});

function spreadSamples(labels: Labels, { p50, p90, p95, p99 }: Spread): Sample[] {
  return Object.entries({ p50, p90, p95, p99 }).flatMap(([name, value]) =>
    value === null
      ? []
      : [{ labels: { ...labels, percentile: name.slice(1) }, value: value / 1000 }]
  );
}

function placesOf({ now }: SummaryDocument): Sample[] {
  const places = ["ready", "waiting", "blocked", "assigned", "running"] as const;
  return now.by_executor.flatMap((line) =>
    places.map((place) => ({ labels: { executor: line.executor, place }, value: line[place] }))
  );
}

function lanesOf({ now }: SummaryDocument, value: (lane: typeof now.lanes[number]) => number) {
  return now.lanes.map((lane) => ({
    labels: { executor: lane.executor, priority: lane.priority, shard: lane.shard },
    value: value(lane),
  }));
}

/** The product's series, from what the RPCs answered. Times are seconds, shares 0 to 1. */
export function familiesOf(
  summary: SummaryDocument,
  totals: TotalsDocument,
): Family[] {
  const { finished, dead_letters, gates, window } = summary;
  const span = `in the last ${window.minutes} minutes`;
  const verdicts = ["passed", "failed", "error", "skipped"] as const;
  return [
    {
      name: "cogo_job_transitions_total",
      help: "Transitions that jobs took since the beginning, by event type.",
      type: "counter",
      samples: Object.entries(totals.transitions).sort()
        .map(([type, value]) => ({ labels: { type }, value })),
    },
    gauge("cogo_jobs", "Open jobs by executor and by the place they stand in.", placesOf(summary)),
    gauge("cogo_lane_depth", "Ready jobs in each lane.", lanesOf(summary, (lane) => lane.depth)),
    gauge(
      "cogo_lane_oldest_age_seconds",
      "Age of the oldest ready job in each lane; 0 when it is empty.",
      lanesOf(summary, (lane) => lane.oldest_age_seconds ?? 0),
    ),
    gauge(
      "cogo_job_wait_seconds",
      `Time from enqueue to the first claim, of jobs finished ${span}.`,
      finished.by_executor.flatMap((line) => spreadSamples({ executor: line.name }, line.wait_ms)),
    ),
    gauge(
      "cogo_job_run_seconds",
      `Time from start to end of the last attempt, of jobs finished ${span}.`,
      finished.by_executor.flatMap((line) => spreadSamples({ executor: line.name }, line.run_ms)),
    ),
    gauge(
      "cogo_job_failure_ratio",
      `Share of jobs that failed for good, of those finished ${span}.`,
      summary.failure_rate === null ? [] : [{ value: summary.failure_rate }],
    ),
    gauge(
      "cogo_dead_letters",
      `Jobs that became dead letters ${span}, by stage and reason.`,
      dead_letters.by_reason.map(({ stage, reason, count }) => ({
        labels: { stage, reason },
        value: count,
      })),
    ),
    gauge(
      "cogo_gate_results",
      "Gate results of the last 30 days by verdict.",
      gates.by_gate.flatMap((line) =>
        verdicts.map((verdict) => ({
          labels: { gate: line.gate, verdict },
          value: line[verdict],
        }))
      ),
    ),
    gauge(
      "cogo_gate_duration_seconds",
      "Wall time of each gate's tool over the last 30 days.",
      gates.by_gate.flatMap((line) => spreadSamples({ gate: line.gate }, line.duration_ms)),
    ),
    gauge(
      "cogo_health",
      "1 when a check holds, 0 when it does not.",
      summary.health.checks.map(({ name, is_healthy }) => ({
        labels: { check: name },
        value: Number(is_healthy),
      })),
    ),
    gauge(
      "cogo_metrics_capped",
      "1 when a reading stopped at its bound, so that it covers less than it says.",
      [
        { labels: { reading: "window" }, value: Number(window.is_capped) },
        { labels: { reading: "now" }, value: Number(summary.now.is_capped) },
      ],
    ),
  ];
}
