import assert from "node:assert/strict";
import { createWorker, WorkerStopped } from "../mod.ts";
import { type Case, pause, sleepUnlessStopped, until } from "./engine.ts";

const fast = { pollMs: 20, pollMaxMs: 100, onEvent: () => {} };

export const stopCases: Case[] = [
  ["a stop gives back what is prefetched or unfinished, and uses no attempt", async (engine) => {
    const ids = await engine.enqueue(Array.from({ length: 6 }, () => ({ type: "stop.early" })));
    const reasons: unknown[] = [];
    let letGo = () => {};
    const careless = new Promise<void>((resolve) => letGo = resolve);
    const worker = createWorker({
      ...fast,
      url: engine.url,
      key: engine.key,
      concurrency: 2,
      prefetchMax: 4,
      handlers: {
        "stop.early": (job, ctx) =>
          job.job_id === ids[0]
            // Does not heed its signal, as careless handlers do.
            ? careless
            : sleepUnlessStopped(60_000, ctx.signal).catch((reason) => {
              reasons.push(reason);
              throw reason;
            }),
      },
    });
    worker.start();
    await until("it is full", () => worker.stats.running + worker.stats.prefetched === 6);
    const stats = await worker.stop({ timeoutMs: 100 });
    assert.deepEqual([stats.released, stats.unreported, stats.running], [6, 0, 0]);
    assert.ok(reasons.length === 1 && reasons[0] instanceof WorkerStopped);
    for (const id of ids) assert.equal((await engine.job(id)).state, "queued");
    const next = createWorker({
      ...fast,
      url: engine.url,
      key: engine.key,
      handlers: { "*": () => 1 },
    });
    assert.equal((await next.runUntilIdle({ idleMs: 200 })).succeeded, 6);
    for (const id of ids) {
      const told = (await engine.job(id)).attempts.map((one) => [one.attempt, one.outcome]);
      assert.deepEqual(told, [[1, "released"], [1, "succeeded"]]);
    }
    letGo();
    await pause(200); // what comes of it now is nobody's any more
    for (const id of ids) assert.equal((await engine.job(id)).attempts.length, 2);
  }],

  ["a stop waits for handlers that end in time", async (engine) => {
    const [id] = await engine.enqueue([{ type: "stop.soon" }]);
    const worker = createWorker({
      ...fast,
      url: engine.url,
      key: engine.key,
      handlers: { "stop.soon": () => pause(500).then(() => "done") },
    });
    worker.start();
    await until("it runs", () => worker.stats.running === 1);
    const stats = await worker.stop({ timeoutMs: 5_000 });
    assert.deepEqual([stats.succeeded, stats.released], [1, 0]);
    assert.equal((await engine.job(id!)).result, "done");
  }],
];
