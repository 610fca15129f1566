import { activeTraceparent, openSpan, type SpanAttributes } from "../worker/open_span.ts";
import { readTraceparent } from "../worker/traceparent.ts";

/**
 * Does work within a client span under the active one; where nothing is traced it does the work and
 * nothing else. Throws as the work.
 */
export async function spanned<T>(
  name: string,
  attributes: SpanAttributes,
  work: () => Promise<T>,
): Promise<T> {
  if (activeTraceparent() === undefined) return await work();
  const span = await openSpan(name, { kind: "CLIENT", attributes });
  if (span === undefined) return await work();
  try {
    const done = await span.within(work);
    span.end();
    return done;
  } catch (thrown) {
    span.end({}, wordOf(thrown));
    throw thrown;
  }
}

/** The traceparent that what a request causes belongs to: the active span's, else the caller's. */
export function outgoingTraceparent(request: Request): string | undefined {
  const told = activeTraceparent() ?? request.headers.get("traceparent");
  return told && readTraceparent(told) ? told : undefined;
}

/** A machine word for an error, never its message. */
function wordOf(thrown: unknown): string {
  const code = (thrown as { code?: unknown } | null)?.code;
  if (typeof code === "string" && code !== "") return code;
  return thrown instanceof Error ? thrown.name : "unknown";
}
