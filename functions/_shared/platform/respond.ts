import { CogoError, type ErrorBody } from "./errors.ts";

const noStore = { "cache-control": "no-store" };

/** A JSON answer that caches do not keep. */
export function respond(
  value: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return Response.json(value, { status, headers: { ...noStore, ...headers } });
}

/** The error answer `{code, message, details, hint}` with its status. */
export function respondError(
  error: CogoError,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return respond(error.body, error.status, headers);
}

/**
 * Passes on what an RPC refused, untouched: the status follows from `PT409`, or is the one that
 * PostgREST gave.
 */
export function respondRpcError(error: ErrorBody, status: number): Response {
  const own = /^PT(\d{3})$/.exec(error.code)?.[1];
  const { code, message, details, hint } = error;
  return respond({ code, message, details, hint }, own === undefined ? status : Number(own));
}

/**
 * Turns what a handler threw into an answer: errors of ours as they are, all else as `internal`
 * (500), whose cause goes to the log and not to the caller.
 */
export function respondThrown(thrown: unknown, functionName: string): Response {
  if (thrown instanceof CogoError) return respondError(thrown);
  console.error(`${functionName}:`, thrown);
  const hint = "Look at the function's log; the request may be sent again.";
  return respondError(
    new CogoError("internal", `Cannot answer: the ${functionName} function failed`, hint),
  );
}
