import { bar, h, table, unseen } from "../shared/dom.js";
import { count, duration, percent, time } from "../shared/format.js";

const percentiles = (spreadOf) =>
  ["p50", "p90", "p95", "p99"].map((name) => ({
    title: name,
    number: true,
    cell: (line) => duration(spreadOf(line)[name]),
  }));

/** What of a summary the times show. */
export const timesData = ({ finished, transitions, per_minute, window }) => ({
  finished,
  transitions,
  per_minute,
  minutes: window.minutes,
  covered_from: window.is_capped ? window.covered_from : null,
});

const fact = (name, value) => h("div", {}, h("dt", {}, name), h("dd", {}, value));

/** How long jobs waited and ran, and what else happened in the window. */
export function drawTimes({ finished, transitions, per_minute, minutes, covered_from }) {
  if (finished.sample === 0) {
    return [
      h("p", {}, `No job finished in the last ${minutes} minutes.`),
      h("p", { class: "quiet" }, "Enqueue one with the RPC enqueue_job and let a worker claim it."),
    ];
  }
  return [
    h(
      "dl",
      { class: "facts" },
      fact("enqueued per minute", per_minute.enqueued),
      fact("retries", count(transitions.job_retried ?? 0)),
      fact("leases expired", count(transitions.job_lease_expired ?? 0)),
      fact("given back", count(transitions.job_released ?? 0)),
    ),
    table("Wait before the first claim, and run time of the last attempt", [
      { title: unseen("measure"), head: true, cell: (line) => line.name },
      ...percentiles((line) => line.spread),
      { title: "jobs", number: true, cell: (line) => count(line.spread.count) },
    ], [
      { name: "Wait, all", spread: finished.wait_ms },
      { name: "Run, all", spread: finished.run_ms },
    ]),
    h(
      "p",
      { class: "quiet small" },
      "Wait is from enqueue to the first claim, asked-for delays included.",
    ),
    h("h3", {}, "Run time by job type"),
    table("Run time by job type", [
      { title: "Type", head: true, class: "words", cell: (line) => line.name },
      ...percentiles((line) => line.run_ms),
      { title: "ok", number: true, cell: (line) => count(line.succeeded) },
      { title: "failed", number: true, cell: (line) => count(line.failed) },
    ], finished.by_type),
    covered_from &&
    h(
      "p",
      { class: "quiet small" },
      `Very many events: figures reach back to ${time(covered_from)} only.`,
    ),
    finished.is_capped &&
    h("p", { class: "quiet small" }, "Times are those of the newest 5,000 jobs."),
  ];
}

/** What of a summary the gate latency shows. */
export const gatesData = ({ gates }) => gates;

/** Build (lint, check) and test latency over the last days. */
export function drawGates({ days, by_gate }) {
  if (by_gate.length === 0) {
    return h(
      "p",
      { class: "quiet" },
      `No gate ran in the last ${days} days. A quality run fills this.`,
    );
  }
  const slowest = Math.max(1, ...by_gate.map((line) => line.duration_ms.p90 ?? 0));
  return [
    table(`Gate durations of the last ${days} days`, [
      { title: "Gate", head: true, cell: (line) => line.gate },
      {
        title: unseen("share of the slowest"),
        class: "bar-cell",
        cell: (line) => bar((line.duration_ms.p90 ?? 0) / slowest),
      },
      ...["avg", "p50", "p90"].map((name) => ({
        title: name,
        number: true,
        cell: (line) => duration(line.duration_ms[name]),
      })),
      { title: "passed", number: true, cell: (line) => percent(line.pass_rate) },
    ], by_gate),
    h("p", { class: "quiet small" }, `The last ${days} days; bars show p90.`),
  ];
}
