import { criteria } from "./criteria.ts";
import type { Repository } from "./git.ts";
import type { GitHubAccess } from "../../github/github.ts";
import { readCiLogs, readPulls } from "./github.ts";
import { type Claim, keep, keepFolder, missingPart, type Part } from "./part.ts";

/** What the parts are made of. */
export interface Ground {
  /** The folder that becomes the archive. */
  readonly bundle: string;
  readonly repository: Repository;
  readonly since: Date;
  readonly github: GitHubAccess | undefined;
}

const messageOf = (thrown: unknown) => thrown instanceof Error ? thrown.message : String(thrown);
const shown = (files: readonly string[], most = 20) => files.slice(0, most);

/** The specifications, as they are committed. */
export async function specsPart({ bundle, repository }: Ground): Promise<Part> {
  const title = "Specifications";
  const paths = (await repository.files("docs/specs")).filter((path) => path.endsWith(".md"));
  if (paths.length === 0) return missingPart("specs", title, "no docs/specs/*.md is committed");
  const claims = await Promise.all(paths.map(async (path): Promise<Claim> => {
    const bytes = await repository.read(path) ?? new Uint8Array();
    const heading = /^# (.+)$/m.exec(new TextDecoder().decode(bytes))?.[1] ?? path;
    const cited = await repository.cite(path);
    return {
      says: heading,
      cites: cited === undefined ? [] : [cited],
      files: [await keep(bundle, path.replace(/^docs\//, ""), bytes)],
    };
  }));
  return { id: "specs", title, claims };
}

/** A folder that somebody else wrote: taken as it is. */
export async function folderPart(
  { bundle }: Ground,
  id: string,
  title: string,
  folder: string | undefined,
  says: (folder: string) => Promise<string>,
): Promise<Part> {
  if (folder === undefined) return missingPart(id, title, `no folder was given (--${id})`);
  try {
    const files = await keepFolder(bundle, folder, id);
    if (files.length === 0) return missingPart(id, title, `${folder} is empty`);
    return { id, title, claims: [{ says: await says(folder), cites: [], files }] };
  } catch (thrown) {
    return missingPart(id, title, `${folder} cannot be read: ${messageOf(thrown)}`);
  }
}

/** Logs of CI from GitHub. */
export async function ciPart(ground: Ground): Promise<Part> {
  const [id, title] = ["ci-logs", "Logs of CI"];
  if (ground.github === undefined) {
    return missingPart(
      id,
      title,
      "no --ci-logs folder, and no GITHUB_TOKEN with GITHUB_REPOSITORY",
    );
  }
  try {
    const runs = await readCiLogs(ground.github, ground.since);
    if (runs.length === 0) return missingPart(id, title, "no run of CI ended in that time");
    const claims = await Promise.all(
      runs.map(async ({ id: run, name, head_sha, conclusion, html_url, logs }) => ({
        says:
          `${name ?? "run"} ${run} at ${head_sha.slice(0, 12)}: ${
            conclusion ?? "unknown"
          } (${html_url})` +
          (logs === undefined ? "; its logs are not kept any more" : ""),
        cites: [],
        files: logs === undefined ? [] : [await keep(ground.bundle, `ci-logs/${run}.zip`, logs)],
      })),
    );
    return { id, title, claims };
  } catch (thrown) {
    return missingPart(id, title, messageOf(thrown));
  }
}

/** What was merged, by GitHub's pull requests where there is a token, else by the merges of git. */
export async function changesPart({ repository, since, github }: Ground): Promise<Part> {
  const [id, title] = ["pull-requests", "Pull requests"];
  if (github !== undefined) {
    try {
      const claims = (await readPulls(github, since)).map((
        { number, title: says, html_url, merge_commit_sha, files },
      ) => ({
        says: `#${number} ${says} (${html_url}), ${files.length} files`,
        cites: shown(files).map((path) => ({ path, commit: merge_commit_sha ?? "" })).filter((
          { commit },
        ) => commit !== ""),
        files: [],
      }));
      return claims.length > 0
        ? { id, title, claims }
        : missingPart(id, title, "none was merged in that time");
    } catch (thrown) {
      return missingPart(id, title, messageOf(thrown));
    }
  }
  const merges = await repository.merges(since);
  if (merges.length === 0) {
    const why = await repository.isShallow() ? ", as far as this shallow clone tells" : "";
    return missingPart(id, title, `nothing was merged in that time${why}`);
  }
  return {
    id,
    title: `${title} (merges of git)`,
    claims: merges.map(({ commit, at, subject, files }) => ({
      says: `${subject} (${at}), ${files.length} files`,
      cites: shown(files).map((path) => ({ path, commit })),
      files: [],
    })),
  };
}

/** A row of the table of acceptance. */
export interface Judged {
  readonly phase: string;
  readonly criterion: string;
  readonly cites: Claim["cites"];
  /** Files that should speak for it and are not committed. */
  readonly missing: readonly string[];
}

/** Holds each criterion of the plan against what is committed. */
export function judgeCriteria(repository: Repository): Promise<Judged[]> {
  return Promise.all(criteria.map(async ({ phase, criterion, evidence }) => {
    const found = await Promise.all(
      evidence.map(async (path) => ({ path, cited: await repository.cite(path) })),
    );
    return {
      phase,
      criterion,
      cites: found.flatMap(({ cited }) => cited === undefined ? [] : [cited]),
      missing: found.filter(({ cited }) => cited === undefined).map(({ path }) => path),
    };
  }));
}
