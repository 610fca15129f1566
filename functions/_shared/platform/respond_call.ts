import { z } from "zod";
import { CallError } from "../worker/transport.ts";
import { CogoError, isErrorCode } from "./errors.ts";
import { respond, respondError, respondRpcError, respondThrown } from "./respond.ts";

const refusal = z.looseObject({
  status: z.number().int().min(400).max(599),
  retry_after_ms: z.number().nonnegative().nullish(),
});
const refused = z.object({ refused: refusal });

/**
 * Answers with what an RPC returned: a value as it is, a refusal that had to be kept
 * (`{"refused": {status, …}}`) with its status and, from `retry_after_ms`, a `Retry-After`.
 */
export function respondAnswer(answer: unknown): Response {
  const read = refused.safeParse(answer);
  if (!read.success) return respond(answer);
  const { status, ...body } = read.data.refused;
  const wait = body.retry_after_ms;
  const headers = typeof wait === "number"
    ? { "retry-after": String(Math.max(1, Math.ceil(wait / 1000))) }
    : {};
  return respond(body, status, headers as Record<string, string>);
}

/**
 * As {@link respondThrown}, and passes on what an RPC refused. That no database answered is told
 * without its address, which the log gets.
 */
export function respondFailure(thrown: unknown, functionName: string): Response {
  if (thrown instanceof CallError && isUnanswered(thrown)) {
    console.error(`${functionName}:`, thrown);
    const message = "Cannot answer: the database does not answer";
    const hint = "Try again; whether the call was done is not known.";
    return respondError(new CogoError("database_unreachable", message, hint));
  }
  if (!(thrown instanceof CallError) || !isErrorCode(thrown.code)) {
    return respondThrown(thrown, functionName);
  }
  const { message, code: details, hint, status } = thrown;
  return respondRpcError({ code: `PT${status}`, message, details, hint }, status);
}

function isUnanswered({ code, status }: CallError): boolean {
  if (isErrorCode(code)) return code === "database_unreachable";
  return status === 0 || status === 503;
}
