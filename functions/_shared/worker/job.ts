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
