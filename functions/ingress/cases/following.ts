import assert from "@std/assert";
import type { Stack } from "../../../scripts/stack/stack_settings.ts";
import { agentOf, ask, type Case, otherTenant, workOne } from "./ingress_calls.ts";

async function submitted(stack: Stack, agent: Record<string, string>): Promise<string> {
  const { status, body } = await ask(stack, "POST", "/jobs", agent, { type: "demo.echo" });
  assert.equal(status, 202, JSON.stringify(body));
  return `/jobs/${body.job_id}`;
}

/** Names of the events of a stream's text, and its last id. */
function read(text: string) {
  const names = [...text.matchAll(/^event: (.+)$/gm)].map(([, name]) => name);
  const ids = [...text.matchAll(/^id: (.+)$/gm)].map(([, id]) => id!);
  return { names, ids };
}

/** Work that is followed. */
export const followingCases: Case[] = [
  ["a long poll answers at the end of the job, and 304 where nothing changed", async (stack) => {
    const agent = await agentOf(stack);
    const path = await submitted(stack, agent);
    const first = await ask(stack, "GET", path, agent);
    const known = { ...agent, "if-none-match": first.headers.get("etag")! };
    assert.equal((await ask(stack, "GET", `${path}?wait=1`, known)).status, 304);
    const began = performance.now();
    const waiting = ask(stack, "GET", `${path}?wait=20`, agent);
    await workOne(stack, { outcome: "succeeded", result: { done: true } });
    const ended = await waiting;
    assert.deepEqual([ended.status, ended.body.state], [200, "succeeded"]);
    assert.ok(performance.now() - began < 5000);
    assert.equal(ended.headers.get("retry-after"), null);
    assert.equal((await ask(stack, "GET", path, known)).status, 200);
    assert.equal((await ask(stack, "GET", `${path}?wait=31`, agent)).status, 400);
  }],
  ["events stream to the end, and go on after the last that was seen", async (stack) => {
    const agent = await agentOf(stack);
    const path = await submitted(stack, agent);
    const stream = ask(stack, "GET", `${path}/events`, agent);
    await workOne(stack, { outcome: "succeeded", result: {} });
    const { status, headers, body } = await stream;
    assert.deepEqual([status, headers.get("content-type")], [200, "text/event-stream"]);
    const { names, ids } = read(body);
    const all = ["job_enqueued", "job_claimed", "job_started", "job_succeeded", "end"];
    assert.deepEqual(names, all);
    const on = { ...agent, "last-event-id": ids[1]! };
    assert.deepEqual(
      read((await ask(stack, "GET", `${path}/events`, on)).body).names,
      all.slice(2),
    );
    const last = { ...agent, "last-event-id": ids.at(-1)! };
    assert.equal((await ask(stack, "GET", `${path}/events`, last)).status, 204);
    const wrong = { ...agent, "last-event-id": "7" };
    assert.equal((await ask(stack, "GET", `${path}/events`, wrong)).status, 400);
  }],
  ["a job that is cancelled or failed has no result", async (stack) => {
    const agent = await agentOf(stack);
    const cancelled = await submitted(stack, agent);
    const { status, body } = await ask(stack, "POST", `${cancelled}/cancel`, agent);
    assert.deepEqual([status, body.outcome], [200, "cancelled"]);
    const again = await ask(stack, "DELETE", cancelled, agent);
    assert.deepEqual([again.status, again.body.outcome], [200, "cancelled"]);
    const none = await ask(stack, "GET", `${cancelled}/result`, agent);
    assert.deepEqual([none.status, none.body.details], [404, "result_not_found"]);
    const failed = await submitted(stack, agent);
    await workOne(stack, { outcome: "failed", error: { message: "no", class: "permanent" } });
    const seen = await ask(stack, "GET", failed, agent);
    assert.equal(seen.body.state, "failed", JSON.stringify(seen.body));
    assert.equal(seen.body.error.message, "no");
  }],
  ["another's job, one that is not there and nonsense are answered alike", async (stack) => {
    const agent = await agentOf(stack);
    const path = await submitted(stack, agent);
    const stranger = await agentOf(stack, { tenant_id: otherTenant });
    const absent = "/jobs/01900000-0000-7000-8000-0000000000ff";
    const texts = new Set<string>();
    for (const there of [path, absent, "/jobs/nonsense"]) {
      for (
        const [method, rest] of [["GET", ""], ["GET", "/result"], ["GET", "/events"], [
          "DELETE",
          "",
        ]]
      ) {
        const { status, body } = await ask(stack, method!, there + rest, stranger);
        assert.deepEqual([status, body.details], [404, "job_not_found"], there + rest);
        texts.add(body.message.replace(there.slice(6), "ID").replace(/^Cannot \w+/, "Cannot"));
      }
    }
    assert.equal(texts.size, 1, [...texts].join("\n"));
    assert.equal((await ask(stack, "GET", path, agent)).status, 200);
    await ask(stack, "DELETE", path, agent);
  }],
];
