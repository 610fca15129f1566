import { parseArgs } from "node:util";
import { z } from "zod";

export const usage = `npm run chaos -- [options]

Runs workers against a Postgres of its own while everything is killed: workers (kill -9), sessions
(pg_terminate_backend) and the server's main process (kill -9, then a restart). Ends when every job
has ended, and proves that none was lost and none ended twice.

  --seconds N   how long things are killed (default 60)
  --jobs N      jobs enqueued over that time (default 20000)
  --workers N   worker processes (default 6)
  --seed N      repeats the same order of killings (default: random, printed)
  --json        one JSON line with the counts on stdout
  --help        this text

Exit codes: 0 nothing was lost or done twice, 1 it was, or the run failed, 2 wrong usage.`;

const count = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

const schema = z.object({
  seconds: count(1, 86_400).default(60),
  jobs: count(1, 10_000_000).default(20_000),
  workers: count(1, 64).default(6),
  seed: count(0, 4_294_967_295).default(() => Math.floor(Math.random() * 1_000_000)),
  json: z.boolean().default(false),
  help: z.boolean().default(false),
});

/** What a run of chaos does. */
export type ChaosOptions = z.infer<typeof schema>;

/** Reads the command line; throws with a sentence about what is wrong with it. */
export function readOptions(args: string[]): ChaosOptions {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args,
    options: {
      seconds: text,
      jobs: text,
      workers: text,
      seed: text,
      json: { type: "boolean" },
      help: { type: "boolean" },
    },
  });
  const parsed = schema.safeParse(values);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`--${issue?.path.join(".")}: ${issue?.message}`);
}
