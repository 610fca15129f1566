// needs: the embedded stack
import assert from "@std/assert";
import { fuzzFunctions } from "../chaos/fuzz/tenants/functions/fuzz_functions.ts";
import { withStack } from "../chaos/fuzz/tenants/functions/with_stack.ts";
import { httpHoles, triedWith } from "./http_holes.ts";
import { layHttpCallers, tryMatrixHttp } from "./try_matrix_http.ts";

// One stack for all: it takes longer to start than to be asked a thousand times.
Deno.test("through the gateway", { sanitizeOps: false, sanitizeResources: false }, async (t) => {
  await withStack(async (stack, owner) => {
    await layHttpCallers(stack.database.executor);
    // One caller for each answer of a door, in turn; every cell: npm run access:check.
    await t.step("each caller is answered by each RPC as the access matrix says", async () => {
      const { cells, faults } = await tryMatrixHttp(stack, { isShort: true });
      assert.deepEqual(faults, []);
      assert.ok(cells > 900, `${cells} cells were tried`);
    });
    for (const [name, hole] of Object.entries(httpHoles)) {
      await t.step(`${name} turns it red`, async () => {
        assert.match(await triedWith(hole, stack, owner), hole.told);
      });
    }
    await t.step("no function tells whether an id is another tenant's or nobody's", async () => {
      const { faults, routes } = await fuzzFunctions(stack, owner, { seed: 26, requests: 60 });
      assert.deepEqual(faults, []);
      assert.ok(routes > 30);
    });
  });
});
