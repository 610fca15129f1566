import { firstBytes, rangeOf } from "./byte_range.ts";
import type { ArtifactLine } from "./contract.ts";
import { harmless, typeOf } from "./media_type.ts";

/** Whether a list of ETags, or `*`, holds ours; a weak one is as good. */
const holds = (header: string | null, etag: string) =>
  header?.split(",").some((one) => ["*", etag].includes(one.trim().replace(/^W\//, ""))) ?? false;

/** Answers GET and HEAD from an open file, which is closed in the end. */
export async function serveFile(
  file: Deno.FsFile,
  { name, media_type, sha256 }: ArtifactLine,
  request: Request,
): Promise<Response> {
  const { size } = await file.stat();
  const etag = `"${sha256}"`;
  const { type, disposition } = typeOf(media_type);
  const common = { ...harmless, etag, "accept-ranges": "bytes" };
  const headers = {
    ...common,
    "content-type": type,
    // Names are letters, digits, dots, dashes and underscores: nothing in them needs quoting.
    "content-disposition": `${disposition}; filename="${name}"`,
  };
  const without = (status: number, more: Record<string, string>) => {
    file.close();
    return new Response(null, { status, headers: more });
  };
  if (holds(request.headers.get("if-none-match"), etag)) return without(304, common);

  const condition = request.headers.get("if-range");
  const asked = condition === null || condition === etag ? request.headers.get("range") : null;
  const range = rangeOf(asked, size);
  if (range === null) return without(416, { ...common, "content-range": `bytes */${size}` });
  const { from, to } = range ?? { from: 0, to: size - 1 };
  const told = range
    ? { ...headers, "content-range": `bytes ${from}-${to}/${size}` }
    : { ...headers };
  const whole = { ...told, "content-length": String(to - from + 1) };
  const status = range ? 206 : 200;
  if (request.method === "HEAD" || size === 0) return without(status, whole);
  await file.seek(from, Deno.SeekMode.Start);
  const body = file.readable.pipeThrough(firstBytes(to - from + 1));
  return new Response(body, { status, headers: whole });
}
