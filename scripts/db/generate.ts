// deno task db:generate NAME [--allow-drops]: writes the migration that sql/ asks for.
import { writeFile } from "node:fs/promises";
import { join } from "@std/path";
import { parseArgs } from "node:util";
import { compareWithSource, type Pass } from "./compare_with_source.ts";
import { migrate } from "./migrate.ts";
import { migrationsFolder, readMigrations } from "./migrations.ts";
import { openImage } from "./serve_pglite.ts";

// A change that must wait for a lock gives up rather than stand in everybody's way.
const patience = "set local lock_timeout = '5s';\n\n";

/** The next free version: now in UTC as digits, or one second after the newest migration. */
async function nextVersion(): Promise<string> {
  const newest = (await readMigrations()).at(-1)?.version ?? "0";
  const now = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  return now > newest ? now : String(BigInt(newest) + 1n);
}

/**
 * Writes what `sql/` asks for into `supabase/migrations/<version>_<name>.sql` and returns the files'
 * names; none when nothing changed. Parts that need a rare extension get a file of their own.
 */
export async function generate(name: string, allowDrops: boolean): Promise<string[]> {
  const written: string[] = [];
  const image = await openImage();
  const write = async ({ requires, texts }: Pass) => {
    for (const [index, text] of texts.entries()) {
      const part = texts.length > 1 ? `_${index + 1}` : "";
      const suffix = requires.length > 0 ? `_with_${requires.join("_")}` : "";
      const file = `${await nextVersion()}_${name}${suffix}${part}.sql`;
      const mark = requires.length > 0 ? `-- requires: ${requires.join(", ")}\n` : "";
      await writeFile(join(migrationsFolder, file), mark + patience + text);
      written.push(file);
    }
    await migrate(image.executor, {
      select: (migration) => migration.requires.every((one) => requires.includes(one)),
    });
    return true;
  };
  try {
    await compareWithSource(image, { allowDrops, write });
  } finally {
    await image.close();
  }
  return written;
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    args: Deno.args,
    allowPositionals: true,
    options: { "allow-drops": { type: "boolean", default: false } },
  });
  const [name] = positionals;
  if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
    console.error("Usage: deno task db:generate a_name_in_snake_case [--allow-drops]");
    Deno.exit(2);
  }
  try {
    const files = await generate(name, values["allow-drops"]);
    if (files.length === 0) console.log("Nothing to write: the migrations agree with sql/.");
    for (const file of files) console.log(`supabase/migrations/${file}`);
    Deno.exit(0);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    Deno.exit(1);
  }
}
