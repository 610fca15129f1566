import { Cron } from "croner";
import { z } from "zod";
import { pause } from "../../functions/_shared/ingress/pause.ts";
import type { Executor } from "../db/executor.ts";
import { messageOf } from "./failure.ts";
import { TurnTimeout } from "./turns.ts";

const scheduleSchema = z.object({
  name: z.string(),
  every_seconds: z.number().int().positive().nullable(),
  cron: z.string().nullable(),
});

type Schedule = z.infer<typeof scheduleSchema>;

/** The ticking of the database's schedules, where no pg_cron does it. */
export interface Ticker {
  /** How many schedules there are. */
  count: number;
  stop(): Promise<void>;
}

async function readSchedules(executor: Executor): Promise<Schedule[]> {
  const found = await executor.query(
    "select to_regprocedure('cogo.schedule_list()') is not null as there",
  );
  if (!found[0]?.there) return [];
  const rows = await executor.query("select name, every_seconds, cron from cogo.schedule_list()");
  return z.array(scheduleSchema).parse(rows);
}

/** Runs one schedule; tells about an error once, and again only when it becomes another one. */
function createRunner(name: string, executor: Executor, onNotice: (line: string) => void) {
  let lastError: string | undefined;
  return async () => {
    try {
      await executor.query("select cogo.run_schedule($1)", [name]);
      if (lastError) onNotice(`  schedule ${name} works again`);
      lastError = undefined;
    } catch (thrown) {
      if (thrown instanceof TurnTimeout) return; // somebody holds the session: the next tick will do
      const message = messageOf(thrown);
      if (message !== lastError) onNotice(`  schedule ${name} failed: ${message}`);
      lastError = message;
    }
  };
}

/** The next moment, in milliseconds from now. */
function wait(schedule: Schedule): number {
  if (schedule.every_seconds !== null) return schedule.every_seconds * 1000;
  return new Cron(schedule.cron ?? "", { timezone: "UTC" }).msToNext() ?? 3_600_000;
}

/** Longest delay of setTimeout; a farther moment is reached in several steps. */
const longestWait = 2_147_483_647;

/**
 * Ticks what `cogo.schedule_list()` names: every so many seconds, or by cron expression in UTC.
 * A schedule never overlaps itself: the next wait begins when the run has ended.
 */
export async function startTicker(
  executor: Executor,
  onNotice: (line: string) => void,
): Promise<Ticker> {
  const schedules = await readSchedules(executor);
  const stopping = new AbortController();

  const keepTime = async (schedule: Schedule) => {
    const run = createRunner(schedule.name, executor, onNotice);
    while (!stopping.signal.aborted) {
      const due = Date.now() + wait(schedule);
      while (Date.now() < due && !stopping.signal.aborted) {
        await pause(Math.min(due - Date.now(), longestWait), stopping.signal);
      }
      if (!stopping.signal.aborted) await run();
    }
  };

  const loops = schedules.map(keepTime);
  return {
    count: schedules.length,
    async stop() {
      stopping.abort();
      await Promise.all(loops);
    },
  };
}
