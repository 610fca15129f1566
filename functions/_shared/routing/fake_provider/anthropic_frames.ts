import type { Fault, SeenRequest } from "./fault.ts";

/** The true usage of every message here: input_tokens leaves out what the cache had or took. */
export const anthropicUsage = {
  input_tokens: 12,
  cache_read_input_tokens: 8,
  cache_creation_input_tokens: 6,
  cache_creation: { ephemeral_5m_input_tokens: 4, ephemeral_1h_input_tokens: 2 },
  output_tokens: 7,
};

function usageOf(fault: Fault, usage: object): object | undefined {
  if (fault.usage === "missing") return undefined;
  return typeof fault.usage === "object" ? { ...usage, ...fault.usage } : usage;
}

/** The JSON answer of `/v1/messages`. */
export function message(seen: SeenRequest, fault: Fault, text: string): object {
  return {
    id: "msg_fake",
    type: "message",
    role: "assistant",
    model: seen.body["model"],
    content: [{ type: "text", text }],
    stop_reason: "end_turn",
    stop_sequence: null,
    usage: usageOf(fault, anthropicUsage),
  };
}

/** The frames of a streamed message; a tool call with split arguments when tools were offered. */
export function messageFrames(seen: SeenRequest, fault: Fault, pieces: string[]): string[] {
  const tools = seen.body["tools"] !== undefined;
  const deltas = tools
    ? ['{"ci', 'ty": "Kö', 'ln"}'].map((partial_json) => ({
      type: "input_json_delta",
      partial_json,
    }))
    : pieces.map((text) => ({ type: "text_delta", text }));
  const block = tools
    ? { type: "tool_use", id: "toolu_1", name: "weather", input: {} }
    : { type: "text", text: "" };
  const begun = {
    ...message(seen, { usage: "missing" }, ""),
    content: [],
    stop_reason: null,
    usage: usageOf(fault, { ...anthropicUsage, output_tokens: 1 }),
  };
  const end = frame("message_delta", {
    delta: { stop_reason: tools ? "tool_use" : "end_turn", stop_sequence: null },
    usage: usageOf(fault, { output_tokens: anthropicUsage.output_tokens }),
  });
  const growing = (at: number) =>
    fault.usage === "cumulative"
      ? [frame("message_delta", { delta: {}, usage: { output_tokens: at + 1 } })]
      : [];
  return [
    frame("message_start", { message: begun }),
    frame("content_block_start", { index: 0, content_block: block }),
    frame("ping", {}),
    ...deltas.flatMap((delta, at) => [
      frame("content_block_delta", { index: 0, delta }),
      ...growing(at),
    ]),
    frame("content_block_stop", { index: 0 }),
    end,
    ...(fault.usage === "duplicate" ? [end] : []),
    frame("message_stop", {}),
    ...(fault.done === true ? ["data: [DONE]\n\n"] : []),
  ];
}

function frame(type: string, fields: object): string {
  return `event: ${type}\ndata: ${JSON.stringify({ type, ...fields })}\n\n`;
}

const errorTypes: Readonly<Record<number, string>> = {
  400: "invalid_request_error",
  401: "authentication_error",
  402: "billing_error",
  403: "permission_error",
  404: "not_found_error",
  429: "rate_limit_error",
  529: "overloaded_error",
};

/** The body of an Anthropic error. */
export function anthropicError(status: number): object {
  const type = errorTypes[status] ?? "api_error";
  return { type: "error", error: { type, message: `fake error ${status}` } };
}
