import { z } from "zod";

const settings = z.object({
  GITHUB_REPOSITORY: z.string().regex(/^[\w.-]+\/[\w.-]+$/, "owner/name is wanted"),
  GITHUB_TOKEN: z.string().min(1),
  GITHUB_API_URL: z.url().default("https://api.github.com"),
});

/** Where a repository is on GitHub, and a token that may read it. */
export interface GitHubAccess {
  readonly apiUrl: string;
  /** owner/name */
  readonly repository: string;
  readonly token: string;
}

/**
 * Reads from GitHub's REST API, below the repository of the environment.
 * @throws when a variable is missing, and each call when GitHub refuses or answers something else
 */
export function openGitHub(environment: Record<string, string> = Deno.env.toObject()) {
  const read = settings.safeParse(environment);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new Error(`Cannot ask GitHub: ${issue?.path.join(".")}: ${issue?.message}`);
  }
  const { GITHUB_API_URL: apiUrl, GITHUB_REPOSITORY: repository, GITHUB_TOKEN: token } = read.data;
  return async <Shape extends z.ZodType>(path: string, schema: Shape) =>
    schema.parse(await (await askGitHub({ apiUrl, repository, token }, path)).json());
}

/**
 * Asks for a path below the repository.
 * @throws Error with what GitHub said, when it is not a success
 */
export async function askGitHub(
  { apiUrl, repository, token }: GitHubAccess,
  path: string,
): Promise<Response> {
  const response = await fetch(`${apiUrl}/repos/${repository}/${path}`, {
    headers: {
      accept: "application/vnd.github+json",
      authorization: `Bearer ${token}`,
      "user-agent": "cogo-agent-core",
      "x-github-api-version": "2022-11-28",
    },
    signal: AbortSignal.timeout(60_000),
  });
  if (response.ok) return response;
  throw new Error(
    `GitHub answered ${response.status} for ${path}: ${(await response.text()).slice(0, 200)}`,
  );
}
