/** One figure of a run. Exact ones are counts; ratios are ours to raw pgmq's in the same run. */
export interface Figure {
  /** `scenario: what`, the same in each run. */
  readonly name: string;
  readonly value: number;
  readonly kind: "exact" | "ratio";
}

/** Counts of a scenario, as figures. */
export function exact(scenario: string, counts: Readonly<Record<string, unknown>>): Figure[] {
  return Object.entries(counts).map(([what, value]) => {
    const count = Number(value);
    if (!Number.isFinite(count)) throw new Error(`${scenario}: ${what} is ${value}, no count`);
    return { name: `${scenario}: ${what}`, value: count, kind: "exact" };
  });
}
