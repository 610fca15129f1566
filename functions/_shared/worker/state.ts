import { isLate } from "./claimed_jobs.ts";
import type { WorkerEvent, WorkerStats } from "./events.ts";
import type { Job } from "./job.ts";
import { Leases } from "./leases.ts";
import { Outbox } from "./outbox.ts";
import type { Finished } from "./outcomes.ts";
import { Run } from "./runs.ts";
import type { Settings } from "./settings.ts";
import { WorkerStopped } from "./stop_reasons.ts";

/** All that a worker holds, and the moves between: prefetched -> running -> outbox -> gone. */
export class State {
  readonly leases = new Leases();
  readonly outbox = new Outbox();
  readonly running = new Set<Run>();
  prefetched: Job[] = [];
  /** The latest moment to which a retry that we saw is put off, in local milliseconds. */
  nextRetryAt = 0;
  /** Called when something changes that the loop may wait for. */
  wake: () => void = () => {};
  readonly counts: Omit<WorkerStats, "running" | "prefetched" | "unreported"> = {
    calls: 0,
    failed_calls: 0,
    claimed: 0,
    succeeded: 0,
    retried: 0,
    dead_lettered: 0,
    released: 0,
    cancelled: 0,
    lease_lost: 0,
  };

  constructor(readonly settings: Settings) {}

  /** Tells the user; an error in the listener is the listener's own affair. */
  emit(event: WorkerEvent): void {
    try {
      this.settings.onEvent(event);
    } catch (error) {
      console.error("onEvent threw:", error);
    }
  }

  /** Starts handlers for prefetched jobs while there is room. */
  startPrefetched(): void {
    while (this.prefetched.length > 0 && this.running.size < this.settings.concurrency) {
      const job = this.prefetched.shift()!;
      if (isLate(job)) {
        // The engine is about to cancel it; it need not come back before.
        this.report(job, { ...releaseOf(job), delay_seconds: 5 });
        continue;
      }
      const run = new Run(job);
      this.running.add(run);
      this.#follow(run);
    }
  }

  /** Gives a job back, or says how it ended, at the next call. */
  report(job: Job, finished: Finished): void {
    this.outbox.put(job, finished);
    this.wake();
  }

  /** Gives back all jobs that no handler has begun. */
  giveBackPrefetched(jobs: readonly Job[] = this.prefetched): void {
    const given = new Set(jobs);
    this.prefetched = this.prefetched.filter((job) => !given.has(job));
    for (const job of given) this.report(job, releaseOf(job));
  }

  /** Stops waiting for handlers that do not heed their signal, and gives their jobs back. */
  abandonRuns(): void {
    for (const run of this.running) {
      run.stop(new WorkerStopped());
      run.dropped = "the worker stopped before it was done";
      this.report(run.job, releaseOf(run.job));
    }
    this.running.clear();
  }

  async #follow(run: Run): Promise<void> {
    const { job } = run;
    this.emit({ kind: "job_started", job_id: job.job_id, type: job.type, attempt: job.attempt });
    const finished = await run.finish(this.settings, () => this.leases.endOf(job.fence));
    this.running.delete(run);
    if (run.dropped === undefined) this.report(job, finished);
    else {this.emit({
        kind: "result_dropped",
        job_id: job.job_id,
        type: job.type,
        why: run.dropped,
      });}
    this.wake();
  }
}

function releaseOf(job: Job) {
  return { job_id: job.job_id, fence: job.fence, outcome: "released" as const };
}
