import { type Board, lines, number } from "./panel.ts";

const good = (metric: string, le: string) =>
  `sum(rate(${metric}_bucket{le=~"${le}([.]0)?"}[$__range])) / sum(rate(${metric}_count[$__range]))`;
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
        number("Answers that were no 5xx", "percentunit", "Availability of edge functions.", {
          width: 6,
          redBelow: 0.999,
          needs: "functions that were called",
          queries: [{
            expr:
              '1 - (sum(rate(cogo_http_request_duration_seconds_count{status=~"5.."}[$__range])) or vector(0)) / sum(rate(cogo_http_request_duration_seconds_count[$__range]))',
          }],
        }),
        number(
          "Jobs claimed within 5 s",
          "percentunit",
          "The operational gate wants p90 of the wait within 5 s.",
          {
            width: 6,
            redBelow: 0.95,
            queries: [{ expr: good("cogo_job_wait_seconds", "5") }],
          },
        ),
        number("Jobs that did not die", "percentunit", "Of those that ended.", {
          width: 6,
          redBelow: 0.95,
          queries: [{ expr: `1 - ${failing("$__range")}` }],
        }),
        number(
          "Schedules on time",
          "percentunit",
          "Runs that began within 60 s of their planned time.",
          {
            width: 6,
            redBelow: 0.99,
            needs: "a schedule that ran",
            queries: [{ expr: good("cogo_schedule_lag_seconds", "60") }],
          },
        ),
      ],
    },
    {
      title: "Burn",
      panels: [
        lines(
          "Failure budget: burn rate",
          "short",
          "1 uses up the budget of 5 % just in time; 14.4 in two days of thirty.",
          {
            queries: ["5m", "1h", "6h"].map((window) => ({
              expr: `(${failing(window)}) / 0.05`,
              legend: window,
            })),
          },
        ),
        lines("Alerts by SLO", "short", "1 while it fires, as decided in SQL.", {
          queries: [{
            expr: "max by (slo, severity) (cogo_alerts_firing)",
            legend: "{{slo}} {{severity}}",
          }],
        }),
      ],
    },
    {
      title: "Quality gate",
      panels: [
        lines(
          "Pass rate by gate, 30 days",
          "percentunit",
          "Gate results that passed, of those that were judged.",
          {
            needs: "a quality run",
            queries: [{
              expr:
                'sum by (gate) (cogo_gate_results{verdict="passed"}) / sum by (gate) (cogo_gate_results{verdict!="skipped"})',
              legend: "{{gate}}",
            }],
          },
        ),
        lines("Time of each gate, p90", "s", "Wall time of the tool over 30 days.", {
          needs: "a quality run",
          queries: [{
            expr: 'cogo_gate_duration_seconds{percentile="90"}',
            legend: "{{gate}}",
          }],
        }),
      ],
    },
  ],
};
