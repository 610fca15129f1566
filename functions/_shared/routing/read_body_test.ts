import assert from "@std/assert";
import { CogoError } from "../platform/errors.ts";
import { nextRequest, selectRequest } from "./contract.ts";
import { readBody } from "./read_body.ts";

const good = { service: "chat", context_tokens: 10 };

function requestOf(body: BodyInit): Request {
  return new Request("http://localhost/router-select", { method: "POST", body });
}

async function problemOf(body: unknown): Promise<string> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const thrown = await readBody(requestOf(text), selectRequest).then(() => null, (error) => error);
  if (!(thrown instanceof CogoError)) throw new Error(`accepted: ${text.slice(0, 80)}`);
  assert.ok([400, 413].includes(thrown.status));
  return thrown.message;
}

Deno.test("read_body: an address, a key or headers in the body are refused by name", async () => {
  for (const field of ["base_url", "api_base", "api_key", "headers", "model", "host"]) {
    const told = await problemOf({ ...good, [field]: "https://evil.example" });
    assert.match(told, new RegExp(`^Cannot accept ${field}: `));
    assert.doesNotMatch(told, /evil/);
  }
});

Deno.test("read_body: what is wrong is named", async () => {
  assert.match(await problemOf("no json"), /the body: it is not JSON/);
  assert.match(await problemOf("[]"), /the body/);
  assert.match(await problemOf({ service: "chat" }), /context_tokens/);
  assert.match(await problemOf({ ...good, context_tokens: 1.5 }), /context_tokens/);
  assert.match(await problemOf({ ...good, context_tokens: -1 }), /context_tokens/);
  assert.match(await problemOf({ ...good, cost_sensitivity: null }), /cost_sensitivity/);
  assert.match(await problemOf({ ...good, region: "EU' or 1=1" }), /region/);
  assert.match(await problemOf({ ...good, domain_tags: Array(17).fill("a") }), /domain_tags/);
  assert.match(await problemOf({ ...good, tenant_id: "x" }), /tenant_id/);
  assert.match(await problemOf({ ...good, session: "x".repeat(70_000) }), /more than 65536 bytes/);
});

Deno.test("read_body: what is right passes as it is", async () => {
  assert.deepEqual(await readBody(requestOf(JSON.stringify(good)), selectRequest), good);
  const failure = { attempt: 1, http_status: 429, retry_after_ms: -5, usage: null };
  const next = { decision_id: "01900000-0000-7000-8000-000000000000", failure };
  assert.deepEqual(await readBody(requestOf(JSON.stringify(next)), nextRequest), next);
});
