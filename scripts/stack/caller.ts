import { createHash, timingSafeEqual } from "node:crypto";
import type { Keys } from "./keys.ts";
import { messageOf } from "./failure.ts";
import type { Refusal } from "./replies.ts";
import { type Claims, looksLikeToken, type Tokens } from "./tokens.ts";

/** Who calls: the claims that SQL will see, and whether they came by a token or by an API key. */
export interface Caller {
  claims: { role: string } & Partial<Claims>;
  by: "token" | "key";
}

/** The outcome of looking at a request's credentials. */
export type Identified =
  | { caller: Caller }
  | { refusal: Refusal }
  | { nobody: true };

/** Reads `apikey` (header or query) and `Authorization: Bearer`. */
export function credentialsOf(request: Request): { apikey?: string; bearer?: string } {
  const apikey = request.headers.get("apikey") ??
    new URL(request.url).searchParams.get("apikey");
  const bearer = /^bearer\s+(.+)$/i.exec(request.headers.get("authorization") ?? "")?.[1]?.trim();
  return { ...(apikey ? { apikey } : {}), ...(bearer ? { bearer } : {}) };
}

const digest = (text: string) => createHash("sha256").update(text).digest();

function roleOfKey(keys: Keys, given: string): string | undefined {
  const wanted = digest(given);
  const isAmong = (named: Record<string, string>) =>
    Object.values(named).filter((key) => timingSafeEqual(digest(key), wanted)).length > 0;
  if (isAmong(keys.secret)) return "service_role";
  return isAmong(keys.publishable) ? "anon" : undefined;
}

const unknownKey: Refusal = {
  status: 401,
  details: "invalid_token",
  message: "Cannot let you in: this API key is not one of this stack",
  hint: "Use a key that `npm start` printed; .cogo/stack.json holds them while the stack runs.",
};

function badToken(reason: string): Refusal {
  return {
    status: 401,
    details: "invalid_token",
    message: `Cannot let you in: the token is not valid here (${reason})`,
    hint: "Mint one with `deno run -A scripts/stack/mint_token.ts --tenant UUID --agent UUID`.",
  };
}

/**
 * Finds out who calls. A token outranks an API key beside it, as on a hosted project; anything
 * that is wrong refuses the request even if something else beside it is right.
 */
export async function identify(request: Request, keys: Keys, tokens: Tokens): Promise<Identified> {
  const { apikey, bearer } = credentialsOf(request);
  let caller: Caller | undefined;
  for (const credential of [apikey, bearer]) {
    if (credential === undefined) continue;
    if (looksLikeToken(credential)) {
      try {
        caller = { claims: await tokens.verify(credential), by: "token" };
      } catch (thrown) {
        return { refusal: badToken(messageOf(thrown)) };
      }
      continue;
    }
    const role = roleOfKey(keys, credential);
    if (!role) return { refusal: unknownKey };
    if (credential === apikey || caller?.by !== "token") caller = { claims: { role }, by: "key" };
  }
  return caller ? { caller } : { nobody: true };
}

/** The refusal for a request that shows nothing at all. */
export const noCredentials: Refusal = {
  status: 401,
  details: "missing_key",
  message: "Cannot let you in: the request has neither an apikey header nor a bearer token",
  hint: "Send `apikey: sb_publishable_…` (and `Authorization: Bearer TOKEN` as an agent).",
};
