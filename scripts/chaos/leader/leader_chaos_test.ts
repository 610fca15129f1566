import assert from "@std/assert";
import { runLeaderChaos } from "./leader_chaos.ts";

Deno.test("two schedulers that are cut off while the clock jumps run nothing twice and lose nothing", async () => {
  const result = await runLeaderChaos({ seconds: 4, schedules: 12, schedulers: 2, seed: 4 });
  const { doubled, lost, complaints } = result;
  assert.deepEqual({ doubled, lost, complaints }, { doubled: 0, lost: 0, complaints: "" });
  assert.ok(result.fired > 20, `runs happened: ${JSON.stringify(result)}`);
  assert.ok(result.leader_changes > 0, "and the lead changed");
});
