import { CogoError } from "../platform/errors.ts";
import { fromHex, textBytes, toHex } from "./bytes.ts";
import { checksumOf, demandChecksum } from "./checksum.ts";
import { keptDek } from "./dek_cache.ts";
import { damaged, gcm, randomBytes, unwrap, wrap } from "./dek_wrap.ts";
import { type KeyPlace, type SealedKey, secretContext } from "./sealed_key.ts";
import { allowsPlaintext, appEnv } from "./vault_environment.ts";

function refusePlaintext(): never {
  throw new CogoError(
    "plaintext_refused",
    `Cannot store or read a key in clear: APP_ENV is ${appEnv()}`,
    "Only APP_ENV=dev may. Run npm run keys -- init, then add the key again.",
  );
}

/**
 * Seals a secret for one place: a fresh DEK encrypts it, the tenant's KEK wraps the DEK. Without a
 * KEK (null) it stays in clear, which only APP_ENV=dev may.
 * @throws CogoError plaintext_refused (409), keys_not_configured (503)
 */
export async function sealKey(
  secret: string,
  place: KeyPlace,
  kekId: string | null,
): Promise<SealedKey> {
  if (kekId === null) {
    if (!allowsPlaintext() || place.env !== "dev") refusePlaintext();
    const checksum = toHex(
      new Uint8Array(await crypto.subtle.digest("SHA-256", textBytes(secret))),
    );
    const ciphertext = toHex(textBytes(secret));
    const nothing = { iv: "", wrapped_dek: null, dek_iv: null, kek_id: null };
    return { ...place, alg: "plain", ciphertext, ...nothing, checksum };
  }
  const [dek, iv] = [randomBytes(32), randomBytes(12)];
  const key = await crypto.subtle.importKey("raw", dek, "AES-GCM", false, ["encrypt"]);
  const sealed = await crypto.subtle.encrypt(gcm(iv, secretContext(place)), key, textBytes(secret));
  const wrapped = await wrap(dek, place, kekId);
  dek.fill(0);
  const checksum = await checksumOf(place.tenant_id, secret);
  const ciphertext = toHex(new Uint8Array(sealed));
  return { ...place, alg: "A256GCM", ciphertext, iv: toHex(iv), ...wrapped, checksum };
}

/**
 * Opens a version in about 60 µs; the DEK is kept for at most a minute, what it opened never.
 * @throws CogoError key_damaged (500), plaintext_refused (409), keys_not_configured (503)
 */
export async function openKey(sealed: SealedKey): Promise<string> {
  if (sealed.alg === "plain" && !allowsPlaintext()) refusePlaintext();
  if (sealed.env !== appEnv()) throw damaged(`its environment is ${sealed.env}`);
  if (sealed.alg === "plain") {
    return new TextDecoder("utf-8", { fatal: true }).decode(fromHex(sealed.ciphertext));
  }
  if (sealed.alg !== "A256GCM") throw damaged(`its alg is ${sealed.alg}`);
  let secret: string;
  try {
    const dek = await keptDek(sealed, () => unwrap(sealed));
    const iv = fromHex(sealed.iv);
    const ciphertext = fromHex(sealed.ciphertext);
    const opened = await crypto.subtle.decrypt(gcm(iv, secretContext(sealed)), dek, ciphertext);
    secret = new TextDecoder("utf-8", { fatal: true }).decode(opened);
  } catch (thrown) {
    throw thrown instanceof CogoError ? thrown : damaged(thrown);
  }
  await demandChecksum(sealed.tenant_id, secret, sealed.checksum);
  return secret;
}
