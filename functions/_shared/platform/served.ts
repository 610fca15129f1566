import { traced } from "../tracing/traced.ts";
import type { Handler } from "./handler.ts";
import { measured } from "./http_metrics.ts";
import { routePattern } from "./route_pattern.ts";

/** A function's app; Hono's tells its routes. */
export interface App {
  fetch: Handler;
  readonly routes?: readonly { readonly path: string }[];
}

/** What an edge function's file exports to its host: its app, and around it what all functions share. */
export function served(name: string, app: App): { fetch: Handler } {
  const patterns = app.routes?.map(({ path }) => path);
  const handle = measured(name, (request) => app.fetch(request), patterns);
  return { fetch: traced(name, handle, patterns && ((path) => routePattern(patterns, path))) };
}
