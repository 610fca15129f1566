import { CogoError } from "../platform/errors.ts";
import { type Bytes, fromBase64 } from "./bytes.ts";

const init = "Run: npm run keys -- init. It makes what is missing and says where it goes.";

/** APP_ENV in lower case; without one it is `production`, where nothing is stored in clear. */
export function appEnv(): string {
  return Deno.env.get("APP_ENV")?.trim().toLowerCase() || "production";
}

/** Whether keys may be stored and read in clear: with APP_ENV=dev, and never else. */
export function allowsPlaintext(): boolean {
  return appEnv() === "dev";
}

/**
 * 32 bytes of the environment, in base64.
 * @throws CogoError keys_not_configured (503)
 */
function secretBytes(name: string): Bytes {
  const bytes = fromBase64(Deno.env.get(name)?.trim() ?? "");
  if (bytes?.length !== 32) {
    throw new CogoError(
      "keys_not_configured",
      `Cannot use the vault: ${name} is missing or not 32 bytes in base64`,
      init,
    );
  }
  return bytes;
}

/** The key-encryption key of that name. @throws CogoError keys_not_configured (503) */
export function readKek(kekId: string): Bytes {
  return secretBytes(`KEK_${kekId}`);
}

/** The pepper of checksums, apart from every KEK. @throws CogoError keys_not_configured (503) */
export function readPepper(): Bytes {
  return secretBytes("KEY_CHECKSUM_KEY");
}

/** The seed of the Ed25519 key that signs checkpoints. @throws CogoError keys_not_configured (503) */
export function readSigningSeed(): Bytes {
  return secretBytes("AUDIT_SIGNING_KEY");
}
