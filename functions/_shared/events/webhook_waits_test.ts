import assert from "@std/assert";
import { deliver, messageId } from "./fake_receiver.ts";

Deno.test("delivery: 429 and 503 with Retry-After wait and use no attempt", async () => {
  for (const status of [429, 503]) {
    const headers = { "retry-after": "17" };
    const { settled } = await deliver((before) =>
      new Response(null, before === 1 ? { status, headers } : {})
    );
    assert.equal(settled.wait_seconds, 17);
    assert.deepEqual([settled.up_to, settled.failures], [messageId(1), []]);
    const plain = await deliver(() => new Response(null, { status }));
    assert.equal(plain.settled.failures.length, 1);
  }
});

Deno.test("delivery: a Retry-After of now or the past still waits, nonsense is a failure", async () => {
  const told = async (value: string) =>
    (await deliver(() => new Response(null, { status: 429, headers: { "retry-after": value } })))
      .settled;
  for (const value of ["0", "0.2", "-5", "Thu, 26 Nov 2020 00:00:30 GMT"]) {
    const settled = await told(value);
    assert.deepEqual([settled.wait_seconds, settled.failures], [1, []], value);
  }
  for (const value of ["soon", "soon 1", "5 apples"]) {
    const settled = await told(value);
    assert.deepEqual([settled.wait_seconds, settled.failures.length], [undefined, 1], value);
  }
});
