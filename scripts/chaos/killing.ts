import type { PostgresServer } from "../postgres/start_postgres.ts";
import type { Patient } from "./patient.ts";
import type { SmallDisk } from "./full_disk.ts";
import { pinSnapshot, stormOfLocks } from "./hindering.ts";
import { pause, type Random } from "./random.ts";
import type { ResettingProxy } from "./resetting_proxy.ts";
import type { WorkerPool } from "./worker_pool.ts";

/** What was killed and hindered how often. */
export interface Killed {
  workers: number;
  sessions: number;
  servers: number;
  /** Connections reset on the way. */
  resets: number;
  lock_storms: number;
  pinned_snapshots: number;
  full_disks: number;
}

/** What there is to kill and to hinder. */
export interface Targets {
  readonly server: PostgresServer;
  readonly owner: Patient;
  readonly pool: WorkerPool;
  readonly proxy: ResettingProxy;
  /** Undefined where the machine has none. */
  readonly disk: SmallDisk | undefined;
}

/** Moves the clock past every lease and sweeps, since nobody wants to wait for leases. */
export async function hurryTime(owner: Patient): Promise<void> {
  await owner(async (sql) => {
    await sql`select tests.move_clock('40 seconds')`;
    await sql`select cogo.sweep()`;
  });
}

function killSession(owner: Patient): Promise<unknown> {
  return owner((sql) =>
    sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and query like '%api.%'
      order by random() limit 1`
  );
}

/** Kills the server's main process as `kill -9` does and starts it again. */
export async function killServer(server: PostgresServer): Promise<void> {
  await server.kill9();
  for (let tries = 0;; tries++) {
    try {
      return await server.restart();
    } catch (error) {
      if (tries > 10) throw error; // its children may take a moment to notice
      await pause(300);
    }
  }
}

/** What is dealt in random order until it is used up, then anew: nothing is left out for long. */
const deck: Readonly<Record<keyof Killed, number>> = {
  workers: 5,
  sessions: 4,
  servers: 2,
  resets: 5,
  lock_storms: 2,
  pinned_snapshots: 1,
  full_disks: 1,
};

/** Kills and hinders by lot until the time is over; answers once everything that it did is over. */
export async function killAround(
  { server, owner, pool, proxy, disk }: Targets,
  seconds: number,
  random: Random,
): Promise<Killed> {
  const names = Object.keys(deck) as (keyof Killed)[];
  const killed = Object.fromEntries(names.map((name) => [name, 0])) as unknown as Killed;
  const background: Promise<unknown>[] = [];
  const deeds: Record<keyof Killed, () => unknown> = {
    workers: () => pool.killOne(random),
    sessions: () => killSession(owner),
    servers: () => killServer(server),
    resets: () => proxy.resetOne(random),
    lock_storms: () => void background.push(stormOfLocks(owner, random)),
    pinned_snapshots: () => void background.push(pinSnapshot(owner, random.between(1, 8))),
    full_disks: () => disk?.fill(random.between(200, 1_200)),
  };
  const until = performance.now() + seconds * 1000;
  let cards: (keyof Killed)[] = [];
  while (performance.now() < until) {
    await pause(random.between(100, 500));
    if (cards.length === 0) {
      const all = names.flatMap((name) => Array<keyof Killed>(deck[name]).fill(name));
      cards = random.some(all, all.length);
    }
    const name = cards.pop()!;
    if (name === "full_disks" && !disk) continue;
    await deeds[name]();
    killed[name]++;
    if (random.next() < 0.3) await hurryTime(owner);
  }
  await Promise.all(background);
  return killed;
}
