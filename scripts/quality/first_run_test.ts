// needs: a stack with its database, gateway and functions
import assert from "@std/assert";
import { join } from "@std/path";
import { callsTo } from "../../functions/_shared/worker/transport.ts";
import { layPreparedData } from "../stack/prepared_data.ts";
import { silent } from "../stack/progress.ts";
import { startStack } from "../stack/stack.ts";
import { sha256Of } from "./artifacts/artifact_store.ts";
import { checkout } from "./cli/connect.ts";
import { runWeekly } from "./first_run.ts";
import { type FixtureFiles, withRepository } from "./gates/fixture_repository.ts";
import { proveGateRun, proveVerdicts, untidy } from "./gate_run_case.ts";

const sound: FixtureFiles = {
  "package.json": { name: "sound", type: "module", scripts: { test: "node --test" } },
  "add.js": "export const add = (a, b) => a + b;\n",
  "add.test.js": `import test from "node:test";
import assert from "node:assert";
import { add } from "./add.js";
test("adds", () => assert.equal(add(1, 2), 3));
`,
};
const broken = { ...sound, "add.js": "export const add = (a, b) => a - b;\n" };

Deno.test({
  name: "weekly run: schedule, plan, work and close against a running stack",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn(context) {
    const folder = await Deno.makeTempDir({ prefix: "cogo-first-run-" });
    const dataFolder = join(folder, "data");
    await layPreparedData(dataFolder);
    const stack = await startStack({
      port: 0,
      wirePort: 0,
      dataFolder,
      migrationsFolder: join(checkout, "supabase", "migrations"),
      functionsFolder: join(checkout, "functions"),
      progress: silent,
    });
    const { url, secret_key: secretKey } = stack.file;
    const run = (target: string, force = true) =>
      runWeekly({ url, secretKey, target, force, dataFolder });
    try {
      await context.step(
        "a sound target passes and its artifacts can be fetched",
        () =>
          withRepository(sound, async (target) => {
            const first = await run(target);
            assert.equal(first.verdict, "passed", JSON.stringify(first));
            assert.equal(first.jobs.succeeded, 5);
            for (const artifact of first.artifacts) {
              const bytes = new Uint8Array(await (await fetch(artifact.url)).arrayBuffer());
              assert.equal(bytes.length, artifact.size_bytes, artifact.name);
              assert.equal(await sha256Of(bytes), artifact.sha256, artifact.name);
            }
            assert.ok(first.artifacts.some(({ name }) => name === "coverage.lcov"));

            assert.equal((await run(target, false)).run_id, first.run_id);
            assert.notEqual((await run(target)).run_id, first.run_id);
          }),
      );

      await context.step(
        "a failing test fails the run, and every job has succeeded",
        () =>
          withRepository(broken, async (target) => {
            const failed = await run(target);
            assert.equal(failed.verdict, "failed");
            assert.equal(failed.reason, "1 of 3 gates failed: test.");
            assert.equal(failed.jobs.succeeded, 5);
          }),
      );

      await context.step("a target that is not there closes the run as an error", async () => {
        const missing = await run("/no/such/folder");
        assert.equal(missing.verdict, "error");
        assert.match(missing.reason, /Cannot find the folder/);
        assert.equal(missing.jobs.failed, 1);
      });

      await context.step(
        "a gate run mends a lint error in a copy; its fix, its diff and its summary can be read",
        () => withRepository(untidy, (target) => proveGateRun(stack, target)),
      );

      await context.step("both ci commands judge these runs alike", () => proveVerdicts(stack));

      await context.step("without a key the door is shut; dry writes nothing", async () => {
        const post = (headers: Record<string, string>) =>
          fetch(`${url}/api/schedule/weekly`, {
            method: "POST",
            headers,
            body: '{"target": "/dry", "dry": true}',
          });
        const refused = await post({});
        assert.equal(refused.status, 401);
        assert.equal((await refused.json()).details, "missing_key");
        const dry = await post({ authorization: `Bearer ${secretKey}` });
        assert.equal((await dry.json()).run_id, null);
        const call = callsTo({ url, key: secretKey });
        assert.deepEqual(await call("list_quality_runs", { only_target: "/dry" }, 10_000), []);
      });
    } finally {
      await stack.close();
      await Deno.remove(folder, { recursive: true });
    }
  },
});
