import assert from "@std/assert";
import type { Call } from "../worker/transport.ts";
import { poll } from "./client.ts";

const envelope = (nth: number) => ({
  id: `01900000-0000-7000-8000-00000000000${nth}`,
  version: "1",
  type: "order.paid",
  ts: "2026-11-23T21:35:58.123456+00:00",
  trace_id: null,
  correlation_id: "00000000-0000-4000-8000-000000000001",
  cause: null,
  tenant_id: "00000000-0000-4000-8000-00000000000a",
  actor: { agent: "a", role: "actor" },
  payload: { nth },
  schema: { namespace: "order", name: "order.paid", hash: "0".repeat(64) },
});

Deno.test("client: poll() acknowledges what was handled and names what was not", async () => {
  let acked: unknown;
  const call: Call = (name, args) => {
    if (name === "ack_subscription") {
      acked = args;
      return Promise.resolve({ outcome: "acked" });
    }
    const messages = [1, 2].map((nth) => ({ channel: "c", attempt: 1, message: envelope(nth) }));
    return Promise.resolve({ fence: 3, lease_expires_at: "x", paused: false, messages });
  };
  const told = await poll(call, { name: "s", consumer: "c" }, ({ message }) => {
    if (message.payload.nth === 2) throw new Error("no");
  });
  assert.deepEqual(told, { received: 2, failed: 1, lost: false });
  assert.deepEqual(acked, {
    name: "s",
    fence: 3,
    failures: [{ id: envelope(2).id, error: { message: "no" } }],
  });
});

Deno.test("client: poll() with nothing to read calls nobody", async () => {
  const empty = { fence: null, lease_expires_at: null, paused: false, messages: [] };
  const told = await poll(() => Promise.resolve(empty), { name: "s", consumer: "c" }, () => {
    throw new Error("never");
  });
  assert.deepEqual(told, { received: 0, failed: 0, lost: false });
});
