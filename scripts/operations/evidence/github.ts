import { z } from "zod";
import { askGitHub, type GitHubAccess } from "../../github/github.ts";

/** GITHUB_TOKEN and GITHUB_REPOSITORY, as CI has them; undefined without. */
export function githubAccess(
  read: (name: string) => string | undefined = (name) => Deno.env.get(name),
): GitHubAccess | undefined {
  const [token, repository] = [read("GITHUB_TOKEN"), read("GITHUB_REPOSITORY")];
  if (!token || !repository) return undefined;
  return { token, repository, apiUrl: read("GITHUB_API_URL") || "https://api.github.com" };
}

const runsSchema = z.object({
  workflow_runs: z.array(z.object({
    id: z.number(),
    name: z.string().nullish(),
    head_sha: z.string(),
    conclusion: z.string().nullish(),
    html_url: z.string(),
  })),
});
const pullsSchema = z.array(z.object({
  number: z.number(),
  title: z.string(),
  html_url: z.string(),
  merged_at: z.string().nullish(),
  merge_commit_sha: z.string().nullish(),
}));
const filesSchema = z.array(z.object({ filename: z.string() }));

/** Runs of CI since a time, newest first, each with its logs as GitHub packs them. @throws Error */
export async function readCiLogs(access: GitHubAccess, since: Date, most = 10) {
  const query = `created=${
    encodeURIComponent(`>=${since.toISOString()}`)
  }&status=completed&per_page=${most}`;
  const { workflow_runs } = runsSchema.parse(
    await (await askGitHub(access, `actions/runs?${query}`)).json(),
  );
  return await Promise.all(workflow_runs.map(async (run) => ({
    ...run,
    // Logs are kept for a while only: then GitHub answers 410.
    logs: await askGitHub(access, `actions/runs/${run.id}/logs`).then(
      (answer) => answer.bytes(),
      () => undefined,
    ),
  })));
}

/** Pull requests merged since a time, with the files that they changed. @throws Error */
export async function readPulls(access: GitHubAccess, since: Date) {
  const query = "state=closed&sort=updated&direction=desc&per_page=100";
  const pulls = pullsSchema.parse(await (await askGitHub(access, `pulls?${query}`)).json());
  const merged = pulls.filter(({ merged_at }) => merged_at && new Date(merged_at) >= since);
  return await Promise.all(merged.map(async (pull) => ({
    ...pull,
    files: filesSchema.parse(
      await (await askGitHub(access, `pulls/${pull.number}/files?per_page=100`)).json(),
    )
      .map(({ filename }) => filename),
  })));
}
