import { JobError, TransientError, ValidationError } from "./errors.ts";
import type { Job } from "./job.ts";
import {
  DeadlinePassed,
  JobCancelled,
  LeaseLost,
  type StopReason,
  WorkerStopped,
} from "./stop_reasons.ts";

/** How a hold ends, as the `finished` of `work` takes it. */
export type Finished =
  & { job_id: number; fence: number }
  & (
    | { outcome: "succeeded"; result?: unknown }
    | { outcome: "failed"; error: FailureReport; retry_in_seconds?: number }
    | { outcome: "released"; delay_seconds?: number }
  );

/** A failure as the engine keeps it, at most 16 KB. */
export interface FailureReport {
  class: string;
  message: string;
  stage: string;
  reason?: string;
  details?: unknown;
}

/** The largest result, in bytes of JSON. */
export const resultLimit = 262_144;

/** The end of a job whose handler returned. Throws a ValidationError at stage output. */
export function succeeded(job: Job, result: unknown): Finished {
  const hold = { job_id: job.job_id, fence: job.fence };
  const text = jsonOf(result);
  if (text === undefined || text === "null") return { ...hold, outcome: "succeeded" };
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > resultLimit) {
    throw new ValidationError(
      `The result has ${bytes} bytes, the limit is ${resultLimit}: store it and return its address`,
      { stage: "output" },
    );
  }
  return { ...hold, outcome: "succeeded", result: JSON.parse(text) };
}

/** The end of a job whose handler threw. Anything that is not a JobError is transient. */
export function failed(job: Job, error: unknown, stopped?: StopReason): Finished {
  const hold = { job_id: job.job_id, fence: job.fence };
  if (stopped && (isStop(error) || nameOf(error) === "AbortError")) {
    return { ...hold, outcome: "released" };
  }
  const known = error instanceof JobError ? error : undefined;
  const reason = known?.reason ?? (nameOf(error) === "TimeoutError" ? "timeout" : undefined);
  const details = smallJson(known?.details);
  const retry = error instanceof TransientError ? error.retryInSeconds : undefined;
  return {
    ...hold,
    outcome: "failed",
    error: {
      class: known?.class ?? "transient",
      message: messageOf(error),
      stage: known?.stage ?? "exec",
      ...(reason ? { reason } : {}),
      ...(details === undefined ? {} : { details }),
    },
    ...(retry === undefined || !Number.isFinite(retry)
      ? {}
      : { retry_in_seconds: Math.min(Math.max(retry, 0), 2_592_000) }),
  };
}

/** A text about an error that JSON and Postgres can hold, at most 2,000 characters. */
export function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message || error.name : String(error);
  return [...text.slice(0, 4000).replaceAll("\0", " ")].slice(0, 2000)
    .map((letter) => /^[\ud800-\udfff]$/.test(letter) ? "\ufffd" : letter).join("");
}

function jsonOf(value: unknown): string | undefined {
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch (error) {
    throw new ValidationError(`The result is not JSON: ${messageOf(error)}`, { stage: "output" });
  }
  if (text !== undefined && /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/.test(text)) {
    throw new ValidationError("The result has a text with a NUL or half a character", {
      stage: "output",
    });
  }
  return text;
}

function smallJson(value: unknown): unknown {
  try {
    const text = jsonOf(value);
    return text === undefined || text.length > 4000 ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isStop(error: unknown): boolean {
  return error instanceof LeaseLost || error instanceof JobCancelled ||
    error instanceof WorkerStopped || error instanceof DeadlinePassed;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "";
}
