import { isLoopbackHost } from "../../functions/_shared/platform/own_page.ts";
import { identify } from "./caller.ts";
import type { Keys } from "./keys.ts";
import { refuse } from "./replies.ts";
import type { Tokens } from "./tokens.ts";

/**
 * The stack listens on this machine alone, so pages need no key. A foreign web page
 * may have its own name point here (DNS rebinding): under a name that is not this machine's, only
 * who shows a key or token gets in.
 * @returns the refusal, or undefined when the request may go on
 */
export async function refuseForeignHost(
  request: Request,
  keys: Keys,
  tokens: Tokens,
): Promise<Response | undefined> {
  const { host } = new URL(request.url);
  const named = request.headers.get("host") ?? host;
  if (isLoopbackHost(host) && isLoopbackHost(named)) return undefined;
  const identified = await identify(request, keys, tokens);
  if ("caller" in identified) return undefined;
  if ("refusal" in identified) return refuse(identified.refusal);
  return refuse({
    status: 403,
    details: "foreign_host",
    message: `Cannot answer as ${named.slice(0, 80)}: this stack serves its own machine`,
    hint: "Use http://127.0.0.1 or http://localhost with the stack's port, or send an apikey.",
  });
}
