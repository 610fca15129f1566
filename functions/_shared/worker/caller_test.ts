import assert from "node:assert/strict";
import { callerOf } from "./caller.ts";
import { RequestFailed, RequestTimedOut } from "./request_errors.ts";
import { type Call, CallError } from "./transport.ts";

const id = "019ab2f0-7c3a-7d21-8f4e-5b6c7d8e9f01";
const now = "2026-11-23T21:35:58+00:00";
const told = (job_id: number) => ({ request_id: id, job_id, expires_at: now });
const caller = (call: Call) =>
  callerOf({ call, callTimeoutMs: 100, retryMs: 1, retryMaxMs: 5, pollMs: 1, pollMaxMs: 5 });

Deno.test("a request whose answer was lost is asked for again with the same key", async () => {
  const keys: unknown[] = [];
  const call: Call = (name, args) => {
    if (name === "get_replies") {
      const reply = { ...told(7), state: "replied", result: 3, error: null };
      return Promise.resolve({ now, replies: [reply] });
    }
    keys.push((args as { idempotency_key: string }).idempotency_key);
    if (keys.length < 3) return Promise.reject(new CallError("lost", keys.length === 1 ? 0 : 503));
    return Promise.resolve({ ...told(7), created: false });
  };
  assert.equal(await caller(call).call("a.b", {}), 3);
  assert.equal(keys.length, 3);
  assert.equal(new Set(keys).size, 1);
});

Deno.test("replies that did not fit, and failed looks, are asked for again", async () => {
  let jobs = 0;
  let looks = 0;
  const call: Call = (name, args) => {
    if (name === "request") return Promise.resolve({ ...told(++jobs), created: true });
    if (++looks === 2) return Promise.reject(new CallError("down", 503));
    const [first] = (args as { job_ids: number[] }).job_ids;
    const reply = { ...told(first!), state: "replied", result: first, error: null };
    return Promise.resolve({ now, replies: [reply] });
  };
  const one = caller(call);
  const answers = await Promise.all([1, 2, 3].map(() => one.call("a.b", {})));
  assert.deepEqual(answers, [1, 2, 3]);
});

Deno.test("an abort while asking cancels what was asked for, and so while waiting", async () => {
  for (const during of ["request", "get_replies"]) {
    const ended = new AbortController();
    const { promise, resolve } = cancelled();
    const call: Call = async (name, args) => {
      if (name === "cancel_jobs") resolve((args as { job_ids: number[] }).job_ids);
      if (name === during) {
        ended.abort(new Error("enough"));
        await new Promise((next) => setTimeout(next, 5));
      }
      if (name === "request") return { ...told(7), created: true };
      return { now, replies: [{ ...told(7), state: "pending", result: null, error: null }] };
    };
    await assert.rejects(caller(call).call("a.b", {}, { signal: ended.signal }), /enough/);
    assert.deepEqual(await promise, [7]);
  }
});

Deno.test("an engine that is silent until the time is over leaves open what became of it", async () => {
  const call: Call = () => Promise.reject(new CallError("down", 0));
  const error = await caller(call).call("a.b", {}, { timeoutSeconds: 0.05 }).catch((one) => one);
  assert.ok(error instanceof RequestTimedOut && !error.certain);
  assert.equal(error.class, "transient");
});

Deno.test("a failure that may pass fails a handler as one that may pass", async () => {
  for (const [of, as] of [["transient", "transient"], ["validation", "permanent"]] as const) {
    const call: Call = (name) => {
      if (name === "request") return Promise.resolve({ ...told(7), created: true });
      const error = { class: of, message: "no", reason: "timeout" };
      return Promise.resolve({
        now,
        replies: [{ ...told(7), state: "failed", result: null, error }],
      });
    };
    const thrown = await caller(call).call("a.b", {}).catch((one) => one);
    assert.ok(thrown instanceof RequestFailed);
    assert.deepEqual([thrown.class, thrown.why], [as, "timeout"]);
  }
});

function cancelled() {
  let resolve: (ids: number[]) => void = () => {};
  const promise = new Promise<number[]>((done) => resolve = done);
  return { promise, resolve: (ids: number[]) => resolve(ids) };
}
