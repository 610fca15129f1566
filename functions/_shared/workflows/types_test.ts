import assert from "@std/assert";
import { order, reserve, thanks } from "./cases.ts";
import { defineWorkflow, job } from "./mod.ts";

Deno.test("types flow from step to step", () => {
  const flow = defineWorkflow<{ sku: string; to?: string }>("demo.types")
    .step("reserve", reserve, ({ input }) => ({ sku: input.sku }))
    .step("maybe", job<{ sku: string }, { id: string }>("demo.maybe"), ({ input }) => input, {
      optional: true,
    });
  const charge = job<{ of: string }, { receipt: string }>("pay.charge");
  const parent = defineWorkflow("demo.parent").child(
    "told",
    thanks.output(({ input, steps }) => ({ to: input.to, sent: steps.send.sent, by: ["us"] })),
    () => ({ to: "x" }),
  ).child("untold", thanks, () => ({ to: "x" }));
  const tell = job<{ to: string; sent: boolean; by: readonly string[] }>("demo.tell");
  const told = parent.step("tell", tell, ({ steps }) => steps.told).definition.steps.at(-1);
  assert.deepEqual([told?.after, told], [["told"], {
    name: "tell",
    type: "demo.tell",
    input: { $ref: "steps.told" },
    after: ["told"],
  }]);
  const tryOut: (() => unknown)[] = [
    // @ts-expect-error there is no step called reserv
    () => flow.step("a", charge, ({ steps }) => ({ of: steps.reserv.id })),
    // @ts-expect-error its result has no field called ids
    () => flow.step("a", charge, ({ steps }) => ({ of: steps.reserve.ids })),
    // @ts-expect-error a number or null is no text
    () => flow.step("a", charge, ({ steps }) => ({ of: steps.reserve.paid })),
    // @ts-expect-error an optional step's result may be null
    () => flow.step("a", charge, ({ steps }) => ({ of: steps.maybe.id })),
    // @ts-expect-error a field that may be missing may be null
    () => flow.step("a", charge, ({ input }) => ({ of: input.to })),
    // @ts-expect-error the payload lacks a field
    () => flow.step("a", charge, () => ({})),
    // @ts-expect-error a typed payload needs an input
    () => flow.step("a", charge, null),
    // @ts-expect-error a step of that name is there
    () => flow.step("reserve", charge, () => ({ of: "x" })),
    // @ts-expect-error no step of that name comes before
    () => flow.sleep("nap", { seconds: 1, after: ["later"] }),
    // @ts-expect-error a text is no list
    () => flow.map("m", charge, ({ steps }) => steps.reserve.id, () => ({ of: "x" })),
    // @ts-expect-error a saga's step says how it is undone
    () => defineWorkflow("demo.saga", { saga: true }).step("a", job("demo.a"), null),
    // @ts-expect-error the child's input lacks a field
    () => flow.child("c", thanks, () => ({})),
    // @ts-expect-error a step of a workflow without output may be missing
    () => parent.step("a", job<{ sent: boolean }>("demo.a"), ({ steps }) => steps.untold.send),
    // @ts-expect-error the workflow waits for no such signal
    () => order.signal(() => Promise.resolve({}), "id", "aproved", { by: "me" }),
    // @ts-expect-error the signal's payload has another shape
    () => order.signal(() => Promise.resolve({}), "id", "approved", { from: "me" }),
    // @ts-expect-error the input lacks a field
    () => order.start(() => Promise.resolve({}), { sku: "x" }),
  ];
  assert.equal(tryOut.length, 16);
});
