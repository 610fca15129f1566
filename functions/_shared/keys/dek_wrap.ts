import { CogoError } from "../platform/errors.ts";
import { type Bytes, fromHex, toHex } from "./bytes.ts";
import { tenantKek } from "./kek.ts";
import { type KeyPlace, type SealedKey, wrapContext } from "./sealed_key.ts";

/** Parameters of AES-256-GCM with its 128-bit tag. */
export const gcm = (iv: Bytes, additionalData: Bytes) => ({ name: "AES-GCM", iv, additionalData });
/** From the system's generator. */
export const randomBytes = (bytes: number): Bytes => crypto.getRandomValues(new Uint8Array(bytes));

/** The error of an envelope that does not open; `cause` goes to the log alone. */
export function damaged(cause?: unknown): CogoError {
  return new CogoError(
    "key_damaged",
    "Cannot open the key: its envelope does not hold",
    "The row was changed, or KEK_… is not the one it was sealed with. npm run keys -- audit verify",
    { cause },
  );
}

/** The wrapped half of a version; whoever has only this learns no secret. */
export type WrappedKey = Pick<SealedKey, "wrapped_dek" | "dek_iv" | "kek_id"> & KeyPlace;

/** Wraps a DEK under a tenant's KEK. @throws CogoError keys_not_configured (503) */
export async function wrap(dek: Bytes, place: KeyPlace, kekId: string) {
  const iv = randomBytes(12);
  const kek = await tenantKek(kekId, place.tenant_id);
  const wrapped = await crypto.subtle.encrypt(gcm(iv, wrapContext(place, kekId)), kek, dek);
  return { kek_id: kekId, dek_iv: toHex(iv), wrapped_dek: toHex(new Uint8Array(wrapped)) };
}

function partsOf(wrapped: WrappedKey) {
  const { kek_id, dek_iv, wrapped_dek } = wrapped;
  if (kek_id === null || dek_iv === null || wrapped_dek === null) throw damaged("it has no wrap");
  return { kekId: kek_id, iv: fromHex(dek_iv), wrapped: fromHex(wrapped_dek) };
}

/** The DEK, not to be exported. Throws what WebCrypto throws when the wrap does not hold. */
export async function unwrap(wrappedKey: WrappedKey): Promise<CryptoKey> {
  const { kekId, iv, wrapped } = partsOf(wrappedKey);
  const kek = await tenantKek(kekId, wrappedKey.tenant_id);
  const how = gcm(iv, wrapContext(wrappedKey, kekId));
  return await crypto.subtle.unwrapKey("raw", wrapped, kek, how, "AES-GCM", false, ["decrypt"]);
}

/**
 * Wraps the DEK anew under another KEK; what it encrypts is neither needed nor touched.
 * @throws CogoError key_damaged (500), keys_not_configured (503)
 */
export async function rewrapKey(wrappedKey: WrappedKey, kekId: string) {
  const { kekId: old, iv, wrapped } = partsOf(wrappedKey);
  const kek = await tenantKek(old, wrappedKey.tenant_id);
  let dek: Bytes;
  try {
    const how = gcm(iv, wrapContext(wrappedKey, old));
    dek = new Uint8Array(await crypto.subtle.decrypt(how, kek, wrapped));
  } catch (thrown) {
    throw damaged(thrown);
  }
  const made = await wrap(dek, wrappedKey, kekId);
  dek.fill(0);
  return made;
}
