// needs: an environment of its own, which files that run beside each other share
import assert from "@std/assert";
import { join } from "@std/path";
import type { SelectRequest } from "../../functions/_shared/routing/contract.ts";
import { main } from "./compare.ts";

const route = (asked: SelectRequest, region: string, estimate_nano: number) => ({
  decision_id: crypto.randomUUID(),
  attempt: 1,
  provider: "p",
  model: "m",
  region,
  service: asked.service,
  model_id: 1,
  api_format: "openai",
  base_url: "https://p.example",
  allowed_hosts: ["p.example"],
  headers: {},
  auth: { style: "none", field: "api_key" },
  attempts: [],
  grant: "g",
  grant_expires_at: "2030-01-01T00:00:00Z",
  estimate_nano,
  policy: { id: 1, name: "n", version: 1 },
  limits: { remaining_nano: null, requests_remaining: null },
  snapshot_version: 1,
});

const refusal = (status: number, details: string) =>
  Response.json({ code: `PT${status}`, message: "Cannot", details, hint: "" }, { status });

/** As router-select is: one answer a key, 401 without a token, no candidate for the impossible. */
function honest(estimate: number): (request: Request) => Promise<Response> {
  const known = new Map<string, ReturnType<typeof route>>();
  return async (request) => {
    const asked: SelectRequest = await request.json();
    const isKnown = request.headers.get("authorization") === "Bearer agent-token" &&
      request.headers.get("apikey") === "sb_publishable_x";
    if (!isKnown) return refusal(401, "invalid_token");
    const isImpossible = asked.region === "nowhere" || asked.max_cost_nano === 0 ||
      asked.context_tokens > 1e6 ||
      (asked.capabilities ?? []).includes("there-is-no-such-capability");
    if (isImpossible) return refusal(409, "no_candidate");
    const key = asked.idempotency_key ?? "";
    const made = known.get(key) ?? route(asked, asked.region ?? "global", estimate);
    known.set(key, made);
    return Response.json(made);
  };
}

/** Another model in another place, whatever is asked. */
const crooked = async (request: Request) => Response.json(route(await request.json(), "us", 5000));

Deno.test("router:compare:v1v2 over live functions", async (t) => {
  const folder = await Deno.makeTempDir({ prefix: "cogo-live-" });
  const handlers = [honest(1000), honest(1050), honest(1200), crooked];
  const servers = handlers.map((handle) => Deno.serve({ port: 0, onListen: () => {} }, handle));
  const [one, alike, dear, bad] = servers.map(({ addr }) => `http://127.0.0.1:${addr.port}/select`);
  const run = async (...args: string[]) => {
    const said: string[] = [];
    const note = (text: string) => said.push(text);
    const code = await main([...args, "--out", folder], { out: note, err: note });
    return { code, said: said.join("\n") };
  };
  try {
    await t.step("what is missing or relative is told with the next step", async () => {
      const relative = await run("--v1-url", "/functions/v1/router-select");
      assert.equal(relative.code, 2);
      assert.match(relative.said, /must be an absolute URL.*Next step: --v1-url=https:/s);
      Deno.env.set("ROUTER_SELECT_URL", one!);
      assert.match((await run("--live")).said, /SUPABASE_ANON_KEY is missing/);
      Deno.env.set("SUPABASE_ANON_KEY", "nonsense");
      Deno.env.set("SUPABASE_PUBLISHABLE_KEY", "sb_publishable_x");
      const refused = await run("--live");
      assert.equal(refused.code, 2);
      assert.match(refused.said, /must be a token that router-select takes/);
      Deno.env.set("SUPABASE_ANON_KEY", "agent-token");
      for (
        const args of [["--since", "soon"], ["--nonsense"], ["--max", "0"], [
          "--rewards",
          "nowhere",
        ]]
      ) {
        assert.equal((await run(...args)).code, 2, args.join(" "));
      }
      assert.match((await run("--help")).said, /Exit codes: 0 passed/);
    });
    await t.step(
      "alike: three gates pass; outcomes are not known, so there is no verdict",
      async () => {
        const { code, said } = await run("--v2-url", alike!, "--json");
        assert.equal(code, 3, said);
        const { gates, requests } = JSON.parse(said);
        assert.deepEqual(
          Object.values(gates).map((gate) => (gate as { verdict: string }).verdict),
          ["passed", "passed", "passed", "none"],
        );
        assert.equal(requests, 24);
        const page = await Deno.readTextFile(join(folder, "live.html"));
        assert.equal(page.match(/<svg/g)?.length, 2);
      },
    );
    await t.step("dearer by a fifth fails the cost gate, unless that is allowed", async () => {
      const { code, said } = await run("--v2-url", dear!);
      assert.equal(code, 1);
      assert.match(said, /cost +FAILED +estimates of 20 requests that both answered: 1\.200 times/);
      assert.equal((await run("--v2-url", dear!, "--cost-ratio", "1.2")).code, 3);
    });
    await t.step("what a function does wrong is seen from outside", async () => {
      const requests = join(folder, "requests.jsonl");
      await Deno.writeTextFile(
        requests,
        `{"service": "chat", "context_tokens": 9, "region": "eu"}\n` +
          `{"service": "chat", "context_tokens": 9, "max_cost_nano": 4999}\n`,
      );
      const { code, said } = await run("--v2-url", bad!, "--requests", requests);
      assert.equal(code, 1);
      assert.match(said, /v2: p\/m in .*, then p\/m in/, "another decision for the same key");
      assert.match(said, /m is in us, not in eu/);
      assert.match(said, /m may cost 5000/);
      assert.match((await run("--v2-url", bad!)).said, /m was chosen for what no model may pass/);
      await Deno.writeTextFile(requests, `{"service": "chat"}`);
      assert.match(
        (await run("--live", "--requests", requests)).said,
        /Cannot read requests, line 1/,
      );
    });
  } finally {
    for (const name of ["ROUTER_SELECT_URL", "SUPABASE_ANON_KEY", "SUPABASE_PUBLISHABLE_KEY"]) {
      Deno.env.delete(name);
    }
    await Promise.all(servers.map((server) => server.shutdown()));
    await Deno.remove(folder, { recursive: true });
  }
});
