import type { Board } from "./panel.ts";

const good = (metric: string, le: string) =>
  `sum(rate(${metric}_bucket{le="${le}"}[$__range])) / sum(rate(${metric}_count[$__range]))`;
const succeeded = (window: string) =>
  `sum(rate(cogo_job_transitions_total{type="job_succeeded"}[${window}]))`;
const failed = (window: string) =>
  `sum(rate(cogo_job_transitions_total{type="job_dead_lettered"}[${window}]))`;
const failing = (window: string) =>
  `(${failed(window)} or vector(0)) / ((${failed(window)} or vector(0)) + ${succeeded(window)})`;

/** What was promised, and how fast it is used up. */
export const slos: Board = {
  name: "slos",
  title: "COGO: SLOs",
  about: "Service levels as Prometheus sees them; the engine decides its own alerts in SQL.",
  variables: {},
  rows: [
    {
      title: "Levels over the range shown",
      panels: [
        {
          title: "Answers that were no 5xx",
          about: "Availability of edge functions.",
          kind: "number",
          unit: "percentunit",
          width: 6,
          redBelow: 0.999,
          needs: "functions that were called",
          queries: [{
            expr:
              '1 - (sum(rate(cogo_http_request_duration_seconds_count{status=~"5.."}[$__range])) or vector(0)) / sum(rate(cogo_http_request_duration_seconds_count[$__range]))',
          }],
        },
        {
          title: "Jobs claimed within 5 s",
          about: "The operational gate wants p90 of the wait within 5 s.",
          kind: "number",
          unit: "percentunit",
          width: 6,
          redBelow: 0.95,
          queries: [{ expr: good("cogo_job_wait_seconds", "5") }],
        },
        {
          title: "Jobs that did not die",
          about: "Of those that ended.",
          kind: "number",
          unit: "percentunit",
          width: 6,
          redBelow: 0.95,
          queries: [{ expr: `1 - ${failing("$__range")}` }],
        },
        {
          title: "Schedules on time",
          about: "Runs that began within 60 s of their planned time.",
          kind: "number",
          unit: "percentunit",
          width: 6,
          redBelow: 0.99,
          needs: "a schedule that ran",
          queries: [{ expr: good("cogo_schedule_lag_seconds", "60") }],
        },
      ],
    },
    {
      title: "Burn",
      panels: [
        {
          title: "Failure budget: burn rate",
          about: "1 uses up the budget of 5 % just in time; 14.4 in two days of thirty.",
          kind: "lines",
          unit: "short",
          queries: ["5m", "1h", "6h"].map((window) => ({
            expr: `(${failing(window)}) / 0.05`,
            legend: window,
          })),
        },
        {
          title: "Alerts by SLO",
          about: "1 while it fires, as decided in SQL.",
          kind: "lines",
          unit: "short",
          needs: "SLOs with alerts",
          queries: [{
            expr: "max by (slo, severity) (cogo_alerts_firing)",
            legend: "{{slo}} {{severity}}",
          }],
        },
      ],
    },
    {
      title: "Quality gate",
      panels: [
        {
          title: "Pass rate by gate, 30 days",
          about: "Gate results that passed, of those that were judged.",
          kind: "lines",
          unit: "percentunit",
          needs: "a quality run",
          queries: [{
            expr:
              'sum by (gate) (cogo_gate_results{verdict="passed"}) / sum by (gate) (cogo_gate_results{verdict!="skipped"})',
            legend: "{{gate}}",
          }],
        },
        {
          title: "Time of each gate, p90",
          about: "Wall time of the tool over 30 days.",
          kind: "lines",
          unit: "s",
          needs: "a quality run",
          queries: [{
            expr: 'cogo_gate_duration_seconds{percentile="90"}',
            legend: "{{gate}}",
          }],
        },
      ],
    },
  ],
};
