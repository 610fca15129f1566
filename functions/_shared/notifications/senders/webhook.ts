import type { GuardedPostOptions } from "../../events/guarded_post.ts";
import { signWebhook } from "../../events/webhook_signature.ts";
import { webhookId, webhookPayload } from "../formats/webhook.ts";
import type { Notification } from "../notification.ts";
import { SendFailure } from "../send_failure.ts";
import { ask } from "./web.ts";

/**
 * Posts JSON to a plain webhook, signed as Standard Webhooks says where there is a secret.
 * @param signingSecret `whsec_…`
 * @throws SendFailure
 */
export async function sendToWebhook(
  notification: Notification,
  url: string,
  signingSecret: string | undefined,
  options: GuardedPostOptions,
): Promise<string> {
  const body = JSON.stringify(webhookPayload(notification));
  const headers = {
    "content-type": "application/json",
    ...signed(webhookId(notification), body, signingSecret),
  };
  await ask(url, { method: "POST", body, headers }, options);
  return signingSecret === undefined ? "posted, not signed" : "posted";
}

function signed(id: string, body: string, secret: string | undefined): object {
  if (secret === undefined) return { "webhook-id": id };
  try {
    return signWebhook(id, Date.now() / 1000, body, [secret]);
  } catch {
    throw new SendFailure("the signing secret is not whsec_ and base64", false);
  }
}
