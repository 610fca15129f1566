import { type Asked, askedV1 } from "./call_wire.ts";
import {
  type RequestError,
  RequestForbidden,
  RequestRefused,
  RequestTimedOut,
  SchemaMismatch,
} from "./request_errors.ts";
import { type Call, CallError } from "./transport.ts";
import { jittered, pause } from "./waits.ts";

/** How often and how long a caller tries; milliseconds. */
export interface AskerSettings {
  readonly call: Call;
  readonly callTimeoutMs: number;
  readonly retryMs: number;
  readonly retryMaxMs: number;
  /** Between looks for replies, at first and at most. */
  readonly pollMs: number;
  readonly pollMaxMs: number;
}

/** Whether a call that failed so may be made again as it is. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof CallError)) return false;
  return ![400, 403, 404, 409, 413, 422].includes(error.status);
}

/** Waits before a repeat, longer each time. */
export function backOff(settings: AskerSettings, failures: number): Promise<void> {
  const { retryMs, retryMaxMs } = settings;
  return pause(jittered(Math.min(retryMs * 2 ** Math.min(failures, 20), retryMaxMs)));
}

/**
 * Makes a request, again and again while the engine cannot be reached; its idempotency key makes a
 * repeat harmless. Throws a {@link RequestError}; after `until` (local milliseconds) it gives up.
 */
export async function ask(
  settings: AskerSettings,
  body: { type: string; idempotency_key: string },
  until: number,
  signal: AbortSignal | undefined,
): Promise<Asked> {
  for (let failures = 0;; failures++) {
    try {
      return askedV1.parse(await settings.call("request", body, settings.callTimeoutMs));
    } catch (error) {
      if (!isPassing(error)) throw refusalOf(body.type, error);
      if (Date.now() >= until) throw new RequestTimedOut(body.type, null, false, error);
    }
    await backOff(settings, failures);
    signal?.throwIfAborted();
  }
}

/** What the engine's refusal means for who asked. */
export function refusalOf(type: string, error: unknown): RequestError {
  if (!(error instanceof CallError)) {
    return new RequestRefused(
      type,
      `The answer is not understood: ${String(error)}`,
      "",
      "",
      error,
    );
  }
  const { message, code, hint, status } = error;
  if (code === "request_timed_out") return new RequestTimedOut(type, null, true, error);
  if (code === "schema_mismatch") return new SchemaMismatch(type, "request", message, { hint });
  if (status === 403) return new RequestForbidden(type, message, code, hint, error);
  return new RequestRefused(type, message, code, hint, error);
}
