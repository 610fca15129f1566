import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "@std/path";
import { fileURLToPath } from "node:url";
import { readMigrations } from "./migrations.ts";

const cache = fileURLToPath(new URL("../../node_modules/.cache/cogo/", import.meta.url));
const lock = new URL("../../package-lock.json", import.meta.url);
const day = 86_400_000;

/** What every database of this checkout depends on: packages, and what lays roles and history. */
export async function baseParts(): Promise<string[]> {
  const own = ["./bootstrap.ts", "./history.ts", "./migrate.ts", "./serve_pglite.ts"];
  const files = [lock, ...own.map((name) => new URL(name, import.meta.url))];
  return await Promise.all(files.map((file) => readFile(file, "utf8").catch(() => "")));
}

/** {@link baseParts} and every migration. */
export async function migratedParts(): Promise<string[]> {
  const migrations = await readMigrations();
  return [...await baseParts(), ...migrations.flatMap(({ file, sql }) => [file, sql])];
}

async function removeOld(name: string): Promise<void> {
  const own = new RegExp(`^${name}-[0-9a-f]`);
  for (const entry of (await readdir(cache)).filter((one) => own.test(one))) {
    const { mtimeMs } = await stat(join(cache, entry)).catch(() => ({ mtimeMs: Infinity }));
    if (Date.now() - mtimeMs > day) {
      await rm(join(cache, entry), { recursive: true, force: true });
    }
  }
}

/**
 * The path of a file or folder that `make` writes and that is kept for as long as `parts`, which
 * must name all that it depends on, stay the same. Whoever asks at the same time may make it too;
 * nobody sees half of one. Kept in node_modules/.cache/cogo; others of its name go after a day.
 */
export async function keptBuild(
  name: string,
  parts: readonly string[],
  make: (path: string) => Promise<void>,
): Promise<string> {
  const hash = createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
  const path = join(cache, `${name}-${hash}`);
  if (existsSync(path)) return path;
  await mkdir(cache, { recursive: true });
  const mine = join(cache, `making-${name}-${randomUUID()}`);
  try {
    await make(mine);
    await rename(mine, path).catch((error) => {
      if (!existsSync(path)) throw error; // somebody else was first
    });
  } finally {
    await rm(mine, { recursive: true, force: true });
  }
  await removeOld(name);
  return path;
}
