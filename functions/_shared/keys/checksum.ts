import { CogoError } from "../platform/errors.ts";
import { type Bytes, fromHex, textBytes, toHex } from "./bytes.ts";
import { readPepper } from "./vault_environment.ts";

async function pepper(usage: "sign" | "verify"): Promise<CryptoKey> {
  const bytes = readPepper();
  const hmac = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", bytes, hmac, false, [usage]);
  bytes.fill(0);
  return key;
}

const told = (tenantId: string, secret: string): Bytes =>
  textBytes(JSON.stringify(["kc1", tenantId, secret]));

/**
 * HMAC of a tenant's secret under the pepper, in hexadecimal: tells whether two versions hold the
 * same, without opening them and without telling it between tenants.
 * @throws CogoError keys_not_configured (503)
 */
export async function checksumOf(tenantId: string, secret: string): Promise<string> {
  const signed = await crypto.subtle.sign("HMAC", await pepper("sign"), told(tenantId, secret));
  return toHex(new Uint8Array(signed));
}

/** @throws CogoError key_damaged (500) when the secret is not the one that was stored */
export async function demandChecksum(
  tenantId: string,
  secret: string,
  checksum: string,
): Promise<void> {
  const key = await pepper("verify");
  const holds = await crypto.subtle.verify("HMAC", key, fromHex(checksum), told(tenantId, secret));
  if (!holds) {
    throw new CogoError(
      "key_damaged",
      "Cannot open the key: its checksum does not hold",
      "KEY_CHECKSUM_KEY is another one than it was stored with, or the row was changed.",
    );
  }
}
