import { z } from "zod";
import { textBytes } from "./bytes.ts";

const hex = z.string().regex(/^([0-9a-f]{2})*$/);

/** What a key is bound to; moved to another row, it no longer opens. */
export const keyPlace = z.object({
  key_id: z.uuid(),
  tenant_id: z.string(),
  provider: z.string(),
  field: z.string(),
  alias: z.string(),
  env: z.string(),
  version: z.number().int().min(1),
});

/** {@link keyPlace}, checked. */
export type KeyPlace = z.infer<typeof keyPlace>;

/** A version as the database keeps and releases it. */
export const sealedKey = keyPlace.extend({
  alg: z.string(),
  ciphertext: hex,
  iv: hex,
  wrapped_dek: hex.nullable(),
  dek_iv: hex.nullable(),
  kek_id: z.string().nullable(),
  checksum: hex,
});

/** {@link sealedKey}, checked. */
export type SealedKey = z.infer<typeof sealedKey>;

/** Additional data of the secret: it names no KEK, so that a rewrap leaves it as it is. */
export function secretContext(place: KeyPlace): Uint8Array<ArrayBuffer> {
  const { tenant_id, provider, field, key_id, version } = place;
  return textBytes(JSON.stringify(["sk1", tenant_id, provider, field, key_id, version]));
}

/** Additional data of the wrapped DEK. */
export function wrapContext(place: KeyPlace, kekId: string): Uint8Array<ArrayBuffer> {
  const { tenant_id, provider, field, key_id, version, alias, env } = place;
  return textBytes(
    JSON.stringify(["kw1", tenant_id, provider, field, key_id, version, kekId, alias, env]),
  );
}
