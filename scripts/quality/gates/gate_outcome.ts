import type {
  CoverageSummary,
  GatePlan,
  GateVerdict,
  TestCounts,
} from "../../../functions/_shared/quality/gates.ts";
import { describeStop, type Limits } from "../process/limits.ts";
import type { LimitedResult } from "../process/run_limited.ts";

/** A file that a gate leaves behind, before it is stored. */
export interface ArtifactFile {
  /** Plain file name, unique within one job. */
  name: string;
  kind: "log" | "report" | "coverage" | "summary" | "diff" | "eslint" | "other";
  mediaType: string;
  bytes: Uint8Array;
}

/** What one gate came to. */
export interface GateOutcome {
  verdict: GateVerdict;
  /** One sentence; null only when the gate passed. */
  reason: string | null;
  durationMs: number;
  /** As kept in cogo.gate_results.details. */
  details: Record<string, unknown>;
  files: ArtifactFile[];
}

/** A gate that did not run. */
export function notRun(verdict: "skipped" | "error", plan: GatePlan, reason: string): GateOutcome {
  return { verdict, reason, durationMs: 0, details: { command: plan.command }, files: [] };
}

// How test tools say that there is nothing to run; published packages often leave their tests out.
const noTests = /\bno tests? (files? |modules? )?found\b|\bcould not find any test files\b/i;

/** The rule by which a tool's end becomes a verdict. */
export function judge(
  result: LimitedResult,
  limits: Limits,
  tests: TestCounts | undefined,
): Pick<GateOutcome, "verdict" | "reason"> {
  if (result.stoppedBy !== null) {
    return { verdict: "failed", reason: describeStop(result.stoppedBy, limits) };
  }
  if (result.exitCode === 0) return { verdict: "passed", reason: null };
  if (result.exitCode === 127 || result.exitCode === 126) {
    return { verdict: "error", reason: `The tool was not found: ${lastLine(result)}` };
  }
  if (tests !== undefined && tests.failed > 0) {
    return { verdict: "failed", reason: `${tests.failed} of ${tests.total} tests failed.` };
  }
  const line = lastLine(result);
  if (tests === undefined && noTests.test(line)) {
    return { verdict: "skipped", reason: `Its test command found no tests: ${line}` };
  }
  const more = line === "" ? "" : `: ${line}`;
  return { verdict: "failed", reason: `It ended with exit code ${result.exitCode}${more}` };
}

/** Facts about a tool's run for people and dashboards. */
export function describeRun(
  plan: GatePlan,
  result: LimitedResult,
  tests: TestCounts | undefined,
  coverage: CoverageSummary | undefined,
): Record<string, unknown> {
  return {
    command: plan.command,
    found: plan.reason,
    exit_code: result.exitCode,
    stopped_by: result.stoppedBy,
    peak_memory_mb: Math.round(result.peaks.memoryMb),
    peak_processes: result.peaks.processes,
    stdout_bytes: result.stdout.totalBytes,
    stderr_bytes: result.stderr.totalBytes,
    ...(tests && { tests }),
    ...(coverage && { coverage }),
  };
}

/** The logs of a tool as files: `<name>.stdout.log` and `<name>.stderr.log`, empty ones left out. */
export function logFiles(name: string, result: LimitedResult): ArtifactFile[] {
  return (["stdout", "stderr"] as const)
    .filter((stream) => result[stream].totalBytes > 0)
    .map((stream) => ({
      name: `${name}.${stream}.log`,
      kind: "log",
      mediaType: "text/plain; charset=utf-8",
      bytes: result[stream].bytes,
    }));
}

/** The line that most likely says what went wrong: the last that names a problem, else the last. */
function lastLine(result: LimitedResult): string {
  const lines = [result.stdout, result.stderr].flatMap(({ bytes }) =>
    new TextDecoder().decode(bytes).split("\n").map((line) => line.trim())
  ).filter((line) => /[a-z]/i.test(line));
  const telling = lines.filter((line) => /\b(error|failed|failure|not found|cannot)\b/i.test(line));
  return (telling.pop() ?? lines.pop() ?? "").slice(0, 300);
}
