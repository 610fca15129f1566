import assert from "@std/assert";
import { join } from "@std/path";
import { agentClaims } from "../../../scripts/stack/test_stack.ts";
import * as calls from "./calls.ts";
import {
  agentOf,
  ask,
  type Case,
  folderOf,
  hold,
  incoming,
  placeOf,
  put,
  rows,
  rpc,
} from "./calls.ts";

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

/** Files that are not kept. */
export const refusingCases: Case[] = [
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
