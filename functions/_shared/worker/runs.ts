import { endAttempt, openAttempt } from "./attempt_span.ts";
import { TransientError } from "./errors.ts";
import { contextOf } from "./context.ts";
import { findHandler } from "./handlers.ts";
import type { Job } from "./job.ts";
import { failed, type Finished, succeeded } from "./outcomes.ts";
import type { Settings } from "./settings.ts";
import { DeadlinePassed, type StopReason } from "./stop_reasons.ts";

/** One handler at work on one job. */
export class Run {
  readonly #controller = new AbortController();
  readonly #atWork = new AbortController();
  /** Set when its end is of no use any more: why. */
  dropped: string | undefined;

  constructor(readonly job: Job) {}

  /** Aborts the handler's signal; the first reason stands. */
  stop(reason: StopReason): void {
    if (!this.#controller.signal.aborted) this.#controller.abort(reason);
  }

  get stopped(): StopReason | undefined {
    return this.#controller.signal.aborted
      ? this.#controller.signal.reason as StopReason
      : undefined;
  }

  /** Runs the handler; never throws. */
  async finish(settings: Settings, endOfLease: () => number | undefined): Promise<Finished> {
    const span = await openAttempt(this.job, settings.worker, settings.executor);
    const timer = this.#stopAtDeadline();
    const finished = await span.within(() => this.#handle(settings, endOfLease, span.traceparent));
    clearTimeout(timer);
    this.#atWork.abort(new Error("the handler that called has ended"));
    endAttempt(span, finished);
    return finished;
  }

  async #handle(
    settings: Settings,
    endOfLease: () => number | undefined,
    traceparent: string,
  ): Promise<Finished> {
    const { job } = this;
    try {
      const run = findHandler(settings.handlers, job.type);
      if (!run) {
        throw new TransientError(`${settings.worker} has no handler for ${job.type}`, {
          stage: "input",
          reason: "dependency_unavailable",
        });
      }
      const { signal } = this.#controller;
      const atWork = this.#atWork.signal;
      const context = contextOf(job, signal, endOfLease, settings, traceparent, atWork);
      return succeeded(job, await run(job, context));
    } catch (error) {
      return failed(job, error, this.stopped);
    }
  }

  /** Stops when the asker does not wait any more; a timer holds no more than 24 days. */
  #stopAtDeadline(): ReturnType<typeof setTimeout> | undefined {
    const { request, job_id } = this.job;
    const left = request ? request.deadline.getTime() - Date.now() : Infinity;
    if (left > 2 ** 31 - 1) return undefined;
    return setTimeout(() => this.stop(new DeadlinePassed(job_id)), Math.max(left, 0));
  }
}
