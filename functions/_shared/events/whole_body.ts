/**
 * The body of an HTTP/1.1 answer once all of it, or as much as is wanted, has come; undefined before.
 * @param parts what came after the head
 * @param ended whether the other side has closed the connection
 */
export function wholeBody(
  parts: readonly Uint8Array[],
  headers: Headers,
  ended: boolean,
  most: number,
): Uint8Array | undefined {
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  const told = headers.get("content-length");
  const isChunked = /\bchunked\b/i.test(headers.get("transfer-encoding") ?? "");
  if (!isChunked) {
    const length = told === null ? Infinity : Number(told);
    if (size < Math.min(length, most) && !(ended && length === Infinity)) return undefined;
    return joined(parts).subarray(0, Math.min(length, most));
  }
  // Put together once it may be whole, not at each part.
  if (!ended && size < most && !endsWithLastChunk(parts)) return undefined;
  return dechunked(joined(parts), most);
}

function endsWithLastChunk(parts: readonly Uint8Array[]): boolean {
  const tail = joined(parts.slice(-5)).subarray(-5);
  return new TextDecoder().decode(tail) === "0\r\n\r\n";
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function dechunked(bytes: Uint8Array, most: number): Uint8Array | undefined {
  const data: Uint8Array[] = [];
  let taken = 0;
  for (let at = 0;;) {
    const line = bytes.indexOf(10, at);
    if (line < 0) return undefined;
    const length = parseInt(new TextDecoder().decode(bytes.subarray(at, line)), 16);
    if (Number.isNaN(length)) throw new Error("the answer's chunks are malformed");
    if (length === 0 || taken >= most) return joined(data).subarray(0, most);
    if (line + 1 + length > bytes.length) return undefined;
    data.push(bytes.subarray(line + 1, line + 1 + length));
    taken += length;
    at = line + 1 + length + 2;
  }
}
