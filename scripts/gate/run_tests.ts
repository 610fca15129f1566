// deno task test [--quick] [deno test arguments]: runs the *_test.ts files of functions/ and scripts/.
import { fileURLToPath } from "node:url";
import { join } from "@std/path";
import { missingPackages, needsOneOf } from "../quality/check_types.ts";
import { runDenoTests } from "./deno_tests.ts";
import { poolWidth, runPool } from "./pool.ts";
import { runStep, slowestFiles } from "./run_step.ts";
import { slowFirst } from "./slow_first.ts";
import { testGroups } from "./test_groups.ts";
import { heavySteps } from "./test_steps.ts";

const quickOnly = Deno.args.includes("--quick");
const args = Deno.args.filter((arg) => arg !== "--quick");
const groups = testGroups();
// A first start installs no developer packages, and its quality run does the quick tests.
const top = fileURLToPath(new URL("../../", import.meta.url));
const missing = quickOnly ? missingPackages(top) : [];
const quick = groups.quick.filter((file) => !needsOneOf(missing, join(top, file)));
const began = performance.now();
const total = { passed: 0, failed: 0, skipped: 0 };

const echo = (text: string) => Deno.stdout.writeSync(new TextEncoder().encode(text));
const add = ({ passed, failed, skipped }: typeof total) => {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
};
add(await runDenoTests(quick, { parallel: true, limitSeconds: 240, args, echo }));
if (!quickOnly) {
  const steps = slowFirst(heavySteps(groups.heavy, args));
  const tasks = steps.map((step) => [() => runStep(step, console.log)]);
  const finished = await runPool(tasks, poolWidth());
  finished.forEach(add);
  for (const line of slowestFiles(finished)) console.log(line);
}
if (quickOnly) {
  console.log(`Left out, as they start servers or a browser: ${groups.heavy.length} files.`);
  const lacking = groups.quick.length - quick.length;
  if (lacking > 0) console.log(`Left out, as they need ${missing.join(", ")}: ${lacking} files.`);
}
const seconds = ((performance.now() - began) / 1000).toFixed(1);
const { passed, failed, skipped } = total;
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped in ${seconds} s`);
Deno.exit(failed > 0 ? 1 : 0);
