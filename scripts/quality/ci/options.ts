import { z } from "zod";
import { checkValues, count, readOptionsBy } from "../../command_line/read_options.ts";
import { type Bounds, defaultBounds } from "./judge.ts";

const percent = z.coerce.number().min(0).max(100);

const schema = z.object({
  "min-pass": percent.optional(),
  "window-days": count(1, 366).optional(),
  "min-runs": count(1, 1000).optional(),
  "max-fail": percent.default(defaultBounds.maxFailPct),
  "max-wait-ms": count(0, 86_400_000).default(defaultBounds.maxWaitMs),
  "min-decisions": percent.default(defaultBounds.minDecisionPct),
  strict: z.boolean().default(false),
  url: z.url().optional(),
  key: z.string().min(10).optional(),
  data: z.string().min(1).optional(),
  json: z.boolean().default(false),
  help: z.boolean().default(false),
});

/** Environment names of what CI files usually set. */
const variables = {
  "min-pass": "GATE_MIN_PASS_PCT",
  "window-days": "GATE_WINDOW_DAYS",
  "min-runs": "GATE_MIN_RUNS",
} as const;

/** How one gate is to be judged and told. */
export interface CiOptions {
  bounds: Bounds;
  /** 1 to 366. */
  windowDays: number;
  url?: string | undefined;
  key?: string | undefined;
  data?: string | undefined;
  json: boolean;
  help: boolean;
}

/** Exit codes of both commands. */
export const exitCodes = {
  passed: 0,
  failed: 1,
  wrongUsage: 2,
  notEnoughData: 3,
  refused: 4,
  noAnswer: 7,
} as const;

/** Reads the command line, and the environment for what it leaves out. @throws Error */
export function readOptions(
  args: string[],
  environment: Readonly<Record<string, string | undefined>> = Deno.env.toObject(),
): CiOptions {
  const typed = readOptionsBy(schema, args);
  const set = Object.entries(variables).flatMap(([option, name]) => {
    const value = environment[name]?.trim();
    return value === undefined || value === "" ? [] : [[option, value]];
  });
  const fromEnvironment = namingVariables(() =>
    checkValues(
      schema.pick({ "min-pass": true, "window-days": true, "min-runs": true }),
      Object.fromEntries(set),
    )
  );
  const value = (name: keyof typeof variables) => typed[name] ?? fromEnvironment[name];
  const { url, key, data, json, help } = typed;
  return {
    bounds: {
      minPassPct: value("min-pass") ?? defaultBounds.minPassPct,
      maxFailPct: typed["max-fail"],
      maxWaitMs: typed["max-wait-ms"],
      minDecisionPct: typed["min-decisions"],
      minRuns: value("min-runs") ?? defaultBounds.minRuns,
      strict: typed.strict,
    },
    windowDays: value("window-days") ?? 30,
    url,
    key,
    data,
    json,
    help,
  };
}

/** An option that came from the environment is named as it is called there. */
function namingVariables<T>(read: () => T): T {
  try {
    return read();
  } catch (thrown) {
    let text = thrown instanceof Error ? thrown.message : String(thrown);
    for (const [option, name] of Object.entries(variables)) {
      text = text.replace(`--${option}:`, `${name}:`);
    }
    throw new Error(text, { cause: thrown });
  }
}

/** What `--help` prints. */
export const usage = (command: string, source: string) =>
  `npm run -s ${command} -- [options]

Holds the project's quality runs and operation against bounds: ${source}.

  --min-pass N       at least so many percent of the closed runs passed (70; GATE_MIN_PASS_PCT)
  --window-days N    of the last N days (30; GATE_WINDOW_DAYS)
  --min-runs N       fewer closed runs are not enough data (1; GATE_MIN_RUNS)
  --max-fail N       at most so many percent of the ended jobs failed for good (5)
  --max-wait-ms N    nine of ten jobs began within this time (5000)
  --min-decisions N  at least so many percent of the tried routing decisions ended in an answer (85)
  --strict           an operational gate without data is not enough data
  --url, --key       the project and a secret key (default: SUPABASE_URL and SUPABASE_SECRET_KEY or
                     SUPABASE_SERVICE_ROLE_KEY, else the stack that npm start runs)
  --data DIR         data folder of the local stack (default .cogo)
  --json             the judgement as one JSON object
  --help             this text

GITHUB_STEP_SUMMARY: a table is appended to that file.

Exit codes: 0 passed, 1 a gate failed, 2 wrong usage, 3 not enough data, 4 the project refused or
does not know the summary, 7 nobody answers. More: docs/guides/quality-gate.md`;
