import assert from "node:assert/strict";
import { chatNeed, hello, onStage, thrownBy } from "./cases.ts";
import { refusal } from "./fake_places.ts";

onStage("asking the core", {
  "when all keys rest for a moment, the call waits for it": async (s) => {
    s.core.disturb("next_route", () => refusal(409, "no_candidate", { retry_after_ms: 60 }));
    s.provider.next({ status: 429 });
    const llm = await s.route(["openai", "openai"]);
    await llm.chat(hello);
    assert.equal(llm.target.attempt, 2);
  },

  "refusals of router-select are typed errors": async (s) => {
    const cases: [number, string, object, boolean][] = [
      [409, "no_candidate", { rejected: { context: 3 } }, false],
      [402, "budget_exceeded", { budget_id: 1 }, false],
      [429, "rate_limited", { retry_after_ms: 1_500 }, true],
    ];
    for (const [status, word, more, isRetryable] of cases) {
      s.core.disturb("select_route", () => refusal(status, word, more));
      const thrown = await thrownBy(s.route());
      assert.deepEqual([thrown.code, thrown.status, thrown.isRetryable], [
        word,
        status,
        isRetryable,
      ]);
    }
    s.core.disturb(
      "router-select",
      () =>
        Response.json({
          code: "PT429",
          message: "Cannot",
          details: "rate_limited",
          retry_after_ms: 9,
        }, { status: 429 }),
    );
    const thrown = await thrownBy(
      s.route(["openai"], { routerSelectUrl: `${s.core.url}/functions/v1/router-select` }),
    );
    assert.deepEqual([thrown.code, thrown.status, thrown.retryAfterMs], ["rate_limited", 429, 9]);
  },

  "the function router-select may choose instead of the RPC": async (s) => {
    const routerSelectUrl = `${s.core.url}/functions/v1/router-select`;
    s.provider.next({ status: 500 });
    await (await s.route(["openai", "openai"], { routerSelectUrl })).chat(hello);
    const names = s.core.calls.map(({ name }) => name).filter((name) => name !== "settle_routes");
    assert.deepEqual(names, ["router-select", "key-vault", "next", "key-vault"]);
  },

  "a lost answer of router-select is asked for again with the same key": async (s) => {
    s.core.disturb("select_route", "no_answer");
    await (await s.route()).chat(hello);
    const keys = s.core.calls.filter(({ name }) => name === "select_route")
      .map(({ body }) => body["idempotency_key"]);
    assert.equal(keys.length, 2);
    assert.equal(new Set(keys).size, 1);
  },

  "a core that stays away is unavailable, and nothing is called unmetered": async (s) => {
    for (let nth = 0; nth < 3; nth++) s.core.disturb("select_route", "no_answer");
    const thrown = await thrownBy(s.route());
    assert.deepEqual([thrown.code, thrown.status, thrown.isRetryable], ["unavailable", 503, true]);
    assert.equal(s.provider.seen.length, 0);
  },

  "nonsense is refused at the door": async (s) => {
    const router = s.router();
    for (
      const wrong of [{ context_tokens: -1 }, { service: "images" }, { base_url: "x" }, {
        max_cost_nano: NaN,
      }]
    ) {
      const thrown = await thrownBy(router.route({ ...chatNeed, ...wrong } as typeof chatNeed));
      assert.equal(thrown.code, "bad_argument", JSON.stringify(wrong));
    }
    assert.equal(s.core.calls.length, 0);
  },
});
