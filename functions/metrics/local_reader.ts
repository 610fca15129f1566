const loopbackNames = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/** Whether a Host header (or the host of a URL) names this very machine. */
export function isLoopback(host: string): boolean {
  return loopbackNames.test(host);
}

/**
 * Whether a request without credentials may read the metrics: only in the local stack
 * (`COGO_LOCAL=1`, which listens on 127.0.0.1 alone), only by reading, and only when it comes from
 * a page of the stack itself or from no page at all.
 *
 * Both hosts are checked, what the caller asked the stack for and what reached this function, so a
 * foreign name that was made to point at 127.0.0.1 (DNS rebinding) opens neither door.
 */
export function isLocalReader(request: Request, isLocalStack: boolean): boolean {
  if (!isLocalStack || (request.method !== "GET" && request.method !== "HEAD")) return false;
  const reached = new URL(request.url).host;
  const asked = request.headers.get("x-forwarded-host") ?? reached;
  if (!isLoopback(reached) || !isLoopback(asked)) return false;

  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return false;
  const origin = request.headers.get("origin");
  return origin === null || (URL.canParse(origin) && new URL(origin).host === asked);
}
