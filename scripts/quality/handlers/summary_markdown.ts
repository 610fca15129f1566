import { coverageSchema, testCountsSchema } from "../../../functions/_shared/quality/gates.ts";
import type { GateResult, QualityRun } from "../../../functions/_shared/quality/quality_run.ts";

/** A run as a page for people. */
export function toMarkdown(run: QualityRun): string {
  const rows = run.gates.map((result) =>
    `| ${result.gate} | ${result.verdict} | ${(result.duration_ms / 1000).toFixed(1)} s | ${
      cell(describeGate(result))
    } |`
  );
  const artifacts = run.artifacts.map(({ name, media_type, size_bytes, sha256 }) =>
    `| ${name} | ${media_type} | ${size_bytes} | \`${sha256}\` |`
  );
  return [
    `# Quality run of ${run.target}, ${run.iso_week}: ${run.verdict ?? "open"}`,
    "",
    String(run.summary["reason"] ?? ""),
    "",
    "| gate | verdict | time | |",
    "|---|---|---|---|",
    ...rows,
    "",
    "| artifact | media type | bytes | sha256 |",
    "|---|---|---|---|",
    ...artifacts,
    "",
  ].join("\n");
}

/** One line on a gate: why it did not pass, else its test counts and coverage. */
export function describeGate({ verdict, reason, details }: GateResult): string {
  const tests = testCountsSchema.safeParse(details["tests"]);
  const coverage = coverageSchema.safeParse(details["coverage"]);
  return [
    verdict === "passed" ? "" : reason ?? "",
    tests.success ? `${tests.data.passed} of ${tests.data.total} tests passed` : "",
    coverage.success ? `${coverage.data.percent} % of ${coverage.data.lines} lines covered` : "",
  ].filter((text) => text !== "").join("; ");
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}
