import postgres from "postgres";
import type { Arena } from "./arena.ts";
import { isCut, isDeadlock } from "./cut_connection.ts";
import { killServer } from "./killing.ts";
import { Caller, type RoundOptions } from "./money_caller.ts";
import { pause } from "./random.ts";

/** What the callers of one round saw. */
export interface MoneyRound {
  readonly admitted: number;
  readonly refused: number;
  /** Errors that say deadlock (40P01). */
  readonly deadlocks: number;
  /** Calls that a kill cut off. */
  readonly cutOff: number;
  /** Openings that the server confirmed: their reservations may never be lost. */
  readonly opened: readonly string[];
}

/** Lets all callers at one budget at once, with the reaper among them; perhaps kills the server under them. */
export async function playMoneyRound(arena: Arena, options: RoundOptions): Promise<MoneyRound> {
  const { callers, killAfterMs } = options;
  const sql = postgres(arena.url, { max: callers, onnotice: () => {}, idle_timeout: 0 });
  await Promise.all(Array.from({ length: callers }, () => sql`select pg_sleep(0.2)`));
  const all = Array.from({ length: callers }, (_, nth) => new Caller(sql, options, nth));
  let deadlocks = 0;
  const reaper = async () => {
    for (let nth = 0; nth < 5; nth++) {
      await pause(100);
      try {
        await sql`select cogo.tend_money()`;
      } catch (error) {
        if (isDeadlock(error)) deadlocks++;
        else if (!isCut(error)) throw error;
      }
    }
  };
  const played = Promise.all([...all.map((caller) => caller.play()), reaper()]);
  played.catch(() => {}); // told below, which may be later
  if (killAfterMs === undefined) await played;
  else {
    await pause(killAfterMs);
    await killServer(arena.server, 100);
    // The driver may lose a query with its connection: then nobody ever answers its caller.
    await Promise.race([played, pause(3000)]);
  }
  await Promise.race([sql.end({ timeout: 1 }).catch(() => {}), pause(3000)]);
  const sum = (field: "admitted" | "refused" | "deadlocks" | "cutOff") =>
    all.reduce((total, caller) => total + caller[field], 0);
  return {
    admitted: sum("admitted"),
    refused: sum("refused"),
    deadlocks: deadlocks + sum("deadlocks"),
    cutOff: sum("cutOff"),
    opened: all.flatMap((caller) => caller.opened),
  };
}
