import { z } from "zod";
import { retryAfterMs } from "../platform/retry_after.ts";
import { guardedPost, type GuardedPostOptions } from "./guarded_post.ts";
import { deriveSecret } from "./webhook_secret.ts";
import { signWebhook } from "./webhook_signature.ts";

/** A batch of one webhook, as `claim_webhooks` gives it. */
export const webhookBatch = z.object({
  subscription_id: z.string(),
  name: z.string(),
  url: z.string(),
  key_versions: z.array(z.number().int()),
  fence: z.number().int(),
  lease_expires_at: z.string(),
  messages: z.array(z.object({
    channel: z.string(),
    attempt: z.number().int(),
    message: z.looseObject({ id: z.string(), traceparent: z.string().nullish() }),
  })),
});

/** {@link webhookBatch}, checked. */
export type WebhookBatch = z.output<typeof webhookBatch>;

/** How a batch went, as `settle_webhooks` takes it. */
export interface WebhookResult {
  subscription_id: string;
  fence: number;
  /** The last message that was tried; those after it go back untouched. */
  up_to: string;
  failures: { id: string; error: { message: string; status?: number } }[];
  error?: string;
  wait_seconds?: number;
  gone?: boolean;
}

/** Before the first message. */
const none = "00000000-0000-0000-0000-000000000000";

/** Settings of {@link deliverBatch}. */
export interface DeliverOptions extends GuardedPostOptions {
  readonly signingKey: string;
  /** No message is begun after this time, in milliseconds since 1970. */
  readonly until: number;
}

/**
 * Sends the messages of one webhook in order and stops at the first that is not taken.
 * 2xx is taken; 410 means that the endpoint is gone; 429 and 503 with Retry-After ask to wait and
 * use no attempt; everything else, redirects too, is a failure. Never throws.
 */
export async function deliverBatch(
  batch: WebhookBatch,
  options: DeliverOptions,
): Promise<WebhookResult> {
  const { subscription_id, fence, url, key_versions } = batch;
  const result: WebhookResult = { subscription_id, fence, up_to: none, failures: [] };
  const secrets = key_versions.map((version) =>
    deriveSecret(options.signingKey, subscription_id, version)
  );
  for (const { message, channel, attempt } of batch.messages) {
    if (Date.now() >= options.until) return result;
    const body = JSON.stringify(message);
    const headers = {
      ...signWebhook(message.id, Date.now() / 1000, body, secrets),
      "content-type": "application/json",
      "user-agent": "cogo-agent-core",
      "cogo-channel": channel,
      "cogo-attempt": String(attempt),
      ...(message.traceparent ? { traceparent: message.traceparent } : {}),
    };
    let problem: { message: string; status?: number };
    try {
      const { status, headers: answered } = await guardedPost(new URL(url), body, headers, options);
      if (status >= 200 && status < 300) {
        result.up_to = message.id;
        continue;
      }
      problem = { message: `it answered ${status}`, status };
      const waitMs = retryAfterMs(answered);
      if (status === 410) return { ...result, error: problem.message, gone: true };
      if ((status === 429 || status === 503) && waitMs !== undefined) {
        // An endpoint that says 0 would be asked again and again: a wait uses no attempt.
        const wait_seconds = Math.max(1, waitMs / 1000);
        return { ...result, error: problem.message, wait_seconds };
      }
    } catch (thrown) {
      problem = { message: thrown instanceof Error ? thrown.message : String(thrown) };
    }
    result.failures.push({ id: message.id, error: problem });
    return { ...result, up_to: message.id, error: problem.message };
  }
  return result;
}
