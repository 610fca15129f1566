import assert from "@std/assert";
import { askLive } from "../../scripts/router/ask_live.ts";
import { compareLive } from "../../scripts/router/compare_live.ts";
import { layPreparedData } from "../../scripts/stack/prepared_data.ts";
import { silent } from "../../scripts/stack/progress.ts";
import { startStack } from "../../scripts/stack/stack.ts";
import type { Stack } from "../../scripts/stack/stack_settings.ts";
import { agentClaims } from "../../scripts/stack/test_stack.ts";
import { routeAnswer } from "../_shared/routing/contract.ts";

const catalogue = `
insert into cogo.llm_providers (provider, name, api_format, base_url, allowed_hosts, auth_style, source, changed_at)
values ('local', 'Local', 'openai', 'http://127.0.0.1:1/v1', '{127.0.0.1}', 'none', 'test', now());
insert into cogo.llm_models (provider, model, context_tokens, capabilities, source, changed_at)
values ('local', 'one', 8000, '{tools}', 'test', now()), ('local', 'two', 8000, '{tools}', 'test', now());
insert into cogo.llm_prices (model_id, valid_from, input_price, output_price, source, source_sha256, imported_at)
select model_id, '2020-01-01', 1000000000, 2000000000, 'test', '', now() from cogo.llm_models;
`;
const asked = { service: "chat", context_tokens: 1000, max_output_tokens: 100 };

async function post(stack: Stack, path: string, body: unknown, headers: Record<string, string>) {
  const response = await fetch(`${stack.file.url}/functions/v1/router-select${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

Deno.test("router-select", { sanitizeOps: false, sanitizeResources: false }, async (t) => {
  const dataFolder = await Deno.makeTempDir({ prefix: "cogo-router-" });
  await layPreparedData(dataFolder);
  const stack = await startStack({ port: 0, wirePort: 0, dataFolder, progress: silent });
  const operator = { apikey: stack.file.secret_key };
  const agent = { authorization: `Bearer ${await stack.tokens.sign(agentClaims, 60)}` };
  try {
    await t.step("without models the refusal is a 409 with its reasons", async () => {
      const { status, body } = await post(stack, "", asked, operator);
      assert.deepEqual([status, body.details, body.code], [409, "no_candidate", "PT409"]);
    });

    await stack.database.executor.exec(catalogue);
    await stack.database.executor.exec("select cogo.tick_routes()");

    let decision = "";
    await t.step("an agent gets a route that fits the contract, and no secret", async () => {
      const { status, body, headers } = await post(stack, "", asked, agent);
      assert.equal(status, 200, JSON.stringify(body));
      const route = routeAnswer.parse(body);
      assert.equal(route.base_url, "http://127.0.0.1:1/v1");
      assert.equal(route.estimate_nano, 1_200_000);
      assert.equal(headers.get("cache-control"), "no-store");
      decision = route.decision_id;
    });
    await t.step("the next attempt is the other model", async () => {
      const failure = { attempt: 1, http_status: 503, retry_after_ms: null };
      const told = { decision_id: decision, failure };
      const { status, body } = await post(stack, "/next", told, agent);
      assert.deepEqual([status, body.attempt], [200, 2], JSON.stringify(body));
      const other = { ...agentClaims, tenant_id: "44444444-4444-4444-8444-444444444444" };
      const stranger = { authorization: `Bearer ${await stack.tokens.sign(other, 60)}` };
      assert.equal((await post(stack, "/next", told, stranger)).status, 404);
    });
    await t.step("a key repeated gets the same decision; used otherwise, 409", async () => {
      const keyed = { ...asked, idempotency_key: "once" };
      const first = await post(stack, "", keyed, agent);
      const second = await post(stack, "", keyed, agent);
      assert.equal(second.body.decision_id, first.body.decision_id);
      assert.notEqual(second.body.grant, first.body.grant);
      const other = await post(stack, "", { ...keyed, context_tokens: 7 }, agent);
      assert.deepEqual([other.status, other.body.details], [409, "idempotency_conflict"]);
    });
    await t.step("another tenant, a base_url, no key, GET: each is told", async () => {
      const tenant_id = "44444444-4444-4444-8444-444444444444";
      const forbidden = await post(stack, "", { ...asked, tenant_id }, agent);
      assert.deepEqual([forbidden.status, forbidden.body.details], [403, "tenant_forbidden"]);
      const injected = await post(stack, "", { ...asked, base_url: "http://x" }, agent);
      assert.deepEqual([injected.status, injected.body.details], [400, "bad_argument"]);
      const nobody = await post(stack, "", asked, {});
      assert.equal(nobody.status, 401);
      const url = `${stack.file.url}/functions/v1/router-select`;
      const got = await fetch(url, { headers: operator });
      assert.deepEqual([got.status, got.headers.get("allow")], [405, "POST"]);
      await got.body?.cancel();
    });
    await t.step(
      "router:compare:v1v2 finds it deterministic and within what was asked",
      async () => {
        const url = `${stack.file.url}/functions/v1/router-select`;
        const headers = { ...agent, apikey: stack.file.publishable_key };
        const trials = [
          {
            asked: { service: "chat" as const, context_tokens: 500, critical: true },
            mustRefuse: false,
          },
          { asked: { service: "chat" as const, context_tokens: 9000 }, mustRefuse: true },
        ];
        const { gates } = await compareLive([url, url], headers, trials);
        assert.deepEqual(
          [gates.determinism.verdict, gates.constraints.verdict, gates.quality.verdict],
          ["passed", "passed", "none"],
          JSON.stringify(gates),
        );
        const asked = { service: "chat" as const, context_tokens: 1 };
        const wrong = { authorization: "Bearer nonsense", apikey: stack.file.publishable_key };
        await assert.rejects(
          askLive(url, wrong, asked),
          /must be a token that router-select takes/,
        );
      },
    );
    await t.step("a rate limit is a 429 with Retry-After", async () => {
      await stack.database.executor.exec(`insert into cogo.rate_limits
        (scope, unit, max_count, per_seconds, changed_at) values ('tenant', 'requests', 1, 60, now())`);
      await post(stack, "", asked, agent);
      const { status, headers, body } = await post(stack, "", asked, agent);
      assert.deepEqual([status, body.details], [429, "rate_limited"], JSON.stringify(body));
      assert.ok(Number(headers.get("retry-after")) >= 1);
    });
  } finally {
    await stack.close();
    await Deno.remove(dataFolder, { recursive: true });
  }
});
