/**
 * Runs chains of tasks, at most `width` chains at once, begun in the order given; the tasks of one
 * chain follow each other. Resolves to all results, chain by chain. A task must not reject.
 */
export async function runPool<Result>(
  chains: readonly (readonly (() => Promise<Result>)[])[],
  width: number,
): Promise<Result[]> {
  const results = chains.map((): Result[] => []);
  let next = 0;
  const lane = async () => {
    while (next < chains.length) {
      const place = next++;
      for (const task of chains[place]!) results[place]!.push(await task());
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, chains.length) }, lane));
  return results.flat();
}

/** How many chains this machine runs at once: tests wait as much as they compute. */
export function poolWidth(): number {
  return Math.max(3, Math.min(4, navigator.hardwareConcurrency));
}
