import { fileURLToPath } from "node:url";
import { readMigrations } from "../db/migrations.ts";

const top = fileURLToPath(new URL("../../", import.meta.url));

async function git(...args: string[]): Promise<string | undefined> {
  try {
    const result = await new Deno.Command("git", { args, cwd: top, stderr: "null" }).output();
    return result.success ? new TextDecoder().decode(result.stdout).trim() : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Migrations that the main branch of the origin does not have yet, as paths from the top of the
 * checkout; all of them where there is no such branch, or nothing differs from it.
 */
export async function newMigrations(): Promise<string[]> {
  const all = (await readMigrations()).map(({ file }) => `supabase/migrations/${file}`);
  const base = await git("merge-base", "HEAD", "origin/main");
  if (base === undefined) return all;
  const merged = await git("ls-tree", "-r", "--name-only", base, "supabase/migrations");
  const known = new Set(merged?.split("\n") ?? []);
  const fresh = all.filter((file) => !known.has(file));
  return fresh.length > 0 ? fresh : all;
}
