import { isAbsolute, resolve } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { exitCodes, messageOf, StackFailure } from "./failure.ts";

export const helpText = `npm start -- [options]

Starts COGO Agent Core on this machine: database, REST and Auth gateway, edge functions,
schedules. Then does the weekly quality run once and stays up until Ctrl-C.

  --once            do the weekly run, print its summary, stop; exit 0 when the gate passed
  --json            progress on stderr; the last line on stdout is one JSON object
  --fresh           delete the local database and artifacts first (keys are kept)
  --no-run          start without the weekly run
  --target PATH|URL what the weekly run checks (default: this checkout)
  --port N          gateway port (default 54321)
  --wire-port N     Postgres wire protocol port (default: gateway port + 1)
  --db URL          use this Postgres or Supabase database instead of the embedded one
  --data DIR        data folder (default .cogo)
  --help            this text

Exit codes: 0 fine, 1 the gate failed, 2 wrong usage, 3 port taken, 4 data in use by another
start, 5 data folder broken, 6 a migration failed, 7 database out of reach, 8 Node too old,
9 install failed, 10 anything else, 130 stopped by Ctrl-C before the verdict. More: docs/guides/local-stack.md
`;

const port = z.coerce.number().int().min(0).max(65535);

const optionsSchema = z.object({
  once: z.boolean().default(false),
  json: z.boolean().default(false),
  fresh: z.boolean().default(false),
  help: z.boolean().default(false),
  "no-run": z.boolean().default(false),
  target: z.string().min(1).optional(),
  port: port.default(54321),
  "wire-port": port.optional(),
  db: z.string().regex(/^postgres(ql)?:\/\//, "must start with postgres://").optional(),
  data: z.string().min(1).default(".cogo"),
});

/** What the person asked for. Paths are absolute. */
export interface StackOptions {
  once: boolean;
  json: boolean;
  fresh: boolean;
  help: boolean;
  run: boolean;
  target: string | undefined;
  port: number;
  wirePort: number;
  databaseUrl: string | undefined;
  dataFolder: string;
}

function wrongUsage(message: string): StackFailure {
  return new StackFailure(
    "wrong_usage",
    message,
    "Run `npm start -- --help` to see every option.",
    exitCodes.wrongUsage,
  );
}

function parse(args: string[]) {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  try {
    return parseArgs({
      args,
      options: {
        once: flag,
        json: flag,
        fresh: flag,
        help: flag,
        "no-run": flag,
        target: text,
        port: text,
        "wire-port": text,
        db: text,
        data: text,
      },
    }).values;
  } catch (thrown) {
    throw wrongUsage(messageOf(thrown));
  }
}

/**
 * Reads the command line of `npm start`.
 * @param folder where relative paths start
 * @throws StackFailure `wrong_usage` naming the option and why
 */
export function readOptions(args: string[], folder: string): StackOptions {
  const read = optionsSchema.safeParse(parse(args));
  if (!read.success) {
    const issue = read.error.issues[0];
    throw wrongUsage(`--${issue?.path.join(".")}: ${issue?.message}`);
  }
  const { "no-run": noRun, "wire-port": wirePort, db, data, ...rest } = read.data;
  if (noRun && rest.once) throw wrongUsage("--once and --no-run exclude each other");
  return {
    ...rest,
    target: rest.target,
    run: !noRun,
    wirePort: wirePort ?? (rest.port === 0 ? 0 : rest.port + 1),
    databaseUrl: db,
    dataFolder: isAbsolute(data) ? data : resolve(folder, data),
  };
}
