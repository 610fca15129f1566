import { createLocalJWKSet, importJWK, jwtVerify, SignJWT } from "jose";
import type { JSONWebKeySet, JWTPayload } from "jose";
import { claimsProblem } from "../../functions/_shared/access/claims_problem.ts";
import { type Keys, publicJwks } from "./keys.ts";

/** Claims of a caller after the check: what reaches SQL as `request.jwt.claims`. */
export type Claims = JWTPayload & { role: string };

/** Issues and checks this stack's tokens. Times are in seconds. */
export interface Tokens {
  issuer: string;
  /** Signs claims with the local ES256 key; `iss` and `iat` are set here, `exp` from validFor. */
  sign(claims: Record<string, unknown>, validFor: number): Promise<string>;
  /** Signs claims that already carry `exp`, as the Auth service made them. */
  resign(claims: JWTPayload): Promise<string>;
  /** Checks signature, algorithm, key id, issuer and times. @throws Error saying what failed */
  verify(token: string): Promise<Claims>;
}

/** The issuer of a stack, as Supabase Auth names it. */
export const issuerOf = (url: string): string => `${url}/auth/v1`;

/** The signing keys as they are now, ready for use. */
async function readyKeys(keys: Keys) {
  const [first] = keys.signing_keys;
  return {
    of: keys.signing_keys,
    header: { alg: "ES256", kid: first!.kid, typ: "JWT" },
    privateKey: await importJWK(first!, "ES256"),
    findKey: createLocalJWKSet(publicJwks(keys) as unknown as JSONWebKeySet),
  };
}

/** Tokens of the stack at `url` (no trailing slash). The keys may be rotated meanwhile. */
export async function createTokens(keys: Keys, url: string): Promise<Tokens> {
  const issuer = issuerOf(url);
  let ready = await readyKeys(keys);
  const current = async () =>
    ready.of === keys.signing_keys ? ready : ready = await readyKeys(keys);

  const sign = async (payload: JWTPayload) => {
    const { header, privateKey } = await current();
    return await new SignJWT({ ...payload, iss: issuer }).setProtectedHeader(header)
      .sign(privateKey);
  };

  return {
    issuer,
    sign(claims, validFor) {
      const now = Math.floor(Date.now() / 1000);
      return sign({ ...claims, iat: now, exp: now + validFor });
    },
    resign: sign,
    async verify(token) {
      const { findKey } = await current();
      const { payload, protectedHeader } = await jwtVerify(token, findKey, {
        algorithms: ["ES256"],
        issuer,
        requiredClaims: ["exp", "sub", "role"],
      });
      const problem = claimsProblem(token, payload, issuer);
      if (problem !== undefined) throw new Error(problem);
      if (!protectedHeader.kid) throw new Error('the header has no "kid"');
      return payload as Claims;
    },
  };
}

/** Whether a bearer looks like a JSON web token rather than an API key or a foreign secret. */
export function looksLikeToken(bearer: string): boolean {
  return /^[\w-]+\.[\w-]+\.[\w-]*$/.test(bearer);
}
