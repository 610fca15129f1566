/**
 * The worker library: `createWorker` claims jobs of one executor in batches, runs a handler for
 * each, renews their leases and reports how they ended. Web standards and zod only: it runs on
 * Node 20+, Deno and Bun. The guide is docs/guides/worker.md.
 */
export { type Caller, type CallerTuning, createCaller } from "./caller.ts";
export type { Asked, Reply, ReplyFailure } from "./call_wire.ts";
export type { CallOptions } from "./call_options.ts";
export { createWorker, type TypedWorkerOptions, type WorkerOptions } from "./create_worker.ts";
export {
  type ErrorClass,
  type FailureOptions,
  type FailureReason,
  type FailureStage,
  JobError,
  PermanentError,
  TransientError,
  ValidationError,
} from "./errors.ts";
export type { WorkerEvent, WorkerStats } from "./events.ts";
export {
  type CheckedHandler,
  defineHandlers,
  type Handler,
  handler,
  type Handlers,
  type TypedHandlers,
} from "./handlers.ts";
export type { PayloadOf, PayloadSchema } from "./payload_schema.ts";
export type { ArtifactBytes } from "./files.ts";
export type { EnqueuedJob, Job, JsonObject, NewJob, RequestInHand } from "./job.ts";
export type { JobContext } from "./job_context.ts";
export type { ArtifactOptions, KeptArtifact } from "./kept_artifact.ts";
export { answering } from "./answering.ts";
export {
  RequestError,
  RequestFailed,
  RequestForbidden,
  RequestRefused,
  RequestTimedOut,
  SchemaMismatch,
} from "./request_errors.ts";
export { defineRequest, type RequestType } from "./request_type.ts";
export type { WorkerTuning } from "./settings.ts";
export {
  DeadlinePassed,
  JobCancelled,
  LeaseLost,
  type StopReason,
  WorkerStopped,
} from "./stop_reasons.ts";
export { type ApiAddress, CallError, type SupabaseLike } from "./transport.ts";
export type { IdleOptions, Worker } from "./worker.ts";
