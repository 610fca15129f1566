import { z } from "zod";
import { count, readOptionsBy } from "../command_line/read_options.ts";

export const usage = `npm run scale -- --executor NAME --command "…" [options]

Keeps as many local worker processes running as api.scaling_advice wants. Who is not needed any more
is drained: it takes no more jobs, finishes what it has, gets SIGTERM, and SIGKILL only after the grace.

  --executor NAME   whose workers (default: default)
  --command "…"     starts one worker, by sh; it should register as $COGO_WORKER
  --min N --max N   bounds (default 0 and 4)
  --every S         seconds between looks (default 5)
  --cooldown S      seconds for which fewer must be wanted before one is drained (default 30)
  --grace S         seconds that a worker may take to drain, and again to end (default 60)
  --dry-run         says what it would do and starts nothing
  --once            one look, as --dry-run, then ends
  --url, --key      the project (default: the environment, else the stack that runs here)
  --json            one JSON line a look on stdout
  --help            this text

A worker is given COGO_WORKER, COGO_EXECUTOR, SUPABASE_URL and SUPABASE_SERVICE_ROLE_KEY.
Exit codes: 0 ended as asked, 1 the engine cannot be asked, 2 wrong usage.`;

const schema = z.object({
  executor: z.string().min(1).default("default"),
  command: z.string().min(1).optional(),
  min: count(0, 1000).default(0),
  max: count(0, 1000).default(4),
  every: z.coerce.number().min(0.05).max(3600).default(5),
  cooldown: z.coerce.number().min(0).max(86_400).default(30),
  grace: z.coerce.number().min(0).max(86_400).default(60),
  "dry-run": z.boolean().default(false),
  once: z.boolean().default(false),
  url: z.string().optional(),
  key: z.string().optional(),
  json: z.boolean().default(false),
  help: z.boolean().default(false),
});

/** How `npm run scale` is to work; times are seconds. */
export type ScaleOptions = Omit<z.infer<typeof schema>, "dry-run"> & { dryRun: boolean };

/** Reads the command line; throws with a sentence about what is wrong with it. */
export function readOptions(args: string[]): ScaleOptions {
  const { "dry-run": dry, ...rest } = readOptionsBy(schema, args);
  const options = { ...rest, dryRun: dry || rest.once };
  if (options.help) return options;
  if (options.min > options.max) throw new Error("--min: it is more than --max");
  if (options.command === undefined && !options.dryRun) throw new Error("--command: it is missing");
  return options;
}
