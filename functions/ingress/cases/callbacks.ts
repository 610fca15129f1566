import assert from "@std/assert";
import type { Stack } from "../../../scripts/stack/stack_settings.ts";
import { openReceiver } from "../../_shared/events/fake_receiver.ts";
import { verifyWebhook } from "../../_shared/events/webhook_signature.ts";
import { agentOf, ask, type Case, operatorOf, rpc, workOne } from "./ingress_calls.ts";

/** What the clock does: looks what ended, then sends. Twice, since what one round writes the next reads. */
export async function tend(stack: Stack): Promise<void> {
  for (let round = 0; round < 3; round++) {
    await stack.database.executor.query("select cogo.tend_events()");
    await ask(stack, "POST", `${stack.file.url}/functions/v1/events/deliver`, operatorOf(stack));
  }
}

/** Work whose end is told. */
export const callbackCases: Case[] = [
  ["the end of a job is told to its callback, signed, once when all is well", async (stack) => {
    const agent = await agentOf(stack);
    const receiver = openReceiver((before) =>
      new Response(null, { status: before === 0 ? 500 : 204 })
    );
    try {
      const sent = { type: "demo.echo", callback: { url: receiver.url }, idempotency_key: "cb" };
      const { status, body } = await ask(stack, "POST", "/jobs", agent, sent);
      assert.equal(status, 202, JSON.stringify(body));
      const again = await ask(stack, "POST", "/jobs", agent, sent);
      assert.deepEqual([again.body.created, again.body.callback], [false, body.callback]);
      const shown = await ask(stack, "POST", body.callback.secret_url, agent);
      assert.equal(shown.status, 200, JSON.stringify(shown.body));
      await tend(stack);
      await workOne(stack, { outcome: "succeeded", result: { sum: 7 } });
      await tend(stack);
      assert.equal(receiver.got.length, 1, "refused once");
      await stack.database.executor.exec(
        "update cogo.redeliveries set due_at = now() - interval '1 s'; update cogo.subscriptions set resume_at = null",
      );
      await tend(stack);
      assert.equal(receiver.got.length, 2, "sent again");
      const [first, second] = receiver.got;
      const ids = [first, second].map((one) =>
        verifyWebhook(one!.body, one!.headers, shown.body.secret)
      );
      assert.equal(ids[0], ids[1], "under the same webhook-id");
      const message = JSON.parse(second!.body);
      assert.equal(message.type, "ingress.job_succeeded");
      assert.deepEqual(
        [message.payload.job_id, message.payload.state, message.payload.result],
        [body.job_id, "succeeded", { sum: 7 }],
      );
      await tend(stack);
      assert.equal(receiver.got.length, 2, "and then no more");
    } finally {
      await receiver.close();
    }
  }],
  ["an address that no webhook may have is refused, and nothing is enqueued", async (stack) => {
    const agent = await agentOf(stack);
    for (const url of ["http://example.com/", "https://a:b@example.com/", "ftp://example.com/"]) {
      const sent = { type: "demo.echo", callback: { url } };
      const { status, body } = await ask(stack, "POST", "/jobs", agent, sent);
      assert.deepEqual([status, body.details], [400, "bad_argument"], url);
    }
    const turn = await rpc(stack, "work", { worker: "test", want: 1 }) as { jobs: unknown[] };
    assert.deepEqual(turn.jobs, []);
  }],
];
