import type { JsonObject } from "./api_format.ts";
import { LlmError } from "./llm_error.ts";
import type { Send } from "./router_options.ts";
import type { Destination, Target } from "./target.ts";

/** How one call is made. */
export interface CallOptions {
  /** Ends the call and the provider's work on it. */
  readonly signal?: AbortSignal;
  /** Sets `stream` of the body. */
  readonly stream?: boolean;
  /**
   * The body for a model that speaks another API format than the first. Without it a call fails
   * over within its format only: a translation would lose something unseen.
   */
  readonly translate?: (target: Target) => JsonObject;
  /** Sends this call, instead of the router's `fetch`. */
  readonly fetch?: Send;
}

/** Fields by which gateways let callers choose where a key goes. Here nobody may. */
const foreign = ["api_key", "api_base", "base_url", "extra_headers", "headers", "api_version"];

/**
 * The body of an attempt: the caller's own with the model's name. Nothing else is changed, for a
 * rewritten prompt misses the provider's cache.
 * @param firstFormat the format that the caller wrote the body for
 * @param mostTokens tokens of the answer that were reserved
 * @throws LlmError bad_argument, format_changed
 */
export function bodyFor(
  given: JsonObject,
  destination: Destination,
  firstFormat: string,
  mostTokens: number | undefined,
  { stream, translate }: CallOptions,
): JsonObject {
  const isOther = destination.apiFormat !== firstFormat;
  if (isOther && translate === undefined) {
    const { provider, apiFormat } = destination;
    throw new LlmError(
      "format_changed",
      `Cannot fail over to ${provider}: it speaks ${apiFormat}`,
      {
        hint: "Give translate, which makes the body for the other format.",
      },
    );
  }
  const wanted = isOther ? translate!(destination) : given;
  const wrong = foreign.find((name) => name in wanted);
  if (wrong !== undefined) {
    throw new LlmError("bad_argument", `Cannot call: ${wrong} is not for the body`, {
      hint: "Where a call goes and with which key is decided by router-select.",
    });
  }
  const asked = destination.format.maxTokens(wanted);
  if (asked !== undefined && mostTokens !== undefined && asked > mostTokens) {
    throw new LlmError("bad_argument", `Cannot call: it asks for ${asked} tokens`, {
      hint: `Only ${mostTokens} were reserved; route with a higher max_output_tokens.`,
    });
  }
  const needsMost = destination.apiFormat === "anthropic" && asked === undefined;
  const isChanged = stream === true || (stream === false && wanted["stream"] !== undefined);
  return {
    ...wanted,
    model: destination.model,
    ...(needsMost ? { max_tokens: mostTokens ?? 4096 } : {}),
    ...(isChanged ? { stream } : {}),
  };
}
