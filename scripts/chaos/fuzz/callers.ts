import postgres, { type Sql } from "postgres";
import { allScopes } from "../../../functions/_shared/access/scopes.ts";

/** Somebody who calls RPCs: a role and what its token claims. */
export interface Caller {
  readonly name: "operator" | "agent" | "colleague" | "stranger" | "person" | "nobody";
  readonly sql: Sql;
}

const tenants = {
  first: "aaaaaaaa-0000-4000-8000-000000000001",
  second: "bbbbbbbb-0000-4000-8000-000000000002",
};

/** The tenant whose things nobody of the others may see or change. */
export const victimTenant = "cccccccc-0000-4000-8000-000000000003";

const agentClaims = (tenant: string, nth: number) => ({
  role: "authenticated",
  sub: `dddddddd-0000-4000-8000-00000000000${nth}`,
  tenant_id: tenant,
  agent_id: `dddddddd-0000-4000-8000-00000000000${nth}`,
  scopes: [...allScopes],
});

/** Opens a session with a role and claims; calls that hang end after 15 s. */
export async function openCaller(url: string, role: string, claims: object): Promise<Sql> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await sql`select set_config('request.jwt.claims', ${JSON.stringify(claims)}, false)`;
  await sql`set statement_timeout = '15s'`;
  await sql.unsafe(`set role ${role}`);
  return sql;
}

/** An agent of the victim's, to make what the others try to reach. */
export const openVictim = (url: string): Promise<Sql> =>
  openCaller(url, "authenticated", agentClaims(victimTenant, 9));

/** Two agents of one tenant, one of another, a person without tenant, and nobody. */
export async function openStrangers(url: string): Promise<Caller[]> {
  const agent = (tenant: string, nth: number) =>
    openCaller(url, "authenticated", agentClaims(tenant, nth));
  return [
    { name: "agent", sql: await agent(tenants.first, 1) },
    { name: "colleague", sql: await agent(tenants.first, 2) },
    { name: "stranger", sql: await agent(tenants.second, 3) },
    { name: "person", sql: await openCaller(url, "authenticated", { role: "authenticated" }) },
    { name: "nobody", sql: await openCaller(url, "anon", { role: "anon" }) },
  ];
}

/** The holder of a secret key, who may do everything. */
export async function openOperator(url: string): Promise<Caller> {
  const sql = await openCaller(url, "service_role", { role: "service_role" });
  return { name: "operator", sql };
}
