import type { ArtifactLine, ArtifactLink } from "./contract.ts";
import { signLink } from "./link_signature.ts";
import { ownUrl } from "./settings.ts";

/**
 * Signed links to artifacts that the caller may see; whoever has such a link may read the bytes
 * until it expires.
 * @param expiresIn seconds
 * @throws CogoError artifacts_not_configured (503)
 */
export async function mintLinks(
  artifacts: readonly Pick<ArtifactLine, "artifact_id" | "sha256">[],
  expiresIn: number,
): Promise<(ArtifactLink & { url: string; expires_at: string })[]> {
  const expires = Math.floor(Date.now() / 1000) + expiresIn;
  const expires_at = new Date(expires * 1000).toISOString();
  return await Promise.all(artifacts.map(async ({ artifact_id, sha256 }) => {
    const query = await signLink({ artifactId: artifact_id, sha256, expires });
    return { artifact_id, url: `${ownUrl()}/${artifact_id}?${query}`, expires_at };
  }));
}
