import { readFile } from "node:fs/promises";
import { startPostgres } from "../postgres/start_postgres.ts";
import { complaints, openSession, prepareArena } from "./arena.ts";
import { layEffects } from "./effects.ts";
import { moveToSmallDisk, type SmallDisk } from "./full_disk.ts";
import { isClean, judgeEffects, type Verdict } from "./judge_effects.ts";
import { judgeKeys, type KeyVerdict, layKeys, watchLimits } from "./keyed_jobs.ts";
import { killAround, type Killed } from "./killing.ts";
import { outliveLostConnections } from "../postgres/lost_connections.ts";
import { patiently } from "./patient.ts";
import { finish, produceJobs, produceSagas } from "./producing.ts";
import { seededRandom } from "./random.ts";
import { openResettingProxy, type ResettingProxy } from "./resetting_proxy.ts";
import type { ChaosOptions } from "./run_options.ts";
import { judgeSagas, registerSaga, type SagaVerdict } from "./sagas.ts";
import { WorkerPool } from "./worker_pool.ts";

/** The counts of a run. */
export interface ChaosResult extends Verdict, SagaVerdict, KeyVerdict {
  readonly seed: number;
  readonly killed: Killed;
  /** What `cogo.verify()` finds; empty when all is well. */
  readonly complaints: string;
  /** What `cogo.verify_limits()` found while things were killed. */
  readonly limits_passed: readonly string[];
  readonly clean: boolean;
  readonly seconds: number;
  readonly postgres: number;
  /** Statements that failed because the disk was full. */
  readonly disk_full_errors: number;
}

const settings = { fsync: "on", full_page_writes: "on", max_connections: 100 };

/**
 * Jobs and sagas run in worker processes over a server with real durability while all of it is
 * killed by lot; then everything runs to its end and is counted.
 */
export async function runChaos(
  options: Pick<ChaosOptions, "seconds" | "jobs" | "sagas" | "workers" | "seed">,
  say: (line: string) => void,
): Promise<ChaosResult> {
  outliveLostConnections();
  const began = performance.now();
  const server = await startPostgres({ settings });
  let pool: WorkerPool | undefined;
  let proxy: ResettingProxy | undefined;
  let disk: SmallDisk | undefined;
  try {
    const url = await prepareArena(server);
    disk = await moveToSmallDisk(server.url, url, say);
    proxy = await openResettingProxy(url);
    const owner = patiently(url);
    await owner(layEffects);
    await owner(registerSaga);
    await owner(layKeys);
    pool = new WorkerPool(proxy.url, options.workers);
    const { jobs, sagas, seconds, seed } = options;
    say(`seed ${seed}: ${jobs} jobs, ${sagas} sagas, ${seconds} s of killing`);
    const outside = patiently(proxy.url, openSession);
    let over = false;
    const targets = { server, owner, pool, proxy, disk };
    const play = async () => {
      const [acknowledged, , killed] = await Promise.all([
        produceJobs(outside, jobs, seconds * 0.9),
        produceSagas(outside, sagas, seconds * 0.8),
        killAround(targets, seconds, seededRandom(seed)),
      ]);
      say(`killed and hindered: ${JSON.stringify(killed)}`);
      await finish(owner, say);
      return { acknowledged, killed };
    };
    const [{ acknowledged, killed }, limits_passed] = await Promise.all([
      play().finally(() => over = true),
      watchLimits(owner, () => over),
    ]);
    await pool.stop();
    const verdict = await owner((sql) => judgeEffects(sql, acknowledged));
    const told = await owner(judgeSagas);
    const found = await owner(complaints);
    const log = await readFile(server.logFile, "utf8");
    const keys = await owner((sql) => judgeKeys(sql, log));
    const { sagas_open, sagas_wrong, steps_wrong } = told;
    const { two_at_once, out_of_order, permits_left } = keys;
    const clean = isClean(verdict) && found === "" && verdict.jobs === jobs &&
      sagas_open + sagas_wrong + steps_wrong === 0 && told.sagas === sagas &&
      two_at_once + out_of_order + permits_left + limits_passed.length === 0;
    return {
      ...{ seed, killed, ...verdict, ...told, ...keys, limits_passed, complaints: found, clean },
      seconds: Math.round((performance.now() - began) / 1000),
      postgres: server.major,
      disk_full_errors: log.split("No space left").length - 1,
    };
  } finally {
    await pool?.stop();
    await proxy?.close();
    await server.stop();
    await disk?.remove();
  }
}
