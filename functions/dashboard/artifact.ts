import { z } from "zod";
import { artifactLine, linkLife } from "../_shared/artifacts/contract.ts";
import { mintLinks } from "../_shared/artifacts/mint_links.ts";
import { notThere } from "../_shared/artifacts/store.ts";
import type { RpcCaller } from "../_shared/platform/rpc_caller.ts";

/**
 * A signed link to an artifact that the caller may see, or the refusal to pass on.
 * @throws CogoError artifact_not_found (404), artifacts_not_configured (503)
 */
export async function ownArtifactLink(
  caller: RpcCaller,
  artifactId: string,
): Promise<string | Response> {
  if (!z.guid().safeParse(artifactId).success) throw notThere(artifactId);
  const answer = await caller("get_artifacts", { artifact_ids: [artifactId] });
  if ("refusal" in answer) return answer.refusal;
  const [link] = await mintLinks(z.array(artifactLine).parse(answer.data), linkLife.standard);
  if (!link) throw notThere(artifactId);
  return link.url;
}

/** Leads a click on an artifact to its bytes, by a link that lives ten minutes. */
export function leadTo(link: string | Response): Response {
  if (link instanceof Response) return link;
  const headers = { location: link, "cache-control": "no-store", "referrer-policy": "no-referrer" };
  return new Response(null, { status: 302, headers });
}
