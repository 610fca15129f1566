import { type Gate, verdictOf } from "./judge.ts";
import type { Row } from "./read_rows.ts";
import { oddsOf } from "./samples.ts";

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

/** Nano-dollars that a policy is expected to spend in a context. */
export function expectedCost({ candidates, weights, costs }: Row["v1"]): number {
  let cost = 0;
  for (const [arm, odds] of oddsOf(candidates, weights)) {
    cost += odds * costs[candidates.indexOf(arm)]!;
  }
  return cost;
}

/** Whether v2 costs at most so many times what v1 does. Pure. */
export function judgeCost(rows: readonly Row[], allowed: number): CostGate {
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
