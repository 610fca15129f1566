import { createLocalJWKSet, importJWK, jwtVerify, SignJWT } from "jose";
import type { JSONWebKeySet, JWTPayload } from "jose";
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
  /** Checks signature, algorithm, key id, issuer and expiry. @throws Error saying what failed */
  verify(token: string): Promise<Claims>;
}

const roles = new Set(["anon", "authenticated", "service_role"]);

/** The issuer of a stack, as Supabase Auth names it. */
export const issuerOf = (url: string): string => `${url}/auth/v1`;

/** Tokens of the stack at `url` (no trailing slash). */
export async function createTokens(keys: Keys, url: string): Promise<Tokens> {
  const issuer = issuerOf(url);
  const header = { alg: "ES256", kid: keys.signing_key.kid, typ: "JWT" };
  const privateKey = await importJWK(keys.signing_key, "ES256");
  const findKey = createLocalJWKSet(publicJwks(keys) as unknown as JSONWebKeySet);

  const sign = (payload: JWTPayload) =>
    new SignJWT({ ...payload, iss: issuer }).setProtectedHeader(header).sign(privateKey);

  return {
    issuer,
    sign(claims, validFor) {
      const now = Math.floor(Date.now() / 1000);
      return sign({ ...claims, iat: now, exp: now + validFor });
    },
    resign: sign,
    async verify(token) {
      const { payload, protectedHeader } = await jwtVerify(token, findKey, {
        algorithms: ["ES256"],
        issuer,
        requiredClaims: ["exp", "sub", "role"],
      });
      if (!protectedHeader.kid) throw new Error('the header has no "kid"');
      if (typeof payload.role !== "string" || !roles.has(payload.role)) {
        throw new Error(`the role "${payload.role}" is not known`);
      }
      return { ...payload, role: payload.role };
    },
  };
}

/** Whether a bearer looks like a JSON web token rather than an API key or a foreign secret. */
export function looksLikeToken(bearer: string): boolean {
  return /^[\w-]+\.[\w-]+\.[\w-]*$/.test(bearer);
}
