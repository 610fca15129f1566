import type { Pool } from "./pools.ts";
import type { Side } from "./sides.ts";

/** Every text that stands for an id of a pool, the longest first. */
export function idsOf(pool: Pool): string[] {
  const numbers = [...pool.jobIds, ...pool.holds.map(({ fence }) => fence)].map(String);
  return [pool.tenant, ...Object.values(pool.uuids).flat(), ...numbers, ...pool.names];
}

/**
 * An answer in words that two calls share: what was asked for, what was made by lot (ids, secrets)
 * and numbers of ids' length do not tell two answers apart.
 */
export function comparable(answer: string, asked: readonly string[]): string {
  let text = answer;
  for (const id of asked) text = text.replaceAll(id, "<asked>");
  return text
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "<uuid>")
    .replaceAll(/\b(cga_|whsec_)?[A-Za-z0-9+/_=-]{32,}/g, "<secret>")
    .replaceAll(/\b\d{7,}\b/g, "<number>");
}

/** What of the victim stands in an answer and was not in the call. */
export function leaked(answer: string, call: string, who: Side, ids: readonly string[]) {
  return [who.mark, ...ids].find((text) => answer.includes(text) && !call.includes(text));
}
