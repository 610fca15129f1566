// npm run access:check: every cell of the access matrix, over SQL and over HTTP, on each Postgres.
import { z } from "zod";
import { withStack } from "../chaos/fuzz/tenants/functions/with_stack.ts";
import { readOptionsBy } from "../command_line/read_options.ts";
import { runCommand } from "../command_line/run_command.ts";
import { postgresExecutor } from "../db/executor.ts";
import { migrateUrl } from "../db/migrate_url.ts";
import { createDatabase } from "../postgres/databases.ts";
import { findServers } from "../postgres/find_servers.ts";
import { startPostgres } from "../postgres/start_postgres.ts";
import { httpHoles, triedWith } from "./http_holes.ts";
import { layHttpCallers, tryMatrixHttp } from "./try_matrix_http.ts";
import { type MatrixResult, tryMatrix } from "./try_matrix.ts";

const usage = `npm run access:check -- [options]

Tries every cell of docs/security/access-matrix.md (each caller with each verb on each table and with
each RPC) over SQL and through the gateway, on the embedded Postgres and on each native major there
is. Then plants holes, one by one, and demands that the gateway shows each.

  --on 15,17   only these; pglite is the embedded one
  --json       one JSON value on stdout
  --help       this text

Exit codes: 0 every cell held, 1 one did not or a hole was not seen, 2 wrong usage.`;

const schema = z.object({
  on: z.string().default("").transform((text) => text.split(",").filter((one) => one !== "")),
  json: z.boolean().default(false),
  help: z.boolean().default(false),
});

interface Checked {
  readonly on: string;
  readonly way: "SQL" | "HTTP";
  readonly cells: number;
  readonly seconds: number;
  readonly faults: readonly string[];
}

async function timed(on: string, way: "SQL" | "HTTP", run: () => Promise<MatrixResult>) {
  const began = performance.now();
  const { cells, faults } = await run();
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  console.error(`${on} over ${way}: ${cells} cells, ${faults.length} faults, ${seconds} s`);
  return { on, way, cells, seconds, faults };
}

async function checkOne(on: string, databaseUrl?: string): Promise<Checked[]> {
  return await withStack(async (stack, owner) => {
    const executor = postgresExecutor(owner);
    const sql = await timed(on, "SQL", async () => {
      await executor.exec("begin");
      return await tryMatrix(executor).finally(() => executor.exec("rollback"));
    });
    await layHttpCallers(executor);
    const http = await timed(on, "HTTP", () => tryMatrixHttp(stack));
    const unseen = await timed(on, "HTTP", async () => {
      const faults: string[] = [];
      for (const [name, hole] of Object.entries(httpHoles)) {
        if (!hole.told.test(await triedWith(hole, stack, owner))) {
          faults.push(`${name} was not seen`);
        }
      }
      return { cells: Object.keys(httpHoles).length, faults };
    });
    return [sql, http, unseen];
  }, databaseUrl);
}

async function checkNative(major: number): Promise<Checked[]> {
  const server = await startPostgres({ major });
  try {
    const { url } = await createDatabase(server.url);
    await migrateUrl(url, { programs: server.programs });
    return await checkOne(String(major), url);
  } finally {
    await server.stop();
  }
}

async function run({ on, json }: z.output<typeof schema>): Promise<number> {
  const servers = findServers();
  const names = ["pglite", ...servers.map(({ major }) => String(major))];
  const unknown = on.filter((one) => !names.includes(one));
  if (unknown.length > 0) {
    throw new Error(`There is no ${unknown.join(", ")} here, only ${names.join(", ")}`);
  }
  const isWanted = (name: string) => on.length === 0 || on.includes(name);
  const checked = isWanted("pglite") ? await checkOne("pglite") : [];
  for (const server of servers) {
    if (isWanted(String(server.major))) checked.push(...await checkNative(server.major));
  }
  const faults = checked.flatMap(({ on, way, faults }) =>
    faults.map((fault) => `${on} over ${way}: ${fault}`)
  );
  if (json) console.log(JSON.stringify(checked));
  else {
    for (const fault of faults) console.log(fault);
    const cells = checked.reduce((sum, one) => sum + one.cells, 0);
    console.log(`${cells} cells tried, ${faults.length} did not hold`);
  }
  return faults.length === 0 ? 0 : 1;
}

if (import.meta.main) {
  Deno.exit(await runCommand({ usage, read: (args) => readOptionsBy(schema, args), run }));
}
