import { connect, createDatabase } from "../postgres/databases.ts";
import { migrateUrl } from "../db/migrate_url.ts";
import { orderOf } from "./compare.ts";
import { payloads, type Taken } from "./engines/engine.ts";
import type { BenchGround } from "./ground.ts";
import { type LoadedQueue, loadQueue, type QueueLoad } from "./queue_states.ts";
import { median } from "./statistics.ts";

/** What claim + complete cost beside a load; the ratio is to the almost empty queue, by round. */
export interface ClaimCost {
  readonly engine: "cogo";
  readonly phase: "claim_complete";
  readonly queue: string;
  readonly k: number;
  readonly jobs_per_second: number;
  readonly cpu_us_per_job: number;
  readonly wal_bytes_per_job: number;
  readonly ratio_to_empty: number;
}

interface Sample {
  readonly cpu: number;
  readonly millis: number;
  readonly wal: number;
}

const empty: QueueLoad = { name: "almost empty", held: 0, ready: 0 };
const usual: readonly QueueLoad[] = [
  empty,
  { name: "40,000 held", held: 40_000, ready: 0 },
  { name: "200,000 ready", held: 0, ready: 200_000 },
];
const million: QueueLoad = { name: "1,000,000 ready", held: 0, ready: 1_000_000 };
const sizes = [{ k: 1, jobs: 200 }, { k: 50, jobs: 3000 }];

async function slice(
  ground: BenchGround,
  queue: LoadedQueue,
  size: { k: number; jobs: number },
): Promise<Sample> {
  const { engine } = queue;
  await queue.renew();
  for (let sent = 0; sent < size.jobs; sent += 200) await engine.enqueue(payloads(sent, 200));
  const usage = await ground.meter.measure(engine.backend, async () => {
    for (let done = 0; done < size.jobs;) {
      const taken: Taken = await engine.claim(Math.min(size.k, size.jobs - done));
      if (taken.count === 0) throw new Error(`${queue.load.name}: jobs are missing`);
      await engine.complete(taken);
      done += taken.count;
    }
  });
  await queue.sql`select cogo.sweep()`;
  const { sessionMicros, millis, walBytes } = usage;
  return {
    cpu: sessionMicros / size.jobs,
    millis: millis / size.jobs,
    wal: walBytes / size.jobs,
  };
}

/** What `bench:backlog` measures beside an almost empty queue. */
export const backlogs: readonly QueueLoad[] = [
  empty,
  { name: "10,000 ready", held: 0, ready: 10_000 },
  { name: "100,000 ready", held: 0, ready: 100_000 },
  million,
  { name: "40,000 held", held: 40_000, ready: 0 },
];

/**
 * Measures the session's own CPU time per job under each load, in slices that take turns. The first
 * load is the one that ratios are to.
 */
export async function measureClaimCost(
  ground: BenchGround,
  options: {
    rounds: number;
    full?: boolean;
    loads?: readonly QueueLoad[];
    say: (line: string) => void;
  },
): Promise<ClaimCost[]> {
  const template = await createDatabase(ground.server.url);
  await migrateUrl(template.url, { programs: ground.server.programs });
  const queues: LoadedQueue[] = [];
  const loads = options.loads ?? (options.full ? [...usual, million] : usual);
  for (const load of loads) {
    options.say(`filling: ${load.name}`);
    queues.push(await loadQueue(ground.server.url, template.name, load));
  }
  const sql = connect(ground.server.url);
  await sql`checkpoint`;
  await sql.end();
  const samples = new Map<string, Sample[]>();
  for (let round = 0; round <= options.rounds; round++) {
    for (const size of sizes) {
      for (const queue of orderOf(queues, round)) {
        const sample = await slice(ground, queue, size);
        const name = `${size.k} ${queue.load.name}`;
        if (round > 0) samples.set(name, [...samples.get(name) ?? [], sample]);
      }
    }
    options.say(round === 0 ? "warm-up" : `round ${round}/${options.rounds}`);
  }
  const results = sizes.flatMap(({ k }) => {
    const first = samples.get(`${k} ${loads[0]!.name}`) ?? [];
    return queues.map(({ load }): ClaimCost => {
      const own = samples.get(`${k} ${load.name}`) ?? [];
      const ratios = own.map((sample, round) => sample.cpu / (first[round]?.cpu ?? NaN));
      return {
        engine: "cogo",
        phase: "claim_complete",
        queue: load.name,
        k,
        jobs_per_second: Math.round(1000 / median(own.map((sample) => sample.millis))),
        cpu_us_per_job: Number(median(own.map((sample) => sample.cpu)).toFixed(1)),
        wal_bytes_per_job: Math.round(median(own.map((sample) => sample.wal))),
        ratio_to_empty: Number(median(ratios).toFixed(2)),
      };
    });
  });
  for (const queue of queues) await queue.close();
  return results;
}
