import assert from "@std/assert";
import { defineWorkflow, job } from "./mod.ts";

Deno.test("what makes no sense is refused where it is written", () => {
  const flow = defineWorkflow<{ sku: string }>("demo.flow")
    .step(
      "first",
      job<JsonIn, { id: string; when: Date }>("demo.a"),
      ({ input }) => ({ ...{ a: input.sku } }),
    );
  type JsonIn = { a: unknown };
  const write = (input: (scope: never) => unknown) => () =>
    flow.step("second", job("demo.b"), input as () => Record<string, unknown>);
  const scope = (
    read: (scope: { input: { sku: string }; steps: Record<string, { id: string }> }) => unknown,
  ) => write(read as (scope: never) => unknown);

  assert.throws(
    scope(({ steps }) => ({ of: steps["frist"]!.id })),
    /step frist: the steps before are: first/,
  );
  assert.throws(
    scope(({ input }) => ({ text: `sku ${input.sku}` })),
    /Cannot read input\.sku here: it is known only/,
  );
  assert.throws(scope(({ steps }) => ({ ...steps["first"] })), /Cannot read steps\.first here/);
  assert.throws(scope(({ input }) => ({ more: [...input.sku] })), /Cannot read input\.sku here/);
  assert.throws(
    scope(() => ({ list: [1, { at: new Date(0) }] })),
    /second\.list\[1\]\.at: Date is not JSON/,
  );
  assert.throws(scope(() => ({ big: 1n })), /second\.big: bigint is not JSON/);
  assert.throws(scope(() => ({ $ref: "input" })), /reserved field "\$ref"/);
  assert.throws(scope(() => Promise.resolve({})), /second: Promise is not JSON/);
  assert.throws(() => flow.step("first" as never, job("demo.b"), null), /two steps called first/);
  assert.throws(
    () => flow.step("Second", job("demo.b"), null),
    /step Second of demo\.flow: name must be like/,
  );
  assert.throws(() => flow.step("second", job("nodot"), null), /type must be like prefix\.name/);
  assert.throws(() => flow.sleep("nap", { seconds: -1 }), /step nap of demo\.flow: seconds/);
  assert.throws(
    () => flow.sleep("nap", { seconds: 1, after: ["frist" as never] }),
    /step frist: no step before/,
  );
  assert.throws(() => defineWorkflow("Demo"), /workflow Demo: name must be like prefix\.name/);
  const saga = defineWorkflow("demo.saga", { saga: true });
  assert.throws(
    () => saga.step("a", job("demo.a"), null, {} as never),
    /must say how it is undone/,
  );
});
