import type { Watch } from "./watch.ts";

/** A body that is larger than it may be. */
export class TooLarge extends Error {
  override readonly name = "TooLarge";
}

/**
 * Reads a body up to a size, counted as it is unpacked, so that a small packed one cannot fill the
 * memory.
 * @param isCut take what fits of a larger one, instead of throwing
 * @throws TooLarge, the signal's reason, or what the connection throws
 */
export async function readBytes(
  response: Response,
  mostBytes: number,
  watch: Watch,
  isCut = false,
): Promise<Uint8Array<ArrayBuffer>> {
  if (response.body === null) return new Uint8Array(0);
  const reader = response.body.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    while (size <= mostBytes) {
      const { done, value } = await watch.race(reader.read());
      if (done) break;
      parts.push(value);
      size += value.length;
    }
  } finally {
    // The rest of a larger body, or of one that was given up, is not wanted.
    reader.cancel().catch(() => {});
  }
  if (size > mostBytes && !isCut) {
    throw new TooLarge(`the answer is larger than ${mostBytes} bytes`);
  }
  const bytes = new Uint8Array(Math.min(size, mostBytes));
  let at = 0;
  for (const part of parts) {
    bytes.set(part.subarray(0, bytes.length - at), at);
    at += part.length;
    if (at >= bytes.length) break;
  }
  return bytes;
}
