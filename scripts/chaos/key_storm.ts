import type { Sql } from "postgres";
import { type Arena, openSession } from "./arena.ts";
import { claim, complete, enqueueMany, fail, type Hold, release } from "./calls.ts";
import { pause, seededRandom } from "./random.ts";

/** What a storm over concurrency keys left behind. */
export interface KeyStorm {
  readonly jobs: number;
  /** Sessions that were cut off in the middle of what they did. */
  readonly killed: number;
  /** Jobs that have not ended: their permit or their wake was lost. */
  readonly lost: number;
  /** Two holds of one key at once: an index of the arena refuses the second. */
  readonly doubled: number;
}

const isKill = (error: unknown) =>
  /57P0|CONNECTION|EPIPE|ECONN|terminat/.test(`${(error as { code?: string }).code} ${error}`);
const isDouble = (error: unknown) => (error as { code?: string }).code === "23505";

/** Ends holds in the ways that workers do; some are forgotten, as a dead worker would. */
async function settle(sql: Sql, holds: readonly Hold[], random: ReturnType<typeof seededRandom>) {
  for (const hold of holds) {
    const way = random.next();
    if (way < 0.05) continue;
    if (way < 0.15) await fail(sql, [hold], "transient");
    else if (way < 0.2) await release(sql, [hold]);
    else await complete(sql, [hold]);
  }
}

async function work(arena: Arena, nth: number, seed: number, stopped: () => boolean) {
  const random = seededRandom(seed + nth);
  let [doubled, killed] = [0, 0];
  let sql: Sql | undefined;
  while (!stopped()) {
    try {
      sql ??= await openSession(arena.url);
      const holds = await claim(sql, 1 + Math.floor(random.next() * 8), `storm-${nth}`);
      if (holds.length === 0) await pause(5 + random.next() * 20);
      await settle(sql, holds, random);
    } catch (error) {
      if (isDouble(error)) doubled++;
      else if (isKill(error)) killed++;
      else throw error;
      await sql?.end({ timeout: 1 }).catch(() => {});
      sql = undefined;
    }
  }
  await sql?.end({ timeout: 1 }).catch(() => {});
  return { doubled, killed };
}

/**
 * Lets `workers` sessions fight over `jobs` of `keys` concurrency keys with one permit each, kills
 * some, lets leases end, and then drains what is left in peace.
 */
export async function stormKeys(
  arena: Arena,
  options: { workers: number; jobs: number; keys: number; seconds: number; seed: number },
): Promise<KeyStorm> {
  const { owner } = arena;
  await owner`create unique index never_two_at_once on cogo.held (key_hash) where key_hash is not null`;
  await owner`select api.register_job_type('chaos.*', key_strict => false, max_attempts => 100,
    retry_base_ms => 1, retry_max_ms => 50)`;
  await owner`select api.register_job_type('chaos.strict', key_strict => true, max_attempts => 100,
    retry_base_ms => 1, retry_max_ms => 50)`;
  for (let key = 0; key < options.keys; key++) {
    const type = key % 3 === 0 ? "chaos.strict" : "chaos.job";
    await enqueueMany(owner, options.jobs / options.keys, { type, concurrency_key: `k${key}` });
  }
  const until = performance.now() + options.seconds * 1000;
  const stopped = () => performance.now() > until;
  const nemesis = (async () => {
    while (!stopped()) {
      await pause(150);
      await owner`select tests.move_clock('20 seconds'), cogo.sweep()`;
      await owner`select pg_terminate_backend(pid) from pg_stat_activity
        where usename is not null and pid <> pg_backend_pid() and state = 'active'
          and datname = current_database() order by random() limit 1`;
    }
  })();
  const told = await Promise.all([
    ...Array.from({ length: options.workers }, (_, nth) => work(arena, nth, options.seed, stopped)),
  ]);
  await nemesis;

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
    lost: Number(row?.jobs) - Number(row?.ended),
    doubled: told.reduce((sum, one) => sum + one.doubled, 0),
  };
}
