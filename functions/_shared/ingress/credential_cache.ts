import { createHash } from "node:crypto";
import { grantedClaims } from "../access/contract.ts";
import { exchangeCredential } from "../access/exchange.ts";
import type { Claims, Pool } from "../platform/pool.ts";

interface Kept {
  readonly claims: Promise<Claims>;
  readonly until: number;
}

const kept = new Map<string, Kept>();
const keepMs = 60_000;
const most = 1000;

/**
 * The claims that a `cga_…` secret stands for, by the rules of agent-token; kept for a minute, so a
 * revoked secret works that long, a revoked agent not at all.
 * @throws CallError invalid_credential (401), rate_limited (429), database_unreachable (503)
 */
export function claimsOfSecret(pool: Pool, secret: string): Promise<Claims> {
  const hash = createHash("sha256").update(secret).digest("base64");
  const now = Date.now();
  const known = kept.get(hash);
  if (known && known.until > now) return known.claims;
  const claims = exchangeCredential(pool, secret, {}).then((answer): Claims => {
    const { signing_kid: _, ...granted } = grantedClaims.parse(answer);
    return { ...granted, sub: granted.agent_id, role: "authenticated" };
  });
  kept.delete(hash);
  kept.set(hash, { claims, until: now + keepMs });
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(oldest);
  }
  // Many at once share one exchange; one that failed is not kept.
  claims.catch(() => kept.get(hash)?.claims === claims && kept.delete(hash));
  return claims;
}
