// npm run bench:backlog: what a claim costs behind a backlog (see `usage`).
import { z } from "zod";
import { count, readOptionsBy } from "../command_line/read_options.ts";
import { runCommand } from "../command_line/run_command.ts";
import { backlogs, type ClaimCost, measureClaimCost } from "./claim_cost.ts";
import { openGround } from "./ground.ts";
import { claimCostRows } from "./results_table.ts";
import { columns, markdownTable } from "./table.ts";
import { circumstances, rewritePart } from "./write_page.ts";

const usage = `npm run bench:backlog -- [options]

What claim + complete cost with 10,000, 100,000 and 1,000,000 jobs ready and with 40,000 held, beside
an almost empty queue: CPU of the backend, WAL, in slices that take turns on a Postgres of its own.
The bar is 1.1 times the empty queue. Takes about 4 minutes.

  --rounds N      rounds that count (default 9)
  --postgres N    major version of the server (default: the first found)
  --json          one JSON line a result on stdout; progress stays on stderr
  --write         write the table to docs/benchmarks/backlog.md
  --help          this text

Exit codes: 0 measured (the bar may be missed), 1 failed, 2 wrong usage.`;

const schema = z.object({
  rounds: count(1, 100).default(9),
  postgres: count(15, 99).optional(),
  json: z.boolean().default(false),
  write: z.boolean().default(false),
  help: z.boolean().default(false),
});
type Options = z.output<typeof schema>;

async function measure(options: Options): Promise<ClaimCost[]> {
  const ground = await openGround(options.postgres);
  try {
    const costs = await measureClaimCost(ground, {
      rounds: options.rounds,
      loads: backlogs,
      say: (line) => console.error(line),
    });
    if (options.write) {
      const told = `\`npm run bench:backlog -- --rounds ${options.rounds} --write\`: ` +
        circumstances(ground.server.major, options.rounds);
      await rewritePart(
        "backlog.md",
        "backlog",
        `${told}\n\n${markdownTable(claimCostRows(costs))}`,
      );
    }
    return costs;
  } finally {
    await ground.close();
  }
}

async function run(options: Options): Promise<number> {
  const costs = await measure(options);
  if (options.json) { for (const cost of costs) console.log(JSON.stringify(cost)); }
  else console.log(columns(claimCostRows(costs)));
  return 0;
}

if (import.meta.main) {
  Deno.exit(await runCommand({ usage, read: (args) => readOptionsBy(schema, args), run }));
}
