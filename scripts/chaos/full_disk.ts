import { chown } from "node:fs/promises";
import { connect } from "../postgres/databases.ts";
import { serverUser } from "../postgres/server_user.ts";
import { pause } from "./random.ts";

/** A small disk of its own for one database, which can be filled to its end. */
export interface SmallDisk {
  /** Leaves no room for some milliseconds: whatever needs a new page fails. */
  fill(millis: number): Promise<void>;
  /** Takes the disk away; the server must have stopped. */
  remove(): Promise<void>;
}

async function run(program: string, ...args: string[]): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(program, { args }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr).trim());
  return new TextDecoder().decode(stdout);
}

async function usedKilobytes(path: string): Promise<number> {
  const output = await run("df", "--output=used", "-k", path);
  return Number(output.trim().split("\n").at(-1));
}

/**
 * Moves a database to which nobody is connected to a tmpfs of its own. Undefined where this machine
 * lets nobody mount one; `say` is told why.
 */
export async function moveToSmallDisk(
  serverUrl: string,
  databaseUrl: string,
  say: (line: string) => void,
): Promise<SmallDisk | undefined> {
  if (Deno.build.os !== "linux") {
    say("no full disk: only Linux mounts a small one");
    return undefined;
  }
  const path = await Deno.makeTempDir({ prefix: "cogo-small-disk-" });
  const roomy = "size=8g";
  try {
    await run("mount", "-t", "tmpfs", "-o", roomy, "tmpfs", path);
  } catch (error) {
    await Deno.remove(path);
    say(`no full disk: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
  const user = serverUser();
  if ("uid" in user) await chown(path, user.uid, user.gid);
  const sql = connect(serverUrl);
  try {
    await sql.unsafe(`create tablespace small_disk location '${path}'`);
    const name = new URL(databaseUrl).pathname.slice(1);
    await sql.unsafe(`alter database "${name}" set tablespace small_disk`);
  } finally {
    await sql.end({ timeout: 1 });
  }
  return {
    fill: async (millis) => {
      const used = await usedKilobytes(path);
      try {
        await run("mount", "-o", `remount,size=${used + 64}k`, path).catch(() => {}); // it grew meanwhile
        await pause(millis);
      } finally {
        await run("mount", "-o", `remount,${roomy}`, path);
      }
    },
    remove: async () => {
      await run("umount", path);
      await Deno.remove(path);
    },
  };
}
