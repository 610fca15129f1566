import { createHash } from "node:crypto";
import { grantedClaims } from "../access/contract.ts";
import { exchangeCredential } from "../access/exchange.ts";
import type { Claims, Pool } from "../platform/pool.ts";

interface Kept {
  readonly claims: Promise<Claims | null>;
  readonly until: number;
}

const kept = new Map<string, Kept>();
const keepMs = 60_000;
const most = 2000;

/** Finds the claims once for all who show the same within a minute; one that failed is not kept. */
function once(shown: string, find: () => Promise<Claims | null>): Promise<Claims | null> {
  const hash = createHash("sha256").update(shown).digest("base64");
  const now = Date.now();
  const known = kept.get(hash);
  if (known && known.until > now) return known.claims;
  const claims = find();
  kept.delete(hash);
  kept.set(hash, { claims, until: now + keepMs });
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(oldest);
  }
  claims.then((found) => {
    const left = Number(found?.["exp"] ?? Infinity) * 1000 - now;
    if (left < keepMs) kept.set(hash, { claims, until: now + left });
  }, () => kept.get(hash)?.claims === claims && kept.delete(hash));
  return claims;
}

/**
 * The claims that a `cga_…` secret stands for, by the rules of agent-token; kept for a minute, so a
 * revoked secret works that long, a revoked agent not at all.
 * @throws CallError invalid_credential (401), rate_limited (429), database_unreachable (503)
 */
export function claimsOfSecret(pool: Pool, secret: string): Promise<Claims | null> {
  return once(secret, async () => {
    const { signing_kid: _, ...granted } = grantedClaims.parse(
      await exchangeCredential(pool, secret, {}),
    );
    return { ...granted, sub: granted.agent_id, role: "authenticated" };
  });
}

/** The claims of a token whose signature `check` finds right; asked once a minute, or until it expires. */
export function claimsOfToken(
  token: string,
  check: () => Promise<Claims | null>,
): Promise<Claims | null> {
  return once(token, check);
}
