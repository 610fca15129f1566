import { measureDeadRows } from "./dead_rows.ts";
import { openCogo } from "./engines/cogo.ts";
import type { AnyEngine, EngineName } from "./engines/engine.ts";
import { openEngines } from "./engines/open_engines.ts";
import type { BenchGround } from "./ground.ts";
import { enqueueSlice, type Sample, slice } from "./slices.ts";
import type { Series } from "./statistics.ts";

/** What to measure, and for how long. */
export interface CompareOptions {
  readonly rounds: number;
  readonly engines: readonly EngineName[];
  /** Jobs in a slice at k = 1, 10 and 50 and in bulk. */
  readonly jobs: Readonly<Record<"one" | "ten" | "fifty" | "bulk", number>>;
  readonly say: (line: string) => void;
}

/** The samples of all rounds, and the dead rows that a job leaves, by engine. */
export interface Comparison {
  readonly series: readonly Series[];
  readonly deadRows: ReadonlyMap<string, number>;
}

interface Kind {
  readonly k: number;
  readonly engines: readonly AnyEngine[];
  readonly run: (engine: AnyEngine) => Promise<Sample[]>;
}

/** The engines in this round's order: rotated, and turned around every other round. */
export function orderOf<T>(engines: readonly T[], round: number): T[] {
  const shift = round % engines.length;
  const rotated = [...engines.slice(shift), ...engines.slice(0, shift)];
  return Math.floor(round / engines.length) % 2 === 0 ? rotated : rotated.reverse();
}

/** All engines in one server, in slices that take turns; the first round warms up and is dropped. */
export async function compare(ground: BenchGround, options: CompareOptions): Promise<Comparison> {
  const { meter } = ground;
  const { one, ten, fifty, bulk } = options.jobs;
  const opened = await openEngines(ground, options.engines, options.say);
  const engines = opened.map(({ engine }) => engine);
  const keyed = await openCogo(ground.url, { keyed: true });
  const whole = (k: number, jobs: number): Kind => ({
    k,
    engines,
    run: (engine) => slice(engine, meter, { jobs, k }),
  });
  const kinds: Kind[] = [
    whole(1, one),
    whole(10, ten),
    whole(50, fifty),
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
    options.say("dead rows: 25 s");
    const deadRows = await measureDeadRows(ground, opened, fifty);
    return { series: [...series.values()], deadRows };
  } finally {
    for (const engine of [...engines, keyed]) await engine.close();
  }
}
