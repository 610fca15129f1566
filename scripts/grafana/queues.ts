import { type Board, quantile } from "./panel.ts";

const here = '{executor=~"$executor"}';

/** Lanes, leases, dead letters and schedules. */
export const queues: Board = {
  name: "queues",
  title: "COGO: queues and lanes",
  about: "Where jobs wait and for how long, leases, dead letters, the clock.",
  variables: { executor: "label_values(cogo_jobs, executor)" },
  rows: [
    {
      title: "Lanes",
      panels: [
        {
          title: "Depth",
          about: "Ready jobs by executor and priority.",
          kind: "lines",
          unit: "short",
          queries: [{
            expr: `sum by (executor, priority) (cogo_lane_depth${here})`,
            legend: "{{executor}} {{priority}}",
          }],
        },
        {
          title: "Age of the oldest ready job",
          about: "Grows while nobody claims: too few workers, or a pause.",
          kind: "lines",
          unit: "s",
          queries: [{
            expr: `max by (executor, priority) (cogo_lane_oldest_age_seconds${here})`,
            legend: "{{executor}} {{priority}}",
          }],
        },
        {
          title: "Wait p95 by executor",
          about: "From the moment a job could run to its claim.",
          kind: "lines",
          unit: "s",
          queries: [{
            expr: quantile(0.95, "cogo_job_wait_seconds", "executor", here),
            legend: "{{executor}}",
          }],
        },
        {
          title: "Run p95 by executor",
          about: "From start to end of the attempt.",
          kind: "lines",
          unit: "s",
          queries: [{
            expr: quantile(0.95, "cogo_job_run_seconds", "executor", here),
            legend: "{{executor}}",
          }],
        },
      ],
    },
    {
      title: "Leases",
      panels: [
        {
          title: "Renewals and expiries a second",
          about: "An expiry is a worker that died, froze, or was cut off; its job runs again.",
          kind: "lines",
          unit: "ops",
          queries: [
            { expr: "sum(rate(cogo_lease_renewals_total[$__rate_interval]))", legend: "renewed" },
            { expr: "sum(rate(cogo_lease_expiries_total[$__rate_interval]))", legend: "expired" },
          ],
        },
        {
          title: "Claim conflicts, since the beginning",
          about: "Jobs that two workers got at once. It must stay 0.",
          kind: "number",
          unit: "short",
          redFrom: 1,
          queries: [{ expr: "sum(cogo_claim_conflicts_total)" }],
        },
        {
          title: "Failures held back for another try",
          about: "Retries a second.",
          kind: "lines",
          unit: "ops",
          width: 8,
          queries: [{
            expr: 'sum(rate(cogo_job_transitions_total{type="job_retried"}[$__rate_interval]))',
            legend: "retried",
          }],
        },
      ],
    },
    {
      title: "Dead letters",
      panels: [
        {
          title: "By stage and reason",
          about: "Dead letters in the range shown. Redrive them from the dashboard.",
          kind: "bars",
          unit: "short",
          needs: "a dead letter",
          queries: [{
            expr: "sum by (stage, reason) (increase(cogo_dead_letters_total[$__rate_interval]))",
            legend: "{{stage}} {{reason}}",
          }],
        },
        {
          title: "Of the last minutes",
          about: "As the newest window of the engine tells it.",
          kind: "table",
          unit: "short",
          needs: "a dead letter",
          queries: [{ expr: "cogo_dead_letters > 0" }],
        },
      ],
    },
    {
      title: "Schedules",
      panels: [
        {
          title: "Lag p95",
          about: "How late runs start behind their planned time.",
          kind: "lines",
          unit: "s",
          needs: "a schedule that ran",
          queries: [{ expr: quantile(0.95, "cogo_schedule_lag_seconds"), legend: "p95" }],
        },
        {
          title: "Runs by state",
          about: "Runs a second.",
          kind: "lines",
          unit: "ops",
          needs: "a schedule that ran",
          queries: [{
            expr: "sum by (state) (rate(cogo_schedule_runs_total[$__rate_interval]))",
            legend: "{{state}}",
          }],
        },
      ],
    },
  ],
};
