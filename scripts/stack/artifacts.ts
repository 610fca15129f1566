import { join } from "node:path";
import type { Executor } from "../db/executor.ts";
import { refuse } from "./replies.ts";

/** Types a browser may show; anything else is offered as a download. */
const shown = new Set(["text/plain", "application/json", "image/png", "image/jpeg", "image/webp"]);

/** Artifacts come from foreign repositories: nothing in them may run or call out. */
const harmless: Record<string, string> = {
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "cache-control": "private, max-age=31536000, immutable",
};

/** The fewest characters of a hash that /artifacts takes for it. */
export const shortestName = 12;

async function recordedType(executor: Executor, sha256: string): Promise<string> {
  try {
    const rows = await executor.query(
      "select media_type, name from cogo.artifacts where sha256 = $1 limit 1",
      [sha256],
    );
    return String(rows[0]?.media_type ?? "").split(";")[0]?.trim() ?? "";
  } catch {
    return ""; // no such table yet
  }
}

/**
 * Answers GET /artifacts/<sha256> from the local artifacts folder.
 * The first characters of the hash lead to the whole one. Text of any kind (HTML and SVG too) is sent as plain text.
 */
export async function serveArtifact(
  folder: string,
  executor: Executor,
  sha256: string,
): Promise<Response> {
  if (/^[0-9a-f]+$/.test(sha256) && sha256.length >= shortestName && sha256.length < 64) {
    const named = [...Deno.readDirSync(folder)].filter(({ name }) =>
      name.length === 64 && name.startsWith(sha256)
    );
    const location = `/artifacts/${named[0]?.name}`;
    if (named.length === 1) return new Response(null, { status: 302, headers: { location } });
  }
  const file = /^[0-9a-f]{64}$/.test(sha256) ? await openIfThere(join(folder, sha256)) : undefined;
  if (!file) {
    return refuse({
      status: 404,
      details: "artifact_not_found",
      message: `Cannot find the artifact ${sha256.slice(0, 80)}`,
      hint: "The path is /artifacts/SHA256 in lower-case hex; --fresh deletes local artifacts.",
    });
  }
  const recorded = await recordedType(executor, sha256);
  const isText = recorded.startsWith("text/") || recorded.endsWith("+xml");
  const type = isText ? "text/plain" : shown.has(recorded) ? recorded : "application/octet-stream";
  const { size } = await file.stat();
  return new Response(file.readable, {
    headers: {
      ...harmless,
      "content-type": type === "text/plain" ? "text/plain; charset=utf-8" : type,
      "content-length": String(size),
      "content-disposition": type === "application/octet-stream" ? "attachment" : "inline",
      etag: `"${sha256}"`,
    },
  });
}

async function openIfThere(path: string): Promise<Deno.FsFile | undefined> {
  try {
    return await Deno.open(path);
  } catch (thrown) {
    if (thrown instanceof Deno.errors.NotFound) return undefined;
    throw thrown;
  }
}
