import assert from "@std/assert";
import { parseTestCounts } from "./parse_tests.ts";

const samples: [string, string, [number, number, number] | undefined][] = [
  ["Deno", "ok | 12 passed (3 steps) | 0 failed | 1 ignored (2s)\n", [12, 0, 1]],
  ["two Deno calls", "ok | 2 passed | 0 failed (1s)\nFAILED | 1 passed | 1 failed (1s)\n", [
    3,
    1,
    0,
  ]],
  ["node --test", "ℹ tests 4\nℹ suites 0\nℹ pass 2\nℹ fail 1\nℹ cancelled 0\nℹ skipped 1\n", [
    2,
    1,
    1,
  ]],
  ["tape", "ok 1 a\nnot ok 2 b\n1..2\n# tests 2\n# pass  1\n# fail  1\n", [1, 1, 0]],
  ["plain TAP", "1..3\nok 1 - a\nok 2 - b # SKIP no\nnot ok 3 - c\n", [1, 1, 1]],
  ["jest", "Tests:       1 failed, 2 skipped, 12 passed, 15 total\n", [12, 1, 2]],
  ["vitest", " Test Files  1 passed (1)\n      Tests  1 failed | 12 passed (13)\n", [12, 1, 0]],
  ["mocha", "\n  12 passing (30ms)\n  1 pending\n  1 failing\n", [12, 1, 1]],
  ["ava", "  3 tests passed\n  1 test failed\n", [3, 1, 0]],
  ["colours", "\x1b[32mok\x1b[0m | 1 passed | 0 failed \x1b[90m(1s)\x1b[0m\n", [1, 0, 0]],
  ["something else", "All good.\n", undefined],
];

for (const [name, output, expected] of samples) {
  Deno.test(`test counts are read from the output of ${name}`, () => {
    const counts = parseTestCounts(output);
    const seen = counts && [counts.passed, counts.failed, counts.skipped];
    assert.deepEqual(seen, expected);
  });
}
