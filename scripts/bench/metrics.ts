// npm run bench:metrics: what metrics cost the engine, and what a scrape costs (see `usage`).
import { z } from "zod";
import { count, readOptionsBy } from "../command_line/read_options.ts";
import { runCommand } from "../command_line/run_command.ts";
import { openGround } from "./ground.ts";
import { measureMetricsCost, type MetricsCost } from "./metrics_cost.ts";
import { measureScrape, type ScrapeCost } from "./metrics_scrape.ts";
import { columns, markdownTable } from "./table.ts";
import { circumstances, rewritePart } from "./write_page.ts";

const usage = `npm run bench:metrics -- [options]

What metrics cost, on a Postgres of its own. First the engine at k = 50 with and without the metrics'
schedules beside it, in rounds that take turns; then the RPCs behind /metrics with a million closed
jobs and 1,000 lanes x tenants. Takes about 5 minutes.

  --rounds N      rounds that count (default 5)
  --seconds N     seconds of load in a round (default 21)
  --jobs N        closed jobs behind the scrape (default 1,000,000)
  --scrape        only what a scrape costs; writes nothing
  --postgres N    major version of the server (default: the first found)
  --json          one JSON line a part on stdout; progress stays on stderr
  --write         write the figures to docs/benchmarks/metrics.md
  --help          this text

Exit codes: 0 measured (bars may be missed), 1 failed, 2 wrong usage.`;

const schema = z.object({
  rounds: count(1, 100).default(5),
  seconds: count(1, 600).default(21),
  jobs: count(1000, 10_000_000).default(1_000_000),
  scrape: z.boolean().default(false),
  postgres: count(15, 99).optional(),
  json: z.boolean().default(false),
  write: z.boolean().default(false),
  help: z.boolean().default(false),
});
type Options = z.output<typeof schema>;

const met = (holds: boolean) => holds ? "met" : "MISSED";
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

const head = ["what", "wanted", "measured", ""];

function costRows(cost: MetricsCost): string[][] {
  const beside = `${cost.with_us_per_job.toFixed(1)} us over ${cost.without_us_per_job.toFixed(1)}`;
  const pace = `${cost.fold_us_per_job.toFixed(2)} us at ${
    Math.round(cost.jobs_per_second)
  } jobs/s`;
  return [
    [
      "CPU of the server per job at k = 50, with over without",
      "<= 3 %",
      `${percent(cost.ratio - 1)} (${beside})`,
      met(cost.ratio <= 1.03),
    ],
    [
      "CPU of the session that folds, per job",
      "<= 3 %",
      `${percent(cost.fold_share)} (${pace})`,
      met(cost.fold_share <= 0.03),
    ],
  ];
}

function scrapeRows(cost: ScrapeCost): string[][] {
  const slowest = `slowest of ${cost.samples}: ${cost.slowest_ms.toFixed(1)}`;
  return [
    [
      `both RPCs, ${cost.jobs} closed jobs, ${cost.lanes_and_tenants} lanes x tenants`,
      "<= 50 ms",
      `${cost.median_ms.toFixed(1)} ms (${slowest})`,
      met(cost.median_ms <= 50),
    ],
    [
      "sequential scans of a hot table",
      "none",
      cost.hot_and_whole.join(", ") || "none",
      met(cost.hot_and_whole.length === 0),
    ],
  ];
}

const readRows = (cost: ScrapeCost): string[][] => [
  ["relation", "node", "times", "rows"],
  ...cost.reads.map(({ relation, node, times, rows }) => [
    relation,
    node,
    String(times),
    String(rows),
  ]),
];

async function run(options: Options): Promise<number> {
  const say = (line: string) => console.error(line);
  const ground = await openGround(options.postgres);
  try {
    if (options.scrape) {
      const scrape = await measureScrape(ground, { jobs: options.jobs, scrapes: 21, say });
      console.log(options.json ? JSON.stringify(scrape) : columns([head, ...scrapeRows(scrape)]));
      return 0;
    }
    const cost = await measureMetricsCost(ground, { ...options, say });
    const scrape = await measureScrape(ground, { jobs: options.jobs, scrapes: 21, say });
    const rows = [head, ...costRows(cost), ...scrapeRows(scrape)];
    if (options.json) {
      console.log(JSON.stringify(cost));
      console.log(JSON.stringify(scrape));
    } else console.log(`${columns(rows)}\n\n${columns(readRows(scrape))}`);
    if (options.write) {
      const text = `${circumstances(ground.server.major, options.rounds)}\n\n${
        markdownTable(rows)
      }\n\nWhat one scrape read (auto_explain, analyze):\n\n${markdownTable(readRows(scrape))}`;
      await rewritePart("metrics.md", "metrics", text);
    }
    return 0;
  } finally {
    await ground.close();
  }
}

if (import.meta.main) {
  Deno.exit(await runCommand({ usage, read: (args) => readOptionsBy(schema, args), run }));
}
