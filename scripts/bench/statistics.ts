import type { Phase, Sample } from "./slices.ts";

export type { Phase };

/** The samples of one engine, phase and batch size, one for each round. */
export interface Series {
  readonly engine: string;
  readonly k: number;
  readonly phase: Phase;
  readonly samples: readonly Sample[];
}

/** One line of the result. Ratios are CPU per job beside pgmq's in the same round; the median. */
export interface Result {
  readonly engine: string;
  readonly phase: Phase;
  readonly k: number;
  readonly jobs_per_second: number;
  readonly cpu_us_per_job: number;
  readonly wal_bytes_per_job: number;
  readonly ratio_to_pgmq: number | null;
  /** Row versions that a job leaves dead; only of the whole at k = 50. */
  readonly dead_rows_per_job: number | null;
}

/** The middle value, or the mean of the middle two; NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  return (sorted[Math.floor(middle - 0.5)]! + sorted[Math.floor(middle)]!) / 2;
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** Median over rounds of the ratio, within each round, of CPU per job. */
export function medianRatio(ours: readonly Sample[], base: readonly Sample[]): number {
  return median(ours.map((sample, round) => {
    const other = base[round];
    return other ? sample.cpuMicros / sample.jobs / (other.cpuMicros / other.jobs) : NaN;
  }));
}

/** A line for each series, with its ratio to pgmq's series of the same k and phase. */
export function summarise(
  series: readonly Series[],
  deadRows: ReadonlyMap<string, number> = new Map(),
): Result[] {
  return series.map(({ engine, k, phase, samples }) => {
    const against = phase === "keyed_enqueue" ? "enqueue" : phase;
    const pgmq = series.find((other) =>
      other.engine === "pgmq" && other.k === k && other.phase === against
    );
    const per = (pick: (sample: Sample) => number) =>
      median(samples.map((sample) => pick(sample) / sample.jobs));
    return {
      engine,
      phase,
      k,
      jobs_per_second: rounded(1000 / per((sample) => sample.millis), 0),
      cpu_us_per_job: rounded(per((sample) => sample.cpuMicros), 1),
      wal_bytes_per_job: rounded(per((sample) => sample.walBytes), 0),
      ratio_to_pgmq: pgmq ? rounded(medianRatio(samples, pgmq.samples), 2) : null,
      dead_rows_per_job: phase === "whole" && k === 50 ? deadRows.get(engine) ?? null : null,
    };
  });
}
