import { openCogo } from "./engines/cogo.ts";
import type { Engine } from "./engines/engine.ts";
import { openGraphileWorker } from "./engines/graphile_worker.ts";
import { openPgmq } from "./engines/pgmq.ts";
import type { BenchGround } from "./ground.ts";
import { enqueueSlice, type Sample, wholeSlice } from "./slices.ts";
import type { Series } from "./statistics.ts";

/** How long to measure. */
export interface CompareOptions {
  readonly rounds: number;
  /** Jobs in a slice at k = 1, at k = 50 and in bulk. */
  readonly jobs: { readonly one: number; readonly fifty: number; readonly bulk: number };
  readonly say: (line: string) => void;
}

type Run = (engine: Engine) => Promise<Sample[]>;

/** The engines in this round's order: rotated, and turned around every other round. */
export function orderOf<T>(engines: readonly T[], round: number): T[] {
  const shift = round % engines.length;
  const rotated = [...engines.slice(shift), ...engines.slice(0, shift)];
  return Math.floor(round / engines.length) % 2 === 0 ? rotated : rotated.reverse();
}

/** All engines in one server, in slices that take turns; the first round warms up and is dropped. */
export async function compare(ground: BenchGround, options: CompareOptions): Promise<Series[]> {
  const { meter, url } = ground;
  const { one, fifty, bulk } = options.jobs;
  const engines = [await openCogo(url), await openPgmq(url), await openGraphileWorker(url)];
  const keyed = await openCogo(url, { keyed: true });
  const kinds: { k: number; run: Run; engines: readonly Engine[] }[] = [
    { k: 1, engines, run: (engine) => wholeSlice(engine, meter, { jobs: one, k: 1 }) },
    { k: 50, engines, run: (engine) => wholeSlice(engine, meter, { jobs: fifty, k: 50 }) },
    {
      k: 1000,
      engines,
      run: (engine) => enqueueSlice(engine, meter, { jobs: bulk, k: 1000 }, "bulk_enqueue"),
    },
    {
      k: 50,
      engines: [keyed],
      run: (engine) => enqueueSlice(engine, meter, { jobs: fifty, k: 50 }, "keyed_enqueue"),
    },
  ];
  const series = new Map<string, Series & { samples: Sample[] }>();
  try {
    for (let round = 0; round <= options.rounds; round++) {
      const began = performance.now();
      for (const kind of kinds) {
        for (const engine of orderOf(kind.engines, round)) {
          const samples = await kind.run(engine);
          if (round === 0) continue;
          for (const sample of samples) {
            const { phase } = sample;
            const name = `${kind.k} ${phase} ${engine.name}`;
            const known = series.get(name) ??
              { engine: engine.name, k: kind.k, phase, samples: [] };
            known.samples.push(sample);
            series.set(name, known);
          }
        }
      }
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      options.say(`${round === 0 ? "warm-up" : `round ${round}/${options.rounds}`}: ${seconds} s`);
    }
  } finally {
    for (const engine of [...engines, keyed]) await engine.close();
  }
  return [...series.values()];
}
