import { z } from "zod";
import { deriveSecret } from "../_shared/events/webhook_secret.ts";
import { respond, respondRpcError } from "../_shared/platform/respond.ts";
import { CallError } from "../_shared/worker/transport.ts";
import { openCaller } from "../_shared/platform/open_caller.ts";
import { readSigningKey } from "./settings.ts";

const shown = z.object({
  subscription_id: z.string(),
  name: z.string(),
  key_version: z.number().int(),
  previous_key_until: z.string().nullable(),
});

/**
 * `POST /webhooks/:name/secret` shows the signing secret to its owner, once; `…/rotate` makes a new
 * one and shows it, while the old one signs for a day more. Operators add `?tenant_id=`.
 * @throws CogoError missing_key, invalid_token (401), webhooks_not_configured,
 * database_unreachable (503); what the RPC refuses is passed on
 */
export async function showSecret(
  request: Request,
  name: string,
  rotate: boolean,
): Promise<Response> {
  const { call } = await openCaller(request);
  const signingKey = readSigningKey();
  const tenant_id = new URL(request.url).searchParams.get("tenant_id");
  try {
    const args = { name, rotate, tenant_id };
    const key = shown.parse(await call("show_webhook_key", args, 15_000));
    return respond({
      ...key,
      secret: deriveSecret(signingKey, key.subscription_id, key.key_version),
    });
  } catch (thrown) {
    if (!(thrown instanceof CallError) || thrown.status < 400 || thrown.status >= 500) throw thrown;
    const { message, code: details, hint, status } = thrown;
    return respondRpcError({ code: `PT${status}`, message, details, hint }, status);
  }
}
