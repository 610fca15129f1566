import { join } from "@std/path";
import { checkout } from "../cli/connect.ts";
import type { RecentRun } from "./prove_fix.ts";

/** What a gate run of one package came to. */
export interface GateFigures {
  name: string;
  added: string | null;
  seconds: number;
  run: RecentRun;
  /** Files that opened over the gateway with the bytes that were recorded. */
  opened: number;
  isUntouched: boolean;
  /** Diffs that git apply took on a copy. */
  applied: number;
  isProved: boolean;
}

type Side = RecentRun["fixes"][number]["before"];

const tell = ({ gates }: Side) => gates.map(({ gate, verdict }) => `${gate} ${verdict}`).join(", ");

function rowsOf(
  { name, added, run, seconds, opened, isUntouched, applied }: GateFigures,
): string[] {
  const files = `${opened} of ${run.artifacts.length}`;
  return run.fixes.map((fix) =>
    [
      "",
      added === null ? name : `${name} ¹`,
      fix.fixer,
      `${fix.files_changed}, +${fix.lines_added} -${fix.lines_removed}`,
      tell(fix.before),
      tell(fix.after),
      fix.result,
      `${applied} of ${run.fixes.length}`,
      files,
      isUntouched ? "yes" : "no",
      String(seconds),
      "",
    ].join(" | ").trim()
  );
}

const begin = "<!-- gate-fix: begin -->";
const end = "<!-- gate-fix: end -->";

/** Writes the figures between the marks of docs/benchmarks/gate-fix.md. */
export async function writePage(figures: GateFigures[]): Promise<void> {
  const file = join(checkout, "docs", "benchmarks", "gate-fix.md");
  const text = await Deno.readTextFile(file);
  const added = figures.filter((each) => each.added !== null);
  const table = [
    `\`deno task quality:try --gate --write\`, ${new Date().toISOString().slice(0, 10)}:`,
    "",
    "| package | fixer | files and lines | before | after | result | `git apply` | files opened | target untouched | s |",
    "| --- | --- | --- | --- | --- | --- | --- | --- | --- | ---: |",
    ...figures.flatMap(rowsOf),
    "",
    ...added.map(({ name, added }) => `¹ ${name} as published, with ${added}.`),
  ].join("\n");
  const [head = "", rest = ""] = text.split(begin);
  const tail = rest.split(end)[1] ?? "";
  await Deno.writeTextFile(file, `${head}${begin}\n\n${table}\n\n${end}${tail}`);
}
