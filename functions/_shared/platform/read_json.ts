import type { z } from "zod";
import { CogoError } from "./errors.ts";
import { jsonLexemes } from "./json_lexemes.ts";
import { type BodyLimits, readBytes } from "./read_bytes.ts";

/** Makes the refusal of a field; what was sent is never repeated, since it may be a secret. */
export type Refuse = (field: string, problem: string) => CogoError;

/** Refusals whose next step is the page `described`, such as docs/openapi/key-vault.json. */
export function refusing(described: string): Refuse {
  const hint = `See ${described}; nothing was changed.`;
  return (field, problem) =>
    new CogoError("bad_argument", `Cannot accept ${field}: ${problem}`, hint);
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

/** JSON of at most 100 levels. @throws CogoError bad_argument (400) */
export function jsonOf(bytes: Uint8Array, refuse: Refuse): unknown {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (levelsOf(text) > mostLevels) throw refuse("the body", `it has over ${mostLevels} levels`);
    return JSON.parse(text);
  } catch (thrown) {
    if (thrown instanceof CogoError) throw thrown;
    throw refuse("the body", "it is not JSON");
  }
}

/**
 * The JSON in a request's body, which is read no further than 64 KiB and no longer than 10 s.
 * @throws CogoError bad_argument (400), body_timeout (408), payload_too_large (413)
 */
export async function readJson(
  request: Request,
  refuse: Refuse,
  limits: BodyLimits = { most: 64 * 1024 },
): Promise<unknown> {
  return jsonOf(await readBytes(request, limits), refuse);
}

/**
 * What a schema makes of a value. A field that is not in it is refused, never ignored.
 * @throws CogoError bad_argument (400), naming the field
 */
export function readFields<Schema extends z.ZodType>(
  schema: Schema,
  given: unknown,
  refuse: Refuse,
): z.output<Schema> {
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  if (issue?.code === "unrecognized_keys") {
    throw refuse(namesOf(issue.keys), "there is no such field");
  }
  throw refuse(issue?.path.join(".") || "the body", issue?.message ?? "it is not valid");
}

/** Unknown fields as a refusal names them: cut, so that no value sent as a name is told. */
export function namesOf(keys: readonly string[]): string {
  return keys.map((key) => key.slice(0, 40)).join(", ");
}
