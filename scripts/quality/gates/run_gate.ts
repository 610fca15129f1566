import { fileURLToPath } from "node:url";
import { join } from "@std/path";
import type { GatePlan, Source } from "../../../functions/_shared/quality/gates.ts";
import { applyDiff } from "../fix/apply_diff.ts";
import type { Limits } from "../process/limits.ts";
import { type LimitedResult, runLimited } from "../process/run_limited.ts";
import { collectCoverage, coverageEnvironment } from "../results/collect_coverage.ts";
import { parseTestCounts } from "../results/parse_tests.ts";
import { provideDependencies } from "../target/dependencies.ts";
import { makeScratch, type Scratch } from "../target/scratch.ts";
import { toolEnvironment } from "../target/tool_environment.ts";
import { describeRun, type GateOutcome, judge, logFiles, notRun } from "./gate_outcome.ts";

/** One gate of one target. */
export interface GateJob {
  plan: GatePlan;
  source: Source;
  limits: Limits;
  /** Folder for installed dependencies that the gates of a run share. */
  cache: string;
  /** A diff that the copy gets before the gate runs. */
  patch?: Uint8Array | undefined;
  signal?: AbortSignal | undefined;
}

const syntaxCheck = fileURLToPath(new URL("../detect/syntax_check.mjs", import.meta.url));

/**
 * Runs one gate in a fresh copy of the target.
 * @throws QualityFailure when the files of the target cannot be had
 * @throws the signal's reason when it aborts
 */
export async function runGate(job: GateJob): Promise<GateOutcome> {
  const { plan, limits, signal } = job;
  if (plan.command === null) return notRun("skipped", plan, plan.reason);

  await using scratch = await makeScratch(job.source, signal);
  if (job.patch) await applyDiff(scratch, job.patch);
  if (plan.needs_dependencies) {
    const dependencies = await provideDependencies(job.source, scratch, job.cache, limits, signal);
    signal?.throwIfAborted();
    if (dependencies.problem !== null) {
      const outcome = notRun(
        "error",
        plan,
        `Cannot install the dependencies: ${dependencies.problem}`,
      );
      const files = dependencies.install
        ? logFiles(`${plan.gate}.install`, dependencies.install)
        : [];
      return { ...outcome, details: { ...outcome.details, install: "failed" }, files };
    }
  }

  const result = await runTool(job, scratch, plan.command);
  signal?.throwIfAborted();
  return plan.gate === "test" ? await finishTests(job, scratch, result) : finish(job, result);
}

async function runTool(job: GateJob, scratch: Scratch, command: string): Promise<LimitedResult> {
  const { plan, limits, signal } = job;
  const checker = join(scratch.root, "syntax_check.mjs");
  await Deno.copyFile(syntaxCheck, checker);
  return await runLimited({
    command,
    cwd: scratch.work,
    scratch: scratch.root,
    env: {
      ...(await toolEnvironment(scratch)),
      COGO_SYNTAX_CHECK: checker,
      ...(plan.coverage === "v8" && coverageEnvironment(scratch)),
    },
    limits,
    signal,
  });
}

function finish({ plan, limits }: GateJob, result: LimitedResult): GateOutcome {
  return {
    ...judge(result, limits, undefined),
    durationMs: result.durationMs,
    details: describeRun(plan, result, undefined, undefined),
    files: logFiles(plan.gate, result),
  };
}

async function finishTests(
  { plan, limits }: GateJob,
  scratch: Scratch,
  result: LimitedResult,
): Promise<GateOutcome> {
  const output = [result.stdout, result.stderr].map(({ bytes }) => new TextDecoder().decode(bytes));
  const tests = parseTestCounts(output.join("\n"));
  const coverage = await collectCoverage(scratch, plan.coverage === "v8");
  const files = logFiles(plan.gate, result);
  if (coverage) {
    files.push({
      name: "coverage.lcov",
      kind: "coverage",
      mediaType: "text/plain; charset=utf-8",
      bytes: new TextEncoder().encode(coverage.lcov),
    });
  }
  const details = describeRun(plan, result, tests, coverage?.summary);
  return {
    ...judge(result, limits, tests),
    durationMs: result.durationMs,
    details: coverage ? { ...details, coverage_by: coverage.by } : details,
    files,
  };
}
