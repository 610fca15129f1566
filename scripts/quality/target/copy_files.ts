import { dirname, isAbsolute, join, normalize } from "@std/path";
import { git } from "./git.ts";
import { QualityFailure } from "./quality_failure.ts";

const mostFiles = 50_000;
const mostBytes = 1024 * 1024 * 1024;
const leftOut = new Set(["node_modules", ".git", ".hg", ".svn", ".cogo"]);

/** Paths of the files that git tracks below a folder, relative to it. */
export async function listTracked(folder: string): Promise<string[]> {
  const listed = await git(["-C", folder, "ls-files", "-z", "--cached"]);
  if (!listed.ok) {
    throw new QualityFailure(`Cannot list the tracked files: ${listed.stderr.trim()}`, false);
  }
  return listed.stdout.split("\0").filter((path) => path !== "");
}

/** Paths of the files below a folder without dependencies, version control and .env files. */
export async function listFolder(folder: string): Promise<string[]> {
  const files: string[] = [];
  const folders = [""];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    for await (const entry of Deno.readDir(join(folder, next))) {
      if (leftOut.has(entry.name) || isSecretFile(entry.name)) continue;
      const path = join(next, entry.name);
      if (entry.isDirectory) folders.push(path);
      else files.push(path);
      if (files.length > mostFiles) throw tooLarge();
    }
  }
  return files;
}

function isSecretFile(name: string): boolean {
  return name === ".npmrc" || (/^\.env(\.|$)/.test(name) && !/example|sample/.test(name));
}

/** Copies files; of links only those that stay inside the copy. Missing files are passed over. */
export async function copyFiles(from: string, to: string, paths: string[]): Promise<void> {
  if (paths.length > mostFiles) throw tooLarge();
  const made = new Set<string>();
  let bytes = 0;
  for (const path of paths) {
    const info = await Deno.lstat(join(from, path)).catch(() => undefined);
    if (!info || info.isDirectory) continue;
    bytes += info.size;
    if (bytes > mostBytes) throw tooLarge();

    const folder = dirname(join(to, path));
    if (!made.has(folder)) await Deno.mkdir(folder, { recursive: true });
    made.add(folder);
    if (info.isSymlink) await copyLink(from, to, path);
    else if (info.isFile) await Deno.copyFile(join(from, path), join(to, path));
  }
}

async function copyLink(from: string, to: string, path: string): Promise<void> {
  const points = await Deno.readLink(join(from, path));
  const lands = normalize(join(dirname(path), points));
  if (isAbsolute(points) || lands === ".." || lands.startsWith("../")) return;
  await Deno.symlink(points, join(to, path));
}

function tooLarge(): QualityFailure {
  return new QualityFailure(
    `Cannot copy the target: it has more than ${mostFiles} files or 1 GB. Name a smaller folder.`,
    false,
  );
}
