import { openImage } from "../db/serve_pglite.ts";
import { median } from "../bench/statistics.ts";
import { openCogo } from "../bench/engines/cogo.ts";
import { type Engine, payloads, type Taken } from "../bench/engines/engine.ts";
import { openPgmq } from "../bench/engines/pgmq.ts";
import type { Figure } from "./figures.ts";

const phases = ["enqueue", "claim", "complete"] as const;
type Cost = Record<typeof phases[number], { millis: number; wal: number }>;

interface Side {
  readonly engine: Engine;
  /** Bytes of WAL written so far. */
  wal(): Promise<number>;
  close(): Promise<void>;
}

async function openSide(
  data: Blob | undefined,
  open: (url: string) => Promise<Engine>,
): Promise<Side> {
  const image = await openImage(data);
  const engine = await open(await image.serve());
  return {
    engine,
    wal: async () => {
      const [row] = await image.executor.query(
        "select pg_current_wal_insert_lsn() - '0/0'::pg_lsn as bytes",
      );
      return Number(row?.["bytes"]);
    },
    close: async () => {
      await engine.close();
      await image.close();
    },
  };
}

/** One slice: `jobs` jobs, `k` a call, through their whole life. */
async function slice(side: Side, jobs: number, k: number): Promise<Cost> {
  const { engine } = side;
  const taken: Taken[] = [];
  const measure = async (body: () => Promise<void>) => {
    const wal = await side.wal();
    const began = performance.now();
    await body();
    return { millis: performance.now() - began, wal: await side.wal() - wal };
  };
  const enqueue = await measure(async () => {
    for (let sent = 0; sent < jobs; sent += k) await engine.enqueue(payloads(sent, k));
  });
  const claim = await measure(async () => {
    for (let done = 0; done < jobs;) {
      const some = await engine.claim(k);
      if (some.count === 0) throw new Error(`${engine.name}: ${jobs - done} jobs are missing`);
      taken.push(some);
      done += some.count;
    }
  });
  const complete = await measure(async () => {
    for (const some of taken) await engine.complete(some);
  });
  return { enqueue, claim, complete };
}

const sizes = [{ k: 1, jobs: 60 }, { k: 50, jobs: 600 }];

/**
 * What a job costs in our engine, as multiples of what it costs in raw pgmq in slices that take
 * turns on the same machine: time (of few slices, so it wobbles) and WAL (which hardly does).
 */
export async function measureRatios(
  migrated: Blob,
  rounds: number,
  say: (line: string) => void,
): Promise<Figure[]> {
  const ours = await openSide(migrated, (url) => openCogo(url));
  const raw = await openSide(undefined, openPgmq);
  const ratios = new Map<string, number[]>();
  try {
    for (let round = 0; round <= rounds; round++) {
      for (const { k, jobs } of sizes) {
        const [first, second] = round % 2 === 0 ? [ours, raw] : [raw, ours];
        const costs = new Map([[first, await slice(first, jobs, k)]]);
        costs.set(second, await slice(second, jobs, k));
        if (round === 0) continue; // warm-up
        for (const phase of phases) {
          for (const what of ["millis", "wal"] as const) {
            const name = `${what === "wal" ? "WAL" : "time"} of ${phase}, ${k} a call`;
            const ratio = costs.get(ours)![phase][what] / costs.get(raw)![phase][what];
            ratios.set(name, [...ratios.get(name) ?? [], ratio]);
          }
        }
      }
      say(round === 0 ? "warm-up" : `round ${round}/${rounds}`);
    }
  } finally {
    await ours.close();
    await raw.close();
  }
  return [...ratios].map(([name, values]) => ({
    name: `beside pgmq: ${name}`,
    value: Number(median(values).toFixed(3)),
    kind: "ratio",
  }));
}
