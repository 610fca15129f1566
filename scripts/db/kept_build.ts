import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "@std/path";
import { fileURLToPath } from "node:url";
import { readMigrations } from "./migrations.ts";

const cache = fileURLToPath(new URL("../../node_modules/.cache/cogo/", import.meta.url));
const installed = new URL("../../node_modules/.package-lock.json", import.meta.url);
const hour = 3_600_000;
const day = 24 * hour;

/** The texts of files beside `from`, for what a database depends on. */
export async function fileParts(from: string, names: readonly string[]): Promise<string[]> {
  return await Promise.all(names.map((name) => readFile(new URL(name, from), "utf8")));
}

/** What every database of this checkout depends on: packages, and what lays roles and history. */
export async function baseParts(): Promise<string[]> {
  const own = ["bootstrap", "executor", "history", "migrate", "serve_pglite", "split_statements"];
  return await fileParts(import.meta.url, [installed.href, ...own.map((name) => `./${name}.ts`)]);
}

/** {@link baseParts} and every migration. */
export async function migratedParts(): Promise<string[]> {
  const migrations = await readMigrations();
  return [...await baseParts(), ...migrations.flatMap(({ file, sql }) => [file, sql])];
}

const pathOfMine = (name: string) => join(cache, `making-${name}-${randomUUID()}`);

/** Builds of this name go after a day, and after an hour what a killed process was making. */
async function removeOld(name: string): Promise<void> {
  const kept = new RegExp(`^${name}-[0-9a-f]`);
  const made = new RegExp(`^making-${name}-.+`);
  for (const entry of await readdir(cache)) {
    const age = kept.test(entry) ? day : made.test(entry) ? hour : Infinity;
    const { mtimeMs } = await stat(join(cache, entry)).catch(() => ({ mtimeMs: Infinity }));
    if (Date.now() - mtimeMs <= age) continue;
    const away = pathOfMine(name); // nobody may find half of one
    const isMine = await rename(join(cache, entry), away).then(() => true, () => false);
    if (isMine) await rm(away, { recursive: true, force: true });
  }
}

const hashOf = (parts: readonly string[]) =>
  createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);

/**
 * The path of a file or folder that `make` writes and that is kept for as long as `parts`, which
 * must name all that it depends on, stay the same; made again when they change meanwhile. Whoever
 * asks at the same time may make it too; nobody sees half of one. Kept in node_modules/.cache/cogo;
 * others of its name go after a day.
 */
export async function keptBuild(
  name: string,
  parts: () => Promise<readonly string[]>,
  make: (path: string) => Promise<void>,
): Promise<string> {
  const hash = hashOf(await parts());
  const path = join(cache, `${name}-${hash}`);
  if (existsSync(path)) return path;
  await mkdir(cache, { recursive: true });
  const mine = pathOfMine(name);
  try {
    await make(mine);
    if (hashOf(await parts()) !== hash) return await keptBuild(name, parts, make);
    await rename(mine, path).catch((error) => {
      if (!existsSync(path)) throw error; // somebody else was first
    });
  } finally {
    await rm(mine, { recursive: true, force: true });
  }
  await removeOld(name);
  return path;
}
