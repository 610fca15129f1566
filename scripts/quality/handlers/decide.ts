import { gateNames, type Plan, planSchema } from "../../../functions/_shared/quality/gates.ts";
import { type CheckedHandler, handler } from "../../../functions/_shared/worker/handlers.ts";
import type { Job } from "../../../functions/_shared/worker/job.ts";
import { planTarget } from "../gates/plan_target.ts";
import { QualityFailure } from "../target/quality_failure.ts";
import {
  asJobError,
  mayTryAgain,
  rulesFor,
  type Runner,
  type RunPayload,
  runPayloadSchema,
} from "./runner.ts";

/**
 * `orchestrator.decide`: looks at the target, then keeps the plan and enqueues the gates and the
 * aggregate in one transaction. A retry after a crash finds the first plan and its jobs.
 */
export function decide(runner: Runner): CheckedHandler {
  return handler(runPayloadSchema, async (job, ctx) => {
    const run = await runner.api.getRun(job.payload.run_id);
    if (run.verdict !== null) return { verdict: run.verdict };

    const known = planSchema.safeParse(run.plan);
    const plan = known.success ? known.data : await makePlan(runner, job, ctx.signal);
    const planned = await runner.api.planRun(run.run_id, plan, job.id);
    const { target } = job.payload;
    ctx.log(`planned ${target === "." ? "this checkout" : target}: ${describePlan(plan)}`);
    return { plan: planned.plan, job_ids: planned.job_ids };
  });
}

function describePlan({ gates }: Plan): string {
  return gates.map(({ gate, command }) => `${gate} ${command ? "runs" : "skipped"}`).join(", ");
}

async function makePlan(runner: Runner, job: Job<RunPayload>, signal: AbortSignal) {
  try {
    return await planTarget(job.payload.target, rulesFor(runner, job), signal);
  } catch (thrown) {
    if (!(thrown instanceof QualityFailure)) throw thrown;
    if (!mayTryAgain(thrown, job)) await closeUnplanned(runner, job, thrown.message);
    throw asJobError(thrown);
  }
}

/** A run whose target cannot be read is closed, so that nobody waits for it. */
async function closeUnplanned(runner: Runner, job: Job<RunPayload>, why: string): Promise<void> {
  const { run_id } = job.payload;
  const { job_id, fence } = job;
  const verdict = "error";
  await runner.api.recordGateResults(gateNames.map((gate) => (
    { run_id, job_id, fence, gate, verdict, reason: why, duration_ms: 0, details: {} }
  )));
  await runner.api.finishRun(run_id, { reason: why });
}
