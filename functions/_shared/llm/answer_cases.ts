import assert from "node:assert/strict";
import { answerPieces } from "../routing/fake_provider/mod.ts";
import { hello, type Stage } from "./cases.ts";
import { LlmError } from "./llm_error.ts";

/** What a good answer says. */
export const text = answerPieces.join("");
/** Whether a call was rejected with this word and status. */
export const refused = (code: string, status: number) => (thrown: unknown) => {
  assert.ok(thrown instanceof LlmError, String(thrown));
  assert.deepEqual([thrown.code, thrown.status], [code, status]);
  return true;
};

/** Calls with the first answer at fault; tells how that attempt was settled, and the answer. */
export async function failsOver(stage: Stage, fault: object, options = {}) {
  stage.provider.next(fault);
  const llm = await stage.route(["openai", "openai"], options);
  const answer = await llm.chat(hello) as { choices: [{ message: { content: string } }] };
  assert.equal(answer.choices[0].message.content, text);
  assert.deepEqual([llm.model, llm.target.attempt], ["m2", 2]);
  assert.equal((await stage.core.settlement(llm.decisionId, 2)).status, "succeeded");
  return await stage.core.settlement(llm.decisionId, 1);
}

/** A failed call's error, when no other model is left. */
export async function failure(stage: Stage, fault: object, options = {}): Promise<LlmError> {
  stage.provider.next(fault);
  const llm = await stage.route(["openai"], options);
  return await llm.chat(hello).then(() => assert.fail("it answered"), (thrown) => thrown);
}
