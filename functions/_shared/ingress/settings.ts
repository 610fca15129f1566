function number(name: string, standard: number, least: number, most: number): number {
  const given = Number(Deno.env.get(name) || standard);
  return Number.isFinite(given) ? Math.min(Math.max(Math.floor(given), least), most) : standard;
}

/** Bytes of a request's body at most: INGRESS_BODY_BYTES, 64 KiB by default. */
export const mostBodyBytes = () => number("INGRESS_BODY_BYTES", 65_536, 1024, 262_144);

/** Bytes of an inbound webhook at most: INGRESS_HOOK_BYTES, 256 KiB by default. */
export const mostHookBytes = () => number("INGRESS_HOOK_BYTES", 262_144, 1024, 262_144);

/** Requests that one worker has in hand at a time: INGRESS_IN_FLIGHT, 64 by default. */
export const mostInFlight = () => number("INGRESS_IN_FLIGHT", 64, 1, 10_000);

/** Callers that wait or listen at one worker: INGRESS_WAITING, 1000 by default. */
export const mostWaiting = () => number("INGRESS_WAITING", 1000, 0, 100_000);

/** Milliseconds that a stream of events stays open: INGRESS_STREAM_SECONDS, 100 s by default. */
export const streamMs = () => number("INGRESS_STREAM_SECONDS", 100, 1, 3600) * 1000;

/** How many proxies before the function write X-Forwarded-For: INGRESS_PROXIES, 1 by default. */
export const proxies = () => number("INGRESS_PROXIES", 1, 0, 10);

/**
 * Where the function is reached, without a final slash: INGRESS_URL, else below SUPABASE_URL. Within
 * the platform's containers, whose URL nobody outside knows, a path alone.
 */
export function ownUrl(): string {
  const set = Deno.env.get("INGRESS_URL")?.replace(/\/+$/, "");
  if (set) return set;
  const path = "/functions/v1/ingress";
  const project = Deno.env.get("SUPABASE_URL")?.replace(/\/+$/, "");
  return !project || new URL(project).hostname === "kong" ? path : project + path;
}
