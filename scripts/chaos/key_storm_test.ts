import assert from "@std/assert";
import { openArena } from "./arena.ts";
import { stormKeys } from "./key_storm.ts";
import { outOfOrder } from "./keyed_jobs.ts";
import { outliveLostConnections } from "../postgres/lost_connections.ts";

outliveLostConnections();

Deno.test("a key of one never has two holders at once, and no permit is lost, whoever dies", async () => {
  const arena = await openArena(0, { max_connections: 100 });
  try {
    const storm = await stormKeys(arena, {
      workers: 64,
      jobs: 1200,
      keys: 30,
      seconds: 3,
      seed: 1,
    });
    assert.deepEqual([storm.lost, storm.doubled, storm.permits_left], [0, 0, 0]);
    assert.ok(storm.killed > 0);
    assert.equal(await outOfOrder(arena.owner), 0, "strict keys end in their order");
    await arena.demandHealthy();
  } finally {
    await arena.close();
  }
});
