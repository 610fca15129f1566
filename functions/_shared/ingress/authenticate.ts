import type { Claims, Pool } from "../platform/pool.ts";
import { verifyCaller } from "../platform/verified_caller.ts";
import { claimsOfSecret, claimsOfToken } from "./credential_cache.ts";
import { proxies } from "./settings.ts";

/** Who asks from outside. */
export interface OutsideCaller {
  /** For `callAs`; null for an operator. */
  readonly claims: Claims | null;
  /** What its rates go by; undefined for an operator, who has none. */
  readonly tenant: string | undefined;
  readonly key: string | undefined;
}

/** A `cga_…` secret, as bearer token or as apikey; and the bearer token, whatever it is. */
function shownIn({ headers }: Request) {
  const bearer = /^bearer\s+(\S+)$/i.exec(headers.get("authorization") ?? "")?.[1];
  const secret = [bearer, headers.get("apikey")].find((one) => one?.startsWith("cga_"));
  return { bearer, secret };
}

async function claimsOf(request: Request, pool: () => Pool): Promise<Claims | null> {
  const { bearer, secret } = shownIn(request);
  if (secret) return await claimsOfSecret(pool(), secret);
  const check = async () => (await verifyCaller(request)).claims;
  // Beside an apikey a token is not all that was shown; and a secret key is not one to be kept.
  const isToken = bearer?.startsWith("ey") && !request.headers.has("apikey");
  return isToken ? await claimsOfToken(bearer!, check) : await check();
}

/**
 * Finds out who asks: a person or agent with a token, an agent with its secret, or an operator.
 * @throws CogoError missing_key, invalid_token, not_an_agent (401), database_unreachable (503);
 * CallError invalid_credential (401), rate_limited (429)
 */
export async function authenticate(
  request: Request,
  pool: () => Pool,
): Promise<OutsideCaller> {
  const claims = await claimsOf(request, pool);
  if (claims === null) return { claims, tenant: undefined, key: undefined };
  const tenant = String(claims["tenant_id"]).toLowerCase();
  return { claims, tenant, key: `${tenant}:${claims["agent_id"] ?? claims["sub"]}` };
}

/**
 * The address that the nearest trusted proxy saw; undefined where none tells. What a caller itself
 * put in front of the list is not believed.
 */
export function addressOf(request: Request): string | undefined {
  const hops = request.headers.get("x-forwarded-for")?.split(",").map((hop) => hop.trim()) ?? [];
  return hops[hops.length - proxies()]?.slice(0, 100) || undefined;
}
