import { tryOnce } from "./attempt.ts";
import { AttemptFailure } from "./attempt_failure.ts";
import type { Desk } from "./desk.ts";
import type { Send, Settings } from "./settings.ts";
import type { Settled, Settlement } from "./settler.ts";
import { type Destination, headersOf } from "./target.ts";
import { type CountedUsage, noUsage, UsageTally } from "./usage.ts";
import { Watch } from "./watch.ts";

/** One attempt's request. */
export interface Order {
  /** JSON; undefined when `send` adds the body. */
  readonly body: string | undefined;
  readonly isStreamed: boolean;
  readonly send: Send;
  readonly signal: AbortSignal | undefined;
}

/** An answer that has begun, and what will be settled for it. */
export interface Begun {
  readonly response: Response;
  readonly settled: Promise<Settled | undefined>;
}

/**
 * Opens the key, makes the attempt and settles it, however it ends. The key lives in this call and
 * in the request that it makes.
 * @throws AttemptFailure, LlmError from opening the key, or the caller's reason for aborting
 */
export async function runAttempt(
  desk: Desk,
  settings: Settings,
  destination: Destination,
  order: Order,
): Promise<Begun> {
  const began = performance.now();
  const watch = new Watch(order.signal, settings.totalMs);
  const tally = new UsageTally();
  let firstTokenMs: number | null = null;
  let stage: "unopened" | "opened" | "sent" = "unopened";
  const settle = (
    status: Settlement["status"],
    httpStatus: number,
    usage: CountedUsage | null,
    retryAfter?: number,
  ) =>
    desk.settle({
      attempt: destination.attempt,
      status,
      http_status: httpStatus || null,
      usage,
      first_token_ms: firstTokenMs,
      total_ms: Math.round(performance.now() - began),
      retry_after_ms: retryAfter ?? null,
    });
  const count = (isWhole: boolean) => tally.result(desk.need.context_tokens, isWhole);
  let tell: (row: Promise<Settled | undefined>) => void = () => {};
  const settled = new Promise<Settled | undefined>((resolve) => tell = resolve);
  try {
    const key = await watch.race(desk.openKey(destination, watch.signal));
    stage = "opened";
    const headers = headersOf(destination, key);
    const response = await tryOnce({
      destination,
      watch,
      settings,
      tally,
      isStreamed: order.isStreamed,
      clean: (text) => key === undefined ? text : text.replaceAll(key, "[key]"),
      onFirst: () => firstTokenMs = Math.round(performance.now() - began),
      onEnd: (end) => tell(settle(end.status, end.httpStatus, count(end.isWhole))),
      send: (signal) => {
        stage = "sent";
        return order.send(
          new Request(destination.url, {
            method: "POST",
            headers,
            redirect: "manual",
            signal,
            ...(order.body === undefined ? {} : { body: order.body }),
          }),
        );
      },
    });
    return { response, settled };
  } catch (thrown) {
    const failure = thrown instanceof AttemptFailure ? thrown : undefined;
    const usage = unfinished(stage, failure, count);
    if (failure !== undefined) failure.usage = usage;
    const status = failure === undefined ? "cancelled" : "failed";
    void settle(status, failure?.status ?? 0, usage, failure?.retryAfter);
    watch.close();
    throw thrown;
  }
}

/** What is billed for an attempt that brought no answer. */
function unfinished(
  stage: "unopened" | "opened" | "sent",
  failure: AttemptFailure | undefined,
  count: (isWhole: boolean) => CountedUsage,
): CountedUsage | null {
  // No key was released, or the provider refused in words: the core knows that this costs nothing.
  if (stage === "unopened" || (failure && failure.status >= 400)) return null;
  const mayBeBilled = stage === "sent" && (failure?.mayBeBilled ?? true);
  return mayBeBilled ? count(false) : { ...noUsage, is_estimate: false };
}
