import type { GateSummary } from "./gate_summary.ts";

/** The bounds of a gate. Percentages are 0 to 100. */
export interface Bounds {
  minPassPct: number;
  maxFailPct: number;
  maxWaitMs: number;
  minDecisionPct: number;
  /** Fewer closed runs than this say nothing. */
  minRuns: number;
  /** Whether an operational gate without data is one too few. */
  strict: boolean;
}

/** The bounds when nobody says otherwise. */
export const defaultBounds: Bounds = {
  minPassPct: 70,
  maxFailPct: 5,
  maxWaitMs: 5000,
  minDecisionPct: 85,
  minRuns: 1,
  strict: false,
};

/** One gate: what was seen, what is asked, and what follows. */
export interface JudgedGate {
  gate: "pass rate" | "fail rate" | "wait p90" | "decision quality";
  verdict: "passed" | "failed" | "no data";
  /** Percent or milliseconds; null without data. */
  value: number | null;
  unit: "%" | "ms";
  bound: number;
  /** Whether `bound` is the least or the most that passes. */
  side: "at least" | "at most";
  /** How many runs, jobs or decisions it was seen on. */
  count: number;
  of: "closed runs" | "ended jobs" | "measured jobs" | "tried decisions";
}

/** What all gates come to. */
export interface Judgement {
  verdict: "passed" | "failed" | "not enough data";
  gates: JudgedGate[];
}

/** Judges a summary; the one place where a figure is held against its bound. */
export function judge({ runs, operations }: GateSummary, bounds: Bounds): Judgement {
  const { failures, wait, decisions } = operations;
  const closed = runs.passed + runs.failed + runs.error;
  const passRate: JudgedGate = {
    gate: "pass rate",
    ...atLeast(runs.passed, closed, bounds.minPassPct),
    of: "closed runs",
  };
  // Too few runs say nothing, whatever their share.
  if (closed < bounds.minRuns) passRate.verdict = "no data";
  const others: JudgedGate[] = [
    {
      gate: "fail rate",
      ...percentOf(failures.count, failures.of, bounds.maxFailPct),
      verdict: verdictOf(failures.of, failures.count * 100 <= bounds.maxFailPct * failures.of),
      side: "at most",
      of: "ended jobs",
    },
    {
      gate: "wait p90",
      value: wait.p90_ms,
      unit: "ms",
      bound: bounds.maxWaitMs,
      count: wait.count,
      verdict: wait.p90_ms === null
        ? "no data"
        : verdictOf(wait.count, wait.p90_ms <= bounds.maxWaitMs),
      side: "at most",
      of: "measured jobs",
    },
    {
      gate: "decision quality",
      ...atLeast(decisions.count, decisions.of, bounds.minDecisionPct),
      of: "tried decisions",
    },
  ];
  const gates = [passRate, ...others];
  const failed = gates.some(({ verdict }) => verdict === "failed");
  const untold = (bounds.strict ? gates : [passRate]).some(({ verdict }) => verdict === "no data");
  return { verdict: failed ? "failed" : untold ? "not enough data" : "passed", gates };
}

function atLeast(part: number, whole: number, bound: number) {
  // Multiplied, not divided: 70 % of ten runs is exactly seven.
  const verdict = verdictOf(whole, part * 100 >= bound * whole);
  return { ...percentOf(part, whole, bound), verdict, side: "at least" as const };
}

function percentOf(part: number, whole: number, bound: number) {
  const value = whole === 0 ? null : part * 100 / whole;
  return { value, unit: "%" as const, bound, count: whole };
}

function verdictOf(count: number, holds: boolean): JudgedGate["verdict"] {
  return count === 0 ? "no data" : holds ? "passed" : "failed";
}
