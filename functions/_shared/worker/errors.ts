/** The class of a failure decides what the engine does: only `transient` is tried again. */
export type ErrorClass = "transient" | "validation" | "permanent";

/** Where in a job's work something failed. */
export type FailureStage = "input" | "fetch" | "exec" | "output" | "commit";

/** Why it failed: the reason codes of the state machine. */
export type FailureReason =
  | "parse_error"
  | "validation_failed"
  | "dependency_unavailable"
  | "timeout"
  | "exhausted_retries"
  | "policy_violation"
  | "infrastructure_failure"
  | "compensation_failed";

/** What a handler may say about a failure besides its message. */
export interface FailureOptions {
  /** Default: exec. */
  stage?: FailureStage;
  reason?: FailureReason;
  /** Plain JSON of at most 8 KB, kept with the attempt; larger details are left out. */
  details?: unknown;
  /** The error that led to this one; stays in this process. */
  cause?: unknown;
}

/** The parent of the errors by which a handler says how its job failed. */
export abstract class JobError extends Error {
  abstract readonly class: ErrorClass;
  readonly stage: FailureStage;
  readonly reason: FailureReason | undefined;
  readonly details: unknown;

  constructor(message: string, options: FailureOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.stage = options.stage ?? "exec";
    this.reason = options.reason;
    this.details = options.details;
  }
}

/** The input or the result is wrong: the job goes to the dead letters at once. */
export class ValidationError extends JobError {
  readonly class = "validation";

  constructor(message: string, options: FailureOptions = {}) {
    super(message, { reason: "validation_failed", ...options });
  }
}

/** It will never work: the job goes to the dead letters at once. */
export class PermanentError extends JobError {
  readonly class = "permanent";
}

/** It may work later: the job is tried again, by the retry policy of its type. */
export class TransientError extends JobError {
  readonly class = "transient";
  /** Seconds until the next try, 0 to 2592000; undefined leaves it to the job type's backoff. */
  readonly retryInSeconds: number | undefined;

  constructor(message: string, options: FailureOptions & { retryInSeconds?: number } = {}) {
    super(message, options);
    this.retryInSeconds = options.retryInSeconds;
  }
}
