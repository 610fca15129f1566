import { endAttempt, openAttempt } from "./attempt_span.ts";
import { TransientError } from "./errors.ts";
import { contextOf } from "./context.ts";
import { findHandler } from "./handlers.ts";
import type { Job } from "./job.ts";
import { failed, type Finished, succeeded } from "./outcomes.ts";
import type { Settings } from "./settings.ts";
import type { StopReason } from "./stop_reasons.ts";

/** One handler at work on one job. */
export class Run {
  readonly #controller = new AbortController();
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
    const finished = await span.within(() => this.#handle(settings, endOfLease, span.traceparent));
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
      const context = contextOf(job, this.#controller.signal, endOfLease, settings, traceparent);
      return succeeded(job, await run(job, context));
    } catch (error) {
      return failed(job, error, this.stopped);
    }
  }
}
