import { join } from "@std/path";

/**
 * Bytes of the files below a folder; links are not followed. Stops counting at `enough` bytes,
 * and passes over what vanishes meanwhile.
 */
export async function folderBytes(folder: string, enough = Infinity): Promise<number> {
  let bytes = 0;
  const folders = [folder];
  for (let next = folders.pop(); next !== undefined && bytes < enough; next = folders.pop()) {
    try {
      for await (const entry of Deno.readDir(next)) {
        const path = join(next, entry.name);
        if (entry.isDirectory) folders.push(path);
        else if (entry.isFile) bytes += (await Deno.lstat(path)).size;
      }
    } catch {
      // The tool removed it while we looked.
    }
  }
  return bytes;
}
