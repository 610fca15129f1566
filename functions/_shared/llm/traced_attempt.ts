import type { Desk } from "./desk.ts";
import { type Begun, type Order, runAttempt } from "./run_attempt.ts";
import type { Settings } from "./settings.ts";
import type { Destination } from "./target.ts";
import { endAttemptSpan, openAttemptSpan } from "./trace.ts";

/** {@link runAttempt} within a span of its own, which goes out with the request. Throws as it. */
export async function tracedAttempt(
  desk: Desk,
  settings: Settings,
  destination: Destination,
  order: Order,
): Promise<Begun> {
  const span = await openAttemptSpan(desk, destination);
  if (span === undefined) return runAttempt(desk, settings, destination, order);
  const watched: Desk = {
    ...desk,
    settle: (end) => {
      endAttemptSpan(span, end);
      return desk.settle(end);
    },
  };
  const sent: Order = {
    ...order,
    send: (request) => {
      request.headers.set("traceparent", span.traceparent);
      return order.send(request);
    },
  };
  return await span.within(() => runAttempt(watched, settings, destination, sent));
}
