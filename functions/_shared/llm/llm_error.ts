/** Words of the library; refusals of router-select and key-vault keep their own (docs/errors.md). */
export type LlmErrorCode =
  /** The provider says that the request is wrong (400, 404, 413, 422): see `status` and `body`. */
  | "provider_refused"
  /** No attempt worked; `attempts` says why each failed. */
  | "provider_failed"
  /** The core is out of reach, and no budget lease covers a call without it. */
  | "unavailable"
  /** The answer of router-select would send a key or a request where it must not go. */
  | "unsafe_target"
  /** The next model speaks another API format, and the caller gave no body for it. */
  | "format_changed"
  /** A decision pays for one call. */
  | "route_used"
  | "bad_argument"
  | "budget_exceeded"
  | "rate_limited"
  | "no_candidate"
  | "grant_refused"
  // The core may refuse with a word that this version does not know.
  | (string & Record<never, never>);

/** How one attempt failed. */
export interface FailedAttempt {
  readonly attempt: number;
  readonly provider: string;
  readonly model: string;
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  readonly reason: string;
}

/** More about an {@link LlmError}. */
export interface LlmErrorOptions {
  readonly status?: number;
  readonly hint?: string;
  readonly retryAfterMs?: number | undefined;
  readonly attempts?: readonly FailedAttempt[];
  readonly body?: unknown;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/** A call that could not be routed or made. Never holds a key. */
export class LlmError extends Error {
  override readonly name = "LlmError";
  /** HTTP status of the refusal; 0 when there was no answer. */
  readonly status: number;
  readonly hint: string;
  /** Milliseconds after which trying again makes sense, where somebody said so. */
  readonly retryAfterMs: number | undefined;
  readonly attempts: readonly FailedAttempt[];
  /** The provider's own error body, parsed where it is JSON. */
  readonly body: unknown;
  /** What a refusal of the core says besides: `rejected`, `budget_id`, `resets_at`, … */
  readonly details: Readonly<Record<string, unknown>>;

  /** @param code the machine word */
  constructor(readonly code: LlmErrorCode, message: string, options: LlmErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.status = options.status ?? 0;
    this.hint = options.hint ?? "";
    this.retryAfterMs = options.retryAfterMs;
    this.attempts = options.attempts ?? [];
    this.body = options.body;
    this.details = options.details ?? {};
  }

  /** Whether the same call may work later: a worker throws a TransientError for it. */
  get isRetryable(): boolean {
    return ["provider_failed", "unavailable", "rate_limited", "grant_refused"].includes(
      this.code,
    ) ||
      (this.code === "no_candidate" && this.retryAfterMs !== undefined);
  }
}
