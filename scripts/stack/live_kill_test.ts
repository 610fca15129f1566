// needs: stacks in processes of their own
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { runWeekly, type WeeklyRunSummary } from "../quality/first_run.ts";
import { type FixtureFiles, withRepository } from "../quality/gates/fixture_repository.ts";
import { layPreparedData } from "./prepared_data.ts";
import { readStackFile } from "./stack_file.ts";
import { type StackProcess, startProcess } from "./test_process.ts";
import { startWriter } from "./test_writer.ts";

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

const slow: FixtureFiles = {
  "package.json": { name: "slow", type: "module", scripts: { test: "node --test" } },
  "slow.test.js": `import test from "node:test";
test("takes its time", () => new Promise((done) => setTimeout(done, 3000)));
`,
};

/** Does the run in a process of its own, as `npm start` would; resolves once its tests run. */
async function startRunner(url: string, secretKey: string, target: string, dataFolder: string) {
  const code = `import { runWeekly } from "${new URL("../quality/first_run.ts", import.meta.url)}";
    const onProgress = (line) => console.log(line);
    await runWeekly({ ...JSON.parse(Deno.env.get("WANTED")), onProgress });`;
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      "--no-check",
      "--config",
      configFile,
      "data:text/typescript," + encodeURIComponent(code),
    ],
    env: { WANTED: JSON.stringify({ url, secretKey, target, dataFolder }) },
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  for (let text = ""; !/quality\.test +runs/.test(text);) {
    const { value } = await reader.read();
    assert.ok(value, `the run ended early: ${text}`);
    text += value;
  }
  return { child, reader };
}

const configFile = fileURLToPath(new URL("../../deno.json", import.meta.url));

Deno.test(
  "kill -9 of stack and runner in mid-run loses no acknowledged job, and the run finishes",
  {
    sanitizeOps: false,
    sanitizeResources: false,
  },
  () =>
    withRepository(slow, async (target) => {
      const folder = await Deno.makeTempDir({ prefix: "cogo-live-kill-" });
      await layPreparedData(folder);
      let stack: StackProcess = await startProcess(folder);
      const { url } = stack;
      const secretKey = readStackFile(folder)?.secret_key ?? "";
      const writers = ["a", "b", "c"].map((name) => startWriter(url, secretKey, name));
      const restart = async () => {
        await stack.end("SIGKILL");
        stack = await startProcess(folder, ["--port", new URL(url).port]);
      };
      try {
        // The runner dies with the stack.
        const { child, reader } = await startRunner(url, secretKey, target, folder);
        await pause(500);
        child.kill("SIGKILL");
        await restart();
        await Promise.all([child.status, reader.cancel()]);
        const owner = postgres(stack.dbUrl, { max: 1, onnotice: () => {} });
        await owner`update cogo.claims set lease_expires_at = now() - interval '1 second'`;
        const first = await runWeekly({ url, secretKey, target, dataFolder: folder, force: false });
        assert.equal(first.verdict, "passed", first.reason);

        // The runner lives on and finds the stack again.
        let running: Promise<WeeklyRunSummary> | undefined;
        await new Promise<void>((tests) => {
          const onProgress = (line: string) => /quality\.test +runs/.test(line) && tests();
          running = runWeekly({ url, secretKey, target, dataFolder: folder, onProgress });
        });
        await owner.end({ timeout: 1 });
        await restart();
        const second = await running;
        assert.equal(second?.verdict, "passed", `${second?.reason}`);
        assert.notEqual(second?.run_id, first.run_id);

        await Promise.all(writers.map((writer) => writer.stop()));
        const after = postgres(stack.dbUrl, { max: 1, onnotice: () => {} });
        const kept = new Set((await after`select id::int from cogo.jobs`).map(({ id }) => id));
        const acknowledged = writers.flatMap((writer) => writer.acknowledged);
        assert.ok(acknowledged.length > 100, `only ${acknowledged.length} were written`);
        assert.deepEqual(acknowledged.filter((id) => !kept.has(id)), []);
        assert.deepEqual([...await after`select * from cogo.verify()`], []);
        await after.end({ timeout: 1 });
      } finally {
        await Promise.all(writers.map((writer) => writer.stop()));
        await stack.end("SIGKILL");
        await Deno.remove(folder, { recursive: true });
      }
    }),
);
