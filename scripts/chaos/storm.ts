import type { Sql } from "postgres";
import type { Arena } from "./arena.ts";
import * as calls from "./calls.ts";
import { pause, type Random, seededRandom } from "./random.ts";

/** What a storm did. */
export interface StormCounts {
  readonly jobs: number;
  /** Calls that answered, by name. */
  readonly answered: Readonly<Record<string, number>>;
  /** Errors that no client should see, by their text. */
  readonly errors: Readonly<Record<string, number>>;
}

interface World {
  readonly random: Random;
  readonly jobs: string[];
  readonly holds: calls.Hold[];
}

type Deed = (sql: Sql, world: World) => Promise<unknown>;

const recent = <T>(list: readonly T[], random: Random, most: number): T[] =>
  random.some(list.slice(-60), random.between(1, most));

async function enqueueSome(sql: Sql, world: World, more: () => object): Promise<void> {
  const { random } = world;
  const jobs = Array.from({ length: random.between(1, 8) }, () => ({
    type: "storm.job",
    max_attempts: 3,
    ...more(),
  }));
  world.jobs.push(...await calls.enqueue(sql, jobs));
}

const deeds: Readonly<Record<string, Deed>> = {
  enqueue: (sql, world) => enqueueSome(sql, world, () => ({})),
  delay: (sql, world) => enqueueSome(sql, world, () => ({ delay_seconds: world.random.next() })),
  key: (sql, world) =>
    enqueueSome(sql, world, () => ({ idempotency_key: `storm-${world.random.between(1, 400)}` })),
  after: (sql, world) =>
    enqueueSome(sql, world, () => ({ after: recent(world.jobs, world.random, 4).map(Number) })),
  claim: async (sql, { random, holds }) => {
    holds.push(...await calls.claim(sql, random.between(1, 20), "storm", random.next() < 0.5));
  },
  start: (sql, { random, holds }) => calls.start(sql, recent(holds, random, 20)),
  complete: (sql, { random, holds }) => calls.complete(sql, recent(holds, random, 30)),
  fail: (sql, { random, holds }) =>
    calls.fail(sql, recent(holds, random, 8), random.pick(["transient", "permanent"])),
  release: (sql, { random, holds }) => calls.release(sql, recent(holds, random, 8)),
  renew: (sql, { random, holds }) =>
    calls.renew(sql, [...new Set(recent(holds, random, 20).map((hold) => hold.fence))]),
  cancel: (sql, { random, jobs }) =>
    calls.cancel(sql, recent(jobs, random, 10), random.next() < 0.5),
  redrive: (sql, { random, jobs }) =>
    sql`select * from api.redrive_dead_letters(${recent(jobs, random, 30)}::bigint[])`,
  sweep: (sql) => sql`select cogo.sweep()`,
};

/** Some deeds come more often, so that there is work to fight over. */
const weights = ["enqueue", "after", "claim", "claim", "complete", "complete", "sweep"];

async function deedsOf(sql: Sql, world: World, name: string): Promise<void> {
  const { random } = world;
  const deed = deeds[name]!;
  if (random.next() > 0.15) return void await deed(sql, world);
  await sql`begin`; // a caller's own transaction, which may do several things and be undone
  try {
    await deed(sql, world);
    await pause(random.between(0, 5));
    await sql.unsafe(random.next() < 0.5 ? "commit" : "rollback");
  } catch (error) {
    await sql`rollback`;
    throw error;
  }
}

/** All calls from all sessions at once, on the same few jobs, for some seconds; time jumps. */
export async function storm(arena: Arena, seconds: number, seed: number): Promise<StormCounts> {
  const until = performance.now() + seconds * 1000;
  const answered: Record<string, number> = {};
  const errors: Record<string, number> = {};
  const jobs: string[] = await calls.enqueueMany(arena.owner, 20);
  const holds: calls.Hold[] = [{ job_id: "1", fence: "1", attempt: 1 }];
  const names = [...Object.keys(deeds), ...weights];
  await Promise.all(arena.sessions.map(async (sql, nth) => {
    const world = { random: seededRandom(seed * 1000 + nth), jobs, holds };
    while (performance.now() < until) {
      const name = world.random.pick(names);
      try {
        await deedsOf(sql, world, name);
        answered[name] = (answered[name] ?? 0) + 1;
      } catch (error) {
        const { code = "", message } = error as { code?: string; message: string };
        if (/^PT4/.test(code)) continue; // a refusal, such as `after` naming a job rolled back
        const text = `${name}: ${code} ${message}`;
        errors[text] = (errors[text] ?? 0) + 1;
      }
      if (nth === 0 && world.random.next() < 0.05) await arena.moveClock("40 seconds");
    }
  }));
  return { jobs: jobs.length, answered, errors };
}
