import type { Job } from "./job.ts";
import { drawnSpan, type OpenSpan, openSpan } from "./open_span.ts";
import type { Finished } from "./outcomes.ts";
import { attemptTraceparent } from "./traceparent.ts";

/** The span of one attempt: the program's own where it traces, else the one that the engine draws. */
export async function openAttempt(job: Job, worker: string, executor: string): Promise<OpenSpan> {
  const span = await openSpan(`attempt ${job.type}`, {
    kind: "CONSUMER",
    parent: job.traceparent,
    attributes: {
      "messaging.system": "cogo",
      "messaging.operation.type": "process",
      "messaging.message.id": job.id,
      "messaging.destination.name": executor,
      "cogo.job.id": job.job_id,
      "cogo.job.type": job.type,
      "cogo.job.attempt": job.attempt,
      "cogo.job.fence": job.fence,
      "cogo.worker": worker,
    },
  });
  return span ?? drawnSpan(await attemptTraceparent(job));
}

/** Ends it as the worker will report it; messages of errors stay in the database. */
export function endAttempt(span: OpenSpan, finished: Finished): void {
  const outcome = { "cogo.job.outcome": finished.outcome };
  if (finished.outcome !== "failed") return span.end(outcome);
  const { error } = finished;
  const told = { "cogo.error.stage": error.stage, "cogo.error.reason": error.reason };
  span.end({ ...outcome, ...told }, error.class);
}
