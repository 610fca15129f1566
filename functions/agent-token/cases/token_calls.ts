import assert from "@std/assert";
import { decodeJwt } from "jose";
import type { Stack } from "../../../scripts/stack/stack_settings.ts";

/** An answer of a function or an RPC. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // deno-lint-ignore no-explicit-any -- what tests look at differs from call to call
  readonly body: any;
}

/** A case: a sentence and its proof. */
export type Case = [sentence: string, prove: (stack: Stack) => Promise<void>];

/** Asks agent-token. */
export async function askToken(
  stack: Stack,
  body: object | string | undefined,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${stack.file.url}/functions/v1/agent-token`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: JSON.parse(await response.text()),
  };
}

/** Calls an RPC with the secret key, or with a token. */
export async function rpc(
  stack: Stack,
  name: string,
  args: object,
  token?: string,
): Promise<Answer> {
  const { url, secret_key, publishable_key } = stack.file;
  const response = await fetch(`${url}/rest/v1/rpc/${name}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      apikey: token === undefined ? secret_key : publishable_key,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(args),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: JSON.parse(await response.text() || "null"),
  };
}

/** A tenant with an agent, both new. */
export async function newAgent(stack: Stack, scopes = ["jobs:read", "jobs:work"]) {
  const tenant = await rpc(stack, "create_tenant", { name: "Tenant of a test" });
  const { tenant_id } = tenant.body;
  const made = await rpc(stack, "create_agent", { name: "Agent", scopes, tenant_id });
  assert.equal(made.status, 200, JSON.stringify(made.body));
  return { tenant_id: String(tenant_id), agent_id: String(made.body.agent_id) };
}

/** A new agent with a secret. */
export async function newCredential(stack: Stack, scopes?: string[]) {
  const agent = await newAgent(stack, scopes);
  const { body } = await rpc(stack, "issue_credential", { agent_id: agent.agent_id });
  return { ...agent, ...body as { credential: string; credential_id: string } };
}

export const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });

/** Demands a token, and that it works. */
export async function demandToken(stack: Stack, answer: Answer): Promise<string> {
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  const { access_token } = answer.body;
  const { status, body } = await rpc(stack, "list_jobs", {}, access_token);
  assert.equal(status, 200, JSON.stringify(body));
  assert.equal(decodeJwt(access_token).iss, stack.tokens.issuer);
  return access_token;
}

/** Demands the one refusal that tells nothing. */
export function demandRefusal({ status, body }: Answer, what: string): void {
  assert.deepEqual([status, body.details], [401, "invalid_credential"], what);
  assert.equal(body.message, "Cannot give a token: the credential is not valid", what);
  assert.match(body.hint, /why is not told here/, what);
}
