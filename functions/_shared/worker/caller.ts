import { type AskerSettings } from "./ask.ts";
import type { CallOptions } from "./call_options.ts";
import { Conversation } from "./conversation.ts";
import type { JsonObject } from "./job.ts";
import { ReplyWaits } from "./reply_waits.ts";
import type { RequestType } from "./request_type.ts";
import { type ApiAddress, callsOf, callsTo, type SupabaseLike } from "./transport.ts";

/** Asks others and waits for their replies. */
export interface Caller {
  /**
   * Asks and waits: answers the reply. Throws a {@link RequestTimedOut}, {@link RequestFailed},
   * {@link SchemaMismatch}, {@link RequestForbidden} or {@link RequestRefused}, and the reason of
   * `signal`, whose abort cancels the request. Waits out a restart of the engine.
   */
  call<Payload, Reply>(
    what: RequestType<Payload, Reply>,
    payload: Payload,
    options?: CallOptions,
  ): Promise<Reply>;
  call(what: string, payload: JsonObject, options?: CallOptions): Promise<unknown>;
}

/** How a {@link Caller} waits; milliseconds. */
export interface CallerTuning {
  /** Between looks for replies, at first and at most. Default: 50 and 2,000. */
  pollMs?: number;
  pollMaxMs?: number;
  /** After which a call of the API is given up. Default: 10,000. */
  callTimeoutMs?: number;
  /** First and longest wait after a failed call. Default: 250 and 15,000. */
  retryMs?: number;
  retryMaxMs?: number;
}

/** Makes a caller: from an address and a key or token, or from a supabase-js client. */
export function createCaller(
  options: CallerTuning & ({ client: SupabaseLike } | ApiAddress),
): Caller {
  return callerOf({
    call: "client" in options ? callsOf(options.client) : callsTo(options),
    callTimeoutMs: options.callTimeoutMs ?? 10_000,
    retryMs: options.retryMs ?? 250,
    retryMaxMs: options.retryMaxMs ?? 15_000,
    pollMs: options.pollMs ?? 50,
    pollMaxMs: options.pollMaxMs ?? 2_000,
  });
}

/** A caller of these settings; all its calls share their looks for replies. */
export function callerOf(settings: AskerSettings): Caller {
  const waits = new ReplyWaits(settings);
  return {
    call: overloaded((what, payload, options) =>
      new Conversation(settings, waits, what, options).hold(payload)
    ),
  };
}

/** The same calls, each with options that are made from its own. */
export function callsWith(
  caller: Caller,
  optionsOf: (options: CallOptions) => CallOptions,
): Caller["call"] {
  return overloaded((what, payload, options) =>
    typeof what === "string"
      ? caller.call(what, payload as JsonObject, optionsOf(options))
      : caller.call(what, payload, optionsOf(options))
  );
}

function overloaded(
  hold: (
    what: RequestType<unknown, unknown> | string,
    payload: unknown,
    options: CallOptions,
  ) => Promise<unknown>,
): Caller["call"] {
  function call<Payload, Reply>(
    what: RequestType<Payload, Reply>,
    payload: Payload,
    options?: CallOptions,
  ): Promise<Reply>;
  function call(what: string, payload: JsonObject, options?: CallOptions): Promise<unknown>;
  function call(
    what: RequestType<unknown, unknown> | string,
    payload: unknown,
    options: CallOptions = {},
  ): Promise<unknown> {
    return hold(what, payload, options);
  }
  return call;
}
