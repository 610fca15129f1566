import type { Sql } from "postgres";
import { allScopes } from "../../../../functions/_shared/access/scopes.ts";
import { seededRandom } from "../../random.ts";
import { openCaller } from "../callers.ts";
import type { Rpc } from "../catalogue.ts";
import { foreignArgument } from "../tenants/arguments.ts";
import type { Pool } from "../tenants/pools.ts";
import { intruder as caller } from "../tenants/sides.ts";
import { type Made, tryCall } from "../tenants/try_call.ts";

/** A session of an agent that every door of agents lets in. */
export const openDoors = (url: string): Promise<Sql> =>
  openCaller(url, "authenticated", {
    role: "authenticated",
    sub: caller.agent,
    agent_id: caller.agent,
    tenant_id: caller.tenant,
    member_role: "owner",
    scopes: [...allScopes],
  });

/** A call that begins from the caller's own things. */
export interface AnsweredCall {
  /** Argument by name. */
  readonly base: ReadonlyMap<string, string | null>;
  readonly made: Made;
  /** `ok`, or the word of the refusal where no lot was answered. */
  readonly word: string;
}

/** The call of an RPC that is answered with most arguments, as far as some lots find one. */
export async function answeredCall(rpc: Rpc, sql: Sql, pool: Pool): Promise<AnsweredCall> {
  let best: AnsweredCall | undefined;
  for (let seed = 1, found = 0; seed <= 40 && found < 3; seed++) {
    const random = seededRandom(seed * 7919);
    const base = new Map<string, string | null>();
    for (const parameter of rpc.parameters) {
      const value = foreignArgument(parameter, random, pool);
      if (value !== undefined) base.set(parameter.name, value);
    }
    const list = [...base.keys()].map((name, at) => {
      const { type } = rpc.parameters.find((one) => one.name === name)!;
      return `"${name}" => $${at + 1}::text::${type}`;
    });
    const text = `select * from api.${rpc.name}(${list.join(", ")})`;
    const made = { text, values: [...base.values()] };
    const { word } = await tryCall(sql, made);
    if (!best || (word === "ok" && (best.word !== "ok" || base.size > best.base.size))) {
      best = { base, word, made };
    }
    if (word === "ok") found += rpc.parameters.length === 0 ? 3 : 1;
  }
  return best!;
}
