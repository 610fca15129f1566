import type { Sql } from "postgres";
import { seededRandom } from "../../random.ts";
import { type Made, tryCall } from "../tenants/try_call.ts";
import type { CostGround } from "./ground.ts";
import { type HostileCall, hostileCalls } from "./hostile_calls.ts";

/** What a hostile call cost. */
export interface Cost {
  readonly rpc: string;
  readonly parameter: string;
  readonly place: string;
  readonly hostile: string;
  readonly bytes: number;
  /** The best of up to five tries. */
  readonly ms: number;
  /** The same call with a small value, plus reading the hostile one from its text and no more. */
  readonly usual_ms: number;
  /** `ok`, or the word of the refusal. */
  readonly word: string;
}

/** What a run found. */
export interface CostResult {
  readonly seed: number;
  readonly calls: number;
  readonly rpcs: number;
  /** RPCs whose hostile calls began from one that was answered. */
  readonly answered: number;
  /** The dearest calls, the dearest first. */
  readonly dearest: readonly Cost[];
  /** Those over the bound. */
  readonly faults: readonly Cost[];
}

/** A call may need this many milliseconds, or this many times what is usual, whatever is more. */
export const bound = { ms: 250, times: 10 };

async function timed(sql: Sql, made: Made): Promise<{ ms: number; word: string }> {
  const began = performance.now();
  const { word } = await tryCall(sql, made);
  return { ms: performance.now() - began, word };
}

async function median(sql: Sql, made: Made): Promise<number> {
  const all: number[] = [];
  for (let nth = 0; nth < 5; nth++) all.push((await timed(sql, made)).ms);
  return all.sort((one, other) => one - other)[2] ?? 0;
}

async function judge(sql: Sql, call: HostileCall, smallMs: number): Promise<Cost> {
  let best = await timed(sql, call.made);
  const { name, type } = call.parameter;
  const at = [...call.made.text.matchAll(/"(\w+)" =>/g)].findIndex(([, one]) => one === name);
  let usual = smallMs;
  if (best.ms > bound.ms && call.plain) usual = (await timed(sql, call.plain)).ms;
  if (best.ms > bound.ms) {
    const read = {
      text: `select $1::text::${type} is null`,
      values: [call.made.values[at] ?? null],
    };
    usual += await median(sql, read);
  }
  const isOver = () => best.ms > Math.max(bound.ms, bound.times * usual);
  for (let nth = 0; nth < 4 && isOver(); nth++) {
    const again = await timed(sql, call.made);
    if (again.ms < best.ms) best = again;
  }
  const { rpc, parameter, place, hostile, bytes } = call;
  return { rpc, parameter: parameter.name, place, hostile, bytes, ...best, usual_ms: usual };
}

const isOver = ({ ms, usual_ms }: Cost) => ms > Math.max(bound.ms, bound.times * usual_ms);

/**
 * Calls each door of agents with hostile values; a call is taken back before the next.
 * `share` (0 to 1) of the calls are made, by lot; of the RPC named in `whole`, all up to
 * the first that is too dear.
 */
export async function fuzzCost(
  { sql, rpcs: doors, answered: callOf }: CostGround,
  options: { seed: number; share: number; only?: string; whole?: string },
  say: (line: string) => void,
): Promise<CostResult> {
  const rpcs = doors.filter(({ name }) => options.only === undefined || name === options.only);
  await sql`set statement_timeout = '5s'`;
  try {
    const random = seededRandom(options.seed);
    const costs: Cost[] = [];
    let answered = 0;
    for (const [nth, rpc] of rpcs.entries()) {
      const { base, made, word } = await callOf(rpc);
      if (word === "ok") answered++;
      const small = await median(sql, made);
      const share = rpc.name === options.whole ? 1 : options.share;
      for (const call of hostileCalls(rpc, base, () => random.next() < share)) {
        const cost = await judge(sql, call, small);
        costs.push(cost);
        if (isOver(cost)) {
          say(
            `${rpc.name} ${cost.parameter}${cost.place}, ${cost.hostile}: ${cost.ms.toFixed(0)} ms`,
          );
        }
        if (isOver(cost) && rpc.name === options.whole) break;
      }
      if (nth % 10 === 9) say(`${nth + 1} of ${rpcs.length} RPCs, ${costs.length} calls`);
    }
    costs.sort((one, other) => other.ms - one.ms);
    return {
      seed: options.seed,
      calls: costs.length,
      rpcs: rpcs.length,
      answered,
      dearest: costs.slice(0, 20),
      faults: costs.filter(isOver),
    };
  } finally {
    await sql`set statement_timeout = '15s'`;
  }
}
