// needs: the embedded stack
import assert from "@std/assert";
import { layPreparedData } from "../stack/prepared_data.ts";
import { silent } from "../stack/progress.ts";
import { startStack } from "../stack/stack.ts";
import { measureFlood } from "./flood.ts";
import { measureRestarts } from "./restarts.ts";

Deno.test("ingress: a flood and a restart of the stack", {
  sanitizeResources: false,
  sanitizeOps: false,
}, async (test) => {
  const dataFolder = await Deno.makeTempDir({ prefix: "cogo-flood-" });
  await layPreparedData(dataFolder);
  const open = (port: number) => startStack({ port, wirePort: 0, dataFolder, progress: silent });
  let stack = await open(0);
  try {
    await test.step("long work is delivered by polling, events and callbacks over a restart", async () => {
      const restart = async () => {
        const { port } = new URL(stack.file.url);
        await stack.close();
        return stack = await open(Number(port));
      };
      const { found } = await measureRestarts(stack, restart, 2, 1);
      const { jobs, polled, streamed, called_back, wrong } = found;
      assert.deepEqual([polled, streamed, called_back, wrong], [jobs, jobs, jobs, 0]);
    });
    await test.step("of ten times too much, what is accepted is done and the rest is told when", async () => {
      const flood = await measureFlood(stack, 1.5, 10);
      assert.deepEqual([flood.wrong, flood.lost], [0, 0], JSON.stringify(flood));
      const most = 10 * (1 + flood.seconds) + 1;
      assert.ok(flood.accepted >= 10 && flood.accepted <= most, JSON.stringify(flood));
      assert.equal(flood.accepted + flood.refused, flood.offered);
    });
    await test.step("and the engine is healthy", async () => {
      assert.deepEqual(await stack.database.executor.query("select * from cogo.verify()"), []);
    });
  } finally {
    await stack.close();
    await Deno.remove(dataFolder, { recursive: true });
  }
});
