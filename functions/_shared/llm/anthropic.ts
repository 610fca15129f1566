import type { ApiFormat, EventFacts, JsonObject } from "./api_format.ts";
import { faultStatus } from "./fault_status.ts";
import { arrayOf, objectOf, textOf } from "./json_parts.ts";
import { countOf, type Usage } from "./usage.ts";

/** Anthropic's messages. */
export const anthropic: ApiFormat = {
  path: (_service, baseUrl) => /\/v1\/?$/.test(baseUrl) ? "/messages" : "/v1/messages",

  askingUsage: (body) => body,

  maxTokens: (body) => countOf(body["max_tokens"]),

  usage: (answer) => usageIn(objectOf(answer["usage"])),

  text: (answer) =>
    arrayOf(answer["content"]).map((block) => {
      const { text, thinking, input } = objectOf(block);
      return textOf(text) + textOf(thinking) + (input === undefined ? "" : JSON.stringify(input));
    }).join(""),

  fault(answer) {
    if (answer["type"] !== "error" && answer["error"] === undefined) return undefined;
    const error = objectOf(answer["error"]);
    const message = textOf(error["message"]) || "the provider told of an error";
    return { status: faultStatus(error), message };
  },

  event({ name, json }): EventFacts {
    if (json === undefined) return {};
    const fault = anthropic.fault(json);
    if (fault !== undefined) return { fault };
    const delta = objectOf(json["delta"]);
    switch (json["type"] ?? name) {
      case "message_start":
        return { usage: anthropic.usage(objectOf(json["message"])) };
      case "content_block_start":
        return { isSemantic: true };
      case "content_block_delta":
        return { isSemantic: true, text: wordsOf(delta) };
      case "message_delta":
        return {
          isSemantic: typeof delta["stop_reason"] === "string",
          usage: anthropic.usage(json),
        };
      case "message_stop":
        return { isEnd: true };
      default:
        return {};
    }
  },

  brokenOff: (message) =>
    `event: error\ndata: ${
      JSON.stringify({ type: "error", error: { type: "api_error", message } })
    }\n\n`,
};

/** Anthropic leaves what the cache had or took out of `input_tokens`. */
function usageIn(usage: JsonObject): Partial<Usage> {
  const hour = countOf(objectOf(usage["cache_creation"])["ephemeral_1h_input_tokens"]) ?? 0;
  const written = countOf(usage["cache_creation_input_tokens"]);
  const counts: [keyof Usage, number | undefined][] = [
    ["input_tokens", countOf(usage["input_tokens"])],
    ["cache_read_tokens", countOf(usage["cache_read_input_tokens"])],
    ["cache_write_tokens", written === undefined ? undefined : Math.max(written - hour, 0)],
    ["cache_write_1h_tokens", hour],
    ["output_tokens", countOf(usage["output_tokens"])],
  ];
  return Object.fromEntries(counts.filter(([, count]) => count !== undefined));
}

function wordsOf(delta: JsonObject): string {
  return textOf(delta["text"]) + textOf(delta["thinking"]) + textOf(delta["partial_json"]);
}
