import { type Compared, fails } from "./compare.ts";

/** A run's verdict and all that it rests on: regression.json. */
export interface Report {
  readonly at: string;
  readonly commit: string | null;
  readonly verdict: "passed" | "regressed";
  readonly seconds: number;
  readonly figures: readonly Compared[];
}

const cell = (value: number | null) => value === null ? "" : String(value);
const row = ({ name, verdict, expected, bound, value }: Compared) =>
  `| ${fails({ verdict } as Compared) ? `**${verdict}**` : verdict} | ${name} | ` +
  `${cell(value)} | ${cell(expected)} | ${cell(bound)} |`;

/** regression.md: the verdict, what fails first, then everything. */
export function pageOf(report: Report): string {
  const failing = report.figures.filter(fails);
  const head = ["| verdict | figure | value | baseline | at most |", "|---|---|--:|--:|--:|"];
  const better = report.figures.filter(({ verdict }) => verdict === "better");
  return [
    `# Regression report: ${report.verdict}`,
    "",
    `${report.figures.length} figures in ${report.seconds} s` +
    `${report.commit === null ? "" : `, commit ${report.commit}`}, ${report.at}. Counts must be ` +
    "equal; ratios are to raw pgmq in the same run on the same machine, so a slow machine changes " +
    "them little.",
    "",
    ...failing.length > 0 ? ["## What fails", "", ...head, ...failing.map(row), ""] : [],
    ...better.length > 0
      ? [`${better.length} figures are far better: \`npm run regression -- --write-baseline\`.`, ""]
      : [],
    "## All figures",
    "",
    ...head,
    ...report.figures.map(row),
    "",
    "![Ratios and their bounds](regression.svg)",
    "",
  ].join("\n");
}

/** regression.svg: each ratio as a bar, its bound as a mark. */
export function plotOf(report: Report): string {
  const bars = report.figures.flatMap(({ name, value, bound, verdict }) =>
    value === null || bound === null ? [] : [{ name, value, bound, verdict }]
  );
  const most = Math.max(1, ...bars.flatMap(({ value, bound }) => [value, bound]));
  const place = (value: number) => 290 + Math.round(300 * value / most);
  const parts = bars.map(({ name, value, bound, verdict }, nth) => {
    const y = 46 + nth * 22;
    const colour = verdict === "worse" ? "#b3261e" : "#2f7d5d";
    return `<text x="12" y="${y}">${name.replace("beside pgmq: ", "")}</text>` +
      `<rect x="290" y="${y - 11}" width="${place(value) - 290}" height="14" rx="2" ` +
      `fill="${colour}"/><line x1="${place(bound)}" x2="${place(bound)}" y1="${y - 13}" ` +
      `y2="${y + 5}" stroke="#39424e" stroke-width="2"/>` +
      `<text x="${place(Math.max(value, bound)) + 8}" y="${y}">${value}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 660 ${
    50 + bars.length * 22
  }" role="img" aria-label="Cost beside raw pgmq, with the bound of each">
<style>text { font: 12px system-ui, sans-serif; fill: #39424e }</style>
<rect width="100%" height="100%" fill="#ffffff"/>
<text x="12" y="20">cost of a job as a multiple of raw pgmq's; the mark is the most that passes</text>
${parts.join("\n")}
</svg>
`;
}
