import { join } from "@std/path";
import { tmpdir } from "node:os";
import process from "node:process";
import type { Source } from "../../../functions/_shared/quality/gates.ts";
import { copyFiles, listFolder, listTracked } from "./copy_files.ts";
import { git } from "./git.ts";
import { QualityFailure } from "./quality_failure.ts";

const prefix = "cogo-quality-";

/** A throw-away copy of a target. */
export interface Scratch {
  /** The folder that holds everything below; removed at the end. */
  root: string;
  /** The copy of the target: the tool's working folder. */
  work: string;
  /** HOME and TMPDIR of the tool. */
  home: string;
  tmp: string;
  /** Where raw coverage goes. */
  coverage: string;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Makes a fresh copy of a target: tracked files of a checkout as they lie there, a plain folder
 * without node_modules, .git and .env files, or one commit of a git URL.
 * @throws QualityFailure when the files cannot be had
 */
export async function makeScratch(source: Source, signal?: AbortSignal): Promise<Scratch> {
  const root = await Deno.makeTempDir({ prefix: `${prefix}${Deno.pid}-` });
  const scratch: Scratch = {
    root,
    work: join(root, "work"),
    home: join(root, "home"),
    tmp: join(root, "tmp"),
    coverage: join(root, "coverage"),
    [Symbol.asyncDispose]: () => removeFolder(root),
  };
  try {
    for (const folder of [scratch.work, scratch.home, scratch.tmp, scratch.coverage]) {
      await Deno.mkdir(folder);
    }
    if (source.kind === "git") await fetchCommit(source, scratch.work, signal);
    else if (source.kind === "folder") {
      await copyFiles(source.path, scratch.work, await listFolder(source.path));
    } else await copyFiles(source.path, scratch.work, await listTracked(source.path));
    return scratch;
  } catch (thrown) {
    await removeFolder(root);
    throw thrown;
  }
}

async function fetchCommit(
  source: Extract<Source, { kind: "git" }>,
  work: string,
  signal?: AbortSignal,
): Promise<void> {
  const steps = [
    ["init", "--quiet"],
    ["fetch", "--quiet", "--depth", "1", "--no-tags", "--", source.url, source.commit],
    ["checkout", "--quiet", "--detach", "FETCH_HEAD"],
  ];
  for (const step of steps) {
    const done = await git(step, work, signal);
    if (done.ok) continue;
    const why = done.stderr.trim().split("\n").pop();
    throw new QualityFailure(`Cannot fetch ${source.commit} of ${source.url}: ${why}`, true);
  }
}

/** Removes the copies that runners left behind which are no longer alive. */
export async function removeOldScratches(): Promise<void> {
  for await (const entry of Deno.readDir(tmpdir())) {
    const pid = entry.name.startsWith(prefix) ? Number(entry.name.split("-")[2]) : NaN;
    if (Number.isInteger(pid) && !isAlive(pid)) await removeFolder(join(tmpdir(), entry.name));
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return thrown instanceof Error && "code" in thrown && thrown.code === "EPERM";
  }
}

async function removeFolder(folder: string): Promise<void> {
  // A tool may take its own rights away; they come back before the second try.
  await Deno.remove(folder, { recursive: true }).catch(async () => {
    await new Deno.Command("chmod", { args: ["-R", "u+rwX", folder], stderr: "null" }).output();
    await Deno.remove(folder, { recursive: true }).catch(() => {});
  });
}
