import { CogoError } from "../_shared/platform/errors.ts";

/**
 * The secret that all signing secrets are derived from.
 * @throws CogoError webhooks_not_configured (503)
 */
export function readSigningKey(): string {
  const key = Deno.env.get("WEBHOOK_SIGNING_KEY") ?? "";
  if (key.length < 16) {
    throw new CogoError(
      "webhooks_not_configured",
      "Cannot sign webhooks: WEBHOOK_SIGNING_KEY is missing or shorter than 16 characters",
      "Set it: supabase secrets set WEBHOOK_SIGNING_KEY=$(openssl rand -base64 32)",
    );
  }
  return key;
}
