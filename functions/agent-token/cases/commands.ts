import assert from "@std/assert";
import { decodeProtectedHeader } from "jose";
import { fileURLToPath } from "node:url";
import type { Stack } from "../../../scripts/stack/stack_settings.ts";
import { askToken, bearer, type Case, demandToken, rpc } from "./token_calls.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Runs a command of npm against the stack. */
async function run(stack: Stack, script: string, ...args: string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-prompt", "-A", `scripts/access/${script}.ts`, ...args, "--json"],
    cwd: root,
    env: { NO_COLOR: "1", SUPABASE_URL: "", COGO_DATA_DIR: stack.file.data_folder },
  }).output();
  const text = new TextDecoder().decode(stdout);
  const told = new TextDecoder().decode(stderr);
  return {
    code,
    json: text.startsWith("{") || text.startsWith("[") ? JSON.parse(text) : text,
    told,
  };
}

/** What a person types. */
export const commandCases: Case[] = [
  ["an agent is made, gets a secret, and is revoked, from the command line", async (stack) => {
    const tenant = await run(stack, "agents", "tenant", "Typed");
    const { tenant_id } = tenant.json;
    const options = ["--tenant", tenant_id, "--scopes", "jobs:read,jobs:work", "--types", "mail."];
    const made = await run(stack, "agents", "create", "Mail", ...options);
    assert.equal(made.code, 0, made.told);
    const { json } = await run(stack, "agents", "issue", made.json.agent_id, "--days", "1");
    const answer = await askToken(stack, {}, bearer(json.credential));
    await demandToken(stack, answer);
    assert.deepEqual(answer.body.scopes, ["jobs:read", "jobs:work:mail."]);
    const listed = await run(stack, "agents", "list", "--tenant", tenant_id);
    assert.deepEqual(listed.json.map(({ name }: { name: string }) => name), ["Mail"]);
    assert.equal((await run(stack, "agents", "revoke", made.json.agent_id)).code, 0);
    const refused = await run(stack, "agents", "issue", made.json.agent_id);
    assert.deepEqual([refused.code, refused.json.error.code], [1, "access_conflict"]);
    assert.equal((await run(stack, "agents", "nonsense")).code, 2);
    assert.equal((await run(stack, "agents", "create", "x")).code, 2);
  }],
  ["keys are rotated while agents work: no token that holds is refused", async (stack) => {
    const made = await rpc(stack, "create_tenant", { name: "Rotates" });
    const { tenant_id } = made.body;
    const agent = await rpc(stack, "create_agent", { name: "A", scopes: ["jobs:read"], tenant_id });
    const issued = await rpc(stack, "issue_credential", { agent_id: agent.body.agent_id });
    const next = async () =>
      await demandToken(stack, await askToken(stack, {}, bearer(issued.body.credential)));
    const kidOf = (token: string) => decodeProtectedHeader(token).kid;
    const works = async (token: string) =>
      (await rpc(stack, "list_jobs", {}, token)).status === 200;

    const first = await next();
    const { json: { kid } } = await run(stack, "agent_keys", "create");
    assert.equal(kidOf(await next()), kidOf(first), "a standby key does not sign");
    assert.equal((await run(stack, "agent_keys", "promote", kid)).code, 0);
    const second = await next();
    assert.equal(kidOf(second), kid, "the promoted one does, at once");
    assert.ok(await works(first), "what the one before signed holds on");
    const early = await run(stack, "agent_keys", "retire", kidOf(first)!);
    assert.deepEqual([early.code, early.json.error.code], [1, "access_conflict"]);
    assert.equal((await run(stack, "agent_keys", "retire", kidOf(first)!, "--force")).code, 0);
    assert.ok(!await works(first), "until it is retired");
    assert.ok(await works(second));
    const { json } = await run(stack, "agent_keys", "list");
    const states = json.map(({ state }: { state: string }) => state);
    assert.deepEqual(states.sort(), ["in_use", "retired"]);
    assert.ok(!JSON.stringify(json).includes('"d"'));
    const jwks = await fetch(`${stack.file.url}/functions/v1/agent-token/jwks`);
    assert.deepEqual((await jwks.json()).keys.map((one: { kid: string }) => one.kid), [kid]);
  }],
  ["for a project elsewhere the private key goes into a file of its own", async (stack) => {
    const file = await Deno.makeTempFile();
    const { code, json, told } = await run(stack, "agent_keys", "create", "--out", file);
    assert.equal(code, 0, told);
    const text = await Deno.readTextFile(file);
    const { keys } = JSON.parse(/^AGENT_SIGNING_KEYS='(.*)'$/m.exec(text)![1]!);
    assert.equal(keys.at(-1).kid, json.kid);
    assert.ok(!JSON.stringify(json).includes(keys.at(-1).d));
    for (const name of [file, `${file}.jwk`]) await Deno.remove(name);
  }],
];
