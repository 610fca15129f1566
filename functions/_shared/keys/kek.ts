import { type Bytes, textBytes, toHex } from "./bytes.ts";
import { readKek } from "./vault_environment.ts";

const derived = new Map<string, Promise<CryptoKey>>();

async function hkdf(kek: Bytes): Promise<CryptoKey> {
  const key = await crypto.subtle.importKey("raw", kek, "HKDF", false, ["deriveKey", "deriveBits"]);
  kek.fill(0);
  return key;
}

const parameters = (info: string) => ({
  name: "HKDF",
  hash: "SHA-256",
  salt: new Uint8Array(),
  info: textBytes(info),
});

/**
 * The key that wraps one tenant's DEKs: derived from `KEK_<kekId>`, not extractable, kept for the
 * isolate's life.
 * @throws CogoError keys_not_configured (503)
 */
export function tenantKek(kekId: string, tenantId: string): Promise<CryptoKey> {
  const name = `${kekId}|${tenantId}`;
  const known = derived.get(name);
  if (known !== undefined) return known;
  const made = hkdf(readKek(kekId)).then((key) =>
    crypto.subtle.deriveKey(
      parameters(`kek|${tenantId}`),
      key,
      { name: "AES-GCM", length: 256 },
      false,
      ["encrypt", "decrypt", "unwrapKey"],
    )
  );
  derived.set(name, made);
  made.catch(() => derived.delete(name));
  return made;
}

/** Tells one KEK from another and says nothing about it: 8 bytes derived from it, in hexadecimal. */
export async function kekCheckValue(kekId: string): Promise<string> {
  const key = await hkdf(readKek(kekId));
  return toHex(new Uint8Array(await crypto.subtle.deriveBits(parameters("check value"), key, 64)));
}

/** Forgets what was derived: after the environment changed, as in tests. */
export function forgetKeks(): void {
  derived.clear();
}
