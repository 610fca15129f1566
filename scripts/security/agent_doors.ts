import assert from "@std/assert";
import { generateKeyPair, SignJWT } from "jose";
import type { Stack } from "../stack/stack_settings.ts";
import { layModels } from "./lay_models.ts";

/** The headers that somebody calls with. */
export type Person = Readonly<Record<string, string>>;

/** What a door answered. */
export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** A stack with one provider key, and those who try its doors. */
export interface Doors {
  /** An agent, another one of its tenant, and one of another tenant. */
  readonly a: Person;
  readonly sibling: Person;
  readonly b: Person;
  /** Only the publishable key. */
  readonly anon: Person;
  readonly operator: Person;
  /** The provider's key, in clear. */
  readonly key: string;
  rpc(person: Person, name: string, body: object, schema?: string): Promise<Answer>;
  table(person: Person, name: string, schema?: string): Promise<Answer>;
  post(person: Person, path: string, body: object): Promise<Answer>;
  sql(text: string): Promise<Record<string, unknown>[]>;
  /** Values for the arguments of an RPC that must be given. */
  argumentsOf(rpc: string): object;
  choose(person: Person): Promise<{ decision_id: string; grant: string }>;
  /** The accounts of tenant A and everybody's. */
  money(): Promise<Record<string, unknown>[]>;
  /** Callers whose tokens say that they are agents of tenant A, and are not signed by us. */
  forgeries(): Promise<Person[]>;
}

export const tenantA = "00000000-0000-4000-8000-00000000000a";
const tenantB = "00000000-0000-4000-8000-00000000000b";
const agentA = "00000000-0000-4000-8000-0000000000a1";
const agentB = "00000000-0000-4000-8000-0000000000b1";

const one = {
  provider: "one",
  model: "m1",
  format: "openai",
  url: "https://one.example/v1",
  host: "one.example",
  auth: "bearer",
} as const;
const catalogue = `${layModels("test", [one])}
select api.set_budget(1000000000000, 'tenant', 'month', '${tenantA}'), api.set_budget(1000000000000, 'organisation', 'total');
select cogo.tick_routes();`;

const claimsOf = (tenant_id: string, agent_id: string) => ({
  sub: agent_id,
  role: "authenticated",
  aud: "authenticated",
  tenant_id,
  agent_id,
  scopes: ["route:select", "keys:resolve"],
});

/** Makes the stack ready and the callers. */
export async function openDoors(stack: Stack): Promise<Doors> {
  const { url, publishable_key: apikey, secret_key } = stack.file;
  const anon = { apikey };
  const operator = { apikey: secret_key };
  const person = async (tenant: string, agent: string) => ({
    apikey,
    authorization: `Bearer ${await stack.tokens.sign(claimsOf(tenant, agent), 600)}`,
  });
  const sql = (text: string) => stack.database.executor.query(text);
  const ask = async (path: string, person: Person, body?: object, headers: Person = {}) => {
    const response = await fetch(`${url}${path}`, {
      headers: { "content-type": "application/json", ...person, ...headers },
      ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
    });
    return { status: response.status, text: await response.text() };
  };
  const post = (who: Person, path: string, body: object) => ask(`/functions/v1/${path}`, who, body);
  const key = "sk-canary-doors-0123456789";
  const vault = async (body: object) => {
    const { status, text } = await post(operator, "key-vault", body);
    assert.equal(status, 200, text);
  };
  await vault({ op: "kek", action: "register", kek_id: "k1" });
  await stack.database.executor.exec(catalogue);
  await vault({ op: "upsert", provider: "one", value: key, shared: true });
  await stack.database.executor.exec("select cogo.tick_routes()");

  const needed = await sql(`
    select proname, proargnames[1 : pronargs - pronargdefaults] as names, proargtypes::regtype[]::text[] as types
    from pg_proc where pronamespace = 'api'::regnamespace`);
  const values: Record<string, unknown> = { uuid: agentA, jsonb: [], text: "x", "text[]": [] };
  return {
    a: await person(tenantA, agentA),
    sibling: await person(tenantA, agentB),
    b: await person(tenantB, agentB),
    anon,
    operator,
    key,
    sql,
    post,
    rpc: (who, name, body, schema) =>
      ask(`/rest/v1/rpc/${name}`, who, body, schema ? { "content-profile": schema } : {}),
    table: (who, name, schema) =>
      ask(`/rest/v1/${name}?select=*`, who, undefined, schema ? { "accept-profile": schema } : {}),
    argumentsOf(rpc) {
      const found = needed.find(({ proname }) => proname === rpc);
      if (found === undefined) throw new Error(`There is no RPC ${rpc}`);
      const names = found["names"] as string[] | null;
      const types = found["types"] as string[];
      return Object.fromEntries((names ?? []).map((name, nth) => [name, values[types[nth]!] ?? 1]));
    },
    async choose(who) {
      const body = { service: "chat", context_tokens: 1000, max_output_tokens: 100 };
      const { status, text } = await post(who, "router-select", body);
      assert.equal(status, 200, text);
      return JSON.parse(text);
    },
    money: () =>
      sql(`select scope, reserved_nano::text, spent_nano::text, debt_nano::text
        from cogo.budget_windows join cogo.budgets using (budget_id) order by window_id`),
    async forgeries() {
      const claims = { ...claimsOf(tenantA, agentA), iss: stack.tokens.issuer };
      const { privateKey } = await generateKeyPair("ES256", { extractable: true });
      const { kid } = stack.file.jwks.keys[0] as { kid: string };
      const foreign = await new SignJWT(claims).setProtectedHeader({ alg: "ES256", kid })
        .setIssuedAt().setExpirationTime("10m").sign(privateKey);
      const part = (one: object) => btoa(JSON.stringify(one)).replaceAll("=", "");
      const exp = Math.floor(Date.now() / 1000) + 600;
      const unsigned = `${part({ alg: "none", kid })}.${part({ ...claims, exp })}.`;
      const [head, , signature] = (await stack.tokens.sign(claimsOf(tenantB, agentB), 600)).split(
        ".",
      );
      const changed = `${head}.${part({ ...claims, exp })}.${signature}`;
      return [foreign, unsigned, changed].map((token) => ({
        apikey,
        authorization: `Bearer ${token}`,
      }));
    },
  };
}
