import { createRemoteJWKSet, decodeJwt, jwtVerify } from "jose";
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Pool } from "../platform/pool.ts";
import { askedScopes, type TokenRequest } from "./contract.ts";
import { invalidCredential, leeway, refusing, untilOf } from "./refusing.ts";
import { demandPlainToken } from "./strict_token.ts";

const oidcIssuer = z.object({ jwks_url: z.url(), audiences: z.array(z.string()) }).nullable();
const remoteKeys = new Map<string, ReturnType<typeof createRemoteJWKSet>>();

function keysAt(url: string) {
  const known = remoteKeys.get(url) ?? createRemoteJWKSet(new URL(url), { timeoutDuration: 5000 });
  remoteKeys.set(url, known);
  return known;
}

/**
 * Claims for the agent that trusts an OIDC token, such as GitHub's for a workflow.
 * @throws CogoError invalid_credential (401); CallError of SQL
 */
export async function exchangeOidc(
  pool: Pool,
  token: string,
  asked: TokenRequest,
): Promise<unknown> {
  const args = await refusing(async () => {
    demandPlainToken(token);
    const issuer = z.string().max(300).parse(decodeJwt(token).iss);
    const trusted = oidcIssuer.parse(await pool.callInside("find_oidc_issuer", { issuer }));
    if (trusted === null) throw invalidCredential();
    const { payload } = await jwtVerify(token, keysAt(trusted.jwks_url), {
      ...leeway,
      algorithms: ["RS256", "ES256"],
      issuer,
      audience: trusted.audiences,
      maxTokenAge: 3600,
      requiredClaims: ["exp", "iat", "sub"],
    });
    const audience = [payload.aud].flat().find((one) => trusted.audiences.includes(one ?? ""));
    // What is signed, not the signature: that can be written in several ways, each of them valid.
    const signed = token.slice(0, token.lastIndexOf("."));
    const jti = createHash("sha256").update(signed).digest("hex");
    return { issuer, audience, subject: payload.sub, jti, expires_at: untilOf(payload.exp!) };
  });
  const { agent_id = null } = asked;
  return await pool.callInside("exchange_oidc", { ...args, scopes: askedScopes(asked), agent_id });
}
