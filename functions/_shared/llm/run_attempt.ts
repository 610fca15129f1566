import { type Attempt, tryOnce } from "./attempt.ts";
import { AttemptFailure, refusesUsage } from "./attempt_failure.ts";
import type { Desk } from "./desk.ts";
import { keyCleaner } from "./key_cleaner.ts";
import { LlmError } from "./llm_error.ts";
import type { Send } from "./router_options.ts";
import type { Settings } from "./settings.ts";
import type { Settled, Settlement } from "./settlement.ts";
import { type Destination, headersOf } from "./target.ts";
import { unfinished } from "./unfinished.ts";
import { type CountedUsage, UsageTally } from "./usage.ts";
import { Watch } from "./watch.ts";

/** One attempt's request. */
export interface Order {
  /** JSON; undefined when `send` adds the body. */
  readonly body: string | undefined;
  /** The body without what asks for usage, for providers that refuse to be asked. */
  readonly plainBody: string | undefined;
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
    const attempt: Attempt = {
      destination,
      watch,
      settings,
      tally,
      isStreamed: order.isStreamed,
      clean: keyCleaner(key),
      onFirst: () => firstTokenMs = Math.round(performance.now() - began),
      onEnd: (end) => tell(settle(end.status, end.httpStatus, count(end.isWhole))),
      send: (signal) => {
        stage = "sent";
        const { plainBody, body = null } = order;
        const isPlain = plainBody !== undefined && settings.plainHosts.has(destination.url.host);
        return order.send(
          new Request(destination.url, {
            method: "POST",
            headers,
            redirect: "manual",
            signal,
            body: isPlain ? plainBody : body,
          }),
        );
      },
    };
    const response = await tryOnce(attempt).catch((thrown) => {
      if (order.plainBody === undefined || !refusesUsage(thrown)) throw thrown;
      settings.plainHosts.add(destination.url.host);
      return tryOnce(attempt);
    });
    return { response, settled };
  } catch (thrown) {
    const failure = thrown instanceof AttemptFailure ? thrown : undefined;
    const isUnopened = thrown instanceof LlmError && thrown.code === "grant_refused";
    const usage = isUnopened ? null : unfinished(stage, failure, count);
    if (failure !== undefined) failure.usage = usage;
    const status = failure === undefined ? "cancelled" : "failed";
    void settle(status, failure?.status ?? 0, usage, failure?.retryAfter);
    // Nothing of this attempt is wanted any more, neither by us nor by the provider.
    watch.abort(thrown);
    watch.close();
    throw thrown;
  }
}
