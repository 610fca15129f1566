// npm run bench:ingress: ingress under ten times its limit, and long work over restarts of the stack.
import { z } from "zod";
import { columns, markdownTable } from "../bench/table.ts";
import { rewritePart } from "../bench/write_page.ts";
import { count, readOptionsBy } from "../command_line/read_options.ts";
import { runCommand } from "../command_line/run_command.ts";
import { createDatabase } from "../postgres/databases.ts";
import { startPostgres } from "../postgres/start_postgres.ts";
import { silent } from "../stack/progress.ts";
import { startStack } from "../stack/stack.ts";
import { measureFlood } from "./flood.ts";
import { measureRestarts } from "./restarts.ts";
import { floodRows, isFloodMet, isRestartsMet, restartRows } from "./results.ts";

const usage = `npm run bench:ingress -- [options]

Offers ingress ten times what a tenant may bring, and follows long work by polling, events and
callbacks while the stack is restarted, on a Postgres of its own. Takes about 2 minutes.

  --seconds N     of the flood (default 60)
  --limit N       requests a second that are let in (default 20)
  --jobs N        long jobs for each way of following (default 10)
  --restarts N    of the stack meanwhile (default 3)
  --postgres N    major version of the server (default: the first found)
  --only NAME     flood or restarts
  --json          one JSON line a result on stdout; progress stays on stderr
  --write         write the results to docs/benchmarks/ingress.md
  --help          this text

Bars: nothing wrong or lost, 5 s for what is accepted (p99), memory within 10 %.
Exit codes: 0 all bars are met, 1 one is missed or it failed, 2 wrong usage.`;

const schema = z.object({
  seconds: count(1, 3600).default(60),
  limit: count(1, 1000).default(20),
  jobs: count(1, 100).default(10),
  restarts: count(0, 20).default(3),
  postgres: count(15, 99).optional(),
  only: z.enum(["flood", "restarts"]).optional(),
  json: z.boolean().default(false),
  write: z.boolean().default(false),
  help: z.boolean().default(false),
});

async function run(options: z.output<typeof schema>): Promise<number> {
  const server = await startPostgres({
    settings: { fsync: "on", full_page_writes: "on", max_connections: 60 },
    ...(options.postgres ? { major: options.postgres } : {}),
  });
  const dataFolder = await Deno.makeTempDir({ prefix: "cogo-bench-" });
  let isMet = true;
  const tell = async (part: string, found: object, rows: string[][]) => {
    console.log(options.json ? JSON.stringify(found) : columns(rows));
    const where = `PostgreSQL ${server.major} with default durability, ` +
      `${navigator.hardwareConcurrency} cores, ${Deno.build.os}, ` +
      `${new Date().toISOString().slice(0, 10)}; load average at the end ` +
      `${(Deno.loadavg()[0] ?? 0).toFixed(1)}.`;
    if (options.write) await rewritePart("ingress.md", part, `${where}\n\n${markdownTable(rows)}`);
  };
  try {
    const { url: databaseUrl } = await createDatabase(server.url);
    const open = (port: number) =>
      startStack({ port, wirePort: 0, databaseUrl, dataFolder, progress: silent });
    let stack = await open(0);
    try {
      if (options.only !== "restarts") {
        console.error(`flood: ${options.limit * 10} requests a second for ${options.seconds} s`);
        const flood = await measureFlood(stack, options.seconds, options.limit);
        isMet &&= isFloodMet(flood);
        await tell("flood", flood, floodRows(flood));
      }
      if (options.only !== "flood") {
        console.error(`restarts: ${options.jobs} jobs each way, ${options.restarts} restarts`);
        const restart = async () => {
          const { port } = new URL(stack.file.url);
          await stack.close();
          return stack = await open(Number(port));
        };
        const { found } = await measureRestarts(stack, restart, options.jobs, options.restarts);
        isMet &&= isRestartsMet(found);
        await tell("restarts", found, restartRows(found));
      }
    } finally {
      await stack.close();
    }
    return isMet ? 0 : 1;
  } finally {
    await server.stop();
    await Deno.remove(dataFolder, { recursive: true });
  }
}

if (import.meta.main) {
  const read = (args: string[]) => readOptionsBy(schema, args);
  Deno.exit(await runCommand({ usage, read, run }));
}
