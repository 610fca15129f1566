import { decodeJwt, decodeProtectedHeader, importJWK, type JWK, jwtVerify } from "jose";
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Pool } from "../platform/pool.ts";
import { askedScopes, type TokenRequest } from "./contract.ts";
import { tokenIssuer } from "./issuer.ts";
import { invalidCredential, leeway, refusing, untilOf } from "./refusing.ts";
import { demandPlainToken } from "./strict_token.ts";

const agentKey = z.object({
  key_id: z.string(),
  jwk: z.looseObject({ kty: z.enum(["EC", "OKP"]) }),
}).nullable();
const uuid = z.uuid();

/** Claims for the holder of a `cga_…` secret. @throws CallError of SQL */
export function exchangeCredential(
  pool: Pool,
  secret: string,
  asked: TokenRequest,
): Promise<unknown> {
  const secret_sha256 = createHash("sha256").update(secret).digest();
  const scopes = askedScopes(asked);
  return pool.callInside("exchange_credential", { secret_sha256, scopes });
}

/** Where an assertion must be for: this function, or the issuer of the project. */
function audiences(): string[] {
  const url = Deno.env.get("SUPABASE_URL")?.replace(/\/+$/, "");
  return [tokenIssuer(), url && `${url}/functions/v1/agent-token`].filter((one) =>
    !!one
  ) as string[];
}

/**
 * Claims for an agent that signed an assertion with its own key: `iss` and `sub` are the agent, `aud`
 * this function, `exp` at most 10 minutes away, `jti` used once.
 * @throws CogoError invalid_credential (401); CallError of SQL
 */
export async function exchangeAssertion(
  pool: Pool,
  assertion: string,
  asked: TokenRequest,
): Promise<unknown> {
  const checked = await refusing(async () => {
    demandPlainToken(assertion);
    const { kid } = decodeProtectedHeader(assertion);
    const agent_id = uuid.parse(decodeJwt(assertion).sub);
    const found = agentKey.parse(
      await pool.callInside("find_agent_key", { agent_id, kid: z.string().parse(kid) }),
    );
    if (found === null) throw invalidCredential();
    const algorithms = [found.jwk.kty === "EC" ? "ES256" : "EdDSA"];
    const key = await importJWK(found.jwk as JWK, algorithms[0]!);
    const { payload } = await jwtVerify(assertion, key, {
      ...leeway,
      algorithms,
      issuer: agent_id,
      subject: agent_id,
      audience: audiences(),
      maxTokenAge: 300,
      requiredClaims: ["exp", "iat", "jti"],
    });
    return { key_id: found.key_id, ...payload as { jti: string; exp: number; iat: number } };
  });
  const { key_id, jti, exp, iat } = checked;
  if (exp - iat > 600 || String(jti).length > 200) throw invalidCredential();
  const args = { key_id, jti: String(jti), expires_at: untilOf(exp), scopes: askedScopes(asked) };
  return await pool.callInside("exchange_assertion", args);
}
