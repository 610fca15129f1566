import type { Phase, Result } from "./statistics.ts";

/** One bar and what was measured against it. */
export interface Judged {
  readonly what: string;
  readonly bar: string;
  readonly measured: string;
  readonly met: boolean;
}

function find(results: readonly Result[], engine: string, phase: Phase, k: number): Result {
  const found = results.find((result) =>
    result.engine === engine && result.phase === phase && result.k === k
  );
  if (!found) throw new Error(`No result for ${engine}, ${phase}, k = ${k}`);
  return found;
}

const ratio = (result: Result): number => result.ratio_to_pgmq ?? NaN;

/**
 * Holds the results against the bars of the engine's design: CPU per job beside raw pgmq and
 * graphile-worker ("2x" = half of its CPU), and WAL per job.
 */
export function judge(results: readonly Result[]): Judged[] {
  const whole = (engine: string, k: number) => find(results, engine, "whole", k);
  const bulk = (engine: string) => find(results, engine, "bulk_enqueue", 1000);
  const atMost = (what: string, value: number, bar: number, unit: string): Judged => ({
    what,
    bar: `<= ${bar}${unit}`,
    measured: `${Number(value.toFixed(2))}${unit}`,
    met: value <= bar,
  });
  const atLeast = (what: string, value: number, bar: number): Judged => ({
    what,
    bar: `>= ${bar}x`,
    measured: `${Number(value.toFixed(2))}x`,
    met: value >= bar,
  });
  const keys = find(results, "cogo", "keyed_enqueue", 50).cpu_us_per_job -
    find(results, "cogo", "enqueue", 50).cpu_us_per_job;
  const graphile = ratio(whole("graphile-worker", 50)) / ratio(whole("cogo", 50));
  const graphileBulk = ratio(bulk("graphile-worker")) / ratio(bulk("cogo"));
  return [
    atMost("whole at k = 50, CPU of raw pgmq", ratio(whole("cogo", 50)), 1, "x"),
    atMost("whole at k = 1, CPU of raw pgmq", ratio(whole("cogo", 1)), 1.3, "x"),
    atLeast("whole at k = 50, as cheap as graphile-worker", graphile, 1.1),
    atLeast("bulk enqueue, as cheap as raw pgmq", 1 / ratio(bulk("cogo")), 0.8),
    atLeast("bulk enqueue, as cheap as graphile-worker", graphileBulk, 2),
    atMost("WAL per job at k = 50", whole("cogo", 50).wal_bytes_per_job, 1150, " B"),
    atMost("an idempotency key at k = 50, CPU per job", keys, 15, " us"),
  ];
}
