import {
  type GateName,
  type GatePlan,
  type Plan,
  planSchema,
  type Source,
} from "../../../functions/_shared/quality/gates.ts";
import { PermanentError } from "../../../functions/_shared/worker/errors.ts";
import { type CheckedHandler, handler } from "../../../functions/_shared/worker/handlers.ts";
import type { Job } from "../../../functions/_shared/worker/job.ts";
import { type ArtifactFile, type GateOutcome, notRun } from "../gates/gate_outcome.ts";
import { runGate } from "../gates/run_gate.ts";
import { QualityFailure } from "../target/quality_failure.ts";
import { findSource } from "../target/source.ts";
import {
  asJobError,
  keepFiles,
  linksTo,
  mayTryAgain,
  rulesFor,
  type Runner,
  type RunPayload,
  runPayloadSchema,
} from "./runner.ts";

/**
 * `quality.lint`, `quality.check`, `quality.test`: runs the gate of the plan, stores its files and
 * records its verdict. A failed gate is a result; the job itself fails only when it cannot work.
 */
export function gate(runner: Runner, name: GateName): CheckedHandler {
  return handler(runPayloadSchema, async (job, ctx) => {
    const run = await runner.api.getRun(job.payload.run_id);
    const plan = planSchema.safeParse(run.plan);
    if (!plan.success) {
      throw new PermanentError(`Run ${run.run_id} has no plan to work by`, { stage: "input" });
    }

    const command = plan.data.gates.find((planned) => planned.gate === name)?.command;
    ctx.log(command ? `runs: ${command}` : "has nothing to run");
    const outcome = await outcomeOf(runner, job, plan.data, name, ctx.signal);
    const files = outcome.verdict === "skipped" ? [] : [...outcome.files, report(name, outcome)];
    const artifacts = await keepFiles(runner, job, files);
    const { verdict, reason, durationMs, details } = outcome;
    const result = { gate: name, verdict, reason, duration_ms: durationMs, details };
    const { run_id } = job.payload;
    const { job_id, fence } = job;
    await runner.api.recordGateResults([{ ...result, run_id, job_id, fence }]);
    ctx.log(`${verdict} after ${(durationMs / 1000).toFixed(1)} s${reason ? `: ${reason}` : ""}`);
    return { ...result, artifacts: linksTo(artifacts) };
  });
}

async function outcomeOf(
  runner: Runner,
  job: Job<RunPayload>,
  plan: Plan,
  name: GateName,
  signal: AbortSignal,
): Promise<GateOutcome> {
  const found = plan.gates.find((planned) => planned.gate === name);
  const gatePlan: GatePlan = found ?? {
    gate: name,
    command: null,
    reason: "The plan does not name this gate.",
    needs_dependencies: false,
    coverage: "none",
  };
  try {
    const { limits, cache } = runner;
    const source = await sourceHere(runner, job, plan);
    return await runGate({ plan: gatePlan, source, limits, cache, signal });
  } catch (thrown) {
    if (!(thrown instanceof QualityFailure)) throw thrown;
    if (mayTryAgain(thrown, job)) throw asJobError(thrown);
    return notRun("error", gatePlan, thrown.message);
  }
}

/** The planned commit of a git URL; a folder is looked up anew, as this may be another machine. */
export async function sourceHere(
  runner: Runner,
  job: Job<RunPayload>,
  plan: Plan,
): Promise<Source> {
  if (plan.source.kind === "git") return plan.source;
  return await findSource(job.payload.target, rulesFor(runner, job));
}

/** A gate's outcome as a file. */
export function report(name: GateName, outcome: GateOutcome): ArtifactFile {
  const { verdict, reason, durationMs, details } = outcome;
  const content = { gate: name, verdict, reason, duration_ms: durationMs, details };
  return {
    name: `${name}.report.json`,
    kind: "report",
    mediaType: "application/json",
    bytes: new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`),
  };
}
