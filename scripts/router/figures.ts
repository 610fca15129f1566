import { expectedCost } from "./judge_cost.ts";
import { makeSamples } from "./make_samples.ts";
import type { Row } from "./read_rows.ts";
import { oddsOf, weightOf } from "./samples.ts";

/** A pair of figures, of v1 and of v2, under a name. */
export interface Pair {
  readonly name: string;
  readonly v1: number;
  readonly v2: number;
}

/** What the report's pictures show. */
export interface Figures {
  /** Share of all choices by model, the most chosen first. */
  readonly models: readonly Pair[];
  /** Mean nano-dollars of a request by bucket. */
  readonly costs: readonly Pair[];
  /** How many decisions have a weight up to `most`, for v2. */
  readonly weights: readonly { readonly most: number; readonly count: number }[];
}

const shown = 12;
const edges = [0, 0.1, 0.5, 1, 2, 5, 10, 20, 50];

function addTo(sums: Map<string, [number, number]>, name: string, which: 0 | 1, value: number) {
  const pair = sums.get(name) ?? [0, 0];
  pair[which] += value;
  sums.set(name, pair);
}

function modelShares(rows: readonly Row[], names: ReadonlyMap<number, string>): Pair[] {
  const sums = new Map<string, [number, number]>();
  for (const row of rows) {
    for (const which of [0, 1] as const) {
      const { candidates, weights } = which === 0 ? row.v1 : row.v2;
      for (const [arm, odds] of oddsOf(candidates, weights)) {
        addTo(sums, names.get(arm) ?? `model ${arm}`, which, odds / rows.length);
      }
    }
  }
  const pairs = [...sums].map(([name, [v1, v2]]) => ({ name, v1, v2 }))
    .sort((a, b) => b.v1 + b.v2 - a.v1 - a.v2);
  const rest = pairs.splice(shown);
  if (rest.length > 0) {
    const sum = (of: "v1" | "v2") => rest.reduce((total, pair) => total + pair[of], 0);
    pairs.push({ name: `${rest.length} others`, v1: sum("v1"), v2: sum("v2") });
  }
  return pairs;
}

function costsByBucket(rows: readonly Row[]): Pair[] {
  const buckets = Map.groupBy(
    rows.filter(({ v1, v2 }) => v1.candidates.length > 0 && v2.candidates.length > 0),
    ({ service, size, v2 }) => `${service} ${v2.task === "*" ? "any task" : v2.task} ${size}`,
  );
  const mean = (of: readonly Row[], pick: (row: Row) => Row["v1"]) =>
    of.reduce((sum, row) => sum + expectedCost(pick(row)), 0) / of.length;
  return [...buckets].sort(([, a], [, b]) => b.length - a.length).slice(0, shown)
    .map(([name, of]) => ({
      name: `${name} (${of.length})`,
      v1: mean(of, (row) => row.v1),
      v2: mean(of, (row) => row.v2),
    }));
}

/** Figures for pictures, from the same rows as the gates. Pure. */
export function makeFigures(
  rows: readonly Row[],
  policies: { readonly v1: number; readonly v2: number },
  names: ReadonlyMap<number, string>,
  rewards?: ReadonlyMap<string, number>,
): Figures {
  const weights = makeSamples(rows, policies, rewards).quality.map((one) => weightOf(one, 1));
  return {
    models: modelShares(rows, names),
    costs: costsByBucket(rows),
    weights: edges.map((most, place) => ({
      most,
      count:
        weights.filter((weight) => weight <= most && (place === 0 || weight > edges[place - 1]!))
          .length,
    })),
  };
}
