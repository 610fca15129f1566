import { layPreparedData } from "../../../../scripts/stack/prepared_data.ts";
import { silent } from "../../../../scripts/stack/progress.ts";
import { startStack } from "../../../../scripts/stack/stack.ts";
import { type Call, callsTo } from "../transport.ts";

/** A stack whose agents call each other. */
export interface CalledStack {
  readonly url: string;
  readonly tenant: string;
  /** Calls as an operator. */
  readonly operator: Call;
  sql(text: string, parameters?: unknown[]): Promise<Record<string, unknown>[]>;
  /** An agent of the tenant (or of another one), and what a caller or worker of it is made with. */
  agent(name: string, scopes: string[], tenant?: string): Promise<CalledAgent>;
  /** Ends the stack and starts it again where it was. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** An agent with a token. */
export interface CalledAgent {
  readonly id: string;
  readonly address: { url: string; key: string; token: string };
  readonly call: Call;
}

/** Starts a stack with a data folder and a tenant of its own. */
export async function openCalledStack(): Promise<CalledStack> {
  const folder = await Deno.makeTempDir({ prefix: "cogo-calls-" });
  await Deno.mkdir(`${folder}/functions`);
  await layPreparedData(`${folder}/data`);
  const open = (port: number) =>
    startStack({
      port,
      wirePort: 0,
      dataFolder: `${folder}/data`,
      functionsFolder: `${folder}/functions`,
      progress: silent,
    });
  let stack = await open(0);
  const { url, secret_key, publishable_key } = stack.file;
  const operator = callsTo({ url, key: secret_key });
  const made = await operator("create_tenant", { name: "Callers" }, 60_000) as {
    tenant_id: string;
  };
  return {
    url,
    tenant: made.tenant_id,
    operator,
    sql: async (text, parameters) => await stack.database.executor.query(text, parameters),
    async agent(name, scopes, tenant_id = made.tenant_id) {
      const body = { name, scopes, tenant_id };
      const { agent_id } = await operator("create_agent", body, 60_000) as { agent_id: string };
      const claims = { sub: agent_id, role: "authenticated", aud: "authenticated" };
      const token = await stack.tokens.sign({ ...claims, tenant_id, agent_id, scopes }, 600);
      const address = { url, key: publishable_key, token };
      return { id: agent_id, address, call: callsTo(address) };
    },
    async restart() {
      await stack.close();
      stack = await open(Number(new URL(url).port));
    },
    async close() {
      await stack.close();
      await Deno.remove(folder, { recursive: true });
    },
  };
}
