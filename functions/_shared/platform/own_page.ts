const loopbackNames = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/** Whether a Host header (or the host of a URL) names this very machine. */
export function isLoopbackHost(host: string): boolean {
  return loopbackNames.test(host);
}

/**
 * The host that the caller asked for, or undefined unless both it and the one that was reached are
 * this machine: a foreign name that was made to point at 127.0.0.1 (DNS rebinding) opens neither
 * door.
 */
function ownHost(request: Request): string | undefined {
  const reached = new URL(request.url).host;
  const asked = request.headers.get("x-forwarded-host") ?? reached;
  return isLoopbackHost(reached) && isLoopbackHost(asked) ? asked : undefined;
}

const hostOf = (origin: string) => URL.canParse(origin) ? new URL(origin).host : undefined;

/**
 * Whether a request without credentials may read: only in the local stack (`COGO_LOCAL=1`, which
 * listens on 127.0.0.1 alone), only by reading, and only when it comes from a page of the stack
 * itself or from no page at all.
 */
export function isLocalReader(request: Request, isLocalStack: boolean): boolean {
  if (!isLocalStack || (request.method !== "GET" && request.method !== "HEAD")) return false;
  const asked = ownHost(request);
  if (asked === undefined) return false;
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return false;
  const origin = request.headers.get("origin");
  return origin === null || hostOf(origin) === asked;
}

/** The header by which a page says that it means to act; no form can send it. */
export const actHeader = "x-cogo-act";

/**
 * Whether a request without credentials may act: only in the local stack, and only from a page of
 * the stack itself. A browser says so by `Sec-Fetch-Site` and `Origin`, which no script can forge;
 * the header and the JSON body make any other origin ask first (a preflight, which is refused).
 */
export function isOwnPage(request: Request, isLocalStack: boolean): boolean {
  if (!isLocalStack || request.method !== "POST") return false;
  const asked = ownHost(request);
  const { headers } = request;
  return asked !== undefined &&
    hostOf(headers.get("origin") ?? "") === asked &&
    headers.get("sec-fetch-site") === "same-origin" &&
    headers.has(actHeader) &&
    /^application\/json\b/i.test(headers.get("content-type") ?? "");
}
