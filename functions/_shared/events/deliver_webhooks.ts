import { z } from "zod";
import type { Call } from "../worker/transport.ts";
import { deliverBatch, webhookBatch, type WebhookResult } from "./deliver_batch.ts";
import type { GuardedPostOptions } from "./guarded_post.ts";

/** Settings of {@link deliverWebhooks}. */
export interface DeliverWebhooksOptions extends GuardedPostOptions {
  readonly signingKey: string;
  /** Names this sender in its leases. */
  readonly worker?: string;
  /** How many webhooks are served beside each other; 10 by default. */
  readonly want?: number;
  /** After this time no new batch is taken, in milliseconds; 20 000 by default. */
  readonly budgetMs?: number;
}

/** What a round did. */
export interface DeliverySummary {
  batches: number;
  delivered: number;
  failed: number;
  /** Batches whose endpoint asked to wait, is gone, or failed. */
  troubled: number;
}

const rpcTimeoutMs = 20_000;

/**
 * Delivers due webhooks until none is left or the budget is spent. Any number of senders may run;
 * each batch is under a fence. What a dead sender held is sent again after its lease, under the
 * same webhook-id.
 * @param call calls RPCs with an operator's rights
 * @throws what `call` throws
 */
export async function deliverWebhooks(
  call: Call,
  options: DeliverWebhooksOptions,
): Promise<DeliverySummary> {
  const { worker = "events", want = 10, budgetMs = 20_000 } = options;
  const end = Date.now() + budgetMs;
  const summary: DeliverySummary = { batches: 0, delivered: 0, failed: 0, troubled: 0 };
  while (Date.now() < end) {
    const asked = Date.now();
    const claimed = z.array(webhookBatch).parse(
      await call("claim_webhooks", { worker, want }, rpcTimeoutMs),
    );
    if (claimed.length === 0) break;
    const results = await Promise.all(claimed.map((batch) => {
      // A third of the lease is kept for the message under way and for settling.
      const lease = Date.parse(batch.lease_expires_at) - Date.now();
      const until = Math.min(end, asked + Math.max(lease, 0) * 2 / 3);
      return deliverBatch(batch, {
        ...options,
        until,
        timeoutMs: Math.min(options.timeoutMs ?? 15_000, Math.max(lease / 4, 1000)),
      });
    }));
    await call("settle_webhooks", { results }, rpcTimeoutMs);
    for (const [at, result] of results.entries()) count(summary, claimed[at]!.messages, result);
  }
  return summary;
}

function count(
  summary: DeliverySummary,
  messages: readonly { message: { id: string } }[],
  result: WebhookResult,
): void {
  const tried = messages.findIndex(({ message }) => message.id === result.up_to) + 1;
  summary.batches++;
  summary.failed += result.failures.length;
  summary.delivered += tried - result.failures.length;
  if (result.error !== undefined) summary.troubled++;
}
