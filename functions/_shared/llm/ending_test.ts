import assert from "node:assert/strict";
import { hello, onStage, thrownBy } from "./cases.ts";

onStage("ending a call", {
  "an abort before the answer ends the provider's work and is settled": async (s) => {
    s.provider.next({ delayMs: 2_000 });
    const llm = await s.route(["openai", "openai"]);
    const reason = new Error("enough");
    const call = llm.chat(hello, { signal: abortedAfter(60, reason) });
    await assert.rejects(call, (thrown) => thrown === reason);
    const { status, usage } = await s.core.settlement(llm.decisionId);
    assert.deepEqual([status, usage?.input_tokens, usage?.is_estimate], ["cancelled", 20, true]);
    assert.ok(!s.core.calls.some(({ name }) => name === "next_route"));
  },

  "an abort before anything was sent costs nothing": async (s) => {
    const llm = await s.route();
    const signal = AbortSignal.abort(new Error("early"));
    await assert.rejects(llm.chat(hello, { signal }), /early/);
    assert.equal(s.provider.seen.length, 0);
    assert.equal((await s.core.settlement(llm.decisionId)).usage, null);
  },

  "an abort in the middle of a stream errors it, and settles what came": async (s) => {
    for (const format of ["openai", "anthropic"] as const) {
      s.provider.reset();
      s.provider.next({ stallAt: 900 });
      const llm = await s.route([format]);
      const reason = new Error("enough");
      const controller = new AbortController();
      const response = await llm.call(hello, { stream: true, signal: controller.signal });
      setTimeout(() => controller.abort(reason), 30);
      await assert.rejects(response.text(), (thrown) => thrown === reason);
      const { status, usage } = await s.core.settlement(llm.decisionId);
      assert.deepEqual([status, usage?.is_estimate], ["cancelled", true]);
      await until(() => s.provider.abandoned.length === 1);
    }
  },

  "a caller who stops reading ends the provider's work": async (s) => {
    s.provider.next({ pauseMs: 30 });
    const llm = await s.route();
    for await (const _event of llm.stream(hello)) break;
    assert.equal((await s.core.settlement(llm.decisionId)).status, "cancelled");
    await until(() => s.provider.abandoned.length === 1);
  },

  "a caller who stops after the last word has had the answer": async (s) => {
    for (const format of ["openai", "anthropic"] as const) {
      s.provider.reset();
      s.provider.next({ framesMiddle: [], pauseMs: 5 });
      const llm = await s.route([format]);
      const reader = (await llm.call(hello, { stream: true })).body!.getReader();
      for (let all = ""; !/\[DONE\]|message_stop/.test(all);) {
        all += new TextDecoder().decode((await reader.read()).value);
      }
      await reader.cancel();
      const { status, usage } = await s.core.settlement(llm.decisionId);
      assert.deepEqual([status, usage?.output_tokens, usage?.is_estimate], ["succeeded", 7, false]);
    }
  },

  "an error in the middle of the events is thrown, and settled as a failure": async (s) => {
    const frame = 'event: error\ndata: {"type":"error","error":{"type":"overloaded_error"}}\n\n';
    s.provider.next({ framesMiddle: [frame], pauseMs: 5 });
    const llm = await s.route(["anthropic"]);
    const thrown = await thrownBy((async () => {
      for await (const _event of llm.stream(hello));
    })());
    assert.deepEqual([thrown.code, thrown.status], ["provider_failed", 529]);
    const { status, http_status } = await s.core.settlement(llm.decisionId);
    assert.deepEqual([status, http_status], ["failed", 529]);
  },

  "a stream that nobody reads is ended and settled in time": async (s) => {
    s.provider.next({ stallAt: 900 });
    const llm = await s.route(["openai"], { totalMs: 600 });
    const response = await llm.call(hello, { stream: true });
    assert.ok(response.body);
    assert.equal((await s.core.settlement(llm.decisionId)).status, "failed");
  },

  "a slow reader is no slow provider": async (s) => {
    const llm = await s.route(["openai"], { idleMs: 500 });
    const reader = (await llm.call(hello, { stream: true })).body!.getReader();
    await reader.read();
    await new Promise((resolve) => setTimeout(resolve, 700));
    while (!(await reader.read()).done);
    assert.equal((await s.core.settlement(llm.decisionId)).status, "succeeded");
  },

  "a stream is an iterable of events, too": async (s) => {
    const llm = await s.route(["anthropic"]);
    const names: string[] = [];
    for await (const { event } of llm.stream(hello)) names.push(event);
    assert.deepEqual([names[0], names.at(-1)], ["message_start", "message_stop"]);
  },
});

function abortedAfter(milliseconds: number, reason: Error): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => controller.abort(reason), milliseconds);
  return controller.signal;
}

async function until(condition: () => boolean): Promise<void> {
  for (let wait = 0; wait < 100 && !condition(); wait++) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  assert.ok(condition());
}
