import { type ArtifactLink, linksAnswer } from "./contract.ts";

/** How a program outside reaches the function. */
export interface LinkDoor {
  /** The project, without a final slash. */
  readonly url: string;
  /** A secret key. */
  readonly key: string;
}

/**
 * Asks the function for signed links, 100 in a round trip; in the order given.
 * @param expiresIn seconds
 * @throws Error when the function does not answer with links
 */
export async function requestLinks(
  { url, key }: LinkDoor,
  artifactIds: readonly string[],
  expiresIn: number,
): Promise<ArtifactLink[]> {
  const links: ArtifactLink[] = [];
  // The older service_role key is a token, which goes in both headers.
  const token = key.startsWith("sb_") ? {} : { authorization: `Bearer ${key}` };
  for (let at = 0; at < artifactIds.length; at += 100) {
    const response = await fetch(`${url}/functions/v1/artifacts/links`, {
      method: "POST",
      headers: { "content-type": "application/json", apikey: key, ...token },
      body: JSON.stringify({
        artifact_ids: artifactIds.slice(at, at + 100),
        expires_in: expiresIn,
      }),
      signal: AbortSignal.timeout(30_000),
    });
    const body: unknown = await response.json().catch(() => null);
    if (!response.ok) {
      throw new Error(`Cannot get links to artifacts: ${response.status} ${JSON.stringify(body)}`);
    }
    links.push(...linksAnswer.parse(body));
  }
  // A function that does not know its address answers with paths.
  return links.map((link) => ({ ...link, url: link.url && new URL(link.url, url).href }));
}
