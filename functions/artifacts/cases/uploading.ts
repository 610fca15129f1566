import assert from "@std/assert";
import { join } from "@std/path";
import type { Stack } from "../../../scripts/stack/stack_settings.ts";
import { agentClaims } from "../../../scripts/stack/test_stack.ts";
import * as calls from "./calls.ts";
import { agentOf, ask, type Case, hold, placeOf, put, rpc } from "./calls.ts";

const folderOf = ({ file }: Stack) => join(file.data_folder, "artifacts");
const incoming = (stack: Stack) => [...Deno.readDirSync(join(folderOf(stack), "incoming"))].length;
const rows = async (stack: Stack, job_id: number) =>
  await rpc<unknown[]>(stack, await agentOf(stack), "list_artifacts", { job_id });

/** Sets variables of the function while `work` runs. */
async function withSettings(settings: Record<string, string>, work: () => Promise<void>) {
  for (const [name, value] of Object.entries(settings)) Deno.env.set(name, value);
  try {
    await work();
  } finally {
    for (const name of Object.keys(settings)) Deno.env.delete(name);
  }
}

/** Gives its pieces, then nothing more, without an end. */
const stalling = (...pieces: string[]) =>
  new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = pieces.shift();
      if (piece !== undefined) controller.enqueue(new TextEncoder().encode(piece));
      else return new Promise(() => {});
    },
  });

