import type { Judged } from "./bars.ts";
import type { ClaimCost } from "./claim_cost.ts";
import type { Result } from "./statistics.ts";

const order = ["whole", "enqueue", "claim", "complete", "bulk_enqueue", "keyed_enqueue"];

/** Results as rows of text, a head first: by batch size and phase, then engine. */
export function resultRows(results: readonly Result[]): string[][] {
  const sorted = [...results].sort((one, other) =>
    one.k - other.k || order.indexOf(one.phase) - order.indexOf(other.phase) ||
    one.engine.localeCompare(other.engine)
  );
  return [
    ["engine", "phase", "k", "jobs/s", "CPU us/job", "WAL B/job", "dead rows/job", "x pgmq"],
    ...sorted.map((result) => [
      result.engine,
      result.phase.replace("_", " "),
      String(result.k),
      result.jobs_per_second.toLocaleString("en"),
      result.cpu_us_per_job.toFixed(1),
      result.wal_bytes_per_job.toLocaleString("en"),
      result.dead_rows_per_job?.toFixed(1) ?? "",
      result.ratio_to_pgmq?.toFixed(2) ?? "-",
    ]),
  ];
}

/** The bars as rows of text, a head first. */
export function barRows(bars: readonly Judged[]): string[][] {
  return [
    ["bar", "wanted", "measured", ""],
    ...bars.map((bar) => [bar.what, bar.bar, bar.measured, bar.met ? "met" : "MISSED"]),
  ];
}

/** What claims cost as rows of text, a head first. The bar: within 10 % of an almost empty queue. */
export function claimCostRows(costs: readonly ClaimCost[]): string[][] {
  return [
    ["queue", "k", "jobs/s", "CPU us/job", "WAL B/job", "x empty", ""],
    ...costs.map((cost) => [
      cost.queue,
      String(cost.k),
      cost.jobs_per_second.toLocaleString("en"),
      cost.cpu_us_per_job.toFixed(1),
      cost.wal_bytes_per_job.toLocaleString("en"),
      cost.ratio_to_empty.toFixed(2),
      cost.ratio_to_empty <= 1.1 ? "met" : "MISSED",
    ]),
  ];
}
