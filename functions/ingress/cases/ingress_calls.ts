import type { Stack } from "../../../scripts/stack/stack_settings.ts";
import { agentClaims } from "../../../scripts/stack/test_stack.ts";

/** One sentence of behaviour and the proof of it, run against a shared stack. */
export type Case = [sentence: string, prove: (stack: Stack) => Promise<void>];

/** An answer, read. */
export interface Told {
  status: number;
  headers: Headers;
  // deno-lint-ignore no-explicit-any -- tests look into answers of many shapes
  body: any;
}

/** Another tenant than {@link agentClaims} names. */
export const otherTenant = "44444444-4444-4444-8444-444444444444";

/** The header of an agent's token. */
export async function agentOf(stack: Stack, more: object = {}): Promise<Record<string, string>> {
  return { authorization: `Bearer ${await stack.tokens.sign({ ...agentClaims, ...more }, 600)}` };
}

/** The header of an operator's key. */
export const operatorOf = (stack: Stack) => ({ apikey: stack.file.secret_key });

/** Asks the function at the stack's address. */
export async function ask(
  stack: Stack,
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: unknown,
): Promise<Told> {
  const text = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
  const url = path.startsWith("http") ? path : `${stack.file.url}/functions/v1/ingress${path}`;
  const response = await fetch(url, {
    method,
    headers: { "content-type": "application/json", ...headers },
    ...(text === undefined ? {} : { body: text }),
    redirect: "manual",
  });
  const read = await response.text();
  const isJson = response.headers.get("content-type")?.startsWith("application/json");
  return {
    status: response.status,
    headers: response.headers,
    body: isJson && read !== "" ? JSON.parse(read) : read,
  };
}

/** Calls an RPC with an operator's rights. */
export async function rpc(stack: Stack, name: string, args: object): Promise<unknown> {
  const response = await fetch(`${stack.file.url}/rest/v1/rpc/${name}`, {
    method: "POST",
    headers: { "content-type": "application/json", apikey: stack.file.secret_key },
    body: JSON.stringify(args),
  });
  const body = await response.json();
  if (!response.ok) throw new Error(`${name}: ${response.status} ${JSON.stringify(body)}`);
  return body;
}

/** What a worker answers for one job. */
export type Outcome = { outcome: "succeeded"; result: object } | {
  outcome: "failed";
  error: object;
};

/** Claims one job and ends it as told. */
export async function workOne(stack: Stack, outcome: Outcome): Promise<void> {
  const turn = await rpc(stack, "work", { worker: "test", want: 1 }) as {
    jobs: { job_id: number; fence: number }[];
  };
  const [job] = turn.jobs;
  if (!job) throw new Error("there was no job");
  const { job_id, fence } = job;
  await rpc(stack, "work", { worker: "test", finished: [{ job_id, fence, ...outcome }] });
}
