// npm run regression: does the engine still count right, and cost what it did? (see usage)
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "@std/path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { count, readOptionsBy } from "../command_line/read_options.ts";
import { runCommand, tellError } from "../command_line/run_command.ts";
import { migratedData } from "../db/serve_pglite.ts";
import { git } from "../quality/target/git.ts";
import { baselineOf, baselineSchema, compare, fails } from "./compare.ts";
import { countAll } from "./count_all.ts";
import { pageOf, plotOf, type Report } from "./report.ts";
import { undoSagas } from "./simulate_scenario.ts";
import { measureRatios } from "./timings.ts";

const usage = `npm run regression -- [options]

Tells short stories to the embedded engine (no network, no secrets, no server), counts, measures what
a job costs beside raw pgmq in the same run, and holds all of it against
docs/benchmarks/regression-baseline.json. Writes regression.json, regression.md and regression.svg.

  --out DIR         where to write them (default .cogo/regression)
  --rounds N        rounds of measuring (default 5)
  --write-baseline  makes this run the baseline, on a machine that does nothing else
  --json            the report as one JSON line on stdout
  --help            this text

Exit codes: 0 as the baseline or better, 1 a regression, 2 wrong usage, 3 it could not run.`;

const schema = z.object({
  out: z.string().default(".cogo/regression"),
  rounds: count(1, 100).default(5),
  "write-baseline": z.boolean().default(false),
  json: z.boolean().default(false),
  help: z.boolean().default(false),
});
type Options = z.output<typeof schema>;

const baselineFile = fileURLToPath(
  new URL("../../docs/benchmarks/regression-baseline.json", import.meta.url),
);

async function commitOf(): Promise<string | null> {
  const { ok, stdout } = await git(["rev-parse", "HEAD"]);
  return ok ? stdout.trim() : null;
}

/** The committed baseline. */
export async function readBaseline() {
  return baselineSchema.parse(JSON.parse(await readFile(baselineFile, "utf8")));
}

async function run(options: Options): Promise<number> {
  const began = performance.now();
  const say = (line: string) => console.error(line);
  const migrated = await migratedData();
  const figures = [
    ...await countAll(migrated, { say }),
    ...await undoSagas(say),
    ...await measureRatios(migrated, options.rounds, say),
  ];
  if (options["write-baseline"]) {
    await writeFile(baselineFile, `${JSON.stringify(baselineOf(figures), null, 2)}\n`);
  }
  const compared = compare(figures, await readBaseline());
  const report: Report = {
    at: new Date().toISOString(),
    commit: await commitOf(),
    verdict: compared.some(fails) ? "regressed" : "passed",
    seconds: Math.round((performance.now() - began) / 100) / 10,
    figures: compared,
  };
  await mkdir(options.out, { recursive: true });
  await writeFile(join(options.out, "regression.json"), `${JSON.stringify(report, null, 2)}\n`);
  await writeFile(join(options.out, "regression.md"), pageOf(report));
  await writeFile(join(options.out, "regression.svg"), plotOf(report));
  if (options.json) console.log(JSON.stringify(report));
  else {
    for (const { name, verdict, value, expected, bound } of compared.filter(fails)) {
      console.log(`${verdict}: ${name}: ${value}, baseline ${expected}, at most ${bound}`);
    }
    console.log(
      `${report.verdict}: ${compared.length} figures, ${report.seconds} s, ${options.out}`,
    );
  }
  return report.verdict === "passed" ? 0 : 1;
}

// Never 1: that says that something regressed.
function onError(error: unknown): number {
  tellError(error);
  return 3;
}

const read = (args: string[]) => readOptionsBy(schema, args);
if (import.meta.main) Deno.exit(await runCommand({ usage, read, run, onError }));
