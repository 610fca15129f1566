import assert from "node:assert/strict";
import { createWorker, type Worker } from "../mod.ts";
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
      worker: "bound",
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
    await untilAllSucceeded(engine, worker, "bound.me");
    await until("all is told", () => worker.stats.succeeded === 50);
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
  await untilAllSucceeded(engine, worker, type);
  await worker.stop();
  proxy.close();
  assert.ok(events.some((event) => event.kind === "call_failed"), "the network did fail");
  assert.deepEqual([...new Set(done)].sort((a, b) => a - b), ids);
  for (const [n, id] of ids.entries()) assert.deepEqual((await engine.job(id)).result, { n });
}

/**
 * Waits until every job has succeeded. Jobs whose claim was answered into the void come back when
 * their lease ends: it is ended once nothing else is left, however late a lost claim took effect.
 */
async function untilAllSucceeded(engine: Engine, worker: Worker, type: string): Promise<void> {
  const open = async () => {
    const [row] = await engine.sql(
      `select count(*)::int as jobs, count(*) filter (where state = 'queued')::int as queued
       from cogo.job_states where type = $1 and state <> 'succeeded'`,
      [type],
    );
    return { jobs: Number(row?.jobs), queued: Number(row?.queued) };
  };
  const held = () => worker.stats.running + worker.stats.prefetched + worker.stats.unreported;
  await until("all jobs are done", async () => {
    const { jobs, queued } = await open();
    if (jobs === 0 || queued + held() > 0) return jobs === 0;
    await pause(150); // what was answered just now may still be on its way
    if (held() > 0) return false;
    await engine.sql(
      "update cogo.claims set lease_expires_at = now() - interval '1 s' where worker = $1",
      [worker.name],
    );
    await engine.sql("select cogo.sweep()");
    return false;
  });
}
