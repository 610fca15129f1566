import type { z } from "zod";
import { CogoError } from "./errors.ts";

const mostBytes = 64 * 1024;

/** Makes the refusal of a field; what was sent is never repeated, since it may be a secret. */
export type Refuse = (field: string, problem: string) => CogoError;

/** Refusals whose next step is the page `described`, such as docs/openapi/key-vault.json. */
export function refusing(described: string): Refuse {
  const hint = `See ${described}; nothing was changed.`;
  return (field, problem) =>
    new CogoError("bad_argument", `Cannot accept ${field}: ${problem}`, hint);
}

/**
 * The JSON in a request's body, which is read no further than 64 KiB.
 * @throws CogoError bad_argument (400)
 */
export async function readJson(request: Request, refuse: Refuse): Promise<unknown> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for await (const part of request.body ?? []) {
    bytes += part.length;
    if (bytes > mostBytes) throw refuse("the body", `it has more than ${mostBytes} bytes`);
    parts.push(part);
  }
  try {
    return JSON.parse(await new Blob(parts).text());
  } catch {
    throw refuse("the body", "it is not JSON");
  }
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
