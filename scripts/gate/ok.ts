// deno task ok [--json]: the one gate. Everything that must hold before a change is merged.
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { demand } from "../command_line/demand.ts";
import { databaseSteps } from "./database_steps.ts";
import { Ground } from "./ground.ts";
import { poolWidth, runPool } from "./pool.ts";
import { check, type Step } from "./step.ts";
import { type Finished, runStep, slowestFiles } from "./run_step.ts";
import { testSteps } from "./test_steps.ts";

const top = fileURLToPath(new URL("../../", import.meta.url));
const deno = (...args: string[]) => demand(Deno.execPath(), args, top);

const sourceSteps: Step[] = [
  check("deno check", "correct what it names", () => deno("check", "-q", "functions", "scripts")),
  check("deno lint", "correct what it names", () => deno("lint", "-q")),
  check("deno fmt", "deno fmt", () => deno("fmt", "--check")),
];

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
const tests = testSteps();
// The longest first, so that nothing long is left to run alone at the end.
const chains = [[...sourceSteps, ...databaseSteps(ground)], ...tests.map((step) => [step])];
const tasks = chains.map((chain) => chain.map((step) => () => runStep(step, say)));
const finished: Finished[] = await runPool(tasks, poolWidth());
await ground.close();

const sum = (key: "passed" | "failed" | "skipped") =>
  finished.reduce((total, step) => total + step[key], 0);
const [passed, failed, skippedCount] = [sum("passed"), sum("failed"), sum("skipped")];
const seconds = Number(((performance.now() - began) / 1000).toFixed(1));
for (const line of slowestFiles(finished)) say(line);
say(`The gate took ${seconds} s.`);
if (values.json) {
  const steps = finished.map(({ output: _, ...step }) => step);
  console.log(JSON.stringify({ passed, failed, skipped: skippedCount, seconds, steps }));
} else {
  console.log(`${passed} passed, ${failed} failed, ${skippedCount} skipped`);
}
Deno.exit(failed > 0 ? 1 : 0);
