// npm run verify: asks any database of ours whether every invariant of the engine holds.
import { parseArgs } from "node:util";
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
export async function verifyUrl(url: string): Promise<Violation[]> {
  const sql = connect(url);
  try {
    return [...await sql<Violation[]>`select invariant, problem, sample from cogo.verify()`];
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Violations as a table of two columns, each with its sample below. */
export function tableOf(violations: readonly Violation[]): string {
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

async function main(args: string[]): Promise<number> {
  let url: string | undefined;
  let json = false;
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: "boolean" }, help: { type: "boolean" } },
    });
    if (values.help) {
      console.log(usage);
      return 0;
    }
    json = values.json ?? false;
    url = positionals[0] ?? Deno.env.get("SUPABASE_DB_URL") ?? Deno.env.get("DATABASE_URL");
    if (positionals.length > 1 || !/^postgres(ql)?:\/\//.test(url ?? "")) {
      throw new Error("Cannot verify: give one URL, postgresql://…");
    }
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    return 2;
  }
  const began = performance.now();
  try {
    const violations = await verifyUrl(url!);
    const seconds = Math.round(performance.now() - began) / 1000;
    const clean = violations.length === 0;
    if (json) console.log(JSON.stringify({ clean, violations, seconds }));
    else if (clean) console.log(`Every invariant holds (${seconds.toFixed(1)} s).`);
    else {
      console.log(`${tableOf(violations)}\n\n${violations.length} invariants do not hold.`);
    }
    return clean ? 0 : 1;
  } catch (error) {
    const { code = "", message = String(error) } = error as { code?: string; message?: string };
    console.error(`Cannot verify: ${meanings[code] ?? message ?? code}`);
    return 2;
  }
}

if (import.meta.main) Deno.exit(await main(Deno.args));
