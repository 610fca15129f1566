import type { WorkerStats } from "./events.ts";
import { type Handlers, type PayloadSchema, type TypedHandlers, withSchemas } from "./handlers.ts";
import { RunningWorker } from "./running_worker.ts";
import { settingsOf, type WorkerTuning } from "./settings.ts";
import { State } from "./state.ts";
import { type ApiAddress, callsOf, callsTo, type SupabaseLike } from "./transport.ts";

/** What a worker is made of: how to reach the API, and what it can do. */
export type WorkerOptions =
  & WorkerTuning
  & ({ client: SupabaseLike } | ApiAddress)
  & { handlers: Handlers };

/** {@link WorkerOptions} where `schemas` names the payload of each type: handlers are typed by it. */
export type TypedWorkerOptions<Schemas> =
  & Omit<WorkerOptions, "handlers">
  & ({ client: SupabaseLike } | ApiAddress)
  & { schemas: Schemas; handlers: TypedHandlers<Schemas> };

/** A worker: claims jobs of one executor, runs their handlers, reports how they ended. */
export interface Worker {
  readonly name: string;
  /** Begins to work in the background; does nothing when it works already. */
  start(): void;
  /**
   * Stops claiming, gives back what no handler has begun, waits up to timeoutMs (default 30,000)
   * for those at work, then aborts them and gives their jobs back. Giving back uses no attempt.
   */
  stop(options?: { timeoutMs?: number }): Promise<WorkerStats>;
  /**
   * Works until no job has come for idleMs (default 2,000) and none is at work or due for a retry
   * that this worker saw, or until seconds are over; then stops. Throws a CallError when the API
   * refuses the worker, as for a wrong key.
   */
  runUntilIdle(options?: IdleOptions): Promise<WorkerStats & { idle: boolean }>;
  readonly stats: WorkerStats;
}

/** When {@link Worker.runUntilIdle} ends. */
export interface IdleOptions {
  seconds?: number;
  idleMs?: number;
  timeoutMs?: number;
}

/**
 * Makes a worker. It does nothing until it is started.
 * Throws a RangeError that names a setting which makes no sense.
 */
export function createWorker<Schemas extends Record<string, PayloadSchema>>(
  options: TypedWorkerOptions<Schemas>,
): Worker;
export function createWorker(options: WorkerOptions): Worker;
export function createWorker(
  options: WorkerOptions & { schemas?: Record<string, PayloadSchema> },
): Worker {
  const call = "client" in options ? callsOf(options.client) : callsTo(options);
  const handlers = withSchemas(options.handlers, options.schemas ?? {});
  return new RunningWorker(new State(settingsOf(options, call, handlers)));
}
