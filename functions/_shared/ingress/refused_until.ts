import { CogoError } from "../platform/errors.ts";

const most = 10_000;

/**
 * Remembers for a moment what the database refused, so that a flood is turned away without asking it
 * again. It only repeats what was said: until then the answer would have been the same.
 */
export class RefusedUntil {
  readonly #until = new Map<string, number>();

  /** Notes that `subject` was refused; at most for a second. */
  note(subject: string, waitMs: number, now: number = Date.now()): void {
    this.#until.delete(subject);
    this.#until.set(subject, now + Math.min(waitMs, 1000));
    for (const oldest of this.#until.keys()) {
      if (this.#until.size <= most) break;
      this.#until.delete(oldest);
    }
  }

  /** Milliseconds that the first refused of these still waits; 0 when none does. */
  waitOf(subjects: readonly (string | undefined)[], now: number = Date.now()): number {
    for (const subject of subjects) {
      const until = subject === undefined ? undefined : this.#until.get(subject);
      if (until === undefined) continue;
      if (until > now) return until - now;
      this.#until.delete(subject!);
    }
    return 0;
  }
}

/** What was refused a moment ago, told again. */
export function stillRefused(): CogoError {
  return new CogoError(
    "rate_limited",
    "Cannot take the request: a rate is used up",
    "Send it again after Retry-After, with the same idempotency key; nothing was enqueued.",
  );
}

/** The function has as much in hand as it may. */
export function tooMuchInHand(): CogoError {
  return new CogoError(
    "overloaded",
    "Cannot take the request: too many are in hand",
    "Send it again after Retry-After, with the same idempotency key; nothing was enqueued.",
  );
}
