import { join } from "@std/path";

/** Where tools keep what they remember; theirs is to be their own, not the target's. */
const memories = new Set([".cache", ".vite", ".vite-temp"]);

/** A folder of links to the packages of another: what tools add to it stays in the copy. */
export async function linkPackages(from: string, to: string): Promise<void> {
  await Deno.mkdir(to);
  for await (const { name, isDirectory } of Deno.readDir(from)) {
    if (memories.has(name)) continue;
    const isScope = name.startsWith("@") && isDirectory;
    if (isScope) await linkPackages(join(from, name), join(to, name));
    else await Deno.symlink(join(from, name), join(to, name));
  }
}
