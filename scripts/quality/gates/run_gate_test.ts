import assert from "@std/assert";
import { gateOf, textOf } from "./fixture_repository.ts";

const sound = {
  "package.json": { name: "sound", type: "module", scripts: { test: "node --test" } },
  "add.js":
    "export function add(a, b) {\n  return a + b;\n}\n\nexport function unused() {\n  return 1;\n}\n",
  "add.test.js": `import test from "node:test";
import assert from "node:assert";
import { add } from "./add.js";
test("adds", () => assert.equal(add(1, 2), 3));
`,
};

Deno.test("a sound package passes its tests, with counts and coverage of its own files", async () => {
  const outcome = await gateOf(sound, "test");
  assert.equal(outcome.verdict, "passed", textOf(outcome, "test.stdout.log"));
  assert.deepEqual(outcome.details["tests"], { total: 1, passed: 1, failed: 0, skipped: 0 });
  assert.deepEqual(outcome.details["coverage"], { lines: 4, covered: 3, percent: 75, files: 1 });
  assert.match(textOf(outcome, "coverage.lcov"), /SF:add\.js\nDA:1,1\nDA:2,1\nDA:5,1\nDA:6,0\n/);
});

Deno.test("a package without a type check gets a syntax check", async () => {
  const outcome = await gateOf(sound, "check");
  assert.equal(outcome.verdict, "passed");
  assert.match(textOf(outcome, "check.stdout.log"), /2 files checked, 0 with a syntax error/);
});

Deno.test("a package without a linter has its lint gate skipped, with the reason", async () => {
  const outcome = await gateOf(sound, "lint");
  assert.equal(outcome.verdict, "skipped");
  assert.match(outcome.reason ?? "", /No lint script/);
});

Deno.test("a failing test fails the gate and says how many failed", async () => {
  const broken = { ...sound, "add.js": "export const add = (a, b) => a - b;\n" };
  const outcome = await gateOf(broken, "test");
  assert.equal(outcome.verdict, "failed");
  assert.equal(outcome.reason, "1 of 1 tests failed.");
});

Deno.test("a lint error fails the gate", async () => {
  const outcome = await gateOf({
    "deno.json": {},
    "main.ts": "export function main() {\n  var unused = 1;\n}\n",
  }, "lint");
  assert.equal(outcome.verdict, "failed");
  assert.match(textOf(outcome, "lint.stderr.log"), /no-var/);
});

Deno.test("a type error fails the gate", async () => {
  const outcome = await gateOf({
    "deno.json": {},
    "main.ts": 'export const count: number = "many";\n',
  }, "check");
  assert.equal(outcome.verdict, "failed");
  assert.match(textOf(outcome, "check.stderr.log"), /TS2322/);
});

Deno.test("a syntax error fails the gate and names file and line", async () => {
  const outcome = await gateOf({ ...sound, "bad.cjs": "let a = 1;\nlet b = ;\n" }, "check");
  assert.equal(outcome.verdict, "failed");
  assert.match(textOf(outcome, "check.stderr.log"), /bad\.cjs:2/);
});

Deno.test("a tool that is not there is an error, not a failure", async () => {
  const outcome = await gateOf({
    "package.json": { name: "none", scripts: { lint: "no-such-linter ." } },
  }, "lint");
  assert.equal(outcome.verdict, "error");
  assert.match(outcome.reason ?? "", /no-such-linter/);
});

Deno.test("a tool cannot read our keys from its environment", async () => {
  Deno.env.set("SUPABASE_SECRET_KEY", "sb_secret_of_this_test");
  const outcome = await gateOf({
    "package.json": { name: "nosy", scripts: { test: 'node -p "JSON.stringify(process.env)"' } },
  }, "test");
  assert.equal(outcome.verdict, "passed");
  assert.doesNotMatch(textOf(outcome, "test.stdout.log"), /sb_secret_of_this_test|SUPABASE/);
});
