import assert from "@std/assert";
import { agentOf, ask, type Case, operatorOf, otherTenant, rpc, workOne } from "./ingress_calls.ts";

/** Work that comes in. */
export const submittingCases: Case[] = [
  ["a job is taken with 202 and the addresses where it is seen", async (stack) => {
    const agent = await agentOf(stack);
    const sent = { type: "demo.echo", payload: { n: 1 } };
    const { status, headers, body } = await ask(stack, "POST", "/jobs", agent, sent);
    assert.equal(status, 202, JSON.stringify(body));
    assert.equal(headers.get("location"), body.status_url);
    assert.equal(body.status_url, `${stack.file.url}/functions/v1/ingress/jobs/${body.job_id}`);
    assert.ok(Number(headers.get("retry-after")) >= 1);
    const seen = await ask(stack, "GET", body.status_url, agent);
    assert.deepEqual([seen.status, seen.body.state, seen.body.attempt], [200, "queued", 1]);
    const pending = await ask(stack, "GET", body.result_url, agent);
    assert.deepEqual([pending.status, pending.headers.get("location")], [202, body.status_url]);
    await workOne(stack, { outcome: "succeeded", result: { sum: 3 } });
    const result = await ask(stack, "GET", body.result_url, agent);
    assert.deepEqual([result.status, result.body], [200, { sum: 3 }]);
    assert.match(result.headers.get("content-disposition") ?? "", /attachment/);
  }],
  ["the same key is the same job, in header or body; with another body 409", async (stack) => {
    const agent = await agentOf(stack);
    const send = (headers: object, body: object) =>
      ask(stack, "POST", "/jobs", { ...agent, ...headers }, { type: "demo.echo", ...body });
    const keyed = { "idempotency-key": "once" };
    const first = await send(keyed, {});
    const again = await send({}, { idempotency_key: "once" });
    assert.deepEqual([first.body.created, again.body.created], [true, false]);
    assert.equal(again.body.job_id, first.body.job_id);
    const other = await send(keyed, { payload: { other: true } });
    assert.deepEqual([other.status, other.body.details], [409, "idempotency_conflict"]);
    assert.equal((await send(keyed, { idempotency_key: "twice" })).status, 400);
    await ask(stack, "DELETE", `/jobs/${first.body.job_id}`, agent);
  }],
  ["what is wrong is told: schema, field, size, JSON, no key, scope", async (stack) => {
    const schema = { type: "object", required: ["n"] };
    await rpc(stack, "register_job_type", { type: "demo.strict", payload_schema: schema });
    const agent = await agentOf(stack);
    const told = async (body: unknown, headers: Record<string, string> = agent) => {
      const { status, body: { details } } = await ask(stack, "POST", "/jobs", headers, body);
      return `${status} ${details}`;
    };
    assert.equal(await told({ type: "demo.strict" }), "422 schema_mismatch");
    assert.equal(await told({ type: "demo.echo", tenant: 1 }), "400 bad_argument");
    assert.equal(await told({ type: "demo.echo", tenant_id: otherTenant }), "400 bad_argument");
    assert.equal(await told("{"), "400 bad_argument");
    const deep = `{"type": "demo.echo", "payload": {"a": ${"[".repeat(30_000)}${
      "]".repeat(30_000)
    }}}`;
    assert.equal(await told(deep), "400 bad_argument");
    assert.equal(await told({ type: "demo.echo", payload: { a: "\u0000" } }), "400 bad_argument");
    assert.equal(await told({ type: "demo.echo", payload: { a: "\ud800" } }), "400 bad_argument");
    const large = { type: "demo.echo", payload: { text: "x".repeat(70_000) } };
    assert.equal(await told(large), "413 payload_too_large");
    assert.equal(await told({ type: "demo.echo" }, {}), "401 missing_key");
    const reader = await agentOf(stack, { scopes: ["jobs:read"] });
    assert.equal(await told({ type: "demo.echo" }, reader), "403 insufficient_scope");
    const got = await ask(stack, "GET", "/jobs", agent);
    assert.deepEqual([got.status, got.headers.get("allow")], [405, "POST"]);
  }],
  [
    "a secret of an agent is enough, as bearer or as apikey, until the agent is revoked",
    async (stack) => {
      const tenant_id = "55555555-5555-4555-8555-555555555555";
      await rpc(stack, "create_tenant", { name: "Outside", tenant_id });
      const made = await rpc(stack, "create_agent", {
        name: "Shop",
        scopes: ["jobs:write", "jobs:read"],
        tenant_id,
      }) as { agent_id: string };
      const { agent_id } = made;
      const issued = await rpc(stack, "issue_credential", { agent_id }) as { credential: string };
      const bearer = { authorization: `Bearer ${issued.credential}` };
      const sent = { type: "demo.echo" };
      const first = await ask(stack, "POST", "/jobs", bearer, sent);
      assert.equal(first.status, 202, JSON.stringify(first.body));
      const path = `/jobs/${first.body.job_id}`;
      assert.equal((await ask(stack, "GET", path, { apikey: issued.credential })).status, 200);
      const wrong = await ask(stack, "POST", "/jobs", { apikey: "cga_wrong" }, sent);
      assert.deepEqual([wrong.status, wrong.body.details], [401, "invalid_credential"]);
      await ask(stack, "POST", `${path}/cancel`, bearer);
      await rpc(stack, "revoke_agent", { agent_id });
      const late = await ask(stack, "POST", "/jobs", bearer, sent);
      assert.deepEqual([late.status, late.body.details], [403, "agent_revoked"]);
    },
  ],
  ["who comes too often is told when, and the operator's work still comes in", async (stack) => {
    await rpc(stack, "set_ingress_limit", {
      scope: "tenant",
      max_count: 2,
      per_seconds: 10,
      tenant_id: otherTenant,
    });
    const agent = await agentOf(stack, { tenant_id: otherTenant });
    const send = (headers: Record<string, string>) =>
      ask(stack, "POST", "/jobs", headers, { type: "demo.crowd" });
    const ids = [(await send(agent)).body.job_id, (await send(agent)).body.job_id];
    const refused = await send(agent);
    assert.deepEqual([refused.status, refused.body.details], [429, "rate_limited"]);
    assert.ok(Number(refused.headers.get("retry-after")) >= 1);
    const again = await send(agent);
    assert.deepEqual([again.status, again.headers.has("retry-after")], [429, true]);
    await rpc(stack, "set_ingress_limit", { scope: "queue", max_count: 1, per_seconds: 3 });
    const deep = await send(operatorOf(stack));
    assert.deepEqual([deep.status, deep.body.details], [503, "overloaded"]);
    assert.equal(deep.headers.get("retry-after"), "3");
    await rpc(stack, "set_ingress_limit", { scope: "queue" });
    for (const id of ids) await ask(stack, "DELETE", `/jobs/${id}`, agent);
  }],
];
