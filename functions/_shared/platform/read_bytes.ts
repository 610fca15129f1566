import { CogoError } from "./errors.ts";

/** How a body is read. */
export interface BodyLimits {
  /** Bytes at most. */
  readonly most: number;
  /** Milliseconds from the first byte asked for to the last (10,000). */
  readonly withinMs?: number;
}

function tooLarge(most: number): CogoError {
  const message = `Cannot take the request: its body has more than ${most} bytes`;
  return new CogoError("payload_too_large", message, "Send less, and large parts as artifacts.");
}

function tooSlow(withinMs: number): CogoError {
  const message = `Cannot take the request: its body did not arrive within ${withinMs} ms`;
  return new CogoError(
    "body_timeout",
    message,
    "Send the whole body at once; nothing was changed.",
  );
}

/**
 * The bytes of a body, read no further and no longer than allowed; what is told to be longer is not
 * read at all. Who sends a byte now and then holds nothing beyond the time.
 * @throws CogoError payload_too_large (413), body_timeout (408)
 */
export async function readBytes(
  request: Request,
  { most, withinMs = 10_000 }: BodyLimits,
): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get("content-length") ?? 0) > most) {
    await request.body?.cancel();
    throw tooLarge(most);
  }
  const reader = request.body?.getReader();
  if (!reader) return new Uint8Array();
  const late = Promise.withResolvers<never>();
  late.promise.catch(() => {});
  const timer = setTimeout(() => late.reject(tooSlow(withinMs)), withinMs);
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), late.promise]);
      if (done) break;
      size += value.length;
      if (size > most) throw tooLarge(most);
      parts.push(value);
    }
  } catch (thrown) {
    reader.cancel().catch(() => {}); // what hangs is left to itself
    throw thrown;
  } finally {
    clearTimeout(timer);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
