import { keyHeaders } from "../platform/key_headers.ts";
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
  for (let at = 0; at < artifactIds.length; at += 100) {
    const response = await fetch(`${url}/functions/v1/artifacts/links`, {
      method: "POST",
      headers: { "content-type": "application/json", ...keyHeaders(key) },
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
