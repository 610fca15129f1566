import type { Sql } from "postgres";
import { complaints, openArena } from "../arena.ts";
import { claim, complete } from "../calls.ts";
import { outliveLostConnections } from "../../postgres/lost_connections.ts";
import { pause, type Random, seededRandom } from "../random.ts";
import { judgeRuns, type Verdict } from "./judge_runs.ts";
import { makeSchedules } from "./make_schedules.ts";
import type { LeaderOptions } from "./options.ts";
import { SchedulerPool } from "./scheduler_pool.ts";

/** The counts of a run. */
export interface LeaderResult extends Verdict {
  readonly seed: number;
  readonly leader_changes: number;
  readonly jumps: number;
  /** What `cogo.verify()` finds; empty when all is well. */
  readonly complaints: string;
  readonly clean: boolean;
}

async function moveClock(owner: Sql, seconds: number): Promise<void> {
  await owner`select tests.move_clock(make_interval(secs => ${seconds}))`;
}

/** Cuts the sessions of all schedulers, in whatever they are doing. */
async function cutSessions(owner: Sql): Promise<void> {
  await owner`
    select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'cogo-scheduler'`;
}

/** Does one thing after the other until the time is over. Answers how often the clock jumped. */
async function disturb(owner: Sql, pool: SchedulerPool, seconds: number, random: Random) {
  const until = performance.now() + seconds * 1000;
  const freezing: Promise<void>[] = [];
  let jumps = 0;
  while (performance.now() < until) {
    await pause(random.between(50, 400));
    const lot = random.next();
    if (lot < 0.25) freezing.push(pool.freezeOne(random, random.between(500, 4000)));
    else if (lot < 0.35) await pool.killOne(random);
    else if (lot < 0.55) await cutSessions(owner);
    else {
      await moveClock(
        owner,
        lot < 0.7 ? -random.between(1, 40) : random.between(1, lot > 0.97 ? 1800 : 45),
      );
      jumps++;
    }
  }
  await Promise.all(freezing);
  return jumps;
}

/** Ends jobs as they come, so that runs which wait for others get their turn. */
async function work(worker: Sql): Promise<number> {
  const holds = await claim(worker, 500);
  if (holds.length > 0) await complete(worker, holds);
  return holds.length;
}

/** Lets nobody but one session tick, and all that is due or waits come to its end. */
async function settle(owner: Sql, worker: Sql): Promise<void> {
  await moveClock(owner, 10); // past the last lease
  for (let round = 0; round < 200; round++) {
    const [row] = await owner`select cogo.tick_schedules() as told`;
    const done = await work(worker);
    const [left] = await owner`
      select exists (select from cogo.schedule_runs where state = 'waiting') as waiting,
        exists (select from cogo.schedules where next_run_at <= cogo.now_() - interval '2 s') as late`;
    if (done === 0 && !left?.waiting && !left?.late && row?.told.leads) return;
  }
}

/** Runs schedulers over a server of our own while they and the clock are disturbed; then counts. */
export async function runLeaderChaos(
  options: Omit<LeaderOptions, "json" | "help">,
  say: (line: string) => void = () => {},
): Promise<LeaderResult> {
  outliveLostConnections();
  const random = seededRandom(options.seed);
  say(`seed ${options.seed}`);
  const arena = await openArena(1, { max_connections: options.schedulers * 3 + 20 });
  try {
    const { owner, sessions: [worker] } = arena;
    await makeSchedules(owner, options.schedules, random);
    const pool = new SchedulerPool(arena.url, options.schedulers);
    let working = true;
    const keepWorking = async () => {
      while (working) if (await work(worker!) === 0) await pause(100);
    };
    const [jumps] = await Promise.all([
      disturb(owner, pool, options.seconds, random).finally(() => working = false),
      keepWorking(),
    ]).finally(() => pool.stop());
    say("counting");
    await settle(owner, worker!);
    const verdict = await judgeRuns(owner);
    const found = await complaints(owner);
    const [leader] = await owner`select coalesce(max(fence), 0)::int as terms from cogo.leaders`;
    return {
      seed: options.seed,
      ...verdict,
      leader_changes: Math.max(0, Number(leader?.terms) - 1),
      jumps,
      complaints: found,
      clean: verdict.doubled === 0 && verdict.lost === 0 && found === "",
    };
  } finally {
    await arena.close();
  }
}
