import assert from "@std/assert";
import { z } from "zod";
import { defineWorkflow, handlersOf, job } from "./mod.ts";

Deno.test("handlers are typed by their steps, joined by job type and checked by schemas", async () => {
  const split = job("text.split", {
    payload: z.object({ text: z.string() }),
    result: z.object({ words: z.number() }),
  });
  const flow = defineWorkflow<{ text: string }>("demo.handled", { saga: true })
    .step("split", split, ({ input }) => input, { compensate: "text.join" })
    .step("tell", job<{ words: number }, null>("text.tell"), ({ steps }) => steps.split, {
      compensate: null,
    })
    .sleep("nap", { seconds: 1 });
  const undone: number[] = [];
  const handlers = handlersOf(flow, {
    split: {
      run: (job) => ({ words: job.payload.text.split(" ").length }),
      compensate: (job) => void undone.push(job.payload.result?.words ?? 0),
    },
    tell: (job) => (job.payload.words.toFixed(), null),
  });
  const run = async (type: string, payload: unknown) => {
    const found = handlers[type]!;
    const call = typeof found === "function" ? found : found.run;
    return await call({ type, payload } as never, {} as never);
  };
  assert.deepEqual(Object.keys(handlers), ["text.split", "text.join", "text.tell"]);
  assert.deepEqual(await run("text.split", { text: "a b" }), { words: 2 });
  await assert.rejects(run("text.split", { text: 5 }), /payload of text\.split is wrong at \/text/);
  await run("text.join", { input: { text: "a b" }, result: { words: 2 } });
  assert.deepEqual(undone, [2]);

  const broken = handlersOf(flow, {
    // @ts-expect-error the result lacks words
    split: { run: () => ({ word: 1 }), compensate: () => {} },
    tell: () => null,
  });
  await assert.rejects(
    async () =>
      await (broken["text.split"] as { run: (job: unknown) => Promise<unknown> })
        .run({ type: "text.split", payload: { text: "" } }),
    /result is wrong at \/words/,
  );
  assert.throws(
    // @ts-expect-error a compensation is missing
    () => handlersOf(flow, { split: () => ({ words: 1 }), tell: () => null }),
    /split\.run has no handler/,
  );
});
