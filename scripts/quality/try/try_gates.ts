import { join } from "@std/path";
import { layPreparedData } from "../../stack/prepared_data.ts";
import { silent } from "../../stack/progress.ts";
import { startStack } from "../../stack/stack.ts";
import type { Stack } from "../../stack/stack_settings.ts";
import { checkout } from "../cli/connect.ts";
import { openRun } from "../cli/open_run.ts";
import { runLive } from "../cli/run_live.ts";
import { type GatePackage, gatePackages } from "./gate_packages.ts";
import { type GateFigures, writePage } from "./gate_page.ts";
import { unpack } from "./packages.ts";
import { applyTo, digestOf, openArtifacts, type RecentRun, recentSchema } from "./prove_fix.ts";

/** What to try, and how to tell it. */
export interface TryGates {
  /** Only packages whose name has this in it. */
  only: string;
  json: boolean;
  /** Write the figures into docs/benchmarks/gate-fix.md. */
  write: boolean;
}

/**
 * Runs `quality.gate` on real packages from npm against a stack of its own: by its HTTP doors and
 * its worker, as a person would. Then opens every file, and applies every diff to a copy. Answers
 * the exit code: 1 when a fix is missing, does not apply, or a file does not open.
 */
export async function tryGates({ only, json, write }: TryGates): Promise<number> {
  const folder = await Deno.makeTempDir({ prefix: "cogo-try-gates-" });
  const dataFolder = join(folder, "data");
  await layPreparedData(dataFolder);
  const stack = await startStack({
    port: 0,
    wirePort: 0,
    dataFolder,
    migrationsFolder: join(checkout, "supabase", "migrations"),
    functionsFolder: join(checkout, "functions"),
    progress: silent,
  });
  const figures: GateFigures[] = [];
  try {
    for (const wanted of gatePackages.filter(({ name }) => name.includes(only))) {
      const each = await tryOne(stack, wanted, join(folder, wanted.name.replaceAll("/", "-")));
      figures.push(each);
      if (json) console.log(JSON.stringify(each));
    }
    if (write) await writePage(figures);
  } finally {
    await stack.close();
    await Deno.remove(folder, { recursive: true });
  }
  return figures.length > 0 && figures.every(({ isProved }) => isProved) ? 0 : 1;
}

async function tryOne(stack: Stack, wanted: GatePackage, into: string): Promise<GateFigures> {
  const { url, secret_key: secretKey, data_folder: dataFolder } = stack.file;
  const target = await unpack(wanted.name, into);
  await wanted.add?.(target);
  const digest = await digestOf(target);
  const startedAt = performance.now();
  console.error(wanted.name);
  await openRun({ url, secretKey, target, kind: "gate", force: true });
  await runLive("live_work.ts", { url, secretKey, dataFolder }, (line) => console.error(line));
  const seconds = Math.round((performance.now() - startedAt) / 1000);

  const run = await newestRun(url);
  const isUntouched = await digestOf(target) === digest;
  const opened = await openArtifacts(url, secretKey, run);
  const applied = [];
  for (const fix of run.fixes) applied.push(await applyTo(target, url, secretKey, fix));
  return {
    name: wanted.name,
    added: wanted.added ?? null,
    seconds,
    run,
    opened,
    isUntouched,
    applied: applied.filter((took) => took).length,
    isProved: run.fixes.length > 0 && applied.every((took) => took) && isUntouched &&
      opened === run.artifacts.length,
  };
}

async function newestRun(url: string): Promise<RecentRun> {
  const answer = await fetch(`${url}/api/metrics/quality/gate/recent?limit=1`);
  const [run] = recentSchema.parse(await answer.json()).runs;
  if (run === undefined) throw new Error("Cannot find the run that was just worked.");
  return run;
}
