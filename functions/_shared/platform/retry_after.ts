/** What a server may ask for at most; beyond it, it is taken as this. */
const mostMs = 86_400_000;

/**
 * Milliseconds that a server asks to wait: `retry-after-ms`, or `Retry-After` in seconds or as a
 * date. Undefined where there is none or it is nonsense; 0 when it lies in the past; never more
 * than a day.
 */
export function retryAfterMs(headers: Headers, now = Date.now()): number | undefined {
  const exact = numberOf(headers.get("retry-after-ms"));
  if (exact !== undefined) return bounded(exact);
  const told = headers.get("retry-after");
  const seconds = numberOf(told);
  if (seconds !== undefined) return bounded(seconds * 1000);
  // Only dates as HTTP writes them: Date.parse alone would take "2" or "soon 1" for a day.
  if (!/^[A-Z][a-z]{2,8}, /.test(told ?? "")) return undefined;
  const date = Date.parse(told ?? "");
  return Number.isNaN(date) ? undefined : bounded(date - now);
}

function numberOf(text: string | null): number | undefined {
  return text !== null && /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : undefined;
}

function bounded(milliseconds: number): number {
  return Math.min(Math.max(Math.ceil(milliseconds), 0), mostMs);
}
