import { existsSync, readdirSync, readFileSync } from "node:fs";
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "@std/path";
import process from "node:process";
import type { ServerUser } from "./server_user.ts";

const prefix = "cogo-postgres-server-";

/** The place of one server of ours: data, sockets and log. */
export interface ServerFolder {
  readonly path: string;
  readonly data: string;
  readonly log: string;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === "EPERM";
  }
}

function numberIn(file: string): number | undefined {
  if (!existsSync(file)) return undefined;
  const number = parseInt(readFileSync(file, "utf8"), 10);
  return Number.isNaN(number) ? undefined : number;
}

/** Ends servers of ours whose starter was killed, and removes what they left behind. */
async function sweepOrphans(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((name) => name.startsWith(prefix))) {
    const folder = join(tmpdir(), name);
    const owner = numberIn(join(folder, "owner.pid"));
    if (owner === undefined || isAlive(owner)) continue;
    const postmaster = numberIn(join(folder, "data", "postmaster.pid"));
    try {
      if (postmaster !== undefined) process.kill(postmaster, "SIGQUIT");
    } catch { /* it is gone already */ }
    await rm(folder, { recursive: true, force: true }).catch(() => {});
  }
}

/** Makes a folder in the temporary folder of the machine, owned by the server's user. */
export async function makeServerFolder(user: ServerUser): Promise<ServerFolder> {
  await sweepOrphans();
  const path = await mkdtemp(join(tmpdir(), prefix));
  await writeFile(join(path, "owner.pid"), `${process.pid}\n`);
  await chmod(path, 0o755);
  const folder = { path, data: join(path, "data"), log: join(path, "server.log") };
  await mkdir(folder.data, { mode: 0o700 });
  await writeFile(folder.log, "");
  if ("uid" in user) {
    for (const owned of [path, folder.data, folder.log]) await chown(owned, user.uid, user.gid);
  }
  return folder;
}
