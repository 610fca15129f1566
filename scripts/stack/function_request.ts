import { messageOf } from "./failure.ts";
import { refuse } from "./replies.ts";

/**
 * Sends a request on to a function's worker and streams its answer back.
 * @param address the worker's own `http://127.0.0.1:PORT`
 * @param path what the function sees, its name first, as on the platform
 * @param wallClock milliseconds after which the request ends
 */
export async function forward(
  address: string,
  path: string,
  request: Request,
  body: BodyInit | null,
  wallClock: number,
): Promise<Response> {
  const outer = new URL(request.url);
  const headers = new Headers(request.headers);
  headers.set("x-forwarded-host", outer.host);
  headers.set("x-forwarded-proto", outer.protocol.slice(0, -1));
  for (const hop of ["host", "connection", "content-length"]) headers.delete(hop);
  const response = await fetch(`${address}/${path}${outer.search}`, {
    method: request.method,
    headers,
    body,
    signal: AbortSignal.timeout(wallClock),
    redirect: "manual",
  });
  const answered = new Headers(response.headers);
  answered.delete("content-encoding"); // fetch has unpacked the body
  answered.delete("content-length");
  return new Response(response.body, { status: response.status, headers: answered });
}

/** Whether the request cannot have reached the function: its port no longer takes connections. */
export const isUnsent = (thrown: unknown) =>
  /refused|was replaced|was stopped/i.test(messageOf(thrown));

/** The answer when time ran out. */
export function overTime(name: string, wallClock: number): Response {
  return refuse({
    status: 504,
    details: "function_timeout",
    message: `Cannot answer: function ${name} took more than ${wallClock / 1000} s`,
    hint: "Answer sooner and hand long work to a job or to EdgeRuntime.waitUntil.",
  });
}

/** The answer for a name that is no function. */
export function notThere(name: string): Response {
  return refuse({
    status: 404,
    details: "function_not_found",
    message: `Cannot find the function "${name}"`,
    hint: "The path is /functions/v1/NAME; there must be a file functions/NAME/index.ts.",
  });
}

/** The answer when the function could not be run. */
export function failed(name: string, thrown: unknown): Response {
  return refuse({
    status: 502,
    details: "function_failed",
    message: `Cannot run the function ${name}: ${messageOf(thrown)}`,
    hint: `Correct functions/${name}/index.ts; the next request starts it anew.`,
  });
}
