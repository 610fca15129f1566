import { Buffer } from "node:buffer";
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { z } from "zod";
import { fromHex, textBytes, toHex } from "./bytes.ts";
import { readSigningSeed } from "./vault_environment.ts";

/** The end of a tenant's chain as it was signed and given out, one per line in a file. */
export const checkpoint = z.object({
  tenant_id: z.string(),
  seq: z.number().int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.string(),
  signature: z.string().regex(/^[0-9a-f]{128}$/),
  public_key: z.string().regex(/^[0-9a-f]{64}$/),
});

/** {@link checkpoint}, checked. */
export type Checkpoint = z.infer<typeof checkpoint>;

/** The newest seal of a chain. */
export const chainHead = checkpoint.pick({ tenant_id: true, seq: true, hash: true });

// What stands before the 32 bytes of an Ed25519 key in PKCS #8 and SPKI.
const privateStart = "302e020100300506032b657004220420";
const publicStart = "302a300506032b6570032100";

const signed = (head: Omit<Checkpoint, "signature" | "public_key">) =>
  textBytes(JSON.stringify(["cp1", head.tenant_id, head.seq, head.hash, head.at]));

function privateKey(): KeyObject {
  const seed = readSigningSeed();
  const key = Buffer.concat([fromHex(privateStart), seed]);
  seed.fill(0);
  return createPrivateKey({ key, format: "der", type: "pkcs8" });
}

/** Signs a head. @throws CogoError keys_not_configured (503) */
export function signCheckpoint(head: z.infer<typeof chainHead>, at: Date): Checkpoint {
  const key = privateKey();
  const spki = createPublicKey(key as unknown as Buffer).export({ format: "der", type: "spki" });
  const told = { ...chainHead.parse(head), at: at.toISOString() };
  const signature = toHex(sign(null, signed(told), key));
  return { ...told, signature, public_key: toHex(spki.subarray(-32)) };
}

/** Whether that key signed it; without `publicKey`, the one that it names. */
export function isSigned(given: Checkpoint, publicKey = given.public_key): boolean {
  if (given.public_key !== publicKey) return false;
  const key = createPublicKey({
    key: Buffer.concat([fromHex(publicStart), fromHex(publicKey)]),
    format: "der",
    type: "spki",
  });
  return verify(null, signed(given), key, fromHex(given.signature));
}
