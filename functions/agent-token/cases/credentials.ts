import assert from "@std/assert";
import { decodeJwt, decodeProtectedHeader } from "jose";
import { forgedTokens } from "../../../scripts/stack/cases/forged_tokens.ts";
import {
  askToken,
  bearer,
  type Case,
  demandRefusal,
  demandToken,
  newCredential,
  rpc,
} from "./token_calls.ts";

/** Secrets, and what their tokens are. */
export const credentialCases: Case[] = [
  ["a credential gives a token of 15 minutes that works at once", async (stack) => {
    const { credential, tenant_id, agent_id } = await newCredential(stack);
    const answer = await askToken(stack, undefined, bearer(credential));
    const token = await demandToken(stack, answer);
    assert.equal(answer.headers.get("cache-control"), "no-store");
    const { access_token: _token, ...told } = answer.body;
    const scopes = ["jobs:read", "jobs:work"];
    assert.deepEqual(told, { token_type: "bearer", expires_in: 900, tenant_id, agent_id, scopes });
    const { iat, exp, jti, iss, ...claims } = decodeJwt(token);
    assert.equal(exp! - iat!, 900);
    assert.match(String(jti), /^[0-9a-f-]{36}$/);
    assert.equal(iss, `${stack.file.url}/auth/v1`);
    const role = "authenticated";
    assert.deepEqual(claims, { tenant_id, agent_id, scopes, role, sub: agent_id, aud: role });
    const { alg, kid } = decodeProtectedHeader(token);
    assert.equal(alg, "ES256");
    assert.equal(kid, stack.file.jwks.keys[0]?.["kid"]);
  }],
  ["it asks for fewer scopes, never for more", async (stack) => {
    const { credential } = await newCredential(stack);
    const less = await askToken(stack, { scope: "jobs:work:mail. jobs:read" }, bearer(credential));
    const token = await demandToken(stack, less);
    assert.deepEqual(less.body.scopes, ["jobs:work:mail.", "jobs:read"]);
    const refused = await rpc(stack, "enqueue_jobs", { jobs: [{ type: "a.b" }] }, token);
    assert.deepEqual([refused.status, refused.body.details], [403, "insufficient_scope"]);
    for (const scopes of [["jobs:write"], ["jobs:read", "keys:resolve"]]) {
      const more = await askToken(stack, { scopes }, bearer(credential));
      assert.deepEqual([more.status, more.body.details], [403, "insufficient_scope"]);
    }
    for (const scopes of [["*"], ["jobs:*"], ["JOBS:READ"], [""]]) {
      const odd = await askToken(stack, { scopes }, bearer(credential));
      assert.deepEqual([odd.status, odd.body.details], [400, "bad_argument"]);
    }
  }],
  ["who is revoked is refused at the very next call", async (stack) => {
    const { credential, agent_id } = await newCredential(stack);
    const token = await demandToken(stack, await askToken(stack, {}, bearer(credential)));
    assert.equal((await rpc(stack, "revoke_agent", { agent_id })).status, 200);
    const next = await rpc(stack, "list_jobs", {}, token);
    assert.deepEqual([next.status, next.body.details], [403, "agent_revoked"]);
    demandRefusal(await askToken(stack, {}, bearer(credential)), "a revoked agent");
  }],
  ["unknown, revoked and odd credentials are answered alike", async (stack) => {
    const { credential, credential_id, tenant_id } = await newCredential(stack);
    const other = await newCredential(stack);
    await rpc(stack, "revoke_credential", { credential_id });
    await rpc(stack, "suspend_tenant", { tenant_id: other.tenant_id });
    const wrong = credential.replace(/.$/, (last) => last === "A" ? "B" : "A");
    const odd = ["cga_", `cga_${"x".repeat(7000)}`, "cgb_x", tenant_id];
    for (const secret of [credential, other.credential, wrong, ...odd]) {
      demandRefusal(await askToken(stack, {}, bearer(secret)), secret);
    }
  }],
  ["nothing, two things and nonsense are told as that", async (stack) => {
    const { credential } = await newCredential(stack);
    const none = await askToken(stack, {});
    assert.deepEqual([none.status, none.body.details], [401, "missing_key"]);
    const bodies = [
      { assertion: "a.b.c" },
      { scopes: "jobs:read" },
      { scopes: Array(65).fill("jobs:read") },
      { tenant_id: "x" },
      { [credential]: "x" },
      { agent_id: "x" },
      [],
      "{",
    ];
    for (const body of bodies) {
      const { status, body: told } = await askToken(stack, body, bearer(credential));
      assert.deepEqual([status, told.details], [400, "bad_argument"], JSON.stringify(body));
      assert.ok(!JSON.stringify(told).includes(credential));
    }
    const large = await askToken(stack, `"${"x".repeat(70_000)}"`, bearer(credential));
    assert.deepEqual([large.status, large.body.details], [413, "payload_too_large"]);
    const get = await fetch(`${stack.file.url}/functions/v1/agent-token`);
    assert.deepEqual([get.status, (await get.json()).details], [405, "method_not_allowed"]);
  }],
  ["a credential that asks too often waits", async (stack) => {
    const { credential } = await newCredential(stack);
    let limited = 0;
    for (let nth = 0; nth < 34; nth++) {
      const { status, body } = await askToken(stack, {}, bearer(credential));
      if (status === 200) continue;
      assert.deepEqual([status, body.details], [429, "rate_limited"]);
      limited++;
    }
    assert.ok(limited > 0);
  }],
  ["a forged token opens no function, asked without the front door", async (stack) => {
    const { default: router } = await import("../../router-select/index.ts");
    const { default: vault } = await import("../../key-vault/index.ts");
    for (const [what, token] of Object.entries(await forgedTokens(stack))) {
      for (const [name, app] of Object.entries({ "router-select": router, "key-vault": vault })) {
        const request = { method: "POST", headers: bearer(token), body: "{}" };
        const answer = await app.fetch(new Request(`http://localhost/${name}`, request));
        const { details } = await answer.json();
        assert.deepEqual([answer.status, details], [401, "invalid_token"], `${name}: ${what}`);
      }
    }
  }],
];
