// needs: the embedded stack
import assert from "@std/assert";
import { layPreparedData } from "../../scripts/stack/prepared_data.ts";
import { silent } from "../../scripts/stack/progress.ts";
import { startStack } from "../../scripts/stack/stack.ts";
import { linkingCases } from "./cases/linking.ts";
import { readingCases } from "./cases/reading.ts";
import { refusingCases } from "./cases/refusing.ts";
import { sweepingCases } from "./cases/sweeping.ts";
import { uploadingCases } from "./cases/uploading.ts";
import { workingCases } from "./cases/working.ts";

Deno.test("artifacts: over the real stack", async (test) => {
  const dataFolder = await Deno.makeTempDir({ prefix: "cogo-artifacts-" });
  await layPreparedData(dataFolder);
  const stack = await startStack({ port: 0, wirePort: 0, dataFolder, progress: silent });
  try {
    for (
      const cases of [
        readingCases,
        linkingCases,
        uploadingCases,
        refusingCases,
        workingCases,
        sweepingCases,
      ]
    ) {
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
