import { isLoopbackHost } from "./own_page.ts";

/**
 * Whether this runs in the local stack, which listens on this very machine alone. A variable that
 * came along into a hosted project opens nothing: its address is not this machine's.
 */
export function isLocalStack(): boolean {
  const url = Deno.env.get("SUPABASE_URL");
  const isHere = !url || (URL.canParse(url) && isLoopbackHost(new URL(url).host));
  return Deno.env.get("COGO_LOCAL") === "1" && isHere;
}
