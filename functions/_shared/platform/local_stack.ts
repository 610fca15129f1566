/** Whether this runs in the local stack, which listens on this very machine alone. */
export function isLocalStack(): boolean {
  return Deno.env.get("COGO_LOCAL") === "1";
}
