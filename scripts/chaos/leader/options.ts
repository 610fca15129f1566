import { z } from "zod";
import { count, readOptionsBy } from "../../command_line/read_options.ts";

export const usage = `npm run chaos:leader -- [options]

Runs scheduler processes against a Postgres of its own while they are stopped, killed and cut off
from the database, and its clock jumps both ways. Then counts each due time that there was, by
another implementation of cron: none may have run twice, none may be lost beyond its policy.

  --seconds N     how long it goes on (default 60)
  --schedules N   how many schedules (default 40)
  --schedulers N  how many processes (default 3)
  --seed N        repeats the same order of events (default: random, printed)
  --json          one JSON line with the counts on stdout
  --help          this text

Exit codes: 0 none twice and none lost, 1 otherwise, 2 wrong usage.`;

const schema = z.object({
  seconds: count(1, 86_400).default(60),
  schedules: count(1, 10_000).default(40),
  schedulers: count(1, 16).default(3),
  seed: count(0, 4_294_967_295).default(() => Math.floor(Math.random() * 1_000_000)),
  json: z.boolean().default(false),
  help: z.boolean().default(false),
});

/** What a run does. */
export type LeaderOptions = z.infer<typeof schema>;

/** Reads the command line; throws with a sentence about what is wrong with it. */
export function readOptions(args: string[]): LeaderOptions {
  return readOptionsBy(schema, args);
}
