import assert from "@std/assert";
import { join } from "@std/path";
import { agentClaims } from "../../../scripts/stack/test_stack.ts";
import { agentOf, ask, type Case, hold, operatorOf, put, sha256Of } from "./calls.ts";

const isThere = (path: string) => Deno.stat(path).then(() => true, () => false);
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);

/** Bytes that nobody needs any more. */
export const sweepingCases: Case[] = [
  ["bytes without a row go after an hour, others stay", async (stack) => {
    const agent = await agentOf(stack);
    const operator = operatorOf(stack);
    const folder = join(stack.file.data_folder, "artifacts");
    const own = join(folder, agentClaims.tenant_id);
    const held = await hold(stack, agent);
    const needed = await put(stack, agent, held, "needed.log", "needed");
    const paths = {
      needed: join(own, needed.body.sha256),
      old: join(own, sha256Of("old")),
      older: join(folder, sha256Of("of before tenants had folders")),
      young: join(own, sha256Of("young")),
      half: join(folder, "incoming", crypto.randomUUID()),
      foreign: join(folder, "notes.txt"),
    };
    for (const [name, path] of Object.entries(paths)) {
      if (name !== "needed") await Deno.writeTextFile(path, name);
      if (name !== "young") await Deno.utime(path, hoursAgo(2), hoursAgo(2));
    }
    assert.equal((await ask(stack, "POST", "/sweep", agent)).body.details, "operators_only");
    const swept = await ask(stack, "POST", "/sweep", operator);
    assert.deepEqual([swept.status, swept.body.deleted, swept.body.broken_off], [200, 2, 1]);
    const left = await Promise.all(
      Object.entries(paths).map(async ([name, path]) => await isThere(path) ? [name] : []),
    );
    assert.deepEqual(left.flat(), ["needed", "young", "foreign"]);
    await ask(stack, "POST", "/sweep?min_age_seconds=0", operator);
    assert.deepEqual([await isThere(paths.young), await isThere(paths.needed)], [false, true]);
    const [round] = await stack.database.executor.query("select cogo.artifacts_due() as due");
    assert.equal(round?.due, false);
  }],
  ["who brings bytes that are being deleted is told to try again", async (stack) => {
    const agent = await agentOf(stack);
    const held = await hold(stack, agent);
    const location = `local:${agentClaims.tenant_id}/${sha256Of("doomed")}`;
    const { executor } = stack.database;
    await executor.query("select cogo.doom_artifacts(array[$1])", [location]);
    const refused = await put(stack, agent, held, "a.txt", "doomed");
    assert.deepEqual([refused.status, refused.body.details], [409, "try_again"]);
    await executor.query("select cogo.artifacts_swept(array[$1], false)", [location]);
    assert.equal((await put(stack, agent, held, "a.txt", "doomed")).status, 201);
  }],
  ["sweeps and uploads of the same bytes at once lose none", async (stack) => {
    const agent = await agentOf(stack);
    const held = await hold(stack, agent);
    const sweeps = Array.from(
      { length: 4 },
      () => ask(stack, "POST", "/sweep?min_age_seconds=0", operatorOf(stack)),
    );
    const puts = await Promise.all(
      Array.from({ length: 12 }, (_, at) => put(stack, agent, held, `${at % 3}.log`, "contested")),
    );
    await Promise.all(sweeps);
    for (const { status, body } of puts) {
      if (status === 409) {
        assert.equal(body.details, "try_again");
        continue;
      }
      const read = await ask(stack, "GET", `/${body.artifact_id}`, agent);
      assert.equal(read.body, "contested");
    }
  }],
];
