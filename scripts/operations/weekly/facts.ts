import type { Message } from "../../../functions/_shared/notifications/notification.ts";
import type { WeeklyFigures } from "./figures.ts";

/** A share of 0 to 1 in per cent. */
export const percent = (share: number | null | undefined) =>
  share === null || share === undefined ? "no data" : `${Math.round(share * 1000) / 10} %`;

/** Milliseconds as a person reads them. */
export function duration(ms: number | null | undefined): string {
  if (ms === null || ms === undefined) return "no data";
  return ms < 1000 ? `${Math.round(ms)} ms` : `${Math.round(ms / 100) / 10} s`;
}

const whole = (value: number | null | undefined) => (value ?? 0).toLocaleString("en-US");
const money = (nano: number | null | undefined) => `$${((nano ?? 0) / 1e9).toFixed(2)}`;

/** The figures of the report, in the order in which they are told. */
export function factsOf(
  { summary, gates: { runs }, routing, alerts }: WeeklyFigures,
): NonNullable<Message["facts"]> {
  const { transitions, finished, dead_letters: dead, tokens, cost } = summary;
  const reasons = dead.by_reason.slice(0, 3)
    .map(({ stage, reason, count }) => `${count} ${stage}/${reason}`);
  const providers = routing.providers.map(({ provider, state, calls, error_rate }) =>
    `${provider}: ${state ?? "unknown"}, ${percent(error_rate)} errors of ${whole(calls)} calls`
  );
  const firing = alerts?.alerts.filter(({ state }) => state === "firing").length;
  return [
    {
      name: "Quality runs",
      value: `${runs.count} (${runs.passed} passed, ${runs.failed} failed, ${runs.error} broke)`,
    },
    { name: "Pass rate", value: percent(runs.pass_rate) },
    {
      name: "Jobs",
      value: `${whole(transitions["job_succeeded"])} succeeded, ${
        whole(transitions["job_failed"])
      } failed`,
    },
    { name: "Fail rate", value: percent(summary.failure_rate) },
    { name: "Wait p90", value: duration(finished.wait_ms?.p90) },
    { name: "Run p90", value: duration(finished.run_ms?.p90) },
    { name: "Retries", value: whole(transitions["job_retried"]) },
    {
      name: "Dead letters",
      value: [`${whole(dead.count)} (${whole(dead.not_redriven)} open)`, ...reasons].join(", "),
    },
    { name: "Tokens", value: `${whole(tokens?.input)} in, ${whole(tokens?.output)} out` },
    { name: "Cost", value: money(cost?.nano) },
    { name: "Providers (last hour)", value: providers.join("\n") || "none was called" },
    {
      name: "Alerts",
      value: firing === undefined ? "not set up" : firing === 0 ? "none" : `${firing} firing`,
    },
  ];
}
