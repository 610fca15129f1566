import type { Caller } from "./caller.ts";
import type { ArtifactBytes } from "./files.ts";
import type { EnqueuedJob, Job, JsonObject, NewJob } from "./job.ts";
import type { ArtifactOptions, KeptArtifact } from "./kept_artifact.ts";

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
