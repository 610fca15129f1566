// npm run chaos:money: callers at the last cent, with kill -9 (see usage).
import { z } from "zod";
import { count, readOptionsBy } from "../command_line/read_options.ts";
import { runCommand } from "../command_line/run_command.ts";
import { outliveLostConnections } from "../postgres/lost_connections.ts";
import { type MoneyStorm, stormMoney } from "./money_storm.ts";

const usage = `npm run chaos:money -- [options]

Sends parallel callers at the last cent of nested budgets, on a Postgres of its own: they reserve,
open, settle (also twice, in batches, too high, never), fall back and draw leases, with the reaper
among them. In some rounds the server is killed (kill -9) under them. After each round everything is
reaped and counted.

  --rounds N      (default 20)
  --callers N     connections at once (default 200)
  --kill-every N  every how many rounds the server is killed, 0 = never (default 3)
  --seed N        repeats the callers' choices (default: random, printed)
  --json          one JSON line on stdout and nothing else
  --help          this text

Exit codes: 0 no overspend, leak, lost opening, deadlock or violation; 1 some, or the run failed; 2 wrong usage.`;

const schema = z.object({
  rounds: count(1, 10_000).default(20),
  callers: count(1, 1000).default(200),
  "kill-every": count(0, 10_000).default(3),
  seed: count(0, 1_000_000).default(() => Math.floor(Math.random() * 1_000_000)),
  json: z.boolean().default(false),
  help: z.boolean().default(false),
});

/** Whether nothing happened that must not. */
export function isClean(storm: MoneyStorm): boolean {
  return storm.overspend + storm.leaked + storm.lostOpenings + storm.deadlocks +
      storm.violations.length === 0;
}

async function run(options: z.output<typeof schema>): Promise<number> {
  outliveLostConnections();
  const { rounds, callers, seed, json } = options;
  const say = (line: string) => console.error(line);
  const storm = await stormMoney({ rounds, callers, seed, killEvery: options["kill-every"] }, say);
  console.log(JSON.stringify({ seed, ...storm }, null, json ? 0 : 2));
  return isClean(storm) ? 0 : 1;
}

if (import.meta.main) {
  Deno.exit(await runCommand({ usage, read: (args) => readOptionsBy(schema, args), run }));
}
