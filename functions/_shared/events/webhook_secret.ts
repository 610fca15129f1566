import { Buffer } from "node:buffer";
import { hkdfSync } from "node:crypto";

/**
 * The signing secret of a webhook, `whsec_…` with 32 bytes. It is derived whenever it is needed
 * (HKDF-SHA256) and stored nowhere; another subscription or version has another one.
 * @param signingKey the function secret WEBHOOK_SIGNING_KEY, at least 16 characters
 */
export function deriveSecret(signingKey: string, subscriptionId: string, version: number): string {
  if (signingKey.length < 16) throw new TypeError("WEBHOOK_SIGNING_KEY is shorter than 16");
  const bytes = hkdfSync(
    "sha256",
    signingKey,
    "cogo webhook v1",
    `${subscriptionId}:${version}`,
    32,
  );
  return `whsec_${Buffer.from(bytes).toString("base64")}`;
}
