import { type Caller, callerOf } from "./caller.ts";
import type { WorkerEvent } from "./events.ts";
import type { FileDoor } from "./files.ts";
import type { JsonObject } from "./job.ts";
import type { Handlers } from "./handlers.ts";
import type { Call } from "./transport.ts";

/** How a worker works; every part has a default. */
export interface WorkerTuning {
  /** Whose work it takes. Default: default. */
  executor?: string;
  /** Its name, 1 to 200 characters, as attempts and events show it. Default: one by chance. */
  worker?: string;
  /** Whether it makes itself known: listed, drained on request, its jobs freed soon after it dies. Default: true. */
  register?: boolean;
  /** What list_workers shows of it: a version of at most 100 characters, and anything in 8 KB. */
  version?: string;
  capabilities?: JsonObject;
  /**
   * Jobs it may hold by the engine's count, with those of answers that were lost on their way.
   * Default: no such bound; concurrency and prefetchMax already bound what it asks for.
   */
  maxHeld?: number;
  /** Jobs it takes a minute at most; the engine counts. Default: as many as it can. */
  maxPerMinute?: number;
  /** Whether it stops by itself once it has drained; else it waits to be resumed. Default: false. */
  exitWhenDrained?: boolean;
  /** Handlers at a time. Default: 10. */
  concurrency?: number;
  /** Jobs claimed beyond those at work, so that handlers need not wait. Default: concurrency. */
  prefetchMax?: number;
  /** Milliseconds between looks at an empty lane, at first and at most; jittered. 250 and 5,000. */
  pollMs?: number;
  pollMaxMs?: number;
  /** Milliseconds that a finished job may wait for others to be reported with it. Default: 10. */
  flushMs?: number;
  /** Milliseconds after which a call is given up. Default: 10,000. */
  callTimeoutMs?: number;
  /** First and longest wait after a failed call, in milliseconds; jittered. 250 and 15,000. */
  retryMs?: number;
  retryMaxMs?: number;
  /** Told what happens. Default: logs of jobs and troubles go to the console as JSON lines. */
  onEvent?: (event: WorkerEvent) => void;
}

/** {@link WorkerTuning} with its defaults, and what the worker works with. */
export interface Settings
  extends Required<Omit<WorkerTuning, "version" | "maxHeld" | "maxPerMinute">> {
  version: string | undefined;
  maxHeld: number | undefined;
  maxPerMinute: number | undefined;
  call: Call;
  files: FileDoor;
  /** Asks for what handlers ask for: one for all, so that their waits share their looks. */
  caller: Caller;
  handlers: Handlers;
}

/** Fills in the defaults. Throws a RangeError that names a setting which makes no sense. */
export function settingsOf(
  tuning: WorkerTuning,
  call: Call,
  handlers: Handlers,
  files: FileDoor,
): Settings {
  const concurrency = whole("concurrency", tuning.concurrency ?? 10, 1, 1000);
  const settings: Omit<Settings, "caller"> = {
    executor: tuning.executor ?? "default",
    worker: tuning.worker ?? `worker-${crypto.randomUUID().slice(0, 8)}`,
    register: tuning.register ?? true,
    version: tuning.version,
    capabilities: tuning.capabilities ?? {},
    maxHeld: tuning.maxHeld,
    maxPerMinute: tuning.maxPerMinute,
    exitWhenDrained: tuning.exitWhenDrained ?? false,
    concurrency,
    prefetchMax: whole("prefetchMax", tuning.prefetchMax ?? concurrency, 0, 1000),
    pollMs: tuning.pollMs ?? 250,
    pollMaxMs: tuning.pollMaxMs ?? 5_000,
    flushMs: tuning.flushMs ?? 10,
    callTimeoutMs: tuning.callTimeoutMs ?? 10_000,
    retryMs: tuning.retryMs ?? 250,
    retryMaxMs: tuning.retryMaxMs ?? 15_000,
    onEvent: tuning.onEvent ?? toConsole,
    call,
    files,
    handlers,
  };
  if (settings.worker.length < 1 || settings.worker.length > 200) {
    throw new RangeError("worker must be a name of 1 to 200 characters");
  }
  if (settings.maxHeld !== undefined) whole("maxHeld", settings.maxHeld, 1, 10_000);
  if (settings.maxPerMinute !== undefined) {
    whole("maxPerMinute", settings.maxPerMinute, 1, 1_000_000);
  }
  for (const name of ["pollMs", "pollMaxMs", "callTimeoutMs", "retryMs", "retryMaxMs"] as const) {
    whole(name, settings[name], 1, 3_600_000);
  }
  return { ...settings, caller: callerOf({ ...settings, pollMs: 50, pollMaxMs: 2_000 }) };
}

function whole(name: string, value: number, least: number, most: number): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new RangeError(`${name} must be a whole number from ${least} to ${most}, not ${value}`);
}

function toConsole(event: WorkerEvent): void {
  if (event.kind === "log") console.log(JSON.stringify(event));
  else if (event.kind !== "job_started" && event.kind !== "job_settled") {
    console.error(JSON.stringify(event));
  }
}
