/** A figure and where it lies in 95 of 100 drawings. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Draws as many clusters as there are, with repetition, adds up their sums and reads the figures,
 * `resamples` times over.
 */
export function bootstrap(
  clusters: readonly Float64Array[],
  figures: (sums: Float64Array) => number[],
  points: readonly number[],
  resamples: number,
  next: () => number,
): Interval[] {
  const width = clusters[0]?.length ?? 0;
  const drawn = points.map(() => new Float64Array(resamples));
  const sums = new Float64Array(width);
  for (let turn = 0; turn < resamples; turn++) {
    sums.fill(0);
    for (let many = 0; many < clusters.length; many++) {
      const one = clusters[Math.floor(next() * clusters.length)]!;
      for (let place = 0; place < width; place++) sums[place]! += one[place]!;
    }
    figures(sums).forEach((figure, which) => drawn[which]![turn] = figure);
  }
  return points.map((value, which) => {
    const sorted = drawn[which]!.filter(Number.isFinite).sort();
    const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? NaN;
    return { value, low: at(0.025), high: at(0.975) };
  });
}
