import { PermanentError } from "../../functions/_shared/worker/errors.ts";
import type { EnqueuedJob, NewJob } from "../../functions/_shared/worker/job.ts";
import type { JobContext } from "../../functions/_shared/worker/job_context.ts";
import type { ClaimedJob } from "../../functions/_shared/worker/wire.ts";
import type { Calls } from "./calls.ts";

/** What a handler is given beside its job: as the worker library does it, in virtual time. */
export function contextOf(job: ClaimedJob, calls: Calls, who: string): JobContext {
  return {
    signal: new AbortController().signal,
    job,
    attempt: job.attempt,
    deadline: new Date(job.lease_expires_at),
    traceparent: job.traceparent ?? "00-00000000000000000000000000000001-0000000000000001-01",
    worker: who,
    log: (entry) =>
      calls.story.tell(who, `  says ${typeof entry === "string" ? entry : JSON.stringify(entry)}`),
    enqueue: async (jobs: NewJob[]) => {
      const caused = jobs.map((one) => ({
        correlation_id: job.correlation_id ?? job.id,
        cause: job.id,
        tenant_id: job.tenant_id,
        ...one,
      }));
      const rows = await calls.database.ask<EnqueuedJob>(
        "select job_id::int, id::text, created from api.enqueue_jobs($1::jsonb)",
        [JSON.stringify(caused)],
      );
      calls.story.tell(who, `  enqueues ${rows.map((row) => `job ${row.job_id}`).join(", ")}`);
      return rows;
    },
    putArtifact: () => keepsNone(),
    getArtifact: () => keepsNone(),
    remainingMs: Infinity,
    call: () => Promise.reject(new PermanentError("A simulation makes no calls that wait")),
  };
}

const keepsNone = () => Promise.reject(new PermanentError("A simulation keeps no artifacts"));
