import { startPostgres } from "../postgres/start_postgres.ts";
import { complaints, openSession, prepareArena } from "./arena.ts";
import { enqueue } from "./calls.ts";
import { isClean, judgeEffects, type Verdict } from "./judge_effects.ts";
import { countOpen, hurryTime, killAround, type Killed } from "./killing.ts";
import { outliveLostConnections } from "./lost_connections.ts";
import { type Patient, patiently } from "./patient.ts";
import { pause, seededRandom } from "./random.ts";
import type { ChaosOptions } from "./run_options.ts";
import { WorkerPool } from "./worker_pool.ts";

/** The counts of a run. */
export interface ChaosResult extends Verdict {
  readonly seed: number;
  readonly killed: Killed;
  /** What `cogo.verify()` finds; empty when all is well. */
  readonly complaints: string;
  readonly clean: boolean;
}

const batch = 50;

/** Enqueues all jobs over the time given; what failed is sent again under the same keys. */
async function produce(producer: Patient, jobs: number, seconds: number): Promise<string[]> {
  const acknowledged: string[] = [];
  const began = performance.now();
  for (let sent = 0; sent < jobs; sent += batch) {
    const bodies = Array.from({ length: Math.min(batch, jobs - sent) }, (_, nth) => ({
      type: "chaos.job",
      idempotency_key: `chaos-${sent + nth}`,
      payload: { nth: sent + nth },
      max_attempts: 100,
    }));
    acknowledged.push(...await producer((sql) => enqueue(sql, bodies)));
    await pause(Math.max(0, began + seconds * 1000 * sent / jobs - performance.now()));
  }
  return acknowledged;
}

/** Lets what is left run to its end; gives up when 60 s pass without it. */
async function finish(owner: Patient, say: (line: string) => void): Promise<void> {
  const until = performance.now() + 60_000;
  for (let open = await countOpen(owner); open > 0; open = await countOpen(owner)) {
    if (performance.now() > until) return;
    say(`${open} jobs to go`);
    await hurryTime(owner);
    await pause(500);
  }
}

/**
 * Jobs run in worker processes over a server with real durability while all of it is killed by lot;
 * then everything runs to its end and is counted.
 */
export async function runChaos(
  options: Omit<ChaosOptions, "json" | "help">,
  say: (line: string) => void,
): Promise<ChaosResult> {
  outliveLostConnections();
  const settings = { fsync: "on", full_page_writes: "on", max_connections: 100 };
  const server = await startPostgres({ settings });
  let pool: WorkerPool | undefined;
  try {
    const url = await prepareArena(server);
    const owner = patiently(url);
    await owner(async (sql) => {
      await sql`create table public.effects (job_id bigint, fence bigint, worker text)`;
      await sql`grant insert on public.effects to service_role`;
    });
    pool = new WorkerPool(url, options.workers);
    const { jobs, seconds, seed } = options;
    say(`seed ${seed}: ${jobs} jobs, ${options.workers} workers, ${seconds} s of killing`);
    const random = seededRandom(seed);
    const [acknowledged, killed] = await Promise.all([
      produce(patiently(url, openSession), jobs, seconds * 0.9),
      killAround({ server, owner, pool }, seconds, random),
    ]);
    say(`killed ${killed.workers} workers, ${killed.sessions} sessions, ${killed.servers} servers`);
    await finish(owner, say);
    await pool.stop();
    const verdict = await owner((sql) => judgeEffects(sql, acknowledged));
    const found = await owner(complaints);
    const clean = isClean(verdict) && found === "" && verdict.jobs === jobs;
    return { seed, killed, ...verdict, complaints: found, clean };
  } finally {
    await pool?.stop();
    await server.stop();
  }
}
