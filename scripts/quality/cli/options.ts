import { parseArgs } from "node:util";
import { z } from "zod";
import { type Limits, limitsSchema } from "../process/limits.ts";

/** Exit codes of live:plan and live:work. */
export const exitCodes = {
  fine: 0,
  notPassed: 1,
  wrongUsage: 2,
  notReached: 3,
  jobsFailed: 4,
  timeOver: 5,
} as const;

const exitCodesText = `Exit codes: 0 fine, 1 a run was finished and did not pass, 2 wrong usage,
3 the API was not reached or refused the key, 4 a job failed for good, 5 time over with work left.
More: docs/guides/weekly-quality-run.md
`;

const connectionText =
  `  --url URL          the project (default: SUPABASE_URL, else the stack that npm start runs)
  --key KEY          a secret key (default: SUPABASE_SECRET_KEY and its other names; prefer those:
                     other users of a machine can read argument lists)
  --data DIR         data folder of the stack (default: COGO_DATA_DIR, else .cogo)
  --seconds N        stop after this time (default 1800)
  --json             JSON lines on stdout; the last one is the summary
  --help             this text
`;

/** Help of `npm run live:plan`. */
export const planHelp = `npm run -s live:plan -- [options]

Works the orchestrator.* jobs that are ready, then exits: plans quality runs and enqueues their
gates.

  --target T         open this week's run of T first (a folder or a git URL); a repeat changes nothing
  --run-number N     with --target: 2, 3, … to run the same week again
${connectionText}
${exitCodesText}`;

/** Help of `npm run live:work`. */
export const workHelp = `npm run -s live:work -- [options]

Works the quality.* jobs until none is left, then exits: runs lint, type check and tests of the
planned targets in scratch copies, under limits.

  --target DIR       the folder that the target "." stands for (default: this checkout)
  --gate T           open a gate run of T first: a folder or a git URL, whose failing gates are also
                     mended in a scratch copy (docs/guides/quality-gate.md); takes up an open one
  --concurrency N    gates at a time (default 2)
  --limit NAME=N     ${Object.keys(limitsSchema.shape).join(", ")}
${connectionText}
${exitCodesText}`;

const optionsSchema = z.object({
  target: z.string().min(1).optional(),
  gate: z.string().min(1).optional(),
  "run-number": z.coerce.number().int().min(1).max(10000).default(1),
  concurrency: z.coerce.number().int().min(1).max(64).default(2),
  limit: z.array(z.string().regex(/^[a-z_]+=[\d.]+$/, "must read NAME=NUMBER")).default([]),
  url: z.url().optional(),
  key: z.string().min(10).optional(),
  data: z.string().min(1).optional(),
  seconds: z.coerce.number().positive().default(1800),
  json: z.boolean().default(false),
  help: z.boolean().default(false),
});

/** The options of both commands. */
export type Options = Omit<z.infer<typeof optionsSchema>, "limit"> & { limits: Limits };

/** What was typed is wrong; the message says what and how it should read. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** Reads the arguments of live:plan or live:work. @throws UsageError */
export function readOptions(args: string[]): Options {
  const flag = { type: "boolean" } as const;
  const text = { type: "string" } as const;
  const known: Record<string, { type: "boolean" | "string"; multiple?: boolean }> = {};
  for (const name of Object.keys(optionsSchema.shape)) {
    known[name] = name === "json" || name === "help" ? flag : text;
  }
  known["limit"] = { ...text, multiple: true };
  try {
    const { limit, ...options } = optionsSchema.parse(
      parseArgs({ args, options: known, strict: true, allowPositionals: false }).values,
    );
    const pairs = limit.map((pair) => pair.split("=")).map((
      [name, value],
    ) => [name, Number(value)]);
    return { ...options, limits: limitsSchema.parse(Object.fromEntries(pairs)) };
  } catch (thrown) {
    const why = thrown instanceof z.ZodError ? z.prettifyError(thrown) : messageOf(thrown);
    throw new UsageError(`${why}\nSee --help.`, { cause: thrown });
  }
}

/** The message of anything that was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
