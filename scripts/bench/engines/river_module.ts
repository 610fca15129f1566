import { readdir, readFile, rm } from "node:fs/promises";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "@std/path";
import { z } from "zod";

// River is a Go library under the Mozilla Public License 2.0. Its SQL is not copied into this
// repository: it is read out of the module itself, as the Go command delivers it (0.4 MB).
const module = "github.com/riverqueue/river/riverdriver/riverpgxv5";
export const riverVersion = "v0.51.2";
const sum = "h1:vLucKpDFLu/w6m8/jQl4NV4bxu1U8iiM835pfPooJ+U=";

/** River's own SQL. */
export interface RiverSql {
  /** Its migrations, in their order. */
  readonly migrations: readonly string[];
  readonly insertMany: string;
  readonly insertManyFast: string;
  readonly getAvailable: string;
  readonly setStateIfRunning: string;
}

const answer = z.object({ Dir: z.string(), Sum: z.string() });

async function moduleFolder(): Promise<string> {
  // A folder of its own: the Go command must not take a go.mod of where we stand.
  const cwd = await mkdtemp(join(tmpdir(), "cogo-river-"));
  try {
    const args = ["mod", "download", "-json", `${module}@${riverVersion}`];
    const result = await new Deno.Command("go", { args, cwd }).output();
    const text = new TextDecoder().decode(result.stdout);
    if (!result.success) throw new Error(`go mod download failed: ${text.slice(0, 300)}`);
    const found = answer.parse(JSON.parse(text));
    if (found.Sum !== sum) throw new Error(`${module}@${riverVersion} has the sum ${found.Sum}`);
    return found.Dir;
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}

// River puts the schema here, and nothing when the search path finds it.
const withoutSchema = (text: string) => text.replaceAll("/* TEMPLATE: schema */", "");

/** The statement that Go code holds as the constant `name`; a backtick in it is spelt by joining. */
export function statementOf(code: string, name: string): string {
  const begin = code.indexOf(`const ${name} = \``);
  const end = code.indexOf("`\n\n", begin);
  if (begin < 0 || end < 0) throw new Error(`River's code has no statement ${name}`);
  const text = code.slice(code.indexOf("`", begin) + 1, end).replaceAll('` + "`" + `', "`");
  return withoutSchema(text);
}

/** Reads it, or throws with the reason: no Go command, no network and nothing cached. */
export async function readRiverSql(): Promise<RiverSql> {
  const folder = await moduleFolder();
  const steps = join(folder, "migration/main");
  const names = (await readdir(steps)).filter((name) => name.endsWith(".up.sql")).sort();
  const code = await readFile(join(folder, "internal/dbsqlc/river_job.sql.go"), "utf8");
  const migrations = await Promise.all(names.map((name) => readFile(join(steps, name), "utf8")));
  return {
    migrations: migrations.map(withoutSchema),
    insertMany: statementOf(code, "jobInsertFastMany"),
    insertManyFast: statementOf(code, "jobInsertFastManyNoReturning"),
    getAvailable: statementOf(code, "jobGetAvailable"),
    setStateIfRunning: statementOf(code, "jobSetStateIfRunningMany"),
  };
}
