import type { Sql } from "postgres";
import type { Parameter } from "./arguments.ts";

/** One function of schema api, as the catalogue has it. */
export interface Rpc {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** Whether agents may call it; anybody else is refused by the server itself. */
  readonly forAgents: boolean;
}

/** Every RPC of the database, so that a new one is attacked without being listed here. */
export async function readRpcs(owner: Sql): Promise<Rpc[]> {
  const rows = await owner`
    select routine.proname as name, routine.pronargdefaults as optional, routine.proargnames as names,
      array(
        select format_type(type.oid, null) from unnest(routine.proargtypes) with ordinality as type (oid, nth)
        order by type.nth
      ) as types,
      has_function_privilege('authenticated', routine.oid, 'execute') as for_agents
    from pg_proc as routine where routine.pronamespace = 'api'::regnamespace
    order by routine.proname`;
  return rows.map((row) => {
    const types = row.types as string[];
    const names = (row.names ?? []) as string[];
    return {
      name: String(row.name),
      forAgents: row.for_agents === true,
      parameters: types.map((type, nth) => ({
        name: names[nth] ?? "",
        type,
        optional: nth >= types.length - Number(row.optional),
      })),
    };
  });
}
