import assert from "node:assert/strict";
import { loadKeys, makeSigningKey, saveKeys } from "../keys.ts";
import { agentClaims, callRpc, type Case } from "../test_stack.ts";
import { forgedTokens } from "./forged_tokens.ts";

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

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
    for (const [what, token] of Object.entries(await forgedTokens(test.stack))) {
      const headers = { ...bearer(token), apikey: test.stack.file.publishable_key };
      const rest = await callRpc(test, "whoami", headers);
      assert.equal(rest.status, 401, `/rest/v1 with a token ${what}`);
      assert.equal((await rest.json()).details, "invalid_token");
      const called = await fetch(`${test.stack.file.url}/functions/v1/hello`, { headers });
      assert.equal(called.status, 401, `/functions/v1 with a token ${what}`);
      await called.body?.cancel();
    }
  }],
  ["a signing key is rotated without a restart", async (test) => {
    const { file, tokens } = test.stack;
    const before = await tokens.sign(agentClaims, 60);
    const keys = await loadKeys(file.data_folder);
    const [old] = keys.signing_keys;
    const next = await makeSigningKey();
    const jwksKids = async () => {
      const answer = await fetch(`${file.url}/auth/v1/.well-known/jwks.json`);
      return (await answer.json()).keys.map(({ kid }: { kid: string }) => kid);
    };
    const save = async (signing_keys: typeof keys.signing_keys) => {
      saveKeys(file.data_folder, { ...keys, signing_keys });
      const wanted = signing_keys.map(({ kid }) => kid);
      while (String(await jwksKids()) !== String(wanted)) {
        await new Promise((go) => setTimeout(go, 50));
      }
    };
    await save([next, old!]);
    const after = await tokens.sign(agentClaims, 60);
    for (const token of [before, after]) {
      assert.equal((await callRpc(test, "whoami", bearer(token))).status, 200);
    }
    await save([next]);
    assert.equal((await callRpc(test, "whoami", bearer(before))).status, 401);
    assert.equal((await callRpc(test, "whoami", bearer(after))).status, 200);
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
