import assert from "node:assert/strict";
import { hello, onStage, thrownBy } from "./cases.ts";
import { refusal } from "./fake_places.ts";
import { errorFrames, formats } from "./stream_cases.ts";

onStage("failures that an SDK hears of", {
  "an SDK hears of an error event as it came, whatever came behind it in one piece": async (s) => {
    for (const format of formats) {
      s.provider.next({ body: `${errorFrames[format]}data: [DONE]\n\n`, pieceBytes: 10_000 });
      const llm = await s.route([format]);
      const body = JSON.stringify({ ...hello, max_tokens: 100, stream: true });
      const answer = await llm.fetch("https://elsewhere.example/", { method: "POST", body });
      assert.equal(answer.status, 529);
      assert.equal((await answer.json()).error.message, "too many");
    }
  },

  "what the core refuses between two attempts is thrown at an SDK": async (s) => {
    s.provider.next({ status: 500 });
    s.core.disturb("next_route", () => refusal(402, "budget_exceeded"));
    const body = JSON.stringify(hello);
    const call = (await s.route(["openai", "openai"])).fetch("https://elsewhere.example/", {
      method: "POST",
      body,
    });
    assert.equal((await thrownBy(call)).code, "budget_exceeded");
  },
});
