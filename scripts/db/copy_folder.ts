import { cp } from "node:fs/promises";
import { demand } from "../command_line/demand.ts";

/**
 * Copies a folder to a place that is not there yet, or into one that is empty. By the system's own
 * program where there is one: a database has 1700 files, which take 0.1 s instead of 2 s.
 */
export async function copyFolder(
  from: string,
  to: string,
  owner?: { readonly uid: number; readonly gid: number },
): Promise<void> {
  if (Deno.build.os === "windows") return await cp(from, to, { recursive: true });
  await Deno.mkdir(to, { recursive: true, mode: 0o700 });
  await demand("cp", ["-R", `${from}/.`, to], "/");
  if (owner) await demand("chown", ["-R", `${owner.uid}:${owner.gid}`, to], "/");
}
