import assert from "node:assert/strict";
import { CallError, createWorker, TransientError } from "../mod.ts";
import type { Case } from "./engine.ts";

const fast = { pollMs: 20, pollMaxMs: 100, onEvent: () => {} };

export const troubleCases: Case[] = [
  ["a retry that is due soon is waited for before a worker calls itself idle", async (engine) => {
    const [id] = await engine.enqueue([{ type: "flaky.once" }]);
    const worker = createWorker({
      ...fast,
      url: engine.url,
      key: engine.key,
      handlers: {
        "flaky.once": (job) => {
          if (job.attempt === 1) throw new TransientError("not yet", { retryInSeconds: 1 });
          return "second try";
        },
      },
    });
    const stats = await worker.runUntilIdle({ idleMs: 1500, seconds: 20 });
    assert.deepEqual([stats.retried, stats.succeeded, stats.idle], [1, 1, true]);
    assert.equal((await engine.job(id!)).result, "second try");
  }],

  ["a worker that the API refuses says so instead of waiting for ever", async (engine) => {
    const worker = createWorker({ ...fast, url: engine.url, key: "sb_secret_wrong", handlers: {} });
    await assert.rejects(
      worker.runUntilIdle({ seconds: 10 }),
      (error: unknown) => error instanceof CallError && error.status === 401,
    );
  }],

  ["a setting that makes no sense is named", async () => {
    const make = (tuning: object) => () =>
      createWorker({ url: "http://localhost", key: "k", handlers: {}, ...tuning });
    assert.throws(make({ concurrency: 0 }), /concurrency must be a whole number from 1 to 1000/);
    assert.throws(make({ prefetchMax: -1 }), /prefetchMax/);
    assert.throws(make({ pollMs: NaN }), /pollMs/);
    assert.throws(make({ worker: "" }), /worker must be a name/);
    await Promise.resolve();
  }],
];
