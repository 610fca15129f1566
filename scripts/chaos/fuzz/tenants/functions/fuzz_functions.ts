import type { Sql } from "postgres";
import type { Stack } from "../../../../stack/stack_settings.ts";
import { seededRandom } from "../../../random.ts";
import { readRpcs } from "../../catalogue.ts";
import { comparable, idsOf, leaked } from "../compare.ts";
import { ownedState } from "../owned_state.ts";
import { victim } from "../sides.ts";
import type { Asked, Case } from "./asked.ts";
import { cases } from "./cases.ts";
import { callerFor, callersOf, type Credentials } from "./function_callers.ts";
import { lotOf } from "./lot.ts";
import { layFunctionGround } from "./plant_functions.ts";
import { readRoutes, type Route } from "./routes.ts";
import { type Answered, send, textOf } from "./send.ts";
import { type Timing, Timings } from "./timing.ts";

/** What a run over the functions found. */
export interface FunctionFuzz {
  readonly requests: number;
  readonly routes: number;
  /** Number of answers by route and status. */
  readonly statuses: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly timings: readonly Timing[];
  /** One line each: the request, and what broke. */
  readonly faults: readonly string[];
}

/** The tables whose sums differ. */
function changesIn(before: string, after: string): string {
  const known = new Set(before.split(", "));
  return after.split(", ").filter((part) => !known.has(part)).join(", ");
}

/**
 * Sends to every route of every function, as one tenant, the ids of another, and the same request
 * with ids that nothing has: both must be answered alike, tell nothing, and leave the other's rows.
 * @param owner a session of the stack's database that may do everything
 */
export async function fuzzFunctions(
  stack: Stack,
  owner: Sql,
  options: { seed: number; requests: number; routes?: readonly Route[]; plant?: string },
  say: (line: string) => void = () => {},
): Promise<FunctionFuzz> {
  const ground = await layFunctionGround(owner, stack);
  const callers = await callersOf(stack, owner);
  if (options.plant) await owner.unsafe(options.plant);
  const { pool, absent, assertion } = ground;
  const ids = idsOf(pool);
  const asked = [...ids, ...pool.grants, ...idsOf(absent), ...absent.grants];
  const rpcs = await readRpcs(owner);
  const routes = options.routes ?? await readRoutes();
  const look = await ownedState(owner, victim.tenant, /^metric|^schedule_notes$/);
  const state = async () => String((await owner.unsafe(look))[0]?.state);
  const before = await state();
  const random = seededRandom(options.seed);
  const faults: string[] = [];
  const statuses: Record<string, Record<string, number>> = {};
  const timings = new Timings();

  const pairOf = async (route: Route, made: Asked, twin: Asked, by: Credentials) => {
    const isFirst = random.next() < 0.5;
    const ask = (one: Asked) => send(stack.file.url, route, one, by);
    const early = await ask(isFirst ? made : twin);
    const late = await ask(isFirst ? twin : made);
    return isFirst ? [early, late] as const : [late, early] as const;
  };
  const isLike = (one: Answered, two: Answered) =>
    comparable(one.told, asked) === comparable(two.told, asked);

  // Names that the intruder gave to things of its own: its own lists show them.
  const given = new Set<string>();
  for (let nth = 1; nth <= options.requests; nth++) {
    const route = routes[nth % routes.length]!;
    const name = callerFor(route, random);
    const by = name === undefined ? {} : callers[name]!;
    const seed = random.between(1, 2 ** 31);
    const drawn = (from: typeof pool) =>
      (cases[route.key] as Case)(lotOf(seededRandom(seed), from, { rpcs, assertion }));
    const [made, twin] = [await drawn(pool), await drawn(absent)];
    let [answer, other] = await pairOf(route, made, twin, by);
    // What others did in between may show once; what tells two ids apart shows again.
    if (!isLike(answer, other)) [answer, other] = await pairOf(route, made, twin, by);
    const counts = statuses[route.key] ??= {};
    counts[answer.status] = (counts[answer.status] ?? 0) + 1;
    if (answer.status >= 400) timings.note(route.key, answer.took, other.took);
    const add = (fault: string) =>
      faults.push(`request ${nth} as ${name ?? "nobody"}: ${textOf(route, made)}\n  ${fault}`);
    if (route.method !== "GET") {
      for (const one of pool.names) if (textOf(route, made).includes(one)) given.add(one);
    }
    const strange = ids.filter((id) => !given.has(id));
    const found = leaked(answer.told, JSON.stringify(made), victim, strange);
    if (found !== undefined) add(`tells ${found}: ${answer.told.slice(0, 600)}`);
    if (answer.status >= 500) add(answer.told.slice(0, 300));
    if (!isLike(answer, other)) {
      add(`not yours: ${answer.told.slice(0, 500)}\n  not there: ${other.told.slice(0, 500)}`);
    }
    const isLast = nth === options.requests;
    if (isLast || nth % 100 === 0) {
      const changed = changesIn(before, await state());
      if (changed !== "") {
        add(`the other tenant's rows are no longer what they were in ${changed}`);
        break;
      }
    }
    if (nth % 500 === 0) say(`${nth} requests, ${faults.length} faults`);
  }
  return {
    requests: options.requests,
    routes: routes.length,
    statuses,
    timings: timings.report(),
    faults,
  };
}
