/** Fields that move with the clock alone; an answer that differs only in them has not changed. */
const clockFields = new Set(["at", "since"]);

async function tagOf(body: unknown): Promise<string> {
  const text = JSON.stringify(body, (key, value) => clockFields.has(key) ? undefined : value);
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  const words = Array.from(new Uint8Array(digest, 0, 12), (byte) => byte.toString(16));
  return `W/"${words.map((word) => word.padStart(2, "0")).join("")}"`;
}

/**
 * Answers JSON with a weak ETag, or 304 without a body when the caller's `If-None-Match` holds it
 * already. Caches must ask each time, and may not serve one caller's answer to another.
 */
export async function freshJson(request: Request, body: unknown): Promise<Response> {
  const etag = await tagOf(body);
  const headers = {
    etag,
    "cache-control": "private, no-cache",
    vary: "authorization, apikey",
    "x-content-type-options": "nosniff",
  };
  const known = request.headers.get("if-none-match")?.split(",").map((tag) => tag.trim());
  if (known?.includes(etag)) return new Response(null, { status: 304, headers });
  return Response.json(body, { headers });
}
