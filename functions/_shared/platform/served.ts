import { traced } from "../tracing/traced.ts";

/** How a function answers. */
export type Handler = (request: Request) => Response | Promise<Response>;

/** What an edge function's file exports to its host: its app, and around it what all functions share. */
export function served(name: string, app: { fetch: Handler }): { fetch: Handler } {
  return { fetch: traced(name, (request) => app.fetch(request)) };
}
