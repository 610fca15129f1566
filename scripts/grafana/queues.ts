import { bars, type Board, lines, number, quantile, table } from "./panel.ts";

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
        lines("Depth", "short", "Ready jobs by executor and priority.", {
          queries: [{
            expr: `sum by (executor, priority) (cogo_lane_depth${here})`,
            legend: "{{executor}} {{priority}}",
          }],
        }),
        lines(
          "Age of the oldest ready job",
          "s",
          "Grows while nobody claims: too few workers, or a pause.",
          {
            queries: [{
              expr: `max by (executor, priority) (cogo_lane_oldest_age_seconds${here})`,
              legend: "{{executor}} {{priority}}",
            }],
          },
        ),
        lines("Wait p95 by executor", "s", "From the moment a job could run to its claim.", {
          queries: [{
            expr: quantile(0.95, "cogo_job_wait_seconds", "executor", here),
            legend: "{{executor}}",
          }],
        }),
        lines("Run p95 by executor", "s", "From start to end of the attempt.", {
          queries: [{
            expr: quantile(0.95, "cogo_job_run_seconds", "executor", here),
            legend: "{{executor}}",
          }],
        }),
      ],
    },
    {
      title: "Leases",
      panels: [
        lines(
          "Renewals and expiries a second",
          "ops",
          "An expiry is a worker that died, froze, or was cut off; its job runs again.",
          {
            queries: [
              { expr: "sum(rate(cogo_lease_renewals_total[$__rate_interval]))", legend: "renewed" },
              { expr: "sum(rate(cogo_lease_expiries_total[$__rate_interval]))", legend: "expired" },
            ],
          },
        ),
        number(
          "Claim conflicts, since the beginning",
          "short",
          "Jobs that two workers got at once. It must stay 0.",
          { redFrom: 1, queries: [{ expr: "sum(cogo_claim_conflicts_total)" }] },
        ),
        lines("Failures held back for another try", "ops", "Retries a second.", {
          width: 8,
          queries: [{
            expr: 'sum(rate(cogo_job_transitions_total{type="job_retried"}[$__rate_interval]))',
            legend: "retried",
          }],
        }),
      ],
    },
    {
      title: "Dead letters",
      panels: [
        bars(
          "By stage and reason",
          "short",
          "Dead letters in the range shown. Redrive them from the dashboard.",
          {
            needs: "a dead letter",
            queries: [{
              expr: "sum by (stage, reason) (increase(cogo_dead_letters_total[$__rate_interval]))",
              legend: "{{stage}} {{reason}}",
            }],
          },
        ),
        table("Of the last day", "short", "Dead letters of 24 hours by stage and reason.", {
          needs: "a dead letter",
          queries: [{
            expr: "sum by (stage, reason) (increase(cogo_dead_letters_total[24h])) > 0",
          }],
        }),
      ],
    },
    {
      title: "Schedules",
      panels: [
        lines("Lag p95", "s", "How late runs start behind their planned time.", {
          needs: "a schedule that ran",
          queries: [{ expr: quantile(0.95, "cogo_schedule_lag_seconds"), legend: "p95" }],
        }),
        lines("Runs by state", "ops", "Runs a second.", {
          needs: "a schedule that ran",
          queries: [{
            expr: "sum by (state) (rate(cogo_schedule_runs_total[$__rate_interval]))",
            legend: "{{state}}",
          }],
        }),
        number("Age of sampled figures", "s", "Depths and places are looked at by a schedule.", {
          redFrom: 60,
          queries: [{ expr: "cogo_metrics_sample_age_seconds" }],
        }),
      ],
    },
  ],
};
