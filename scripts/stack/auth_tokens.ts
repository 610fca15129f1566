import { type JWTPayload, jwtVerify } from "jose";
import type { AccessHook } from "./access_hook.ts";
import type { Tokens } from "./tokens.ts";

const tokenPattern = /[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}/g;

/**
 * Auth signs with a secret that never leaves this process (HS256). What it hands to a client is
 * signed again with the public ES256 key, so that one token works at every door, after the hook has
 * said what a member may do.
 */
export function createAuthTokens(tokens: Tokens, secret: Uint8Array, hook: AccessHook): {
  /** Replaces every inner token in an answer (JSON body, redirect address). */
  outward(response: Response): Promise<Response>;
} {
  async function signedAnew(token: string): Promise<string> {
    let payload: JWTPayload;
    try {
      ({ payload } = await jwtVerify(token, secret, { algorithms: ["HS256"] }));
    } catch {
      return token; // not one of ours: leave it as it is
    }
    return await tokens.resign(await hook(payload));
  }

  async function replaceIn(text: string): Promise<string> {
    const found = [...new Set(text.match(tokenPattern) ?? [])];
    let result = text;
    for (const token of found) result = result.replaceAll(token, await signedAnew(token));
    return result;
  }

  return {
    async outward(response) {
      const headers = new Headers(response.headers);
      const location = headers.get("location");
      if (location) headers.set("location", await replaceIn(location));
      const isJson = headers.get("content-type")?.includes("json") ?? false;
      if (!isJson || !response.body) {
        return new Response(response.body, { status: response.status, headers });
      }
      headers.delete("content-length");
      const body = await replaceIn(await response.text());
      return new Response(body, { status: response.status, headers });
    },
  };
}
