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
    ...fixesOf(run),
    "| artifact | media type | bytes | sha256 |",
    "|---|---|---|---|",
    ...artifacts,
    "",
  ].join("\n");
}

function fixesOf({ fixes }: QualityRun): string[] {
  if (fixes.length === 0) return [];
  const rows = fixes.map((fix) =>
    `| ${fix.gate} | ${cell(fix.fixer)} | ${fix.result} | ${fix.files_changed} files, ` +
    `+${fix.lines_added} -${fix.lines_removed} | ${fix.before.verdict} → ${fix.after.verdict} | ` +
    `${fix.applies ? "applies" : "does not apply"} |`
  );
  return [
    "| gate | fixer | result | change | run | git apply |",
    "|---|---|---|---|---|---|",
    ...rows,
    "",
  ];
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
