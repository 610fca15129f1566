import { AttemptFailure } from "./attempt_failure.ts";
import type { Desk } from "./desk.ts";
import type { FailedAttempt } from "./llm_error.ts";
import { exhausted, nextAttempt, refusedBy } from "./next_attempt.ts";
import type { Begun, Order } from "./run_attempt.ts";
import type { Settings } from "./settings.ts";
import type { Destination } from "./target.ts";
import { tracedAttempt } from "./traced_attempt.ts";
import { pause } from "./watch.ts";

/** What is tried, and who is told of it. */
export interface Attempts {
  readonly desk: Desk;
  readonly settings: Settings;
  readonly first: Destination;
  readonly signal: AbortSignal | undefined;
  /** The request for a model. @throws LlmError */
  readonly orderFor: (destination: Destination) => Order;
  readonly onTarget: (destination: Destination) => void;
}

/**
 * Tries one model after the other until an answer begins. What the caller did wrong is thrown at
 * once; the core is told of everything else, so that it marks keys and models, and names the next.
 * @throws LlmError, or the caller's reason for aborting
 */
export async function runAttempts(attempts: Attempts): Promise<Begun> {
  const { desk, settings, signal, onTarget } = attempts;
  const failed: FailedAttempt[] = [];
  let left = settings.maxWaitMs;
  let destination = attempts.first;
  for (let nth = 1;; nth++) {
    let failure: AttemptFailure;
    try {
      return await tracedAttempt(desk, settings, destination, orderOf(attempts, destination));
    } catch (thrown) {
      if (!(thrown instanceof AttemptFailure)) throw thrown;
      failure = thrown;
    }
    const { attempt, provider, model } = destination;
    const { status, message } = failure;
    failed.push({ attempt, provider, model, status, reason: message });
    const tell = (retry_in_ms: number | null) =>
      settings.onEvent({
        kind: "attempt_failed",
        decision_id: desk.decisionId,
        retry_in_ms,
        ...failed.at(-1)!,
      });
    if (failure.isCallers || nth >= settings.maxAttempts) {
      tell(null);
      throw failure.isCallers ? refusedBy(failure, failed) : exhausted(failure, failed);
    }
    const next = await nextAttempt(desk, failure, failed, destination, left, signal)
      .catch((thrown) => {
        tell(null);
        throw thrown;
      });
    tell(next.waitMs);
    left -= next.waitMs;
    destination = next.destination;
    onTarget(destination);
    await pause(next.waitMs, signal).catch((reason) => {
      desk.cancel(destination.attempt);
      throw reason;
    });
  }
}

function orderOf({ desk, orderFor }: Attempts, destination: Destination): Order {
  try {
    return orderFor(destination);
  } catch (thrown) {
    desk.cancel(destination.attempt);
    throw thrown;
  }
}
