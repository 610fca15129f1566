import { getArtifact, putArtifact } from "./artifacts.ts";
import { callsWith } from "./caller.ts";
import { JobError, PermanentError, TransientError } from "./errors.ts";
import type { EnqueuedJob, Job, JsonObject, NewJob } from "./job.ts";
import type { JobContext } from "./job_context.ts";
import { openSpan } from "./open_span.ts";
import type { Settings } from "./settings.ts";
import { CallError } from "./transport.ts";
import { pause } from "./waits.ts";
import { enqueueAnswer } from "./wire.ts";

/** Makes what a handler is given beside its job. */
export function contextOf(
  job: Job,
  signal: AbortSignal,
  endOfLease: () => number | undefined,
  settings: Settings,
  traceparent: string,
  atWork: AbortSignal,
): JobContext {
  return {
    signal,
    job,
    attempt: job.attempt,
    traceparent,
    worker: settings.worker,
    get deadline() {
      return new Date(endOfLease() ?? Date.now());
    },
    log(entry: string | JsonObject) {
      settings.onEvent({ kind: "log", job_id: job.job_id, type: job.type, entry });
    },
    enqueue: (jobs) => enqueue(job, traceparent, jobs, settings),
    putArtifact: (name, bytes, options) =>
      putArtifact(settings.files, settings.retryMs, job, name, bytes, options),
    getArtifact: (artifactId) => getArtifact(settings.files, artifactId),
    get remainingMs() {
      return job.request ? Math.max(job.request.deadline.getTime() - Date.now(), 0) : Infinity;
    },
    call: callsOfJob(job, AbortSignal.any([signal, atWork]), settings, traceparent),
  };
}

/** Calls that one job causes, as long as its handler is at work. */
function callsOfJob(
  job: Job,
  signal: AbortSignal,
  settings: Settings,
  traceparent: string,
): JobContext["call"] {
  return callsWith(settings.caller, (options) => ({
    correlationId: job.correlation_id ?? job.id,
    cause: job.id,
    traceparent,
    ...options,
    signal: options.signal ? AbortSignal.any([signal, options.signal]) : signal,
  }));
}

async function enqueue(
  job: Job,
  traceparent: string,
  jobs: NewJob[],
  settings: Settings,
): Promise<EnqueuedJob[]> {
  if (jobs.length === 0) return [];
  const span = await openSpan(`enqueue ${jobs[0]!.type}`, {
    kind: "PRODUCER",
    attributes: { "messaging.system": "cogo", "messaging.batch.message_count": jobs.length },
  });
  try {
    const enqueued = await send(job, span?.traceparent ?? traceparent, jobs, settings);
    span?.end();
    return enqueued;
  } catch (error) {
    span?.end({}, error instanceof JobError ? error.class : "transient");
    throw error;
  }
}

async function send(
  job: Job,
  traceparent: string,
  jobs: NewJob[],
  settings: Settings,
): Promise<EnqueuedJob[]> {
  const caused = jobs.map((next) => ({
    correlation_id: job.correlation_id ?? job.id,
    cause: job.id,
    traceparent,
    ...next,
  }));
  // Only keys make a repeat harmless: without them a lost answer must not enqueue twice.
  const tries = jobs.every((next) => next.idempotency_key !== undefined) ? 3 : 1;
  for (let attempt = 1;; attempt++) {
    try {
      const rows = await settings.call("enqueue_jobs", { jobs: caused }, settings.callTimeoutMs);
      return enqueueAnswer.parse(rows)
        .sort((one, other) => (one.ordinal ?? 0) - (other.ordinal ?? 0))
        .map(({ job_id, id, created }) => ({ job_id, id, created }));
    } catch (error) {
      const refused = error instanceof CallError && error.isRefusal;
      if (refused) {
        throw new PermanentError(`Cannot enqueue from job ${job.job_id}: ${error.message}`, {
          details: { code: error.code, hint: error.hint },
          cause: error,
        });
      }
      if (attempt >= tries) {
        throw new TransientError(`Cannot enqueue from job ${job.job_id}: ${String(error)}`, {
          reason: "dependency_unavailable",
          cause: error,
        });
      }
      await pause(settings.retryMs * attempt);
    }
  }
}
