// npm run bench:jobs: the job engine beside its peers, measured (see options.ts).
import { runCommand } from "../command_line/run_command.ts";
import { judge } from "./bars.ts";
import { measureClaimCost } from "./claim_cost.ts";
import { compare } from "./compare.ts";
import { openGround } from "./ground.ts";
import { type BenchOptions, readOptions, usage } from "./options.ts";
import { barRows, claimCostRows, resultRows } from "./results_table.ts";
import { summarise } from "./statistics.ts";
import { columns } from "./table.ts";
import { writeClaimCost, writeComparison } from "./write_page.ts";

const sizes = {
  quick: { one: 200, ten: 1000, fifty: 3000, bulk: 5000 },
  long: { one: 400, ten: 2000, fifty: 5000, bulk: 10_000 },
};

const roundsOf = ({ rounds, quick }: BenchOptions): number => rounds ?? (quick ? 5 : 9);

async function runComparison(options: BenchOptions): Promise<void> {
  const ground = await openGround(options.postgres);
  try {
    console.error(`Postgres ${ground.server.major}, default durability`);
    const rounds = roundsOf(options);
    const { series, deadRows } = await compare(ground, {
      rounds,
      engines: options.engines,
      jobs: options.quick ? sizes.quick : sizes.long,
      say: (line) => console.error(line),
    });
    const results = summarise(series, deadRows);
    if (options.write) await writeComparison(results, ground.server.major, rounds);
    if (options.json) {
      for (const result of results) console.log(JSON.stringify(result));
      return;
    }
    console.log(columns(resultRows(results)));
    console.log("\n" + columns(barRows(judge(results))));
  } finally {
    await ground.close();
  }
}

async function runClaimCost(options: BenchOptions): Promise<void> {
  const ground = await openGround(options.postgres);
  try {
    const rounds = roundsOf(options);
    const costs = await measureClaimCost(ground, {
      rounds,
      full: options.full,
      say: (line) => console.error(line),
    });
    if (options.write) await writeClaimCost(costs, ground.server.major, rounds);
    if (options.json) { for (const cost of costs) console.log(JSON.stringify(cost)); }
    else console.log(columns(claimCostRows(costs)));
  } finally {
    await ground.close();
  }
}

async function run(options: BenchOptions): Promise<number> {
  await (options["claim-cost"] ? runClaimCost(options) : runComparison(options));
  return 0;
}

if (import.meta.main) Deno.exit(await runCommand({ usage, read: readOptions, run }));
