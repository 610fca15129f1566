import assert from "@std/assert";
import { runPool } from "./pool.ts";

Deno.test("gate: at most so many chains run at once, each in its order, begun in theirs", async () => {
  const begun: string[] = [];
  let running = 0;
  let most = 0;
  const task = (name: string, turns: number) => async () => {
    begun.push(name);
    most = Math.max(most, ++running);
    for (let turn = 0; turn < turns; turn++) await Promise.resolve();
    running--;
    return name;
  };
  const chains = [[task("a1", 50), task("a2", 50)], [task("b", 5)], [], [task("c", 5)]];
  assert.deepEqual(await runPool(chains, 2), ["a1", "a2", "b", "c"]);
  assert.deepEqual(begun, ["a1", "b", "c", "a2"]);
  assert.equal(most, 2);
});
