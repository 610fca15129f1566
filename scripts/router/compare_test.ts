import assert from "@std/assert";
import { join } from "@std/path";
import { migratedData, openImage } from "../db/serve_pglite.ts";
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

Deno.test("router:compare:v1v2", { sanitizeOps: false, sanitizeResources: false }, async (t) => {
  const folder = await Deno.makeTempDir({ prefix: "cogo-compare-" });
  const out = join(folder, "out");
  const image = await openImage(await migratedData());
  const url = await image.serve();
  const execute = (sql: string) => image.executor.exec(sql);
  const run = async (...args: string[]) => {
    const said: string[] = [];
    const note = (text: string) => said.push(text);
    const code = await main([...args, "--out", out], { out: note, err: note });
    return { code, said: said.join("\n") };
  };
  const compare = (...args: string[]) => run("--url", url, "--cost-ratio", "1.3", ...args);
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
      assert.match(said, /quality is known of no decision/);
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

    await t.step("when nothing is shadow or canary, that is told", async () => {
      const { code, said } = await compare();
      assert.equal(code, 2);
      assert.match(said, /No policy is shadow or canary/);
    });
  } finally {
    await image.close();
    await Deno.remove(folder, { recursive: true });
  }
});
