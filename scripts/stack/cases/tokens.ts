import assert from "node:assert/strict";
import { exportJWK, generateKeyPair, importJWK, SignJWT } from "jose";
import { agentClaims, callRpc, type Case, type TestStack } from "../test_stack.ts";

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const base64url = (value: unknown) =>
  btoa(JSON.stringify(value)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

/** Tokens that look right and are not, by what is wrong with them. */
async function forgedTokens({ stack }: TestStack): Promise<Record<string, string>> {
  const jwk = stack.file.jwks.keys[0] ?? {};
  const kid = String(jwk.kid);
  const foreign = await generateKeyPair("ES256", { extractable: true });
  const now = Math.floor(Date.now() / 1000);
  const claims = { ...agentClaims, iss: stack.tokens.issuer, iat: now, exp: now + 60 };
  const sign = (header: { alg: string; kid?: string }, key: Parameters<SignJWT["sign"]>[0]) =>
    new SignJWT(claims).setProtectedHeader(header).sign(key);
  const publicKeyBytes = new TextEncoder().encode(JSON.stringify(jwk)) as Uint8Array;
  const good = await stack.tokens.sign(agentClaims, 60);
  const [header, , signature] = good.split(".");
  const other = await exportJWK(foreign.privateKey);
  return {
    "signed by another key under our key id": await sign({ alg: "ES256", kid }, foreign.privateKey),
    "signed by a key we do not know": await sign(
      { alg: "ES256", kid: "x" },
      await importJWK(other, "ES256"),
    ),
    "signed HS256 with the public key": await sign({ alg: "HS256", kid }, publicKeyBytes),
    "with alg none": `${base64url({ alg: "none", kid })}.${base64url(claims)}.`,
    "with changed claims": `${header}.${
      base64url({ ...claims, role: "service_role" })
    }.${signature}`,
    "expired": await stack.tokens.sign(agentClaims, -5),
    "of another issuer": await (async () => {
      const { createTokens } = await import("../tokens.ts");
      const { loadKeys } = await import("../keys.ts");
      const keys = await loadKeys(stack.file.data_folder);
      return await (await createTokens(keys, "http://elsewhere")).sign(agentClaims, 60);
    })(),
  };
}

/** The credentials of callers: tokens and keys. */
export const tokenCases: Case[] = [
  ["an agent token works at /rest/v1 and carries its claims into SQL", async (test) => {
    const token = await test.stack.tokens.sign(agentClaims, 60);
    const answer = await callRpc(test, "whoami", bearer(token));
    const { role, claims } = await answer.json();
    assert.equal(role, "authenticated");
    assert.equal(claims.tenant_id, agentClaims.tenant_id);
    assert.deepEqual(claims.scopes, agentClaims.scopes);
  }],
  ["the same token reaches a function unchanged", async (test) => {
    const token = await test.stack.tokens.sign(agentClaims, 60);
    const answer = await fetch(`${test.stack.file.url}/functions/v1/hello`, {
      headers: bearer(token),
    });
    assert.equal((await answer.json()).authorization, `Bearer ${token}`);
  }],
  ["a forged token works at neither, whatever is wrong with it", async (test) => {
    for (const [what, token] of Object.entries(await forgedTokens(test))) {
      const headers = { ...bearer(token), apikey: test.stack.file.publishable_key };
      const rest = await callRpc(test, "whoami", headers);
      assert.equal(rest.status, 401, `/rest/v1 with a token ${what}`);
      assert.equal((await rest.json()).details, "invalid_token");
      const called = await fetch(`${test.stack.file.url}/functions/v1/hello`, { headers });
      assert.equal(called.status, 401, `/functions/v1 with a token ${what}`);
      await called.body?.cancel();
    }
  }],
  ["keys give their role, named secret keys too, in apikey or as a bearer", async (test) => {
    const { file } = test.stack;
    const roleWith = async (headers: Record<string, string>) =>
      (await (await callRpc(test, "whoami", headers)).json()).claims.role;
    assert.equal(await roleWith({ apikey: file.publishable_key }), "anon");
    for (const [name, key] of Object.entries(file.secret_keys)) {
      assert.equal(await roleWith({ apikey: key }), "service_role", name);
      assert.equal(await roleWith(bearer(key)), "service_role", name);
    }
    const token = await test.stack.tokens.sign(agentClaims, 60);
    assert.equal(
      await roleWith({ apikey: file.secret_key, ...bearer(token) }),
      "authenticated",
      "a token outranks the key beside it",
    );
  }],
  ["an unknown key, and no key at all, are refused with the next step", async (test) => {
    const unknown = await callRpc(test, "whoami", { apikey: "sb_secret_made_up" });
    assert.equal(unknown.status, 401);
    assert.equal((await unknown.json()).details, "invalid_token");
    const nothing = await callRpc(test, "whoami", {});
    assert.equal(nothing.status, 401);
    const { code, message, details, hint } = await nothing.json();
    assert.deepEqual([code, details], ["PT401", "missing_key"]);
    assert.ok(message && hint);
  }],
  ["the gateway grants nothing by itself", async (test) => {
    const [found] = await test.stack.database.executor.query(
      "select has_table_privilege('anon', 'cogo.notes', 'select') as may_read",
    );
    assert.equal(found?.may_read, false);
    const refused = await callRpc(test, "write_note", { apikey: test.stack.file.publishable_key }, {
      body: "no",
    });
    assert.equal(refused.status, 401);
    await refused.body?.cancel();
  }],
];
