import assert from "@std/assert";
import { CogoError } from "./errors.ts";
import { readBytes } from "./read_bytes.ts";
import { jsonOf, readJson, refusing } from "./read_json.ts";

const refuse = refusing("docs/errors.md");
const read = (text: string) => jsonOf(new TextEncoder().encode(text), refuse);
const nested = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
const post = (body: BodyInit, headers: HeadersInit = {}) =>
  new Request("http://localhost/", { method: "POST", body, headers });

async function wordOf(reading: Promise<unknown>): Promise<string> {
  const thrown = await reading.then(() => undefined, (error: unknown) => error);
  if (!(thrown instanceof CogoError)) throw new Error(`not refused: ${thrown}`);
  return `${thrown.status} ${thrown.body.details}`;
}

Deno.test("bodies: 100 levels are read, more are refused, and brackets in texts are none", () => {
  assert.ok(read(nested(100)));
  assert.equal(read(`"\\"${"[".repeat(200)}"`), `"${"[".repeat(200)}`);
  assert.throws(() => read(`{"a\\"{":${nested(101)}}`), /over 100 levels/);
});

Deno.test("bodies: a text that never ends is refused at once", () => {
  const begun = performance.now();
  assert.throws(() => read(`"${'\\"'.repeat(32_000)}`), /it is not JSON/);
  assert.ok(performance.now() - begun < 2000);
});

Deno.test("bodies: one of the limit is read whole, a byte more is refused", async () => {
  const most = 64 * 1024;
  const text = `"${"x".repeat(most - 2)}"`;
  assert.equal((await readJson(post(text), refuse) as string).length, most - 2);
  assert.equal(await wordOf(readJson(post(`${text} `), refuse)), "413 payload_too_large");
});

Deno.test("bodies: what is told to be too long is not read", async () => {
  let pulled = 0;
  const body = new ReadableStream({ pull: () => void pulled++ }, { highWaterMark: 0 });
  const told = post(body, { "content-length": "1001" });
  assert.equal(await wordOf(readBytes(told, { most: 1000 })), "413 payload_too_large");
  assert.equal(pulled, 0);
});

Deno.test("bodies: one that trickles is given up in time, and its source is told", async () => {
  let cancelled = false;
  let timer = 0;
  const body = new ReadableStream({
    start(controller) {
      timer = setInterval(() => controller.enqueue(new Uint8Array([32])), 5) as unknown as number;
    },
    cancel() {
      cancelled = true;
      clearInterval(timer);
    },
  });
  const begun = performance.now();
  const reading = readBytes(post(body), { most: 1000, withinMs: 60 });
  assert.equal(await wordOf(reading), "408 body_timeout");
  assert.ok(performance.now() - begun < 1000);
  assert.ok(cancelled);
});
