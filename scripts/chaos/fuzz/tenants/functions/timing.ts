/** How long refusals of a route took. */
export interface Timing {
  readonly route: string;
  readonly pairs: number;
  /** Median milliseconds with another tenant's ids. */
  readonly notYoursMs: number;
  /** Median milliseconds with ids that nothing has. */
  readonly notThereMs: number;
}

const median = (values: readonly number[]): number =>
  [...values].sort((one, two) => one - two)[Math.floor(values.length / 2)] ?? 0;
const rounded = (value: number) => Math.round(value * 100) / 100;

/** Collects the times of pairs that were sent one after the other. */
export class Timings {
  readonly #taken = new Map<string, [number, number][]>();

  note(route: string, notYours: number, notThere: number): void {
    const known = this.#taken.get(route) ?? [];
    this.#taken.set(route, [...known, [notYours, notThere]]);
  }

  /** Of routes with ten pairs or more, those that differ most first. */
  report(): Timing[] {
    const found = [...this.#taken].filter(([, pairs]) => pairs.length >= 10)
      .map(([route, pairs]) => ({
        route,
        pairs: pairs.length,
        notYoursMs: rounded(median(pairs.map(([one]) => one))),
        notThereMs: rounded(median(pairs.map(([, two]) => two))),
      }));
    const gap = ({ notYoursMs, notThereMs }: Timing) => Math.abs(notYoursMs - notThereMs);
    return found.sort((one, two) => gap(two) - gap(one));
  }
}
