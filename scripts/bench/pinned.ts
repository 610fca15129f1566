// npm run bench:pinned: what an old transaction does to the cost of jobs (see `usage`).
import { writeFile } from "node:fs/promises";
import { z } from "zod";
import { count, readOptionsBy } from "../command_line/read_options.ts";
import { runCommand } from "../command_line/run_command.ts";
import { openGround } from "./ground.ts";
import { linesPlot } from "./lines_plot.ts";
import type { LaneName } from "./pinned_case.ts";
import { type Point, runPinned } from "./pinned_run.ts";
import { columns, markdownTable } from "./table.ts";
import { folder, rewritePart } from "./write_page.ts";

const usage = `npm run bench:pinned -- [options]

A transaction with an old snapshot stays open while jobs flow, so that vacuum can take nothing away:
what does a job cost after that time? Ours and raw pgmq with their xmin pinned, and ours in a
database without, take turns on one Postgres of their own, 50 jobs a call, with jobs held beside.

  --minutes N     how long the transaction stays open (default 30)
  --rate N        jobs a second for each of the three, as far as it keeps up (default 1000)
  --held N        jobs held meanwhile (default 20000)
  --postgres N    major version of the server (default: the first found)
  --json          one JSON line for each minute on stdout; progress stays on stderr
  --write         write the table and the plot to docs/benchmarks/pinned.md
  --help          this text

Exit codes: 0 measured (the bar may be missed), 1 failed, 2 wrong usage.`;

const schema = z.object({
  minutes: count(1, 1440).default(30),
  rate: count(50, 10_000).default(1000),
  held: count(0, 1_000_000).default(20_000),
  postgres: count(15, 99).optional(),
  json: z.boolean().default(false),
  write: z.boolean().default(false),
  help: z.boolean().default(false),
});
type Options = z.output<typeof schema>;

const lanes: readonly { name: LaneName; colour: string }[] = [
  { name: "cogo, pinned", colour: "#2f7d5d" },
  { name: "pgmq, pinned", colour: "#8a94a6" },
  { name: "cogo, free", colour: "#9fd0b8" },
];

/** A row for each lane at the start, each fifth of the time and the end; the bar is a rate of 80 %. */
function rowsOf(points: readonly Point[], minutes: number): string[][] {
  const step = Math.max(1, Math.round(minutes / 5));
  const shown = points.filter(({ minute }) => minute % step === 0 || minute === minutes);
  const free = new Map(
    points.filter(({ lane }) => lane === "cogo, free").map((one) => [one.minute, one]),
  );
  return [
    ["lane", "minute", "jobs/s", "CPU us/job", "x start", "rate of the free one", "dead rows"],
    ...lanes.flatMap(({ name }) =>
      shown.filter(({ lane }) => lane === name).map((one) => {
        const twin = name === "cogo, pinned" ? free.get(one.minute) : undefined;
        return [
          name,
          String(one.minute),
          one.jobs_per_second.toLocaleString("en"),
          one.cpu_us_per_job.toFixed(1),
          one.cost_to_start.toFixed(2),
          twin ? `${Math.round(100 * twin.cpu_us_per_job / one.cpu_us_per_job)} %` : "-",
          one.dead_rows.toLocaleString("en"),
        ];
      })
    ),
  ];
}

async function writePage(points: readonly Point[], options: Options, major: number) {
  const { minutes, rate, held } = options;
  const through = lanes.map(({ name }) => {
    const jobs = points.filter(({ lane }) => lane === name).reduce((sum, one) => sum + one.jobs, 0);
    return `${name} ${jobs.toLocaleString("en")}`;
  });
  const told =
    `\`npm run bench:pinned -- --minutes ${minutes} --rate ${rate} --held ${held} --write\`: ` +
    `PostgreSQL ${major} with default durability, ${navigator.hardwareConcurrency} cores, measured ` +
    `${new Date().toISOString().slice(0, 10)}; load average at the end ` +
    `${(Deno.loadavg()[0] ?? 0).toFixed(1)}. Jobs: ${through.join(", ")}.`;
  await rewritePart(
    "pinned.md",
    "pinned",
    `${told}\n\n${markdownTable(rowsOf(points, minutes))}`,
  );
  const plot = linesPlot(
    "CPU per job beside the start, with an old transaction open",
    "minutes",
    lanes.map((line) => ({
      ...line,
      points: points.filter(({ lane }) => lane === line.name)
        .map((one) => [one.minute, one.cost_to_start] as const),
    })),
  );
  await writeFile(`${folder}pinned.svg`, plot);
}

async function run(options: Options): Promise<number> {
  const ground = await openGround(options.postgres);
  try {
    const points = await runPinned(ground, { ...options, say: (line) => console.error(line) });
    if (options.write) await writePage(points, options, ground.server.major);
    if (options.json) { for (const point of points) console.log(JSON.stringify(point)); }
    else console.log(columns(rowsOf(points, options.minutes)));
    return 0;
  } finally {
    await ground.close();
  }
}

if (import.meta.main) {
  Deno.exit(await runCommand({ usage, read: (args) => readOptionsBy(schema, args), run }));
}
