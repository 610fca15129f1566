import { join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import type { Gateway } from "./gateway.ts";

const mediaTypes: Record<string, string> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  ico: "image/x-icon",
  woff2: "font/woff2",
};

/**
 * The gateway's Studio page, its assets and the few readings it needs. It connects with the
 * publishable key, so it shows what `anon` may see; the wire protocol shows everything.
 */
export function createStudio(
  gateway: Gateway,
): (request: Request) => Promise<Response | undefined> {
  const folder = join(fileURLToPath(import.meta.resolve("@supabase/lite")), "..", "static");

  async function asset(path: string): Promise<Response | undefined> {
    const inside = normalize(path.replace(/^\/static\//, ""));
    if (inside.startsWith("..")) return undefined;
    try {
      const bytes = await Deno.readFile(join(folder, inside));
      const ending = inside.slice(inside.lastIndexOf(".") + 1);
      const type = mediaTypes[ending] ?? "application/octet-stream";
      return new Response(bytes, { headers: { "content-type": type } });
    } catch {
      return undefined;
    }
  }

  return async (request) => {
    const path = new URL(request.url).pathname;
    if (request.method !== "GET") return undefined;
    if (path === "/favicon.ico") return await asset("/static/favicon.ico");
    if (path.startsWith("/static/")) return await asset(path);
    const isPage = path === "/" || path === "/studio" || path.startsWith("/_system/") ||
      (request.headers.get("accept")?.includes("text/html") ?? false);
    return isPage ? await gateway.fetch(request, undefined) : undefined;
  };
}
