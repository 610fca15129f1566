import { claimedJobs } from "./claimed_jobs.ts";
import { cancelJobs, loseLease } from "./interruptions.ts";
import { messageOf } from "./outcomes.ts";
import type { Report } from "./outbox.ts";
import type { State } from "./state.ts";
import { CallError } from "./transport.ts";
import { type WorkAnswer, workAnswer } from "./wire.ts";

/** What a turn came to. */
export interface TurnResult {
  /** How many jobs it asked for and got. */
  want: number;
  got: number;
  /** Whether the engine wishes the worker to drain; undefined when it did not say. */
  drain: boolean | undefined;
}

/**
 * One fused `work` call: reports what has ended, renews what is due, claims what there is room for.
 * Throws a CallError when it got no answer; then nothing is lost and all of it is sent again.
 */
export async function takeTurn(state: State, want: number): Promise<TurnResult> {
  const reports = state.outbox.next();
  const reported = new Set(reports.map((report) => report.job.job_id));
  const renew = state.leases.due(Date.now(), reported);
  const { settings } = state;
  const sentAt = Date.now();
  const body = await settings.call("work", {
    worker: settings.worker,
    finished: reports.map((report) => report.finished),
    renew,
    want,
    executor: settings.executor,
  }, settings.callTimeoutMs);
  state.counts.calls++;
  const answer = workAnswer.safeParse(body);
  if (!answer.success) {
    throw new CallError(`work answered something else: ${messageOf(answer.error)}`, 502);
  }
  if (answer.data.now) state.leases.learnClock(answer.data.now, sentAt, Date.now());
  settle(state, reports, answer.data);
  renewed(state, answer.data);
  for (const { lease_expires_at, ...job } of claimedJobs(answer.data, state.leases)) {
    state.leases.hold(job.fence, job.job_id, lease_expires_at);
    state.prefetched.push(job);
  }
  state.counts.claimed += answer.data.jobs.length;
  return { want, got: answer.data.jobs.length, drain: answer.data.drain };
}

/**
 * The engine refuses a call because of something in it: sends each report alone, and says of one
 * that is refused again that its result cannot be taken.
 */
export async function isolateRefusal(state: State): Promise<void> {
  for (const report of state.outbox.next()) {
    const body = { worker: state.settings.worker, finished: [report.finished] };
    try {
      const answer = workAnswer.parse(
        await state.settings.call("work", body, state.settings.callTimeoutMs),
      );
      settle(state, [report], answer);
    } catch (error) {
      if (!(error instanceof CallError) || !error.isRefusal) throw error;
      refuse(state, report, error);
    }
  }
}

function refuse(state: State, report: Report, error: CallError): void {
  const { job, finished, replaced } = report;
  state.outbox.drop([report]);
  if (replaced) {
    state.leases.letGo(job.fence, job.job_id);
    state.emit({
      kind: "result_dropped",
      job_id: job.job_id,
      type: job.type,
      why: `refused: ${error.message}`,
    });
    return;
  }
  state.outbox.put(job, {
    job_id: job.job_id,
    fence: job.fence,
    outcome: "failed",
    error: {
      class: "validation",
      stage: "output",
      reason: "validation_failed",
      message: messageOf(`The engine refused the ${finished.outcome} report: ${error.message}`),
    },
  }, true);
}

function settle(state: State, reports: readonly Report[], answer: WorkAnswer): void {
  const outcomes = new Map(answer.finished.map((row) => [row.job_id, row]));
  state.outbox.drop(reports);
  for (const { job } of reports) {
    const told: Partial<WorkAnswer["finished"][number]> = outcomes.get(job.job_id) ?? {};
    const { outcome = "lease_lost", retry_at, error } = told;
    const of = { job_id: job.job_id, type: job.type };
    state.leases.letGo(job.fence, job.job_id);
    if (Object.hasOwn(state.counts, outcome)) state.counts[outcome as "succeeded"]++;
    if (outcome === "retried" && retry_at) {
      state.nextRetryAt = Math.max(state.nextRetryAt, Date.parse(retry_at));
    }
    if (outcome === "lease_lost") state.emit({ kind: "lease_lost", ...of, certain: true });
    state.emit({ kind: "job_settled", ...of, outcome, ...(retry_at ? { retry_at } : {}) });
    if (error) state.emit({ kind: "result_refused", ...of, why: error.message });
  }
}

function renewed(state: State, answer: WorkAnswer): void {
  for (const { fence, lease_expires_at, cancelled } of answer.renewed) {
    if (lease_expires_at === null) loseLease(state, fence, true);
    else state.leases.renewed(fence, lease_expires_at);
    if (cancelled && cancelled.length > 0) cancelJobs(state, fence, cancelled);
  }
}
