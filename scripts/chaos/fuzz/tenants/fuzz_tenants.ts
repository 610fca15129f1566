import type { Sql } from "postgres";
import { openArena } from "../../arena.ts";
import { seededRandom } from "../../random.ts";
import { openCaller } from "../callers.ts";
import { readRpcs } from "../catalogue.ts";
import { allScopes } from "../../../../functions/_shared/access/scopes.ts";
import { comparable, idsOf, leaked } from "./compare.ts";
import { knownDifferences } from "./known_differences.ts";
import { layGround, plantSide } from "./plant.ts";
import { absentPool, leaveGap, readPool } from "./pools.ts";
import { intruder, victim } from "./sides.ts";
import type { TenantFault, TenantResult } from "./tenant_result.ts";
import { callOf, tryCall } from "./try_call.ts";
import { ownedState } from "./owned_state.ts";

// Milliseconds; far above what a busy machine needs for the dearest call.
const tooLong = 10_000;

const claimsOf = (sub: string, more: object) => ({
  role: "authenticated",
  sub,
  tenant_id: intruder.tenant,
  scopes: [...allScopes],
  ...more,
});

/** Two tenants on a server of their own, and sessions of the one that tries the other's ids. */
interface Tenants {
  readonly owner: Sql;
  /** An agent and an owner of the intruder. */
  readonly callers: readonly [Sql, Sql];
}

/** Lays two tenants on a server of its own, and throws it away after `use`. */
export async function withTenants<Value>(
  use: (tenants: Tenants) => Promise<Value>,
): Promise<Value> {
  const arena = await openArena(0);
  const { owner, url } = arena;
  const opened: Sql[] = [];
  const open = async (claims: object) => {
    const sql = await openCaller(url, "authenticated", claims);
    opened.push(sql);
    return sql;
  };
  try {
    await layGround(owner);
    for (const side of [victim, intruder]) await plantSide(owner, side);
    await leaveGap(owner);
    const agent = await open(claimsOf(intruder.agent, { agent_id: intruder.agent }));
    const member = await open(claimsOf(intruder.owner, { member_role: "owner" }));
    return await use({ owner, callers: [agent, member] });
  } finally {
    for (const sql of opened) await sql.end({ timeout: 1 });
    await arena.close();
  }
}

/**
 * Calls every RPC that agents and members have as one tenant with the ids of another, and once more
 * with ids that nothing has: both must be answered alike, tell nothing, and leave the other's rows.
 */
export async function fuzzTenants(
  { owner, callers }: Tenants,
  options: { seed: number; calls: number; only?: RegExp },
  say: (line: string) => void,
): Promise<TenantResult> {
  const pool = await readPool(owner, victim);
  const absent = absentPool(pool);
  const ids = idsOf(pool);
  const asked = [...ids, ...idsOf(absent)];
  const look = await ownedState(owner, victim.tenant);
  const before = String((await owner.unsafe(look))[0]?.state);
  const rpcs = (await readRpcs(owner))
    .filter(({ forAgents, name }) => forAgents && (options.only?.test(name) ?? true));
  const random = seededRandom(options.seed);
  const faults: TenantFault[] = [];
  const words: Record<string, Record<string, number>> = {};
  let [answered, looks, slowestMs] = [0, 0, 0];
  for (let nth = 1; nth <= options.calls; nth++) {
    const rpc = rpcs[nth % rpcs.length]!;
    const sql = callers[random.next() < 0.6 ? 0 : 1];
    const seed = random.between(1, 2 ** 31);
    const [made, twin] = [callOf(rpc, seed, pool), callOf(rpc, seed, absent)];
    const looksNow = random.next() < 0.25;
    const began = performance.now();
    const answer = await tryCall(sql, made, looksNow ? look : undefined);
    const took = performance.now() - began;
    slowestMs = Math.max(slowestMs, took);
    const other = await tryCall(sql, twin);
    const counts = words[rpc.name] ??= {};
    counts[answer.word] = (counts[answer.word] ?? 0) + 1;
    if (answer.word === "ok") answered++;
    if (answer.seen !== undefined) looks++;
    const add = (fault: string) =>
      faults.push({ nth, call: made.text, values: made.values, fault });
    const found = leaked(answer.told, JSON.stringify(made.values), victim, ids);
    if (found !== undefined) add(`tells ${found}: ${answer.told.slice(0, 600)}`);
    if (answer.seen !== undefined && answer.seen !== before) {
      add("changed the other tenant's rows");
    }
    if (took > tooLong) add(`took ${took.toFixed(0)} ms`);
    const [one, two] = [comparable(answer.told, asked), comparable(other.told, asked)];
    const known = knownDifferences[rpc.name];
    const isKnown = known !== undefined && made.text.includes(`"${known.argument}" =>`);
    if (one !== two && !isKnown) {
      add(`not yours: ${answer.told.slice(0, 500)}\n  not there: ${other.told.slice(0, 500)}`);
    }
    if (nth % 2000 === 0) say(`${nth} calls, ${answered} answered, ${faults.length} faults`);
  }
  return {
    seed: options.seed,
    calls: options.calls,
    rpcs: rpcs.length,
    answered,
    looks,
    slowestMs,
    words,
    faults,
  };
}
