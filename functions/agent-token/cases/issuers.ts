import assert from "@std/assert";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { askToken, type Case, demandRefusal, demandToken, newAgent, rpc } from "./token_calls.ts";

/** An issuer such as GitHub's, on this machine. */
async function withIssuer(
  use: (issuer: string, sign: (more?: object, kid?: string) => Promise<string>) => Promise<void>,
): Promise<void> {
  const { privateKey, publicKey } = await generateKeyPair("RS256");
  const jwk = { ...await exportJWK(publicKey), kid: "k1", alg: "RS256", use: "sig" };
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    (request) =>
      new URL(request.url).pathname === "/.well-known/jwks"
        ? Response.json({ keys: [jwk] })
        : new Response(null, { status: 404 }),
  );
  const issuer = `http://127.0.0.1:${server.addr.port}`;
  const sign = (more: object = {}, kid = "k1") => {
    const now = Math.floor(Date.now() / 1000);
    const sub = "repo:octo/app:ref:refs/heads/main";
    const claims = {
      iss: issuer,
      sub,
      aud: "cogo",
      iat: now,
      exp: now + 300,
      jti: crypto.randomUUID(),
    };
    return new SignJWT({ ...claims, ...more }).setProtectedHeader({ alg: "RS256", kid }).sign(
      privateKey,
    );
  };
  try {
    await use(issuer, sign);
  } finally {
    await server.shutdown();
  }
}

/** The token with its signature, of 256 bytes, spelled otherwise: the last 4 bits stand for nothing. */
function sameSignature(token: string): string {
  const after = { A: "B", Q: "R", g: "h", w: "x" }[token.at(-1)!];
  assert.ok(after);
  return token.slice(0, -1) + after;
}

/** OIDC tokens of CI runners, and the keys by which tokens of ours are checked. */
export const issuerCases: Case[] = [
  [
    "the token of a trusted issuer stands for the agent",
    (stack) =>
      withIssuer(async (issuer, sign) => {
        const { agent_id } = await newAgent(stack);
        const subject = "repo:octo/app:ref:refs/heads/*";
        const trust = { agent_id, issuer, audience: "cogo", subject };
        assert.equal((await rpc(stack, "set_oidc_trust", trust)).status, 200);
        const token = await sign();
        await demandToken(stack, await askToken(stack, { subject_token: token }));
        demandRefusal(await askToken(stack, { subject_token: token }), "the same once more");
        const respelled = sameSignature(token);
        demandRefusal(await askToken(stack, { subject_token: respelled }), "spelled otherwise");
        const now = Math.floor(Date.now() / 1000);
        const wrong = {
          "another repository": await sign({ sub: "repo:octo/other:ref:refs/heads/main" }),
          "another audience": await sign({ aud: "elsewhere" }),
          "expired": await sign({ iat: now - 500, exp: now - 100 }),
          "of the future": await sign({ iat: now + 200 }),
          "another issuer": await sign({ iss: "https://issuer.example" }),
          "a wrong kid": await sign({}, "k2"),
          "no subject": await sign({ sub: undefined }),
        };
        for (const [what, subject_token] of Object.entries(wrong)) {
          demandRefusal(await askToken(stack, { subject_token }), what);
        }
      }),
  ],
  ["the keys are published where verifiers look for them", async (stack) => {
    const answer = await fetch(`${stack.file.url}/functions/v1/agent-token/jwks`);
    const { keys } = await answer.json();
    assert.equal(answer.status, 200);
    assert.equal(keys[0].kid, stack.file.jwks.keys[0]?.["kid"]);
    assert.ok(!JSON.stringify(keys).includes('"d"'));
  }],
];
