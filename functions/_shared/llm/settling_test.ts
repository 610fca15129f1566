import assert from "node:assert/strict";
import { chatNeed, hello, onStage } from "./cases.ts";
import { placeAt } from "./fake_core.ts";
import { LlmError } from "./llm_error.ts";

onStage("settling", {
  "a decision pays for one call": async (s) => {
    const llm = await s.route();
    await llm.chat(hello);
    await assert.rejects(
      llm.chat(hello),
      (thrown) => thrown instanceof LlmError && thrown.code === "route_used",
    );
  },

  "many calls are settled with few calls of the core": async (s) => {
    s.core.places = [placeAt(s.provider)];
    const router = s.router();
    const routes = await Promise.all(Array.from({ length: 30 }, () => router.route(chatNeed)));
    await Promise.all(routes.map((llm) => llm.chat(hello)));
    await router.flush();
    assert.equal(s.core.settled.size, 30);
    const calls = s.core.calls.filter(({ name }) => name === "settle_routes").length;
    assert.ok(calls <= 10, `${calls}`);
  },

  "a settlement that got no answer is told again, and counts once": async (s) => {
    s.core.disturb("settle_routes", "no_answer");
    const llm = await s.route();
    await llm.chat(hello);
    assert.equal((await llm.settled())?.cost_nano, 42);
    const told = s.core.calls.filter(({ name }) => name === "settle_routes");
    assert.equal(told.length, 2);
    assert.deepEqual(told[0]!.body, told[1]!.body);
    assert.ok(s.events.some(({ kind }) => kind === "settle_failed"));
  },

  "a settlement that the core refuses as a whole is not told for ever": async (s) => {
    const wrong = { code: "PT400", message: "Cannot settle", details: "bad_argument", hint: "" };
    s.core.disturb("settle_routes", () => Response.json(wrong, { status: 400 }));
    const llm = await s.route();
    await llm.chat(hello);
    assert.equal(await llm.settled(), undefined);
    assert.partialDeepStrictEqual(s.events.at(-1), { kind: "settle_failed", retry_in_ms: null });
  },

  "one settlement that the core refuses stops no other": async (s) => {
    s.core.places = [placeAt(s.provider)];
    const router = s.router();
    const [one, other] = [await router.route(chatNeed), await router.route(chatNeed)];
    s.core.disturb("settle_routes", () => {
      const refused = { code: "PT409", status: 409, message: "Cannot", details: "already_settled" };
      return Response.json([{ refused }, {
        decision_id: other.decisionId,
        attempt: 1,
        cost_nano: 1,
      }]);
    });
    await Promise.all([one.chat(hello), other.chat(hello)]);
    const rows = await Promise.all([one.settled(), other.settled()]);
    assert.deepEqual(rows.map((row) => row?.cost_nano), [undefined, 1]);
  },

  "the platform is asked to wait for what is settled after the answer": async (s) => {
    const work: Promise<unknown>[] = [];
    const llm = await s.route(["openai"], { waitUntil: (one) => work.push(one) });
    await llm.chat(hello);
    assert.equal(work.length, 1);
    await Promise.all(work);
    assert.equal(s.core.settled.size, 1);
  },

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
      const response = await llm.call(hello, { stream: true, signal: abortedAfter(80, reason) });
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

  "a stream that nobody reads is ended and settled in time": async (s) => {
    s.provider.next({ stallAt: 900 });
    const llm = await s.route(["openai"], { totalMs: 200 });
    const response = await llm.call(hello, { stream: true });
    assert.ok(response.body);
    assert.equal((await s.core.settlement(llm.decisionId)).status, "failed");
  },

  "a slow reader is no slow provider": async (s) => {
    const llm = await s.route(["openai"], { idleMs: 60 });
    const reader = (await llm.call(hello, { stream: true })).body!.getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
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
