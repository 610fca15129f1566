/** What the page may consist of; nothing else is served. */
const mediaTypes: Record<string, string> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
};

/** Small letters and single dots only, so no path leads out of the folder. */
const assetPath = /^([a-z0-9_-]+\/)*[a-z0-9_-]+\.(css|js|svg|txt)$/;

/** Only this page's own files run or are asked; nobody may frame it. */
const headers = {
  "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; " +
    "img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-cache",
};

const folder = new URL("./page/", import.meta.url);

async function tagOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `"${
    Array.from(digest.slice(0, 12), (byte) => byte.toString(16).padStart(2, "0")).join("")
  }"`;
}

/** Answers with bytes of the page, or 304 when the browser has them. */
export async function servePart(
  bytes: Uint8Array<ArrayBuffer>,
  mediaType: string,
  request: Request,
): Promise<Response> {
  const etag = await tagOf(bytes);
  if (request.headers.get("if-none-match") === etag) {
    return new Response(null, { status: 304, headers: { ...headers, etag } });
  }
  return new Response(bytes, { headers: { ...headers, etag, "content-type": mediaType } });
}

/** The text of a file in page/. @throws when it cannot be read */
export const readPart = (path: string): Promise<string> => Deno.readTextFile(new URL(path, folder));

/**
 * Serves a script, style, picture or licence of page/, found by its path alone; undefined where
 * there is none.
 */
export async function serveAsset(path: string, request: Request): Promise<Response | undefined> {
  const ending = assetPath.exec(path)?.at(-1);
  if (ending === undefined) return undefined;
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = await Deno.readFile(new URL(path, folder));
  } catch (thrown) {
    if (thrown instanceof Deno.errors.NotFound) return undefined;
    throw thrown;
  }
  return await servePart(bytes, mediaTypes[ending] ?? "application/octet-stream", request);
}
