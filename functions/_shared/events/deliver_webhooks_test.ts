import assert from "@std/assert";
import { deliverWebhooks } from "./deliver_webhooks.ts";
import {
  deliver,
  fakeCall,
  firstTraceparent,
  messageId,
  options,
  signingKey,
} from "./fake_receiver.ts";
import { deriveSecret } from "./webhook_secret.ts";
import { verifyWebhook } from "./webhook_signature.ts";

const none = "00000000-0000-0000-0000-000000000000";

Deno.test("delivery: 2xx is taken, each message signed with both keys and in order", async () => {
  const { summary, settled, got } = await deliver(() => new Response(null, { status: 204 }));
  assert.deepEqual(summary, { batches: 1, delivered: 3, failed: 0, troubled: 0 });
  assert.equal(settled.up_to, messageId(3));
  assert.equal(settled.error, undefined);
  assert.deepEqual(got.map(({ headers }) => headers.get("webhook-id")), [1, 2, 3].map(messageId));
  const traces = got.map(({ headers }) => headers.get("traceparent"));
  assert.deepEqual(traces, [firstTraceparent, null, null], "a message takes its trace along");
  for (const { headers, body } of got) {
    for (const version of [1, 2]) {
      const secret = deriveSecret(signingKey, "01900000-0000-7000-8000-0000000000ff", version);
      verifyWebhook(body, headers, secret);
    }
    const wrong = deriveSecret("another key of tests", "01900000-0000-7000-8000-0000000000ff", 1);
    assert.throws(() => verifyWebhook(body, headers, wrong), /No signature/);
    assert.equal(headers.get("cogo-channel"), "tenant.a.agent.b.order.paid");
  }
});

Deno.test("delivery: 500 fails the message and leaves those after it", async () => {
  const { summary, settled, got } = await deliver((before) =>
    new Response("no", { status: before === 1 ? 500 : 200 })
  );
  assert.equal(got.length, 2);
  assert.deepEqual(summary, { batches: 1, delivered: 1, failed: 1, troubled: 1 });
  assert.equal(settled.up_to, messageId(2));
  assert.deepEqual(settled.failures, [
    { id: messageId(2), error: { message: "it answered 500", status: 500 } },
  ]);
});

Deno.test("delivery: 410 says that the endpoint is gone", async () => {
  const { settled } = await deliver(() => new Response(null, { status: 410 }));
  assert.deepEqual([settled.gone, settled.up_to, settled.failures], [true, none, []]);
});

Deno.test("delivery: a redirect, also to a metadata address, is a failure and is not followed", async () => {
  const { settled, got } = await deliver(() =>
    new Response(null, { status: 302, headers: { location: "http://169.254.169.254/latest/" } })
  );
  assert.equal(got.length, 1);
  assert.match(settled.error!, /302/);
  assert.equal(settled.failures.length, 1);
});

Deno.test("delivery: a slow endpoint is given up, an endless head too", async () => {
  const slow = Promise.withResolvers<Response>();
  const began = Date.now();
  const { settled } = await deliver(
    () => {
      setTimeout(() => slow.resolve(new Response()), 800);
      return slow.promise;
    },
    1,
    { timeoutMs: 300 },
  );
  assert.ok(Date.now() - began < 2500);
  assert.match(settled.error!, /within 300 ms/);
  const endless = await deliver(() =>
    new Response(null, {
      headers: Object.fromEntries(
        Array.from({ length: 40 }, (_, at) => [`x-${at}`, "y".repeat(1000)]),
      ),
    }), 1);
  assert.match(endless.settled.error!, /not HTTP/);
});

Deno.test("delivery: outside of development this machine cannot be reached", async () => {
  const { settled, got } = await deliver(() => new Response(), 1, { allowLoopback: false });
  assert.equal(got.length, 0);
  assert.match(settled.error!, /not a public address/);
});

Deno.test("delivery: nothing is begun when the lease is nearly over", async () => {
  const { call, settled } = fakeCall("http://127.0.0.1:1/", 2);
  await deliverWebhooks(async (name, args, timeout) => {
    const answer = await call(name, args, timeout);
    if (name === "claim_webhooks") {
      for (const batch of answer as { lease_expires_at: string }[]) {
        batch.lease_expires_at = new Date(Date.now() - 1).toISOString();
      }
    }
    return answer;
  }, options);
  assert.deepEqual([settled[0]?.up_to, settled[0]?.error], [none, undefined]);
});
