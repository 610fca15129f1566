import assert from "node:assert/strict";
import { createClient } from "@supabase/supabase-js";
import { z } from "zod";
import { createWorker, defineHandlers, handler } from "../mod.ts";
import { type Case, listener } from "./engine.ts";

const of = (engine: { url: string; key: string }) => ({ url: engine.url, key: engine.key });
const fast = { pollMs: 20, pollMaxMs: 100, onEvent: () => {} };

export const workCases: Case[] = [
  ["two workers share the jobs, and each is done once", async (engine) => {
    const ids = await engine.enqueue(
      Array.from({ length: 200 }, (_, n) => ({ type: "test.share", payload: { n } })),
    );
    const seen: number[] = [];
    const workers = ["left", "right"].map((worker) =>
      createWorker({
        ...of(engine),
        ...fast,
        worker,
        concurrency: 5,
        handlers: {
          "test.share": (job) => {
            seen.push(job.job_id);
            return { doubled: Number(job.payload.n) * 2 };
          },
        },
      })
    );
    const stats = await Promise.all(workers.map((one) => one.runUntilIdle({ idleMs: 200 })));
    assert.deepEqual(seen.sort((a, b) => a - b), ids);
    assert.equal(stats[0]!.succeeded + stats[1]!.succeeded, 200);
    assert.ok(stats.every((one) => one.succeeded > 0 && one.unreported === 0));
    assert.deepEqual((await engine.job(ids[7]!)).result, { doubled: 14 });
  }],

  ["a supabase-js client of any schema serves as well as an address", async (engine) => {
    const client = createClient(engine.url, engine.key, { auth: { persistSession: false } });
    const [id] = await engine.enqueue([{ type: "test.client" }]);
    const worker = createWorker({ client, ...fast, handlers: { "*": () => "done" } });
    assert.equal((await worker.runUntilIdle({ idleMs: 100 })).succeeded, 1);
    assert.equal((await engine.job(id!)).result, "done");
  }],

  ["payloads are typed and checked by their schemas, however these are given", async (engine) => {
    const greeting = z.object({ name: z.string(), times: z.number().default(1) });
    const greet = (payload: z.output<typeof greeting>) => payload.name.repeat(payload.times);
    const schemas = { "test.greet": greeting };
    const ways = [
      createWorker({
        ...of(engine),
        ...fast,
        schemas,
        handlers: { "test.greet": (job) => greet(job.payload) },
      }),
      createWorker({
        ...of(engine),
        ...fast,
        handlers: { "test.*": handler(greeting, (job) => greet(job.payload)) },
      }),
      createWorker({
        ...of(engine),
        ...fast,
        handlers: defineHandlers(schemas, { "test.greet": (job) => greet(job.payload) }),
      }),
    ];
    for (const worker of ways) {
      const [good, bad] = await engine.enqueue([
        { type: "test.greet", payload: { name: "ab", times: 2 } },
        { type: "test.greet", payload: { name: 7 } },
      ]);
      await worker.runUntilIdle({ idleMs: 100 });
      assert.equal((await engine.job(good!)).result, "abab");
      const refused = await engine.job(bad!);
      assert.equal(refused.state, "failed");
      assert.deepEqual(
        [refused.dead_letter?.stage, refused.dead_letter?.reason, refused.attempt],
        ["input", "parse_error", 1],
      );
      assert.match(refused.error?.message ?? "", /wrong at \/name/);
    }
  }],

  ["a job enqueued by a handler carries on its trace, correlation and cause", async (engine) => {
    const traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    const [parent] = await engine.rpc<{ job_id: number }[]>("enqueue_jobs", {
      jobs: [{ type: "test.parent", traceparent }],
    });
    const { events, onEvent } = listener();
    const worker = createWorker({
      ...of(engine),
      ...fast,
      onEvent,
      handlers: {
        "test.parent": async (_job, ctx) => {
          ctx.log({ said: "hello" });
          const children = await ctx.enqueue([{ type: "test.child", idempotency_key: "only one" }]);
          return { child: children[0]!.job_id };
        },
        "test.child": () => {},
      },
    });
    await worker.runUntilIdle({ idleMs: 100 });
    const job = await engine.job(parent!.job_id);
    const child = await engine.job((job.result as { child: number }).child);
    assert.equal(child.state, "succeeded");
    assert.equal(child.cause, job.id);
    assert.equal(child.correlation_id, job.correlation_id ?? job.id);
    assert.match(child.traceparent ?? "", /^00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-01$/);
    assert.notEqual(child.traceparent, traceparent);
    assert.ok(events.some((event) => event.kind === "log" && event.job_id === parent!.job_id));
  }],
];
