import assert from "@std/assert";
import { runChaos } from "./chaos.ts";

Deno.test("killed workers, sessions and servers lose no job and end none twice", async () => {
  const lines: string[] = [];
  const options = { seconds: 12, jobs: 3000, workers: 4, seed: 1 };
  const result = await runChaos(options, (line) => lines.push(line));
  assert.ok(result.clean, `${lines.join("\n")}\n${JSON.stringify(result, null, 2)}`);
  assert.ok(result.killed.servers > 0 && result.killed.workers > 0 && result.killed.sessions > 0);
});
