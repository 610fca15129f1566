import assert from "@std/assert";
import { createHmac } from "node:crypto";
import { signWebhook } from "../../_shared/events/webhook_signature.ts";
import { agentOf, ask, type Case, operatorOf, rpc } from "./ingress_calls.ts";

const hex = (secret: string, text: string) =>
  createHmac("sha256", secret).update(text).digest("hex");
const seconds = () => Math.floor(Date.now() / 1000);
const hook = (name: string, provider: string, more: object = {}) => ({ name, provider, ...more });

/** Webhooks of others. */
export const hookCases: Case[] = [
  [
    "GitHub: the nearest rule makes the job, and a delivery that comes again makes no second",
    async (stack) => {
      const event_types = { "pull_request.opened": "demo.review", push: null };
      await rpc(stack, "set_inbound_hook", hook("github", "github", { event_types }));
      const operator = operatorOf(stack);
      const { body: { secret } } = await ask(stack, "POST", "/hooks/github/secret", operator);
      const refused = await ask(stack, "POST", "/hooks/github/secret", await agentOf(stack));
      assert.equal(refused.status, 403);
      const send = (event: string, body: object, more: object = {}) => {
        const text = JSON.stringify(body);
        return ask(stack, "POST", "/hooks/github", {
          "x-github-event": event,
          "x-github-delivery": "d-1",
          "x-hub-signature-256": `sha256=${hex(secret, text)}`,
          ...more,
        }, text);
      };
      const opened = { action: "opened", number: 7 };
      const first = await send("pull_request", opened);
      assert.deepEqual([first.status, first.body.created], [202, true], JSON.stringify(first.body));
      const again = await send("pull_request", opened);
      assert.deepEqual([again.body.created, again.body.job_id], [false, first.body.job_id]);
      assert.deepEqual((await send("push", {})).body, { ignored: true });
      assert.deepEqual((await send("issues", {})).body, { ignored: true });
      const forged = await send("pull_request", opened, {
        "x-hub-signature-256": `sha256=${"0".repeat(64)}`,
      });
      assert.deepEqual([forged.status, forged.body.details], [401, "invalid_signature"]);
      const unknown = await ask(stack, "POST", "/hooks/unknown", {}, {});
      assert.deepEqual(unknown.body, forged.body, "what is not there and what is forged are alike");
      const seen = await ask(stack, "GET", `/jobs/${first.body.job_id}`, operator);
      assert.equal(seen.body.type, "demo.review");
      await ask(stack, "DELETE", `/jobs/${first.body.job_id}`, operator);
    },
  ],
  [
    "Stripe's way and Standard Webhooks: a time that is signed holds for five minutes",
    async (stack) => {
      const operator = operatorOf(stack);
      for (const provider of ["stripe", "standard"]) {
        await rpc(stack, "set_inbound_hook", hook(provider, provider, { job_type: "demo.paid" }));
      }
      const secretOf = async (name: string) =>
        (await ask(stack, "POST", `/hooks/${name}/secret`, operator)).body.secret as string;
      const text = JSON.stringify({ id: "evt_1", type: "invoice.paid" });
      const [stripe, standard] = [await secretOf("stripe"), await secretOf("standard")];
      const bySign = {
        stripe: (at: number) => ({
          "stripe-signature": `t=${at},v1=${"0".repeat(64)},v1=${hex(stripe, `${at}.${text}`)}`,
        }),
        standard: (at: number) => ({ ...signWebhook("msg_1", at, text, [standard]) }),
      };
      for (const [name, sign] of Object.entries(bySign)) {
        const send = (at: number) => ask(stack, "POST", `/hooks/${name}`, sign(at), text);
        const first = await send(seconds());
        assert.deepEqual(
          [first.status, first.body.created],
          [202, true],
          JSON.stringify(first.body),
        );
        assert.equal((await send(seconds() - 299)).body.job_id, first.body.job_id, name);
        assert.equal((await send(seconds() - 302)).status, 401, name);
        assert.equal((await send(seconds() + 302)).status, 401, name);
        await ask(stack, "DELETE", `/jobs/${first.body.job_id}`, operator);
      }
    },
  ],
];
