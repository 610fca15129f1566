import type { AttemptFailure } from "./attempt_failure.ts";
import type { Desk } from "./desk.ts";
import { type FailedAttempt, LlmError } from "./llm_error.ts";
import type { Destination } from "./target.ts";
import { pause } from "./watch.ts";

/** The first wait for the same model where nobody names one, in milliseconds; doubled each time. */
const firstBackoffMs = 250;

/** The attempt after one that failed, and what it waits for. */
export interface NextAttempt {
  readonly destination: Destination;
  readonly waitMs: number;
}

/**
 * Asks for the next attempt. Another model is called at once; the same one after its Retry-After,
 * if that is not longer than there is time left.
 * @param leftMs milliseconds that may still be waited
 * @throws LlmError when there is no other attempt, or it would take too long
 */
export async function nextAttempt(
  desk: Desk,
  failure: AttemptFailure,
  failed: readonly FailedAttempt[],
  destination: Destination,
  leftMs: number,
  signal: AbortSignal | undefined,
): Promise<NextAttempt> {
  const told = {
    attempt: destination.attempt,
    http_status: failure.status || null,
    retry_after_ms: failure.retryAfter ?? null,
    usage: failure.usage,
    error: failure.message.slice(0, 200),
  };
  const ask = () => desk.next(told, signal);
  let waited = 0;
  const next = await ask().catch(async (refusal) => {
    const wait = refusal instanceof LlmError ? refusal.retryAfterMs : undefined;
    if (wait === undefined || wait > leftMs) throw noOther(refusal, failure, failed);
    await pause(wait, signal);
    waited = wait;
    return await ask().catch((again) => {
      throw noOther(again, failure, failed);
    });
  });
  const isSame = next.url.href === destination.url.href && next.model === destination.model;
  const backoff = firstBackoffMs * 2 ** (failed.length - 1) * (0.5 + Math.random());
  const asked = Math.max(failure.retryAfter ?? Math.ceil(backoff), next.waitMs);
  const waitMs = isSame ? Math.max(asked - waited, 0) : 0;
  if (waited + waitMs <= leftMs) return { destination: next, waitMs };
  desk.cancel(next.attempt);
  throw exhausted(failure, failed);
}

function noOther(refusal: unknown, failure: AttemptFailure, failed: readonly FailedAttempt[]) {
  if (!(refusal instanceof LlmError)) return refusal;
  if (!["no_candidate", "unavailable"].includes(refusal.code)) {
    const { message, status, hint, retryAfterMs, details } = refusal;
    const options = { status, hint, retryAfterMs, details, attempts: failed, cause: failure };
    return new LlmError(refusal.code, message, options);
  }
  return exhausted(failure, failed, refusal);
}

/** The error of a call whose attempts all failed. */
export function exhausted(
  failure: AttemptFailure,
  failed: readonly FailedAttempt[],
  refusal?: LlmError,
): LlmError {
  const { provider, model } = failed.at(-1)!;
  const tries = failed.length === 1 ? "the only attempt" : `the last of ${failed.length} attempts`;
  return new LlmError(
    "provider_failed",
    `Cannot call ${model} of ${provider} (${tries}): ${failure.message}`,
    {
      status: failure.status,
      retryAfterMs: refusal?.retryAfterMs ?? failure.retryAfter,
      hint: refusal?.message ?? "",
      attempts: failed,
      body: failure.body,
      details: refusal?.details ?? {},
      cause: failure,
    },
  );
}

/** The error of a call that the provider says is wrong. */
export function refusedBy(failure: AttemptFailure, failed: readonly FailedAttempt[]): LlmError {
  const { provider, model } = failed.at(-1)!;
  const message = `Cannot call ${model} of ${provider}: ${failure.message}`;
  return new LlmError("provider_refused", message, {
    status: failure.status,
    hint: "Correct the request; another try would fail likewise.",
    attempts: failed,
    body: failure.body,
    cause: failure,
  });
}
