import type { Job } from "./job.ts";

/** What is known of the W3C's trace context: version 00, and the first four fields of later ones. */
const shape =
  /^(?:00(?=.{53}$)|(?!00|ff)[0-9a-f]{2}(?=.{53}(?:-|$)))-((?!0{32})[0-9a-f]{32})-((?!0{16})[0-9a-f]{16})-([0-9a-f]{2})/;

/** The parts of a W3C traceparent. */
export interface TraceParts {
  /** 32 hex digits. */
  readonly traceId: string;
  /** 16 hex digits. */
  readonly spanId: string;
  /** 2 hex digits; 01 = sampled. */
  readonly flags: string;
}

/** Reads a traceparent; undefined for what is none, which by the standard is ignored. */
export function readTraceparent(value: string | null | undefined): TraceParts | undefined {
  const [, traceId, spanId, flags] = shape.exec(value ?? "") ?? [];
  return traceId && spanId && flags ? { traceId, spanId, flags } : undefined;
}

/** Writes a traceparent. */
export function traceparentOf({ traceId, spanId, flags }: TraceParts): string {
  return `00-${traceId}-${spanId}-${flags}`;
}

/** A span id that needs no record: the engine draws the same one (`cogo.span_id`). */
export async function spanIdOf(seed: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(seed));
  return [...new Uint8Array(digest, 0, 8)]
    .map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * The trace context of one attempt, as the engine draws it: the job's trace (that of its caller,
 * else its correlation id, else its own id), and a span that follows from job and fence.
 */
export async function attemptTraceparent(job: Job): Promise<string> {
  const told = readTraceparent(job.traceparent);
  const named = (job.correlation_id ?? "").replaceAll("-", "");
  const own = /[1-9a-f]/.test(named) ? named : job.id.replaceAll("-", "");
  return traceparentOf({
    traceId: told?.traceId ?? own,
    spanId: await spanIdOf(`${job.id}:${job.fence}`),
    flags: told?.flags ?? "00",
  });
}
