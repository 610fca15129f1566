import { z } from "zod";
import { count, readOptionsBy } from "../../command_line/read_options.ts";

/** What can be measured, in the order in which it is. */
const partNames = ["choice", "limiter", "callers", "cycles", "http", "envelope"] as const;

/** One of {@link partNames}. */
export type PartName = typeof partNames[number];

export const usage = `npm run bench:router -- [options]

Measures keys, routing and money against the bars of their design, on a Postgres of its own with
default durability. What is compared takes turns in the same run: trust ratios and CPU before times,
which other work on the machine moves. Takes about 3 minutes, 1 with --quick.

  --quick        fewer and shorter rounds
  --parts A,B    only these: ${partNames.join(", ")}
  --receipts N   instead: makes N random decisions while prices, health and policies move on, then
                 replays them all (10000 takes about 2 minutes)
  --seed N       of the receipts' random requests (default 1)
  --rounds N     rounds that count (default 9, quick 5)
  --postgres N   major version of the server (default: the first found)
  --json         one JSON line a result on stdout; progress stays on stderr
  --write        write the results to docs/benchmarks/router.md and router.svg
  --help         this text

Exit codes: 0 measured (bars may be missed), 1 failed or a receipt differs, 2 wrong usage.`;

const schema = z.object({
  parts: z.string().default(partNames.join(",")).transform((text) => text.split(","))
    .pipe(z.array(z.enum(partNames))),
  quick: z.boolean().default(false),
  receipts: count(1, 1_000_000).optional(),
  seed: count(0, 2 ** 31).default(1),
  rounds: count(1, 100).optional(),
  postgres: count(15, 99).optional(),
  json: z.boolean().default(false),
  write: z.boolean().default(false),
  help: z.boolean().default(false),
});

/** What the command line asks for. */
export type RouterBenchOptions = z.infer<typeof schema>;

/** Reads the command line; throws with a sentence about what is wrong with it. */
export function readOptions(args: string[]): RouterBenchOptions {
  return readOptionsBy(schema, args);
}
