import { type Estimate, estimate } from "./estimate.ts";
import { judgeQuality, type Verdict } from "./judge.ts";
import type { Row } from "./read_rows.ts";
import { makeSamples } from "./make_samples.ts";
import { oddsOf } from "./samples.ts";

/** What v2 is allowed. */
export interface Bounds {
  readonly costRatio: number;
  readonly qualityMargin: number;
  readonly latencyMargin: number;
}

interface Gate {
  readonly passed: boolean;
  readonly verdict: Verdict;
}

/** 1: v1's receipts made again. */
export interface DeterminismGate extends Gate {
  readonly replayed: number;
  readonly equal: number;
  /** Decisions that came out otherwise, ten at most. */
  readonly examples: readonly string[];
}

/** 2: what v2 would choose, held against the catalogue. */
export interface ConstraintsGate extends Gate {
  readonly contexts: number;
  readonly violations: number;
  readonly by_reason: Readonly<Record<string, number>>;
  readonly examples: readonly {
    readonly decision_id: string;
    readonly model_id: number;
    readonly reason: string;
  }[];
}

/** 3: tokens × price × odds; nothing is estimated. */
export interface CostGate extends Gate {
  readonly contexts: number;
  /** Contexts that v1 answered and v2 refuses; they are left out of the sums. */
  readonly refused: number;
  readonly v1_nano: number;
  readonly v2_nano: number;
  readonly ratio: number;
  readonly allowed_ratio: number;
}

/** 4: what came of it, estimated. */
export interface QualityGate extends Gate {
  /** Why there is no verdict or a bad one. */
  readonly reasons: readonly string[];
  readonly quality: Estimate;
  readonly latency: Estimate;
}

/** The first four gates; the fifth is the report itself. */
export interface Gates {
  readonly determinism: DeterminismGate;
  readonly constraints: ConstraintsGate;
  readonly cost: CostGate;
  readonly quality: QualityGate;
}

const verdictOf = (count: number, fine: boolean): Gate => ({
  passed: count > 0 && fine,
  verdict: count === 0 ? "none" : fine ? "passed" : "failed",
});

function determinism(rows: readonly Row[]): DeterminismGate {
  const other = rows.filter(({ is_equal }) => !is_equal);
  return {
    ...verdictOf(rows.length, other.length === 0),
    replayed: rows.length,
    equal: rows.length - other.length,
    examples: other.slice(0, 10).map(({ decision_id }) => decision_id),
  };
}

function constraints(rows: readonly Row[]): ConstraintsGate {
  const found = rows.flatMap(({ decision_id, v2 }) =>
    v2.violations.map(([model_id, reason]) => ({ decision_id, model_id, reason }))
  );
  const byReason = Map.groupBy(found, ({ reason }) => reason);
  return {
    ...verdictOf(rows.length, found.length === 0),
    contexts: rows.length,
    violations: found.length,
    by_reason: Object.fromEntries([...byReason].map(([reason, of]) => [reason, of.length])),
    examples: found.slice(0, 10),
  };
}

/** Nano-dollars that a policy is expected to spend in a context. */
export function expectedCost({ candidates, weights, costs }: Row["v1"]): number {
  let cost = 0;
  for (const [arm, odds] of oddsOf(candidates, weights)) {
    cost += odds * costs[candidates.indexOf(arm)]!;
  }
  return cost;
}

function cost(rows: readonly Row[], allowed: number): CostGate {
  const both = rows.filter(({ v1, v2 }) => v1.candidates.length > 0 && v2.candidates.length > 0);
  const sum = (pick: (row: Row) => Row["v1"]) =>
    both.reduce((total, row) => total + expectedCost(pick(row)), 0);
  const [v1, v2] = [sum((row) => row.v1), sum((row) => row.v2)];
  return {
    ...verdictOf(both.length, v2 <= v1 * allowed),
    contexts: both.length,
    refused:
      rows.filter(({ v1, v2 }) => v1.candidates.length > 0 && v2.candidates.length === 0).length,
    v1_nano: Math.round(v1),
    v2_nano: Math.round(v2),
    ratio: v1 > 0 ? v2 / v1 : v2 > 0 ? Infinity : 1,
    allowed_ratio: allowed,
  };
}

/** Judges v2 by what was logged. Pure. */
export function judge(
  rows: readonly Row[],
  policies: { readonly v1: number; readonly v2: number },
  bounds: Bounds,
  rewards?: ReadonlyMap<string, number>,
): Gates {
  const samples = makeSamples(rows, policies, rewards);
  const quality = estimate(samples.quality);
  const latency = estimate(samples.latency);
  return {
    determinism: determinism(rows),
    constraints: constraints(rows),
    cost: cost(rows, bounds.costRatio),
    quality: { ...judgeQuality(quality, latency, bounds), quality, latency },
  };
}
