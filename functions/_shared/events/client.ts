import { z } from "zod";
import { messageV1 } from "../messages/envelope.ts";
import type { Call } from "../worker/transport.ts";

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

const rpcTimeoutMs = 15_000;

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
