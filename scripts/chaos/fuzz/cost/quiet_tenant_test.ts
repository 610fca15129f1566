// needs: a native server
import assert from "@std/assert";
import { openArena } from "../../arena.ts";
import { layGround, plantSide } from "../tenants/plant.ts";
import { intruder, victim } from "../tenants/sides.ts";
import { plantCrowd } from "./crowd.ts";
import { isWalk, readQuietly } from "./quiet_tenant.ts";

const readers =
  /^(list|get|count|metrics|show|explain|queue|spend|provider)_|_(events|history|summary|recent|job)$/;

Deno.test("a tenant with few rows reads few pages, however many rows others have", async () => {
  const arena = await openArena(0);
  try {
    await layGround(arena.owner);
    for (const side of [intruder, victim]) await plantSide(arena.owner, side);
    await plantCrowd(arena.owner, 20_000);
    const reads = await readQuietly(arena.owner, arena.url, readers);
    assert.ok(reads.filter(({ word }) => word === "ok").length > 30, "hardly any was answered");
    assert.deepEqual(reads.filter(isWalk), []);
    // The test can fail: without its index, a list reads what others have.
    await arena.owner.unsafe("drop index cogo.routing_decisions_tenant_idx");
    const walks = (await readQuietly(arena.owner, arena.url, /^list_decisions$/)).filter(isWalk);
    assert.deepEqual(walks.map(({ rpc }) => rpc), ["list_decisions"]);
  } finally {
    await arena.close();
  }
});
