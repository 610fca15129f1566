import assert from "@std/assert";
import { readSummary, slowestTests } from "./deno_tests.ts";

const output = `running 4 tests from ./scripts/a_test.ts
slow one ...
  a step ... ok (50s)
slow one ... ok (1m2s)
quick one ... ok (9s)
broken ... FAILED (12s)
left out ... ignored (0ms)
fast ... ok (900ms)

FAILED | 3 passed (1 step) | 1 failed | 1 ignored (1m25s)
`;

Deno.test("gate: counts come from the last line, and tests of 10 s and more are told", () => {
  assert.deepEqual(readSummary(output), { passed: 3, failed: 1, skipped: 1 });
  assert.deepEqual(slowestTests(output), ["1m2s slow one", "12s broken"]);
  assert.deepEqual(readSummary(""), { passed: 0, failed: 0, skipped: 0 });
});
