import assert from "node:assert/strict";
import { chatNeed, hello, onStage, streamedText, thrownBy } from "./cases.ts";
import { placeAt, refusal } from "./fake_places.ts";

onStage("failing over", {
  "429 goes to another model at once, and the core is told how long the key rests": async (s) => {
    s.provider.next({ status: 429, headers: { "retry-after": "30" } });
    const llm = await s.route(["openai", "openai"]);
    const began = performance.now();
    await llm.chat(hello);
    assert.ok(performance.now() - began < 10_000);
    const told = s.core.calls.find(({ name }) => name === "next_route")?.body["failure"];
    assert.partialDeepStrictEqual(told, { attempt: 1, http_status: 429, retry_after_ms: 30_000 });
    assert.equal((await s.core.settlement(llm.decisionId, 1)).retry_after_ms, 30_000);
  },

  "the same model is called again after its Retry-After, not before": async (s) => {
    s.core.places = [placeAt(s.provider), placeAt(s.provider)];
    for (const headers of [{ "retry-after-ms": "120" }, { "retry-after": "0.12" }]) {
      s.provider.next({ status: 429, headers });
      const llm = await s.router().route(chatNeed);
      const began = performance.now();
      await llm.chat(hello);
      const took = performance.now() - began;
      assert.ok(took >= 120 && took < 10_000, `${took}`);
    }
  },

  "a wait that is longer than the caller's patience is an error that says how long": async (s) => {
    s.core.places = [placeAt(s.provider), placeAt(s.provider)];
    for (const wait of ["3600", new Date(Date.now() + 3_600_000).toUTCString()]) {
      s.provider.next({ status: 429, headers: { "retry-after": wait } });
      const llm = await s.router().route(chatNeed);
      const thrown = await thrownBy(llm.chat(hello));
      assert.deepEqual([thrown.code, thrown.status, thrown.isRetryable], [
        "provider_failed",
        429,
        true,
      ]);
      assert.ok(thrown.retryAfterMs! > 3_500_000 && thrown.retryAfterMs! <= 3_600_000);
      assert.equal((await s.core.settlement(llm.decisionId, 2)).status, "cancelled");
    }
    assert.equal(s.provider.seen.length, 2);
  },

  "negative and nonsensical waits are the library's own short one": async (s) => {
    s.core.places = [placeAt(s.provider), placeAt(s.provider)];
    for (const wait of ["-60", "soon"]) {
      s.provider.next({ status: 429, headers: { "retry-after": wait } });
      await (await s.router().route(chatNeed)).chat(hello);
    }
    assert.equal(s.provider.seen.length, 4);
  },

  "attempts have an end, and the error tells each": async (s) => {
    s.provider.next({ status: 500 }, { status: 503 }, { status: 500 });
    const llm = await s.route(["openai", "anthropic", "openai"], { maxAttempts: 3 });
    const translate = () => hello;
    const thrown = await thrownBy(llm.call(hello, { translate }));
    assert.equal(thrown.code, "provider_failed");
    assert.deepEqual(thrown.attempts.map(({ attempt, status }) => [attempt, status]), [
      [1, 500],
      [2, 503],
      [3, 500],
    ]);
    assert.deepEqual(thrown.body, {
      error: { message: "fake error 500", type: "server_error", code: null, param: null },
    });
    for (const attempt of [1, 2, 3]) await s.core.settlement(llm.decisionId, attempt);
  },

  "another format gets a body of its own, and a stream in its own format": async (s) => {
    s.provider.next({ status: 529 });
    const llm = await s.route(["openai", "anthropic"]);
    const response = await llm.call(hello, {
      stream: true,
      translate: ({ apiFormat, model }) => ({ ...hello, system: `for ${apiFormat} ${model}` }),
    });
    assert.equal(await streamedText(response), "Grüß Gott, 世界 🌍!");
    assert.equal(llm.apiFormat, "anthropic");
    const { body, path } = s.provider.seen[1]!;
    assert.deepEqual([path, body["system"], body["model"]], [
      "/v1/messages",
      "for anthropic m2",
      "m2",
    ]);
  },

  "without such a body the call ends before anything is lost in a translation": async (s) => {
    s.provider.next({ status: 529 });
    const llm = await s.route(["openai", "anthropic"]);
    const thrown = await thrownBy(llm.chat(hello));
    assert.equal(thrown.code, "format_changed");
    assert.equal(s.provider.seen.length, 1);
    assert.equal((await s.core.settlement(llm.decisionId, 2)).status, "cancelled");
  },

  "no other candidate is an error that tells the provider's own": async (s) => {
    s.provider.next({ status: 500 });
    const thrown = await thrownBy((await s.route()).chat(hello));
    assert.deepEqual([thrown.code, thrown.status], ["provider_failed", 500]);
    assert.match(thrown.hint, /no other model/);
  },

  "a budget that does not hold another attempt is told as such": async (s) => {
    s.core.disturb("next_route", () => refusal(402, "budget_exceeded", { budget_id: 7 }));
    s.provider.next({ status: 500 });
    const thrown = await thrownBy((await s.route(["openai", "openai"])).chat(hello));
    assert.deepEqual([thrown.code, thrown.status, thrown.isRetryable], [
      "budget_exceeded",
      402,
      false,
    ]);
    assert.equal(thrown.details["budget_id"], 7);
    assert.equal(thrown.attempts.length, 1);
  },
});
