import { gateNames } from "../../../functions/_shared/quality/gates.ts";
import type { QualityRun } from "../../../functions/_shared/quality/quality_run.ts";
import { type CheckedHandler, handler } from "../../../functions/_shared/worker/handlers.ts";
import type { Job } from "../../../functions/_shared/worker/job.ts";
import type { ArtifactFile } from "../gates/gate_outcome.ts";
import { keepFiles, linksTo, type Runner, type RunPayload, runPayloadSchema } from "./runner.ts";
import { toMarkdown } from "./summary_markdown.ts";

/**
 * `quality.aggregate`: closes the run. It starts when all gates are closed, whatever their outcome;
 * a gate whose job left no result counts as an error.
 */
export function aggregate(runner: Runner): CheckedHandler {
  return handler(runPayloadSchema, async (job, ctx) => {
    const { run_id } = job.payload;
    await fillGaps(runner, job, await runner.api.getRun(run_id));

    const run = await runner.api.getRun(run_id);
    const finished = await runner.api.finishRun(run_id, sumUp(run));
    ctx.log(`${finished.verdict}: ${finished.summary["reason"]}`);
    const closed = { ...run, ...finished };
    const artifacts = await keepFiles(runner, job, summaryFiles(closed));
    return { ...finished, artifacts: linksTo(artifacts) };
  });
}

async function fillGaps(runner: Runner, job: Job<RunPayload>, run: QualityRun): Promise<void> {
  const missing = gateNames.filter((gate) => !run.gates.some((result) => result.gate === gate));
  if (run.verdict !== null || missing.length === 0) return;
  await runner.api.recordGateResults(missing.map((gate) => {
    const gateJob = run.jobs.find((known) =>
      [`quality.${gate}`, "quality.gate"].includes(known.type)
    );
    const state = gateJob ? `ended as ${gateJob.state}` : "was not found";
    return {
      run_id: run.run_id,
      gate,
      job_id: gateJob?.job_id ?? job.job_id,
      fence: 0,
      verdict: "error",
      reason: `Its job ${state} and left no result.`,
      duration_ms: 0,
      details: {},
    };
  }));
}

/** What is kept in cogo.quality_runs.summary beside the reason for the verdict. */
function sumUp(run: QualityRun): Record<string, unknown> {
  const test = run.gates.find((result) => result.gate === "test")?.details ?? {};
  return {
    gates: Object.fromEntries(run.gates.map(({ gate, verdict }) => [gate, verdict])),
    tool_ms: run.gates.reduce((sum, { duration_ms }) => sum + duration_ms, 0),
    tests: test["tests"] ?? null,
    coverage: test["coverage"] ?? null,
    artifacts: run.artifacts.length,
    ...(run.kind === "gate_fix" &&
      { fixes: run.fixes.map(({ fixer, gate, result }) => ({ fixer, gate, result })) }),
  };
}

function summaryFiles(run: QualityRun): ArtifactFile[] {
  const { kind, iso_week, target, verdict, summary, gates, fixes, artifacts } = run;
  const facts = {
    run_id: run.run_id,
    kind,
    iso_week,
    target,
    verdict,
    summary,
    gates,
    fixes,
    artifacts,
  };
  const encode = (text: string) => new TextEncoder().encode(text);
  return [
    {
      name: "summary.json",
      kind: "summary",
      mediaType: "application/json",
      bytes: encode(`${JSON.stringify(facts, null, 2)}\n`),
    },
    {
      name: "summary.md",
      kind: "summary",
      mediaType: "text/markdown; charset=utf-8",
      bytes: encode(toMarkdown(run)),
    },
  ];
}
