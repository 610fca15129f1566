// needs: the embedded stack
import assert from "@std/assert";
import { layPreparedData } from "../stack/prepared_data.ts";
import { silent } from "../stack/progress.ts";
import { startStack } from "../stack/stack.ts";
import { tryMatrixHttp } from "./try_matrix_http.ts";

Deno.test("through the gateway every cell of the access matrix holds", {
  sanitizeOps: false,
  sanitizeResources: false,
}, async () => {
  const dataFolder = await Deno.makeTempDir({ prefix: "cogo-matrix-" });
  try {
    await layPreparedData(dataFolder);
    const stack = await startStack({ port: 0, wirePort: 0, dataFolder, progress: silent });
    try {
      const { cells, faults } = await tryMatrixHttp(stack);
      assert.deepEqual(faults, []);
      assert.ok(cells > 2000, `${cells} cells were tried`);
    } finally {
      await stack.close();
    }
  } finally {
    await Deno.remove(dataFolder, { recursive: true });
  }
});
