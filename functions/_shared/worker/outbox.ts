import type { Job } from "./job.ts";
import type { Finished } from "./outcomes.ts";

/** An end of a job that waits to be taken by the engine. */
export interface Report {
  job: Job;
  finished: Finished;
  /** When it was put in, in local milliseconds. */
  since: number;
  bytes: number;
  /** Whether the engine refused what the handler returned, and this says so instead. */
  replaced: boolean;
}

const callLimit = { reports: 1000, bytes: 4_000_000 };

/** Ends of jobs, kept until the engine has answered for them: a failed call loses none. */
export class Outbox {
  #reports: Report[] = [];

  get size(): number {
    return this.#reports.length;
  }

  /** When the oldest was put in; Infinity when there is none. */
  get oldest(): number {
    return this.#reports[0]?.since ?? Infinity;
  }

  put(job: Job, finished: Finished, replaced = false): void {
    const bytes = finished.outcome === "succeeded" && finished.result !== undefined
      ? JSON.stringify(finished.result).length
      : 200;
    this.#reports.push({ job, finished, since: Date.now(), bytes, replaced });
  }

  /** The oldest that fit into one call, at most one per job. They stay here until {@link drop}. */
  next(): Report[] {
    const taken = new Map<number, Report>();
    let bytes = 0;
    for (const report of this.#reports) {
      bytes += report.bytes;
      if (taken.size === callLimit.reports || (taken.size > 0 && bytes > callLimit.bytes)) break;
      if (!taken.has(report.job.job_id)) taken.set(report.job.job_id, report);
    }
    return [...taken.values()];
  }

  drop(reports: readonly Report[]): void {
    const gone = new Set(reports);
    this.#reports = this.#reports.filter((report) => !gone.has(report));
  }
}
