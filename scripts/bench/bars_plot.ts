import type { Result } from "./statistics.ts";

const colours: Readonly<Record<string, string>> = {
  cogo: "#2f7d5d",
  pgmq: "#8a94a6",
  "graphile-worker": "#c9853a",
};

/** Bars of server CPU per job for the whole at k = 1 and k = 50 and for bulk enqueue, as SVG. */
export function barsPlot(results: readonly Result[]): string {
  const groups = [
    { title: "whole, one by one", phase: "whole", k: 1 },
    { title: "whole, 50 a call", phase: "whole", k: 50 },
    { title: "enqueue, 1,000 a call", phase: "bulk_enqueue", k: 1000 },
  ];
  let y = 34;
  const parts: string[] = [];
  for (const { title, phase, k } of groups) {
    const rows = results.filter((row) => row.phase === phase && row.k === k)
      .sort((one, other) => one.engine.localeCompare(other.engine));
    const most = Math.max(...rows.map((row) => row.cpu_us_per_job));
    parts.push(`<text x="16" y="${y}" class="title">${title}</text>`);
    for (const row of rows) {
      y += 22;
      const width = Math.max(2, Math.round(360 * row.cpu_us_per_job / most));
      parts.push(
        `<text x="16" y="${y + 2}">${row.engine}</text>`,
        `<rect x="140" y="${y - 10}" width="${width}" height="15" rx="2" ` +
          `fill="${colours[row.engine] ?? "#888"}"/>`,
        `<text x="${148 + width}" y="${y + 2}">${row.cpu_us_per_job.toFixed(1)} µs</text>`,
      );
    }
    y += 40;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 620 ${y - 14}" role="img" ` +
    `aria-label="Server CPU per job of each engine">
<style>text { font: 13px system-ui, sans-serif; fill: #39424e } .title { font-weight: 600 }</style>
<rect width="100%" height="100%" fill="#ffffff"/>
<text x="604" y="20" text-anchor="end">server CPU per job, less is better</text>
${parts.join("\n")}
</svg>
`;
}
