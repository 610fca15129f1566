import type { ApiFormat, EventFacts, JsonObject } from "./api_format.ts";
import { faultStatus } from "./fault_status.ts";
import { arrayOf, objectOf, textOf } from "./json_parts.ts";
import { countOf, type Usage } from "./usage.ts";

/** OpenAI's chat completions and embeddings, and what many others serve in their likeness. */
export const openai: ApiFormat = {
  path: (service) => service === "embeddings" ? "/embeddings" : "/chat/completions",

  askingUsage: (body) => ({
    ...body,
    stream_options: { ...objectOf(body["stream_options"]), include_usage: true },
  }),

  maxTokens: (body) => countOf(body["max_completion_tokens"] ?? body["max_tokens"]),

  usage: (answer) => usageIn(objectOf(answer["usage"])),

  text: (answer) =>
    arrayOf(answer["choices"]).map((one) => wordsOf(objectOf(objectOf(one)["message"]))).join(""),

  fault(answer) {
    // Mistral puts what others put into `error` beside `object`.
    const error = answer["object"] === "error" ? answer : answer["error"];
    if (error === undefined || error === null) return undefined;
    const fault = objectOf(error);
    const message = textOf(fault["message"]) || textOf(error) ||
      JSON.stringify(fault["message"] ?? error);
    return { status: faultStatus(fault), message };
  },

  event(event): EventFacts {
    if (event.isDone) return { isEnd: true };
    if (event.json === undefined) return {};
    const fault = openai.fault(event.json);
    if (fault !== undefined) return { fault };
    const choices = arrayOf(event.json["choices"]).map(objectOf);
    const text = choices.map((choice) => wordsOf(objectOf(choice["delta"]))).join("");
    const isFinished = choices.some((choice) => typeof choice["finish_reason"] === "string");
    const usage = openai.usage(event.json);
    return { isSemantic: text !== "" || isFinished, isEnd: isFinished, usage, text };
  },

  brokenOff: (message) =>
    `data: ${
      JSON.stringify({ error: { message, type: "server_error", code: "stream_broken" } })
    }\n\n`,
};

/** OpenAI counts cached tokens among the input; some count reasoning beside the output. */
function usageIn(usage: JsonObject): Partial<Usage> {
  const input = countOf(usage["prompt_tokens"]);
  const told = countOf(usage["completion_tokens"]) ??
    (input === undefined || usage["completion_tokens"] !== undefined
      ? undefined
      : outputLeft(usage));
  const cached = countOf(objectOf(usage["prompt_tokens_details"])["cached_tokens"]) ??
    countOf(usage["prompt_cache_hit_tokens"]) ?? 0;
  const reasoning = countOf(objectOf(usage["completion_tokens_details"])["reasoning_tokens"]) ?? 0;
  const isBeside = told !== undefined && input !== undefined && reasoning > 0 &&
    countOf(usage["total_tokens"]) === input + told + reasoning;
  const output = told === undefined ? undefined : told + (isBeside ? reasoning : 0);
  const cacheRead = Math.min(cached, input ?? 0);
  return {
    ...(input === undefined
      ? {}
      : { input_tokens: input - cacheRead, cache_read_tokens: cacheRead }),
    ...(output === undefined ? {} : { output_tokens: output }),
    ...(output === undefined ? {} : { reasoning_tokens: Math.min(reasoning, output) }),
  };
}

/** Embeddings tell no output: what the total has beyond the input. */
function outputLeft(usage: JsonObject): number | undefined {
  const [total, input] = [countOf(usage["total_tokens"]), countOf(usage["prompt_tokens"])];
  return total === undefined || input === undefined ? undefined : Math.max(total - input, 0);
}

/** Everything that a message or a delta brings of an answer, tool calls with their arguments. */
function wordsOf(part: JsonObject): string {
  const calls = arrayOf(part["tool_calls"]).map((call) => {
    const { name, arguments: input } = objectOf(objectOf(call)["function"]);
    return textOf(name) + textOf(input);
  });
  const names = ["content", "refusal", "reasoning", "reasoning_content"];
  return names.map((name) => textOf(part[name])).join("") + calls.join("");
}
