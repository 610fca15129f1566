import { z } from "zod";
import type { Figure } from "./figures.ts";

/** What the committed baseline says: exact counts, and ratios with how far above them is too far. */
export const baselineSchema = z.strictObject({
  exact: z.record(z.string(), z.number()),
  ratios: z.record(z.string(), z.strictObject({ value: z.number(), tolerance: z.number().min(0) })),
});
export type Baseline = z.output<typeof baselineSchema>;

/** `better` is far below the baseline: time to write a new one. `missing` and `new` fail as well. */
export type Verdict = "same" | "better" | "worse" | "different" | "missing" | "new";

/** A figure held against the baseline. */
export interface Compared {
  readonly name: string;
  readonly verdict: Verdict;
  readonly expected: number | null;
  /** The most that is taken; null for exact figures. */
  readonly bound: number | null;
  readonly value: number | null;
}

/** How far a ratio may rise before it is a regression: time wobbles, WAL of many jobs hardly does. */
function toleranceOf(name: string): number {
  if (!name.includes("WAL")) return 0.75;
  return name.endsWith(", 1 a call") ? 0.3 : 0.15;
}

const fine: readonly Verdict[] = ["same", "better"];

/** Whether a comparison fails the run. */
export const fails = ({ verdict }: Compared): boolean => !fine.includes(verdict);

function compareRatio(value: number, expected: number, bound: number): Verdict {
  if (value > bound) return "worse";
  return value < expected * expected / bound ? "better" : "same";
}

/** Holds figures against a baseline, in the order of the figures; what is missing comes last. */
export function compare(figures: readonly Figure[], baseline: Baseline): Compared[] {
  const seen = new Set(figures.map(({ name }) => name));
  const missing = [...Object.keys(baseline.exact), ...Object.keys(baseline.ratios)]
    .filter((name) => !seen.has(name));
  return [
    ...figures.map(({ name, value, kind }): Compared => {
      const count = baseline.exact[name];
      const ratio = baseline.ratios[name];
      if (kind === "exact" && count !== undefined) {
        const verdict = value === count ? "same" : "different";
        return { name, verdict, expected: count, bound: null, value };
      }
      if (kind === "ratio" && ratio !== undefined) {
        const bound = Number((ratio.value * (1 + ratio.tolerance)).toFixed(3));
        const verdict = compareRatio(value, ratio.value, bound);
        return { name, verdict, expected: ratio.value, bound, value };
      }
      return { name, verdict: "new", expected: null, bound: null, value };
    }),
    ...missing.map((name): Compared => ({
      name,
      verdict: "missing",
      expected: baseline.exact[name] ?? baseline.ratios[name]?.value ?? null,
      bound: null,
      value: null,
    })),
  ];
}

/** A baseline that these figures meet. */
export function baselineOf(figures: readonly Figure[]): Baseline {
  const of = (kind: Figure["kind"]) => figures.filter((figure) => figure.kind === kind);
  return {
    exact: Object.fromEntries(of("exact").map(({ name, value }) => [name, value])),
    ratios: Object.fromEntries(
      of("ratio").map(({ name, value }) => [name, { value, tolerance: toleranceOf(name) }]),
    ),
  };
}
