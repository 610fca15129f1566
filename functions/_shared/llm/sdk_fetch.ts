import type { JsonObject } from "./api_format.ts";
import type { CallOptions } from "./call_body.ts";
import { LlmError } from "./llm_error.ts";
import { objectIn } from "./sse_frames.ts";

/** A `fetch` for the SDK of a provider. */
export type SdkFetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/**
 * Makes a `fetch` of a call: the SDK's body and signal are taken, its address and its credentials
 * are not. What the provider refuses is answered as the provider answered it, so that the SDK throws
 * its own errors; what the core refuses is thrown.
 */
export function sdkFetch(
  call: (body: JsonObject, options: CallOptions) => Promise<Response>,
): SdkFetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const body = objectIn(await request.text());
    if (body === undefined) {
      throw new LlmError("bad_argument", "Cannot call: the request's body is no JSON object");
    }
    try {
      return await call(body, { signal: init?.signal ?? request.signal });
    } catch (thrown) {
      if (!(thrown instanceof LlmError) || thrown.attempts.length === 0) throw thrown;
      if (thrown.status < 400 || thrown.body === undefined) throw thrown;
      // An SDK would try again by itself, and a decision pays for one call.
      const headers = { "x-should-retry": "false" };
      return Response.json(thrown.body, { status: thrown.status, headers });
    }
  };
}
