import assert from "@std/assert";
import type { Stack } from "../../../scripts/stack/stack_settings.ts";
import { agent, ask, canary, type Case, reserve, rows } from "./vault_calls.ts";

const tenantA = "00000000-0000-4000-8000-00000000000a";
const tenantB = "00000000-0000-4000-8000-00000000000b";
const agentA = "00000000-0000-4000-8000-0000000000a1";
const agentB = "00000000-0000-4000-8000-0000000000b1";
let keyId = "";

const refused = (answer: { status: number; body: { details: string } }) =>
  assert.deepEqual([answer.status, answer.body.details], [403, "grant_refused"]);

async function newGrant(stack: Stack) {
  const given = await reserve(stack, keyId, tenantA, agentA);
  return { ...given, ask: { op: "resolve", grant: given.grant } };
}

/** What a grant opens, and for whom. */
export const grantCases: Case[] = [
  ["an agent resolves the grant of its decision, and the opening is audited", async (stack) => {
    const value = `${canary}-a`;
    const made = await ask(stack, { op: "upsert", provider: "openai", tenant_id: tenantA, value });
    keyId = made.body.id;
    const grant = await newGrant(stack);
    const got = await ask(stack, grant.ask, await agent(stack, tenantA, agentA));
    assert.equal(got.status, 200, got.text);
    assert.equal(got.body.value, value);
    const [row] = await rows(
      stack,
      `select entry.actor, held.state from cogo.secure_keys_audit as entry
        join cogo.reservations as held using (decision_id, attempt)
        where decision_id = '${grant.decision_id}' and ok`,
    );
    assert.deepEqual(row, { actor: `agent:${agentA}`, state: "opened" });
  }],
  ["an agent may do nothing else", async (stack) => {
    const headers = await agent(stack, tenantA, agentA);
    const asks = [
      { op: "list" },
      { op: "get", key_id: keyId },
      { op: "resolve", provider: "openai", purpose: "curiosity" },
      { op: "upsert", provider: "openai", value: "sk-mine" },
      { op: "revoke", key_id: keyId, reason: "spite" },
      { op: "kek", action: "list" },
    ];
    for (const body of asks) {
      const answer = await ask(stack, body, headers);
      assert.deepEqual([answer.status, answer.body.details], [403, "operators_only"], body.op);
    }
  }],
  ["bad-input: two tokens whose beginnings are equal are two callers", async (stack) => {
    const [one, two] = [
      await agent(stack, tenantA, agentA),
      await agent(stack, tenantB, agentA),
    ];
    assert.equal(one.authorization.slice(0, 20), two.authorization.slice(0, 20));
    const grant = await newGrant(stack);
    assert.equal((await ask(stack, grant.ask, one)).status, 200);
    refused(await ask(stack, grant.ask, two));
  }],
  ["bad-input: another tenant's and another agent's grant", async (stack) => {
    const grant = await newGrant(stack);
    refused(await ask(stack, grant.ask, await agent(stack, tenantB, agentB)));
    refused(await ask(stack, grant.ask, await agent(stack, tenantA, agentB)));
  }],
  ["a token without keys:resolve opens nothing, nor does one of a revoked agent", async (stack) => {
    const grant = await newGrant(stack);
    for (const scopes of [[], ["route:select"], ["keys"], ["keys:resolve:x"]]) {
      const headers = await agent(stack, tenantA, agentA, scopes);
      const { status, body } = await ask(stack, grant.ask, headers);
      assert.deepEqual([status, body.details], [403, "insufficient_scope"], String(scopes));
    }
    const headers = await agent(stack, tenantA, agentA);
    const { executor } = stack.database;
    await executor.exec(
      `insert into cogo.revocations values ('${tenantA}', '${agentA}', 'agent', now())`,
    );
    refused(await ask(stack, grant.ask, headers));
    await executor.exec("delete from cogo.revocations");
    assert.equal((await ask(stack, grant.ask, headers)).status, 200);
  }],
  ["bad-input: another tenant's key id in a reservation", async (stack) => {
    const given = await reserve(stack, keyId, tenantB, agentB);
    const headers = await agent(stack, tenantB, agentB);
    refused(await ask(stack, { op: "resolve", grant: given.grant }, headers));
  }],
  ["bad-input: a grant for another decision, or for another attempt", async (stack) => {
    const grant = await newGrant(stack);
    const { decision_id } = await newGrant(stack);
    refused(await ask(stack, { ...grant.ask, decision_id }));
    refused(await ask(stack, { ...grant.ask, attempt: 2 }));
    assert.equal((await ask(stack, { ...grant.ask, attempt: 1 })).status, 200);
  }],
  ["bad-input: a grant replayed after its attempt was billed", async (stack) => {
    const grant = await newGrant(stack);
    assert.equal((await ask(stack, grant.ask)).status, 200);
    assert.equal((await ask(stack, grant.ask)).status, 200, "while it lives it may be used again");
    await stack.database.executor.exec(
      `select api.settle_route('${grant.decision_id}', 1, '{"prompt_tokens": 1, "completion_tokens": 1}')`,
    );
    refused(await ask(stack, grant.ask));
  }],
  [
    "bad-input: an expired grant, whatever the caller's clock says (skew of 5 minutes)",
    async (stack) => {
      const grant = await newGrant(stack);
      await stack.database.executor.exec(
        `update cogo.reservations set grant_expires_at = cogo.now_() - interval '1 second'
        where decision_id = '${grant.decision_id}'`,
      );
      const headers = { ...await agent(stack, tenantA, agentA) };
      for (const skew of [-300_000, 300_000]) {
        const date = new Date(Date.now() + skew).toUTCString();
        refused(await ask(stack, grant.ask, { ...headers, date }));
      }
      const claims = { role: "authenticated", tenant_id: tenantA, agent_id: agentA, sub: agentA };
      const late = await stack.tokens.sign(claims, -300);
      const answer = await ask(stack, (await newGrant(stack)).ask, {
        authorization: `Bearer ${late}`,
      });
      assert.equal(answer.status, 401);
    },
  ],
  ["bad-input: a revoked, an expired and a future version", async (stack) => {
    const grant = await newGrant(stack);
    const resolve = { op: "resolve", provider: "openai", tenant_id: tenantA, purpose: "a test" };
    assert.equal((await ask(stack, { ...resolve, version: 99 })).status, 404);
    const key = `key_id = '${keyId}'`;
    const set = (to: string) =>
      stack.database.executor.exec(`update cogo.secure_keys set ${to} where ${key}`);
    await set("expires_at = cogo.now_() - interval '1 second'");
    refused(await ask(stack, grant.ask));
    refused(await ask(stack, { ...resolve, version: 1 }));
    await set("expires_at = null");
    await ask(stack, { op: "revoke", key_id: keyId, reason: "leaked" });
    refused(await ask(stack, grant.ask));
    refused(await ask(stack, { ...resolve, version: 1 }));
  }],
];
