import { z } from "zod";
import { count, readOptionsBy } from "../command_line/read_options.ts";

export const usage = `npm run chaos -- [options]

Runs workers against a Postgres of its own while everything is killed: workers (kill -9), sessions
(pg_terminate_backend), connections (reset) and the server's main process (kill -9, then a restart).
Locks pile up, snapshots stay open, and where a small disk can be mounted (Linux, as root) it fills.
Ends when every job and saga has ended, asks cogo.verify(), and proves that nothing was lost and
nothing happened twice.

  --seconds N   how long things are killed (default 60)
  --jobs N      jobs enqueued over that time (default 20000)
  --sagas N     sagas started over that time; a third is to fail and be undone (default 1000)
  --workers N   worker processes (default 6)
  --seed N      repeats the same order of killings (default: random, printed)
  --json        nothing but one JSON line on stdout
  --write       writes the run to docs/benchmarks/chaos.md
  --help        this text

The last line is {"seed", "jobs", "sagas", "kills", "lost", "doubled", "violations"}.
Exit codes: 0 nothing was lost or done twice, 1 it was, or the run failed, 2 wrong usage.`;

const schema = z.object({
  seconds: count(1, 86_400).default(60),
  jobs: count(1, 10_000_000).default(20_000),
  sagas: count(0, 1_000_000).default(1000),
  workers: count(1, 64).default(6),
  seed: count(0, 4_294_967_295).default(() => Math.floor(Math.random() * 1_000_000)),
  write: z.boolean().default(false),
  json: z.boolean().default(false),
  help: z.boolean().default(false),
});

/** What a run of chaos does. */
export type ChaosOptions = z.infer<typeof schema>;

/** Reads the command line; throws with a sentence about what is wrong with it. */
export function readOptions(args: string[]): ChaosOptions {
  return readOptionsBy(schema, args);
}
