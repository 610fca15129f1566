// deno task test [--quick] [deno test arguments]: runs the *_test.ts files of functions/ and scripts/.
import { fileURLToPath } from "node:url";
import { join } from "@std/path";
import { missingPackages, needsOneOf } from "../quality/check_types.ts";
import { runDenoTests } from "./deno_tests.ts";
import { testGroups } from "./test_groups.ts";

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
const runs = [
  { files: quick, parallel: true, limitSeconds: 240 },
  ...(quickOnly ? [] : [{ files: groups.heavy, parallel: false, limitSeconds: 1500 }]),
];
for (const { files, ...options } of runs) {
  const result = await runDenoTests(files, { ...options, args, echo });
  total.passed += result.passed;
  total.failed += result.failed;
  total.skipped += result.skipped;
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
