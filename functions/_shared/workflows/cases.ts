import { defineWorkflow, job, payload } from "./mod.ts";

/** Workflows for the tests of this room. */
export interface Item {
  sku: string;
  note?: string;
}
export const reserve = job<{ sku: string }, { id: string; items: Item[]; paid: number | null }>(
  "stock.reserve",
);
export const thanks = defineWorkflow<{ to: string }>("mail.thanks")
  .step("send", job<{ to: string }, { sent: boolean }>("mail.send"), ({ input }) => input);

export const order = defineWorkflow<{ sku: string; to: string }>("order.fulfil", {
  saga: true,
  deadlineSeconds: 3600,
})
  .step("reserve", reserve, ({ input }) => ({ sku: input.sku }), {
    compensate: "stock.release",
    retry: { maxAttempts: 3 },
    timeoutSeconds: 60,
  })
  .step("charge", job<{ of: string }, { receipt: string }>("pay.charge"), ({ steps }) => ({
    of: steps.reserve.id,
  }), { compensate: null })
  .map(
    "pack",
    job<{ sku: string; nth: number }, { box: number }>("item.pack"),
    ({ steps }) => steps.reserve.items,
    ({ item, index }) => ({ sku: item.sku, nth: index }),
    { compensate: "item.unpack" },
  )
  .tcc("seat", {
    try: job<{ first: string | null }, { seat: string }>("seat.hold"),
    confirm: "seat.book",
    cancel: "seat.free",
  }, ({ steps }) => ({ first: steps.reserve.items[0]!.note }))
  .sleep("cool", { seconds: 60, after: ["charge"] })
  .waitFor("approval", "approved", payload<{ by: string }>(), {
    timeoutSeconds: 86_400,
    after: ["charge"],
  })
  .child("sub", thanks, ({ input }) => ({ to: input.to }), { after: ["approval"] })
  .step("notify", job("mail.note"), null, { after: ["sub"], optional: true });
