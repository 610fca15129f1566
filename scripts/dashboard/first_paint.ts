// deno run -A scripts/dashboard/first_paint.ts: how soon the pages show with many jobs (see usage).
import type { Browser } from "playwright-core";
import { z } from "zod";
import { findChromium, openWatched } from "../../functions/dashboard/browser.ts";
import { withStack } from "../../functions/dashboard/browser_stack.ts";
import { callAsOperator } from "../../functions/dashboard/example_data.ts";
import { median } from "../bench/statistics.ts";
import { columns, markdownTable } from "../bench/table.ts";
import { rewritePart } from "../bench/write_page.ts";
import { count, readOptionsBy } from "../command_line/read_options.ts";
import { runCommand } from "../command_line/run_command.ts";
import type { Stack } from "../stack/stack_settings.ts";

const usage = `deno run -A scripts/dashboard/first_paint.ts [options]

Fills the embedded stack with jobs, opens each page of the dashboard in Chromium with an empty
cache, and tells when it first painted and when its figures stood. The bar is a first paint within
1 s, no console error and no request off the host. Takes about five minutes.

  --jobs N     jobs in the database, half of them closed (default 100000)
  --rounds N   openings of each page (default 5)
  --json       one JSON line a page on stdout; progress stays on stderr
  --write      write the table to docs/benchmarks/dashboard.md
  --help       this text

Exit codes: 0 the bar is met, 1 it is not, or it failed, 2 wrong usage.`;

const schema = z.object({
  jobs: count(1, 1_000_000).default(100_000),
  rounds: count(1, 50).default(5),
  json: z.boolean().default(false),
  write: z.boolean().default(false),
  help: z.boolean().default(false),
});
type Options = z.output<typeof schema>;

/** The pages, and what is there once their figures stand. */
const pages = {
  local: "#state-queued",
  queues: "#lanes tbody tr",
  jobs: "#jobs tbody tr",
  "jobs/1": ".machine",
  "dead-letters": "#letters p, #letters tr",
  workers: "#workers p",
  schedules: "#schedules p",
  alerts: "#alerts p",
};

interface Painted {
  page: string;
  first_paint_ms: number;
  worst_paint_ms: number;
  figures_ms: number;
  problems: string[];
}

async function fill(stack: Stack, jobs: number): Promise<void> {
  for (let made = 0; made < jobs; made += 1000) {
    const batch = Array.from({ length: Math.min(1000, jobs - made) }, (_, n) => ({
      type: ["crawl.page", "embed.chunk", "summary.write"][n % 3],
      payload: { n: made + n },
    }));
    await callAsOperator(stack, "enqueue_jobs", { jobs: batch });
    if (made % 2000 > 0) {
      const claim = { worker: "bench", want: 1000, start: true };
      const held = await callAsOperator(stack, "claim_jobs", claim) as {
        job_id: number;
        fence: number;
      }[];
      const results = held.map(({ job_id, fence }) => ({ job_id, fence }));
      await callAsOperator(stack, "complete_jobs", { results });
    }
    if (made % 10_000 === 0) console.error(`${made} of ${jobs} jobs`);
  }
}

const paintOf = `performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN`;

async function openPage(browser: Browser, url: string, sign: string) {
  const { page, problems, close } = await openWatched(browser, url);
  await page.locator(sign).first().waitFor();
  const figures = Number(await page.evaluate("performance.now()"));
  const paint = Number(await page.evaluate(paintOf));
  await close();
  return { paint, figures, problems };
}

async function measure(browser: Browser, base: string, rounds: number): Promise<Painted[]> {
  const painted: Painted[] = [];
  for (const [page, sign] of Object.entries(pages)) {
    const seen = [];
    for (let round = 0; round < rounds; round++) {
      seen.push(await openPage(browser, `${base}/${page}`, sign));
    }
    painted.push({
      page,
      first_paint_ms: Math.round(median(seen.map(({ paint }) => paint))),
      worst_paint_ms: Math.round(Math.max(...seen.map(({ paint }) => paint))),
      figures_ms: Math.round(median(seen.map(({ figures }) => figures))),
      problems: seen.flatMap(({ problems }) => problems),
    });
  }
  return painted;
}

const rowsOf = (painted: readonly Painted[]) => [
  ["page", "first paint", "worst", "figures", "complaints"],
  ...painted.map(({ page, first_paint_ms, worst_paint_ms, figures_ms, problems }) => [
    `/dashboard/${page}`,
    `${first_paint_ms} ms`,
    `${worst_paint_ms} ms`,
    `${figures_ms} ms`,
    String(problems.length),
  ]),
];

async function run({ jobs, rounds, json, write }: Options): Promise<number> {
  const chromium = findChromium();
  if (!chromium) throw new Error("There is no Chromium: set CHROMIUM_PATH");
  let painted: Painted[] = [];
  let version = "";
  await withStack(chromium, async (stack, browser) => {
    await fill(stack, jobs);
    version = browser.version();
    await openPage(browser, `${stack.file.url}/dashboard/local`, pages.local); // starts the function
    painted = await measure(browser, `${stack.file.url}/dashboard`, rounds);
  });
  if (json) { for (const one of painted) console.log(JSON.stringify(one)); }
  else console.log(columns(rowsOf(painted)));
  if (write) {
    const told = `${jobs.toLocaleString("en")} jobs in the embedded stack, Chromium ${version}, ` +
      `${navigator.hardwareConcurrency} cores, ${Deno.build.os}, ${rounds} openings of each page ` +
      `with an empty cache, measured ${
        new Date().toISOString().slice(0, 10)
      }; load average at the ` +
      `end ${(Deno.loadavg()[0] ?? 0).toFixed(1)}.`;
    await rewritePart("dashboard.md", "pages", `${told}\n\n${markdownTable(rowsOf(painted))}`);
  }
  const isMet = painted.every(({ first_paint_ms, problems }) =>
    first_paint_ms <= 1000 && problems.length === 0
  );
  return isMet ? 0 : 1;
}

if (import.meta.main) {
  Deno.exit(await runCommand({ usage, read: (args) => readOptionsBy(schema, args), run }));
}
