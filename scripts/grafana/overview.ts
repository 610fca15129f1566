import { type Board, lines, number, quantiles, table } from "./panel.ts";

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
        number(
          "Health",
          "short",
          "1 when every check of housekeeping holds. The table of checks is below.",
          { redBelow: 1, queries: [{ expr: "min(cogo_health)" }] },
        ),
        number("Ready", "short", "Jobs that a worker could take now.", {
          queries: [{ expr: '(sum(cogo_jobs{place="ready"}) or vector(0))' }],
        }),
        number("Held", "short", "Jobs that workers hold: assigned or running.", {
          queries: [{ expr: '(sum(cogo_jobs{place=~"assigned|running"}) or vector(0))' }],
        }),
        number("Oldest ready job", "s", "Age of the job that has waited longest in any lane.", {
          redFrom: 300,
          queries: [{ expr: "max(cogo_lane_oldest_age_seconds)" }],
        }),
        number(
          "Failure rate",
          "percentunit",
          "Share of finished jobs that failed for good. The gate allows 5 %.",
          { redFrom: 0.05, queries: [{ expr: "cogo_job_failure_ratio" }] },
        ),
        number(
          "Dead letters, 24 h",
          "short",
          "Jobs given up on in the last day; each has a stage and a reason.",
          {
            redFrom: 1,
            queries: [{
              expr:
                '(sum(increase(cogo_job_transitions_total{type="job_dead_lettered"}[24h])) or vector(0))',
            }],
          },
        ),
      ],
    },
    {
      title: "Flow",
      panels: [
        lines(
          "Jobs a second",
          "ops",
          "Transitions as they are folded from the outbox, a few seconds late.",
          {
            queries: [
              { expr: transition("job_enqueued"), legend: "enqueued" },
              { expr: transition("job_succeeded"), legend: "succeeded" },
              { expr: transition("job_failed"), legend: "failed" },
              { expr: transition("job_retried"), legend: "retried" },
            ],
          },
        ),
        lines("Open jobs", "short", "Where open jobs stand.", {
          queries: [{ expr: "sum by (place) (cogo_jobs)", legend: "{{place}}" }],
        }),
        lines("Wait", "s", "From the moment a job could run to its claim.", {
          queries: quantiles("cogo_job_wait_seconds"),
        }),
        lines("Run", "s", "From start to end of the attempt.", {
          queries: quantiles("cogo_job_run_seconds"),
        }),
      ],
    },
    {
      title: "Doors",
      panels: [
        lines(
          "HTTP latency p95 by function",
          "s",
          "Time of edge functions as they measured it themselves.",
          {
            needs: "functions that were called",
            queries: [{
              expr:
                "histogram_quantile(0.95, sum by (le, function) (rate(cogo_http_request_duration_seconds_bucket[$__rate_interval])))",
              legend: "{{function}}",
            }],
          },
        ),
        lines("HTTP answers by status", "reqps", "Answers a second. 5xx are ours.", {
          needs: "functions that were called",
          queries: [{
            expr:
              "sum by (status) (rate(cogo_http_request_duration_seconds_count[$__rate_interval]))",
            legend: "{{status}}",
          }],
        }),
        table(
          "Checks of housekeeping",
          "short",
          "0 is a check that does not hold: see docs/runbook.md.",
          { queries: [{ expr: "cogo_health" }] },
        ),
        table("Alerts that fire", "short", "As decided in SQL (cogo.alert_gauges).", {
          needs: "an alert that fires",
          queries: [{ expr: "cogo_alerts_firing > 0" }],
        }),
      ],
    },
  ],
};
