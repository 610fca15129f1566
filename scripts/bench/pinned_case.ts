import postgres from "postgres";
import { migrateUrl } from "../db/migrate_url.ts";
import { connect, createDatabase, urlOf } from "../postgres/databases.ts";
import { type Engine, payloads } from "./engines/engine.ts";
import { openPgmq } from "./engines/pgmq.ts";
import type { BenchGround } from "./ground.ts";
import { type LoadedQueue, loadQueue } from "./queue_states.ts";

/** The lanes of the bench: ours and pgmq under a pinned xmin, and ours in a database of its own without. */
export type LaneName = "cogo, pinned" | "pgmq, pinned" | "cogo, free";

/** An engine in a database of its own in which jobs are held, and somebody may pin the xmin. */
export interface Lane {
  readonly name: LaneName;
  readonly engine: Engine;
  /** What its clock asks for outside of what is measured: renewals. */
  keepLeases(): Promise<void>;
  /** Row versions that vacuum has not taken away, as the server estimates. */
  deadRows(): Promise<number>;
  /** Opens the transaction whose old snapshot nothing may clean up behind. */
  pin(): Promise<void>;
  close(): Promise<void>;
}

const renewEveryMs = 20_000;

async function laneOf(name: LaneName, url: string, engine: Engine, queue?: LoadedQueue) {
  const sql = connect(url);
  // The driver must not renew this session, as it does after half an hour: the pin would be gone.
  const pinner = postgres(url, { max: 1, max_lifetime: null, onnotice: () => {} });
  let renewed = performance.now();
  let isPinned = false;
  await sql`vacuum analyze`;
  return {
    name,
    engine,
    keepLeases: async () => {
      if (!queue || performance.now() - renewed < renewEveryMs) return;
      renewed = performance.now();
      await queue.renew();
    },
    deadRows: async () => {
      const [row] = await sql`select sum(n_dead_tup)::float8 as dead from pg_stat_user_tables`;
      return Number(row?.dead);
    },
    pin: async () => {
      await pinner`begin isolation level repeatable read`;
      await pinner`select pg_current_xact_id(), count(*) from pg_class`;
      isPinned = true;
    },
    close: async () => {
      if (isPinned) await pinner`rollback`;
      await Promise.all([sql, pinner].map((one) => one.end({ timeout: 1 })));
      await (queue ?? engine).close();
    },
  } satisfies Lane;
}

async function openPgmqLane(serverUrl: string, held: number): Promise<Lane> {
  const { url } = await createDatabase(serverUrl);
  const engine = await openPgmq(url);
  for (let sent = 0; sent < held; sent += 1000) await engine.enqueue(payloads(sent, 1000));
  const sql = connect(url);
  // pgmq's way to hold a job: it stays in the queue, not to be seen for longer than the run.
  await sql`select count(*) from pgmq.read('bench', 1000000, ${held}::int)`;
  await sql.end({ timeout: 1 });
  return await laneOf("pgmq, pinned", url, engine);
}

/** Opens the three lanes with `held` jobs held in each. About 20 s for 20,000. */
export async function openLanes(
  ground: BenchGround,
  held: number,
  say: (line: string) => void,
): Promise<Lane[]> {
  const { server } = ground;
  const template = await createDatabase(server.url);
  await migrateUrl(template.url, { programs: server.programs });
  const lanes: Lane[] = [];
  for (const name of ["cogo, pinned", "cogo, free"] as const) {
    say(`filling: ${name}`);
    const queue = await loadQueue(server.url, template.name, { name, held, ready: 0 });
    const [row] = await queue.sql`select current_database() as name`;
    lanes.push(await laneOf(name, urlOf(server.url, String(row?.name)), queue.engine, queue));
  }
  say("filling: pgmq, pinned");
  lanes.push(await openPgmqLane(server.url, held));
  return lanes;
}
