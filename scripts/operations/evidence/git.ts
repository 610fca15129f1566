import { git as runGit } from "../../quality/target/git.ts";
import type { Citation } from "./part.ts";

/** What git answers; undefined when it fails. */
async function git(cwd: string, ...args: string[]): Promise<string | undefined> {
  const { ok, stdout } = await runGit(args, cwd);
  return ok ? stdout : undefined;
}

/** A merge of the week, or a commit where nothing is merged. */
export interface Change {
  readonly commit: string;
  readonly at: string;
  readonly subject: string;
  readonly files: readonly string[];
}

/** A repository as its working copy tells it. */
export class Repository {
  constructor(readonly folder: string) {}

  /** The commit that is checked out; undefined outside a repository. */
  async head(): Promise<string | undefined> {
    return (await git(this.folder, "rev-parse", "HEAD"))?.trim();
  }

  /** Whether the history is cut off, as checkouts of CI are. */
  async isShallow(): Promise<boolean> {
    return (await git(this.folder, "rev-parse", "--is-shallow-repository"))?.trim() === "true";
  }

  /** The last commit that changed a file which is committed; undefined for another one. */
  async cite(path: string): Promise<Citation | undefined> {
    const commit = (await git(this.folder, "log", "-1", "--format=%H", "HEAD", "--", path))?.trim();
    const isThere = await git(this.folder, "cat-file", "-e", `HEAD:${path}`) !== undefined;
    return commit && isThere ? { path, commit } : undefined;
  }

  /** A committed file's bytes at the head. */
  async read(path: string): Promise<Uint8Array | undefined> {
    const output = await new Deno.Command("git", {
      args: ["show", `HEAD:${path}`],
      cwd: this.folder,
      stderr: "null",
    }).output();
    return output.success ? output.stdout : undefined;
  }

  /** Committed files below a folder, such as `docs/specs`. */
  async files(folder: string): Promise<string[]> {
    return (await git(
      this.folder,
      "ls-tree",
      "-r",
      "--name-only",
      "-z",
      "HEAD",
      "--",
      `${folder}/`,
    ))
      ?.split("\0").filter((path) => path !== "") ?? [];
  }

  /** What was merged since a time, newest first, with the files that it changed; at most `most`. */
  async merges(since: Date, most = 200): Promise<Change[]> {
    const told = await git(
      this.folder,
      "log",
      "--first-parent",
      "--merges",
      `--max-count=${most}`,
      `--since=${since.toISOString()}`,
      "--format=%H%x09%cI%x09%s",
      "HEAD",
    );
    const lines = told?.split("\n").filter((line) => line !== "") ?? [];
    return await Promise.all(lines.map(async (line) => {
      const [commit = "", at = "", subject = ""] = line.split("\t");
      const files = await git(this.folder, "diff", "--name-only", "-z", `${commit}^1`, commit);
      return { commit, at, subject, files: files?.split("\0").filter((path) => path !== "") ?? [] };
    }));
  }
}
