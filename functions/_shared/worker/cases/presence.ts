import assert from "node:assert/strict";
import { createWorker } from "../mod.ts";
import { type Case, type Engine, listener, pause, until } from "./engine.ts";

const fast = { pollMs: 20, pollMaxMs: 100, onEvent: () => {} };

const listed = async (engine: Engine, worker: string) =>
  (await engine.rpc<Record<string, unknown>[]>("list_workers", { row_limit: 1000 }))
    .find((row) => row.worker === worker);

export const presenceCases: Case[] = [
  ["a worker says who it is, and goodbye when it stops", async (engine) => {
    const worker = createWorker({
      ...fast,
      url: engine.url,
      key: engine.key,
      worker: "known",
      version: "1.2.3",
      capabilities: { gpu: false },
      concurrency: 3,
      prefetchMax: 1,
      maxHeld: 8,
      maxPerMinute: 600,
      handlers: {},
    });
    worker.start();
    await until("it is listed", async () => await listed(engine, "known") !== undefined);
    const row = await listed(engine, "known");
    assert.deepEqual(
      [row?.state, row?.version, row?.capabilities, row?.concurrency, row?.prefetch_max],
      ["live", "1.2.3", { gpu: false }, 3, 8],
    );
    assert.equal(row?.max_per_minute, 600);
    await worker.stop();
    assert.equal((await listed(engine, "known"))?.state, "gone");
  }],

  ["a worker that need not be known is not", async (engine) => {
    const [id] = await engine.enqueue([{ type: "presence.unknown" }]);
    const worker = createWorker({
      ...fast,
      url: engine.url,
      key: engine.key,
      worker: "unknown",
      register: false,
      handlers: { "*": () => "done" },
    });
    await worker.runUntilIdle({ idleMs: 100 });
    assert.equal((await engine.job(id!)).result, "done");
    assert.equal(await listed(engine, "unknown"), undefined);
  }],

  [
    "a worker that is drained finishes what it runs, gives back the rest and takes no more until it is resumed",
    async (engine) => {
      const ids = await engine.enqueue(
        Array.from({ length: 4 }, () => ({ type: "presence.drain" })),
      );
      const frees: (() => void)[] = [];
      const { events, onEvent } = listener();
      const worker = createWorker({
        ...fast,
        onEvent,
        url: engine.url,
        key: engine.key,
        worker: "drained",
        concurrency: 2,
        prefetchMax: 2,
        handlers: { "presence.drain": () => new Promise<void>((resolve) => frees.push(resolve)) },
      });
      worker.start();
      await until("it is full", () => worker.stats.running + worker.stats.prefetched === 4);
      await until("it is listed", async () => await listed(engine, "drained") !== undefined);
      await engine.rpc("drain_worker", { worker: "drained" });
      frees[0]!();
      const kinds = () => events.map((event) => event.kind);
      await until("it hears of it", () => kinds().includes("draining"));
      await until("it gives back", () => worker.stats.released === 1);
      assert.equal(worker.stats.running, 2);
      frees[1]!();
      frees[2]!();
      await until("it is done", () => kinds().includes("drained"));
      assert.equal(worker.stats.succeeded, 3);
      await pause(300);
      const states = await Promise.all(ids.map(async (id) => (await engine.job(id)).state));
      assert.deepEqual(states.sort(), ["queued", "succeeded", "succeeded", "succeeded"]);
      await engine.rpc("resume_worker", { worker: "drained" });
      await until("it works on", () => {
        frees.slice(3).forEach((free) => free());
        return worker.stats.succeeded === 4;
      });
      await worker.stop();
    },
  ],

  ["a worker may stop by itself once it has drained", async (engine) => {
    const worker = createWorker({
      ...fast,
      url: engine.url,
      key: engine.key,
      worker: "leaving",
      exitWhenDrained: true,
      handlers: {},
    });
    worker.start();
    await until("it is listed", async () => await listed(engine, "leaving") !== undefined);
    await engine.rpc("drain_worker", { worker: "leaving" });
    await until("it is gone", async () => (await listed(engine, "leaving"))?.state === "gone");
  }],
];
