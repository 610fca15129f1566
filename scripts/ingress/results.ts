import type { Flood } from "./flood.ts";
import type { Restarts } from "./restarts.ts";

const ms = (value: number) => `${value.toFixed(0)} ms`;
/** Whether a flood was stood. */
export const isFloodMet = ({ wrong, lost, p99_ms, memory_mib: [, early = 0, , late = 0] }: Flood) =>
  wrong === 0 && lost === 0 && p99_ms <= 5000 && late <= early * 1.1;
/** A flood as rows of text, a head first. */
export const floodRows = (flood: Flood) => [
  ["what", "measured"],
  ["let in, at most", `${flood.limit_per_second}/s`],
  ["offered", String(flood.offered)],
  ["accepted (202)", String(flood.accepted)],
  ["refused with Retry-After (429, 503)", String(flood.refused)],
  ["answered otherwise", String(flood.wrong)],
  ["accepted and not done", String(flood.lost)],
  [
    "accepted to done, p50 / p99 / longest",
    [flood.p50_ms, flood.p99_ms, flood.longest_ms].map(ms).join(" / "),
  ],
  ["refusal, p50 / p99", [flood.refusal_p50_ms, flood.refusal_p99_ms].map(ms).join(" / ")],
  [
    "memory of the stack, by quarters of the time",
    flood.memory_mib.map((one) => `${one.toFixed(0)} MiB`).join(" / "),
  ],
];
/** Whether all of the long work arrived, each way. */
export const isRestartsMet = ({ jobs, polled, streamed, called_back, wrong }: Restarts) =>
  [polled, streamed, called_back].every((one) => one === jobs) && wrong === 0;
/** Restarts as rows of text, a head first. */
export const restartRows = (found: Restarts) => [
  ["what", "measured"],
  ["restarts of the stack", String(found.restarts)],
  ["jobs each way", String(found.jobs)],
  ["results by polling", String(found.polled)],
  ["streams with each event once, in order, to the end", String(found.streamed)],
  ["results by callback", String(found.called_back)],
  ["of them sent again, under the same id", String(found.repeated)],
  ["of them with a second id or another result", String(found.wrong)],
];
