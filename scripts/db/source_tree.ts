import { cp, mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "@std/path";
import { fileURLToPath } from "node:url";
import { requiredExtensions } from "./migrations.ts";

/** Where this checkout keeps the source of its schema. */
export const sourceFolder: string = fileURLToPath(new URL("../../sql/", import.meta.url));

/** One file of `sql/`. */
export interface SourceFile {
  /** Its path below `sql/` with forward slashes. */
  readonly path: string;
  readonly sql: string;
  /** Extensions named by a first line `-- requires: vector`; empty for the rest. */
  readonly requires: readonly string[];
}

/** Reads all SQL files of the tree in the order of their paths. */
export async function readSourceTree(folder: string = sourceFolder): Promise<SourceFile[]> {
  const entries = await readdir(folder, { recursive: true });
  const paths = entries.map((entry) => entry.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".sql")).sort();
  return await Promise.all(paths.map(async (path) => {
    const sql = await readFile(join(folder, path), "utf8");
    return { path, sql, requires: requiredExtensions(sql) };
  }));
}

/** A temporary copy of the files that need nothing but `extensions`; the caller removes it. */
export async function copySourceTree(
  files: readonly SourceFile[],
  extensions: readonly string[],
): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "cogo-source-"));
  for (const file of files) {
    if (!file.requires.every((name) => extensions.includes(name))) continue;
    await mkdir(dirname(join(folder, file.path)), { recursive: true });
    await cp(join(sourceFolder, file.path), join(folder, file.path));
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
