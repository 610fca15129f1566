import assert from "node:assert/strict";
import { chatNeed, hello, onStage, thrownBy, visible } from "./cases.ts";
import { refusedGrant } from "./fake_places.ts";
import { direct } from "./furnish.ts";

onStage("opening grants", {
  "a grant without a key is no call": async (s) => {
    s.core.disturb("key-vault", () => Response.json({ value: null }));
    s.core.disturb("key-vault", () => Response.json({ value: null }));
    const thrown = await thrownBy((await s.route()).chat(hello));
    assert.equal(thrown.code, "grant_refused");
    assert.equal(s.provider.seen.length, 0);
  },

  "a grant that ran out is renewed by the same decision": async (s) => {
    s.core.disturb("key-vault", () => Response.json(refusedGrant, { status: 403 }));
    const llm = await s.route();
    await llm.chat(hello);
    assert.equal(s.core.calls.filter(({ name }) => name === "select_route").length, 2);
    assert.equal(s.provider.seen.length, 1);
    // What ran out was never a call of its own: nothing may be settled before the answer is.
    assert.equal((await s.core.settlement(llm.decisionId)).status, "succeeded");
  },

  "a grant that stays refused ends the call, which is settled once": async (s) => {
    for (let nth = 0; nth < 2; nth++) {
      s.core.disturb("key-vault", () => Response.json(refusedGrant, { status: 403 }));
    }
    const llm = await s.route();
    assert.equal((await thrownBy(llm.chat(hello))).code, "grant_refused");
    const { status, usage } = await s.core.settlement(llm.decisionId);
    assert.deepEqual([status, usage, s.provider.seen.length], ["cancelled", null, 0]);
  },

  "a vault that is away for a moment is asked again; one that stays away stops the call": async (
    s,
  ) => {
    s.core.disturb("key-vault", "no_answer");
    await (await s.route()).chat(hello);
    for (let nth = 0; nth < 3; nth++) s.core.disturb("key-vault", "no_answer");
    const llm = await s.route();
    const thrown = await thrownBy(llm.chat(hello));
    assert.deepEqual([thrown.code, thrown.isRetryable], ["unavailable", true]);
    assert.equal((await s.core.settlement(llm.decisionId)).status, "cancelled");
  },

  "a vault that redirects gets no second request": async (s) => {
    const headers = { location: "http://169.254.169.254/" };
    for (let nth = 0; nth < 3; nth++) {
      s.core.disturb("key-vault", () => new Response(null, { status: 302, headers }));
    }
    assert.equal((await thrownBy((await s.route()).chat(hello))).code, "unavailable");
  },

  "a function that has the vault's library opens grants by itself": async (s) => {
    const grants: string[] = [];
    const openKey = (grant: string) => {
      grants.push(grant);
      return Promise.resolve("sk-own");
    };
    const llm = await s.route(["openai"], { openKey });
    await llm.chat(hello);
    assert.deepEqual(grants, [`grant-1-${llm.decisionId}`]);
    assert.equal(s.provider.seen[0]?.credential, "sk-own");
  },

  "a key of one's own that is no key is refused, and is not told": async (s) => {
    const key = () => "sk-canary-two\nx";
    const router = s.router({ direct: { ...direct(s.provider), key } });
    assert.equal(await router.drawLease(), true);
    for (let nth = 0; nth < 3; nth++) s.core.disturb("select_route", "no_answer");
    const thrown = await thrownBy((await router.route(chatNeed)).chat(hello));
    assert.equal(thrown.code, "unavailable");
    assert.ok(!visible(s, thrown).includes("sk-canary-two"));
    assert.equal(s.provider.seen.length, 0);
  },

  "the caller's own send gets a request without a body, and its answer is counted": async (s) => {
    const llm = await s.route();
    const response = await llm.call((request, { model }) =>
      fetch(request, { body: JSON.stringify({ ...hello, model, stream: true }) })
    );
    assert.match(await response.text(), /\[DONE\]/);
    assert.equal(s.provider.seen[0]?.credential, s.core.providerKey);
    const { usage } = await s.core.settlement(llm.decisionId);
    assert.deepEqual(
      [usage?.input_tokens, usage?.is_estimate],
      [20, true],
      "usage was not asked for",
    );
  },
});
