import { z } from "zod";
import {
  artifactLine,
  type ArtifactLink,
  linkLife,
  linksRequest,
} from "../_shared/artifacts/contract.ts";
import { mintLinks } from "../_shared/artifacts/mint_links.ts";
import { CogoError } from "../_shared/platform/errors.ts";
import { readFields, readJson, refusing } from "../_shared/platform/read_json.ts";
import { respond } from "../_shared/platform/respond.ts";
import { verifyCaller } from "../_shared/platform/verified_caller.ts";
import { pool } from "./door.ts";

const refuse = refusing("docs/openapi/artifacts.json");

/**
 * `POST /artifacts/links` with `{artifact_ids, expires_in}`: signed links, in the order asked.
 * @throws CogoError bad_argument (400), missing_key, invalid_token, not_an_agent (401),
 * operators_only (403), artifacts_not_configured, database_unreachable (503); what SQL refuses is
 * passed on
 */
export async function giveLinks(request: Request): Promise<Response> {
  const caller = await verifyCaller(request);
  const asked = readFields(linksRequest, await readJson(request, refuse), refuse);
  if (asked.expires_in > linkLife.most && !caller.isOperator) {
    throw new CogoError(
      "operators_only",
      `Cannot give links of ${asked.expires_in} seconds: an agent's live a day at most`,
      `Ask for at most ${linkLife.most} seconds, and again when they are over.`,
    );
  }
  const { artifact_ids } = asked;
  const lines = z.array(artifactLine).parse(
    await pool().callAs(caller.claims, "get_artifacts", { artifact_ids }),
  );
  const minted = await mintLinks(lines, asked.expires_in);
  const links = new Map(minted.map((link) => [link.artifact_id, link]));
  return respond(artifact_ids.map((id): ArtifactLink => {
    const artifact_id = id.toLowerCase();
    return links.get(artifact_id) ?? { artifact_id, url: null, expires_at: null };
  }));
}
