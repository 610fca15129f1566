import type { Sql } from "postgres";
import type { Call } from "../../functions/_shared/worker/transport.ts";
import { pause, type Random } from "./random.ts";

/** What poll_subscription answers. */
export interface Batch {
  fence: number | null;
  messages: { message: { id: string; payload: { publisher: number; nth: number } } }[];
}

/** Publishes in transactions that stay open for a while, so that numbers commit out of order. */
export async function publish(
  sql: Sql,
  publisher: number,
  count: number,
  random: Random,
): Promise<void> {
  for (let nth = 0; nth < count;) {
    const size = Math.min(random.between(1, 4), count - nth);
    const messages = Array.from({ length: size }, (_, more) => ({
      type: "race.told",
      payload: { publisher, nth: nth + more },
    }));
    await sql.begin(async (transaction) => {
      await transaction`select api.publish(${transaction.json(messages)}::jsonb)`;
      if (random.next() < 0.4) await pause(random.between(0, 40));
    });
    nth += size;
  }
}

/** Takes up to 20 messages of the subscription race. */
export async function poll(sql: Sql, consumer: string): Promise<Batch> {
  const rows = await sql`select api.poll_subscription('race', ${consumer}, 20) as batch`;
  return rows[0]!.batch as Batch;
}

/** Acknowledges a batch of the subscription race; answers the outcome. */
export async function ack(sql: Sql, fence: number): Promise<string> {
  const rows = await sql`select api.ack_subscription('race', ${fence}) ->> 'outcome' as outcome`;
  return String(rows[0]!.outcome);
}

/** Who published a message, and which of his it is. */
export const told = (one: Batch["messages"][number]) =>
  [one.message.payload.publisher, one.message.payload.nth] as [number, number];

/** The two RPCs of a sender of webhooks, over a database session. */
export function senderCalls(sql: Sql): Call {
  return async (name, args) => {
    const given = args as { worker: string; want: number; results: Parameters<Sql["json"]>[0] };
    const rows = name === "claim_webhooks"
      ? await sql`select api.claim_webhooks(${given.worker}, ${given.want}) as answer`
      : await sql`select api.settle_webhooks(${sql.json(given.results)}::jsonb) as answer`;
    return rows[0]!.answer;
  };
}
