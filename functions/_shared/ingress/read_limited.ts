import { CogoError } from "../platform/errors.ts";
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

/** @throws CogoError bad_argument (400) */
export function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw refuse("the body", "it is not JSON");
  }
}
