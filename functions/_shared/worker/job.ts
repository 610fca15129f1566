import type { Caller } from "./caller.ts";
import type { ArtifactBytes } from "./files.ts";

/** Any JSON object. */
export type JsonObject = Record<string, unknown>;

/** A job as `work` hands it out. Times are RFC 3339 texts. */
export interface Job<Payload = JsonObject> {
  readonly job_id: number;
  /** The claim it is held under; only its holder may end the job. */
  readonly fence: number;
  /** 1 for the first try. */
  readonly attempt: number;
  readonly max_attempts: number;
  readonly type: string;
  readonly payload: Payload;
  readonly tenant_id: string;
  /** Public id of the job (UUIDv7). */
  readonly id: string;
  readonly correlation_id: string | null;
  readonly cause: string | null;
  readonly traceparent: string | null;
  readonly created_at: string;
  /** Whoever waits for its reply; undefined when nobody does. */
  readonly request?: RequestInHand;
}

/** That somebody waits for a job's reply, and until when. */
export interface RequestInHand {
  /** The agent that asked; null = an operator, or a token without agent_id. */
  readonly asked_by: string | null;
  /** When the asker stops waiting, by the local clock. */
  readonly deadline: Date;
}

/** A job to enqueue, as `enqueue_jobs` takes it. */
export interface NewJob {
  /** `prefix.name`. */
  type: string;
  payload?: JsonObject;
  /** With a key, enqueueing again (on a retry of this job) finds the first one. */
  idempotency_key?: string;
  /** Not before this moment (RFC 3339); or delay_seconds from now. */
  run_at?: string;
  delay_seconds?: number;
  priority?: "urgent" | "normal" | "bulk";
  executor?: string;
  /** Jobs of one key run so many at a time as their type's key_limit says; by default one. */
  concurrency_key?: string;
  max_attempts?: number;
  /** Starts when all of these jobs are closed, whatever their outcome. */
  after?: number[];
  tenant_id?: string;
}

/** What `enqueue_jobs` answers for each job, in the order given. */
export interface EnqueuedJob {
  job_id: number;
  id: string;
  /** false: the idempotency key found a job that was there before. */
  created: boolean;
}

/** How a file is kept. */
export interface ArtifactOptions {
  /** Default: application/octet-stream. */
  mediaType?: string;
  /** What readers show it as. Default: other. */
  kind?: "log" | "report" | "coverage" | "summary" | "diff" | "eslint" | "other";
}

/** A file of a job that is kept. */
export interface KeptArtifact {
  artifact_id: string;
  /** Lower-case hex. */
  sha256: string;
  size_bytes: number;
  /** Relative to the project's address; wants a token or key. */
  url: string;
  /** `unchanged`: the same bytes under the same name were there already. */
  outcome: "created" | "unchanged" | "replaced";
}

/** What a handler is given beside its job. */
export interface JobContext {
  /** Aborted with a {@link StopReason}: pass it to fetch and to timers. */
  readonly signal: AbortSignal;
  readonly job: Job;
  readonly attempt: number;
  /** The end of the lease as it stands now; renewed in the background at half of what is left. */
  readonly deadline: Date;
  /** W3C trace context of this run: the job's trace, a span of its own. */
  readonly traceparent: string;
  /** The worker's name. */
  readonly worker: string;
  /** Says something about this job to the worker's `onEvent`. */
  log(entry: string | JsonObject): void;
  /**
   * Enqueues jobs that this one caused: correlation, cause and trace are carried on. At most 1,000,
   * all or nothing. Throws a {@link TransientError} when the engine cannot be reached and a
   * {@link PermanentError} when it refuses.
   */
  enqueue(jobs: NewJob[]): Promise<EnqueuedJob[]>;
  /**
   * Keeps a file of this job, under a plain file name; again under the same name replaces it. It
   * goes when the job does. Throws a {@link TransientError} when it cannot be taken now, and a
   * {@link PermanentError} when it is refused.
   */
  putArtifact(
    name: string,
    bytes: ArtifactBytes,
    options?: ArtifactOptions,
  ): Promise<KeptArtifact>;
  /** The bytes of an artifact of the tenant: `.text()`, `.json()`, `.body`. Throws as putArtifact. */
  getArtifact(artifactId: string): Promise<Response>;
  /** Milliseconds until the asker of this job stops waiting; Infinity when nobody waits. */
  readonly remainingMs: number;
  /**
   * Asks another agent and waits for its reply, because of this job: as {@link Caller.call}, with
   * this job's correlation and trace, and no longer than its own asker waits. What is still awaited
   * when the handler ends is cancelled.
   */
  readonly call: Caller["call"];
}
