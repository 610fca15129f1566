// deno task ok [--json]: the one gate. Everything that must hold before a change is merged.
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { testSql } from "../db/test_sql.ts";
import { databaseSteps } from "./database_steps.ts";
import { runDenoTests } from "./deno_tests.ts";
import { Ground } from "./ground.ts";
import { check, demand, type Step, type StepResult } from "./step.ts";
import { testGroups } from "./test_groups.ts";

const top = fileURLToPath(new URL("../../", import.meta.url));
const deno = (...args: string[]) => demand(Deno.execPath(), args, top);

const sourceSteps: Step[] = [
  check("deno fmt", "deno fmt", () => deno("fmt", "--check")),
  check("deno lint", "correct what it names", () => deno("lint", "-q")),
  check("deno check", "correct what it names", () => deno("check", "-q", "functions", "scripts")),
];

async function pgtap(): Promise<StepResult> {
  const log: string[] = [];
  const results = await testSql("", undefined, (line) => log.push(line));
  const sum = (key: "passed" | "failed" | "skipped") =>
    results.reduce((total, counts) => total + counts[key], 0);
  return {
    passed: sum("passed"),
    failed: sum("failed"),
    skipped: sum("skipped"),
    reasons: results.flatMap((counts) => counts.skips),
    output: log.join("\n"),
  };
}

function testSteps(): Step[] {
  const { quick, heavy } = testGroups();
  return [
    { name: "pgTAP", next: "deno task test:sql FOLDER", run: pgtap },
    {
      name: "deno test, quick",
      next: "deno task test:quick",
      run: () => runDenoTests(quick, { parallel: true, limitSeconds: 240 }),
    },
    {
      name: "deno test, with servers",
      next: "deno test -A FILE",
      run: () => runDenoTests(heavy, { parallel: false, limitSeconds: 1500 }),
    },
  ];
}

interface Finished extends StepResult {
  readonly name: string;
  readonly seconds: number;
}

async function runStep(step: Step, say: (line: string) => void): Promise<Finished> {
  const began = performance.now();
  const result = await step.run().catch((error): StepResult => ({
    passed: 0,
    failed: 1,
    skipped: 0,
    output: error instanceof Error ? error.message : String(error),
  }));
  const seconds = (performance.now() - began) / 1000;
  const ran = result.passed + result.failed > 0;
  const word = result.failed > 0 ? "FAILED" : ran ? "ok" : "SKIPPED";
  const counts = result.passed > 1 ? ` (${result.passed} passed)` : "";
  say(`${word.padEnd(8)}${seconds.toFixed(1).padStart(6)} s  ${step.name}${counts}`);
  for (const reason of result.reasons ?? []) say(`          SKIPPED: ${reason}`);
  for (const note of result.notes ?? []) say(`          ${note}`);
  if (result.failed > 0) {
    const lines = (result.output ?? "").trim().split("\n").slice(-80);
    for (const line of lines) say(`          ${line}`);
    say(`          Next: ${step.next}`);
  }
  return { ...result, name: step.name, seconds };
}

// Ending by Deno.exit lets everything that was started end with us.
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  if (Deno.build.os !== "windows") Deno.addSignalListener(signal, () => Deno.exit(130));
}

const { values } = parseArgs({
  args: Deno.args,
  options: { json: { type: "boolean", default: false } },
});
const say = (line: string) => values.json ? console.error(line) : console.log(line);
const began = performance.now();
const ground = new Ground();
const finished: Finished[] = [];
for (const step of [...sourceSteps, ...databaseSteps(ground)]) {
  finished.push(await runStep(step, say));
}
await ground.close();
for (const step of testSteps()) finished.push(await runStep(step, say));

const sum = (key: "passed" | "failed" | "skipped") =>
  finished.reduce((total, step) => total + step[key], 0);
const [passed, failed, skippedCount] = [sum("passed"), sum("failed"), sum("skipped")];
const seconds = Number(((performance.now() - began) / 1000).toFixed(1));
say(`The gate took ${seconds} s.`);
if (values.json) {
  const steps = finished.map(({ output: _, ...step }) => step);
  console.log(JSON.stringify({ passed, failed, skipped: skippedCount, seconds, steps }));
} else {
  console.log(`${passed} passed, ${failed} failed, ${skippedCount} skipped`);
}
Deno.exit(failed > 0 ? 1 : 0);
