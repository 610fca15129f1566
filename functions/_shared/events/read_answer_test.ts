import assert from "@std/assert";
import { readAnswer } from "./read_answer.ts";

/** A connection that gives `text` in pieces of `size` bytes and then closes. */
function pieces(text: string, size: number) {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  return {
    read(into: Uint8Array): Promise<number | null> {
      if (at >= bytes.length) return Promise.resolve(null);
      const part = bytes.subarray(at, at + Math.min(size, into.length));
      into.set(part);
      at += part.length;
      return Promise.resolve(part.length);
    },
  };
}

const body = '{"title":"é — ok"}';
const length = new TextEncoder().encode(body).length;
const forms = {
  "a length": `HTTP/1.1 200 OK\r\nContent-Length: ${length}\r\n\r\n${body}and more`,
  "an end": `HTTP/1.1 200 OK\r\n\r\n${body}`,
  "chunks":
    `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"tit\r\n10\r\nle":"é — ok"}\r\n0\r\n\r\n`,
  "a 100 before it": `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\n${body}`,
};

for (const [form, text] of Object.entries(forms)) {
  Deno.test(`answers: a body told by ${form} is whole, however it comes in`, async () => {
    for (const size of [1, 3, 16, 1000]) {
      const answer = await readAnswer(pieces(text, size), 1000);
      assert.deepEqual([answer.status, answer.text], [200, body], String(size));
    }
  });
}

Deno.test("answers: a body is cut where it is longer than wanted, and none is read unasked", async () => {
  const long = `HTTP/1.1 422 No\r\nX-A: b\r\nContent-Length: 50000\r\n\r\n${"x".repeat(50000)}`;
  assert.equal((await readAnswer(pieces(long, 700), 100)).text, "x".repeat(100));
  const { status, headers, text } = await readAnswer(pieces(long, 700));
  assert.deepEqual([status, headers.get("x-a"), text], [422, "b", ""]);
});

Deno.test("answers: what is no HTTP, has an endless head or ends too early is told", async () => {
  const bad = ["SSH-2.0-x\r\n", `HTTP/1.1 200 OK\r\nA: ${"b".repeat(20000)}`, ""];
  for (const text of bad) {
    await assert.rejects(readAnswer(pieces(text, 500), 100), /not HTTP\/1\.1/);
  }
  const early = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc";
  await assert.rejects(readAnswer(pieces(early, 500), 100), /ended before its end/);
});
