import { type Board, quantiles } from "./panel.ts";

const transition = (type: string) =>
  `sum(rate(cogo_job_transitions_total{type="${type}"}[$__rate_interval]))`;

/** What an operator leaves open all day. */
export const overview: Board = {
  name: "overview",
  title: "COGO: overview",
  about: "Is the engine healthy, is work flowing, how long does it take, what fails?",
  variables: {},
  rows: [
    {
      title: "Now",
      panels: [
        {
          title: "Health",
          about: "1 when every check of housekeeping holds. The table of checks is below.",
          kind: "number",
          unit: "short",
          redBelow: 1,
          queries: [{ expr: "min(cogo_health)" }],
        },
        {
          title: "Ready",
          about: "Jobs that a worker could take now.",
          kind: "number",
          unit: "short",
          queries: [{ expr: 'sum(cogo_jobs{place="ready"})' }],
        },
        {
          title: "Held",
          about: "Jobs that workers hold: assigned or running.",
          kind: "number",
          unit: "short",
          queries: [{ expr: 'sum(cogo_jobs{place=~"assigned|running"})' }],
        },
        {
          title: "Oldest ready job",
          about: "Age of the job that has waited longest in any lane.",
          kind: "number",
          unit: "s",
          redFrom: 300,
          queries: [{ expr: "max(cogo_lane_oldest_age_seconds)" }],
        },
        {
          title: "Failure rate",
          about: "Share of finished jobs that failed for good. The gate allows 5 %.",
          kind: "number",
          unit: "percentunit",
          redFrom: 0.05,
          queries: [{ expr: "cogo_job_failure_ratio" }],
        },
        {
          title: "Dead letters, 24 h",
          about: "Jobs given up on in the last day; each has a stage and a reason.",
          kind: "number",
          unit: "short",
          redFrom: 1,
          queries: [{
            expr:
              '(sum(increase(cogo_job_transitions_total{type="job_dead_lettered"}[24h])) or vector(0))',
          }],
        },
      ],
    },
    {
      title: "Flow",
      panels: [
        {
          title: "Jobs a second",
          about: "Transitions as they are folded from the outbox, a few seconds late.",
          kind: "lines",
          unit: "ops",
          queries: [
            { expr: transition("job_enqueued"), legend: "enqueued" },
            { expr: transition("job_succeeded"), legend: "succeeded" },
            { expr: transition("job_failed"), legend: "failed" },
            { expr: transition("job_retried"), legend: "retried" },
          ],
        },
        {
          title: "Open jobs",
          about: "Where open jobs stand.",
          kind: "lines",
          unit: "short",
          queries: [{ expr: "sum by (place) (cogo_jobs)", legend: "{{place}}" }],
        },
        {
          title: "Wait",
          about: "From the moment a job could run to its claim.",
          kind: "lines",
          unit: "s",
          queries: quantiles("cogo_job_wait_seconds"),
        },
        {
          title: "Run",
          about: "From start to end of the attempt.",
          kind: "lines",
          unit: "s",
          queries: quantiles("cogo_job_run_seconds"),
        },
      ],
    },
    {
      title: "Doors",
      panels: [
        {
          title: "HTTP latency p95 by function",
          about: "Time of edge functions as they measured it themselves.",
          kind: "lines",
          unit: "s",
          needs: "functions that were called",
          queries: [{
            expr:
              "histogram_quantile(0.95, sum by (le, function) (rate(cogo_http_request_duration_seconds_bucket[$__rate_interval])))",
            legend: "{{function}}",
          }],
        },
        {
          title: "HTTP answers by status",
          about: "Answers a second. 5xx are ours.",
          kind: "lines",
          unit: "reqps",
          needs: "functions that were called",
          queries: [{
            expr:
              "sum by (status) (rate(cogo_http_request_duration_seconds_count[$__rate_interval]))",
            legend: "{{status}}",
          }],
        },
        {
          title: "Checks of housekeeping",
          about: "0 is a check that does not hold: see docs/runbook.md.",
          kind: "table",
          unit: "short",
          queries: [{ expr: "cogo_health" }],
        },
        {
          title: "Alerts that fire",
          about: "As decided in SQL (cogo.alert_gauges).",
          kind: "table",
          unit: "short",
          needs: "an alert that fires",
          queries: [{ expr: "cogo_alerts_firing > 0" }],
        },
      ],
    },
  ],
};
