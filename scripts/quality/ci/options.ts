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
