import assert from "node:assert/strict";
import { endCases } from "./cases/call_ends.ts";
import { replyCases } from "./cases/call_replies.ts";
import { openScene } from "./cases/call_scene.ts";

// One stack for all of it.
Deno.test("agents call each other", { sanitizeOps: false, sanitizeResources: false }, async (t) => {
  const scene = await openScene();
  try {
    for (const [sentence, prove] of [...replyCases, ...endCases]) {
      await t.step(sentence, () => prove(scene));
    }
    await t.step("the engine's invariants hold", async () => {
      assert.deepEqual(await scene.stack.sql("select * from cogo.verify()"), []);
    });
  } finally {
    await scene.close();
  }
});
