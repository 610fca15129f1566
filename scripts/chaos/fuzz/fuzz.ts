import { complaints, openArena } from "../arena.ts";
import { seededRandom } from "../random.ts";
import { attack, type Attempted } from "./attack.ts";
import { type Caller, openOperator, openStrangers } from "./callers.ts";
import { readRpcs } from "./catalogue.ts";
import type { Known } from "./shapes.ts";
import { plantVictim, tableCounter, victimState } from "./victim.ts";

/** What a run of nonsense found. */
export interface FuzzResult {
  readonly seed: number;
  readonly calls: number;
  /** Number of answers by code; `ok` = no refusal. */
  readonly codes: Readonly<Record<string, number>>;
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
  const codes: Record<string, number> = {};
  const callers: Caller[] = [];
  try {
    await owner`select api.register_job_type('fuzz.strict', payload_schema =>
      '{"type": "object", "properties": {"n": {"type": "integer"}}, "required": ["n"]}')`;
    await plantVictim(url, owner, known);
    callers.push(...await openStrangers(url));
    const rpcs = await readRpcs(owner);
    const before = await victimState(owner);
    const tableCounts = await tableCounter(owner);
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
      const counted = nth % 10 === 0 ? await tableCounts() : undefined;
      const call = await attack(rpc, caller, random, known);
      counts[rpc.name] = (counts[rpc.name] ?? 0) + 1;
      codes[call.code] = (codes[call.code] ?? 0) + 1;
      if (call.fault !== undefined) faults.push({ ...call, nth });
      if (counted !== undefined && call.code !== "ok" && await tableCounts() !== counted) {
        faults.push({ ...call, fault: "a refused call left rows", nth });
      }
      if (nth % 2000 === 0 || nth === options.calls) {
        const found = await complaints(owner);
        if (found !== "") faults.push({ ...call, fault: `verify(): ${found}`, nth });
        say(`${nth} calls, ${codes.ok ?? 0} answered, ${faults.length} broke the rules`);
      }
    }
    return { seed: options.seed, calls: options.calls, codes, rpcs: counts, faults };
  } finally {
    for (const { sql } of callers) await sql.end({ timeout: 1 });
    await arena.close();
  }
}
