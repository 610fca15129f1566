// needs: the embedded stack
import assert from "@std/assert";
import { layPreparedData } from "../../scripts/stack/prepared_data.ts";
import { silent } from "../../scripts/stack/progress.ts";
import { startStack } from "../../scripts/stack/stack.ts";
import { callbackCases } from "./cases/callbacks.ts";
import { followingCases } from "./cases/following.ts";
import { hookCases } from "./cases/hooks.ts";
import { submittingCases } from "./cases/submitting.ts";

Deno.test("ingress: over the real stack", async (test) => {
  const dataFolder = await Deno.makeTempDir({ prefix: "cogo-ingress-" });
  await layPreparedData(dataFolder);
  const stack = await startStack({ port: 0, wirePort: 0, dataFolder, progress: silent });
  try {
    for (const cases of [submittingCases, followingCases, callbackCases, hookCases]) {
      for (const [sentence, prove] of cases) await test.step(sentence, () => prove(stack));
    }
    await test.step("and the engine is healthy", async () => {
      assert.deepEqual(await stack.database.executor.query("select * from cogo.verify()"), []);
    });
  } finally {
    await stack.close();
    await Deno.remove(dataFolder, { recursive: true });
  }
});
