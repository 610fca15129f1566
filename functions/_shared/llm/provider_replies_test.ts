import assert from "node:assert/strict";
import { answerPieces, startFakeProvider } from "../routing/fake_provider/mod.ts";
import { chatNeed, hello, onStage, type Stage } from "./cases.ts";
import { placeAt } from "./fake_core.ts";
import { LlmError } from "./llm_error.ts";

const text = answerPieces.join("");
const refused = (code: string, status: number) => (thrown: unknown) => {
  assert.ok(thrown instanceof LlmError, String(thrown));
  assert.deepEqual([thrown.code, thrown.status], [code, status]);
  return true;
};

/** Calls with the first answer at fault; tells how that attempt was settled, and the answer. */
async function failsOver(stage: Stage, fault: object, options = {}) {
  stage.provider.next(fault);
  const llm = await stage.route(["openai", "openai"], options);
  const answer = await llm.chat(hello) as { choices: [{ message: { content: string } }] };
  assert.equal(answer.choices[0].message.content, text);
  assert.deepEqual([llm.model, llm.target.attempt], ["m2", 2]);
  assert.equal((await stage.core.settlement(llm.decisionId, 2)).status, "succeeded");
  return await stage.core.settlement(llm.decisionId, 1);
}

/** A failed call's error, when no other model is left. */
async function failure(stage: Stage, fault: object, options = {}): Promise<LlmError> {
  stage.provider.next(fault);
  const llm = await stage.route(["openai"], options);
  return await llm.chat(hello).then(() => assert.fail("it answered"), (thrown) => thrown);
}

onStage("provider replies", {
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

  "an error inside a 200 fails over like the status that it stands for": async (s) => {
    const body = JSON.stringify({ error: { message: "slow down", type: "rate_limit_error" } });
    const settled = await failsOver(s, { body });
    assert.deepEqual([settled.status, settled.http_status, settled.usage], ["failed", 429, null]);
  },

  "an error inside a 200 that is the caller's fault is given to the caller": async (s) => {
    const error = { message: "too long", code: "context_length_exceeded" };
    const thrown = await failure(s, { body: JSON.stringify({ error }) });
    refused("provider_refused", 400)(thrown);
    assert.deepEqual(thrown.body, { error });
  },

  "500, 503 and 529 fail over and bill nothing": async (s) => {
    for (const status of [500, 503, 529]) {
      const settled = await failsOver(s, { status });
      assert.deepEqual([settled.http_status, settled.usage], [status, null]);
    }
  },

  "a 502 in HTML fails over and is told without its tags": async (s) => {
    const fault = {
      status: 502,
      body: "<html><h1>Bad\n gateway</h1>",
      headers: { "content-type": "text/html" },
    };
    await failsOver(s, fault);
    const told = s.events.find(({ kind }) => kind === "attempt_failed");
    assert.equal(told?.kind === "attempt_failed" && told.reason, "Bad gateway");
  },

  "an empty body fails over, its input billed as an estimate": async (s) => {
    const settled = await failsOver(s, { body: "" });
    assert.deepEqual([settled.status, settled.http_status], ["failed", 200]);
    assert.deepEqual([settled.usage?.input_tokens, settled.usage?.is_estimate], [20, true]);
  },

  "an answer that is no JSON fails over": async (s) => {
    assert.equal((await failsOver(s, { body: "<html>hello</html>" })).status, "failed");
  },

  "an answer cut at byte k fails over": async (s) => {
    for (const cutAt of [1, 100, 300]) {
      const settled = await failsOver(s, { cutAt });
      assert.deepEqual([settled.status, settled.usage?.is_estimate], ["failed", true]);
    }
  },

  "an answer cut at byte k that looks whole to HTTP fails over, too": async (s) => {
    await failsOver(s, { cutAt: 100, cutQuietly: true });
  },

  "a provider that nobody reaches fails over and bills nothing": async (s) => {
    const gone = await startFakeProvider();
    await gone.close();
    s.core.places = [placeAt(gone), placeAt(s.provider, "openai", { model: "m2" })];
    const router = s.router({ localHosts: [gone.host, s.provider.host] });
    const llm = await router.route(chatNeed);
    await llm.chat(hello);
    const settled = await s.core.settlement(llm.decisionId, 1);
    assert.deepEqual([settled.http_status, settled.usage?.input_tokens], [null, 0]);
  },

  "a slow-loris is given up in time, and its connection closed": async (s) => {
    const began = performance.now();
    await failsOver(s, { pieceBytes: 1, pauseMs: 20 }, { totalMs: 150 });
    assert.ok(performance.now() - began < 1500);
    assert.equal(s.provider.abandoned.length, 1);
  },

  "a provider that says nothing is given up in time": async (s) => {
    const settled = await failsOver(s, { delayMs: 5_000 }, { totalMs: 100 });
    assert.deepEqual([settled.http_status, settled.usage?.is_estimate], [null, true]);
  },

  "400, 404, 413 and 422 are the caller's at once": async (s) => {
    for (const status of [400, 404, 413, 422]) {
      s.provider.next({ status });
      const llm = await s.route(["openai", "openai"]);
      await assert.rejects(llm.chat(hello), refused("provider_refused", status));
      assert.equal(s.core.calls.filter(({ name }) => name === "next_route").length, 0);
      const settled = await s.core.settlement(llm.decisionId);
      assert.deepEqual([settled.http_status, settled.usage], [status, null]);
    }
  },

  "401, 402 and 403 fail over, and the core is told that the key is dead": async (s) => {
    for (const status of [401, 402, 403]) {
      s.core.calls.length = 0;
      const settled = await failsOver(s, { status });
      assert.equal(settled.http_status, status);
      const told = s.core.calls.find(({ name }) => name === "next_route")?.body["failure"];
      assert.partialDeepStrictEqual(told, { attempt: 1, http_status: status });
    }
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
    const settled = await failsOver(s, { gzipOf: 50_000_000 }, { maxReplyBytes: 1_000_000 });
    assert.equal(settled.status, "failed");
    assert.match(JSON.stringify(s.events), /larger than 1000000 bytes/);
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
