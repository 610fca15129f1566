import { demandPlainToken } from "./strict_token.ts";

/** Seconds by which another machine's clock may be ahead. */
const clockSkew = 60;

const roles: readonly unknown[] = ["anon", "authenticated", "service_role"];

/**
 * What is wrong with a token whose signature and expiry are right: whose it is, for whom, from when,
 * and whether all readers read it alike; undefined when nothing is.
 * @param issuer who signs here; undefined where that is not known
 */
export function claimsProblem(
  token: string,
  claims: Readonly<Record<string, unknown>>,
  issuer: string | undefined,
): string | undefined {
  try {
    demandPlainToken(token);
  } catch (thrown) {
    return `the token is not plain: ${thrown instanceof Error ? thrown.message : thrown}`;
  }
  const { iss, iat, exp, aud, role } = claims;
  if (typeof exp !== "number") return "the token has no end";
  if (issuer !== undefined && iss !== issuer) return "the token is another issuer's";
  if (Number(iat ?? 0) > Date.now() / 1000 + clockSkew) return "the token is not valid yet";
  // Keys of the older kind, which are tokens, name no audience.
  if (aud !== undefined && ![aud].flat().includes("authenticated")) {
    return "the token is for somebody else";
  }
  // Postgres would take a session without a role for its own.
  return roles.includes(role) ? undefined : `the role "${role}" is not known`;
}
