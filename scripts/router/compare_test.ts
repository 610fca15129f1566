import assert from "@std/assert";
import { join } from "@std/path";
import { silent } from "../stack/progress.ts";
import { startStack } from "../stack/stack.ts";
import { agentClaims } from "../stack/test_stack.ts";
import { main } from "./compare.ts";

const seed = `
insert into cogo.llm_providers (provider, name, api_format, base_url, allowed_hosts, auth_style, source, changed_at)
values ('local', 'Local', 'openai', 'http://127.0.0.1:1/v1', '{127.0.0.1}', 'none', 'test', now());
insert into cogo.llm_models (provider, model, region, quality, context_tokens, capabilities, source, changed_at)
select 'local', model, 'eu', quality, 32000, '{tools}', 'test', now()
from (values ('cheap', 0.4), ('good', 0.8), ('fine', 0.78)) as known (model, quality);
insert into cogo.llm_prices (model_id, valid_from, input_price, output_price, source, source_sha256, imported_at)
select model_id, '2020-01-01', case model when 'cheap' then 1e9 else 12e8 end, 2e9, 'test', '', now() from cogo.llm_models;
select api.publish_policy((api.create_policy('first', '{}', 'v1') ->> 'policy_id')::bigint, 'live');
select api.publish_policy((api.create_policy('second', '{"canary_percent": 50}') ->> 'policy_id')::bigint, 'shadow');
`;

/** Conversations of three turns; every fourth answer of the cheap model is bad. */
const work = (from: number, to: number) => `
do $$
declare
  route jsonb;
begin
  for n in ${from} .. ${to} loop
    route := api.select_route('chat', 1000 + n, 200, session => 's' || n / 3, capabilities => '{tools}', region => 'eu');
    perform api.settle_route(
      (route ->> 'decision_id')::uuid, 1, '{"input_tokens": 1000, "output_tokens": 100}',
      case when route ->> 'model' = 'cheap' and n % 4 = 0 then 'failed' else 'succeeded' end,
      total_ms => case route ->> 'model' when 'cheap' then 1000 else 900 end + n % 50
    );
  end loop;
end;
$$`;

/** A function that answers with a model in the wrong place, for more than was allowed. */
const crooked = (request: Request) =>
  request.json().then((asked) =>
    Response.json({
      decision_id: crypto.randomUUID(),
      attempt: 1,
      provider: "p",
      model: "m",
      region: "us",
      service: asked.service,
      model_id: 1,
      api_format: "openai",
      base_url: "https://p.example",
      headers: {},
      auth: { style: "none", field: "api_key" },
      attempts: [],
      grant: "g",
      grant_expires_at: "2030-01-01",
      estimate_nano: 500,
      policy: { id: 1, name: "n", version: 1 },
      limits: { remaining_nano: null, requests_remaining: null },
      snapshot_version: 1,
    })
  );

