import { complaints, openArena } from "../arena.ts";
import { seededRandom } from "../random.ts";
import { attack, type Attempted } from "./attack.ts";
import { type Caller, openOperator, openStrangers } from "./callers.ts";
import { readRpcs } from "./catalogue.ts";
import type { Known } from "./shapes.ts";
import { plantVictim, tableCounts, victimState } from "./victim.ts";

/** What a run of nonsense found. */
export interface FuzzResult {
  readonly seed: number;
  readonly calls: number;
  readonly answered: number;
  readonly refused: number;
  /** Number of calls by RPC. */
  readonly rpcs: Readonly<Record<string, number>>;
  /** Every call whose answer broke the rules, with its number. */
  readonly faults: readonly (Attempted & { readonly nth: number })[];
}

/**
 * Calls every RPC with nonsense: the first half as agents and outsiders beside a tenant whose things
 * they must neither see nor change, the second half with an operator among them.
 */
export async function fuzzSql(
  options: { seed: number; calls: number },
  say: (line: string) => void,
): Promise<FuzzResult> {
  const arena = await openArena(0);
  const { owner, url } = arena;
  const random = seededRandom(options.seed);
  const known: Known = { jobIds: [], fences: [], runIds: [], holds: [] };
  const faults: (Attempted & { nth: number })[] = [];
  const counts: Record<string, number> = {};
  let refused = 0;
  const callers: Caller[] = [];
  try {
    await owner`select api.register_job_type('fuzz.strict', payload_schema =>
      '{"type": "object", "properties": {"n": {"type": "integer"}}, "required": ["n"]}')`;
    await plantVictim(url, owner, known);
    callers.push(...await openStrangers(url));
    const rpcs = await readRpcs(owner);
    const before = await victimState(owner);
    const half = Math.floor(options.calls / 2);
    for (let nth = 1; nth <= options.calls; nth++) {
      if (nth === half + 1) {
        if (await victimState(owner) !== before) throw new Error("Another tenant's state changed");
        callers.push(await openOperator(url));
      }
      const rpc = random.pick(rpcs);
      // Mostly those who may do much; each call is a statement of its own, so all or nothing.
      const caller = random.next() < 0.15 ? random.pick(callers) : random.pick(
        callers.filter(({ name }) => name !== "person" && name !== "nobody"),
      );
      const counted = nth % 10 === 0 ? await tableCounts(owner) : undefined;
      const call = await attack(rpc, caller, random, known);
      counts[rpc.name] = (counts[rpc.name] ?? 0) + 1;
      if (call.refused) refused++;
      if (call.fault !== undefined) faults.push({ ...call, nth });
      if (counted !== undefined && call.refused && await tableCounts(owner) !== counted) {
        faults.push({ ...call, fault: "a refused call left rows", nth });
      }
      if (nth % 2000 === 0 || nth === options.calls) {
        const found = await complaints(owner);
        if (found !== "") faults.push({ ...call, fault: `verify(): ${found}`, nth });
        say(`${nth} calls, ${refused} refused, ${faults.length} faults`);
      }
    }
    const answered = options.calls - refused;
    return { seed: options.seed, calls: options.calls, answered, refused, rpcs: counts, faults };
  } finally {
    for (const { sql } of callers) await sql.end({ timeout: 1 });
    await arena.close();
  }
}
