import { z } from "zod";

const settings = z.object({
  GITHUB_REPOSITORY: z.string().regex(/^[\w.-]+\/[\w.-]+$/, "owner/name is wanted"),
  GITHUB_TOKEN: z.string().min(1),
  GITHUB_API_URL: z.url().default("https://api.github.com"),
});

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
  const { GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_TOKEN } = read.data;
  return async <Shape extends z.ZodType>(path: string, schema: Shape) => {
    const response = await fetch(`${GITHUB_API_URL}/repos/${GITHUB_REPOSITORY}/${path}`, {
      headers: {
        accept: "application/vnd.github+json",
        authorization: `Bearer ${GITHUB_TOKEN}`,
        "x-github-api-version": "2022-11-28",
      },
      signal: AbortSignal.timeout(30_000),
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`Cannot read ${path} of GitHub: ${response.status} ${text.slice(0, 200)}`);
    }
    return schema.parse(JSON.parse(text));
  };
}
