/** `ctx.signal.reason` when the job is no longer ours: its lease has ended. */
export class LeaseLost extends Error {
  override readonly name = "LeaseLost";
  /**
   * @param certain true: the engine said so, and the result will be dropped. false: the lease ran
   * out while the engine could not be reached; a result is still offered, under its fence.
   */
  constructor(readonly jobId: number, readonly fence: number, readonly certain: boolean) {
    super(`The lease of job ${jobId} (fence ${fence}) ${certain ? "is lost" : "has run out"}`);
  }
}

/** `ctx.signal.reason` when somebody asked to cancel the job. */
export class JobCancelled extends Error {
  override readonly name = "JobCancelled";
  constructor(readonly jobId: number) {
    super(`Job ${jobId} is cancelled`);
  }
}

/** `ctx.signal.reason` when the worker stops and its patience is over; the job is given back. */
export class WorkerStopped extends Error {
  override readonly name = "WorkerStopped";
  constructor() {
    super("The worker is stopping");
  }
}

/** `ctx.signal.reason` when nobody waits for this job's reply any more: its request's time is over. */
export class DeadlinePassed extends Error {
  override readonly name = "DeadlinePassed";
  constructor(readonly jobId: number) {
    super(`The time of request ${jobId} is over`);
  }
}

/** What `ctx.signal.reason` can be. */
export type StopReason = LeaseLost | JobCancelled | WorkerStopped | DeadlinePassed;
