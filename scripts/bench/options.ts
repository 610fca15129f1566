import { z } from "zod";
import { count, readOptionsBy } from "../command_line/read_options.ts";
import { engineNames } from "./engines/engine.ts";

export const usage = `npm run bench:jobs -- [options]

Measures the job engine beside raw pgmq, graphile-worker, pg-boss, River, DBOS and pgflow on a
Postgres of its own, in slices that take turns: server CPU, WAL, jobs a second and dead rows. Takes
about 4 minutes with --quick, 12 without.

  --quick         fewer and shorter rounds
  --engines A,B   only these beside ours and pgmq: ${engineNames.slice(2).join(", ")}
  --json          one JSON line a result on stdout; progress stays on stderr
  --claim-cost    what claim + complete cost with an empty queue, 40,000 held, 200,000 ready
  --full          with --claim-cost: 1,000,000 ready as well
  --rounds N      rounds that count (default 9, quick 5)
  --postgres N    major version of the server (default: the first found)
  --write         write the results to docs/benchmarks
  --help          this text

Exit codes: 0 measured (bars may be missed), 1 failed, 2 wrong usage.`;

const schema = z.object({
  engines: z.string().default(engineNames.join(",")).transform((text) => text.split(","))
    .pipe(z.array(z.enum(engineNames)))
    .transform((asked) => engineNames.filter((name, at) => at < 2 || asked.includes(name))),
  quick: z.boolean().default(false),
  json: z.boolean().default(false),
  "claim-cost": z.boolean().default(false),
  full: z.boolean().default(false),
  rounds: count(1, 100).optional(),
  postgres: count(15, 99).optional(),
  write: z.boolean().default(false),
  help: z.boolean().default(false),
});

/** What the command line asks for. */
export type BenchOptions = z.infer<typeof schema>;

/** Reads the command line; throws with a sentence about what is wrong with it. */
export function readOptions(args: string[]): BenchOptions {
  return readOptionsBy(schema, args);
}
