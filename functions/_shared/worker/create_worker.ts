import { filesOf, filesTo } from "./files.ts";
import { type Handlers, type TypedHandlers, withSchemas } from "./handlers.ts";
import type { PayloadSchema } from "./payload_schema.ts";
import { RunningWorker } from "./running_worker.ts";
import { settingsOf, type WorkerTuning } from "./settings.ts";
import { State } from "./state.ts";
import { type ApiAddress, callsOf, callsTo, type SupabaseLike } from "./transport.ts";
import type { Worker } from "./worker.ts";

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
  const files = "client" in options ? filesOf(options.client) : filesTo(options);
  const handlers = withSchemas(options.handlers, options.schemas ?? {});
  return new RunningWorker(new State(settingsOf(options, call, handlers, files)));
}
