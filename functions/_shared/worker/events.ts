import type { JsonObject } from "./job.ts";

/** What a worker tells its `onEvent`. Times are milliseconds. */
export type WorkerEvent =
  | { kind: "job_started"; job_id: number; type: string; attempt: number }
  /** The engine's word on a job that was reported: succeeded, retried, dead_lettered, … */
  | { kind: "job_settled"; job_id: number; type: string; outcome: string; retry_at?: string }
  | { kind: "lease_lost"; job_id: number; type: string; certain: boolean }
  | { kind: "job_cancelled"; job_id: number; type: string }
  /** A result that breaks its type's result_schema, and where; the job is tried again or dead. */
  | { kind: "result_refused"; job_id: number; type: string; why: string }
  /** A result that nobody will take any more. */
  | { kind: "result_dropped"; job_id: number; type: string; why: string }
  /** Somebody asked it to drain, or took that back; drained: it holds nothing any more. */
  | { kind: "draining" | "resumed" | "drained" }
  | { kind: "call_failed"; message: string; status: number; code: string; retry_in_ms: number }
  | { kind: "log"; job_id: number; type: string; entry: string | JsonObject };

/** Counts since the worker was made, and what it holds now. */
export interface WorkerStats {
  /** `work` calls that were answered, and that were not. */
  calls: number;
  failed_calls: number;
  claimed: number;
  succeeded: number;
  retried: number;
  dead_lettered: number;
  released: number;
  cancelled: number;
  lease_lost: number;
  /** Handlers at work now. */
  running: number;
  /** Claimed jobs that wait for a handler now. */
  prefetched: number;
  /** Ends of jobs that the engine has not yet taken. */
  unreported: number;
}
