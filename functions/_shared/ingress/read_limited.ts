import { CogoError } from "../platform/errors.ts";
import { jsonLexemes } from "../platform/json_lexemes.ts";
import { CallError } from "../worker/transport.ts";
import { type Refuse, refusing } from "../platform/read_json.ts";

/** Refusals of what was sent. */
export const refuse: Refuse = refusing("docs/openapi/ingress.json");

function tooLarge(most: number): CogoError {
  const message = `Cannot take the request: its body has more than ${most} bytes`;
  return new CogoError("payload_too_large", message, "Send less, and large parts as artifacts.");
}

/**
 * The bytes of a body, read no further than allowed; what is told to be longer is not read at all.
 * @throws CogoError payload_too_large (413)
 */
export async function readLimited(request: Request, most: number): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > most) {
    await request.body?.cancel();
    throw tooLarge(most);
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.length;
    if (size > most) throw tooLarge(most); // leaving the loop cancels the rest
    parts.push(part);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Levels of lists and objects in each other that are read. */
const mostLevels = 100;

/** How deep JSON text goes, without reading it: what goes too deep costs every reader its stack. */
function levelsOf(text: string): number {
  let [deepest, level] = [0, 0];
  for (const [lexeme] of text.matchAll(jsonLexemes)) {
    if (lexeme === "{" || lexeme === "[") deepest = Math.max(deepest, ++level);
    else if (lexeme === "}" || lexeme === "]") level--;
  }
  return deepest;
}

/** JSON that a database can hold. @throws CogoError bad_argument (400) */
export function jsonOf(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (levelsOf(text) > mostLevels) throw refuse("the body", `it has over ${mostLevels} levels`);
    return JSON.parse(text);
  } catch (thrown) {
    if (thrown instanceof CogoError) throw thrown;
    throw refuse("the body", "it is not JSON");
  }
}

/** What Postgres finds wrong with a value itself, such as a zero byte in a text. */
export function isUnholdable(thrown: unknown): boolean {
  return thrown instanceof CallError && thrown.status === 400 && thrown.code === "";
}
