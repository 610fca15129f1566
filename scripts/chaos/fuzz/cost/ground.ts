import type { Sql } from "postgres";
import { openArena } from "../../arena.ts";
import { readRpcs, type Rpc } from "../catalogue.ts";
import { layGround, plantSide } from "../tenants/plant.ts";
import { readPool } from "../tenants/pools.ts";
import { intruder as caller, victim } from "../tenants/sides.ts";
import { type AnsweredCall, answeredCall, openDoors } from "./answered_call.ts";

/** Two tenants on a server of their own, and the session of one of them that knocks at doors. */
export interface CostGround {
  readonly owner: Sql;
  /** An agent that every door of agents lets in. */
  readonly sql: Sql;
  /** The doors of agents. */
  readonly rpcs: readonly Rpc[];
  /** A call of a door from the caller's own things; searched for once. */
  answered(rpc: Rpc): Promise<AnsweredCall>;
}

/**
 * Lays the ground on a server of its own, and throws it away after `use`.
 * @param plant SQL that makes more doors
 */
export async function withCostGround<Value>(
  use: (ground: CostGround) => Promise<Value>,
  plant = "",
): Promise<Value> {
  // No full-page writes: what is written to the log is what a call keeps.
  const arena = await openArena(0, { jit: "off", full_page_writes: "off" });
  const { owner, url } = arena;
  let sql: Sql | undefined;
  try {
    await layGround(owner);
    for (const side of [caller, victim]) await plantSide(owner, side);
    await owner.unsafe(`${plant}; analyze`);
    const pool = await readPool(owner, caller);
    const doors = sql = await openDoors(url);
    const rpcs = (await readRpcs(owner)).filter(({ forAgents }) => forAgents);
    const found = new Map<Rpc, AnsweredCall>();
    const answered = async (rpc: Rpc) => {
      const call = found.get(rpc) ?? await answeredCall(rpc, doors, pool);
      found.set(rpc, call);
      return call;
    };
    return await use({ owner, sql: doors, rpcs, answered });
  } finally {
    await sql?.end({ timeout: 1 });
    await arena.close();
  }
}
