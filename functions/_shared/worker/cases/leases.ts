import assert from "node:assert/strict";
import { createWorker, JobCancelled, LeaseLost } from "../mod.ts";
import { type Case, listener, shortenLease, sleepUnlessStopped, until } from "./engine.ts";

const fast = { pollMs: 20, pollMaxMs: 100, onEvent: () => {} };

export const leaseCases: Case[] = [
  [
    "a lost lease aborts the handler, drops its result, and another worker does the job",
    async (engine) => {
      const [id] = await engine.enqueue([{ type: "lease.lost" }]);
      await shortenLease(engine, id!, 4);
      const { events, onEvent } = listener();
      let reason: unknown;
      const slow = createWorker({
        ...fast,
        url: engine.url,
        key: engine.key,
        onEvent,
        worker: "slow",
        handlers: {
          "lease.lost": async (_job, ctx) => {
            await sleepUnlessStopped(20_000, ctx.signal).catch(() => {});
            reason = ctx.signal.reason;
            return "too late";
          },
        },
      });
      slow.start();
      await until("it runs", () => slow.stats.running === 1);
      // It claims no more, so that the job goes to the other one.
      const stopping = slow.stop();
      await engine.sql(
        "update cogo.claims set lease_expires_at = now() - interval '1 s' where worker = 'slow'",
      );
      await engine.sql("select cogo.sweep()");
      await until("the handler ends", () => reason !== undefined);
      assert.ok(reason instanceof LeaseLost && reason.certain);
      const stats = await stopping;
      assert.equal(stats.lease_lost, 1);
      assert.ok(events.some((event) => event.kind === "result_dropped" && event.job_id === id));
      const quick = createWorker({
        ...fast,
        url: engine.url,
        key: engine.key,
        worker: "quick",
        handlers: { "lease.lost": () => "in time" },
      });
      await quick.runUntilIdle({ idleMs: 1500, seconds: 20 });
      const job = await engine.job(id!);
      assert.deepEqual([job.state, job.result], ["succeeded", "in time"]);
      // A turn that was on its way when the slow one was stopped may claim once more, and gives back.
      const outcomes = job.attempts.map((one) => one.outcome).filter((one) => one !== "released");
      assert.deepEqual(outcomes, ["lease_expired", "succeeded"]);
    },
  ],

  [
    "a lease is renewed at half of what is left, for as long as the handler needs",
    async (engine) => {
      const [id] = await engine.enqueue([{ type: "lease.long" }]);
      await shortenLease(engine, id!, 4);
      const deadlines = new Set<number>();
      const worker = createWorker({
        ...fast,
        url: engine.url,
        key: engine.key,
        handlers: {
          "lease.long": async (_job, ctx) => {
            for (let step = 0; step < 60; step++) {
              deadlines.add(ctx.deadline.getTime());
              await sleepUnlessStopped(100, ctx.signal);
            }
            return "done";
          },
        },
      });
      await worker.runUntilIdle({ idleMs: 100 });
      const job = await engine.job(id!);
      assert.deepEqual([job.state, job.attempts.length], ["succeeded", 1]);
      assert.ok(deadlines.size >= 3 && deadlines.size <= 6, `${deadlines.size} leases in 6 s`);
    },
  ],

  ["a cancel reaches the handler at the next renewal and closes the job", async (engine) => {
    const [heedful, heedless] = await engine.enqueue([
      { type: "cancel.me", payload: { heeds: true } },
      { type: "cancel.me", payload: { heeds: false } },
    ]);
    for (const id of [heedful!, heedless!]) await shortenLease(engine, id, 4);
    const reasons: unknown[] = [];
    const worker = createWorker({
      ...fast,
      url: engine.url,
      key: engine.key,
      handlers: {
        "cancel.me": async (job, ctx) => {
          try {
            await sleepUnlessStopped(10_000, ctx.signal);
          } catch (reason) {
            reasons.push(reason);
            if (job.payload.heeds) throw reason;
          }
          return "done all the same";
        },
      },
    });
    worker.start();
    await until("both run", () => worker.stats.running === 2);
    await engine.rpc("cancel_jobs", { job_ids: [heedful, heedless], reason: "changed my mind" });
    await until("both end", () => worker.stats.cancelled + worker.stats.succeeded === 2);
    await worker.stop();
    assert.ok(reasons.length === 2 && reasons.every((reason) => reason instanceof JobCancelled));
    assert.equal((await engine.job(heedful!)).state, "cancelled");
    assert.equal((await engine.job(heedless!)).state, "succeeded");
  }],
];
