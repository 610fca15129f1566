// An order as a saga: what was done is undone when a later step fails.
import { createWorker, PermanentError } from "cogo-agent-core/worker";
import { defineWorkflow, handlersOf, job, payload } from "cogo-agent-core/workflows";

interface Line {
  sku: string;
  count: number;
}

export const order = defineWorkflow<{ lines: Line[]; card: string }>("order.fulfil", {
  saga: true,
  deadlineSeconds: 7 * 86_400,
})
  .step(
    "reserve",
    job<{ lines: Line[] }, { id: string; lines: Line[]; cents: number }>("stock.reserve"),
    ({ input }) => ({ lines: input.lines }),
    { compensate: "stock.release", retry: { maxAttempts: 5 } },
  )
  .step(
    "charge",
    job<{ card: string; cents: number; of: string }, { receipt: string }>("pay.charge"),
    ({ input, steps }) => ({
      card: input.card,
      cents: steps.reserve.cents,
      of: steps.reserve.id, // whatever is referred to comes before: no `after` is needed
    }),
    { compensate: "pay.refund", timeoutSeconds: 600 },
  )
  .waitFor("approval", "approved", payload<{ by: string }>(), {
    after: ["charge"],
    timeoutSeconds: 86_400,
  })
  .map(
    "pack",
    job<{ line: Line; by: string }, { box: string }>("item.pack"),
    ({ steps }) => steps.reserve.lines,
    ({ item, steps }) => ({ line: item, by: steps.approval.by }),
    { compensate: "item.unpack" },
  )
  .sleep("cool", { seconds: 60, after: ["pack"] })
  .step(
    "ship",
    job<{ boxes: readonly { box: string }[] }, { parcel: string }>("parcel.ship"),
    ({ steps }) => ({ boxes: steps.pack }),
    { after: ["cool"], compensate: null },
  )
  .step("thank", job<{ parcel: string }, null>("mail.send"), ({ steps }) => steps.ship, {
    optional: true,
  });

export const handlers = handlersOf(order, {
  reserve: {
    run: ({ payload: { lines }, id }) => ({ id, lines, cents: 100 * lines.length }),
    compensate: ({ payload: { input } }) => ({ released: input.lines.length }),
  },
  charge: {
    run: ({ payload: { card, of } }) => {
      if (card === "expired") throw new PermanentError("The card has expired");
      return { receipt: `receipt of ${of}` }; // pass `of` to the bank as its idempotency key
    },
    compensate: ({ payload: { result } }) => ({ refunded: result?.receipt ?? null }),
  },
  pack: {
    run: ({ payload: { line } }) => ({ box: `${line.count} of ${line.sku}` }),
    compensate: () => ({}),
  },
  ship: ({ payload: { boxes } }) => ({ parcel: `${boxes.length} boxes` }),
  thank: () => null,
});

/** Registers the workflow, starts one order, and works. */
export async function main(url: string, key: string): Promise<void> {
  const address = { url, key };
  await order.register(address);
  const { workflow_id } = await order.start(
    address,
    { lines: [{ sku: "tea", count: 2 }], card: "good" },
    { idempotencyKey: "order-17" },
  );
  await order.signal(address, workflow_id, "approved", { by: "ada" });
  createWorker({ ...address, handlers }).start();
}
