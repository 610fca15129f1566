import assert from "@std/assert";
import { CompactSign, exportJWK, generateKeyPair, SignJWT } from "jose";
import { Buffer } from "node:buffer";
import type { Stack } from "../../../scripts/stack/stack_settings.ts";
import { askToken, type Case, demandRefusal, demandToken, newAgent, rpc } from "./token_calls.ts";

/** An agent with a key of its own, which the project knows. */
async function newSigner(stack: Stack, alg: "ES256" | "EdDSA" = "ES256") {
  const agent = await newAgent(stack);
  const { privateKey, publicKey } = await generateKeyPair(alg);
  const jwk = { ...await exportJWK(publicKey), kid: crypto.randomUUID() };
  const added = await rpc(stack, "add_agent_key", { agent_id: agent.agent_id, jwk });
  assert.equal(added.status, 200, JSON.stringify(added.body));
  const claims = (more: object = {}) => {
    const now = Math.floor(Date.now() / 1000);
    const { agent_id } = agent;
    const aud = `${stack.file.url}/functions/v1/agent-token`;
    const jti = crypto.randomUUID();
    return { iss: agent_id, sub: agent_id, aud, iat: now, exp: now + 60, jti, ...more };
  };
  const sign = (more: object = {}, header: object = {}, key = privateKey) =>
    new SignJWT(claims(more)).setProtectedHeader({ alg, kid: jwk.kid, ...header }).sign(key);
  return { ...agent, key_id: added.body.key_id, jwk, privateKey, claims, sign };
}

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** Assertions that look right and are not, by what is wrong with them. */
async function forgedAssertions(stack: Stack): Promise<Record<string, string>> {
  const own = await newSigner(stack);
  const other = await newSigner(stack);
  const { jwk: { kid }, claims, sign } = own;
  const now = Math.floor(Date.now() / 1000);
  const publicBytes = new TextEncoder().encode(JSON.stringify(own.jwk)) as Uint8Array;
  const [head, , signature] = (await sign()).split(".");
  const twice = JSON.stringify(claims()).replace("}", `,"sub":"${other.agent_id}"}`);
  return {
    "alg none": `${base64url({ alg: "none", kid })}.${base64url(claims())}.`,
    "alg none with a signature": `${base64url({ alg: "none", kid })}.${base64url(claims())}.AAAA`,
    "HS256 with the public key": await new SignJWT(claims())
      .setProtectedHeader({ alg: "HS256", kid }).sign(publicBytes),
    "a wrong kid": await sign({}, { kid: "x" }),
    "the kid of another agent": await sign({}, { kid: other.jwk.kid }),
    "no kid": await sign({}, { kid: undefined }),
    "the key of another agent": await sign({}, {}, other.privateKey),
    "expired": await sign({ iat: now - 200, exp: now - 100 }),
    "of the future": await sign({ iat: now + 200, exp: now + 300 }),
    "that holds from later on": await sign({ nbf: now + 200 }),
    "old": await sign({ iat: now - 400 }),
    "that holds too long": await sign({ exp: now + 3600 }),
    "of another issuer": await sign({ iss: other.agent_id }),
    "for another agent": await sign({ sub: other.agent_id }),
    "for somebody else": await sign({ aud: "https://elsewhere.example" }),
    "without an end": await sign({ exp: undefined }),
    "without jti": await sign({ jti: undefined }),
    "with another's claims": `${head}.${base64url(claims({ sub: other.agent_id }))}.${signature}`,
    "with its subject twice": await new CompactSign(new TextEncoder().encode(twice))
      .setProtectedHeader({ alg: "ES256", kid }).sign(own.privateKey),
    "with a header of 8 KB": await sign({}, { pad: "x".repeat(8192) }),
    "nonsense": "a.b.c",
  };
}

/** Agents that sign for themselves (RFC 7523). */
export const assertionCases: Case[] = [
  ["an assertion gives one token, as JSON or as OAuth's form", async (stack) => {
    for (const alg of ["ES256", "EdDSA"] as const) {
      const { sign } = await newSigner(stack, alg);
      const assertion = await sign();
      await demandToken(stack, await askToken(stack, { assertion }));
      demandRefusal(await askToken(stack, { assertion }), "the same once more");
      const grant_type = "urn:ietf:params:oauth:grant-type:jwt-bearer";
      const form = new URLSearchParams({ grant_type, assertion: await sign(), scope: "jobs:read" });
      const type = { "content-type": "application/x-www-form-urlencoded" };
      const answer = await askToken(stack, form.toString(), type);
      await demandToken(stack, answer);
      assert.deepEqual(answer.body.scopes, ["jobs:read"]);
      const double = await askToken(stack, `${form}&scope=jobs:work`, type);
      assert.deepEqual([double.status, double.body.details], [400, "bad_argument"]);
    }
  }],
  ["of two at once with the same assertion one gets a token", async (stack) => {
    const { sign } = await newSigner(stack);
    const assertion = await sign();
    const answers = await Promise.all([1, 2, 3].map(() => askToken(stack, { assertion })));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 401, 401]);
  }],
  ["a forged assertion gives nothing, whatever is wrong with it", async (stack) => {
    for (const [what, assertion] of Object.entries(await forgedAssertions(stack))) {
      demandRefusal(await askToken(stack, { assertion }), what);
    }
  }],
  ["claims of an assertion widen nothing, and a revoked key gives nothing", async (stack) => {
    const { sign, key_id } = await newSigner(stack);
    const scopes = ["keys:resolve", "jobs:write"];
    const wide = await askToken(stack, { assertion: await sign({ scopes, role: "service_role" }) });
    assert.deepEqual(wide.body.scopes, ["jobs:read", "jobs:work"]);
    await demandToken(stack, wide);
    const asked = await askToken(stack, { assertion: await sign(), scopes });
    assert.deepEqual([asked.status, asked.body.details], [403, "insufficient_scope"]);
    await rpc(stack, "revoke_agent_key", { key_id });
    demandRefusal(await askToken(stack, { assertion: await sign() }), "a revoked key");
  }],
];
