import { keyHeaders } from "../../functions/_shared/platform/key_headers.ts";
/** Addresses of the page's links, and where a project has them. Only these are passed on. */
const routes: [RegExp, (rest: string) => string][] = [
  [/^\/api\/metrics\/([a-z/]+)$/, (rest) => `/functions/v1/metrics/${rest}`],
  [/^\/metrics$/, () => "/functions/v1/metrics/prometheus"],
];

/** Nothing in what is passed on may run. */
const harmless = {
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "cache-control": "private, no-store",
};

/** Where the project has what the path names; undefined when it is none of the page's links. */
export function forwardedPath(path: string): string | undefined {
  for (const [pattern, toPath] of routes) {
    const match = pattern.exec(path);
    const target = match && toPath(match[1] ?? "");
    // A path that a server would shorten (`..`) is not what was matched.
    if (target && new URL(target, "http://project").pathname === target) return target;
  }
  return undefined;
}

/** Fetches one of the page's links with the project's key, and passes on its body and type only. */
export async function forward(request: Request, project: string, key: string): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const target = forwardedPath(pathname);
  if (target === undefined) return new Response("Not found\n", { status: 404, headers: harmless });
  const answer = await fetch(project + target + search, {
    headers: keyHeaders(key),
    redirect: "error",
    signal: AbortSignal.timeout(30_000),
  }).catch(() => undefined);
  if (!answer) {
    return new Response("The project does not answer\n", { status: 502, headers: harmless });
  }
  const type = answer.headers.get("content-type") ?? "application/octet-stream";
  const isPage = /^(text\/(?!plain)|application\/xhtml)|\+xml/.test(type);
  return new Response(answer.body, {
    status: answer.status,
    headers: { ...harmless, "content-type": isPage ? "text/plain; charset=utf-8" : type },
  });
}
