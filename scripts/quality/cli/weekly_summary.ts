import { gateNames } from "../../../functions/_shared/quality/gates.ts";
import type { GateResult, QualityRun } from "../../../functions/_shared/quality/quality_run.ts";
import { describeGate } from "../handlers/summary_markdown.ts";

/** An artifact and where to fetch it: a signed link that lives a day, or what wants a key. */
export interface ArtifactLink {
  name: string;
  sha256: string;
  size_bytes: number;
  media_type: string;
  url: string;
}

/** What the run came to. */
export interface WeeklyRunSummary {
  run_id: string;
  verdict: "passed" | "failed" | "error";
  reason: string;
  /** Count of the run's jobs by state; all six states are there. */
  jobs: Record<"queued" | "assigned" | "running" | "succeeded" | "failed" | "cancelled", number>;
  gates: (Pick<GateResult, "gate" | "verdict" | "reason" | "duration_ms"> & { text: string })[];
  artifacts: ArtifactLink[];
  /** Wall time of this call. */
  seconds: number;
}

/**
 * Sums a closed run up.
 * @param linkOf where an artifact is fetched, by its id
 * @param seconds the wall time of the call
 */
export function summaryOf(
  run: QualityRun,
  linkOf: (artifactId: string) => string,
  seconds: number,
): WeeklyRunSummary {
  const jobs = { queued: 0, assigned: 0, running: 0, succeeded: 0, failed: 0, cancelled: 0 };
  for (const { state } of run.jobs) jobs[state]++;
  const gates = gateNames.flatMap((name) => run.gates.filter(({ gate }) => gate === name));
  return {
    run_id: run.run_id,
    verdict: run.verdict ?? "error",
    reason: String(run.summary["reason"] ?? ""),
    jobs,
    gates: gates.map((result) => ({
      gate: result.gate,
      verdict: result.verdict,
      reason: result.reason,
      duration_ms: result.duration_ms,
      text: `${result.gate.padEnd(6)}${result.verdict.padEnd(8)}` +
        `${(result.duration_ms / 1000).toFixed(1).padStart(6)} s  ${describeGate(result)}`,
    })),
    artifacts: run.artifacts.map(({ id, name, sha256, size_bytes, media_type }) => ({
      name,
      sha256,
      size_bytes,
      media_type,
      url: linkOf(id),
    })),
    seconds: Math.round(seconds * 10) / 10,
  };
}
