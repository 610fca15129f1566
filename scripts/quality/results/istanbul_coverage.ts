import { isAbsolute, join, relative } from "@std/path";
import { z } from "zod";
import { isTest, type LineCoverage } from "./v8_coverage.ts";

const reportSchema = z.record(
  z.string(),
  z.object({
    statementMap: z.record(z.string(), z.object({ start: z.object({ line: z.number() }) })),
    s: z.record(z.string(), z.number()),
  }),
);

/** Merges the raw reports of nyc (istanbul): a line ran when a statement that begins there did. */
export async function readIstanbul(folder: string, work: string): Promise<LineCoverage> {
  const files: LineCoverage = new Map();
  const names = await Array.fromAsync(Deno.readDir(folder)).catch(() => []);
  for (const { name } of names.filter((entry) => entry.isFile && entry.name.endsWith(".json"))) {
    const report = await readReport(join(folder, name));
    for (const [path, { statementMap, s }] of Object.entries(report)) {
      const file = relative(work, path);
      if (file.startsWith("..") || isAbsolute(file) || isTest(file)) continue;
      const lines = files.get(file) ?? new Map<number, boolean>();
      files.set(file, lines);
      for (const [statement, { start }] of Object.entries(statementMap)) {
        lines.set(start.line, (lines.get(start.line) ?? false) || (s[statement] ?? 0) > 0);
      }
    }
  }
  return files;
}

async function readReport(path: string): Promise<z.infer<typeof reportSchema>> {
  try {
    return reportSchema.parse(JSON.parse(await Deno.readTextFile(path)));
  } catch {
    return {}; // Cut short, or no report.
  }
}
