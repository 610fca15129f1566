import { jsonLexemes } from "../platform/json_lexemes.ts";
import { decodeBase64Url } from "./base64url.ts";

/** More than any token of ours or of an issuer that we trust; headers of 8 KB are an attack. */
export const longestToken = 8000;

const parts = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/**
 * Refuses a token that two readers could read differently, before anything in it is believed: one
 * that is too long, has no signature, or names a claim twice.
 * @throws Error saying which
 */
export function demandPlainToken(token: string): void {
  if (token.length > longestToken) throw new Error(`it has more than ${longestToken} characters`);
  if (!parts.test(token)) throw new Error("it does not have three parts");
  for (const part of token.split(".").slice(0, 2)) {
    const name = repeatedName(new TextDecoder().decode(decodeBase64Url(part)));
    if (name !== undefined) throw new Error(`"${name.slice(0, 40)}" stands in it twice`);
  }
}

/** A name that one object of the JSON text has twice; undefined when there is none. */
export function repeatedName(text: string): string | undefined {
  const open: (Set<string> | undefined)[] = [];
  for (const [lexeme] of text.matchAll(jsonLexemes)) {
    if (lexeme === "{") open.push(new Set());
    else if (lexeme === "[") open.push(undefined);
    else if (lexeme === "}" || lexeme === "]") open.pop();
    else if (lexeme.endsWith(":")) {
      const name = String(JSON.parse(lexeme.slice(0, -1)));
      const names = open.at(-1);
      if (names?.has(name)) return name;
      names?.add(name);
    }
  }
  return undefined;
}
