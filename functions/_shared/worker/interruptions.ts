import type { Job } from "./job.ts";
import type { State } from "./state.ts";
import { JobCancelled, LeaseLost } from "./stop_reasons.ts";

/** A lease is gone: certain when the engine said so, else by our clock. */
export function loseLease(state: State, fence: number, certain: boolean): void {
  const early = state.prefetched.filter((job) => job.fence === fence);
  const runs = [...state.running].filter((run) => run.job.fence === fence);
  for (const { job_id, type } of [...early, ...runs.map((run) => run.job)]) {
    state.emit({ kind: "lease_lost", job_id, type, certain });
    if (certain) state.leases.letGo(fence, job_id);
  }
  if (certain) {
    state.counts.lease_lost += early.length + runs.length;
    state.prefetched = state.prefetched.filter((job) => job.fence !== fence);
  } else state.giveBackPrefetched(early);
  for (const run of runs) {
    run.stop(new LeaseLost(run.job.job_id, fence, certain));
    if (certain) run.dropped = "its lease was lost";
  }
}

/** Somebody wishes these jobs of a fence to stop. */
export function cancelJobs(state: State, fence: number, jobIds: readonly number[]): void {
  const wished = (job: Job) => job.fence === fence && jobIds.includes(job.job_id);
  const runs = [...state.running].filter((run) => wished(run.job) && !run.stopped);
  const early = state.prefetched.filter(wished);
  for (const { job_id, type } of [...early, ...runs.map((run) => run.job)]) {
    state.emit({ kind: "job_cancelled", job_id, type });
  }
  for (const run of runs) run.stop(new JobCancelled(run.job.job_id));
  state.giveBackPrefetched(early);
}
