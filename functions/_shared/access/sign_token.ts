import { SignJWT } from "jose";
import { z } from "zod";
import { CogoError } from "../platform/errors.ts";
import { type GrantedClaims, tokenAnswer } from "./contract.ts";
import { tokenIssuer } from "./issuer.ts";
import { signerOf } from "./signing_keys.ts";

/** Seconds that a token of an agent holds. */
export const tokenSeconds = 900;

/**
 * Signs what SQL granted.
 * @throws CogoError tokens_not_configured (503)
 */
export async function signToken(granted: GrantedClaims): Promise<z.output<typeof tokenAnswer>> {
  const issuer = tokenIssuer();
  if (issuer === undefined) {
    const message = "Cannot sign tokens: who issues them is not known here";
    throw new CogoError("tokens_not_configured", message, "Set AGENT_TOKEN_ISSUER.");
  }
  const { signing_kid, ...claims } = granted;
  const { kid, alg, key } = await signerOf(signing_kid);
  const now = Math.floor(Date.now() / 1000);
  const access_token = await new SignJWT({ ...claims, role: "authenticated" })
    .setProtectedHeader({ alg, kid, typ: "JWT" })
    .setIssuer(issuer).setSubject(claims.agent_id).setAudience("authenticated")
    .setIssuedAt(now).setExpirationTime(now + tokenSeconds).setJti(crypto.randomUUID())
    .sign(key);
  const { tenant_id, agent_id, scopes } = claims;
  const expires_in = tokenSeconds;
  return { access_token, token_type: "bearer", expires_in, tenant_id, agent_id, scopes };
}
