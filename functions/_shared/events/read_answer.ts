import { wholeBody } from "./whole_body.ts";

/** What an endpoint answered. */
export interface PostAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Empty unless a body was asked for; cut where it is longer than that. */
  readonly text: string;
}

/** Most bytes of an answer's head. */
const mostHeadBytes = 16_384;

/** What a connection gives, chunk by chunk. */
type Readable = Pick<Deno.Conn, "read">;

/**
 * Reads an HTTP/1.1 answer, passing over 1xx ones: its head, and up to `mostBodyBytes` of its body.
 * Throws when it is something else.
 */
export async function readAnswer(connection: Readable, mostBodyBytes = 0): Promise<PostAnswer> {
  const decoder = new TextDecoder("latin1");
  const chunk = new Uint8Array(16_384);
  const most = mostHeadBytes + mostBodyBytes * 2; // chunks have heads of their own
  const parts: Uint8Array[] = [];
  let size = 0;
  let head: Pick<PostAnswer, "status" | "headers"> & { readonly length: number } | undefined;
  let text = "";
  while (size < most) {
    const read = await connection.read(chunk);
    if (read !== null) {
      parts.push(chunk.slice(0, read));
      size += read;
    }
    if (head === undefined) {
      if (size > mostHeadBytes * 2) break;
      text += read === null ? "" : decoder.decode(chunk.subarray(0, read));
      const before = text.length;
      text = text.replace(/^HTTP\/1\.1 1\d\d[^\r\n]*\r\n(?:[^\r\n]+\r\n)*\r\n/, ""); // 100 Continue
      dropFront(parts, before - text.length);
      head = headOf(text);
      if (head === undefined && (read === null || text.length > mostHeadBytes)) break;
      if (head === undefined) continue;
      dropFront(parts, head.length);
    }
    const { status, headers } = head;
    if (mostBodyBytes === 0 || status === 204) return { status, headers, text: "" };
    const body = wholeBody(parts, headers, read === null, mostBodyBytes);
    if (body !== undefined) return { status, headers, text: new TextDecoder().decode(body) };
    if (read === null) throw new Error("the answer ended before its end");
  }
  throw new Error("the answer is not HTTP/1.1");
}

function headOf(text: string) {
  const end = text.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const [first = "", ...lines] = text.slice(0, end).split("\r\n");
  const status = /^HTTP\/1\.[01] (\d{3})/.exec(first)?.[1];
  if (status === undefined) throw new Error("the answer is not HTTP/1.1");
  const headers = new Headers();
  for (const line of lines) {
    const [, name, value] = /^([\w-]+):[ \t]*(.*?)[ \t]*$/.exec(line) ?? [];
    if (name && value !== undefined) headers.append(name, value);
  }
  return { status: Number(status), headers, length: end + 4 };
}

/** Takes bytes away from the front, in place. */
function dropFront(parts: Uint8Array[], count: number): void {
  for (let left = count; left > 0 && parts.length > 0;) {
    const [first] = parts as [Uint8Array];
    if (first.length > left) parts[0] = first.subarray(left);
    else parts.shift();
    left -= first.length;
  }
}
