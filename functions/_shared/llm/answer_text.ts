import type { JsonObject } from "./api_format.ts";
import { arrayOf, objectOf, textOf } from "./json_parts.ts";

/**
 * What an answer or an event of a stream says, in either format: without thinking, refusals and
 * tool calls. Empty when it says nothing.
 */
export function answerText(answer: JsonObject): string {
  const [choice] = arrayOf(answer["choices"]).map(objectOf);
  if (choice !== undefined) {
    return textOf(objectOf(choice["message"] ?? choice["delta"])["content"]);
  }
  const blocks = arrayOf(answer["content"]).map((block) => textOf(objectOf(block)["text"]));
  return blocks.join("") + textOf(objectOf(answer["delta"])["text"]);
}
