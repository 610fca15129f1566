import assert from "node:assert/strict";
import { answerPieces, type Fault } from "../routing/fake_provider/mod.ts";
import { hello, type Stage, streamedText } from "./cases.ts";

/** What a good answer says. */
export const text = answerPieces.join("");
export const formats = ["openai", "anthropic"] as const;
export type Format = typeof formats[number];

/** Streams once from a provider with a fault; tells what came, and how it was settled. */
export async function streams(
  s: Stage,
  format: Format,
  fault: Fault,
  options = {},
  body: object = hello,
) {
  s.provider.reset();
  s.provider.next(fault);
  const llm = await s.route([format], options);
  const raw = await (await llm.call({ ...body }, { stream: true })).text();
  return {
    raw,
    text: await streamedText(new Response(raw)),
    end: await s.core.settlement(llm.decisionId),
  };
}

/** Streams with the first model at fault before it answers; the second one's answer comes whole. */
export async function failsOver(s: Stage, format: Format, fault: Fault, options = {}) {
  s.provider.reset();
  s.provider.next(fault);
  const llm = await s.route([format, format], options);
  const response = await llm.call(hello, { stream: true });
  assert.equal(await streamedText(response), text);
  assert.equal((await s.core.settlement(llm.decisionId, 2)).status, "succeeded");
  return await s.core.settlement(llm.decisionId, 1);
}

/** The error event of each format. */
export const errorFrames = {
  openai: 'data: {"error":{"message":"too many","type":"overloaded_error"}}\n\n',
  anthropic:
    'event: error\ndata: {"type":"error","error":{"type":"overloaded_error","message":"too many"}}\n\n',
};
