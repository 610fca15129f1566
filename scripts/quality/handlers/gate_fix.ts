import { gateNames, type Plan, planSchema } from "../../../functions/_shared/quality/gates.ts";
import type { QualityRun } from "../../../functions/_shared/quality/quality_run.ts";
import { type CheckedHandler, handler } from "../../../functions/_shared/worker/handlers.ts";
import type { Job } from "../../../functions/_shared/worker/job.ts";
import { planTarget } from "../gates/plan_target.ts";
import { QualityFailure } from "../target/quality_failure.ts";
import { report, sourceHere } from "./gate.ts";
import type { Fix } from "./fix.ts";
import { type Checked, mendGates } from "./mend_gates.ts";
import type { RecordedFix } from "./quality_api.ts";
import { runGates } from "./run_gates.ts";
import {
  asJobError,
  keepFiles,
  mayTryAgain,
  rulesFor,
  type Runner,
  type RunPayload,
  runPayloadSchema,
} from "./runner.ts";
import { tellAll } from "./told_outcomes.ts";

type GateJob = Job<RunPayload>;

/**
 * `quality.gate`: runs all gates of a target, tries the fixers of those that fail in scratch copies,
 * and records both. The verdicts are the target's as it is: a fix changes none of them, and the
 * target is never written. The run is closed by its `quality.aggregate`.
 */
export function gateFix(runner: Runner): CheckedHandler {
  return handler(runPayloadSchema, async (job: GateJob, ctx) => {
    const run = await runner.api.getRun(job.payload.run_id);
    if (run.verdict !== null) return { verdict: run.verdict };

    const say = (line: string) => ctx.log(line);
    try {
      const plan = await planOf(runner, job, run, ctx.signal);
      const source = await sourceHere(runner, job, plan);
      const outcomes = await runGates(runner, source, plan.gates, ctx.signal);
      const checked = { source, plans: plan.gates, outcomes };
      say(tellAll(outcomes));
      await keepOutcomes(runner, job, checked);
      const fixes = await mendGates(runner, checked, ctx.signal, say);
      const recorded = await keepFixes(runner, job, fixes);
      for (const { gate, fixer, result } of recorded) say(`${gate}: ${fixer} ${result ?? "late"}`);
      return {
        gates: Object.fromEntries([...outcomes].map(([gate, { verdict }]) => [gate, verdict])),
        fixes: recorded,
      };
    } catch (thrown) {
      if (!(thrown instanceof QualityFailure)) throw thrown;
      if (!mayTryAgain(thrown, job)) await giveUp(runner, job, thrown.message);
      throw asJobError(thrown);
    }
  });
}

/** The plan that was kept by an attempt before this one, else a new one. */
async function planOf(
  runner: Runner,
  job: GateJob,
  run: QualityRun,
  signal: AbortSignal,
): Promise<Plan> {
  const known = planSchema.safeParse(run.plan);
  if (known.success) return known.data;
  const plan = await planTarget(job.payload.target, rulesFor(runner, job), signal);
  return planSchema.parse((await runner.api.planRun(run.run_id, plan, job.id)).plan);
}

async function keepOutcomes(runner: Runner, job: GateJob, { outcomes }: Checked): Promise<void> {
  const files = [...outcomes].flatMap(([gate, outcome]) =>
    outcome.verdict === "skipped" ? [] : [...outcome.files, report(gate, outcome)]
  );
  await keepFiles(runner, job, files);
  const { job_id, fence, payload: { run_id } } = job;
  await runner.api.recordGateResults(
    [...outcomes].map(([gate, { verdict, reason, durationMs, details }]) => (
      { run_id, job_id, fence, gate, verdict, reason, duration_ms: durationMs, details }
    )),
  );
}

async function keepFixes(runner: Runner, job: GateJob, fixes: Fix[]): Promise<RecordedFix[]> {
  const { job_id, fence, payload: { run_id } } = job;
  const rows = [];
  for (const { files, ...fix } of fixes) {
    await keepFiles(runner, job, files);
    rows.push({ ...fix, run_id, job_id, fence, artifacts: files.map(({ name }) => name) });
  }
  return await runner.api.recordGateFixes(rows);
}

/** A target that cannot be read leaves every gate untold, with the reason. */
async function giveUp(runner: Runner, job: GateJob, why: string): Promise<void> {
  const { job_id, fence, payload: { run_id } } = job;
  const verdict = "error";
  await runner.api.recordGateResults(gateNames.map((gate) => (
    { run_id, job_id, fence, gate, verdict, reason: why, duration_ms: 0, details: {} }
  )));
}
