import { connect, createDatabase } from "../postgres/databases.ts";
import { type PostgresServer, startPostgres } from "../postgres/start_postgres.ts";
import { migrateUrl } from "../db/migrate_url.ts";
import { startFakeProvider } from "../../functions/_shared/routing/fake_provider/mod.ts";
import { finderOf, type Finding, needlesOf } from "./canary.ts";
import { travel } from "./journey.ts";
import { findPlanted } from "./planted.ts";
import { type StackChild, startStackChild } from "./stack_child.ts";
import { filesIn, rowsIn, type Written } from "./written.ts";

/** What a scan looked at and found. */
export interface Scan {
  readonly database: "embedded" | "native";
  readonly canaries: number;
  readonly sources: number;
  readonly bytes: number;
  readonly findings: readonly Finding[];
  /** Leaks that were made on purpose afterwards, and how many of them the same search found. */
  readonly planted: number;
  readonly planted_found: number;
}

async function search(
  stack: StackChild,
  folder: string,
  database: Scan["database"],
  logFile?: string,
): Promise<Scan> {
  const provider = await startFakeProvider();
  const sql = connect(stack.file.db_url);
  const heard: Written[] = [];
  try {
    const sent = new Set<string | null>();
    const hear = (written: Written) => void heard.push(written);
    const canaries = await travel({ stack, sql, provider, hear, sent });
    for (const name of ["one", "two"] as const) {
      if (!sent.has(canaries[name]!)) throw new Error(`The key of ${name} was never sent`);
    }
    const find = finderOf(needlesOf(canaries));
    const findings: Finding[] = [];
    let [sources, bytes] = [0, 0];
    const look = ({ source, text }: Written) => {
      sources++;
      bytes += text.length;
      findings.push(...find(source, text));
    };
    const log = async function* () {
      yield { source: "log of the stack and its functions", text: stack.log() };
      if (logFile !== undefined) {
        yield { source: "log of the server", text: await Deno.readTextFile(logFile) };
      }
    };
    heard.forEach(look);
    for await (const row of rowsIn(sql)) look(row);
    for await (const line of log()) look(line);
    for await (const file of filesIn(folder)) look(file);

    const { planted, found } = await findPlanted(find, canaries["one"]!, async (text) => {
      await sql`create table public.planted (leak jsonb)`;
      await sql`insert into public.planted values (${sql.json({ text })})`;
      await Deno.mkdir(`${folder}/planted`);
      await Deno.writeTextFile(`${folder}/planted/a.log`, text);
      const planting = async function* () {
        yield { source: "an error", text: Deno.inspect(new Error(text)) };
      };
      return [rowsIn(sql, "planted"), filesIn(`${folder}/planted`), planting()];
    });
    return {
      database,
      canaries: Object.keys(canaries).length,
      sources,
      bytes,
      findings,
      planted,
      planted_found: found,
    };
  } finally {
    await sql.end({ timeout: 1 });
    await provider.close();
  }
}

/** The journey over an embedded stack, and a look at everything that it left. */
export async function scanEmbedded(): Promise<Scan> {
  const folder = await Deno.makeTempDir({ prefix: "cogo-canary-" });
  try {
    const stack = await startStackChild(folder);
    return await search(stack, folder, "embedded").finally(() => stack.stop());
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

// A server that tells as much as one can tell.
const loquacious = {
  log_statement: "all",
  log_min_duration_statement: 0,
  log_parameter_max_length: -1,
  log_parameter_max_length_on_error: -1,
  log_error_verbosity: "verbose",
  log_connections: "on",
  track_activity_query_size: 65536,
};

/** The same over a native server that logs every statement with its parameters. */
export async function scanNative(): Promise<Scan> {
  const folder = await Deno.makeTempDir({ prefix: "cogo-canary-" });
  let server: PostgresServer | undefined;
  let stack: StackChild | undefined;
  try {
    server = await startPostgres({ settings: loquacious });
    const { url } = await createDatabase(server.url);
    await migrateUrl(url, { programs: server.programs });
    stack = await startStackChild(folder, url);
    return await search(stack, folder, "native", server.logFile);
  } finally {
    await stack?.stop();
    await server?.stop();
    await Deno.remove(folder, { recursive: true });
  }
}
