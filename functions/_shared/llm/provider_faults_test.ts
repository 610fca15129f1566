import assert from "node:assert/strict";
import { startFakeProvider } from "../routing/fake_provider/mod.ts";
import { failsOver, failure, refused } from "./answer_cases.ts";
import { chatNeed, hello, onStage } from "./cases.ts";
import { placeAt } from "./fake_places.ts";

onStage("provider faults", {
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
    await failsOver(s, { pieceBytes: 1, pauseMs: 20 }, { totalMs: 600 });
    assert.ok(performance.now() - began < 8_000);
    assert.equal(s.provider.abandoned.length, 1);
  },

  "a provider that says nothing is given up in time": async (s) => {
    const settled = await failsOver(s, { delayMs: 5_000 }, { totalMs: 500 });
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
});