Deno.test("router:compare:v1v2", { sanitizeOps: false, sanitizeResources: false }, async (t) => {
  const folder = await Deno.makeTempDir({ prefix: "cogo-compare-" });
  const out = join(folder, "out");
  const stack = await startStack({ port: 0, wirePort: 0, dataFolder: folder, progress: silent });
  const { url, secret_key } = stack.file;
  const execute = (sql: string) => stack.database.executor.exec(sql);
  const run = async (...args: string[]) => {
    const said: string[] = [];
    const note = (text: string) => said.push(text);
    const code = await main([...args, "--out", out], { out: note, err: note });
    return { code, said: said.join("\n") };
  };
  const compare = (...args: string[]) =>
    run("--url", url, "--key", secret_key, "--cost-ratio", "1.3", ...args);
  const publish = () => execute("select api.publish_policy(2, 'live')");
  try {
    await execute(seed);

    await t.step(
      "over what v1 alone decided there is no verdict, and nothing goes live",
      async () => {
        await execute(work(1, 30));
        const { code, said } = await compare();
        assert.equal(code, 3, said);
        assert.match(said, /1 determinism +passed +30 of 30 receipts/);
        assert.match(said, /4 quality +no verdict .*was never tried where it would/);
        await assert.rejects(publish, /no report that passed compares it with policy 1/);
      },
    );

    await execute("select api.publish_policy(2, 'canary')");
    await execute("select cogo.tick_routes()");
    await execute(work(31, 150));

    await t.step("a violation fails gate 2, whatever the list says", async () => {
      await execute("update cogo.llm_models set region = 'us' where model = 'good'");
      const { code, said } = await compare("--max", "40");
      await execute("update cogo.llm_models set region = 'eu' where model = 'good'");
      assert.equal(code, 1, said);
      assert.match(said, /2 constraints +FAILED +40 violations in 40 contexts: region 40/);
      assert.match(said, /cannot go live with it/);
      await assert.rejects(publish, /no report that passed/);
    });

    await t.step("a receipt that was changed fails gate 1; a dearer v2 fails gate 3", async () => {
      const swap = (value: number) =>
        execute(
          `update cogo.routing_decisions set weights[1] = weights[1] + ${value} where decision_id =
          (select max(decision_id::text)::uuid from cogo.routing_decisions)`,
        );
      await swap(1);
      const { code, said } = await compare("--no-store", "--max", "40", "--cost-ratio", "1.01");
      await swap(-1);
      assert.equal(code, 1, said);
      assert.match(said, /1 determinism +FAILED +39 of 40/);
      assert.match(said, /3 cost +FAILED .*1\.01 is allowed/);
    });

    await t.step("judges' rewards count in place of success", async () => {
      const rewards = join(folder, "rewards.jsonl");
      await Deno.writeTextFile(rewards, `{"decision_id": "${crypto.randomUUID()}", "reward": 1}\n`);
      const { code, said } = await compare("--no-store", "--max", "40", "--rewards", rewards);
      assert.equal(code, 3, said);
      assert.match(said, /quality is known of 0 decisions/);
      await Deno.writeTextFile(rewards, `{"decision_id": "x"}`);
      assert.match((await compare("--rewards", rewards)).said, /Cannot read rewards, line 1/);
    });

    await t.step("with a canary's evidence all gates pass, and v2 goes live", async () => {
      const { code, said } = await compare();
      assert.equal(code, 0, said);
      assert.match(said, /Next step: select api\.publish_policy\(2, 'live'\)/);
      const page = await Deno.readTextFile(join(out, "policy-1-2.html"));
      assert.equal(page.match(/<svg/g)?.length, 5);
      assert.doesNotMatch(page, /<script|<link|src=|https?:/);
      const report = JSON.parse(await Deno.readTextFile(join(out, "policy-1-2.json")));
      assert.equal(report.gates.report.passed, true);
      assert.ok(report.gates.quality.quality.difference.dr.low > 0, "v2 is better");
      await publish();
      assert.match((await compare("--v1", "1", "--v2", "2")).said, /policy 1: it is retired/);
    });

    await t.step("live: the real function asked twice answers the same", async () => {
      const requests = join(folder, "requests.jsonl");
      const asked = {
        service: "chat",
        context_tokens: 900,
        region: "eu",
        max_cost_nano: 10_000_000,
      };
      await Deno.writeTextFile(requests, `${JSON.stringify(asked)}\n`);
      Deno.env.set("ROUTER_SELECT_URL", `${url}/functions/v1/router-select`);
      Deno.env.set("SUPABASE_ANON_KEY", await stack.tokens.sign(agentClaims, 60));
      Deno.env.set("SUPABASE_PUBLISHABLE_KEY", stack.file.publishable_key);
      const { code, said } = await run("--live", "--requests", requests, "--json");
      assert.equal(code, 3, said);
      const { gates } = JSON.parse(said);
      assert.deepEqual(
        [gates.determinism.verdict, gates.constraints.verdict],
        ["passed", "passed"],
        said,
      );

      const server = Deno.serve({ port: 0, onListen: () => {} }, crooked);
      const other = await run(
        "--v2-url",
        `http://127.0.0.1:${server.addr.port}`,
        "--requests",
        requests,
      );
      assert.equal(other.code, 1, other.said);
      assert.match(other.said, /v2: p\/m in .*, then p\/m in/);
      assert.match(other.said, /m is in us, not in eu/);
      const usual = await run(
        "--v1-url",
        `http://127.0.0.1:${server.addr.port}`,
        "--v2-url",
        `http://127.0.0.1:${server.addr.port}`,
      );
      assert.match(usual.said, /m was chosen for what no model may pass/);
      await server.shutdown();
    });

    await t.step("wrong use is told with the next step", async () => {
      const relative = await run("--v1-url", "/functions/v1/router-select");
      assert.equal(relative.code, 2);
      assert.match(relative.said, /must be an absolute URL.*Next step: --v1-url=https:/s);
      Deno.env.set("SUPABASE_ANON_KEY", "nonsense");
      assert.match((await run("--live")).said, /must be a token that router-select takes/);
      Deno.env.delete("SUPABASE_ANON_KEY");
      assert.match((await run("--live")).said, /SUPABASE_ANON_KEY is missing/);
      assert.equal((await run("--since", "soon")).code, 2);
      assert.equal((await run("--nonsense")).code, 2);
      assert.equal((await run("--help")).code, 0);
      assert.match((await compare()).said, /No policy is shadow or canary/);
    });
  } finally {
    for (const name of ["ROUTER_SELECT_URL", "SUPABASE_ANON_KEY", "SUPABASE_PUBLISHABLE_KEY"]) {
      Deno.env.delete(name);
    }
    await stack.close();
    await Deno.remove(folder, { recursive: true });
  }
});
