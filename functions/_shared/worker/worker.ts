import type { WorkerStats } from "./events.ts";

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
   * that this worker saw, until it was asked to drain and has, or until seconds are over; then
   * stops. Throws a CallError when the API refuses the worker, as for a wrong key.
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
