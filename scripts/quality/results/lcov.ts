import type { CoverageSummary } from "../../../functions/_shared/quality/gates.ts";
import type { LineCoverage } from "./v8_coverage.ts";

/** Writes line coverage as lcov. */
export function toLcov(files: LineCoverage): string {
  const records: string[] = [];
  for (const [file, lines] of [...files].sort(([one], [other]) => one < other ? -1 : 1)) {
    const covered = [...lines.values()].filter(Boolean).length;
    const data = [...lines].sort(([one], [other]) => one - other)
      .map(([line, ran]) => `DA:${line},${ran ? 1 : 0}`);
    records.push(
      ["TN:", `SF:${file}`, ...data, `LF:${lines.size}`, `LH:${covered}`, "end_of_record"].join(
        "\n",
      ),
    );
  }
  return records.length === 0 ? "" : `${records.join("\n")}\n`;
}

/** Sums up an lcov report; undefined when it names no line. */
export function summarizeLcov(lcov: string): CoverageSummary | undefined {
  let lines = 0;
  let covered = 0;
  let files = 0;
  for (const record of lcov.split("end_of_record")) {
    const data = [...record.matchAll(/^DA:\d+,(-?\d+)/gm)];
    if (data.length === 0) continue;
    files++;
    lines += data.length;
    covered += data.filter((match) => Number(match[1]) > 0).length;
  }
  if (lines === 0) return undefined;
  return { lines, covered, percent: Math.round((covered / lines) * 1000) / 10, files };
}
