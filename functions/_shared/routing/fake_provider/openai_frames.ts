import type { Fault, SeenRequest } from "./fault.ts";

/** The true usage of every chat answer here: 20 tokens in, 8 of them cached, 7 out, 2 reasoned. */
export const openaiUsage = {
  prompt_tokens: 20,
  completion_tokens: 7,
  total_tokens: 27,
  prompt_tokens_details: { cached_tokens: 8 },
  completion_tokens_details: { reasoning_tokens: 2 },
};

const base = { id: "chatcmpl-fake", created: 1_790_000_000 };

function usageOf(fault: Fault, usage: object = openaiUsage): object | undefined {
  if (fault.usage === "missing") return undefined;
  return typeof fault.usage === "object" ? { ...usage, ...fault.usage } : usage;
}

/** The JSON answer of `/chat/completions`. */
export function chatCompletion(seen: SeenRequest, fault: Fault, text: string): object {
  return {
    ...base,
    object: "chat.completion",
    model: seen.body["model"],
    choices: [{ index: 0, message: { role: "assistant", content: text }, finish_reason: "stop" }],
    usage: usageOf(fault),
  };
}

/** The JSON answer of `/embeddings`: one vector of three numbers for each input. */
export function embeddings(seen: SeenRequest, fault: Fault): object {
  const inputs = [seen.body["input"]].flat();
  return {
    object: "list",
    model: seen.body["model"],
    data: inputs.map((_, index) => ({ object: "embedding", index, embedding: [0.1, 0.2, 0.3] })),
    usage: usageOf(fault, { prompt_tokens: 5 * inputs.length, total_tokens: 5 * inputs.length }),
  };
}

/** The frames of a streamed chat; a tool call with split arguments when tools were offered. */
export function chatFrames(seen: SeenRequest, fault: Fault, pieces: string[]): string[] {
  const options = seen.body["stream_options"] as { include_usage?: boolean } | undefined;
  const asked = options?.include_usage === true;
  const chunk = (delta: object, finish_reason: string | null = null, usage: object | null = null) =>
    frame({
      ...base,
      object: "chat.completion.chunk",
      model: seen.body["model"],
      choices: [{ index: 0, delta, finish_reason }],
      ...(asked ? { usage } : {}),
    });
  const tools = seen.body["tools"] !== undefined;
  const deltas = tools ? toolDeltas() : pieces.map((content) => ({ content }));
  const growing = (at: number) =>
    fault.usage === "cumulative" ? { prompt_tokens: 20, completion_tokens: at + 1 } : null;
  const last = frame({
    ...base,
    object: "chat.completion.chunk",
    choices: [],
    usage: usageOf(fault),
  });
  const told = asked && fault.usage !== "missing";
  return [
    chunk({ role: "assistant", content: "" }),
    ...deltas.map((delta, at) => chunk(delta, null, growing(at))),
    chunk({}, tools ? "tool_calls" : "stop"),
    ...(told ? [last] : []),
    ...(told && fault.usage === "duplicate" ? [last] : []),
    ...(fault.done === false ? [] : ["data: [DONE]\n\n"]),
  ];
}

function toolDeltas(): object[] {
  const call = { index: 0, id: "call_1", type: "function" };
  const parts = ['{"ci', 'ty": "Kö', 'ln"}'];
  return [
    { tool_calls: [{ ...call, function: { name: "weather", arguments: "" } }] },
    ...parts.map((text) => ({ tool_calls: [{ index: 0, function: { arguments: text } }] })),
  ];
}

function frame(data: object): string {
  return `data: ${JSON.stringify(data)}\n\n`;
}

/** The body of an OpenAI error. */
export function openaiError(status: number): object {
  const type = status === 429
    ? "rate_limit_error"
    : status < 500
    ? "invalid_request_error"
    : "server_error";
  return { error: { message: `fake error ${status}`, type, code: null, param: null } };
}
