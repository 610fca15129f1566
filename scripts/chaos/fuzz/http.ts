import { join } from "node:path";
import { allScopes } from "../../../functions/_shared/access/scopes.ts";
import { layPreparedData } from "../../stack/prepared_data.ts";
import { silent } from "../../stack/progress.ts";
import { startStack } from "../../stack/stack.ts";
import type { Stack } from "../../stack/stack_settings.ts";
import { connect } from "../../postgres/databases.ts";
import { complaints } from "../arena.ts";
import { type Random, seededRandom } from "../random.ts";
import { argumentFor } from "./arguments.ts";
import { readRpcs, type Rpc } from "./catalogue.ts";
import { answerFault } from "./judge_answer.ts";
import { jsonText, nastyJson, nastyText } from "./nonsense.ts";
import type { Known } from "./shapes.ts";

/** One request whose answer broke the rules. */
export interface HttpFault {
  readonly nth: number;
  readonly rpc: string;
  readonly caller: string;
  readonly body: string;
  readonly status: number;
  readonly fault: string;
}

/** What came back. */
export interface HttpResult {
  /** Number of answers by status. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly faults: readonly HttpFault[];
}

/** A result as lines to read. */
export function httpText(seed: number, { statuses, faults }: HttpResult): string {
  const lines = faults.map((one) =>
    `request ${one.nth} as ${one.caller} to ${one.rpc}: ${one.fault}\n  ${one.body}`
  );
  const told = Object.entries(statuses).map(([status, times]) => `${status} ${times}`).join(", ");
  return [...lines, `seed ${seed}: ${told}; ${faults.length} broke the rules`].join("\n");
}

const agent = {
  sub: "dddddddd-0000-4000-8000-000000000001",
  role: "authenticated",
  aud: "authenticated",
  tenant_id: "aaaaaaaa-0000-4000-8000-000000000001",
  agent_id: "dddddddd-0000-4000-8000-000000000001",
  scopes: [...allScopes],
};

/** A request body: sensible types mostly, sometimes wrong ones, sometimes no JSON object at all. */
function bodyFor(rpc: Rpc, random: Random, known: Known): string {
  const lot = random.next();
  if (lot < 0.03) return random.pick(["", "{", "[]", "null", "42", '"x"', "{]", "\u0000", "[{}]"]);
  const fields = rpc.parameters.flatMap((parameter) => {
    if (random.next() < 0.2) {
      return [`${JSON.stringify(parameter.name)}:${jsonText(nastyJson(random))}`];
    }
    const value = argumentFor(parameter, random, known);
    if (value === undefined) return [];
    const plain = value === null || /^(jsonb|integer|smallint|boolean)$/.test(parameter.type)
      ? value
      : parameter.type === "bigint[]" && !value.includes("{{")
      ? `[${value.slice(1, -1).replaceAll("NULL", "null")}]`
      : JSON.stringify(value);
    return [`${JSON.stringify(parameter.name)}:${plain}`];
  });
  if (lot < 0.08) fields.push(`${JSON.stringify(nastyText(random).slice(0, 99))}:1`);
  return `{${fields.join(",")}}`;
}

async function send(stack: Stack, rpc: Rpc, headers: Record<string, string>, body: string) {
  const answer = await fetch(`${stack.file.url}/rest/v1/rpc/${rpc.name}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body,
  });
  return { status: answer.status, text: await answer.text() };
}

/** Sends nonsense through the front door of a stack of its own; answers the faults. */
export async function fuzzHttp(
  options: { seed: number; calls: number },
): Promise<HttpResult> {
  const folder = await Deno.makeTempDir({ prefix: "cogo-fuzz-" });
  try {
    const dataFolder = join(folder, "data");
    await layPreparedData(dataFolder);
    const stack = await startStack({ port: 0, wirePort: 0, dataFolder, progress: silent });
    return await fuzzStack(stack, options).finally(() => stack.close());
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function fuzzStack(
  stack: Stack,
  options: { seed: number; calls: number },
): Promise<HttpResult> {
  const random = seededRandom(options.seed);
  const known: Known = { jobIds: [1, 2, 3, 4], fences: [1, 2], runIds: [], holds: [] };
  const statuses: Record<string, number> = {};
  const faults: HttpFault[] = [];
  const owner = connect(stack.file.db_url);
  try {
    const rpcs = await readRpcs(owner);
    const token = await stack.tokens.sign(agent, 3600);
    const callers: Record<string, Record<string, string>> = {
      operator: { apikey: stack.file.secret_key },
      agent: { apikey: stack.file.publishable_key, authorization: `Bearer ${token}` },
      nobody: { apikey: stack.file.publishable_key },
      forger: { apikey: "sb_secret_x", authorization: `Bearer ${token.slice(0, -3)}abc` },
    };
    for (let nth = 1; nth <= options.calls; nth++) {
      const rpc = random.pick(rpcs);
      const caller = random.pick(["operator", "operator", "agent", "agent", "nobody", "forger"]);
      const body = bodyFor(rpc, random, known);
      const { status, text } = await send(stack, rpc, callers[caller]!, body);
      statuses[status] = (statuses[status] ?? 0) + 1;
      const fault = answerFault(status, text);
      if (fault) {
        faults.push({ nth, rpc: rpc.name, caller, body: body.slice(0, 600), status, fault });
      }
    }
    const found = await complaints(owner);
    if (found !== "") throw new Error(`cogo.verify() finds:\n${found}`);
    return { statuses, faults };
  } finally {
    await owner.end({ timeout: 1 });
  }
}
