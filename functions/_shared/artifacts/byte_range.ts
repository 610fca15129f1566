/** Bytes `from` to `to`, both within. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The one range that a request asks for. Undefined: all of it, as for what cannot be read or asks
 * for several; null: nothing of it is there (416).
 */
export function rangeOf(header: string | null, size: number): ByteRange | null | undefined {
  const read = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? "");
  if (!read || (read[1] === "" && read[2] === "")) return undefined;
  if (read[1] === "") {
    const last = Number(read[2]);
    return last === 0 || size === 0 ? null : { from: Math.max(0, size - last), to: size - 1 };
  }
  const from = Number(read[1]);
  const to = read[2] === "" ? size - 1 : Math.min(Number(read[2]), size - 1);
  if (read[2] !== "" && Number(read[2]) < from) return undefined;
  return from >= size ? null : { from, to };
}

/** Passes on so many bytes, then ends. */
export function firstBytes(many: number): TransformStream<Uint8Array, Uint8Array> {
  let left = many;
  return new TransformStream({
    transform(chunk, controller) {
      controller.enqueue(chunk.length > left ? chunk.subarray(0, left) : chunk);
      left -= chunk.length;
      if (left <= 0) controller.terminate();
    },
  });
}
