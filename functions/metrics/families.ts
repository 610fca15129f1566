import { timeLimits } from "../_shared/platform/http_tally.ts";
import type { GaugesDocument, Spread, TotalsDocument } from "./documents.ts";
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

const limits = timeLimits.map((limit) => limit / 1000);

function histogram(times: GaugesDocument["times"], of: string, name: string, help: string): Family {
  const samples = times.filter((time) => time.name === of)
    .map(({ labels, ms, buckets }) => ({ labels, buckets, sum: ms / 1000 }));
  return { name, help, type: "histogram", limits, samples };
}

/** Seconds from a moment to another; infinite where it has not come. */
const ageAt = (at: string, since: string | null) =>
  since === null ? Infinity : (Date.parse(at) - Date.parse(since)) / 1000;

/** The look at how things stood (cogo.sample_gauges), and how old it is. */
function sampledFamilies({ at, sampled_at, samples }: GaugesDocument): Family[] {
  const of = (name: string) => samples.filter((sample) => sample.name === name);
  return [
    gauge("cogo_jobs", "Open jobs by executor and by the place they stand in.", of("jobs")),
    gauge("cogo_lane_depth", "Ready jobs in each lane, by tenant.", of("lane_depth")),
    gauge(
      "cogo_lane_oldest_age_seconds",
      "Age of the oldest ready job in each lane, by tenant; 0 when it is empty.",
      of("lane_age"),
    ),
    gauge("cogo_health", "1 when a check holds, 0 when it does not.", of("health")),
    gauge(
      "cogo_metrics_capped",
      "1 when a reading stopped at its bound, so that it covers less than it says.",
      [{ labels: { reading: "now" }, value: Number(samples.some((each) => each.is_capped)) }],
    ),
    gauge(
      "cogo_metrics_sample_age_seconds",
      "How long ago open jobs, lanes and health were looked at; +Inf before the first look.",
      [{ value: ageAt(at, sampled_at) }],
    ),
  ];
}

function gateFamilies({ gates }: GaugesDocument): Family[] {
  const verdicts = ["passed", "failed", "error", "skipped"] as const;
  return [
    gauge(
      "cogo_gate_results",
      "Gate results of the last 30 days by verdict.",
      gates.flatMap((line) =>
        verdicts.map((verdict) => ({
          labels: { gate: line.gate, verdict },
          value: line[verdict],
        }))
      ),
    ),
    gauge(
      "cogo_gate_duration_seconds",
      "Wall time of each gate's tool over the last 30 days.",
      gates.flatMap((line) => spreadSamples({ gate: line.gate }, line.duration_ms)),
    ),
  ];
}

/** Alerts that were judged in SQL, and how old that judgement is. */
function alertFamilies({ at, alerts, alerts_evaluated_at }: GaugesDocument): Family[] {
  return [
    gauge(
      "cogo_alerts_firing",
      "Alerts that fire and are not silenced, by SLO and severity.",
      alerts.map(({ slo, severity, firing }) => ({ labels: { slo, severity }, value: firing })),
    ),
    gauge(
      "cogo_alerts_evaluated_age_seconds",
      "How long ago SLOs were judged; +Inf before the first time.",
      [{ value: ageAt(at, alerts_evaluated_at) }],
    ),
  ];
}

/** The series of the engine and of functions, from what the RPCs answered. Times are seconds. */
export function familiesOf(gauges: GaugesDocument, totals: TotalsDocument): Family[] {
  const { times, failure_ratio } = gauges;
  return [
    {
      name: "cogo_job_transitions_total",
      help: "Transitions that jobs took since the beginning, by event type.",
      type: "counter",
      samples: Object.entries(totals.transitions).sort()
        .map(([type, value]) => ({ labels: { type }, value })),
    },
    ...sampledFamilies(gauges),
    histogram(times, "wait", "cogo_job_wait_seconds", "Time from ready to the first claim."),
    histogram(times, "run", "cogo_job_run_seconds", "Time from start to end of each attempt."),
    histogram(
      times,
      "http",
      "cogo_http_request_duration_seconds",
      "Time to the answer of each function, by route pattern and status.",
    ),
    histogram(
      times,
      "schedule_lag",
      "cogo_schedule_lag_seconds",
      "How long after its planned time a run of a schedule started.",
    ),
    gauge(
      "cogo_job_failure_ratio",
      "Share of jobs that failed for good, of those that ended in the last 5 minutes.",
      failure_ratio === null ? [] : [{ value: failure_ratio }],
    ),
    ...gateFamilies(gauges),
    ...alertFamilies(gauges),
  ];
}
