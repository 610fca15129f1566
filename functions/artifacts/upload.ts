import { Buffer } from "node:buffer";
import { z } from "zod";
import { uploadAnswer } from "../_shared/artifacts/contract.ts";
import { measured, tooLarge } from "../_shared/artifacts/measured.ts";
import { idleMs, mostArtifactBytes, mostUploads } from "../_shared/artifacts/settings.ts";
import { newStore } from "../_shared/artifacts/stores.ts";
import { CogoError } from "../_shared/platform/errors.ts";
import { refusing } from "../_shared/platform/read_json.ts";
import { respond, respondError } from "../_shared/platform/respond.ts";
import { verifyCaller } from "../_shared/platform/verified_caller.ts";
import { pool, uploading } from "./door.ts";

const refuse = refusing("docs/openapi/artifacts.json");
const begun = z.object({ tenant_id: z.guid() });
/** SQL says the same; a text with a zero byte does not get that far. */
const plainName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/;
const number = /^[1-9]\d{0,14}$/;

/** The hash that the header Content-Digest (RFC 9530) promises, in hex. @throws CogoError 400 */
function promisedHash(headers: Headers): string | undefined {
  const header = headers.get("content-digest");
  if (header === null) return undefined;
  const told = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/]{43}=):/.exec(header)?.[1];
  if (told === undefined) throw refuse("content-digest", "it must be sha-256=:BASE64:");
  return Buffer.from(told, "base64").toString("hex");
}

/** What names the upload. @throws CogoError bad_argument (400) */
function asked(request: Request, jobId: string, fence: string, name: string) {
  if (!plainName.test(name)) {
    throw refuse(
      "name",
      "it must be a plain file name: letters, digits, dots, dashes, underscores",
    );
  }
  for (const [field, text] of Object.entries({ job_id: jobId, fence })) {
    if (!number.test(text)) throw refuse(field, "it must be a number, 1 or more");
  }
  const [type = "", ...parameters] =
    (request.headers.get("content-type") ?? "application/octet-stream").split(";");
  return {
    job_id: Number(jobId),
    fence: Number(fence),
    name,
    media_type: [type.trim().toLowerCase(), ...parameters].join(";"),
    kind: new URL(request.url).searchParams.get("kind") ?? "other",
    promised: promisedHash(request.headers),
    declared: Number(request.headers.get("content-length") ?? 0),
  };
}

async function take(request: Request, jobId: string, fence: string, name: string) {
  const { claims } = await verifyCaller(request);
  const { promised, declared, media_type, kind, ...hold } = asked(request, jobId, fence, name);
  const most = mostArtifactBytes();
  if (declared > most) throw tooLarge(most);
  // Before the bytes: a late worker or a full tenant is told without sending them all.
  const { tenant_id } = begun.parse(
    await pool().callAs(claims, "begin_artifact", { ...hold, size_bytes: declared }),
  );
  const store = newStore();
  const body = measured(request.body, { mostBytes: most, idleMs: idleMs() });
  const incoming = await store.receive(body, media_type);
  try {
    const { sha256, sizeBytes: size_bytes } = body.told();
    if (promised !== undefined && promised !== sha256) {
      const message = `Cannot keep the artifact: its bytes hash to ${sha256}, not as promised`;
      throw new CogoError("artifact_mismatch", message, "Send it again; nothing was kept.");
    }
    await incoming.place(tenant_id, sha256);
    const file = { ...hold, media_type, kind, size_bytes, sha256, bucket: store.bucket };
    const kept = uploadAnswer.parse(await pool().callAs(claims, "put_artifact", file));
    // A sweep that was under way when they were placed may have taken them; none takes them now.
    await incoming.place(tenant_id, sha256);
    return kept;
  } finally {
    await incoming.discard();
  }
}

/**
 * `PUT /artifacts/jobs/:job_id/:fence/:name`: takes a file of a job in, for who holds it. The row
 * comes after the bytes are safe; the same again changes nothing.
 * @throws CogoError bad_argument (400), missing_key, invalid_token, not_an_agent (401),
 * upload_too_slow (408), payload_too_large (413), artifact_mismatch (422), artifact_store_failed,
 * artifacts_not_configured, database_unreachable (503); what SQL refuses is passed on
 */
export async function upload(
  request: Request,
  jobId: string,
  fence: string,
  name: string,
): Promise<Response> {
  const instead = () =>
    respondError(
      new CogoError(
        "overloaded",
        "Cannot take the artifact: too many are coming in",
        "Send again.",
      ),
      { "retry-after": "1" },
    );
  return await uploading.within(mostUploads(), async () => {
    const kept = await take(request, jobId, fence, name);
    return respond(kept, kept.outcome === "created" ? 201 : 200);
  }, instead);
}
