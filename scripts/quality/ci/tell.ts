import type { JudgedGate, Judgement } from "./judge.ts";

const round = (value: number) => String(Math.round(value * 100) / 100);

/** A figure with its unit; milliseconds from a second on in seconds. */
function figure(value: number, unit: JudgedGate["unit"]): string {
  if (unit === "%") return `${round(value)} %`;
  return value >= 1000 ? `${round(value / 1000)} s` : `${round(value)} ms`;
}

const seen = ({ value, unit }: JudgedGate) => value === null ? "no data" : figure(value, unit);
const asked = ({ side, bound, unit }: JudgedGate) => `${side} ${figure(bound, unit)}`;

/** What to do when the verdict is not enough data. */
export function nextStep({ gates }: Judgement, minRuns: number): string {
  const missing = gates.filter(({ verdict }) => verdict === "no data").map(({ gate }) => gate);
  if (!missing.includes("pass rate")) return `There is no data on: ${missing.join(", ")}.`;
  const have = gates.find(({ gate }) => gate === "pass rate")?.count ?? 0;
  return `There are ${have} closed quality runs, and ${minRuns} are needed. Run one: ` +
    "npm run -s live:plan -- --target . && npm run -s live:work, or look further back: --window-days.";
}

/** The judgement as lines for a terminal. */
export function tellLines(judgement: Judgement, windowDays: number): string[] {
  return [
    `Quality gate of the last ${windowDays} days: ${judgement.verdict}`,
    ...judgement.gates.map((gate) =>
      `  ${gate.gate.padEnd(17)}${seen(gate).padStart(10)}  ${asked(gate).padEnd(16)} ` +
      `${gate.verdict.padEnd(8)} ${gate.count} ${gate.of}`
    ),
  ];
}

/** The judgement as a section of a GitHub step summary. */
export function tellMarkdown(judgement: Judgement, windowDays: number, note: string): string {
  return [
    `### Quality gate: ${judgement.verdict}`,
    "",
    `| gate of the last ${windowDays} days | seen | asked | verdict | on |`,
    "|---|---:|---|---|---|",
    ...judgement.gates.map((gate) =>
      `| ${gate.gate} | ${seen(gate)} | ${
        asked(gate)
      } | ${gate.verdict} | ${gate.count} ${gate.of} |`
    ),
    "",
    ...(note === "" ? [] : [note, ""]),
  ].join("\n");
}
