import type { ReplyFailure } from "./call_wire.ts";
import { type ErrorClass, type FailureOptions, JobError } from "./errors.ts";

/**
 * The parent of what `call` throws. It is a {@link JobError} as well: a handler that does not catch
 * it fails with its class, so that what may work later is tried again.
 */
export abstract class RequestError extends JobError {
  /** What was asked for. */
  readonly type: string;

  constructor(type: string, message: string, options: FailureOptions = {}) {
    super(message, { stage: "fetch", reason: "dependency_unavailable", ...options });
    this.type = type;
  }
}

/** No reply came in time. */
export class RequestTimedOut extends RequestError {
  readonly class = "transient";

  /**
   * @param certain true: the engine said so, and whoever works at it was told to stop. false: the
   * engine could not be reached until then, so there may be a reply.
   */
  constructor(
    type: string,
    readonly jobId: number | null,
    readonly certain: boolean,
    cause?: unknown,
  ) {
    const why = certain ? "no reply came in time" : "the engine could not be reached in time";
    super(type, `${type} timed out: ${why}`, { reason: "timeout", cause });
  }
}

/** Whoever worked at it failed for good, or it was cancelled; {@link failure} is what was said. */
export class RequestFailed extends RequestError {
  readonly class: ErrorClass;

  constructor(type: string, readonly jobId: number, readonly failure: ReplyFailure) {
    super(type, `${type} failed: ${failure.message}`, { details: { failure } });
    this.class = failure.class === "transient" ? "transient" : "permanent";
  }

  /** Why: a reason code, or `cancelled`; undefined when nothing was said. */
  get why(): string | undefined {
    return this.failure.reason;
  }
}

/** What was to be sent (`request`) or what came back (`reply`) is not what its schema says. */
export class SchemaMismatch extends RequestError {
  readonly class = "permanent";

  constructor(
    type: string,
    readonly side: "request" | "reply",
    message: string,
    details?: unknown,
  ) {
    super(type, message, { reason: "validation_failed", details });
  }
}

/** The engine does not take the request; {@link code} is its word, {@link hint} the next step. */
export class RequestRefused extends RequestError {
  readonly class = "permanent";

  constructor(
    type: string,
    message: string,
    readonly code: string,
    readonly hint: string,
    cause?: unknown,
  ) {
    super(type, message, { reason: "policy_violation", details: { code, hint }, cause });
  }
}

/** The caller may not ask: its token lacks a scope, or somebody revoked it. */
export class RequestForbidden extends RequestRefused {}
