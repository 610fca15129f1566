import assert from "@std/assert";
import { runChaos } from "./chaos.ts";
import { summaryOf } from "./report.ts";

Deno.test("killed workers, sessions and servers lose no job and end none twice", async () => {
  const lines: string[] = [];
  const options = { seconds: 12, jobs: 3000, sagas: 100, workers: 4, seed: 1 };
  const result = await runChaos(options, (line) => lines.push(line));
  assert.ok(result.clean, `${lines.join("\n")}\n${JSON.stringify(result, null, 2)}`);
  const { servers, workers, sessions, resets } = result.killed;
  assert.ok(Math.min(servers, workers, sessions, resets) > 0, JSON.stringify(result.killed));
  const { lost, doubled, violations } = summaryOf(result);
  assert.deepEqual({ lost, doubled, violations }, { lost: 0, doubled: 0, violations: 0 });
});
