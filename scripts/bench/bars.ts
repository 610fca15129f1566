import type { Phase, Result } from "./statistics.ts";

/** One bar and what was measured against it. */
export interface Judged {
  readonly what: string;
  readonly bar: string;
  readonly measured: string;
  readonly met: boolean;
}

type Find = (engine: string, phase: Phase, k: number) => Result | undefined;

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

// "2x" = half of its CPU: how often ours would fit into the other's cost, within each round.
const asCheap: readonly { engine: string; bar: number }[] = [
  { engine: "graphile-worker", bar: 1.1 },
  { engine: "pg-boss", bar: 2 },
  { engine: "river", bar: 2.5 },
  { engine: "dbos", bar: 15 },
  { engine: "pgflow", bar: 30 },
];

function besidePeers(find: Find, ours: Result): Judged[] {
  return asCheap.flatMap(({ engine, bar }) => {
    const ratio = find(engine, "whole", 50)?.ratio_to_pgmq;
    if (ratio === null || ratio === undefined) return [];
    return [
      atLeast(`whole at k = 50, as cheap as ${engine}`, ratio / (ours.ratio_to_pgmq ?? NaN), bar),
    ];
  });
}

/**
 * Holds the results against the bars of the engine's design: CPU per job beside its peers, and WAL
 * per job. A peer that was not measured has no line.
 */
export function judge(results: readonly Result[]): Judged[] {
  const find: Find = (engine, phase, k) =>
    results.find((row) => row.engine === engine && row.phase === phase && row.k === k);
  const ours = (phase: Phase, k: number): Result => {
    const found = find("cogo", phase, k);
    if (!found) throw new Error(`No result for cogo, ${phase}, k = ${k}`);
    return found;
  };
  const bulk = ours("bulk_enqueue", 1000).ratio_to_pgmq ?? NaN;
  const graphileBulk = find("graphile-worker", "bulk_enqueue", 1000)?.ratio_to_pgmq;
  const keys = ours("keyed_enqueue", 50).cpu_us_per_job - ours("enqueue", 50).cpu_us_per_job;
  return [
    atMost("whole at k = 50, CPU of raw pgmq", ours("whole", 50).ratio_to_pgmq ?? NaN, 1, "x"),
    atMost("whole at k = 1, CPU of raw pgmq", ours("whole", 1).ratio_to_pgmq ?? NaN, 1.3, "x"),
    ...besidePeers(find, ours("whole", 50)),
    atLeast("bulk enqueue, as cheap as raw pgmq", 1 / bulk, 0.8),
    ...(graphileBulk
      ? [atLeast("bulk enqueue, as cheap as graphile-worker", graphileBulk / bulk, 2)]
      : []),
    atMost("WAL per job at k = 50", ours("whole", 50).wal_bytes_per_job, 1150, " B"),
    atMost("an idempotency key at k = 50, CPU per job", keys, 15, " us"),
  ];
}
