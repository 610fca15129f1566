/** What an endpoint answered. Its body is not read. */
export interface PostAnswer {
  readonly status: number;
  readonly headers: Headers;
}

/** Most bytes that are read of an answer: its head, and no more than this. */
const mostHeadBytes = 16_384;

/** Reads the head of an HTTP/1.1 answer, passing over 1xx ones. Throws when it is something else. */
export async function readAnswer(connection: Deno.Conn): Promise<PostAnswer> {
  const decoder = new TextDecoder("latin1");
  const chunk = new Uint8Array(4096);
  let text = "";
  while (text.length < mostHeadBytes) {
    const size = await connection.read(chunk);
    if (size === null) break;
    text += decoder.decode(chunk.subarray(0, size));
    text = text.replace(/^HTTP\/1\.1 1\d\d[^\r\n]*\r\n(?:[^\r\n]+\r\n)*\r\n/, ""); // 100 Continue
    const end = text.indexOf("\r\n\r\n");
    if (end < 0) continue;
    const [first = "", ...lines] = text.slice(0, end).split("\r\n");
    const status = /^HTTP\/1\.[01] (\d{3})/.exec(first)?.[1];
    if (status === undefined) break;
    const headers = new Headers();
    for (const line of lines) {
      const [, name, value] = /^([\w-]+):[ \t]*(.*?)[ \t]*$/.exec(line) ?? [];
      if (name && value !== undefined) headers.append(name, value);
    }
    return { status: Number(status), headers };
  }
  throw new Error("the answer is not HTTP/1.1");
}
