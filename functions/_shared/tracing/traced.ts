import process from "node:process";
import type { Handler } from "../platform/handler.ts";
import { openSpan } from "../worker/open_span.ts";
import type { FlushSoon } from "./export_spans.ts";
import { isTracing } from "./is_tracing.ts";

/**
 * Makes each answer of a function a server span, under its caller's `traceparent`. Without an
 * endpoint in the environment it is the handler itself.
 * @param name the function's
 * @param routeOf makes a route of a path: few, whatever strangers ask for
 */
export function traced(
  name: string,
  handler: Handler,
  routeOf: (path: string) => string = namesOf,
): Handler {
  if (!isTracing(process.env)) return handler;
  const loading = load();
  return async (request) => {
    const flushSoon = await loading;
    if (flushSoon === undefined) return await handler(request);
    const route = routeOf(new URL(request.url).pathname);
    const span = await openSpan(`${request.method} ${route}`, {
      kind: "SERVER",
      parent: request.headers.get("traceparent"),
      attributes: { "faas.name": name, "http.request.method": request.method, "http.route": route },
    });
    if (span === undefined) return await handler(request);
    try {
      const response = await span.within(async () => await handler(request));
      const { status } = response;
      span.end({ "http.response.status_code": status }, status >= 500 ? String(status) : undefined);
      return response;
    } catch (thrown) {
      span.end(
        { "http.response.status_code": 500 },
        thrown instanceof Error ? thrown.name : "unknown",
      );
      throw thrown;
    } finally {
      flushSoon();
    }
  };
}

/** Only who traces loads OpenTelemetry; a function whose tracing cannot be set up answers without. */
async function load(): Promise<FlushSoon | undefined> {
  try {
    const { exportSpans } = await import("./export_spans.ts");
    return exportSpans();
  } catch (thrown) {
    console.error("Cannot trace:", thrown);
    return undefined;
  }
}

/** A path whose parts are names; numbers, ids and what is long become `:id`. */
function namesOf(path: string): string {
  return path.split("/").map((part) => /^[a-z][a-z_.-]{0,39}$|^$/i.test(part) ? part : ":id").join(
    "/",
  );
}
