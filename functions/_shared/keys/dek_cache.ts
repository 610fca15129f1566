import type { SealedKey } from "./sealed_key.ts";

const keepMs = 60_000;
const most = 1_000;
const kept = new Map<string, { readonly dek: CryptoKey; readonly until: number }>();

/**
 * The DEK of a version, unwrapped at most once a minute. It cannot be exported, and each use of a
 * key still needs an opening of its own: this saves 20 µs, never an audit row.
 */
export async function keptDek(
  sealed: SealedKey,
  unwrap: () => Promise<CryptoKey>,
  now = Date.now(),
): Promise<CryptoKey> {
  // The whole place and wrap: a row that was changed meets no DEK of before.
  const { key_id, tenant_id, provider, field, alias, env, version } = sealed;
  const { kek_id, dek_iv, wrapped_dek } = sealed;
  const place = [key_id, tenant_id, provider, field, alias, env, version];
  const name = JSON.stringify([...place, kek_id, dek_iv, wrapped_dek]);
  const known = kept.get(name);
  if (known !== undefined && now < known.until) return known.dek;
  const dek = await unwrap();
  if (kept.size >= most) kept.clear();
  kept.set(name, { dek, until: now + keepMs });
  return dek;
}

/** Forgets every DEK. */
export function forgetDeks(): void {
  kept.clear();
}
