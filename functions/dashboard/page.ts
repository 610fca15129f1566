/** Files of the page and their media types; nothing else is served. */
const mediaTypes: Record<string, string> = {
  "index.html": "text/html; charset=utf-8",
  "icon.svg": "image/svg+xml",
  "style.css": "text/css; charset=utf-8",
  "panels.css": "text/css; charset=utf-8",
  "app.js": "text/javascript; charset=utf-8",
  "decisions.js": "text/javascript; charset=utf-8",
  "dom.js": "text/javascript; charset=utf-8",
  "failures.js": "text/javascript; charset=utf-8",
  "feed.js": "text/javascript; charset=utf-8",
  "format.js": "text/javascript; charset=utf-8",
  "keys.js": "text/javascript; charset=utf-8",
  "lanes.js": "text/javascript; charset=utf-8",
  "providers.js": "text/javascript; charset=utf-8",
  "receipt.js": "text/javascript; charset=utf-8",
  "run.js": "text/javascript; charset=utf-8",
  "spend.js": "text/javascript; charset=utf-8",
  "tiles.js": "text/javascript; charset=utf-8",
  "times.js": "text/javascript; charset=utf-8",
};

/** Only this page's own files run or are asked; nobody may frame it. */
const headers = {
  "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; " +
    "img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-cache",
};

/** Whether the page has a file of that name. */
export const isPageFile = (name: string): boolean => Object.hasOwn(mediaTypes, name);

async function tagOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `"${
    Array.from(digest.slice(0, 12), (byte) => byte.toString(16).padStart(2, "0")).join("")
  }"`;
}

/** Serves one file of the page, or 304 when the browser has it. @throws when it cannot be read */
export async function servePageFile(name: string, request: Request): Promise<Response> {
  const bytes = await Deno.readFile(new URL(`./page/${name}`, import.meta.url));
  const etag = await tagOf(bytes);
  if (request.headers.get("if-none-match") === etag) {
    return new Response(null, { status: 304, headers: { ...headers, etag } });
  }
  return new Response(bytes, {
    headers: { ...headers, etag, "content-type": mediaTypes[name] ?? "application/octet-stream" },
  });
}
