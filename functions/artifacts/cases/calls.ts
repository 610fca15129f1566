import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { join } from "@std/path";
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
export const operatorOf = ({ file }: Stack) => ({ apikey: file.secret_key });

/** Asks the function, or the address that it gave. */
export async function ask(
  { file }: Stack,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: BodyInit | object,
): Promise<Told> {
  const url = path.startsWith("http") ? path : `${file.url}/functions/v1/artifacts${path}`;
  const isPlain = typeof body === "object" && Object.getPrototypeOf(body) === Object.prototype;
  const response = await fetch(url, {
    method,
    headers: isPlain ? { "content-type": "application/json", ...headers } : headers,
    ...(body === undefined ? {} : { body: isPlain ? JSON.stringify(body) : body as BodyInit }),
    redirect: "manual",
  });
  const bytes = await response.bytes();
  const isJson = response.headers.get("content-type")?.startsWith("application/json");
  const text = new TextDecoder().decode(bytes);
  return {
    status: response.status,
    headers: response.headers,
    body: isJson && text !== "" ? JSON.parse(text) : text,
  };
}

/** Calls an RPC with the rights of `headers`. */
export async function rpc<Answer>(
  { file }: Stack,
  headers: Record<string, string>,
  name: string,
  args: object,
): Promise<Answer> {
  const response = await fetch(`${file.url}/rest/v1/rpc/${name}`, {
    method: "POST",
    headers: { "content-type": "application/json", apikey: file.publishable_key, ...headers },
    body: JSON.stringify(args),
  });
  const body = await response.json();
  if (!response.ok) throw new Error(`${name}: ${response.status} ${JSON.stringify(body)}`);
  return body as Answer;
}

/** A job that an agent holds. */
export interface Hold {
  job_id: number;
  fence: number;
}

/** Enqueues a job and claims it. */
export async function hold(stack: Stack, agent: Record<string, string>): Promise<Hold> {
  await rpc(stack, agent, "enqueue_jobs", { jobs: [{ type: "demo.file" }] });
  const [job] = await rpc<Hold[]>(stack, agent, "claim_jobs", { worker: "test", want: 1 });
  if (!job) throw new Error("there was no job");
  return { job_id: job.job_id, fence: job.fence };
}

/** Where a file of a job goes. */
export const placeOf = ({ job_id, fence }: Hold, name: string) =>
  `/jobs/${job_id}/${fence}/${name}`;

/** Uploads text for a job. */
export function put(
  stack: Stack,
  agent: Record<string, string>,
  held: Hold,
  name: string,
  body: BodyInit,
  more: Record<string, string> = {},
): Promise<Told> {
  const headers = { "content-type": "text/plain", ...agent, ...more };
  return ask(stack, "PUT", placeOf(held, name), headers, body);
}

/** A signed link to one artifact. */
export async function linkTo(
  stack: Stack,
  who: Record<string, string>,
  artifact_id: string,
  expires_in?: number,
): Promise<string> {
  const asked = { artifact_ids: [artifact_id], ...(expires_in ? { expires_in } : {}) };
  const { status, body } = await ask(stack, "POST", "/links", who, asked);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body[0].url;
}

/** Lower-case hex SHA-256. */
export const sha256Of = (text: string | Uint8Array) =>
  createHash("sha256").update(text).digest("hex");

/** The header that promises a hash. */
export const digestHeader = (hex: string) => ({
  "content-digest": `sha-256=:${Buffer.from(hex, "hex").toString("base64")}:`,
});

/** Where the stack keeps bytes. */
export const folderOf = ({ file }: Stack) => join(file.data_folder, "artifacts");
/** How many uploads are coming in, or broke off. */
export const incoming = (stack: Stack) =>
  [...Deno.readDirSync(join(folderOf(stack), "incoming"))].length;
/** The artifacts of a job. */
export const rows = async (stack: Stack, job_id: number) =>
  await rpc<unknown[]>(stack, await agentOf(stack), "list_artifacts", { job_id });
