// npm run verify: asks any database of ours whether every invariant of the engine holds.
import { z } from "zod";
import { readOptionsAndWords } from "../command_line/read_options.ts";
import { runCommand } from "../command_line/run_command.ts";
import { connect } from "../postgres/databases.ts";

/** An invariant that does not hold. */
export interface Violation {
  readonly invariant: string;
  readonly problem: string;
  /** Up to five of the rows that break it. */
  readonly sample: unknown;
}

const usage = `npm run verify -- [URL] [options]

Runs cogo.verify() on a database: every invariant of the engine, read from one snapshot. Changes
nothing; may run on a live database.

  URL      postgresql://… (default: SUPABASE_DB_URL, else DATABASE_URL)
  --json   one JSON line: {"clean", "violations": [{"invariant", "problem", "sample"}], "seconds"}
  --help   this text

Exit codes: 0 all hold, 1 some do not, 2 wrong usage or the database cannot be asked.`;

/** What `cogo.verify()` finds in the database behind a connection text; empty when all is well. */
async function verifyUrl(url: string): Promise<Violation[]> {
  const sql = connect(url);
  try {
    return [...await sql<Violation[]>`select invariant, problem, sample from cogo.verify()`];
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Violations as a table of two columns, each with its sample below. */
function tableOf(violations: readonly Violation[]): string {
  const width = Math.max(...violations.map(({ invariant }) => invariant.length), 9);
  const line = (left: string, right: string) => `${left.padEnd(width)} | ${right}`;
  const rows = violations.flatMap(({ invariant, problem, sample }) => [
    line(invariant, problem),
    ...(sample === null ? [] : [line("", JSON.stringify(sample).slice(0, 400))]),
  ]);
  return [line("invariant", "problem"), `${"-".repeat(width)}-+-${"-".repeat(20)}`, ...rows]
    .join("\n");
}

const meanings: Readonly<Record<string, string>> = {
  "3F000": "there is no schema cogo: has it been migrated (npm run db:migrate)?",
  "42883": "there is no cogo.verify(): has it been migrated (npm run db:migrate)?",
  "42501": "this role may not call cogo.verify(); the owner and service_role may",
};

const schema = z.object({
  json: z.boolean().default(false),
  help: z.boolean().default(false),
});
type Options = z.output<typeof schema> & { readonly url: string };

function readOptions(args: string[]): Options {
  const { options, words } = readOptionsAndWords(schema, args);
  const url = words[0] ?? Deno.env.get("SUPABASE_DB_URL") ?? Deno.env.get("DATABASE_URL") ?? "";
  if (!options.help && (words.length > 1 || !/^postgres(ql)?:\/\//.test(url))) {
    throw new Error("Cannot verify: give one URL, postgresql://…");
  }
  return { ...options, url };
}

async function run({ url, json }: Options): Promise<number> {
  const began = performance.now();
  const violations = await verifyUrl(url);
  const seconds = Math.round(performance.now() - began) / 1000;
  const clean = violations.length === 0;
  if (json) console.log(JSON.stringify({ clean, violations, seconds }));
  else if (clean) console.log(`Every invariant holds (${seconds.toFixed(1)} s).`);
  else {
    console.log(`${tableOf(violations)}\n\n${violations.length} invariants do not hold.`);
  }
  return clean ? 0 : 1;
}

// Never 1: that says that some do not hold.
function onError(error: unknown): number {
  const { code = "", message = String(error) } = error as { code?: string; message?: string };
  console.error(`Cannot verify: ${meanings[code] ?? message ?? code}`);
  return 2;
}

if (import.meta.main) Deno.exit(await runCommand({ usage, read: readOptions, run, onError }));
