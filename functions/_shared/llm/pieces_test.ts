import assert from "node:assert/strict";
import { AttemptFailure } from "./attempt_failure.ts";
import { keyCleaner } from "./key_cleaner.ts";
import { eventOf, SseFrames } from "./sse_frames.ts";
import { UsageTally } from "./usage.ts";

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

Deno.test("failures: taking a key out never hides how an attempt failed", () => {
  for (const key of ["null", "1", "a\\", '"', "{"]) {
    const body = { error: { message: `not ${key}`, code: null, at: 11, text: "a\\" } };
    const failure = new AttemptFailure(`not ${key}`, 500, false, undefined, body);
    const cleaned = failure.cleaned(keyCleaner(key));
    assert.deepEqual([cleaned.message, cleaned.status], ["not [key]", 500]);
    assert.match(JSON.stringify(cleaned.body), /\[key\]/);
  }
  const told = new AttemptFailure("no", 500, false, undefined, {
    error: { message: "sk-1 is bad" },
  });
  assert.deepEqual(told.cleaned(keyCleaner("sk-1")).body, { error: { message: "[key] is bad" } });
  const text = new AttemptFailure("no", 500, false, undefined, 'a"sk-1');
  assert.equal(text.cleaned(keyCleaner("sk-1")).body, 'a"[key]');
});
