import type { JsonObject } from "./api_format.ts";
import { bodyFor, type CallOptions } from "./call_body.ts";
import type { RouteNeed } from "./contract.ts";
import type { Send } from "./router_options.ts";
import type { Order } from "./run_attempt.ts";
import type { Settings } from "./settings.ts";
import type { Destination, Target } from "./target.ts";

/** Adds the body to a request and sends it: `(request) => fetch(request, { body })`. */
export type SendTo = (request: Request, target: Target) => Promise<Response>;

/** What was asked for, and in which format the caller wrote its body. */
export interface Plan {
  readonly settings: Settings;
  readonly need: RouteNeed;
  readonly firstFormat: string;
}

/** The request for a model. @throws LlmError bad_argument, format_changed */
export function orderOf(
  body: JsonObject | SendTo,
  to: Destination,
  { settings, need, firstFormat }: Plan,
  options: CallOptions,
): Order {
  const { signal } = options;
  if (typeof body === "function") {
    const { attempt, provider, model, region, apiFormat, baseUrl } = to;
    const target = { attempt, provider, model, region, apiFormat, baseUrl };
    const send: Send = (request) => body(request, target);
    const isStreamed = options.stream ?? false;
    return { body: undefined, plainBody: undefined, isStreamed, send, signal };
  }
  const plain = bodyFor(body, to, firstFormat, need.max_output_tokens, options);
  const isStreamed = plain["stream"] === true;
  const asking = isStreamed ? to.format.askingUsage(plain) : plain;
  return {
    body: JSON.stringify(asking),
    plainBody: asking === plain ? undefined : JSON.stringify(plain),
    isStreamed,
    send: options.fetch ?? settings.fetch,
    signal,
  };
}
