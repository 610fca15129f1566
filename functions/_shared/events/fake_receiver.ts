import type { Call } from "../worker/transport.ts";
import type { WebhookResult } from "./deliver_batch.ts";
import { deliverWebhooks } from "./deliver_webhooks.ts";

/** The signing key of tests. */
export const signingKey = "the signing key of tests";
/** How the tests deliver: to this very machine. */
export const options = { signingKey, allowLoopback: true };

/** Somebody's endpoint: answers as told, and keeps what came. */
export interface Receiver {
  readonly url: string;
  readonly got: { headers: Headers; body: string }[];
  close(): Promise<void>;
}

/** Opens a receiver on this machine; `answer` gets how many requests came before. */
export function openReceiver(
  answer: (before: number, request: Request) => Response | Promise<Response>,
): Receiver {
  const got: { headers: Headers; body: string }[] = [];
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, async (one) => {
    got.push({ headers: one.headers, body: await one.text() });
    return answer(got.length - 1, one);
  });
  return { url: `http://127.0.0.1:${server.addr.port}/in`, got, close: () => server.shutdown() };
}

/** The first message of tests carries it. */
export const firstTraceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

/** The id of the nth message of tests. */
export const messageId = (nth: number) => `01900000-0000-7000-8000-00000000000${nth}`;

/** Stands for the database: one batch of `count` messages for `url`, and what was settled. */
export function fakeCall(url: string, count: number): { call: Call; settled: WebhookResult[] } {
  const settled: WebhookResult[] = [];
  let given = false;
  const call: Call = (name, args) => {
    if (name === "settle_webhooks") {
      settled.push(...(args as { results: WebhookResult[] }).results);
      return Promise.resolve([]);
    }
    const batch = {
      subscription_id: "01900000-0000-7000-8000-0000000000ff",
      name: "hook",
      url,
      key_versions: [2, 1],
      fence: 7,
      lease_expires_at: new Date(Date.now() + 60_000).toISOString(),
      messages: Array.from({ length: count }, (_, nth) => ({
        channel: "tenant.a.agent.b.order.paid",
        attempt: 1,
        message: {
          id: messageId(nth + 1),
          type: "order.paid",
          payload: { nth },
          ...(nth === 0 && { traceparent: firstTraceparent }),
        },
      })),
    };
    const answer = given ? [] : [batch];
    given = true;
    return Promise.resolve(answer);
  };
  return { call, settled };
}

/** Delivers a batch of `count` messages to a receiver; `more` goes over {@link options}. */
export async function deliver(
  answer: Parameters<typeof openReceiver>[0],
  count = 3,
  more: object = {},
) {
  const receiver = openReceiver(answer);
  const { call, settled } = fakeCall(receiver.url, count);
  const summary = await deliverWebhooks(call, { ...options, ...more });
  await receiver.close();
  return { summary, settled: settled[0]!, got: receiver.got };
}
