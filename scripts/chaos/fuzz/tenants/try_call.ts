import type { Sql } from "postgres";
import { seededRandom } from "../../random.ts";
import type { Rpc } from "../catalogue.ts";
import { foreignArgument } from "./arguments.ts";
import type { Pool } from "./pools.ts";

/** A call and its arguments, as texts. */
export interface Made {
  readonly text: string;
  readonly values: (string | null)[];
}

/** A call of an RPC with ids of a pool; a seed repeats all the rest. */
export function callOf(rpc: Rpc, seed: number, pool: Pool): Made {
  const random = seededRandom(seed);
  const given = rpc.parameters.flatMap((parameter) => {
    const value = foreignArgument(parameter, random, pool);
    return value === undefined ? [] : [{ ...parameter, value }];
  });
  const list = given.map(({ name, type }, at) => `"${name}" => $${at + 1}::text::${type}`);
  return {
    text: `select * from api.${rpc.name}(${list.join(", ")})`,
    values: given.map(({ value }) => value),
  };
}

/** Makes a call and takes it back; answers what it told, and what `look` saw before that. */
export async function tryCall(sql: Sql, { text, values }: Made, look?: string) {
  await sql.unsafe("begin");
  try {
    const rows = await sql.unsafe(text, values as never[]);
    const told = JSON.stringify([...rows]);
    if (look === undefined) return { told, word: "ok" };
    await sql.unsafe("reset role");
    // Prepared: planning so many tables takes far longer than reading them.
    const [seen] = await sql.unsafe(look, [], { prepare: true });
    return { told, word: "ok", seen: String(seen?.state) };
  } catch (error) {
    const { code, message, detail, hint } = error as Record<string, string>;
    return { told: JSON.stringify({ code, message, detail, hint }), word: detail || code || "?" };
  } finally {
    await sql.unsafe("rollback");
  }
}
