import assert from "node:assert/strict";
import { allowedUrl } from "./allowed_url.ts";
import { LlmError } from "./llm_error.ts";
import { retryAfterMs } from "./retry_after.ts";
import { eventOf, SseFrames } from "./sse_frames.ts";
import { UsageTally } from "./usage.ts";

const now = Date.parse("2026-11-26T00:00:00Z");

Deno.test("Retry-After: every kind of it is a wait, or none", () => {
  const day = 86_400_000;
  const cases: [Record<string, string>, number | undefined][] = [
    [{ "retry-after": "7" }, 7_000],
    [{ "retry-after": "0.25" }, 250],
    [{ "retry-after": "Thu, 26 Nov 2026 00:00:30 GMT" }, 30_000],
    [{ "retry-after": "Thu, 26 Nov 2020 00:00:30 GMT" }, 0],
    [{ "retry-after": "-5" }, 0],
    [{ "retry-after": "99999999999999999999" }, day],
    [{ "retry-after": "Fri, 26 Nov 2300 00:00:00 GMT" }, day],
    [{ "retry-after": "soon" }, undefined],
    [{ "retry-after": "1e3" }, undefined],
    [{ "retry-after": "5 apples" }, undefined],
    [{ "retry-after": "" }, undefined],
    [{ "retry-after": "NaN" }, undefined],
    [{ "retry-after": "Infinity" }, undefined],
    [{ "retry-after-ms": "1500", "retry-after": "60" }, 1_500],
    [{ "retry-after-ms": "-1" }, 0],
    [{ "retry-after-ms": "x", "retry-after": "2" }, 2_000],
    [{}, undefined],
  ];
  for (const [headers, expected] of cases) {
    assert.equal(retryAfterMs(new Headers(headers), now), expected, JSON.stringify(headers));
  }
});

Deno.test("hosts: a key goes by https to a host of its provider, and nowhere else", () => {
  const hosts = ["api.openai.com"];
  const check = (url: string, allowed = hosts, local: string[] = []) => {
    try {
      return allowedUrl(url, allowed, local).href;
    } catch (thrown) {
      assert.ok(thrown instanceof LlmError);
      return thrown.code;
    }
  };
  assert.equal(check("https://api.openai.com/v1/x"), "https://api.openai.com/v1/x");
  assert.equal(check("https://api.openai.com:8443/x"), "https://api.openai.com:8443/x");
  const wrong = [
    "http://api.openai.com/v1",
    "https://api.openai.com.evil.tld/v1",
    "https://evil.tld/api.openai.com",
    "https://me:pw@api.openai.com/v1",
    "https://api.openai.com@evil.tld/v1",
    "https://evil.tld\\@api.openai.com/v1",
    "https://api.openai.com./v1",
    "https://api%2eopenai.com/v1",
    "https://аpi.openai.com/v1", // a Cyrillic а
    "https://api.openai.com/v1?key=1",
    "https://api.openai.com/v1#x",
    "https://api.openai.com/v1\r\nHost: evil.tld",
    "https://169.254.169.254/latest/meta-data",
    "ftp://api.openai.com/v1",
    "file:///etc/passwd",
    "//api.openai.com/v1",
    "",
  ];
  for (const url of wrong) assert.equal(check(url), "unsafe_target", url);
  // Not even where the row allows it: addresses in all their spellings, and names of the inside.
  const inside = [
    "169.254.169.254",
    "2852039166",
    "0xa9fea9fe",
    "127.1",
    "0",
    "127.0.0.1",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "[fd00:ec2::254]",
    "localhost",
    "metadata.google.internal",
    "vault.local",
    "intranet",
  ];
  for (const host of inside) {
    const allowed = [host, new URL(`https://${host}`).hostname];
    assert.equal(check(`https://${host}/v1`, allowed), "unsafe_target", host);
    assert.equal(check(`http://${host}/v1`, allowed), "unsafe_target", host);
  }
});

Deno.test("hosts: a model of one's own is reached where its caller says so", () => {
  const at = (local: string[]) => () =>
    allowedUrl("http://localhost:11434/v1", ["localhost"], local);
  assert.equal(at(["localhost:11434"])().port, "11434");
  assert.equal(at(["localhost"])().port, "11434");
  assert.throws(at(["localhost:11435"]), LlmError);
  assert.throws(() => allowedUrl("http://localhost/v1", ["x.example"], ["localhost"]), LlmError);
});

Deno.test("events: wherever a stream is cut into pieces, its events are the same", () => {
  const stream =
    ': hi\r\n\r\nevent: a\ndata: {"x":"ü"}\n\ndata: {"y":\ndata: 1}\n\n\ndata: [DONE]\n\n';
  const bytes = new TextEncoder().encode(stream);
  for (let size = 1; size <= bytes.length; size++) {
    const frames = new SseFrames();
    const found = [];
    for (let at = 0; at < bytes.length; at += size) {
      found.push(...frames.push(bytes.subarray(at, at + size)));
    }
    assert.equal(frames.rest(), undefined);
    assert.equal(found.map(({ bytes }) => new TextDecoder().decode(bytes)).join(""), stream);
    const events = found.map(eventOf).filter((event) => event !== undefined);
    assert.deepEqual(events, [
      { name: "a", json: { x: "ü" }, isDone: false },
      { name: "", json: { y: 1 }, isDone: false },
      { name: "", json: undefined, isDone: true },
    ]);
  }
});

Deno.test("events: a large one goes through in pieces, and what follows is read again", () => {
  const frames = new SseFrames(100);
  const pieces = ["data: ", "x".repeat(150), "y".repeat(150), '\n\ndata: {"z":1}\n\n'];
  const found = pieces.flatMap((piece) => frames.push(new TextEncoder().encode(piece)));
  assert.deepEqual(found.map(({ isWhole }) => isWhole), [false, false, false, true]);
  assert.deepEqual(eventOf(found.at(-1)!)?.json, { z: 1 });
});

Deno.test("usage: what was told before a break is the least that is billed", () => {
  const tally = new UsageTally();
  tally.add({ input_tokens: 10, output_tokens: 2 });
  tally.addOutput("x".repeat(40));
  assert.partialDeepStrictEqual(tally.result(99, false), {
    input_tokens: 10,
    output_tokens: 10,
    is_estimate: true,
  });
  assert.partialDeepStrictEqual(tally.result(99, true), { output_tokens: 2, is_estimate: false });
});
