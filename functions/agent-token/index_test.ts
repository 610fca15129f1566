// needs: the embedded stack
import assert from "@std/assert";
import { layPreparedData } from "../../scripts/stack/prepared_data.ts";
import { silent } from "../../scripts/stack/progress.ts";
import { startStack } from "../../scripts/stack/stack.ts";
import { assertionCases } from "./cases/assertions.ts";
import { commandCases } from "./cases/commands.ts";
import { credentialCases } from "./cases/credentials.ts";
import { issuerCases } from "./cases/issuers.ts";
import { peopleCases } from "./cases/people.ts";

Deno.test("agent-token: over the real stack", async (test) => {
  const dataFolder = await Deno.makeTempDir({ prefix: "cogo-tokens-" });
  await layPreparedData(dataFolder);
  const stack = await startStack({ port: 0, wirePort: 0, dataFolder, progress: silent });
  try {
    for (const cases of [credentialCases, assertionCases, issuerCases, peopleCases, commandCases]) {
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
