import type { MatrixCaller, MatrixWorld } from "./matrix_callers.ts";
import type { Door } from "./read_matrix.ts";

/** How a door answers a caller: it lets it in, or refuses it with this word. */
export type Cell = "yes" | "own" | Refused;

/** `closed`: the server itself refuses the call for want of a grant (42501). */
type Refused = "closed" | typeof doorWords[number];

/** The words by which a door refuses somebody for who it is. */
export const doorWords = [
  "not_an_agent",
  "insufficient_scope",
  "agent_revoked",
  "owners_only",
  "operators_only",
] as const;

/** What must happen when a caller knocks at a door. */
export function cellOf(door: Door, caller: MatrixCaller, world: MatrixWorld): Cell {
  if (caller.role === "service_role") return "yes";
  const isForCallers = door.scope !== null || door.isForOwners;
  if (caller.role === "anon" || !isForCallers) return "closed";
  if (caller.name === "no tenant") return "not_an_agent";
  if (door.isForOwners) return caller.name === "owner" ? "own" : "owners_only";
  const { scopes } = caller.claims(door.scope, world);
  if (!(scopes as string[]).includes(door.scope ?? "")) return "insufficient_scope";
  if (caller.name === "revoked agent") return "agent_revoked";
  return door.refusesAgents ? "operators_only" : "own";
}

/** Whether what a call answered (`done`, a refusal's word, or a SQLSTATE) is what the cell says. */
export function holds(cell: Cell, answer: string): boolean {
  if (cell === "closed") return answer === "42501";
  if (cell !== "yes" && cell !== "own") return answer === cell;
  return answer !== "42501" && !(doorWords as readonly string[]).includes(answer);
}
