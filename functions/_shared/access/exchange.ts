import {
  createRemoteJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  importJWK,
  type JWK,
  jwtVerify,
} from "jose";
import { createHash } from "node:crypto";
import { z } from "zod";
import { CogoError } from "../platform/errors.ts";
import type { Pool } from "../platform/pool.ts";
import { CallError } from "../worker/transport.ts";
import { askedScopes, type TokenRequest } from "./contract.ts";
import { tokenIssuer } from "./issuer.ts";
import { demandPlainToken } from "./strict_token.ts";

const leeway = { clockTolerance: 30 } as const;
const agentKey = z.object({
  key_id: z.string(),
  jwk: z.looseObject({ kty: z.enum(["EC", "OKP"]) }),
}).nullable();
const oidcIssuer = z.object({ jwks_url: z.url(), audiences: z.array(z.string()) }).nullable();
const uuid = z.uuid();

/** One answer to all that is unknown, wrong, expired, used or revoked: why is not told. */
export function invalidCredential(cause?: unknown): CogoError {
  return new CogoError(
    "invalid_credential",
    "Cannot give a token: the credential is not valid",
    "Check it, its expiry and the agent with who administers the tenant; why is not told here.",
    { cause },
  );
}

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
    const jti = createHash("sha256").update(token).digest("hex");
    return { issuer, audience, subject: payload.sub, jti, expires_at: untilOf(payload.exp!) };
  });
  const { agent_id = null } = asked;
  return await pool.callInside("exchange_oidc", { ...args, scopes: askedScopes(asked), agent_id });
}

/** When nobody accepts it any more, so that its use may be forgotten. */
const untilOf = (exp: number) => new Date((exp + leeway.clockTolerance) * 1000).toISOString();

/** Whatever a check finds wrong is told alike; that no database answers is not one of them. */
async function refusing<Value>(check: () => Promise<Value>): Promise<Value> {
  try {
    return await check();
  } catch (thrown) {
    if (thrown instanceof CallError) throw thrown;
    throw invalidCredential(thrown);
  }
}
