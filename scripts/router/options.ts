import { z } from "zod";
import { readOptionsBy } from "../command_line/read_options.ts";

export const usage = `npm run router:compare:v1v2 -- [options]

Compares the policy that serves (v1) with one that shall (v2), and stores the report without which
no policy goes live. Nothing is called at a provider and nothing is spent.

Over logged decisions (the default; docs/guides/router-compare.md):
  --v1 ID, --v2 ID      policies (default: the live one, and its only canary or shadow)
  --tenant UUID         whose policies are looked for (default: the default tenant)
  --since 7d            how far back: minutes, hours or days (30m, 12h, 7d)
  --max N               decisions at most, the newest first (10000)
  --rewards FILE        JSON lines {"decision_id", "reward"} from 0 to 1, of judges or users;
                        they count in place of succeeded = 1, failed = 0
  --cost-ratio 1.1      v2 may cost so many times what v1 does
  --quality-margin 0.02 v2 may be so much worse, at the lower end of the 95 % interval
  --latency-margin 0.1  and so much slower, as a share, at the upper end
  --no-store            looks only: stores nothing, opens nothing

Over live functions, which choose but are told nothing (no verdict on quality):
  --v1-url, --v2-url    absolute URLs of router-select; without them ROUTER_SELECT_URL, compared
                        with itself. Sent: Authorization: Bearer SUPABASE_ANON_KEY (an agent's
                        token), apikey: SUPABASE_PUBLISHABLE_KEY
  --live                takes ROUTER_SELECT_URL
  --requests FILE       JSON lines as router-select takes them (default: 20 that come along)

  --simulate            the estimators against a world whose truth is known; needs no project
  --out FOLDER          for the JSON and the HTML report (.cogo/router-compare)
  --url, --key          the project, or postgresql://… (default: the environment, else the stack
                        that runs here)
  --json                the report on standard output
  --help                this text

Exit codes: 0 passed, 1 a gate failed, 2 wrong use or out of reach, 3 no verdict: too little is known.`;

const share = z.coerce.number().min(0).max(1);
const text = z.string().min(1);

const schema = z.object({
  v1: z.coerce.number().int().min(1).optional(),
  v2: z.coerce.number().int().min(1).optional(),
  tenant: z.uuid().optional(),
  since: z.string().regex(/^[1-9]\d{0,4}[mhd]$/, "must look like 30m, 12h or 7d").default("7d"),
  max: z.coerce.number().int().min(1).max(1_000_000).default(10_000),
  rewards: text.optional(),
  "cost-ratio": z.coerce.number().min(0).max(1000).default(1.1),
  "quality-margin": share.default(0.02),
  "latency-margin": z.coerce.number().min(0).max(100).default(0.1),
  "no-store": z.boolean().default(false),
  "v1-url": text.optional(),
  "v2-url": text.optional(),
  live: z.boolean().default(false),
  requests: text.optional(),
  simulate: z.boolean().default(false),
  out: text.default(".cogo/router-compare"),
  url: text.optional(),
  key: text.optional(),
  json: z.boolean().default(false),
  help: z.boolean().default(false),
});

/** How `npm run router:compare:v1v2` is to work. */
export type Options = z.infer<typeof schema>;

/** Wrong use of the command; the message says what to do. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Reads the command line. @throws UsageError */
export function readOptions(args: readonly string[]): Options {
  try {
    return readOptionsBy(schema, args);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** The moment that `7d` and the like mean. */
export function sinceWhen(since: string, now: Date): Date {
  const minutes = { m: 1, h: 60, d: 1440 }[since.at(-1) as "m" | "h" | "d"];
  return new Date(now.getTime() - Number(since.slice(0, -1)) * minutes * 60_000);
}
