import assert from "@std/assert";
import { firstBytes, rangeOf } from "./byte_range.ts";

Deno.test("byte range: what is asked for, what is not there and what cannot be read", () => {
  assert.deepEqual(rangeOf("bytes=0-0", 10), { from: 0, to: 0 });
  assert.deepEqual(rangeOf("bytes=3-", 10), { from: 3, to: 9 });
  assert.deepEqual(rangeOf("bytes=-30", 10), { from: 0, to: 9 });
  for (const header of ["bytes=10-", "bytes=-0"]) assert.equal(rangeOf(header, 10), null, header);
  assert.equal(rangeOf("bytes=0-", 0), null);
  for (
    const header of [null, "", "bytes=-", "bytes=2-1", "bytes=0-1,2-3", "lines=1-2", "bytes=a-b"]
  ) {
    assert.equal(rangeOf(header, 10), undefined, String(header));
  }
});

Deno.test("byte range: a stream is cut within a piece, and its rest is left", async () => {
  let isLeft = false;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(7).fill(1)),
    cancel: () => void (isLeft = true),
  });
  const bytes = await new Response(endless.pipeThrough(firstBytes(10)) as BodyInit).bytes();
  assert.deepEqual([bytes.length, isLeft], [10, true]);
});
