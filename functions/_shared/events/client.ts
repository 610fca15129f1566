import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import { messageV1 } from "../messages/envelope.ts";
import type { Call } from "../worker/transport.ts";

const asked = z.object({
  request_id: z.string(),
  job_id: z.number().int(),
  created: z.boolean(),
  expires_at: z.string().nullable(),
});

const reply = z.object({
  request_id: z.string(),
  job_id: z.number().int(),
  state: z.enum(["pending", "replied", "failed", "timed_out"]),
  result: z.unknown(),
  error: z.looseObject({ message: z.string().optional() }).nullable(),
});

/** How a request stands. */
export type Reply = z.output<typeof reply>;

const batch = z.object({
  fence: z.number().int().nullable(),
  lease_expires_at: z.string().nullable(),
  paused: z.boolean(),
  messages: z.array(
    z.object({ channel: z.string(), attempt: z.number().int(), message: messageV1 }),
  ),
});

/** A message in hand. */
export type Delivery = z.output<typeof batch>["messages"][number];

/** Settings of {@link request}. */
export interface RequestOptions {
  /** Seconds until the request is cancelled; 60 by default. */
  timeoutSeconds?: number;
  idempotencyKey?: string;
  /** Milliseconds between looks for the reply, doubled up to 2 000; 100 by default. */
  pollMs?: number;
  signal?: AbortSignal;
}

const rpcTimeoutMs = 15_000;

/**
 * Asks another agent and waits for its reply: replied, failed or timed_out. The time is kept by the
 * database, so a caller that went away and comes back with the same idempotencyKey gets the same
 * reply. Throws what `call` throws (CallError), and the signal's reason.
 */
export async function request(
  call: Call,
  type: string,
  payload: Record<string, unknown>,
  options: RequestOptions = {},
): Promise<Reply> {
  const { request_id } = asked.parse(
    await call("request", {
      type,
      payload,
      timeout_seconds: options.timeoutSeconds ?? 60,
      idempotency_key: options.idempotencyKey ?? null,
    }, rpcTimeoutMs),
  );
  for (let wait = options.pollMs ?? 100;; wait = Math.min(wait * 2, 2000)) {
    options.signal?.throwIfAborted();
    const answer = reply.parse(await call("get_reply", { request_id }, rpcTimeoutMs));
    if (answer.state !== "pending") return answer;
    // An abort ends it early, and is thrown before the next look.
    await setTimeout(wait, undefined, { signal: options.signal }).catch(() => {});
  }
}

/**
 * Takes one batch of a pull subscription and hands its messages over in order. A message whose
 * handler throws is delivered again later; the others are acknowledged. Answers how many came; 0
 * means that there was nothing, or that another consumer has a batch in hand.
 * @returns `lost` when the lease ended before: then another consumer gets the batch again
 */
export async function poll(
  call: Call,
  subscription: { name: string; consumer: string; want?: number },
  handle: (delivery: Delivery) => Promise<void> | void,
): Promise<{ received: number; failed: number; lost: boolean }> {
  const { name, consumer, want = 100 } = subscription;
  const { fence, messages } = batch.parse(
    await call("poll_subscription", { name, consumer, want }, rpcTimeoutMs),
  );
  if (fence === null) return { received: 0, failed: 0, lost: false };
  const failures: { id: string; error: { message: string } }[] = [];
  for (const delivery of messages) {
    try {
      await handle(delivery);
    } catch (thrown) {
      const message = (thrown instanceof Error ? thrown.message : String(thrown)).slice(0, 2000);
      failures.push({ id: delivery.message.id, error: { message } });
    }
  }
  const answer = z.object({ outcome: z.string() }).parse(
    await call("ack_subscription", { name, fence, failures }, rpcTimeoutMs),
  );
  const lost = answer.outcome === "lease_lost";
  return { received: messages.length, failed: failures.length, lost };
}
