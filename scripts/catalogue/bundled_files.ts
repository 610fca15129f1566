import { join } from "@std/path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("data/", import.meta.url));

/** The files of the catalogue that comes along, one a provider. */
export async function bundledFiles(): Promise<string[]> {
  const files = await Array.fromAsync(Deno.readDir(folder));
  return files.map((file) => join(folder, file.name)).filter((file) => file.endsWith(".json"))
    .sort();
}
