import type { z } from "zod";
import { CogoError } from "../platform/errors.ts";

const mostBytes = 64 * 1024;
const hint = "See docs/openapi/router-select.json; nothing was changed.";

function refuse(field: string, problem: string): CogoError {
  return new CogoError("bad_argument", `Cannot accept ${field}: ${problem}`, hint);
}

/** The text of a body, read no further than it may be long. */
async function readText(request: Request): Promise<string> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for await (const part of request.body ?? []) {
    bytes += part.length;
    if (bytes > mostBytes) throw refuse("the body", `it has more than ${mostBytes} bytes`);
    parts.push(part);
  }
  return await new Blob(parts).text();
}

/**
 * The JSON body of a request as its schema has it. A field that is not in the schema is refused,
 * never ignored: whoever sends a `base_url` must learn that it is not used.
 * @throws CogoError bad_argument (400), naming the field
 */
export async function readBody<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const text = await readText(request);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw refuse("the body", "it is not JSON");
  }
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  if (issue?.code === "unrecognized_keys") {
    throw refuse(issue.keys.map((key) => key.slice(0, 40)).join(", "), "there is no such field");
  }
  throw refuse(issue?.path.join(".") || "the body", issue?.message ?? "it is not valid");
}
