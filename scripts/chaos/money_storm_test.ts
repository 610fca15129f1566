import assert from "@std/assert";
import { outliveLostConnections } from "../postgres/lost_connections.ts";
import { isClean } from "./money_run.ts";
import { stormMoney } from "./money_storm.ts";

outliveLostConnections();

Deno.test("money: callers at the last cent overspend nothing, leak nothing and never deadlock, also when the server is killed", async () => {
  const storm = await stormMoney({ rounds: 2, callers: 40, seed: 1, killEvery: 2 });
  assert.ok(isClean(storm), JSON.stringify(storm));
  assert.ok(storm.admitted > 10 && storm.refused > 10 && storm.kills === 1, JSON.stringify(storm));
});
