import { createHash } from "node:crypto";
import assert from "node:assert/strict";
import { findHandler } from "./handlers.ts";
import { Leases } from "./leases.ts";
import { Outbox } from "./outbox.ts";
import { failed, succeeded } from "./outcomes.ts";
import { attemptTraceparent } from "./traceparent.ts";
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

Deno.test("an attempt has a span of its own in the trace of its job, the same at every reading", async () => {
  const parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  const id = "019ab0c1-2d3e-7f40-8000-00000000002a";
  const of = (traceparent: string | null, fence = 7, correlation_id: string | null = null) =>
    attemptTraceparent({ ...job(42, fence), id, traceparent, correlation_id });
  const span = createHash("sha256").update(`${id}:7`).digest("hex").slice(0, 16);
  assert.equal(await of(parent), `00-4bf92f3577b34da6a3ce929d0e0e4736-${span}-01`);
  assert.notEqual(await of(parent, 8), await of(parent));
  const own = `00-${id.replaceAll("-", "")}-${span}-00`;
  for (const broken of [null, "", "00-0-0-0", `${parent}-more`, parent.replace("4bf9", "4BF9")]) {
    assert.equal(await of(broken), own);
  }
  const group = "4bf92f35-77b3-4da6-a3ce-929d0e0e4736";
  assert.match(await of(null, 7, group), /^00-4bf92f3577b34da6a3ce929d0e0e4736-/);
  assert.equal(await of(null, 7, "00000000-0000-0000-0000-000000000000"), own);
  assert.match(await of(`cc${parent.slice(2)}-more`), /^00-4bf92f3577b34da6a3ce929d0e0e4736-/);
  assert.equal(await of(`ff${parent.slice(2)}`), own);
});
