import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { judge } from "./bars.ts";
import { barsPlot } from "./bars_plot.ts";
import type { ClaimCost } from "./claim_cost.ts";
import { barRows, claimCostRows, resultRows } from "./results_table.ts";
import type { Result } from "./statistics.ts";
import { markdownTable } from "./table.ts";

/** docs/benchmarks. */
export const folder = fileURLToPath(new URL("../../docs/benchmarks/", import.meta.url));

/** The parts of docs/benchmarks/jobs.md that a run writes. */
export type PagePart = "comparison" | "claim-cost";

/** Replaces what stands between `<!-- NAME: begin -->` and `<!-- NAME: end -->`. */
export function replacePart(page: string, name: string, text: string): string {
  const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`Cannot find ${begin} … ${end} in the page`);
  return `${page.slice(0, from + begin.length)}\n\n${text}\n\n${page.slice(to)}`;
}

/** Rewrites the part `name` of the page `file` in docs/benchmarks. */
export async function rewritePart(file: string, name: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const page = await readFile(`${folder}${file}`, "utf8");
  await writeFile(`${folder}${file}`, replacePart(page, name, text));
}

const rewrite = (name: PagePart, text: string) => rewritePart("jobs.md", name, text);

/** Says on what was measured, and when. */
export const circumstances = (major: number, rounds: number): string =>
  `PostgreSQL ${major} with default durability, ${navigator.hardwareConcurrency} cores, ${Deno.build.os}, ` +
  `median of ${rounds} rounds, measured ${
    new Date().toISOString().slice(0, 10)
  }; load average at ` +
  `the end ${(Deno.loadavg()[0] ?? 0).toFixed(1)}.`;

/** Writes the comparison into docs/benchmarks, with its plot. */
export async function writeComparison(
  results: readonly Result[],
  major: number,
  rounds: number,
): Promise<void> {
  const bars = markdownTable(barRows(judge(results)));
  const table = markdownTable(resultRows(results));
  await rewrite("comparison", `${circumstances(major, rounds)}\n\n${bars}\n\n${table}`);
  await writeFile(`${folder}jobs.svg`, barsPlot(results));
}

/** Writes what claims cost into docs/benchmarks. */
export async function writeClaimCost(
  costs: readonly ClaimCost[],
  major: number,
  rounds: number,
): Promise<void> {
  const table = markdownTable(claimCostRows(costs));
  await rewrite("claim-cost", `${circumstances(major, rounds)}\n\n${table}`);
}
