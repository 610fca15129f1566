import assert from "node:assert/strict";
import { answerPieces, type Fault } from "../routing/fake_provider/mod.ts";
import { hello, onStage, type Stage, streamedText } from "./cases.ts";
import { LlmError } from "./llm_error.ts";

const text = answerPieces.join("");
const formats = ["openai", "anthropic"] as const;
type Format = typeof formats[number];

/** Streams once from a provider with a fault; tells what came, and how it was settled. */
async function streams(s: Stage, format: Format, fault: Fault, options = {}, body: object = hello) {
  s.provider.reset();
  s.provider.next(fault);
  const llm = await s.route([format], options);
  const raw = await (await llm.call({ ...body }, { stream: true })).text();
  return {
    raw,
    text: await streamedText(new Response(raw)),
    end: await s.core.settlement(llm.decisionId),
  };
}

/** Streams with the first model at fault before it answers; the second one's answer comes whole. */
async function failsOver(s: Stage, format: Format, fault: Fault, options = {}) {
  s.provider.reset();
  s.provider.next(fault);
  const llm = await s.route([format, format], options);
  const response = await llm.call(hello, { stream: true });
  assert.equal(await streamedText(response), text);
  assert.equal((await s.core.settlement(llm.decisionId, 2)).status, "succeeded");
  return await s.core.settlement(llm.decisionId, 1);
}

const errorFrames = {
  openai: 'data: {"error":{"message":"too many","type":"overloaded_error"}}\n\n',
  anthropic:
    'event: error\ndata: {"type":"error","error":{"type":"overloaded_error","message":"too many"}}\n\n',
};

onStage("provider streams", {
  "a stream goes through byte by byte, and its usage is counted on the way": async (s) => {
    for (const format of formats) {
      const { raw, text: said, end } = await streams(s, format, {});
      assert.equal(said, text);
      assert.ok(raw.endsWith(format === "openai" ? "data: [DONE]\n\n" : '"message_stop"}\n\n'));
      assert.deepEqual([end.status, end.usage?.is_estimate], ["succeeded", false]);
      assert.deepEqual([end.usage?.input_tokens, end.usage?.output_tokens], [12, 7]);
      assert.equal(end.usage?.cache_read_tokens, 8);
      assert.ok(end.first_token_ms !== null && end.first_token_ms <= end.total_ms);
    }
  },

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
    const end = await failsOver(s, "openai", { framesFirst, pauseMs: 20 }, { firstTokenMs: 120 });
    assert.equal(end.http_status, null);
  },

  "characters cut in half across pieces come out whole": async (s) => {
    for (const format of formats) {
      for (const pieceBytes of [1, 3]) {
        const { text: said, end } = await streams(s, format, { pieceBytes });
        assert.equal(said, text);
        assert.equal(end.usage?.is_estimate, false);
      }
    }
  },

  "lines that end with CR LF are lines": async (s) => {
    const frame = (data: object) => `data: ${JSON.stringify(data)}\r\n\r\n`;
    const body = frame({ choices: [{ delta: { content: "hi" }, finish_reason: "stop" }] }) +
      frame({ choices: [], usage: { prompt_tokens: 3, completion_tokens: 1 } }) +
      "data: [DONE]\r\n\r\n";
    const { raw, end } = await streams(s, "openai", { body, pieceBytes: 1 });
    assert.equal(raw, body);
    assert.deepEqual([end.usage?.input_tokens, end.usage?.output_tokens], [3, 1]);
  },

  "missing usage is counted here and marked as an estimate": async (s) => {
    for (const format of formats) {
      const { end } = await streams(s, format, { usage: "missing", textBytes: 100 });
      const { input_tokens, output_tokens, is_estimate } = end.usage!;
      assert.deepEqual([input_tokens, output_tokens, is_estimate], [20, 25, true]);
    }
  },

  "usage told twice, or as it grows, is billed once": async (s) => {
    for (const format of formats) {
      for (const usage of ["duplicate", "cumulative"] as const) {
        const { end } = await streams(s, format, { usage });
        assert.deepEqual([end.usage?.output_tokens, end.usage?.is_estimate], [7, false]);
      }
    }
  },

  "negative usage is no usage": async (s) => {
    const broken = { openai: { completion_tokens: -1 }, anthropic: { output_tokens: -1 } };
    for (const format of formats) {
      const { end } = await streams(s, format, { usage: broken[format], textBytes: 100 });
      assert.deepEqual([end.usage?.output_tokens, end.usage?.is_estimate], [25, true]);
    }
  },

  "[DONE] may be absent, and may stand where it is foreign": async (s) => {
    const absent = await streams(s, "openai", { done: false });
    assert.deepEqual([absent.text, absent.end.status], [text, "succeeded"]);
    assert.ok(!absent.raw.includes("error"));
    const foreign = await streams(s, "anthropic", { done: true });
    assert.deepEqual([foreign.text, foreign.end.status], [text, "succeeded"]);
    assert.ok(foreign.raw.endsWith("data: [DONE]\n\n"));
  },

  "the last event may lack its blank line": async (s) => {
    const { raw } = await streams(s, "openai", {});
    const { text: said, end } = await streams(s, "openai", { body: raw.trimEnd() });
    assert.deepEqual([said, end.status, end.usage?.output_tokens], [text, "succeeded", 7]);
  },

  "the JSON of a tool call split over events goes through unchanged": async (s) => {
    const tools = [{ type: "function", function: { name: "weather" } }];
    for (const format of formats) {
      const { raw, end } = await streams(s, format, { pieceBytes: 7 }, {}, { ...hello, tools });
      const parts = raw.split("\n\n").flatMap((frame) => {
        const { choices, delta } = JSON.parse(/^data: (\{.*)$/m.exec(frame)?.[1] ?? "{}");
        return choices?.[0]?.delta?.tool_calls?.[0]?.function?.arguments ?? delta?.partial_json ??
          [];
      });
      assert.deepEqual(JSON.parse(parts.join("")), { city: "Köln" });
      assert.equal(end.status, "succeeded");
    }
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

  "a line of 10 MB goes through without being held": async (s) => {
    const { raw, end } = await streams(s, "openai", { textBytes: 10_000_000, pieceBytes: 50_000 });
    assert.ok(raw.includes("x".repeat(10_000_000)));
    assert.deepEqual([end.status, end.usage?.output_tokens], ["succeeded", 7]);
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

  "a gzip bomb in a stream is not held": async (s) => {
    const { raw, end } = await streams(s, "openai", { gzipOf: 20_000_000 });
    assert.ok(raw.length >= 20_000_000);
    assert.equal(end.status, "failed");
  },

  "unknown event types go through unchanged": async (s) => {
    const unknown =
      'event: future.thing\nid: 7\nretry: 10\ndata: {"type":"future.thing","x":"é"}\n\n';
    const comment = ": keep-alive\n\n";
    for (const format of formats) {
      const fault = { framesFirst: [comment, unknown], framesMiddle: [unknown] };
      const { raw, end } = await streams(s, format, fault);
      assert.ok(raw.startsWith(comment + unknown));
      assert.equal(raw.split(unknown).length, 3);
      assert.equal(end.status, "succeeded");
    }
  },
});
