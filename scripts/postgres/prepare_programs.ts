import { existsSync, readFileSync } from "node:fs";
import { chmod, cp, mkdtemp, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "@std/path";
import { prefixOf, type ServerPrograms } from "./find_servers.ts";
import { runAs, type ServerUser } from "./server_user.ts";

interface LibraryLink {
  readonly source: string;
  readonly target: string;
}

/** npm runs no install scripts for us, so the library links of the npm server are made here. */
async function makeLibraryLinks(native: string): Promise<void> {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as LibraryLink[]) {
    const link = join(dirname(native), target);
    if (existsSync(link)) continue;
    await symlink(basename(source), link).catch((error: { code?: string }) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}

async function runs(user: ServerUser, bin: string): Promise<boolean> {
  return await runAs(user, join(bin, "postgres"), ["--version"]).then(() => true, () => false);
}

/**
 * Makes a found server runnable: library links for the npm one, and a copy of it in a temporary
 * folder where its own lies in a home that the server's user may not enter.
 * Returns the programs to use and the folder to remove afterwards, if any.
 */
export async function preparePrograms(
  found: ServerPrograms,
  user: ServerUser,
): Promise<{ programs: ServerPrograms; copy?: string }> {
  if (found.source === "system") return { programs: found };
  const native = prefixOf(found);
  await makeLibraryLinks(native);
  if (Deno.build.os === "windows") return { programs: found };
  for (const program of ["postgres", "initdb", "pg_ctl"]) {
    await chmod(join(found.bin, program), 0o755).catch(() => {});
  }
  if (await runs(user, found.bin)) return { programs: found };
  const copy = await mkdtemp(join(tmpdir(), "cogo-postgres-programs-"));
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  await chmod(copy, 0o755);
  return { programs: { ...found, bin: join(copy, "bin") }, copy };
}
