import assert from "node:assert/strict";
import { chatNeed, hello, onStage, streamedText, thrownBy } from "./cases.ts";
import { text } from "./answer_cases.ts";
import { answerText } from "./answer_text.ts";
import { refusal } from "./fake_places.ts";

/** As SDKs call: with an address, a credential and a body of their own. */
const asSdk = (body: object, signal: AbortSignal | null = null): [string, RequestInit] => [
  "https://elsewhere.example/v1/chat/completions",
  {
    method: "POST",
    headers: { authorization: "Bearer none", "content-type": "application/json" },
    body: JSON.stringify(body),
    signal,
  },
];

onStage("SDKs and peculiar providers", {
  "an SDK's fetch goes where the decision says, with the decision's key": async (s) => {
    const llm = await s.route();
    const response = await llm.fetch(...asSdk({ ...hello, model: llm.model, stream: true }));
    assert.equal(await streamedText(response), text);
    assert.equal(s.provider.seen[0]?.credential, s.core.providerKey);
    assert.equal((await s.core.settlement(llm.decisionId)).usage?.is_estimate, false);
  },

  "an SDK hears of refusals as the provider said them, and does not try again": async (s) => {
    for (const [status, formats] of [[422, 2], [500, 1]] as const) {
      s.provider.next({ status });
      const llm = await s.route(Array.from({ length: formats }, () => "openai"));
      const response = await llm.fetch(...asSdk(hello));
      assert.equal(response.status, status);
      assert.equal(response.headers.get("x-should-retry"), "false");
      assert.match((await response.json()).error.message, /fake error/);
    }
  },

  "an SDK's signal ends the call, and a body that is no JSON is refused": async (s) => {
    const controller = new AbortController();
    s.provider.next({ delayMs: 1_000 });
    const call = (await s.route()).fetch(...asSdk(hello, controller.signal));
    setTimeout(() => controller.abort(new Error("enough")), 50);
    await assert.rejects(call, /enough/);
    const [url, init] = asSdk(hello);
    const thrown = await thrownBy((await s.route()).fetch(url, { ...init, body: "x" }));
    assert.equal(thrown.code, "bad_argument");
  },

  "a provider that refuses to be asked for usage is asked no more": async (s) => {
    const detail = [{ type: "extra_forbidden", loc: ["body", "stream_options"], msg: "no" }];
    const body = JSON.stringify({ object: "error", message: { detail }, type: "x" });
    s.provider.next({ status: 422, body });
    await s.route(); // its place
    const router = s.router();
    for (let nth = 0; nth < 2; nth++) {
      const llm = await router.route(chatNeed);
      const response = await llm.call(hello, { stream: true });
      assert.equal(await streamedText(response), text);
      assert.equal(llm.target.attempt, 1);
    }
    const asked = s.provider.seen.map(({ body }) => body["stream_options"] !== undefined);
    assert.deepEqual(asked, [true, false, false]);
  },

  "an error that a 200 tells as Mistral does is an error": async (s) => {
    s.provider.next({
      body: JSON.stringify({ object: "error", message: "no", type: "rate_limit_error" }),
    });
    const llm = await s.route(["openai", "openai"]);
    await llm.chat(hello);
    assert.equal((await s.core.settlement(llm.decisionId, 1)).http_status, 429);
  },

  "only what must be added to a body is added": async (s) => {
    const llm = await s.route();
    await llm.chat({ ...hello, user: "u" });
    assert.deepEqual(s.provider.seen[0]?.body, { ...hello, user: "u", model: "m1" });
  },

  "an abort while the core is asked is heard at once": async (s) => {
    s.core.disturb("select_route", async () => {
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      return refusal(409, "no_candidate");
    });
    const signal = AbortSignal.timeout(40);
    const began = performance.now();
    await assert.rejects(s.router().route(chatNeed, { signal }));
    assert.ok(performance.now() - began < 1_400);
  },

  "what an answer says is found in both formats": async (s) => {
    for (const format of ["openai", "anthropic"] as const) {
      assert.equal(answerText(await (await s.route([format])).chat(hello)), text);
      let streamed = "";
      const llm = await s.route([format]);
      for await (const { data } of llm.stream(hello)) streamed += answerText(data);
      assert.equal(streamed, text);
    }
    assert.equal(answerText({}), "");
  },

  "a listener that throws changes nothing": async (s) => {
    s.provider.next({ status: 500 });
    const onEvent = () => {
      throw new Error("a listener's own");
    };
    const { error } = console;
    console.error = () => {};
    const llm = await s.route(["openai", "openai"], { onEvent });
    await llm.chat(hello);
    assert.equal((await llm.settled())?.cost_nano, 42);
    console.error = error;
  },
});
