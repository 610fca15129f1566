import assert from "node:assert/strict";
import { chatNeed, hello, onStage, type Stage } from "./cases.ts";
import type { DirectPath } from "./direct_path.ts";
import { placeAt } from "./fake_places.ts";
import { LlmError } from "./llm_error.ts";

/** 20 tokens in and 100 out are held at 220,000 nano-dollars; 20 and 7 cost 34,000. */
const direct = (s: Stage, more: Partial<DirectPath> = {}): DirectPath => ({
  amountNano: 500_000,
  provider: "own",
  model: "own-model",
  apiFormat: "openai",
  baseUrl: s.provider.openaiUrl,
  prices: { input: 1_000_000_000, output: 2_000_000_000 },
  key: () => "sk-own",
  ...more,
});
const away = (s: Stage, calls = 1) => {
  for (let nth = 0; nth < 3 * calls; nth++) s.core.disturb("select_route", "no_answer");
};
const unavailable = (thrown: unknown) =>
  thrown instanceof LlmError && thrown.code === "unavailable";
const spent = (s: Stage) =>
  s.core.calls.filter(({ name }) => name === "return_budget_lease")
    .map(({ body }) => body["spent_nano"]);

onStage("the direct path", {
  "with a lease a call goes on while the core is away, and is paid from it": async (s) => {
    const router = s.router({ direct: direct(s) });
    assert.equal(await router.drawLease(), true);
    away(s);
    const llm = await router.route(chatNeed);
    await llm.chat(hello);
    assert.deepEqual([llm.provider, llm.model], ["own", "own-model"]);
    assert.equal((await llm.settled())?.cost_nano, 34_000);
    assert.equal(s.provider.seen[0]?.credential, "sk-own");
    assert.partialDeepStrictEqual(s.events.at(-1), { kind: "direct_path" });
    await router.close();
    assert.deepEqual(spent(s), [34_000]);
  },

  "without a lease there is no way around the core": async (s) => {
    const router = s.router({ direct: direct(s) });
    away(s);
    await assert.rejects(router.route(chatNeed), unavailable);
    assert.equal(s.provider.seen.length, 0);
  },

  "a refusal of the core is no outage": async (s) => {
    const router = s.router({ direct: direct(s) });
    await router.drawLease();
    await assert.rejects(
      router.route(chatNeed),
      (thrown) => thrown instanceof LlmError && thrown.code === "no_candidate",
    );
  },

  "no more is spent than was drawn, by calls beside each other either": async (s) => {
    const router = s.router({ direct: direct(s) });
    await router.drawLease();
    away(s, 4);
    const asked = await Promise.allSettled([1, 2, 3, 4].map(() => router.route(chatNeed)));
    const routes = asked.flatMap((one) => one.status === "fulfilled" ? [one.value] : []);
    assert.equal(routes.length, 2);
    for (const llm of routes) await llm.chat(hello);
    await router.close();
    assert.deepEqual(spent(s), [68_000]);
  },

  "while the core is away it is not asked for each call": async (s) => {
    const router = s.router({ direct: direct(s) });
    await router.drawLease();
    away(s);
    for (let nth = 0; nth < 3; nth++) await (await router.route(chatNeed)).chat(hello);
    assert.equal(s.core.calls.filter(({ name }) => name === "select_route").length, 3);
  },

  "a lease that is over pays nothing": async (s) => {
    const router = s.router({ direct: direct(s, { seconds: 5 }) });
    await router.drawLease();
    away(s);
    await assert.rejects(router.route(chatNeed), unavailable);
  },

  "a failed attempt is repeated from the lease, and one that was refused costs nothing": async (
    s,
  ) => {
    const router = s.router({ direct: direct(s) });
    await router.drawLease();
    away(s);
    s.provider.next({ status: 500 });
    await (await router.route(chatNeed)).chat(hello);
    await router.close();
    assert.deepEqual(spent(s), [34_000]);
  },

  "a call under way when the lease is returned is paid with what it holds": async (s) => {
    const router = s.router({ direct: direct(s) });
    await router.drawLease();
    away(s);
    await router.route(chatNeed);
    await router.close();
    assert.deepEqual(spent(s), [220_000]);
  },

  "a lease is renewed while the core is there": async (s) => {
    const router = s.router({ direct: direct(s, { amountNano: 400_000 }), outageMs: 0 });
    await router.drawLease();
    away(s);
    const first = await router.route(chatNeed);
    s.core.places = [placeAt(s.provider)];
    await (await router.route(chatNeed)).chat(hello);
    await first.chat(hello);
    await router.close();
    assert.equal(s.core.calls.filter(({ name }) => name === "draw_budget_lease").length, 2);
  },
});
