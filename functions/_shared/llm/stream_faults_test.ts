import assert from "node:assert/strict";
import { hello, onStage } from "./cases.ts";
import { LlmError } from "./llm_error.ts";
import { errorFrames, failsOver, formats, streams } from "./stream_cases.ts";

onStage("stream faults", {
  "an error event before the answer fails over unseen": async (s) => {
    for (const format of formats) {
      const end = await failsOver(s, format, { framesFirst: [errorFrames[format]] });
      assert.deepEqual([end.status, end.http_status, end.usage], ["failed", 529, null]);
    }
  },

  "an error event in the middle goes through, and what was used until then is billed": async (
    s,
  ) => {
    for (const format of formats) {
      const { raw, end } = await streams(s, format, { framesMiddle: [errorFrames[format]] });
      assert.ok(raw.includes(errorFrames[format]));
      assert.deepEqual([end.status, end.http_status], ["failed", 529]);
    }
  },

  "a stream that is an error in plain JSON fails over": async (s) => {
    const body = '{"error":{"message":"no","type":"server_error"}}';
    assert.equal((await failsOver(s, "openai", { body })).http_status, 502);
    const headers = { "content-type": "application/json" };
    assert.equal((await failsOver(s, "openai", { body, headers })).http_status, 502);
  },

  "an empty stream fails over": async (s) => {
    for (const format of formats) await failsOver(s, format, { body: "" });
  },

  "a stream cut before its first token fails over": async (s) => {
    for (const format of formats) {
      for (const cutQuietly of [false, true]) {
        const end = await failsOver(s, format, { cutAt: 60, cutQuietly });
        assert.equal(end.usage?.is_estimate, true);
      }
    }
  },

  "a stream cut between its opening and its first word fails over": async (s) => {
    for (const format of formats) {
      const { raw } = await streams(s, format, {});
      const word = format === "openai" ? '"content":"Gr' : "event: content_block_start";
      const cutAt = new TextEncoder().encode(raw.slice(0, raw.indexOf(word))).length;
      const end = await failsOver(s, format, { cutAt });
      assert.equal(end.status, "failed");
    }
  },

  "a stream cut later ends with an error in its format, and never with half an event": async (
    s,
  ) => {
    for (const format of formats) {
      const whole = (await streams(s, format, {})).raw;
      for (const cutQuietly of [false, true]) {
        for (const part of [0.55, 0.62, 0.7]) {
          const cutAt = Math.floor(new TextEncoder().encode(whole).length * part);
          const { raw, end } = await streams(s, format, { cutAt, cutQuietly });
          const frames = raw.trimEnd().split("\n\n").map((frame) =>
            /^data: (.*)$/m.exec(frame)?.[1]
          );
          const events = frames.map((data) => JSON.parse(data!));
          assert.match(events.at(-1).error.message, /broke off/);
          assert.equal(end.status, "failed");
          assert.equal(end.usage?.is_estimate, true);
        }
      }
    }
  },

  "a stream that stalls ends with an error after the idle time": async (s) => {
    for (const format of formats) {
      const { raw, end } = await streams(s, format, { stallAt: 900 }, { idleMs: 80 });
      assert.match(raw, /nothing came for 80 ms/);
      assert.equal(end.status, "failed");
    }
  },

  "a slow-loris that only pings fails over after the time for the first token": async (s) => {
    const framesFirst = Array.from({ length: 60 }, () => ": ping\n\n");
    const end = await failsOver(s, "openai", { framesFirst, pauseMs: 20 }, { firstTokenMs: 600 });
    assert.equal(end.http_status, null);
  },

  "a tool call that is cut off never looks whole": async (s) => {
    const tools = [{ type: "function", function: { name: "weather" } }];
    const whole = (await streams(s, "anthropic", {}, {}, { ...hello, tools })).raw;
    const cutAt =
      new TextEncoder().encode(whole.slice(0, whole.indexOf("content_block_stop"))).length;
    s.provider.next({ cutAt, cutQuietly: true });
    const llm = await s.route(["anthropic"]);
    await assert.rejects(async () => {
      for await (const _event of llm.stream({ ...hello, tools }));
    }, (thrown) => thrown instanceof LlmError && thrown.code === "provider_failed");
  },

  "a line of 10 MB that is cut off ends with an error event of its own": async (s) => {
    const fault = { textBytes: 10_000_000, pieceBytes: 50_000, cutAt: 5_000_000 };
    const { raw, end } = await streams(s, "openai", fault);
    assert.match(
      raw,
      /x\n\ndata: \{"error":\{"message":"The provider's answer broke off[^\n]*\n\n$/,
    );
    assert.equal(end.status, "failed");
  },
});
