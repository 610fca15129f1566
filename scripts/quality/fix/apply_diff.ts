import { dirname, join } from "@std/path";
import type { Source } from "../../../functions/_shared/quality/gates.ts";
import { git } from "../target/git.ts";
import { QualityFailure } from "../target/quality_failure.ts";
import { makeScratch, type Scratch } from "../target/scratch.ts";

/** Git as it comes: no settings of this user or machine, no repository above the folder. */
export const plainGit = (folder: string): Record<string, string> => ({
  GIT_CEILING_DIRECTORIES: dirname(folder),
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
});

/**
 * Applies a diff to a copy.
 * @throws QualityFailure when it does not fit
 */
export async function applyDiff(scratch: Scratch, diff: Uint8Array): Promise<void> {
  const why = await runApply(["--whitespace=nowarn"], scratch.work, scratch.root, diff);
  if (why !== null) throw new QualityFailure(`Cannot apply the fix to the target: ${why}`, false);
}

/** Whether `git apply --check` takes a diff on the target itself, or on a fresh copy of its commit. */
export async function appliesTo(
  source: Source,
  diff: Uint8Array,
  signal?: AbortSignal,
): Promise<boolean> {
  await using scratch = await makeScratch(source, signal);
  const folder = source.kind === "git" ? scratch.work : await Deno.realPath(source.path);
  return await runApply(["--check"], folder, scratch.root, diff) === null;
}

/** Why git apply did not take the diff; null when it did. */
async function runApply(
  options: string[],
  folder: string,
  root: string,
  diff: Uint8Array,
): Promise<string | null> {
  const file = join(root, "applied.diff");
  await Deno.writeFile(file, diff);
  const { ok, stderr } = await git(
    ["apply", ...options, file],
    folder,
    undefined,
    plainGit(folder),
  );
  return ok ? null : stderr.trim().split("\n")[0] ?? "git apply failed";
}
