/** Whether what is sent may reach this very machine: in the local stack. */
export function allowsLoopback(): boolean {
  return Deno.env.get("COGO_LOCAL") === "1";
}
