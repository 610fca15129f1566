import assert from "node:assert/strict";
import { createWorker, PermanentError, TransientError, ValidationError } from "../mod.ts";
import { type Case, listener } from "./engine.ts";

const fast = { pollMs: 20, pollMaxMs: 100, onEvent: () => {} };

export const failureCases: Case[] = [
  ["each class of error ends its job as the contract says", async (engine) => {
    const types = {
      "fail.validation": () => {
        throw new ValidationError("no such file", { stage: "fetch", details: { path: "x" } });
      },
      "fail.permanent": () => {
        throw new PermanentError("not allowed", { reason: "policy_violation" });
      },
      "fail.transient": () => {
        throw new TransientError("busy", {
          retryInSeconds: 3600,
          reason: "dependency_unavailable",
        });
      },
      "fail.plain": () => {
        throw new Error("odd \0 text \ud800");
      },
      "fail.timeout": async () => {
        await new Promise((_, reject) =>
          setTimeout(reject, 1, new DOMException("late", "TimeoutError"))
        );
      },
      "fail.too_large": () => "x".repeat(262_143),
      "fail.spaces": () => Array.from({ length: 80_000 }, () => 12),
      "fail.not_json": () => ({ big: 1n }),
      "fail.nul": () => "a\0b",
    };
    const names = [...Object.keys(types), "fail.unknown"];
    const ids = await engine.enqueue(names.map((type) => ({ type, max_attempts: 2 })));
    const worker = createWorker({ ...fast, url: engine.url, key: engine.key, handlers: types });
    worker.start();
    const ended = async () => {
      const jobs = await Promise.all(ids.map((id) => engine.job(id)));
      return jobs.every((job) => job.attempts.length > 0);
    };
    while (!await ended()) await new Promise((resolve) => setTimeout(resolve, 50));
    await worker.stop();
    const told = new Map<string, unknown[]>();
    for (const [place, id] of ids.entries()) {
      const { attempts, dead_letter, error } = await engine.job(id);
      const first = attempts[0]!;
      told.set(names[place]!, [
        first.outcome,
        error?.class,
        dead_letter?.stage ?? error?.stage,
        error?.reason,
      ]);
    }
    assert.deepEqual(Object.fromEntries(told), {
      "fail.validation": ["failed", "validation", "fetch", "validation_failed"],
      "fail.permanent": ["failed", "permanent", "exec", "policy_violation"],
      "fail.transient": ["retried", "transient", "exec", "dependency_unavailable"],
      "fail.plain": ["retried", "transient", "exec", undefined],
      "fail.timeout": ["retried", "transient", "exec", "timeout"],
      "fail.too_large": ["failed", "validation", "output", "validation_failed"],
      "fail.spaces": ["failed", "validation", "output", "validation_failed"],
      "fail.not_json": ["failed", "validation", "output", "validation_failed"],
      "fail.nul": ["failed", "validation", "output", "validation_failed"],
      "fail.unknown": ["retried", "transient", "input", "dependency_unavailable"],
    });
    await engine.rpc("cancel_jobs", { job_ids: ids });
  }],

  ["one result that the engine refuses does not hold up the others", async (engine) => {
    const ids = await engine.enqueue(
      [1, 2, 3].map((n) => ({ type: "refuse.one", payload: { n } })),
    );
    const { events, onEvent } = listener();
    const worker = createWorker({
      ...fast,
      url: engine.url,
      key: engine.key,
      onEvent,
      // 260,000 bytes as JSON, more than 262,144 as Postgres writes it.
      handlers: { "refuse.one": (job) => job.payload.n === 2 ? Array(87_000).fill(10) : "fine" },
    });
    const stats = await worker.runUntilIdle({ idleMs: 100 });
    const states = await Promise.all(ids.map(async (id) => (await engine.job(id)).state));
    assert.deepEqual(states, ["succeeded", "failed", "succeeded"]);
    assert.equal((await engine.job(ids[1]!)).dead_letter?.stage, "output");
    assert.equal(stats.unreported, 0);
    assert.equal(events.filter((event) => event.kind === "call_failed").length, 0);
  }],
];
