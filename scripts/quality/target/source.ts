import { resolve } from "@std/path";
import type { Source } from "../../../functions/_shared/quality/gates.ts";
import { git } from "./git.ts";
import { QualityFailure } from "./quality_failure.ts";

/** Where folders may be read from. */
export interface SourceRules {
  /** The folder that "." and relative paths stand for. */
  base: string;
  /** False for the jobs of a tenant: it may only name an https git URL. */
  mayReadFolders: boolean;
}

/**
 * Finds out what a target is: a git checkout, a plain folder or a git URL (whose newest commit
 * is looked up, so that every gate of the run checks the same files).
 * @throws QualityFailure when there is nothing to read or this caller may not read it
 */
export async function findSource(target: string, rules: SourceRules): Promise<Source> {
  if (isGitUrl(target)) return await findRemote(target);
  if (!rules.mayReadFolders) {
    throw new QualityFailure(`Cannot read ${target}: a tenant may only name an https URL.`, false);
  }

  const path = resolve(rules.base, target);
  const info = await Deno.stat(path).catch(() => undefined);
  if (!info?.isDirectory) {
    throw new QualityFailure(
      `Cannot find the folder ${target}: give a folder or a git URL.`,
      false,
    );
  }

  const files = await git(["-C", path, "ls-files"]);
  if (!files.ok || files.stdout === "") return { kind: "folder", path };

  const head = await git(["-C", path, "rev-parse", "HEAD"]);
  const changes = await git([
    "-C",
    path,
    "status",
    "--porcelain",
    "--untracked-files=no",
    "--",
    ".",
  ]);
  const commit = head.ok ? head.stdout.trim() : "none";
  return { kind: "checkout", path, commit, dirty: changes.stdout !== "" };
}

/** Whether a target is fetched by git rather than read from a folder. */
export function isGitUrl(target: string): boolean {
  return /^(https|ssh|file):\/\/./.test(target) || /^[\w.-]+@[\w.-]+:./.test(target);
}

async function findRemote(url: string): Promise<Source> {
  const listed = await git(["ls-remote", "--exit-code", "--", url, "HEAD"]);
  const commit = listed.stdout.split(/\s/)[0] ?? "";
  if (!listed.ok || !/^[0-9a-f]{40,64}$/.test(commit)) {
    const why = listed.stderr.trim().split("\n").pop() || "it has no HEAD";
    throw new QualityFailure(`Cannot reach the repository ${url}: ${why}`, true);
  }
  return { kind: "git", url, commit };
}
