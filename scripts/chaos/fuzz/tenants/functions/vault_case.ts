import type { Json } from "../../nonsense.ts";
import type { Lot } from "./lot.ts";

/** A request to the key vault that names another tenant's keys. */
export function vaultBody({ random, pool, uuid, maybe }: Lot): Json {
  const key_id = uuid("key_id");
  const reason = "because of the fuzz";
  const ofTenant = random.next() < 0.3 ? { tenant_id: pool.tenant } : {};
  // The one that agents may.
  if (random.next() < 0.5) {
    const decision_id = uuid("decision_id");
    return { op: "resolve", grant: random.pick(pool.grants), ...maybe({ decision_id }) };
  }
  return random.pick<() => Json>([
    () => ({ op: "resolve", provider: "one", purpose: reason, ...ofTenant }),
    () => ({ op: "upsert", provider: "two", value: "sk-of-the-fuzz", ...ofTenant }),
    () => ({ op: "get", key_id }),
    () => ({ op: "list", ...ofTenant }),
    () => ({ op: "alerts" }),
    () => ({ op: "rotate", key_id }),
    () => ({ op: "revoke", key_id, reason }),
    () => ({ op: "shred", key_id, reason }),
    () => ({ op: "break_glass", action: "request", key_id, reason }),
    () => ({
      op: "break_glass",
      action: random.pick(["approve", "open"]),
      break_glass_id: uuid("break_glass_id"),
    }),
    () => ({ op: "verify_audit", ...ofTenant }),
    () => ({ op: "checkpoint" }),
    () => ({ op: "kek", action: "list" }),
  ])();
}
