import assert from "node:assert/strict";
import { z } from "zod";
import {
  createCaller,
  defineRequest,
  RequestFailed,
  type RequestForbidden,
  SchemaMismatch,
} from "../mod.ts";
import { numbers, part, type SceneCase, total } from "./call_scene.ts";
import { until } from "./engine.ts";

export const replyCases: SceneCase[] = [
  ["the answer comes back, and correlation, causes and deadlines line up", async (
    { a, b, asker, seen },
  ) => {
    const trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    const traceparent = `00-${trace}-00f067aa0ba902b7-01`;
    const options = { timeoutSeconds: 30, traceparent };
    assert.deepEqual(await asker.call(total, { numbers: [1, 2, 3, 4] }, options), { sum: 10 });
    const [first, ...others] = seen.splice(0);
    assert.ok(first);
    assert.equal(first.job.cause, null);
    assert.equal(first.job.request?.asked_by, a.id);
    assert.ok(first.remainingMs > 5_000 && first.remainingMs < 31_000);
    assert.equal(others.length, 2);
    for (const { job, remainingMs } of others) {
      assert.deepEqual([job.correlation_id, job.cause], [first.job.id, first.job.id]);
      assert.equal(job.request?.asked_by, b.id);
      assert.equal(job.traceparent?.slice(3, 35), trace);
      assert.notEqual(job.traceparent, traceparent, "a span of its own");
      assert.ok(remainingMs < 31_000, "no longer than whoever waits for it");
    }
    const told = await a.call("list_correlated", { correlation_id: first.job.id }, 10_000) as {
      jobs: { type: string; cause: string | null; state: string }[];
    };
    assert.deepEqual(told.jobs.map((one) => [one.type, one.cause, one.state]), [
      ["total.of", null, "succeeded"],
      ["part.of", first.job.id, "succeeded"],
      ["part.of", first.job.id, "succeeded"],
    ]);
  }],

  ["many calls wait together, in few looks", async ({ a }) => {
    let looks = 0;
    const counted = createCaller({
      client: {
        schema: () => ({
          rpc: (name, args) => ({
            abortSignal: async () => {
              if (name === "get_replies") looks++;
              return { data: await a.call(name, args, 10_000), error: null, status: 200 };
            },
          }),
        }),
      },
    });
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, nth) => counted.call(part, { numbers: [nth, 1] })),
    );
    assert.deepEqual(
      answers.map((one) => one.sum),
      Array.from({ length: 20 }, (_, nth) => nth + 1),
    );
    assert.ok(looks < 20, `${looks} looks for 20 replies`);
  }],

  ["a result that breaks its schema is told at both ends", async ({ asker, events }) => {
    const error = await asker.call("part.of", { numbers: [666] }).catch((thrown) => thrown);
    assert.ok(error instanceof RequestFailed);
    assert.deepEqual([error.failure.stage, error.why], ["output", "validation_failed"]);
    await until("the worker is told", () => events.some((one) => one.kind === "result_refused"));
    const refused = events.find((one) => one.kind === "result_refused");
    assert.match(
      refused?.kind === "result_refused" ? refused.why : "",
      /result_schema of part.of/,
    );
  }],

  ["what is wrong with a request is told by its kind", async ({ c, asker }) => {
    await assert.rejects(asker.call("part.of", { numbers: "1" }), SchemaMismatch);
    await assert.rejects(
      asker.call(part, { numbers: ["1"] } as never),
      (error: SchemaMismatch) => error.side === "request" && /\/numbers\/0/.test(error.message),
    );
    await assert.rejects(
      asker.call(defineRequest("part.of", { request: numbers, reply: z.string() }), {
        numbers: [1],
      }),
      (error: SchemaMismatch) => error.side === "reply",
    );
    await assert.rejects(
      createCaller(c.address).call("part.of", { numbers: [1] }),
      (error: RequestForbidden) => error.code === "insufficient_scope",
    );
  }],
];
