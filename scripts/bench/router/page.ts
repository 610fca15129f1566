import { writeFile } from "node:fs/promises";
import { markdownTable } from "../table.ts";
import { folder, rewritePart } from "../write_page.ts";
import { type Figure, figureRows, isMet, rounded } from "./figure.ts";
import type { Receipts } from "./receipts.ts";

const rewrite = (name: "bars" | "receipts", text: string) => rewritePart("router.md", name, text);

const load = () => (Deno.loadavg()[0] ?? 0).toFixed(1);
const today = () => new Date().toISOString().slice(0, 10);

/** How much of its bar each figure needs: a bar of full length is exactly at it. */
function barPlot(figures: readonly Figure[]): string {
  const held = figures.filter(({ bar }) => bar !== undefined);
  const rows = held.map((figure, nth) => {
    const [y, bar] = [34 + nth * 40, figure.bar!];
    const share = "most" in bar ? figure.value / bar.most : bar.least / figure.value;
    const width = Math.min(560, share * 400);
    const colour = isMet(figure) ? "#1f7a5c" : "#b4452c";
    const unit = figure.unit === "x" ? "x" : ` ${figure.unit}`;
    return `<text x="16" y="${y}">${figure.what.replace("&", "&amp;")}: ${
      rounded(figure.value)
    }${unit}</text>
<rect x="16" y="${y + 6}" width="${width.toFixed(0)}" height="12" rx="2" fill="${colour}"/>`;
  });
  const height = 34 + held.length * 40;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 ${height}" role="img" aria-label="Measured figures as a share of their bars">
<style>text { font: 13px system-ui, sans-serif; fill: #39424e }</style>
<rect width="100%" height="100%" fill="#ffffff"/>
<text x="416" y="14" text-anchor="middle">bar</text>
<line x1="416" x2="416" y1="20" y2="${height - 8}" stroke="#39424e" stroke-dasharray="3 3"/>
${rows.join("\n")}
</svg>
`;
}

/** Writes the figures into docs/benchmarks, with their plot. */
export async function writeFigures(
  figures: readonly Figure[],
  about: { major: number; rounds: number; loadBefore: string },
): Promise<void> {
  const circumstances = `PostgreSQL ${about.major} with default durability, ` +
    `${navigator.hardwareConcurrency} cores, ${Deno.build.os}, median of ${about.rounds} rounds, ` +
    `measured ${today()}; load average before ${about.loadBefore}, at the end ${load()}.`;
  await rewrite("bars", `${circumstances}\n\n${markdownTable(figureRows(figures))}`);
  await writeFile(`${folder}router.svg`, barPlot(figures));
}

/** Writes what the replay of receipts found into docs/benchmarks. */
export async function writeReceipts(found: Receipts, seed: number): Promise<void> {
  const rows = Object.entries(found).map(([name, value]) => [
    name.replaceAll("_", " "),
    value.toLocaleString("en"),
  ]);
  await rewrite(
    "receipts",
    `Seed ${seed}, measured ${today()}.\n\n${markdownTable([["what", "count"], ...rows])}`,
  );
}
