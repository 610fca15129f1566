import { SignJWT } from "jose";
import type { Caller } from "./caller.ts";

/**
 * The request as the gateway gets it: the caller's credentials are gone, `handle` stands for the
 * checked claims; a person's token is signed anew for Auth; schema `api` is the default.
 * @param signingKey the HS256 secret that Auth checks with
 */
export async function forGateway(
  request: Request,
  caller: Caller | undefined,
  handle: string,
  signingKey: Uint8Array,
): Promise<Request> {
  const headers = new Headers(request.headers);
  headers.delete("authorization");
  headers.delete("apikey");
  if (caller) headers.set("apikey", handle);
  const url = new URL(request.url);
  url.searchParams.delete("apikey");
  const reads = request.method === "GET" || request.method === "HEAD";
  if (url.pathname.startsWith("/auth/v1") && caller?.by === "token") {
    const inner = new SignJWT(caller.claims).setProtectedHeader({ alg: "HS256", typ: "JWT" });
    headers.set("authorization", `Bearer ${await inner.sign(signingKey)}`);
  }
  if (url.pathname.startsWith("/rest/v1")) {
    const profile = reads ? "accept-profile" : "content-profile";
    if (!headers.has(profile)) headers.set(profile, "api");
  }
  const body = reads ? null : await request.arrayBuffer();
  return new Request(url, { method: request.method, headers, body });
}
