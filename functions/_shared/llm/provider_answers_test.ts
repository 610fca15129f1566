import assert from "node:assert/strict";
import { failsOver, text } from "./answer_cases.ts";
import { hello, onStage } from "./cases.ts";
import { placeAt } from "./fake_places.ts";

onStage("provider answers", {
  "a good answer of OpenAI's format is given on and billed without its cached tokens": async (
    s,
  ) => {
    const llm = await s.route(["openai"]);
    const answer = await llm.chat(hello) as { model: string };
    assert.equal(answer.model, "m1");
    const { usage, status, http_status } = await s.core.settlement(llm.decisionId);
    assert.deepEqual([status, http_status], ["succeeded", 200]);
    assert.deepEqual(usage, {
      input_tokens: 12,
      cache_read_tokens: 8,
      cache_write_tokens: 0,
      cache_write_1h_tokens: 0,
      output_tokens: 7,
      reasoning_tokens: 2,
      is_estimate: false,
    });
    assert.equal((await llm.settled())?.cost_nano, 42);
  },

  "a good answer of Anthropic's format is billed with its cached tokens beside": async (s) => {
    const llm = await s.route(["anthropic"]);
    const answer = await llm.chat(hello) as { content: [{ text: string }] };
    assert.equal(answer.content[0].text, text);
    assert.equal(s.provider.seen[0]?.body["max_tokens"], 100, "asked for what was reserved");
    const { usage } = await s.core.settlement(llm.decisionId);
    assert.deepEqual(usage, {
      input_tokens: 12,
      cache_read_tokens: 8,
      cache_write_tokens: 4,
      cache_write_1h_tokens: 2,
      output_tokens: 7,
      reasoning_tokens: 0,
      is_estimate: false,
    });
  },

  "embeddings are billed by their input": async (s) => {
    s.core.places = [placeAt(s.provider)];
    const llm = await s.router().route({ service: "embeddings", context_tokens: 9 });
    const answer = await llm.chat({ input: ["a", "b"] }) as { data: unknown[] };
    assert.equal(answer.data.length, 2);
    assert.equal(s.provider.seen[0]?.path, "/v1/embeddings");
    const { usage } = await s.core.settlement(llm.decisionId);
    assert.deepEqual([usage?.input_tokens, usage?.output_tokens, usage?.is_estimate], [
      10,
      0,
      false,
    ]);
  },

  "missing usage is counted here and marked as an estimate": async (s) => {
    s.provider.next({ usage: "missing", textBytes: 100 });
    const llm = await s.route();
    await llm.chat(hello);
    const { usage } = await s.core.settlement(llm.decisionId);
    assert.deepEqual([usage?.input_tokens, usage?.output_tokens, usage?.is_estimate], [
      20,
      25,
      true,
    ]);
  },

  "negative, broken and absurd usage is no usage": async (s) => {
    for (const count of [-5, 1.5, 1e30, "7", null]) {
      s.provider.next({ usage: { completion_tokens: count }, textBytes: 100 });
      const llm = await s.route();
      await llm.chat(hello);
      const { usage } = await s.core.settlement(llm.decisionId);
      assert.deepEqual([usage?.output_tokens, usage?.is_estimate], [25, true], String(count));
    }
  },

  "reasoning counted beside the output is billed, too": async (s) => {
    s.provider.next({ usage: { total_tokens: 29 } });
    const llm = await s.route();
    await llm.chat(hello);
    assert.equal((await s.core.settlement(llm.decisionId)).usage?.output_tokens, 9);
  },

  "a gzip bomb fills no memory": async (s) => {
    const settled = await failsOver(s, { gzipOf: 20_000_000 }, { maxReplyBytes: 1_000_000 });
    assert.equal(settled.status, "failed");
    assert.match(JSON.stringify(s.events), /larger than 1000000 bytes/);
  },

  "an answer without end is cut off at the limit, and its connection closed": async (s) => {
    const fault = { textBytes: 5_000_000, pieceBytes: 10_000, pauseMs: 2 };
    await failsOver(s, fault, { maxReplyBytes: 100_000 });
    for (let wait = 0; wait < 100 && s.provider.abandoned.length === 0; wait++) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    assert.equal(s.provider.abandoned.length, 1);
  },

  "a packed answer is unpacked, and says so no more": async (s) => {
    s.provider.next({ gzipOf: 0 });
    const response = await (await s.route()).call(hello);
    assert.equal(response.headers.get("content-encoding"), null);
    assert.match(await response.text(), /世界/);
  },

  "a 10 MB answer is given on whole": async (s) => {
    s.provider.next({ textBytes: 10_000_000 });
    const answer = await (await s.route()).chat(hello) as {
      choices: [{ message: { content: string } }];
    };
    assert.equal(answer.choices[0].message.content.length, 10_000_000);
  },
});
