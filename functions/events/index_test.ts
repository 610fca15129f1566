// needs: an environment of its own, which files that run beside each other share
import assert from "@std/assert";
import { deriveSecret } from "../_shared/events/webhook_secret.ts";
import events from "./index.ts";
import { post, shown, signingKey, withAnswers } from "./project_of_tests.ts";

Deno.test("events: /deliver sends until nothing is due", () =>
  withAnswers({ claim_webhooks: { status: 200, body: [] } }, async (called) => {
    const { status, body } = await post("/deliver");
    assert.equal(status, 200);
    assert.deepEqual(body, { batches: 0, delivered: 0, failed: 0, troubled: 0 });
    assert.deepEqual(called.map(({ path }) => path), ["/rest/v1/rpc/claim_webhooks"]);
  }));

Deno.test("events: a secret is derived and shown, or the refusal of the database is passed on", () =>
  withAnswers({ show_webhook_key: { status: 200, body: shown } }, async (called) => {
    const { status, body } = await post("/webhooks/hook/secret");
    assert.equal(status, 200);
    assert.equal(body.secret, deriveSecret(signingKey, shown.subscription_id, 1));
    assert.equal((await post("/webhooks/hook/rotate?tenant_id=x")).status, 200);
    assert.deepEqual(called.map(({ args }) => args), [
      { name: "hook", rotate: false, tenant_id: null },
      { name: "hook", rotate: true, tenant_id: "x" },
    ]);
  }));

Deno.test("events: a secret shown before is refused with the four fields", () => {
  const body = {
    code: "PT409",
    message: "Cannot",
    details: "secret_already_shown",
    hint: "Rotate",
  };
  return withAnswers({ show_webhook_key: { status: 409, body } }, async () => {
    const answer = await post("/webhooks/hook/secret");
    assert.deepEqual([answer.status, answer.body], [409, body]);
  });
});

Deno.test("events: without a key 401, without a signing key 503, and nothing is called", async () => {
  await withAnswers({}, async (called) => {
    for (const path of ["/deliver", "/webhooks/hook/secret"]) {
      assert.equal((await post(path, {})).body.details, "missing_key");
      assert.equal((await post(path, { apikey: "sb_secret_wrong" })).status, 401);
    }
    assert.deepEqual(called, []);
  });
  await withAnswers({}, async (called) => {
    const { status, body } = await post("/deliver");
    assert.deepEqual([status, body.details], [503, "webhooks_not_configured"]);
    assert.equal((await post("/webhooks/hook/rotate")).status, 503);
    assert.deepEqual(called, []);
  }, "short");
});

Deno.test("events: a database that does not answer is told as that", async () => {
  const body = {
    code: "PGRST001",
    message: "no connection to 10.0.3.7",
    details: null,
    hint: null,
  };
  const away = { status: 503, body };
  const { error } = console;
  console.error = () => {};
  await withAnswers({ claim_webhooks: away, show_webhook_key: away }, async () => {
    for (const path of ["/deliver", "/webhooks/hook/secret", "/webhooks/hook/rotate"]) {
      const { status, body } = await post(path);
      assert.deepEqual([status, body.details], [503, "database_unreachable"], path);
      assert.ok(!JSON.stringify(body).includes("10.0.3.7"));
    }
  });
  console.error = error;
});

Deno.test("events: other methods and paths are told so", async () => {
  const get = await events.fetch(new Request("http://localhost/events/deliver"));
  assert.deepEqual([get.status, (await get.json()).details], [405, "method_not_allowed"]);
  assert.equal((await post("/nothing")).body.details, "route_not_found");
});
