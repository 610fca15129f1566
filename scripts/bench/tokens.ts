// npm run bench:tokens: what doors cost: tokens for agents, and the check of their scopes.
import { z } from "zod";
import { count, readOptionsBy } from "../command_line/read_options.ts";
import { runCommand } from "../command_line/run_command.ts";
import { startPostgres } from "../postgres/start_postgres.ts";
import { measureScopes, type ScopeCost } from "./scope_cost.ts";
import { columns, markdownTable } from "./table.ts";
import { measureTokens, type TokenPath } from "./token_path.ts";
import { rewritePart } from "./write_page.ts";

const usage = `npm run bench:tokens -- [options]

Measures on a Postgres of its own how many tokens agent-token gives at the address of a local stack,
and what the check of scopes adds to claim and complete of an agent. Takes about 2 minutes.

  --seconds N     of each number of callers (default 8)
  --rounds N      of the comparison that count (default 60)
  --postgres N    major version of the server (default: the first found)
  --only NAME     tokens or scopes
  --json          one JSON line a result on stdout; progress stays on stderr
  --write         write the results to docs/benchmarks/doors.md
  --help          this text

Bars: 200 tokens a second, 10 ms in the middle with one caller, at most 5 % for scopes.
Exit codes: 0 measured (bars may be missed), 1 failed, 2 wrong usage.`;

const schema = z.object({
  seconds: count(1, 600).default(8),
  rounds: count(1, 1000).default(60),
  postgres: count(15, 99).optional(),
  only: z.enum(["tokens", "scopes"]).optional(),
  json: z.boolean().default(false),
  write: z.boolean().default(false),
  help: z.boolean().default(false),
});

const tokenRows = (paths: readonly TokenPath[]) => [
  ["callers at once", "tokens/s", "p50", "p95", "p99", "CPU"],
  ...paths.map((path) => [
    String(path.callers),
    path.tokens_per_second.toFixed(0),
    ...[path.p50_ms, path.p95_ms, path.p99_ms, path.cpu_ms].map((millis) =>
      `${millis.toFixed(1)} ms`
    ),
  ]),
];
const scopeRows = (costs: readonly ScopeCost[]) => [
  ["batch", "with scopes", "without", "ratio"],
  ...costs.map(({ k, with_us, without_us, ratio }) => [
    `k = ${k}`,
    `${with_us.toFixed(1)} µs`,
    `${without_us.toFixed(1)} µs`,
    ratio.toFixed(3),
  ]),
];

async function run(options: z.output<typeof schema>): Promise<number> {
  const { seconds, rounds, postgres, only, json, write } = options;
  const settings = { fsync: "on", full_page_writes: "on", max_connections: 60 };
  const server = await startPostgres({ settings, ...(postgres ? { major: postgres } : {}) });
  const where = () =>
    `PostgreSQL ${server.major} with default durability, ${navigator.hardwareConcurrency} cores, ` +
    `${Deno.build.os}, ${new Date().toISOString().slice(0, 10)}; load average at the end ` +
    `${(Deno.loadavg()[0] ?? 0).toFixed(1)}.`;
  try {
    for (const part of ["tokens", "scopes"] as const) {
      if (only !== undefined && only !== part) continue;
      console.error(`measuring: ${part}`);
      const found = part === "tokens"
        ? await measureTokens(server, seconds, [1, 8])
        : await measureScopes(server, rounds);
      const rows = part === "tokens"
        ? tokenRows(found as TokenPath[])
        : scopeRows(found as ScopeCost[]);
      if (json) { for (const one of found) console.log(JSON.stringify(one)); }
      else console.log(columns(rows));
      if (write) await rewritePart("doors.md", part, `${where()}\n\n${markdownTable(rows)}`);
    }
    return 0;
  } finally {
    await server.stop();
  }
}

if (import.meta.main) {
  const read = (args: string[]) => readOptionsBy(schema, args);
  Deno.exit(await runCommand({ usage, read, run }));
}
