import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** One file of `supabase/migrations`. */
export interface Migration {
  /** The digits before the first underscore: `20261123190000`. */
  readonly version: string;
  /** What follows: `first_tables`. */
  readonly name: string;
  /** The file's name without its folder. */
  readonly file: string;
  readonly sql: string;
  /** Extensions named by a first line `-- requires: vector`; empty for the rest. */
  readonly requires: readonly string[];
}

/** Where this checkout keeps its migrations. */
export const migrationsFolder: string = fileURLToPath(
  new URL("../../supabase/migrations/", import.meta.url),
);

/** The extensions that a first line `-- requires: a, b` names. */
export function requiredExtensions(sql: string): string[] {
  const names = /^-- requires:(.*)/.exec(sql)?.[1] ?? "";
  return names.split(",").map((name) => name.trim()).filter((name) => name !== "");
}

/** Reads all migrations of a folder, oldest first. A missing folder holds none. */
export async function readMigrations(folder: string = migrationsFolder): Promise<Migration[]> {
  const names = await readdir(folder).catch(() => [] as string[]);
  const migrations = names.sort().map(async (file) => {
    const parts = /^(\d+)_(.+)\.sql$/.exec(file);
    if (!parts) return undefined;
    const sql = await readFile(`${folder.replace(/[\\/]+$/, "")}/${file}`, "utf8");
    const [, version = "", name = ""] = parts;
    return { version, name, file, sql, requires: requiredExtensions(sql) };
  });
  return (await Promise.all(migrations)).filter((migration) => migration !== undefined);
}
