import { z } from "zod";
import type { Call } from "../worker/transport.ts";
import { channelSchema, notificationSchema } from "./notification.ts";
import { send, type SendOptions } from "./send.ts";
import { SendFailure } from "./send_failure.ts";

const claimedSchema = z.array(z.object({
  job_id: z.number().int(),
  fence: z.number().int(),
  lease_expires_at: z.string(),
  /** Null when it was forgotten. */
  notification: notificationSchema.nullable(),
  /** Null when it was removed. */
  channel: channelSchema.nullable(),
}));
type Claimed = z.output<typeof claimedSchema>[number];

/** Settings of {@link deliverNotifications}. */
export interface DeliverOptions extends SendOptions {
  /** Names this sender in its leases. */
  readonly worker?: string;
  /** How many are sent beside each other; 10 by default. */
  readonly want?: number;
  /** After this time no new batch is taken, in milliseconds; 20 000 by default. */
  readonly budgetMs?: number;
}

/** What a round did. */
export interface DeliverySummary {
  sent: number;
  /** Will be tried again. */
  retried: number;
  /** Dead letters now. */
  failed: number;
  /** Nobody to tell any more: the channel was removed. */
  skipped: number;
}

const rpcTimeoutMs = 20_000;

/**
 * Sends what is due until nothing is left or the budget is spent. Any number of senders may run;
 * what a dead one held is sent again after its lease.
 * @param call calls RPCs with an operator's rights
 * @throws what `call` throws
 */
export async function deliverNotifications(
  call: Call,
  options: DeliverOptions,
): Promise<DeliverySummary> {
  const { worker = "notify", want = 10, budgetMs = 20_000 } = options;
  const end = Date.now() + budgetMs;
  const summary: DeliverySummary = { sent: 0, retried: 0, failed: 0, skipped: 0 };
  while (Date.now() < end) {
    const claimed = claimedSchema.parse(
      await call("claim_notifications", { worker, want }, rpcTimeoutMs),
    );
    if (claimed.length === 0) break;
    const finished = await Promise.all(claimed.map((job) => settlementOf(job, options, summary)));
    await call("work", { worker, finished }, rpcTimeoutMs);
  }
  return summary;
}

/** Sends one and says how the job ended, as the `work` RPC takes it. */
async function settlementOf(
  { job_id, fence, lease_expires_at, notification, channel }: Claimed,
  options: DeliverOptions,
  summary: DeliverySummary,
): Promise<object> {
  if (notification === null || channel === null) {
    summary.skipped++;
    const done = `not sent: the ${channel === null ? "channel" : "message"} is gone`;
    return { job_id, fence, outcome: "succeeded", result: { done } };
  }
  try {
    // Four exchanges, which an issue takes where few others are open, fit into the lease.
    const lease = Math.max(Date.parse(lease_expires_at) - Date.now(), 0);
    const timeoutMs = Math.min(options.timeoutMs ?? 15_000, Math.max(lease / 5, 1000));
    const done = await send(channel, notification, { ...options, timeoutMs });
    summary.sent++;
    return { job_id, fence, outcome: "succeeded", result: { done } };
  } catch (thrown) {
    const failure = thrown instanceof SendFailure ? thrown : new SendFailure("it failed", true);
    summary[failure.isTransient ? "retried" : "failed"]++;
    return { job_id, fence, outcome: "failed", ...failureOfJob(channel.name, failure) };
  }
}

function failureOfJob(channel: string, { message, isTransient, retryInSeconds }: SendFailure) {
  return {
    error: {
      class: isTransient ? "transient" : "permanent",
      message: `Cannot send to ${channel}: ${message}`,
      stage: "exec",
      ...(isTransient ? { reason: "dependency_unavailable" } : {}),
    },
    ...(retryInSeconds === undefined ? {} : { retry_in_seconds: Math.min(retryInSeconds, 86_400) }),
  };
}
