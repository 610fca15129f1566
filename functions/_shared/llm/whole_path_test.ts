// needs: the embedded stack
import assert from "node:assert/strict";
import { layPreparedData } from "../../../scripts/stack/prepared_data.ts";
import { silent } from "../../../scripts/stack/progress.ts";
import { startStack } from "../../../scripts/stack/stack.ts";
import { agentClaims } from "../../../scripts/stack/test_stack.ts";
import { startFakeProvider } from "../routing/fake_provider/mod.ts";
import { answerText } from "./answer_text.ts";
import { hello, thrownBy } from "./cases.ts";
import { direct, furnish } from "./furnish.ts";
import { createRouter } from "./router.ts";
import { runExample } from "./run_example.ts";

const canary = "sk-canary-whole-path-51c7";
const need = { service: "chat", context_tokens: 1000, max_output_tokens: 100 } as const;

Deno.test({
  name: "a call over the whole stack",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn(t) {
    const dataFolder = await Deno.makeTempDir({ prefix: "cogo-llm-" });
    await layPreparedData(dataFolder);
    const stack = await startStack({ port: 0, wirePort: 0, dataFolder, progress: silent });
    const provider = await startFakeProvider();
    const { url, secret_key: key } = stack.file;
    const sql = (text: string) => stack.database.executor.query(text);
    const token = await stack.tokens.sign(agentClaims, 600);
    const localHosts = [provider.host];
    const operator = createRouter({ url, key, localHosts });
    const agent = createRouter({ url, key: stack.file.publishable_key, token, localHosts });
    const outcome = async (decision: string) =>
      await sql(
        `select attempt, status, http_status, cost_nano::text, is_estimate from cogo.routing_outcomes
         where decision_id = '${decision}' order by attempt`,
      );
    try {
      await t.step("keys are put in, models are known", async () => {
        await furnish(stack, provider, canary);
      });
      for (const [who, router] of [["an operator", operator], ["an agent", agent]] as const) {
        await t.step(`${who}'s call is answered, and its cost booked`, async () => {
          const llm = await router.route(need);
          const answer = await llm.chat(hello, { translate: () => hello });
          assert.equal(answerText(answer), "Grüß Gott, 世界 🌍!");
          assert.equal(provider.seen.at(-1)?.credential, `${canary}-${llm.provider}`);
          const booked = await llm.settled();
          assert.ok(booked?.cost_nano);
          const [row] = await outcome(llm.decisionId);
          assert.partialDeepStrictEqual(row, { status: "succeeded", is_estimate: false });
          assert.equal(Number(row?.["cost_nano"]), booked.cost_nano);
        });
      }
      await t.step("a refused key fails over, and both attempts are settled once", async () => {
        provider.next({ status: 401 });
        const llm = await operator.route(need);
        const response = await llm.call(hello, { stream: true, translate: () => hello });
        await response.text();
        assert.equal(llm.target.attempt, 2);
        await llm.settled();
        const rows = await outcome(llm.decisionId);
        assert.deepEqual(rows.map(({ status, http_status }) => [status, http_status]), [
          ["failed", 401],
          ["succeeded", 200],
        ]);
        assert.equal(rows[0]?.["cost_nano"], "0");
      });
      await t.step("the example works", async () => {
        const done = await runExample({ url, key, localModels: provider.host });
        const result = { summary: "Grüß Gott, 世界 🌍!" };
        assert.partialDeepStrictEqual(done, { state: "succeeded", result });
      });
      await t.step(
        "a lease pays while router-select is away, and is billed",
        async () => {
          const routerSelectUrl = "http://127.0.0.1:1/away";
          const router = createRouter({
            url,
            key,
            localHosts,
            routerSelectUrl,
            direct: direct(provider),
          });
          assert.equal(await router.drawLease(), true);
          const llm = await router.route(need);
          await llm.chat(hello);
          assert.equal(provider.seen.at(-1)?.credential, "sk-own");
          await router.close();
          const [billed] = await sql(`select cost_nano::int as nano from cogo.routing_outcomes
          where model_id = 0`);
          assert.deepEqual(billed, { nano: 34_000 });
        },
      );
      await t.step("a route that is not called gives its money back", async () => {
        const llm = await operator.route(need);
        await thrownBy(llm.chat({ ...hello, max_tokens: 5000 }));
        await operator.close();
        const [held] = await sql(
          `select state from cogo.reservations where decision_id = '${llm.decisionId}'`,
        );
        assert.deepEqual(held, { state: "settled" });
        assert.equal((await outcome(llm.decisionId))[0]?.["cost_nano"], "0");
      });
      await t.step("spend is seen, and the books balance", async () => {
        const [spend] = await sql(
          `select count(*)::int as calls, sum(cost_nano)::bigint::text as nano
          from cogo.routing_outcomes where cost_nano > 0`,
        );
        assert.equal(spend?.["calls"], 5);
        assert.deepEqual(await sql("select * from cogo.verify()"), []);
      });
    } finally {
      await operator.close();
      await agent.close();
      await provider.close();
      await stack.close();
      await Deno.remove(dataFolder, { recursive: true });
    }
  },
});
