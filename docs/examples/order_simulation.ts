// npm run simulate -- --file docs/examples/order_simulation.ts
import { defineSimulation, enqueue, start } from "cogo-agent-core/workflows";
import { handlers, order } from "./order_workflow.ts";

export const simulation = defineSimulation({
  workflows: [order],
  jobTypes: [
    { type: "pay.*", lease_seconds: 30, max_attempts: 4 },
    { type: "stock.count", key_strict: true }, // one at a time for each key, in the order given
    { type: "stock.scan" }, // one at a time for each key
  ],
  handlers: {
    ...handlers,
    "stock.count": (job) => ({ counted: job.payload["nth"] }),
    "stock.scan": (job) => ({ scanned: job.payload["sku"] }),
  },
  arrivals: (chance) => [
    start(
      order,
      { lines: [{ sku: "tea", count: 2 }, { sku: "cup", count: 1 }], card: "good" },
      { signals: { approved: { by: "ada" } }, cancel: chance.next() < 0.3 },
    ),
    start(
      order,
      { lines: [{ sku: "pot", count: 1 }], card: chance.pick(["good", "expired"]) },
      chance.next() < 0.7 ? { signals: { approved: { by: "bob" } } } : {},
    ),
    ...[1, 2].map((nth) =>
      enqueue({ type: "stock.count", payload: { nth }, concurrency_key: "count" })
    ),
    ...["tea", "cup", "pot"].map((sku) =>
      enqueue({ type: "stock.scan", payload: { sku }, concurrency_key: "scanner" })
    ),
  ],
  invariants: {
    "no parcel is shipped for an expired card": ({ effects, workflows }) => {
      const shipped = new Set(
        effects.filter((effect) => effect.type === "parcel.ship")
          .map((effect) => effect.step?.workflow_id),
      );
      const refused = effects.some((effect) =>
        effect.type === "pay.charge" && effect.payload["card"] === "expired" &&
        shipped.has(effect.step?.workflow_id)
      );
      return refused ? `one of ${workflows.length} workflows did` : undefined;
    },
  },
});
