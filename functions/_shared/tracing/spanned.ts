import { activeTraceparent, openSpan, type SpanAttributes } from "../worker/open_span.ts";

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

/** A machine word for an error, never its message. */
function wordOf(thrown: unknown): string {
  const code = (thrown as { code?: unknown } | null)?.code;
  if (typeof code === "string" && code !== "") return code;
  return thrown instanceof Error ? thrown.name : "unknown";
}
