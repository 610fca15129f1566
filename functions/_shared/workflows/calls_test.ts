import assert from "@std/assert";
import { order } from "./cases.ts";

Deno.test("calls send what the engine takes and check what it answers", async () => {
  const sent: [string, object][] = [];
  const call = (name: string, args: object) => {
    sent.push([name, args]);
    return Promise.resolve(
      {
        register_workflow: { name: "order.fulfil", version: 2, created: true },
        start_workflow: { workflow_id: "019a", created: true, state: "running", version: 2 },
        signal_workflow: { outcome: "accepted" },
      }[name],
    );
  };
  assert.equal((await order.register(call)).version, 2);
  await order.start(call, { sku: "x", to: "y" }, { idempotencyKey: "17", version: 2 });
  assert.equal((await order.signal(call, "019a", "approved", { by: "me" })).outcome, "accepted");
  assert.deepEqual(sent, [
    ["register_workflow", { definition: order.definition }],
    ["start_workflow", {
      name: "order.fulfil",
      input: { sku: "x", to: "y" },
      idempotency_key: "17",
      version: 2,
    }],
    ["signal_workflow", { workflow_id: "019a", signal: "approved", payload: { by: "me" } }],
  ]);
  await assert.rejects(
    order.start(() => Promise.resolve({}), { sku: "x", to: "y" }),
    /answered something else/,
  );
});
