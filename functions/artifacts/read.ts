import { z } from "zod";
import { type ArtifactLine, artifactLine } from "../_shared/artifacts/contract.ts";
import { isOurs, readLinkQuery } from "../_shared/artifacts/link_signature.ts";
import { notThere } from "../_shared/artifacts/store.ts";
import { storeOf } from "../_shared/artifacts/stores.ts";
import { CogoError } from "../_shared/platform/errors.ts";
import { verifyCaller } from "../_shared/platform/verified_caller.ts";
import { pool } from "./door.ts";

const uuid = z.guid();

function linkRefused(why: string): CogoError {
  const hint = "Ask for a new link: POST /functions/v1/artifacts/links with a token or key.";
  return new CogoError("artifact_link_refused", `Cannot open the link: ${why}`, hint);
}

/** One answer, whether the artifact is not there, the signature not ours or the tenant suspended. */
const notOurs = () => linkRefused("it is not as it was given out, or was called back");

/** What a link opens. @throws CogoError artifact_link_refused (403) */
async function byLink(artifactId: string, query: URLSearchParams): Promise<ArtifactLine> {
  const read = readLinkQuery(query);
  if (read === undefined) throw notOurs();
  if (read.expires <= Date.now() / 1000) throw linkRefused("its time is over");
  const found = artifactLine.nullable().parse(
    await pool().callInside("open_artifact_link", { artifact_id: artifactId }),
  );
  const { sha256 = "" } = found ?? {};
  // Checked in either case, so that the time tells no more than the answer does.
  const isGood = await isOurs(read, { artifactId, sha256, expires: read.expires });
  if (!isGood || found === null) throw notOurs();
  return found;
}

/** What a token or key may read. @throws CogoError, CallError */
async function byCaller(artifactId: string, request: Request): Promise<ArtifactLine> {
  const { claims } = await verifyCaller(request);
  const answer = await pool().callAs(claims, "get_artifacts", { artifact_ids: [artifactId] });
  const [found] = z.array(artifactLine).parse(answer);
  if (!found) throw notThere(artifactId);
  return found;
}

/**
 * `GET /artifacts/:id`: the bytes, or a redirection to Storage that lasts a minute. With
 * `?expires=…&key=…&signature=…` a signed link, which needs no token.
 * @throws CogoError missing_key, invalid_token, not_an_agent (401), artifact_link_refused (403),
 * artifact_not_found (404), artifact_store_failed, database_unreachable (503); what SQL refuses is
 * passed on
 */
export async function readArtifact(request: Request, id: string): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const isLink = searchParams.has("signature");
  const artifactId = uuid.safeParse(id).success ? id.toLowerCase() : undefined;
  if (artifactId === undefined) {
    if (isLink) throw notOurs();
    await verifyCaller(request);
    throw notThere(id);
  }
  const found = isLink
    ? await byLink(artifactId, searchParams)
    : await byCaller(artifactId, request);
  return await storeOf(found.location, artifactId).serve(found, request);
}
