import assert from "@std/assert";
import { factsData } from "./page/overview/facts.js";

const summary = {
  transitions: {},
  failure_rate: null,
  finished: { wait_ms: { p95: null }, run_ms: { p95: null } },
  dead_letters: { count: 0, not_redriven: 0 },
};

Deno.test("facts: tokens that were read are all of them, cached ones too", () => {
  const tokens = { requests: 3, input: 100, cache_read: 7000, cache_write: 20, output: 5 };
  assert.deepEqual(factsData({ ...summary, tokens }).usage, {
    read: 7120,
    written: 5,
    requests: 3,
  });
  assert.equal(factsData(summary).usage, null);
});
