import type { Asked } from "./asked.ts";
import type { Route } from "./routes.ts";

/** What a function answered. */
export interface Answered {
  readonly status: number;
  /** Status, headers that say something, and body, as one text. */
  readonly told: string;
  /** Milliseconds. */
  readonly took: number;
}

// What differs between any two answers, or is a sum over the body that is compared itself.
const unsaid = new Set(["date", "etag", "content-length", "traceparent", "server-timing"]);

// The name of a callback's webhook is a hash of the address that the caller itself gave.
const derived = /callback-[0-9a-f]{16}/g;

/** The request as one text: what a caller knew. */
export const textOf = (route: Route, asked: Asked): string =>
  `${route.key} ${JSON.stringify(asked)}`;

/** Sends a request of a case to the function of a stack at `url`. */
export async function send(
  url: string,
  route: Route,
  { path = {}, query = {}, headers = {}, body }: Asked,
  credentials: Readonly<Record<string, string>>,
): Promise<Answered> {
  const where = route.path.replaceAll(
    /\{(\w+)\}/g,
    (_, name) => encodeURIComponent(path[name] ?? ""),
  );
  const search = new URLSearchParams(query).toString();
  const began = performance.now();
  const response = await fetch(`${url}/functions/v1${where}${search && `?${search}`}`, {
    method: route.method,
    headers: { ...credentials, "content-type": "application/json", ...headers },
    redirect: "manual",
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(15_000),
  });
  const text = await response.text();
  const took = performance.now() - began;
  const said = [...response.headers].filter(([name]) => !unsaid.has(name));
  return {
    status: response.status,
    took,
    told: `${response.status} ${JSON.stringify(said)} ${text}`.replaceAll(derived, "callback-…"),
  };
}
