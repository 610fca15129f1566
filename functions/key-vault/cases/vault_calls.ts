import { createHash } from "node:crypto";
import type { Stack } from "../../../scripts/stack/stack_settings.ts";

/** One sentence of behaviour and the proof of it, run against a shared stack. */
export type Case = [sentence: string, prove: (stack: Stack) => Promise<void>];

/** A key that must be found nowhere but in the answer to `resolve`. */
export const canary = "sk-canary-vault-0123456789";

/** What the function answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // deno-lint-ignore no-explicit-any
  readonly body: any;
}

/** Posts a body to the function of the stack, as an operator unless other headers are given. */
export async function ask(
  stack: Stack,
  body: unknown,
  headers: Record<string, string> = { apikey: stack.file.secret_key },
): Promise<Answer> {
  const response = await fetch(`${stack.file.url}/functions/v1/key-vault`, {
    method: "POST",
    headers,
    body: typeof body === "string" || body instanceof Uint8Array
      ? body as BodyInit
      : JSON.stringify(body),
  });
  const text = await response.text();
  const { status, headers: answered } = response;
  return { status, headers: answered, text, body: JSON.parse(text) };
}

/** The headers of an agent. */
export async function agent(
  stack: Stack,
  tenant: string,
  id: string,
  scopes = ["route:select", "keys:resolve"],
) {
  const claims = { sub: id, role: "authenticated", aud: "authenticated", tenant_id: tenant };
  const token = await stack.tokens.sign({ ...claims, agent_id: id, scopes }, 60);
  return { authorization: `Bearer ${token}`, apikey: stack.file.publishable_key };
}

let reserved = 0;

/** Holds a reservation by hand, as `select_route` would; answers its grant and decision. */
export async function reserve(stack: Stack, keyId: string, tenant: string, agentId: string) {
  const number = String(++reserved).padStart(12, "0");
  const grant = `grant-of-test-${number}`;
  const decision_id = `01900000-0000-7000-8000-${number}`;
  const hash = createHash("sha256").update(grant).digest("hex");
  await stack.database.executor.exec(`
    insert into cogo.reservations (decision_id, attempt, tenant_id, agent_id, model_id, key_id,
      estimate_nano, grant_hash, grant_expires_at, expires_at, created_at)
    values ('${decision_id}', 1, '${tenant}', '${agentId}', 1, '${keyId}', 1, '\\x${hash}',
      cogo.now_() + interval '60 seconds', cogo.now_() + interval '2 minutes', cogo.now_())`);
  return { grant, decision_id };
}

/** Rows of the database, as its owner sees them. */
export function rows(stack: Stack, query: string): Promise<Record<string, unknown>[]> {
  return stack.database.executor.query(query);
}
