import { fileURLToPath } from "node:url";
import { isAbsolute, join, relative } from "@std/path";
import { z } from "zod";

const profileSchema = z.object({
  result: z.array(z.object({
    url: z.string(),
    functions: z.array(z.object({
      ranges: z.array(z.object({
        startOffset: z.number(),
        endOffset: z.number(),
        count: z.number(),
      })),
    })),
  })),
  "source-map-cache": z.record(z.string(), z.unknown()).default({}),
});

type ScriptCoverage = z.infer<typeof profileSchema>["result"][number];

/** Lines of one file: line number (from 1) to whether any process ran it. Blank lines are left out. */
export type LineCoverage = Map<string, Map<number, boolean>>;

/**
 * Merges what Node wrote into NODE_V8_COVERAGE: for each file of the copy, but neither
 * dependencies nor tests, which lines ran in at least one process. Files that Node saw in another
 * form than on disk (compiled, instrumented) are left out.
 */
export async function readV8Coverage(folder: string, work: string): Promise<LineCoverage> {
  const files: LineCoverage = new Map();
  const sources = new Map<string, string>();
  for await (const entry of Deno.readDir(folder)) {
    if (!/^coverage-.*\.json$/.test(entry.name)) continue;
    const profile = await readProfile(join(folder, entry.name));
    if (!profile) continue;
    for (const script of profile.result) {
      const file = fileOf(script.url, work);
      if (file === undefined || script.url in profile["source-map-cache"]) continue;
      const source = sources.get(file) ??
        await Deno.readTextFile(join(work, file)).catch(() => undefined);
      if (source === undefined) continue;
      sources.set(file, source);
      merge(files, file, source, script);
    }
  }
  return files;
}

async function readProfile(path: string) {
  try {
    return profileSchema.parse(JSON.parse(await Deno.readTextFile(path)));
  } catch {
    return undefined; // Cut short: the process was killed while it wrote.
  }
}

function fileOf(url: string, work: string): string | undefined {
  if (!url.startsWith("file://")) return undefined;
  const file = relative(work, fileURLToPath(url));
  if (file.startsWith("..") || isAbsolute(file) || file.includes("node_modules/")) return undefined;
  return isTest(file) ? undefined : file;
}

/** Whether a file holds tests rather than what they test. */
export function isTest(file: string): boolean {
  return /(^|\/)(tests?|__tests__|spec)\//.test(file) ||
    /(^|[._-])(test|spec)\.[cm]?[jt]sx?$/.test(file);
}

function merge(files: LineCoverage, file: string, source: string, script: ScriptCoverage): void {
  const ran = new Uint8Array(source.length).fill(1);
  for (const { ranges } of script.functions) {
    for (const { startOffset, endOffset, count } of ranges) {
      if (endOffset > source.length) return;
      ran.fill(count > 0 ? 1 : 0, startOffset, endOffset);
    }
  }

  const lines = files.get(file) ?? new Map<number, boolean>();
  files.set(file, lines);
  let start = 0;
  source.split("\n").forEach((text, index) => {
    // A line counts as run when the first of its characters that matters was.
    const offset = start + text.search(/\S/);
    if (/[^\s{}()[\];,]/.test(text) && !/^\s*(\/\/|\/?\*)/.test(text)) {
      lines.set(index + 1, (lines.get(index + 1) ?? false) || ran[offset] === 1);
    }
    start += text.length + 1;
  });
}
