import type { Sql } from "postgres";
import type { Stack } from "../stack/stack_settings.ts";
import { tryMatrixHttp } from "./try_matrix_http.ts";

/** A hole that the gateway shows: what makes it, which names it touches, and what must be told. */
export interface HttpHole {
  readonly plant: string;
  readonly mend: string;
  readonly told: RegExp;
}

const peek = (body: string, more: string) => `
  create function api.peek() returns bigint language plpgsql ${more} set search_path = '' as 'begin ${body} end';
  revoke execute on function api.peek() from public;
  grant execute on function api.peek() to authenticated;`;
const noPeek = "drop function api.peek()";

/** Holes to plant into the database of a stack, one after the other. */
export const httpHoles: Readonly<Record<string, HttpHole>> = {
  "an operator's RPC, and the rule behind it, granted to agents": {
    plant:
      "grant execute on function api.list_budgets(uuid), cogo.list_budgets(uuid) to authenticated",
    mend:
      "revoke execute on function api.list_budgets(uuid), cogo.list_budgets(uuid) from authenticated",
    told: /api\.list_budgets as agent: 200 done instead of closed/,
  },
  "an RPC granted to anon": {
    plant: peek("return 1;", "") +
      "grant usage on schema api to anon; grant execute on function api.peek() to anon",
    mend: `${noPeek}; revoke usage on schema api from anon`,
    told: /api\.peek as anon: 200 done instead of closed/,
  },
  "a definer function in api": {
    plant: peek("return (select count(*) from cogo.jobs);", "security definer"),
    mend: noPeek,
    told: /api\.peek as no tenant: 200 done instead of closed/,
  },
  "a door that names a scope and asks for none": {
    plant: peek("return 1;", "") +
      "comment on function api.peek() is 'Looks. Scope: jobs:read. No errors.'",
    mend: noPeek,
    told: /api\.peek as agent without it: 200 done instead of insufficient_scope/,
  },
  "a door that lost its grant": {
    plant: "revoke execute on function api.get_job(bigint) from authenticated",
    mend: "grant execute on function api.get_job(bigint) to authenticated",
    told: /api\.get_job as agent: 403 42501 instead of own/,
  },
  "a table in api that lets everybody in": {
    plant: "create table api.get_job (id bigint); grant select on api.get_job to authenticated",
    mend: "drop table api.get_job",
    told: /select api\.get_job as viewer: 200 done instead of closed/,
  },
  "a check that no longer looks at revocations": {
    plant: "update cogo.revocations set subject_id = gen_random_uuid() -- get_job",
    mend: "select 1",
    told: /api\.get_job as revoked agent: \d+ \w+ instead of agent_revoked/,
  },
};

/** Plants a hole, tries what it touches, and mends it; answers what was told of it. */
export async function triedWith(hole: HttpHole, stack: Stack, owner: Sql): Promise<string> {
  const change = async (sql: string) => {
    await owner.unsafe(sql);
    await stack.database.connection.clearSchemaCache();
  };
  await change(hole.plant);
  try {
    const only = (name: string) => hole.plant.includes(name);
    return (await tryMatrixHttp(stack, { only })).faults.join("\n");
  } finally {
    await change(hole.mend);
  }
}
