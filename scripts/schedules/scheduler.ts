import postgres from "postgres";
import { z } from "zod";
import { postgresExecutor } from "../db/executor.ts";
import { startTicker, type Ticker } from "../stack/schedules.ts";
import { keepLead, takeLead, type Term } from "./leadership.ts";

/** Settings of {@link startScheduler}. */
export interface SchedulerOptions {
  /** Connection text of the database; its role must be a member of `service_role`. */
  readonly url: string;
  /** Who this is, unlike any other process: `host-pid` will do. */
  readonly holder: string;
  /** How long others wait, when this process falls silent, before one of them leads. 2 to 300. */
  readonly leaseSeconds: number;
  /** Pause between two ticks in milliseconds. */
  readonly everyMs: number;
  /** Whether the leader also runs the rest of `cogo.schedule_list()`, such as the sweep. */
  readonly housekeeping: boolean;
  /** Gets a line when something changes: leading, not leading, an error that is new. */
  readonly onNotice: (line: string) => void;
}

/** A scheduler that runs. */
export interface Scheduler {
  /** Gives the lead up and ends. */
  stop(): Promise<void>;
}

const errorSchema = z.object({ detail: z.string().optional(), message: z.string() });

/**
 * Ticks schedules from outside the database, where there is no pg_cron. Of any number of such
 * processes one leads; when it falls silent for `leaseSeconds`, another does. Losing the database
 * ends nothing: it is tried again at each turn.
 */
export function startScheduler(options: SchedulerOptions): Scheduler {
  const sql = postgres(options.url, {
    max: 2,
    onnotice: () => {},
    connect_timeout: 5,
    prepare: false,
    connection: { application_name: "cogo-scheduler" },
  });
  let term: Term | undefined;
  let housekeeper: Ticker | undefined;
  let lastProblem: string | undefined;
  let wake = () => {};
  let stopping = false;

  const lead = async (next: Term | undefined) => {
    if ((next === undefined) !== (term === undefined)) {
      options.onNotice(
        next ? `${options.holder} leads, fence ${next.fence}` : `${options.holder} leads no more`,
      );
    }
    term = next;
    if (term === undefined || !options.housekeeping) {
      const ending = housekeeper;
      housekeeper = undefined;
      await ending?.stop();
    } else housekeeper ??= await startTicker(postgresExecutor(sql), options.onNotice);
  };

  const turn = async () => {
    if (term === undefined) await lead(await takeLead(sql, options));
    else if (!await keepLead(sql, options, term)) await lead(undefined);
    if (term !== undefined) await sql`select cogo.tick_schedules(${term.fence}::bigint)`;
    lastProblem = undefined;
  };

  const run = async () => {
    while (!stopping) {
      try {
        await turn();
      } catch (thrown) {
        const { detail, message } = errorSchema.catch({ message: String(thrown) }).parse(thrown);
        if (detail === "leadership_lost") await lead(undefined);
        else if (message !== lastProblem) {
          options.onNotice(`${options.holder}: ${lastProblem = message}`);
        }
      }
      if (!stopping) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, options.everyMs);
          wake = () => (clearTimeout(timer), resolve());
        });
      }
    }
  };

  const running = run();
  return {
    stop: async () => {
      stopping = true;
      wake();
      await running;
      const { fence } = term ?? {};
      await lead(undefined);
      if (fence !== undefined) {
        await sql`select cogo.release_leadership('schedules', ${options.holder}, ${fence})`.catch(
          () => {},
        );
      }
      await sql.end({ timeout: 1 });
    },
  };
}
