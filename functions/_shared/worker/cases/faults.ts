import assert from "node:assert/strict";
import { createWorker } from "../mod.ts";
import { type Case, type Engine, listener, pause, until } from "./engine.ts";
import { type Fault, openProxy } from "./faulty_proxy.ts";

const hasty = { pollMs: 20, pollMaxMs: 100, retryMs: 30, retryMaxMs: 200, callTimeoutMs: 700 };

export const faultCases: Case[] = [
  [
    "a network that is cut again and again loses no job and no result",
    (engine) => underFault(engine, "cut"),
  ],
  [
    "answers that are lost on their way lose no job and no result",
    (engine) => underFault(engine, "lose_answers"),
  ],
  [
    "a network that falls silent loses no job and no result",
    (engine) => underFault(engine, "silence"),
  ],

  ["while the engine cannot be reached a worker holds no more than it may", async (engine) => {
    const proxy = openProxy(engine.port);
    await engine.enqueue(Array.from({ length: 50 }, () => ({ type: "bound.me" })));
    const worker = createWorker({
      ...hasty,
      url: proxy.url,
      key: engine.key,
      concurrency: 4,
      prefetchMax: 4,
      onEvent: () => {},
      handlers: { "bound.me": () => pause(30) },
    });
    worker.start();
    await until("it works", () => worker.stats.succeeded > 0);
    proxy.fault = "cut";
    await pause(800);
    const { running, prefetched, unreported, failed_calls } = worker.stats;
    assert.ok(running + prefetched + unreported <= 8, JSON.stringify(worker.stats));
    assert.ok(failed_calls > 0 && unreported > 0);
    proxy.fault = "none";
    await until("all is done", () => worker.stats.succeeded === 50);
    await worker.stop();
    proxy.close();
  }],
];

/** Works 120 jobs through a proxy that fails for 150 ms, five times. */
async function underFault(engine: Engine, fault: Fault): Promise<void> {
  const proxy = openProxy(engine.port);
  const type = `fault.${fault}`;
  const ids = await engine.enqueue(
    Array.from({ length: 120 }, (_, n) => ({ type, payload: { n } })),
  );
  const { events, onEvent } = listener();
  const done: number[] = [];
  const worker = createWorker({
    ...hasty,
    url: proxy.url,
    key: engine.key,
    worker: fault,
    concurrency: 6,
    onEvent,
    handlers: {
      [type]: async (job) => {
        await pause(15);
        done.push(job.job_id);
        return { n: job.payload.n };
      },
    },
  });
  worker.start();
  for (let round = 0; round < 5; round++) {
    await pause(60);
    proxy.fault = fault;
    await pause(150);
    proxy.fault = "none";
  }
  // Jobs whose claim was answered into the void come back when their lease ends: end it now.
  await until("nothing is left but what was lost on its way", async () => {
    const { running, prefetched, unreported } = worker.stats;
    const [row] = await engine.sql(
      "select count(*)::int as n from cogo.job_states where type = $1 and state = 'queued'",
      [type],
    );
    return running + prefetched + unreported + Number(row?.n) === 0;
  });
  await engine.sql(
    "update cogo.claims set lease_expires_at = now() - interval '1 s' where worker = $1",
    [fault],
  );
  await engine.sql("select cogo.sweep()");
  await until("all jobs are done", async () => {
    const jobs = await Promise.all(
      ids.slice(-3).concat(ids.slice(0, 3)).map((id) => engine.job(id)),
    );
    const [row] = await engine.sql(
      "select count(*)::int as n from cogo.job_states where type = $1 and state <> 'succeeded'",
      [type],
    );
    return Number(row?.n) === 0 && jobs.every((job) => job.state === "succeeded");
  });
  await worker.stop();
  proxy.close();
  assert.ok(events.some((event) => event.kind === "call_failed"), "the network did fail");
  assert.deepEqual([...new Set(done)].sort((a, b) => a - b), ids);
  for (const [n, id] of ids.entries()) assert.deepEqual((await engine.job(id)).result, { n });
}
