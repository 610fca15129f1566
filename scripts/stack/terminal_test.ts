import assert from "node:assert/strict";
import { fold, size } from "./terminal.ts";

Deno.test("a line that is too long is folded at a space and indented, an address stays whole", () => {
  assert.deepEqual(fold("    lint passed", 40), ["    lint passed"]);
  assert.deepEqual(fold("    lint failed: 3 files are not formatted", 24), [
    "    lint failed: 3 files",
    "      are not formatted",
  ]);
  const address = `http://127.0.0.1/artifacts/${"a".repeat(64)}`;
  assert.deepEqual(fold(`  report ${address} more`, 40), [
    `  report`,
    `    ${address}`,
    "    more",
  ]);
  assert.deepEqual(fold(`  ${address}`, 40), [`  ${address}`]);
});

Deno.test("sizes read in the unit that fits", () => {
  assert.deepEqual([934, 11_540, 2_000_000].map(size), ["934 B", "11.5 KB", "2.0 MB"]);
});
