import assert from "node:assert/strict";
import { chatNeed, hello, onStage } from "./cases.ts";
import { placeAt } from "./fake_places.ts";
import { LlmError } from "./llm_error.ts";

onStage("settling", {
  "a decision pays for one call": async (s) => {
    const llm = await s.route();
    await llm.chat(hello);
    await assert.rejects(
      llm.chat(hello),
      (thrown) => thrown instanceof LlmError && thrown.code === "route_used",
    );
  },

  "many calls are settled with few calls of the core": async (s) => {
    s.core.places = [placeAt(s.provider)];
    const router = s.router();
    const routes = await Promise.all(Array.from({ length: 30 }, () => router.route(chatNeed)));
    await Promise.all(routes.map((llm) => llm.chat(hello)));
    await router.close();
    assert.equal(s.core.settled.size, 30);
    const calls = s.core.calls.filter(({ name }) => name === "settle_routes").length;
    assert.ok(calls <= 10, `${calls}`);
  },

  "a settlement that got no answer is told again, and counts once": async (s) => {
    s.core.disturb("settle_routes", "no_answer");
    const llm = await s.route();
    await llm.chat(hello);
    assert.equal((await llm.settled())?.cost_nano, 42);
    const told = s.core.calls.filter(({ name }) => name === "settle_routes");
    assert.equal(told.length, 2);
    assert.deepEqual(told[0]!.body, told[1]!.body);
    assert.ok(s.events.some(({ kind }) => kind === "settle_failed"));
  },

  "a settlement that the core refuses as a whole is not told for ever": async (s) => {
    const wrong = { code: "PT400", message: "Cannot settle", details: "bad_argument", hint: "" };
    s.core.disturb("settle_routes", () => Response.json(wrong, { status: 400 }));
    const llm = await s.route();
    await llm.chat(hello);
    assert.equal(await llm.settled(), undefined);
    assert.partialDeepStrictEqual(s.events.at(-1), { kind: "settle_failed", retry_in_ms: null });
  },

  "one settlement that the core refuses stops no other": async (s) => {
    s.core.places = [placeAt(s.provider)];
    const router = s.router();
    const [one, other] = [await router.route(chatNeed), await router.route(chatNeed)];
    s.core.disturb("settle_routes", () => {
      const refused = { code: "PT409", status: 409, message: "Cannot", details: "already_settled" };
      return Response.json([{ refused }, {
        decision_id: other.decisionId,
        attempt: 1,
        cost_nano: 1,
      }]);
    });
    await Promise.all([one.chat(hello), other.chat(hello)]);
    const rows = await Promise.all([one.settled(), other.settled()]);
    assert.deepEqual(rows.map((row) => row?.cost_nano), [undefined, 1]);
  },

  "the platform is asked to wait for what is settled after the answer": async (s) => {
    const work: Promise<unknown>[] = [];
    const llm = await s.route(["openai"], { waitUntil: (one) => work.push(one) });
    await llm.chat(hello);
    assert.equal(work.length, 1);
    await Promise.all(work);
    assert.equal(s.core.settled.size, 1);
  },
});
