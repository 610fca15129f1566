// npm run bench:fairness: what one tenant's flood does to the waits of others (see `usage`).
import { z } from "zod";
import { openSession } from "../chaos/arena.ts";
import { count, readOptionsBy } from "../command_line/read_options.ts";
import { runCommand } from "../command_line/run_command.ts";
import { createDatabase } from "../postgres/databases.ts";
import { migrateUrl } from "../db/migrate_url.ts";
import { type BenchGround, openGround } from "./ground.ts";
import { columns, markdownTable } from "./table.ts";
import { type FairnessCase, measureWaits, type Waits } from "./fairness_case.ts";
import { rewritePart } from "./write_page.ts";

const usage = `npm run bench:fairness -- [options]

Twenty tenants enqueue a job a second each while one worker takes 50 jobs at a time, and one tenant
has 100,000 jobs waiting: how long do the twenty wait from enqueue to start? Side by side: without
the flood, with it in a plain lane, with it in a lane with a window (docs/guides/lanes.md).

  --seconds N     length of each of the three parts (default 20)
  --flood N       jobs of the noisy tenant (default 100000)
  --window N      fair_window of the third part (default 10)
  --json          one JSON line a part on stdout; progress stays on stderr
  --write         write the table to docs/benchmarks/fairness.md
  --help          this text

Exit codes: 0 measured (the bar may be missed), 1 failed, 2 wrong usage.`;

const schema = z.object({
  seconds: count(3, 600).default(20),
  flood: count(0, 1_000_000).default(100_000),
  window: count(1, 100_000).default(10),
  json: z.boolean().default(false),
  write: z.boolean().default(false),
  help: z.boolean().default(false),
});
type Options = z.infer<typeof schema>;

async function measure(ground: BenchGround, options: Options, one: FairnessCase): Promise<Waits> {
  const { url } = await createDatabase(ground.server.url);
  await migrateUrl(url, { programs: ground.server.programs });
  return await measureWaits(() => openSession(url), options.seconds, one);
}

const headings = [
  "part",
  "jobs of the twenty",
  "p50 ms",
  "p95 ms",
  "batch ms",
  "p95 added, in batches",
];

function rowsOf(results: readonly Waits[]): string[][] {
  const [quiet] = results;
  return [
    headings,
    ...results.map((one) => [
      one.name,
      String(one.jobs),
      one.p50.toFixed(0),
      one.p95.toFixed(0),
      one.batchMillis.toFixed(1),
      one === quiet ? "-" : ((one.p95 - (quiet?.p95 ?? 0)) / one.batchMillis).toFixed(2),
    ]),
  ];
}

async function writePage(rows: string[][], options: Options): Promise<void> {
  const told = `Measured ${new Date().toISOString().slice(0, 10)}, ${options.seconds} s a part, ` +
    `${options.flood} jobs in the flood, fair_window ${options.window}; the bar is 1 batch. Load ` +
    `average at the end ${(Deno.loadavg()[0] ?? 0).toFixed(1)}.`;
  await rewritePart("fairness.md", "fairness", `${told}\n\n${markdownTable(rows)}`);
}

async function run(options: Options): Promise<number> {
  const ground = await openGround();
  try {
    const results: Waits[] = [];
    const cases: FairnessCase[] = [
      { name: "no flood", flood: 0, window: null },
      { name: "flood, plain lane", flood: options.flood, window: null },
      { name: `flood, window ${options.window}`, flood: options.flood, window: options.window },
    ];
    for (const one of cases) {
      console.error(`${one.name}: ${options.seconds} s`);
      results.push(await measure(ground, options, one));
    }
    const rows = rowsOf(results);
    if (options.write) await writePage(rows, options);
    if (options.json) { for (const one of results) console.log(JSON.stringify(one)); }
    else console.log(columns(rows));
    return 0;
  } finally {
    await ground.close();
  }
}

if (import.meta.main) {
  Deno.exit(await runCommand({ usage, read: (args) => readOptionsBy(schema, args), run }));
}
