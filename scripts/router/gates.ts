import { type Estimate, estimate } from "./estimate.ts";
import { type Gate, judgeQuality, verdictOf } from "./judge.ts";
import { type CostGate, judgeCost } from "./judge_cost.ts";
import type { Row } from "./read_rows.ts";
import { makeSamples } from "./make_samples.ts";

/** What v2 is allowed. */
export interface Bounds {
  readonly costRatio: number;
  readonly qualityMargin: number;
  readonly latencyMargin: number;
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
    cost: judgeCost(rows, bounds.costRatio),
    quality: { ...judgeQuality(quality, latency, bounds), quality, latency },
  };
}
