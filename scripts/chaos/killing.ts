import type { PostgresServer } from "../postgres/start_postgres.ts";
import type { Patient } from "./patient.ts";
import { pause, type Random } from "./random.ts";
import type { WorkerPool } from "./worker_pool.ts";

/** What was killed how often. */
export interface Killed {
  workers: number;
  sessions: number;
  servers: number;
}

/** Moves the clock past every lease and sweeps, since nobody wants to wait for leases. */
export async function hurryTime(owner: Patient): Promise<void> {
  await owner(async (sql) => {
    await sql`select tests.move_clock('40 seconds')`;
    await sql`select cogo.sweep()`;
  });
}

/** How many jobs have not ended. */
export function countOpen(owner: Patient): Promise<number> {
  return owner(async (sql) => {
    const [row] = await sql`
      select (select count(*) from cogo.jobs) - (select count(*) from cogo.attempts where final)
        as jobs`;
    return Number(row?.jobs);
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

async function killServer(server: PostgresServer): Promise<void> {
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

/** Kills by lot until the time is over: sessions most, then workers, then the whole server. */
export async function killAround(
  arena: { server: PostgresServer; owner: Patient; pool: WorkerPool },
  seconds: number,
  random: Random,
): Promise<Killed> {
  const killed: Killed = { workers: 0, sessions: 0, servers: 0 };
  const until = performance.now() + seconds * 1000;
  const { server, owner, pool } = arena;
  for (let nth = 1; performance.now() < until; nth++) {
    await pause(random.between(100, 500));
    const lot = random.next();
    if (nth % 12 === 6 || lot < 0.05) {
      await killServer(server);
      killed.servers++;
    } else if (lot < 0.35) {
      await pool.killOne(random);
      killed.workers++;
    } else {
      await killSession(owner);
      killed.sessions++;
    }
    if (random.next() < 0.3) await hurryTime(owner);
  }
  return killed;
}
