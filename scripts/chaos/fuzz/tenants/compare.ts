import type { Pool } from "./pools.ts";
import type { Side } from "./sides.ts";

/** Every text that stands for an id of a pool, the longest first. */
export function idsOf(pool: Pool): string[] {
  const numbers = [...pool.jobIds, ...pool.holds.map(({ fence }) => fence)].map(String);
  return [pool.tenant, ...Object.values(pool.uuids).flat(), ...numbers, ...pool.names];
}

const uuids = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const isNumber = /^\d+$/;
// A number that ends a uuid is no id of ours.
const numbers = (answer: string) => answer.replaceAll(uuids, "").match(/\d+/g) ?? [];

/**
 * An answer in words that two calls share: what was asked for, what was made by lot (ids, secrets)
 * and numbers of ids' length do not tell two answers apart.
 */
export function comparable(answer: string, asked: readonly string[]): string {
  let text = answer;
  for (const id of asked) if (!isNumber.test(id)) text = text.replaceAll(id, "<asked>");
  const known = new Set(asked);
  return text
    // Its jitter is drawn from the schedule's own number, which differs.
    .replaceAll(/(?<="next_run_at":")[^"]*/g, "<jittered>")
    .replaceAll(uuids, "<uuid>")
    .replaceAll(/\b(cga_|whsec_)?[A-Za-z0-9+/_=-]{32,}/g, "<secret>")
    .replaceAll(/\b\d{7,}\b/g, (number) => known.has(number) ? "<asked>" : "<number>");
}

/** What of the victim stands in an answer and was not in the call. */
export function leaked(answer: string, call: string, who: Side, ids: readonly string[]) {
  const told = new Set(numbers(answer));
  const tells = (id: string) => isNumber.test(id) ? told.has(id) : answer.includes(id);
  return [who.mark, ...ids].find((text) => tells(text) && !call.includes(text));
}
