import assert from "node:assert/strict";
import { findHandler } from "./handlers.ts";
import { Leases } from "./leases.ts";
import { Outbox } from "./outbox.ts";
import { failed, succeeded } from "./outcomes.ts";
import { childTrace } from "./traceparent.ts";
import type { Job } from "./job.ts";

const job = (job_id: number, fence = 1) => ({ job_id, fence, type: "a.b" }) as Job;

Deno.test("a handler is found by its full name, then the longest prefix, then the star", () => {
  const named = (name: string) => () => name;
  const handlers = Object.fromEntries(
    ["a.b.c", "a.b.*", "a.*", "*"].map((name) => [name, named(name)]),
  );
  const found = (type: string) => findHandler(handlers, type)?.({} as Job, {} as never);
  assert.deepEqual(["a.b.c", "a.b.d", "a.x", "z.y", "toString"].map(found), [
    "a.b.c",
    "a.b.*",
    "a.*",
    "*",
    "*",
  ]);
  assert.equal(findHandler({}, "constructor"), undefined);
});

Deno.test("a lease is due at two to three fifths of its length, by the server's clock", () => {
  for (const skew of [0, 3_600_000, -3_600_000]) {
    const leases = new Leases();
    const now = Date.now();
    leases.learnClock(new Date(now + skew).toISOString(), now, now);
    leases.hold(7, 1, new Date(now + skew + 60_000).toISOString());
    const due = leases.nextRenewal() - now;
    assert.ok(due > 23_000 && due < 31_000, `${due} ms at a skew of ${skew}`);
    assert.ok(Math.abs(leases.endOf(7)! - now - 60_000) < 1_000);
    assert.deepEqual(leases.due(now + 31_000, new Set()), [7]);
    assert.deepEqual(leases.due(now + 31_000, new Set([1])), [], "all its jobs are reported");
    assert.deepEqual([leases.runOut(now + 61_000), leases.runOut(now + 62_000)], [[7], []]);
  }
});

Deno.test("one call carries a job once, and no more bytes than it should", () => {
  const outbox = new Outbox();
  const big = "x".repeat(200_000);
  for (let n = 0; n < 30; n++) outbox.put(job(n), succeeded(job(n), big));
  outbox.put(job(0, 2), succeeded(job(0, 2), "again, under a new fence"));
  const first = outbox.next();
  assert.ok(first.length > 10 && first.length < 21);
  outbox.drop(first);
  assert.equal(outbox.size, 31 - first.length);
});

Deno.test("a text that Postgres cannot hold is refused as a result and mended in a message", () => {
  for (const result of ["\0", "\ud800", { "a\0": 1 }]) {
    assert.throws(() => succeeded(job(1), result), /NUL or half a character/);
  }
  const fine = ["\\u0000", "\\\\ud800", "🦉", "\u2028"];
  const end = succeeded(job(1), fine);
  assert.deepEqual(end.outcome === "succeeded" && end.result, fine);
  const failure = failed(job(1), new Error("a\0b \ud83e 🦉"));
  assert.equal(failure.outcome === "failed" && failure.error.message, "a b \ufffd 🦉");
});

Deno.test("a run has a span of its own in the trace of its job, or a trace of its own", () => {
  const parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  assert.match(childTrace(parent), /^00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-01$/);
  assert.notEqual(childTrace(parent), childTrace(parent));
  for (const broken of [null, "", "00-0-0-0", parent.replace("4bf9", "4BF9")]) {
    assert.match(childTrace(broken), /^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
  }
});
