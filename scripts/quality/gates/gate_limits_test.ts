// needs: a machine to itself, for its tools overrun their limits on purpose
import assert from "@std/assert";
import { gateOf, textOf } from "./fixture_repository.ts";

Deno.test("a hanging test fails at the time limit", async () => {
  const hanging = {
    "package.json": { name: "hanging", scripts: { test: "node --test" } },
    "add.test.js": "setInterval(() => {}, 1000);\n",
  };
  const outcome = await gateOf(hanging, "test", { wall_seconds: 2 });
  assert.equal(outcome.verdict, "failed");
  assert.match(outcome.reason ?? "", /time limit of 2 s/);
});

Deno.test("200 MB of output fail the gate and leave a small log", async () => {
  const flood = {
    "package.json": { name: "flood", scripts: { test: "yes flood | head -c 200000000" } },
  };
  const outcome = await gateOf(flood, "test", { output_mb: 4, kept_bytes: 10_000 });
  assert.equal(outcome.verdict, "failed");
  assert.match(outcome.reason ?? "", /more than 4 MB of output/);
  assert.ok(textOf(outcome, "test.stdout.log").length < 11_000);
});

Deno.test("a fork bomb fails the gate at the process limit", async () => {
  const bomb = {
    "package.json": {
      name: "bomb",
      scripts: { test: "while :; do sleep 86399 & sleep 0.01; done" },
    },
  };
  const outcome = await gateOf(bomb, "test", { processes: 60 });
  assert.equal(outcome.verdict, "failed");
  assert.match(outcome.reason ?? "", /more than 60 processes/);
});
