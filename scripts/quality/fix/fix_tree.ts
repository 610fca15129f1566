import { join } from "@std/path";
import { git } from "../target/git.ts";
import { QualityFailure } from "../target/quality_failure.ts";
import type { Scratch } from "../target/scratch.ts";
import { plainGit } from "./apply_diff.ts";

/** What changed in a copy. */
export interface TreeDiff {
  /** A unified diff of the files that were there before, as `git apply` takes it. */
  diff: Uint8Array;
  filesChanged: number;
  linesAdded: number;
  linesRemoved: number;
}

/** A copy whose changes can be told, whatever version control its target uses. */
export interface FixTree {
  /** What changed since {@link openFixTree}; files that are new do not count. */
  changes(): Promise<TreeDiff>;
}

/** Bytes as they are: no attribute of the target may convert them. */
const attributes = "* -text -ident -filter !diff -working-tree-encoding\n";

/** Notes the files of a copy, in an index beside it. */
export async function openFixTree(scratch: Scratch, files: string[]): Promise<FixTree> {
  const folder = join(scratch.root, "fix.git");
  const run = async (args: string[]): Promise<string> => {
    const environment = {
      ...plainGit(scratch.work),
      GIT_DIR: folder,
      GIT_WORK_TREE: scratch.work,
      GIT_LITERAL_PATHSPECS: "1",
    };
    const done = await git(args, scratch.work, undefined, environment);
    if (done.ok) return done.stdout;
    throw new QualityFailure(`Cannot tell what changed: ${done.stderr.trim()}`, false);
  };

  await run(["init", "--quiet"]);
  await Deno.mkdir(join(folder, "info"), { recursive: true });
  await Deno.writeTextFile(join(folder, "info", "attributes"), attributes);
  const list = join(scratch.root, "fix.files");
  await Deno.writeTextFile(list, files.join("\0"));
  await run(["add", "--force", `--pathspec-from-file=${list}`, "--pathspec-file-nul"]);
  const before = (await run(["write-tree"])).trim();

  return {
    async changes() {
      await run(["add", "--update"]);
      const after = (await run(["write-tree"])).trim();
      const output = join(scratch.root, "fix.diff");
      const options = ["-r", "--no-renames", "--no-ext-diff", before, after];
      await run(["diff-tree", "--patch", "--binary", `--output=${output}`, ...options]);
      const counts = (await run(["diff-tree", "--numstat", "-z", ...options])).split("\0")
        .filter((line) => line !== "").map((line) => line.split("\t").slice(0, 2).map(countOf));
      return {
        diff: await Deno.readFile(output).catch(() => new Uint8Array()),
        filesChanged: counts.length,
        linesAdded: counts.reduce((sum, [added = 0]) => sum + added, 0),
        linesRemoved: counts.reduce((sum, [, removed = 0]) => sum + removed, 0),
      };
    },
  };
}

/** Git counts no lines of a binary file. */
const countOf = (text: string): number => text === "-" ? 0 : Number(text);
