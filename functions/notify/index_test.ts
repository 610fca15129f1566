// needs: an environment of its own, which files that run beside each other share
import assert from "@std/assert";
import { notifyDocument } from "../_shared/notifications/openapi.ts";
import { documentFile } from "../_shared/platform/openapi.ts";
import { withGateway } from "../_shared/platform/fake_gateway.ts";
import notify from "./index.ts";

const secret = "sb_secret_of_the_notify_test";

async function post(path: string, headers: Record<string, string> = { apikey: secret }) {
  const request = new Request(`http://localhost/notify${path}`, { method: "POST", headers });
  const response = await notify.fetch(request);
  return { status: response.status, body: await response.json() };
}

Deno.test("notify: /deliver sends until nothing is due, for operators only", () =>
  withGateway({ secret, answer: () => ({ body: [] }) }, async (called) => {
    assert.equal((await post("/deliver", {})).body.details, "missing_key");
    assert.equal((await post("/deliver", { apikey: "sb_secret_wrong" })).status, 401);
    assert.deepEqual(called, []);
    const { status, body } = await post("/deliver");
    assert.equal(status, 200);
    assert.deepEqual(body, { sent: 0, retried: 0, failed: 0, skipped: 0 });
    assert.deepEqual(called.map(({ path }) => path), ["/rest/v1/rpc/claim_notifications"]);
  }));

Deno.test("notify: other methods and paths are told so; a database that is down is told as that", async () => {
  const get = await notify.fetch(new Request("http://localhost/notify/deliver"));
  assert.deepEqual([get.status, get.headers.get("allow")], [405, "POST"]);
  assert.equal((await post("/nothing")).body.details, "route_not_found");
  await withGateway({ secret, answer: () => ({ status: 503, body: {} }) }, async () => {
    assert.equal((await post("/deliver")).body.details, "database_unreachable");
  });
});

Deno.test("notify: its OpenAPI page is as the program says", async () => {
  const kept = JSON.parse(await Deno.readTextFile(documentFile("notify")));
  const fresh = JSON.parse(JSON.stringify(notifyDocument()));
  assert.deepEqual(kept, fresh, "deno run -A functions/_shared/notifications/openapi.ts writes it");
});