/** Files of jobs. */
export const uploadingCases: Case[] = [
  [
    "the same again changes nothing, other bytes replace, and each job has its own",
    async (stack) => {
      const agent = await agentOf(stack);
      const [one, two] = [await hold(stack, agent), await hold(stack, agent)];
      const first = await put(stack, agent, one, "out.log", "text");
      assert.deepEqual([first.status, first.body.outcome], [201, "created"]);
      assert.equal(first.body.sha256, calls.sha256Of("text"));
      const again = await put(
        stack,
        agent,
        one,
        "out.log",
        "text",
        calls.digestHeader(first.body.sha256),
      );
      assert.deepEqual([again.status, again.body.outcome], [200, "unchanged"]);
      const other = await put(stack, agent, one, "out.log", "");
      assert.deepEqual([other.status, other.body.outcome, other.body.size_bytes], [
        200,
        "replaced",
        0,
      ]);
      assert.equal((await ask(stack, "GET", `/${other.body.artifact_id}`, agent)).body, "");
      const second = await put(stack, agent, two, "out.log", "text");
      assert.deepEqual([second.status, (await rows(stack, one.job_id)).length], [201, 1]);
      assert.equal(incoming(stack), 0);
    },
  ],
  ["two uploads of the same at once make one row and one file", async (stack) => {
    const agent = await agentOf(stack);
    const held = await hold(stack, agent);
    const all = await Promise.all(
      Array.from({ length: 6 }, () => put(stack, agent, held, "same.log", "same bytes")),
    );
    const statuses = all.map(({ status }) => status).toSorted();
    assert.deepEqual(statuses, [200, 200, 200, 200, 200, 201]);
    assert.equal(new Set(all.map(({ body }) => body.artifact_id)).size, 1);
    assert.equal((await rows(stack, held.job_id)).length, 1);
    const file = join(folderOf(stack), agentClaims.tenant_id, all[0]!.body.sha256);
    assert.equal(await Deno.readTextFile(file), "same bytes");
  }],
  ["only who holds the job may, and why not is told alike", async (stack) => {
    const agent = await agentOf(stack);
    const held = await hold(stack, agent);
    const stranger = await agentOf(stack, { tenant_id: calls.otherTenant });
    const colleague = await agentOf(stack, { agent_id: calls.otherTenant, sub: calls.otherTenant });
    const { job_id, fence } = held;
    const texts = new Set<string>();
    for (
      const [who, place] of [
        [stranger, held],
        [colleague, held],
        [agent, { job_id, fence: fence + 1000 }],
        [agent, { job_id: job_id + 1000, fence }],
      ] as const
    ) {
      const { status, body } = await put(stack, who, place, "a.txt", "a");
      assert.deepEqual([status, body.details], [409, "lease_lost"]);
      texts.add(body.message.replace(/\d+/g, "N"));
    }
    assert.equal(texts.size, 1);
    const unscoped = await agentOf(stack, { scopes: ["artifacts:read", "jobs:work"] });
    assert.equal(
      (await put(stack, unscoped, held, "a.txt", "a")).body.details,
      "insufficient_scope",
    );
    assert.equal((await put(stack, {}, held, "a.txt", "a")).status, 401);
    assert.deepEqual(await rows(stack, job_id), []);
  }],
  ["a later hold replaces what an earlier one kept, which comes too late", async (stack) => {
    const agent = await agentOf(stack);
    const early = await hold(stack, agent);
    const { body } = await put(stack, agent, early, "out.log", "early");
    await rpc(stack, agent, "release_jobs", { jobs: [early] });
    let late = early;
    while (late.fence === early.fence) {
      const got = await rpc<calls.Hold[]>(stack, agent, "claim_jobs", { worker: "two", want: 9 });
      const again = got.find(({ job_id }) => job_id === early.job_id);
      if (again) late = { job_id: again.job_id, fence: again.fence };
    }
    const replaced = await put(stack, agent, late, "out.log", "late");
    assert.deepEqual([replaced.status, replaced.body.artifact_id], [200, body.artifact_id]);
    assert.equal((await put(stack, agent, early, "out.log", "early")).body.details, "lease_lost");
    assert.equal((await ask(stack, "GET", `/${body.artifact_id}`, agent)).body, "late");
    await rpc(stack, agent, "complete_jobs", { results: [late] });
    assert.equal((await put(stack, agent, late, "more.log", "x")).body.details, "lease_lost");
  }],
  ["names, types, hashes and numbers that make no sense are refused", async (stack) => {
    const agent = await agentOf(stack);
    const held = await hold(stack, agent);
    const names = ["..%2f..%2fkeys.json", ".hidden", "a%00b", "a%20b", "%C3%A4", "a".repeat(121)];
    for (const name of [...names, "a%2fb", "..", "a\\b"]) {
      const { status } = await put(stack, agent, held, name, "x");
      assert.ok([400, 404, 405].includes(status), `${name}: ${status}`);
    }
    const digest = calls.digestHeader(calls.sha256Of("other"));
    const wrong = await put(stack, agent, held, "a.txt", "text", digest);
    assert.deepEqual([wrong.status, wrong.body.details], [422, "artifact_mismatch"]);
    for (const more of [{ "content-digest": "md5=:AAAA:" }, { "content-type": "no type" }]) {
      assert.equal((await put(stack, agent, held, "a.txt", "text", more)).status, 400);
    }
    for (const path of ["/jobs/0/1/a", "/jobs/1/x/a", `${placeOf(held, "a.txt")}?kind=unknown`]) {
      assert.equal((await ask(stack, "PUT", path, agent, "x")).status, 400, path);
    }
    assert.equal((await ask(stack, "POST", placeOf(held, "a.txt"), agent, "x")).status, 405);
    assert.deepEqual(await rows(stack, held.job_id), []);
    assert.equal(incoming(stack), 0);
  }],
  ["what is too large, too slow, broken off or over the quota leaves nothing", async (stack) => {
    const agent = await agentOf(stack);
    const held = await hold(stack, agent);
    await withSettings({ ARTIFACT_BYTES: "100000", ARTIFACT_IDLE_SECONDS: "1" }, async () => {
      const endless = new ReadableStream<Uint8Array>({
        pull: (controller) => controller.enqueue(new Uint8Array(16_384)),
      });
      const huge = await put(stack, agent, held, "huge.bin", endless).catch(() => undefined);
      if (huge) assert.deepEqual([huge.status, huge.body.details], [413, "payload_too_large"]);
      const slow = await put(stack, agent, held, "slow.log", stalling("some")).catch(() =>
        undefined
      );
      if (slow) assert.deepEqual([slow.status, slow.body.details], [408, "upload_too_slow"]);
    });
    const leaving = new AbortController();
    const broken = fetch(`${stack.file.url}/functions/v1/artifacts${placeOf(held, "b.log")}`, {
      method: "PUT",
      headers: agent,
      body: stalling("half"),
      signal: leaving.signal,
    });
    setTimeout(() => leaving.abort(), 300);
    await broken.then(() => assert.fail("it ended"), () => {});
    await rpc(stack, calls.operatorOf(stack), "set_artifact_quota", {
      max_bytes: 5,
      tenant_id: agentClaims.tenant_id,
    });
    const over = await put(stack, agent, held, "over.log", "123456");
    assert.deepEqual([over.status, over.body.details], [409, "artifact_quota_exceeded"]);
    assert.match(over.body.message, /take \d+ of 5 bytes/);
    await stack.database.executor.query("delete from cogo.artifact_quotas");
    assert.deepEqual(await rows(stack, held.job_id), []);
    for (let round = 0; incoming(stack) > 0; round++) {
      assert.ok(round < 100, "half an upload stays");
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }],
  ["a disk that takes nothing is told, and nothing is recorded", async (stack) => {
    const agent = await agentOf(stack);
    const held = await hold(stack, agent);
    const place = join(folderOf(stack), "incoming");
    await Deno.rename(place, `${place}.away`);
    await Deno.writeTextFile(place, "a file where the folder should be");
    try {
      const { status, body } = await put(stack, agent, held, "a.txt", "a");
      assert.deepEqual([status, body.details], [503, "artifact_store_failed"]);
      assert.doesNotMatch(JSON.stringify(body), /incoming/);
    } finally {
      await Deno.remove(place);
      await Deno.rename(`${place}.away`, place);
    }
    assert.deepEqual(await rows(stack, held.job_id), []);
  }],
];
