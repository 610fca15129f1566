import assert from "@std/assert";
import { order } from "./cases.ts";
import { defineWorkflow, job, workflowDefinition } from "./mod.ts";

Deno.test("a workflow is written as data", () => {
  assert.deepEqual(JSON.parse(JSON.stringify(order)), {
    name: "order.fulfil",
    saga: true,
    deadline_seconds: 3600,
    steps: [
      {
        name: "reserve",
        type: "stock.reserve",
        input: { sku: { $ref: "input.sku" } },
        compensate: { type: "stock.release" },
        retry: { max_attempts: 3 },
        timeout_seconds: 60,
      },
      {
        name: "charge",
        type: "pay.charge",
        input: { of: { $ref: "steps.reserve.id" } },
        after: ["reserve"],
        compensate: null,
      },
      {
        name: "pack",
        kind: "map",
        type: "item.pack",
        over: { $ref: "steps.reserve.items" },
        input: { sku: { $ref: "item.sku" }, nth: { $ref: "index" } },
        after: ["reserve"],
        compensate: { type: "item.unpack" },
      },
      {
        name: "seat",
        kind: "tcc",
        try: { type: "seat.hold" },
        confirm: { type: "seat.book" },
        cancel: { type: "seat.free" },
        input: { first: { $ref: "steps.reserve.items.0.note" } },
        after: ["reserve"],
      },
      { name: "cool", kind: "sleep", seconds: 60, after: ["charge"] },
      {
        name: "approval",
        kind: "signal",
        signal: "approved",
        after: ["charge"],
        timeout_seconds: 86_400,
      },
      {
        name: "sub",
        kind: "workflow",
        workflow: "mail.thanks",
        input: { to: { $ref: "input.to" } },
        after: ["approval"],
      },
      { name: "notify", type: "mail.note", after: ["sub"], optional: true },
    ],
  });
  assert.deepEqual(workflowDefinition.parse(order.definition), order.definition);
});

Deno.test("a builder that goes on leaves the one before as it was", () => {
  const one = defineWorkflow("demo.one").step("first", job("demo.a"), null);
  one.step("second", job("demo.b"), null);
  assert.equal(one.definition.steps.length, 1);
});
