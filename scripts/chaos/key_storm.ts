import type { Sql } from "postgres";
import { type Arena, openSession } from "./arena.ts";
import { claim, complete, enqueueMany } from "./calls.ts";
import { permitsLeft } from "./keyed_jobs.ts";
import { stormingWorker } from "./key_storm_worker.ts";
import { killServer } from "./killing.ts";
import { patiently } from "./patient.ts";
import { pause } from "./random.ts";

/** What a storm over concurrency keys left behind. */
export interface KeyStorm {
  readonly jobs: number;
  /** Sessions that were cut off in the middle of what they did. */
  readonly killed: number;
  /** Held, parked and queued rows that are left when everything has ended. */
  readonly permits_left: number;
  /** Jobs that have not ended: their permit or their wake was lost. */
  readonly lost: number;
  /** Two holds of one key at once: an index of the arena refuses the second. */
  readonly doubled: number;
}

/** What a storm does. */
export interface KeyStormOptions {
  readonly workers: number;
  readonly jobs: number;
  readonly keys: number;
  readonly seconds: number;
  readonly seed: number;
  /** How often the server's main process is killed and started again; never by default. */
  readonly serverKills?: number;
}

async function prepare(owner: Sql, { jobs, keys }: KeyStormOptions): Promise<void> {
  await owner`create unique index never_two_at_once on cogo.held (key_hash) where key_hash is not null`;
  for (const [type, strict] of [["chaos.*", false], ["chaos.strict", true]] as const) {
    await owner`select api.register_job_type(${type}, key_strict => ${strict}, max_attempts => 100,
      retry_base_ms => 1, retry_max_ms => 50)`;
  }
  for (let key = 0; key < keys; key++) {
    const type = key % 3 === 0 ? "chaos.strict" : "chaos.job";
    await enqueueMany(owner, Math.ceil(jobs / keys), { type, concurrency_key: `k${key}` });
  }
}

/** Ends leases, cuts sessions off in the middle of a call, and kills the server now and then. */
async function harass({ server, url }: Arena, options: KeyStormOptions, stopped: () => boolean) {
  const owner = patiently(url);
  const between = options.seconds * 1000 / ((options.serverKills ?? 0) + 1);
  let next = performance.now() + between;
  while (!stopped()) {
    await pause(150);
    await owner((sql) => sql`select tests.move_clock('20 seconds'), cogo.sweep()`);
    await owner((sql) =>
      sql`select pg_terminate_backend(pid) from pg_stat_activity
        where usename is not null and pid <> pg_backend_pid() and state = 'active'
          and datname = current_database() order by random() limit 1`
    );
    if (options.serverKills && performance.now() > next && !stopped()) {
      next += between;
      await killServer(server);
    }
  }
}

/**
 * Lets `workers` sessions fight over `jobs` of `keys` concurrency keys with one permit each, kills
 * some, lets leases end, and then drains what is left in peace.
 */
export async function stormKeys(arena: Arena, options: KeyStormOptions): Promise<KeyStorm> {
  const { owner } = arena;
  await prepare(owner, options);
  const until = performance.now() + options.seconds * 1000;
  const stopped = () => performance.now() > until;
  const workers = Array.from(
    { length: options.workers },
    (_, nth) => stormingWorker(arena.url, nth, options.seed, stopped),
  );
  const [told] = await Promise.all([Promise.all(workers), harass(arena, options, stopped)]);

  const calm = await openSession(arena.url);
  for (let quiet = 0; quiet < 6;) {
    const holds = await claim(calm, 200, "calm");
    await complete(calm, holds);
    quiet = holds.length === 0 ? quiet + 1 : 0;
    if (holds.length === 0) await owner`select tests.move_clock('3 minutes'), cogo.sweep()`;
  }
  await calm.end({ timeout: 1 });
  const [row] = await owner`
    select (select count(*) from cogo.jobs)::int as jobs,
      (select count(*) from cogo.attempts where final)::int as ended`;
  return {
    jobs: Number(row?.jobs),
    killed: told.reduce((sum, one) => sum + one.killed, 0),
    permits_left: await permitsLeft(owner),
    lost: Number(row?.jobs) - Number(row?.ended),
    doubled: told.reduce((sum, one) => sum + one.doubled, 0),
  };
}
